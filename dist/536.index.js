export const id = 536;
export const ids = [536];
export const modules = {

/***/ 96302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _F: () => (/* binding */ findGroups),
  uU: () => (/* binding */ refuseEmptySelection),
  B_: () => (/* binding */ selectGroups),
  $W: () => (/* binding */ selectNames),
  Ub: () => (/* binding */ selectWithTags)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/glob.js
var glob = __webpack_require__(76566);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/text/nearest.js
var nearest = __webpack_require__(17443);
// EXTERNAL MODULE: ./build/src/domain/stack-reference.js
var stack_reference = __webpack_require__(79358);
;// CONCATENATED MODULE: ./build/src/aws/select/suggestions.js


/** Up to so many names are given for an entry. */
const MOST = 3;
/** A sentence for each entry that is near to something; empty where none is. */
function suggestions(idle, groups) {
    return idle
        .flatMap((entry) => {
        const near = candidates(entry, groups);
        if (near.length === 0)
            return [];
        const more = near.length > MOST ? ` and ${near.length - MOST} more` : '';
        const named = near.slice(0, MOST).map((name) => `"${name}"`);
        return [`The nearest to "${entry.text}" ${near.length > 1 ? 'are' : 'is'} ${named.join(', ')}${more}.`];
    })
        .join(' ');
}
function candidates({ input, text }, groups) {
    const tags = groups.flatMap(({ Tags = [] }) => Tags);
    switch (input) {
        case 'auto-scaling-groups':
            return nearGroups(text, groups.map(({ AutoScalingGroupName = '' }) => AutoScalingGroupName));
        case 'stacks':
            return nearStacks(text, tags.flatMap(({ Key, Value = '' }) => (Key === stack_reference/* STACK_TAG */.u6 ? Value : [])));
        case 'tags':
            return (0,nearest/* nearest */.p)(text, tags.map(({ Key = '', Value = '' }) => `${Key}=${Value}`));
        default:
            return input;
    }
}
/** Names; for a beginning with `*` other beginnings. Of other patterns nothing can be said. */
function nearGroups(text, names) {
    const [, beginning] = /^([^*?]+)\*$/.exec(text) ?? [];
    if (beginning === undefined)
        return /[*?]/.test(text) ? [] : (0,nearest/* nearest */.p)(text, names);
    const heads = names.map((name) => name.slice(0, beginning.length));
    return (0,nearest/* nearest */.p)(beginning, heads).map((head) => `${head}*`);
}
/** References as they are written: `<name> <version>`, or the name alone where the entry has no version. */
function nearStacks(text, stacks) {
    const parts = stacks.flatMap((stack) => {
        const [, name, version] = /^(.+)-([^-]+)$/.exec(stack) ?? [];
        return name === undefined || version === undefined ? [] : [{ stack, name, reference: `${name} ${version}` }];
    });
    // The whole name of a stack, as CloudFormation shows it, is a name and a version here.
    const whole = parts.find(({ stack }) => stack === text);
    if (whole !== undefined)
        return [whole.reference];
    return (0,nearest/* nearest */.p)(text, parts.map(({ name, reference }) => (text.includes(' ') ? reference : name)));
}

;// CONCATENATED MODULE: ./build/src/aws/select/select.js






/**
 * The groups that every given input means, by name: any entry of `auto-scaling-groups`, any of `stacks`, all of `tags`.
 * Throws a UserError that names every entry which matches no group of the region at all, or says that nothing matches
 * all inputs together.
 */
async function selectGroups(connection, selector) {
    const { groups, idle } = await findGroups(connection, selector);
    await refuseEmptySelection(selector, { connections: [connection], found: groups.length, idle });
    return groups;
}
/** The names of these groups, in alphabetical order. */
const selectNames = async (connection, selector) => (await selectGroups(connection, selector)).flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []);
/** The same groups with their tags, in alphabetical order. */
const selectWithTags = async (connection, selector) => (await selectGroups(connection, selector)).map(({ AutoScalingGroupName = '', Tags = [] }) => ({
    group: AutoScalingGroupName,
    tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
}));
/** The same groups without a word of what matches nothing: elsewhere it may match. */
async function findGroups(connection, selector) {
    const parts = partsOf(selector);
    // Nothing must never mean everything.
    if (parts.length === 0)
        throw new Error('A selection needs at least one entry.');
    const asks = selector.groups.some(glob/* isGlob */.f) ? [everything] : parts.map(({ ask }) => ask);
    const candidates = new Map((await (0,map_concurrently/* mapConcurrently */.X)(asks, (ask) => ask(connection)))
        .flat()
        .map((group) => [group.AutoScalingGroupName ?? '', group]));
    const all = [...candidates.values()];
    const matches = (group) => selector.lists === 'any'
        ? parts.some((part) => matchesPart(part, group))
        : parts.every((part) => matchesPart(part, group));
    const groups = all.filter(matches);
    const idle = await idleEntries(connection, parts, all);
    return {
        groups: groups.sort((left, right) => compare(left.AutoScalingGroupName ?? '', right.AutoScalingGroupName ?? '')),
        idle,
    };
}
/**
 * Throws a UserError that names every entry which matches nothing and what it may have meant, for which the groups of
 * the regions are listed, or says that nothing matches all inputs together.
 */
