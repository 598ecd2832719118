export const id = 5484;
export const ids = [5484];
export const modules = {

/***/ 97665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPair),
/* harmony export */   B: () => (/* binding */ partnerHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88330);
/* harmony import */ var _groups_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42875);
/** The two groups between which traffic is shifted. */




/** How a group is named in the saved state of its partner: the first 16 hex digits of the SHA-256 of its ARN. */
const partnerHash = ({ AutoScalingGroupARN = '' }) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(AutoScalingGroupARN).digest('hex').slice(0, 16);
/** The pair of these names. UserError that names each that does not exist. */
async function readPair(connection, names) {
    const found = await (0,_groups_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .groupsByName */ .JR)(connection, [names.blue, names.green]);
    const of = (side) => found.find(({ AutoScalingGroupName }) => AutoScalingGroupName === names[side]);
    const blue = of('blue');
    const green = of('green');
    if (blue === undefined || green === undefined) {
        const gone = ['blue', 'green'].filter((side) => of(side) === undefined);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
            what: `No Auto Scaling group in ${connection.region} is called ${gone.map((side) => `${names[side]} (\`${side}\`)`).join(' or ')}.`,
            remedy: 'Nothing was changed. Check the spelling and `aws-region`.',
        });
    }
    const groups = { blue, green };
    const partners = { blue: partnerHash(groups[(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .otherSide */ ._P)('blue')]), green: partnerHash(groups[(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .otherSide */ ._P)('green')]) };
    return { groups, names, partners };
}


/***/ }),

/***/ 26943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ everyZone),
/* harmony export */   Pb: () => (/* binding */ recordSets),
/* harmony export */   gP: () => (/* binding */ findRecords),
/* harmony export */   lc: () => (/* binding */ routeClient)
/* harmony export */ });
/* unused harmony export recordName */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _domain_stack_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79358);


const ZONE_ID = /^(\/hostedzone\/)?(Z[A-Z0-9]{4,31})$/;
/** A name as Route 53 gives it: lower case, with a dot at its end. */
const recordName = (name) => `${name.toLowerCase().replace(/\.$/, '')}.`;
/** The records of the pair. UserError where they cannot be told. */
async function findRecords(connection, { groups, names }, wish) {
    const identifiers = {
        blue: wish.identifiers.blue ?? stackOf(groups.blue),
        green: wish.identifiers.green ?? stackOf(groups.green),
    };
    const { blue, green } = identifiers;
    if (blue === undefined || green === undefined || blue === green)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: `It cannot be told which weighted records are those of ${names.blue} and ${names.green}.`,
            why: 'A stack of Senza has its own name as the identifier of its record; these groups do not belong to two such stacks.',
            remedy: 'Nothing was changed. Set `blue-identifier` and `green-identifier` (SetIdentifier of the records).',
        });
    const zones = await zonesFor(connection, wish);
    const found = [];
    for (const zone of zones) {
        const sets = await recordSets(connection, zone, wish.record);
        for (const record of new Set(sets.map(({ Name = '' }) => Name))) {
            const own = sets.filter(({ Name, Weight }) => Name === record && Weight !== undefined);
            const has = (identifier) => own.some(({ SetIdentifier }) => SetIdentifier === identifier);
            if (has(blue) && has(green))
                found.push({ zone, record, identifiers: { blue, green } });
        }
    }
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0)
        return only;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        what: only === undefined
            ? `No name${wish.record === undefined ? '' : ` ${wish.record}`} has weighted records with the identifiers ${blue} and ${green}.`
            : `Several names have weighted records with the identifiers ${blue} and ${green}: ${found.map(({ record }) => record).join(', ')}.`,
        remedy: 'Nothing was changed. Set `record` and `hosted-zone`, and the identifiers where they are not the names of the stacks.',
    });
}
const stackOf = ({ Tags = [] }) => Tags.find(({ Key }) => Key === _domain_stack_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .STACK_TAG */ .u6)?.Value;
/** The ids of the zones to be looked through. */
async function zonesFor(connection, { hostedZone, record }) {
    const [, , id] = ZONE_ID.exec(hostedZone ?? '') ?? [];
    if (id !== undefined)
        return [id];
    const zones = await publicZones(connection);
    const isMeant = ({ Name = '' }) => hostedZone === undefined
        ? record === undefined || recordName(record) === Name || recordName(record).endsWith(`.${Name}`)
        : Name === recordName(hostedZone);
    const meant = zones.filter(isMeant);
    if (meant.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
            what: `No public hosted zone ${hostedZone === undefined ? `holds ${record ?? 'any record'}` : `is called ${hostedZone}`}.`,
            remedy: 'Nothing was changed. Check `hosted-zone` and `record`.',
        });
    return meant.map(({ Id = '' }) => Id.replace('/hostedzone/', ''));
}
const publicZones = async (connection) => (await everyZone(connection)).filter(({ Config }) => Config?.PrivateZone !== true);
/** Every hosted zone of the account, private ones as well. */
async function everyZone(connection) {
    const { ListHostedZonesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(7212), __webpack_require__.e(8508), __webpack_require__.e(3282)]).then(__webpack_require__.bind(__webpack_require__, 93282));
    const client = await routeClient(connection);
    const zones = [];
    let marker;
    do {
        const page = await connection.send(client, new ListHostedZonesCommand(marker === undefined ? {} : { Marker: marker }));
        zones.push(...(page.HostedZones ?? []));
        marker = page.IsTruncated === true ? page.NextMarker : undefined;
    } while (marker !== undefined);
    return zones;
}
/** The record sets of a zone, of one name where it is given. */
async function recordSets(connection, zone, name) {
    const { ListResourceRecordSetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(7212), __webpack_require__.e(8508), __webpack_require__.e(3282)]).then(__webpack_require__.bind(__webpack_require__, 93282));
    const client = await routeClient(connection);
    const wanted = name === undefined ? undefined : recordName(name);
    const sets = [];
    let from = wanted === undefined ? {} : { StartRecordName: wanted };
    for (;;) {
        const page = await connection.send(client, new ListResourceRecordSetsCommand({ HostedZoneId: zone, ...from }));
        const here = page.ResourceRecordSets ?? [];
        sets.push(...here.filter(({ Name }) => wanted === undefined || Name === wanted));
        const isPast = wanted !== undefined && here.some(({ Name }) => Name !== wanted);
        if (page.IsTruncated !== true || isPast)
            return sets;
        from = {
            StartRecordName: page.NextRecordName,
            StartRecordType: page.NextRecordType,
            ...(page.NextRecordIdentifier !== undefined && { StartRecordIdentifier: page.NextRecordIdentifier }),
        };
    }
}
async function routeClient({ clients }) {
    const client = await clients.route53?.();
    if (client === undefined)
        throw new Error('the connection has no client for Route 53');
    return client;
}


/***/ }),

/***/ 4019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusalsOf)
/* harmony export */ });
/* harmony import */ var _shares_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88330);
/* harmony import */ var _situation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15684);
/** What keeps a shift from its beginning, all of it at once, before anything is changed. Pure. */


function refusalsOf(seen, policy) {
    return [...unwritable(policy), ...ofRoutes(seen, policy), ...ofGroups(seen, policy)];
}
/** The steps of a classic load balancer are none of the user's: both sides, then the new one. */
function unwritable({ means, steps }) {
    if (means === 'classic')
        return [];
    return steps.flatMap((share) => {
        const why = (0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .unwritableShare */ .VS)(means, share);
        return why === undefined ? [] : [{ what: `\`steps\` has ${share}, but ${why}`, remedy: 'Correct `steps`.' }];
    });
}
function ofRoutes({ routes }, policy) {
    const { to, steps, resizes } = policy;
    const last = steps.at(-1) ?? 100;
    if (routes.length === 0)
        return [{ what: 'nothing divides traffic between the two groups', remedy: NAME_ROUTES }];
    const found = routes.flatMap((route) => {
        const { id, foreign = [], weights } = route;
        const share = (0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, to);
        return [
            ...(foreign.length > 0
                ? [{ what: `${id} sends traffic to ${foreign.join(', ')} as well, which is of neither group`, remedy: 'Take it out of the rule, or leave the rule out of `listener-rules`.' }] // prettier-ignore
                : []),
            ...(_situation_js__WEBPACK_IMPORTED_MODULE_1__/* .SIDES */ .BV.every((side) => (weights[side] ?? 0) === 0)
                ? [{ what: `${id} sends nothing to either group`, remedy: 'Give one of them a weight first.' }]
                : []),
            ...(share > last
                ? [{ what: `${id} gives ${to} ${text(share)} percent already, more than the last of \`steps\`, ${last}`, remedy: `Name the side that traffic goes to: \`to: ${(0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .otherSide */ ._P)(to)}\`.` }] // prettier-ignore
                : []),
            ...(resizes && share > 0 && share < 100
                ? [{ what: `${id} gives ${to} ${text(share)} percent, so it is not idle`, remedy: 'Move its traffic away with `mode: shift` first, or let `mode: shift` go on with it.' }] // prettier-ignore
                : []),
        ];
    });
    const shares = new Set(routes.map(({ weights }) => text((0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, to))));
    if (shares.size <= 1)
        return found;
    return [
        ...found,
        {
            what: `the rules do not agree: ${routes.map(({ id, weights }) => `${id} gives ${to} ${text((0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, to))} percent`).join(', ')}`,
            remedy: 'No unfinished shift explains that. Set them to one share, return with `mode: rollback`, or name those that are meant in `listener-rules`.', // prettier-ignore
        },
    ];
}
const NAME_ROUTES = 'Name what does: `listener-rules`, or `record` with `hosted-zone`.';
function ofGroups(seen, policy) {
    const { to, resizes } = policy;
    const from = (0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .otherSide */ ._P)(to);
    const active = seen.groups[from];
    const isMoved = seen.routes.every(({ weights }) => (0,_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, to) === 100);
    const resting = ['Launch', 'Terminate', 'AddToLoadBalancer', 'HealthCheck'].filter((process) => seen.groups[to].suspended.includes(process));
    return [
        ...(resizes && resting.length > 0
            ? [{ what: `${resting.join(', ')} of ${seen.groups[to].group} ${resting.length === 1 ? 'is' : 'are'} suspended, so it cannot be sized`, remedy: 'Resume what is suspended.' }] // prettier-ignore
            : []),
        ...(resizes && !isMoved && active.sizes.desired === 0
            ? [{ what: `${active.group} is the active side and has no capacity`, remedy: 'Give it its size first.' }]
            : []),
        ...(!resizes && !isMoved && seen.groups[to].instances.length === 0
            ? [{ what: `${seen.groups[to].group} has no instance, so it cannot serve`, remedy: 'Size it first, or use `mode: blue-green`, which does.' }] // prettier-ignore
            : []),
        ...(!isMoved && resizes && (0,_situation_js__WEBPACK_IMPORTED_MODULE_1__/* .readyOf */ .Js)({ seen, policy }, from).length === 0
            ? [{ what: `${active.group} is the active side and has no ready instance`, remedy: 'Mend it first.' }]
            : []),
    ];
}
/** At most one decimal. */
const text = (share) => String(Math.round(share * 10) / 10);


/***/ }),

/***/ 43565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vP: () => (/* binding */ applyShift),
  KV: () => (/* binding */ policyFor),
  HM: () => (/* binding */ portOf),
  Vi: () => (/* binding */ sideFor)
});

// EXTERNAL MODULE: ./build/src/aws/observe/fleets.js + 12 modules
var fleets = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/src/aws/probe/prober.js + 2 modules
var prober = __webpack_require__(83921);
// EXTERNAL MODULE: ./build/src/domain/traffic/situation.js
var traffic_situation = __webpack_require__(15684);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/groups/memo-tag.js + 1 modules
var memo_tag = __webpack_require__(61072);
// EXTERNAL MODULE: ./build/src/aws/observe/alarms.js
var observe_alarms = __webpack_require__(79688);
;// CONCATENATED MODULE: ./build/src/aws/traffic/traffic-port.js




function trafficPort(options) {
    const { connection, names, fleets, routing, alarms, count } = options;
    return {
        look: async (now, since) => {
            const [seen, routes, watching, counts] = await Promise.all([
                fleets.look([names.blue, names.green], now, 'every part', new Map([names.blue, names.green].map((name) => [name, 'every part']))),
                routing.read(),
                alarms.length === 0 ? undefined : (0,observe_alarms/* readAlarmsIfAnswered */.v6)(connection, alarms),
                since === undefined ? undefined : count?.(since, now),
            ]);
            const [unread] = seen.unreadable;
            if (unread !== undefined)
                throw unread.problem;
            const fleet = (side) => seen.fleets.find(({ group }) => group === names[side]);
            const [blue, green] = [fleet('blue'), fleet('green')];
            if (blue === undefined || green === undefined)
                throw gone(names, { blue, green });
            return {
                at: blue.at,
                groups: { blue, green },
                routes,
                vouching: routing.vouching(),
                ...(watching && { alarms: watching }),
                ...(counts && { counts }),
            };
        },
        apply: (change) => applyTrafficChange(options, change),
    };
}
const gone = (names, seen) => new errors/* UserError */.yo({
    what: `${traffic_situation/* SIDES */.BV.filter((side) => seen[side] === undefined).map((side) => names[side]).join(' and ')} does not exist any more.`, // prettier-ignore
    remedy: 'Traffic stays as it is. CloudTrail shows which call has deleted the group.',
});
/** Makes the call that a change is; a change of the tags of many rules may take a few. */
async function applyTrafficChange({ connection, names, fleets, routing, patch }, change) {
    switch (change.kind) {
        case 'save-state':
            return await tag(connection, tagsOfBoth(names, change.memos, memo_tag/* memoTags */.o2));
        case 'renew-lease':
            return await tag(connection, tagsOfBoth(names, change.memos, (group, memo) => [(0,memo_tag/* runTag */.eZ)(group, memo)]));
        case 'note-shares':
            return await routing.note(change.routes, change.previous);
        case 'remove-notes':
            return await routing.removeNotes(change.routes);
        case 'patch':
            return await patch();
        case 'suspend':
        case 'resume':
            return await fleets.apply(names[change.side], { kind: change.kind, processes: change.processes });
        case 'resize':
            return await fleets.apply(names[change.side], { kind: 'resize', sizes: change.sizes });
        case 'set-shares':
            return await routing.setWeights(change.route, change.weights);
        case 'clear-state': {
            const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            const client = await connection.clients.autoScaling();
            const Tags = traffic_situation/* SIDES */.BV.flatMap((side) => (0,memo_tag/* clearedTags */.IG)(names[side]));
            await connection.send(client, new DeleteTagsCommand({ Tags }));
            return;
        }
        default:
            change;
    }
}
const tagsOfBoth = (names, memos, tagsOf) => traffic_situation/* SIDES */.BV.flatMap((side) => tagsOf(names[side], memos[side]));
async function tag(connection, Tags) {
    const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    await connection.send(client, new CreateOrUpdateTagsCommand({ Tags }));
}

// EXTERNAL MODULE: ./build/src/controllers/dry-run.js + 1 modules
var dry_run = __webpack_require__(54868);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var counted = __webpack_require__(71582);
// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __webpack_require__(88330);
;// CONCATENATED MODULE: ./build/src/domain/traffic/forecast.js


/** Whether a look shows what AWS has accepted before. */
function isTrafficChangeVisible({ groups, routes }, change) {
    const route = (id) => routes.find((each) => each.id === id);
    switch (change.kind) {
        case 'save-state':
        case 'renew-lease':
            return traffic_situation/* SIDES */.BV.every((side) => {
                const { memo } = groups[side];
                const written = change.memos[side];
                if (memo === undefined)
                    return false;
                return memo.run !== written.run ? memo.heartbeatAt >= written.heartbeatAt && written.heartbeatAt > 0 : memo.heartbeatAt === written.heartbeatAt && sameProgress(memo, written); // prettier-ignore
            });
        case 'note-shares':
            return change.routes.every((id) => route(id)?.previous?.startedAt === change.previous.startedAt);
        case 'remove-notes':
            return change.routes.every((id) => route(id)?.previous === undefined);
        case 'suspend':
            return change.processes.every((process) => groups[change.side].suspended.includes(process));
        case 'resume':
            return change.processes.every((process) => !groups[change.side].suspended.includes(process));
        case 'resize': {
            const { sizes } = groups[change.side];
            const { min = sizes.min, max = sizes.max, desired = sizes.desired } = change.sizes;
            return sizes.min === min && sizes.max === max && sizes.desired === desired;
        }
        case 'set-shares': {
            const shown = route(change.route);
            return shown === undefined || (0,shares/* isSameWeights */.CC)(shown.weights, change.weights);
        }
        case 'patch':
            return true;
        case 'clear-state':
            return traffic_situation/* SIDES */.BV.every((side) => groups[side].memo === undefined);
        default:
            return change;
    }
}
const sameProgress = ({ progress: one = {} }, { progress: other = {} }) => one.share === other.share && one.phase === other.phase && one.keptUntil === other.keptUntil;
/**
 * The world after a change that goes well: every launch succeeds. What a rule names from now on is not healthy for that: it has
 * to be checked first.
 */
