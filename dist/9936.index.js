export const id = 9936;
export const ids = [9936];
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

/***/ 89936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ patch)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
;// CONCATENATED MODULE: ./build/src/aws/patch/select-for-patch.js






/** The groups that are meant, and which of them another run holds; throws only where an entry matches nothing. */
async function selectForPatch(connection, selector, asker) {
    const selected = await (0,select_select/* selectGroups */.B_)(connection, selector);
    // Asked for anew by name: a selection may come without the instances.
    const names = selected.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []);
    const found = new Map((await (0,describe/* groupsByName */.JR)(connection, names)).map((group) => [group.AutoScalingGroupName, group]));
    const described = names.flatMap((name) => found.get(name) ?? []);
    return { groups: described.map(patchedGroup), problems: described.flatMap((group) => held(group, asker)) };
}
function held(group, { run, now }) {
    const name = group.AutoScalingGroupName ?? '';
    try {
        const memo = (0,memo_tag/* readMemo */.fw)(group);
        const reported = memo && (0,lease/* leaseConflict */.jK)(memo, { run, now });
        return reported === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(name, reported)];
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return [(0,preflight_findings/* refusalOf */.Of)(name, error.message.replace(/\.$/, ''))];
    }
}
const patchedGroup = (described) => ({
    group: described.AutoScalingGroupName ?? '',
    described,
    sizes: { min: described.MinSize ?? 0, max: described.MaxSize ?? 0, desired: described.DesiredCapacity ?? 0 },
    inService: (described.Instances ?? []).filter(({ LifecycleState, HealthStatus }) => LifecycleState === 'InService' && HealthStatus === 'Healthy').length,
    tags: Object.fromEntries((described.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
});

// EXTERNAL MODULE: ./build/src/domain/rollout/run-id.js
var run_id = __webpack_require__(9967);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-data.js
var launch_data = __webpack_require__(12749);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/domain/patch/launch-name.js
/** Names of what a patch makes of a launch configuration, and how a copy is recognised by its name. Pure. */
/** The longest name of a launch configuration: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html */
const LONGEST_CONFIGURATION = 255;
/** The longest name of a launch template: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html */
const LONGEST_TEMPLATE = 128;
const STAMP = /-\d{8}T\d{6}Z(?:-\d+)?$/;
/** A name less the time that an earlier patch has put at its end. */
const baseName = (name) => name.replace(STAMP, '');
/** Whether a launch configuration is, by its name, a copy that a patch made of the other or of what that was made from. */
const isCopyOf = (name, original) => STAMP.test(name) && baseName(name) === stemOf(original);
/** A name for the copy of a launch configuration that no other has: the old one and the time, `now` in seconds. */
function copyName(original, now, taken) {
    const stamp = new Date(now * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const name = `${stemOf(original)}-${stamp}`;
    if (!taken.has(name))
        return name;
    for (let number = 2;; number += 1)
        if (!taken.has(`${name}-${number}`))
            return `${name}-${number}`;
}
/** As much of the old name as leaves room for the time and, should that be taken, a number. */
const stemOf = (original) => baseName(original).slice(0, LONGEST_CONFIGURATION - 22);
/** The name of the launch template that takes a launch configuration's place; the same for the same digest. */
function templateName(configuration, digest) {
    const stem = baseName(configuration).replaceAll(/[^a-zA-Z0-9().\-/_]/g, '-');
    return `${stem.slice(0, LONGEST_TEMPLATE - 1 - digest.length)}-${digest}`;
}

// EXTERNAL MODULE: ./build/src/domain/patch/migrated-template.js
var migrated_template = __webpack_require__(20699);
// EXTERNAL MODULE: ./build/src/domain/patch/version-description.js
var version_description = __webpack_require__(39668);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
;// CONCATENATED MODULE: ./build/src/aws/patch/partly-done.js

/** A step of several calls that was refused after AWS had carried out one: something has changed, though the step failed. */
class PartlyDone extends errors/* UserError */.yo {
    constructor(cause) {
        super((0,errors/* explanationOf */.pg)(cause));
        this.name = 'PartlyDone';
    }
}

// EXTERNAL MODULE: ./build/src/aws/patch/user-data-errors.js
var user_data_errors = __webpack_require__(46382);
// EXTERNAL MODULE: ./build/src/aws/patch/launch-configuration-data.js
var launch_configuration_data = __webpack_require__(8785);
// EXTERNAL MODULE: ./build/src/aws/patch/launch-template-data.js
var launch_template_data = __webpack_require__(91423);
;// CONCATENATED MODULE: ./build/src/aws/patch/create-source.js












/** Makes the copy of a launch configuration. Throws `ConfigurationsRefused` where the account may not have new ones. */
async function copyConfiguration(connection, step) {
    const { CreateLaunchConfigurationCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const { name, data } = step;
    const client = await connection.clients.autoScaling();
    // The data is what AWS itself has answered with, less what it does not take back.
    const input = { ...data, LaunchConfigurationName: name };
    try {
        await connection.send(client, new CreateLaunchConfigurationCommand(input));
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'no launch configurations in this account'))
            throw new ConfigurationsRefused(error);
        const there = isMaybeDone(error) ? (await (0,launch_configuration_data/* fullConfigurations */.n)(connection, [name])).get(name) : undefined;
        if (there === undefined || !(0,launch_data/* sameData */.n6)(there, data))
            throw (0,user_data_errors/* redactUserData */.h)(error, data.UserData);
    }
    return { kind: 'configuration', name };
}
/** This account cannot create launch configurations: https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html */
class ConfigurationsRefused extends Error {
    constructor(cause) {
        super('This account cannot create launch configurations.', { cause });
        this.name = 'ConfigurationsRefused';
    }
}
const isMaybeDone = (error) => error instanceof uncertain_outcome/* UncertainOutcome */.a || (0,refusals/* isRefusedAs */.H)(error, 'name is taken');
/** Makes the launch template that takes a launch configuration's place, or finds it where an earlier run has made it. */
async function createTemplate(connection, { from, data: configuration }, run) {
    const { CreateLaunchTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const data = (0,migrated_template/* templateDataOf */.k)(configuration);
    const name = templateName(from, digest(data).slice(0, 12));
    const found = (await (0,launch_template_data/* templateFacts */.A)(connection, [{ LaunchTemplateName: name }])).get(name);
    if (found !== undefined) {
        const versions = await (0,launch_template_data/* versionsFrom */.s)(connection, found.id, 1);
        const [version] = [...versions].find(([, there]) => (0,launch_data/* sameData */.n6)(there, data)) ?? [];
        if (version === undefined)
            throw taken(name);
        return { kind: 'template', id: found.id, name, version };
    }
    const client = await connection.clients.ec2();
    const input = {
        LaunchTemplateName: name,
        VersionDescription: (0,version_description/* patchDescription */.DN)({ from: { kind: 'configuration', name: from }, image: data.ImageId, run }),
        LaunchTemplateData: data,
        ClientToken: digest({ name, run }),
    };
    try {
        const { LaunchTemplate } = await connection.send(client, new CreateLaunchTemplateCommand(input));
        return { kind: 'template', id: LaunchTemplate?.LaunchTemplateId ?? '', name, version: 1 };
    }
    catch (error) {
        throw (0,user_data_errors/* redactUserData */.h)(error, data.UserData);
    }
}
const taken = (name) => new errors/* UserError */.yo({
    what: `There is a launch template ${name} already, and it launches something else.`,
    remedy: 'Delete it or give it back its first version, then start again.',
});
/**
 * Makes a version from another one, with nothing changed but what is to change. What comes back is looked at: a version
 * that lost a field, as emulators make it that do not know `SourceVersion`, is made again with all of them.
 */
async function createVersion(connection, step, run) {
    const { template: id, name, changes, data } = step;
    // EC2 itself copies what this version of the SDK has never heard of: so no more is sent than has to be.
    const least = (0,launch_data/* namesSnapshots */.wD)(data)
        ? { BlockDeviceMappings: data.BlockDeviceMappings, ...changes }
        : changes;
    const inherited = await sendVersion(connection, { step, sent: least, run });
    const sentWhole = lost(data, inherited.data).length > 0;
    const result = sentWhole
        ? await sendVersion(connection, { step, sent: data, run }).catch((error) => {
            throw new PartlyDone(error);
        })
        : inherited;
    const missing = lost(data, result.data);
    if (missing.length > 0)
        throw new Error(`Version ${result.version} of ${id} lacks ${missing.join(', ')}.`);
    return { kind: 'template', id, name, version: result.version };
}
/** Names of the fields that should be there and are not. */
const lost = (wanted, there) => {
    const kept = new Map(Object.entries(there));
    return Object.entries(wanted).flatMap(([name, value]) => value !== undefined && kept.get(name) === undefined ? [name] : []);
};
async function sendVersion(connection, { step, sent, run }) {
    const { CreateLaunchTemplateVersionCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const { template: id, from, data } = step;
    const client = await connection.clients.ec2();
    const input = {
        LaunchTemplateId: id,
        SourceVersion: String(from),
        VersionDescription: (0,version_description/* patchDescription */.DN)({ from: { kind: 'version', version: from }, image: data.ImageId, run }),
        LaunchTemplateData: sent,
        // With a token of our own the call may be repeated: the SDK's would be another each time.
        ClientToken: digest({ id, from, sent, run }),
    };
    try {
        const { LaunchTemplateVersion } = await connection.send(client, new CreateLaunchTemplateVersionCommand(input));
        const { VersionNumber: version, LaunchTemplateData = {} } = LaunchTemplateVersion ?? {};
        if (version === undefined)
            throw new Error(`AWS made a version of ${id} and did not say which.`);
        return { version, data: LaunchTemplateData };
    }
    catch (error) {
        throw (0,user_data_errors/* redactUserData */.h)(error, data.UserData);
    }
}
const digest = (value) => (0,external_node_crypto_.createHash)('sha256').update((0,launch_data/* canonical */.$N)(value)).digest('hex');

// EXTERNAL MODULE: ./build/src/aws/patch/rollback-tags.js
var rollback_tags = __webpack_require__(2960);
;// CONCATENATED MODULE: ./build/src/aws/patch/update-source.js



/** Writes down the launch configuration that a group is about to leave. */
async function recordPrevious(connection, group, configuration) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const Tags = [(0,rollback_tags/* previousTag */.W8)(group, configuration)];
    await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags }));
}
/** Moves the version that a template launches where no other is asked for. */
async function moveDefault(connection, template, version) {
    const { ModifyLaunchTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const input = { LaunchTemplateId: template, DefaultVersion: String(version) };
    await connection.send(client, new ModifyLaunchTemplateCommand(input));
}
/** Tells a group what it launches from now on; its instances stay as they are. */
async function updateSource(connection, { step, made, guard }) {
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const [group] = await (0,describe/* groupsByName */.JR)(connection, [step.group]);
    if (group === undefined)
        throw new errors/* UserError */.yo({ what: `The Auto Scaling group ${step.group} does not exist any more.` });
    guard(group);
    const input = { AutoScalingGroupName: step.group, ...sourceFields(group, step.moves, made) };
    await connection.send(await connection.clients.autoScaling(), new UpdateAutoScalingGroupCommand(input));
}
function sourceFields({ MixedInstancesPolicy: policy }, moves, made) {
    const target = ({ to }) => {
        const there = 'spec' in to ? made.get(to.spec) : undefined;
        if (there === undefined)
            throw new Error('A group was to launch from a source that was not created.');
        return there;
    };
    if (policy !== undefined)
        return { MixedInstancesPolicy: movedPolicy(policy, moves, target) };
    const [move] = moves;
    if (move === undefined)
        throw new Error('An update without a change.');
    const to = target(move);
    return to.kind === 'configuration' ? { LaunchConfigurationName: to.name } : { LaunchTemplate: specificationOf(to) };
}
/** The whole policy, sent as AWS shows it: whatever were left out might go back to its default. */
function movedPolicy(policy, moves, target) {
    const { LaunchTemplate, InstancesDistribution } = policy;
    const moved = (at, specification) => {
        const move = moves.find((each) => each.at === at && 'spec' in each.to);
        if (move === undefined)
            return specification && bare(specification);
        const to = target(move);
        if (to.kind === 'configuration')
            throw new Error('A mixed instances policy takes no launch configuration.');
        return specificationOf(to);
    };
    const base = moved('base', LaunchTemplate?.LaunchTemplateSpecification);
    const overrides = (LaunchTemplate?.Overrides ?? []).map((override, index) => {
        const specification = moved(index, override.LaunchTemplateSpecification);
        const image = moves.flatMap(({ at, to }) => (at === index && 'imageId' in to ? to.imageId : []))[0];
        return withoutEmpty({
            ...override,
            ...(specification && { LaunchTemplateSpecification: specification }),
            ...(image !== undefined && { ImageId: image }),
        });
    });
    return {
        LaunchTemplate: {
            ...(base && { LaunchTemplateSpecification: base }),
            ...(overrides.length > 0 && { Overrides: overrides }),
        },
        ...(InstancesDistribution && { InstancesDistribution: withoutEmpty(distribution(InstancesDistribution)) }),
    };
}
/** Sending the older two fields would remove the segments. */
function distribution(whole) {
    if (!('DistributionSegments' in whole))
        return whole;
    const { OnDemandBaseCapacity: _base, OnDemandPercentageAboveBaseCapacity: _above, ...rest } = whole;
    return rest;
}
const specificationOf = ({ id, version, }) => ({
    LaunchTemplateId: id,
    Version: String(version),
});
/** AWS shows both id and name and takes one of them. */
function bare({ LaunchTemplateId, LaunchTemplateName, Version }) {
    const template = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId };
    return { ...template, ...(Version !== undefined && { Version }) };
}
/** The SDK writes an empty list as a list of one empty text, which AWS takes for a value. */
function withoutEmpty(value) {
    const kept = Object.entries(value).flatMap(([name, inner]) => {
        if (inner === undefined || inner === '' || (Array.isArray(inner) && inner.length === 0))
            return [];
        const deep = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? withoutEmpty(inner) : inner;
        return [[name, deep]];
    });
    return Object.fromEntries(kept);
}

