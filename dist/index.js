import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 32561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ groupsBehind),
/* harmony export */   Jm: () => (/* binding */ isBehind),
/* harmony export */   LI: () => (/* binding */ byDaysBehind),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   js: () => (/* binding */ overImageAge),
/* harmony export */   nS: () => (/* binding */ auditRowKinds),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
/** What the rows of an audit are: images with how many instances run on each, or every instance for itself. */
const auditRowKinds = ['groups', 'instances'];
const ranks = { stale: 0, unrolled: 1, unknown: 2, current: 3 };
/** Undefined for a text that is none. */
const verdictOf = (text) => Object.hasOwn(ranks, text) ? text : undefined;
/** Order of the rows: what is most days behind comes first, then what is most in need of a look. */
function byDaysBehind(one, other) {
    return ((other.daysBehind ?? 0) - (one.daysBehind ?? 0) ||
        ranks[one.verdict] - ranks[other.verdict] ||
        compareText(one.region, other.region) ||
        compareText(one.group ?? '', other.group ?? '') ||
        compareText(one.instance?.id ?? '', other.instance?.id ?? '') ||
        compareText(one.imageId ?? '', other.imageId ?? ''));
}
/** Whether a patch or a roll is needed. */
const isBehind = ({ verdict }) => verdict === 'stale' || verdict === 'unrolled';
/** The groups that are behind, each by its worst row, worst first. */
function groupsBehind({ rows }) {
    const worst = new Map();
    for (const row of rows) {
        const { group } = row;
        if (group === undefined || !isBehind(row))
            continue;
        const key = JSON.stringify([row.region, group]);
        if (!worst.has(key))
            worst.set(key, { ...row, group });
    }
    return [...worst.values()];
}
/** The groups, and the instances outside of any, that are more than so many days behind; each once, worst first. */
function olderThan({ rows }, days) {
    return onceEach(rows.filter((row) => isBehind(row) && (row.daysBehind ?? 0) > days));
}
/** Those whose image in use is more than so many days old, whether there is a newer one or not; each once, oldest first. */
function overImageAge({ rows }, days) {
    const old = rows.filter(({ imageAgeDays = 0 }) => imageAgeDays > days);
    return onceEach(old.toSorted((one, other) => (other.imageAgeDays ?? 0) - (one.imageAgeDays ?? 0)));
}
/** The first row of each group, and of each instance outside of any. */
function onceEach(rows) {
    const seen = new Set();
    return rows.filter((row) => {
        const key = JSON.stringify(row.group === undefined ? [row.region, row.instance?.id] : [row.region, row.group, 'group']);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** How many rows have each verdict. */
function tallyOf(rows) {
    const tally = { current: 0, stale: 0, unrolled: 0, unknown: 0 };
    for (const { verdict } of rows)
        tally[verdict]++;
    return tally;
}
// Not localeCompare: the order must not depend on the language of the machine.
function compareText(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}


/***/ }),

/***/ 51566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ doublyClaimed),
/* harmony export */   h: () => (/* binding */ unclaimed)
/* harmony export */ });
/** What `mode: catalogue` finds: that the file is right, and, with an account, which groups no service or more than one claims. */
/** Groups that no service claims: nothing governed may change them. */
const unclaimed = ({ groups }) => groups.filter(({ claims }) => claims.length === 0);
/** Groups that more than one service claims: nothing governed may change them either. */
const doublyClaimed = ({ groups }) => groups.filter(({ claims }) => claims.length > 1);


/***/ }),

/***/ 21629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ findingNames)
/* harmony export */ });
/** What a janitor finds, and what would heal it. Pure. */
/** Every kind of finding, by the name that outputs and `fail-on` have for it. */
const findingNames = [
    'stale-state',
    'waiting-state',
    'unreadable-state',
    'suspended-processes',
    'suspended-by-aws',
    'fixed-size',
    'surplus-left',
    'standby',
    'unregistered',
    'stuck-traffic-source',
    'stuck-refresh',
    'failed-refresh',
    'protected-instances',
    'failing-hooks',
    'unused-configuration',
    'unused-template-versions',
    'unassociated-address',
];
/** How a finding is named to people: its group, or what it is about. */
const placeOf = ({ group, resource }) => group ?? resource ?? '';


/***/ }),

/***/ 28332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 47613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tO: () => (/* binding */ CHANGE_KINDS),
  tC: () => (/* binding */ afterChange),
  k0: () => (/* binding */ changeText),
  WH: () => (/* binding */ isVisibleIn),
  Gl: () => (/* binding */ setsSizes),
  Gm: () => (/* binding */ supersedes)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/clear-state.js
var clear_state = __nccwpck_require__(21535);
;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/register.js
const registerKind = {
    stepAction: 'register',
    subject: 'registration',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: [],
    applyTo: (fleet, { balancer, instances }) => ({
        ...fleet,
        instances: fleet.instances.map((instance) => instances.includes(instance.id)
            ? {
                ...instance,
                balancers: instance.balancers.map((health) => health.balancer === balancer ? { ...health, state: 'unhealthy', reason: 'just registered' } : health),
            }
            : instance),
    }),
    isVisibleIn: (fleet, { balancer, instances }) => !fleet.instances.some(({ id, balancers }) => instances.includes(id) &&
        balancers.some((health) => health.balancer === balancer && health.state === 'unregistered')),
    describe: ({ balancer, instances }, list) => `register ${list(instances)} with ${balancer}`,
};

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/save-state.js
var save_state = __nccwpck_require__(577);
;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/renew-lease.js

const renewLeaseKind = {
    stepAction: 'renew',
    subject: 'memo',
    changesGroup: false,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: 'anything',
    applyTo: (fleet, { memo }) => (0,save_state/* withMemo */.bU)(fleet, memo),
    isVisibleIn: ({ memo, orphanedLease }, { memo: written, after }) => memo === undefined ? orphanedLease === written.run : (0,save_state/* showsLease */.xA)(memo, written, after) !== 'not yet',
    describe: () => 'renew its lease',
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/resize.js
const resizeKind = {
    stepAction: 'resize',
    subject: 'sizes',
    changesGroup: true,
    needsRecentLook: true,
    // While AWS asks to slow down an operator may set the sizes: what was seen before must not be written over that. Once
    // more, a moment later, since a look costs many calls.
    attempts: 2,
    followedBy: ['wait'],
    applyTo: (fleet, { sizes }) => ({ ...fleet, sizes: { ...fleet.sizes, ...sizes } }),
    isVisibleIn: ({ sizes }, { sizes: written }) => (written.desired === undefined || written.desired === sizes.desired) &&
        (written.min === undefined || written.min === sizes.min) &&
        (written.max === undefined || written.max === sizes.max),
    describe: ({ sizes }) => `set ${inWords(sizes)}`,
};
function inWords({ min, desired, max }) {
    const parts = [];
    if (min !== undefined)
        parts.push(`min size to ${min}`);
    if (desired !== undefined)
        parts.push(`desired capacity to ${desired}`);
    if (max !== undefined)
        parts.push(`max size to ${max}`);
    return parts.join(' and ');
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/resume.js
const resumeKind = {
    stepAction: 'resume',
    subject: 'processes',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: [],
    applyTo: (fleet, { processes }) => ({
        ...fleet,
        suspended: fleet.suspended.filter((process) => !processes.includes(process)),
    }),
    isVisibleIn: ({ suspended }, { processes }) => processes.every((process) => !suspended.includes(process)),
    describe: ({ processes }) => `resume ${processes.join(', ')}`,
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/set-launch-source.js
const setLaunchSourceKind = {
    stepAction: 'relaunch',
    subject: 'launch source',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: [],
    // What the source will be called is AWS's to say; no forecast goes beyond it.
    applyTo: (fleet) => fleet,
    // A rule waits for it by the fingerprint of the source.
    isVisibleIn: () => true,
    describe: ({ previous }) => `launch from ${previous.label} again`,
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/suspend.js
const suspendKind = {
    stepAction: 'suspend',
    subject: 'processes',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: ['resize'],
    applyTo: (fleet, { processes }) => ({ ...fleet, suspended: [...new Set([...fleet.suspended, ...processes])] }),
    isVisibleIn: ({ suspended }, { processes }) => processes.every((process) => suspended.includes(process)),
    describe: ({ processes }) => `suspend ${processes.join(', ')}`,
};

// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __nccwpck_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/lifecycle.js
var lifecycle = __nccwpck_require__(77548);
;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/terminate.js


const terminateKind = {
    stepAction: 'terminate',
    subject: 'sizes',
    changesGroup: true,
    needsRecentLook: true,
    // Which instances may leave is weighed anew after every look: while AWS asks to slow down, others may fall sick.
    attempts: 1,
    followedBy: ['terminate', 'wait'],
    applyTo: (fleet, { instances, decrement, min = fleet.sizes.min }) => ({
        ...fleet,
        sizes: decrement
            ? { ...fleet.sizes, min, desired: fleet.sizes.desired - (0,counted/* capacityOf */.A$)(named(fleet, instances)) }
            : fleet.sizes,
        instances: fleet.instances.map((instance) => instances.includes(instance.id) ? { ...instance, lifecycle: 'Terminating', readySince: undefined } : instance),
    }),
    isVisibleIn: (fleet, { instances }) => {
        const leaving = new Set(instances);
        return !fleet.instances.some((each) => leaving.has(each.id) && isThere(each));
    },
    describe: ({ instances, decrement }, list) => `terminate ${list(instances)}${decrement ? ` and lower desired capacity with ${instances.length === 1 ? 'it' : 'them'}` : ''}`,
};
/** One in Standby is no part of the desired capacity, and is there all the same. */
const isThere = (instance) => (0,counted/* isCounted */.he)(instance) || (0,lifecycle/* phaseOf */.hU)(instance) === 'standby';
/** The named instances that are part of the desired capacity still. */
function named(fleet, ids) {
    const leaving = new Set(ids);
    return fleet.instances.filter((instance) => leaving.has(instance.id) && (0,counted/* isCounted */.he)(instance));
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/terminate-warm.js
const terminateWarmKind = {
    stepAction: 'discard',
    subject: 'warm pool',
    changesGroup: true,
    needsRecentLook: true,
    // One that has left the pool meanwhile may serve: after each look each is asked for once.
    attempts: 1,
    followedBy: [],
    applyTo: (fleet, { instances }) => ({
        ...fleet,
        instances: fleet.instances.map((instance) => instances.includes(instance.id) ? { ...instance, lifecycle: 'Warmed:Terminating' } : instance),
    }),
    // The group goes on listing them until it has noticed; the rules wait for that.
    isVisibleIn: () => true,
    describe: ({ instances }, list) => `terminate ${list(instances)} of the warm pool`,
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/changes.js










/** What is known of each kind, by its name. */
const CHANGE_KINDS = {
    'save-state': save_state/* saveStateKind */.NV,
    'renew-lease': renewLeaseKind,
    suspend: suspendKind,
    resize: resizeKind,
    terminate: terminateKind,
    'terminate-warm': terminateWarmKind,
    'set-launch-source': setLaunchSourceKind,
    register: registerKind,
    resume: resumeKind,
    'clear-state': clear_state/* clearStateKind */.J,
};
// The table has each kind under its own name, so what stands there takes the change.
const kindOf = ({ kind }) => CHANGE_KINDS[kind];
/** The group right after AWS has accepted a change. */
const afterChange = (fleet, change) => kindOf(change).applyTo(fleet, change);
/**
 * Whether an observation shows a change already: AWS's answers may lag behind its acceptance, and a decision on what was
 * before could be made twice.
 */
const isVisibleIn = (fleet, change) => kindOf(change).isVisibleIn(fleet, change);
/** Whether AWS may have set other sizes than before, where it has carried out this change. */
const setsSizes = (change) => change.kind === 'resize' || (change.kind === 'terminate' && change.decrement);
/** What a change does, as an order; `list` writes the ids of its instances. */
const changeText = (change, list) => kindOf(change).describe(change, list);
/** Whether a later change makes an earlier one out of date. */
function supersedes(later, earlier) {
    // An instance that was told to leave leaves, whatever comes after.
    if (earlier.kind === 'terminate' || (later.kind === 'terminate' && !later.decrement))
        return false;
    return kindOf(later).subject === kindOf(earlier).subject;
}


/***/ }),

/***/ 21535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ clearState),
/* harmony export */   J: () => (/* binding */ clearStateKind)
/* harmony export */ });
/* harmony import */ var _save_state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(577);

/** The change that clears the state of this group. */
function clearState({ instances }) {
    const carriers = instances.flatMap(({ id, carriesMemo }) => (carriesMemo ? id : []));
    return { kind: 'clear-state', ...(carriers.length > 0 && { carriers }) };
}
const clearStateKind = {
    stepAction: 'forget',
    subject: 'memo',
    changesGroup: false,
    needsRecentLook: false,
    attempts: undefined,
    followedBy: [],
    applyTo: (fleet) => (0,_save_state_js__WEBPACK_IMPORTED_MODULE_0__/* .withMemo */ .bU)(fleet, undefined),
    isVisibleIn: ({ memo }) => memo === undefined,
    describe: () => 'remove its saved state',
};


/***/ }),

/***/ 577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NV: () => (/* binding */ saveStateKind),
/* harmony export */   bU: () => (/* binding */ withMemo),
/* harmony export */   xA: () => (/* binding */ showsLease)
/* harmony export */ });
/* harmony import */ var _remembered_state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(71540);

/**
 * A memo in another run's name is news as well, to be decided on and not waited for. The predecessor's name is none, nor is what
 * stood there before: a run that ended a moment ago may still be shown, though its saved state was removed since.
 */
const showsLease = (memo, written, after) => {
    if (memo.run === written.run)
        return memo.heartbeatAt === written.heartbeatAt ? 'ours' : 'not yet';
    return memo.run === after?.run || isEarlier(memo, written) ? 'not yet' : 'other';
};
/** Whether it was written before: a run that begins, or takes a group over, does so after the last sign of life of the one before. */
const isEarlier = (memo, written) => memo.startedAt < written.startedAt || memo.heartbeatAt < written.heartbeatAt;
/** The group with this memo on it. */
const withMemo = (fleet, memo) => ({
    ...fleet,
    memo,
    carriedMemo: undefined,
    orphanedLease: undefined,
});
const saveStateKind = {
    stepAction: 'remember',
    subject: 'memo',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
    // Of two runs that begin at once the later memo wins: whose it is must be seen before anything else is changed.
    followedBy: [],
    applyTo: (fleet, { memo }) => withMemo(fleet, memo),
    isVisibleIn: ({ memo }, { memo: written, after }) => {
        if (memo === undefined)
            return false;
        const shown = showsLease(memo, written, after);
        return shown === 'other' || (shown === 'ours' && (0,_remembered_state_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSameFacts */ ._W)(memo, written));
    },
    describe: ({ memo: { sizes }, carriers = [] }, list) => `save its state in tags (min ${sizes.min}, desired ${sizes.desired}, max ${sizes.max})${carriers.length > 0 ? `, also on ${list(carriers)}` : ''}`,
};


/***/ }),

/***/ 71582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ capacityOf),
/* harmony export */   eb: () => (/* binding */ holdsRoom),
/* harmony export */   he: () => (/* binding */ isCounted)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77548);

const COUNTED = new Set([
    'pending',
    'in service',
    'replacing its root volume',
]);
/** Whether an instance is part of the desired capacity: warmed ones, those in Standby and leaving ones are not. */
const isCounted = (instance) => COUNTED.has((0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(instance));
/**
 * Whether an instance that is no part of the desired capacity any more still holds what the next launch needs: its address, its
 * vCPUs and its place on a host are not free before EC2 has ended it.
 */
const holdsRoom = (instance) => ['leaving', 'leaving the pool'].includes((0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(instance) ?? '');
/** The capacity of instances together, in the group's unit: their number, or the sum of their weights. */
const capacityOf = (instances) => {
    let sum = 0;
    for (const instance of instances)
        sum += instance.weight;
    return sum;
};


/***/ }),

/***/ 67330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VW: () => (/* binding */ HEARTBEAT_SECONDS),
/* harmony export */   hF: () => (/* binding */ isLeaseLive),
/* harmony export */   hJ: () => (/* binding */ heldByOther),
/* harmony export */   jK: () => (/* binding */ leaseConflict),
/* harmony export */   lT: () => (/* binding */ claimLease),
/* harmony export */   qc: () => (/* binding */ DEAD_AFTER_SECONDS),
/* harmony export */   rt: () => (/* binding */ runName),
/* harmony export */   z2: () => (/* binding */ heartbeatAfter)
/* harmony export */ });
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9967);

/** A run that has been silent for so long is dead; it says that it is alive every `HEARTBEAT_SECONDS`. */
const DEAD_AFTER_SECONDS = 300;
const HEARTBEAT_SECONDS = 120;
/** A heartbeat so far ahead of AWS's clock was written by no run: AWS's answers give whole seconds, and calls take some. */
const FUTURE_SECONDS = 60;
/** Another attempt of the same workflow run cannot be alive: GitHub starts it when the one before has ended. */
function isLeaseLive(memo, run, at) {
    if ((0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isOtherAttempt */ .EA)(memo.run, run) || isFromFuture(memo, at))
        return false;
    return at - memo.heartbeatAt < DEAD_AFTER_SECONDS;
}
/** Whether its heartbeat is so far ahead of AWS's clock that no run can have written it. */
const isFromFuture = ({ heartbeatAt }, at) => heartbeatAt - at > FUTURE_SECONDS;
/**
 * Puts this process's name on a memo whose last writer may have changed the group a moment ago. AWS's answers may lag
 * behind, but one that shows the name shows whatever was changed before: nothing is decided until then. Undefined where
 * it is not needed, or AWS refuses it: a run that takes a roll over from one that is long dead writes its name with the
 * saved state.
 */
function claimLease(memo, policy, at) {
    const { run, url, intent, refused } = policy;
    const isLate = memo.run !== run && at - memo.heartbeatAt >= DEAD_AFTER_SECONDS;
    if (refused?.includes('renew-lease') || (isLate && intent === 'roll'))
        return undefined;
    return {
        kind: 'renew-lease',
        memo: { ...memo, run, url, heartbeatAt: heartbeatAfter(memo, at) },
        after: memo,
        reason: `after run ${runName(memo)}`,
    };
}
/** The sign of life that follows on that of a memo: another second than before, or the memo would look as it did. */
const heartbeatAfter = (memo, at) => isFromFuture(memo, at) ? Math.floor(at) : Math.max(Math.floor(at), memo.heartbeatAt + 1);
/** Leaves the group alone: another run holds its lease. */
function heldByOther(memo, at) {
    const seconds = Math.max(0, Math.round(at - memo.heartbeatAt));
    return {
        kind: 'refuse',
        reason: `run ${runName(memo)} holds the lease of this group and renewed it ${seconds} s ago`,
        remedy: `Wait for that run to end. If it has died, start again in ${Math.ceil((DEAD_AFTER_SECONDS - seconds) / 60)} minutes: its lease has expired then.`,
    };
}
/** A run as a person finds it. */
const runName = ({ run, url }) => `${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunOf */ .ol)(run)}${url === undefined ? '' : ` (${url})`}`;
/** Why a group must be left alone: another run, which is alive, is at work on it. A dead run's traces are no obstacle. */
function leaseConflict(memo, { run, now }) {
    if (memo.run === run || !isLeaseLive(memo, run, now))
        return undefined;
    const seconds = Math.max(0, Math.round(now - memo.heartbeatAt));
    return `run ${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunOf */ .ol)(memo.run)} holds its lease and renewed it ${seconds} s ago; wait for that run to end`;
}


/***/ }),

/***/ 77548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ isHooked),
/* harmony export */   SR: () => (/* binding */ hasLeft),
/* harmony export */   hU: () => (/* binding */ phaseOf)
/* harmony export */ });
const PHASES = {
    Pending: 'pending',
    'Pending:Wait': 'pending',
    'Pending:Proceed': 'pending',
    Quarantined: 'pending',
    InService: 'in service',
    ReplacingRootVolume: 'replacing its root volume',
    'ReplacingRootVolume:Wait': 'replacing its root volume',
    'ReplacingRootVolume:Proceed': 'replacing its root volume',
    RootVolumeReplaced: 'replacing its root volume',
    Terminating: 'leaving',
    'Terminating:Wait': 'leaving',
    'Terminating:Proceed': 'leaving',
    'Terminating:Retained': 'retained',
    Terminated: 'leaving',
    EnteringStandby: 'standby',
    Standby: 'standby',
    Detaching: 'detached',
    Detached: 'detached',
    'Warmed:Pending': 'warm',
    'Warmed:Pending:Wait': 'warm',
    'Warmed:Pending:Proceed': 'warm',
    'Warmed:Pending:Retained': 'retained',
    'Warmed:Stopped': 'warm',
    'Warmed:Running': 'warm',
    'Warmed:Hibernated': 'warm',
    'Warmed:Terminating': 'leaving the pool',
    'Warmed:Terminating:Wait': 'leaving the pool',
    'Warmed:Terminating:Proceed': 'leaving the pool',
    'Warmed:Terminating:Retained': 'retained',
    'Warmed:Terminated': 'leaving the pool',
};
const PHASE_OF = new Map(Object.entries(PHASES));
/** The phase of an instance; undefined for a state that AWS has added since, of which nothing is concluded. */
const phaseOf = ({ lifecycle }) => PHASE_OF.get(lifecycle);
/** Whether an instance is on its way out of the group, or gone from its capacity for good. */
const hasLeft = (instance) => {
    const phase = phaseOf(instance);
    return phase === 'leaving' || phase === 'retained' || phase === 'detached';
};
/** Whether a lifecycle hook holds an instance in its present state. */
const isHooked = ({ lifecycle }) => lifecycle.endsWith(':Wait');


/***/ }),

/***/ 71540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ memoThatCounts),
/* harmony export */   _W: () => (/* binding */ hasSameFacts),
/* harmony export */   fb: () => (/* binding */ stateLoss)
/* harmony export */ });
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(67330);

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
    const isHeldByOther = memo.run !== run && (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeaseLive */ .hF)(memo, run, at);
    return isHeldByOther || hasSameFacts(memo, remembered) ? undefined : 'changed';
}
/** The memo by which a run goes: the one that it remembers, `remembered`, where the tags of the group are not as it has written them. */
const memoThatCounts = (fleet, remembered) => remembered !== undefined && stateLoss(fleet, { remembered, run: remembered.run }) !== undefined
    ? remembered
    : fleet.memo;


/***/ }),

/***/ 9967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ isOtherAttempt),
/* harmony export */   Qq: () => (/* binding */ formatRunId),
/* harmony export */   ol: () => (/* binding */ workflowRunOf),
/* harmony export */   yE: () => (/* binding */ workflowAttemptOf)
/* harmony export */ });
/**
 * The name of a run, `<run id>/<attempt>/<nonce>`, as memos, tags and descriptions of versions hold it. The run id is
 * GitHub's; the nonce tells two jobs of one attempt apart. Pure.
 */
/** The name of a run, from its parts. */
const formatRunId = ({ workflowRun, attempt, nonce }) => [workflowRun, attempt, nonce].join('/');
/** The parts of a run's name; those that a text of another form lacks are undefined. */
function partsOf(run) {
    const [workflowRun = '', attempt] = run.split('/');
    return { workflowRun, attempt };
}
/** The workflow run, as GitHub numbers it; of a text of another form, all up to the first slash. */
const workflowRunOf = (run) => partsOf(run).workflowRun;
/** `<run id>/<attempt>`: the same for all jobs of one attempt of a workflow run. */
function workflowAttemptOf(run) {
    const { workflowRun, attempt = '' } = partsOf(run);
    return `${workflowRun}/${attempt}`;
}
/** Whether both are of the same workflow run, but of different attempts. */
function isOtherAttempt(run, other) {
    const [one, two] = [partsOf(run), partsOf(other)];
    return one.workflowRun === two.workflowRun && one.attempt !== two.attempt;
}


/***/ }),

/***/ 13831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ USUAL_START_SECONDS)
/* harmony export */ });
/** Seconds that an instance usually takes from its launch until it is ready: a guess, before a run has seen one start. */
const USUAL_START_SECONDS = 180;


/***/ }),

/***/ 88330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ isSameWeights),
/* harmony export */   Ch: () => (/* binding */ BOTH),
/* harmony export */   KL: () => (/* binding */ weightsInWords),
/* harmony export */   VS: () => (/* binding */ unwritableShare),
/* harmony export */   W8: () => (/* binding */ isSameTraffic),
/* harmony export */   X: () => (/* binding */ weightsAt),
/* harmony export */   _P: () => (/* binding */ otherSide),
/* harmony export */   tC: () => (/* binding */ shareOf)
/* harmony export */ });
/* unused harmony export wholeWeights */
/**
 * The arithmetic of shares: what each means of moving traffic writes so that one side gets a share of it. Whole weights, sums
 * exact. Pure.
 */
const otherSide = (side) => (side === 'blue' ? 'green' : 'blue');
/** All of the traffic: Senza's sum on Route 53, whose weights are halves of a percent, and 100 on load balancers. */
const WHOLE = { alb: 100, nlb: 100, route53: 200, classic: 100 };
/** Percent of the side that traffic goes to at which both sides stand behind a classic load balancer: it splits by instances. */
const BOTH = 50;
/**
 * The weights that give `to` its share. On load balancers `100 - share` and `share`; on Route 53 the other records share the
 * rest in proportion to what they had, at least 1 while they were positive, and 0 stays 0. Where that leaves nobody else, `to`
 * gets all.
 */
function weightsAt(means, before, { to, share }) {
    const from = otherSide(to);
    switch (means) {
        case 'alb':
        case 'nlb':
            return sides(to, share, 100 - share);
        case 'classic':
            if (share <= 0)
                return sides(to, undefined, 1);
            return share < 100 ? sides(to, 1, 1) : sides(to, 1, undefined);
        case 'route53': {
            const names = Object.keys(before.others ?? {});
            const rest = [before[from] ?? 0, ...names.map((name) => before.others?.[name] ?? 0)];
            const { wanted, others } = wholeWeights(WHOLE.route53, Math.floor(share * 2), rest);
            const [first = 0, ...more] = others;
            const named = Object.fromEntries(names.map((name, index) => [name, more[index] ?? 0]));
            return { ...sides(to, wanted, first), ...(names.length > 0 && { others: named }) };
        }
        default:
            return means;
    }
}
const sides = (to, mine, other) => to === 'green' ? { blue: other, green: mine } : { blue: mine, green: other };
/**
 * `wanted` of a whole for one, the rest for the others in proportion to their weights: whole numbers, the sum exact. One that
 * is positive keeps at least 1 as long as anything is left for the others, and one that is 0 stays 0. The wish gives way only
 * where there would not be 1 for each, and where there is nobody else it is the whole.
 */
function wholeWeights(whole, wish, before) {
    const positive = before.filter((weight) => weight > 0).length;
    if (positive === 0)
        return { wanted: whole, others: before.map(() => 0) };
    if (wish >= whole)
        return { wanted: whole, others: before.map(() => 0) };
    const wanted = Math.min(wish, whole - positive);
    return { wanted, others: inProportion(whole - wanted, before) };
}
/** An amount in proportion to weights, at least 1 each where the weight is positive; `amount` suffices for that. */
function inProportion(amount, weights) {
    const floored = new Set();
    for (;;) {
        const free = weights.flatMap((weight, index) => (weight > 0 && !floored.has(index) ? [index] : []));
        const sum = free.reduce((total, index) => total + (weights[index] ?? 0), 0);
        const left = amount - floored.size;
        const exact = (index) => ((weights[index] ?? 0) * left) / sum;
        const short = free.filter((index) => exact(index) < 1);
        if (short.length === 0)
            return rounded(weights, { free, exact, left, floored });
        for (const index of short)
            floored.add(index);
    }
}
/** By the largest remainder; of equal ones the last, as Senza gives what is over to the newest version. */
function rounded(weights, { free, exact, left, floored }) {
    const whole = new Map(free.map((index) => [index, Math.floor(exact(index))]));
    const over = left - [...whole.values()].reduce((sum, weight) => sum + weight, 0);
    const remainder = (index) => exact(index) - Math.floor(exact(index));
    const first = [...free].sort((one, other) => remainder(other) - remainder(one) || other - one).slice(0, over);
    return weights.map((_, index) => (floored.has(index) ? 1 : (whole.get(index) ?? 0) + (first.includes(index) ? 1 : 0)));
}
/** The percent of the traffic that a side gets by these weights; 0 where nothing is sent anywhere. */
function shareOf(weights, side) {
    const sum = totalOf(weights);
    return sum === 0 ? 0 : ((weights[side] ?? 0) * 100) / sum;
}
const totalOf = ({ blue = 0, green = 0, others = {} }) => blue + green + Object.values(others).reduce((sum, weight) => sum + weight, 0);
/** Whether two weights say the same, a side that is not named as one of weight 0. */
const isSameTraffic = (one, other) => (one.blue ?? 0) === (other.blue ?? 0) && (one.green ?? 0) === (other.green ?? 0) && sameOthers(one, other);
/** Whether they are the same, down to whether a side is named. */
const isSameWeights = (one, other) => one.blue === other.blue && one.green === other.green && sameOthers(one, other);
function sameOthers({ others: one = {} }, { others: other = {} }) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => one[name] === other[name]);
}
/** Why a share cannot be written by these means, as the end of a sentence; undefined where it can. */
function unwritableShare(means, share) {
    if (share < 0 || share > 100)
        return 'a share is at most 100';
    if (share === 0 || share === 100)
        return undefined;
    switch (means) {
        case 'alb':
        case 'nlb':
            return Number.isInteger(share) ? undefined : `a load balancer takes whole percents`;
        case 'route53':
            return share >= 0.5 ? undefined : 'Route 53 takes no less than 0.5 percent';
        case 'classic':
            return 'a classic load balancer takes all or nothing';
        default:
            return means;
    }
}
/** `blue 90, green 10`, of weights that stand for a whole or not. */
const weightsInWords = ({ blue, green, others = {} }) => [
    `blue ${blue ?? 'not named'}`,
    `green ${green ?? 'not named'}`,
    ...Object.entries(others).map(([name, weight]) => `${name} ${weight}`),
].join(', ');


/***/ }),

/***/ 38975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ parseDockerReference),
/* harmony export */   RB: () => (/* binding */ sameRepository),
/* harmony export */   WQ: () => (/* binding */ digestProblem),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   qH: () => (/* binding */ tagProblem),
/* harmony export */   t$: () => (/* binding */ tryDockerReference),
/* harmony export */   te: () => (/* binding */ referenceProblem)
/* harmony export */ });
/* harmony import */ var _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(80606);

const hostPattern = /^(?:(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])(?:\.(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]))*|\[[a-f0-9:]+\])(?::[0-9]+)?$/iu;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/u;
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/u;
const digestLengths = { sha256: 64, sha384: 96, sha512: 128 };
/**
 * Takes an image reference apart by the grammar of the distribution project, or throws a `UserDataError` that says what
 * is wrong without repeating the text: what stands in the wrong field may be a secret.
 */
function parseDockerReference(text) {
    const reference = readDockerReference(text);
    if (typeof reference === 'string')
        throw new _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserDataError */ ._(`This is not a Docker image reference: ${reference}.`);
    return reference;
}
/** The same for text that need not be a reference: undefined instead of an error. */
function tryDockerReference(text) {
    const reference = readDockerReference(text);
    return typeof reference === 'string' ? undefined : reference;
}
/** What is wrong with text that should be a reference, as the end of a sentence; undefined where nothing is. */
function referenceProblem(text) {
    const reference = readDockerReference(text);
    return typeof reference === 'string' ? reference : undefined;
}
/** Whether two references name the same repository, tags and digests aside: `nginx` is `docker.io/library/nginx`. */
function sameRepository(one, other) {
    return repositoryOf(one) === repositoryOf(other);
}
/** Host and path with Docker Hub's defaults written out. */
function repositoryOf({ host, path }) {
    const hub = host === undefined || /^(?:index\.)?docker\.io$/iu.test(host);
    if (!hub)
        return `${host.toLowerCase()}/${path}`;
    return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}
function readDockerReference(text) {
    if (text === '')
        return 'it is empty';
    if (/\s/u.test(text))
        return 'it contains white space';
    if (text.includes('://'))
        return 'it begins with a scheme; write it without "https://"';
    const [named = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        return 'it has more than one "@"';
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const name = colon < 0 ? named : named.slice(0, colon);
    const tag = colon < 0 ? undefined : named.slice(colon + 1);
    if (name.length > 255)
        return `host and path have ${name.length} characters, 255 are allowed`;
    const { host, path } = splitHost(name);
    const problem = (host === undefined ? undefined : hostProblem(host)) ??
        pathProblem(path) ??
        (tag === undefined ? undefined : tagProblem(tag)) ??
        (digest === undefined ? undefined : digestProblem(digest));
    return problem ?? { host, path, tag, digest };
}
/** The first part is a host only if it looks like one: with a dot, a port, an upper-case letter, or `localhost`. */
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(0, slash));
    const isHost = /[.:]/u.test(first) || first === 'localhost' || first !== first.toLowerCase();
    return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}
function hostProblem(host) {
    if (!hostPattern.test(host))
        return 'its host is not a host name with an optional port';
    const port = /:(\d+)$/u.exec(host.replace(/^\[.*\]/u, ''))?.[1];
    return port !== undefined && Number(port) > 65_535 ? 'its port is above 65535' : undefined;
}
function pathProblem(path) {
    if (path === '')
        return 'it has no repository path';
    if (/[A-Z]/u.test(path))
        return 'its repository path has an upper-case letter';
    if (!pathPattern.test(path)) {
        return 'its repository path may have only lower-case letters and digits, separated by "/", ".", "_", "__" or dashes';
    }
    return /^[a-f0-9]{64}$/u.test(path) ? 'it is an image id, not a name' : undefined;
}
/** What is wrong with a tag; undefined for a good one. */
function tagProblem(tag) {
    if (tag === '')
        return 'its tag is empty';
    if (tag.length > 128)
        return `its tag has ${tag.length} characters, 128 are allowed`;
    return tagPattern.test(tag)
        ? undefined
        : 'its tag may have only letters, digits, "_", "." and "-", and begins with neither of the last two';
}
/** What is wrong with a digest; undefined for a good one. */
function digestProblem(digest) {
    const [, algorithm = '', hex = ''] = /^([a-z0-9]+):([a-f0-9]+)$/u.exec(digest) ?? [];
    const length = digestLengths[algorithm];
    if (length === undefined)
        return 'its digest is not of the form sha256:<lower-case hex digits>, sha384: or sha512:';
    return hex.length === length ? undefined : `its digest has ${hex.length} hex digits, ${algorithm} has ${length}`;
}


/***/ }),

/***/ 9440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ tryWantedImage),
/* harmony export */   Q$: () => (/* binding */ refuseOwnName),
/* harmony export */   Qh: () => (/* binding */ retagged),
/* harmony export */   s2: () => (/* binding */ wantedImageProblem),
/* harmony export */   xR: () => (/* binding */ wantedImage)
/* harmony export */ });
/* harmony import */ var _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(80606);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(38975);


/** Reads the input; what is neither an image reference nor a tag or a digest is undefined. */
function tryWantedImage(text) {
    const version = versionAlone(text);
    if (version !== undefined)
        return typeof version === 'string' ? undefined : version;
    const reference = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .tryDockerReference */ .t$)(text);
    return reference && { kind: 'reference', text, reference };
}
/** What is wrong with such a text, as the end of a sentence that does not repeat it; undefined where nothing is. */
function wantedImageProblem(text) {
    const version = versionAlone(text);
    if (version !== undefined)
        return typeof version === 'string' ? version : undefined;
    return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceProblem */ .te)(text);
}
/** The same, or a `UserDataError` that says what is wrong without repeating the text. */
function wantedImage(text) {
    const version = versionAlone(text);
    if (typeof version === 'string')
        throw new _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserDataError */ ._(`This is not a Docker image reference: ${version}.`);
    return version ?? { kind: 'reference', text, reference: (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDockerReference */ .F4)(text) };
}
/** A word without `/`, `:` and `@` is a tag: a repository is moved by its tag or digest. A text says what is wrong with it. */
function versionAlone(text) {
    const [, tag] = /^:?([^/:@]+)$/u.exec(text) ?? [];
    if (tag !== undefined)
        return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .tagProblem */ .qH)(tag) ?? { kind: 'version', tag, digest: undefined };
    const [, digest] = /^@?((?:sha256|sha384|sha512):[^/:@]*)$/u.exec(text) ?? [];
    return digest === undefined ? undefined : ((0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .digestProblem */ .WQ)(digest) ?? { kind: 'version', tag: undefined, digest });
}
/** An image reference as it was written, with another tag and digest. */
function retagged(text, { tag, digest }) {
    const [named = ''] = text.split('@');
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const name = colon < 0 ? named : named.slice(0, colon);
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** A repository without a tag and a digest cannot be what a tag alone is meant for. */
function refuseOwnName(wanted, { path }) {
    if (wanted.kind !== 'version' || wanted.tag !== path.split('/').at(-1))
        return;
    throw new _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserDataError */ ._('docker-image is the name of the image in use without a tag or digest; give the tag, or the whole reference.');
}


/***/ }),

/***/ 80606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ UserDataError)
/* harmony export */ });
/**
 * User data, or a change of it, that cannot be worked with. The message never holds a line or a value of user data, which
 * is full of secrets: only places, sizes, key paths of the change, and image references.
 */
class UserDataError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'UserDataError';
    }
}


/***/ }),

/***/ 27406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   cp: () => (/* binding */ isUncertain),
/* harmony export */   pg: () => (/* binding */ explanationOf),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** A failure that the user can act on; anything else that is thrown is a defect of ours and keeps its stack. */
class UserError extends Error {
    what;
    why;
    remedy;
    constructor({ what, why, remedy, cause }) {
        super([what, why, remedy].filter((part) => part !== undefined).join(' '), cause === undefined ? {} : { cause });
        this.name = 'UserError';
        this.what = what;
        this.why = why;
        this.remedy = remedy;
    }
}
/**
 * Why a run that was cancelled goes on with nothing: no answer of AWS, and no defect of the action.
 * What is left then is for the post step.
 */
class Cancelled extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'Cancelled';
    }
}
/** What to tell a person of anything that was thrown; the error itself stays its cause. */
function explanationOf(error) {
    if (!(error instanceof UserError))
        return { what: error instanceof Error ? error.message : String(error), cause: error };
    const { what, why, remedy } = error;
    return { what, ...(why !== undefined && { why }), ...(remedy !== undefined && { remedy }), cause: error };
}
/** Whether it tells of the world and not of a defect of ours. */
const isFailure = (error) => error instanceof UserError || error instanceof Cancelled || isUncertain(error);
/** Whether AWS's answer was lost, so that another look may tell more; anything else that is thrown is final. */
const isUncertain = (error) => error instanceof Error && error.name === 'UncertainOutcome';


/***/ }),

/***/ 6857:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(13453);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(27406);
/* harmony import */ var _main_main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(51525);
/* harmony import */ var _platform_github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(13105);
/* harmony import */ var _platform_heap_growth_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(43772);
/**
 * The entry point of both steps: gives the run the real platform. dist/post.js starts it again after the job, and dist/cli.js
 * starts it for the command; both leave their mark in the state of the step.
 */





(0,_platform_heap_growth_js__WEBPACK_IMPORTED_MODULE_4__/* .boundHeapGrowth */ .C)();
const runner = (0,_platform_github_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .githubRunner */ .O)();
const onInterrupt = (listener) => {
    for (const name of ['SIGINT', 'SIGTERM'])
        process.on(name, listener);
};
if (runner.getState('step') === 'command') {
    const { ownFile } = await __nccwpck_require__.e(/* import() */ 8512).then(__nccwpck_require__.bind(__nccwpck_require__, 68512));
    const { command } = await __nccwpck_require__.e(/* import() */ 7707).then(__nccwpck_require__.bind(__nccwpck_require__, 97707));
    const { stdout, stderr } = process;
    process.exitCode = await command({
        words: process.argv.slice(2),
        stdout,
        stderr,
        folder: process.cwd(),
        ownFile,
        onInterrupt,
        clock: _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m,
        random: Math.random,
    });
}
else {
    const cancelled = new AbortController();
    onInterrupt(() => cancelled.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ()));
    const platform = { runner, clock: _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m, random: Math.random, signal: cancelled.signal };
    await (0,_main_main_js__WEBPACK_IMPORTED_MODULE_2__/* .mainOrPost */ .dJ)(platform);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 60759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ USUAL_CATALOGUE)
/* harmony export */ });
/** Where a catalogue lies unless an input or option names another file; from the workspace. */
const USUAL_CATALOGUE = '.github/fleet-patch.yml';


/***/ }),

/***/ 91833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ namesPair),
  C: () => (/* binding */ readCommon)
});

// EXTERNAL MODULE: ./build/src/inputs/parse.js
var parse = __nccwpck_require__(83468);
;// CONCATENATED MODULE: ./build/src/inputs/audit-sinks.js

/** Where the record of a run is sent; undefined where that is nowhere. */
function readAuditSinks(reader) {
    const bus = reader.value('audit-bus', named(/^(arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus\/)?[\w./-]{1,256}$/, 'the name or the ARN of an event bus')); // prettier-ignore
    const logGroup = reader.value('audit-log-group', named(/^[\w./#-]{1,512}$/, 'the name of a log group, not its ARN'));
    const bucket = reader.value('audit-bucket', named(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket, not an ARN or an address')); // prettier-ignore
    if (bus === undefined && logGroup === undefined && bucket === undefined)
        return undefined;
    return { bus, logGroup, bucket };
}
const named = (pattern, what) => (text) => {
    if (text === '' || pattern.test(text))
        return text || undefined;
    throw new parse/* WrongInput */.Ey(`must be ${what}`);
};

// EXTERNAL MODULE: ./build/src/inputs/declared.js
var declared = __nccwpck_require__(70417);
;// CONCATENATED MODULE: ./build/src/inputs/github.js

/** Undefined where nothing is asked for. */
function readGitHub(reader) {
    const wanted = {
        trackingIssue: reader.value('tracking-issue', parse/* boolean */.zM),
        pullRequestComment: reader.value('pull-request-comment', parse/* boolean */.zM),
        deployment: reader.value('deployment', parse/* boolean */.zM),
    };
    const token = reader.value('github-token', (text) => text || undefined);
    return Object.values(wanted).some(Boolean) ? { token, ...wanted } : undefined;
}

// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __nccwpck_require__(81975);
// EXTERNAL MODULE: ./build/src/inputs/notify.js
var notify = __nccwpck_require__(91202);
;// CONCATENATED MODULE: ./build/src/inputs/plan/inputs.js


/** What makes `rollback` and `release` move traffic. */
const PAIR = new Set(['blue', 'green', 'versions', 'traffic', 'listener-rules', 'record']);
/** The longest that a plan may be good for, in hours: a year. */
const MOST_HOURS = 8760;
/** Reads what a plan takes; problems are left in the reader. */
function readPlanInputs(reader, { mode, dryRun }) {
    const planFile = reader.value('plan-file', parse/* optionalText */.mR);
    reader.rule(['plan-file', 'dry-run'], () => planFile === undefined || dryRun, '`plan-file` is written by a dry run alone: it needs `dry-run: true`. A run that carries a plan out names it with `apply`.');
    reader.rule(['plan-file'], () => planFile === undefined || mode === undefined || (0,modes/* isPlannable */.S0)(mode), `\`plan-file\` cannot be written with \`mode: ${mode}\`, of which there is no plan.`);
    const pair = reader.set.find((name) => PAIR.has(name));
    reader.rule(['plan-file'], () => planFile === undefined || pair === undefined, `\`plan-file\` cannot be written with \`${pair}\`: there is no plan of traffic between two groups.`);
    reader.rule(['plan-digest', 'apply'], () => !reader.set.includes('plan-digest') || reader.set.includes('apply'), '`plan-digest` belongs to the plan that `apply` names, and `apply` is missing.');
    const expiresSeconds = reader.value('plan-expires', (0,parse/* hours */.c$)(MOST_HOURS));
    return { plan: planFile === undefined ? undefined : { path: planFile, expiresSeconds } };
}

// EXTERNAL MODULE: ./build/src/inputs/report-html.js
var report_html = __nccwpck_require__(81535);
// EXTERNAL MODULE: ./build/src/inputs/role.js
var inputs_role = __nccwpck_require__(55159);
;// CONCATENATED MODULE: ./build/src/inputs/common.js









/** Reads what every mode takes and checks it as a whole; problems are left in the reader. */
function readCommon(reader, { environment, mode, selectors: usual }) {
    const regions = reader.value('aws-region', regionList);
    const role = reader.value('role-to-assume', inputs_role/* optionalRole */.b1);
    const allowedAccountIds = reader.value('allowed-account-ids', (0,parse/* listOf */.c3)(/^\d{12}$/, 'account ids of 12 digits'));
    const groups = reader.value('auto-scaling-groups', parse/* list */.p_);
    const stackList = reader.value('stacks', parse/* stacks */.I3);
    const tagList = reader.value('tags', parse/* tags */._A);
    const [region] = regions;
    const given = { groups, stacks: stackList, tags: tagList };
    const selectors = usual !== undefined && namesNothing(given) ? usual : given;
    reader.rule(['aws-region'], 
    // A catalogue can be read without an account.
    () => region !== undefined || (mode === 'catalogue' && role === undefined), '`aws-region` is missing and neither `AWS_REGION` nor `AWS_DEFAULT_REGION` is set.');
    reader.rule(['aws-region'], () => regions.length < 2 || mode === undefined || modes/* modes */.nI[mode].regions === 'several', `\`aws-region\` must be one region with \`mode: ${mode}\`, not ${(0,parse/* quoted */.TL)(regions)}.`);
    reader.rule(['aws-region', 'role-to-assume'], () => role === undefined || region === undefined || role.partition === ((0,inputs_role/* partitionOf */.iQ)(region) ?? role.partition), `\`role-to-assume\` is a role of the partition \`${role?.partition}\`, but \`aws-region\` \`${region}\` belongs to another.`);
    reader.rule(['role-to-assume', 'allowed-account-ids'], () => role === undefined || allowedAccountIds.length === 0 || allowedAccountIds.includes(role.account), `\`role-to-assume\` is a role of the account ${role?.account}, which \`allowed-account-ids\` does not hold.`);
    reader.rule(['auto-scaling-groups', 'stacks', 'tags'], () => mode === undefined || !modes/* modes */.nI[mode].changes || namesOtherwise(reader, mode) || !namesNothing(selectors), `\`mode: ${mode}\` needs at least one of \`auto-scaling-groups\`, \`stacks\` and \`tags\`, or \`service\` with a catalogue; all groups of a region are \`auto-scaling-groups: '*'\`.`);
    // Its default is a run that changes things: what was meant is not known.
    reader.rule(['dry-run'], () => !reader.empty.includes('dry-run'), '`dry-run` is empty, as from an expression without a value (`inputs` have none in a scheduled run), but must be `true` or `false`: with `${{ inputs.dry-run || false }}` such a run changes things.');
    const dryRun = reader.value('dry-run', parse/* boolean */.zM);
    return {
        regions,
        credentials: {
            role,
            sessionName: reader.value('role-session-name', inputs_role/* optionalSessionName */.Ar) ?? (0,inputs_role/* defaultSessionName */.te)(environment.runId),
            durationSeconds: reader.value('role-duration-seconds', (0,parse/* integer */.nd)({ from: 900, to: 43_200 })),
            audience: reader.value('audience', parse/* optionalText */.mR),
        },
        allowedAccountIds,
        dryRun,
        ...readPlanInputs(reader, { mode, dryRun }),
        selectors,
        timeoutSeconds: reader.value('timeout', (0,parse/* minutes */.Gx)(7200)),
        auditSinks: readAuditSinks(reader),
        reportHtml: reader.value('report-html', report_html/* htmlPath */.v),
        github: readGitHub(reader),
        notify: (0,notify/* readNotify */.Q)(reader),
        warnings: mode === undefined ? [] : idleInputs(reader, mode),
        notes: mode === undefined ? [] : emptyInputs(reader, mode),
    };
}
const namesNothing = ({ groups, stacks: references, tags: pairs }) => [groups, references, pairs].every(({ length }) => length === 0);
/** A mode that is about a bastion or a shift of traffic, or may be, needs no other group. */
const namesOtherwise = ({ set }, mode) => mode === 'redeploy-bastion' ||
    // Without `heal` nothing is changed, and every group is looked at.
    (mode === 'janitor' && !set.includes('heal')) ||
    mode === 'shift' ||
    mode === 'blue-green' ||
    (mode === 'restore' && set.some((name) => name === 'bastion' || name === 'elastic-ip')) ||
    ((mode === 'release' || mode === 'rollback') && namesPair({ set }));
/** Whether two groups are named between which traffic is shifted. */
const namesPair = ({ set }) => set.some((name) => name === 'blue' || name === 'green' || name === 'versions');
const regionList = (0,parse/* listOf */.c3)(/^[a-z]{2,6}(-[a-z]+)+-\d{1,2}$/, 'a region such as `eu-central-1`');
function idleInputs(reader, mode) {
    const used = modes/* modes */.nI[mode].uses;
    const isWithoutPlan = !reader.set.some((name) => name === 'plan-file' || name === 'apply');
    return reader.set.flatMap((name) => {
        if (!used.includes(name))
            return [`\`${name}\` has no effect with \`mode: ${mode}\`.`];
        if ((name === 'heal-standby' || name === 'heal-sources') && !reader.set.includes('heal'))
            return [`\`${name}\` has no effect without \`heal\`.`];
        return name === 'plan-expires' && isWithoutPlan ? ['`plan-expires` has no effect without `plan-file`.'] : [];
    });
}
/** A reusable workflow passes its own inputs on, also those that it was not given: that deserves no annotation. */
function emptyInputs(reader, mode) {
    const used = modes/* modes */.nI[mode].uses;
    return reader.empty
        .filter((name) => used.includes(name))
        .map((name) => `\`${name}\` was passed empty: its default \`${declared/* declaredInputs */.WB[name]}\` is used.`);
}


/***/ }),

/***/ 70417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   UN: () => (/* binding */ renamedInputs),
/* harmony export */   WB: () => (/* binding */ declaredInputs)
/* harmony export */ });
/**
 * The inputs of action.yml with their defaults; undefined where it gives none. A test holds this table to action.yml.
 * It is here because GitHub hands an input over as empty, not as its default, when a workflow passes an empty value on.
 */
const declaredInputs = {
    mode: undefined,
    'aws-region': undefined,
    'role-to-assume': undefined,
    'role-session-name': undefined,
    'role-duration-seconds': '3600',
    audience: undefined,
    'allowed-account-ids': undefined,
    'auto-scaling-groups': undefined,
    stacks: undefined,
    tags: undefined,
    catalogue: undefined,
    service: undefined,
    environment: undefined,
    'break-glass': undefined,
    'report-html': undefined,
    'audit-path': undefined,
    'audit-bus': undefined,
    'audit-log-group': undefined,
    'audit-bucket': undefined,
    'github-token': undefined,
    'tracking-issue': 'false',
    'pull-request-comment': 'false',
    deployment: 'false',
    'notify-webhook': undefined,
    'notify-sns': undefined,
    image: 'latest',
    'image-owners': undefined,
    'max-days-behind': undefined,
    'max-image-age-days': undefined,
    'report-rows': 'groups',
    'report-path': undefined,
    'replace-ssm-alias': 'false',
    'docker-image': undefined,
    'allow-other-repository': 'false',
    'user-data': undefined,
    'instance-type': undefined,
    'migrate-to-launch-template': 'false',
    rollout: 'none',
    surge: undefined,
    'max-unavailable': '0',
    'max-leaving': undefined,
    scaling: 'suspend',
    force: 'false',
    'instance-timeout': '15',
    warmup: undefined,
    'max-failures': '1',
    'on-failure': undefined,
    'protected-instances': 'replace',
    'standby-instances': 'ignore',
    'managed-groups': 'warn',
    order: undefined,
    'group-bake': undefined,
    'max-groups': undefined,
    'max-failed-groups': '0',
    checkpoints: undefined,
    bake: undefined,
    'bake-at-end': undefined,
    promote: 'auto',
    alarms: undefined,
    'alarms-at-start': 'refuse',
    'alarms-without-data': 'neutral',
    'on-gate-failure': 'rollback',
    dark: 'false',
    'release-after': undefined,
    probe: undefined,
    bastion: undefined,
    'elastic-ip': undefined,
    subnets: '*dmz*',
    'ssh-port': '22',
    'ssh-timeout': '10',
    'probe-address': 'public',
    'keep-old-minutes': '0',
    'lift-termination-protection': 'false',
    blue: undefined,
    green: undefined,
    traffic: undefined,
    steps: '100',
    to: undefined,
    'listener-rules': undefined,
    record: undefined,
    'hosted-zone': undefined,
    'blue-identifier': undefined,
    'green-identifier': undefined,
    versions: undefined,
    'max-error-ratio': undefined,
    'min-requests': '100',
    keep: '60',
    afterwards: 'zero',
    heal: 'false',
    'heal-standby': 'false',
    'heal-sources': 'false',
    'older-than': '24',
    'fail-on': undefined,
    timeout: '330',
    'dry-run': 'false',
    'plan-file': undefined,
    'plan-expires': '24',
    apply: undefined,
    'plan-digest': undefined,
};
/** Inputs that were called otherwise, by their old name, with a sentence on what has changed besides. */
const renamedInputs = {
    'max-age-days': {
        to: 'max-days-behind',
        note: 'It counts the days since a newer image exists; for the age of the image itself there is `max-image-age-days`.',
    },
};
/** The inputs that have another text than the default, by name, as they were given. */
function givenInputs(read) {
    const names = Object.keys(declaredInputs);
    const texts = names.map((name) => [name, read(name).trim()]);
    return Object.fromEntries(texts.filter(([name, text]) => text !== '' && text !== declaredInputs[name]));
}


/***/ }),

/***/ 21086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ listFormProblem)
/* harmony export */ });
/**
 * What is wrong with the form of a list, as the end of a sentence that begins with its input; undefined where nothing
 * is. Another form is refused: brackets, quotes and dashes would become a part of the entries, which then match nothing.
 */
function listFormProblem(text, entries) {
    if (/^\[[^]*\]$/.test(text.trim())) {
        return `${isJson(text) ? 'is a JSON array' : 'stands in brackets'}; leave brackets and quotes out, or write \`\${{ join(fromJSON(...), ',') }}\` for a value in JSON`;
    }
    if (entries.some((entry) => /^- +\S/.test(entry) || entry === '-'))
        return 'has a dash before an entry; GitHub passes the text as it stands, so leave the dashes out';
    const quotedEntry = entries.find((entry) => /^(["'`]).*\1$/.test(entry) && entry.length > 1);
    return quotedEntry === undefined
        ? undefined
        : `has quotes around an entry, which would belong to it: write \`${quotedEntry.slice(1, -1)}\``;
}
function isJson(text) {
    try {
        return Array.isArray(JSON.parse(text));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 81975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ isPlannable),
/* harmony export */   SF: () => (/* binding */ isMode),
/* harmony export */   nI: () => (/* binding */ modes)
/* harmony export */ });
/** Where the record of what a run changes is kept. */
const records = ['audit-path', 'audit-bus', 'audit-log-group', 'audit-bucket'];
const notifications = ['notify-webhook', 'notify-sns'];
/** Inputs of runs that change something. */
const changing = ['break-glass', ...records, 'pull-request-comment', 'deployment'];
const common = [
    'mode',
    'aws-region',
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'allowed-account-ids',
    'auto-scaling-groups',
    'stacks',
    'tags',
    'catalogue',
    'service',
    'environment',
    'break-glass',
    'report-html',
    ...records,
    'github-token',
    'pull-request-comment',
    'deployment',
    ...notifications,
    'timeout',
    'dry-run',
];
/** A plan of what is changed, and what carries it out. */
const plans = ['plan-file', 'plan-expires', 'apply', 'plan-digest'];
const rolls = [
    'surge',
    'max-unavailable',
    'max-leaving',
    'scaling',
    'force',
    'instance-timeout',
    'warmup',
    'probe',
    'max-failures',
    'on-failure',
    'protected-instances',
    'standby-instances',
    'managed-groups',
];
const gates = [
    'checkpoints',
    'bake',
    'bake-at-end',
    'promote',
    'alarms',
    'alarms-at-start',
    'alarms-without-data',
    'on-gate-failure',
];
const waves = ['order', 'group-bake', 'max-groups', 'max-failed-groups'];
const patches = ['instance-type', 'migrate-to-launch-template', 'rollout'];
const images = ['image', 'image-owners'];
const dockerInputs = ['docker-image', 'allow-other-repository', 'user-data'];
const releases = [
    ...rolls.filter((name) => name !== 'surge' && name !== 'force' && name !== 'scaling'),
    ...waves,
    ...gates,
];
const darkness = ['dark', 'release-after'];
const scalesUp = [...rolls.filter((name) => name !== 'max-unavailable'), ...darkness];
/** An audit is over in minutes: `timeout` is for those that wait. */
const audits = [
    ...common.filter((name) => name !== 'timeout' && !changing.includes(name)),
    'tracking-issue',
    ...images,
    'max-days-behind',
    'max-image-age-days',
    'report-rows',
    'report-path',
];
/** What names groups means nothing to a mode that is about one instance. */
const single = common.filter((name) => name !== 'auto-scaling-groups' && name !== 'stacks' && name !== 'tags');
const bastions = [
    'bastion',
    'elastic-ip',
    'subnets',
    'ssh-port',
    'ssh-timeout',
    'probe-address',
    'keep-old-minutes',
    'lift-termination-protection',
];
/** It reads a file, and lists groups. */
const catalogues = common.filter((name) => !changing.includes(name) &&
    ![
        'auto-scaling-groups',
        'stacks',
        'tags',
        'service',
        'github-token',
        'notify-webhook',
        'notify-sns',
        'timeout',
        'dry-run',
    ].includes(name));
/** What names two groups, and what divides traffic between them. */
const pairs = [
    'blue',
    'green',
    'traffic',
    'listener-rules',
    'record',
    'hosted-zone',
    'blue-identifier',
    'green-identifier',
    'versions',
];
/** A shift names its groups by their sides, or by a stack of Senza. */
const paired = common.filter((name) => name !== 'auto-scaling-groups' && name !== 'tags');
const shifts = [
    ...pairs,
    'steps',
    'to',
    ...gates.filter((name) => name !== 'checkpoints'),
    'max-error-ratio',
    'min-requests',
    'probe',
    'instance-timeout',
];
const kept = ['keep', 'afterwards'];
const janitors = [
    'heal',
    'heal-standby',
    'heal-sources',
    'older-than',
    'fail-on',
];
/** Every mode there is. */
const modes = {
    images: { uses: audits, changes: false, regions: 'several' },
    'patch-image': {
        uses: [...common, ...images, 'replace-ssm-alias', ...patches, ...rolls, ...waves, ...gates, ...darkness, ...plans],
        changes: true,
        regions: 'one',
    },
    'patch-docker': {
        uses: [...common, ...dockerInputs, ...patches, ...rolls, ...waves, ...gates, ...darkness, ...plans],
        changes: true,
        regions: 'one',
    },
    respawn: { uses: [...common, ...rolls, ...waves, ...gates, ...plans], changes: true, regions: 'one' },
    'scale-up-patch': { uses: [...common, ...scalesUp, ...waves, ...gates, ...plans], changes: true, regions: 'one' },
    release: { uses: [...common, ...releases, ...shifts, ...kept, ...plans], changes: true, regions: 'one' },
    rollback: { uses: [...common, ...scalesUp, ...pairs, ...plans], changes: true, regions: 'one' },
    shift: { uses: [...paired, ...shifts], changes: true, regions: 'one' },
    'blue-green': {
        uses: [
            ...paired,
            ...shifts,
            ...kept,
            ...images,
            'replace-ssm-alias',
            ...dockerInputs,
            ...patches.filter((name) => name !== 'rollout'),
        ],
        changes: true,
        regions: 'one',
    },
    'redeploy-bastion': {
        uses: [...single, ...images, ...dockerInputs, 'force', 'instance-timeout', ...bastions, ...plans],
        changes: true,
        regions: 'one',
    },
    restore: {
        uses: [...common.filter((name) => name !== 'break-glass'), 'bastion', 'elastic-ip'],
        changes: true,
        regions: 'one',
    },
    janitor: { uses: [...common, ...janitors], changes: true, regions: 'one' },
    catalogue: { uses: catalogues, changes: false, regions: 'several' },
};
function isMode(text) {
    return Object.hasOwn(modes, text);
}
/** Whether a dry run of the mode can write a plan: it changes something that can be told before. */
const isPlannable = (mode) => modes[mode].uses.includes('plan-file');


/***/ }),

/***/ 91202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readNotify)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83468);

/** Undefined where nothing is notified. */
function readNotify(reader) {
    const webhooks = reader.value('notify-webhook', addresses);
    const topics = reader.value('notify-sns', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/, 'ARNs of SNS topics, one per line; FIFO topics are not taken')); // prettier-ignore
    return webhooks.length + topics.length === 0 ? undefined : { webhooks, topics };
}
/** Its text is never shown: whoever has the address may post. */
function addresses(text) {
    const lines = [...new Set(text.split(/\s+/).filter((line) => line !== ''))];
    if (lines.some((line) => !/^https?:$/.test(URL.parse(line)?.protocol ?? '')))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey('must be addresses that begin with `https://`, one per line');
    return lines;
}


/***/ }),

/***/ 83468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ WrongInput),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   I3: () => (/* binding */ stacks),
/* harmony export */   S_: () => (/* binding */ optionalRatio),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   YW: () => (/* binding */ optionalSeconds),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   c$: () => (/* binding */ hours),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   mR: () => (/* binding */ optionalText),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vV: () => (/* binding */ optionalAmount),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zx: () => (/* binding */ optionalMinutesOrNone)
/* harmony export */ });
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(17443);
/* harmony import */ var _list_form_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21086);


/** What is wrong with a value, as the end of a sentence: `must be ...`. */
class WrongInput extends Error {
}
/** One entry per line or comma, without the empty and the repeated ones. */
function list(text) {
    return entries(text, /[\n,]/);
}
/** The same, each entry checked against a pattern; `words` are those of it that may be mistyped. */
function listOf(pattern, allowed, words = []) {
    return (text) => {
        const wrong = list(text).filter((entry) => !pattern.test(entry));
        if (wrong.length > 0) {
            const hints = wrong.map((entry) => hint(entry, words)).join('');
            throw new WrongInput(`must be ${allowed}; ${quoted(wrong)} ${wrong.length > 1 ? 'are' : 'is'} not${hints}`);
        }
        return list(text);
    };
}
function optionalText(text) {
    return text === '' ? undefined : text;
}
/** The end of a sentence that names what a text with a typing mistake may mean; empty where no word is near. */
function hint(text, words) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(text, words);
    return near.length === 0 ? '' : `; the nearest is ${quoted(near)}`;
}
/** `true` and `false`, as the core schema of YAML 1.2 has them, in any case: https://yaml.org/spec/1.2.2/#1032-tag-resolution */
function boolean(text) {
    if (/^true$/i.test(text))
        return true;
    if (/^false$/i.test(text))
        return false;
    throw new WrongInput(`must be \`true\` or \`false\`${hint(text, ['true', 'false'])}`);
}
/** One word of a few. */
function oneOf(...words) {
    return (text) => {
        const word = words.find((each) => each === text);
        if (word !== undefined)
            return word;
        throw new WrongInput(`must be one of ${quoted(words)}${hint(text, words)}`);
    };
}
function integer({ from, to }) {
    return (text) => {
        const value = Number(text);
        if (/^\d+$/.test(text) && value >= from && value <= to)
            return value;
        throw new WrongInput(`must be a whole number from ${from} to ${to}`);
    };
}
/** Minutes, fractions allowed, more than none; gives seconds. */
function minutes(most) {
    return (text) => {
        const value = decimal(text);
        if (value !== undefined && value > 0 && value <= most)
            return value * 60;
        throw new WrongInput(`must be minutes, more than 0 and at most ${most}, such as \`15\` or \`0.5\``);
    };
}
/** Minutes, none of them as well, or undefined where nothing is given. */
const optionalMinutesOrNone = (most) => (text) => text === '' ? undefined : minutesOrNone(most)(text);
/** The same, or none. */
function minutesOrNone(most) {
    return (text) => {
        const value = decimal(text);
        if (value !== undefined && value <= most)
            return value * 60;
        throw new WrongInput(`must be minutes, from 0 to ${most}, such as \`15\` or \`0.5\``);
    };
}
/** Hours, fractions allowed, more than none; gives seconds. */
function hours(most) {
    return (text) => {
        const value = decimal(text);
        if (value !== undefined && value > 0 && value <= most)
            return value * 3600;
        throw new WrongInput(`must be hours, more than 0 and at most ${most}, such as \`24\` or \`0.5\``);
    };
}
function optionalSeconds(most) {
    return (text) => {
        const value = decimal(text);
        if (text === '' || (value !== undefined && value <= most))
            return value;
        throw new WrongInput(`must be seconds, from 0 to ${most}`);
    };
}
/** How many times as much, fractions allowed and not less than 1, or undefined where nothing is given. */
function optionalRatio(most) {
    return (text) => {
        const value = decimal(text);
        if (text === '' || (value !== undefined && value >= 1 && value <= most))
            return value;
        throw new WrongInput(`must be a number from 1 to ${most}, such as \`2\` or \`1.5\``);
    };
}
function amount(mostPercent) {
    return (text) => {
        const [, digits = '', sign] = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(text) ?? [];
        const value = Number(digits);
        if (sign !== undefined && value <= mostPercent)
            return { kind: 'percent', value };
        if (digits !== '' && sign === undefined && Number.isSafeInteger(value))
            return { kind: 'count', value };
        throw new WrongInput(`must be a whole number of instances, such as \`2\`, or a percentage from \`0%\` to \`${mostPercent}%\``);
    };
}
/** The same, more than none, or undefined where nothing is given. */
function optionalAmount(mostPercent) {
    return (text) => {
        if (text === '')
            return undefined;
        const read = amount(mostPercent)(text);
        if (read.value > 0)
            return read;
        throw new WrongInput(`must be more than 0, such as \`2\` or \`10%\`, or left out`);
    };
}
/** `Key=Value`; a comma ends an entry only where another `Key=` follows, since values may hold commas. */
function tags(text) {
    return entries(text, /\n|,(?=[^,=]+=)/).map((entry) => {
        const at = entry.indexOf('=');
        if (at < 1)
            throw new WrongInput(`must be \`Key=Value\` on each line; ${quoted([entry])} is not${asTag(entry)}`);
        return { key: entry.slice(0, at).trim(), value: entry.slice(at + 1).trim() };
    });
}
/** A tag as YAML would write it, in the form of the list. */
function asTag(entry) {
    const [, key = '', value] = /^([^\s:]+): +(.*)$/.exec(entry) ?? [];
    return value === undefined ? '' : `: write ${quoted([`${key}=${value}`])}`;
}
/** Senza's references: a name is that of a CloudFormation stack up to the last hyphen, a version letters and digits. */
function stacks(text) {
    return list(text).map((entry) => {
        const [name = '', version, ...more] = entry.split(/\s+/);
        const valid = /^[a-zA-Z][a-zA-Z0-9-]{0,126}$/.test(name) && /^[a-zA-Z0-9]*$/.test(version ?? '');
        if (valid && more.length === 0)
            return { name, version };
        throw new WrongInput(`must be \`name version\` or \`name\` on each line (letters, digits, hyphens); ${quoted([entry])} is not`);
    });
}
function quoted(values) {
    return values
        .map((value) => value.replaceAll('\n', '⏎'))
        .map((value) => `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``)
        .join(', ');
}
function entries(text, separator) {
    const parts = [...new Set(text.split(separator).map((entry) => entry.trim()))].filter((entry) => entry !== '');
    const problem = (0,_list_form_js__WEBPACK_IMPORTED_MODULE_1__/* .listFormProblem */ .a)(text, parts);
    if (problem !== undefined)
        throw new WrongInput(`must have one entry per line, or commas between them: it ${problem}`);
    return parts;
}
function decimal(text) {
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 93493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ optionalProbe)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83468);

const allowed = 'must be `http://{private-ip}:8080/health`, `https://…`, `tcp://{private-ip}:8080` or `ssm: <command>`; `{private-ip}` and `{instance-id}` stand for those of each instance';
/** A probe, or undefined where there is none. */
function optionalProbe(text) {
    if (text === '')
        return undefined;
    const [, command] = /^ssm:\s*(\S[^]*)$/.exec(text) ?? [];
    if (command !== undefined)
        return { kind: 'ssm', command };
    const placeholders = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    if (placeholders.some((name) => name !== 'private-ip' && name !== 'instance-id'))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey(allowed);
    // Without a place for the instance's own address every instance would pass for the same stranger.
    if (placeholders.length === 0)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey(allowed);
    const [, host, port] = /^tcp:\/\/([^\s/:]+):(\d{1,5})\/?$/.exec(text) ?? [];
    if (host !== undefined && Number(port) > 0 && Number(port) < 65_536)
        return { kind: 'tcp', host, port: Number(port) };
    if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text.replaceAll(/\{[^}]*\}/g, '192.0.2.1')))
        return { kind: 'http', url: text };
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey(allowed);
}


/***/ }),

/***/ 78064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ inputReader)
/* harmony export */ });
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(70417);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(83468);


/** Inputs whose texts are never shown. */
const SECRETS = new Set(['github-token', 'notify-webhook']);
function inputReader(source) {
    const problems = [];
    const wrong = new Set();
    const texts = new Map();
    for (const name of Object.keys(_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB))
        texts.set(name, source.input(name).trim());
    const empty = source
        .passedInputs()
        .filter((name) => texts.get(name) === '')
        .filter((name) => _declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name] !== undefined);
    return {
        problems,
        empty,
        set: [...texts].filter(([name, text]) => text !== '' && text !== _declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name]).map(([name]) => name),
        value: (name, parse) => {
            const fallback = _declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name] ?? '';
            const text = texts.get(name) || fallback;
            try {
                return parse(text);
            }
            catch (error) {
                if (!(error instanceof _parse_js__WEBPACK_IMPORTED_MODULE_1__/* .WrongInput */ .Ey))
                    throw error;
                // An input may be read for two purposes; what is wrong with it is said once.
                if (!wrong.has(name))
                    problems.push(`\`${name}\`${text === '' || SECRETS.has(name) ? '' : ` is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([text])} but`} ${error.message}.`);
                wrong.add(name);
                // Never used: the run ends with the problems. It only keeps the reading going.
                return parse(fallback);
            }
        },
        rule: (names, holds, problem) => {
            if (!names.some((name) => wrong.has(name)) && !holds())
                problems.push(problem);
        },
    };
}


/***/ }),

/***/ 81535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ htmlPath)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83468);

/** A file in the workspace that a browser opens; undefined where none is asked for. */
function htmlPath(text) {
    if (text === '')
        return undefined;
    if (!/\.html?$/i.test(text))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey('must end in `.html`');
    if (/^([/\\]|[A-Za-z]:)/.test(text) || text.split(/[/\\]/).includes('..'))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey('must be a path inside of the workspace, such as `report/fleet-patch.html`');
    return text;
}


/***/ }),

/***/ 55159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ optionalSessionName),
/* harmony export */   b1: () => (/* binding */ optionalRole),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   te: () => (/* binding */ defaultSessionName)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83468);

function optionalRole(text) {
    if (text === '')
        return undefined;
    const [arn, partition, account] = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(text) ?? [];
    if (arn !== undefined && partition !== undefined && account !== undefined)
        return { arn, partition, account };
    if (/^[\w+=.@-]+$/.test(text)) {
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey(`must be the whole ARN, not the name alone: \`arn:aws:iam::<account id>:role/${text}\``);
    }
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey('must be the ARN of a role: `arn:aws:iam::123456789012:role/name`');
}
/** The name that CloudTrail shows; STS wants 2 to 64 of these characters (API reference, AssumeRoleWithWebIdentity). */
function optionalSessionName(text) {
    if (text === '')
        return undefined;
    if (/^[\w+=,.@-]{2,64}$/.test(text))
        return text;
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .WrongInput */ .Ey('must be 2 to 64 characters out of letters, digits and `_+=,.@-`');
}
/** A session name made of the run id, whatever that holds. */
function defaultSessionName(runId) {
    return `fleet-patch-${runId}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
/** The partition that a region belongs to; undefined for the isolated ones, whose names follow no rule. */
function partitionOf(region) {
    if (region.includes('-iso'))
        return undefined;
    const [, prefix] = /^(cn|us-gov|eusc)-/.exec(region) ?? [];
    return prefix === undefined ? 'aws' : `aws-${prefix}`;
}


/***/ }),

/***/ 45640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _X: () => (/* binding */ readRoll),
/* harmony export */   xr: () => (/* binding */ ONE),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(83468);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93493);


const onFailure = (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('restore', 'rollback', 'hold');
/** One at a time: the surge where a roll lets new instances come and old ones go in turn. */
const ONE = { kind: 'count', value: 1 };
/** The surge where all new instances come before any old one goes. */
const ALL = { kind: 'percent', value: 100 };
/**
 * Reads what a roll takes; problems are left in the reader. The input `surge` has no default of its own, so that one
 * that was not given can be told from `1`: `usualSurge` stands for it.
 */
function readRoll(reader, usualSurge) {
    const surge = reader.value('surge', (text) => (text === '' ? usualSurge : (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)(1000)(text)));
    const maxUnavailable = reader.value('max-unavailable', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)(100));
    reader.rule(['surge', 'max-unavailable'], () => surge.value > 0 || maxUnavailable.value > 0, '`surge` and `max-unavailable` are both 0: nothing could ever be replaced. Set one of them to at least `1`.');
    return {
        surge,
        maxUnavailable,
        maxLeaving: reader.value('max-leaving', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalAmount */ .vV)(100)),
        scaling: reader.value('scaling', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('follow', 'suspend')),
        force: reader.value('force', _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM),
        instanceTimeoutSeconds: reader.value('instance-timeout', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(1440)),
        warmupSeconds: reader.value('warmup', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalSeconds */ .YW)(86_400)),
        probe: reader.value('probe', _probe_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalProbe */ .J),
        maxFailures: reader.value('max-failures', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ from: 1, to: 1000 })),
        onFailure: reader.value('on-failure', (text) => (text === '' ? undefined : onFailure(text))),
        protectedInstances: reader.value('protected-instances', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('replace', 'ignore', 'fail')),
        standbyInstances: reader.value('standby-instances', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('replace', 'ignore', 'fail')),
        managedGroups: reader.value('managed-groups', (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('warn', 'allow')),
    };
}


/***/ }),

/***/ 51525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iW: () => (/* binding */ main),
  dJ: () => (/* binding */ mainOrPost),
  bE: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit = __nccwpck_require__(32561);
;// CONCATENATED MODULE: ./build/src/domain/audit/report-format.js
/** The formats of a report, by the ending of its file. */
const reportFormats = ['tsv', 'csv', 'json', 'jsonl'];
/** The format that the ending of a path means, in any case; undefined for every other ending. */
function formatOf(path) {
    return reportFormats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}

// EXTERNAL MODULE: ./build/src/inputs/parse.js
var parse = __nccwpck_require__(83468);
;// CONCATENATED MODULE: ./build/src/inputs/audit.js



/** Reads what the audit takes; problems are left in the reader. */
function readAudit(reader) {
    return {
        reportRows: reader.value('report-rows', (0,parse/* oneOf */.yL)(...audit/* auditRowKinds */.nS)),
        maxDaysBehind: reader.value('max-days-behind', optionalDays),
        maxImageAgeDays: reader.value('max-image-age-days', optionalDays),
        reportFiles: reader.value('report-path', (text) => (0,parse/* list */.p_)(text).map(reportFile)),
    };
}
const optionalDays = (text) => text === '' ? undefined : (0,parse/* integer */.nd)({ from: 0, to: 36_500 })(text);
function reportFile(path) {
    const format = formatOf(path);
    if (format !== undefined)
        return { path, format };
    const endings = reportFormats.map((ending) => `.${ending}`);
    throw new parse/* WrongInput */.Ey(`must end in one of ${(0,parse/* quoted */.TL)(endings)}${(0,parse/* hint */.aK)(/\.\w+$/.exec(path)?.[0] ?? '', endings)}`);
}

// EXTERNAL MODULE: ./build/src/inputs/declared.js
var declared = __nccwpck_require__(70417);
// EXTERNAL MODULE: ./build/src/domain/user-data/wanted-image.js
var wanted_image = __nccwpck_require__(9440);
;// CONCATENATED MODULE: ./build/src/inputs/patch.js


const rollout = (0,parse/* oneOf */.yL)('none', 'respawn', 'scale-up-patch');
/** Reads what a patch takes; problems are left in the reader. */
function readPatch(reader) {
    return { rollout: reader.value('rollout', rollout), ...readSourceChanges(reader) };
}
/** Reads what a patch changes besides image and user data, and in what form. */
function readSourceChanges(reader) {
    return {
        instanceType: reader.value('instance-type', optionalInstanceType),
        migrateToLaunchTemplate: reader.value('migrate-to-launch-template', parse/* boolean */.zM),
    };
}
/** Reads what `patch-docker` is told besides: at least an image, user data or an instance type is there. */
function readDocker(reader) {
    const docker = readDockerImage(reader);
    const instanceType = reader.value('instance-type', parse/* optionalText */.mR);
    reader.rule(['docker-image', 'user-data', 'instance-type'], () => [docker.dockerImage, docker.userData, instanceType].some((text) => text !== undefined), '`mode: patch-docker` needs at least one of `docker-image`, `user-data` and `instance-type`.');
    return docker;
}
/** Reads what is merged into user data, of groups and of bastions. */
function readDockerImage(reader) {
    // Neither text goes through a parser that could fail: a problem would be told with the text, which may be a secret.
    const dockerImage = reader.value('docker-image', parse/* optionalText */.mR);
    const userData = reader.value('user-data', parse/* optionalText */.mR);
    const problem = dockerImage === undefined ? undefined : (0,wanted_image/* wantedImageProblem */.s2)(dockerImage);
    reader.rule(['docker-image'], () => problem === undefined, `\`docker-image\` must be an image reference such as \`registry.example.org/team/app:1.2\`, or a tag or digest alone, but ${problem}. What was given is not shown, since it may hold a secret.`);
    return { dockerImage, allowOtherRepository: reader.value('allow-other-repository', parse/* boolean */.zM), userData };
}
function optionalInstanceType(text) {
    if (text === '' || /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text))
        return (0,parse/* optionalText */.mR)(text);
    throw new parse/* WrongInput */.Ey('must be an instance type such as `m7g.large`');
}

;// CONCATENATED MODULE: ./build/src/inputs/bastion.js


function readBastionNames(reader) {
    return {
        bastion: reader.value('bastion', parse/* optionalText */.mR),
        elasticIp: reader.value('elastic-ip', optionalElasticIp),
    };
}
/** Reads what the replacement of a bastion takes; problems are left in the reader. */
function readBastion(reader) {
    const names = readBastionNames(reader);
    reader.rule(['bastion', 'elastic-ip'], () => names.bastion !== undefined || names.elasticIp !== undefined, '`mode: redeploy-bastion` needs `bastion` or `elastic-ip`.');
    return {
        ...names,
        subnets: reader.value('subnets', parse/* list */.p_),
        sshPort: reader.value('ssh-port', (0,parse/* integer */.nd)({ from: 1, to: 65_535 })),
        sshTimeoutSeconds: reader.value('ssh-timeout', (0,parse/* minutes */.Gx)(1440)),
        instanceTimeoutSeconds: reader.value('instance-timeout', (0,parse/* minutes */.Gx)(1440)),
        keepOldSeconds: reader.value('keep-old-minutes', minutesOrNone),
        liftTerminationProtection: reader.value('lift-termination-protection', parse/* boolean */.zM),
        probeAddress: reader.value('probe-address', (0,parse/* oneOf */.yL)('public', 'private')),
        force: reader.value('force', parse/* boolean */.zM),
        ...readDockerImage(reader),
    };
}
const minutesOrNone = (text) => (/^0(\.0+)?$/.test(text) ? 0 : (0,parse/* minutes */.Gx)(1440)(text));
function optionalElasticIp(text) {
    if (text === '' || /^(eipalloc-[0-9a-f]+|\d{1,3}(\.\d{1,3}){3})$/.test(text))
        return (0,parse/* optionalText */.mR)(text);
    throw new parse/* WrongInput */.Ey('must be an allocation id such as `eipalloc-0123456789abcdef0`, or an IPv4 address');
}

// EXTERNAL MODULE: ./build/src/inputs/common.js + 3 modules
var inputs_common = __nccwpck_require__(91833);
// EXTERNAL MODULE: ./build/src/domain/janitor/finding.js
var finding = __nccwpck_require__(21629);
;// CONCATENATED MODULE: ./build/src/inputs/janitor.js


/** A year, in hours. */
const MOST_HOURS = 8760;
/** Reads what a janitor takes; problems are left in the reader. */
const readJanitor = (reader) => ({
    heal: reader.value('heal', parse/* boolean */.zM),
    healStandby: reader.value('heal-standby', parse/* boolean */.zM),
    healSources: reader.value('heal-sources', parse/* boolean */.zM),
    olderThanSeconds: reader.value('older-than', (0,parse/* hours */.c$)(MOST_HOURS)),
    failOn: reader.value('fail-on', findings),
});
/** Names of findings, or `any`. */
function findings(text) {
    const names = (0,parse/* list */.p_)(text);
    const isName = (name) => finding/* findingNames */.C.includes(name);
    const wrong = names.filter((name) => name !== 'any' && !isName(name));
    if (wrong.length > 0)
        throw new parse/* WrongInput */.Ey(`must be \`any\`, or some of ${(0,parse/* quoted */.TL)(finding/* findingNames */.C)}; ${(0,parse/* quoted */.TL)(wrong)} ${wrong.length > 1 ? 'are' : 'is'} not${(0,parse/* hint */.aK)(wrong[0] ?? '', finding/* findingNames */.C)}`);
    return names.includes('any') ? finding/* findingNames */.C : names.filter(isName);
}

;// CONCATENATED MODULE: ./build/src/inputs/bakes.js
/** How long a job of GitHub's own runners may take, and one of a runner of the user's own; in minutes. */
const longestJob = (isHosted) => (isHosted ? 360 : 7200);
/** Leaves a problem in the reader where a bake takes longer than the run, or its job, may. */
function boundedBake(reader, { name, seconds, timeoutSeconds, job, instead }) {
    reader.rule([name, 'timeout'], () => seconds <= job * 60, `\`${name}\` is ${seconds / 60} minutes, and a job ends after ${job}: ${instead}.`);
    reader.rule([name, 'timeout'], () => seconds <= timeoutSeconds || seconds > job * 60, `\`${name}\` is ${seconds / 60} minutes, longer than \`timeout\`, ${timeoutSeconds / 60} minutes: it would never end.`);
}

;// CONCATENATED MODULE: ./build/src/inputs/gates.js


/** Reads the gates of a roll; problems are left in the reader. */
function readGates(reader, context) {
    const checkpoints = reader.value('checkpoints', ascendingAmounts);
    const proof = readProof(reader, context);
    reader.rule(['promote', 'checkpoints'], () => proof.promote === 'auto' || checkpoints.length > 0, '`promote: by-hand` ends the run at a checkpoint: it needs `checkpoints`.');
    const { bakeAtEndSeconds, alarms } = proof;
    if (checkpoints.length === 0 && bakeAtEndSeconds === 0 && alarms === undefined)
        return { gates: undefined };
    return { gates: { checkpoints, ...proof } };
}
/** How what is new is proven at each gate; problems are left in the reader. A job of GitHub's own runners ends after six hours. */
function readProof(reader, { timeoutSeconds, isHosted, regions }) {
    const bake = reader.value('bake', (0,parse/* optionalMinutesOrNone */.zx)(7200));
    const atEnd = reader.value('bake-at-end', (0,parse/* optionalMinutesOrNone */.zx)(7200));
    const promote = reader.value('promote', (0,parse/* oneOf */.yL)('auto', 'by-hand'));
    const job = longestJob(isHosted);
    const instead = 'end it at the gate with `promote: by-hand`, and go on in another one with `mode: release`';
    boundedBake(reader, { name: 'bake', seconds: bake ?? 0, timeoutSeconds, job, instead });
    boundedBake(reader, { name: 'bake-at-end', seconds: atEnd ?? 0, timeoutSeconds, job, instead });
    const bakeSeconds = bake ?? 0;
    const bakeAtEndSeconds = atEnd ?? bakeSeconds;
    const alarms = readAlarms(reader, regions);
    const onFailure = reader.value('on-gate-failure', (0,parse/* oneOf */.yL)('rollback', 'hold', 'restore'));
    return { bakeSeconds, bakeAtEndSeconds, promote, alarms, onFailure };
}
/** Names may hold commas: one alarm per line. */
function readAlarms(reader, regions) {
    const given = reader.value('alarms', alarmNames);
    const elsewhere = given.filter(({ region }) => region !== undefined && !regions.includes(region));
    reader.rule(['alarms', 'aws-region'], () => elsewhere.length === 0, `\`alarms\` must be of the region of the groups, ${(0,parse/* quoted */.TL)(regions)}; ${(0,parse/* quoted */.TL)(elsewhere.map(({ name }) => name))} ${elsewhere.length === 1 ? 'is' : 'are'} not.`);
    const atStart = reader.value('alarms-at-start', (0,parse/* oneOf */.yL)('refuse', 'ignore-until-ok'));
    const withoutData = reader.value('alarms-without-data', (0,parse/* oneOf */.yL)('neutral', 'wait', 'fail'));
    return given.length === 0 ? undefined : { names: [...new Set(given.map(({ name }) => name))], atStart, withoutData };
}
function alarmNames(text) {
    const entries = text
        .split('\n')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
    return entries.map((entry) => {
        const [, region, name] = /^arn:[\w-]+:cloudwatch:([\w-]+):\d{12}:alarm:(.+)$/.exec(entry) ?? [];
        if (name !== undefined)
            return { name, region };
        if (!entry.startsWith('arn:') && entry.length <= 255)
            return { name: entry, region: undefined };
        throw new parse/* WrongInput */.Ey(`must be names of CloudWatch alarms, or their ARNs, one per line; ${(0,parse/* quoted */.TL)([entry])} is neither`);
    });
}
/** Amounts of one kind are ascending; where both kinds are mixed, that depends on the group. */
function ascendingAmounts(text) {
    const texts = (0,parse/* list */.p_)(text);
    const amounts = texts.map((each) => {
        const read = (0,parse/* amount */.vj)(100)(each);
        if (read.value === 0)
            throw new parse/* WrongInput */.Ey('must be more than 0, such as `1` or `25%`');
        return read;
    });
    const falling = texts.filter((_, index) => {
        const before = amounts[index - 1];
        const now = amounts[index];
        return before !== undefined && now?.kind === before.kind && now.value <= before.value;
    });
    if (falling.length === 0)
        return amounts;
    throw new parse/* WrongInput */.Ey(`must ascend from line to line; ${(0,parse/* quoted */.TL)(falling)} ${falling.length > 1 ? 'do' : 'does'} not`);
}

;// CONCATENATED MODULE: ./build/src/inputs/image.js

/** Reads what a mode that looks for images takes; problems are left in the reader. */
function readImage(reader) {
    return {
        images: reader.value('image', imageRequests),
        imageOwners: reader.value('image-owners', (0,parse/* listOf */.c3)(OWNER, 'account ids, `self`, `amazon` or `aws-marketplace`', OWNER_WORDS)),
    };
}
/** The aliases that DescribeImages takes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
const OWNER_WORDS = ['self', 'amazon', 'aws-marketplace', 'aws-backup-vault'];
const OWNER = new RegExp(`^(\\d{12}|${OWNER_WORDS.join('|')})$`);
function imageRequests(text) {
    const requests = (0,parse/* list */.p_)(text).map(imageRequest);
    const single = requests.some(({ kind }) => kind === 'latest' || kind === 'name');
    if (requests.length > 1 && single)
        throw new parse/* WrongInput */.Ey('must be one entry; only ids and parameters may be several, one for each architecture');
    return requests;
}
function imageRequest(entry) {
    if (entry === 'latest')
        return { kind: 'latest' };
    if (/^ami-[0-9a-f]{8}([0-9a-f]{9})?$/.test(entry))
        return { kind: 'id', id: entry };
    const [, kind, rest = ''] = /^(name|ssm):(.+)$/s.exec(entry) ?? [];
    if (kind === 'name')
        return { kind, pattern: rest.trim() };
    if (kind === 'ssm' && /^[\w./:@-]+$/.test(rest))
        return { kind: 'parameter', name: rest };
    throw new parse/* WrongInput */.Ey(`must be \`latest\`, an image id, \`name:<glob>\` or \`ssm:<parameter>\`; ${(0,parse/* quoted */.TL)([entry])} is none${(0,parse/* hint */.aK)(entry, ['latest'])}`);
}

// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __nccwpck_require__(81975);
// EXTERNAL MODULE: ./build/src/inputs/reader.js
var inputs_reader = __nccwpck_require__(78064);
// EXTERNAL MODULE: ./build/src/inputs/roll.js
var inputs_roll = __nccwpck_require__(45640);
;// CONCATENATED MODULE: ./build/src/inputs/dark.js

/** Reads what a dark launch takes; problems are left in the reader. */
function readDark(reader) {
    const dark = reader.value('dark', parse/* boolean */.zM);
    const releaseAfterSeconds = reader.value('release-after', optionalMinutes);
    reader.rule(['dark', 'release-after'], () => dark || releaseAfterSeconds === undefined, '`release-after` says when dark instances are released: it needs `dark: true`.');
    return { dark: dark ? { releaseAfterSeconds } : undefined };
}
const optionalMinutes = (text) => (text === '' ? undefined : (0,parse/* minutes */.Gx)(7200)(text));

;// CONCATENATED MODULE: ./build/src/inputs/scale-up.js



/** Reads what the roll after a patch takes, by what `rollout` says; problems are left in the reader. */
function readRollout(reader) {
    if (reader.value('rollout', rollout) === 'scale-up-patch')
        return readScaleUp(reader);
    const { dark } = readDark(reader);
    reader.rule(['dark'], () => dark === undefined, '`dark: true` needs `rollout: scale-up-patch`.');
    return { ...(0,inputs_roll/* readRoll */._X)(reader, inputs_roll/* ONE */.xr), dark };
}
/** Reads what such a roll takes; problems are left in the reader. */
function readScaleUp(reader) {
    const roll = (0,inputs_roll/* readRoll */._X)(reader, inputs_roll/* ALL */.y2);
    const darkness = readDark(reader);
    const { surge } = roll;
    reader.rule(['surge'], () => surge.value > 0, '`surge` is 0, but new instances are to come before old ones go.');
    reader.rule(['surge', 'dark'], () => darkness.dark === undefined || surge.kind === 'count' || surge.value >= 100, '`dark: true` needs room for as many new instances as are desired: leave `surge` out, or set it to at least `100%`.');
    // Nothing is missing meanwhile: that is what the doubling is for.
    return { ...roll, maxUnavailable: { kind: 'count', value: 0 }, ...darkness };
}

// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __nccwpck_require__(88330);
;// CONCATENATED MODULE: ./build/src/inputs/comparison.js

/** Undefined where nothing is compared; problems are left in the reader. */
function readComparison(reader) {
    const maxRatio = reader.value('max-error-ratio', (0,parse/* optionalRatio */.S_)(1000));
    const minRequests = reader.value('min-requests', (0,parse/* integer */.nd)({ from: 1, to: 1_000_000_000 }));
    return maxRatio === undefined ? undefined : { maxRatio, minRequests };
}

// EXTERNAL MODULE: ./build/src/inputs/probe.js
var probe = __nccwpck_require__(93493);
;// CONCATENATED MODULE: ./build/src/inputs/traffic.js






/** Reads a shift; problems are left in the reader. */
function readShift(reader, { mode, ...context }) {
    const steps = reader.value('steps', ascendingShares);
    reader.rule(['steps'], () => steps[0] !== 0 || mode !== 'shift', '`steps` begins with 0, which proves the new side without traffic: only `mode: blue-green` does that.');
    reader.rule(['steps'], () => mode !== 'blue-green' || steps.at(-1) === 100, `\`steps\` ends with ${steps.at(-1)}, but \`mode: blue-green\` moves all of the traffic: let it end with 100, or use \`mode: shift\`.`);
    const traffic = readTraffic(reader);
    for (const share of steps) {
        const why = traffic.means === undefined ? undefined : (0,shares/* unwritableShare */.VS)(traffic.means, share);
        reader.rule(['steps', 'traffic'], () => why === undefined, `\`steps\` has ${share}, but ${why}.`);
    }
    const comparison = readComparison(reader);
    reader.rule(['max-error-ratio', 'traffic'], () => comparison === undefined || traffic.means === undefined || COUNTED_MEANS.includes(traffic.means), `\`max-error-ratio\` compares requests that target groups of Application Load Balancers count: \`traffic: ${traffic.means}\` has none.`);
    return {
        ...traffic,
        steps,
        comparison,
        to: reader.value('to', (text) => (text === '' ? undefined : (0,parse/* oneOf */.yL)('blue', 'green')(text))),
        keepSeconds: reader.value('keep', (0,parse/* optionalMinutesOrNone */.zx)(43_200)) ?? 0,
        afterwards: reader.value('afterwards', (0,parse/* oneOf */.yL)('zero', 'keep')),
        instanceTimeoutSeconds: reader.value('instance-timeout', (0,parse/* minutes */.Gx)(1440)),
        probe: reader.value('probe', probe/* optionalProbe */.J),
        ...readProof(reader, context),
    };
}
/** The pair of a mode that may be of one; undefined where none is named. */
const readTrafficIfNamed = (reader) => (0,inputs_common/* namesPair */.b)(reader) ? readTraffic(reader) : undefined;
/** Those behind which target groups of Application Load Balancers may stand. */
const COUNTED_MEANS = ['alb', 'route53'];
const MEANS = (0,parse/* oneOf */.yL)('alb', 'nlb', 'route53', 'classic');
function readTraffic(reader) {
    const means = reader.value('traffic', (text) => (text === '' ? undefined : MEANS(text)));
    const listenerRules = reader.value('listener-rules', (0,parse/* listOf */.c3)(LISTENER_ARN, 'ARNs of rules or listeners, one per line'));
    const record = reader.value('record', parse/* optionalText */.mR);
    const hostedZone = reader.value('hosted-zone', parse/* optionalText */.mR);
    const identifiers = {
        blue: reader.value('blue-identifier', parse/* optionalText */.mR),
        green: reader.value('green-identifier', parse/* optionalText */.mR),
    };
    reader.rule(['listener-rules', 'traffic'], () => listenerRules.length === 0 || means === undefined || means === 'alb' || means === 'nlb', '`listener-rules` are of Application and Network Load Balancers: leave them out, or set `traffic` to `alb` or `nlb`.');
    reader.rule(['record', 'listener-rules'], () => record === undefined || listenerRules.length === 0, '`record` and `listener-rules` are two means of dividing traffic: give one of them.');
    reader.rule(['record', 'hosted-zone', 'blue-identifier', 'green-identifier', 'traffic'], () => means === undefined ||
        means === 'route53' ||
        [record, hostedZone, identifiers.blue, identifiers.green].every((text) => text === undefined), '`record`, `hosted-zone`, `blue-identifier` and `green-identifier` are of Route 53: leave them out, or set `traffic: route53`.');
    return { pair: readPair(reader), means, listenerRules, record, hostedZone, identifiers };
}
const LISTENER_ARN = /^arn:aws[a-z-]*:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/(app|net)\/\S+$/;
function readPair(reader) {
    const blue = reader.value('blue', parse/* optionalText */.mR);
    const green = reader.value('green', parse/* optionalText */.mR);
    const versions = reader.value('versions', (text) => listOfWords(text));
    const references = reader.value('stacks', parse/* stacks */.I3);
    const byGroups = blue !== undefined || green !== undefined;
    reader.rule(['blue', 'green', 'versions', 'stacks'], () => byGroups || versions.length > 0, 'A shift of traffic needs two groups: `blue` and `green`, or `stacks` with `versions`.');
    reader.rule(['blue', 'green', 'versions', 'stacks'], () => !byGroups || (versions.length === 0 && references.length === 0), 'Two groups are named twice: give `blue` and `green`, or `stacks` with `versions`.');
    reader.rule(['blue', 'green'], () => !byGroups || (blue !== undefined && green !== undefined), `\`${blue === undefined ? 'blue' : 'green'}\` is missing: traffic is shifted between two groups.`);
    reader.rule(['blue', 'green'], () => blue === undefined || blue !== green, `\`blue\` and \`green\` are both \`${blue}\`: traffic is shifted between two groups.`);
    reader.rule(['versions', 'stacks'], () => byGroups || versions.length === 0 || (references.length === 1 && references[0]?.version === undefined), '`versions` are of one stack: give its name alone in `stacks`.');
    reader.rule(['versions'], () => versions.length === 0 || (versions.length === 2 && versions[0] !== versions[1]), `\`versions\` must be two, \`blue green\`, not ${(0,parse/* quoted */.TL)(versions)}.`);
    const [first = '', second = ''] = versions;
    return byGroups
        ? { kind: 'groups', blue: blue ?? '', green: green ?? '' }
        : { kind: 'stack', name: references[0]?.name ?? '', versions: { blue: first, green: second } };
}
function listOfWords(text) {
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const wrong = words.filter((word) => !/^[a-zA-Z0-9]+$/.test(word));
    if (wrong.length === 0)
        return words;
    throw new parse/* WrongInput */.Ey(`must be versions of a stack, letters and digits, such as \`v1 v2\`; ${(0,parse/* quoted */.TL)(wrong)} is not`);
}
/** Percents, ascending; 0 only first. */
function ascendingShares(text) {
    const entries = (0,parse/* list */.p_)(text.replaceAll(/[ \t]+/g, '\n'));
    const shares = entries.map((entry) => {
        const [, digits] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(entry) ?? [];
        const share = Number(digits);
        if (digits !== undefined && share <= 100)
            return share;
        throw new parse/* WrongInput */.Ey(`must be percents from 0 to 100, one per line; ${(0,parse/* quoted */.TL)([entry])} is not`);
    });
    const falling = entries.filter((_, index) => index > 0 && (shares[index] ?? 0) <= (shares[index - 1] ?? 0));
    if (falling.length > 0)
        throw new parse/* WrongInput */.Ey(`must ascend from line to line; ${(0,parse/* quoted */.TL)(falling)} ${falling.length > 1 ? 'do' : 'does'} not`);
    if (shares.at(-1) === 0)
        throw new parse/* WrongInput */.Ey('must end with a share of the traffic, such as `100`');
    return shares;
}

// EXTERNAL MODULE: ./build/src/inputs/list-form.js
var list_form = __nccwpck_require__(21086);
;// CONCATENATED MODULE: ./build/src/inputs/waves.js



/** Reads in which order groups follow one another; problems are left in the reader. */
function readWaves(reader, { timeoutSeconds, isHosted, rollout }) {
    const order = reader.value('order', orderLines);
    const bake = reader.value('group-bake', (0,parse/* optionalMinutesOrNone */.zx)(7200));
    const maxGroups = reader.value('max-groups', (text) => text === '' ? undefined : (0,parse/* integer */.nd)({ from: 1, to: 1000 })(text));
    const maxFailedGroups = reader.value('max-failed-groups', (0,parse/* integer */.nd)({ from: 0, to: 1000 }));
    boundedBake(reader, {
        name: 'group-bake',
        seconds: bake ?? 0,
        timeoutSeconds,
        job: longestJob(isHosted),
        instead: 'roll each wave in a job of its own',
    });
    reader.rule(['group-bake', 'order'], () => bake === undefined || order.length > 0, '`group-bake` is the time between two waves: it needs `order`.');
    reader.rule(['max-failed-groups', 'order', 'max-groups'], () => maxFailedGroups === 0 || order.length > 0 || maxGroups !== undefined, '`max-failed-groups` says when no other group begins: it needs `order` or `max-groups`, without which all begin at once.');
    const given = [...(order.length > 0 ? ['order'] : []), ...(maxGroups === undefined ? [] : ['max-groups'])];
    reader.rule(['order', 'max-groups', 'rollout'], () => rollout !== 'none' || given.length === 0, `${(0,parse/* quoted */.TL)(given)} ${given.length > 1 ? 'say' : 'says'} when groups roll, and with \`rollout: none\` none does: set \`rollout\` to \`respawn\` or \`scale-up-patch\`.`);
    if (given.length === 0)
        return { waves: undefined };
    return { waves: { order, bakeSeconds: bake ?? 0, maxGroups, maxFailedGroups } };
}
/** A wave for each line, with names, globs and tags of groups between commas. */
function orderLines(text) {
    const lines = text.split('\n').map((line) => line.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')); // prettier-ignore
    const problem = (0,list_form/* listFormProblem */.a)(text, lines.flat());
    if (problem !== undefined)
        throw new parse/* WrongInput */.Ey(`must have a wave per line, with commas between groups: it ${problem}`);
    return lines.filter((line) => line.length > 0).map((line) => line.map(orderEntry));
}
function orderEntry(text) {
    if (!text.startsWith('tag:'))
        return { kind: 'name', text };
    const [, key = '', value] = /^tag:([^=]+)=(.*)$/s.exec(text) ?? [];
    if (value !== undefined)
        return { kind: 'tag', text, key: key.trim(), value: value.trim() };
    throw new parse/* WrongInput */.Ey(`must name groups by names, globs or \`tag:Key=Value\`; \`${text}\` has no \`=\``);
}

// EXTERNAL MODULE: ./build/src/text/nearest.js
var nearest = __nccwpck_require__(17443);
;// CONCATENATED MODULE: ./build/src/inputs/inputs.js

















/**
 * All inputs of a run. UserError names every wrong input with what is allowed. `selectors` stand where the inputs name no
 * group.
 */
function readInputs(source, environment, selectors) {
    const reader = (0,inputs_reader/* inputReader */.c)({
        input: (name) => source.input(name) || (name === 'aws-region' ? environment.awsRegion : ''),
        passedInputs: () => source.passedInputs(),
    });
    const text = source.input('mode').trim();
    const mode = (0,modes/* isMode */.SF)(text) ? text : undefined;
    const inputs = mode === undefined ? everything(reader, environment) : inputsOf(mode, { reader, environment, selectors });
    const names = [...renamedProblems(source), ...unknownProblems(source)];
    const problems = [...(inputs === undefined ? [wrongMode(text)] : []), ...names, ...reader.problems];
    if (inputs === undefined || problems.length > 0)
        throw wrongInputs(problems);
    return inputs;
}
function inputsOf(mode, { reader, environment, selectors }) {
    const common = (0,inputs_common/* readCommon */.C)(reader, { environment, mode, selectors });
    const { isHosted } = environment;
    const course = (follows) => ({
        ...readGates(reader, { ...common, isHosted }),
        ...readWaves(reader, { ...common, isHosted, rollout: follows }),
    });
    switch (mode) {
        case 'images':
            return { mode, ...common, ...readImage(reader), ...readAudit(reader) };
        case 'patch-image':
            return {
                mode,
                ...common,
                ...readImage(reader),
                replaceSsmAlias: reader.value('replace-ssm-alias', parse/* boolean */.zM),
                ...readPatch(reader),
                ...readRollout(reader),
                ...course(reader.value('rollout', rollout)),
            };
        case 'patch-docker':
            return {
                mode,
                ...common,
                ...readDocker(reader),
                ...readPatch(reader),
                ...readRollout(reader),
                ...course(reader.value('rollout', rollout)),
            };
        case 'respawn':
            return { mode, ...common, ...(0,inputs_roll/* readRoll */._X)(reader, inputs_roll/* ONE */.xr), ...course() };
        case 'scale-up-patch':
            return { mode, ...common, ...readScaleUp(reader), ...course() };
        case 'release':
            return { mode, ...common, ...(0,inputs_roll/* readRoll */._X)(reader, inputs_roll/* ONE */.xr), ...releasedShift(reader, { ...common, isHosted }, course) };
        case 'rollback':
            return { mode, ...common, ...readScaleUp(reader), shift: readTrafficIfNamed(reader) };
        case 'shift':
            return { mode, ...common, ...readShift(reader, { ...common, isHosted, mode }) };
        case 'blue-green':
            return {
                mode,
                ...common,
                ...readImage(reader),
                replaceSsmAlias: reader.value('replace-ssm-alias', parse/* boolean */.zM),
                ...readDockerImage(reader),
                ...readSourceChanges(reader),
                ...readShift(reader, { ...common, isHosted, mode }),
            };
        case 'redeploy-bastion':
            return { mode, ...common, ...readImage(reader), ...readBastion(reader) };
        case 'restore':
            return { mode, ...common, ...readBastionNames(reader) };
        case 'janitor':
            return { mode, ...common, ...readJanitor(reader) };
        case 'catalogue':
            return { mode, ...common };
        default:
            return mode;
    }
}
/** A release is of a shift where two groups are named, and of rolls elsewhere. */
function releasedShift(reader, context, course) {
    return (0,inputs_common/* namesPair */.b)(reader)
        ? { gates: undefined, waves: undefined, shift: readShift(reader, { ...context, mode: 'release' }) }
        : { ...course(), shift: undefined };
}
/** Without a mode there are no inputs, but the problems of all of them can be told. */
function everything(reader, environment) {
    const common = (0,inputs_common/* readCommon */.C)(reader, { environment, mode: undefined });
    readImage(reader);
    readAudit(reader);
    readJanitor(reader);
    readPatch(reader);
    readRollout(reader);
    readGates(reader, { ...common, isHosted: environment.isHosted });
    readWaves(reader, { ...common, isHosted: environment.isHosted });
}
/** An old name that did nothing any more would be a limit that never fails. */
function renamedProblems({ input }) {
    return Object.entries(declared/* renamedInputs */.UN).flatMap(([from, { to, note }]) => input(from).trim() === '' ? [] : [`\`${from}\` has another name: ${from} -> ${to}. ${note}`]);
}
/** GitHub only warns of such a name: `dryrun: true` would be a real run. One that is near to none may be anything. */
function unknownProblems({ passedInputs }) {
    const known = Object.keys(declared/* declaredInputs */.WB);
    return passedInputs().flatMap((name) => {
        if (known.includes(name) || Object.hasOwn(declared/* renamedInputs */.UN, name))
            return [];
        const near = (0,nearest/* nearest */.p)(name, known);
        return near.length === 0 ? [] : [`\`${name}\` is no input of this action; the nearest is ${(0,parse/* quoted */.TL)(near)}.`];
    });
}
function wrongMode(text) {
    const names = Object.keys(modes/* modes */.nI);
    return `\`mode\` is ${text === '' ? 'missing' : (0,parse/* quoted */.TL)([text])} but must be one of ${(0,parse/* quoted */.TL)(names)}${(0,parse/* hint */.aK)(text, names)}.`;
}
function wrongInputs(problems) {
    const [only, ...more] = problems;
    if (more.length === 0)
        return new errors/* UserError */.yo({ what: `An input is wrong: ${only}`, remedy: 'Correct it; nothing was changed.' });
    return new errors/* UserError */.yo({
        what: `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
        remedy: 'Correct them; nothing was changed.',
    });
}

// EXTERNAL MODULE: ./build/src/report/render/renderers.js + 37 modules
var renderers = __nccwpck_require__(74148);
;// CONCATENATED MODULE: ./build/src/report/render/write-outputs.js

/** Sets every output that the result has. */
function writeOutputs(runner, request, result) {
    const outputs = (0,renderers/* rendererOf */.D)(result).outputs(request, result);
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            runner.setOutput(name, value);
}

// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(24502);
// EXTERNAL MODULE: ./build/src/text/time.js
var time = __nccwpck_require__(2240);
// EXTERNAL MODULE: ./build/src/report/result-parts.js
var result_parts = __nccwpck_require__(3980);
// EXTERNAL MODULE: ./build/src/report/results/request.js
var results_request = __nccwpck_require__(87736);
;// CONCATENATED MODULE: ./build/src/report/results/change-record.js




/** What an input holds that no log should show, or more than a line of a record should. */
const INPUT_CHARACTERS = 500;
const MOST_VERDICTS = 20;
/** Inputs that were given, by name. */
const shownInputs = (inputs) => Object.fromEntries(inputs
    .filter(([, text]) => text !== '')
    .map(([name, text]) => [name, (0,results_request/* isUnshown */.Nd)(name, text) ? '***' : (0,text_escape/* clip */.$Q)(text, INPUT_CHARACTERS)]));
/** The longest reason, and the longest output: GitHub takes a little more than 500,000 characters of all outputs. */
const REASON_CHARACTERS = 1000;
const OUTPUT_CHARACTERS = 60_000;
/** One line of JSON for each state. */
const recordLines = ({ context, states }) => states.map((state) => JSON.stringify({ ...context, verdicts: shownVerdicts(context), ...state }));
const shownVerdicts = ({ verdicts }) => (verdicts ?? []).slice(0, MOST_VERDICTS).map((verdict) => (0,text_escape/* clip */.$Q)(verdict, INPUT_CHARACTERS));
/** The lines as a JSON array, as many as there is room for. */
function recordOutput(lines) {
    let room = OUTPUT_CHARACTERS;
    return `[${lines.filter((line) => (room -= line.length + 1) >= 0).join(',')}]`;
}
/** The groups that are about to be changed, before the first of them is. */
const begun = (moment) => alike(moment, { result: 'begun', reason: null });
/** How it has ended: each group with its result, and groups without one, or none, with what ended the run. */
function ended(moment, result, failure) {
    const { at } = moment;
    const reasonOf = (why) => (why === undefined ? null : (0,text_escape/* clip */.$Q)([why.what, why.why].filter((part) => part !== undefined).join(' '), REASON_CHARACTERS)); // prettier-ignore
    const { groups, bastion, traffic } = (0,result_parts/* partsOf */.C)(result);
    const states = groups.map(({ group, status, imageId, previousImageId, failure: own, source, sizes, floor, lowestReady }) => ({
        at: (0,time/* isoTime */.L)(at),
        ...claimOf(moment, group),
        group,
        before: { image: previousImageId ?? imageId ?? null },
        after: { image: imageId ?? null },
        result: status,
        reason: reasonOf(own),
        source,
        sizes,
        // Of a group that was never looked at nothing was lowest.
        ...(Number.isFinite(lowestReady) && { floor: { promised: floor, lowest: lowestReady } }),
    }));
    const ofTraffic = traffic.flatMap(({ groups: { blue, green }, status, failure: own }) => [blue, green].map((group) => ({
        at: (0,time/* isoTime */.L)(at),
        ...claimOf(moment, group),
        group,
        before: { image: null },
        after: { image: null },
        result: status,
        reason: reasonOf(own),
    })));
    const ofBastion = bastion === undefined ? [] : [{
            at: (0,time/* isoTime */.L)(at),
            ...claimOf(moment, null),
            group: null,
            before: { image: bastion.previousImageId ?? bastion.imageId ?? null },
            after: { image: bastion.imageId ?? null },
            result: bastion.status,
            reason: reasonOf(bastion.failure),
        }]; // prettier-ignore
    const ofJanitor = result.kind === 'janitor' && moment.hasBegun ? cleaned(moment, result.janitor.findings, reasonOf) : [];
    const put = new Set([...states, ...ofTraffic].map(({ group }) => group));
    const told = [...states, ...ofTraffic, ...ofJanitor.filter(({ group }) => !put.has(group))];
    const left = moment.groups.filter((name) => told.every(({ group }) => group !== name));
    const isTold = told.length + ofBastion.length > 0;
    const outcome = { result: moment.hasBegun ? 'failed' : 'refused', reason: reasonOf(failure) };
    const rest = failure === undefined || (isTold && left.length === 0) ? [] : alike({ ...moment, groups: left }, outcome);
    return [...told, ...ofBastion, ...rest];
}
/** What a janitor has done to each group that it was about to change; what it found once it looked again may be nothing. */
function cleaned(moment, findings, reasonOf) {
    return moment.groups.flatMap((group) => {
        const own = findings.filter((finding) => finding.group === group);
        const state = ['failed', 'healed', 'marked'].find((each) => own.some((finding) => finding.state === each));
        const what = own.map(({ finding, state: each, heal }) => `${finding} ${each}${each === 'healed' ? ` (${heal})` : ''}`);
        return {
            at: (0,time/* isoTime */.L)(moment.at),
            ...claimOf(moment, group),
            group,
            before: { image: null },
            after: { image: null },
            result: state ?? 'refused',
            reason: reasonOf({ what: `${what.join(', ')}.` }),
        };
    });
}
function claimOf({ serviceOf, ownerOf = () => null }, group) {
    const service = serviceOf(group);
    return { service, owner: ownerOf(service) };
}
function alike(moment, { result, reason }) {
    const { at, groups } = moment;
    const names = groups.length === 0 ? [null] : groups;
    return names.map((group) => ({
        at: (0,time/* isoTime */.L)(at),
        ...claimOf(moment, group),
        group,
        before: { image: null },
        after: { image: null },
        result,
        reason,
    }));
}

// EXTERNAL MODULE: ./build/src/inputs/notify.js
var inputs_notify = __nccwpck_require__(91202);
;// CONCATENATED MODULE: ./build/src/main/announce.js


/** The announcer of a run with these inputs; what goes wrong is warned of. */
async function announcer(platform, inputs, record) {
    const { runner } = platform;
    const { github, notify, dryRun } = inputs;
    const [region = ''] = inputs.regions;
    const facts = {
        connection: undefined,
        governance: undefined,
        region,
    };
    let notifier;
    let githubRun;
    const warn = (messages = []) => {
        for (const message of messages)
            record.report({ kind: 'warning', message });
    };
    if (notify !== undefined && !dryRun) {
        const { notifierOf } = await __nccwpck_require__.e(/* import() */ 4230).then(__nccwpck_require__.bind(__nccwpck_require__, 54230));
        notifier = notifierOf(platform, notify, facts);
        record.meeting = notifier.meet;
    }
    if (github !== undefined && github.token === undefined)
        record.report({ kind: 'info', message: 'Nothing is written on GitHub: `github-token` is not given, as in runs for pull requests from forks.' }); // prettier-ignore
    return {
        connect: async ({ connection, governance }) => {
            facts.connection = connection;
            facts.governance = governance;
            const { token } = github ?? {};
            if (github === undefined || token === undefined)
                return;
            const { githubRun: open } = await __nccwpck_require__.e(/* import() */ 1993).then(__nccwpck_require__.bind(__nccwpck_require__, 61993));
            githubRun = await open(platform, {
                inputs: { ...github, token },
                mode: inputs.mode,
                dryRun,
                account: connection.account.id,
                regions: inputs.regions,
                maxDaysBehind: 'maxDaysBehind' in inputs ? inputs.maxDaysBehind : undefined,
                governance,
                jobEnvironment: record.jobEnvironment,
            });
            if (github.pullRequestComment && dryRun && runner.workflowContext().pullRequest?.isFork)
                record.report({ kind: 'info', message: 'The plan stands in the job summary alone: a run for a pull request from a fork may not write comments.' }); // prettier-ignore
            record.summarised = async (markdown) => warn(await githubRun?.comment(markdown));
        },
        begin: async (groups) => {
            notifier?.begin(groups);
            warn(await githubRun?.begin(groups));
        },
        end: async ({ result, failure }) => {
            const [told, written] = await Promise.all([
                notifier?.end({ result, failure }),
                githubRun?.end({ result, failure }),
            ]);
            warn(told);
            warn(written);
        },
    };
}
/** What the post step tells: the main step has left something changed. */
async function announcePost(platform, record, { result, failure }) {
    const { runner } = platform;
    const notify = (0,inputs_notify/* readNotify */.Q)((0,inputs_reader/* inputReader */.c)(runner));
    if (notify === undefined)
        return;
    const { notifierOf } = await __nccwpck_require__.e(/* import() */ 4230).then(__nccwpck_require__.bind(__nccwpck_require__, 54230));
    const facts = { connection: record.connected[0], region: record.runRequest.region, governance: undefined };
    const died = {
        what: 'The main step has left something changed. The post step has put it back, as far as is said here.',
    };
    const told = await notifierOf(platform, notify, facts).end({ result, failure: failure ?? died });
    for (const message of told)
        record.report({ kind: 'warning', message });
}

// EXTERNAL MODULE: ./build/src/main/post-state.js
var post_state = __nccwpck_require__(5309);
// EXTERNAL MODULE: ./build/src/main/run-context.js + 4 modules
var run_context = __nccwpck_require__(10179);
;// CONCATENATED MODULE: ./build/src/main/saved-trail.js



/** Undefined for what no main step has written. */
function savedTrail(runner) {
    const text = runner.getState(post_state/* POST_STATE */.j9.record);
    try {
        const saved = (text === '' ? undefined : JSON.parse(text));
        return typeof saved?.path === 'string' && saved.context !== undefined && Array.isArray(saved.states)
            ? { ...saved, isDone: saved.isDone === true }
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Writes what the post step has put back into the file of the record, and sends it; gives a sentence for each failure. */
async function endSavedTrail(runner, saved, { result, at, connection }) {
    const states = statesAtTheEnd(saved, result, at);
    const record = { context: saved.context, states, keptAt: placesOf(saved) };
    const lines = recordLines(record);
    const unwritten = await writeRecord(runner, saved.path, lines);
    const { delivery } = saved;
    if (delivery === undefined || connection === undefined)
        return { record, warnings: unwritten };
    const { sendRecord } = await __nccwpck_require__.e(/* import() */ 1846).then(__nccwpck_require__.bind(__nccwpck_require__, 1846));
    const unsent = await sendRecord(connection, delivery.sinks, { ...delivery, lines, at });
    return { record, warnings: [...unwritten, ...unsent] };
}
/** Where a record is kept besides the output, in words. */
function placesOf({ path, delivery }) {
    const { bus, logGroup, bucket } = delivery?.sinks ?? {};
    return [
        ...(path === '' ? [] : [`the file ${path}`]),
        ...(bus === undefined ? [] : [`the event bus ${bus}`]),
        ...(logGroup === undefined ? [] : [`the log group ${logGroup}`]),
        ...(bucket === undefined ? [] : [`the bucket ${bucket}`]),
    ];
}
/** The file of a record, none where there is nothing to be said; a sentence where it cannot be written. */
async function writeRecord(runner, path, lines) {
    if (path === '' || lines.length === 0)
        return [];
    try {
        await runner.writeFile(path, lines.map((line) => `${line}\n`).join(''));
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return [unwritten(error)];
    }
}
const unwritten = ({ message }) => `The record of this run could not be written. ${message}`;
const WITHOUT_END = 'The main step ended without saying how. Nothing was left for the post step to put back.';
function statesAtTheEnd({ states: saved }, result, at) {
    // The main step may have said how it ended, and could not send that any more.
    if (result === undefined && saved.every((state) => state.result !== 'begun'))
        return saved;
    const groups = saved.flatMap(({ group }) => group ?? []);
    const services = new Map(saved.map(({ group, service }) => [group, service]));
    const owners = new Map(saved.map(({ service, owner }) => [service, owner]));
    const moment = {
        at,
        groups,
        hasBegun: true,
        serviceOf: (group) => services.get(group) ?? null,
        ownerOf: (service) => owners.get(service) ?? null,
    };
    const states = result === undefined
        ? ended(moment, { kind: 'groups', groups: [] }, { what: WITHOUT_END })
        : ended(moment, result, undefined);
    const kept = saved.filter(({ group }) => states.every((state) => state.group !== group));
    const images = (state) => {
        const before = saved.find(({ group }) => group === state.group)?.before.image;
        return before === undefined || before === null ? state : { ...state, before: { image: before } };
    };
    return [...kept, ...states.map(images)];
}

;// CONCATENATED MODULE: ./build/src/main/change-trail.js


 // prettier-ignore




/**
 * The record of a run that may change something, where it is asked for or a catalogue governs; undefined of any other. A record
 * that cannot be written or sent is warned of, and the run goes on.
 */
function changeTrail(runner, { id, report, now, signal, plan }) {
    const mode = runner.input('mode');
    const isApplied = runner.input('apply') !== '';
    if (!isApplied && (!(0,modes/* isMode */.SF)(mode) || !modes/* modes */.nI[mode].changes))
        return undefined;
    if (/^true$/i.test(runner.input('dry-run')))
        return undefined;
    if (mode === 'janitor' && !/^true$/i.test(runner.input('heal')))
        return undefined;
    const path = runner.input('audit-path');
    let context = contextOf(runner, mode, plan);
    const asked = runner.input('service') || null;
    let governance;
    let [delivery, connection] = [undefined, undefined];
    let [groups, hasBegun] = [[], false];
    const isWanted = () => path !== '' || governance !== undefined || delivery !== undefined;
    const serviceOf = (group) => governance?.claimed.get(group ?? '') ?? asked;
    const warn = (messages) => messages.forEach((message) => report({ kind: 'warning', message })); // prettier-ignore
    const save = (states, isDone) => {
        try {
            runner.saveState(post_state/* POST_STATE */.j9.record, JSON.stringify({ path, context, states, delivery, isDone })); // prettier-ignore
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            warn([unwritten(error)]);
        }
    };
    const write = async (states, isEnd) => {
        const record = { context, states, keptAt: placesOf({ path, delivery }) };
        const lines = recordLines(record);
        warn(await writeRecord(runner, path, lines));
        // Before it is sent: a run that is killed meanwhile leaves it to the post step.
        save(states, false);
        if (delivery !== undefined && connection !== undefined) {
            const { sendRecord } = await __nccwpck_require__.e(/* import() */ 1846).then(__nccwpck_require__.bind(__nccwpck_require__, 1846));
            const unsent = await sendRecord(connection, delivery.sinks, { ...delivery, lines, at: now() });
            if (signal.aborted && unsent.length > 0)
                return record;
            warn(unsent);
        }
        if (isEnd)
            save(states, true);
        return record;
    };
    return {
        govern: (known) => {
            governance = known;
            if (known?.environment !== undefined)
                context = { ...context, environment: known.environment };
        },
        deliver: (wanted) => {
            const { sinks, scope } = wanted;
            context = { ...context, session: wanted.session, account: scope.account, region: scope.region };
            if (sinks === undefined)
                return;
            connection = wanted.connection;
            delivery = { sinks, scope, name: id.replaceAll('/', '-'), begunAt: now() };
        },
        selected: (names) => {
            groups = names;
        },
        beginning: async (names) => {
            groups = names;
            hasBegun = true;
            context = { ...context, startedAt: context.startedAt ?? (0,time/* isoTime */.L)(now()) };
            if (governance !== undefined)
                context = { ...context, verdicts: [...governance.told] };
            if (isWanted())
                await write(begun({ at: now(), groups, serviceOf, ownerOf: ownersOf(governance) }), false);
        },
        end: async ({ result, failure, at }) => {
            if (!isWanted() && asked === null)
                return undefined;
            if (governance !== undefined)
                context = { ...context, verdicts: [...governance.told] };
            const moment = { at, groups, serviceOf, ownerOf: ownersOf(governance), hasBegun };
            return await write(ended(moment, result, failure), true);
        },
    };
}
/** The team that a service belongs to. */
const ownersOf = (governance) => (service) => governance?.catalogue.services.get(service ?? '')?.owner ?? null;
function contextOf(runner, mode, plan) {
    const { actor, triggeringActor, repository, sha, ref, workflow } = runner.workflowContext();
    const names = (0,modes/* isMode */.SF)(mode) ? modes/* modes */.nI[mode].uses : [];
    return {
        actor,
        triggeringActor,
        repository,
        sha,
        ref,
        run: (0,run_context/* addressOf */.c)(runner) ?? runner.environment.runId,
        workflow,
        session: null,
        account: null,
        region: null,
        startedAt: null,
        mode,
        environment: runner.input('environment') || null,
        breakGlass: runner.input('break-glass') || null,
        plan: plan ?? null,
        inputs: shownInputs(names.map((name) => [name, runner.input(name)])),
        verdicts: [],
    };
}

// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __nccwpck_require__(31736);
// EXTERNAL MODULE: ./build/src/platform/proxy-rules.js
var proxy_rules = __nccwpck_require__(18075);
;// CONCATENATED MODULE: ./build/src/main/connect-regions.js



/** GitHub and AWS fail for a moment at times. A step that has changed nothing yet may end red after that. */
const USUAL_PATIENCE_SECONDS = 180;
/** Connects to each region and reports the account and role of the credentials; the SDK is loaded only now. */
async function connectRegions(platform, inputs, record) {
    const [first = '', ...others] = inputs.regions;
    record.runRequest = { ...record.runRequest, region: inputs.regions.join(', '), dryRun: inputs.dryRun };
    const connected = await connectRegion(platform, { inputs, region: first }, record);
    const elsewhere = [];
    for (const region of others)
        elsewhere.push(await connectRegion(platform, { inputs, region }, record));
    return [connected, ...elsewhere];
}
/** Connects to another place to look at it; its calls count with those of the run. */
async function connectToLook(platform, { inputs, place }, record) {
    const credentials = { ...inputs.credentials, role: place.role, workflow: place.workflow };
    const looking = { ...inputs, credentials, allowedAccountIds: [place.account] };
    const connected = await connectWith(platform, { inputs: looking, region: place.region, mutable: false }, record);
    record.report({ kind: 'info', message: `Looking at the account ${place.account} in ${place.region} as well.` });
    return connected;
}
async function connectRegion(platform, { inputs, region }, record) {
    const mutable = modes/* modes */.nI[inputs.mode].changes && inputs.heal !== false && !inputs.dryRun;
    const connected = await connectWith(platform, { inputs, region, mutable }, record);
    record.runRequest = { ...record.runRequest, account: connected.account.id };
    record.report({ kind: 'info', message: `Account ${connected.account.id} in ${region}, as ${connected.account.arn}` });
    for (const message of connected.warnings)
        record.report({ kind: 'warning', message });
    return connected;
}
async function connectWith({ runner, clock, random, signal, requestHandler }, { inputs, region, mutable }, record) {
    const { connect } = await Promise.all(/* import() */[__nccwpck_require__.e(4759), __nccwpck_require__.e(1015)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21015));
    const { tokenClaims } = await __nccwpck_require__.e(/* import() */ 1842).then(__nccwpck_require__.bind(__nccwpck_require__, 51842));
    const { credentials, allowedAccountIds, timeoutSeconds, patienceSeconds = USUAL_PATIENCE_SECONDS } = inputs;
    const { proxy } = runner.environment;
    for (const secret of (0,proxy_rules/* proxyRules */.E)(proxy).secrets)
        runner.mask(secret);
    const connected = await connect({
        credentials,
        allowedAccountIds,
        timeoutSeconds,
        region,
        mutable,
        tells: inputs.notify !== undefined && !inputs.dryRun,
        issuer: {
            mask: runner.mask,
            idToken: async (audience, signal) => {
                const token = await runner.idToken(audience, signal);
                record.jobEnvironment = tokenClaims(token).tested.find(([name]) => name === 'environment')?.[1];
                return token;
            },
        },
        patienceSeconds,
        waiting: (message) => record.report({ kind: 'info', message }),
        clock,
        random,
        signal,
        requestHandler,
        agentFor: await (0,proxy_agents/* proxyAgents */.H)(proxy),
    });
    record.connected.push(connected);
    return connected;
}

;// CONCATENATED MODULE: ./build/src/main/dispatch.js
/** Runs the mode that the inputs name; only what that mode needs is loaded. */
async function dispatch(run, inputs) {
    switch (inputs.mode) {
        case 'images':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(3727), __nccwpck_require__.e(7641)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67641))).images(run, inputs);
        case 'patch-image':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(9936), __nccwpck_require__.e(411)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82792))).patchImage(run, inputs);
        case 'patch-docker':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(9936), __nccwpck_require__.e(933)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70933))).patchDocker(run, inputs);
        case 'respawn':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(5490)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75490))).respawn(run, inputs);
        case 'scale-up-patch':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(2371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52371))).scaleUpPatch(run, inputs);
        case 'release':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(231)]).then(__nccwpck_require__.bind(__nccwpck_require__, 40231))).release(run, inputs);
        case 'rollback':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(397)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70397))).rollback(run, inputs);
        case 'shift':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(5484)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75484))).shift(run, inputs);
        case 'blue-green':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(9936), __nccwpck_require__.e(3590)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3590))).blueGreen(run, inputs);
        case 'redeploy-bastion':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(9894), __nccwpck_require__.e(4278), __nccwpck_require__.e(7629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14278))).redeployBastion(run, inputs);
        case 'restore':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(4278), __nccwpck_require__.e(3536)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536))).restore(run, inputs);
        case 'janitor':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(4278), __nccwpck_require__.e(2053)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72053))).janitor(run, inputs);
        case 'catalogue':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(1531)]).then(__nccwpck_require__.bind(__nccwpck_require__, 31531))).catalogue(run);
        default:
            return inputs;
    }
}

// EXTERNAL MODULE: ./build/src/inputs/role.js
var inputs_role = __nccwpck_require__(55159);
;// CONCATENATED MODULE: ./build/src/main/connect-to-environment.js



/**
 * Connects to an environment of the catalogue, in each of its regions: with the credentials of the run where it is the same
 * account, and with its role elsewhere. Nothing can be changed by these connections.
 */
function connectToEnvironment(platform, { inputs, connected, catalogue }, record) {
    return async (name) => {
        const environment = catalogue.environments.get(name);
        if (environment === undefined)
            throw new Error(`${name} is no environment of the catalogue`);
        const { account, role, regions, workflow } = environment;
        const isHere = account === connected.account.id;
        if (!isHere && role === undefined)
            throw new errors/* UserError */.yo({
                what: `The catalogue declares no role for ${name}, which is another account.`,
                remedy: `Add \`role\` to \`environments.${name}\`.`,
            });
        const other = isHere ? inputs.credentials.role : (0,inputs_role/* optionalRole */.b1)(role ?? '');
        const found = [];
        for (const region of regions)
            found.push(isHere && region === connected.region
                ? connected
                : await connectToLook(platform, { inputs, place: { region, role: other, account, workflow } }, record));
        return found;
    };
}

// EXTERNAL MODULE: ./build/src/inputs/catalogue/usual-path.js
var usual_path = __nccwpck_require__(60759);
;// CONCATENATED MODULE: ./build/src/main/open-catalogue.js


/**
 * The catalogue that governs the run: the file that `catalogue` names, or the usual one where there is one. Undefined where
 * nothing is governed, which the log says. UserError where it is missing or wrong. What reads it is loaded only here.
 */
async function openCatalogue({ runner, clock }, report) {
    const named = runner.input('catalogue');
    const path = named || usual_path/* USUAL_CATALOGUE */.J;
    if (leavesWorkspace(path))
        throw new errors/* UserError */.yo({
            what: `\`catalogue\` is ${path}, which is no path inside of the workspace.`,
            remedy: 'Give the path from the workspace, such as `.github/fleet-patch.yml`.',
        });
    const text = await runner.readFile(path);
    if (text !== undefined) {
        const { readCatalogue } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(2210), __nccwpck_require__.e(3423)]).then(__nccwpck_require__.bind(__nccwpck_require__, 23423));
        const { sha256 } = await __nccwpck_require__.e(/* import() */ 2992).then(__nccwpck_require__.bind(__nccwpck_require__, 72992));
        const catalogue = readCatalogue({ path, text, now: clock.now() / 1000 });
        report({ kind: 'info', message: `Governed by ${path}.` });
        return { path, catalogue, digest: sha256(text.replaceAll('\r\n', '\n')) };
    }
    const isEmpty = await runner.isWorkspaceEmpty();
    if (named !== '')
        throw new errors/* UserError */.yo({
            what: `\`catalogue\` names ${path}, and there is no such file in the workspace.`,
            ...(isEmpty && { why: 'The workspace is empty.' }),
            remedy: 'Check the path, and that `actions/checkout` comes before this step.',
        });
    if (isEmpty)
        report({
            kind: 'warning',
            message: `Nothing is governed: the workspace is empty, so it cannot be told whether the repository has ${path}. Put \`actions/checkout\` before this step.`,
        });
    else
        report({ kind: 'info', message: `Nothing is governed: there is no ${path} in the workspace.` });
    return undefined;
}
const leavesWorkspace = (path) => /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..');

;// CONCATENATED MODULE: ./build/src/main/governed.js



/** Opens the catalogue; what judges by it is loaded only where there is one. UserError where the file or a name is wrong. */
async function governedStep(platform, record, plan) {
    const { runner, clock } = platform;
    const { report } = record;
    const opened = await openCatalogue(platform, report);
    const file = opened && { path: opened.path, digest: opened.digest };
    if (plan !== undefined)
        (await Promise.all(/* import() */[__nccwpck_require__.e(2210), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(5525)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7568))).refuseOtherCatalogue(plan, file);
    if (opened === undefined) {
        refuseUngoverned(runner);
        return {
            runner,
            selectors: undefined,
            catalogue: undefined,
            begin: refuseWithoutCatalogue,
            confirm: () => undefined,
        };
    }
    const { beginGoverned, confirmGoverned, govern, reviewOfFile, withTexts } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(6375)]).then(__nccwpck_require__.bind(__nccwpck_require__, 86375));
    const governed = govern(opened, runner);
    const applied = plan === undefined
        ? undefined
        : await (await __nccwpck_require__.e(/* import() */ 9790).then(__nccwpck_require__.bind(__nccwpck_require__, 69790))).tokenEnvironment(platform, opened.catalogue);
    let governance;
    return {
        runner: withTexts(runner, governed.texts),
        selectors: governed.selectors,
        workflow: opened.catalogue.environments.get(governed.environment ?? '')?.workflow,
        catalogue: file,
        begin: (inputs) => {
            if (inputs.mode === 'catalogue' && inputs.credentials.role === undefined)
                return reviewOfFile(opened);
            governance = beginGoverned({ runner, clock, report, applied }, inputs, governed);
            return undefined;
        },
        confirm: (inputs, connected) => governance &&
            confirmGoverned(governance, {
                regions: inputs.regions,
                account: connected.account.id,
                now: connected.clock.now() / 1000,
                report,
                connectTo: connectToEnvironment(platform, { inputs, connected, catalogue: opened.catalogue }, record),
            }),
    };
}
/** Without a catalogue these inputs would seem to do something. */
function refuseUngoverned(runner) {
    const given = ['service', 'environment', 'break-glass'].filter((name) => runner.input(name) !== '');
    if (given.length === 0)
        return;
    throw new errors/* UserError */.yo({
        what: `${given.map((name) => `\`${name}\``).join(' and ')} ${given.length > 1 ? 'mean' : 'means'} something in a catalogue, and there is none.`,
        remedy: 'Nothing was changed. Add `.github/fleet-patch.yml`, or name the file with `catalogue`.',
    });
}
function refuseWithoutCatalogue({ mode }) {
    if (mode !== 'catalogue')
        return undefined;
    throw new errors/* UserError */.yo({
        what: '`mode: catalogue` has no catalogue to read: there is no `.github/fleet-patch.yml` in the workspace.',
        remedy: 'Add it, or name the file with `catalogue`; `actions/checkout` must come before this step.',
    });
}

// EXTERNAL MODULE: ./build/src/report/partial-result.js
var partial_result = __nccwpck_require__(32643);
// EXTERNAL MODULE: ./build/src/main/saved-run.js
var saved_run = __nccwpck_require__(99732);
;// CONCATENATED MODULE: ./build/src/main/post-restore.js




/**
 * Connects the post step to where the main step has worked. UserError that says what may be left where that cannot be
 * had, or where the credentials lead to another account by now.
 */
async function connectAgain(platform, saved, record) {
    const { account, region, given, inputs } = saved;
    record.runRequest = { mode: inputs.mode, inputs: given, account, region, dryRun: false };
    // What is left changed is worse than a post step that waits: it does so for as long as the run may take.
    const patient = { ...inputs, allowedAccountIds: [], patienceSeconds: inputs.timeoutSeconds };
    const connections = await connectRegions(platform, patient, record).catch((error) => {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const remedy = [error.remedy, (0,saved_run/* whatMayBeLeft */.Et)(saved), RESTORE].filter((part) => part !== undefined).join(' ');
        throw new errors/* UserError */.yo({
            what: error.what,
            ...(error.why !== undefined && { why: error.why }),
            remedy,
            cause: error.cause,
        });
    });
    const [{ account: now }] = connections;
    if (now.id === account)
        return connections;
    throw new errors/* UserError */.yo({
        what: `The credentials of the post step belong to the account ${now.id}, but the run has worked in the account ${account}.`,
        why: `They are those of ${now.arn}. ${(0,saved_run/* whatMayBeLeft */.Et)(saved)}`,
        remedy: `Nothing was put back. Keep the credentials of the job as they are until its end. ${RESTORE}`,
    });
}
const RESTORE = 'Run `mode: restore` there.';
/**
 * Puts back what the main step of this run has left. Bastion and groups are put back side by side: where one fails, the
 * other is put back all the same.
 */
async function postRestore(run, { groups: names, bastion: found, inputs, memos }) {
    const restoreBastion = async () => {
        if (found === undefined)
            return undefined;
        const { undoBastion } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(9894), __nccwpck_require__.e(4278), __nccwpck_require__.e(7629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14278));
        return await undoBastion(run, inputs, found);
    };
    const restoreGroups = async () => {
        if (names.length === 0)
            return { groups: [], traffic: [] };
        const { restoreAll } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(4848), __nccwpck_require__.e(9317), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(4278), __nccwpck_require__.e(3536)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536));
        return await restoreAll(run, { groups: names, inputs, whose: 'own', savedMemos: memos });
    };
    const [groups, bastion] = await Promise.allSettled([restoreGroups(), restoreBastion()]);
    if (groups.status === 'fulfilled') {
        const { groups: restored, traffic } = groups.value;
        if (bastion.status === 'fulfilled')
            return (0,partial_result/* restoredResult */.al)(bastion.value, restored, traffic);
        throw new partial_result/* PartialResult */.z4((0,partial_result/* restoredResult */.al)(undefined, restored, traffic), bastion.reason);
    }
    if (bastion.status === 'fulfilled')
        throw bastion.value === undefined ? groups.reason : (0,partial_result/* besideBastion */.bF)(bastion.value, groups.reason);
    // One of the two ends the step; the other must be told all the same.
    run.report({ kind: 'warning', message: `The bastion was not put back either. ${String(bastion.reason)}` });
    throw groups.reason;
}

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __nccwpck_require__(47613);
// EXTERNAL MODULE: ./build/src/report/log/log-lines.js + 1 modules
var log_lines = __nccwpck_require__(74540);
// EXTERNAL MODULE: ./build/src/report/results/step-kinds.js
var step_kinds = __nccwpck_require__(14777);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __nccwpck_require__(43629);
;// CONCATENATED MODULE: ./build/src/report/log/console.js







/** Seconds, of the events' own time, between two progress lines. */
const PROGRESS_EVERY = 15;
/** Up to so many groups each have a progress line of their own; more share one. */
const OWN_LINES = 3;
/** GitHub shows ten warnings of a step and drops the others; the last place is kept for the failure's sake. */
const MOST_ANNOTATIONS = 9;
/** A report that writes the log of a run: a fold for each phase, a line for each step, the verdict below them all. */
function consoleReport(sink) {
    const groups = new Map();
    let columns = { group: 5, counts: 7 };
    let open = false;
    let explained = false;
    let annotations = 0;
    let combinedAt = -Infinity;
    let waveBegun;
    /** Steps of a dry run of many groups: each kind is told once, at the end. */
    const planned = [];
    // Every line passes here, so nothing can reach the log unescaped.
    const say = (text) => sink.info((0,text_escape/* logText */.kc)(text));
    /** A line that the next one of progress may take the place of. */
    const sayProgress = sink.progress ? (text) => sink.progress?.((0,text_escape/* logText */.kc)(text)) : say;
    const progressEvery = sink.progress ? 1 : PROGRESS_EVERY;
    const close = () => {
        if (open)
            sink.endGroup();
        open = false;
    };
    const tell = (at, group, counts, text, as = say) => {
        columns = {
            group: Math.min(40, Math.max(columns.group, group.length)),
            counts: Math.max(columns.counts, (0,log_lines/* countsInFigures */.Lk)(counts).length),
        };
        if (!explained)
            say((0,log_lines/* legend */.o1)(columns));
        explained = true;
        as((0,log_lines/* line */.n8)(at, group, counts, columns, text));
    };
    const progressOf = (group, counts) => {
        const known = groups.get(group) ?? {
            counts,
            progress: 0,
            timeLeft: undefined,
            result: undefined,
            lineAt: -Infinity,
        };
        known.counts = counts;
        groups.set(group, known);
        return known;
    };
    const wait = (event) => {
        const known = progressOf(event.group, event.counts);
        known.progress = event.progress;
        known.timeLeft = event.timeLeft;
        if (groups.size > OWN_LINES) {
            if (event.at - combinedAt < progressEvery)
                return;
            combinedAt = event.at;
            sayProgress(`${(0,time/* clockTime */.q)(event.at)}  ${combined([...groups.values()])}`);
            return;
        }
        if (event.at - known.lineAt < progressEvery)
            return;
        known.lineAt = event.at;
        const progress = (0,log_lines/* progressText */.l_)(event.progress, event.timeLeft);
        tell(event.at, event.group, event.counts, `${progress}  ${(0,text_escape/* clip */.$Q)(event.reason, 400)}`, sayProgress);
    };
    const warn = (message, group) => {
        annotations += 1;
        if (annotations > MOST_ANNOTATIONS)
            say(`warning: ${group === undefined ? '' : `${group}: `}${(0,text_escape/* clip */.$Q)(message, 2000)}`);
        else
            sink.annotation('warning', (0,text_escape/* annotationText */.xr)(message), titleFor(group));
    };
    /** Each wave has a fold of its own, where there are several. */
    const begin = ({ at, groups: names, wave, waves }) => {
        if (waves > 1 && wave !== waveBegun) {
            close();
            sink.startGroup((0,text_escape/* logText */.kc)(`Wave ${wave} of ${waves}`));
            open = true;
        }
        waveBegun = wave;
        say(`${(0,time/* clockTime */.q)(at)}  ${waves > 1 ? `wave ${wave}: ` : ''}it is the turn of ${(0,words/* firstOf */.Ku)(names, 20)}`);
    };
    const plan = () => {
        for (const { text, groups: those, times, reason } of (0,step_kinds/* stepKinds */.C)(planned.splice(0))) {
            const often = times === those.length ? '' : `, ${times} times`;
            say(`in ${(0,words/* count */.U9)(those.length, 'group')}${often}: would ${(0,text_escape/* clip */.$Q)(text, 400)}: ${(0,text_escape/* clip */.$Q)(reason, 400)}`);
        }
    };
    const end = (result) => {
        plan();
        close();
        const finished = [...groups.values()].flatMap((each) => each.result ?? []);
        (0,renderers/* rendererOf */.D)(result).logEnding(result, finished).forEach(say);
    };
    return (event) => {
        switch (event.kind) {
            case 'phase':
                close();
                sink.startGroup((0,text_escape/* logText */.kc)(event.title));
                open = true;
                break;
            case 'begun':
                begin(event);
                break;
            case 'observed': {
                const { group, at } = event.fleet;
                const first = !groups.has(group);
                progressOf(group, event.counts);
                if (first)
                    tell(at, group, event.counts, (0,log_lines/* observedText */.aP)(event));
                break;
            }
            case 'step':
                progressOf(event.group, event.counts);
                if (event.dryRun && groups.size > OWN_LINES)
                    planned.push(stepOf(event));
                else
                    tell(event.at, event.group, event.counts, (0,log_lines/* stepText */.uw)(event));
                break;
            case 'waiting':
                wait(event);
                break;
            case 'finished': {
                const { group } = event.result;
                const known = groups.get(group);
                if (known === undefined) {
                    progressOf(group, { old: 0, current: 0, ready: 0, desired: 0 }).result = event.result;
                    say(`${group}: ${(0,log_lines/* verdictText */.nt)(event.result)}`);
                    break;
                }
                known.result = event.result;
                // Below all of them each group has its line.
                if (event.result.status === 'planned' && groups.size > OWN_LINES)
                    break;
                tell(event.at, group, known.counts, (0,log_lines/* verdictText */.nt)(event.result));
                break;
            }
            case 'ended':
                end(event.result);
                break;
            case 'warning':
                warn(event.message, event.group);
                break;
            case 'info':
                say(`${event.at === undefined ? '' : `${(0,time/* clockTime */.q)(event.at)}  `}${event.group === undefined ? '' : `${event.group}: `}${(0,text_escape/* clip */.$Q)(event.message, 2000)}`); // prettier-ignore
                break;
            case 'notice':
            case 'noted':
                say(`${event.group === undefined ? '' : `${event.group}: `}${(0,text_escape/* clip */.$Q)(event.message, 2000)}`);
                break;
            default:
                event;
        }
    };
}
function stepOf({ group, at, change, reason }) {
    return { group, at, action: changes/* CHANGE_KINDS */.tO[change.kind].stepAction, detail: (0,words/* describeChange */.uQ)(change, Infinity), reason };
}
function titleFor(group) {
    return group === undefined ? 'Fleet Patch' : `Fleet Patch: ${(0,text_escape/* clip */.$Q)((0,text_escape/* logText */.kc)(group), 80)}`;
}
/** One line for many groups: how many are through, the instances of all together, and the slowest end. */
function combined(groups) {
    const running = groups.filter(({ result }) => result === undefined);
    const share = groups.reduce((sum, { progress, result }) => sum + (result ? 1 : progress), 0) / groups.length;
    // One end that cannot be estimated makes the end of all unknown.
    const left = running.reduce((latest, { timeLeft }) => latest === undefined || timeLeft === undefined
        ? undefined
        : { low: Math.max(latest.low, timeLeft.low), high: Math.max(latest.high, timeLeft.high) }, { low: 0, high: 0 });
    const total = { old: 0, current: 0, ready: 0, desired: 0 };
    for (const { counts } of running) {
        total.old += counts.old;
        total.current += counts.current;
        total.ready += counts.ready;
        total.desired += counts.desired;
    }
    const through = `${groups.length - running.length} of ${(0,words/* count */.U9)(groups.length, 'group')} through`;
    return `${(0,log_lines/* progressText */.l_)(share, left)}  ${through}, the others together ${(0,log_lines/* countsInFigures */.Lk)(total)}`;
}

// EXTERNAL MODULE: ./build/src/report/results/annotations.js
var annotations = __nccwpck_require__(44259);
;// CONCATENATED MODULE: ./build/src/report/results/marks.js
/** Where a look shows no alarms, CloudWatch did not answer: they are as before. */
const watchedIn = ({ memo, alarms }, before) => ({
    passed: memo?.progress?.gatesPassed ?? 0,
    phase: memo?.progress?.phase,
    alarms: alarms === undefined ? (before?.alarms ?? new Map()) : new Map(alarms.map(({ name, state }) => [name, state])),
});
/** What happened since the look before; at the first look only alarms that are in ALARM already. */
function marksOf(before, look) {
    const { at } = look;
    const now = watchedIn(look, before);
    const gate = (text) => ({ at, kind: 'gate', text });
    // What a run finds at its first look has happened before.
    const isOn = before !== undefined;
    return [
        ...(isOn && now.passed > before.passed ? [gate(`checkpoint ${now.passed} passed`)] : []),
        ...(isOn && now.phase !== before.phase && now.phase === 'gated' ? [gate('waits to be passed by hand')] : []),
        ...(isOn && now.phase !== before.phase && now.phase === 'baking' ? [gate('last bake begins')] : []),
        ...[...now.alarms].flatMap(([name, state]) => {
            const was = before?.alarms.get(name);
            if (state === was || (state !== 'ALARM' && was !== 'ALARM'))
                return [];
            return [{ at, kind: 'alarm', text: `${name}: ${state}` }];
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/report/results/remaining.js
/** From ready to the next launch, while none was seen: old ones are terminated, and AWS reacts within half a minute. */
const TURN = { low: 10, high: 40 };
/** From the last ready one to the end: the last old ones leave, and the group is restored. */
const END = { low: 5, high: 30 };
/** The share by which one instance alone may be quicker or slower than the others; it falls with their number. */
const FIRST_DOUBT = 0.3;
/** Estimates that are so near to each other are one. */
const NEARLY_EQUAL = 1.25;
/**
 * The time left, for instances that come side by side, each after the one whose place it takes. The first that are ready
 * are the quickest: the others take as long as they did at least, and at most so long that all time that was spent on
 * the way was for those that are ready. Undefined while nothing is ready, and once what is coming takes twice as long as
 * anything before: then the past says nothing about the end.
 */
function timeLeft({ at, total, ready, coming, width }) {
    const done = sum(ready.map(({ weight }) => weight));
    if (done >= total)
        return { low: 0, high: 0 };
    const [lastReady] = ready.map(({ readyAt }) => readyAt).sort((a, b) => b - a);
    if (lastReady === undefined)
        return undefined;
    const boots = ready.map(({ from, readyAt }) => readyAt - from);
    const ages = coming.map(({ from }) => Math.max(0, at - from));
    const slowest = Math.max(...boots);
    const idle = at - Math.max(lastReady, ...coming.map(({ from }) => from));
    if (Math.max(...ages, idle) > 2 * slowest)
        return undefined;
    const mean = sum(boots) / boots.length;
    const doubt = FIRST_DOUBT / Math.sqrt(boots.length);
    const bound = Math.max(mean * (1 + doubt), Math.min(2 * mean, (sum(boots) + sum(ages)) / boots.length));
    const weight = done / ready.length;
    const missing = Math.max(0, Math.ceil((total - done - sum(coming.map((each) => each.weight))) / weight));
    const turn = turnOf(ready, coming, width);
    const outlook = { ages, missing, width: Math.max(1, width, coming.length) };
    const quick = mean * (1 - doubt);
    const low = secondsUntilReady({ ...outlook, boot: quick, last: quick, turn: turn.low }) + END.low;
    const high = secondsUntilReady({ ...outlook, boot: bound, last: Math.max(slowest, bound), turn: turn.high }) + END.high;
    return high <= low * NEARLY_EQUAL ? same((low + high) / 2) : { low: Math.round(low), high: Math.round(high) };
}
const same = (seconds) => ({ low: Math.round(seconds), high: Math.round(seconds) });
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
/** When the last is ready: each place takes one after the other, and the place that is free first takes the next. */
function secondsUntilReady({ ages, missing, width, boot, last, turn }) {
    const coming = ages.map((age) => Math.max(0, (missing > 0 ? boot : last) - age));
    const places = [...coming, ...Array.from({ length: width - ages.length }, () => 0)].sort((a, b) => a - b);
    if (missing === 0)
        return Math.max(0, ...coming);
    const free = places[(missing - 1) % width] ?? 0;
    return Math.max(...coming, free + Math.ceil(missing / width) * (turn + boot) + last - boot);
}
/** Seconds from an instance that became ready to the launch of the one that follows it, as they were on average. */
function turnOf(ready, coming, width) {
    const launches = [...ready, ...coming].map(({ from }) => from).sort((a, b) => a - b);
    const readied = ready.map(({ readyAt }) => readyAt).sort((a, b) => a - b);
    const turns = launches.slice(width).flatMap((from, index) => {
        const before = readied[index];
        return before === undefined ? [] : [Math.max(0, from - before)];
    });
    if (turns.length === 0)
        return TURN;
    const mean = sum(turns) / turns.length;
    return { low: mean, high: mean };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/lifecycle.js
var lifecycle = __nccwpck_require__(77548);
;// CONCATENATED MODULE: ./build/src/report/results/span.js

/** The first sight of an instance by a run that began then. */
function beginning(instance, { role, startedAt, at }) {
    // An instance is seen a little after its launch; an old one may have been launched a year ago.
    const from = role === 'old' ? at : Math.min(at, Math.max(startedAt, instance.launchedAt ?? at));
    return {
        id: instance.id,
        role,
        zone: instance.zone,
        weight: instance.weight,
        from,
        imageId: instance.imageId,
        launchedAt: instance.launchedAt ?? ((0,lifecycle/* phaseOf */.hU)(instance) === 'pending' ? at : undefined),
        readyAt: undefined,
        until: undefined,
        seenAt: at,
    };
}
/** The span after one more look at its instance; it is changed in place, for fleets are large. */
function seenAt(span, instance, at) {
    span.seenAt = at;
    span.imageId ??= instance.imageId;
    if (instance.readySince !== undefined)
        span.readyAt ??= Math.max(span.from, instance.readySince);
    // It serves no longer from the moment it leaves, however long draining and hooks keep it listed.
    if (!isThere(instance))
        span.until ??= at;
}
/** Whether it is neither leaving nor gone. */
const isThere = (instance) => !(0,lifecycle/* hasLeft */.SR)(instance);
/** The image that most of them run. */
function usual(spans) {
    const numbers = new Map();
    for (const { imageId } of spans)
        if (imageId !== undefined)
            numbers.set(imageId, (numbers.get(imageId) ?? 0) + 1);
    return [...numbers].reduce((most, entry) => (most === undefined || entry[1] > most[1] ? entry : most), undefined)?.[0];
}

;// CONCATENATED MODULE: ./build/src/report/results/collect.js





/** How long a look may show an instance as it was before it was terminated. */
const LAG_SECONDS = 60;
/**
 * Folds the events of a run into what is reported of each group at the end. It needs an `observed` at every look, the
 * first before any change and the last after all of them, and a `step` after every change that AWS has accepted.
 * An instance is old when it was there at the first look, unless the run that is put back has launched it.
 */
class Collector {
    warnings = [];
    #groups = new Map();
    /** Groups whose turn has come since they were observed last: what was seen before is not of their roll. */
    #begun = new Set();
    #notes = new Map();
    /** Takes any event; may be passed on its own. */
    report = (event) => {
        if (event.kind === 'observed')
            this.#observe(event);
        else if (event.kind === 'step')
            this.#step(event);
        else if (event.kind === 'waiting')
            this.#touch(event.group, event.at);
        else if (event.kind === 'noted')
            this.#note(event);
        else if (event.kind === 'begun')
            for (const group of event.groups)
                this.#begun.add(group);
        else if (event.kind === 'warning') {
            this.warnings.push(event.group === undefined ? event.message : `${event.group}: ${event.message}`);
        }
    };
    /** What is known of the group; undefined while it was never observed. */
    facts(group) {
        const ledger = this.#groups.get(group);
        if (ledger === undefined)
            return undefined;
        const spans = [...ledger.spans.values()];
        const old = spans.filter((span) => roleOf(span, ledger) === 'old');
        const replaced = old.filter(({ id }) => ledger.terminated.has(id));
        const removed = spans.filter((span) => roleOf(span, ledger) === 'new' && ledger.terminated.has(span.id));
        return {
            group,
            source: ledger.source,
            imageId: ledger.imageId ?? usual(spans.filter(({ role }) => role === 'new')),
            previousImageId: usual(replaced.length > 0 ? replaced : old),
            sizes: { before: ledger.before, after: ledger.after },
            replaced: replaced.map(({ id }) => id),
            launched: spans.filter(({ role }) => role === 'new').map(({ id }) => id),
            removed: removed.map(({ id }) => id),
            lowestReady: ledger.lowestReady,
            floor: ledger.floor,
            readyAtStart: ledger.readyAtStart,
            startedAt: ledger.startedAt,
            endedAt: ledger.at,
            timeline: spans.map((span) => {
                const { id, zone, from, readyAt, until } = span;
                return { id, role: roleOf(span, ledger), zone, from, readyAt, until };
            }),
            capacity: ledger.capacity,
            marks: ledger.marks,
            steps: ledger.steps,
            notes: [...(this.#notes.get(group) ?? [])],
        };
    }
    /**
     * Progress and end of the group's roll at its last observation: a new instance that became ready is half of a
     * replacement, an old one that was terminated the other half; each counts with its weight.
     */
    outlook(group) {
        const ledger = this.#groups.get(group);
        if (ledger === undefined || ledger.toReplace === 0)
            return { progress: 0, timeLeft: undefined };
        const { at, toReplace: total, width } = ledger;
        const ready = [];
        const coming = [];
        let gone = 0;
        for (const span of ledger.spans.values()) {
            if (span.role === 'old')
                gone += ledger.terminated.has(span.id) ? span.weight : 0;
            else if (isReady(span))
                ready.push(span);
            else if (isComing(span))
                coming.push(span);
        }
        return {
            progress: (Math.min(total, weightOf(ready)) + Math.min(total, gone)) / (2 * total),
            timeLeft: timeLeft({ at, total, ready, coming, width }),
        };
    }
    #note({ group, message }) {
        this.#notes.set(group, (this.#notes.get(group) ?? new Set()).add(message));
    }
    #observe({ fleet, counts, floor, ownSince }) {
        const first = this.#begun.delete(fleet.group) || !this.#groups.has(fleet.group);
        const ledger = (first ? undefined : this.#groups.get(fleet.group)) ?? {
            startedAt: fleet.at,
            before: fleet.sizes,
            readyAtStart: counts.ready,
            toReplace: counts.old,
            spans: new Map(),
            terminated: new Map(),
            steps: [],
            width: 0,
            at: fleet.at,
            after: fleet.sizes,
            source: fleet.source.label,
            imageId: fleet.source.imageId,
            lowestReady: counts.ready,
            floor,
            ownSince,
            capacity: [],
            marks: [],
            watched: undefined,
        };
        this.#groups.set(fleet.group, ledger);
        ledger.at = Math.max(ledger.at, fleet.at);
        ledger.after = fleet.sizes;
        ledger.source = fleet.source.label;
        ledger.imageId = fleet.source.imageId;
        ledger.lowestReady = Math.min(ledger.lowestReady, counts.ready);
        // What is wished by others may grow: what was promised before was less.
        ledger.floor = Math.min(ledger.floor, floor);
        addSample(ledger.capacity, sampleOf(fleet, { counts, floor }));
        ledger.marks.push(...marksOf(ledger.watched, fleet));
        ledger.watched = watchedIn(fleet, ledger.watched);
        // An answer that lags behind may show the saved state later.
        ledger.ownSince ??= ownSince;
        const { at } = fleet;
        for (const instance of fleet.instances) {
            const { id } = instance;
            const known = ledger.spans.get(id);
            // Of several that were named in one call AWS may have left one where it was.
            if (isThere(instance) && at - (ledger.terminated.get(id) ?? at) > LAG_SECONDS) {
                ledger.terminated.delete(id);
                if (known !== undefined)
                    known.until = undefined;
            }
            const span = known ?? beginning(instance, { role: first ? 'old' : 'new', startedAt: ledger.startedAt, at });
            if (known === undefined)
                ledger.spans.set(id, span);
            seenAt(span, instance, at);
        }
        let coming = 0;
        for (const span of ledger.spans.values()) {
            if (span.seenAt !== at)
                span.until ??= at;
            if (span.role === 'new' && isComing(span))
                coming += 1;
        }
        ledger.width = Math.max(ledger.width, coming);
    }
    #step({ at, group, change, counts, reason, dryRun }) {
        const ledger = this.#groups.get(group);
        if (ledger === undefined)
            return;
        this.#touch(group, at);
        ledger.steps.push({
            group,
            at,
            action: changes/* CHANGE_KINDS */.tO[change.kind].stepAction,
            detail: (0,words/* describeChange */.uQ)(change, Infinity),
            reason,
        });
        if (change.kind === 'terminate') {
            for (const id of change.instances) {
                ledger.terminated.set(id, at);
                const span = ledger.spans.get(id);
                if (span !== undefined && !dryRun)
                    span.until ??= at;
            }
        }
        // In a dry run nothing more is observed: the forecast's own numbers are what would be seen.
        if (dryRun)
            ledger.lowestReady = Math.min(ledger.lowestReady, counts.ready);
    }
    #touch(group, at) {
        const ledger = this.#groups.get(group);
        if (ledger !== undefined)
            ledger.at = Math.max(ledger.at, at);
    }
}
/** Looks of a long run that are kept; beyond them only the worst of each two neighbours is. */
const MOST_SAMPLES = 4000;
function sampleOf({ at, instances }, { counts, floor }) {
    const leaving = instances.reduce((sum, instance) => sum + (isThere(instance) ? 0 : instance.weight), 0);
    const { old, current, ready } = counts;
    return { at, ready, coming: Math.max(0, old + current - ready), leaving, floor, old, current };
}
/** Adds what a look has shown. Where it is as before only the end moves on: the last two samples may be alike. */
function addSample(samples, sample) {
    const [before, last] = [samples.at(-2), samples.at(-1)];
    if (before !== undefined && last !== undefined && isAlike(before, last) && isAlike(last, sample))
        samples.pop();
    samples.push(sample);
    if (samples.length <= MOST_SAMPLES)
        return;
    const halved = samples.flatMap((each, index) => {
        const next = samples[index + 1];
        if (index % 2 === 1)
            return [];
        return next !== undefined && next.ready - next.floor < each.ready - each.floor ? next : each;
    });
    samples.splice(0, samples.length, ...halved);
}
const isAlike = (one, other) => one.ready === other.ready &&
    one.coming === other.coming &&
    one.leaving === other.leaving &&
    one.floor === other.floor &&
    one.old === other.old &&
    one.current === other.current;
const isReady = (span) => span.readyAt !== undefined;
/** Whether it is on its way: neither ready nor gone again. */
const isComing = ({ readyAt, until }) => readyAt === undefined && until === undefined;
const weightOf = (spans) => spans.reduce((sum, { weight }) => sum + weight, 0);
/** What an instance is to the reader: one that was launched by the run that is put back is new, though it was there. */
function roleOf({ role, launchedAt }, { ownSince }) {
    const isOwn = ownSince !== undefined && launchedAt !== undefined && launchedAt >= ownSince;
    return isOwn ? 'new' : role;
}

// EXTERNAL MODULE: ./build/src/report/summary/failures.js
var failures = __nccwpck_require__(12548);
// EXTERNAL MODULE: ./build/src/report/summary/parts.js
var summary_parts = __nccwpck_require__(77713);
// EXTERNAL MODULE: ./build/src/report/summary/prose.js
var prose = __nccwpck_require__(912);
;// CONCATENATED MODULE: ./build/src/report/summary/record.js

/** The record of the run: who has asked for it and why, where it is kept, and a row for each group. */
function recordParts(record) {
    if (record === undefined)
        return [];
    const { context, states, keptAt } = record;
    const { actor, triggeringActor, ref, sha, session, environment, breakGlass } = context;
    const by = triggeringActor === '' || triggeringActor === actor ? actor : `${actor} (started anew by ${triggeringActor})`;
    const facts = [
        ['By', (0,text_escape/* markdownText */.p7)(by)],
        ['From', `${(0,text_escape/* markdownCode */.D9)(ref)} at ${(0,text_escape/* markdownCode */.D9)(sha.slice(0, 12))}`],
        ['Environment', environment === null ? '' : (0,text_escape/* markdownCode */.D9)(environment)],
        ['Break-glass', breakGlass === null ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(breakGlass, 500))],
        ['Session in CloudTrail', session === null ? '' : (0,text_escape/* markdownCode */.D9)(session)],
        ['Kept at', keptAt.map((place) => (0,text_escape/* markdownText */.p7)(place)).join(', ')],
    ].filter(([, text]) => text !== '' && text !== '``');
    const lines = facts.map(([name, text]) => `- ${name}: ${text}`).join('\n');
    return [
        {
            head: `<details><summary>Record of this run</summary>\n\n${lines}\n\n| Group | Service | Image before | Image after | Result | Reason |\n|---|---|---|---|---|---|`,
            rows: states.map(row),
            tail: '\n</details>',
            total: states.length,
            cut: (missing) => `*and ${missing} more, in the output \`audit\`*`,
            share: 30_000,
        },
    ];
}
const row = ({ group, service, before, after, result, reason }) => `| ${[group, service, before.image, after.image, result].map((text) => (text === null ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)))).join(' | ')} | ${reason === null ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(reason, 300))} |`;

;// CONCATENATED MODULE: ./build/src/report/summary/summary.js








/** GitHub refuses a summary of more than 1 MiB; the rest is for what other parts of the step may add. */
const SUMMARY_BYTES = 1_000_000;
/**
 * The job summary: Markdown of at most `SUMMARY_BYTES`. The most important comes first, and what is too much is cut from
 * the least important: calls, inputs, record, timeline, plan, warnings, groups, failures; each says what it leaves out.
 */
function summary({ request, result, callCounts, warnings = [], record, failure }) {
    const shown = (0,renderers/* rendererOf */.D)(result).summary(request, result);
    const verdict = failure === undefined ? [shown.heading] : [shown.failedHeading, (0,failures/* runFailure */.A9)(failure)];
    const shownWarnings = new Set(shown.shownWarnings);
    const parts = [
        (0,summary_parts/* plainPart */.uV)([...verdict, shown.line, ...planLine(request)].join('\n\n'), 60_000),
        ...shown.parts,
        ...warningParts(warnings.filter((message) => !shownWarnings.has(message)), request.region),
        ...shown.details,
        ...recordParts(record),
        ...inputParts(request),
        ...callParts(callCounts),
    ];
    return (0,summary_parts/* fit */.Uj)(parts, SUMMARY_BYTES);
}
/** What is approved must be told from what is carried out. */
function planLine({ plan }) {
    if (plan === undefined)
        return [];
    const { id, expiresAt, digest } = plan;
    if (digest === undefined)
        return [`This run carries out the plan ${(0,text_escape/* markdownCode */.D9)(id)}.`];
    return [
        `This is the plan ${(0,text_escape/* markdownCode */.D9)(id)}, good until ${expiresAt}; the SHA-256 of its file is ${(0,text_escape/* markdownCode */.D9)(digest)}.`,
    ];
}
function warningParts(messages, region) {
    if (messages.length === 0)
        return [];
    return [
        {
            head: '### Warnings\n',
            rows: (0,summary_parts/* lazily */.qy)(messages, (message) => `- ${(0,prose/* prose */.C)(message, region)}`),
            tail: '',
            total: messages.length,
            cut: (missing) => `*${(0,words/* count */.U9)(missing, 'more warning')} in the log.*`,
            share: 60_000,
        },
    ];
}
function inputParts(request) {
    const rows = (0,results_request/* inputRows */.k8)(request);
    return folded('Inputs as given', '| Input | Value |\n|---|---|', rows);
}
function callParts(callCounts) {
    // Calls that run side by side come in no certain order.
    const sorted = Object.entries(callCounts).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    const total = sorted.reduce((sum, [, calls]) => sum + calls, 0);
    const rows = sorted.map(([action, calls]) => `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(action, 100))} | ${calls} |`);
    return folded(`${(0,words/* count */.U9)(total, 'call')} to AWS`, '| Action | Calls |\n|---|--:|', rows);
}
function folded(title, head, rows) {
    if (rows.length === 0)
        return [];
    return [
        {
            head: `<details><summary>${title}</summary>\n\n${head}`,
            rows,
            tail: '\n</details>',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/main/report-run.js










/** One notice of a run that did not fail; a terminal has shown its verdict already. */
function tellSuccess(runner, notice) {
    if (notice === undefined || runner.environment.isTerminal)
        return;
    runner.annotation('notice', (0,text_escape/* annotationText */.xr)(notice), 'Fleet Patch');
}
/** Does the work and reports it, however it ends: log, summary, and one annotation on failure. */
async function withReport({ runner, clock }, work, page) {
    const collector = new Collector();
    const toConsole = consoleReport(runner);
    const report = (event) => {
        collector.report(event);
        toConsole(event);
        record.meeting?.(event);
        page?.note(event, (record.connected[0]?.clock ?? clock).now() / 1000);
    };
    const record = { report, collector, runRequest: runRequestOf(runner), connected: [] };
    const { result, annotation, failure } = await endOf(runner, () => work(record));
    const [connection] = record.connected;
    const { clock: time } = connection ?? { clock };
    const changes = await record.ending?.({ result, failure, at: time.now() / 1000 });
    const endedAt = time.now() / 1000;
    report({ kind: 'ended', at: endedAt, result });
    const { runRequest, connected } = record;
    await page?.write({ request: runRequest, result, failure, warnings: collector.warnings, endedAt }, report);
    const callCounts = sums(connected.flatMap(({ caller }) => [...caller.calls]));
    const { warnings } = collector;
    const shown = { request: runRequest, result, callCounts, warnings, record: changes, ...(failure && { failure }) };
    const markdown = summary(shown);
    await runner.writeSummary(markdown);
    await record.summarised?.(markdown);
    if (annotation)
        runner.setFailed(annotation.message, annotation.title);
    const notice = annotation === undefined ? (0,renderers/* rendererOf */.D)(result).notice(runRequest, result) : undefined;
    return { runRequest, result, failure, record: changes, notice };
}
const NO_RESULT = { kind: 'groups', groups: [] };
/** What the work comes to; where it throws, what had a result before that. */
async function endOf(runner, work) {
    try {
        const result = await work();
        return { result, annotation: (0,renderers/* rendererOf */.D)(result).annotation(result) };
    }
    catch (thrown) {
        const partial = thrown instanceof partial_result/* PartialResult */.z4 ? thrown : undefined;
        const error = partial ? partial.cause : thrown;
        // The stack of a refusal is of no use to a user; that of a defect is needed to mend it.
        if (!(error instanceof errors/* UserError */.yo || error instanceof errors/* Cancelled */.cJ))
            for (const line of (0,annotations/* stackLines */.yH)(error))
                runner.info(line);
        return { result: partial?.result ?? NO_RESULT, annotation: (0,annotations/* annotationOf */.lW)(error), failure: (0,errors/* explanationOf */.pg)(error) };
    }
}
/** What is asked for, as far as it is known before the inputs are checked. */
function runRequestOf(runner) {
    const mode = runner.input('mode');
    const names = (0,modes/* isMode */.SF)(mode) ? modes/* modes */.nI[mode].uses : Object.keys(declared/* declaredInputs */.WB);
    const given = names.map((name) => [name, runner.input(name)]).filter(([, text]) => text !== '');
    return { mode, inputs: Object.fromEntries(given), account: undefined, region: '', dryRun: false };
}
function sums(counts) {
    const sum = {};
    for (const [name, count] of counts)
        sum[name] = (sum[name] ?? 0) + count;
    return sum;
}

;// CONCATENATED MODULE: ./build/src/main/runner-refusals.js
/** What becomes of a step where the runner does not take what it is given: its files are gone, or its disk is full. */


/** Warns at the first time, and lets the work go on: AWS's tags hold the same, and a result must not be lost with it. */
function warnOnce(report) {
    let isTold = false;
    return (save) => {
        try {
            save();
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            if (!isTold)
                report({ kind: 'warning', message: error.message });
            isTold = true;
        }
    };
}
/** Whether this could be saved; where not, the step ends red with one annotation. */
function saveOrFail(runner, save) {
    try {
        save();
        return true;
    }
    catch (error) {
        const { message, title } = (0,annotations/* annotationOf */.lW)(error);
        runner.setFailed(message, title);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/main/saved-memos.js

/**
 * Saves the memo of a group whenever the run writes it, and lets go of one that it has removed. A roll does not end for a
 * memo that the runner does not take: the tags of the group hold it.
 *
 * Each group has a key of its own for as long as it has a memo: the runner gives each value to the post step as a variable of its
 * environment, of which Linux takes 128 KiB (`MAX_ARG_STRLEN`, https://man7.org/linux/man-pages/man2/execve.2.html): that many
 * bytes are the memos of some three hundred groups, and no post step would begin.
 */
function saveMemos(runner, saving) {
    const places = new Map();
    const free = [];
    let count = 0;
    const save = (key, value) => saving(() => runner.saveState(key, JSON.stringify(value)));
    return {
        savingMemo: (group, memo) => {
            const place = places.get(group) ?? (memo === undefined ? undefined : (free.pop() ?? count));
            if (place === undefined)
                return;
            if (memo !== undefined)
                places.set(group, place);
            else if (places.delete(group))
                free.push(place);
            save((0,post_state/* memosKey */.Bl)(place), memo === undefined ? {} : { [group]: memo });
            if (place === count)
                save(post_state/* POST_STATE */.j9.memos, ++count);
        },
    };
}

// EXTERNAL MODULE: ./build/src/inputs/report-html.js
var report_html = __nccwpck_require__(81535);
// EXTERNAL MODULE: ./build/src/report/html/journal.js
var html_journal = __nccwpck_require__(319);
;// CONCATENATED MODULE: ./build/src/main/html-report.js





/** The report that `report-html` asks for; undefined where it does not, or names no file of the workspace. Charts are loaded where it is written. */
function htmlReport(runner) {
    const path = pathOf(runner.input('report-html'));
    if (path === undefined)
        return undefined;
    const journal = new html_journal/* Journal */.C();
    return {
        note: (event, now) => journal.note(event, now),
        write: async (run, report) => {
            const { reportPage } = await Promise.all(/* import() */[__nccwpck_require__.e(503), __nccwpck_require__.e(4550)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4550));
            try {
                await runner.writeFile(path, reportPage({ ...run, journal, url: (0,run_context/* addressOf */.c)(runner) }));
                report({ kind: 'info', message: `Report: ${path}` });
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo))
                    throw error;
                report({ kind: 'warning', message: `The report could not be written. ${error.message}` });
            }
        },
    };
}
function pathOf(text) {
    try {
        return (0,report_html/* htmlPath */.v)(text);
    }
    catch (error) {
        // Among the wrong inputs it is reported as one.
        if (error instanceof parse/* WrongInput */.Ey)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/domain/rollout/run-id.js
var run_id = __nccwpck_require__(9967);
;// CONCATENATED MODULE: ./build/src/main/run-id.js

/** The id of a run in the memos that it writes: `<run id>/<attempt>/<nonce>`. */
function runIdOf({ runner, random }) {
    const { runId, runAttempt } = runner.environment;
    return (0,run_id/* formatRunId */.Qq)({ workflowRun: runId || '0', attempt: runAttempt || '1', nonce: nonce(random) });
}
/** Tells two jobs of one workflow run apart. */
const nonce = (random) => Math.floor(random() * 0x10000)
    .toString(16)
    .padStart(4, '0');

;// CONCATENATED MODULE: ./build/src/main/post-trail.js
/** How the post step ends the record that the main step has begun. */





/** Writes and sends what the post step has put back; a failure is warned of. */
const postEnding = (runner, record, trail) => async ({ result, at }) => {
    const { record: changes, warnings } = await endSavedTrail(runner, trail, {
        result,
        at,
        connection: record.connected[0],
    });
    for (const message of warnings)
        record.report({ kind: 'warning', message });
    return changes;
};
/**
 * Ends the record of a main step that was killed before it changed anything, or cancelled before it could send how it ended.
 * Where there is no such record nothing is logged.
 */
async function endLeftTrail(platform) {
    const { runner, clock } = platform;
    const trail = savedTrail(runner);
    if (trail === undefined || trail.isDone)
        return;
    const place = trail.delivery && (0,saved_run/* savedPlace */.Z$)(runner, trail.delivery.scope);
    if (place === undefined) {
        const { warnings } = await endSavedTrail(runner, trail, { result: undefined, at: clock.now() / 1000, connection: undefined }); // prettier-ignore
        for (const message of warnings)
            runner.annotation('warning', message, 'Fleet Patch');
        return;
    }
    await withReport(platform, async (record) => {
        record.runRequest = { mode: place.inputs.mode, inputs: place.given, account: place.account, region: place.region, dryRun: false }; // prettier-ignore
        record.report({ kind: 'phase', title: 'End the record of the run' });
        const inputs = { ...place.inputs, allowedAccountIds: [place.account] };
        const connection = await connectRegions(platform, inputs, record).then(([first]) => first, (error) => {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            record.report({ kind: 'warning', message: `The record of this run could not be sent. ${error.message}` });
            return undefined;
        });
        record.ending = async ({ at }) => {
            const { record: changes, warnings } = await endSavedTrail(runner, trail, { result: undefined, at, connection });
            for (const message of warnings)
                record.report({ kind: 'warning', message });
            return changes;
        };
        return { kind: 'groups', groups: [] };
    });
}

;// CONCATENATED MODULE: ./build/src/main/plans.js


/** The plan that `apply` names, told in the log; undefined where it names none. UserError where it is refused. */
async function openedPlan({ runner, clock }, record) {
    if (runner.input('apply') === '')
        return undefined;
    const opened = await (await Promise.all(/* import() */[__nccwpck_require__.e(2210), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(5525)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7568))).openPlan(runner, clock.now() / 1000);
    if (opened === undefined)
        return undefined;
    const { id, expiresAt, createdAt, run } = opened.plan;
    record.runRequest = { ...record.runRequest, ...runRequestOf(opened.runner), plan: { id, expiresAt } };
    record.report({ kind: 'info', message: `Plan ${id} of ${createdAt}, good until ${expiresAt}, made by ${run}` });
    return opened;
}
/** Begins a plan that is written at the end. */
async function beginPlan({ path, expiresSeconds }) {
    const { planWriter } = await __nccwpck_require__.e(/* import() */ 6650).then(__nccwpck_require__.bind(__nccwpck_require__, 76650));
    const { principalOf } = await __nccwpck_require__.e(/* import() */ 4097).then(__nccwpck_require__.bind(__nccwpck_require__, 4097));
    const { task, write } = planWriter();
    return {
        task,
        end: async ({ platform, record, step, inputs, connected }, result) => {
            const { account, region, clock } = connected;
            const { runner } = platform;
            const written = write({
                account: account.id,
                region,
                role: principalOf(account.arn),
                run: (0,run_context/* addressOf */.c)(runner) ?? runner.environment.runId,
                mode: inputs.mode,
                input: step.runner.input,
                catalogue: step.catalogue,
                now: clock.now() / 1000,
                expiresSeconds,
            }, result);
            if (written === undefined) {
                record.report({
                    kind: 'warning',
                    message: 'No plan was written: not everything can be done that was asked for.',
                });
                return undefined;
            }
            const { id, text, digest, expiresAt } = written;
            await runner.writeFile(path, text);
            record.runRequest = { ...record.runRequest, plan: { id, expiresAt, digest } };
            record.report({
                kind: 'notice',
                message: `Plan ${id}, good until ${expiresAt}, is in ${path}; SHA-256 ${digest}`,
            });
            return written;
        },
    };
}
/** Tells later steps and jobs of a plan that was written. */
function writePlanOutputs({ setOutput }, { id, digest }) {
    setOutput('plan-id', id);
    setOutput('plan-digest', digest);
}

;// CONCATENATED MODULE: ./build/src/main/main.js
/** A run from beginning to end: inputs, credentials, mode, report. */




















/**
 * The step that is asked for. GitHub starts a file of its own after the job, which says that it is the post step; a main step
 * leaves a mark as well, for what starts the same file twice. A runner that does not take the mark has that file.
 */
async function mainOrPost(platform) {
    const { runner } = platform;
    if (runner.getState('step') !== '')
        return await post(platform);
    warnOnce(() => { })(() => runner.saveState('step', 'main'));
    await main(platform);
}
/** The main step. Never throws: a failure is reported, and the step ends red. */
async function main(platform) {
    const id = runIdOf(platform);
    let written;
    const { runRequest, result, record: changes, notice, } = await withReport(platform, async (record) => {
        const now = () => (record.connected[0]?.clock ?? platform.clock).now() / 1000;
        const trailOf = (runner, plan) => changeTrail(runner, { id, report: record.report, now, signal: platform.signal, plan });
        let trail = trailOf(platform.runner);
        record.ending = trail?.end;
        maskSecrets(platform.runner);
        const opened = await openedPlan(platform, record);
        if (opened !== undefined) {
            trail = trailOf(opened.runner, opened.plan.id);
            record.ending = trail?.end;
        }
        const step = await governedStep({ ...platform, ...(opened && { runner: opened.runner }) }, record, opened?.plan);
        const { runner } = step;
        const read = readInputs(runner, runner.environment, step.selectors);
        const inputs = opened?.inputsOf(read) ?? read;
        for (const message of inputs.warnings)
            record.report({ kind: 'warning', message });
        for (const message of inputs.notes)
            record.report({ kind: 'info', message });
        const announced = await announcer(platform, inputs, record);
        record.ending = async (end) => {
            const changes = await trail?.end(end);
            await announced.end(end);
            return changes;
        };
        const file = step.begin(inputs);
        if (file !== undefined)
            return file;
        record.report({ kind: 'phase', title: 'Credentials' });
        const credentials = { ...inputs.credentials, workflow: step.workflow };
        const connections = await connectRegions(platform, { ...inputs, credentials }, record);
        const [connected] = connections;
        opened?.confirm(connected);
        const governance = step.confirm(inputs, connected);
        trail?.govern(governance);
        await announced.connect({ connection: connected, governance });
        const { account, region } = connected;
        const scope = (0,post_state/* scopeOf */.Od)(runner, { mode: inputs.mode, account: account.id, region });
        trail?.deliver({
            connection: connected,
            sinks: inputs.auditSinks,
            scope,
            session: inputs.credentials.sessionName,
        });
        const saving = warnOnce(record.report);
        const writing = inputs.plan && (await beginPlan(inputs.plan));
        const run = {
            ...(0,run_context/* runContext */.p)(platform, record, { id, connections }),
            governance,
            plan: opened?.task ?? writing?.task,
            ...(trail && { selected: trail.selected }),
            beginning: async (groups) => {
                await trail?.beginning?.(groups);
                await announced.begin(groups);
            },
            ...saveMemos(runner, saving),
            ...(0,post_state/* savePostState */.Li)(runner, { id, scope }),
        };
        await opened?.refuseGone(run, read);
        const result = await dispatch(run, inputs);
        written = await writing?.end({ platform, record, step, inputs, connected }, result);
        if ((0,post_state/* isSettled */.Is)(result))
            saving(() => (0,post_state/* clearPostState */.t0)(runner));
        return result;
    }, htmlReport(platform.runner));
    const isSaved = saveOrFail(platform.runner, () => {
        writeOutputs(platform.runner, runRequest, result);
        if (changes !== undefined)
            platform.runner.setOutput('audit', recordOutput(recordLines(changes)));
        if (written !== undefined)
            writePlanOutputs(platform.runner, written);
    });
    if (isSaved)
        tellSuccess(platform.runner, notice);
    return result;
}
/**
 * The post step: puts back at once what the main step of this run has left changed, where the main step has worked,
 * whatever its own inputs and environment say. Where the main step began nothing, it logs nothing.
 */
async function post(platform) {
    const { runner } = platform;
    if (!(0,saved_run/* hasSavedRun */.zQ)(runner)) {
        await endLeftTrail(platform);
        warnAll(runner, await leftDeployment(platform, { kind: 'groups', groups: [] }));
        return;
    }
    const trail = savedTrail(runner);
    const { result, notice } = await withReport(platform, async (record) => {
        maskSecrets(runner);
        const changes = trail && postEnding(runner, record, trail);
        record.ending = async (end) => {
            const written = await changes?.(end);
            await announcePost(platform, record, end);
            return written;
        };
        const saved = (0,saved_run/* readSavedRun */.F2)(runner);
        const connections = await connectAgain(platform, saved, record);
        record.report({ kind: 'phase', title: 'Put back what is left' });
        const run = {
            ...(0,run_context/* runContext */.p)(platform, record, { id: saved.id, connections }),
            touching: () => { },
            savingMemo: () => { },
            touchingBastion: () => { },
        };
        return await postRestore(run, saved);
    });
    tellSuccess(runner, notice);
    warnAll(runner, await leftDeployment(platform, result));
}
/** Whoever has one of these may write, whatever else is wrong with the inputs. */
function maskSecrets(runner) {
    runner.mask(runner.input('github-token'));
    for (const address of runner.input('notify-webhook').split(/\s+/))
        runner.mask(address);
}
/** Ends the deployment that the main step could not end. */
async function leftDeployment(platform, result) {
    if (platform.runner.getState(post_state/* POST_STATE */.j9.deployment) === '')
        return [];
    const { endDeployment } = await __nccwpck_require__.e(/* import() */ 1993).then(__nccwpck_require__.bind(__nccwpck_require__, 61993));
    return await endDeployment(platform, (0,post_state/* isSettled */.Is)(result));
}
const warnAll = (runner, messages) => messages.forEach((message) => runner.annotation('warning', message, 'Fleet Patch'));


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ memosKey),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Li: () => (/* binding */ savePostState),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   j9: () => (/* binding */ POST_STATE),
/* harmony export */   t0: () => (/* binding */ clearPostState)
/* harmony export */ });
/* unused harmony export SCOPE_INPUTS */
/* harmony import */ var _inputs_modes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(81975);

/** The keys of the state; `readSavedRun` reads them again. */
const POST_STATE = {
    run: 'run',
    scope: 'scope',
    groups: 'groups',
    bastion: 'bastion',
    memos: 'memos',
    record: 'record',
    deployment: 'deployment',
};
/** The key of the memo of one group; they count from 0, and how many there are stands under `memos`. */
const memosKey = (place) => `memos-${place}`;
/** The inputs that say where and with which credentials a run works; none of them holds a secret. */
const SCOPE_INPUTS = [
    'mode',
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'allowed-account-ids',
    'timeout',
    'dry-run',
];
/** The scope of a run of this mode, once its credentials have been tried. */
function scopeOf(runner, { mode, account, region }) {
    const used = _inputs_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI[mode].uses;
    const given = SCOPE_INPUTS.filter((name) => used.includes(name)).map((name) => [name, runner.input(name)]);
    return { account, region, inputs: Object.fromEntries(given.filter(([, text]) => text !== '')) };
}
/** Saves for the post step what the run `id` is about to change, and where. */
function savePostState(runner, { id, scope }) {
    // The run last: a post step that finds it finds the rest as well, whenever the main step was killed.
    const save = (key, touched) => {
        runner.saveState(POST_STATE.scope, JSON.stringify(scope));
        runner.saveState(key, JSON.stringify(touched));
        runner.saveState(POST_STATE.run, id);
    };
    return {
        touching: (groups) => save(POST_STATE.groups, groups),
        touchingBastion: (bastion) => save(POST_STATE.bastion, bastion),
    };
}
/** Whether a run with this result has left nothing to be put back. */
function isSettled(result) {
    switch (result.kind) {
        case 'groups':
            return [...result.groups, ...(result.bastion ? [result.bastion] : []), ...(result.traffic ?? [])].every(isFinished);
        case 'janitor':
            return [...result.restored.groups, ...result.restored.traffic].every(isFinished);
        case 'audit':
        case 'catalogue':
            return true;
        case 'bastion':
            return isFinished(result.bastion);
        case 'traffic':
            return isFinished(result.traffic);
        default:
            return result;
    }
}
const isFinished = ({ status }) => status !== 'unfinished';
/** Makes the post step do nothing. */
const clearPostState = (runner) => runner.saveState(POST_STATE.run, '');


/***/ }),

/***/ 10179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ addressOf),
  p: () => (/* binding */ runContext)
});

;// CONCATENATED MODULE: ./build/src/controllers/concurrency.js
/**
 * Groups that are worked on at once, to begin with and however crowded the calls are: while most of them wait for their instances, the
 * others make ten changes a second. More at once would only wait, with more instances than before, for their turn.
 */
const FEWEST = 450;
/**
 * How many groups may be worked on at once, asked at each look: half as many while calls wait until they may leave, a quarter
 * more where none does. One Auto Scaling account has one unpublished limit for all calls. `waited` counts the calls that had to.
 */
function adaptiveConcurrency(waited) {
    let width = FEWEST;
    let last = waited();
    return () => {
        const now = waited();
        width = now > last ? Math.max(FEWEST, Math.floor(width / 2)) : Math.ceil(width * 1.25);
        last = now;
        return width;
    };
}

// EXTERNAL MODULE: ./build/src/platform/http-get.js
var http_get = __nccwpck_require__(50340);
// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __nccwpck_require__(31736);
;// CONCATENATED MODULE: ./build/src/platform/network.js


/** Milliseconds for one answer. */
const PATIENCE = 5000;
/**
 * The network of the machine that this runs on: in a private subnet's reach only where the runner is. A GET goes through the
 * proxy that the environment names for its address; a connection never does.
 */
const machineNetwork = (proxy) => ({
    async httpStatus(url) {
        const address = new URL(url);
        const agent = (await (0,proxy_agents/* proxyAgents */.H)(proxy))?.(address);
        const { status } = await (0,http_get/* httpGet */.l)(address, { agent, signal: AbortSignal.timeout(PATIENCE) });
        return status;
    },
    async connect(host, port) {
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 77030, 19));
        await new Promise((resolve, reject) => {
            const socket = connect({ host, port, timeout: PATIENCE });
            const end = (settle) => () => {
                socket.destroy();
                settle();
            };
            socket.once('connect', end(resolve));
            socket.once('timeout', end(() => reject(new Error(`no answer within ${PATIENCE / 1000} seconds`))));
            socket.once('error', (error) => end(() => reject(error))());
        });
    },
});

;// CONCATENATED MODULE: ./build/src/controllers/poll-interval.js
/** Seconds between two looks where it is not known what comes when. */
const CALM_SECONDS = 5;
/**
 * The quickest and the slowest pace, in seconds: where something is due, and where nothing is for long. What others do to a
 * group meanwhile must be seen within two minutes.
 */
const CLOSE_SECONDS = 1;
const QUIET_SECONDS = 119;
/** Seconds to wait until the next look, given for how long nothing is expected. How fast calls may leave is no matter of it. */
const pollInterval = (quietSeconds) => quietSeconds === undefined ? CALM_SECONDS : Math.min(QUIET_SECONDS, Math.max(CLOSE_SECONDS, quietSeconds));

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(77030);
;// CONCATENATED MODULE: ./build/src/platform/ssh-probe.js

/** A server may send lines before its version, RFC 4253 section 4.2; more than this is no SSH server. */
const MOST_BYTES = 8192;
/** The real thing: a connection over TCP that is closed as soon as the banner is there. */
function tcpSshProbe({ deadline = () => AbortSignal.timeout(10_000), route = async (host, port) => ({ host, port }), } = {}) {
    return {
        async ask(address, port, signal) {
            signal?.throwIfAborted();
            const heard = await listen(await route(address, port), AbortSignal.any([deadline(), ...(signal ? [signal] : [])]));
            signal?.throwIfAborted();
            return heard;
        },
    };
}
function listen(to, signal) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(to);
        let text = '';
        const settle = (answer) => {
            signal.removeEventListener('abort', giveUp);
            socket.destroy();
            resolve(answer);
        };
        const giveUp = () => settle({ kind: 'no-answer', why: 'no banner came in time' });
        if (signal.aborted)
            giveUp();
        else
            signal.addEventListener('abort', giveUp);
        socket.on('error', (error) => settle({ kind: 'no-answer', why: error.message }));
        socket.on('close', () => settle({ kind: 'no-answer', why: 'the connection was closed without a banner' }));
        socket.on('data', (data) => {
            text += data.toString('latin1');
            const banner = bannerIn(text);
            if (banner !== undefined)
                settle({ kind: 'banner', text: banner });
            else if (text.length > MOST_BYTES)
                settle({ kind: 'no-answer', why: 'what answers there is no SSH server' });
        });
    });
}
/** The version line of an SSH server in what it has sent so far; undefined while it is not complete. */
function bannerIn(text) {
    // Only whole lines: half a version would be another one. 1.99 also speaks 2.0.
    return /(?:^|\n)(SSH-(?:2\.0|1\.99)-[\x20-\x7e]*)\r?\n/.exec(text)?.[1];
}

;// CONCATENATED MODULE: ./build/src/main/run-context.js




/** What every mode is given, apart from what it leaves to the post step. */
function runContext(platform, { report, collector }, { id, connections }) {
    const { runner, signal } = platform;
    const [connected, ...elsewhere] = connections;
    return {
        id,
        url: () => addressOf(runner),
        connection: connected,
        elsewhere,
        clock: connected.clock,
        network: platform.network ?? machineNetwork(runner.environment.proxy),
        sshProbe: platform.sshProbe ?? tcpSshProbe(),
        report,
        collector,
        signal,
        pollSeconds: pollInterval,
        width: adaptiveConcurrency(() => connected.caller.waited),
        writeFile: runner.writeFile,
    };
}
/** The address at which a person can look at this run; undefined outside of GitHub. */
function addressOf({ environment, workflowContext }) {
    const { serverUrl, repository } = workflowContext();
    const { runId } = environment;
    return serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined;
}


/***/ }),

/***/ 99732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ whatMayBeLeft),
/* harmony export */   F2: () => (/* binding */ readSavedRun),
/* harmony export */   Z$: () => (/* binding */ savedPlace),
/* harmony export */   zQ: () => (/* binding */ hasSavedRun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27406);
/* harmony import */ var _inputs_common_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(91833);
/* harmony import */ var _inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(81975);
/* harmony import */ var _inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78064);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(24502);
/* harmony import */ var _post_state_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5309);






/** Whether a run may have left something. */
const hasSavedRun = (runner) => runner.getState(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.run) !== '';
/** The run that the main step saved; UserError where the state is not what a main step of this version writes. */
function readSavedRun(runner) {
    const id = runner.getState(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.run);
    if (!/^\d+\/\d+\/[0-9a-f]+$/.test(id))
        throw unreadable(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.run, id);
    const groups = savedValue(runner, _post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.groups, isTexts) ?? [];
    const bastion = savedValue(runner, _post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.bastion, isBastion);
    if (groups.length === 0 && bastion === undefined)
        throw unreadable(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.groups, '');
    const scope = savedValue(runner, _post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.scope, isScope);
    if (scope === undefined)
        throw unreadable(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.scope, '');
    const place = savedPlace(runner, scope);
    if (place === undefined)
        throw unreadable(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.scope, runner.getState(_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.scope));
    const places = savedValue(runner, _post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .POST_STATE */ .j9.memos, isCount) ?? 0;
    const memos = new Map(Array.from({ length: places }, (_, place) => savedValue(runner, (0,_post_state_js__WEBPACK_IMPORTED_MODULE_4__/* .memosKey */ .Bl)(place), isMemos) ?? {}).flatMap((each) => Object.entries(each)));
    return { id, ...place, groups, bastion, memos };
}
/** Where a saved run has worked, and with which inputs; undefined where the scope is not what a main step writes. */
function savedPlace(runner, scope) {
    if (!isScope(scope))
        return undefined;
    const given = { ...scope.inputs, 'aws-region': scope.region };
    const texts = given;
    const reader = (0,_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .inputReader */ .c)({ input: (name) => texts[name] ?? '', passedInputs: () => Object.keys(texts) });
    const mode = scope.inputs['mode'] ?? '';
    const common = (0,_inputs_common_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommon */ .C)(reader, { environment: { ...runner.environment, awsRegion: '' }, mode: undefined });
    if (!(0,_inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .isMode */ .SF)(mode) || !_inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .modes */ .nI[mode].changes || common.dryRun || reader.problems.length > 0)
        return undefined;
    const { account, region } = scope;
    return { account, region, inputs: { ...common, mode }, given };
}
/** What may be left changed, and where: one sentence. */
function whatMayBeLeft({ groups, bastion, region, account }) {
    const left = [
        ...(groups.length === 0 ? [] : [`the ${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')}`]),
        ...(bastion === undefined ? [] : [`the bastion ${bastion.name} (${bastion.old})`]),
    ];
    return `The run may have left ${left.join(' and ')} in ${region} of the account ${account} changed.`;
}
/** The value that a key of the state holds; undefined where the main step saved none. */
function savedValue(runner, key, isValue) {
    const text = runner.getState(key);
    if (text === '')
        return undefined;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw unreadable(key, text);
    }
    if (!isValue(value))
        throw unreadable(key, text);
    return value;
}
const isText = (value) => typeof value === 'string' && value !== '';
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const fieldsOf = (value) => typeof value === 'object' && value !== null ? value : {};
const isBastion = (value) => ['old', 'allocation', 'name'].every((name) => isText(fieldsOf(value)[name]));
/** The numbers and processes are checked where the memo is used, as those of the tags are. */
const isMemos = (value) => typeof value === 'object' && value !== null && Object.values(value).every((memo) => isText(fieldsOf(memo)['run']));
function isScope(value) {
    const { account, region, inputs } = fieldsOf(value);
    return isText(account) && /^\d{12}$/.test(account) && isText(region) && Object.values(fieldsOf(inputs)).every(isText);
}
const unreadable = (key, text) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
    what: `The post step cannot read what the main step saved for it: \`${key}\` ${text === '' ? 'is missing' : `is "${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(text, 300)}"`}.`,
    why: 'It says which groups or which bastion the run has changed, and in which account and region.',
    remedy: 'Nothing was put back. Run `mode: restore` for the groups, or the bastion, of this job; it goes by what AWS shows.',
});


/***/ }),

/***/ 13453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/src/platform/clock.js

/** The machine's own time. */
const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, signal ? { signal } : {});
    },
};


/***/ }),

/***/ 13105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// NAMESPACE OBJECT: ./build/node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// NAMESPACE OBJECT: ./build/node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => (ExitCode),
  addPath: () => (addPath),
  debug: () => (debug),
  endGroup: () => (endGroup),
  error: () => (error),
  exportVariable: () => (exportVariable),
  getBooleanInput: () => (getBooleanInput),
  getIDToken: () => (getIDToken),
  getInput: () => (getInput),
  getMultilineInput: () => (getMultilineInput),
  getState: () => (getState),
  group: () => (group),
  info: () => (info),
  isDebug: () => (isDebug),
  markdownSummary: () => (markdownSummary),
  notice: () => (notice),
  platform: () => (platform_namespaceObject),
  saveState: () => (saveState),
  setCommandEcho: () => (setCommandEcho),
  setFailed: () => (setFailed),
  setOutput: () => (setOutput),
  setSecret: () => (setSecret),
  startGroup: () => (startGroup),
  summary: () => (summary),
  toPlatformPath: () => (toPlatformPath),
  toPosixPath: () => (toPosixPath),
  toWin32Path: () => (toWin32Path),
  warning: () => (warning)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(70857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(79896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/index.js
class HttpClient {
  constructor() {
    throw new Error('The HTTP client of @actions/core is not in the bundle.')
  }
}
class BearerCredentialHandler {}

;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __nccwpck_require__(13193);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(24434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(42613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(27406);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(24502);
// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __nccwpck_require__(89916);
;// CONCATENATED MODULE: ./build/src/platform/github-event.js
/**
 * The default branch, `''` where the event does not tell it, and the pull request. The payload of `schedule` names no repository
 * (https://github.com/github/codeql-action/pull/1211), but such a run always works on the last commit of the default branch, so its ref is that
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule).
 */
function eventFacts({ name, ref, payload, }) {
    const event = payload;
    const told = event?.repository?.default_branch;
    const pull = event?.pull_request;
    const scheduled = name === 'schedule' ? (/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? '') : '';
    return {
        defaultBranch: typeof told === 'string' ? told : scheduled,
        pullRequest: typeof pull?.number === 'number'
            ? { number: pull.number, isFork: pull.head?.repo?.full_name !== event?.repository?.full_name }
            : undefined,
    };
}

// EXTERNAL MODULE: ./build/src/platform/http-get.js
var http_get = __nccwpck_require__(50340);
// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __nccwpck_require__(31736);
;// CONCATENATED MODULE: ./build/src/platform/id-token.js



/** Milliseconds for one answer. */
const PATIENCE = 30_000;
/**
 * Asks once for an OIDC token. UserError where asking again gives the same; any other error tells of a failure that
 * passes: no answer, a server that fails or is asked too often, an answer without a token.
 */
async function requestIdToken({ address, bearer, proxy }, { audience, signal }) {
    const at = URL.parse(address);
    if (at === null || bearer === '')
        throw notOffered();
    at.searchParams.set('audience', audience);
    const answer = await (0,http_get/* httpGet */.l)(at, {
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        agent: (await (0,proxy_agents/* proxyAgents */.H)(proxy))?.(at),
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
    });
    if (isRefusal(answer.status))
        throw refused(answer.status);
    if (answer.status !== 200)
        throw new Error(`its endpoint answered with status ${answer.status}`);
    const token = tokenIn(answer.text);
    if (token === undefined)
        throw new Error('its endpoint answered without a token');
    return token;
}
/** 407 comes from a proxy; 408, 425 and 429 ask for patience. */
const isRefusal = (status) => status >= 400 && status < 500 && ![407, 408, 425, 429].includes(status);
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function notOffered() {
    return new errors/* UserError */.yo({
        what: 'The job may not ask GitHub for an OIDC token, which `role-to-assume` needs.',
        why: 'GitHub gave the step no address to ask at; runs for pull requests from forks never get one.',
        remedy: 'Add `permissions: { id-token: write, contents: read }` to the job, or leave `role-to-assume` out and bring credentials.',
    });
}
function refused(status) {
    return new errors/* UserError */.yo({
        what: 'GitHub refused the job an OIDC token.',
        why: `Its endpoint answered with status ${status}.`,
        remedy: 'Check that the job has `permissions: { id-token: write }` and has not ended, and start it again; https://www.githubstatus.com tells of outages.',
    });
}

// EXTERNAL MODULE: ./build/src/platform/missing-file.js
var missing_file = __nccwpck_require__(6988);
// EXTERNAL MODULE: ./build/src/platform/proxy-rules.js
var proxy_rules = __nccwpck_require__(18075);
;// CONCATENATED MODULE: ./build/src/platform/state-parts.js
/**
 * Values of the state that a main step leaves for its post step. The runner gives each as a variable of the environment, and Linux starts
 * no process with one of more than 128 KiB (`MAX_ARG_STRLEN`, https://man7.org/linux/man-pages/man2/execve.2.html): the post step would
 * not begin. A longer value is kept in parts. Pure.
 */
/** Characters in one part, of three bytes in UTF-8 at most. */
const LONGEST = 40_000;
/** What stands for a value in parts, with their number. */
const IN_PARTS = 'in parts: ';
const partOf = (name, index) => `${name}-part-${index}`;
/** What is saved for a value, by name and in this order: the parts first, so that whatever names them comes after. */
function stateParts(name, value) {
    if (value.length <= LONGEST)
        return [[name, value]];
    const count = Math.ceil(value.length / LONGEST);
    const parts = Array.from({ length: count }, (_, index) => value.slice(index * LONGEST, (index + 1) * LONGEST));
    return [...parts.map((part, index) => [partOf(name, index), part]), [name, `${IN_PARTS}${count}`]];
}
/** The value that was saved under a name; `read` gives what stands under one. */
function wholeState(name, read) {
    const text = read(name);
    if (!text.startsWith(IN_PARTS))
        return text;
    const count = Number(text.slice(IN_PARTS.length));
    return Array.from({ length: count }, (_, index) => read(partOf(name, index))).join('');
}

;// CONCATENATED MODULE: ./build/src/platform/github-runner.js












/** The real runner, by way of @actions/core and the environment. */
function githubRunner() {
    const variables = process.env;
    return {
        environment: {
            runId: digits(variables['GITHUB_RUN_ID']),
            runAttempt: digits(variables['GITHUB_RUN_ATTEMPT']),
            awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
            proxy: (0,proxy_rules/* proxyVariables */.e)(variables),
            isHosted: variables['RUNNER_ENVIRONMENT'] === 'github-hosted',
        },
        workflowContext: () => ({
            repository: variables['GITHUB_REPOSITORY'] ?? '',
            serverUrl: variables['GITHUB_SERVER_URL'] || 'https://github.com',
            workflow: variables['GITHUB_WORKFLOW'] ?? '',
            actor: variables['GITHUB_ACTOR'] ?? '',
            triggeringActor: variables['GITHUB_TRIGGERING_ACTOR'] ?? '',
            ref: variables['GITHUB_REF'] ?? '',
            sha: variables['GITHUB_SHA'] ?? '',
            ...eventFacts({
                name: variables['GITHUB_EVENT_NAME'] ?? '',
                ref: variables['GITHUB_REF'] ?? '',
                payload: payloadOf(variables['GITHUB_EVENT_PATH'] ?? ''),
            }),
        }),
        input: (name) => getInput(name),
        passedInputs: () => Object.keys(variables).flatMap((name) => (/^INPUT_./i.test(name) ? name.slice(6).toLowerCase() : [])),
        setOutput: (name, value) => writeCommand('GITHUB_OUTPUT', { name, write: () => setOutput(name, value) }),
        mask: (secret) => {
            if (secret !== '')
                setSecret(secret);
        },
        idToken: async (audience, signal) => {
            const token = await requestIdToken({
                address: variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
                bearer: variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
                proxy: (0,proxy_rules/* proxyVariables */.e)(variables),
            }, { audience, signal });
            setSecret(token);
            return token;
        },
        info: (message) => info(message
            .split(/\r\n|[\r\n]/)
            .map(text_escape/* logText */.kc)
            .join('\n')),
        startGroup: (title) => startGroup(title),
        endGroup: () => endGroup(),
        annotation: (level, message, title) => core_namespaceObject[level](message, { title }),
        writeSummary: async (markdown) => {
            if (!variables['GITHUB_STEP_SUMMARY'])
                return;
            try {
                await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
            }
            catch (error) {
                warning(`The job summary could not be written: ${String(error)}`, { title: 'Fleet Patch' });
            }
        },
        writeFile: async (path, text) => {
            try {
                const at = (0,external_node_path_.resolve)(variables['GITHUB_WORKSPACE'] || '.', path);
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(at), { recursive: true });
                await (0,promises_.writeFile)(at, text);
            }
            catch (error) {
                throw new errors/* UserError */.yo({
                    what: `The file ${path} could not be written.`,
                    why: error instanceof Error ? `${error.message}.` : String(error),
                    remedy: 'Give a path inside the workspace that the job may write to.',
                    cause: error,
                });
            }
        },
        readFile: async (path) => {
            try {
                return await (0,promises_.readFile)((0,external_node_path_.resolve)(variables['GITHUB_WORKSPACE'] || '.', path), 'utf8');
            }
            catch (error) {
                if ((0,missing_file/* isMissing */.b)(error))
                    return undefined;
                throw new errors/* UserError */.yo({
                    what: `The file ${path} could not be read.`,
                    why: error instanceof Error ? (0,sentence/* withFullStop */.u)(error.message) : String(error),
                    remedy: 'Check that it is a file that the job may read.',
                    cause: error,
                });
            }
        },
        isWorkspaceEmpty: async () => {
            const workspace = variables['GITHUB_WORKSPACE'];
            if (!workspace)
                return false;
            try {
                return (await (0,promises_.readdir)(workspace)).length === 0;
            }
            catch (error) {
                return (0,missing_file/* isMissing */.b)(error);
            }
        },
        saveState: (name, value) => writeCommand('GITHUB_STATE', {
            name,
            write: () => stateParts(name, value).forEach(([part, text]) => saveState(part, text)),
        }),
        getState: (name) => wholeState(name, (part) => getState(part)),
        setFailed: (message, title) => {
            error(message, { title });
            process.exitCode = 1;
        },
    };
}
/** The payload of the event, which GitHub writes to a file; undefined where it cannot be read. */
function payloadOf(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
const COMMAND_FILES = {
    GITHUB_OUTPUT: { holds: 'output', lost: 'Later steps do not see it.' },
    GITHUB_STATE: { holds: 'state', lost: 'Without it the post step cannot put back what a cancelled run leaves.' },
};
/** Writes to a file through which the runner takes something from a step; UserError where that cannot be done. */
function writeCommand(variable, { name, write }) {
    try {
        write();
    }
    catch (error) {
        const { holds, lost } = COMMAND_FILES[variable];
        throw new errors/* UserError */.yo({
            what: `The ${holds} \`${name}\` could not be given to the runner.`,
            why: `${(0,sentence/* withFullStop */.u)(error instanceof Error ? error.message : String(error))} ${lost}`,
            remedy: `Check that the disk of the runner has room, and that no step removes or protects the file that \`${variable}\` names.`,
            cause: error,
        });
    }
}
/** What is no number, as outside of a workflow run, becomes empty. */
const digits = (text = '') => (/^\d+$/.test(text) ? text : '');


/***/ }),

/***/ 43772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ boundHeapGrowth)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/src/platform/heap-growth.js

/**
 * Keeps the heap near to what is in use. Answers about a thousand instances are large and short-lived: V8 lets the heap grow to
 * a multiple of what they need before it collects them. Both flags are read each time V8 decides how far the heap may grow, so
 * that they count although the process runs already. https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function boundHeapGrowth() {
    // The space for new objects keeps its first size; the heap grows to two and a half times what is in use, not to four.
    for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=150'])
        (0,external_node_v8_namespaceObject.setFlagsFromString)(flag);
}


/***/ }),

/***/ 50340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ httpGet)
/* harmony export */ });
/** Far more than any answer that is read here. */
const MOST_BYTES = 1_000_000;
/** The answer to one GET; redirects are not followed. Throws where none comes. */
async function httpGet(address, { headers = {}, agent, signal }) {
    const { request } = address.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 37067, 19)) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 44708, 19));
    return await new Promise((resolve, reject) => {
        // Without an agent of its own a connection would be kept, and with it the process.
        const sent = request(address, { headers, agent: agent ?? false, signal }, (response) => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (chunk) => {
                text += chunk;
                if (text.length > MOST_BYTES)
                    response.destroy(new Error('the answer is too long'));
            });
            response.on('error', reject);
            response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        });
        sent.on('error', reject);
        sent.end();
    });
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMissing)
/* harmony export */ });
/** Whether an error of the file system says that there is no such file. */
const isMissing = (error) => typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR');


/***/ }),

/***/ 31736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents)
/* harmony export */ });
/* harmony import */ var _proxy_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(18075);

/**
 * Agents by the variables of the environment, one for each kind of address; where they name no proxy nothing is loaded.
 * UserError where a variable is no address of a proxy.
 */
async function proxyAgents(variables) {
    const { proxyFor } = (0,_proxy_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyRules */ .E)(variables);
    if (variables.http.trim() === '' && variables.https.trim() === '')
        return undefined;
    const [{ HttpProxyAgent }, { HttpsProxyAgent }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2792), __nccwpck_require__.e(8947)]).then(__nccwpck_require__.bind(__nccwpck_require__, 28947)),
        Promise.all(/* import() */[__nccwpck_require__.e(2792), __nccwpck_require__.e(1566)]).then(__nccwpck_require__.bind(__nccwpck_require__, 71566)),
    ]);
    const agents = new Map();
    return (address) => {
        const proxy = proxyFor(address);
        if (proxy === undefined)
            return undefined;
        const known = agents.get(address.protocol);
        if (known !== undefined)
            return known;
        // As many connections as the SDK's own agent would have.
        const options = { keepAlive: true, maxSockets: 50 };
        const agent = address.protocol === 'http:'
            ? new HttpProxyAgent(proxy, options)
            : // By itself it guesses this from the stack, in vain where a connection is put back, and then opens one a request.
                Object.assign(new HttpsProxyAgent(proxy, options), { isSecureEndpoint: () => true });
        agents.set(address.protocol, agent);
        return agent;
    };
}


/***/ }),

/***/ 18075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ proxyRules),
/* harmony export */   e: () => (/* binding */ proxyVariables)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(27406);
/** Which requests go through a proxy, as the variables of the environment say that curl, git and GitHub's runner read. */


/** Reads them of an environment; the lower-case name wins, as with curl. */
function proxyVariables(variables) {
    const text = (name) => variables[name] || variables[name.toUpperCase()] || '';
    return { http: text('http_proxy'), https: text('https_proxy'), none: text('no_proxy') };
}
/** Reads the variables; UserError that names the one which is no address of a proxy. */
function proxyRules({ http, https, none }) {
    const proxies = { 'http:': proxyOf('HTTP_PROXY', http), 'https:': proxyOf('HTTPS_PROXY', https) };
    const exceptions = none.split(/[\s,]+/).filter((entry) => entry !== '');
    return {
        proxyFor: (address) => {
            const proxy = address.protocol === 'http:' ? proxies['http:'] : proxies['https:'];
            return proxy === undefined || exceptions.some((entry) => covers(entry, address)) ? undefined : proxy;
        },
        secrets: Object.values(proxies).flatMap((proxy) => (proxy ? passwordOf(proxy) : [])),
    };
}
function proxyOf(name, text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return undefined;
    const address = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
    const problem = problemOf(address);
    if (address !== null && problem === undefined)
        return address;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        what: `The variable \`${name}\` of the environment holds no address of a proxy that can be used.`,
        why: problem ?? '',
        remedy: `Set \`${name}\` (or \`${name.toLowerCase()}\`, which wins) to \`http://host:port\` or \`https://host:port\`, or to nothing.`,
    });
}
/** It never shows the address: that may hold a password. */
function problemOf(address) {
    if (address === null)
        return 'It cannot be read as an address.';
    if (!/^https?:$/.test(address.protocol))
        return `A proxy of the kind \`${address.protocol}\` is not supported.`;
    try {
        decodeURIComponent(address.username + address.password);
        return undefined;
    }
    catch {
        return 'In its user name or password a `%` must be written as `%25`.';
    }
}
/** As it stands in the variable, and as it is sent. */
const passwordOf = ({ password }) => password === '' ? [] : [...new Set([password, decodeURIComponent(password)])];
/** Whether an entry of `no_proxy` names this address: a domain covers what is below it, with or without `.` or `*.` in front. */
function covers(entry, address) {
    if (entry === '*')
        return true;
    const host = bare(address.hostname);
    const port = address.port || (address.protocol === 'http:' ? '80' : '443');
    const [, name = entry, onlyPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    const wanted = bare(name);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(wanted) === 0 ? isInNetwork(host, wanted) : sameAddress(host, wanted);
    const domain = wanted.replace(/^\*?\./, '');
    return host === domain || host.endsWith(`.${domain}`);
}
/** In lower case, without the brackets around IPv6 and the final dot of a full name. */
const bare = (host) => host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
const family = (address) => ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 4 ? 'ipv4' : 'ipv6');
function sameAddress(address, other) {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addAddress(other, family(other));
    return list.check(address, family(address));
}
/** `10.0.0.0/8`, `fd00::/8` */
function isInNetwork(address, network) {
    const [, base = '', length = ''] = /^(.+)\/(\d{1,3})$/.exec(network) ?? [];
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(base) === 0 || Number(length) > ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(base) === 4 ? 32 : 128))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(base, Number(length), family(base));
    return list.check(address, family(address));
}


/***/ }),

/***/ 319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Journal),
/* harmony export */   i: () => (/* binding */ leftOut)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24502);
/* harmony import */ var _log_log_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(74540);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43629);



/** A page that a browser opens at once; a run of a thousand groups has some thousand steps. */
const MOST_ROWS = 20_000;
/** Instances that one row names. */
const MOST_IDS = 20;
/**
 * Every event of a run but the looks, of which the first at each group is kept: the others are the charts. Of what a group waits for each
 * reason is kept once, as long as nothing but its numbers changes.
 */
class Journal {
    rows = [];
    /** Rows that found no room. */
    left = 0;
    #observed = new Set();
    #waiting = new Map();
    /** `now`, in seconds since the Unix epoch, stands for the time of an event that has none. */
    note(event, now) {
        const row = this.#rowOf(event, now);
        if (row === undefined)
            return;
        if (this.rows.length < MOST_ROWS)
            this.rows.push(row);
        else
            this.left += 1;
    }
    #rowOf(event, now) {
        switch (event.kind) {
            case 'phase':
                return { at: now, kind: 'phase', group: '', what: event.title, why: '' };
            case 'begun': {
                const wave = event.waves > 1 ? `wave ${event.wave} of ${event.waves} begins` : 'begins';
                return { at: event.at, kind: 'info', group: (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(event.groups, MOST_IDS), what: wave, why: '' };
            }
            case 'observed': {
                const { group, at } = event.fleet;
                if (this.#observed.has(group))
                    return undefined;
                this.#observed.add(group);
                return { at, kind: 'look', group, what: (0,_log_log_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .observedText */ .aP)(event), why: '' };
            }
            case 'step': {
                const { at, group, change, reason, dryRun } = event;
                this.#waiting.delete(group);
                const what = `${dryRun ? 'would ' : ''}${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .describeChange */ .uQ)(change, MOST_IDS)}`;
                return { at, kind: 'step', group, what, why: reason };
            }
            case 'waiting':
                return this.#wait(event);
            case 'finished': {
                const { result } = event;
                return {
                    at: event.at,
                    kind: 'end',
                    group: result.group,
                    what: (0,_log_log_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictText */ .nt)(result),
                    why: result.failure?.what ?? '',
                };
            }
            case 'ended':
                return undefined;
            case 'noted':
            case 'info':
            case 'notice':
            case 'warning': {
                const at = event.kind === 'info' ? (event.at ?? now) : now;
                const kind = event.kind === 'warning' ? 'warning' : 'info';
                return { at, kind, group: event.group ?? '', what: (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(event.message, 4000), why: '' };
            }
            default:
                return event;
        }
    }
    #wait({ at, group, reason }) {
        const plain = reason.replaceAll(/[\d.]+/g, '');
        if (this.#waiting.get(group) === plain)
            return undefined;
        this.#waiting.set(group, plain);
        return { at, kind: 'wait', group, what: 'waits', why: reason };
    }
}
/** What the table leaves out, in a sentence; empty where that is nothing. */
const leftOut = ({ left }) => left === 0 ? '' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'later event')} found no room here: the log of the step has them all.`;


/***/ }),

/***/ 5823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   Sg: () => (/* binding */ brokeFloor),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   r1: () => (/* binding */ wasCancelled),
/* harmony export */   zy: () => (/* binding */ isNotBegun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27406);

/** True when a person has to look at the group. */
function hasFailed(result) {
    return (result.status === 'halted' ||
        result.status === 'held' ||
        result.status === 'unfinished' ||
        result.failure !== undefined);
}
/** True when fewer were ready than promised, though enough had been at the start. */
function brokeFloor(result) {
    return result.lowestReady < Math.min(result.floor, result.readyAtStart ?? result.floor);
}
/** True when the run was cancelled before the group was through. */
const wasCancelled = ({ failure }) => failure?.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ;
/** True of a group whose turn has not come in this run, whatever keeps it from beginning. */
const isNotBegun = ({ status }) => status === 'waiting';
/** True when a run that ended early has left nothing to be put back. */
const isUntouched = ({ changed, left }) => !changed && left.length === 0;


/***/ }),

/***/ 28938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ auditInWords),
/* harmony export */   LU: () => (/* binding */ auditLines),
/* harmony export */   cF: () => (/* binding */ placeInWords)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32561);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24502);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43629);



/** The rows that the log shows; the summary and the report have them all. */
const MOST_LINES = 20;
/** How the groups stand, in a line: `2 of 5 groups are behind, the worst by 47 days`. */
function auditInWords(audit) {
    const { groups, rows } = audit;
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const unknown = new Set(rows.flatMap(({ verdict, region, imageId, group }) => verdict === 'unknown' ? JSON.stringify([region, imageId ?? { group }]) : [])).size;
    const lone = rows.filter((row) => row.group === undefined && row.verdict === 'stale').length;
    const parts = [
        ...(behind.length === 0
            ? []
            : [`${behind.length} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(groups.length, 'group')} ${are(behind.length)} behind`]),
        ...(lone === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(lone, 'instance')} outside of any group ${are(lone)} stale`]),
    ];
    const worst = rows.find(({ daysBehind = 0 }) => daysBehind > 0)?.daysBehind;
    return [
        parts.length > 0
            ? `${parts.join(' and ')}${worst === undefined ? '' : `, the worst by ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(worst, 'day')}`}`
            : nothingBehind(audit),
        ...(unknown === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unknown, 'image')} in use cannot be judged`]),
    ].join('; ');
}
function nothingBehind({ groups, rows }) {
    if (rows.length === 0)
        return 'there is no group and no instance';
    const instances = rows.filter(({ group }) => group === undefined).length;
    if (groups.length === 0)
        return `nothing is behind among ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance')} outside of any group`;
    return groups.length === 1 ? 'the group is not behind' : `none of ${groups.length} groups is behind`;
}
const are = (number) => (number === 1 ? 'is' : 'are');
/** The verdict for the log, and the rows that a person should look at. */
function auditLines(audit) {
    const notable = audit.rows.filter(({ verdict }) => verdict !== 'current');
    const more = notable.length - MOST_LINES;
    return [
        `Audit: ${auditInWords(audit)}.`,
        ...notable.slice(0, MOST_LINES).map(rowInWords),
        ...(more > 0 ? [`  and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more, 'more row')} in the job summary`] : []),
    ];
}
/** The group of the row, or the instance where it is in none. */
function placeInWords({ region, group, instance, stack }) {
    const ofStack = stack === undefined ? '' : `, stack ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(stack, 128)}`;
    if (group !== undefined)
        return `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(group, 255)} (${region}${ofStack})`;
    const name = instance?.name === undefined ? '' : `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(instance.name, 128)}, `;
    return `instance ${instance?.id ?? ''} (${name}${region}${ofStack}, in no group)`;
}
function rowInWords(row) {
    const { verdict, daysBehind, imageId, image, newest, instances, reason } = row;
    const days = daysBehind === undefined ? '' : `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(daysBehind, 'day')} behind`;
    const name = image === undefined || image.name === '' ? '' : ` ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(image.name, 128)}`;
    const next = newest === undefined || newest.id === imageId ? '' : `, next ${newest.id}`;
    const whose = row.instance === undefined ? (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance') : row.instance.id;
    const on = row.group === undefined ? '' : ` on ${whose}`;
    const why = reason === undefined ? '' : ` (${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(reason, 400)})`;
    return `  ${placeInWords(row)}: ${verdict}${days}: ${imageId ?? 'no image'}${name}${on}${next}${why}`;
}


/***/ }),

/***/ 96597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ bastionVerdict),
/* harmony export */   Ik: () => (/* binding */ bastionLines),
/* harmony export */   XJ: () => (/* binding */ bastionChangeInWords)
/* harmony export */ });
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1217);

/** What a change does, as an order. */
function bastionChangeInWords(change) {
    switch (change.kind) {
        case 'launch':
            return `launch a new bastion in ${change.subnet.id} (${change.subnet.zone})`;
        case 'forward-packets':
            return `switch off the source/destination check of ${change.instance}`;
        case 'allocate':
            return 'allocate a temporary Elastic IP';
        case 'note-address':
            return `note the temporary Elastic IP ${change.allocation} in the tag of ${change.instance}`;
        case 'associate':
            return associationInWords(change);
        case 'disassociate':
            return `disassociate the temporary Elastic IP ${change.allocation} from its instance`;
        case 'release':
            return `release the temporary Elastic IP ${change.allocation}`;
        case 'protect':
            return `${change.protection === 'on' ? 'protect' : 'stop protecting'} ${change.instance} against termination`;
        case 'terminate':
            return `terminate ${change.instance}`;
        case 'forget':
            return `remove the saved state from ${change.instance}`;
        default:
            return change;
    }
}
function associationInWords({ ip, instance, purpose }) {
    switch (purpose) {
        case 'probe':
            return `associate the temporary Elastic IP ${ip} with ${instance}`;
        case 'move':
            return `move ${ip} to ${instance}`;
        case 'back':
            return `move ${ip} back to ${instance}`;
        default:
            return purpose;
    }
}
/** How it ended, and below that its host keys and what went wrong. */
const bastionLines = (result) => [
    bastionVerdict(result),
    ...bastionDetails(result).map((text) => `  ${text}`),
];
/** How it ended, in one line. */
function bastionVerdict(result) {
    const { name, status, address, instanceId, previousInstanceId, imageId, startedAt, endedAt } = result;
    const took = `, ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(endedAt - startedAt)}`;
    switch (status) {
        case 'current':
            return `${name}: up to date, ${instanceId ?? 'it'} runs ${imageId ?? 'its image'}`;
        case 'replaced':
            return `${name}: ${previousInstanceId ?? 'the old bastion'} was replaced by ${instanceId ?? 'a new one'} at ${address}${took}`;
        case 'restored':
            return `${name}: ${instanceId ?? 'the bastion'} is alone at ${address}, nothing else is left`;
        case 'halted':
            return `${name}: halted, ${instanceId ?? 'the old bastion'} is as it was at ${address}${took}`;
        case 'unfinished':
            return `${name}: unfinished${took}`;
        case 'planned':
            return `${name}: planned, nothing was changed`;
        default:
            return status;
    }
}
function bastionDetails({ hostKeys, failure, left, banner }) {
    return [
        ...(banner === undefined ? [] : [`SSH banner: ${banner}`]),
        ...hostKeys.map((key) => `new host key: ${key}`),
        ...(failure === undefined ? [] : [failure.what]),
        ...(failure?.why === undefined ? [] : [`Why: ${failure.why}`]),
        ...(failure?.remedy === undefined ? [] : [`What to do: ${failure.remedy}`]),
        ...left.map((sentence) => `Left: ${sentence}`),
    ];
}


/***/ }),

/***/ 89920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hM: () => (/* binding */ janitorLines),
/* harmony export */   iT: () => (/* binding */ janitorInWords)
/* harmony export */ });
/* unused harmony export findingLine */
/* harmony import */ var _domain_janitor_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(21629);
/* harmony import */ var _domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(28332);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24502);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2240);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(43629);





/** The findings that the log shows; the summary has more. */
const MOST_LINES = 50;
/** What was found, in a line: `3 findings in 2 of 40 groups: 1 healed, 1 marked, 1 reported`. */
function janitorInWords({ findings, groups: all, skipped }) {
    const groups = new Set(findings.flatMap(({ group }) => group ?? [])).size;
    const of = `${groups} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length, 'group')}`;
    const states = ['failed', 'healed', 'marked', 'gone', 'reported'].flatMap((state) => {
        const number = findings.filter((finding) => finding.state === state).length;
        return number === 0 ? [] : [`${number} ${state}`];
    });
    const found = findings.length === 0
        ? `nothing was left behind in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length, 'group')}`
        : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(findings.length, 'finding')} in ${of}: ${states.join(', ')}`;
    return skipped.length === 0 ? found : `${found}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(skipped.length, 'group')} left alone`;
}
/** What was found and what became of it, for the log. */
function findingLine(finding) {
    const { since, what, state, why, advice } = finding;
    const from = since === undefined ? '' : ` since ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(since)}`;
    const outcome = why === undefined ? state : `${state}, ${why}`;
    return `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_domain_janitor_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(finding), 255)}: ${finding.finding}${from}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(what, 1000)} (${outcome})${(0,_domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isLeft */ .O)(finding) ? `. ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(advice, 1000)}` : ''}`;
}
/** The verdict for the log, and what a person should look at. */
function janitorLines(janitor) {
    const { findings, skipped } = janitor;
    const more = findings.length - MOST_LINES;
    return [
        `Janitor: ${janitorInWords(janitor)}.`,
        ...(0,_domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__/* .byUrgency */ .t)(findings)
            .slice(0, MOST_LINES)
            .map((finding) => `  ${findingLine(finding)}`),
        ...(more > 0 ? [`  and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more, 'more finding')} in the job summary`] : []),
        ...skipped.slice(0, MOST_LINES).map(({ group, why }) => `  ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(group, 255)} was left alone: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(why, 500)}`),
    ];
}


/***/ }),

/***/ 74540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eh: () => (/* binding */ NOTHING_SAVED),
  Lk: () => (/* binding */ countsInFigures),
  w7: () => (/* binding */ failureLines),
  YW: () => (/* binding */ groupTally),
  o1: () => (/* binding */ legend),
  n8: () => (/* binding */ line),
  aP: () => (/* binding */ observedText),
  l_: () => (/* binding */ progressText),
  uw: () => (/* binding */ stepText),
  N4: () => (/* binding */ tally),
  nt: () => (/* binding */ verdictText)
});

// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __nccwpck_require__(1217);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(24502);
;// CONCATENATED MODULE: ./build/src/report/log/progress.js
/** A bar of so many cells for a share from 0 to 1: full only when all is done, never empty once something is. */
function bar(share, cells = 20) {
    const bounded = bound(share);
    const exact = Math.round(bounded * cells);
    const filled = bounded >= 1 ? cells : Math.min(cells - 1, Math.max(bounded > 0 ? 1 : 0, exact));
    return '█'.repeat(filled) + '░'.repeat(cells - filled);
}
/** ` 40 %`, three digits wide; like the bar, 100 only when all is done. */
function percent(share) {
    const bounded = bound(share);
    return `${String(bounded >= 1 ? 100 : Math.min(99, Math.round(bounded * 100))).padStart(3)} %`;
}
function bound(share) {
    return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __nccwpck_require__(2240);
// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __nccwpck_require__(5823);
// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __nccwpck_require__(43629);
;// CONCATENATED MODULE: ./build/src/report/log/log-lines.js






/** What the columns are, once, above the first line that has them. */
function legend(columns) {
    return `UTC       ${'group'.padEnd(columns.group)}  instances old/new/ready/desired`;
}
/** `2/1/3/3`: old, new, ready, desired. */
function countsInFigures(counts) {
    return [counts.old, counts.current, counts.ready, counts.desired].join('/');
}
/** `09:05:07  web  2/1/3/3  text`. */
function line(at, group, counts, columns, text) {
    const figures = countsInFigures(counts).padEnd(columns.counts);
    return `${(0,time/* clockTime */.q)(at)}  ${(0,text_escape/* clip */.$Q)(group, columns.group).padEnd(columns.group)}  ${figures}  ${text}`;
}
/** The first look at a group. */
function observedText({ fleet, counts, floor, restores }) {
    const image = fleet.source.imageId === undefined ? '' : `, image ${fleet.source.imageId}`;
    const { min, desired, max } = fleet.sizes;
    const found = `found with sizes ${min}-${desired}-${max}, launches from ${(0,text_escape/* clip */.$Q)(fleet.source.label, 120)}${image}`;
    // What is old there stays old.
    if (restores === true)
        return found;
    const todo = counts.old === 0
        ? 'nothing to replace'
        : `${(0,report_words/* count */.U9)(counts.old, 'instance')} to replace, at least ${floor} stay ready`;
    return `${found}: ${todo}`;
}
/** A step, with its reason. */
function stepText({ change, reason, dryRun }) {
    return `${dryRun ? 'would ' : ''}${(0,report_words/* describeChange */.uQ)(change, 3)}: ${(0,text_escape/* clip */.$Q)(reason, 400)}`;
}
/** How far a wait has come: the bar, and the time left where it can be estimated. */
function progressText(share, left) {
    return `${bar(share)} ${percent(share)}${left === undefined ? '' : `  ${(0,duration/* roughRange */.XG)(left)} left`}`;
}
/** What a restore says that has found no saved state: what a run may have left is not known then. */
const NOTHING_SAVED = 'no saved state was found, nothing was put back';
/** How a group ended, for one line. */
function verdictText(result) {
    const took = ` in ${(0,duration/* duration */.p0)(result.endedAt - result.startedAt)}`;
    switch (result.status) {
        case 'current':
            return 'up to date, nothing to do';
        case 'planned':
            return result.changed
                ? `planned: ${(0,report_words/* count */.U9)(result.steps.length, 'step')}, nothing was changed${expectedText(result)}`
                : 'nothing to do';
        case 'patched':
            return `patched: launches from ${(0,text_escape/* clip */.$Q)(result.source, 200)}${result.imageId === undefined ? '' : `, image ${result.imageId}`}; running instances are as they were`;
        case 'failed':
            return 'NOT PATCHED';
        case 'rolled':
            return `rolled: ${(0,report_words/* count */.U9)(result.replaced.length, 'instance')} replaced${took}, ${lowestText(result)}`;
        case 'dark':
            return `launched dark${took}: ${(0,report_words/* count */.U9)(result.launched.length, 'instance')} launched, none of them in a load balancer`;
        case 'gated':
            return `waits at a gate${took}: ${(0,report_words/* count */.U9)(result.launched.length, 'instance')} launched, ${lowestText(result)}`;
        case 'waiting':
            return result.failure === undefined
                ? 'waits for its turn, nothing was changed'
                : `NOT BEGUN, nothing was changed: ${(0,text_escape/* clip */.$Q)(result.failure.why ?? result.failure.what, 400)}`;
        case 'restored':
            if (result.noSavedState)
                return NOTHING_SAVED;
            return result.changed ? `restored${took}${removedText(result)}` : 'nothing was left to be put back';
        case 'halted':
            return `HALTED after ${(0,duration/* duration */.p0)(result.endedAt - result.startedAt)}, sizes and processes put back${result.takenBack ? `, launches from ${(0,text_escape/* clip */.$Q)(result.source, 200)} again` : ''}, ${lowestText(result)}`;
        case 'held':
            return `HELD after ${(0,duration/* duration */.p0)(result.endedAt - result.startedAt)}, left as it is for inspection, ${lowestText(result)}`;
        case 'refused':
            return `REFUSED, nothing was changed: ${(0,text_escape/* clip */.$Q)(result.failure?.why ?? 'another run is at work on it', 400)}`;
        case 'unfinished':
            return `${(0,judgement/* wasCancelled */.r1)(result) ? 'CANCELLED' : 'UNFINISHED'} after ${(0,duration/* duration */.p0)(result.endedAt - result.startedAt)}, ${(0,judgement/* isUntouched */.O2)(result) ? 'nothing was changed' : 'something is left to be put back'}`;
        default:
            return result.status;
    }
}
const expectedText = ({ expectedDuration: expected }) => expected === undefined ? '' : `, expected duration ${(0,duration/* roughRange */.XG)(expected)}`;
function lowestText(result) {
    const fewest = `never fewer than ${result.lowestReady} ready (promised ${result.floor})`;
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return `ONLY ${result.lowestReady} READY at one time (promised ${result.floor})`;
    return result.lowestReady < result.floor ? `${fewest}, as it was at the start` : fewest;
}
/** What a restore has taken away again. */
function removedText({ removed = [], replaced }) {
    const parts = [
        ...(removed.length > 0 ? [`${(0,report_words/* count */.U9)(removed.length, 'new instance')} removed`] : []),
        ...(replaced.length > 0 ? [`${(0,report_words/* count */.U9)(replaced.length, 'old instance')} replaced`] : []),
        'sizes and processes put back',
    ];
    return `: ${parts.join(', ')}`;
}
/** Lines for a failure, in the order in which a person asks. */
function failureLines({ failure, left, status }) {
    const lines = left.map((each) => `left: ${(0,text_escape/* clip */.$Q)(each, 800)}`);
    // What keeps groups from beginning has failed elsewhere, and is told there.
    if (failure === undefined || status === 'waiting')
        return lines;
    const reported = [`what: ${(0,text_escape/* clip */.$Q)(failure.what, 800)}`];
    if (failure.why !== undefined)
        reported.push(`why:  ${(0,text_escape/* clip */.$Q)(failure.why, 800)}`);
    if (failure.remedy !== undefined)
        reported.push(`do:   ${(0,text_escape/* clip */.$Q)(failure.remedy, 800)}`);
    return [...reported, ...lines];
}
/** `2 groups rolled`, or where they ended differently `3 groups: 1 halted, 2 rolled`. */
function groupTally(results) {
    const groups = (0,report_words/* count */.U9)(results.length, 'group');
    const words = new Set(results.map(report_words/* statusInWords */.xq));
    return words.size === 1 ? `${groups} ${[...words].join('')}` : `${groups}: ${tally(results)}`;
}
/** `2 rolled, 1 halted`, the bad ones first. */
function tally(results) {
    const numbers = new Map();
    for (const result of [...results].sort((a, b) => Number((0,judgement/* hasFailed */.WN)(b)) - Number((0,judgement/* hasFailed */.WN)(a)))) {
        const word = (0,report_words/* statusInWords */.xq)(result);
        numbers.set(word, (numbers.get(word) ?? 0) + 1);
    }
    return [...numbers].map(([word, number]) => `${number} ${word}`).join(', ');
}


/***/ }),

/***/ 80016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ keptText),
/* harmony export */   P2: () => (/* binding */ sharesInWords),
/* harmony export */   ar: () => (/* binding */ trafficChangeInWords),
/* harmony export */   tZ: () => (/* binding */ trafficVerdict),
/* harmony export */   xi: () => (/* binding */ trafficLines)
/* harmony export */ });
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(88330);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1217);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2240);



/** What a change does, as an order; groups are called by their sides and names. */
function trafficChangeInWords(change, names) {
    const group = (side) => `${names[side]} (${side})`;
    switch (change.kind) {
        case 'save-state': {
            const { share, phase } = change.memos.green.progress ?? {};
            return `save the state of both groups in tags${share === undefined ? '' : `, at ${share} percent`}${phase === undefined ? '' : ` (${phase})`}`;
        }
        case 'renew-lease':
            return 'renew the lease of both groups';
        case 'note-shares':
            return `note on ${change.routes.join(', ')} how traffic is divided (${(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsInWords */ .KL)(change.previous.weights)})`;
        case 'patch':
            return `give ${group(change.side)} what it is to launch`;
        case 'suspend':
            return `suspend ${change.processes.join(', ')} of ${group(change.side)}`;
        case 'resume':
            return `resume ${change.processes.join(', ')} of ${group(change.side)}`;
        case 'resize': {
            const { min, desired, max } = change.sizes;
            const parts = [
                ...(min === undefined ? [] : [`min size to ${min}`]),
                ...(desired === undefined ? [] : [`desired capacity to ${desired}`]),
                ...(max === undefined ? [] : [`max size to ${max}`]),
            ];
            return `set ${parts.join(' and ')} of ${group(change.side)}`;
        }
        case 'set-shares':
            return `set the weights of ${change.route} to ${(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsInWords */ .KL)(change.weights)}`;
        case 'remove-notes':
            return `remove from ${change.routes.join(', ')} what was noted of the shares before`;
        case 'clear-state':
            return 'remove the saved state of both groups';
        default:
            return change;
    }
}
/** `blue 90 %, green 10 %`. */
const sharesInWords = ({ blue, green }) => `blue ${blue} %, green ${green} %`;
const VERDICTS = {
    current: 'traffic is divided as asked for already',
    shifted: 'the traffic is shifted',
    gated: 'the shift waits to be passed by hand',
    released: 'the side without traffic is released',
    restored: 'the shift is taken back',
    halted: 'the shift was halted and taken back',
    held: 'the shift was halted, the new side stays without traffic for inspection',
    refused: 'traffic was not shifted',
    unfinished: 'the shift is unfinished',
    planned: 'planned, nothing was changed',
};
/** What became of a shift, in a clause. */
const trafficVerdict = ({ status }) => VERDICTS[status];
/** How it ended, and below that the shares and what went wrong. */
function trafficLines(result) {
    const { groups, to, status, startedAt, endedAt, shares, failure, left, keptUntil } = result;
    const took = status === 'current' || status === 'planned' || status === 'refused' ? '' : `, ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(endedAt - startedAt)}`;
    return [
        `${groups.blue} (blue), ${groups.green} (green), to ${to}: ${trafficVerdict(result)}${took}`,
        ...shares.map(({ id, before, after }) => `  ${id}: ${sharesInWords(before)} -> ${sharesInWords(after)}`),
        ...(keptUntil === undefined || status === 'released' ? [] : [`  ${keptText(keptUntil)}`]),
        ...(failure === undefined ? [] : [`  ${failure.what}`]),
        ...(failure?.why === undefined ? [] : [`  Why: ${failure.why}`]),
        ...(failure?.remedy === undefined ? [] : [`  What to do: ${failure.remedy}`]),
        ...left.map((sentence) => `  Left: ${sentence}`),
    ];
}
/** Until when the side without traffic is kept, and what follows. */
const keptText = (until) => `The side without traffic is kept until ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_2__/* .clockTime */ .q)(until)} UTC; then \`mode: release\` shrinks it. \`mode: rollback\` returns to it.`;


/***/ }),

/***/ 32643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   al: () => (/* binding */ restoredResult),
/* harmony export */   bF: () => (/* binding */ besideBastion),
/* harmony export */   sn: () => (/* binding */ keeping),
/* harmony export */   z4: () => (/* binding */ PartialResult)
/* harmony export */ });
/** Thrown where a run fails after a part of it has a result: both are reported. `cause` is the failure. */
class PartialResult extends Error {
    result;
    constructor(result, cause) {
        super('The run failed after a part of it had a result.', { cause });
        this.name = 'PartialResult';
        this.result = result;
    }
}
/** Does the rest of a run that has a result already; what the rest throws becomes a PartialResult. */
async function keeping(result, rest) {
    try {
        return await rest();
    }
    catch (error) {
        throw new PartialResult(result, error);
    }
}
/** What a failure to put back groups comes to where a bastion was put back besides. */
function besideBastion(bastion, error) {
    if (error instanceof PartialResult && error.result.kind === 'groups')
        return new PartialResult(restoredResult(bastion, error.result.groups), error.cause);
    return new PartialResult({ kind: 'bastion', bastion }, error);
}
/** The result of a run that puts back groups, shifts of traffic between them and, where it was asked to, a bastion. */
function restoredResult(bastion, groups, traffic = []) {
    if (bastion !== undefined && groups.length === 0 && traffic.length === 0)
        return { kind: 'bastion', bastion };
    return { kind: 'groups', groups, bastion, ...(traffic.length > 0 && { traffic }) };
}


/***/ }),

/***/ 74148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ rendererOf)
});

// EXTERNAL MODULE: ./build/src/report/log/audit-words.js
var audit_words = __nccwpck_require__(28938);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __nccwpck_require__(12434);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(24502);
// EXTERNAL MODULE: ./build/src/report/results/expected-duration.js
var expected_duration = __nccwpck_require__(13062);
// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __nccwpck_require__(5823);
;// CONCATENATED MODULE: ./build/src/report/results/importance.js

/** Order of the groups: what a person has to act on comes first, what was left alone last. */
function importance(result) {
    if (result.status === 'unfinished' || result.status === 'held')
        return 0;
    // What keeps it from beginning has failed elsewhere.
    if ((0,judgement/* isNotBegun */.zy)(result))
        return 1.5;
    if ((0,judgement/* hasFailed */.WN)(result))
        return 1;
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return 2;
    return result.changed ? 3 : 4;
}

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __nccwpck_require__(2240);
;// CONCATENATED MODULE: ./build/src/report/results/traffic-entry.js


/** A shift as the document tells it. */
function trafficEntry({ failure, startedAt, endedAt, steps, keptUntil, curve, expectedDuration, ...result }) {
    return {
        ...result,
        keptUntil: keptUntil === undefined ? null : (0,time/* isoTime */.L)(keptUntil),
        curve: curve.map(({ at, share }) => ({ at: (0,time/* isoTime */.L)(at), share })),
        failure: failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
        steps: steps.map(({ at, ...step }) => ({ at: (0,time/* isoTime */.L)(at), ...step })),
        startedAt: (0,time/* isoTime */.L)(startedAt),
        endedAt: (0,time/* isoTime */.L)(endedAt),
        expectedSeconds: (0,expected_duration/* expectedSeconds */.iV)(expectedDuration),
    };
}

;// CONCATENATED MODULE: ./build/src/report/results/result.js





/** Version of the document's shape: raised when a reader of the old shape would go wrong. */
const RESULT_SCHEMA_VERSION = 1;
/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16, so two bytes a character; a fifth is left for the other outputs.
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/passing-information-between-jobs
 */
const RESULT_CHARACTERS = 419_000;
/** What was left out of a document that would have been too long, in the order in which it goes. */
const CUTS = ['timeline', 'steps', 'instances', 'groups'];
/** The value of the output `result`: one line of JSON after docs/result.schema.json, at most `RESULT_CHARACTERS` long. */
function resultDocument(request, results, traffic = []) {
    for (let cuts = 0; cuts < CUTS.length; cuts += 1) {
        const text = assemble({ request, results, traffic, cut: CUTS.slice(0, cuts) });
        if (text !== undefined)
            return text;
    }
    // Not even the bare groups fit: the most important ones, as many as there is room for.
    const sorted = [...results].sort((a, b) => importance(a) - importance(b));
    return (assemble({ request, results: sorted, traffic, cut: CUTS }) ??
        JSON.stringify(result_frame({ request, results, traffic, cut: CUTS })));
}
/** Undefined when it would be too long; found out on the way, for a whole fleet may be a hundred times too long. */
function assemble(assembly) {
    const { results, cut } = assembly;
    const head = JSON.stringify(result_frame(assembly)).slice(0, -2);
    const groups = [];
    let left = RESULT_CHARACTERS - head.length - 2;
    for (const result of results) {
        const text = JSON.stringify(groupOf(result, cut));
        left -= text.length + 1;
        if (left < 0) {
            if (!cut.includes('groups'))
                return undefined;
            break;
        }
        groups.push(text);
    }
    return `${head}${groups.join(',')}]}`;
}
/** Everything but the groups, whose empty list is last. */
function result_frame({ request: { mode, account, region, dryRun }, results, traffic, cut }) {
    return {
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: cut.length > 0,
        cut,
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: [...results, ...traffic].some(({ changed }) => changed),
        ...(traffic.length > 0 && { traffic: traffic.map(trafficEntry) }),
        groupCount: results.length,
        groups: [],
    };
}
function groupOf(result, cut) {
    const list = (kind, items) => (cut.includes(kind) ? [] : items);
    const text = (value) => (cut.includes('instances') ? (0,text_escape/* clip */.$Q)(value, 500) : value);
    const { what, why, remedy } = result.failure ?? {};
    return {
        group: result.group,
        region: result.region,
        status: result.status,
        wave: result.wave ?? null,
        changed: result.changed,
        source: text(result.source),
        imageId: result.imageId ?? null,
        previousImageId: result.previousImageId ?? null,
        sizes: result.sizes,
        replacedCount: result.replaced.length,
        launchedCount: result.launched.length,
        lowestReady: result.lowestReady,
        floor: result.floor,
        readyAtStart: result.readyAtStart ?? null,
        startedAt: (0,time/* isoTime */.L)(result.startedAt),
        endedAt: (0,time/* isoTime */.L)(result.endedAt),
        expectedSeconds: (0,expected_duration/* expectedSeconds */.iV)(result.expectedDuration),
        failure: what === undefined ? null : { what: text(what), why: textOrNull(why, text), remedy: textOrNull(remedy, text) },
        left: result.left.map(text),
        notes: (result.notes ?? []).map(text),
        replaced: list('instances', result.replaced),
        launched: list('instances', result.launched),
        steps: list('steps', result.steps).map(({ at, action, detail, reason }) => ({
            at: (0,time/* isoTime */.L)(at),
            action,
            detail,
            reason,
        })),
        patch: result.patch === undefined ? null : patchOf(result.patch, text),
        timeline: list('timeline', result.timeline).map(({ id, role, zone, from, readyAt, until }) => ({
            id,
            role,
            zone,
            from: (0,time/* isoTime */.L)(from),
            readyAt: timeOrNull(readyAt),
            until: timeOrNull(until),
        })),
    };
}
function patchOf({ before, after, specs, undoneBy }, text) {
    return {
        before: text(before),
        after: text(after),
        undoneBy: undoneBy.map(text),
        specs: specs.map(({ label, image, instanceType, userData }) => ({
            label: text(label),
            image: image === undefined ? null : { before: image.before ?? null, after: image.after },
            instanceType: instanceType === undefined ? null : { before: instanceType.before ?? null, after: instanceType.after },
            userData: userData.map((change) => ({
                path: text(change.path),
                before: change.before ?? null,
                after: change.after ?? null,
            })),
        })),
    };
}
function textOrNull(value, text) {
    return value === undefined ? null : text(value);
}
function timeOrNull(seconds) {
    return seconds === undefined ? null : (0,time/* isoTime */.L)(seconds);
}

;// CONCATENATED MODULE: ./build/src/report/results/audit-document.js




/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16: 524,288 characters for this document and the lists of groups that
 * an audit gives besides.
 */
const AUDIT_CHARACTERS = 290_000;
/** The value of the output `result` after an audit, following docs/result.schema.json: as many rows as there is room for. */
function auditDocument({ mode, account, region, dryRun }, audit) {
    const rows = [];
    // Most of the room is for the rows; the frame around them is small but for many regions.
    let left = AUDIT_CHARACTERS - 2000 - audit.regions.join().length * 2;
    for (const row of audit.rows) {
        const record = (0,audit_record/* auditRecord */.t)(row);
        const text = JSON.stringify({ ...record, reason: record.reason === null ? null : (0,text_escape/* clip */.$Q)(record.reason, 500) });
        left -= text.length + 1;
        if (left < 0)
            break;
        rows.push(text);
    }
    const truncated = rows.length < audit.rows.length;
    const head = JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated,
        cut: truncated ? ['rows'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: false,
        groupCount: audit.groups.length,
        groups: [],
        audit: { at: (0,time/* isoTime */.L)(audit.at), regions: audit.regions, rowCount: audit.rows.length, rows: [] },
    });
    return `${head.slice(0, -3)}${rows.join(',')}]}}`;
}

// EXTERNAL MODULE: ./build/src/report/results/audit-file.js + 1 modules
var audit_file = __nccwpck_require__(1599);
// EXTERNAL MODULE: ./build/src/report/results/audit-lists.js
var audit_lists = __nccwpck_require__(25990);
// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit_audit = __nccwpck_require__(32561);
// EXTERNAL MODULE: ./build/src/report/summary/links.js
var links = __nccwpck_require__(64430);
// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __nccwpck_require__(43629);
// EXTERNAL MODULE: ./build/src/report/summary/parts.js
var parts = __nccwpck_require__(77713);
;// CONCATENATED MODULE: ./build/src/report/summary/verdict-marks.js
/** What stands before a verdict in a table. */
const VERDICT_MARKS = {
    current: '✅',
    stale: '🔴',
    unrolled: '🟠',
    unknown: '❔',
};

;// CONCATENATED MODULE: ./build/src/report/summary/owner-table.js






/** Rows of the table, and groups that one row names. */
const MOST_ROWS = 60;
const MOST_NAMED = 3;
/**
 * A row for each service and verdict, worst first; where no catalogue says whose groups are, for each stack. What is current is one row.
 * Undefined where neither is known of any group.
 */
function ownerTable(audit) {
    const { rows, services = new Map() } = audit;
    const isOfServices = rows.some(({ group }) => group !== undefined && services.has(group));
    const ownerOf = ({ group, stack }) => isOfServices ? (group === undefined ? undefined : services.get(group)) : stack;
    if (!rows.some((row) => ownerOf(row) !== undefined))
        return undefined;
    const title = isOfServices ? 'Service' : 'Stack';
    const portions = portionsOf(rows, ownerOf);
    const behind = new Set(portions.flatMap(({ rows: those }) => those.map(keyOf)));
    // What a group launches is current as well where only its instances are not.
    const current = rows.filter((row) => row.verdict === 'current' && !behind.has(keyOf(row)));
    const owners = new Set(current.flatMap((row) => ownerOf(row) ?? [])).size;
    const shown = portions.slice(0, MOST_ROWS);
    const texts = [
        ...shown.map((portion) => portionRow(portion, `*no ${title.toLowerCase()}*`)),
        ...(current.length === 0 ? [] : [cells(`*${(0,report_words/* count */.U9)(owners, title.toLowerCase())}*`, 'current', current, '')]),
    ];
    const more = portions.length - shown.length;
    return [
        {
            head: `### Images in use\n\n| ${title} | Verdict | Days behind | Groups | Instances | Which |\n|---|---|--:|--:|--:|---|`,
            rows: (0,parts/* lazily */.qy)(texts, (text) => text),
            tail: more === 0
                ? ''
                : `\n*${(0,report_words/* count */.U9)(more, 'more row')} of this table, none more days behind than these: in the rows below.*`,
            total: texts.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more row')} of this table.*`,
            share: 60_000,
        },
    ];
}
/** Without what is current, most days behind first. */
function portionsOf(rows, ownerOf) {
    const behind = rows.filter(({ verdict }) => verdict !== 'current');
    const alike = Map.groupBy(behind, (row) => JSON.stringify([ownerOf(row) ?? null, row.verdict]));
    return [...alike.values()]
        .flatMap((those) => {
        const [first] = those;
        return first === undefined ? [] : [{ owner: ownerOf(first), verdict: first.verdict, rows: those }];
    })
        .sort((one, other) => worst(one, other));
}
function worst({ rows: [one] }, { rows: [other] }) {
    return one === undefined || other === undefined ? 0 : (0,audit_audit/* byDaysBehind */.LI)(one, other);
}
function portionRow({ owner, verdict, rows }, unowned) {
    const places = [...new Set(rows.map(place))];
    const more = places.length - MOST_NAMED;
    const named = `${places.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return cells(owner === undefined ? unowned : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(owner, 128)), verdict, rows, named);
}
function cells(owner, verdict, rows, which) {
    const days = rows[0]?.daysBehind;
    const groups = new Set(rows.filter(({ group }) => group !== undefined).map(keyOf)).size;
    const instances = rows.reduce((sum, row) => sum + row.instances, 0);
    return `| ${[owner, `${VERDICT_MARKS[verdict]} ${verdict}`, days ?? '?', groups, instances, which].join(' | ')} |`;
}
/** Its group, or the instance outside of any. */
const keyOf = ({ region, group, instance }) => `${region} ${group === undefined ? (instance?.id ?? '') : `group ${group}`}`;
const place = ({ region, group, instance }) => group === undefined ? (0,links/* instanceLink */.G)(region, instance?.id ?? '') : (0,links/* groupLink */.u)(region, group);

// EXTERNAL MODULE: ./build/src/report/summary/prose.js
var prose = __nccwpck_require__(912);
;// CONCATENATED MODULE: ./build/src/report/summary/audit-table.js










/** The first line of the summary: the verdict. */
function auditHeading(audit) {
    const { stale, unrolled, unknown } = (0,audit_audit/* tallyOf */.sv)(audit.rows);
    return `## ${stale + unrolled + unknown > 0 ? '⚠️' : '✅'} Fleet Patch: ${(0,audit_words/* auditInWords */.Cc)(audit)}`;
}
/** What was asked for, and what was looked at. */
function auditLine({ mode, account }, { regions, groups, rows }) {
    const where = `${account === undefined ? '' : `account ${(0,text_escape/* markdownCode */.D9)(account)}, `}${regions.length === 1 ? 'region' : 'regions'} ${regions.map(text_escape/* markdownCode */.D9).join(', ')}`;
    const instances = rows.reduce((sum, row) => sum + row.instances, 0);
    const lone = rows.filter(({ group }) => group === undefined).length;
    return `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)} in ${where}; ${(0,report_words/* count */.U9)(groups.length, 'group')}, ${(0,report_words/* count */.U9)(instances, 'instance')}, ${lone} of them outside of any group.`;
}
/** Up to so many rows stand in the page; more are put together, and folded. */
const MOST_UNFOLDED = 30;
/** All rows, most days behind first; where they are many, a table by service, or by stack or image, above them. */
function auditTable(audit) {
    const { rows } = audit;
    if (rows.length === 0)
        return [];
    const table = { rows, tail: `\n${tallyLine(rows)}` };
    const next = nextPart(rows);
    if (rows.length <= MOST_UNFOLDED)
        return [rowTable({ ...table, head: '### Images in use\n\n' }), ...next];
    return [
        ...(ownerTable(audit) ?? [imageTable(rows)]),
        ...next,
        rowTable({
            rows,
            head: `${tallyLine(rows)}\n\n<details><summary>All ${(0,report_words/* count */.U9)(rows.length, 'row')}</summary>\n\n`,
            tail: '\n</details>',
        }),
    ];
}
/** A table that is wider than the page must be scrolled: what is the same everywhere, or nowhere, has no column. */
const COLUMNS = [
    {
        title: 'Days behind',
        align: 'right',
        cell: ({ daysBehind }) => (daysBehind === undefined ? '?' : String(daysBehind)),
    },
    { title: 'Verdict', cell: verdictCell },
    { title: 'Region', cell: ({ region }) => code(region, 40), needed: (rows) => differ(rows, ({ region }) => region) },
    { title: 'Group', of: 'row', cell: audit_table_location },
    { title: 'Instance', of: 'row', cell: instanceCell, needed: isPerInstance },
    { title: 'Launched', of: 'row', cell: ({ launchedAt }) => dayOf(launchedAt), needed: isPerInstance },
    {
        title: 'Stack',
        of: 'row',
        cell: ({ stack }) => code(stack, 128),
        needed: (rows) => rows.some(({ stack }) => stack),
    },
    {
        title: 'Owner tag',
        of: 'row',
        cell: ({ ownerTag }) => (ownerTag === undefined ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(ownerTag, 100))),
        needed: (rows) => isPerInstance(rows) && rows.some(({ ownerTag }) => ownerTag),
    },
    { title: 'Image', cell: ({ image, imageId }) => named(imageId, image?.name) },
    {
        title: 'Owner',
        cell: ({ image }) => code(image?.owner, 40),
        needed: (rows) => differ(rows, ({ image }) => image?.owner ?? ''),
    },
    { title: 'Created', cell: ({ image }) => dayOf(image?.createdAt) },
    {
        title: 'Days old',
        align: 'right',
        cell: ({ imageAgeDays }) => (imageAgeDays === undefined ? '?' : String(imageAgeDays)),
        needed: isPerInstance,
    },
    { title: 'Instances', align: 'right', cell: ({ instances }) => String(instances) },
    { title: 'Newest of its family', cell: newestCell },
    {
        title: 'State',
        cell: ({ state }) => (state === undefined ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(state, 40))),
        needed: (rows) => rows.some(({ state }) => state !== 'available'),
    },
];
/** With rows for instances those of groups have one too. */
function isPerInstance(rows) {
    return rows.some(({ group, instance }) => group !== undefined && instance !== undefined);
}
function dayOf(seconds) {
    return seconds === undefined ? '' : (0,time/* isoTime */.L)(seconds).slice(0, 10);
}
const differ = (rows, of) => new Set(rows.map(of)).size > 1;
function rowTable({ rows, head, tail }) {
    const columns = COLUMNS.filter(({ needed }) => needed === undefined || needed(rows));
    return {
        head: head + tableHead(columns),
        rows: (0,parts/* lazily */.qy)(rows, (row) => `| ${columns.map(({ cell }) => cell(row)).join(' | ')} |`),
        tail,
        total: rows.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more row')}, none more days behind than these: set \`report-path\` to have them all.*`,
        share: 200_000,
    };
}
const tableHead = (columns) => `| ${columns.map(({ title }) => title).join(' | ')} |\n|${columns.map(({ align }) => (align === 'right' ? '--:|' : '---|')).join('')}`;
/** What to do about what is behind; nothing where all is current. */
function nextPart(rows) {
    const { stale, unrolled } = (0,audit_audit/* tallyOf */.sv)(rows.filter(({ group }) => group !== undefined));
    const sentences = [
        ...(stale === 0
            ? []
            : [
                '- Stale groups: `mode: patch-image` lets them launch the newest image, and with `rollout: respawn` it replaces their instances as well.',
            ]),
        ...(unrolled === 0
            ? []
            : ['- Unrolled groups launch the newest image already: `mode: respawn` replaces their instances.']),
    ];
    return sentences.length === 0 ? [] : [(0,parts/* plainPart */.uV)(`### What to do next\n\n${sentences.join('\n')}`, 1000)];
}
/** A row for each image with one verdict, with the groups that launch it or run on it. */
function imageTable(rows) {
    const kinds = new Map();
    for (const row of rows) {
        const key = [row.verdict, row.region, row.imageId, row.newest?.id, row.state, row.reason].join('\n');
        const alike = kinds.get(key);
        if (alike === undefined)
            kinds.set(key, [row]);
        else
            alike.push(row);
    }
    const columns = [
        ...COLUMNS.filter(({ of, needed }) => of !== 'row' && needed?.(rows) !== false),
        { title: 'Groups', cell: () => '' },
    ];
    const cells = (alike) => {
        const [first] = alike;
        if (first === undefined)
            return [];
        const whole = { ...first, instances: alike.reduce((sum, { instances }) => sum + instances, 0) };
        return columns.map(({ title, cell }) => (title === 'Groups' ? groupsCell(alike) : cell(whole)));
    };
    const shown = [...kinds.values()].slice(0, MOST_UNFOLDED);
    const more = kinds.size - shown.length;
    return {
        head: `### Images in use\n\n${tableHead(columns)}`,
        rows: (0,parts/* lazily */.qy)(shown, (alike) => `| ${cells(alike).join(' | ')} |`),
        tail: more === 0 ? '' : `\n*${(0,report_words/* count */.U9)(more, 'more image')}, none more days behind than these: in the rows below.*`,
        total: shown.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more image')}, none more days behind than these.*`,
        share: 100_000,
    };
}
/** How many, and the first few by name. */
function groupsCell(alike) {
    const all = [...new Set(alike.map(audit_table_location))];
    const few = all.slice(0, 3);
    const more = all.length - few.length;
    return `${few.join('<br>')}${more === 0 ? '' : `<br>and ${more} more`}`;
}
const code = (text, length) => (text ? (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, length)) : '');
function verdictCell({ verdict, reason, region }) {
    return `${VERDICT_MARKS[verdict]} ${verdict}${reason === undefined ? '' : `<br>${(0,prose/* prose */.C)((0,text_escape/* clip */.$Q)(reason, 400), region)}`}`;
}
function newestCell({ newest, imageId }) {
    return newest === undefined ? '' : newest.id === imageId ? 'itself' : named(newest.id, newest.name);
}
function audit_table_location(row) {
    return row.group === undefined ? `*none:* ${instanceCell(row)}` : (0,links/* groupLink */.u)(row.region, row.group);
}
function instanceCell({ instance, region }) {
    return `${instance === undefined ? '' : (0,links/* instanceLink */.G)(region, instance.id)}${instance?.name ? ` ${code(instance.name, 255)}` : ''}`;
}
function named(id, name) {
    return [code(id, 100), code(name, 128)].filter((part) => part !== '').join('<br>');
}
function tallyLine(rows) {
    const tally = (0,audit_audit/* tallyOf */.sv)(rows);
    const words = ['stale', 'unrolled', 'unknown', 'current'].map((verdict) => `${tally[verdict]} ${verdict}`);
    return `${(0,report_words/* count */.U9)(rows.length, 'row')}: ${words.join(', ')}. *Unrolled*: the group launches the newest image, these instances run on another.`;
}

// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __nccwpck_require__(89916);
;// CONCATENATED MODULE: ./build/src/report/render/audit.js






/** Shows an audit. */
const auditRenderer = {
    outputs: (request, { audit }) => {
        const { groups, stale, staleCount, matrix } = (0,audit_lists/* auditLists */.B)(audit);
        return {
            changed: 'false',
            groups,
            result: auditDocument(request, audit),
            stale,
            'stale-count': String(staleCount),
            matrix,
        };
    },
    summary: (request, { audit }) => ({
        heading: auditHeading(audit),
        failedHeading: `## ❌ Fleet Patch: ${(0,audit_words/* auditInWords */.Cc)(audit)}`,
        line: auditLine(request, audit),
        parts: auditTable(audit),
        details: [],
        shownWarnings: [],
    }),
    // What is behind is no failure; where a limit makes it one, the run as a whole fails.
    annotation: () => undefined,
    notice: (_, { audit }) => (0,sentence/* asSentence */.K)((0,audit_words/* auditInWords */.Cc)(audit)),
    logEnding: ({ audit }) => (0,audit_words/* auditLines */.LU)(audit),
    tsv: ({ audit }) => (0,audit_file/* auditFile */.U)(audit, 'tsv'),
};

// EXTERNAL MODULE: ./build/src/report/log/bastion-words.js
var bastion_words = __nccwpck_require__(96597);
// EXTERNAL MODULE: ./build/src/report/log/log-lines.js + 1 modules
var log_lines = __nccwpck_require__(74540);
;// CONCATENATED MODULE: ./build/src/report/log/group-verdicts.js



/** Groups whose verdict stands outside of the folded phases. */
const MOST_VERDICTS = 20;
/** How groups ended, those that failed first; of more than one a tally as well. */
function groupVerdicts(finished) {
    const sorted = finished.filter(judgement/* hasFailed */.WN).concat(finished.filter((result) => !(0,judgement/* hasFailed */.WN)(result)));
    return [
        ...sorted
            .slice(0, MOST_VERDICTS)
            .flatMap((result) => [
            `${result.group}: ${(0,log_lines/* verdictText */.nt)(result)}`,
            ...(0,log_lines/* failureLines */.w7)(result).map((text) => `  ${text}`),
        ]),
        ...(sorted.length > 1 ? [`${(0,report_words/* count */.U9)(sorted.length, 'group')}: ${(0,log_lines/* tally */.N4)(sorted)}`] : []),
    ];
}

// EXTERNAL MODULE: ./build/src/report/results/annotations.js
var annotations = __nccwpck_require__(44259);
;// CONCATENATED MODULE: ./build/src/report/results/bastion-document.js


/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
function bastionDocument({ mode, account, region, dryRun }, result) {
    const { failure, startedAt, endedAt, steps, ...reported } = result;
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: false,
        cut: [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: result.changed,
        groupCount: 0,
        groups: [],
        bastion: {
            name: reported.name,
            region: reported.region,
            address: reported.address,
            status: reported.status,
            changed: reported.changed,
            instanceId: reported.instanceId ?? null,
            previousInstanceId: reported.previousInstanceId ?? null,
            imageId: reported.imageId ?? null,
            previousImageId: reported.previousImageId ?? null,
            zone: reported.zone ?? null,
            banner: reported.banner ?? null,
            hostKeys: reported.hostKeys,
            left: reported.left,
            failure: failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
            steps: steps.map(({ at, ...step }) => ({ at: (0,time/* isoTime */.L)(at), ...step })),
            startedAt: (0,time/* isoTime */.L)(startedAt),
            endedAt: (0,time/* isoTime */.L)(endedAt),
        },
    });
}
/** The steps of a dry run, for the output `plan`. */
const bastionPlan = ({ status, steps }) => JSON.stringify(status === 'planned' ? steps : []);

// EXTERNAL MODULE: ./build/src/report/results/tsv.js
var tsv = __nccwpck_require__(16344);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __nccwpck_require__(1217);
// EXTERNAL MODULE: ./build/src/report/log/traffic-words.js
var traffic_words = __nccwpck_require__(80016);
;// CONCATENATED MODULE: ./build/src/report/summary/asked-for.js

/** `Asked for: respawn as a dry run in account 123456789012, region eu-west-1`, as far as it is known. */
function askedFor({ mode, account, region, dryRun }) {
    const places = [
        ...(account === undefined ? [] : [`account ${(0,text_escape/* markdownCode */.D9)(account)}`]),
        ...(region === '' ? [] : [`region ${(0,text_escape/* markdownCode */.D9)(region)}`]),
    ];
    const what = mode === '' ? '*no mode*' : (0,text_escape/* markdownCode */.D9)(mode);
    return `Asked for: ${what}${dryRun ? ' as a dry run' : ''}${places.length === 0 ? '' : ` in ${places.join(', ')}`}`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/left-rows.js



/** Names of groups that one sentence may have in front of it. */
const MOST_NAMES = 20;
/** What is left of these groups, a line for each sentence: many groups may wait for one and the same. */
function leftRows(results) {
    const sentences = results.flatMap(({ group, region, left }) => left.map((each) => ({ group, region, each })));
    return [...Map.groupBy(sentences, ({ each }) => each)].map(([each, those]) => {
        const names = (0,report_words/* firstOf */.Ku)(those.map(({ region, group }) => (0,links/* groupLink */.u)(region, group)), MOST_NAMES);
        return `- ${names}: ${(0,prose/* prose */.C)(each, those[0]?.region)}`;
    });
}

;// CONCATENATED MODULE: ./build/src/report/summary/next-steps.js




/** True of a group that did not fail and goes on only when a person, or a later step, says so. */
const isAwaiting = (result) => !(0,judgement/* hasFailed */.WN)(result) && (result.status === 'gated' || result.status === 'dark' || result.status === 'waiting');
/** What there is to do after a run, apart from what failed in it: that has a part of its own. */
function nextParts({ dryRun }, results) {
    if (dryRun)
        return [];
    const patched = results.filter(({ status, changed }) => status === 'patched' && changed);
    const rows = [
        ...leftRows(results.filter(isAwaiting)),
        ...(patched.length === 0 ? [] : [patchedRow(patched.length)]),
        ...nothingLeft(results),
    ];
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### What to do next\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: ${parts/* ELSEWHERE */.pB}.*`,
            share: 30_000,
        },
    ];
}
const patchedRow = (number) => number === 1
    ? '- The group launches the new version from now on. Its running instances are as they were: `mode: respawn` replaces them.'
    : `- ${number} groups launch their new versions from now on. Their running instances are as they were: \`mode: respawn\` replaces them.`;
/** Only where every group is through, and nothing is left in any of them. */
function nothingLeft(results) {
    const isThrough = ({ status, left, failure }) => (status === 'rolled' || status === 'current') && left.length === 0 && failure === undefined;
    if (!results.every(isThrough) || !results.some(({ status }) => status === 'rolled'))
        return [];
    const areSizesKept = results.every(({ sizes: { before, after } }) => isSame(before, after));
    return [areSizesKept ? '- Nothing. Sizes and processes are as they were before the run.' : '- Nothing.'];
}
const isSame = (one, other) => one.min === other.min && one.max === other.max && one.desired === other.desired;

;// CONCATENATED MODULE: ./build/src/report/summary/groups.js










const MARKS = {
    current: '✅',
    rolled: '✅',
    gated: '⏸️',
    waiting: '⏳',
    dark: '🌑',
    restored: '✅',
    planned: '📋',
    patched: '✅',
    failed: '❌',
    halted: '❌',
    held: '❌',
    refused: '❌',
    unfinished: '❌',
};
/** What became of the groups: the verdict for the first line of the summary. */
function verdictOfGroups({ dryRun, mode }, results) {
    if (results.length === 0)
        return { mark: undefined, text: 'no group was touched' };
    const replaced = results.reduce((sum, result) => sum + result.replaced.length, 0);
    const failed = results.filter(judgement/* hasFailed */.WN);
    if (failed.length > 0)
        return { mark: '❌', text: failureHeading(results) };
    const touched = results.filter(({ changed }) => changed);
    if (touched.length === 0) {
        const untouched = mode === 'restore' ? nothingRestored(results) : 'everything is up to date';
        return { mark: '✅', text: untouched };
    }
    const groups = (0,report_words/* count */.U9)(touched.length, 'group');
    if (dryRun) {
        const what = replaced === 0 ? `change ${groups}` : `replace ${(0,report_words/* count */.U9)(replaced, 'instance')} in ${groups}`;
        return { mark: '📋', text: `would ${what}` };
    }
    const mark = results.some(judgement/* brokeFloor */.Sg) ? '⚠️' : '✅';
    const removed = results.reduce((sum, each) => sum + (each.status === 'restored' ? (each.removed?.length ?? 0) : 0), 0);
    const parts = [
        (0,log_lines/* groupTally */.YW)(results),
        ...(replaced === 0 ? [] : [`${(0,report_words/* count */.U9)(replaced, 'instance')} replaced`]),
        ...(removed === 0 ? [] : [`${(0,report_words/* count */.U9)(removed, 'new instance')} removed`]),
    ];
    return { mark, text: parts.join(', ') };
}
const nothingRestored = (results) => results.every(({ noSavedState }) => noSavedState) ? log_lines/* NOTHING_SAVED */.eh : 'nothing was left to be put back';
function failureHeading(results) {
    const [only, ...others] = results;
    if (only === undefined || others.length > 0)
        return (0,log_lines/* groupTally */.YW)(results);
    const name = (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(only.group, 100));
    const left = (0,judgement/* isUntouched */.O2)(only) ? 'nothing was changed' : 'something is left to be put back';
    if (only.status !== 'unfinished')
        return `${name} was ${(0,report_words/* statusInWords */.xq)(only)}`;
    return `${name} ${(0,judgement/* wasCancelled */.r1)(only) ? 'was cancelled' : 'is unfinished'}, ${left}`;
}
/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
function groupsLine(request, results) {
    const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
    const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity);
    const expected = request.dryRun ? (0,expected_duration/* expectedDurationOfAll */.rE)(results) : undefined;
    const expectation = expected === undefined ? '' : `; expected duration ${(0,duration/* roughRange */.XG)(expected)}`;
    const took = results.length === 0 || request.dryRun ? expectation : `, ${(0,duration/* duration */.p0)(ended - began)}`;
    // Where the run failed before any group had a result it is not known how many there were.
    const selected = results.length === 0 ? '' : `; ${(0,report_words/* count */.U9)(results.length, 'group')} selected`;
    return `${askedFor(request)}${selected}${took}.`;
}
/** Up to so many groups have a row on the page; of more those that need a look have one, or these first, and all are folded. */
const groups_MOST_UNFOLDED = 20;
/** The table of groups, in their order. */
function groupParts(request, results) {
    if (results.length <= groups_MOST_UNFOLDED)
        return tableOf(request, results, { head: '### Groups\n\n', tail: '' });
    const all = tableOf(request, results, {
        head: `<details><summary>All ${(0,report_words/* count */.U9)(results.length, 'group')}</summary>\n\n`,
        tail: '\n</details>',
    });
    const notable = results.filter((result) => (0,judgement/* hasFailed */.WN)(result) || (0,judgement/* brokeFloor */.Sg)(result) || isAwaiting(result));
    if (notable.length === 0)
        return all;
    const shown = notable.slice(0, groups_MOST_UNFOLDED);
    const more = notable.length - shown.length;
    return [
        ...tableOf(request, shown, {
            head: '### Groups that need a look\n\n',
            tail: more === 0
                ? ''
                : `\n*${(0,report_words/* count */.U9)(more, 'more group')} that ${more === 1 ? 'needs' : 'need'} a look: first among all groups below.*`,
        }),
        ...all,
    ];
}
function tableOf({ dryRun }, results, { head: title, tail }) {
    if (results.length === 0)
        return [];
    const wave = results.some((each) => each.wave !== undefined);
    const columns = dryRun
        ? 'Group | Result | Image | Sizes (min-desired-max) | Would replace | Expected duration | Lowest ready expected / floor |'
        : 'Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |';
    const head = [`${title}| ${wave ? 'Wave | ' : ''}${columns}`, `|${wave ? '--:|' : ''}---|---|---|---|--:|--:|--:|`];
    return [
        {
            head: head.join('\n'),
            rows: (0,parts/* lazily */.qy)(results, groupRow),
            tail,
            total: results.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')}, all less notable than these: ${parts/* ELSEWHERE */.pB}.*`,
            share: 20_000 + Math.min(130_000, 1000 * results.length),
        },
    ];
}
function groupRow(result) {
    const { group, region, status, sizes, replaced, wave } = result;
    const cells = [
        ...(wave === undefined ? [] : [String(wave)]),
        (0,links/* groupLink */.u)(region, group),
        `${MARKS[status]} ${(0,report_words/* statusInWords */.xq)(result)}`,
        groups_image(result),
        change(inFigures(sizes.before), inFigures(sizes.after)),
        String(replaced.length),
        lasted(result),
        lowest(result),
    ];
    return `| ${cells.join(' | ')} |`;
}
function lasted({ status, startedAt, endedAt, expectedDuration: expected }) {
    if (status === 'planned')
        return expected === undefined ? '' : (0,duration/* roughRange */.XG)(expected);
    return status === 'waiting' ? '' : (0,duration/* duration */.p0)(endedAt - startedAt);
}
function groups_image({ previousImageId, imageId }) {
    const named = (id) => (id === undefined ? 'unknown' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(id, 100)));
    return change(named(previousImageId), named(imageId));
}
function change(before, after) {
    return before === after ? before : `${before} → ${after}`;
}
function inFigures({ min, desired, max }) {
    return `${min}-${desired}-${max}`;
}
function lowest(result) {
    // Without a roll nothing was promised and nothing was watched.
    if (result.patch !== undefined && result.timeline.length === 0)
        return '';
    const figures = `${result.lowestReady} / ${result.floor}`;
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return `⚠️ **${figures}**`;
    return result.lowestReady < result.floor ? `${figures} (so at the start)` : figures;
}

;// CONCATENATED MODULE: ./build/src/report/render/notices.js








/** Groups that a notice names. */
const notices_MOST_NAMES = 5;
/** What became of the groups, how long it took, and whether their floors held. */
function noticeOfGroups(request, results) {
    const { text } = verdictOfGroups(request, results);
    const changed = results.filter(({ changed: isChanged }) => isChanged);
    if (request.dryRun) {
        const expected = (0,expected_duration/* expectedDurationOfAll */.rE)(results);
        return [
            (0,sentence/* asSentence */.K)(text),
            ...(expected === undefined ? [] : [`Expected duration: ${(0,duration/* roughRange */.XG)(expected)}.`]),
            'Nothing was changed: this was a dry run.',
        ].join(' ');
    }
    if (changed.length === 0)
        return (0,sentence/* asSentence */.K)(text);
    const began = Math.min(...changed.map(({ startedAt }) => startedAt));
    const ended = Math.max(...changed.map(({ endedAt }) => endedAt));
    return [`${(0,sentence/* asSentence */.K)(`${text}, in ${(0,duration/* duration */.p0)(ended - began)}`)}`, ...floorSentence(changed)].join(' ');
}
/** Of groups that were watched while they rolled. */
function floorSentence(results) {
    const watched = results.filter(({ capacity = [] }) => capacity.length > 0);
    const broken = watched.filter(judgement/* brokeFloor */.Sg);
    const [only, ...others] = watched;
    if (broken.length > 0) {
        const names = (0,report_words/* firstOf */.Ku)(broken.map(({ group, lowestReady, floor }) => `${group} (${lowestReady} ready, floor ${floor})`), notices_MOST_NAMES);
        return [`Fewer instances were ready than promised: ${names}.`];
    }
    if (only === undefined || watched.some(({ lowestReady, floor }) => lowestReady < floor))
        return [];
    if (others.length > 0)
        return [`The floor held in all ${(0,report_words/* count */.U9)(watched.length, 'group')}.`];
    return [`The floor held: ${only.lowestReady} ready at the lowest, floor ${only.floor}.`];
}
/** What became of a bastion. */
const noticeOfBastion = (result) => (0,sentence/* withFullStop */.u)((0,bastion_words/* bastionVerdict */.IP)(result));
/** What became of a shift of traffic, and how it is divided now. */
function noticeOfTraffic(result) {
    const { groups, status, shares, to } = result;
    const lowest = Math.min(...shares.map(({ after }) => after[to]));
    const now = shares.length === 0 || status === 'planned' ? '' : `; ${to} gets ${lowest} % of it`;
    return (0,sentence/* withFullStop */.u)(`${groups.blue} (blue) and ${groups.green} (green): ${(0,traffic_words/* trafficVerdict */.tZ)(result)}${now}`);
}

;// CONCATENATED MODULE: ./build/src/report/summary/bastion.js







const bastion_MARKS = {
    current: '✅',
    replaced: '✅',
    restored: '✅',
    planned: '📋',
    halted: '❌',
    unfinished: '❌',
};
const VERDICTS = {
    current: 'the bastion is up to date',
    replaced: 'the bastion was replaced',
    restored: 'the bastion is as it was',
    planned: 'the bastion would be replaced',
    halted: 'the replacement of the bastion was halted',
    unfinished: 'the replacement of the bastion is unfinished',
};
/** What became of the bastion: the verdict for the first line of the summary. */
const verdictOfBastion = ({ status, failure }) => ({
    mark: failure === undefined ? bastion_MARKS[status] : '❌',
    text: VERDICTS[status],
});
/** What was asked for, where, and how long it took. */
function bastionLine(request, { startedAt, endedAt }) {
    const took = request.dryRun ? '' : `; ${(0,duration/* duration */.p0)(endedAt - startedAt)}`;
    return `${askedFor(request)}${took}.`;
}
/** What became of the bastion: a table, what went wrong, its host keys, and the steps. */
function bastionParts(result) {
    const { failure, hostKeys, userData, status } = result;
    return [
        ...(failure === undefined ? [] : [plain(failureText(result))]),
        plain(table(result)),
        ...(hostKeys.length === 0 ? [] : [plain(hostKeysText(hostKeys))]),
        ...(userData.length === 0
            ? []
            : [
                plain(`User data: ${userData.map(({ path, before, after }) => `${(0,text_escape/* markdownCode */.D9)(path)} ${value(before)} → ${value(after)}`).join(', ')}.`),
            ]),
        ...steps(result, status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps'),
    ];
}
const plain = (text) => (0,parts/* plainPart */.uV)(text, 20_000);
const value = (text) => (text === undefined ? '*nothing*' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 200)));
function table({ name, address, instanceId, previousInstanceId, imageId, previousImageId, zone, banner, region, }) {
    const code = (text) => (text === undefined ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)));
    const instance = (id) => (id === undefined ? '' : (0,links/* instanceLink */.G)(region, id));
    const arrow = (before, after, shown = code) => before === undefined || before === after ? shown(after) : `${shown(before)} → ${shown(after)}`;
    return [
        '| Bastion | Address | Instance | Image | Zone | SSH |',
        '|---|---|---|---|---|---|',
        `| ${code(name)} | ${code(address)} | ${arrow(previousInstanceId, instanceId, instance)} | ${arrow(previousImageId, imageId)} | ${code(zone)} | ${code(banner)} |`,
    ].join('\n');
}
function failureText({ failure, left, region }) {
    const said = (text) => (0,prose/* prose */.C)(text, region);
    return [
        '### What happened, and how to go on',
        '',
        said(failure?.what ?? ''),
        '',
        ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
        ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
        ...(left.length === 0 ? ['- Nothing is left behind: the bastion is as it was.'] : []),
        ...left.map((sentence) => `- Left: ${said(sentence)}`),
    ].join('\n');
}
const hostKeysText = (keys) => [
    'The host keys are new: SSH clients warn until the old ones are removed (`ssh-keygen -R <address>`). Fingerprints from the console:',
    '',
    ...keys.map((key) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(key, 200))}`),
].join('\n');
function steps({ steps: made }, head) {
    if (made.length === 0)
        return [];
    const rows = made.map(({ at, detail, reason }, index) => `| ${index + 1} | ${(0,time/* clockTime */.q)(at)} | ${(0,text_escape/* markdownText */.p7)(detail)} | ${(0,text_escape/* markdownText */.p7)(reason)} |`);
    return [
        {
            head: `${head}\n\n| # | UTC | Step | Reason |\n|--:|---|---|---|`,
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 40_000,
        },
    ];
}

// EXTERNAL MODULE: ./build/src/report/summary/failures.js
var failures = __nccwpck_require__(12548);
;// CONCATENATED MODULE: ./build/src/report/summary/heading.js
/** The worst first. */
const BY_WEIGHT = ['❌', '⚠️', '📋', '🌑', '✅'];
/** The first line of the summary: all verdicts of the run, under the mark of the worst. */
function headingOf(...verdicts) {
    const mark = BY_WEIGHT.find((each) => verdicts.some((verdict) => verdict.mark === each));
    const text = verdicts.map((verdict) => verdict.text).join('; ');
    return `## ${mark === undefined ? '' : `${mark} `}Fleet Patch${text.startsWith('would ') ? '' : ':'} ${text}`;
}

;// CONCATENATED MODULE: ./build/src/report/render/bastion.js









/** Shows a bastion. */
const bastionRenderer = {
    outputs: (request, { bastion }) => {
        const { changed, instanceId, previousInstanceId, imageId, previousImageId } = bastion;
        return {
            changed: String(changed),
            groups: '[]',
            result: bastionDocument(request, bastion),
            replaced: JSON.stringify(previousInstanceId === undefined ? [] : [previousInstanceId]),
            launched: JSON.stringify(previousInstanceId === undefined || instanceId === undefined ? [] : [instanceId]),
            plan: bastionPlan(bastion),
            'image-id': imageId,
            'previous-image-id': previousImageId,
            'instance-id': instanceId,
            'previous-instance-id': previousInstanceId,
        };
    },
    summary: (request, { bastion }) => ({
        heading: headingOf(verdictOfBastion(bastion)),
        failedHeading: failures/* FAILED_HEADING */.hw,
        line: bastionLine(request, bastion),
        parts: bastionParts(bastion),
        details: [],
        shownWarnings: [],
    }),
    annotation: ({ bastion }) => (0,annotations/* annotationOfBastion */.fw)(bastion),
    notice: (_, { bastion }) => noticeOfBastion(bastion),
    // Where a restore fails after the bastion was put back, some groups may have ended.
    logEnding: ({ bastion }, finished) => [...(0,bastion_words/* bastionLines */.Ik)(bastion), ...groupVerdicts(finished)],
    tsv: ({ bastion }) => (0,tsv/* tsvTable */.q)(bastion_COLUMNS, [{ ...bastion, steps: bastion.steps.length, failure: bastion.failure?.what }]),
};
const bastion_COLUMNS = [
    'region',
    'name',
    'address',
    'status',
    'changed',
    'instanceId',
    'previousInstanceId',
    'steps',
    'failure',
];

// EXTERNAL MODULE: ./build/src/domain/catalogue/review.js
var catalogue_review = __nccwpck_require__(51566);
;// CONCATENATED MODULE: ./build/src/report/log/catalogue-words.js


/** How the catalogue stands, in a line. */
function catalogueInWords({ path, environments, services, listing }) {
    const file = `${path} is right: ${(0,report_words/* count */.U9)(services.length, 'service')} in ${(0,report_words/* count */.U9)(environments.length, 'environment')}`;
    return listing === undefined ? file : `${file}; ${listingInWords(listing)}`;
}
function listingInWords(listing) {
    const [none, several] = [(0,catalogue_review/* unclaimed */.h)(listing).length, (0,catalogue_review/* doublyClaimed */.P)(listing).length];
    const all = (0,report_words/* count */.U9)(listing.groups.length, 'group');
    if (none + several === 0)
        return `each of ${all} is claimed by one service`;
    return [
        ...(none === 0 ? [] : [`${none} of ${all} ${none === 1 ? 'is' : 'are'} unclaimed`]),
        ...(several === 0 ? [] : [`${several} ${several === 1 ? 'is' : 'are'} claimed more than once`]),
    ].join(' and ');
}

;// CONCATENATED MODULE: ./build/src/report/results/catalogue-document.js


/** Groups that a document holds at most: their names have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const MOST_GROUPS = 500;
/** The value of the output `result` of `mode: catalogue`, following docs/result.schema.json. */
function catalogueDocument({ mode, account, region, dryRun }, review) {
    const { path, environments, services, listing } = review;
    const wrong = listing === undefined ? [] : [...(0,catalogue_review/* doublyClaimed */.P)(listing), ...(0,catalogue_review/* unclaimed */.h)(listing)];
    const shown = wrong.slice(0, MOST_GROUPS);
    const of = (isMeant) => shown.filter(isMeant);
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: shown.length < wrong.length,
        cut: shown.length < wrong.length ? ['groups'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: false,
        groupCount: listing?.groups.length ?? 0,
        groups: [],
        catalogue: {
            path,
            environments,
            services,
            listing: listing === undefined
                ? null
                : {
                    environments: listing.environments,
                    regions: listing.regions,
                    unclaimed: of(({ claims }) => claims.length === 0).map(({ region: where, group }) => ({
                        region: where,
                        group,
                    })),
                    doublyClaimed: of(({ claims }) => claims.length > 1).map(({ region: where, group, claims }) => ({
                        region: where,
                        group,
                        claims,
                    })),
                },
        },
    });
}
/** The names of the groups that no service, or more than one, claims, as JSON. */
function wronglyClaimed({ listing }) {
    const groups = listing === undefined ? [] : [...(0,catalogue_review/* doublyClaimed */.P)(listing), ...(0,catalogue_review/* unclaimed */.h)(listing)];
    return JSON.stringify([...new Set(groups.slice(0, MOST_GROUPS).map(({ group }) => group))]);
}

;// CONCATENATED MODULE: ./build/src/report/summary/catalogue.js





/** The first line of the summary: the verdict. */
function catalogueHeading(review) {
    const { listing } = review;
    const isFine = listing === undefined || (0,catalogue_review/* unclaimed */.h)(listing).length + (0,catalogue_review/* doublyClaimed */.P)(listing).length === 0;
    return `## ${isFine ? '✅' : '⚠️'} Fleet Patch: ${catalogueInWords(review)}`;
}
/** What was asked for, and what was looked at. */
function catalogueLine({ mode, account }, { listing }) {
    const asked = `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)}`;
    if (listing === undefined)
        return `${asked}; only the file was read, nothing was asked of AWS.`;
    return `${asked} in account ${(0,text_escape/* markdownCode */.D9)(account ?? '?')}, ${listing.regions.map(text_escape/* markdownCode */.D9).join(', ')}; environments ${listing.environments.map(text_escape/* markdownCode */.D9).join(', ')}.`;
}
/** The groups that no governed run may change. */
function catalogueTables({ listing }) {
    if (listing === undefined)
        return [];
    return [
        ...catalogue_table('### Claimed by no service', (0,catalogue_review/* unclaimed */.h)(listing)),
        ...catalogue_table('### Claimed by more than one service', (0,catalogue_review/* doublyClaimed */.P)(listing)),
    ];
}
function catalogue_table(title, groups) {
    if (groups.length === 0)
        return [];
    return [
        {
            head: `${title}\n\n| Region | Group | Claimed by |\n|---|---|---|`,
            rows: (0,parts/* lazily */.qy)(groups, ({ region, group, claims }) => {
                const by = claims.map(({ environment, service }) => (0,text_escape/* markdownCode */.D9)(`${service} in ${environment}`)).join(', ');
                return `| ${(0,text_escape/* markdownCode */.D9)(region)} | ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))} | ${by} |`;
            }),
            tail: '',
            total: groups.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} ${parts/* ELSEWHERE */.pB}.*`,
            share: 200_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/render/catalogue.js





/** Shows what `mode: catalogue` has found. */
const catalogueRenderer = {
    outputs: (request, { review }) => ({
        changed: 'false',
        groups: wronglyClaimed(review),
        result: catalogueDocument(request, review),
    }),
    summary: (request, { review }) => ({
        heading: catalogueHeading(review),
        failedHeading: `## ❌ Fleet Patch: ${catalogueInWords(review)}`,
        line: catalogueLine(request, review),
        parts: catalogueTables(review),
        details: [],
        shownWarnings: [],
    }),
    // A group that is not declared is no failure of the run: governed runs refuse it.
    annotation: () => undefined,
    notice: (_, { review }) => (0,sentence/* asSentence */.K)(catalogueInWords(review)),
    logEnding: ({ review }) => [`Catalogue: ${catalogueInWords(review)}.`],
    tsv: ({ review: { listing } }) => (0,tsv/* tsvTable */.q)(['region', 'group', 'services'], (listing?.groups ?? []).map(({ region, group, claims }) => ({
        region,
        group,
        services: claims.map(({ environment, service }) => `${service} in ${environment}`).join(', '),
    }))),
};

;// CONCATENATED MODULE: ./build/src/report/results/traffic-document.js


/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
function trafficDocument({ mode, account, region, dryRun }, result) {
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: false,
        cut: [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: result.changed,
        groupCount: 0,
        groups: [],
        traffic: trafficEntry(result),
    });
}
/** The value of the output `traffic`: the shares of both sides before and after, for each rule or record. */
const trafficShares = (results) => JSON.stringify(results.flatMap(({ shares }) => shares));
/** The steps of a dry run, for the output `plan`. */
const trafficPlan = ({ status, steps }) => JSON.stringify(status === 'planned' ? steps : []);

;// CONCATENATED MODULE: ./build/src/report/summary/traffic.js








const FAILED = ['halted', 'held', 'refused', 'unfinished'];
/** What became of a shift: the verdict for the first line of the summary. */
const verdictOfTraffic = (result) => ({
    mark: result.status === 'planned' ? '📋' : FAILED.includes(result.status) || result.failure !== undefined ? '❌' : '✅',
    text: (0,traffic_words/* trafficVerdict */.tZ)(result),
});
/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
function trafficLine(request, { startedAt, endedAt, expectedDuration: expected }) {
    const expectation = expected === undefined ? '' : `; expected duration ${(0,duration/* roughRange */.XG)(expected)}`;
    const took = request.dryRun ? expectation : `; ${(0,duration/* duration */.p0)(endedAt - startedAt)}`;
    return `${askedFor(request)}${took}.`;
}
/** What became of a shift: what went wrong, the shares and sizes, their course as a picture, and the steps. */
function trafficParts(result) {
    const { failure, keptUntil, status } = result;
    const plain = (text) => (0,parts/* plainPart */.uV)(text, 20_000);
    return [
        ...(failure === undefined ? [] : [plain(traffic_failureText(result))]),
        plain(sharesTable(result)),
        ...(keptUntil === undefined || status === 'released' ? [] : [plain((0,prose/* prose */.C)((0,traffic_words/* keptText */.GD)(keptUntil)))]),
        plain(sizesTable(result)),
        ...(result.curve.length > 1 ? [plain(curveChart(result))] : []),
        ...traffic_steps(result),
    ];
}
const traffic_code = (text) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255));
const sharesTable = ({ shares }) => [
    '| Rule or record | Before | After |',
    '|---|---|---|',
    ...shares.map(({ id, before, after }) => `| ${traffic_code(id)} | ${(0,traffic_words/* sharesInWords */.P2)(before)} | ${(0,traffic_words/* sharesInWords */.P2)(after)} |`),
].join('\n');
function sizesTable({ groups, sizes, to, region }) {
    const text = ({ min, desired, max }) => `${min} / ${desired} / ${max}`;
    return [
        '| Side | Group | Min / desired / max before | After |',
        '|---|---|---|---|',
        ...['blue', 'green'].map((side) => `| ${side}${side === to ? ', traffic goes to it' : ''} | ${(0,links/* groupLink */.u)(region, groups[side])} | ${text(sizes[side].before)} | ${text(sizes[side].after)} |`),
    ].join('\n');
}
/** The share over time, as GitHub draws it; a step of the line is a step of the shift. */
function curveChart({ curve, to, startedAt, endedAt, }) {
    const COLUMNS = 24;
    const span = Math.max(1, endedAt - startedAt);
    const at = (column) => startedAt + (span * column) / COLUMNS;
    const shareAt = (moment) => curve.findLast((point) => point.at <= moment)?.share ?? curve[0]?.share ?? 0;
    const columns = Array.from({ length: COLUMNS + 1 }, (_, column) => column);
    const values = columns.map((column) => Math.round((column === COLUMNS ? (curve.at(-1)?.share ?? 0) : shareAt(at(column))) * 10) / 10); // prettier-ignore
    return [
        '```mermaid',
        'xychart-beta',
        `    title "Percent of the traffic that ${to} gets"`,
        `    x-axis "minutes" 0 --> ${Math.max(0.1, Math.round((span / 60) * 10) / 10)}`,
        '    y-axis "percent" 0 --> 100',
        `    line [${values.join(', ')}]`,
        '```',
    ].join('\n');
}
function traffic_failureText({ failure, left, region }) {
    const said = (text) => (0,prose/* prose */.C)(text, region);
    return [
        '### What happened, and how to go on',
        '',
        said(failure?.what ?? ''),
        '',
        ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
        ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
        ...left.map((sentence) => `- Left: ${said(sentence)}`),
    ].join('\n');
}
function traffic_steps({ steps: made, status }) {
    if (made.length === 0)
        return [];
    const head = status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps';
    const rows = made.map(({ at, detail, reason }, index) => `| ${index + 1} | ${(0,time/* clockTime */.q)(at)} | ${(0,text_escape/* markdownText */.p7)(detail)} | ${(0,text_escape/* markdownText */.p7)(reason)} |`);
    return [
        {
            head: `${head}\n\n| # | UTC | Step | Reason |\n|--:|---|---|---|`,
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 40_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/block-chart.js
/** Characters beside the axis, and rows at most: a chart must fit a phone. */
const block_chart_COLUMNS = 60;
const block_chart_MOST_ROWS = 12;
const MARGIN = 5;
/** What the characters of a chart mean. */
const CHART_LEGEND = '█ ready   ▒ booting, or not healthy yet   ░ leaving   ━ floor   ! below the floor';
/**
 * The capacity of a group over time as lines of text. Each column is a share of the time and shows its worst moment, so that
 * even the shortest dip shows; each row stands for one unit of capacity, or for several in a large group.
 */
function blockChart(samples) {
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const seconds = Math.max(1, last.at - first.at) / block_chart_COLUMNS;
    const columns = columnsOf(samples, { from: first.at, seconds });
    const floor = Math.max(...columns.map((column) => column.floor));
    const top = Math.max(1, floor, ...columns.map(({ ready, coming, leaving }) => ready + coming + leaving));
    const unit = Math.ceil(top / block_chart_MOST_ROWS);
    const rows = Array.from({ length: Math.ceil(top / unit) }, (_, index, count = Math.ceil(top / unit)) => count - index);
    // It lies on top of the row that must be full.
    const floorRow = Math.ceil(floor / unit);
    return [
        ...rows.flatMap((row) => {
            const cells = columns.map((column) => cell(column, { above: (row - 1) * unit, upTo: row * unit })).join('');
            const line = `${String(row * unit).padStart(MARGIN - 1)} ┤${cells}`.trimEnd();
            return row === floorRow ? [`${' '.repeat(MARGIN)}┝${'━'.repeat(block_chart_COLUMNS)} ${floor}`, line] : [line];
        }),
        axis(seconds),
    ];
}
/** What was in force in each share of the time; a sample is until the next one. */
function columnsOf(samples, { from, seconds }) {
    let index = 0;
    return Array.from({ length: block_chart_COLUMNS }, (_, number) => {
        const start = from + number * seconds;
        const end = start + seconds;
        while ((samples[index + 1]?.at ?? Infinity) <= start)
            index++;
        let next = index;
        while (next + 1 < samples.length && (samples[next + 1]?.at ?? Infinity) < end)
            next++;
        const inForce = samples.slice(index, next + 1);
        // The last column ends with the last sample.
        const shown = number === block_chart_COLUMNS - 1 ? samples.slice(index) : inForce;
        index = next;
        const worst = shown.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low));
        return {
            ready: worst.ready,
            floor: worst.floor,
            coming: Math.max(...shown.map(({ coming }) => coming)),
            leaving: Math.max(...shown.map(({ leaving }) => leaving)),
        };
    });
}
/** Of several units in one row more than half decide, but none that lacks is hidden. */
function cell({ ready, floor, coming, leaving }, { above, upTo }) {
    if (ready < Math.min(upTo, floor) && above < floor)
        return '!';
    const half = (above + upTo) / 2;
    if (ready >= half)
        return '█';
    if (ready + coming >= half)
        return '▒';
    return ready + coming + leaving >= half ? '░' : ' ';
}
/** Minutes below the line, at least ten columns apart. */
function axis(seconds) {
    const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 600, 1440, 2880];
    const minutes = steps.find((step) => (step * 60) / seconds >= 10) ?? 6000;
    let line = `${' '.repeat(MARGIN)}└`;
    for (let tick = 0;; tick += minutes) {
        const label = `╵${tick} min`;
        const column = MARGIN + 1 + Math.round((tick * 60) / seconds);
        if (column + label.length > MARGIN + 1 + block_chart_COLUMNS)
            return line;
        line = line.padEnd(column, '─') + label;
    }
}

;// CONCATENATED MODULE: ./build/src/report/summary/capacity.js






/** More groups than these are folded, and of more than those no chart is drawn. */
const MOST_OPEN = 3;
const MOST_CHARTS = 40;
/** Capacity over time, as the run itself has seen it: nothing where no group had instances that came or went. */
function capacityParts(results) {
    const moved = results.filter(({ capacity = [] }) => capacity.some(hasMoved));
    if (moved.length === 0)
        return [];
    const shown = moved.slice(0, MOST_CHARTS);
    const isFolded = moved.length > MOST_OPEN;
    const [open, close] = isFolded ? [`<details><summary>Capacity of ${(0,report_words/* count */.U9)(moved.length, 'group')} over time</summary>\n\n`, '\n</details>'] : ['### Capacity\n\n', '']; // prettier-ignore
    return [
        {
            head: `${open}\`${CHART_LEGEND}\`\n`,
            rows: (0,parts/* lazily */.qy)(shown, chartOf),
            tail: close,
            total: moved.length,
            cut: (missing) => `*No chart of ${(0,report_words/* count */.U9)(missing, 'more group')}: what happened is ${parts/* ELSEWHERE */.pB}.*`,
            share: 90_000,
        },
    ];
}
const hasMoved = ({ coming, leaving }) => coming > 0 || leaving > 0;
function chartOf(result) {
    const samples = result.capacity ?? [];
    return [proof(result, samples), '', '```text', ...blockChart(samples), '```', ''].join('\n');
}
/** The promise, and by how much it was held at the worst moment. */
function proof(result, samples) {
    const worst = samples.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low));
    const lowest = `${worst.ready} ready at ${(0,time/* clockTime */.q)(worst.at)} UTC, with a floor of ${worst.floor}`;
    const name = (0,links/* groupLink */.u)(result.region, result.group);
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return `⚠️ ${name}: only ${lowest}.`;
    if (worst.ready < worst.floor)
        return `${name}: ${lowest}, as it was at the start; the run took none of it away.`;
    const spare = worst.ready - worst.floor;
    return `${name}: the floor held${spare === 0 ? '' : `, with ${spare} to spare`}. Lowest: ${lowest}.`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/leftovers.js




/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
function leftoverParts(results) {
    const rows = leftRows(results.filter((result) => !(0,judgement/* hasFailed */.WN)(result) && !isAwaiting(result)));
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### Left as it is\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: in the output \`result\` and in the log.*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/notes.js




/** What a reader should know of the rolls besides their ends, a line for each sentence. */
function noteParts(results) {
    const rows = results.flatMap(({ group, region, notes = [] }) => notes.map((each) => `- ${(0,links/* groupLink */.u)(region, group)}: ${(0,prose/* prose */.C)(each, region)}`));
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### While the groups roll\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: ${parts/* ELSEWHERE */.pB}.*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/patch.js



/** What a patch changed: for each group source and image before and after, and the keys of user data, values masked. */
function patchParts(results) {
    const patched = patchedGroups(results);
    if (patched.length === 0)
        return [];
    const undone = undoing(results);
    return [
        part({
            head: '### Launch sources\n\n| Group | Launches from | Patched | Change |\n|---|---|---|---|',
            rows: patched.flatMap((each) => each.patch.specs.map((spec) => siteRow(each, spec))),
            what: 'more change',
            share: 40_000,
        }),
        ...userDataPart(patched),
        ...(undone.length === 0
            ? []
            : [
                part({
                    head: '### What would undo this\n',
                    rows: undone.map(({ group, sentence }) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))}: ${(0,prose/* prose */.C)(sentence)}`),
                    what: 'more group',
                    share: 10_000,
                }),
            ]),
    ];
}
/** For each patched group the sentences on what would undo its patch: they have a part of their own. */
const undoing = (results) => patchedGroups(results).flatMap(({ group, patch }) => patch.undoneBy.map((sentence) => ({ group, sentence })));
const patchedGroups = (results) => results.flatMap(({ group, patch, takenBack, source }) => patch === undefined || patch.specs.length === 0 ? [] : [{ group, patch, ...(takenBack && { backTo: source }) }]);
function siteRow({ group, patch: { before, after }, backTo }, spec) {
    const changes = [
        ...(spec.image ? [`image ${arrow(spec.image.before, spec.image.after)}`] : []),
        ...(spec.instanceType ? [`type ${arrow(spec.instanceType.before, spec.instanceType.after)}`] : []),
        ...(spec.userData.length > 0 ? [(0,report_words/* count */.U9)(spec.userData.length, 'change') + ' of user data'] : []),
    ];
    const cells = [
        patch_code(group),
        `${before === after ? patch_code(after) : arrow(before, after)}${backTo === undefined ? '' : `, taken back: ${patch_code(backTo)}`}`,
        patch_code(spec.label),
        changes.join('; '),
    ];
    return `| ${cells.join(' | ')} |`;
}
/** Many groups may have the same user data: it is shown once for each launch source. */
function userDataPart(patched) {
    const specs = new Map(patched.flatMap(({ patch }) => patch.specs).map((spec) => [spec.label, spec]));
    const rows = [...specs.values()].flatMap(({ label, userData }) => userData.map(({ path, before, after }) => `| ${[label, path, before, after].map(patch_value).join(' | ')} |`));
    if (rows.length === 0)
        return [];
    return [
        part({
            head: '### User data\n\nValues are masked unless they are image references.\n\n| Launch source | Key | Before | After |\n|---|---|---|---|',
            rows,
            what: 'more key',
            share: 25_000,
        }),
    ];
}
function part({ head, rows, what, share, }) {
    return {
        head,
        rows,
        tail: '',
        total: rows.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, what)} in the output \`result\`.*`,
        share,
    };
}
const patch_code = (text) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255));
const patch_value = (text) => (text === undefined ? '*nothing*' : patch_code(text));
const arrow = (before, after) => before === undefined ? patch_code(after) : `${patch_code(before)} → ${patch_code(after)}`;

// EXTERNAL MODULE: ./build/src/report/results/step-kinds.js
var step_kinds = __nccwpck_require__(14777);
;// CONCATENATED MODULE: ./build/src/report/summary/plan.js




/** Up to so many groups each step has a row; of more each kind of step has one, and all steps are folded. */
const plan_MOST_UNFOLDED = 3;
/** What a dry run would do. */
function planParts({ dryRun }, results) {
    const changed = results.filter(({ steps }) => steps.length > 0);
    if (!dryRun || changed.length === 0)
        return [];
    const intro = '### Plan\n\nNothing was changed. A run without `dry-run` would:';
    if (changed.length <= plan_MOST_UNFOLDED)
        return [stepTable(changed, { head: `${intro}\n\n`, tail: '' })];
    const steps = changed.flatMap((result) => result.steps);
    return [
        kindTable((0,step_kinds/* stepKinds */.C)(steps), { head: `${intro}\n\n`, groups: changed.length }),
        stepTable(changed, { head: `<details><summary>All ${steps.length} steps</summary>\n\n`, tail: '\n</details>' }),
    ];
}
function kindTable(kinds, { head, groups }) {
    return {
        head: `${head}| Step | In groups | Times | Reason |\n|---|---|--:|---|`,
        rows: (0,parts/* lazily */.qy)(kinds, (kind) => {
            const where = kind.groups.length === groups ? `all ${groups}` : (0,report_words/* firstOf */.Ku)(kind.groups, 3);
            const cells = [kind.text, where].map((text) => (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(text, 300)));
            return `| ${[...cells, String(kind.times), (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(kind.reason, 300))].join(' | ')} |`;
        }),
        tail: '',
        total: kinds.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more kind')} of step: ${parts/* ELSEWHERE */.pB}.*`,
        share: 30_000,
    };
}
function stepTable(results, { head, tail }) {
    const waves = results.some(({ wave }) => wave !== undefined);
    return {
        head: `${head}| # | ${waves ? 'Wave | ' : ''}Group | Step | Reason |\n|--:|${waves ? '--:|' : ''}---|---|---|`,
        rows: planRows(results),
        tail,
        total: results.reduce((sum, { steps }) => sum + steps.length, 0),
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more step')}: ${parts/* ELSEWHERE */.pB}.*`,
        share: 90_000,
    };
}
function* planRows(results) {
    let number = 0;
    for (const { group, steps, wave } of results) {
        for (const { detail, reason } of steps) {
            number += 1;
            const cells = [
                String(number),
                ...(wave === undefined ? [] : [String(wave)]),
                (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255)),
                (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(detail, 300)),
                (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(reason, 300)),
            ];
            yield `| ${cells.join(' | ')} |`;
        }
    }
}

;// CONCATENATED MODULE: ./build/src/report/summary/gantt.js



/** Rows that a reader and Mermaid (its limit is 50,000 characters) can bear; a row is under 160 characters. */
const gantt_MOST_ROWS = 200;
/** Seconds to which times are rounded so that instances can share a row; the first that is enough is taken. */
const ROUNDINGS = [1, 30, 60, 300, 900, 3600, Infinity];
/** The chart of these groups, in their order; undefined when no instance came or went. */
function gantt(results) {
    const moved = results.filter(({ timeline }) => timeline.some(({ role, until }) => role === 'new' || until !== undefined));
    if (moved.length === 0)
        return undefined;
    const origin = moved.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
    let rows;
    let rounding = 1;
    for (rounding of ROUNDINGS) {
        rows = rowsOf(moved, { rounding, origin });
        if (rows !== undefined)
            break;
    }
    const shown = rows ?? firstRows(moved, origin);
    return { text: chart(shown), note: noteOf(moved, { shown, rounding, complete: rows !== undefined }) };
}
/** How many instances the timelines hold that came, went or stayed. */
function instancesIn(results) {
    return results.reduce((sum, { timeline }) => sum + timeline.length, 0);
}
/** Undefined as soon as they are too many: a fleet of a million must not be merged to the end in vain. */
function rowsOf(results, at) {
    const rows = [];
    for (const result of results) {
        for (const row of groupRows(result, at)) {
            rows.push(row);
            if (rows.length > gantt_MOST_ROWS)
                return undefined;
        }
    }
    return rows;
}
/** Each group merged as far as can be, and then the first groups only. */
function firstRows(results, origin) {
    const rows = [];
    for (const result of results) {
        if (rows.length >= gantt_MOST_ROWS)
            break;
        rows.push(...groupRows(result, { rounding: Infinity, origin }));
    }
    return rows.slice(0, gantt_MOST_ROWS);
}
function groupRows(result, at) {
    const rows = new Map();
    for (const span of result.timeline) {
        const row = rowOf(span, result);
        const key = at.rounding === 1 ? span.id : [row.kind, rounded(row.from, at), rounded(row.until, at)].join(' ');
        const known = rows.get(key);
        if (known === undefined)
            rows.set(key, row);
        else
            rows.set(key, {
                ...known,
                from: Math.min(known.from, row.from),
                until: Math.max(known.until, row.until),
                instances: known.instances + 1,
            });
        if (at.rounding !== Infinity && rows.size > gantt_MOST_ROWS)
            break;
    }
    return [...rows.values()].sort((a, b) => a.until - b.until || a.from - b.from);
}
function rounded(time, { rounding, origin }) {
    return rounding === Infinity ? 0 : Math.floor((time - origin) / rounding);
}
function rowOf(span, { group, startedAt, endedAt }) {
    const common = { group, from: span.from, first: span, instances: 1 };
    if (span.role === 'old') {
        return { ...common, kind: span.until === undefined ? 'kept' : 'old', until: span.until ?? endedAt };
    }
    if (span.until !== undefined)
        return { ...common, kind: 'lost', until: span.until };
    // A new one of the run that is put back, which serves and stays.
    if (span.readyAt !== undefined && Math.max(span.from, span.readyAt) <= startedAt)
        return { ...common, kind: 'kept', until: endedAt };
    // One that is still on its way, or kept out of the load balancers, has not been lost.
    return { ...common, kind: 'boots', until: span.readyAt ?? endedAt };
}
/** Mermaid's words for the colours: grey, none, bright, red. */
const TAGS = { old: 'done, ', kept: '', boots: 'active, ', lost: 'crit, ' };
function chart(rows) {
    const first = rows.reduce((least, { from }) => Math.min(least, from), Infinity);
    const last = rows.reduce((most, { until }) => Math.max(most, until), -Infinity);
    const lines = [
        setup(rows),
        'gantt',
        '  dateFormat YYYY-MM-DDTHH:mm:ss',
        `  axisFormat ${last - first > 86_400 ? '%d %b %H:%M' : last - first > 600 ? '%H:%M' : '%H:%M:%S'}`,
        '  todayMarker off',
    ];
    let section;
    rows.forEach((row, index) => {
        if (row.group !== section)
            lines.push(`  section ${(0,text_escape/* mermaidText */.Hg)(sectionName(row.group))}`);
        section = row.group;
        // An empty bar would be drawn over its neighbours: nothing is shorter than a second.
        const until = Math.max(row.until, row.from + 1);
        lines.push(`  ${gantt_name(row)} :${TAGS[row.kind]}i${index + 1}, ${date(row.from)}, ${date(until)}`);
    });
    return lines.join('\n');
}
/**
 * Begins with a word of ours, so that no zone can be called like one of Mermaid's keywords. It stands on its bar, and is as short as a
 * bar may be: an id would cover the neighbours.
 */
function gantt_name({ kind, first, instances }) {
    const what = instances === 1 ? (0,text_escape/* mermaidText */.Hg)(/[^-]*$/.exec(first.zone)?.[0] ?? '') : (0,report_words/* count */.U9)(instances, 'instance');
    return `${{ old: 'old', kept: 'stays', boots: 'new', lost: 'lost' }[kind]} ${what}`.trim();
}
/** Longer names of groups are cut in the middle: they stand left of the bars. */
const MOST_LETTERS = 28;
/** One grey that can be read on the white and on the dark page of GitHub, which the chart lets show through. */
const GREY = '#737b85';
/** A quarter of a colour: bars are light on the white page, and dark on the other. */
const FAINT = '40';
/** Mermaid's names for the colours of all texts; that of a bar which is too short stands beside it, on the page. */
const TEXTS = [
    'titleColor',
    'textColor',
    'gridColor',
    'taskTextColor',
    'taskTextLightColor',
    'taskTextDarkColor',
    'taskTextOutsideColor',
    'taskTextClickableColor',
];
/** The first part of Mermaid's names for the colours of bars: of those that stay, old, new and lost ones. */
const BARS = { task: '#8b949e', doneTask: '#8b949e', activeTask: '#2f81f7', crit: '#f85149' };
/**
 * Room for the longest name, and colours of our own: those of the themes are black on the dark page, or white on the other.
 * https://mermaid.js.org/config/theming.html and https://mermaid.js.org/config/schema-docs/config-defs-gantt-diagram-config.html
 */
function setup(rows) {
    const letters = rows.reduce((most, { group }) => Math.max(most, Math.min(MOST_LETTERS, group.length)), 0);
    const bars = Object.entries(BARS).flatMap(([name, colour]) => [
        [`${name}BkgColor`, colour + FAINT],
        [`${name}BorderColor`, colour],
    ]);
    const sections = ['sectionBkgColor', 'sectionBkgColor2', 'altSectionBkgColor'].map((name) => [name, 'transparent']);
    const themeVariables = Object.fromEntries([...TEXTS.map((name) => [name, GREY]), ...sections, ...bars]);
    const config = { theme: 'base', themeVariables, gantt: { leftPadding: 30 + 8 * letters } };
    return `%%{init: ${JSON.stringify(config)}}%%`;
}
const sectionName = (group) => group.length <= MOST_LETTERS ? group : `${group.slice(0, 12)}...${group.slice(-13)}`;
function date(seconds) {
    return (0,time/* isoTime */.L)(seconds).slice(0, -1);
}
function noteOf(results, { shown, rounding, complete }) {
    const all = instancesIn(results);
    const reported = shown.reduce((sum, { instances }) => sum + instances, 0);
    if (!complete)
        return `Shown are ${reported} of ${all} instances, those alike in one bar; the rest is in the log.`;
    if (rounding === 1)
        return undefined;
    const near = rounding === Infinity ? '' : ` within ${rounding} s`;
    return `Instances of a group that came and went together${near} share a bar.`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/timeline.js


/** The timeline of launches and terminations, folded; nothing when there was neither. */
function timeline(results) {
    const chart = gantt(results);
    if (chart === undefined)
        return [];
    const legend = 'Grey: an old instance until it leaves. Blue: a new one from its launch until it is ready. Red: a new one that did not stay. Beside each: the end of its zone. Times are UTC.';
    const note = chart.note === undefined ? legend : `${legend} ${chart.note}`;
    const instances = (0,report_words/* count */.U9)(instancesIn(results), 'instance');
    return [
        `<details><summary>Timeline of ${instances}</summary>\n\n\`\`\`mermaid\n${chart.text}\n\`\`\`\n\n${note}\n\n</details>`,
    ];
}

;// CONCATENATED MODULE: ./build/src/report/render/groups.js






















/** Shows groups, and a bastion that was put back besides them. */
const groupsRenderer = {
    outputs: (request, { groups, bastion, traffic = [] }) => ({
        changed: String([...groups, ...traffic].some(({ changed }) => changed) || bastion?.changed === true),
        groups: JSON.stringify(groups.map(({ group }) => group)),
        result: resultDocument(request, groups, traffic),
        replaced: JSON.stringify(groups.flatMap(({ replaced }) => replaced)),
        launched: JSON.stringify(groups.flatMap(({ launched }) => launched)),
        plan: JSON.stringify(plannedSteps(groups)),
        'image-id': agreed(groups.map(({ imageId }) => imageId)),
        'previous-image-id': agreed(groups.map(({ previousImageId }) => previousImageId)),
        ...(traffic.length > 0 && { traffic: trafficShares(traffic) }),
    }),
    summary: (request, { groups, bastion, traffic = [] }) => {
        const sorted = inWaves(groups).toSorted((a, b) => importance(a) - importance(b));
        return {
            heading: headingOf(...(bastion ? [verdictOfBastion(bastion)] : []), ...traffic.map(verdictOfTraffic), ...(traffic.length > 0 && sorted.length === 0 ? [] : [verdictOfGroups(request, sorted)])),
            failedHeading: failures/* FAILED_HEADING */.hw,
            line: bastion ? bastionLine(request, bastion) : groupsLine(request, sorted),
            parts: [
                ...(request.dryRun ? [] : capacityParts(sorted)),
                ...groupParts(request, sorted),
                ...(0,failures/* failureParts */.Xl)(request, sorted),
                ...(bastion ? bastionParts(bastion) : []),
                ...traffic.flatMap(trafficParts),
                ...nextParts(request, sorted),
                ...planParts(request, sorted),
                ...patchParts(sorted),
                ...leftoverParts(sorted),
                ...noteParts(sorted),
            ],
            details: request.dryRun ? [] : timeline(sorted).map((chart) => (0,parts/* plainPart */.uV)(chart, 60_000)),
            shownWarnings: undoing(sorted).map(({ group, sentence }) => `${group}: ${sentence}`),
        };
    },
    annotation: ({ groups, bastion, traffic = [] }) => (0,annotations/* annotationOfResults */.rt)(groups) ?? (0,annotations/* annotationOfBastion */.fw)(bastion) ?? (0,annotations/* annotationOfTraffic */.SZ)(traffic),
    notice: (request, { groups, bastion, traffic = [] }) => [
        ...(bastion ? [noticeOfBastion(bastion)] : []),
        ...traffic.map(noticeOfTraffic),
        ...(traffic.length > 0 && groups.length === 0 ? [] : [noticeOfGroups(request, groups)]),
    ].join(' '),
    logEnding: ({ bastion, traffic = [] }, finished) => [
        ...(bastion ? (0,bastion_words/* bastionLines */.Ik)(bastion) : []),
        ...traffic.flatMap(traffic_words/* trafficLines */.xi),
        ...groupVerdicts(finished),
    ],
    tsv: ({ groups }) => (0,tsv/* tsvTable */.q)(groups_COLUMNS, inWaves(groups).map(groups_rowOf)),
};
const groups_COLUMNS = [
    'region',
    'group',
    'status',
    'changed',
    'source',
    'imageId',
    'previousImageId',
    'replaced',
    'launched',
    'lowestReady',
    'floor',
    'steps',
    'failure',
];
const groups_rowOf = ({ replaced, launched, steps, failure, ...result }) => ({
    ...result,
    replaced: replaced.length,
    launched: launched.length,
    steps: steps.length,
    failure: failure?.what,
});
/** The groups wave by wave, each wave in its order. */
const inWaves = (groups) => groups.toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
/** The steps that a dry run would make, in the order of their waves. */
const plannedSteps = (groups) => inWaves(groups).flatMap(({ status, steps, wave }) => status === 'planned' ? steps.map((step) => ({ ...step, ...(wave && { wave }) })) : []);
/** The value that all groups have; undefined where they differ. */
function agreed(values) {
    const [first, ...others] = values;
    return others.every((value) => value === first) ? first : undefined;
}

// EXTERNAL MODULE: ./build/src/domain/janitor/finding.js
var janitor_finding = __nccwpck_require__(21629);
// EXTERNAL MODULE: ./build/src/report/log/janitor-words.js
var janitor_words = __nccwpck_require__(89920);
// EXTERNAL MODULE: ./build/src/domain/janitor/report.js
var report = __nccwpck_require__(28332);
;// CONCATENATED MODULE: ./build/src/report/results/janitor-document.js




/** GitHub takes 524,288 characters of all outputs together: so many for the document, and for each of the two lists. */
const DOCUMENT_CHARACTERS = 250_000;
const LIST_CHARACTERS = 120_000;
const MOST_SKIPPED = 100;
/** The value of the output `result` of a janitor, following docs/result.schema.json: as many findings as there is room for. */
function janitorDocument({ mode, account, region, dryRun }, { findings, groups, skipped }) {
    const shown = withinRoom((0,report/* byUrgency */.t)(findings), DOCUMENT_CHARACTERS);
    const truncated = shown.length < findings.length;
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated,
        cut: truncated ? ['findings'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: isChanged(findings),
        groupCount: groups.length,
        groups: [],
        janitor: {
            findingCount: findings.length,
            findings: shown,
            skipped: skipped.slice(0, MOST_SKIPPED).map(({ group, why }) => ({ group, why: (0,text_escape/* clip */.$Q)(why, 500) })),
        },
    });
}
/** Whether anything was changed, marks included. */
const isChanged = (findings) => findings.some(({ state }) => state === 'healed' || state === 'marked');
/** The findings as JSON, what a person has to look at first. */
const findingList = (findings) => JSON.stringify(withinRoom((0,report/* byUrgency */.t)(findings), LIST_CHARACTERS));
function withinRoom(findings, room) {
    const records = [];
    let left = room;
    for (const finding of findings) {
        const record = recordOf(finding);
        left -= JSON.stringify(record).length + 1;
        if (left < 0)
            break;
        records.push(record);
    }
    return records;
}
const recordOf = ({ group, resource, region, finding, since, heal, state, what, why, advice }) => ({
    group: group ?? null,
    resource: resource ?? null,
    region,
    finding,
    since: since === undefined ? null : (0,time/* isoTime */.L)(since),
    heal: heal ?? null,
    state,
    what: (0,text_escape/* clip */.$Q)(what, 1000),
    why: why ?? null,
    advice: (0,text_escape/* clip */.$Q)(advice, 1000),
});

;// CONCATENATED MODULE: ./build/src/report/summary/janitor.js







const janitor_MARKS = {
    reported: '⚠️',
    marked: '🏷️',
    healed: '✅',
    gone: '✅',
    failed: '❌',
};
/** The first line of the summary: the verdict. */
function janitorHeading(janitor) {
    const { findings } = janitor;
    const mark = findings.some(({ state }) => state === 'failed') ? '❌' : findings.some(report/* isLeft */.O) ? '⚠️' : '✅';
    return `## ${mark} Fleet Patch: ${(0,janitor_words/* janitorInWords */.iT)(janitor)}`;
}
/** What was asked for, and what was looked at. */
const janitorLine = ({ mode, account }, { region, groups }) => `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)} in account ${(0,text_escape/* markdownCode */.D9)(account ?? '?')}, ${(0,text_escape/* markdownCode */.D9)(region)}; ${(0,report_words/* count */.U9)(groups.length, 'group')}.`;
/** What was found, and which groups were left alone. */
function janitorTables({ findings, skipped }) {
    return [
        ...(findings.length === 0 ? [] : [findingTable((0,report/* byUrgency */.t)(findings))]),
        ...(skipped.length === 0 ? [] : [skippedTable(skipped)]),
    ];
}
const findingTable = (findings) => ({
    head: '### Findings\n\n| | Where | Finding | Since | What | What to do |\n|---|---|---|---|---|---|',
    rows: (0,parts/* lazily */.qy)(findings, (finding) => {
        const { since, state, what, why, advice } = finding;
        const outcome = `${state}${why === undefined ? '' : `: ${why}`}`;
        return `| ${janitor_MARKS[state]} ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(outcome, 300))} | ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)((0,janitor_finding/* placeOf */.$)(finding), 255))} | ${(0,text_escape/* markdownCode */.D9)(finding.finding)} | ${since === undefined ? '' : (0,time/* isoTime */.L)(since)} | ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(what, 1000))} | ${(0,report/* isLeft */.O)(finding) ? (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(advice, 1000)) : ''} |`;
    }),
    tail: '',
    total: findings.length,
    cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more finding')} ${parts/* ELSEWHERE */.pB}.*`,
    share: 300_000,
});
const skippedTable = (skipped) => ({
    head: '### Left alone\n\n| Group | Why |\n|---|---|',
    rows: (0,parts/* lazily */.qy)(skipped, ({ group, why }) => `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))} | ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(why, 500))} |`),
    tail: '',
    total: skipped.length,
    cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} ${parts/* ELSEWHERE */.pB}.*`,
    share: 100_000,
});

;// CONCATENATED MODULE: ./build/src/report/render/janitor.js







/** Names of groups have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const janitor_MOST_GROUPS = 100;
/** Shows what a janitor has found and healed. */
const janitorRenderer = {
    outputs: (request, { janitor }) => {
        const { findings, groups } = janitor;
        return {
            changed: String(isChanged(findings)),
            groups: JSON.stringify(groups.slice(0, janitor_MOST_GROUPS)),
            result: janitorDocument(request, janitor),
            findings: findingList(findings),
            healed: findingList(findings.filter(({ state }) => state === 'healed')),
        };
    },
    summary: (request, { janitor }) => ({
        heading: janitorHeading(janitor),
        failedHeading: `## ❌ Fleet Patch: ${(0,janitor_words/* janitorInWords */.iT)(janitor)}`,
        line: janitorLine(request, janitor),
        parts: janitorTables(janitor),
        details: [],
        shownWarnings: [],
    }),
    // What was left behind is no failure; where `fail-on` makes it one, the run as a whole fails.
    annotation: () => undefined,
    notice: (_, { janitor }) => (0,sentence/* asSentence */.K)((0,janitor_words/* janitorInWords */.iT)(janitor)),
    logEnding: ({ janitor }) => (0,janitor_words/* janitorLines */.hM)(janitor),
    tsv: ({ janitor: { findings } }) => (0,tsv/* tsvTable */.q)(['region', 'group', 'finding', 'since', 'heal', 'state', 'what'], findings.map((finding) => ({
        region: finding.region,
        group: (0,janitor_finding/* placeOf */.$)(finding),
        finding: finding.finding,
        since: finding.since === undefined ? '' : (0,time/* isoTime */.L)(finding.since),
        heal: finding.heal ?? '',
        state: finding.state,
        what: finding.what,
    }))),
};

;// CONCATENATED MODULE: ./build/src/report/render/traffic.js








/** Shows a shift of traffic. */
const trafficRenderer = {
    outputs: (request, { traffic }) => ({
        changed: String(traffic.changed),
        groups: JSON.stringify([traffic.groups.blue, traffic.groups.green]),
        result: trafficDocument(request, traffic),
        replaced: '[]',
        launched: '[]',
        plan: trafficPlan(traffic),
        traffic: trafficShares([traffic]),
    }),
    summary: (request, { traffic }) => ({
        heading: headingOf(verdictOfTraffic(traffic)),
        failedHeading: failures/* FAILED_HEADING */.hw,
        line: trafficLine(request, traffic),
        parts: trafficParts(traffic),
        details: [],
        shownWarnings: [],
    }),
    annotation: ({ traffic }) => (0,annotations/* annotationOfTraffic */.SZ)([traffic]),
    notice: (_, { traffic }) => noticeOfTraffic(traffic),
    logEnding: ({ traffic }) => (0,traffic_words/* trafficLines */.xi)(traffic),
    tsv: ({ traffic }) => (0,tsv/* tsvTable */.q)(traffic_COLUMNS, traffic.shares.map(({ id, before, after }) => ({
        region: traffic.region,
        id,
        status: traffic.status,
        blueBefore: before.blue,
        greenBefore: before.green,
        blueAfter: after.blue,
        greenAfter: after.green,
        failure: traffic.failure?.what,
    }))),
};
const traffic_COLUMNS = ['region', 'id', 'status', 'blueBefore', 'greenBefore', 'blueAfter', 'greenAfter', 'failure'];

;// CONCATENATED MODULE: ./build/src/report/render/renderers.js






const RENDERERS = {
    groups: groupsRenderer,
    audit: auditRenderer,
    bastion: bastionRenderer,
    catalogue: catalogueRenderer,
    janitor: janitorRenderer,
    traffic: trafficRenderer,
};
/** What shows this result; a kind without a renderer does not compile. */
const rendererOf = (result) => RENDERERS[result.kind];


/***/ }),

/***/ 3980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf)
/* harmony export */ });
const NONE = { groups: [], bastion: undefined, traffic: [] };
/** What a result holds that a roll, a bastion or a shift has come to, also where a janitor has put it back. */
function partsOf(result) {
    switch (result.kind) {
        case 'groups':
            return { groups: result.groups, bastion: result.bastion, traffic: result.traffic ?? [] };
        case 'bastion':
            return { ...NONE, bastion: result.bastion };
        case 'traffic':
            return { ...NONE, traffic: [result.traffic] };
        case 'janitor':
            return { ...NONE, ...result.restored };
        case 'audit':
        case 'catalogue':
            return NONE;
        default:
            return result;
    }
}


/***/ }),

/***/ 44259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SZ: () => (/* binding */ annotationOfTraffic),
/* harmony export */   fw: () => (/* binding */ annotationOfBastion),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   rt: () => (/* binding */ annotationOfResults),
/* harmony export */   yH: () => (/* binding */ stackLines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27406);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(24502);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5823);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(43629);




/** How deep a chain of causes is followed; it may be a circle. */
const MOST_CAUSES = 8;
/** The annotation of anything that was thrown: a failure that the user can act on, or a defect of ours. */
function annotationOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        return { title: 'Fleet Patch', message: explained(error.what, error.why, error.remedy) };
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
        return { title: 'Fleet Patch', message: explained(error.message, undefined, undefined) };
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUncertain */ .cp)(error)) {
        return { title: 'Fleet Patch', message: explained(error.message, undefined, 'Start the step again.') };
    }
    const [first = 'nothing', ...causes] = causeChain(error);
    return {
        title: 'Fleet Patch: unexpected error',
        message: [
            (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)(first),
            ...causes.map((cause) => `Caused by: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)(cause)}`),
            'What to do: this should not happen, so please report it with the log of this step. `mode: restore` puts back whatever a roll had changed.',
        ].join('\n'),
    };
}
/** The annotation of a bastion that could not be replaced; undefined when nothing failed. */
function annotationOfBastion(result) {
    if (result?.failure === undefined)
        return undefined;
    const { what, why, remedy } = result.failure;
    const title = `Fleet Patch: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .logText */ .kc)(result.name), 80)} ${result.status}`;
    return { title, message: explained(what, why, remedy) };
}
/** The annotation of shifts of traffic of which one failed; undefined when none did. */
function annotationOfTraffic(results) {
    const failed = results.find(({ failure }) => failure !== undefined);
    if (failed?.failure === undefined)
        return undefined;
    const { what, why, remedy } = failed.failure;
    const name = `${failed.groups.blue} and ${failed.groups.green}`;
    return { title: `Fleet Patch: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .logText */ .kc)(name), 80)} ${failed.status}`, message: explained(what, why, remedy) };
}
/** One annotation for all groups that failed; undefined when none did. */
function annotationOfResults(results) {
    const failed = results.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN);
    const begun = failed.filter((result) => !(0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy)(result));
    const worst = begun.find(({ status }) => status === 'unfinished') ?? begun[0] ?? failed[0];
    if (worst === undefined)
        return undefined;
    const { what, why, remedy } = worst.failure ?? { what: `The roll of ${worst.group} ended ${worst.status}.` };
    const namesOf = (some) => some.filter((result) => result !== worst).map(({ group }) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(group, 80));
    const others = namesOf(begun);
    const notBegun = namesOf(failed.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy));
    return {
        title: `Fleet Patch: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .logText */ .kc)(worst.group), 80)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .statusInWords */ .xq)(worst)}`,
        message: [
            explained(what, why, remedy),
            ...(others.length === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others.length, 'more group')} failed: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(others, 5))}. The job summary has them all.`]), // prettier-ignore
            ...(notBegun.length === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(notBegun.length, (0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy)(worst) ? 'more group' : 'group')} did not begin: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(notBegun, 5))}.`]), // prettier-ignore
        ].join('\n'),
    };
}
/** Lines for the log of an unexpected error: the stacks of the whole chain. */
function stackLines(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && error.cause === undefined)
        return [];
    return chain(error).flatMap((link) => {
        const text = link instanceof Error ? (link.stack ?? describe(link)) : describe(link);
        return text
            .split(/\r\n|[\n\r]/)
            .slice(0, 40)
            .map((row) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .logText */ .kc)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(row, 1000)));
    });
}
function explained(what, why, remedy) {
    // Several wrong inputs are a list, a line each.
    const lines = what
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)(line));
    if (why !== undefined)
        lines.push(`Why: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)(why)}`);
    if (remedy !== undefined)
        lines.push(`What to do: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationText */ .xr)(remedy)}`);
    return lines.join('\n');
}
/** `TypeError: x is undefined`, and below it what caused it. */
function causeChain(error) {
    return chain(error).map(describe);
}
function chain(error) {
    const links = [];
    let link = error;
    while (link !== undefined && link !== null && !links.includes(link) && links.length < MOST_CAUSES) {
        links.push(link);
        link = link instanceof Error ? link.cause : undefined;
    }
    return links;
}
function describe(error) {
    if (error instanceof AggregateError && error.message === '') {
        return `${error.name}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(error.errors.map((part) => describe(part)), 3)}`;
    }
    if (error instanceof Error)
        return error.message === '' ? error.name : `${error.name}: ${error.message}`;
    try {
        return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error));
    }
    catch {
        return Object.prototype.toString.call(error);
    }
}


/***/ }),

/***/ 1599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ auditFile)
});

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __nccwpck_require__(2240);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __nccwpck_require__(12434);
;// CONCATENATED MODULE: ./build/src/report/results/audit-lines.js


const NOTHING = {
    account: null,
    environment: null,
    whole: false,
    serviceOf: () => null,
    ownerOf: () => null,
};
/**
 * An audit as JSON lines, to be appended to those of others: a line of the kind `audit` that says what was looked at, and one of the
 * kind `audit-row` for each row.
 */
function auditLines({ at, regions, groups, rows }, about = NOTHING) {
    const { account, environment, whole, serviceOf, ownerOf } = about;
    const moment = { at: (0,time/* isoTime */.L)(at), environment };
    const known = account ?? rows.find((row) => row.account !== undefined)?.account ?? null;
    const head = { kind: 'audit', ...moment, account: known, regions, whole, groupCount: groups.length, rowCount: rows.length }; // prettier-ignore
    const lines = rows.map((row) => {
        const service = row.group === undefined ? null : serviceOf(row.group);
        const owner = service === null ? null : ownerOf(service);
        return { kind: 'audit-row', ...moment, service, owner, ...(0,audit_record/* auditRecord */.t)(row) };
    });
    return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

// EXTERNAL MODULE: ./build/src/report/results/tsv.js
var tsv = __nccwpck_require__(16344);
;// CONCATENATED MODULE: ./build/src/report/results/audit-file.js




/** The whole audit as the text of a file; `about` is told in JSON lines alone. */
function auditFile(audit, format, about) {
    switch (format) {
        case 'tsv':
            return table(audit.rows, { cell: tsv/* tsvCell */.Y, between: '\t', end: '\n' });
        case 'csv':
            return table(audit.rows, { cell: csvCell, between: ',', end: '\r\n' });
        case 'json':
            return json(audit);
        case 'jsonl':
            return auditLines(audit, about);
        default:
            return format;
    }
}
function table(rows, { cell, between, end }) {
    const line = (cells) => `${cells.map((value) => (typeof value === 'string' ? cell(value) : (value ?? ''))).join(between)}${end}`;
    const lines = rows.map((row) => {
        const record = (0,audit_record/* auditRecord */.t)(row);
        return line(audit_record/* auditColumns */.H.map((column) => record[column]));
    });
    return [line(audit_record/* auditColumns */.H), ...lines].join('');
}
/**
 * As RFC 4180 has it. A spreadsheet would carry out a cell that begins like a formula, and names of groups and tags are
 * foreign: an apostrophe in front makes it a text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(text) {
    const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** One row a line, so that two reports can be compared by line. */
function json({ at, regions, rows }) {
    const head = JSON.stringify({ schemaVersion: 1, at: (0,time/* isoTime */.L)(at), regions, rowCount: rows.length }).slice(0, -1);
    const lines = rows.map((row) => JSON.stringify((0,audit_record/* auditRecord */.t)(row)));
    return `${head},"rows":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]}\n`;
}


/***/ }),

/***/ 25990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ auditLists)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32561);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(43629);


/**
 * The jobs that one matrix may have at most:
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/running-variations-of-jobs-in-a-workflow
 */
const MOST_JOBS = 256;
/** Characters of each list of names, and of the matrix: all outputs together have 524,288. */
const MOST_NAMES = 60_000;
const MOST_MATRIX = 100_000;
function auditLists(audit) {
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const names = new Set(audit.groups.map(({ group }) => group));
    const groups = fitting([...names], MOST_NAMES);
    const stale = fitting([...new Set(behind.map(({ group }) => group))], MOST_NAMES);
    const jobs = behind.slice(0, MOST_JOBS).map((row) => ({
        region: row.region,
        group: row.group,
        ...(row.stack !== undefined && { stack: row.stack }),
        'image-id': row.imageId ?? '',
        'newest-image-id': row.newest?.id ?? '',
        'days-behind': row.daysBehind ?? 0,
        verdict: row.verdict,
    }));
    const include = fitting(jobs, MOST_MATRIX);
    const left = behind.length - jobs.length + include.missing;
    return {
        groups: groups.text,
        stale: stale.text,
        staleCount: behind.length,
        matrix: `{"include":${include.text}}`,
        warnings: [
            ...tooMany('groups', groups.missing),
            ...tooMany('stale', stale.missing),
            ...(left === 0
                ? []
                : [
                    `The output \`matrix\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'group')} of the ${behind.length} that are behind: GitHub takes ${MOST_JOBS} jobs in a matrix. Those that are most days behind are in it.`,
                ]),
        ],
    };
}
const tooMany = (output, missing) => missing === 0
    ? []
    : [`The output \`${output}\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(missing, 'group')}, for its length. \`report-path\` has them all.`];
/** As many items as fit into so many characters of a JSON array. */
function fitting(items, characters) {
    const texts = [];
    let left = characters - 2;
    for (const item of items) {
        const text = JSON.stringify(item);
        left -= text.length + 1;
        if (left < 0)
            break;
        texts.push(text);
    }
    return { text: `[${texts.join(',')}]`, missing: items.length - texts.length };
}


/***/ }),

/***/ 12434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ auditColumns),
/* harmony export */   t: () => (/* binding */ auditRecord)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2240);

/** The columns, in their order. */
const auditColumns = [
    'region',
    'group',
    'instanceId',
    'instanceName',
    'stack',
    'imageId',
    'imageName',
    'imageOwner',
    'imageCreatedAt',
    'instances',
    'newestImageId',
    'newestImageName',
    'newestImageCreatedAt',
    'daysBehind',
    'state',
    'verdict',
    'reason',
    'account',
    'launchedAt',
    'imageAgeDays',
    'ownerTag',
];
function auditRecord({ image, instance, newest, ...row }) {
    return {
        region: row.region,
        group: row.group ?? null,
        instanceId: instance?.id ?? null,
        instanceName: instance?.name ?? null,
        stack: row.stack ?? null,
        imageId: row.imageId ?? null,
        imageName: image?.name ?? null,
        imageOwner: image?.owner ?? null,
        imageCreatedAt: image ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(image.createdAt) : null,
        instances: row.instances,
        newestImageId: newest?.id ?? null,
        newestImageName: newest?.name ?? null,
        newestImageCreatedAt: newest ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(newest.createdAt) : null,
        daysBehind: row.daysBehind ?? null,
        state: row.state ?? null,
        verdict: row.verdict,
        reason: row.reason ?? null,
        account: row.account ?? null,
        launchedAt: row.launchedAt === undefined ? null : (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(row.launchedAt),
        imageAgeDays: row.imageAgeDays ?? null,
        ownerTag: row.ownerTag ?? null,
    };
}


/***/ }),

/***/ 13062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ expectedDurationOfShift),
/* harmony export */   PJ: () => (/* binding */ expectedDuration),
/* harmony export */   iV: () => (/* binding */ expectedSeconds),
/* harmony export */   rE: () => (/* binding */ expectedDurationOfAll)
/* harmony export */ });
/* harmony import */ var _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(13831);
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

/***/ 87736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ shownInput),
/* harmony export */   Nd: () => (/* binding */ isUnshown),
/* harmony export */   Yl: () => (/* binding */ restoreInputs),
/* harmony export */   k8: () => (/* binding */ inputRows)
/* harmony export */ });
/* harmony import */ var _domain_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38975);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24502);


/** Inputs whose values are secrets, or may hold some: user data does. */
const UNSHOWN = new Set(['user-data', 'github-token', 'notify-webhook']);
/** Inputs with the credentials and the account, and what says both, which every later call needs as well. */
const CREDENTIALS = [
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'allowed-account-ids',
    'catalogue',
    'service',
    'environment',
];
/** Rows of the table of inputs, without its head. */
function inputRows({ inputs }) {
    return Object.entries(inputs).map(([name, value]) => {
        const shown = isUnshown(name, value) ? '*given, not shown*' : value === '' ? '*empty*' : lines((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(value, 500));
        return `| ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(name, 100))} | ${shown} |`;
    });
}
/** The value of an input, where it may be shown. */
const shownInput = (name, value) => isUnshown(name, value) ? 'given, not shown' : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(value, 500);
/** The `with:` of a step that puts these groups back, ready to copy. */
function restoreInputs({ inputs, region }, groups) {
    const credentials = CREDENTIALS.flatMap((name) => (inputs[name] ? [[name, (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(inputs[name], 1000)]] : []));
    const entries = [
        ['mode', 'restore'],
        ['aws-region', region],
        ...credentials,
        ['auto-scaling-groups', groups.join('\n')],
    ];
    return ['with:', ...entries.map(([name, value]) => `  ${name}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlScalar */ .Ew)(value)}`)].join('\n');
}
/** What stands where an image reference should may be anything, a secret as well. */
const isUnshown = (name, value) => UNSHOWN.has(name) || (name === 'docker-image' && (0,_domain_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .tryDockerReference */ .t$)(value) === undefined);
/** Lists are given one entry per line; in a table cell a line is ended by HTML. */
function lines(value) {
    return value.split(/\r?\n/).map(_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9).join('<br>');
}


/***/ }),

/***/ 14777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ stepKinds)
/* harmony export */ });
/** Each kind of step once, in the order in which a group comes to it. */
function stepKinds(steps) {
    const kinds = new Map();
    for (const step of steps) {
        // A termination that lowers the capacity is another step than one that does not.
        const key = `${step.action} ${step.detail.includes('lower desired capacity')}`;
        const alike = kinds.get(key);
        if (alike === undefined)
            kinds.set(key, [step]);
        else
            alike.push(step);
    }
    return [...kinds.values()].map((alike) => ({
        text: common(alike.map(({ detail }) => detail)),
        reason: common(alike.map(({ reason }) => reason)),
        groups: [...new Set(alike.map(({ group }) => group))],
        times: alike.length,
    }));
}
/** What all texts say; where nothing more than ids and numbers differs these are left open, else the first is an example. */
function common(texts) {
    const [first = ''] = texts;
    if (texts.every((text) => text === first))
        return first;
    const open = texts.map(withoutFigures);
    const [pattern = ''] = open;
    return open.every((text) => text === pattern) ? pattern : `as with one of them: ${first}`;
}
/** Instances become `instances`, other ids and numbers `…`. */
const withoutFigures = (text) => text
    .replaceAll(/\b(?:i-[0-9a-f]+|new-\d+)(?:, (?:i-[0-9a-f]+|new-\d+))*(?: and \d+ more)?/g, 'instances')
    .replaceAll(/\b(?:[a-z]+-[0-9a-f]{8,}|\d+)\b/g, '…');


/***/ }),

/***/ 16344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tsvCell),
/* harmony export */   q: () => (/* binding */ tsvTable)
/* harmony export */ });
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** Tabs and line ends as `\t`, `\n`, `\r`, and so a backslash as `\\`: each line is a row, each tab ends a cell. */
const tsvCell = (text) => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
/** Rows below the names of their columns. */
function tsvTable(columns, rows) {
    const lines = rows.map((row) => columns.map((column) => tsvCell(String(row[column] ?? ''))));
    return [columns, ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
}


/***/ }),

/***/ 12548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ runFailure),
/* harmony export */   Xl: () => (/* binding */ failureParts),
/* harmony export */   hw: () => (/* binding */ FAILED_HEADING)
/* harmony export */ });
/* harmony import */ var _results_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(87736);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(24502);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5823);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(43629);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(64430);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(77713);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(912);







/** How many groups the ready-made inputs name; more would not fit a glance nor an input. */
const MOST_NAMED = 50;
/** Sentences on what was left that are shown of one group. */
const MOST_LEFT = 10;
/** The first line of the summary of a run that failed as a whole. */
const FAILED_HEADING = '## ❌ Fleet Patch failed';
/** What happened to the groups that failed, and how to go on. */
function failureParts(request, results) {
    const failed = results.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN);
    if (failed.length === 0)
        return [];
    const notBegun = [...Map.groupBy(failed.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy), ({ failure }) => failure?.why).values()];
    const shown = [...failed.filter((result) => !(0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy)(result)).map((result) => [result]), ...notBegun];
    return [
        {
            head: '### What happened, and how to go on\n',
            rows: (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .lazily */ .qy)(shown, failureRow),
            tail: `${nextSteps(request, failed)}`,
            total: shown.length,
            cut: (missing) => `*${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing, 'more group')} failed; what happened to them is ${_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .ELSEWHERE */ .pB}.*`,
            share: 150_000,
        },
    ];
}
/** What happened to a failed group, or to several that did not begin for one reason: why, what to do, and what was left. */
function failureRow(results) {
    const [result, ...others] = results;
    if (result === undefined)
        return '';
    const { group, region, status, failure, left, takenBack, source } = result;
    const said = (text) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(text, region);
    const what = others.length === 0
        ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .statusInWords */ .xq)(result)}: ${said(failure?.what ?? 'no failure was reported.')}`
        : `and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others.length, 'more group')} did not begin: ${said((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(others.map((each) => each.group), MOST_NAMED))}.`; // prettier-ignore
    const lines = [`**${(0,_links_js__WEBPACK_IMPORTED_MODULE_5__/* .groupLink */ .u)(region, group)}** ${what}`, ''];
    if (failure?.why !== undefined)
        lines.push(`- Why: ${said(failure.why)}`);
    if (failure?.remedy !== undefined)
        lines.push(`- What to do: ${said(failure.remedy)}`);
    if (left.length === 0 && status === 'halted') {
        lines.push('- Put back: sizes and processes are as they were, and instances that serve were kept.');
    }
    if (takenBack)
        lines.push(`- Taken back: the group launches from ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .clip */ .$Q)(source, 255))} again.`);
    lines.push(...left.slice(0, MOST_LEFT).map((sentence) => `- Left: ${said(sentence)}`));
    if (left.length > MOST_LEFT)
        lines.push(`- ${left.length - MOST_LEFT} more left: see the log.`);
    return `${lines.join('\n')}\n`;
}
/** What ended the run as a whole. */
function runFailure({ what, why, remedy }) {
    const lines = [`**What happened:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .proseLines */ .D)(what)}`];
    if (why !== undefined)
        lines.push(`**Why:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(why)}`);
    if (remedy !== undefined)
        lines.push(`**What to do:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(remedy)}`);
    return lines.join('\n\n');
}
/** How to go on, with inputs to copy: a group that could not be put back needs `restore`, a halted one a new run. */
function nextSteps(request, failed) {
    const unfinished = failed
        .filter(({ status }) => status === 'unfinished' || status === 'held')
        .map(({ group }) => group);
    const cause = failed.every(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .wasCancelled */ .r1) ? '' : 'mend the cause and ';
    const again = `To go on, ${cause}run the step again with the same inputs`;
    if (request.mode === 'restore')
        return `${again}: it puts back what is left, and nothing else.`;
    if (failed.every(({ status }) => status === 'failed'))
        return `${again}: what is patched already is found, and not patched twice.`;
    if (unfinished.length === 0)
        return `${again}: it replaces what is still old and leaves the rest alone.`;
    const named = unfinished.slice(0, MOST_NAMED);
    const rest = unfinished.length > named.length
        ? `\n\n*and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unfinished.length - named.length, 'more group')}, named above.*`
        : '';
    return `${again}: it puts back what was left, replaces what is still old, and leaves the rest alone.

To only put back what was changed, without replacing anything, run it with:

\`\`\`yaml
${(0,_results_request_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreInputs */ .Yl)(request, named)}
\`\`\`${rest}`;
}


/***/ }),

/***/ 64430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ instanceLink),
/* harmony export */   u: () => (/* binding */ groupLink)
/* harmony export */ });
/* harmony import */ var _text_console_link_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(49581);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24502);


/**
 * A name that leads to its page, or code where there is none. It is no code inside of the link: in every second row of a table GitHub
 * shows that at a contrast of 4.3 to 1, and WCAG 2.2 wants 4.5.
 */
const linked = (name, page) => page === undefined || name === '' ? (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name) : `[${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(name)}](${page})`;
/** A group that leads to the console of its region's partition. */
const groupLink = (region, group) => linked((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(group, 255), (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .groupPage */ .vG)(region, group));
/** The same for an instance. */
const instanceLink = (region, id) => linked((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(id, 40), (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .instancePage */ .z7)(region, id));


/***/ }),

/***/ 77713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   pB: () => (/* binding */ ELSEWHERE),
/* harmony export */   qy: () => (/* binding */ lazily),
/* harmony export */   uV: () => (/* binding */ plainPart)
/* harmony export */ });
/** A part that is never cut, because it is bounded by itself. */
const plainPart = (text, share) => ({
    head: text,
    rows: [],
    tail: '',
    total: 0,
    cut: () => '',
    share,
});
/** A row for each item, made only as far as there is room. */
function* lazily(items, row) {
    for (const item of items)
        yield row(item);
}
/** Where a reader finds what a part leaves out. */
const ELSEWHERE = 'in the output `result` and in the log';
const bytes = (text) => Buffer.byteLength(text, 'utf8');
/**
 * The parts one under the other in at most so many bytes of UTF-8. Each has its share, and what one does not need goes
 * to those after it; so the parts are shortened from the last to the first, each from its end. Where the shares together are more
 * than there is, each is less.
 */
function fit(parts, limit) {
    const total = parts.reduce((sum, { share }) => sum + share, 0);
    const scale = Math.min(1, limit / Math.max(1, total));
    let spare = limit - total * scale;
    const texts = [];
    for (const part of parts) {
        const share = part.share * scale;
        const text = shorten(part, share + spare);
        spare += share - bytes(text) - 2;
        texts.push(text);
    }
    return texts.join('\n\n') + '\n';
}
function shorten({ head, rows, tail, total, cut }, room) {
    const note = total > 0 ? `\n\n${cut(total)}` : '';
    let left = room - bytes(head) - bytes(tail) - bytes(note) - 2;
    const kept = [];
    for (const row of rows) {
        left -= bytes(row) + 1;
        if (left < 0)
            break;
        kept.push(row);
    }
    const missing = total - kept.length;
    return [head, ...kept, ...(missing > 0 ? ['', cut(missing)] : []), tail].join('\n').trimEnd();
}


/***/ }),

/***/ 912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose),
/* harmony export */   D: () => (/* binding */ proseLines)
/* harmony export */ });
/* harmony import */ var _text_console_link_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(49581);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24502);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(64430);



/** Code between backticks, ids of instances, addresses. */
const MARKED = /(`[^`\n]{1,300}`|\bi-[0-9a-f]{8}(?:[0-9a-f]{9})?\b|https:\/\/[^\s()]+)/;
/**
 * Sentences that may hold foreign parts, as Markdown that shows their very text. What stands between backticks is code; where the
 * region is known, ids of instances lead to the AWS console, and so does an address of it.
 */
function prose(text, region = '') {
    return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, 2000)
        .split(MARKED)
        .map((piece, index) => (index % 2 === 0 ? plain(piece) : marked(piece, region)))
        .join('')
        .trim();
}
function marked(piece, region) {
    if (piece.startsWith('`'))
        return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(piece.slice(1, -1));
    if (piece.startsWith('i-'))
        return (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .instancePage */ .z7)(region, piece) === undefined ? piece : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceLink */ .G)(region, piece);
    // An address that AWS has not given could lead anywhere.
    const isConsole = piece.startsWith(`https://${(0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .kd)(region) ?? ''}/`) && !/[^\w:/.?=#%;&-]/.test(piece);
    return isConsole ? `[AWS console](${piece})` : plain(piece);
}
/** White space at its ends stays: it parts the text from what is marked. */
function plain(piece) {
    const [before = '', after = ''] = [/^\s+/.exec(piece)?.[0] && ' ', /\s+$/.exec(piece)?.[0] && ' '];
    const core = (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece);
    return core === '' ? before : `${before}${core}${after}`;
}
/** The same for several lines: those that begin with `- ` become a list. */
const proseLines = (text) => text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('- ') ? `- ${prose(line.slice(2))}` : prose(line)))
    .join('\n')
    .replace(/^(?!- )(.*)\n- /, '$1\n\n- ');


/***/ }),

/***/ 43629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   uQ: () => (/* binding */ describeChange),
/* harmony export */   xq: () => (/* binding */ statusInWords)
/* harmony export */ });
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5823);
/* harmony import */ var _domain_rollout_changes_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(47613);


/** `1 instance`, `2 instances`, `0 instances`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** `a, b and 3 more`: the first few of a list. */
function firstOf(names, most) {
    if (names.length <= most)
        return names.join(', ');
    return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
/** What a change does, as an order; at most so many instance ids are spelled out. */
const describeChange = (change, mostIds) => (0,_domain_rollout_changes_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changeText */ .k0)(change, (ids) => firstOf(ids, mostIds));
/** How a group ended, in one word or two. */
function statusInWords(result) {
    const { status } = result;
    switch (status) {
        case 'current':
            return 'up to date';
        case 'dark':
            return 'launched dark';
        case 'gated':
            return 'at a gate';
        case 'unfinished':
            return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .wasCancelled */ .r1)(result) ? 'cancelled' : 'unfinished';
        case 'waiting':
        case 'rolled':
        case 'restored':
        case 'halted':
        case 'held':
        case 'refused':
        case 'planned':
        case 'patched':
        case 'failed':
            return status;
        default:
            return status;
    }
}


/***/ }),

/***/ 49581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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


/***/ }),

/***/ 1217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   XG: () => (/* binding */ roughRange),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const two = (count) => String(count).padStart(2, '0');
/** A number of seconds for people, in its two largest units: `45 s`, `4 m 05 s`, `1 h 02 m`, `2 d 03 h`. */
function duration(seconds) {
    const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
    if (whole < MINUTE)
        return `${whole} s`;
    if (whole < HOUR)
        return `${Math.floor(whole / MINUTE)} m ${two(whole % MINUTE)} s`;
    // From here seconds are noise; rounding first keeps `59 m 60 s` and `23 h 60 m` from appearing.
    const minutes = Math.round(whole / MINUTE);
    if (minutes < DAY / MINUTE)
        return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} m`;
    const hours = Math.round(whole / HOUR);
    return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`;
}
/** The same without seconds, for estimates: `4 m`, `1 h 02 m`, `2 d 03 h`. */
function roughDuration(seconds) {
    return duration(Math.max(1, Math.round(seconds / MINUTE)) * MINUTE).replace(/ 00 s$/, '');
}
/** An estimate between two bounds, in seconds and without them: `about 4 m`, `9 m to 36 m`, `up to 3 m`, `less than a minute`. */
function roughRange({ low, high }) {
    if (high < MINUTE)
        return 'less than a minute';
    const [from, to] = [roughDuration(low), roughDuration(high)];
    if (low < MINUTE && to !== from)
        return `up to ${to}`;
    return from === to ? `about ${to}` : `${from} to ${to}`;
}


/***/ }),

/***/ 24502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Ew: () => (/* binding */ yamlScalar),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   kc: () => (/* binding */ logText),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/**
 * Characters that act instead of being seen: controls (ANSI codes begin with one), bidi and other format characters,
 * zero-width ones, line and paragraph separators, lone surrogates, unassigned ones.
 */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
/** The text on one line, with every character that acts shown as its code, `\u001b`. */
function visible(text) {
    return text
        .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
        .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
/** At most so many characters, with an ellipsis where something was cut. */
function clip(text, length) {
    if (text.length <= length)
        return text;
    // A cut inside a surrogate pair would leave half a character.
    return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/**
 * Foreign text for the log. The runner takes a line for a command when it begins with `::` after any white space, and
 * finds the older form `##[` anywhere in it, by a comparison that ignores zero-width characters: so what breaks them
 * apart must be a visible character.
 */
function logText(text) {
    return visible(text)
        .replace(/^(\s*)::/, '$1\\::')
        .replaceAll('##[', '##\\[');
}
/** Foreign text for an annotation: one line, safe even if it were printed as it is. */
function annotationText(text) {
    return clip(logText(text), 2000);
}
const entity = (character) => `&#${character.codePointAt(0) ?? 0};`;
/** Breaks words that GitHub turns into links after rendering, when an entity has long become its character again. */
const BREAK = '&#8203;';
/**
 * Foreign prose for Markdown, in a table cell or anywhere inside a line: shows the very text, and neither formats,
 * links, mentions, opens HTML nor ends its cell.
 */
function markdownText(text) {
    // White space at the start could make a line a block of code.
    return visible(text)
        .trim()
        .replace(/[\\`*_{}[\]<>&|~#@$"^]/g, entity)
        .replace(/&#64;/g, `&#64;${BREAK}`)
        .replace(/&#35;(?=\d)/g, `&#35;${BREAK}`)
        .replace(/:\/\//g, `:${BREAK}//`)
        .replace(/(www|mailto|xmpp)([.:])/gi, `$1${BREAK}$2`)
        .replace(/^(\d*)([-+=.):!])/, (_, digits, mark) => digits + entity(mark));
}
/**
 * Foreign text as Markdown code. A pipe would end a table cell even here, a backtick the code: these two stand
 * between the pieces as entities.
 */
function markdownCode(text) {
    const pieces = visible(text).split(/([|`]+)/);
    return pieces
        .filter((piece) => piece !== '')
        .map((piece) => (/^[|`]/.test(piece) ? piece.replace(/[|`]/g, entity) : `\`${piece}\``))
        .join('');
}
/** Foreign text as part of a name in a Mermaid chart: whatever could mean something to its grammar becomes `_`. */
function mermaidText(text) {
    return clip(visible(text).replace(/[^\p{L}\p{N} _./()-]/gu, '_'), 60);
}
/**
 * A YAML scalar that reads as exactly this string, on one line and without unseen characters: plain where nothing
 * could be mistaken, else double-quoted.
 */
function yamlScalar(text) {
    if (/^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text))
        return text;
    return JSON.stringify(text).replace(UNSEEN, (character) => {
        const code = (character.codePointAt(0) ?? 0).toString(16);
        return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
    });
}


/***/ }),

/***/ 17443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The candidates that a word with a typing mistake may mean, nearest first: those of the fewest mistakes (a letter too
 * many, too few, another one, or two in the wrong order), where that are not more than a third of the word, and where
 * there are none of these, those that begin with the word. Upper and lower case do not matter.
 */
function nearest(word, candidates) {
    const wanted = word.toLowerCase();
    const most = Math.max(1, Math.floor(wanted.length / 3));
    let [fewest, near, longer] = [most, [], []];
    for (const candidate of new Set(candidates)) {
        const text = candidate.toLowerCase();
        if (wanted !== '' && text.startsWith(wanted))
            longer.push(candidate);
        // Already the length is that far away.
        if (Math.abs(text.length - wanted.length) > fewest)
            continue;
        const mistakes = mistakesBetween(wanted, text);
        if (mistakes > fewest)
            continue;
        near = mistakes < fewest ? [candidate] : [...near, candidate];
        fewest = mistakes;
    }
    return (near.length > 0 ? near : longer).sort();
}
/** The optimal string alignment distance: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance */
function mistakesBetween(one, other) {
    const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
    const at = (row, column) => rows[row]?.[column] ?? 0;
    for (let row = 1; row <= one.length; row++) {
        const next = [row];
        rows.push(next);
        for (let column = 1; column <= other.length; column++) {
            const same = one[row - 1] === other[column - 1];
            const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
            next.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1), ...(swapped ? [at(row - 2, column - 2) + 1] : [])));
        }
    }
    return at(one.length, other.length);
}


/***/ }),

/***/ 89916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ asSentence),
/* harmony export */   u: () => (/* binding */ withFullStop)
/* harmony export */ });
/** With a full stop at its end where the text has no end of a sentence yet: AWS ends some of its messages so and some not. */
function withFullStop(text) {
    const trimmed = text.trim();
    return /[.!?)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/** A reason as a sentence of its own: a capital and a full stop. An instance id stays an id wherever it stands. */
function asSentence(reason) {
    return withFullStop(reason.startsWith('i-') ? reason : reason.charAt(0).toUpperCase() + reason.slice(1));
}


/***/ }),

/***/ 2240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime),
/* harmony export */   q: () => (/* binding */ clockTime)
/* harmony export */ });
/** `2026-01-31T09:05:07Z` of seconds since the Unix epoch; a report must not throw, so nonsense becomes the epoch. */
function isoTime(seconds) {
    const date = new Date(Math.round(seconds) * 1000);
    return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace('.000Z', 'Z');
}
/** `09:05:07`, in UTC, of seconds since the Unix epoch. */
function clockTime(seconds) {
    return isoTime(seconds).slice(-9, -1);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6857);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