function afterTrafficChange(seen, change) {
    switch (change.kind) {
        case 'save-state':
        case 'renew-lease':
            return withGroups(seen, (fleet, side) => ({ ...fleet, memo: change.memos[side] }));
        case 'clear-state':
            return withGroups(seen, (fleet) => ({ ...fleet, memo: undefined }));
        case 'note-shares':
            return withRoutes(seen, change.routes, (route) => ({ ...route, previous: { ...change.previous, weights: route.weights } })); // prettier-ignore
        case 'remove-notes':
            return withRoutes(seen, change.routes, ({ previous: _, ...route }) => route);
        case 'set-shares':
            return asking(withRoutes(seen, [change.route], (route) => ({ ...route, weights: change.weights })), change);
        case 'patch':
            return withGroups(seen, (fleet, side) => (side === change.side ? { ...fleet, instances: [] } : fleet));
        case 'suspend':
            return withGroup(seen, change.side, (fleet) => ({
                ...fleet,
                suspended: [...new Set([...fleet.suspended, ...change.processes])],
            }));
        case 'resume':
            return withGroup(seen, change.side, (fleet) => ({
                ...fleet,
                suspended: fleet.suspended.filter((process) => !change.processes.includes(process)),
            }));
        case 'resize':
            return withGroup(seen, change.side, (fleet) => sized({ ...fleet, sizes: { ...fleet.sizes, ...change.sizes } }, seen.vouching[change.side])); // prettier-ignore
        default:
            return change;
    }
}
/** A classic load balancer asks of no instance of a side before that is attached to it; from then on it has to be checked there. */
function asking(seen, { route, weights }) {
    const of = (side) => seen.vouching[side].length === 0 && weights[side] !== undefined && traffic_situation/* SIDES */.BV.some((each) => seen.vouching[each].includes(route)) // prettier-ignore
        ? [route]
        : seen.vouching[side];
    return { ...seen, vouching: { blue: of('blue'), green: of('green') } };
}
function withGroups(seen, change) {
    return { ...seen, groups: { blue: change(seen.groups.blue, 'blue'), green: change(seen.groups.green, 'green') } };
}
const withGroup = (seen, side, change) => withGroups(seen, (fleet, each) => (each === side ? change(fleet) : fleet));
const withRoutes = (seen, ids, change) => ({
    ...seen,
    routes: seen.routes.map((route) => (ids.includes(route.id) ? change(route) : route)),
});
/** What is named in a rule has been checked there, and is well: so a dry run takes it. */
const checked = (seen) => withGroups(seen, (fleet, side) => ({
    ...fleet,
    instances: fleet.instances.map((instance) => ({
        ...instance,
        balancers: [
            ...instance.balancers.filter(({ balancer }) => !seen.vouching[side].includes(balancer)),
            ...seen.vouching[side].map((balancer) => ({ balancer, state: 'healthy', reason: '' })),
        ],
    })),
}));
/** The group with as many ready instances as it wants. */
function sized(fleet, vouching) {
    const kept = fleet.instances.slice(0, fleet.sizes.desired);
    const added = Array.from({ length: Math.max(0, fleet.sizes.desired - kept.length) }, (_, index) => ({
        id: `the new instance ${kept.length + index + 1}`,
        zone: '',
        type: '',
        weight: 1,
        lifecycle: 'InService',
        healthy: true,
        protectedFromScaleIn: false,
        reference: fleet.source.base,
        imageId: fleet.source.imageId,
        launchedAt: fleet.at,
        firstSeenAt: fleet.at,
        readySince: fleet.at,
        balancers: vouching.map((balancer) => ({ balancer, state: 'healthy', reason: '' })),
        statusChecks: { state: 'ok', reason: '' },
    }));
    return { ...fleet, instances: [...kept, ...added] };
}

;// CONCATENATED MODULE: ./build/src/controllers/traffic/dry-run.js


/** The groups as a dry run sees them: looked at once, and from then on a model in which everything goes well. */
function dryRunTraffic(real) {
    let model;
    return {
        look: async (now, since) => {
            model =
                model === undefined
                    ? await real.look(now, since)
                    : checked({
                        ...model,
                        at: now,
                        groups: { blue: settled(model.groups.blue), green: settled(model.groups.green) },
                    });
            return model;
        },
        apply: async (change) => {
            if (model === undefined)
                throw new Error('the groups were never looked at');
            model = afterTrafficChange(model, change);
        },
    };
}
/** What is on its way arrives, and what leaves is gone. */
const settled = (fleet) => ({
    ...fleet,
    instances: fleet.instances.filter(counted/* isCounted */.he).map((instance) => ({
        ...instance,
        lifecycle: 'InService',
        healthy: true,
        statusChecks: { state: 'ok', reason: '' },
        balancers: instance.balancers.map((health) => health.state === 'unhealthy' ? { ...health, state: 'healthy' } : health),
    })),
});

// EXTERNAL MODULE: ./build/src/domain/rollout/shift-memo.js
var shift_memo = __webpack_require__(88539);
// EXTERNAL MODULE: ./build/src/domain/rollout/lease.js
var lease = __webpack_require__(67330);
// EXTERNAL MODULE: ./build/src/domain/rollout/wording.js
var wording = __webpack_require__(35208);
;// CONCATENATED MODULE: ./build/src/domain/traffic/foreign.js

/** Another hand has set weights that are none of this shift: all weights and sizes stay as they are. */
const foreignWeights = (routes) => ({
    kind: 'halt',
    blames: 'other-hand',
    reason: `${routes.map(({ id, weights }) => `${id} has ${(0,shares/* weightsInWords */.KL)(weights)}`).join('; ')}, which this shift has not set`,
    remedy: 'All weights and sizes stay as they are. Set the weights as they should be. Or set them to what the shift had set, and take it back with `mode: rollback`.',
});

;// CONCATENATED MODULE: ./build/src/domain/traffic/finish.js




