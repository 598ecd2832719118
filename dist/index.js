import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ groupsBehind),
/* harmony export */   LI: () => (/* binding */ byDaysBehind),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   js: () => (/* binding */ overImageAge),
/* harmony export */   nS: () => (/* binding */ auditRowKinds),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
/* unused harmony export isBehind */
/** What the rows of an audit are: images with how many instances run on each, or every instance for itself. */
const auditRowKinds = ['groups', 'instances'];
const ranks = { stale: 0, unrolled: 1, unknown: 2, current: 3 };
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

/***/ 1566:
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

/***/ 7613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tO: () => (/* binding */ CHANGE_KINDS),
  tC: () => (/* binding */ afterChange),
  k0: () => (/* binding */ changeText),
  WH: () => (/* binding */ isVisibleIn),
  Gm: () => (/* binding */ supersedes)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/clear-state.js
var clear_state = __nccwpck_require__(1535);
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
    describe: () => 'say that the run is alive',
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
var counted = __nccwpck_require__(1582);
;// CONCATENATED MODULE: ./build/src/domain/rollout/changes/terminate.js

const terminateKind = {
    stepAction: 'terminate',
    subject: 'sizes',
    changesGroup: true,
    needsRecentLook: true,
    // Which instances may leave is weighed anew after every look: while AWS asks to slow down, others may fall sick.
    attempts: 1,
    followedBy: ['terminate', 'wait'],
    applyTo: (fleet, { instances, decrement }) => ({
        ...fleet,
        sizes: decrement
            ? { ...fleet.sizes, desired: fleet.sizes.desired - (0,counted/* capacityOf */.A$)(named(fleet, instances)) }
            : fleet.sizes,
        instances: fleet.instances.map((instance) => instances.includes(instance.id) ? { ...instance, lifecycle: 'Terminating', readySince: undefined } : instance),
    }),
    isVisibleIn: (fleet, { instances }) => named(fleet, instances).length === 0,
    describe: ({ instances, decrement }, list) => `terminate ${list(instances)}${decrement ? ` and lower desired capacity with ${instances.length === 1 ? 'it' : 'them'}` : ''}`,
};
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

/***/ 1535:
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
/** A memo in another run's name is news as well, to be decided on and not waited for; the predecessor's name is none. */
const showsLease = (memo, written, after) => {
    if (memo.run === written.run)
        return memo.heartbeatAt === written.heartbeatAt ? 'ours' : 'not yet';
    return memo.run === after?.run ? 'not yet' : 'other';
};
const showsFacts = (memo, written) => memo.sizes.desired === written.sizes.desired &&
    memo.dark === written.dark &&
    memo.scheduledUntil === written.scheduledUntil &&
    memo.handedSizes?.max === written.handedSizes?.max &&
    memo.progress?.gatesPassed === written.progress?.gatesPassed &&
    memo.progress?.phase === written.progress?.phase;
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
        return shown === 'other' || (shown === 'ours' && showsFacts(memo, written));
    },
    describe: ({ memo: { sizes }, carriers = [] }, list) => `save its state in tags (min ${sizes.min}, desired ${sizes.desired}, max ${sizes.max})${carriers.length > 0 ? `, also on ${list(carriers)}` : ''}`,
};


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ capacityOf),
/* harmony export */   eb: () => (/* binding */ holdsRoom),
/* harmony export */   he: () => (/* binding */ isCounted)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7548);

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

/***/ 7548:
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

/***/ 8975:
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
/* harmony import */ var _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(606);

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
/* harmony import */ var _yaml_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(606);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8975);


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

/***/ 606:
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

/***/ 7406:
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
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3453);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7406);
/* harmony import */ var _main_main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6678);
/* harmony import */ var _platform_github_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3732);
/** The entry point of both steps: gives the run the real platform. dist/post.js starts it again after the job. */




const cancelled = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'])
    process.on(name, () => cancelled.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ()));
const platform = { runner: (0,_platform_github_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .githubRunner */ .O)(), clock: _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m, random: Math.random, signal: cancelled.signal };
await (0,_main_main_js__WEBPACK_IMPORTED_MODULE_2__/* .mainOrPost */ .dJ)(platform);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1086:
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

/***/ 1975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isMode),
/* harmony export */   n: () => (/* binding */ modes)
/* harmony export */ });
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
    'audit-path',
    'timeout',
    'dry-run',
];
const rolls = [
    'surge',
    'max-unavailable',
    'max-leaving',
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
const releases = [...rolls.filter((name) => name !== 'surge' && name !== 'force'), ...waves, ...gates];
const darkness = ['dark', 'release-after'];
const scalesUp = [...rolls.filter((name) => name !== 'max-unavailable'), ...darkness];
/** An audit is over in minutes: `timeout` is for those that wait. */
const audits = [
    ...common.filter((name) => name !== 'timeout' && name !== 'break-glass' && name !== 'audit-path'),
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
const catalogues = common.filter((name) => !['auto-scaling-groups', 'stacks', 'tags', 'service', 'break-glass', 'audit-path', 'timeout', 'dry-run'].includes(name));
/** Every mode there is. */
const modes = {
    images: { uses: audits, changes: false, regions: 'several' },
    'patch-image': {
        uses: [...common, ...images, 'replace-ssm-alias', ...patches, ...rolls, ...waves, ...gates, ...darkness],
        changes: true,
        regions: 'one',
    },
    'patch-docker': {
        uses: [...common, ...dockerInputs, ...patches, ...rolls, ...waves, ...gates, ...darkness],
        changes: true,
        regions: 'one',
    },
    respawn: { uses: [...common, ...rolls, ...waves, ...gates], changes: true, regions: 'one' },
    'scale-up-patch': { uses: [...common, ...scalesUp, ...waves, ...gates], changes: true, regions: 'one' },
    release: { uses: [...common, ...releases], changes: true, regions: 'one' },
    rollback: { uses: [...common, ...scalesUp], changes: true, regions: 'one' },
    'redeploy-bastion': {
        uses: [...single, ...images, ...dockerInputs, 'force', 'instance-timeout', ...bastions],
        changes: true,
        regions: 'one',
    },
    restore: {
        uses: [...common.filter((name) => name !== 'break-glass'), 'bastion', 'elastic-ip'],
        changes: true,
        regions: 'one',
    },
    catalogue: { uses: catalogues, changes: false, regions: 'several' },
};
function isMode(text) {
    return Object.hasOwn(modes, text);
}


/***/ }),

/***/ 3468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ WrongInput),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   I3: () => (/* binding */ stacks),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   YW: () => (/* binding */ optionalSeconds),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   aK: () => (/* binding */ hint),
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
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7443);
/* harmony import */ var _list_form_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1086);


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
function optionalSeconds(most) {
    return (text) => {
        const value = decimal(text);
        if (text === '' || (value !== undefined && value <= most))
            return value;
        throw new WrongInput(`must be seconds, from 0 to ${most}`);
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

/***/ 5159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ optionalSessionName),
/* harmony export */   b1: () => (/* binding */ optionalRole),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   te: () => (/* binding */ defaultSessionName)
/* harmony export */ });
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3468);

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

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dJ: () => (/* binding */ mainOrPost)
});

// UNUSED EXPORTS: main, post

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit_audit = __nccwpck_require__(2561);
;// CONCATENATED MODULE: ./build/src/domain/audit/report-format.js
/** The formats of a report, by the ending of its file. */
const reportFormats = ['tsv', 'csv', 'json'];
/** The format that the ending of a path means, in any case; undefined for every other ending. */
function formatOf(path) {
    return reportFormats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}

// EXTERNAL MODULE: ./build/src/inputs/parse.js
var inputs_parse = __nccwpck_require__(3468);
;// CONCATENATED MODULE: ./build/src/inputs/audit.js



/** Reads what the audit takes; problems are left in the reader. */
function readAudit(reader) {
    return {
        reportRows: reader.value('report-rows', (0,inputs_parse/* oneOf */.yL)(...audit_audit/* auditRowKinds */.nS)),
        maxDaysBehind: reader.value('max-days-behind', optionalDays),
        maxImageAgeDays: reader.value('max-image-age-days', optionalDays),
        reportFile: reader.value('report-path', reportFile),
    };
}
const optionalDays = (text) => text === '' ? undefined : (0,inputs_parse/* integer */.nd)({ from: 0, to: 36_500 })(text);
function reportFile(path) {
    if (path === '')
        return undefined;
    const format = formatOf(path);
    if (format !== undefined)
        return { path, format };
    const endings = reportFormats.map((ending) => `.${ending}`);
    throw new inputs_parse/* WrongInput */.Ey(`must end in one of ${(0,inputs_parse/* quoted */.TL)(endings)}${(0,inputs_parse/* hint */.aK)(/\.\w+$/.exec(path)?.[0] ?? '', endings)}`);
}

;// CONCATENATED MODULE: ./build/src/inputs/declared.js
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
    'audit-path': undefined,
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
    timeout: '330',
    'dry-run': 'false',
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

// EXTERNAL MODULE: ./build/src/domain/user-data/wanted-image.js
var wanted_image = __nccwpck_require__(9440);
;// CONCATENATED MODULE: ./build/src/inputs/patch.js


const rollout = (0,inputs_parse/* oneOf */.yL)('none', 'respawn', 'scale-up-patch');
/** Reads what a patch takes; problems are left in the reader. */
function readPatch(reader) {
    return {
        rollout: reader.value('rollout', rollout),
        instanceType: reader.value('instance-type', optionalInstanceType),
        migrateToLaunchTemplate: reader.value('migrate-to-launch-template', inputs_parse/* boolean */.zM),
    };
}
/** Reads what `patch-docker` is told besides: at least an image, user data or an instance type is there. */
function readDocker(reader) {
    const docker = readDockerImage(reader);
    const instanceType = reader.value('instance-type', inputs_parse/* optionalText */.mR);
    reader.rule(['docker-image', 'user-data', 'instance-type'], () => [docker.dockerImage, docker.userData, instanceType].some((text) => text !== undefined), '`mode: patch-docker` needs at least one of `docker-image`, `user-data` and `instance-type`.');
    return docker;
}
/** Reads what is merged into user data, of groups and of bastions. */
function readDockerImage(reader) {
    // Neither text goes through a parser that could fail: a problem would be told with the text, which may be a secret.
    const dockerImage = reader.value('docker-image', inputs_parse/* optionalText */.mR);
    const userData = reader.value('user-data', inputs_parse/* optionalText */.mR);
    const problem = dockerImage === undefined ? undefined : (0,wanted_image/* wantedImageProblem */.s2)(dockerImage);
    reader.rule(['docker-image'], () => problem === undefined, `\`docker-image\` must be an image reference such as \`registry.example.org/team/app:1.2\`, or a tag or digest alone, but ${problem}. What was given is not shown, since it may hold a secret.`);
    return { dockerImage, allowOtherRepository: reader.value('allow-other-repository', inputs_parse/* boolean */.zM), userData };
}
function optionalInstanceType(text) {
    if (text === '' || /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text))
        return (0,inputs_parse/* optionalText */.mR)(text);
    throw new inputs_parse/* WrongInput */.Ey('must be an instance type such as `m7g.large`');
}

;// CONCATENATED MODULE: ./build/src/inputs/bastion.js


function readBastionNames(reader) {
    return {
        bastion: reader.value('bastion', inputs_parse/* optionalText */.mR),
        elasticIp: reader.value('elastic-ip', optionalElasticIp),
    };
}
/** Reads what the replacement of a bastion takes; problems are left in the reader. */
function readBastion(reader) {
    const names = readBastionNames(reader);
    reader.rule(['bastion', 'elastic-ip'], () => names.bastion !== undefined || names.elasticIp !== undefined, '`mode: redeploy-bastion` needs `bastion` or `elastic-ip`.');
    return {
        ...names,
        subnets: reader.value('subnets', inputs_parse/* list */.p_),
        sshPort: reader.value('ssh-port', (0,inputs_parse/* integer */.nd)({ from: 1, to: 65_535 })),
        sshTimeoutSeconds: reader.value('ssh-timeout', (0,inputs_parse/* minutes */.Gx)(1440)),
        instanceTimeoutSeconds: reader.value('instance-timeout', (0,inputs_parse/* minutes */.Gx)(1440)),
        keepOldSeconds: reader.value('keep-old-minutes', minutesOrNone),
        liftTerminationProtection: reader.value('lift-termination-protection', inputs_parse/* boolean */.zM),
        probeAddress: reader.value('probe-address', (0,inputs_parse/* oneOf */.yL)('public', 'private')),
        force: reader.value('force', inputs_parse/* boolean */.zM),
        ...readDockerImage(reader),
    };
}
const minutesOrNone = (text) => (/^0(\.0+)?$/.test(text) ? 0 : (0,inputs_parse/* minutes */.Gx)(1440)(text));
function optionalElasticIp(text) {
    if (text === '' || /^(eipalloc-[0-9a-f]+|\d{1,3}(\.\d{1,3}){3})$/.test(text))
        return (0,inputs_parse/* optionalText */.mR)(text);
    throw new inputs_parse/* WrongInput */.Ey('must be an allocation id such as `eipalloc-0123456789abcdef0`, or an IPv4 address');
}

// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __nccwpck_require__(1975);
// EXTERNAL MODULE: ./build/src/inputs/role.js
var inputs_role = __nccwpck_require__(5159);
;// CONCATENATED MODULE: ./build/src/inputs/common.js




/** Reads what every mode takes and checks it as a whole; problems are left in the reader. */
function readCommon(reader, { environment, mode, selectors: usual }) {
    const regions = reader.value('aws-region', regionList);
    const role = reader.value('role-to-assume', inputs_role/* optionalRole */.b1);
    const allowedAccountIds = reader.value('allowed-account-ids', (0,inputs_parse/* listOf */.c3)(/^\d{12}$/, 'account ids of 12 digits'));
    const groups = reader.value('auto-scaling-groups', inputs_parse/* list */.p_);
    const stackList = reader.value('stacks', inputs_parse/* stacks */.I3);
    const tagList = reader.value('tags', inputs_parse/* tags */._A);
    const [region] = regions;
    const given = { groups, stacks: stackList, tags: tagList };
    const selectors = usual !== undefined && namesNothing(given) ? usual : given;
    reader.rule(['aws-region'], 
    // A catalogue can be read without an account.
    () => region !== undefined || (mode === 'catalogue' && role === undefined), '`aws-region` is missing and neither `AWS_REGION` nor `AWS_DEFAULT_REGION` is set.');
    reader.rule(['aws-region'], () => regions.length < 2 || mode === undefined || modes/* modes */.n[mode].regions === 'several', `\`aws-region\` must be one region with \`mode: ${mode}\`, not ${(0,inputs_parse/* quoted */.TL)(regions)}.`);
    reader.rule(['aws-region', 'role-to-assume'], () => role === undefined || region === undefined || role.partition === ((0,inputs_role/* partitionOf */.iQ)(region) ?? role.partition), `\`role-to-assume\` is a role of the partition \`${role?.partition}\`, but \`aws-region\` \`${region}\` belongs to another.`);
    reader.rule(['role-to-assume', 'allowed-account-ids'], () => role === undefined || allowedAccountIds.length === 0 || allowedAccountIds.includes(role.account), `\`role-to-assume\` is a role of the account ${role?.account}, which \`allowed-account-ids\` does not hold.`);
    reader.rule(['auto-scaling-groups', 'stacks', 'tags'], () => mode === undefined || !modes/* modes */.n[mode].changes || namesBastion(reader, mode) || !namesNothing(selectors), `\`mode: ${mode}\` needs at least one of \`auto-scaling-groups\`, \`stacks\` and \`tags\`, or \`service\` with a catalogue; all groups of a region are \`auto-scaling-groups: '*'\`.`);
    // Its default is a run that changes things: what was meant is not known.
    reader.rule(['dry-run'], () => !reader.empty.includes('dry-run'), '`dry-run` is empty, as from an expression without a value (`inputs` have none in a scheduled run), but must be `true` or `false`: with `${{ inputs.dry-run || false }}` such a run changes things.');
    return {
        regions,
        credentials: {
            role,
            sessionName: reader.value('role-session-name', inputs_role/* optionalSessionName */.Ar) ?? (0,inputs_role/* defaultSessionName */.te)(environment.runId),
            durationSeconds: reader.value('role-duration-seconds', (0,inputs_parse/* integer */.nd)({ from: 900, to: 43_200 })),
            audience: reader.value('audience', inputs_parse/* optionalText */.mR),
        },
        allowedAccountIds,
        dryRun: reader.value('dry-run', inputs_parse/* boolean */.zM),
        selectors,
        timeoutSeconds: reader.value('timeout', (0,inputs_parse/* minutes */.Gx)(7200)),
        warnings: mode === undefined ? [] : idleInputs(reader, mode),
        notes: mode === undefined ? [] : emptyInputs(reader, mode),
    };
}
const namesNothing = ({ groups, stacks: references, tags: pairs }) => [groups, references, pairs].every(({ length }) => length === 0);
/** A mode that is about a bastion, or may be, needs no group. */
const namesBastion = (reader, mode) => mode === 'redeploy-bastion' ||
    (mode === 'restore' && reader.set.some((name) => name === 'bastion' || name === 'elastic-ip'));
const regionList = (0,inputs_parse/* listOf */.c3)(/^[a-z]{2,6}(-[a-z]+)+-\d{1,2}$/, 'a region such as `eu-central-1`');
function idleInputs(reader, mode) {
    const used = modes/* modes */.n[mode].uses;
    return reader.set
        .filter((name) => !used.includes(name))
        .map((name) => `\`${name}\` has no effect with \`mode: ${mode}\`.`);
}
/** A reusable workflow passes its own inputs on, also those that it was not given: that deserves no annotation. */
function emptyInputs(reader, mode) {
    const used = modes/* modes */.n[mode].uses;
    return reader.empty
        .filter((name) => used.includes(name))
        .map((name) => `\`${name}\` was passed empty: its default \`${declaredInputs[name]}\` is used.`);
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


/** Reads the gates of a roll; problems are left in the reader. A job of GitHub's own runners ends after six hours. */
function readGates(reader, { timeoutSeconds, isHosted, regions, }) {
    const checkpoints = reader.value('checkpoints', ascendingAmounts);
    const bake = reader.value('bake', (0,inputs_parse/* optionalMinutesOrNone */.zx)(7200));
    const atEnd = reader.value('bake-at-end', (0,inputs_parse/* optionalMinutesOrNone */.zx)(7200));
    const promote = reader.value('promote', (0,inputs_parse/* oneOf */.yL)('auto', 'by-hand'));
    const job = longestJob(isHosted);
    const instead = 'end it at the gate with `promote: by-hand`, and go on in another one with `mode: release`';
    boundedBake(reader, { name: 'bake', seconds: bake ?? 0, timeoutSeconds, job, instead });
    boundedBake(reader, { name: 'bake-at-end', seconds: atEnd ?? 0, timeoutSeconds, job, instead });
    reader.rule(['promote', 'checkpoints'], () => promote === 'auto' || checkpoints.length > 0, '`promote: by-hand` ends the run at a checkpoint: it needs `checkpoints`.');
    const bakeSeconds = bake ?? 0;
    const bakeAtEndSeconds = atEnd ?? bakeSeconds;
    const alarms = readAlarms(reader, regions);
    const onFailure = reader.value('on-gate-failure', (0,inputs_parse/* oneOf */.yL)('rollback', 'hold', 'restore'));
    if (checkpoints.length === 0 && bakeAtEndSeconds === 0 && alarms === undefined)
        return { gates: undefined };
    return { gates: { checkpoints, bakeSeconds, bakeAtEndSeconds, promote, alarms, onFailure } };
}
/** Names may hold commas: one alarm per line. */
function readAlarms(reader, regions) {
    const given = reader.value('alarms', alarmNames);
    const elsewhere = given.filter(({ region }) => region !== undefined && !regions.includes(region));
    reader.rule(['alarms', 'aws-region'], () => elsewhere.length === 0, `\`alarms\` must be of the region of the groups, ${(0,inputs_parse/* quoted */.TL)(regions)}; ${(0,inputs_parse/* quoted */.TL)(elsewhere.map(({ name }) => name))} ${elsewhere.length === 1 ? 'is' : 'are'} not.`);
    const atStart = reader.value('alarms-at-start', (0,inputs_parse/* oneOf */.yL)('refuse', 'ignore-until-ok'));
    const withoutData = reader.value('alarms-without-data', (0,inputs_parse/* oneOf */.yL)('neutral', 'wait', 'fail'));
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
        throw new inputs_parse/* WrongInput */.Ey(`must be names of CloudWatch alarms, or their ARNs, one per line; ${(0,inputs_parse/* quoted */.TL)([entry])} is neither`);
    });
}
/** Amounts of one kind are ascending; where both kinds are mixed, that depends on the group. */
function ascendingAmounts(text) {
    const texts = (0,inputs_parse/* list */.p_)(text);
    const amounts = texts.map((each) => {
        const read = (0,inputs_parse/* amount */.vj)(100)(each);
        if (read.value === 0)
            throw new inputs_parse/* WrongInput */.Ey('must be more than 0, such as `1` or `25%`');
        return read;
    });
    const falling = texts.filter((_, index) => {
        const before = amounts[index - 1];
        const now = amounts[index];
        return before !== undefined && now?.kind === before.kind && now.value <= before.value;
    });
    if (falling.length === 0)
        return amounts;
    throw new inputs_parse/* WrongInput */.Ey(`must ascend from line to line; ${(0,inputs_parse/* quoted */.TL)(falling)} ${falling.length > 1 ? 'do' : 'does'} not`);
}

;// CONCATENATED MODULE: ./build/src/inputs/image.js

/** Reads what a mode that looks for images takes; problems are left in the reader. */
function readImage(reader) {
    return {
        images: reader.value('image', imageRequests),
        imageOwners: reader.value('image-owners', (0,inputs_parse/* listOf */.c3)(OWNER, 'account ids, `self`, `amazon` or `aws-marketplace`', OWNER_WORDS)),
    };
}
/** The aliases that DescribeImages takes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
const OWNER_WORDS = ['self', 'amazon', 'aws-marketplace', 'aws-backup-vault'];
const OWNER = new RegExp(`^(\\d{12}|${OWNER_WORDS.join('|')})$`);
function imageRequests(text) {
    const requests = (0,inputs_parse/* list */.p_)(text).map(imageRequest);
    const single = requests.some(({ kind }) => kind === 'latest' || kind === 'name');
    if (requests.length > 1 && single)
        throw new inputs_parse/* WrongInput */.Ey('must be one entry; only ids and parameters may be several, one for each architecture');
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
    throw new inputs_parse/* WrongInput */.Ey(`must be \`latest\`, an image id, \`name:<glob>\` or \`ssm:<parameter>\`; ${(0,inputs_parse/* quoted */.TL)([entry])} is none${(0,inputs_parse/* hint */.aK)(entry, ['latest'])}`);
}

;// CONCATENATED MODULE: ./build/src/inputs/reader.js


function inputReader(source) {
    const problems = [];
    const wrong = new Set();
    const texts = new Map();
    for (const name of Object.keys(declaredInputs))
        texts.set(name, source.input(name).trim());
    const empty = source
        .passedInputs()
        .filter((name) => texts.get(name) === '')
        .filter((name) => declaredInputs[name] !== undefined);
    return {
        problems,
        empty,
        set: [...texts].filter(([name, text]) => text !== '' && text !== declaredInputs[name]).map(([name]) => name),
        value: (name, parse) => {
            const fallback = declaredInputs[name] ?? '';
            const text = texts.get(name) || fallback;
            try {
                return parse(text);
            }
            catch (error) {
                if (!(error instanceof inputs_parse/* WrongInput */.Ey))
                    throw error;
                // An input may be read for two purposes; what is wrong with it is said once.
                if (!wrong.has(name))
                    problems.push(`\`${name}\`${text === '' ? '' : ` is ${(0,inputs_parse/* quoted */.TL)([text])} but`} ${error.message}.`);
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

;// CONCATENATED MODULE: ./build/src/inputs/probe.js

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
        throw new inputs_parse/* WrongInput */.Ey(allowed);
    // Without a place for the instance's own address every instance would pass for the same stranger.
    if (placeholders.length === 0)
        throw new inputs_parse/* WrongInput */.Ey(allowed);
    const [, host, port] = /^tcp:\/\/([^\s/:]+):(\d{1,5})\/?$/.exec(text) ?? [];
    if (host !== undefined && Number(port) > 0 && Number(port) < 65_536)
        return { kind: 'tcp', host, port: Number(port) };
    if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text.replaceAll(/\{[^}]*\}/g, '192.0.2.1')))
        return { kind: 'http', url: text };
    throw new inputs_parse/* WrongInput */.Ey(allowed);
}

;// CONCATENATED MODULE: ./build/src/inputs/roll.js


const onFailure = (0,inputs_parse/* oneOf */.yL)('restore', 'rollback', 'hold');
/** One at a time: the surge where a roll lets new instances come and old ones go in turn. */
const ONE = { kind: 'count', value: 1 };
/** The surge where all new instances come before any old one goes. */
const ALL = { kind: 'percent', value: 100 };
/**
 * Reads what a roll takes; problems are left in the reader. The input `surge` has no default of its own, so that one
 * that was not given can be told from `1`: `usualSurge` stands for it.
 */
function readRoll(reader, usualSurge) {
    const surge = reader.value('surge', (text) => (text === '' ? usualSurge : (0,inputs_parse/* amount */.vj)(1000)(text)));
    const maxUnavailable = reader.value('max-unavailable', (0,inputs_parse/* amount */.vj)(100));
    reader.rule(['surge', 'max-unavailable'], () => surge.value > 0 || maxUnavailable.value > 0, '`surge` and `max-unavailable` are both 0: nothing could ever be replaced. Set one of them to at least `1`.');
    return {
        surge,
        maxUnavailable,
        maxLeaving: reader.value('max-leaving', (0,inputs_parse/* optionalAmount */.vV)(100)),
        force: reader.value('force', inputs_parse/* boolean */.zM),
        instanceTimeoutSeconds: reader.value('instance-timeout', (0,inputs_parse/* minutes */.Gx)(1440)),
        warmupSeconds: reader.value('warmup', (0,inputs_parse/* optionalSeconds */.YW)(86_400)),
        probe: reader.value('probe', optionalProbe),
        maxFailures: reader.value('max-failures', (0,inputs_parse/* integer */.nd)({ from: 1, to: 1000 })),
        onFailure: reader.value('on-failure', (text) => (text === '' ? undefined : onFailure(text))),
        protectedInstances: reader.value('protected-instances', (0,inputs_parse/* oneOf */.yL)('replace', 'ignore', 'fail')),
        standbyInstances: reader.value('standby-instances', (0,inputs_parse/* oneOf */.yL)('replace', 'ignore', 'fail')),
        managedGroups: reader.value('managed-groups', (0,inputs_parse/* oneOf */.yL)('warn', 'allow')),
    };
}

