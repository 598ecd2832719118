export const id = 7277;
export const ids = [7277,2992];
export const modules = {

/***/ 72992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sha256: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** The SHA-256 of a text in UTF-8, or of bytes, in hex digits. */
const sha256 = (data) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');


/***/ }),

/***/ 50116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KY: () => (/* binding */ heaviestWeight),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   sV: () => (/* binding */ groupIdOf)
/* harmony export */ });
/** AWS gives each group a name; empty where an answer has none. */
const nameOf = ({ AutoScalingGroupName: name = '' }) => name;
const GROUP_ARN = /:autoScalingGroup:([0-9a-fA-F-]{36}):autoScalingGroupName\//;
/**
 * The UUID in the ARN of a group, `arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:UUID:autoScalingGroupName/NAME`: a
 * group that is deleted and made anew has another one. Undefined where AWS gives none.
 */
const groupIdOf = ({ AutoScalingGroupARN }) => GROUP_ARN.exec(AutoScalingGroupARN ?? '')?.[1]?.toLowerCase();
/** The greatest weight of an instance of the group, there already or to be launched; 1 where the group has no weights. */
function heaviestWeight({ Instances = [], MixedInstancesPolicy }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    let heaviest = 1;
    for (const list of [Instances, overrides])
        for (const { WeightedCapacity } of list)
            if (WeightedCapacity !== undefined)
                heaviest = Math.max(heaviest, Number(WeightedCapacity));
    return heaviest;
}


/***/ }),

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ lifecycleHooksOf)
/* harmony export */ });
/** The lifecycle hooks of one group. */
async function lifecycleHooksOf(connection, { AutoScalingGroupName }) {
    const { DescribeLifecycleHooksCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const { LifecycleHooks } = await connection.send(client, new DescribeLifecycleHooksCommand({ AutoScalingGroupName }));
    return LifecycleHooks ?? [];
}


/***/ }),

/***/ 61072:
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
var budget = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/memo-bounds.js
var memo_bounds = __webpack_require__(38352);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
// EXTERNAL MODULE: ./build/src/aws/groups/versioned-text.js
var versioned_text = __webpack_require__(22457);
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
        ...(facts.maxLeaving !== undefined && { leaving: (0,versioned_text/* numberField */.sJ)(facts.maxLeaving) }),
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
    started: (0,versioned_text/* numberField */.sJ)(startedAt),
    min: (0,versioned_text/* numberField */.sJ)(sizes.min),
    max: (0,versioned_text/* numberField */.sJ)(sizes.max),
    desired: (0,versioned_text/* numberField */.sJ)(sizes.desired),
    suspends: listing(suspends),
    surge: (0,versioned_text/* numberField */.sJ)(surge),
    source,
    until: until === undefined ? NOTHING : (0,versioned_text/* numberField */.sJ)(until),
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
        'side',
        'share',
        'before',
        'kept',
    ],
    write: ({ dark, released, scheduledUntil, scaledUntil, handedBackAt, handedSizes, progress: { gatesPassed, checkpoints, alarms, needs = [], phase, plan, role, partner, side, share, shareBefore, keptUntil, } = {}, }) => ({
        ...(dark && { dark: 'yes' }),
        ...(released && { released: 'yes' }),
        ...(scheduledUntil !== undefined && { scheduled: (0,versioned_text/* numberField */.sJ)(scheduledUntil) }),
        ...(scaledUntil !== undefined && { scaled: (0,versioned_text/* numberField */.sJ)(scaledUntil) }),
        ...(handedBackAt !== undefined && { handed: (0,versioned_text/* numberField */.sJ)(handedBackAt) }),
        ...(handedSizes !== undefined && { left: `${handedSizes.desired}+${handedSizes.max}` }),
        ...(gatesPassed !== undefined && { gates: (0,versioned_text/* numberField */.sJ)(gatesPassed) }),
        ...(checkpoints !== undefined && { checkpoints: (0,versioned_text/* numberField */.sJ)(checkpoints) }),
        ...(alarms !== undefined && { alarms: (0,versioned_text/* numberField */.sJ)(alarms) }),
        ...(needs.length > 0 && { needs: needs.join('+') }),
        ...(phase !== undefined && { phase }),
        ...(plan !== undefined && { plan }),
        ...(role !== undefined && { role }),
        ...(partner !== undefined && { partner }),
        ...(side !== undefined && { side }),
        ...(share !== undefined && { share: (0,versioned_text/* numberField */.sJ)(share) }),
        ...(shareBefore !== undefined && { before: (0,versioned_text/* numberField */.sJ)(shareBefore) }),
        ...(keptUntil !== undefined && { kept: (0,versioned_text/* numberField */.sJ)(keptUntil) }),
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
function progressIn({ has, text, whole, number, oneOf, refuse }) {
    if (has('partner') && !/^[0-9a-f]{16}$/.test(text('partner')))
        refuse('partner is not 16 hex digits.');
    const role = oneOf('role', ['source', 'target']);
    const side = oneOf('side', ['blue', 'green']);
    return {
        ...(has('gates') && { gatesPassed: whole('gates') }),
        ...(has('checkpoints') && { checkpoints: whole('checkpoints') }),
        ...(has('alarms') && { alarms: whole('alarms') }),
        ...(has('needs') && { needs: text('needs').split('+') }),
        ...(has('phase') && { phase: text('phase') }),
        ...(has('plan') && { plan: text('plan') }),
        ...(role && { role }),
        ...(has('partner') && { partner: text('partner') }),
        ...(side && { side }),
        ...(has('share') && { share: number('share') }),
        ...(has('before') && { shareBefore: number('before') }),
        ...(has('kept') && { keptUntil: number('kept') }),
    };
}
const leaseFormat = {
    required: ['run', 'heartbeat'],
    optional: ['url'],
    write: ({ run, heartbeatAt, url }) => ({
        run,
        heartbeat: (0,versioned_text/* numberField */.sJ)(heartbeatAt),
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
const factsText = (0,versioned_text/* versionedText */.dY)({
    formats: { 1: firstFacts, 2: secondFacts },
    written: 2,
});
/** The text of the progress, which the first format had among the facts. */
const progressTagText = (0,versioned_text/* versionedText */.dY)({
    formats: { 2: secondProgress },
    written: 2,
});
/** The text of the lease. */
const leaseText = (0,versioned_text/* versionedText */.dY)({
    formats: { 1: leaseFormat, 2: leaseFormat },
    written: 2,
});

// EXTERNAL MODULE: ./build/src/aws/groups/tag-format.js
var tag_format = __webpack_require__(3510);
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
    const isFirst = (0,versioned_text/* isFirstVersion */.PC)(value) && group.Tags === tags;
    const written = read(MEMO_TAG, factsText);
    const facts = isFirst ? converted(written, (0,identity/* heaviestWeight */.KY)(group)) : written;
    const groupId = (0,identity/* groupIdOf */.sV)(group);
    if (!isFirst && facts.groupId !== groupId)
        throw ofAnotherGroup(on, { saved: facts.groupId, own: groupId });
    const lease = read(RUN_TAG, leaseText) ?? { run: 'unknown', heartbeatAt: facts.startedAt };
    const progress = isFirst ? {} : (read(PROGRESS_TAG, progressTagText) ?? lostProgress(facts));
    const why = (0,memo_bounds/* memoFault */.$$)({ ...facts, ...progress }, (0,identity/* heaviestWeight */.KY)(group));
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
    what: `The tag ${MEMO_TAG} of ${holder} holds the saved state of another group.`,
    why: `It is bound to the group with the id ${saved} in its ARN, and ${name.startsWith('i-') ? 'the group of this instance' : name} has the id ${own}: its tags were copied from there. Nothing of ${name} was changed.`,
    remedy: `Delete the tags ${ALL_TAGS} from ${name}, which is a copy, and start the run again.`,
});
const differing = (one, other) => new errors/* UserError */.yo({
    what: `The tags of ${one} and of ${other} say differently how the group was before a run changed it.`,
    why: 'One of both was changed, or copied from an instance of an earlier run. Nothing was changed.',
    remedy: `Delete the tags ${ALL_TAGS} from the instance where they are wrong, and start the run again.`,
});


/***/ }),

/***/ 3510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseTag),
/* harmony export */   _: () => (/* binding */ formatTag)
/* harmony export */ });
/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256;
/** What every AWS service takes in a tag value, less the space, which stands between words. */
const WORD = /^[A-Za-z0-9+\-=._:/@]+$/;
/**
 * `key=value` words with a space between them, for a tag's value. Throws when a value is empty, holds a letter that
 * tags do not take, or makes the whole too long.
 */
function formatTag(words) {
    for (const [name, value] of Object.entries(words))
        if (!WORD.test(value))
            throw new Error(`"${value}" cannot be written as ${name} into a tag.`);
    const text = Object.entries(words)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
    if (text.length > LONGEST)
        throw new Error(`"${text}" has ${text.length} characters; a tag holds ${LONGEST}.`);
    return text;
}
/** The words of a tag's value; whatever is not `key=value` becomes a key that says nothing. */
const parseTag = (text) => Object.fromEntries(text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
    const sign = word.indexOf('=');
    return sign < 0 ? [word, ''] : [word.slice(0, sign), word.slice(sign + 1)];
}));


/***/ }),

/***/ 22457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ isFirstVersion),
/* harmony export */   dY: () => (/* binding */ versionedText),
/* harmony export */   sJ: () => (/* binding */ numberField)
/* harmony export */ });
/* harmony import */ var _tag_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3510);
/**
 * Texts in tags that may outlive the version of Fleet Patch that wrote them. A text names its format; one without a name
 * is of version 1, which was written before there were versions.
 */

/** The field with which a text begins that is of version 2 or later. */
const VERSION_FIELD = 'v';
/** The value of the field `v` in a text of this version. */
const versionWord = (version) => (version === 1 ? undefined : String(version));
/** Whether a text is of version 1, which names no version. */
const isFirstVersion = (text) => (0,_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .E)(text)[VERSION_FIELD] === undefined;
/** Writes and reads a value in these versions of its text. */
const versionedText = ({ formats, written }) => ({
    write: (value) => {
        const fields = formats[written]?.write(value);
        if (fields === undefined)
            throw new Error(`There is no format ${written} to write.`);
        const word = versionWord(written);
        return (0,_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTag */ ._)({ ...(word !== undefined && { [VERSION_FIELD]: word }), ...fields });
    },
    read: (text, refuse) => {
        const { [VERSION_FIELD]: word, ...fields } = (0,_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .E)(text);
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


/***/ }),

/***/ 48359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readTemplates)
/* harmony export */ });
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(754);
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14659);




/** The longest page, and the most templates that one call is asked for. */
const MOST_TEMPLATES = 200;
/** The templates that are named, by id and by name, each asked for once; one that does not exist is missing. */
async function readTemplates(connection, specifications, split) {
    const ids = new Set(specifications.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []));
    const names = new Set(specifications.flatMap(({ LaunchTemplateId, LaunchTemplateName }) => LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : []));
    const found = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)([
        ...(0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(ids, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateIds', list })),
        ...(0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(names, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateNames', list })),
    ], (question) => describe(connection, question, split));
    return new Map(found.flat().flatMap((template) => [
        [template.LaunchTemplateId ?? '', template],
        [template.LaunchTemplateName ?? '', template],
    ]));
}
async function describe(connection, { by, list }, split) {
    const { DescribeLaunchTemplatesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    try {
        const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPage */ .L)((token) => connection.send(client, new DescribeLaunchTemplatesCommand({ [by]: [...list], ...token })));
        return pages.flatMap((page) => page.LaunchTemplates ?? []);
    }
    catch (error) {
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'launch template does not exist'))
            throw error;
        if (list.length < 2)
            return [];
        const parts = (0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(list, split === 'in halves' ? Math.ceil(list.length / 2) : 1);
        return (await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)(parts, (part) => describe(connection, { by, list: part }, split))).flat();
    }
}


/***/ }),

/***/ 85067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZH: () => (/* binding */ fingerprintWith),
/* harmony export */   id: () => (/* binding */ launchSourceOf),
/* harmony export */   r3: () => (/* binding */ templatesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67037);



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
 * What a group would launch now, with `$Latest` and `$Default` as numbers. An image behind `resolve:ssm:` is no part of this
 * fingerprint: `fingerprintWith` adds what the parameters name now. Throws a UserError where the group has no source or its template is gone.
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
        return { kind: 'template', label, fingerprint: fingerprintOf(base), base, overrides: [], parts: [whole(base)] };
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
            parts: [whole(base)],
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        what: `The group ${group.AutoScalingGroupName} has neither a launch configuration nor a launch template.`,
        remedy: 'Give it one, or leave the group out.',
    });
}
const whole = (reference) => ({ reference, usesImage: true });
/** The fingerprint of a launch source with the images that its parameters name now; the same where it has none. */
const fingerprintWith = (fingerprint, images) => images.length === 0 ? fingerprint : fingerprintOf({ fingerprint, images: images.map((id) => id ?? 'none') });
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
        ...typesOf(all),
        ...(resolved.length > 0 && { launches: resolved.map(overrideLaunch) }),
        parts: partsOf(base, resolved),
    };
}
const overrideLaunch = ({ instanceType, reference, imageId, requirements, }) => ({
    instanceType,
    reference,
    imageId: imageId === '' ? undefined : imageId,
    requirements: (0,_domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementsOf */ .CG)(requirements),
});
/** The types that overrides name. By requirements, or where an override leaves the type to its template, any may come. */
function typesOf(all) {
    const types = all.flatMap(({ InstanceType }) => InstanceType ?? []);
    return types.length > 0 && types.length === all.length ? { types: [...new Set(types)].toSorted() } : {};
}
function partsOf(base, launches) {
    const references = new Map([base, ...launches.map(({ reference }) => reference)].map((each) => [keyOf(each), each]));
    return [...references].map(([key, reference]) => {
        const uses = launches.filter((launch) => keyOf(launch.reference) === key);
        // Without overrides the base is what is launched.
        const usesImage = launches.length === 0 || uses.some(({ imageId }) => imageId === undefined || imageId === '');
        return { reference, usesImage };
    });
}
const keyOf = ({ id, version }) => `${id} ${version}`;
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

/***/ 43807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GY: () => (/* binding */ LaunchSourceReader),
  tW: () => (/* binding */ readSources),
  $x: () => (/* binding */ sourceImage)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/templates.js
var templates = __webpack_require__(48359);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-templates.js





/** Whether AWS must be asked what a specification means: its version is no number, or its id is not given. */
const isMoving = ({ LaunchTemplateId, Version }) => LaunchTemplateId === undefined || (0,template_versions/* versionNumber */.e1)(Version) === undefined;
/**
 * Asks for the templates whose version is `$Latest`, `$Default` or left out, or whose id is not given. These move at
 * any time, so they are asked for anew at each look. A template that is gone resolves to undefined.
 */
async function resolveTemplates(connection, specifications) {
    const asked = specifications.filter(isMoving);
    const known = await (0,templates/* readTemplates */.Q)(connection, asked, 'in halves');
    return ({ LaunchTemplateId, LaunchTemplateName, Version }) => {
        const template = known.get(LaunchTemplateId ?? LaunchTemplateName ?? '');
        const id = LaunchTemplateId ?? template?.LaunchTemplateId;
        const version = (0,template_versions/* versionNumber */.e1)(Version) ?? (Version === '$Latest' ? template?.LatestVersionNumber : template?.DefaultVersionNumber);
        return id === undefined || version === undefined ? undefined : { kind: 'template', id, version };
    };
}
const statedIn = (data) => ({
    image: data?.ImageId ?? '',
    shape: {
        instanceType: data?.InstanceType,
        requirements: (0,launch_shape/* requirementsOf */.CG)(data?.InstanceRequirements),
        devices: sizedDevices(data?.BlockDeviceMappings),
    },
});
/** Names and sizes are all that matters of volumes; undefined where no size is set. The data of hundreds of groups is kept. */
function sizedDevices(devices) {
    const sized = (devices ?? []).flatMap(({ DeviceName, Ebs }) => Ebs?.VolumeSize === undefined ? [] : [{ DeviceName, Ebs: { VolumeSize: Ebs.VolumeSize } }]);
    return sized.length > 0 ? sized : undefined;
}
const key = ({ id, version }) => `${id} ${version}`;
/** What launch template versions say of their launches. A version never changes, so each is asked for once. */
class TemplateLaunches {
    #connection;
    #launches = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a version that is gone. */
    of(reference) {
        return this.#launches.get(key(reference));
    }
    async learn(references) {
        const unknown = references.filter((reference) => !this.#launches.has(key(reference)));
        const versions = Map.groupBy(new Map(unknown.map((reference) => [key(reference), reference])).values(), ({ id }) => id);
        await (0,map_concurrently/* mapConcurrently */.X)([...versions], async ([id, list]) => {
            for (const batch of (0,batches/* batches */.X)(list, template_versions/* MOST_VERSIONS */.QG))
                await this.#ask(id, batch);
        });
    }
    async #ask(id, references) {
        const versions = await (0,template_versions/* findVersions */.tx)(this.#connection, {
            LaunchTemplateId: id,
            Versions: references.map(({ version }) => String(version)),
        });
        // A version made a moment ago may not be seen yet: it is asked for again at the next look.
        for (const { VersionNumber, LaunchTemplateData } of versions ?? [])
            if (VersionNumber !== undefined)
                this.#launches.set(key({ kind: 'template', id, version: VersionNumber }), statedIn(LaunchTemplateData));
        // One version that is gone fails the call for all: each alone, the others are answered.
        if (versions === undefined && references.length > 1)
            for (const reference of references)
                await this.#ask(id, [reference]);
    }
}

// EXTERNAL MODULE: ./build/src/aws/launch-sources/configurations.js
var configurations = __webpack_require__(22081);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-configurations.js


