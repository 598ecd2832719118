export const id = 397;
export const ids = [397];
export const modules = {

/***/ 2960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ rolledBackTag),
/* harmony export */   SY: () => (/* binding */ readRolledBack),
/* harmony export */   W8: () => (/* binding */ previousTag),
/* harmony export */   ob: () => (/* binding */ referencesText),
/* harmony export */   ox: () => (/* binding */ readPrevious)
/* harmony export */ });
/* unused harmony export PREVIOUS_TAG */
/** Tag in which a group keeps the launch configuration that it had before the last patch. */
const PREVIOUS_TAG = 'fleet-patch:previous';
/**
 * Tag in which a rollback writes, before it puts a launch source back, which one: so doing it again rolls on, and does
 * not go one change further back.
 */
const ROLLED_BACK_TAG = 'fleet-patch:rolled-back';
/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256;
/** The tag that names the launch configuration which a group is about to leave. */
const previousTag = (group, configuration) => tag(group, PREVIOUS_TAG, configuration);
/** The launch configuration that a group had before the last patch; undefined where no patch has left one. */
const readPrevious = (tags) => valueOf(tags, PREVIOUS_TAG);
/** The tag that names what a group is about to go back to. */
const rolledBackTag = (group, to) => tag(group, ROLLED_BACK_TAG, to);
/** What a rollback has gone back to, in the form of `referencesText`; undefined where none has. */
const readRolledBack = (tags) => valueOf(tags, ROLLED_BACK_TAG);
/**
 * Launch sources in a few letters, each once, so that they fit into a tag: `lt-1:3+lt-2:7`, or the name of a launch
 * configuration. The text is compared with another one and never taken apart: of many sources it holds the first.
 */
const referencesText = (references) => [...new Set(references.map((each) => (each.kind === 'configuration' ? each.name : `${each.id}:${each.version}`)))]
    .join('+')
    .slice(0, LONGEST);
const tag = (group, key, value) => ({
    ResourceId: group,
    ResourceType: 'auto-scaling-group',
    Key: key,
    Value: value,
    PropagateAtLaunch: false,
});
const valueOf = (tags, key) => tags.find(({ Key }) => Key === key)?.Value;


/***/ }),

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

/***/ 70397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./build/src/aws/observe/fleets.js + 12 modules
var observe_fleets = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/src/domain/patch/version-description.js
var version_description = __webpack_require__(39668);
;// CONCATENATED MODULE: ./build/src/domain/rollout/version-lineage.js
/** What the last change of a launch source was made from, read from what that change has left in descriptions and names. */

const described = (number, versions) => (0,version_description/* parseDescription */.aJ)(versions.find((each) => each.number === number)?.description ?? '');
/**
 * What a version was made from: as its description says where a patch or a rollback has made it, else the highest
 * version below it; undefined for a first version that says nothing.
 */
function originOf(number, versions) {
    const { origin } = described(number, versions);
    if (origin !== undefined)
        return origin;
    const below = versions.map((each) => each.number).filter((each) => each < number);
    return below.length === 0 ? undefined : { kind: 'version', version: Math.max(...below) };
}
/** The workflow run that made a version, where a patch did. */
const runOf = (number, versions) => described(number, versions).run;

// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/domain/rollout/previous-source.js
var previous_source = __webpack_require__(4613);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
// EXTERNAL MODULE: ./build/src/aws/patch/rollback-tags.js
var rollback_tags = __webpack_require__(2960);
// EXTERNAL MODULE: ./build/src/aws/patch/launch-configuration-data.js
var launch_configuration_data = __webpack_require__(8785);
;// CONCATENATED MODULE: ./build/src/aws/patch/rollback-targets.js








