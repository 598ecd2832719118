export const id = 7054;
export const ids = [7054];
export const modules = {

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

/***/ 17054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yb: () => (/* binding */ firstLook),
  By: () => (/* binding */ lookAheadOfRoll),
  ad: () => (/* binding */ rollGroups)
});

// EXTERNAL MODULE: ./build/src/aws/observe/alarms.js
var observe_alarms = __webpack_require__(79688);
// EXTERNAL MODULE: ./build/src/aws/preflight/asked-ahead.js
var asked_ahead = __webpack_require__(72911);
// EXTERNAL MODULE: ./build/src/aws/observe/fleets.js + 12 modules
var observe_fleets = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/src/aws/probe/prober.js + 2 modules
var prober = __webpack_require__(83921);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
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
/**
 * The terminations that this look proves, as changes that a look has shown: one that still lists their instances is behind, and to
 * terminate them again would be refused.
 */
const provenTerminations = (unanswered, fleet) => unanswered.flatMap(({ change, at }) => {
    const shown = shownOf(change, fleet);
    return shown?.kind === 'terminate' ? [{ change: shown, at, seen: true }] : [];
});
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

// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var rollout_counted = __webpack_require__(71582);
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
        const earliest = Math.min(one, other);
        return { earliest, latest: Math.max(one, other), early: earliest, agrees: true, isConstant: sharp.length >= ENOUGH }; // prettier-ignore
    }
    const middles = samples.map(({ atLeast, atMost }) => (atLeast + atMost) / 2);
    const earliest = Math.min(...middles, below(middles, RARE_DEVIATIONS));
    const early = Math.max(earliest, below(middles, EARLY_DEVIATIONS));
    return { earliest, latest: Math.max(...middles), early, agrees: false, isConstant: false };
}
/** Of a log-normal distribution one in a hundred is shorter, and one in ten. */
const RARE_DEVIATIONS = 2.3;
const EARLY_DEVIATIONS = 1.28;
/** So many deviations below what is usual, given such ones: the least that was seen is not the least that there is. */
function below(values, deviations) {
    const logs = values.map((value) => Math.log(Math.max(1, value)));
    const mean = average(logs);
    const deviation = Math.sqrt(average(logs.map((each) => (each - mean) ** 2)));
    return Math.exp(mean - deviations * deviation);
}
const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// EXTERNAL MODULE: ./build/src/domain/rollout/probe.js
var probe = __webpack_require__(12866);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness-history.js
var readiness_history = __webpack_require__(65737);
;// CONCATENATED MODULE: ./build/src/domain/rollout/boot-estimate.js
/** How long new instances take, as a run has seen it, and when the next look at their group is worth its calls. Pure. */




/** Seconds until the next look may show what the roll waits for; undefined where nothing of it is known. */
function secondsToNextLook(record, fleet, awaited) {
    const { at, instances, sizes } = fleet;
    const known = knowledgeOf(record);
    const due = [];
    const counted = instances.filter(rollout_counted/* isCounted */.he);
    const ours = counted.filter(({ firstSeenAt }) => firstSeenAt > awaited.since);
    const haste = hasteOf(ours.filter(({ readySince }) => readySince === undefined).length);
    for (const instance of ours) {
        const warmAt = (instance.readySince ?? -Infinity) + awaited.warmupSeconds;
        if (instance.readySince === undefined)
            due.push(startDue(instance, { at, known, arrival: record.arrived.get(instance.id)?.arrival, haste })); // prettier-ignore
        // Without a warm-up it counts as soon as AWS has answered, which is after the moment of the look.
        else if (awaited.warmupSeconds > 0 && warmAt > at)
            due.push(Math.min(warmAt, at + ((0,readiness_history/* isStartingSlowly */.B1)(instance, fleet) ? SLOW_START_SECONDS : Infinity)));
        const probeAt = (instance.lastProbe?.passed === false ? instance.lastProbe.at : -Infinity) + probe/* PROBE_PAUSE_SECONDS */.gY;
        if (probeAt > at)
            due.push(probeAt);
    }
    if ((0,rollout_counted/* capacityOf */.A$)(counted) < sizes.desired) {
        const since = awaited.outstandingSince ?? at;
        due.push(awaited.launchDecides?.() === true ? decisiveLaunchDue(at, since) : launchDue(at, since, known));
    }
    if (due.length === 0)
        return undefined;
    return between(0, Math.min(...due) - at, longest((known.total ?? known.boot)?.earliest ?? 0));
}
function knowledgeOf({ boots, warmups, totals, earlier, hasRead }) {
    const all = estimate([...earlier, ...boots]);
    return { boot: all, warmup: estimate(warmups), total: estimate(totals), isTold: hasRead };
}
/** A target that falls sick in its slow start begins it anew: it must be seen between two checks that it passes. */
const SLOW_START_SECONDS = 8;
const between = (least, value, most) => Math.max(least, Math.min(value, most));
/** What others do to a group meanwhile must be seen: within a minute or, where starts take minutes, within two. */
const longest = (total) => between(65, total, 119);
/** Of a start that is due now so many seconds go by between two looks: a fortieth of the whole start is not worth a look. */
const closely = (total) => between(2, total / 40, 3.5);
/** Where a start takes so long, it is seen in time whenever AWS has launched it: nothing is lost by a late look. */
const LONG_SECONDS = 30;
/** AWS launches within half a minute of a request, mostly. */
const LAUNCHED_SECONDS = 25;
/** AWS does not launch sooner after a request. */
const SOONEST_LAUNCH_SECONDS = 4;
/** When to look for a launch that others wait for: while one is, nothing else is done. */
const decisiveLaunchDue = (at, since) => at < since + SOONEST_LAUNCH_SECONDS ? since + SOONEST_LAUNCH_SECONDS : at + between(2, (at - since) / 10, 15);
/**
 * When to look for a launch that is outstanding. A start of which the length is known well is seen at once, for the moment of the
 * launch tells when it ends; of another one nothing can be done before it may have come into service and warmed up, and its
 * activity tells then when it came.
 */
function launchDue(at, since, known) {
    const { boot, warmup, total, isTold } = known;
    const isAlike = isRegular(known);
    const start = isAlike && total !== undefined ? total.earliest : shortest(boot) + (warmup?.earliest ?? 0);
    const seen = isAlike ? start - LEFT_SECONDS : start < SHORT_SECONDS || !isTold ? 0 : start;
    const isLong = (total?.earliest ?? start) >= LONG_SECONDS;
    const first = since + (isLong ? Math.max(LAUNCHED_SECONDS, seen) : LAUNCHED_SECONDS / 3);
    return at < first ? first : at + between(5, (at - since) / 10, 15);
}
/** A start so short is seen twice: the more is known of it, the sooner its end is seen. */
const SHORT_SECONDS = 50;
/** So much of a start is left when it is seen first, wherever AWS was slow to launch it, that the next look can be the one at its end. */
const LEFT_SECONDS = 90;
const isRegular = ({ boot, total }) => boot?.isConstant === true && total?.agrees !== false;
/** The first start is told by few others: the next may be a little shorter. And of many that start together the first is shorter than most. */
const shortest = (boot, haste = 1) => boot === undefined ? 0 : boot.earliest * (boot.agrees ? 0.9 : 1 - (haste - 1) / 16);
/** What is due so soon is due now. */
const AT_ONCE_SECONDS = 0.5;
/** An instance may be seen so much later than it is ready, where that is a small part of its start. */
const LATE_SECONDS = 8;
/** Of so few that start together each is worth no more looks than one alone. */
const FEW = 2.5;
/**
 * How much closer looks may be where many start together: what they cost is spread over all of these, and the more there are, the
 * sooner the first is through.
 */
const hasteOf = (starting) => between(1, starting / FEW, 5);
/** The moment to look for what is due: where it is known well, when it must have happened; else, or with haste, when it may have. */
function aim(due, haste = 1) {
    if (!due.agrees || haste > 1)
        return due.earliest;
    return widthOf(due) <= (due.isConstant ? JITTER_SECONDS : 1) ? due.latest : (due.earliest + due.latest) / 2;
}
/** When to look for an instance that starts: seeing it come into service late costs nothing while it still warms up. */
function startDue(instance, { at, known, arrival, haste }) {
    const { boot, warmup, total } = known;
    const launched = Math.min(instance.launchedAt ?? instance.firstSeenAt, instance.firstSeenAt);
    const usual = closely(total?.earliest ?? at - launched);
    // Where they vary the next one is due soon anyway; and what is late by much is looked for as if it were alone.
    const closeTo = (due) => isRegular(known) ? between(Math.max(1, usual / haste), (at - due) / 5, usual) : usual;
    const overdue = (due) => (at < due ? due : at + between(closeTo(due), (at - due) / 10, 15));
    if (total?.isConstant)
        return overdue(launched + aim(total, haste));
    if (instance.lifecycle !== 'InService') {
        // While nothing is known: a tenth of what has passed.
        if (boot === undefined)
            return at + between(3, (at - launched) / 10, 7.5);
        if (isRegular(known)) {
            const due = launched + boot.latest + (warmup === undefined ? 0 : aim(warmup, haste));
            return at < due ? due : at + closeTo(due);
        }
        const due = launched + shortest(boot, haste);
        if (at + AT_ONCE_SECONDS < due)
            return due;
        if (warmup === undefined)
            return at + between(5, (at - launched) / 10 / haste, 20);
        // While few are so quick one that is may be seen a little later.
        const late = at < launched + boot.early ? boot.earliest / 10 : between(0, boot.earliest / 40, LATE_SECONDS);
        return at + between(3, warmup.earliest + late / haste, 60);
    }
    const { atLeast, atMost } = arrival ?? { atLeast: instance.firstSeenAt, atMost: instance.firstSeenAt };
    if (warmup === undefined)
        return at + between(Math.max(1, 4 / haste), (at - atMost) / 4 / haste, 7);
    return overdue((atMost - atLeast <= JITTER_SECONDS ? atMost : atLeast) + aim(warmup));
}

// EXTERNAL MODULE: ./build/src/domain/rollout/budget.js
var budget = __webpack_require__(4495);
;// CONCATENATED MODULE: ./build/src/domain/rollout/boot-record.js
const NOTHING_LEARNT = { boots: [], warmups: [], totals: [], earlier: [], arrived: new Map(), hasRead: false }; // prettier-ignore
/** So many of the newest count: what was so at the beginning of a long roll may not be so any more. */
const REMEMBERED = 10;
/** What one more look teaches; of instances that were there at `since`, the first look of the run, nothing is learnt. */
function learnBoots(record, { before, now, since }) {
    const readyBefore = new Set(before.instances.flatMap(({ id, readySince }) => (readySince === undefined ? [] : id)));
    const arriving = now.instances.filter(({ id, firstSeenAt, lifecycle, readySince }) => firstSeenAt > since && lifecycle === 'InService' && (readySince === undefined || !readyBefore.has(id)));
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
/** What began so soon after each other began together, as where a whole group was launched at once. */
const TOGETHER_SECONDS = 60;
/** The newest, and all that began together with the last of them: AWS tells of these in any order, and some of them may be the slowest ones. */
function newestLaunches(launches) {
    const oldest = launches[REMEMBERED - 1];
    return launches.filter(({ begunAt }, index) => index < REMEMBERED || begunAt > (oldest?.begunAt ?? 0) - TOGETHER_SECONDS);
}
/** What the activities teach, those that began last first: AWS tells whole seconds. */
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
    const past = newestLaunches(launches.filter(({ endedAt }) => endedAt <= since));
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

// EXTERNAL MODULE: ./build/src/domain/rollout/taken-back.js
var taken_back = __webpack_require__(26519);
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
        ['no load balancer', /(Validating|Updating) load balancer configuration failed/, 'ts-as-loadbalancer'],
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
    const known = new Set(before.instances.filter(rollout_counted/* isCounted */.he).map(({ id }) => id));
    const hasArrived = now.instances.some((each) => (0,rollout_counted/* isCounted */.he)(each) && !known.has(each.id));
    const isRaised = now.sizes.desired > before.sizes.desired;
    return hasArrived || isRaised ? now.at : (state.outstandingSince ?? now.at);
}
const missingUnits = ({ instances, sizes }) => sizes.desired - (0,rollout_counted/* capacityOf */.A$)(instances.filter(rollout_counted/* isCounted */.he));
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
    // A look that does not show this run's name may show what the run before it has ended since.
    const isOwnLook = before.memo?.run === policy.run;
    const useless = before.instances.filter((each) => isOwnLook && isOfNoUse(each) && (0,rollout_counted/* isCounted */.he)(each) && !(0,rollout_capacity/* isOutdated */.lY)(each, before, policy) && !known.has(each.id));
    const watched = new Set([...useless, ...state.missing].map(({ id }) => id));
    const present = new Map(now.instances.flatMap((each) => (watched.has(each.id) ? [[each.id, each]] : [])));
    let surplus = useless.length === 0 ? 0 : surplusOf(before, { now, useless });
    const isTooMany = ({ weight }) => (surplus -= weight) >= 0;
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
    return {
        ...state,
        lost,
        missing,
        completeAt,
        outstandingSince: outstandingSince(state, { before, now }),
        surplusSince: (0,surplus_of_aws/* surplusSince */.Nq)(state.surplusSince, now),
        ...(now.instances.some(rollout_counted/* holdsRoom */.eb) && { leavingAt: now.at }),
    };
}
/**
 * How much of these instances was too many, as after an operator's change or a balancing of zones: what the group had more than it
 * wanted, or than it wants now, less what else has left it since.
 */
function surplusOf({ instances, sizes }, { now, useless }) {
    const counted = instances.filter(rollout_counted/* isCounted */.he);
    const known = new Set([...now.instances.filter(rollout_counted/* isCounted */.he), ...useless].map(({ id }) => id));
    const left = counted.filter(({ id }) => !known.has(id));
    const before = (0,rollout_counted/* capacityOf */.A$)(counted);
    return Math.max(before - sizes.desired, before - (0,rollout_counted/* capacityOf */.A$)(left) - now.sizes.desired);
}
/** When the group last had all the capacity that it wants, once it is known what this look has shown. */
const completeSince = ({ completeAt }, look) => isComplete(look) ? look.at : completeAt;
const isLeaving = (instance) => instance === undefined || ['leaving', 'retained'].includes((0,lifecycle/* phaseOf */.hU)(instance) ?? '');
const isComplete = ({ instances, sizes }) => (0,rollout_counted/* capacityOf */.A$)(instances.filter(rollout_counted/* isCounted */.he)) >= sizes.desired;
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
    written: undefined,
    losses: 0,
    changed: false,
    freshLooks: 0,
    needs: undefined,
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
 * The sizes that the run has left: what the group shows instead was set by others since. Before its first change of sizes they are the
 * saved ones. Undefined where AWS has not answered the last change, or it is not known what an earlier run has left.
 */