;// CONCATENATED MODULE: ./build/src/aws/patch/patch-port.js








/** How long AWS may take to show its own parts what it has just made. */
const LAG_SECONDS = 60;
const LAG_PAUSE_SECONDS = 2;
/** The port to AWS through which a patch is made. */
function patchPort({ connection, clock, signal, run, groups, found }) {
    const made = new Map(found);
    const workflowAttempt = (0,run_id/* workflowAttemptOf */.yE)(run);
    const versionOf = (spec) => {
        const there = made.get(spec);
        if (there?.kind !== 'template')
            throw new Error('A default version was to move to a version that was not created.');
        return there.version;
    };
    const guard = (now) => {
        const group = now.AutoScalingGroupName ?? '';
        const memo = (0,memo_tag/* readMemo */.fw)(now);
        const hands = memo && (0,lease/* leaseConflict */.jK)(memo, { run, now: clock.now() / 1000 });
        if (hands !== undefined)
            throw meanwhile(group, `${hands}.`);
        const before = groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === group);
        if (before !== undefined && !(0,launch_data/* sameData */.n6)(sourceIn(before), sourceIn(now)))
            throw meanwhile(group, 'What it launches from was changed from outside this run after this run had looked.');
    };
    /** What was made a moment ago may not be seen yet by the service that is to use it. */
    const patiently = async (act) => {
        const giveUpAt = clock.now() + LAG_SECONDS * 1000;
        for (;;) {
            try {
                return await act();
            }
            catch (error) {
                if (!(0,refusals/* isRefusedAs */.H)(error, 'launch source is not shown yet') || clock.now() >= giveUpAt)
                    throw error;
                await clock.sleep(LAG_PAUSE_SECONDS * 1000, signal);
            }
        }
    };
    const copy = async (step) => {
        try {
            made.set(step.spec, await copyConfiguration(connection, step));
            return undefined;
        }
        catch (error) {
            if (!(error instanceof ConfigurationsRefused))
                throw error;
            made.set(step.spec, await createTemplate(connection, step, workflowAttempt));
            return `${error.message} ${step.from} becomes a launch template instead.`;
        }
    };
    return {
        made,
        carryOut: async (step) => {
            switch (step.kind) {
                case 'copy-configuration':
                    return await copy(step);
                case 'create-template':
                    return void made.set(step.spec, await createTemplate(connection, step, workflowAttempt));
                case 'create-version':
                    return void made.set(step.spec, await createVersion(connection, step, workflowAttempt));
                case 'move-default':
                    await patiently(() => moveDefault(connection, step.template, versionOf(step.spec)));
                    return undefined;
                case 'remember-previous':
                    await recordPrevious(connection, step.group, step.configuration);
                    return undefined;
                case 'update-group':
                    await patiently(() => updateSource(connection, { step, made, guard }));
                    return undefined;
                default:
                    return step;
            }
        },
    };
}
const sourceIn = ({ LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy }) => ({
    LaunchConfigurationName,
    LaunchTemplate,
    MixedInstancesPolicy,
});
const meanwhile = (group, why) => new errors/* UserError */.yo({ what: `${group} was not moved to its new launch source.`, why, remedy: 'Start again.' });