const REMEDY = 'Set the launch source of these groups yourself and use `scale-up-patch`, or leave them out.';
/** What each group launched before its last change. */
async function rollbackTargets(connection, fleets) {
    const groups = new Map((await (0,describe/* groupsByName */.JR)(connection, fleets.map(({ group }) => group))).map((each) => [each.AutoScalingGroupName, each])); // prettier-ignore
    const problems = [];
    const ways = await (0,map_concurrently/* mapConcurrently */.X)(fleets, async (fleet) => {
        const described = groups.get(fleet.group);
        const back = described && (await wayBackOf(connection, fleet, described));
        if (back === undefined)
            problems.push((0,preflight_findings/* refusalOf */.Of)(fleet.group, `nothing tells what it launched from before ${fleet.source.label}`, REMEDY));
        else if (typeof back === 'string')
            problems.push((0,preflight_findings/* refusalOf */.Of)(fleet.group, back, REMEDY));
        else
            return [back];
        return [];
    });
    return { targets: ways.flat(), problems };
}
/** Undefined where nothing tells; a text where it is told and gone. */
async function wayBackOf(connection, fleet, described) {
    const { group, source } = fleet;
    const tags = described.Tags ?? [];
    const done = (0,rollback_tags/* readRolledBack */.SY)(tags);
    const launched = [source.base, ...source.overrides.map(({ reference }) => reference)];
    if (source.base.kind === 'configuration')
        return done === (0,rollback_tags/* referencesText */.ob)(launched)
            ? { group, to: done, source: undefined }
            : await toConfiguration(connection, group, (0,rollback_tags/* readPrevious */.ox)(tags));
    const steps = await (0,map_concurrently/* mapConcurrently */.X)(distinct(launched), async (reference) => {
        const versions = await versionsOf(connection, reference.id);
        const { number, at } = versions.find((each) => each.number === reference.version) ?? { number: 0, at: 0 };
        return { reference, versions, at, origin: originOf(number, versions), run: runOf(number, versions) };
    });
    const backAlready = steps.filter(({ origin }) => origin?.kind === 'put back');
    const there = (0,rollback_tags/* referencesText */.ob)(replaced(launched, backAlready.map(asBefore)));
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
    const to = (0,rollback_tags/* referencesText */.ob)(replaced(launched, [...backAlready.map(asBefore), ...references]));
    const images = (0,previous_source/* previousSourceOf */.u)(fleet)?.images ?? new Map();
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
    if (!(await (0,launch_configuration_data/* fullConfigurations */.n)(connection, [name])).has(name))
        return `the launch configuration ${name} is gone`;
    const references = [{ kind: 'configuration', name }];
    return {
        group,
        to: (0,rollback_tags/* referencesText */.ob)(references),
        source: { label: name, references, images: new Map() },
    };
}
const distinct = (references) => [
    ...new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each]] : []))).values(),
];
async function versionsOf(connection, id) {
    const versions = await (0,template_versions/* listVersions */.yO)(connection, { LaunchTemplateId: id });
    return versions.flatMap(({ VersionNumber, VersionDescription, CreateTime }) => VersionNumber === undefined
        ? []
        : [{ number: VersionNumber, description: VersionDescription, at: (CreateTime?.getTime() ?? 0) / 1000 }]);
}
/** Writes down what a group is about to go back to. */
async function recordRollback(connection, { group, to }) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const Tags = [(0,rollback_tags/* rolledBackTag */.QT)(group, to)];
    await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags }));
}

// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/modes/dark.js
var dark = __webpack_require__(87152);
// EXTERNAL MODULE: ./build/src/report/partial-result.js
var partial_result = __webpack_require__(32643);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __webpack_require__(47613);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
;// CONCATENATED MODULE: ./build/src/modes/relaunched.js



/** The result of a group whose launch source was put back, and whose roll has not begun. */
function relaunchedResult(fleet, { target, region, at, failure }) {
    const { group, source, sizes, instances } = fleet;
    const step = relaunchStep(target, at);
    return {
        group,
        region,
        status: failure ? 'failed' : 'patched',
        changed: true,
        source: failure ? source.label : (target.source?.label ?? source.label),
        imageId: failure ? source.imageId : undefined,
        previousImageId: source.imageId,
        sizes: { before: sizes, after: sizes },
        replaced: [],
        launched: [],
        lowestReady: (0,counted/* capacityOf */.A$)(instances.filter(readiness/* isServing */.PA)),
        floor: 0,
        startedAt: fleet.at,
        endedAt: at,
        timeline: [],
        left: [],
        failure,
        steps: failure || step === undefined ? [] : [step],
    };
}
/**
 * The result of a roll with the launch source that was put back before it, in a dry run would be; `alone` is the status
 * of a group in which no instance was to be replaced.
 */
function withRelaunch(rolled, target, alone) {
    const step = target && relaunchStep(target, rolled.startedAt);
    if (step === undefined)
        return rolled;
    // Without an instance to replace the launch source is what was changed.
    const status = rolled.status === 'current' ? alone : rolled.status;
    return { ...rolled, status, changed: true, steps: [step, ...rolled.steps] };
}
function relaunchStep({ group, source: previous }, at) {
    if (previous === undefined)
        return undefined;
    const change = { kind: 'set-launch-source', previous };
    return {
        group,
        at,
        action: changes/* CHANGE_KINDS */.tO['set-launch-source'].stepAction,
        detail: (0,changes/* changeText */.k0)(change, (ids) => ids.join(', ')),
        reason: 'what the group launched before its last change',
    };
}

// EXTERNAL MODULE: ./build/src/modes/roll.js + 52 modules
var roll = __webpack_require__(17054);
// EXTERNAL MODULE: ./build/src/modes/rollout.js
var rollout = __webpack_require__(95159);
;// CONCATENATED MODULE: ./build/src/modes/rollback.js