const statedBy = ({ ImageId = '', InstanceType, BlockDeviceMappings }) => ({
    image: ImageId,
    shape: { instanceType: InstanceType, devices: sizedDevices(BlockDeviceMappings) },
});
/** What launch configurations say of their launches. They cannot be changed, so each is asked for once. */
class ConfigurationLaunches {
    #connection;
    #launches = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a launch configuration that is gone. */
    of(name) {
        return this.#launches.get(name);
    }
    async learn(names) {
        const unknown = names.filter((name) => !this.#launches.has(name));
        for (const { LaunchConfigurationName, ...stated } of await (0,configurations/* configurationsByName */.Cy)(this.#connection, unknown))
            if (LaunchConfigurationName !== undefined)
                this.#launches.set(LaunchConfigurationName, statedBy(stated));
    }
}

// EXTERNAL MODULE: ./build/src/aws/observe/launch-source.js
var launch_source = __webpack_require__(85067);
// EXTERNAL MODULE: ./build/src/aws/groups/identity.js
var identity = __webpack_require__(50116);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/domain/rollout/freshness.js + 1 modules
var freshness = __webpack_require__(25315);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-sources.js









/** The launch sources of many groups, with calls shared between them. */
class LaunchSourceReader {
    #connection;
    #unreadParameters;
    /** By group: when `$Latest` and `$Default` were last read, of which templates, and what they were. */
    #resolved = new Map();
    #values;
    #named = new Map();
    #templates;
    #configurations;
    constructor(connection, unreadParameters = 'refuse') {
        this.#connection = connection;
        this.#unreadParameters = unreadParameters;
        this.#templates = new TemplateLaunches(connection);
        this.#configurations = new ConfigurationLaunches(connection);
    }
    /**
     * What each of these groups would launch; `now` in seconds since the Unix epoch. The answer throws a UserError for a group
     * that cannot launch. Of the groups in `young` what may move must have been read a moment ago, of others it may be kept
     * longer.
     */
    async ask(groups, now, young = new Set()) {
        const resolverOf = await this.#resolvers(groups, { now, young });
        const references = groups.flatMap((group) => referencesOf(() => this.#namedSource(group, resolverOf(group))));
        await this.#learn(references);
        const values = await this.#parameters(references, {
            now,
            mustBeYoung: groups.some((group) => young.has((0,identity/* nameOf */.Vb)(group))),
        });
        const parametersAt = this.#values?.at ?? now;
        const isRecent = (at = now) => (0,freshness/* isYoung */.Pi)('launchSource', { from: at, now });
        return {
            sourceOf: (group) => {
                const { parts, ...source } = this.#namedSource(group, resolverOf(group));
                const known = parts.map((part) => ({ ...part, ...this.#read(part.reference, values) }));
                const images = known.flatMap(({ image }) => (image.kind === 'parameter' ? [image.id] : []));
                const [base] = known;
                return {
                    ...source,
                    fingerprint: (0,launch_source/* fingerprintWith */.ZH)(source.fingerprint, images),
                    imageId: base?.image.kind === 'image' || base?.image.kind === 'parameter' ? base.image.id : undefined,
                    parts: known,
                };
            },
            isKept: (group, { parts = [] }) => ((0,launch_source/* templatesOf */.r3)(group).some(isMoving) && !isRecent(this.#resolved.get((0,identity/* nameOf */.Vb)(group))?.at)) ||
                (parts.some(({ image }) => image.kind === 'parameter') && !isRecent(parametersAt)),
        };
    }
    /** As long as group and templates say the same it is not reckoned again. Throws as `launchSourceOf` does. */
    #namedSource(group, resolve) {
        const { AutoScalingGroupName: name = '', LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = group;
        const of = JSON.stringify([LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy]);
        const kept = this.#named.get(name);
        if (kept?.of === of && kept.resolve === resolve)
            return kept.source;
        const source = (0,launch_source/* launchSourceOf */.id)(group, resolve);
        this.#named.set(name, { of, resolve, source });
        return source;
    }
    /** What these versions and configurations say of their launches. */
    async read(references) {
        await this.#learn(references);
        const values = await this.#parameters(references, { now: 0, mustBeYoung: true });
        return (reference) => this.#read(reference, values);
    }
    async #learn(references) {
        await Promise.all([
            this.#templates.learn(references.filter((reference) => reference.kind === 'template')),
            this.#configurations.learn(references.flatMap((one) => (one.kind === 'configuration' ? one.name : []))),
        ]);
    }
    /** What the parameters name now that stand in the place of images; asked for where one does. */
    async #parameters(references, { now, mustBeYoung }) {
        const names = [
            ...new Set(references.flatMap((each) => (0,request/* parameterOf */.l)(this.#stated(each)?.image ?? '') ?? [])),
        ].toSorted();
        if (names.length === 0)
            return new Map();
        const of = JSON.stringify(names);
        const last = this.#values;
        if (last?.of === of && (mustBeYoung ? freshness/* isYoung */.Pi : freshness/* mayBeKept */.Zv)('launchSource', { from: last.at, now }))
            return last.values;
        try {
            const values = await (0,image_parameters/* parameterValues */.o)(this.#connection, names);
            this.#values = { at: now, of, values };
            return values;
        }
        catch (error) {
            if (this.#unreadParameters === 'refuse' || !(error instanceof errors/* UserError */.yo))
                throw error;
            return new Map();
        }
    }
    /** `$Latest` moves rarely; an instance of a newer version than it is believed to be proves that it has. */
    async #resolvers(groups, { now, young }) {
        const mayKeep = (group) => {
            const last = this.#resolved.get((0,identity/* nameOf */.Vb)(group));
            if (last === undefined || last.of !== templatesText(group) || isAhead(last.resolve)(group))
                return false;
            return (young.has((0,identity/* nameOf */.Vb)(group)) ? freshness/* isYoung */.Pi : freshness/* mayBeKept */.Zv)('launchSource', { from: last.at, now });
        };
        const asked = groups.filter((group) => !mayKeep(group));
        const resolve = await resolveTemplates(this.#connection, asked.flatMap(launch_source/* templatesOf */.r3));
        for (const group of asked)
            this.#resolved.set((0,identity/* nameOf */.Vb)(group), { at: now, of: templatesText(group), resolve });
        return (group) => this.#resolved.get((0,identity/* nameOf */.Vb)(group))?.resolve ?? resolve;
    }
    #stated(reference) {
        return reference.kind === 'template' ? this.#templates.of(reference) : this.#configurations.of(reference.name);
    }
    #read(reference, values) {
        const stated = this.#stated(reference);
        if (stated === undefined)
            return { image: { kind: 'missing' } };
        return { image: sourceImage(stated.image, values), shape: stated.shape };
    }
}
/** What stands in the place of an image id, with what the parameters name. */
function sourceImage(text, values) {
    if (text === '')
        return { kind: 'none' };
    const name = (0,request/* parameterOf */.l)(text);
    if (name === undefined)
        return { kind: 'image', id: text };
    const value = values.get(name);
    // A parameter may hold anything, a secret as well.
    return { kind: 'parameter', name, id: value !== undefined && (0,request/* isImageId */.r)(value) ? value : undefined };
}
/** What these versions and configurations say of their launches now, asked for anew; calls are shared between them. */
async function readSources(connection, references) {
    return await new LaunchSourceReader(connection).read(references);
}
const templatesText = (group) => JSON.stringify((0,launch_source/* templatesOf */.r3)(group));
const isAhead = (resolve) => (group) => {
    const believed = new Map((0,launch_source/* templatesOf */.r3)(group)
        .flatMap((each) => resolve(each) ?? [])
        .map(({ id, version }) => [id, version]));
    return (group.Instances ?? []).some(({ LaunchTemplate }) => {
        const version = believed.get(LaunchTemplate?.LaunchTemplateId ?? '');
        return version !== undefined && ((0,template_versions/* versionNumber */.e1)(LaunchTemplate?.Version) ?? 0) > version;
    });
};
/** None of a group that cannot launch: the reason is told when that group is put together. */
function referencesOf(sourceOf) {
    try {
        return sourceOf().parts.map(({ reference }) => reference);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
    }
}


/***/ }),

/***/ 8785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fullConfigurations)
/* harmony export */ });
/* unused harmony export copied */
/* harmony import */ var _launch_sources_configurations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22081);

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

/***/ 91423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ templateFacts),
/* harmony export */   s: () => (/* binding */ versionsFrom)
/* harmony export */ });
/* harmony import */ var _launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49532);
/* harmony import */ var _launch_sources_templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48359);


/** The templates that are named, by id and by name; one that is gone is missing. */
async function templateFacts(connection, specifications) {
    const found = await (0,_launch_sources_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .readTemplates */ .Q)(connection, specifications, 'one by one');
    return new Map([...found].map(([name, template]) => [name, factsOf(template)]));
}
const factsOf = (template) => ({
    id: template.LaunchTemplateId ?? '',
    name: template.LaunchTemplateName ?? '',
    latest: template.LatestVersionNumber ?? 1,
    default: template.DefaultVersionNumber ?? 1,
    tags: Object.fromEntries((template.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
});
/** The data of a template's versions from this number on, by number. */
async function versionsFrom(connection, id, from) {
    const question = { LaunchTemplateId: id, MinVersion: String(from), MaxResults: _launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_VERSIONS */ .QG };
    const versions = await (0,_launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, question);
    return new Map(versions.map(({ VersionNumber = 0, LaunchTemplateData = {} }) => [VersionNumber, LaunchTemplateData]));
}


/***/ }),

/***/ 62987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ usersOf),
/* harmony export */   i: () => (/* binding */ readLaunchSources)
/* harmony export */ });
/* harmony import */ var _domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67037);
/* harmony import */ var _domain_patch_plan_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49163);
/* harmony import */ var _groups_describe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42875);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2848);
/* harmony import */ var _observe_launch_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85067);
/* harmony import */ var _launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49532);
/* harmony import */ var _launch_configuration_data_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8785);
/* harmony import */ var _launch_template_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91423);








/** Reads what groups launch from, down to the last field, with calls shared between them. */
async function readLaunchSources(connection, groups) {
    const facts = await (0,_launch_template_data_js__WEBPACK_IMPORTED_MODULE_3__/* .templateFacts */ .A)(connection, groups.flatMap(_observe_launch_source_js__WEBPACK_IMPORTED_MODULE_1__/* .templatesOf */ .r3));
    const problems = [];
    const sourced = groups.flatMap((group) => {
        const name = group.AutoScalingGroupName ?? '';
        const source = sourceOf(group, facts);
        if (typeof source !== 'string')
            return [{ group: name, source }];
        problems.push(`${name}: ${source}`);
        return [];
    });
    const uses = sourced.flatMap(_domain_patch_plan_template_js__WEBPACK_IMPORTED_MODULE_4__/* .usesOf */ .M);
    const ids = [...new Set(uses.map(({ id }) => id))];
    const templates = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_5__/* .mapConcurrently */ .X)(ids, async (id) => {
        const template = facts.get(id);
        if (template === undefined)
            throw new Error(`The launch template ${id} was there a moment ago.`);
        const oldest = Math.min(...uses.filter((use) => use.id === id).map(({ version }) => version));
        return { ...template, versions: await (0,_launch_template_data_js__WEBPACK_IMPORTED_MODULE_3__/* .versionsFrom */ .s)(connection, id, oldest) };
    });
    const names = sourced.flatMap(({ source }) => (source.kind === 'configuration' ? source.name : []));
    const configurations = names.length === 0 ? new Map() : await (0,_launch_configuration_data_js__WEBPACK_IMPORTED_MODULE_6__/* .fullConfigurations */ .n)(connection, names);
    const known = sourced.filter(({ group, source }) => {
        const missing = missingIn(source, { templates, configurations });
        if (missing !== undefined)
            problems.push(`${group}: ${missing}`);
        return missing === undefined;
    });
    return {
        groups: known,
        templates,
        problems,
        describe: (location) => describe(location, { templates, configurations }),
    };
}
/** What a group launches from, or why that cannot be told. */
function sourceOf(group, facts) {
    const { LaunchConfigurationName: name, LaunchTemplate } = group;
    const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
    const gone = (0,_observe_launch_source_js__WEBPACK_IMPORTED_MODULE_1__/* .templatesOf */ .r3)(group).find((specification) => useOf(specification, facts) === undefined);
    if (gone !== undefined)
        return `its launch template ${gone.LaunchTemplateName ?? gone.LaunchTemplateId} does not exist`;
    const base = useOf(mixed?.LaunchTemplateSpecification ?? LaunchTemplate, facts);
    if (base !== undefined && mixed === undefined)
        return { kind: 'template', base };
    if (base !== undefined) {
        const overrides = (mixed?.Overrides ?? []).map(({ InstanceType, InstanceRequirements, LaunchTemplateSpecification, ImageId }) => ({
            instanceType: InstanceType,
            requirements: (0,_domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementsOf */ .CG)(InstanceRequirements),
            template: useOf(LaunchTemplateSpecification, facts),
            imageId: ImageId === '' ? undefined : ImageId,
        }));
        return { kind: 'mixed', base, overrides };
    }
    return name ? { kind: 'configuration', name } : 'it has neither a launch configuration nor a launch template';
}
function useOf(specification, facts) {
    const { LaunchTemplateId, LaunchTemplateName, Version } = specification ?? {};
    const template = facts.get(LaunchTemplateId ?? LaunchTemplateName ?? '');
    if (template === undefined)
        return undefined;
    const { id } = template;
    const number = (0,_launch_sources_template_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .versionNumber */ .e1)(Version);
    if (number !== undefined)
        return { id, follows: 'number', version: number };
    // Left out, the version means the default one.
    return Version === '$Latest'
        ? { id, follows: 'latest', version: template.latest }
        : { id, follows: 'default', version: template.default };
}
function missingIn(source, { templates, configurations }) {
    if (source.kind === 'configuration') {
        return configurations.has(source.name) ? undefined : `its launch configuration ${source.name} does not exist`;
    }
    const lost = (0,_domain_patch_plan_template_js__WEBPACK_IMPORTED_MODULE_4__/* .usesOf */ .M)({ group: '', source }).find(({ id, version }) => templates.find((template) => template.id === id)?.versions.has(version) !== true);
    return lost && `version ${lost.version} of its launch template ${lost.id} does not exist`;
}
function describe(location, { templates, configurations }) {
    switch (location.kind) {
        case 'configuration':
            return { data: configurations.get(location.name) ?? {}, label: `launch configuration ${location.name}` };
        case 'template': {
            const template = templates.find(({ id }) => id === location.id);
            const label = `launch template ${template?.name} (${location.id}) version ${location.version}`;
            return { data: template?.versions.get(location.version) ?? {}, label };
        }
        case 'override':
            return { data: { ImageId: location.imageId }, label: `override ${location.index + 1} of ${location.group}` };
        default:
            return location;
    }
}
/** The groups of the whole region that launch whatever is the latest, or the default, of these templates. */
async function usersOf(connection, templates) {
    if (templates.length === 0)
        return [];
    const facts = new Map(templates.flatMap((template) => [
        [template.id, template],
        [template.name, template],
    ]));
    return (await (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_7__/* .groupsByFilter */ .q$)(connection, [])).flatMap((group) => (0,_observe_launch_source_js__WEBPACK_IMPORTED_MODULE_1__/* .templatesOf */ .r3)(group).flatMap((specification) => {
        const use = useOf(specification, facts);
        if (use === undefined || use.follows === 'number')
            return [];
        return [{ group: group.AutoScalingGroupName ?? '', template: use.id, follows: use.follows }];
    }));
}


/***/ }),

/***/ 12749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   TY: () => (/* binding */ changesNothing),
/* harmony export */   XA: () => (/* binding */ devicesFor),
/* harmony export */   n6: () => (/* binding */ sameData),
/* harmony export */   wD: () => (/* binding */ namesSnapshots)
/* harmony export */ });
/** What of the wanted fields differs from what is there. */
function differing(data, wanted) {
    const fields = Object.entries(wanted);
    return Object.fromEntries(fields.filter(([name, value]) => value !== undefined && value !== data[name]));
}
const changesNothing = (changes) => Object.keys(changes).length === 0;
/**
 * The devices as they must be sent for a new image, undefined where none are given. The snapshot of the root device
 * belongs to the old image: EC2 takes the new image's own.
 */
function devicesFor(data, rootDevice) {
    return data.BlockDeviceMappings?.map((device) => {
        if (device.DeviceName !== rootDevice || device.Ebs?.SnapshotId === undefined)
            return device;
        const { SnapshotId: _, ...ebs } = device.Ebs;
        return { ...device, Ebs: ebs };
    });
}
/** EC2 forgets the snapshots of a version's devices in the next one, unless they are sent again. */
const namesSnapshots = ({ BlockDeviceMappings }) => (BlockDeviceMappings ?? []).some(({ Ebs }) => Ebs?.SnapshotId !== undefined);
/** Whether two pieces of data mean the same: order of keys and fields without a value aside. */
const sameData = (one, other) => canonical(one) === canonical(other);
/** One text per meaning. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 36086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ue: () => (/* binding */ locationsOf),
/* harmony export */   aE: () => (/* binding */ templateLocation),
/* harmony export */   vq: () => (/* binding */ launchSpecsOf)
/* harmony export */ });
/* harmony import */ var _image_launch_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67037);

function keyOf(location) {
    switch (location.kind) {
        case 'configuration':
            return `configuration ${location.name}`;
        case 'template':
            return `template ${location.id} ${location.version}`;
        case 'override':
            return `override ${location.index} ${location.group}`;
        default:
            return location;
    }
}
const templateLocation = ({ id, version }) => ({ kind: 'template', id, version });
/** Every place that a group launches from: its base, and each override that has a template or an image of its own. */
function locationsOf({ group, source }) {
    switch (source.kind) {
        case 'configuration':
            return [{ group, location: { kind: 'configuration', name: source.name }, types: undefined, requirements: [] }];
        case 'template':
            return [{ group, location: templateLocation(source.base), types: undefined, requirements: [] }];
        case 'mixed':
            return mixedPlaces(group, source);
        default:
            return source;
    }
}
function mixedPlaces(group, { base, overrides }) {
    const own = (override) => override.template !== undefined || override.imageId !== undefined;
    const typesOf = (list) => list.flatMap((each) => each.instanceType ?? []);
    const requirementsIn = (list) => list.flatMap((each) => each.requirements ?? []);
    const shared = overrides.filter((override) => !own(override));
    return [
        {
            group,
            location: templateLocation(base),
            types: overrides.length === 0 ? undefined : typesOf(shared),
            requirements: requirementsIn(shared),
        },
        ...overrides.flatMap((override, index) => {
            const { template, imageId } = override;
            const launched = { group, types: typesOf([override]), requirements: requirementsIn([override]) };
            return [
                // An image of the override's own takes the place of the template's, whose image is never launched then.
                ...(template
                    ? [
                        {
                            ...(imageId === undefined ? launched : { group, types: [], requirements: [] }),
                            location: templateLocation(template),
                        },
                    ]
                    : []),
                ...(imageId === undefined
                    ? []
                    : [{ ...launched, location: { kind: 'override', group, index, imageId } }]),
            ];
        }),
    ];
}
/** The sites of all groups, each once, however many groups share it. */
function launchSpecsOf(groups, describe) {
    const uses = Map.groupBy(groups.flatMap(locationsOf), ({ location }) => keyOf(location));
    return [...uses].flatMap(([key, all]) => {
        const [first] = all;
        if (first === undefined)
            return [];
        const { data, label } = describe(first.location);
        const own = data.InstanceType === undefined ? [] : [data.InstanceType];
        return [
            {
                key,
                location: first.location,
                label,
                data,
                groups: [...new Set(all.map(({ group }) => group))],
                types: [...new Set(all.flatMap(({ types }) => types ?? own))],
                requirements: [
                    ...all.flatMap(({ requirements }) => requirements),
                    ...all.flatMap(({ types }) => (types === undefined ? ((0,_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementsOf */ .CG)(data.InstanceRequirements) ?? []) : [])),
                ],
                ownType: all.every(({ types }) => types === undefined),
            },
        ];
    });
}


/***/ }),

/***/ 20699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ templateDataOf)
/* harmony export */ });
/**
 * The launch template that launches what a launch configuration did. Throws where it has a field that this version does
 * not know how to carry over: losing one silently is what must not happen.
 */
function templateDataOf(configuration) {
    const { SecurityGroups = [], IamInstanceProfile, InstanceMonitoring, RamdiskId, AssociatePublicIpAddress, SpotPrice, PlacementTenancy, BlockDeviceMappings, ImageId, InstanceType, UserData, KeyName, KernelId, EbsOptimized, MetadataOptions, InstanceRequirements: _never, ...unknown } = configuration;
    const [stranger] = Object.keys(unknown);
    if (stranger !== undefined)
        throw new Error(`${stranger} of a launch configuration has no known place in a template.`);
    const ids = SecurityGroups.filter((group) => group.startsWith('sg-'));
    const names = SecurityGroups.filter((group) => !group.startsWith('sg-'));
    // With a public address asked for or refused, the groups belong to the network interface.
    const network = AssociatePublicIpAddress === undefined
        ? { SecurityGroupIds: some(ids), SecurityGroups: some(names) }
        : { NetworkInterfaces: [given({ DeviceIndex: 0, AssociatePublicIpAddress, Groups: some(ids) })] };
    return given({
        ImageId,
        InstanceType,
        UserData,
        KeyName,
        KernelId,
        RamDiskId: RamdiskId,
        MetadataOptions,
        ...network,
        IamInstanceProfile: IamInstanceProfile &&
            (IamInstanceProfile.startsWith('arn:') ? { Arn: IamInstanceProfile } : { Name: IamInstanceProfile }),
        Monitoring: InstanceMonitoring,
        // Off means "whatever the type does by itself" in a launch configuration, but "off" in a template.
        EbsOptimized: EbsOptimized || undefined,
        InstanceMarketOptions: SpotPrice && { MarketType: 'spot', SpotOptions: { MaxPrice: SpotPrice } },
        Placement: PlacementTenancy && { Tenancy: PlacementTenancy },
        BlockDeviceMappings: BlockDeviceMappings?.map(deviceOf),
    });
}
/** A configuration says by a boolean what a template says by an empty text. */
function deviceOf({ NoDevice, ...device }) {
    return NoDevice === true ? { ...device, NoDevice: '' } : device;
}
const some = (list) => (list.length > 0 ? list : undefined);
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));


