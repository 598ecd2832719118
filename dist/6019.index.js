export const id = 6019;
export const ids = [6019,7629];
export const modules = {

/***/ 42144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ applyChange)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
// EXTERNAL MODULE: ./build/src/aws/act/group-tags.js
var group_tags = __webpack_require__(1769);
// EXTERNAL MODULE: ./build/src/aws/act/register.js
var register = __webpack_require__(14887);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/domain/patch/version-description.js
var version_description = __webpack_require__(39668);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
;// CONCATENATED MODULE: ./build/src/aws/act/set-launch-source.js






/**
 * Makes a group launch from a previous source again, in the way in which it names its source: a number or a launch
 * configuration is set in the group, `$Default` is moved back, and `$Latest` gets a new version that is a copy. May be
 * repeated. Throws a UserError where AWS refuses, as for a launch configuration or version that is gone.
 */
async function putPreviousSource(connection, { group: name, previous }) {
    const [group] = await (0,describe/* groupsByName */.JR)(connection, [name]);
    if (group === undefined)
        throw new errors/* UserError */.yo({ what: `The Auto Scaling group ${name} does not exist.` });
    const { templates, update } = planOf(group, previous);
    for (const { use, reference } of templates)
        await (use === 'latest' ? copyToLatest(connection, reference) : moveDefault(connection, reference));
    if (update === undefined)
        return;
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: name, ...update }));
}
function planOf(group, { references, images }) {
    const [first] = references;
    if (first?.kind === 'configuration')
        return { templates: [], update: { LaunchConfigurationName: first.name } };
    const known = new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each]] : [])));
    const changes = new Map();
    /** The specification as it should be; where it follows its template, the template is what changes. */
    const before = (specification) => {
        const { LaunchTemplateId: id, Version } = specification;
        const reference = known.get(id ?? '');
        if (reference === undefined)
            return identified(specification);
        const use = useOf(Version);
        if (use === 'number')
            return { LaunchTemplateId: reference.id, Version: String(reference.version) };
        changes.set(`${use} ${reference.id}`, { use, reference });
        return identified(specification);
    };
    const { LaunchTemplate, MixedInstancesPolicy: policy } = group;
    const update = policy === undefined ? singleBefore() : { MixedInstancesPolicy: mixedBefore(policy, before, images) };
    return { templates: [...changes.values()], update };
    function singleBefore() {
        if (first === undefined || first.kind !== 'template')
            return undefined;
        if (LaunchTemplate === undefined || LaunchTemplate.LaunchTemplateId !== first.id)
            return { LaunchTemplate: { LaunchTemplateId: first.id, Version: String(first.version) } };
        const wanted = before(LaunchTemplate);
        return wanted.Version === LaunchTemplate.Version ? undefined : { LaunchTemplate: wanted };
    }
}
function mixedBefore(policy, before, images) {
    const { LaunchTemplateSpecification: base, Overrides } = policy.LaunchTemplate ?? {};
    return {
        ...policy,
        LaunchTemplate: {
            ...(base && { LaunchTemplateSpecification: before(base) }),
            Overrides: (Overrides ?? []).map((override) => {
                const image = images.get(override.InstanceType ?? '');
                return {
                    ...override,
                    ...(override.LaunchTemplateSpecification && {
                        LaunchTemplateSpecification: before(override.LaunchTemplateSpecification),
                    }),
                    ...(override.ImageId !== undefined && image !== undefined && { ImageId: image }),
                };
            }),
        },
    };
}
/** AWS describes id and name but takes only one of them. */
const identified = ({ LaunchTemplateId, ...rest }) => LaunchTemplateId === undefined
    ? rest
    : { LaunchTemplateId, ...(rest.Version !== undefined && { Version: rest.Version }) };
const useOf = (version) => (0,template_versions/* versionNumber */.e1)(version) !== undefined ? 'number' : version === '$Latest' ? 'latest' : 'default';
async function moveDefault(connection, { id, version }) {
    const { ModifyLaunchTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    await connection.send(client, new ModifyLaunchTemplateCommand({ LaunchTemplateId: id, DefaultVersion: String(version) }));
}
async function copyToLatest(connection, { id, version }) {
    const { CreateLaunchTemplateVersionCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const versions = await (0,template_versions/* listVersions */.yO)(connection, { LaunchTemplateId: id, Versions: [String(version), '$Latest'] });
    const found = versions.toSorted((a, b) => (a.VersionNumber ?? 0) - (b.VersionNumber ?? 0));
    const latest = found.at(-1);
    const data = found.find(({ VersionNumber }) => VersionNumber === version)?.LaunchTemplateData;
    if (data === undefined)
        throw new errors/* UserError */.yo({ what: `Version ${version} of the launch template ${id} does not exist any more.` });
    // Another group that follows the same template may have made the copy.
    if ((0,external_node_util_.isDeepStrictEqual)(latest?.LaunchTemplateData, data))
        return;
    const failed = latest?.VersionNumber ?? version;
    const { ImageId, InstanceType, UserData } = data;
    // A version that is made from another leaves out the snapshots of its block devices unless they are told again.
    const BlockDeviceMappings = data.BlockDeviceMappings;
    await connection.send(client, new CreateLaunchTemplateVersionCommand({
        LaunchTemplateId: id,
        SourceVersion: String(version),
        VersionDescription: (0,version_description/* putBackDescription */.FM)({ version, failed }),
        // AWS refuses a version in which nothing is told; these are the same as in its source.
        LaunchTemplateData: {
            ...(ImageId !== undefined && { ImageId }),
            ...(InstanceType !== undefined && { InstanceType }),
            ...(UserData !== undefined && { UserData }),
            ...(BlockDeviceMappings?.length && { BlockDeviceMappings }),
        },
        // The same copy of the same version after the same failure is the same call: it may be sent twice.
        ClientToken: (0,external_node_crypto_.createHash)('sha256').update(`${id} ${version} ${failed}`).digest('hex'),
    }));
}

// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __webpack_require__(47613);
// EXTERNAL MODULE: ./build/src/domain/rollout/termination-order.js
var termination_order = __webpack_require__(93323);
;// CONCATENATED MODULE: ./build/src/aws/act/apply.js
/** Makes the changes of a rollout: one call to AWS for each, or a few. */










/**
 * Makes the call that a change is; to set the launch source may take one for each launch template. An instance that
 * is gone already counts as terminated, but where the desired capacity was to fall with it, or others were to leave with it: that
 * throws UncertainOutcome, for only a look tells. Throws, before any call, where a list is empty: AWS takes an empty list of
 * processes for "all of them".
 */
async function applyChange(connection, group, change, { warn = () => undefined, tags = new group_tags/* GroupTags */.x(connection) } = {}) {
    switch (change.kind) {
        case 'save-state':
            await carryMemo(connection, change, warn);
            return tags.write((0,memo_tag/* memoTags */.o2)(group, change.memo));
        case 'renew-lease':
            // Says in one call that the run is alive, and leaves the facts of its memo as they are.
            return tags.write([(0,memo_tag/* runTag */.eZ)(group, change.memo)]);
        case 'suspend':
            return suspend(connection, group, change.processes);
        case 'register':
            return (0,register/* registerInstances */.q)(connection, group, change);
        case 'resize':
            return resize(connection, group, change.sizes);
        case 'terminate':
            return terminate(connection, group, change);
        case 'terminate-warm':
            return terminateWarm(connection, change.instances);
        case 'set-launch-source':
            return putPreviousSource(connection, { group, previous: change.previous });
        case 'resume':
            return resume(connection, group, change.processes);
        case 'clear-state':
            await dropCarried(connection, change);
            return tags.remove((0,memo_tag/* clearedTags */.IG)(group));
        default:
            change;
    }
}
/**
 * First on the instances, which are many: from the memo of the group it is known that all carry it. It is a second copy, so a
 * refusal does not end what the run is about.
 */
async function carryMemo(connection, { memo, carriers = [] }, warn) {
    if (carriers.length === 0)
        return;
    const { CreateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    try {
        for (const Resources of (0,batches/* batches */.X)(new Set(carriers), MOST_TAGGED))
            await connection.send(client, new CreateTagsCommand({ Resources: [...Resources], Tags: (0,memo_tag/* carriedTags */.aU)(memo) }));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        warn(`The new instances do not carry how the group was, so that the tags of the group must stay as they are. ${error.message}`);
    }
}
/** Before the tags of the group are removed: what stays behind would be taken for the state of a run. */
async function dropCarried(connection, { carriers = [] }) {
    if (carriers.length === 0)
        return;
    const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    for (const Resources of (0,batches/* batches */.X)(new Set(carriers), MOST_TAGGED))
        await connection.send(client, new DeleteTagsCommand({ Resources: [...Resources], Tags: memo_tag/* CARRIED_KEYS */.yV }));
}
/** Resources in one call of EC2's CreateTags or DeleteTags; AWS takes more, and recommends fewer. */
const MOST_TAGGED = 100;
async function suspend(connection, group, processes) {
    const { SuspendProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const ScalingProcesses = someOf(processes, 'suspend');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new SuspendProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resume(connection, group, processes) {
    const { ResumeProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const ScalingProcesses = someOf(processes, 'resume');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new ResumeProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resize(connection, group, { min, max, desired }) {
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const sizes = {
        ...(min !== undefined && { MinSize: min }),
        ...(max !== undefined && { MaxSize: max }),
        ...(desired !== undefined && { DesiredCapacity: desired }),
    };
    someOf(Object.keys(sizes), 'resize');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: group, ...sizes }), {
        attempts: changes/* CHANGE_KINDS */.tO.resize.attempts,
    });
}
async function terminate(connection, group, termination) {
    const { TerminateInstanceInAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const [first, ...others] = someOf(termination.instances, 'terminate');
    if (others.length >= termination_order/* MAX_TERMINATIONS_PER_CALL */.i)
        throw new Error(`More than ${termination_order/* MAX_TERMINATIONS_PER_CALL */.i} instances cannot leave in one call.`);
    // One instance goes by the older form, which emulators know as well.
    const victims = others.length === 0
        ? { InstanceId: first }
        : { InstanceIds: [...termination.instances], AutoScalingGroupName: group };
    const client = await connection.clients.autoScaling();
    if (termination.min !== undefined)
        await resize(connection, group, { min: termination.min });
    try {
        await connection.send(client, new TerminateInstanceInAutoScalingGroupCommand({
            ...victims,
            ShouldDecrementDesiredCapacity: termination.decrement,
        }), { attempts: changes/* CHANGE_KINDS */.tO.terminate.attempts });
    }
    catch (error) {
        // A policy that has scaled in between the two calls has left no more than the minimum.
        if (termination.min !== undefined && (0,refusals/* isRefusedAs */.H)(error, 'desired capacity is at its minimum'))
            throw notLowered(termination.instances, error);
        if (!(0,refusals/* isRefusedAs */.H)(error, 'instance is in no group'))
            throw error;
        // What took it away, Spot or an operator, has not lowered the desired capacity for us: that must not pass for done.
        if (termination.decrement)
            throw notLowered(termination.instances, error);
        // Of several the others are still there.
        if (others.length > 0)
            throw notTerminated(termination.instances, error);
    }
}
const notLowered = (instances, cause) => new uncertain_outcome/* UncertainOutcome */.a('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} ${instances.length === 1 ? 'was' : 'were'} to leave together with the desired capacity, which stays as it is: an instance has left the group already.`,
    cause,
});
const notTerminated = (instances, cause) => new uncertain_outcome/* UncertainOutcome */.a('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} were to leave in one call, which AWS has refused: an instance has left the group already.`,
    cause,
});
/**
 * Auto Scaling refuses to terminate instances of a warm pool by id; EC2 does it, and the group fills the pool again.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
async function terminateWarm(connection, instances) {
    const { TerminateInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const InstanceIds = someOf(instances, 'terminate-warm');
    const client = await connection.clients.ec2();
    try {
        const { attempts } = changes/* CHANGE_KINDS */.tO['terminate-warm'];
        await connection.send(client, new TerminateInstancesCommand({ InstanceIds }), { attempts });
    }
    catch (error) {
        // One that EC2 has forgotten already fails the call for all: each is asked for by itself then.
        if (!(0,refusals/* isRefusedAs */.H)(error, 'instance does not exist'))
            throw error;
        if (instances.length > 1)
            for (const id of instances)
                await terminateWarm(connection, [id]);
    }
}
function someOf(list, change) {
    if (list.length === 0)
        throw new Error(`A change of kind ${change} needs at least one entry.`);
    return [...list];
}


/***/ }),

/***/ 1769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ GroupTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _client_gathered_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52429);


/** Groups in one call; each has three tags. AWS names no limit of a call, only 50 tags of a group. */
const MOST_GROUPS = 50;
/**
 * Writes and removes tags of groups. While one call is on its way, or waits until it may leave, what comes in meanwhile is
 * gathered: the next call is for all of it. AWS carries out such a call as a whole or not at all, so where it refuses one,
 * each group is asked for by itself.
 */
class GroupTags {
    write;
    remove;
    constructor(connection) {
        this.write = inBatches(async (tags) => {
            const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags: tags }));
        });
        this.remove = inBatches(async (tags) => {
            const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            await connection.send(await connection.clients.autoScaling(), new DeleteTagsCommand({ Tags: tags }));
        });
    }
}
const inBatches = (send) => (0,_client_gathered_js__WEBPACK_IMPORTED_MODULE_1__/* .gathered */ .P)((requests) => sendTogether(requests, send), MOST_GROUPS);
async function sendTogether(requests, send) {
    try {
        await send(requests.flatMap(({ input }) => input));
        for (const { resolve } of requests)
            resolve();
    }
    catch (error) {
        // What became of an answer that was lost is not known of any of them, and a cancelled run asks no more.
        if (requests.length === 1 || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUncertain */ .cp)(error) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            for (const { reject } of requests)
                reject(error);
        else
            for (const request of requests)
                await sendTogether([request], send);
    }
}


/***/ }),

/***/ 14887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ registerInstances)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(754);
/* harmony import */ var _observe_health_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84111);
/* harmony import */ var _groups_describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42875);




/**
 * Puts instances into one load balancer or target group of their group, on its own port, as the group itself would have
 * done; one that EC2 has taken away is left out. Throws a UserError where the group is not attached to it any more.
 */
async function registerInstances(connection, name, { balancer, instances }) {
    // The model knows load balancers by the names that people know; AWS wants ARNs.
    const [group] = await (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .groupsByName */ .JR)(connection, [name]);
    const { classic, targetGroups } = group === undefined ? { classic: [], targetGroups: [] } : (0,_observe_health_states_js__WEBPACK_IMPORTED_MODULE_3__/* .attachmentsOf */ .sF)(group);
    const arn = targetGroups.find((each) => (0,_observe_health_states_js__WEBPACK_IMPORTED_MODULE_3__/* .targetGroupName */ .IT)(each) === balancer);
    if (arn !== undefined)
        return registerRunning((ids) => registerTargets(connection, arn, ids), instances);
    if (classic.includes(balancer))
        return registerRunning((ids) => registerClassic(connection, balancer, ids), instances);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({ what: `${name} is not attached to ${balancer} any more.`, remedy: 'Start again.' });
}
async function registerRunning(register, ids) {
    try {
        await register(ids);
    }
    catch (error) {
        // One that does not run fails the call for all: each is asked for by itself then.
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .isRefusedAs */ .H)(error, 'target does not run'))
            throw error;
        if (ids.length > 1)
            for (const id of ids)
                await registerRunning(register, [id]);
    }
}
async function registerTargets(connection, arn, ids) {
    const { RegisterTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const Targets = ids.map((Id) => ({ Id }));
    await connection.send(client, new RegisterTargetsCommand({ TargetGroupArn: arn, Targets }));
}
async function registerClassic(connection, name, ids) {
    const { RegisterInstancesWithLoadBalancerCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(6536)]).then(__webpack_require__.bind(__webpack_require__, 36536));
    const client = await connection.clients.elasticLoadBalancing();
    const Instances = ids.map((InstanceId) => ({ InstanceId }));
    await connection.send(client, new RegisterInstancesWithLoadBalancerCommand({ LoadBalancerName: name, Instances }));
}


/***/ }),

/***/ 25738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SeveralRefusals),
/* harmony export */   x: () => (/* binding */ allAnswers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

/** Several refusals of calls that were made at once; each is told. */
class SeveralRefusals extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    refusals;
    constructor(refusals) {
        const [first] = refusals;
        const others = refusals.slice(1).map(({ message }) => message);
        super({
            what: first?.what ?? '',
            why: [first?.why, first?.remedy, ...others].filter((part) => part !== undefined).join(' '),
            cause: first?.cause,
        });
        this.refusals = refusals;
    }
}
/**
 * The answers to calls that are made at once. Where AWS refuses several, all are told in one error, so that a role that
 * lacks several permissions is mended in one go. What is no refusal of AWS comes first.
 */
async function allAnswers(asked) {
    const settled = await Promise.allSettled(asked);
    const errors = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (errors.length === 0)
        return settled.map((each) => each.value);
    const refusals = errors.filter((error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo);
    if (refusals.length < errors.length)
        throw errors.find((error) => !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo));
    throw refusals.length === 1 ? refusals[0] : new SeveralRefusals(refusals);
}


/***/ }),

/***/ 52429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ gathered)
/* harmony export */ });
/**
 * A function whose inputs are gathered while an earlier answer is on its way, or waits until it may leave: the next answer is for
 * all of them, or for the first `most`. `answer` settles each request, and does not throw.
 */
function gathered(answer, most = Infinity) {
    const waiting = [];
    let isAnswering = false;
    const serve = async () => {
        isAnswering = true;
        // What is asked for at the same moment is answered together.
        await Promise.resolve();
        while (waiting.length > 0)
            await answer(waiting.splice(0, most));
        isAnswering = false;
    };
    return async (input) => {
        const { promise, resolve, reject } = Promise.withResolvers();
        waiting.push({ input, resolve, reject });
        if (!isAnswering)
            void serve();
        return await promise;
    };
}


/***/ }),

/***/ 99545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ UncertainOutcome)
/* harmony export */ });
/**
 * A call is without a usable answer after everything that may be tried. It is no refusal: the run that sent it looks at AWS
 * again and decides anew.
 */
class UncertainOutcome extends Error {
    /** The IAM action. */
    action;
    constructor(action, { message, cause }) {
        super(message, { cause });
        this.name = 'UncertainOutcome';
        this.action = action;
    }
}


/***/ }),

/***/ 3485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ MOST_ASKED_ONE_BY_ONE)
/* harmony export */ });
/**
 * So many groups are asked one by one. All Auto Scaling calls of an account and region share one request limit, so for more
 * groups one listing of the account serves all.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/Welcome.html
 */
const MOST_ASKED_ONE_BY_ONE = 3;


/***/ }),

/***/ 67699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ InstanceTypeReader),
/* harmony export */   o: () => (/* binding */ instanceTypes)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14659);



/** The most values of one filter. */
const MOST_VALUES = 200;
/** What these instance types can run, by name; a type that the region does not have is missing. */
async function instanceTypes(connection, names) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(new Set(names), MOST_VALUES), async (batch) => {
        const { DescribeInstanceTypesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
        const client = await connection.clients.ec2();
        // By filter: asked for by name, one type that is not there would fail the whole call.
        const Filters = [{ Name: 'instance-type', Values: [...batch] }];
        return await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyPage */ .L)((token) => connection.send(client, new DescribeInstanceTypesCommand({ Filters, ...token })));
    });
    return new Map(answers
        .flat()
        .flatMap((page) => page.InstanceTypes ?? [])
        .map((type) => {
        const name = type.InstanceType ?? '';
        return [
            name,
            {
                name,
                architectures: type.ProcessorInfo?.SupportedArchitectures ?? [],
                virtualizations: type.SupportedVirtualizationTypes ?? [],
                rootTypes: type.SupportedRootDeviceTypes ?? [],
                bootModes: type.SupportedBootModes,
                ena: enaOf(type.NetworkInfo?.EnaSupport),
                nitroTpm: type.NitroTpmSupport,
                vcpus: type.VCpuInfo?.DefaultVCpus,
            },
        ];
    }));
}
function enaOf(support) {
    if (support === undefined)
        return undefined;
    return support === 'required' ? 'required' : 'not required';
}
/** The instance types of one region, each asked for once, whichever of several readers asks first. */
class InstanceTypeReader {
    #connection;
    #asked = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** By name; a type that the region does not have is missing. */
    async learn(names) {
        const wanted = new Set(names);
        const unknown = [...wanted].filter((name) => !this.#asked.has(name));
        if (unknown.length > 0) {
            const answer = instanceTypes(this.#connection, unknown);
            for (const name of unknown)
                this.#asked.set(name, answer);
        }
        const answers = await Promise.all(new Set([...wanted].flatMap((name) => this.#asked.get(name) ?? [])));
        return new Map(answers.flatMap((types) => [...types]));
    }
}


/***/ }),

/***/ 63023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ newestActivities),
/* harmony export */   z: () => (/* binding */ accountActivities)
/* harmony export */ });
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51481);
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(754);


/** As many as a full page of AWS has: the hundred-and-first says nothing more about a roll. */
const MOST = 100;
/**
 * The newest hundred scaling activities of a group that fit the question, newest first: one page, but where AWS gives a short
 * one that is not the last. None where the group was deleted in the middle of a look; the next look says so.
 */
async function newestActivities(connection, { group, since, statuses }) {
    const { DescribeScalingActivitiesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const filters = [
        ...(since === undefined ? [] : [begunSince(since)]),
        ...(statuses === undefined ? [] : [{ Name: 'Status', Values: [...statuses] }]),
    ];
    const question = {
        AutoScalingGroupName: group,
        ...(filters.length > 0 && { Filters: filters }),
        MaxRecords: MOST,
    };
    try {
        const client = await connection.clients.autoScaling();
        const activities = [];
        const pages = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .pageStream */ .q)((token) => connection.send(client, new DescribeScalingActivitiesCommand({ ...question, ...token })));
        for await (const { Activities = [] } of pages) {
            activities.push(...Activities);
            if (activities.length >= MOST)
                break;
        }
        return activities.slice(0, MOST);
    }
    catch (error) {
        if ((0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'group does not exist'))
            return [];
        throw error;
    }
}
/**
 * The activities of all groups of the account that began at or after a moment, newest first; undefined where they fill more
 * pages.
 */
async function accountActivities(connection, { since, mostPages }) {
    const { DescribeScalingActivitiesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const question = { Filters: [begunSince(since)], MaxRecords: MOST };
    const activities = [];
    let pages = 0;
    const stream = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .pageStream */ .q)((token) => connection.send(client, new DescribeScalingActivitiesCommand({ ...question, ...token })));
    for await (const { Activities = [], NextToken } of stream) {
        activities.push(...Activities);
        if (++pages >= mostPages && NextToken)
            return undefined;
    }
    return activities;
}
/** AWS takes whole seconds. */
const begunSince = (since) => ({
    Name: 'StartTimeLowerBound',
    Values: [`${new Date(since * 1000).toISOString().slice(0, 19)}Z`],
});


/***/ }),

/***/ 79688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qw: () => (/* binding */ watchingAlarms),
/* harmony export */   tv: () => (/* binding */ readAlarms),
/* harmony export */   v6: () => (/* binding */ readAlarmsIfAnswered)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _text_console_link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49581);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14659);





/** DescribeAlarms takes no more names: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const MOST_NAMES = 100;
/**
 * The alarms of these names, of each kind; one that does not exist is left out, as CloudWatch does. Without `AlarmTypes` only metric
 * alarms would be told. Throws a UserError where AWS refuses the call.
 */
async function readAlarms(connection, names) {
    const { DescribeAlarmsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(442)]).then(__webpack_require__.bind(__webpack_require__, 60442));
    const client = await connection.clients.cloudWatch?.();
    if (client === undefined)
        throw new Error('the connection has no client for CloudWatch');
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(names, MOST_NAMES), (AlarmNames) => (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPage */ .L)((token) => connection.send(client, new DescribeAlarmsCommand({
        AlarmNames: [...AlarmNames],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'],
        MaxRecords: MOST_NAMES,
        ...token,
    }), { attempts: 2 })));
    return answers.flat().flatMap((answer) => alarmsIn(answer, connection.region));
}
function alarmsIn({ MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] }, region) {
    return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].map(({ AlarmName = '', StateValue, StateReason = '', StateTransitionedTimestamp, StateUpdatedTimestamp }) => {
        const since = StateTransitionedTimestamp ?? StateUpdatedTimestamp;
        return {
            name: AlarmName,
            state: StateValue ?? 'INSUFFICIENT_DATA',
            reason: StateReason,
            since: since && since.getTime() / 1000,
            link: (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_4__/* .alarmPage */ .HJ)(region, AlarmName),
        };
    });
}
/** The port with the state of these alarms in every look at groups that roll; where CloudWatch does not answer it is missing. */
function watchingAlarms(port, connection, names) {
    return {
        ...port,
        look: async (...question) => {
            const [, , need] = question;
            if (need === 'the group alone')
                return await port.look(...question);
            const [seen, alarms] = await Promise.all([port.look(...question), readAlarmsIfAnswered(connection, names)]);
            return { ...seen, fleets: seen.fleets.map((fleet) => ({ ...fleet, alarms })) };
        },
    };
}
/** The alarms, or undefined where CloudWatch does not answer. */
async function readAlarmsIfAnswered(connection, names) {
    try {
        return await readAlarms(connection, names);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUncertain */ .cp)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 27243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Ec2Instances)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14659);
/* harmony import */ var _groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61072);




/**
 * Values in one filter. EC2 answers `FilterLimitExceeded: The maximum number of filter values specified on a single
 * call is 200`; clients have been refused at exactly 200 too.
 */
const MOST_IDS = 199;
/** Instances as EC2 knows them; each is asked for until EC2 has answered once. */
class Ec2Instances {
    #connection;
    #known = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined while EC2 does not know the instance: it is too new, or gone while its group still lists it. */
    of(id) {
        return this.#known.get(id);
    }
    async load(ids) {
        const unknown = new Set(ids.filter((id) => !this.#known.has(id)));
        await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(unknown, MOST_IDS), (batch) => this.#ask(batch));
    }
    async #ask(ids) {
        const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
        const client = await this.#connection.clients.ec2();
        // By filter and not by InstanceIds: there one id that EC2 does not know fails the call for all.
        const question = { Filters: [{ Name: 'instance-id', Values: [...ids] }], MaxResults: 1000 };
        const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPage */ .L)((token) => this.#connection.send(client, new DescribeInstancesCommand({ ...question, ...token })));
        const instances = pages.flatMap((page) => page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? []);
        for (const { InstanceId, LaunchTime, ImageId, Tags = [] } of instances) {
            const memoTags = Tags.filter(_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .isMemoTag */ .pg);
            if (InstanceId !== undefined)
                this.#known.set(InstanceId, {
                    launchedAt: LaunchTime === undefined ? undefined : LaunchTime.getTime() / 1000,
                    imageId: ImageId,
                    ...(memoTags.length > 0 && { memoTags }),
                });
        }
    }
}


/***/ }),

/***/ 5927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ failedLaunches),
/* harmony export */   o: () => (/* binding */ failedLaunchesIn)
/* harmony export */ });
/* harmony import */ var _domain_rollout_activity_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85131);
/* harmony import */ var _activities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63023);


/** The failed launches among scaling activities that began at or after a moment, newest first. */
const failedLaunchesIn = (activities, since) => activities
    .flatMap(({ ActivityId, StartTime, StatusCode, StatusMessage, Description = '' }) => {
    if (ActivityId === undefined || StartTime === undefined)
        return [];
    const at = StartTime.getTime() / 1000;
    // A failed termination is in the same list; it takes no capacity away.
    if (at < since || !(0,_domain_rollout_activity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isLaunchText */ .jj)(Description))
        return [];
    const reason = StatusMessage ?? Description;
    if (StatusCode !== 'Failed' && !(StatusCode === 'Cancelled' && (0,_domain_rollout_activity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isGivenUp */ .hF)(reason)))
        return [];
    const instanceId = (0,_domain_rollout_activity_text_js__WEBPACK_IMPORTED_MODULE_1__/* .instanceInText */ .Sr)(Description);
    return [{ activityId: ActivityId, at, reason, ...(instanceId !== undefined && { instanceId }) }];
})
    .sort((left, right) => right.at - left.at);
/**
 * Launches of a group that began at or after a moment and failed, newest first. A
 * hundred failures say what the hundred-and-first would.
 */
async function failedLaunches(connection, { group, since }) {
    // AWS gives whole seconds: a launch in the first second must not look as if it had begun before.
    const from = Math.floor(since);
    return failedLaunchesIn(await (0,_activities_js__WEBPACK_IMPORTED_MODULE_0__/* .newestActivities */ .W)(connection, { group, since: from, statuses: ['Failed', 'Cancelled'] }), from);
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ fleetsPort)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/rollout/follow.js
var follow = __webpack_require__(97855);
// EXTERNAL MODULE: ./build/src/aws/observe/failed-launches.js
var failed_launches = __webpack_require__(5927);
// EXTERNAL MODULE: ./build/src/domain/rollout/activity-text.js
var activity_text = __webpack_require__(85131);
// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
;// CONCATENATED MODULE: ./build/src/aws/observe/desired-changes.js



/**
 * How the desired capacity of a group was changed since a moment, as the causes of its activities tell, oldest first; of one
 * second in no order. The last hundred activities hold the last change.
 */
async function desiredChanges(activitiesOf, { group, since }, policies) {
    const activities = await activitiesOf.of({ group, since });
    const changes = activities.flatMap(({ Cause = '' }) => (0,activity_text/* desiredChangesInText */.ap)(Cause));
    // Every launch that follows from a change tells the change again.
    const distinct = new Map(changes.map((change) => [JSON.stringify(change), change])).values();
    return await withAdjustments([...distinct].toSorted((one, other) => one.at - other.at), { group, policies });
}
/** With what is known of the policies that the changes name; what cannot be read is not known. */
async function withAdjustments(changes, { group, policies }) {
    if (!changes.some(isOpen))
        return changes;
    try {
        const known = (await policies.ask([group]))(group);
        return changes.map((change) => {
            const policy = known.find(({ PolicyName }) => PolicyName === change.policy);
            return isOpen(change) && policy !== undefined ? { ...change, adjusts: (0,scaling_policies/* adjustmentOf */.BJ)(policy) } : change;
        });
    }
    catch (error) {
        if ((0,errors/* isFailure */.N6)(error))
            return changes;
        throw error;
    }
}
const isOpen = ({ policy, adjusts }) => policy !== undefined && adjusts === undefined;

// EXTERNAL MODULE: ./build/src/aws/client/gathered.js
var gathered = __webpack_require__(52429);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/groups/one-by-one.js
var one_by_one = __webpack_require__(3485);
// EXTERNAL MODULE: ./build/src/aws/observe/activities.js
var observe_activities = __webpack_require__(63023);
;// CONCATENATED MODULE: ./build/src/aws/observe/shared-activities.js





/**
 * The scaling activities of groups. While one question is on its way, or waits until it may leave, what else is asked is
 * gathered: where that is of several groups, one listing of the account answers it. Where so much happens in the account that the
 * listing takes more calls than the groups, each group is asked by itself, until more of them are asked about at once.
 */
