export const id = 153;
export const ids = [153];
export const modules = {

/***/ 9249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ targetOpinion),
/* harmony export */   IT: () => (/* binding */ targetGroupName),
/* harmony export */   PA: () => (/* binding */ classicOpinion),
/* harmony export */   sF: () => (/* binding */ attachmentsOf)
/* harmony export */ });
/**
 * Load balancers and target groups of a group, each once however it is attached. VPC Lattice tells the health of its
 * targets through an API of its own, and is left to the group's health check.
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
/** What people call a target group: `targetgroup/web/0123456789abcdef`, the end of its ARN. */
const targetGroupName = (arn) => arn.split(':').at(-1) ?? arn;
const words = (...parts) => parts.filter((part) => part).join(': ');
/** Worst first: an instance on several ports is as good as its worst port. */
const WORST_FIRST = [
    'unhealthy',
    'draining',
    'missing',
    'moot',
    'healthy',
];
/**
 * What a target group says of one instance; `ports` holds the health of each port it is registered on, and is empty
 * where it is registered on none. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
function targetOpinion(arn, ports) {
    const opinions = ports.map((health) => ({
        state: targetState(health),
        reason: words(health.Reason ?? health.State, health.Description),
    }));
    const worst = WORST_FIRST.map((state) => opinions.find((opinion) => opinion.state === state)).find((opinion) => opinion !== undefined);
    return { balancer: targetGroupName(arn), ...(worst ?? { state: 'missing', reason: 'not registered' }) };
}
function targetState({ State, Reason }) {
    switch (State) {
        case 'healthy':
            return 'healthy';
        case 'draining':
        case 'unhealthy.draining':
            return 'draining';
        case 'unused':
            // Without a listener, or in a zone that the load balancer does not serve, no check is ever made.
            if (Reason === 'Target.NotInUse')
                return 'moot';
            return Reason === 'Target.NotRegistered' ? 'missing' : 'unhealthy';
        case 'unavailable':
            return Reason === 'Target.HealthCheckDisabled' ? 'moot' : 'unhealthy';
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
function classicOpinion(balancer, answer) {
    if (answer === undefined)
        return { balancer, state: 'missing', reason: 'not registered' };
    const { State, ReasonCode, Description } = answer;
    const told = [ReasonCode, Description].filter((part) => part !== 'N/A');
    return { balancer, state: classicState(answer), reason: words(...told) || (State ?? 'no state given') };
}
function classicState({ State, Description }) {
    if (Description?.includes('deregistration currently in progress'))
        return 'draining';
    if (State === 'InService')
        return 'healthy';
    return Description?.includes('not currently registered') ? 'missing' : 'unhealthy';
}


/***/ }),

/***/ 1220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ fleetsPort)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/fleet/standing.js
var standing = __webpack_require__(6088);
// EXTERNAL MODULE: ./build/src/aws/aws-fault.js
var aws_fault = __webpack_require__(1399);
;// CONCATENATED MODULE: ./build/src/aws/activities.js

/** The failed launches among scaling activities that began at or after a moment, newest first. */
const failedLaunchesIn = (activities, since) => activities
    .flatMap(({ ActivityId, StartTime, StatusCode, StatusMessage, Description = '' }) => {
    if (ActivityId === undefined || StartTime === undefined)
        return [];
    const at = StartTime.getTime() / 1000;
    // A failed termination is in the same list; it takes no capacity away.
    if (at < since || !Description.startsWith('Launching'))
        return [];
    const reason = StatusMessage ?? Description;
    // Cancelled is also the launch of an instance that somebody terminated while it was on its way.
    if (StatusCode !== 'Failed' && !(StatusCode === 'Cancelled' && GAVE_UP.test(reason)))
        return [];
    const instanceId = /\bi-[0-9a-f]+\b/.exec(Description)?.[0];
    return [{ activityId: ActivityId, at, reason, ...(instanceId !== undefined && { instanceId }) }];
})
    .sort((left, right) => right.at - left.at);
/** A launch hook that said ABANDON or never answered, or a health check that failed before the instance was in service. */
const GAVE_UP = /abandon|unhealthy|fail/i;
/**
 * Launches of a group that began at or after a moment (seconds since the Unix epoch) and failed, newest first. One
 * page: a hundred failures say what the hundred-and-first would.
 */
async function failedLaunches(connection, { group, since }) {
    const { DescribeScalingActivitiesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    // AWS gives whole seconds: a launch in the first second must not look as if it had begun before.
    const from = Math.floor(since);
    const question = new DescribeScalingActivitiesCommand({
        AutoScalingGroupName: group,
        Filters: [
            { Name: 'StartTimeLowerBound', Values: [`${new Date(from * 1000).toISOString().slice(0, 19)}Z`] },
            { Name: 'Status', Values: ['Failed', 'Cancelled'] },
        ],
        MaxRecords: 100,
    });
    try {
        const { Activities } = await connection.send(await connection.clients.autoScaling(), question);
        return failedLaunchesIn(Activities ?? [], from);
    }
    catch (error) {
        // The group was deleted in the middle of the look; the next look says so.
        if (/not found/i.test((0,aws_fault/* awsFaultOf */.x)(error)?.message ?? ''))
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/aws/memo-tag.js
var memo_tag = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/src/aws/balancer-opinions.js
var balancer_opinions = __webpack_require__(9249);
// EXTERNAL MODULE: ./build/src/aws/groups.js
var aws_groups = __webpack_require__(9451);
;// CONCATENATED MODULE: ./build/src/aws/register.js




/**
 * Puts instances into one load balancer or target group of their group, on its own port, as the group itself would have
 * done; one that EC2 has taken away is left out. Throws a UserError where the group is not attached to it any more.
 */
async function registerInstances(connection, name, { balancer, instances }) {
    // The model knows load balancers by the names that people know; AWS wants ARNs.
    const [group] = await (0,aws_groups/* groupsByName */.J)(connection, [name]);
    const { classic, targetGroups } = group === undefined ? { classic: [], targetGroups: [] } : (0,balancer_opinions/* attachmentsOf */.sF)(group);
    const arn = targetGroups.find((each) => (0,balancer_opinions/* targetGroupName */.IT)(each) === balancer);
    if (arn !== undefined)
        return registerRunning((ids) => registerTargets(connection, arn, ids), instances);
    if (classic.includes(balancer))
        return registerRunning((ids) => registerClassic(connection, balancer, ids), instances);
    throw new errors/* UserError */.yo({ what: `${name} is not attached to ${balancer} any more.`, remedy: 'Start again.' });
}
async function registerRunning(register, ids) {
    try {
        await register(ids);
    }
    catch (error) {
        // One that does not run fails the call for all: each is asked for by itself then.
        if (!NOT_RUNNING.test((0,aws_fault/* awsFaultOf */.x)(error)?.message ?? ''))
            throw error;
        if (ids.length > 1)
            for (const id of ids)
                await registerRunning(register, [id]);
    }
}
const NOT_RUNNING = /not in a running state|targets do not exist|Could not find EC2 instance/;
async function registerTargets(connection, arn, ids) {
    const { RegisterTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const Targets = ids.map((Id) => ({ Id }));
    await connection.send(client, new RegisterTargetsCommand({ TargetGroupArn: arn, Targets }));
}
async function registerClassic(connection, name, ids) {
    const { RegisterInstancesWithLoadBalancerCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(165)]).then(__webpack_require__.t.bind(__webpack_require__, 9165, 19));
    const client = await connection.clients.elasticLoadBalancing();
    const Instances = ids.map((InstanceId) => ({ InstanceId }));
    await connection.send(client, new RegisterInstancesWithLoadBalancerCommand({ LoadBalancerName: name, Instances }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/aws/launch-templates.js
var launch_templates = __webpack_require__(4810);
;// CONCATENATED MODULE: ./build/src/aws/previous-source.js





/**
 * Makes a group launch from a previous source again, in the way in which it names its source: a number or a launch
 * configuration is set in the group, `$Default` is moved back, and `$Latest` gets a new version that is a copy. May be
 * repeated. Throws a UserError where AWS refuses, as for a launch configuration or version that is gone.
 */
async function putPreviousSource(connection, { group: name, previous }) {
    const [group] = await (0,aws_groups/* groupsByName */.J)(connection, [name]);
    if (group === undefined)
        throw new errors/* UserError */.yo({ what: `The Auto Scaling group ${name} does not exist.` });
    const { templates, update } = planOf(group, previous);
    for (const { use, reference } of templates)
        await (use === 'latest' ? copyToLatest(connection, reference) : moveDefault(connection, reference));
    if (update === undefined)
        return;
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
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
const useOf = (version) => (0,launch_templates/* versionNumber */.e1)(version) !== undefined ? 'number' : version === '$Latest' ? 'latest' : 'default';
async function moveDefault(connection, { id, version }) {
    const { ModifyLaunchTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    await connection.send(client, new ModifyLaunchTemplateCommand({ LaunchTemplateId: id, DefaultVersion: String(version) }));
}
async function copyToLatest(connection, { id, version }) {
    const { CreateLaunchTemplateVersionCommand, DescribeLaunchTemplateVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    const question = { LaunchTemplateId: id, Versions: [String(version), '$Latest'] };
    const { LaunchTemplateVersions } = await connection.send(client, new DescribeLaunchTemplateVersionsCommand(question));
    const found = (LaunchTemplateVersions ?? []).toSorted((a, b) => (a.VersionNumber ?? 0) - (b.VersionNumber ?? 0));
    const latest = found.at(-1);
    const data = found.find(({ VersionNumber }) => VersionNumber === version)?.LaunchTemplateData;
    if (data === undefined)
        throw new errors/* UserError */.yo({ what: `Version ${version} of the launch template ${id} does not exist any more.` });
    // Another group that follows the same template may have made the copy.
    if ((0,external_node_util_.isDeepStrictEqual)(latest?.LaunchTemplateData, data))
        return;
    const { ImageId, InstanceType, UserData } = data;
    // A version that is made from another leaves out the snapshots of its block devices unless they are told again.
    const BlockDeviceMappings = data.BlockDeviceMappings;
    await connection.send(client, new CreateLaunchTemplateVersionCommand({
        LaunchTemplateId: id,
        SourceVersion: String(version),
        VersionDescription: `A copy of version ${version}, after version ${latest?.VersionNumber} failed`,
        // AWS refuses a version in which nothing is told; these are the same as in its source.
        LaunchTemplateData: {
            ...(ImageId !== undefined && { ImageId }),
            ...(InstanceType !== undefined && { InstanceType }),
            ...(UserData !== undefined && { UserData }),
            ...(BlockDeviceMappings?.length && { BlockDeviceMappings }),
        },
        // The same copy of the same version after the same failure is the same call: it may be sent twice.
        ClientToken: (0,external_node_crypto_.createHash)('sha256').update(`${id} ${version} ${latest?.VersionNumber}`).digest('hex'),
    }));
}

// EXTERNAL MODULE: ./build/src/aws/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(3529);
;// CONCATENATED MODULE: ./build/src/aws/apply.js





/** The most ids that one TerminateInstanceInAutoScalingGroup call takes. */
const MOST_VICTIMS = 100;
/**
 * Makes the call that a change is; to `relaunch` may take one for each launch template. An instance that
 * is gone already counts as terminated, but where the desired capacity was to fall with it: that throws
 * UncertainOutcome, for only a look tells. Throws, before any call, where a list is empty: AWS takes an empty list of
 * processes for "all of them".
 */
async function applyChange(connection, group, change) {
    switch (change.kind) {
        case 'remember':
            return remember(connection, group, change.memo);
        case 'renew':
            return renewHeartbeat(connection, group, change.memo);
        case 'suspend':
            return suspend(connection, group, change.processes);
        case 'register':
            return registerInstances(connection, group, change);
        case 'resize':
            return resize(connection, group, change.sizes);
        case 'terminate':
            return terminate(connection, group, change);
        case 'discard':
            return discard(connection, change.instances);
        case 'relaunch':
            return putPreviousSource(connection, { group, previous: change.previous });
        case 'resume':
            return resume(connection, group, change.processes);
        case 'forget':
            return forget(connection, group);
        default:
            change;
    }
}
/** Says in one call that the run is alive, and leaves the facts of its memo as they are. */
async function renewHeartbeat(connection, group, memo) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new CreateOrUpdateTagsCommand({ Tags: [(0,memo_tag/* runTag */.eZ)(group, memo)] }));
}
async function remember(connection, group, memo) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new CreateOrUpdateTagsCommand({ Tags: (0,memo_tag/* memoTags */.o2)(group, memo) }));
}
async function suspend(connection, group, processes) {
    const { SuspendProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const ScalingProcesses = someOf(processes, 'suspend');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new SuspendProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resume(connection, group, processes) {
    const { ResumeProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const ScalingProcesses = someOf(processes, 'resume');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new ResumeProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resize(connection, group, { min, max, desired }) {
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const sizes = {
        ...(min !== undefined && { MinSize: min }),
        ...(max !== undefined && { MaxSize: max }),
        ...(desired !== undefined && { DesiredCapacity: desired }),
    };
    someOf(Object.keys(sizes), 'resize');
    const client = await connection.clients.autoScaling();
    // While AWS asks to slow down somebody else may set the sizes: what was seen before must not be written over that. Once
    // more, a moment later, for a look costs many calls.
    await connection.send(client, new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: group, ...sizes }), {
        attempts: 2,
    });
}
async function terminate(connection, group, termination) {
    const { TerminateInstanceInAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const [first, ...others] = someOf(termination.instances, 'terminate');
    if (others.length >= MOST_VICTIMS)
        throw new Error(`More than ${MOST_VICTIMS} instances cannot leave in one call.`);
    // One instance goes by the older form, which emulators know as well.
    const victims = others.length === 0
        ? { InstanceId: first }
        : { InstanceIds: [...termination.instances], AutoScalingGroupName: group };
    const client = await connection.clients.autoScaling();
    try {
        await connection.send(client, new TerminateInstanceInAutoScalingGroupCommand({
            ...victims,
            ShouldDecrementDesiredCapacity: termination.decrement,
        }), 
        // Who may leave is weighed anew after every look: while AWS asks to slow down, others may fall sick.
        { attempts: 1 });
    }
    catch (error) {
        if (!(0,aws_fault/* awsFaultOf */.x)(error)?.message.includes('No managed instance found'))
            throw error;
        // Who took it, be it Spot or an operator, has not lowered the desired capacity for us: that must not pass for done.
        if (termination.decrement)
            throw notLowered(termination.instances, error);
        // The next look shows who of several is still there.
    }
}
const notLowered = (instances, cause) => new uncertain_outcome/* UncertainOutcome */.a('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} ${instances.length === 1 ? 'was' : 'were'} to leave together with the desired capacity, which stays as it is: somebody has left the group already.`,
    cause,
});
/**
 * Auto Scaling refuses to terminate instances of a warm pool by id; EC2 does it, and the group fills the pool again.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
async function discard(connection, instances) {
    const { TerminateInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const InstanceIds = someOf(instances, 'discard');
    const client = await connection.clients.ec2();
    try {
        // Whoever has left the pool meanwhile may serve: after each look it is asked for once.
        await connection.send(client, new TerminateInstancesCommand({ InstanceIds }), { attempts: 1 });
    }
    catch (error) {
        // One that EC2 has forgotten already fails the call for all: each is asked for by itself then.
        if ((0,aws_fault/* awsFaultOf */.x)(error)?.code !== 'InvalidInstanceID.NotFound')
            throw error;
        if (instances.length > 1)
            for (const id of instances)
                await discard(connection, [id]);
    }
}
async function forget(connection, group) {
    const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new DeleteTagsCommand({ Tags: (0,memo_tag/* forgottenTags */.gZ)(group) }));
}
function someOf(list, change) {
    if (list.length === 0)
        throw new Error(`A change of kind ${change} needs at least one entry.`);
    return [...list];
}

// EXTERNAL MODULE: ./build/src/aws/in-parallel.js
var in_parallel = __webpack_require__(134);
;// CONCATENATED MODULE: ./build/src/aws/balancers.js




/**
 * Asks every load balancer and target group of these groups once, however many groups share it. The answer throws a
 * UserError for a group that is attached to one that does not exist.
 */
async function askBalancers(connection, groups) {
    const attachments = groups.filter(({ Instances }) => (Instances ?? []).length > 0).map(balancer_opinions/* attachmentsOf */.sF);
    const classic = [...new Set(attachments.flatMap(({ classic }) => classic))];
    const targetGroups = [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))];
    const answers = await (0,in_parallel/* inParallel */.H)([
        ...classic.map((name) => ({ name, ask: () => classicHealth(connection, name) })),
        ...targetGroups.map((arn) => ({ name: arn, ask: () => targetHealth(connection, arn) })),
    ], async ({ name, ask }) => [name, await unlessMissing(ask)]);
    const judges = new Map(answers);
    return (group, instanceId) => {
        const { classic, targetGroups } = (0,balancer_opinions/* attachmentsOf */.sF)(group);
        return [...classic, ...targetGroups].map((name) => {
            const judge = judges.get(name);
            if (judge === undefined)
                throw noBalancer(group, name);
            return judge(instanceId);
        });
    };
}
async function classicHealth(connection, name) {
    const { DescribeInstanceHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(165)]).then(__webpack_require__.t.bind(__webpack_require__, 9165, 19));
    const client = await connection.clients.elasticLoadBalancing();
    const { InstanceStates } = await connection.send(client, new DescribeInstanceHealthCommand({ LoadBalancerName: name }));
    const states = new Map((InstanceStates ?? []).map((state) => [state.InstanceId, state]));
    return (instanceId) => (0,balancer_opinions/* classicOpinion */.PA)(name, states.get(instanceId));
}
async function targetHealth(connection, arn) {
    const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { TargetHealthDescriptions } = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
    const ports = new Map();
    for (const { Target, TargetHealth: health } of TargetHealthDescriptions ?? [])
        ports.set(Target?.Id, [...(ports.get(Target?.Id) ?? []), health ?? {}]);
    return (instanceId) => (0,balancer_opinions/* targetOpinion */.E0)(arn, ports.get(instanceId) ?? []);
}
async function unlessMissing(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (/^(TargetGroupNotFound|LoadBalancerNotFound)/.test((0,aws_fault/* awsFaultOf */.x)(error)?.code ?? ''))
            return undefined;
        throw error;
    }
}
const noBalancer = (group, name) => new errors/* UserError */.yo({
    what: `The health of the instances of ${group.AutoScalingGroupName} cannot be told.`,
    why: `The group is attached to ${(0,balancer_opinions/* targetGroupName */.IT)(name)}, which does not exist.`,
    remedy: 'Detach it from the group; AWS cannot launch instances for it either.',
});

