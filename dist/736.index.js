export const id = 736;
export const ids = [736];
export const modules = {

/***/ 1399:
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

/***/ 815:
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

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Calls under way at once. Load balancing gives one account 40 calls and then 10 a second for all its users
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html): more would only turn
 * into retries.
 */
const LIMIT = 4;
/** The results in the order of the items; after a failure no further item is begun, and the first failure is thrown. */
async function inParallel(items, work) {
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

/***/ 5667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ everyPage)
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


/***/ }),

/***/ 275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ writeWords),
/* harmony export */   u: () => (/* binding */ readWords)
/* harmony export */ });
/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256;
/** What every AWS service takes in a tag value, less the space, which stands between words. */
const WORD = /^[A-Za-z0-9+\-=._:/@]+$/;
/**
 * `key=value` words with a space between them, for a tag's value. Throws when a value is empty, holds a letter that
 * tags do not take, or makes the whole too long.
 */
function writeWords(words) {
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
const readWords = (text) => Object.fromEntries(text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
    const sign = word.indexOf('=');
    return sign < 0 ? [word, ''] : [word.slice(0, sign), word.slice(sign + 1)];
}));


/***/ }),

/***/ 7353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   Ik: () => (/* binding */ neededSurplus),
/* harmony export */   Pz: () => (/* binding */ mayLeave),
/* harmony export */   TU: () => (/* binding */ overdue),
/* harmony export */   qM: () => (/* binding */ surgeTarget),
/* harmony export */   tI: () => (/* binding */ surplus)
/* harmony export */ });
/* harmony import */ var _victims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5135);


/** Ready capacity never falls below this by our doing. */
const floorOf = (memo, policy) => Math.max(0, memo.sizes.desired - policy.maxUnavailable);
/**
 * The desired capacity while `oldCapacity` is still to leave: the surge, but never more than there is to replace, so
 * that the last ones leave without a successor and launches equal replacements.
 */
const surgeTarget = ({ fleet, memo, policy }, oldCapacity) => 
// Somebody may have raised MinSize meanwhile: AWS refuses every step below it.
Math.max(fleet.sizes.min, memo.sizes.desired + Math.min(policy.surge, oldCapacity));
/**
 * The old instances that may leave in one call, and whether desired capacity falls with them; undefined when none may.
 *
 * Two budgets, as in a Deployment of Kubernetes. Ready: a serving instance leaves only while more than the floor are
 * ready. Total: all that leave, broken ones too, are paid from capacity above the floor that is not still becoming
 * ready, so that a load balancer that calls everybody sick cannot empty the group.
 * Worked example: desired 6, surge 2, nothing unavailable. 6 old + 2 new, both new ready: ready 8, floor 6, two may
 * leave. One new not ready yet: total 8 - 6 - 1 = 1.
 */
function mayLeave(situation) {
    const { fleet, policy, memo, standing } = situation;
    const floor = floorOf(memo, policy);
    if (policy.barrier && (standing.unreadyCurrentCapacity > 0 || standing.capacity < fleet.sizes.desired))
        return undefined;
    let total = standing.capacity - standing.unreadyCurrentCapacity - floor;
    let ready = standing.readyCapacity - floor;
    let desired = fleet.sizes.desired;
    let old = standing.oldCapacity;
    let decrement;
    const victims = [];
    const mayBe = (instance) => mayBeNamed(instance, fleet, policy);
    const queue = (0,_victims_js__WEBPACK_IMPORTED_MODULE_0__/* .departures */ .w)({
        leaving: standing.old.filter(mayBe),
        serving: standing.ready,
        staying: [...standing.old.filter((instance) => !mayBe(instance)), ...standing.current],
    });
    const falling = (weight) => desired - weight >= surgeTarget(situation, old - weight);
    const lightest = Math.min(...standing.old.map(({ weight }) => weight));
    while (victims.length < _victims_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_VICTIMS */ .H && total >= lightest) {
        const instance = queue.next(!falling(lightest));
        if (instance === undefined)
            break;
        const { weight } = instance;
        const serving = standing.ready.has(instance);
        if (weight > total || (serving && weight > ready))
            continue;
        const falls = falling(weight);
        decrement ??= falls;
        // One call has one flag; the others follow after the next look.
        if (decrement !== falls)
            break;
        victims.push(instance);
        total -= weight;
        if (serving)
            ready -= weight;
        old -= weight;
        if (falls)
            desired -= weight;
    }
    return decrement === undefined ? undefined : { victims, decrement };
}
/** An instance that is still on its way up is not named before its time is over: AWS may refuse while it is Pending. */
const mayBeNamed = (instance, fleet, policy) => !instance.lifecycle.startsWith('Pending') || overdue(instance, fleet, policy);
/** Whether an instance has been without service for longer than it is given. */
const overdue = (instance, fleet, policy) => fleet.at - (instance.unreadySince ?? instance.firstSeenAt) > policy.instanceTimeoutSeconds;
/**
 * Capacity above the original, in the order in which it goes when a roll is undone: what does not serve, current
 * first, then the newest current ones. Serving old instances are among them only where there is nobody else, as when
 * the launch source was changed once more, and then the newest: to leave the choice to AWS would take the oldest. Only
 * whole instances that fit, and serving ones only while as many serve as there were to be, less what a roll may miss.
 */