/***/ }),

/***/ 49163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ usesOf),
/* harmony export */   m: () => (/* binding */ planTemplate)
/* harmony export */ });
/* harmony import */ var _launch_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12749);

/**
 * One new version for each version in use, also where groups share it. A new version is the latest at once: where a group follows
 * `$Latest`, only one that is made from the latest may be added, or they would go back to older settings.
 */
function planTemplate(template, around) {
    const patches = patchesOf(template, around.patches);
    const found = new Map();
    const missing = [];
    for (const patch of patches) {
        const version = existing(template, patch);
        if (version === undefined)
            missing.push(patch);
        else
            found.set(patch.spec.key, { kind: 'template', id: template.id, name: template.name, version });
    }
    const creates = missing.map(({ spec, version, changes, wanted }, index) => ({
        kind: 'create-version',
        spec: spec.key,
        groups: spec.groups,
        template: template.id,
        name: template.name,
        from: version,
        expected: template.latest + index + 1,
        changes,
        data: wanted,
    }));
    const latest = afterCreation(template, missing, around);
    const defaults = movedDefault(template, patches, around);
    return {
        found,
        creates,
        defaults: defaults.steps,
        warnings: [...latest.warnings, ...defaults.warnings],
        problems: latest.problems,
    };
}
const patchesOf = ({ id }, patches) => patches
    .flatMap((patch) => {
    const { location, data } = patch.spec;
    if (location.kind !== 'template' || location.id !== id)
        return [];
    return [{ ...patch, version: location.version, wanted: { ...data, ...patch.changes } }];
})
    .sort((one, other) => one.version - other.version);
/** A newer version with just that data: a run that died before it was used has left it. */
const existing = ({ versions }, { version, wanted }) => [...versions]
    .filter(([number, data]) => number > version && (0,_launch_data_js__WEBPACK_IMPORTED_MODULE_0__/* .sameData */ .n6)(data, wanted))
    .map(([number]) => number)
    .sort((one, other) => other - one)[0];
/** What a new version means for groups that launch `$Latest`, ours and others. */
function afterCreation(template, missing, around) {
    const following = around.followers.filter(({ template: id, follows }) => id === template.id && follows === 'latest');
    if (missing.length === 0 || following.length === 0)
        return { warnings: [], problems: [] };
    const older = missing.filter(({ version }) => version !== template.latest);
    const problems = older.map(({ spec, version }) => `${spec.groups.join(', ')}: a new version of the launch template ${template.name}, made from version ${version}, would be the latest, and ${namesOf(following)}, launching \`$Latest\`, would go back from version ${template.latest} to it; let all of them launch one version first`);
    const others = following.filter(({ group }) => !around.selected.has(group));
    if (problems.length > 0 || others.length === 0)
        return { warnings: [], problems };
    const message = `The launch template ${template.name} is shared: what launches its \`$Latest\` will take the new version too: ${namesOf(others)}.`;
    return { warnings: [{ message }], problems: [] };
}
const namesOf = (followers) => [...new Set(followers.map(({ group }) => group))].sort().join(', ');
function movedDefault(template, patches, { groups, followers, selected }) {
    const patch = patches.find(({ version }) => version === template.default);
    const users = groups.filter((group) => usesOf(group).some(({ id, follows }) => id === template.id && follows === 'default'));
    if (patch === undefined || users.length === 0)
        return { steps: [], warnings: [] };
    const others = followers.filter(({ template: id, follows, group }) => id === template.id && follows === 'default' && !selected.has(group));
    const message = `The launch template ${template.name} is shared: its default version moves for others too: ${namesOf(others)}.`;
    return {
        steps: [
            {
                kind: 'move-default',
                spec: patch.spec.key,
                groups: users.map(({ group }) => group),
                template: template.id,
                name: template.name,
            },
        ],
        warnings: others.length === 0 ? [] : [{ message }],
    };
}
/** Every way in which a group names a template. */
function usesOf({ source }) {
    switch (source.kind) {
        case 'configuration':
            return [];
        case 'template':
            return [source.base];
        case 'mixed':
            return [source.base, ...source.overrides.flatMap(({ template }) => template ?? [])];
        default:
            return source;
    }
}


/***/ }),

/***/ 55499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ movedFields),
/* harmony export */   o5: () => (/* binding */ movedBastion),
/* harmony export */   qO: () => (/* binding */ movedInWords)
/* harmony export */ });
/**
 * Every field of a group that has moved; what the plan itself has changed has not. Of its launch source that is known by what it
 * launches: just what the plan wants.
 */
function movedFields({ now: planned, becomes }, now, id) {
    const { facts } = now;
    const isOurs = now.plan === id;
    return [
        ...moved('the group itself', planned.arn, facts.arn),
        ...moved('minimum size', String(planned.minSize), String(facts.minSize)),
        ...moved('maximum size', String(planned.maxSize), String(facts.maxSize)),
        ...moved('suspended processes', listed(planned.suspendedProcesses), listed(facts.suspendedProcesses)),
        ...moved('target groups', listed(planned.targetGroups), listed(facts.targetGroups)),
        ...moved('lifecycle hooks', listed(planned.lifecycleHooks), listed(facts.lifecycleHooks)),
        ...moved('protection of new instances', onOff(planned.protectsNewInstances), onOff(facts.protectsNewInstances)),
        ...(facts.protectsNewInstances
            ? []
            : added('protected instances', planned.protectedInstances, facts.protectedInstances)),
        ...added('instances in Standby', planned.standbyInstances, facts.standbyInstances),
        ...(isOurs ? [] : moved('unfinished run since', planned.unfinishedSince ?? NONE, facts.unfinishedSince ?? NONE)),
        ...sourceMoves(planned, becomes, facts),
        ...(now.becomes === undefined ? [] : placeMoves('to be launched', becomes, now.becomes)),
    ];
}
const NONE = 'none';
const listed = (values) => (values.length === 0 ? NONE : values.toSorted().join(', '));
const onOff = (value) => (value ? 'on' : 'off');
const moved = (field, before, after) => before === after ? [] : [{ field, before, after }];
/** Instances come and go; one that was there, or came, and was set aside since is another matter. */
function added(field, before, after) {
    return after.every((id) => before.includes(id)) ? [] : [{ field, before: listed(before), after: listed(after) }];
}
function sourceMoves(planned, becomes, facts) {
    const [before, after] = [planned.source, facts.source];
    if (before.fingerprint === after.fingerprint && before.label === after.label)
        return [];
    // Where the plan changes what is launched, a group that launches just that has been changed by it.
    if (!launchesSame(planned.launches, becomes) && launchesSame(facts.launches, becomes))
        return [];
    const shown = before.label === after.label;
    const name = ({ label, fingerprint }) => (shown ? `${label} (${fingerprint})` : label);
    return [
        { field: 'launch source', before: name(before), after: name(after) },
        ...placeMoves('', planned.launches, facts.launches),
    ];
}
const launchesSame = (one, other) => placeMoves('', one, other).length === 0;
/** What differs between places, image and user data by name; of anything else only that it does. */
function placeMoves(suffix, before, after) {
    const words = (field, at) => [field, ...(at === 'base' ? [] : [`of ${at}`]), ...(suffix === '' ? [] : [suffix])].join(' ');
    const names = [...new Set([...before, ...after].map(({ at }) => at))];
    return names.flatMap((at) => {
        const [was, is] = [before, after].map((places) => places.find((place) => place.at === at));
        const named = [
            ...moved(words('image', at), was?.image ?? NONE, is?.image ?? NONE),
            ...moved(words('user data', at), was?.userData ?? NONE, is?.userData ?? NONE),
        ];
        return named.length > 0 ? named : moved(words('launch data', at), was?.data ?? NONE, is?.data ?? NONE);
    });
}
/**
 * Every field of a bastion that has moved. Once the plan is carried out the address leads to another instance, which has the image
 * and the user data of the plan.
 */
function movedBastion(planned, { allocation, instance, successor, begun }) {
    const place = moved('Elastic IP', planned.allocation, allocation);
    if (successor === undefined)
        return [...place, ...moved('launch', planned.launch, begun ?? NONE)];
    const target = [
        ...moved('image to be launched', planned.image, successor.image),
        ...moved('user data to be launched', planned.userData ?? NONE, successor.userData ?? NONE),
    ];
    if (instance !== planned.instance && successor.isCurrent)
        return [...place, ...target];
    const whole = target.length > 0 ? target : moved('launch', planned.launch, successor.launch);
    return [...place, ...moved('instance', planned.instance, instance), ...whole];
}
/** `minimum size (was 2, is 3)` */
const movedInWords = ({ field, before, after }) => `${field} (was ${before}, is ${after})`;


/***/ }),

/***/ 37904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ holdWhileBlind),
/* harmony export */   QM: () => (/* binding */ alarmInWords),
/* harmony export */   RM: () => (/* binding */ observeAlarms),
/* harmony export */   Ud: () => (/* binding */ askAtEndOfBake),
/* harmony export */   dJ: () => (/* binding */ isRaisedByRoll),
/* harmony export */   nd: () => (/* binding */ areAlarmsSteady),
/* harmony export */   s5: () => (/* binding */ watchingNow),
/* harmony export */   w$: () => (/* binding */ haltOnAlarm)
/* harmony export */ });
/* unused harmony export BLIND_SECONDS */
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26519);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35208);


/** So long CloudWatch may not answer before the gate fails. */
const BLIND_SECONDS = 300;
/** The alarms that watch now: none while a roll is taken back, since what it takes back is what raised them. */
const watchingNow = ({ fleet: { memo }, policy: { gates, rollback }, }) => (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_1__/* .isTakingBack */ .KP)(memo, { rollback }) ? undefined : gates?.alarms;
/** What an observation adds. */
function observeAlarms(before, fleet, watch) {
    const { names } = watch;
    const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]));
    const ignored = (before?.ignored ?? ignoredAtStart(fleet, watch)).filter((name) => known.get(name)?.state !== 'OK');
    const isBlind = names.some((name) => !known.has(name));
    return { ignored, ...(isBlind && { blindSince: before?.blindSince ?? fleet.at }) };
}
/**
 * Which alarms do not count yet at the first look of a run: with `ignore-until-ok` those in ALARM, and those that cannot be read, which
 * may be in ALARM as well. Where the run goes on with a roll, only what was in ALARM before that roll began.
 */
function ignoredAtStart(fleet, { names, atStart }) {
    if (atStart === 'refuse')
        return [];
    const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]));
    return names.filter((name) => {
        const alarm = known.get(name);
        if (alarm === undefined)
            return !goesOn(fleet);
        return alarm.state === 'ALARM' && !isRaisedByRoll(alarm, fleet);
    });
}
/** Whether a roll that another run has begun goes on: to what the group still launches. */
const goesOn = ({ memo, source }) => memo !== undefined && memo.source === source?.fingerprint;
/**
 * Whether an alarm in ALARM may have been raised by what an unfinished roll has launched: it has come into that state since the roll
 * began. A run that goes on with the roll lets that fail its gate, and takes the roll back.
 */
const isRaisedByRoll = ({ since }, fleet) => goesOn(fleet) && since !== undefined && fleet.memo !== undefined && since > fleet.memo.startedAt;
/**
 * Whether every alarm has been told at this look, and none has become another between the last two: one that is `OK` at both and has come
 * into that state since may have been in ALARM, for less time than lies between two looks.
 */
