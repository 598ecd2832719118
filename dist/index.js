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
    followedBy: ['wait', 'resume'],
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
    followedBy: ['terminate', 'wait', 'resume'],
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
/* harmony export */   FZ: () => (/* binding */ unfinishedText),
/* harmony export */   S5: () => (/* binding */ isFromFuture),
/* harmony export */   VW: () => (/* binding */ HEARTBEAT_SECONDS),
/* harmony export */   hF: () => (/* binding */ isLeaseLive),
/* harmony export */   hJ: () => (/* binding */ heldByOther),
/* harmony export */   jK: () => (/* binding */ leaseConflict),
/* harmony export */   lT: () => (/* binding */ claimLease),
/* harmony export */   qc: () => (/* binding */ DEAD_AFTER_SECONDS),
/* harmony export */   rt: () => (/* binding */ runName),
/* harmony export */   ui: () => (/* binding */ isUnfinished),
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
/** Whether a run that is not at work any more has left this, and not on purpose. */
const isUnfinished = (memo, run, at) => memo.heartbeatAt > 0 && !isLeaseLive(memo, run, at);
const unfinishedText = (group, memo) => `Run ${runName(memo)} has left ${group} unfinished: \`mode: restore\` puts it back all the same.`;
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
/* harmony import */ var _main_main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(70649);
/* harmony import */ var _platform_github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(73290);
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
    const { command } = await Promise.all(/* import() */[__nccwpck_require__.e(4148), __nccwpck_require__.e(7707)]).then(__nccwpck_require__.bind(__nccwpck_require__, 97707));
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
    const isOfPair = namesPair(reader);
    const used = (0,modes/* usedInputs */.F4)(mode, isOfPair);
    const isWithoutPlan = !reader.set.some((name) => name === 'plan-file' || name === 'apply');
    return reader.set.flatMap((name) => {
        if (!used.includes(name))
            return [`\`${name}\` has no effect with \`mode: ${mode}\`${ofWhat(name, mode, isOfPair)}.`];
        if ((name === 'heal-standby' || name === 'heal-sources') && !reader.set.includes('heal'))
            return [`\`${name}\` has no effect without \`heal\`.`];
        return name === 'plan-expires' && isWithoutPlan ? ['`plan-expires` has no effect without `plan-file`.'] : [];
    });
}
/** Where the mode knows the input, but not for what this run is of. */
function ofWhat(name, mode, isOfPair) {
    if (!modes/* modes */.nI[mode].uses.includes(name))
        return '';
    return isOfPair ? ' of two groups' : ' without two groups';
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
    scaling: 'follow',
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
/* harmony export */   F4: () => (/* binding */ usedInputs),
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
    'managed-groups',
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
/**
 * The inputs that mean something to one run of the mode: a release or a rollback is of a shift of traffic where two groups are named, and of
 * rolls elsewhere.
 */
function usedInputs(mode, isOfPair) {
    if (mode !== 'release' && mode !== 'rollback')
        return modes[mode].uses;
    if (isOfPair)
        return [...paired, ...(mode === 'release' ? [...shifts, ...kept] : pairs), ...plans];
    return [...common, ...(mode === 'release' ? releases : scalesUp), ...plans];
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

/***/ 70649:
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
    const managedGroups = reader.value('managed-groups', (0,parse/* oneOf */.yL)('warn', 'allow'));
    return { pair: readPair(reader), means, listenerRules, record, hostedZone, identifiers, managedGroups };
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

// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(24502);
// EXTERNAL MODULE: ./build/src/text/time.js
var time = __nccwpck_require__(2240);
// EXTERNAL MODULE: ./build/src/report/result-parts.js
var result_parts = __nccwpck_require__(3980);
// EXTERNAL MODULE: ./build/src/report/results/request.js
var request = __nccwpck_require__(87736);
;// CONCATENATED MODULE: ./build/src/report/results/change-record.js




/** What an input holds that no log should show, or more than a line of a record should. */
const INPUT_CHARACTERS = 500;
const MOST_VERDICTS = 20;
/** Inputs that were given, by name. */
const shownInputs = (inputs) => Object.fromEntries(inputs
    .filter(([, text]) => text !== '')
    .map(([name, text]) => [name, (0,request/* isUnshown */.Nd)(name, text) ? '***' : (0,text_escape/* clip */.$Q)(text, INPUT_CHARACTERS)]));
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
    const { connect } = await Promise.all(/* import() */[__nccwpck_require__.e(3193), __nccwpck_require__.e(1015)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21015));
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
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(9936), __nccwpck_require__.e(411)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82792))).patchImage(run, inputs);
        case 'patch-docker':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(9936), __nccwpck_require__.e(933)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70933))).patchDocker(run, inputs);
        case 'respawn':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(5490)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75490))).respawn(run, inputs);
        case 'scale-up-patch':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(2371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52371))).scaleUpPatch(run, inputs);
        case 'release':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(231)]).then(__nccwpck_require__.bind(__nccwpck_require__, 40231))).release(run, inputs);
        case 'rollback':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(397)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70397))).rollback(run, inputs);
        case 'shift':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(5484)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75484))).shift(run, inputs);
        case 'blue-green':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(9936), __nccwpck_require__.e(3590)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3590))).blueGreen(run, inputs);
        case 'redeploy-bastion':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(9894), __nccwpck_require__.e(9746), __nccwpck_require__.e(7629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 89746))).redeployBastion(run, inputs);
        case 'restore':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(9746), __nccwpck_require__.e(3536)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536))).restore(run, inputs);
        case 'janitor':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(9746), __nccwpck_require__.e(2053)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72053))).janitor(run, inputs);
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
        const { undoBastion } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(9894), __nccwpck_require__.e(9746), __nccwpck_require__.e(7629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 89746));
        return await undoBastion(run, inputs, found);
    };
    const restoreGroups = async () => {
        if (names.length === 0)
            return { groups: [], traffic: [] };
        const { restoreAll } = await Promise.all(/* import() */[__nccwpck_require__.e(5814), __nccwpck_require__.e(8815), __nccwpck_require__.e(1256), __nccwpck_require__.e(4170), __nccwpck_require__.e(7277), __nccwpck_require__.e(3727), __nccwpck_require__.e(6019), __nccwpck_require__.e(7054), __nccwpck_require__.e(9894), __nccwpck_require__.e(5484), __nccwpck_require__.e(9746), __nccwpck_require__.e(3536)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536));
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
function consoleReport(sink, logEnding) {
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
        logEnding(result, finished).forEach(say);
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
        const { at, width } = ledger;
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
        // What only evens the zones comes when all is replaced: it is waited for as well.
        const total = Math.max(ledger.toReplace, coming.length > 0 ? weightOf(ready) + weightOf(coming) : 0);
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
    let shown;
    const toConsole = consoleReport(runner, (result, finished) => shown?.rendererOf(result).logEnding(result, finished) ?? []); // prettier-ignore
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
    shown = await presentation();
    report({ kind: 'ended', at: endedAt, result });
    const { runRequest, connected } = record;
    await page?.write({ request: runRequest, result, failure, warnings: collector.warnings, endedAt }, report);
    const callCounts = sums(connected.flatMap(({ caller }) => [...caller.calls]));
    const { warnings } = collector;
    const markdown = shown.summary({
        request: runRequest,
        result,
        callCounts,
        warnings,
        record: changes,
        ...(failure && { failure }),
    });
    await runner.writeSummary(markdown);
    await record.summarised?.(markdown);
    if (annotation)
        runner.setFailed(annotation.message, annotation.title);
    const notice = annotation === undefined ? shown.rendererOf(result).notice(runRequest, result) : undefined;
    return { runRequest, result, failure, record: changes, notice };
}
/** What shows a result: much code, of which a run needs nothing before it has one. */
const presentation = () => Promise.all(/* import() */[__nccwpck_require__.e(4148), __nccwpck_require__.e(4687)]).then(__nccwpck_require__.bind(__nccwpck_require__, 34687));
const NO_RESULT = { kind: 'groups', groups: [] };
/** What the work comes to; where it throws, what had a result before that. */
async function endOf(runner, work) {
    try {
        const result = await work();
        const { rendererOf } = await presentation();
        return { result, annotation: rendererOf(result).annotation(result) };
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
            const { reportPage } = await Promise.all(/* import() */[__nccwpck_require__.e(503), __nccwpck_require__.e(4148), __nccwpck_require__.e(4550)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4550));
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
    const { writeOutputs } = await presentation();
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

/***/ 73290:
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
function HttpClient() {
  throw new Error('@actions/http-client is not in the bundle.')
}
function BearerCredentialHandler() {
  throw new Error('@actions/http-client is not in the bundle.')
}

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
;// CONCATENATED MODULE: ./build/node_modules/@actions/exec/index.js
function getExecOutput() {
  throw new Error('@actions/exec is not in the bundle.')
}

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
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
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