// EXTERNAL MODULE: ./build/src/aws/patch/read-sources.js
var read_sources = __webpack_require__(62987);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-spec.js
var launch_spec = __webpack_require__(36086);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
;// CONCATENATED MODULE: ./build/src/domain/patch/plan-groups.js

/** What a group itself must be told: nothing where it only follows a template. */
function groupSteps({ group, source }, patched) {
    const groups = [group];
    const update = (moves) => moves.length === 0 ? [] : [{ kind: 'update-group', groups, group, moves }];
    switch (source.kind) {
        case 'configuration': {
            const spec = (0,launch_spec/* keyOf */.TN)({ kind: 'configuration', name: source.name });
            if (!patched.has(spec))
                return [];
            return [
                { kind: 'remember-previous', groups, group, configuration: source.name },
                ...update([{ at: 'base', to: { spec } }]),
            ];
        }
        case 'template':
            return update(numbered('base', source.base, patched));
        case 'mixed':
            return update([
                ...numbered('base', source.base, patched),
                ...source.overrides.flatMap(({ template, imageId = '' }, index) => {
                    const image = patched.get((0,launch_spec/* keyOf */.TN)({ kind: 'override', group, index, imageId }))?.changes.ImageId;
                    return [
                        ...(template ? numbered(index, template, patched) : []),
                        ...(image === undefined ? [] : [{ at: index, to: { imageId: image } }]),
                    ];
                }),
            ]);
        default:
            return source;
    }
}
/** A number stays where it is until the group is told; `$Latest` and `$Default` move by themselves. */
function numbered(at, use, patched) {
    const spec = (0,launch_spec/* keyOf */.TN)((0,launch_spec/* templateLocation */.aE)(use));
    return use.follows === 'number' && patched.has(spec) ? [{ at, to: { spec } }] : [];
}

