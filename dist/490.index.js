export const id = 490;
export const ids = [490];
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

/***/ 75490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   respawn: () => (/* binding */ respawn)
/* harmony export */ });
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91682);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94735);


/** Replaces every instance that was not launched from what its group would launch now. */
async function respawn(run, inputs) {
    const { groups, turns } = await (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .selectInTurns */ .m)(run, inputs);
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' });
    const rollRequest = { intent: 'roll', inputs, turns, waitForAll: false };
    return { kind: 'groups', groups: await (0,_roll_js__WEBPACK_IMPORTED_MODULE_0__.rollGroups)(run, { groups, inputs, rollRequest }) };
}


/***/ }),

/***/ 94735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ selectInTurns),
  o: () => (/* binding */ turnsOf)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/glob.js
var glob = __webpack_require__(76566);
;// CONCATENATED MODULE: ./build/src/domain/waves/order.js
/** The waves of a run: which groups begin together, and which ones only when those are done. Pure. */

/**
 * A wave for each line, and one for the groups that no line names. A group whose name stands on a line belongs there, whatever
 * globs and tags of other lines match it as well; one that two lines name in the same way is a problem.
 */
function wavesOf(groups, lines) {
    const problems = lines.flatMap((entries, index) => entries
        .filter((entry) => !groups.some((group) => matches(entry, group)))
        .map(({ text }) => ({ kind: 'matches nothing', line: index + 1, text })));
    const lineOf = new Map();
    for (const group of groups) {
        const linesWith = (isAsked) => lines.flatMap((entries, index) => (entries.some((each) => isAsked(each) && matches(each, group)) ? [index] : []));
        const byName = linesWith(isOwnName);
        const [first, second] = byName.length > 0 ? byName : linesWith(() => true);
        if (first !== undefined && second !== undefined)
            problems.push({ kind: 'named twice', group: group.group, lines: [first + 1, second + 1] });
        lineOf.set(group.group, first ?? lines.length);
    }
    const waves = [...lines, undefined].map((_, index) => groups.map(({ group }) => group).filter((group) => lineOf.get(group) === index));
    return { waves: waves.filter((wave) => wave.length > 0), problems };
}
const isOwnName = ({ kind, text }) => kind === 'name' && !(0,glob/* isGlob */.f)(text);
function matches(entry, { group, tags }) {
    if (entry.kind === 'tag')
        return tags[entry.key] === entry.value;
    return entry.text === group || (0,glob/* matchesGlob */.k)(entry.text, group);
}

// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
// EXTERNAL MODULE: ./build/src/inputs/parse.js
var parse = __webpack_require__(83468);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/text/nearest.js
var nearest = __webpack_require__(17443);
;// CONCATENATED MODULE: ./build/src/modes/waves.js






/** Selects the groups, and tells them wave by wave. Throws a UserError where an entry of a selector or of `order` matches none. */
async function selectInTurns(run, inputs) {
    run.report({ kind: 'phase', title: 'Select groups' });
    const selected = await (0,select_select/* selectWithTags */.Ub)(run.connection, inputs.selectors);
    const groups = selected.map(({ group }) => group);
    run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` });
    return { groups, turns: turnsOf(run, selected, inputs) };
}
/** The turns that `order` and `max-groups` ask for. Throws one UserError for everything that is wrong with the order. */
function turnsOf({ report }, selected, { waves: asked }) {
    if (asked === undefined)
        return undefined;
    const { waves, problems } = wavesOf(selected, asked.order);
    if (problems.length > 0)
        throw new errors/* UserError */.yo({
            what: `\`order\` does not fit the groups that are selected: ${problems.map((each) => problemText(each, selected)).join('; ')}.`,
            remedy: 'Correct `order`; nothing was changed.',
        });
    if (waves.length > 1)
        waves.forEach((wave, index) => report({ kind: 'info', message: `Wave ${index + 1} of ${waves.length}: ${(0,words/* firstOf */.Ku)(wave, 20)}` }));
    const { bakeSeconds, maxGroups = Infinity, maxFailedGroups } = asked;
    return { waves, limits: { bakeSeconds, maxGroups, maxFailedGroups } };
}
function problemText(problem, selected) {
    switch (problem.kind) {
        case 'matches nothing': {
            const near = (0,nearest/* nearest */.p)(problem.text, selected.map(({ group }) => group)); // prettier-ignore
            const hint = near.length === 0 ? '' : ` (the nearest is ${(0,parse/* quoted */.TL)(near.slice(0, 3))})`;
            return `${(0,parse/* quoted */.TL)([problem.text])} on line ${problem.line} matches none of them${hint}`;
        }
        case 'named twice':
            return `${problem.group} belongs to line ${problem.lines[0]} and to line ${problem.lines[1]}`;
        default:
            return problem;
    }
}


/***/ })

};