;// CONCATENATED MODULE: ./build/src/fleet/history.js
/**
 * The history after one more look at a group. An instance that was not serving at a look begins anew; one that is no
 * longer listed is forgotten. At the first look of all nobody knows since when an instance has been serving, so it
 * counts from that look: late, never early.
 */
const nextHistory = (past, seen, at) => new Map(seen.map((each) => [each.id, nextSighting(past.get(each.id), each, at)]));
/** Nobody waits for one that rests: the time it is given begins when it comes out of the warm pool, or back. */
function nextSighting(before, { lifecycle, serving }, at) {
    if (lifecycle.startsWith('Warmed:'))
        return { firstSeenAt: at, readySince: undefined, unreadySince: at };
    const rests = lifecycle === 'Standby' || lifecycle === 'EnteringStandby';
    return {
        firstSeenAt: before?.firstSeenAt ?? at,
        readySince: serving ? (before?.readySince ?? at) : undefined,
        ...(!serving && { unreadySince: rests ? at : (before?.unreadySince ?? at) }),
    };
}

// EXTERNAL MODULE: ./build/src/fleet/serving.js
var serving = __webpack_require__(1046);
;// CONCATENATED MODULE: ./build/src/aws/instances.js

/** Whether the capacity of a group is counted in weights. */
const isWeighted = ({ MixedInstancesPolicy }) => (MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []).some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
/** One instance as its group lists it, with what EC2 and the load balancers say of it. */
const seenInstance = (listed, { machine, balancers }) => ({
    id: listed.InstanceId ?? '',
    zone: listed.AvailabilityZone ?? '',
    type: listed.InstanceType ?? '',
    weight: listed.WeightedCapacity === undefined ? 1 : Number(listed.WeightedCapacity),
    lifecycle: listed.LifecycleState ?? '',
    // DescribeAutoScalingGroups writes `Healthy` where DescribeAutoScalingInstances writes `HEALTHY`.
    healthy: listed.HealthStatus?.toLowerCase() === 'healthy',
    protectedFromScaleIn: listed.ProtectedFromScaleIn ?? false,
    reference: referenceOf(listed),
    // Only after the root volume was replaced, or an override named the image: then it is truer than EC2's.
    imageId: listed.ImageId ?? machine?.imageId,
    launchedAt: machine?.launchedAt,
    balancers,
});
function referenceOf({ LaunchConfigurationName, LaunchTemplate }) {
    const id = LaunchTemplate?.LaunchTemplateId;
    const version = (0,launch_templates/* versionNumber */.e1)(LaunchTemplate?.Version);
    if (id !== undefined && version !== undefined)
        return { kind: 'template', id, version };
    // AWS leaves the name out once the launch configuration is deleted; emulators send an empty one.
    return LaunchConfigurationName ? { kind: 'configuration', name: LaunchConfigurationName } : undefined;
}

;// CONCATENATED MODULE: ./build/src/aws/fleet-of-group.js




/**
 * The model of a group as DescribeAutoScalingGroups gives it, less its failed launches, and the history that this look
 * leaves. Throws a UserError where the memo, or a load balancer, cannot be read.
 */
function fleetOfGroup(group, { now, source, machine, opinions, past }) {
    const name = group.AutoScalingGroupName ?? '';
    const seen = (group.Instances ?? []).map((listed) => seenInstance(listed, {
        machine: machine(listed.InstanceId ?? ''),
        balancers: opinions(listed.InstanceId ?? ''),
    }));
    const history = nextHistory(past, seen.map((instance) => ({ ...instance, serving: (0,serving/* isServing */.P)(instance) })), now);
    const fleet = {
        group: name,
        at: now,
        sizes: { min: group.MinSize ?? 0, max: group.MaxSize ?? 0, desired: group.DesiredCapacity ?? 0 },
        defaultWarmupSeconds: warmupOf(group),
        suspended: (group.SuspendedProcesses ?? []).flatMap(({ ProcessName }) => ProcessName ?? []),
        weighted: isWeighted(group),
        ...(reuses(group) && { reusesInstances: true }),
        source,
        instances: seen.map((instance) => ({
            ...instance,
            ...(history.get(instance.id) ?? { firstSeenAt: now, readySince: undefined }),
        })),
        memo: (0,memo_tag/* readMemo */.fw)(name, group.Tags ?? []),
        stray: (0,memo_tag/* strayName */.dw)(group.Tags ?? []),
        failedLaunches: [],
    };
    return { fleet, history };
}
const reuses = ({ WarmPoolConfiguration: pool }) => pool?.InstanceReusePolicy?.ReuseOnScaleIn === true && pool.Status === undefined;
/** AWS leaves an unset warm-up out; -1 is how a caller clears it. */
const warmupOf = ({ DefaultInstanceWarmup }) => DefaultInstanceWarmup === undefined || DefaultInstanceWarmup < 0 ? undefined : DefaultInstanceWarmup;

// EXTERNAL MODULE: ./build/src/aws/batches.js
var batches = __webpack_require__(815);
// EXTERNAL MODULE: ./build/src/aws/pages.js
var aws_pages = __webpack_require__(5667);
;// CONCATENATED MODULE: ./build/src/aws/launch-configurations.js



/** The most names that one DescribeLaunchConfigurations call takes. */
const MOST_NAMES = 50;
/** Images of launch configurations. They cannot be changed, so each is asked for once. */
class ConfigurationImages {
    #connection;
    #images = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a launch configuration that is gone. */
    of(name) {
        return this.#images.get(name);
    }
    async learn(names) {
        const unknown = new Set(names.filter((name) => !this.#images.has(name)));
        await (0,in_parallel/* inParallel */.H)((0,batches/* batches */.X)(unknown, MOST_NAMES), async (batch) => {
            const { DescribeLaunchConfigurationsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
            const client = await this.#connection.clients.autoScaling();
            const pages = await (0,aws_pages/* everyPage */.L)((token) => this.#connection.send(client, new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [...batch], ...token })));
            for (const { LaunchConfigurationName, ImageId } of pages.flatMap((page) => page.LaunchConfigurations ?? []))
                if (LaunchConfigurationName !== undefined)
                    this.#images.set(LaunchConfigurationName, ImageId);
        });
    }
}

// EXTERNAL MODULE: ./build/src/aws/launch-source.js
var launch_source = __webpack_require__(352);
;// CONCATENATED MODULE: ./build/src/aws/launch-sources.js




/** How long `$Latest` and `$Default` are believed to stay where they were, in seconds. */
const MOVING_SECONDS = 30;
/** The launch sources of many groups, with calls shared between them. */
class LaunchSources {
    #connection;
    #resolved;
    #templates;
    #configurations;
    constructor(connection) {
        this.#connection = connection;
        this.#templates = new launch_templates/* TemplateImages */.lW(connection);
        this.#configurations = new ConfigurationImages(connection);
    }
    /**
     * What each of these groups would launch now, in seconds since the Unix epoch; the answer throws a UserError for a
     * group that cannot launch.
     */
    async ask(groups, now) {
        const resolve = await this.#resolver(groups, now);
        const bases = groups.flatMap((group) => baseOf(group, resolve) ?? []);
        await Promise.all([
            this.#templates.learn(bases.filter((base) => base.kind === 'template')),
            this.#configurations.learn(bases.flatMap((base) => (base.kind === 'configuration' ? base.name : []))),
        ]);
        return (group) => {
            const source = (0,launch_source/* launchSourceOf */.i)(group, resolve);
            return { ...source, imageId: this.#imageOf(source.base) };
        };
    }
    /** `$Latest` moves rarely; an instance of a newer version than it is believed to be proves that it has. */
    async #resolver(groups, now) {
        const specifications = groups.flatMap(launch_source/* templatesOf */.r);
        const of = JSON.stringify(specifications);
        const last = this.#resolved;
        if (last !== undefined && last.of === of && now - last.at < MOVING_SECONDS && !groups.some(isAhead(last.resolve)))
            return last.resolve;
        const resolve = await (0,launch_templates/* resolveTemplates */.en)(this.#connection, specifications);
        this.#resolved = { at: now, of, resolve };
        return resolve;
    }
    #imageOf(base) {
        return base.kind === 'template' ? this.#templates.of(base) : this.#configurations.of(base.name);
    }
}
const isAhead = (resolve) => (group) => {
    const believed = new Map((0,launch_source/* templatesOf */.r)(group)
        .flatMap((each) => resolve(each) ?? [])
        .map(({ id, version }) => [id, version]));
    return (group.Instances ?? []).some(({ LaunchTemplate }) => {
        const version = believed.get(LaunchTemplate?.LaunchTemplateId ?? '');
        return version !== undefined && ((0,launch_templates/* versionNumber */.e1)(LaunchTemplate?.Version) ?? 0) > version;
    });
};
/** Undefined for a group that cannot launch: the reason is told when that group is put together. */
function baseOf(group, resolve) {
    try {
        return (0,launch_source/* launchSourceOf */.i)(group, resolve).base;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/machines.js



/**
 * Values in one filter. EC2 answers `FilterLimitExceeded: The maximum number of filter values specified on a single
 * call is 200`; clients have been refused at exactly 200 too.
 */
const MOST_IDS = 199;
/** Instances as EC2 knows them; each is asked for until EC2 has answered once. */
class Machines {
    #connection;
    #known = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined while EC2 does not know the instance: it is too new, or gone while its group still lists it. */
    of(id) {
        return this.#known.get(id);
    }
    async learn(ids) {
        const unknown = new Set(ids.filter((id) => !this.#known.has(id)));
        await (0,in_parallel/* inParallel */.H)((0,batches/* batches */.X)(unknown, MOST_IDS), (batch) => this.#ask(batch));
    }
    async #ask(ids) {
        const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
        const client = await this.#connection.clients.ec2();
        // By filter and not by InstanceIds: there one id that EC2 does not know fails the call for all.
        const question = { Filters: [{ Name: 'instance-id', Values: [...ids] }], MaxResults: 1000 };
        const pages = await (0,aws_pages/* everyPage */.L)((token) => this.#connection.send(client, new DescribeInstancesCommand({ ...question, ...token })));
        const instances = pages.flatMap((page) => page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? []);
        for (const { InstanceId, LaunchTime, ImageId } of instances)
            if (InstanceId !== undefined)
                this.#known.set(InstanceId, {
                    launchedAt: LaunchTime === undefined ? undefined : LaunchTime.getTime() / 1000,
                    imageId: ImageId,
                });
    }
}

;// CONCATENATED MODULE: ./build/src/aws/warm-pools.js


/** The groups with the instances of their warm pools among theirs; a group without a pool costs no call. */
const withWarmPools = (connection, groups) => (0,in_parallel/* inParallel */.H)(groups, async (group) => {
    if (group.WarmPoolConfiguration === undefined)
        return group;
    const listed = group.Instances ?? [];
    const known = new Set(listed.map(({ InstanceId }) => InstanceId));
    const pooled = await instancesOf(connection, group.AutoScalingGroupName ?? '');
    return { ...group, Instances: [...listed, ...pooled.filter(({ InstanceId }) => !known.has(InstanceId))] };
});
async function instancesOf(connection, group) {
    const { DescribeWarmPoolCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const client = await connection.clients.autoScaling();
    const pages = await (0,aws_pages/* everyPage */.L)((token) => connection.send(client, new DescribeWarmPoolCommand({ AutoScalingGroupName: group, ...token })));
    return pages.flatMap(({ Instances }) => Instances ?? []);
}

;// CONCATENATED MODULE: ./build/src/aws/fleets.js











/** The port to the fleets behind a connection. It remembers from look to look what AWS does not tell twice. */
function fleetsPort(connection, history = new Map()) {
    const remembered = new Map(history);
    const watchedSince = new Map();
    const launchSources = new LaunchSources(connection);
    const machines = new Machines(connection);
    async function withFailures(fleet) {
        if (!isLaunching(fleet))
            return fleet;
        const since = fleet.memo?.startedAt ?? watchedSince.get(fleet.group) ?? fleet.at;
        return { ...fleet, failedLaunches: await failedLaunches(connection, { group: fleet.group, since }) };
    }
    async function look(asked, now) {
        const names = [...new Set(asked)];
        for (const name of names)
            if (!watchedSince.has(name))
                watchedSince.set(name, now);
        const found = new Map((await (0,aws_groups/* groupsByName */.J)(connection, names)).map((group) => [group.AutoScalingGroupName, group]));
        const listed = names.flatMap((name) => found.get(name) ?? []);
        const groups = await withWarmPools(connection, listed);
        const [sourceOf, opinionsOf] = await Promise.all([
            launchSources.ask(groups, now),
            askBalancers(connection, groups),
            machines.learn(groups.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])),
        ]);
        const fleets = [];
        const unreadable = [];
        for (const group of groups) {
            const name = group.AutoScalingGroupName ?? '';
            try {
                const { fleet, history } = fleetOfGroup(group, {
                    now,
                    source: sourceOf(group),
                    machine: (id) => machines.of(id),
                    opinions: (id) => opinionsOf(group, id),
                    past: remembered.get(name) ?? new Map(),
                });
                remembered.set(name, history);
                fleets.push(fleet);
            }
            catch (problem) {
                if (!(problem instanceof errors/* UserError */.yo))
                    throw problem;
                unreadable.push({ group: name, problem });
            }
        }
        const gone = names.filter((name) => !found.has(name));
        return { fleets: await (0,in_parallel/* inParallel */.H)(fleets, withFailures), gone, unreadable };
    }
    return { look, apply: (group, change) => applyChange(connection, group, change) };
}
/** Whether a launch is outstanding: less capacity is there, or on its way, than is desired. */
const isLaunching = ({ instances, sizes }) => (0,standing/* capacityOf */.A$)(instances.filter(standing/* isCounted */.he)) < sizes.desired;


/***/ }),

/***/ 9451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ groupsByName),
/* harmony export */   q: () => (/* binding */ groupsByFilter)
/* harmony export */ });
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(815);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(134);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5667);