/** After the last step. */
function finishStep(situation) {
    const { policy, seen, memos, to, progress } = situation;
    if (!(0,traffic_situation/* doesResize */.CY)(situation))
        return { kind: 'clear-state', reason: `${to} has ${progress.share ?? 100} percent, and nothing is left to be done` };
    const active = resumeStep(situation, to) ?? activeSizes(situation);
    if (active !== undefined)
        return active;
    if (policy.keepSeconds > 0) {
        const seconds = Math.max(policy.keepSeconds, (0,traffic_situation/* stickySeconds */.Pg)(seen));
        return {
            kind: 'save-state',
            memos: (0,traffic_situation/* inName */.$d)((0,traffic_situation/* withProgress */.E0)(memos, {
                phase: policy.afterwards === 'zero' ? traffic_situation/* PHASES */.ZG.keptZero : traffic_situation/* PHASES */.ZG.keptKeep,
                keptUntil: Math.ceil(seen.at + seconds),
            }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
            reason: `the old side is kept for ${(0,wording/* minutesText */.BI)(seconds)}${seconds > policy.keepSeconds ? '; stickiness may send clients there for that long' : ''}`,
        };
    }
    return stickinessLeft(situation, situation.from) ?? shrinkStep(situation, policy.afterwards);
}
/** Waits until no client can be bound to a side that has no traffic any more. */
function stickinessLeft({ seen, state }, side) {
    const left = (0,traffic_situation/* stickySeconds */.Pg)(seen) - (seen.at - (state.drainedAt ?? seen.at));
    if ((0,traffic_situation/* stickySeconds */.Pg)(seen) === 0 || left <= 0)
        return undefined;
    return { kind: 'wait', reason: `stickiness may send clients to ${side} for ${(0,wording/* minutesText */.BI)(left)} more` };
}
/** The sizes of the side that was active hold for the one that is. */
function activeSizes({ seen, memos, to, from }) {
    const { sizes } = seen.groups[to];
    const before = memos[from].sizes;
    const min = Math.min(before.min, sizes.desired);
    const max = Math.max(before.max, sizes.desired);
    if (sizes.min === min && sizes.max === max)
        return undefined;
    return {
        kind: 'resize',
        side: to,
        sizes: { ...(sizes.min !== min && { min }), ...(sizes.max !== max && { max }) },
        reason: `the sizes of the ${from} side hold for it now`,
    };
}
/** Takes the old side out of the rules, where an empty target group would count as unhealthy, and shrinks it. */
function shrinkStep(situation, afterwards) {
    const { seen, policy, from } = situation;
    const busy = seen.routes.filter(({ weights }) => (0,shares/* shareOf */.tC)(weights, from) > 0);
    if (busy.length > 0)
        return foreignWeights(busy);
    if (afterwards === 'zero') {
        const named = seen.routes.find(({ weights }) => weights[from] !== undefined);
        if (named !== undefined && (policy.means === 'alb' || policy.means === 'nlb'))
            return {
                kind: 'set-shares',
                route: named.id,
                weights: without(named.weights, from),
                reason: `an empty target group in it would make the load balancer unhealthy for Route 53`,
            };
        const { sizes } = seen.groups[from];
        if (sizes.min > 0 || sizes.desired > 0)
            return { kind: 'resize', side: from, sizes: { min: 0, desired: 0 }, reason: 'it has no traffic any more' };
    }
    return (resumeStep(situation, from) ??
        resumeStep(situation, situation.to) ?? { kind: 'clear-state', reason: 'nothing is left to be done' });
}
const without = (weights, side) => ({ ...weights, [side]: undefined });
/** Lets run again what the shift has suspended of a side. */
function resumeStep({ seen, memos }, side) {
    const processes = memos[side].suspends.filter((process) => seen.groups[side].suspended.includes(process));
    return processes.length === 0
        ? undefined
        : { kind: 'resume', side, processes, reason: 'only what this shift suspended' };
}
/** Why nothing is released now; undefined where the time of what is kept is over. */
function releaseRefusal({ seen, progress, }) {
    const { keptUntil = 0 } = progress;
    if (!(0,traffic_situation/* isKept */.t8)(progress))
        return {
            kind: 'refuse',
            reason: 'no shift of these groups has ended and keeps a side',
            remedy: 'One that is unfinished goes on in its own mode, or is taken back with `mode: rollback`.',
        };
    if (seen.at >= keptUntil)
        return undefined;
    return {
        kind: 'refuse',
        reason: `the side without traffic is kept for ${(0,wording/* minutesText */.BI)(keptUntil - seen.at)} more`,
        remedy: 'Release it then; `mode: rollback` returns to it.',
    };
}
/** Shrinks what an ended shift has kept, once its time is over. */
function releaseStep(situation) {
    const { phase } = situation.progress;
    if (phase === traffic_situation/* PHASES */.ZG.keptBack)
        return shrinkBack(situation);
    return shrinkStep(situation, phase === traffic_situation/* PHASES */.ZG.keptZero ? 'zero' : 'keep');
}
/** The sizes of both sides as before the shift, as far as they are still what it has set. */
function sizesBack({ seen, memos, from }, side) {
    const { sizes: before } = memos[side];
    const { sizes: now } = seen.groups[side];
    if (side === from) {
        const isEmptied = now.min === 0 && before.min > 0;
        return {
            ...(isEmptied && { min: before.min }),
            ...(now.desired < before.min && { desired: before.desired }),
        };
    }
    const active = memos[from].sizes;
    const wish = Math.max(active.desired, seen.groups[from].sizes.desired);
    const minIsOurs = now.min !== before.min &&
        (now.min === wish || now.min === active.desired || now.min === Math.min(active.min, now.desired) || now.min === 0);
    const maxIsOurs = now.max !== before.max &&
        (now.max === Math.max(before.max, wish) ||
            now.max === Math.max(before.max, active.desired) ||
            now.max === Math.max(active.max, now.desired));
    const min = minIsOurs ? before.min : now.min;
    const desired = Math.max(before.desired, min);
    return {
        ...(minIsOurs && { min: before.min }),
        ...(now.desired !== desired && { desired }),
        ...(maxIsOurs && { max: Math.max(before.max, desired) }),
    };
}
/** What is left once the weights are as they were: sizes, processes, notes, state. */
function shrinkBack(situation) {
    const { seen, to, from } = situation;
    if ((0,traffic_situation/* doesResize */.CY)(situation)) {
        if (!(0,traffic_situation/* isDrained */.wx)(seen, to) && situation.policy.intent === 'release')
            return foreignWeights(seen.routes.filter(({ weights }) => (0,shares/* shareOf */.tC)(weights, to) > 0));
        for (const side of [from, to]) {
            const sizes = sizesBack(situation, side);
            if (Object.keys(sizes).length > 0)
                return { kind: 'resize', side, sizes, reason: 'the sizes as they were before the shift' };
        }
    }
    const resumed = resumeStep(situation, from) ?? resumeStep(situation, to);
    if (resumed !== undefined)
        return resumed;
    const notes = seen.routes.filter((route) => route.previous?.startedAt === situation.memos.blue.startedAt);
    if (notes.length > 0)
        return { kind: 'remove-notes', routes: notes.map(({ id }) => id), reason: 'the shares are as they were' };
    return { kind: 'clear-state', reason: 'nothing is left to be put back' };
}

;// CONCATENATED MODULE: ./build/src/domain/traffic/back.js
/** The way back: first the weights, in seconds where the old side still stands, then sizes, processes, notes and state. Pure. */





/** So long the way back waits for clients that stickiness binds to the new side; after that a release shrinks it. */
const LONGEST_STICKY_WAIT_SECONDS = 600;
function backStep(situation) {
    const { seen, state, policy, memos } = situation;
    const apart = seen.routes.filter((route) => !(0,shares/* isSameWeights */.CC)(route.weights, weightsBack(situation, route)));
    const [first] = apart;
    if (first !== undefined)
        return weightStep(situation, { first, apart });
    if (state.failed === 'gate' && policy.onFailure === 'hold')
        return {
            kind: 'save-state',
            memos: (0,traffic_situation/* inName */.$d)((0,traffic_situation/* withProgress */.E0)(memos, { phase: traffic_situation/* PHASES */.ZG.held }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
            reason: 'its instances stay for inspection, without traffic',
        };
    if ((0,traffic_situation/* doesResize */.CY)(situation) && hadTraffic(situation)) {
        if ((0,traffic_situation/* stickySeconds */.Pg)(seen) > LONGEST_STICKY_WAIT_SECONDS)
            return {
                kind: 'save-state',
                memos: (0,traffic_situation/* inName */.$d)((0,traffic_situation/* withProgress */.E0)(memos, { phase: traffic_situation/* PHASES */.ZG.keptBack, keptUntil: Math.ceil(seen.at + (0,traffic_situation/* stickySeconds */.Pg)(seen)) }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
                reason: 'stickiness binds clients to the new side for longer than a run can wait',
            };
        const waiting = stickinessLeft(situation, situation.to);
        if (waiting !== undefined)
            return waiting;
    }
    return shrinkBack(situation);
}
/** Whether clients may be bound to the new side. */
const hadTraffic = ({ progress }) => (progress.share ?? 0) > 0;
/** As it was before; where a gate has failed without what the new side had before. */
function weightsBack(situation, route) {
    const before = (0,traffic_situation/* noted */.ZT)(situation, route)?.weights;
    if (before === undefined)
        return route.weights;
    return situation.state.failed === 'gate' && (0,shares/* shareOf */.tC)(before, situation.to) > 0
        ? (0,traffic_situation/* weightsFor */.NK)(situation, route, 0)
        : before;
}
/** One weight goes back, where the old side can bear it; else that is sized first, and going back takes as long as its boot. */
function weightStep(situation, { first, apart }) {
    const { seen, memos, from, to, policy } = situation;
    const foreign = apart.filter((route) => !(0,traffic_situation/* isKnown */.qE)(situation, route));
    if (foreign.length > 0)
        return foreignWeights(foreign);
    const target = weightsBack(situation, first);
    const share = Math.max(...apart.map((route) => (0,shares/* shareOf */.tC)(weightsBack(situation, route), from)));
    const wish = (0,traffic_situation/* doesResize */.CY)(situation) ? memos[from].sizes.desired : Math.min(seen.groups[from].sizes.desired, memos[from].sizes.desired); // prettier-ignore
    const need = Math.ceil((share * wish) / 100);
    const { sizes, group, instances } = seen.groups[from];
    if (need > 0 && (0,traffic_situation/* doesResize */.CY)(situation) && sizes.desired < need)
        return {
            kind: 'resize',
            side: from,
            sizes: {
                ...(sizes.max < wish && { max: wish }),
                ...(sizes.min === 0 && memos[from].sizes.min > 0 && { min: memos[from].sizes.min }),
                desired: wish,
            },
            reason: `it was shrunk since, so going back takes as long as its instances boot`,
        };
    const unnamed = apart.find(({ weights }) => weights[from] === undefined);
    if (unnamed !== undefined)
        return {
            kind: 'set-shares',
            route: unnamed.id,
            weights: (0,shares/* weightsAt */.X)(policy.means, unnamed.weights, { to, share: policy.means === 'classic' ? shares/* BOTH */.Ch : 100 }),
            reason: `${from} is checked there before it gets traffic`,
        };
    if ((0,traffic_situation/* readyCapacity */.us)(situation, from) < need || (share > 0 && (0,counted/* capacityOf */.A$)(instances) === 0))
        return {
            kind: 'wait',
            reason: `${group} has ${(0,traffic_situation/* readyCapacity */.us)(situation, from)} of ${need} ready that its share needs`,
        };
    return { kind: 'set-shares', route: first.id, weights: target, reason: `${from} gets its share back` };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/run-id.js
var run_id = __webpack_require__(9967);
// EXTERNAL MODULE: ./build/src/domain/rollout/restore.js
var restore = __webpack_require__(94178);
// EXTERNAL MODULE: ./build/src/domain/rollout/alarms.js
var alarms = __webpack_require__(37904);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
;// CONCATENATED MODULE: ./build/src/domain/traffic/readiness.js
/** Whether a side is ready as a whole, and what is waited for where it is not. Pure. */



/** Seconds between two probes of an instance that has not passed. */
const PROBE_PAUSE_SECONDS = 10;
/** Whether all the capacity that a side wants is ready, and there is some. */
function isWhole(situation, side) {
    const ready = (0,traffic_situation/* readyCapacity */.us)(situation, side);
    return ready > 0 && ready >= situation.seen.groups[side].sizes.desired;
}
/** Waits until a side is ready as a whole, and probes it; undefined where it is. A side that is not in time fails the shift. */
const awaitReady = (situation, side) => isWhole(situation, side) ? undefined : awaitReadyAgain(situation, side);
/** What a side that is not ready as a whole is waited for. */
function awaitReadyAgain(situation, side) {
    const { seen, policy, state } = situation;
    const { instances, sizes, group } = seen.groups[side];
    const ready = (0,traffic_situation/* readyOf */.Js)(situation, side);
    if (side === policy.to && policy.probes) {
        const serving = (0,traffic_situation/* readyOf */.Js)({ seen, policy: { ...policy, probes: false } }, side);
        const due = serving.filter(({ lastProbe: last }) => last === undefined || (!last.passed && seen.at - last.at >= PROBE_PAUSE_SECONDS));
        if (due.length > 0)
            return { kind: 'probe', instances: due.map(({ id }) => id), reason: 'before they get traffic' };
    }
    const late = instances.find((instance) => (0,counted/* isCounted */.he)(instance) && !ready.includes(instance));
    const counts = `${group} has ${(0,traffic_situation/* readyCapacity */.us)(situation, side)} of ${sizes.desired} ready`;
    const why = late === undefined ? counts : `${counts}; ${late.id}: ${whyLate(situation, side, late.id)}`;
    const since = state.waiting?.side === side ? state.waiting.since : seen.at;
    if (seen.at - since < policy.instanceTimeoutSeconds)
        return { kind: 'wait', reason: why };
    return {
        kind: 'halt',
        blames: 'capacity',
        reason: `${why}, after ${Math.round(policy.instanceTimeoutSeconds / 60)} minutes`,
        remedy: 'Look at the health checks and the console output of its instances, or raise `instance-timeout`.',
    };
}
function whyLate({ seen }, side, id) {
    const instance = seen.groups[side].instances.find((each) => each.id === id);
    if (instance === undefined)
        return 'it is gone';
    const silent = seen.vouching[side].find((name) => !instance.balancers.some(({ balancer, state }) => balancer === name && state === 'healthy'));
    const said = instance.balancers.find(({ balancer }) => balancer === silent);
    if (silent !== undefined && instance.lifecycle === 'InService')
        return `${silent} says ${said?.state ?? 'nothing'}${said?.reason ? `, ${said.reason}` : ''}`;
    if (instance.lastProbe?.passed === false)
        return `its probe has not passed, ${instance.lastProbe.reason}`;
    return (0,readiness/* whyNotReady */.$R)(instance);
}

;// CONCATENATED MODULE: ./build/src/domain/traffic/gate.js
/** The gate of each step: a bake, alarms, and where both sides have traffic the comparison of their errors. Pure. */





/** A shift as the rules of alarms see it. */
const watched = ({ seen, policy, state, }) => ({
    fleet: { at: seen.at, ...(seen.alarms && { alarms: seen.alarms }) },
    policy: { gates: { alarms: policy.alarms } },
    state: { alarms: state.alarms },
});
/** What stops the shift at any moment: an alarm, or that none can be read. */
function watchStep(situation) {
    const action = (0,alarms/* haltOnAlarm */.w$)(watched(situation)) ?? (0,alarms/* holdWhileBlind */.Ej)(watched(situation));
    if (action?.kind === 'wait')
        return { kind: 'wait', reason: action.reason };
    if (action?.kind === 'halt')
        return { kind: 'halt', blames: 'gate', reason: action.reason, remedy: action.remedy ?? '' };
    return worseStep(situation);
}
/** Holds at a share until it has served for long enough; undefined where it lets the shift pass. */
function gateStep(situation) {
    const { policy, progress, state, seen, to, memos } = situation;
    const share = progress.share ?? 0;
    const isLast = share >= (policy.steps.at(-1) ?? 100);
    if (!isWhole(situation, to))
        return awaitReadyAgain(situation, to);
    const bake = isLast ? policy.bakeAtEndSeconds : policy.bakeSeconds;
    const left = bake - (state.baking?.share === share ? seen.at - state.baking.since : 0);
    if (bake > 0 && left > 0)
        return {
            kind: 'wait',
            seconds: left,
            reason: `${to} has ${share} percent, and bakes for ${(0,wording/* minutesText */.BI)(left)} more`,
        };
    const action = (0,alarms/* askAtEndOfBake */.Ud)(watched(situation), `${share} percent`);
    if (action?.kind === 'wait')
        return { kind: 'wait', reason: action.reason };
    if (action?.kind === 'halt')
        return { kind: 'halt', blames: 'gate', reason: action.reason, remedy: action.remedy ?? '' };
    const unsure = uncountedStep(situation);
    if (unsure !== undefined)
        return unsure;
    const mayPass = policy.promote === 'auto' || isLast || (policy.passesGate && !state.passedGate);
    if (mayPass)
        return undefined;
    return {
        kind: 'save-state',
        memos: (0,traffic_situation/* inName */.$d)((0,traffic_situation/* withProgress */.E0)(memos, { phase: traffic_situation/* PHASES */.ZG.gated }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
        reason: `${share} percent wait to be passed by hand`,
    };
}
/** Fails the gate where the new side answers with errors too often; only once there are enough requests of both. */
function worseStep({ seen, policy, to, progress }) {
    const { comparison } = policy;
    if (comparison === undefined || seen.counts === undefined || (progress.share ?? 0) === 0)
        return undefined;
    const [mine, other] = [seen.counts[to], seen.counts[(0,shares/* otherSide */._P)(to)]];
    if (mine.requests < comparison.minRequests || other.requests < comparison.minRequests)
        return undefined;
    const allowed = comparison.maxRatio * Math.max(errorShare(other), 1 / other.requests);
    if (errorShare(mine) <= allowed)
        return undefined;
    return {
        kind: 'halt',
        blames: 'gate',
        reason: `${to} answers ${countsInWords(mine)} with errors, the other side ${countsInWords(other)}: more than ${comparison.maxRatio} times as many`,
        remedy: 'Look at the logs of the new side, or raise `max-error-ratio`.',
    };
}
/** At the end of a bake there must have been something to compare, as long as the other side has traffic at all. */
function uncountedStep({ seen, policy, to, progress }) {
    const { comparison } = policy;
    const share = progress.share ?? 0;
    if (comparison === undefined || share === 0 || share === 100)
        return undefined;
    if (seen.counts === undefined)
        return { kind: 'wait', reason: 'CloudWatch does not tell the requests of both sides' };
    const few = [to, (0,shares/* otherSide */._P)(to)].find((side) => (seen.counts?.[side].requests ?? 0) < comparison.minRequests);
    return few === undefined
        ? undefined
        : {
            kind: 'wait',
            reason: `${few} has had ${seen.counts[few].requests} requests of the ${comparison.minRequests} that a comparison needs`,
        };
}
const errorShare = ({ requests, errors }) => (requests === 0 ? 0 : errors / requests);
const countsInWords = ({ requests, errors }) => `${errors} of ${requests} requests`;

;// CONCATENATED MODULE: ./build/src/domain/traffic/forward.js








/** Rests while two groups share traffic: what would undo the sizes of the one that is idle. Scaling by load goes on. */
const SUSPENDED_WHILE_SHIFTING = ['AZRebalance', restore/* SCHEDULING */.rs];
function forwardStep(situation) {
    return (noteStep(situation) ??
        prepareStep(situation) ??
        watchStep(situation) ??
        beginSteps(situation) ??
        alignStep(situation) ??
        proveStep(situation) ??
        gateStep(situation) ??
        nextShare(situation) ??
        finishStep(situation));
}
/** Writes down what every route says, before any of them is changed. */
function noteStep(situation) {
    const { seen, memos, progress, to, policy, state } = situation;
    const lacking = seen.routes.filter((route) => route.previous?.startedAt !== memos.blue.startedAt);
    const [first] = lacking;
    if (first === undefined)
        return undefined;
    const known = state.noted?.[first.id];
    if (progress.share !== undefined && known?.startedAt !== memos.blue.startedAt)
        return {
            kind: 'halt',
            blames: 'other-hand',
            reason: `${first.id} does not tell any more what it said before the shift`,
            remedy: 'Its tag `fleet-patch:previous-shares` was removed. Set the weights as they should be, and take the rest back with `mode: restore`.',
        };
    const previous = known ?? {
        startedAt: memos.blue.startedAt,
        workflowRun: (0,run_id/* workflowRunOf */.ol)(policy.run),
        to,
        end: policy.steps.at(-1) ?? 100,
        weights: first.weights,
        sizes: { blue: memos.blue.sizes, green: memos.green.sizes },
        resizes: (0,traffic_situation/* doesResize */.CY)(situation),
    };
    const alike = lacking.filter((route) => sameNote(situation, route, previous));
    return {
        kind: 'note-shares',
        routes: alike.map(({ id }) => id),
        previous,
        reason: 'what they are now, before anything changes',
    };
}
/** Routes that say the same are noted in one call. */
const sameNote = ({ state }, { id, weights }, previous) => JSON.stringify(state.noted?.[id]?.weights ?? weights) === JSON.stringify(previous.weights);
/** Before the idle side gets its first instance: what it launches, and what must rest. */
function prepareStep({ seen, memos, policy, state, progress, to }) {
    if (progress.share !== undefined)
        return undefined;
    if (policy.patches && !state.patched)
        return { kind: 'patch', side: to, reason: 'what it launches must be what is wanted' };
    for (const side of traffic_situation/* SIDES */.BV) {
        const processes = memos[side].suspends.filter((process) => !seen.groups[side].suspended.includes(process));
        if (processes.length > 0)
            return { kind: 'suspend', side, processes, reason: 'they would change the sizes of both sides meanwhile' };
    }
    return undefined;
}
/** The first share is decided once everything is written down: from then on a route may stand at it. */
function beginSteps(situation) {
    const { memos, progress, policy } = situation;
    if (progress.share !== undefined)
        return undefined;
    const now = Math.max(0, ...situation.seen.routes.map(({ weights }) => (0,shares/* shareOf */.tC)(weights, situation.to)));
    const share = (0,traffic_situation/* doesResize */.CY)(situation) || isUnnamed(situation) ? 0 : firstAbove(situation, now);
    return {
        kind: 'save-state',
        memos: (0,traffic_situation/* withProgress */.E0)(memos, { share }),
        reason: share === 0 ? 'the new side is tested first, without traffic' : `the first of ${policy.steps.length} steps`,
    };
}
/** Whether a rule does not name the new side: its target group is in no use there, and nobody checks it. */
const isUnnamed = ({ seen, policy, to }) => policy.means !== 'classic' && seen.routes.some(({ weights }) => weights[to] === undefined);
/** The first step above a share; the last where none is. */
function firstAbove({ policy: { steps } }, share) {
    return steps.find((step) => step > share) ?? steps.at(-1) ?? 100;
}
/** Brings every route to the share of the step, one call each; traffic goes only to what is ready. */
function alignStep(situation) {
    const { seen, progress, to } = situation;
    const share = progress.share ?? 0;
    const behind = seen.routes.filter((route) => !(0,traffic_situation/* isAt */.ii)(situation, route, share));
    const [first] = behind;
    if (first === undefined)
        return undefined;
    const foreign = behind.filter((route) => !(0,traffic_situation/* isKnown */.qE)(situation, route));
    if (foreign.length > 0)
        return foreignWeights(foreign);
    if (share > 0) {
        const waiting = awaitReady(situation, to);
        if (waiting !== undefined)
            return waiting;
    }
    return {
        kind: 'set-shares',
        route: first.id,
        weights: (0,traffic_situation/* weightsFor */.NK)(situation, first, share),
        reason: share === 0 ? `${to} is checked there before it gets traffic` : `${to} gets ${share} percent`,
    };
}
/** Waits until all of the new side is ready, where it has no traffic yet; in a blue/green deployment it is sized before. */
function proveStep(situation) {
    const { progress, to, policy } = situation;
    if (progress.share !== 0)
        return undefined;
    return (((0,traffic_situation/* doesResize */.CY)(situation) ? sizeStep(situation) : undefined) ??
        awaitReady(situation, to) ??
        (policy.steps[0] === 0 ? undefined : nextShare(situation)));
}
/** Sizes the idle side like the active one, from what it launches now alone. */
function sizeStep(situation) {
    const { seen, to } = situation;
    const idle = seen.groups[to];
    const outdated = (0,traffic_situation/* outdatedOf */.g$)(idle);
    if (outdated.length > 0) {
        if (idle.sizes.min > 0 || idle.sizes.desired > 0)
            return {
                kind: 'resize',
                side: to,
                sizes: { min: 0, desired: 0 },
                reason: `${outdated.length} instances of it are not what it launches now, and have no traffic`,
            };
        return { kind: 'wait', reason: `${outdated.map(({ id }) => id).join(', ')} leave the idle side` };
    }
    const sizes = idleSizes(situation);
    return Object.keys(sizes).length > 0
        ? { kind: 'resize', side: to, sizes, reason: `as large as the ${situation.from} side` }
        : undefined;
}
/** The idle side takes all of the traffic one day, so it gets the capacity that serves it now. */
function idleSizes({ seen, memos, to, from }) {
    const { sizes } = seen.groups[to];
    const wish = Math.max(memos[from].sizes.desired, seen.groups[from].sizes.desired);
    const max = Math.max(sizes.max, wish);
    return {
        ...(max !== sizes.max && { max }),
        ...(sizes.min !== wish && { min: wish }),
        ...(sizes.desired !== wish && { desired: wish }),
    };
}
/** A step that has let the shift pass leads to the next; undefined at the last. */
function nextShare(situation) {
    const { memos, progress } = situation;
    const share = progress.share ?? 0;
    const next = firstAbove(situation, share);
    if (next <= share)
        return undefined;
    return {
        kind: 'save-state',
        memos: (0,traffic_situation/* withProgress */.E0)(memos, { share: next, shareBefore: share, phase: undefined }),
        reason: share === 0
            ? `all of the new side is ready: it gets ${next} percent next`
            : `the gate at ${share} percent has let the shift pass: ${next} percent are next`,
    };
}

// EXTERNAL MODULE: ./build/src/domain/traffic/refusals.js
var refusals = __webpack_require__(4019);
;// CONCATENATED MODULE: ./build/src/domain/traffic/start.js




/** Undefined fields of a memo are left out. */
const memoOf = (seen, policy, { side, ...rest }) => {
    const { groupId, source } = seen.groups[side];
    return {
        run: policy.run,
        url: policy.url,
        heartbeatAt: Math.floor(seen.at),
        groupId,
        surge: 0,
        source: source.fingerprint,
        replaceLaunchedUntil: undefined,
        ...rest,
    };
};
function beginShift(seen, policy) {
    const refused = (0,refusals/* refusalsOf */.h)(seen, policy);
    const [first, ...more] = refused;
    if (first !== undefined)
        return {
            kind: 'refuse',
            reason: refused.map(({ what }) => what).join('; '),
            remedy: [first, ...more].map(({ remedy }) => remedy).join(' '),
        };
    const { to, steps } = policy;
    const last = steps.at(-1) ?? 100;
    if (seen.routes.every(({ weights }) => (0,shares/* shareOf */.tC)(weights, to) === last))
        return { kind: 'done', end: 'current', reason: `${to} has ${last} percent already` };
    const one = (side) => {
        const { sizes, suspended } = seen.groups[side];
        return memoOf(seen, policy, {
            side,
            sizes,
            startedAt: Math.floor(seen.at),
            suspends: policy.resizes ? SUSPENDED_WHILE_SHIFTING.filter((process) => !suspended.includes(process)) : [],
            progress: {
                role: side === to ? 'target' : 'source',
                partner: policy.partners[side],
                side,
                plan: policy.resizes ? traffic_situation/* BLUE_GREEN */.LT : traffic_situation/* SHIFT */.FX,
            },
        });
    };
    return {
        kind: 'save-state',
        memos: { blue: one('blue'), green: one('green') },
        reason: 'how both groups are now, before anything changes',
    };
}
/** A shift that has ended is taken back by what its notes say. */
function beginBack(seen, policy) {
    const notes = seen.routes.map(({ previous }) => previous);
    const [first] = notes;
    if (first === undefined || notes.some((note) => note?.startedAt !== first.startedAt))
        return {
            kind: 'refuse',
            reason: notes.every((note) => note === undefined)
                ? 'no shift of these groups has noted the shares before'
                : 'what was noted on the rules is not of one shift',
            remedy: 'Set the weights as they should be with `mode: shift`.',
        };
    const one = (side) => memoOf(seen, policy, {
        side,
        sizes: first.sizes[side],
        startedAt: first.startedAt,
        suspends: [],
        progress: {
            role: side === first.to ? 'target' : 'source',
            partner: policy.partners[side],
            side,
            plan: first.resizes ? traffic_situation/* BLUE_GREEN */.LT : traffic_situation/* SHIFT */.FX,
            share: first.end,
            phase: traffic_situation/* PHASES */.ZG.back,
        },
    });
    return {
        kind: 'save-state',
        memos: { blue: one('blue'), green: one('green') },
        reason: `what was before the shift to ${first.to}, from which ${(0,shares/* otherSide */._P)(first.to)} gets its share back`,
    };
}

;// CONCATENATED MODULE: ./build/src/domain/traffic/rules.js
/**
 * What a shift of traffic does next: ordered rules, the first that fires wins. No clock, no log, no promise: an action is one
 * call to AWS, or `wait`, `probe`, `done`, `halt`, `refuse`. Where the shift stands is read from the observed weights.
 */








/** The next step. */
function nextTrafficStep(seen, policy, state) {
    const { blue, green } = seen.groups;
    const found = {
        ...(blue.memo && { blue: blue.memo }),
        ...(green.memo && { green: green.memo }),
    };
    if (found.blue === undefined && found.green === undefined && state.written === undefined)
        return begin(seen, policy);
    const other = otherRun(found, policy, { state, at: seen.at });
    if (other !== undefined)
        return other;
    const memos = state.written ?? bothOf(found);
    if (memos === undefined)
        return mendPair(seen, found, policy);
    const to = (0,traffic_situation/* shiftsTo */.fh)(memos);
    if (to === undefined || !areOnePair(memos, policy))
        return ofNoPair(seen);
    const progress = memos.green.progress ?? {};
    const situation = { seen, policy, state, memos, progress, to, from: (0,shares/* otherSide */._P)(to) };
    return (endedOnPurpose(situation) ??
        unfit(situation) ??
        claim(situation, found) ??
        (policy.intent === 'shift' && state.failed === undefined
            ? forwardStep(situation)
            : policy.intent === 'release'
                ? releaseStep(situation)
                : backStep(situation)));
}
const begin = (seen, policy) => {
    switch (policy.intent) {
        case 'shift':
            return beginShift(seen, policy);
        case 'back':
            return beginBack(seen, policy);
        case 'release':
            return {
                kind: 'refuse',
                reason: 'no shift of these groups waits for a release',
                remedy: 'Begin one with `mode: shift` or `mode: blue-green`.',
            };
        default:
            return policy.intent;
    }
};
/** Another run is at work on a group, or has left on it what is none of a shift of these two. */
function otherRun(found, { run }, { state, at }) {
    for (const side of traffic_situation/* SIDES */.BV) {
        const memo = found[side];
        if (memo === undefined || memo.run === run)
            continue;
        if ((0,lease/* isLeaseLive */.hF)(memo, run, at))
            return {
                kind: 'refuse',
                reason: `run ${(0,lease/* runName */.rt)(memo)} holds the lease of the ${side} group and renewed it ${Math.max(0, Math.round(at - memo.heartbeatAt))} s ago`,
                remedy: `Wait for that run to end. If it has died, its lease expires ${lease/* DEAD_AFTER_SECONDS */.qc / 60} minutes after it was renewed.`,
            };
        if (state.written !== undefined)
            return {
                kind: 'refuse',
                reason: `run ${(0,lease/* runName */.rt)(memo)} has taken over the ${side} group`,
                remedy: 'Let one run at a time work on it.',
            };
        if (!(0,shift_memo/* isOfShift */.G)(memo))
            return {
                kind: 'refuse',
                reason: `run ${(0,lease/* runName */.rt)(memo)} has left a roll of the ${side} group unfinished`,
                remedy: 'Put that group back with `mode: restore`, or let its own mode end, and start again.',
            };
    }
    return undefined;
}
const bothOf = ({ blue, green }) => blue === undefined || green === undefined ? undefined : { blue, green };
/** Nothing is changed before both groups have their saved state: one that lacks it is as it was. */
function mendPair(seen, found, policy) {
    const side = found.blue === undefined ? 'green' : 'blue';
    const memo = found[side];
    const to = (0,traffic_situation/* shiftsTo */.fh)(found);
    if (memo === undefined || to === undefined)
        return ofNoPair(seen);
    const lacking = (0,shares/* otherSide */._P)(side);
    const { sizes, groupId, source } = seen.groups[lacking];
    const role = lacking === to ? 'target' : 'source';
    const mended = {
        ...memo,
        sizes,
        suspends: [],
        source: source.fingerprint,
        progress: { ...memo.progress, role, side: lacking, partner: policy.partners[lacking] },
    };
    const own = { ...mended, groupId };
    if (memo.progress?.share !== undefined)
        return {
            kind: 'halt',
            blames: 'other-hand',
            reason: `the saved state of the ${lacking} group is gone in the middle of a shift`,
            remedy: `Set its sizes as they should be, remove the tags \`fleet-patch:*\` from the ${side} group, and start again.`,
        };
    const memos = side === 'blue' ? { blue: memo, green: own } : { blue: own, green: memo };
    return {
        kind: 'save-state',
        memos: (0,traffic_situation/* inName */.$d)(memos, { run: policy.run, url: policy.url, heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memo, seen.at) }),
        reason: `the ${lacking} group has none yet`,
    };
}
/** Whether both saved states are of one shift, and of these two groups. */
const areOnePair = ({ blue, green }, { partners }) => blue.startedAt === green.startedAt &&
    blue.progress?.side === 'blue' &&
    green.progress?.side === 'green' &&
    blue.progress.partner === partners.blue &&
    green.progress.partner === partners.green;
/** This process has left the pair for a later run: nothing more is done. */
function endedOnPurpose({ state, memos, progress, policy }) {
    if (state.written === undefined || memos.blue.run !== policy.run || memos.blue.heartbeatAt !== 0)
        return undefined;
    const end = ENDS[progress.phase ?? ''];
    return end === undefined ? undefined : { kind: 'done', end, reason: 'left for a later run on purpose' };
}
const ENDS = {
    [traffic_situation/* PHASES */.ZG.gated]: 'gated',
    [traffic_situation/* PHASES */.ZG.held]: 'held',
    [traffic_situation/* PHASES */.ZG.keptZero]: 'kept',
    [traffic_situation/* PHASES */.ZG.keptKeep]: 'kept',
    [traffic_situation/* PHASES */.ZG.keptBack]: 'restored',
};
const ofNoPair = ({ groups }) => ({
    kind: 'refuse',
    reason: `the saved states of ${groups.blue.group} and ${groups.green.group} are not of one shift between the two`,
    remedy: 'Let the shift of each end with its own partner, `mode: restore` takes both back, and start again.',
});
/** What a run of this kind must not go on with. */
function unfit({ seen, policy, progress, to, state }) {
    if (policy.intent === 'release')
        return releaseRefusal({ seen, progress });
    if (policy.intent !== 'shift' || state.written !== undefined || state.failed !== undefined)
        return undefined;
    if ((0,traffic_situation/* isKept */.t8)(progress))
        return {
            kind: 'refuse',
            reason: `the shift to ${to} has ended, and the other side is kept${keptText(progress.keptUntil, seen.at)}`,
            remedy: '`mode: release` shrinks it once that time is over, `mode: rollback` returns to it.',
        };
    if (progress.phase === traffic_situation/* PHASES */.ZG.back || progress.phase === traffic_situation/* PHASES */.ZG.held)
        return {
            kind: 'refuse',
            reason: 'a shift between these groups has failed and is not taken back yet',
            remedy: 'Take it back with `mode: restore` or `mode: rollback`, then start again.',
        };
    if (progress.phase === traffic_situation/* PHASES */.ZG.gated && policy.promote === 'auto' && !policy.passesGate)
        return {
            kind: 'refuse',
            reason: `the shift to ${to} waits at ${progress.share ?? 0} percent to be passed by hand`,
            remedy: 'Go on with `mode: release`, or take it back with `mode: rollback`.',
        };
    if (to !== policy.to)
        return {
            kind: 'refuse',
            reason: `an unfinished shift goes to ${to}`,
            remedy: `Let it end with \`to: ${to}\`, or take it back with \`mode: rollback\`.`,
        };
    return undefined;
}
const keptText = (until, at) => until === undefined || until <= at ? '' : ` for ${Math.ceil((until - at) / 60)} minutes more`;
/** Writes this run's name on both groups, again where its tags are gone, and renews the lease in time. */
function claim({ seen, policy, memos, state }, found) {
    const { run, url } = policy;
    const missing = traffic_situation/* SIDES */.BV.filter((side) => found[side] === undefined);
    const isOurs = memos.blue.run === run && memos.green.run === run;
    if (!isOurs || missing.length > 0 || state.written === undefined)
        return {
            kind: 'save-state',
            memos: (0,traffic_situation/* inName */.$d)(memos, { run, url, heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memos.blue, seen.at) }),
            reason: !isOurs
                ? `run ${(0,lease/* runName */.rt)(memos.blue)} ended before the shift did`
                : missing.length > 0
                    ? `the tags of ${missing.map((side) => seen.groups[side].group).join(' and ')} are gone`
                    : 'this run goes on from here',
        };
    if (seen.at - Math.min(memos.blue.heartbeatAt, memos.green.heartbeatAt) < lease/* HEARTBEAT_SECONDS */.VW)
        return undefined;
    return {
        kind: 'renew-lease',
        memos: (0,traffic_situation/* inName */.$d)(memos, { run, url, heartbeatAt: (0,lease/* heartbeatAfter */.z2)(memos.blue, seen.at) }),
        reason: 'the run goes on',
    };
}

;// CONCATENATED MODULE: ./build/src/controllers/traffic/outcome.js

const STATUS = {
    current: 'current',
    shifted: 'shifted',
    kept: 'shifted',
    gated: 'gated',
    restored: 'restored',
    held: 'held',
    released: 'released',
};
/** The outcome of a shift that has come to an end. */
function endedWell(run, end) {
    const status = STATUS[end];
    return outcomeOf(run, { status: status === 'restored' && run.failure !== undefined ? 'halted' : status, end });
}
/** The outcome of a shift that ends here, however it stands. */
function outcomeOf(run, { status, end, failure }) {
    const { first, last, policy } = run;
    if (first === undefined || last === undefined)
        throw new Error('a shift has an outcome but was never looked at');
    return {
        status,
        end,
        to: policy.to,
        changed: run.changed,
        before: first,
        after: last,
        keptUntil: run.state.written?.green.progress?.keptUntil,
        failure: run.failure ?? failure,
        left: status === 'unfinished' ? remains(run) : leftBehind(run, end),
        steps: run.steps,
        curve: run.curve,
    };
}
/** What is left standing now. */
function remains({ last, policy: { to } }) {
    if (last === undefined)
        return [];
    return [
        ...last.routes.map(({ id, weights }) => `${id} gives ${to} ${Math.round((0,shares/* shareOf */.tC)(weights, to) * 10) / 10} percent.`),
        'The same mode again goes on from here; `mode: restore`, or `mode: rollback` with both groups, takes it back.',
    ];
}
function leftBehind({ first, last, policy: { to }, state }, end) {
    if (state.failed !== 'gate' || (end !== 'restored' && end !== 'held'))
        return [];
    return (last?.routes ?? []).flatMap(({ id, weights }) => {
        const before = first?.routes.find((route) => route.id === id);
        const had = before === undefined ? 0 : (0,shares/* shareOf */.tC)(before.weights, to);
        return had > 0 && (0,shares/* shareOf */.tC)(weights, to) === 0
            ? [`${id} gave ${to} ${Math.round(had)} percent before; it gets none since its gate has failed.`]
            : [];
    });
}

;// CONCATENATED MODULE: ./build/src/controllers/traffic/ports.js
/** How long the way back may take, beyond what stickiness takes. */
const WAY_BACK_SECONDS = 1800;

// EXTERNAL MODULE: ./build/src/domain/rollout/probe.js
var probe = __webpack_require__(12866);
;// CONCATENATED MODULE: ./build/src/controllers/traffic/run.js







/** A shift of which nothing is known but, in a post step, what its runner keeps of the saved state. */
const newTrafficRun = (policy, startedAt, written) => ({
    policy,
    state: { patched: false, passedGate: false, ...(written && { written }) },
    startedAt,
    first: undefined,
    last: undefined,
    pending: undefined,
    changed: false,
    failure: undefined,
    backSince: undefined,
    probes: [],
    steps: [],
    curve: [],
});
/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60;
/** Kinds of changes that only keep the run's own tags in order. */
const BOOKKEEPING = ['save-state', 'renew-lease', 'note-shares', 'clear-state'];
function transition(run, event) {
    switch (event.kind) {
        case 'seen':
            return seeing(run, withProbesOf(event.seen, run.probes));
        case 'made':
            return making(run, event);
        case 'probed':
            return { ...run, probes: [...run.probes, ...event.outcomes] };
        case 'failed':
            return {
                ...run,
                failure: run.failure ?? event.failure,
                backSince: run.backSince ?? event.at,
                state: { ...run.state, failed: run.state.failed ?? event.because, baking: undefined, waiting: undefined, drainedAt: undefined }, // prettier-ignore
            };
        default:
            return event;
    }
}
const withProbesOf = (seen, probes) => ({
    ...seen,
    groups: { blue: (0,probe/* withProbes */.mJ)(seen.groups.blue, probes), green: (0,probe/* withProbes */.mJ)(seen.groups.green, probes) },
});
function seeing(run, seen) {
    const { policy, pending } = run;
    const share = Math.min(...seen.routes.map(({ weights }) => (0,shares/* shareOf */.tC)(weights, policy.to)));
    const isPending = pending !== undefined && !isTrafficChangeVisible(seen, pending.change) && seen.at - pending.since < LAG_SECONDS;
    return {
        ...run,
        first: run.first ?? seen,
        last: seen,
        pending: isPending ? pending : undefined,
        state: { ...run.state, ...observed(run, seen) },
        curve: run.curve.at(-1)?.share === share || seen.routes.length === 0
            ? run.curve
            : [...run.curve, { at: seen.at, share }],
    };
}
function observed(run, seen) {
    const { policy, state } = run;
    const isForward = policy.intent === 'shift' && state.failed === undefined;
    const isWholeNow = isWhole({ seen, policy }, policy.to);
    const idle = isForward ? (0,shares/* otherSide */._P)(policy.to) : policy.to;
    const drained = (0,traffic_situation/* isDrained */.wx)(seen, idle) ? (state.drainedAt ?? seen.at) : undefined;
    const share = state.written?.green.progress?.share;
    const isSteady = run.last === undefined || (0,alarms/* areAlarmsSteady */.nd)(run.last, watched({ seen, policy, state }));
    const bakes = isForward && share !== undefined && isWholeNow && isSteady && isAtShare(seen, run, share);
    return {
        drainedAt: drained,
        waiting: isForward && !isWholeNow ? (state.waiting ?? { side: policy.to, since: seen.at }) : undefined,
        baking: bakes ? (state.baking?.share === share ? state.baking : { share, since: seen.at }) : undefined,
        ...(policy.alarms && isForward && { alarms: (0,alarms/* observeAlarms */.RM)(state.alarms, watched({ seen, policy, state }).fleet, policy.alarms) }), // prettier-ignore
    };
}
/** Whether all routes say what the share of the step means for them. */
const isAtShare = ({ routes }, { policy, state }, share) => routes.every(({ id, weights, previous }) => {
    const note = [previous, state.noted?.[id]].find((each) => each?.startedAt === state.written?.blue.startedAt);
    const wanted = note && (0,shares/* weightsAt */.X)(policy.means, note.weights, { to: note.to, share });
    return wanted !== undefined && (0,shares/* isSameTraffic */.W8)(weights, wanted);
});
function making(run, { step, at, answer }) {
    const { kind } = step;
    return {
        ...run,
        pending: kind === 'patch' ? undefined : { change: step, since: at },
        changed: run.changed || !BOOKKEEPING.includes(kind),
        steps: answer === 'lost' || kind === 'renew-lease' ? run.steps : [...run.steps, { at, step }],
        state: learnt(run, step),
    };
}
function learnt({ state, last }, step) {
    switch (step.kind) {
        case 'save-state': {
            const before = state.written?.green.progress ?? last?.groups.green.memo?.progress;
            const hasMoved = before?.share !== undefined && before.share !== step.memos.green.progress?.share;
            return {
                ...state,
                written: step.memos,
                passedGate: state.passedGate || hasMoved,
                ...(hasMoved && { waiting: undefined }),
            };
        }
        case 'renew-lease':
            return { ...state, written: step.memos };
        case 'note-shares': {
            const notes = { ...state.noted };
            for (const id of step.routes) {
                const weights = last?.routes.find((route) => route.id === id)?.weights;
                notes[id] =
                    notes[id]?.startedAt === step.previous.startedAt
                        ? notes[id]
                        : { ...step.previous, ...(weights && { weights }) };
            }
            return { ...state, noted: notes };
        }
        case 'patch':
            return { ...state, patched: true };
        case 'set-shares':
        case 'remove-notes':
        case 'suspend':
        case 'resume':
        case 'resize':
        case 'clear-state':
            return state;
        default:
            return step;
    }
}

;// CONCATENATED MODULE: ./build/src/controllers/traffic/shift.js
/**
 * The loop that shifts traffic: look, decide, act once, look again. It keeps nothing that safety needs: a run that starts it
 * anew goes on from what the tags and the weights say.
 */







/** Between two looks while nothing is due. */
const LONGEST_PAUSE_SECONDS = 20;
/** Between an act and the next look. */
const SETTLE_SECONDS = 1;
/** Shifts traffic, or takes a shift back; an outcome in every case but where nothing could be found out, or a defect. */
const shiftTraffic = async (request) => {
    const { clock, signal, policy } = request;
    let run = newTrafficRun(policy, clock.now() / 1000, request.written);
    for (;;) {
        if (signal.aborted)
            return cancelled(run);
        const looked = await look(request, run);
        if ('outcome' in looked)
            return looked.outcome;
        run = looked.run;
        const advanced = looked.seen === undefined ? { run, acted: false } : await advance(request, run, looked.seen);
        if ('outcome' in advanced)
            return advanced.outcome;
        run = advanced.run;
        // An abort ends the sleep early; the loop's head sees it.
        await clock
            .sleep((advanced.acted ? SETTLE_SECONDS : pauseOf(request, advanced.idleSeconds)) * 1000, signal)
            .catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    }
};
/** While a step bakes nothing is due, and what may fail it shows by the minute: looks are fewer then, and the last one is in time. */
const pauseOf = ({ pollSeconds }, idleSeconds = 0) => Math.max(pollSeconds(), Math.min(LONGEST_PAUSE_SECONDS, idleSeconds));
const CANCELLED = {
    what: 'The run was cancelled.',
    remedy: 'The post step takes the shift back, at a terminal the command itself; the same mode again goes on.',
};
function cancelled(run) {
    if (run.last === undefined)
        throw new errors/* Cancelled */.cJ();
    return outcomeOf(run, { status: 'unfinished', failure: CANCELLED });
}
/** No observation where AWS did not answer, which is borne until the way back has taken too long. */
async function look({ port, clock, tell }, run) {
    const now = clock.now() / 1000;
    try {
        const next = transition(run, { kind: 'seen', seen: await port.look(now, run.state.baking?.since) });
        return { run: next, seen: next.last };
    }
    catch (error) {
        if (error instanceof errors/* Cancelled */.cJ)
            return { run, seen: undefined };
        if (!(error instanceof errors/* UserError */.yo) && !(0,errors/* isUncertain */.cp)(error))
            throw error;
        if (run.last === undefined && error instanceof errors/* UserError */.yo)
            throw error;
        if (isOverdue(run, now) || (error instanceof errors/* UserError */.yo && run.steps.length === 0)) {
            if (run.last === undefined)
                throw error;
            return { outcome: outcomeOf(run, { status: 'unfinished', failure: (0,errors/* explanationOf */.pg)(error) }) };
        }
        tell({ kind: 'note', at: now, message: `${error.message} Looking again.` });
        return { run, seen: undefined };
    }
}
const isOverdue = ({ backSince, startedAt, policy, last }, at) => {
    const since = policy.intent === 'shift' ? backSince : startedAt;
    return since !== undefined && at > since + WAY_BACK_SECONDS + (last === undefined ? 0 : (0,traffic_situation/* stickySeconds */.Pg)(last));
};
/** Decides, and acts as often as one look suffices for; whether anything was done, so that the next look comes soon. */
async function advance(request, run, seen) {
    if (run.pending !== undefined)
        return { run, acted: true };
    if (run.policy.intent === 'shift' && run.state.failed === undefined && seen.at > request.deadline)
        return { run: failing(request, run, { because: 'other', failure: LATE, at: seen.at }), acted: true };
    if (isOverdue(run, seen.at))
        return { outcome: outcomeOf(run, { status: 'unfinished', failure: TOO_LONG }) };
    const step = nextTrafficStep(seen, run.policy, run.state);
    switch (step.kind) {
        case 'wait':
            request.tell({ kind: 'waiting', at: seen.at, reason: step.reason });
            return { run, acted: false, idleSeconds: step.seconds };
        case 'done':
            if (seen.at < run.startedAt + request.patienceSeconds) {
                request.tell({ kind: 'waiting', at: seen.at, reason: 'AWS may not show yet what was saved' });
                return { run, acted: false };
            }
            return { outcome: endedWell(run, step.end) };
        case 'refuse':
            return { outcome: refused(run, step) };
        case 'halt':
            return halted(request, run, { step, at: seen.at });
        case 'probe': {
            const outcomes = (await request.probe?.(step.instances)) ?? [];
            return { run: transition(run, { kind: 'probed', outcomes }), acted: true };
        }
        default:
            return await act(request, run, { step, seen });
    }
}
const LATE = {
    what: 'The time given by `timeout` is over.',
    remedy: 'Raise `timeout`, or let each step be passed by hand with `promote: by-hand`.',
};
const TOO_LONG = { what: 'The shift could not be taken back in time.' };
function refused(run, { reason, remedy }) {
    const failure = { what: `Traffic is not shifted: ${reason}.`, remedy };
    return outcomeOf(run, { status: run.changed ? 'unfinished' : 'refused', failure });
}
/** A gate that has failed takes the traffic of the new side away; another hand leaves everything as it is. */
function halted(request, run, { step, at }) {
    const failure = { what: `The shift was halted: ${step.reason}.`, remedy: step.remedy };
    const isBack = run.policy.intent !== 'shift' || run.state.failed !== undefined;
    if (step.blames === 'other-hand' || isBack)
        return { outcome: outcomeOf(run, { status: 'unfinished', failure }) };
    return { run: failing(request, run, { because: 'gate', failure, at }), acted: true };
}
function failing({ tell }, run, { because, failure, at }) {
    tell({
        kind: 'note',
        at,
        message: `${failure.what}${failure.why === undefined ? '' : ` ${failure.why}`} The traffic goes back.`,
    });
    return transition(run, { kind: 'failed', at, because, failure });
}
/** Makes a change, and after a clear answer the next one of the same kind, which no look could tell anything of. */
async function act(request, run, { step, seen }) {
    const { at } = seen;
    if (step.kind === 'save-state')
        request.saving(step.memos);
    try {
        await request.port.apply(step);
    }
    catch (error) {
        // Nothing was sent; the loop's head ends it.
        if (error instanceof errors/* Cancelled */.cJ)
            return { run, acted: true };
        if ((0,errors/* isUncertain */.cp)(error)) {
            request.tell({ kind: 'note', at, message: `${error.message} Looking again.` });
            return { run: transition(run, { kind: 'made', at, step, answer: 'lost' }), acted: true };
        }
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const failure = (0,errors/* explanationOf */.pg)(error);
        if (run.policy.intent !== 'shift' || run.state.failed !== undefined)
            return { outcome: outcomeOf(run, { status: 'unfinished', failure }) };
        return { run: failing(request, run, { because: 'other', failure, at }), acted: true };
    }
    request.tell({ kind: 'step', at, step });
    const made = transition(run, { kind: 'made', at, step, answer: 'clear' });
    if (step.kind === 'clear-state') {
        request.saving(undefined);
        return { outcome: endedWell(withoutMemos(made), endOf(made)) };
    }
    if (!CHAINED.includes(step.kind))
        return { run: made, acted: true };
    const after = afterTrafficChange(seen, step);
    const next = nextTrafficStep(after, made.policy, made.state);
    if (next.kind !== step.kind)
        return { run: made, acted: true };
    return await act(request, made, { step: next, seen: after });
}
/** One route after the other. */
const CHAINED = ['set-shares', 'note-shares', 'suspend', 'resume'];
function endOf({ policy, state }) {
    if (policy.intent === 'release')
        return 'released';
    return policy.intent === 'shift' && state.failed === undefined ? 'shifted' : 'restored';
}
const withoutMemos = (run) => run.last === undefined ? run : { ...run, last: afterTrafficChange(run.last, { kind: 'clear-state' }) };

// EXTERNAL MODULE: ./build/src/report/log/traffic-words.js
var traffic_words = __webpack_require__(80016);
;// CONCATENATED MODULE: ./build/src/modes/traffic-log.js

/** Seconds between two lines that only say what is waited for, unless that changes. */
const EVERY = 60;
/** Tells what a shift does, a line each. */
function trafficLogger(report, { names, purpose }) {
    let waiting = { reason: '', at: -Infinity };
    const say = (at, text) => report({ kind: 'info', at, message: text });
    return (event) => {
        switch (event.kind) {
            case 'step': {
                if (event.step.kind === 'renew-lease')
                    return undefined;
                const words = (0,traffic_words/* trafficChangeInWords */.ar)(event.step, names);
                return say(event.at, `${purpose === 'plan' ? 'would ' : ''}${words}: ${event.step.reason}`);
            }
            case 'waiting':
                // How long a bake still lasts changes from look to look.
                if (withoutNumbers(event.reason) === withoutNumbers(waiting.reason) && event.at - waiting.at < EVERY)
                    return undefined;
                waiting = event;
                return say(event.at, `waiting: ${event.reason}`);
            case 'note':
                return say(event.at, event.message);
            case 'warning':
                return report({ kind: 'warning', message: event.message });
            default:
                return event;
        }
    };
}
const withoutNumbers = (text) => text.replaceAll(/[\d.]+( minutes?)?/g, '#');

;// CONCATENATED MODULE: ./build/src/modes/apply-shift.js











/** The port of a pair. */
function portOf({ connection, clock }, { names, routing }, { dryRun, settings, patch = async () => { }, count, }) {
    return trafficPort({
        connection,
        names,
        fleets: (0,fleets/* fleetsPort */.f)(connection, dryRun ? undefined : clock),
        routing,
        alarms: settings?.alarms?.names ?? [],
        count,
        patch,
    });
}
/** The side that traffic goes to: as an unfinished shift says, as asked, or the one that has none. */
function sideFor({ groups, routes }, asked, run) {
    const begun = (0,traffic_situation/* shiftsTo */.fh)({
        ...(groups.blue.memo && { blue: groups.blue.memo }),
        ...(groups.green.memo && { green: groups.green.memo }),
    });
    if (asked !== undefined)
        return asked;
    if (begun !== undefined)
        return begun;
    // Another attempt of a run whose shift has ended must not take it for the state before.
    const [note] = routes.flatMap(({ previous }) => previous ?? []);
    if (run !== undefined && note?.workflowRun === (0,run_id/* workflowRunOf */.ol)(run))
        return note.to;
    const serving = traffic_situation/* SIDES */.BV.filter((side) => routes.some(({ weights }) => (0,shares/* shareOf */.tC)(weights, side) > 0));
    const [active, other] = serving;
    if (other === undefined)
        return active === undefined ? 'green' : (0,shares/* otherSide */._P)(active);
    throw new errors/* UserError */.yo({
        what: `Both groups have traffic: ${routes.map(({ id, weights }) => `${id} gives blue ${Math.round((0,shares/* shareOf */.tC)(weights, 'blue'))} percent`).join(', ')}.`,
        why: 'So it does not say itself to which side it is to go.',
        remedy: 'Nothing was changed. Set `to: blue` or `to: green`.',
    });
}
/** Shifts traffic, or takes a shift back, on AWS or, in a dry run, on a model of it. */
async function applyShift(run, job) {
    const { connection, clock, report, signal, network } = run;
    const { pair, inputs, settings, seen } = job;
    const { dryRun } = inputs;
    const real = startingFrom(portOf(run, pair, { dryRun, ...job }), seen);
    if (!dryRun)
        run.touching([pair.names.blue, pair.names.green]);
    const probe = settings?.probe;
    return await shiftTraffic({
        port: dryRun ? dryRunTraffic(real) : real,
        policy: policyFor(run, job),
        probe: dryRun || probe === undefined ? undefined : (0,prober/* instanceProber */.U)({ connection, clock, signal, network }, probe),
        clock: dryRun ? (0,dry_run/* instantClock */.i)(clock) : clock,
        tell: trafficLogger(report, { names: pair.names, purpose: dryRun ? 'plan' : 'log' }),
        deadline: clock.now() / 1000 + inputs.timeoutSeconds,
        pollSeconds: () => run.pollSeconds(undefined),
        signal,
        saving: (memos) => {
            if (!dryRun)
                for (const side of traffic_situation/* SIDES */.BV)
                    run.savingMemo(pair.names[side], memos?.[side]);
        },
        written: job.written,
        patienceSeconds: 0,
    });
}
/** The look that came before counts as the first one. */
function startingFrom(port, seen) {
    let first = seen;
    return {
        ...port,
        look: async (...question) => {
            const looked = first ?? (await port.look(...question));
            first = undefined;
            return looked;
        },
    };
}
/** What the inputs mean for a pair. */
function policyFor(run, { pair, settings, inputs, intent, to, resizes, passesGate, patch }) {
    const { dryRun } = inputs;
    const { means } = pair.routing;
    const steps = settings?.steps ?? [100];
    return {
        run: run.id,
        url: run.url(),
        partners: pair.partners,
        means,
        intent,
        to,
        // A classic load balancer has both sides before it has the new one alone.
        steps: means === 'classic' ? [50, 100] : steps,
        resizes,
        patches: patch !== undefined,
        keepSeconds: settings?.keepSeconds ?? 0,
        afterwards: settings?.afterwards ?? 'keep',
        bakeSeconds: settings?.bakeSeconds ?? 0,
        bakeAtEndSeconds: settings?.bakeAtEndSeconds ?? 0,
        promote: settings?.promote ?? 'auto',
        alarms: settings?.alarms,
        // A model of the groups has no requests.
        comparison: dryRun ? undefined : settings?.comparison,
        onFailure: settings?.onFailure ?? 'rollback',
        instanceTimeoutSeconds: settings?.instanceTimeoutSeconds ?? Infinity,
        probes: settings?.probe !== undefined && !dryRun,
        passesGate: passesGate === true,
    };
}


/***/ }),

/***/ 75484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  governedShift: () => (/* binding */ governedShift),
  lateReadsFound: () => (/* binding */ lateReadsFound),
  pairInWords: () => (/* binding */ pairInWords),
  shift: () => (/* binding */ shift),
  shiftPair: () => (/* binding */ shiftPair)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/shift-memo.js
var shift_memo = __webpack_require__(88539);
// EXTERNAL MODULE: ./build/src/aws/preflight/alarms.js
var alarms = __webpack_require__(20353);
// EXTERNAL MODULE: ./build/src/aws/preflight/checks.js + 13 modules
var checks = __webpack_require__(43996);
// EXTERNAL MODULE: ./build/src/aws/preflight/late-reads.js
var late_reads = __webpack_require__(40871);
// EXTERNAL MODULE: ./build/src/domain/traffic/situation.js
var situation = __webpack_require__(15684);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
;// CONCATENATED MODULE: ./build/src/aws/traffic/error-counts.js



/** CloudWatch counts by the minute, and keeps that for 15 days: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html */
const PERIOD_SECONDS = 60;
const COUNTED = { requests: 'RequestCount', errors: 'HTTPCode_Target_5XX_Count' };
const NONE = {
    blue: { requests: 0, errors: 0 },
    green: { requests: 0, errors: 0 },
};
/**
 * Counts whole minutes alone, so that none is in part of the time before. Each minute is asked for once: what CloudWatch adds later is in
 * the next answer. Undefined where CloudWatch does not answer.
 */
function errorCounter(connection, sides) {
    let last;
    return async (since, now) => {
        const start = Math.ceil(since / PERIOD_SECONDS) * PERIOD_SECONDS;
        const end = Math.floor(now / PERIOD_SECONDS) * PERIOD_SECONDS;
        if (end <= start)
            return NONE;
        if (last?.start === start && last.end === end)
            return last.counts;
        try {
            const counts = await readErrorCounts(connection, sides, { start, end });
            last = { start, end, counts };
            return counts;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo || (0,errors/* isUncertain */.cp)(error))
                return undefined;
            throw error;
        }
    };
}
/** The same of a span of whole minutes. Throws a UserError where AWS refuses the call. */
async function readErrorCounts(connection, sides, { start, end }) {
    const { GetMetricDataCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(6572), __webpack_require__.e(3193), __webpack_require__.e(442)]).then(__webpack_require__.bind(__webpack_require__, 60442));
    const client = await connection.clients.cloudWatch?.();
    if (client === undefined)
        throw new Error('the connection has no client for CloudWatch');
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new GetMetricDataCommand({
        MetricDataQueries: situation/* SIDES */.BV.flatMap((side) => queriesOf(side, sides[side])),
        StartTime: new Date(start * 1000),
        EndTime: new Date(end * 1000),
        ...token,
    }), { attempts: 2 }));
    const count = (side) => ({
        requests: sumOf(pages, `${side}_requests`),
        errors: sumOf(pages, `${side}_errors`),
    });
    return { blue: count('blue'), green: count('green') };
}
/** Metrics of each target group, and metric math that adds them up; a minute in which nothing came is not measured. */
function queriesOf(side, targets) {
    return ['requests', 'errors'].flatMap((what) => [
        ...targets.map(({ balancer, targetGroup }, index) => ({
            Id: `${side}_${what}_${index}`,
            ReturnData: false,
            MetricStat: {
                Metric: {
                    Namespace: 'AWS/ApplicationELB',
                    MetricName: COUNTED[what],
                    Dimensions: [
                        { Name: 'LoadBalancer', Value: balancer },
                        { Name: 'TargetGroup', Value: targetGroup },
                    ],
                },
                Period: PERIOD_SECONDS,
                Stat: 'Sum',
            },
        })),
        {
            Id: `${side}_${what}`,
            Expression: `SUM([${targets.map((_, index) => `${side}_${what}_${index}`).join(', ')}])`,
        },
    ]);
}
const sumOf = (pages, id) => pages
    .flatMap(({ MetricDataResults = [] }) => MetricDataResults)
    .filter(({ Id }) => Id === id)
    .flatMap(({ Values = [] }) => Values)
    .reduce((sum, value) => sum + value, 0);

// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/aws/traffic/record-routes.js
var record_routes = __webpack_require__(26943);
;// CONCATENATED MODULE: ./build/src/aws/preflight/evaluated-aliases.js




/** More zones than that are not looked through: Route 53 answers five calls a second. */
const MOST_ZONES = 100;
/**
 * Route 53 takes a load balancer for unhealthy while one of the target groups in its rules has no healthy target, one without any target
 * included: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html. So as soon as the idle side is named in a rule,
 * and until its first target is healthy, an alias that evaluates that is answered with its other records. With none it is answered all the
 * same. What cannot be read is told and refuses nothing.
 */
async function evaluatedAliases(connection, balancers) {
    try {
        const names = await namesOf(connection, balancers);
        const zones = await (0,record_routes/* everyZone */.E0)(connection);
        const seen = zones.slice(0, MOST_ZONES);
        const found = [];
        for (const { Id = '', Name = '' } of seen) {
            const sets = await (0,record_routes/* recordSets */.Pb)(connection, Id.replace('/hostedzone/', ''), undefined);
            for (const set of sets.filter((each) => evaluates(each, names)))
                found.push(findingOf(set, Name, sets));
        }
        return zones.length === seen.length
            ? found
            : [...found, told(`only ${MOST_ZONES} of ${zones.length} hosted zones were looked through`)];
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) && !(0,errors/* isUncertain */.cp)(error))
            throw error;
        return [told('`route53:ListHostedZones` or `route53:ListResourceRecordSets` is not allowed or does not answer')];
    }
}
const told = (why) => ({
    group: undefined,
    weight: 'notice',
    what: `It is not known whether an alias in Route 53 evaluates the health of the load balancer, which is unhealthy for it until the new side is healthy: ${why}`,
});
/** Their DNS names, by the end of their ARNs. */
async function namesOf(connection, balancers) {
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerArns: [...balancers], ...marker })));
    return new Set(pages.flatMap(({ LoadBalancers = [] }) => LoadBalancers).flatMap(({ DNSName }) => (DNSName === undefined ? [] : plainName(DNSName))));
}
/** An alias may call a load balancer `dualstack.…`. */
const plainName = (name) => name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
const evaluates = ({ AliasTarget }, names) => AliasTarget?.EvaluateTargetHealth === true && names.has(plainName(AliasTarget.DNSName ?? ''));
function findingOf({ Name = '', Type, SetIdentifier }, zone, sets) {
    const others = sets.filter((each) => each.Name === Name && each.Type === Type && each.SetIdentifier !== SetIdentifier);
    const record = `${Name.replace(/\.$/, '')} (${Type}${SetIdentifier === undefined ? '' : `, ${SetIdentifier}`}, zone ${zone.replace(/\.$/, '')})`;
    const until = `until the new side has a healthy target Route 53 takes the load balancer for unhealthy`;
    if (others.length === 0)
        return {
            group: undefined,
            weight: 'notice',
            what: `${record} evaluates the health of the load balancer: ${until}. There is no other record of the name, so it is answered all the same`,
        };
    return (0,preflight_findings/* refusalOf */.Of)(undefined, `${record} evaluates the health of the load balancer: ${until}, and answers with the other records of the name, ${others.map(({ SetIdentifier: other = '' }) => other).join(', ')}`, 'Set EvaluateTargetHealth of the alias to false while traffic is shifted, or let the new side be in the rules and healthy before: then nothing becomes unhealthy.');
}