;// CONCATENATED MODULE: ./build/src/inputs/dark.js

/** Reads what a dark launch takes; problems are left in the reader. */
function readDark(reader) {
    const dark = reader.value('dark', inputs_parse/* boolean */.zM);
    const releaseAfterSeconds = reader.value('release-after', optionalMinutes);
    reader.rule(['dark', 'release-after'], () => dark || releaseAfterSeconds === undefined, '`release-after` says when a dark half is released: it needs `dark: true`.');
    return { dark: dark ? { releaseAfterSeconds } : undefined };
}
const optionalMinutes = (text) => (text === '' ? undefined : (0,inputs_parse/* minutes */.Gx)(7200)(text));

;// CONCATENATED MODULE: ./build/src/inputs/scale-up.js



/** Reads what the roll after a patch takes, by what `rollout` says; problems are left in the reader. */
function readRollout(reader) {
    if (reader.value('rollout', rollout) === 'scale-up-patch')
        return readScaleUp(reader);
    const { dark } = readDark(reader);
    reader.rule(['dark'], () => dark === undefined, '`dark: true` needs `rollout: scale-up-patch`.');
    return { ...readRoll(reader, ONE), dark };
}
/** Reads what such a roll takes; problems are left in the reader. */
function readScaleUp(reader) {
    const roll = readRoll(reader, ALL);
    const darkness = readDark(reader);
    const { surge } = roll;
    reader.rule(['surge'], () => surge.value > 0, '`surge` is 0, but new instances are to come before old ones go.');
    reader.rule(['surge', 'dark'], () => darkness.dark === undefined || surge.kind === 'count' || surge.value >= 100, '`dark: true` needs room for the whole new half: leave `surge` out, or set it to at least `100%`.');
    // Nothing is missing meanwhile: that is what the doubling is for.
    return { ...roll, maxUnavailable: { kind: 'count', value: 0 }, ...darkness };
}

// EXTERNAL MODULE: ./build/src/inputs/list-form.js
var list_form = __nccwpck_require__(1086);
;// CONCATENATED MODULE: ./build/src/inputs/waves.js



/** Reads in which order groups follow one another; problems are left in the reader. */
function readWaves(reader, { timeoutSeconds, isHosted, rollout }) {
    const order = reader.value('order', orderLines);
    const bake = reader.value('group-bake', (0,inputs_parse/* optionalMinutesOrNone */.zx)(7200));
    const maxGroups = reader.value('max-groups', (text) => text === '' ? undefined : (0,inputs_parse/* integer */.nd)({ from: 1, to: 1000 })(text));
    const maxFailedGroups = reader.value('max-failed-groups', (0,inputs_parse/* integer */.nd)({ from: 0, to: 1000 }));
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
    reader.rule(['order', 'max-groups', 'rollout'], () => rollout !== 'none' || given.length === 0, `${(0,inputs_parse/* quoted */.TL)(given)} ${given.length > 1 ? 'say' : 'says'} when groups roll, and with \`rollout: none\` none does: set \`rollout\` to \`respawn\` or \`scale-up-patch\`.`);
    if (given.length === 0)
        return { waves: undefined };
    return { waves: { order, bakeSeconds: bake ?? 0, maxGroups, maxFailedGroups } };
}
/** A wave for each line, with names, globs and tags of groups between commas. */
function orderLines(text) {
    const lines = text.split('\n').map((line) => line.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')); // prettier-ignore
    const problem = (0,list_form/* listFormProblem */.a)(text, lines.flat());
    if (problem !== undefined)
        throw new inputs_parse/* WrongInput */.Ey(`must have a wave per line, with commas between groups: it ${problem}`);
    return lines.filter((line) => line.length > 0).map((line) => line.map(orderEntry));
}
function orderEntry(text) {
    if (!text.startsWith('tag:'))
        return { kind: 'name', text };
    const [, key = '', value] = /^tag:([^=]+)=(.*)$/s.exec(text) ?? [];
    if (value !== undefined)
        return { kind: 'tag', text, key: key.trim(), value: value.trim() };
    throw new inputs_parse/* WrongInput */.Ey(`must name groups by names, globs or \`tag:Key=Value\`; \`${text}\` has no \`=\``);
}

// EXTERNAL MODULE: ./build/src/text/nearest.js
var nearest = __nccwpck_require__(7443);
;// CONCATENATED MODULE: ./build/src/inputs/inputs.js















/**
 * All inputs of a run. UserError names every wrong input with what is allowed. `selectors` stand where the inputs name no
 * group.
 */
function readInputs(source, environment, selectors) {
    const reader = inputReader({
        input: (name) => source.input(name) || (name === 'aws-region' ? environment.awsRegion : ''),
        passedInputs: () => source.passedInputs(),
    });
    const text = source.input('mode').trim();
    const mode = (0,modes/* isMode */.S)(text) ? text : undefined;
    const inputs = mode === undefined ? everything(reader, environment) : inputsOf(mode, { reader, environment, selectors });
    const names = [...renamedProblems(source), ...unknownProblems(source)];
    const problems = [...(inputs === undefined ? [wrongMode(text)] : []), ...names, ...reader.problems];
    if (inputs === undefined || problems.length > 0)
        throw wrongInputs(problems);
    return inputs;
}
function inputsOf(mode, { reader, environment, selectors }) {
    const common = readCommon(reader, { environment, mode, selectors });
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
                replaceSsmAlias: reader.value('replace-ssm-alias', inputs_parse/* boolean */.zM),
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
            return { mode, ...common, ...readRoll(reader, ONE), ...course() };
        case 'scale-up-patch':
            return { mode, ...common, ...readScaleUp(reader), ...course() };
        case 'release':
            return { mode, ...common, ...readRoll(reader, ONE), ...course() };
        case 'rollback':
            return { mode, ...common, ...readScaleUp(reader) };
        case 'redeploy-bastion':
            return { mode, ...common, ...readImage(reader), ...readBastion(reader) };
        case 'restore':
            return { mode, ...common, ...readBastionNames(reader) };
        case 'catalogue':
            return { mode, ...common };
        default:
            return mode;
    }
}
/** Without a mode there are no inputs, but the problems of all of them can be told. */
function everything(reader, environment) {
    const common = readCommon(reader, { environment, mode: undefined });
    readImage(reader);
    readAudit(reader);
    readPatch(reader);
    readRollout(reader);
    readGates(reader, { ...common, isHosted: environment.isHosted });
    readWaves(reader, { ...common, isHosted: environment.isHosted });
}
/** An old name that did nothing any more would be a limit that never fails. */
function renamedProblems({ input }) {
    return Object.entries(renamedInputs).flatMap(([from, { to, note }]) => input(from).trim() === '' ? [] : [`\`${from}\` has another name: ${from} -> ${to}. ${note}`]);
}
/** GitHub only warns of such a name: `dryrun: true` would be a real run. One that is near to none may be anything. */
function unknownProblems({ passedInputs }) {
    const known = Object.keys(declaredInputs);
    return passedInputs().flatMap((name) => {
        if (known.includes(name) || Object.hasOwn(renamedInputs, name))
            return [];
        const near = (0,nearest/* nearest */.p)(name, known);
        return near.length === 0 ? [] : [`\`${name}\` is no input of this action; the nearest is ${(0,inputs_parse/* quoted */.TL)(near)}.`];
    });
}
function wrongMode(text) {
    const names = Object.keys(modes/* modes */.n);
    return `\`mode\` is ${text === '' ? 'missing' : (0,inputs_parse/* quoted */.TL)([text])} but must be one of ${(0,inputs_parse/* quoted */.TL)(names)}${(0,inputs_parse/* hint */.aK)(text, names)}.`;
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

// EXTERNAL MODULE: ./build/src/report/log/audit-words.js
var audit_words = __nccwpck_require__(8938);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __nccwpck_require__(2434);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(4502);
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
function resultDocument(request, results) {
    for (let cuts = 0; cuts < CUTS.length; cuts += 1) {
        const text = assemble({ request, results, cut: CUTS.slice(0, cuts) });
        if (text !== undefined)
            return text;
    }
    // Not even the bare groups fit: the most important ones, as many as there is room for.
    const sorted = [...results].sort((a, b) => importance(a) - importance(b));
    return assemble({ request, results: sorted, cut: CUTS }) ?? JSON.stringify(result_frame(request, results, CUTS));
}
/** Undefined when it would be too long; found out on the way, for a whole fleet may be a hundred times too long. */
function assemble({ request, results, cut }) {
    const head = JSON.stringify(result_frame(request, results, cut)).slice(0, -2);
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
function result_frame({ mode, account, region, dryRun }, results, cut) {
    return {
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: cut.length > 0,
        cut,
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: results.some(({ changed }) => changed),
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

// EXTERNAL MODULE: ./build/src/report/results/audit-lists.js
var audit_lists = __nccwpck_require__(5990);
;// CONCATENATED MODULE: ./build/src/report/summary/parts.js
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
 * to those after it; so the parts are shortened from the last to the first, each from its end. The shares together
 * have to be less than the limit.
 */
function fit(parts, limit) {
    let spare = limit - parts.reduce((sum, { share }) => sum + share, 0);
    const texts = [];
    for (const part of parts) {
        const text = shorten(part, part.share + spare);
        spare += part.share - bytes(text) - 2;
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

// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __nccwpck_require__(3629);
;// CONCATENATED MODULE: ./build/src/report/summary/audit-table.js






const MARKS = { current: '✅', stale: '🔴', unrolled: '🟠', unknown: '❔' };
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
/** Up to so many rows stand in the page; more are put together by image, and folded. */
const MOST_UNFOLDED = 50;
/** All rows, most days behind first; where they are many, a table by image above them. */
function auditTable({ rows }) {
    if (rows.length === 0)
        return [];
    const table = { rows, tail: `\n${tallyLine(rows)}` };
    if (rows.length <= MOST_UNFOLDED)
        return [rowTable({ ...table, head: '### Images in use\n\n' })];
    return [
        imageTable(rows),
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
        rows: lazily(rows, (row) => `| ${columns.map(({ cell }) => cell(row)).join(' | ')} |`),
        tail,
        total: rows.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more row')}, none more days behind than these: set \`report-path\` to have them all.*`,
        share: 200_000,
    };
}
const tableHead = (columns) => `| ${columns.map(({ title }) => title).join(' | ')} |\n|${columns.map(({ align }) => (align === 'right' ? '--:|' : '---|')).join('')}`;
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
        rows: lazily(shown, (alike) => `| ${cells(alike).join(' | ')} |`),
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
function verdictCell({ verdict, reason }) {
    return `${MARKS[verdict]} ${verdict}${reason === undefined ? '' : `<br>${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(reason, 400))}`}`;
}
function newestCell({ newest, imageId }) {
    return newest === undefined ? '' : newest.id === imageId ? 'itself' : named(newest.id, newest.name);
}
function audit_table_location(row) {
    return row.group === undefined ? `*none:* ${instanceCell(row)}` : code(row.group, 255);
}
function instanceCell({ instance }) {
    return `${code(instance?.id, 40)}${instance?.name ? ` ${code(instance.name, 255)}` : ''}`;
}
function named(id, name) {
    return [code(id, 100), code(name, 128)].filter((part) => part !== '').join('<br>');
}
function tallyLine(rows) {
    const tally = (0,audit_audit/* tallyOf */.sv)(rows);
    const words = ['stale', 'unrolled', 'unknown', 'current'].map((verdict) => `${tally[verdict]} ${verdict}`);
    return `${(0,report_words/* count */.U9)(rows.length, 'row')}: ${words.join(', ')}. *Unrolled*: the group launches the newest image, these instances run on another.`;
}

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
    logEnding: ({ audit }) => (0,audit_words/* auditLines */.LU)(audit),
};

// EXTERNAL MODULE: ./build/src/report/log/bastion-words.js
var bastion_words = __nccwpck_require__(6597);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __nccwpck_require__(1217);
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
    return `${bar(share)} ${percent(share)}${left === undefined ? '' : `  ${leftText(left)} left`}`;
}
/** An estimate without seconds, which would say more than is known. */
function leftText({ low, high }) {
    if (high < 60)
        return 'less than a minute';
    const [from, to] = [(0,duration/* roughDuration */.U)(low), (0,duration/* roughDuration */.U)(high)];
    if (low < 60 && to !== from)
        return `up to ${to}`;
    return from === to ? `about ${to}` : `${from} to ${to}`;
}
/** What a restore says that has found no saved state: what a run may have left is not known then. */
const NOTHING_SAVED = 'no saved state was found, nothing was put back';
/** How a group ended, for one line. */
function verdictText(result) {
    const took = ` in ${(0,duration/* duration */.p)(result.endedAt - result.startedAt)}`;
    switch (result.status) {
        case 'current':
            return 'up to date, nothing to do';
        case 'planned':
            return result.changed ? `planned: ${(0,report_words/* count */.U9)(result.steps.length, 'step')}, nothing was changed` : 'nothing to do';
        case 'patched':
            return `patched: launches from ${(0,text_escape/* clip */.$Q)(result.source, 200)}${result.imageId === undefined ? '' : `, image ${result.imageId}`}; running instances are as they were`;
        case 'failed':
            return 'NOT PATCHED';
        case 'rolled':
            return `rolled: ${(0,report_words/* count */.U9)(result.replaced.length, 'instance')} replaced${took}, ${lowestText(result)}`;
        case 'dark':
            return `up in the dark${took}: ${(0,report_words/* count */.U9)(result.launched.length, 'instance')} launched, none of them in a load balancer`;
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
            return `HALTED after ${(0,duration/* duration */.p)(result.endedAt - result.startedAt)}, sizes and processes put back${result.takenBack ? `, launches from ${(0,text_escape/* clip */.$Q)(result.source, 200)} again` : ''}, ${lowestText(result)}`;
        case 'held':
            return `HELD after ${(0,duration/* duration */.p)(result.endedAt - result.startedAt)}, left as it is for inspection, ${lowestText(result)}`;
        case 'refused':
            return 'LEFT ALONE, another run works on it';
        case 'unfinished':
            return `${(0,judgement/* wasCancelled */.r1)(result) ? 'CANCELLED' : 'UNFINISHED'} after ${(0,duration/* duration */.p)(result.endedAt - result.startedAt)}, ${(0,judgement/* isUntouched */.O2)(result) ? 'nothing was changed' : 'something is left to be put back'}`;
        default:
            return result.status;
    }
}
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
/** `2 rolled, 1 halted`, the bad ones first. */
function tally(results) {
    const numbers = new Map();
    for (const result of [...results].sort((a, b) => Number((0,judgement/* hasFailed */.WN)(b)) - Number((0,judgement/* hasFailed */.WN)(a)))) {
        const word = (0,report_words/* statusInWords */.xq)(result);
        numbers.set(word, (numbers.get(word) ?? 0) + 1);
    }
    return [...numbers].map(([word, number]) => `${number} ${word}`).join(', ');
}

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
            `${result.group}: ${verdictText(result)}`,
            ...failureLines(result).map((text) => `  ${text}`),
        ]),
        ...(sorted.length > 1 ? [`${(0,report_words/* count */.U9)(sorted.length, 'group')}: ${tally(sorted)}`] : []),
    ];
}