class SharedActivities {
    /** The newest hundred activities of a group that began at or after a moment, newest first. */
    of;
    #connection;
    /** For so many groups a listing did not pay when it was tried last. */
    #tooFew = one_by_one/* MOST_ASKED_ONE_BY_ONE */.v;
    constructor(connection) {
        this.#connection = connection;
        this.of = (0,gathered/* gathered */.P)((requests) => this.#answer(requests));
    }
    async #answer(requests) {
        try {
            const listed = requests.length > this.#tooFew ? await this.#ofAccount(requests) : undefined;
            if (listed === undefined)
                await (0,map_concurrently/* mapConcurrently */.X)(requests, (request) => this.#answerOne(request));
            else
                for (const { input: { group, since }, resolve, } of requests)
                    resolve((listed.get(group) ?? []).filter(({ StartTime }) => startOf(StartTime) >= Math.floor(since)));
        }
        catch (error) {
            for (const { reject } of requests)
                reject(error);
        }
    }
    async #answerOne({ input, resolve, reject }) {
        try {
            resolve(await (0,observe_activities/* newestActivities */.W)(this.#connection, input));
        }
        catch (error) {
            reject(error);
        }
    }
    /** Undefined where it does not pay, or AWS refuses it: a role may be given single groups. */
    async #ofAccount(requests) {
        const since = Math.min(...requests.map(({ input }) => input.since));
        const listed = await this.#listed(since, requests.length);
        if (listed === undefined)
            this.#tooFew = requests.length;
        return listed && Map.groupBy(listed, ({ AutoScalingGroupName = '' }) => AutoScalingGroupName);
    }
    async #listed(since, mostPages) {
        try {
            return await (0,observe_activities/* accountActivities */.z)(this.#connection, { since, mostPages });
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return undefined;
            throw error;
        }
    }
}
const startOf = (moment) => (moment === undefined ? -Infinity : moment.getTime() / 1000);

// EXTERNAL MODULE: ./build/src/aws/act/apply.js + 1 modules
var apply = __webpack_require__(42144);
// EXTERNAL MODULE: ./build/src/aws/act/group-tags.js
var group_tags = __webpack_require__(1769);
// EXTERNAL MODULE: ./build/src/aws/client/all-answers.js
var all_answers = __webpack_require__(25738);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
;// CONCATENATED MODULE: ./build/src/aws/observe/target-health.js




/**
 * Asks every load balancer and target group of these groups once, however many groups share it. The answer throws a
 * UserError for a group that is attached to one that does not exist. Where a group is only put back, one that does not
 * exist sends no requests and is not waited for, and of one that does not answer nothing is known. `targets` is told how many
 * targets each target group has.
 */
async function readTargetHealth(connection, groups, { need = 'every part', targets = new Map(), } = {}) {
    const isTolerant = need === 'the group alone';
    const attachments = groups.filter(({ Instances }) => (Instances ?? []).length > 0).map(health_states/* attachmentsOf */.sF);
    const classic = [...new Set(attachments.flatMap(({ classic }) => classic))];
    const targetGroups = [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))];
    const answers = await (0,map_concurrently/* mapConcurrently */.X)([
        ...classic.map((name) => ({ name, ask: () => readClassicHealth(connection, name) })),
        ...targetGroups.map((arn) => ({ name: arn, ask: () => readTargetGroupHealth(connection, arn, targets) })),
    ], async ({ name, ask }) => [name, await unlessMissing(isTolerant ? () => orUnknown(name, ask) : ask)]);
    const healthByName = new Map(answers);
    return (group) => {
        const { classic, targetGroups } = (0,health_states/* attachmentsOf */.sF)(group);
        const missing = (name) => {
            if (isTolerant)
                return () => ({ balancer: (0,health_states/* targetGroupName */.IT)(name), state: 'unused', reason: 'it does not exist' });
            return () => {
                throw noBalancer(group, name);
            };
        };
        const balancers = [...classic, ...targetGroups].map((name) => healthByName.get(name) ?? missing(name));
        return (instanceId) => balancers.map((healthOf) => healthOf(instanceId));
    };
}
async function readClassicHealth(connection, name) {
    const { DescribeInstanceHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(6536)]).then(__webpack_require__.bind(__webpack_require__, 36536));
    const client = await connection.clients.elasticLoadBalancing();
    const { InstanceStates } = await connection.send(client, new DescribeInstanceHealthCommand({ LoadBalancerName: name }));
    const states = new Map((InstanceStates ?? []).map((state) => [state.InstanceId, state]));
    return (instanceId) => (0,health_states/* classicHealth */.lw)(name, states.get(instanceId));
}
async function readTargetGroupHealth(connection, arn, targets) {
    const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { TargetHealthDescriptions } = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
    targets.set(arn, TargetHealthDescriptions?.length ?? 0);
    const ports = new Map();
    for (const { Target, TargetHealth: health = {} } of TargetHealthDescriptions ?? []) {
        const known = ports.get(Target?.Id);
        if (known)
            known.push(health);
        else
            ports.set(Target?.Id, [health]);
    }
    const byInstance = new Map([...ports].map(([id, healths]) => [id, (0,health_states/* targetHealth */.kG)(arn, healths)]));
    const unregistered = (0,health_states/* targetHealth */.kG)(arn, []);
    return (instanceId) => byInstance.get(instanceId) ?? unregistered;
}
async function orUnknown(name, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'load balancer does not exist') || !(error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error)))
            throw error;
        return () => ({ balancer: (0,health_states/* targetGroupName */.IT)(name), state: 'unknown', reason: 'it could not be asked' });
    }
}
async function unlessMissing(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'load balancer does not exist'))
            return undefined;
        throw error;
    }
}
const noBalancer = (group, name) => new errors/* UserError */.yo({
    what: `The health of the instances of ${group.AutoScalingGroupName} cannot be told.`,
    why: `The group is attached to ${(0,health_states/* targetGroupName */.IT)(name)}, which does not exist.`,
    remedy: 'Detach it from the group; AWS cannot launch instances for it either.',
});

// EXTERNAL MODULE: ./build/src/aws/observe/status-checks.js
var status_checks = __webpack_require__(74020);
;// CONCATENATED MODULE: ./build/src/aws/observe/slow-starts.js



/** Only target groups of application load balancers have it: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const SLOW_START = 'slow_start.duration_seconds';
/** So many target groups are asked about before it matters: that the role may ask is known before anything is changed. */
const ASKED_AHEAD = 50;
/** How long target groups start a new target slowly; each is asked for once. */
class SlowStarts {
    #connection;
    #seconds = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /**
     * The longest slow start of the target groups of each group, in seconds; 0 where none has one, undefined where it is not needed
     * and there are many to be asked about: load balancing answers ten calls a second.
     */
    async ask(groups, isNeeded) {
        const filled = groups.filter(({ Instances }) => (Instances ?? []).length > 0);
        const others = targetGroupsOf(filled.filter((group) => !isNeeded(group)));
        const ahead = others.slice(0, Math.max(0, ASKED_AHEAD - this.#seconds.size));
        const asked = new Set([...targetGroupsOf(filled.filter(isNeeded)), ...ahead]);
        await (0,map_concurrently/* mapConcurrently */.X)([...asked].filter((arn) => !this.#seconds.has(arn)), async (arn) => this.#seconds.set(arn, await this.#read(arn)));
        const isEmpty = ({ Instances }) => (Instances ?? []).length === 0;
        return (group) => (isEmpty(group) ? 0 : this.#longest((0,health_states/* attachmentsOf */.sF)(group).targetGroups));
    }
    /** Undefined where one of them was not asked about. */
    #longest(arns) {
        const told = arns.map((arn) => this.#seconds.get(arn));
        return told.includes(undefined) ? undefined : Math.max(0, ...told.map((seconds = 0) => seconds));
    }
    async #read(arn) {
        const { DescribeTargetGroupAttributesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
        const client = await this.#connection.clients.elasticLoadBalancingV2();
        try {
            const command = new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn });
            const { Attributes } = await this.#connection.send(client, command);
            return Number((Attributes ?? []).find(({ Key }) => Key === SLOW_START)?.Value ?? 0);
        }
        catch (error) {
            // That a target group does not exist is told where its health is read.
            if ((0,refusals/* isRefusedAs */.H)(error, 'load balancer does not exist'))
                return 0;
            throw error;
        }
    }
}
const targetGroupsOf = (groups) => groups.flatMap((group) => (0,health_states/* attachmentsOf */.sF)(group).targetGroups);

// EXTERNAL MODULE: ./build/src/domain/rollout/readiness-history.js
var readiness_history = __webpack_require__(65737);
// EXTERNAL MODULE: ./build/src/aws/observe/instances.js
var instances = __webpack_require__(44888);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
;// CONCATENATED MODULE: ./build/src/aws/observe/fleet-of-group.js




/**
 * The model of a group as DescribeAutoScalingGroups gives it, less its failed launches. It is one look by itself: since
 * when an instance has been ready is counted from here. Throws a UserError where the memo, or a load balancer, cannot be
 * read.
 */
function fleetOfGroup(group, { now, answeredAt, source, ec2Instance, targetHealth, statusChecks, slowStartSeconds }) {
    const name = group.AutoScalingGroupName ?? '';
    const groupId = (0,identity/* groupIdOf */.sV)(group);
    const { AvailabilityZones: zones = [] } = group;
    const memo = (0,memo_tag/* readMemo */.fw)(group);
    const carried = memo === undefined ? (0,memo_tag/* readCarriedMemo */.rk)(group, carriersIn(group, ec2Instance)) : undefined;
    return {
        group: name,
        ...(groupId !== undefined && { groupId }),
        at: now,
        ...(answeredAt > now && { answeredAt }),
        sizes: { min: group.MinSize ?? 0, max: group.MaxSize ?? 0, desired: group.DesiredCapacity ?? 0 },
        defaultWarmupSeconds: warmupOf(group),
        ...(zones.length > 0 && { zones }),
        ...(slowStartSeconds > 0 && { slowStartSeconds }),
        suspended: (group.SuspendedProcesses ?? []).flatMap(({ ProcessName }) => ProcessName ?? []),
        ...suspensionReasons(group),
        weighted: (0,instances/* isWeighted */.y0)(group),
        ...(reuses(group) && { reusesInstances: true }),
        source,
        instances: (group.Instances ?? []).map((listed) => {
            const id = listed.InstanceId ?? '';
            const instance = (0,instances/* observedInstance */.m9)(listed, {
                ec2Instance: ec2Instance(id),
                balancers: targetHealth(id),
                statusChecks: statusChecks(id),
            });
            return Object.assign(instance, (0,readiness_history/* readinessRecord */.QS)(undefined, instance, { at: now, answeredAt }));
        }),
        memo,
        ...(carried && { carriedMemo: carried }),
        orphanedLease: (0,memo_tag/* orphanedRun */.RH)(group.Tags ?? []),
        failedLaunches: [],
    };
}
const carriersIn = ({ Instances = [] }, ec2Instance) => Instances.flatMap(({ InstanceId: id = '' }) => {
    const tags = ec2Instance(id)?.memoTags;
    return tags === undefined ? [] : [{ id, tags }];
});
function suspensionReasons({ SuspendedProcesses: suspended = [] }) {
    if (suspended.length === 0)
        return {};
    const reasons = suspended.map(({ ProcessName = '', SuspensionReason = '' }) => [ProcessName, SuspensionReason]);
    return { suspensionReasons: Object.fromEntries(reasons) };
}
const reuses = ({ WarmPoolConfiguration: pool }) => pool?.InstanceReusePolicy?.ReuseOnScaleIn === true && pool.Status === undefined;
/** AWS leaves an unset warm-up out; -1 is how a caller clears it. */
const warmupOf = ({ DefaultInstanceWarmup }) => DefaultInstanceWarmup === undefined || DefaultInstanceWarmup < 0 ? undefined : DefaultInstanceWarmup;

// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/domain/rollout/freshness.js + 1 modules
var freshness = __webpack_require__(25315);
;// CONCATENATED MODULE: ./build/src/aws/observe/kept-health.js



/** The health of the instances of groups as it was told last, for looks that need no other. */
class KeptHealth {
    #told = new Map();
    /** The answers for a group as it is now; undefined where they must be asked for. */
    of(group, now) {
        const told = this.#told.get((0,identity/* nameOf */.Vb)(group));
        return (0,freshness/* mayKeepHealth */.LB)(told, { now, members: membersOf(group), attachments: attachmentsText(group) })
            ? told?.answers
            : undefined;
    }
    /** Whether what was told of a group has only become old: no instance is waited for. */
    isOnlyOld(group) {
        const told = this.#told.get((0,identity/* nameOf */.Vb)(group));
        return told !== undefined && this.of(group, told.at) !== undefined;
    }
    /** Keeps what was asked for just now; `instances` are those of the group with these answers. */
    keep(group, { now, answers, instances, }) {
        this.#told.set((0,identity/* nameOf */.Vb)(group), {
            at: now,
            members: membersOf(group),
            attachments: attachmentsText(group),
            allServe: (0,freshness/* doAllServe */.ok)(instances),
            answers,
        });
    }
}
const membersByGroup = new WeakMap();
/** What the group itself says of the health of each of its instances in service; reckoned once for each answer of AWS. */
function membersOf(group) {
    const members = membersByGroup.get(group) ?? listedMembers(group);
    membersByGroup.set(group, members);
    return members;
}
function listedMembers({ Instances = [] }) {
    const members = new Map();
    for (const { InstanceId = '', LifecycleState, HealthStatus = '' } of Instances)
        if (LifecycleState === 'InService')
            members.set(InstanceId, HealthStatus);
    return members;
}
const attachmentsText = (group) => {
    const { classic, targetGroups } = (0,health_states/* attachmentsOf */.sF)(group);
    return [...classic, ...targetGroups].join(' ');
};

;// CONCATENATED MODULE: ./build/src/aws/observe/launch-outlook.js



/** How many of the last activities a person is told. */
const TOLD = 3;
/** What AWS tells of a group in which no launch begins: its last activities, its zones, and the settings that hold launches back. */
async function launchOutlook(connection, group) {
    const [activities, [described]] = await Promise.all([
        (0,observe_activities/* newestActivities */.W)(connection, { group }),
        (0,describe/* groupsByName */.JR)(connection, [group]),
    ]);
    const launches = activities.filter(({ Description = '' }) => (0,activity_text/* isLaunchText */.jj)(Description));
    const begun = launches.flatMap(({ StartTime }) => (StartTime === undefined ? [] : StartTime.getTime() / 1000));
    return {
        lastLaunchAt: begun.length === 0 ? undefined : Math.max(...begun),
        facts: [...(described === undefined ? [] : settingsInWords(described)), activitiesInWords(activities)],
    };
}
function settingsInWords({ AvailabilityZones = [], AvailabilityZoneDistribution, AvailabilityZoneImpairmentPolicy, DesiredCapacityType, }) {
    const strategy = AvailabilityZoneDistribution?.CapacityDistributionStrategy;
    return [
        `zones: ${AvailabilityZones.join(', ')}${strategy === undefined ? '' : `, ${strategy}`}`,
        ...(AvailabilityZoneImpairmentPolicy?.ZonalShiftEnabled === true ? ['zonal shift is enabled'] : []),
        ...(DesiredCapacityType === undefined || DesiredCapacityType === 'units'
            ? []
            : [`the desired capacity counts ${DesiredCapacityType}`]),
    ];
}
function activitiesInWords(activities) {
    const told = activities
        .slice(0, TOLD)
        .map(({ StartTime, Description = '', StatusCode = '' }) => `${StartTime?.toISOString().slice(11, 19) ?? ''} ${Description} (${StatusCode})`); // prettier-ignore
    return told.length === 0 ? 'it has no scaling activities' : `its last activities: ${told.join(', ')}`;
}

;// CONCATENATED MODULE: ./build/src/aws/observe/past-launches.js


/** Launches of a group that have succeeded, those that began last first: of each the activity ends when the instance is in service. */
async function pastLaunches(connection, group) {
    const activities = await (0,observe_activities/* newestActivities */.W)(connection, { group, statuses: ['Successful'] });
    return activities
        .flatMap(({ Description = '', StartTime, EndTime }) => {
        const id = (0,activity_text/* instanceInText */.Sr)(Description);
        if (id === undefined || StartTime === undefined || EndTime === undefined || !(0,activity_text/* isLaunchText */.jj)(Description))
            return [];
        return [{ id, begunAt: StartTime.getTime() / 1000, endedAt: EndTime.getTime() / 1000 }];
    })
        .toSorted((left, right) => right.begunAt - left.begunAt);
}

// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
// EXTERNAL MODULE: ./build/src/aws/observe/ec2-instances.js
var ec2_instances = __webpack_require__(27243);
// EXTERNAL MODULE: ./build/src/aws/observe/refreshes.js
var observe_refreshes = __webpack_require__(83903);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
;// CONCATENATED MODULE: ./build/src/aws/observe/recurrence.js

/** More runs of one action are not looked for: the last decides. */
const MOST_RUNS = 500;
/** The first and the last value of each field: minutes, hours, days, months, days of the week. */
const FIELDS = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 6]]; // prettier-ignore
/**
 * An expression as the parser takes it. Other crons know steps from one value on, `5/15`, which go on to the last value of the field, and
 * steps that are larger than the field, of which the first value alone is left.
 */
const withSteps = (expression) => expression
    .trim()
    .split(/\s+/)
    .map((field, place) => {
    const [first, last] = FIELDS[place] ?? [0, 0];
    return field.split(',').map((part) => withStep(part, first, last)).join(',');
})
    .join(' '); // prettier-ignore
function withStep(part, first, last) {
    const [, range = '', step = ''] = /^([^/]+)\/(\d+)$/.exec(part) ?? [];
    if (range === '')
        return part;
    const [from = ''] = range === '*' ? [String(first)] : range.split('-');
    if (Number(step) > last - first)
        return from;
    return range === '*' || range.includes('-') ? part : `${range}-${last}/${step}`;
}
/**
 * The moments of a recurring scheduled action, in seconds since the Unix epoch. Each look asks for the runs of nearly the same span, and an
 * expression that runs each minute has 500 in it: so those that were found are kept.
 */
class Recurrence {
    #cron;
    /** After this moment all runs up to the last of `#runs` are in it, in their order. */
    #from = Infinity;
    #runs = [];
    /** AWS takes five fields, and UTC where no time zone is given. Throws, here or by `next`, where one of the two cannot be read. */
    constructor(expression, timeZone = 'UTC') {
        this.#cron = new croner/* Cron */.l4(withSteps(expression), { timezone: timeZone, mode: '5-part', paused: true });
    }
    /** The first run after a moment; undefined where there is none. */
    next(after) {
        const run = this.#cron.nextRun(new Date(after * 1000));
        return run === null ? undefined : run.getTime() / 1000;
    }
    /** The runs after `from`, up to `until` with it, at most the first 500. */
    between(from, until) {
        if (from < this.#from) {
            this.#from = from;
            this.#runs = [];
        }
        let missing = MOST_RUNS - this.#runs.filter((run) => run > from).length;
        for (let run = this.#after(this.#runs.at(-1) ?? from, until); run !== undefined && missing > 0; run = this.#after(run, until)) {
            this.#runs.push(run);
            if (run > from)
                missing--;
        }
        return this.#runs.filter((run) => run > from && run <= until).slice(0, MOST_RUNS);
    }
    /** The next run, where one may still lie in a span that ends at `until`. */
    #after(last, until) {
        return last <= until ? this.next(last) : undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/observe/scheduled-actions.js






/** So far ahead it is told what falls due. */
const AHEAD_SECONDS = 86_400;
/** What falls due in so short a time is asked for every minute. */
const SOON_SECONDS = 600;
/**
 * The scheduled actions of groups, kept for a minute, and for four where none falls due soon. AWS tells of those that have not run or not reached their end;
 * whether one is told that fell due while `ScheduledActions` was suspended it does not say, so one that has vanished since
 * is remembered. Where a later read fails, what was read before holds.
 */
class ScheduledActions {
    #known = new Map();
    #asked = new Set();
    #warn;
    #all;
    /** `warn` hears of what AWS has taken and cannot be read here. */
    constructor(warn = () => undefined) {
        this.#warn = warn;
    }
    /** What falls due from `since` on, for a day ahead, in its order. */
    async due(connection, { group, since, now }) {
        const known = this.#known.get(group);
        const isFresh = known !== undefined && isFreshAt(now, known);
        const { actions } = isFresh ? known : await this.#read(connection, { group, now, known });
        return actions
            .flatMap((each) => dueOf(each, { since, until: now + AHEAD_SECONDS, now }))
            .toSorted((a, b) => a.at - b.at);
    }
    async #read(connection, { group, now, known }) {
        try {
            const told = await this.#told(connection, group, now);
            const read = { at: now, actions: withVanished(told, { known, now }) };
            const isKnown = ({ Recurrence: expression }) => known?.actions.some(({ action }) => action.Recurrence === expression) === true;
            for (const { action, recurrence } of read.actions)
                if (recurrence === 'unreadable' && !isKnown(action))
                    this.#warn(group, unreadableText(action));
            this.#known.set(group, read);
            return read;
        }
        catch (error) {
            if (known === undefined || !(error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error)))
                throw error;
            return known;
        }
    }
    /** Of few groups each is asked; of more the account, once a minute. */
    async #told(connection, group, now) {
        this.#asked.add(group);
        if (this.#asked.size <= one_by_one/* MOST_ASKED_ONE_BY_ONE */.v)
            return await scheduledActions(connection, group);
        const all = this.#all;
        const shared = all !== undefined && (0,freshness/* isYoung */.Pi)('scheduledActions', { from: all.at, now })
            ? all
            : { at: now, actions: scheduledActions(connection) };
        this.#all = shared;
        try {
            return (await shared.actions).filter(({ AutoScalingGroupName }) => AutoScalingGroupName === group);
        }
        catch (error) {
            if (this.#all === shared)
                this.#all = undefined;
            throw error;
        }
    }
}
/** Whether what was read holds: what falls due soon may be deleted before it does. */
function isFreshAt(now, { at, actions }) {
    const age = { from: at, now };
    if ((0,freshness/* isYoung */.Pi)('scheduledActions', age))
        return true;
    const soon = { since: at, until: at + SOON_SECONDS, now };
    return (0,freshness/* mayBeKept */.Zv)('scheduledActions', age) && actions.every((each) => dueOf(each, soon).length === 0);
}
const scheduled_actions_startOf = ({ StartTime }) => StartTime && StartTime.getTime() / 1000;
const nameOf = ({ ScheduledActionName = '' }) => ScheduledActionName;
/** AWS has taken the expression: that it cannot be read here must not keep a group from being rolled, or put back. */
function recurrenceOf({ Recurrence: expression, TimeZone }, now) {
    if (expression === undefined)
        return undefined;
    try {
        const recurrence = new Recurrence(expression, TimeZone);
        recurrence.next(now);
        return recurrence;
    }
    catch {
        return 'unreadable';
    }
}
const unreadableText = ({ ScheduledActionName: name = '', Recurrence: expression = '', TimeZone }) => `When the scheduled action ${name} falls due is not known: its recurrence \`${expression}\`${TimeZone === undefined ? '' : ` in ${TimeZone}`} cannot be read. What it would set while scheduled actions are suspended is not set.`; // prettier-ignore
/** What is told now, with what was known of it, and what can only have vanished because its time has passed. */
function withVanished(told, { known, now }) {
    const before = new Map(known?.actions.map((each) => [nameOf(each.action), each]));
    const current = told.map((action) => {
        const earlier = before.get(nameOf(action));
        const isSame = earlier !== undefined && earlier.action.Recurrence === action.Recurrence && earlier.action.TimeZone === action.TimeZone; // prettier-ignore
        if (isSame)
            return { ...earlier, action };
        // The first read of a process does not tell whether a recurring action has run before.
        return {
            action,
            recurrence: recurrenceOf(action, now),
            notBefore: known === undefined ? undefined : scheduled_actions_startOf(action),
        };
    });
    const names = new Set(told.map(nameOf));
    const vanished = [...before.values()].filter(({ action }) => !names.has(nameOf(action)) && action.Recurrence === undefined && (scheduled_actions_startOf(action) ?? Infinity) <= now);
    return [...current, ...vanished];
}
function dueOf(known, span) {
    const { ScheduledActionName: name = '', MinSize: min, MaxSize: max, DesiredCapacity: desired } = known.action;
    const sizes = {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(desired !== undefined && { desired }),
    };
    return momentsOf(known, span).map((at) => ({ name, at, sizes }));
}
function momentsOf({ action, recurrence, notBefore }, span) {
    const start = scheduled_actions_startOf(action);
    const { since, now } = span;
    const until = Math.min(span.until, action.EndTime === undefined ? Infinity : action.EndTime.getTime() / 1000);
    if (recurrence === undefined)
        return start !== undefined && start > since && start <= until ? [start] : [];
    if (recurrence === 'unreadable')
        return [];
    const next = recurrence.next(now);
    // One that is shown to start later than its expression says has not begun.
    const begins = start !== undefined && next !== undefined && start > next ? start : undefined;
    return recurrence.between(Math.max(since, (notBefore ?? -Infinity) - 1, (begins ?? -Infinity) - 1), until);
}
/** Those of one group, or of the account. None where the group was deleted in the middle of a look; the next look says so. */
async function scheduledActions(connection, group) {
    const { DescribeScheduledActionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    try {
        const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeScheduledActionsCommand({
            ...(group !== undefined && { AutoScalingGroupName: group }),
            MaxRecords: 100,
            ...token,
        })));
        return pages.flatMap(({ ScheduledUpdateGroupActions }) => ScheduledUpdateGroupActions ?? []);
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'group does not exist'))
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/observe/warm-pools.js


/** The groups with the instances of their warm pools among theirs; a group without a pool costs no call. */
const withWarmPools = (connection, groups) => (0,map_concurrently/* mapConcurrently */.X)(groups, async (group) => {
    if (group.WarmPoolConfiguration === undefined)
        return group;
    const listed = group.Instances ?? [];
    const known = new Set(listed.map(({ InstanceId }) => InstanceId));
    const pooled = await instancesOf(connection, group.AutoScalingGroupName ?? '');
    return { ...group, Instances: [...listed, ...pooled.filter(({ InstanceId }) => !known.has(InstanceId))] };
});
async function instancesOf(connection, group) {
    const { DescribeWarmPoolCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeWarmPoolCommand({ AutoScalingGroupName: group, ...token })));
    return pages.flatMap(({ Instances }) => Instances ?? []);
}

// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
// EXTERNAL MODULE: ./build/src/domain/rollout/scheduled-actions.js
var scheduled_actions = __webpack_require__(20253);
;// CONCATENATED MODULE: ./build/src/aws/observe/due-since.js


/**
 * Since when it matters what falls due of a group's scheduled actions: before a roll what AWS may yet carry out, and what comes; of a group on which a run
 * works since the run began, or since it last carried some out, whether it has suspended them or AWS carries them out.
 * Undefined where others have suspended them.
 */
function dueSince({ memo, suspended, at }, need) {
    if (memo === undefined)
        return need === 'every part' && !suspended.includes(restore/* SCHEDULING */.rs) ? at - scheduled_actions/* LATE_SECONDS */.ld : undefined;
    const { suspends, handedBackAt, scheduledUntil, startedAt } = memo;
    const isOthers = suspended.includes(restore/* SCHEDULING */.rs) && !suspends.includes(restore/* SCHEDULING */.rs) && handedBackAt === undefined;
    return isOthers ? undefined : (scheduledUntil ?? startedAt);
}

// EXTERNAL MODULE: ./build/src/domain/rollout/remembered-state.js
var remembered_state = __webpack_require__(71540);
// EXTERNAL MODULE: ./build/src/domain/rollout/stale-state.js
var stale_state = __webpack_require__(37197);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
;// CONCATENATED MODULE: ./build/src/aws/observe/fleets.js





























/**
 * The port to the fleets behind a connection; calls are shared between the groups of a look. With a clock a look is of the
 * moment at which AWS has answered for the groups, which corrects a runner's clock that was set meanwhile. `warn` hears what
 * was refused without ending anything.
 */
