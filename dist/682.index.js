export const id = 682;
export const ids = [682];
export const modules = {

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
        const { DescribeAutoScalingGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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

/***/ 27735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ heaviestWeight),
/* harmony export */   s: () => (/* binding */ groupIdOf)
/* harmony export */ });
const GROUP_ARN = /:autoScalingGroup:([0-9a-fA-F-]{36}):autoScalingGroupName\//;
/**
 * The UUID in the ARN of a group, `arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:UUID:autoScalingGroupName/NAME`: a
 * group that is deleted and made anew has another one. Undefined where AWS gives none.
 */
const groupIdOf = ({ AutoScalingGroupARN }) => GROUP_ARN.exec(AutoScalingGroupARN ?? '')?.[1]?.toLowerCase();
/** The greatest weight of an instance of the group, there already or to be launched; 1 where the group has no weights. */
function heaviestWeight({ Instances = [], MixedInstancesPolicy }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    const weights = [...Instances, ...overrides].map(({ WeightedCapacity }) => Number(WeightedCapacity ?? 1));
    return Math.max(1, ...weights);
}


/***/ }),

/***/ 83384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yV: () => (/* binding */ CARRIED_KEYS),
  Y7: () => (/* binding */ MEMO_TAG),
  aU: () => (/* binding */ carriedTags),
  IG: () => (/* binding */ clearedTags),
  pg: () => (/* binding */ isMemoTag),
  o2: () => (/* binding */ memoTags),
  RH: () => (/* binding */ orphanedRun),
  rk: () => (/* binding */ readCarriedMemo),
  fw: () => (/* binding */ readMemo),
  eZ: () => (/* binding */ runTag)
});

// UNUSED EXPORTS: PROGRESS_TAG, RUN_TAG

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/rollout/budget.js
var budget = __webpack_require__(26876);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/memo-bounds.js
var memo_bounds = __webpack_require__(38352);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(27735);
// EXTERNAL MODULE: ./build/src/aws/groups/tag-format.js
var tag_format = __webpack_require__(3510);
;// CONCATENATED MODULE: ./build/src/aws/groups/versioned-text.js
/**
 * Texts in tags that may outlive the version of Fleet Patch that wrote them. A text names its format; one without a name
 * is of version 1, which was written before there were versions.
 */

/** The field with which a text begins that is of version 2 or later. */
const VERSION_FIELD = 'v';
/** The value of the field `v` in a text of this version. */
const versionWord = (version) => (version === 1 ? undefined : String(version));
/** Whether a text is of version 1, which names no version. */
const isFirstVersion = (text) => (0,tag_format/* parseTag */.E)(text)[VERSION_FIELD] === undefined;
/** Writes and reads a value in these versions of its text. */
const versionedText = ({ formats, written }) => ({
    write: (value) => {
        const fields = formats[written]?.write(value);
        if (fields === undefined)
            throw new Error(`There is no format ${written} to write.`);
        const word = versionWord(written);
        return (0,tag_format/* formatTag */._)({ ...(word !== undefined && { [VERSION_FIELD]: word }), ...fields });
    },
    read: (text, refuse) => {
        const { [VERSION_FIELD]: word, ...fields } = (0,tag_format/* parseTag */.E)(text);
        const [, format] = Object.entries(formats).find(([version]) => versionWord(Number(version)) === word) ?? [];
        if (format === undefined)
            throw refuse(`It is of the format ${word ?? '1'}, which this version does not know.`);
        const missing = format.required.filter((name) => fields[name] === undefined);
        const known = new Set([...format.required, ...format.optional]);
        const foreign = Object.keys(fields).filter((name) => !known.has(name));
        // Another version's facts must not be guessed: all of the fields must be there and no others.
        if (missing.length > 0)
            throw refuse(`It does not say ${missing.join(', ')}.`);
        if (foreign.length > 0)
            throw refuse(`It says ${foreign.join(', ')}, which this version does not know.`);
        return format.read(fieldReader(fields, refuse));
    },
});
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/;
/** A number that reads back as itself; throws for one that does not. */
function numberField(value) {
    const text = String(value);
    if (!NUMBER.test(text))
        throw new Error(`${text} cannot be written into a memo.`);
    return text;
}
function fieldReader(fields, refused) {
    const refuse = (why) => {
        throw refused(why);
    };
    const number = (name) => {
        const text = fields[name] ?? '';
        return NUMBER.test(text) ? Number(text) : refuse(`${name} is not a number.`);
    };
    return {
        has: (name) => fields[name] !== undefined,
        text: (name) => fields[name] ?? '',
        number,
        whole: (name) => {
            const value = number(name);
            return Number.isSafeInteger(value) ? value : refuse(`${name} is not a whole number.`);
        },
        oneOf: (name, words) => {
            const text = fields[name];
            if (text === undefined)
                return undefined;
            return words.find((word) => word === text) ?? refuse(`${name} is ${text}, which this version does not know.`);
        },
        refuse,
    };
}

;// CONCATENATED MODULE: ./build/src/aws/groups/memo-text.js

const NOTHING = 'none';
const firstFacts = {
    required: ['started', 'min', 'max', 'desired', 'suspends', 'surge', 'source', 'until'],
    optional: ['dark', 'released'],
    write: (facts) => ({
        ...factFields(facts),
        ...(facts.dark && { dark: 'yes' }),
        ...(facts.released && { released: 'yes' }),
    }),
    read: (fields) => ({
        ...factsIn(fields),
        ...(fields.has('dark') && { dark: true }),
        ...(fields.has('released') && { released: true }),
    }),
};
const secondFacts = {
    required: ['group', ...firstFacts.required],
    optional: ['leaving', 'scaling'],
    write: (facts) => ({
        group: facts.groupId ?? NOTHING,
        ...factFields(facts),
        ...(facts.maxLeaving !== undefined && { leaving: numberField(facts.maxLeaving) }),
        ...(facts.follows && { scaling: 'follow' }),
    }),
    read: (fields) => ({
        ...(fields.text('group') !== NOTHING && { groupId: fields.text('group') }),
        ...factsIn(fields),
        ...(fields.has('leaving') && { maxLeaving: fields.whole('leaving') }),
        ...(fields.oneOf('scaling', ['follow']) && { follows: true }),
    }),
};
const factFields = ({ startedAt, sizes, suspends, surge, source, replaceLaunchedUntil: until }) => ({
    started: numberField(startedAt),
    min: numberField(sizes.min),
    max: numberField(sizes.max),
    desired: numberField(sizes.desired),
    suspends: listing(suspends),
    surge: numberField(surge),
    source,
    until: until === undefined ? NOTHING : numberField(until),
});
const factsIn = ({ text, number, whole }) => ({
    startedAt: number('started'),
    sizes: { min: whole('min'), max: whole('max'), desired: whole('desired') },
    suspends: text('suspends') === NOTHING ? [] : text('suspends').split('+'),
    surge: whole('surge'),
    source: text('source'),
    replaceLaunchedUntil: text('until') === NOTHING ? undefined : number('until'),
});
const secondProgress = {
    required: [],
    optional: [
        'dark',
        'released',
        'scheduled',
        'scaled',
        'handed',
        'left',
        'gates',
        'checkpoints',
        'alarms',
        'needs',
        'phase',
        'plan',
        'role',
        'partner',
    ],
    write: ({ dark, released, scheduledUntil, scaledUntil, handedBackAt, handedSizes, progress: { gatesPassed, checkpoints, alarms, needs = [], phase, plan, role, partner } = {}, }) => ({
        ...(dark && { dark: 'yes' }),
        ...(released && { released: 'yes' }),
        ...(scheduledUntil !== undefined && { scheduled: numberField(scheduledUntil) }),
        ...(scaledUntil !== undefined && { scaled: numberField(scaledUntil) }),
        ...(handedBackAt !== undefined && { handed: numberField(handedBackAt) }),
        ...(handedSizes !== undefined && { left: `${handedSizes.desired}+${handedSizes.max}` }),
        ...(gatesPassed !== undefined && { gates: numberField(gatesPassed) }),
        ...(checkpoints !== undefined && { checkpoints: numberField(checkpoints) }),
        ...(alarms !== undefined && { alarms: numberField(alarms) }),
        ...(needs.length > 0 && { needs: needs.join('+') }),
        ...(phase !== undefined && { phase }),
        ...(plan !== undefined && { plan }),
        ...(role !== undefined && { role }),
        ...(partner !== undefined && { partner }),
    }),
    read: (fields) => {
        const progress = progressIn(fields);
        return {
            ...(fields.oneOf('dark', ['yes']) && { dark: true }),
            ...(fields.oneOf('released', ['yes']) && { released: true }),
            ...(fields.has('scheduled') && { scheduledUntil: fields.number('scheduled') }),
            ...(fields.has('scaled') && { scaledUntil: fields.number('scaled') }),
            ...(fields.has('handed') && { handedBackAt: fields.number('handed') }),
            ...(fields.has('left') && { handedSizes: leftIn(fields) }),
            ...(Object.keys(progress).length > 0 && { progress }),
        };
    },
};
function leftIn({ text, refuse }) {
    const [, desired, max] = /^(\d{1,9})\+(\d{1,9})$/.exec(text('left')) ?? refuse('left names no two sizes.');
    return { desired: Number(desired), max: Number(max) };
}
function progressIn({ has, text, whole, oneOf, refuse }) {
    if (has('partner') && !/^[0-9a-f]{16}$/.test(text('partner')))
        refuse('partner is not 16 hex digits.');
    const role = oneOf('role', ['source', 'target']);
    return {
        ...(has('gates') && { gatesPassed: whole('gates') }),
        ...(has('checkpoints') && { checkpoints: whole('checkpoints') }),
        ...(has('alarms') && { alarms: whole('alarms') }),
        ...(has('needs') && { needs: text('needs').split('+') }),
        ...(has('phase') && { phase: text('phase') }),
        ...(has('plan') && { plan: text('plan') }),
        ...(role && { role }),
        ...(has('partner') && { partner: text('partner') }),
    };
}
const leaseFormat = {
    required: ['run', 'heartbeat'],
    optional: ['url'],
    write: ({ run, heartbeatAt, url }) => ({
        run,
        heartbeat: numberField(heartbeatAt),
        // The address is a comfort: better without it than without the tag.
        ...(url !== undefined && SAFE_ADDRESS.test(url) && { url }),
    }),
    read: ({ text, number }) => ({
        run: text('run'),
        heartbeatAt: number('heartbeat'),
        ...(text('url') !== '' && { url: text('url') }),
    }),
};
const SAFE_ADDRESS = /^https:\/\/[\w.:/-]{1,170}$/;
function listing(processes) {
    if (processes.some((process) => !/^[A-Za-z]+$/.test(process) || process === NOTHING))
        throw new Error(`${processes.join(', ')} cannot be written into a memo.`);
    return processes.join('+') || NOTHING;
}
/** The text of the facts; a version that is written no more stays for as long as a group may carry it. */
const factsText = versionedText({
    formats: { 1: firstFacts, 2: secondFacts },
    written: 2,
});
/** The text of the progress, which the first format had among the facts. */
const progressTagText = versionedText({
    formats: { 2: secondProgress },
    written: 2,
});
/** The text of the lease. */
const leaseText = versionedText({
    formats: { 1: leaseFormat, 2: leaseFormat },
    written: 2,
});

;// CONCATENATED MODULE: ./build/src/aws/groups/memo-tag.js








/** Tag that holds what never changes during a run. */
const MEMO_TAG = 'fleet-patch:memo';
/** Tag that holds whose run it is and when it last said that it is alive: renewed without touching the facts. */
const RUN_TAG = 'fleet-patch:run';
/** Tag that holds how far the run has come. */
const PROGRESS_TAG = 'fleet-patch:progress';
/** The tags that hold a memo, for CreateOrUpdateTags. Throws when a value does not fit into a tag: never half a memo. */
const memoTags = (group, memo) => [
    textTag(group, MEMO_TAG, factsText.write(memo)),
    runTag(group, memo),
    // Written even where it says nothing: one that another run has left must not be read with these facts.
    textTag(group, PROGRESS_TAG, progressTagText.write(memo)),
];
/** The tag that renews the heartbeat. */
const runTag = (group, lease) => textTag(group, RUN_TAG, leaseText.write(lease));
/** The same tags, for EC2's CreateTags: on instances that carry the memo. */
const carriedTags = (memo) => memoTags('', memo).map(({ Key = '', Value = '' }) => ({ Key, Value }));
/** Their keys, for EC2's DeleteTags. */
const CARRIED_KEYS = [MEMO_TAG, RUN_TAG, PROGRESS_TAG].map((Key) => ({ Key }));
/** Whether a tag of an instance is one of a memo that it carries. */
const isMemoTag = ({ Key }) => CARRIED_KEYS.some((each) => each.Key === Key);
/** All three tags, for DeleteTags. */
const clearedTags = (group) => CARRIED_KEYS.map(({ Key }) => bareTag(group, Key));
const textTag = (group, key, text) => ({
    ...bareTag(group, key),
    Value: text,
    PropagateAtLaunch: false,
});
const bareTag = (group, key) => ({
    ResourceId: group,
    ResourceType: 'auto-scaling-group',
    Key: key,
});
/**
 * The memo in the tags of a group; undefined where there is none. A memo whose run tag was removed belongs to no run that
 * is alive, and one of the first format to the group that carries it. Throws a UserError when a tag is there and cannot be
 * read, was saved for another group, or says what no roll can have saved.
 */
function readMemo(group) {
    const { AutoScalingGroupName: name = '', Tags: tags = [] } = group;
    return memoIn(group, { tags, on: { name, holder: `the group ${name}` } });
}
/**
 * The memo that instances of a group carry; undefined where none does. It was left on purpose by a run that has ended.
 * Throws a UserError where one cannot be read, was saved for another group, says what no roll can have saved, or where they
 * carry different ones: to launch more like an instance copies its tags.
 */
function readCarriedMemo(group, carriers) {
    const { AutoScalingGroupName: name = '' } = group;
    const memos = carriers.flatMap(({ id, tags }) => {
        const holder = `the instance ${id} of the group ${name}`;
        const memo = memoIn(group, { tags, on: { name: id, holder } });
        return memo === undefined ? [] : [{ holder, memo: { ...memo, heartbeatAt: 0 } }];
    });
    const [first, ...others] = memos;
    const other = others.find(({ memo }) => JSON.stringify(memo) !== JSON.stringify(first?.memo));
    if (first !== undefined && other !== undefined)
        throw differing(first.holder, other.holder);
    return first?.memo;
}
function memoIn(group, { tags, on }) {
    const value = memo_tag_valueOf(tags, MEMO_TAG);
    if (value === undefined)
        return undefined;
    const read = (key, text) => {
        const found = memo_tag_valueOf(tags, key);
        return found === undefined ? undefined : text.read(found, (why) => unreadable({ ...on, key, value: found, why }));
    };
    const isFirst = isFirstVersion(value) && group.Tags === tags;
    const written = read(MEMO_TAG, factsText);
    const facts = isFirst ? converted(written, (0,identity/* heaviestWeight */.K)(group)) : written;
    const groupId = (0,identity/* groupIdOf */.s)(group);
    if (!isFirst && facts.groupId !== groupId)
        throw ofAnotherGroup(on, { saved: facts.groupId, own: groupId });
    const lease = read(RUN_TAG, leaseText) ?? { run: 'unknown', heartbeatAt: facts.startedAt };
    const progress = isFirst ? {} : (read(PROGRESS_TAG, progressTagText) ?? lostProgress(facts));
    const why = (0,memo_bounds/* memoFault */.$$)({ ...facts, ...progress }, (0,identity/* heaviestWeight */.K)(group));
    if (why !== undefined)
        throw unreadable({ ...on, key: MEMO_TAG, value, why });
    return { ...lease, ...facts, ...progress, ...(groupId !== undefined && { groupId }) };
}
/**
 * Facts of the first format as a run writes them today: an adopted desired capacity moved neither minimum nor maximum
 * then, and the surge was as it was asked for, however small the group. Of a group without capacity none can be told.
 */
function converted(facts, heaviest) {
    const { min, desired, max } = facts.sizes;
    const sizes = { min: Math.min(min, desired), desired, max: Math.max(max, desired) };
    return { ...facts, sizes, surge: desired === 0 ? facts.surge : Math.min(facts.surge, (0,budget/* mostSurge */.S2)(desired, heaviest)) };
}
/** What the facts alone tell of the progress: only a run whose new instances are in the dark keeps them out of load balancers. */
const lostProgress = ({ suspends }) => (suspends.includes(dark_launch/* REGISTERING */.c5) ? { dark: true } : {});
/** The run that is named in a run tag without a memo; `unknown` where no tag tells it. */
function orphanedRun(tags) {
    if (memo_tag_valueOf(tags, MEMO_TAG) !== undefined)
        return undefined;
    const value = memo_tag_valueOf(tags, RUN_TAG);
    if (value !== undefined)
        return (0,tag_format/* parseTag */.E)(value)['run'] ?? 'unknown';
    return memo_tag_valueOf(tags, PROGRESS_TAG) === undefined ? undefined : 'unknown';
}
const memo_tag_valueOf = (tags, key) => tags.find(({ Key }) => Key === key)?.Value;
const ALL_TAGS = `${MEMO_TAG}, ${RUN_TAG} and ${PROGRESS_TAG}`;
const unreadable = ({ name, holder, key, value, why }) => new errors/* UserError */.yo({
    what: `The tag ${key} of ${holder} cannot be read: "${value}".`,
    why,
    remedy: `It says how the group was before a run changed it. Set the sizes and the suspended processes of the group ` +
        `as they should be, then delete the tags ${ALL_TAGS} from ${name} and start the run again.`,
});
const ofAnotherGroup = ({ name, holder }, { saved = 'unknown', own = 'unknown' }) => new errors/* UserError */.yo({
    what: `The tag ${MEMO_TAG} of ${holder} was saved for another group.`,
    why: `It is bound to the group with the id ${saved} in its ARN, and ${name.startsWith('i-') ? 'the group of this instance' : name} has the id ${own}: its tags were copied from there. Nothing of ${name} was changed.`,
    remedy: `Delete the tags ${ALL_TAGS} from ${name}, which is a copy, and start the run again.`,
});
const differing = (one, other) => new errors/* UserError */.yo({
    what: `The tags of ${one} and of ${other} say differently how the group was before a run changed it.`,
    why: 'One of both was changed, or copied from an instance of an earlier run. Nothing was changed.',
    remedy: `Delete the tags ${ALL_TAGS} from the instance where they are wrong, and start the run again.`,
});


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

/***/ 63023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ newestActivities)
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
    const { DescribeScalingActivitiesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    const filters = [
        ...(since === undefined
            ? []
            : [{ Name: 'StartTimeLowerBound', Values: [`${new Date(since * 1000).toISOString().slice(0, 19)}Z`] }]),
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
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14659);




/** DescribeAlarms takes no more names: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const MOST_NAMES = 100;
/**
 * The alarms of these names, of each kind; one that does not exist is left out, as CloudWatch does. Without `AlarmTypes` only metric
 * alarms would be told. Throws a UserError where AWS refuses the call.
 */
async function readAlarms(connection, names) {
    const { DescribeAlarmsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
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
            link: `https://${consoleOf(region)}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(AlarmName)}`,
        };
    });
}
/** The console of the region's partition. */
function consoleOf(region) {
    if (region.startsWith('cn-'))
        return 'console.amazonaws.cn';
    return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : `${region}.console.aws.amazon.com`;
}
/** The port with the state of these alarms in every look at groups that roll; where CloudWatch does not answer it is missing. */
function watchingAlarms(port, connection, names) {
    return {
        ...port,
        look: async (groups, now, need, fresh) => {
            if (need === 'the group alone')
                return await port.look(groups, now, need, fresh);
            const [seen, alarms] = await Promise.all([
                port.look(groups, now, need, fresh),
                readAlarmsIfAnswered(connection, names),
            ]);
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
/* harmony import */ var _groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83384);




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
        const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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

/***/ 39897:
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
// EXTERNAL MODULE: ./build/src/aws/observe/activities.js
var observe_activities = __webpack_require__(63023);
// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
;// CONCATENATED MODULE: ./build/src/aws/observe/desired-changes.js




/**
 * How the desired capacity of a group was changed since a moment, as the causes of its activities tell, oldest first; of one
 * second in no order. The last hundred activities hold the last change.
 */
async function desiredChanges(connection, { group, since }, policies) {
    const activities = await (0,observe_activities/* newestActivities */.W)(connection, { group, since });
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

// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 2 modules
var memo_tag = __webpack_require__(83384);
;// CONCATENATED MODULE: ./build/src/aws/act/group-tags.js

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
        this.write = gathered(async (tags) => {
            const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
            await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags: tags }));
        });
        this.remove = gathered(async (tags) => {
            const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
            await connection.send(await connection.clients.autoScaling(), new DeleteTagsCommand({ Tags: tags }));
        });
    }
}
function gathered(send) {
    const waiting = [];
    let isSending = false;
    const serve = async () => {
        isSending = true;
        while (waiting.length > 0)
            await sendTogether(waiting.splice(0, MOST_GROUPS), send);
        isSending = false;
    };
    return async (tags) => {
        const { promise, resolve, reject } = Promise.withResolvers();
        waiting.push({ tags, resolve, reject });
        if (!isSending)
            void serve();
        await promise;
    };
}
async function sendTogether(requests, send) {
    try {
        await send(requests.flatMap(({ tags }) => tags));
        for (const { resolve } of requests)
            resolve();
    }
    catch (error) {
        // What became of an answer that was lost is not known of any of them, and a cancelled run asks no more.
        if (requests.length === 1 || (0,errors/* isUncertain */.cp)(error) || error instanceof errors/* Cancelled */.cJ)
            for (const { reject } of requests)
                reject(error);
        else
            for (const request of requests)
                await sendTogether([request], send);
    }
}

// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
;// CONCATENATED MODULE: ./build/src/aws/act/register.js




/**
 * Puts instances into one load balancer or target group of their group, on its own port, as the group itself would have
 * done; one that EC2 has taken away is left out. Throws a UserError where the group is not attached to it any more.
 */
