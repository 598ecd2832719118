export const id = 2053;
export const ids = [2053,3536,7631];
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

/***/ 28332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isLeft),
/* harmony export */   t: () => (/* binding */ byUrgency)
/* harmony export */ });
/** Whether it is still there, as far as the run knows. */
const isLeft = ({ state }) => state !== 'healed' && state !== 'gone';
/** What a person has to look at first: what failed, then what only a person can heal. */
function byUrgency(findings) {
    const rank = ({ state, heal }) => state === 'failed' ? 0 : state === 'reported' ? (heal === undefined ? 1 : 2) : state === 'marked' ? 3 : 4;
    return findings.toSorted((one, other) => rank(one) - rank(other));
}


/***/ }),

/***/ 72053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  janitor: () => (/* binding */ janitor)
});

// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
// EXTERNAL MODULE: ./build/src/aws/observe/activities.js
var observe_activities = __webpack_require__(63023);
// EXTERNAL MODULE: ./build/src/aws/observe/fleets.js + 12 modules
var observe_fleets = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/src/aws/observe/instance-refresh.js
var instance_refresh = __webpack_require__(94107);
// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
;// CONCATENATED MODULE: ./build/src/aws/janitor/traffic-sources.js


/**
 * The sources of traffic of a group and the state of each. One that is being detached is not in the description of the group
 * any more: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TrafficSourceState.html. None where the group is gone.
 */
async function trafficSourcesOf(connection, { AutoScalingGroupName }) {
    const { DescribeTrafficSourcesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    try {
        const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeTrafficSourcesCommand({ AutoScalingGroupName, ...token })));
        return pages
            .flatMap(({ TrafficSources }) => TrafficSources ?? [])
            .map(({ Identifier, TrafficSource, State = '' }) => ({ id: Identifier ?? TrafficSource ?? '', state: State }));
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'group does not exist'))
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/janitor/group-states.js








/** Groups by name; one that does not exist is not among them. */
async function readGroups(connection, { names, clock }) {
    const port = (0,observe_fleets/* fleetsPort */.f)(connection, clock);
    const described = await (0,describe/* groupsByName */.JR)(connection, names);
    const mine = described.filter((group) => leftAlone(group) === undefined);
    const own = mine.map(identity/* nameOf */.Vb);
    const seen = own.length === 0 ? { fleets: [], unreadable: [] } : await port.look(own, clock.now() / 1000, 'the group alone');
    const policies = own.length === 0 ? [] : await port.policies.of(own);
    const fleets = new Map([
        ...seen.fleets.map((fleet) => [fleet.group, fleet]),
        ...seen.unreadable.flatMap(({ group, untagged }) => (untagged === undefined ? [] : [[group, untagged]])),
    ]);
    const problems = new Map(seen.unreadable.map(({ group, problem }) => [group, problem]));
    return await (0,map_concurrently/* mapConcurrently */.X)(described, async (group) => {
        const name = (0,identity/* nameOf */.Vb)(group);
        const fleet = fleets.get(name);
        if (fleet === undefined)
            return { kind: 'left', name, why: leftAlone(group) ?? problems.get(name)?.message ?? 'it is gone' };
        const [activities, refresh, trafficSources] = await Promise.all([
            (0,observe_activities/* newestActivities */.W)(connection, { group: name }),
            (0,instance_refresh/* newestRefresh */.s)(connection, name),
            trafficSourcesOf(connection, group),
        ]);
        return {
            kind: 'read',
            group,
            state: {
                fleet,
                tags: Object.fromEntries((group.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
                protectsNew: group.NewInstancesProtectedFromScaleIn ?? false,
                policies: policies
                    .filter((policy) => policy.AutoScalingGroupName === name && (0,scaling_policies/* listens */.bc)(policy))
                    .flatMap(({ PolicyName }) => PolicyName ?? []),
                activities: activities.map(({ StartTime, Description = '', Cause = '', StatusCode = '', StatusMessage = '' }) => ({
                    at: (StartTime?.getTime() ?? 0) / 1000,
                    description: Description,
                    cause: Cause,
                    status: StatusCode,
                    message: StatusMessage,
                })),
                refresh,
                trafficSources,
            },
        };
    });
}
/** AWS gives a status only while a group is being deleted, and lets nothing but its operator change a group that has one. */
function leftAlone({ Status, Operator }) {
    if (Status)
        return `it is being deleted (${Status})`;
    if (Operator?.Principal)
        return `it is managed by ${Operator.Principal}, which alone may change it`;
    return undefined;
}

// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
// EXTERNAL MODULE: ./build/src/domain/janitor/finding.js
var janitor_finding = __webpack_require__(21629);
// EXTERNAL MODULE: ./build/src/domain/janitor/report.js
var report = __webpack_require__(28332);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/report/partial-result.js
var partial_result = __webpack_require__(32643);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/aws/act/apply.js + 1 modules
var apply = __webpack_require__(42144);
// EXTERNAL MODULE: ./build/src/aws/act/register.js
var register = __webpack_require__(14887);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
;// CONCATENATED MODULE: ./build/src/aws/janitor/heal.js





/** AWS takes so many instances in one ExitStandby. */
const MOST_INSTANCES = 20;
/** AWS takes so many versions in one DeleteLaunchTemplateVersions. */
const MOST_VERSIONS = 200;
/** Heals one finding of a group, or of none where `group` is undefined. UserError where AWS refuses. */
async function healFinding(connection, group, remedy) {
    switch (remedy.kind) {
        case 'resume':
            return await (0,apply/* applyChange */.h)(connection, group ?? '', remedy);
        case 'exit-standby':
            return await exitStandby(connection, group, remedy.instances);
        case 'register':
            for (const { balancer, instances } of remedy.registrations)
                await (0,register/* registerInstances */.q)(connection, group ?? '', { balancer, instances });
            return;
        case 'cancel-refresh':
            return await cancelRefresh(connection, group ?? '', remedy.refresh);
        case 'delete-configuration':
            return await deleteConfiguration(connection, remedy.name);
        case 'delete-versions':
            return await deleteVersions(connection, remedy.template, remedy.versions);
        default:
            return remedy;
    }
}
async function exitStandby(connection, group, instances) {
    const { ExitStandbyCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    for (const batch of (0,batches/* batches */.X)(new Set(instances), MOST_INSTANCES))
        await connection.send(client, new ExitStandbyCommand({ AutoScalingGroupName: group, InstanceIds: [...batch] }));
}
/** AWS cancels the refresh that is active, whichever that is: it is looked at just before. */
async function cancelRefresh(connection, group, refresh) {
    const active = await (0,instance_refresh/* activeRefresh */.S)(connection, group);
    if (active?.id !== refresh)
        return;
    const { CancelInstanceRefreshCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new CancelInstanceRefreshCommand({ AutoScalingGroupName: group }));
}
async function deleteConfiguration(connection, name) {
    const { DeleteLaunchConfigurationCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: name }));
}
async function deleteVersions(connection, template, versions) {
    const { DeleteLaunchTemplateVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    for (const batch of (0,batches/* batches */.X)(new Set(versions), MOST_VERSIONS)) {
        const Versions = batch.map(String);
        const command = new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId: template, Versions });
        const { UnsuccessfullyDeletedLaunchTemplateVersions: kept = [] } = await connection.send(client, command);
        const refused = kept.filter(({ ResponseError }) => !/NotFound/i.test(ResponseError?.Code ?? ''));
        if (refused.length > 0)
            throw new errors/* UserError */.yo({
                what: `Versions ${refused.map(({ VersionNumber }) => VersionNumber).join(', ')} of ${template} could not be deleted.`,
                why: refused.map(({ ResponseError }) => ResponseError?.Message ?? '').join(' '),
            });
    }
}

// EXTERNAL MODULE: ./build/src/modes/restore.js
var restore = __webpack_require__(3536);
;// CONCATENATED MODULE: ./build/src/modes/janitor-restore.js