function surplus(situation) {
    const { standing, memo, policy } = situation;
    let above = aboveOriginal(situation);
    const needed = policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation);
    let spare = standing.readyCapacity - needed;
    const victims = [];
    for (const instance of inOrderOfUndoing(standing)) {
        const { weight } = instance;
        const serving = standing.ready.has(instance);
        if (victims.length === _victims_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_VICTIMS */ .H || weight > above || (serving && weight > spare))
            continue;
        victims.push(instance);
        above -= weight;
        if (serving)
            spare -= weight;
    }
    return victims;
}
/** One that would go if its service were not needed: until others serve, to lower the size would let AWS take it. */
const neededSurplus = (situation) => surplus(situation).length > 0
    ? undefined
    : inOrderOfUndoing(situation.standing).find(({ weight }) => weight <= aboveOriginal(situation));
// Somebody may have raised MinSize meanwhile.
const originalOf = ({ fleet, memo }) => Math.max(memo.sizes.desired, fleet.sizes.min);
const aboveOriginal = (situation) => Math.min(situation.standing.capacity, situation.fleet.sizes.desired) - originalOf(situation);
function inOrderOfUndoing({ current, old, ready }) {
    const broken = (instances) => instances.filter((each) => !ready.has(each));
    const newest = (instances) => instances.filter((each) => ready.has(each)).toSorted((a, b) => bornAt(b) - bornAt(a));
    return [...broken(current), ...broken(old), ...newest(current), ...newest(old)];
}
const bornAt = ({ launchedAt, firstSeenAt }) => launchedAt ?? firstSeenAt;


/***/ }),

/***/ 7624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ lightWhatStays),
/* harmony export */   DW: () => (/* binding */ darkRefusal),
/* harmony export */   Hs: () => (/* binding */ releaseDarkHalf),
/* harmony export */   Ix: () => (/* binding */ isExcused),
/* harmony export */   J5: () => (/* binding */ darkMemo),
/* harmony export */   Nx: () => (/* binding */ learntInTheDark),
/* harmony export */   c5: () => (/* binding */ REGISTERING),
/* harmony export */   iY: () => (/* binding */ withRegistration),
/* harmony export */   li: () => (/* binding */ whyNotReleased)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7353);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6088);
/* harmony import */ var _victims_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5135);
/* harmony import */ var _why_not_ready_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3322);
/**
 * The rules for a dark half: new instances that are launched while `AddToLoadBalancer` is suspended, so that they are up
 * and can be tried before anybody reaches them. What is released is registered by us, since AWS does not register later
 * what came meanwhile: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
 */




/** The process whose suspension keeps new instances in the dark. */
const REGISTERING = 'AddToLoadBalancer';
/** What a memo says of the dark when a run begins: the process that keeps new ones out is ours where nobody had suspended it. */
const darkMemo = ({ suspended }, { dark }) => dark?.kind === 'launch'
    ? { dark: true, suspends: suspended.includes(REGISTERING) ? [] : [REGISTERING] }
    : { suspends: [] };