async function registerInstances(connection, name, { balancer, instances }) {
    // The model knows load balancers by the names that people know; AWS wants ARNs.
    const [group] = await (0,describe/* groupsByName */.JR)(connection, [name]);
    const { classic, targetGroups } = group === undefined ? { classic: [], targetGroups: [] } : (0,health_states/* attachmentsOf */.sF)(group);
    const arn = targetGroups.find((each) => (0,health_states/* targetGroupName */.IT)(each) === balancer);
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
        if (!(0,refusals/* isRefusedAs */.H)(error, 'target does not run'))
            throw error;
        if (ids.length > 1)
            for (const id of ids)
                await registerRunning(register, [id]);
    }
}
async function registerTargets(connection, arn, ids) {
    const { RegisterTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const Targets = ids.map((Id) => ({ Id }));
    await connection.send(client, new RegisterTargetsCommand({ TargetGroupArn: arn, Targets }));
}
async function registerClassic(connection, name, ids) {
    const { RegisterInstancesWithLoadBalancerCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(165)]).then(__webpack_require__.t.bind(__webpack_require__, 69165, 19));
    const client = await connection.clients.elasticLoadBalancing();
    const Instances = ids.map((InstanceId) => ({ InstanceId }));
    await connection.send(client, new RegisterInstancesWithLoadBalancerCommand({ LoadBalancerName: name, Instances }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/domain/patch/version-description.js
var version_description = __webpack_require__(39668);
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
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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
    const { ModifyLaunchTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = await connection.clients.ec2();
    await connection.send(client, new ModifyLaunchTemplateCommand({ LaunchTemplateId: id, DefaultVersion: String(version) }));
}
async function copyToLatest(connection, { id, version }) {
    const { CreateLaunchTemplateVersionCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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
 * is gone already counts as terminated, but where the desired capacity was to fall with it: that throws
 * UncertainOutcome, for only a look tells. Throws, before any call, where a list is empty: AWS takes an empty list of
 * processes for "all of them".
 */
async function applyChange(connection, group, change, { warn = () => undefined, tags = new GroupTags(connection) } = {}) {
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
            return registerInstances(connection, group, change);
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
    const { CreateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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
    const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = await connection.clients.ec2();
    for (const Resources of (0,batches/* batches */.X)(new Set(carriers), MOST_TAGGED))
        await connection.send(client, new DeleteTagsCommand({ Resources: [...Resources], Tags: memo_tag/* CARRIED_KEYS */.yV }));
}
/** Resources in one call of EC2's CreateTags or DeleteTags; AWS takes more, and recommends fewer. */
const MOST_TAGGED = 100;
async function suspend(connection, group, processes) {
    const { SuspendProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    const ScalingProcesses = someOf(processes, 'suspend');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new SuspendProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resume(connection, group, processes) {
    const { ResumeProcessesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    const ScalingProcesses = someOf(processes, 'resume');
    const client = await connection.clients.autoScaling();
    await connection.send(client, new ResumeProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }));
}
async function resize(connection, group, { min, max, desired }) {
    const { UpdateAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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
    const { TerminateInstanceInAutoScalingGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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
        // The next look shows which of several are still there.
    }
}
const notLowered = (instances, cause) => new uncertain_outcome/* UncertainOutcome */.a('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} ${instances.length === 1 ? 'was' : 'were'} to leave together with the desired capacity, which stays as it is: an instance has left the group already.`,
    cause,
});
/**
 * Auto Scaling refuses to terminate instances of a warm pool by id; EC2 does it, and the group fills the pool again.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
async function terminateWarm(connection, instances) {
    const { TerminateInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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

// EXTERNAL MODULE: ./build/src/aws/client/all-answers.js
var all_answers = __webpack_require__(25738);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
;// CONCATENATED MODULE: ./build/src/aws/observe/target-health.js




/**
 * Asks every load balancer and target group of these groups once, however many groups share it. The answer throws a
 * UserError for a group that is attached to one that does not exist. Where a group is only put back, one that does not
 * exist sends no requests and is not waited for, and of one that does not answer nothing is known.
 */
async function readTargetHealth(connection, groups, need = 'every part') {
    const isTolerant = need === 'the group alone';
    const attachments = groups.filter(({ Instances }) => (Instances ?? []).length > 0).map(health_states/* attachmentsOf */.sF);
    const classic = [...new Set(attachments.flatMap(({ classic }) => classic))];
    const targetGroups = [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))];
    const answers = await (0,map_concurrently/* mapConcurrently */.X)([
        ...classic.map((name) => ({ name, ask: () => readClassicHealth(connection, name) })),
        ...targetGroups.map((arn) => ({ name: arn, ask: () => readTargetGroupHealth(connection, arn) })),
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
    const { DescribeInstanceHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(165)]).then(__webpack_require__.t.bind(__webpack_require__, 69165, 19));
    const client = await connection.clients.elasticLoadBalancing();
    const { InstanceStates } = await connection.send(client, new DescribeInstanceHealthCommand({ LoadBalancerName: name }));
    const states = new Map((InstanceStates ?? []).map((state) => [state.InstanceId, state]));
    return (instanceId) => (0,health_states/* classicHealth */.lw)(name, states.get(instanceId));
}
async function readTargetGroupHealth(connection, arn) {
    const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { TargetHealthDescriptions } = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
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
/** How long target groups start a new target slowly; each is asked for once. */
class SlowStarts {
    #connection;
    #seconds = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** The longest slow start of the target groups of each group, in seconds; 0 where none has one. */
    async ask(groups) {
        const filled = groups.filter(({ Instances }) => (Instances ?? []).length > 0);
        const arns = new Set(filled.flatMap((group) => (0,health_states/* attachmentsOf */.sF)(group).targetGroups));
        await (0,map_concurrently/* mapConcurrently */.X)([...arns].filter((arn) => !this.#seconds.has(arn)), async (arn) => this.#seconds.set(arn, await this.#read(arn)));
        return (group) => Math.max(0, ...(0,health_states/* attachmentsOf */.sF)(group).targetGroups.map((arn) => this.#seconds.get(arn) ?? 0));
    }
    async #read(arn) {
        const { DescribeTargetGroupAttributesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
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

// EXTERNAL MODULE: ./build/src/domain/rollout/readiness-history.js
var readiness_history = __webpack_require__(65737);
// EXTERNAL MODULE: ./build/src/aws/observe/instances.js
var instances = __webpack_require__(44888);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(27735);
;// CONCATENATED MODULE: ./build/src/aws/observe/fleet-of-group.js




/**
 * The model of a group as DescribeAutoScalingGroups gives it, less its failed launches. It is one look by itself: since
 * when an instance has been ready is counted from here. Throws a UserError where the memo, or a load balancer, cannot be
 * read.
 */
function fleetOfGroup(group, { now, answeredAt, source, ec2Instance, targetHealth, statusChecks, slowStartSeconds }) {
    const name = group.AutoScalingGroupName ?? '';
    const groupId = (0,identity/* groupIdOf */.s)(group);
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

// EXTERNAL MODULE: ./build/src/domain/rollout/freshness.js + 1 modules
var freshness = __webpack_require__(25315);
;// CONCATENATED MODULE: ./build/src/aws/observe/kept-health.js


/** The health of the instances of groups as it was told last, for looks that need no other. */
class KeptHealth {
    #told = new Map();
    /** The answers for a group as it is now; undefined where they must be asked for. */
    of(group, now) {
        const told = this.#told.get(nameOf(group));
        return (0,freshness/* mayKeepHealth */.LB)(told, { now, members: membersOf(group), attachments: attachmentsText(group) })
            ? told?.answers
            : undefined;
    }
    /** Whether what was told of a group has only become old: no instance is waited for. */
    isOnlyOld(group) {
        const told = this.#told.get(nameOf(group));
        return told !== undefined && this.of(group, told.at) !== undefined;
    }
    /** Keeps what was asked for just now; `instances` are those of the group with these answers. */
    keep(group, { now, answers, instances, }) {
        this.#told.set(nameOf(group), {
            at: now,
            members: new Set(membersOf(group)),
            attachments: attachmentsText(group),
            allServe: (0,freshness/* doAllServe */.ok)(instances),
            answers,
        });
    }
}
const nameOf = ({ AutoScalingGroupName }) => AutoScalingGroupName ?? '';
/** The instances in service, each with what the group itself says of its health. */
const membersOf = ({ Instances = [] }) => Instances.filter(({ LifecycleState }) => LifecycleState === 'InService').map(({ InstanceId, HealthStatus }) => `${InstanceId} ${HealthStatus}`); // prettier-ignore
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


/** Launches of a group that have succeeded, newest first: of each the activity ends when the instance is in service. */
async function pastLaunches(connection, group) {
    const activities = await (0,observe_activities/* newestActivities */.W)(connection, { group, statuses: ['Successful'] });
    return activities
        .flatMap(({ Description = '', StartTime, EndTime }) => {
        const id = (0,activity_text/* instanceInText */.Sr)(Description);
        if (id === undefined || StartTime === undefined || EndTime === undefined || !(0,activity_text/* isLaunchText */.jj)(Description))
            return [];
        return [{ id, begunAt: StartTime.getTime() / 1000, endedAt: EndTime.getTime() / 1000 }];
    })
        .toSorted((left, right) => right.endedAt - left.endedAt);
}

// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
// EXTERNAL MODULE: ./build/src/aws/observe/ec2-instances.js
var ec2_instances = __webpack_require__(27243);
// EXTERNAL MODULE: ./build/src/aws/observe/instance-refresh.js
var instance_refresh = __webpack_require__(94107);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
// EXTERNAL MODULE: ./build/src/aws/groups/one-by-one.js
var one_by_one = __webpack_require__(3485);
;// CONCATENATED MODULE: ./build/src/aws/observe/scheduled-actions.js






/** So far ahead it is told what falls due. */
const AHEAD_SECONDS = 86_400;
/** What falls due in so short a time is asked for every minute. */
const SOON_SECONDS = 600;
/** More of one action are not looked for: the last decides. */
const MOST_OF_ONE = 500;
/**
 * The scheduled actions of groups, kept for a minute, and for four where none falls due soon. AWS tells of those that have not run or not reached their end;
 * whether one is told that fell due while `ScheduledActions` was suspended it does not say, so one that has vanished since
 * is remembered. Where a later read fails, what was read before holds.
 */
class ScheduledActions {
    #known = new Map();
    #asked = new Set();
    #all;
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
const startOf = ({ StartTime }) => StartTime && StartTime.getTime() / 1000;
const scheduled_actions_nameOf = ({ ScheduledActionName = '' }) => ScheduledActionName;
/** What is told now, with what was known of it, and what can only have vanished because its time has passed. */
function withVanished(told, { known, now }) {
    const before = new Map(known?.actions.map((each) => [scheduled_actions_nameOf(each.action), each]));
    const current = told.map((action) => {
        const earlier = before.get(scheduled_actions_nameOf(action));
        const isSame = earlier !== undefined && earlier.action.Recurrence === action.Recurrence && earlier.action.TimeZone === action.TimeZone; // prettier-ignore
        // The first read of a process does not tell whether a recurring action has run before.
        return { action, notBefore: known === undefined ? undefined : isSame ? earlier.notBefore : startOf(action) };
    });
    const names = new Set(told.map(scheduled_actions_nameOf));
    const vanished = [...before.values()].filter(({ action }) => !names.has(scheduled_actions_nameOf(action)) && action.Recurrence === undefined && (startOf(action) ?? Infinity) <= now);
    return [...current, ...vanished];
}
function dueOf({ action, notBefore }, span) {
    const { ScheduledActionName: name = '', MinSize: min, MaxSize: max, DesiredCapacity: desired } = action;
    const sizes = {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(desired !== undefined && { desired }),
    };
    return momentsOf(action, notBefore, span).map((at) => ({ name, at, sizes }));
}
function momentsOf(action, notBefore, span) {
    const { Recurrence, TimeZone, EndTime } = action;
    const start = startOf(action);
    const { since, now } = span;
    const until = Math.min(span.until, EndTime === undefined ? Infinity : EndTime.getTime() / 1000);
    if (Recurrence === undefined)
        return start !== undefined && start > since && start <= until ? [start] : [];
    const cron = new croner/* Cron */.l4(Recurrence, { timezone: TimeZone ?? 'UTC', mode: '5-part', paused: true });
    const next = cron.nextRun(new Date(now * 1000));
    // One that is shown to start later than its expression says has not begun.
    const begins = start !== undefined && next !== null && start > next.getTime() / 1000 ? start : undefined;
    const from = Math.max(since, (notBefore ?? -Infinity) - 1, (begins ?? -Infinity) - 1);
    const moments = [];
    for (let run = cron.nextRun(new Date(from * 1000)); run !== null && run.getTime() / 1000 <= until && moments.length < MOST_OF_ONE; run = cron.nextRun(run))
        moments.push(run.getTime() / 1000);
    return moments;
}
/** Those of one group, or of the account. None where the group was deleted in the middle of a look; the next look says so. */
async function scheduledActions(connection, group) {
    const { DescribeScheduledActionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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
    const { DescribeWarmPoolCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    const client = await connection.clients.autoScaling();
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeWarmPoolCommand({ AutoScalingGroupName: group, ...token })));
    return pages.flatMap(({ Instances }) => Instances ?? []);
}

// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
;// CONCATENATED MODULE: ./build/src/aws/observe/due-since.js

/**
 * Since when it matters what falls due of a group's scheduled actions: before a roll from now on; of a group on which a run
 * works since the run began, or since it last carried some out, whether it has suspended them or AWS carries them out.
 * Undefined where others have suspended them.
 */
function dueSince({ memo, suspended, at }, need) {
    if (memo === undefined)
        return need === 'every part' && !suspended.includes(restore/* SCHEDULING */.rs) ? at : undefined;
    const { suspends, handedBackAt, scheduledUntil, startedAt } = memo;
    const isOthers = suspended.includes(restore/* SCHEDULING */.rs) && !suspends.includes(restore/* SCHEDULING */.rs) && handedBackAt === undefined;
    return isOthers ? undefined : (scheduledUntil ?? startedAt);
}

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
    const schedules = new ScheduledActions();
    const policies = new scaling_policies/* ScalingPolicies */.mU(connection);
    const health = new KeptHealth();
    const tags = new GroupTags(connection);
    const newReaders = () => ({
        'every part': readersFor(connection, { schedules, policies, unreadParameters: 'refuse' }),
        'the group alone': readersFor(hasty(connection), { schedules, policies, unreadParameters: 'leave out' }),
    });
    let readers = newReaders();
    async function withFailures(fleet, read) {
        if (!isLaunching(fleet)) {
            completeAt.set(fleet.group, fleet.at);
            return fleet;
        }
        if (fleet.at - (completeAt.get(fleet.group) ?? -Infinity) < LAUNCH_SECONDS)
            return fleet;
        const since = fleet.memo?.startedAt ?? watchedSince.get(fleet.group) ?? fleet.at;
        return { ...fleet, failedLaunches: await read.failedLaunches({ group: fleet.group, since }) };
    }
    /** Where the activities cannot be read, nothing is proven, and nothing is taken. */
    async function withDesiredChanges(fleet, read) {
        const { memo, group } = fleet;
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
    async function withDueActions(fleet, { read, need }) {
        const since = dueSince(fleet, need);
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
    async function look(asked, begun, need = 'every part', fresh = new Set()) {
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
        const mayKeep = ({ AutoScalingGroupName: name = '' }) => need === 'every part' && !fresh.has(name);
        const keptHealth = new Map(groups.flatMap((group) => {
            const answers = mayKeep(group) ? health.of(group, now) : undefined;
            return answers === undefined ? [] : [[group, answers]];
        }));
        const asking = groups.filter((group) => !keptHealth.has(group));
        // An instance may leave as soon as another serves: what the group launches is known then.
        const near = new Set(asking.flatMap((group) => (mayKeep(group) && health.isOnlyOld(group) ? [] : (group.AutoScalingGroupName ?? ''))));
        const [sources, healthOf, ec2Instance, slowStartOf] = await (0,all_answers/* allAnswers */.x)([
            unlessUnread('launchSource', read.launchSource(groups, now, near), UNKNOWN_SOURCES),
            read.targetHealth(asking, need),
            unlessUnread('ec2Instances', read.ec2Instances(groups), () => undefined),
            unlessUnread('slowStart', read.slowStart(groups), () => 0),
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
            const name = group.AutoScalingGroupName ?? '';
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
                    slowStartSeconds: slowStartOf(group),
                });
                if (kept === undefined && need === 'every part')
                    health.keep(group, { now, answers, instances: fleet.instances });
                const keptParts = [
                    ...(kept === undefined ? [] : HEALTH),
                    ...(sources.isKept(group, source) ? ['launchSource'] : []),
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
        const completed = (0,map_concurrently/* mapConcurrently */.X)(looked, async ({ fleet, ...each }) => ({
            ...each,
            fleet: fleet &&
                (await withDueActions(await withDesiredChanges(await unlessUnread('failedLaunches', withFailures(fleet, read), fleet), read), { read, need })),
        }));
        const [whole, policiesOf] = await (0,all_answers/* allAnswers */.x)([
            completed,
            need === 'every part' ? read.scalingPolicies(groups.filter(hasAlarms).map(fleets_nameOf)) : NO_POLICIES,
        ]);
        return {
            fleets: whole.flatMap(({ problem, fleet, name }) => problem === undefined && fleet ? { ...fleet, ...policyNames(policiesOf(name)) } : []),
            gone,
            unreadable: whole.flatMap(({ name, problem, fleet: untagged }) => problem === undefined ? [] : { group: name, problem, ...(untagged && { untagged }) }),
        };
    }
    return {
        look,
        forget: () => {
            readers = newReaders();
        },
        apply: (group, change) => applyChange(connection, group, change, { warn: (message) => warn(group, message), tags }),
        activeRefresh: (group) => (0,instance_refresh/* activeRefresh */.S)(connection, group),
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
const fleets_nameOf = ({ AutoScalingGroupName: name = '' }) => name;
/** Whether there is something to scale, and alarms may reach the policies of the group as far as others than runs have a say in it. */
const hasAlarms = ({ Instances = [], SuspendedProcesses: suspended = [], Tags: tags = [], }) => Instances.length > 0 &&
    (!suspended.some(({ ProcessName }) => ProcessName === follow/* ALARMS */.Pu) || tags.some(({ Key }) => Key === memo_tag/* MEMO_TAG */.Y7));
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
    return {
        group: (names) => (0,describe/* groupsByName */.JR)(connection, names),
        warmPool: (groups) => withWarmPools(connection, groups),
        launchSource: (groups, now, young) => launchSources.ask(groups, now, young),
        targetHealth: (groups, need) => readTargetHealth(connection, groups, need),
        statusChecks: (ids) => (0,status_checks/* readStatusChecks */._D)(connection, ids),
        slowStart: (groups) => slowStarts.ask(groups),
        ec2Instances: async (groups) => {
            await ec2Instances.load(groups.flatMap(({ Instances }) => (Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])));
            return (id) => ec2Instances.of(id);
        },
        desiredChanges: (question) => desiredChanges(connection, question, policies),
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
/* harmony export */   S: () => (/* binding */ activeRefresh)
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
    const { DescribeInstanceRefreshesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    try {
        const client = await connection.clients.autoScaling();
        const InstanceRefreshes = await firstPage((token) => connection.send(client, new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, ...token })));
        const active = InstanceRefreshes.find(({ Status }) => ACTIVE.has(Status));
        if (active === undefined)
            return undefined;
        const { InstanceRefreshId: id = 'unknown', Status: status = 'active' } = active;
        return { id, status, configuration: configurationOf(active) };
    }
    catch (error) {
        if ((0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'group does not exist'))
            return undefined;
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
    #connection;
    #known = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Reads those of the groups that are not known yet; gives what is known then. */
    async ask(groups) {
        const unknown = groups.filter((group) => !this.#known.has(group));
        const read = unknown.length === 0 ? [] : await new PolicyReader(this.#connection).of(unknown);
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
        return read;
    }
}
/** The scaling policies of one group, or of the account. */
async function policiesOf(connection, group) {
    const { DescribePoliciesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
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
/* harmony import */ var _groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83384);
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
    const { DescribeInstanceStatusCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = await connection.clients.ec2();
    try {
        const answer = await connection.send(client, new DescribeInstanceStatusCommand({ InstanceIds: [...ids] }));
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
/**
 * All checks of an instance in one word: the worst counts. Those of attached volumes and of applications are said only of
 * instances that have them. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
function statusChecksOf(status) {
    const { SystemStatus, InstanceStatus, AttachedEbsStatus, ApplicationStatus } = status;
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
    if (/\buser request update of AutoScalingGroup\b/.test(words))
        return { by: 'update' };
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
/* harmony export */   I$: () => (/* binding */ holdMinimum),
/* harmony export */   JE: () => (/* binding */ loweredMin),
/* harmony export */   Pu: () => (/* binding */ ALARMS),
/* harmony export */   jd: () => (/* binding */ raisedMax),
/* harmony export */   tP: () => (/* binding */ followsPolicies),
/* harmony export */   zW: () => (/* binding */ adoptMinimum)
/* harmony export */ });
/* harmony import */ var _memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38352);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23241);


/** The process by which scaling policies change the size of a group. */
const ALARMS = 'AlarmNotification';
/** Whether a roll that begins keeps the policies of the group alive: it has some, and others have not suspended them. */
const followsPolicies = ({ scalingPolicies = [], suspended }, { follow }) => follow === true && scalingPolicies.length > 0 && !suspended.includes(ALARMS);
/** The maximum that leaves room for this desired capacity, and for all that policies may ask for besides; undefined where it may stay. */
function raisedMax({ fleet, memo }, desired) {
    const { max } = fleet.sizes;
    const isKnown = max === memo.sizes.max || (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .maxIsOurs */ .w)(fleet, memo);
    const wanted = memo.follows === true && isKnown ? Math.max(desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .highestDesired */ .hV)(memo)) : desired;
    return wanted > max ? wanted : undefined;
}
/** The minimum that must be set before the desired capacity falls to this; undefined where AWS lets it fall. */
const loweredMin = ({ fleet, memo }, desired) => (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .minIsOurs */ .Kw)(fleet, memo) && desired < fleet.sizes.min ? Math.max(desired, memo.sizes.min) : undefined;
/** A minimum that others have set since the run set its own is theirs, and is what is put back. */
function adoptMinimum({ fleet, memo, state, policy }) {
    if (memo.follows !== true || policy.refused?.includes('save-state') === true)
        return undefined;
    const { min, max, desired: seen } = fleet.sizes;
    const ours = state.min === undefined ? (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .minIsOurs */ .Kw)(fleet, memo) : min === state.min;
    if (ours || min === memo.sizes.min)
        return undefined;
    // AWS brings the desired capacity up to a minimum that is raised.
    const desired = Math.max(memo.sizes.desired, Math.min(min, seen));
    const bound = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .maxIsOurs */ .w)(fleet, memo) ? Math.max(memo.sizes.max, desired) : max;
    return {
        kind: 'save-state',
        memo: (0,_memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .withWish */ .cM)({ fleet, memo, policy }, { min, desired, max: Math.max(bound, desired) }),
        notes: [`MinSize was changed from ${memo.sizes.min} to ${min} from outside this run: kept.`],
        reason: `the minimum was set to ${min} from outside this run: kept`,
    };
}
/** While something is to be replaced the minimum is the desired capacity: nothing is scaled in. */
function holdMinimum({ fleet, memo, capacity }) {
    const { min, desired } = fleet.sizes;
    if (memo.follows !== true || capacity.outdated.length === 0 || min >= desired)
        return undefined;
    return {
        kind: 'resize',
        sizes: { min: desired },
        reason: 'scaling policies stay alive, and must take nothing away meanwhile',
    };
}


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
/* harmony export */   dz: () => (/* binding */ refreshText)
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
const WAITING_SECONDS = 240;
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
            return _changes_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_KINDS */ .tO[action.kind].needsRecentLook && refresh?.at !== at;
    }
}


/***/ }),

/***/ 38352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ memoFault),
/* harmony export */   Vo: () => (/* binding */ sizesWith),
/* harmony export */   cM: () => (/* binding */ withWish)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26876);
/* harmony import */ var _dark_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44336);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23241);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94178);
/** Whether a roll can have left this saved state: all that may tag the group can write it. Pure. */




const SUSPENDABLE = [..._restore_js__WEBPACK_IMPORTED_MODULE_2__/* .SUSPENDED_WHILE_ROLLING */ .kA, _dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTERING */ .c5];
/** The highest desired capacity that a surge can reach from any size up to this maximum. */
const highestReach = (max, heaviest) => max + (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSurge */ .S2)(max, heaviest);
/**
 * The same of a saved state. A run that has carried out a scheduled action has reached as far as it had raised the group
 * before, whatever maximum the action sets.
 */
const mostReach = ({ max, scheduledUntil }, heaviest) => (scheduledUntil === undefined ? highestReach(max, heaviest) : Infinity);
/**
 * How far the desired capacity may be raised above one that was set from outside. Counted from a lower one the surge
 * reaches as far as it did, or the run's own maximum would pass for an operator's; a higher one has room for all that the
 * policy asks for.
 */
function surgeFromWish({ sizes, surge, scheduledUntil }, wished, { heaviest, asked }) {
    const reach = surge + Math.max(0, sizes.desired - wished.desired);
    const room = Math.min(asked, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSurge */ .S2)(wished.desired, heaviest));
    const most = mostReach({ max: wished.max, scheduledUntil }, heaviest);
    return Math.max(0, Math.min(Math.max(reach, room), most - wished.desired));
}
/**
 * The sizes to put back where this desired capacity is wished. For one outside of the sizes that were, an operator has lowered the
 * minimum as well, or AWS needs a higher maximum: what the run has lowered to its own since must not keep the wish out.
 */
const sizesWith = ({ fleet, memo }, desired, max = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIsOurs */ .w)(fleet, memo) ? memo.sizes.max : fleet.sizes.max) => ({
    min: desired < memo.sizes.min ? Math.min(fleet.sizes.min, desired) : memo.sizes.min,
    desired,
    max: Math.max(max, desired),
});
/** The saved state with other sizes to put back, and the surge counted from them. */
const withWish = ({ fleet, memo, policy }, sizes) => ({
    ...memo,
    sizes,
    surge: surgeFromWish(memo, sizes, { heaviest: (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .heaviestOf */ .P3)(fleet), asked: policy.surge }),
});
/**
 * What no roll can have saved, in a sentence; undefined where a roll can have saved all of it. `heaviest` is the greatest
 * weight among the instances of the group. A surge that was counted from a higher wish stays as high when the wish falls.
 */
function memoFault({ sizes, suspends, surge, maxLeaving, scheduledUntil, }, heaviest) {
    const { min, desired, max } = sizes;
    if (![min, desired, max, surge].every(Number.isSafeInteger))
        return 'Its sizes are not all whole numbers.';
    if (min > desired || desired > max)
        return `It says min ${min}, desired ${desired}, max ${max}, which AWS never allows.`;
    if (desired + surge > mostReach({ max, scheduledUntil }, heaviest))
        return `It says that the desired capacity was raised from ${desired} by up to ${surge}, which no roll of a group of at most ${max} does.`;
    if (maxLeaving !== undefined && maxLeaving < 1)
        return 'It says that no instance may leave, which no roll does.';
    const foreign = suspends.filter((process) => !SUSPENDABLE.includes(process));
    if (foreign.length > 0)
        return `It says that a run suspended ${foreign.join(', ')}, which no run does.`;
    return undefined;
}


/***/ }),

/***/ 4613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ previousSourceOf)
/* harmony export */ });
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35658);

/**
 * What a group launched from before, as most of its old instances tell; undefined where none of them does: a launch
 * configuration that was deleted, an attached instance, a source that has not changed. In the middle of a roll those that were there
 * before it tell it, as long as one is left: what a dead run has launched since may be what has failed.
 */
function previousSourceOf({ source, instances, memo, }) {
    const notCurrent = instances.filter((instance) => !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isFromSource */ .IH)(instance, source));
    const before = notCurrent.filter((instance) => !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isLaunchedByRoll */ .DF)(instance, { memo }));
    const old = before.length > 0 ? before : notCurrent;
    // Of the same version, and of another image: a parameter has moved, and no version puts that back.
    const references = old.flatMap(({ reference }) => reference === undefined || (0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .parameterImage */ .Th)(reference, source) !== undefined ? [] : reference);
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

/***/ 65737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ withHistory),
/* harmony export */   B1: () => (/* binding */ isStartingSlowly),
/* harmony export */   QS: () => (/* binding */ readinessRecord)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77548);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12866);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);



/**
 * A group as it is observed now, with what the observation before tells of its instances. An instance that was not
 * serving at a look begins anew; one that is no longer listed is forgotten. At the first look of all nothing tells
 * since when an instance has been serving, so it counts from that look: late, never early. Where AWS answers late, that it serves
 * is known of the moment of the answer alone.
 */
function withHistory(before, now) {
    const past = new Map(before.instances.map((instance) => [instance.id, instance]));
    return {
        ...now,
        instances: now.instances.map((instance) => {
            const known = past.get(instance.id);
            const lastProbe = (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeKept */ .fF)(known, instance);
            return { ...instance, ...readinessRecord(known, instance, now), ...(lastProbe && { lastProbe }) };
        }),
    };
}
/**
 * The record of one instance after a look; `before` is the one that the look before has left. The time
 * that an instance is given to become ready begins when it comes out of the warm pool, back from Standby, or with its new
 * root volume.
 */
function readinessRecord(before, instance, { at, answeredAt = at }) {
    const phase = (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(instance);
    if (phase === 'warm' || phase === 'leaving the pool')
        return { firstSeenAt: at, readySince: undefined, unreadySince: at, cameUp: true };
    const rests = phase === 'standby' || phase === 'replacing its root volume';
    const serving = (0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .isServing */ .PA)(instance);
    return {
        firstSeenAt: before?.firstSeenAt ?? at,
        readySince: serving ? (before?.readySince ?? answeredAt) : undefined,
        ...((!serving || before?.cameUp === true) && { cameUp: true }),
        ...(!serving && { unreadySince: rests ? at : (before?.unreadySince ?? at) }),
    };
}
/** Whether target groups still give an instance that was seen to come up no full share of the requests. */
const isStartingSlowly = ({ readySince, cameUp }, { at, slowStartSeconds = 0 }) => cameUp === true && readySince !== undefined && at - readySince < slowStartSeconds;


/***/ }),

/***/ 20253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ sizesAfter),
/* harmony export */   I9: () => (/* binding */ awaitScheduled),
/* harmony export */   KD: () => (/* binding */ sizesText),
/* harmony export */   cT: () => (/* binding */ missed),
/* harmony export */   lp: () => (/* binding */ carryOutScheduled),
/* harmony export */   pD: () => (/* binding */ fallenDue)
/* harmony export */ });
/* unused harmony export afterAction */
/* harmony import */ var _memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38352);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23241);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94178);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35208);




/** `min 2, desired 4`. */
const sizesText = ({ min, desired, max }) => Object.entries({ min, desired, max })
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`))
    .join(', ');
/** The sizes after an action, as AWS sets them; undefined where it would leave the group alone, since they do not fit. */
function afterAction(sizes, { sizes: wished }) {
    const { min = sizes.min, max = sizes.max } = wished;
    if (max < min || (wished.desired !== undefined && (wished.desired < min || wished.desired > max)))
        return undefined;
    return { min, max, desired: wished.desired ?? Math.min(max, Math.max(min, sizes.desired)) };
}
/** Whether the run keeps AWS from carrying scheduled actions out at this moment. */
const isHeld = ({ suspended }, { suspends }) => suspends.includes(_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULING */ .rs) && suspended.includes(_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULING */ .rs);
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
    return fleet.suspended.includes(_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULING */ .rs) ? due.filter(({ at }) => at <= handedBackAt) : due;
}
/** The sizes as they would be without the roll, and after what fell due. */
function sizesAfter(due, fleet, memo) {
    const before = {
        min: (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .minWithoutRoll */ .sU)(fleet, memo),
        desired: memo.sizes.desired,
        max: (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .maxIsOurs */ .w)(fleet, memo) ? memo.sizes.max : fleet.sizes.max,
    };
    return { before, wished: due.reduce((sizes, each) => afterAction(sizes, each) ?? sizes, before) };
}
/**
 * Carries out what fell due: the sizes of the group at once, as far as the roll leaves room, and then the saved state, with
 * the moment up to which that is done. A run that dies in between is followed by one that does both again.
 */
function carryOutScheduled({ fleet, memo, policy }) {
    const due = missed(fleet, memo);
    const refused = policy.refused?.includes('resize') === true || policy.refused?.includes('save-state') === true;
    if (due.length === 0 || refused)
        return undefined;
    const { before, wished } = sizesAfter(due, fleet, memo);
    const now = {
        // What is held there stays held until the sizes are put back.
        min: (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .minIsOurs */ .Kw)(fleet, memo) ? Math.max(fleet.sizes.min, wished.min) : wished.min,
        max: wished.max,
        desired: Math.max(fleet.sizes.desired, wished.desired),
    };
    const sizes = changesOf(fleet.sizes, { ...now, max: Math.max(keptMax(fleet, memo, wished), now.desired) });
    const names = due.map(({ name, at }) => `${name} (due ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(at)})`).join(', ');
    const reason = `due while ${_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULING */ .rs} is suspended: ${names}`;
    if (Object.keys(sizes).length > 0)
        return { kind: 'resize', sizes, reason };
    const carriedOut = { ...memo, scheduledUntil: Math.floor(fleet.at) };
    return {
        kind: 'save-state',
        memo: (0,_memo_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .withWish */ .cM)({ fleet, memo: carriedOut, policy }, wished),
        notes: due.map((each) => carriedOutText(each, before)),
        reason,
    };
}
/** While the roll has raised the maximum it stays, until the sizes are put back. */
const keptMax = (fleet, memo, wished) => (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .maxIsOurs */ .w)(fleet, memo) && wished.max === memo.sizes.max ? fleet.sizes.max : wished.max;
function carriedOutText(due, before) {
    const what = `The scheduled action ${due.name} fell due at ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .momentText */ .Am)(due.at)} while this run had suspended ${_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULING */ .rs}`;
    return afterAction(before, due) === undefined
        ? `${what}, and does not fit the sizes of the group: ${sizesText(due.sizes)} was left out, as AWS would.`
        : `${what}: carried out by the run (${sizesText(due.sizes)}).`;
}
function changesOf(sizes, wished) {
    return {
        ...(wished.min !== sizes.min && { min: wished.min }),
        ...(wished.max !== sizes.max && { max: wished.max }),
        ...(wished.desired !== sizes.desired && { desired: wished.desired }),
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
        remedy: SERVE_ZONE,
    };
}


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
function isProvenOurs({ desiredChanges = [] }, { sizes, heartbeatAt }) {
    const last = desiredChanges.findLastIndex(({ from, to }) => to > from);
    const raise = desiredChanges[last];
    if (raise?.by !== 'update' || raise.at > heartbeatAt + LAST_CHANGE_SECONDS)
        return false;
    return !desiredChanges.slice(0, last).some(({ from, to }) => from > to && to <= sizes.desired);
}


/***/ }),

/***/ 62708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ud: () => (/* binding */ startRoll),
/* harmony export */   Zr: () => (/* binding */ isAnythingOutdated),
/* harmony export */   sW: () => (/* binding */ outdatedStandby),
/* harmony export */   w9: () => (/* binding */ takeOver)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26876);
/* harmony import */ var _dark_launch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44336);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97855);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70476);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55160);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(67330);
/* harmony import */ var _served_zones_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54821);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94178);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35658);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(26519);
/* harmony import */ var _warm_pool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75870);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71582);












/** How long EC2 may not know an instance that the group already lists. */
const EC2_LAG_SECONDS = 60;
/** The first step with a group that no run works on: how it is now is saved, if anything is to be done at all. */
function startRoll(fleet, policy) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounted */ .he);
    // EC2 never tells of an instance that it has forgotten; the group itself will replace it.
    if (policy.force &&
        counted.some((each) => each.launchedAt === undefined && fleet.at - each.firstSeenAt < EC2_LAG_SECONDS))
        return { kind: 'wait', reason: 'EC2 does not say yet when every instance was launched' };
    const { outdated } = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .capacityOfGroup */ .th)(fleet, policy);
    const resting = allOutdatedStandby(fleet, policy);
    const unwanted = forbiddenByPolicy(outdated, resting, policy);
    if (unwanted)
        return unwanted;
    if (!isAnythingOutdated(fleet, policy))
        return { kind: 'done', reason: 'every instance is up to date' };
    const unserved = (0,_served_zones_js__WEBPACK_IMPORTED_MODULE_4__/* .haltOnUnservedZone */ .je)({ fleet });
    if (unserved)
        return unserved;
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
            replaceLaunchedUntil: policy.force ? latestLaunch(fleet.instances) : undefined,
        },
        reason: 'how the group is now, before anything changes',
    };
}
/** Whether a roll has something to do: in service, in Standby or in the warm pool. */
function isAnythingOutdated(fleet, policy) {
    const idle = [...outdatedStandby(fleet, policy), ...(0,_warm_pool_js__WEBPACK_IMPORTED_MODULE_7__/* .outdatedWarm */ .M3)(fleet, policy)];
    return (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .capacityOfGroup */ .th)(fleet, policy).outdated.length + idle.length > 0;
}
/** Old instances in Standby, which is where an operator put them: no part of the desired capacity, not in service. */
const allOutdatedStandby = (fleet, policy) => fleet.instances.filter((each) => each.lifecycle === 'Standby' && (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .isOutdated */ .lY)(each, fleet, policy));
/** Those of them that are to be terminated: one that is protected as well stays where protected ones are left alone. */
const outdatedStandby = (fleet, policy) => policy.standbyInstances === 'replace'
    ? allOutdatedStandby(fleet, policy).filter((each) => !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .isExempt */ .U4)(each, fleet, policy))
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
/** What a roll suspends: what others have suspended is not its own. */
const toSuspend = (fleet, { follows }) => _restore_js__WEBPACK_IMPORTED_MODULE_5__/* .SUSPENDED_WHILE_ROLLING */ .kA.filter((process) => !fleet.suspended.includes(process) && !(follows === true && process === _follow_js__WEBPACK_IMPORTED_MODULE_2__/* .ALARMS */ .Pu));
/** What a roll suspends anew where the run before it has let its processes run again: as it runs now, it is to run at the end. */
const suspendedAgain = (fleet, { suspends, dark, follows }, policy) => suspends.length > 0
    ? []
    : [...toSuspend(fleet, { follows }), ...(dark === true ? (0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .darkMemo */ .J5)(fleet, policy).suspends : [])];
/**
 * The saved state of the dead run stays; only the lease changes, and what is rolled to. A release takes over that as well: the
 * dark half was launched from what was wanted then.
 */
function takeOver(fleet, { memo, predecessor, policy }) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounted */ .he);
    const ours = { run: policy.run, url: policy.url, heartbeatAt: Math.floor(fleet.at) };
    if (policy.dark?.kind === 'release')
        return {
            kind: 'save-state',
            memo: { ...(0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_9__/* .releasedFromGate */ .Pj)(memo, predecessor), ...ours },
            after: predecessor,
            reason: `to release what run ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .runName */ .rt)(predecessor)} has left ${memo.dark === true ? 'in the dark' : 'at a gate'}`,
        };
    const goesDark = !memo.dark && counted.every((each) => (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .isOutdated */ .lY)(each, fleet, policy));
    const darkness = goesDark ? (0,_dark_launch_js__WEBPACK_IMPORTED_MODULE_1__/* .darkMemo */ .J5)(fleet, policy) : { suspends: [] };
    return {
        kind: 'save-state',
        memo: {
            ...(0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .withGatesOf */ .kU)(memo, fleet.source.fingerprint),
            ...ours,
            ...darkness,
            suspends: [...new Set([...memo.suspends, ...suspendedAgain(fleet, memo, policy), ...darkness.suspends])],
            surge: Math.max(memo.surge, Math.min(policy.surge, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSurge */ .S2)(memo.sizes.desired, (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .heaviestOf */ .P3)(fleet)))),
            maxLeaving: policy.maxLeaving,
            source: fleet.source.fingerprint,
            replaceLaunchedUntil: policy.force ? (memo.replaceLaunchedUntil ?? latestLaunch(fleet.instances)) : undefined,
        },
        after: predecessor,
        reason: `run ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .runName */ .rt)(predecessor)} ended without putting this group back: ${(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_11__/* .isTakenBack */ .Zb)(memo) && memo.source === fleet.source.fingerprint ? 'it goes on being taken back' : 'its roll goes on'}`,
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
    if (processes.length === 0)
        return undefined;
    return {
        kind: 'halt',
        reason: inTheWayText(fleet, processes),
        remedy: `What was suspended from outside this run stays so. When it may run again, resume it with \`${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_5__/* .resumeCommand */ .VJ)(fleet.group, processes)}\`, then start again.`,
    };
}
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

/***/ 75870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ outdatedWarm),
/* harmony export */   TV: () => (/* binding */ terminateOutdatedWarm),
/* harmony export */   vL: () => (/* binding */ awaitReturning)
/* harmony export */ });
/* unused harmony export isWarmed */
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35658);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77548);


/** Prepared, or being prepared, in the group's warm pool; those that leave it are not. */
const isWarmed = (instance) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(instance) === 'warm';
/** Instances of the warm pool that would enter service as new but are old. */
const outdatedWarm = (fleet, policy) => fleet.instances.filter((each) => isWarmed(each) && (0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutdated */ .lY)(each, fleet, policy));
/** AWS takes more, but the ids are read by people. */
const MOST = 100;
/**
 * Before anything is launched: what the pool gives to the group must not be old already. While a launch is outstanding
 * the group may be taking any of them, which then is on its way into service.
 */
function terminateOutdatedWarm({ fleet, policy, state, capacity }) {
    const old = outdatedWarm(fleet, policy);
    if (old.length > 0 && capacity.total < fleet.sizes.desired)
        return { kind: 'wait', reason: 'AWS is about to launch, perhaps from the warm pool' };
    const fresh = old.filter(({ id }) => !state.discarded.includes(id)).slice(0, MOST);
    if (fresh.length > 0)
        return {
            kind: 'terminate-warm',
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
    const leaving = fleet.instances.find((each) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(each) === 'leaving' && (0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutdated */ .lY)(each, fleet, policy));
    return leaving && { kind: 'wait', reason: `${leaving.id} is leaving: it may return to the warm pool` };
}


/***/ }),