;// CONCATENATED MODULE: ./build/src/report/results/annotations.js




/** How deep a chain of causes is followed; it may be a circle. */
const MOST_CAUSES = 8;
/** The annotation of anything that was thrown: a failure that the user can act on, or a defect of ours. */
function annotationOf(error) {
    if (error instanceof errors/* UserError */.yo) {
        return { title: 'Fleet Patch', message: explained(error.what, error.why, error.remedy) };
    }
    if (error instanceof errors/* Cancelled */.cJ)
        return { title: 'Fleet Patch', message: explained(error.message, undefined, undefined) };
    if ((0,errors/* isUncertain */.cp)(error)) {
        return { title: 'Fleet Patch', message: explained(error.message, undefined, 'Start the step again.') };
    }
    const [first = 'nothing', ...causes] = causeChain(error);
    return {
        title: 'Fleet Patch: unexpected error',
        message: [
            (0,text_escape/* annotationText */.xr)(first),
            ...causes.map((cause) => `Caused by: ${(0,text_escape/* annotationText */.xr)(cause)}`),
            'What to do: this should not happen, so please report it with the log of this step. `mode: restore` puts back whatever a roll had changed.',
        ].join('\n'),
    };
}
/** The annotation of a bastion that could not be replaced; undefined when nothing failed. */
function annotationOfBastion(result) {
    if (result?.failure === undefined)
        return undefined;
    const { what, why, remedy } = result.failure;
    const title = `Fleet Patch: ${(0,text_escape/* clip */.$Q)((0,text_escape/* logText */.kc)(result.name), 80)} ${result.status}`;
    return { title, message: explained(what, why, remedy) };
}
/** One annotation for all groups that failed; undefined when none did. */
function annotationOfResults(results) {
    const failed = results.filter(judgement/* hasFailed */.WN);
    const begun = failed.filter((result) => !(0,judgement/* isNotBegun */.zy)(result));
    const worst = begun.find(({ status }) => status === 'unfinished') ?? begun[0] ?? failed[0];
    if (worst === undefined)
        return undefined;
    const { what, why, remedy } = worst.failure ?? { what: `The roll of ${worst.group} ended ${worst.status}.` };
    const namesOf = (some) => some.filter((result) => result !== worst).map(({ group }) => (0,text_escape/* clip */.$Q)(group, 80));
    const others = namesOf(begun);
    const notBegun = namesOf(failed.filter(judgement/* isNotBegun */.zy));
    return {
        title: `Fleet Patch: ${(0,text_escape/* clip */.$Q)((0,text_escape/* logText */.kc)(worst.group), 80)} ${(0,report_words/* statusInWords */.xq)(worst)}`,
        message: [
            explained(what, why, remedy),
            ...(others.length === 0 ? [] : [`${(0,report_words/* count */.U9)(others.length, 'more group')} failed: ${(0,text_escape/* annotationText */.xr)((0,report_words/* firstOf */.Ku)(others, 5))}. The job summary has them all.`]), // prettier-ignore
            ...(notBegun.length === 0 ? [] : [`${(0,report_words/* count */.U9)(notBegun.length, (0,judgement/* isNotBegun */.zy)(worst) ? 'more group' : 'group')} did not begin: ${(0,text_escape/* annotationText */.xr)((0,report_words/* firstOf */.Ku)(notBegun, 5))}.`]), // prettier-ignore
        ].join('\n'),
    };
}
/** Lines for the log of an unexpected error: the stacks of the whole chain. */
function stackLines(error) {
    if (error instanceof errors/* UserError */.yo && error.cause === undefined)
        return [];
    return chain(error).flatMap((link) => {
        const text = link instanceof Error ? (link.stack ?? describe(link)) : describe(link);
        return text
            .split(/\r\n|[\n\r]/)
            .slice(0, 40)
            .map((row) => (0,text_escape/* logText */.kc)((0,text_escape/* clip */.$Q)(row, 1000)));
    });
}
function explained(what, why, remedy) {
    // Several wrong inputs are a list, a line each.
    const lines = what
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (0,text_escape/* annotationText */.xr)(line));
    if (why !== undefined)
        lines.push(`Why: ${(0,text_escape/* annotationText */.xr)(why)}`);
    if (remedy !== undefined)
        lines.push(`What to do: ${(0,text_escape/* annotationText */.xr)(remedy)}`);
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
        return `${error.name}: ${(0,report_words/* firstOf */.Ku)(error.errors.map((part) => describe(part)), 3)}`;
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
function bastionLine({ mode, account, region, dryRun }, { startedAt, endedAt }) {
    const where = `${account === undefined ? '' : `account ${(0,text_escape/* markdownCode */.D9)(account)}, `}region ${(0,text_escape/* markdownCode */.D9)(region)}`;
    const took = dryRun ? '' : `; ${(0,duration/* duration */.p)(endedAt - startedAt)}`;
    return `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)}${dryRun ? ' as a dry run' : ''} in ${where}${took}.`;
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
const plain = (text) => plainPart(text, 20_000);
const value = (text) => (text === undefined ? '*nothing*' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 200)));
function table({ name, address, instanceId, previousInstanceId, imageId, previousImageId, zone, banner, }) {
    const code = (text) => (text === undefined ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)));
    const arrow = (before, after) => before === undefined || before === after ? code(after) : `${code(before)} → ${code(after)}`;
    return [
        '| Bastion | Address | Instance | Image | Zone | SSH |',
        '|---|---|---|---|---|---|',
        `| ${code(name)} | ${code(address)} | ${arrow(previousInstanceId, instanceId)} | ${arrow(previousImageId, imageId)} | ${code(zone)} | ${code(banner)} |`,
    ].join('\n');
}
function failureText({ failure, left }) {
    const prose = (text) => (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(text, 2000));
    return [
        '### What happened, and how to go on',
        '',
        prose(failure?.what ?? ''),
        '',
        ...(failure?.why === undefined ? [] : [`- Why: ${prose(failure.why)}`]),
        ...(failure?.remedy === undefined ? [] : [`- What to do: ${prose(failure.remedy)}`]),
        ...(left.length === 0 ? ['- Nothing is left behind: the bastion is as it was.'] : []),
        ...left.map((sentence) => `- Left: ${prose(sentence)}`),
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

// EXTERNAL MODULE: ./build/src/domain/user-data/docker-reference.js
var docker_reference = __nccwpck_require__(8975);
;// CONCATENATED MODULE: ./build/src/report/results/request.js


/** Inputs whose values may hold secrets: user data does. */
const UNSHOWN = new Set(['user-data']);
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
        const shown = isUnshown(name, value) ? '*given, not shown*' : value === '' ? '*empty*' : lines((0,text_escape/* clip */.$Q)(value, 500));
        return `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(name, 100))} | ${shown} |`;
    });
}
/** The `with:` of a step that puts these groups back, ready to copy. */
function restoreInputs({ inputs, region }, groups) {
    const credentials = CREDENTIALS.flatMap((name) => (inputs[name] ? [[name, (0,text_escape/* clip */.$Q)(inputs[name], 1000)]] : []));
    const entries = [
        ['mode', 'restore'],
        ['aws-region', region],
        ...credentials,
        ['auto-scaling-groups', groups.join('\n')],
    ];
    return ['with:', ...entries.map(([name, value]) => `  ${name}: ${(0,text_escape/* yamlScalar */.Ew)(value)}`)].join('\n');
}
/** What stands where an image reference should may be anything, a secret as well. */
const isUnshown = (name, value) => UNSHOWN.has(name) || (name === 'docker-image' && (0,docker_reference/* tryDockerReference */.t$)(value) === undefined);
/** Lists are given one entry per line; in a table cell a line is ended by HTML. */
function lines(value) {
    return value.split(/\r?\n/).map(text_escape/* markdownCode */.D9).join('<br>');
}

;// CONCATENATED MODULE: ./build/src/report/summary/failures.js





/** How many groups the ready-made inputs name; more would not fit a glance nor an input. */
const MOST_NAMED = 50;
/** Sentences on what was left that are shown of one group. */
const MOST_LEFT = 10;
/** The first line of the summary of a run that failed as a whole. */
const FAILED_HEADING = '## ❌ Fleet Patch failed';
/** What happened to the groups that failed, and how to go on. */
function failureParts(request, results) {
    const failed = results.filter(judgement/* hasFailed */.WN);
    if (failed.length === 0)
        return [];
    const notBegun = [...Map.groupBy(failed.filter(judgement/* isNotBegun */.zy), ({ failure }) => failure?.why).values()];
    const shown = [...failed.filter((result) => !(0,judgement/* isNotBegun */.zy)(result)).map((result) => [result]), ...notBegun];
    return [
        {
            head: '### What happened, and how to go on\n',
            rows: lazily(shown, failureRow),
            tail: `${nextSteps(request, failed)}`,
            total: shown.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} failed; what happened to them is ${ELSEWHERE}.*`,
            share: 200_000,
        },
    ];
}
/** What happened to a failed group, or to several that did not begin for one reason: why, what to do, and what was left. */
function failureRow(results) {
    const [result, ...others] = results;
    if (result === undefined)
        return '';
    const { group, status, failure, left, takenBack, source } = result;
    const what = others.length === 0
        ? `${(0,report_words/* statusInWords */.xq)(result)}: ${prose(failure?.what ?? 'no failure was reported.')}`
        : `and ${(0,report_words/* count */.U9)(others.length, 'more group')} did not begin: ${prose((0,report_words/* firstOf */.Ku)(others.map((each) => each.group), MOST_NAMED))}.`; // prettier-ignore
    const lines = [`**${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))}** ${what}`, ''];
    if (failure?.why !== undefined)
        lines.push(`- Why: ${prose(failure.why)}`);
    if (failure?.remedy !== undefined)
        lines.push(`- What to do: ${prose(failure.remedy)}`);
    if (left.length === 0 && status === 'halted') {
        lines.push('- Put back: sizes and processes are as they were, and instances that serve were kept.');
    }
    if (takenBack)
        lines.push(`- Taken back: the group launches from ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(source, 255))} again.`);
    lines.push(...left.slice(0, MOST_LEFT).map((sentence) => `- Left: ${prose(sentence)}`));
    if (left.length > MOST_LEFT)
        lines.push(`- ${left.length - MOST_LEFT} more left: see the log.`);
    return `${lines.join('\n')}\n`;
}
/** What ended the run as a whole. */
function runFailure({ what, why, remedy }) {
    const lines = [`**What happened:** ${prose(what)}`];
    if (why !== undefined)
        lines.push(`**Why:** ${prose(why)}`);
    if (remedy !== undefined)
        lines.push(`**What to do:** ${prose(remedy)}`);
    return lines.join('\n\n');
}
function prose(text) {
    return (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(text, 2000));
}
/** How to go on, with inputs to copy: a group that could not be put back needs `restore`, a halted one a new run. */
function nextSteps(request, failed) {
    const unfinished = failed
        .filter(({ status }) => status === 'unfinished' || status === 'held')
        .map(({ group }) => group);
    const cause = failed.every(judgement/* wasCancelled */.r1) ? '' : 'mend the cause and ';
    const again = `To go on, ${cause}run the step again with the same inputs`;
    if (request.mode === 'restore')
        return `${again}: it puts back what is left, and nothing else.`;
    if (failed.every(({ status }) => status === 'failed'))
        return `${again}: what is patched already is found, and not patched twice.`;
    if (unfinished.length === 0)
        return `${again}: it replaces what is still old and leaves the rest alone.`;
    const named = unfinished.slice(0, MOST_NAMED);
    const rest = unfinished.length > named.length
        ? `\n\n*and ${(0,report_words/* count */.U9)(unfinished.length - named.length, 'more group')}, named above.*`
        : '';
    return `${again}: it puts back what was left, replaces what is still old, and leaves the rest alone.