function areAlarmsSteady(before, { fleet, policy, state }) {
    if (watchingNow({ fleet, policy }) === undefined)
        return true;
    if (state.alarms?.blindSince !== undefined)
        return false;
    const was = new Map(before.alarms?.map((alarm) => [alarm.name, alarm]));
    return (fleet.alarms?.every((now) => {
        const then = was.get(now.name);
        return now.state !== 'OK' || then?.state !== 'OK' || now.since === then.since;
    }) === true);
}
/** Stops the roll where an alarm that counts is in ALARM, or where CloudWatch has not answered for too long. */
function haltOnAlarm({ fleet, policy, state }) {
    const watch = watchingNow({ fleet, policy });
    if (watch === undefined)
        return undefined;
    const raised = fleet.alarms?.find(({ name, state: is }) => is === 'ALARM' && !state.alarms?.ignored.includes(name));
    if (raised !== undefined)
        return failed(alarmInWords(raised), LOOK);
    const { blindSince } = state.alarms ?? {};
    if (blindSince === undefined || fleet.at - blindSince < BLIND_SECONDS)
        return undefined;
    return failed(`CloudWatch has not told the state of ${unread(fleet, watch).join(', ')} for ${BLIND_SECONDS / 60} minutes`, 'Look whether the alarms still exist, and whether the role may call `cloudwatch:DescribeAlarms`, then start again.');
}
/** While the state of an alarm is not known nothing leaves, and nothing more is launched. */
function holdWhileBlind({ fleet, policy, state }) {
    const watch = watchingNow({ fleet, policy });
    if (watch === undefined || state.alarms?.blindSince === undefined)
        return undefined;
    return { kind: 'wait', reason: `CloudWatch does not tell the state of ${unread(fleet, watch).join(', ')}` };
}
/** What the alarms say at the end of a bake: undefined where they let the roll pass. */
function askAtEndOfBake({ fleet, policy }, gate) {
    const { withoutData = 'neutral', names = [] } = watchingNow({ fleet, policy }) ?? {};
    const states = new Map(fleet.alarms?.map(({ name, state }) => [name, state]));
    if (withoutData === 'neutral')
        return undefined;
    if (withoutData === 'wait') {
        const unsure = names.find((name) => states.get(name) !== 'OK');
        return unsure === undefined
            ? undefined
            : {
                kind: 'wait',
                reason: `${gate} waits for the alarm ${unsure} to be OK; it is ${states.get(unsure) ?? 'not known'}`,
            };
    }
    const empty = names.find((name) => states.get(name) === 'INSUFFICIENT_DATA');
    return empty === undefined
        ? undefined
        : failed(`at the end of the bake of ${gate} the alarm ${empty} had no data, and \`alarms-without-data\` is \`fail\``, 'Look whether the new instances send the metrics of the alarm.');
}
const failed = (reason, remedy) => ({ kind: 'halt', reason, remedy, blames: 'gate' });
const LOOK = 'Look at what the alarm measures on the new instances, then start again.';
const unread = ({ alarms }, { names }) => names.filter((name) => !alarms?.some((alarm) => alarm.name === name));
/** `the alarm web-5xx is in ALARM since 2026-01-05 09:00:00 UTC: Threshold Crossed ... (https://...)`. */
function alarmInWords({ name, reason, since, link }) {
    const moment = since === undefined ? '' : ` since ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .momentText */ .Am)(since)}`;
    return `the alarm ${name} is in ALARM${moment}${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`}${link === undefined ? '' : ` (${link})`}`;
}


/***/ }),

/***/ 79943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ bakeLeft),
/* harmony export */   Eo: () => (/* binding */ goesOn),
/* harmony export */   oW: () => (/* binding */ END_BAKE)
/* harmony export */ });
/** The phase of a roll that has put everything back but its saved state, while what is new bakes at the end. */
const END_BAKE = 'baking';
/** The bake at a gate goes on from the look before, or begins with the answers of this one. */
const goesOn = (before, gate, { at, answeredAt = at }) => (before?.gate === gate ? before : { gate, since: answeredAt });
/** Seconds that a bake must still last; the whole of it where it has only begun. */
const bakeLeft = ({ fleet, state }, gate, seconds) => seconds - (state.baking?.gate === gate ? fleet.at - state.baking.since : 0);


/***/ }),

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   Hb: () => (/* binding */ awaitsLaunch),
/* harmony export */   Ik: () => (/* binding */ neededSurplus),
/* harmony export */   P3: () => (/* binding */ heaviestOf),
/* harmony export */   S2: () => (/* binding */ mostSurge),
/* harmony export */   TU: () => (/* binding */ overdue),
/* harmony export */   _7: () => (/* binding */ situationOf),
/* harmony export */   k7: () => (/* binding */ terminable),
/* harmony export */   qM: () => (/* binding */ surgeTarget),
/* harmony export */   rH: () => (/* binding */ isOnlyForZones),
/* harmony export */   tI: () => (/* binding */ surplus),
/* harmony export */   wb: () => (/* binding */ firstTarget)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(23241);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55160);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35658);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(93323);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7460);
/* harmony import */ var _readiness_history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65737);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77548);
/* harmony import */ var _max_leaving_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26843);
/* harmony import */ var _warm_pool_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75870);
/* harmony import */ var _surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50066);











/** A group with what there is to decide by. */
const situationOf = (fleet, known) => ({ fleet, ...known, capacity: (0,_capacity_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOfGroup */ .th)(fleet, known.policy) });
/** Ready capacity never falls below this by our doing. */
const floorOf = ({ sizes: { desired } }, policy) => Math.max(0, desired - Math.min(policy.maxUnavailable, shareUnavailable(desired, policy)));
/**
 * What a percentage comes to where others have lowered the desired capacity since the roll began. As in a Deployment of Kubernetes one
 * instance may be unavailable where nothing could be replaced otherwise.
 */
const shareUnavailable = (desired, { surge, unavailableShare: share }) => share === undefined ? Infinity : Math.max(surge === 0 ? share.unit : 0, Math.floor((desired * share.percent) / 100));
/**
 * The most that a surge may raise a desired capacity of this size: there is no more to replace, but that AWS launches no
 * part of an instance, of which the heaviest may weigh more. Nothing is to be replaced where nothing is desired.
 */
const mostSurge = (desired, heaviest) => desired === 0 ? 0 : Math.max(desired, heaviest);
/** The greatest weight among instances; 1 where there are none. */
const heaviestOf = ({ instances }) => instances.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 1);
/**
 * The desired capacity while `oldCapacity` is still to leave: the surge, but never more than there is to replace, so
 * that the last ones leave without a successor and launches equal replacements.
 */
const surgeTarget = ({ fleet, memo, policy }, oldCapacity) => 
// An operator may have raised MinSize meanwhile: AWS refuses every step below it.
Math.max((0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_9__/* .minWithoutRoll */ .sU)(fleet, memo), memo.sizes.desired +
    Math.min(steerableSurge({ fleet, memo, policy }), oldCapacity, mostSurge(memo.sizes.desired, heaviestOf(fleet))));
/**
 * The surge, or a little less where so few launches follow it that they could not make up for zones that AWS has chosen
 * unluckily: then so much that all zones get equally many. Nothing is gained where none follows, as with a surge of 100 %.
 */
function steerableSurge({ fleet: { zones = [] }, memo: { sizes }, policy: { surge } }) {
    const following = sizes.desired - surge;
    if (following <= 0 || following >= zones.length - 2)
        return surge;
    const even = surge - ((sizes.desired + surge) % zones.length);
    return even > 0 ? even : surge;
}
/** The desired capacity to which a roll raises before anything has left: by its surge, and no further than the next gate takes. */
const firstTarget = (situation) => Math.min(surgeTarget(situation, situation.capacity.outdatedCapacity), (0,_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredAtGate */ .j2)(situation));
/**
 * The old instances that may leave in one call, and whether desired capacity falls with them; undefined when none may.
 *
 * Two budgets, as in a Deployment of Kubernetes. Ready: a serving instance leaves only while more than the floor are
 * ready. Total: all that leave, broken ones too, are paid from capacity above the floor that is not still becoming
 * ready, so that a load balancer that calls all instances sick cannot empty the group.
 * Worked example: desired 6, surge 2, nothing unavailable. 6 old + 2 new, both new ready: ready 8, floor 6, two may
 * leave. One new not ready yet: total 8 - 6 - 1 = 1.
 */
const terminable = (situation) => leavingNow(situation).leaving;
/** Whether an instance would leave now, but that zones could end uneven: it must be seen first where AWS launches what is outstanding. */
const awaitsLaunch = (situation) => leavingNow(situation).awaitsLaunch;
const NONE_LEAVES = { leaving: undefined, awaitsLaunch: false };
function leavingNow(situation) {
    const { fleet, policy, memo, capacity } = situation;
    const floor = floorOf(memo, policy);
    if (policy.waitForAll && (capacity.unreadyCurrentCapacity > 0 || capacity.total < fleet.sizes.desired))
        return NONE_LEAVES;
    if ((0,_surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_8__/* .isSurplusAwaited */ .oD)(situation))
        return NONE_LEAVES;
    const takenByAws = (0,_surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_8__/* .aboveDesired */ .kD)(fleet);
    let total = capacity.total - takenByAws - capacity.unreadyCurrentCapacity - floor;
    let ready = capacity.readyCapacity - takenByAws - floor;
    let desired = fleet.sizes.desired;
    let old = capacity.outdatedCapacity;
    let decrement;
    let balances = false;
    const terminations = [];
    const mayBe = (instance) => mayBeNamed(instance, fleet, policy);
    const lightest = Math.min(...capacity.outdated.map(({ weight }) => weight));
    const room = (0,_max_leaving_js__WEBPACK_IMPORTED_MODULE_6__/* .roomToLeave */ .o)(situation);
    // Most looks let none leave: then no order is made of a thousand.
    if (room <= 0 || total < lightest)
        return NONE_LEAVES;
    const queue = (0,_termination_order_js__WEBPACK_IMPORTED_MODULE_10__/* .terminationOrder */ .l)({
        leaving: capacity.outdated.filter(mayBe),
        remaining: capacity.outdated.filter((instance) => !mayBe(instance)),
        staying: [...capacity.current, ...capacity.exempt],
        serving: provenOf(situation),
        zones: fleet.zones,
        // Where a launch has failed there may be none to wait for.
        outstanding: fleet.failedLaunches.length > 0 ? 0 : fleet.sizes.desired - capacity.total,
        lastToLeave: surgeTarget(situation, Infinity) - memo.sizes.desired,
        movable: canEvenZones(situation) ? capacity.current.filter((each) => isOfRoll(each, memo)) : [],
        desiredAtEnd: originalOf(situation),
    });
    const falling = (weight) => desired - weight >= surgeTarget(situation, old - weight);
    let launches = (0,_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .roomBeforeGate */ .qH)(situation);
    while (terminations.length < room && total >= lightest) {
        const isLast = falling(lightest);
        // Its successor boots while others leave; where all leave at once it would hold them.
        const early = isLast && !policy.waitForAll ? queue.nextToBalance() : undefined;
        const next = early ?? queue.next(!isLast);
        const toBalance = next === undefined && isLast ? queue.nextToBalance() : early;
        const instance = next ?? toBalance;
        if (instance === undefined)
            break;
        const { weight } = instance;
        const counted = capacity.ready.has(instance) ? weight : 0;
        // One that serves but is not warm yet is not counted, and is capacity all the same while too little is.
        if (weight > total || ((0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && counted > ready))
            continue;
        const falls = toBalance === undefined && falling(weight);
        // Each that leaves with a successor makes AWS launch one.
        if (!falls && launches <= 0)
            break;
        decrement ??= falls;
        // One call has one flag; the others follow after the next look.
        if (decrement !== falls)
            break;
        balances ||= toBalance !== undefined;
        terminations.push(instance);
        total -= weight;
        ready -= counted;
        old -= weight;
        if (falls)
            desired -= weight;
        else
            launches -= weight;
    }
    const leaving = decrement === undefined ? undefined : { terminations, decrement, desired, balances };
    return { leaving, awaitsLaunch: queue.awaitsLaunch() };
}
/**
 * Whether a launch more evens the zones, since AWS launches where the group has fewest: not out of a warm pool, and not by instances where
 * capacity is counted in weights. What a dark launch has released is not replaced by what is launched after it.
 */
const canEvenZones = ({ fleet, memo, policy }) => memo.dark !== true &&
    memo.released !== true &&
    policy.dark?.kind !== 'launch' &&
    !fleet.weighted &&
    fleet.failedLaunches.length === 0 &&
    !fleet.instances.some(_warm_pool_js__WEBPACK_IMPORTED_MODULE_7__/* .isWarmed */ .bx);
/**
 * The ready instances, but where new ones are probed none of the old that the roll has launched itself, from a source that was changed
 * once more: nothing tells that one of them has passed its probe, and what was there before the roll serves until it has left.
 */
function provenOf({ fleet, policy, capacity: { ready, outdated } }) {
    if (policy.probes !== true)
        return ready;
    const unproven = new Set(outdated.filter((each) => (0,_capacity_js__WEBPACK_IMPORTED_MODULE_2__/* .isLaunchedByRoll */ .DF)(each, fleet) && each.lastProbe?.passed !== true));
    return new Set([...ready].filter((instance) => !unproven.has(instance)));
}
/** An instance that is still on its way up is not named before its time is over: AWS may refuse while it is Pending. */
const mayBeNamed = (instance, fleet, policy) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_5__/* .phaseOf */ .hU)(instance) !== 'pending' || overdue(instance, fleet, policy);
/** Whether an instance has been without service for longer than it is given. */
const overdue = (instance, fleet, policy) => fleet.at - (instance.unreadySince ?? instance.firstSeenAt) > policy.instanceTimeoutSeconds;
/** Whether all that is wanted serves and is new, so that what is still launched beyond it only evens the zones. */
const isOnlyForZones = (situation) => situation.capacity.outdated.length === 0 &&
    situation.capacity.readyCapacity >= originalOf(situation) &&
    situation.fleet.sizes.desired > originalOf(situation);
/**
 * Capacity above the original, in the order in which it goes when a roll is undone: what does not serve, current
 * first, then the current ones, first those that a target group still starts slowly, from the zone that has most in all, so
 * that zones end evenly, and of these the newest.
 * Serving old instances are among them only where there are no others, as when the launch source was changed once more:
 * to leave the choice to AWS would take the oldest. Only whole instances that fit, and serving ones only while as many
 * serve as there were to be, less what a roll may miss.
 */
function surplus(situation) {
    const { capacity, memo, policy, fleet } = situation;
    let above = aboveOriginal(situation);
    const needed = policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation);
    const isFull = (instance) => !(0,_readiness_history_js__WEBPACK_IMPORTED_MODULE_4__/* .isStartingSlowly */ .B1)(instance, fleet);
    let spare = capacity.readyCapacity - needed;
    // What was seen to start slowly cannot stand in for one with its full share yet.
    let fullSpare = (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)([...capacity.ready].filter(isFull)) - needed;
    const terminations = [];
    const fullness = fullnessOfZones(fleet);
    for (const alike of inOrderOfUndoing(situation)) {
        const waiting = new Set(alike);
        while (waiting.size > 0 && terminations.length < _termination_order_js__WEBPACK_IMPORTED_MODULE_10__/* .MAX_TERMINATIONS_PER_CALL */ .i) {
            const instance = inFullestZone(waiting, fullness);
            const { weight, zone } = instance;
            waiting.delete(instance);
            const serving = capacity.ready.has(instance);
            if (weight > above || (serving && weight > spare))
                continue;
            // It is waited for: what was there before goes in the place of nothing.
            if (serving && isFull(instance) && weight > fullSpare)
                return terminations;
            // What is not known is not taken away, unless as many are known to serve as are needed.
            if ((0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .mayServeUnseen */ .dk)(instance) && capacity.readyCapacity < needed)
                continue;
            terminations.push(instance);
            fullness.set(zone, (fullness.get(zone) ?? 0) - weight);
            above -= weight;
            if (serving)
                spare -= weight;
            if (serving && isFull(instance))
                fullSpare -= weight;
        }
    }
    return terminations;
}
/** What counts in each zone; a zone that the group does not use any more is fuller than all others. */
function fullnessOfZones({ instances, zones }) {
    const fullness = new Map();
    for (const { zone, weight } of instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he))
        fullness.set(zone, zones?.includes(zone) === false ? Infinity : (fullness.get(zone) ?? 0) + weight);
    return fullness;
}
/** The first of those in the fullest zone. */
function inFullestZone(waiting, fullness) {
    const [first, ...others] = waiting;
    const of = ({ zone }) => fullness.get(zone) ?? 0;
    return others.reduce((best, each) => (of(each) > of(best) ? each : best), first);
}
/** One that would go if its service were not needed: until others serve, to lower the size would let AWS take it. */
const neededSurplus = (situation) => surplus(situation).length > 0
    ? undefined
    : inOrderOfUndoing(situation)
        .flat()
        .find(({ weight }) => weight <= aboveOriginal(situation));
// An operator may have raised MinSize meanwhile.
const originalOf = ({ fleet, memo }) => Math.max(memo.sizes.desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_9__/* .minWithoutRoll */ .sU)(fleet, memo));
const aboveOriginal = (situation) => Math.min(situation.capacity.total, situation.fleet.sizes.desired) - originalOf(situation);
/**
 * Instances of one kind together, the kind that goes first before the others. What the roll has launched goes before what was there,
 * also where its source is not the group's any more; what the policy leaves alone is not among them.
 */
function inOrderOfUndoing({ fleet, memo, policy, capacity, state: { named = [] }, }) {
    const { suspended } = fleet;
    const { ready } = capacity;
    // Once AWS may terminate again it takes what was named before: to name it again would lower the size twice for one instance.
    const isNew = ({ id }) => !suspended.includes('Terminate') || !named.includes(id);
    const current = capacity.current.filter(isNew);
    const outdated = capacity.outdated.filter(isNew);
    const mayServe = (instance) => ready.has(instance) || (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .mayServeUnseen */ .dk)(instance);
    const broken = (instances) => instances.filter((each) => !mayServe(each));
    const newest = (instances) => instances.filter(mayServe).toSorted((a, b) => bornAt(b) - bornAt(a));
    const isOwn = (instance) => isOfRoll(instance, memo);
    const isOlder = (instance) => !isOwn(instance);
    const own = current.filter((each) => isOwn(each) || !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_2__/* .isExempt */ .U4)(each, fleet, policy));
    const serving = (instances) => {
        // Also where the source was put back, so that what the roll has launched is the outdated.
        const starting = startingSlowly([...instances.current, ...instances.outdated], fleet);
        const isFull = (each) => !starting.has(each);
        return [newest([...starting]), newest(instances.current.filter(isFull)), newest(instances.outdated.filter(isFull))];
    };
    return [
        broken(own),
        broken(outdated),
        ...serving({ current: own.filter(isOwn), outdated: outdated.filter(isOwn) }),
        ...serving({ current: own.filter(isOlder), outdated: outdated.filter(isOlder) }),
    ];
}
/** So long after its launch an instance that serves has long been up, mostly. */
const BOOTED_SECONDS = 900;
/**
 * Those that target groups may still start slowly: while a roll is undone each that serves counts, but these have no full share of
 * the requests yet. Of what served at the first look nothing tells since when: what was launched well before the last of it has
 * its share sooner, and what was launched long ago has had it for long.
 */
function startingSlowly(instances, { at, slowStartSeconds = 0 }) {
    // What AWS has answered about after the moment of the look does not start slowly for that.
    if (slowStartSeconds === 0)
        return new Set();
    const starting = instances.filter(({ readySince = -Infinity }) => at - readySince < slowStartSeconds);
    const lastBorn = Math.max(...starting.map(bornAt));
    const isYoung = (each) => lastBorn - bornAt(each) < slowStartSeconds && at - bornAt(each) < slowStartSeconds + BOOTED_SECONDS;
    return new Set(starting.filter((each) => each.cameUp === true || isYoung(each)));
}
const bornAt = ({ launchedAt, firstSeenAt }) => launchedAt ?? firstSeenAt;
/** Whether the roll has launched an instance; one of which EC2 does not tell the launch yet by when it was first seen. */
const isOfRoll = (instance, { startedAt }) => bornAt(instance) >= startedAt;


/***/ }),

/***/ 35658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ isLaunchedByRoll),
/* harmony export */   IH: () => (/* binding */ isFromSource),
/* harmony export */   Op: () => (/* binding */ isReplacingRootVolume),
/* harmony export */   Oz: () => (/* binding */ isCurrent),
/* harmony export */   Th: () => (/* binding */ parameterImage),
/* harmony export */   U4: () => (/* binding */ isExempt),
/* harmony export */   lY: () => (/* binding */ isOutdated),
/* harmony export */   th: () => (/* binding */ capacityOfGroup)
/* harmony export */ });
/* unused harmony export isSameReference */
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26519);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77548);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12866);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7460);





/** Whether the group would launch this instance from the same source, and of the same type, today. */
const isCurrent = (instance, source) => isFromSource(instance, source) && (source.types?.includes(instance.type) ?? true);
/**
 * Whether an instance comes from what the group launches today, whatever its type. A missing source counts as another one: the
 * launch configuration was deleted, or the instance was attached.
 */
function isFromSource({ reference, type, imageId }, source) {
    if (reference === undefined)
        return false;
    const { images, references } = launchesOf(source, type);
    if (images.length > 0 && imageId !== undefined && !images.includes(imageId))
        return false;
    // A parameter that names another image by now changes what is launched, and no version does so.
    const now = images.length > 0 ? undefined : parameterImage(reference, source);
    if (now !== undefined && imageId !== undefined && imageId !== now)
        return false;
    return references.some((other) => isSameReference(reference, other));
}
const launchesByType = new WeakMap();
/** Reckoned once for a source and a type: a group has a thousand instances of it. */
function launchesOf(source, type) {
    const byType = launchesByType.get(source) ?? new Map();
    launchesByType.set(source, byType);
    const known = byType.get(type);
    if (known)
        return known;
    const forType = source.overrides.filter((override) => override.instanceType === type);
    const candidates = forType.length > 0 ? forType : source.overrides.filter(({ instanceType }) => instanceType === undefined);
    const launches = {
        references: [...candidates.map(({ reference }) => reference), ...(forType.length === 0 ? [source.base] : [])],
        images: forType.flatMap(({ imageId }) => imageId || []),
    };
    byType.set(type, launches);
    return launches;
}
/** The image that a parameter gives to what is launched from here now; undefined where none does, or it is not known. */
function parameterImage(reference, { parts = [] }) {
    const image = parts.find((part) => isSameReference(part.reference, reference))?.image;
    return image?.kind === 'parameter' ? image.id : undefined;
}
const isSameReference = (one, other) => one.kind === 'configuration'
    ? other.kind === 'configuration' && one.name === other.name
    : other.kind === 'template' && one.id === other.id && one.version === other.version;
/**
 * Whether an instance is to be replaced; with `force` so is whatever was launched before the roll began. While a roll is
 * taken back only what it has launched is: a run that goes on with that knows it by its launch.
 */
function isOutdated(instance, fleet, { force, forceUntil = Infinity, rollback }) {
    const current = isCurrent(instance, fleet.source);
    if (rollback !== undefined)
        return !current && isCurrent(instance, rollback.failed);
    if ((0,_taken_back_js__WEBPACK_IMPORTED_MODULE_4__/* .isBeingTakenBack */ .aS)(fleet))
        return !current && isLaunchedByRoll(instance, fleet);
    if (!current)
        return true;
    const replaceLaunchedUntil = fleet.memo === undefined && force ? forceUntil : fleet.memo?.replaceLaunchedUntil;
    if (replaceLaunchedUntil === undefined || instance.launchedAt === undefined)
        return false;
    return instance.launchedAt <= replaceLaunchedUntil;
}
/** Whether an instance was launched since the roll began that the group is in the middle of; the memo has that in whole seconds. */
const isLaunchedByRoll = ({ launchedAt }, { memo }) => memo !== undefined && launchedAt !== undefined && launchedAt >= memo.startedAt;
/**
 * An outdated instance that the policy leaves alone: it counts and serves, but it replaces none and is not replaced. What a
 * roll has launched itself goes when it is undone, though its group may protect all that it launches. What EC2 has ended has nothing
 * left to be protected: AWS replaces it as well, unless its health checks are suspended.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html
 */
function isExempt(instance, fleet, { protectedInstances, intent, rollback }) {
    if (!instance.protectedFromScaleIn || protectedInstances !== 'ignore' || hasEnded(instance))
        return false;
    const isUndone = intent === 'restore' || rollback !== undefined || (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_4__/* .isBeingTakenBack */ .aS)(fleet);
    return !(isUndone && isLaunchedByRoll(instance, fleet));
}
const hasEnded = ({ statusChecks }) => statusChecks?.state === 'terminated';
/** Whether something else has an instance in hand, of whatever version it will be then: it is left alone, and not waited for. */
const isReplacingRootVolume = (instance) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(instance) === 'replacing its root volume';
/**
 * Ready means serving, and a current instance must have been so for the warm-up: for an old one the beginning is
 * long ago, whenever we first looked, but where it was seen to come up, or was launched shortly before. As long as a target group starts it slowly it has no full
 * share of the requests. One that came into service since the roll began must have passed its probe as well. While a roll is undone
 * neither is waited for: every instance that serves is capacity.
 */
function capacityOfGroup(fleet, policy) {
    const kept = capacities.get(fleet);
    if (kept && isSameCriteria(kept.policy, policy))
        return kept.capacity;
    const capacity = reckon(fleet, policy);
    capacities.set(fleet, { policy, capacity });
    return capacity;
}
/** One look is counted several times: for the log, and for each decision on it. */
const capacities = new WeakMap();
const isSameCriteria = (one, other) => one.force === other.force &&
    one.forceUntil === other.forceUntil &&
    one.rollback === other.rollback &&
    one.intent === other.intent &&
    one.warmupSeconds === other.warmupSeconds &&
    one.protectedInstances === other.protectedInstances &&
    one.probes === other.probes;
/** Within so long of its launch an instance may have come into service a moment before a run has looked first. */
const START_SECONDS = 900;
function reckon(fleet, policy) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he);
    const notCurrent = new Set(counted.filter((instance) => isOutdated(instance, fleet, policy)));
    const outdated = [...notCurrent].filter((instance) => !isExempt(instance, fleet, policy) && !isReplacingRootVolume(instance));
    const current = counted.filter((instance) => !notCurrent.has(instance));
    const warmupSeconds = policy.intent === 'restore' ? 0 : Math.max(policy.warmupSeconds, fleet.slowStartSeconds ?? 0);
    const isWarm = ({ readySince }) => warmupSeconds === 0 || (readySince !== undefined && fleet.at - readySince >= warmupSeconds);
    const isLongSince = ({ cameUp, launchedAt = -Infinity, firstSeenAt }) => cameUp !== true && firstSeenAt - launchedAt >= warmupSeconds + START_SECONDS;
    const ready = new Set([
        ...[...notCurrent].filter((instance) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && (isLongSince(instance) || isWarm(instance))),
        ...current.filter((instance) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && !(0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitsProbe */ .wz)(instance, fleet, policy) && isWarm(instance)),
    ]);
    return {
        outdated,
        exempt: [...notCurrent].filter((instance) => isExempt(instance, fleet, policy)),
        current,
        ready,
        total: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(counted),
        outdatedCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(outdated),
        readyCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(ready),
        unreadyCurrentCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(current.filter((instance) => !ready.has(instance))),
    };
}


/***/ }),

/***/ 44336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ darkRefusal),
/* harmony export */   E_: () => (/* binding */ hasDarkHalf),
/* harmony export */   Ix: () => (/* binding */ isExcused),
/* harmony export */   J5: () => (/* binding */ darkMemo),
/* harmony export */   Li: () => (/* binding */ observeDark),
/* harmony export */   Wn: () => (/* binding */ releaseDarkInstances),
/* harmony export */   c5: () => (/* binding */ REGISTERING),
/* harmony export */   iY: () => (/* binding */ withRegistration),
/* harmony export */   li: () => (/* binding */ whyNotReleased),
/* harmony export */   ys: () => (/* binding */ registerRemaining)
/* harmony export */ });
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79943);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70476);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12866);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93323);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35208);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71582);
/**
 * The rules for a dark launch: new instances are launched while `AddToLoadBalancer` is suspended, so that they are up
 * and can be tried before any request reaches them. What is released is registered by the run, since AWS does not register later
 * what came meanwhile: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
 */








/** The process whose suspension keeps new instances in the dark. */
const REGISTERING = 'AddToLoadBalancer';
/** What a memo says of the dark when a run begins: the process that keeps new ones out is the run's where it was not suspended before. */
const darkMemo = ({ suspended }, { dark }) => dark?.kind === 'launch'
    ? { dark: true, released: undefined, suspends: suspended.includes(REGISTERING) ? [] : [REGISTERING] }
    : { suspends: [] };
/**
 * Whether the new instances wait in the dark to be released. Once they serve, a saved state may still say `dark`, for instances that are
 * to leave; the roll goes on to its gates all the same.
 */
const hasDarkHalf = ({ dark, released }) => dark === true && released !== true;
/** Why a run must not begin, or take over, what another has left; undefined where it may. */
function darkRefusal(memo, { dark }) {
    if (dark?.kind === 'release' && memo === undefined)
        return { kind: 'done', reason: 'nothing waits to be released here' };
    if (dark?.kind === 'release' && memo !== undefined && !memo.dark && !memo.released && !(0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_5__/* .isPastGate */ .ck)(memo))
        return {
            kind: 'refuse',
            reason: 'a run has left this group unfinished, but it has no dark instances and waits at no gate',
            remedy: 'Start the mode of that run again to go on, or `mode: restore` to put the group back.',
        };
    if (dark === undefined && memo !== undefined && hasDarkHalf(memo) && memo.heartbeatAt === 0)
        return {
            kind: 'refuse',
            reason: 'its new instances are dark and wait to be released',
            remedy: 'Release them with `mode: release`, or remove them with `mode: restore`.',
        };
    return undefined;
}
/**
 * Whether an instance is up as far as its group and EC2's status checks can tell: load balancers, which do not know it, are not
 * asked. One that they do know has no status checks.
 */
const isUp = ({ lifecycle, healthy, statusChecks }) => lifecycle === 'InService' && healthy && (statusChecks === undefined || statusChecks.state === 'ok');
/** Whether an instance was registered with a load balancer that still does not list it: AWS takes none that has ended. */
const isInVain = ({ id, balancers }, { registered = [] }) => registered.some(({ balancer, instances }) => instances.includes(id) && balancers.some((each) => each.balancer === balancer && each.state === 'unregistered'));
/** What a registration teaches, which this run has made at this moment. */
const withRegistration = (state, made, at) => ({
    ...state,
    registeredAt: at,
    registered: [...(state.registered ?? []), { balancer: made.balancer, instances: made.instances }],
});
const isUnregistered = ({ balancers }) => balancers.some(({ state }) => state === 'unregistered');
/**
 * From new instances that are up in the dark to ones that serve: probes and bake, then into the load balancers, then what keeps others
 * out is lifted. Nothing old leaves before that. A roll without conditions of its own that finds a dark half, and one
 * that is taken back, lets it out at once.
 */
function releaseDarkInstances(situation) {
    const { fleet, memo, capacity, policy } = situation;
    if (!hasDarkHalf(memo) || capacity.current.length === 0)
        return undefined;
    const takenBack = policy.rollback !== undefined;
    if (!takenBack && capacity.total < fleet.sizes.desired)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)('AWS is about to launch an instance, which stays dark');
    const [down, ...others] = capacity.current.filter((each) => !isUp(each));
    if (down)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)(`${down.id} is dark, not ready yet${andMore(others.length)}: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotReady */ .$R)(down)}`);
    return ((takenBack ? undefined : awaitRelease(situation)) ??
        registerNext(capacity.current) ??
        awaitService(situation) ??
        letOthersIn(situation));
}
function awaitRelease({ fleet, policy, state, memo, capacity }) {
    const [waiting, ...others] = capacity.current.filter((each) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitsProbe */ .wz)(each, fleet, policy));
    if (waiting)
        return ((0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeDue */ .jV)({ fleet, policy }, capacity.current, 'before any request reaches them') ??
            (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)(`${waiting.id} has not passed its probe${andMore(others.length)}: ${waiting.lastProbe?.reason}`));
    const { dark } = policy;
    if (dark?.kind !== 'launch')
        return undefined;
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_6__/* .bakeLeft */ .Bm)({ fleet, state }, 'dark', dark.bakeSeconds);
    if (left > 0)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)(`the dark instances are up and bake for ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .minutesText */ .BI)(left)} more`);
    if (!dark.byHand)
        return undefined;
    return {
        kind: 'save-state',
        memo: { ...memo, heartbeatAt: 0 },
        carriers: capacity.current.map(({ id }) => id),
        reason: 'the dark instances are up and wait to be released by hand',
    };
}
/** The first load balancer that does not know some of these instances gets them. */
function registerNext(instances) {
    const unknown = instances.flatMap(({ id, balancers }) => balancers.filter(({ state }) => state === 'unregistered').map(({ balancer }) => ({ balancer, id })));
    const [first] = unknown;
    if (first === undefined)
        return undefined;
    const { balancer } = first;
    const ids = unknown.filter((each) => each.balancer === balancer).map(({ id }) => id);
    return { kind: 'register', balancer, instances: ids.slice(0, _termination_order_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_TERMINATIONS_PER_CALL */ .i), reason: 'they are released' };
}
/**
 * Where load balancers cannot be asked: an instance that came since the roll began may be in the dark, and it does no harm to
 * register one that is not. So may one that is to stay: what came from a warm pool was launched before. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html
 */
function registerUnseen(instances, { memo, state, capacity: { current } }) {
    const isRegistered = (balancer, id) => state.registered?.some((made) => made.balancer === balancer && made.instances.includes(id)) === true;
    const isSince = ({ launchedAt = Infinity }) => launchedAt >= memo.startedAt;
    const earlier = current.filter((each) => instances.includes(each) && !isSince(each));
    for (const { id, balancers } of [...instances.filter(isSince), ...earlier]) {
        const unseen = balancers.find((each) => each.state === 'unknown' && !isRegistered(each.balancer, id));
        if (unseen === undefined)
            continue;
        const reason = 'it may be dark, and its load balancer does not answer';
        return { kind: 'register', balancer: unseen.balancer, instances: [id], reason };
    }
    return undefined;
}
function awaitService({ capacity }) {
    const [first, ...others] = capacity.current.filter((each) => !capacity.ready.has(each));
    return first && (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)(`${first.id} is not ready${andMore(others.length)}: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotReady */ .$R)(first)}`);
}
/**
 * Resumed first, written down after: a crash in between leaves a memo that still says what was suspended. As long as an
 * instance that is to leave is in the dark, the memo says so: should the roll halt, those that stay must serve.
 */
function letOthersIn(situation) {
    const { fleet, memo } = situation;
    if (isOursToResume(situation))
        return {
            kind: 'resume',
            processes: [REGISTERING],
            reason: 'the dark instances serve: AWS may register what it launches from now on',
        };
    const isLeft = fleet.instances.some((each) => each.lifecycle === 'InService' && isUnregistered(each));
    return {
        kind: 'save-state',
        memo: {
            ...memo,
            ...(isLeft ? {} : { dark: undefined }),
            released: true,
            suspends: withoutRegistering(memo),
        },
        reason: isLeft ? 'no instance that is to stay is dark any more' : 'no instance is dark any more',
    };
}
const withoutRegistering = ({ suspends }) => suspends.filter((process) => process !== REGISTERING);
const isHeld = ({ fleet: { suspended }, memo: { suspends } }) => suspends.includes(REGISTERING) && suspended.includes(REGISTERING);
const isOursToResume = (situation) => isHeld(situation) && situation.state.hasLetOthersIn !== true;
/**
 * When a dark launch is undone: what is beyond the original capacity is gone by now, and what came into the dark in the
 * place of an instance that was lost must serve. Resumed first, so that no instance that is on its way stays outside.
 */
function registerRemaining(situation) {
    const { memo, policy } = situation;
    // Where AWS lets us remove nothing, the surplus stays in the dark: it was never tried.
    if (!memo.dark || (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .surplus */ .tI)(situation).length > 0)
        return undefined;
    if (isHeld(situation) && !isOursToResume(situation))
        return {
            kind: 'save-state',
            memo: { ...memo, suspends: withoutRegistering(memo) },
            reason: `${REGISTERING} was suspended again from outside this run: it stays so`,
        };
    const action = nextLight(situation);
    return action && policy.refused?.some((kind) => kind === action.kind) ? undefined : action;
}
function nextLight(situation) {
    const { fleet, state } = situation;
    if (isOursToResume(situation))
        return { kind: 'resume', processes: [REGISTERING], reason: 'only what this roll suspended' };
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_4__/* .isCounted */ .he);
    // One that EC2 has taken away cannot serve, and it may never be replaced.
    const staying = counted.filter((each) => each.lifecycle === 'InService' && !isInVain(each, state));
    const next = registerNext(staying) ?? registerUnseen(staying, situation);
    if (next)
        return next;
    // One that its group calls unhealthy never comes into service, and where replacing is suspended it stays all the same.
    const coming = counted.find((each) => each.lifecycle !== 'InService' && each.healthy);
    return coming && (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .waitBecause */ .CS)(`${coming.id} is on its way, and may be dark`);
}
/**
 * Whether a new instance that does not serve has nothing to make up for: it is dark, up, and has passed what it must; or
 * it was registered a moment ago, and its load balancers have as long as any instance is given.
 */
function isExcused({ fleet, memo, policy, state }, instance) {
    if (!hasDarkHalf(memo) || !isUp(instance))
        return false;
    if (isInVain(instance, state))
        return false;
    if (isUnregistered(instance))
        return !(0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitsProbe */ .wz)(instance, fleet, policy);
    const since = state.registeredAt;
    return since !== undefined && fleet.at - since <= policy.instanceTimeoutSeconds;
}
/** What a dark instance that is up still lacks, where it is its probe. */
function whyNotReleased({ memo }, instance) {
    const { lastProbe } = instance;
    if (!hasDarkHalf(memo) || !isUp(instance) || lastProbe === undefined || lastProbe.passed)
        return undefined;
    return `its probe has not passed, ${lastProbe.reason}`;
}
/**
 * What an observation adds: since when all new instances in the dark are up. One that falls, or is replaced, begins the bake anew, and so does one
 * that is still to come: out of a warm pool it may be in service at once.
 */
const observeDark = ({ fleet, state, capacity: { current, total } }) => current.length > 0 && total >= fleet.sizes.desired && current.every(isUp)
    ? (0,_bake_js__WEBPACK_IMPORTED_MODULE_6__/* .goesOn */ .Eo)(state.baking, 'dark', fleet)
    : undefined;
const andMore = (more) => (more > 0 ? ` (and ${more} more)` : '');


/***/ }),

/***/ 25315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ti: () => (/* binding */ askedAnewFor),
  ok: () => (/* binding */ doAllServe),
  Pi: () => (/* binding */ isYoung),
  Zv: () => (/* binding */ mayBeKept),
  LB: () => (/* binding */ mayKeepHealth),
  Pr: () => (/* binding */ staleFor)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
;// CONCATENATED MODULE: ./build/src/domain/rollout/reads.js
/** Every part of a look; what is not declared here is not read. */
const fleetReads = {
    group: {
        neededBy: 'every decision',
        actions: ['autoscaling:DescribeAutoScalingGroups'],
    },
    launchSource: {
        neededBy: ['capacity', 'previous-source', 'rules', 'start'],
        actions: [
            'autoscaling:DescribeLaunchConfigurations',
            'ec2:DescribeLaunchTemplateVersions',
            'ec2:DescribeLaunchTemplates',
            'ssm:GetParameters',
        ],
        keptSeconds: 900,
        youngSeconds: 30,
        freshFor: ['save-state', 'resize', 'terminate', 'terminate-warm'],
    },
    /** Kept while the same instances are in service and all of them serve: freshness.ts. */
    targetHealth: {
        keptSeconds: 900,
        freshFor: ['save-state', 'terminate', 'register'],
        neededBy: ['dark-launch', 'readiness', 'run-state', 'served-zones', 'suspensions'],
        actions: ['elasticloadbalancing:DescribeInstanceHealth', 'elasticloadbalancing:DescribeTargetHealth'],
    },
    /** Only of instances for which no load balancer speaks; kept like the health of targets. */
    statusChecks: {
        keptSeconds: 900,
        freshFor: ['save-state', 'terminate', 'register'],
        neededBy: ['dark-launch', 'readiness', 'run-state'],
        actions: ['ec2:DescribeInstanceStatus'],
    },
    /** Of each target group once in a run; of many groups only once a run has begun with one: nothing leaves before. */
    slowStart: {
        freshFor: ['terminate'],
        neededBy: ['capacity'],
        actions: ['elasticloadbalancing:DescribeTargetGroupAttributes'],
    },
    ec2Instances: {
        neededBy: [
            'acquire-lease',
            'boot-estimate',
            'boot-record',
            'budget',
            'capacity',
            'dark-launch',
            'policy-growth',
            'previous-source',
            'probe',
            'start',
            'termination-order',
        ],
        actions: ['ec2:DescribeInstances'],
    },
    /** Only of a group that has a pool. */
    warmPool: {
        neededBy: ['start', 'warm-pool'],
        actions: ['autoscaling:DescribeWarmPool'],
    },
    /** Only of a group whose size may be that of a lost run. */
    desiredChanges: {
        neededBy: ['stale-state'],
        actions: ['autoscaling:DescribeScalingActivities'],
    },
    /** Only of a group that lacks capacity. */
    failedLaunches: {
        neededBy: ['budget', 'failures', 'launch-stall'],
        actions: ['autoscaling:DescribeScalingActivities'],
    },
    /** Before a run, and of a group whose scheduled actions a run has suspended. */
    scheduledActions: {
        keptSeconds: 240,
        youngSeconds: 60,
        neededBy: ['scheduled-actions'],
        actions: ['autoscaling:DescribeScheduledActions'],
    },
    /** Before a run, once of each group. */
    scalingPolicies: {
        neededBy: ['follow'],
        actions: ['autoscaling:DescribePolicies'],
    },
};
/**
 * The part of a look that fills each field of the model; a field without one does not compile. Of the instances, those of
 * a warm pool come with `warmPool`. `history` is what the looks of this process have seen before, and the time; `watched` what is read
 * beside the look because the user has named it.
 */
const filledBy = {
    group: 'group',
    groupId: 'group',
    at: 'history',
    answeredAt: 'history',
    sizes: 'group',
    defaultWarmupSeconds: 'group',
    zones: 'group',
    slowStartSeconds: 'slowStart',
    suspended: 'group',
    suspensionReasons: 'group',
    unreadableTags: 'group',
    weighted: 'group',
    reusesInstances: 'group',
    source: 'launchSource',
    instances: 'group',
    memo: 'group',
    orphanedLease: 'group',
    carriedMemo: 'ec2Instances',
    carriesMemo: 'ec2Instances',
    failedLaunches: 'failedLaunches',
    desiredChanges: 'desiredChanges',
    dueActions: 'scheduledActions',
    scalingPolicies: 'scalingPolicies',
    alarms: 'watched',
    unknown: 'history',
    kept: 'history',
    id: 'group',
    zone: 'group',
    type: 'group',
    weight: 'group',
    lifecycle: 'group',
    healthy: 'group',
    protectedFromScaleIn: 'group',
    reference: 'group',
    imageId: 'ec2Instances',
    launchedAt: 'ec2Instances',
    firstSeenAt: 'history',
    readySince: 'history',
    unreadySince: 'history',
    cameUp: 'history',
    lastProbe: 'history',
    balancers: 'targetHealth',
    statusChecks: 'statusChecks',
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/freshness.js


const readOf = (part) => fleetReads[part];
/** The parts that this look has kept from an earlier one, or put off, and that must be asked for before such a change is made. */
const staleFor = (kind, { kept = [] }) => kept.filter((part) => readOf(part).freshFor?.includes(kind));
/** What the next look must ask for anew before such a change is made, where this one has kept what the change needs. */
function askedAnewFor(kind) {
    if (readOf('slowStart').freshFor?.includes(kind) === true)
        return 'every part';
    return readOf('targetHealth').freshFor?.includes(kind) === true ? 'the health' : 'the launch source';
}
/** Whether an answer of this part may be kept for a decision that only waits. */
const mayBeKept = (part, { from, now }) => now - from < (readOf(part).keptSeconds ?? 0);
/** Whether an answer of this part is as good as one of the look itself. */
const isYoung = (part, { from, now }) => now - from <= (readOf(part).youngSeconds ?? 0);
/**
 * Whether what was told of a group's health may be kept at a look that shows these members: none has come since, and none is
 * waited for. An instance that falls sick meanwhile is noticed where it matters: before anything leaves.
 */
const mayKeepHealth = (told, { now, members, attachments, }) => told !== undefined &&
    told.allServe &&
    told.attachments === attachments &&
    mayBeKept('targetHealth', { from: told.at, now }) &&
    areAllIn(told.members, members);
function areAllIn(told, members) {
    for (const [id, health] of members)
        if (told.get(id) !== health)
            return false;
    return true;
}
/** Whether every instance in service serves. */
const doAllServe = (instances) => instances.every((instance) => instance.lifecycle !== 'InService' || (0,readiness/* isServing */.PA)(instance));


/***/ }),

/***/ 70476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ GATED),
/* harmony export */   Gd: () => (/* binding */ gateRefusal),
/* harmony export */   IR: () => (/* binding */ passedOf),
/* harmony export */   Ls: () => (/* binding */ withGatesPassed),
/* harmony export */   Pj: () => (/* binding */ releasedFromGate),
/* harmony export */   ck: () => (/* binding */ isPastGate),
/* harmony export */   m3: () => (/* binding */ isGated),
/* harmony export */   mV: () => (/* binding */ gateInputsOf)
/* harmony export */ });
/** The phase of a run that has ended on purpose at a gate, for a release to go on from. */
const GATED = 'gated';
/** How many gates have let the roll pass. */
const passedOf = ({ progress }) => progress?.gatesPassed ?? 0;
/** Whether a run has ended on purpose at a gate, which no release has passed yet. */
const isGated = ({ progress }) => progress?.phase === GATED;
/** The memo once a gate has let the roll pass. */
const withGatesPassed = (memo, passed) => ({
    ...memo,
    progress: {
        ...memo.progress,
        gatesPassed: passed,
        phase: undefined,
        checkpoints: undefined,
        alarms: undefined,
        needs: undefined,
    },
});
/**
 * The memo that a release goes on with. The gate at which the run before it has ended lets the roll pass; one that another run has had
 * in hand since, to put the group back perhaps, is come to once more.
 */
function releasedFromGate(memo, { heartbeatAt }) {
    if (!isGated(memo))
        return memo;
    return withGatesPassed(memo, passedOf(memo) + (heartbeatAt === 0 ? 1 : 0));
}
/** Whether a release may go on with this roll: it has come to a gate. */
const isPastGate = ({ progress }) => progress?.gatesPassed !== undefined;
/** Why a run must not begin where another has ended at a gate; undefined where it may. */
function gateRefusal(memo, policy) {
    const { gates, dark, takesBack } = policy;
    if (memo === undefined || !isGated(memo))
        return undefined;
    if (dark?.kind === 'release') {
        const { checkpoints = 1, alarms = 0, needs = [] } = memo.progress ?? {};
        const given = gates?.checkpoints.length ?? 0;
        const watching = gates?.alarms?.names.length ?? 0;
        const own = gateInputsOf(policy);
        const missing = needs.filter((name) => !own.includes(name)).map((name) => `no \`${name}\``);
        if (given === checkpoints && watching >= alarms && missing.length === 0)
            return undefined;
        const has = [`${given} in \`checkpoints\``, `${watching} in \`alarms\``, ...missing];
        return {
            kind: 'refuse',
            reason: `its roll waits at checkpoint ${passedOf(memo) + 1} of ${checkpoints}, watched by ${alarms === 1 ? '1 alarm' : `${alarms} alarms`}, and this release has ${listed(has)}`,
            remedy: 'Give the release the gates of the run that waits: `checkpoints`, `bake`, `alarms`, `probe` and the others.',
        };
    }
    if (gates !== undefined || takesBack === true)
        return undefined;
    return {
        kind: 'refuse',
        reason: 'its new instances wait at a gate to be passed by hand',
        remedy: 'Go on with `mode: release`, or take them back with `mode: restore` or `mode: rollback`.',
    };
}
/** The inputs that a gate needs besides checkpoints and alarms, which are counted: those that the user has given. */
const gateInputsOf = ({ gates, probes }) => [
    ...((gates?.bakeSeconds ?? 0) > 0 ? ['bake'] : []),
    ...((gates?.bakeAtEndSeconds ?? 0) > 0 ? ['bake-at-end'] : []),
    ...(probes ? ['probe'] : []),
];
/** `1 in a, 2 in b and no c`. */
const listed = (parts) => `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;


/***/ }),

/***/ 55160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ isBakingAtEnd),
/* harmony export */   Cl: () => (/* binding */ bakeAtEnd),
/* harmony export */   QK: () => (/* binding */ nextCheckpoint),
/* harmony export */   az: () => (/* binding */ leaveAtGate),
/* harmony export */   j2: () => (/* binding */ desiredAtGate),
/* harmony export */   kU: () => (/* binding */ withGatesOf),
/* harmony export */   qH: () => (/* binding */ roomBeforeGate),
/* harmony export */   u2: () => (/* binding */ observeGate),
/* harmony export */   we: () => (/* binding */ holdAtGate)
/* harmony export */ });
/* harmony import */ var _alarms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37904);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79943);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35658);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71582);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70476);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7460);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26519);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94178);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35208);









/**
 * The checkpoint that is ahead; undefined where none is. While a roll is taken back there is none. Of a group that others have made
 * smaller since it takes no more than there will be.
 */
function nextCheckpoint({ memo, policy, capacity: { exempt }, }) {
    const index = (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .passedOf */ .IR)(memo);
    const { gates } = policy;
    const asked = (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_7__/* .isTakingBack */ .KP)(memo, policy) ? undefined : gates?.checkpoints[index];
    if (gates === undefined || asked === undefined)
        return undefined;
    const most = Math.max(0, memo.sizes.desired - (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOf */ .A$)(exempt));
    return { index, capacity: Math.min(asked, most), bakeSeconds: gates.bakeSeconds };
}
/** The bake at the end; undefined where none is asked for, or a checkpoint is still ahead. */
function endGate(situation) {
    const { memo, policy } = situation;
    const { gates } = policy;
    if (gates === undefined || (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_7__/* .isTakingBack */ .KP)(memo, policy) || nextCheckpoint(situation) !== undefined)
        return undefined;
    return { index: gates.checkpoints.length, capacity: undefined, bakeSeconds: gates.bakeAtEndSeconds };
}
/** The new capacity that is there, or on its way: what AWS is about to launch is new as well. */
const launchedOf = ({ sizes }, { current, total }) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOf */ .A$)(current) + Math.max(0, sizes.desired - total);
/** The desired capacity that fills what the next gate takes; Infinity where none is ahead. */
function desiredAtGate(situation) {
    const gate = nextCheckpoint(situation);
    const { fleet, capacity } = situation;
    return gate === undefined ? Infinity : fleet.sizes.desired + gate.capacity - launchedOf(fleet, capacity);
}
/** How much more may be launched before the next gate has let the roll pass; less than one instance may be exceeded. */
const roomBeforeGate = (situation) => Math.max(0, desiredAtGate(situation) - situation.fleet.sizes.desired);
const readyCurrent = ({ current, ready }) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOf */ .A$)(current.filter((instance) => ready.has(instance)));
/** The gate that the roll stands at: what it takes of new capacity serves. Undefined where it stands at none. */
function gateReached(situation) {
    const { fleet, memo, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (checkpoint !== undefined)
        return readyCurrent(capacity) >= checkpoint.capacity ? checkpoint : undefined;
    const gate = endGate(situation);
    if (gate === undefined || capacity.outdated.length > 0)
        return undefined;
    const isThrough = capacity.unreadyCurrentCapacity === 0 && ['resume', 'clear-state'].includes((0,_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreStep */ .T2)(fleet, memo).kind);
    return isThrough || isGrowing(situation, gate) ? gate : undefined;
}
/**
 * Whether the bake at the end is under way, and nothing else is not ready than what AWS has launched since, as where the group
 * grows with its load: it is waited for, but says nothing against what bakes.
 */
function isGrowing({ state: { baking }, capacity }, { index }) {
    if (baking?.gate !== index)
        return false;
    const unready = capacity.current.filter((instance) => !capacity.ready.has(instance));
    return unready.every(({ firstSeenAt }) => firstSeenAt >= baking.since);
}
/** What an observation adds: since when the roll has stood at its gate. A fall of what is new, or of an alarm, begins its bake anew. */
function observeGate(before, situation) {
    const { fleet, state } = situation;
    const gate = gateReached(situation);
    if (gate === undefined || hasFallen(before, situation) || !(0,_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .areAlarmsSteady */ .nd)(before, situation))
        return undefined;
    return (0,_bake_js__WEBPACK_IMPORTED_MODULE_8__/* .goesOn */ .Eo)(state.baking, gate.index, fleet);
}
/**
 * Whether a new instance that served does not any more: it is sick, or it has left though its group lacks capacity. One that
 * scaling takes away where there is enough says nothing against its version.
 */
function hasFallen({ instances }, { fleet, policy, capacity }) {
    const present = new Map(fleet.instances.map((instance) => [instance.id, instance]));
    const isLacking = capacity.total < fleet.sizes.desired;
    return instances.some((before) => {
        if (before.readySince === undefined || !(0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounted */ .he)(before) || (0,_capacity_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutdated */ .lY)(before, fleet, policy))
            return false;
        const now = present.get(before.id);
        return now !== undefined && (0,_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounted */ .he)(now) ? !(0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(now) : isLacking;
    });
}
/** Holds the roll at a checkpoint: nothing old leaves there, and nothing more is launched, until it lets the roll pass. */
function holdAtGate(situation) {
    const { memo, policy, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (checkpoint === undefined || roomBeforeGate(situation) > 0)
        return undefined;
    const name = gateName(checkpoint, policy);
    if (gateReached(situation) === undefined) {
        const coming = capacity.current.find((each) => !capacity.ready.has(each));
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(coming === undefined
            ? `AWS is about to launch, up to ${name}`
            : `${coming.id} is not ready, and ${name} waits for it: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNotReady */ .$R)(coming)}`);
    }
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_8__/* .bakeLeft */ .Bm)(situation, checkpoint.index, checkpoint.bakeSeconds);
    if (left > 0)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`${name} is reached${beyond(situation, checkpoint)}, and bakes for ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .minutesText */ .BI)(left)} more`);
    const unsure = (0,_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .askAtEndOfBake */ .Ud)(situation, name);
    if (unsure)
        return unsure;
    if (policy.gates?.promote === 'by-hand')
        return leaveAtGate(situation);
    return {
        kind: 'save-state',
        memo: (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .withGatesPassed */ .Ls)(memo, checkpoint.index + 1),
        reason: `${name} has let the roll pass`,
    };
}
/** What AWS has launched beyond a checkpoint by itself, in the place of instances that were lost: it is new as well, and counts. */
function beyond({ fleet, capacity }, checkpoint) {
    const launched = launchedOf(fleet, capacity);
    // The last instance that is launched up to a checkpoint may weigh more than it takes.
    return launched - checkpoint.capacity < Math.max(1, ...capacity.current.map(({ weight }) => weight))
        ? ''
        : ` by ${launched} where it takes ${checkpoint.capacity}, since what AWS launches by itself counts`;
}
/**
 * Ends the run at the checkpoint that it stands at, so that a release goes on from it; undefined where it stands at none. Its
 * new instances carry the saved state as well, for where the tags of the group are removed.
 */
function leaveAtGate(situation) {
    const { memo, policy, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (policy.gates?.promote !== 'by-hand' || checkpoint === undefined || gateReached(situation) === undefined)
        return undefined;
    return {
        kind: 'save-state',
        memo: {
            ...memo,
            heartbeatAt: 0,
            progress: {
                ...memo.progress,
                gatesPassed: checkpoint.index,
                phase: _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .GATED */ .CN,
                checkpoints: policy.gates.checkpoints.length,
                alarms: policy.gates.alarms?.names.length,
                // None is as good as absent: so it is read again.
                needs: (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputsOf */ .mV)(policy).length > 0 ? (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputsOf */ .mV)(policy) : undefined,
            },
        },
        carriers: capacity.current.map(({ id }) => id),
        reason: `${gateName(checkpoint, policy)} waits to be passed by hand`,
    };
}
/** Before the run forgets the group: what is new serves for a while, with everything put back but the saved state. */
function bakeAtEnd(situation) {
    const { fleet, memo } = situation;
    const gate = endGate(situation);
    if (gate === undefined || (0,_restore_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreStep */ .T2)(fleet, memo).kind !== 'clear-state')
        return undefined;
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_8__/* .bakeLeft */ .Bm)(situation, gate.index, gate.bakeSeconds);
    if (left <= 0)
        return (0,_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .askAtEndOfBake */ .Ud)(situation, 'the end');
    if (memo.progress?.phase !== _bake_js__WEBPACK_IMPORTED_MODULE_8__/* .END_BAKE */ .oW)
        return {
            kind: 'save-state',
            memo: { ...memo, progress: { ...memo.progress, phase: _bake_js__WEBPACK_IMPORTED_MODULE_8__/* .END_BAKE */ .oW } },
            reason: 'everything is back as it was; the new instances bake once more',
        };
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`all instances are new, and bake for ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .minutesText */ .BI)(left)} more`);
}
/** Whether the processes of the memo run again on purpose, while the new instances bake at the end. */
const isBakingAtEnd = ({ memo: { progress }, policy: { rollback }, capacity }) => progress?.phase === _bake_js__WEBPACK_IMPORTED_MODULE_8__/* .END_BAKE */ .oW && rollback === undefined && capacity.outdated.length === 0;
/**
 * The memo of a roll that another run goes on with. To another launch source its gates begin anew: what has passed them was not
 * launched from it.
 */
function withGatesOf(memo, source) {
    if (memo.progress === undefined)
        return memo;
    const { progress } = (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .isGated */ .m3)(memo) ? (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .withGatesPassed */ .Ls)(memo, (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .passedOf */ .IR)(memo)) : memo;
    return memo.source === source
        ? { ...memo, progress }
        : { ...memo, progress: { ...progress, gatesPassed: undefined, phase: undefined } };
}
/** A gate as a person finds it: `checkpoint 1 of 2`. */
const gateName = ({ index }, { gates }) => `checkpoint ${index + 1} of ${gates?.checkpoints.length ?? index + 1}`;


/***/ }),

/***/ 26843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whyNoneLeaves),
/* harmony export */   o: () => (/* binding */ roomToLeave)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77548);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93323);


const leavingNow = ({ instances }) => instances.filter((each) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(each) === 'leaving').length;
/**
 * How many instances one call may make leave. Those that leave already count, as long as they are listed: a termination hook
 * that drains them may take long. A run that only puts back keeps to what the run before it was told.
 */
function roomToLeave({ fleet, policy, memo }) {
    const limit = policy.maxLeaving ?? memo.maxLeaving ?? Infinity;
    return Math.min(_termination_order_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TERMINATIONS_PER_CALL */ .i, Math.max(0, limit - leavingNow(fleet)));
}
/** What is waited for where no more may leave. */
const whyNoneLeaves = (fleet) => `${leavingNow(fleet)} terminating, as many as \`max-leaving\` lets leave at once`;