/** Both the longest page and, with a page of that size, the most names of one DescribeAutoScalingGroups call. */
const MOST_GROUPS = 100;
async function describe(connection, question) {
    const { DescribeAutoScalingGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
    const client = await connection.clients.autoScaling();
    const pages = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_0__/* .everyPage */ .L)((token) => connection.send(client, new DescribeAutoScalingGroupsCommand({ ...question, ...token, MaxRecords: MOST_GROUPS })));
    return pages.flatMap((page) => page.AutoScalingGroups ?? []);
}
/** The groups with these names and their instances; a name that is not there is simply not among them. */
async function groupsByName(connection, names) {
    // Never an empty list of names: AWS would take it for "every group".
    const answers = await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)((0,_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(new Set(names), MOST_GROUPS), (batch) => describe(connection, { AutoScalingGroupNames: [...batch] }));
    return answers.flat();
}
/** The groups that pass every filter, or all of the region, without their instances. */
const groupsByFilter = (connection, filters) => describe(connection, { ...(filters.length > 0 && { Filters: filters }), IncludeInstances: false });


/***/ }),

/***/ 352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ launchSourceOf),
/* harmony export */   r: () => (/* binding */ templatesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);


/** Every launch template that a group may launch from. */
function templatesOf({ LaunchTemplate, MixedInstancesPolicy, }) {
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    return [
        LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
    ].filter((specification) => specification !== undefined);
}
/**
 * What a group would launch now, with `$Latest` and `$Default` as numbers. An image behind `resolve:ssm:` is chosen at
 * the launch and is no part of the fingerprint. Throws a UserError where the group has no source or its template is gone.
 */
function launchSourceOf(group, resolve) {
    const { LaunchConfigurationName, LaunchTemplate } = group;
    const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
    const numbered = (specification) => {
        const reference = resolve(specification);
        if (reference === undefined)
            throw noTemplate(group, specification);
        return reference;
    };
    if (mixed?.LaunchTemplateSpecification !== undefined) {
        const base = numbered(mixed.LaunchTemplateSpecification);
        return mixedSource({ base, specification: mixed.LaunchTemplateSpecification, all: mixed.Overrides ?? [], numbered });
    }
    if (LaunchTemplate !== undefined) {
        const base = numbered(LaunchTemplate);
        const label = templateLabel(LaunchTemplate, base);
        return { kind: 'template', label, fingerprint: fingerprintOf(base), base, overrides: [] };
    }
    // An emulator answers with an empty name where AWS leaves it out.
    if (LaunchConfigurationName !== undefined && LaunchConfigurationName !== '') {
        const base = { kind: 'configuration', name: LaunchConfigurationName };
        return {
            kind: 'configuration',
            label: LaunchConfigurationName,
            fingerprint: fingerprintOf(base),
            base,
            overrides: [],
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        what: `The group ${group.AutoScalingGroupName} has neither a launch configuration nor a launch template.`,
        remedy: 'Give it one, or leave the group out.',
    });
}
function mixedSource({ base, specification, all, numbered }) {
    const resolved = all.map((override) => ({
        instanceType: override.InstanceType,
        reference: override.LaunchTemplateSpecification ? numbered(override.LaunchTemplateSpecification) : base,
        imageId: override.ImageId,
        requirements: override.InstanceRequirements,
        own: override.LaunchTemplateSpecification !== undefined || override.ImageId !== undefined,
    }));
    // One type may stand there twice, once with a template of its own and once without: then both are told.
    const types = new Set(resolved.filter(({ own }) => own).map(({ instanceType }) => instanceType));
    const overrides = resolved
        .filter(({ instanceType }) => types.has(instanceType))
        .map(({ instanceType, reference, imageId }) => ({ instanceType, reference, imageId }));
    // Order and weights decide how many of each are launched, not what they are: they are left out.
    const launches = resolved.map(({ own: _, ...launch }) => canonical(launch)).sort();
    return {
        kind: 'mixed',
        label: `${templateLabel(specification, base)}${all.length > 0 ? ` with ${all.length} overrides` : ''}`,
        fingerprint: fingerprintOf({ mixed: base, launches }),
        base,
        overrides,
    };
}
function templateLabel({ LaunchTemplateName, Version }, base) {
    const name = LaunchTemplateName === undefined ? base.id : `${LaunchTemplateName} (${base.id})`;
    // Left out, the version means the default one.
    const asked = Version ?? '$Default';
    return `${name} version ${base.version}${asked === String(base.version) ? '' : ` (${asked})`}`;
}
const noTemplate = (group, specification) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
    what: `The group ${group.AutoScalingGroupName} cannot launch anything.`,
    why: `Its launch template ${specification.LaunchTemplateName ?? specification.LaunchTemplateId} does not exist.`,
    remedy: 'Give the group a launch template that exists, or leave the group out.',
});
const fingerprintOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex').slice(0, 16);
/** One text per meaning: keys in order, undefined left out. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 4810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e1: () => (/* binding */ versionNumber),
/* harmony export */   en: () => (/* binding */ resolveTemplates),
/* harmony export */   lW: () => (/* binding */ TemplateImages)
/* harmony export */ });
/* harmony import */ var _aws_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1399);
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(815);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(134);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5667);




/** The longest page of DescribeLaunchTemplates. */
const MOST_TEMPLATES = 200;
const NUMBER = /^[1-9]\d*$/;
/** A version as AWS writes it, as a number; undefined for `$Latest`, `$Default` and nothing. */
const versionNumber = (text) => text !== undefined && NUMBER.test(text) ? Number(text) : undefined;
/**
 * Asks for the templates whose version is `$Latest`, `$Default` or left out, or whose id is not given. These move at
 * any time, so they are asked for anew at each look. A template that is gone resolves to undefined.
 */
async function resolveTemplates(connection, specifications) {
    const asked = specifications.filter(({ LaunchTemplateId, Version }) => LaunchTemplateId === undefined || versionNumber(Version) === undefined);
    const ids = new Set(asked.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []));
    const names = new Set(asked.flatMap(({ LaunchTemplateId, LaunchTemplateName }) => LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : []));
    const found = await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .H)([
        ...(0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(ids, MOST_TEMPLATES).map((LaunchTemplateIds) => ({ LaunchTemplateIds })),
        ...(0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(names, MOST_TEMPLATES).map((LaunchTemplateNames) => ({ LaunchTemplateNames })),
    ], (question) => describe(connection, question));
    const known = new Map(found.flat().flatMap((template) => [
        [template.LaunchTemplateId, template],
        [template.LaunchTemplateName, template],
    ]));
    return ({ LaunchTemplateId, LaunchTemplateName, Version }) => {
        const template = known.get(LaunchTemplateId ?? LaunchTemplateName);
        const id = LaunchTemplateId ?? template?.LaunchTemplateId;
        const version = versionNumber(Version) ?? (Version === '$Latest' ? template?.LatestVersionNumber : template?.DefaultVersionNumber);
        return id === undefined || version === undefined ? undefined : { kind: 'template', id, version };
    };
}
async function describe(connection, question) {
    const { DescribeLaunchTemplatesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    try {
        const pages = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyPage */ .L)((token) => connection.send(client, new DescribeLaunchTemplatesCommand({ ...mutable(question), ...token })));
        return pages.flatMap((page) => page.LaunchTemplates ?? []);
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        // One template that is gone fails the whole call: the halves find out which, and the others are answered.
        const halves = halvesOf(question);
        if (halves === undefined)
            return [];
        return (await Promise.all(halves.map((half) => describe(connection, half)))).flat();
    }
}
const mutable = (question) => 'LaunchTemplateIds' in question
    ? { LaunchTemplateIds: [...question.LaunchTemplateIds] }
    : { LaunchTemplateNames: [...question.LaunchTemplateNames] };
function halvesOf(question) {
    const all = 'LaunchTemplateIds' in question ? question.LaunchTemplateIds : question.LaunchTemplateNames;
    if (all.length < 2)
        return undefined;
    return (0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(all, Math.ceil(all.length / 2)).map((half) => 'LaunchTemplateIds' in question ? { LaunchTemplateIds: half } : { LaunchTemplateNames: half });
}
/** Whether AWS says that a launch template, or the version asked for, does not exist. */
const isMissing = (error) => /^InvalidLaunchTemplate(Id|Name)\.(\w*NotFound\w*|Malformed)/.test((0,_aws_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .awsFaultOf */ .x)(error)?.code ?? '');
const key = ({ id, version }) => `${id} ${version}`;
/** Images of launch template versions. A version never changes, so each is asked for once. */
class TemplateImages {
    #connection;
    #images = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a version that names no image, one that leaves it to a parameter, and one that is gone. */
    of(reference) {
        return this.#images.get(key(reference));
    }
    async learn(references) {
        const unknown = references.filter((reference) => !this.#images.has(key(reference)));
        const versions = Map.groupBy(new Map(unknown.map((reference) => [key(reference), reference])).values(), ({ id }) => id);
        await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .H)([...versions], async ([id, list]) => {
            for (const batch of (0,_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(list, MOST_TEMPLATES))
                await this.#ask(id, batch);
        });
    }
    async #ask(id, references) {
        const { DescribeLaunchTemplateVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
        const client = await this.#connection.clients.ec2();
        const question = { LaunchTemplateId: id, Versions: references.map(({ version }) => String(version)) };
        try {
            const pages = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyPage */ .L)((token) => this.#connection.send(client, new DescribeLaunchTemplateVersionsCommand({ ...question, ...token })));
            for (const { VersionNumber, LaunchTemplateData } of pages.flatMap((page) => page.LaunchTemplateVersions ?? [])) {
                if (VersionNumber === undefined)
                    continue;
                const image = LaunchTemplateData?.ImageId;
                // `resolve:ssm:...` is a promise of an image, not an image.
                this.#images.set(key({ kind: 'template', id, version: VersionNumber }), image?.startsWith('ami-') ? image : undefined);
            }
        }
        catch (error) {
            // A version made a moment ago may not be seen yet: it is asked for again at the next look.
            if (!isMissing(error))
                throw error;
        }
    }
}


/***/ }),

/***/ 5588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dw: () => (/* binding */ strayName),
/* harmony export */   eZ: () => (/* binding */ runTag),
/* harmony export */   fw: () => (/* binding */ readMemo),
/* harmony export */   gZ: () => (/* binding */ forgottenTags),
/* harmony export */   o2: () => (/* binding */ memoTags)
/* harmony export */ });
/* unused harmony exports MEMO_TAG, RUN_TAG */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _tag_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(275);


/** Tag that holds what never changes during a run. */
const MEMO_TAG = 'fleet-patch:memo';
/** Tag that holds whose run it is and when it last said that it is alive: renewed without touching the facts. */
const RUN_TAG = 'fleet-patch:run';
const NOTHING = 'none';
/** The tags that hold a memo, for CreateOrUpdateTags. Throws when a value does not fit into a tag: never half a memo. */
const memoTags = (group, memo) => [
    tag({
        group,
        key: MEMO_TAG,
        words: {
            started: numeral(memo.startedAt),
            min: numeral(memo.sizes.min),
            max: numeral(memo.sizes.max),
            desired: numeral(memo.sizes.desired),
            suspends: listing(memo.suspends),
            surge: numeral(memo.surge),
            source: memo.source,
            until: memo.replaceLaunchedUntil === undefined ? NOTHING : numeral(memo.replaceLaunchedUntil),
            ...(memo.dark && { dark: 'yes' }),
            ...(memo.released && { released: 'yes' }),
        },
    }),
    runTag(group, memo),
];
/** The tag that renews the heartbeat. */
const runTag = (group, { run, heartbeatAt, url }) => {
    const words = { run, heartbeat: numeral(heartbeatAt) };
    // The address is a comfort: better without it than without the tag.
    const fits = url !== undefined && SAFE_ADDRESS.test(url);
    return tag({ group, key: RUN_TAG, words: fits ? { ...words, url } : words });
};
const SAFE_ADDRESS = /^https:\/\/[\w.:/-]{1,180}$/;
/** Both tags, for DeleteTags. */
const forgottenTags = (group) => [MEMO_TAG, RUN_TAG].map((key) => bareTag(group, key));
function tag({ group, key, words }) {
    return { ...bareTag(group, key), Value: (0,_tag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .writeWords */ .h)(words), PropagateAtLaunch: false };
}
function listing(processes) {
    if (processes.some((process) => !/^[A-Za-z]+$/.test(process) || process === NOTHING))
        throw new Error(`${processes.join(', ')} cannot be written into a memo.`);
    return processes.join('+') || NOTHING;
}
/** A number that reads back as itself; a run must not write down what nobody can read. */
function numeral(value) {
    const text = String(value);
    if (!NUMBER.test(text))
        throw new Error(`${text} cannot be written into a memo.`);
    return text;
}
const bareTag = (group, key) => ({
    ResourceId: group,
    ResourceType: 'auto-scaling-group',
    Key: key,
});
/**
 * The memo in the tags of a group; undefined where there is none. A memo whose run tag was removed belongs to nobody
 * who is alive. Throws a UserError when a tag is there and cannot be read.
 */
function readMemo(group, tags) {
    const valueOf = (key) => tags.find(({ Key }) => Key === key)?.Value;
    const facts = valueOf(MEMO_TAG);
    if (facts === undefined)
        return undefined;
    const run = valueOf(RUN_TAG);
    const words = readTag({ group, key: MEMO_TAG, value: facts, names: FACT_NAMES });
    const startedAt = words.number('started');
    const alive = run === undefined ? undefined : readTag({ group, key: RUN_TAG, value: run, names: RUN_NAMES });
    return {
        run: alive?.text('run') ?? 'unknown',
        ...(alive?.optional('url') && { url: alive.optional('url') }),
        startedAt,
        heartbeatAt: alive?.number('heartbeat') ?? startedAt,
        sizes: { min: words.number('min'), max: words.number('max'), desired: words.number('desired') },
        suspends: words.text('suspends') === NOTHING ? [] : words.text('suspends').split('+'),
        surge: words.number('surge'),
        source: words.text('source'),
        replaceLaunchedUntil: words.text('until') === NOTHING ? undefined : words.number('until'),
        ...(words.optional('dark') !== undefined && { dark: true }),
        ...(words.optional('released') !== undefined && { released: true }),
    };
}
/** The run that is named in a run tag without a memo; `unknown` where the tag cannot be read. */
function strayName(tags) {
    const value = tags.find(({ Key }) => Key === RUN_TAG)?.Value;
    if (value === undefined || tags.some(({ Key }) => Key === MEMO_TAG))
        return undefined;
    return (0,_tag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readWords */ .u)(value)['run'] ?? 'unknown';
}
const FACT_NAMES = ['started', 'min', 'max', 'desired', 'suspends', 'surge', 'source', 'until'];
const RUN_NAMES = ['run', 'heartbeat'];
const OPTIONAL = new Set(['url', 'dark', 'released']);
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/;
/** The words of one tag; all of the names must be there and no others, for another version's facts are not ours to guess. */
function readTag({ group, key, value, names }) {
    const unreadable = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: `The tag ${key} of the group ${group} cannot be read: "${value}".`,
        why,
        remedy: `It says how the group was before a run changed it. Set the sizes and the suspended processes of the group ` +
            `as they should be, then delete the tags ${MEMO_TAG} and ${RUN_TAG} from the group and start the run again.`,
    });
    const words = (0,_tag_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readWords */ .u)(value);
    const missing = names.filter((name) => words[name] === undefined);
    const foreign = Object.keys(words).filter((name) => !OPTIONAL.has(name) && !names.some((known) => known === name));
    if (missing.length > 0)
        throw unreadable(`It does not say ${missing.join(', ')}.`);
    if (foreign.length > 0)
        throw unreadable(`It says ${foreign.join(', ')}, which this version does not know.`);
    const text = (name) => words[name] ?? '';
    return {
        text,
        optional: (name) => words[name],
        number: (name) => {
            if (!NUMBER.test(text(name)))
                throw unreadable(`${name} is not a number.`);
            return Number(text(name));
        },
    };
}


/***/ }),