To only put back what was changed, without replacing anything, run it with:

\`\`\`yaml
${restoreInputs(request, named)}
\`\`\`${rest}`;
}

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
        failedHeading: FAILED_HEADING,
        line: bastionLine(request, bastion),
        parts: bastionParts(bastion),
        details: [],
        shownWarnings: [],
    }),
    annotation: ({ bastion }) => annotationOfBastion(bastion),
    // Where a restore fails after the bastion was put back, some groups may have ended.
    logEnding: ({ bastion }, finished) => [...(0,bastion_words/* bastionLines */.I)(bastion), ...groupVerdicts(finished)],
};

// EXTERNAL MODULE: ./build/src/domain/catalogue/review.js
var catalogue_review = __nccwpck_require__(1566);
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
            rows: lazily(groups, ({ region, group, claims }) => {
                const by = claims.map(({ environment, service }) => (0,text_escape/* markdownCode */.D9)(`${service} in ${environment}`)).join(', ');
                return `| ${(0,text_escape/* markdownCode */.D9)(region)} | ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))} | ${by} |`;
            }),
            tail: '',
            total: groups.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} ${ELSEWHERE}.*`,
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
    logEnding: ({ review }) => [`Catalogue: ${catalogueInWords(review)}.`],
};

;// CONCATENATED MODULE: ./build/src/report/summary/groups.js






const groups_MARKS = {
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
        tally(results),
        ...(replaced === 0 ? [] : [`${(0,report_words/* count */.U9)(replaced, 'instance')} replaced`]),
        ...(removed === 0 ? [] : [`${(0,report_words/* count */.U9)(removed, 'new instance')} removed`]),
    ];
    return { mark, text: parts.join(', ') };
}
const nothingRestored = (results) => results.every(({ noSavedState }) => noSavedState) ? NOTHING_SAVED : 'nothing was left to be put back';
function failureHeading(results) {
    const [only, ...others] = results;
    if (only === undefined || others.length > 0)
        return tally(results);
    const name = (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(only.group, 100));
    const left = (0,judgement/* isUntouched */.O2)(only) ? 'nothing was changed' : 'something is left to be put back';
    if (only.status !== 'unfinished')
        return `${name} was ${(0,report_words/* statusInWords */.xq)(only)}`;
    return `${name} ${(0,judgement/* wasCancelled */.r1)(only) ? 'was cancelled' : 'is unfinished'}, ${left}`;
}
/** What was asked for, where, and how long it took. */
function groupsLine({ mode, account, region, dryRun }, results) {
    const where = `${account === undefined ? '' : `account ${(0,text_escape/* markdownCode */.D9)(account)}, `}region ${(0,text_escape/* markdownCode */.D9)(region)}`;
    const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
    const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity);
    const took = results.length === 0 || dryRun ? '' : `, ${(0,duration/* duration */.p)(ended - began)}`;
    // Where the run failed before any group had a result it is not known how many there were.
    const selected = results.length === 0 ? '' : `; ${(0,report_words/* count */.U9)(results.length, 'group')} selected`;
    return `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)}${dryRun ? ' as a dry run' : ''} in ${where}${selected}${took}.`;
}
/** The table of groups, in their order. */
function groupParts({ dryRun }, results) {
    if (results.length === 0)
        return [];
    const wave = results.some((each) => each.wave !== undefined);
    const columns = dryRun
        ? 'Group | Result | Image | Sizes (min-desired-max) | Would replace | Duration | Lowest ready expected / floor |'
        : 'Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |';
    const head = [
        '### Groups',
        '',
        `| ${wave ? 'Wave | ' : ''}${columns}`,
        `|${wave ? '--:|' : ''}---|---|---|---|--:|--:|--:|`,
    ];
    return [
        {
            head: head.join('\n'),
            rows: lazily(results, groupRow),
            tail: '',
            total: results.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')}, all less notable than these: ${ELSEWHERE}.*`,
            share: 300_000,
        },
    ];
}
function groupRow(result) {
    const { group, status, sizes, replaced, startedAt, endedAt, wave } = result;
    const cells = [
        ...(wave === undefined ? [] : [String(wave)]),
        (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255)),
        `${groups_MARKS[status]} ${(0,report_words/* statusInWords */.xq)(result)}`,
        groups_image(result),
        change(inFigures(sizes.before), inFigures(sizes.after)),
        String(replaced.length),
        status === 'planned' || status === 'waiting' ? '' : (0,duration/* duration */.p)(endedAt - startedAt),
        lowest(result),
    ];
    return `| ${cells.join(' | ')} |`;
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

;// CONCATENATED MODULE: ./build/src/report/summary/leftovers.js



/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
function leftoverParts(results) {
    const shown = results.filter((result) => !(0,judgement/* hasFailed */.WN)(result));
    const rows = [
        ...shown
            .filter((result) => !(0,judgement/* isNotBegun */.zy)(result))
            .flatMap(({ group, left }) => left.map((each) => leftRow([group], each))),
        // Many wait for one and the same.
        ...[
            ...Map.groupBy(shown.filter(judgement/* isNotBegun */.zy).flatMap(({ group, left }) => left.map((each) => ({ group, each }))), ({ each }) => each),
        ].map(([each, those]) => leftRow(those.map(({ group }) => group), each)), // prettier-ignore
    ];
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
const leftRow = (groups, sentence) => `- ${(0,report_words/* firstOf */.Ku)(groups.map((group) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))), 20)}: ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(sentence, 2000))}`; // prettier-ignore

;// CONCATENATED MODULE: ./build/src/report/summary/notes.js



/** What a reader should know of the rolls besides their ends, a line for each sentence. */
function noteParts(results) {
    const rows = results.flatMap(({ group, notes = [] }) => notes.map((each) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))}: ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(each, 2000))}`));
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### While the groups roll\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: ${ELSEWHERE}.*`,
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
                    rows: undone.map(({ group, sentence }) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))}: ${(0,text_escape/* markdownText */.p7)(sentence)}`),
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

;// CONCATENATED MODULE: ./build/src/report/results/step-kinds.js
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
        kindTable(stepKinds(steps), { head: `${intro}\n\n`, groups: changed.length }),
        stepTable(changed, { head: `<details><summary>All ${steps.length} steps</summary>\n\n`, tail: '\n</details>' }),
    ];
}
function kindTable(kinds, { head, groups }) {
    return {
        head: `${head}| Step | In groups | Times | Reason |\n|---|---|--:|---|`,
        rows: lazily(kinds, (kind) => {
            const where = kind.groups.length === groups ? `all ${groups}` : (0,report_words/* firstOf */.Ku)(kind.groups, 3);
            const cells = [kind.text, where].map((text) => (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(text, 300)));
            return `| ${[...cells, String(kind.times), (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(kind.reason, 300))].join(' | ')} |`;
        }),
        tail: '',
        total: kinds.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more kind')} of step: ${ELSEWHERE}.*`,
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
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more step')}: ${ELSEWHERE}.*`,
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
const MOST_ROWS = 200;
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
            if (rows.length > MOST_ROWS)
                return undefined;
        }
    }
    return rows;
}
/** Each group merged as far as can be, and then the first groups only. */
function firstRows(results, origin) {
    const rows = [];
    for (const result of results) {
        if (rows.length >= MOST_ROWS)
            break;
        rows.push(...groupRows(result, { rounding: Infinity, origin }));
    }
    return rows.slice(0, MOST_ROWS);
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
        if (at.rounding !== Infinity && rows.size > MOST_ROWS)
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
/** Begins with a word of ours, so that no instance can be called like one of Mermaid's keywords. */
function gantt_name({ kind, first, instances }) {
    const what = instances === 1 ? (0,text_escape/* mermaidText */.Hg)(`${first.id} ${first.zone}`) : (0,report_words/* count */.U9)(instances, 'instance');
    return { old: `old ${what}`, kept: `stays ${what}`, boots: `new ${what}`, lost: `lost ${what}` }[kind];
}
/** Longer names of groups are cut in the middle: they stand left of the bars. */
const MOST_LETTERS = 28;
/** One grey that can be read on the white and on the dark page of GitHub, which the chart lets show through. */
const GREY = '#767e88';
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

/** Beyond so many instances the chart is folded: it would push the rest off the screen. */
const timeline_MOST_UNFOLDED = 50;
/** The timeline of launches and terminations; nothing when there was neither. */
function timeline(results) {
    const chart = gantt(results);
    if (chart === undefined)
        return [];
    const legend = 'Grey: an old instance until it leaves. Blue: a new one from its launch until it is ready. Red: a new one that did not stay. Times are UTC.';
    const body = [
        '```mermaid',
        chart.text,
        '```',
        '',
        chart.note === undefined ? legend : `${legend} ${chart.note}`,
    ].join('\n');
    const instances = instancesIn(results);
    if (instances <= timeline_MOST_UNFOLDED)
        return [`### Timeline\n\n${body}`];
    return [`<details><summary>Timeline of ${instances} instances</summary>\n\n${body}\n\n</details>`];
}

;// CONCATENATED MODULE: ./build/src/report/render/groups.js















/** Shows groups, and a bastion that was put back besides them. */
const groupsRenderer = {
    outputs: (request, { groups, bastion }) => ({
        changed: String(groups.some(({ changed }) => changed) || bastion?.changed === true),
        groups: JSON.stringify(groups.map(({ group }) => group)),
        result: resultDocument(request, groups),
        replaced: JSON.stringify(groups.flatMap(({ replaced }) => replaced)),
        launched: JSON.stringify(groups.flatMap(({ launched }) => launched)),
        plan: JSON.stringify(plannedSteps(groups)),
        'image-id': agreed(groups.map(({ imageId }) => imageId)),
        'previous-image-id': agreed(groups.map(({ previousImageId }) => previousImageId)),
    }),
    summary: (request, { groups, bastion }) => {
        const sorted = inWaves(groups).toSorted((a, b) => importance(a) - importance(b));
        return {
            heading: headingOf(...(bastion ? [verdictOfBastion(bastion)] : []), verdictOfGroups(request, sorted)),
            failedHeading: FAILED_HEADING,
            line: bastion ? bastionLine(request, bastion) : groupsLine(request, sorted),
            parts: [
                ...failureParts(request, sorted),
                ...groupParts(request, sorted),
                ...(bastion ? bastionParts(bastion) : []),
                ...patchParts(sorted),
                ...leftoverParts(sorted),
                ...noteParts(sorted),
            ],
            details: [
                ...planParts(request, sorted),
                ...(request.dryRun ? [] : timeline(sorted).map((chart) => plainPart(chart, 60_000))),
            ],
            shownWarnings: undoing(sorted).map(({ group, sentence }) => `${group}: ${sentence}`),
        };
    },
    annotation: ({ groups, bastion }) => annotationOfResults(groups) ?? annotationOfBastion(bastion),
    logEnding: ({ bastion }, finished) => [...(bastion ? (0,bastion_words/* bastionLines */.I)(bastion) : []), ...groupVerdicts(finished)],
};
/** The groups wave by wave, each wave in its order. */
const inWaves = (groups) => groups.toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
/** The steps that a dry run would make, in the order of their waves. */
const plannedSteps = (groups) => inWaves(groups).flatMap(({ status, steps, wave }) => status === 'planned' ? steps.map((step) => ({ ...step, ...(wave && { wave }) })) : []);
/** The value that all groups have; undefined where they differ. */
function agreed(values) {
    const [first, ...others] = values;
    return others.every((value) => value === first) ? first : undefined;
}

;// CONCATENATED MODULE: ./build/src/report/render/renderers.js




const RENDERERS = {
    groups: groupsRenderer,
    audit: auditRenderer,
    bastion: bastionRenderer,
    catalogue: catalogueRenderer,
};
/** What shows this result; a kind without a renderer does not compile. */
const rendererOf = (result) => RENDERERS[result.kind];

;// CONCATENATED MODULE: ./build/src/report/render/write-outputs.js

/** Sets every output that the result has. */
function writeOutputs(runner, request, result) {
    const outputs = rendererOf(result).outputs(request, result);
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            runner.setOutput(name, value);
}

;// CONCATENATED MODULE: ./build/src/report/results/change-record.js


/** The longest reason, and the longest output: GitHub takes a little more than 500,000 characters of all outputs. */
const REASON_CHARACTERS = 1000;
const OUTPUT_CHARACTERS = 60_000;
/** One line of JSON for each state. */
const recordLines = (context, states) => states.map((state) => JSON.stringify({ ...context, ...state }));
/** The lines as a JSON array, as many as there is room for. */
function recordOutput(lines) {
    let room = OUTPUT_CHARACTERS;
    return `[${lines.filter((line) => (room -= line.length + 1) >= 0).join(',')}]`;
}
/** The groups that are about to be changed, before the first of them is. */
const begun = (moment) => alike(moment, { result: 'begun', reason: null });
/** How it has ended: each group with its result, and groups without one, or none, with what ended the run. */
function ended(moment, result, failure) {
    const { at, serviceOf } = moment;
    const reasonOf = (why) => (why === undefined ? null : (0,text_escape/* clip */.$Q)([why.what, why.why].filter((part) => part !== undefined).join(' '), REASON_CHARACTERS)); // prettier-ignore
    const groups = result.kind === 'groups' ? result.groups : [];
    const bastion = result.kind === 'bastion' || result.kind === 'groups' ? result.bastion : undefined;
    const states = groups.map(({ group, status, imageId, previousImageId, failure: own }) => ({
        at: (0,time/* isoTime */.L)(at),
        service: serviceOf(group),
        group,
        before: { image: previousImageId ?? imageId ?? null },
        after: { image: imageId ?? null },
        result: status,
        reason: reasonOf(own),
    }));
    const ofBastion = bastion === undefined ? [] : [{
            at: (0,time/* isoTime */.L)(at),
            service: serviceOf(null),
            group: null,
            before: { image: bastion.previousImageId ?? bastion.imageId ?? null },
            after: { image: bastion.imageId ?? null },
            result: bastion.status,
            reason: reasonOf(bastion.failure),
        }]; // prettier-ignore
    const left = moment.groups.filter((name) => groups.every(({ group }) => group !== name));
    const isTold = states.length + ofBastion.length > 0;
    const outcome = { result: moment.hasBegun ? 'failed' : 'refused', reason: reasonOf(failure) };
    const rest = failure === undefined || (isTold && left.length === 0) ? [] : alike({ ...moment, groups: left }, outcome);
    return [...states, ...ofBastion, ...rest];
}
function alike({ at, groups, serviceOf }, { result, reason }) {
    const names = groups.length === 0 ? [null] : groups;
    return names.map((group) => ({
        at: (0,time/* isoTime */.L)(at),
        service: serviceOf(group),
        group,
        before: { image: null },
        after: { image: null },
        result,
        reason,
    }));
}

;// CONCATENATED MODULE: ./build/src/controllers/concurrency.js
/**
 * Groups that are worked on at once, to begin with and however much AWS throttles: their signs of life, one every two
 * minutes each, take two calls a second. Fewer at once would make throttled fleets slow for no gain.
 */
const FEWEST = 250;
/**
 * How many groups may be worked on at once, asked at each look: half as many after a look that AWS throttled, a quarter
 * more after one that it did not. One Auto Scaling account has one unpublished limit for all calls; a thousand groups at
 * once would spend it on signs of life. `throttled` counts how often AWS has asked to slow down.
 */
function adaptiveConcurrency(throttled) {
    let width = FEWEST;
    let last = throttled();
    return () => {
        const now = throttled();
        width = now > last ? Math.max(FEWEST, Math.floor(width / 2)) : Math.ceil(width * 1.25);
        last = now;
        return width;
    };
}

// EXTERNAL MODULE: ./build/src/platform/http-get.js
var http_get = __nccwpck_require__(340);
// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __nccwpck_require__(1736);
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
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7030, 19));
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
/** Seconds between two looks where it is not known what comes when, at a fleet that is small and an account that is calm. */
const CALM_SECONDS = 5;
/**
 * The quickest and the slowest pace of a calm account, in seconds: where something is due, and where nothing is for long. What
 * others do to a group meanwhile must be seen within two minutes.
 */