/** Why a run must not begin, or take over, what another has left; undefined where it may. */
function darkRefusal(memo, { dark }) {
    if (dark?.kind === 'release' && memo === undefined)
        return { kind: 'done', reason: 'nothing waits in the dark here' };
    if (dark?.kind === 'release' && !memo?.dark && !memo?.released)
        return {
            kind: 'refuse',
            reason: 'a run has left this group unfinished, but it has no dark half',
            remedy: 'Start the mode of that run again to go on, or `mode: restore` to put the group back.',
        };
    if (dark === undefined && memo?.dark && memo.heartbeatAt === 0)
        return {
            kind: 'refuse',
            reason: 'its new half waits in the dark to be released',
            remedy: 'Let it out with `mode: release`, or remove it with `mode: restore`.',
        };
    return undefined;
}
/** Seconds between two probes of an instance that has not passed. */
const PROBE_PAUSE_SECONDS = 10;
/** Whether an instance is up as far as its group can tell: load balancers, which do not know it, are not asked. */
const isUp = ({ lifecycle, healthy }) => lifecycle === 'InService' && healthy;
/** Whether a load balancer that was told of an instance still does not know it: AWS takes none that has ended. */
const isInVain = ({ id, balancers }, { registered = [] }) => registered.some(({ balancer, instances }) => instances.includes(id) && balancers.some((each) => each.balancer === balancer && each.state === 'missing'));
/** What a registration teaches, which this run has made at this moment. */
const withRegistration = (knowledge, made, at) => ({
    ...knowledge,
    registeredAt: at,
    registered: [...(knowledge.registered ?? []), { balancer: made.balancer, instances: made.instances }],
});
const isUnregistered = ({ balancers }) => balancers.some(({ state }) => state === 'missing');
/**
 * From a dark half that is up to one that serves: probes and calm, then into the load balancers, then what keeps others
 * out is lifted. Nothing old leaves before that. A roll without conditions of its own that finds a dark half, and one
 * that is taken back, lets it out at once.
 */
function releaseDarkHalf(situation) {
    const { fleet, memo, standing, policy } = situation;
    if (!memo.dark || standing.current.length === 0)
        return undefined;
    const takenBack = policy.rollback !== undefined;
    if (!takenBack && standing.capacity < fleet.sizes.desired)
        return wait('AWS is about to launch into the dark');
    const [down, ...others] = standing.current.filter((each) => !isUp(each));
    if (down)
        return wait(`${down.id} is not up in the dark${andMore(others.length)}: ${(0,_why_not_ready_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotReady */ .$)(down)}`);
    return ((takenBack ? undefined : awaitRelease(situation)) ??
        registerNext(standing.current) ??
        awaitService(situation) ??
        letOthersIn(fleet, memo));
}
function awaitRelease({ fleet, policy: { dark }, knowledge, memo, standing }) {
    if (dark?.kind !== 'launch')
        return undefined;
    const waiting = dark.probes ? standing.current.filter(({ id }) => !knowledge.probes?.get(id)?.passed) : [];
    if (waiting.length > 0)
        return probeNext(fleet, knowledge, waiting);
    const calm = fleet.at - (knowledge.calmSince ?? fleet.at);
    if (calm < dark.calmSeconds)
        return wait(`the dark half is up and has ${minutes(dark.calmSeconds - calm)} of calm to go`);
    if (!dark.byHand)
        return undefined;
    return {
        kind: 'remember',
        memo: { ...memo, heartbeatAt: 0 },
        reason: 'the dark half is up and waits to be released by hand',
    };
}
function probeNext(fleet, { probes }, waiting) {
    const due = waiting.filter(({ id }) => fleet.at - (probes?.get(id)?.at ?? -Infinity) >= PROBE_PAUSE_SECONDS);
    if (due.length > 0)
        return { kind: 'probe', instances: due.map(({ id }) => id), reason: 'before anybody reaches them' };
    const [first, ...others] = waiting;
    return wait(`${first?.id} has not passed its probe${andMore(others.length)}: ${probes?.get(first?.id ?? '')?.reason}`);
}
/** The first load balancer that does not know some of these instances gets them. */
function registerNext(instances) {
    const unknown = instances.flatMap(({ id, balancers }) => balancers.filter(({ state }) => state === 'missing').map(({ balancer }) => ({ balancer, id })));
    const [first] = unknown;
    if (first === undefined)
        return undefined;
    const { balancer } = first;
    const ids = unknown.filter((each) => each.balancer === balancer).map(({ id }) => id);
    return { kind: 'register', balancer, instances: ids.slice(0, _victims_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VICTIMS */ .H), reason: 'out of the dark' };
}
function awaitService({ standing }) {
    const [first, ...others] = standing.current.filter((each) => !standing.ready.has(each));
    return first && wait(`${first.id} is not ready${andMore(others.length)}: ${(0,_why_not_ready_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotReady */ .$)(first)}`);
}
/**
 * Resumed first, written down after: a death in between leaves a memo that still tells what was suspended. As long as
 * somebody who is to leave is in the dark, the memo says so: should the roll halt, whoever stays must serve.
 */