function sizesLeft({ state, memo, last }) {
    const { desired, max, hasOwnSizes } = state;
    if (desired !== undefined)
        return { desired, max: max ?? last.sizes.max };
    const saved = hasOwnSizes === true ? (memo ?? last.memo)?.sizes : undefined;
    return saved && { desired: saved.desired, max: saved.max };
}
/** Whether the activities are asked what the process before has left: once, when this one holds the lease and that changes nothing any more. */
function asksForInherited({ policy, first, state, refused }) {
    const hasEarlier = first.memo !== undefined || policy.intent === 'restore';
    const isHeld = state.leaseClaimed || refused.includes('renew-lease');
    const isKnown = state.inherited !== undefined && state.sizesFromActivities !== undefined;
    return hasEarlier && isHeld && state.desired === undefined && !isKnown;
}
/**
 * What the next look must hold as it is then: every part where the last one has kept what is needed, where what is new bakes or starts
 * slowly without a break, or where a roll that is rolled back waits for another launch source. Undefined where it may keep what it can.
 */
const askedAnew = ({ needs, state, rollback, last }) => state.baking !== undefined || rollback !== undefined || last.instances.some((each) => (0,readiness_history/* isStartingSlowly */.B1)(each, last))
    ? 'every part'
    : needs;

;// CONCATENATED MODULE: ./build/src/controllers/rollout/pace.js



/** Seconds between two looks at a group of which it is not known what comes when. */
const CALM_SECONDS = 5;
/** A scheduled action has been carried out so long after it fell due. */
const CARRIED_OUT_SECONDS = 2;
/** When nothing before can show what this group waits for, or what a scheduled action does to it. */
function nextDue(run) {
    const { boots, last, first, policy, state } = run;
    const quiet = secondsToNextLook(boots, last, {
        since: first.at,
        warmupSeconds: Math.max(policy.warmupSeconds, last.slowStartSeconds ?? 0),
        outstandingSince: state.outstandingSince,
        launchDecides: () => isLaunchDecisive(run),
    });
    const scheduled = (last.dueActions ?? []).map(({ at }) => at + CARRIED_OUT_SECONDS).filter((at) => at > last.at);
    const calm = state.growth === undefined ? (quiet ?? CALM_SECONDS) : Math.min(quiet ?? CALM_SECONDS, CALM_SECONDS);
    return Math.min(last.at + calm, ...scheduled);
}
/** Whether one may leave as soon as it is seen where AWS has launched. */
function isLaunchDecisive(run) {
    const { last, state, outcome, restoringSince } = run;
    const { memo } = last;
    if (memo === undefined || outcome !== undefined || restoringSince !== undefined)
        return false;
    return (0,budget/* awaitsLaunch */.Hb)((0,budget/* situationOf */._7)(last, { memo, policy: policyNow(run), state }));
}
/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1;
/** Between a change of a group that AWS has accepted and the next look at it: what does not show yet is looked for once more. */
const pace_SHORT_SECONDS = 0.5;
/** So long after a step the next look comes, unless it is to come at once, or when something is due; of several groups the looks are shared. */
const settleSeconds = (next, groups) => next === 'shortly' && groups === 1 ? pace_SHORT_SECONDS : SETTLE_SECONDS;
/**
 * When to look at a group again after a step. The end of the time for rolling is not slept through. What only needs another look keeps
 * its place among the groups that wait for one.
 */
function lookAfter(run, { next, since, now, deadline, groups }) {
    if (next === 'soon' || next === 'shortly')
        return now + settleSeconds(next, groups);
    if (next === 'at once')
        return Math.min(now, since ?? now);
    const due = nextDue(run);
    return now <= deadline && due > deadline ? deadline + SETTLE_SECONDS : due;
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
const pace_TOGETHER_SECONDS = 0.5;
/**
 * The groups that are due, with those that are nearly; where none is, those that are due first. Of more than `most` those that
 * have waited longest.
 */
function dueGroups(due, groups, { now, most }) {
    const until = now + (secondsUntilDue(due, groups, now) ?? 0) + pace_TOGETHER_SECONDS;
    const found = groups.filter((group) => (due.get(group) ?? now) <= until);
    if (found.length <= most)
        return found;
    return found.toSorted((a, b) => (due.get(a) ?? now) - (due.get(b) ?? now)).slice(0, most);
}
/** As many groups are looked at together as can be worked on while what was seen is young. */
const YOUNG_SECONDS = 10;
/**
 * The most groups in one look, and the least however slow AWS is. More would spare no call: AWS tells of up to a hundred groups in one
 * answer. And where all are quiet for a time a share that grows is not held back before there is much to ask of each.
 */
const MOST_SHARE = 100;
const LEAST_SHARE = 10;
/** How many groups the next look may take, when this one and what followed from it took so many seconds. */
function nextShare(share, { looked, seconds }) {
    if (seconds > YOUNG_SECONDS)
        return Math.max(LEAST_SHARE, Math.min(share, Math.floor((looked * YOUNG_SECONDS) / seconds)));
    return looked >= share && seconds < YOUNG_SECONDS / 2 ? Math.min(MOST_SHARE, Math.ceil(share * 1.5)) : share;
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
    dueSince: new Map(),
    share: MOST_SHARE,
    missing: new Map(),
    unansweredToldAt: undefined,
    alarms: undefined,
    bakeToldOf: undefined,
});
/** Groups that have not ended. */
const openIn = ({ unreported, runs }) => [...unreported].filter((group) => runs.get(group)?.outcome === undefined);

;// CONCATENATED MODULE: ./build/src/controllers/rollout/admit.js

/**
 * Groups that are let in at one look, once others are on their way. Each asks for all that is known of it: with many at once those that
 * are ready would wait for their answers, and nothing would be changed meanwhile.
 */
const LET_IN = 20;
/** So few that are left, as a part of those that there is room for, wait no more: they would end long after all others. */
const LAST_PART = 0.25;
/**
 * Lets in as many groups as there is room for beside those that are on their way, in the order asked. One that had to wait begins
 * anew: neither what was seen of it before nor the time that it has waited counts.
 */