function fleetsPort(connection, clock, warn = () => undefined) {
    const watchedSince = new Map();
    /** When a group was last seen to have all the capacity that it wants. */
    const completeAt = new Map();
    const schedules = new ScheduledActions(warn);
    const policies = new scaling_policies/* ScalingPolicies */.mU(connection);
    const health = new KeptHealth();
    const refreshes = new observe_refreshes/* Refreshes */.I(connection, clock);
    const targets = new Map();
    const tags = new group_tags/* GroupTags */.x(connection);
    const newReaders = () => ({
        'every part': readersFor(connection, { schedules, policies, unreadParameters: 'refuse' }),
        'the group alone': readersFor(hasty(connection), { schedules, policies, unreadParameters: 'leave out' }),
    });
    let readers = newReaders();
    /** What failed before this process has looked first says nothing of what is launched now: the cause may be mended since. */
    async function withFailures(fleet, read) {
        if (!isLaunching(fleet)) {
            completeAt.set(fleet.group, fleet.at);
            return fleet;
        }
        if (fleet.at - (completeAt.get(fleet.group) ?? -Infinity) < LAUNCH_SECONDS)
            return fleet;
        const since = Math.max(fleet.memo?.startedAt ?? 0, watchedSince.get(fleet.group) ?? fleet.at);
        return { ...fleet, failedLaunches: await read.failedLaunches({ group: fleet.group, since }) };
    }
    /** Where the activities cannot be read, nothing is proven, and nothing is taken. */
    async function withDesiredChanges(fleet, { read, memo }) {
        const { group } = fleet;
        if (memo === undefined || !(0,stale_state/* isInDoubt */.cd)(fleet, memo))
            return fleet;
        try {
            return { ...fleet, desiredChanges: await read.desiredChanges({ group, since: memo.startedAt }) };
        }
        catch (error) {
            if (isUnread(error))
                return fleet;
            throw error;
        }
    }
    async function withDueActions(fleet, { read, need, memo }) {
        const since = dueSince({ ...fleet, memo }, need);
        if (since === undefined)
            return fleet;
        try {
            return { ...fleet, dueActions: await read.scheduledActions({ group: fleet.group, since, now: fleet.at }) };
        }
        catch (error) {
            if (need === 'every part' || !isUnread(error))
                throw error;
            return { ...fleet, unknown: [...(fleet.unknown ?? []), 'scheduledActions'] };
        }
    }
    async function look(asked, begun, need = 'every part', fresh = new Map(), remembered = new Map()) {
        const read = readers[need];
        const unknown = new Set();
        /** What cannot be read is unknown where it is not needed. */
        const unlessUnread = async (part, ask, instead) => {
            try {
                return await ask;
            }
            catch (error) {
                if (need === 'every part' || !isUnread(error))
                    throw error;
                unknown.add(part);
                return instead;
            }
        };
        const names = [...new Set(asked)];
        const found = new Map((await readers['every part'].group(names)).map((group) => [group.AutoScalingGroupName, group]));
        const moment = () => (clock === undefined ? begun : clock.now() / 1000);
        const now = moment();
        for (const name of names)
            if (!watchedSince.has(name))
                watchedSince.set(name, now);
        const listed = names.flatMap((name) => found.get(name) ?? []);
        const groups = await unlessUnread('warmPool', read.warmPool(listed), listed);
        // Where a group is put back little is left to be looked at: nothing is kept of it.
        const mayKeep = (group) => need === 'every part' && !asksForHealth(fresh.get((0,identity/* nameOf */.Vb)(group)));
        const keptHealth = new Map(groups.flatMap((group) => {
            const answers = mayKeep(group) ? health.of(group, now) : undefined;
            return answers === undefined ? [] : [[group, answers]];
        }));
        const asking = groups.filter((group) => !keptHealth.has(group));
        // An instance may leave as soon as another serves: what the group launches is known then.
        const near = new Set(groups
            .filter((group) => need !== 'every part' || fresh.has((0,identity/* nameOf */.Vb)(group)) || !health.isOnlyOld(group))
            .map(identity/* nameOf */.Vb));
        const [sources, healthOf, ec2Instance, slowStartOf] = await (0,all_answers/* allAnswers */.x)([
            unlessUnread('launchSource', read.launchSource(groups, now, near), UNKNOWN_SOURCES),
            read.targetHealth(asking, need, targets),
            unlessUnread('ec2Instances', read.ec2Instances(groups), () => undefined),
            unlessUnread('slowStart', read.slowStart(groups, (group) => mayLetLeave(group, need, fresh)), () => 0),
        ]);
        const unvouched = (0,status_checks/* unvouchedInstances */.kG)(asking, healthOf);
        const statusChecks = await unlessUnread('statusChecks', read.statusChecks(unvouched), (0,status_checks/* unreadStatusChecks */.V4)(unvouched));
        const answeredAt = moment();
        const sourceUnlessUnread = (group) => {
            try {
                return sources.sourceOf(group);
            }
            catch (error) {
                if (need === 'every part' || !isUnread(error))
                    throw error;
                return UNKNOWN_SOURCE;
            }
        };
        const looked = [];
        for (const group of groups) {
            const name = (0,identity/* nameOf */.Vb)(group);
            try {
                const missing = new Set(unknown);
                const source = sourceUnlessUnread(group);
                if (source === UNKNOWN_SOURCE)
                    missing.add('launchSource');
                const kept = keptHealth.get(group);
                const answers = kept ?? { targetHealth: healthOf(group), statusChecks };
                const { problem, fleet } = fleetOrProblem(group, {
                    now,
                    answeredAt: kept === undefined ? answeredAt : now,
                    source,
                    ec2Instance,
                    ...answers,
                    slowStartSeconds: slowStartOf(group) ?? 0,
                });
                if (kept === undefined && need === 'every part')
                    health.keep(group, { now, answers, instances: fleet.instances });
                const keptParts = [
                    ...(kept === undefined ? [] : HEALTH),
                    ...(sources.isKept(group, source) ? ['launchSource'] : []),
                    ...(slowStartOf(group) === undefined ? ['slowStart'] : []),
                ];
                if (fleet.instances.some(isHealthUnknown))
                    missing.add('targetHealth');
                if (fleet.instances.some((each) => each.statusChecks?.state === 'unknown'))
                    missing.add('statusChecks');
                looked.push({
                    name,
                    problem,
                    fleet: {
                        ...fleet,
                        ...(missing.size > 0 && { unknown: [...missing] }),
                        ...(keptParts.length > 0 && { kept: keptParts }),
                    },
                });
            }
            catch (problem) {
                if (!(problem instanceof errors/* UserError */.yo))
                    throw problem;
                looked.push({ name, problem, fleet: undefined });
            }
        }
        const gone = names.filter((name) => !found.has(name));
        const completed = (0,map_concurrently/* mapConcurrently */.X)(looked, async ({ fleet, ...each }) => {
            if (fleet === undefined)
                return { ...each, fleet };
            const memo = (0,remembered_state/* memoThatCounts */.U6)(fleet, remembered.get(fleet.group));
            const failed = await unlessUnread('failedLaunches', withFailures(fleet, read), fleet);
            const changed = await withDesiredChanges(failed, { read, memo });
            return { ...each, fleet: await withDueActions(changed, { read, need, memo }) };
        });
        const [whole, policiesOf] = await (0,all_answers/* allAnswers */.x)([
            completed,
            need === 'every part' ? read.scalingPolicies(groups.filter(hasAlarms).map(identity/* nameOf */.Vb)) : NO_POLICIES,
        ]);
        return {
            fleets: whole.flatMap(({ problem, fleet, name }) => problem === undefined && fleet ? { ...fleet, ...policyNames(policiesOf(name)) } : []),
            gone,
            unreadable: whole.flatMap(({ name, problem, fleet: untagged }) => problem === undefined ? [] : { group: name, problem, ...(untagged && { untagged }) }),
        };
    }
    return {
        look,
        policies: policies.reader,
        refreshes,
        targets,
        forget: () => {
            readers = newReaders();
        },
        apply: (group, change) => (0,apply/* applyChange */.h)(connection, group, change, { warn: (message) => warn(group, message), tags }),
        activeRefresh: (group, mayBeOldSeconds) => refreshes.active(group, mayBeOldSeconds),
        desiredChanges: (group, since) => readers['every part'].desiredChanges({ group, since }),
        failedLaunches: (group, since) => readers['every part'].failedLaunches({ group, since }),
        launchOutlook: (group) => launchOutlook(connection, group),
        pastLaunches: (group) => pastLaunches(connection, group),
    };
}
/** The group, or what is wrong with its tags and the group without them. Throws a UserError where anything else is wrong. */
function fleetOrProblem(group, answers) {
    try {
        return { problem: undefined, fleet: fleetOfGroup(group, answers) };
    }
    catch (problem) {
        if (!(problem instanceof errors/* UserError */.yo))
            throw problem;
        return { problem, fleet: { ...fleetOfGroup({ ...group, Tags: [] }, answers), unreadableTags: true } };
    }
}
/** Whether there is something to scale, and alarms may reach the policies of the group as far as others than runs have a say in it. */
const hasAlarms = ({ Instances = [], SuspendedProcesses: suspended = [], Tags: tags = [], }) => Instances.length > 0 &&
    (!suspended.some(({ ProcessName }) => ProcessName === follow/* ALARMS */.Pu) || tags.some(({ Key }) => Key === memo_tag/* MEMO_TAG */.Y7));
const asksForHealth = (anew) => anew === 'every part' || anew === 'the health';
/** Whether an instance of the group may leave because of this look: a run has begun with it, or is about to take something away. */
const mayLetLeave = (group, need, fresh) => need !== 'every part' ||
    fresh.get((0,identity/* nameOf */.Vb)(group)) === 'every part' ||
    (group.Tags ?? []).some(({ Key }) => Key === memo_tag/* MEMO_TAG */.Y7);
const NO_POLICIES = Promise.resolve(() => []);
function policyNames(policies) {
    const names = policies.filter(scaling_policies/* listens */.bc).flatMap(({ PolicyName }) => PolicyName ?? []);
    return names.length > 0 ? { scalingPolicies: names } : {};
}
/** So long Auto Scaling takes at least to act on what a group lacks: no launch can have failed before. */
const LAUNCH_SECONDS = 6;
/** The parts that tell which instances serve: they are asked for together. */
const HEALTH = ['targetHealth', 'statusChecks'];
const isUnread = (error) => error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error);
const isHealthUnknown = ({ balancers }) => balancers.some(({ state }) => state === 'unknown');
/** What is not needed is not asked for as patiently as what is. */
const HASTY_ATTEMPTS = 3;
const hasty = (connection) => ({
    ...connection,
    send: (client, command, options) => connection.send(client, command, { attempts: HASTY_ATTEMPTS, ...options }),
});
/** A source of which nothing is known but that no instance is proven to come from it. */
const UNKNOWN_SOURCE = {
    kind: 'configuration',
    label: 'a launch source that is not known',
    fingerprint: '0000000000000000',
    base: { kind: 'configuration', name: '' },
    overrides: [],
    imageId: undefined,
};
const UNKNOWN_SOURCES = { sourceOf: () => UNKNOWN_SOURCE, isKept: () => false };
/** How each part of a look is read: what `fleetReads` does not declare does not compile, nor what is declared and not read. */
function readersFor(connection, { schedules, policies, unreadParameters, }) {
    const launchSources = new launch_sources/* LaunchSourceReader */.GY(connection, unreadParameters);
    const ec2Instances = new ec2_instances/* Ec2Instances */.R(connection);
    const slowStarts = new SlowStarts(connection);
    const activities = new SharedActivities(connection);
    return {
        group: (names) => (0,describe/* groupsByName */.JR)(connection, names),
        warmPool: (groups) => withWarmPools(connection, groups),
        launchSource: (groups, now, young) => launchSources.ask(groups, now, young),
        targetHealth: (groups, need, targets) => readTargetHealth(connection, groups, { need, targets }),
        statusChecks: (ids) => (0,status_checks/* readStatusChecks */._D)(connection, ids),
        slowStart: (groups, isNeeded) => slowStarts.ask(groups, isNeeded),
        ec2Instances: async (groups) => {
            await ec2Instances.load(groups.flatMap(({ Instances }) => (Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])));
            return (id) => ec2Instances.of(id);
        },
        desiredChanges: (question) => desiredChanges(activities, question, policies),
        failedLaunches: (question) => (0,failed_launches/* failedLaunches */.R)(connection, question),
        scheduledActions: (question) => schedules.due(connection, question),
        scalingPolicies: (names) => policies.ask(names),
    };
}
/** Whether a launch is outstanding: less capacity is there, or on its way, than is desired. */
const isLaunching = ({ instances, sizes }) => (0,counted/* capacityOf */.A$)(instances.filter(counted/* isCounted */.he)) < sizes.desired;


/***/ }),

/***/ 84111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IT: () => (/* binding */ targetGroupName),
/* harmony export */   Oq: () => (/* binding */ isReadSource),
/* harmony export */   kG: () => (/* binding */ targetHealth),
/* harmony export */   lw: () => (/* binding */ classicHealth),
/* harmony export */   sF: () => (/* binding */ attachmentsOf)
/* harmony export */ });
/* harmony import */ var _domain_rollout_health_reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43301);

/**
 * Load balancers and target groups of a group, each once however it is attached. VPC Lattice tells the health of its
 * targets through an API of its own: a group with such a source is refused before the first change.
 */
function attachmentsOf({ LoadBalancerNames, TargetGroupARNs, TrafficSources }) {
    const sources = (TrafficSources ?? []).flatMap(({ Identifier, Type }) => Identifier === undefined ? [] : { identifier: Identifier, type: Type ?? typeOf(Identifier) });
    const ofType = (type) => sources.filter((source) => source.type === type).map(({ identifier }) => identifier);
    return {
        classic: [...new Set([...(LoadBalancerNames ?? []), ...ofType('elb')])],
        targetGroups: [...new Set([...(TargetGroupARNs ?? []), ...ofType('elbv2')])],
    };
}
const typeOf = (identifier) => identifier.includes(':elasticloadbalancing:') ? 'elbv2' : identifier.startsWith('arn:') ? 'other' : 'elb';
/** Whether a look asks this traffic source for the health of its instances. */
const isReadSource = ({ Identifier, Type, }) => ['elb', 'elbv2'].includes(Type ?? typeOf(Identifier ?? ''));
/** What people call a target group: `targetgroup/web/0123456789abcdef`, the end of its ARN. */
const targetGroupName = (arn) => arn.slice(arn.lastIndexOf(':') + 1);
/** Worst first: an instance on several ports is as good as its worst port. */
const WORST_FIRST = [
    'unhealthy',
    'draining',
    'unregistered',
    'unserved',
    'unused',
    'healthy',
];
/**
 * What a target group says of one instance; `ports` holds the health of each port it is registered on, and is empty
 * where it is registered on none. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
function targetHealth(arn, ports) {
    const balancer = targetGroupName(arn);
    const [worst] = ports
        .map((health) => ({
        balancer,
        state: targetState(health),
        reason: (0,_domain_rollout_health_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .healthReason */ .J)(health.Reason ?? health.State, health.Description),
    }))
        .sort((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state));
    return worst ?? { balancer, state: 'unregistered', reason: 'not registered' };
}
/**
 * `Target.NotInUse` has two meanings, which only the description tells apart: no load balancer sends requests to the target
 * group, or the target is in a zone that the load balancer does not serve. The first is so for all its targets alike; what
 * is not recognised as that proves nothing of the target.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-reason-codes
 */
const SENDS_NOTHING = /not configured to receive traffic/i;
function targetState({ State, Reason, Description }) {
    switch (State) {
        case 'healthy':
            return 'healthy';
        case 'draining':
        case 'unhealthy.draining':
            return 'draining';
        case 'unused':
            if (Reason === 'Target.NotInUse')
                return SENDS_NOTHING.test(Description ?? '') ? 'unused' : 'unserved';
            return Reason === 'Target.NotRegistered' ? 'unregistered' : 'unhealthy';
        case 'unavailable':
            return Reason === 'Target.HealthCheckDisabled' ? 'unused' : 'unhealthy';
        case 'initial':
        case 'unhealthy':
        case undefined:
            return 'unhealthy';
        default:
            // A state that AWS adds one day must not pass for healthy.
            State;
            return 'unhealthy';
    }
}
/**
 * What a classic load balancer says of one instance; undefined is no answer. A draining instance is still `InService`
 * to it: only the description tells. https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html
 */
function classicHealth(balancer, answer) {
    if (answer === undefined)
        return { balancer, state: 'unregistered', reason: 'not registered' };
    const { State, ReasonCode, Description } = answer;
    const reported = [ReasonCode, Description].filter((part) => part !== 'N/A');
    return { balancer, state: classicState(answer), reason: (0,_domain_rollout_health_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .healthReason */ .J)(...reported) || (State ?? 'no state given') };
}
function classicState({ State, Description }) {
    if (Description?.includes('deregistration currently in progress'))
        return 'draining';
    if (State === 'InService')
        return 'healthy';
    if (Description?.includes('not configured to route traffic'))
        return 'unserved';
    return Description?.includes('not currently registered') ? 'unregistered' : 'unhealthy';
}


/***/ }),

/***/ 94107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ activeRefresh),
/* harmony export */   s: () => (/* binding */ newestRefresh)
/* harmony export */ });
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51481);
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(754);


const ACTIVE = new Set([
    'Pending',
    'InProgress',
    'Cancelling',
    'RollbackInProgress',
    'Baking',
]);
/** The instance refresh that is under way in a group; undefined where none is, or the group is gone. */
async function activeRefresh(connection, group) {
    const active = (await newestRefreshes(connection, group)).find(({ Status }) => ACTIVE.has(Status));
    if (active === undefined)
        return undefined;
    const { InstanceRefreshId: id = 'unknown', Status: status = 'active' } = active;
    return { id, status, configuration: configurationOf(active) };
}
/** The newest instance refresh of a group, over or not; undefined where there was none, or the group is gone. */
async function newestRefresh(connection, group) {
    const [newest] = await newestRefreshes(connection, group);
    if (newest === undefined)
        return undefined;
    const { InstanceRefreshId: id = '', Status: status = '', StatusReason: reason = '', StartTime, EndTime } = newest;
    const { CheckpointPercentages = [], BakeTime = 0 } = newest.Preferences ?? {};
    return {
        id,
        status,
        reason,
        startedAt: StartTime && StartTime.getTime() / 1000,
        endedAt: EndTime && EndTime.getTime() / 1000,
        waits: CheckpointPercentages.length > 0 || BakeTime > 0,
    };
}
/** Newest first; none where the group is gone. */
async function newestRefreshes(connection, group) {
    const { DescribeInstanceRefreshesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    try {
        const client = await connection.clients.autoScaling();
        return await firstPage((token) => connection.send(client, new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, ...token })));
    }
    catch (error) {
        if ((0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'group does not exist'))
            return [];
        throw error;
    }
}
/** Newest first, and only one can be active: the first page that holds any tells. */
async function firstPage(fetch) {
    for await (const { InstanceRefreshes = [] } of (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .pageStream */ .q)(fetch))
        if (InstanceRefreshes.length > 0)
            return InstanceRefreshes;
    return [];
}
function configurationOf({ DesiredConfiguration: desired }) {
    const template = desired?.LaunchTemplate ?? desired?.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
    if (template !== undefined)
        return templateText(template);
    return desired?.MixedInstancesPolicy === undefined ? undefined : 'a mixed instances policy of its own';
}
const templateText = ({ LaunchTemplateName, LaunchTemplateId, Version }) => `launch template ${LaunchTemplateName ?? LaunchTemplateId ?? 'unknown'} version ${Version ?? '$Default'}`;


/***/ }),

/***/ 44888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   m9: () => (/* binding */ observedInstance),
/* harmony export */   y0: () => (/* binding */ isWeighted)
/* harmony export */ });
/* harmony import */ var _launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49532);

/** Whether the capacity of a group is counted in weights. */
const isWeighted = ({ MixedInstancesPolicy }) => (MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []).some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
/** What the group itself says of the state of an instance. */
const stateOf = ({ LifecycleState, HealthStatus, }) => ({
    lifecycle: LifecycleState ?? '',
    // DescribeAutoScalingGroups writes `Healthy` where DescribeAutoScalingInstances writes `HEALTHY`.
    healthy: HealthStatus?.toLowerCase() === 'healthy',
});
/** One instance as its group lists it, with what EC2 and the load balancers say of it. */
const observedInstance = (listed, { ec2Instance, balancers, statusChecks }) => ({
    id: listed.InstanceId ?? '',
    zone: listed.AvailabilityZone ?? '',
    type: listed.InstanceType ?? '',
    weight: listed.WeightedCapacity === undefined ? 1 : Number(listed.WeightedCapacity),
    ...stateOf(listed),
    protectedFromScaleIn: listed.ProtectedFromScaleIn ?? false,
    reference: referenceOf(listed),
    // Only after the root volume was replaced, or an override named the image: then it is truer than EC2's.
    imageId: listed.ImageId ?? ec2Instance?.imageId,
    launchedAt: ec2Instance?.launchedAt,
    ...(ec2Instance?.memoTags && { carriesMemo: true }),
    balancers,
    ...(statusChecks && { statusChecks }),
});
function referenceOf({ LaunchConfigurationName, LaunchTemplate }) {
    const id = LaunchTemplate?.LaunchTemplateId;
    const version = (0,_launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .versionNumber */ .e1)(LaunchTemplate?.Version);
    if (id !== undefined && version !== undefined)
        return { kind: 'template', id, version };
    // AWS leaves the name out once the launch configuration is deleted; emulators send an empty one.
    return LaunchConfigurationName ? { kind: 'configuration', name: LaunchConfigurationName } : undefined;
}


/***/ }),

/***/ 83903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Refreshes)
/* harmony export */ });
/* harmony import */ var _instance_refresh_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94107);

/** So many questions are under way at once: the departures that follow from some answers leave before more is asked. */
const AT_ONCE = 20;
/** The instance refreshes of groups, with when AWS has told of each group that there is none. */
class Refreshes {
    #connection;
    #clock;
    #noneAt = new Map();
    #waiting = [];
    #underWay = 0;
    /** Without a clock nothing is kept. */
    constructor(connection, clock) {
        this.#connection = connection;
        this.#clock = clock;
    }
    /** The refresh that is under way; that there is none may have been told so many seconds ago. */
    async active(group, mayBeOldSeconds = 0) {
        const now = (this.#clock?.now() ?? 0) / 1000;
        if (now - (this.#noneAt.get(group) ?? -Infinity) < mayBeOldSeconds)
            return undefined;
        const active = await this.#inTurn(() => (0,_instance_refresh_js__WEBPACK_IMPORTED_MODULE_0__/* .activeRefresh */ .S)(this.#connection, group));
        // What came in the meantime began after the question.
        if (active === undefined && this.#clock !== undefined)
            this.#noneAt.set(group, now);
        else
            this.#noneAt.delete(group);
        return active;
    }
    async #inTurn(ask) {
        if (this.#underWay >= AT_ONCE)
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#underWay++;
        try {
            return await ask();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#underWay--;
            else
                next();
        }
    }
}


/***/ }),

/***/ 27660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ adjustmentOf),
/* harmony export */   bc: () => (/* binding */ listens),
/* harmony export */   mU: () => (/* binding */ ScalingPolicies),
/* harmony export */   yu: () => (/* binding */ PolicyReader)
/* harmony export */ });
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14659);
/* harmony import */ var _groups_one_by_one_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3485);



/** The scaling policies of groups, each group's read once in a run. */
class ScalingPolicies {
    /** For checks that want more of them: what one has read the other need not. */
    reader;
    #known = new Map();
    constructor(connection) {
        this.reader = new PolicyReader(connection);
    }
    /** Reads those of the groups that are not known yet; gives what is known then. */
    async ask(groups) {
        const unknown = groups.filter((group) => !this.#known.has(group));
        const read = unknown.length === 0 ? [] : await this.reader.of(unknown);
        for (const group of unknown)
            this.#known.set(group, read.filter(({ AutoScalingGroupName }) => AutoScalingGroupName === group));
        return (group) => this.#known.get(group) ?? [];
    }
}
/** Whether an alarm can ask for it: predictive scaling listens to none, and a policy that is switched off to none either. */
const listens = ({ PolicyType, Enabled }) => PolicyType !== 'PredictiveScaling' && Enabled !== false;
/** Whether a policy sets a number, or adds to what is there. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html */
const adjustmentOf = ({ PolicyType, AdjustmentType }) => PolicyType === 'TargetTrackingScaling' || AdjustmentType === 'ExactCapacity' ? 'exact' : 'relative';
/** Reads scaling policies for several checks, each group's once. */
class PolicyReader {
    #connection;
    #read = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** The scaling policies of these groups; of many groups those of the whole account are listed, with others among them. */
    async of(groups) {
        const listings = groups.length > _groups_one_by_one_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_ASKED_ONE_BY_ONE */ .v ? [undefined] : groups;
        return (await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)(listings, (group) => this.#once(group))).flat();
    }
    #once(group) {
        const read = this.#read.get(group) ?? policiesOf(this.#connection, group);
        this.#read.set(group, read);
        // What could not be read is asked for again.
        read.catch(() => this.#read.delete(group));
        return read;
    }
}
/** The scaling policies of one group, or of the account. */
async function policiesOf(connection, group) {
    const { DescribePoliciesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyPage */ .L)((token) => connection.send(client, new DescribePoliciesCommand({ ...(group !== undefined && { AutoScalingGroupName: group }), ...token })));
    return pages.flatMap(({ ScalingPolicies }) => ScalingPolicies ?? []);
}


/***/ }),

/***/ 74020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V4: () => (/* binding */ unreadStatusChecks),
/* harmony export */   _D: () => (/* binding */ readStatusChecks),
/* harmony export */   kG: () => (/* binding */ unvouchedInstances)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _domain_rollout_readiness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7460);
/* harmony import */ var _client_aws_fault_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64839);
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2848);
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(754);
/* harmony import */ var _groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61072);
/* harmony import */ var _instances_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44888);








/** The most ids in one call: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceStatus.html */
const MOST_IDS = 100;
/**
 * The instances of these groups for which no load balancer speaks, one way or the other. A group is left out whose load
 * balancer or memo cannot be read: that is told elsewhere.
 */
const unvouchedInstances = (groups, healthOf) => groups.flatMap((group) => {
    try {
        const memo = (0,_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .readMemo */ .fw)(group);
        const balancersOf = healthOf(group);
        return (group.Instances ?? [])
            .filter((listed) => (0,_domain_rollout_readiness_js__WEBPACK_IMPORTED_MODULE_1__/* .needsStatusChecks */ .NW)({ ...(0,_instances_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(listed), balancers: balancersOf(listed.InstanceId ?? '') }, memo)) // prettier-ignore
            .map(({ InstanceId = '' }) => InstanceId);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return [];
        throw error;
    }
});
/** Asks EC2 for the status checks of these instances, a hundred in a call. What it does not tell of is unknown. */
async function readStatusChecks(connection, ids) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_5__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_6__/* .batches */ .X)(new Set(ids), MOST_IDS), (batch) => ask(connection, batch));
    const known = new Map(answers.flat().map((status) => [status.InstanceId, statusChecksOf(status)]));
    const asked = new Set(ids);
    return (id) => (asked.has(id) ? (known.get(id) ?? UNTOLD) : undefined);
}
const UNTOLD = { state: 'unknown', reason: 'EC2 does not tell of it' };
/** What is said of instances whose status checks could not be read. */
const unreadStatusChecks = (ids) => {
    const asked = new Set(ids);
    return (id) => (asked.has(id) ? { state: 'unknown', reason: 'EC2 could not be asked' } : undefined);
};
/** One id that EC2 does not know, as of an instance that is too new or gone, fails the call for all: then without it. */
async function ask(connection, ids) {
    if (ids.length === 0)
        return [];
    const { DescribeInstanceStatusCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    try {
        // Without the flag EC2 leaves out what does not run, which tells nothing of one that has ended.
        const question = { InstanceIds: [...ids], IncludeAllInstances: true };
        const answer = await connection.send(client, new DescribeInstanceStatusCommand(question));
        return answer.InstanceStatuses ?? [];
    }
    catch (error) {
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusedAs */ .H)(error, 'instance does not exist'))
            throw error;
        const said = (0,_client_aws_fault_js__WEBPACK_IMPORTED_MODULE_7__/* .awsFaultOf */ .x)(error)?.message ?? '';
        const known = ids.filter((id) => !said.includes(id));
        if (known.length === ids.length)
            throw error;
        return await ask(connection, known);
    }
}
/** What an instance never leaves again: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
const ENDED = new Set(['shutting-down', 'terminated']);
/**
 * All checks of an instance in one word: the worst counts. Those of attached volumes and of applications are said only of
 * instances that have them. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
function statusChecksOf(status) {
    const { InstanceState, SystemStatus, InstanceStatus, AttachedEbsStatus, ApplicationStatus } = status;
    const ended = InstanceState?.Name;
    if (ENDED.has(ended))
        return { state: 'terminated', reason: `it is ${ended}` };
    const optional = [
        { check: 'attached EBS', state: AttachedEbsStatus?.Status },
        { check: 'application', state: ApplicationStatus?.Status },
    ];
    const checks = [
        { check: 'system', state: SystemStatus?.Status },
        { check: 'instance', state: InstanceStatus?.Status },
        ...optional.filter(({ state }) => state !== undefined && state !== 'not-applicable'),
    ];
    const failed = checks.find(({ state }) => state === 'impaired');
    if (failed)
        return { state: 'impaired', reason: `the ${failed.check} status check has failed` };
    const pending = checks.find(({ state }) => state === 'initializing');
    if (pending)
        return { state: 'initializing', reason: `the ${pending.check} status check is initializing` };
    const untold = checks.find(({ state }) => state !== 'ok');
    if (untold)
        return { state: 'unknown', reason: `the ${untold.check} status check says ${untold.state ?? 'nothing'}` };
    return { state: 'ok', reason: '' };
}


/***/ }),

/***/ 20353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unfitAlarms),
/* harmony export */   u: () => (/* binding */ alarmFindings)
/* harmony export */ });
/* harmony import */ var _domain_rollout_alarms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37904);
/* harmony import */ var _domain_rollout_taken_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26519);
/* harmony import */ var _domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3338);
/* harmony import */ var _observe_alarms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79688);




/**
 * Alarms that cannot watch a roll: they do not exist, are in ALARM already, or belong to a scaling policy, whose alarms are in ALARM by
 * design. An alarm that is to be ignored until it is OK is named.
 */
async function unfitAlarms({ connection, policies, planned, }) {
    const watch = planned.find(({ policy }) => policy.gates?.alarms !== undefined)?.policy.gates?.alarms;
    if (watch === undefined)
        return [];
    return await alarmFindings({ connection, policies, watch, fleets: planned.map(({ fleet }) => fleet) });
}
/** The same of groups whatever is done with them. */
async function alarmFindings(question) {
    const { watch } = question;
    const alarms = await (0,_observe_alarms_js__WEBPACK_IMPORTED_MODULE_1__/* .readAlarms */ .tv)(question.connection, watch.names);
    const known = new Map(alarms.map((alarm) => [alarm.name, alarm]));
    const missing = watch.names.filter((name) => !known.has(name));
    const owners = await owningPolicies(question);
    const raised = alarms.filter(({ state }) => state === 'ALARM');
    return [
        ...(missing.length > 0
            ? [
                (0,_domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(undefined, `${missing.length === 1 ? 'the alarm' : 'the alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist in ${question.connection.region}`, 'Correct `alarms`; they are looked for in the region of the groups.'),
            ]
            : []),
        ...watch.names.flatMap((name) => {
            const owner = name.startsWith('TargetTracking-') ? 'target tracking' : owners.get(name);
            if (owner === undefined)
                return [];
            return [
                (0,_domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(undefined, `the alarm ${name} belongs to a scaling policy (${owner}), whose alarms are in ALARM by design when load is low or high`, 'Name alarms that tell of errors.'),
            ];
        }),
        ...raised.map((alarm) => ofRaised(alarm, watch, question.fleets)),
    ];
}
/** One in ALARM; where an unfinished roll may have raised it, the run begins and lets that fail its gate. */
function ofRaised(alarm, { atStart }, fleets) {
    const what = (0,_domain_rollout_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .alarmInWords */ .QM)(alarm);
    const unfinished = fleets.filter(({ memo }) => memo !== undefined);
    const blamed = unfinished.find((fleet) => (0,_domain_rollout_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaisedByRoll */ .dJ)(alarm, fleet));
    if (blamed !== undefined)
        return {
            group: undefined,
            weight: 'notice',
            what: `${what}, after the unfinished roll of ${blamed.group} had begun, ${(0,_domain_rollout_taken_back_js__WEBPACK_IMPORTED_MODULE_3__/* .isTakingBack */ .KP)(blamed.memo, {}) ? 'which goes on being taken back' : 'which fails its gate'}`,
        };
    if (atStart === 'ignore-until-ok')
        return { group: undefined, weight: 'notice', what: `${what}; it counts from its first OK` };
    const back = unfinished.length > 0 ? ' Or put back what is unfinished with `mode: restore`.' : '';
    return (0,_domain_rollout_preflight_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(undefined, `${what}, before anything is changed`, `Wait until it is OK, or set \`alarms-at-start: ignore-until-ok\`: it counts from its first OK then.${back}`);
}
/** The names of the alarms of scaling policies, with the policy of each. */
async function owningPolicies({ policies, fleets, }) {
    const owning = await policies.of(fleets.map(({ group }) => group));
    return new Map(owning.flatMap(({ PolicyName = '', Alarms = [] }) => Alarms.flatMap(({ AlarmName }) => (AlarmName === undefined ? [] : [[AlarmName, PolicyName]]))));
}


/***/ }),

/***/ 72911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ AskedAhead)
/* harmony export */ });
/* unused harmony export EachGroup */
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _groups_lifecycle_hooks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6773);