/***/ 3529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ UncertainOutcome)
/* harmony export */ });
/**
 * A call is without a usable answer after everything that may be tried. It is no refusal: whoever sent it looks at AWS
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

/***/ 4912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ otherHands),
/* harmony export */   VW: () => (/* binding */ HEARTBEAT_SECONDS),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   yX: () => (/* binding */ inOtherHands)
/* harmony export */ });
/* unused harmony export DEAD_AFTER_SECONDS */
/** A run that has been silent for so long is dead; it says that it is alive every `HEARTBEAT_SECONDS`. */
const DEAD_AFTER_SECONDS = 300;
const HEARTBEAT_SECONDS = 120;
/** Another attempt of the same workflow run cannot be alive: GitHub starts it when the one before has ended. */
function isAlive(memo, run, at) {
    const [id, attempt] = memo.run.split('/');
    const [ourId, ourAttempt] = run.split('/');
    if (id === ourId && attempt !== ourAttempt)
        return false;
    return at - memo.heartbeatAt < DEAD_AFTER_SECONDS;
}
/**
 * Puts this process's name on a memo whose last writer may have changed the group a moment ago. AWS's answers may lag
 * behind, but one that shows the name shows whatever was changed before: nothing is decided until then. Undefined where
 * nobody needs it, or AWS refuses it: who takes a roll over from a run that is long dead writes its name with the facts.
 */
function sign(memo, policy, at) {
    const { run, url, intent, refused } = policy;
    const isLate = memo.run !== run && at - memo.heartbeatAt >= DEAD_AFTER_SECONDS;
    if (refused?.includes('renew') || (isLate && intent === 'roll'))
        return undefined;
    // Another second than before, or the memo would look as it did.
    const heartbeatAt = Math.max(Math.floor(at), memo.heartbeatAt + 1);
    return { kind: 'renew', memo: { ...memo, run, url, heartbeatAt }, after: memo, reason: `after run ${nameOf(memo)}` };
}
/** Leaves the group alone: it is in other hands. */
function inOtherHands(memo, at) {
    const seconds = Math.max(0, Math.round(at - memo.heartbeatAt));
    return {
        kind: 'refuse',
        reason: `run ${nameOf(memo)} is at work on this group and said so ${seconds} s ago`,
        remedy: `Wait for that run to end. If it is dead, start again in ${Math.ceil((DEAD_AFTER_SECONDS - seconds) / 60)} minutes, when its silence proves it.`,
    };
}
/** A run as a person finds it. */
const nameOf = ({ run, url }) => `${run.split('/')[0]}${url === undefined ? '' : ` (${url})`}`;
/** Why a group must be left alone: another run, which is alive, is at work on it. A dead run's traces are no obstacle. */
function otherHands(memo, { run, now }) {
    if (memo.run === run || !isAlive(memo, run, now))
        return undefined;
    const seconds = Math.max(0, Math.round(now - memo.heartbeatAt));
    return `run ${memo.run.split('/')[0]} is rolling it and said so ${seconds} s ago; wait for that run to end`;
}


/***/ }),

/***/ 8281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ previousSourceOf)
/* harmony export */ });
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6088);

/**
 * What a group launched from before, as most of its old instances tell; undefined where none of them does: a launch
 * configuration that was deleted, an attached instance, a source that has not changed.
 */
function previousSourceOf({ source, instances, }) {
    const old = instances.filter((instance) => !(0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCurrent */ .Oz)(instance, source));
    const references = old.flatMap(({ reference }) => reference ?? []);
    const usual = mostFrequent(references);
    const images = source.kind === 'mixed' ? imagesOf(old, source.overrides) : new Map();
    if (usual === undefined)
        return undefined;
    if (source.kind !== 'mixed')
        return { label: labelOf([usual]), references: [usual], images };
    // A launch configuration cannot say what a mixed instances policy says.
    if (usual.kind === 'configuration')
        return undefined;
    const templates = Map.groupBy(references.flatMap((reference) => (reference.kind === 'template' ? reference : [])), ({ id }) => id);
    const versions = [...templates.values()].flatMap((list) => mostFrequent(list) ?? []);
    return { label: labelOf(versions), references: versions, images };
}
const labelOf = (references) => references
    .map((each) => (each.kind === 'configuration' ? each.name : `${each.id} version ${each.version}`))
    .join(' and ');
/** Images that overrides bring themselves, where old instances of the type have another. */
function imagesOf(old, overrides) {
    return new Map(overrides.flatMap(({ instanceType, imageId }) => {
        if (instanceType === undefined || imageId === undefined)
            return [];
        const images = old.flatMap((each) => (each.type === instanceType && each.imageId) || []);
        const image = mostFrequent(images);
        return image === undefined || image === imageId ? [] : [[instanceType, image]];
    }));
}
/** Among equals the newest version. */
function mostFrequent(values) {
    const groups = [...Map.groupBy(values, (value) => JSON.stringify(value)).values()];
    const version = (value) => typeof value === 'object' && value.kind === 'template' ? value.version : 0;
    return groups.toSorted((a, b) => b.length - a.length || version(b[0]) - version(a[0]))[0]?.[0];
}


/***/ }),

/***/ 4153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ checkRoom),
  rollGroups: () => (/* binding */ rollGroups)
});

// EXTERNAL MODULE: ./build/src/aws/fleets.js + 12 modules
var aws_fleets = __webpack_require__(1220);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/fleet/standing.js
var fleet_standing = __webpack_require__(6088);
;// CONCATENATED MODULE: ./build/src/fleet/policy.js

/**
 * The budgets for one group: a count is in instances, so in a group with weights it is worth its heaviest instance;
 * a percentage of the surge is rounded up and is at least one instance, one of the unavailable is rounded down.
 */
function budgetFor(fleet, surge, maxUnavailable) {
    const desired = (fleet.memo ?? fleet).sizes.desired;
    const unit = Math.max(1, ...fleet.instances.filter(fleet_standing/* isCounted */.he).map(({ weight }) => weight));
    const share = ({ value }) => (desired * value) / 100;
    return {
        surge: surge.kind === 'count' ? surge.value * unit : surge.value === 0 ? 0 : Math.max(unit, Math.ceil(share(surge))),
        maxUnavailable: maxUnavailable.kind === 'count' ? maxUnavailable.value * unit : Math.floor(share(maxUnavailable)),
    };
}

// EXTERNAL MODULE: ./build/src/modelled.js
var modelled = __webpack_require__(8423);
;// CONCATENATED MODULE: ./build/src/fleet/expectation.js

/**
 * The shortest time, in seconds, that an instance of these fleets took from its first sighting to ready; undefined
 * while none was seen doing so. Instances that were there at the first look, at `since`, tell nothing.
 */
const quickestStart = (fleets, since) => {
    let quickest;
    for (const { instances } of fleets)
        for (const { firstSeenAt, readySince } of instances)
            if (readySince !== undefined && firstSeenAt > since && readySince > firstSeenAt)
                quickest = Math.min(quickest ?? Infinity, readySince - firstSeenAt);
    return quickest;
};
/**
 * Seconds until the next instance may be ready, going by how quick the quickest was: 0 where one is due, undefined
 * where nothing is known or nothing is coming. What is coming is looked at closely, what takes a while is not.
 */
const secondsToNextReady = (fleets, quickest) => {
    if (quickest === undefined)
        return undefined;
    const coming = fleets.flatMap(({ at, instances }) => instances
        .filter((instance) => (0,fleet_standing/* isCounted */.he)(instance) && instance.readySince === undefined)
        .map(({ firstSeenAt }) => Math.max(0, firstSeenAt + quickest - at)));
    return coming.length > 0 ? Math.min(...coming) : undefined;
};

// EXTERNAL MODULE: ./build/src/fleet/budget.js
var budget = __webpack_require__(7353);
;// CONCATENATED MODULE: ./build/src/fleet/left-alone.js