/***/ 51638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ lookAhead)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/carried-memo.js
var carried_memo = __webpack_require__(43569);
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
// EXTERNAL MODULE: ./build/src/aws/observe/instance-refresh.js
var observe_instance_refresh = __webpack_require__(94107);
;// CONCATENATED MODULE: ./build/src/aws/select/eligibility.js




const REMEDY = 'Wait for the end of what is under way, or cancel it; or leave the groups out.';
/**
 * Every group that must not be changed now, and why: it is being deleted, it belongs to an operator, or an instance
 * refresh is under way in it.
 */
async function ineligibleGroups(connection, groups) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(groups, async (group) => {
        const reason = ineligibility(group) ?? (await instanceRefresh(connection, group));
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
async function instanceRefresh(connection, group) {
    const active = await (0,observe_instance_refresh/* activeRefresh */.S)(connection, group.AutoScalingGroupName ?? '');
    return active && (0,instance_refresh/* refreshText */.dz)(active);
}

// EXTERNAL MODULE: ./build/src/domain/rollout/alarms.js
var alarms = __webpack_require__(37904);
// EXTERNAL MODULE: ./build/src/domain/rollout/taken-back.js
var taken_back = __webpack_require__(26519);
// EXTERNAL MODULE: ./build/src/aws/observe/alarms.js
var observe_alarms = __webpack_require__(79688);
;// CONCATENATED MODULE: ./build/src/aws/preflight/alarms.js




/**
 * Alarms that cannot watch a roll: they do not exist, are in ALARM already, or belong to a scaling policy, whose alarms are in ALARM by
 * design. An alarm that is to be ignored until it is OK is named.
 */
async function unfitAlarms(question) {
    const watch = question.planned.find(({ policy }) => policy.gates?.alarms !== undefined)?.policy.gates?.alarms;
    if (watch === undefined)
        return [];
    const alarms = await (0,observe_alarms/* readAlarms */.tv)(question.connection, watch.names);
    const known = new Map(alarms.map((alarm) => [alarm.name, alarm]));
    const missing = watch.names.filter((name) => !known.has(name));
    const owners = await owningPolicies(question);
    const raised = alarms.filter(({ state }) => state === 'ALARM');
    return [
        ...(missing.length > 0
            ? [
                (0,preflight_findings/* refusalOf */.Of)(undefined, `${missing.length === 1 ? 'the alarm' : 'the alarms'} ${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist in ${question.connection.region}`, 'Correct `alarms`; they are looked for in the region of the groups.'),
            ]
            : []),
        ...watch.names.flatMap((name) => {
            const owner = name.startsWith('TargetTracking-') ? 'target tracking' : owners.get(name);
            if (owner === undefined)
                return [];
            return [
                (0,preflight_findings/* refusalOf */.Of)(undefined, `the alarm ${name} belongs to a scaling policy (${owner}), whose alarms are in ALARM by design when load is low or high`, 'Name alarms that tell of errors.'),
            ];
        }),
        ...raised.map((alarm) => ofRaised(alarm, watch, question.planned)),
    ];
}
/** One in ALARM; where an unfinished roll may have raised it, the run begins and lets that fail its gate. */
function ofRaised(alarm, { atStart }, planned) {
    const what = (0,alarms/* alarmInWords */.QM)(alarm);
    const unfinished = planned.filter(({ fleet }) => fleet.memo !== undefined);
    const blamed = unfinished.find(({ fleet }) => (0,alarms/* isRaisedByRoll */.dJ)(alarm, fleet));
    if (blamed !== undefined)
        return {
            group: undefined,
            weight: 'notice',
            what: `${what}, after the unfinished roll of ${blamed.fleet.group} had begun, ${(0,taken_back/* isTakingBack */.KP)(blamed.fleet.memo, {}) ? 'which goes on being taken back' : 'which fails its gate'}`,
        };
    if (atStart === 'ignore-until-ok')
        return { group: undefined, weight: 'notice', what: `${what}; it counts from its first OK` };
    const back = unfinished.length > 0 ? ' Or take back what is unfinished with `mode: restore`.' : '';
    return (0,preflight_findings/* refusalOf */.Of)(undefined, `${what}, before anything is changed`, `Wait until it is OK, or set \`alarms-at-start: ignore-until-ok\`: it counts from its first OK then.${back}`);
}
/** The names of the alarms of scaling policies, with the policy of each. */
async function owningPolicies({ policies, planned }) {
    const owning = await policies.of(planned.map(({ fleet }) => fleet.group));
    return new Map(owning.flatMap(({ PolicyName = '', Alarms = [] }) => Alarms.flatMap(({ AlarmName }) => (AlarmName === undefined ? [] : [[AlarmName, PolicyName]]))));
}

// EXTERNAL MODULE: ./build/src/domain/rollout/budget.js
var budget = __webpack_require__(26876);
// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var rollout_capacity = __webpack_require__(35658);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var rollout_counted = __webpack_require__(71582);
;// CONCATENATED MODULE: ./build/src/domain/rollout/preflight.js
/** Whether there is room for what a roll is about to launch. Pure: everything that AWS has answered is an argument. */



/** Whether anything of a group is to be replaced by new instances. */
const isToRoll = (fleet, policy) => policy.intent === 'roll' && policy.dark?.kind !== 'release' && (0,rollout_capacity/* capacityOfGroup */.th)(fleet, policy).outdated.length > 0;
/** The demand of one group; undefined where nothing is to be launched: up to date, leased by another run, or doubled already. */
function demandOf(fleet, policy) {
    if (!isToRoll(fleet, policy))
        return undefined;
    const standing = (0,rollout_capacity/* capacityOfGroup */.th)(fleet, policy);
    const memo = fleet.memo ?? { sizes: fleet.sizes, surge: policy.surge };
    const desired = (0,budget/* surgeTarget */.qM)({ fleet, memo, policy }, standing.outdatedCapacity);
    const units = desired - Math.max(standing.total, fleet.sizes.desired);
    if (units <= 0)
        return undefined;
    const counted = fleet.instances.filter(rollout_counted/* isCounted */.he);
    const usualWeight = counted.length === 0 ? 1 : (0,rollout_counted/* capacityOf */.A$)(counted) / counted.length;
    return {
        group: fleet.group,
        launches: Math.ceil(units / usualWeight),
        desired,
        max: fleet.sizes.max,
        present: tally(counted.map(({ zone }) => zone)),
        leaving: tally(fleet.instances.filter(rollout_counted/* holdsRoom */.eb).map(({ zone }) => zone)),
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

// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
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
    const { DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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

;// CONCATENATED MODULE: ./build/src/aws/preflight/target-groups.js



/** The most ARNs that one DescribeTargetGroups call is asked for. */
const MOST_ARNS = 20;
/** The target groups of these ARNs, in no order. */
async function targetGroupsByArn(connection, arns) {
    if (arns.length === 0)
        return [];
    const { DescribeTargetGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(arns, MOST_ARNS), (batch) => (0,pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...batch], ...marker }))));
    return answers.flat().flatMap(({ TargetGroups }) => TargetGroups ?? []);
}

;// CONCATENATED MODULE: ./build/src/aws/preflight/target-headroom.js



/** What a target group may hold where the account's limits do not say: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const USUAL_LIMIT = 1000;
/** The same behind a network load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html */
const USUAL_NETWORK_LIMIT = 3000;
/** How many targets each of these target groups has, and may have; by ARN. */
async function targetHeadroom(connection, arns) {
    if (arns.length === 0)
        return new Map();
    const [limits, protocols] = await Promise.all([accountLimits(connection), protocolsOf(connection, arns)]);
    const rooms = await (0,map_concurrently/* mapConcurrently */.X)(arns, async (arn) => {
        const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
        const client = await connection.clients.elasticLoadBalancingV2();
        const answer = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }));
        const registered = answer.TargetHealthDescriptions?.length ?? 0;
        const limit = /^HTTPS?$/.test(protocols.get(arn) ?? 'HTTP')
            ? (limits.get('targets-per-target-group') ?? limits.get('targets-per-application-load-balancer') ?? USUAL_LIMIT)
            : (limits.get('targets-per-network-load-balancer') ?? USUAL_NETWORK_LIMIT);
        return [arn, { name: (0,health_states/* targetGroupName */.IT)(arn), registered, limit }];
    });
    return new Map(rooms);
}
async function accountLimits(connection) {
    const { DescribeAccountLimitsCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = await connection.clients.elasticLoadBalancingV2();
    const { Limits } = await connection.send(client, new DescribeAccountLimitsCommand({}));
    return new Map((Limits ?? []).flatMap(({ Name, Max }) => (Name && Max ? [[Name, Number(Max)]] : [])));
}
async function protocolsOf(connection, arns) {
    return new Map((await targetGroupsByArn(connection, arns)).flatMap(({ TargetGroupArn, Protocol }) => TargetGroupArn && Protocol ? [[TargetGroupArn, Protocol]] : []));
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
    const { GetServiceQuotaCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(924)]).then(__webpack_require__.t.bind(__webpack_require__, 72924, 19));
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
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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
async function readHeadroom({ connection, types }, groups, demands) {
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
        unlessRefused('Targets per target group were', () => targetHeadroom(connection, [...arns])),
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

;// CONCATENATED MODULE: ./build/src/aws/preflight/headroom.js




const headroom_REMEDY = 'Make room, or let fewer come at once with `surge`.';
/**
 * Whether there is room for what the groups are about to launch: a refusal for each shortage of each group. What cannot
 * be read is told and refuses nothing.
 */
async function headroom({ connection, groups, planned, types, }) {
    const demands = planned.flatMap(({ fleet, policy }) => demandOf(fleet, policy) ?? []);
    if (demands.length === 0)
        return [];
    const launching = new Set(demands.map(({ group }) => group));
    const concerned = groups.filter(({ AutoScalingGroupName }) => launching.has(AutoScalingGroupName));
    const { around, vcpus, skipped } = await readHeadroom({ connection, types }, concerned, demands);
    const doubled = demands.filter(({ group }) => planned.some(({ fleet, policy }) => fleet.group === group && policy.waitForAll));
    return [
        ...skipped.map((what) => ({ group: undefined, weight: 'notice', what })),
        ...demands.flatMap((demand) => {
            const what = raiseInWords(demand);
            return what === undefined ? [] : [{ group: undefined, weight: 'info', what }];
        }),
        ...(doubled.length > 0 ? [{ group: undefined, weight: 'notice', what: vcpuNotice(doubled, vcpus) }] : []),
        ...shortagesOf(demands, around).map((each) => each.isBearable
            ? { group: each.group, weight: 'notice', what: shortageInWords(each) }
            : (0,preflight_findings/* refusalOf */.Of)(each.group, shortageInWords(each), headroom_REMEDY)),
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

// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
// EXTERNAL MODULE: ./build/src/aws/observe/activities.js
var observe_activities = __webpack_require__(63023);
// EXTERNAL MODULE: ./build/src/aws/observe/status-checks.js
var status_checks = __webpack_require__(74020);
;// CONCATENATED MODULE: ./build/src/aws/preflight/late-reads.js




/**
 * Makes each read that a roll may need only after its first change once before: a permission that is missing is named then,
 * and not when the group is larger and its processes rest. It finds nothing by itself.
 */
async function lateReads({ connection, groups, replaces, probe, }) {
    const [group] = groups;
    if (replaces === 'nothing' || group?.AutoScalingGroupName === undefined)
        return [];
    const instances = groups.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? []);
    await (0,all_answers/* allAnswers */.x)([
        // Where no load balancer speaks for an instance any more, or not yet.
        (0,status_checks/* readStatusChecks */._D)(connection, instances.slice(0, 1)),
        (0,observe_activities/* newestActivities */.W)(connection, { group: group.AutoScalingGroupName }),
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
    const { GetCommandInvocationCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
    try {
        await connection.send(client, new GetCommandInvocationCommand({ CommandId: NO_COMMAND, InstanceId: instance }));
    }
    catch (error) {
        if (!(0,refusals/* isRefusedAs */.H)(error, 'command is not shown yet'))
            throw error;
    }
}

// EXTERNAL MODULE: ./build/src/domain/rollout/warm-pool.js
var warm_pool = __webpack_require__(75870);
// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
;// CONCATENATED MODULE: ./build/src/aws/preflight/launched-from.js
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

// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
;// CONCATENATED MODULE: ./build/src/aws/preflight/launch-fit.js





const launch_fit_REMEDY = 'Give the group an image and instance types that fit each other, such as by `mode: patch-image`, or leave it out.'; // prettier-ignore
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
        const told = found.map((what) => isHopeless ? (0,preflight_findings/* refusalOf */.Of)(group, what, launch_fit_REMEDY) : (0,preflight_findings/* noteOf */.kH)(group, `${what}; AWS launches what else there is instead.`));
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
        images.learn(launched.flatMap(({ image }) => imageIdOf(image) ?? [])),
        launchedTypes(question, launched),
    ]);
    const missing = launched.flatMap(({ group, label, image }) => {
        const what = wrongWith(image, images);
        return what === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(group, `${label} ${what}`, launch_sources_REMEDY)];
    });
    const usable = launched.flatMap((source) => {
        const image = images.of(imageIdOf(source.image) ?? '');
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
        return launchedFrom(source, parts).map((launched) => ({ group, ...launched }));
    });
}
const unread = (reference) => ({ reference, image: { kind: 'missing' }, usesImage: true });
/** Whether a group is about to launch anything: in place of an instance in service, or into its pool. */
const isLaunching = ({ fleet, policy }) => isToRoll(fleet, policy) ||
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

;// CONCATENATED MODULE: ./build/src/domain/rollout/managed-groups.js
/** Groups that another service of AWS, or Kubernetes, works with, by their tags, hooks and names. Pure. */

const KUBERNETES = /^kubernetes\.io\/cluster\/(.+)$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html */
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
    if (!isDraining && !tags.has('AmazonECSManaged'))
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

;// CONCATENATED MODULE: ./build/src/aws/preflight/managed-groups.js


/** Groups that EKS, ECS, Batch, Elastic Beanstalk, CodeDeploy or Kubernetes work with. */
async function managedGroups({ connection, groups, managed, }) {
    const found = await (0,map_concurrently/* mapConcurrently */.X)(groups, async (group) => managedFindings({
        group: group.AutoScalingGroupName ?? '',
        region: connection.region,
        tags: new Map((group.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        hooks: await hooksOf(connection, group),
    }, managed));
    return found.flat();
}
async function hooksOf(connection, { AutoScalingGroupName }) {
    const { DescribeLifecycleHooksCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
    const client = await connection.clients.autoScaling();
    const { LifecycleHooks } = await connection.send(client, new DescribeLifecycleHooksCommand({ AutoScalingGroupName }));
    return (LifecycleHooks ?? []).map(({ LifecycleHookName = '', LifecycleTransition = '' }) => ({
        name: LifecycleHookName,
        transition: LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching',
    }));
}

// EXTERNAL MODULE: ./build/src/domain/rollout/follow.js
var follow = __webpack_require__(97855);
// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
// EXTERNAL MODULE: ./build/src/domain/rollout/scheduled-actions.js
var scheduled_actions = __webpack_require__(20253);
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
    const actions = due.map((each) => `${each.name} at ${(0,wording/* momentText */.Am)(each.at)} (${(0,scheduled_actions/* sizesText */.KD)(each.sizes)})`);
    return [
        ...(policies.length > 0 ? [areAlive ? aliveText(policies) : restingText(policies)] : []),
        ...(due.length > 0
            ? [
                `${restore/* SCHEDULING */.rs} is suspended while the group rolls. What falls due until then is carried out by the run: ${named(actions)}.`,
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/src/domain/rollout/start.js
var start = __webpack_require__(62708);
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
;// CONCATENATED MODULE: ./build/src/aws/preflight/served-zones.js











/** The most ARNs, or names, that one DescribeLoadBalancers call is asked for. */
const MOST_NAMES = 20;
/**
 * The groups that launch into a zone that none of their load balancers serves: it would be found out only when an instance
 * is there. Whether or not the load balancer shares requests across zones, a target in a zone that is not enabled gets none.
 * What AWS does not tell is skipped, with a sentence.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
async function unservedGroups({ connection, groups, planned, }) {
    const rolled = new Set(planned.flatMap(({ fleet, policy }) => (isToRoll(fleet, policy) ? fleet.group : [])));
    try {
        const zones = await zonesOf(connection, groups.filter(({ AutoScalingGroupName }) => rolled.has(AutoScalingGroupName)));
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
async function zonesOf(connection, groups) {
    const attachments = groups.map(health_states/* attachmentsOf */.sF);
    const [classic, targetGroups] = await Promise.all([
        classicZones(connection, new Set(attachments.flatMap(({ classic }) => classic))),
        targetGroupZones(connection, [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))]),
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
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(165)]).then(__webpack_require__.t.bind(__webpack_require__, 69165, 19));
    const client = await connection.clients.elasticLoadBalancing();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(names, MOST_NAMES), (batch) => (0,pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerNames: [...batch], ...marker }))));
    return new Map(answers
        .flat()
        .flatMap(({ LoadBalancerDescriptions }) => LoadBalancerDescriptions ?? [])
        .map(({ LoadBalancerName = '', AvailabilityZones = [] }) => [LoadBalancerName, AvailabilityZones]));
}
/** A target group that no load balancer uses is left out: nothing of it depends on zones. */
async function targetGroupZones(connection, arns) {
    const used = (await targetGroupsByArn(connection, arns)).map(({ TargetGroupArn = '', LoadBalancerArns = [] }) => [TargetGroupArn, LoadBalancerArns]);
    const balancers = await balancersByArn(connection, new Set(used.flatMap(([, behind]) => behind)));
    const zonesBehind = (behind) => behind.flatMap((arn) => (balancers.get(arn)?.AvailabilityZones ?? []).flatMap(({ ZoneName }) => ZoneName ?? []));
    return new Map(used.filter(([, behind]) => behind.length > 0).map(([arn, behind]) => [arn, zonesBehind(behind)]));
}
async function balancersByArn(connection, arns) {
    if (arns.size === 0)
        return new Map();
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
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
    const { DescribeInstanceAttributeCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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
        find: ({ connection, groups }) => ineligibleGroups(connection, groups),
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
        find: unfitAlarms,
    },
    launchSources: {
        actions: [
            'autoscaling:DescribeLaunchConfigurations',
            'ec2:DescribeImages',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeLaunchTemplateVersions',
            'ssm:GetParameters',
        ],
        find: brokenSources,
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
        find: lateReads,
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

// EXTERNAL MODULE: ./build/src/aws/images/instance-types.js
var instance_types = __webpack_require__(67699);
// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/expected-end.js


/** What an instance takes to start, before a run has seen one start. */
const USUAL_BOOT_SECONDS = 180;
/**
 * How long a roll is expected to last, in seconds: the waves that the budgets allow, each as long as an instance takes to start and
 * warm up, and the bakes of its gates. Where nothing is outdated, nothing.
 */
function expectedSeconds({ fleet, policy }) {
    const outdated = fleet.instances.filter((each) => (0,rollout_counted/* isCounted */.he)(each) && (0,rollout_capacity/* isOutdated */.lY)(each, fleet, policy));
    if (outdated.length === 0)
        return 0;
    const capacity = outdated.reduce((sum, { weight }) => sum + weight, 0);
    const waves = Math.ceil(capacity / Math.max(1, policy.surge + policy.maxUnavailable));
    const { gates } = policy;
    const bakes = gates === undefined ? 0 : gates.checkpoints.length * gates.bakeSeconds + gates.bakeAtEndSeconds;
    return waves * (USUAL_BOOT_SECONDS + policy.warmupSeconds) + bakes;
}

// EXTERNAL MODULE: ./build/src/domain/catalogue/group-checks.js
var group_checks = __webpack_require__(15993);
// EXTERNAL MODULE: ./build/src/domain/catalogue/image-checks.js
var image_checks = __webpack_require__(99591);
// EXTERNAL MODULE: ./build/src/domain/catalogue/modes.js
var modes = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/src/domain/catalogue/request-checks.js
var request_checks = __webpack_require__(64255);
// EXTERNAL MODULE: ./build/src/modes/governance.js
var modes_governance = __webpack_require__(61256);
// EXTERNAL MODULE: ./build/src/aws/observe/ec2-instances.js
var ec2_instances = __webpack_require__(27243);
// EXTERNAL MODULE: ./build/src/domain/catalogue/effective-rules.js
var effective_rules = __webpack_require__(85243);
// EXTERNAL MODULE: ./build/src/domain/catalogue/finding.js
var finding = __webpack_require__(44485);
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
    return look.groups.flatMap((group) => {
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
    const launches = look.launches ?? (await launchedBy(look));
    const ids = launches.map(({ group, image }) => ({ group, id: imageIdOf(image) }));
    const images = new images_images/* ImageReader */.D(look.connection);
    await images.learn(ids.flatMap(({ id }) => id ?? []));
    return new Map([...Map.groupBy(ids, ({ group }) => group)].map(([group, own]) => [
        group,
        [...new Set(own.flatMap(({ id }) => id ?? []))].map((id) => ({ id, image: images.of(id) })),
    ]));
}

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
        throw new errors/* UserError */.yo(refused);
    await run.beginning?.(look.groups);
}
async function findingsOf(run, { groups, seen, policyFor, managedGroups: managed, launches, lastsSeconds = 0, probe }) {
    const { connection, clock } = run;
    const question = {
        connection,
        types: new instance_types/* InstanceTypeReader */.X(connection),
        policies: new scaling_policies/* PolicyReader */.yu(connection),
        groups: await (0,describe/* groupsByName */.JR)(connection, groups),
        planned: [],
        replaces: seen === undefined ? 'nothing' : 'instances',
        managed,
        lastsSeconds,
        launches,
        clock,
        probe,
    };
    if (seen === undefined || seen instanceof errors/* UserError */.yo || policyFor === undefined)
        return [
            ...(seen instanceof errors/* UserError */.yo ? refusedReads(seen) : []),
            ...(await governedFindings(run, question)),
            ...(await findBeforeFirstChange(question)),
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
        ...seen.gone.map((group) => (0,preflight_findings/* refusalOf */.Of)(group, 'it does not exist', 'Check its name and its region.')),
        ...seen.unreadable.map(({ group, problem }) => refusalOfError(group, problem)),
        ...misfits,
        ...(await governedFindings(run, { ...question, planned })),
        ...(await findBeforeFirstChange({ ...question, planned })),
    ];
}
/** Most errors name their group by themselves. */
function refusalOfError(group, { what, why, remedy }) {
    const text = [what, why].filter((part) => part !== undefined).join(' ');
    return (0,preflight_findings/* refusalOf */.Of)(text.includes(group) ? undefined : group, text.replace(/\.$/, ''), remedy);
}


/***/ }),

/***/ 91682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ firstLook),
  B: () => (/* binding */ lookAheadOfRoll),
  rollGroups: () => (/* binding */ rollGroups)
});