/** Of so many groups refreshes, which cost a call of Auto Scaling for each, are asked while load balancers are: they have limits of their own. */
const MANY_GROUPS = 50;
/** What the checks ask of groups by themselves; of many groups refreshes may be asked before the checks begin. */
class AskedAhead {
    refreshes;
    hooks;
    #isOver = false;
    constructor(connection, refreshes) {
        this.refreshes = new EachGroup((group) => refreshes.active(group));
        this.hooks = new EachGroup((group) => (0,_groups_lifecycle_hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .lifecycleHooksOf */ .S)(connection, { AutoScalingGroupName: group }));
    }
    /** Begins to ask, where there are many groups. What fails is asked for again, and told, by the check that needs it. */
    begin(groups) {
        if (groups.length < MANY_GROUPS)
            return;
        const ask = async (group) => {
            if (!this.#isOver)
                await this.refreshes.of(group);
        };
        (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)(groups, ask).catch(() => undefined);
    }
    /** Asks no more: what is under way is not waited for. */
    end() {
        this.#isOver = true;
    }
}
/** An answer for each group, asked for once. */
class EachGroup {
    #ask;
    #asked = new Map();
    constructor(ask) {
        this.#ask = ask;
    }
    of(group) {
        const asked = this.#asked.get(group) ?? this.#ask(group);
        this.#asked.set(group, asked);
        // What was not answered is asked for again.
        asked.catch(() => this.#asked.delete(group));
        return asked;
    }
}


/***/ }),

/***/ 43996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bm: () => (/* binding */ findBeforeFirstChange),
  mC: () => (/* binding */ refusedReads)
});

// UNUSED EXPORTS: preflightChecks

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/aws/client/all-answers.js
var all_answers = __webpack_require__(25738);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/domain/rollout/instance-refresh.js
var instance_refresh = __webpack_require__(79507);
;// CONCATENATED MODULE: ./build/src/aws/select/eligibility.js



const REMEDY = 'Wait for the end of what is under way, or cancel it; or leave the groups out.';
/**
 * Every group that must not be changed now, and why: it is being deleted, it belongs to an operator, or an instance
 * refresh is under way in it.
 */
async function ineligibleGroups(refreshes, groups) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(groups, async (group) => {
        const reason = ineligibility(group) ?? (await instanceRefresh(refreshes, group));
        return reason === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(group.AutoScalingGroupName ?? '', reason, REMEDY)];
    });
    return found.flat();
}
/** What the group itself tells; undefined where nothing is in the way. */
function ineligibility({ Status, Operator }) {
    // AWS gives a status only while a group is being deleted.
    if (Status)
        return `it is being deleted (${Status})`;
    if (Operator?.Principal)
        return `it is managed by ${Operator.Principal}, which alone may change it`;
    return undefined;
}
async function instanceRefresh(refreshes, group) {
    const active = await refreshes.of(group.AutoScalingGroupName ?? '');
    return active && (0,instance_refresh/* refreshText */.dz)(active);
}

// EXTERNAL MODULE: ./build/src/aws/preflight/alarms.js
var alarms = __webpack_require__(20353);
// EXTERNAL MODULE: ./build/src/domain/rollout/budget.js
var budget = __webpack_require__(4495);
;// CONCATENATED MODULE: ./build/src/domain/rollout/checkpoint-cost.js
/** What a first checkpoint costs before it holds a roll, in words. Pure. */

/**
 * How much old capacity leaves before the first checkpoint of a roll that has yet to begin, since there is no room for as much new
 * capacity as that takes; a sentence. Undefined where all that is old serves on behind it: then a bad image goes back at no cost.
 */
function checkpointCost(fleet, { gates, surge, waitForAll }) {
    const { memo, sizes } = fleet;
    const [first] = gates?.checkpoints ?? [];
    if (first === undefined || memo !== undefined || waitForAll)
        return undefined;
    const room = Math.min(surge, (0,budget/* mostSurge */.S2)(sizes.desired, (0,budget/* heaviestOf */.P3)(fleet)));
    const cost = Math.min(first, sizes.desired) - room;
    if (cost <= 0)
        return undefined;
    const unit = (0,budget/* heaviestOf */.P3)(fleet) === 1 ? (cost === 1 ? 'old instance leaves' : 'old instances leave') : 'of old capacity leave'; // prettier-ignore
    return `${cost} ${unit} before the roll holds at checkpoint 1, which needs a new capacity of ${Math.min(first, sizes.desired)}: \`surge\` makes room for ${room}. A bad image costs that much capacity until the roll is taken back.`;
}

// EXTERNAL MODULE: ./build/src/domain/rollout/start.js
var start = __webpack_require__(62708);
;// CONCATENATED MODULE: ./build/src/aws/preflight/checkpoint-costs.js



/** What the first checkpoints cost of groups that are about to roll; their description tells it. */
const checkpointCosts = async ({ planned }) => planned.flatMap(({ fleet, policy }) => {
    const cost = (0,start/* isAnythingOutdated */.Zr)(fleet, policy) ? checkpointCost(fleet, policy) : undefined;
    return cost === undefined ? [] : [(0,preflight_findings/* noteOf */.kH)(fleet.group, cost)];
});

// EXTERNAL MODULE: ./build/src/domain/rollout/preflight.js
var preflight = __webpack_require__(56699);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/aws/preflight/read-headroom.js + 6 modules
var read_headroom = __webpack_require__(53704);
;// CONCATENATED MODULE: ./build/src/aws/preflight/headroom.js




const headroom_REMEDY = 'Make room, or let fewer come at once with `surge`.';
/**
 * Whether there is room for what the groups are about to launch: a refusal for each shortage of each group. What cannot
 * be read is told and refuses nothing.
 */
async function headroom({ connection, groups, planned, types, targetGroups, targets, }) {
    const demands = planned.flatMap(({ fleet, policy }) => (0,preflight/* demandOf */.tp)(fleet, policy) ?? []);
    if (demands.length === 0)
        return [];
    const launching = new Set(demands.map(({ group }) => group));
    const concerned = groups.filter(({ AutoScalingGroupName }) => launching.has(AutoScalingGroupName));
    const { around, vcpus, skipped } = await (0,read_headroom/* readHeadroom */.S)({ connection, types, targetGroups, targets }, concerned, demands);
    const doubled = demands.filter(({ group }) => planned.some(({ fleet, policy }) => fleet.group === group && policy.waitForAll));
    return [
        ...skipped.map((what) => ({ group: undefined, weight: 'notice', what })),
        ...demands.flatMap((demand) => {
            const what = (0,preflight/* raiseInWords */.Dn)(demand);
            return what === undefined ? [] : [{ group: undefined, weight: 'info', what }];
        }),
        ...(doubled.length > 0 ? [{ group: undefined, weight: 'notice', what: vcpuNotice(doubled, vcpus) }] : []),
        ...(0,preflight/* shortagesOf */.wx)(demands, around).map((each) => each.isBearable
            ? { group: each.group, weight: 'notice', what: (0,preflight/* shortageInWords */.IN)(each) }
            : (0,preflight_findings/* refusalOf */.Of)(each.group, (0,preflight/* shortageInWords */.IN)(each), headroom_REMEDY)),
    ];
}
/** What is launched at once where groups are doubled: a person can compare it with the quotas of other families. */
function vcpuNotice(demands, vcpus) {
    const parts = demands.map(({ group, launches, types: [type = 'unknown'] }) => {
        const each = vcpus.get(type);
        const sum = each === undefined ? '' : `, ${launches * each} vCPUs`;
        return `${group} ${(0,words/* count */.U9)(launches, 'instance')} of ${type}${sum}`;
    });
    return `Launched at most at one time: ${parts.join('; ')}.`;
}

// EXTERNAL MODULE: ./build/src/aws/preflight/late-reads.js
var late_reads = __webpack_require__(40871);
// EXTERNAL MODULE: ./build/src/aws/preflight/launch-sources.js + 1 modules
var launch_sources = __webpack_require__(43487);
;// CONCATENATED MODULE: ./build/src/domain/rollout/managed-groups.js
/** Groups that another service of AWS, or Kubernetes, works with, by their tags, hooks and names. Pure. */

/** Whether the tags of a group tell that hooks matter to what is said of it. */
const isHookAwaited = (tags) => clusterOf(tags) !== undefined || tags.has(ECS_MANAGED);
/** Whether a hook tells of a service that no tag tells of. */
const isHookOfService = ({ name }) => name === ECS_DRAINING || CODEDEPLOY.test(name);
const KUBERNETES = /^kubernetes\.io\/cluster\/(.+)$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html */
const ECS_MANAGED = 'AmazonECSManaged';
const ECS_DRAINING = 'ecs-managed-draining-termination-hook';
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/integrations-aws-auto-scaling.html */
const CODEDEPLOY = /^CodeDeploy-managed-automatic-(launch|termination)-deployment-hook/;
/** What is to be said of a group that another service works with, and what a roll does not do for it. */
function managedFindings(managed, policy) {
    const { group } = managed;
    const nodeGroup = managed.tags.get('eks:nodegroup-name');
    if (nodeGroup !== undefined)
        return [ofNodeGroup(managed, nodeGroup, policy)];
    return [ofKubernetes, ofEcs, ofBatch, ofBeanstalk, ofCodeDeploy].flatMap((find) => {
        const what = find(managed);
        return what === undefined ? [] : [{ group, weight: 'warning', what }];
    });
}
/** https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html */
function ofNodeGroup({ group, region, tags }, nodeGroup, policy) {
    const cluster = tags.get('eks:cluster-name') ?? clusterOf(tags) ?? 'CLUSTER';
    const owner = `the EKS managed node group ${nodeGroup} of the cluster ${cluster} owns it`;
    const command = `aws eks update-nodegroup-version --region ${region} --cluster-name ${cluster} --nodegroup-name ${nodeGroup}`;
    if (policy === 'warn')
        return (0,preflight_findings/* refusalOf */.Of)(group, `${owner}: EKS alone changes it, and drains its nodes. \`${command}\` rolls it`, 'Use the command of EKS, leave these groups out, or set `managed-groups: allow`.');
    const what = `${owner}: nodes leave without being drained, and EKS may undo what it has not changed itself. \`${command}\` would roll it.`;
    return { group, weight: 'warning', what };
}
const clusterOf = (tags) => [...tags].flatMap(([key, value]) => (value === 'owned' ? (KUBERNETES.exec(key)?.[1] ?? []) : []))[0];
/** A hook such as that of the node termination handler drains a node while it leaves. */
function ofKubernetes({ tags, hooks }) {
    const cluster = clusterOf(tags);
    if (cluster === undefined)
        return undefined;
    const owner = `its instances are nodes of the Kubernetes cluster ${cluster}`;
    const draining = hooks.find(({ transition }) => transition === 'terminating');
    return draining === undefined
        ? `${owner}, and no termination hook drains them: their pods end with the node.`
        : `${owner}: the hook ${draining.name} holds each that leaves, which is not waited for.`;
}
function ofEcs({ tags, hooks }) {
    const isDraining = hooks.some(({ name }) => name === ECS_DRAINING);
    if (!isDraining && !tags.has(ECS_MANAGED))
        return undefined;
    const owner = 'it is the capacity of an ECS cluster';
    return isDraining
        ? `${owner}: ECS drains each instance that leaves, which is not waited for, and may move a task to an instance that leaves next. Tasks that belong to no service are not stopped by ECS.`
        : `${owner} without managed draining: the tasks of an instance end with it.`;
}
/** https://docs.aws.amazon.com/batch/latest/userguide/updating-compute-environments.html */
const ofBatch = ({ group, tags }) => tags.has('AWSBatchServiceTag') || group.startsWith('AWSBatch-')
    ? 'it belongs to a compute environment of AWS Batch: jobs on an instance that leaves end with it, and Batch sets the desired capacity itself. `aws batch update-compute-environment` lets Batch replace its instances.'
    : undefined;
/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-tagging-resources.html */
function ofBeanstalk({ region, tags }) {
    const environment = tags.get('elasticbeanstalk:environment-name');
    if (environment === undefined)
        return undefined;
    return `it belongs to the Elastic Beanstalk environment ${environment}: what Beanstalk says of its health is not read, and its next update undoes a patch of the launch source. \`aws elasticbeanstalk update-environment --region ${region} --environment-name ${environment}\` changes it for good.`;
}
function ofCodeDeploy({ hooks }) {
    const hook = hooks.find(({ name }) => CODEDEPLOY.test(name));
    return (hook &&
        `CodeDeploy deploys to each new instance (${hook.name}): one whose deployment fails is abandoned by its hook and counts as a failure, and a deployment to the group that is under way is not waited for.`);
}

// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
;// CONCATENATED MODULE: ./build/src/aws/preflight/managed-groups.js



/** Groups that EKS, ECS, Batch, Elastic Beanstalk, CodeDeploy or Kubernetes work with. */
async function managedGroups({ connection, ahead, groups, managed, }) {
    const hooksOf = await hooksByGroup(ahead, groups);
    const found = groups.flatMap((group) => managedFindings({ group: (0,identity/* nameOf */.Vb)(group), region: connection.region, tags: tagsOf(group), hooks: hooksOf.get((0,identity/* nameOf */.Vb)(group)) ?? [] }, managed));
    return hooksOf.size < groups.length ? [...found, notAsked(groups.length - hooksOf.size)] : found;
}
const notAsked = (number) => ({
    group: undefined,
    weight: 'notice',
    what: `the lifecycle hooks of ${number} ${number === 1 ? 'group' : 'groups'} were not asked, since ${SAMPLED} others have none of ECS or CodeDeploy: whether these services work with ${number === 1 ? 'it' : 'them'} is not known`,
});
/** Of so many groups of which no tag tells that hooks matter the hooks are asked: each costs a call of Auto Scaling. */
const SAMPLED = 50;
/**
 * The hooks of the groups that they may matter to. Of many groups without such a tag some are asked, evenly over the list, and the
 * others only where one of these has a hook of a service: groups that are rolled together are mostly alike.
 */
async function hooksByGroup(ahead, groups) {
    const found = new Map();
    const ask = async (asked) => {
        const names = asked.map(identity/* nameOf */.Vb).filter((name) => !found.has(name));
        await (0,map_concurrently/* mapConcurrently */.X)(names, async (name) => found.set(name, await hooksOf(ahead, name)));
    };
    const others = groups.filter((group) => !isHookAwaited(tagsOf(group)));
    const every = Math.max(1, others.length / SAMPLED);
    const sample = others.filter((_, index) => Math.floor(index / every) > Math.floor((index - 1) / every));
    await ask([...groups.filter((group) => isHookAwaited(tagsOf(group))), ...sample]);
    if (sample.some((group) => found.get((0,identity/* nameOf */.Vb)(group))?.some(isHookOfService)))
        await ask(others);
    return found;
}
async function hooksOf({ hooks }, group) {
    return (await hooks.of(group)).map(({ LifecycleHookName = '', LifecycleTransition = '' }) => ({
        name: LifecycleHookName,
        transition: LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching',
    }));
}
const tagsOf = ({ Tags = [] }) => new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));

// EXTERNAL MODULE: ./build/src/domain/rollout/follow.js
var follow = __webpack_require__(97855);
// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
// EXTERNAL MODULE: ./build/src/domain/rollout/wording.js
var wording = __webpack_require__(35208);
;// CONCATENATED MODULE: ./build/src/domain/rollout/resting.js
/** What becomes of scaling while a group rolls, in words. Pure. */



/** More names are only counted. */
const MOST_NAMED = 10;
const named = (names) => names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');
const subject = (policies) => `${policies.length === 1 ? 'The scaling policy' : 'The scaling policies'} ${named(policies)}`;
const restingText = (policies) => `${subject(policies)} ${policies.length === 1 ? 'rests' : 'rest'} while the group rolls: ${follow/* ALARMS */.Pu} is suspended, and the size follows no load until the roll ends.`;
const aliveText = (policies) => `${subject(policies)} ${policies.length === 1 ? 'stays' : 'stay'} alive while the group rolls: it grows with its load, and MinSize is held at the desired capacity, so that nothing is scaled in until the roll ends.`;
/**
 * The scaling policies that stay alive or rest, and the scheduled actions that fall due within the time that the roll may take; a
 * sentence each.
 */
function scalingNotes({ dueActions = [], at }, { policies, areAlive, lastsSeconds, }) {
    const due = dueActions.filter((each) => each.at > at && each.at <= at + lastsSeconds);
    const actions = due.map((each) => `${each.name} at ${(0,wording/* momentText */.Am)(each.at)} (${(0,wording/* sizesText */.KD)(each.sizes)})`);
    return [
        ...(policies.length > 0 ? [areAlive ? aliveText(policies) : restingText(policies)] : []),
        ...(due.length > 0
            ? [
                `${restore/* SCHEDULING */.rs} is suspended while the group rolls. What falls due until then is carried out by the run: ${named(actions)}.`,
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/resting.js




/**
 * What becomes of scaling while the groups roll: policies by name, which stay alive or rest, and the scheduled actions that fall due
 * meanwhile.
 */
async function resting({ planned, lastsSeconds }) {
    return planned
        .filter(({ fleet, policy }) => policy.intent === 'roll' && (0,start/* isAnythingOutdated */.Zr)(fleet, policy))
        .flatMap(({ fleet, policy }) => scalingNotes(fleet, {
        policies: isSuspendedByOthers(fleet) ? [] : (fleet.scalingPolicies ?? []),
        areAlive: isFollowed(fleet, policy),
        lastsSeconds,
    }).map((note) => (0,preflight_findings/* noteOf */.kH)(fleet.group, note)));
}
/** A run that goes on from another one keeps policies alive, or lets them rest, as that one did. */
const isFollowed = (fleet, policy) => fleet.memo === undefined ? (0,follow/* followsPolicies */.tP)(fleet, policy) : fleet.memo.follows === true;
/** Where others have suspended alarms before, the run keeps no policy from changing the size. */
const isSuspendedByOthers = ({ suspended, memo }) => suspended.includes(follow/* ALARMS */.Pu) && memo?.suspends.includes(follow/* ALARMS */.Pu) !== true;

// EXTERNAL MODULE: ./build/src/domain/rollout/served-zones.js
var served_zones = __webpack_require__(54821);
// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var pages = __webpack_require__(14659);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
;// CONCATENATED MODULE: ./build/src/aws/preflight/served-zones.js










/** The most ARNs, or names, that one DescribeLoadBalancers call is asked for. */
const MOST_NAMES = 20;
/**
 * The groups that launch into a zone that none of their load balancers serves: it would be found out only when an instance
 * is there. Whether or not the load balancer shares requests across zones, a target in a zone that is not enabled gets none.
 * What AWS does not tell is skipped, with a sentence.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
async function unservedGroups({ connection, groups, planned, targetGroups, }) {
    const rolled = new Set(planned.flatMap(({ fleet, policy }) => ((0,preflight/* isToRoll */.XM)(fleet, policy) ? fleet.group : [])));
    try {
        const zones = await zonesOf({ connection, described: targetGroups }, groups.filter(({ AutoScalingGroupName }) => rolled.has(AutoScalingGroupName)));
        const unserved = zones.filter((each) => (0,served_zones/* unservedZones */.E_)(each).length > 0);
        return unserved.map((each) => (0,preflight_findings/* refusalOf */.Of)(undefined, (0,served_zones/* unservedInWords */.zN)(each), served_zones/* SERVE_ZONE */.pZ));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) && !(error instanceof uncertain_outcome/* UncertainOutcome */.a))
            throw error;
        const what = `Zones of load balancers were not checked: ${(0,aws_fault/* awsFaultOf */.x)(error)?.message ?? error.message}`;
        return [{ group: undefined, weight: 'notice', what }];
    }
}
async function zonesOf(sources, groups) {
    const attachments = groups.map(health_states/* attachmentsOf */.sF);
    const [classic, targetGroups] = await Promise.all([
        classicZones(sources.connection, new Set(attachments.flatMap(({ classic }) => classic))),
        targetGroupZones(sources, [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))]),
    ]);
    return groups.map((group) => ({
        group: group.AutoScalingGroupName ?? '',
        zones: group.AvailabilityZones ?? [],
        served: servedOf(group, new Map([...classic, ...targetGroups])),
    }));
}
const servedOf = (group, zones) => {
    const { classic, targetGroups } = (0,health_states/* attachmentsOf */.sF)(group);
    return [...classic, ...targetGroups].flatMap((name) => {
        const served = zones.get(name);
        return served === undefined ? [] : [{ balancer: (0,health_states/* targetGroupName */.IT)(name), zones: served }];
    });
};
async function classicZones(connection, names) {
    if (names.size === 0)
        return new Map();
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(6536)]).then(__webpack_require__.bind(__webpack_require__, 36536));
    const client = await connection.clients.elasticLoadBalancing();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(names, MOST_NAMES), (batch) => (0,pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerNames: [...batch], ...marker }))));
    return new Map(answers
        .flat()
        .flatMap(({ LoadBalancerDescriptions }) => LoadBalancerDescriptions ?? [])
        .map(({ LoadBalancerName = '', AvailabilityZones = [] }) => [LoadBalancerName, AvailabilityZones]));
}
/** A target group that no load balancer uses is left out: nothing of it depends on zones. */
async function targetGroupZones({ connection, described }, arns) {
    const used = (await described.of(arns)).map(({ TargetGroupArn = '', LoadBalancerArns = [] }) => [TargetGroupArn, LoadBalancerArns]);
    const balancers = await balancersByArn(connection, new Set(used.flatMap(([, behind]) => behind)));
    const zonesBehind = (behind) => behind.flatMap((arn) => (balancers.get(arn)?.AvailabilityZones ?? []).flatMap(({ ZoneName }) => ZoneName ?? []));
    return new Map(used.filter(([, behind]) => behind.length > 0).map(([arn, behind]) => [arn, zonesBehind(behind)]));
}
async function balancersByArn(connection, arns) {
    if (arns.size === 0)
        return new Map();
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(arns, MOST_NAMES), (batch) => (0,pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerArns: [...batch], ...marker }))));
    return new Map(answers
        .flat()
        .flatMap(({ LoadBalancers }) => LoadBalancers ?? [])
        .map((each) => [each.LoadBalancerArn, each]));
}

// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/domain/rollout/suspension-text.js
var suspension_text = __webpack_require__(70875);
// EXTERNAL MODULE: ./build/src/domain/rollout/suspensions.js
var suspensions = __webpack_require__(98782);
// EXTERNAL MODULE: ./build/src/aws/observe/activities.js
var observe_activities = __webpack_require__(63023);
// EXTERNAL MODULE: ./build/src/aws/observe/failed-launches.js
var failed_launches = __webpack_require__(5927);
;// CONCATENATED MODULE: ./build/src/aws/preflight/launch-failure.js



/** Why the last launch of a group failed, in AWS's own words; undefined where none has, or AWS does not tell. */
async function lastLaunchFailure(connection, group) {
    try {
        const activities = await (0,observe_activities/* newestActivities */.W)(connection, { group, statuses: ['Failed', 'Cancelled'] });
        return (0,failed_launches/* failedLaunchesIn */.o)(activities, 0)[0]?.reason;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/suspended-processes.js






/**
 * The groups that cannot be rolled as long as some processes are suspended, each with the command that resumes them; where
 * AWS itself has suspended them, with why the last launch failed. Of other suspensions it is told what they mean.
 */
async function suspendedProcesses({ connection, planned, }) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(planned, async ({ fleet, policy }) => [
        ...(await obstacle(connection, { fleet, policy })),
        ...(0,suspensions/* suspensionNotes */.tG)(fleet, policy).map((note) => (0,preflight_findings/* noteOf */.kH)(fleet.group, note)),
    ]);
    return found.flat();
}
/** A group on which another run is at work is refused for that alone. */
async function obstacle(connection, { fleet, policy }) {
    const { group, memo, at } = fleet;
    const processes = (0,suspensions/* suspensionsInTheWay */.Er)(fleet, policy);
    if (processes.length === 0 || (memo !== undefined && (0,lease/* isLeaseLive */.hF)(memo, policy.run, at)))
        return [];
    const byAws = processes.some((process) => (0,suspension_text/* isSuspendedByAws */.GS)(fleet, process));
    const cause = byAws ? await lastLaunchFailure(connection, group) : undefined;
    const why = byAws
        ? `. AWS does so itself after a day in which no launch succeeded${cause === undefined ? '' : `; the last one failed with "${cause}"`}`
        : '';
    const resume = `${byAws ? 'Mend the cause, then resume' : 'Resume'} with \`${(0,suspension_text/* resumeCommand */.VJ)(group, processes)}\`.`;
    const restore = memo === undefined ? '' : ' What an earlier run has left is put back by `mode: restore`, which needs none of them.';
    return [(0,preflight_findings/* refusalOf */.Of)(group, `${(0,suspensions/* inTheWayText */.tj)(fleet, processes)}${why}`, `${resume}${restore}`)];
}

// EXTERNAL MODULE: ./build/src/domain/rollout/warm-pool.js
var warm_pool = __webpack_require__(75870);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
;// CONCATENATED MODULE: ./build/src/aws/preflight/termination-protection.js




const ATTRIBUTES = ['disableApiTermination', 'disableApiStop'];
const termination_protection_REMEDY = 'Lift it with `aws ec2 modify-instance-attribute --instance-id ID --no-disable-api-termination` (and `--no-disable-api-stop`), and leave it out of the launch template: the warm pool fills itself again.';
/**
 * Groups with outdated instances in their warm pool that EC2 protects against termination or stop. Auto Scaling takes no
 * instance of a warm pool by its id, and EC2 refuses to terminate these. Instances in service are none of this: Auto
 * Scaling terminates them in spite of it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html
 */
async function protectedPools({ connection, planned }) {
    const pooled = planned.flatMap(({ fleet, policy }) => policy.dark?.kind === 'release' ? [] : (0,warm_pool/* outdatedWarm */.M3)(fleet, policy).map(({ id }) => ({ group: fleet.group, id })));
    const found = await (0,map_concurrently/* mapConcurrently */.X)(pooled, async ({ group, id }) => {
        const isProtected = await Promise.all(ATTRIBUTES.map((attribute) => isSet(connection, id, attribute)));
        const set = ATTRIBUTES.filter((_, index) => isProtected[index]);
        return set.length === 0
            ? []
            : [(0,preflight_findings/* refusalOf */.Of)(group, `${id} of its warm pool is outdated and cannot be terminated (${set.join(', ')})`, termination_protection_REMEDY)];
    });
    return found.flat();
}
async function isSet(connection, InstanceId, Attribute) {
    const { DescribeInstanceAttributeCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    try {
        const answer = await connection.send(client, new DescribeInstanceAttributeCommand({ InstanceId, Attribute }));
        return (answer.DisableApiTermination ?? answer.DisableApiStop)?.Value ?? false;
    }
    catch (error) {
        // One that is gone is in the way of nothing.
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance does not exist'))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/traffic-sources.js


const traffic_sources_REMEDY = 'Detach what is named from the group, or leave the group out: only load balancers and target groups of Elastic Load Balancing are asked whether an instance serves.';
/**
 * Groups that get their requests from something that a roll neither asks nor registers with, such as a target group of VPC
 * Lattice. The description of a group names its traffic sources:
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html
 */
async function unsupportedSources({ groups, replaces, }) {
    if (replaces === 'nothing')
        return [];
    return groups.flatMap(({ AutoScalingGroupName, TrafficSources = [] }) => TrafficSources.flatMap((source) => (0,health_states/* isReadSource */.Oq)(source) ? [] : [(0,preflight_findings/* refusalOf */.Of)(AutoScalingGroupName, inWords(source), traffic_sources_REMEDY)]));
}
const inWords = ({ Identifier = 'a traffic source', Type = 'unknown' }) => `it gets requests from ${Identifier}, a traffic source of type ${Type}, whose health is not read and which a dark launch cannot release to`;

;// CONCATENATED MODULE: ./build/src/aws/preflight/checks.js
/**
 * Everything that is found out before the first change. A new check is a file of its own and an entry here: its findings
 * are told with those of all others in one error.
 */
















/** The checks, in the order in which their findings are told. */
const preflightChecks = {
    eligibility: {
        actions: ['autoscaling:DescribeInstanceRefreshes'],
        find: ({ ahead, groups }) => ineligibleGroups(ahead.refreshes, groups),
    },
    suspendedProcesses: {
        actions: ['autoscaling:DescribeScalingActivities'],
        find: suspendedProcesses,
    },
    /** The look tells of them. */
    resting: {
        actions: [],
        find: resting,
    },
    /** Only where alarms watch the roll. */
    alarms: {
        actions: ['autoscaling:DescribePolicies', 'cloudwatch:DescribeAlarms'],
        find: alarms/* unfitAlarms */.$,
    },
    checkpointCosts: {
        actions: [],
        find: checkpointCosts,
    },
    launchSources: {
        actions: [
            'autoscaling:DescribeLaunchConfigurations',
            'ec2:DescribeImages',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeLaunchTemplateVersions',
            'ssm:GetParameters',
        ],
        find: launch_sources/* brokenSources */._,
    },
    managedGroups: {
        actions: ['autoscaling:DescribeLifecycleHooks'],
        find: managedGroups,
    },
    /** The description of a group names them. */
    trafficSources: {
        actions: [],
        find: unsupportedSources,
    },
    /** Only of outdated instances in a warm pool. */
    terminationProtection: {
        actions: ['ec2:DescribeInstanceAttribute'],
        find: protectedPools,
    },
    /** Their actions are declared where the reads are needed. */
    lateReads: {
        actions: [],
        find: late_reads/* lateReads */.Y,
    },
    servedZones: {
        actions: ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroups'],
        find: unservedGroups,
    },
    headroom: {
        actions: [
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeInstances',
            'ec2:DescribeSubnets',
            'elasticloadbalancing:DescribeAccountLimits',
            'elasticloadbalancing:DescribeTargetGroups',
            'elasticloadbalancing:DescribeTargetHealth',
            'servicequotas:GetServiceQuota',
        ],
        find: headroom,
    },
};
/** What all checks find, in their order. */
async function findBeforeFirstChange(question) {
    const checks = Object.values(preflightChecks);
    const found = await (0,map_concurrently/* mapConcurrently */.X)(checks, (check) => findOrRefuse(check, question));
    return found.flat();
}
async function findOrRefuse(check, question) {
    try {
        return await check.find(question);
    }
    catch (error) {
        return refusedReads(error);
    }
}
/** A read that AWS refuses, or does not answer, as a finding of the whole run; throws what is neither. */
function refusedReads(error) {
    if (!(error instanceof errors/* UserError */.yo) && !(0,errors/* isUncertain */.cp)(error))
        throw error;
    if (error instanceof all_answers/* SeveralRefusals */.c)
        return error.refusals.flatMap(refusedReads);
    const { what, why, remedy } = (0,errors/* explanationOf */.pg)(error);
    return [
        (0,preflight_findings/* refusalOf */.Of)(undefined, [what, why]
            .filter((part) => part !== undefined)
            .join(' ')
            .replace(/\.$/, ''), remedy),
    ];
}


/***/ }),

/***/ 40871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ lateReads)
/* harmony export */ });
/* harmony import */ var _client_all_answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25738);
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(754);
/* harmony import */ var _observe_activities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63023);
/* harmony import */ var _observe_status_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74020);




/**
 * Makes each read that a roll may need only after its first change once before: a permission that is missing is named then,
 * and not when the group is larger and its processes rest. It finds nothing by itself.
 */
async function lateReads({ connection, groups, replaces, probe, }) {
    const [group] = groups;
    if (replaces === 'nothing' || group?.AutoScalingGroupName === undefined)
        return [];
    const instances = groups.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? []);
    await (0,_client_all_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .allAnswers */ .x)([
        // Where no load balancer speaks for an instance any more, or not yet.
        (0,_observe_status_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .readStatusChecks */ ._D)(connection, instances.slice(0, 1)),
        (0,_observe_activities_js__WEBPACK_IMPORTED_MODULE_2__/* .newestActivities */ .W)(connection, { group: group.AutoScalingGroupName }),
        ...(probe === 'ssm' ? [askForInvocation(connection, group.Instances?.[0]?.InstanceId)] : []),
    ]);
    return [];
}
/** No command has this id. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000';
async function askForInvocation(connection, instance = 'i-00000000000000000') {
    const client = await connection.clients.ssm?.();
    if (client === undefined)
        return;
    const { GetCommandInvocationCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
    try {
        await connection.send(client, new GetCommandInvocationCommand({ CommandId: NO_COMMAND, InstanceId: instance }));
    }
    catch (error) {
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .isRefusedAs */ .H)(error, 'command is not shown yet'))
            throw error;
    }
}