/***/ }),

/***/ 38352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ memoFault),
/* harmony export */   Vo: () => (/* binding */ sizesWith),
/* harmony export */   cM: () => (/* binding */ withWish)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);
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
    surge: Math.max(surgeFromWish(memo, sizes, { heaviest: (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .heaviestOf */ .P3)(fleet), asked: policy.surge }), heldSurge(fleet, memo, sizes)),
});
/**
 * The least surge by which the sizes that a run holds while policies stay alive are known as its own, counted from other ones. Where they
 * rest it is no more than what the surge from the wish comes to.
 */
function heldSurge(fleet, memo, sizes) {
    const raised = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .maxIsOurs */ .w)(fleet, memo) ? fleet.sizes.max - sizes.max : 0;
    const held = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_3__/* .minIsOurs */ .Kw)(fleet, memo) ? fleet.sizes.min - sizes.desired : 0;
    return Math.max(raised, held);
}
/**
 * What no roll can have saved, in a sentence; undefined where a roll can have saved all of it. `heaviest` is the greatest
 * weight among the instances of the group. A surge that was counted from a higher wish stays as high when the wish falls.
 */
function memoFault({ sizes, suspends, surge, maxLeaving, scheduledUntil, follows, }, heaviest) {
    const { min, desired, max } = sizes;
    if (![min, desired, max, surge].every(Number.isSafeInteger))
        return 'Its sizes are not all whole numbers.';
    if (min > desired || desired > max)
        return `It says min ${min}, desired ${desired}, max ${max}, which AWS never allows.`;
    // Where policies stay alive, what was raised for a lower wish stays raised with a higher one.
    const reach = mostReach({ max, scheduledUntil }, heaviest) * (follows === true ? 2 : 1);
    if (desired + surge > reach)
        return `It says that the desired capacity was raised from ${desired} by up to ${surge}, which no roll of a group of at most ${max} does.`;
    if (maxLeaving !== undefined && maxLeaving < 1)
        return 'It says that no instance may leave, which no roll does.';
    const foreign = suspends.filter((process) => !SUSPENDABLE.includes(process));
    if (foreign.length > 0)
        return `It says that a run suspended ${foreign.join(', ')}, which no run does.`;
    return undefined;
}