/** Old instances that a roll has left as they are, since the user said so; a sentence each. */
function leftAlone(fleet, policy) {
    if (policy.intent !== 'roll')
        return [];
    const old = fleet.instances.filter((each) => (0,fleet_standing/* isOld */.eD)(each, fleet, policy));
    const decided = policy.standbyInstances === 'replace' ? ['Standby'] : [];
    const guarded = old.filter((each) => ((0,fleet_standing/* isCounted */.he)(each) || decided.includes(each.lifecycle)) && each.protectedFromScaleIn);
    const resting = old.filter(({ lifecycle }) => lifecycle === 'Standby');
    return [
        ...(policy.protectedInstances === 'ignore'
            ? guarded.map(({ id }) => `${id} is old but protected from scale-in: left alone.`)
            : []),
        ...(policy.standbyInstances === 'ignore'
            ? resting.map(({ id }) => `${id} is old but in Standby: left alone.`)
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/fleet/putting-back.js
/** The three processes that are suspended while a group rolls; never `Launch` or `Terminate`, without which nothing rolls. */
const SUSPENDED_WHILE_ROLLING = ['AZRebalance', 'AlarmNotification', 'ScheduledActions'];
/** Whether `MaxSize` is where a surge of the memo's run would have raised it. */
const maxIsOurs = ({ sizes }, memo) => sizes.max > memo.sizes.max && sizes.max <= Math.max(memo.sizes.max, memo.sizes.desired + memo.surge);
/** The sizes that differ from the originals by our doing, as they should be; empty when none does. */
function sizesToPutBack(fleet, memo) {
    // Somebody may have raised MinSize or the desired capacity above the old maximum: AWS refuses sizes out of order.
    const desired = Math.max(memo.sizes.desired, fleet.sizes.min);
    const max = maxIsOurs(fleet, memo) ? Math.max(memo.sizes.max, desired) : fleet.sizes.max;
    return {
        ...(desired < fleet.sizes.desired && { desired }),
        ...(max !== fleet.sizes.max && { max }),
    };
}
/** The last steps of every roll and of every undoing, one at a time: sizes, processes, memo. */
function putBack(fleet, memo) {
    const sizes = sizesToPutBack(fleet, memo);
    if (Object.keys(sizes).length > 0)
        return { kind: 'resize', sizes, reason: 'the sizes as they were' };
    const ours = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (ours.length > 0)
        return { kind: 'resume', processes: ours, reason: 'only what this roll suspended' };
    return { kind: 'forget', reason: 'everything is back as it was' };
}
/**
 * What was not put back because somebody else changed it meanwhile; a sentence each. `heldSuspended` are
 * processes of the memo that were seen suspended and that we have not resumed: one that runs now was resumed by others.
 */
function keptChanges(fleet, memo, { heldSuspended }) {
    const kept = [];
    if (fleet.sizes.max !== memo.sizes.max && !maxIsOurs(fleet, memo))
        kept.push(`MaxSize was changed from ${memo.sizes.max} to ${fleet.sizes.max} by somebody else: kept.`);
    if (fleet.sizes.min !== memo.sizes.min)
        kept.push(`MinSize was changed from ${memo.sizes.min} to ${fleet.sizes.min} by somebody else: kept.`);
    const resumed = heldSuspended.filter((process) => !fleet.suspended.includes(process));
    if (resumed.length > 0)
        kept.push(`Somebody else resumed ${resumed.join(', ')} while the group rolled: left running.`);
    return kept;
}

;// CONCATENATED MODULE: ./build/src/reconcile/outcome.js



/** A group whose putting back was refused in part is not through, whatever else could be done. */
const endOf = (track) => track.policy.refused === undefined || track.last.memo === undefined
    ? finished(track)
    : unfinished(track, track.failure ?? { what: `${track.group} could not be put back.` });
function finished(track) {
    const { group, policy, failure, changed, first, last } = track;
    const done = policy.intent === 'restore' ? 'restored' : changed ? 'rolled' : 'current';
    return {
        group,
        status: failure ? 'halted' : isLeftDark(last) ? 'dark' : isHeld(last) ? 'held' : done,
        changed,
        before: first,
        after: last,
        floor: (0,budget/* floorOf */.Et)(first.memo ?? first, policy),
        left: [...track.kept, ...track.notes, ...leftAlone(last, policy), ...(isLeftDark(last) ? [DARK] : [])],
        failure,
    };
}
function unfinished(track, failure) {
    return {
        ...finished(track),
        status: 'unfinished',
        failure,
        left: [...track.kept, ...track.notes, ...remains(track.last)],
    };
}
/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }) => memo?.dark === true && memo.heartbeatAt === 0;
/** Whether a run has left it for inspection on purpose. */
const isHeld = ({ memo }) => memo?.heartbeatAt === 0;
const DARK = 'The new half is up in the dark, outside the load balancers: `mode: release` lets it in and the old half go, `mode: restore` removes it.';
/** What a roll has left in a group, a sentence each. */
function remains(fleet) {
    const { memo } = fleet;
    if (memo === undefined)
        return [];
    const sizes = Object.entries(sizesToPutBack(fleet, memo)).map(([name, value]) => `${name} should be ${value} again`);
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    return [
        ...sizes.map((sentence) => `${sentence}.`),
        ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
        'The memo is still on the group; `mode: restore` puts it back, the same mode again rolls on.',
    ];
}

;// CONCATENATED MODULE: ./build/src/reconcile/request.js
/** How long putting back may take once a roll has halted. */
const RESTORE_SECONDS = 600;

// EXTERNAL MODULE: ./build/src/fleet/dark.js
var dark = __webpack_require__(7624);
// EXTERNAL MODULE: ./build/src/fleet/forecast.js
var forecast = __webpack_require__(9365);
;// CONCATENATED MODULE: ./build/src/fleet/lag.js

/** How long an accepted change may be missing from a look. */
const LAG_SECONDS = 60;
/** The changes that may still be missing from looks, after this look at the group. */
const stillRecent = (accepted, fleet) => accepted
    .filter(({ at }) => fleet.at - at < LAG_SECONDS)
    .map((each) => (each.seen ? each : { ...each, seen: (0,forecast/* reflects */.Vt)(fleet, each.change) }));
function timelinessOf(fleet, accepted) {
    const missing = accepted.filter(({ change }) => !(0,forecast/* reflects */.Vt)(fleet, change));
    if (missing.length === 0)
        return 'timely';
    return missing.every(({ seen }) => seen) ? 'behind' : 'awaited';
}
/** The group as it will look once it shows what was accepted. */
const caughtUp = (fleet, accepted) => accepted.filter(({ change }) => !(0,forecast/* reflects */.Vt)(fleet, change)).reduce((now, { change }) => (0,forecast/* afterChange */.tC)(now, change), fleet);
/** With one more change; what it makes out of date is no longer expected. */
function withChange(accepted, change, fleet) {
    const left = unsure(accepted, change);
    const made = { change: inTheSameHands(accepted, change), at: fleet.at, seen: false };
    if (change.kind !== 'terminate' || !change.decrement)
        return [...left, made];
    const { desired } = (0,forecast/* afterChange */.tC)(fleet, change).sizes;
    return [...left, made, { change: { kind: 'resize', sizes: { desired } }, at: fleet.at, seen: false }];
}
/** Whom this process comes after is still known when it writes on the memo once more. */
function inTheSameHands(accepted, change) {
    if (!isSignature(change) || change.after !== undefined)
        return change;
    const after = accepted.map((each) => each.change).findLast(isSignature)?.after;
    return after === undefined ? change : { ...change, after };
}
const isSignature = (change) => change.kind === 'remember' || change.kind === 'renew';
/** Without what a change may have made out of date whose answer was lost. */
const unsure = (accepted, later) => accepted.flatMap((each) => {
    const change = remainder(each.change, later);
    return change === undefined ? [] : { ...each, change };
});
const ABOUT = {
    remember: 'memo',
    renew: 'memo',
    forget: 'memo',
    suspend: 'processes',
    resume: 'processes',
    resize: 'sizes',
    terminate: 'sizes',
};
/** What of a change still holds after a later one: processes that the later one does not name stay as they were left. */
function remainder(earlier, later) {
    if (!supersedes(later, earlier))
        return earlier;
    if (!('processes' in earlier) || !('processes' in later))
        return undefined;
    const processes = earlier.processes.filter((process) => !later.processes.includes(process));
    return processes.length > 0 ? { ...earlier, processes } : undefined;
}
function supersedes(later, earlier) {
    // Who was told to leave leaves, whatever comes after.
    if (earlier.kind === 'terminate' || (later.kind === 'terminate' && !later.decrement))
        return false;
    const about = (change) => change.kind in ABOUT ? ABOUT[change.kind] : change.kind;
    return about(later) === about(earlier);
}

// EXTERNAL MODULE: ./build/src/fleet/hands.js
var hands = __webpack_require__(4912);
;// CONCATENATED MODULE: ./build/src/fleet/warmed.js

/** Prepared, or being prepared, in the group's warm pool; those that leave it are not. */
const IN_POOL = /^Warmed:(Pending|Stopped|Running|Hibernated)/;
/** Out of service, or about to be; those that leave the pool do not come back. */
const LEAVING = /^Terminating/;
const isWarmed = ({ lifecycle }) => IN_POOL.test(lifecycle);
/** Instances of the warm pool that would enter service as new but are old. */
const oldWarmed = (fleet, policy) => fleet.instances.filter((each) => isWarmed(each) && (0,fleet_standing/* isOld */.eD)(each, fleet, policy));
/** AWS takes more, but the ids are read by people. */
const MOST = 100;
/**
 * Before anything is launched: what the pool gives to the group must not be old already. While a launch is outstanding
 * the group may be taking any of them, which then is on its way into service.
 */
function discardWarmed({ fleet, policy, knowledge, standing }) {
    const old = oldWarmed(fleet, policy);
    if (old.length > 0 && standing.capacity < fleet.sizes.desired)
        return { kind: 'wait', reason: 'AWS is about to launch, perhaps from the warm pool' };
    const fresh = old.filter(({ id }) => !knowledge.discarded.includes(id)).slice(0, MOST);
    if (fresh.length > 0)
        return {
            kind: 'discard',
            instances: fresh.map(({ id }) => id),
            reason: 'old and in the warm pool: the next one to enter service would come from there',
        };
    const [first] = old;
    return first && { kind: 'wait', reason: `${first.id} is leaving the warm pool` };
}
/**
 * The last old instances leave with the desired capacity decremented, which AWS may take for a scale-in: where the pool
 * takes those back, each is waited for until it has ended or is in the pool, where it is discarded.
 */
function awaitReturning({ fleet, policy }) {
    if (!fleet.reusesInstances)
        return undefined;
    const leaving = fleet.instances.find((each) => LEAVING.test(each.lifecycle) && (0,fleet_standing/* isOld */.eD)(each, fleet, policy));
    return leaving && { kind: 'wait', reason: `${leaving.id} is leaving: it may return to the warm pool` };
}

;// CONCATENATED MODULE: ./build/src/fleet/beginning.js





/** How long EC2 may not know an instance that the group already lists. */
const EC2_LAG_SECONDS = 60;
/** The first step with a group that nobody works on: how it is now is written down, if anything is to be done at all. */
function begin(fleet, policy) {
    const counted = fleet.instances.filter(fleet_standing/* isCounted */.he);
    // An instance that EC2 has forgotten is never told; the group itself will replace it.
    if (policy.force &&
        counted.some((each) => each.launchedAt === undefined && fleet.at - each.firstSeenAt < EC2_LAG_SECONDS))
        return { kind: 'wait', reason: 'EC2 does not say yet when every instance was launched' };
    const { old } = (0,fleet_standing/* standingOf */.YP)(fleet, policy);
    const resting = oldInStandby(fleet, policy);
    const unwanted = forbidden(old, resting, policy);
    if (unwanted)
        return unwanted;
    const idle = [...restingToLeave(fleet, policy), ...oldWarmed(fleet, policy)];
    if (old.length === 0 && idle.length === 0)
        return { kind: 'done', reason: 'every instance is up to date' };
    const inTheDark = (0,dark/* darkMemo */.J5)(fleet, policy);
    return {
        kind: 'remember',
        memo: {
            run: policy.run,
            url: policy.url,
            startedAt: Math.floor(fleet.at),
            heartbeatAt: Math.floor(fleet.at),
            sizes: fleet.sizes,
            ...inTheDark,
            suspends: [
                ...SUSPENDED_WHILE_ROLLING.filter((process) => !fleet.suspended.includes(process)),
                ...inTheDark.suspends,
            ],
            surge: policy.surge,
            source: fleet.source.fingerprint,
            replaceLaunchedUntil: policy.force ? latestLaunch(fleet.instances) : undefined,
        },
        reason: 'how the group is now, before anything changes',
    };
}
/** Old instances in Standby, which is where an operator put them: no part of the desired capacity, not in service. */
const oldInStandby = (fleet, policy) => fleet.instances.filter((each) => each.lifecycle === 'Standby' && (0,fleet_standing/* isOld */.eD)(each, fleet, policy));
/** Those of them that are to be terminated: one that is protected as well stays where protected ones are left alone. */
const restingToLeave = (fleet, policy) => policy.standbyInstances === 'replace'
    ? oldInStandby(fleet, policy).filter((each) => !(0,fleet_standing/* isBystander */.X8)(each, fleet, policy))
    : [];
/** Instances that the user wants to be asked about. */
function forbidden(old, resting, policy) {
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
/**
 * The facts of the dead run stay; only the hands change, and what is rolled to. A release takes over that as well: the
 * dark half was launched from what was wanted then.
 */
function takeOver(fleet, { memo, predecessor, policy }) {
    const counted = fleet.instances.filter(fleet_standing/* isCounted */.he);
    const inHand = { ...memo, run: policy.run, url: policy.url, heartbeatAt: Math.floor(fleet.at) };
    if (policy.dark?.kind === 'release')
        return {
            kind: 'remember',
            memo: inHand,
            after: predecessor,
            reason: `to release what run ${(0,hands/* nameOf */.Vb)(predecessor)} has left in the dark`,
        };
    const goesDark = !memo.dark && counted.every((each) => (0,fleet_standing/* isOld */.eD)(each, fleet, policy));
    const darkness = goesDark ? (0,dark/* darkMemo */.J5)(fleet, policy) : { suspends: [] };
    return {
        kind: 'remember',
        memo: {
            ...inHand,
            ...darkness,
            suspends: [...new Set([...memo.suspends, ...darkness.suspends])],
            surge: Math.max(memo.surge, policy.surge),
            source: fleet.source.fingerprint,
            replaceLaunchedUntil: policy.force ? (memo.replaceLaunchedUntil ?? latestLaunch(fleet.instances)) : undefined,
        },
        after: predecessor,
        reason: `run ${(0,hands/* nameOf */.Vb)(predecessor)} ended without putting this group back: its roll goes on`,
    };
}

// EXTERNAL MODULE: ./build/src/fleet/serving.js
var serving = __webpack_require__(1046);
// EXTERNAL MODULE: ./build/src/fleet/victims.js
var victims = __webpack_require__(5135);
// EXTERNAL MODULE: ./build/src/fleet/why-not-ready.js
var why_not_ready = __webpack_require__(3322);
;// CONCATENATED MODULE: ./build/src/fleet/failures.js
/** The rules for new instances that come to nothing: refused by AWS, gone before they served, or not ready in time. */





/** Stops the roll once as many new instances have failed as are not to be borne. */
function haltOnFailures(situation) {
    const failures = failuresIn(situation).toSorted((a, b) => b.at - a.at);
    const [last] = failures;
    if (last === undefined || failures.length < situation.policy.maxFailures)
        return undefined;
    const count = failures.length > 1 ? ` (the last of ${failures.length} failures)` : '';
    return { kind: 'halt', reason: `${last.reason}${count}`, remedy: last.remedy, blames: 'new instances' };
}
/**
 * A new instance that does not serve in time is a failure too; while more are borne, it makes room for another. One that
 * serves and is only warming up is capacity already.
 */
function endOverdueInstance(situation) {
    const { fleet, policy, standing } = situation;
    const late = standing.current.filter((each) => !standing.ready.has(each) && !(0,serving/* isServing */.P)(each) && (0,budget/* overdue */.TU)(each, fleet, policy) && !(0,dark/* isExcused */.Ix)(situation, each));
    const [first] = late;
    if (first === undefined)
        return undefined;
    const reason = `${first.id} did not become ready within ${policy.instanceTimeoutSeconds / 60} minutes: ${(0,dark/* whyNotReleased */.li)(situation, first) ?? (0,why_not_ready/* whyNotReady */.$)(first)}`;
    if (failuresIn(situation).length + late.length < policy.maxFailures)
        return { kind: 'terminate', instances: ids(late.slice(0, victims/* MAX_VICTIMS */.H)), decrement: false, reason };
    return {
        kind: 'halt',
        reason,
        remedy: 'Look at the new instance and its health check, or give it longer with `instance-timeout`.',
        blames: 'new instances',
    };
}
function failuresIn({ fleet, policy, knowledge, standing }) {
    const { rollback } = policy;
    const counts = ({ at }) => rollback === undefined || at > rollback.since;
    const told = fleet.failedLaunches.filter(counts);
    const toldOf = new Map(told.map(({ instanceId, reason }) => [instanceId, reason]));
    const lost = knowledge.lost.filter(counts);
    const lostIds = new Set(lost.map(({ id }) => id));
    return [
        ...told
            .filter(({ instanceId, at, reason }) => {
            if (instanceId !== undefined)
                return !lostIds.has(instanceId);
            // AWS gives the time of an activity in whole seconds.
            const madeGood = at < Math.floor(knowledge.completeAt ?? 0);
            if (standing.capacity >= fleet.sizes.desired || madeGood)
                return false;
            return !FULL.test(reason) || fleet.at - at >= ELSEWHERE_SECONDS;
        })
            .map(({ at, reason }) => ({ at, reason: `AWS could not launch a new instance: ${reason}`, remedy: MEND })),
        ...lost.map(({ id, at, reason }) => ({
            at,
            reason: `${id} left before it was of use: ${toldOf.get(id) ?? `when it was last seen, ${reason}`}`,
            remedy: LOOK,
        })),
    ];
}
/** A zone, a subnet or a type is full: AWS tries the others of the group by itself, which takes it a moment. */
const FULL = /sufficient.*(capacity|addresses)|free addresses|InsufficientInstanceCapacity/i;
const ELSEWHERE_SECONDS = 60;
const MEND = 'Mend what AWS names, then start again: the roll goes on with the instances that are still old.';
const LOOK = 'Look at what the new image does at its start, at its health check and at the launch hooks of the group, then start again.';
const ids = (instances) => instances.map(({ id }) => id);

;// CONCATENATED MODULE: ./build/src/fleet/taking-in-hand.js



/** What to do with a group on which nobody has written down anything. */
function withoutMemo(fleet, policy) {
    const { intent } = policy;
    const action = intent === 'restore' ? nothingLeft(fleet, policy) : ((0,dark/* darkRefusal */.DW)(undefined, policy) ?? begin(fleet, policy));
    return action.kind === 'done' && fleet.stray !== undefined ? REMOVE_STRAY : action;
}
/** What to do first with a group that has a memo; undefined where this process has it in hand. */
function takeInHand(fleet, memo, { policy, knowledge }) {
    const isOurs = memo.run === policy.run;
    const isRoll = policy.intent === 'roll';
    if (isOurs && taking_in_hand_isHeld(memo))
        return HELD;
    if (!isOurs && policy.seeks?.whose === 'own')
        return notOurs(fleet, memo, policy);
    // Another name over our own is that of somebody who goes on from here, whatever its heartbeat.
    if (!isOurs && ((0,hands/* isAlive */._n)(memo, policy.run, fleet.at) || (knowledge.signed && !isRoll)))
        return (0,hands/* inOtherHands */.yX)(memo, fleet.at);
    const refused = isOurs || !isRoll ? undefined : (0,dark/* darkRefusal */.DW)(memo, policy);
    if (refused)
        return refused;
    const signed = knowledge.signed ? undefined : (0,hands/* sign */._S)(memo, policy, fleet.at);
    if (signed)
        return signed;
    const predecessor = isOurs ? knowledge.predecessor : memo;
    return isRoll && predecessor ? takeOver(fleet, { memo, predecessor, policy }) : undefined;
}
/** What a run writes in place of its heartbeat when it leaves a group for inspection: anybody may take it over at once. */
const taking_in_hand_isHeld = ({ heartbeatAt }) => heartbeatAt === 0;
const HELD = { kind: 'done', reason: 'left as it is on purpose' };
const REMOVE_STRAY = { kind: 'forget', reason: 'the memo was gone already when a run put its name on it' };
/** For a post step: what another run has left is not its to put back, but must not pass for put back either. */
function notOurs(fleet, memo, policy) {
    const waiting = nothingLeft(fleet, policy);
    if (waiting.kind === 'wait')
        return waiting;
    if ((0,hands/* isAlive */._n)(memo, policy.run, fleet.at))
        return (0,hands/* inOtherHands */.yX)(memo, fleet.at);
    if (taking_in_hand_isHeld(memo))
        return HELD;
    return {
        kind: 'refuse',
        reason: `run ${(0,hands/* nameOf */.Vb)(memo)}, not this one, has left this group unfinished`,
        remedy: '`mode: restore` puts it back.',
    };
}
const nothingLeft = ({ at, stray }, { run, seeks }) => 
// Where this run's own name shows, so does everything from before.
seeks !== undefined && at < seeks.until && stray !== run
    ? { kind: 'wait', reason: 'no run seems to have left anything behind here, but AWS may not show it yet' }
    : { kind: 'done', reason: 'no run has left anything behind here' };

;// CONCATENATED MODULE: ./build/src/fleet/rolling.js
/**
 * The rolling rules: what to do next with one group. Pure: no clock, no log, no promise. The first rule that has
 * something to say wins; it names one call to AWS, and after the call somebody looks again.
 */











const ROLL = [
    stayInHand,
    holdTheSource,
    answerForAnother,
    adoptDesiredCapacity,
    suspend,
    haltOnFailures,
    discardWarmed,
    endOverdueInstance,
    surge,
    dark/* releaseDarkHalf */.Hs,
    letLeave,
    letRestingLeave,
    awaitReady,
    removeSurplus,
    awaitSpare,
    dark/* lightWhatStays */.$z,
    awaitReturning,
    ({ fleet, memo }) => putBack(fleet, memo),
];
const RESTORE = [
    stayInHand,
    adoptDesiredCapacity,
    removeSurplus,
    awaitSpare,
    dark/* lightWhatStays */.$z,
    putBackWhatMayBe,
];
/** What to do next with a group. */
function nextAction(fleet, policy, knowledge) {
    const { memo } = fleet;
    if (memo === undefined)
        return withoutMemo(fleet, policy);
    const before = takeInHand(fleet, memo, { policy, knowledge });
    if (before)
        return before;
    const standing = (0,fleet_standing/* standingOf */.YP)(fleet, policy);
    const situation = { fleet, policy, knowledge, memo, standing };
    for (const rule of policy.intent === 'roll' ? ROLL : RESTORE) {
        const action = rule(situation);
        if (action)
            return action;
    }
    throw new Error('the last rule always has an answer');
}
function stayInHand({ fleet, memo, policy }) {
    if (fleet.at - memo.heartbeatAt < hands/* HEARTBEAT_SECONDS */.VW || policy.refused?.includes('renew'))
        return undefined;
    return { kind: 'renew', memo: { ...memo, heartbeatAt: Math.floor(fleet.at) }, reason: 'this run is still alive' };
}
function holdTheSource({ fleet, memo, policy }) {
    if (fleet.source.fingerprint === policy.rollback?.failed.fingerprint)
        return { kind: 'wait', reason: 'AWS does not show the previous launch source yet' };
    if (fleet.source.fingerprint === memo.source)
        return undefined;
    if (memo.source === policy.rollback?.failed.fingerprint)
        return {
            kind: 'remember',
            memo: { ...memo, source: fleet.source.fingerprint },
            reason: 'the previous launch source is back',
        };
    return {
        kind: 'halt',
        reason: `the launch source was changed while the group rolled; it is ${fleet.source.label} now`,
        remedy: 'Start again to roll to what the group launches now.',
    };
}
/** In which time a memo may have been written over one of a run that began at the same moment. */
const SAME_MOMENT_SECONDS = 60;
/**
 * Of two runs that begin at once the later memo wins, with the smaller surge perhaps. What the other run has raised by
 * then, which has the processes suspended, is no operator's wish: it is put back with the rest.
 */
function answerForAnother({ fleet, memo, knowledge }) {
    const isNew = knowledge.desired === undefined && fleet.at - memo.startedAt < SAME_MOMENT_SECONDS;
    const isHeld = memo.suspends.length > 0 && memo.suspends.every((process) => fleet.suspended.includes(process));
    const raised = fleet.sizes.desired - memo.sizes.desired;
    if (!isNew || !isHeld || raised <= memo.surge)
        return undefined;
    return {
        kind: 'remember',
        memo: { ...memo, surge: raised },
        reason: 'a run that began at the same moment has made room for more: that is put back as well',
    };
}
/** Desired capacity that is not of our making is somebody's wish: it becomes the one that is put back. */
function adoptDesiredCapacity({ fleet, memo, knowledge }) {
    const { desired } = fleet.sizes;
    const ours = knowledge.desired === undefined
        ? desired >= memo.sizes.desired && desired <= memo.sizes.desired + memo.surge
        : desired === knowledge.desired;
    if (ours || desired === memo.sizes.desired)
        return undefined;
    const max = maxIsOurs(fleet, memo) ? memo.sizes.max : fleet.sizes.max;
    return {
        kind: 'remember',
        memo: {
            ...memo,
            sizes: { ...memo.sizes, max, desired },
            // Counted from a lower wish, our surge reaches as far as it did: or our own maximum would pass for somebody's.
            surge: memo.surge + Math.max(0, memo.sizes.desired - desired),
        },
        reason: `somebody set the desired capacity to ${desired} meanwhile: kept`,
    };
}
function suspend({ fleet, memo, knowledge }) {
    // Once seen suspended, a process that runs again was resumed by somebody who knows why.
    if (knowledge.suspended)
        return undefined;
    const missing = memo.suspends.filter((process) => !fleet.suspended.includes(process));
    if (missing.length === 0)
        return undefined;
    const unreached = missing.includes(dark/* REGISTERING */.c5) ? ', and no load balancer may learn of new instances' : '';
    return { kind: 'suspend', processes: missing, reason: `nothing else may change the size meanwhile${unreached}` };
}
function surge(situation) {
    const { fleet, standing } = situation;
    const target = (0,budget/* surgeTarget */.qM)(situation, standing.oldCapacity);
    if (fleet.sizes.desired >= target)
        return undefined;
    return {
        kind: 'resize',
        sizes: { desired: target, ...(target > fleet.sizes.max && { max: target }) },
        reason: 'room for new instances before old ones leave',
    };
}
function letLeave(situation) {
    const leaving = (0,budget/* mayLeave */.Pz)(situation);
    if (leaving === undefined)
        return undefined;
    const { standing, memo, policy } = situation;
    return {
        kind: 'terminate',
        instances: leaving.victims.map(({ id }) => id),
        decrement: leaving.decrement,
        reason: `${standing.readyCapacity} ready, floor ${(0,budget/* floorOf */.Et)(memo, policy)}`,
    };
}
/** Terminated without a successor: Standby is no part of the desired capacity, so nothing takes its place. */
function letRestingLeave({ fleet, policy }) {
    const resting = restingToLeave(fleet, policy).slice(0, victims/* MAX_VICTIMS */.H);
    if (resting.length === 0)
        return undefined;
    return {
        kind: 'terminate',
        instances: resting.map(({ id }) => id),
        decrement: false,
        reason: 'old and in Standby: whoever brought it back would bring back the old version',
    };
}
function awaitReady({ fleet, standing }) {
    const launching = fleet.sizes.desired - standing.capacity;
    const coming = standing.current.filter((instance) => !standing.ready.has(instance));
    const [first] = coming;
    if (first !== undefined) {
        const others = coming.length > 1 ? ` (and ${coming.length - 1} more)` : '';
        return { kind: 'wait', reason: `${first.id} is not ready${others}: ${(0,why_not_ready/* whyNotReady */.$)(first)}` };
    }
    if (launching > 0)
        return { kind: 'wait', reason: 'AWS is about to launch' };
    if (standing.old.length > 0)
        return { kind: 'wait', reason: `not enough is ready to let ${standing.old[0]?.id} go` };
    return undefined;
}
function removeSurplus(situation) {
    const victims = (0,budget/* surplus */.tI)(situation);
    if (victims.length === 0 || situation.policy.refused?.includes('terminate'))
        return undefined;
    return {
        kind: 'terminate',
        instances: victims.map(({ id }) => id),
        decrement: true,
        reason: 'beyond the original capacity',
    };
}
function awaitSpare(situation) {
    const needed = (0,budget/* neededSurplus */.Ik)(situation);
    if (needed === undefined || situation.policy.refused?.includes('terminate'))
        return undefined;
    return { kind: 'wait', reason: `${needed.id} is one too many, but too few others serve to let it go` };
}
/**
 * The last steps less what AWS has refused. Without the right to terminate, the desired capacity stays: to lower it
 * would let AWS choose who leaves, and it might choose a serving old one. A memo with something left in it stays too.
 */
function putBackWhatMayBe(situation) {
    const { fleet, memo, policy } = situation;
    const { refused = [] } = policy;
    const action = putBack(fleet, memo);
    if (refused.length === 0)
        return action;
    const stuck = refused.includes('resize') || (refused.includes('terminate') && (0,budget/* surplus */.tI)(situation).length > 0);
    if (action.kind === 'resize' && !stuck)
        return action;
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (processes.length > 0 && !refused.includes('resume'))
        return { kind: 'resume', processes, reason: 'only what this roll suspended' };
    if (action.kind === 'forget' && !refused.includes('forget'))
        return action;
    return { kind: 'done', reason: 'AWS refuses to put back more' };
}

// EXTERNAL MODULE: ./build/src/fleet/previous.js
var fleet_previous = __webpack_require__(8281);
;// CONCATENATED MODULE: ./build/src/fleet/knowledge.js


const NOTHING_KNOWN = {
    desired: undefined,
    signed: false,
    suspended: false,
    completeAt: undefined,
    lost: [],
    missing: [],
    discarded: [],
};
/** An answer that lags behind may leave out an instance that it has told before; for so long it is only missed. */
const CERTAIN_AFTER_SECONDS = 20;
/**
 * What two looks in a row teach besides: new instances that have left without ever having served, or while a load
 * balancer called them unhealthy. One that served and was taken away, as Spot does, says nothing against its version.
 */
function learnt(knowledge, { before, now, policy }) {
    if (policy.intent !== 'roll' || now.memo === undefined)
        return knowledge;
    const present = new Map(now.instances.map((instance) => [instance.id, instance]));
    const known = new Set([...knowledge.lost, ...knowledge.missing].map(({ id }) => id));
    // Who leaves a group that has more than it wants was too many, as after an operator's change or a balancing of zones.
    let tooMany = (0,fleet_standing/* capacityOf */.A$)(before.instances.filter(fleet_standing/* isCounted */.he)) - before.sizes.desired;
    const isTooMany = ({ weight }) => (tooMany -= weight) >= 0;
    const missed = before.instances
        .filter((each) => (0,fleet_standing/* isCounted */.he)(each) && !(0,fleet_standing/* isOld */.eD)(each, before, policy) && isOfNoUse(each) && !known.has(each.id))
        .filter((each) => !isLeaving(present.get(each.id)) || !isTooMany(each))
        .map((each) => ({ id: each.id, at: now.at, reason: (0,why_not_ready/* whyNotReady */.$)(each) }));
    const missing = [];
    const lost = [...knowledge.lost];
    for (const each of [...knowledge.missing, ...missed]) {
        const instance = present.get(each.id);
        if (instance === undefined)
            (now.at - each.at < CERTAIN_AFTER_SECONDS ? missing : lost).push(each);
        // One in Standby or detached was taken away by an operator.
        else if (isLeaving(instance))
            lost.push(each);
    }
    const completeAt = isComplete(before) ? before.at : knowledge.completeAt;
    return { ...knowledge, lost, missing, completeAt };
}
const isLeaving = (instance) => instance?.lifecycle.startsWith('Terminat') ?? true;
const isComplete = ({ instances, sizes }) => (0,fleet_standing/* capacityOf */.A$)(instances.filter(fleet_standing/* isCounted */.he)) >= sizes.desired;
const isOfNoUse = (instance) => (instance.readySince === undefined && (instance.unreadySince ?? instance.firstSeenAt) <= instance.firstSeenAt) ||
    instance.balancers.some(({ state, reason }) => state === 'unhealthy' && !STOPPED.test(reason));
/** What load balancers say of an instance that EC2 has taken away: no health check of theirs has failed. */
const STOPPED = /Target\.(InvalidState|IpUnusable)|stopped|terminated/i;

;// CONCATENATED MODULE: ./build/src/reconcile/track.js





function follow({ policyFor, report }, fleet, tracks) {
    let track = tracks.get(fleet.group);
    if (track === undefined) {
        const policy = policyFor(fleet);
        track = {
            group: fleet.group,
            peers: tracks,
            first: fleet,
            last: fleet,
            policy,
            knowledge: NOTHING_KNOWN,
            accepted: [],
            memo: undefined,
            changed: false,
            looksAnew: false,
            resumed: new Set(),
            failure: undefined,
            // An undoing is given its time from the first look on.
            restoringSince: policy.intent === 'restore' ? fleet.at : undefined,
            kept: [],
            notes: [],
            outcome: undefined,
        };
        tracks.set(fleet.group, track);
    }
    const { policy } = track;
    const isNew = (instance) => !(0,fleet_standing/* isOld */.eD)(instance, fleet, policy);
    track.knowledge = (0,dark/* learntInTheDark */.Nx)(learnt(track.knowledge, { before: track.last, now: fleet, policy }), {
        now: fleet,
        isNew,
    });
    track.last = fleet;
    report({
        kind: 'observed',
        fleet,
        counts: countsOf(fleet, track.policy),
        floor: (0,budget/* floorOf */.Et)(fleet.memo ?? fleet, track.policy),
    });
    return track;
}
/** Other hands are noticed by comparing what AWS shows with what our own last change left. */
function learn(track) {
    const { memo, suspended } = track.last;
    if (memo === undefined)
        return;
    track.kept = keptChanges(track.last, memo, {
        heldSuspended: track.knowledge.suspended ? memo.suspends.filter((process) => !track.resumed.has(process)) : [],
    });
    if (memo.run !== track.policy.run)
        return;
    // What is seen before this process has put its name on it may be gone already.
    if (track.knowledge.signed)
        track.memo = memo;
    if (memo.suspends.every((process) => suspended.includes(process)))
        track.knowledge = { ...track.knowledge, suspended: true };
}
function countsOf(fleet, policy) {
    const standing = (0,fleet_standing/* standingOf */.YP)(fleet, policy);
    const { oldCapacity, capacity, readyCapacity } = standing;
    return { old: oldCapacity, current: capacity - oldCapacity, ready: readyCapacity, desired: fleet.sizes.desired };
}
function reportWaiting({ report, outlook }, { last, policy, group }, reason) {
    report({ kind: 'waiting', at: last.at, group, counts: countsOf(last, policy), reason, ...outlook(group) });
}

;// CONCATENATED MODULE: ./build/src/reconcile/failure.js






/**
 * An answer that never came leaves open whether AWS acted: the next look tells. A refusal ends the roll; while a group is
 * put back it ends only what was refused, and the rest is put back all the same.
 */
function failed({ report }, track, { error, change }) {
    if ((0,errors/* isUncertain */.cp)(error)) {
        report({ kind: 'notice', group: track.group, message: `${error.message} Looking again.` });
        track.changed = true;
        track.knowledge = { ...track.knowledge, desired: undefined };
        track.accepted = unsure(track.accepted, change);
        // Where AWS did it, the next look shows this run's name, and nobody would know whose roll goes on.
        if (change.kind === 'renew' && change.after !== undefined && change.after.run !== change.memo.run)
            track.knowledge = { ...track.knowledge, predecessor: change.after };
        if (change.kind === 'forget')
            track.memo = undefined;
        return;
    }
    // Nothing was sent; the loop's head ends what is open.
    if (error instanceof errors/* Cancelled */.cJ)
        return;
    const failure = (0,errors/* explanationOf */.pg)(error);
    if (track.restoringSince === undefined) {
        halt(track, failure);
        return;
    }
    track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), change.kind] };
    // Without its name on the memo a run may put back all the same.
    if (change.kind === 'renew')
        return;
    track.notes = [...track.notes, sentences(failure)];
    track.failure ??= failure;
}
/** Stops a roll for the reason that a rule gives; what follows depends on whether its new instances are to blame. */
async function stop(request, track, action) {
    const failure = {
        what: `The roll of ${track.group} was halted.`,
        why: sentence(action.reason),
        remedy: action.remedy,
    };
    const { onFailure, rollback } = track.policy;
    if (action.blames === undefined || rollback !== undefined || onFailure === 'restore')
        return halt(track, failure);
    if (onFailure === 'hold')
        await hold(request, track, failure);
    else
        await takeBack(request, track, failure);
    return true;
}
/** What stops a roll that is being taken back does not hide why it was. */
function halt(track, failure) {
    if (track.failure !== undefined)
        track.notes = [...track.notes, sentences(failure)];
    track.failure ??= failure;
    track.restoringSince = track.last.at;
    track.policy = { ...track.policy, intent: 'restore' };
    return true;
}
/** Changes nothing any more but the heartbeat: whoever comes next, the post step of this run excepted, need not wait. */
async function hold({ port, report }, track, failure) {
    const { memo } = track.last;
    let when = '';
    try {
        if (memo !== undefined)
            await port.apply(track.group, { kind: 'renew', memo: { ...memo, heartbeatAt: 0 } });
    }
    catch (error) {
        report({ kind: 'warning', group: track.group, message: sentences((0,errors/* explanationOf */.pg)(error)) });
        when = ' and five minutes have passed';
    }
    const remedy = `Everything is left as it is for inspection. When you have seen enough${when}, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`;
    track.outcome = { ...unfinished(track, { ...failure, remedy: remedy.trim() }), status: 'held' };
}
/** Puts the previous launch source back; from there the ordinary rules replace the new instances by old ones. */
async function takeBack(request, track, failure) {
    const { last, first, group, policy } = track;
    const previous = (0,fleet_previous/* previousSourceOf */.u)(first) ?? (0,fleet_previous/* previousSourceOf */.u)(last);
    if (previous === undefined) {
        track.notes = [
            ...track.notes,
            'The previous launch source stays unknown: no old instance tells what it was launched from.',
        ];
        halt(track, failure);
        return;
    }
    const change = { kind: 'relaunch', previous };
    try {
        await request.port.apply(group, change);
    }
    catch (error) {
        track.notes = [
            ...track.notes,
            `The previous launch source, ${previous.label}, ${(0,errors/* isUncertain */.cp)(error) ? 'may not have been' : 'was not'} put back. ${sentences((0,errors/* explanationOf */.pg)(error))}`,
        ];
        track.changed = true;
        halt(track, failure);
        return;
    }
    const reason = 'new instances failed';
    const counts = countsOf(last, policy);
    request.report({ kind: 'step', at: last.at, group, change, counts, reason, dryRun: request.dryRun });
    track.changed = true;
    track.failure = { ...failure, what: `The roll of ${group} was halted and is taken back to ${previous.label}.` };
    track.policy = { ...policy, rollback: { failed: last.source, since: last.at } };
    holdAnew(track);
}
const robbed = ({ group }) => ({
    what: `The roll of ${group} was halted.`,
    why: 'Somebody removed the tags in which it is written how the group was before.',
    remedy: 'The group is put back by what this run knows. Leave the tags `fleet-patch:*` to the action, then start again.',
});
const outOfTime = ({ group }) => ({
    what: `The roll of ${group} was halted.`,
    why: 'The time given by `timeout` is over.',
    remedy: 'Start again: the roll goes on with the instances that are still old. More `surge` makes it faster.',
});
const refusal = ({ group }, { reason, remedy }) => ({
    what: `${group} was left alone.`,
    why: sentence(reason),
    remedy,
});
/** Where a group shares a launch template with one that is taken back, its own source has gone back as well. */
function joinTakingBack(track) {
    const { last, group, policy } = track;
    if (policy.onFailure !== 'rollback' || policy.rollback !== undefined || track.restoringSince !== undefined)
        return;
    if (last.memo === undefined || last.memo.source === last.source.fingerprint)
        return;
    const source = last.memo.source;
    const peer = [...track.peers.values()].find((other) => other.policy.rollback?.failed.fingerprint === source);
    if (peer?.policy.rollback === undefined)
        return;
    track.failure = {
        what: `The roll of ${group} was halted and is taken back with ${peer.group}.`,
        why: 'Both launch from the same template, and new instances of it failed there.',
        ...(peer.failure?.remedy !== undefined && { remedy: peer.failure.remedy }),
    };
    track.policy = { ...policy, rollback: { failed: peer.policy.rollback.failed, since: last.at } };
    holdAnew(track);
}
/** A roll that had let the processes go in its last steps suspends them once more before it adds capacity again. */
function holdAnew(track) {
    const letGo = [...track.resumed].some((process) => process !== dark/* REGISTERING */.c5);
    if (letGo)
        track.knowledge = { ...track.knowledge, suspended: false };
    // What lets a dark half be reached stays ours.
    track.resumed = new Set([...track.resumed].filter((process) => process === dark/* REGISTERING */.c5));
}
/** A reason of a rule as a sentence; AWS's own words in it may end with a full stop already. */
const sentence = (reason) => {
    // An id stays an id wherever it stands.
    const text = reason.startsWith('i-') ? reason : reason.charAt(0).toUpperCase() + reason.slice(1);
    return /[.!?)]$/.test(text) ? text : `${text}.`;
};
const sentences = ({ what, why, remedy }) => [what, why, remedy].filter((part) => part !== undefined).join(' ');