/** Puts them back side by side; a group that another run has taken up meanwhile is that run's. */
async function putBack(run, inputs, { stale, outcomes }) {
    const groups = stale.flatMap(({ judged: { group } }) => group ?? []);
    const { restored, why } = await attempt(run, inputs, groups);
    for (const { judged, write } of stale)
        for (const { finding } of judged.findings) {
            const outcome = outcomeOf(judged.group ?? '', restored) ?? { state: 'failed', why };
            outcomes.set(finding, outcome);
            if (outcome.state === 'healed')
                await write('');
        }
    return restored;
}
async function attempt(run, inputs, groups) {
    try {
        const { groups: ended, traffic } = await (0,restore.restoreAll)(run, { groups, inputs, whose: 'any' });
        return { restored: { groups: ended, traffic }, why: 'nothing of it could be put back' };
    }
    catch (error) {
        if (!(error instanceof partial_result/* PartialResult */.z4) || error.cause instanceof errors/* Cancelled */.cJ)
            throw error;
        const { result, cause } = error;
        const ended = result.kind === 'groups' ? result : { groups: [], traffic: [] };
        return {
            restored: { groups: ended.groups, traffic: ended.traffic ?? [] },
            why: cause instanceof Error ? cause.message : String(cause),
        };
    }
}
function outcomeOf(group, { groups, traffic }) {
    const result = groups.find((each) => each.group === group) ??
        traffic.find((each) => each.groups.blue === group || each.groups.green === group);
    if (result === undefined)
        return undefined;
    const why = result.failure?.what ?? result.left.join(' ');
    switch (result.status) {
        case 'restored':
        case 'current':
            return { state: 'healed', why: undefined };
        case 'refused':
            return { state: 'reported', why };
        default:
            return { state: 'failed', why: why === '' ? `it ended as ${result.status}` : why };
    }
}

;// CONCATENATED MODULE: ./build/src/modes/janitor-heal.js
/** Marks and heals what was found. Each place is looked at once more just before, and what has changed meanwhile is left. */





