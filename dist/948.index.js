export const id = 948;
export const ids = [948];
export const modules = {

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isGlob),
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/** Whether an entry can mean more than the one group of that name. */
const isGlob = (entry) => /[*?]/.test(entry);
/**
 * Whether a whole name matches a glob: `*` is any number of characters, also `/`, since group names may hold slashes;
 * `?` is exactly one; everything else is itself, case included.
 */
function matchesGlob(glob, name) {
    const pattern = Array.from(glob);
    const letters = Array.from(name);
    let place = 0;
    let star;
    for (let letter = 0; letter < letters.length;) {
        if (pattern[place] === '*')
            star = { pattern: place++, name: letter };
        else if (pattern[place] === '?' || pattern[place] === letters[letter]) {
            place++;
            letter++;
        }
        else if (star !== undefined) {
            // Only the last star may give way: whatever an earlier one could take, this one can as well.
            place = star.pattern + 1;
            letter = ++star.name;
        }
        else
            return false;
    }
    return pattern.slice(place).every((rest) => rest === '*');
}


/***/ }),

/***/ 37:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ selectForChange)
/* harmony export */ });
/* harmony import */ var _obstacles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4461);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(195);


/**
 * Names of the groups that a selector means, in alphabetical order, for a mode that changes them. Throws a UserError
 * when an entry matches nothing, or when one of the groups must not be changed now.
 */
async function selectForChange(connection, selector) {
    const groups = await (0,_select_js__WEBPACK_IMPORTED_MODULE_1__/* .selectGroups */ .B_)(connection, selector);
    await (0,_obstacles_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseObstacles */ .T)(connection, groups);
    return groups.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []);
}


/***/ }),

/***/ 8020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./build/src/aws/fleets.js + 12 modules
var aws_fleets = __webpack_require__(1220);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
;// CONCATENATED MODULE: ./build/src/fleet/last-change.js
/** What the last change of a launch source was made from, as what it left behind tells. Pure. */
/**
 * What a version was made from: as its description says where a patch or a rollback has made it, else the highest
 * version below it; undefined for a first version that says nothing.
 */
function originOf(number, versions) {
    const description = versions.find((each) => each.number === number)?.description ?? '';
    const [, copied] = /^A copy of version (\d+), after version \d+ failed$/.exec(description) ?? [];
    if (copied !== undefined)
        return { kind: 'put back', version: Number(copied) };
    const [, from] = /^fleet-patch: from version (\d+)\b/.exec(description) ?? [];
    if (from !== undefined)
        return { kind: 'version', version: Number(from) };
    const [, name] = /^fleet-patch: from launch configuration (.+?)(?:, image [^,]*)?, run [^,]*$/.exec(description) ?? [];
    if (name !== undefined)
        return { kind: 'configuration', name };
    const below = versions.map((each) => each.number).filter((each) => each < number);
    return below.length === 0 ? undefined : { kind: 'version', version: Math.max(...below) };
}
/** The workflow run that made a version, where a patch did. */
const runOf = (number, versions) => /^fleet-patch: .*, run ([^,]*)$/.exec(versions.find((each) => each.number === number)?.description ?? '')?.[1];

// EXTERNAL MODULE: ./build/src/fleet/previous.js
var previous = __webpack_require__(8281);
// EXTERNAL MODULE: ./build/src/aws/groups.js
var aws_groups = __webpack_require__(9451);
// EXTERNAL MODULE: ./build/src/aws/in-parallel.js
var in_parallel = __webpack_require__(134);
// EXTERNAL MODULE: ./build/src/aws/pages.js
var aws_pages = __webpack_require__(5667);
// EXTERNAL MODULE: ./build/src/aws/used-sources.js
var used_sources = __webpack_require__(1897);
// EXTERNAL MODULE: ./build/src/aws/whole-configurations.js
var whole_configurations = __webpack_require__(5694);
;// CONCATENATED MODULE: ./build/src/aws/rollback-sources.js








/**
 * Tag in which a rollback writes, before it puts a launch source back, which one: so doing it again rolls on, and does
 * not go one change further back.
 */
const ROLLED_BACK_TAG = 'fleet-patch:rolled-back';
/**
 * What each group launched before its last change. Throws one UserError for all groups of which nobody can tell, or
 * whose former launch source is gone.
 */