/***/ }),

/***/ 43487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ brokenSources),
  W: () => (/* binding */ launchedBy)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/preflight.js
var preflight = __webpack_require__(56699);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/domain/rollout/warm-pool.js
var warm_pool = __webpack_require__(75870);
// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
// EXTERNAL MODULE: ./build/src/aws/preflight/launched-from.js
var launched_from = __webpack_require__(56450);
// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
;// CONCATENATED MODULE: ./build/src/aws/preflight/launch-fit.js





const REMEDY = 'Give the group an image and instance types that fit each other, such as by `mode: patch-image`, or leave it out.'; // prettier-ignore
/** The types that launches name. Where AWS does not describe them, a sentence says so, and nothing is refused for it. */
async function launchedTypes({ types }, launched) {
    const names = launched.flatMap(({ shapes }) => shapes.flatMap(launch_shape/* namedTypes */.J3));
    try {
        return { known: await types.learn(names), skipped: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) && !(error instanceof uncertain_outcome/* UncertainOutcome */.a))
            throw error;
        const what = `Whether images fit their instance types was not checked: ${(0,aws_fault/* awsFaultOf */.x)(error)?.message ?? error.message}`;
        return { known: new Map(), skipped: [{ group: undefined, weight: 'notice', what }] };
    }
}
/**
 * Groups that could launch nothing: no image fits what it is launched on. Where some launches fit, AWS makes those, and the
 * others are told; so is an image that the account will not allow.
 */
function unfitSources(sources, types) {
    return [...Map.groupBy(sources, ({ group }) => group)].flatMap(([group, own]) => {
        const launches = own.flatMap(({ label, image, shapes }) => shapes.map((shape) => (0,launch_shape/* shapeMisfits */.z7)(image, shape, types).map((text) => `${label}: ${text}`)));
        const found = [...new Set(launches.flat())];
        const isHopeless = launches.length > 0 && launches.every((texts) => texts.length > 0);
        const told = found.map((what) => isHopeless ? (0,preflight_findings/* refusalOf */.Of)(group, what, REMEDY) : (0,preflight_findings/* noteOf */.kH)(group, `${what}; AWS launches what else there is instead.`));
        // Of what a patch has chosen itself it has told already.
        const kept = own.filter(({ shapes }) => shapes.length > 0);
        const cautions = new Set(kept.flatMap(({ image }) => (0,launch_shape/* notAllowed */.mj)(image) ?? []));
        return [...told, ...[...cautions].map((what) => (0,preflight_findings/* noteOf */.kH)(group, `${what}.`))];
    });
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/launch-sources.js







const launch_sources_REMEDY = 'Give the group a launch source that is there, such as by `mode: patch-image`, or leave the group out.';
/** EC2 may show a version seconds after it was made. */
const LAG_PAUSE_SECONDS = 3;
const LAG_ATTEMPTS = 13;
/**
 * Groups of which something that they would launch from is gone: a version of a template, or the template, a launch
 * configuration, an image, a parameter that names one; the templates and images of overrides as well. Then those whose images
 * do not fit what they are launched on. Whatever AWS would find out at a launch, when instances have left for it.
 */
async function brokenSources(question) {
    const launching = new Set(question.planned.filter(isLaunching).map(({ fleet }) => fleet.group));
    const launched = (question.launches ?? (await launchedBy(question))).filter(({ group }) => launching.has(group));
    const images = new images_images/* ImageReader */.D(question.connection);
    const [, types] = await Promise.all([
        images.learn(launched.flatMap(({ image }) => (0,launched_from/* imageIdOf */.C)(image) ?? [])),
        launchedTypes(question, launched),
    ]);
    const missing = launched.flatMap(({ group, label, image }) => {
        const what = wrongWith(image, images);
        return what === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(group, `${label} ${what}`, launch_sources_REMEDY)];
    });
    const usable = launched.flatMap((source) => {
        const image = images.of((0,launched_from/* imageIdOf */.C)(source.image) ?? '');
        return image?.state === 'available' ? [{ ...source, image }] : [];
    });
    return [...missing, ...types.skipped, ...unfitSources(usable, types.known)];
}
/** What keeps AWS from a launch; undefined where nothing does. */
function wrongWith(image, images) {
    switch (image.kind) {
        case 'missing':
            return 'does not exist';
        case 'none':
            return 'names no image';
        case 'parameter':
            if (image.id === undefined)
                return `takes its image from the parameter ${image.name}, which does not exist or holds no image id`;
            return unusable(image.id, images, `takes its image from the parameter ${image.name}, which names`);
        case 'image':
            return unusable(image.id, images, 'names the image');
        default:
            return image;
    }
}
const NOT_SHOWN = 'it does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings';
function unusable(id, images, names) {
    const found = images.of(id);
    if (found === undefined)
        return `${names} ${id}: ${NOT_SHOWN}`;
    return found.state === 'available' ? undefined : `${names} ${id}: it is ${found.state}`;
}
/** What the planned groups are about to launch. */
async function launchedBy(question) {
    const rolled = question.planned.filter(isLaunching).map(({ fleet: { group, source } }) => ({ group, source }));
    const partsOf = ({ parts, base, overrides }) => parts ?? [base, ...overrides.map(({ reference }) => reference)].map(unread);
    const references = rolled.flatMap(({ source }) => partsOf(source).flatMap(({ reference, image }) => (image.kind === 'missing' ? reference : [])));
    const anew = references.length === 0 ? undefined : await readPatiently(question, references);
    return rolled.flatMap(({ group, source }) => {
        const parts = partsOf(source).map((part) => part.image.kind === 'missing' && anew !== undefined ? { ...part, ...anew(part.reference) } : part);
        return (0,launched_from/* launchedFrom */.d)(source, parts).map((launched) => ({ group, ...launched }));
    });
}
const unread = (reference) => ({ reference, image: { kind: 'missing' }, usesImage: true });
/** Whether a group is about to launch anything: in place of an instance in service, or into its pool. */
const isLaunching = ({ fleet, policy }) => (0,preflight/* isToRoll */.XM)(fleet, policy) ||
    (policy.dark?.kind !== 'release' && (isSourceUnknown(fleet) || (0,warm_pool/* outdatedWarm */.M3)(fleet, policy).length > 0));
/** Whether it cannot be told what is outdated: the parameter that decides names no image. */
const isSourceUnknown = ({ source }) => (source.parts ?? []).some(({ image, usesImage }) => usesImage && image.kind === 'parameter' && image.id === undefined);
async function readPatiently({ connection, clock }, references) {
    for (let attempt = 1;; attempt++) {
        const read = await (0,launch_sources/* readSources */.tW)(connection, references);
        if (attempt === LAG_ATTEMPTS || references.every((each) => read(each).image.kind !== 'missing'))
            return read;
        await clock.sleep(LAG_PAUSE_SECONDS * 1000);
    }
}


/***/ }),

/***/ 56450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ imageIdOf),
/* harmony export */   d: () => (/* binding */ launchedFrom)
/* harmony export */ });
const imageIdOf = (image) => image.kind === 'image' || image.kind === 'parameter' ? image.id : undefined;
/** Each image that a group may launch, with all that it may be launched on: of the base, of templates and images of overrides. */
function launchedFrom(source, parts) {
    const launches = source.launches ?? [];
    const shapeOf = ({ reference, instanceType, requirements }) => {
        const stated = parts.find((part) => isSame(part.reference, reference))?.shape;
        // What an override says of the type takes the place of all that its template says of it.
        const type = instanceType === undefined && requirements === undefined ? stated : { instanceType, requirements };
        return { instanceType: type?.instanceType, requirements: type?.requirements, devices: stated?.devices };
    };
    const ofParts = parts.flatMap(({ reference, image, usesImage, shape }) => {
        if (!usesImage && image.kind !== 'missing')
            return [];
        const uses = launches.filter((launch) => launch.imageId === undefined && isSame(launch.reference, reference));
        const alone = source.launches === undefined && shape !== undefined ? [shape] : [];
        return [{ label: labelOf(reference), image, shapes: [...uses.map(shapeOf), ...alone] }];
    });
    const own = launches.flatMap((launch) => {
        const { instanceType = 'any type', imageId: id } = launch;
        if (id === undefined)
            return [];
        return [
            { label: `its override for ${instanceType}`, image: { kind: 'image', id }, shapes: [shapeOf(launch)] },
        ];
    });
    return [...ofParts, ...own];
}
function isSame(one, other) {
    if (one.kind === 'configuration')
        return other.kind === 'configuration' && one.name === other.name;
    return other.kind === 'template' && one.id === other.id && one.version === other.version;
}
const labelOf = (reference) => reference.kind === 'configuration'
    ? `its launch configuration ${reference.name}`
    : `version ${reference.version} of its launch template ${reference.id}`;


/***/ }),

/***/ 53704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ readHeadroom)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var pages = __webpack_require__(14659);
;// CONCATENATED MODULE: ./build/src/aws/preflight/subnet-headroom.js



/** The most values of one filter. */
const MOST_VALUES = 199;
/** The subnets that each of these groups launches into, with their free addresses; the default ones where it names only zones. */
async function subnetHeadroom(connection, groups) {
    const ids = new Set(groups.flatMap(subnetIds));
    const zones = new Set(groups.filter((group) => subnetIds(group).length === 0).flatMap((group) => group.AvailabilityZones ?? [])); // prettier-ignore
    const [named, defaults] = await Promise.all([
        ask(connection, 'subnet-id', ids),
        ask(connection, 'availability-zone', zones, [{ Name: 'default-for-az', Values: ['true'] }]),
    ]);
    return (group) => {
        const own = new Set(subnetIds(group));
        if (own.size > 0)
            return named.filter(({ id }) => own.has(id));
        return defaults.filter(({ zone }) => group.AvailabilityZones?.includes(zone));
    };
}
const subnetIds = ({ VPCZoneIdentifier = '' }) => VPCZoneIdentifier.split(',').map((id) => id.trim()).filter((id) => id !== ''); // prettier-ignore
async function ask(connection, filter, values, more = []) {
    const { DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(values, MOST_VALUES), async (batch) => {
        const Filters = [{ Name: filter, Values: [...batch] }, ...more];
        return await (0,pages/* everyPage */.L)((token) => connection.send(client, new DescribeSubnetsCommand({ Filters, ...token })));
    });
    return answers.flat().flatMap(({ Subnets }) => (Subnets ?? []).flatMap(({ SubnetId, AvailabilityZone, AvailableIpAddressCount, Ipv6Native }) => {
        // The count is of IPv4 addresses, of which an IPv6-native subnet has none and needs none.
        const free = Ipv6Native === true ? Infinity : AvailableIpAddressCount;
        return SubnetId === undefined || AvailabilityZone === undefined || free === undefined
            ? []
            : [{ id: SubnetId, zone: AvailabilityZone, free }];
    }));
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/target-headroom.js


/** What a target group may hold where the account's limits do not say: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const USUAL_LIMIT = 1000;
/** The same behind a network load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html */
const USUAL_NETWORK_LIMIT = 3000;
/** How many targets each of these target groups has, and may have; by ARN. */
async function targetHeadroom({ connection, targetGroups, targets }, arns) {
    if (arns.length === 0)
        return new Map();
    const [limits, protocols] = await Promise.all([accountLimits(connection), protocolsOf(targetGroups, arns)]);
    const rooms = await (0,map_concurrently/* mapConcurrently */.X)(arns, async (arn) => {
        const registered = targets.get(arn) ?? (await countTargets(connection, arn));
        const limit = /^HTTPS?$/.test(protocols.get(arn) ?? 'HTTP')
            ? (limits.get('targets-per-target-group') ?? limits.get('targets-per-application-load-balancer') ?? USUAL_LIMIT)
            : (limits.get('targets-per-network-load-balancer') ?? USUAL_NETWORK_LIMIT);
        return [arn, { name: (0,health_states/* targetGroupName */.IT)(arn), registered, limit }];
    });
    return new Map(rooms);
}
async function countTargets(connection, arn) {
    const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answer = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
    return answer.TargetHealthDescriptions?.length ?? 0;
}
async function accountLimits(connection) {
    const { DescribeAccountLimitsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { Limits } = await connection.send(client, new DescribeAccountLimitsCommand({}));
    return new Map((Limits ?? []).flatMap(({ Name, Max }) => (Name && Max ? [[Name, Number(Max)]] : [])));
}
async function protocolsOf(targetGroups, arns) {
    return new Map((await targetGroups.of(arns)).flatMap(({ TargetGroupArn, Protocol }) => TargetGroupArn && Protocol ? [[TargetGroupArn, Protocol]] : []));
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/vcpu-quota.js
/** Which vCPU quota of the account an instance counts against. Pure. */
/** The quotas of the standard families: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-quotas.html */
const vcpuQuotas = {
    'on-demand': { code: 'L-1216C47A', name: 'Running On-Demand Standard instances' },
    spot: { code: 'L-34B43A08', name: 'All Standard Spot Instance Requests' },
};
/**
 * Whether a type is of the families A, C, D, H, I, M, R, T and Z. The first letter alone does not tell: `im4gn` is of I,
 * `hpc7g`, `inf2`, `mac2`, `dl1` and `trn1` have quotas of their own.
 */
const isStandard = (type) => /^(?:[acdhimrtz]|im|is)\d/.test(type);
/** What of these instances counts against the quota of a market, in vCPUs; a type that AWS does not tell counts nothing. */
const vcpusIn = (market, running, each) => running
    .filter((some) => some.market === market && isStandard(some.type))
    .reduce((sum, { type, count }) => sum + count * (each.get(type) ?? 0), 0);

;// CONCATENATED MODULE: ./build/src/aws/preflight/quota.js

/** Where Service Quotas cannot be reached from, a roll shall not wait long for what it can do without. */
const ATTEMPTS = 3;
/**
 * The value of a quota of EC2 that is in force in this region, in its own unit. UserError where AWS, or what stands in
 * for it, does not tell.
 */
async function ec2Quota(connection, code) {
    const { serviceQuotas } = connection.clients;
    if (serviceQuotas === undefined)
        throw silent(code);
    const { GetServiceQuotaCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(5387)]).then(__webpack_require__.bind(__webpack_require__, 55387));
    const client = await serviceQuotas();
    const question = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode: code });
    const { Quota } = await connection.send(client, question, { attempts: ATTEMPTS });
    if (Quota?.Value === undefined)
        throw silent(code);
    return Quota.Value;
}
const silent = (code) => new errors/* UserError */.yo({ what: `Service Quotas did not tell the quota ${code} of EC2.` });

// EXTERNAL MODULE: ./build/src/aws/groups/group-tag.js
var group_tag = __webpack_require__(9774);
;// CONCATENATED MODULE: ./build/src/aws/preflight/running-instances.js


/** Everything in the region that counts against a vCPU quota, by type, market and group; a call for each 1,000 instances. */
async function runningInstances(connection) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const question = { Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }], MaxResults: 1000 };
    const seen = new Map();
    await (0,pages/* everyPage */.L)(async (token) => {
        const page = await connection.send(client, new DescribeInstancesCommand({ ...question, ...token }));
        for (const instance of (page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? []))
            add(seen, instance);
        // Only the token is kept: the pages of a large account would be many megabytes.
        return { NextToken: page.NextToken };
    });
    return [...seen.values()];
}
function add(seen, instance) {
    const type = instance.InstanceType ?? '';
    const market = marketOf(instance);
    const group = (0,group_tag/* launchingGroup */.h)(instance.Tags);
    const key = JSON.stringify([type, market, group]);
    seen.set(key, { type, market, group, count: (seen.get(key)?.count ?? 0) + 1 });
}
/** On a dedicated host the host counts; capacity blocks and the like have quotas of their own. */
function marketOf({ InstanceLifecycle, Placement }) {
    if (Placement?.Tenancy === 'host')
        return undefined;
    if (InstanceLifecycle === 'spot')
        return 'spot';
    return InstanceLifecycle === undefined ? 'on-demand' : undefined;
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/vcpu-headroom.js



const markets = Object.keys(vcpuQuotas);
const vcpusByType = (types) => new Map([...types].flatMap(([name, { vcpus }]) => (vcpus === undefined ? [] : [[name, vcpus]])));
/** What the demands will meet of vCPUs. The account's instances and quotas are asked for only where a standard family is launched. */
async function vcpuHeadroom({ connection, types: reader }, demands, unlessRefused) {
    const types = demands.flatMap((demand) => demand.types);
    const running = types.some(isStandard)
        ? await unlessRefused('The vCPU quotas were', () => runningInstances(connection))
        : undefined;
    const known = (running ?? []).map(({ type }) => type).filter(isStandard);
    const each = await unlessRefused('vCPUs were', async () => vcpusByType(await reader.learn([...types, ...known])));
    if (running === undefined || each === undefined)
        return { each: each ?? new Map(), rooms: () => [] };
    const of = (group) => running.filter((some) => some.group === group);
    const launching = demands.flatMap(({ group }) => of(group));
    const asked = markets.filter((market) => vcpusIn(market, launching, each) > 0);
    const quotas = new Map(await Promise.all(asked.map(async (market) => {
        const { code, name } = vcpuQuotas[market];
        const quota = await unlessRefused(`The vCPU quota of ${name} was`, () => ec2Quota(connection, code));
        return [market, quota];
    })));
    const roomIn = (market, own) => {
        const quota = quotas.get(market);
        const vcpus = vcpusIn(market, own, each);
        if (quota === undefined || vcpus === 0)
            return [];
        const { code, name } = vcpuQuotas[market];
        const instances = own.reduce((sum, { count }) => sum + count, 0);
        return [{ name: `${name} (${code})`, quota, used: vcpusIn(market, running, each), own: { vcpus, instances } }];
    };
    return { each, rooms: (group) => markets.flatMap((market) => roomIn(market, of(group))) };
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/read-headroom.js







/** Asks, with calls shared between the groups, for what their demands will meet. What AWS does not tell is skipped. */
async function readHeadroom({ types, ...sources }, groups, demands) {
    const { connection } = sources;
    const skipped = [];
    const unlessRefused = async (what, ask) => {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo) && !(error instanceof uncertain_outcome/* UncertainOutcome */.a))
                throw error;
            skipped.push(`${what} not checked: ${(0,aws_fault/* awsFaultOf */.x)(error)?.message ?? error.message}`);
            return undefined;
        }
    };
    const arns = new Set(groups.flatMap((group) => (0,health_states/* attachmentsOf */.sF)(group).targetGroups));
    const [subnets, targets, vcpus] = await Promise.all([
        unlessRefused('Free addresses were', () => subnetHeadroom(connection, groups)),
        unlessRefused('Targets per target group were', () => targetHeadroom(sources, [...arns])),
        vcpuHeadroom({ connection, types }, demands, unlessRefused),
    ]);
    const known = new Map(groups.map((group) => [group.AutoScalingGroupName ?? '', group]));
    return {
        around: (name) => surroundingsOf(known.get(name), { subnets, targets, vcpus }),
        vcpus: vcpus.each,
        skipped,
    };
}
const surroundingsOf = (group, { subnets, targets, vcpus }) => group === undefined
    ? { subnets: undefined, targetGroups: undefined }
    : {
        // Where nothing is known of any subnet there is nothing to compare with.
        subnets: nonEmpty(subnets?.(group)),
        targetGroups: targets && (0,health_states/* attachmentsOf */.sF)(group).targetGroups.flatMap((arn) => targets.get(arn) ?? []),
        vcpus: vcpus.rooms(group.AutoScalingGroupName ?? ''),
        ...(group.AvailabilityZoneDistribution?.CapacityDistributionStrategy === 'balanced-only' && {
            distribution: 'balanced-only',
        }),
    };
const nonEmpty = (list) => list === undefined || list.length === 0 ? undefined : list;


/***/ }),

/***/ 61231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ TargetGroupReader)
/* harmony export */ });
/* unused harmony export targetGroupsByArn */
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14659);



/** The most ARNs that one DescribeTargetGroups call is asked for. */
const MOST_ARNS = 20;
/** Describes target groups for several checks, each once. */
class TargetGroupReader {
    #connection;
    #read = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** The target groups of these ARNs, in no order. */
    async of(arns) {
        const open = arns.filter((arn) => !this.#read.has(arn));
        const described = targetGroupsByArn(this.#connection, open);
        for (const arn of open) {
            const read = described.then((all) => all.filter(({ TargetGroupArn }) => TargetGroupArn === arn));
            this.#read.set(arn, read);
            // What could not be read is asked for again.
            read.catch(() => this.#read.delete(arn));
        }
        await described;
        return (await Promise.all(arns.map(async (arn) => (await this.#read.get(arn)) ?? []))).flat();
    }
}
/** The target groups of these ARNs, in no order. */
async function targetGroupsByArn(connection, arns) {
    if (arns.length === 0)
        return [];
    const { DescribeTargetGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(arns, MOST_ARNS), (batch) => (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyMarkedPage */ .b)((marker) => connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...batch], ...marker }))));
    return answers.flat().flatMap(({ TargetGroups }) => TargetGroups ?? []);
}


/***/ }),

/***/ 83921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ instanceProber)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var pages = __webpack_require__(14659);
;// CONCATENATED MODULE: ./build/src/aws/probe/instances.js



/** The most values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
const MOST_IDS = 199;
/** By id; one that EC2 does not know is missing. */
async function describeInstances(connection, ids) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(ids, MOST_IDS), async (batch) => {
        const question = { Filters: [{ Name: 'instance-id', Values: [...batch] }], MaxResults: 1000 };
        return await (0,pages/* everyPage */.L)((token) => connection.send(client, new DescribeInstancesCommand({ ...question, ...token })));
    });
    const instances = answers
        .flat()
        .flatMap(({ Reservations }) => (Reservations ?? []).flatMap((each) => each.Instances ?? []));
    return new Map(instances.flatMap(({ InstanceId, PrivateIpAddress, Ipv6Address, Platform }) => InstanceId === undefined
        ? []
        : [
            [
                InstanceId,
                { privateIp: PrivateIpAddress ?? Ipv6Address, windows: Platform?.toLowerCase() === 'windows' },
            ],
        ]));
}

// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
;// CONCATENATED MODULE: ./build/src/aws/probe/run-command.js




/** The most ids of one SendCommand: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html */
const run_command_MOST_IDS = 50;
/** How long an instance may take to take the command up, and to run it; seconds. 30 is the least that AWS takes for the first. */
const PICK_UP_SECONDS = 30;
const RUN_SECONDS = 60;
const PAUSE_SECONDS = 2;
/** For so long one attempt waits: the run has other groups to look at. The next attempt goes on waiting. */
const PATIENCE_SECONDS = 10;
/**
 * Runs a command on instances by way of Systems Manager and gives what became of it, by id. It passes where it ends
 * with 0; one that has not ended within seconds has not passed yet, and the next attempt asks for it again. An instance that Systems
 * Manager does not know (yet) has not passed. Throws a UserError where AWS refuses the caller.
 */
async function runOnInstances(options, { command, known, running }) {
    const ids = (windows) => [...known].filter(([id, instance]) => instance.windows === windows && !running.has(id)).map(([id]) => id);
    const jobs = [false, true].flatMap((windows) => (0,batches/* batches */.X)(ids(windows), run_command_MOST_IDS).map((batch) => ({ windows, batch })));
    const waiting = [...known.keys()].filter((id) => running.has(id));
    const unsent = await (0,map_concurrently/* mapConcurrently */.X)(jobs, ({ windows, batch }) => send(options, { command, windows, ids: batch, running }));
    const sent = jobs.flatMap(({ batch }) => batch).filter((id) => running.has(id));
    const ended = await (0,map_concurrently/* mapConcurrently */.X)([...waiting, ...sent], async (id) => [id, await outcomeOn(options, { id, running })]); // prettier-ignore
    return new Map([...unsent.flat(), ...ended]);
}
/** Sends a command, and gives what became of instances that it did not reach. */
async function send(options, job) {
    try {
        const commandId = await sendCommand(options, job);
        const giveUpAt = options.clock.now() + (PICK_UP_SECONDS + RUN_SECONDS) * 1000;
        for (const id of job.ids)
            job.running.set(id, { commandId, giveUpAt });
        return [];
    }
    catch (error) {
        // One id that Systems Manager does not know fails the command for all: each by itself tells which.
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance is not managed') && job.ids.length > 1)
            return (await (0,map_concurrently/* mapConcurrently */.X)(job.ids, (id) => send(options, { ...job, ids: [id] }))).flat();
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance is not managed'))
            return unanswered(job, 'Systems Manager does not know it: its agent has not reported yet');
        // A command whose fate is unknown is given again at the next attempt: a probe may run twice.
        if (error instanceof uncertain_outcome/* UncertainOutcome */.a)
            return unanswered(job, error.message);
        throw error;
    }
}
const unanswered = ({ ids }, reason) => ids.map((id) => [id, { passed: false, reason }]);
async function sendCommand({ connection }, { command, windows, ids }) {
    const { SendCommandCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
    const { Command } = await connection.send(await ssmOf(connection), new SendCommandCommand({
        DocumentName: windows ? 'AWS-RunPowerShellScript' : 'AWS-RunShellScript',
        InstanceIds: [...ids],
        Parameters: { commands: [command], executionTimeout: [String(RUN_SECONDS)] },
        TimeoutSeconds: PICK_UP_SECONDS,
        Comment: 'Fleet Patch: probe of a new instance',
    }));
    return Command?.CommandId ?? '';
}
async function outcomeOn(options, { id, running }) {
    const { clock, signal } = options;
    const { commandId = '', giveUpAt = 0 } = running.get(id) ?? {};
    const until = clock.now() + PATIENCE_SECONDS * 1000;
    for (;;) {
        const found = await findingOf(options, { commandId, id });
        const isOver = clock.now() >= giveUpAt;
        if (found !== undefined || isOver)
            running.delete(id);
        if (found !== undefined)
            return found;
        if (isOver)
            return { passed: false, reason: 'the command did not end in time' };
        if (clock.now() >= until)
            return { passed: false, reason: 'the command has not ended yet' };
        await clock.sleep(PAUSE_SECONDS * 1000, signal);
    }
}
/** Undefined while the command has not ended there, or Systems Manager does not show it yet. */
async function findingOf({ connection }, { commandId, id }) {
    const { GetCommandInvocationCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
    const question = new GetCommandInvocationCommand({ CommandId: commandId, InstanceId: id });
    try {
        const { Status, StatusDetails, ResponseCode, StandardErrorContent } = await connection.send(await ssmOf(connection), question);
        if (Status === undefined || ['Pending', 'InProgress', 'Delayed', 'Cancelling'].includes(Status))
            return undefined;
        const error = (StandardErrorContent ?? '').trim().split('\n')[0] ?? '';
        const code = ResponseCode === undefined || ResponseCode < 0 ? '' : ` with ${ResponseCode}`;
        const reason = `the command ended ${StatusDetails ?? Status}${code}${error && `: ${error.slice(0, 200)}`}`;
        return { passed: Status === 'Success', reason };
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'command is not shown yet'))
            return undefined;
        throw error;
    }
}
async function ssmOf(connection) {
    const { ssm } = connection.clients;
    if (ssm === undefined)
        throw new Error('This connection has no way to Systems Manager.');
    return await ssm();
}

;// CONCATENATED MODULE: ./build/src/aws/probe/prober.js




/** A prober for one kind of probe. Throws a UserError where AWS will never let it run. */
function instanceProber(options, probe) {
    const { connection, clock, network } = options;
    const running = new Map();
    return async (ids) => {
        const known = await describeInstances(connection, ids);
        const commands = probe.kind === 'ssm' ? await runOnInstances(options, { command: probe.command, known, running }) : undefined;
        return await (0,map_concurrently/* mapConcurrently */.X)(ids, async (id) => {
            const found = commands?.get(id) ?? (await fromHere(network, probe, { id, ...known.get(id) }));
            return { id, at: clock.now() / 1000, ...found };
        });
    };
}
async function fromHere(network, probe, { id, privateIp, windows }) {
    if (probe.kind === 'ssm' || windows === undefined)
        return { passed: false, reason: 'EC2 does not know it' };
    const text = probe.kind === 'http' ? probe.url : probe.host;
    if (privateIp === undefined && text.includes(PRIVATE_IP))
        return { passed: false, reason: 'it has no address yet' };
    // An IPv6 address stands in brackets in a URL, and without them in a connection.
    const address = probe.kind === 'http' && privateIp?.includes(':') ? `[${privateIp}]` : privateIp;
    const fill = (given) => given.replaceAll(PRIVATE_IP, address ?? '').replaceAll('{instance-id}', id);
    try {
        if (probe.kind === 'http') {
            const status = await network.httpStatus(fill(probe.url));
            return { passed: status >= 200 && status < 400, reason: `${fill(probe.url)} answered ${status}` };
        }
        const host = fill(probe.host);
        await network.connect(host, probe.port);
        return { passed: true, reason: `${host}:${probe.port} took a connection` };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        const where = probe.kind === 'http' ? fill(probe.url) : `${fill(probe.host)}:${probe.port}`;
        return { passed: false, reason: `${where} did not answer: ${wordsOf(error)}` };
    }
}
const PRIVATE_IP = '{private-ip}';
/** That a request was aborted says nothing; what it was aborted for does. */
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}


/***/ }),

/***/ 54868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ dryRunPort),
  i: () => (/* binding */ instantClock)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var capacity = __webpack_require__(35658);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var rollout_counted = __webpack_require__(71582);
;// CONCATENATED MODULE: ./build/src/domain/rollout/forecast.js
/**
 * An optimistic AWS: what a group looks like after a wait in which nothing goes wrong; each kind of change says what it
 * looks like after itself. A dry run is the ordinary loop on this model, so that a plan and a roll cannot disagree.
 */