const CLOSE_SECONDS = 1;
const QUIET_SECONDS = 100;
const SLOWEST_SECONDS = 60;
/** ELB refills 10 calls a second for the whole account; a look must leave most of them to others. */
const CALLS_PER_SECOND = 4;
/**
 * Seconds to wait until the next look, given for how long nothing is expected. As many calls as the last look took are spread
 * out, and each throttling doubles the wait, which then shrinks slowly again.
 */
function pollInterval(traffic) {
    let last = traffic();
    let slow = 1;
    return (quietSeconds) => {
        const now = traffic();
        slow =
            now.throttled > last.throttled ? Math.min(slow * 2, SLOWEST_SECONDS / CLOSE_SECONDS) : Math.max(1, slow * 0.8);
        const wish = quietSeconds === undefined ? CALM_SECONDS : Math.min(QUIET_SECONDS, Math.max(CLOSE_SECONDS, quietSeconds));
        const seconds = Math.max(wish, (now.calls - last.calls) / CALLS_PER_SECOND) * slow;
        last = now;
        return Math.min(Math.max(SLOWEST_SECONDS, wish), seconds);
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
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
        pollSeconds: pollSecondsOf(connected),
        width: adaptiveConcurrency(() => connected.caller.throttled),
        writeFile: runner.writeFile,
    };
}
function pollSecondsOf({ caller }) {
    const calls = () => [...caller.calls.values()].reduce((sum, count) => sum + count, 0);
    return pollInterval(() => ({ calls: calls(), throttled: caller.throttled }));
}
/** The address at which a person can look at this run; undefined outside of GitHub. */
function addressOf({ environment, workflowContext }) {
    const { serverUrl, repository } = workflowContext();
    const { runId } = environment;
    return serverUrl && repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined;
}

;// CONCATENATED MODULE: ./build/src/main/post-state.js

/** The keys of the state; `readSavedRun` reads them again. */
const POST_STATE = {
    run: 'run',
    scope: 'scope',
    groups: 'groups',
    bastion: 'bastion',
    memos: 'memos',
    record: 'record',
};
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
    const used = modes/* modes */.n[mode].uses;
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
            return [...result.groups, ...(result.bastion ? [result.bastion] : [])].every(isFinished);
        case 'audit':
        case 'catalogue':
            return true;
        case 'bastion':
            return isFinished(result.bastion);
        default:
            return result;
    }
}
const isFinished = ({ status }) => status !== 'unfinished';
/** Makes the post step do nothing. */
const clearPostState = (runner) => runner.saveState(POST_STATE.run, '');

;// CONCATENATED MODULE: ./build/src/main/change-trail.js
/** The record of what a run changes: its intent before the first change, its outcome at the end, by the post step if need be. */





/**
 * The record of a run that may change something, where `audit-path` is given or a catalogue governs; undefined of any other. A
 * record that cannot be written is warned of, and the run goes on.
 */
function changeTrail(runner, { report, now }) {
    // prettier-ignore
    const mode = runner.input('mode');
    if (!(0,modes/* isMode */.S)(mode) || !modes/* modes */.n[mode].changes || /^true$/i.test(runner.input('dry-run')))
        return undefined;
    const path = runner.input('audit-path');
    const { actor, triggeringActor, repository, sha, ref, workflow } = runner.workflowContext();
    let context = {
        actor,
        triggeringActor,
        repository,
        sha,
        ref,
        run: addressOf(runner) ?? runner.environment.runId,
        workflow,
        mode,
        environment: runner.input('environment') || null,
        breakGlass: runner.input('break-glass') || null,
    };
    const asked = runner.input('service') || null;
    let governance;
    let [groups, hasBegun] = [[], false];
    const serviceOf = (group) => governance?.claimed.get(group ?? '') ?? asked;
    const write = async (states) => {
        const lines = recordLines(context, states);
        try {
            if (path !== '')
                await runner.writeFile(path, lines.map((line) => `${line}\n`).join(''));
            runner.saveState(POST_STATE.record, JSON.stringify({ path, context, states }));
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            report({ kind: 'warning', message: unwritten(error) });
        }
        return lines;
    };
    return {
        govern: (known) => {
            governance = known;
            if (known?.environment !== undefined)
                context = { ...context, environment: known.environment };
        },
        selected: (names) => {
            groups = names;
        },
        beginning: async (names) => {
            groups = names;
            hasBegun = true;
            if (path !== '' || governance !== undefined)
                await write(begun({ at: now(), groups, serviceOf }));
        },
        end: async (result, failure, at) => {
            if (path === '' && governance === undefined && asked === null)
                return undefined;
            return recordOutput(await write(ended({ at, groups, serviceOf, hasBegun }, result, failure)));
        },
    };
}
const unwritten = ({ message }) => `The record of this run could not be written. ${message}`;
/** Writes into the record what the post step has put back; where the main step kept none, nothing. */
async function endTrail(runner, result, at) {
    const saved = savedTrail(runner.getState(POST_STATE.record));
    if (saved === undefined || saved.path === '')
        return;
    const groups = saved.states.flatMap(({ group }) => group ?? []);
    const services = new Map(saved.states.map(({ group, service }) => [group, service]));
    const states = ended({ at, groups, hasBegun: true, serviceOf: (group) => services.get(group) ?? null }, result, undefined);
    const kept = saved.states.filter(({ group }) => states.every((state) => state.group !== group));
    const images = (state) => {
        const before = saved.states.find(({ group }) => group === state.group)?.before.image;
        return before === undefined || before === null ? state : { ...state, before: { image: before } };
    };
    const lines = recordLines(saved.context, [...kept, ...states.map(images)]);
    try {
        await runner.writeFile(saved.path, lines.map((line) => `${line}\n`).join(''));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        runner.annotation('warning', unwritten(error), 'Fleet Patch');
    }
}
/** Undefined for what no main step has written. */
function savedTrail(text) {
    try {
        const saved = (text === '' ? undefined : JSON.parse(text));
        return typeof saved?.path === 'string' && saved.context !== undefined && Array.isArray(saved.states) ? saved : undefined; // prettier-ignore
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/platform/proxy-rules.js
var proxy_rules = __nccwpck_require__(8075);
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
    const credentials = { ...inputs.credentials, role: place.role };
    const looking = { ...inputs, credentials, allowedAccountIds: [place.account] };
    const connected = await connectWith(platform, { inputs: looking, region: place.region, mutable: false }, record);
    record.report({ kind: 'info', message: `Looking at the account ${place.account} in ${place.region} as well.` });
    return connected;
}
async function connectRegion(platform, { inputs, region }, record) {
    const mutable = modes/* modes */.n[inputs.mode].changes && !inputs.dryRun;
    const connected = await connectWith(platform, { inputs, region, mutable }, record);
    record.runRequest = { ...record.runRequest, account: connected.account.id };
    record.report({ kind: 'info', message: `Account ${connected.account.id} in ${region}, as ${connected.account.arn}` });
    for (const message of connected.warnings)
        record.report({ kind: 'warning', message });
    return connected;
}
async function connectWith({ runner, clock, random, signal, requestHandler }, { inputs, region, mutable }, record) {
    const { connect } = await Promise.all(/* import() */[__nccwpck_require__.e(759), __nccwpck_require__.e(912)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1912));
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
        issuer: runner,
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
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(976)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3976))).images(run, inputs);
        case 'patch-image':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(894), __nccwpck_require__.e(600), __nccwpck_require__.e(30)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2792))).patchImage(run, inputs);
        case 'patch-docker':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(894), __nccwpck_require__.e(600), __nccwpck_require__.e(933)]).then(__nccwpck_require__.bind(__nccwpck_require__, 933))).patchDocker(run, inputs);
        case 'respawn':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(490)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5490))).respawn(run, inputs);
        case 'scale-up-patch':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2371))).scaleUpPatch(run, inputs);
        case 'release':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(231)]).then(__nccwpck_require__.bind(__nccwpck_require__, 231))).release(run, inputs);
        case 'rollback':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(397)]).then(__nccwpck_require__.bind(__nccwpck_require__, 397))).rollback(run, inputs);
        case 'redeploy-bastion':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(894), __nccwpck_require__.e(286)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1286))).redeployBastion(run, inputs);
        case 'restore':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402), __nccwpck_require__.e(894), __nccwpck_require__.e(286), __nccwpck_require__.e(536)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536))).restore(run, inputs);
        case 'catalogue':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(531)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1531))).catalogue(run);
        default:
            return inputs;
    }
}

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
        const { account, role, regions } = environment;
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
                : await connectToLook(platform, { inputs, place: { region, role: other, account } }, record));
        return found;
    };
}

;// CONCATENATED MODULE: ./build/src/main/open-catalogue.js

const USUAL_PATH = '.github/fleet-patch.yml';
/**
 * The catalogue that governs the run: the file that `catalogue` names, or the usual one where there is one. Undefined where
 * nothing is governed, which the log says. UserError where it is missing or wrong. What reads it is loaded only here.
 */