function admit(loop, { width, now }) {
    const { admitted, beginning, runs, nextLookAt } = loop;
    const open = openIn(loop);
    const waiting = open.filter((group) => !admitted.has(group));
    const free = waiting.length <= width * LAST_PART ? Infinity : width - (open.length - waiting.length);
    const most = runs.size === 0 ? Infinity : LET_IN;
    for (const group of waiting.slice(0, Math.max(0, Math.min(free, most)))) {
        admitted.add(group);
        // It stands in line from here on: to be looked at after all others, it would begin when these have nothing left to do.
        nextLookAt.set(group, now);
        if (runs.has(group))
            beginning.set(group, now);
    }
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
/** What of a change still holds after a later one: processes that the later one does not name stay as they were left, and so does a desired capacity that it does not set. */
function remainder(earlier, later) {
    if (!(0,changes/* supersedes */.Gm)(later, earlier))
        return earlier;
    if ('processes' in earlier && 'processes' in later) {
        const processes = earlier.processes.filter((process) => !later.processes.includes(process));
        return processes.length > 0 ? { ...earlier, processes } : undefined;
    }
    if (earlier.kind !== 'resize' || later.kind !== 'resize')
        return undefined;
    const { desired } = earlier.sizes;
    return desired === undefined || later.sizes.desired !== undefined ? undefined : { ...earlier, sizes: { desired } };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/remembered-state.js
var remembered_state = __webpack_require__(71540);
// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
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
    const guarded = old.filter((each) => ((0,rollout_counted/* isCounted */.he)(each) || decided.includes(each.lifecycle)) && each.protectedFromScaleIn);
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
/**
 * What is in service and does not serve in a group that a roll has not changed, in one sentence or none: the roll has waited for none of
 * it, and "up to date" alone would say that all is well.
 */
function notServing({ instances }, { intent }) {
    if (intent !== 'roll')
        return [];
    const [first, ...others] = instances.filter((each) => each.lifecycle === 'InService' && !(0,readiness/* isServing */.PA)(each) && !(0,readiness/* mayServeUnseen */.dk)(each));
    if (first === undefined)
        return [];
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return [`${first.id} is in service and does not serve${more}: ${(0,readiness/* whyNotReady */.$R)(first)}.`];
}
/**
 * What the group keeps beyond its desired capacity, in one sentence or none: AWS takes nothing away that is protected from scale-in.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html
 */
function protectedSurplus({ instances, sizes: { desired } }) {
    const kept = instances.filter((each) => (0,rollout_counted/* isCounted */.he)(each) && each.protectedFromScaleIn);
    const capacity = (0,rollout_counted/* capacityOf */.A$)(kept);
    if (capacity <= desired)
        return [];
    return [
        `Instances with a capacity of ${capacity} are protected from scale-in where ${desired} is desired: AWS takes none of them away.`,
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
    const status = failure
        ? 'halted'
        : isLeftDark(last)
            ? 'dark'
            : isLeftAtGate(last)
                ? 'gated'
                : isHeld(last)
                    ? 'held'
                    : done;
    const launches = status === 'restored' && changed ? launchedNow(run, last.instances) : undefined;
    return {
        group,
        status,
        changed,
        before: first,
        after: last,
        floor: (0,budget/* floorOf */.Et)(first.memo ?? first, policy),
        left: [
            ...run.externalChanges,
            ...run.notes,
            // What was to be replaced the saved state says, which the last step has removed.
            ...skippedInstances({ ...last, memo: last.memo ?? run.memo }, policy),
            // While a run is at work, of which the tags tell, some are on their way.
            ...(changed || last.memo !== undefined ? [] : notServing(last, policy)),
            ...(changed && last.memo === undefined ? protectedSurplus(last) : []),
            ...(0,suspensions/* stayingNotes */.R_)(last),
            ...(last.unknown?.includes('scheduledActions') === true ? [NOT_TOLD] : []),
            ...(isLeftDark(last) ? [DARK] : []),
            ...gateNotes(last),
            ...(nothingFound ? notFound(last) : []),
            ...(launches === undefined ? [] : [launches]),
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
    const launches = isTakenBack(run) ? undefined : launchedNow(run, [...run.first.instances, ...run.last.instances]);
    return launches === undefined
        ? failure
        : { ...failure, remedy: failure.remedy === undefined ? launches : `${failure.remedy} ${launches}` };
}
/** What the group launches from now on; undefined where all of these instances are of that version. */
function launchedNow({ first, last: { source, unknown }, memo }, instances) {
    const previous = instances.filter((each) => (0,rollout_counted/* isCounted */.he)(each) && !(0,rollout_capacity/* isCurrent */.Oz)(each, source));
    if (previous.length === 0)
        return undefined;
    // It is gone, or may not be read: the group may launch nothing at all.
    if (isUnread({ unknown }))
        return `What the group launches now could not be read${isUnread(first) ? '' : `; when this run began it was ${first.source.label}`}.`;
    // A roll that was taken back has set the version before already: to go back again would be one version too far.
    const isBack = (0,taken_back/* isBeingTakenBack */.aS)({ memo: memo ?? first.memo, source });
    const image = source.imageId === undefined ? '' : `, image ${source.imageId}`;
    return `The group still launches from ${source.label}${image}: whatever it launches next, in place of a lost instance or to scale out, is of this version.${isBack ? '' : ` ${wayBack(previous, source)}`}`;
}
const isUnread = ({ unknown = [] }) => unknown.includes('launchSource');
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
        left: [...run.externalChanges, ...run.notes, ...remains(run)],
    };
}
/** The outcome of a group whose turn does not come in this run: nothing of it was changed. */
const neverBegun = (run, { failure, until }) => ({
    ...finished(run),
    status: 'waiting',
    changed: false,
    failure,
    left: [...(until === undefined ? [] : [until]), ...remains(run)],
});
/** Whether a run that was to put back what any run has left has found nothing, and so cannot know. */
const isNothingFound = ({ changed, first, last, policy: { intent, lookFor } }) => intent === 'restore' && lookFor?.whose === 'any' && !changed && first.memo === undefined && last.memo === undefined;
/** A run whose tags were removed leaves its suspensions, and so may an operator: nothing on the group tells which of the two it was. */
function notFound(fleet) {
    const { group, suspended } = fleet;
    const asWhileRolling = restore/* SUSPENDED_WHILE_ROLLING */.kA.filter((process) => suspended.includes(process) && !(0,suspension_text/* isSuspendedByAws */.GS)(fleet, process));
    return [
        `No saved state of a run was found on ${group}: what a run may have left there is not known.`,
        ...(asWhileRolling.length > 1
            ? [
                `${(0,suspension_text/* withReasons */.qr)(fleet, asWhileRolling)} are suspended, as while a group is rolled: if that was a run, set the sizes as they should be, and resume with \`${(0,suspension_text/* resumeCommand */.VJ)(group, asWhileRolling)}\`.`,
            ]
            : []),
    ];
}
/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }) => memo !== undefined && (0,dark_launch/* hasDarkHalf */.E_)(memo) && memo.heartbeatAt === 0;
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
function remains({ last: fleet, losses, refused }) {
    const { memo } = fleet;
    if (memo === undefined)
        return [];
    const sizes = Object.entries((0,restore/* sizesToRestore */.Op)(fleet, memo)).map(([name, value]) => `${SIZES[name]} should be ${value} again`);
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    return [
        ...sizes.map((sentence) => `${sentence}.`),
        ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
        losses > 0 && refused.includes('save-state')
            ? 'The saved state is not in the tags of the group any more: what is left must be put back by hand.'
            : 'The saved state is still in the tags of the group: `mode: restore` puts the group back, the same mode again rolls on.',
    ];
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/bakes-ahead.js


/**
 * Seconds for which a roll still holds at its gates, that of the gate where it stands included; undefined where the run ends at a
 * checkpoint that is passed by hand. Pure.
 */
function bakesAhead({ fleet: { at, memo }, policy, state: { baking } }) {
    const { gates } = policy;
    if (gates === undefined || memo === undefined || (0,taken_back/* isTakingBack */.KP)(memo, policy))
        return 0;
    const checkpoints = Math.max(0, gates.checkpoints.length - (0,gates_by_hand/* passedOf */.IR)(memo));
    if (checkpoints > 0 && gates.promote === 'by-hand')
        return undefined;
    const done = baking === undefined || baking.gate === 'dark' ? 0 : at - baking.since;
    return Math.max(0, checkpoints * gates.bakeSeconds + gates.bakeAtEndSeconds - done);
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
    const { progress, timeLeft } = outlook(group);
    const bakes = bakesAhead({ fleet: last, policy: policyNow(run), state: run.state });
    const left = timeLeft && bakes !== undefined ? { low: timeLeft.low + bakes, high: timeLeft.high + bakes } : undefined;
    report({ kind: 'waiting', at: last.at, group, counts: countsOf(run), reason, progress, timeLeft: left });
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
            message: `The tags with the saved state of ${group} were ${loss} from outside this run: they are written again, and the run goes on. Leave the tags \`fleet-patch:*\` to the action.`,
        });
    return {
        kind: 'save-state',
        memo: { ...memo, run: run.policy.run, url: run.policy.url, heartbeatAt: Math.floor(last.at) },
        reason: `its tags were ${loss} from outside this run`,
    };
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/crossed-wish.js
/**
 * A desired capacity that is set from outside the run may cross a termination by which the run lowers it: 8 was set,
 * the run took one away with its place, and 7 is seen. By the number alone that is 7 set afterwards as well.
 */


/** What a change lowers, with what earlier ones on the same look have lowered; undefined where nothing was lowered. */
function decrementOf(fleet, change, { answeredAt, earlier }) {
    if (change.kind !== 'terminate')
        return undefined;
    // A replacement on the same look shows nothing of what the call before it has left.
    if (!change.decrement)
        return earlier?.at === fleet.at ? earlier : undefined;
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
/** The changes that the terminations of a decrement have made. */
const ownOf = (changes, { instances }) => changes.filter(({ instance }) => instance !== undefined && instances.includes(instance));
/**
 * What was asked for around the run's own decrement, newest first. The moment of that is taken from its activity, so that
 * only AWS's clock counts; none are told without it.
 */
function requestsAround(changes, decrement) {
    const own = ownOf(changes, decrement);
    if (own.length === 0)
        return [];
    const terminatedAt = Math.min(...own.map(({ at }) => at));
    return changes
        .filter((each) => each.by !== 'group' && !own.includes(each))
        .map(({ at, to }) => ({ desired: to, secondsBefore: terminatedAt - at }))
        .filter(({ secondsBefore }) => secondsBefore <= Math.ceil(decrement.tookSeconds + CROSSING_SECONDS))
        .toSorted((a, b) => a.secondsBefore - b.secondsBefore);
}
/** The desired capacity from which AWS has lowered it, if the activities tell of the whole decrement. */
function loweredFrom(changes, decrement) {
    const own = ownOf(changes, decrement);
    const from = Math.max(...own.map((each) => each.from));
    return from - Math.min(...own.map(({ to }) => to)) === decrement.by ? from : undefined;
}
/**
 * The desired capacity from which the last calls of a decrement have lowered it to what is seen, where the activities tell of all its calls:
 * between these and the ones before others have set it.
 */
function resumedFrom(changes, decrement, seen) {
    const { before, by } = decrement;
    const own = ownOf(changes, decrement);
    const last = takenAfter(decrement).find((taken) => {
        const left = before - (by - taken);
        const isBetween = taken > 0 && taken < by && seen + taken !== left;
        return (isBetween &&
            areCalls(own, [
                { from: before, to: left },
                { from: seen + taken, to: seen },
            ]));
    });
    return last === undefined ? undefined : seen + last;
}
/** Whether changes are just those of calls that have lowered the desired capacity step by step, each from one size to another. */
function areCalls(changes, calls) {
    const left = [...changes];
    for (const { from, to } of calls)
        for (let at = from; at > to;) {
            const next = left.findIndex((each) => each.from === at && each.to >= to && each.to < at);
            const step = left[next];
            if (step === undefined)
                return false;
            left.splice(next, 1);
            at = step.to;
        }
    return true;
}
/** The decrement that a look leaves open: none once it shows what was expected. */
const openDecrement = (decrement, { sizes }) => decrement === undefined || sizes.desired === decrement.before - decrement.by ? undefined : decrement;
/**
 * Whether looks may not show yet that AWS has carried out a decrement. With `Terminate` suspended the instances show nothing, for they
 * stay, and to name one again would lower the size a second time.
 */
const isLoweringOpen = ({ at, suspended }, decrement) => decrement !== undefined &&
    suspended.includes('Terminate') &&
    at - decrement.at < decrement.tookSeconds + CROSSING_SECONDS;
/**
 * The desired capacity that was wished where a look shows another one than a decrement should have left: what is seen,
 * or, where the wish came first, what was seen and the decrement together, or the part of it that came after. A request that names
 * one of these decides, or else what the decrement was made from; without either the largest is kept, since nothing is taken away
 * that may be wanted. Undefined where the decrement was not carried out, or explains nothing.
 */
function crossedWish(fleet, decrement, accepted = []) {
    if (decrement === undefined)
        return undefined;
    const { sizes, instances } = fleet;
    const { before, tookSeconds, requested = [], loweredFrom: from = before } = decrement;
    const isThere = instances.some((each) => decrement.instances.includes(each.id) && (0,rollout_counted/* isCounted */.he)(each));
    if (isThere && !isLoweredAlone(fleet, decrement, accepted))
        return undefined;
    if (decrement.resumedFrom !== undefined)
        return decrement.resumedFrom;
    const possible = takenAfter(decrement).map((taken) => sizes.desired + taken);
    // A look may lag behind, so older requests count as well; but the run has asked for what it saw itself: where AWS has lowered another
    // size, only what came after that counts, however long the answer took.
    const longest = from === before ? Math.ceil(tookSeconds) : 0;
    const named = requested.find(({ desired, secondsBefore }) => possible.includes(desired) && (desired !== before || secondsBefore <= longest));
    if (named !== undefined)
        return named.desired;
    if (decrement.loweredFrom === before)
        return sizes.desired;
    // AWS takes no desired capacity above the maximum, so a larger one was never asked for.
    return Math.max(sizes.desired, ...possible.filter((desired) => desired <= sizes.max));
}
/** Whether AWS has lowered the size for instances that stay, for `Terminate` is suspended: by its answer, or its activity. */
const isLoweredAlone = (fleet, decrement, accepted) => fleet.suspended.includes('Terminate') &&
    !isLoweringOpen(fleet, decrement) &&
    (decrement.loweredFrom !== undefined || decrement.instances.every((id) => accepted.includes(id)));
/** Whether the activities of the group name this desired capacity, as requested or as what the decrement was made from. */
const isRequested = (desired, decrement) => decrement !== undefined &&
    ([decrement.loweredFrom, decrement.resumedFrom].includes(desired) ||
        decrement.requested?.some((each) => each.desired === desired) === true);

// EXTERNAL MODULE: ./build/src/domain/rollout/raised-sizes.js
var raised_sizes = __webpack_require__(23241);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
;// CONCATENATED MODULE: ./build/src/domain/rollout/sizes-from-activities.js


/** What the last of these changes has set, oldest first; undefined where it may be the run's own, or sets no number. */
function sizesFromActivities(changes, earlier) {
    const { memo } = earlier;
    const all = changes.filter(({ by, at }) => by !== 'group' && at >= memo.startedAt);
    const last = all.at(-1);
    // Of one second the order is not known.
    if (last === undefined || !isOfOthers(last, earlier) || all.at(-2)?.at === last.at)
        return undefined;
    const { at, by, from, to: desired } = last;
    return {
        at,
        desired,
        from,
        bySchedule: by === 'schedule',
        ...boundsSetBy(all, earlier),
    };
}
/** A minimum of others beyond the maximum without the roll needs a higher one: the one that stands with it is taken for theirs. */
function boundsSetBy(all, earlier) {
    const min = boundSetBy(all, 'min', earlier);
    const max = all.at(-1)?.bounds?.max;
    const isBeyond = (min.min ?? 0) > earlier.memo.sizes.max;
    return { ...min, ...(isBeyond && max !== undefined ? { max } : boundSetBy(all, 'max', earlier)) };
}
/** No run calls SetDesiredCapacity, and one that is gone calls nothing; policies that stay alive are a matter of policy-growth.ts. */
const isOfOthers = ({ by, at, ...more }, { memo, heartbeatAt }) => by === 'schedule' ||
    by === 'set' ||
    (by === 'policy' && memo.follows !== true) ||
    (by === 'update' && isLoweredInRoom(more, memo)) ||
    (by === 'update' && heartbeatAt >= memo.startedAt && at > heartbeatAt + lease/* DEAD_AFTER_SECONDS */.qc);
/**
 * A run lowers its room by terminations, and by an update only to what is put back, or to a minimum beyond that. What AWS brings down to
 * a maximum that others lower is no wish.
 */
const isLoweredInRoom = ({ from, to, bounds }, { sizes }) => to < Math.min(from, bounds?.max ?? from) && to > Math.max(sizes.desired, bounds?.min ?? Infinity);
/** A bound that the last change shows, if the first one that shows it is of others, and has set it. */
function boundSetBy(all, bound, earlier) {
    const size = all.at(-1)?.bounds?.[bound];
    const index = all.findIndex(({ bounds }) => bounds?.[bound] === size);
    const first = all[index];
    if (size === undefined || first === undefined || !isOfOthers(first, earlier))
        return {};
    const { memo } = earlier;
    const { sizes } = memo;
    const { from } = first;
    // AWS keeps the desired capacity between the bounds: what it lay outside of was not there before.
    const isOutside = bound === 'min' ? size > from : size < from;
    const isSet = isOutside ||
        size < sizes[bound] ||
        (bound === 'max' && !mayBeRaised(all.slice(0, index), { ...first, max: size }, memo));
    return isSet ? { [bound]: size } : {};
}
/**
 * Whether a run may have raised the maximum before a change without a word of it: it does so for a desired capacity beyond it alone,
 * and the activities of the launches that follow tell both. Where policies stay alive it does so by its whole surge, whatever is desired.
 * The minimum it holds at a desired capacity without one.
 */
function mayBeRaised(before, { from, max: set }, memo) {
    const { max } = memo.sizes;
    if (memo.follows === true && set > max && set <= (0,raised_sizes/* highestDesired */.hV)(memo))
        return true;
    const reached = Math.max(from, ...before.flatMap((each) => [each.from, each.to]));
    return reached > max && !before.some(({ bounds }) => bounds !== undefined && bounds.max >= reached);
}

// EXTERNAL MODULE: ./build/src/domain/rollout/stale-state.js
var stale_state = __webpack_require__(37197);
;// CONCATENATED MODULE: ./build/src/domain/rollout/inherited-wish.js
/**
 * A run may end between a decrement that a wish from outside has crossed and its next look: 8 was set, the run took one
 * away with its place, and 7 is all that the group shows to the process that goes on. The activities of the group tell from
 * which desired capacity an instance was taken, so that process keeps 8. The same where the run has set 7 over it, to make room. Pure.
 */





/**
 * The wish behind the desired capacity that a group shows, by its changes, oldest first; undefined where its last decrement
 * was made from a size that the run had set itself, and that has overwritten no larger one, or not by the run. Only the last
 * one can have crossed a wish: before every other the run had seen what it left.
 */
function inheritedWish({ sizes }, changes, lost) {
    const { memo, heartbeatAt } = lost;
    const isOfRun = ({ by, at }) => by === 'termination' && at >= memo.startedAt && at <= heartbeatAt + stale_state/* LAST_CHANGE_SECONDS */.M3;
    const call = lastCall(changes.filter(isOfRun), sizes.desired);
    const first = call.at(-1);
    if (first === undefined)
        return overwrittenWish(sizes.desired, changes, lost);
    const { from: desired, at } = first;
    // What is seen is what a later change has left, though the number is the same.
    if (changes.some((each) => each.by !== 'group' && each.at > (call[0]?.at ?? at)))
        return undefined;
    // That process has seen since what its decrement left, and has kept the wish itself.
    if (heartbeatAt > at + CROSSING_SECONDS)
        return undefined;
    const earlier = changes.filter((each) => each.at <= at && each.by !== 'group' && !call.includes(each));
    // The minimum that the run holds where policies stay alive is no wish.
    const min = (0,raised_sizes/* minWithoutRoll */.sU)({ sizes }, memo);
    if (!isWished(desired, { earlier, memo, at, min, left: sizes.desired }))
        return undefined;
    const raise = overwritingRaise(desired, earlier, { memo });
    if (raise === undefined)
        return { desired, left: sizes.desired };
    // A smaller one lies within what is put back: nothing is taken away that may be wanted.
    return raise.from > raise.to ? { desired: raise.from, left: sizes.desired } : undefined;
}
/**
 * The larger wish that the run has overwritten by its raise, where that was its last change: what stands in the room of the run after an
 * update from beyond it is the room, and was not wished.
 */
function overwrittenWish(left, changes, { memo, heartbeatAt, firstTarget }) {
    const all = changes.filter(({ by, at }) => by !== 'group' && at >= memo.startedAt);
    const raise = overwritingRaise(left, all, { memo, firstTarget });
    if (raise === undefined || !isLoweredInRoom(raise, memo))
        return undefined;
    if (raise.at > heartbeatAt + stale_state/* LAST_CHANGE_SECONDS */.M3)
        return undefined;
    // What was there for long the run had seen before its raise: others have lowered it.
    const isSeen = all.some(({ to, at }) => to === raise.from && raise.at - at > CROSSING_SECONDS);
    return isSeen ? undefined : { desired: raise.from, left };
}
/**
 * The raise by which the run has made its room, where that went out from another size than the run had seen: it has overwritten what
 * was set right before. Room can have been made by no other change where none tells of it.
 */
function overwritingRaise(before, earlier, { memo, firstTarget }) {
    const raise = earlier.at(-1);
    if (raise === undefined || raise.by !== 'update' || raise.to !== before)
        return undefined;
    // An earlier process may have adopted it, and could not set it.
    const isAdopted = raise.from === memo.sizes.desired && raise.to < raise.from;
    if (!isInRoom(before, memo) && !isAdopted)
        return undefined;
    const mayHaveRoom = ({ by, from, to }) => (by === 'update' || by === 'termination') && (isInRoom(from, memo) || isInRoom(to, memo));
    // A size that is no room of the run may have its number: one that a call has set which no run makes, or from which all its room was
    // made, or as much of it as a checkpoint or what is left to replace lets a run make at first.
    const setter = earlier.findLast((each) => each !== raise && each.to === raise.from);
    const isOfOthers = setter !== undefined && setter.by !== 'update' && setter.by !== 'termination';
    const isFromWish = isOfOthers || raise.to === memo.sizes.desired + memo.surge || raise.to === firstTarget;
    const isRoom = isInRoom(raise.from, memo) && !isFromWish;
    return isRoom || earlier.some((each) => each !== raise && mayHaveRoom(each)) ? undefined : raise;
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
        const isRoom = isRoomFrom(latest.to) || (hasMoreRoom(memo, min) && isInRoom(latest.to, memo));
        return !(mayBeOurs && isRoom && (latest.by !== 'termination' || mayRaiseAgain(memo, { min, leftAt: latest.at })));
    }
    if (setter.by === 'termination' || at - setter.at > CROSSING_SECONDS)
        return false;
    // The run began with it, and lowers from its room alone: others have lowered it.
    if (setter.at < memo.startedAt && before === memo.sizes.desired)
        return false;
    // What policies had asked for by then is part of the wish that the run has saved.
    if (setter.by === 'policy' && setter.at <= (memo.scaledUntil ?? -Infinity))
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
    const { scheduledUntil } = memo;
    // The run has seen what was there before it wrote the sizes of a scheduled action down: another size was wished then.
    if (scheduledUntil !== undefined && setter.at < scheduledUntil)
        return true;
    const isCarriedOut = scheduledUntil !== undefined && setter.at >= scheduledUntil;
    if (isCarriedOut && earlier.every((each) => each === setter || each.at <= scheduledUntil))
        return true;
    const isFromRoom = isInRoom(setter.from, memo);
    // Room upon room, and nothing has left in between: a wish that a raise has overwritten was smaller, and is adopted by now.
    const last = earlier.findLast((each) => each !== setter && each.at <= setter.at);
    if (isFromRoom && setter.to > setter.from && last?.by === 'update' && last.to === setter.from)
        return true;
    return hasMoreRoom(memo, min) && isFromRoom;
}
/** Whether a desired capacity lies in the room that a run has made. */
const isInRoom = (desired, { sizes, surge }) => desired > sizes.desired && desired <= sizes.desired + surge;
/** Whether a run may make room once more after an instance has left: more is wished by a scheduled action that it has carried out since. */
const mayRaiseAgain = (memo, { min, leftAt }) => hasMoreRoom(memo, min) || (memo.scheduledUntil !== undefined && memo.scheduledUntil >= leftAt);
/** Whether a run may have made room more than once. */
const hasMoreRoom = (memo, min) => min > memo.sizes.desired || memo.progress?.gatesPassed !== undefined || (0,taken_back/* isTakenBack */.Zb)(memo);

// EXTERNAL MODULE: ./build/src/domain/rollout/late-schedule.js
var late_schedule = __webpack_require__(63634);
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
/** Nothing that is older tells of a raise; seconds since the Unix epoch. */
const raiseToldSince = ({ at }) => Math.floor(at) - CLOCK_SECONDS;
/**
 * What the activities tell of a raise: it stays open where they tell nothing; else a wish that it has overwritten, if there was one.
 * Of what a policy has asked for, the part beyond the maximum that was is the room of the roll.
 */
function toldOf(raise, changes, fleet) {
    const from = raiseToldSince(raise);
    const own = changes.findLast(({ by, to, at }) => by === 'update' && to === raise.to && at >= from);
    if (own === undefined)
        return { raise: { ...raise, known: idsOf(fleet) } };
    if (own.from === raise.before)
        return { raise: undefined };
    const setter = changes.findLast(({ to, at }) => to === own.from && at >= from && at <= own.at);
    const most = setter?.by === 'policy' && fleet.memo ? (0,raised_sizes/* mostWished */.S6)(fleet, fleet.memo) : Infinity;
    return { raise: undefined, overwritten: Math.min(own.from, most) };
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

// EXTERNAL MODULE: ./build/src/domain/rollout/policy.js
var rollout_policy = __webpack_require__(41852);
// EXTERNAL MODULE: ./build/src/domain/rollout/warm-pool.js
var warm_pool = __webpack_require__(75870);
;// CONCATENATED MODULE: ./build/src/domain/rollout/policy-growth.js





/** AWS writes of a change once it launches for it; after so long it is not waited for. */
const TOLD_SECONDS = 60;
/** What a look shows of growth; undefined where there is none. */
function observeGrowth(before, { memo, at, sizes, instances }, { growth, desired, earlierAt }) {
    if (memo?.follows !== true)
        return undefined;
    const left = desired ?? memo.sizes.desired;
    if (sizes.desired <= left)
        return undefined;
    if (growth?.to === sizes.desired)
        return growth;
    // What has grown before is not saved yet: the activities tell both.
    if (growth !== undefined)
        return { to: sizes.desired, from: growth.from, since: at, after: growth.after };
    if (desired === undefined)
        return {
            to: sizes.desired,
            from: memo.sizes.desired + memo.surge,
            since: at,
            after: memo.startedAt,
            ...(isSeenBefore({ instances, sizes }, memo, earlierAt) && { isSeenBefore: true }),
        };
    // A policy may have seen the group right before the run's last decrement.
    return { to: sizes.desired, from: Math.max(left, before.sizes.desired), since: at, after: before.at };
}
/** After so long at most a run that is at work has seen growth, and has saved it whether it is told or not. */
const SAVED_SECONDS = 2 * TOLD_SECONDS;
/**
 * Whether all that the group wants was launched before the process that was last at work at `earlierAt`, in seconds since the Unix epoch,
 * must have seen it. The maximum that was raised with the desired capacity shows that the room of its run still stands. When something
 * that came out of a warm pool began to count its launch does not tell.
 */
const isSeenBefore = ({ instances, sizes }, memo, earlierAt = -Infinity) => {
    const counted = instances.filter(rollout_counted/* isCounted */.he);
    return ((0,raised_sizes/* maxIsOurs */.w)({ sizes }, memo) &&
        (0,rollout_counted/* capacityOf */.A$)(counted) >= sizes.desired &&
        counted.every(({ launchedAt = Infinity }) => launchedAt <= earlierAt - SAVED_SECONDS) &&
        !instances.some(warm_pool/* isWarmed */.bx));
};
const SETS_A_NUMBER = ['schedule', 'set', 'request'];
/** The growth with what the activities tell of it; as it was where they tell nothing yet. */
function toldGrowth(growth, changes, { memo, isLive }) {
    // The causes tell whole seconds.
    const recent = changes.filter(({ by, at }) => by !== 'group' && at >= Math.floor(growth.after));
    const last = recent.at(-1);
    const isTold = recent.some(({ to, at }) => to === growth.to && at === last?.at);
    if (!isTold || last === undefined)
        return growth;
    const toldAt = last.at;
    const setter = recent.findLast(({ to, at }) => to === growth.to && at === toldAt);
    // An operator, a cluster autoscaler, a schedule: what was set is what is wished.
    if (setter !== undefined && SETS_A_NUMBER.includes(setter.by))
        return { ...growth, wish: growth.to, toldAt };
    const isNew = ({ by, at }) => by === 'policy' && at > (memo.scaledUntil ?? -Infinity);
    const { wish } = recent.reduce((before, change) => (isNew(change) ? asked(before, change) : { ...before, desired: change.to }), { wish: memo.sizes.desired, desired: growth.from });
    const told = { ...growth, toldAt, ...(recent.some(isNew) && { isByPolicies: true }) };
    // What this process has not set, and no policy, an operator has.
    return { ...told, wish: wish > memo.sizes.desired || !isLive ? Math.min(wish, growth.to) : growth.to };
}
/** Why less is wished than was asked for; nothing where it is not less. */
function lessThan({ to, wish = to }, { desired, most }) {
    if (to === desired)
        return '';
    return wish > most
        ? `, and the group may have ${most} at most`
        : `, of which ${to - desired} make up for what the roll has launched`;
} // prettier-ignore
/** Where several policies raise the size before AWS launches for it, its activities tell of the last one alone. */
function asked({ wish, desired }, { from, to, adjusts }) {
    const before = from > desired ? from : wish;
    if (to < from)
        return { wish: Math.min(before, to), desired: to };
    return { wish: adjusts === 'relative' ? before + to - from : to, desired: to };
}
/** Saves what policies have asked for as the wish; waits as long as AWS has yet to tell which it was. */
function adoptGrowth({ fleet, memo, state, policy }) {
    const { growth, desired: left } = state;
    if (growth === undefined || growth.to !== fleet.sizes.desired)
        return undefined;
    if ((0,rollout_policy/* isUnwritable */.Q)(policy))
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
    // A run lowers the minimum by a call of its own before it takes a part of its room away, and may be lost in between.
    if (growth.wish === undefined && left === undefined && growth.isSeenBefore === true)
        return undefined;
    // What an operator has set a decrement may have crossed.
    if (state.decrement !== undefined && growth.isByPolicies !== true)
        return undefined;
    const most = Math.min((0,raised_sizes/* mostWished */.S6)(fleet, memo), fleet.sizes.max);
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
        reason: `the desired capacity without the roll is ${desired} now: it was set to ${growth.to}${lessThan(growth, { desired, most })}`,
    };
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/after-activities.js
/** What a run knows once the activities of its group were read. Pure. */








/** From here on the activities from before tell nothing of what the group shows. */
const OUTDATED = { sizesFromActivities: { last: undefined } };
/** What others have asked for around our own decrement, and what the process before this one has left. */
function desiredChangesRead(run, changes) {
    const { last, state } = run;
    const { decrement, inherited, raise } = state;
    const heartbeatAt = earlierHeartbeat(run);
    const before = last.memo && heartbeatAt !== undefined
        ? { memo: last.memo, heartbeatAt, firstTarget: firstTargetOf(run, last.memo) }
        : undefined;
    const known = inherited ?? { wish: before && inheritedWish(last, changes, before) };
    return {
        ...run,
        state: {
            ...state,
            ...(decrement && {
                decrement: {
                    ...decrement,
                    requested: requestsAround(changes, decrement),
                    loweredFrom: loweredFrom(changes, decrement),
                    resumedFrom: resumedFrom(changes, decrement, last.sizes.desired),
                },
            }),
            ...(raise && toldOf(raise, changes, last)),
            ...growthRead(run, changes),
            inherited: known,
            ...(asksForInherited(run) && state.sizesFromActivities === undefined && setBefore(run, { changes, ...known })),
        },
    };
}
/** To which desired capacity this process raises first; a restore raises to none. */
const firstTargetOf = (run, memo) => {
    const { last, state } = run;
    const policy = policyNow(run);
    return policy.intent === 'roll' ? (0,budget/* firstTarget */.wb)((0,budget/* situationOf */._7)(last, { memo, policy, state })) : undefined;
};
/** What the activities tell of growth; of what came while no run was at work also where the wish is as large already. */
function growthRead({ last, state }, changes) {
    const { growth, adopted, desired } = state;
    const { memo } = last;
    if (growth === undefined || memo === undefined)
        return {};
    const told = toldGrowth(growth, changes, { memo, isLive: desired !== undefined });
    const inRoom = desired === undefined ? (0,late_schedule/* adoptedInRoom */.M3)(told, memo) : {};
    return { growth: told, ...(inRoom.desired && { adopted: { ...adopted, ...inRoom } }) };
}
/** What others have set while no run was at work; what the run before has left of their wish they have not. */
const setBefore = (run, { changes, wish }) => {
    const { memo } = run.last;
    if (memo === undefined || wish !== undefined)
        return OUTDATED;
    return { sizesFromActivities: { last: sizesFromActivities(changes, { memo, heartbeatAt: lastHeartbeat(run) }) } };
};
/**
 * When the process before was last alive; undefined where there was none. What the runner has kept is not renewed with the lease: where
 * the tags are gone or are of another roll, that process may have made its last change right before this one has begun.
 */
function earlierHeartbeat({ first, last, policy: { savedMemo }, }) {
    const isKeptByRunner = savedMemo !== undefined && first.memo?.startedAt !== last.memo?.startedAt;
    return isKeptByRunner
        ? Math.max(savedMemo.heartbeatAt, first.at - CROSSING_SECONDS)
        : (first.memo ?? savedMemo)?.heartbeatAt;
}
/** When the run before was last alive, as its tags say; 0 where they are not there, or are of another roll: others can write them. */
const lastHeartbeat = ({ first, last }) => first.memo?.startedAt === last.memo?.startedAt ? (first.memo?.heartbeatAt ?? 0) : 0;

// EXTERNAL MODULE: ./build/src/domain/rollout/wording.js
var wording = __webpack_require__(35208);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/after-change.js
/** What a run knows of a change: once it is sent, and once AWS has accepted it, refused it, or not answered. Pure. */














/** Before it is known whether AWS did it: from here on it cannot be told any more which process resumed what. */
function sent(run, change) {
    // The minimum is lowered by a call of its own, which stands where the termination is refused.
    const isLowered = change.kind === 'terminate' && change.min !== undefined;
    const state = {
        ...run.state,
        ...((0,changes/* setsSizes */.Gl)(change) && { hasOwnSizes: undefined, ...OUTDATED }),
        ...(change.kind === 'suspend' && { hasSuspended: true }),
        ...(isLowered && { min: undefined }),
        ...adoptedBy(change, run),
    };
    const made = { ...run, state, freshLooks: 0, needs: undefined };
    if (change.kind !== 'resume')
        return made;
    const isLast = change.processes.some((process) => process !== dark_launch/* REGISTERING */.c5);
    const letRunAt = change.processes.includes(restore/* SCHEDULING */.rs) ? run.last.at : state.letRunAt;
    return {
        ...made,
        resumed: new Set([...run.resumed, ...change.processes]),
        ...(isLast && { state: { ...state, letRun: true, letRunAt } }),
    };
}
/** What others have set is known as theirs also where the answer is lost. */
function adoptedBy(change, { last: { memo, at }, state }) {
    if (change.kind !== 'save-state' || memo === undefined)
        return {};
    const sizes = (0,late_schedule/* adoptedSizes */.g2)(memo, change.memo, { at, growth: state.growth });
    return Object.keys(sizes).length === 0 ? {} : { adopted: { ...state.adopted, ...sizes } };
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
/** The run once AWS has accepted the change, at this moment: seconds since the Unix epoch. */
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
            max: after.sizes.max,
            ...(last.memo?.follows === true && { min: after.sizes.min }),
            at: last.at,
            answeredAt: at,
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
    return isClaim && savedMemo !== undefined && (0,remembered_state/* hasSameFacts */._W)(change.memo, savedMemo) ? change.memo : memo;
}
/**
 * Whether another wish is saved than before, or what policies have asked for was taken note of. A maximum alone says nothing of what is
 * desired, unless AWS has brought that down to it.
 */
const isResized = ({ sizes: before, ...one }, { sizes: now, ...other }, { desired, left }) => before.min !== now.min ||
    before.desired !== now.desired ||
    (before.max !== now.max && left !== undefined && (0,raised_sizes/* isBroughtDown */.Qe)({ desired, max: now.max }, left)) ||
    one.scaledUntil !== other.scaledUntil;
/** Whether a roll begins with this saved state: one whose tags are gone may have been found elsewhere. */
const begins = ({ startedAt, heartbeatAt }, { leaseClaimed }) => !leaseClaimed && startedAt === heartbeatAt;
/**
 * The desired capacity that a change of sizes leaves as the run's own. A wish that AWS refuses to have written down is adopted anew at
 * each look: where other sizes are put back it stays a wish.
 */
const knownDesired = ({ desired: left }, { sizes }, { memo, desired }) => (sizes.desired !== undefined || left === undefined || desired === memo?.sizes.desired ? desired : left);
/** What the run knows once AWS has accepted a change. */
function learnt(state, change, { memo, desired, min, max, at, answeredAt, decrement }) {
    switch (change.kind) {
        case 'save-state': {
            const isOtherWish = memo !== undefined && isResized(memo, change.memo, { desired, left: state.desired });
            return {
                ...state,
                leaseClaimed: true,
                ...(memo === undefined && begins(change.memo, state) && { hasOwnSizes: true }),
                // A scheduled action may lower the minimum while the run holds it where it is.
                ...(memo !== undefined && change.memo.scheduledUntil !== memo.scheduledUntil && { hasOwnSizes: undefined }),
                predecessor: undefined,
                ...(change.after?.follows === true && { highestBefore: (0,raised_sizes/* highestDesired */.hV)(change.after) }),
                // Saved state that is written again, since others have removed it, has yet to tell the wish.
                overwritten: memo !== undefined && !isOtherWish ? state.overwritten : undefined,
                // A wish that is adopted is what the run has left, from here on; one that has yet to be adopted is none of it.
                ...(isOtherWish && {
                    desired: state.desired === undefined ? undefined : desired,
                    min: state.min === undefined ? undefined : min,
                    growth: undefined,
                }),
            };
        }
        case 'renew-lease':
            if (change.after === undefined)
                return state;
            return {
                ...state,
                leaseClaimed: true,
                ...(change.after.run !== change.memo.run && { predecessor: change.after }),
            };
        case 'resize':
            return { ...state, desired: knownDesired(state, change, { memo, desired }), min, max, decrement };
        case 'terminate':
            return { ...state, desired, min, decrement, named: [...(state.named ?? []), ...change.instances] };
        case 'terminate-warm':
            return { ...state, discarded: [...state.discarded, ...change.instances] };
        case 'register':
            return (0,dark_launch/* withRegistration */.iY)(state, change, at);
        case 'suspend':
            return {
                ...state,
                letRun: undefined,
                letRunAt: undefined,
                ...(change.processes.includes(dark_launch/* REGISTERING */.c5) && { hasLetOthersIn: undefined }),
            };
        case 'resume':
            return {
                ...state,
                ...(state.letRunAt !== undefined && { letRunAt: answeredAt }),
                ...(change.processes.includes(dark_launch/* REGISTERING */.c5) && { hasLetOthersIn: true }),
            };
        case 'set-launch-source':
        case 'clear-state':
            return state;
        default:
            return change;
    }
}
/** A desired capacity that was set by others and is written into the saved state; a sentence, or none. */
function adoptedWish(last, change, decrement) {
    const { memo, sizes } = last;
    if (change.kind !== 'save-state' || memo === undefined)
        return [];
    if (change.notes !== undefined)
        return change.notes;
    const { desired } = change.memo.sizes;
    if (desired === memo.sizes.desired)
        return [];
    if (desired < sizes.desired && desired === (0,raised_sizes/* mostWished */.S6)(last, memo))
        return [
            `The desired capacity was changed from ${memo.sizes.desired} to ${sizes.desired} from outside this run: ${desired} is kept, as much as MaxSize allows without the roll.`,
        ];
    if (desired !== sizes.desired && decrement !== undefined && !isRequested(desired, decrement))
        return [
            `The desired capacity was changed from ${memo.sizes.desired} to ${sizes.desired} or ${desired} from outside this run, while the run lowered it by ${decrement.by}: ${desired} is kept.`,
        ];
    return [(0,wording/* changedText */.m8)('desired', memo.sizes.desired, desired)];
}
/** So long after it was sent a change may have been carried out whose answer was lost. */
const LOST_SECONDS = 30;
/** What the run has left stays known where the change sets no sizes: what the group shows instead others have set. */
function unanswered(run, change) {
    const state = {
        ...run.state,
        ...((0,changes/* setsSizes */.Gl)(change) && { desired: undefined, min: undefined, max: undefined }),
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
/** The run once AWS has refused the change while the group is put back. */
function refused(run, { change, failure, note }) {
    const next = { ...run, refused: [...run.refused, change.kind] };
    // Without its name on the memo a run may put back all the same.
    if (change.kind === 'renew-lease')
        return next;
    // A wish that cannot be saved is kept all the same.
    const memo = keptUnwritten(run, change);
    const kept = memo === undefined ? adoptedWish(run.last, change, run.state.decrement) : [];
    return { ...next, memo: memo ?? run.memo, notes: [...run.notes, note, ...kept], failure: run.failure ?? failure };
}
/**
 * What was to be written onto a group whose tags do not say it, as a post step knows it from its runner: to put the group back
 * takes the group and this alone, so it is remembered as if it stood there.
 */
const keptUnwritten = ({ last }, change) => change.kind === 'save-state' && (last.memo === undefined || change.after !== undefined) ? change.memo : undefined;

// EXTERNAL MODULE: ./build/src/domain/rollout/alarms.js
var alarms = __webpack_require__(37904);
// EXTERNAL MODULE: ./build/src/domain/rollout/follow.js
var follow = __webpack_require__(97855);
// EXTERNAL MODULE: ./build/src/domain/rollout/start.js
var start = __webpack_require__(62708);
;// CONCATENATED MODULE: ./build/src/domain/rollout/first-look.js


/** So long after it was saved, and before the first change, the group may be found to be another than the one that was saved. */
const FIRST_SECONDS = 60;
/** Saves once more how the group is at the start, where the look that shows the saved state shows another group. */
function saveAsItIs({ fleet, memo, state, policy }) {
    if (state.hasOwnSizes !== true || state.suspended || fleet.at - memo.startedAt >= FIRST_SECONDS)
        return undefined;
    // Another run may have begun at the same moment: it holds its processes, and may have set the sizes.
    if (isHeldByRun(fleet, memo))
        return undefined;
    const begun = (0,start/* startRoll */.Ud)({ ...fleet, memo: undefined }, policy);
    if (begun.kind === 'wait')
        return begun;
    // What is found up to date by now is put back as usual, which removes the saved state.
    if (begun.kind !== 'save-state' || !isOther(begun.memo, memo))
        return undefined;
    return {
        ...begun,
        notes: notesOf(begun.memo, memo),
        reason: 'the group is not as the look on which this run began showed it',
    };
}
/**
 * Whether all that this memo suspends rests, as where a run that began at the same moment has suspended it; one that keeps
 * scaling policies alive leaves theirs running.
 */
function isHeldByRun({ suspended }, { suspends }) {
    const held = suspends.filter((process) => process !== follow/* ALARMS */.Pu);
    return held.length > 0 && held.every((process) => suspended.includes(process));
}
/** Whether it says of the group something else. Where nothing is to be suspended it is not known whose sizes are shown. */
function isOther(now, saved) {
    if (now.suspends.length === 0 && saved.suspends.length === 0)
        return false;
    return shapeOf(now) !== shapeOf(saved);
}
/** Whether they were changed since that look, or AWS showed them late, is not known. */
function notesOf({ sizes: now }, { sizes: saved }) {
    const differing = ['min', 'desired', 'max'].filter((bound) => now[bound] !== saved[bound]);
    const texts = differing.map((bound) => `${NAMES[bound]} ${now[bound]} instead of ${saved[bound]}`);
    return texts.length === 0
        ? []
        : [
            `The group is not as the look on which this run began showed it: ${texts.join(', ')}. That is what is put back at the end.`,
        ];
}
const NAMES = { min: 'MinSize', desired: 'desired capacity', max: 'MaxSize' };
const shapeOf = ({ sizes: { min, desired, max }, suspends }) => JSON.stringify([min, desired, max, suspends.toSorted()]);

// EXTERNAL MODULE: ./build/src/domain/rollout/gates.js
var gates = __webpack_require__(55160);
;// CONCATENATED MODULE: ./build/src/controllers/rollout/after-look.js
/** What a run knows after one more look at its group. Pure. */

















/** The run after one more look. */
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
    // A group that others have emptied has nothing in the dark, and stands at its gates all the same.
    const isDark = situation !== undefined && (0,dark_launch/* hasDarkHalf */.E_)(situation.memo) && situation.capacity.current.length > 0;
    const baking = situation && (isDark ? (0,dark_launch/* observeDark */.Li)(situation) : (0,gates/* observeGate */.u2)(run.last, situation));
    return {
        ...run,
        state: {
            ...state,
            decrement,
            ...(decrement === undefined && state.decrement !== undefined && namedBy(state.decrement, state)),
            growth: observeGrowth(run.last, fleet, { ...state, earlierAt: earlierHeartbeat({ ...run, last: fleet }) }),
            ...(hasSavedSizes(run, fleet) && OUTDATED),
            ...((baking ?? state.baking) && { baking }),
        },
        last: fleet,
        boots: learnBoots(run.boots, { before: run.last, now: fleet, since: run.first.at }),
        memo: rememberedAt(run, fleet),
        pendingWrites: stillRecent([...run.pendingWrites, ...provenTerminations(run.unanswered, fleet)], fleet),
        unanswered: stillUnproven(run.unanswered, fleet),
    };
}
/** A decrement that a look shows was carried out, also where its answer was lost: its instances are named from then on. */
const namedBy = ({ instances }, { named = [] }) => ({
    named: [...named, ...instances.filter((id) => !named.includes(id))],
});
/** Whether a look shows that this process has saved other sizes to put back. */
const hasSavedSizes = ({ state, last }, { memo }) => state.leaseClaimed &&
    last.memo !== undefined &&
    memo !== undefined &&
    (0,wording/* sizesText */.KD)(memo.sizes) !== (0,wording/* sizesText */.KD)(last.memo.sizes);
/** What the run has written last: also what it has written without an answer, once a look shows it. */
function rememberedAt({ memo, unanswered }, { memo: seen }) {
    if (seen === undefined)
        return memo;
    const isOurs = unanswered.some(({ change }) => change.kind === 'save-state' && (0,remembered_state/* hasSameFacts */._W)(change.memo, seen));
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
                suspended: state.suspended || after_look_isHeld(memo, suspended),
                heldSeen: state.heldSeen || memo.suspends.some((process) => suspended.includes(process)),
                hasOwnSizes: isHeldByAnother(run, memo) ? undefined : state.hasOwnSizes,
            }
            : state,
    };
}
/** Whether all that the memo suspends is seen suspended; a memo that suspends nothing shows nothing. */
const after_look_isHeld = ({ suspends }, suspended) => suspends.length > 0 && suspends.every((process) => suspended.includes(process));
/** Whether a run that began at the same moment holds the processes: it may have set the sizes as well. */
const isHeldByAnother = ({ last, state }, memo) => state.hasSuspended !== true && last.at - memo.startedAt < FIRST_SECONDS && isHeldByRun(last, memo);
/** What was suspended at the first look, by a run that this one takes over as well. */
const suspendedAtStart = ({ suspended, memo }) => [...suspended, ...(memo?.suspends ?? [])];

;// CONCATENATED MODULE: ./build/src/controllers/rollout/transition.js
/** How the state of a run follows from what happens; pure. With the files after-*.ts the only place that makes a new state. */






/** The state after one more event. */
function transition(run, event) {
    switch (event.kind) {
        case 'observed':
            return observed(run, event.fleet);
        case 'state-lost':
            return { ...run, last: { ...run.last, memo: run.memo }, losses: run.losses + 1 };
        case 'remembered':
            return remembered(run, event);
        case 'confirmed':
            return confirmed(run);
        case 'look-outdated':
            return { ...run, freshLooks: run.freshLooks + 1 };
        case 'look-incomplete':
            return { ...run, needs: event.needs };
        case 'waited':
            return run.freshLooks > 0 || run.needs !== undefined ? { ...run, freshLooks: 0, needs: undefined } : run;
        case 'sent':
            return sent(run, event.change);
        case 'accepted':
            return accepted(run, event.change, event.at);
        case 'followed':
            return followed(run, event.change);
        case 'unanswered':
            return unanswered(run, event.change);
        case 'refused':
            return refused(run, event);
        case 'desired-changes-read':
            return desiredChangesRead(run, event.changes);
        case 'refresh-read':
            return refreshRead(run, event);
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
/** A note that was told when AWS refused to have it written is not told again. */
const remembered = (run, { memo, notes }) => ({
    ...run,
    last: { ...run.last, memo },
    memo,
    written: run.written ?? run.last.memo,
    notes: [...run.notes, ...notes.filter((note) => !run.notes.includes(note))],
});
function refreshRead(run, { active, mayBeKept }) {
    const refresh = { at: run.last.at, active, ...(mayBeKept && { mayBeKept }) };
    return { ...run, state: { ...run.state, refresh } };
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
    const loss = (0,remembered_state/* stateLoss */.fb)(run.last, { remembered: run.memo, run: run.policy.run });
    const left = sizesLeft({ ...blind, last: lastKnown(request, blind) });
    let current = loss === undefined ? run : transition(run, { kind: 'state-lost' });
    const again = loss && saveAgain(request, current, loss);
    if (again !== undefined) {
        const saved = await changeUnseen(request, current, again);
        if (saved.answer === 'lost')
            return ended(saved.run);
        current = saved.run;
    }
    for (let step = 0; step < HAND_BACK_STEPS && !request.signal.aborted; step++) {
        const change = (0,restore/* handBackUnseen */.pB)(current.last, policyNow(current), current.refused, left);
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
/** What was seen last was seen before the last change; which sizes one without an answer has left is not known. */
const lastKnown = ({ clock }, { last, pendingWrites, unanswered }) => ({
    ...caughtUp(last, pendingWrites),
    at: Math.max(last.at, clock.now() / 1000),
    ...(unanswered.some(({ change }) => (0,changes/* setsSizes */.Gl)(change)) && { unknown: ['group'] }),
});
/**
 * What is known of the group: what it shows alone, with its tags, or else what was seen last. A look that lags behind tells of
 * tags all the same, also the last one where there is no other: to write those again that are there changes nothing.
 */
async function known(request, run) {
    const last = lastKnown(request, run);
    const seen = await lookAlone(request, run);
    if (seen !== undefined && freshnessOf(seen, run.pendingWrites) === 'timely')
        return seen;
    const tags = seen ?? (hasFallenBehind(run) ? run.last : undefined);
    return run.memo === undefined || tags === undefined
        ? last
        : { ...last, memo: tags.memo, ...(tags.unreadableTags && { unreadableTags: true }) };
}
/** Whether the last look does not show any more what an earlier one did. */
const hasFallenBehind = ({ last, pendingWrites }) => freshnessOf(last, pendingWrites) === 'behind';
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
    // The look before may have taken long: until the answer AWS has dropped what fell due.
    const at = Math.max(run.last.at, request.clock.now() / 1000);
    const accepted = transition(sent, { kind: 'accepted', change, at });
    return { run: unseen(accepted, { ...(0,changes/* afterChange */.tC)(sent.last, change), at }, run.refused), answer: 'accepted' };
}

;// CONCATENATED MODULE: ./build/src/controllers/rollout/halt.js

/** Stops a roll: from here on the group is put back. */
const halt = (run, failure) => transition(run, { kind: 'halted', failure, note: sentences(failure) });
/** What happened, why and what to do, in one line. */
const sentences = ({ what, why, remedy }) => [what, why, remedy].filter((part) => part !== undefined).join(' ');

;// CONCATENATED MODULE: ./build/src/controllers/rollout/memo-left.js


/**
 * What the saved state of a group should say that a run leaves unfinished with its processes running again, where AWS refuses to have it
 * written: a post step that goes by what was saved before would take the sizes that the run has left for some that were set since.
 * Undefined where the tags can say it.
 */
function memoLeft(run) {
    const { memo, last, refused, outcome } = run;
    if (memo === undefined || outcome?.status !== 'unfinished' || !refused.includes('save-state'))
        return undefined;
    const handBack = (0,restore/* handBackProcesses */.uK)(last, memo, [], sizesLeft(run));
    return handBack?.kind === 'save-state' ? handBack.memo : undefined;
}

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
const AGAIN = 'Start again: groups that are done are found up to date, and the others begin in their turn.';
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
    // AWS would keep it, and launch no other in its place, however often it is named.
    if (isBorne && fleet.suspended.includes('Terminate'))
        return (0,suspensions/* haltWithout */.s6)(fleet, ['Terminate']);
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

// EXTERNAL MODULE: ./build/src/domain/rollout/instance-refresh.js
var instance_refresh = __webpack_require__(79507);
;// CONCATENATED MODULE: ./build/src/domain/rollout/handed-back.js




/** Writes sizes that were set since the processes run again into the saved state. */
const adoptSinceHandBack = (situation) => (0,rollout_policy/* isUnwritable */.Q)(situation.policy) ? undefined : sinceHandBack(situation);
/** The saved state with sizes that were set since, whether AWS lets it be written or not. */
function sinceHandBack({ fleet, memo, policy }) {
    const { handedSizes: left } = memo;
    if (left === undefined)
        return undefined;
    const { desired, max } = fleet.sizes;
    const wish = desired === left.desired || (0,raised_sizes/* isBroughtDown */.Qe)(fleet.sizes, left.desired) ? memo.sizes.desired : desired;
    const bound = max === left.max ? Math.max(memo.sizes.max, wish) : max;
    const sizes = { min: Math.min(memo.sizes.min, wish, bound), desired: Math.min(wish, bound), max: bound };
    const notes = [
        ...(sizes.desired === memo.sizes.desired ? [] : [(0,wording/* changedText */.m8)('desired', memo.sizes.desired, sizes.desired)]),
        ...(max === left.max || max === memo.sizes.max ? [] : [(0,wording/* changedText */.m8)('max', memo.sizes.max, max)]),
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
/**
 * A run that changes sizes takes back that they are as they were left: for the run after it they are its own again. A size that is
 * set as it is wished may be seen by that one as set by others.
 */
function beforeSizesChange(action, { fleet, memo, policy }) {
    const wish = memo.sizes.desired;
    const isWish = action.kind === 'resize' && action.sizes.desired === wish && fleet.sizes.desired < wish;
    const isChange = (action.kind === 'resize' && !isWish) || (action.kind === 'terminate' && action.decrement);
    if (!isChange || memo.handedSizes === undefined || (0,rollout_policy/* isUnwritable */.Q)(policy))
        return action;
    return {
        kind: 'save-state',
        memo: { ...memo, handedSizes: undefined },
        reason: 'the sizes are changed by this run again',
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/served-zones.js
var served_zones = __webpack_require__(54821);
// EXTERNAL MODULE: ./build/src/domain/rollout/shift-memo.js
var shift_memo = __webpack_require__(88539);
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
    if (lookFor?.whose === 'own') {
        // What this run has begun since, as a release, stands beside what the run before has left on purpose.
        const action = policy.savedMemo === undefined ? PAUSED : nothingToRestore(fleet, policy);
        return action.kind === 'done' ? PAUSED : action;
    }
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
    if (!isOurs && (0,lease/* isLeaseLive */.hF)(memo, policy.run, fleet.at))
        return (0,lease/* heldByOther */.hJ)(memo, fleet.at);
    // Another name over our own is that of a process that goes on from here, whatever its heartbeat.
    if (!isOurs && state.leaseClaimed && !isRoll)
        return unfinishedBy(memo, 'which has taken this group over, has left it');
    if ((0,shift_memo/* isOfShift */.G)(memo))
        return {
            kind: 'refuse',
            reason: 'a shift of traffic between this group and another is not through',
            remedy: 'Let it end in its own mode, take it back with `mode: rollback` and both groups, or release with `mode: release` what it keeps.',
        };
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
    if ((0,remembered_state/* hasSameFacts */._W)(memo, savedMemo))
        return undefined;
    return writtenAgain(savedMemo, policy, {
        heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memo, fleet.at),
        after: memo,
        reason: NOT_AS_KNOWN,
    });
}
const NOT_AS_KNOWN = 'the saved state in the tags of this run is not the one that its runner has kept';
/**
 * What the runner knows becomes the tags of the group. Where AWS refuses that the run remembers it, and the group is put back
 * all the same.
 */
const writtenAgain = (memo, { url }, { heartbeatAt, reason, after }) => ({ kind: 'save-state', memo: { ...memo, url, heartbeatAt }, ...(after && { after }), reason });
const removeOrphanedLease = (fleet) => ({
    ...(0,clear_state/* clearState */.H)(fleet),
    reason: 'a run took the lease of the group after its saved state was removed',
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
    return unfinishedBy(memo, 'not this one, has left this group');
}
/** Leaves to a later run what another one has left. */
const unfinishedBy = (memo, what) => ({
    kind: 'refuse',
    reason: `run ${(0,lease/* runName */.rt)(memo)}, ${what} unfinished`,
    remedy: '`mode: restore` puts it back.',
});
/**
 * Whether no run has written a memo: one that takes a group over gives a later sign of life than the run before it. A memo
 * that says the same of the group may be the one that this run was about to take over.
 */
const isForeign = (memo, saved) => memo.heartbeatAt < saved.heartbeatAt &&
    JSON.stringify([memo.startedAt, memo.sizes, memo.suspends]) !==
        JSON.stringify([saved.startedAt, saved.sizes, saved.suspends]);
function nothingToRestore(fleet, policy) {
    const { run, lookFor, savedMemo } = policy;
    // Where this run's own name shows, so does everything from before.
    if (lookFor !== undefined && fleet.at < lookFor.until && fleet.orphanedLease !== run)
        return { kind: 'wait', reason: 'no run seems to have left anything behind here, but AWS may not show it yet' };
    if (savedMemo !== undefined && isStanding(fleet, savedMemo, run))
        return writtenAgain(savedMemo, policy, {
            heartbeatAt: Math.floor(fleet.at),
            reason: 'the tags of this run are gone, but its runner has kept the saved state',
        });
    // What a run has left on purpose stands on its new instances too, and on them alone where the tags of the group were removed.
    if (lookFor?.whose === 'any' && acquire_lease_isUnread(fleet))
        return fleet.at < lookFor.until + UNREAD_SECONDS ? STILL_UNREAD : NOT_LOOKED;
    return { kind: 'done', reason: 'no run has left anything behind here' };
}
/** Whether EC2 did not say of some instance what it carries. */
const acquire_lease_isUnread = ({ instances, unknown = [] }) => unknown.includes('ec2Instances') && instances.some(({ launchedAt }) => launchedAt === undefined);
/** So long EC2 is asked again: it may be out of order for a moment. */
const UNREAD_SECONDS = 60;
const STILL_UNREAD = {
    kind: 'wait',
    reason: 'no saved state is on the group, and EC2 does not say yet whether its instances carry one',
};
const NOT_LOOKED = {
    kind: 'refuse',
    reason: 'no saved state is on the group, and its instances, which may carry one, could not be read',
    remedy: 'Allow `ec2:DescribeInstances` where it is not allowed, and run `mode: restore` again.',
};
/** Whether something of what this run has saved is still to be put back on the very group that it was saved for. */
const isStanding = (fleet, memo, run) => isOfGroup(fleet, memo, run) &&
    // Tags that cannot be read stand where this run had written its own, and every later run would be refused.
    (fleet.unreadableTags === true || (0,restore/* restoreStep */.T2)(fleet, memo).kind !== 'clear-state');
/** Whether this run has saved that for the very group, and has not left it on purpose for a later run. */
const isOfGroup = ({ groupId }, memo, run) => memo.run === run && memo.groupId === groupId && memo.heartbeatAt > 0;

// EXTERNAL MODULE: ./build/src/domain/rollout/scheduled-actions.js
var scheduled_actions = __webpack_require__(20253);
;// CONCATENATED MODULE: ./build/src/domain/rollout/adopted-schedule.js





/** Writes the sizes that AWS has set by scheduled actions into the saved state. */
const adoptScheduled = (situation) => (0,rollout_policy/* isUnwritable */.Q)(situation.policy) ? undefined : scheduledByAws(situation);
/** The saved state with sizes that AWS has set by scheduled actions, whether AWS lets it be written or not. */
function scheduledByAws({ fleet, memo, state, policy }) {
    if (fleet.suspended.includes(restore/* SCHEDULING */.rs))
        return undefined;
    const due = (0,scheduled_actions/* fallenDue */.pD)(fleet, memo);
    const last = due.at(-1);
    // What fell due before the processes ran again AWS has dropped: the run carries it out, and what came after it with it.
    if (last === undefined || (0,scheduled_actions/* missed */.cT)(fleet, (0,scheduled_actions/* withHandBack */.B7)(memo, state)).length > 0)
        return undefined;
    const { before, wished } = (0,scheduled_actions/* sizesAfter */.$9)(due, fleet, memo);
    // A desired capacity that neither the actions nor the run explain was set by others: that is adopted first.
    if (!isExplained(fleet, wished, state))
        return undefined;
    const sizes = shownSizes(due, { fleet, memo, before, wished, state });
    if ((0,wording/* sizesText */.KD)(sizes) === (0,wording/* sizesText */.KD)(memo.sizes))
        return undefined;
    const names = due.map(({ name, at }) => `${name} (due ${(0,wording/* momentText */.Am)(at)})`).join(', ');
    return {
        kind: 'save-state',
        memo: {
            ...(0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes),
            scheduledUntil: Math.ceil(last.at),
        },
        notes: due.map(({ name, at, sizes: set }) => `The scheduled action ${name} fell due at ${(0,wording/* momentText */.Am)(at)} and was carried out by AWS (${(0,wording/* sizesText */.KD)(set)}): kept.`),
        reason: `AWS has carried out while ${restore/* SCHEDULING */.rs} ran: ${names}`,
    };
}
/** Whether the desired capacity is what the run has left, within the bounds that the group has now, or what was scheduled. */
function isExplained({ sizes: { min, desired, max } }, wished, { desired: left }) {
    return left === undefined || desired === wished.desired || desired === Math.min(max, Math.max(min, left));
}
/** Whether the desired capacity may be what this run has left itself: that is no proof, as long as AWS may not have set it anew. */
const mayBeLeft = (due, { sizes, at }, { desired }) => sizes.desired === desired && due.some((each) => each.sizes.desired !== undefined && at - each.at < scheduled_actions/* LATE_SECONDS */.ld);
/** Before anything leaves: what an action asks for may stand in the group already, and AWS sets it all the same. */
function awaitSchedule({ fleet, memo, state }) {
    const { sizes, suspended } = fleet;
    if (suspended.includes(restore/* SCHEDULING */.rs) || sizes.desired <= memo.sizes.desired)
        return undefined;
    const due = (0,scheduled_actions/* fallenDue */.pD)(fleet, memo);
    const last = due.findLast((each) => each.sizes.desired !== undefined);
    if (last?.sizes.desired !== sizes.desired || !mayBeLeft(due, fleet, state))
        return undefined;
    return {
        kind: 'wait',
        reason: `the scheduled action ${last.name} fell due at ${(0,wording/* momentText */.Am)(last.at)} and asks for what the group has: AWS may yet carry it out`,
    };
}
/** The sizes to put back: those of the actions, as far as the group shows them, and those of the saved state elsewhere. */
function shownSizes(due, { fleet, memo, before, wished, state }) {
    const sets = (bound) => due.some(({ sizes }) => sizes[bound] !== undefined) && fleet.sizes[bound] === wished[bound];
    // A minimum above the maximum that was fits one that an operator has set since.
    const bound = sets('max') ? wished.max : sets('min') ? before.max : memo.sizes.max;
    const min = sets('min') ? wished.min : Math.min(memo.sizes.min, bound);
    const max = Math.max(bound, min);
    const desired = sets('desired') && !mayBeLeft(due, fleet, state) ? wished.desired : memo.sizes.desired;
    return { min, desired: Math.min(max, Math.max(min, desired)), max };
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/adopted-sizes.js




/** Writes into the saved state what others have set since the run before, as long as the group shows it. */
function adoptSizesFromActivities(situation) {
    const { fleet, memo, state, policy } = situation;
    const last = state.sizesFromActivities?.last;
    const { min, desired, max } = fleet.sizes;
    if (last === undefined || hasChanged(state) || last.desired !== desired)
        return undefined;
    // A scheduled action that was carried out since has the last word.
    if (last.at <= (memo.scheduledUntil ?? -Infinity))
        return undefined;
    const isOthers = (last.bySchedule && isPutBack(situation, last)) || isLoweredSince(fleet, last);
    const isMaxSet = last.max === max || (last.max === undefined && isOthers);
    const most = isMaxSet ? max : (0,raised_sizes/* mostWished */.S6)(fleet, memo);
    const wish = Math.min(isBrought(fleet, last) ? memo.sizes.desired : desired, most);
    const usual = (0,memo_bounds/* sizesWith */.Vo)({ fleet, memo }, wish, isMaxSet ? max : undefined);
    const sizes = last.min === min ? { ...usual, min: Math.min(min, wish) } : usual;
    const isMaxKept = !isMaxSet || max === memo.sizes.max;
    if (wish === memo.sizes.desired && sizes.min === memo.sizes.min && isMaxKept)
        return undefined;
    const by = last.bySchedule ? 'by a scheduled action' : 'from outside this run';
    return {
        kind: 'save-state',
        memo: (0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes),
        notes: adopted_sizes_notesOf(last, { before: memo.sizes, now: sizes, isMaxSet }),
        reason: `the activities of the group show that its sizes were set ${by} at ${(0,wording/* momentText */.Am)(last.at)}: kept`,
    };
}
/** Whether the maximum was lowered since: a run lowers its own to the one before it, and under no desired capacity beyond that. */
const isLoweredSince = ({ sizes }, { from }) => from > sizes.max;
/** Whether what the group shows may be what this process has left: a decrement stays open where an answer was lost. */
const hasChanged = ({ desired, decrement }) => desired !== undefined || decrement !== undefined;
/** The scheduled actions that fell due when these sizes were set, as the group describes them; none where they are gone. */
const describedAs = ({ dueActions = [] }, { at }) => dueActions.filter((each) => each.at <= at && at - each.at <= scheduled_actions/* LATE_SECONDS */.ld);
/** Whether AWS has brought the desired capacity down to the maximum of an action that asks for no capacity itself: that is no wish. */
function isBrought(fleet, last) {
    const described = describedAs(fleet, last);
    const isLowered = last.bySchedule && last.desired < last.from && last.desired === fleet.sizes.max;
    return isLowered && described.length > 0 && described.every(({ sizes }) => sizes.desired === undefined);
}
/**
 * Whether the run before holds no maximum, though it may have raised it: it suspends before it raises anything, and lets its processes run
 * again, without which AWS carries no action out, once the sizes are back; where it had to leave them it has written down that it did. A
 * desired capacity beyond the maximum shows that the room still stood. What a described action sets is known from that
 * (adopted-schedule.ts), and where policies stay alive the bounds of the run tell more (follow.ts).
 */
const isPutBack = ({ fleet, memo, state }, last) => memo.follows !== true &&
    memo.handedBackAt === undefined &&
    memo.handedSizes === undefined &&
    !state.heldSeen &&
    (0,raised_sizes/* hasLetRun */.F_)(fleet, memo) &&
    last.from <= memo.sizes.max &&
    describedAs(fleet, last).length === 0;
function adopted_sizes_notesOf({ at, bySchedule }, { before, now, isMaxSet }) {
    if (bySchedule)
        return [`A scheduled action was carried out by AWS at ${(0,wording/* momentText */.Am)(at)}: kept (${(0,wording/* sizesText */.KD)(now)}).`];
    return ['min', 'desired', 'max']
        .filter((bound) => before[bound] !== now[bound] && (bound !== 'max' || isMaxSet))
        .map((bound) => (0,wording/* changedText */.m8)(bound, before[bound], now[bound]));
}

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
 * |                          |                                          |                                       | but for zones    |
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
    saveAsItIs,
    absorbConcurrentSurge,
    adoptSinceHandBack,
    adoptScheduled,
    adoptSizesFromActivities,
    adoptOverwritten,
    follow/* adoptBounds */.GI,
    adoptGrowth,
    adoptDesiredCapacity,
    scheduled_actions/* carryOutScheduled */.lp,
    suspensions/* haltOnSuspension */.Ig,
    suspend,
    served_zones/* haltOnUnservedZone */.je,
    alarms/* haltOnAlarm */.w$,
    giveUpLaunchForZones,
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
    awaitSchedule,
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
    adoptSizesFromActivities,
    adoptOverwritten,
    follow/* adoptBounds */.GI,
    adoptGrowth,
    adoptDesiredCapacity,
    scheduled_actions/* carryOutScheduled */.lp,
    returnDecrement,
    awaitSchedule,
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
        if (action?.kind === 'save-state' && (0,rollout_policy/* isUnwritable */.Q)(policy))
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
        reason: 'this run goes on',
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
/**
 * Of two runs that begin at once the later memo wins, with the smaller surge perhaps, or with policies that rest. What the other run
 * has raised by then, which has the processes suspended, is no operator's wish: it is put back with the rest.
 */
function absorbConcurrentSurge({ fleet, memo, state }) {
    // Where policies stay alive a run holds the minimum at what it raises.
    const mayBePolicys = memo.follows === true && fleet.sizes.min < fleet.sizes.desired;
    // A process that goes on from another has not begun at that moment: what was set since the first look of that one is others'.
    const hasBegun = memo.heartbeatAt === memo.startedAt;
    // What was raised since this run has suspended the processes itself is no room of another.
    const mayBeOfAnother = hasBegun && state.desired === undefined && state.hasSuspended !== true;
    const isNew = mayBeOfAnother && fleet.at - memo.startedAt < FIRST_SECONDS && !mayBePolicys;
    const follows = isHeldByFollower(fleet, memo);
    const { desired, max } = memo.sizes;
    const raised = Math.max(fleet.sizes.desired - desired, follows ? fleet.sizes.max - max : 0);
    const isSurge = (follows || raised > memo.surge) && raised <= (0,budget/* mostSurge */.S2)(desired, (0,budget/* heaviestOf */.P3)(fleet));
    if (!isNew || !isHeldByRun(fleet, memo) || !isSurge)
        return undefined;
    return {
        kind: 'save-state',
        memo: { ...memo, surge: Math.max(memo.surge, raised), ...(follows && { follows }) },
        reason: follows
            ? 'a run that began at the same moment keeps scaling policies alive: the bounds that it has raised are put back as well'
            : 'a run that began at the same moment has made room for more: that is put back as well',
    };
}
/** Whether the group stands as a run holds it that keeps policies alive, where this memo lets them rest. */
const isHeldByFollower = ({ sizes, suspended }, memo) => memo.follows !== true &&
    memo.suspends.includes(follow/* ALARMS */.Pu) &&
    !suspended.includes(follow/* ALARMS */.Pu) &&
    sizes.min > memo.sizes.min &&
    sizes.min === sizes.desired;
/** Desired capacity that this run has not set is a wish from outside: it becomes the one that is put back. */
function adoptDesiredCapacity(situation) {
    const { fleet, memo, state, policy } = situation;
    const seen = fleet.sizes.desired;
    const mayBeOurs = seen >= memo.sizes.desired && seen <= memo.sizes.desired + memo.surge;
    const inherited = inheritedOf(fleet, state);
    const crossed = inherited ?? crossedWish(fleet, state.decrement, state.named);
    // Without an answer to our last change, what lies in the reach of our surge is ours unless a request names the wish.
    const isNamed = inherited !== undefined || (crossed !== undefined && isRequested(crossed, state.decrement));
    const overtaken = (0,stale_state/* isOvertaken */.iN)(fleet, memo, state);
    // What an earlier process has left on purpose is no wish, though it could not set what was wished.
    const isLeft = state.desired === undefined && seen === memo.handedSizes?.desired && !isNamed;
    const ours = overtaken
        ? false
        : state.desired === undefined
            ? isLeft || (mayBeOurs && !isNamed)
            : seen === state.desired;
    const desired = Math.min(crossed ?? seen, (0,raised_sizes/* mostWished */.S6)(fleet, memo));
    if (ours || desired === memo.sizes.desired || (0,scheduled_actions/* isSetForDue */.Qd)('desired', situation))
        return undefined;
    // Of a run that was lost long ago only the maximum that it would have set, to the digit, is its own.
    const isOvertakenMax = overtaken && fleet.sizes.max !== (0,raised_sizes/* highestDesired */.hV)(memo);
    const sizes = (0,memo_bounds/* sizesWith */.Vo)({ fleet, memo }, desired, isOvertakenMax ? fleet.sizes.max : undefined);
    return {
        kind: 'save-state',
        memo: (0,memo_bounds/* withWish */.cM)({ fleet, memo, policy }, sizes),
        reason: overtaken
            ? `nothing shows that the desired capacity of ${desired} was left by run ${(0,lease/* runName */.rt)(state.predecessor ?? memo)}: kept`
            : desired < seen && desired === (0,raised_sizes/* mostWished */.S6)(fleet, memo)
                ? `the desired capacity was set to ${seen} from outside this run: ${desired} is kept, as much as MaxSize allows without the roll`
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
function returnDecrement(situation) {
    const { fleet, memo, policy } = situation;
    const { max } = fleet.sizes;
    const wished = memo.sizes.desired;
    if (!isDecrementOwed(situation) || policy.refused?.includes('resize'))
        return undefined;
    return {
        kind: 'resize',
        sizes: { desired: wished, ...(wished > max && { max: wished }) },
        reason: 'the run lowered it at the moment in which it was set from outside',
    };
}
function isDecrementOwed({ fleet, memo, state }) {
    const wished = memo.sizes.desired;
    const isLeft = state.desired === undefined && fleet.sizes.desired === memo.handedSizes?.desired;
    const isTaken = isLeft || state.decrement !== undefined || inheritedOf(fleet, state) === wished;
    return isTaken && fleet.sizes.desired < wished;
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
    const others = memo.follows && !missing.includes(follow/* ALARMS */.Pu)
        ? 'scaling policies alone may change the size'
        : 'nothing else may change the size';
    return { kind: 'suspend', processes: missing, reason: `${others} meanwhile${unreached}` };
}
function surge(situation) {
    const { fleet, capacity, memo } = situation;
    const room = fleet.sizes.desired + (0,gates/* roomBeforeGate */.qH)(situation);
    const target = Math.min((0,budget/* surgeTarget */.qM)(situation, capacity.outdatedCapacity), room);
    if (fleet.sizes.desired >= target)
        return undefined;
    // Bounds that are raised once all is put back would pass for ones that others have set.
    const isBack = (0,raised_sizes/* isAllBack */.xj)(fleet, memo);
    const max = (0,follow/* raisedMax */.jd)(isBack ? { fleet, memo: { ...memo, follows: undefined } } : situation, target);
    return {
        kind: 'resize',
        sizes: { desired: target, ...(max !== undefined && { max }), ...(memo.follows && !isBack && { min: target }) },
        reason: 'room for new instances before old ones leave',
    };
}
/** A launch that only evens the zones is given up where it fails: the roll is done without it, and AWS balances the zones when it can. */
function giveUpLaunchForZones(situation) {
    if (!(0,budget/* isOnlyForZones */.rH)(situation) || situation.fleet.suspended.includes('Terminate'))
        return undefined;
    const failing = haltOnFailures(situation) ?? haltOnStalledLaunch(situation) ?? endOverdueInstance(situation);
    return failing && (removeSurplus(situation) ?? (0,restore/* restoreStep */.T2)(situation.fleet, situation.memo));
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
        reason: leaving.balances
            ? 'zones would end uneven without a successor: a new one of the fullest zone leaves instead'
            : `${capacity.readyCapacity} ready, floor ${(0,budget/* floorOf */.Et)(memo, policy)}`,
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
    if (isLoweringOpen(situation.fleet, situation.state.decrement))
        return {
            kind: 'wait',
            reason: 'looks may not show yet whether AWS has lowered the desired capacity: Terminate is suspended, so what was named stays',
        };
    const ended = terminations.filter((each) => isEndedByAws(each, situation.fleet));
    const room = (0,max_leaving/* roomToLeave */.o)(situation);
    const leaving = room > 0 ? terminations.slice(0, room) : ended.slice(0, 1);
    if (leaving.length === 0)
        return { kind: 'wait', reason: (0,max_leaving/* whyNoneLeaves */.b)(situation.fleet) };
    const min = (0,follow/* loweredMin */.JE)(situation, situation.fleet.sizes.desired - (0,rollout_counted/* capacityOf */.A$)(leaving));
    return {
        kind: 'terminate',
        instances: leaving.map(({ id }) => id),
        decrement: true,
        ...(min !== undefined && { min }),
        reason: 'beyond the original capacity',
    };
}
/** An unhealthy one AWS ends itself, again and again where each new one is: that must not keep the sizes raised. */
const isEndedByAws = ({ healthy }, { suspended }) => !healthy && !suspended.includes('ReplaceUnhealthy');
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
    const isBeyond = (0,budget/* surplus */.tI)(situation).length > 0 || (0,budget/* neededSurplus */.Ik)(situation) !== undefined;
    const stuck = refused.includes('resize') || (refused.includes('terminate') && isBeyond);
    if (action.kind === 'resize' && !stuck)
        return action;
    const handBack = (0,restore/* handBackProcesses */.uK)(fleet, memo, refused);
    if (handBack !== undefined && (stuck || handBack.kind === 'resume'))
        return handBack;
    const isDone = action.kind === 'clear-state' && (0,scheduled_actions/* missed */.cT)(fleet, memo).length === 0 && !isDecrementOwed(situation);
    if (isDone && !refused.includes('clear-state'))
        return action;
    return { kind: 'done', reason: 'AWS refuses to put back more' };
}

;// CONCATENATED MODULE: ./build/src/domain/rollout/unwritten.js
/**
 * What others have set, where AWS refuses to have it written into the saved state: the run is to remember it. Found anew at each look it
 * would be taken back by the next own change of a size, from which on it passes for what the run has left. Pure.
 */





/** In the order of the rules that write it (rules.ts). */
const ADOPTING = [
    // What the run itself has left since would pass for set by others.
    (situation) => (hasChanged(situation.state) ? undefined : sinceHandBack(situation)),
    scheduledByAws,
    follow/* boundsOfOthers */.Sv,
];
/** The saved state as it should be, and what a person should know of it; undefined where it is so, or AWS lets it be written. */
function unwritten(start) {
    if (!(0,rollout_policy/* isUnwritable */.Q)(start.policy))
        return undefined;
    let { memo } = start;
    const notes = [];
    for (const adopt of ADOPTING) {
        const adopted = adopt({ ...start, fleet: { ...start.fleet, memo }, memo });
        if (adopted === undefined)
            continue;
        memo = adopted.memo;
        notes.push(...(adopted.notes ?? []));
    }
    return memo === start.memo ? undefined : { memo, notes };
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
/**
 * Changes nothing any more but the heartbeat: a later run, the post step of this one excepted, need not wait. The facts are written with
 * it: others may have removed them since the last look, and from here on no run is at work that remembers them.
 */
async function pause({ port, report }, run, failure) {
    const { memo } = run.last;
    let when = '';
    try {
        if (memo !== undefined)
            await port.apply(run.group, { kind: 'save-state', memo: { ...memo, heartbeatAt: 0, ...owedSizes(run, memo) } });
    }
    catch (error) {
        report({ kind: 'warning', group: run.group, message: sentences((0,errors/* explanationOf */.pg)(error)) });
        when = ' and five minutes have passed';
    }
    const remedy = `Everything is left as it is for inspection. When you have seen enough${when}, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`;
    const outcome = { ...unfinished(run, { ...failure, remedy: remedy.trim() }), status: 'held' };
    return transition(run, { kind: 'ended', outcome });
}
/** The sizes that are left where a decrement has taken from what others wish: below the wish they would pass for another one. */
function owedSizes(run, { sizes }) {
    const left = sizesLeft(run);
    return left !== undefined && left.desired < sizes.desired ? { handedSizes: left } : {};
}
/** The saved state of the group is lost again and again in the middle of its roll. */
const stateLost = ({ group }, loss) => ({
    what: `The roll of ${group} was halted.`,
    why: `The tags with the saved state of the group were ${loss} from outside this run.`,
    remedy: 'The group is put back from what this run has in memory. Leave the tags `fleet-patch:*` to the action, then start again.',
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

;// CONCATENATED MODULE: ./build/src/controllers/rollout/look-again.js


/** So long after a look another process may have set the sizes, and other instances may have fallen sick. */
const OLD_SECONDS = 15;
/** So often in a row it is seen once more: one that AWS did not answer in time says nothing of the next. */
const FRESH_LOOKS = 3;
/** Why the group is looked at once more before a change is made; undefined where the last look does for it. */
function lookAgain(request, run, action) {
    if (!isChange(action))
        return undefined;
    if ((0,freshness/* staleFor */.Pr)(action.kind, run.last).length > 0)
        return 'incomplete';
    return isLookOutdated(request, run, action) ? 'outdated' : undefined;
}
const isChange = (action) => action.kind in changes/* CHANGE_KINDS */.tO;
/** Whether AWS took so long to answer that what takes something away, or is written over, must be seen once more. */
const isLookOutdated = ({ clock }, { last, freshLooks }, { kind }) => 
// Where several looks in a row take so long, nothing younger is to be had.
changes/* CHANGE_KINDS */.tO[kind].needsRecentLook && clock.now() / 1000 - last.at > OLD_SECONDS && freshLooks < FRESH_LOOKS;

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
 * What is next once it is known whether others refresh the group. AWS is asked before each change that takes away capacity,
 * before one that adds some where it was not asked for long, and now and then while the roll waits; without an answer nothing is
 * added or taken away. Before a change that this look does not do for it is not asked: it would be asked again at the look that does.
 */
async function withoutRefresh(request, run) {
    const action = decide(run);
    const { port, signal } = request;
    const isDue = run.restoringSince === undefined && (0,instance_refresh/* asksForRefresh */.Pf)(action, run.last, run.state);
    const isAsked = isDue && lookAgain(request, run, action) === undefined;
    if (port.activeRefresh === undefined || !isAsked || signal.aborted)
        return { run, action };
    try {
        const mayBeOldSeconds = (0,instance_refresh/* refreshMayBeOld */.f3)(action);
        const active = await port.activeRefresh(run.group, mayBeOldSeconds);
        const known = transition(run, { kind: 'refresh-read', active, mayBeKept: mayBeOldSeconds > 0 });
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
    let run = asRemembered(observed);
    const loss = (0,remembered_state/* stateLoss */.fb)(run.last, { remembered: run.memo, run: run.policy.run });
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
        const last = lastInTime(run);
        if (last !== undefined)
            return await change(request, run, last);
        return ended(run, unfinished(run, run.failure ?? { what: `${run.group} could not be put back in time.` }));
    }
    run = await readDesiredChanges(request, run);
    run = await readLaunchOutlook(request, run);
    const told = await readLossReasons(request, run);
    if (told === undefined)
        return waiting(run);
    run = remember(told);
    const intended = await withoutRefresh(request, run);
    return await act(request, intended.run, intended.action);
}
/** The run on what it remembers, where the tags stand as they did when AWS refused to have that written; whose lease it is they tell. */
function asRemembered(run) {
    const { last, memo, written } = run;
    const seen = last.memo;
    if (memo === undefined || written === undefined || seen === undefined || !(0,remembered_state/* hasSameFacts */._W)(seen, written))
        return run;
    const { run: holder, url, heartbeatAt } = seen;
    return transition(run, { kind: 'remembered', memo: { ...memo, run: holder, url, heartbeatAt }, notes: [] });
}
/** The run with what others have set, where AWS refuses to have that written. */
function remember(run) {
    const { last, state } = run;
    const kept = last.memo && unwritten((0,budget/* situationOf */._7)(last, { memo: last.memo, policy: policyNow(run), state }));
    return kept === undefined ? run : transition(run, { kind: 'remembered', ...kept });
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
        const changes = await port.desiredChanges(run.group, toldSince(run, memo));
        return transition(run, { kind: 'desired-changes-read', changes });
    }
    catch (error) {
        if ((0,errors/* isFailure */.N6)(error))
            return run;
        throw error;
    }
}
/** Since when it matters what the activities tell: a raise alone is told by what began after it, the rest by the whole roll. */
function toldSince({ state: { raise, decrement, growth }, first, policy }, { startedAt }) {
    const isRaiseAlone = decrement === undefined && growth === undefined && !hasEarlier({ first, policy });
    return isRaiseAlone && raise !== undefined ? Math.max(startedAt, raiseToldSince(raise)) : startedAt;
}
/** Whether an earlier process may have set the size. */
const hasEarlier = ({ first, policy }) => first.memo !== undefined || policy.savedMemo !== undefined || policy.intent === 'restore';
const asksForRequests = ({ state: { decrement, raise }, last }) => (decrement !== undefined && decrement.requested === undefined) || (raise !== undefined && mayBeTold(raise, last));
/** Asked at each look until the activities tell what has raised the desired capacity. */
const asksForGrowth = ({ state: { growth } }) => growth !== undefined && growth.wish === undefined;
/** So long the processes may take to be handed back when the time for the rest is over. */
const HAND_BACK_SECONDS = 60;
/**
 * When the time for putting back is over the sizes stay, but nothing else has to: the processes run again. Where they do already it is
 * written down once more which sizes stay: a later process would take them for some that were set since.
 */
function lastInTime(run) {
    const { last, restoringSince = 0, refused, policy } = run;
    const isTime = last.at <= restoringSince + RESTORE_SECONDS + HAND_BACK_SECONDS;
    if (!isTime || last.memo?.run !== policy.run)
        return undefined;
    return (0,restore/* handBackProcesses */.uK)(last, last.memo, refused, sizesLeft(run));
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
            switch (lookAgain(request, run, action)) {
                case 'incomplete': {
                    const needs = (0,freshness/* askedAnewFor */.Ti)(action.kind);
                    return {
                        run: transition(run, { kind: 'look-incomplete', needs }),
                        next: run.needs === needs ? 'soon' : 'at once',
                    };
                }
                case 'outdated':
                    return acted(transition(run, { kind: 'look-outdated' }));
                default:
                    return await change(request, run, action);
            }
    }
}
/** Makes a change, and what follows from it. */
async function change(request, before, action) {
    const { run: next, failed } = await send(request, before, action);
    if (failed !== undefined)
        return failed;
    return action.kind === 'clear-state' ? ended(next, finished(next)) : await step_follow(request, next, action);
}
/** A change that was made, or the step that ends with it: where AWS gave no usable answer, that is no reason to look again soon. */
async function send(request, before, action) {
    const run = transition(before, { kind: 'sent', change: action });
    try {
        await request.port.apply(run.group, action);
    }
    catch (error) {
        const failed = callFailed(request, run, { error, change: action });
        return { run: failed, failed: (0,errors/* isUncertain */.cp)(error) ? waiting(failed) : acted(failed) };
    }
    // A renewed lease is no step: it tells the reader nothing.
    if (action.kind !== 'renew-lease')
        reportStep(request, run, { change: action, reason: action.reason });
    // Accepted now, not when the group was looked at: a call that was repeated through an outage comes minutes later.
    const at = Math.max(run.last.at, request.clock.now() / 1000);
    return { run: transition(run, { kind: 'accepted', change: action, at }) };
}
/**
 * What follows from a change whose answer is clear, where it may be made on the same look. A lease that was taken from another
 * process is looked at first: whatever that one has done last shows with it.
 */
async function step_follow(request, run, made) {
    const { followedBy } = changes/* CHANGE_KINDS */.tO[made.kind];
    const isTaken = 'after' in made && made.after !== undefined;
    // Another run may have written its state at the same moment: that has a little more time to show.
    const accepted = changes/* CHANGE_KINDS */.tO[made.kind].subject === 'memo' ? acted(run) : { run, next: 'shortly' };
    if (followedBy.length === 0 || isTaken || request.signal.aborted)
        return accepted;
    const { run: next, action } = await withoutRefresh(request, transition(run, { kind: 'followed', change: made }));
    return followedBy === 'anything' || followedBy.includes(action.kind) ? await act(request, next, action) : accepted;
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

;// CONCATENATED MODULE: ./build/src/controllers/rollout/renew-together.js







/**
 * Renews the leases of several groups at one moment, so that the calls for them can be gathered, before anything is done with each
 * of them by itself. What a group has to do besides follows on the same look.
 */
async function renewTogether(request, runs) {
    if (runs.length < 2 || request.signal.aborted)
        return runs.map((run) => ({ run }));
    return await Promise.all(runs.map(async (run) => {
        const renewal = renewalOf(run);
        return renewal === undefined ? { run } : await renew(request, run, renewal);
    }));
}
async function renew(request, before, renewal) {
    const { run, failed } = await send(request, before, renewal);
    return failed === undefined
        ? { run: transition(run, { kind: 'followed', change: renewal }) }
        : { run, stepped: failed };
}
/** The renewal that is the next step of a roll, where its last look may be decided on; one that takes the lease from another process is none. */
function renewalOf(run) {
    const { last, memo, policy } = run;
    const isDue = last.memo !== undefined && last.at - last.memo.heartbeatAt >= lease/* HEARTBEAT_SECONDS */.VW;
    if (!isDue || run.restoringSince !== undefined)
        return undefined;
    if (freshnessOf(last, run.pendingWrites) !== 'timely' || (0,remembered_state/* stateLoss */.fb)(last, { remembered: memo, run: policy.run }) !== undefined)
        return undefined; // prettier-ignore
    const action = nextAction(last, policyNow(run), run.state);
    return action.kind === 'renew-lease' && action.after === undefined ? action : undefined;
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
    const left = (0,duration/* roughDuration */.Um)(until - clock.now() / 1000);
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
            admit(loop, { width: request.width?.() ?? Infinity, now: clock.now() / 1000 });
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
            if (admitted.has(group)) {
                loop.dueSince.set(group, Math.min(lookedAt, loop.nextLookAt.get(group) ?? lookedAt));
                loop.nextLookAt.set(group, clock.now() / 1000 + UNANSWERED_SECONDS);
            }
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
        const settle = next === 'when something is due' ? undefined : settleSeconds(next, request.groups.length);
        const seconds = settle === undefined ? secondsToLook(request, due, until) : Math.min(settle, due ?? settle);
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
function reportEnded({ ended, clock, port }, { runs, endedAt }) {
    const before = endedAt.size;
    for (const run of runs.values()) {
        const { group, outcome } = run;
        if (outcome === undefined || endedAt.has(group))
            continue;
        endedAt.set(group, clock.now() / 1000);
        const memo = memoLeft(run);
        if (memo !== undefined)
            port.keepMemo?.(group, memo);
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
const CANCELLED = {
    what: 'The run was cancelled.',
    cause: new errors/* Cancelled */.cJ(),
    remedy: 'The post step puts the groups back, at a terminal the command itself; `mode: restore` does the same at any time.',
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
    const fresh = new Map();
    for (const run of runs.values()) {
        const anew = askedAnew(run);
        if (anew !== undefined)
            fresh.set(run.group, anew);
    }
    for (const group of [...beginning.keys(), ...(runs.size === 0 ? (sourcesBefore?.keys() ?? []) : [])])
        fresh.set(group, 'every part');
    const remembered = new Map([...runs.values()].flatMap(({ group, memo }) => (memo ? [[group, memo]] : [])));
    const looks = await Promise.all([...Map.groupBy(groups, needOf)].map(([needed, names]) => port.look(names, now, needed, fresh, remembered)));
    return {
        fleets: looks.flatMap(({ fleets }) => fleets),
        gone: looks.flatMap(({ gone }) => gone),
        unreadable: looks.flatMap(({ unreadable }) => unreadable),
    };
}
/** Decides and acts once for each group; says when the next look is due for the first of them. */
async function advance(request, seen, loop) {
    const { runs, unreported, admitted, beginning } = loop;
    const { clock, deadline } = request;
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
    const lookedAt = await renewTogether(request, observed);
    await inParallel(lookedAt, async ({ run, stepped: ended }) => {
        if (request.signal.aborted && ended === undefined) {
            runs.set(run.group, run);
            return;
        }
        const stepped = ended ?? (await step(request, run, runs.values()));
        const mayWait = stepped.next === 'when something is due';
        const paced = mayWait ? await readPastLaunches(request, stepped.run) : stepped.run;
        runs.set(run.group, paced);
        const since = loop.dueSince.get(run.group);
        const at = lookAfter(paced, {
            next: stepped.next,
            since,
            now: clock.now() / 1000,
            deadline,
            groups: request.groups.length,
        });
        loop.nextLookAt.set(run.group, at);
        next.add(stepped.next);
    });
    return SOONEST_FIRST.find((each) => next.has(each)) ?? 'when something is due';
}
const SOONEST_FIRST = ['at once', 'shortly', 'soon', 'when something is due'];
/** Works on a few groups at a time. All have ended before an error leaves: a change under way must not outlive the loop. */
async function inParallel(items, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
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
// EXTERNAL MODULE: ./build/src/report/results/expected-duration.js
var expected_duration = __webpack_require__(13062);
// EXTERNAL MODULE: ./build/src/modes/look-ahead.js + 5 modules
var look_ahead = __webpack_require__(73587);
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
    const looksAhead = rollRequest.intent === 'roll' && rollRequest.isLookedAhead !== true;
    const ahead = new asked_ahead/* AskedAhead */.C(connection, fleets.refreshes);
    if (looksAhead)
        ahead.begin(groups);
    const outcomes = await engine({
        groups,
        port,
        policyFor: (fleet) => policyFor(fleet, identity, rollRequest),
        // Putting back needs the group alone; and a part of the run that has changed something has looked ahead before.
        ...(rollRequest.intent === 'roll' &&
            rollRequest.isLookedAhead !== true && {
            preflight: (seen) => (0,look_ahead/* lookAhead */.R)(run, {
                ...roll_asked(rollRequest),
                groups,
                seen,
                policies: fleets.policies,
                targets: fleets.targets,
                ahead,
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
        // On the model instances start at once: its pace says nothing about the time that is left.
        outlook: (group) => ({ ...collector.outlook(group), ...(inputs.dryRun && { timeLeft: undefined }) }),
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
    }).finally(() => ahead.end());
    const ended = outcomes.flatMap(({ group }) => results.get(group) ?? []);
    const unseen = [...unread.keys()].filter((group) => !results.has(group));
    if (unseen.length > 0)
        throw new partial_result/* PartialResult */.z4({ kind: 'groups', groups: ended }, notLookedAt(unseen, unread));
    return ended;
}
/** What tries the new instances of a roll; undefined where they are not tried. */
function proberOf({ connection, clock, signal, network }, rollRequest) {
    const { probe } = (rollRequest.intent === 'roll' ? rollRequest.inputs : undefined) ?? {};
    return probe && (0,prober/* instanceProber */.U)({ connection, clock, signal, network }, probe);
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
        keepMemo: savingMemo,
    };
}
/** Looks ahead before a part of a run that changes what groups launch; throws where the roll after it cannot be done. */
async function lookAheadOfRoll(run, { rollRequestOf, ...look }) {
    const identity = identityOf(run);
    const [first = ''] = look.groups;
    await (0,look_ahead/* lookAhead */.R)(run, {
        ...roll_asked(rollRequestOf(first)),
        ...look,
        policyFor: (fleet) => policyFor(fleet, identity, rollRequestOf(fleet.group)),
    });
}
const roll_asked = ({ inputs, }) => ({
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
const identityOf = ({ id, url, plan }) => ({
    run: id,
    url: url(),
    ...(plan?.kind === 'apply' && { plan: plan.plan.id }),
});
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
    const isOutdated = rollRequest.outdated?.has(fleet.group) === true;
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
        force: force || isOutdated,
        ...(!isOutdated && inputs.forceUntil !== undefined && { forceUntil: inputs.forceUntil }),
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
const releaseBudget = ({ memo }, asked) => ({ ...asked, surge: memo?.surge ?? 0 });
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
        what: `\`dark: true\` needs room for as many new instances as are desired in ${fleet.group}: that is ${desired}, and \`surge\` is ${surge}.`,
        remedy: 'Leave `surge` out, or set it to at least `100%`.',
    });
}
function resultOf(outcome, { collector, connection }, { dryRun }) {
    const { group, status, changed, left, failure, takenBack, noSavedState } = outcome;
    const facts = collector.facts(group);
    if (facts === undefined)
        throw new Error(`${group} has an outcome but was never observed`);
    const isPlanned = dryRun && (status === 'rolled' || status === 'dark' || status === 'gated' || status === 'restored');
    const expected = isPlanned ? (0,expected_duration/* expectedDuration */.PJ)(facts) : undefined;
    return {
        ...facts,
        region: connection.region,
        status: isPlanned ? 'planned' : status,
        ...(expected && { expectedDuration: expected }),
        changed,
        left,
        failure,
        ...(takenBack && { takenBack }),
        ...(noSavedState && { noSavedState }),
    };
}


/***/ })

};