/** The group after one wait: what was coming is ready, what was leaving is gone, what was missing is launched. */
function afterWait(fleet, seconds) {
    const at = fleet.at + seconds;
    const staying = fleet.instances.filter((instance) => !(0,rollout_counted/* holdsRoom */.eb)(instance));
    const instances = staying.map((instance) => (0,rollout_counted/* isCounted */.he)(instance) && instance.readySince === undefined ? becameReady(instance, at) : instance);
    while ((0,rollout_counted/* capacityOf */.A$)(instances.filter(rollout_counted/* isCounted */.he)) < fleet.sizes.desired)
        instances.push(launch(fleet, instances, at));
    return { ...fleet, at, instances };
}
const PASSED = { state: 'ok', reason: '' };
/** Up, and healthy wherever it is registered; what is not stays in the dark. */
function becameReady(instance, at) {
    const balancers = instance.balancers.map((health) => ['unused', 'unserved', 'unregistered'].includes(health.state)
        ? health
        : { ...health, state: 'healthy', reason: '' });
    const up = { ...instance, lifecycle: 'InService', healthy: true, balancers, statusChecks: PASSED };
    return (0,readiness/* isServing */.PA)(up) ? { ...up, readySince: at, unreadySince: undefined } : up;
}
function launch(fleet, present, at) {
    const counted = present.filter(rollout_counted/* isCounted */.he);
    const zones = [...new Set(fleet.instances.map(({ zone }) => zone))].toSorted();
    const population = (zone) => counted.filter((instance) => instance.zone === zone).length;
    const [zone = 'any zone'] = zones.toSorted((a, b) => population(a) - population(b));
    const [like] = fleet.instances;
    const override = fleet.source.overrides.find(({ instanceType }) => instanceType === like?.type);
    const reference = override?.reference ?? fleet.source.base;
    return {
        id: `new-${present.reduce((highest, { id }) => Math.max(highest, Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`,
        zone,
        type: like?.type ?? 'unknown',
        weight: like?.weight ?? 1,
        lifecycle: 'Pending',
        healthy: true,
        protectedFromScaleIn: false,
        reference,
        imageId: override?.imageId ?? (0,capacity/* parameterImage */.Th)(reference, fleet.source) ?? fleet.source.imageId,
        launchedAt: at,
        firstSeenAt: at,
        readySince: undefined,
        unreadySince: at,
        balancers: (like?.balancers ?? []).map(({ balancer }) => ({
            balancer,
            ...(fleet.suspended.includes(dark_launch/* REGISTERING */.c5)
                ? { state: 'unregistered', reason: 'not registered' }
                : { state: 'unhealthy', reason: 'just launched' }),
        })),
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __webpack_require__(47613);
;// CONCATENATED MODULE: ./build/src/controllers/dry-run.js


/**
 * The groups as a dry run sees them: looked at once, and from then on a model in which every launch succeeds. No call
 * of it changes anything.
 */
function dryRunPort(real) {
    const models = new Map();
    const changed = new Set();
    return {
        async look(groups, now, need) {
            const unknown = groups.filter((group) => !models.has(group));
            const seen = unknown.length > 0
                ? await real.look(unknown, now, need, everyPartOf(unknown))
                : { fleets: [], gone: [], unreadable: [] };
            for (const group of groups) {
                const model = models.get(group);
                if (model === undefined)
                    continue;
                models.set(group, changed.has(group) ? { ...model, at: now } : afterWait(model, now - model.at));
            }
            for (const fleet of seen.fleets)
                models.set(fleet.group, fleet);
            changed.clear();
            return { ...seen, fleets: groups.flatMap((group) => models.get(group) ?? []) };
        },
        async apply(group, change) {
            const model = models.get(group);
            if (model === undefined)
                throw new Error(`${group} was never looked at`);
            models.set(group, (0,changes/* afterChange */.tC)(model, change));
            changed.add(group);
        },
        desiredChanges: async () => [],
    };
}
/** The one look holds all that any later step is decided by. */
const everyPartOf = (groups) => new Map(groups.map((group) => [group, 'every part']));
/** A clock on which waiting takes no time. */
function instantClock(clock) {
    let ahead = 0;
    return {
        now: () => clock.now() + ahead,
        sleep: async (milliseconds) => {
            ahead += milliseconds;
        },
    };
}


/***/ }),

/***/ 99591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ imageFindings),
/* harmony export */   Z: () => (/* binding */ dockerFindings)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92550);
/* harmony import */ var _user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38975);
/* harmony import */ var _effective_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85243);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44485);




const DAY_SECONDS = 86_400;
const REMEDY = 'Choose an image that the catalogue allows.';
/** What stands against launching the image: its owner, name, tags and age. Undefined is an image that AWS does not show. */
function imageFindings(catalogue, subject, { image, id, request, }) {
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveRules */ .Dl)(catalogue, subject);
    if (image === undefined)
        return hasImageRules(rules) ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} is not shown by AWS, so it cannot be held against the catalogue`, REMEDY)] : []; // prettier-ignore
    const account = catalogue.environments.get(subject.environment)?.account;
    const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'images', now: request.now });
    const found = [...owners(rules, image, account), ...names(rules, image), ...tags(rules, image)].map((each) => waiver === undefined
        ? each
        : { weight: 'waived', rule: each.rule, what: `${each.what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver)}` });
    return [...found, ...age(catalogue, subject, { rules, image, request })];
}
const hasImageRules = ({ imageOwners, imageNames, requiredTags, maxImageAgeDays }) => [imageOwners, imageNames, requiredTags, maxImageAgeDays].some(({ length }) => length > 0);
function owners({ imageOwners }, { id, owner, ownerAlias }, account) {
    const isOf = (word) => word === owner || (ownerAlias !== undefined && word === ownerAlias) || (word === 'self' && owner === account);
    return imageOwners
        .filter(({ value }) => !value.some(isOf))
        .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} belongs to ${owner}, and ${level} allows the owners ${value.join(', ')}`, REMEDY));
}
function names({ imageNames }, { id, name }) {
    return imageNames
        .filter(({ value }) => !value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, name)))
        .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} is called "${name}", and ${level} allows the names ${value.join(', ')}`, REMEDY));
}
/** AWS shows the tags of an image to its owner alone. */
function tags({ requiredTags }, { id, tags: own = {} }) {
    return requiredTags.flatMap(({ level, value }) => Object.entries(value)
        .filter(([key, wanted]) => !Object.hasOwn(own, key) || own[key] !== wanted)
        .map(([key, wanted]) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} has no tag ${key}=${wanted}, which ${level} requires`, REMEDY)));
}
function age(catalogue, subject, { rules, image, request, }) {
    const limit = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .smallest */ .o9)(rules.maxImageAgeDays);
    if (limit === undefined || request.now - image.createdAt <= limit.value * DAY_SECONDS)
        return [];
    const days = Math.floor((request.now - image.createdAt) / DAY_SECONDS);
    const what = `the image ${image.id} is ${days} days old, and ${limit.level} states \`max-image-age-days: ${limit.value}\``;
    const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'max-image-age-days', now: request.now });
    if (waiver !== undefined)
        return [{ weight: 'waived', rule: 'images', what: `${what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver)}` }];
    // Its age is no matter of the moment: a dry run refuses it as well.
    return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .liftable */ .wz)({ ...request, dryRun: false }, 'images', what, `${REMEDY} \`break-glass\` lifts its age alone.`)];
}
/** What stands against running the Docker image: its repository, its tag, and whether it is named by its digest. */
function dockerFindings(catalogue, subject, reference) {
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveRules */ .Dl)(catalogue, subject);
    const remedy = 'Choose a Docker image that the catalogue allows.';
    const written = `${reference.host === undefined ? '' : `${reference.host}/`}${reference.path}`;
    const repositories = new Set([written, (0,_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(reference)]);
    const { tag, digest } = reference;
    const pinned = rules.dockerDigest.find(({ value }) => value);
    return [
        ...rules.dockerRepositories
            .filter(({ value }) => ![...repositories].some((name) => value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, name))))
            .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image comes from ${written}, and ${level} allows ${value.join(', ')}`, remedy)),
        ...rules.dockerTags
            .filter(({ value }) => !value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, tag ?? '')))
            .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image has ${tag === undefined ? 'no tag' : `the tag ${tag}`}, and ${level} allows ${value.join(', ')}`, remedy)),
        ...(pinned !== undefined && digest === undefined
            ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image is not named by its digest, as ${pinned.level} states`, remedy)]
            : []),
    ];
}


/***/ }),

/***/ 39668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ patchDescription),
/* harmony export */   FM: () => (/* binding */ putBackDescription),
/* harmony export */   aJ: () => (/* binding */ parseDescription)
/* harmony export */ });
/**
 * The descriptions of launch template versions that Fleet Patch makes: how they are written, and what a rollback reads in
 * them. Pure.
 */
/** The longest description: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplateVersion.html */
const LONGEST = 255;
/**
 * What a patch writes on a version: `fleet-patch: from version 3, image ami-1, run 4711/1`. A long name of a launch
 * configuration is cut, image and run are not.
 */
function patchDescription({ from, image, run }) {
    const origin = from.kind === 'version' ? `version ${from.version}` : `launch configuration ${from.name}`;
    const end = `${image === undefined ? '' : `, image ${image}`}, run ${run}`;
    return `${`fleet-patch: from ${origin}`.slice(0, LONGEST - end.length)}${end}`.slice(0, LONGEST);
}
/** What a rollback writes on the copy of a version that puts it back after another one has failed. */
const putBackDescription = ({ version, failed, }) => `A copy of version ${version}, after version ${failed} failed`;
/** Reads the description of a version. */
const parseDescription = (text) => ({
    origin: originIn(text),
    run: /^fleet-patch: .*, run ([^,]*)$/.exec(text)?.[1],
});
function originIn(text) {
    const [, copied] = /^A copy of version (\d+), after version \d+ failed$/.exec(text) ?? [];
    if (copied !== undefined)
        return { kind: 'put back', version: Number(copied) };
    const [, version] = /^fleet-patch: from version (\d+)\b/.exec(text) ?? [];
    if (version !== undefined)
        return { kind: 'version', version: Number(version) };
    const [, name] = /^fleet-patch: from launch configuration (.+?)(?:, image [^,]*)?, run [^,]*$/.exec(text) ?? [];
    return name === undefined ? undefined : { kind: 'configuration', name };
}


/***/ }),

/***/ 85131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sr: () => (/* binding */ instanceInText),
/* harmony export */   ap: () => (/* binding */ desiredChangesInText),
/* harmony export */   hF: () => (/* binding */ isGivenUp),
/* harmony export */   jj: () => (/* binding */ isLaunchText)
/* harmony export */ });
/** One change of a desired capacity: when, in which words, and from which to which. */
const CHANGE = /At (\d{4}-\d\d-\d\dT[\d:.]+Z) ((?:(?!At \d{4}-).)*?)(changing the desired|shrinking the|increasing the) capacity from (\d+) to (\d+)/g;
/** The bounds that a request names with the desired capacity. */
const BOUNDS = /\bconstraints to min: (\d+), max: (\d+), /;
/** How a scaling policy was asked. */
const POLICY = /\balarm (\S+) in state \w+ triggered policy (.*?)\s*$/;
/** The alarms that AWS makes for target tracking begin with this; such a policy sets a number. */
const TRACKING = 'TargetTracking-';
/** How an instance was terminated by its id. */
const TERMINATION = /\binstance (i-\w+) was taken out of service in response to a user request/;
/**
 * The changes of the desired capacity that a cause tells of, in seconds since the Unix epoch: `a user request update of
 * AutoScalingGroup constraints to min: 1, max: 12, desired: 11 changing the desired capacity from 6 to 11`. A capacity
 * that shrinks does so after the desired one, or with it; one that increases by a request, as when an instance leaves
 * Standby, takes it along.
 */
const desiredChangesInText = (cause) => [...cause.matchAll(CHANGE)].flatMap(([, at = '', words = '', how, from, to]) => {
    const changed = changedBy(words);
    if (how === 'increasing the' && changed.by === 'group')
        return [];
    return { at: Date.parse(at) / 1000, from: Number(from), to: Number(to), ...changed };
});
function changedBy(words) {
    const [, instance] = TERMINATION.exec(words) ?? [];
    if (instance !== undefined)
        return { by: 'termination', instance };
    const [, min, max] = BOUNDS.exec(words) ?? [];
    const bounds = min !== undefined && max !== undefined && { bounds: { min: Number(min), max: Number(max) } };
    if (/\buser request update of AutoScalingGroup\b/.test(words))
        return { by: 'update', ...bounds };
    if (/\buser request explicitly set group desired capacity\b/.test(words))
        return { by: 'set' };
    if (/\bscheduled action update\b/.test(words))
        return { by: 'schedule', ...bounds };
    const [, alarm, policy] = POLICY.exec(words) ?? [];
    if (alarm !== undefined && policy !== undefined)
        return { by: 'policy', policy, ...(alarm.startsWith(TRACKING) && { adjusts: 'exact' }) };
    return { by: /\b(user request|scheduled action|alarm|policy)\b/.test(words) ? 'request' : 'group' };
}
/** Whether a description is of a launch; terminations are in the same list. */
const isLaunchText = (description) => description.startsWith('Launching');
/** The instance that a description names; undefined where a launch came to none. */
const instanceInText = (description) => /\bi-[0-9a-f]+\b/.exec(description)?.[0];
/**
 * Whether a cancelled launch failed: a launch hook that said ABANDON or never answered, or a health check that failed
 * before the instance was in service. Cancelled is also the launch of an instance that was terminated on its way.
 */
const isGivenUp = (reason) => /abandon|unhealthy|fail/i.test(reason);


/***/ }),

/***/ 43569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withCarriedMemo)
/* harmony export */ });
/** The group as it will be when the memo that its instances carry is written onto it again. */
const withCarriedMemo = (fleet) => fleet.memo === undefined && fleet.carriedMemo !== undefined ? { ...fleet, memo: fleet.carriedMemo } : fleet;


/***/ }),

/***/ 97855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ adoptBounds),
/* harmony export */   I$: () => (/* binding */ holdMinimum),
/* harmony export */   JE: () => (/* binding */ loweredMin),
/* harmony export */   Pu: () => (/* binding */ ALARMS),
/* harmony export */   Sv: () => (/* binding */ boundsOfOthers),
/* harmony export */   jd: () => (/* binding */ raisedMax),
/* harmony export */   tP: () => (/* binding */ followsPolicies)
/* harmony export */ });
/* harmony import */ var _memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38352);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41852);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23241);
/* harmony import */ var _scheduled_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20253);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35208);





/** The process by which scaling policies change the size of a group. */
const ALARMS = 'AlarmNotification';
/** Whether a roll that begins keeps the policies of the group alive: it has some, and others have not suspended them. */
const followsPolicies = ({ scalingPolicies = [], suspended }, { follow }) => follow === true && scalingPolicies.length > 0 && !suspended.includes(ALARMS);
/** The maximum that leaves room for this desired capacity, and for all that policies may ask for besides; undefined where it may stay. */
function raisedMax({ fleet, memo }, desired) {
    const { max } = fleet.sizes;
    const isKnown = max === memo.sizes.max || (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIsOurs */ .w)(fleet, memo);
    const wanted = memo.follows === true && isKnown ? Math.max(desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .highestDesired */ .hV)(memo)) : desired;
    return wanted > max ? wanted : undefined;
}
/** The minimum that must be set before the desired capacity falls to this; undefined where AWS lets it fall. */
const loweredMin = ({ fleet, memo }, desired) => (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .minIsOurs */ .Kw)(fleet, memo) && desired < fleet.sizes.min ? Math.max(desired, memo.sizes.min) : undefined;
/**
 * Bounds that others have set since the run set its own are theirs, and are what is put back. Where policies rest the run sets no
 * minimum, and a maximum beyond its room stays as it is; one below that of before it would raise again, and leave there.
 */
const adoptBounds = (situation) => (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnwritable */ .Q)(situation.policy) ? undefined : boundsOfOthers(situation);
/** The saved state with bounds that others have set, whether AWS lets it be written or not. */
function boundsOfOthers(situation) {
    const { fleet, memo, state, policy } = situation;
    const areAlive = memo.follows === true;
    const { desired: seen, ...bounds } = fleet.sizes;
    const isOfOthers = (bound, byNumber) => bounds[bound] !== memo.sizes[bound] &&
        !(0,_scheduled_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .isSetForDue */ .Qd)(bound, situation) &&
        (state[bound] === undefined
            ? state.hasOwnSizes === true || !byNumber || (areAlive && isSetSince({ fleet, memo, state }))
            : bounds[bound] !== state[bound]);
    const isInRoom = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIsOurs */ .w)(fleet, memo);
    // What is wished since is adopted first, and takes the maximum along.
    if (!areAlive && isWished(situation))
        return undefined;
    const isLowered = bounds.max >= memo.sizes.desired && bounds.max < memo.sizes.max;
    const minIsSet = areAlive && isOfOthers('min', (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .minIsOurs */ .Kw)(fleet, memo));
    const maxIsSet = (areAlive || isInRoom || isLowered) && isOfOthers('max', isInRoom);
    if (!minIsSet && !maxIsSet)
        return undefined;
    const set = { ...(minIsSet && { min: bounds.min }), ...(maxIsSet && { max: bounds.max }) };
    const { min = memo.sizes.min, max = Math.min(memo.sizes.max, bounds.max) } = set;
    // Whoever has set the minimum has set the desired capacity with it; AWS brings it up to a minimum that is raised.
    const isLeft = state.desired === undefined ? seen <= (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .highestMin */ .BW)(memo) : seen === state.desired;
    const isSet = minIsSet && !isLeft && state.decrement === undefined;
    // A minimum in the room of the roll takes its wish there as well.
    const desired = isSet
        ? Math.max(min, Math.min(seen, maxIsSet ? max : (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .mostWished */ .S6)(fleet, memo)))
        : Math.max(Math.min(memo.sizes.desired, bounds.max), Math.min(min, seen));
    const changed = [
        ...(minIsSet ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .changedText */ .m8)('min', memo.sizes.min, min)] : []),
        ...(maxIsSet ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .changedText */ .m8)('max', memo.sizes.max, max)] : []),
        ...(isSet && desired !== memo.sizes.desired && state.growth?.isByPolicies !== true
            ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .changedText */ .m8)('desired', memo.sizes.desired, desired)]
            : []),
    ];
    return {
        kind: 'save-state',
        memo: (0,_memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .withWish */ .cM)({ fleet, memo, policy }, { min: Math.min(min, desired), desired, max: Math.max(max, desired) }),
        notes: changed,
        reason: `${boundsText(set)} from outside this run: kept`,
    };
}
/** Whether others have set another desired capacity than that of before. */
const isWished = ({ fleet: { sizes }, memo, state: { desired: left } }) => left !== undefined && ![left, memo.sizes.desired].includes(sizes.desired) && !(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .isBroughtDown */ .Qe)(sizes, left);
/**
 * Whether bounds in the room of a run that was lost were set since: it suspends before it raises the maximum by its whole surge, and with
 * it the minimum, and lets the processes run again once both are back.
 */
function isSetSince({ fleet: { sizes, suspended }, memo, state, }) {
    // What was set since sizes were left on purpose is told by those (handed-back.ts).
    if (!(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .hasLetRun */ .F_)({ suspended }, memo) || state.heldSeen || memo.handedSizes !== undefined)
        return false;
    const isMinBack = sizes.min === memo.sizes.min && sizes.min < memo.sizes.desired;
    return isMinBack || sizes.max !== (state.highestBefore ?? (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .highestDesired */ .hV)(memo));
}
const boundsText = ({ min, max }) => [
    ...(min === undefined ? [] : [`the minimum was set to ${min}`]),
    ...(max === undefined ? [] : [`the maximum was set to ${max}`]),
].join(' and ');
/** While something is to be replaced, or what is new has yet to serve, the minimum is the desired capacity: nothing is scaled in. */
function holdMinimum(situation) {
    const { fleet, memo, capacity } = situation;
    const min = Math.min(fleet.sizes.desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .highestMin */ .BW)(memo));
    if (memo.follows !== true || fleet.sizes.min >= min)
        return undefined;
    if (capacity.outdated.length === 0 && !isGrowing(situation))
        return undefined;
    return {
        kind: 'resize',
        sizes: { min },
        reason: 'scaling policies stay alive, and must take nothing away meanwhile',
    };
}
/** Whether what was asked for since the last replacement has yet to serve, and the sizes of the run are not put back. */
const isGrowing = ({ fleet, memo, capacity }) => ((0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .minIsOurs */ .Kw)(fleet, memo) || (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIsOurs */ .w)(fleet, memo)) &&
    (capacity.total < fleet.sizes.desired || capacity.current.some((each) => !capacity.ready.has(each)));


/***/ }),

/***/ 43301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ healthReason),
/* harmony export */   k: () => (/* binding */ isStoppedReason)
/* harmony export */ });
/** The reason that a load balancer gives for the health of a target: how it is put into words, and what is read in it. Pure. */
/** `Target.Timeout: Request timed out`: AWS's reason code and description, or the one of them that there is. */
const healthReason = (...parts) => parts.filter((part) => part !== undefined && part !== '').join(': ');
/** Whether a target is called unhealthy because EC2 has taken the instance away: no health check of it has failed. */
const isStoppedReason = (reason) => /Target\.(InvalidState|IpUnusable)|stopped|terminated/i.test(reason);


/***/ }),

/***/ 79507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ asksForRefresh),
/* harmony export */   Ug: () => (/* binding */ haltOnRefresh),
/* harmony export */   dz: () => (/* binding */ refreshText),
/* harmony export */   f3: () => (/* binding */ refreshMayBeOld)
/* harmony export */ });
/* harmony import */ var _changes_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47613);
/* harmony import */ var _suspension_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70875);


/** `the instance refresh 08b9... is InProgress, to launch template web version 3`. */
const refreshText = ({ id, status, configuration }) => `the instance refresh ${id} is ${status}${configuration === undefined ? '' : `, to ${configuration}`}`;
/** Stops the roll before the next instance leaves. */
function haltOnRefresh({ fleet, state }) {
    const active = state.refresh?.active;
    if (active === undefined)
        return undefined;
    return {
        kind: 'halt',
        reason: `${refreshText(active)}: it was begun from outside this run and replaces the instances of ${fleet.group} as well`,
        remedy: `Wait for its end, or cancel it with \`aws autoscaling cancel-instance-refresh --auto-scaling-group-name ${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(fleet.group)}\`, then start again.`,
    };
}
/** So long a roll that only waits does not ask again. */
const WAITING_SECONDS = 600;
/** What is added leaves only once AWS was asked again: for it an answer does that was given so long ago. */
const ADDING_SECONDS = 900;
/** How old an answer may be that this action is decided by, in seconds. */
const refreshMayBeOld = ({ kind }) => (kind === 'resize' ? ADDING_SECONDS : 0);
/** Whether AWS is to be asked for a refresh before this action: before each that adds or takes away capacity, else now and then. */
function asksForRefresh(action, { at }, { refresh }) {
    switch (action.kind) {
        case 'wait':
        case 'probe':
            return refresh === undefined || at - refresh.at >= WAITING_SECONDS;
        case 'done':
        case 'halt':
        case 'refuse':
            return false;
        default:
            return (_changes_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_KINDS */ .tO[action.kind].needsRecentLook &&
                (refresh?.at !== at || (refresh.mayBeKept === true && refreshMayBeOld(action) === 0)));
    }
}


/***/ }),

/***/ 63634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ withKept),
/* harmony export */   M3: () => (/* binding */ adoptedInRoom),
/* harmony export */   Yf: () => (/* binding */ keptInDoubt),
/* harmony export */   g2: () => (/* binding */ adoptedSizes),
/* harmony export */   jG: () => (/* binding */ leftOutText)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35208);

/** So long after its time an action is carried out at the latest by a run that is at work. */
const PROMPT_SECONDS = 60;
const BOUNDS = ['min', 'desired', 'max'];
/** The larger sizes that a process adopts with a saved state for which no scheduled action has asked. */
function adoptedSizes(before, now, { at, growth }) {
    if (now.scheduledUntil !== before.scheduledUntil)
        return {};
    const larger = BOUNDS.filter((bound) => now.sizes[bound] > before.sizes[bound]);
    const setBy = { min: at, desired: growth === undefined ? at : setAt(growth), max: at };
    const by = (bound) => bound === 'desired' && growth?.isByPolicies === true ? { isByPolicies: true } : {};
    return Object.fromEntries(larger.map((bound) => [bound, { size: now.sizes[bound], setBy: setBy[bound], ...by(bound) }]));
}
/**
 * What policies have asked for while no run was at work, as far as the activities tell it, where nothing of it is saved since the wish is
 * as large already: a scheduled action for less may be older.
 */
const adoptedInRoom = (growth, { sizes: { desired } }) => growth.isByPolicies === true && (growth.wish ?? 0) >= desired
    ? { desired: { size: desired, setBy: setAt(growth), isByPolicies: true } }
    : {};
/** The activities tell the full second in which growth was asked for; where they do not, it was before it was seen first. */
const setAt = ({ toldAt, since }) => (toldAt === undefined ? since : Math.min(since, toldAt + 1));
/**
 * A larger size that others have set since the run began may be younger than an action that would lower it, where no run was at work
 * when that fell due: it stays. What is in doubt is not taken. One that is saved by now counts where this process has adopted it,
 * unless it was seen, or AWS tells that it was set, before the action fell due.
 */
function keptInDoubt(due, { fleet, memo, state, before, wished }) {
    const late = due.filter(({ at }) => fleet.at - at > PROMPT_SECONDS);
    // The run itself lowers the maximum so far as what is desired by now allows, and then to what the action says.
    const isOnItsWay = before.max < memo.sizes.max && before.max === Math.max(wished.max, wished.desired, fleet.sizes.desired);
    const isKept = (bound) => {
        // A bound that is raised or lowered takes the desired capacity along.
        const setting = bound === 'desired' ? late : late.filter(({ sizes }) => sizes[bound] !== undefined);
        const adopted = state.adopted?.[bound];
        const isSet = before[bound] !== memo.sizes[bound] && !(bound === 'max' && isOnItsWay);
        const setBy = isSet ? Infinity : adopted?.size === before[bound] ? adopted.setBy : -Infinity;
        return wished[bound] < before[bound] && setting.some(({ at }) => at < setBy);
    };
    const kept = Object.fromEntries(BOUNDS.filter(isKept).map((bound) => [bound, before[bound]]));
    if (kept.desired === undefined || state.adopted?.desired?.isByPolicies !== true)
        return kept;
    // Had the action been carried out in time, policies would not have been given more than its maximum.
    return { ...kept, desired: Math.min(kept.desired, kept.max ?? wished.max) };
}
/** The sizes that are wished where these stay. */
function withKept(wished, { min = wished.min, desired = wished.desired, max = wished.max }) {
    const atLeast = Math.max(desired, min);
    return { min, desired: atLeast, max: Math.max(max, atLeast) };
}
/** What of an action was left out for sizes that stay, and why; undefined where nothing was. */
function leftOutText({ sizes }, kept, before) {
    const { min = -Infinity, desired = -Infinity, max = -Infinity } = kept;
    const isLower = (bound, least) => (sizes[bound] ?? Infinity) < least;
    const isLeftOut = {
        min: isLower('min', min),
        desired: isLower('desired', Math.max(desired, min)),
        max: isLower('max', Math.max(desired, min, max)),
    };
    const part = (wanted) => (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .sizesText */ .KD)(Object.fromEntries(Object.entries(sizes).filter(([name]) => isLeftOut[name] === wanted)));
    if (!Object.values(isLeftOut).includes(true))
        return undefined;
    const set = BOUNDS.filter((bound) => kept[bound] !== undefined)
        .map((bound) => `${NAMES[bound]} was changed to ${before[bound]}`)
        .join(' and ');
    const rest = part(false);
    return `${part(true)} was left out, since ${set} from outside this run, perhaps after that${rest === '' ? '' : `; ${rest} was carried out by the run`}.`;
}
const NAMES = { min: 'MinSize', desired: 'the desired capacity', max: 'MaxSize' };


/***/ }),

/***/ 41852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isUnwritable)
/* harmony export */ });
/** Whether AWS refuses to have the saved state written. */
const isUnwritable = ({ refused }) => refused?.includes('save-state') === true;


/***/ }),

/***/ 56699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ raiseInWords),
/* harmony export */   IN: () => (/* binding */ shortageInWords),
/* harmony export */   XM: () => (/* binding */ isToRoll),
/* harmony export */   tp: () => (/* binding */ demandOf),
/* harmony export */   wx: () => (/* binding */ shortagesOf)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35658);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71582);
/** Whether there is room for what a roll is about to launch. Pure: everything that AWS has answered is an argument. */



/** Whether anything of a group is to be replaced by new instances. */
const isToRoll = (fleet, policy) => policy.intent === 'roll' && policy.dark?.kind !== 'release' && (0,_capacity_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOfGroup */ .th)(fleet, policy).outdated.length > 0;
/** The demand of one group; undefined where nothing is to be launched: up to date, leased by another run, or doubled already. */
function demandOf(fleet, policy) {
    if (!isToRoll(fleet, policy))
        return undefined;
    const standing = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOfGroup */ .th)(fleet, policy);
    const memo = fleet.memo ?? { sizes: fleet.sizes, surge: policy.surge };
    const desired = (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .surgeTarget */ .qM)({ fleet, memo, policy }, standing.outdatedCapacity);
    const units = desired - Math.max(standing.total, fleet.sizes.desired);
    if (units <= 0)
        return undefined;
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounted */ .he);
    const usualWeight = counted.length === 0 ? 1 : (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOf */ .A$)(counted) / counted.length;
    return {
        group: fleet.group,
        launches: Math.ceil(units / usualWeight),
        desired,
        max: fleet.sizes.max,
        present: tally(counted.map(({ zone }) => zone)),
        leaving: tally(fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsRoom */ .eb).map(({ zone }) => zone)),
        types: [...tally(counted.map(({ type }) => type))].toSorted(([, a], [, b]) => b - a).map(([type]) => type),
    };
}
function tally(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
}
/**
 * Everything of which there is not enough, in the order of the groups. Groups that share a subnet, a target group or a
 * quota share its room: each takes its part of what those before it have left.
 */
function shortagesOf(demands, around) {
    const free = new Map();
    const registered = new Map();
    const used = new Map();
    return demands.flatMap((demand) => {
        const { subnets, targetGroups, vcpus, distribution } = around(demand.group);
        return [
            ...(subnets === undefined ? [] : addressShortages(demand, { subnets, distribution }, free)),
            ...(targetGroups ?? []).flatMap((room) => targetShortage(demand, room, registered)),
            ...(vcpus ?? []).flatMap((room) => vcpuShortage(demand, room, used)),
        ];
    });
}
/**
 * AWS launches where a group has fewest instances, and where that zone is full in another one: there is too little only
 * where all zones together have no room. A group whose distribution is `balanced-only` has room only where each zone has.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html
 */