async function openCatalogue({ runner, clock }, report) {
    const named = runner.input('catalogue');
    const path = named || USUAL_PATH;
    if (leavesWorkspace(path))
        throw new errors/* UserError */.yo({
            what: `\`catalogue\` is ${path}, which is no path inside of the workspace.`,
            remedy: 'Give the path from the workspace, such as `.github/fleet-patch.yml`.',
        });
    const text = await runner.readFile(path);
    if (text !== undefined) {
        const { readCatalogue } = await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(210), __nccwpck_require__.e(423)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3423));
        const catalogue = readCatalogue({ path, text, now: clock.now() / 1000 });
        report({ kind: 'info', message: `Governed by ${path}.` });
        return { path, catalogue };
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
async function governedStep(platform, record) {
    const { runner, clock } = platform;
    const { report } = record;
    const opened = await openCatalogue(platform, report);
    if (opened === undefined) {
        refuseUngoverned(runner);
        return { runner, selectors: undefined, begin: refuseWithoutCatalogue, confirm: () => undefined };
    }
    const { beginGoverned, confirmGoverned, govern, reviewOfFile, withTexts } = await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(375)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6375));
    const governed = govern(opened, runner);
    let governance;
    return {
        runner: withTexts(runner, governed.texts),
        selectors: governed.selectors,
        begin: (inputs) => {
            if (inputs.mode === 'catalogue' && inputs.credentials.role === undefined)
                return reviewOfFile(opened);
            governance = beginGoverned({ runner, clock, report }, inputs, governed);
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
var partial_result = __nccwpck_require__(2643);
;// CONCATENATED MODULE: ./build/src/main/saved-run.js






/** Whether a run may have left something. */
const hasSavedRun = (runner) => runner.getState(POST_STATE.run) !== '';
/** The run that the main step saved; UserError where the state is not what a main step of this version writes. */
function readSavedRun(runner) {
    const id = runner.getState(POST_STATE.run);
    if (!/^\d+\/\d+\/[0-9a-f]+$/.test(id))
        throw unreadable(POST_STATE.run, id);
    const groups = savedValue(runner, POST_STATE.groups, isTexts) ?? [];
    const bastion = savedValue(runner, POST_STATE.bastion, isBastion);
    if (groups.length === 0 && bastion === undefined)
        throw unreadable(POST_STATE.groups, '');
    const scope = savedValue(runner, POST_STATE.scope, isScope);
    if (scope === undefined)
        throw unreadable(POST_STATE.scope, '');
    const given = { ...scope.inputs, 'aws-region': scope.region };
    const texts = given;
    const reader = inputReader({ input: (name) => texts[name] ?? '', passedInputs: () => Object.keys(texts) });
    const mode = scope.inputs['mode'] ?? '';
    const common = readCommon(reader, { environment: { ...runner.environment, awsRegion: '' }, mode: undefined });
    const text = runner.getState(POST_STATE.scope);
    if (!(0,modes/* isMode */.S)(mode) || !modes/* modes */.n[mode].changes || common.dryRun || reader.problems.length > 0)
        throw unreadable(POST_STATE.scope, text);
    const memos = new Map(Object.entries(savedValue(runner, POST_STATE.memos, isMemos) ?? {}));
    const { account, region } = scope;
    return { id, account, region, inputs: { ...common, mode }, given, groups, bastion, memos };
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
const fieldsOf = (value) => typeof value === 'object' && value !== null ? value : {};
const isBastion = (value) => ['old', 'allocation', 'name'].every((name) => isText(fieldsOf(value)[name]));
/** The numbers and processes are checked where the memo is used, as those of the tags are. */
const isMemos = (value) => typeof value === 'object' && value !== null && Object.values(value).every((memo) => isText(fieldsOf(memo)['run']));
function isScope(value) {
    const { account, region, inputs } = fieldsOf(value);
    return isText(account) && /^\d{12}$/.test(account) && isText(region) && Object.values(fieldsOf(inputs)).every(isText);
}
const unreadable = (key, text) => new errors/* UserError */.yo({
    what: `The post step cannot read what the main step saved for it: \`${key}\` ${text === '' ? 'is missing' : `is "${(0,text_escape/* clip */.$Q)(text, 300)}"`}.`,
    why: 'It says which groups or which bastion the run has changed, and in which account and region.',
    remedy: 'Nothing was put back. Run `mode: restore` for the groups, or the bastion, of this job; it goes by what AWS shows.',
});

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
        const remedy = [error.remedy, whatMayBeLeft(saved), RESTORE].filter((part) => part !== undefined).join(' ');
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
        why: `They are those of ${now.arn}. ${whatMayBeLeft(saved)}`,
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
        const { undoBastion } = await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(815), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(894), __nccwpck_require__.e(286)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1286));
        return await undoBastion(run, inputs, found);
    };
    const restoreGroups = async () => {
        if (names.length === 0)
            return [];
        const { rollGroups } = await Promise.all(/* import() */[__nccwpck_require__.e(814), __nccwpck_require__.e(256), __nccwpck_require__.e(27), __nccwpck_require__.e(746), __nccwpck_require__.e(402)]).then(__nccwpck_require__.bind(__nccwpck_require__, 402));
        return await rollGroups(run, {
            groups: names,
            inputs,
            rollRequest: { intent: 'restore', whose: 'own', savedMemos: memos },
        });
    };
    const [groups, bastion] = await Promise.allSettled([restoreGroups(), restoreBastion()]);
    if (groups.status === 'fulfilled') {
        if (bastion.status === 'fulfilled')
            return (0,partial_result/* restoredResult */.al)(bastion.value, groups.value);
        throw new partial_result/* PartialResult */.z4({ kind: 'groups', groups: groups.value }, bastion.reason);
    }
    if (bastion.status === 'fulfilled')
        throw bastion.value === undefined ? groups.reason : (0,partial_result/* besideBastion */.bF)(bastion.value, groups.reason);
    // One of the two ends the step; the other must be told all the same.
    run.report({ kind: 'warning', message: `The bastion was not put back either. ${String(bastion.reason)}` });
    throw groups.reason;
}

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __nccwpck_require__(7613);
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
    const close = () => {
        if (open)
            sink.endGroup();
        open = false;
    };
    const tell = (at, group, counts, text) => {
        columns = {
            group: Math.min(40, Math.max(columns.group, group.length)),
            counts: Math.max(columns.counts, countsInFigures(counts).length),
        };
        if (!explained)
            say(legend(columns));
        explained = true;
        say(line(at, group, counts, columns, text));
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
            if (event.at - combinedAt < PROGRESS_EVERY)
                return;
            combinedAt = event.at;
            say(`${(0,time/* clockTime */.q)(event.at)}  ${combined([...groups.values()])}`);
            return;
        }
        if (event.at - known.lineAt < PROGRESS_EVERY)
            return;
        known.lineAt = event.at;
        const progress = progressText(event.progress, event.timeLeft);
        tell(event.at, event.group, event.counts, `${progress}  ${(0,text_escape/* clip */.$Q)(event.reason, 400)}`);
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
        say(`${(0,time/* clockTime */.q)(at)}  ${waves > 1 ? `wave ${wave}: ` : ''}it is the turn of ${(0,report_words/* firstOf */.Ku)(names, 20)}`);
    };
    const plan = () => {
        for (const { text, groups: those, times, reason } of stepKinds(planned.splice(0))) {
            const often = times === those.length ? '' : `, ${times} times`;
            say(`in ${(0,report_words/* count */.U9)(those.length, 'group')}${often}: would ${(0,text_escape/* clip */.$Q)(text, 400)}: ${(0,text_escape/* clip */.$Q)(reason, 400)}`);
        }
    };
    const end = (result) => {
        plan();
        close();
        const finished = [...groups.values()].flatMap((each) => each.result ?? []);
        rendererOf(result).logEnding(result, finished).forEach(say);
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
                    tell(at, group, event.counts, observedText(event));
                break;
            }
            case 'step':
                progressOf(event.group, event.counts);
                if (event.dryRun && groups.size > OWN_LINES)
                    planned.push(stepOf(event));
                else
                    tell(event.at, event.group, event.counts, stepText(event));
                break;
            case 'waiting':
                wait(event);
                break;
            case 'finished': {
                const { group } = event.result;
                const known = groups.get(group);
                if (known === undefined) {
                    progressOf(group, { old: 0, current: 0, ready: 0, desired: 0 }).result = event.result;
                    say(`${group}: ${verdictText(event.result)}`);
                    break;
                }
                known.result = event.result;
                // Below all of them each group has its line.
                if (event.result.status === 'planned' && groups.size > OWN_LINES)
                    break;
                tell(event.at, group, known.counts, verdictText(event.result));
                break;
            }
            case 'ended':
                end(event.result);
                break;
            case 'warning':
                warn(event.message, event.group);
                break;
            case 'info':
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
    return { group, at, action: changes/* CHANGE_KINDS */.tO[change.kind].stepAction, detail: (0,report_words/* describeChange */.uQ)(change, Infinity), reason };
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
    const through = `${groups.length - running.length} of ${(0,report_words/* count */.U9)(groups.length, 'group')} through`;
    return `${progressText(share, left)}  ${through}, the others together ${countsInFigures(total)}`;
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
var lifecycle = __nccwpck_require__(7548);
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
        const spans = [...ledger.spans.values()];
        const launched = spans.filter(({ role }) => role === 'new');
        const ready = launched.flatMap((span) => (span.readyAt === undefined ? [] : { ...span, readyAt: span.readyAt }));
        const gone = spans.filter(({ role, id }) => role === 'old' && ledger.terminated.has(id));
        const [up, left] = [ready, gone].map((some) => Math.min(total, weightOf(some)));
        return {
            progress: ((up ?? 0) + (left ?? 0)) / (2 * total),
            timeLeft: timeLeft({ at, total, ready, coming: launched.filter(isComing), width }),
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
        };
        this.#groups.set(fleet.group, ledger);
        ledger.at = Math.max(ledger.at, fleet.at);
        ledger.after = fleet.sizes;
        ledger.source = fleet.source.label;
        ledger.imageId = fleet.source.imageId;
        ledger.lowestReady = Math.min(ledger.lowestReady, counts.ready);
        ledger.floor = floor;
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
            detail: (0,report_words/* describeChange */.uQ)(change, Infinity),
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
/** Whether it is on its way: neither ready nor gone again. */
const isComing = ({ readyAt, until }) => readyAt === undefined && until === undefined;
const weightOf = (spans) => spans.reduce((sum, { weight }) => sum + weight, 0);
/** What an instance is to the reader: one that was launched by the run that is put back is new, though it was there. */
function roleOf({ role, launchedAt }, { ownSince }) {
    const isOwn = ownSince !== undefined && launchedAt !== undefined && launchedAt >= ownSince;
    return isOwn ? 'new' : role;
}

;// CONCATENATED MODULE: ./build/src/report/summary/summary.js






/** GitHub refuses a summary of more than 1 MiB; the rest is for what other parts of the step may add. */
const SUMMARY_BYTES = 1_000_000;
/**
 * The job summary: Markdown of at most `SUMMARY_BYTES`. The most important comes first, and what is too much is cut from
 * the least important: calls, inputs, timeline, plan, warnings, groups, failures; each says what it leaves out.
 */