// EXTERNAL MODULE: ./build/src/aws/observe/scaling-policies.js
var scaling_policies = __webpack_require__(27660);
// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __webpack_require__(88330);
// EXTERNAL MODULE: ./build/src/domain/traffic/refusals.js
var refusals = __webpack_require__(4019);
// EXTERNAL MODULE: ./build/src/modes/apply-shift.js + 16 modules
var apply_shift = __webpack_require__(43565);
// EXTERNAL MODULE: ./build/src/modes/look-ahead.js + 5 modules
var look_ahead = __webpack_require__(73587);
// EXTERNAL MODULE: ./build/src/modes/traffic-pair.js + 8 modules
var traffic_pair = __webpack_require__(54344);
// EXTERNAL MODULE: ./build/src/modes/traffic-results.js
var traffic_results = __webpack_require__(39324);
;// CONCATENATED MODULE: ./build/src/modes/shift.js















/** Moves traffic between two groups by weights; touches neither sizes nor instances. */
async function shift(run, inputs) {
    return await shiftPair(run, { inputs, settings: inputs, resizes: false });
}
/** Finds the pair, checks everything before the first change, and shifts. */
async function shiftPair(run, request) {
    const { inputs, settings, resizes, passesGate, prepare } = request;
    const { clock, report } = run;
    const startedAt = clock.now() / 1000;
    report({ kind: 'phase', title: 'Find the groups' });
    const pair = await (0,traffic_pair/* findTrafficPair */.J)(run, inputs);
    const port = (0,apply_shift/* portOf */.HM)(run, pair, { dryRun: inputs.dryRun, settings });
    const seen = await port.look(startedAt, undefined);
    const to = (0,apply_shift/* sideFor */.Vi)(seen, settings.to, run.id);
    report({ kind: 'info', message: pairInWords(pair, seen, to) });
    const prepared = await prepare?.({ pair, seen, to });
    const counting = await countingOf(run, pair, settings);
    const job = {
        pair,
        inputs,
        settings,
        intent: 'shift',
        to,
        resizes,
        ...(passesGate && { passesGate }),
        patch: prepared?.patch,
        seen,
        count: counting.count,
    };
    const isBegun = (0,shift_memo/* isOfShift */.G)(seen.groups.blue.memo ?? {}) || (0,shift_memo/* isOfShift */.G)(seen.groups.green.memo ?? {});
    const refused = isBegun ? [] : (0,refusals/* refusalsOf */.h)(seen, (0,apply_shift/* policyFor */.KV)(run, job));
    await (0,look_ahead/* lookAhead */.R)(run, {
        groups: [pair.names.blue, pair.names.green],
        seen: undefined,
        managedGroups: inputs.managedGroups,
        shift: governedShift(pair, inputs, settings),
        found: [
            ...pair.found,
            ...(prepared?.found ?? []),
            ...counting.found,
            ...unwritableSteps(pair, settings),
            ...(await alarmsFound(run, settings, seen)),
            ...(isBegun ? [] : await aliasesFound(run, job)),
            ...(await lateReadsFound(run, pair, settings.probe)),
            ...refused.map(({ what, remedy }) => (0,preflight_findings/* refusalOf */.Of)(undefined, what, remedy)),
        ],
    });
    report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Shift' });
    const outcome = await (0,apply_shift/* applyShift */.vP)(run, job);
    return { kind: 'traffic', traffic: (0,traffic_results/* trafficResult */.X)(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) };
}
/** What a catalogue is asked of a shift; without settings it only goes back, or shrinks a side. */
const governedShift = ({ names }, { listenerRules, record }, settings) => ({
    names,
    listenerRules,
    record,
    course: settings && { ...settings, alarms: settings.alarms?.names ?? [] },
});
/** Shares that a classic load balancer does not take; of the other means the rules ask. */
const unwritableSteps = ({ routing: { means } }, { steps }) => steps.flatMap((share) => {
    const why = means === 'classic' ? (0,shares/* unwritableShare */.VS)(means, share) : undefined;
    return why === undefined ? [] : [(0,preflight_findings/* refusalOf */.Of)(undefined, `\`steps\` has ${share}, but ${why}`, 'Leave `steps` out.')];
});
/** Aliases that the shift makes point to an unhealthy load balancer: where it names a side that has nothing healthy yet, or empties one. */
async function aliasesFound({ connection }, { pair: { routing }, seen: { groups, routes }, to, resizes, patch }) {
    const isNamed = routes.every(({ weights }) => weights[to] !== undefined);
    const isEmptied = resizes && groups[to].instances.length > 0 && (patch !== undefined || (0,situation/* outdatedOf */.g$)(groups[to]).length > 0); // prettier-ignore
    return routing.balancers.length > 0 && (!isNamed || isEmptied)
        ? await evaluatedAliases(connection, routing.balancers)
        : [];
}
/** What counts the errors of both sides, and what keeps them from being compared; counted once, so that a refusal is named in time. */
async function countingOf({ connection, clock }, pair, { comparison }) {
    if (comparison === undefined)
        return { found: [] };
    try {
        const counted = await pair.counted();
        const without = situation/* SIDES */.BV.filter((side) => counted[side].length === 0).map((side) => pair.names[side]);
        if (without.length > 0)
            return { found: [(0,preflight_findings/* refusalOf */.Of)(undefined, `${without.join(' and ')} ${without.length === 1 ? 'has' : 'have'} no target group of an Application Load Balancer here, so their errors are not counted`, 'Leave `max-error-ratio` out, and name alarms in `alarms`.')] }; // prettier-ignore
        const end = Math.floor(clock.now() / 60_000) * 60;
        await readErrorCounts(connection, counted, { start: end - 60, end });
        return { count: errorCounter(connection, counted), found: [] };
    }
    catch (error) {
        return { found: (0,checks/* refusedReads */.mC)(error) };
    }
}
/** Reads that a shift may need only after its first change, as refusals where they are not permitted. */
async function lateReadsFound({ connection }, { groups }, probe) {
    try {
        const question = {
            connection,
            groups: [groups.blue, groups.green],
            replaces: 'instances',
            probe: probe?.kind,
        };
        return await (0,late_reads/* lateReads */.Y)(question);
    }
    catch (error) {
        return (0,checks/* refusedReads */.mC)(error);
    }
}
/** What keeps the alarms from watching. */
async function alarmsFound({ connection }, { alarms: watch }, { groups: { blue, green } }) {
    if (watch === undefined)
        return [];
    const policies = new scaling_policies/* PolicyReader */.yu(connection);
    return await (0,alarms/* alarmFindings */.u)({ connection, policies, watch, fleets: [blue, green] });
}
/** Both sides, and where traffic goes. */
const pairInWords = ({ names, routing }, { routes }, to) => `${names.blue} (blue), ${names.green} (green): traffic goes to ${to}, by ${routes.length === 1 ? 'one rule' : `${routes.length} rules`} (${routing.means})`;


