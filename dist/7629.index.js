export const id = 7629;
export const ids = [7629];
export const modules = {

/***/ 25738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SeveralRefusals),
/* harmony export */   x: () => (/* binding */ allAnswers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

/** Several refusals of calls that were made at once; each is told. */
class SeveralRefusals extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    refusals;
    constructor(refusals) {
        const [first] = refusals;
        const others = refusals.slice(1).map(({ message }) => message);
        super({
            what: first?.what ?? '',
            why: [first?.why, first?.remedy, ...others].filter((part) => part !== undefined).join(' '),
            cause: first?.cause,
        });
        this.refusals = refusals;
    }
}
/**
 * The answers to calls that are made at once. Where AWS refuses several, all are told in one error, so that a role that
 * lacks several permissions is mended in one go. What is no refusal of AWS comes first.
 */
async function allAnswers(asked) {
    const settled = await Promise.allSettled(asked);
    const errors = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (errors.length === 0)
        return settled.map((each) => each.value);
    const refusals = errors.filter((error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo);
    if (refusals.length < errors.length)
        throw errors.find((error) => !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo));
    throw refusals.length === 1 ? refusals[0] : new SeveralRefusals(refusals);
}


/***/ }),

/***/ 99545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ UncertainOutcome)
/* harmony export */ });
/**
 * A call is without a usable answer after everything that may be tried. It is no refusal: the run that sent it looks at AWS
 * again and decides anew.
 */
class UncertainOutcome extends Error {
    /** The IAM action. */
    action;
    constructor(action, { message, cause }) {
        super(message, { cause });
        this.name = 'UncertainOutcome';
        this.action = action;
    }
}


/***/ }),

/***/ 67699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ InstanceTypeReader),
/* harmony export */   o: () => (/* binding */ instanceTypes)
/* harmony export */ });
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14659);