;// CONCATENATED MODULE: ./build/src/reconcile/step.js









async function step(request, track) {
    track.accepted = stillRecent(track.accepted, track.last);
    const timeliness = timelinessOf(track.last, track.accepted);
    // No decision is made on what was before; what is awaited will show soon.
    if (timeliness !== 'timely')
        return timeliness === 'awaited';
    if (track.last.memo === undefined && track.memo !== undefined) {
        // Without its facts nobody could put the group back: this run still has them.
        track.last = { ...track.last, memo: track.memo };
        if (track.restoringSince === undefined)
            return halt(track, robbed(track));
    }
    const { last: fleet } = track;
    learn(track);
    joinTakingBack(track);
    if (track.restoringSince === undefined && track.policy.intent === 'roll' && fleet.at > request.deadline)
        return halt(track, outOfTime(track));
    if (track.restoringSince !== undefined && fleet.at > track.restoringSince + RESTORE_SECONDS) {
        track.outcome = unfinished(track, track.failure ?? { what: `${track.group} could not be put back in time.` });
        return true;
    }
    const action = nextAction(fleet, track.policy, track.knowledge);
    switch (action.kind) {
        case 'wait':
            reportWaiting(request, track, action.reason);
            return false;
        case 'done':
            track.outcome = endOf(track);
            return true;
        case 'refuse':
            track.outcome = { ...finished(track), status: 'refused', failure: refusal(track, action) };
            return true;
        case 'halt':
            return stop(request, track, action);
        case 'probe':
            await probe(request, track, action.instances);
            return true;
        default:
            if (looksAnew(request, track, action))
                return true;
            return await change(request, track, action);
    }
}
/** So long after a look somebody else may have set the sizes, and others may have fallen sick. */
const OLD_SECONDS = 15;
const TAKES = ['resize', 'terminate', 'discard'];
/** Whether AWS took so long to answer that what takes something away, or is written over, must be seen once more. */
function looksAnew({ clock }, track, { kind }) {
    const isOld = TAKES.includes(kind) && clock.now() / 1000 - track.last.at > OLD_SECONDS;
    // Where every look takes so long, nothing younger is to be had.
    track.looksAnew = isOld && !track.looksAnew;
    return track.looksAnew;
}
/** Makes a change; false where AWS gave no usable answer, which is no reason to look again soon. */
async function change(request, track, action) {
    const { last: fleet } = track;
    // Before it is known whether AWS did it: from here on nobody can tell who resumed what.
    if (action.kind === 'resume')
        track.resumed = new Set([...track.resumed, ...action.processes]);
    try {
        await request.port.apply(track.group, action);
    }
    catch (error) {
        failed(request, track, { error, change: action });
        return !(0,errors/* isUncertain */.cp)(error);
    }
    // A sign of life is no step: nobody has to know.
    if (action.kind !== 'renew')
        request.report({
            kind: 'step',
            at: fleet.at,
            group: track.group,
            change: action,
            counts: countsOf(fleet, track.policy),
            reason: action.reason,
            dryRun: request.dryRun,
        });
    track.changed ||= action.kind !== 'forget' && action.kind !== 'renew';
    if (action.kind === 'forget') {
        track.last = (0,forecast/* afterChange */.tC)(fleet, action);
        track.outcome = finished(track);
        return true;
    }
    if (action.kind === 'register')
        track.knowledge = (0,dark/* withRegistration */.iY)(track.knowledge, action, fleet.at);
    if (action.kind === 'discard')
        track.knowledge = { ...track.knowledge, discarded: [...track.knowledge.discarded, ...action.instances] };
    if (action.kind === 'renew' && action.after !== undefined)
        track.knowledge = {
            ...track.knowledge,
            signed: true,
            ...(action.after.run !== action.memo.run && { predecessor: action.after }),
        };
    if (action.kind === 'remember')
        track.knowledge = { ...track.knowledge, signed: true, predecessor: undefined };
    // Accepted now, not when the group was looked at: a call that was repeated through an outage comes minutes later.
    track.accepted = withChange(track.accepted, action, { ...fleet, at: Math.max(fleet.at, request.clock.now() / 1000) });
    const { desired } = (0,forecast/* afterChange */.tC)(fleet, action).sizes;
    if (action.kind === 'resize' || action.kind === 'terminate')
        track.knowledge = { ...track.knowledge, desired };
    const wished = action.kind === 'remember' && fleet.memo !== undefined ? action.memo.sizes.desired : undefined;
    if (wished !== undefined && wished !== fleet.memo?.sizes.desired)
        track.notes = [
            ...track.notes,
            `The desired capacity was changed from ${fleet.memo?.sizes.desired} to ${wished} by somebody else: kept.`,
        ];
    // Adopted: from here on the new wish is what we left.
    if (action.kind === 'remember')
        track.knowledge = { ...track.knowledge, desired: track.knowledge.desired && desired };
    return true;
}
/** Tries instances; what cannot be tried at all ends the roll like any refusal. */
async function probe(request, track, instances) {
    const { group, last, policy } = track;
    const { at } = last;
    let probed;
    try {
        probed =
            (await request.probe?.(instances)) ?? instances.map((id) => ({ id, at, passed: true, reason: 'not tried' }));
    }
    catch (error) {
        // The loop's head ends it.
        if (error instanceof errors/* Cancelled */.cJ)
            return;
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        halt(track, { ...(0,errors/* explanationOf */.pg)(error), what: `The dark half of ${group} could not be tried. ${error.what}` });
        return;
    }
    const probes = new Map([...(track.knowledge.probes ?? []), ...probed.map((each) => [each.id, each])]);
    track.knowledge = { ...track.knowledge, probes };
    const failed = probed.find(({ passed }) => !passed);
    const passed = probed.filter((each) => each.passed).length;
    const reason = `${passed} of ${probed.length} ${probed.length === 1 ? 'probe' : 'probes'} passed${failed ? `; ${failed.id}: ${failed.reason}` : ''}`;
    const counts = countsOf(last, policy);
    request.report({ kind: 'waiting', at, group, counts, reason, ...request.outlook(group) });
}