async function refuseEmptySelection(selector, { connections, found, idle }) {
    const where = connections.map(({ region }) => region).join(', ');
    // A service may be without one of its stacks for a while.
    if (idle.length > 0 && selector.lists !== 'any') {
        const groups = (await (0,map_concurrently/* mapConcurrently */.X)(connections, everything)).flat();
        throw idleSelection(idle, { where, near: suggestions(idle, groups) });
    }
    if (found === 0)
        throw selector.lists === 'any'
            ? nothingOfService(partsOf(selector), where)
            : nothingMatches(partsOf(selector), where);
}
const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const everything = (connection) => (0,describe/* groupsByFilter */.q$)(connection, []);
const matchesPart = ({ entries, needs }, group) => needs === 'any' ? entries.some(({ matches }) => matches(group)) : entries.every(({ matches }) => matches(group));
const partsOf = ({ groups, stacks, tags }) => [groupPart(groups), stackPart(stacks), tagPart(tags)].filter(({ entries }) => entries.length > 0);
const groupPart = (groups) => ({
    needs: 'any',
    entries: groups.map((text) => ({
        input: 'auto-scaling-groups',
        text,
        matches: ({ AutoScalingGroupName: name = '' }) => text === name || (0,glob/* matchesGlob */.k)(text, name),
        ask: (connection) => (0,describe/* groupsByName */.JR)(connection, [text]),
    })),
    ask: (connection) => (0,describe/* groupsByName */.JR)(connection, groups),
});
function stackPart(stacks) {
    const ask = (references) => (connection) => (0,describe/* groupsByFilter */.q$)(connection, [stackFilter(references)]);
    return {
        needs: 'any',
        entries: stacks.map((reference) => ({
            input: 'stacks',
            text: (0,stack_reference/* stackText */.yO)(reference),
            matches: (group) => (0,stack_reference/* meansStack */.Lu)(reference, tagOf(group, stack_reference/* STACK_TAG */.u6) ?? ''),
            ask: ask([reference]),
        })),
        ask: ask(stacks),
    };
}
/** AWS compares whole tag values: without a version all groups in stacks must come, and be looked through here. */
function stackFilter(stacks) {
    const names = stacks.flatMap(({ name, version }) => (version === undefined ? [] : `${name}-${version}`));
    return names.length === stacks.length
        ? { Name: `tag:${stack_reference/* STACK_TAG */.u6}`, Values: names }
        : { Name: 'tag-key', Values: [stack_reference/* STACK_TAG */.u6] };
}
function tagPart(tags) {
    const ask = (wanted) => (connection) => (0,describe/* groupsByFilter */.q$)(connection, wanted.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [value] })));
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
    const heard = await (0,map_concurrently/* mapConcurrently */.X)(suspects, async ({ ask, matches }) => (await ask(connection)).some(matches));
    return suspects.filter((_, index) => heard[index] === false);
}
const quoted = ({ input, text }) => `"${text}" (\`${input}\`)`;
function idleSelection(idle, { where, near }) {
    const stacks = idle.some(({ input }) => input === 'stacks');
    return new errors/* UserError */.yo({
        what: `No Auto Scaling group in ${where} matches ${idle.map(quoted).join(', ')}.`,
        remedy: (near === '' ? '' : `${near} `) +
            'Check the spelling and `aws-region`, or take the entry out.' +
            (stacks ? ` A stack that is not called \`<name>-<version>\` is found by \`tags: ${stack_reference/* STACK_TAG */.u6}=<its name>\`.` : ''),
    });
}
const nothingOfService = (parts, where) => new errors/* UserError */.yo({
    what: `No Auto Scaling group in ${where} belongs to the service.`,
    why: `None matches any of ${parts.flatMap(({ entries }) => entries.map(quoted)).join(', ')} of the catalogue.`,
    remedy: 'Check the selectors of the service in the catalogue, and `aws-region`.',
});
const nothingMatches = (parts, where) => new errors/* UserError */.yo({
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
/* harmony import */ var _aws_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96302);
/* harmony import */ var _report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32643);
/* harmony import */ var _redeploy_bastion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41286);
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91682);




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
    await run.beginning?.(groups);
    run.report({ kind: 'phase', title: 'Restore' });
    return await (0,_roll_js__WEBPACK_IMPORTED_MODULE_3__.rollGroups)(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'any' } });
}


/***/ })

};