// EXTERNAL MODULE: ./build/src/domain/patch/plan-template.js
var plan_template = __webpack_require__(49163);
;// CONCATENATED MODULE: ./build/src/domain/patch/plan-patch.js




/** Everything that AWS has to be told, in order: first what is new, then what uses it. */
function planPatch(patching, patches) {
    const selected = new Set(patching.groups.map(({ group }) => group));
    const patched = new Map(patches.map((patch) => [patch.spec.key, patch]));
    const plans = patching.templates.map((template) => (0,plan_template/* planTemplate */.m)(template, { patches, groups: patching.groups, followers: patching.followers, selected }));
    const copies = planConfigurations(patching, patches);
    const found = new Map([...copies.found, ...plans.flatMap((plan) => [...plan.found])]);
    return {
        steps: [
            ...copies.steps,
            ...plans.flatMap(({ creates }) => creates),
            ...plans.flatMap(({ defaults }) => defaults),
            ...patching.groups.flatMap((group) => groupSteps(group, patched)),
        ],
        found,
        warnings: plans.flatMap(({ warnings }) => warnings),
        problems: plans.flatMap(({ problems }) => problems),
    };
}
function planConfigurations({ configurations, migration, now }, patches) {
    const steps = [];
    const found = new Map();
    const taken = new Set(configurations.keys());
    for (const { spec, changes } of patches) {
        if (spec.location.kind !== 'configuration')
            continue;
        const { key, groups, location } = spec;
        const { name: from } = location;
        const data = { ...spec.data, ...changes };
        if (migration === 'always') {
            steps.push({ kind: 'create-template', spec: key, groups, from, data });
            continue;
        }
        const copy = [...configurations].find(([name, there]) => isCopyOf(name, from) && (0,launch_data/* sameData */.n6)(there, data));
        if (copy !== undefined) {
            found.set(key, { kind: 'configuration', name: copy[0] });
            continue;
        }
        const name = copyName(from, now, taken);
        taken.add(name);
        steps.push({ kind: 'copy-configuration', spec: key, groups, from, name, data });
    }
    return { steps, found };
}

;// CONCATENATED MODULE: ./build/src/domain/patch/patched-early.js

/**
 * Groups that would launch something else at another moment than their own turn, a sentence without its full stop for each template:
 * a new version is the latest for all that follow `$Latest`, and a new default one for all that follow `$Default`.
 */
const patchedEarly = ({ steps, groups, turnOf }) => [
    ...new Set(steps.flatMap((step) => {
        if (step.kind !== 'create-version' && step.kind !== 'move-default')
            return [];
        const follows = step.kind === 'create-version' ? 'latest' : 'default';
        const [first = ''] = step.groups.toSorted((one, other) => turnOf(one) - turnOf(other));
        const others = groups.filter((group) => turnOf(group.group) !== turnOf(first) && (0,plan_template/* usesOf */.M)(group).some(isUse({ id: step.template, follows })));
        if (others.length === 0)
            return [];
        const names = others.map(({ group }) => group).join(', ');
        const version = follows === 'latest' ? '$Latest' : '$Default';
        return [
            `${first} is patched before the turn of ${names}, and ${others.length > 1 ? 'they launch' : 'that one launches'} \`${version}\` of the same launch template ${step.name} (${step.template}): its patch would change what ${others.length > 1 ? 'they launch' : 'it launches'}`,
        ];
    })),
];
const isUse = ({ id, follows }) => (use) => use.id === id && use.follows === follows;