function letOthersIn(fleet, memo) {
    if (isOursToResume(fleet, memo))
        return { kind: 'resume', processes: [REGISTERING], reason: 'the dark half serves: whoever comes now may as well' };
    if (fleet.instances.some((each) => each.lifecycle === 'InService' && isUnregistered(each)))
        return undefined;
    return {
        kind: 'remember',
        memo: {
            ...memo,
            dark: undefined,
            released: true,
            suspends: memo.suspends.filter((process) => process !== REGISTERING),
        },
        reason: 'nothing is dark any more',
    };
}
const isOursToResume = ({ suspended }, { suspends }) => suspends.includes(REGISTERING) && suspended.includes(REGISTERING);
/**
 * When a dark launch is undone: what is beyond the original capacity is gone by now, and what came into the dark in the
 * place of an instance that was lost must serve. Resumed first, so that nobody who is on the way stays outside.
 */
function lightWhatStays(situation) {
    const { memo, policy } = situation;
    // Where AWS lets us remove nothing, the surplus stays in the dark: it was never tried.
    if (!memo.dark || (0,_budget_js__WEBPACK_IMPORTED_MODULE_2__/* .surplus */ .tI)(situation).length > 0)
        return undefined;
    const action = nextLight(situation);
    return action && policy.refused?.some((kind) => kind === action.kind) ? undefined : action;
}
function nextLight({ fleet, memo, knowledge }) {
    if (isOursToResume(fleet, memo))
        return { kind: 'resume', processes: [REGISTERING], reason: 'only what this roll suspended' };
    const counted = fleet.instances.filter(_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounted */ .he);
    // One that EC2 has taken away is no use in the light, and nobody may ever replace it.
    const next = registerNext(counted.filter((each) => each.lifecycle === 'InService' && !isInVain(each, knowledge)));
    if (next)
        return next;
    const coming = counted.find((each) => each.lifecycle !== 'InService');
    return coming && wait(`${coming.id} is on its way, and may turn out to be in the dark`);
}
/**
 * Whether a new instance that does not serve has nothing to make up for: it is dark, up, and has passed what it must; or
 * it was registered a moment ago, and its load balancers have as long as any instance is given.
 */