/***/ }),

/***/ 54344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ findTrafficPair)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/traffic/situation.js
var situation = __webpack_require__(15684);
// EXTERNAL MODULE: ./build/src/aws/groups/describe.js
var describe = __webpack_require__(42875);
// EXTERNAL MODULE: ./build/src/aws/observe/health-states.js
var health_states = __webpack_require__(84111);
// EXTERNAL MODULE: ./build/src/aws/groups/versioned-text.js
var versioned_text = __webpack_require__(22457);
;// CONCATENATED MODULE: ./build/src/aws/traffic/previous-text.js

const PREVIOUS_SHARES_TAG = 'fleet-patch:previous-shares';
const ABSENT = 'none';
/** `blue` and `green` are weights, or `none` where the side was not named; `others` are `identifier:weight`, with a `+` between. */
const first = {
    required: ['started', 'run', 'to', 'end', 'blue', 'green', 'sizes-blue', 'sizes-green', 'resizes'],
    optional: ['others', 'zone', 'record', 'blue-id', 'green-id'],
    write: ({ startedAt, workflowRun, to, end, weights, sizes, resizes, place }) => ({
        started: (0,versioned_text/* numberField */.sJ)(startedAt),
        run: workflowRun,
        to,
        end: (0,versioned_text/* numberField */.sJ)(end),
        blue: weights.blue === undefined ? ABSENT : (0,versioned_text/* numberField */.sJ)(weights.blue),
        green: weights.green === undefined ? ABSENT : (0,versioned_text/* numberField */.sJ)(weights.green),
        ...(Object.keys(weights.others ?? {}).length > 0 && {
            others: Object.entries(weights.others ?? {})
                .map(([name, weight]) => `${escaped(name)}:${weight}`)
                .join('+'),
        }),
        'sizes-blue': sizesText(sizes.blue),
        'sizes-green': sizesText(sizes.green),
        resizes: resizes ? 'yes' : 'no',
        ...(place && {
            zone: place.zone,
            record: place.record,
            'blue-id': escaped(place.identifiers.blue),
            'green-id': escaped(place.identifiers.green),
        }),
    }),
    read: (fields) => {
        const { number, oneOf, refuse, has, text } = fields;
        return {
            startedAt: number('started'),
            workflowRun: text('run'),
            to: oneOf('to', ['blue', 'green']) ?? refuse('to names no side.'),
            end: number('end'),
            weights: {
                blue: weightIn(fields, 'blue'),
                green: weightIn(fields, 'green'),
                ...(has('others') && { others: othersIn(fields) }),
            },
            sizes: { blue: sizesIn(fields, 'sizes-blue'), green: sizesIn(fields, 'sizes-green') },
            resizes: oneOf('resizes', ['yes', 'no']) === 'yes',
            ...(has('zone') && {
                place: {
                    zone: text('zone'),
                    record: text('record'),
                    identifiers: { blue: unescaped(text('blue-id')), green: unescaped(text('green-id')) },
                },
            }),
        };
    },
};
/** Identifiers may hold what a tag, or the text in it, does not take. */
const escaped = (text) => encodeURIComponent(text).replaceAll(/[!'()*~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%', '='); // prettier-ignore
const unescaped = (text) => decodeURIComponent(text.replaceAll('=', '%'));
const sizesText = ({ min, desired, max }) => [min, desired, max].map(versioned_text/* numberField */.sJ).join('+');
const weightIn = ({ text, whole }, name) => text(name) === ABSENT ? undefined : whole(name);
function othersIn({ text, refuse }) {
    return Object.fromEntries(text('others')
        .split('+')
        .map((entry) => {
        const [, name = '', weight] = /^(.+):(\d{1,3})$/.exec(entry) ?? refuse('others names no weights.');
        return [unescaped(name), Number(weight)];
    }));
}
function sizesIn({ text, refuse }, name) {
    const [, min, desired, max] = /^(\d{1,9})\+(\d{1,9})\+(\d{1,9})$/.exec(text(name)) ?? refuse(`${name} names no sizes.`);
    const sizes = { min: Number(min), desired: Number(desired), max: Number(max) };
    return sizes.min <= sizes.desired && sizes.desired <= sizes.max
        ? sizes
        : refuse(`${name} are sizes that AWS never allows.`);
}
/** The text of the tag. */
const previousSharesText = (0,versioned_text/* versionedText */.dY)({
    formats: { 2: first },
    written: 2,
});

;// CONCATENATED MODULE: ./build/src/aws/traffic/group-notes.js



/** Notes on both groups; undefined as `place` for classic load balancers, whose weights are alike. */
function groupNotes(connection, names, place) {
    let known;
    return {
        /** Read once, and again when the run has written some. */
        read: async () => {
            if (known !== undefined)
                return known;
            const [group] = (await (0,describe/* groupsByName */.JR)(connection, [names.blue, names.green])).filter((each) => notedOn(each));
            const previous = group && notedOn(group);
            known = previous === undefined ? [] : [{ route: routeOf(previous), previous }];
            return known;
        },
        write: async (previous) => {
            known = undefined;
            const { CreateOrUpdateTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            const client = await connection.clients.autoScaling();
            const Value = previousSharesText.write({ ...previous, ...(place && { place }) });
            const Tags = [names.blue, names.green].map((group) => ({ ...tagOn(group), Value, PropagateAtLaunch: false }));
            await connection.send(client, new CreateOrUpdateTagsCommand({ Tags }));
        },
        remove: async () => {
            known = undefined;
            const { DeleteTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
            const client = await connection.clients.autoScaling();
            await connection.send(client, new DeleteTagsCommand({ Tags: [names.blue, names.green].map(tagOn) }));
        },
    };
}
const tagOn = (group) => ({ ResourceId: group, ResourceType: 'auto-scaling-group', Key: PREVIOUS_SHARES_TAG });
const routeOf = ({ place }) => place?.record.replace(/\.$/, '') ?? '';
/** What stands on a group; undefined where nothing does. UserError where it cannot be read. */
function notedOn({ AutoScalingGroupName: name = '', Tags = [], }) {
    const value = Tags.find(({ Key }) => Key === PREVIOUS_SHARES_TAG)?.Value;
    if (value === undefined)
        return undefined;
    return previousSharesText.read(value, (why) => new errors/* UserError */.yo({
        what: `The tag ${PREVIOUS_SHARES_TAG} of ${name} cannot be read: "${value}".`,
        why,
        remedy: 'It says how traffic was divided before a shift. Set the weights as they should be, delete the tag, and start again.',
    }));
}
/** Whether what a rollback needs fits into the tag: the longest that a shift of these records notes. */
function isNotable(place, weights) {
    const sizes = { min: 99_999, desired: 99_999, max: 99_999 };
    try {
        previousSharesText.write({ startedAt: 9_999_999_999, workflowRun: '9'.repeat(12), to: 'green', end: 100, weights, sizes: { blue: sizes, green: sizes }, resizes: false, place }); // prettier-ignore
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/aws/traffic/classic-routing.js
/** Classic load balancers: a group is attached to one, or taken off it. */





/** The classic load balancers of a pair: those that either group is attached to. */
const classicNames = ({ groups }) => [
    ...new Set([...(0,health_states/* attachmentsOf */.sF)(groups.blue).classic, ...(0,health_states/* attachmentsOf */.sF)(groups.green).classic]),
];
function classicRouting(connection, { names }, balancers) {
    const notes = groupNotes(connection, names, undefined);
    let attached = { blue: [], green: [] };
    return {
        means: 'classic',
        balancers: [],
        vouching: () => attached,
        read: async () => {
            const [groups, [note]] = await Promise.all([(0,describe/* groupsByName */.JR)(connection, [names.blue, names.green]), notes.read()]);
            const of = (side) => {
                const group = groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === names[side]);
                return group === undefined ? [] : (0,health_states/* attachmentsOf */.sF)(group).classic.filter((name) => balancers.includes(name));
            };
            attached = { blue: of('blue'), green: of('green') };
            const weight = (side, name) => (attached[side].includes(name) ? 1 : undefined);
            return balancers.map((id) => ({
                id,
                weights: { blue: weight('blue', id), green: weight('green', id) },
                stickySeconds: 0,
                ...(note && { previous: note.previous }),
            }));
        },
        setWeights: async (id, weights) => {
            const lacking = situation/* SIDES */.BV.find((side) => isWantedIn(weights, side) && !attached[side].includes(id));
            if (lacking !== undefined)
                return await attach(connection, names[lacking], id);
            const left = situation/* SIDES */.BV.find((side) => !isWantedIn(weights, side) && attached[side].includes(id));
            if (left !== undefined)
                await detach(connection, names[left], id);
        },
        note: async (_, previous) => await notes.write(previous),
        removeNotes: async () => await notes.remove(),
    };
}
const isWantedIn = (weights, side) => (weights[side] ?? 0) > 0;
async function attach(connection, group, balancer) {
    const { AttachLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const input = { AutoScalingGroupName: group, LoadBalancerNames: [balancer] };
    await connection.send(client, new AttachLoadBalancersCommand(input));
}
/** What drains is let drain: that is a setting of the load balancer. */
async function detach(connection, group, balancer) {
    const { DetachLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3843)]).then(__webpack_require__.bind(__webpack_require__, 83843));
    const client = await connection.clients.autoScaling();
    const input = { AutoScalingGroupName: group, LoadBalancerNames: [balancer] };
    await connection.send(client, new DetachLoadBalancersCommand(input));
}
/** UserError where no group of the pair is attached to a classic load balancer. */
const noClassic = ({ names }) => new errors/* UserError */.yo({
    what: `Neither ${names.blue} nor ${names.green} is attached to a classic load balancer.`,
    remedy: 'Nothing was changed. Correct `traffic`, or leave it out.',
});

// EXTERNAL MODULE: ./build/src/domain/traffic/shares.js
var shares = __webpack_require__(88330);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
;// CONCATENATED MODULE: ./build/src/aws/traffic/read-listeners.js



/** DescribeTags takes no more: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
const MOST_TAGGED = 20;
/** Every listener of these load balancers. */
async function listenersOf(connection, balancers) {
    const { DescribeListenersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,map_concurrently/* mapConcurrently */.X)(balancers, (LoadBalancerArn) => (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeListenersCommand({ LoadBalancerArn, ...marker }))));
    return pages.flat().flatMap(({ Listeners = [] }) => Listeners);
}
/** The listeners of these ARNs. */
async function listenersByArn(connection, arns) {
    if (arns.length === 0)
        return [];
    const { DescribeListenersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeListenersCommand({ ListenerArns: [...arns], ...marker })));
    return pages.flatMap(({ Listeners = [] }) => Listeners);
}
/** Every rule of a listener but its default one, which the listener tells itself. */
async function rulesOfListener(connection, ListenerArn) {
    // A Network Load Balancer has no rules but its default action.
    if (ListenerArn.includes(':listener/net/'))
        return [];
    const { DescribeRulesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeRulesCommand({ ListenerArn, ...marker })));
    return pages.flatMap(({ Rules = [] }) => Rules).filter(({ IsDefault }) => IsDefault !== true);
}
/** The rules of these ARNs. */
async function rulesByArn(connection, arns) {
    if (arns.length === 0)
        return [];
    const { DescribeRulesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeRulesCommand({ RuleArns: [...arns], ...marker })));
    return pages.flatMap(({ Rules = [] }) => Rules);
}
/** The tags of rules and listeners, by ARN. */
async function tagsOf(connection, arns) {
    const { DescribeTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const answers = await (0,map_concurrently/* mapConcurrently */.X)((0,batches/* batches */.X)(arns, MOST_TAGGED), (ResourceArns) => connection.send(client, new DescribeTagsCommand({ ResourceArns: [...ResourceArns] })));
    return new Map(answers.flatMap(({ TagDescriptions = [] }) => TagDescriptions.map(({ ResourceArn = '', Tags = [] }) => [ResourceArn, Tags])));
}

;// CONCATENATED MODULE: ./build/src/aws/traffic/listener-routes.js






/** The routes of the pair: those named, or every one that forwards to a target group of either side. */
async function findListenerRoutes(connection, { groups, names }, wanted) {
    const arns = { blue: (0,health_states/* attachmentsOf */.sF)(groups.blue).targetGroups, green: (0,health_states/* attachmentsOf */.sF)(groups.green).targetGroups };
    const shared = arns.blue.filter((arn) => arns.green.includes(arn));
    if (shared.length > 0)
        throw new errors/* UserError */.yo({
            what: `${names.blue} and ${names.green} share the target group ${shared.join(', ')}.`,
            why: 'Weights cannot tell their instances apart there.',
            remedy: 'Nothing was changed. Give each group a target group of its own.',
        });
    const described = await targetGroupsByArn(connection, [...arns.blue, ...arns.green]);
    const balancers = [...new Set([...described.values()].flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns))];
    const listeners = await listenersOf(connection, balancers);
    const rules = (await (0,map_concurrently/* mapConcurrently */.X)(listeners, ({ ListenerArn = '' }) => rulesOfListener(connection, ListenerArn))).flat(); // prettier-ignore
    const candidates = [
        ...listeners.map(({ ListenerArn: id = '', DefaultActions: actions = [] }) => ({
            id,
            kind: 'listener',
            actions,
        })),
        ...rules.map(({ RuleArn: id = '', Actions: actions = [] }) => ({ id, kind: 'rule', actions })),
    ];
    const ofPair = candidates.filter(({ actions }) => namedIn(actions).some((arn) => described.has(arn)));
    const unknown = wanted.filter((arn) => ofPair.every(({ id }) => id !== arn));
    if (unknown.length > 0)
        throw new errors/* UserError */.yo({
            what: `\`listener-rules\` names ${unknown.join(', ')}, which ${unknown.length === 1 ? 'forwards' : 'forward'} to no target group of ${names.blue} or ${names.green}.`,
            remedy: `Nothing was changed. ${ofPair.length === 0 ? 'No rule of their load balancers does.' : `Those that do: ${ofPair.map(({ id }) => id).join(', ')}.`}`,
        });
    const meant = wanted.length === 0 ? ofPair : ofPair.filter(({ id }) => wanted.includes(id));
    const problems = [];
    const routes = meant.flatMap(({ id, kind, actions }) => {
        const paired = pairedTargets(id, namedIn(actions), { arns, described });
        if (paired === undefined)
            return [];
        if (typeof paired === 'string') {
            problems.push(`${id}: ${paired}`);
            return [];
        }
        problems.push(...unlikeChecks(id, paired, described));
        return [{ id, kind, means: id.includes('/net/') ? 'nlb' : 'alb', targets: paired }];
    });
    return { routes, problems };
}
/** Target groups by ARN; one that does not exist is not among them. */
async function targetGroupsByArn(connection, arns) {
    if (arns.length === 0)
        return new Map();
    const { DescribeTargetGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
    const client = await connection.clients.elasticLoadBalancingV2();
    const pages = await (0,client_pages/* everyMarkedPage */.b)((marker) => connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns], ...marker })));
    return new Map(pages.flatMap(({ TargetGroups = [] }) => TargetGroups).map((group) => [group.TargetGroupArn ?? '', group]));
}
/** The target groups that a list of actions forwards to. */
const namedIn = (actions) => actions.flatMap(({ Type, TargetGroupArn, ForwardConfig }) => Type === 'forward'
    ? [...new Set([...(ForwardConfig?.TargetGroups ?? []).flatMap((tuple) => tuple.TargetGroupArn ?? []), ...(TargetGroupArn === undefined ? [] : [TargetGroupArn])])] // prettier-ignore
    : []);
