export const id = 536;
export const ids = [536];
export const modules = {

/***/ 2524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ meansStack),
/* harmony export */   u6: () => (/* binding */ STACK_TAG),
/* harmony export */   yO: () => (/* binding */ stackText)
/* harmony export */ });
/** The tag that CloudFormation puts on everything in a stack; Senza calls its stacks `<name>-<version>`. */
const STACK_TAG = 'aws:cloudformation:stack-name';
/**
 * Whether a stack, by its full name in CloudFormation, is meant.
 *
 * - With a version it must be `<name>-<version>`, nothing more and nothing less.
 * - Without one, everything up to the last hyphen must be the name: `mystack` means `mystack-v1` and `mystack-2`, but not
 *   `mystack-canary-v1`, which is version `v1` of `mystack-canary`. Senza's versions hold no hyphen, its names may:
 *   `my-stack` means `my-stack-v1`, and `my` does not.
 * - A stack without a hyphen has no version and is not Senza's: it is meant by the tag, not by this input. One with a hyphen
 *   cannot be told from a version: `my` does mean a stack that is called just `my-stack`.
 */
function meansStack({ name, version }, stack) {
    if (version !== undefined)
        return stack === `${name}-${version}`;
    const hyphen = stack.lastIndexOf('-');
    return hyphen > 0 && hyphen < stack.length - 1 && stack.slice(0, hyphen) === name;
}
/** As the user wrote it. */
const stackText = ({ name, version }) => version === undefined ? name : `${name} ${version}`;


/***/ }),

/***/ 3066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ selectNames),
/* harmony export */   B_: () => (/* binding */ selectGroups),
/* harmony export */   _F: () => (/* binding */ findGroups),
/* harmony export */   uU: () => (/* binding */ refuseEmptySelection)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7924);
/* harmony import */ var _groups_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2875);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2848);
/* harmony import */ var _groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2524);





/**
 * The groups that every given input means, by name: any entry of `auto-scaling-groups`, any of `stacks`, all of `tags`.
 * Throws a UserError that names every entry which matches no group of the region at all, or says that nothing matches
 * all inputs together.
 */
