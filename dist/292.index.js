export const id = 292;
export const ids = [292];
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

/***/ 8785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fullConfigurations)
/* harmony export */ });
/* unused harmony export copied */
/* harmony import */ var _launch_sources_configurations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2081);

/** What a copy must have, of each of these launch configurations that is there, by name; of all without `names`. */
async function fullConfigurations(connection, names) {
    const found = await (names === undefined ? (0,_launch_sources_configurations_js__WEBPACK_IMPORTED_MODULE_0__/* .everyConfiguration */ .a3)(connection) : (0,_launch_sources_configurations_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationsByName */ .Cy)(connection, names));
    return new Map(found.map((each) => [each.LaunchConfigurationName ?? '', copied(each)]));
}
/**
 * Every field that CreateLaunchConfiguration takes, those included that this version has never heard of. Left out are the
 * name, what only AWS writes, EC2-Classic, which is gone, and empty values: AWS answers with empty texts that it does not
 * take back (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html).
 */
function copied(configuration) {
    const { LaunchConfigurationName: _name, LaunchConfigurationARN: _arn, CreatedTime: _time, ClassicLinkVPCId: _vpc, ClassicLinkVPCSecurityGroups: _groups, ...fields } = configuration;
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}
const isEmpty = (value) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);


/***/ }),

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

/***/ 6302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _F: () => (/* binding */ findGroups),
  uU: () => (/* binding */ refuseEmptySelection),
  B_: () => (/* binding */ selectGroups),
  $W: () => (/* binding */ selectNames)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/aws/select/glob.js
var glob = __webpack_require__(7924);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(2875);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/text/nearest.js
var nearest = __webpack_require__(7443);
// EXTERNAL MODULE: ./build/src/aws/groups/stack-reference.js
var stack_reference = __webpack_require__(2524);
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
    const groups = all.filter((group) => parts.every((part) => matchesPart(part, group)));
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
    if (idle.length > 0) {
        const groups = (await (0,map_concurrently/* mapConcurrently */.X)(connections, everything)).flat();
        throw idleSelection(idle, { where, near: suggestions(idle, groups) });
    }
    if (found === 0)
        throw nothingMatches(partsOf(selector), where);
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
const nothingMatches = (parts, where) => new errors/* UserError */.yo({
    what: `No Auto Scaling group in ${where} matches all that is asked for.`,
    why: `Each of ${parts.flatMap(({ entries }) => entries.map(quoted)).join(', ')} matches some group, but no group matches them together.`,
    remedy: 'Within `auto-scaling-groups` and `stacks` one entry is enough; between the inputs, and in `tags`, all must match.',
});


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ darkLaunchOptions)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(2527);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var pages = __webpack_require__(4659);
;// CONCATENATED MODULE: ./build/src/aws/probe/instances.js



/** The most values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
const MOST_IDS = 199;
/** By id; one that EC2 does not know, or that has no address, is missing. */
async function describeInstances(connection, ids) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const client = await connection.clients.ec2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(ids, MOST_IDS), async (batch) => {
        const question = { Filters: [{ Name: 'instance-id', Values: [...batch] }], MaxResults: 1000 };
        return await (0,pages/* everyPage */.L)((token) => connection.send(client, new DescribeInstancesCommand({ ...question, ...token })));
    });
    const instances = answers
        .flat()
        .flatMap(({ Reservations }) => (Reservations ?? []).flatMap((each) => each.Instances ?? []));
    return new Map(instances.flatMap(({ InstanceId, PrivateIpAddress, Platform }) => InstanceId === undefined || PrivateIpAddress === undefined
        ? []
        : [[InstanceId, { privateIp: PrivateIpAddress, windows: Platform?.toLowerCase() === 'windows' }]]));
}

// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(9545);
;// CONCATENATED MODULE: ./build/src/aws/probe/run-command.js




/** The most ids of one SendCommand: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html */
const run_command_MOST_IDS = 50;
/** How long an instance may take to take the command up, and to run it; seconds. 30 is the least that AWS takes for the first. */
const PICK_UP_SECONDS = 30;
const RUN_SECONDS = 60;
const PAUSE_SECONDS = 2;
/**
 * Runs a command on instances by way of Systems Manager and gives what became of it, by id. It passes where it ends
 * with 0. An instance that Systems Manager does not know (yet) has not passed. Throws a UserError where AWS refuses the
 * caller.
 */