/** The most values of one filter. */
const MOST_VALUES = 200;
/** What these instance types can run, by name; a type that the region does not have is missing. */
async function instanceTypes(connection, names) {
    const answers = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_0__/* .mapConcurrently */ .X)((0,_client_batches_js__WEBPACK_IMPORTED_MODULE_1__/* .batches */ .X)(new Set(names), MOST_VALUES), async (batch) => {
        const { DescribeInstanceTypesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3807), __webpack_require__.e(3125), __webpack_require__.e(3193), __webpack_require__.e(4693)]).then(__webpack_require__.bind(__webpack_require__, 24693));
        const client = await connection.clients.ec2();
        // By filter: asked for by name, one type that is not there would fail the whole call.
        const Filters = [{ Name: 'instance-type', Values: [...batch] }];
        return await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .everyPage */ .L)((token) => connection.send(client, new DescribeInstanceTypesCommand({ Filters, ...token })));
    });
    return new Map(answers
        .flat()
        .flatMap((page) => page.InstanceTypes ?? [])
        .map((type) => {
        const name = type.InstanceType ?? '';
        return [
            name,
            {
                name,
                architectures: type.ProcessorInfo?.SupportedArchitectures ?? [],
                virtualizations: type.SupportedVirtualizationTypes ?? [],
                rootTypes: type.SupportedRootDeviceTypes ?? [],
                bootModes: type.SupportedBootModes,
                ena: enaOf(type.NetworkInfo?.EnaSupport),
                nitroTpm: type.NitroTpmSupport,
                vcpus: type.VCpuInfo?.DefaultVCpus,
            },
        ];
    }));
}
function enaOf(support) {
    if (support === undefined)
        return undefined;
    return support === 'required' ? 'required' : 'not required';
}
/** The instance types of one region, each asked for once, whichever of several readers asks first. */
class InstanceTypeReader {
    #connection;
    #asked = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** By name; a type that the region does not have is missing. */
    async learn(names) {
        const wanted = new Set(names);
        const unknown = [...wanted].filter((name) => !this.#asked.has(name));
        if (unknown.length > 0) {
            const answer = instanceTypes(this.#connection, unknown);
            for (const name of unknown)
                this.#asked.set(name, answer);
        }
        const answers = await Promise.all(new Set([...wanted].flatMap((name) => this.#asked.get(name) ?? [])));
        return new Map(answers.flatMap((types) => [...types]));
    }
}


/***/ }),

/***/ 54868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ dryRunPort),
  i: () => (/* binding */ instantClock)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/capacity.js
var capacity = __webpack_require__(35658);
// EXTERNAL MODULE: ./build/src/domain/rollout/dark-launch.js
var dark_launch = __webpack_require__(44336);
// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
// EXTERNAL MODULE: ./build/src/domain/rollout/counted.js
var rollout_counted = __webpack_require__(71582);
;// CONCATENATED MODULE: ./build/src/domain/rollout/forecast.js
/**
 * An optimistic AWS: what a group looks like after a wait in which nothing goes wrong; each kind of change says what it
 * looks like after itself. A dry run is the ordinary loop on this model, so that a plan and a roll cannot disagree.
 */




/** The group after one wait: what was coming is ready, what was leaving is gone, what was missing is launched. */
function afterWait(fleet, seconds) {
    const at = fleet.at + seconds;
    const staying = fleet.instances.filter((instance) => !(0,rollout_counted/* holdsRoom */.eb)(instance));
    const instances = staying.map((instance) => (0,rollout_counted/* isCounted */.he)(instance) && instance.readySince === undefined ? becameReady(instance, at) : instance);
    while ((0,rollout_counted/* capacityOf */.A$)(instances.filter(rollout_counted/* isCounted */.he)) < fleet.sizes.desired)
        instances.push(launch(fleet, instances, at));
    return { ...fleet, at, instances };
}
const PASSED = { state: 'ok', reason: '' };
/** Up, and healthy wherever it is registered; what is not stays in the dark. */
function becameReady(instance, at) {
    const balancers = instance.balancers.map((health) => ['unused', 'unserved', 'unregistered'].includes(health.state)
        ? health
        : { ...health, state: 'healthy', reason: '' });
    const up = { ...instance, lifecycle: 'InService', healthy: true, balancers, statusChecks: PASSED };
    return (0,readiness/* isServing */.PA)(up) ? { ...up, readySince: at, unreadySince: undefined } : up;
}
function launch(fleet, present, at) {
    const counted = present.filter(rollout_counted/* isCounted */.he);
    const zones = [...new Set(fleet.instances.map(({ zone }) => zone))].toSorted();
    const population = (zone) => counted.filter((instance) => instance.zone === zone).length;
    const [zone = 'any zone'] = zones.toSorted((a, b) => population(a) - population(b));
    const [like] = fleet.instances;
    const override = fleet.source.overrides.find(({ instanceType }) => instanceType === like?.type);
    const reference = override?.reference ?? fleet.source.base;
    return {
        id: `new-${present.reduce((highest, { id }) => Math.max(highest, Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`,
        zone,
        type: like?.type ?? 'unknown',
        weight: like?.weight ?? 1,
        lifecycle: 'Pending',
        healthy: true,
        protectedFromScaleIn: false,
        reference,
        imageId: override?.imageId ?? (0,capacity/* parameterImage */.Th)(reference, fleet.source) ?? fleet.source.imageId,
        launchedAt: at,
        firstSeenAt: at,
        readySince: undefined,
        unreadySince: at,
        balancers: (like?.balancers ?? []).map(({ balancer }) => ({
            balancer,
            ...(fleet.suspended.includes(dark_launch/* REGISTERING */.c5)
                ? { state: 'unregistered', reason: 'not registered' }
                : { state: 'unhealthy', reason: 'just launched' }),
        })),
    };
}

// EXTERNAL MODULE: ./build/src/domain/rollout/changes/changes.js + 8 modules
var changes = __webpack_require__(47613);
;// CONCATENATED MODULE: ./build/src/controllers/dry-run.js


/**
 * The groups as a dry run sees them: looked at once, and from then on a model in which every launch succeeds. No call
 * of it changes anything.
 */
function dryRunPort(real) {
    const models = new Map();
    const changed = new Set();
    return {
        async look(groups, now, need) {
            const unknown = groups.filter((group) => !models.has(group));
            const seen = unknown.length > 0
                ? await real.look(unknown, now, need, everyPartOf(unknown))
                : { fleets: [], gone: [], unreadable: [] };
            for (const group of groups) {
                const model = models.get(group);
                if (model === undefined)
                    continue;
                models.set(group, changed.has(group) ? { ...model, at: now } : afterWait(model, now - model.at));
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
            models.set(group, (0,changes/* afterChange */.tC)(model, change));
            changed.add(group);
        },
        desiredChanges: async () => [],
    };
}
/** The one look holds all that any later step is decided by. */
const everyPartOf = (groups) => new Map(groups.map((group) => [group, 'every part']));
/** A clock on which waiting takes no time. */
function instantClock(clock) {
    let ahead = 0;
    return {
        now: () => clock.now() + ahead,
        sleep: async (milliseconds) => {
            ahead += milliseconds;
        },
    };
}


/***/ }),

/***/ 99591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ imageFindings),
/* harmony export */   Z: () => (/* binding */ dockerFindings)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92550);
/* harmony import */ var _user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38975);
/* harmony import */ var _effective_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85243);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44485);