function isExcused({ fleet, memo, policy, knowledge }, instance) {
    if (!memo.dark || !isUp(instance))
        return false;
    if (isInVain(instance, knowledge))
        return false;
    if (isUnregistered(instance))
        return (!(policy.dark?.kind === 'launch' && policy.dark.probes) || knowledge.probes?.get(instance.id)?.passed === true);
    const since = knowledge.registeredAt;
    return since !== undefined && fleet.at - since <= policy.instanceTimeoutSeconds;
}
/** What a dark instance that is up still lacks, where it is its probe. */
function whyNotReleased({ memo, knowledge }, instance) {
    const probed = knowledge.probes?.get(instance.id);
    if (!memo.dark || !isUp(instance) || probed === undefined || probed.passed)
        return undefined;
    return `its probe has not passed, ${probed.reason}`;
}
/** What a look teaches of a dark half: since when all of it is up. One that falls, or is replaced, ends the calm. */
function learntInTheDark(knowledge, { now, isNew }) {
    if (!now.memo?.dark)
        return knowledge;
    const half = now.instances.filter((each) => (0,_standing_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounted */ .he)(each) && isNew(each));
    const calm = half.length > 0 && half.every(isUp);
    return { ...knowledge, calmSince: calm ? (knowledge.calmSince ?? now.at) : undefined };
}
const wait = (reason) => ({ kind: 'wait', reason });
const andMore = (more) => (more > 0 ? ` (and ${more} more)` : '');
const minutes = (seconds) => `${Math.ceil(seconds / 6) / 10} minutes`;


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ afterWait),
/* harmony export */   Vt: () => (/* binding */ reflects),
/* harmony export */   tC: () => (/* binding */ afterChange)
/* harmony export */ });
/* harmony import */ var _dark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7624);
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1046);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6088);
/**
 * An optimistic AWS: what a group looks like after a change, and after a wait in which nothing goes wrong. A dry run
 * is the ordinary loop on this model, so that a plan and a roll cannot disagree on a rule.
 */



