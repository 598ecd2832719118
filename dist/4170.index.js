export const id = 4170;
export const ids = [4170];
export const modules = {

/***/ 64839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ awsFaultOf)
/* harmony export */ });
/**
 * What AWS said, found in an error or in what caused it; undefined when AWS said nothing. The wire code is `Code` in
 * the query protocols and the error's name elsewhere.
 */
function awsFaultOf(error) {
    for (let inner = error; inner instanceof Error; inner = inner.cause) {
        if ('Code' in inner && typeof inner.Code === 'string')
            return { code: inner.Code, message: inner.message };
        // Only what AWS answered has a `$fault`; the SDK hangs `$metadata` on any error that passes through it.
        if ('$fault' in inner)
            return { code: inner.name, message: inner.message };
    }
    return undefined;
}


/***/ }),

/***/ 72527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ batches)
/* harmony export */ });
/** The items in order, in lists of at most so many; no list is ever empty. */
function batches(items, size) {
    const all = [...items];
    return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}


/***/ }),

/***/ 2848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mapConcurrently)
/* harmony export */ });
/**
 * Calls under way at once. Load balancing gives one account 40 calls and then 10 a second for all its users
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html): more would only turn
 * into retries.
 */
const LIMIT = 4;
/** The results in the order of the items; after a failure no further item is begun, and the first failure is thrown. */
async function mapConcurrently(items, work) {
    const results = [];
    const queue = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (failed)
                return;
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(LIMIT, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 51481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ pageStream)
/* harmony export */ });
/**
 * The pages of a listing one after the other, for one that is too long to be kept whole. A short or empty page says
 * nothing: only the missing token ends it.
 */
async function* pageStream(fetch) {
    let token;
    do {
        const page = await fetch(token === undefined ? {} : { NextToken: token });
        yield page;
        // An empty token is no token: some emulators send one at the end.
        token = page.NextToken === '' ? undefined : page.NextToken;
    } while (token !== undefined);
}


/***/ }),

/***/ 14659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ everyPage),
/* harmony export */   b: () => (/* binding */ everyMarkedPage)
/* harmony export */ });
/**
 * Every page of a listing, by AWS's `NextToken`. A short or empty page says nothing: only the missing token ends it.
 */
async function everyPage(fetch) {
    const pages = [];
    let token;
    do {
        const page = await fetch(token === undefined ? {} : { NextToken: token });
        pages.push(page);
        // An empty token is no token: some emulators send one at the end.
        token = page.NextToken === '' ? undefined : page.NextToken;
    } while (token !== undefined);
    return pages;
}
/** The same of Elastic Load Balancing, which calls its token a marker. */
const everyMarkedPage = (fetch) => everyPage(async ({ NextToken: Marker }) => {
    const page = await fetch(Marker === undefined ? {} : { Marker });
    return { ...page, NextToken: page.NextMarker };
});


/***/ }),

/***/ 754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isRefusedAs)
/* harmony export */ });
/* harmony import */ var _aws_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64839);
/**
 * AWS's refusals that mean something else than "this went wrong" to the module that made the call: the codes and messages
 * by which they are recognised. No other module reads a meaning in them, but those of this room that decide whether a call
 * is repeated and how its refusal is explained to people.
 */