function summary({ request, result, callCounts, warnings = [], failure }) {
    const shown = rendererOf(result).summary(request, result);
    const verdict = failure === undefined ? [shown.heading] : [shown.failedHeading, runFailure(failure)];
    const shownWarnings = new Set(shown.shownWarnings);
    const parts = [
        plainPart([...verdict, shown.line].join('\n\n'), 60_000),
        ...shown.parts,
        ...warningParts(warnings.filter((message) => !shownWarnings.has(message))),
        ...shown.details,
        ...inputParts(request),
        ...callParts(callCounts),
    ];
    return fit(parts, SUMMARY_BYTES);
}
function warningParts(messages) {
    if (messages.length === 0)
        return [];
    return [
        {
            head: '### Warnings\n',
            rows: lazily(messages, (message) => `- ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(message, 2000))}`),
            tail: '',
            total: messages.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more warning')} in the log.*`,
            share: 60_000,
        },
    ];
}
function inputParts(request) {
    const rows = inputRows(request);
    return folded('Inputs as given', '| Input | Value |\n|---|---|', rows);
}
function callParts(callCounts) {
    // Calls that run side by side come in no certain order.
    const sorted = Object.entries(callCounts).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    const total = sorted.reduce((sum, [, calls]) => sum + calls, 0);
    const rows = sorted.map(([action, calls]) => `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(action, 100))} | ${calls} |`);
    return folded(`${(0,report_words/* count */.U9)(total, 'call')} to AWS`, '| Action | Calls |\n|---|--:|', rows);
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









/** Does the work and reports it, however it ends: log, summary, and one annotation on failure. */
async function withReport({ runner, clock }, work) {
    const collector = new Collector();
    const toConsole = consoleReport(runner);
    const report = (event) => {
        collector.report(event);
        toConsole(event);
    };
    const record = { report, collector, runRequest: runRequestOf(runner), connected: [] };
    const { result, annotation, failure } = await endOf(runner, () => work(record));
    const [connection] = record.connected;
    const endedAt = (connection?.clock ?? clock).now() / 1000;
    report({ kind: 'ended', at: endedAt, result });
    const { runRequest, connected } = record;
    const callCounts = sums(connected.flatMap(({ caller }) => [...caller.calls]));
    const { warnings } = collector;
    await runner.writeSummary(summary({ request: runRequest, result, callCounts, warnings, ...(failure && { failure }) }));
    if (annotation)
        runner.setFailed(annotation.message, annotation.title);
    return { runRequest, result, failure, endedAt };
}
const NO_RESULT = { kind: 'groups', groups: [] };
/** What the work comes to; where it throws, what had a result before that. */
async function endOf(runner, work) {
    try {
        const result = await work();
        return { result, annotation: rendererOf(result).annotation(result) };
    }
    catch (thrown) {
        const partial = thrown instanceof partial_result/* PartialResult */.z4 ? thrown : undefined;
        const error = partial ? partial.cause : thrown;
        // The stack of a refusal is of no use to a user; that of a defect is needed to mend it.
        if (!(error instanceof errors/* UserError */.yo || error instanceof errors/* Cancelled */.cJ))
            for (const line of stackLines(error))
                runner.info(line);
        return { result: partial?.result ?? NO_RESULT, annotation: annotationOf(error), failure: (0,errors/* explanationOf */.pg)(error) };
    }
}
/** What is asked for, as far as it is known before the inputs are checked. */
function runRequestOf(runner) {
    const mode = runner.input('mode');
    const names = (0,modes/* isMode */.S)(mode) ? modes/* modes */.n[mode].uses : Object.keys(declaredInputs);
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
/** Ends the step red with one annotation where this cannot be saved. */
function saveOrFail(runner, save) {
    try {
        save();
    }
    catch (error) {
        const { message, title } = annotationOf(error);
        runner.setFailed(message, title);
    }
}

;// CONCATENATED MODULE: ./build/src/main/saved-memos.js

/**
 * Saves the memo of a group whenever the run writes it, and lets go of one that it has removed. A roll does not end for a
 * memo that the runner does not take: the tags of the group hold it.
 */
function saveMemos(runner, saving) {
    const memos = new Map();
    return {
        savingMemo: (group, memo) => {
            if (memo === undefined)
                memos.delete(group);
            else
                memos.set(group, memo);
            saving(() => runner.saveState(POST_STATE.memos, JSON.stringify(Object.fromEntries(memos))));
        },
    };
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
    let trail;
    const { runRequest, result, failure, endedAt } = await withReport(platform, async (record) => {
        const now = () => (record.connected[0]?.clock ?? platform.clock).now() / 1000;
        trail = changeTrail(platform.runner, { report: record.report, now });
        const step = await governedStep(platform, record);
        const { runner } = step;
        const inputs = readInputs(runner, runner.environment, step.selectors);
        for (const message of inputs.warnings)
            record.report({ kind: 'warning', message });
        for (const message of inputs.notes)
            record.report({ kind: 'info', message });
        const read = step.begin(inputs);
        if (read !== undefined)
            return read;
        record.report({ kind: 'phase', title: 'Credentials' });
        const connections = await connectRegions(platform, inputs, record);
        const [connected] = connections;
        const governance = step.confirm(inputs, connected);
        trail?.govern(governance);
        const { account, region } = connected;
        const scope = scopeOf(runner, { mode: inputs.mode, account: account.id, region });
        const saving = warnOnce(record.report);
        const run = {
            ...runContext(platform, record, { id, connections }),
            governance,
            ...(trail && { selected: trail.selected, beginning: trail.beginning }),
            ...saveMemos(runner, saving),
            ...savePostState(runner, { id, scope }),
        };
        const result = await dispatch(run, inputs);
        if (isSettled(result))
            saving(() => clearPostState(runner));
        return result;
    });
    const record = await trail?.end(result, failure, endedAt);
    saveOrFail(platform.runner, () => {
        writeOutputs(platform.runner, runRequest, result);
        if (record !== undefined)
            platform.runner.setOutput('audit', record);
    });
}
/**
 * The post step: puts back at once what the main step of this run has left changed, where the main step has worked,
 * whatever its own inputs and environment say. Where the main step began nothing, it logs nothing.
 */
async function post(platform) {
    const { runner } = platform;
    if (!hasSavedRun(runner))
        return;
    const { result, endedAt } = await withReport(platform, async (record) => {
        const saved = readSavedRun(runner);
        const connections = await connectAgain(platform, saved, record);
        record.report({ kind: 'phase', title: 'Put back what is left' });
        const run = {
            ...runContext(platform, record, { id: saved.id, connections }),
            touching: () => { },
            savingMemo: () => { },
            touchingBastion: () => { },
        };
        return await postRestore(run, saved);
    });
    await endTrail(runner, result, endedAt);
}


/***/ }),

/***/ 3453:
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

/***/ 3732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ githubRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __nccwpck_require__(4502);
// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __nccwpck_require__(9916);
// EXTERNAL MODULE: ./build/src/platform/http-get.js
var http_get = __nccwpck_require__(340);
// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __nccwpck_require__(1736);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/src/platform/workflow-commands.js
/**
 * How a step speaks to its runner: lines on stdout and files that the runner names.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */



/** Prints a command, `::warning title=Sizes::The group ...`; what its syntax knows is escaped in text and properties. */
function printCommand(name, text, properties = {}) {
    const given = Object.entries(properties).flatMap(([key, value]) => (value ? `${key}=${escapedProperty(value)}` : []));
    printLine(`::${name}${given.length > 0 ? ' ' : ''}${given.join(',')}::${escapedText(text)}`);
}
const printLine = (line) => void process.stdout.write(line + external_node_os_.EOL);
const escapedText = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text) => escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/**
 * Appends a value to a file of the runner, between two lines that no value can know. Without a file, as outside of a job,
 * nothing is written; throws where the file is gone or cannot be written.
 */
function appendValue(file, name, value) {
    if (!file)
        return;
    if (!(0,external_node_fs_.existsSync)(file))
        throw new Error(`Missing file at path: ${file}`);
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`, { encoding: 'utf8' });
}
/** The input of this name, without the space around it; empty where the step gives none. */
const inputOf = (variables, name) => (variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();

;// CONCATENATED MODULE: ./build/src/platform/github-runner.js








/** The real runner, by way of its commands, its files and the environment. */
function githubRunner() {
    const variables = process.env;
    return {
        environment: {
            runId: digits(variables['GITHUB_RUN_ID']),
            runAttempt: digits(variables['GITHUB_RUN_ATTEMPT']),
            awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
            proxy: proxyVariables(variables),
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
            defaultBranch: defaultBranchOf(variables['GITHUB_EVENT_PATH'] ?? ''),
        }),
        input: (name) => inputOf(variables, name),
        passedInputs: () => Object.keys(variables).flatMap((name) => (/^INPUT_./i.test(name) ? name.slice(6).toLowerCase() : [])),
        setOutput: (name, value) => writeCommand('GITHUB_OUTPUT', name, value),
        mask: (secret) => {
            if (secret !== '')
                printCommand('add-mask', secret);
        },
        idToken: async (audience, signal) => {
            const token = await requestIdToken({
                address: variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
                bearer: variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
                proxy: proxyVariables(variables),
            }, { audience, signal });
            printCommand('add-mask', token);
            return token;
        },
        info: (message) => printLine(message
            .split(/\r\n|[\r\n]/)
            .map(text_escape/* logText */.kc)
            .join('\n')),
        startGroup: (title) => printCommand('group', title),
        endGroup: () => printCommand('endgroup', ''),
        annotation: (level, message, title) => printCommand(level, message, { title }),
        writeSummary: async (markdown) => {
            const file = variables['GITHUB_STEP_SUMMARY'];
            if (!file)
                return;
            try {
                await (0,promises_.writeFile)(file, markdown);
            }
            catch (error) {
                printCommand('warning', `The job summary could not be written: ${String(error)}`, { title: 'Fleet Patch' });
            }
        },
        writeFile: async (path, text) => {
            try {
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
                await (0,promises_.writeFile)(path, text);
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
                if (isMissing(error))
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
                return isMissing(error);
            }
        },
        saveState: (name, value) => writeCommand('GITHUB_STATE', name, value),
        getState: (name) => variables[`STATE_${name}`] ?? '',
        setFailed: (message, title) => {
            printCommand('error', message, { title });
            process.exitCode = 1;
        },
    };
}
const isMissing = (error) => typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR');
/** The event that GitHub writes to a file; one that cannot be read says nothing. */
function defaultBranchOf(path) {
    if (path === '')
        return '';
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        const branch = event?.repository?.default_branch;
        return typeof branch === 'string' ? branch : '';
    }
    catch {
        return '';
    }
}
const COMMAND_FILES = {
    GITHUB_OUTPUT: { holds: 'output', lost: 'Later steps do not see it.' },
    GITHUB_STATE: { holds: 'state', lost: 'Without it the post step cannot put back what a cancelled run leaves.' },
};
/** Writes to a file through which the runner takes something from a step; UserError where that cannot be done. */
function writeCommand(variable, name, value) {
    try {
        appendValue(process.env[variable], name, value);
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
/** The lower-case name wins, as with curl. */
function proxyVariables(variables) {
    const text = (name) => variables[name] || variables[name.toUpperCase()] || '';
    return { http: text('http_proxy'), https: text('https_proxy'), none: text('no_proxy') };
}
/** What is no number, as outside of a workflow run, becomes empty. */
const digits = (text = '') => (/^\d+$/.test(text) ? text : '');


/***/ }),

/***/ 340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ httpGet)
/* harmony export */ });
/** Far more than any answer that is read here. */
const MOST_BYTES = 1_000_000;
/** The answer to one GET; redirects are not followed. Throws where none comes. */
async function httpGet(address, { headers = {}, agent, signal }) {
    const { request } = address.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19)) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19));
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

/***/ 1736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents)
/* harmony export */ });
/* harmony import */ var _proxy_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8075);

/**
 * Agents by the variables of the environment, one for each kind of address; where they name no proxy nothing is loaded.
 * UserError where a variable is no address of a proxy.
 */
async function proxyAgents(variables) {
    const { proxyFor } = (0,_proxy_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyRules */ .E)(variables);
    if (variables.http.trim() === '' && variables.https.trim() === '')
        return undefined;
    const [{ HttpProxyAgent }, { HttpsProxyAgent }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(947)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8947)),
        Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(566)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9185)),
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

/***/ 8075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ proxyRules)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7406);
/** Which requests go through a proxy, as the variables of the environment say that curl, git and GitHub's runner read. */


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

/***/ 5823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   Sg: () => (/* binding */ brokeFloor),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   r1: () => (/* binding */ wasCancelled),
/* harmony export */   zy: () => (/* binding */ isNotBegun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);

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

/***/ 8938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ auditInWords),
/* harmony export */   LU: () => (/* binding */ auditLines),
/* harmony export */   cF: () => (/* binding */ placeInWords)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2561);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4502);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3629);



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

/***/ 6597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ bastionLines),
/* harmony export */   X: () => (/* binding */ bastionChangeInWords)
/* harmony export */ });
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1217);

/** What a change does, as an order. */
function bastionChangeInWords(change) {
    switch (change.kind) {
        case 'launch':
            return `launch a new bastion in ${change.subnet.id} (${change.subnet.zone})`;
        case 'forward-packets':
            return `take the source/destination check off ${change.instance}`;
        case 'allocate':
            return 'allocate a temporary Elastic IP';
        case 'note-address':
            return `note the temporary Elastic IP ${change.allocation} on ${change.instance}`;
        case 'associate':
            return associationInWords(change);
        case 'disassociate':
            return `take the temporary Elastic IP ${change.allocation} off its instance`;
        case 'release':
            return `release the temporary Elastic IP ${change.allocation}`;
        case 'protect':
            return `${change.protection === 'on' ? 'protect' : 'stop protecting'} ${change.instance} against termination`;
        case 'terminate':
            return `terminate ${change.instance}`;
        case 'forget':
            return `remove the memo from ${change.instance}`;
        default:
            return change;
    }
}
function associationInWords({ ip, instance, purpose }) {
    switch (purpose) {
        case 'probe':
            return `lend the temporary Elastic IP ${ip} to ${instance}`;
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
function bastionVerdict(result) {
    const { name, status, address, instanceId, previousInstanceId, imageId, startedAt, endedAt } = result;
    const took = `, ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(endedAt - startedAt)}`;
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

/***/ 2643:
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
/** The result of a run that puts back groups and, where it was asked to, a bastion. */
function restoredResult(bastion, groups) {
    if (bastion !== undefined && groups.length === 0)
        return { kind: 'bastion', bastion };
    return { kind: 'groups', groups, bastion };
}


/***/ }),

/***/ 5990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ auditLists)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2561);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3629);


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

/***/ 2434:
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

/***/ 3629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   uQ: () => (/* binding */ describeChange),
/* harmony export */   xq: () => (/* binding */ statusInWords)
/* harmony export */ });
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5823);
/* harmony import */ var _domain_rollout_changes_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7613);


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
            return 'up in the dark';
        case 'gated':
            return 'waits at a gate';
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
/* harmony export */   U: () => (/* binding */ roughDuration),
/* harmony export */   p: () => (/* binding */ duration)
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


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Ew: () => (/* binding */ yamlScalar),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   kc: () => (/* binding */ logText),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/* unused harmony export visible */
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

/***/ 7443:
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

/***/ 9916:
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
/******/ 		792: 0
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