;// CONCATENATED MODULE: ./build/src/report/log/patch-words.js
/** What a step of a patch does, as an order. Of user data no more is said than that it changes. */
function patchStepInWords(step) {
    switch (step.kind) {
        case 'copy-configuration':
            return `copy the launch configuration ${step.from} as ${step.name} with image ${step.data.ImageId ?? 'unknown'}`;
        case 'create-template':
            return `make a launch template of the launch configuration ${step.from} with image ${step.data.ImageId ?? 'unknown'}`;
        case 'create-version':
            return `create version ${step.expected} of ${step.name} (${step.template}) from version ${step.from} with ${changesInWords(step.changes)}`;
        case 'move-default':
            return `make the new version of ${step.name} (${step.template}) its default`;
        case 'remember-previous':
            return `note ${step.configuration} as its previous launch source`;
        case 'update-group':
            return `let ${step.group} launch from the new launch source`;
        default:
            return step;
    }
}
/** `image ami-1, instance type m7g.large and other user data`. */
function changesInWords({ ImageId, InstanceType, UserData, BlockDeviceMappings }) {
    const parts = [
        ImageId === undefined ? [] : [`image ${ImageId}`],
        InstanceType === undefined ? [] : [`instance type ${InstanceType}`],
        UserData === undefined ? [] : ['other user data'],
        BlockDeviceMappings === undefined ? [] : ['the root volume of that image'],
    ].flat();
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
/** Why a step is made. */
function patchStepReason({ kind }) {
    switch (kind) {
        case 'copy-configuration':
            return 'a launch configuration cannot be changed';
        case 'create-template':
            return 'launch configurations get no new features, and new accounts cannot create any';
        case 'create-version':
            return 'a version cannot be changed';
        case 'move-default':
            return 'the group launches the default version';
        case 'remember-previous':
            return 'for a later rollback';
        case 'update-group':
            return 'the group names its launch source';
        default:
            return kind;
    }
}

// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
;// CONCATENATED MODULE: ./build/src/modes/apply-patch.js




const CANCELLED = { what: 'The run was cancelled.' };
/**
 * Makes the steps of a plan: what is new first, then its users, a few groups at a time. Where a step fails, the groups
 * that it was made for end there, and the others go on.
 */
async function applyPatch(run, steps, port) {
    const done = [];
    const failures = new Map();
    const perhapsChanged = new Set();
    const fail = (step, failure) => {
        for (const group of step.groups)
            if (!failures.has(group))
                failures.set(group, failure);
    };
    const make = async (step) => {
        const before = step.groups.flatMap((group) => failures.get(group) ?? [])[0];
        if (before !== undefined)
            return fail(step, before);
        if (run.signal.aborted)
            return fail(step, CANCELLED);
        try {
            const instead = await port.carryOut(step);
            done.push(step);
            for (const group of step.groups.slice(0, 1))
                run.report({ kind: 'info', group, message: `${patchStepInWords(step)}: done` });
            if (instead !== undefined)
                run.report({ kind: 'warning', message: instead });
        }
        catch (error) {
            const { remedy = AGAIN, ...failure } = (0,errors/* explanationOf */.pg)(error);
            // Only a refusal of the first call tells that nothing was done.
            if (error instanceof PartlyDone || !(error instanceof errors/* UserError */.yo || error instanceof errors/* Cancelled */.cJ))
                for (const group of step.groups)
                    perhapsChanged.add(group);
            fail(step, { ...failure, remedy });
        }
    };
    for (const lanes of stagesOf(steps))
        await (0,map_concurrently/* mapConcurrently */.X)(lanes, async (lane) => {
            for (const step of lane)
                await make(step);
        });
    return { done, failures, perhapsChanged };
}
const AGAIN = 'Start again: groups that are patched already are not patched twice.';
/** Steps that must come one after the other share a lane; a stage begins when the one before has ended. */
function stagesOf(steps) {
    const stage = (kinds) => [
        ...Map.groupBy(steps.filter(({ kind }) => kinds.includes(kind)), laneOf).values(),
    ];
    return [
        stage(['copy-configuration', 'create-template', 'create-version']),
        stage(['move-default']),
        stage(['remember-previous', 'update-group']),
    ];
}
function laneOf(step) {
    switch (step.kind) {
        case 'copy-configuration':
        case 'create-template':
            return step.from;
        case 'create-version':
        case 'move-default':
            return step.template;
        case 'remember-previous':
        case 'update-group':
            return step.group;
        default:
            return step;
    }
}

// EXTERNAL MODULE: ./build/src/modes/roll.js + 52 modules
var roll = __webpack_require__(17054);
// EXTERNAL MODULE: ./build/src/modes/rollout.js
var rollout = __webpack_require__(95159);
;// CONCATENATED MODULE: ./build/src/modes/patch-in-turns.js


/**
 * Patches groups when their turn comes and rolls them, with one result for both. What is shared is made when the first group needs
 * it, and a group whose turn does not come stays as it is.
 */
async function patchInTurns(run, inputs, { groups, turns, steps, make, resultOf }) {
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Patch and roll' });
    const done = new Set();
    const results = new Map();
    const prepare = async (names) => {
        const startedAt = run.clock.now() / 1000;
        const asked = steps.filter((step) => !done.has(step) && step.groups.some((group) => names.includes(group)));
        // Where a step fails, it fails for those whose turn it is: the others try it again in theirs.
        const narrowed = asked.map((step) => ({ ...step, groups: step.groups.filter((group) => names.includes(group)) }));
        const applied = await make(narrowed);
        asked.forEach((step, index) => {
            if (applied.done.some((each) => each === narrowed[index]))
                done.add(step);
        });
        for (const group of names) {
            const result = resultOf(group, { ...applied, done: [...done] }, startedAt);
            results.set(group, result);
            for (const message of result.patch?.undoneBy ?? [])
                run.report({ kind: 'warning', group, message });
        }
        return applied.failures;
    };
    const complete = (rolled) => {
        const patched = results.get(rolled.group);
        if (patched === undefined)
            return rolled;
        if (patched.failure !== undefined)
            return { ...patched, ...(rolled.wave && { wave: rolled.wave }) };
        return (0,rollout/* mergeResults */.n0)(patched, rolled, inputs);
    };
    const changes = new Set(steps.flatMap((step) => step.groups));
    return await (0,roll/* rollGroups */.ad)(run, {
        groups,
        inputs,
        complete,
        rollRequest: {
            ...(0,rollout/* rolloutOf */.Zb)(inputs),
            ...(0,rollout/* afterPatch */.jD)(inputs, changes),
            turns: { ...turns, changes, prepare },
        },
    });
}

// EXTERNAL MODULE: ./build/src/modes/patch-changes.js + 35 modules
var patch_changes = __webpack_require__(11331);
;// CONCATENATED MODULE: ./build/src/domain/patch/ownership.js
/** Whose a resource is, by its tags: CloudFormation's own, and those that Terraform code usually sets. */
function ownerOf(tags) {
    const stack = tags['aws:cloudformation:stack-name'];
    if (stack !== undefined)
        return { kind: 'cloudformation', stack, resource: tags['aws:cloudformation:logical-id'] };
    return Object.entries(tags).some(isTerraform) ? { kind: 'terraform' } : undefined;
}
function isTerraform([key, value]) {
    if (/^(terraform|opentofu)(:.*)?$/i.test(key))
        return !/^(false|no|0)$/i.test(value);
    const says = /^(managed|created|provisioned|deployed|maintained)[-_ ]?(by|with)$|^(provisioner|iac|tool|source)$/i;
    return says.test(key.split(/[:/]/).at(-1) ?? '') && /terraform|opentofu/i.test(value);
}
/** Which property of the group would undo a patch; undefined where the group only follows its template. */
function undoesGroup(owner, source, fields) {
    const names = fields.map((field) => `\`${owner.kind === 'terraform' ? TERRAFORM[field] : field}\``).join(' and ');
    const property = (cloudFormation, terraform) => reported(owner, { property: owner.kind === 'terraform' ? terraform : cloudFormation, of: 'the group' }, names);
    switch (source.kind) {
        case 'configuration':
            return property('LaunchConfigurationName', 'launch_configuration');
        case 'template':
            return source.base.follows === 'number'
                ? property('LaunchTemplate.Version', 'launch_template.version')
                : undefined;
        case 'mixed':
            return [source.base, ...source.overrides.flatMap(({ template }) => template ?? [])].some(({ follows }) => follows === 'number') || source.overrides.some(({ imageId }) => imageId !== undefined)
                ? property('MixedInstancesPolicy.LaunchTemplate', 'mixed_instances_policy.launch_template')
                : undefined;
        default:
            return source;
    }
}
/** Which property of a launch template would undo a patch. */
function undoesTemplate(owner, template, fields) {
    const names = fields.map((field) => (owner.kind === 'terraform' ? TERRAFORM[field] : `LaunchTemplateData.${field}`));
    return reported(owner, { property: names.join(', '), of: `the launch template ${template}` }, 'it');
}
const TERRAFORM = {
    ImageId: 'image_id',
    InstanceType: 'instance_type',
    UserData: 'user_data',
};
function reported(owner, { property, of }, carry) {
    if (owner.kind === 'terraform') {
        return `Terraform would undo this: its next apply sets \`${property}\` of ${of} back. Carry ${carry} over into its code.`;
    }
    const resource = owner.resource === undefined ? of : `the resource ${owner.resource}`;
    return `The CloudFormation stack ${owner.stack} would undo this: its next update may set \`${property}\` of ${resource} back. Carry ${carry} over into its template.`;
}

;// CONCATENATED MODULE: ./build/src/modes/patch-results.js



/** The result of one group. */
function patchResult({ group, sizes, inService, tags }, patched) {
    const sourced = patched.sources.groups.find((each) => each.group === group);
    if (sourced === undefined)
        throw new Error(`${group} was patched without its launch source being known`);
    const steps = patched.steps.filter((step) => step.groups.includes(group));
    const failure = patched.failures.get(group);
    const changed = steps.length > 0 || patched.perhapsChanged.has(group);
    const patch = patchReportOf(sourced, { patched, tags, changed });
    const images = imagesOf(sourced, patched);
    return {
        group,
        region: patched.region,
        status: failure ? 'failed' : !changed ? 'current' : patched.dryRun ? 'planned' : 'patched',
        changed,
        source: failure ? patch.before : patch.after,
        imageId: failure ? images.before : images.after,
        previousImageId: images.before,
        sizes: { before: sizes, after: sizes },
        replaced: [],
        launched: [],
        lowestReady: inService,
        floor: 0,
        startedAt: patched.startedAt,
        endedAt: patched.endedAt,
        timeline: [],
        left: [],
        failure,
        steps: steps.map((step) => ({
            group,
            at: patched.endedAt,
            action: step.kind,
            detail: patchStepInWords(step),
            reason: patchStepReason(step),
        })),
        patch,
    };
}
function patchReportOf(sourced, { patched, tags, changed }) {
    const keys = new Set((0,launch_spec/* locationsOf */.Ue)(sourced).map(({ location }) => (0,launch_spec/* keyOf */.TN)(location)));
    const patches = patched.wished.patches.filter(({ spec }) => keys.has(spec.key));
    const fields = [...new Set(patches.flatMap(({ changes }) => FIELDS.filter((field) => field in changes)))];
    const owner = ownerOf(tags);
    const templates = patched.sources.templates.filter(({ id }) => patches.some(({ spec: { location } }) => location.kind === 'template' && location.id === id));
    const undoing = [
        owner && undoesGroup(owner, sourced.source, fields),
        ...templates.map((template) => {
            const theirs = ownerOf(template.tags);
            return theirs && undoesTemplate(theirs, template.name, fields);
        }),
    ];
    return {
        before: labelOf(sourced, patched, new Map()),
        after: labelOf(sourced, patched, patched.made),
        specs: patches.map((patch) => specReportOf(patch, patched)),
        undoneBy: changed ? undoing.filter((sentence) => sentence !== undefined) : [],
    };
}
const FIELDS = ['ImageId', 'InstanceType', 'UserData'];
function specReportOf({ spec, changes, userData }, { wished }) {
    const before = wished.images.get(spec.key)?.before?.id ?? spec.data.ImageId;
    return {
        label: spec.label,
        image: changes.ImageId === undefined ? undefined : { before, after: changes.ImageId },
        instanceType: changes.InstanceType === undefined ? undefined : { before: spec.data.InstanceType, after: changes.InstanceType },
        userData,
    };
}
function imagesOf({ group, source }, { sources, wished }) {
    const location = source.kind === 'configuration' ? source : (0,launch_spec/* templateLocation */.aE)(source.base);
    const chosen = wished.images.get((0,launch_spec/* keyOf */.TN)(location));
    const { ImageId } = sources.describe(location).data;
    const named = ImageId?.startsWith('ami-') ? ImageId : undefined;
    // A base without an image: its overrides bring theirs, and the first stands for all.
    const [override] = (0,launch_spec/* locationsOf */.Ue)({ group, source }).filter((use) => use.location.kind === 'override');
    const theirs = named === undefined && override ? wished.images.get((0,launch_spec/* keyOf */.TN)(override.location)) : undefined;
    const before = chosen?.before?.id ?? named ?? theirs?.before?.id;
    return { before, after: chosen?.after.id ?? theirs?.after.id ?? before };
}
/** What the group launches from, for people. */
function labelOf({ source }, { sources }, made) {
    if (source.kind === 'configuration') {
        const there = made.get((0,launch_spec/* keyOf */.TN)(source));
        if (there === undefined)
            return source.name;
        return there.kind === 'configuration' ? there.name : `${there.name} (${there.id}) version ${there.version}`;
    }
    const base = templateLabel(source.base, sources, made);
    if (source.kind === 'template' || source.overrides.length === 0)
        return base;
    return `${base} with ${source.overrides.length} overrides`;
}
function templateLabel(use, { templates }, made) {
    const there = made.get((0,launch_spec/* keyOf */.TN)((0,launch_spec/* templateLocation */.aE)(use)));
    const version = there?.kind === 'template' ? there.version : use.version;
    const name = templates.find(({ id }) => id === use.id)?.name ?? use.id;
    const follows = use.follows === 'number' ? '' : use.follows === 'latest' ? ' ($Latest)' : ' ($Default)';
    return `${name} (${use.id}) version ${version}${follows}`;
}

// EXTERNAL MODULE: ./build/src/modes/governed-images.js
var governed_images = __webpack_require__(17025);
// EXTERNAL MODULE: ./build/src/modes/look-ahead.js + 5 modules
var look_ahead = __webpack_require__(73587);
// EXTERNAL MODULE: ./build/src/modes/planned.js + 3 modules
var planned = __webpack_require__(17277);
// EXTERNAL MODULE: ./build/src/modes/waves.js + 1 modules
var waves = __webpack_require__(94735);
;// CONCATENATED MODULE: ./build/src/modes/patch.js























/**
 * Gives groups another image, instance type or user data, and rolls them where that is asked. Everything is checked for
 * all groups before the first change; running instances are left alone by the patch itself.
 */
async function patch(run, inputs, wish) {
    const { connection, clock, report } = run;
    const startedAt = clock.now() / 1000;
    report({ kind: 'phase', title: 'Select groups' });
    const selected = await selectForPatch(connection, inputs.selectors, { run: run.id, now: startedAt });
    report({ kind: 'info', message: `Selected: ${selected.groups.map(({ group }) => group).join(', ')}` });
    const turns = (0,waves/* turnsOf */.o)(run, selected.groups, inputs);
    if (inputs.dryRun)
        report({ kind: 'phase', title: 'Plan the patch' });
    const sources = await (0,read_sources/* readLaunchSources */.i)(connection, selected.groups.map(({ described }) => described)); // prettier-ignore
    const specs = (0,launch_spec/* launchSpecsOf */.vq)(sources.groups, sources.describe);
    const wished = await (0,patch_changes/* requestedChanges */.o)(run, specs, { ...wish, pinned: (0,planned/* plannedImages */.JD)(run, sources.groups) });
    const plan = await planFor(run, { sources, wished, wish });
    const problems = [...sources.problems, ...wished.problems, ...plan.problems];
    const early = turns === undefined ? [] : tooEarly(plan, sources, turns);
    const found = [
        ...selected.problems,
        ...problems.map((what) => (0,preflight_findings/* refusalOf */.Of)(undefined, what)),
        ...(0,governed_images/* governedDocker */.v)(run, wished.patches.map(({ spec, userData }) => ({ userData, groups: selected.groups.flatMap(({ group, described }) => (spec.groups.includes(group) ? described : [])) }))), // prettier-ignore
        ...early,
    ];
    const known = sources.groups.map(({ group }) => group);
    const launches = await launchedAfter(run, specs, wished);
    const before = await refuse(run, inputs, {
        groups: selected.groups.map(({ group }) => group),
        known,
        plan,
        found,
        launches,
        next: { kind: 'patches', patches: wished.patches, chosenBy: (0,planned/* chosenBy */.mD)(wish, wished) },
    });
    for (const message of wished.notes)
        report({ kind: 'info', message });
    for (const { group, message } of [...wished.warnings, ...plan.warnings])
        report({ kind: 'warning', message, ...(group !== undefined && { group }) });
    const port = patchPort({ ...run, run: run.id, groups: selected.groups.map(({ described }) => described), found: plan.found }); // prettier-ignore
    const make = (steps) => inputs.dryRun ? planOnly(run, steps) : applyPatch(run, steps, port);
    const resultOf = (group, { done, ...applied }, since) => patchResult(group, {
        region: connection.region,
        sources,
        wished,
        made: inputs.dryRun ? expected(plan) : port.made,
        steps: done,
        ...applied,
        dryRun: inputs.dryRun,
        startedAt: since,
        endedAt: clock.now() / 1000,
    });
    if (turns !== undefined) {
        const described = new Map(selected.groups.map((group) => [group.group, group]));
        return {
            kind: 'groups',
            groups: await patchInTurns(run, inputs, {
                groups: [...described.keys()],
                turns,
                steps: plan.steps,
                make,
                resultOf: (name, applied, since) => resultOf(described.get(name), applied, since),
            }),
        };
    }
    if (!inputs.dryRun)
        report({ kind: 'phase', title: 'Patch' });
    const applied = await make(plan.steps);
    const results = selected.groups.map((group) => resultOf(group, applied, startedAt));
    for (const { group, patch: reported } of results)
        for (const message of reported?.undoneBy ?? [])
            report({ kind: 'warning', group, message });
    if (inputs.rollout !== 'none')
        return { kind: 'groups', groups: await (0,rollout/* rollOut */.Of)(run, inputs, { results, before }) };
    for (const result of results)
        report({ kind: 'finished', at: result.endedAt, result });
    return { kind: 'groups', groups: results };
}
/**
 * What each group will launch from: the image that the patch chose was looked at, and held against the types as where the
 * patch changes the type; any other one stays as it is, and is looked at with them.
 */
async function launchedAfter({ connection }, specs, { patches }) {
    const patched = new Map(patches.map(({ spec, changes }) => [spec.key, changes]));
    // Without a type that is launched with it the image is never used.
    const used = specs.filter(({ types, requirements }) => types.length > 0 || requirements.length > 0);
    const texts = used.map((spec) => [spec, patched.get(spec.key)?.ImageId ?? spec.data.ImageId ?? '']);
    const values = await (0,image_parameters/* parameterValues */.o)(connection, texts.flatMap(([, text]) => (0,request/* parameterOf */.l)(text) ?? [])); // prettier-ignore
    return texts.flatMap(([spec, text]) => {
        const changes = patched.get(spec.key);
        const isChecked = changes?.ImageId !== undefined || changes?.InstanceType !== undefined;
        const shapes = isChecked ? [] : shapesOf(spec);
        return spec.groups.map((group) => ({ group, label: spec.label, image: (0,launch_sources/* sourceImage */.$x)(text, values), shapes }));
    });
}
const shapesOf = ({ types, requirements, data: { BlockDeviceMappings: devices }, }) => [
    ...types.map((instanceType) => ({ instanceType, devices })),
    ...requirements.map((each) => ({ requirements: each, devices })),
];
/**
 * One error for all that is wrong, so that it can be mended in one go. What is patched is old from then on: whether it
 * can be replaced must be known before. Gives the groups as they are before the patch, where they are rolled after it.
 */
async function refuse(run, inputs, { groups, known, plan, found, launches, next }) {
    if (inputs.rollout === 'none') {
        await (0,look_ahead/* lookAhead */.R)(run, { groups, found, seen: undefined, launches, next, managedGroups: inputs.managedGroups });
        return [];
    }
    const seen = await (0,roll/* firstLook */.yb)(run, known);
    const patched = new Set(plan.steps.flatMap((step) => step.groups));
    await (0,roll/* lookAheadOfRoll */.By)(run, {
        groups,
        found,
        launches,
        next,
        seen,
        rollRequestOf: (group) => (0,rollout/* rolloutOf */.Zb)({ ...inputs, ...(patched.has(group) && { force: true, forceUntil: undefined }) }),
    });
    return seen instanceof errors/* UserError */.yo ? [] : seen.fleets;
}
async function planFor({ connection, clock }, { sources, wished, wish }) {
    const { patches } = wished;
    const migration = wish.migrateToLaunchTemplate ? 'always' : 'where refused';
    const copies = migration !== 'always' && patches.some(({ spec }) => spec.location.kind === 'configuration');
    const templates = sources.templates.filter(({ id }) => patches.some(({ spec: { location } }) => location.kind === 'template' && location.id === id));
    const [configurations, followers] = await Promise.all([
        copies ? (0,launch_configuration_data/* fullConfigurations */.n)(connection) : new Map(),
        (0,read_sources/* usersOf */.e)(connection, templates),
    ]);
    const now = clock.now() / 1000;
    return planPatch({ groups: sources.groups, templates, followers, configurations, migration, now }, patches);
}
/** Groups that would be patched before their turn, through a launch template that they share. */
const tooEarly = ({ steps }, { groups }, { waves, limits }) => {
    // Of a wave that has more groups than may be on their way at once each has a turn of its own.
    const turns = waves.flatMap((wave) => (wave.length > limits.maxGroups ? wave.map((group) => [group]) : [wave]));
    const turnOf = (group) => turns.findIndex((turn) => turn.includes(group));
    return patchedEarly({ steps, groups, turnOf }).map((what) => (0,preflight_findings/* refusalOf */.Of)(undefined, what, TOGETHER));
};
const TOGETHER = 'Put them into one wave of `order` with no more groups than `max-groups`, or let them launch a version by its number.';
async function planOnly({ report }, steps) {
    for (const step of steps)
        report({ kind: 'info', message: `would ${patchStepInWords(step)}: ${patchStepReason(step)}` });
    return { done: steps, failures: new Map(), perhapsChanged: new Set() };
}
/** What a plan's steps would make. */
function expected({ steps, found }) {
    const template = (step) => ({
        kind: 'template',
        id: 'new',
        name: step.from,
        version: 1,
    });
    const new_ = steps.flatMap((step) => {
        if (step.kind === 'copy-configuration')
            return [[step.spec, { kind: 'configuration', name: step.name }]];
        if (step.kind === 'create-template')
            return [[step.spec, template(step)]];
        if (step.kind !== 'create-version')
            return [];
        return [[step.spec, { kind: 'template', id: step.template, name: step.name, version: step.expected }]];
    });
    return new Map([...found, ...new_]);
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