const refusals = {
    'group does not exist': ({ message }) => /not found/i.test(message),
    'desired capacity is at its minimum': ({ message }) => /violate group's min size/i.test(message),
    'instance is in no group': ({ message }) => message.includes('No managed instance found'),
    'instance does not exist': ({ code }) => code === 'InvalidInstanceID.NotFound',
    /** Systems Manager's word for an instance whose agent has not reported. */
    'instance is not managed': ({ code }) => code === 'InvalidInstanceId',
    'command is not shown yet': ({ code }) => code === 'InvocationDoesNotExist',
    'target does not run': ({ message }) => /not in a running state|targets do not exist|Could not find EC2 instance/.test(message),
    'load balancer does not exist': ({ code }) => /^(TargetGroupNotFound|LoadBalancerNotFound)/.test(code),
    'address does not exist': ({ code }) => /^Invalid(AssociationID|AllocationID)\.NotFound$/.test(code),
    'address is taken': ({ code }) => code === 'Resource.AlreadyAssociated',
    /** Or the version asked for does not. */
    'launch template does not exist': ({ code }) => /^InvalidLaunchTemplate(Id|Name)\.(\w*NotFound\w*|Malformed)/.test(code),
    /** A service does not see yet what another one has just made: EC2 of a version, or Auto Scaling of any source. */
    'launch source is not shown yet': ({ code, message }) => code === 'InvalidLaunchTemplateId.VersionNotFound' ||
        /specified version|launch configuration name not found|launch template, with template/i.test(message),
    'name is taken': ({ code }) => code === 'AlreadyExists',
    /** https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html */
    'no launch configurations in this account': ({ code, message }) => code === 'UnsupportedOperation' || /launch configuration.*not (available|supported)/i.test(message),
    /** Another subnet or zone may have room: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
    'no room here': ({ code }) => /^(InsufficientInstanceCapacity|InsufficientFreeAddressesInSubnet|InsufficientHostCapacity|Unsupported)$/.test(code),
};
/** Whether AWS refused, and with this meaning, which holds for the calls that can be refused so. */
function isRefusedAs(error, refusal) {
    const fault = (0,_aws_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFaultOf */ .x)(error);
    return fault !== undefined && refusals[refusal](fault);
}


/***/ }),

/***/ 42875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ visitGroups),
/* harmony export */   JR: () => (/* binding */ groupsByName),
/* harmony export */   q$: () => (/* binding */ groupsByFilter)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2848);
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51481);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14659);




/** Both the longest page and, with a page of that size, the most names of one DescribeAutoScalingGroups call. */
const MOST_GROUPS = 100;
/** Asks for one page after the other. */
function pagesOf(connection, question) {
    return async (token) => {
        const { DescribeAutoScalingGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
        const client = await connection.clients.autoScaling();
        return await connection.send(client, new DescribeAutoScalingGroupsCommand({ ...question, ...token, MaxRecords: MOST_GROUPS }));
    };
}
/** One question for each hundred names; never one without names, which AWS would take for "every group". */
const questionsFor = (names) => (0,_client_batches_js__WEBPACK_IMPORTED_MODULE_0__/* .batches */ .X)(new Set(names), MOST_GROUPS).map((batch) => ({ AutoScalingGroupNames: [...batch] }));
async function listed(connection, question) {
    const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .everyPage */ .L)(pagesOf(connection, question));
    return pages.flatMap(({ AutoScalingGroups }) => AutoScalingGroups ?? []);
}
/** The groups with these names and their instances; a name that is not there is simply not among them. */
async function groupsByName(connection, names) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(questionsFor(names), (question) => listed(connection, question));
    return answers.flat();
}
/** The groups that pass every filter, or all of the region, without their instances. */
const groupsByFilter = (connection, filters) => listed(connection, { ...(filters.length > 0 && { Filters: filters }), IncludeInstances: false });
/**
 * Shows `visit` the groups with these names, or every group of the region, one after the other with their instances. None
 * is kept: the groups of a large account would be many megabytes.
 */
async function visitGroups(connection, names, visit) {
    const questions = names === 'every group' ? [{}] : questionsFor(names);
    await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_2__/* .mapConcurrently */ .X)(questions, async (question) => {
        const pages = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .pageStream */ .q)(pagesOf(connection, question));
        for await (const { AutoScalingGroups } of pages)
            for (const group of AutoScalingGroups ?? [])
                visit(group);
    });
}


/***/ }),

/***/ 24724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parameterValues)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2848);


/** The most names that one GetParameters call takes. */
const MOST_NAMES = 10;
/** The values behind parameters, by the name that was asked for; one that is not there is missing. */
async function parameterValues(connection, names) {
    const values = new Map();
    await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(new Set(names), MOST_NAMES), async (batch) => {
        const { GetParametersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(4125)]).then(__webpack_require__.bind(__webpack_require__, 94125));
        const client = await connection.clients.ssm?.();
        if (client === undefined)
            throw new Error('This connection reads no parameters.');
        const { Parameters } = await connection.send(client, new GetParametersCommand({ Names: [...batch] }));
        for (const { Name = '', ARN = '', Selector = '', Value } of Parameters ?? []) {
            if (Value === undefined)
                continue;
            // A shared parameter is asked for by its ARN, and any by version or label, which the answer tells apart.
            for (const name of [Name, ARN])
                values.set(`${name}${Selector}`, Value);
        }
    });
    return values;
}