function addressShortages(demand, { subnets, distribution }, left) {
    for (const { id, free } of subnets)
        if (!left.has(id))
            left.set(id, free);
    const zones = [...new Set(subnets.map(({ zone }) => zone))];
    const idsIn = (zone) => subnets.flatMap((one) => (one.zone === zone ? one.id : []));
    for (const zone of zones)
        release(idsIn(zone), left, demand.leaving.get(zone) ?? 0);
    const freeIn = (zone) => idsIn(zone).reduce((sum, id) => sum + (left.get(id) ?? 0), 0);
    const total = zones.reduce((sum, zone) => sum + freeIn(zone), 0);
    const named = (zone) => `${idsIn(zone).join(', ')} (${zone})`;
    const parts = [...landings(demand, zones, freeIn)].map(([zone, need]) => {
        const what = `free addresses in ${named(zone)}`;
        return { zone, shortage: { group: demand.group, what, have: freeIn(zone), need } };
    });
    const short = parts.flatMap(({ shortage }) => (shortage.need > shortage.have ? [shortage] : []));
    let missing = short.reduce((sum, { need, have }) => sum + need - have, 0);
    for (const { zone, shortage } of parts)
        take(idsIn(zone), left, Math.min(shortage.need, shortage.have));
    for (const zone of zones)
        missing -= take(idsIn(zone), left, missing);
    if (distribution === 'balanced-only')
        return short;
    if (total >= demand.launches)
        return short.map((each) => ({ ...each, isBearable: true }));
    const what = `free addresses in ${zones.map(named).join(' and ')}`;
    return [{ group: demand.group, what, have: total, need: demand.launches }];
}
function release(ids, left, count) {
    const [first] = ids;
    if (first !== undefined)
        left.set(first, (left.get(first) ?? 0) + count);
}
/** How many instances come into each zone; among equals the one with most room is hoped for. */
function landings({ launches, present }, zones, freeIn) {
    const coming = new Map(zones.map((zone) => [zone, 0]));
    const total = (zone) => (present.get(zone) ?? 0) + (coming.get(zone) ?? 0);
    const room = (zone) => freeIn(zone) - (coming.get(zone) ?? 0);
    for (let launched = 0; launched < launches; launched++) {
        const [zone] = zones.toSorted((a, b) => total(a) - total(b) || room(b) - room(a));
        if (zone !== undefined)
            coming.set(zone, (coming.get(zone) ?? 0) + 1);
    }
    return coming;
}
/** Gives how many could be taken. */
function take(ids, left, count) {
    let open = count;
    for (const id of ids) {
        const taken = Math.min(open, left.get(id) ?? 0);
        left.set(id, (left.get(id) ?? 0) - taken);
        open -= taken;
    }
    return count - open;
}
const leavingIn = ({ leaving }) => [...leaving.values()].reduce((sum, each) => sum + each, 0);
function targetShortage(demand, { name, registered, limit }, known) {
    const { group, launches } = demand;
    const before = Math.max(0, (known.get(name) ?? registered) - leavingIn(demand));
    known.set(name, before + launches);
    if (before + launches <= limit)
        return [];
    return [{ group, what: `targets in ${name}`, have: Math.max(0, limit - before), need: launches }];
}
/** What comes is taken to be of the types, and paid, as what is there: in full shares, so that a doubt stops nothing. */
function vcpuShortage(demand, { name, quota, used, own }, known) {
    const { group, launches } = demand;
    const inVcpus = (instances) => Math.floor((instances * own.vcpus) / own.instances);
    const before = Math.max(0, (known.get(name) ?? used) - inVcpus(leavingIn(demand)));
    const need = inVcpus(launches);
    known.set(name, before + need);
    if (before + need <= quota)
        return [];
    return [{ group, what: `vCPUs of ${name}`, have: Math.max(0, quota - before), need }];
}
/** `free addresses in subnet-1 (eu-west-1a): have 2, need 3`. */
const shortageInWords = ({ what, have, need, isBearable }) => `${what}: have ${have}, need ${need}${isBearable ? ', so AWS launches the others in other zones' : ''}`;
/** What a person should know although it stops nothing; undefined where MaxSize has room. */
const raiseInWords = ({ group, desired, max }) => desired <= max
    ? undefined
    : `MaxSize of ${group} is ${max} and is raised to ${desired} for the time of the roll. Where the role must not do that, AWS refuses it together with the larger capacity: nothing is launched then.`;


/***/ }),

/***/ 20253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ sizesAfter),
/* harmony export */   B7: () => (/* binding */ withHandBack),
/* harmony export */   I9: () => (/* binding */ awaitScheduled),
/* harmony export */   Qd: () => (/* binding */ isSetForDue),
/* harmony export */   cT: () => (/* binding */ missed),
/* harmony export */   fc: () => (/* binding */ awaitLateAction),
/* harmony export */   ld: () => (/* binding */ LATE_SECONDS),
/* harmony export */   lp: () => (/* binding */ carryOutScheduled),
/* harmony export */   pD: () => (/* binding */ fallenDue)
/* harmony export */ });
/* unused harmony export afterAction */
/* harmony import */ var _late_schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63634);
/* harmony import */ var _memo_bounds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38352);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23241);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94178);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35208);





/** The sizes after an action, as AWS sets them; undefined where it would leave the group alone, since they do not fit. */
function afterAction(sizes, { sizes: wished }) {
    const { min = sizes.min, max = sizes.max } = wished;
    if (max < min || (wished.desired !== undefined && (wished.desired < min || wished.desired > max)))
        return undefined;
    return { min, max, desired: wished.desired ?? Math.min(max, Math.max(min, sizes.desired)) };
}
/** Whether the run keeps AWS from carrying scheduled actions out at this moment. */
const isHeld = ({ suspended }, { suspends }) => suspends.includes(_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs) && suspended.includes(_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs);
/** What has fallen due since the run began, or since it last carried something out, in that order. */
const fallenDue = ({ dueActions = [], at }, { startedAt, scheduledUntil = startedAt }) => dueActions.filter((each) => each.at > scheduledUntil && each.at <= at).toSorted((a, b) => a.at - b.at);
/**
 * What AWS has dropped, since the run had suspended it. Of a run that has let the processes run again without putting the
 * sizes back, that is what fell due before, and what AWS has done since belongs to the order.
 */
function missed(fleet, memo) {
    const due = fallenDue(fleet, memo);
    if (isHeld(fleet, memo))
        return due;
    const { handedBackAt = -Infinity } = memo;
    if (!due.some(({ at }) => at <= handedBackAt))
        return [];
    return fleet.suspended.includes(_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs) ? due.filter(({ at }) => at <= handedBackAt) : due;
}
/** The sizes as they would be without the roll, and after what fell due. */
function sizesAfter(due, fleet, memo) {
    const before = {
        min: (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .minWithoutRoll */ .sU)(fleet, memo),
        desired: memo.sizes.desired,
        max: (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .maxIsOurs */ .w)(fleet, memo) ? memo.sizes.max : fleet.sizes.max,
    };
    return { before, wished: due.reduce((sizes, each) => afterAction(sizes, each) ?? sizes, before) };
}
/**
 * Whether a size is where the run sets it for what fell due, and it does not know what it has set: the answer to that may have been
 * lost, and the size is no one's from outside the run. An action that does not fit sets nothing.
 */
function isSetForDue(bound, { fleet, memo, state }) {
    const due = missed(fleet, memo);
    const { before, wished } = sizesAfter(due, fleet, memo);
    const sets = fitting(due, before).some(({ sizes }) => bound === 'desired' || sizes[bound] !== undefined);
    return state[bound] === undefined && sets && wished[bound] === fleet.sizes[bound];
}
/** Those of these actions, one after the other, that AWS would carry out. */
const fitting = (due, before) => due.reduce(({ sizes, fit }, each) => {
    const after = afterAction(sizes, each);
    return after === undefined ? { sizes, fit } : { sizes: after, fit: [...fit, each] };
}, { sizes: before, fit: [] }).fit;
/**
 * Carries out what fell due: the sizes of the group at once, as far as the roll leaves room, and then the saved state, with
 * the moment up to which that is done. A run that dies in between is followed by one that does both again.
 */
function carryOutScheduled({ fleet, memo, policy, state }) {
    const due = missed(fleet, withHandBack(memo, state));
    if (due.length === 0 || policy.refused?.includes('resize') === true)
        return undefined;
    const { before, wished: asked } = sizesAfter(due, fleet, memo);
    const kept = (0,_late_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .keptInDoubt */ .Yf)(due, { fleet, memo, state, before, wished: asked });
    const wished = (0,_late_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .withKept */ .$B)(asked, kept);
    const desired = Math.max(fleet.sizes.desired, wished.desired);
    const now = { min: Math.max(wished.min, heldMin(fleet, memo, { desired, wished })), max: wished.max, desired };
    const sizes = changesOf(fleet.sizes, { ...now, max: Math.max(keptMax(fleet, memo, wished), now.desired) });
    const names = due.map(({ name, at }) => `${name} (due ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(at)})`).join(', ');
    const reason = `due while ${_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs} is suspended: ${names}`;
    if (Object.keys(sizes).length > 0)
        return { kind: 'resize', sizes, reason };
    const carriedOut = { ...memo, scheduledUntil: Math.floor(fleet.at) };
    return {
        kind: 'save-state',
        memo: (0,_memo_bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .withWish */ .cM)({ fleet, memo: carriedOut, policy }, wished),
        notes: due.map((each) => carriedOutText(each, before, kept)),
        reason,
    };
}
/**
 * The saved state as it should say when the processes ran again, which this process knows before that is written down, and alone where AWS
 * refuses it: what fell due before goes on to count as dropped.
 */
const withHandBack = (memo, { letRunAt }) => letRunAt === undefined ? memo : { ...memo, handedBackAt: Math.ceil(letRunAt) };
/**
 * The minimum that stays held until the sizes are put back. Where policies stay alive what is desired beyond the wish is held too, or
 * it would pass for growth that they have asked for, and come back as the wish.
 */
function heldMin(fleet, memo, { desired, wished }) {
    const held = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .minIsOurs */ .Kw)(fleet, memo) ? fleet.sizes.min : 0;
    const isBeyond = memo.follows === true && desired > wished.desired;
    return isBeyond ? Math.max(held, Math.min(desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .highestMin */ .BW)(memo))) : held;
}
/** While the roll has raised the maximum it stays, until the sizes are put back. */
const keptMax = (fleet, memo, wished) => (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_4__/* .maxIsOurs */ .w)(fleet, memo) && wished.max === memo.sizes.max ? fleet.sizes.max : wished.max;
function carriedOutText(due, before, kept) {
    const what = `The scheduled action ${due.name} fell due at ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(due.at)} while this run had suspended ${_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs}`;
    if (afterAction(before, due) === undefined)
        return `${what}, and does not fit the sizes of the group: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .sizesText */ .KD)(due.sizes)} was left out, as AWS would.`;
    return `${what}: ${(0,_late_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOutText */ .jG)(due, kept, before) ?? `carried out by the run (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .sizesText */ .KD)(due.sizes)}).`}`;
}
function changesOf(sizes, wished) {
    return {
        ...(wished.min !== sizes.min && { min: wished.min }),
        ...(wished.max !== sizes.max && { max: wished.max }),
        ...(wished.desired !== sizes.desired && { desired: wished.desired }),
    };
}
/** So long after its time AWS carries an action out at the latest. */
const LATE_SECONDS = 120;
/**
 * Before a run suspends: an action whose time has passed, and that the group does not show, AWS may yet carry out. It would drop it
 * where it finds the process suspended by then, and nothing would know that it did.
 */
function awaitLateAction({ dueActions = [], sizes, suspended, at }) {
    const last = dueActions.findLast((each) => each.at <= at && at - each.at < LATE_SECONDS);
    if (last === undefined || suspended.includes(_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULING */ .rs))
        return undefined;
    const shown = afterAction(sizes, last);
    if (shown === undefined || (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .sizesText */ .KD)(shown) === (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .sizesText */ .KD)(sizes))
        return undefined;
    return {
        kind: 'wait',
        reason: `the scheduled action ${last.name} fell due at ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(last.at)}, and AWS may yet carry it out`,
    };
}
/** One that falls due so soon is waited for before the processes run again: neither AWS nor the run must miss it. */
const SOON_SECONDS = 30;
/** Before a run ends: an action that falls due within moments is carried out first. */
function awaitScheduled({ fleet, memo }) {
    if (!isHeld(fleet, memo))
        return undefined;
    const next = fleet.dueActions?.find(({ at }) => at > fleet.at && at - fleet.at <= SOON_SECONDS);
    return next && { kind: 'wait', reason: `the scheduled action ${next.name} falls due at ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(next.at)}` };
}


/***/ }),

/***/ 54821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ unservedZones),
/* harmony export */   je: () => (/* binding */ haltOnUnservedZone),
/* harmony export */   pZ: () => (/* binding */ SERVE_ZONE),
/* harmony export */   zN: () => (/* binding */ unservedInWords)
/* harmony export */ });
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7460);

/** The zones of a group that none of its load balancers serves; none where it has no load balancer in use. */
const unservedZones = ({ zones, served }) => served.length === 0 ? [] : zones.filter((zone) => served.every((each) => !each.zones.includes(zone)));
/** `web launches into eu-west-1c, which none of its load balancers serves (targetgroup/web/0123456789abcdef)`. */
const unservedInWords = (of) => `${of.group} launches into ${unservedZones(of).join(', ')}, which none of its load balancers serves (${of.served.map(({ balancer }) => balancer).join(', ')})`;
/** What a person can do about a zone that is not served. */
const SERVE_ZONE = 'Enable the zone for the load balancer, or take its subnet out of the group: what is launched there gets no requests.';
/** The same where the group launches nothing there any more. */
const LEAVE_ZONE = 'The group launches nothing there any more: terminate what is left there, and AWS launches it elsewhere; or enable the zone for the load balancer.';
/**
 * Stops where an instance is in a zone that no load balancer of the group serves. It is no capacity and never becomes any: to
 * wait for it is in vain, and each instance that leaves for it takes service away.
 */
function haltOnUnservedZone({ fleet }) {
    const unserved = fleet.instances.filter(_readiness_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnserved */ .ze);
    const [first] = unserved;
    if (first === undefined)
        return undefined;
    const zones = [...new Set(unserved.map(({ zone }) => zone))].toSorted();
    const said = first.balancers.map(({ balancer, reason }) => `${balancer}: ${reason}`);
    return {
        kind: 'halt',
        reason: `no load balancer of the group serves ${zones.join(', ')}, where ${unserved.map(({ id }) => id).join(', ')} ${unserved.length === 1 ? 'is' : 'are'} (${said.join('; ')})`,
        remedy: zones.some((zone) => fleet.zones?.includes(zone) !== false) ? SERVE_ZONE : LEAVE_ZONE,
    };
}


/***/ }),

/***/ 88539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isOfShift)
/* harmony export */ });
/** Whether the saved state of a group is that of a shift of traffic, which no roll may take for its own. */
const isOfShift = ({ progress }) => progress?.role !== undefined;


/***/ }),

/***/ 37197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ LAST_CHANGE_SECONDS),
/* harmony export */   cd: () => (/* binding */ isInDoubt),
/* harmony export */   iN: () => (/* binding */ isOvertaken)
/* harmony export */ });
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94178);

/** So long after its last sign of life the size of a group is not taken for that of a lost run without a proof. */
const OLD_SECONDS = 3600;
/** A run that works on a group changes it no later than this after its last heartbeat. */
const LAST_CHANGE_SECONDS = 180;
/**
 * Whether the desired capacity lies where a run may have raised it, but nothing shows that the run did: all that it had
 * suspended of what changes sizes runs again, or it had nothing to suspend and is long silent. One that was left on
 * purpose has no age. A run that has handed the processes back has written down what it left.
 */
function isInDoubt(fleet, memo) {
    if (fleet.sizes.desired <= memo.sizes.desired || fleet.sizes.desired === memo.handedSizes?.desired)
        return false;
    const held = _restore_js__WEBPACK_IMPORTED_MODULE_0__/* .SUSPENDED_WHILE_ROLLING */ .kA.filter((process) => memo.suspends.includes(process));
    if (held.length > 0)
        return held.every((process) => !fleet.suspended.includes(process));
    return memo.heartbeatAt > 0 && fleet.at - memo.heartbeatAt > OLD_SECONDS;
}
/** Whether the desired capacity is to be kept, as what the group wants by now. */
function isOvertaken(fleet, memo, { desired, heldSeen, predecessor = memo }) {
    // What this process has set itself, or has seen with the processes suspended, is as the run has left it.
    // Since this process has claimed the lease its heartbeat says nothing of the run that was lost.
    if (desired !== undefined || heldSeen || !isInDoubt(fleet, predecessor))
        return false;
    return !isProvenOurs(fleet, predecessor);
}
/**
 * Whether the activities of the group show that a run may have raised the desired capacity last: by the call that a run
 * makes, while it was alive, and before the size was ever back. Where they cannot be read nothing is proven.
 */
function isProvenOurs({ desiredChanges = [] }, memo) {
    const { sizes, heartbeatAt } = memo;
    const last = desiredChanges.findLastIndex(({ from, to }) => to > from);
    const raise = desiredChanges[last];
    if (raise?.by !== 'update' || raise.at > heartbeatAt + LAST_CHANGE_SECONDS)
        return false;
    if (isWholeRoom(raise, memo))
        return true;
    // What was lower before others have set the size that is to be put back was not lowered to it.
    const raised = desiredChanges.slice(0, last).findLastIndex(({ from, to }) => to > from && to === sizes.desired);
    const wished = Math.max(raised, firstSet(desiredChanges, memo));
    return !desiredChanges.slice(wished + 1, last).some((each) => isPutBack(each, memo));
}
/** Whether a change may have put the saved size back. An update from that to less does not: it is a raise of the run over a larger wish, or of others. */
const isPutBack = ({ from, to, by }, { sizes: { desired } }) => from > to && to <= desired && !(by === 'update' && from === desired);
/**
 * Where the size that is to be put back first came up since the run began, if it began with another one: that was the wish itself, with
 * what AWS did for it, and no run has put a size back to it before. -1 where there was none.
 */
function firstSet(changes, { sizes: { desired }, startedAt }) {
    const first = changes.findIndex(({ from, to, at }) => at >= startedAt && (from === desired || to === desired));
    if (first === -1 || changes[first]?.from === desired)
        return -1;
    const next = changes.findIndex(({ by }, index) => index > first && by !== 'group');
    return next === -1 ? first : next - 1;
}
/**
 * Whether an update makes just the room that a run makes at once, from the size that is to be put back to that with the whole surge, and
 * with it the maximum to the digit: a size that was put back before is no sign against it.
 */
const isWholeRoom = ({ from, to, bounds, at }, { sizes, surge, startedAt }) => from === sizes.desired && to === sizes.desired + surge && at >= startedAt && to > sizes.max && bounds?.max === to;


/***/ }),

/***/ 62708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ud: () => (/* binding */ startRoll),
/* harmony export */   Zr: () => (/* binding */ isAnythingOutdated),
/* harmony export */   sW: () => (/* binding */ outdatedStandby),
/* harmony export */   w9: () => (/* binding */ takeOver)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);
/* harmony import */ var _dark_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44336);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97855);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70476);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55160);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67330);
/* harmony import */ var _served_zones_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54821);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94178);
/* harmony import */ var _scheduled_actions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20253);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35658);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26519);
/* harmony import */ var _warm_pool_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75870);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(71582);













/** How long EC2 may not know an instance that the group already lists. */
const EC2_LAG_SECONDS = 60;
/** The first step with a group that no run works on: how it is now is saved, if anything is to be done at all. */
function startRoll(fleet, policy) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_9__/* .isCounted */ .he);
    // EC2 never tells of an instance that it has forgotten; the group itself will replace it.
    if (policy.force &&
        counted.some((each) => each.launchedAt === undefined && fleet.at - each.firstSeenAt < EC2_LAG_SECONDS))
        return { kind: 'wait', reason: 'EC2 does not say yet when every instance was launched' };
    const { outdated } = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .capacityOfGroup */ .th)(fleet, policy);
    const resting = allOutdatedStandby(fleet, policy);
    const unwanted = forbiddenByPolicy(outdated, resting, policy);
    if (unwanted)
        return unwanted;
    if (!isAnythingOutdated(fleet, policy))
        return { kind: 'done', reason: 'every instance is up to date' };
    const unserved = (0,_served_zones_js__WEBPACK_IMPORTED_MODULE_4__/* .haltOnUnservedZone */ .je)({ fleet });
    if (unserved)
        return unserved;
    const late = (0,_scheduled_actions_js__WEBPACK_IMPORTED_MODULE_6__/* .awaitLateAction */ .fc)(fleet);
    if (late)
        return late;
    const inTheDark = (0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .darkMemo */ .J5)(fleet, policy);
    const follows = (0,_follow_js__WEBPACK_IMPORTED_MODULE_2__/* .followsPolicies */ .tP)(fleet, policy) || undefined;
    return {
        kind: 'save-state',
        memo: {
            groupId: fleet.groupId,
            run: policy.run,
            url: policy.url,
            startedAt: Math.floor(fleet.at),
            heartbeatAt: Math.floor(fleet.at),
            sizes: fleet.sizes,
            ...inTheDark,
            ...(follows && { follows }),
            suspends: [...toSuspend(fleet, { follows }), ...inTheDark.suspends],
            surge: Math.min(policy.surge, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSurge */ .S2)(fleet.sizes.desired, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .heaviestOf */ .P3)(fleet))),
            ...(policy.maxLeaving !== undefined && { maxLeaving: policy.maxLeaving }),
            source: fleet.source.fingerprint,
            replaceLaunchedUntil: replacedUntil(fleet, policy),
            ...(policy.plan !== undefined && { progress: { plan: policy.plan } }),
        },
        reason: 'how the group is now, before anything changes',
    };
}
/** Whether a roll has something to do: in service, in Standby or in the warm pool. */
function isAnythingOutdated(fleet, policy) {
    const idle = [...outdatedStandby(fleet, policy), ...(0,_warm_pool_js__WEBPACK_IMPORTED_MODULE_8__/* .outdatedWarm */ .M3)(fleet, policy)];
    return (0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .capacityOfGroup */ .th)(fleet, policy).outdated.length + idle.length > 0;
}
/** Old instances in Standby, which is where an operator put them: no part of the desired capacity, not in service. */
const allOutdatedStandby = (fleet, policy) => fleet.instances.filter((each) => each.lifecycle === 'Standby' && (0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .isOutdated */ .lY)(each, fleet, policy));
/** Those of them that are to be terminated: one that is protected as well stays where protected ones are left alone. */
const outdatedStandby = (fleet, policy) => policy.standbyInstances === 'replace'
    ? allOutdatedStandby(fleet, policy).filter((each) => !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .isExempt */ .U4)(each, fleet, policy))
    : [];
/** Instances that the user wants to be asked about. */
function forbiddenByPolicy(old, resting, policy) {
    const leaving = policy.standbyInstances === 'replace' ? [...old, ...resting] : old;
    const guarded = leaving.filter(({ protectedFromScaleIn }) => protectedFromScaleIn);
    if (policy.protectedInstances === 'fail' && guarded.length > 0)
        return {
            kind: 'halt',
            reason: `${guarded.map(({ id }) => id).join(', ')} must be replaced but is protected from scale-in`,
            remedy: 'Lift the protection, or set `protected-instances` to `replace` or `ignore`.',
        };
    if (policy.standbyInstances === 'fail' && resting.length > 0)
        return {
            kind: 'halt',
            reason: `${resting.map(({ id }) => id).join(', ')} is old and in Standby`,
            remedy: 'Put it back into service, or set `standby-instances` to `replace` or `ignore`.',
        };
    return undefined;
}
// AWS's own times on both sides of the comparison: the runner's clock may be wrong.
const latestLaunch = (instances) => instances.reduce((latest, { launchedAt }) => Math.max(latest, launchedAt ?? 0), 0);
/** With `force` the moment until which what was launched is to be replaced. */
const replacedUntil = ({ instances }, { force, forceUntil = Infinity }) => (force ? Math.min(latestLaunch(instances), forceUntil) : undefined);
/** The memo with the plan that is carried out from now on, or with none. */
const carryingOut = (memo, { plan }) => memo.progress?.plan === plan ? memo : { ...memo, progress: { ...memo.progress, plan } };
/** What a roll suspends: what others have suspended is not its own. */
const toSuspend = (fleet, { follows }) => _restore_js__WEBPACK_IMPORTED_MODULE_5__/* .SUSPENDED_WHILE_ROLLING */ .kA.filter((process) => !fleet.suspended.includes(process) && !(follows === true && process === _follow_js__WEBPACK_IMPORTED_MODULE_2__/* .ALARMS */ .Pu));
/** What a roll suspends anew where the run before it has let its processes run again: as it runs now, it is to run at the end. */
const suspendedAgain = (fleet, memo, policy) => memo.suspends.length > 0
    ? []
    : [...toSuspend(fleet, memo), ...((0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDarkHalf */ .E_)(memo) ? (0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .darkMemo */ .J5)(fleet, policy).suspends : [])];
/**
 * The saved state of the dead run stays; only the lease changes, and what is rolled to. A release takes over that as well: the
 * dark half was launched from what was wanted then.
 */
function takeOver(fleet, { memo, predecessor, policy }) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_9__/* .isCounted */ .he);
    const ours = { run: policy.run, url: policy.url, heartbeatAt: Math.floor(fleet.at) };
    if (policy.dark?.kind === 'release')
        return {
            kind: 'save-state',
            memo: { ...carryingOut((0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_10__/* .releasedFromGate */ .Pj)(memo, predecessor), policy), ...ours },
            after: predecessor,
            reason: `to release what run ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_11__/* .runName */ .rt)(predecessor)} has left ${(0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDarkHalf */ .E_)(memo) ? 'dark' : 'at a gate'}`,
        };
    const goesDark = !(0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDarkHalf */ .E_)(memo) && counted.every((each) => (0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .isOutdated */ .lY)(each, fleet, policy));
    const darkness = goesDark ? (0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .darkMemo */ .J5)(fleet, policy) : { suspends: [] };
    return {
        kind: 'save-state',
        memo: {
            ...carryingOut((0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .withGatesOf */ .kU)(memo, fleet.source.fingerprint), policy),
            ...ours,
            ...darkness,
            suspends: [...new Set([...memo.suspends, ...suspendedAgain(fleet, memo, policy), ...darkness.suspends])],
            surge: Math.max(memo.surge, Math.min(policy.surge, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSurge */ .S2)(memo.sizes.desired, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .heaviestOf */ .P3)(fleet)))),
            maxLeaving: policy.maxLeaving,
            source: fleet.source.fingerprint,
            replaceLaunchedUntil: policy.force ? (memo.replaceLaunchedUntil ?? replacedUntil(fleet, policy)) : undefined,
        },
        after: predecessor,
        reason: `run ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_11__/* .runName */ .rt)(predecessor)} ended without putting this group back: ${(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_12__/* .isTakenBack */ .Zb)(memo) && memo.source === fleet.source.fingerprint ? 'it goes on being taken back' : 'its roll goes on'}`,
    };
}


/***/ }),

/***/ 98782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ suspensionsInTheWay),
/* harmony export */   Ig: () => (/* binding */ haltOnSuspension),
/* harmony export */   Qv: () => (/* binding */ beforeMoreChanges),
/* harmony export */   R_: () => (/* binding */ stayingNotes),
/* harmony export */   s6: () => (/* binding */ haltWithout),
/* harmony export */   tG: () => (/* binding */ suspensionNotes),
/* harmony export */   tj: () => (/* binding */ inTheWayText)
/* harmony export */ });
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35658);
/* harmony import */ var _dark_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44336);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71582);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62708);
/* harmony import */ var _suspension_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70875);
/* harmony import */ var _warm_pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75870);






/** What a roll of the group needs from here on, in AWS's own names. */
function neededProcesses(fleet, policy) {
    const { outdated, total } = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOfGroup */ .th)(fleet, policy);
    const warm = (0,_warm_pool_js__WEBPACK_IMPORTED_MODULE_4__/* .outdatedWarm */ .M3)(fleet, policy);
    // A release brings nothing new, unless something is missing.
    const replaces = policy.dark?.kind !== 'release' && outdated.length + warm.length > 0;
    const launches = replaces || (fleet.memo !== undefined && total < fleet.sizes.desired);
    const takesAway = outdated.length + (0,_start_js__WEBPACK_IMPORTED_MODULE_3__/* .outdatedStandby */ .sW)(fleet, policy).length > 0;
    const registers = launches && policy.dark === undefined && fleet.instances.some(({ balancers }) => balancers.length > 0);
    return [...(launches ? ['Launch'] : []), ...(takesAway ? ['Terminate'] : []), ...(registers ? [_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTERING */ .c5] : [])];
}
/** Processes that others have suspended and without which a roll of the group comes to no end; none of what a run only puts back. */
function suspensionsInTheWay(fleet, policy) {
    const { suspended, memo } = fleet;
    const foreign = (0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .foreignSuspensions */ .NR)(suspended, memo);
    if (policy.intent !== 'roll' || foreign.length === 0)
        return [];
    return neededProcesses(fleet, policy).filter((process) => foreign.includes(process));
}
const WITHOUT = {
    Launch: 'nothing takes the place of what leaves',
    Terminate: 'AWS takes nothing out of service',
    [_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTERING */ .c5]: 'what is launched meanwhile is never registered with a load balancer',
};
/** What suspended processes mean to a roll: `Launch (…) is suspended: nothing takes the place of what leaves`. */
function inTheWayText(fleet, processes) {
    const effects = processes.flatMap((process) => WITHOUT[process] ?? []);
    return `${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .withReasons */ .qr)(fleet, processes)} ${processes.length === 1 ? 'is' : 'are'} suspended: ${effects.join(', and ')}`;
}
/** A process that the roll needs was suspended meanwhile: it halts before the next instance leaves. */
function haltOnSuspension({ fleet, policy }) {
    const processes = suspensionsInTheWay(fleet, policy);
    return processes.length === 0 ? undefined : haltWithout(fleet, processes);
}
/** The end of a roll that needs these processes, which others have suspended. */
const haltWithout = (fleet, processes) => ({
    kind: 'halt',
    reason: inTheWayText(fleet, processes),
    remedy: `What was suspended from outside this run stays so. When it may run again, resume it with \`${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .resumeCommand */ .VJ)(fleet.group, processes)}\`, then start again.`,
});
const RISKS = {
    HealthCheck: 'the group does not notice instances that fail while it rolls',
    ReplaceUnhealthy: 'an instance that turns unhealthy while the group rolls gets no successor',
};
/**
 * What a person should know of suspensions that stop no roll: those by which the group no longer looks after its instances,
 * and all that AWS itself has suspended; a sentence each.
 */
function suspensionNotes(fleet, policy) {
    if (policy.intent !== 'roll' || !(0,_start_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnythingOutdated */ .Zr)(fleet, policy))
        return [];
    const inTheWay = suspensionsInTheWay(fleet, policy);
    return (0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .foreignSuspensions */ .NR)(fleet.suspended, fleet.memo)
        .filter((process) => !inTheWay.includes(process) && (process in RISKS || (0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isSuspendedByAws */ .GS)(fleet, process)))
        .map((process) => {
        const risk = RISKS[process];
        return `${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .withReasons */ .qr)(fleet, [process])} is suspended, and stays so${risk === undefined ? '' : `: ${risk}`}.`;
    });
}
/** Whether AWS keeps more instances than are desired, as it may do of those that a run has named; a sentence, or none. */
function stayingNotes({ suspended, instances, sizes }) {
    const surplus = (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOf */ .A$)(instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounted */ .he)) - sizes.desired;
    return suspended.includes('Terminate') && surplus > 0
        ? [
            `Capacity of ${surplus} beyond what is desired stays as long as Terminate is suspended; once it is resumed AWS takes it away.`,
        ]
        : [];
}
/**
 * A roll that has let the processes run again in its last steps may find more to do: an instance whose root volume was replaced
 * is back, and still of the old version. Then they are suspended once more before capacity comes or goes.
 */
function beforeMoreChanges(action, { fleet, memo, state, policy }) {
    const raises = action.kind === 'resize' && (action.sizes.desired ?? 0) > fleet.sizes.desired;
    if (state.letRun !== true || policy.intent !== 'roll' || !(raises || action.kind === 'terminate'))
        return action;
    const processes = memo.suspends.filter((process) => !fleet.suspended.includes(process));
    return processes.length === 0
        ? action
        : { kind: 'suspend', processes, reason: 'there is more to replace, and nothing else may change the size meanwhile' };
}


/***/ }),

/***/ 13831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ USUAL_START_SECONDS)
/* harmony export */ });
/** Seconds that an instance usually takes from its launch until it is ready: a guess, before a run has seen one start. */
const USUAL_START_SECONDS = 180;


