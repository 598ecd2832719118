export const id = 9746;
export const ids = [9746];
export const modules = {

/***/ 37461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ readSuccessor),
/* harmony export */   RB: () => (/* binding */ notedAddressTag),
/* harmony export */   SK: () => (/* binding */ readTemporary),
/* harmony export */   cT: () => (/* binding */ BASTION_TAG),
/* harmony export */   dN: () => (/* binding */ NOTED_ADDRESS_TAG),
/* harmony export */   fQ: () => (/* binding */ successorTag),
/* harmony export */   kt: () => (/* binding */ temporaryTag),
/* harmony export */   rN: () => (/* binding */ readNotedAddress)
/* harmony export */ });
/* harmony import */ var _groups_tag_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3510);

/** Tag on a successor, from its launch until it stands on its own, and on temporary addresses. */
const BASTION_TAG = 'fleet-patch:bastion';
/** Tag on a successor that names the allocation of its temporary address. */
const NOTED_ADDRESS_TAG = 'fleet-patch:bastion-address';
/** The format that is written; a tag without a version is of the first one, which is read once more. */
const VERSION = '2';
/** The tag that a successor is launched with. Throws when a value does not fit into a tag: never half a memo. */
const successorTag = ({ old, address, run, wish, wasProtected, forwards }, { since, subnet }) => ({
    Key: BASTION_TAG,
    Value: (0,_groups_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTag */ ._)({
        v: VERSION,
        old,
        address,
        run,
        wish,
        protected: wasProtected ? 'yes' : 'no',
        ...(forwards && { forwards: 'yes' }),
        since: String(since),
        subnet,
    }),
});
/** The tag of a temporary address: which address it stands in for, for which successor, and which one that had before. */
const temporaryTag = ({ address, run }, { successor, after }) => ({
    Key: BASTION_TAG,
    Value: (0,_groups_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTag */ ._)({ v: VERSION, temporary: address, run, for: successor, ...(after !== undefined && { after }) }),
});
const valueOf = (tags, key = BASTION_TAG) => tags?.find(({ Key }) => Key === key)?.Value;
/** The tag of a successor; undefined where there is none. Never throws: anyone may write such a tag, onto any instance. */
function readSuccessor(tags) {
    const value = valueOf(tags);
    if (value === undefined)
        return undefined;
    const { v, old, address, run, wish, protected: wasProtected, forwards, since } = (0,_groups_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .E)(value);
    const readable = v === undefined ? since === undefined : v === VERSION && /^\d+$/.test(since ?? '');
    if (!readable ||
        old === undefined ||
        address === undefined ||
        run === undefined ||
        wish === undefined ||
        wasProtected === undefined)
        return { kind: 'unreadable', value, old, address };
    const memo = {
        old,
        address,
        run,
        wish,
        wasProtected: wasProtected === 'yes',
        ...(forwards === 'yes' && { forwards: true }),
    };
    return { kind: 'memo', memo, value, since: since === undefined ? undefined : Number(since) };
}
/** The tag that notes the temporary address of a successor on it. */
const notedAddressTag = (allocation) => ({ Key: NOTED_ADDRESS_TAG, Value: allocation });
/** Allocation that is noted on a successor; undefined while none is. */
const readNotedAddress = (tags) => valueOf(tags, NOTED_ADDRESS_TAG);
/** The tag of a temporary address; undefined for an address without it. */
function readTemporary(tags) {
    const value = valueOf(tags);
    if (value === undefined)
        return undefined;
    const { v, temporary, for: successor, after } = (0,_groups_tag_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .E)(value);
    return temporary === undefined
        ? { kind: 'unreadable', value }
        : { kind: 'temporary', address: temporary, successor: v === VERSION ? successor : undefined, after };
}


/***/ }),

/***/ 89746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  redeployBastion: () => (/* binding */ redeployBastion),
  undoBastion: () => (/* binding */ undoBastion)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/domain/bastion/bastion.js
/** Whether an instance is on its way out, or gone. */
const isEnding = (host) => host === undefined || host.state === 'shutting-down' || host.state === 'terminated';
const isRunningHost = (host) => !isEnding(host);
/**
 * The successor that is to be the bastion: the one behind the address, else one of this run, else the first that is
 * what would be launched now. Undefined where there is none; any other one alive is surplus.
 */