/***/ }),

/***/ 22081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ configurationsByName),
/* harmony export */   PK: () => (/* binding */ configurationPages),
/* harmony export */   a3: () => (/* binding */ everyConfiguration),
/* harmony export */   yO: () => (/* binding */ MOST_CONFIGURATION_NAMES)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51481);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14659);




/** The most names that one DescribeLaunchConfigurations call takes. */
const MOST_CONFIGURATION_NAMES = 50;
/** Its longest page. */
const MOST_RECORDS = 100;
/** Asks for one page after the other. */
function pagesOf(connection, question) {
    return async (token) => {
        const { DescribeLaunchConfigurationsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
        const client = await connection.clients.autoScaling();
        return await connection.send(client, new DescribeLaunchConfigurationsCommand({ ...question, ...token }));
    };
}
async function listed(connection, question) {
    const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_0__/* .everyPage */ .L)(pagesOf(connection, question));
    return pages.flatMap(({ LaunchConfigurations }) => LaunchConfigurations ?? []);
}
/** The launch configurations with these names; one that does not exist is not among them. */
async function configurationsByName(connection, names) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(new Set(names), MOST_CONFIGURATION_NAMES), (batch) => listed(connection, { LaunchConfigurationNames: [...batch] }));
    return answers.flat();
}
/** Every launch configuration of the region. */
const everyConfiguration = (connection) => listed(connection, { MaxRecords: MOST_RECORDS });
/**
 * Pages of at most a hundred launch configurations, for a reader that may stop early: of all of the region, or of those
 * with these names, at most `MOST_CONFIGURATION_NAMES` of them.
 */
async function* configurationPages(connection, names) {
    const named = names === 'every configuration' ? {} : { LaunchConfigurationNames: [...names] };
    const pages = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .pageStream */ .q)(pagesOf(connection, { ...named, MaxRecords: MOST_RECORDS }));
    for await (const { LaunchConfigurations = [] } of pages)
        yield LaunchConfigurations;
}


/***/ }),

/***/ 49532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QG: () => (/* binding */ MOST_VERSIONS),
/* harmony export */   "do": () => (/* binding */ versionPages),
/* harmony export */   e1: () => (/* binding */ versionNumber),
/* harmony export */   tx: () => (/* binding */ findVersions),
/* harmony export */   yO: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(754);
/* harmony import */ var _client_page_stream_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51481);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14659);



/** The longest page, and the most versions of one template that one call takes. */
const MOST_VERSIONS = 200;
/** Asks for one page after the other. */
function pagesOf(connection, question) {
    return async (token) => {
        const { DescribeLaunchTemplateVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
        const client = await connection.clients.ec2();
        return await connection.send(client, new DescribeLaunchTemplateVersionsCommand({ ...question, ...token }));
    };
}
/** The versions; AWS's refusal is thrown where the template, or one of the versions, does not exist. */
async function listVersions(connection, question) {
    const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .everyPage */ .L)(pagesOf(connection, question));
    return pages.flatMap(({ LaunchTemplateVersions }) => LaunchTemplateVersions ?? []);
}
/** The versions; undefined where the template, or one of the versions, does not exist. */
async function findVersions(connection, question) {
    try {
        return await listVersions(connection, question);
    }
    catch (error) {
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'launch template does not exist'))
            throw error;
        return undefined;
    }
}
/** Pages of versions, for a reader that may stop early. */
async function* versionPages(connection, question) {
    const pages = (0,_client_page_stream_js__WEBPACK_IMPORTED_MODULE_2__/* .pageStream */ .q)(pagesOf(connection, question));
    for await (const { LaunchTemplateVersions = [] } of pages)
        yield LaunchTemplateVersions;
}
const NUMBER = /^[1-9]\d*$/;
/** A version as AWS writes it, as a number; undefined for `$Latest`, `$Default` and nothing. */
const versionNumber = (text) => text !== undefined && NUMBER.test(text) ? Number(text) : undefined;


/***/ }),

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