const HEALED = { state: 'healed', why: undefined };
const MARKED = { state: 'marked', why: 'seen for the first time; a later run heals it' };
const GONE = { state: 'gone', why: 'it was not there any more' };
/** Marks and heals as the verdicts say; without `heal`, or in a dry run, only tells what would be done. */
async function clean(run, inputs, places) {
    const outcomes = new Map();
    for (const { judged } of places)
        for (const { finding, verdict } of judged.findings)
            outcomes.set(finding, outlook(verdict, inputs));
    let restored = { groups: [], traffic: [] };
    let ended;
    const work = inputs.heal && !inputs.dryRun ? places.filter(isToBeChanged) : [];
    if (work.length > 0)
        try {
            run.report({ kind: 'phase', title: 'Mark and heal' });
            await run.beginning?.(work.flatMap(({ judged: { group } }) => group ?? []));
            await (0,map_concurrently/* mapConcurrently */.X)(work, (place) => cleanPlace(run, place, outcomes));
            const stale = work.filter(({ judged }) => judged.findings.some(isRestored));
            if (stale.length > 0)
                restored = await putBack(run, inputs, { stale, outcomes });
        }
        catch (error) {
            ended = error;
        }
    const findings = places.flatMap(({ judged }) => judged.findings.map(({ finding }) => ({
        ...judgedFinding(run, finding, outcomes.get(finding)),
        // What AWS does not tell an earlier run may have seen.
        since: finding.since ?? judged.marks.markedAt(finding),
    })));
    return { findings, restored, ended };
}
/** What stands of a finding before anything is done. */
function outlook(verdict, { dryRun }) {
    switch (verdict.kind) {
        case 'report':
        case 'wait':
            return { state: 'reported', why: verdict.why };
        case 'mark':
            return { state: 'reported', why: dryRun ? 'a dry run: it would be marked' : 'it was not marked' };
        case 'heal':
            return { state: 'reported', why: dryRun ? 'a dry run: it would be healed' : 'it was not healed' };
        default:
            return verdict;
    }
}
const judgedFinding = ({ connection }, finding, outcome) => ({
    finding: finding.finding,
    group: finding.group,
    ...(finding.resource !== undefined && { resource: finding.resource }),
    region: connection.region,
    what: finding.what,
    advice: finding.advice,
    heal: finding.remedy?.kind,
    state: outcome?.state ?? 'reported',
    why: outcome?.why,
});
const isRestored = ({ verdict }) => verdict.kind === 'heal' && verdict.remedy.kind === 'restore';
/** Something is marked or healed, or a mark stands of what is not there any more, which would let it be healed at first sight again. */
function isToBeChanged({ judged: { findings, marks, at } }) {
    if (findings.some(({ verdict }) => verdict.kind === 'mark' || verdict.kind === 'heal'))
        return true;
    const marked = findings.filter(({ finding }) => marks.markedAt(finding) !== undefined);
    return marks.withMarks(marked.map(({ finding }) => finding), at) !== (marks.text ?? '');
} // prettier-ignore
async function cleanPlace(run, place, outcomes) {
    const now = await place.again();
    if ('why' in now) {
        for (const { finding } of place.judged.findings)
            outcomes.set(finding, { state: 'reported', why: now.why });
        return;
    }
    const marked = [];
    for (const { finding } of place.judged.findings) {
        const again = now.findings.find((each) => isSame(each.finding, finding));
        if (again === undefined) {
            outcomes.set(finding, GONE);
            continue;
        }
        const outcome = await carryOut(run, place, again);
        outcomes.set(finding, outcome);
        if (outcome.state === 'marked' || ((0,report/* isLeft */.O)(outcome) && now.marks.markedAt(finding) !== undefined))
            marked.push(finding);
    }
    const text = now.marks.withMarks(marked, now.at);
    if (text !== (now.marks.text ?? ''))
        await place.write(text);
}
const isSame = (one, other) => one.finding === other.finding && one.subject === other.subject && one.resource === other.resource;
/** What a run has left is put back for all groups together, and keeps its mark until then. */
async function carryOut(run, place, { finding, verdict }) {
    if (verdict.kind === 'mark')
        return MARKED;
    if (verdict.kind !== 'heal' || verdict.remedy.kind === 'restore')
        return { state: 'reported', why: 'why' in verdict ? verdict.why : undefined };
    return await heal(run, place, { finding, remedy: verdict.remedy });
}
async function heal({ connection, report }, place, { finding, remedy }) {
    try {
        await healFinding(connection, finding.group, remedy);
        report({ kind: 'info', message: `Healed (${remedy.kind}): ${finding.group ?? finding.resource ?? ''}: ${finding.what}` });
        return HEALED;
    }
    catch (error) {
        if (error instanceof errors/* Cancelled */.cJ || !(0,errors/* isFailure */.N6)(error))
            throw error;
        // A run beside this one may have healed it a moment ago.
        const now = await place.again();
        if ('findings' in now && !now.findings.some((each) => isSame(each.finding, finding)))
            return GONE;
        return { state: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
} // prettier-ignore

// EXTERNAL MODULE: ./build/src/aws/client/sha256.js
var sha256 = __webpack_require__(72992);
// EXTERNAL MODULE: ./build/src/aws/groups/tag-format.js
var tag_format = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
;// CONCATENATED MODULE: ./build/src/aws/janitor/marks.js



/** Tag of a group that says what was seen first when: `v=1 standby=1767600000.1f2e3d4c5b`. */
const SEEN_TAG = 'fleet-patch:seen';
/** The parameter that says the same of launch configurations and templates, which carry no tags, or none for a version. */
const SEEN_PARAMETER = '/fleet-patch/janitor/seen';
const VERSION = '1';
/** What stands in the parameter where nothing is marked: AWS takes no empty value. */
const NO_MARKS = `v=${VERSION}`;
/** Hex digits that tell findings apart. */
const DIGITS = 10;
/** The key of a finding in the marks: its name, or for what belongs to no group also what it is about. */
const keyOf = ({ finding, resource }) => resource === undefined ? finding : `${finding}.${(0,sha256.sha256)(resource).slice(0, DIGITS)}`;
const digestOf = ({ subject }) => (0,sha256.sha256)(subject).slice(0, DIGITS);
/** Reads marks. The longest text keeps to `most` characters: what has no room is marked by a later run. */
function readMarks(text, most) {
    const words = text === undefined ? {} : (0,tag_format/* parseTag */.E)(text);
    const known = words['v'] === VERSION ? words : {};
    const markedAt = (finding) => {
        const word = Object.hasOwn(known, keyOf(finding)) ? (known[keyOf(finding)] ?? '') : '';
        const [, seconds, digest] = /^(\d{1,12})\.([0-9a-f]+)$/.exec(word) ?? [];
        return digest === digestOf(finding) ? Number(seconds) : undefined;
    };
    return {
        markedAt,
        withMarks: (findings, at) => {
            const kept = findings.toSorted((one, other) => (markedAt(one) ?? at) - (markedAt(other) ?? at));
            let written = NO_MARKS;
            for (const finding of kept) {
                const word = ` ${keyOf(finding)}=${Math.floor(markedAt(finding) ?? at)}.${digestOf(finding)}`;
                if (written.length + word.length <= most)
                    written += word;
            }
            return kept.length === 0 ? '' : written;
        },
        text: text === NO_MARKS ? undefined : text,
    };
}
/** The longest value of a tag: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html */
const TAG_CHARACTERS = 256;
/** The longest value of a standard parameter: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const PARAMETER_CHARACTERS = 4096;
/** What earlier runs have marked on a group with these tags. */
const marksOfGroup = (tags) => readMarks(Object.hasOwn(tags, SEEN_TAG) ? tags[SEEN_TAG] : undefined, TAG_CHARACTERS);
/** What they have marked of what belongs to no group. */
async function marksOfRegion(connection) {
    const values = await (0,image_parameters/* parameterValues */.o)(connection, [SEEN_PARAMETER]);
    return readMarks(values.get(SEEN_PARAMETER), PARAMETER_CHARACTERS);
}

;// CONCATENATED MODULE: ./build/src/domain/janitor/sources.js
const CONFIGURATION_SECONDS = 90 * 86_400;
/** So many of the newest versions of ours stay. */
const KEPT_VERSIONS = 10;
/** All of it: a finding for each configuration, each template and each address. */
const regionFindings = (state) => [
    ...unusedConfigurations(state),
    ...unusedVersions(state),
    ...addresses(state),
];
const unusedConfigurations = ({ at, configurations, used }) => configurations
    .filter(({ name, createdAt }) => !used.has(name) && createdAt !== undefined && at - createdAt >= CONFIGURATION_SECONDS)
    .map(({ name, createdAt }) => ({
    finding: 'unused-configuration',
    group: undefined,
    resource: name,
    since: createdAt,
    subject: `${name} ${createdAt}`,
    what: `the launch configuration ${name} is in no group`,
    remedy: { kind: 'delete-configuration', name },
    advice: 'Delete it once nothing needs it.',
})); // prettier-ignore
const versionKey = (template, version) => `${template}:${version}`;
function unusedVersions({ versions, used }) {
    return [...Map.groupBy(versions, ({ template }) => template)].flatMap(([template, all]) => {
        const latest = Math.max(...all.map(({ version }) => version));
        const own = all.filter(({ isOurs }) => isOurs).toSorted((one, other) => other.version - one.version);
        const unused = own
            .slice(KEPT_VERSIONS)
            .filter((each) => !each.isDefault && each.version !== latest && !used.has(versionKey(template, each.version)))
            .map(({ version }) => version)
            .toSorted((one, other) => one - other);
        if (unused.length === 0)
            return [];
        return [
            {
                finding: 'unused-template-versions',
                group: undefined,
                resource: template,
                since: undefined,
                subject: `${template} ${unused.join(' ')}`,
                what: `versions ${unused.join(', ')} of the launch template ${template} were made by patches and are in no use`,
                remedy: { kind: 'delete-versions', template, versions: unused },
                advice: 'Delete them once nothing needs them.',
            },
        ];
    });
}
const addresses = (state) => state.addresses.map(({ id, address }) => ({
    finding: 'unassociated-address',
    group: undefined,
    resource: id,
    since: undefined,
    subject: id,
    what: `the Elastic IP ${address} was allocated for a new bastion and is associated with nothing`,
    remedy: undefined,
    advice: `Release it with \`aws ec2 release-address --allocation-id ${id}\` once nothing needs it.`,
}));

// EXTERNAL MODULE: ./build/src/domain/patch/version-description.js
var version_description = __webpack_require__(39668);
// EXTERNAL MODULE: ./build/src/aws/bastion/memo-tag.js
var memo_tag = __webpack_require__(37461);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/configurations.js
var launch_sources_configurations = __webpack_require__(22081);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
// EXTERNAL MODULE: ./build/src/aws/patch/rollback-tags.js
var rollback_tags = __webpack_require__(2960);
;// CONCATENATED MODULE: ./build/src/aws/janitor/region-state.js










/** All of a region at one moment. */
async function readRegion(connection, at) {
    const used = new Set();
    const templates = new Set();
    await (0,describe/* visitGroups */.Ip)(connection, 'every group', (group) => {
        for (const key of usedBy(group))
            used.add(key);
        for (const { LaunchTemplateId } of specificationsOf(group))
            if (LaunchTemplateId)
                templates.add(LaunchTemplateId);
    });
    const [configurations, versions, launched, addresses] = await Promise.all([
        (0,launch_sources_configurations/* everyConfiguration */.a3)(connection),
        (0,map_concurrently/* mapConcurrently */.X)([...templates], (LaunchTemplateId) => (0,template_versions/* findVersions */.tx)(connection, { LaunchTemplateId, MaxResults: template_versions/* MOST_VERSIONS */.QG })),
        launchedFrom(connection, [...templates]),
        idleAddresses(connection),
    ]);
    for (const key of launched)
        used.add(key);
    return {
        at,
        configurations: configurations.map(({ LaunchConfigurationName: name = '', CreatedTime }) => ({
            name,
            createdAt: CreatedTime && CreatedTime.getTime() / 1000,
        })),
        versions: versions
            .flatMap((list) => list ?? [])
            .map(({ LaunchTemplateId: template = '', VersionNumber: version = 0, DefaultVersion, VersionDescription = '' }) => ({
            template,
            version,
            isDefault: DefaultVersion ?? false,
            isOurs: (0,version_description/* parseDescription */.aJ)(VersionDescription).origin !== undefined,
        })),
        used,
        addresses,
    };
} // prettier-ignore
/** What a group, its instances and its tags name. A text of several sources is taken apart: a name that is cut keeps nothing. */
function usedBy(group) {
    const { LaunchConfigurationName, Instances = [], Tags = [] } = group;
    const named = Instances.flatMap((instance) => instance.LaunchConfigurationName ?? []);
    return [
        ...(LaunchConfigurationName ? [LaunchConfigurationName] : []),
        ...named,
        ...specificationsOf(group).flatMap(region_state_keyOf),
        ...((0,rollback_tags/* readPrevious */.ox)(Tags) ?? '').split('+'),
        ...((0,rollback_tags/* readRolledBack */.SY)(Tags) ?? '').split('+'),
    ];
}
const specificationsOf = ({ LaunchTemplate, MixedInstancesPolicy: mixed, Instances = [], }) => [
    LaunchTemplate,
    mixed?.LaunchTemplate?.LaunchTemplateSpecification,
    ...(mixed?.LaunchTemplate?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
    ...Instances.map((instance) => instance.LaunchTemplate),
].flatMap((specification) => specification ?? []);
/** The newest and the default version are never deleted: only numbers matter. */
function region_state_keyOf({ LaunchTemplateId, Version }) {
    const number = (0,template_versions/* versionNumber */.e1)(Version);
    return LaunchTemplateId === undefined || number === undefined ? [] : [versionKey(LaunchTemplateId, number)];
}
/** EC2 tags what is launched from a template with its id and version. */
const TEMPLATE_TAG = 'aws:ec2launchtemplate:id';
const VERSION_TAG = 'aws:ec2launchtemplate:version';
/** The most values of a filter. */
const MOST_VALUES = 200;
/** The versions that instances, of groups and outside of them, were launched from. */
async function launchedFrom(connection, templates) {
    if (templates.length === 0)
        return [];
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const found = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(templates, MOST_VALUES), async (values) => {
        const Values = [...values];
        const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeInstancesCommand({ Filters: [{ Name: `tag:${TEMPLATE_TAG}`, Values }], ...token })));
        return pages.flatMap(({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances));
    });
    return found.flat().flatMap(({ Tags = [] }) => {
        const valueOf = (key) => Tags.find(({ Key }) => Key === key)?.Value;
        const version = (0,template_versions/* versionNumber */.e1)(valueOf(VERSION_TAG));
        const template = valueOf(TEMPLATE_TAG);
        return version === undefined || template === undefined ? [] : [versionKey(template, version)];
    });
} // prettier-ignore
/** Addresses that a redeployment of a bastion has allocated for a while, and that nothing has. */
async function idleAddresses(connection) {
    const { DescribeAddressesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const { Addresses = [] } = await connection.send(client, new DescribeAddressesCommand({ Filters: [{ Name: 'tag-key', Values: [memo_tag/* BASTION_TAG */.cT] }] }));
    return Addresses.filter(({ AssociationId }) => !AssociationId).map(({ AllocationId: id = '', PublicIp = '' }) => ({
        id,
        address: PublicIp,
    }));
}

// EXTERNAL MODULE: ./build/src/aws/act/group-tags.js
var group_tags = __webpack_require__(1769);
;// CONCATENATED MODULE: ./build/src/aws/janitor/write-marks.js


const tagOf = (group) => ({
    ResourceId: group,
    ResourceType: 'auto-scaling-group',
    Key: SEEN_TAG,
});
/** Writes the marks of a group; an empty text removes them. */
async function markGroup(connection, group, text) {
    const tags = new group_tags/* GroupTags */.x(connection);
    if (text === '')
        await tags.remove([tagOf(group)]);
    else
        await tags.write([{ ...tagOf(group), Value: text, PropagateAtLaunch: false }]);
}
/** Writes the marks of what belongs to no group; AWS takes no empty value, so that the version stands alone then. */
async function markRegion(connection, text) {
    const { PutParameterCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
    const client = await connection.clients.ssm?.();
    if (client === undefined)
        throw new Error('This connection writes no parameters.');
    const Value = text === '' ? NO_MARKS : text;
    await connection.send(client, new PutParameterCommand({ Name: SEEN_PARAMETER, Type: 'String', Overwrite: true, Value }));
} // prettier-ignore

// EXTERNAL MODULE: ./build/src/domain/rollout/activity-text.js
var activity_text = __webpack_require__(85131);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/suspension-text.js
var suspension_text = __webpack_require__(70875);
;// CONCATENATED MODULE: ./build/src/domain/janitor/group-state.js
/** Whether something has been so for long enough; what has no known beginning may have. */
const isOld = (since, at, { olderThanSeconds }) => since === undefined || at - since >= olderThanSeconds;

;// CONCATENATED MODULE: ./build/src/domain/janitor/capacity.js
/** Sizes and instances that were left in another way than a group in service has them. Pure. */




const inService = ({ lifecycle }) => lifecycle === 'InService';
/** Newest first. */
const desiredChanges = (activities) => activities.flatMap(({ cause }) => (0,activity_text/* desiredChangesInText */.ap)(cause)).toSorted((one, other) => other.at - one.at);
/** `fixed-size`: minimum, desired capacity and maximum agree although scaling policies are there. */
function fixedSize({ fleet, policies, activities }, limits) {
    const { group, at, sizes } = fleet;
    const since = desiredChanges(activities)[0]?.at;
    if (policies.length === 0 || sizes.min !== sizes.max || !isOld(since, at, limits))
        return [];
    return [
        {
            finding: 'fixed-size',
            group,
            since,
            subject: `${sizes.min} ${sizes.max}`,
            what: `minimum and maximum are both ${sizes.min}, so its scaling policies ${policies.join(', ')} can do nothing`,
            remedy: undefined,
            advice: 'Set the sizes between which it should scale, or delete the policies.',
        },
    ];
}
/** So long AWS's activities and a failed doubling matter. */
const DOUBLING_SECONDS = 14 * 86_400;
/** `surplus-left`: two launch sources, half of the instances of each, since the desired capacity was doubled. */
function surplusLeft({ fleet, activities, refresh }, limits) {
    const { group, at, instances } = fleet;
    const bySource = Map.groupBy(instances.filter(inService), ({ reference }) => JSON.stringify(reference ?? null));
    const [one = [], other = [], ...more] = [...bySource.values()].map((each) => each.map(({ id }) => id));
    const [change] = desiredChanges(activities);
    if (more.length > 0 || other.length === 0 || one.length !== other.length || change === undefined)
        return [];
    const isDoubled = change.by !== 'policy' && change.from > 0 && change.to === 2 * change.from;
    const isRecent = at - change.at <= DOUBLING_SECONDS;
    if (!isDoubled || !isRecent || !isOld(change.at, at, limits) || isUnderWay(refresh))
        return [];
    return [
        {
            finding: 'surplus-left',
            group,
            since: change.at,
            subject: `${change.from} ${change.to} ${change.at}`,
            what: `its desired capacity was doubled from ${change.from} to ${change.to} and stayed so, and half of its instances are of another launch source`,
            remedy: undefined,
            advice: `Replace what is outdated with \`mode: respawn\`, and set the desired capacity that is needed, such as ${change.from}.`,
        },
    ];
}
const isUnderWay = (refresh) => refresh !== undefined && refresh.endedAt === undefined;
/** How AWS describes the activity: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-enter-exit-standby.html */
const TO_STANDBY = 'Moving EC2 instance to Standby: ';
/** `standby`: instances that were taken out of service and not returned. */
function standby({ fleet, activities }, limits) {
    const { group, at, sizes } = fleet;
    const sinceOf = (id) => activities.find(({ description }) => description === `${TO_STANDBY}${id}`)?.at;
    const left = fleet.instances.filter(({ id, lifecycle }) => lifecycle === 'Standby' && isOld(sinceOf(id), at, limits));
    if (left.length === 0)
        return [];
    const ids = left.map(({ id }) => id);
    const dates = ids.map(sinceOf);
    const known = dates.filter((date) => date !== undefined);
    const isRefused = fleet.suspended.includes('Launch') || sizes.desired + (0,counted/* capacityOf */.A$)(left) > sizes.max;
    return [
        {
            finding: 'standby',
            group,
            since: known.length < dates.length ? undefined : Math.max(...known),
            subject: ids.map((id, index) => `${id} ${dates[index] ?? ''}`).toSorted().join('; '),
            what: `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} in Standby`,
            // It raises the desired capacity, which AWS refuses beyond the maximum and while Launch is suspended.
            remedy: isRefused ? undefined : { kind: 'exit-standby', instances: ids },
            advice: `Return with \`aws autoscaling exit-standby --auto-scaling-group-name ${(0,suspension_text/* shellWord */.r7)(group)} --instance-ids ${ids.join(' ')}\`, or terminate what is not needed.`,
        },
    ]; // prettier-ignore
}
/** `protected-instances`: each is protected from scale-in in a group that does not protect what it launches. */
function protectedInstances({ fleet, protectsNew, tags }) {
    const { group, instances } = fleet;
    const serving = instances.filter(inService);
    // With managed termination protection ECS sets and removes it by itself.
    if (protectsNew || Object.hasOwn(tags, 'AmazonECSManaged') || serving.length === 0)
        return [];
    if (!serving.every(({ protectedFromScaleIn }) => protectedFromScaleIn))
        return [];
    return [
        {
            finding: 'protected-instances',
            group,
            since: undefined,
            subject: serving.map(({ id }) => id).toSorted().join('; '),
            what: 'each of its instances is protected from scale-in, and what it launches is not',
            remedy: undefined,
            advice: `Remove the protection with \`aws autoscaling set-instance-protection --auto-scaling-group-name ${(0,suspension_text/* shellWord */.r7)(group)} --no-protected-from-scale-in --instance-ids ${serving.map(({ id }) => id).join(' ')}\`.`,
        },
    ]; // prettier-ignore
}

;// CONCATENATED MODULE: ./build/src/domain/janitor/hooks.js
/** Lifecycle hooks that nothing answers. Pure. */

/** Launches in a row that prove it. */
const IN_A_ROW = 3;
/** How a hook ends a launch that was never answered: its heartbeat has timed out. */
const TIMED_OUT = /Lifecycle Action with token \S+ was abandoned: Heartbeat Timeout/i;
const isTimedOut = ({ message }) => TIMED_OUT.test(message);
/** `failing-hooks`: the last launches all ended because a hook was never answered. */
function failingHooks({ fleet, activities }) {
    const launches = activities.filter(({ description }) => (0,activity_text/* isLaunchText */.jj)(description));
    const newest = launches.findIndex((launch) => !isTimedOut(launch));
    const failed = newest < 0 ? launches : launches.slice(0, newest);
    const oldest = failed.at(-1);
    if (failed.length < IN_A_ROW || oldest === undefined)
        return [];
    return [
        {
            finding: 'failing-hooks',
            group: fleet.group,
            since: oldest.at,
            subject: 'launching',
            what: `its last ${failed.length} launches ended because a lifecycle hook was never answered`,
            remedy: undefined,
            advice: 'Mend what should call CompleteLifecycleAction, or delete the hook.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/domain/janitor/refreshes.js
/** Instance refreshes that have failed, or come to no end. Pure. */


/** After so long a refresh that says what it waits for is told, and after so long one is cancelled. */
const TOLD_AFTER_SECONDS = 3600;
const CANCELLED_AFTER_SECONDS = 86_400;
/** Instances that a refresh does not replace: it waits for them, or was told to fail. */
const WAITS_FOR_PEOPLE = /protected|protection|standby/i;
/** `stuck-refresh` and `failed-refresh`. */
function refreshes({ fleet, refresh }, limits) {
    if (refresh === undefined)
        return [];
    const { group, at } = fleet;
    if (refresh.status === 'Failed' || refresh.status === 'RollbackFailed')
        return [failed(group, refresh)];
    if (refresh.endedAt !== undefined || !ACTIVE.includes(refresh.status) || refresh.startedAt === undefined)
        return [];
    const seconds = at - refresh.startedAt;
    const waitsForPeople = WAITS_FOR_PEOPLE.test(refresh.reason);
    const isStuck = waitsForPeople ? seconds >= TOLD_AFTER_SECONDS : isOld(refresh.startedAt, at, limits);
    return isStuck ? [stuck(group, refresh, seconds)] : [];
}
const ACTIVE = ['Pending', 'InProgress', 'RollbackInProgress', 'Baking', 'Cancelling'];
const told = ({ reason }) => (reason === '' ? '' : ` (${reason})`);
const failed = (group, refresh) => ({
    finding: 'failed-refresh',
    group,
    since: refresh.endedAt ?? refresh.startedAt,
    subject: `${refresh.id} ${refresh.status}`,
    what: `its last instance refresh ${refresh.id} is ${refresh.status}${told(refresh)}`,
    remedy: undefined,
    advice: 'Mend what made it fail, then replace what is outdated with `mode: respawn`.',
});
function stuck(group, refresh, seconds) {
    const { id, status, startedAt } = refresh;
    // One that waits at checkpoints does what it was told, and one that is being cancelled cannot be cancelled.
    const mayEnd = !refresh.waits && status !== 'Cancelling' && status !== 'Baking' && seconds >= CANCELLED_AFTER_SECONDS;
    return {
        finding: 'stuck-refresh',
        group,
        since: startedAt,
        subject: id,
        what: `its instance refresh ${id} is ${status} for ${Math.floor(seconds / 3600)} h${told(refresh)}`,
        remedy: mayEnd ? { kind: 'cancel-refresh', refresh: id } : undefined,
        advice: `Cancel it with \`aws autoscaling cancel-instance-refresh --auto-scaling-group-name ${(0,suspension_text/* shellWord */.r7)(group)}\`, or end what it waits for.`,
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/carried-memo.js
var carried_memo = __webpack_require__(43569);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/gates-by-hand.js
var gates_by_hand = __webpack_require__(70476);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/domain/rollout/shift-memo.js
var shift_memo = __webpack_require__(88539);
;// CONCATENATED MODULE: ./build/src/domain/janitor/saved-state.js
/** What a run has left on a group: state that waits on purpose, that a dead run has left, or that cannot be read. Pure. */






function savedState({ fleet: seen }, limits) {
    const fleet = (0,carried_memo/* withCarriedMemo */.P)(seen);
    const { group, memo, at, orphanedLease } = fleet;
    if (fleet.unreadableTags === true)
        return found(unreadable(group));
    if (memo === undefined)
        return orphanedLease === undefined ? { kind: 'none' } : found(orphaned(group, orphanedLease));
    if (memo.heartbeatAt === 0)
        return isOld(memo.startedAt, at, limits)
            ? found(waiting(group, memo))
            : { kind: 'busy', why: `${waitsFor(memo)}, for less than \`older-than\`` };
    // A heartbeat that is ahead of AWS's clock was written by no run that is alive, but proves no age either.
    if ((0,lease/* isFromFuture */.S5)(memo, at))
        return found({ ...stale(group, memo), since: undefined });
    const seconds = Math.max(0, Math.round(at - memo.heartbeatAt));
    if (seconds < lease/* DEAD_AFTER_SECONDS */.qc)
        return { kind: 'busy', why: `run ${(0,lease/* runName */.rt)(memo)} holds its lease and renewed it ${seconds} s ago` };
    if (seconds < limits.olderThanSeconds)
        return { kind: 'busy', why: `run ${(0,lease/* runName */.rt)(memo)} renewed its lease less than \`older-than\` ago` };
    return found(stale(group, memo));
}
const found = (finding) => ({ kind: 'found', finding });
const stale = (group, memo) => ({
    finding: 'stale-state',
    group,
    since: memo.heartbeatAt,
    subject: `${memo.run} ${memo.startedAt} ${memo.heartbeatAt}`,
    what: `run ${(0,lease/* runName */.rt)(memo)} has ended without putting the group back`,
    remedy: { kind: 'restore' },
    advice: 'Run `mode: restore`, or the same mode again.',
});
const orphaned = (group, run) => ({
    finding: 'stale-state',
    group,
    since: undefined,
    subject: `orphaned ${run}`,
    what: 'the group has the tags of a run, but not its saved state',
    remedy: { kind: 'restore' },
    advice: 'Run `mode: restore`, which removes them.',
});
const waiting = (group, memo) => ({
    finding: 'waiting-state',
    group,
    since: memo.startedAt,
    subject: `${memo.run} ${memo.startedAt}`,
    what: waitsFor(memo),
    remedy: undefined,
    advice: 'It waits on purpose: go on with `mode: release`, or take it back with `mode: restore` or `mode: rollback`.',
});
/** What the state of a run that has ended on purpose waits for. */
function waitsFor(memo) {
    const run = `run ${(0,lease/* runName */.rt)(memo)}`;
    if ((0,shift_memo/* isOfShift */.G)(memo))
        return memo.progress?.keptUntil === undefined
            ? `the shift of traffic of ${run} waits to be passed by hand`
            : `${run} has shifted its traffic, and the side without traffic is kept`;
    if ((0,gates_by_hand/* isGated */.m3)(memo))
        return `the roll of ${run} waits at a gate`;
    if ((0,dark_launch/* hasDarkHalf */.E_)(memo))
        return `the new instances of ${run} are dark and wait to be released`;
    return `${run} has left the group for inspection`;
}
const unreadable = (group) => ({
    finding: 'unreadable-state',
    group,
    since: undefined,
    subject: 'unreadable',
    what: 'its tags hold a saved state that cannot be read, or that of another group',
    remedy: undefined,
    advice: 'Set sizes and suspended processes as they should be, then delete the tags `fleet-patch:memo`, `fleet-patch:run` and `fleet-patch:progress`.',
});

;// CONCATENATED MODULE: ./build/src/domain/janitor/suspended.js
/** Processes that were suspended and not resumed. Pure. */


/** The tag of a group whose suspended processes are meant to stay so: those that its value names, or all where it names none. */
const KEEP_SUSPENDED_TAG = 'fleet-patch:keep-suspended';
/** What AWS gives as the reason of a process that was suspended by a call: `User suspended at 2026-01-05T08:03:20Z`. */
const BY_USER = /^User suspended at (\d{4}-\d\d-\d\dT[\d:.]+Z)/;
/** `suspended-processes` and `suspended-by-aws`. */
function suspensions({ fleet, tags }, limits) {
    const { group, at, suspended } = fleet;
    const ofAws = suspended.filter((process) => (0,suspension_text/* isSuspendedByAws */.GS)(fleet, process));
    const left = suspended.filter((process) => !ofAws.includes(process) && !isKept(tags, process) && isOld(sinceOf(fleet, process), at, limits));
    return [...(left.length === 0 ? [] : [ofUser(fleet, left)]), ...(ofAws.length === 0 ? [] : [byAws(group, ofAws)])];
}
function isKept(tags, process) {
    const value = Object.hasOwn(tags, KEEP_SUSPENDED_TAG) ? tags[KEEP_SUSPENDED_TAG] : undefined;
    if (value === undefined)
        return false;
    const names = value.split(/[^A-Za-z]+/).filter((name) => PROCESSES.includes(name));
    return names.length === 0 || names.includes(process);
}
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html */
const PROCESSES = [
    'Launch',
    'Terminate',
    'AddToLoadBalancer',
    'AlarmNotification',
    'AZRebalance',
    'HealthCheck',
    'InstanceRefresh',
    'ReplaceUnhealthy',
    'ScheduledActions',
];
function sinceOf({ suspensionReasons = {} }, process) {
    const [, time] = BY_USER.exec(suspensionReasons[process] ?? '') ?? [];
    return time === undefined ? undefined : Date.parse(time) / 1000;
}
function ofUser(fleet, processes) {
    const dates = processes.map((process) => sinceOf(fleet, process));
    const known = dates.filter((date) => date !== undefined);
    return {
        finding: 'suspended-processes',
        group: fleet.group,
        since: known.length < dates.length ? undefined : Math.max(...known),
        subject: processes
            .map((process) => `${process} ${fleet.suspensionReasons?.[process] ?? ''}`)
            .toSorted()
            .join('; '),
        what: `${(0,suspension_text/* withReasons */.qr)(fleet, processes)} ${processes.length === 1 ? 'is' : 'are'} suspended`,
        remedy: { kind: 'resume', processes },
        advice: `Resume with \`${(0,suspension_text/* resumeCommand */.VJ)(fleet.group, processes)}\`, or give the group the tag \`${KEEP_SUSPENDED_TAG}\`.`,
    };
}
const byAws = (group, processes) => ({
    finding: 'suspended-by-aws',
    group,
    since: undefined,
    subject: processes.toSorted().join('; '),
    what: `AWS itself has suspended ${processes.join(', ')}, as it does after a day in which no launch succeeded`,
    remedy: undefined,
    advice: `Mend what keeps launches from succeeding, then \`${(0,suspension_text/* resumeCommand */.VJ)(group, processes)}\`.`,
});

;// CONCATENATED MODULE: ./build/src/domain/janitor/traffic.js
/** What receives no traffic although it should, and what should have been detached long ago. Pure. */


/** `unregistered`: instances in service that a load balancer of their group does not know. */
function unregistered({ fleet }, limits) {
    const { group, at, suspended } = fleet;
    // A group that does not register, and one that is being taken out of service, has its reason.
    if (suspended.includes(dark_launch/* REGISTERING */.c5))
        return [];
    const missing = fleet.instances
        .filter(({ lifecycle, launchedAt }) => lifecycle === 'InService' && isOld(launchedAt, at, limits))
        .flatMap(({ id, balancers }) => balancers.filter(({ state }) => state === 'unregistered').map(({ balancer }) => ({ id, balancer })));
    if (missing.length === 0)
        return [];
    const registrations = [...Map.groupBy(missing, ({ balancer }) => balancer)].map(([balancer, own]) => ({ balancer, instances: own.map(({ id }) => id) }));
    return [
        {
            finding: 'unregistered',
            group,
            since: undefined,
            subject: missing.map(({ id, balancer }) => `${id} ${balancer}`).toSorted().join('; '),
            what: registrations.map(({ balancer, instances }) => `${instances.join(', ')} ${instances.length === 1 ? 'is' : 'are'} in service and not registered with ${balancer}`).join('; '),
            remedy: { kind: 'register', registrations },
            advice: 'Register them, or take them out of service.',
        },
    ]; // prettier-ignore
}
/** `stuck-traffic-source`: one that is still being attached or detached. */
function stuckTrafficSources({ fleet, trafficSources }) {
    const stuck = trafficSources.filter(({ state }) => state === 'Adding' || state === 'Removing');
    // Until instances that are not registered are, AWS says Adding of what they miss.
    const isTold = fleet.instances.some(({ balancers }) => balancers.some(({ state }) => state === 'unregistered'));
    const shown = stuck.filter(({ state }) => state === 'Removing' || !isTold);
    if (shown.length === 0)
        return [];
    return [
        {
            finding: 'stuck-traffic-source',
            group: fleet.group,
            since: undefined,
            subject: shown.map(({ id, state }) => `${id} ${state}`).toSorted().join('; '),
            what: `its traffic ${shown.length === 1 ? 'source' : 'sources'} ${shown.map(({ id, state }) => `${id} (${state})`).join(', ')} ${shown.length === 1 ? 'is' : 'are'} neither attached nor detached`,
            remedy: undefined,
            advice: 'Look again with `aws autoscaling describe-traffic-sources`; attach or detach what stays so.',
        },
    ]; // prettier-ignore
}

;// CONCATENATED MODULE: ./build/src/domain/janitor/rules.js
/** Everything that a janitor looks for in a group, in order. Pure. */






const RULES = [
    suspensions,
    fixedSize,
    surplusLeft,
    standby,
    unregistered,
    stuckTrafficSources,
    refreshes,
    protectedInstances,
    failingHooks,
];
/** While a run has left state on a group, whatever else is unusual may be that run's: nothing else is judged then. */
function groupFindings(state, limits) {
    const saved = savedState(state, limits);
    switch (saved.kind) {
        case 'busy':
            return { kind: 'skipped', why: saved.why };
        case 'found':
            return { kind: 'looked', findings: [saved.finding] };
        case 'none':
            return { kind: 'looked', findings: RULES.flatMap((rule) => rule(state, limits)) };
        default:
            return saved;
    }
}

;// CONCATENATED MODULE: ./build/src/domain/janitor/verdict.js
/** A mark must stand so long, so that people can object, and a run beside this one is no later run. */
const MARK_RESTS_SECONDS = 3600;
/** Nothing is healed at first sight. */
function verdictOf({ remedy, since }, policy, { at, markedAt, refusal }) {
    if (remedy === undefined)
        return { kind: 'report', why: 'only a person can decide' };
    if (!policy.heal)
        return { kind: 'report', why: 'without `heal`' };
    const missing = missingInput(remedy, policy);
    if (missing !== undefined)
        return { kind: 'report', why: `without \`${missing}\`` };
    if (refusal !== undefined)
        return { kind: 'report', why: refusal };
    if (markedAt === undefined)
        return { kind: 'mark' };
    // What has no date is as old as its mark.
    const rests = since === undefined ? Math.max(MARK_RESTS_SECONDS, policy.olderThanSeconds) : MARK_RESTS_SECONDS;
    return at - markedAt >= rests
        ? { kind: 'heal', remedy }
        : { kind: 'wait', why: 'an earlier run has marked it; a later one heals it' };
}
function missingInput({ kind }, { healStandby, healSources }) {
    switch (kind) {
        case 'exit-standby':
            return healStandby ? undefined : 'heal-standby';
        case 'delete-configuration':
        case 'delete-versions':
            return healSources ? undefined : 'heal-sources';
        case 'restore':
        case 'resume':
        case 'register':
        case 'cancel-refresh':
            return undefined;
        default:
            return kind;
    }
}
/** The remedies that put back what a run of ours has left: those the catalogue never forbids. */
const isOwn = ({ kind }) => kind === 'restore';

// EXTERNAL MODULE: ./build/src/domain/catalogue/request-checks.js
var request_checks = __webpack_require__(64255);
// EXTERNAL MODULE: ./build/src/modes/governance.js
var modes_governance = __webpack_require__(61256);
;// CONCATENATED MODULE: ./build/src/modes/janitor-governance.js
/** What the catalogue says of each change of a janitor, which begins whatever it says. */



const UNKNOWN = 'which environment of the catalogue this is cannot be told';
/**
 * Why no run may heal this in the group; undefined where one may. What a run of ours has left is put back whatever the catalogue
 * says, as by a restore. Processes are resumed only in groups that a service claims: elsewhere it is not known what is meant to rest.
 */
function refusalFor(governance, group, remedy) {
    if (governance === undefined)
        return remedy.kind === 'resume' ? 'processes are resumed only in groups that a catalogue claims' : undefined;
    if (isOwn(remedy))
        return undefined;
    if (governance.environment === undefined)
        return UNKNOWN;
    const name = group.AutoScalingGroupName ?? '';
    const claim = (0,modes_governance/* claimsOf */.ds)(governance, [group]).get(name);
    if (claim === undefined || 'finding' in claim)
        return claim?.finding.what ?? UNKNOWN;
    governance.claimed.set(name, claim.service);
    return requestRefusal(governance, { environment: governance.environment, service: claim.service });
}
/** Why nothing may be deleted that belongs to no group. */
const regionRefusal = (governance) => governance.environment === undefined
    ? UNKNOWN
    : requestRefusal(governance, { environment: governance.environment, service: undefined });
/** What only `dry-run` lets pass is refused as well. */
const requestRefusal = ({ catalogue, request }, subject) => (0,request_checks/* requestFindings */.I)(catalogue, subject, request).find(({ weight }) => weight === 'refusal' || weight === 'told')?.what;

;// CONCATENATED MODULE: ./build/src/modes/janitor-judge.js
/** Where something may have been left behind, and what a run makes of what it finds there. */








/** A group that was read, or why it is left alone. */
function groupPlace(run, inputs, read) {
    const { connection, clock } = run;
    const name = read.kind === 'left' ? read.name : read.state.fleet.group;
    const judged = judgeGroup(run, inputs, read);
    if ('why' in judged)
        return { group: name, why: judged.why };
    return {
        judged,
        again: async () => {
            const [now] = await readGroups(connection, { names: [name], clock });
            return now === undefined ? { why: 'it is gone' } : judgeGroup(run, inputs, now);
        },
        write: (text) => markGroup(connection, name, text),
    };
}
function judgeGroup({ governance }, inputs, read) {
    if (read.kind === 'left')
        return { why: read.why };
    const { group, state } = read;
    const { at } = state.fleet;
    const found = groupFindings(state, inputs);
    if (found.kind === 'skipped')
        return { why: found.why };
    const marks = marksOfGroup(state.tags);
    return {
        group: state.fleet.group,
        at,
        marks,
        findings: found.findings.map((finding) => {
            const refusal = finding.remedy && refusalFor(governance, group, finding.remedy);
            return { finding, verdict: verdictOf(finding, inputs, { at, markedAt: marks.markedAt(finding), refusal }) };
        }),
    };
}
/** What belongs to no group of the region. */
async function regionPlace(run, inputs) {
    const { connection } = run;
    return {
        judged: await judgeRegion(run, inputs),
        again: () => judgeRegion(run, inputs),
        write: (text) => markRegion(connection, text),
    };
}
async function judgeRegion({ connection, clock, governance }, inputs) {
    const state = await readRegion(connection, clock.now() / 1000);
    const { at } = state;
    const marks = await marksOfRegion(connection);
    const refusal = governance && regionRefusal(governance);
    return {
        group: undefined,
        at,
        marks,
        findings: regionFindings(state).map((finding) => ({
            finding,
            verdict: verdictOf(finding, inputs, { at, markedAt: marks.markedAt(finding), refusal }),
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/modes/janitor.js










/** Names in the message of a failure; the summary has them all. */
const MOST_NAMES = 20;
/**
 * Finds what was left behind in groups and in their region. With `heal` it marks what it sees for the first time, and heals what
 * an earlier run has marked; without it nothing is written. Throws what is found as a PartialResult where something could not be
 * healed, or a finding of `fail-on` is left.
 */
async function janitor(run, inputs) {
    const { connection, clock, report } = run;
    report({ kind: 'phase', title: 'Look for what was left behind' });
    const isEverything = meansEverything(inputs);
    const names = isEverything ? await everyName(run) : await (0,select_select/* selectNames */.$W)(connection, inputs.selectors);
    run.selected?.(names);
    const read = await readGroups(connection, { names, clock });
    report({ kind: 'info', message: `Looked at ${(0,words/* count */.U9)(read.length, 'group')} in ${connection.region}.` });
    const looked = read.map((each) => groupPlace(run, inputs, each));
    const places = looked.flatMap((each) => ('why' in each ? [] : each));
    const cleaned = await clean(run, inputs, [...places, ...(isEverything ? [await regionPlace(run, inputs)] : [])]);
    const { findings, restored, ended } = cleaned;
    const skipped = looked.flatMap((each) => ('why' in each ? { group: each.group, why: each.why } : []));
    const result = {
        kind: 'janitor',
        janitor: { region: connection.region, groups: looked.map(nameOf), findings, skipped },
        restored,
    };
    const failure = ended ?? refusal(findings, inputs);
    if (failure !== undefined)
        throw new partial_result/* PartialResult */.z4(result, failure);
    return result;
}
const nameOf = (each) => ('why' in each ? each.group : (each.judged.group ?? ''));
const everyName = async ({ connection }) => (await (0,describe/* groupsByFilter */.q$)(connection, [])).flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []).toSorted();
/** What belongs to no group is looked at only where every group is: a part of them does not tell what is in no use. */
function meansEverything({ selectors: { groups, stacks, tags } }) {
    const isOpen = groups.length === 0 || (groups.length === 1 && groups[0] === '*');
    return isOpen && stacks.length + tags.length === 0;
}
/** What makes the step red. */
function refusal(findings, { failOn }) {
    const failed = findings.filter(({ state }) => state === 'failed');
    const wanted = findings.filter((finding) => (0,report/* isLeft */.O)(finding) && failOn.includes(finding.finding));
    if (failed.length + wanted.length === 0)
        return undefined;
    const named = (finding) => `${(0,janitor_finding/* placeOf */.$)(finding)}: ${finding.finding}`;
    const reasons = [...failed.map((finding) => `${named(finding)} (${finding.why ?? ''})`), ...wanted.map(named)];
    return new errors/* UserError */.yo({
        what: [
            ...(failed.length > 0 ? [`${(0,words/* count */.U9)(failed.length, 'finding')} could not be healed.`] : []),
            ...(wanted.length > 0
                ? [`${(0,words/* count */.U9)(wanted.length, 'finding')} of \`fail-on\` ${wanted.length === 1 ? 'is' : 'are'} left.`]
                : []),
        ].join(' '),
        why: `${(0,words/* firstOf */.Ku)([...new Set(reasons)], MOST_NAMES)}.`,
        remedy: 'The summary says of each what to do.',
    });
}


/***/ }),

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore),
/* harmony export */   restoreAll: () => (/* binding */ restoreAll)
/* harmony export */ });
/* harmony import */ var _aws_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96302);
/* harmony import */ var _report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32643);
/* harmony import */ var _redeploy_bastion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89746);
/* harmony import */ var _roll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17054);
/* harmony import */ var _take_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7631);





/** Puts back what a dead run has left changed, the bastion first; replaces nothing more. */
async function restore(run, inputs) {
    const { bastion: name, elasticIp, selectors } = inputs;
    if (name === undefined && elasticIp === undefined) {
        const { groups, traffic } = await restoreGroups(run, inputs);
        return (0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .restoredResult */ .al)(undefined, groups, traffic);
    }
    const bastion = await (0,_redeploy_bastion_js__WEBPACK_IMPORTED_MODULE_2__.undoBastion)(run, inputs, { bastion: name, elasticIp });
    if ([selectors.groups, selectors.stacks, selectors.tags].every(({ length }) => length === 0))
        return { kind: 'bastion', bastion };
    const restored = await restoreGroups(run, inputs).catch((error) => {
        throw (0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .besideBastion */ .bF)(bastion, error);
    });
    return (0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .restoredResult */ .al)(bastion, restored.groups, restored.traffic);
}
async function restoreGroups(run, inputs) {
    run.report({ kind: 'phase', title: 'Select groups' });
    const groups = await (0,_aws_select_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectNames */ .$W)(run.connection, inputs.selectors);
    run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` });
    await run.beginning?.(groups);
    run.report({ kind: 'phase', title: 'Restore' });
    return await restoreAll(run, { groups, inputs, whose: 'any' });
}
/** Takes back the shifts of traffic that groups are of, then puts back all others, whatever came of the shifts. */
async function restoreAll(run, request) {
    const { groups: names, inputs, whose, savedMemos } = request;
    const shifts = await (0,_take_back_js__WEBPACK_IMPORTED_MODULE_4__/* .takeBackShifts */ .G)(run, request).catch((error) => ({
        error,
        traffic: [],
        others: names,
        alone: [],
    }));
    const groups = shifts.others.length === 0
        ? []
        : await (0,_roll_js__WEBPACK_IMPORTED_MODULE_3__/* .rollGroups */ .ad)(run, {
            groups: shifts.others,
            inputs,
            rollRequest: { intent: 'restore', whose, ...(savedMemos && { savedMemos }) },
        });
    if ('error' in shifts)
        throw new _report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .PartialResult */ .z4({ kind: 'groups', groups }, shifts.error);
    if (shifts.alone.length > 0)
        throw new _report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .PartialResult */ .z4((0,_report_partial_result_js__WEBPACK_IMPORTED_MODULE_1__/* .restoredResult */ .al)(undefined, groups, shifts.traffic), (0,_take_back_js__WEBPACK_IMPORTED_MODULE_4__/* .leftAlone */ .V)(shifts.alone));
    return { groups, traffic: shifts.traffic };
}


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ takeBackShifts),
/* harmony export */   V: () => (/* binding */ leftAlone),
/* harmony export */   releaseShift: () => (/* binding */ releaseShift),
/* harmony export */   rollbackShift: () => (/* binding */ rollbackShift)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _domain_rollout_restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94178);
/* harmony import */ var _domain_rollout_shift_memo_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(88539);
/* harmony import */ var _aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(42875);
/* harmony import */ var _aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61072);
/* harmony import */ var _aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97665);
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88330);
/* harmony import */ var _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15684);
/* harmony import */ var _apply_shift_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43565);
/* harmony import */ var _look_ahead_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73587);
/* harmony import */ var _shift_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75484);
/* harmony import */ var _traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(54344);
/* harmony import */ var _traffic_results_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39324);
/** Takes shifts of traffic back: `rollback` with two groups, and what `restore` and the post step find of them. */














/** Returns to the shares before the last shift of two groups, and to their sizes. */
async function rollbackShift(run, { inputs, traffic }) {
    const startedAt = run.clock.now() / 1000;
    run.report({ kind: 'phase', title: 'Find the groups' });
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, traffic);
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined);
    const [note] = seen.routes.flatMap(({ previous }) => previous ?? []);
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, note?.to ?? 'green');
    run.report({ kind: 'info', message: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.pairInWords)(pair, seen, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSide */ ._P)(to)) });
    const groups = [pair.names.blue, pair.names.green];
    await (0,_look_ahead_js__WEBPACK_IMPORTED_MODULE_7__/* .lookAhead */ .R)(run, {
        groups,
        seen: undefined,
        managedGroups: traffic.managedGroups,
        shift: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.governedShift)(pair, traffic),
        found: [...pair.found, ...(await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.lateReadsFound)(run, pair, undefined))],
    });
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll back' });
    const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return { kind: 'traffic', traffic: (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) };
}
/** Goes on with a shift that waits at a step, or shrinks what an ended one has kept. */
async function releaseShift(run, { inputs, settings }) {
    const startedAt = run.clock.now() / 1000;
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, settings);
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun, settings }).look(startedAt, undefined);
    const progress = seen.groups.green.memo?.progress ?? {};
    if (!(0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(progress) && progress.role !== undefined)
        return await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.shiftPair)(run, {
            inputs: { ...inputs, ...settings },
            settings,
            resizes: progress.plan === 'blue-green',
            passesGate: true,
        });
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Release' });
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, settings.to ?? 'green');
    const groups = [pair.names.blue, pair.names.green];
    await (0,_look_ahead_js__WEBPACK_IMPORTED_MODULE_7__/* .lookAhead */ .R)(run, {
        groups,
        seen: undefined,
        managedGroups: settings.managedGroups,
        shift: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.governedShift)(pair, settings),
        found: [...pair.found, ...(await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.lateReadsFound)(run, pair, undefined))],
    });
    const job = { pair, inputs, settings, intent: 'release', to, resizes: true, seen };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return { kind: 'traffic', traffic: (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) };
}
/** Takes back the unfinished shifts that these groups are of; what waits or is kept on purpose stays. */
async function takeBackShifts(run, request) {
    const { groups, savedMemos } = request;
    const described = await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByName */ .JR)(run.connection, groups);
    const memos = new Map();
    for (const group of described) {
        const name = group.AutoScalingGroupName ?? '';
        const memo = readable(() => (0,_aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .readMemo */ .fw)(group)) ?? savedMemos?.get(name);
        if (memo !== undefined && (0,_domain_rollout_shift_memo_js__WEBPACK_IMPORTED_MODULE_12__/* .isOfShift */ .G)(memo))
            memos.set(name, memo);
    }
    if (memos.size === 0)
        return { traffic: [], others: groups, alone: [] };
    const traffic = [];
    const alone = [];
    const done = new Set();
    for (const [name, memo] of memos) {
        if (done.has(name))
            continue;
        const pair = await partnerOf(run, name, memo);
        if (pair === undefined) {
            alone.push(name);
            continue;
        }
        for (const side of _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .SIDES */ .BV)
            done.add(pair[side]);
        const result = await takeBack(run, request, pair);
        if (result !== undefined)
            traffic.push(result);
    }
    return { traffic, others: groups.filter((name) => !memos.has(name)), alone };
}
/** A memo that cannot be read is told by what works on the group. */
function readable(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
/** Both groups of a shift by their sides; undefined where the other one is gone. */
async function partnerOf({ connection }, name, { progress }) {
    const tagged = await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByFilter */ .q$)(connection, [{ Name: 'tag-key', Values: [_aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .MEMO_TAG */ .Y7] }]);
    const found = tagged.find((group) => (0,_aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .partnerHash */ .B)(group) === progress?.partner) ??
        (await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByFilter */ .q$)(connection, [])).find((group) => (0,_aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .partnerHash */ .B)(group) === progress?.partner);
    const partner = found?.AutoScalingGroupName;
    if (partner === undefined || progress?.side === undefined)
        return undefined;
    return progress.side === 'blue' ? { blue: name, green: partner } : { blue: partner, green: name };
}
/** Of a shift whose other group is gone it is not known what its shares were to be: a person must say. */
const leftAlone = (groups) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
    what: `${groups.join(', ')} ${groups.length === 1 ? 'is' : 'are'} of a shift of traffic whose other group does not exist any more: nothing of it is taken back.`,
    remedy: 'Set the weights, and sizes and suspended processes of the group, as they should be, then delete the tags `fleet-patch:memo`, `fleet-patch:run` and `fleet-patch:progress`.',
});
async function takeBack(run, { inputs, whose, savedMemos }, names) {
    const startedAt = run.clock.now() / 1000;
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, {
        pair: { kind: 'groups', ...names },
        means: undefined,
        listenerRules: [],
        record: undefined,
        hostedZone: undefined,
        identifiers: { blue: undefined, green: undefined },
    });
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined);
    const found = seen.groups.blue.memo ?? seen.groups.green.memo;
    const written = found === undefined ? standing(run, seen, { names, savedMemos, means: pair.routing.means }) : undefined;
    const memo = found ?? written?.blue;
    if (memo === undefined)
        return undefined;
    if (whose === 'own' && memo.run !== run.id)
        return undefined;
    if (memo.heartbeatAt === 0 && (whose === 'own' || (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(memo.progress ?? {}))) {
        run.report({ kind: 'info', message: `${names.blue} and ${names.green}: ${leftText(memo)}` });
        return undefined;
    }
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .shiftsTo */ .fh)(written ?? { ...(seen.groups.blue.memo && { blue: seen.groups.blue.memo }), ...(seen.groups.green.memo && { green: seen.groups.green.memo }) })); // prettier-ignore
    run.report({ kind: 'info', message: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.pairInWords)(pair, seen, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSide */ ._P)(to)) });
    const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen, written };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome);
}
const leftText = ({ progress = {} }) => (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(progress)
    ? 'the shift has ended, and the side without traffic is kept on purpose; `mode: release` shrinks it, `mode: rollback` returns to it.'
    : 'the shift waits on purpose to be passed by hand; `mode: release` goes on with it, `mode: rollback` takes it back.';
/**
 * What the runner keeps of a shift whose tags are gone while its weights stand, or, before its first step, what it has done to the
 * groups: undefined where it had come to its end.
 */
function standing(run, seen, { names, savedMemos, means, }) {
    const [blue, green] = [savedMemos?.get(names.blue), savedMemos?.get(names.green)];
    if (blue === undefined || green === undefined || blue.run !== run.id)
        return undefined;
    const isUnderWay = seen.routes.some(({ previous, weights }) => previous?.startedAt === blue.startedAt &&
        !(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .weightsAt */ .X)(means, previous.weights, { to: previous.to, share: previous.end })) &&
        !(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, previous.weights));
    const isBefore = seen.routes.every(({ previous, weights }) => previous?.startedAt !== blue.startedAt || (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, previous.weights));
    const memos = { blue, green };
    const isStanding = _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .SIDES */ .BV.some((side) => (0,_domain_rollout_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreStep */ .T2)(seen.groups[side], memos[side]).kind !== 'clear-state');
    return isUnderWay || (isBefore && isStanding) ? memos : undefined;
}


/***/ })

};