/** The group right after AWS has accepted a change. */
function afterChange(fleet, change) {
    switch (change.kind) {
        case 'remember':
        case 'renew':
            return { ...fleet, memo: change.memo, stray: undefined };
        case 'forget':
            return { ...fleet, memo: undefined, stray: undefined };
        case 'suspend':
            return { ...fleet, suspended: [...new Set([...fleet.suspended, ...change.processes])] };
        case 'resume':
            return { ...fleet, suspended: fleet.suspended.filter((process) => !change.processes.includes(process)) };
        case 'register':
            return afterRegistration(fleet, change);
        case 'resize':
            return { ...fleet, sizes: { ...fleet.sizes, ...change.sizes } };
        case 'terminate':
            return afterTermination(fleet, change);
        case 'discard':
            return afterDiscard(fleet, change.instances);
        case 'relaunch':
            // What the source will be called is AWS's to say; no forecast goes beyond it.
            return fleet;
        default:
            return change;
    }
}
function afterTermination(fleet, { instances, decrement }) {
    const leaving = new Set(instances);
    const lost = (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(fleet.instances.filter((instance) => leaving.has(instance.id) && (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(instance)));
    return {
        ...fleet,
        sizes: decrement ? { ...fleet.sizes, desired: fleet.sizes.desired - lost } : fleet.sizes,
        instances: fleet.instances.map((instance) => leaving.has(instance.id) ? { ...instance, lifecycle: 'Terminating', readySince: undefined } : instance),
    };
}
const afterRegistration = (fleet, { balancer, instances }) => ({
    ...fleet,
    instances: fleet.instances.map((instance) => instances.includes(instance.id)
        ? {
            ...instance,
            balancers: instance.balancers.map((opinion) => opinion.balancer === balancer ? { ...opinion, state: 'unhealthy', reason: 'just registered' } : opinion),
        }
        : instance),
});
const afterDiscard = (fleet, discarded) => ({
    ...fleet,
    instances: fleet.instances.map((instance) => discarded.includes(instance.id) ? { ...instance, lifecycle: 'Warmed:Terminating' } : instance),
});
/** The group after one wait: what was coming is ready, what was leaving is gone, what was missing is launched. */
function afterWait(fleet, seconds) {
    const at = fleet.at + seconds;
    const staying = fleet.instances.filter((instance) => !/^(Warmed:)?Terminating/.test(instance.lifecycle));
    const instances = staying.map((instance) => (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(instance) && instance.readySince === undefined ? becameReady(instance, at) : instance);
    while ((0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(instances.filter(_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)) < fleet.sizes.desired)
        instances.push(launch(fleet, instances, at));
    return { ...fleet, at, instances };
}
/** Up, and healthy wherever it is registered; what is not stays in the dark. */
function becameReady(instance, at) {
    const balancers = instance.balancers.map((opinion) => opinion.state === 'moot' || opinion.state === 'missing'
        ? opinion
        : { ...opinion, state: 'healthy', reason: '' });
    const up = { ...instance, lifecycle: 'InService', healthy: true, balancers };
    return (0,_serving_js__WEBPACK_IMPORTED_MODULE_1__/* .isServing */ .P)(up) ? { ...up, readySince: at, unreadySince: undefined } : up;
}
function launch(fleet, present, at) {
    const counted = present.filter(_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he);
    const zones = [...new Set(fleet.instances.map(({ zone }) => zone))].toSorted();
    const population = (zone) => counted.filter((instance) => instance.zone === zone).length;
    const [zone = 'any zone'] = zones.toSorted((a, b) => population(a) - population(b));
    const [like] = fleet.instances;
    const override = fleet.source.overrides.find(({ instanceType }) => instanceType === like?.type);
    return {
        id: `new-${present.reduce((highest, { id }) => Math.max(highest, Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`,
        zone,
        type: like?.type ?? 'unknown',
        weight: like?.weight ?? 1,
        lifecycle: 'Pending',
        healthy: true,
        protectedFromScaleIn: false,
        reference: override?.reference ?? fleet.source.base,
        imageId: fleet.source.imageId,
        launchedAt: at,
        firstSeenAt: at,
        readySince: undefined,
        unreadySince: at,
        balancers: (like?.balancers ?? []).map(({ balancer }) => ({
            balancer,
            ...(fleet.suspended.includes(_dark_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTERING */ .c5)
                ? { state: 'missing', reason: 'not registered' }
                : { state: 'unhealthy', reason: 'just launched' }),
        })),
    };
}
/** A memo in another run's name is news as well, to be decided on and not waited for; the predecessor's name is none. */
const shows = (memo, { kind, memo: written, after }) => memo.run === written.run
    ? memo.heartbeatAt === written.heartbeatAt && (kind === 'renew' || showsFacts(memo, written))
    : memo.run !== after?.run;
const showsFacts = (memo, written) => memo.sizes.desired === written.sizes.desired && memo.dark === written.dark;
/**
 * Whether an observation already shows a change: AWS's answers may lag behind its acceptance, and a decision on what
 * was before could be made twice.
 */
function reflects(fleet, change) {
    switch (change.kind) {
        case 'remember':
            return fleet.memo !== undefined && shows(fleet.memo, change);
        case 'renew':
            return fleet.memo === undefined ? fleet.stray === change.memo.run : shows(fleet.memo, change);
        case 'forget':
            return fleet.memo === undefined;
        case 'suspend':
            return change.processes.every((process) => fleet.suspended.includes(process));
        case 'resume':
            return change.processes.every((process) => !fleet.suspended.includes(process));
        case 'register':
            return !fleet.instances.some(({ id, balancers }) => change.instances.includes(id) &&
                balancers.some(({ balancer, state }) => balancer === change.balancer && state === 'missing'));
        case 'resize':
            return ((change.sizes.desired === undefined || change.sizes.desired === fleet.sizes.desired) &&
                (change.sizes.max === undefined || change.sizes.max === fleet.sizes.max));
        // The group goes on listing them until it has noticed; the rules wait for that.
        case 'discard':
        case 'relaunch':
            return true;
        case 'terminate':
            return !fleet.instances.some((instance) => change.instances.includes(instance.id) && (0,_standing_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(instance));
        default:
            return change;
    }
}


/***/ }),

/***/ 1046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isServing)
/* harmony export */ });
const content = ({ state }) => state === 'healthy' || state === 'moot';
/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and every load balancer and target
 * group of the group either says so too or can never say so. How long it has done so is another question.
 */
const isServing = ({ lifecycle, healthy, balancers, }) => lifecycle === 'InService' && healthy && balancers.every(content);


/***/ }),

/***/ 6088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ capacityOf),
/* harmony export */   Oz: () => (/* binding */ isCurrent),
/* harmony export */   X8: () => (/* binding */ isBystander),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   eD: () => (/* binding */ isOld),
/* harmony export */   he: () => (/* binding */ isCounted)
/* harmony export */ });
/* harmony import */ var _serving_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1046);

/** The states in which an instance is part of the desired capacity. Warmed, Standby and leaving ones are not. */
const COUNTED = /^(Pending|Pending:Wait|Pending:Proceed|InService|Quarantined|ReplacingRootVolume.*|RootVolumeReplaced)$/;
const isCounted = (instance) => COUNTED.test(instance.lifecycle);
/**
 * Whether the group would launch this instance from the same source today. A missing source counts as another one:
 * the launch configuration was deleted, or the instance was attached.
 */