async function waysBack(connection, fleets) {
    const groups = new Map((await (0,aws_groups/* groupsByName */.J)(connection, fleets.map(({ group }) => group))).map((each) => [each.AutoScalingGroupName, each])); // prettier-ignore
    const problems = [];
    const ways = await (0,in_parallel/* inParallel */.H)(fleets, async (fleet) => {
        const described = groups.get(fleet.group);
        const back = described && (await wayBackOf(connection, fleet, described));
        if (back === undefined)
            problems.push(`${fleet.group}: nothing tells what it launched from before ${fleet.source.label}`);
        else if (typeof back === 'string')
            problems.push(`${fleet.group}: ${back}`);
        else
            return [back];
        return [];
    });
    if (problems.length > 0)
        throw new errors/* UserError */.yo({
            what: problems.length === 1 ? 'A group cannot be rolled back.' : `${problems.length} groups cannot be rolled back.`,
            why: `${problems.join('; ')}.`,
            remedy: 'Nothing was changed. Set the launch source of these groups yourself and use `scale-up-patch`, or leave them out.',
        });
    return ways.flat();
}
/** Undefined where nothing tells; a text where it is told and gone. */
async function wayBackOf(connection, fleet, described) {
    const { group, source } = fleet;
    const tagged = (key) => described.Tags?.find(({ Key }) => Key === key)?.Value;
    const done = tagged(ROLLED_BACK_TAG);
    const launched = [source.base, ...source.overrides.map(({ reference }) => reference)];
    if (source.base.kind === 'configuration')
        return done === namesOf(launched)
            ? { group, to: done, source: undefined }
            : await toConfiguration(connection, group, tagged(used_sources/* PREVIOUS_TAG */.Lw));
    const steps = await (0,in_parallel/* inParallel */.H)(distinct(launched), async (reference) => {
        const versions = await versionsOf(connection, reference.id);
        const { number, at } = versions.find((each) => each.number === reference.version) ?? { number: 0, at: 0 };
        return { reference, versions, at, origin: originOf(number, versions), run: runOf(number, versions) };
    });
    const backAlready = steps.filter(({ origin }) => origin?.kind === 'put back');
    const there = namesOf(replaced(launched, backAlready.map(asBefore)));
    if (done === there || (done === undefined && backAlready.length > 0))
        return { group, to: there, source: undefined };
    const [base] = steps;
    if (base?.origin?.kind === 'configuration')
        return await toConfiguration(connection, group, base.origin.name);
    const open = steps.filter((step) => !backAlready.includes(step));
    // Templates that the last change did not touch stay: what is told of them is an older story.
    const [newest] = open.toSorted((a, b) => b.at - a.at);
    const changed = newest?.run === undefined ? open.filter((step) => step === newest) : open.filter(({ run }) => run === newest.run);
    const references = changed.flatMap((step) => (step.origin?.kind === 'version' ? [asBefore(step)] : []));
    if (references.length === 0)
        return undefined;
    const gone = references.find(({ id, version }) => !steps.some((step) => step.reference.id === id && step.versions.some(({ number }) => number === version)));
    if (gone)
        return `version ${gone.version} of ${gone.id} is gone`;
    const label = references.map(({ id, version }) => `${id} version ${version}`).join(' and ');
    const to = namesOf(replaced(launched, [...backAlready.map(asBefore), ...references]));
    const images = (0,previous/* previousSourceOf */.u)(fleet)?.images ?? new Map();
    const unknown = source.overrides.find(({ instanceType = '', imageId }) => imageId !== undefined && !images.has(instanceType));
    if (unknown)
        return `its override for ${unknown.instanceType} names an image itself, and nothing tells which it was`;
    return { group, to, source: { label, references, images } };
}
const asBefore = ({ reference, origin }) => origin === undefined || origin.kind === 'configuration' ? reference : { ...reference, version: origin.version };
const replaced = (all, by) => all.map((each) => by.find(({ id }) => each.kind === 'template' && id === each.id) ?? each);
async function toConfiguration(connection, group, name) {
    if (name === undefined)
        return undefined;
    if (!(await (0,whole_configurations/* wholeConfigurations */.t)(connection, [name])).has(name))
        return `the launch configuration ${name} is gone`;
    const references = [{ kind: 'configuration', name }];
    return { group, to: namesOf(references), source: { label: name, references, images: new Map() } };
}
const distinct = (references) => [
    ...new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each]] : []))).values(),
];
/** References in a few letters, each once, so that they fit into a tag. */
const namesOf = (references) => [...new Set(references.map((each) => (each.kind === 'configuration' ? each.name : `${each.id}:${each.version}`)))]
    .join('+')
    .slice(0, 256);