/***/ }),

/***/ 12866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ probeServing),
/* harmony export */   fF: () => (/* binding */ probeKept),
/* harmony export */   gY: () => (/* binding */ PROBE_PAUSE_SECONDS),
/* harmony export */   jV: () => (/* binding */ probeDue),
/* harmony export */   mJ: () => (/* binding */ withProbes),
/* harmony export */   wz: () => (/* binding */ awaitsProbe)
/* harmony export */ });
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26519);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77548);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/** Probes: how a new instance is tried before it counts as ready, and when. Pure. */




/** Seconds between two probes of an instance that has not passed. */
const PROBE_PAUSE_SECONDS = 10;
/**
 * Whether an instance has yet to pass its probe before it counts as ready: it was not in service when the roll began, and this run has
 * not seen it pass. One that comes running out of a warm pool was launched long before. A run that goes on with the roll of another
 * does not know what was there when it began, and asks all; one that puts back, or takes back, asks nothing.
 */
const awaitsProbe = ({ launchedAt = Infinity, firstSeenAt, lastProbe }, { memo }, { probes, intent, rollback }) => probes === true &&
    intent === 'roll' &&
    memo !== undefined &&
    !(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_3__/* .isTakingBack */ .KP)(memo, { rollback }) &&
    // The memo has the moment in whole seconds.
    (launchedAt >= memo.startedAt || firstSeenAt > memo.startedAt + 1) &&
    lastProbe?.passed !== true;
/** Probes those of these instances that have yet to pass, each after a pause; undefined where none is due. */
function probeDue({ fleet, policy }, instances, reason) {
    const due = instances.filter((each) => awaitsProbe(each, fleet, policy) && fleet.at - (each.lastProbe?.at ?? -Infinity) >= PROBE_PAUSE_SECONDS);
    return due.length === 0 ? undefined : { kind: 'probe', instances: due.map(({ id }) => id), reason };
}
/** Probes new instances that serve: until they have passed they replace none. */
const probeServing = (situation) => probeDue(situation, situation.capacity.current.filter((each) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .isServing */ .PA)(each)), 'before they count as ready');
/** The instances of a group with what became of their last probe. */
function withProbes(fleet, probes) {
    const outcomes = new Map(probes.map((each) => [each.id, each]));
    return {
        ...fleet,
        instances: fleet.instances.map((instance) => {
            const lastProbe = outcomes.get(instance.id);
            return lastProbe === undefined ? instance : { ...instance, lastProbe };
        }),
    };
}
/** The last probe of an instance as a later look may keep it: one that has left service since is tried once more. */
const probeKept = (before, now) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(now) && (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(now) !== 'replacing its root volume' ? before?.lastProbe : undefined;


/***/ }),

/***/ 23241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ highestMin),
/* harmony export */   F_: () => (/* binding */ hasLetRun),
/* harmony export */   Kw: () => (/* binding */ minIsOurs),
/* harmony export */   Qe: () => (/* binding */ isBroughtDown),
/* harmony export */   S6: () => (/* binding */ mostWished),
/* harmony export */   hV: () => (/* binding */ highestDesired),
/* harmony export */   sU: () => (/* binding */ minWithoutRoll),
/* harmony export */   w: () => (/* binding */ maxIsOurs),
/* harmony export */   xj: () => (/* binding */ isAllBack)
/* harmony export */ });
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79943);
/** Which sizes of a group a run may have raised, by its saved state. Pure. */

/** Whether `MinSize` is where a run that keeps policies alive would have raised it. */
const minIsOurs = ({ sizes, suspended }, memo) => memo.follows === true &&
    sizes.min > memo.sizes.min &&
    sizes.min <= highestMin(memo) &&
    !isAllBack({ suspended }, memo);