function isCurrent({ reference, type, imageId }, source) {
    if (reference === undefined)
        return false;
    const images = source.overrides.flatMap((each) => (each.instanceType === type && each.imageId) || []);
    if (images.length > 0 && imageId !== undefined && !images.includes(imageId))
        return false;
    const forType = source.overrides.filter((override) => override.instanceType === type);
    const candidates = forType.length > 0 ? forType : source.overrides.filter(({ instanceType }) => instanceType === undefined);
    const accepted = candidates.map((override) => override.reference);
    if (forType.length === 0)
        accepted.push(source.base);
    return accepted.some((other) => other.kind === 'configuration'
        ? reference.kind === 'configuration' && reference.name === other.name
        : reference.kind === 'template' && reference.id === other.id && reference.version === other.version);
}
/**
 * Whether an instance is to be replaced; with `force` so is whatever was launched before the roll began. While a roll is
 * taken back only what it has launched is.
 */
function isOld(instance, fleet, { force, rollback }) {
    const current = isCurrent(instance, fleet.source);
    if (rollback !== undefined)
        return !current && isCurrent(instance, rollback.failed);
    if (!current)
        return true;
    const replaceLaunchedUntil = fleet.memo === undefined && force ? Infinity : fleet.memo?.replaceLaunchedUntil;
    if (replaceLaunchedUntil === undefined || instance.launchedAt === undefined)
        return false;
    return instance.launchedAt <= replaceLaunchedUntil;
}
/**
 * An old instance that the policy leaves alone: it counts and serves, but it is nobody's successor and has none. What a
 * roll has launched itself goes when it is undone, though its group may protect all that it launches.
 */
function isBystander({ protectedFromScaleIn, launchedAt = 0 }, { memo }, { protectedInstances, intent, rollback }) {
    if (!protectedFromScaleIn || protectedInstances !== 'ignore')
        return false;
    const isUndone = intent === 'restore' || rollback !== undefined;
    return !(isUndone && memo !== undefined && launchedAt >= memo.startedAt);
}
const capacityOf = (instances) => {
    let sum = 0;
    for (const instance of instances)
        sum += instance.weight;
    return sum;
};
/**
 * Ready means serving, and a current instance must have been so for the warm-up: for an old one the beginning is
 * long ago, whenever we first looked. While a roll is undone nobody waits for a warm-up: whoever serves is capacity.
 */
function standingOf(fleet, policy) {
    const counted = fleet.instances.filter(isCounted);
    const outdated = new Set(counted.filter((instance) => isOld(instance, fleet, policy)));
    const old = [...outdated].filter((instance) => !isBystander(instance, fleet, policy));
    const current = counted.filter((instance) => !outdated.has(instance));
    const warmupSeconds = policy.intent === 'restore' ? 0 : policy.warmupSeconds;
    const ready = new Set([
        ...[...outdated].filter(_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .isServing */ .P),
        ...current.filter((instance) => (0,_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .isServing */ .P)(instance) &&
            (warmupSeconds === 0 || (instance.readySince !== undefined && fleet.at - instance.readySince >= warmupSeconds))),
    ]);
    return {
        old,
        current,
        ready,
        capacity: capacityOf(counted),
        oldCapacity: capacityOf(old),
        readyCapacity: capacityOf(ready),
        unreadyCurrentCapacity: capacityOf(current.filter((instance) => !ready.has(instance))),
    };
}


/***/ }),

/***/ 5135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ MAX_VICTIMS),
/* harmony export */   w: () => (/* binding */ departures)
/* harmony export */ });
/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
const MAX_VICTIMS = 100;
/**
 * In which order instances leave: those that do not serve; then from the zone whose loss steers the successor into
 * the zone that has fewest new ones, since AWS launches where a group has fewest instances; then from the zone that has
 * most; then the oldest. So a roll ends with the new ones spread evenly, and `AZRebalance` finds nothing to do.
 *
 * Worked example: 3-2-2 instances of which 1-0-0 are new. If one of the first zone left, all zones would be equal and
 * AWS might launch anywhere, the first zone again included. If one of the second leaves, its successor must come there.
 */