async function selectGroups(connection, selector) {
    const { groups, idle } = await findGroups(connection, selector);
    refuseEmptySelection(selector, { regions: [connection.region], found: groups.length, idle });
    return groups;
}
/** The names of these groups, in alphabetical order. */
const selectNames = async (connection, selector) => (await selectGroups(connection, selector)).flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []);
/** The same groups without a word of what matches nothing: elsewhere it may match. */
async function findGroups(connection, selector) {
    const parts = partsOf(selector);
    // Nothing must never mean everything.
    if (parts.length === 0)
        throw new Error('A selection needs at least one entry.');
    const asks = selector.groups.some(_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .isGlob */ .f) ? [everything] : parts.map(({ ask }) => ask);
    const candidates = new Map((await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(asks, (ask) => ask(connection)))
        .flat()
        .map((group) => [group.AutoScalingGroupName ?? '', group]));
    const all = [...candidates.values()];
    const groups = all.filter((group) => parts.every((part) => matchesPart(part, group)));
    const idle = await idleEntries(connection, parts, all);
    return {
        groups: groups.sort((left, right) => compare(left.AutoScalingGroupName ?? '', right.AutoScalingGroupName ?? '')),
        idle,
    };
}
/** Throws a UserError that names every entry which matches nothing, or says that nothing matches all inputs together. */
function refuseEmptySelection(selector, { regions, found, idle }) {
    const where = regions.join(', ');
    if (idle.length > 0)
        throw idleSelection(idle, where);
    if (found === 0)
        throw nothingMatches(partsOf(selector), where);
}
const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const everything = (connection) => (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByFilter */ .q$)(connection, []);
const matchesPart = ({ entries, needs }, group) => needs === 'any' ? entries.some(({ matches }) => matches(group)) : entries.every(({ matches }) => matches(group));
const partsOf = ({ groups, stacks, tags }) => [groupPart(groups), stackPart(stacks), tagPart(tags)].filter(({ entries }) => entries.length > 0);
const groupPart = (groups) => ({
    needs: 'any',
    entries: groups.map((text) => ({
        input: 'auto-scaling-groups',
        text,
        matches: ({ AutoScalingGroupName: name = '' }) => text === name || (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(text, name),
        ask: (connection) => (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByName */ .JR)(connection, [text]),
    })),
    ask: (connection) => (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByName */ .JR)(connection, groups),
});
function stackPart(stacks) {
    const ask = (references) => (connection) => (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByFilter */ .q$)(connection, [stackFilter(references)]);
    return {
        needs: 'any',
        entries: stacks.map((reference) => ({
            input: 'stacks',
            text: (0,_groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .stackText */ .yO)(reference),
            matches: (group) => (0,_groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .meansStack */ .Lu)(reference, tagOf(group, _groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .STACK_TAG */ .u6) ?? ''),
            ask: ask([reference]),
        })),
        ask: ask(stacks),
    };
}
/** AWS compares whole tag values: without a version all groups in stacks must come, and be looked through here. */
function stackFilter(stacks) {
    const names = stacks.flatMap(({ name, version }) => (version === undefined ? [] : `${name}-${version}`));
    return names.length === stacks.length
        ? { Name: `tag:${_groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .STACK_TAG */ .u6}`, Values: names }
        : { Name: 'tag-key', Values: [_groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .STACK_TAG */ .u6] };
}
function tagPart(tags) {
    const ask = (wanted) => (connection) => (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByFilter */ .q$)(connection, wanted.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [value] })));
    return {
        needs: 'all',
        entries: tags.map((tag) => ({
            input: 'tags',
            text: `${tag.key}=${tag.value}`,
            matches: (group) => tagOf(group, tag.key) === tag.value,
            ask: ask([tag]),
        })),
        ask: ask(tags),
    };
}
const tagOf = ({ Tags }, key) => (Tags ?? []).find(({ Key }) => Key === key)?.Value;
async function idleEntries(connection, parts, groups) {
    const suspects = parts.flatMap(({ entries }) => entries).filter(({ matches }) => !groups.some(matches));
    // The other filters of its input may have hidden what an entry matches: asked alone, it is heard.
    const heard = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(suspects, async ({ ask, matches }) => (await ask(connection)).some(matches));
    return suspects.filter((_, index) => heard[index] === false);
}
const quoted = ({ input, text }) => `"${text}" (\`${input}\`)`;
function idleSelection(idle, where) {
    const stacks = idle.some(({ input }) => input === 'stacks');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: `No Auto Scaling group in ${where} matches ${idle.map(quoted).join(', ')}.`,
        remedy: 'Check the spelling and `aws-region`, or take the entry out.' +
            (stacks ? ` A stack that is not called \`<name>-<version>\` is found by \`tags: ${_groups_stack_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .STACK_TAG */ .u6}=<its name>\`.` : ''),
    });
}
const nothingMatches = (parts, where) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
    what: `No Auto Scaling group in ${where} matches all that is asked for.`,
    why: `Each of ${parts.flatMap(({ entries }) => entries.map(quoted)).join(', ')} matches some group, but no group matches them together.`,
    remedy: 'Within `auto-scaling-groups` and `stacks` one entry is enough; between the inputs, and in `tags`, all must match.',
});


/***/ }),

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _aws_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3066);
/* harmony import */ var _report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2643);
/* harmony import */ var _redeploy_bastion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1286);
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5150);




/** Puts back what a dead run has left changed, the bastion first; replaces nothing more. */
async function restore(run, inputs) {
    const { bastion: name, elasticIp, selectors } = inputs;
    if (name === undefined && elasticIp === undefined)
        return { kind: 'groups', groups: await restoreGroups(run, inputs) };
    const bastion = await (0,_redeploy_bastion_js__WEBPACK_IMPORTED_MODULE_2__.undoBastion)(run, inputs, { bastion: name, elasticIp });
    if ([selectors.groups, selectors.stacks, selectors.tags].every(({ length }) => length === 0))
        return { kind: 'bastion', bastion };
    const groups = await restoreGroups(run, inputs).catch((error) => {
        throw (0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .besideBastion */ .bF)(bastion, error);
    });
    return (0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .restoredResult */ .al)(bastion, groups);
}
async function restoreGroups(run, inputs) {
    run.report({ kind: 'phase', title: 'Select groups' });
    const groups = await (0,_aws_select_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectNames */ .$W)(run.connection, inputs.selectors);
    run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` });
    run.report({ kind: 'phase', title: 'Restore' });
    return await (0,_roll_js__WEBPACK_IMPORTED_MODULE_3__.rollGroups)(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'any' } });
}


/***/ })

};