/***/ 60395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gX: () => (/* binding */ misfits),
/* harmony export */   iu: () => (/* binding */ rootMoved),
/* harmony export */   nb: () => (/* binding */ wantedArchitecture),
/* harmony export */   sG: () => (/* binding */ incompatibilities)
/* harmony export */ });
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75885);

/**
 * The architecture that an image must have: that of the image in use while its instance types can run it, else theirs.
 * Undefined where neither is known.
 */
function wantedArchitecture(inUse, types) {
    const common = types.reduce((left, { architectures }) => left?.filter((name) => architectures.includes(name)) ?? architectures, undefined);
    if (common === undefined || (inUse !== undefined && common.includes(inUse)))
        return inUse;
    // What runs 64 bits runs 32 as well; the old ones are not meant.
    return common.find((name) => name !== 'i386') ?? common[0] ?? inUse;
}
/** Why an image cannot be launched there, a sentence without its full stop each; none where it can. */
function incompatibilities(image, { data, types, now, choice }) {
    const reported = [];
    if (image.state !== 'available')
        reported.push(`${image.id} is ${image.state}, not available`);
    // What is in use may be deprecated: it still launches, and an audit tells of it.
    if (choice !== 'in use' && (0,_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeprecated */ .oT)(image, now))
        reported.push(`${image.id} is deprecated`);
    return [...reported, ...misfits(image, { data, types })];
}
/** What of an image does not fit the types and the root volume of a launch, a clause each; none where it fits. */
function misfits(image, { data, types }) {
    const reported = [];
    for (const type of types) {
        if (!type.architectures.includes(image.architecture))
            reported.push(`${image.id} is for ${image.architecture}, but ${type.name} runs ${type.architectures.join(' or ')}`);
        else if (!type.virtualizations.includes(image.virtualization))
            reported.push(`${image.id} is ${image.virtualization}, but ${type.name} runs ${type.virtualizations.join(' or ')}`);
        else if (!type.rootTypes.includes(image.rootType))
            reported.push(`${image.id} has a root device of ${image.rootType}, which ${type.name} does not boot from`);
        else
            reported.push(...unmetDemands(image, type));
    }
    const root = (data.BlockDeviceMappings ?? []).find(({ DeviceName }) => DeviceName === image.rootDevice);
    const size = root?.Ebs?.VolumeSize;
    if (size !== undefined && image.rootGiB !== undefined && size < image.rootGiB)
        reported.push(`its root volume ${image.rootDevice} has ${size} GiB, but ${image.id} needs ${image.rootGiB}`);
    return reported;
}
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-type-boot-mode.html and the pages on ENA and NitroTPM */
function unmetDemands({ id, demands = {} }, type) {
    const { bootMode, ena, tpm } = demands;
    const modes = type.bootModes;
    return [
        ...(bootMode === undefined || modes === undefined || modes.includes(bootMode)
            ? []
            : [`${id} boots by ${bootMode}, but ${type.name} by ${modes.join(' or ')}`]),
        ...(ena === 'missing' && type.ena === 'required'
            ? [`${id} has no driver of the Elastic Network Adapter (ENA), which ${type.name} requires`]
            : []),
        ...(tpm === 'required' && type.nitroTpm === 'unsupported'
            ? [`${id} needs a NitroTPM, which ${type.name} does not have`]
            : []),
    ];
}
/** What may surprise without being wrong: a mapping for the old root device becomes a second, empty volume. */
function rootMoved(before, after, data) {
    const device = before?.rootDevice;
    if (device === undefined || device === after.rootDevice)
        return undefined;
    if (!(data.BlockDeviceMappings ?? []).some(({ DeviceName }) => DeviceName === device))
        return undefined;
    return `The root device of ${after.id} is ${after.rootDevice}, that of ${before?.id} was ${device}: what is set for ${device} makes a second volume now.`;
}


/***/ }),

/***/ 75885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ mayBeChosen),
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   oT: () => (/* binding */ isDeprecated),
/* harmony export */   zd: () => (/* binding */ byRelease)
/* harmony export */ });
/** Whether the image is past its deprecation time at `now` (seconds since the epoch). */
function isDeprecated(image, now) {
    return image.deprecatedAt !== undefined && image.deprecatedAt <= now;
}
/**
 * Order of release, oldest first. Images of the same second are told apart by name and id, so that two runs, or two
 * orders of the same pages, never choose differently.
 */