async function versionsOf(connection, id) {
    const { DescribeLaunchTemplateVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    const pages = await (0,aws_pages/* everyPage */.L)((token) => connection.send(client, new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, ...token })));
    return pages.flatMap(({ LaunchTemplateVersions }) => (LaunchTemplateVersions ?? []).flatMap(({ VersionNumber, VersionDescription, CreateTime }) => VersionNumber === undefined
        ? []
        : [{ number: VersionNumber, description: VersionDescription, at: (CreateTime?.getTime() ?? 0) / 1000 }]));
}
/** Writes down what a group is about to go back to. */
async function rememberWayBack(connection, { group, to }) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const tag = { ResourceId: group, ResourceType: 'auto-scaling-group', Key: ROLLED_BACK_TAG, Value: to, PropagateAtLaunch: false }; // prettier-ignore
    await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags: [tag] }));
}

// EXTERNAL MODULE: ./build/src/aws/selection.js
var selection = __webpack_require__(37);
// EXTERNAL MODULE: ./build/src/fleet/hands.js
var fleet_hands = __webpack_require__(4912);
// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __webpack_require__(3629);
// EXTERNAL MODULE: ./build/src/modes/dark.js + 3 modules
var dark = __webpack_require__(4691);
// EXTERNAL MODULE: ./build/src/modes/roll.js + 28 modules
var roll = __webpack_require__(4153);
;// CONCATENATED MODULE: ./build/src/modes/rollback.js








/** Returns groups to what they launched before their last change, and rolls them to it as `scale-up-patch` does. */
async function rollback(run, inputs) {
    const { connection, clock, report } = run;
    report({ kind: 'phase', title: 'Select groups' });
    const groups = await (0,selection/* selectForChange */.m)(connection, inputs.selectors);
    report({ kind: 'info', message: `Selected: ${groups.join(', ')}` });
    report({ kind: 'phase', title: 'Previous launch sources' });
    const { fleets } = await (0,aws_fleets/* fleetsPort */.f)(connection).look(groups, clock.now() / 1000);
    refuseOtherHands(run, fleets);
    const ways = await waysBack(connection, fleets);
    for (const way of ways)
        await goBack(run, inputs, way);
    report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' });
    return await (0,roll.rollGroups)(run, {
        groups,
        inputs,
        exercise: {
            intent: 'roll',
            inputs,
            barrier: true,
            ...(0,dark/* darkExercise */.H)(run, inputs),
            asIf: (fleet) => launchingFrom(fleet, ways.find(({ group }) => group === fleet.group)),
        },
    });
}
/** Its launch source must not be changed under the feet of a run that is at work on it. */
function refuseOtherHands({ id, clock }, fleets) {
    const now = clock.now() / 1000;
    const told = fleets.flatMap(({ group, memo }) => {
        const hands = memo && (0,fleet_hands/* otherHands */.L5)(memo, { run: id, now });
        return hands === undefined ? [] : [`${group}: ${hands}`];
    });
    if (told.length === 0)
        return;
    throw new errors/* UserError */.yo({ what: 'Nothing was rolled back.', why: `${told.join('; ')}.`, remedy: 'Nothing was changed.' });
}
async function goBack({ connection, report }, { dryRun }, way) {
    const { group, source: previous } = way;
    if (previous === undefined) {
        report({
            kind: 'info',
            group,
            message: `${group} launches from its previous source again already: only its roll is left`,
        });
        return;
    }
    const words = (0,report_words/* changeInWords */.Zb)({ kind: 'relaunch', previous }, 3);
    report({ kind: 'info', group, message: `${group}: ${dryRun ? 'would ' : ''}${words}` });
    if (dryRun)
        return;
    await rememberWayBack(connection, way);
    await (0,aws_fleets/* fleetsPort */.f)(connection).apply(group, { kind: 'relaunch', previous });
}
/** A dry run puts nothing back: its model launches from what would be there. */
function launchingFrom(fleet, way) {
    const { source } = fleet;
    const references = way?.source?.references ?? [];
    const [first] = references;
    if (first === undefined)
        return fleet;
    const after = (reference) => first.kind === 'configuration'
        ? first
        : (references.find((each) => each.kind === 'template' && reference.kind === 'template' && each.id === reference.id) ?? reference);
    return {
        ...fleet,
        source: {
            ...source,
            label: way?.source?.label ?? source.label,
            fingerprint: 'f'.repeat(16),
            base: after(source.base),
            overrides: source.overrides.map((each) => ({ ...each, reference: after(each.reference) })),
            imageId: undefined,
        },
    };
}


/***/ })

};