;// CONCATENATED MODULE: ./build/src/reconcile/unseeing.js






/** More steps than these no group is from being put back. */
const LAST_STEPS = 6;
/**
 * AWS refuses to show the group any more, as when a right is taken away: by what was last seen, a moment ago, the group
 * is put back without looking, as far as that is safe. The memo stays, for whoever can see.
 */
async function endUnseeing(request, track, error) {
    const failure = track.failure ?? (0,errors/* explanationOf */.pg)(error);
    // No sizes: AWS may have launched since, and would choose by itself who of them leaves.
    track.policy = { ...track.policy, intent: 'restore', refused: ['resize'] };
    // What was seen last was seen before the last change.
    track.last = caughtUp(track.last, track.accepted);
    for (let step = 0; step < LAST_STEPS && error instanceof errors/* UserError */.yo && !request.signal.aborted; step++) {
        const action = nextAction(track.last, track.policy, track.knowledge);
        if (action.kind !== 'terminate' && action.kind !== 'resume')
            break;
        try {
            await request.port.apply(track.group, action);
        }
        catch {
            // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
            track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), action.kind] };
            continue;
        }
        const { group, last } = track;
        const counts = countsOf(last, track.policy);
        request.report({
            kind: 'step',
            at: last.at,
            group,
            change: action,
            counts,
            reason: action.reason,
            dryRun: request.dryRun,
        });
        track.changed = true;
        track.last = (0,forecast/* afterChange */.tC)(last, action);
    }
    track.outcome = unfinished(track, failure);
}

;// CONCATENATED MODULE: ./build/src/reconcile.js
/**
 * The loop: look at all groups, decide for each, act once, look again. It keeps nothing that safety needs; whoever
 * starts it anew goes on from what AWS shows.
 */







/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1;
/** Changes under way at once: Auto Scaling has one rate limit for the whole account. */
const PARALLEL = 5;
/**
 * Rolls or restores all groups side by side and gives an outcome for each, in the order asked. Throws what ended the
 * first look, a cancellation included: then nothing is known of any group.
 */
async function reconcile(request) {
    const { clock, signal } = request;
    const tracks = new Map();
    const untold = new Set(request.groups);
    const admitted = new Set();
    const told = new Set();
    const open = () => [...untold].filter((group) => tracks.get(group)?.outcome === undefined);
    let quickest;
    let first;
    while (open().length > 0 && !signal.aborted) {
        admit(open(), admitted, request.width?.() ?? Infinity);
        // The first look is at all of them: what makes the exercise impossible must be known before anything is changed.
        const seen = await look(request, first ? open().filter((group) => admitted.has(group)) : open(), tracks);
        if (seen && !first)
            await request.preflight?.(seen.fleets);
        first ??= seen;
        const acted = seen && (await advance(request, seen, { tracks, untold, admitted }));
        for (const track of tracks.values())
            if (track.outcome !== undefined && !told.has(track)) {
                told.add(track);
                request.ended(track.outcome);
            }
        if (open().length === 0)
            break;
        const fleets = open().flatMap((group) => (admitted.has(group) ? (tracks.get(group)?.last ?? []) : []));
        quickest = quickestStart(fleets, first?.fleets[0]?.at ?? Infinity) ?? quickest;
        const seconds = acted ? SETTLE_SECONDS : request.pollSeconds(secondsToNextReady(fleets, quickest));
        // An abort ends the sleep early; the loop's head sees it.
        await clock.sleep(seconds * 1000, signal).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    }
    if (tracks.size === 0)
        signal.throwIfAborted();
    return request.groups.flatMap((group) => {
        const track = tracks.get(group);
        if (track === undefined)
            return [];
        if (track.outcome === undefined)
            request.ended((track.outcome = unfinished(track, CANCELLED)));
        return [track.outcome];
    });
}
/** Lets in as many groups as there is room for beside those that are on their way, in the order asked. */
function admit(open, admitted, width) {
    let room = width - open.filter((group) => admitted.has(group)).length;
    for (const group of open)
        if (room > 0 && !admitted.has(group)) {
            admitted.add(group);
            room--;
        }
}
const CANCELLED = {
    what: 'The run was cancelled.',
    remedy: 'The post step puts the groups back; `mode: restore` does the same at any time.',
};
/** One shared look; undefined when AWS did not answer, which is borne until the deadline. */
async function look(request, groups, tracks) {
    const { port, clock, report, deadline } = request;
    const now = clock.now() / 1000;
    try {
        return await port.look(groups, now);
    }
    catch (error) {
        // What is known of the groups stays known: the loop's head ends them.
        if (request.signal.aborted && tracks.size > 0)
            return undefined;
        const followed = [...tracks.values()].filter((track) => track.outcome === undefined);
        const hopeless = !(0,errors/* isUncertain */.cp)(error) || now > deadline + RESTORE_SECONDS;
        if (hopeless && !followed.some((track) => track.changed))
            throw error;
        if (hopeless)
            for (const track of followed)
                await endUnseeing(request, track, error);
        else
            report({ kind: 'warning', message: `AWS did not answer: ${String(error)}. Looking again.` });
        return undefined;
    }
}
/** Decides and acts once for each group; true when anything was done, so that the next look comes soon. */
async function advance(request, seen, { tracks, untold, admitted }) {
    let acted = false;
    const lost = [...seen.gone.map((group) => ({ group, problem: goneFrom(group) })), ...seen.unreadable];
    for (const { group, problem } of lost)
        if (request.onUnknownGroup === 'tell' && !tracks.has(group)) {
            request.report({ kind: 'warning', group, message: problem.message });
            untold.delete(group);
        }
        else
            lose(tracks.get(group), problem);
    const queue = seen.fleets.map((fleet) => follow(request, fleet, tracks)).filter(({ group }) => admitted.has(group));
    const worker = async () => {
        for (let track = queue.shift(); track !== undefined && !request.signal.aborted; track = queue.shift())
            if (await step(request, track))
                acted = true;
    };
    // All must have ended before an error leaves: a change under way must not outlive the loop.
    const settled = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed)
        throw failed.reason;
    return acted;
}
const goneFrom = (group) => new errors/* UserError */.yo({ what: `The Auto Scaling group ${group} does not exist.`, remedy: 'Check its name and its region.' });
/** A group that cannot be looked at ends there; where that is known before anything began, it ends the run. */
function lose(track, problem) {
    if (track === undefined)
        throw problem;
    track.outcome ??= unfinished(track, (0,errors/* explanationOf */.pg)(problem));
}

// EXTERNAL MODULE: ./build/src/aws/aws-fault.js
var aws_fault = __webpack_require__(1399);
// EXTERNAL MODULE: ./build/src/aws/balancer-opinions.js
var balancer_opinions = __webpack_require__(9249);
// EXTERNAL MODULE: ./build/src/aws/groups.js
var aws_groups = __webpack_require__(9451);
// EXTERNAL MODULE: ./build/src/aws/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(3529);
// EXTERNAL MODULE: ./build/src/aws/batches.js
var batches = __webpack_require__(815);
// EXTERNAL MODULE: ./build/src/aws/in-parallel.js
var in_parallel = __webpack_require__(134);
// EXTERNAL MODULE: ./build/src/aws/pages.js
var pages = __webpack_require__(5667);
;// CONCATENATED MODULE: ./build/src/aws/subnet-room.js



/** The most values of one filter. */
const MOST_VALUES = 199;
/** The subnets that each of these groups launches into, with their free addresses; the default ones where it names only zones. */
async function subnetRooms(connection, groups) {
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
    const { DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    const answers = await (0,in_parallel/* inParallel */.H)((0,batches/* batches */.X)(values, MOST_VALUES), async (batch) => {
        const Filters = [{ Name: filter, Values: [...batch] }, ...more];
        return await (0,pages/* everyPage */.L)((token) => connection.send(client, new DescribeSubnetsCommand({ Filters, ...token })));
    });
    return answers
        .flat()
        .flatMap(({ Subnets }) => (Subnets ?? []).flatMap(({ SubnetId, AvailabilityZone, AvailableIpAddressCount }) => SubnetId === undefined || AvailabilityZone === undefined || AvailableIpAddressCount === undefined
        ? []
        : [{ id: SubnetId, zone: AvailabilityZone, free: AvailableIpAddressCount }]));
}

;// CONCATENATED MODULE: ./build/src/aws/target-room.js



/** What a target group may hold where the account's limits do not say: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const USUAL_LIMIT = 1000;
/** The same behind a network load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html */
const USUAL_NETWORK_LIMIT = 3000;
/** The most ARNs that one DescribeTargetGroups call is asked for. */
const MOST_ARNS = 20;
/** How many targets each of these target groups has, and may have; by ARN. */
async function targetRooms(connection, arns) {
    if (arns.length === 0)
        return new Map();
    const [limits, protocols] = await Promise.all([accountLimits(connection), protocolsOf(connection, arns)]);
    const rooms = await (0,in_parallel/* inParallel */.H)(arns, async (arn) => {
        const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        const client = await connection.clients.elasticLoadBalancingV2();
        const answer = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
        const registered = answer.TargetHealthDescriptions?.length ?? 0;
        const limit = /^HTTPS?$/.test(protocols.get(arn) ?? 'HTTP')
            ? (limits.get('targets-per-target-group') ?? limits.get('targets-per-application-load-balancer') ?? USUAL_LIMIT)
            : (limits.get('targets-per-network-load-balancer') ?? USUAL_NETWORK_LIMIT);
        return [arn, { name: (0,balancer_opinions/* targetGroupName */.IT)(arn), registered, limit }];
    });
    return new Map(rooms);
}
async function accountLimits(connection) {
    const { DescribeAccountLimitsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { Limits } = await connection.send(client, new DescribeAccountLimitsCommand({}));
    return new Map((Limits ?? []).flatMap(({ Name, Max }) => (Name && Max ? [[Name, Number(Max)]] : [])));
}
async function protocolsOf(connection, arns) {
    const { DescribeTargetGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answers = await (0,in_parallel/* inParallel */.H)((0,batches/* batches */.X)(arns, MOST_ARNS), (batch) => connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...batch] })));
    return new Map(answers
        .flatMap(({ TargetGroups }) => TargetGroups ?? [])
        .flatMap(({ TargetGroupArn, Protocol }) => TargetGroupArn && Protocol ? [[TargetGroupArn, Protocol]] : []));
}