/** The target group of each side in a rule that names at least one of them; the words of why there is no such pair, or nothing where the sides have load balancers of their own. */
function pairedTargets(id, named, { arns, described }) {
    const own = (side) => named.filter((arn) => arns[side].includes(arn));
    for (const side of ['blue', 'green'])
        if (own(side).length > 1)
            return `it names more than one target group of the ${side} group`;
    const [blue] = own('blue');
    const [green] = own('green');
    if (blue !== undefined && green !== undefined)
        return { blue, green };
    const side = blue === undefined ? 'green' : 'blue';
    const there = blue ?? green ?? '';
    const lacking = (0,shares/* otherSide */._P)(side);
    const like = described.get(there);
    const fitting = arns[lacking].filter((arn) => {
        const { Port, Protocol } = described.get(arn) ?? {};
        return Port === like?.Port && Protocol === like?.Protocol;
    });
    // Each side has a load balancer of its own: weights cannot divide traffic between the two here.
    const isElsewhere = (arn) => {
        const { LoadBalancerArns = [] } = described.get(arn) ?? {};
        return LoadBalancerArns.length > 0 && !LoadBalancerArns.some((balancer) => isOfBalancer(id, balancer));
    };
    if (arns[lacking].length > 0 && arns[lacking].every(isElsewhere))
        return undefined;
    const only = fitting.length === 1 ? fitting[0] : arns[lacking].length === 1 ? arns[lacking][0] : undefined;
    if (only === undefined)
        return arns[lacking].length === 0
            ? `the ${lacking} group has no target group`
            : `it cannot be told which target group of the ${lacking} group belongs into it: name one there with the weight 0`;
    return side === 'blue' ? { blue: there, green: only } : { blue: only, green: there };
}
/** `.../listener/app/web/0123456789abcdef/...` is of `.../loadbalancer/app/web/0123456789abcdef`. */
const isOfBalancer = (id, balancer) => id.includes(`/${balancer.split(':loadbalancer/')[1] ?? ''}/`);
/** A side that is checked otherwise proves nothing for the other. */
function unlikeChecks(id, { blue, green }, described) {
    const check = (arn) => {
        const { HealthCheckPath = '', HealthCheckPort = '', HealthCheckProtocol = '' } = described.get(arn) ?? {};
        return [HealthCheckProtocol, HealthCheckPort, HealthCheckPath];
    };
    const [one, other] = [check(blue), check(green)];
    if (one.join(' ') === other.join(' '))
        return [];
    return [
        `${id}: the target groups of both sides are not checked alike, ${one.join(' ').trim()} and ${other.join(' ').trim()}`,
    ];
}