function successorOf({ address, successors }, { run, wish }) {
    const alive = successors.filter(isRunningHost);
    const wanted = alive.filter(({ memo }) => wish === undefined || memo.wish === wish);
    return (alive.find(({ id }) => id === address.holder) ??
        wanted.find(({ memo }) => memo.run === run) ??
        wanted.toSorted((one, other) => one.launchedAt - other.launchedAt || (one.id < other.id ? -1 : 1))[0]);
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/ownership.js
/** What is ours: instances and addresses are ended and released only where it is proven that a run has made them. */

/** How far the clock of a runner may be ahead of AWS's. */
const CLOCK_SECONDS = 7200;
/**
 * Why no run has launched an instance that carries the tag of a successor; undefined where it is proven that one has.
 * A copied tag comes without the client token: `Launch more like this` and CreateTags give none of ours.
 */
function whyNotLaunched({ clientToken, expectedToken, launchedAt, since }) {
    if (clientToken !== expectedToken)
        return 'its client token is not the one of the launch that the tag was written for';
    if (since !== undefined && launchedAt < since - CLOCK_SECONDS)
        return 'it was launched before the run began that the tag was written by';
    return undefined;
}
/** Every launch of a run has such a client token, and nothing else does by chance. */
const TOKEN_OF_RUN = /^[0-9a-f]{40}$/;
/** Whether a run may have launched an instance, whatever its tags say. */
const isTokenOfRun = (clientToken) => TOKEN_OF_RUN.test(clientToken ?? '');
/** Why no run can have launched such an instance for this bastion; undefined where one may have. */
function whyNotLaunchedFor({ clientToken, named, serves }, { old, address }) {
    if (!isTokenOfRun(clientToken))
        return 'its client token is none that a run gives to a launch';
    const isNamed = named.old !== undefined || named.address !== undefined;
    if (isNamed && named.old !== old && named.address !== address)
        return 'its tag names another bastion';
    const [other] = serves;
    return other === undefined ? undefined : `it stands behind another Elastic IP, ${other}`;
}
/**
 * The addresses with what proves that a run has allocated them. AllocateAddress takes no client token, so the proof
 * comes from the successor: its memo names the allocation, or what was noted when the address was allocated (none before
 * the first) while no other address claims to have come next. A copy of the tag of an earlier one says that it came before.
 * What points at any other instance is never ours to take.
 */
function provenAddresses(marked, owners) {
    return marked.map((address) => ({ ...address, proof: proofOf(address, marked, owners) }));
}
function proofOf(address, marked, { successors, old }) {
    const none = (doubt, why) => ({ kind: 'none', doubt, why });
    const { allocation, successor, after, unreadable } = address;
    if (servesAnother(address))
        return none('foreign', `it points at ${address.holder ?? 'something else'}`);
    // AWS tells of no address which call has allocated it: without its tag only what names it makes it one of a run.
    if (unreadable !== undefined)
        return none(successor === undefined ? 'foreign' : 'unknown', `its tag cannot be read: "${unreadable}"`);
    if (successor === undefined)
        return none('unknown', 'its tag is of another version of Fleet Patch and proves nothing');
    // A run takes the memo off its last of all, once the temporary address is released.
    if (successor === old)
        return none('foreign', `that of ${old} was released when it became the bastion`);
    const owner = successors.find(({ id }) => id === successor);
    if (owner === undefined)
        return none('unknown', `EC2 does not show ${successor}, for which it says to be allocated, as launched by a run`);
    if (owner.noted === allocation)
        return { kind: 'noted' };
    if (!isNoteRead(owner))
        return none('unknown', `the tag fleet-patch:bastion-address of ${successor} cannot be read: "${owner.noted}"`);
    if (owner.noted === undefined && after !== undefined)
        return none('unknown', `${successor} names no temporary address any more`);
    if (owner.noted !== after)
        return none('foreign', `the temporary address of ${successor} is ${owner.noted}`);
    if (!isRunningHost(owner))
        return none('unknown', `${successor} has ended before its temporary address was noted`);
    if (marked.filter((one) => one.successor === successor && one.after === after).length > 1)
        return none('unknown', `several addresses say to be allocated for ${successor}`);
    return { kind: 'only one' };
}
/** Whether what is noted on a successor is the allocation of an address, or nothing. */
const isNoteRead = ({ noted }) => noted === undefined || /^eipalloc-\w+$/.test(noted);
const servesAnother = ({ association, holder, successor }) => association !== undefined && holder !== successor;
/** The temporary addresses that this run may use and release: proven ones, and those that AWS gave to this very run. */
const ownAddresses = ({ temporary }, { allocated }) => temporary.filter((address) => address.proof.kind !== 'none' || (allocated.includes(address.allocation) && !servesAnother(address)));
/** What may be of a run without a proof, a sentence each: a run that leaves it has not left everything as it was. */
const unknownLeft = ({ doubtful, temporary }) => [
    ...doubtful.map(doubtInWords),
    ...temporary.flatMap((address) => address.proof.kind === 'none' && address.proof.doubt === 'unknown'
        ? [addressInWords(address, address.proof.why)]
        : []),
];
/** Which instance a run may have launched, and why that is not known. */
const doubtInWords = ({ id, unreadable, why }) => `It cannot be told whether a run has launched the instance ${id} for this bastion: ${unreadable === undefined ? why : `its tag fleet-patch:bastion cannot be read ("${unreadable}"), and ${why}`}. It is left alone.`;
/** What carries our tag and is left alone, a sentence each. */
const leftAlone = (observation) => [
    ...observation.strangers.map((one) => strangerInWords(one, observation)),
    ...observation.temporary.flatMap((address) => address.proof.kind === 'none' && address.proof.doubt === 'foreign'
        ? [addressInWords(address, address.proof.why)]
        : []),
    ...unknownLeft(observation),
];
function strangerInWords({ id, unreadable, why }, { old }) {
    const tag = `The tag fleet-patch:bastion of the instance ${id}`;
    if (id === old?.id)
        return `${tag} says nothing: it is the bastion itself. Delete the tag.`;
    return unreadable === undefined
        ? `The instance ${id} carries the tag of a new bastion, but no run has launched it: ${why}. It is left alone; delete the tag.`
        : `${tag} cannot be read: "${unreadable}". No run has launched it for this bastion: ${why}. It is left alone; delete the tag.`;
}
const addressInWords = ({ ip, allocation }, why) => `The Elastic IP ${ip} (${allocation}) carries the tag of a temporary one, but nothing proves that a run has allocated it: ${why}. It is left alone; release it if nothing needs it, else delete the tag.`;

// EXTERNAL MODULE: ./build/src/aws/bastion/memo-tag.js
var memo_tag = __webpack_require__(37461);
// EXTERNAL MODULE: ./build/src/domain/patch/launch-data.js
var launch_data = __webpack_require__(12749);
// EXTERNAL MODULE: ./build/src/aws/client/sha256.js
var sha256 = __webpack_require__(72992);
;// CONCATENATED MODULE: ./build/src/aws/bastion/client-token.js


/**
 * The client token of a launch, from the value of the tag that it gives: 40 hex digits. A launch whose answer was lost
 * gives the same instance when it is made again, and a later run that reads the tag can tell the instance from copies.
 */
const clientTokenOf = (tagValue) => (0,sha256.sha256)(tagValue).slice(0, 40);
/** The same for the tags of earlier versions, which did not hold the subnet. */
const formerClientToken = ({ old, address, run, wish, wasProtected }, subnet) => (0,sha256.sha256)((0,launch_data/* canonical */.$N)([{ old, address, run, wish, wasProtected }, subnet])).slice(0, 40);

;// CONCATENATED MODULE: ./build/src/aws/bastion/proven.js



/** The tag of a successor on an instance; undefined where there is none. */
function checkedTag(instance) {
    const tag = (0,memo_tag/* readSuccessor */.LZ)(instance.Tags);
    if (tag?.kind !== 'memo')
        return tag;
    const { memo, value, since } = tag;
    const why = whyNotLaunched({
        clientToken: instance.ClientToken,
        expectedToken: since === undefined ? formerClientToken(memo, instance.SubnetId ?? '') : clientTokenOf(value),
        launchedAt: (instance.LaunchTime?.getTime() ?? 0) / 1000,
        since,
    });
    return why === undefined ? { kind: 'proven', memo } : { kind: 'unproven', memo, why };
}
/** The memo on an instance that a run has provably launched. */
function provenMemo(instance) {
    const checked = checkedTag(instance);
    return checked?.kind === 'proven' ? checked.memo : undefined;
}

;// CONCATENATED MODULE: ./build/src/aws/bastion/doubtful.js




/**
 * The candidates without those that a run may have launched and whose tag does not tell for which bastion: beside another
 * candidate such a one without an Elastic IP of its own is no bastion yet. UserError where it may be the bastion itself.
 */
function withoutDoubtful(candidates, { launched, addresses }) {
    const olds = new Set(launched.flatMap((instance) => provenMemo(instance)?.old ?? []));
    const doubtful = candidates.filter((instance) => {
        const kind = checkedTag(instance)?.kind;
        const isUnproven = kind === 'unreadable' || kind === 'unproven';
        return isUnproven && isTokenOfRun(instance.ClientToken) && !olds.has(instance.InstanceId ?? '');
    });
    const others = candidates.filter((instance) => !doubtful.includes(instance));
    const isServing = doubtful.some(({ InstanceId }) => addresses.some((address) => address.InstanceId === InstanceId && !isMarked(address)));
    if (others.length > 0 && !isServing)
        return others;
    for (const instance of doubtful)
        refuseUnreadable(instance);
    return candidates;
}
const isMarked = ({ Tags = [] }) => Tags.some(({ Key }) => Key === memo_tag/* BASTION_TAG */.cT);
function refuseUnreadable(instance) {
    const tag = checkedTag(instance);
    if (tag?.kind !== 'unreadable')
        return;
    const id = instance.InstanceId ?? '';
    throw new errors/* UserError */.yo({
        what: `The tag ${memo_tag/* BASTION_TAG */.cT} of ${id} cannot be read: "${tag.value}".`,
        why: `It says which bastion the instance replaces, and by its client token a run may have launched ${id}.`,
        remedy: `Nothing was changed. Where another bastion stands beside it, decide which of the two stays and terminate the other one; then delete the tag from ${id}, and run the step again.`,
    });
}

// EXTERNAL MODULE: ./build/src/aws/client/refusals.js
var refusals = __webpack_require__(754);
;// CONCATENATED MODULE: ./build/src/aws/bastion/shown.js
/** Undefined for an address that has no allocation, as those outside of a VPC had. */
function elasticAddress({ AllocationId, PublicIp, AssociationId, InstanceId, NetworkInterfaceId, }) {
    if (AllocationId === undefined || PublicIp === undefined)
        return undefined;
    // A NAT gateway or a load balancer has a network interface and no instance.
    const holder = InstanceId || NetworkInterfaceId || undefined;
    return { allocation: AllocationId, ip: PublicIp, association: AssociationId || undefined, holder };
}
/** What DescribeInstances tells; status checks and protection are asked for elsewhere. */
function hostOf(instance) {
    return {
        id: instance.InstanceId ?? '',
        zone: instance.Placement?.AvailabilityZone ?? '',
        imageId: instance.ImageId ?? '',
        state: instance.State?.Name ?? 'pending',
        stateReason: instance.StateReason?.Message ?? '',
        launchedAt: (instance.LaunchTime?.getTime() ?? 0) / 1000,
        checks: 'unknown',
        privateIp: instance.PrivateIpAddress,
        publicIp: instance.PublicIpAddress,
        sourceDestCheck: instance.SourceDestCheck ?? true,
        protected: undefined,
    };
}

;// CONCATENATED MODULE: ./build/src/aws/bastion/marked.js





/** Tells the successors of a bastion from what others have tagged like them. */
function sortMarked(marked, bastion) {
    const { old, allocation, own } = bastion;
    const successors = [];
    const strangers = [];
    const doubtful = [];
    for (const instance of marked) {
        const tag = checkedTag(instance);
        if (tag === undefined)
            continue;
        const host = hostOf(instance);
        const noted = (0,memo_tag/* readNotedAddress */.rN)(instance.Tags);
        if (tag.kind === 'proven') {
            const { memo } = tag;
            if (memo.address === allocation && memo.old === old)
                successors.push({ ...host, memo, noted });
        }
        else if (own?.launched.includes(host.id) === true)
            successors.push({ ...host, memo: own.memo, noted, tag: 'changed' });
        else if (!isEnding(host)) {
            const { isOfRun, ...unproven } = judged(instance, tag, bastion);
            if (isOfRun)
                doubtful.push(unproven);
            else if (concerns(tag, bastion))
                strangers.push(unproven);
        }
    }
    return { successors, strangers, doubtful };
}
const namedBy = (tag) => tag.kind === 'unproven' ? tag.memo : tag;
/** A tag that can be read and names another bastion concerns that one; which one a tag that cannot be read concerns is not known. */
function concerns(tag, { old, allocation }) {
    const named = namedBy(tag);
    return tag.kind === 'unreadable' || named.old === old || named.address === allocation;
}
/** What is known of an instance whose tag does not prove that a run has launched it. */
function judged({ InstanceId: id = '', ClientToken: clientToken }, tag, { old, allocation, addresses }) {
    const serves = addresses.flatMap(({ InstanceId, AllocationId, PublicIp = '', Tags }) => InstanceId === id && AllocationId !== allocation && (0,memo_tag/* readTemporary */.SK)(Tags) === undefined ? [PublicIp] : []);
    const foreign = whyNotLaunchedFor({ clientToken, named: namedBy(tag), serves }, { old, address: allocation });
    const unread = tag.kind === 'unreadable';
    const doubt = unread ? 'its client token may be the one of a run' : 'its tag may have been changed since its launch';
    return {
        id,
        unreadable: unread ? tag.value : undefined,
        why: foreign === undefined ? doubt : unread ? foreign : tag.why,
        // The bastion itself succeeds nothing.
        isOfRun: foreign === undefined && id !== old,
    };
}
/** Addresses other than that of the bastion whose tag says that they are temporary ones for it, or says nothing that can be read. */
function markedAddresses(addresses, { allocation, successors }) {
    return addresses.flatMap((one) => {
        const tag = (0,memo_tag/* readTemporary */.SK)(one.Tags);
        const shown = elasticAddress(one);
        if (tag === undefined || shown === undefined || shown.allocation === allocation)
            return [];
        if (tag.kind === 'temporary')
            return tag.address === allocation ? [{ ...shown, successor: tag.successor, after: tag.after }] : [];
        const owner = successors.find(({ id, noted }) => id === shown.holder || noted === shown.allocation);
        return [{ ...shown, successor: owner?.id, after: undefined, unreadable: tag.value }];
    });
}

// EXTERNAL MODULE: ./build/src/aws/client/pages.js
var client_pages = __webpack_require__(14659);
;// CONCATENATED MODULE: ./build/src/aws/bastion/observe.js








/** The bastion, everything that was launched for it, and its addresses as they are now; `now` in seconds since the epoch. */
async function observeBastion(connection, bastion, now) {
    const { old, allocation } = bastion;
    const [seen, marked, addresses] = await Promise.all([
        instancesBy(connection, [{ Name: 'instance-id', Values: [old] }]),
        instancesBy(connection, [{ Name: 'tag-key', Values: [memo_tag/* BASTION_TAG */.cT] }]),
        everyAddress(connection),
    ]);
    const described = addresses.find(({ AllocationId }) => AllocationId === allocation);
    const address = described && elasticAddress(described);
    if (address === undefined)
        throw new errors/* UserError */.yo({
            what: `The Elastic IP ${allocation} does not exist any more.`,
            remedy: 'Check `elastic-ip`, and in CloudTrail the call that released the address.',
        });
    const { successors, strangers, doubtful } = sortMarked(marked, { ...bastion, addresses });
    const previous = seen.map(hostOf)[0];
    const temporary = markedAddresses(addresses, { allocation, successors });
    const hosts = [previous, ...successors].filter((host) => host !== undefined);
    const details = await detailsOf(connection, hosts, successors.some(({ memo }) => memo.wasProtected));
    return {
        at: now,
        address,
        old: previous && { ...previous, ...details.get(previous.id) },
        successors: successors.map((successor) => ({ ...successor, ...details.get(successor.id) })),
        temporary: provenAddresses(temporary, { successors, old }),
        strangers,
        doubtful,
    };
}
/** Instances of every state that pass the filters. */
async function instancesBy(connection, filters) {
    const { DescribeInstancesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeInstancesCommand({ Filters: [...filters], ...token })));
    return pages.flatMap((page) => page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? []);
}
/** Every Elastic IP of the region; the call has no pages. */
async function everyAddress(connection) {
    const { DescribeAddressesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    return (await connection.send(client, new DescribeAddressesCommand({}))).Addresses ?? [];
}
/** What only calls of their own tell; protection is asked for where it will matter. */
async function detailsOf(connection, hosts, protectionMatters) {
    const running = hosts.filter(({ state }) => state === 'running');
    const checks = hosts.length < 2 ? new Map() : await checksOf(connection, running);
    const details = new Map();
    for (const host of hosts) {
        const asked = protectionMatters && !isEnding(host);
        details.set(host.id, {
            checks: checks.get(host.id) ?? 'unknown',
            protected: asked ? await isProtected(connection, host.id) : undefined,
        });
    }
    return details;
}
/** What EC2's status checks say of running instances, by id. */
async function checksOf(connection, running) {
    if (running.length === 0)
        return new Map();
    const { DescribeInstanceStatusCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const Filters = [{ Name: 'instance-state-name', Values: ['running'] }];
    const answer = await connection
        .send(client, new DescribeInstanceStatusCommand({ InstanceIds: running.map(({ id }) => id), Filters }))
        .catch((error) => {
        // An instance that is too new for one call may be known to another.
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance does not exist'))
            return { InstanceStatuses: [] };
        throw error;
    });
    return new Map((answer.InstanceStatuses ?? []).map(({ InstanceId = '', InstanceStatus, SystemStatus }) => [
        InstanceId,
        worse(InstanceStatus?.Status, SystemStatus?.Status),
    ]));
}
function worse(...checks) {
    if (checks.includes('impaired'))
        return 'impaired';
    return checks.every((check) => check === 'ok') ? 'ok' : 'initializing';
}
/** Whether an instance is protected against termination; undefined where EC2 does not know it (yet). */
async function isProtected(connection, id) {
    const { DescribeInstanceAttributeCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    try {
        const question = new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: 'disableApiTermination' });
        return (await connection.send(client, question)).DisableApiTermination?.Value ?? false;
    }
    catch (error) {
        if ((0,refusals/* isRefusedAs */.H)(error, 'instance does not exist'))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/aws/groups/group-tag.js
var group_tag = __webpack_require__(9774);
;// CONCATENATED MODULE: ./build/src/aws/bastion/find.js






const LIVING = ['pending', 'running', 'stopping', 'stopped'];
/**
 * The one bastion that is meant. What an earlier run has launched beside it belongs to it. UserError that lists the
 * candidates when it is not exactly one, when it belongs to an Auto Scaling group, and when its tag cannot be read and
 * a run may have launched it.
 */
async function findBastion(connection, selector) {
    const [addresses, launched] = await Promise.all([
        everyAddress(connection),
        instancesBy(connection, [{ Name: 'tag-key', Values: [memo_tag/* BASTION_TAG */.cT] }]),
    ]);
    const [marked, ended] = [launched.filter(isLiving), launched.filter((instance) => !isLiving(instance))];
    const named = selector.elasticIp === undefined ? undefined : namedAddress(addresses, selector.elasticIp);
    const orphaned = orphanedAddresses(ended, addresses);
    const candidates = withoutDoubtful(await candidatesFor(connection, { selector, marked, named, orphaned }), {
        launched,
        addresses,
    });
    const worlds = Map.groupBy(candidates, (instance) => oldOf(instance));
    const [first, ...others] = [...worlds];
    const listing = { addresses, asked: wordsFor(selector) };
    if (first === undefined)
        throw await noBastion(connection, listing);
    refuseGroups(candidates, listing);
    if (others.length > 0)
        throw manyBastions(candidates, listing);
    const [old, members] = first;
    const name = members.map((instance) => nameOf(instance)).find((one) => one !== '') ?? old;
    const allocation = named?.AllocationId ?? ownAddress(members, { ...listing, old, name, orphaned });
    const holder = addresses.find(({ AllocationId }) => AllocationId === allocation)?.InstanceId;
    const memo = members.map((member) => provenMemo(member)).find((one) => one !== undefined);
    const isOrphaned = orphaned.some((each) => each.old === old && each.address === allocation);
    if (memo === undefined && holder !== old && !isOrphaned)
        throw new errors/* UserError */.yo({
            what: `The Elastic IP ${named?.PublicIp ?? allocation} does not point at the bastion ${name} (${old}).`,
            why: holder ? `It points at ${holder}.` : 'It points at nothing.',
            remedy: 'Nothing was changed. Check `bastion` and `elastic-ip`, or associate the address with the bastion first.',
        });
    return { old, allocation: memo?.address ?? allocation, name };
}
const isLiving = ({ State }) => LIVING.includes(State?.Name ?? '');
/** Addresses that point at nothing and that an ended successor was to have: EC2 shows it for about an hour. */
function orphanedAddresses(ended, addresses) {
    const loose = addresses.filter(({ AssociationId = '' }) => AssociationId === '');
    return ended
        .flatMap((instance) => provenMemo(instance) ?? [])
        .filter(({ address }) => loose.some(({ AllocationId }) => AllocationId === address));
}
const living = { Name: 'instance-state-name', Values: LIVING };
/** A successor stands for the bastion that it replaces. */
const oldOf = (instance) => provenMemo(instance)?.old ?? instance.InstanceId ?? '';
const nameOf = ({ Tags }) => Tags?.find(({ Key }) => Key === 'Name')?.Value ?? '';
/** Everything alive that fits, with what earlier runs have launched for it. */
async function candidatesFor(connection, { selector: { bastion, elasticIp }, marked, named, orphaned }) {
    const found = [];
    if (bastion !== undefined) {
        const isId = /^i-[0-9a-f]+$/.test(bastion);
        const filter = isId
            ? { Name: 'instance-id', Values: [bastion] }
            : { Name: 'tag:Name', Values: [bastion.replace(/[*?\\]/g, '\\$&')] };
        found.push(...(await instancesBy(connection, [filter, living])));
        // The old instance may be gone, or the successor may be what was named.
        found.push(...marked.filter((instance) => provenMemo(instance)?.old === bastion));
    }
    else if (named !== undefined) {
        if (named.InstanceId)
            found.push(...(await instancesBy(connection, [{ Name: 'instance-id', Values: [named.InstanceId] }, living])));
        found.push(...marked.filter((instance) => provenMemo(instance)?.address === named.AllocationId));
        const olds = orphaned.flatMap(({ old, address }) => (address === named.AllocationId ? [old] : []));
        if (olds.length > 0)
            found.push(...(await instancesBy(connection, [{ Name: 'instance-id', Values: olds }, living])));
    }
    if (bastion !== undefined && elasticIp !== undefined) {
        const held = found.filter((instance) => instance.InstanceId === named?.InstanceId || provenMemo(instance)?.address === named?.AllocationId);
        // Both together tell instances of one name apart; where neither fits, the error below says so.
        if (held.length > 0)
            return distinct(held);
    }
    return distinct(found);
}
const distinct = (instances) => [
    ...new Map(instances.map((instance) => [instance.InstanceId, instance])).values(),
];
function namedAddress(addresses, text) {
    const found = addresses.find(({ AllocationId, PublicIp }) => AllocationId === text || PublicIp === text);
    if (found?.AllocationId !== undefined)
        return found;
    const known = addresses.flatMap(({ PublicIp, AllocationId }) => `${PublicIp} (${AllocationId})`);
    throw new errors/* UserError */.yo({
        what: `The Elastic IP ${text} does not exist in this account and region.`,
        ...(known.length > 0 && { why: `There are ${known.slice(0, 10).join(', ')}.` }),
        remedy: 'Nothing was changed. Check `elastic-ip` and `aws-region`.',
    });
}
const wordsFor = ({ bastion, elasticIp }) => [bastion === undefined ? [] : `\`bastion\` ${bastion}`, elasticIp === undefined ? [] : `\`elastic-ip\` ${elasticIp}`]
    .flat()
    .join(' and ');
/** Its one Elastic IP, where the user names none. */
function ownAddress(members, { addresses, old, name, orphaned }) {
    const remembered = members.flatMap((member) => provenMemo(member)?.address ?? [])[0];
    if (remembered !== undefined)
        return remembered;
    const own = addresses.filter(({ InstanceId }) => InstanceId === old);
    const [only, ...more] = own;
    if (only?.AllocationId !== undefined && more.length === 0)
        return only.AllocationId;
    const lost = orphaned.find((each) => each.old === old);
    if (only === undefined && lost !== undefined)
        return lost.address;
    throw new errors/* UserError */.yo({
        what: only === undefined
            ? `The bastion ${name} (${old}) has no Elastic IP.`
            : `The bastion ${name} (${old}) has ${own.length} Elastic IPs: ${own.map(({ PublicIp }) => PublicIp).join(', ')}.`,
        why: only === undefined
            ? 'Without one its address would change with every replacement.'
            : 'Only one address can be moved in one call; the others would point at nothing once the old bastion is terminated.',
        remedy: 'Nothing was changed. Give the bastion exactly one Elastic IP.',
    });
}
async function noBastion(connection, { addresses, asked }) {
    const holders = addresses.flatMap(({ InstanceId }) => InstanceId || []);
    const likely = holders.length === 0 ? [] : await instancesBy(connection, [{ Name: 'instance-id', Values: holders }, living]);
    return new errors/* UserError */.yo({
        what: `No instance is ${asked}.`,
        why: likely.length === 0
            ? 'No instance of this region has an Elastic IP.'
            : `Instances with an Elastic IP are ${listed(likely, addresses)}.`,
        remedy: 'Nothing was changed. Check `bastion`, `elastic-ip` and `aws-region`.',
    });
}
function manyBastions(candidates, { addresses, asked }) {
    return new errors/* UserError */.yo({
        what: `${candidates.length} instances are ${asked}, and only one can be meant.`,
        why: `They are ${listed(candidates, addresses)}.`,
        remedy: 'Nothing was changed. Set `bastion` to the id of one of them.',
    });
}
function refuseGroups(candidates, listing) {
    const groups = new Set(candidates.flatMap((instance) => groupOf(instance) ?? []));
    const [group] = groups;
    if (group === undefined || candidates.some((instance) => groupOf(instance) === undefined))
        return;
    throw new errors/* UserError */.yo({
        what: `The bastion ${listing.asked} belongs to the Auto Scaling group ${[...groups].join(', ')}.`,
        why: 'The group would replace an instance that is terminated, and terminate one that is surplus.',
        remedy: `Nothing was changed. Use \`mode: respawn\` with \`auto-scaling-groups: ${group}\`.`,
    });
}
const groupOf = ({ Tags }) => (0,group_tag/* launchingGroup */.h)(Tags);
/** At most ten, each with what tells it from the others. */
function listed(instances, addresses) {
    const words = instances.slice(0, 10).map((instance) => {
        const address = addresses.find(({ InstanceId }) => InstanceId === instance.InstanceId)?.PublicIp;
        const group = groupOf(instance);
        const facts = [
            nameOf(instance),
            instance.Placement?.AvailabilityZone,
            instance.State?.Name,
            address ?? 'no Elastic IP',
            group && `in the group ${group}`,
        ];
        return `${instance.InstanceId} (${facts.filter((fact) => fact !== undefined && fact !== '').join(', ')})`;
    });
    return `${words.join(', ')}${instances.length > 10 ? ` and ${instances.length - 10} more` : ''}`;
}

// EXTERNAL MODULE: ./build/src/modes/governed-images.js
var governed_images = __webpack_require__(17025);
;// CONCATENATED MODULE: ./build/src/aws/bastion/description.js

/**
 * A launch like the instance that is described, with another image; without subnet, address, memo and client token.
 * Protection against being ended or stopped is left out: until the new instance is the bastion, it must be possible to end it.
 */
function launchLike(description, image, userData) {
    const { instance, credits, shutdownBehavior } = description;
    const { Placement, IamInstanceProfile, MetadataOptions, PrivateDnsNameOptions } = instance;
    const placement = {
        ...(Placement?.Tenancy && Placement.Tenancy !== 'default' && { Tenancy: Placement.Tenancy }),
        ...(Placement?.Affinity && { Affinity: Placement.Affinity }),
        ...(Placement?.HostResourceGroupArn && { HostResourceGroupArn: Placement.HostResourceGroupArn }),
    };
    return {
        ImageId: image.id,
        InstanceType: instance.InstanceType,
        ...(userData && { UserData: userData }),
        ...(instance.KeyName && { KeyName: instance.KeyName }),
        ...(IamInstanceProfile?.Arn && { IamInstanceProfile: { Arn: IamInstanceProfile.Arn } }),
        SecurityGroupIds: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
        ...(MetadataOptions && {
            MetadataOptions: {
                HttpTokens: MetadataOptions.HttpTokens,
                HttpPutResponseHopLimit: MetadataOptions.HttpPutResponseHopLimit,
                HttpEndpoint: MetadataOptions.HttpEndpoint,
                HttpProtocolIpv6: MetadataOptions.HttpProtocolIpv6,
                InstanceMetadataTags: MetadataOptions.InstanceMetadataTags,
            },
        }),
        BlockDeviceMappings: devicesLike(description, image),
        Monitoring: { Enabled: instance.Monitoring?.State === 'enabled' || instance.Monitoring?.State === 'pending' },
        ...(instance.EbsOptimized && { EbsOptimized: true }),
        ...(Object.keys(placement).length > 0 && { Placement: placement }),
        ...(credits && { CreditSpecification: { CpuCredits: credits } }),
        ...(shutdownBehavior === 'terminate' && { InstanceInitiatedShutdownBehavior: shutdownBehavior }),
        ...(instance.InstanceLifecycle === 'spot' && { InstanceMarketOptions: { MarketType: 'spot' } }),
        ...(instance.EnclaveOptions?.Enabled && { EnclaveOptions: { Enabled: true } }),
        ...(instance.HibernationOptions?.Configured && { HibernationOptions: { Configured: true } }),
        ...(instance.MaintenanceOptions?.AutoRecovery === 'disabled' && {
            MaintenanceOptions: { AutoRecovery: 'disabled' },
        }),
        ...(PrivateDnsNameOptions && { PrivateDnsNameOptions }),
    };
}
/** The tags of an instance that a launch may carry: AWS's own and ours stay behind. */
const ownTags = ({ Tags }) => (Tags ?? []).filter(({ Key = '' }) => !Key.startsWith('aws:') && !OURS.has(Key));
const OURS = new Set([memo_tag/* BASTION_TAG */.cT, memo_tag/* NOTED_ADDRESS_TAG */.dN]);
/**
 * The volumes of the instance as a launch takes them: sizes, types and encryption as they are, contents from the image.
 * The root volume follows the image's own device name, and is never smaller than the image.
 */
function devicesLike({ instance, volumes }, image) {
    return (instance.BlockDeviceMappings ?? []).flatMap(({ DeviceName, Ebs }) => {
        const volume = volumes.find(({ VolumeId }) => VolumeId === Ebs?.VolumeId);
        if (volume?.Size === undefined || DeviceName === undefined)
            return [];
        const isRoot = DeviceName === instance.RootDeviceName;
        const { VolumeType, Iops, Throughput, Encrypted, KmsKeyId } = volume;
        // EC2 derives these from size and type, and refuses them where they cannot be chosen.
        const chosen = VolumeType === 'gp3' || VolumeType === 'io1' || VolumeType === 'io2';
        return [
            {
                DeviceName: isRoot ? (image.rootDevice ?? DeviceName) : DeviceName,
                Ebs: {
                    VolumeSize: isRoot ? Math.max(volume.Size, image.rootGiB ?? 0) : volume.Size,
                    VolumeType,
                    ...(chosen && Iops !== undefined && { Iops }),
                    ...(VolumeType === 'gp3' && Throughput !== undefined && { Throughput }),
                    // `false` would be refused where the image or the account encrypts.
                    ...(Encrypted && { Encrypted: true, ...(KmsKeyId && { KmsKeyId }) }),
                    DeleteOnTermination: Ebs?.DeleteOnTermination ?? true,
                },
            },
        ];
    });
}
/** What a person should know before the old instance goes; a sentence each. */
function peculiarities({ instance, volumes }) {
    const reported = [];
    const kept = (instance.BlockDeviceMappings ?? []).filter(({ Ebs }) => Ebs?.DeleteOnTermination === false);
    for (const { DeviceName, Ebs } of kept)
        if (volumes.some(({ VolumeId }) => VolumeId === Ebs?.VolumeId))
            reported.push(`The volume ${Ebs?.VolumeId} at ${DeviceName} stays when ${instance.InstanceId} is terminated; the new bastion gets a volume of its own instead.`);
    const [nic] = instance.NetworkInterfaces ?? [];
    if ((nic?.Ipv6Addresses ?? []).length > 0)
        reported.push(`The IPv6 address of ${instance.InstanceId} is lost when it is terminated; only the Elastic IP moves.`);
    return reported;
}

// EXTERNAL MODULE: ./build/src/aws/client/all-answers.js
var all_answers = __webpack_require__(25738);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
;// CONCATENATED MODULE: ./build/src/aws/bastion/describe.js





/** Everything that EC2 tells of an instance; each call is one of its own, made side by side. */
async function describeBastion(connection, id) {
    const [instance] = await instancesBy(connection, [{ Name: 'instance-id', Values: [id] }]);
    if (instance === undefined)
        throw new errors/* UserError */.yo({ what: `The bastion ${id} does not exist any more.`, remedy: 'Run the step again.' });
    refuseWhatCannotMove(instance);
    const attribute = (name) => attributeOf(connection, id, name);
    const [userData, shutdown, termination, stop, volumes, credits] = await (0,all_answers/* allAnswers */.x)([
        attribute('userData'),
        attribute('instanceInitiatedShutdownBehavior'),
        attribute('disableApiTermination'),
        attribute('disableApiStop'),
        volumesOf(connection, id),
        creditsOf(connection, instance),
        // Needed only once the new one runs: a permission that is missing is named now.
        checksOf(connection, [{ id }]),
    ]);
    return {
        instance,
        userData: userData.UserData?.Value || undefined,
        volumes,
        credits,
        shutdownBehavior: shutdown.InstanceInitiatedShutdownBehavior?.Value,
        wasProtected: termination.DisableApiTermination?.Value ?? false,
        stopProtected: stop.DisableApiStop?.Value ?? false,
    };
}
function refuseWhatCannotMove(instance) {
    const { InstanceId: id, NetworkInterfaces = [], State } = instance;
    if (State?.Name !== 'running')
        throw new errors/* UserError */.yo({
            what: `The bastion ${id} is ${State?.Name}.`,
            why: 'If the new bastion failed, the old one could not take over again.',
            remedy: `Nothing was changed. Start ${id} and run the step again.`,
        });
    // AssociateAddress by instance needs exactly one: API_AssociateAddress.
    if (NetworkInterfaces.length > 1)
        throw new errors/* UserError */.yo({
            what: `The bastion ${id} has ${NetworkInterfaces.length} network interfaces.`,
            why: 'Only a bastion with one can be replaced: the others would stay behind.',
            remedy: 'Nothing was changed. Detach the others, or replace the bastion by hand.',
        });
}
async function attributeOf(connection, InstanceId, Attribute) {
    const { DescribeInstanceAttributeCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    return await connection.send(client, new DescribeInstanceAttributeCommand({ InstanceId, Attribute }));
}
async function volumesOf(connection, id) {
    const { DescribeVolumesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const Filters = [{ Name: 'attachment.instance-id', Values: [id] }];
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeVolumesCommand({ Filters, ...token })));
    return pages.flatMap((page) => page.Volumes ?? []);
}
/** EC2 refuses the question for types without CPU credits: those of the T family alone have them. */
async function creditsOf(connection, { InstanceId, InstanceType }) {
    if (InstanceId === undefined || !/^t[2-9]/.test(InstanceType ?? ''))
        return undefined;
    const { DescribeInstanceCreditSpecificationsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const question = new DescribeInstanceCreditSpecificationsCommand({ InstanceIds: [InstanceId] });
    return (await connection.send(client, question)).InstanceCreditSpecifications?.[0]?.CpuCredits;
}
/** The launch template version that an instance was launched from; undefined where there was none, or it is gone. */
async function templateOf(connection, { Tags = [] }) {
    const tag = (key) => Tags.find(({ Key }) => Key === key)?.Value;
    const id = tag('aws:ec2launchtemplate:id');
    const version = tag('aws:ec2launchtemplate:version');
    if (id === undefined || version === undefined)
        return undefined;
    const [found] = (await (0,template_versions/* findVersions */.tx)(connection, { LaunchTemplateId: id, Versions: [version] })) ?? [];
    const data = found?.LaunchTemplateData;
    return data === undefined ? undefined : { id, version: Number(version), data: { ...data } };
}
/** Fingerprints of the SSH host keys that cloud-init wrote to the console; none while, or where, it has not. */
async function hostKeysOf(connection, InstanceId) {
    const { GetConsoleOutputCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const { Output = '' } = await connection.send(client, new GetConsoleOutputCommand({ InstanceId }));
    return fingerprintsIn(Buffer.from(Output, 'base64').toString('utf8'));
}
/** `SHA256:... (ED25519)` of each line between cloud-init's markers; whatever prefix the console puts before them. */
function fingerprintsIn(console) {
    // A machine that was started twice says it twice: the last time counts.
    const block = [
        ...console.matchAll(/-----BEGIN SSH HOST KEY FINGERPRINTS-----(.*?)-----END SSH HOST KEY FINGERPRINTS-----/gs),
    ].at(-1)?.[1];
    const lines = (block ?? '').matchAll(/\d+ ((?:SHA256:[A-Za-z0-9+/]{43}=?)|(?:MD5:)?(?:[0-9a-f]{2}:){15}[0-9a-f]{2}) [^\r\n]*\(([\w-]+)\)/g);
    return [...lines].map(([, fingerprint = '', kind = '']) => `${fingerprint} (${kind})`);
}

;// CONCATENATED MODULE: ./build/src/aws/bastion/launch.js




/** Changes whenever the launch would give something else: 16 hex digits. */
const launchFingerprint = ({ fields, template, tags }) => (0,sha256.sha256)((0,launch_data/* canonical */.$N)({ fields, template: template && [template.id, template.version], tags })).slice(0, 16);
/**
 * The call that launches the new bastion. The same facts give the same client token, so that a call whose answer was
 * lost gives the same instance when it is made again.
 */
function launchCall(launch, { memo, since, subnet }) {
    const { template, tags } = launch;
    const tag = (0,memo_tag/* successorTag */.fQ)(memo, { since, subnet: subnet.id });
    return {
        ...placed(launch, subnet),
        ...(template && { LaunchTemplate: { LaunchTemplateId: template.id, Version: String(template.version) } }),
        // A template may protect what it launches, and then a failed launch could not be taken back.
        ...(template?.data['DisableApiTermination'] === true && { DisableApiTermination: false }),
        ...(template?.data['DisableApiStop'] === true && { DisableApiStop: false }),
        TagSpecifications: [{ ResourceType: 'instance', Tags: [...tags, tag] }],
        MinCount: 1,
        MaxCount: 1,
        ClientToken: clientTokenOf(tag.Value),
    };
}
/** What the template says in the same words needs not be said again; the subnet goes where the template has its own. */
function placed({ fields, template }, { id, zone }) {
    if (template === undefined)
        return { ...fields, SubnetId: id };
    const { data } = template;
    const own = Object.entries(fields).filter(([name, value]) => !saysTheSame(data[name], value));
    // A zone in the template would contradict the subnet.
    const bound = data['Placement']?.AvailabilityZone !== undefined;
    const differing = {
        ...Object.fromEntries(own),
        ...(bound && { Placement: { ...fields.Placement, AvailabilityZone: zone } }),
    };
    const [nic] = (data['NetworkInterfaces'] ?? []);
    if (nic === undefined)
        return { ...differing, SubnetId: id };
    const { SecurityGroupIds: groups, ...rest } = differing;
    const { NetworkInterfaceId: _id, PrivateIpAddress: _ip, PrivateIpAddresses: _ips, ...kept } = nic;
    const Groups = fields.SecurityGroupIds ?? groups ?? [];
    return { ...rest, NetworkInterfaces: [{ ...kept, DeviceIndex: kept.DeviceIndex ?? 0, SubnetId: id, Groups }] };
}
/** Whether a template's value says all that the description says; it may say more. */
function saysTheSame(said, wanted) {
    if (said === null || said === undefined || typeof wanted !== 'object' || wanted === null)
        return said === wanted;
    if (Array.isArray(wanted) || typeof said !== 'object')
        return (0,launch_data/* canonical */.$N)(said) === (0,launch_data/* canonical */.$N)(wanted);
    return Object.entries(wanted).every(([name, value]) => value === undefined || saysTheSame(said[name], value));
}

// EXTERNAL MODULE: ./build/src/domain/glob.js
var glob = __webpack_require__(76566);
;// CONCATENATED MODULE: ./build/src/aws/bastion/subnets.js



/**
 * The subnets of the bastion's VPC that were asked for and have addresses free, best first: another zone, then those
 * that lend public addresses, then those with most room. UserError when there is none.
 */
async function subnetsFor(connection, question) {
    const { DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    const Filters = [{ Name: 'vpc-id', Values: [question.vpc] }];
    const pages = await (0,client_pages/* everyPage */.L)((token) => connection.send(client, new DescribeSubnetsCommand({ Filters, ...token })));
    const all = pages.flatMap((page) => page.Subnets ?? []);
    const asked = all.filter((subnet) => question.wanted.some((entry) => isMeant(subnet, entry)));
    const free = asked.filter(({ State, AvailableIpAddressCount = 0 }) => State === 'available' && AvailableIpAddressCount > 0);
    if (free.length === 0)
        throw noSubnet(question, { all, asked });
    const rank = (subnet) => [
        subnet.AvailabilityZone === question.zone ? 1 : 0,
        subnet.MapPublicIpOnLaunch === true ? 0 : 1,
        -(subnet.AvailableIpAddressCount ?? 0),
    ];
    return free
        .toSorted((one, other) => compare(rank(one), rank(other)) || compare([one.SubnetId ?? ''], [other.SubnetId ?? '']))
        .map(({ SubnetId = '', AvailabilityZone = '', MapPublicIpOnLaunch = false }) => ({
        id: SubnetId,
        zone: AvailabilityZone,
        lendsAddress: MapPublicIpOnLaunch,
    }));
}
/** Names are written in any case. */
const isMeant = (subnet, entry) => subnet.SubnetId === entry || (0,glob/* matchesGlob */.k)(entry.toLowerCase(), subnets_nameOf(subnet).toLowerCase());
const subnets_nameOf = ({ Tags }) => Tags?.find(({ Key }) => Key === 'Name')?.Value ?? '';
function compare(one, other) {
    for (const [index, value] of one.entries()) {
        const against = other[index];
        if (against !== undefined && value !== against)
            return value < against ? -1 : 1;
    }
    return 0;
}
function noSubnet({ vpc, wanted }, { all, asked }) {
    const names = (asked.length > 0 ? asked : all).map((subnet) => `${subnet.SubnetId} (${subnets_nameOf(subnet) || 'no name'})`);
    return new errors/* UserError */.yo({
        what: `No subnet for the new bastion: ${wanted.join(', ')}.`,
        why: asked.length > 0
            ? `Have no address free, need one: ${names.join(', ')}.`
            : `None of the subnets of ${vpc} matches; there are ${names.slice(0, 20).join(', ')}.`,
        remedy: 'Nothing was changed. Set `subnets` to the ids, or to globs on the `Name` tags, of the DMZ subnets.',
    });
}

// EXTERNAL MODULE: ./build/src/aws/images/images.js + 1 modules
var images_images = __webpack_require__(97308);
// EXTERNAL MODULE: ./build/src/modes/patch-changes.js + 35 modules
var patch_changes = __webpack_require__(11331);
// EXTERNAL MODULE: ./build/src/domain/plan/moved.js
var plan_moved = __webpack_require__(55499);
// EXTERNAL MODULE: ./build/src/domain/rollout/preflight-findings.js
var preflight_findings = __webpack_require__(3338);
// EXTERNAL MODULE: ./build/src/modes/governance.js
var governance = __webpack_require__(61256);
// EXTERNAL MODULE: ./build/src/modes/planned.js + 3 modules
var modes_planned = __webpack_require__(17277);
;// CONCATENATED MODULE: ./build/src/modes/planned-bastion.js







/** Notes the bastion for the plan that is written, or throws one UserError with all that has moved since one was. */
function holdToPlan({ plan: task, report }, seen) {
    const { found, world, plan, inputs } = seen;
    if (task === undefined)
        return;
    const userData = plan === undefined ? null : userDataOf(plan);
    if (task.kind === 'write') {
        if (plan === undefined)
            throw new errors/* UserError */.yo({
                what: `The bastion ${found.name} cannot be planned: ${found.old} is ending, so an earlier run has replaced it already.`,
                remedy: 'Nothing was changed. Let that run come to its end, with `mode: redeploy-bastion` or `mode: restore`.',
            });
        task.bastion({
            name: found.name,
            allocation: found.allocation,
            instance: found.old,
            launch: plan.wish,
            image: plan.image.id,
            chosenBy: (0,modes_planned/* requestsText */.sN)(inputs.images),
            userData,
        });
        return;
    }
    const planned = task.plan.bastion;
    if (planned === null)
        throw new Error('A plan of a bastion names none.');
    const begun = world.successors.find((successor) => isRunningHost(successor))?.memo.wish;
    const moved = (0,plan_moved/* movedBastion */.o5)(planned, {
        allocation: found.allocation,
        instance: found.old,
        begun,
        successor: plan && { launch: plan.wish, image: plan.image.id, userData, isCurrent: plan.capacity === 'current' },
    });
    const what = `it has moved since the plan was made: ${moved.map(plan_moved/* movedInWords */.qO).join('; ')}`;
    (0,governance/* throwRefusals */.Yu)(moved.length === 0 ? [] : [(0,preflight_findings/* refusalOf */.Of)(found.name, what, modes_planned/* PLAN_ANEW */.kF)], report);
}
const userDataOf = ({ launch: { fields } }) => fields.UserData ? (0,sha256.sha256)(Buffer.from(fields.UserData, 'base64')) : null;
/** Whether the plan is carried out already, so that not even `force` replaces the bastion once more. */
const isReplacedByPlan = ({ plan: task }, { old }) => task?.kind === 'apply' && task.plan.bastion !== null && task.plan.bastion.instance !== old;
/** The image that the plan has chosen for the bastion, by its place; none for a run without a plan. */
const plannedBastionImage = ({ plan: task }, { old }) => task?.kind === 'apply' && task.plan.bastion !== null ? new Map([[old, task.plan.bastion.image]]) : new Map();

;// CONCATENATED MODULE: ./build/src/modes/bastion-plan.js








/** The most tags of an instance, without AWS's own: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html */
const MOST_TAGS = 50;
/** The memo of a successor, and its temporary address. */
const OWN_TAGS = 2;
/** Reads the bastion down to the last field and checks what is wanted of its successor; changes nothing. */
async function planBastion(run, found, inputs) {
    const { connection } = run;
    const description = await describeBastion(connection, found.old);
    const { instance } = description;
    refuseProtected(description, found, inputs);
    const spec = siteOf(description, found);
    const wished = await (0,patch_changes/* requestedChanges */.o)(run, [spec], {
        instanceType: undefined,
        migrateToLaunchTemplate: false,
        pinned: plannedBastionImage(run, found),
        image: { images: inputs.images, imageOwners: inputs.imageOwners, replaceSsmAlias: true },
        userData: {
            dockerImage: inputs.dockerImage,
            allowOtherRepository: inputs.allowOtherRepository,
            userData: inputs.userData,
        },
    });
    refuse(found, wished.problems);
    const image = wished.images.get(spec.key)?.after ?? (await imageInUse(run, spec));
    const [patch] = wished.patches;
    const template = await templateOf(connection, instance);
    const tags = ownTags(instance);
    if (tags.length > MOST_TAGS - OWN_TAGS)
        refuse(found, [`it has ${tags.length} tags, and its successor needs ${OWN_TAGS} more`]);
    const launch = {
        fields: launchLike(description, image, patch?.changes.UserData ?? description.userData),
        template,
        tags,
    };
    const lostTemplate = template === undefined && cameFromTemplate(description);
    return {
        launch,
        wish: launchFingerprint(launch),
        subnets: await subnetsFor(connection, {
            vpc: instance.VpcId ?? '',
            zone: instance.Placement?.AvailabilityZone ?? '',
            wanted: inputs.subnets,
        }),
        image,
        previousImageId: instance.ImageId,
        userData: patch?.userData ?? [],
        wasProtected: description.wasProtected,
        capacity: patch === undefined ? 'current' : 'outdated',
        notes: wished.notes,
        warnings: [
            ...wished.warnings.map(({ message }) => message),
            ...peculiarities(description),
            ...(lostTemplate
                ? [
                    `The launch template of ${found.old} is gone: the new bastion is launched from the description of the old one.`,
                ]
                : []),
        ],
    };
}
/** The bastion as the patching of launch sources sees it: a place for an image and user data. */
function siteOf({ instance, userData }, { old, name }) {
    const type = instance.InstanceType ?? '';
    return {
        key: old,
        // User data of an instance may be as long as that of a template's version.
        location: { kind: 'template', id: old, version: 0 },
        label: old,
        data: { ImageId: instance.ImageId, InstanceType: type, UserData: userData },
        groups: [name],
        types: [type],
        requirements: [],
        ownType: true,
    };
}
async function imageInUse({ connection }, { data: { ImageId = '' }, key }) {
    const images = new images_images/* ImageReader */.D(connection);
    await images.learn([ImageId]);
    const image = images.of(ImageId);
    if (image !== undefined)
        return image;
    throw new errors/* UserError */.yo({ what: `The image ${ImageId} of ${key} does not exist any more.`, remedy: 'Set `image`.' });
}
const cameFromTemplate = ({ instance: { Tags = [] } }) => Tags.some(({ Key }) => Key === 'aws:ec2launchtemplate:id');
function refuseProtected({ wasProtected, stopProtected }, { old, name }, { liftTerminationProtection }) {
    if (stopProtected)
        throw new errors/* UserError */.yo({
            what: `The bastion ${name} (${old}) is protected against being stopped.`,
            why: 'EC2 does not terminate such an instance either, so it could not be terminated once the new one has taken over.',
            remedy: `Nothing was changed. Lift it with \`aws ec2 modify-instance-attribute --instance-id ${old} --no-disable-api-stop\`.`,
        });
    if (!wasProtected || liftTerminationProtection)
        return;
    throw new errors/* UserError */.yo({
        what: `The bastion ${name} (${old}) is protected against termination.`,
        why: 'It could not be terminated once the new one has taken over.',
        remedy: 'Nothing was changed. Set `lift-termination-protection: true`: the new bastion will be protected in its place.',
    });
}
function refuse({ name }, problems) {
    const [only] = problems;
    if (only === undefined)
        return;
    throw new errors/* UserError */.yo({
        what: `The bastion ${name} cannot be replaced like this.`,
        why: `${problems.join('; ')}.`,
        remedy: 'Nothing was changed. Correct `image`, `docker-image` or `user-data`.',
    });
}

// EXTERNAL MODULE: ./build/src/report/log/bastion-words.js
var bastion_words = __webpack_require__(96597);
;// CONCATENATED MODULE: ./build/src/modes/bastion-results.js



/** What became of a bastion that was to be replaced or put back. */
async function resultOf(run, { found, inputs, startedAt, plan, world }, outcome) {
    const { successor, failure, steps, left, changed, banner } = outcome;
    const { dryRun } = inputs;
    const replaced = outcome.status === 'replaced';
    const now = replaced ? successor : world.old;
    return {
        name: found.name,
        region: run.connection.region,
        address: world.address.ip,
        status: dryRun && steps.length > 0 ? 'planned' : outcome.status,
        changed,
        instanceId: dryRun ? found.old : now?.id,
        previousInstanceId: replaced && !dryRun ? found.old : undefined,
        imageId: replaced ? (successor?.imageId ?? plan?.image.id) : world.old?.imageId,
        previousImageId: replaced ? world.old?.imageId : undefined,
        zone: now?.zone,
        banner: dryRun ? undefined : banner,
        hostKeys: replaced && !dryRun && successor !== undefined ? await hostKeys(run, successor.id) : [],
        userData: plan?.userData ?? [],
        left,
        failure,
        steps: steps.map(({ at, step }) => ({
            at,
            action: step.kind,
            detail: (0,bastion_words/* bastionChangeInWords */.XJ)(step),
            reason: step.reason,
        })),
        startedAt,
        endedAt: run.clock.now() / 1000,
    };
}
/** The host keys are for information: a failure to read them is logged, and fails nothing. */
async function hostKeys({ connection, report }, id) {
    try {
        const keys = await hostKeysOf(connection, id);
        if (keys.length === 0)
            report({ kind: 'info', message: `The console output of ${id} shows no host keys (yet).` });
        return keys;
    }
    catch (error) {
        const why = error instanceof errors/* UserError */.yo ? error.message : String(error);
        report({ kind: 'info', message: `The host keys of ${id} cannot be told: ${why}` });
        return [];
    }
}
/** The result of a bastion that is as it was wanted. */
function currentResult(run, { found, startedAt, world }, { image, previousImageId }) {
    return {
        name: found.name,
        region: run.connection.region,
        address: world.address.ip,
        status: 'current',
        changed: false,
        instanceId: found.old,
        previousInstanceId: undefined,
        imageId: previousImageId ?? image.id,
        previousImageId: undefined,
        zone: world.old?.zone,
        banner: undefined,
        hostKeys: [],
        userData: [],
        left: [],
        failure: undefined,
        steps: [],
        startedAt,
        endedAt: run.clock.now() / 1000,
    };
}

// EXTERNAL MODULE: ./build/src/aws/client/aws-fault.js
var aws_fault = __webpack_require__(64839);
// EXTERNAL MODULE: ./build/src/aws/client/uncertain-outcome.js
var uncertain_outcome = __webpack_require__(99545);
// EXTERNAL MODULE: ./build/src/aws/patch/user-data-errors.js
var user_data_errors = __webpack_require__(46382);
;// CONCATENATED MODULE: ./build/src/aws/bastion/apply.js







/** Makes the one call that a change is. */
async function applyBastionChange(connection, change, { memo, since, launch }) {
    const { AllocateAddressCommand, AssociateAddressCommand, CreateTagsCommand, DeleteTagsCommand, DisassociateAddressCommand, ModifyInstanceAttributeCommand, ReleaseAddressCommand, RunInstancesCommand, TerminateInstancesCommand, } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
    const client = await connection.clients.ec2();
    switch (change.kind) {
        case 'launch': {
            if (launch === undefined)
                throw new Error('There is no description of what to launch.');
            const call = launchCall(launch, { memo, since, subnet: change.subnet });
            try {
                const { Instances } = await connection.send(client, new RunInstancesCommand(call));
                return { kind: 'done', id: Instances?.[0]?.InstanceId };
            }
            catch (error) {
                const fault = (0,aws_fault/* awsFaultOf */.x)(error);
                if (fault !== undefined && (0,refusals/* isRefusedAs */.H)(error, 'no room here'))
                    return { kind: 'no room', why: `${fault.code}: ${fault.message}` };
                throw (0,user_data_errors/* redactUserData */.h)(error, call.UserData);
            }
        }
        case 'forward-packets': {
            const input = { InstanceId: change.instance, SourceDestCheck: { Value: false } };
            await connection.send(client, new ModifyInstanceAttributeCommand(input));
            return DONE;
        }
        case 'allocate': {
            const tag = (0,memo_tag/* temporaryTag */.kt)(memo, { successor: change.instance, after: change.after });
            const TagSpecifications = [{ ResourceType: 'elastic-ip', Tags: [tag] }];
            const made = await connection.send(client, new AllocateAddressCommand({ Domain: 'vpc', TagSpecifications }));
            return { kind: 'done', id: made.AllocationId };
        }
        case 'note-address': {
            const input = { Resources: [change.instance], Tags: [(0,memo_tag/* notedAddressTag */.RB)(change.allocation)] };
            await connection.send(client, new CreateTagsCommand(input));
            return DONE;
        }
        case 'associate': {
            // A temporary address is lent while it is free: who has taken it since the look keeps it.
            const AllowReassociation = change.purpose !== 'probe';
            const input = { AllocationId: change.allocation, InstanceId: change.instance, AllowReassociation };
            await unlessTaken(connection.send(client, new AssociateAddressCommand(input)), change.ip);
            return DONE;
        }
        case 'disassociate':
            await gone(connection.send(client, new DisassociateAddressCommand({ AssociationId: change.association })));
            return DONE;
        case 'release':
            await gone(connection.send(client, new ReleaseAddressCommand({ AllocationId: change.allocation })));
            return DONE;
        case 'protect': {
            const input = { InstanceId: change.instance, DisableApiTermination: { Value: change.protection === 'on' } };
            await connection.send(client, new ModifyInstanceAttributeCommand(input));
            return DONE;
        }
        case 'terminate':
            await connection.send(client, new TerminateInstancesCommand({ InstanceIds: [change.instance] }));
            return DONE;
        case 'forget':
            await connection.send(client, 
            // By key alone: whatever value stands there is ours.
            new DeleteTagsCommand({
                Resources: [change.instance],
                Tags: [{ Key: memo_tag/* BASTION_TAG */.cT }, { Key: memo_tag/* NOTED_ADDRESS_TAG */.dN }],
            }));
            return DONE;
        default:
            return change;
    }
}
const DONE = { kind: 'done', id: undefined };
/** An address that others have taken is no reason to end: the next look shows whose it is. */
async function unlessTaken(call, ip) {
    try {
        await call;
    }
    catch (error) {
        if (!(0,refusals/* isRefusedAs */.H)(error, 'address is taken'))
            throw error;
        throw new uncertain_outcome/* UncertainOutcome */.a('ec2:AssociateAddress', { message: `${ip} serves another instance.`, cause: error });
    }
}
/** What is gone already needs not go. */
async function gone(call) {
    try {
        await call;
    }
    catch (error) {
        if (!(0,refusals/* isRefusedAs */.H)(error, 'address does not exist'))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/forecast.js

/** Whether a look shows what AWS has accepted before. */
function isBastionChangeVisible(observation, change, { id }) {
    const { address, old, successors, temporary } = observation;
    const host = (wanted) => [old, ...successors].find((one) => one?.id === wanted);
    switch (change.kind) {
        case 'launch':
            return id !== undefined && successors.some((successor) => successor.id === id);
        case 'forward-packets':
            return host(change.instance)?.sourceDestCheck !== true;
        case 'allocate':
            return temporary.some(({ allocation, successor, proof }) => id === undefined ? successor === change.instance && proof.kind !== 'none' : allocation === id);
        case 'note-address': {
            const noted = successors.find((successor) => successor.id === change.instance)?.noted;
            return noted === change.allocation;
        }
        case 'associate':
            return ([address, ...temporary].find(({ allocation }) => allocation === change.allocation)?.holder === change.instance);
        case 'disassociate':
            return ![address, ...temporary].some(({ association }) => association === change.association);
        case 'release':
            return !temporary.some(({ allocation }) => allocation === change.allocation);
        case 'protect':
            return host(change.instance)?.protected !== (change.protection === 'off');
        case 'terminate':
            return isEnding(host(change.instance));
        case 'forget':
            return !successors.some((successor) => successor.id === change.instance);
        default:
            return change;
    }
}
/** Ids in a plan, for what does not exist yet. */
const PLANNED = { instance: 'the new instance', allocation: 'a temporary address' };
/** The world as it is after a change that goes well, for a dry run. */
function afterBastionChange(observation, change, { run, wish, imageId, wasProtected, }) {
    switch (change.kind) {
        case 'launch': {
            const memo = {
                old: observation.old?.id ?? '',
                address: observation.address.allocation,
                run,
                wish: wish ?? '',
                wasProtected,
            };
            const planned = {
                id: PLANNED.instance,
                zone: change.subnet.zone,
                imageId,
                state: 'running',
                stateReason: '',
                launchedAt: observation.at,
                checks: 'ok',
                privateIp: 'its private address',
                publicIp: change.subnet.lendsAddress ? 'its public address' : undefined,
                sourceDestCheck: true,
                protected: false,
                memo,
                noted: undefined,
            };
            return { ...observation, successors: [...observation.successors, planned] };
        }
        case 'forward-packets':
            return withHost(observation, change.instance, { sourceDestCheck: false });
        case 'allocate': {
            const { allocation } = PLANNED;
            const place = { ip: allocation, association: undefined, holder: undefined };
            const { instance: successor, after } = change;
            const spare = { allocation, ...place, successor, after, proof: { kind: 'only one' } };
            return { ...observation, temporary: [...observation.temporary, spare] };
        }
        case 'note-address':
            return withNote(observation, change.instance, change.allocation);
        case 'associate':
            return withAddress(displacing(observation, change.instance), change.allocation, {
                association: `${change.allocation} at ${change.instance}`,
                holder: change.instance,
            });
        case 'disassociate':
            return withAddress(observation, change.allocation, { association: undefined, holder: undefined });
        case 'release':
            return {
                ...observation,
                temporary: observation.temporary.filter(({ allocation }) => allocation !== change.allocation),
            };
        case 'protect':
            return withHost(observation, change.instance, { protected: change.protection === 'on' });
        case 'terminate':
            return withHost(observation, change.instance, { state: 'terminated' });
        case 'forget':
            return { ...observation, successors: observation.successors.filter(({ id }) => id !== change.instance) };
        default:
            return change;
    }
}
function withHost(observation, id, change) {
    return {
        ...observation,
        old: observation.old?.id === id ? { ...observation.old, ...change } : observation.old,
        successors: observation.successors.map((one) => (one.id === id ? { ...one, ...change } : one)),
    };
}
function withNote(observation, instance, allocation) {
    const noted = withHost(observation, instance, { noted: allocation });
    const temporary = noted.temporary.map((one) => one.allocation === allocation ? { ...one, proof: { kind: 'noted' } } : one);
    return { ...noted, temporary };
}
function withAddress(observation, allocation, change) {
    const changed = (one) => one.allocation === allocation ? { ...one, ...change } : one;
    return { ...observation, address: changed(observation.address), temporary: observation.temporary.map(changed) };
}
/** An instance that gets an Elastic IP loses the one it had. */
function displacing(observation, instance) {
    const freed = (one) => one.holder === instance ? { ...one, association: undefined, holder: undefined } : one;
    return { ...observation, address: freed(observation.address), temporary: observation.temporary.map(freed) };
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/dry-run.js

/** The bastion as a dry run sees it: from here on a model in which everything goes well. No call of it changes anything. */
function dryRunBastion(seen, plan) {
    const { imageId, wasProtected } = plan;
    const ready = { state: 'running', checks: 'ok' };
    let model = {
        ...seen,
        old: seen.old && { ...seen.old, protected: seen.old.protected ?? wasProtected },
        // What is on its way arrives.
        successors: seen.successors.map((one) => one.state === 'pending' || one.state === 'running' ? { ...one, ...ready } : one),
    };
    return {
        look: async (now) => (model = { ...model, at: now }),
        apply: async (change) => {
            model = afterBastionChange(model, change, { ...plan.policy, imageId, wasProtected });
            if (change.kind === 'launch')
                return { kind: 'done', id: PLANNED.instance };
            return { kind: 'done', id: change.kind === 'allocate' ? PLANNED.allocation : undefined };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/outcome.js


/** The outcome where nothing is left to do. */
function done(track) {
    const { last, policy } = track;
    const unknown = last === undefined ? [] : unknownLeft(last);
    const failure = track.failure ?? (last !== undefined && unknown.length > 0 ? unknownWhose(last) : undefined);
    if (last !== undefined && (last.old === undefined || !isRunningHost(last.old))) {
        return hasEndedNew(track) ? ending(track, 'unfinished', failure ?? outcome_gone(last)) : ending(track, 'replaced', failure);
    }
    if (unknown.length > 0)
        return ending(track, 'unfinished', failure);
    return ending(track, policy.intent === 'undo' && failure === undefined ? 'restored' : 'halted', failure);
}
/** Whether this run has ended the new instance itself: that is no bastion, whatever becomes of the old one. */
const hasEndedNew = ({ steps, successor }) => steps.some(({ step }) => step.kind === 'terminate' && step.role === 'new' && step.instance === successor?.id);
const outcome_gone = ({ address, old }) => ({
    what: `The bastion${old === undefined ? '' : ` ${old.id}`} was terminated, and no instance that a run has launched replaces it.`,
    why: `${address.ip} points at ${address.holder ?? 'nothing'}.`,
    remedy: 'Unless the address points at a bastion, launch one by hand and associate the address with it.',
});
/** Nothing may be released that is not proven to be ours, and nothing that may be ours is passed over in silence. */
const unknownWhose = (observation) => {
    const [instance] = observation.doubtful;
    return {
        what: `It cannot be told whether an earlier run has left an ${instance === undefined ? 'Elastic IP' : 'instance'}.`,
        why: unknownLeft(observation).join(' '),
        remedy: instance === undefined
            ? 'Release the address if nothing needs it, else delete its tag `fleet-patch:bastion`; then run the step again.'
            : `Terminate ${instance.id} if nothing needs it, else delete its tag \`fleet-patch:bastion\`; then run the step again.`,
    };
};
/** The outcome of a replacement that ends here, however it stands. */
function ending(track, status, failure) {
    const { state, changed, successor, steps } = track;
    return {
        status,
        changed,
        successor: status === 'replaced' || status === 'unfinished' ? successor : undefined,
        banner: (state.moved ?? state.own)?.banner,
        failure,
        left: status === 'unfinished' ? remains(track) : track.last === undefined ? [] : unknownLeft(track.last),
        steps,
    };
}
/** What is left standing now. */
function remains({ last: observation, state }) {
    if (observation === undefined)
        return [];
    const { address, old, successors } = observation;
    const alive = successors.filter(isRunningHost);
    return [
        `${address.ip} points at ${address.holder ?? 'nothing'}.`,
        ...(old !== undefined && isRunningHost(old) ? [`The old bastion ${old.id} is ${old.state}.`] : []),
        ...alive.map(({ id, state }) => `The new instance ${id} is ${state}.`),
        ...ownAddresses(observation, state).map(({ ip, allocation }) => `The temporary address ${ip} (${allocation}) is still allocated.`),
        ...unknownLeft(observation),
        'The same mode again goes on from here; `mode: restore` takes back what can be taken back.',
    ];
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/failure.js


/** Between two lines of the log on answers that are lost. */
const TELL_AGAIN_SECONDS = 60;
/** One annotation, then a line a minute: GitHub shows ten warnings of a step, and an outage would use them up. */
function tellLostAnswer({ tell }, track, { message, at }) {
    const { lostAnswerToldAt: toldAt } = track;
    if (toldAt !== undefined && at - toldAt < TELL_AGAIN_SECONDS)
        return;
    const text = `${message} Looking again.`;
    tell(toldAt === undefined ? { kind: 'warning', message: text } : { kind: 'note', at, message: text });
    track.lostAnswerToldAt = at;
}
/** An answer that never came leaves open whether AWS acted: the next look tells. Everything else ends the replacement. */
function bastionCallFailed(request, track, { step, at, error }) {
    if ((0,errors/* isUncertain */.cp)(error)) {
        tellLostAnswer(request, track, { message: error.message, at });
        track.changed = true;
        // An address may be associated twice, but not after others have: the very next look decides anew.
        track.unseen = step.kind === 'associate' ? undefined : { change: step, made: { id: undefined }, since: at };
        return;
    }
    // Nothing was sent; the loop's head ends it.
    if (error instanceof errors/* Cancelled */.cJ)
        return;
    const { what, why, remedy } = (0,errors/* explanationOf */.pg)(error);
    const reason = [what, why].filter((part) => part !== undefined).join(' ');
    const reported = { reason, remedy: remedy ?? 'Mend the cause, then run the step again.' };
    if (track.backSince === undefined && track.policy.intent === 'replace')
        haltBastion(request, track, step.stage, reported);
    else
        track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, reported));
}
/** From here on everything is taken back; where nothing leads back any more, it goes on to the end. */
function haltBastion({ name, tell }, track, stage, why) {
    track.failure = failureAt(name, stage, why);
    track.backSince = track.last?.at;
    track.policy = { ...track.policy, intent: 'undo' };
    tell({ kind: 'note', at: track.last?.at ?? 0, message: `${track.failure.what} ${track.failure.why ?? ''}` });
    return true;
}
/** At which step of a replacement something failed, in words. */
const STAGES = {
    launch: 'launching the new instance',
    start: 'waiting for the new instance to start',
    'ssh-before-move': 'waiting for SSH on the new instance, before the address moved',
    move: 'moving the address to the new instance',
    'ssh-after-move': 'waiting for SSH from the new instance at the moved address',
    'retire-old': 'terminating the old instance',
    rollback: 'taking back what was begun',
};
/** The explanation of a failure at a stage of the replacement of the bastion `name`. */
const failureAt = (name, stage, { reason, remedy }) => ({
    what: `The replacement of the bastion ${name} failed at the step "${STAGES[stage]}".`,
    why: /[.!?]$/.test(reason) ? capitalised(reason) : `${capitalised(reason)}.`,
    remedy,
});
const capitalised = (text) => /^i-[0-9a-f]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./build/src/controllers/bastion/ports.js
/** How long the rollback may take. */
const BASTION_RESTORE_SECONDS = 900;

;// CONCATENATED MODULE: ./build/src/domain/bastion/ssh-check.js
/** The history of the answers after one more question; it begins anew when another instance, or another association, was asked. */
function probeHistoryAfter(before, { instance, association, at }, result) {
    const same = before?.instance === instance && before.association === association ? before : undefined;
    const since = same?.since ?? at;
    if (result.kind === 'no-answer')
        return {
            instance,
            association,
            since,
            firstHeardAt: same?.firstHeardAt,
            lastHeardAt: same?.lastHeardAt,
            banner: same?.banner,
            noAnswer: result.why,
        };
    return {
        instance,
        association,
        since,
        firstHeardAt: same?.firstHeardAt ?? at,
        lastHeardAt: at,
        banner: result.text,
        noAnswer: undefined,
    };
}
/** How long there has been no answer, with the last reason, once that is too long; undefined before. */
function noAnswerFor(history, { now, seconds }) {
    if (history?.noAnswer === undefined)
        return undefined;
    const unansweredSeconds = now - (history.lastHeardAt ?? history.since);
    return unansweredSeconds > seconds
        ? `for ${Math.round(unansweredSeconds / 60)} minutes (${history.noAnswer})`
        : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/retire-old.js

/** An answer this old is asked for again before the old instance may go. */
const FRESH_SECONDS = 60;
/** The new instance has the address: once it answers there, and has for long enough, the old one goes. */
function afterMove({ address, at }, { old, next, policy, state }) {
    const stage = 'ssh-after-move';
    // An answer counts only for the very association it came through.
    const heard = state.moved?.instance === next.id && state.moved.association === address.association ? state.moved : undefined;
    if (next.state !== 'running')
        return {
            kind: 'halt',
            stage,
            reason: `the new instance ${next.id} is ${next.state}${next.stateReason === '' ? '' : `: ${next.stateReason}`}`,
            remedy: 'Mend the cause, then run the step again.',
        };
    const noAnswer = noAnswerFor(heard, { now: at, seconds: policy.sshTimeoutSeconds });
    if (noAnswer !== undefined)
        return {
            kind: 'halt',
            stage,
            reason: `${next.id} does not answer SSH at ${address.ip} ${noAnswer}`,
            remedy: 'Check the security groups and the routes of its subnet, or raise `ssh-timeout`.',
        };
    const { firstHeardAt, lastHeardAt } = heard ?? {};
    if (firstHeardAt === undefined ||
        lastHeardAt === undefined ||
        at - lastHeardAt > FRESH_SECONDS ||
        heard?.noAnswer !== undefined)
        return {
            kind: 'probe',
            stage,
            where: 'moved',
            instance: next.id,
            address: address.ip,
            association: address.association,
            reason: `${next.id} must answer SSH at ${address.ip}`,
        };
    const left = firstHeardAt + policy.keepOldSeconds - at;
    if (left > 0)
        return {
            kind: 'wait',
            stage: 'retire-old',
            reason: `the old bastion ${old.id} is kept for ${Math.ceil(left / 60)} more minutes (keep-old-minutes)`,
        };
    return retire(old, policy);
}
function retire(old, { oldProtection }) {
    const stage = 'retire-old';
    if (old.protected !== true) {
        const reason = 'the new bastion answers SSH at the address';
        return { kind: 'terminate', stage, instance: old.id, role: 'old', reason };
    }
    if (oldProtection === 'lift') {
        const reason = 'lift-termination-protection allows it';
        return { kind: 'protect', stage, instance: old.id, protection: 'off', reason };
    }
    return {
        kind: 'halt',
        stage,
        reason: `the old bastion ${old.id} is protected against termination`,
        remedy: 'Set `lift-termination-protection: true`, or take the protection off.',
    };
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/cleanup.js


/** Takes temporary addresses of ours away but those of the successor `user`; undefined where there are none. */
function terminateSpares(own, { stage, user, state }) {
    for (const spare of own) {
        const { allocation, association, ip, successor } = spare;
        if (user !== undefined && successor === user)
            continue;
        // Noted first: once it is released, a copy of its tag on another address must prove nothing.
        if (!state.allocated.includes(allocation)) {
            const note = noteSpare(spare, stage);
            if (note !== undefined)
                return note;
        }
        // AWS releases no address that still points at something.
        if (association !== undefined)
            return {
                kind: 'disassociate',
                stage,
                allocation,
                association,
                reason: `the temporary address ${ip} is not needed any more`,
            };
        return { kind: 'release', stage, allocation, reason: `the temporary address ${ip} is not needed any more` };
    }
    return undefined;
}
/** Writes a temporary address onto its successor where it is not noted yet; undefined where it is. */
function noteSpare({ allocation, ip, proof, successor }, stage) {
    if (proof.kind === 'noted' || successor === undefined)
        return undefined;
    const reason = `${ip} is its temporary address: only what is noted is released`;
    return { kind: 'note-address', stage, instance: successor, allocation, reason };
}
/** Ends a successor that shall not be the bastion; never the one behind the address. */
function terminateSurplus(observation, { stage, keep }) {
    const surplus = observation.successors.find((successor) => isRunningHost(successor) && successor.id !== keep?.id && successor.id !== observation.address.holder);
    if (surplus === undefined)
        return undefined;
    const reason = keep === undefined ? 'it is not what would be launched now' : `${keep.id} was launched for the same bastion`;
    return { kind: 'terminate', stage, instance: surplus.id, role: 'new', reason };
}
/**
 * What is left once the old instance is ending, which nothing takes back: the address to the new one, its protection,
 * and the memo off it.
 */
function afterOld(observation, policy, state) {
    const stage = 'retire-old';
    const { address, old, doubtful } = observation;
    const next = successorOf(observation, { ...policy, wish: undefined });
    const spares = terminateSpares(ownAddresses(observation, state), { stage, state });
    if (next === undefined) {
        if (spares !== undefined)
            return spares;
        const isDoubtful = doubtful.some(({ id }) => id === address.holder);
        if (address.holder !== undefined && address.holder !== old?.id && !isDoubtful)
            return { kind: 'done', stage, reason: `${address.ip} points at ${address.holder}` };
        const [open] = doubtful;
        if (open !== undefined)
            return {
                kind: 'stuck',
                stage,
                reason: `the bastion ${old?.id ?? ''} is gone. ${doubtInWords(open)}`,
                remedy: `If ${open.id} is to be the bastion, associate the address with it and delete its tag fleet-patch:bastion; else terminate it, and launch a bastion by hand.`,
            };
        return {
            kind: 'stuck',
            stage,
            reason: `the bastion ${old?.id ?? ''} is gone and nothing was launched in its place`,
            remedy: 'Launch a bastion by hand and associate the address with it.',
        };
    }
    if (address.holder !== next.id)
        return taking(observation, next);
    return (spares ??
        terminateSurplus(observation, { stage, keep: next }) ??
        forwardingLikeOld(next, { stage }) ??
        protectedLikeOld(next) ?? {
        kind: 'forget',
        stage,
        instance: next.id,
        reason: 'the new bastion is complete',
    });
}
/** Lets a successor forward packets where the old instance does: by the memo once that is gone. */
function forwardingLikeOld({ id, memo, sourceDestCheck }, { stage, old }) {
    const isForwarding = memo.forwards === true || old?.sourceDestCheck === false;
    if (!isForwarding || !sourceDestCheck)
        return undefined;
    return { kind: 'forward-packets', stage, instance: id, reason: 'the old one forwards packets as well' };
}
function protectedLikeOld({ id, memo, protected: isProtected }) {
    if (!memo.wasProtected || isProtected === true)
        return undefined;
    const reason = 'the old one was protected against termination';
    return { kind: 'protect', stage: 'retire-old', instance: id, protection: 'on', reason };
}
function taking({ address, old }, next) {
    const stage = 'move';
    if (address.holder !== undefined && address.holder !== old?.id)
        return { ...elsewhere(address.ip, address.holder), kind: 'stuck', stage };
    if (next.state === 'pending')
        return { kind: 'wait', stage, reason: `the old bastion has ended and ${next.id} is still starting` };
    if (next.state !== 'running')
        return {
            kind: 'stuck',
            stage,
            reason: `the old bastion has ended and ${next.id} is ${next.state}`,
            remedy: `Start ${next.id}, then run the step again.`,
        };
    const reason = 'the old bastion has ended';
    return {
        kind: 'associate',
        stage,
        allocation: address.allocation,
        ip: address.ip,
        instance: next.id,
        purpose: 'move',
        reason,
    };
}
/** The address was moved by others; their change is kept. */
const elsewhere = (ip, holder) => ({
    reason: `${ip} was moved to ${holder} from outside this run`,
    remedy: 'Find the call that moved the address in CloudTrail, then run the step again.',
});

;// CONCATENATED MODULE: ./build/src/domain/bastion/undo.js



/** The rollback while the old instance is alive: first the address, then its protection, then what was launched ends. */
function undoStep(observation, old, state) {
    const stage = 'rollback';
    const { address, successors } = observation;
    // Also where its tag is gone: what this run has launched must not end with the address.
    const held = [...successors, state.launched].some((one) => one?.id === address.holder);
    if (address.holder === undefined || held)
        return addressBack(observation, old);
    if (old.protected === false && successors.some(({ memo }) => memo.wasProtected)) {
        const reason = 'it was protected against termination before';
        return { kind: 'protect', stage, instance: old.id, protection: 'on', reason };
    }
    const spares = terminateSpares(ownAddresses(observation, state), { stage, state });
    if (spares !== undefined)
        return spares;
    const launched = successors.find(isRunningHost)?.id ?? unseen(observation, state);
    if (launched !== undefined)
        return { kind: 'terminate', stage, instance: launched, role: 'new', reason: 'the old bastion stays' };
    return { kind: 'done', stage, reason: `${address.ip} points at ${address.holder}, and nothing else is left` };
}
function addressBack(observation, old) {
    const stage = 'rollback';
    const { address } = observation;
    const reason = 'the address goes back to the old bastion';
    if (old.state === 'running')
        return {
            kind: 'associate',
            stage,
            allocation: address.allocation,
            ip: address.ip,
            instance: old.id,
            purpose: 'back',
            reason,
        };
    if (old.state === 'pending' || old.state === 'stopping')
        return { kind: 'wait', stage, reason: `the old bastion is ${old.state}` };
    // No login would be possible there: what answers at the address now is better than that.
    return {
        kind: 'stuck',
        stage,
        reason: `the old bastion ${old.id} is ${old.state}, so the address stays where it is`,
        remedy: `Start ${old.id} and run the step again.`,
    };
}
/** What this run has launched while EC2 does not show it yet: it must not outlive the run. */
function unseen({ successors }, { launched }) {
    return launched !== undefined && !successors.some(({ id }) => id === launched.id) ? launched.id : undefined;
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/unsure.js


/** Where it is not known any more which instance is the new one nothing is launched, and the address stays with what serves. */
function unsureStep({ address, successors, doubtful }, { launched }, next) {
    const isMarked = successors.some(({ id }) => id === launched?.id);
    const unmarked = launched?.id === address.holder && !isMarked ? launched : undefined;
    const changed = successors.find((one) => one.tag === 'changed' && isRunningHost(one)) ?? (next === undefined ? unmarked : undefined);
    if (changed !== undefined)
        return {
            kind: 'halt',
            stage: address.holder === changed.id ? 'ssh-after-move' : 'start',
            reason: `the tag fleet-patch:bastion of the new instance ${changed.id} was changed or deleted by others, and no later run could tell what it is`,
            remedy: 'Find the call that changed the tag in CloudTrail, then run the step again.',
        };
    const holder = doubtful.find(({ id }) => id === address.holder);
    const one = holder ?? doubtful[0];
    // What this run has launched it launches again with the same client token, so that there is no second one.
    if (one === undefined || !(holder !== undefined || (next === undefined && launched === undefined)))
        return undefined;
    return {
        kind: 'halt',
        stage: holder === undefined ? 'launch' : 'ssh-after-move',
        reason: doubtInWords(one),
        remedy: holder === undefined
            ? `Terminate ${one.id} or delete its tag fleet-patch:bastion, then run the step again.`
            : `Delete the tag fleet-patch:bastion of ${one.id}, or move the address back and then terminate it, and run the step again.`,
    };
}

;// CONCATENATED MODULE: ./build/src/domain/bastion/rules.js
/** Which one call replaces a bastion next: ordered rules, the first that fires wins. */







/** The next step towards a new bastion, or back; it knows no clock but the world's own. */
function nextBastionStep(observation, policy, state) {
    const { old } = observation;
    // No way leads back to an instance that is ending, whatever was asked for.
    if (old === undefined || isEnding(old))
        return afterOld(observation, policy, state);
    if (policy.intent === 'undo')
        return undoStep(observation, old, state);
    return replaceStep(observation, { old, policy, state });
}
function replaceStep(observation, situation) {
    const { old, policy, state } = situation;
    const { address } = observation;
    const next = successorOf(observation, policy);
    const unsure = unsureStep(observation, state, next);
    if (unsure !== undefined)
        return unsure;
    if (address.holder !== undefined && address.holder !== old.id && address.holder !== next?.id)
        return { ...elsewhere(address.ip, address.holder), kind: 'halt', stage: 'move' };
    const ended = observation.successors.find(({ id }) => id === state.launched?.id);
    if (ended !== undefined && isEnding(ended))
        return lost(ended);
    // Before the surplus: it is the successor that proves whose its temporary address is.
    const spares = terminateSpares(ownAddresses(observation, state), {
        stage: next === undefined ? 'launch' : 'ssh-before-move',
        ...(next !== undefined && next.id !== address.holder && { user: next.id }),
        state,
    });
    if (spares !== undefined)
        return spares;
    const surplus = terminateSurplus(observation, { stage: 'launch', keep: next });
    if (surplus !== undefined)
        return surplus;
    if (next === undefined)
        return launchStep(observation, situation);
    if (next.id === address.holder)
        return afterMove(observation, { old, next, policy, state });
    return beforeMove(observation, { ...situation, next });
}
const lost = ({ id, state, stateReason }) => ({
    kind: 'halt',
    stage: 'start',
    reason: `the new instance ${id} is ${state}${stateReason === '' ? '' : `: ${stateReason}`}`,
    remedy: 'Mend the cause that EC2 gives, then run the step again.',
});
function launchStep({ at }, { policy, state }) {
    const stage = 'launch';
    const { launched, full } = state;
    if (launched !== undefined && at - launched.at > policy.instanceTimeoutSeconds)
        return {
            kind: 'halt',
            stage,
            reason: `EC2 does not show the new instance ${launched.id}, which it launched, or its tag fleet-patch:bastion was deleted`,
            remedy: `Look for ${launched.id}: it may still be running.`,
        };
    const subnet = policy.subnets.find(({ id }) => full[id] === undefined);
    if (subnet === undefined)
        return {
            kind: 'halt',
            stage,
            reason: `no subnet has room: ${Object.entries(full)
                .map(([id, why]) => `${id}: ${why}`)
                .join('; ')}`,
            remedy: 'Name more subnets in `subnets`, or try again later.',
        };
    return { kind: 'launch', stage, subnet, reason: policy.cause };
}
/** The old instance has the address: the new one must start, and answer at an address of its own. */
function beforeMove(observation, situation) {
    const { next, old, policy } = situation;
    const stage = 'start';
    const tooLate = observation.at - next.launchedAt > policy.instanceTimeoutSeconds;
    const capacity = standingOf(next);
    if (capacity !== undefined && (tooLate || next.state === 'stopping' || next.state === 'stopped'))
        return {
            kind: 'halt',
            stage,
            reason: `${next.id} ${capacity}${tooLate ? ` ${Math.round(policy.instanceTimeoutSeconds / 60)} minutes after its launch` : ''}`,
            remedy: 'Look at its console output, mend the image or its user data, or raise `instance-timeout`.',
        };
    if (capacity !== undefined)
        return { kind: 'wait', stage, reason: `${next.id} ${capacity}` };
    const forwarding = forwardingLikeOld(next, { stage, old });
    if (forwarding !== undefined)
        return forwarding;
    return firstLogin(observation, situation);
}
/** Why an instance cannot be asked yet; undefined once it runs and passes both checks. */
function standingOf({ state, checks }) {
    if (state === 'pending')
        return 'is still starting';
    if (state !== 'running')
        return `is ${state}`;
    if (checks === 'ok')
        return undefined;
    return checks === 'impaired' ? 'fails its status checks' : 'has not passed its status checks yet';
}
function firstLogin(observation, { next, policy, state }) {
    const stage = 'ssh-before-move';
    const { address } = observation;
    const heard = state.own?.instance === next.id ? state.own : undefined;
    if (heard?.firstHeardAt !== undefined)
        return {
            kind: 'associate',
            stage: 'move',
            allocation: address.allocation,
            ip: address.ip,
            instance: next.id,
            purpose: 'move',
            reason: `${next.id} passes its checks and answers SSH`,
        };
    const noAnswer = noAnswerFor(heard, { now: observation.at, seconds: policy.sshTimeoutSeconds });
    if (noAnswer !== undefined)
        return {
            kind: 'halt',
            stage,
            reason: `${next.id} does not answer SSH ${noAnswer}`,
            remedy: 'Look at its console output, check that the runner may reach the SSH port (with `probe-address: private` it asks at the private address), or raise `ssh-timeout`.',
        };
    if (policy.probe === 'private' && next.privateIp !== undefined)
        return {
            kind: 'probe',
            stage,
            where: 'own',
            instance: next.id,
            address: next.privateIp,
            association: undefined,
            reason: `${next.id} must answer SSH at its private address`,
        };
    const own = ownAddresses(observation, state).filter(({ successor }) => successor === next.id);
    const spare = own.find(({ holder }) => holder === next.id);
    if (next.publicIp !== undefined || spare !== undefined)
        return {
            kind: 'probe',
            stage,
            where: 'own',
            instance: next.id,
            address: spare?.ip ?? next.publicIp ?? '',
            association: spare?.association,
            reason: `${next.id} must answer SSH at an address of its own`,
        };
    const [free] = own;
    if (free === undefined)
        return allocateStep(observation, next);
    const note = noteSpare(free, stage);
    if (note !== undefined)
        return note;
    const reason = `${next.id} has no public address`;
    return {
        kind: 'associate',
        stage,
        allocation: free.allocation,
        ip: free.ip,
        instance: next.id,
        purpose: 'probe',
        reason,
    };
}
function allocateStep({ temporary }, { id, noted }) {
    const stage = 'ssh-before-move';
    const isRead = isNoteRead({ noted });
    const claimed = temporary.filter(({ successor, after, proof, unreadable }) => successor === id && (!isRead || unreadable !== undefined || after === noted) && proof.kind === 'none');
    // One more could not be told from them either.
    if (claimed.length > 0)
        return {
            kind: 'halt',
            stage,
            reason: `it is not known which of ${claimed.map(({ allocation }) => allocation).join(', ')} is the temporary address of ${id}`,
            remedy: 'Release those that nothing needs, or delete their tag; with `probe-address: private` none is needed.',
        };
    const reason = `${id} has no public address: a temporary Elastic IP gives it one`;
    return { kind: 'allocate', stage, instance: id, after: isRead ? noted : undefined, reason };
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/probe-ssh.js

/** Asks for the SSH banner; true when there was one. */
async function probeSsh({ probe, sshPort, signal, tell, clock }, track, { step, at }) {
    const heard = await probe.ask(step.address, sshPort, signal).catch((error) => {
        if (!signal.aborted)
            throw error;
        return { kind: 'no-answer', why: 'the run was cancelled' };
    });
    const { state } = track;
    const before = state[step.where];
    const now = Math.max(at, clock.now() / 1000);
    track.state = { ...state, [step.where]: probeHistoryAfter(before, { ...step, at: now }, heard) };
    if (heard.kind === 'no-answer') {
        tell({ kind: 'waiting', at, reason: `${step.reason}: ${heard.why}` });
        return false;
    }
    if (before?.firstHeardAt === undefined ||
        before.instance !== step.instance ||
        before.association !== step.association)
        tell({ kind: 'heard', at, address: step.address, banner: heard.text });
    return true;
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/change.js


/** Makes one change and learns from what AWS says to it. */
async function change(request, track, { step, at }) {
    let made;
    try {
        const applied = await request.port.apply(step);
        if (applied.kind === 'no room') {
            if (step.kind === 'launch')
                fill(request, track, { subnet: step.subnet.id, why: applied.why });
            return;
        }
        made = applied;
    }
    catch (error) {
        bastionCallFailed(request, track, { step, at, error });
        return;
    }
    track.changed = true;
    track.steps.push({ at, step });
    request.tell({ kind: 'step', at, step, id: made.id });
    track.unseen = { change: step, made, since: at };
    learn(track, step, { id: made.id, at });
    if (step.kind === 'forget')
        track.outcome = done(track);
}
function learn(track, step, { id, at }) {
    const { state } = track;
    if (step.kind === 'launch' && id !== undefined)
        track.state = { ...state, launched: { id, at: state.launched?.at ?? at } };
    if (step.kind === 'allocate' && id !== undefined)
        track.state = { ...state, allocated: [...state.allocated, id] };
    // Once it is asked to end, nothing more is expected of it.
    if (step.kind === 'terminate' && state.launched?.id === step.instance)
        track.state = { ...state, launched: undefined };
}
function fill({ tell }, track, { subnet, why }) {
    tell({ kind: 'warning', message: `${subnet} has no room for the new bastion: ${why}` });
    track.state = { ...track.state, full: { ...track.state.full, [subnet]: why } };
}

;// CONCATENATED MODULE: ./build/src/controllers/bastion/advance.js







/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60;
/** Decides and acts once; true when anything was done, so that the next look comes soon. */
async function advance(request, track, observation) {
    if (!track.unseen || isBastionChangeVisible(observation, track.unseen.change, track.unseen.made))
        track.unseen = undefined;
    else if (observation.at - track.unseen.since < LAG_SECONDS)
        return true;
    track.unseen = undefined;
    if (track.policy.intent === 'replace' && observation.at > request.deadline)
        return haltBastion(request, track, 'start', LATE);
    if (track.backSince !== undefined && observation.at > track.backSince + BASTION_RESTORE_SECONDS) {
        track.outcome = ending(track, 'unfinished', track.failure ?? TOO_LONG);
        return true;
    }
    const step = nextBastionStep(observation, track.policy, track.state);
    switch (step.kind) {
        case 'wait':
            request.tell({ kind: 'waiting', at: observation.at, reason: step.reason });
            return false;
        case 'done':
            if (observation.at < track.startedAt + request.patienceSeconds) {
                request.tell({ kind: 'waiting', at: observation.at, reason: 'EC2 may show a new instance late' });
                return false;
            }
            track.outcome = done(track);
            return true;
        case 'halt':
            return haltBastion(request, track, step.stage, step);
        case 'stuck':
            track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, step));
            return true;
        case 'probe':
            return await probeSsh(request, track, { step, at: observation.at });
        default:
            await change(request, track, { step, at: observation.at });
            return true;
    }
}
const LATE = {
    reason: 'the time given by `timeout` is over',
    remedy: 'Raise `timeout`, or lower `keep-old-minutes`, and run the step again.',
};
const TOO_LONG = { what: 'The bastion could not be put back in time.' };

;// CONCATENATED MODULE: ./build/src/controllers/bastion/progress.js
/** The track of a replacement of which nothing is known yet. */
const newRun = ({ policy, clock }) => ({
    startedAt: clock.now() / 1000,
    policy,
    state: { launched: undefined, allocated: [], full: {}, own: undefined, moved: undefined },
    last: undefined,
    unseen: undefined,
    successor: undefined,
    changed: false,
    failure: undefined,
    backSince: undefined,
    lostAnswerToldAt: undefined,
    steps: [],
    outcome: undefined,
});

;// CONCATENATED MODULE: ./build/src/controllers/bastion/replace.js
/**
 * The loop that replaces a bastion: look, decide, act once, look again. It keeps nothing that safety needs; a run that
 * starts it anew goes on from what AWS shows.
 */







/** Between an act and the next look. */
const SETTLE_SECONDS = 1;
/** Replaces a bastion, or takes back what was begun; an outcome in every case but that of a defect. */
async function replaceBastion(request) {
    const { clock, signal } = request;
    const track = newRun(request);
    while (track.outcome === undefined) {
        if (signal.aborted)
            return ending(track, 'unfinished', CANCELLED);
        const observation = await look(request, track);
        const acted = observation !== undefined && (await advance(request, track, observation));
        if (track.outcome !== undefined)
            break;
        // An abort ends the sleep early; the loop's head sees it.
        await clock.sleep((acted ? SETTLE_SECONDS : request.pollSeconds()) * 1000, signal).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    }
    return track.outcome;
}
const CANCELLED = {
    what: 'The run was cancelled.',
    remedy: 'The post step puts the bastion back, at a terminal the command itself; the same mode again goes on, `mode: restore` takes back.',
};
/** Undefined when AWS did not answer, which is borne until the rollback has taken too long. */
async function look(request, track) {
    const { port, clock, signal } = request;
    const now = clock.now() / 1000;
    try {
        const observation = await port.look(now);
        track.last = observation;
        track.successor = successorOf(observation, { ...track.policy, wish: undefined }) ?? track.successor;
        return observation;
    }
    catch (error) {
        // The loop's head ends it.
        if (signal.aborted)
            return undefined;
        if (!(error instanceof errors/* UserError */.yo) && !(0,errors/* isUncertain */.cp)(error))
            throw error;
        if (error instanceof errors/* UserError */.yo ||
            (track.backSince !== undefined && now > track.backSince + BASTION_RESTORE_SECONDS)) {
            if (!track.changed)
                throw error;
            track.outcome = ending(track, 'unfinished', (0,errors/* explanationOf */.pg)(error));
        }
        else
            tellLostAnswer(request, track, { message: error.message, at: now });
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/controllers/dry-run.js + 1 modules
var dry_run = __webpack_require__(54868);
;// CONCATENATED MODULE: ./build/src/modes/bastion-log.js

/** Seconds between two lines that only say what is waited for, unless that changes. */
const EVERY = 60;
/** Tells what the loop does, a line each. */
function bastionLogger(report, purpose) {
    let waiting = { reason: '', at: -Infinity };
    const say = (at, text) => report({ kind: 'info', at, message: text });
    return (event) => {
        switch (event.kind) {
            case 'step': {
                const { step, at, id } = event;
                const made = purpose === 'log' && id !== undefined ? ` -> ${id}` : '';
                return say(at, `${purpose === 'plan' ? 'would ' : ''}${(0,bastion_words/* bastionChangeInWords */.XJ)(step)}${made}: ${step.reason}`);
            }
            case 'heard':
                return purpose === 'log' ? say(event.at, `${event.address} answers ${event.banner}`) : undefined;
            case 'waiting':
                if (event.reason === waiting.reason && event.at - waiting.at < EVERY)
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

;// CONCATENATED MODULE: ./build/src/modes/apply-bastion.js






/** EC2 shows what it has launched within seconds, rarely within a minute. */
const PATIENCE_SECONDS = 60;
/** Replaces the bastion, or takes back what was begun, on AWS or, in a dry run, on a model of it. */
async function applyBastion(run, job) {
    const { connection, clock, report, signal } = run;
    const { found, inputs, plan, world } = job;
    const policy = policyFor(run, job);
    const memo = {
        old: found.old,
        address: found.allocation,
        run: run.id,
        wish: policy.wish ?? '',
        wasProtected: plan?.wasProtected ?? false,
        ...(world.old?.sourceDestCheck === false && { forwards: true }),
    };
    const since = Math.floor(job.startedAt);
    const launched = [];
    const real = {
        look: (now) => observeBastion(connection, { ...found, own: { launched, memo } }, now),
        apply: async (change) => {
            const applied = await applyBastionChange(connection, change, { memo, since, launch: plan?.launch });
            if (change.kind === 'launch' && applied.kind === 'done' && applied.id !== undefined)
                launched.push(applied.id);
            return applied;
        },
    };
    const { dryRun } = inputs;
    report({ kind: 'phase', title: dryRun ? 'Plan' : job.intent === 'undo' ? 'Take back' : 'Replace' });
    if (!dryRun)
        await run.beginning?.([]);
    if (!dryRun)
        run.touchingBastion(found);
    const modelled = { policy, imageId: plan?.image.id ?? '', wasProtected: memo.wasProtected };
    return await replaceBastion({
        name: found.name,
        port: dryRun ? dryRunBastion(world, modelled) : real,
        probe: dryRun ? { ask: async () => ({ kind: 'banner', text: 'SSH-2.0' }) } : run.sshProbe,
        sshPort: inputs.sshPort ?? 22,
        policy,
        clock: dryRun ? (0,dry_run/* instantClock */.i)(clock) : clock,
        tell: bastionLogger(report, dryRun ? 'plan' : 'log'),
        deadline: clock.now() / 1000 + inputs.timeoutSeconds,
        pollSeconds: () => run.pollSeconds(undefined),
        patienceSeconds: plan === undefined && !dryRun ? PATIENCE_SECONDS : 0,
        signal,
    });
}
function policyFor({ id }, { inputs, plan, intent }) {
    return {
        run: id,
        intent,
        wish: plan?.wish,
        cause: causeOf(plan),
        subnets: plan?.subnets ?? [],
        probe: inputs.probeAddress ?? 'public',
        instanceTimeoutSeconds: inputs.instanceTimeoutSeconds ?? Infinity,
        sshTimeoutSeconds: inputs.sshTimeoutSeconds ?? Infinity,
        keepOldSeconds: inputs.keepOldSeconds ?? 0,
        oldProtection: inputs.liftTerminationProtection === true ? 'lift' : 'respect',
    };
}
function causeOf(plan) {
    if (plan === undefined)
        return 'nothing is to be launched';
    const { image, previousImageId, userData } = plan;
    const causes = [
        ...(image.id === previousImageId ? [] : [`its image changes from ${previousImageId} to ${image.id}`]),
        ...(userData.length === 0 ? [] : [`its user data changes at ${userData.map(({ path }) => path).join(', ')}`]),
    ];
    return causes.length === 0 ? 'it is up to date, but `force` is set' : causes.join(', and ');
}

;// CONCATENATED MODULE: ./build/src/modes/redeploy-bastion.js










/** Replaces an SSH bastion outside of any group by a fresh one at the same address; touches no group. */
async function redeployBastion(run, inputs) {
    const { connection, clock, report } = run;
    const startedAt = clock.now() / 1000;
    report({ kind: 'phase', title: 'Find the bastion' });
    const found = await findBastion(connection, inputs);
    const world = await observeBastion(connection, found, startedAt);
    report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` });
    for (const message of leftAlone(world))
        report({ kind: 'warning', message });
    refuseDoubtful(found, world);
    // An old instance that is ending tells nothing any more, and nothing of it is needed to come to an end.
    const plan = isEnding(world.old) ? undefined : await planBastion(run, found, inputs);
    for (const message of plan?.notes ?? [])
        report({ kind: 'info', message });
    for (const message of plan?.warnings ?? [])
        report({ kind: 'warning', message });
    holdToPlan(run, { found, world, plan, inputs });
    (0,governed_images/* refuseBastion */.B)(run, { id: found.old, name: found.name, image: plan?.image, userData: plan?.userData ?? [] });
    const job = { found, inputs, startedAt, plan, world };
    if (plan !== undefined && (isReplacedByPlan(run, found) || !isWanted(plan, job))) {
        const tidied = isTidy(world) ? undefined : await applyBastion(run, { ...job, intent: 'undo' });
        return { kind: 'bastion', bastion: tidied ? await resultOf(run, job, tidied) : currentResult(run, job, plan) };
    }
    const { ip } = world.address;
    report({
        kind: 'warning',
        message: `Open SSH sessions at ${ip} end when the address moves, and the host keys behind it change: SSH clients will warn.`,
    });
    const outcome = await applyBastion(run, { ...job, intent: 'replace' });
    return { kind: 'bastion', bastion: await resultOf(run, job, outcome) };
}
/** Takes back what a replacement has begun, as far as that is possible. */
async function undoBastion(run, inputs, named) {
    const startedAt = run.clock.now() / 1000;
    if (!('old' in named))
        run.report({ kind: 'phase', title: 'Find the bastion' });
    const found = 'old' in named ? named : await findBastion(run.connection, named);
    const world = await observeBastion(run.connection, found, startedAt);
    run.report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` });
    for (const message of leftAlone(world))
        run.report({ kind: 'warning', message });
    const job = { found, inputs, startedAt, plan: undefined, world };
    return await resultOf(run, job, await applyBastion(run, { ...job, intent: 'undo' }));
}
/** What may be the new instance is neither replaced nor passed over; where the old one is ending nothing leads back, and the rest goes on. */
function refuseDoubtful({ name }, { old, doubtful }) {
    const [first] = doubtful;
    if (first === undefined || isEnding(old))
        return;
    throw new errors/* UserError */.yo({
        what: `It cannot be told which instance is to be the bastion ${name}.`,
        why: doubtful.map(doubtInWords).join(' '),
        remedy: `Nothing was changed. Decide which of the bastions stays, terminate the other one or delete the tag from ${first.id}, and run the step again. \`mode: restore\` takes back what is known of an earlier run.`,
    });
}
function earlier({ successors }) {
    const alive = successors.filter(isRunningHost);
    return alive.length === 0 ? '' : `; an earlier run has launched ${alive.map(({ id }) => id).join(', ')}`;
}
/** Whether there is anything to replace; a replacement under way that is still wanted goes on. */
function isWanted({ capacity, wish }, { inputs, world }) {
    return (inputs.force === true ||
        capacity === 'outdated' ||
        world.successors.some((successor) => isRunningHost(successor) && successor.memo.wish === wish));
}
const isTidy = (observation) => observation.temporary.every(({ proof }) => proof.kind === 'none') &&
    unknownLeft(observation).length === 0 &&
    !observation.successors.some(isRunningHost);


/***/ }),

/***/ 96597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ bastionVerdict),
/* harmony export */   Ik: () => (/* binding */ bastionLines),
/* harmony export */   XJ: () => (/* binding */ bastionChangeInWords)
/* harmony export */ });
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1217);

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


/***/ })

};