// EXTERNAL MODULE: ./build/src/aws/observe/alarms.js
var observe_alarms = __webpack_require__(79688);
// EXTERNAL MODULE: ./build/src/aws/observe/fleets.js + 14 modules
var observe_fleets = __webpack_require__(39897);
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
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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
    const { SendCommandCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
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
    const { GetCommandInvocationCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(759), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
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

// EXTERNAL MODULE: ./build/src/controllers/dry-run.js + 1 modules
var dry_run = __webpack_require__(54868);
// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __webpack_require__(47613);
// EXTERNAL MODULE: ./build/src/domain/rollout/lifecycle.js
var lifecycle = __webpack_require__(77548);
;// CONCATENATED MODULE: ./build/src/domain/rollout/unanswered.js


/** For so long a look may prove it; what happens later has another cause. */
const PROOF_SECONDS = 60;
/** What these looks prove: the changes, or the parts of them, that AWS has carried out though its answer was lost. */
const carriedOut = (unanswered, fleet) => unanswered.flatMap(({ change }) => shownOf(change, fleet) ?? []);
/** What is still without a proof after this look. */
const stillUnproven = (unanswered, fleet) => unanswered
    .filter(({ at }) => fleet.at - at < PROOF_SECONDS)
    .flatMap((each) => {
    const shown = shownOf(each.change, fleet);
    if (shown === undefined)
        return [each];
    const change = without(each.change, shown);
    return change === undefined ? [] : [{ ...each, change }];
});
/** Without what an accepted change has made certain. */
const withoutCertain = (unanswered, accepted) => unanswered.flatMap((each) => {
    const change = accepted.kind === 'terminate' ? without(each.change, accepted) : each.change;
    return change === undefined || (0,changes/* supersedes */.Gm)(accepted, change) ? [] : [{ ...each, change }];
});
function shownOf(change, fleet) {
    // The lease tells a reader nothing, and a launch source is recognised by its fingerprint.
    if (change.kind === 'renew-lease' || change.kind === 'set-launch-source')
        return undefined;
    if (change.kind !== 'terminate')
        return (0,changes/* isVisibleIn */.WH)(fleet, change) ? change : undefined;
    const there = new Set(fleet.instances.flatMap((each) => ((0,lifecycle/* hasLeft */.SR)(each) ? [] : [each.id])));
    const instances = change.instances.filter((id) => !there.has(id));
    return instances.length > 0 ? { ...change, instances } : undefined;
}
function without(change, shown) {
    if (change.kind !== 'terminate')
        return change.kind === shown.kind ? undefined : change;
    if (shown.kind !== 'terminate')
        return change;
    const instances = change.instances.filter((id) => !shown.instances.includes(id));
    return instances.length > 0 ? { ...change, instances } : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/expectations.js

/** How long an accepted change may be missing from a look. */
const LAG_SECONDS = 60;
/** The changes that may still be missing from looks, after this look at the group. */
const stillRecent = (accepted, fleet) => accepted
    .filter(({ at }) => fleet.at - at < LAG_SECONDS)
    .map((each) => (each.seen ? each : { ...each, seen: (0,changes/* isVisibleIn */.WH)(fleet, each.change) }));
function freshnessOf(fleet, accepted) {
    const missing = accepted.filter(({ change }) => !(0,changes/* isVisibleIn */.WH)(fleet, change));
    if (missing.length === 0)
        return 'timely';
    return missing.every(({ seen }) => seen) ? 'behind' : 'awaited';
}
/** The group as it will look once it shows what was accepted. */
const caughtUp = (fleet, accepted) => accepted
    .filter(({ change }) => !(0,changes/* isVisibleIn */.WH)(fleet, change))
    .reduce((now, { change }) => (0,changes/* afterChange */.tC)(now, change), fleet);
/** With one more change; what it makes out of date is no longer expected. */
function withChange(accepted, change, fleet) {
    const left = withoutSuperseded(accepted, change);
    const made = { change: keepPredecessor(accepted, change), at: fleet.at, seen: false };
    if (change.kind !== 'terminate' || !change.decrement)
        return [...left, made];
    const { desired } = (0,changes/* afterChange */.tC)(fleet, change).sizes;
    const sizes = { desired, ...(change.min !== undefined && { min: change.min }) };
    return [...left, made, { change: { kind: 'resize', sizes }, at: fleet.at, seen: false }];
}
/** Whom this process comes after is still known when it writes on the memo once more. */
function keepPredecessor(accepted, change) {
    if (!isSignature(change) || change.after !== undefined)
        return change;
    const after = accepted.map((each) => each.change).findLast(isSignature)?.after;
    return after === undefined ? change : { ...change, after };
}
const isSignature = (change) => change.kind === 'save-state' || change.kind === 'renew-lease';
/** Without what a change may have made out of date whose answer was lost. */
const withoutSuperseded = (accepted, later) => accepted.flatMap((each) => {
    const change = remainder(each.change, later);
    return change === undefined ? [] : { ...each, change };
});
/** What of a change still holds after a later one: processes that the later one does not name stay as they were left. */
function remainder(earlier, later) {
    if (!(0,changes/* supersedes */.Gm)(later, earlier))
        return earlier;
    if (!('processes' in earlier) || !('processes' in later))
        return undefined;
    const processes = earlier.processes.filter((process) => !later.processes.includes(process));
    return processes.length > 0 ? { ...earlier, processes } : undefined;
}

// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
;// CONCATENATED MODULE: ./build/src/domain/rollout/remembered-state.js

/** Whether two memos say the same of the group and of the roll, whichever run's and however old their leases are. */
const hasSameFacts = (one, other) => factsOf(one) === factsOf(other);
const factsOf = ({ startedAt, groupId, sizes, suspends, surge, source, ...more }) => {
    const { min, desired, max } = sizes;
    const { replaceLaunchedUntil, dark, released, scheduledUntil, handedBackAt, handedSizes, progress = {} } = more;
    const scaling = [more.follows, more.scaledUntil];
    const known = Object.entries(progress).filter(([, value]) => value !== undefined);
    const further = known.toSorted(([one], [other]) => (one < other ? -1 : 1));
    const handed = [handedBackAt, handedSizes?.desired, handedSizes?.max];
    const roll = [
        startedAt,
        surge,
        source,
        replaceLaunchedUntil,
        dark,
        released,
        scheduledUntil,
        scaling,
        handed,
        further,
    ];
    return JSON.stringify([groupId, min, desired, max, suspends.toSorted(), ...roll]);
};
/**
 * How the saved state of a run differs from what the run itself has written, `remembered`; undefined where it does not, or
 * where another run that is alive holds the lease: the state is that run's then.
 */
function stateLoss({ memo, at, unreadableTags }, { remembered, run }) {
    if (remembered === undefined)
        return undefined;
    if (memo === undefined)
        return unreadableTags ? 'changed' : 'removed';
    const isHeldByOther = memo.run !== run && (0,lease/* isLeaseLive */.hF)(memo, run, at);
    return isHeldByOther || hasSameFacts(memo, remembered) ? undefined : 'changed';
}

// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
;// CONCATENATED MODULE: ./build/src/domain/rollout/boot-record.js
const NOTHING_LEARNT = { boots: [], warmups: [], totals: [], earlier: [], arrived: new Map(), hasRead: false }; // prettier-ignore
/** So many of the newest count: what was so at the beginning of a long roll may not be so any more. */
const REMEMBERED = 10;
/** What one more look teaches; of instances that were there at `since`, the first look of the run, nothing is learnt. */
function learnBoots(record, { before, now, since }) {
    const wasReady = (id) => before.instances.some((each) => each.id === id && each.readySince !== undefined);
    const arriving = now.instances.filter(({ id, firstSeenAt, lifecycle, readySince }) => firstSeenAt > since && lifecycle === 'InService' && (readySince === undefined || !wasReady(id)));
    if (arriving.length === 0 && record.arrived.size === 0)
        return record;
    const { boots, warmups, totals } = { boots: [...record.boots], warmups: [...record.warmups], totals: [...record.totals] }; // prettier-ignore
    const arrived = new Map();
    for (const instance of arriving) {
        const { id, readySince } = instance;
        const launched = launchOf(instance);
        const known = record.arrived.get(id);
        if (readySince === undefined) {
            const arrival = { atLeast: Math.max(launched, before.at), atMost: now.at };
            const boot = after(launched, arrival);
            if (known === undefined)
                boots.push(boot);
            arrived.set(id, known ?? { arrival, boot, isAsked: false });
            continue;
        }
        totals.push(after(launched, { atLeast: before.at, atMost: now.at }));
        // Of one that was not seen on the way nothing tells the two phases apart.
        if (known === undefined)
            continue;
        const { arrival } = known;
        warmups.push({ atLeast: Math.max(0, before.at - arrival.atMost), atMost: now.at - arrival.atLeast });
    }
    return { ...record, boots: newest(boots), warmups: newest(warmups), totals: newest(totals), arrived };
}
const newest = (samples) => samples.slice(-REMEMBERED);
const after = (moment, { atLeast, atMost }) => ({
    atLeast: Math.max(0, atLeast - moment),
    atMost: Math.max(0, atMost - moment),
});
const launchOf = ({ launchedAt, firstSeenAt }) => Math.min(launchedAt ?? firstSeenAt, firstSeenAt);
/** So exactly a look tells when an instance came into service that its activity is not worth a call. */
const EXACT_SECONDS = 3;
/**
 * Whether the activities of the group can say what looks cannot: at first how long its instances have taken before, later when
 * exactly one came into service whose warm-up is counted from there.
 */
const asksForLaunches = ({ hasRead, arrived }) => !hasRead ||
    [...arrived.values()].some(({ arrival, isAsked }) => !isAsked && arrival.atMost - arrival.atLeast > EXACT_SECONDS);
/** What the activities teach: AWS tells whole seconds. */
function learnLaunches(record, launches, since) {
    const byId = new Map(launches.map((launch) => [launch.id, launch]));
    const corrected = new Map();
    const arrived = new Map([...record.arrived].map(([id, known]) => {
        const launch = byId.get(id);
        if (launch === undefined)
            return [id, { ...known, isAsked: true }];
        const { arrival, boot } = known;
        const exact = { atLeast: Math.max(arrival.atLeast, launch.endedAt), atMost: Math.min(arrival.atMost, launch.endedAt + 1) }; // prettier-ignore
        // What the activity and the looks do not agree on is not known better.
        if (exact.atMost < exact.atLeast)
            return [id, { ...known, isAsked: true }];
        const begunAt = arrival.atMost - boot.atMost;
        corrected.set(boot, after(begunAt, exact));
        return [id, { arrival: exact, boot: after(begunAt, exact), isAsked: true }];
    }));
    const past = launches.filter(({ endedAt }) => endedAt <= since).slice(0, REMEMBERED);
    return {
        ...record,
        hasRead: true,
        arrived,
        boots: record.boots.map((boot) => corrected.get(boot) ?? boot),
        ...(!record.hasRead && {
            earlier: past.map(({ begunAt, endedAt }) => ({ atLeast: endedAt - begunAt - 1, atMost: endedAt - begunAt + 1 })),
        }),
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/readiness-history.js
var readiness_history = __webpack_require__(65737);
// EXTERNAL MODULE: ./build/src/domain/rollout/taken-back.js
var taken_back = __webpack_require__(26519);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var rollout_capacity = __webpack_require__(35658);
;// CONCATENATED MODULE: ./build/src/domain/rollout/launch-failures.js
/**
 * What the words of AWS mean in which a launch failed: the `StatusMessage` of a scaling activity is a text for people, EC2's
 * code in it at best. Each row is a text that AWS documents, or that a scaling activity showed in public. Pure.
 */
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const CODES = 'AWSEC2/latest/APIReference/errors-overview';
/** Below https://docs.aws.amazon.com/autoscaling/ec2/userguide/ */
const LAUNCH = 'ts-as-instancelaunchfailure';
const AMI = 'ts-as-ami';
const TEMPLATE = 'ts-as-launch-template';
/** All of them, by a name of each; the first row whose words occur counts. */
const LAUNCH_FAILURES = [
    ...rows('full', [
        ['no capacity of the type', /InsufficientInstanceCapacity|do not have sufficient .*capacity/, LAUNCH],
        ['no capacity', /\bInsufficientCapacity\b|^Insufficient capacity|not enough capacity on the Outpost/, CODES],
        ['no Spot capacity', /no Spot capacity available/i, LAUNCH],
        ['unfulfillable capacity', /UnfulfillableCapacity|Unable to fulfill capacity/, CODES],
        ['too many Spot Instances', /MaxSpotInstanceCountExceeded|Max spot instance count exceeded/i, CODES],
        ['the Spot price', /SpotMaxPriceTooLow|lower than the minimum required Spot request/, LAUNCH],
        ['the type is not in the zone', /is not supported in your requested Availability Zone/, LAUNCH],
        ['the zone is no longer supported', /requested Availability Zone is no longer supported/, LAUNCH],
        ['the zone is constrained', /is currently constrained/, CODES],
        ['the configuration in the zone', /requested configuration is currently not supported/, LAUNCH],
        ['the volume type is not in the zone', /VolumeTypeNotAvailableInZone|does not support Provisioned IOPS/, CODES],
        [
            'no free addresses',
            /InsufficientFreeAddressesInSubnet|not enough free addresses|sufficient free (IP )?addresses/,
            CODES,
        ],
        ['no public addresses', /InsufficientAddressCapacity|Not enough available addresses/, CODES],
        ['the vCPU quota', /VcpuLimitExceeded|current vCPU limit/, CODES],
        ['the instance quota', /\bInstanceLimitExceeded|current instance limit|instance\(s\) are already running/, LAUNCH],
        ['the quota of fleets', /MaxFleetCountExceeded|quota for maximum Fleet Requests/, 'runs-on/runs-on#88'],
        [
            'no dedicated host',
            /InsufficientHostCapacity|InsufficientCapacityOnHost|IncompatibleHostRequirements|UnavailableHostRequirements|Dedicated Hosts? (request|to launch|available)/,
            CODES,
        ],
        [
            'the capacity reservation is full',
            /ReservationCapacityExceeded|does not have sufficient compatible and available capacity/,
            LAUNCH,
        ],
        ['no reserved capacity', /InsufficientReservedInstances?Capacity|Not enough available Reserved Instances/, CODES],
        ['no volume capacity', /InsufficientVolumeCapacity|your EBS volume provision request/, CODES],
        ['the volume quota', /VolumeLimitExceeded|MaxIOPSLimitExceeded|VolumeIOPSLimit/, CODES],
        ['the network interface quota', /NetworkInterfaceLimitExceeded|limit on the number of network interfaces/, CODES],
    ]),
    ...rows('transient', [
        ['the request rate', /RequestLimitExceeded|Request limit exceeded|Rate exceeded|Throttling/i, CODES],
        [
            'an internal error on launch',
            /Internal error on launch|Server\.InternalError/,
            'AWSEC2/latest/UserGuide/troubleshooting-launch',
        ],
        ['an internal error', /\bInternalError -|ServerInternal|InternalFailure|internal error has occurred/i, CODES],
        [
            'the service is unavailable',
            /ServiceUnavailable|Service Unavailable|\bUnavailable -|server is overloaded/,
            CODES,
        ],
        ['the request can be retried', /RetryableError|request submitted by an AWS service on your behalf/, CODES],
        ['the image is pending', /is pending, and cannot be run/, AMI],
        ['the service-linked role is new', /^Authentication Failure\./, 'autoscaling-service-linked-role'],
        ['the region is being validated', /PendingVerification|being validated|currently being verified/, CODES],
        [
            'a resource is in transition',
            /IncorrectState\b|ConcurrentTagAccess|simultaneous commands to modify a tag/,
            CODES,
        ],
    ]),
    ...rows('final', [
        ['no image', /InvalidAMIID|image id .* does not exist|AMI ID .* does not exist/i, AMI],
        ['the architecture', /does not match the architecture|architecture .* not (match|supported)/i, AMI],
        ['the virtualization', /virtualization type of/, AMI],
        ['no key pair', /InvalidKeyPair|key pair .* does not exist/i, LAUNCH],
        ['no security group', /InvalidGroup|security group .* does not exist/i, LAUNCH],
        ['too many security groups', /SecurityGroupsPerIn\w+LimitExceeded|security groups per interface/, CODES],
        ['no subnet', /InvalidSubnet|subnet ID .* does not exist|No default subnet|VPCIdNotSpecified/i, CODES],
        ['the key of a volume', /InvalidKMSKey|KMS key|Client\.InternalError|Client error on launch/, LAUNCH],
        ['no permission', /UnauthorizedOperation|AccessDenied|not authorized/i, TEMPLATE],
        ['no instance profile', /iamInstanceProfile|IAM Instance Profile/i, CODES],
        ['no launch template', /InvalidLaunchTemplate|launch template,? .* does not exist/i, CODES],
        ['no launch configuration', /launch configuration .*not found/i, LAUNCH],
        ['the group is gone', /AutoScalingGroup .* not found/, LAUNCH],
        ['a device name', /Invalid device name|parameter virtualName is invalid/, LAUNCH],
        ['block devices', /InvalidBlockDeviceMapping|EBS block device mappings not supported/, LAUNCH],
        ['no snapshot', /InvalidSnapshot|snapshot .* does not exist/, CODES],
        [
            'a placement group',
            /Placement groups? .*may not be used|InvalidPlacementGroup|placement group .* (unknown|does not exist)/i,
            LAUNCH,
        ],
        [
            'no type meets the requirements',
            /no instance type that meets the requirements/,
            'create-mixed-instances-group-attribute-based-instance-type-selection',
        ],
        ['the type', /InvalidInstanceType|InstanceTypeNotSupported|not eligible for Free Tier/, CODES],
        [
            'no capacity reservation',
            /InvalidCapacityReservation|capacity reservation .* does not exist|Capacity Block .*not active yet/i,
            LAUNCH,
        ],
        [
            'the dedicated host',
            /InvalidHost|UnsupportedHostConfiguration|UnsupportedInstanceTypeOnHost|ZonesMismatched|not supported on the Dedicated Host/,
            CODES,
        ],
        ['the tenancy', /InvalidTenancy|UnsupportedTenancy|specified tenancy|UnsupportedHibernationConfiguration/, CODES],
        ['a network interface', /InvalidNetworkInterface|Interface: .* in use/, CODES],
        ['no subscription', /OptInRequired|not subscribed to this service|accept terms and subscribe/, CODES],
        ['the account is blocked', /\bBlocked\b|currently blocked/, CODES],
        ['the user data', /InvalidUserData|BASE64 encoding of user data/, CODES],
        ['the fleet configuration', /InvalidFleetConfig|fleet configuration is not valid/, CODES],
        ['a parameter', /InvalidParameter|MissingParameter|UnknownParameter|must contain the parameter/, CODES],
        ['a lifecycle hook', /abandon|Lifecycle Action/i, 'lifecycle-hooks'],
    ]),
];
function rows(means, kinds) {
    return kinds.map(([name, words, source]) => ({ name, words, means, source }));
}
/** The row that the words of a failed launch are of; undefined where AWS says something else. */
const launchFailureKind = (reason) => LAUNCH_FAILURES.find(({ words }) => words.test(reason));
/** What AWS's words for a failed launch mean. */
const launchFailureClass = (reason) => launchFailureKind(reason)?.means ?? 'unknown';

// EXTERNAL MODULE: ./build/src/domain/rollout/suspension-text.js
var suspension_text = __webpack_require__(70875);
;// CONCATENATED MODULE: ./build/src/domain/rollout/launch-stall.js



/** After so long without a scaling activity AWS does not launch by itself any more. */
const STALLED_SECONDS = 600;
/** Since when a launch is outstanding and no new instance has come; what two looks in a row tell of it. */
function outstandingSince(state, { before, now }) {
    if (missingUnits(now) <= 0)
        return undefined;
    const known = new Set(before.instances.filter(counted/* isCounted */.he).map(({ id }) => id));
    const hasArrived = now.instances.some((each) => (0,counted/* isCounted */.he)(each) && !known.has(each.id));
    const isRaised = now.sizes.desired > before.sizes.desired;
    return hasArrived || isRaised ? now.at : (state.outstandingSince ?? now.at);
}
const missingUnits = ({ instances, sizes }) => sizes.desired - (0,counted/* capacityOf */.A$)(instances.filter(counted/* isCounted */.he));
/** Since when nothing has come of a launch, as far as is known; undefined where none is outstanding. */
function stalledSince({ fleet, state }) {
    if (state.outstandingSince === undefined || missingUnits(fleet) <= 0)
        return undefined;
    // What is full is borne while instances of the group are leaving, and AWS tries ever more rarely meanwhile.
    const isFull = fleet.failedLaunches.some(({ reason }) => launchFailureClass(reason) === 'full');
    return Math.max(state.outstandingSince, state.launchOutlook?.lastLaunchAt ?? 0, fleet.failedLaunches[0]?.at ?? 0, isFull ? (state.leavingAt ?? 0) : 0);
}
/** Whether AWS must be asked why no launch begins, before that ends a roll. */
function isOutlookNeeded(fleet, state) {
    const since = stalledSince({ fleet, state });
    if (since === undefined || fleet.at - since < STALLED_SECONDS)
        return false;
    const askedAt = state.launchOutlook?.askedAt;
    return askedAt === undefined || askedAt - since < STALLED_SECONDS;
}
/** A launch that does not begin is not waited for without end: the roll says what is known, and the group is put back. */
function haltOnStalledLaunch({ fleet, state, memo, capacity }) {
    const since = stalledSince({ fleet, state });
    const { launchOutlook } = state;
    if (since === undefined || launchOutlook === undefined || isOutlookNeeded(fleet, state))
        return undefined;
    if (fleet.at - since < STALLED_SECONDS)
        return undefined;
    const suspended = (0,suspension_text/* foreignSuspensions */.NR)(fleet.suspended, memo);
    const facts = [
        suspended.length === 0 ? 'no process is suspended by others' : `suspended: ${(0,suspension_text/* withReasons */.qr)(fleet, suspended)}`,
        ...launchOutlook.facts,
    ];
    return {
        kind: 'halt',
        reason: `AWS has begun no launch for ${Math.floor((fleet.at - since) / 60)} minutes, though ${capacity.total} of a desired capacity of ${fleet.sizes.desired} are there; ${facts.join('; ')}`,
        remedy: 'Look whether a zone is shifted away or full, at the quotas of the account, at the type of the desired capacity and at the suspended processes of the group; then start again.',
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/health-reason.js
var health_reason = __webpack_require__(43301);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
// EXTERNAL MODULE: ./build/src/domain/rollout/surplus-of-aws.js
var surplus_of_aws = __webpack_require__(50066);
;// CONCATENATED MODULE: ./build/src/domain/rollout/run-state.js







const INITIAL_STATE = {
    desired: undefined,
    leaseClaimed: false,
    suspended: false,
    heldSeen: false,
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
function observe(state, { before, now, policy }) {
    if (policy.intent !== 'roll' || now.memo === undefined)
        return state;
    const known = new Set([...state.lost, ...state.missing].map(({ id }) => id));
    // An instance that leaves a group with more than it wants was too many, as after an operator's change or a balancing of
    // zones.
    let tooMany = (0,counted/* capacityOf */.A$)(before.instances.filter(counted/* isCounted */.he)) - before.sizes.desired;
    const isTooMany = ({ weight }) => (tooMany -= weight) >= 0;
    const useless = before.instances.filter((each) => isOfNoUse(each) && (0,counted/* isCounted */.he)(each) && !(0,rollout_capacity/* isOutdated */.lY)(each, before, policy) && !known.has(each.id));
    const watched = new Set([...useless, ...state.missing].map(({ id }) => id));
    const present = new Map(now.instances.flatMap((each) => (watched.has(each.id) ? [[each.id, each]] : [])));
    const missed = useless
        .filter((each) => !isLeaving(present.get(each.id)) || !isTooMany(each))
        .map((each) => ({ id: each.id, at: now.at, reason: (0,readiness/* whyNotReady */.$R)(each) }));
    const missing = [];
    const lost = [...state.lost];
    for (const each of [...state.missing, ...missed]) {
        const instance = present.get(each.id);
        if (instance === undefined)
            (now.at - each.at < CERTAIN_AFTER_SECONDS ? missing : lost).push(each);
        // One in Standby or detached was taken away by an operator.
        else if (isLeaving(instance))
            lost.push(each);
    }
    const completeAt = completeSince(state, before);
    const leavingAt = now.instances.some(counted/* holdsRoom */.eb) ? now.at : state.leavingAt;
    return {
        ...state,
        lost,
        missing,
        completeAt,
        outstandingSince: outstandingSince(state, { before, now }),
        surplusSince: (0,surplus_of_aws/* surplusSince */.Nq)(state.surplusSince, now),
        ...(leavingAt !== undefined && { leavingAt }),
    };
}
/** When the group last had all the capacity that it wants, once it is known what this look has shown. */
const completeSince = ({ completeAt }, look) => isComplete(look) ? look.at : completeAt;
const isLeaving = (instance) => instance === undefined || ['leaving', 'retained'].includes((0,lifecycle/* phaseOf */.hU)(instance) ?? '');
const isComplete = ({ instances, sizes }) => (0,counted/* capacityOf */.A$)(instances.filter(counted/* isCounted */.he)) >= sizes.desired;
const isOfNoUse = (instance) => (instance.readySince === undefined && (instance.unreadySince ?? instance.firstSeenAt) <= instance.firstSeenAt) ||
    instance.statusChecks?.state === 'impaired' ||
    instance.lastProbe?.passed === false ||
    instance.balancers.some(({ state, reason }) => state === 'unhealthy' && !(0,health_reason/* isStoppedReason */.k)(reason));

;// CONCATENATED MODULE: ./build/src/controllers/rollout/group-run.js




/** The state of a run that has observed its group for the first time. */
const newGroupRun = (fleet, policy) => ({
    group: fleet.group,
    policy,
    first: fleet,
    last: fleet,
    state: INITIAL_STATE,
    boots: NOTHING_LEARNT,
    pendingWrites: [],
    unanswered: [],
    memo: undefined,
    losses: 0,
    changed: false,
    freshLooks: 0,
    needsEveryPart: false,
    resumed: new Set(),
    failure: (0,taken_back/* isBeingTakenBack */.aS)(fleet) && policy.intent === 'roll' ? takenBackBefore(fleet) : undefined,
    // The time that restoring may take begins with the first look.
    restoringSince: policy.intent === 'restore' ? fleet.at : undefined,
    refused: [],
    rollback: undefined,
    externalChanges: [],
    notes: [],
    outcome: undefined,
});
/** A run that goes on with a roll which an earlier one takes back has rolled nothing in the end. */
const takenBackBefore = ({ group, source }) => ({
    what: `The roll of ${group} is taken back to ${source.label}.`,
    why: 'The run before this one had stopped it and begun to take it back, and ended before it was through.',
    remedy: 'Look at why that run has stopped it, then start again.',
});
/** The policy as the rules see it at this moment: a roll that was stopped restores, and knows what AWS has refused. */
const policyNow = ({ policy, restoringSince, refused, rollback }) => ({
    ...policy,
    ...(restoringSince !== undefined && { intent: 'restore' }),
    ...(refused.length > 0 && { refused }),
    ...(rollback !== undefined && { rollback }),
});
/**
 * Whether the next look must hold every part as it is then: the last one has kept what is needed, what is new bakes or starts
 * slowly without a break, or a roll that is rolled back waits for another launch source.
 */
const mayKeepNothing = ({ needsEveryPart, state, rollback, last }) => needsEveryPart ||
    state.baking !== undefined ||
    rollback !== undefined ||
    last.instances.some((each) => (0,readiness_history/* isStartingSlowly */.B1)(each, last));

// EXTERNAL MODULE: ./build/src/domain/rollout/budget.js
var budget = __webpack_require__(26876);
// EXTERNAL MODULE: ./build/src/domain/rollout/gates-by-hand.js
var gates_by_hand = __webpack_require__(70476);
;// CONCATENATED MODULE: ./build/src/domain/rollout/skipped.js



/** Instances that a roll has left as they are, since the user or their state said so; a sentence each. */
function skippedInstances(fleet, policy) {
    if (policy.intent !== 'roll')
        return [];
    const replacing = fleet.instances.filter((each) => (0,rollout_capacity/* isReplacingRootVolume */.Op)(each));
    const retained = fleet.instances.filter((each) => (0,lifecycle/* phaseOf */.hU)(each) === 'retained');
    const old = fleet.instances.filter((each) => (0,rollout_capacity/* isOutdated */.lY)(each, fleet, policy));
    const decided = policy.standbyInstances === 'replace' ? ['Standby'] : [];
    const guarded = old.filter((each) => ((0,counted/* isCounted */.he)(each) || decided.includes(each.lifecycle)) && each.protectedFromScaleIn);
    const resting = old.filter(({ lifecycle }) => lifecycle === 'Standby');
    return [
        ...(policy.protectedInstances === 'ignore'
            ? guarded.map(({ id }) => `${id} is old but protected from scale-in: left alone.`)
            : []),
        ...(policy.standbyInstances === 'ignore'
            ? resting.map(({ id }) => `${id} is old but in Standby: left alone.`)
            : []),
        ...replacing.map(({ id, lifecycle }) => `${id} has its root volume replaced (${lifecycle}): not waited for.`),
        ...retained.map(({ id, lifecycle }) => `${id} is retained (${lifecycle}): it is no part of the group's capacity, and left running.`),
    ];
}

// EXTERNAL MODULE: ./build/src/domain/rollout/suspensions.js
var suspensions = __webpack_require__(98782);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/outcome.js









/** A group whose putting back was refused in part is not through, whatever else could be done. */
const outcomeOf = (run) => run.refused.length === 0 || run.last.memo === undefined
    ? finished(run)
    : unfinished(run, run.failure ?? { what: `${run.group} could not be put back.` });
function finished(run) {
    const { group, failure, changed, first, last } = run;
    const policy = policyNow(run);
    const nothingFound = isNothingFound(run);
    const done = policy.intent === 'restore' ? 'restored' : changed ? 'rolled' : 'current';
    return {
        group,
        status: failure
            ? 'halted'
            : isLeftDark(last)
                ? 'dark'
                : isLeftAtGate(last)
                    ? 'gated'
                    : isHeld(last)
                        ? 'held'
                        : done,
        changed,
        before: first,
        after: last,
        floor: (0,budget/* floorOf */.Et)(first.memo ?? first, policy),
        left: [
            ...run.externalChanges,
            ...run.notes,
            ...skippedInstances(last, policy),
            ...(0,suspensions/* stayingNotes */.R_)(last),
            ...(last.unknown?.includes('scheduledActions') === true ? [NOT_TOLD] : []),
            ...(isLeftDark(last) ? [DARK] : []),
            ...gateNotes(last),
            ...(nothingFound
                ? [`No saved state of a run was found on ${group}: what a run may have left there is not known.`]
                : []),
        ],
        failure: failure && withLaunchSource(failure, run),
        ...(isTakenBack(run) && { takenBack: true }),
        ...(nothingFound && { noSavedState: true }),
    };
}
const isTakenBack = ({ policy, rollback, first, last }) => rollback === undefined
    ? policy.intent === 'roll' && (0,taken_back/* isBeingTakenBack */.aS)({ memo: first.memo, source: last.source })
    : last.source.fingerprint !== rollback.failed.fingerprint;
/**
 * With what the group of a stopped roll launches from now on: sizes and processes are put back, but the launch source
 * stays, and with it the version of the next launch.
 */
function withLaunchSource(failure, run) {
    const { source, instances } = run.last;
    const previous = [...run.first.instances, ...instances].filter((each) => (0,counted/* isCounted */.he)(each) && !(0,rollout_capacity/* isCurrent */.Oz)(each, source));
    if (isTakenBack(run) || previous.length === 0)
        return failure;
    const image = source.imageId === undefined ? '' : `, image ${source.imageId}`;
    const launches = `The group still launches from ${source.label}${image}: whatever it launches next, in place of a lost instance or to scale out, is of this version. ${wayBack(previous, source)}`;
    return { ...failure, remedy: [failure.remedy, launches].filter((part) => part !== undefined).join(' ') };
}
/** A version that a parameter decides is the same before and after: no rollback to it changes anything. */
function wayBack(previous, source) {
    const names = (source.parts ?? []).flatMap(({ image }) => (image.kind === 'parameter' ? image.name : []));
    const isSameVersion = previous.every(({ reference }) => reference !== undefined && (0,rollout_capacity/* parameterImage */.Th)(reference, source) !== undefined);
    return isSameVersion && names.length > 0
        ? `The parameter ${[...new Set(names)].join(', ')} decides the image: set it to the one before to go back.`
        : '`mode: rollback` takes the group back to the version before.';
}
function unfinished(run, failure) {
    return {
        ...finished(run),
        status: 'unfinished',
        // A run that was cancelled, or lost sight, has found nothing wrong with the version.
        failure: run.failure === undefined ? failure : withLaunchSource(failure, run),
        left: [...run.externalChanges, ...run.notes, ...remains(run.last)],
    };
}
/** The outcome of a group whose turn does not come in this run: nothing of it was changed. */
const neverBegun = (run, { failure, until }) => ({
    ...finished(run),
    status: 'waiting',
    changed: false,
    failure,
    left: [...(until === undefined ? [] : [until]), ...remains(run.last)],
});
/** Whether a run that was to put back what any run has left has found nothing, and so cannot know. */
const isNothingFound = ({ changed, first, last, policy: { intent, lookFor } }) => intent === 'restore' && lookFor?.whose === 'any' && !changed && first.memo === undefined && last.memo === undefined;
/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }) => memo?.dark === true && memo.heartbeatAt === 0;
/** Whether a run has ended on purpose at a gate. */
const isLeftAtGate = ({ memo }) => memo !== undefined && isHeld({ memo }) && (0,gates_by_hand/* isGated */.m3)(memo);
function gateNotes(fleet) {
    const { memo } = fleet;
    if (memo === undefined || !isLeftAtGate(fleet))
        return [];
    const { gatesPassed = 0, checkpoints = 1 } = memo.progress ?? {};
    return [
        `The roll waits at checkpoint ${gatesPassed + 1} of ${checkpoints} with all old instances that were there: \`mode: release\` goes on, \`mode: rollback\` or \`mode: restore\` takes the new ones back.`,
    ];
}
/** Whether a run has left it for inspection on purpose. */
const isHeld = ({ memo }) => memo?.heartbeatAt === 0;
const NOT_TOLD = 'AWS did not say which scheduled actions fell due while they were suspended: what they would have set is not set.';
const DARK = 'The new instances are up outside of the load balancers: `mode: release` registers them and terminates the old ones, `mode: restore` removes them.';
const SIZES = { min: 'The minimum size', max: 'The maximum size', desired: 'The desired capacity' };
/** What a roll has left in a group, a sentence each. */
function remains(fleet) {
    const { memo } = fleet;
    if (memo === undefined)
        return [];
    const sizes = Object.entries((0,restore/* sizesToRestore */.Op)(fleet, memo)).map(([name, value]) => `${SIZES[name]} should be ${value} again`);
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    return [
        ...sizes.map((sentence) => `${sentence}.`),
        ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
        'The saved state is still in the tags of the group: `mode: restore` puts the group back, the same mode again rolls on.',
    ];
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/progress.js



/** How the group stands, in the numbers that the log shows. */
function countsOf(run) {
    const { last } = run;
    const { outdatedCapacity, total, readyCapacity } = (0,rollout_capacity/* capacityOfGroup */.th)(last, policyNow(run));
    return {
        old: outdatedCapacity,
        current: total - outdatedCapacity,
        ready: readyCapacity,
        desired: last.sizes.desired,
    };
}
/** Reports one more observation. */
function reportObserved({ report }, run) {
    const { last } = run;
    const floor = (0,budget/* floorOf */.Et)(last.memo ?? last, policyNow(run));
    const restores = run.policy.intent === 'restore' && { restores: true, ownSince: last.memo?.startedAt };
    report({ kind: 'observed', fleet: last, counts: countsOf(run), floor, ...restores });
}
/** Reports for what the group waits. */
function reportWaiting({ report, outlook }, run, reason) {
    const { last, group } = run;
    report({ kind: 'waiting', at: last.at, group, counts: countsOf(run), reason, ...outlook(group) });
}
/** Reports a change that AWS has accepted, in the numbers that led to it. */
function reportStep({ report, dryRun }, run, { change, reason }) {
    const { last, group } = run;
    report({ kind: 'step', at: last.at, group, change, counts: countsOf(run), reason, dryRun });
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/save-again.js
/** So often tags are written again; what removes or changes them more often does not stop. */
const MOST_LOSSES = 2;
/** The saved state once more, from the memory of the run; undefined where it is lost again and again, or AWS refuses it. */
function saveAgain({ report }, run, loss) {
    const { group, memo, last, losses, refused } = run;
    if (memo === undefined || losses > MOST_LOSSES || refused.includes('save-state'))
        return undefined;
    if (losses === 1)
        report({
            kind: 'warning',
            group,
            message: `The tags in which it is written how ${group} was before were ${loss} from outside this run: they are written again, and the run goes on. Leave the tags \`fleet-patch:*\` to the action.`,
        });
    return {
        kind: 'save-state',
        memo: { ...memo, run: run.policy.run, url: run.policy.url, heartbeatAt: Math.floor(last.at) },
        reason: `its tags were ${loss} from outside this run`,
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/alarms.js
var alarms = __webpack_require__(37904);
;// CONCATENATED MODULE: ./build/src/domain/rollout/crossed-wish.js
/**
 * A desired capacity that is set from outside the run may cross a termination by which the run lowers it: 8 was set,
 * the run took one away with its place, and 7 is seen. By the number alone that is 7 set afterwards as well.
 */


/** What a change lowers, with what earlier ones on the same look have lowered; undefined where it lowers nothing. */
function decrementOf(fleet, change, { answeredAt, earlier }) {
    if (change.kind !== 'terminate' || !change.decrement)
        return undefined;
    const before = fleet.sizes.desired;
    const by = before - (0,changes/* afterChange */.tC)(fleet, change).sizes.desired;
    if (by <= 0)
        return undefined;
    const { instances } = change;
    const made = { before, by, instances, at: fleet.at, tookSeconds: answeredAt - fleet.at };
    if (earlier === undefined || earlier.at !== fleet.at || earlier.before - earlier.by !== before)
        return made;
    return {
        ...made,
        before: earlier.before,
        by: earlier.by + by,
        followedBy: [...(earlier.followedBy ?? []), by],
        instances: [...earlier.instances, ...instances],
    };
}
/** What of a decrement may have come after a wish that it has crossed: nothing, the last calls of it, or all; in that order. */
function takenAfter({ by, followedBy = [] }) {
    const last = followedBy.map((_, index) => followedBy.slice(followedBy.length - 1 - index).reduce((sum, each) => sum + each, 0));
    return [0, ...last, by];
}
/** For so long a look may not show a request. */
const CROSSING_SECONDS = 60;
/**
 * What was asked for around the run's own decrement, newest first. The moment of that is taken from its activity, so that
 * only AWS's clock counts; none are told without it.
 */
function requestsAround(changes, { instances, tookSeconds }) {
    const isOwn = ({ instance }) => instance !== undefined && instances.includes(instance);
    const own = changes.filter(isOwn);
    if (own.length === 0)
        return [];
    const terminatedAt = Math.min(...own.map(({ at }) => at));
    return changes
        .filter((each) => each.by !== 'group' && !isOwn(each))
        .map(({ at, to }) => ({ desired: to, secondsBefore: terminatedAt - at }))
        .filter(({ secondsBefore }) => secondsBefore <= Math.ceil(tookSeconds + CROSSING_SECONDS))
        .toSorted((a, b) => a.secondsBefore - b.secondsBefore);
}
/** The desired capacity from which AWS has lowered it, if the activities tell of the whole decrement. */
function loweredFrom(changes, { instances, by }) {
    const own = changes.filter(({ instance }) => instance !== undefined && instances.includes(instance));
    const from = Math.max(...own.map((each) => each.from));
    return from - Math.min(...own.map(({ to }) => to)) === by ? from : undefined;
}
/** The decrement that a look leaves open: none once it shows what was expected. */
const openDecrement = (decrement, { sizes }) => decrement === undefined || sizes.desired === decrement.before - decrement.by ? undefined : decrement;
/**
 * The desired capacity that was wished where a look shows another one than a decrement should have left: what is seen,
 * or, where the wish came first, what was seen and the decrement together, or the part of it that came after. A request that names
 * one of these decides, or else what the decrement was made from; without either the largest is kept, since nothing is taken away
 * that may be wanted. Undefined where the decrement was not carried out, or explains nothing.
 */
function crossedWish({ sizes, instances }, decrement) {
    if (decrement === undefined)
        return undefined;
    const { before, tookSeconds, requested = [] } = decrement;
    const isThere = instances.some((each) => decrement.instances.includes(each.id) && (0,counted/* isCounted */.he)(each));
    if (isThere)
        return undefined;
    const possible = takenAfter(decrement).map((taken) => sizes.desired + taken);
    // A look may lag behind, so older requests count as well; but the run has asked for what it saw itself.
    const named = requested.find(({ desired, secondsBefore }) => possible.includes(desired) && (desired !== before || secondsBefore <= Math.ceil(tookSeconds)));
    if (named !== undefined)
        return named.desired;
    if (decrement.loweredFrom === before)
        return sizes.desired;
    // AWS takes no desired capacity above the maximum, so a larger one was never asked for.
    return Math.max(sizes.desired, ...possible.filter((desired) => desired <= sizes.max));
}
/** Whether the activities of the group name this desired capacity, as requested or as what the decrement was made from. */
const isRequested = (desired, decrement) => decrement !== undefined &&
    (decrement.loweredFrom === desired || decrement.requested?.some((each) => each.desired === desired) === true);

// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/gates.js
var gates = __webpack_require__(55160);
// EXTERNAL MODULE: ./build/src/domain/rollout/stale-state.js
var stale_state = __webpack_require__(37197);
;// CONCATENATED MODULE: ./build/src/domain/rollout/inherited-wish.js
/**
 * A run may end between a decrement that a wish from outside has crossed and its next look: 8 was set, the run took one
 * away with its place, and 7 is all that the group shows to the process that goes on. The activities of the group tell from
 * which desired capacity an instance was taken, so that process keeps 8. Pure.
 */



/**
 * The wish behind the desired capacity that a group shows, by its changes, oldest first; undefined where its last decrement
 * was made from a size that the run had set itself, or not by the run. Only the last one can have crossed a wish: before
 * every other the run had seen what it left.
 */
function inheritedWish({ sizes }, changes, { memo, heartbeatAt }) {
    const isOfRun = ({ by, at }) => by === 'termination' && at >= memo.startedAt && at <= heartbeatAt + stale_state/* LAST_CHANGE_SECONDS */.M3;
    const call = lastCall(changes.filter(isOfRun), sizes.desired);
    const first = call.at(-1);
    if (first === undefined)
        return undefined;
    const { from: desired, at } = first;
    // What is seen is what a later change has left, though the number is the same.
    if (changes.some((each) => each.by !== 'group' && each.at > (call[0]?.at ?? at)))
        return undefined;
    // That process has seen since what its decrement left, and has kept the wish itself.
    if (heartbeatAt > at + CROSSING_SECONDS)
        return undefined;
    const earlier = changes.filter((each) => each.at <= at && each.by !== 'group' && !call.includes(each));
    return isWished(desired, { earlier, memo, at, min: sizes.min, left: sizes.desired })
        ? { desired, left: sizes.desired }
        : undefined;
}
/**
 * The terminations of the last call, if it has left this desired capacity, from the last back to the first: each goes on
 * from what the one before has left, and they may lie on both sides of a full second.
 */
function lastCall(terminations, left) {
    const at = terminations.at(-1)?.at ?? 0;
    const recent = terminations.filter((each) => each.at >= at - 1);
    // What one of several left is no end of the call: it was set again by others.
    if (recent.some((each) => each.from === left))
        return [];
    const call = [];
    for (let to = left;; to = call.at(-1)?.from ?? left) {
        const next = recent.find((each) => each.to === to && !call.includes(each));
        if (next === undefined)
            return call;
        call.push(next);
    }
}
/** Whether a desired capacity from which a run has lowered was set by others, and not seen by the run before. */
function isWished(before, { earlier, memo, at, min, left }) {
    const desired = Math.max(memo.sizes.desired, min);
    // The minimum may have been raised before the run made room, or after.
    const isRoomFrom = (from) => from === desired || from === memo.sizes.desired;
    const mayBeOurs = before > memo.sizes.desired && before <= desired + memo.surge;
    const latest = earlier.at(-1);
    // Of one second the order is not known: one that fits is taken for the latest.
    const setter = earlier.findLast((each) => each.to === before && each.at === latest?.at);
    // A size that no activity tells of was set a moment before, but for the first one, which may have been there for long; and no
    // launch tells of the run's room where AWS had launched more than was wanted itself.
    if (setter === undefined) {
        if (latest === undefined)
            return before !== desired && !mayBeOurs;
        return !(mayBeOurs && latest.by !== 'termination' && isRoomFrom(latest.to));
    }
    if (setter.by === 'termination' || at - setter.at > CROSSING_SECONDS)
        return false;
    // A run makes room from the size that is wished. Room from a smaller one was made before the run has adopted what is left.
    const isOfEarlierWish = setter.from < memo.sizes.desired && memo.sizes.desired === left;
    return !(setter.by === 'update' &&
        mayBeOurs &&
        (isRoomFrom(setter.from) || isOfEarlierWish || goesOnFromRoom(setter, { earlier, memo, min })));
}
/**
 * Whether a run may have made more room from what it had made already, since more was wished in mid-roll, by a scheduled
 * action that it has carried out right before or by a higher minimum, or since a gate has let the roll pass or it is taken back.
 */
function goesOnFromRoom(setter, { earlier, memo, min }) {
    const { sizes, surge, scheduledUntil, progress } = memo;
    // The run has seen what was there before it wrote the sizes of a scheduled action down: another size was wished then.
    if (scheduledUntil !== undefined && setter.at < scheduledUntil)
        return true;
    const isCarriedOut = scheduledUntil !== undefined && setter.at >= scheduledUntil;
    if (isCarriedOut && earlier.every((each) => each === setter || each.at <= scheduledUntil))
        return true;
    const isInRoom = setter.from > sizes.desired && setter.from <= sizes.desired + surge;
    // Room upon room, and nothing has left in between: a wish that a raise has overwritten was smaller, and is adopted by now.
    const last = earlier.findLast((each) => each !== setter && each.at <= setter.at);
    if (isInRoom && setter.to > setter.from && last?.by === 'update' && last.to === setter.from)
        return true;
    const hasMoreRoom = min > sizes.desired || progress?.gatesPassed !== undefined || (0,taken_back/* isTakenBack */.Zb)(memo);
    return hasMoreRoom && isInRoom;
}

// EXTERNAL MODULE: ./build/src/domain/rollout/memo-bounds.js
var memo_bounds = __webpack_require__(38352);
;// CONCATENATED MODULE: ./build/src/domain/rollout/overwritten-wish.js

/** What a change raises; undefined where it raises nothing. */
function raiseOf(fleet, change) {
    const to = change.kind === 'resize' ? change.sizes.desired : undefined;
    const { desired: before } = fleet.sizes;
    return to === undefined || to <= before ? undefined : { before, to, at: fleet.at, known: idsOf(fleet) };
}
const idsOf = ({ instances }) => instances.map(({ id }) => id);
/** Whether something was launched since the activities were asked last: AWS writes of a change once it acts on it. */
const mayBeTold = ({ known }, { instances }) => instances.some(({ id }) => !known.includes(id));
/** The causes tell whole seconds, and so does the Date by which the run has set its clock. */
const CLOCK_SECONDS = 1;
/** What the activities tell of a raise: it stays open where they tell nothing; else a wish that it has overwritten, if there was one. */
function toldOf(raise, changes, fleet) {
    const from = Math.floor(raise.at) - CLOCK_SECONDS;
    const own = changes.findLast(({ by, to, at }) => by === 'update' && to === raise.to && at >= from);
    if (own === undefined)
        return { raise: { ...raise, known: idsOf(fleet) } };
    return { raise: undefined, ...(own.from !== raise.before && { overwritten: own.from }) };
}
/**
 * Makes up for a wish that the run has overwritten: a larger one is set first, and then it is what is put back. A run that dies in
 * between leaves a size that the next one takes for a wish itself; a smaller one lies within the room of the roll.
 */
function adoptOverwritten({ fleet, memo, state, policy }) {
    const { overwritten: wish, desired } = state;
    const { refused = [] } = policy;
    // Set once more since then: that is the wish.
    if (wish === undefined || desired === undefined || fleet.sizes.desired !== desired)
        return undefined;
    if (wish === memo.sizes.desired || refused.includes('save-state'))
        return undefined;
    const reason = `the desired capacity was set to ${wish} from outside this run, right before the run set its own: kept`;
    if (wish > desired)
        return refused.includes('resize')
            ? undefined
            : { kind: 'resize', sizes: { desired: wish, ...(wish > fleet.sizes.max && { max: wish }) }, reason };
    return { kind: 'save-state', memo: (0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, (0,memo_bounds/* sizesWith */.Vo)({ fleet, memo }, wish)), reason };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/raised-sizes.js
var raised_sizes = __webpack_require__(23241);
;// CONCATENATED MODULE: ./build/src/domain/rollout/policy-growth.js


/** AWS writes of a change once it launches for it; after so long it is not waited for. */
const TOLD_SECONDS = 60;
/** What a look shows of growth; undefined where there is none, or a decrement of the run explains what is seen. */
function observeGrowth(before, { memo, at, sizes }, { growth, desired, decrement }) {
    if (memo?.follows !== true || decrement !== undefined)
        return undefined;
    if (sizes.desired <= (desired ?? memo.sizes.desired))
        return undefined;
    if (growth?.to === sizes.desired)
        return growth;
    return { to: sizes.desired, since: at, after: desired === undefined ? memo.startedAt : before.at };
}
/** The growth with what the activities tell of it; as it was where they tell nothing yet. */
function toldGrowth(growth, changes, { memo, isLive }) {
    // The causes tell whole seconds.
    const recent = changes.filter(({ by, at }) => by !== 'group' && at >= Math.floor(growth.after));
    const last = recent.at(-1);
    const isTold = recent.some(({ to, at }) => to === growth.to && at === last?.at);
    if (!isTold)
        return growth;
    const setter = recent.findLast(({ to, at }) => to === growth.to && at === last?.at);
    // An operator, a cluster autoscaler, a schedule: what was set is what is wished.
    if (setter?.by === 'request')
        return { ...growth, wish: growth.to };
    const wish = recent
        .filter(({ by, at }) => by === 'policy' && at > (memo.scaledUntil ?? -Infinity))
        .reduce(wishAfter, memo.sizes.desired);
    // What this process has not set, and no policy, an operator has.
    return { ...growth, wish: wish > memo.sizes.desired || !isLive ? Math.min(wish, growth.to) : growth.to };
}
function wishAfter(wish, { from, to, adjusts }) {
    if (to < from)
        return Math.min(wish, to);
    return adjusts === 'relative' ? wish + to - from : to;
}
/** Saves what policies have asked for as the wish; waits as long as AWS has yet to tell which it was. */
function adoptGrowth({ fleet, memo, state, policy }) {
    const { growth, desired: left } = state;
    if (growth === undefined || growth.to !== fleet.sizes.desired)
        return undefined;
    if (policy.refused?.includes('save-state') === true)
        return undefined;
    // A run that was lost has held the minimum at the capacity that it had set.
    const isNews = left !== undefined || growth.to > fleet.sizes.min;
    if (growth.wish === undefined && !isNews)
        return undefined;
    if (growth.wish === undefined && fleet.at - growth.since < TOLD_SECONDS)
        return {
            kind: 'wait',
            reason: `the desired capacity was raised to ${growth.to} from outside this run, and AWS has yet to tell by what`,
        };
    const isOurs = (0,raised_sizes/* maxIsOurs */.w)(fleet, memo);
    // Only the roll's own room lies above the maximum.
    const most = isOurs ? Math.max(memo.sizes.max, memo.sizes.desired) : fleet.sizes.max;
    const desired = Math.min(growth.wish ?? growth.to, most);
    if (desired <= memo.sizes.desired && left === undefined)
        return undefined;
    const sizes = { min: memo.sizes.min, desired, max: most };
    return {
        kind: 'save-state',
        memo: { ...(0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes), scaledUntil: Math.floor(fleet.at) },
        notes: desired === memo.sizes.desired
            ? []
            : [`The desired capacity has grown from ${memo.sizes.desired} to ${desired} while the group rolled: kept.`],
        reason: `${desired} are wished by now: ${growth.to} were asked for${growth.to > desired ? ` where the roll had launched ${growth.to - desired} beyond the wish` : ''}`,
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/probe.js
var probe = __webpack_require__(12866);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/transition.js


















/** The state after one more event. */
function transition(run, event) {
    switch (event.kind) {
        case 'observed':
            return observed(run, event.fleet);
        case 'state-lost':
            return { ...run, last: { ...run.last, memo: run.memo }, losses: run.losses + 1 };
        case 'confirmed':
            return confirmed(run);
        case 'look-outdated':
            return { ...run, freshLooks: run.freshLooks + 1 };
        case 'look-incomplete':
            return { ...run, needsEveryPart: true };
        case 'waited':
            return run.freshLooks > 0 || run.needsEveryPart ? { ...run, freshLooks: 0, needsEveryPart: false } : run;
        case 'sent':
            return sent(run, event.change);
        case 'accepted':
            return accepted(run, event.change, event.at);
        case 'followed':
            return followed(run, event.change);
        case 'unanswered':
            return transition_unanswered(run, event.change);
        case 'refused':
            return refused(run, event);
        case 'desired-changes-read':
            return desiredChangesRead(run, event.changes);
        case 'refresh-read':
            return { ...run, state: { ...run.state, refresh: { at: run.last.at, active: event.active } } };
        case 'launch-outlook-read':
            return { ...run, state: { ...run.state, launchOutlook: event.outlook } };
        case 'loss-reasons-read':
            return lossReasonsRead(run, event.failures);
        case 'launches-read':
            return { ...run, boots: learnLaunches(run.boots, event.launches, run.first.at) };
        case 'probed':
            return { ...run, last: (0,probe/* withProbes */.mJ)(run.last, event.probes) };
        case 'halted':
            return halted(run, event);
        case 'rollback-started':
            return rollbackStarted(run, event);
        case 'rollback-failed':
            return { ...run, notes: [...run.notes, event.note], changed: run.changed || event.changed === 'perhaps' };
        case 'sight-lost':
            return { ...run, last: event.last, restoringSince: run.restoringSince ?? event.last.at, refused: event.refused };
        case 'ended':
            return { ...run, outcome: event.outcome };
        default:
            return event;
    }
}
function observed(run, seen) {
    const policy = policyNow(run);
    const fleet = (0,readiness_history/* withHistory */.$k)(run.last, seen);
    const watch = (0,alarms/* watchingNow */.s5)({ fleet, policy });
    const state = {
        ...observe(run.state, { before: run.last, now: fleet, policy }),
        ...(watch && { alarms: (0,alarms/* observeAlarms */.RM)(run.state.alarms, fleet, watch) }),
    };
    const { memo } = fleet;
    const situation = memo && (0,budget/* situationOf */._7)(fleet, { memo, policy, state });
    const decrement = openDecrement(state.decrement, fleet);
    const baking = situation && (memo.dark ? (0,dark_launch/* observeDark */.Li)(situation) : (0,gates/* observeGate */.u2)(run.last, situation));
    return {
        ...run,
        state: {
            ...state,
            decrement,
            growth: observeGrowth(run.last, fleet, { ...state, decrement }),
            ...((baking ?? state.baking) && { baking }),
        },
        last: fleet,
        boots: learnBoots(run.boots, { before: run.last, now: fleet, since: run.first.at }),
        memo: rememberedAt(run, fleet),
        pendingWrites: stillRecent(run.pendingWrites, fleet),
        unanswered: stillUnproven(run.unanswered, fleet),
    };
}
/** What others have asked for around our own decrement, and what the process before this one has left. */
function desiredChangesRead(run, changes) {
    const { last, first, policy, state } = run;
    const { decrement, inherited, raise, growth } = state;
    const earlier = first.memo ?? policy.savedMemo;
    return {
        ...run,
        state: {
            ...state,
            ...(decrement && {
                decrement: {
                    ...decrement,
                    requested: requestsAround(changes, decrement),
                    loweredFrom: loweredFrom(changes, decrement),
                },
            }),
            ...(raise && toldOf(raise, changes, last)),
            ...(growth &&
                last.memo && {
                growth: toldGrowth(growth, changes, { memo: last.memo, isLive: state.desired !== undefined }),
            }),
            inherited: inherited ?? {
                wish: last.memo && earlier && inheritedWish(last, changes, { memo: last.memo, heartbeatAt: earlier.heartbeatAt }),
            },
        },
    };
}
/** What the run has written last: also what it has written without an answer, once a look shows it. */
function rememberedAt({ memo, unanswered }, { memo: seen }) {
    if (seen === undefined)
        return memo;
    const isOurs = unanswered.some(({ change }) => change.kind === 'save-state' && hasSameFacts(change.memo, seen));
    return isOurs ? seen : memo;
}
/** Changes by others are noticed by comparing what AWS shows with what the run's own last change left. */
function confirmed(run) {
    const { last, state, resumed } = run;
    const { memo, suspended } = last;
    if (memo === undefined)
        return run;
    const kept = (0,restore/* externalChanges */.Jd)(last, memo, {
        heldSuspended: state.suspended ? memo.suspends.filter((process) => !resumed.has(process)) : [],
        suspendedBefore: run.policy.intent === 'roll' ? suspendedAtStart(run.first) : undefined,
    });
    const isOurs = memo.run === run.policy.run;
    return {
        ...run,
        externalChanges: kept,
        // What is seen before this process has claimed the lease may be gone already.
        memo: isOurs && state.leaseClaimed ? memo : run.memo,
        state: isOurs
            ? {
                ...state,
                suspended: state.suspended || transition_isHeld(memo, suspended),
                heldSeen: state.heldSeen || memo.suspends.some((process) => suspended.includes(process)),
            }
            : state,
    };
}
/** Whether all that the memo suspends is seen suspended; a memo that suspends nothing shows nothing. */
const transition_isHeld = ({ suspends }, suspended) => suspends.length > 0 && suspends.every((process) => suspended.includes(process));
/** What was suspended at the first look, by a run that this one takes over as well. */
const suspendedAtStart = ({ suspended, memo }) => [...suspended, ...(memo?.suspends ?? [])];
/** Before it is known whether AWS did it: from here on it cannot be told any more which process resumed what. */
function sent(run, change) {
    const made = { ...run, freshLooks: 0, needsEveryPart: false };
    if (change.kind !== 'resume')
        return made;
    const isLast = change.processes.some((process) => process !== dark_launch/* REGISTERING */.c5);
    return {
        ...made,
        resumed: new Set([...run.resumed, ...change.processes]),
        ...(isLast && { state: { ...run.state, letRun: true } }),
    };
}
/**
 * The look on which the change was decided is the last that has shown the group as it was: what the run itself ends of new
 * instances that never served, no later one tells.
 */
function followed(run, change) {
    const last = (0,changes/* afterChange */.tC)(run.last, change);
    const { lost, missing } = observe(run.state, { before: run.last, now: last, policy: policyNow(run) });
    return { ...run, last, state: { ...run.state, lost, missing, completeAt: completeSince(run.state, run.last) } };
}
function accepted(run, change, at) {
    const { last, state } = run;
    const after = (0,changes/* afterChange */.tC)(last, change);
    const next = {
        ...run,
        changed: run.changed || changes/* CHANGE_KINDS */.tO[change.kind].changesGroup,
        unanswered: withoutCertain(run.unanswered, change),
    };
    if (change.kind === 'clear-state')
        return { ...next, last: after };
    // One after the other, each may take as long to leave as all together without the bound.
    const isBounded = (run.policy.maxLeaving ?? last.memo?.maxLeaving) !== undefined;
    const begunAnew = change.kind === 'terminate' && isBounded && run.restoringSince !== undefined;
    return {
        ...next,
        ...(begunAnew && { restoringSince: at }),
        memo: writtenBy(change, run),
        pendingWrites: withChange(run.pendingWrites, change, { ...last, at }),
        state: learnt({ ...state, raise: raiseOf(last, change) ?? state.raise }, change, {
            memo: last.memo,
            desired: after.sizes.desired,
            min: last.memo?.follows === true ? after.sizes.min : undefined,
            at: last.at,
            decrement: decrementOf(last, change, { answeredAt: at, earlier: state.decrement }),
        }),
        notes: [...run.notes, ...adoptedWish(last, change, state.decrement)],
    };
}
/**
 * The memo that the run has written once AWS has accepted a change. A process that takes up the lease of its own run writes that alone,
 * but the runner has told it the rest: what stands there instead was written by others.
 */
function writtenBy(change, { memo, policy: { savedMemo } }) {
    if (change.kind === 'save-state')
        return change.memo;
    const isClaim = change.kind === 'renew-lease' && change.after !== undefined;
    return isClaim && savedMemo !== undefined && hasSameFacts(change.memo, savedMemo) ? change.memo : memo;
}
/** Whether other sizes are to be put back than before, or what policies have asked for was taken note of. */
const isResized = ({ sizes: before, ...one }, { sizes: now, ...other }) => before.min !== now.min ||
    before.desired !== now.desired ||
    before.max !== now.max ||
    one.scaledUntil !== other.scaledUntil;
/** What the run knows once AWS has accepted a change. */
function learnt(state, change, { memo, desired, min, at, decrement }) {
    switch (change.kind) {
        case 'save-state':
            return {
                ...state,
                leaseClaimed: true,
                predecessor: undefined,
                overwritten: undefined,
                // A wish that is adopted is what the run has left, from here on; one that has yet to be adopted is none of it.
                ...(memo !== undefined &&
                    isResized(memo, change.memo) && { desired: state.desired && desired, min: state.min && min }),
            };
        case 'renew-lease':
            if (change.after === undefined)
                return state;
            return {
                ...state,
                leaseClaimed: true,
                ...(change.after.run !== change.memo.run && { predecessor: change.after }),
            };
        case 'resize':
            return { ...state, desired, min, decrement };
        case 'terminate':
            return { ...state, desired, min, decrement, named: [...(state.named ?? []), ...change.instances] };
        case 'terminate-warm':
            return { ...state, discarded: [...state.discarded, ...change.instances] };
        case 'register':
            return (0,dark_launch/* withRegistration */.iY)(state, change, at);
        case 'suspend':
            return { ...state, letRun: undefined };
        case 'resume':
        case 'set-launch-source':
        case 'clear-state':
            return state;
        default:
            return change;
    }
}
/** A desired capacity that was set by others and is written into the saved state; a sentence, or none. */
function adoptedWish({ memo, sizes }, change, decrement) {
    if (change.kind !== 'save-state' || memo === undefined)
        return [];
    if (change.notes !== undefined)
        return change.notes;
    const { desired } = change.memo.sizes;
    if (desired === memo.sizes.desired)
        return [];
    if (desired !== sizes.desired && decrement !== undefined && !isRequested(desired, decrement))
        return [
            `The desired capacity was changed from ${memo.sizes.desired} to ${sizes.desired} or ${desired} from outside this run, while the run lowered it by ${decrement.by}: ${desired} is kept.`,
        ];
    return [`The desired capacity was changed from ${memo.sizes.desired} to ${desired} from outside this run: kept.`];
}
/** So long after it was sent a change may have been carried out whose answer was lost. */
const LOST_SECONDS = 30;
function transition_unanswered(run, change) {
    const state = {
        ...run.state,
        desired: undefined,
        min: undefined,
        decrement: decrementOf(run.last, change, { answeredAt: run.last.at + LOST_SECONDS, earlier: run.state.decrement }) ??
            run.state.decrement,
    };
    // Where AWS did it, the next look shows this run's name, and it would be unknown whose roll goes on.
    const claims = change.kind === 'renew-lease' && change.after !== undefined && change.after.run !== change.memo.run;
    return {
        ...run,
        changed: true,
        unanswered: [...withoutCertain(run.unanswered, change), { change, at: run.last.at }],
        state: claims ? { ...state, predecessor: change.after } : state,
        pendingWrites: withoutSuperseded(run.pendingWrites, change),
        memo: change.kind === 'clear-state' ? undefined : run.memo,
    };
}
function refused(run, { change, failure, note }) {
    const next = { ...run, refused: [...run.refused, change.kind] };
    // Without its name on the memo a run may put back all the same.
    if (change.kind === 'renew-lease')
        return next;
    // A wish that cannot be saved is kept all the same.
    const kept = adoptedWish(run.last, change, run.state.decrement);
    return { ...next, notes: [...run.notes, note, ...kept], failure: run.failure ?? failure };
}
function lossReasonsRead(run, failures) {
    const wordsOf = new Map(failures.map(({ instanceId, reason }) => [instanceId, reason]));
    const lost = run.state.lost.map((each) => ({ ...each, words: each.words ?? wordsOf.get(each.id) ?? '' }));
    return { ...run, state: { ...run.state, lost } };
}
/** What stops a roll that is being rolled back does not hide why it was. */
const halted = (run, { failure, note }) => ({
    ...run,
    notes: run.failure === undefined ? run.notes : [...run.notes, note],
    failure: run.failure ?? failure,
    restoringSince: run.last.at,
});
/** A roll that had resumed the processes in its last steps suspends them once more before it adds capacity again. */
function rollbackStarted(run, { failed, failure }) {
    const hasResumed = [...run.resumed].some((process) => process !== dark_launch/* REGISTERING */.c5);
    return {
        ...run,
        failure,
        rollback: { failed, since: run.last.at },
        state: hasResumed ? { ...run.state, suspended: false } : run.state,
        // The process without which no load balancer can reach new instances stays as the run has left it.
        resumed: new Set([...run.resumed].filter((process) => process === dark_launch/* REGISTERING */.c5)),
    };
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/blind-restore.js










/** What is not changed unseen. */
const UNSEEN = ['resize', 'terminate'];
/**
 * AWS refuses to show all of the group, as when a permission is taken away. While it is not known which instances
 * serve, none is terminated and no size is lowered: what did not serve at the last look may serve now. Only the
 * processes that the run suspended are resumed. The memo stays, for a run that can look again; where its tags were
 * removed or changed meanwhile, it is written once more before anything else.
 */
async function restoreUnobserved(request, blind, failure) {
    const ended = (ending) => transition(ending, { kind: 'ended', outcome: unfinished(ending, failure) });
    // What this run has not changed is not its to put back.
    if (!blind.changed)
        return ended(unseen(blind, lastKnown(request, blind)));
    const run = unseen(blind, await known(request, blind));
    const loss = stateLoss(run.last, { remembered: run.memo, run: run.policy.run });
    let current = loss === undefined ? run : transition(run, { kind: 'state-lost' });
    const again = loss && saveAgain(request, current, loss);
    if (again !== undefined) {
        const saved = await changeUnseen(request, current, again);
        if (saved.answer === 'lost')
            return ended(saved.run);
        current = saved.run;
    }
    for (let step = 0; step < HAND_BACK_STEPS && !request.signal.aborted; step++) {
        const change = (0,restore/* handBackUnseen */.pB)(current.last, policyNow(current), current.refused);
        if (change === undefined)
            break;
        const handed = await changeUnseen(request, current, change);
        // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
        if (handed.answer !== 'accepted')
            return ended(handed.run);
        current = handed.run;
    }
    return ended(current);
}
/** The processes are resumed, and then the saved state says so: the sizes are left to a run that can look. */
const HAND_BACK_STEPS = 2;
const unseen = (run, last, refused = UNSEEN) => transition(run, { kind: 'sight-lost', last, refused });
/** What was seen last was seen before the last change, and of one without an answer it is not known. */
const lastKnown = ({ clock }, { last, pendingWrites }) => ({
    ...caughtUp(last, pendingWrites),
    at: Math.max(last.at, clock.now() / 1000),
    unknown: ['group'],
});
/**
 * What is known of the group: what it shows alone, with its tags, or else what was seen last. A look that lags behind tells of
 * tags all the same: to write those again that are there changes nothing.
 */
async function known(request, run) {
    const last = lastKnown(request, run);
    const seen = await lookAlone(request, run);
    if (seen === undefined)
        return last;
    if (freshnessOf(seen, run.pendingWrites) === 'timely')
        return seen;
    return run.memo === undefined
        ? last
        : { ...last, memo: seen.memo, ...(seen.unreadableTags && { unreadableTags: true }) };
}
/** The group with its tags, which may still be shown where something else is not; undefined where it is not shown either. */
async function lookAlone({ port, clock }, { group }) {
    try {
        const { fleets, unreadable } = await port.look([group], clock.now() / 1000, 'the group alone');
        return fleets[0] ?? unreadable[0]?.untagged;
    }
    catch {
        return undefined;
    }
}
/** Makes a change of which no look will tell, and gives the state after it. */
async function changeUnseen(request, run, change) {
    const sent = transition(run, { kind: 'sent', change });
    try {
        await request.port.apply(run.group, change);
    }
    catch (error) {
        if ((0,errors/* isUncertain */.cp)(error))
            return { run: sent, answer: 'lost' };
        return { run: unseen(sent, sent.last, [...run.refused, change.kind]), answer: 'refused' };
    }
    reportStep(request, sent, { change, reason: change.reason });
    const accepted = transition(sent, { kind: 'accepted', change, at: run.last.at });
    return { run: unseen(accepted, (0,changes/* afterChange */.tC)(sent.last, change), run.refused), answer: 'accepted' };
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/halt.js

/** Stops a roll: from here on the group is put back. */
const halt = (run, failure) => transition(run, { kind: 'halted', failure, note: sentences(failure) });
/** What happened, why and what to do, in one line. */
const sentences = ({ what, why, remedy }) => [what, why, remedy].filter((part) => part !== undefined).join(' ');

;// CONCATENATED MODULE: ./build/src/domain/rollout/estimate.js
/** What several samples, of which none is exact, tell of the next. Pure. */
/** So many that agree are no chance. */
const ENOUGH = 3;
/** What takes equally long differs by so much, for AWS tells whole seconds; at long times by a hundredth. */
const JITTER_SECONDS = 2;
const widthOf = ({ earliest, latest }) => latest - earliest;
function estimate(samples) {
    if (samples.length === 0)
        return undefined;
    const [one, other] = [Math.max(...samples.map(({ atLeast }) => atLeast)), Math.min(...samples.map(({ atMost }) => atMost))]; // prettier-ignore
    const jitter = Math.max(JITTER_SECONDS, one / 100);
    if (one - other <= jitter) {
        const sharp = samples.filter(({ atLeast, atMost }) => atMost - atLeast <= 2 * jitter);
        return { earliest: Math.min(one, other), latest: Math.max(one, other), agrees: true, isConstant: sharp.length >= ENOUGH }; // prettier-ignore
    }
    const middles = samples.map(({ atLeast, atMost }) => (atLeast + atMost) / 2);
    const earliest = Math.min(...middles, hardlyBelow(middles));
    return { earliest, latest: Math.max(...middles), agrees: false, isConstant: false };
}
/** Of a log-normal distribution one in a hundred is shorter. */
const RARE_DEVIATIONS = 2.3;
/** What the next is hardly ever shorter than, given such ones: the least that was seen is not the least that there is. */
function hardlyBelow(values) {
    const logs = values.map((value) => Math.log(Math.max(1, value)));
    const mean = average(logs);
    const deviation = Math.sqrt(average(logs.map((each) => (each - mean) ** 2)));
    return Math.exp(mean - RARE_DEVIATIONS * deviation);
}
const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

;// CONCATENATED MODULE: ./build/src/domain/rollout/boot-estimate.js
/** How long new instances take, as a run has seen it, and when the next look at their group is worth its calls. Pure. */




/** Seconds until the next look may show what the roll waits for; undefined where nothing of it is known. */
function secondsToNextLook(record, fleet, awaited) {
    const { at, instances, sizes } = fleet;
    const known = knowledgeOf(record);
    const due = [];
    for (const instance of instances) {
        if (!(0,counted/* isCounted */.he)(instance) || instance.firstSeenAt <= awaited.since)
            continue;
        const warmAt = (instance.readySince ?? -Infinity) + awaited.warmupSeconds;
        if (instance.readySince === undefined)
            due.push(startDue(instance, { at, known, arrival: record.arrived.get(instance.id)?.arrival })); // prettier-ignore
        else if (warmAt > at)
            due.push(Math.min(warmAt, at + ((0,readiness_history/* isStartingSlowly */.B1)(instance, fleet) ? SLOW_START_SECONDS : Infinity)));
        const probeAt = (instance.lastProbe?.passed === false ? instance.lastProbe.at : -Infinity) + probe/* PROBE_PAUSE_SECONDS */.gY;
        if (probeAt > at)
            due.push(probeAt);
    }
    if ((0,counted/* capacityOf */.A$)(instances.filter(counted/* isCounted */.he)) < sizes.desired)
        due.push(launchDue(at, awaited.outstandingSince ?? at, known)); // prettier-ignore
    if (due.length === 0)
        return undefined;
    return between(0, Math.min(...due) - at, longest(known.total?.earliest ?? 0));
}
function knowledgeOf({ boots, warmups, totals, earlier }) {
    const all = estimate([...earlier, ...boots]);
    return { boot: all, warmup: estimate(warmups), total: estimate(totals) };
}
/** A target that falls sick in its slow start begins it anew: it must be seen between two checks that it passes. */
const SLOW_START_SECONDS = 8;
const between = (least, value, most) => Math.max(least, Math.min(value, most));
/** What others do to a group meanwhile must be seen: within a minute or, where starts take minutes, within two. */
const longest = (total) => between(65, total / 2, 100);
/** Of a start that is due now so many seconds go by between two looks: a fortieth of the whole start is not worth a look. */
const closely = (total) => between(2, total / 40, 3.5);
/** While nothing is known: a tenth of what has passed. */
const unknown = (passed, most) => between(3, passed / 10, most);
/** Where a start takes so long, it is seen in time whenever AWS has launched it: nothing is lost by a late look. */
const LONG_SECONDS = 30;
/** AWS launches within half a minute of a request. */
const LAUNCHED_SECONDS = 25;
function launchDue(at, since, { boot, total }) {
    const isLong = ((total ?? boot)?.earliest ?? 0) >= LONG_SECONDS;
    const first = since + (isLong ? LAUNCHED_SECONDS : LAUNCHED_SECONDS / 3);
    return at < first ? first : at + between(5, (at - since) / 10, 15);
}
/** The moment to look for what is due: where it is known well, when it must have happened; else when it may have. */
const aim = (due) => due.isConstant && widthOf(due) <= JITTER_SECONDS ? due.latest : due.agrees ? (due.earliest + due.latest) / 2 : due.earliest; // prettier-ignore
/** When to look for an instance that starts: seeing it come into service late costs nothing while it still warms up. */
function startDue(instance, { at, known, arrival }) {
    const { boot, warmup, total } = known;
    const launched = Math.min(instance.launchedAt ?? instance.firstSeenAt, instance.firstSeenAt);
    const close = closely(total?.earliest ?? at - launched);
    const overdue = (due) => (at < due ? due : at + Math.max(close, unknown(at - due, 15)));
    if (total?.isConstant)
        return overdue(launched + aim(total));
    const isRegular = boot?.isConstant === true && total?.agrees !== false;
    if (instance.lifecycle !== 'InService') {
        if (boot === undefined)
            return at + unknown(at - launched, 7.5);
        if (isRegular) {
            const due = launched + boot.latest + (warmup === undefined ? 0 : aim(warmup));
            return at < due ? due : at + close;
        }
        // The first start is told by few others: the next may be a little shorter.
        const due = launched + boot.earliest * (boot.agrees ? 0.9 : 1);
        return at < due
            ? due
            : at + (warmup === undefined ? between(3, (at - launched) / 20, 7.5) : between(3, warmup.earliest + 1, 60));
    }
    const { atLeast, atMost } = arrival ?? { atLeast: instance.firstSeenAt, atMost: instance.firstSeenAt };
    if (warmup === undefined)
        return at + between(3, (at - atMost) / 6, closely(Infinity));
    return overdue((atMost - atLeast <= JITTER_SECONDS ? atMost : atLeast) + aim(warmup));
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/pace.js

/** Seconds between two looks at a group of which it is not known what comes when. */
const CALM_SECONDS = 5;
/** A scheduled action has been carried out so long after it fell due. */
const CARRIED_OUT_SECONDS = 2;
/** When nothing before can show what this group waits for, or what a scheduled action does to it. */
function nextDue({ boots, last, first, policy, state }) {
    const quiet = secondsToNextLook(boots, last, {
        since: first.at,
        warmupSeconds: Math.max(policy.warmupSeconds, last.slowStartSeconds ?? 0),
        outstandingSince: state.outstandingSince,
    });
    const scheduled = (last.dueActions ?? []).map(({ at }) => at + CARRIED_OUT_SECONDS).filter((at) => at > last.at);
    const calm = state.growth === undefined ? (quiet ?? CALM_SECONDS) : Math.min(quiet ?? CALM_SECONDS, CALM_SECONDS);
    return Math.min(last.at + calm, ...scheduled);
}
/** Several groups are looked at together, at moments so many seconds apart: they share the calls of a look. */
const SHARED_SECONDS = 2;
/** Seconds until these groups are worth a look; 0 where one is overdue, undefined without any. */
function secondsUntilDue(due, groups, now) {
    if (groups.length === 0)
        return undefined;
    const first = groups.reduce((least, group) => Math.min(least, due.get(group) ?? now), Infinity);
    if (first <= now)
        return 0;
    return (groups.length === 1 ? first : Math.ceil(first / SHARED_SECONDS) * SHARED_SECONDS) - now;
}
/** What falls due so shortly after is looked at with what is due: groups share the calls of a look. */
const TOGETHER_SECONDS = 0.5;
/**
 * The groups that are due, with those that are nearly; where none is, those that are due first. Of more than `most` those that
 * have waited longest.
 */
function dueGroups(due, groups, { now, most }) {
    const until = now + (secondsUntilDue(due, groups, now) ?? 0) + TOGETHER_SECONDS;
    const found = groups.filter((group) => (due.get(group) ?? now) <= until);
    if (found.length <= most)
        return found;
    return found.toSorted((a, b) => (due.get(a) ?? now) - (due.get(b) ?? now)).slice(0, most);
}
/** As many groups are looked at together as can be worked on while what was seen is young. */
const YOUNG_SECONDS = 10;
/** The first number of groups in one look, and the least however slow AWS is. */
const FIRST_SHARE = 100;
const LEAST_SHARE = 10;
/** How many groups the next look may take, when this one and what followed from it took so many seconds. */
function nextShare(share, { looked, seconds }) {
    if (seconds > YOUNG_SECONDS)
        return Math.max(LEAST_SHARE, Math.min(share, Math.floor((looked * YOUNG_SECONDS) / seconds)));
    return looked >= share && seconds < YOUNG_SECONDS / 2 ? Math.ceil(share * 1.5) : share;
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/loop.js

const newLoop = (groups, startedAt) => ({
    startedAt,
    runs: new Map(),
    unreported: new Set(groups),
    admitted: new Set(),
    beginning: new Map(),
    endedAt: new Map(),
    due: new Set(),
    nextLookAt: new Map(),
    share: FIRST_SHARE,
    missing: new Map(),
    unansweredToldAt: undefined,
    alarms: undefined,
    bakeToldOf: undefined,
});
/** Groups that have not ended. */
const openIn = ({ unreported, runs }) => [...unreported].filter((group) => runs.get(group)?.outcome === undefined);

// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/missed-turns.js



/** Ends the groups whose turn does not come. */
function endWaiting({ runs, admitted }, why) {
    for (const run of runs.values())
        if (!admitted.has(run.group) && run.outcome === undefined)
            runs.set(run.group, transition(run, { kind: 'ended', outcome: neverBegun(run, why(run.group)) }));
}
/** The turn of a group that does not come because of a failure elsewhere. */
const missedTurn = ({ why, remedy = AGAIN, cause }) => (group) => ({
    failure: { what: `The turn of ${group} did not come.`, ...(why !== undefined && { why }), remedy, cause },
});
/** What follows for groups that have not begun. */
const AGAIN = 'Start again: what is done is found to be so, and the others begin in their turn.';
/** What is told of groups that do not begin. */
function whyOver(why, { limits }) {
    switch (why.kind) {
        case 'failed': {
            const failed = `${(0,words/* firstOf */.Ku)(why.groups, 5)} ${why.groups.length > 1 ? 'have' : 'has'} failed`;
            return missedTurn({
                why: `${failed}, and \`max-failed-groups\` is ${limits.maxFailedGroups}.`,
                remedy: `Mend the cause there. ${AGAIN}`,
            });
        }
        case 'time': {
            const ends = why.bakes ? 'ends before the wave before it has baked' : 'is over';
            return missedTurn({ why: `The time given by \`timeout\` ${ends}.` });
        }
        case 'gated':
            return () => ({
                until: `Its turn comes when ${(0,words/* firstOf */.Ku)(why.groups, 5)} is through: let it go on with \`mode: release\`, then start this step again.`,
            });
        default:
            return why;
    }
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/ports.js
/** How long putting back may take once a roll has halted. */
const RESTORE_SECONDS = 600;

;// CONCATENATED MODULE: ./build/src/controllers/rollout/past-launches.js



/** Of more groups none is asked: each costs a call, and their looks are shared. */
const MOST_GROUPS = 10;
/**
 * What the activities of a group that waits tell of how long its instances take. It decides about the pace of looks alone:
 * where AWS does not answer, the run goes on without.
 */
async function readPastLaunches({ port, groups, signal }, run) {
    const isRolling = run.restoringSince === undefined && run.outcome === undefined && run.last.memo !== undefined;
    if (port.pastLaunches === undefined || !isRolling || signal.aborted || groups.length > MOST_GROUPS)
        return run;
    if (!asksForLaunches(run.boots))
        return run;
    let launches = [];
    try {
        launches = await port.pastLaunches(run.group);
    }
    catch (error) {
        if (!(0,errors/* isFailure */.N6)(error))
            throw error;
    }
    return transition(run, { kind: 'launches-read', launches });
}

// EXTERNAL MODULE: ./build/src/domain/rollout/freshness.js + 1 modules
var freshness = __webpack_require__(25315);
// EXTERNAL MODULE: ./build/src/domain/rollout/max-leaving.js
var max_leaving = __webpack_require__(26843);
// EXTERNAL MODULE: ./build/src/domain/rollout/start.js
var start = __webpack_require__(62708);
;// CONCATENATED MODULE: ./build/src/domain/rollout/failures.js
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
 * A new instance that does not serve, or does not pass its probe, in time is a failure too; while more are borne, it makes room
 * for another. One that serves and is only warming up is capacity already, and so is one that serves where too few others do.
 */
function endOverdueInstance(situation) {
    const { fleet, policy, capacity, memo } = situation;
    const late = capacity.current.filter((each) => !capacity.ready.has(each) &&
        (!(0,readiness/* isServing */.PA)(each) || (0,probe/* awaitsProbe */.wz)(each, fleet, policy)) &&
        !(0,rollout_capacity/* isReplacingRootVolume */.Op)(each) &&
        (0,budget/* overdue */.TU)(each, fleet, policy) &&
        !(0,dark_launch/* isExcused */.Ix)(situation, each));
    const [first] = late;
    if (first === undefined)
        return undefined;
    const reason = `${first.id} did not become ready within ${policy.instanceTimeoutSeconds / 60} minutes: ${(0,dark_launch/* whyNotReleased */.li)(situation, first) ?? (0,readiness/* whyNotReady */.$R)(first)}`;
    const isNeeded = late.some(readiness/* isServing */.PA) && capacity.readyCapacity < (0,budget/* floorOf */.Et)(memo, policy);
    const isBorne = failuresIn(situation).length + late.length < policy.maxFailures && !isNeeded;
    const room = (0,max_leaving/* roomToLeave */.o)(situation);
    if (isBorne && room === 0)
        return { kind: 'wait', reason: (0,max_leaving/* whyNoneLeaves */.b)(fleet) };
    if (isBorne)
        return { kind: 'terminate', instances: ids(late.slice(0, room)), decrement: false, reason };
    return {
        kind: 'halt',
        reason,
        remedy: 'Look at the new instance and its health check, or give it longer with `instance-timeout`.',
        blames: 'new instances',
    };
}
function failuresIn({ fleet, policy, state, capacity }) {
    const { rollback } = policy;
    const counts = ({ at }) => rollback === undefined || at > rollback.since;
    const reported = fleet.failedLaunches.filter(counts);
    const toldOf = new Map(reported.map(({ instanceId, reason }) => [instanceId, reason]));
    const lostIds = new Set(state.lost.map(({ id }) => id));
    // One that came and went between two looks is lost as well, and told by AWS alone.
    const unseen = reported.flatMap(({ instanceId: id, at, reason }) => id === undefined || lostIds.has(id) ? [] : [{ id, at, reason, words: reason }]);
    return [
        ...reported
            .filter(({ instanceId, at, reason }) => {
            // AWS gives the time of an activity in whole seconds.
            const madeGood = at < Math.floor(state.completeAt ?? 0);
            if (instanceId !== undefined || capacity.total >= fleet.sizes.desired || madeGood)
                return false;
            return !isBorne({ at, reason }, fleet.at, state);
        })
            .map(failedLaunch),
        ...lossesThatCount([...state.lost.filter(counts), ...unseen]).map((each) => {
            const { id, at, reason, words } = each;
            if (!lostIds.has(id))
                return failedLaunch(each);
            const why = words || (toldOf.get(id) ?? `when it was last seen, ${reason}`);
            return { at, reason: `${id} left before it was of use: ${why}`, remedy: LOOK };
        }),
    ];
}
const failedLaunch = ({ at, reason }) => ({
    at,
    reason: `AWS could not launch a new instance: ${reason}`,
    remedy: MEND,
});
/**
 * For how long a failed launch is borne, by what AWS's words for it mean: where one zone, subnet or type is full AWS tries the
 * others of the group, words that are not known may mean that as well, and a bad day of AWS may take longer.
 */
const BORNE_SECONDS = { full: 60, unknown: 60, transient: 600, final: 0 };
/**
 * Without the instances that a bad day of AWS has ended: the group launches others. Where that goes on for longer than such
 * a day is borne, each within that time of the one before, they count.
 */
function lossesThatCount(lost) {
    const isTransient = ({ words = '' }) => launchFailureClass(words) === 'transient';
    const spell = lost.filter(isTransient).toSorted((a, b) => a.at - b.at);
    const begun = spell.reduce((start, { at }, index) => {
        const before = spell[index - 1];
        return before !== undefined && at - before.at < BORNE_SECONDS.transient ? start : at;
    }, 0);
    const goesOn = (spell.at(-1)?.at ?? 0) - begun >= BORNE_SECONDS.transient;
    return lost.filter((each) => !isTransient(each) || (goesOn && each.at >= begun));
}
/** How long after an instance has gone AWS may still count it, and until its next try has found the room. */
const FREED_SECONDS = 60;
/** Whether AWS may launch all the same: by another way, later, or once the instances that are leaving make room. */
function isBorne({ at, reason }, now, { leavingAt }) {
    const means = launchFailureClass(reason);
    if (means === 'full' && leavingAt !== undefined && at <= leavingAt + FREED_SECONDS)
        return true;
    return now - at < BORNE_SECONDS[means];
}
const MEND = 'Mend what AWS names, then start again: the roll goes on with the instances that are still old.';
const LOOK = 'Look at what the new image does at its start, at its health check and at the launch hooks of the group, then start again.';
const ids = (instances) => instances.map(({ id }) => id);

// EXTERNAL MODULE: ./build/src/domain/rollout/follow.js
var follow = __webpack_require__(97855);
// EXTERNAL MODULE: ./build/src/domain/rollout/instance-refresh.js
var instance_refresh = __webpack_require__(79507);
;// CONCATENATED MODULE: ./build/src/domain/rollout/handed-back.js

/** Writes sizes that were set since the processes run again into the saved state. */
function adoptSinceHandBack({ fleet, memo, policy }) {
    const { handedSizes: left } = memo;
    if (left === undefined || policy.refused?.includes('save-state') === true)
        return undefined;
    const { desired, max } = fleet.sizes;
    // AWS brings a desired capacity below a maximum that is lowered: that is no wish.
    const isBrought = desired === max && max < left.desired;
    const wish = desired === left.desired || isBrought ? memo.sizes.desired : desired;
    const bound = max === left.max ? Math.max(memo.sizes.max, wish) : max;
    const sizes = { min: Math.min(memo.sizes.min, wish, bound), desired: Math.min(wish, bound), max: bound };
    const notes = [
        ...(sizes.desired === memo.sizes.desired
            ? []
            : [setText('The desired capacity', memo.sizes.desired, sizes.desired)]),
        ...(max === left.max || max === memo.sizes.max ? [] : [setText('MaxSize', memo.sizes.max, max)]),
    ];
    if (notes.length === 0)
        return undefined;
    return {
        kind: 'save-state',
        memo: { ...(0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes), handedSizes: { desired, max } },
        notes,
        reason: 'its sizes were set since its processes run again',
    };
}
const setText = (what, from, to) => `${what} was changed from ${from} to ${to} from outside this run: kept.`;
/** A run that changes sizes takes back that they are as they were left: for the run after it they are its own again. */
function beforeSizesChange(action, { memo, policy }) {
    const isChange = action.kind === 'resize' || (action.kind === 'terminate' && action.decrement);
    if (!isChange || memo.handedSizes === undefined || policy.refused?.includes('save-state') === true)
        return action;
    return {
        kind: 'save-state',
        memo: { ...memo, handedSizes: undefined },
        reason: 'the sizes are changed by this run again',
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/served-zones.js
var served_zones = __webpack_require__(54821);
// EXTERNAL MODULE: ./build/src/domain/rollout/changes/clear-state.js
var clear_state = __webpack_require__(21535);
;// CONCATENATED MODULE: ./build/src/domain/rollout/acquire-lease.js







/** What to do with a group that has no saved state. */
function withoutSavedState(fleet, policy) {
    const { intent } = policy;
    if (fleet.carriedMemo !== undefined)
        return fromInstances(fleet, fleet.carriedMemo, policy);
    const action = intent === 'restore'
        ? nothingToRestore(fleet, policy)
        : ((0,dark_launch/* darkRefusal */.DW)(undefined, policy) ?? (0,start/* startRoll */.Ud)(fleet, policy));
    return action.kind === 'done' && fleet.orphanedLease !== undefined ? removeOrphanedLease(fleet) : action;
}
/**
 * What a run has left in the dark is found on its new instances where the tags of the group are gone: it is written onto
 * the group again before anything else is done.
 */
function fromInstances(fleet, memo, policy) {
    if (policy.intent === 'roll')
        return ((0,dark_launch/* darkRefusal */.DW)(memo, policy) ?? (0,gates_by_hand/* gateRefusal */.Gd)(memo, policy) ?? (0,start/* takeOver */.w9)(fleet, { memo, predecessor: memo, policy }));
    const { run, url, lookFor } = policy;
    if (lookFor?.whose === 'own')
        return PAUSED;
    if (lookFor !== undefined && fleet.at < lookFor.until)
        return { kind: 'wait', reason: 'the tags of the group seem to be gone, but AWS may not show them yet' };
    return {
        kind: 'save-state',
        memo: { ...memo, run, url, heartbeatAt: Math.floor(fleet.at) },
        after: memo,
        reason: `the tags of run ${(0,lease/* runName */.rt)(memo)} are gone from the group, but its new instances carry them`,
    };
}
/** What to do first with a group that has a memo; undefined where this process holds the lease already. */
function acquireLease(fleet, memo, { policy, state }) {
    const isOurs = memo.run === policy.run;
    const isRoll = policy.intent === 'roll';
    if (isOurs && isPaused(memo))
        return PAUSED;
    if (!isOurs && policy.lookFor?.whose === 'own')
        return leftByOtherRun(fleet, memo, policy);
    // Another name over our own is that of a process that goes on from here, whatever its heartbeat.
    if (!isOurs && ((0,lease/* isLeaseLive */.hF)(memo, policy.run, fleet.at) || (state.leaseClaimed && !isRoll)))
        return (0,lease/* heldByOther */.hJ)(memo, fleet.at);
    const refused = isOurs || !isRoll ? undefined : ((0,dark_launch/* darkRefusal */.DW)(memo, policy) ?? (0,gates_by_hand/* gateRefusal */.Gd)(memo, policy));
    if (refused)
        return refused;
    const known = state.leaseClaimed ? undefined : fromRunner(fleet, memo, policy);
    if (known)
        return known;
    const claim = state.leaseClaimed ? undefined : (0,lease/* claimLease */.lT)(memo, policy, fleet.at);
    if (claim)
        return claim;
    const predecessor = isOurs ? state.predecessor : memo;
    return isRoll && predecessor ? (0,start/* takeOver */.w9)(fleet, { memo, predecessor, policy }) : undefined;
}
/** What a run writes in place of its heartbeat when it leaves a group for inspection: any run may take it over at once. */
const isPaused = ({ heartbeatAt }) => heartbeatAt === 0;
const PAUSED = { kind: 'done', reason: 'left as it is on purpose' };
/** A post step goes by what its runner knows, not by tags in the name of its run that were changed from outside. */
function fromRunner(fleet, memo, policy) {
    const { run, savedMemo } = policy;
    if (savedMemo === undefined || memo.run !== run || !isOfGroup(fleet, savedMemo, run))
        return undefined;
    if (hasSameFacts(memo, savedMemo))
        return undefined;
    return writtenAgain(savedMemo, policy, {
        heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memo, fleet.at),
        after: memo,
        reason: NOT_AS_KNOWN,
    });
}
const NOT_AS_KNOWN = 'the tags of this run do not say how the group was as its runner knows it';
/** What the runner knows becomes the tags of the group; where AWS refuses that, it is told what they would say. */
function writtenAgain(memo, { url, refused }, { heartbeatAt, reason, after }) {
    if (!refused?.includes('save-state'))
        return { kind: 'save-state', memo: { ...memo, url, heartbeatAt }, ...(after && { after }), reason };
    const { min, desired, max } = memo.sizes;
    const resumed = memo.suspends.length > 0 ? `, and resume ${memo.suspends.join(', ')}` : '';
    return {
        kind: 'refuse',
        reason: `${reason}, and AWS refuses to have them written again`,
        remedy: `Set min ${min}, desired ${desired}, max ${max} by hand${resumed}.`,
    };
}
const removeOrphanedLease = (fleet) => ({
    ...(0,clear_state/* clearState */.H)(fleet),
    reason: 'the memo was gone already when a run put its name on it',
});
/** For a post step: what another run has left is not its to put back, but must not pass for put back either. */
function leftByOtherRun(fleet, memo, policy) {
    const { savedMemo } = policy;
    const waiting = nothingToRestore(fleet, policy);
    if (waiting.kind === 'wait')
        return waiting;
    if ((0,lease/* isLeaseLive */.hF)(memo, policy.run, fleet.at))
        return (0,lease/* heldByOther */.hJ)(memo, fleet.at);
    if (isPaused(memo))
        return PAUSED;
    // Whatever of it stands: no run would find its own state there, and a later one would go by what no run has written.
    if (savedMemo !== undefined && isOfGroup(fleet, savedMemo, policy.run) && isForeign(memo, savedMemo))
        return writtenAgain(savedMemo, policy, {
            heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memo, fleet.at),
            after: memo,
            reason: NOT_AS_KNOWN,
        });
    return {
        kind: 'refuse',
        reason: `run ${(0,lease/* runName */.rt)(memo)}, not this one, has left this group unfinished`,
        remedy: '`mode: restore` puts it back.',
    };
}
/**
 * Whether no run has written a memo: one that takes a group over gives a later sign of life than the run before it. A memo
 * that says the same of the group may be the one that this run was about to take over.
 */
const isForeign = (memo, saved) => memo.heartbeatAt < saved.heartbeatAt &&
    JSON.stringify([memo.sizes, memo.suspends]) !== JSON.stringify([saved.sizes, saved.suspends]);
function nothingToRestore(fleet, policy) {
    const { run, lookFor, savedMemo } = policy;
    // Where this run's own name shows, so does everything from before.
    if (lookFor !== undefined && fleet.at < lookFor.until && fleet.orphanedLease !== run)
        return { kind: 'wait', reason: 'no run seems to have left anything behind here, but AWS may not show it yet' };
    if (savedMemo !== undefined && isStanding(fleet, savedMemo, run))
        return writtenAgain(savedMemo, policy, {
            heartbeatAt: Math.floor(fleet.at),
            reason: 'the tags of this run are gone, but its runner still knows how the group was',
        });
    return { kind: 'done', reason: 'no run has left anything behind here' };
}
/** Whether something of what this run has saved is still to be put back on the very group that it was saved for. */
const isStanding = (fleet, memo, run) => isOfGroup(fleet, memo, run) &&
    // Tags that cannot be read stand where this run had written its own, and every later run would be refused.
    (fleet.unreadableTags === true || (0,restore/* restoreStep */.T2)(fleet, memo).kind !== 'clear-state');
/** Whether this run has saved that for the very group, and has not left it on purpose for a later run. */
const isOfGroup = ({ groupId }, memo, run) => memo.run === run && memo.groupId === groupId && memo.heartbeatAt > 0;

// EXTERNAL MODULE: ./build/src/domain/rollout/scheduled-actions.js
var scheduled_actions = __webpack_require__(20253);
// EXTERNAL MODULE: ./build/src/domain/rollout/wording.js
var wording = __webpack_require__(35208);
;// CONCATENATED MODULE: ./build/src/domain/rollout/adopted-schedule.js




/** Writes the sizes that AWS has set by scheduled actions into the saved state. */
function adoptScheduled({ fleet, memo, state, policy }) {
    if (fleet.suspended.includes(restore/* SCHEDULING */.rs) || policy.refused?.includes('save-state') === true)
        return undefined;
    const due = (0,scheduled_actions/* fallenDue */.pD)(fleet, memo);
    const last = due.at(-1);
    // What fell due before the processes ran again AWS has dropped: the run carries it out, and what came after it with it.
    if (last === undefined || (0,scheduled_actions/* missed */.cT)(fleet, memo).length > 0)
        return undefined;
    const { wished } = (0,scheduled_actions/* sizesAfter */.$9)(due, fleet, memo);
    // A desired capacity that neither the actions nor the run explain was set by others: that is adopted first.
    if (!isExplained(fleet, wished, state))
        return undefined;
    const sizes = shownSizes(due, { fleet, memo, wished, state });
    if ((0,scheduled_actions/* sizesText */.KD)(sizes) === (0,scheduled_actions/* sizesText */.KD)(memo.sizes))
        return undefined;
    const names = due.map(({ name, at }) => `${name} (due ${(0,wording/* momentText */.Am)(at)})`).join(', ');
    return {
        kind: 'save-state',
        memo: {
            ...(0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes),
            scheduledUntil: Math.ceil(last.at),
        },
        notes: due.map(({ name, at, sizes: set }) => `The scheduled action ${name} fell due at ${(0,wording/* momentText */.Am)(at)} and was carried out by AWS (${(0,scheduled_actions/* sizesText */.KD)(set)}): kept.`),
        reason: `AWS has carried out while ${restore/* SCHEDULING */.rs} ran: ${names}`,
    };
}
/** Whether the desired capacity is what the run has left, within the bounds that the group has now, or what was scheduled. */
function isExplained({ sizes: { min, desired, max } }, wished, { desired: left }) {
    return left === undefined || desired === wished.desired || desired === Math.min(max, Math.max(min, left));
}
/** The sizes to put back: those of the actions, as far as the group shows them, and those of the saved state elsewhere. */
function shownSizes(due, { fleet, memo, wished, state }) {
    const sets = (bound) => due.some(({ sizes }) => sizes[bound] !== undefined) && fleet.sizes[bound] === wished[bound];
    const max = sets('max') ? wished.max : memo.sizes.max;
    const min = sets('min') ? wished.min : Math.min(memo.sizes.min, max);
    // What this run has left itself is no proof.
    const desired = sets('desired') && fleet.sizes.desired !== state.desired ? wished.desired : memo.sizes.desired;
    return { min, desired: Math.min(max, Math.max(min, desired)), max };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/warm-pool.js
var warm_pool = __webpack_require__(75870);
;// CONCATENATED MODULE: ./build/src/domain/rollout/rules.js
/**
 * The rolling rules: what to do next with one group. Pure: no clock, no log, no promise. Ordered: the first rule that
 * gives an action wins. An action names at most one call to AWS. After the call the group is looked at again, but for what
 * `followedBy` of its kind says: that is decided on the group as the call leaves it.
 *
 * Everything that makes an instance leave by the run's doing, in the order in which the rules are asked; each names
 * instances by id, at most 100 in one call, and none is left to a termination policy of AWS:
 *
 * | rule                     | which instances                          | when                                  | followed by      |
 * | ------------------------ | ---------------------------------------- | ------------------------------------- | ---------------- |
 * | terminateOutdatedWarm    | outdated ones of the warm pool           | before anything is launched           | the pool refills |
 * | endOverdueInstance       | new ones that never served               | after `instance-timeout`, while fewer | a new launch     |
 * |                          |                                          | than `max-failures` have failed       |                  |
 * | terminateOutdated        | outdated ones, in the order of           | while ready and total capacity stay   | a new launch; the|
 * |                          | termination-order.ts: broken ones first  | above the floor (budget.ts)           | last `surge` none|
 * | terminateOutdatedStandby | outdated ones in Standby                 | with `standby-instances: replace`     | none             |
 * | removeSurplus            | above the original capacity: what does   | at the end, and when a roll is undone;| none             |
 * |                          | not serve, then the newest new ones      | serving ones only while others suffice|                  |
 *
 * `restoreStep` lowers the desired capacity only where fewer instances are there than it asks for, so nothing leaves by
 * it; `restorePermitted` leaves it where it is when AWS has refused to terminate.
 */






























/** The rules of a roll, in their order. */
const ROLL = [
    renewLease,
    instance_refresh/* haltOnRefresh */.Ug,
    haltOnSourceChange,
    absorbConcurrentSurge,
    adoptSinceHandBack,
    adoptScheduled,
    adoptOverwritten,
    follow/* adoptMinimum */.zW,
    adoptGrowth,
    adoptDesiredCapacity,
    scheduled_actions/* carryOutScheduled */.lp,
    suspensions/* haltOnSuspension */.Ig,
    suspend,
    served_zones/* haltOnUnservedZone */.je,
    alarms/* haltOnAlarm */.w$,
    haltOnFailures,
    haltOnStalledLaunch,
    alarms/* holdWhileBlind */.Ej,
    warm_pool/* terminateOutdatedWarm */.TV,
    endOverdueInstance,
    surge,
    follow/* holdMinimum */.I$,
    dark_launch/* releaseDarkInstances */.Wn,
    probe/* probeServing */.Hi,
    gates/* holdAtGate */.we,
    terminateOutdated,
    terminateOutdatedStandby,
    awaitReady,
    removeSurplus,
    awaitSpareCapacity,
    dark_launch/* registerRemaining */.ys,
    warm_pool/* awaitReturning */.vL,
    scheduled_actions/* awaitScheduled */.I9,
    gates/* bakeAtEnd */.Cl,
    ({ fleet, memo }) => (0,restore/* restoreStep */.T2)(fleet, memo),
];
/** The rules of a group that is only put back, in their order. */
const RESTORE = [
    renewLease,
    adoptSinceHandBack,
    adoptScheduled,
    adoptOverwritten,
    follow/* adoptMinimum */.zW,
    adoptGrowth,
    adoptDesiredCapacity,
    scheduled_actions/* carryOutScheduled */.lp,
    returnDecrement,
    removeSurplus,
    awaitSpareCapacity,
    dark_launch/* registerRemaining */.ys,
    scheduled_actions/* awaitScheduled */.I9,
    restorePermitted,
];
/** What to do next with a group. */
function nextAction(fleet, policy, state) {
    const { memo } = fleet;
    if (memo === undefined)
        return withoutSavedState(fleet, policy);
    const before = acquireLease(fleet, memo, { policy, state });
    if (before)
        return before;
    let situation = (0,budget/* situationOf */._7)(fleet, { memo, policy, state });
    for (const rule of policy.intent === 'roll' ? ROLL : RESTORE) {
        const action = rule(situation);
        // What AWS refuses to have written down is kept all the same: whatever follows goes by it.
        if (action?.kind === 'save-state' && policy.refused?.includes('save-state') === true)
            situation = (0,budget/* situationOf */._7)({ ...fleet, memo: action.memo }, { memo: action.memo, policy, state });
        else if (action)
            return beforeSizesChange((0,suspensions/* beforeMoreChanges */.Qv)(action, situation), situation);
    }
    throw new Error('the last rule always has an answer');
}
/** What there is to do with a roll whose time is over while it stands at a gate to be passed by hand; undefined where it does not. */
function leaveAtDeadline(fleet, policy, state) {
    const { memo } = fleet;
    return memo?.run === policy.run && state.leaseClaimed
        ? (0,gates/* leaveAtGate */.az)((0,budget/* situationOf */._7)(fleet, { memo, policy, state }))
        : undefined;
}
function renewLease({ fleet, memo, policy }) {
    if (fleet.at - memo.heartbeatAt < lease/* HEARTBEAT_SECONDS */.VW || policy.refused?.includes('renew-lease'))
        return undefined;
    return {
        kind: 'renew-lease',
        memo: { ...memo, heartbeatAt: Math.floor(fleet.at) },
        reason: 'this run is still alive',
    };
}
function haltOnSourceChange({ fleet, memo, policy }) {
    if (fleet.source.fingerprint === policy.rollback?.failed.fingerprint)
        return { kind: 'wait', reason: 'AWS does not show the previous launch source yet' };
    if (fleet.source.fingerprint === memo.source)
        return undefined;
    if (memo.source === policy.rollback?.failed.fingerprint)
        return {
            kind: 'save-state',
            memo: (0,taken_back/* takenBack */.lv)({ ...memo, source: fleet.source.fingerprint }),
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
function absorbConcurrentSurge({ fleet, memo, state }) {
    // Where policies stay alive a run holds the minimum at what it raises.
    const mayBePolicys = memo.follows === true && fleet.sizes.min < fleet.sizes.desired;
    const isNew = state.desired === undefined && fleet.at - memo.startedAt < SAME_MOMENT_SECONDS && !mayBePolicys;
    const isHeld = memo.suspends.length > 0 && memo.suspends.every((process) => fleet.suspended.includes(process));
    const raised = fleet.sizes.desired - memo.sizes.desired;
    const isSurge = raised > memo.surge && raised <= (0,budget/* mostSurge */.S2)(memo.sizes.desired, (0,budget/* heaviestOf */.P3)(fleet));
    if (!isNew || !isHeld || !isSurge)
        return undefined;
    return {
        kind: 'save-state',
        memo: { ...memo, surge: raised },
        reason: 'a run that began at the same moment has made room for more: that is put back as well',
    };
}
/** Desired capacity that this run has not set is a wish from outside: it becomes the one that is put back. */
function adoptDesiredCapacity({ fleet, memo, state, policy }) {
    const seen = fleet.sizes.desired;
    const mayBeOurs = seen >= memo.sizes.desired && seen <= memo.sizes.desired + memo.surge;
    const inherited = inheritedOf(fleet, state);
    const crossed = inherited ?? crossedWish(fleet, state.decrement);
    // Without an answer to our last change, what lies in the reach of our surge is ours unless a request names the wish.
    const isNamed = inherited !== undefined || (crossed !== undefined && isRequested(crossed, state.decrement));
    const overtaken = (0,stale_state/* isOvertaken */.iN)(fleet, memo, state);
    const ours = overtaken ? false : state.desired === undefined ? mayBeOurs && !isNamed : seen === state.desired;
    const desired = crossed ?? seen;
    if (ours || desired === memo.sizes.desired)
        return undefined;
    // Of a run that was lost long ago only the maximum that it would have set, to the digit, is its own.
    const isOvertakenMax = overtaken && fleet.sizes.max !== memo.sizes.desired + memo.surge;
    const sizes = (0,memo_bounds/* sizesWith */.Vo)({ fleet, memo }, desired, isOvertakenMax ? fleet.sizes.max : undefined);
    return {
        kind: 'save-state',
        memo: (0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes),
        reason: overtaken
            ? `nothing shows that the desired capacity of ${desired} was left by run ${(0,lease/* runName */.rt)(memo)}: kept`
            : crossed === undefined || isNamed
                ? `the desired capacity was set to ${desired} from outside this run: kept`
                : `the desired capacity was set to ${seen} or ${desired} from outside this run: the larger is kept`,
    };
}
/** The wish that a run which ended before this process has crossed, as long as the group shows what is left of it. */
const inheritedOf = ({ sizes }, { desired, inherited }) => desired === undefined && inherited?.wish?.left === sizes.desired ? inherited.wish.desired : undefined;
/**
 * Our decrement, or that of the run before, took from what was asked for at the same moment: it is given back. While a group rolls, `surge` does so.
 */
function returnDecrement({ fleet, memo, state, policy }) {
    const { desired, max } = fleet.sizes;
    const wished = memo.sizes.desired;
    const isTaken = state.decrement !== undefined || inheritedOf(fleet, state) === wished;
    if (!isTaken || desired >= wished || policy.refused?.includes('resize'))
        return undefined;
    return {
        kind: 'resize',
        sizes: { desired: wished, ...(wished > max && { max: wished }) },
        reason: 'it was lowered below what was asked for at the same moment',
    };
}
function suspend(situation) {
    const { fleet, memo, state } = situation;
    // Once seen suspended, a process that runs again was resumed from outside the run, for a reason of its own.
    if (state.suspended || (0,gates/* isBakingAtEnd */.$k)(situation))
        return undefined;
    const missing = memo.suspends.filter((process) => !fleet.suspended.includes(process));
    if (missing.length === 0)
        return undefined;
    const unreached = missing.includes(dark_launch/* REGISTERING */.c5) ? ', and no load balancer may learn of new instances' : '';
    const others = memo.follows ? 'scaling policies alone may change the size' : 'nothing else may change the size';
    return { kind: 'suspend', processes: missing, reason: `${others} meanwhile${unreached}` };
}
function surge(situation) {
    const { fleet, capacity, memo } = situation;
    const room = fleet.sizes.desired + (0,gates/* roomBeforeGate */.qH)(situation);
    const target = Math.min((0,budget/* surgeTarget */.qM)(situation, capacity.outdatedCapacity), room);
    if (fleet.sizes.desired >= target)
        return undefined;
    const max = (0,follow/* raisedMax */.jd)(situation, target);
    return {
        kind: 'resize',
        sizes: { desired: target, ...(max !== undefined && { max }), ...(memo.follows && { min: target }) },
        reason: 'room for new instances before old ones leave',
    };
}
function terminateOutdated(situation) {
    const leaving = (0,budget/* terminable */.k7)(situation);
    if (leaving === undefined)
        return undefined;
    const { capacity, memo, policy } = situation;
    const min = leaving.decrement ? (0,follow/* loweredMin */.JE)(situation, leaving.desired) : undefined;
    return {
        kind: 'terminate',
        instances: leaving.terminations.map(({ id }) => id),
        decrement: leaving.decrement,
        ...(min !== undefined && { min }),
        reason: `${capacity.readyCapacity} ready, floor ${(0,budget/* floorOf */.Et)(memo, policy)}`,
    };
}
/** Terminated without a successor: Standby is no part of the desired capacity, so nothing takes its place. */
function terminateOutdatedStandby(situation) {
    const { fleet, policy } = situation;
    // Nothing old leaves for good before the last gate has let the roll pass.
    if ((0,gates/* nextCheckpoint */.QK)(situation) !== undefined)
        return undefined;
    const all = (0,start/* outdatedStandby */.sW)(fleet, policy);
    const resting = all.slice(0, (0,max_leaving/* roomToLeave */.o)(situation));
    if (all.length > 0 && resting.length === 0)
        return { kind: 'wait', reason: (0,max_leaving/* whyNoneLeaves */.b)(fleet) };
    if (resting.length === 0)
        return undefined;
    return {
        kind: 'terminate',
        instances: resting.map(({ id }) => id),
        decrement: false,
        reason: 'old and in Standby: to bring it back would bring back the old version',
    };
}
function awaitReady(situation) {
    const { fleet, capacity } = situation;
    const launching = fleet.sizes.desired - capacity.total;
    const coming = capacity.current.filter((instance) => !capacity.ready.has(instance) && !(0,rollout_capacity/* isReplacingRootVolume */.Op)(instance));
    const [first] = coming;
    if (first !== undefined) {
        const others = coming.length > 1 ? ` (and ${coming.length - 1} more)` : '';
        return { kind: 'wait', reason: `${first.id} is not ready${others}: ${(0,readiness/* whyNotReady */.$R)(first)}` };
    }
    if (launching > 0)
        return { kind: 'wait', reason: 'AWS is about to launch' };
    if (capacity.outdated.length > 0 && (0,surplus_of_aws/* isSurplusAwaited */.oD)(situation))
        return { kind: 'wait', reason: (0,surplus_of_aws/* whySurplusIsAwaited */.kH)(fleet) };
    if (capacity.outdated.length > 0 && (0,max_leaving/* roomToLeave */.o)(situation) === 0)
        return { kind: 'wait', reason: (0,max_leaving/* whyNoneLeaves */.b)(fleet) };
    const replacing = fleet.instances.filter((each) => (0,rollout_capacity/* isReplacingRootVolume */.Op)(each)).map(({ id }) => id);
    const why = replacing.length > 0 ? `, while the root volume of ${replacing.join(', ')} is replaced` : '';
    if (capacity.outdated.length > 0)
        return { kind: 'wait', reason: `not enough is ready to let ${capacity.outdated[0]?.id} go${why}` };
    return undefined;
}
function removeSurplus(situation) {
    const terminations = (0,budget/* surplus */.tI)(situation);
    if (terminations.length === 0 || situation.policy.refused?.includes('terminate'))
        return undefined;
    // An unhealthy one is ended by AWS itself, again and again where each new one is: that must not keep the sizes raised.
    const sick = terminations.filter(({ healthy }) => !healthy);
    const room = (0,max_leaving/* roomToLeave */.o)(situation);
    const leaving = room > 0 ? terminations.slice(0, room) : sick.slice(0, 1);
    if (leaving.length === 0)
        return { kind: 'wait', reason: (0,max_leaving/* whyNoneLeaves */.b)(situation.fleet) };
    const min = (0,follow/* loweredMin */.JE)(situation, situation.fleet.sizes.desired - (0,counted/* capacityOf */.A$)(leaving));
    return {
        kind: 'terminate',
        instances: leaving.map(({ id }) => id),
        decrement: true,
        ...(min !== undefined && { min }),
        reason: 'beyond the original capacity',
    };
}
function awaitSpareCapacity(situation) {
    const needed = (0,budget/* neededSurplus */.Ik)(situation);
    if (needed === undefined || situation.policy.refused?.includes('terminate'))
        return undefined;
    const why = (0,readiness/* mayServeUnseen */.dk)(needed) ? 'whether it serves is not known' : 'too few others serve to let it go';
    return { kind: 'wait', reason: `${needed.id} is one too many, but ${why}` };
}
/**
 * The last steps less what AWS has refused. Without the right to terminate, the desired capacity stays: to lower it
 * would let AWS choose what leaves, and it might choose a serving outdated instance. A memo with something left in it stays too, be it
 * a scheduled action that AWS has dropped and that the run may not carry out.
 */
function restorePermitted(situation) {
    const { fleet, memo, policy } = situation;
    const { refused = [] } = policy;
    const action = (0,restore/* restoreStep */.T2)(fleet, memo);
    if (refused.length === 0)
        return action;
    const stuck = refused.includes('resize') || (refused.includes('terminate') && (0,budget/* surplus */.tI)(situation).length > 0);
    if (action.kind === 'resize' && !stuck)
        return action;
    const handBack = (0,restore/* handBackProcesses */.uK)(fleet, memo, refused);
    if (handBack !== undefined && (stuck || handBack.kind === 'resume'))
        return handBack;
    const isDone = action.kind === 'clear-state' && (0,scheduled_actions/* missed */.cT)(fleet, memo).length === 0;
    if (isDone && !refused.includes('clear-state'))
        return action;
    return { kind: 'done', reason: 'AWS refuses to put back more' };
}

// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __webpack_require__(89916);
// EXTERNAL MODULE: ./build/src/domain/rollout/previous-source.js
var previous_source = __webpack_require__(4613);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/rollback.js





/** What the group launched before; undefined where no old instance tells it. */
const previousSource = ({ first, last }) => (0,previous_source/* previousSourceOf */.u)(first) ?? (0,previous_source/* previousSourceOf */.u)(last);
/** Puts the previous launch source back; from there the ordinary rules replace the new instances by old ones. */
async function startRollback(request, run, failure) {
    const { last, group } = run;
    const previous = previousSource(run);
    if (previous === undefined) {
        const note = 'The previous launch source stays unknown: no old instance tells what it was launched from.';
        return halt(transition(run, { kind: 'rollback-failed', note, changed: 'no' }), failure);
    }
    const change = { kind: 'set-launch-source', previous };
    try {
        await request.port.apply(group, change);
    }
    catch (error) {
        const note = `The previous launch source, ${previous.label}, ${(0,errors/* isUncertain */.cp)(error) ? 'may not have been' : 'was not'} put back. ${sentences((0,errors/* explanationOf */.pg)(error))}`;
        return halt(transition(run, { kind: 'rollback-failed', note, changed: 'perhaps' }), failure);
    }
    reportStep(request, run, { change, reason: 'what is new has failed' });
    return transition(transition(run, { kind: 'accepted', change, at: last.at }), {
        kind: 'rollback-started',
        failed: last.source,
        failure: { ...failure, what: `The roll of ${group} was halted and is taken back to ${previous.label}.` },
    });
}
/** Where a group shares a launch template with one that is rolled back, its own source has gone back as well. */
function joinRollback(run, peers) {
    const { last, group, policy, rollback, restoringSince } = run;
    const takesBack = policy.onFailure === 'rollback' || policy.gates?.onFailure === 'rollback';
    if (!takesBack || rollback !== undefined || restoringSince !== undefined)
        return run;
    if (last.memo === undefined || last.memo.source === last.source.fingerprint)
        return run;
    const { source } = last.memo;
    const peer = [...peers].find((other) => other.rollback?.failed.fingerprint === source);
    if (peer?.rollback === undefined)
        return run;
    const failure = {
        what: `The roll of ${group} was halted and is taken back with ${peer.group}.`,
        why: 'Both launch from the same template, and new instances of it failed there.',
        ...(peer.failure?.remedy !== undefined && { remedy: peer.failure.remedy }),
    };
    return transition(run, { kind: 'rollback-started', failed: peer.rollback.failed, failure });
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/failure.js








/**
 * An answer that never came leaves open whether AWS acted: the next look tells. A refusal ends the roll; while a group is
 * put back it ends only what was refused, and the rest is put back all the same.
 */
function callFailed({ report }, run, { error, change }) {
    if ((0,errors/* isUncertain */.cp)(error)) {
        report({ kind: 'notice', group: run.group, message: `${error.message} Looking again.` });
        return transition(run, { kind: 'unanswered', change });
    }
    // Nothing was sent; the loop's head ends what is open.
    if (error instanceof errors/* Cancelled */.cJ)
        return run;
    const failure = (0,errors/* explanationOf */.pg)(error);
    if (run.restoringSince === undefined)
        return halt(run, failure);
    return transition(run, { kind: 'refused', change, failure, note: sentences(failure) });
}
/** Stops a roll for the reason that a rule gives; what follows depends on whether its new instances are to blame. */
async function stop(request, run, action) {
    const failure = {
        what: `The roll of ${run.group} was halted.`,
        why: (0,sentence/* asSentence */.K)(action.reason),
        remedy: action.remedy,
    };
    const { onFailure: usual, gates, rollback } = policyNow(run);
    const onFailure = action.blames === 'gate' ? (gates?.onFailure ?? usual) : usual;
    // What is put back is not taken back to what has failed.
    const isBack = (0,taken_back/* isTakingBack */.KP)(run.last.memo, { rollback });
    if (action.blames === undefined || isBack || onFailure === 'restore')
        return halt(run, failure);
    if (onFailure === 'hold')
        return await pause(request, run, failure);
    if (action.blames === 'gate' && previousSource(run) === undefined)
        return await pause(request, run, unknownBefore(failure));
    return await startRollback(request, run, failure);
}
/** What a failed gate says where no old instance tells what the group launched before. */
const unknownBefore = (failure) => ({
    ...failure,
    why: `${failure.why ?? ''} It cannot be taken back: no old instance tells what it was launched from.`.trim(),
});
/** Changes nothing any more but the heartbeat: a later run, the post step of this one excepted, need not wait. */
async function pause({ port, report }, run, failure) {
    const { memo } = run.last;
    let when = '';
    try {
        if (memo !== undefined)
            await port.apply(run.group, { kind: 'renew-lease', memo: { ...memo, heartbeatAt: 0 } });
    }
    catch (error) {
        report({ kind: 'warning', group: run.group, message: sentences((0,errors/* explanationOf */.pg)(error)) });
        when = ' and five minutes have passed';
    }
    const remedy = `Everything is left as it is for inspection. When you have seen enough${when}, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`;
    const outcome = { ...unfinished(run, { ...failure, remedy: remedy.trim() }), status: 'held' };
    return transition(run, { kind: 'ended', outcome });
}
/** The saved state of the group is lost again and again in the middle of its roll. */
const stateLost = ({ group }, loss) => ({
    what: `The roll of ${group} was halted.`,
    why: `The tags in which it is written how the group was before were ${loss} from outside this run.`,
    remedy: 'The group is put back by what this run knows. Leave the tags `fleet-patch:*` to the action, then start again.',
});
const outOfTime = ({ group }) => ({
    what: `The roll of ${group} was halted.`,
    why: 'The time given by `timeout` is over.',
    remedy: 'Start again: the roll goes on with the instances that are still old. More `surge` makes it faster.',
});
const refusal = ({ group }, { reason, remedy }) => ({
    what: `${group} was left alone.`,
    why: (0,sentence/* asSentence */.K)(reason),
    remedy,
});

;// CONCATENATED MODULE: ./build/src/controllers/rollout/launch-outlook.js




/** Where a launch is long outstanding AWS is asked what it knows; that it cannot be asked is known as well. */
async function readLaunchOutlook({ port, signal }, run) {
    const { last, group, state } = run;
    if (policyNow(run).intent !== 'roll' || signal.aborted || !isOutlookNeeded(last, state))
        return run;
    const told = async () => {
        try {
            return await port.launchOutlook?.(group);
        }
        catch (error) {
            if (!(0,errors/* isFailure */.N6)(error))
                throw error;
            return { lastLaunchAt: undefined, facts: [`what AWS tells cannot be read: ${(0,errors/* explanationOf */.pg)(error).what}`] };
        }
    };
    const outlook = (await told()) ?? { lastLaunchAt: undefined, facts: [] };
    return transition(run, { kind: 'launch-outlook-read', outlook: { ...outlook, askedAt: last.at } });
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/lost-instances.js



/**
 * Where a new instance was lost AWS is asked once why: the look after it may show another in its place, and no failure.
 * Undefined where the answer was lost: nothing is decided before it is known.
 */
async function readLossReasons({ port, signal }, run) {
    const { last, group, state } = run;
    if (policyNow(run).intent !== 'roll' || last.memo === undefined || signal.aborted)
        return run;
    if (state.lost.every(({ words }) => words !== undefined))
        return run;
    let failures;
    try {
        failures = (await port.failedLaunches?.(group, last.memo.startedAt)) ?? [];
    }
    catch (error) {
        if ((0,errors/* isUncertain */.cp)(error))
            return undefined;
        if (!(0,errors/* isFailure */.N6)(error))
            throw error;
        failures = last.failedLaunches;
    }
    return transition(run, { kind: 'loss-reasons-read', failures });
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/refresh-look.js






/**
 * What is next once it is known whether others refresh the group. AWS is asked before each change that adds or takes away
 * capacity, and now and then while the roll waits; without an answer nothing is added or taken away.
 */
async function withoutRefresh(request, run) {
    const action = decide(run);
    const { port, signal } = request;
    const isAsked = run.restoringSince === undefined && (0,instance_refresh/* asksForRefresh */.Pf)(action, run.last, run.state);
    if (port.activeRefresh === undefined || !isAsked || signal.aborted)
        return { run, action };
    try {
        const active = await port.activeRefresh(run.group);
        const known = transition(run, { kind: 'refresh-read', active });
        return { run: known, action: decide(known) };
    }
    catch (error) {
        if ((0,errors/* isUncertain */.cp)(error) || error instanceof errors/* Cancelled */.cJ)
            return { run, action: action.kind === 'wait' || action.kind === 'probe' ? action : UNANSWERED };
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const halted = halt(run, (0,errors/* explanationOf */.pg)(error));
        return { run: halted, action: decide(halted) };
    }
}
const decide = (run) => nextAction(run.last, policyNow(run), run.state);
const UNANSWERED = { kind: 'wait', reason: 'AWS does not say whether an instance refresh is under way' };

;// CONCATENATED MODULE: ./build/src/controllers/rollout/step.js
























const acted = (run) => ({ run, next: 'soon' });
const waiting = (run) => ({ run, next: 'when something is due' });
const ended = (run, outcome) => acted(transition(run, { kind: 'ended', outcome }));
/**
 * Decides on the last observation of a group, and acts once, or in a chain of calls with clear answers. `peers` are all runs
 * of this controller.
 */
async function step(request, observed, peers) {
    const freshness = freshnessOf(observed.last, observed.pendingWrites);
    // No decision is made on what was before; what is awaited will show soon.
    if (freshness !== 'timely')
        return freshness === 'awaited' ? acted(observed) : waiting(observed);
    let run = observed;
    const loss = stateLoss(run.last, { remembered: run.memo, run: run.policy.run });
    if (loss !== undefined) {
        // Without its saved state the group could not be put back after a crash: this run still has it.
        run = transition(run, { kind: 'state-lost' });
        const again = saveAgain(request, run, loss);
        if (again !== undefined)
            return await change(request, run, again);
        if (run.restoringSince === undefined)
            return acted(halt(run, stateLost(run, loss)));
    }
    run = joinRollback(transition(run, { kind: 'confirmed' }), peers);
    const { at } = run.last;
    if (run.restoringSince === undefined && at > request.deadline && !step_isLeftAtGate(run)) {
        const left = leaveAtDeadline(run.last, policyNow(run), run.state);
        return left === undefined ? acted(halt(run, outOfTime(run))) : await act(request, run, left);
    }
    if (run.restoringSince !== undefined && at > run.restoringSince + RESTORE_SECONDS) {
        const last = lastOfBlind(run);
        if (last !== undefined)
            return await change(request, run, last);
        return ended(run, unfinished(run, run.failure ?? { what: `${run.group} could not be put back in time.` }));
    }
    run = await readDesiredChanges(request, run);
    run = await readLaunchOutlook(request, run);
    const told = await readLossReasons(request, run);
    if (told === undefined)
        return waiting(run);
    run = told;
    const intended = await withoutRefresh(request, run);
    return await act(request, intended.run, intended.action);
}
/** Whether this run has ended at a gate already, and only has to be told so. */
const step_isLeftAtGate = ({ last: { memo }, policy }) => memo !== undefined && memo.run === policy.run && (0,gates_by_hand/* isGated */.m3)(memo);
/**
 * Where the desired capacity is not what our decrement should have left, or an earlier process may have left it, or our raise
 * may have overwritten another, the activities tell which change is whose.
 */
async function readDesiredChanges({ port, signal }, run) {
    const { memo } = run.last;
    if (memo === undefined || signal.aborted || !(asksForRequests(run) || asksForGrowth(run) || asksForInherited(run)))
        return run;
    try {
        const changes = await port.desiredChanges(run.group, memo.startedAt);
        return transition(run, { kind: 'desired-changes-read', changes });
    }
    catch (error) {
        if ((0,errors/* isFailure */.N6)(error))
            return run;
        throw error;
    }
}
const asksForRequests = ({ state: { decrement, raise }, last }) => (decrement !== undefined && decrement.requested === undefined) || (raise !== undefined && mayBeTold(raise, last));
/** Asked at each look until the activities tell what has raised the desired capacity. */
const asksForGrowth = ({ state: { growth } }) => growth !== undefined && growth.wish === undefined;
/** Asked once, when this process holds the lease: from then on the process before changes nothing any more. */
function asksForInherited({ policy, first, state, refused }) {
    const hasEarlier = first.memo !== undefined || policy.intent === 'restore';
    const isHeld = state.leaseClaimed || refused.includes('renew-lease');
    return hasEarlier && isHeld && state.desired === undefined && state.inherited === undefined;
}
/** So long the processes may take to be handed back when the time for the rest is over. */
const HAND_BACK_SECONDS = 60;
const isHealthUnknown = ({ unknown }) => unknown?.some((part) => part === 'targetHealth' || part === 'statusChecks') === true;
/** Whether sizes may stay because instances must: which of them serve is not known, or no more may leave at once. */
const mayStay = (fleet, policy) => isHealthUnknown(fleet) || (fleet.memo !== undefined && (0,max_leaving/* roomToLeave */.o)({ fleet, policy, memo: fleet.memo }) === 0);
/** Where it was not known until the end which instances serve, the sizes stay, but nothing else has to. */
function lastOfBlind(run) {
    const { last, restoringSince = 0, refused, policy } = run;
    const isTime = last.at <= restoringSince + RESTORE_SECONDS + HAND_BACK_SECONDS;
    if (!isTime || last.memo?.run !== policy.run || !mayStay(last, policy))
        return undefined;
    return (0,restore/* handBackProcesses */.uK)(last, last.memo, refused);
}
async function act(request, run, action) {
    switch (action.kind) {
        case 'wait':
            reportWaiting(request, run, action.reason);
            return waiting(transition(run, { kind: 'waited' }));
        case 'done':
            return ended(run, outcomeOf(run));
        case 'refuse':
            return ended(run, { ...finished(run), status: 'refused', failure: refusal(run, action) });
        case 'halt':
            return acted(await stop(request, run, action));
        case 'probe':
            return await followProbe(request, await step_probe(request, run, action.instances));
        default:
            if ((0,freshness/* staleFor */.Pr)(action.kind, run.last).length > 0)
                return { run: transition(run, { kind: 'look-incomplete' }), next: run.needsEveryPart ? 'soon' : 'at once' };
            if (isLookOutdated(request, run, action))
                return acted(transition(run, { kind: 'look-outdated' }));
            return await change(request, run, action);
    }
}
/** So long after a look another process may have set the sizes, and other instances may have fallen sick. */
const OLD_SECONDS = 15;
/** So often in a row it is seen once more: one that AWS did not answer in time says nothing of the next. */
const FRESH_LOOKS = 3;
/** Whether AWS took so long to answer that what takes something away, or is written over, must be seen once more. */
const isLookOutdated = ({ clock }, { last, freshLooks }, { kind }) => 
// Where several looks in a row take so long, nothing younger is to be had.
changes/* CHANGE_KINDS */.tO[kind].needsRecentLook && clock.now() / 1000 - last.at > OLD_SECONDS && freshLooks < FRESH_LOOKS;
/** Makes a change; where AWS gave no usable answer, that is no reason to look again soon. */
async function change(request, before, action) {
    const run = transition(before, { kind: 'sent', change: action });
    try {
        await request.port.apply(run.group, action);
    }
    catch (error) {
        const failed = callFailed(request, run, { error, change: action });
        return (0,errors/* isUncertain */.cp)(error) ? waiting(failed) : acted(failed);
    }
    // A renewed lease is no step: it tells the reader nothing.
    if (action.kind !== 'renew-lease')
        reportStep(request, run, { change: action, reason: action.reason });
    // Accepted now, not when the group was looked at: a call that was repeated through an outage comes minutes later.
    const at = Math.max(run.last.at, request.clock.now() / 1000);
    const next = transition(run, { kind: 'accepted', change: action, at });
    return action.kind === 'clear-state' ? ended(next, finished(next)) : await step_follow(request, next, action);
}
/**
 * What follows from a change whose answer is clear, where it may be made on the same look. A lease that was taken from another
 * process is looked at first: whatever that one has done last shows with it.
 */
async function step_follow(request, run, made) {
    const { followedBy } = changes/* CHANGE_KINDS */.tO[made.kind];
    const isTaken = 'after' in made && made.after !== undefined;
    if (followedBy.length === 0 || isTaken || request.signal.aborted)
        return acted(run);
    const { run: next, action } = await withoutRefresh(request, transition(run, { kind: 'followed', change: made }));
    return followedBy === 'anything' || followedBy.includes(action.kind) ? await act(request, next, action) : acted(run);
}
/** What follows from a probe is decided on the same look: one that fails again and again keeps nothing else from its turn. */
async function followProbe(request, run) {
    if (run.restoringSince !== undefined || request.signal.aborted)
        return acted(run);
    const { run: next, action } = await withoutRefresh(request, run);
    return action.kind === 'probe' ? acted(next) : await act(request, next, action);
}
/** Tries instances; what cannot be tried at all ends the roll like any refusal. */
async function step_probe(request, run, instances) {
    const { group, last } = run;
    let probes;
    try {
        probes =
            (await request.probe?.(instances)) ??
                instances.map((id) => ({ id, at: last.at, passed: true, reason: 'not tried' }));
    }
    catch (error) {
        // The loop's head ends it.
        if (error instanceof errors/* Cancelled */.cJ)
            return run;
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return halt(run, {
            ...(0,errors/* explanationOf */.pg)(error),
            what: `The new instances of ${group} could not be tried. ${error.what}`,
        });
    }
    const next = transition(run, { kind: 'probed', probes });
    reportWaiting(request, next, probesText(next, probes));
    return next;
}
/** How many of the new instances have passed by now: those that passed before are not tried again. */
function probesText(run, latest) {
    const { current } = (0,rollout_capacity/* capacityOfGroup */.th)(run.last, policyNow(run));
    const tried = current.filter(({ lastProbe }) => lastProbe !== undefined);
    const passed = tried.filter(({ lastProbe }) => lastProbe?.passed).length;
    const failed = latest.find((each) => !each.passed);
    return `the probe was passed by ${passed} of ${(0,words/* count */.U9)(tried.length, 'new instance')}${failed ? `; ${failed.id}: ${failed.reason}` : ''}`;
}

// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(1217);
;// CONCATENATED MODULE: ./build/src/domain/waves/turns.js
/** Whose turn it is: which groups of a run may begin now, wave by wave and a few at a time. Pure. */
/** What is next for the groups whose turn has not come, of which there is at least one. */
function nextTurn({ waves, limits, standings, now, deadline }) {
    const standing = (kind) => waves.flat().filter((group) => standings.get(group)?.kind === kind);
    const failed = standing('failed');
    if (failed.length > limits.maxFailedGroups)
        return { kind: 'over', why: { kind: 'failed', groups: failed } };
    if (now > deadline)
        return { kind: 'over', why: { kind: 'time', bakes: false } };
    const gated = standing('at a gate');
    const going = standing('on its way');
    const untilOthersEnd = going.length > 0 ? { kind: 'wait' } : { kind: 'over', why: { kind: 'gated', groups: gated } };
    const index = waves.findIndex((wave) => wave.some((group) => !isThrough(standings.get(group))));
    const wave = waves[index] ?? [];
    const coming = wave.filter((group) => !standings.has(group));
    // What waits at a gate is in the middle of its roll as well.
    const room = limits.maxGroups - going.length - gated.length;
    if (coming.length === 0 || room <= 0)
        return untilOthersEnd;
    const until = coming.length === wave.length ? bakedAt(waves[index - 1] ?? [], { limits, standings }) : -Infinity;
    if (until > deadline)
        return { kind: 'over', why: { kind: 'time', bakes: true } };
    if (now < until)
        return { kind: 'bake', wave: index + 1, until };
    return { kind: 'begin', groups: coming.slice(0, room), wave: index + 1 };
}
const isThrough = (standing) => standing?.kind === 'done' || standing?.kind === 'failed';
/** When a wave has baked: so long after what is newest in it. */
const bakedAt = (wave, { limits, standings }) => limits.bakeSeconds +
    Math.max(...wave.map((group) => {
        const standing = standings.get(group);
        return standing?.kind === 'done' || standing?.kind === 'failed' ? standing.since : -Infinity;
    }));

;// CONCATENATED MODULE: ./build/src/controllers/rollout/take-turn.js











const isInTurns = (request) => request.turns !== undefined;
/**
 * Lets those groups begin whose turn it is, and ends those whose turn does not come in this run. Gives the moment until which
 * nothing else is due for groups that have not begun, in seconds since the Unix epoch; undefined where others must end first.
 */
async function takeTurn(request, loop) {
    const { turns, clock, deadline, width } = request;
    if (openIn(loop).every((group) => loop.admitted.has(group)))
        return undefined;
    const standings = standingsIn(request, loop);
    const maxGroups = Math.min(turns.limits.maxGroups, width?.() ?? Infinity);
    const now = clock.now() / 1000;
    const limits = { ...turns.limits, maxGroups };
    const next = nextTurn({ waves: turns.waves, limits, standings, now, deadline });
    switch (next.kind) {
        case 'wait':
            return undefined;
        case 'over':
            endWaiting(loop, whyOver(next.why, turns));
            return undefined;
        case 'bake':
            tellBake(request, loop, next);
            if (unfinishedIn(turns.waves[next.wave - 1] ?? [], loop).length > 0)
                return next.until;
            return (await alarmsLetPass(request, loop, 'before the end')) === 'over' ? undefined : next.until;
        case 'begin': {
            // What an earlier run has left in the middle of its roll may be what has raised an alarm: its own gates ask.
            const unfinished = unfinishedIn(next.groups, loop);
            if (unfinished.length > 0) {
                await begin(request, loop, { ...next, groups: unfinished });
                return undefined;
            }
            const bakes = loop.admitted.size > 0 && limits.bakeSeconds > 0 && isFirstOfWave(next, turns, loop);
            if ((await alarmsLetPass(request, loop, bakes ? next.wave - 1 : 'before the end')) === 'yes')
                await begin(request, loop, next);
            return undefined;
        }
        default:
            return next;
    }
}
/** Notes what a look tells beyond the groups that are worked on: the alarms, and where there is something to do. */
function noteSeen(request, { fleets }, loop) {
    const watch = request.turns.alarms?.policy;
    const watched = fleets.filter(({ alarms }) => alarms !== undefined);
    const fleet = watched.find(({ memo }) => memo !== undefined) ?? watched[0];
    if (watch !== undefined && fleet !== undefined)
        loop.alarms = (0,alarms/* observeAlarms */.RM)(loop.alarms, fleet, watch);
    if (loop.admitted.size > 0)
        return;
    for (const each of fleets)
        if (isDue(request, each))
            loop.due.add(each.group);
}
const isDue = ({ turns, policyFor }, fleet) => turns.changes.has(fleet.group) ||
    fleet.memo !== undefined ||
    (0,rollout_capacity/* capacityOfGroup */.th)(fleet, policyFor(fleet)).outdated.length > 0;
/** Groups that an earlier run has left in the middle of their roll. */
const unfinishedIn = (groups, { runs }) => groups.filter((group) => runs.get(group)?.last.memo !== undefined);
const isFirstOfWave = ({ wave }, { waves }, { admitted }) => wave > 1 && (waves[wave - 1] ?? []).every((group) => !admitted.has(group));
function standingsIn({ turns }, loop) {
    const { admitted, runs, due } = loop;
    const isMoreToDo = [...due].some((group) => !admitted.has(group));
    const standings = turns.waves.flat().flatMap((group) => {
        const run = runs.get(group);
        return admitted.has(group) && run !== undefined ? [[group, standingOf(run, loop, isMoreToDo)]] : [];
    });
    return new Map(standings);
}
const FAILED = ['halted', 'held', 'refused', 'unfinished'];
/**
 * How a group stands. In one that was found up to date the newest launch counts, as where an earlier run has rolled it; unless
 * nothing is left to do that could have to wait for it.
 */
function standingOf(run, { endedAt }, isMoreToDo) {
    const { outcome, group } = run;
    if (outcome === undefined)
        return { kind: 'on its way' };
    if (outcome.status === 'gated' || outcome.status === 'dark')
        return { kind: 'at a gate' };
    const ended = endedAt.get(group) ?? outcome.after.at;
    if (outcome.failure !== undefined || FAILED.includes(outcome.status))
        return { kind: 'failed', since: ended };
    return { kind: 'done', since: outcome.changed ? ended : isMoreToDo ? newestLaunch(run) : -Infinity };
}
const newestLaunch = (run) => Math.max(-Infinity, ...(0,rollout_capacity/* capacityOfGroup */.th)(run.last, policyNow(run)).current.map(({ launchedAt = -Infinity }) => launchedAt));
function tellBake({ report, clock, turns }, loop, { wave, until }) {
    if (loop.bakeToldOf === wave)
        return;
    loop.bakeToldOf = wave;
    const left = (0,duration/* roughDuration */.U)(until - clock.now() / 1000);
    report({
        kind: 'info',
        message: `Wave ${wave - 1} of ${turns.waves.length} is done and bakes for ${left} before wave ${wave} begins.`,
    });
}
/**
 * Whether the alarms let other groups begin. One in ALARM ends the run for them, unless failed groups are borne: then its OK is
 * waited for. At the end of a bake those without data are asked as well.
 */
async function alarmsLetPass(request, loop, bakedWave) {
    const { clock, turns } = request;
    // The first turn follows upon the look ahead, which has asked them.
    if (turns.alarms === undefined || loop.admitted.size === 0)
        return 'yes';
    const { policy, read } = turns.alarms;
    const fleet = { alarms: await read(), at: clock.now() / 1000 };
    loop.alarms = (0,alarms/* observeAlarms */.RM)(loop.alarms, fleet, policy);
    const situation = { fleet, policy: { gates: { alarms: policy } }, state: { alarms: loop.alarms } };
    const action = (0,alarms/* haltOnAlarm */.w$)(situation) ??
        (0,alarms/* holdWhileBlind */.Ej)(situation) ??
        (bakedWave === 'before the end' ? undefined : (0,alarms/* askAtEndOfBake */.Ud)(situation, `wave ${bakedWave}`));
    if (action === undefined)
        return 'yes';
    const isBorne = turns.limits.maxFailedGroups > 0;
    if (action.kind !== 'halt' || isBorne)
        return 'wait';
    const { reason, remedy } = action;
    endWaiting(loop, missedTurn({ why: (0,sentence/* asSentence */.K)(reason), ...(remedy !== undefined && { remedy }) }));
    return 'over';
}
async function begin(request, loop, { groups, wave }) {
    const { turns, report, clock } = request;
    report({ kind: 'begun', at: clock.now() / 1000, groups, wave, waves: turns.waves.length });
    for (const group of groups)
        loop.admitted.add(group);
    const kept = await notToBeRolled(turns, groups);
    for (const group of groups)
        loop.beginning.set(group, clock.now() / 1000);
    for (const [group, failure] of kept) {
        const run = loop.runs.get(group);
        if (run !== undefined)
            loop.runs.set(group, transition(run, { kind: 'ended', outcome: unfinished(run, failure) }));
    }
}
/** What keeps groups from their roll; where the beginning itself fails, all of them. */
async function notToBeRolled({ begin: prepare }, groups) {
    try {
        return await prepare(groups);
    }
    catch (error) {
        if (!(0,errors/* isFailure */.N6)(error))
            throw error;
        return new Map(groups.map((group) => [group, (0,errors/* explanationOf */.pg)(error)]));
    }
}
/**
 * The state of a group at the first look since its turn has come, with the rules as they are now; ended where the inputs do not
 * fit it any more.
 */
function begunRun(request, { runs, alarms }, fleet) {
    try {
        const run = newGroupRun(fleet, request.policyFor(fleet));
        return alarms === undefined ? run : { ...run, state: { ...run.state, alarms: onlyIgnored(alarms) } };
    }
    catch (error) {
        const before = runs.get(fleet.group);
        if (!(error instanceof errors/* UserError */.yo) || before === undefined)
            throw error;
        return transition(before, { kind: 'ended', outcome: unfinished(before, (0,errors/* explanationOf */.pg)(error)) });
    }
}
/** Alarms that are ignored stay so; since when one cannot be read is each group's own. */
const onlyIgnored = ({ ignored }) => ({ ignored });

;// CONCATENATED MODULE: ./build/src/controllers/rollout/without-doubt.js
/** For so long a group must be missing from every look before it does not exist. */
const GONE_AFTER_SECONDS = 10;
/**
 * A look in which only those groups are gone that no look has shown for a while: an answer may leave out what was there a
 * moment before. Undefined where the first look of all leaves that open, or shows what this run has changed as it was before:
 * nothing may begin before it is known.
 */
function withoutDoubt(looked, loop, { request, isFirst, now }) {
    const { missing } = loop;
    for (const { group } of looked.fleets)
        missing.delete(group);
    for (const group of looked.gone)
        if (!missing.has(group))
            missing.set(group, now);
    const gone = looked.gone.filter((group) => now - (missing.get(group) ?? now) >= GONE_AFTER_SECONDS);
    const isOpen = gone.length < looked.gone.length || looked.fleets.some((fleet) => isShownAsBefore(request, loop, fleet));
    return isFirst && isOpen ? undefined : { ...looked, gone };
}
/** How long AWS may show a group as it was before what it launches from was changed. */
const without_doubt_LAG_SECONDS = 60;
/**
 * Whether a look still shows what a group launched from before this run has changed it, right before the request or when its turn came:
 * its old instances would pass for up to date.
 */
function isShownAsBefore({ turns, sourcesBefore, dryRun }, { runs, beginning, startedAt }, { group, at, source }) {
    if (dryRun)
        return false;
    const isChanged = turns?.changes.has(group) === true && beginning.has(group);
    const before = isChanged ? runs.get(group)?.first.source.fingerprint : sourcesBefore?.get(group);
    return source.fingerprint === before && at <= (beginning.get(group) ?? startedAt) + without_doubt_LAG_SECONDS;
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/controller.js
/**
 * The loop: look at all groups, decide for each, act once, look again. It keeps nothing that safety needs; a run that
 * starts anew goes on from what AWS shows.
 */
















/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1;
/** After a look that AWS did not answer, or that has left a group out. */
const UNANSWERED_SECONDS = 5;
/** Groups that are worked on at once. How fast their calls leave is no matter of it; what waits may leave in one call. */
const PARALLEL = 20;
/**
 * Rolls or restores all groups side by side and gives an outcome for each, in the order asked. Throws what ended the
 * first look, a cancellation included: then nothing is known of any group.
 */
async function runRollout(request) {
    const { clock, signal } = request;
    const loop = newLoop(request.groups, clock.now() / 1000);
    const { runs, admitted } = loop;
    let isSeen = false;
    while (openIn(loop).length > 0 && !signal.aborted) {
        let until;
        if (!isInTurns(request))
            admit(openIn(loop), admitted, request.width?.() ?? Infinity);
        else if (isSeen)
            until = await takeTurn(request, loop);
        // The first look is at all of them: what makes the request impossible must be known before anything is changed.
        const lookedAt = clock.now() / 1000;
        const asked = isSeen
            ? dueGroups(loop.nextLookAt, workedOn(loop), { now: lookedAt, most: loop.share })
            : openIn(loop);
        const looked = asked.length === 0 ? undefined : await look(request, asked, loop);
        const seen = looked && withoutDoubt(looked, loop, { request, isFirst: !isSeen, now: clock.now() / 1000 });
        const isFirst = seen !== undefined && !isSeen;
        if (seen && isFirst)
            await request.preflight?.(seen);
        for (const group of asked)
            if (admitted.has(group))
                loop.nextLookAt.set(group, clock.now() / 1000 + UNANSWERED_SECONDS);
        const next = seen === undefined ? 'when something is due' : await advance(request, seen, loop);
        if (isSeen)
            loop.share = nextShare(loop.share, { looked: asked.length, seconds: clock.now() / 1000 - lookedAt });
        isSeen ||= isFirst;
        const hasEnded = reportEnded(request, loop);
        if (openIn(loop).length === 0)
            break;
        // Whose turn is next is known as soon as others have ended, and at the beginning of all.
        if (next === 'at once' || (isInTurns(request) && (isFirst || hasEnded)))
            continue;
        const due = secondsUntilDue(loop.nextLookAt, workedOn(loop), clock.now() / 1000);
        const seconds = next === 'soon' ? Math.min(SETTLE_SECONDS, due ?? SETTLE_SECONDS) : secondsToLook(request, due, until);
        // An abort ends the sleep early; the loop's head sees it.
        await clock.sleep(seconds * 1000, signal).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    }
    if (runs.size === 0)
        signal.throwIfAborted();
    if (isInTurns(request))
        endWaiting(loop, missedTurn({ why: CANCELLED.what, cause: CANCELLED.cause }));
    for (const run of runs.values())
        if (run.outcome === undefined)
            runs.set(run.group, transition(run, { kind: 'ended', outcome: unfinished(run, CANCELLED) }));
    reportEnded(request, loop);
    return request.groups.flatMap((group) => runs.get(group)?.outcome ?? []);
}
/** Reports each group that has ended, once; whether there was one. */
function reportEnded({ ended, clock }, { runs, endedAt }) {
    const before = endedAt.size;
    for (const { group, outcome } of runs.values())
        if (outcome !== undefined && !endedAt.has(group)) {
            endedAt.set(group, clock.now() / 1000);
            ended(outcome);
        }
    return endedAt.size > before;
}
/** Seconds to the next look. Where no group is worked on only alarms are asked, if there are any, until the next turn. */
function secondsToLook({ pollSeconds, clock, turns }, due, until) {
    if (until === undefined || due !== undefined)
        return pollSeconds(due);
    const left = until - clock.now() / 1000;
    return turns?.alarms === undefined ? left : Math.min(left, pollSeconds(left));
}
runRollout;
/** Groups that have begun and not ended. */
const workedOn = (loop) => openIn(loop).filter((group) => loop.admitted.has(group));
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
    cause: new errors/* Cancelled */.cJ(),
    remedy: 'The post step puts the groups back; `mode: restore` does the same at any time.',
};
/** One shared look; undefined when AWS did not answer, which is borne until the deadline. */
async function look(request, groups, loop) {
    const { clock, deadline } = request;
    const { runs, admitted } = loop;
    const now = clock.now() / 1000;
    try {
        return await lookAtAll(request, groups, { loop, now });
    }
    catch (error) {
        // What is known of the groups stays known: the loop's head ends them.
        if (request.signal.aborted && runs.size > 0)
            return undefined;
        const followed = [...runs.values()].filter(({ group, outcome }) => outcome === undefined && (request.turns === undefined || admitted.has(group)));
        if (runs.size === 0 && error instanceof errors/* UserError */.yo)
            await request.preflight?.(error);
        const hopeless = !(0,errors/* isUncertain */.cp)(error) || now > deadline + RESTORE_SECONDS;
        // What another group has come to must be told, though nothing of those that are left was changed.
        const isBegun = [...runs.values()].some(({ changed }) => changed) || (request.turns !== undefined && admitted.size > 0);
        if (hopeless && !isBegun)
            throw error;
        if (hopeless) {
            await inParallel(followed, async (run) => {
                const failure = run.failure ?? (0,errors/* explanationOf */.pg)(error);
                runs.set(run.group, await restoreUnobserved(request, run, failure));
            });
            endWaiting(loop, missedTurn({ why: sentences((0,errors/* explanationOf */.pg)(error)) }));
        }
        else
            tellUnanswered(request, loop, { message: `${(0,errors/* explanationOf */.pg)(error).what} Looking again.`, now });
        return undefined;
    }
}
/** Between two lines of the log on looks that AWS does not answer. */
const TELL_AGAIN_SECONDS = 60;
/** One annotation, then a line a minute: an outage of an hour would fill the log. */
function tellUnanswered({ report }, loop, { message, now }) {
    const { unansweredToldAt: toldAt } = loop;
    if (toldAt !== undefined && now - toldAt < TELL_AGAIN_SECONDS)
        return;
    report({ kind: toldAt === undefined ? 'warning' : 'info', message });
    loop.unansweredToldAt = now;
}
/** Groups that are put back need less than those that roll. */
async function lookAtAll({ port, need = 'every part', sourcesBefore }, groups, { loop: { runs, beginning }, now }) {
    const needOf = (group) => (runs.get(group)?.restoringSince === undefined ? need : 'the group alone');
    // What was seen before the turn of a group has come, or before it shows what was patched, is not kept.
    const fresh = new Set([
        ...[...runs.values()].filter(mayKeepNothing).map(({ group }) => group),
        ...beginning.keys(),
        ...(runs.size === 0 ? (sourcesBefore?.keys() ?? []) : []),
    ]);
    const looks = await Promise.all([...Map.groupBy(groups, needOf)].map(([needed, names]) => port.look(names, now, needed, fresh)));
    return {
        fleets: looks.flatMap(({ fleets }) => fleets),
        gone: looks.flatMap(({ gone }) => gone),
        unreadable: looks.flatMap(({ unreadable }) => unreadable),
    };
}
/** Decides and acts once for each group; says when the next look is due for the first of them. */
async function advance(request, seen, loop) {
    const { runs, unreported, admitted, beginning } = loop;
    if (isInTurns(request))
        noteSeen(request, seen, loop);
    const next = new Set();
    const gone = seen.gone.map((group) => ({ group, problem: goneFrom(group), exists: 'no' }));
    // A run that knows what it has written needs no tags to go on, nor does a post step that its runner tells.
    const isRemembered = ({ group, untagged }) => untagged !== undefined && (runs.get(group)?.memo ?? request.policyFor(untagged).savedMemo) !== undefined;
    const unreadable = seen.unreadable
        .filter((each) => !isRemembered(each))
        .map((each) => ({ ...each, exists: 'yes' }));
    for (const { group, problem, exists } of [...gone, ...unreadable])
        if (request.onUnknownGroup === 'tell' && !runs.has(group)) {
            request.report({ kind: 'warning', group, message: problem.message });
            unreported.delete(group);
        }
        else
            runs.set(group, await lose(request, runs.get(group), { problem, exists }));
    const remembered = seen.unreadable.filter(isRemembered).flatMap(({ untagged }) => untagged ?? []);
    const observed = [...seen.fleets, ...remembered]
        .map((fleet) => observeGroup(request, loop, fleet))
        .filter(({ group, outcome }) => admitted.has(group) && !beginning.has(group) && outcome === undefined);
    await inParallel(observed, async (run) => {
        if (request.signal.aborted)
            return;
        const stepped = await step(request, run, runs.values());
        const mayWait = stepped.next === 'when something is due';
        const paced = mayWait ? await readPastLaunches(request, stepped.run) : stepped.run;
        runs.set(run.group, paced);
        loop.nextLookAt.set(run.group, lookAfter(request, paced, stepped.next));
        next.add(stepped.next);
    });
    return SOONEST_FIRST.find((each) => next.has(each)) ?? 'when something is due';
}
/** When to look at a group again after a step. The end of the time for rolling is not slept through. */
function lookAfter({ clock, deadline }, run, next) {
    const now = clock.now() / 1000;
    if (next !== 'when something is due')
        return next === 'soon' ? now + SETTLE_SECONDS : now;
    const due = nextDue(run);
    return now <= deadline && due > deadline ? deadline + SETTLE_SECONDS : due;
}
const SOONEST_FIRST = ['at once', 'soon', 'when something is due'];
/** Works on a few groups at a time. All have ended before an error leaves: a change under way must not outlive the loop. */
async function inParallel(groups, work) {
    const queue = [...groups];
    const worker = async () => {
        for (let run = queue.shift(); run !== undefined; run = queue.shift())
            await work(run);
    };
    const settled = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed)
        throw failed.reason;
}
/** The state of the group's run after one more look. */
function observeGroup(request, loop, fleet) {
    const { runs, beginning } = loop;
    const seen = runs.get(fleet.group);
    if (seen !== undefined && isShownAsBefore(request, loop, fleet))
        return seen;
    const known = beginning.delete(fleet.group) ? undefined : seen;
    const before = known ?? begunRun(request, loop, fleet);
    const run = before.outcome === undefined ? transition(before, { kind: 'observed', fleet }) : before;
    runs.set(run.group, run);
    reportObserved(request, run);
    for (const change of carriedOut(before.unanswered, fleet))
        reportStep(request, run, { change, reason: 'AWS has carried it out, though its answer was lost' });
    return run;
}
const goneFrom = (group) => new errors/* UserError */.yo({ what: `The Auto Scaling group ${group} does not exist.`, remedy: 'Check its name and its region.' });
/**
 * A group that cannot be looked at ends there, put back as far as is safe unseen; where that is known before anything
 * began, it ends the run.
 */
async function lose(request, run, { problem, exists }) {
    if (run === undefined)
        throw problem;
    if (run.outcome !== undefined)
        return run;
    const failure = (0,errors/* explanationOf */.pg)(problem);
    if (run.changed && exists === 'yes') {
        // Less than to roll is needed to put back: the group and its saved state may be all that is left.
        if (run.restoringSince === undefined)
            return halt(run, failure);
        return await restoreUnobserved(request, run, failure);
    }
    return transition(run, { kind: 'ended', outcome: unfinished(run, failure) });
}

// EXTERNAL MODULE: ./build/src/report/partial-result.js
var partial_result = __webpack_require__(32643);
// EXTERNAL MODULE: ./build/src/modes/look-ahead.js + 30 modules
var look_ahead = __webpack_require__(51638);
// EXTERNAL MODULE: ./build/src/domain/rollout/carried-memo.js
var carried_memo = __webpack_require__(43569);
// EXTERNAL MODULE: ./build/src/domain/rollout/amount.js
var amount = __webpack_require__(12314);
;// CONCATENATED MODULE: ./build/src/modes/roll.js











/**
 * Rolls or restores groups side by side, on AWS or, in a dry run, on a model of it. Where a restore finds groups that
 * cannot be read, the others are put back and a PartialResult is thrown: what is left of the run there is not known.
 */
async function rollGroups(run, { groups, inputs, rollRequest, complete = (rolled) => rolled, engine = runRollout }) {
    const { connection, clock, report, collector, signal, pollSeconds } = run;
    const fleets = (0,observe_fleets/* fleetsPort */.f)(connection, inputs.dryRun ? undefined : clock, (group, message) => report({ kind: 'warning', group, message }));
    const real = savingPort(watched(fleets, connection, rollRequest), run);
    const identity = identityOf(run);
    const { turns } = rollRequest.intent === 'roll' ? rollRequest : {};
    // What has not begun is not named, by a post step neither.
    if (!inputs.dryRun && turns === undefined)
        run.touching(groups);
    const results = new Map();
    const unread = new Map();
    const port = notingUnreadable(inputs.dryRun ? (0,dry_run/* dryRunPort */.g)(simulated(real, rollRequest)) : real, unread);
    const outcomes = await engine({
        groups,
        port,
        policyFor: (fleet) => policyFor(fleet, identity, rollRequest),
        // Putting back needs the group alone; and a part of the run that has changed something has looked ahead before.
        ...(rollRequest.intent === 'roll' &&
            rollRequest.isLookedAhead !== true && {
            preflight: (seen) => (0,look_ahead/* lookAhead */.R)(run, {
                ...asked(rollRequest),
                groups,
                seen,
                policyFor: (fleet) => policyFor(fleet, identity, rollRequest),
            }),
        }),
        probe: inputs.dryRun ? undefined : proberOf(run, rollRequest),
        clock: inputs.dryRun ? (0,dry_run/* instantClock */.i)(clock) : clock,
        report,
        deadline: clock.now() / 1000 + inputs.timeoutSeconds,
        pollSeconds,
        signal,
        dryRun: inputs.dryRun,
        ...(rollRequest.intent === 'roll' && !inputs.dryRun && { sourcesBefore: rollRequest.sourcesBefore }),
        // Where one group is unknown, the others are put back all the same.
        onUnknownGroup: rollRequest.intent === 'restore' ? 'tell' : 'end',
        need: rollRequest.intent === 'restore' ? 'the group alone' : 'every part',
        outlook: (group) => collector.outlook(group),
        ...(turns && { turns: inTurns(run, inputs, { turns, fleets, alarms: alarmsOf(rollRequest) }) }),
        ...(!inputs.dryRun && { width: run.width }),
        ended: (outcome) => {
            const wave = turns === undefined ? undefined : waveOf(turns, outcome.group);
            const result = complete({ ...resultOf(outcome, run, inputs), ...(wave && { wave }) });
            results.set(outcome.group, result);
            // What has not begun was looked at long before.
            const at = result.status === 'waiting' ? clock.now() / 1000 : result.endedAt;
            report({ kind: 'finished', at, result });
        },
    });
    const ended = outcomes.flatMap(({ group }) => results.get(group) ?? []);
    const unseen = [...unread.keys()].filter((group) => !results.has(group));
    if (unseen.length > 0)
        throw new partial_result/* PartialResult */.z4({ kind: 'groups', groups: ended }, notLookedAt(unseen, unread));
    return ended;
}
/** What tries the new instances of a roll; undefined where they are not tried. */
function proberOf({ connection, clock, signal, network }, rollRequest) {
    const { probe } = (rollRequest.intent === 'roll' ? rollRequest.inputs : undefined) ?? {};
    return probe && instanceProber({ connection, clock, signal, network }, probe);
}
const alarmsOf = (rollRequest) => rollRequest.intent === 'roll' ? rollRequest.inputs.gates?.alarms : undefined;
/** The port with the alarms that watch the roll. */
function watched(port, connection, rollRequest) {
    const { names } = alarmsOf(rollRequest) ?? {};
    return names === undefined ? port : (0,observe_alarms/* watchingAlarms */.Qw)(port, connection, names);
}
/** The turns as the controller takes them: each group is told to the post step before its turn. */
function inTurns({ connection, touching }, { dryRun }, { turns, fleets, alarms, }) {
    const { waves, limits, changes = new Set(), prepare = async () => new Map() } = turns;
    const begun = [];
    return {
        waves,
        limits,
        changes,
        begin: async (groups) => {
            begun.push(...groups);
            if (!dryRun)
                touching(begun);
            const kept = await prepare(groups);
            fleets.forget();
            return kept;
        },
        ...(alarms &&
            !dryRun && { alarms: { policy: alarms, read: () => (0,observe_alarms/* readAlarmsIfAnswered */.v6)(connection, alarms.names) } }),
    };
}
/** The wave of a group, from 1; undefined where there is one wave only. */
function waveOf({ waves }, group) {
    return waves.length > 1 ? waves.findIndex((wave) => wave.includes(group)) + 1 : undefined;
}
/** Notes which groups exist and could not be read. */
function notingUnreadable(port, unread) {
    return {
        ...port,
        look: async (...question) => {
            const seen = await port.look(...question);
            for (const { group, problem } of seen.unreadable)
                unread.set(group, problem);
            return seen;
        },
    };
}
function notLookedAt(groups, unread) {
    const one = groups.length === 1;
    return new errors/* UserError */.yo({
        what: `${one ? 'The group' : 'The groups'} ${groups.join(', ')} could not be looked at, so it is not known what a run has left there.`,
        why: groups.flatMap((group) => unread.get(group)?.message ?? []).join(' '),
        remedy: 'Mend the cause, then run `mode: restore`.',
    });
}
/** The port that keeps for the post step what it writes onto the groups. */
function savingPort(port, { savingMemo }) {
    return {
        ...port,
        apply: async (group, change) => {
            // Before the call: its answer may be lost. A renewed lease matters only where the run leaves the group with it.
            const isLeft = change.kind === 'renew-lease' && change.memo.heartbeatAt === 0;
            if (change.kind === 'save-state' || isLeft)
                savingMemo(group, change.memo);
            await port.apply(group, change);
            if (change.kind === 'clear-state')
                savingMemo(group, undefined);
        },
    };
}
/** Looks ahead before a part of a run that changes what groups launch; throws where the roll after it cannot be done. */
async function lookAheadOfRoll(run, { rollRequestOf, ...look }) {
    const identity = identityOf(run);
    const [first = ''] = look.groups;
    await (0,look_ahead/* lookAhead */.R)(run, {
        ...asked(rollRequestOf(first)),
        ...look,
        policyFor: (fleet) => policyFor(fleet, identity, rollRequestOf(fleet.group)),
    });
}
const asked = ({ inputs, }) => ({
    managedGroups: inputs.managedGroups,
    lastsSeconds: inputs.timeoutSeconds,
    probe: inputs.probe?.kind,
});
/** The groups as they are, or AWS's refusal to show them. */
async function firstLook(run, groups) {
    try {
        return await (0,observe_fleets/* fleetsPort */.f)(run.connection).look(groups, run.clock.now() / 1000);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
function simulated(real, rollRequest) {
    const change = rollRequest.intent === 'roll' ? rollRequest.simulate : undefined;
    if (change === undefined)
        return real;
    return {
        look: async (...question) => {
            const seen = await real.look(...question);
            return { ...seen, fleets: seen.fleets.map(change) };
        },
    };
}
const identityOf = ({ id, url }) => ({ run: id, url: url() });
function policyFor(seen, identity, rollRequest) {
    const fleet = (0,carried_memo/* withCarriedMemo */.P)(seen);
    if (rollRequest.intent === 'restore')
        return {
            ...identity,
            maxFailures: 1,
            onFailure: 'restore',
            protectedInstances: 'ignore',
            standbyInstances: 'ignore',
            intent: 'restore',
            lookFor: { whose: rollRequest.whose, until: fleet.at + HIDDEN_SECONDS },
            savedMemo: rollRequest.savedMemos?.get(fleet.group),
            surge: 0,
            maxUnavailable: 0,
            waitForAll: false,
            force: false,
            instanceTimeoutSeconds: Infinity,
            warmupSeconds: 0,
        };
    const { inputs, waitForAll, dark } = rollRequest;
    const asked = (0,amount/* budgetFor */.vO)(fleet, inputs.surge, inputs.maxUnavailable);
    const budget = dark?.kind === 'release' ? releaseBudget(fleet, asked) : asked;
    refuseHalfDark(fleet, budget, dark);
    if (dark?.kind !== 'release' && budget.surge === 0 && budget.maxUnavailable === 0 && fleet.sizes.desired > 0)
        throw new errors/* UserError */.yo({
            what: `Nothing of ${fleet.group} could ever be replaced: \`max-unavailable\` is less than one of its ${fleet.sizes.desired} instances and \`surge\` is 0.`,
            remedy: 'Set `surge` to at least `1`, or raise `max-unavailable`.',
        });
    const { desired } = (fleet.memo ?? fleet).sizes;
    const { force, instanceTimeoutSeconds, maxFailures, protectedInstances, standbyInstances } = inputs;
    // What this run has changed itself it takes back; what was there before it stays, unless the user says otherwise.
    const usual = rollRequest.patched?.has(fleet.group) ? 'rollback' : 'restore';
    return {
        ...identity,
        ...budget,
        intent: 'roll',
        waitForAll: (0,gates_by_hand/* isPastGate */.ck)(fleet.memo ?? {}) && dark?.kind === 'release' ? budget.surge >= desired : waitForAll,
        ...(dark && { dark }),
        ...(inputs.gates && { gates: gatesFor(fleet, inputs.gates) }),
        ...(rollRequest.takesBack && { takesBack: true }),
        ...(inputs.probe && { probes: true }),
        ...(inputs.scaling === 'follow' && { follow: true }),
        force: force || rollRequest.outdated?.has(fleet.group) === true,
        instanceTimeoutSeconds,
        warmupSeconds: inputs.warmupSeconds ?? fleet.defaultWarmupSeconds ?? 0,
        maxFailures,
        ...(inputs.maxLeaving && { maxLeaving: (0,amount/* leavingLimit */.mb)(fleet, inputs.maxLeaving) }),
        onFailure: inputs.onFailure ?? usual,
        protectedInstances,
        standbyInstances,
    };
}
/** How long answers that lag behind may hide what a run has left. */
const HIDDEN_SECONDS = 20;
/** A release goes on with the room that the run before it had; where everything was launched in the dark, none is left. */
const releaseBudget = ({ memo }, { maxUnavailable }) => ({
    surge: memo?.surge ?? 0,
    maxUnavailable,
});
/** The gates in the unit of one group. Throws where they do not ascend there. */
function gatesFor(fleet, { checkpoints: amounts, ...gates }) {
    const checkpoints = (0,amount/* checkpointsFor */.tn)(fleet, amounts);
    if (checkpoints !== undefined)
        return { ...gates, checkpoints };
    throw new errors/* UserError */.yo({
        what: `\`checkpoints\` do not ascend in ${fleet.group}, of which ${(fleet.memo ?? fleet).sizes.desired} are desired.`,
        remedy: 'Give them all as numbers, or all as percentages, each more than the one before.',
    });
}
/** New instances that are launched later would be registered with the load balancers without having been tested. */
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
    const { group, status, changed, left, failure, takenBack, noSavedState } = outcome;
    const facts = collector.facts(group);
    if (facts === undefined)
        throw new Error(`${group} has an outcome but was never observed`);
    return {
        ...facts,
        region: connection.region,
        status: dryRun && (status === 'rolled' || status === 'dark' || status === 'gated' || status === 'restored')
            ? 'planned'
            : status,
        changed,
        left,
        failure,
        ...(takenBack && { takenBack }),
        ...(noSavedState && { noSavedState }),
    };
}


/***/ })

};
