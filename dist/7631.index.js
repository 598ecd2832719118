export const id = 7631;
export const ids = [7631];
export const modules = {

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ takeBackShifts),
/* harmony export */   V: () => (/* binding */ leftAlone),
/* harmony export */   releaseShift: () => (/* binding */ releaseShift),
/* harmony export */   rollbackShift: () => (/* binding */ rollbackShift)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _domain_rollout_restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94178);
/* harmony import */ var _domain_rollout_shift_memo_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(88539);
/* harmony import */ var _aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(42875);
/* harmony import */ var _aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61072);
/* harmony import */ var _aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97665);
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88330);
/* harmony import */ var _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15684);
/* harmony import */ var _apply_shift_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43565);
/* harmony import */ var _look_ahead_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73587);
/* harmony import */ var _shift_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75484);
/* harmony import */ var _traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(54344);
/* harmony import */ var _traffic_results_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39324);
/** Takes shifts of traffic back: `rollback` with two groups, and what `restore` and the post step find of them. */














/** Returns to the shares before the last shift of two groups, and to their sizes. */
async function rollbackShift(run, { inputs, traffic }) {
    const startedAt = run.clock.now() / 1000;
    run.report({ kind: 'phase', title: 'Find the groups' });
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, traffic);
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined);
    const [note] = seen.routes.flatMap(({ previous }) => previous ?? []);
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, note?.to ?? 'green');
    run.report({ kind: 'info', message: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.pairInWords)(pair, seen, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSide */ ._P)(to)) });
    const groups = [pair.names.blue, pair.names.green];
    await (0,_look_ahead_js__WEBPACK_IMPORTED_MODULE_7__/* .lookAhead */ .R)(run, {
        groups,
        seen: undefined,
        managedGroups: traffic.managedGroups,
        shift: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.governedShift)(pair, traffic),
        found: [...pair.found, ...(await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.lateReadsFound)(run, pair, undefined))],
    });
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll back' });
    const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return { kind: 'traffic', traffic: (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) };
}
/** Goes on with a shift that waits at a step, or shrinks what an ended one has kept. */
async function releaseShift(run, { inputs, settings }) {
    const startedAt = run.clock.now() / 1000;
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, settings);
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun, settings }).look(startedAt, undefined);
    const progress = seen.groups.green.memo?.progress ?? {};
    if (!(0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(progress) && progress.role !== undefined)
        return await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.shiftPair)(run, {
            inputs: { ...inputs, ...settings },
            settings,
            resizes: progress.plan === 'blue-green',
            passesGate: true,
        });
    run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Release' });
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, settings.to ?? 'green');
    const groups = [pair.names.blue, pair.names.green];
    await (0,_look_ahead_js__WEBPACK_IMPORTED_MODULE_7__/* .lookAhead */ .R)(run, {
        groups,
        seen: undefined,
        managedGroups: settings.managedGroups,
        shift: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.governedShift)(pair, settings),
        found: [...pair.found, ...(await (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.lateReadsFound)(run, pair, undefined))],
    });
    const job = { pair, inputs, settings, intent: 'release', to, resizes: true, seen };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return { kind: 'traffic', traffic: (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) };
}
/** Takes back the unfinished shifts that these groups are of; what waits or is kept on purpose stays. */
async function takeBackShifts(run, request) {
    const { groups, savedMemos } = request;
    const described = await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByName */ .JR)(run.connection, groups);
    const memos = new Map();
    for (const group of described) {
        const name = group.AutoScalingGroupName ?? '';
        const memo = readable(() => (0,_aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .readMemo */ .fw)(group)) ?? savedMemos?.get(name);
        if (memo !== undefined && (0,_domain_rollout_shift_memo_js__WEBPACK_IMPORTED_MODULE_12__/* .isOfShift */ .G)(memo))
            memos.set(name, memo);
    }
    if (memos.size === 0)
        return { traffic: [], others: groups, alone: [] };
    const traffic = [];
    const alone = [];
    const done = new Set();
    for (const [name, memo] of memos) {
        if (done.has(name))
            continue;
        const pair = await partnerOf(run, name, memo);
        if (pair === undefined) {
            alone.push(name);
            continue;
        }
        for (const side of _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .SIDES */ .BV)
            done.add(pair[side]);
        const result = await takeBack(run, request, pair);
        if (result !== undefined)
            traffic.push(result);
    }
    return { traffic, others: groups.filter((name) => !memos.has(name)), alone };
}
/** A memo that cannot be read is told by what works on the group. */
function readable(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
/** Both groups of a shift by their sides; undefined where the other one is gone. */
async function partnerOf({ connection }, name, { progress }) {
    const tagged = await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByFilter */ .q$)(connection, [{ Name: 'tag-key', Values: [_aws_groups_memo_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .MEMO_TAG */ .Y7] }]);
    const found = tagged.find((group) => (0,_aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .partnerHash */ .B)(group) === progress?.partner) ??
        (await (0,_aws_groups_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupsByFilter */ .q$)(connection, [])).find((group) => (0,_aws_traffic_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .partnerHash */ .B)(group) === progress?.partner);
    const partner = found?.AutoScalingGroupName;
    if (partner === undefined || progress?.side === undefined)
        return undefined;
    return progress.side === 'blue' ? { blue: name, green: partner } : { blue: partner, green: name };
}
/** Of a shift whose other group is gone it is not known what its shares were to be: a person must say. */
const leftAlone = (groups) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
    what: `${groups.join(', ')} ${groups.length === 1 ? 'is' : 'are'} of a shift of traffic whose other group does not exist any more: nothing of it is taken back.`,
    remedy: 'Set the weights, and sizes and suspended processes of the group, as they should be, then delete the tags `fleet-patch:memo`, `fleet-patch:run` and `fleet-patch:progress`.',
});
async function takeBack(run, { inputs, whose, savedMemos }, names) {
    const startedAt = run.clock.now() / 1000;
    const pair = await (0,_traffic_pair_js__WEBPACK_IMPORTED_MODULE_9__/* .findTrafficPair */ .J)(run, {
        pair: { kind: 'groups', ...names },
        means: undefined,
        listenerRules: [],
        record: undefined,
        hostedZone: undefined,
        identifiers: { blue: undefined, green: undefined },
    });
    const seen = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .portOf */ .HM)(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined);
    const found = seen.groups.blue.memo ?? seen.groups.green.memo;
    const written = found === undefined ? standing(run, seen, { names, savedMemos, means: pair.routing.means }) : undefined;
    const memo = found ?? written?.blue;
    if (memo === undefined)
        return undefined;
    if (whose === 'own' && memo.run !== run.id)
        return undefined;
    if (memo.heartbeatAt === 0 && (whose === 'own' || (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(memo.progress ?? {}))) {
        run.report({ kind: 'info', message: `${names.blue} and ${names.green}: ${leftText(memo)}` });
        return undefined;
    }
    const to = (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .sideFor */ .Vi)(seen, (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .shiftsTo */ .fh)(written ?? { ...(seen.groups.blue.memo && { blue: seen.groups.blue.memo }), ...(seen.groups.green.memo && { green: seen.groups.green.memo }) })); // prettier-ignore
    run.report({ kind: 'info', message: (0,_shift_js__WEBPACK_IMPORTED_MODULE_8__.pairInWords)(pair, seen, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .otherSide */ ._P)(to)) });
    const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen, written };
    const outcome = await (0,_apply_shift_js__WEBPACK_IMPORTED_MODULE_6__/* .applyShift */ .vP)(run, job);
    return (0,_traffic_results_js__WEBPACK_IMPORTED_MODULE_10__/* .trafficResult */ .X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome);
}
const leftText = ({ progress = {} }) => (0,_domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .isKept */ .t8)(progress)
    ? 'the shift has ended, and the side without traffic is kept on purpose; `mode: release` shrinks it, `mode: rollback` returns to it.'
    : 'the shift waits on purpose to be passed by hand; `mode: release` goes on with it, `mode: rollback` takes it back.';
/**
 * What the runner keeps of a shift whose tags are gone while its weights stand, or, before its first step, what it has done to the
 * groups: undefined where it had come to its end.
 */
function standing(run, seen, { names, savedMemos, means, }) {
    const [blue, green] = [savedMemos?.get(names.blue), savedMemos?.get(names.green)];
    if (blue === undefined || green === undefined || blue.run !== run.id)
        return undefined;
    const isUnderWay = seen.routes.some(({ previous, weights }) => previous?.startedAt === blue.startedAt &&
        !(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .weightsAt */ .X)(means, previous.weights, { to: previous.to, share: previous.end })) &&
        !(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, previous.weights));
    const isBefore = seen.routes.every(({ previous, weights }) => previous?.startedAt !== blue.startedAt || (0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameTraffic */ .W8)(weights, previous.weights));
    const memos = { blue, green };
    const isStanding = _domain_traffic_situation_js__WEBPACK_IMPORTED_MODULE_5__/* .SIDES */ .BV.some((side) => (0,_domain_rollout_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreStep */ .T2)(seen.groups[side], memos[side]).kind !== 'clear-state');
    return isUnderWay || (isBefore && isStanding) ? memos : undefined;
}


/***/ })

};
