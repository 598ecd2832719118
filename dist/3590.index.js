export const id = 3590;
export const ids = [3590];
export const modules = {

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  blueGreen: () => (/* binding */ blueGreen)
});

// EXTERNAL MODULE: ./build/src/aws/images/instance-types.js
var instance_types = __webpack_require__(67699);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var rollout_counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var capacity = __webpack_require__(35658);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight.js
var preflight = __webpack_require__(56699);
// EXTERNAL MODULE: ./build/src/aws/preflight/read-headroom.js + 6 modules
var read_headroom = __webpack_require__(53704);
// EXTERNAL MODULE: ./build/src/aws/preflight/target-groups.js
var target_groups = __webpack_require__(61231);
;// CONCATENATED MODULE: ./build/src/aws/preflight/idle-side.js






/** A refusal for each shortage; what cannot be read is told and refuses nothing. */
async function idleHeadroom(connection, types, { described, idle, active }) {
    const counted = idle.instances.filter(rollout_counted/* isCounted */.he);
    const staying = counted.filter((instance) => (0,capacity/* isCurrent */.Oz)(instance, idle.source));
    const launches = active.sizes.desired - staying.length;
    if (launches <= 0)
        return [];
    // An empty group tells nothing of its instances: they are taken to be like those of the active side.
    const likeness = counted.length === 0 ? active.group : idle.group;
    const demand = {
        group: likeness,
        launches,
        desired: active.sizes.desired,
        max: Math.max(idle.sizes.max, active.sizes.desired),
        present: tally(counted.map(({ zone }) => zone)),
        leaving: new Map(),
        types: idle.source.types ?? [...new Set([...counted, ...active.instances].map(({ type }) => type))],
    };
    const { around, skipped } = await (0,read_headroom/* readHeadroom */.S)({ connection, types, targetGroups: new target_groups/* TargetGroupReader */.k(connection), targets: new Map() }, [{ ...described, AutoScalingGroupName: likeness }], [demand]);
    return [
        ...skipped.map((what) => ({ group: undefined, weight: 'notice', what })),
        ...(0,preflight/* shortagesOf */.wx)([demand], around).map((each) => (0,preflight_findings/* refusalOf */.Of)(idle.group, (0,preflight/* shortageInWords */.IN)({ ...each, group: idle.group }), 'Make room, or give the active side fewer instances first.')),
    ];
}
function tally(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
}

// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __webpack_require__(88330);
// EXTERNAL MODULE: ./build/src/domain/rollout/shift-memo.js
var shift_memo = __webpack_require__(88539);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/inputs/roll.js
var roll = __webpack_require__(45640);
// EXTERNAL MODULE: ./build/src/modes/patch.js + 14 modules
var patch = __webpack_require__(89936);
// EXTERNAL MODULE: ./build/src/modes/shift.js + 2 modules
var shift = __webpack_require__(75484);
;// CONCATENATED MODULE: ./build/src/modes/blue-green.js








/** Patches the idle one of two groups, sizes and proves it, moves the traffic there by steps, and shrinks the old one. */
async function blueGreen(run, inputs) {
    return await (0,shift.shiftPair)(run, {
        inputs,
        settings: inputs,
        resizes: true,
        prepare: (found) => prepareIdle(run, inputs, found),
    });
}
/** Checks what the idle side is to launch, and whether there is room for it; the patch itself comes once its state is saved. */
async function prepareIdle(run, inputs, { pair, seen, to }) {
    const idle = seen.groups[to];
    const isMoved = seen.routes.every(({ weights }) => (0,shares/* shareOf */.tC)(weights, to) === 100);
    // The traffic may be there already, in part or as a whole: what serves is not patched under way.
    if (isMoved || ((0,shift_memo/* isOfShift */.G)(idle.memo ?? {}) && idle.memo?.progress?.share !== undefined))
        return { found: [] };
    // What is recorded is the shift: this is a part of it.
    const { beginning: _, selected: __, ...part } = run;
    const patching = patchingOf(inputs, idle.group);
    // What is worth a warning is told by the patch itself.
    const quiet = { ...part, report: (event) => (event.kind === 'warning' && !inputs.dryRun ? undefined : part.report(event)) }; // prettier-ignore
    await (0,patch/* patch */.F)(quiet, { ...patching, dryRun: true }, requestOf(inputs));
    const found = await idleHeadroom(run.connection, new instance_types/* InstanceTypeReader */.X(run.connection), {
        described: pair.groups[to],
        idle,
        active: seen.groups[(0,shares/* otherSide */._P)(to)],
    });
    return {
        found,
        patch: async () => {
            const result = await (0,patch/* patch */.F)(part, patching, requestOf(inputs));
            const failure = result.kind === 'groups' ? result.groups.find((group) => group.failure !== undefined)?.failure : undefined; // prettier-ignore
            if (failure !== undefined)
                throw new errors/* UserError */.yo(failure);
        },
    };
}
const requestOf = (inputs) => {
    const { images, imageOwners, replaceSsmAlias, dockerImage, allowOtherRepository, userData } = inputs;
    return {
        image: { images, imageOwners, replaceSsmAlias },
        ...((dockerImage !== undefined || userData !== undefined) && {
            userData: { dockerImage, allowOtherRepository, userData },
        }),
        instanceType: inputs.instanceType,
        migrateToLaunchTemplate: inputs.migrateToLaunchTemplate,
    };
};
/** A patch of one group that no roll follows. */
const patchingOf = (inputs, group) => ({
    ...inputs,
    selectors: { groups: [group], stacks: [], tags: [] },
    rollout: 'none',
    surge: roll/* ONE */.xr,
    maxUnavailable: { kind: 'count', value: 0 },
    maxLeaving: undefined,
    force: false,
    warmupSeconds: undefined,
    maxFailures: 1,
    onFailure: undefined,
    protectedInstances: 'replace',
    standbyInstances: 'ignore',
    scaling: 'follow',
    dark: undefined,
    gates: undefined,
    waves: undefined,
});


/***/ })

};