/** Returns groups to what they launched before their last change, and rolls them to it as `scale-up-patch` does. */
async function rollback(run, inputs) {
    const { connection, report } = run;
    if (inputs.shift !== undefined) {
        const { rollbackShift } = await Promise.all(/* import() */[__webpack_require__.e(5484), __webpack_require__.e(7631)]).then(__webpack_require__.bind(__webpack_require__, 7631));
        return await rollbackShift(run, { inputs, traffic: inputs.shift });
    }
    report({ kind: 'phase', title: 'Select groups' });
    const groups = await (0,select_select/* selectNames */.$W)(connection, inputs.selectors);
    report({ kind: 'info', message: `Selected: ${groups.join(', ')}` });
    report({ kind: 'phase', title: 'Previous launch sources' });
    const { fleets, targets } = await plannedTargets(run, inputs, groups);
    const touched = new Map();
    try {
        for (const target of targets)
            await applyTarget(run, inputs, { target, fleets, touched });
        report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' });
        const targetOf = targetIn(targets);
        const results = await (0,roll/* rollGroups */.ad)(run, {
            groups,
            inputs,
            complete: (rolled) => withRelaunch(rolled, targetOf(rolled), inputs.dryRun ? 'planned' : 'patched'),
            rollRequest: {
                ...rollRequestOf(inputs),
                simulate: (fleet) => launchingFrom(fleet, targetOf(fleet)),
                isLookedAhead: true,
                sourcesBefore: (0,rollout/* sourcesIn */.sE)(fleets.filter((fleet) => targetOf(fleet)?.source !== undefined)),
            },
        });
        return { kind: 'groups', groups: results };
    }
    catch (error) {
        // Launch sources that are back already stay so, whatever kept the roll from its beginning.
        if (touched.size === 0 || !(0,errors/* isFailure */.N6)(error))
            throw error;
        const kept = [...touched.values()];
        for (const result of kept)
            report({ kind: 'finished', at: result.endedAt, result });
        throw new partial_result/* PartialResult */.z4({ kind: 'groups', groups: kept }, error);
    }
}
/** What the groups go back to. Throws one UserError for all that stands against it, or against the roll that follows. */
async function plannedTargets(run, inputs, groups) {
    const seen = await (0,roll/* firstLook */.yb)(run, groups);
    const fleets = seen instanceof errors/* UserError */.yo ? [] : seen.fleets;
    const { targets, problems } = await rollbackTargets(run.connection, fleets);
    const launching = (fleet) => launchingFrom(fleet, targetIn(targets)(fleet));
    await (0,roll/* lookAheadOfRoll */.By)(run, {
        groups,
        found: [...heldByOther(run, fleets), ...problems],
        seen: seen instanceof errors/* UserError */.yo ? seen : { ...seen, fleets: fleets.map(launching) },
        rollRequestOf: () => rollRequestOf(inputs),
        next: {
            kind: 'previous',
            sources: new Map(targets.flatMap(({ group, source }) => (source === undefined ? [] : [[group, source]]))),
        },
    });
    return { fleets, targets };
}
const targetIn = (targets) => ({ group }) => targets.find((target) => target.group === group);
const rollRequestOf = (inputs) => ({ intent: 'roll', inputs, waitForAll: true, takesBack: true, ...(0,dark/* darkLaunchOptions */.c)(inputs) });
/** The launch source of a group must not change while another run holds the lease of the group. */
function heldByOther({ id, clock }, fleets) {
    const now = clock.now() / 1000;
    return fleets.flatMap(({ group, memo }) => {
        const conflict = memo && (0,lease/* leaseConflict */.jK)(memo, { run: id, now });
        return conflict === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(group, conflict)];
    });
}
async function applyTarget({ connection, clock, report }, { dryRun }, { target, fleets, touched }) {
    const { group, source: previous } = target;
    if (previous === undefined) {
        report({
            kind: 'info',
            group,
            message: `${group} launches from its previous source again already: only its roll is left`,
        });
        return;
    }
    const words = (0,report_words/* describeChange */.uQ)({ kind: 'set-launch-source', previous }, 3);
    report({ kind: 'info', group, message: `${group}: ${dryRun ? 'would ' : ''}${words}` });
    if (dryRun)
        return;
    const fleet = fleets.find((each) => each.group === group);
    const touch = (failure) => {
        if (fleet === undefined)
            return;
        const { region } = connection;
        touched.set(group, relaunchedResult(fleet, { target, region, at: clock.now() / 1000, failure }));
    };
    let recorded = false;
    try {
        await recordRollback(connection, target);
        recorded = true;
        await (0,observe_fleets/* fleetsPort */.f)(connection).apply(group, { kind: 'set-launch-source', previous });
    }
    catch (error) {
        if (recorded || (0,errors/* isUncertain */.cp)(error))
            touch((0,errors/* explanationOf */.pg)(error));
        throw error;
    }
    touch();
}
/** A dry run changes no launch source: its model launches from what would be there. */
function launchingFrom(fleet, target) {
    const { source } = fleet;
    const references = target?.source?.references ?? [];
    const [first] = references;
    if (first === undefined)
        return fleet;
    const after = (reference) => first.kind === 'configuration'
        ? first
        : (references.find((each) => each.kind === 'template' && reference.kind === 'template' && each.id === reference.id) ?? reference);
    const { images } = target?.source ?? {};
    const launched = (each) => ({
        ...each,
        reference: after(each.reference),
        ...(each.imageId !== undefined && { imageId: images?.get(each.instanceType ?? '') ?? each.imageId }),
    });
    return {
        ...fleet,
        source: {
            ...source,
            label: target?.source?.label ?? source.label,
            fingerprint: 'f'.repeat(16),
            base: after(source.base),
            overrides: source.overrides.map(launched),
            launches: source.launches?.map(launched),
            imageId: undefined,
            parts: undefined,
        },
    };
}