function byRelease(one, other) {
    return one.createdAt - other.createdAt || compareText(one.name, other.name) || compareText(one.id, other.id);
}
/** The newest image that can be launched; undefined where the list has none that may be chosen. */
function newest(images, choice) {
    return images
        .filter((image) => mayBeChosen(image, choice))
        .reduce((best, image) => (best && byRelease(best, image) >= 0 ? best : image), undefined);
}
/** Whether an image can be launched and the choice does not rule it out. */
function mayBeChosen(image, { now, deprecated }) {
    return image.state === 'available' && (deprecated === 'allow' || !isDeprecated(image, now));
}
// Not localeCompare: the order must not depend on the language of the machine.
function compareText(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}


/***/ }),

/***/ 67037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ requirementsOf),
/* harmony export */   J3: () => (/* binding */ namedTypes),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   z7: () => (/* binding */ shapeMisfits)
/* harmony export */ });
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60395);

const isPattern = (type) => type.includes('*');
/** The types that a launch may have and that stand there by name. */
const namedTypes = ({ instanceType, requirements }) => instanceType === undefined ? (requirements?.allowedTypes ?? []).filter((type) => !isPattern(type)) : [instanceType];
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html; `apple` makes Macs of both kinds. */
const ARCHITECTURES = new Map([
    ['intel', ['x86_64', 'i386', 'x86_64_mac']],
    ['amd', ['x86_64', 'i386']],
    ['amazon-web-services', ['arm64']],
]);
/**
 * Why an image cannot be launched so, a clause each; none where it can, and where that cannot be told: of a type that EC2
 * does not describe, and of requirements that leave open which types AWS chooses. Of those it takes types that fit the
 * architecture of the image.
 */
function shapeMisfits(image, shape, types) {
    const data = { BlockDeviceMappings: shape.devices };
    const alone = (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .misfits */ .gX)(image, { data, types: [] });
    if (alone.length > 0)
        return alone;
    const named = namedTypes(shape);
    if (shape.instanceType === undefined && named.length !== (shape.requirements?.allowedTypes ?? []).length)
        return manufacturerMisfit(image, shape.requirements);
    const each = named.map((name) => {
        const type = types.get(name);
        return type === undefined ? [] : (0,_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .misfits */ .gX)(image, { data, types: [type] });
    });
    return each.length > 0 && each.every((found) => found.length > 0)
        ? each.flat()
        : manufacturerMisfit(image, shape.requirements);
}
function manufacturerMisfit(image, requirements) {
    const makers = requirements?.cpuManufacturers ?? [];
    const runs = makers.map((maker) => ARCHITECTURES.get(maker));
    if (makers.length === 0 || runs.some((list) => list === undefined || list.includes(image.architecture)))
        return [];
    return [`${image.id} is for ${image.architecture}, but its requirements ask for CPUs of ${makers.join(' or ')}`];
}
/** What stands in `InstanceRequirements`, of a template or of an override; undefined where there are none. */
function requirementsOf(given) {
    if (given === undefined)
        return undefined;
    return { cpuManufacturers: given.CpuManufacturers ?? [], allowedTypes: given.AllowedInstanceTypes ?? [] };
}
/** What an account in audit mode should know of an image; undefined of one that its Allowed AMIs settings allow. */
const notAllowed = ({ id, demands }) => demands?.allowed === 'no'
    ? `${id} is not allowed by the Allowed AMIs settings of the account, which are in audit mode: once they are enabled, it cannot be launched`
    : undefined;


/***/ }),

/***/ 44909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parameterOf),
/* harmony export */   r: () => (/* binding */ isImageId)
/* harmony export */ });
const ALIAS = 'resolve:ssm:';
/** The parameter behind an image id of the form `resolve:ssm:name`; undefined for a plain image id. */
const parameterOf = (imageId) => imageId.startsWith(ALIAS) ? imageId.slice(ALIAS.length) : undefined;
/** Whether a text is the id of an image. */
const isImageId = (text) => /^ami-[0-9a-f]+$/.test(text);


/***/ })

};