/***/ }),

/***/ 15684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ inName),
/* harmony export */   BV: () => (/* binding */ SIDES),
/* harmony export */   CY: () => (/* binding */ doesResize),
/* harmony export */   E0: () => (/* binding */ withProgress),
/* harmony export */   FX: () => (/* binding */ SHIFT),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   LT: () => (/* binding */ BLUE_GREEN),
/* harmony export */   NK: () => (/* binding */ weightsFor),
/* harmony export */   Pg: () => (/* binding */ stickySeconds),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   ZT: () => (/* binding */ noted),
/* harmony export */   fh: () => (/* binding */ shiftsTo),
/* harmony export */   g$: () => (/* binding */ outdatedOf),
/* harmony export */   ii: () => (/* binding */ isAt),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   us: () => (/* binding */ readyCapacity),
/* harmony export */   wx: () => (/* binding */ isDrained)
/* harmony export */ });
/* harmony import */ var _rollout_capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35658);
/* harmony import */ var _rollout_counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71582);
/* harmony import */ var _rollout_readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/* harmony import */ var _shares_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88330);
/** What the rules of a shift ask of a moment: saved state, shares before, and who is ready. Pure. */




const SIDES = ['blue', 'green'];
/** The plans that a saved state names: sizes change as well, or the weights alone. */
const BLUE_GREEN = 'blue-green';
const SHIFT = 'shift';
/** Words of the saved state for where a shift stands, besides its steps. */
const PHASES = {
    gated: 'gated',
    keptZero: 'kept-zero',
    keptKeep: 'kept-keep',
    keptBack: 'kept-back',
    back: 'back',
    held: 'held',
};
const isKept = ({ phase }) => phase?.startsWith('kept-') === true;
/** Whether the shift of this saved state changes sizes. */
const doesResize = ({ progress }) => progress.plan === BLUE_GREEN;
/** The shares before the shift, as noted on the route or as this run remembers; undefined where none were noted for it. */
function noted({ memos, state }, route) {
    const { startedAt } = memos.blue;
    return [route.previous, state.noted?.[route.id]].find((previous) => previous?.startedAt === startedAt);
}
/** The weights that a share of the side that traffic goes to means for a route. */
function weightsFor(situation, route, share) {
    const before = noted(situation, route)?.weights ?? route.weights;
    return (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .weightsAt */ .X)(situation.policy.means, before, { to: situation.to, share });
}
/** Whether a route stands at a share; at none only where both sides are named, since an unnamed one is never checked. */
function isAt(situation, route, share) {
    const wanted = weightsFor(situation, route, share);
    return share === 0 ? (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameWeights */ .CC)(route.weights, wanted) : (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameTraffic */ .W8)(route.weights, wanted);
}
/** Whether the weights of a route can be of this shift: those before it, of a step of it, or without the new side. */
function isKnown(situation, route) {
    const { progress, policy } = situation;
    const before = noted(situation, route);
    const both = policy.means === 'classic' ? _shares_js__WEBPACK_IMPORTED_MODULE_3__/* .BOTH */ .Ch : undefined;
    const shares = [0, both, progress.share, progress.shareBefore, before?.end].filter((share) => share !== undefined);
    return [before?.weights, ...shares.map((share) => weightsFor(situation, route, share))].some((weights) => weights !== undefined && (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameTraffic */ .W8)(route.weights, weights));
}
/** The instances of a side that may get traffic now: in service, called healthy by all that must, and probed. */
function readyOf({ seen, policy }, side) {
    return seen.groups[side].instances.filter((instance) => (0,_rollout_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .isServing */ .PA)(instance) &&
        seen.vouching[side].every((name) => instance.balancers.some(({ balancer, state }) => balancer === name && state === 'healthy')) &&
        (side !== policy.to || !policy.probes || instance.lastProbe?.passed === true));
}
/** Capacity of a side that is ready, in the unit of its group. */
const readyCapacity = (situation, side) => (0,_rollout_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOf */ .A$)(readyOf(situation, side));
/** Instances that were launched from something else than the group would launch now. */
const outdatedOf = ({ instances, source }) => instances.filter((instance) => (0,_rollout_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounted */ .he)(instance) && !(0,_rollout_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isCurrent */ .Oz)(instance, source));
/** The longest time for which a client stays with a side whatever the weights say. */
const stickySeconds = ({ routes }) => Math.max(0, ...routes.map((route) => route.stickySeconds));
/** Whether no route sends anything to a side. */
const isDrained = ({ routes }, side) => routes.every(({ weights }) => (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .shareOf */ .tC)(weights, side) === 0);
/** The side that the traffic of a saved state goes to; undefined where the two groups do not say the same. */
function shiftsTo(memos) {
    const side = SIDES.find((each) => memos[each]?.progress?.role === 'target');
    if (side !== undefined)
        return memos[(0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .otherSide */ ._P)(side)]?.progress?.role === 'target' ? undefined : side;
    const source = SIDES.find((each) => memos[each]?.progress?.role === 'source');
    return source === undefined || memos[(0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .otherSide */ ._P)(source)]?.progress?.role === 'source' ? undefined : (0,_shares_js__WEBPACK_IMPORTED_MODULE_3__/* .otherSide */ ._P)(source);
}
/** Both memos with the same progress, but for what is each group's own. */
function withProgress(memos, change) {
    const one = (memo) => ({ ...memo, progress: defined({ ...memo.progress, ...change }) });
    return { blue: one(memos.blue), green: one(memos.green) };
}
/** Both memos as another run leaves them that works on from here, or, with `heartbeatAt` 0, lets any do so. */
function inName(memos, lease) {
    return { blue: { ...memos.blue, ...lease }, green: { ...memos.green, ...lease } };
}
const defined = (progress) => Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined));


/***/ }),

/***/ 73587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ lookAhead)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/carried-memo.js
var carried_memo = __webpack_require__(43569);
// EXTERNAL MODULE: ./build/src/aws/preflight/checks.js + 13 modules
var checks = __webpack_require__(43996);
// EXTERNAL MODULE: ./build/src/aws/images/instance-types.js
var instance_types = __webpack_require__(67699);
// EXTERNAL MODULE: ./build/src/aws/preflight/asked-ahead.js
var asked_ahead = __webpack_require__(72911);
// EXTERNAL MODULE: ./build/src/aws/preflight/target-groups.js
var target_groups = __webpack_require__(61231);
// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
// EXTERNAL MODULE: ./build/src/aws/observe/refreshes.js
var refreshes = __webpack_require__(83903);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/aws/preflight/launched-from.js
var launched_from = __webpack_require__(56450);
// EXTERNAL MODULE: ./build/src/aws/preflight/launch-sources.js + 1 modules
var launch_sources = __webpack_require__(43487);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var rollout_capacity = __webpack_require__(35658);
// EXTERNAL MODULE: ./build/src/domain/rollout/usual-start.js
var usual_start = __webpack_require__(13831);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/expected-end.js



/**
 * How long a roll is expected to last, in seconds: the waves that the budgets allow, each as long as an instance takes to start and
 * warm up, and the bakes of its gates. Where nothing is outdated, nothing.
 */
function expectedSeconds({ fleet, policy }) {
    const outdated = fleet.instances.filter((each) => (0,counted/* isCounted */.he)(each) && (0,rollout_capacity/* isOutdated */.lY)(each, fleet, policy));
    if (outdated.length === 0)
        return 0;
    const capacity = outdated.reduce((sum, { weight }) => sum + weight, 0);
    const waves = Math.ceil(capacity / Math.max(1, policy.surge + policy.maxUnavailable));
    const { gates } = policy;
    const bakes = gates === undefined ? 0 : gates.checkpoints.length * gates.bakeSeconds + gates.bakeAtEndSeconds;
    return waves * (usual_start/* USUAL_START_SECONDS */.c + policy.warmupSeconds) + bakes;
}

// EXTERNAL MODULE: ./build/src/domain/catalogue/group-checks.js
var group_checks = __webpack_require__(15993);
// EXTERNAL MODULE: ./build/src/domain/catalogue/image-checks.js
var image_checks = __webpack_require__(99591);
// EXTERNAL MODULE: ./build/src/domain/catalogue/modes.js
var modes = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/src/domain/catalogue/request-checks.js
var request_checks = __webpack_require__(64255);
// EXTERNAL MODULE: ./build/src/domain/stack-reference.js
var stack_reference = __webpack_require__(79358);
// EXTERNAL MODULE: ./build/src/domain/traffic/situation.js
var situation = __webpack_require__(15684);
// EXTERNAL MODULE: ./build/src/domain/catalogue/effective-rules.js
var effective_rules = __webpack_require__(85243);
// EXTERNAL MODULE: ./build/src/domain/catalogue/finding.js
var finding = __webpack_require__(44485);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/shift-checks.js
/** What the catalogue says of a shift of traffic between two groups: whose they are, which of them, and by which shares. */




/** What stands against a shift of two groups that belong to these services; nothing of groups that belong to none. */
function shiftFindings(catalogue, { environment, services }, shift) {
    const { blue: service } = services;
    if (service !== services.green)
        return [
            (0,finding/* refusal */.x5)('services', `${shift.groups.blue.name} belongs to the service ${service} and ${shift.groups.green.name} to ${services.green}: traffic is shifted within one`, 'Correct `blue` and `green`, or the catalogue.'),
        ];
    const subject = { environment, service };
    const traffic = catalogue.services.get(service)?.in.get(environment)?.traffic;
    const level = `services.${service}.in.${environment}.traffic`;
    const { course } = shift;
    return [
        ...(traffic === undefined ? [] : otherThanDeclared(traffic, level, shift)),
        ...(traffic === undefined || course === undefined ? [] : skippedSteps(traffic, level, course)),
        ...(course === undefined ? [] : missingProof(catalogue, subject, course)),
    ];
}
function otherThanDeclared(traffic, level, { groups, listenerRules, record }) {
    const wrong = situation/* SIDES */.BV.filter((side) => !isColour(traffic, side, groups[side]));
    const isOther = (declared, given) => declared.length > 0 && (declared.length !== given.length || declared.some((each) => !given.includes(each)));
    const name = (text) => text.toLowerCase().replace(/\.$/, '');
    return [
        ...wrong.map((side) => (0,finding/* refusal */.x5)('traffic', `${level} declares ${colourInWords(traffic, side)} as ${side}, not ${groups[side].name}`, 'Leave `blue` and `green` out and set `service`, or correct them.')),
        ...(isOther(traffic.listenerRules, listenerRules)
            ? [(0,finding/* refusal */.x5)('traffic', `${level} declares the rules ${traffic.listenerRules.join(', ')}`, USE('listener-rules'))]
            : []),
        ...(isOther(traffic.record === undefined ? [] : [name(traffic.record)], record === undefined ? [] : [name(record)])
            ? [(0,finding/* refusal */.x5)('traffic', `${level} declares the record ${traffic.record}`, USE('record'))]
            : []),
    ];
}
const USE = (input) => `Set \`${input}\` to it, or \`service\`, with which it is taken from the catalogue.`;
const isColour = ({ pair }, side, { name, tags }) => pair.kind === 'groups' ? name === pair[side] : tags[stack_reference/* STACK_TAG */.u6] === `${pair.stack}-${pair.versions[side]}`;
const colourInWords = ({ pair }, side) => pair.kind === 'groups' ? pair[side] : `the stack ${pair.stack}-${pair.versions[side]}`;
/** A declared share up to where the shift goes, at which it does not hold. */
function skippedSteps({ steps }, level, course) {
    const last = course.steps.at(-1) ?? 100;
    const skipped = steps.filter((share) => share < last && !course.steps.includes(share));
    return skipped.length === 0
        ? []
        : [(0,finding/* refusal */.x5)('traffic', `it does not hold at ${skipped.join(', ')} percent, as ${level} states`, USE('steps'))];
}
/** Alarms and bake of the gates, which hold for each step of a shift; checkpoints are amounts of a roll. */
function missingProof(catalogue, subject, { alarms, bakeSeconds, bakeAtEndSeconds }) {
    const rules = (0,effective_rules/* effectiveRules */.Dl)(catalogue, subject);
    const bake = (0,effective_rules/* largest */.nQ)(rules.bake);
    const baked = Math.min(bakeSeconds, bakeAtEndSeconds) / 60;
    return [
        ...rules.alarms.flatMap(({ level, value }) => {
            const missing = value.filter((name) => !alarms.includes(name));
            return missing.length === 0
                ? []
                : [(0,finding/* refusal */.x5)('gates', `its shift is not watched by ${missing.join(', ')}, as ${level} states`, USE('alarms'))];
        }),
        ...(bake === undefined || baked >= bake.value
            ? []
            : [(0,finding/* refusal */.x5)('gates', `its steps bake for ${baked} minutes, and ${bake.level} states ${bake.value}`, USE('bake'))]),
    ];
}

// EXTERNAL MODULE: ./build/src/modes/governance.js
var modes_governance = __webpack_require__(61256);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/observe/ec2-instances.js
var ec2_instances = __webpack_require__(27243);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/after-checks.js


const DAY_SECONDS = 86_400;
/** The environment that must run the same image first; undefined where there is none, or the mode does not wait for it. */
function earlierEnvironment({ services }, { environment, service = '' }, mode) {
    // A way back must not wait, and a release launches nothing.
    if (mode === 'rollback' || mode === 'release')
        return undefined;
    return services.get(service)?.in.get(environment)?.after;
}
/**
 * What stands against launching the images: no instance of the service there runs one of them, one runs another image, or the
 * first of them was launched less than `bake-days` ago.
 */
function earlierFindings(catalogue, subject, { after, images, instances, now }) {
    const remedy = `Roll ${subject.service ?? ''} in ${after} first.`;
    const isSame = (one, other) => one.id === other.id || (one.name !== '' && one.name === other.name);
    const stale = instances.filter(({ image }) => !images.some((each) => isSame(each, image)));
    const bake = (0,effective_rules/* largest */.nQ)((0,effective_rules/* effectiveRules */.Dl)(catalogue, subject).bakeDays);
    return [
        ...(stale.length === 0
            ? []
            : [
                (0,finding/* refusal */.x5)('after', `${stale.length} of ${instances.length} instances of ${subject.service} in ${after} run another image than ${(0,finding/* subjectInWords */.DN)(subject)} is about to launch`, remedy),
            ]),
        ...images.flatMap((image) => {
            const running = instances.filter((each) => isSame(each.image, image));
            if (running.length === 0)
                return [(0,finding/* refusal */.x5)('after', `no instance of ${subject.service} in ${after} runs the image ${image.id}`, remedy)];
            const since = Math.min(...running.map(({ launchedAt }) => launchedAt ?? now));
            const days = (now - since) / DAY_SECONDS;
            if (bake === undefined || days >= bake.value)
                return [];
            return [
                (0,finding/* refusal */.x5)('after', `${after} has run the image ${image.id} for ${Math.floor(days * 10) / 10} days, and ${bake.level} states \`bake-days: ${bake.value}\``, 'Wait until it has.'),
            ];
        }),
    ];
}

// EXTERNAL MODULE: ./build/src/domain/catalogue/claims.js
var claims = __webpack_require__(32431);
;// CONCATENATED MODULE: ./build/src/modes/governed-earlier.js









/** By service; only of those that are about to launch something. */
async function earlierRuns(governance, claimed, launched) {
    const { catalogue, environment = '', request } = governance;
    const services = [...claimed].flatMap(([name, claim]) => 'service' in claim && (launched.get(name) ?? []).length > 0 ? claim.service : []);
    const found = await (0,map_concurrently/* mapConcurrently */.X)([...new Set(services)], async (service) => {
        const after = earlierEnvironment(catalogue, { environment, service }, request.mode);
        const placement = after === undefined ? undefined : catalogue.services.get(service)?.in.get(after);
        if (after === undefined || placement === undefined)
            return [];
        try {
            const instances = await earlierInstances(await governance.connectTo(after), placement);
            return [[service, { after, instances }]];
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo) && !(0,errors/* isUncertain */.cp)(error))
                throw error;
            return [[service, { after, unknown: (0,errors/* explanationOf */.pg)(error).what.replace(/\.$/, '') }]];
        }
    });
    return new Map(found.flat());
}
/** What stands against launching these images in the group. */
function ofEarlier(governance, service, { name, images, earlier }) {
    if (earlier === undefined || images.length === 0)
        return [];
    const { catalogue, environment = '', request } = governance;
    const { after } = earlier;
    const found = 'unknown' in earlier
        ? [(0,finding/* refusal */.x5)('after', `what ${after} runs could not be looked at: ${earlier.unknown}`)]
        : earlierFindings(catalogue, { environment, service }, { after, now: request.now, instances: earlier.instances, images: images.map(({ id, image }) => ({ id, name: image?.name ?? '' })) });
    return found.flatMap((each) => (0,modes_governance/* findingsOf */.WX)(governance, name, each));
}
/** The instances of a service in another environment, with their images; of every region of it. */
async function earlierInstances(connections, { selectors }) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(connections, async (connection) => {
        const all = await (0,describe/* groupsByFilter */.q$)(connection, []);
        const names = all
            .filter((group) => (0,claims/* claims */.OM)(selectors, (0,modes_governance/* claimedGroup */.p_)(group)))
            .map((group) => group.AutoScalingGroupName ?? '');
        // By name: a list of all groups comes without their instances.
        const groups = names.length === 0 ? [] : await (0,describe/* groupsByName */.JR)(connection, names);
        const ids = groups.flatMap(({ Instances = [] }) => Instances.flatMap(({ InstanceId, LifecycleState }) => (LifecycleState === 'InService' ? (InstanceId ?? []) : [])));
        const instances = new ec2_instances/* Ec2Instances */.R(connection);
        await instances.load(ids);
        const images = new images_images/* ImageReader */.D(connection);
        const imageOf = (id) => instances.of(id)?.imageId ?? '';
        await images.learn(ids.map(imageOf).filter((id) => id !== ''));
        return ids.map((id) => ({
            image: { id: imageOf(id), name: images.of(imageOf(id))?.name ?? '' },
            launchedAt: instances.of(id)?.launchedAt,
        }));
    });
    return found.flat();
}

;// CONCATENATED MODULE: ./build/src/modes/governed-groups.js
/** What the catalogue says of the groups of a run, as findings that are told with those of all other checks. */











/** Everything that the catalogue says of the groups; nothing where none governs, or the mode is always allowed. */
async function governedFindings({ governance }, look) {
    if (governance === undefined || (0,modes/* isAlwaysAllowed */.oX)(governance.request.mode))
        return [];
    const governing = { ...governance, request: { ...governance.request, now: look.clock.now() / 1000 } };
    const services = (0,modes_governance/* claimsOf */.ds)(governing, look.groups);
    for (const [name, claim] of services)
        if ('service' in claim)
            governance.claimed.set(name, claim.service);
    // A release launches nothing of its own.
    const launched = governing.request.mode === 'release' ? new Map() : await launchedImages(look);
    const earlier = await earlierRuns(governing, services, launched);
    const ofGroups = look.groups.flatMap((group) => {
        const name = group.AutoScalingGroupName ?? '';
        const claim = services.get(name);
        if (claim === undefined)
            return [];
        if ('finding' in claim)
            return (0,modes_governance/* findingsOf */.WX)(governing, name, claim.finding);
        const images = launched.get(name) ?? [];
        return [
            ...ofGroup(governing, claim.service, { name, look, images }),
            ...ofEarlier(governing, claim.service, { name, images, earlier: earlier.get(claim.service) }),
        ];
    });
    return [...ofGroups, ...ofShift(governing, look)];
}
function ofShift(governance, { groups, shift }) {
    if (shift === undefined)
        return [];
    const { catalogue, environment = '', claimed } = governance;
    const { names, ...planned } = shift;
    const described = new Map(groups.map((group) => [group.AutoScalingGroupName ?? '', (0,modes_governance/* claimedGroup */.p_)(group)]));
    const [blue, green] = [described.get(names.blue), described.get(names.green)];
    const services = { blue: claimed.get(names.blue), green: claimed.get(names.green) };
    // A group of no service is refused by itself.
    if (blue === undefined || green === undefined || services.blue === undefined || services.green === undefined)
        return [];
    const of = { blue: services.blue, green: services.green };
    return shiftFindings(catalogue, { environment, services: of }, { ...planned, groups: { blue, green } }).flatMap((found) => (0,modes_governance/* findingsOf */.WX)(governance, undefined, found));
}
function ofGroup(governance, service, { name, look, images }) {
    const { catalogue, environment = '', request } = governance;
    const subject = { environment, service };
    const planned = look.planned.find(({ fleet }) => fleet.group === name);
    const { now, mode } = request;
    return [
        ...(0,request_checks/* requestFindings */.I)(catalogue, subject, request),
        ...images.flatMap((image) => (0,image_checks/* imageFindings */.Q)(catalogue, subject, { ...image, request })),
        ...(planned === undefined ? [] : (0,group_checks/* rollFindings */.Wo)(catalogue, subject, { ...planned, mode, now })),
        ...(planned === undefined
            ? []
            : (0,request_checks/* overrunFindings */.S)(catalogue, subject, { request, lastsSeconds: expectedSeconds(planned) })),
    ].flatMap((found) => (0,modes_governance/* findingsOf */.WX)(governance, name, found));
}
/** The images that are about to be launched, by group. */
async function launchedImages(look) {
    const launches = look.launches ?? (await (0,launch_sources/* launchedBy */.W)(look));
    const ids = launches.map(({ group, image }) => ({ group, id: (0,launched_from/* imageIdOf */.C)(image) }));
    const images = new images_images/* ImageReader */.D(look.connection);
    await images.learn(ids.flatMap(({ id }) => id ?? []));
    return new Map([...Map.groupBy(ids, ({ group }) => group)].map(([group, own]) => [
        group,
        [...new Set(own.flatMap(({ id }) => id ?? []))].map((id) => ({ id, image: images.of(id) })),
    ]));
}

// EXTERNAL MODULE: ./build/src/modes/planned.js + 3 modules
var modes_planned = __webpack_require__(17277);
;// CONCATENATED MODULE: ./build/src/modes/look-ahead.js















/**
 * Looks, before the first change, at everything that could keep the run from its end. Throws one UserError that names
 * every refusal of every group; what is only worth knowing is reported.
 */
async function lookAhead(run, look) {
    run.selected?.(look.groups);
    const findings = [...(look.found ?? []), ...(await findingsOf(run, look))];
    for (const { group, weight, what } of findings)
        if (weight === 'note')
            run.report({ kind: 'noted', group: group ?? '', message: what });
        else if (weight !== 'refusal')
            run.report({ kind: weight, message: what, ...(group !== undefined && { group }) });
    const refused = (0,preflight_findings/* refusalText */.Kw)(findings);
    if (refused !== undefined)
        throw new errors/* UserError */.yo({ ...refused, remedy: [refused.remedy, ...(await leftOf(run, look.groups))].join(' ') });
    await run.beginning?.(look.groups);
}
/** What dead runs have left in the groups, which a run that cannot begin does not put back; a sentence each. */
async function leftOf({ connection, clock, id }, names) {
    try {
        return (await (0,describe/* groupsByName */.JR)(connection, names)).flatMap((group) => {
            const memo = (0,memo_tag/* readMemo */.fw)(group);
            return memo && (0,lease/* isUnfinished */.ui)(memo, id, clock.now() / 1000) ? (0,lease/* unfinishedText */.FZ)((0,identity/* nameOf */.Vb)(group), memo) : [];
        });
    }
    catch (error) {
        // The refusal itself is what counts; tags that cannot be read are one.
        if (error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error))
            return [];
        throw error;
    }
}
async function findingsOf(run, { groups, seen, policies = new scaling_policies/* PolicyReader */.yu(run.connection), ahead = new asked_ahead/* AskedAhead */.C(run.connection, new refreshes/* Refreshes */.I(run.connection, run.clock)), targets = new Map(), policyFor, managedGroups: managed, launches, lastsSeconds = 0, probe, next = { kind: 'nothing' }, shift, }) {
    const { connection, clock } = run;
    const question = {
        connection,
        types: new instance_types/* InstanceTypeReader */.X(connection),
        policies,
        ahead,
        targetGroups: new target_groups/* TargetGroupReader */.k(connection),
        targets,
        groups: await (0,describe/* groupsByName */.JR)(connection, groups),
        planned: [],
        replaces: seen === undefined ? 'nothing' : 'instances',
        managed,
        lastsSeconds,
        launches,
        clock,
        probe,
        shift,
    };
    const moved = await (0,modes_planned/* planFindings */.eM)(run, question.groups, next);
    if (seen === undefined || seen instanceof errors/* UserError */.yo || policyFor === undefined)
        return [
            ...moved,
            ...(seen instanceof errors/* UserError */.yo ? (0,checks/* refusedReads */.mC)(seen) : []),
            ...(await governedFindings(run, question)),
            ...(await (0,checks/* findBeforeFirstChange */.Bm)(question)),
        ];
    const misfits = [];
    const planned = seen.fleets.map(carried_memo/* withCarriedMemo */.P).flatMap((fleet) => {
        try {
            return [{ fleet, policy: policyFor(fleet) }];
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            misfits.push(refusalOfError(fleet.group, error));
            return [];
        }
    });
    return [
        ...moved,
        ...seen.gone.map((group) => (0,preflight_findings/* refusalOf */.Of)(group, 'it does not exist', 'Check its name and its region.')),
        ...seen.unreadable.map(({ group, problem }) => refusalOfError(group, problem)),
        ...misfits,
        ...(await governedFindings(run, { ...question, planned })),
        ...(await (0,checks/* findBeforeFirstChange */.Bm)({ ...question, planned })),
    ];
}
/** Most errors name their group by themselves. */
function refusalOfError(group, { what, why, remedy }) {
    const text = [what, why].filter((part) => part !== undefined).join(' ');
    return (0,preflight_findings/* refusalOf */.Of)(text.includes(group) ? undefined : group, text.replace(/\.$/, ''), remedy);
}


/***/ }),

/***/ 13062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ expectedDurationOfShift),
/* harmony export */   PJ: () => (/* binding */ expectedDuration),
/* harmony export */   iV: () => (/* binding */ expectedSeconds),
/* harmony export */   rE: () => (/* binding */ expectedDurationOfAll)
/* harmony export */ });
/* harmony import */ var _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13831);
/** How long what a dry run has shown is expected to take. Pure. */

/** Seconds from the launch of an instance until it is ready: no dry run sees one start, so it is half or twice of what is usual. */
const START = { low: _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_START_SECONDS */ .c / 2, high: _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_START_SECONDS */ .c * 2 };
/**
 * Seconds that a roll is expected to take, from the dry run of it: that has made the same steps, with the bakes and the warm-up, on a
 * model in which an instance starts as soon as it is launched. Each time in which new instances start there, side by side, lasts as long
 * as one start. Undefined where none starts.
 */
function expectedDuration({ timeline, startedAt, endedAt, }) {
    const launches = new Map();
    for (const { role, from, readyAt } of timeline)
        if (role === 'new' && readyAt !== undefined)
            launches.set(readyAt, Math.min(from, launches.get(readyAt) ?? Infinity));
    if (launches.size === 0)
        return undefined;
    const starting = [...launches].reduce((sum, [readyAt, from]) => sum + readyAt - from, 0);
    const rest = Math.max(0, endedAt - startedAt - starting);
    return { low: Math.round(rest + launches.size * START.low), high: Math.round(rest + launches.size * START.high) };
}
/**
 * The same of all groups of a dry run: each begins as long after those that it waits for as in the dry run. Undefined where no group
 * has an expected duration.
 */
function expectedDurationOfAll(results) {
    if (results.every(({ expectedDuration: own }) => own === undefined))
        return undefined;
    return { low: endOf(results, 'low'), high: endOf(results, 'high') };
}
/**
 * The same of a shift of traffic: until its last step, as the dry run has gone through it with its bakes, and where the side that traffic
 * goes to grows, one start of its instances more.
 */
function expectedDurationOfShift({ steps, startedAt, sizes, to, }) {
    const seconds = Math.round(Math.max(startedAt, ...steps.map(({ at }) => at)) - startedAt);
    const { before, after } = sizes[to];
    return after.desired > before.desired
        ? { low: seconds + START.low, high: seconds + START.high }
        : { low: seconds, high: seconds };
}
/** Of a result that has one, as documents tell it. */
const expectedSeconds = (expected) => expected === undefined ? null : { least: expected.low, most: expected.high };
/** Seconds from the beginning of the first group to the end of the last. */
function endOf(results, bound) {
    const begun = results.toSorted((one, other) => one.startedAt - other.startedAt);
    const first = begun[0]?.startedAt ?? 0;
    const ended = [];
    for (const { startedAt, endedAt, wave = 1, expectedDuration: own } of begun) {
        let begins;
        // All of the earlier waves are waited for, and the bake after the last of them; of the own wave the one whose end has made room.
        let [lastEarlier, latestEnd] = [undefined, undefined];
        let room;
        for (const each of ended) {
            if (each.endedAt > startedAt)
                continue;
            if (each.wave < wave) {
                lastEarlier = Math.max(lastEarlier ?? -Infinity, each.endedAt);
                latestEnd = Math.max(latestEnd ?? -Infinity, each.end);
            }
            else if (room === undefined || each.endedAt > room.endedAt)
                room = each;
        }
        if (latestEnd !== undefined)
            begins = latestEnd + startedAt - (lastEarlier ?? startedAt);
        if (room !== undefined)
            begins = Math.max(begins ?? -Infinity, room.end + startedAt - room.endedAt);
        const end = (begins ?? startedAt - first) + (own?.[bound] ?? endedAt - startedAt);
        ended.push({ wave, endedAt, end });
    }
    return Math.round(Math.max(...ended.map(({ end }) => end)));
}


/***/ }),

/***/ 49581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ alarmPage),
/* harmony export */   kd: () => (/* binding */ consoleHost),
/* harmony export */   vG: () => (/* binding */ groupPage),
/* harmony export */   z7: () => (/* binding */ instancePage)
/* harmony export */ });
/** The host of the AWS Management Console in the region; undefined where its partition has none that is public. */
function consoleHost(region) {
    if (region === '' || region.includes('-iso'))
        return undefined;
    if (region.startsWith('cn-'))
        return `${region}.console.amazonaws.cn`;
    if (region.startsWith('us-gov-'))
        return `${region}.console.amazonaws-us-gov.com`;
    if (region.startsWith('eusc-'))
        return `${region}.console.amazonaws-eusc.eu`;
    // https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
    return `${region}.console.aws.amazon.com`;
}
/** The page of an Auto Scaling group in the console. */
const groupPage = (region, group) => page(region, `ec2/home?region=${region}#AutoScalingGroupDetails:id=${encoded(group)};view=details`);
/** The page of an EC2 instance. */
const instancePage = (region, id) => page(region, `ec2/home?region=${region}#InstanceDetails:instanceId=${encoded(id)}`);
/** The page of a CloudWatch alarm. */
const alarmPage = (region, alarm) => page(region, `cloudwatch/home?region=${region}#alarmsV2:alarm/${encoded(alarm)}`);
function page(region, path) {
    const host = consoleHost(region);
    return host === undefined ? undefined : `https://${host}/${path}`;
}
/** What `encodeURIComponent` leaves as it is would end a link of Markdown, or a part of the console's address. */
const encoded = (text) => encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ })

};
