export const id = 2371;
export const ids = [2371];
export const modules = {

/***/ 87152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ darkLaunchOptions)
/* harmony export */ });
/** What a dark launch adds to a RollRequest; empty where `dark` is not set. */
const darkLaunchOptions = ({ dark, probe, }) => dark === undefined
    ? {}
    : {
        dark: {
            kind: 'launch',
            bakeSeconds: dark.releaseAfterSeconds ?? 0,
            byHand: dark.releaseAfterSeconds === undefined && probe === undefined,
        },
    };


/***/ }),

/***/ 52371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scaleUpPatch: () => (/* binding */ scaleUpPatch)
/* harmony export */ });
/* harmony import */ var _dark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87152);
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17054);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94735);



/**
 * Replaces every instance that was not launched from what its group would launch now: all new ones come, and are ready,
 * before any old one goes.
 */
async function scaleUpPatch(run, inputs) {
    const { groups, turns } = await (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .selectInTurns */ .m)(run, inputs);
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' });
    const rollRequest = { intent: 'roll', inputs, turns, waitForAll: true, ...(0,_dark_js__WEBPACK_IMPORTED_MODULE_2__/* .darkLaunchOptions */ .c)(inputs) };
    return { kind: 'groups', groups: await (0,_roll_js__WEBPACK_IMPORTED_MODULE_0__/* .rollGroups */ .ad)(run, { groups, inputs, rollRequest }) };
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