/** The most that a run may raise the minimum to: a higher one would not be known as the run's, and stay. */
const highestMin = ({ sizes, surge }) => sizes.desired + surge;
/** Whether all that a memo suspends runs again. */
const hasLetRun = ({ suspended }, { suspends }) => suspends.length > 0 && !suspends.some((process) => suspended.includes(process));
/** Whether a run has put the sizes back and let its processes run again before the bake at its end: what stands now was set since. */
const isAllBack = ({ suspended = [] }, { suspends = [], progress }) => progress?.phase === _bake_js__WEBPACK_IMPORTED_MODULE_0__/* .END_BAKE */ .oW && hasLetRun({ suspended }, { suspends });
/** The minimum as it is without the roll. */
const minWithoutRoll = (fleet, memo) => minIsOurs(fleet, memo) ? memo.sizes.min : fleet.sizes.min;
/** Whether AWS has brought a desired capacity that was left down to a maximum that is lowered: that is no wish. */
const isBroughtDown = ({ desired, max }, left) => desired === max && max < left;
/** Whether `MaxSize` is where a surge of the memo's run would have raised it. */
const maxIsOurs = ({ sizes, suspended }, memo) => sizes.max > memo.sizes.max &&
    sizes.max <= Math.max(memo.sizes.max, highestDesired(memo)) &&
    // Under a minimum that others have set it is put back no further.
    (sizes.max === sizes.min || !isAllBack({ suspended }, memo));
/** The most that a run may raise the desired capacity to: what policies may ask for at most, and the surge beyond that. */
const highestDesired = ({ follows, sizes, surge }) => (follows === true ? sizes.max : sizes.desired) + surge;
/** The most that can be wished: where policies stay alive, the rest of a maximum that the run has raised is the room of the roll. */
const mostWished = (fleet, memo) => 
// A run that was lost may have put the maximum back already: what was asked for before was within its room as well.
memo.follows === true && (fleet.sizes.max === memo.sizes.max || maxIsOurs(fleet, memo)) ? memo.sizes.max : Infinity;


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
/**
 * Whether target groups still give an instance that was seen to come up no full share of the requests. Without a slow start none
 * does, nor one that AWS has answered about after the moment of the look.
 */
const isStartingSlowly = ({ readySince, cameUp }, { at, slowStartSeconds = 0 }) => slowStartSeconds > 0 && cameUp === true && readySince !== undefined && at - readySince < slowStartSeconds;


/***/ }),

/***/ 7460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ whyNotReady),
/* harmony export */   NW: () => (/* binding */ needsStatusChecks),
/* harmony export */   PA: () => (/* binding */ isServing),
/* harmony export */   dk: () => (/* binding */ mayServeUnseen),
/* harmony export */   ze: () => (/* binding */ isUnserved)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77548);

/** The load balancers that could send requests to the instance: of the others no verdict counts. */
const reaching = ({ balancers }) => balancers.filter(({ state }) => state !== 'unused' && state !== 'unserved');
/**
 * Whether an instance is in a zone that none of the load balancers of its group serves: it gets no requests there, and never
 * will.
 */
const isUnserved = (instance) => instance.lifecycle === 'InService' &&
    instance.balancers.some(({ state }) => state === 'unserved') &&
    reaching(instance).length === 0;
/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and healthy in every load balancer and
 * target group that can send requests to it. Where there is none EC2's status checks must have passed: `InService` means
 * only that it runs. How long it has done so is another question.
 */
const isServing = (instance) => service(instance) === 'yes';
/** Whether an instance may serve although nothing shows it: whatever could be asked speaks for it. */
const mayServeUnseen = (instance) => service(instance) === 'unknown';
/**
 * Whether EC2's status checks are to be asked of an instance: no load balancer speaks for it or against it. In a dark launch it
 * is not registered yet, and nothing else tells that it is up.
 */
const needsStatusChecks = ({ lifecycle, healthy, balancers }, memo) => lifecycle === 'InService' &&
    healthy &&
    balancers.every(({ state }) => state === 'unused' || (state === 'unregistered' && memo?.dark === true));
/** Asked of every instance several times at each look: it makes no list on the way. */
function service(instance) {
    if (instance.lifecycle !== 'InService' || !instance.healthy)
        return 'no';
    let verdict;
    for (const { state } of instance.balancers) {
        if (state === 'unused')
            continue;
        // Another load balancer may reach it all the same.
        if (state === 'unserved')
            verdict ??= 'no';
        else if (state === 'unknown')
            verdict = 'unknown';
        else if (state !== 'healthy')
            return 'no';
        else if (verdict !== 'unknown')
            verdict = 'yes';
    }
    if (verdict !== undefined)
        return verdict;
    const checks = instance.statusChecks?.state ?? 'unknown';
    return checks === 'ok' ? 'yes' : checks === 'unknown' ? 'unknown' : 'no';
}
const UNHEALTHY = 'the group calls it unhealthy';
/** In a few words, what an instance still lacks. */
function whyNotReady(instance) {
    const { lifecycle } = instance;
    if (lifecycle !== 'InService') {
        const state = lifecycle + ((0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .isHooked */ .Bj)(instance) ? ' (a lifecycle hook)' : '');
        // EC2 has ended it, for one: where nothing replaces it, it never gets further.
        return (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(instance) === 'pending' && !instance.healthy ? `${state}, and ${UNHEALTHY}` : state;
    }
    if (!instance.healthy)
        return UNHEALTHY;
    if (isUnserved(instance))
        return `no load balancer of the group serves ${instance.zone}`;
    // They are asked only where no load balancer tells more than that it does not know the instance.
    const { statusChecks } = instance;
    if (statusChecks !== undefined && statusChecks.state !== 'ok')
        return `EC2 calls it ${statusChecks.state}: ${statusChecks.reason}`;
    const unhappy = reaching(instance).find(({ state }) => state !== 'healthy');
    if (unhappy)
        return `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}`;
    if (instance.lastProbe?.passed === false)
        return `its probe has not passed, ${instance.lastProbe.reason}`;
    return 'warming up';
}


/***/ }),

/***/ 94178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ externalChanges),
/* harmony export */   Op: () => (/* binding */ sizesToRestore),
/* harmony export */   T2: () => (/* binding */ restoreStep),
/* harmony export */   kA: () => (/* binding */ SUSPENDED_WHILE_ROLLING),
/* harmony export */   pB: () => (/* binding */ handBackUnseen),
/* harmony export */   rs: () => (/* binding */ SCHEDULING),
/* harmony export */   uK: () => (/* binding */ handBackProcesses)
/* harmony export */ });
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23241);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67330);
/* harmony import */ var _changes_clear_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21535);
/* harmony import */ var _suspension_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70875);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35208);





/** The three processes that are suspended while a group rolls; never `Launch` or `Terminate`, without which nothing rolls. */
const SUSPENDED_WHILE_ROLLING = ['AZRebalance', 'AlarmNotification', 'ScheduledActions'];
/** That of them which carries scheduled actions out. */
const SCHEDULING = SUSPENDED_WHILE_ROLLING[2];
/** The sizes that differ from the originals by our doing, as they should be; empty when none does. */
function sizesToRestore(fleet, memo) {
    // An operator may have raised MinSize or the desired capacity above the old maximum: AWS refuses sizes out of order.
    const min = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .minWithoutRoll */ .sU)(fleet, memo);
    const desired = Math.max(memo.sizes.desired, min);
    const max = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .maxIsOurs */ .w)(fleet, memo) ? Math.max(memo.sizes.max, desired) : fleet.sizes.max;
    return {
        ...(desired < fleet.sizes.desired && { desired }),
        ...(max !== fleet.sizes.max && { max }),
        ...(min !== fleet.sizes.min && { min }),
    };
}
/** The last steps of every roll and of every undoing, one at a time: sizes, processes, memo. */
function restoreStep(fleet, memo) {
    const sizes = sizesToRestore(fleet, memo);
    if (Object.keys(sizes).length > 0)
        return { kind: 'resize', sizes, reason: 'the sizes as they were' };
    const ours = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (ours.length > 0)
        return { kind: 'resume', processes: ours, reason: 'only what this roll suspended' };
    return { ...(0,_changes_clear_state_js__WEBPACK_IMPORTED_MODULE_0__/* .clearState */ .H)(fleet), reason: 'nothing is left to be put back' };
}
/**
 * What is done for the processes where the sizes have to stay: they run again, and then the saved state says that they do.
 * A run that comes after would otherwise take the sizes that are left for some that were set since. Undefined where
 * nothing is left to do, or AWS refuses it.
 */
function handBackProcesses(fleet, memo, refused, left = fleet.sizes) {
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (processes.length > 0)
        return refused.includes('resume')
            ? undefined
            : { kind: 'resume', processes, reason: 'only what this roll suspended' };
    // A run that was to go on from there, and has changed sizes, leaves others.
    const hasLeftOthers = memo.handedBackAt !== undefined && memo.handedSizes === undefined && isSeen(fleet);
    if ((memo.suspends.length === 0 && !hasLeftOthers) || refused.includes('save-state'))
        return undefined;
    return {
        kind: 'save-state',
        memo: handedBack(fleet, memo, left),
        reason: 'only the sizes are left to be put back',
    };
}
const isSeen = ({ unknown = [] }) => !unknown.includes('group');
/** Scheduled actions that fell due until now AWS has dropped; from now on it carries them out, and others may set sizes. */
function handedBack(fleet, memo, { desired, max }) {
    return {
        ...memo,
        suspends: [],
        ...(memo.suspends.includes(SCHEDULING) && { handedBackAt: Math.ceil(fleet.at) }),
        ...(isSeen(fleet) && { handedSizes: { desired, max } }),
    };
}
/**
 * What may be put back of a group that cannot be observed any more, by the last look: the processes that this run
 * suspended. What it has left of the sizes stands beside it: what the group shows instead was set by others, and is not adopted yet.
 * Undefined where nothing is left to do, or another run holds the lease.
 */
function handBackUnseen(fleet, { run }, refused, left) {
    const { memo, at } = fleet;
    if (memo === undefined || (memo.run !== run && (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeaseLive */ .hF)(memo, run, at)))
        return undefined;
    return handBackProcesses(fleet, memo, refused, left);
}
/**
 * What was not put back because it was changed meanwhile from outside this run; a sentence each. `heldSuspended` are
 * processes of the memo that were seen suspended and that this run has not resumed: one that runs now was resumed by others.
 * `suspendedBefore` are those that were suspended when the run began; undefined where that is not known.
 */
function externalChanges(fleet, memo, { heldSuspended, suspendedBefore, }) {
    const kept = [];
    if (fleet.sizes.max !== memo.sizes.max && !(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .maxIsOurs */ .w)(fleet, memo))
        kept.push((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .changedText */ .m8)('max', memo.sizes.max, fleet.sizes.max));
    if (fleet.sizes.min !== memo.sizes.min && !(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .minIsOurs */ .Kw)(fleet, memo))
        kept.push((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .changedText */ .m8)('min', memo.sizes.min, fleet.sizes.min));
    const resumed = heldSuspended.filter((process) => !fleet.suspended.includes(process));
    if (resumed.length > 0)
        kept.push(`${resumed.join(', ')} ${resumed.length === 1 ? 'was' : 'were'} resumed from outside this run while the group rolled: left running.`);
    const suspended = (0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignSuspensions */ .NR)(fleet.suspended, memo).filter((each) => suspendedBefore?.includes(each) === false);
    if (suspended.length > 0)
        kept.push(`${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_4__/* .withReasons */ .qr)(fleet, suspended)} ${suspended.length === 1 ? 'was' : 'were'} suspended from outside this run while the group rolled: left suspended.`);
    return kept;
}


/***/ }),

/***/ 50066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ surplusSince),
/* harmony export */   kD: () => (/* binding */ aboveDesired),
/* harmony export */   kH: () => (/* binding */ whySurplusIsAwaited),
/* harmony export */   oD: () => (/* binding */ isSurplusAwaited)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);

/** After so long AWS does not take it away by itself any more, as where a function of the group chooses what may leave. */
const AWAITED_SECONDS = 600;
/**
 * How much more there is than is desired, as `CapacityRebalance` has it before it takes a Spot Instance at risk away. AWS takes
 * as much away again, but none that is protected from scale-in, and of weights it leaves what is less than one instance.
 */
function aboveDesired({ sizes, instances }) {
    const counted = instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he);
    const above = (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(counted) - sizes.desired;
    if (above <= 0)
        return 0;
    const scalable = counted.filter((each) => !each.protectedFromScaleIn);
    const lightest = Math.min(...scalable.map(({ weight }) => weight));
    return above >= lightest ? Math.min(above, (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(scalable)) : 0;
}
/** Since when there has been more than is desired; undefined while there is not. */
const surplusSince = (since, now) => aboveDesired(now) > 0 ? (since ?? now.at) : undefined;
/**
 * Whether AWS is still to take something away: until it has, no other instance leaves. What a run takes away meanwhile hides
 * the surplus, but not what AWS has chosen: both leave, and too few are ready.
 */
const isSurplusAwaited = ({ fleet, state }) => aboveDesired(fleet) > 0 && fleet.at - (state.surplusSince ?? fleet.at) < AWAITED_SECONDS;
/** What is waited for then. */
const whySurplusIsAwaited = (fleet) => `${aboveDesired(fleet)} more than desired: AWS has launched it and takes as much away, as with \`CapacityRebalance\``;


/***/ }),

/***/ 70875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ isSuspendedByAws),
/* harmony export */   NR: () => (/* binding */ foreignSuspensions),
/* harmony export */   VJ: () => (/* binding */ resumeCommand),
/* harmony export */   qr: () => (/* binding */ withReasons),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/** The suspended processes less those that the run of the memo has suspended. */
const foreignSuspensions = (suspended, memo) => suspended.filter((process) => memo === undefined || !memo.suspends.includes(process));
/** `Launch (User suspended at 2026-01-05T08:03:20Z)`: with the reason that AWS gives. */
const withReasons = ({ suspensionReasons = {} }, processes) => processes
    .map((process) => {
    const reason = suspensionReasons[process] ?? '';
    return reason === '' ? process : `${process} (${reason})`;
})
    .join(', ');
/** Whether AWS itself has suspended a process, as it does after a day in which no launch succeeded. */
const isSuspendedByAws = ({ suspensionReasons }, process) => /administrat/i.test(suspensionReasons?.[process] ?? '');
/** A word of a command; one that a shell would take apart is quoted. */
const shellWord = (word) => /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
/** The command that resumes processes. */
const resumeCommand = (group, processes) => `aws autoscaling resume-processes --auto-scaling-group-name ${shellWord(group)} --scaling-processes ${processes.join(' ')}`;


/***/ }),

/***/ 26519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KP: () => (/* binding */ isTakingBack),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   aS: () => (/* binding */ isBeingTakenBack),
/* harmony export */   lv: () => (/* binding */ takenBack)
/* harmony export */ });
/** The phase of a roll that is taken back. */
const TAKEN_BACK = 'taken-back';
/** The memo of a roll that is taken back to the source that it names. */
const takenBack = (memo) => ({ ...memo, progress: { ...memo.progress, phase: TAKEN_BACK } });
/** Whether a roll was being taken back when its memo was written: it may have launched more than a checkpoint let it. */
const isTakenBack = ({ progress }) => progress?.phase === TAKEN_BACK;
/** Whether the roll that a look finds is taken back to what the group launches. */
const isBeingTakenBack = ({ memo, source }) => memo !== undefined && isTakenBack(memo) && memo.source === source.fingerprint;
/**
 * Whether a roll is taken back now, by this run or going on with the one before it. Checkpoints do not bound it then, and neither
 * alarms nor probes are asked: what they have found is what leaves.
 */
const isTakingBack = (memo, { rollback }) => rollback !== undefined || (memo !== undefined && isTakenBack(memo));


/***/ }),

/***/ 93323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ MAX_TERMINATIONS_PER_CALL),
/* harmony export */   l: () => (/* binding */ terminationOrder)
/* harmony export */ });
/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
const MAX_TERMINATIONS_PER_CALL = 100;
/**
 * In which order instances leave, so that a roll ends with the new ones spread evenly and `AZRebalance` finds nothing to
 * do. AWS launches where a group has fewest instances, so all together are spread evenly at any time, and the new ones
 * alone are in the end if those that leave last, without successors, are. So with a successor the next leaves
 *
 * 1. where it does not serve,
 * 2. from a zone that the group does not use any more,
 * 3. from the zone that has most that are still to leave,
 * 4. from the zone that has fewest in all: there its successor must come.
 *
 * Before a zone goes below its even share of those that leave last, all launches are waited for: where AWS could choose, the zones that
 * got more keep one more of those that leave last.
 *
 * Worked example: 3-3, surge 3. AWS launches 2-1, and one of each zone leaves: 4-3. Of the two launches one must come
 * into the second zone, but then AWS may choose: 5-4 or 4-5, each with 2-2 outdated. So the third waits for it, and then
 * leaves from the zone with four: its successor must come there. Both zones have three new ones, whatever AWS chose.
 *
 * Where the first launches of a roll came where AWS chose, and too few follow to make up for it, one of those that leave last gets a
 * successor, and a new one of the fullest zone leaves at the end instead: one launch more than replacements, which AWS would make as
 * well once `AZRebalance` runs again, but without waiting until it serves.
 *
 * Worked example: one new and two old in three zones, surge 1. AWS launches beside the new one: 2-1-1. The first of the old has
 * its successor in its own zone. Without one for the last, zones end 2-1-0; with it 2-1-1, and one of the two leaves.
 */