/***/ }),

/***/ 95159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ rollOut),
/* harmony export */   Zb: () => (/* binding */ rolloutOf),
/* harmony export */   jD: () => (/* binding */ afterPatch),
/* harmony export */   n0: () => (/* binding */ mergeResults),
/* harmony export */   sE: () => (/* binding */ sourcesIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _dark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87152);
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17054);



/** Replaces the old instances of every group whose patch did not fail, with one result for patch and roll. */
async function rollOut(run, inputs, { results: patched, before: seen }) {
    const failed = patched.filter(({ failure }) => failure !== undefined);
    for (const result of failed)
        run.report({ kind: 'finished', at: result.endedAt, result });
    const going = patched.filter((result) => !failed.includes(result));
    if (going.length === 0)
        return patched;
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan the roll' : 'Roll' });
    const changed = new Set(going.flatMap((result) => (result.changed ? [result.group] : [])));
    const complete = (after) => {
        const before = patched.find(({ group }) => group === after.group);
        return before === undefined ? after : mergeResults(before, after, inputs);
    };
    let rolled = [];
    let failure;
    try {
        const groups = going.map(({ group }) => group);
        const sourcesBefore = sourcesIn(seen.filter(({ group }) => changed.has(group)));
        const rollRequest = { ...rolloutOf(inputs), ...afterPatch(inputs, changed), sourcesBefore };
        rolled = await (0,_roll_js__WEBPACK_IMPORTED_MODULE_1__/* .rollGroups */ .ad)(run, { groups, inputs, rollRequest, complete });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error))
            throw error;
        failure = { ...(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explanationOf */ .pg)(error), ...(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ && { remedy: AGAIN }) };
    }
    return patched.map((before) => {
        const after = rolled.find(({ group }) => group === before.group);
        if (after !== undefined)
            return after;
        return failed.includes(before) ? before : unrolled(run, before, failure);
    });
}
/** What a roll knows of the patch before it; a dry run has patched nothing, and its model would show the instances as current. */
const afterPatch = ({ dryRun }, patched) => ({ patched, isLookedAhead: true, ...(dryRun && { outdated: patched }) });
/** What groups launch from, by name. */
const sourcesIn = (fleets) => new Map(fleets.map(({ group, source }) => [group, source.fingerprint]));
const AGAIN = 'Start again: groups that are patched already are rolled.';
/** What ends a roll before anything is known of a group does not undo what was patched before it. */
function unrolled({ report, clock }, patched, failure) {
    const result = { ...patched, status: 'failed', endedAt: clock.now() / 1000, failure };
    report({ kind: 'finished', at: result.endedAt, result });
    return result;
}
/** What `rollout` says is done with the groups. */
const rolloutOf = (inputs) => ({
    intent: 'roll',
    inputs,
    waitForAll: inputs.rollout === 'scale-up-patch',
    ...(0,_dark_js__WEBPACK_IMPORTED_MODULE_2__/* .darkLaunchOptions */ .c)(inputs),
});
/** The roll's result with what the patch did before it. */
function mergeResults(before, after, { dryRun }) {
    const launched = dryRun ? { source: before.source, imageId: before.imageId } : {};
    return {
        ...after,
        ...launched,
        // Patched and without an instance to replace: the patch is what happened.
        status: after.status === 'current' ? before.status : after.status,
        changed: before.changed || after.changed,
        previousImageId: before.changed ? before.previousImageId : after.previousImageId,
        startedAt: before.startedAt,
        steps: [...before.steps, ...after.steps],
        ...(before.patch && { patch: before.patch }),
    };
}


/***/ })

};