;// CONCATENATED MODULE: ./build/src/aws/traffic/counted-targets.js
/** Which target groups tell the requests and errors of each side. */



/** Of rules and listeners: the target groups in them. One that has no traffic yet is in no rule, but in its route. */
function countedInRoutes(routes) {
    const of = (side) => distinct(routes
        .filter(({ means }) => means === 'alb')
        .map(({ id, targets }) => ({ balancer: balancerOf(id), targetGroup: (0,health_states/* targetGroupName */.IT)(targets[side]) })));
    return { blue: of('blue'), green: of('green') };
}
/** `.../listener/app/shop/0123456789abcdef/...` or `.../listener-rule/app/shop/...`, or `.../loadbalancer/app/shop/...`. */
const balancerOf = (arn) => /\/(app\/[^/]+\/[^/]+)/.exec(arn)?.[1] ?? '';
/** Of records: the target groups of each side at load balancers of its own. */
async function countedInGroups(connection, { groups }) {
    const arns = { blue: (0,health_states/* attachmentsOf */.sF)(groups.blue).targetGroups, green: (0,health_states/* attachmentsOf */.sF)(groups.green).targetGroups };
    const described = await targetGroupsByArn(connection, situation/* SIDES */.BV.flatMap((side) => arns[side]));
    const of = (side) => distinct(arns[side].flatMap((arn) => (described.get(arn)?.LoadBalancerArns ?? [])
        .map(balancerOf)
        .filter((balancer) => balancer !== '')
        .map((balancer) => ({ balancer, targetGroup: (0,health_states/* targetGroupName */.IT)(arn) }))));
    return { blue: of('blue'), green: of('green') };
}
const distinct = (targets) => [
    ...new Map(targets.map((each) => [`${each.balancer} ${each.targetGroup}`, each])).values(),
];

// EXTERNAL MODULE: ./build/src/aws/traffic/record-routes.js
var record_routes = __webpack_require__(26943);
;// CONCATENATED MODULE: ./build/src/aws/traffic/record-routing.js



/** An alias of a load balancer is answered with this time to live: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html */
const ALIAS_TTL_SECONDS = 60;
/** A change is usually in all name servers within a minute. */
const SYNC_SECONDS = 120;
/**
 * Until then some name servers may answer as before: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-editing.html.
 * A run that has died may have sent the last change just before.
 */