function departures({ leaving, serving, staying, }) {
    const zones = new Map();
    const zoneOf = ({ zone }) => {
        const known = zones.get(zone) ?? { queue: [], total: 0, staying: 0 };
        zones.set(zone, known);
        return known;
    };
    const first = (a, b) => Number(serving.has(a)) - Number(serving.has(b)) || byAge(a, b);
    for (const instance of leaving.toSorted(first)) {
        const zone = zoneOf(instance);
        zone.queue.push(instance);
        zone.total++;
    }
    for (const instance of staying) {
        const zone = zoneOf(instance);
        zone.total++;
        zone.staying++;
    }
    return {
        next(hasSuccessor) {
            const all = [...zones.values()];
            const waiting = all.filter(({ queue }) => queue.length > 0);
            const [best] = waiting.toSorted((a, b) => {
                const [x, y] = [a.queue[0], b.queue[0]];
                const broken = Number(serving.has(x)) - Number(serving.has(y));
                const steering = hasSuccessor ? newWhereNext(all, a) - newWhereNext(all, b) : 0;
                return broken || steering || b.total - a.total || byAge(x, y);
            });
            const victim = best?.queue.shift();
            if (best === undefined || victim === undefined)
                return undefined;
            best.total--;
            if (hasSuccessor)
                land(all);
            return victim;
        },
    };
}
/** The most new ones that the zone of the next launch may have already, if one of `zone` left. */
function newWhereNext(zones, zone) {
    const totalOf = (each) => each.total - Number(each === zone);
    const fewest = Math.min(...zones.map(totalOf));
    return Math.max(...zones.filter((each) => totalOf(each) === fewest).map(({ staying }) => staying));
}
/** A successor arrives where there are fewest; among equals, hopefully where there are fewest new ones. */
function land(zones) {
    const [target] = zones.toSorted((a, b) => a.total - b.total || a.staying - b.staying);
    if (target === undefined)
        return;
    target.total++;
    target.staying++;
}
const age = (instance) => instance.launchedAt ?? instance.firstSeenAt;
const byAge = (a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1);


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotReady)
/* harmony export */ });
/** In a few words, what an instance still lacks. */
function whyNotReady(instance) {
    if (instance.lifecycle !== 'InService')
        return instance.lifecycle + (HOOKED.test(instance.lifecycle) ? ' (a lifecycle hook)' : '');
    if (!instance.healthy)
        return 'the group calls it unhealthy';
    const unhappy = instance.balancers.find(({ state }) => state !== 'healthy' && state !== 'moot');
    return unhappy ? `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}` : 'warming up';
}
const HOOKED = /:Wait$/;


/***/ }),

/***/ 8423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ modelled),
/* harmony export */   j: () => (/* binding */ imagined)
/* harmony export */ });
/* harmony import */ var _fleet_forecast_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);

/**
 * The groups as a dry run sees them: looked at once, and from then on a model in which every launch succeeds. No call
 * of it changes anything.
 */
function modelled(real) {
    const models = new Map();
    const changed = new Set();
    return {
        async look(groups, now) {
            const unknown = groups.filter((group) => !models.has(group));
            const seen = unknown.length > 0 ? await real.look(unknown, now) : { fleets: [], gone: [], unreadable: [] };
            for (const group of groups) {
                const model = models.get(group);
                if (model === undefined)
                    continue;
                models.set(group, changed.has(group) ? { ...model, at: now } : (0,_fleet_forecast_js__WEBPACK_IMPORTED_MODULE_0__/* .afterWait */ .CW)(model, now - model.at));
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
            models.set(group, (0,_fleet_forecast_js__WEBPACK_IMPORTED_MODULE_0__/* .afterChange */ .tC)(model, change));
            changed.add(group);
        },
    };
}
/** A clock on which waiting takes no time. */
function imagined(clock) {
    let ahead = 0;
    return {
        now: () => clock.now() + ahead,
        sleep: async (milliseconds) => {
            ahead += milliseconds;
        },
    };
}


/***/ })

};