async function runOnInstances(options, { command, known }) {
    const ids = (windows) => [...known].filter(([, instance]) => instance.windows === windows).map(([id]) => id);
    const jobs = [false, true].flatMap((windows) => (0,batches/* batches */.X)(ids(windows), run_command_MOST_IDS).map((batch) => ({ windows, batch })));
    const found = await (0,map_concurrently/* mapConcurrently */.X)(jobs, ({ windows, batch }) => runOn(options, { command, windows, ids: batch }));
    return new Map(found.flat());
}
async function runOn(options, job) {
    try {
        const commandId = await sendCommand(options, job);
        return await (0,map_concurrently/* mapConcurrently */.X)(job.ids, async (id) => [id, await outcomeOn(options, { commandId, id })]);
    }
    catch (error) {
        // One id that Systems Manager does not know fails the command for all: each by itself tells which.
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance is not managed') && job.ids.length > 1)
            return (await (0,map_concurrently/* mapConcurrently */.X)(job.ids, (id) => runOn(options, { ...job, ids: [id] }))).flat();
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
    const { SendCommandCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
    const { Command } = await connection.send(await ssmOf(connection), new SendCommandCommand({
        DocumentName: windows ? 'AWS-RunPowerShellScript' : 'AWS-RunShellScript',
        InstanceIds: [...ids],
        Parameters: { commands: [command], executionTimeout: [String(RUN_SECONDS)] },
        TimeoutSeconds: PICK_UP_SECONDS,
        Comment: 'Fleet Patch: probe before release',
    }));
    return Command?.CommandId ?? '';
}
async function outcomeOn(options, invocation) {
    const { clock, signal } = options;
    const giveUpAt = clock.now() + (PICK_UP_SECONDS + RUN_SECONDS) * 1000;
    for (;;) {
        const found = await findingOf(options, invocation);
        if (found !== undefined)
            return found;
        if (clock.now() >= giveUpAt)
            return { passed: false, reason: 'the command did not end in time' };
        await clock.sleep(PAUSE_SECONDS * 1000, signal);
    }
}
/** Undefined while the command has not ended there, or Systems Manager does not show it yet. */
async function findingOf({ connection }, { commandId, id }) {
    const { GetCommandInvocationCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
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
    return async (ids) => {
        const known = await describeInstances(connection, ids);
        const commands = probe.kind === 'ssm' ? await runOnInstances(options, { command: probe.command, known }) : undefined;
        return await (0,map_concurrently/* mapConcurrently */.X)(ids, async (id) => {
            const address = known.get(id)?.privateIp;
            const found = commands?.get(id) ??
                (address === undefined || probe.kind === 'ssm'
                    ? { passed: false, reason: 'EC2 does not know it' }
                    : await fromHere(network, probe, (text) => filledIn(text, { id, address })));
            return { id, at: clock.now() / 1000, ...found };
        });
    };
}
async function fromHere(network, probe, fill) {
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
const filledIn = (text, { id, address }) => text.replaceAll('{private-ip}', address).replaceAll('{instance-id}', id);
/** That a request was aborted says nothing; what it was aborted for does. */
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}

;// CONCATENATED MODULE: ./build/src/modes/dark.js

/** What a dark launch adds to a RollRequest; empty where `dark` is not set. */
function darkLaunchOptions({ connection, clock, signal, network }, { dark }) {
    if (dark === undefined)
        return {};
    const { releaseAfterSeconds, probe } = dark;
    return {
        dark: {
            kind: 'launch',
            bakeSeconds: releaseAfterSeconds ?? 0,
            probes: probe !== undefined,
            byHand: releaseAfterSeconds === undefined && probe === undefined,
        },
        ...(probe && {
            probe: instanceProber({ connection, clock, signal, network }, probe),
            probedBy: probe.kind,
        }),
    };
}


/***/ })

};