;// CONCATENATED MODULE: ./build/src/fleet/vcpu-quota.js
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

;// CONCATENATED MODULE: ./build/src/aws/quota.js

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
    const { GetServiceQuotaCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(924)]).then(__webpack_require__.t.bind(__webpack_require__, 2924, 19));
    const client = await serviceQuotas();
    const question = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode: code });
    const { Quota } = await connection.send(client, question, { attempts: ATTEMPTS }).catch((error) => {
        // An answer that is not of this service: an emulator that does not have it, or a proxy's own page.
        throw error instanceof Error && !isTold(error) && '$response' in error ? silent(code, error) : error;
    });
    if (Quota?.Value === undefined)
        throw silent(code);
    return Quota.Value;
}
const isTold = (error) => error instanceof errors/* UserError */.yo || '$fault' in error;
const silent = (code, cause) => new errors/* UserError */.yo({ what: `Service Quotas did not tell the quota ${code} of EC2.`, ...(cause && { cause }) });

;// CONCATENATED MODULE: ./build/src/aws/running-instances.js

/** The tag that Auto Scaling gives to what it launches. */
const GROUP_TAG = 'aws:autoscaling:groupName';
/** Everything in the region that counts against a vCPU quota, by type, market and group; a call for each 1,000 instances. */
async function runningInstances(connection) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
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
    const group = instance.Tags?.find(({ Key }) => Key === GROUP_TAG)?.Value;
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

;// CONCATENATED MODULE: ./build/src/aws/vcpus.js



/** The most values of one filter. */
const vcpus_MOST_VALUES = 199;
/** vCPUs of one instance, by type; a type that the region does not have is missing. */
async function vcpusOf(connection, types) {
    const { DescribeInstanceTypesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    const answers = await (0,in_parallel/* inParallel */.H)((0,batches/* batches */.X)(types, vcpus_MOST_VALUES), async (batch) => {
        const Filters = [{ Name: 'instance-type', Values: [...batch] }];
        return await (0,pages/* everyPage */.L)((token) => connection.send(client, new DescribeInstanceTypesCommand({ Filters, ...token })));
    });
    return new Map(answers
        .flat()
        .flatMap(({ InstanceTypes }) => InstanceTypes ?? [])
        .flatMap(({ InstanceType, VCpuInfo }) => InstanceType !== undefined && VCpuInfo?.DefaultVCpus !== undefined
        ? [[InstanceType, VCpuInfo.DefaultVCpus]]
        : []));
}

;// CONCATENATED MODULE: ./build/src/aws/vcpu-room.js




const markets = Object.keys(vcpuQuotas);
/** What the demands will meet of vCPUs. The account's instances and quotas are asked for only where a standard family is launched. */
async function vcpuRooms(connection, demands, unlessRefused) {
    const types = demands.flatMap((demand) => demand.types);
    const running = types.some(isStandard)
        ? await unlessRefused('The vCPU quotas were', () => runningInstances(connection))
        : undefined;
    const known = (running ?? []).map(({ type }) => type).filter(isStandard);
    const each = await unlessRefused('vCPUs were', () => vcpusOf(connection, new Set([...types, ...known])));
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

;// CONCATENATED MODULE: ./build/src/aws/preflight.js








/** Asks, with calls shared between the groups, for what their demands will meet. What AWS does not tell is skipped. */
async function readPreflight(connection, demands) {
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
    const groups = await (0,aws_groups/* groupsByName */.J)(connection, demands.map(({ group }) => group)); // prettier-ignore
    const arns = new Set(groups.flatMap((group) => (0,balancer_opinions/* attachmentsOf */.sF)(group).targetGroups));
    const [subnets, targets, vcpus] = await Promise.all([
        unlessRefused('Free addresses were', () => subnetRooms(connection, groups)),
        unlessRefused('Targets per target group were', () => targetRooms(connection, [...arns])),
        vcpuRooms(connection, demands, unlessRefused),
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
        targetGroups: targets && (0,balancer_opinions/* attachmentsOf */.sF)(group).targetGroups.flatMap((arn) => targets.get(arn) ?? []),
        vcpus: vcpus.rooms(group.AutoScalingGroupName ?? ''),
    };
const nonEmpty = (list) => list === undefined || list.length === 0 ? undefined : list;

;// CONCATENATED MODULE: ./build/src/fleet/preflight.js
/** Whether there is room for what a roll is about to launch. Pure: everything that AWS told is an argument. */


/** The demand of one group; undefined where nothing is to be launched: up to date, in other hands, or doubled already. */
function demandOf(fleet, policy) {
    if (policy.intent !== 'roll' || policy.dark?.kind === 'release')
        return undefined;
    const standing = (0,fleet_standing/* standingOf */.YP)(fleet, policy);
    const memo = fleet.memo ?? fleet;
    const desired = (0,budget/* surgeTarget */.qM)({ fleet, memo, policy }, standing.oldCapacity);
    const units = desired - Math.max(standing.capacity, fleet.sizes.desired);
    if (standing.old.length === 0 || units <= 0)
        return undefined;
    const counted = fleet.instances.filter(fleet_standing/* isCounted */.he);
    const usualWeight = counted.length === 0 ? 1 : (0,fleet_standing/* capacityOf */.A$)(counted) / counted.length;
    return {
        group: fleet.group,
        launches: Math.ceil(units / usualWeight),
        desired,
        max: fleet.sizes.max,
        present: tally(counted.map(({ zone }) => zone)),
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
        const { subnets, targetGroups, vcpus } = around(demand.group);
        return [
            ...(subnets === undefined ? [] : addressShortages(demand, subnets, free)),
            ...(targetGroups ?? []).flatMap((room) => targetShortage(demand, room, registered)),
            ...(vcpus ?? []).flatMap((room) => vcpuShortage(demand, room, used)),
        ];
    });
}
/** AWS launches where a group has fewest instances: the zones fill up evenly, and each must have room for its part. */
function addressShortages(demand, subnets, left) {
    for (const { id, free } of subnets)
        if (!left.has(id))
            left.set(id, free);
    const zones = [...new Set(subnets.map(({ zone }) => zone))];
    const freeIn = (zone) => subnets.filter((subnet) => subnet.zone === zone).reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0);
    const parts = landings(demand, zones, freeIn);
    return [...parts].flatMap(([zone, need]) => {
        const have = freeIn(zone);
        const ids = subnets.filter((subnet) => subnet.zone === zone).map(({ id }) => id);
        take(ids, left, Math.min(need, have));
        return need > have
            ? [{ group: demand.group, what: `free addresses in ${ids.join(', ')} (${zone})`, have, need }]
            : [];
    });
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
function take(ids, left, count) {
    let open = count;
    for (const id of ids) {
        const taken = Math.min(open, left.get(id) ?? 0);
        left.set(id, (left.get(id) ?? 0) - taken);
        open -= taken;
    }
}
function targetShortage({ group, launches }, { name, registered, limit }, known) {
    const before = known.get(name) ?? registered;
    known.set(name, before + launches);
    if (before + launches <= limit)
        return [];
    return [{ group, what: `targets in ${name}`, have: Math.max(0, limit - before), need: launches }];
}
/** What comes is taken to be of the types, and paid, as what is there: in full shares, so that a doubt stops nothing. */
function vcpuShortage({ group, launches }, { name, quota, used, own }, known) {
    const before = known.get(name) ?? used;
    const need = Math.floor((launches * own.vcpus) / own.instances);
    known.set(name, before + need);
    if (before + need <= quota)
        return [];
    return [{ group, what: `vCPUs of ${name}`, have: Math.max(0, quota - before), need }];
}
/** `web: free addresses in subnet-1 (eu-west-1a): have 2, need 3`. */
const shortageInWords = ({ group, what, have, need }) => `${group}: ${what}: have ${have}, need ${need}`;
/** What a person should know although it stops nothing; undefined where MaxSize has room. */
const raiseInWords = ({ group, desired, max }) => desired <= max
    ? undefined
    : `MaxSize of ${group} is ${max} and is raised to ${desired} for the time of the roll. Where the role must not do that, AWS refuses it together with the larger capacity: nothing is launched then.`;

// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(3629);
;// CONCATENATED MODULE: ./build/src/modes/preflight.js




/**
 * Looks, before anything is changed, whether there is room for what the groups are about to launch. Throws one UserError
 * with a line for each shortage of each group; what cannot be read is told and does not stop the roll.
 */
async function preflight({ connection, report }, fleets, policyFor) {
    const policies = new Map(fleets.map((fleet) => [fleet.group, policyFor(fleet)]));
    const demands = fleets.flatMap((fleet) => demandOf(fleet, policies.get(fleet.group)) ?? []);
    if (demands.length === 0)
        return;
    const { around, vcpus, skipped } = await readPreflight(connection, demands);
    for (const message of skipped)
        report({ kind: 'notice', message });
    for (const demand of demands) {
        const message = raiseInWords(demand);
        if (message !== undefined)
            report({ kind: 'info', message });
    }
    const doubled = demands.filter(({ group }) => policies.get(group)?.barrier);
    if (doubled.length > 0)
        report({ kind: 'notice', message: vcpuNotice(doubled, vcpus) });
    const shortages = shortagesOf(demands, around);
    if (shortages.length === 0)
        return;
    throw new errors/* UserError */.yo({
        what: 'There is not enough room for this roll.',
        why: `\n${shortages.map((each) => `- ${shortageInWords(each)}`).join('\n')}\n`,
        remedy: 'No instance was touched. Make room, or let fewer come at once with `surge`.',
    });
}
/** What comes at once where a group is doubled: of families that are not standard a person can hold it against their quota. */
function vcpuNotice(demands, vcpus) {
    const parts = demands.map(({ group, launches, types: [type = 'unknown'] }) => {
        const each = vcpus.get(type);
        const sum = each === undefined ? '' : `, ${launches * each} vCPUs`;
        return `${group} ${(0,words/* count */.U9)(launches, 'instance')} of ${type}${sum}`;
    });
    return `Launched at most at one time: ${parts.join('; ')}.`;
}

;// CONCATENATED MODULE: ./build/src/modes/roll.js






/** Rolls or restores groups side by side, on AWS or, in a dry run, on a model of it. */
async function rollGroups(run, { groups, inputs, exercise }) {
    const { connection, clock, report, collector, signal, pollSeconds } = run;
    const real = (0,aws_fleets/* fleetsPort */.f)(connection);
    if (!inputs.dryRun)
        run.touching(groups);
    const results = new Map();
    const outcomes = await reconcile({
        groups,
        port: inputs.dryRun ? (0,modelled/* modelled */.D)(asIf(real, exercise)) : real,
        policyFor: (fleet) => policyFor(fleet, run, exercise),
        preflight: (fleets) => preflight(run, fleets, (fleet) => policyFor(fleet, run, exercise)),
        probe: exercise.intent === 'roll' && !inputs.dryRun ? exercise.probe : undefined,
        clock: inputs.dryRun ? (0,modelled/* imagined */.j)(clock) : clock,
        report,
        deadline: clock.now() / 1000 + inputs.timeoutSeconds,
        pollSeconds,
        signal,
        dryRun: inputs.dryRun,
        // Whatever became of one group, the others are put back.
        onUnknownGroup: exercise.intent === 'restore' ? 'tell' : 'end',
        outlook: (group) => collector.outlook(group),
        ...(!inputs.dryRun && { width: run.width }),
        ended: (outcome) => {
            const result = resultOf(outcome, run, inputs);
            results.set(outcome.group, result);
            report({ kind: 'finished', at: result.endedAt, result });
        },
    });
    return outcomes.flatMap(({ group }) => results.get(group) ?? []);
}
/** Looks at these groups, and whether there is room for what is to be done with them; throws where there is none. */
async function checkRoom(run, groups, exercise) {
    const { fleets } = await (0,aws_fleets/* fleetsPort */.f)(run.connection).look(groups, run.clock.now() / 1000);
    await preflight(run, fleets, (fleet) => policyFor(fleet, run, exercise));
}
function asIf(real, exercise) {
    const change = exercise.intent === 'roll' ? exercise.asIf : undefined;
    if (change === undefined)
        return real;
    return {
        look: async (groups, now) => {
            const seen = await real.look(groups, now);
            return { ...seen, fleets: seen.fleets.map(change) };
        },
    };
}
function policyFor(fleet, { id, url }, exercise) {
    if (exercise.intent === 'restore')
        return {
            run: id,
            url,
            maxFailures: 1,
            onFailure: 'restore',
            protectedInstances: 'ignore',
            standbyInstances: 'ignore',
            intent: 'restore',
            seeks: { whose: exercise.whose, until: fleet.at + HIDDEN_SECONDS },
            surge: 0,
            maxUnavailable: 0,
            barrier: false,
            force: false,
            instanceTimeoutSeconds: Infinity,
            warmupSeconds: 0,
        };
    const { inputs, barrier, dark } = exercise;
    const budget = dark?.kind === 'release' ? LEFT_TO_RELEASE : budgetFor(fleet, inputs.surge, inputs.maxUnavailable);
    refuseHalfDark(fleet, budget, dark);
    if (dark?.kind !== 'release' && budget.surge === 0 && budget.maxUnavailable === 0 && fleet.sizes.desired > 0)
        throw new errors/* UserError */.yo({
            what: `Nothing of ${fleet.group} could ever be replaced: \`max-unavailable\` is less than one of its ${fleet.sizes.desired} instances and \`surge\` is 0.`,
            remedy: 'Set `surge` to at least `1`, or raise `max-unavailable`.',
        });
    const { force, instanceTimeoutSeconds, maxFailures, onFailure, protectedInstances, standbyInstances } = inputs;
    return {
        run: id,
        url,
        ...budget,
        intent: 'roll',
        barrier,
        ...(dark && { dark }),
        force,
        instanceTimeoutSeconds,
        warmupSeconds: inputs.warmupSeconds ?? fleet.defaultWarmupSeconds ?? 0,
        maxFailures,
        onFailure,
        protectedInstances,
        standbyInstances,
    };
}
/** How long answers that lag behind may hide what a run has left. */
const HIDDEN_SECONDS = 20;
/** Everything was launched in the dark already. */
const LEFT_TO_RELEASE = { surge: 0, maxUnavailable: 0 };
/** A part of the new half that came later would come into the light, untried. */
function refuseHalfDark(fleet, { surge }, dark) {
    const { desired } = (fleet.memo ?? fleet).sizes;
    if (dark?.kind !== 'launch' || surge >= desired)
        return;
    throw new errors/* UserError */.yo({
        what: `\`dark: true\` needs room for the whole new half of ${fleet.group}: ${desired} are desired and \`surge\` is ${surge}.`,
        remedy: 'Leave `surge` out, or set it to at least `100%`.',
    });
}
function resultOf(outcome, { collector, connection }, { dryRun }) {
    const { group, status, changed, left, failure } = outcome;
    const facts = collector.facts(group);
    if (facts === undefined)
        throw new Error(`${group} has an outcome but was never observed`);
    return {
        ...facts,
        region: connection.region,
        status: dryRun && (status === 'rolled' || status === 'dark' || status === 'restored') ? 'planned' : status,
        changed,
        left,
        failure,
    };
}


/***/ })

};