const PROPAGATION_SECONDS = 60;
const SYNC_PAUSE_SECONDS = 5;
/** What a batch was decided on must not be written over what another process has set since. */
const ATTEMPTS = 4;
function recordRouting(connection, { place, names, clock, signal }) {
    const { zone, record, identifiers } = place;
    const notes = groupNotes(connection, names, place);
    /** As the last look has shown them: an UPSERT sends everything again. */
    let sets = [];
    const id = record.replace(/\.$/, '');
    return {
        means: 'route53',
        balancers: [],
        vouching: () => ({ blue: [], green: [] }),
        read: async () => {
            const [all, previous] = await Promise.all([(0,record_routes/* recordSets */.Pb)(connection, zone, record), notes.read()]);
            sets = all.filter(({ Weight }) => Weight !== undefined);
            const noted = previous.find(({ route }) => route === id)?.previous;
            const ttl = Math.max(0, ...sets.map(({ TTL, AliasTarget }) => TTL ?? (AliasTarget === undefined ? 0 : ALIAS_TTL_SECONDS))); // prettier-ignore
            return [
                {
                    id,
                    weights: weightsIn(sets, identifiers, id),
                    stickySeconds: PROPAGATION_SECONDS + ttl,
                    ...(noted && { previous: noted }),
                },
            ];
        },
        setWeights: async (_, weights) => {
            const { ChangeResourceRecordSetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(7212), __webpack_require__.e(8508), __webpack_require__.e(3282)]).then(__webpack_require__.bind(__webpack_require__, 93282));
            const client = await (0,record_routes/* routeClient */.lc)(connection);
            const wanted = weightByIdentifier(weights, identifiers);
            const Changes = sets
                .filter(({ SetIdentifier = '', Weight }) => wanted.get(SetIdentifier) !== Weight)
                .map((set) => ({
                Action: 'UPSERT',
                ResourceRecordSet: { ...set, Weight: wanted.get(set.SetIdentifier ?? '') ?? set.Weight },
            }));
            const { ChangeInfo } = await connection.send(client, new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Comment: 'Fleet Patch', Changes } }), { attempts: ATTEMPTS });
            await untilInSync(ChangeInfo?.Id);
        },
        note: async (_, previous) => await notes.write(previous),
        removeNotes: async () => await notes.remove(),
    };
    /** Until all name servers answer with the change; one that may not be asked for is taken to take as long as it may. */
    async function untilInSync(change) {
        if (change === undefined)
            return;
        const { GetChangeCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(7212), __webpack_require__.e(8508), __webpack_require__.e(3282)]).then(__webpack_require__.bind(__webpack_require__, 93282));
        const client = await (0,record_routes/* routeClient */.lc)(connection);
        const giveUpAt = clock.now() + SYNC_SECONDS * 1000;
        while (clock.now() < giveUpAt && !signal.aborted) {
            try {
                const { ChangeInfo } = await connection.send(client, new GetChangeCommand({ Id: change.replace('/change/', '') }));
                if (ChangeInfo?.Status === 'INSYNC')
                    return;
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo))
                    return;
                // Without the permission it is waited for as long as it usually takes.
            }
            await clock.sleep(SYNC_PAUSE_SECONDS * 1000, signal);
        }
    }
}
const weightByIdentifier = ({ blue, green, others = {} }, identifiers) => new Map([[identifiers.blue, blue ?? 0], [identifiers.green, green ?? 0], ...Object.entries(others)]);
/** The weights of a name; its types, such as A and AAAA, must say the same. */
function weightsIn(sets, identifiers, id) {
    const byIdentifier = new Map();
    for (const { SetIdentifier = '', Weight = 0, Type } of sets) {
        const known = byIdentifier.get(SetIdentifier);
        if (known !== undefined && known !== Weight)
            throw new errors/* UserError */.yo({
                what: `The records ${SetIdentifier} of ${id} have different weights, ${known} and ${Weight} (${Type}).`,
                remedy: 'Give all types of a record one weight; then start again.',
            });
        byIdentifier.set(SetIdentifier, Weight);
    }
    const { blue, green } = identifiers;
    const others = Object.fromEntries([...byIdentifier].filter(([name]) => name !== blue && name !== green));
    return {
        blue: byIdentifier.get(blue),
        green: byIdentifier.get(green),
        ...(Object.keys(others).length > 0 && { others }),
    };
}

// EXTERNAL MODULE: ./build/src/domain/stack-reference.js
var stack_reference = __webpack_require__(79358);
;// CONCATENATED MODULE: ./build/src/aws/traffic/listener-routing.js





/** What was decided on a look must not be written over what another process has set since. */
const listener_routing_ATTEMPTS = 2;
/** AddTags and RemoveTags take no more resources in a call. */
const listener_routing_MOST_TAGGED = 20;
function listenerRouting(connection, routes) {
    const [{ means } = { means: 'alb' }] = routes;
    const of = (id) => {
        const route = routes.find((each) => each.id === id);
        if (route === undefined)
            throw new Error(`${id} is no route of this shift`);
        return route;
    };
    /** As the last look has shown them: what is sent replaces the whole list. */
    const actions = new Map();
    /** Read once, and again when the run has written some. */
    let notes;
    async function readNotes() {
        const tags = await tagsOf(connection, routes.map(({ id }) => id)); // prettier-ignore
        return new Map([...tags].map(([arn, list]) => {
            const value = list.find(({ Key }) => Key === PREVIOUS_SHARES_TAG)?.Value;
            return [
                arn,
                value === undefined ? undefined : previousSharesText.read(value, (why) => unreadable(arn, value, why)),
            ];
        }));
    }
    return {
        means,
        balancers: [...new Set(routes.map(({ id }) => listener_routing_balancerOf(id)))],
        vouching: () => ({ blue: vouchingOf(routes, 'blue'), green: vouchingOf(routes, 'green') }),
        read: async () => {
            const ids = (kind) => routes.filter((route) => route.kind === kind).map(({ id }) => id);
            const [rules, listeners, noted] = await Promise.all([
                rulesByArn(connection, ids('rule')),
                listenersByArn(connection, ids('listener')),
                notes ?? readNotes(),
            ]);
            notes = noted;
            for (const { RuleArn = '', Actions = [] } of rules)
                actions.set(RuleArn, Actions);
            for (const { ListenerArn = '', DefaultActions = [] } of listeners)
                actions.set(ListenerArn, DefaultActions);
            return routes.map((route) => routeIn(route, actions.get(route.id) ?? [], noted.get(route.id)));
        },
        setWeights: async (id, weights) => {
            const Actions = withWeights(of(id), actions.get(id) ?? [], weights);
            const client = await connection.clients.elasticLoadBalancingV2();
            const { ModifyListenerCommand, ModifyRuleCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
            await (of(id).kind === 'rule'
                ? connection.send(client, new ModifyRuleCommand({ RuleArn: id, Actions }), { attempts: listener_routing_ATTEMPTS })
                : connection.send(client, new ModifyListenerCommand({ ListenerArn: id, DefaultActions: Actions }), { attempts: listener_routing_ATTEMPTS })); // prettier-ignore
        },
        note: async (ids, previous) => {
            notes = undefined;
            const client = await connection.clients.elasticLoadBalancingV2();
            const { AddTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
            const Tags = [{ Key: PREVIOUS_SHARES_TAG, Value: previousSharesText.write(previous) }];
            for (const ResourceArns of (0,batches/* batches */.X)(ids, listener_routing_MOST_TAGGED))
                await connection.send(client, new AddTagsCommand({ ResourceArns: [...ResourceArns], Tags }));
        },
        removeNotes: async (ids) => {
            notes = undefined;
            const client = await connection.clients.elasticLoadBalancingV2();
            const { RemoveTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(3924)]).then(__webpack_require__.bind(__webpack_require__, 33924));
            for (const ResourceArns of (0,batches/* batches */.X)(ids, listener_routing_MOST_TAGGED))
                await connection.send(client, new RemoveTagsCommand({ ResourceArns: [...ResourceArns], TagKeys: [PREVIOUS_SHARES_TAG] }));
        },
    };
}
/** `.../listener-rule/app/shop/0123456789abcdef/...` is of `.../loadbalancer/app/shop/0123456789abcdef`. */
const listener_routing_balancerOf = (id) => id.replace(/:listener(-rule)?\/((app|net)\/[^/]+\/[^/]+)\/.*$/, ':loadbalancer/$2');
const vouchingOf = (routes, side) => [
    ...new Set(routes.map(({ targets }) => (0,health_states/* targetGroupName */.IT)(targets[side]))),
];
const forwardIn = (actions) => actions.find(({ Type }) => Type === 'forward');
/** AWS shows a lone target group in either way. */
function tuplesOf({ ForwardConfig, TargetGroupArn, }) {
    const tuples = ForwardConfig?.TargetGroups ?? [];
    if (tuples.length === 0)
        return TargetGroupArn === undefined ? [] : [{ arn: TargetGroupArn, weight: 1 }];
    return tuples.map((tuple) => ({ arn: tuple.TargetGroupArn ?? '', weight: tuple.Weight ?? 1 }));
}
function routeIn({ id, targets }, actions, previous) {
    const forward = forwardIn(actions);
    const tuples = forward === undefined ? [] : tuplesOf(forward);
    const weight = (arn) => tuples.find((tuple) => tuple.arn === arn)?.weight;
    const { Enabled = false, DurationSeconds = 0 } = forward?.ForwardConfig?.TargetGroupStickinessConfig ?? {};
    return {
        id,
        weights: { blue: weight(targets.blue), green: weight(targets.green) },
        foreign: tuples.filter(({ arn }) => arn !== targets.blue && arn !== targets.green).map(({ arn }) => arn),
        stickySeconds: Enabled ? DurationSeconds : 0,
        ...(previous && { previous }),
    };
}
/** The whole list of actions with other weights; all else of it as AWS has shown it. */
function withWeights({ targets }, actions, weights) {
    const TargetGroups = ['blue', 'green'].flatMap((side) => weights[side] === undefined ? [] : [{ TargetGroupArn: targets[side], Weight: weights[side] }]);
    return actions.map((action) => {
        if (action.Type !== 'forward')
            return keepingSecret(action);
        const { TargetGroupArn: _, ...rest } = action;
        return { ...rest, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
    });
}
/** AWS never shows the secret of an OIDC client, and takes the one that it has where this is said. */
const keepingSecret = (action) => action.AuthenticateOidcConfig === undefined
    ? action
    : { ...action, AuthenticateOidcConfig: { ...action.AuthenticateOidcConfig, UseExistingClientSecret: true } };
const unreadable = (arn, value, why) => new errors/* UserError */.yo({
    what: `The tag ${PREVIOUS_SHARES_TAG} of ${arn} cannot be read: "${value}".`,
    why,
    remedy: 'It says how traffic was divided before a shift. Set the weights as they should be, delete the tag, and start again.',
});

// EXTERNAL MODULE: ./build/src/aws/traffic/pair.js
var traffic_pair = __webpack_require__(97665);
// EXTERNAL MODULE: ./build/src/aws/select/select.js + 1 modules
var select_select = __webpack_require__(96302);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
;// CONCATENATED MODULE: ./build/src/modes/traffic-pair.js
/** Which two groups a shift is of, and what divides traffic between them. */












/** Finds both groups and the routes between them. */
async function findTrafficPair(run, inputs) {
    const names = await namesOf(run, inputs);
    const pair = await (0,traffic_pair/* readPair */.$)(run.connection, names);
    return { ...pair, ...(await routingOf(run, inputs, pair)) };
}
async function namesOf({ connection }, { pair }) {
    if (pair.kind === 'groups')
        return { blue: pair.blue, green: pair.green };
    const one = async (version) => {
        const found = await (0,select_select/* selectNames */.$W)(connection, { groups: [], stacks: [{ name: pair.name, version }], tags: [] });
        const [name = '', ...others] = found;
        if (others.length === 0)
            return name;
        throw new errors/* UserError */.yo({
            what: `The stack ${pair.name}-${version} has ${found.length} groups: ${found.join(', ')}.`,
            why: 'Traffic is shifted between two groups.',
            remedy: 'Nothing was changed. Name those that are meant in `blue` and `green`.',
        });
    };
    return { blue: await one(pair.versions.blue), green: await one(pair.versions.green) };
}
/** The means that were asked for, else the one that fits. */
async function routingOf(run, inputs, pair) {
    const { means, record, hostedZone, identifiers } = inputs;
    const isOfRecords = [record, hostedZone, identifiers.blue, identifiers.green].some((text) => text !== undefined);
    if (means === 'classic')
        return ofClassic(run, pair);
    if (means === 'route53' || isOfRecords)
        return await ofRecords(run, inputs, pair);
    const place = inputs.listenerRules.length > 0 ? undefined : (notedOn(pair.groups.blue) ?? notedOn(pair.groups.green))?.place; // prettier-ignore
    if (means === undefined && place !== undefined)
        return recordsAt(run, pair, place);
    const { routes, problems } = await findListenerRoutes(run.connection, pair, inputs.listenerRules);
    if (means === undefined && routes.length === 0 && problems.length === 0) {
        if (inputs.pair.kind === 'stack')
            return await ofRecords(run, inputs, pair);
        if (classicNames(pair).length > 0)
            return ofClassic(run, pair);
    }
    const meant = means === undefined ? routes : routes.filter((route) => route.means === means);
    const kinds = new Set(meant.map((route) => route.means));
    return {
        routing: listenerRouting(run.connection, meant),
        counted: async () => countedInRoutes(meant),
        found: [
            ...problems.map((what) => (0,preflight_findings/* refusalOf */.Of)(undefined, what, 'Correct the rule, or name those that are meant in `listener-rules`.')),
            ...(kinds.size > 1
                ? [(0,preflight_findings/* refusalOf */.Of)(undefined, 'both Application and Network Load Balancers forward to these groups', 'Set `traffic` to `alb` or `nlb`, or name the rules in `listener-rules`.')] // prettier-ignore
                : []),
        ],
    };
}
function ofClassic({ connection }, pair) {
    const balancers = classicNames(pair);
    if (balancers.length === 0)
        throw noClassic(pair);
    return {
        routing: classicRouting(connection, pair, balancers),
        counted: async () => ({ blue: [], green: [] }),
        found: [],
    };
}
const ofRecords = async (run, inputs, pair) => recordsAt(run, pair, await (0,record_routes/* findRecords */.gP)(run.connection, pair, inputs));
function recordsAt(run, pair, place) {
    const { connection, clock, signal, report } = run;
    const owned = [pair.groups.blue, pair.groups.green].some(({ Tags = [] }) => Tags.some(({ Key, Value }) => Key === stack_reference/* STACK_TAG */.u6 && (Value === place.identifiers.blue || Value === place.identifiers.green)));
    if (owned)
        report({ kind: 'notice', message: `The records of ${place.record} bear the names of CloudFormation stacks: an update of a stack that changes its record sets the weight of its template again.` }); // prettier-ignore
    return {
        routing: recordRouting(connection, { place, names: pair.names, clock, signal }),
        counted: () => countedInGroups(connection, pair),
        found: isNotable(place, { blue: 200, green: 200 })
            ? []
            : [(0,preflight_findings/* refusalOf */.Of)(undefined, `the names of the records are too long to be noted on the groups: ${place.record}, ${place.identifiers.blue}, ${place.identifiers.green}`, 'Give the records shorter identifiers.')], // prettier-ignore
    };
}


/***/ }),

/***/ 39324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ trafficResult)
/* harmony export */ });
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88330);
/* harmony import */ var _report_log_traffic_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80016);
/* harmony import */ var _report_results_expected_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13062);



/** What is reported of a shift. */
function trafficResult({ connection, clock }, { pair, dryRun, startedAt }, outcome) {
    const { before, after, steps, status, to, changed, keptUntil, curve, left, failure } = outcome;
    const sizes = (side) => ({
        before: before.groups[side].sizes,
        after: after.groups[side].sizes,
    });
    const isPlanned = dryRun && changed && status !== 'refused' && status !== 'unfinished';
    const result = {
        region: connection.region,
        groups: pair.names,
        means: pair.routing.means,
        to,
        status: isPlanned ? 'planned' : status,
        changed,
        shares: after.routes.map(({ id, weights }) => ({
            id,
            before: percents(before.routes.find((route) => route.id === id)?.weights ?? weights),
            after: percents(weights),
        })),
        sizes: { blue: sizes('blue'), green: sizes('green') },
        keptUntil,
        curve,
        left,
        failure,
        steps: steps.map(({ at, step }) => ({
            at,
            action: step.kind,
            detail: (0,_report_log_traffic_words_js__WEBPACK_IMPORTED_MODULE_1__/* .trafficChangeInWords */ .ar)(step, pair.names),
            reason: step.reason,
        })),
        startedAt,
        endedAt: clock.now() / 1000,
    };
    return isPlanned ? { ...result, expectedDuration: (0,_report_results_expected_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedDurationOfShift */ .Kw)(result) } : result;
}
/** At most one decimal. */
const percents = (weights) => ({
    blue: Math.round((0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, 'blue') * 10) / 10,
    green: Math.round((0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(weights, 'green') * 10) / 10,
});


/***/ }),

/***/ 80016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ keptText),
/* harmony export */   P2: () => (/* binding */ sharesInWords),
/* harmony export */   ar: () => (/* binding */ trafficChangeInWords),
/* harmony export */   tZ: () => (/* binding */ trafficVerdict),
/* harmony export */   xi: () => (/* binding */ trafficLines)
/* harmony export */ });
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88330);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1217);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2240);



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


/***/ })

};