function terminationOrder(group) {
    const { leaving, remaining = [], serving, lastToLeave = 0, outstanding = 0, desiredAtEnd = 0 } = group;
    const zones = zonesOf(group);
    const launching = zones.filter(({ launches }) => launches);
    const share = lastToLeave / launching.length;
    const lightest = Math.min(...[...leaving, ...remaining].map(({ weight }) => weight));
    let uncertain = land(launching, outstanding, lightest);
    let isLastOfZones = false;
    let isHeld = false;
    const hold = () => {
        isHeld = true;
    };
    return {
        awaitsLaunch: () => isHeld,
        next(hasSuccessor) {
            if (!hasSuccessor && outstanding > 0)
                return hold();
            const all = zones.flatMap((zone) => (zone.next === undefined ? [] : [{ zone, instance: zone.next }]));
            const uneven = hasSuccessor ? undefined : unevenAtEnd(launching, desiredAtEnd);
            const free = all.filter(({ zone }) => uneven === undefined || !isKept(zone, uneven, launching));
            if (uneven !== undefined && free.length === 0 && zoneToBalance(launching, uneven) !== undefined)
                return undefined;
            const waiting = free.length > 0 ? free : all;
            const [first] = waiting.toSorted((a, b) => {
                const steering = hasSuccessor
                    ? b.zone.outdated - a.zone.outdated || a.zone.total - b.zone.total
                    : b.zone.total - a.zone.total;
                return (Number(serving.has(a.instance)) - Number(serving.has(b.instance)) ||
                    Number(a.zone.launches) - Number(b.zone.launches) ||
                    steering ||
                    byAge(a.instance, b.instance));
            });
            if (first === undefined)
                return undefined;
            const { zone, instance } = first;
            if (hasSuccessor && zone.launches && zone.outdated - instance.weight < share) {
                if (uncertain > 0 && !isLastOfZones)
                    return hold();
                isLastOfZones = true;
            }
            take(zone, instance);
            if (hasSuccessor)
                uncertain = land(launching, uncertain + instance.weight, lightest);
            return instance;
        },
        nextToBalance() {
            if (outstanding > 0 || uncertain > 0)
                return undefined;
            const zone = zoneToBalance(launching, unevenAtEnd(launching, desiredAtEnd));
            const instance = zone?.next;
            if (zone === undefined || instance === undefined)
                return undefined;
            take(zone, instance);
            uncertain = land(launching, instance.weight, lightest);
            return instance;
        },
    };
    function take(zone, instance) {
        zone.queue.delete(instance);
        zone.next = firstOf(zone.queue, serving);
        zone.total -= instance.weight;
        zone.outdated -= instance.weight;
    }
}
/** Undefined where zones end alike, or there is nothing that could be moved. */
function unevenAtEnd(zones, desired) {
    const ends = zones.map((zone) => ({ zone, count: zone.total - zone.outdated, movable: zone.movable }));
    const takeFromFullest = (least) => {
        const [fullest] = ends.filter(({ movable }) => movable > 0).toSorted((a, b) => b.count - a.count);
        if (fullest === undefined || fullest.count < least)
            return false;
        fullest.count -= 1;
        fullest.movable -= 1;
        return true;
    };
    for (let beyond = sum(ends.map(({ count }) => count)) - desired; beyond > 0; beyond--)
        takeFromFullest(0);
    const share = Math.floor(sum(ends.map(({ count }) => count)) / ends.length);
    const lacking = new Map(ends.flatMap(({ zone, count }) => (count < share ? [[zone, share - count]] : [])));
    const usual = ends.filter(({ count }) => count === share);
    for (let missing = 0;; missing++) {
        const [emptiest] = ends.toSorted((a, b) => a.count - b.count);
        const most = Math.max(...ends.map(({ count }) => count));
        if (emptiest === undefined || most - emptiest.count < 2 || !takeFromFullest(most)) {
            // One that need not fill what is lacking may come wherever it is no more than others have.
            const others = missing > sum([...lacking.values()]) ? usual.map(({ zone }) => zone) : [];
            return missing > 0 ? { missing, lacking, open: new Set([...lacking.keys(), ...others]) } : undefined;
        }
        emptiest.count += 1;
    }
}
/** Whether all that are still to leave of a zone, or of all that lack some, are kept back to have successors. */
function isKept(zone, { lacking, open, missing }, zones) {
    const left = sum(zones.map((each) => (open.has(each) ? each.outdated : 0)));
    return open.has(zone) && (left <= missing || zone.outdated <= (lacking.get(zone) ?? 0));
}
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
/** A zone that gives an instance so that AWS must launch in one that lacks some; undefined where it may choose another, or all end alike. */
function zoneToBalance(zones, uneven) {
    return zones.find((zone) => zone.next !== undefined &&
        uneven?.open.has(zone) === true &&
        zones.every((each) => uneven.open.has(each) || each.total > zone.total - (zone.next?.weight ?? 0)));
}
function zonesOf({ leaving, remaining = [], staying, serving, zones: used, movable = [], }) {
    const zones = new Map();
    const zoneOf = (name) => {
        const launches = used?.includes(name) ?? true;
        const zone = zones.get(name) ?? { queue: new Set(), next: undefined, launches, total: 0, outdated: 0, movable: 0 };
        zones.set(name, zone);
        return zone;
    };
    for (const name of used ?? [])
        zoneOf(name);
    for (const instance of leaving)
        zoneOf(instance.zone).queue.add(instance);
    for (const { zone, weight } of [...leaving, ...remaining])
        zoneOf(zone).outdated += weight;
    for (const { zone, weight } of [...leaving, ...remaining, ...staying])
        zoneOf(zone).total += weight;
    for (const { zone, weight } of movable)
        zoneOf(zone).movable += weight;
    for (const zone of zones.values())
        zone.next = firstOf(zone.queue, serving);
    return [...zones.values()];
}
/** Which leaves first in its zone: one of a thousand is found, not a thousand sorted. */
function firstOf(queue, serving) {
    let first;
    for (const each of queue)
        if (first === undefined || (Number(serving.has(each)) - Number(serving.has(first)) || byAge(each, first)) < 0)
            first = each;
    return first;
}
/** Counts launches where they must come; gives those for which AWS may choose among zones that have equally few. */
function land(zones, outstanding, weight) {
    let left = outstanding;
    while (left >= weight) {
        const fewest = Math.min(...zones.map(({ total }) => total));
        const emptiest = zones.filter(({ total }) => total === fewest);
        if (emptiest.length > 1 && emptiest.length * weight > left)
            return left;
        for (const zone of emptiest)
            zone.total += weight;
        left -= emptiest.length * weight;
    }
    return 0;
}
const age = (instance) => instance.launchedAt ?? instance.firstSeenAt;
const byAge = (a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1);


/***/ }),

/***/ 75870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ outdatedWarm),
/* harmony export */   TV: () => (/* binding */ terminateOutdatedWarm),
/* harmony export */   bx: () => (/* binding */ isWarmed),
/* harmony export */   vL: () => (/* binding */ awaitReturning)
/* harmony export */ });
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

/***/ 35208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ momentText),
/* harmony export */   BI: () => (/* binding */ minutesText),
/* harmony export */   CS: () => (/* binding */ waitBecause),
/* harmony export */   KD: () => (/* binding */ sizesText),
/* harmony export */   m8: () => (/* binding */ changedText)
/* harmony export */ });
/** What a rule answers that only waits, and for what. */
const waitBecause = (reason) => ({ kind: 'wait', reason });
/** `1.5 minutes`, rounded up. */
function minutesText(seconds) {
    const minutes = Math.ceil(seconds / 6) / 10;
    return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
/** `2026-01-05 09:00:00 UTC`, of seconds since the Unix epoch. */
const momentText = (at) => `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
const NAMES = { min: 'MinSize', desired: 'The desired capacity', max: 'MaxSize' };
/** That others have changed one of the sizes, which stays so. */
const changedText = (size, from, to) => `${NAMES[size]} was changed from ${from} to ${to} from outside this run: kept.`;
/** `min 2, desired 4`. */
const sizesText = ({ min, desired, max }) => Object.entries({ min, desired, max })
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`))
    .join(', ');


/***/ }),

/***/ 17277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kF: () => (/* binding */ PLAN_ANEW),
  mD: () => (/* binding */ chosenBy),
  eM: () => (/* binding */ planFindings),
  JD: () => (/* binding */ plannedImages),
  Qu: () => (/* binding */ refuseGoneGroups),
  sN: () => (/* binding */ requestsText)
});

// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-data.js
var launch_data = __webpack_require__(12749);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-spec.js
var launch_spec = __webpack_require__(36086);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/aws/client/sha256.js
var sha256 = __webpack_require__(72992);
// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/groups/lifecycle-hooks.js
var lifecycle_hooks = __webpack_require__(6773);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/aws/observe/launch-sources.js + 2 modules
var launch_sources = __webpack_require__(43807);
// EXTERNAL MODULE: ./build/src/aws/patch/read-sources.js
var read_sources = __webpack_require__(62987);
// EXTERNAL MODULE: ./build/src/domain/patch/migrated-template.js
var migrated_template = __webpack_require__(20699);
;// CONCATENATED MODULE: ./build/src/aws/plan/launch-places.js
/** What groups launch, place by place, for a plan. */





/** The places of a group: its base, then each override with a template or an image of its own. */
function launchPlaces(sourced, { dataOf, values, chosenBy = () => undefined }) {
    const { source } = sourced;
    // What overrides say of types is part of what the base is launched with.
    const overrides = source.kind === 'mixed'
        ? source.overrides.map(({ instanceType, requirements }) => [instanceType, requirements])
        : [];
    return (0,launch_spec/* locationsOf */.Ue)(sourced).map(({ location }, index) => {
        const data = launchedData(location, dataOf(location));
        const image = imageIn(data, values);
        return {
            at: index === 0 ? 'base' : `override ${index}`,
            image: image ?? null,
            chosenBy: chosenBy(location) ?? null,
            userData: data.UserData ? (0,sha256.sha256)(Buffer.from(data.UserData, 'base64')) : null,
            data: (0,sha256.sha256)((0,launch_data/* canonical */.$N)({ data, image, ...(index === 0 && { overrides }) })),
        };
    });
}
function imageIn({ ImageId = '' }, values) {
    const parameter = (0,request/* parameterOf */.l)(ImageId);
    return (parameter === undefined ? ImageId : values.get(parameter)) || undefined;
}
/** A launch configuration and the launch template that is made of it launch the same. */
function launchedData({ kind }, data) {
    if (kind !== 'configuration')
        return data;
    try {
        return (0,migrated_template/* templateDataOf */.k)(data);
    }
    catch {
        // It has a field that no template is made of, so none takes its place.
        return data;
    }
}

// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
// EXTERNAL MODULE: ./build/src/aws/patch/launch-configuration-data.js
var launch_configuration_data = __webpack_require__(8785);
;// CONCATENATED MODULE: ./build/src/aws/plan/next-sources.js



/** The source of a group with these references and images in the place of its own. */
function nextSource(source, { references, images }) {
    const [first] = references;
    if (first?.kind === 'configuration')
        return { kind: 'configuration', name: first.name };
    if (source.kind === 'configuration')
        return first === undefined
            ? source
            : { kind: 'template', base: { id: first.id, follows: 'number', version: first.version } };
    const back = (use) => {
        const found = references.find((each) => each.kind === 'template' && each.id === use.id);
        return found?.kind === 'template' ? { ...use, version: found.version } : use;
    };
    if (source.kind === 'template')
        return { ...source, base: back(source.base) };
    return {
        ...source,
        base: back(source.base),
        overrides: source.overrides.map((override) => ({
            ...override,
            template: override.template && back(override.template),
            imageId: override.imageId && (images.get(override.instanceType ?? '') ?? override.imageId),
        })),
    };
}
/** The data of these versions and configurations; of what is gone, none. */
async function readReferences(connection, references) {
    const names = references.flatMap((each) => (each.kind === 'configuration' ? each.name : []));
    const templates = new Map(references.flatMap((each) => (each.kind === 'template' ? [[`${each.id} ${each.version}`, each]] : [])));
    const [configurations, versions] = await Promise.all([
        names.length === 0 ? new Map() : (0,launch_configuration_data/* fullConfigurations */.n)(connection, names),
        (0,map_concurrently/* mapConcurrently */.X)([...templates.values()], async ({ id, version }) => {
            const found = await (0,template_versions/* findVersions */.tx)(connection, { LaunchTemplateId: id, Versions: [String(version)] });
            return [`${id} ${version}`, found?.[0]?.LaunchTemplateData];
        }),
    ]);
    const known = new Map(versions);
    return (location) => {
        if (location.kind === 'override')
            return { ImageId: location.imageId };
        if (location.kind === 'configuration')
            return configurations.get(location.name);
        return known.get(`${location.id} ${location.version}`);
    };
}

;// CONCATENATED MODULE: ./build/src/aws/plan/observe-groups.js














/** The groups by name, with calls shared between them. */
async function observeGroups(connection, { groups, next, now }) {
    const [sources, answers, hooks] = await Promise.all([
        (0,read_sources/* readLaunchSources */.i)(connection, groups),
        new launch_sources/* LaunchSourceReader */.GY(connection).ask(groups, now),
        (0,map_concurrently/* mapConcurrently */.X)(groups, (group) => (0,lifecycle_hooks/* lifecycleHooksOf */.S)(connection, group)),
    ]);
    const here = (location) => sources.describe(location).data;
    const later = await nextPlaces(connection, { sourced: sources.groups, here, next });
    const values = await (0,image_parameters/* parameterValues */.o)(connection, [
        ...parametersIn(sources.groups, here),
        ...parametersIn([...later.groups.values()], later.dataOf),
    ]);
    return new Map(groups.map((group, index) => {
        const name = group.AutoScalingGroupName ?? '';
        const sourced = sources.groups.find((each) => each.group === name);
        const becoming = later.groups.get(name);
        const memo = memoOf(group);
        const now = {
            facts: {
                ...factsOf(group, { memo, hooks: hooks[index] ?? [] }),
                source: sourceOf(group, answers.sourceOf),
                launches: sourced === undefined ? [] : launchPlaces(sourced, { dataOf: here, values }),
            },
            ...(next.kind === 'unknown'
                ? { becomes: undefined }
                : { becomes: becoming === undefined ? [] : launchPlaces(becoming, { ...later, values }) }),
            plan: memo?.progress?.plan,
        };
        return [name, now];
    }));
}
const parametersIn = (groups, dataOf) => groups.flatMap(launch_spec/* locationsOf */.Ue).flatMap(({ location }) => (0,request/* parameterOf */.l)(dataOf(location).ImageId ?? '') ?? []);
async function nextPlaces(connection, { sourced, here, next }) {
    const groups = new Map(sourced.map((each) => [each.group, each]));
    switch (next.kind) {
        case 'nothing':
        case 'unknown':
            return { groups, dataOf: here };
        case 'patches': {
            const changes = new Map(next.patches.map((patch) => [patch.spec.key, patch.changes]));
            return {
                groups,
                dataOf: (location) => ({ ...here(location), ...changes.get((0,launch_spec/* keyOf */.TN)(location)) }),
                chosenBy: (location) => next.chosenBy.get((0,launch_spec/* keyOf */.TN)(location)),
            };
        }
        case 'previous': {
            const back = new Map(sourced.map(({ group, source }) => {
                const previous = next.sources.get(group);
                return [group, { group, source: previous === undefined ? source : nextSource(source, previous) }];
            }));
            const there = await readReferences(connection, [...next.sources.values()].flatMap(({ references }) => references)); // prettier-ignore
            return { groups: back, dataOf: (location) => there(location) ?? here(location) };
        }
        default:
            return next;
    }
}
/** An unreadable one is refused by what reads it to go by it. */
function memoOf(group) {
    try {
        return (0,memo_tag/* readMemo */.fw)(group);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return undefined;
    }
}
function sourceOf(group, read) {
    try {
        const { label, fingerprint } = read(group);
        return { label, fingerprint };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { label: 'nothing that can be launched', fingerprint: '' };
    }
}
function factsOf(group, { memo, hooks }) {
    const { Instances = [], SuspendedProcesses = [], TargetGroupARNs = [], LoadBalancerNames = [], TrafficSources = [], } = group;
    const { min, max } = memo?.sizes ?? { min: group.MinSize ?? 0, max: group.MaxSize ?? 0 };
    const suspended = SuspendedProcesses.flatMap(({ ProcessName }) => ProcessName ?? []);
    const ids = (instances) => instances.flatMap(({ InstanceId }) => InstanceId ?? []).toSorted(); // prettier-ignore
    return {
        arn: group.AutoScalingGroupARN ?? '',
        minSize: min,
        maxSize: max,
        suspendedProcesses: suspended.filter((process) => memo?.suspends.includes(process) !== true).toSorted(),
        targetGroups: [
            ...new Set([
                ...TargetGroupARNs,
                ...LoadBalancerNames,
                ...TrafficSources.flatMap(({ Identifier }) => Identifier ?? []),
            ]),
        ].toSorted(),
        lifecycleHooks: hooks.map(hookText).toSorted(),
        protectsNewInstances: group.NewInstancesProtectedFromScaleIn ?? false,
        protectedInstances: ids(Instances.filter(({ ProtectedFromScaleIn }) => ProtectedFromScaleIn)),
        standbyInstances: ids(Instances.filter(({ LifecycleState = '' }) => LifecycleState.endsWith('Standby'))),
        unfinishedSince: memo === undefined ? null : (0,time/* isoTime */.L)(memo.startedAt),
    };
}
/** What tells hooks apart for people, and a digest of the rest, which may hold anything. */
function hookText({ LifecycleHookName, LifecycleTransition = '', DefaultResult, HeartbeatTimeout, AutoScalingGroupName: _group, ...rest }) {
    const transition = LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching';
    return `${LifecycleHookName} (${transition}, ${DefaultResult}, ${HeartbeatTimeout} s, ${(0,sha256.sha256)((0,launch_data/* canonical */.$N)(rest)).slice(0, 8)})`;
}

// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
// EXTERNAL MODULE: ./build/src/domain/plan/moved.js
var plan_moved = __webpack_require__(55499);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
;// CONCATENATED MODULE: ./build/src/modes/planned.js
/** A run that writes a plan, and one that carries out a plan. */







/** What to do where the world has moved. */
const PLAN_ANEW = 'Make a new plan, and let it be approved.';
/** What stands against carrying the plan out in these groups; a run that writes one notes what it sees. */
async function planFindings({ plan: task, connection, clock }, groups, next) {
    if (task === undefined)
        return [];
    const seen = await observeGroups(connection, { groups, next, now: clock.now() / 1000 });
    if (task.kind === 'apply')
        return movedFindings(task.plan, seen);
    task.groups(seen);
    return [];
}
function movedFindings({ id, groups }, seen) {
    const strangers = [...seen.keys()].filter((name) => groups.every(({ group }) => group !== name));
    return [
        ...groups.flatMap((planned) => {
            const now = seen.get(planned.group);
            return now === undefined ? [goneFinding(planned.group)] : findingsOf(planned.group, (0,plan_moved/* movedFields */.J_)(planned, now, id));
        }),
        ...strangers.map((name) => (0,preflight_findings/* refusalOf */.Of)(name, 'the plan does not name it', PLAN_ANEW)),
    ];
}
const goneFinding = (group) => (0,preflight_findings/* refusalOf */.Of)(group, 'it does not exist any more', PLAN_ANEW);
const findingsOf = (name, moved) => moved.length === 0
    ? []
    : [(0,preflight_findings/* refusalOf */.Of)(name, `it has moved since the plan was made: ${moved.map(plan_moved/* movedInWords */.qO).join('; ')}`, PLAN_ANEW)];
/**
 * Looks whether the groups of the plan are there, and tells which others its selectors mean by now: these are left alone. Throws
 * one UserError with everything that has moved where a group is gone, since no mode goes on then.
 */
async function refuseGoneGroups(run, selectors) {
    const { plan: task, connection, report } = run;
    if (task?.kind !== 'apply' || task.plan.groups.length === 0)
        return;
    const names = task.plan.groups.map(({ group }) => group);
    const [found, selected] = await Promise.all([(0,describe/* groupsByName */.JR)(connection, names), (0,select_select/* findGroups */._F)(connection, selectors)]);
    const others = selected.groups.flatMap(({ AutoScalingGroupName: name = '' }) => (names.includes(name) ? [] : name));
    for (const group of others)
        report({
            kind: 'info',
            group,
            message: `${group} matches the inputs now, but is not in the plan: it is left alone`,
        });
    if (found.length === names.length)
        return;
    const now = run.clock.now() / 1000;
    const seen = await observeGroups(connection, { groups: found, next: { kind: 'unknown' }, now });
    const refused = (0,preflight_findings/* refusalText */.Kw)(movedFindings(task.plan, seen));
    if (refused !== undefined)
        throw new errors/* UserError */.yo(refused);
}
/** The image that the plan has chosen for each place, by its key; empty for a run without a plan. */
function plannedImages({ plan: task }, groups) {
    if (task?.kind !== 'apply')
        return new Map();
    return new Map(groups.flatMap((sourced) => {
        const planned = task.plan.groups.find(({ group }) => group === sourced.group);
        return (0,launch_spec/* locationsOf */.Ue)(sourced).flatMap(({ location }, index) => {
            const { image, chosenBy } = planned?.becomes[index] ?? {};
            return image === null || image === undefined || chosenBy === null ? [] : [[(0,launch_spec/* keyOf */.TN)(location), image]];
        });
    }));
}
/** Which places have had their image chosen, by their key, and by what words of the input `image`. */
const chosenBy = ({ image }, { images }) => new Map([...images.keys()].map((key) => [key, requestsText(image?.images ?? [])]));
/** The input `image` in words. */
const requestsText = (requests) => requests.map(requestText).join(' ');
function requestText(request) {
    switch (request.kind) {
        case 'latest':
            return 'latest';
        case 'id':
            return request.id;
        case 'name':
            return `name:${request.pattern}`;
        case 'parameter':
            return `ssm:${request.name}`;
        default:
            return request;
    }
}


/***/ })

};