const DAY_SECONDS = 86_400;
const REMEDY = 'Choose an image that the catalogue allows.';
/** What stands against launching the image: its owner, name, tags and age. Undefined is an image that AWS does not show. */
function imageFindings(catalogue, subject, { image, id, request, }) {
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveRules */ .Dl)(catalogue, subject);
    if (image === undefined)
        return hasImageRules(rules) ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} is not shown by AWS, so it cannot be held against the catalogue`, REMEDY)] : []; // prettier-ignore
    const account = catalogue.environments.get(subject.environment)?.account;
    const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'images', now: request.now });
    const found = [...owners(rules, image, account), ...names(rules, image), ...tags(rules, image)].map((each) => waiver === undefined
        ? each
        : { weight: 'waived', rule: each.rule, what: `${each.what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver)}` });
    return [...found, ...age(catalogue, subject, { rules, image, request })];
}
const hasImageRules = ({ imageOwners, imageNames, requiredTags, maxImageAgeDays }) => [imageOwners, imageNames, requiredTags, maxImageAgeDays].some(({ length }) => length > 0);
function owners({ imageOwners }, { id, owner, ownerAlias }, account) {
    const isOf = (word) => word === owner || (ownerAlias !== undefined && word === ownerAlias) || (word === 'self' && owner === account);
    return imageOwners
        .filter(({ value }) => !value.some(isOf))
        .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} belongs to ${owner}, and ${level} allows the owners ${value.join(', ')}`, REMEDY));
}
function names({ imageNames }, { id, name }) {
    return imageNames
        .filter(({ value }) => !value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, name)))
        .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} is called "${name}", and ${level} allows the names ${value.join(', ')}`, REMEDY));
}
/** AWS shows the tags of an image to its owner alone. */
function tags({ requiredTags }, { id, tags: own = {} }) {
    return requiredTags.flatMap(({ level, value }) => Object.entries(value)
        .filter(([key, wanted]) => !Object.hasOwn(own, key) || own[key] !== wanted)
        .map(([key, wanted]) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('images', `the image ${id} has no tag ${key}=${wanted}, which ${level} requires`, REMEDY)));
}
function age(catalogue, subject, { rules, image, request, }) {
    const limit = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .smallest */ .o9)(rules.maxImageAgeDays);
    if (limit === undefined || request.now - image.createdAt <= limit.value * DAY_SECONDS)
        return [];
    const days = Math.floor((request.now - image.createdAt) / DAY_SECONDS);
    const what = `the image ${image.id} is ${days} days old, and ${limit.level} states \`max-image-age-days: ${limit.value}\``;
    const waiver = (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverFor */ .Qd)(catalogue, subject, { rule: 'max-image-age-days', now: request.now });
    if (waiver !== undefined)
        return [{ weight: 'waived', rule: 'images', what: `${what}; ${(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverInWords */ .bc)(waiver)}` }];
    // Its age is no matter of the moment: a dry run refuses it as well.
    return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .liftable */ .wz)({ ...request, dryRun: false }, 'images', what, `${REMEDY} \`break-glass\` lifts its age alone.`)];
}
/** What stands against running the Docker image: its repository, its tag, and whether it is named by its digest. */
function dockerFindings(catalogue, subject, reference) {
    const rules = (0,_effective_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveRules */ .Dl)(catalogue, subject);
    const remedy = 'Choose a Docker image that the catalogue allows.';
    const written = `${reference.host === undefined ? '' : `${reference.host}/`}${reference.path}`;
    const repositories = new Set([written, (0,_user_data_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(reference)]);
    const { tag, digest } = reference;
    const pinned = rules.dockerDigest.find(({ value }) => value);
    return [
        ...rules.dockerRepositories
            .filter(({ value }) => ![...repositories].some((name) => value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, name))))
            .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image comes from ${written}, and ${level} allows ${value.join(', ')}`, remedy)),
        ...rules.dockerTags
            .filter(({ value }) => !value.some((glob) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .M)(glob, tag ?? '')))
            .map(({ level, value }) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image has ${tag === undefined ? 'no tag' : `the tag ${tag}`}, and ${level} allows ${value.join(', ')}`, remedy)),
        ...(pinned !== undefined && digest === undefined
            ? [(0,_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .refusal */ .x5)('docker', `the Docker image is not named by its digest, as ${pinned.level} states`, remedy)]
            : []),
    ];
}


/***/ })

};
