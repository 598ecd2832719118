export const id = 2542;
export const ids = [2542];
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

/***/ 3510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseTag),
/* harmony export */   _: () => (/* binding */ formatTag)
/* harmony export */ });
/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256;
/** What every AWS service takes in a tag value, less the space, which stands between words. */
const WORD = /^[A-Za-z0-9+\-=._:/@]+$/;
/**
 * `key=value` words with a space between them, for a tag's value. Throws when a value is empty, holds a letter that
 * tags do not take, or makes the whole too long.
 */
function formatTag(words) {
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
const parseTag = (text) => Object.fromEntries(text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
    const sign = word.indexOf('=');
    return sign < 0 ? [word, ''] : [word.slice(0, sign), word.slice(sign + 1)];
}));


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
        const { DescribeInstanceTypesCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4759), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
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

/***/ 48359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readTemplates)
/* harmony export */ });
/* harmony import */ var _client_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(754);
/* harmony import */ var _client_batches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72527);
/* harmony import */ var _client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2848);
/* harmony import */ var _client_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14659);




/** The longest page, and the most templates that one call is asked for. */
const MOST_TEMPLATES = 200;
/** The templates that are named, by id and by name, each asked for once; one that does not exist is missing. */
async function readTemplates(connection, specifications, split) {
    const ids = new Set(specifications.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []));
    const names = new Set(specifications.flatMap(({ LaunchTemplateId, LaunchTemplateName }) => LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : []));
    const found = await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)([
        ...(0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(ids, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateIds', list })),
        ...(0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(names, MOST_TEMPLATES).map((list) => ({ by: 'LaunchTemplateNames', list })),
    ], (question) => describe(connection, question, split));
    return new Map(found.flat().flatMap((template) => [
        [template.LaunchTemplateId ?? '', template],
        [template.LaunchTemplateName ?? '', template],
    ]));
}
async function describe(connection, { by, list }, split) {
    const { DescribeLaunchTemplatesCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4759), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = await connection.clients.ec2();
    try {
        const pages = await (0,_client_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPage */ .L)((token) => connection.send(client, new DescribeLaunchTemplatesCommand({ [by]: [...list], ...token })));
        return pages.flatMap((page) => page.LaunchTemplates ?? []);
    }
    catch (error) {
        if (!(0,_client_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefusedAs */ .H)(error, 'launch template does not exist'))
            throw error;
        if (list.length < 2)
            return [];
        const parts = (0,_client_batches_js__WEBPACK_IMPORTED_MODULE_2__/* .batches */ .X)(list, split === 'in halves' ? Math.ceil(list.length / 2) : 1);
        return (await (0,_client_map_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)(parts, (part) => describe(connection, { by, list: part }, split))).flat();
    }
}


/***/ }),

/***/ 85067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZH: () => (/* binding */ fingerprintWith),
/* harmony export */   id: () => (/* binding */ launchSourceOf),
/* harmony export */   r3: () => (/* binding */ templatesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67037);



/** Every launch template that a group may launch from. */
function templatesOf({ LaunchTemplate, MixedInstancesPolicy, }) {
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    return [
        LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
    ].filter((specification) => specification !== undefined);
}
/**
 * What a group would launch now, with `$Latest` and `$Default` as numbers. An image behind `resolve:ssm:` is no part of this
 * fingerprint: `fingerprintWith` adds what the parameters name now. Throws a UserError where the group has no source or its template is gone.
 */
function launchSourceOf(group, resolve) {
    const { LaunchConfigurationName, LaunchTemplate } = group;
    const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
    const numbered = (specification) => {
        const reference = resolve(specification);
        if (reference === undefined)
            throw noTemplate(group, specification);
        return reference;
    };
    if (mixed?.LaunchTemplateSpecification !== undefined) {
        const base = numbered(mixed.LaunchTemplateSpecification);
        return mixedSource({ base, specification: mixed.LaunchTemplateSpecification, all: mixed.Overrides ?? [], numbered });
    }
    if (LaunchTemplate !== undefined) {
        const base = numbered(LaunchTemplate);
        const label = templateLabel(LaunchTemplate, base);
        return { kind: 'template', label, fingerprint: fingerprintOf(base), base, overrides: [], parts: [whole(base)] };
    }
    // An emulator answers with an empty name where AWS leaves it out.
    if (LaunchConfigurationName !== undefined && LaunchConfigurationName !== '') {
        const base = { kind: 'configuration', name: LaunchConfigurationName };
        return {
            kind: 'configuration',
            label: LaunchConfigurationName,
            fingerprint: fingerprintOf(base),
            base,
            overrides: [],
            parts: [whole(base)],
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        what: `The group ${group.AutoScalingGroupName} has neither a launch configuration nor a launch template.`,
        remedy: 'Give it one, or leave the group out.',
    });
}
const whole = (reference) => ({ reference, usesImage: true });
/** The fingerprint of a launch source with the images that its parameters name now; the same where it has none. */
const fingerprintWith = (fingerprint, images) => images.length === 0 ? fingerprint : fingerprintOf({ fingerprint, images: images.map((id) => id ?? 'none') });
function mixedSource({ base, specification, all, numbered }) {
    const resolved = all.map((override) => ({
        instanceType: override.InstanceType,
        reference: override.LaunchTemplateSpecification ? numbered(override.LaunchTemplateSpecification) : base,
        imageId: override.ImageId,
        requirements: override.InstanceRequirements,
        own: override.LaunchTemplateSpecification !== undefined || override.ImageId !== undefined,
    }));
    // One type may stand there twice, once with a template of its own and once without: then both are told.
    const types = new Set(resolved.filter(({ own }) => own).map(({ instanceType }) => instanceType));
    const overrides = resolved
        .filter(({ instanceType }) => types.has(instanceType))
        .map(({ instanceType, reference, imageId }) => ({ instanceType, reference, imageId }));
    // Order and weights decide how many of each are launched, not what they are: they are left out.
    const launches = resolved.map(({ own: _, ...launch }) => canonical(launch)).sort();
    return {
        kind: 'mixed',
        label: `${templateLabel(specification, base)}${all.length > 0 ? ` with ${all.length} overrides` : ''}`,
        fingerprint: fingerprintOf({ mixed: base, launches }),
        base,
        overrides,
        ...typesOf(all),
        ...(resolved.length > 0 && { launches: resolved.map(overrideLaunch) }),
        parts: partsOf(base, resolved),
    };
}
const overrideLaunch = ({ instanceType, reference, imageId, requirements, }) => ({
    instanceType,
    reference,
    imageId: imageId === '' ? undefined : imageId,
    requirements: (0,_domain_image_launch_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementsOf */ .CG)(requirements),
});
/** The types that overrides name. By requirements, or where an override leaves the type to its template, any may come. */
function typesOf(all) {
    const types = all.flatMap(({ InstanceType }) => InstanceType ?? []);
    return types.length > 0 && types.length === all.length ? { types: [...new Set(types)].toSorted() } : {};
}
function partsOf(base, launches) {
    const references = new Map([base, ...launches.map(({ reference }) => reference)].map((each) => [keyOf(each), each]));
    return [...references].map(([key, reference]) => {
        const uses = launches.filter((launch) => keyOf(launch.reference) === key);
        // Without overrides the base is what is launched.
        const usesImage = launches.length === 0 || uses.some(({ imageId }) => imageId === undefined || imageId === '');
        return { reference, usesImage };
    });
}
const keyOf = ({ id, version }) => `${id} ${version}`;
function templateLabel({ LaunchTemplateName, Version }, base) {
    const name = LaunchTemplateName === undefined ? base.id : `${LaunchTemplateName} (${base.id})`;
    // Left out, the version means the default one.
    const asked = Version ?? '$Default';
    return `${name} version ${base.version}${asked === String(base.version) ? '' : ` (${asked})`}`;
}
const noTemplate = (group, specification) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
    what: `The group ${group.AutoScalingGroupName} cannot launch anything.`,
    why: `Its launch template ${specification.LaunchTemplateName ?? specification.LaunchTemplateId} does not exist.`,
    remedy: 'Give the group a launch template that exists, or leave the group out.',
});
const fingerprintOf = (value) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical(value)).digest('hex').slice(0, 16);
/** One text per meaning: keys in order, undefined left out. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 43807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GY: () => (/* binding */ LaunchSourceReader),
  tW: () => (/* binding */ readSources),
  $x: () => (/* binding */ sourceImage)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/domain/image/request.js
var request = __webpack_require__(44909);
// EXTERNAL MODULE: ./build/src/domain/image/launch-shape.js
var launch_shape = __webpack_require__(67037);
// EXTERNAL MODULE: ./build/src/aws/client/batches.js
var batches = __webpack_require__(72527);
// EXTERNAL MODULE: ./build/src/aws/client/map-concurrently.js
var map_concurrently = __webpack_require__(2848);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/template-versions.js
var template_versions = __webpack_require__(49532);
// EXTERNAL MODULE: ./build/src/aws/launch-sources/templates.js
var templates = __webpack_require__(48359);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-templates.js





/** Whether AWS must be asked what a specification means: its version is no number, or its id is not given. */
const isMoving = ({ LaunchTemplateId, Version }) => LaunchTemplateId === undefined || (0,template_versions/* versionNumber */.e1)(Version) === undefined;
/**
 * Asks for the templates whose version is `$Latest`, `$Default` or left out, or whose id is not given. These move at
 * any time, so they are asked for anew at each look. A template that is gone resolves to undefined.
 */
async function resolveTemplates(connection, specifications) {
    const asked = specifications.filter(isMoving);
    const known = await (0,templates/* readTemplates */.Q)(connection, asked, 'in halves');
    return ({ LaunchTemplateId, LaunchTemplateName, Version }) => {
        const template = known.get(LaunchTemplateId ?? LaunchTemplateName ?? '');
        const id = LaunchTemplateId ?? template?.LaunchTemplateId;
        const version = (0,template_versions/* versionNumber */.e1)(Version) ?? (Version === '$Latest' ? template?.LatestVersionNumber : template?.DefaultVersionNumber);
        return id === undefined || version === undefined ? undefined : { kind: 'template', id, version };
    };
}
const statedIn = (data) => ({
    image: data?.ImageId ?? '',
    shape: {
        instanceType: data?.InstanceType,
        requirements: (0,launch_shape/* requirementsOf */.CG)(data?.InstanceRequirements),
        devices: sizedDevices(data?.BlockDeviceMappings),
    },
});
/** Names and sizes are all that matters of volumes; undefined where no size is set. The data of hundreds of groups is kept. */
function sizedDevices(devices) {
    const sized = (devices ?? []).flatMap(({ DeviceName, Ebs }) => Ebs?.VolumeSize === undefined ? [] : [{ DeviceName, Ebs: { VolumeSize: Ebs.VolumeSize } }]);
    return sized.length > 0 ? sized : undefined;
}
const key = ({ id, version }) => `${id} ${version}`;
/** What launch template versions say of their launches. A version never changes, so each is asked for once. */
class TemplateLaunches {
    #connection;
    #launches = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a version that is gone. */
    of(reference) {
        return this.#launches.get(key(reference));
    }
    async learn(references) {
        const unknown = references.filter((reference) => !this.#launches.has(key(reference)));
        const versions = Map.groupBy(new Map(unknown.map((reference) => [key(reference), reference])).values(), ({ id }) => id);
        await (0,map_concurrently/* mapConcurrently */.X)([...versions], async ([id, list]) => {
            for (const batch of (0,batches/* batches */.X)(list, template_versions/* MOST_VERSIONS */.QG))
                await this.#ask(id, batch);
        });
    }
    async #ask(id, references) {
        const versions = await (0,template_versions/* findVersions */.tx)(this.#connection, {
            LaunchTemplateId: id,
            Versions: references.map(({ version }) => String(version)),
        });
        // A version made a moment ago may not be seen yet: it is asked for again at the next look.
        for (const { VersionNumber, LaunchTemplateData } of versions ?? [])
            if (VersionNumber !== undefined)
                this.#launches.set(key({ kind: 'template', id, version: VersionNumber }), statedIn(LaunchTemplateData));
        // One version that is gone fails the call for all: each alone, the others are answered.
        if (versions === undefined && references.length > 1)
            for (const reference of references)
                await this.#ask(id, [reference]);
    }
}

// EXTERNAL MODULE: ./build/src/aws/launch-sources/configurations.js
var configurations = __webpack_require__(22081);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-configurations.js


const statedBy = ({ ImageId = '', InstanceType, BlockDeviceMappings }) => ({
    image: ImageId,
    shape: { instanceType: InstanceType, devices: sizedDevices(BlockDeviceMappings) },
});
/** What launch configurations say of their launches. They cannot be changed, so each is asked for once. */
class ConfigurationLaunches {
    #connection;
    #launches = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /** Undefined for a launch configuration that is gone. */
    of(name) {
        return this.#launches.get(name);
    }
    async learn(names) {
        const unknown = names.filter((name) => !this.#launches.has(name));
        for (const { LaunchConfigurationName, ...stated } of await (0,configurations/* configurationsByName */.Cy)(this.#connection, unknown))
            if (LaunchConfigurationName !== undefined)
                this.#launches.set(LaunchConfigurationName, statedBy(stated));
    }
}

// EXTERNAL MODULE: ./build/src/aws/observe/launch-source.js
var launch_source = __webpack_require__(85067);
// EXTERNAL MODULE: ./build/src/aws/images/image-parameters.js
var image_parameters = __webpack_require__(24724);
// EXTERNAL MODULE: ./build/src/domain/rollout/freshness.js + 1 modules
var freshness = __webpack_require__(25315);
;// CONCATENATED MODULE: ./build/src/aws/observe/launch-sources.js








/** The launch sources of many groups, with calls shared between them. */
class LaunchSourceReader {
    #connection;
    #unreadParameters;
    /** By group: when `$Latest` and `$Default` were last read, of which templates, and what they were. */
    #resolved = new Map();
    #values;
    #named = new Map();
    #templates;
    #configurations;
    constructor(connection, unreadParameters = 'refuse') {
        this.#connection = connection;
        this.#unreadParameters = unreadParameters;
        this.#templates = new TemplateLaunches(connection);
        this.#configurations = new ConfigurationLaunches(connection);
    }
    /**
     * What each of these groups would launch; `now` in seconds since the Unix epoch. The answer throws a UserError for a group
     * that cannot launch. Of the groups in `young` what may move must have been read a moment ago, of others it may be kept
     * longer.
     */
    async ask(groups, now, young = new Set()) {
        const resolverOf = await this.#resolvers(groups, { now, young });
        const references = groups.flatMap((group) => referencesOf(() => this.#namedSource(group, resolverOf(group))));
        await this.#learn(references);
        const values = await this.#parameters(references, {
            now,
            mustBeYoung: groups.some((group) => young.has(nameOf(group))),
        });
        const parametersAt = this.#values?.at ?? now;
        const isRecent = (at = now) => (0,freshness/* isYoung */.Pi)('launchSource', { from: at, now });
        return {
            sourceOf: (group) => {
                const { parts, ...source } = this.#namedSource(group, resolverOf(group));
                const known = parts.map((part) => ({ ...part, ...this.#read(part.reference, values) }));
                const images = known.flatMap(({ image }) => (image.kind === 'parameter' ? [image.id] : []));
                const [base] = known;
                return {
                    ...source,
                    fingerprint: (0,launch_source/* fingerprintWith */.ZH)(source.fingerprint, images),
                    imageId: base?.image.kind === 'image' || base?.image.kind === 'parameter' ? base.image.id : undefined,
                    parts: known,
                };
            },
            isKept: (group, { parts = [] }) => ((0,launch_source/* templatesOf */.r3)(group).some(isMoving) && !isRecent(this.#resolved.get(nameOf(group))?.at)) ||
                (parts.some(({ image }) => image.kind === 'parameter') && !isRecent(parametersAt)),
        };
    }
    /** As long as group and templates say the same it is not reckoned again. Throws as `launchSourceOf` does. */
    #namedSource(group, resolve) {
        const { AutoScalingGroupName: name = '', LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = group;
        const of = JSON.stringify([LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy]);
        const kept = this.#named.get(name);
        if (kept?.of === of && kept.resolve === resolve)
            return kept.source;
        const source = (0,launch_source/* launchSourceOf */.id)(group, resolve);
        this.#named.set(name, { of, resolve, source });
        return source;
    }
    /** What these versions and configurations say of their launches. */
    async read(references) {
        await this.#learn(references);
        const values = await this.#parameters(references, { now: 0, mustBeYoung: true });
        return (reference) => this.#read(reference, values);
    }
    async #learn(references) {
        await Promise.all([
            this.#templates.learn(references.filter((reference) => reference.kind === 'template')),
            this.#configurations.learn(references.flatMap((one) => (one.kind === 'configuration' ? one.name : []))),
        ]);
    }
    /** What the parameters name now that stand in the place of images; asked for where one does. */
    async #parameters(references, { now, mustBeYoung }) {
        const names = [
            ...new Set(references.flatMap((each) => (0,request/* parameterOf */.l)(this.#stated(each)?.image ?? '') ?? [])),
        ].toSorted();
        if (names.length === 0)
            return new Map();
        const of = JSON.stringify(names);
        const last = this.#values;
        if (last?.of === of && (mustBeYoung ? freshness/* isYoung */.Pi : freshness/* mayBeKept */.Zv)('launchSource', { from: last.at, now }))
            return last.values;
        try {
            const values = await (0,image_parameters/* parameterValues */.o)(this.#connection, names);
            this.#values = { at: now, of, values };
            return values;
        }
        catch (error) {
            if (this.#unreadParameters === 'refuse' || !(error instanceof errors/* UserError */.yo))
                throw error;
            return new Map();
        }
    }
    /** `$Latest` moves rarely; an instance of a newer version than it is believed to be proves that it has. */
    async #resolvers(groups, { now, young }) {
        const mayKeep = (group) => {
            const last = this.#resolved.get(nameOf(group));
            if (last === undefined || last.of !== templatesText(group) || isAhead(last.resolve)(group))
                return false;
            return (young.has(nameOf(group)) ? freshness/* isYoung */.Pi : freshness/* mayBeKept */.Zv)('launchSource', { from: last.at, now });
        };
        const asked = groups.filter((group) => !mayKeep(group));
        const resolve = await resolveTemplates(this.#connection, asked.flatMap(launch_source/* templatesOf */.r3));
        for (const group of asked)
            this.#resolved.set(nameOf(group), { at: now, of: templatesText(group), resolve });
        return (group) => this.#resolved.get(nameOf(group))?.resolve ?? resolve;
    }
    #stated(reference) {
        return reference.kind === 'template' ? this.#templates.of(reference) : this.#configurations.of(reference.name);
    }
    #read(reference, values) {
        const stated = this.#stated(reference);
        if (stated === undefined)
            return { image: { kind: 'missing' } };
        return { image: sourceImage(stated.image, values), shape: stated.shape };
    }
}
/** What stands in the place of an image id, with what the parameters name. */
function sourceImage(text, values) {
    if (text === '')
        return { kind: 'none' };
    const name = (0,request/* parameterOf */.l)(text);
    if (name === undefined)
        return { kind: 'image', id: text };
    const value = values.get(name);
    // A parameter may hold anything, a secret as well.
    return { kind: 'parameter', name, id: value !== undefined && (0,request/* isImageId */.r)(value) ? value : undefined };
}
/** What these versions and configurations say of their launches now, asked for anew; calls are shared between them. */
async function readSources(connection, references) {
    return await new LaunchSourceReader(connection).read(references);
}
const nameOf = ({ AutoScalingGroupName }) => AutoScalingGroupName ?? '';
const templatesText = (group) => JSON.stringify((0,launch_source/* templatesOf */.r3)(group));
const isAhead = (resolve) => (group) => {
    const believed = new Map((0,launch_source/* templatesOf */.r3)(group)
        .flatMap((each) => resolve(each) ?? [])
        .map(({ id, version }) => [id, version]));
    return (group.Instances ?? []).some(({ LaunchTemplate }) => {
        const version = believed.get(LaunchTemplate?.LaunchTemplateId ?? '');
        return version !== undefined && ((0,template_versions/* versionNumber */.e1)(LaunchTemplate?.Version) ?? 0) > version;
    });
};
/** None of a group that cannot launch: the reason is told when that group is put together. */
function referencesOf(sourceOf) {
    try {
        return sourceOf().parts.map(({ reference }) => reference);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
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
            const seen = unknown.length > 0 ? await real.look(unknown, now, need) : { fleets: [], gone: [], unreadable: [] };
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


/***/ }),

/***/ 37904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ holdWhileBlind),
/* harmony export */   QM: () => (/* binding */ alarmInWords),
/* harmony export */   RM: () => (/* binding */ observeAlarms),
/* harmony export */   Ud: () => (/* binding */ askAtEndOfBake),
/* harmony export */   dJ: () => (/* binding */ isRaisedByRoll),
/* harmony export */   nd: () => (/* binding */ areAlarmsSteady),
/* harmony export */   s5: () => (/* binding */ watchingNow),
/* harmony export */   w$: () => (/* binding */ haltOnAlarm)
/* harmony export */ });
/* unused harmony export BLIND_SECONDS */
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26519);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35208);


/** So long CloudWatch may not answer before the gate fails. */
const BLIND_SECONDS = 300;
/** The alarms that watch now: none while a roll is taken back, since what it takes back is what raised them. */
const watchingNow = ({ fleet: { memo }, policy: { gates, rollback }, }) => (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_0__/* .isTakingBack */ .KP)(memo, { rollback }) ? undefined : gates?.alarms;
/** What an observation adds. */
function observeAlarms(before, fleet, watch) {
    const { names } = watch;
    const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]));
    const ignored = (before?.ignored ?? ignoredAtStart(fleet, watch)).filter((name) => known.get(name)?.state !== 'OK');
    const isBlind = names.some((name) => !known.has(name));
    return { ignored, ...(isBlind && { blindSince: before?.blindSince ?? fleet.at }) };
}
/**
 * Which alarms do not count yet at the first look of a run: with `ignore-until-ok` those in ALARM, and those that cannot be read, which
 * may be in ALARM as well. Where the run goes on with a roll, only what was in ALARM before that roll began.
 */
function ignoredAtStart(fleet, { names, atStart }) {
    if (atStart === 'refuse')
        return [];
    const known = new Map(fleet.alarms?.map((alarm) => [alarm.name, alarm]));
    return names.filter((name) => {
        const alarm = known.get(name);
        if (alarm === undefined)
            return !goesOn(fleet);
        return alarm.state === 'ALARM' && !isRaisedByRoll(alarm, fleet);
    });
}
/** Whether a roll that another run has begun goes on: to what the group still launches. */
const goesOn = ({ memo, source }) => memo !== undefined && memo.source === source?.fingerprint;
/**
 * Whether an alarm in ALARM may have been raised by what an unfinished roll has launched: it has come into that state since the roll
 * began. A run that goes on with the roll lets that fail its gate, and takes the roll back.
 */
const isRaisedByRoll = ({ since }, fleet) => goesOn(fleet) && since !== undefined && fleet.memo !== undefined && since > fleet.memo.startedAt;
/**
 * Whether every alarm has been told at this look, and none has become another between the last two: one that is `OK` at both and has come
 * into that state since may have been in ALARM, for less time than lies between two looks.
 */
function areAlarmsSteady(before, { fleet, policy, state }) {
    if (watchingNow({ fleet, policy }) === undefined)
        return true;
    if (state.alarms?.blindSince !== undefined)
        return false;
    const was = new Map(before.alarms?.map((alarm) => [alarm.name, alarm]));
    return (fleet.alarms?.every((now) => {
        const then = was.get(now.name);
        return now.state !== 'OK' || then?.state !== 'OK' || now.since === then.since;
    }) === true);
}
/** Stops the roll where an alarm that counts is in ALARM, or where CloudWatch has not answered for too long. */
function haltOnAlarm({ fleet, policy, state }) {
    const watch = watchingNow({ fleet, policy });
    if (watch === undefined)
        return undefined;
    const raised = fleet.alarms?.find(({ name, state: is }) => is === 'ALARM' && !state.alarms?.ignored.includes(name));
    if (raised !== undefined)
        return failed(alarmInWords(raised), LOOK);
    const { blindSince } = state.alarms ?? {};
    if (blindSince === undefined || fleet.at - blindSince < BLIND_SECONDS)
        return undefined;
    return failed(`CloudWatch has not told the state of ${unread(fleet, watch).join(', ')} for ${BLIND_SECONDS / 60} minutes`, 'Look whether the alarms still exist, and whether the role may call `cloudwatch:DescribeAlarms`, then start again.');
}
/** While the state of an alarm is not known nothing leaves, and nothing more is launched. */
function holdWhileBlind({ fleet, policy, state }) {
    const watch = watchingNow({ fleet, policy });
    if (watch === undefined || state.alarms?.blindSince === undefined)
        return undefined;
    return { kind: 'wait', reason: `CloudWatch does not tell the state of ${unread(fleet, watch).join(', ')}` };
}
/** What the alarms say at the end of a bake: undefined where they let the roll pass. */
function askAtEndOfBake({ fleet, policy }, gate) {
    const { withoutData = 'neutral', names = [] } = watchingNow({ fleet, policy }) ?? {};
    const states = new Map(fleet.alarms?.map(({ name, state }) => [name, state]));
    if (withoutData === 'neutral')
        return undefined;
    if (withoutData === 'wait') {
        const unsure = names.find((name) => states.get(name) !== 'OK');
        return unsure === undefined
            ? undefined
            : {
                kind: 'wait',
                reason: `${gate} waits for the alarm ${unsure} to be OK; it is ${states.get(unsure) ?? 'not known'}`,
            };
    }
    const empty = names.find((name) => states.get(name) === 'INSUFFICIENT_DATA');
    return empty === undefined
        ? undefined
        : failed(`at the end of the bake of ${gate} the alarm ${empty} had no data, and \`alarms-without-data\` is \`fail\``, 'Look whether the new instances send the metrics of the alarm.');
}
const failed = (reason, remedy) => ({ kind: 'halt', reason, remedy, blames: 'gate' });
const LOOK = 'Look at what the alarm measures on the new instances, then start again.';
const unread = ({ alarms }, { names }) => names.filter((name) => !alarms?.some((alarm) => alarm.name === name));
/** `the alarm web-5xx is in ALARM since 2026-01-05 09:00:00 UTC: Threshold Crossed ... (https://...)`. */
function alarmInWords({ name, reason, since, link }) {
    const moment = since === undefined ? '' : ` since ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .momentText */ .Am)(since)}`;
    return `the alarm ${name} is in ALARM${moment}${reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`} (${link})`;
}


/***/ }),

/***/ 79943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bakeLeft),
/* harmony export */   E: () => (/* binding */ goesOn)
/* harmony export */ });
/** The bake at a gate goes on from the look before, or begins with the answers of this one. */
const goesOn = (before, gate, { at, answeredAt = at }) => (before?.gate === gate ? before : { gate, since: answeredAt });
/** Seconds that a bake must still last; the whole of it where it has only begun. */
const bakeLeft = ({ fleet, state }, gate, seconds) => seconds - (state.baking?.gate === gate ? fleet.at - state.baking.since : 0);


/***/ }),

/***/ 26876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   Ik: () => (/* binding */ neededSurplus),
/* harmony export */   P3: () => (/* binding */ heaviestOf),
/* harmony export */   S2: () => (/* binding */ mostSurge),
/* harmony export */   TU: () => (/* binding */ overdue),
/* harmony export */   _7: () => (/* binding */ situationOf),
/* harmony export */   k7: () => (/* binding */ terminable),
/* harmony export */   qM: () => (/* binding */ surgeTarget),
/* harmony export */   tI: () => (/* binding */ surplus)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23241);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55160);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35658);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93323);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7460);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77548);
/* harmony import */ var _max_leaving_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26843);
/* harmony import */ var _surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50066);









/** A group with what there is to decide by. */
const situationOf = (fleet, known) => ({ fleet, ...known, capacity: (0,_capacity_js__WEBPACK_IMPORTED_MODULE_2__/* .capacityOfGroup */ .th)(fleet, known.policy) });
/** Ready capacity never falls below this by our doing. */
const floorOf = (memo, policy) => Math.max(0, memo.sizes.desired - policy.maxUnavailable);
/**
 * The most that a surge may raise a desired capacity of this size: there is no more to replace, but that AWS launches no
 * part of an instance, of which the heaviest may weigh more. Nothing is to be replaced where nothing is desired.
 */
const mostSurge = (desired, heaviest) => desired === 0 ? 0 : Math.max(desired, heaviest);
/** The greatest weight among instances; 1 where there are none. */
const heaviestOf = ({ instances }) => instances.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 1);
/**
 * The desired capacity while `oldCapacity` is still to leave: the surge, but never more than there is to replace, so
 * that the last ones leave without a successor and launches equal replacements.
 */
const surgeTarget = ({ fleet, memo, policy }, oldCapacity) => 
// An operator may have raised MinSize meanwhile: AWS refuses every step below it.
Math.max((0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_7__/* .minWithoutRoll */ .sU)(fleet, memo), memo.sizes.desired +
    Math.min(steerableSurge({ fleet, memo, policy }), oldCapacity, mostSurge(memo.sizes.desired, heaviestOf(fleet))));
/**
 * The surge, or a little less where so few launches follow it that they could not make up for zones that AWS has chosen
 * unluckily: then so much that all zones get equally many. Nothing is gained where none follows, as with a surge of 100 %.
 */
function steerableSurge({ fleet: { zones = [] }, memo: { sizes }, policy: { surge } }) {
    const following = sizes.desired - surge;
    if (following <= 0 || following >= zones.length - 2)
        return surge;
    const even = surge - ((sizes.desired + surge) % zones.length);
    return even > 0 ? even : surge;
}
/**
 * The old instances that may leave in one call, and whether desired capacity falls with them; undefined when none may.
 *
 * Two budgets, as in a Deployment of Kubernetes. Ready: a serving instance leaves only while more than the floor are
 * ready. Total: all that leave, broken ones too, are paid from capacity above the floor that is not still becoming
 * ready, so that a load balancer that calls all instances sick cannot empty the group.
 * Worked example: desired 6, surge 2, nothing unavailable. 6 old + 2 new, both new ready: ready 8, floor 6, two may
 * leave. One new not ready yet: total 8 - 6 - 1 = 1.
 */
function terminable(situation) {
    const { fleet, policy, memo, capacity } = situation;
    const floor = floorOf(memo, policy);
    if (policy.waitForAll && (capacity.unreadyCurrentCapacity > 0 || capacity.total < fleet.sizes.desired))
        return undefined;
    if ((0,_surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_6__/* .isSurplusAwaited */ .oD)(situation))
        return undefined;
    const takenByAws = (0,_surplus_of_aws_js__WEBPACK_IMPORTED_MODULE_6__/* .aboveDesired */ .kD)(fleet);
    let total = capacity.total - takenByAws - capacity.unreadyCurrentCapacity - floor;
    let ready = capacity.readyCapacity - takenByAws - floor;
    let desired = fleet.sizes.desired;
    let old = capacity.outdatedCapacity;
    let decrement;
    const terminations = [];
    const mayBe = (instance) => mayBeNamed(instance, fleet, policy);
    const lightest = Math.min(...capacity.outdated.map(({ weight }) => weight));
    const room = (0,_max_leaving_js__WEBPACK_IMPORTED_MODULE_5__/* .roomToLeave */ .o)(situation);
    // Most looks let none leave: then no order is made of a thousand.
    if (room <= 0 || total < lightest)
        return undefined;
    const queue = (0,_termination_order_js__WEBPACK_IMPORTED_MODULE_8__/* .terminationOrder */ .l)({
        leaving: capacity.outdated.filter(mayBe),
        remaining: capacity.outdated.filter((instance) => !mayBe(instance)),
        staying: [...capacity.current, ...capacity.exempt],
        serving: capacity.ready,
        zones: fleet.zones,
        // Where a launch has failed there may be none to wait for.
        outstanding: fleet.failedLaunches.length > 0 ? 0 : fleet.sizes.desired - capacity.total,
        lastToLeave: surgeTarget(situation, Infinity) - memo.sizes.desired,
    });
    const falling = (weight) => desired - weight >= surgeTarget(situation, old - weight);
    let launches = (0,_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .roomBeforeGate */ .qH)(situation);
    while (terminations.length < room && total >= lightest) {
        const instance = queue.next(!falling(lightest));
        if (instance === undefined)
            break;
        const { weight } = instance;
        const counted = capacity.ready.has(instance) ? weight : 0;
        // One that serves but is not warm yet is not counted, and is capacity all the same while too little is.
        if (weight > total || ((0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && counted > ready))
            continue;
        const falls = falling(weight);
        // Each that leaves with a successor makes AWS launch one.
        if (!falls && launches <= 0)
            break;
        decrement ??= falls;
        // One call has one flag; the others follow after the next look.
        if (decrement !== falls)
            break;
        terminations.push(instance);
        total -= weight;
        ready -= counted;
        old -= weight;
        if (falls)
            desired -= weight;
        else
            launches -= weight;
    }
    return decrement === undefined ? undefined : { terminations, decrement, desired };
}
/** An instance that is still on its way up is not named before its time is over: AWS may refuse while it is Pending. */
const mayBeNamed = (instance, fleet, policy) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_4__/* .phaseOf */ .hU)(instance) !== 'pending' || overdue(instance, fleet, policy);
/** Whether an instance has been without service for longer than it is given. */
const overdue = (instance, fleet, policy) => fleet.at - (instance.unreadySince ?? instance.firstSeenAt) > policy.instanceTimeoutSeconds;
/**
 * Capacity above the original, in the order in which it goes when a roll is undone: what does not serve, current
 * first, then the current ones, first those that a target group still starts slowly, from the zone that has most in all, so
 * that zones end evenly, and of these the newest.
 * Serving old instances are among them only where there are no others, as when the launch source was changed once more:
 * to leave the choice to AWS would take the oldest. Only whole instances that fit, and serving ones only while as many
 * serve as there were to be, less what a roll may miss.
 */
function surplus(situation) {
    const { capacity, memo, policy, fleet } = situation;
    let above = aboveOriginal(situation);
    const needed = policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation);
    let spare = capacity.readyCapacity - needed;
    const terminations = [];
    const fullness = fullnessOfZones(fleet);
    for (const alike of inOrderOfUndoing(situation)) {
        const waiting = new Set(alike);
        while (waiting.size > 0 && terminations.length < _termination_order_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_TERMINATIONS_PER_CALL */ .i) {
            const instance = inFullestZone(waiting, fullness);
            const { weight, zone } = instance;
            waiting.delete(instance);
            const serving = capacity.ready.has(instance);
            if (weight > above || (serving && weight > spare))
                continue;
            // What is not known is not taken away, unless as many are known to serve as are needed.
            if ((0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .mayServeUnseen */ .dk)(instance) && capacity.readyCapacity < needed)
                continue;
            terminations.push(instance);
            fullness.set(zone, (fullness.get(zone) ?? 0) - weight);
            above -= weight;
            if (serving)
                spare -= weight;
        }
    }
    return terminations;
}
/** What counts in each zone; a zone that the group does not use any more is fuller than all others. */
function fullnessOfZones({ instances, zones }) {
    const fullness = new Map();
    for (const { zone, weight } of instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he))
        fullness.set(zone, zones?.includes(zone) === false ? Infinity : (fullness.get(zone) ?? 0) + weight);
    return fullness;
}
/** The first of those in the fullest zone. */
function inFullestZone(waiting, fullness) {
    const [first, ...others] = waiting;
    const of = ({ zone }) => fullness.get(zone) ?? 0;
    return others.reduce((best, each) => (of(each) > of(best) ? each : best), first);
}
/** One that would go if its service were not needed: until others serve, to lower the size would let AWS take it. */
const neededSurplus = (situation) => surplus(situation).length > 0
    ? undefined
    : inOrderOfUndoing(situation)
        .flat()
        .find(({ weight }) => weight <= aboveOriginal(situation));
// An operator may have raised MinSize meanwhile.
const originalOf = ({ fleet, memo }) => Math.max(memo.sizes.desired, (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_7__/* .minWithoutRoll */ .sU)(fleet, memo));
const aboveOriginal = (situation) => Math.min(situation.capacity.total, situation.fleet.sizes.desired) - originalOf(situation);
/**
 * Instances of one kind together, the kind that goes first before the others. What the roll has launched goes before what was there,
 * also where its source is not the group's any more; what the policy leaves alone is not among them.
 */
function inOrderOfUndoing({ fleet, memo: { startedAt }, policy, capacity, state: { named = [] }, }) {
    const { at, slowStartSeconds = 0, suspended } = fleet;
    const { ready } = capacity;
    // Once AWS may terminate again it takes what was named before: to name it again would lower the size twice for one instance.
    const isNew = ({ id }) => !suspended.includes('Terminate') || !named.includes(id);
    const current = capacity.current.filter(isNew);
    const outdated = capacity.outdated.filter(isNew);
    const mayServe = (instance) => ready.has(instance) || (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .mayServeUnseen */ .dk)(instance);
    const broken = (instances) => instances.filter((each) => !mayServe(each));
    const newest = (instances) => instances.filter(mayServe).toSorted((a, b) => bornAt(b) - bornAt(a));
    // While a roll is undone each that serves counts, but these have no full share of the requests yet.
    const isStarting = ({ readySince }) => readySince !== undefined && at - readySince < slowStartSeconds;
    const isOfRoll = (instance) => bornAt(instance) >= startedAt;
    const isOlder = (instance) => !isOfRoll(instance);
    const own = current.filter((each) => isOfRoll(each) || !(0,_capacity_js__WEBPACK_IMPORTED_MODULE_2__/* .isExempt */ .U4)(each, fleet, policy));
    const serving = (instances) => [
        newest(instances.current.filter((each) => isStarting(each))),
        newest(instances.current.filter((each) => !isStarting(each))),
        newest(instances.outdated),
    ];
    return [
        broken(own),
        broken(outdated),
        ...serving({ current: own.filter(isOfRoll), outdated: outdated.filter(isOfRoll) }),
        ...serving({ current: own.filter(isOlder), outdated: outdated.filter(isOlder) }),
    ];
}
const bornAt = ({ launchedAt, firstSeenAt }) => launchedAt ?? firstSeenAt;


/***/ }),

/***/ 35658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ isLaunchedByRoll),
/* harmony export */   IH: () => (/* binding */ isFromSource),
/* harmony export */   Op: () => (/* binding */ isReplacingRootVolume),
/* harmony export */   Oz: () => (/* binding */ isCurrent),
/* harmony export */   Th: () => (/* binding */ parameterImage),
/* harmony export */   U4: () => (/* binding */ isExempt),
/* harmony export */   lY: () => (/* binding */ isOutdated),
/* harmony export */   th: () => (/* binding */ capacityOfGroup)
/* harmony export */ });
/* unused harmony export isSameReference */
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26519);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77548);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12866);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7460);





/** Whether the group would launch this instance from the same source, and of the same type, today. */
const isCurrent = (instance, source) => isFromSource(instance, source) && (source.types?.includes(instance.type) ?? true);
/**
 * Whether an instance comes from what the group launches today, whatever its type. A missing source counts as another one: the
 * launch configuration was deleted, or the instance was attached.
 */
function isFromSource({ reference, type, imageId }, source) {
    if (reference === undefined)
        return false;
    const { images, references } = launchesOf(source, type);
    if (images.length > 0 && imageId !== undefined && !images.includes(imageId))
        return false;
    // A parameter that names another image by now changes what is launched, and no version does so.
    const now = images.length > 0 ? undefined : parameterImage(reference, source);
    if (now !== undefined && imageId !== undefined && imageId !== now)
        return false;
    return references.some((other) => isSameReference(reference, other));
}
const launchesByType = new WeakMap();
/** Reckoned once for a source and a type: a group has a thousand instances of it. */
function launchesOf(source, type) {
    const byType = launchesByType.get(source) ?? new Map();
    launchesByType.set(source, byType);
    const known = byType.get(type);
    if (known)
        return known;
    const forType = source.overrides.filter((override) => override.instanceType === type);
    const candidates = forType.length > 0 ? forType : source.overrides.filter(({ instanceType }) => instanceType === undefined);
    const launches = {
        references: [...candidates.map(({ reference }) => reference), ...(forType.length === 0 ? [source.base] : [])],
        images: forType.flatMap(({ imageId }) => imageId || []),
    };
    byType.set(type, launches);
    return launches;
}
/** The image that a parameter gives to what is launched from here now; undefined where none does, or it is not known. */
function parameterImage(reference, { parts = [] }) {
    const image = parts.find((part) => isSameReference(part.reference, reference))?.image;
    return image?.kind === 'parameter' ? image.id : undefined;
}
const isSameReference = (one, other) => one.kind === 'configuration'
    ? other.kind === 'configuration' && one.name === other.name
    : other.kind === 'template' && one.id === other.id && one.version === other.version;
/**
 * Whether an instance is to be replaced; with `force` so is whatever was launched before the roll began. While a roll is
 * taken back only what it has launched is: a run that goes on with that knows it by its launch.
 */
function isOutdated(instance, fleet, { force, rollback }) {
    const current = isCurrent(instance, fleet.source);
    if (rollback !== undefined)
        return !current && isCurrent(instance, rollback.failed);
    if ((0,_taken_back_js__WEBPACK_IMPORTED_MODULE_4__/* .isBeingTakenBack */ .aS)(fleet))
        return !current && isLaunchedByRoll(instance, fleet);
    if (!current)
        return true;
    const replaceLaunchedUntil = fleet.memo === undefined && force ? Infinity : fleet.memo?.replaceLaunchedUntil;
    if (replaceLaunchedUntil === undefined || instance.launchedAt === undefined)
        return false;
    return instance.launchedAt <= replaceLaunchedUntil;
}
/** Whether an instance was launched since the roll began that the group is in the middle of; the memo has that in whole seconds. */
const isLaunchedByRoll = ({ launchedAt }, { memo }) => memo !== undefined && launchedAt !== undefined && launchedAt >= memo.startedAt;
/**
 * An outdated instance that the policy leaves alone: it counts and serves, but it replaces none and is not replaced. What a
 * roll has launched itself goes when it is undone, though its group may protect all that it launches.
 */
function isExempt(instance, fleet, { protectedInstances, intent, rollback }) {
    if (!instance.protectedFromScaleIn || protectedInstances !== 'ignore')
        return false;
    const isUndone = intent === 'restore' || rollback !== undefined || (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_4__/* .isBeingTakenBack */ .aS)(fleet);
    return !(isUndone && isLaunchedByRoll(instance, fleet));
}
/** Whether something else has an instance in hand, of whatever version it will be then: it is left alone, and not waited for. */
const isReplacingRootVolume = (instance) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(instance) === 'replacing its root volume';
/**
 * Ready means serving, and a current instance must have been so for the warm-up: for an old one the beginning is
 * long ago, whenever we first looked, but where it was seen to come up, or was launched shortly before. As long as a target group starts it slowly it has no full
 * share of the requests. One that came into service since the roll began must have passed its probe as well. While a roll is undone
 * neither is waited for: every instance that serves is capacity.
 */
function capacityOfGroup(fleet, policy) {
    const kept = capacities.get(fleet);
    if (kept && isSameCriteria(kept.policy, policy))
        return kept.capacity;
    const capacity = reckon(fleet, policy);
    capacities.set(fleet, { policy, capacity });
    return capacity;
}
/** One look is counted several times: for the log, and for each decision on it. */
const capacities = new WeakMap();
const isSameCriteria = (one, other) => one.force === other.force &&
    one.rollback === other.rollback &&
    one.intent === other.intent &&
    one.warmupSeconds === other.warmupSeconds &&
    one.protectedInstances === other.protectedInstances &&
    one.probes === other.probes;
/** Within so long of its launch an instance may have come into service a moment before a run has looked first. */
const START_SECONDS = 900;
function reckon(fleet, policy) {
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he);
    const notCurrent = new Set(counted.filter((instance) => isOutdated(instance, fleet, policy)));
    const outdated = [...notCurrent].filter((instance) => !isExempt(instance, fleet, policy) && !isReplacingRootVolume(instance));
    const current = counted.filter((instance) => !notCurrent.has(instance));
    const warmupSeconds = policy.intent === 'restore' ? 0 : Math.max(policy.warmupSeconds, fleet.slowStartSeconds ?? 0);
    const isWarm = ({ readySince }) => warmupSeconds === 0 || (readySince !== undefined && fleet.at - readySince >= warmupSeconds);
    const isLongSince = ({ cameUp, launchedAt = -Infinity, firstSeenAt }) => cameUp !== true && firstSeenAt - launchedAt >= warmupSeconds + START_SECONDS;
    const ready = new Set([
        ...[...notCurrent].filter((instance) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && (isLongSince(instance) || isWarm(instance))),
        ...current.filter((instance) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_3__/* .isServing */ .PA)(instance) && !(0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitsProbe */ .wz)(instance, fleet, policy) && isWarm(instance)),
    ]);
    return {
        outdated,
        exempt: [...notCurrent].filter((instance) => isExempt(instance, fleet, policy)),
        current,
        ready,
        total: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(counted),
        outdatedCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(outdated),
        readyCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(ready),
        unreadyCurrentCapacity: (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(current.filter((instance) => !ready.has(instance))),
    };
}


/***/ }),

/***/ 44336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ darkRefusal),
/* harmony export */   Ix: () => (/* binding */ isExcused),
/* harmony export */   J5: () => (/* binding */ darkMemo),
/* harmony export */   Li: () => (/* binding */ observeDark),
/* harmony export */   Wn: () => (/* binding */ releaseDarkInstances),
/* harmony export */   c5: () => (/* binding */ REGISTERING),
/* harmony export */   iY: () => (/* binding */ withRegistration),
/* harmony export */   li: () => (/* binding */ whyNotReleased),
/* harmony export */   ys: () => (/* binding */ registerRemaining)
/* harmony export */ });
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79943);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26876);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70476);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12866);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93323);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35208);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71582);
/**
 * The rules for a dark launch: new instances are launched while `AddToLoadBalancer` is suspended, so that they are up
 * and can be tried before any request reaches them. What is released is registered by the run, since AWS does not register later
 * what came meanwhile: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
 */








/** The process whose suspension keeps new instances in the dark. */
const REGISTERING = 'AddToLoadBalancer';
/** What a memo says of the dark when a run begins: the process that keeps new ones out is the run's where it was not suspended before. */
const darkMemo = ({ suspended }, { dark }) => dark?.kind === 'launch'
    ? { dark: true, suspends: suspended.includes(REGISTERING) ? [] : [REGISTERING] }
    : { suspends: [] };
/** Why a run must not begin, or take over, what another has left; undefined where it may. */
function darkRefusal(memo, { dark }) {
    if (dark?.kind === 'release' && memo === undefined)
        return { kind: 'done', reason: 'nothing waits to be released here' };
    if (dark?.kind === 'release' && memo !== undefined && !memo.dark && !memo.released && !(0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .isPastGate */ .ck)(memo))
        return {
            kind: 'refuse',
            reason: 'a run has left this group unfinished, but it has no dark half, and waits at no gate',
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
/**
 * Whether an instance is up as far as its group and EC2's status checks can tell: load balancers, which do not know it, are not
 * asked. One that they do know has no status checks.
 */
const isUp = ({ lifecycle, healthy, statusChecks }) => lifecycle === 'InService' && healthy && (statusChecks === undefined || statusChecks.state === 'ok');
/** Whether an instance was registered with a load balancer that still does not list it: AWS takes none that has ended. */
const isInVain = ({ id, balancers }, { registered = [] }) => registered.some(({ balancer, instances }) => instances.includes(id) && balancers.some((each) => each.balancer === balancer && each.state === 'unregistered'));
/** What a registration teaches, which this run has made at this moment. */
const withRegistration = (state, made, at) => ({
    ...state,
    registeredAt: at,
    registered: [...(state.registered ?? []), { balancer: made.balancer, instances: made.instances }],
});
const isUnregistered = ({ balancers }) => balancers.some(({ state }) => state === 'unregistered');
/**
 * From new instances that are up in the dark to ones that serve: probes and bake, then into the load balancers, then what keeps others
 * out is lifted. Nothing old leaves before that. A roll without conditions of its own that finds a dark half, and one
 * that is taken back, lets it out at once.
 */
function releaseDarkInstances(situation) {
    const { fleet, memo, capacity, policy } = situation;
    if (!memo.dark || capacity.current.length === 0)
        return undefined;
    const takenBack = policy.rollback !== undefined;
    if (!takenBack && capacity.total < fleet.sizes.desired)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)('AWS is about to launch into the dark');
    const [down, ...others] = capacity.current.filter((each) => !isUp(each));
    if (down)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`${down.id} is not up in the dark${andMore(others.length)}: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotReady */ .$R)(down)}`);
    return ((takenBack ? undefined : awaitRelease(situation)) ??
        registerNext(capacity.current) ??
        awaitService(situation) ??
        letOthersIn(fleet, memo));
}
function awaitRelease({ fleet, policy, state, memo, capacity }) {
    const [waiting, ...others] = capacity.current.filter((each) => (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitsProbe */ .wz)(each, fleet, policy));
    if (waiting)
        return ((0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .probeDue */ .jV)({ fleet, policy }, capacity.current, 'before any request reaches them') ??
            (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`${waiting.id} has not passed its probe${andMore(others.length)}: ${waiting.lastProbe?.reason}`));
    const { dark } = policy;
    if (dark?.kind !== 'launch')
        return undefined;
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_6__/* .bakeLeft */ .B)({ fleet, state }, 'dark', dark.bakeSeconds);
    if (left > 0)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`the dark half is up and has ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .minutesText */ .BI)(left)} of calm to go`);
    if (!dark.byHand)
        return undefined;
    return {
        kind: 'save-state',
        memo: { ...memo, heartbeatAt: 0 },
        carriers: capacity.current.map(({ id }) => id),
        reason: 'the dark half is up and waits to be released by hand',
    };
}
/** The first load balancer that does not know some of these instances gets them. */
function registerNext(instances) {
    const unknown = instances.flatMap(({ id, balancers }) => balancers.filter(({ state }) => state === 'unregistered').map(({ balancer }) => ({ balancer, id })));
    const [first] = unknown;
    if (first === undefined)
        return undefined;
    const { balancer } = first;
    const ids = unknown.filter((each) => each.balancer === balancer).map(({ id }) => id);
    return { kind: 'register', balancer, instances: ids.slice(0, _termination_order_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_TERMINATIONS_PER_CALL */ .i), reason: 'out of the dark' };
}
/**
 * Where load balancers cannot be asked: an instance that came since the roll began may be in the dark, and it does no harm to
 * register one that is not. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html
 */
function registerUnseen(instances, { memo, state }) {
    const isRegistered = (balancer, id) => state.registered?.some((made) => made.balancer === balancer && made.instances.includes(id)) === true;
    for (const { id, balancers, launchedAt = Infinity } of instances) {
        if (launchedAt < memo.startedAt)
            continue;
        const unseen = balancers.find((each) => each.state === 'unknown' && !isRegistered(each.balancer, id));
        if (unseen === undefined)
            continue;
        const reason = 'it may be in the dark, and its load balancer cannot be asked';
        return { kind: 'register', balancer: unseen.balancer, instances: [id], reason };
    }
    return undefined;
}
function awaitService({ capacity }) {
    const [first, ...others] = capacity.current.filter((each) => !capacity.ready.has(each));
    return first && (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`${first.id} is not ready${andMore(others.length)}: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotReady */ .$R)(first)}`);
}
/**
 * Resumed first, written down after: a crash in between leaves a memo that still says what was suspended. As long as an
 * instance that is to leave is in the dark, the memo says so: should the roll halt, those that stay must serve.
 */
function letOthersIn(fleet, memo) {
    if (isOursToResume(fleet, memo))
        return {
            kind: 'resume',
            processes: [REGISTERING],
            reason: 'the dark half serves: what is launched from now on may as well',
        };
    if (fleet.instances.some((each) => each.lifecycle === 'InService' && isUnregistered(each)))
        return undefined;
    return {
        kind: 'save-state',
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
 * place of an instance that was lost must serve. Resumed first, so that no instance that is on its way stays outside.
 */
function registerRemaining(situation) {
    const { memo, policy } = situation;
    // Where AWS lets us remove nothing, the surplus stays in the dark: it was never tried.
    if (!memo.dark || (0,_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .surplus */ .tI)(situation).length > 0)
        return undefined;
    const action = nextLight(situation);
    return action && policy.refused?.some((kind) => kind === action.kind) ? undefined : action;
}
function nextLight({ fleet, memo, state }) {
    if (isOursToResume(fleet, memo))
        return { kind: 'resume', processes: [REGISTERING], reason: 'only what this roll suspended' };
    const counted = fleet.instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounted */ .he);
    // One that EC2 has taken away cannot serve, and it may never be replaced.
    const staying = counted.filter((each) => each.lifecycle === 'InService' && !isInVain(each, state));
    const next = registerNext(staying) ?? registerUnseen(staying, { memo, state });
    if (next)
        return next;
    // One that its group calls unhealthy never comes into service, and where replacing is suspended it stays all the same.
    const coming = counted.find((each) => each.lifecycle !== 'InService' && each.healthy);
    return coming && (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .waitBecause */ .CS)(`${coming.id} is on its way, and may turn out to be in the dark`);
}
/**
 * Whether a new instance that does not serve has nothing to make up for: it is dark, up, and has passed what it must; or
 * it was registered a moment ago, and its load balancers have as long as any instance is given.
 */
function isExcused({ fleet, memo, policy, state }, instance) {
    if (!memo.dark || !isUp(instance))
        return false;
    if (isInVain(instance, state))
        return false;
    if (isUnregistered(instance))
        return !(0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitsProbe */ .wz)(instance, fleet, policy);
    const since = state.registeredAt;
    return since !== undefined && fleet.at - since <= policy.instanceTimeoutSeconds;
}
/** What a dark instance that is up still lacks, where it is its probe. */
function whyNotReleased({ memo }, instance) {
    const { lastProbe } = instance;
    if (!memo.dark || !isUp(instance) || lastProbe === undefined || lastProbe.passed)
        return undefined;
    return `its probe has not passed, ${lastProbe.reason}`;
}
/** What an observation adds: since when all new instances in the dark are up. One that falls, or is replaced, begins the bake anew. */
const observeDark = ({ fleet, state, capacity: { current } }) => current.length > 0 && current.every(isUp) ? (0,_bake_js__WEBPACK_IMPORTED_MODULE_6__/* .goesOn */ .E)(state.baking, 'dark', fleet) : undefined;
const andMore = (more) => (more > 0 ? ` (and ${more} more)` : '');


/***/ }),

/***/ 25315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ok: () => (/* binding */ doAllServe),
  Pi: () => (/* binding */ isYoung),
  Zv: () => (/* binding */ mayBeKept),
  LB: () => (/* binding */ mayKeepHealth),
  Pr: () => (/* binding */ staleFor)
});

// EXTERNAL MODULE: ./build/src/domain/rollout/readiness.js
var readiness = __webpack_require__(7460);
;// CONCATENATED MODULE: ./build/src/domain/rollout/reads.js
/** Every part of a look; what is not declared here is not read. */
const fleetReads = {
    group: {
        neededBy: 'every decision',
        actions: ['autoscaling:DescribeAutoScalingGroups'],
    },
    launchSource: {
        neededBy: ['capacity', 'previous-source', 'rules', 'start'],
        actions: [
            'autoscaling:DescribeLaunchConfigurations',
            'ec2:DescribeLaunchTemplateVersions',
            'ec2:DescribeLaunchTemplates',
            'ssm:GetParameters',
        ],
        keptSeconds: 600,
        youngSeconds: 30,
        freshFor: ['save-state', 'resize', 'terminate', 'terminate-warm'],
    },
    /** Kept while the same instances are in service and all of them serve: freshness.ts. */
    targetHealth: {
        keptSeconds: 300,
        freshFor: ['save-state', 'terminate', 'register'],
        neededBy: ['dark-launch', 'readiness', 'run-state', 'served-zones', 'suspensions'],
        actions: ['elasticloadbalancing:DescribeInstanceHealth', 'elasticloadbalancing:DescribeTargetHealth'],
    },
    /** Only of instances for which no load balancer speaks; kept like the health of targets. */
    statusChecks: {
        keptSeconds: 300,
        freshFor: ['save-state', 'terminate', 'register'],
        neededBy: ['dark-launch', 'readiness', 'run-state'],
        actions: ['ec2:DescribeInstanceStatus'],
    },
    /** Of each target group once in a run. */
    slowStart: {
        neededBy: ['capacity'],
        actions: ['elasticloadbalancing:DescribeTargetGroupAttributes'],
    },
    ec2Instances: {
        neededBy: [
            'acquire-lease',
            'boot-estimate',
            'boot-record',
            'budget',
            'capacity',
            'dark-launch',
            'previous-source',
            'probe',
            'start',
            'termination-order',
        ],
        actions: ['ec2:DescribeInstances'],
    },
    /** Only of a group that has a pool. */
    warmPool: {
        neededBy: ['start', 'warm-pool'],
        actions: ['autoscaling:DescribeWarmPool'],
    },
    /** Only of a group whose size may be that of a lost run. */
    desiredChanges: {
        neededBy: ['stale-state'],
        actions: ['autoscaling:DescribeScalingActivities'],
    },
    /** Only of a group that lacks capacity. */
    failedLaunches: {
        neededBy: ['budget', 'failures', 'launch-stall'],
        actions: ['autoscaling:DescribeScalingActivities'],
    },
    /** Before a run, and of a group whose scheduled actions a run has suspended. */
    scheduledActions: {
        keptSeconds: 240,
        youngSeconds: 60,
        neededBy: ['scheduled-actions'],
        actions: ['autoscaling:DescribeScheduledActions'],
    },
    /** Before a run, once of each group. */
    scalingPolicies: {
        neededBy: ['follow'],
        actions: ['autoscaling:DescribePolicies'],
    },
};
/**
 * The part of a look that fills each field of the model; a field without one does not compile. Of the instances, those of
 * a warm pool come with `warmPool`. `history` is what the looks of this process have seen before, and the time; `watched` what is read
 * beside the look because the user has named it.
 */
const filledBy = {
    group: 'group',
    groupId: 'group',
    at: 'history',
    answeredAt: 'history',
    sizes: 'group',
    defaultWarmupSeconds: 'group',
    zones: 'group',
    slowStartSeconds: 'slowStart',
    suspended: 'group',
    suspensionReasons: 'group',
    unreadableTags: 'group',
    weighted: 'group',
    reusesInstances: 'group',
    source: 'launchSource',
    instances: 'group',
    memo: 'group',
    orphanedLease: 'group',
    carriedMemo: 'ec2Instances',
    carriesMemo: 'ec2Instances',
    failedLaunches: 'failedLaunches',
    desiredChanges: 'desiredChanges',
    dueActions: 'scheduledActions',
    scalingPolicies: 'scalingPolicies',
    alarms: 'watched',
    unknown: 'history',
    kept: 'history',
    id: 'group',
    zone: 'group',
    type: 'group',
    weight: 'group',
    lifecycle: 'group',
    healthy: 'group',
    protectedFromScaleIn: 'group',
    reference: 'group',
    imageId: 'ec2Instances',
    launchedAt: 'ec2Instances',
    firstSeenAt: 'history',
    readySince: 'history',
    unreadySince: 'history',
    cameUp: 'history',
    lastProbe: 'history',
    balancers: 'targetHealth',
    statusChecks: 'statusChecks',
};

;// CONCATENATED MODULE: ./build/src/domain/rollout/freshness.js


const readOf = (part) => fleetReads[part];
/** The parts that this look has kept from an earlier one, and that must be asked for again before such a change is made. */
const staleFor = (kind, { kept = [] }) => kept.filter((part) => readOf(part).freshFor?.includes(kind));
/** Whether an answer of this part may be kept for a decision that only waits. */
const mayBeKept = (part, { from, now }) => now - from < (readOf(part).keptSeconds ?? 0);
/** Whether an answer of this part is as good as one of the look itself. */
const isYoung = (part, { from, now }) => now - from <= (readOf(part).youngSeconds ?? 0);
/**
 * Whether what was told of a group's health may be kept at a look that shows these members: none has come since, and none is
 * waited for. An instance that falls sick meanwhile is noticed where it matters: before anything leaves.
 */
const mayKeepHealth = (told, { now, members, attachments, }) => told !== undefined &&
    told.allServe &&
    told.attachments === attachments &&
    members.every((member) => told.members.has(member)) &&
    mayBeKept('targetHealth', { from: told.at, now });
/** Whether every instance in service serves. */
const doAllServe = (instances) => instances.every((instance) => instance.lifecycle !== 'InService' || (0,readiness/* isServing */.PA)(instance));


/***/ }),

/***/ 70476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ GATED),
/* harmony export */   Gd: () => (/* binding */ gateRefusal),
/* harmony export */   IR: () => (/* binding */ passedOf),
/* harmony export */   Ls: () => (/* binding */ withGatesPassed),
/* harmony export */   Pj: () => (/* binding */ releasedFromGate),
/* harmony export */   ck: () => (/* binding */ isPastGate),
/* harmony export */   m3: () => (/* binding */ isGated),
/* harmony export */   mV: () => (/* binding */ gateInputsOf)
/* harmony export */ });
/** The phase of a run that has ended on purpose at a gate, for a release to go on from. */
const GATED = 'gated';
/** How many gates have let the roll pass. */
const passedOf = ({ progress }) => progress?.gatesPassed ?? 0;
/** Whether a run has ended on purpose at a gate, which no release has passed yet. */
const isGated = ({ progress }) => progress?.phase === GATED;
/** The memo once a gate has let the roll pass. */
const withGatesPassed = (memo, passed) => ({
    ...memo,
    progress: {
        ...memo.progress,
        gatesPassed: passed,
        phase: undefined,
        checkpoints: undefined,
        alarms: undefined,
        needs: undefined,
    },
});
/**
 * The memo that a release goes on with. The gate at which the run before it has ended lets the roll pass; one that another run has had
 * in hand since, to put the group back perhaps, is come to once more.
 */
function releasedFromGate(memo, { heartbeatAt }) {
    if (!isGated(memo))
        return memo;
    return withGatesPassed(memo, passedOf(memo) + (heartbeatAt === 0 ? 1 : 0));
}
/** Whether a release may go on with this roll: it has come to a gate. */
const isPastGate = ({ progress }) => progress?.gatesPassed !== undefined;
/** Why a run must not begin where another has ended at a gate; undefined where it may. */
function gateRefusal(memo, policy) {
    const { gates, dark, takesBack } = policy;
    if (memo === undefined || !isGated(memo))
        return undefined;
    if (dark?.kind === 'release') {
        const { checkpoints = 1, alarms = 0, needs = [] } = memo.progress ?? {};
        const given = gates?.checkpoints.length ?? 0;
        const watching = gates?.alarms?.names.length ?? 0;
        const own = gateInputsOf(policy);
        const missing = needs.filter((name) => !own.includes(name)).map((name) => `no \`${name}\``);
        if (given === checkpoints && watching >= alarms && missing.length === 0)
            return undefined;
        const has = [`${given} in \`checkpoints\``, `${watching} in \`alarms\``, ...missing];
        return {
            kind: 'refuse',
            reason: `its roll waits at checkpoint ${passedOf(memo) + 1} of ${checkpoints}, watched by ${alarms} alarms, and this release has ${listed(has)}`,
            remedy: 'Give the release the gates of the run that waits: `checkpoints`, `bake`, `alarms`, `probe` and the others.',
        };
    }
    if (gates !== undefined || takesBack === true)
        return undefined;
    return {
        kind: 'refuse',
        reason: 'its new instances wait at a gate to be passed by hand',
        remedy: 'Go on with `mode: release`, or take them back with `mode: restore` or `mode: rollback`.',
    };
}
/** The inputs that a gate needs besides checkpoints and alarms, which are counted: those that the user has given. */
const gateInputsOf = ({ gates, probes }) => [
    ...((gates?.bakeSeconds ?? 0) > 0 ? ['bake'] : []),
    ...((gates?.bakeAtEndSeconds ?? 0) > 0 ? ['bake-at-end'] : []),
    ...(probes ? ['probe'] : []),
];
/** `1 in a, 2 in b and no c`. */
const listed = (parts) => `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;


/***/ }),

/***/ 55160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ isBakingAtEnd),
/* harmony export */   Cl: () => (/* binding */ bakeAtEnd),
/* harmony export */   QK: () => (/* binding */ nextCheckpoint),
/* harmony export */   az: () => (/* binding */ leaveAtGate),
/* harmony export */   kU: () => (/* binding */ withGatesOf),
/* harmony export */   qH: () => (/* binding */ roomBeforeGate),
/* harmony export */   u2: () => (/* binding */ observeGate),
/* harmony export */   we: () => (/* binding */ holdAtGate)
/* harmony export */ });
/* harmony import */ var _alarms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37904);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79943);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35658);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71582);
/* harmony import */ var _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70476);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26519);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94178);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35208);









/** The phase of a run whose new instances all serve, and which bakes once more before it forgets the group. */
const END_BAKE = 'baking';
/**
 * The checkpoint that is ahead; undefined where none is. While a roll is taken back there is none. Of a group that others have made
 * smaller since it takes no more than there will be.
 */
function nextCheckpoint({ memo, policy, capacity: { exempt }, }) {
    const index = (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .passedOf */ .IR)(memo);
    const { gates } = policy;
    const asked = (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_5__/* .isTakingBack */ .KP)(memo, policy) ? undefined : gates?.checkpoints[index];
    if (gates === undefined || asked === undefined)
        return undefined;
    const most = Math.max(0, memo.sizes.desired - (0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOf */ .A$)(exempt));
    return { index, capacity: Math.min(asked, most), bakeSeconds: gates.bakeSeconds };
}
/** The bake at the end; undefined where none is asked for, or a checkpoint is still ahead. */
function endGate(situation) {
    const { memo, policy } = situation;
    const { gates } = policy;
    if (gates === undefined || (0,_taken_back_js__WEBPACK_IMPORTED_MODULE_5__/* .isTakingBack */ .KP)(memo, policy) || nextCheckpoint(situation) !== undefined)
        return undefined;
    return { index: gates.checkpoints.length, capacity: undefined, bakeSeconds: gates.bakeAtEndSeconds };
}
/** The new capacity that is there, or on its way: what AWS is about to launch is new as well. */
const launchedOf = ({ sizes }, { current, total }) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOf */ .A$)(current) + Math.max(0, sizes.desired - total);
/** How much more may be launched before the next gate has let the roll pass; less than one instance may be exceeded. */
function roomBeforeGate(situation) {
    const gate = nextCheckpoint(situation);
    return gate === undefined ? Infinity : Math.max(0, gate.capacity - launchedOf(situation.fleet, situation.capacity));
}
const readyCurrent = ({ current, ready }) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .capacityOf */ .A$)(current.filter((instance) => ready.has(instance)));
/** The gate that the roll stands at: what it takes of new capacity serves. Undefined where it stands at none. */
function gateReached(situation) {
    const { fleet, memo, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (checkpoint !== undefined)
        return readyCurrent(capacity) >= checkpoint.capacity ? checkpoint : undefined;
    const isThrough = capacity.outdated.length === 0 &&
        capacity.unreadyCurrentCapacity === 0 &&
        ['resume', 'clear-state'].includes((0,_restore_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreStep */ .T2)(fleet, memo).kind);
    return isThrough ? endGate(situation) : undefined;
}
/** What an observation adds: since when the roll has stood at its gate. A fall of what is new, or of an alarm, begins its bake anew. */
function observeGate(before, situation) {
    const { fleet, state } = situation;
    const gate = gateReached(situation);
    if (gate === undefined || hasFallen(before, situation) || !(0,_alarms_js__WEBPACK_IMPORTED_MODULE_6__/* .areAlarmsSteady */ .nd)(before, situation))
        return undefined;
    return (0,_bake_js__WEBPACK_IMPORTED_MODULE_7__/* .goesOn */ .E)(state.baking, gate.index, fleet);
}
/**
 * Whether a new instance that served does not any more: it is sick, or it has left though its group lacks capacity. One that
 * scaling takes away where there is enough says nothing against its version.
 */
function hasFallen({ instances }, { fleet, policy, capacity }) {
    const present = new Map(fleet.instances.map((instance) => [instance.id, instance]));
    const isLacking = capacity.total < fleet.sizes.desired;
    return instances.some((before) => {
        if (before.readySince === undefined || !(0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounted */ .he)(before) || (0,_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .isOutdated */ .lY)(before, fleet, policy))
            return false;
        const now = present.get(before.id);
        return now !== undefined && (0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounted */ .he)(now) ? !(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .isServing */ .PA)(now) : isLacking;
    });
}
/** Holds the roll at a checkpoint: nothing old leaves there, and nothing more is launched, until it lets the roll pass. */
function holdAtGate(situation) {
    const { memo, policy, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (checkpoint === undefined || roomBeforeGate(situation) > 0)
        return undefined;
    const name = gateName(checkpoint, policy);
    if (gateReached(situation) === undefined) {
        const coming = capacity.current.find((each) => !capacity.ready.has(each));
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .waitBecause */ .CS)(coming === undefined
            ? `AWS is about to launch, up to ${name}`
            : `${coming.id} is not ready, and ${name} waits for it: ${(0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotReady */ .$R)(coming)}`);
    }
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_7__/* .bakeLeft */ .B)(situation, checkpoint.index, checkpoint.bakeSeconds);
    if (left > 0)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .waitBecause */ .CS)(`${name} is reached${beyond(situation, checkpoint)}, and bakes for ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .minutesText */ .BI)(left)} more`);
    const unsure = (0,_alarms_js__WEBPACK_IMPORTED_MODULE_6__/* .askAtEndOfBake */ .Ud)(situation, name);
    if (unsure)
        return unsure;
    if (policy.gates?.promote === 'by-hand')
        return leaveAtGate(situation);
    return {
        kind: 'save-state',
        memo: (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .withGatesPassed */ .Ls)(memo, checkpoint.index + 1),
        reason: `${name} has let the roll pass`,
    };
}
/** What AWS has launched beyond a checkpoint by itself, in the place of instances that were lost: it is new as well, and counts. */
function beyond({ fleet, capacity }, checkpoint) {
    const launched = launchedOf(fleet, capacity);
    // The last instance that is launched up to a checkpoint may weigh more than it takes.
    return launched - checkpoint.capacity < Math.max(1, ...capacity.current.map(({ weight }) => weight))
        ? ''
        : ` by ${launched} where it takes ${checkpoint.capacity}, since what AWS launches by itself counts`;
}
/**
 * Ends the run at the checkpoint that it stands at, so that a release goes on from it; undefined where it stands at none. Its
 * new instances carry the saved state as well, for where the tags of the group are removed.
 */
function leaveAtGate(situation) {
    const { memo, policy, capacity } = situation;
    const checkpoint = nextCheckpoint(situation);
    if (policy.gates?.promote !== 'by-hand' || checkpoint === undefined || gateReached(situation) === undefined)
        return undefined;
    return {
        kind: 'save-state',
        memo: {
            ...memo,
            heartbeatAt: 0,
            progress: {
                ...memo.progress,
                gatesPassed: checkpoint.index,
                phase: _gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .GATED */ .CN,
                checkpoints: policy.gates.checkpoints.length,
                alarms: policy.gates.alarms?.names.length,
                // None is as good as absent: so it is read again.
                needs: (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .gateInputsOf */ .mV)(policy).length > 0 ? (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .gateInputsOf */ .mV)(policy) : undefined,
            },
        },
        carriers: capacity.current.map(({ id }) => id),
        reason: `${gateName(checkpoint, policy)} waits to be passed by hand`,
    };
}
/** Before the run forgets the group: what is new serves for a while, with everything put back but the saved state. */
function bakeAtEnd(situation) {
    const { fleet, memo } = situation;
    const gate = endGate(situation);
    if (gate === undefined || (0,_restore_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreStep */ .T2)(fleet, memo).kind !== 'clear-state')
        return undefined;
    const left = (0,_bake_js__WEBPACK_IMPORTED_MODULE_7__/* .bakeLeft */ .B)(situation, gate.index, gate.bakeSeconds);
    if (left <= 0)
        return (0,_alarms_js__WEBPACK_IMPORTED_MODULE_6__/* .askAtEndOfBake */ .Ud)(situation, 'the end');
    if (memo.progress?.phase !== END_BAKE)
        return {
            kind: 'save-state',
            memo: { ...memo, progress: { ...memo.progress, phase: END_BAKE } },
            reason: 'everything is back as it was; the new instances bake once more',
        };
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .waitBecause */ .CS)(`all instances are new, and bake for ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .minutesText */ .BI)(left)} more`);
}
/** Whether the processes of the memo run again on purpose, while the new instances bake at the end. */
const isBakingAtEnd = ({ memo: { progress }, policy: { rollback }, capacity }) => progress?.phase === END_BAKE && rollback === undefined && capacity.outdated.length === 0;
/**
 * The memo of a roll that another run goes on with. To another launch source its gates begin anew: what has passed them was not
 * launched from it.
 */
function withGatesOf(memo, source) {
    if (memo.progress === undefined)
        return memo;
    const { progress } = (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .isGated */ .m3)(memo) ? (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .withGatesPassed */ .Ls)(memo, (0,_gates_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .passedOf */ .IR)(memo)) : memo;
    return memo.source === source
        ? { ...memo, progress }
        : { ...memo, progress: { ...progress, gatesPassed: undefined, phase: undefined } };
}
/** A gate as a person finds it: `checkpoint 1 of 2`. */
const gateName = ({ index }, { gates }) => `checkpoint ${index + 1} of ${gates?.checkpoints.length ?? index + 1}`;


/***/ }),

/***/ 67330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VW: () => (/* binding */ HEARTBEAT_SECONDS),
/* harmony export */   hF: () => (/* binding */ isLeaseLive),
/* harmony export */   hJ: () => (/* binding */ heldByOther),
/* harmony export */   jK: () => (/* binding */ leaseConflict),
/* harmony export */   lT: () => (/* binding */ claimLease),
/* harmony export */   qc: () => (/* binding */ DEAD_AFTER_SECONDS),
/* harmony export */   rt: () => (/* binding */ runName),
/* harmony export */   z2: () => (/* binding */ heartbeatAfter)
/* harmony export */ });
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);

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
        reason: `run ${runName(memo)} is at work on this group and said so ${seconds} s ago`,
        remedy: `Wait for that run to end. If it is dead, start again in ${Math.ceil((DEAD_AFTER_SECONDS - seconds) / 60)} minutes, when its silence proves it.`,
    };
}
/** A run as a person finds it. */
const runName = ({ run, url }) => `${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunOf */ .ol)(run)}${url === undefined ? '' : ` (${url})`}`;
/** Why a group must be left alone: another run, which is alive, is at work on it. A dead run's traces are no obstacle. */
function leaseConflict(memo, { run, now }) {
    if (memo.run === run || !isLeaseLive(memo, run, now))
        return undefined;
    const seconds = Math.max(0, Math.round(now - memo.heartbeatAt));
    return `run ${(0,_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunOf */ .ol)(memo.run)} is rolling it and said so ${seconds} s ago; wait for that run to end`;
}


/***/ }),

/***/ 26843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whyNoneLeaves),
/* harmony export */   o: () => (/* binding */ roomToLeave)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77548);
/* harmony import */ var _termination_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93323);


const leavingNow = ({ instances }) => instances.filter((each) => (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(each) === 'leaving').length;
/**
 * How many instances one call may make leave. Those that leave already count, as long as they are listed: a termination hook
 * that drains them may take long. A run that only puts back keeps to what the run before it was told.
 */
function roomToLeave({ fleet, policy, memo }) {
    const limit = policy.maxLeaving ?? memo.maxLeaving ?? Infinity;
    return Math.min(_termination_order_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TERMINATIONS_PER_CALL */ .i, Math.max(0, limit - leavingNow(fleet)));
}
/** What is waited for where no more may leave. */
const whyNoneLeaves = (fleet) => `${leavingNow(fleet)} terminating, as many as \`max-leaving\` lets leave at once`;


/***/ }),

/***/ 12866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ probeServing),
/* harmony export */   fF: () => (/* binding */ probeKept),
/* harmony export */   gY: () => (/* binding */ PROBE_PAUSE_SECONDS),
/* harmony export */   jV: () => (/* binding */ probeDue),
/* harmony export */   mJ: () => (/* binding */ withProbes),
/* harmony export */   wz: () => (/* binding */ awaitsProbe)
/* harmony export */ });
/* harmony import */ var _taken_back_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26519);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77548);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7460);
/** Probes: how a new instance is tried before it counts as ready, and when. Pure. */




/** Seconds between two probes of an instance that has not passed. */
const PROBE_PAUSE_SECONDS = 10;
/**
 * Whether an instance has yet to pass its probe before it counts as ready: it was not in service when the roll began, and this run has
 * not seen it pass. One that comes running out of a warm pool was launched long before. A run that goes on with the roll of another
 * does not know what was there when it began, and asks all; one that puts back, or takes back, asks nothing.
 */
const awaitsProbe = ({ launchedAt = Infinity, firstSeenAt, lastProbe }, { memo }, { probes, intent, rollback }) => probes === true &&
    intent === 'roll' &&
    memo !== undefined &&
    !(0,_taken_back_js__WEBPACK_IMPORTED_MODULE_3__/* .isTakingBack */ .KP)(memo, { rollback }) &&
    // The memo has the moment in whole seconds.
    (launchedAt >= memo.startedAt || firstSeenAt > memo.startedAt + 1) &&
    lastProbe?.passed !== true;
/** Probes those of these instances that have yet to pass, each after a pause; undefined where none is due. */
function probeDue({ fleet, policy }, instances, reason) {
    const due = instances.filter((each) => awaitsProbe(each, fleet, policy) && fleet.at - (each.lastProbe?.at ?? -Infinity) >= PROBE_PAUSE_SECONDS);
    return due.length === 0 ? undefined : { kind: 'probe', instances: due.map(({ id }) => id), reason };
}
/** Probes new instances that serve: until they have passed they replace none. */
const probeServing = (situation) => probeDue(situation, situation.capacity.current.filter((each) => (0,_readiness_js__WEBPACK_IMPORTED_MODULE_2__/* .isServing */ .PA)(each)), 'before they count as ready');
/** The instances of a group with what became of their last probe. */
function withProbes(fleet, probes) {
    const outcomes = new Map(probes.map((each) => [each.id, each]));
    return {
        ...fleet,
        instances: fleet.instances.map((instance) => {
            const lastProbe = outcomes.get(instance.id);
            return lastProbe === undefined ? instance : { ...instance, lastProbe };
        }),
    };
}
/** The last probe of an instance as a later look may keep it: one that has left service since is tried once more. */
const probeKept = (before, now) => (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(now) && (0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(now) !== 'replacing its root volume' ? before?.lastProbe : undefined;


/***/ }),

/***/ 23241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ minIsOurs),
/* harmony export */   S6: () => (/* binding */ mostWished),
/* harmony export */   hV: () => (/* binding */ highestDesired),
/* harmony export */   sU: () => (/* binding */ minWithoutRoll),
/* harmony export */   w: () => (/* binding */ maxIsOurs)
/* harmony export */ });
/** Whether `MinSize` is where a run that keeps policies alive would have raised it. */
const minIsOurs = ({ sizes }, memo) => memo.follows === true && sizes.min > memo.sizes.min && sizes.min <= memo.sizes.desired + memo.surge;
/** The minimum as it is without the roll. */
const minWithoutRoll = (fleet, memo) => minIsOurs(fleet, memo) ? memo.sizes.min : fleet.sizes.min;
/** Whether `MaxSize` is where a surge of the memo's run would have raised it. */
const maxIsOurs = ({ sizes }, memo) => sizes.max > memo.sizes.max && sizes.max <= Math.max(memo.sizes.max, highestDesired(memo));
/** The most that a run may raise the desired capacity to: what policies may ask for at most, and the surge beyond that. */
const highestDesired = ({ follows, sizes, surge }) => (follows === true ? sizes.max : sizes.desired) + surge;
/** The most that can be wished: where policies stay alive, the rest of a maximum that the run has raised is the room of the roll. */
const mostWished = (fleet, memo) => memo.follows === true && maxIsOurs(fleet, memo) ? Math.max(memo.sizes.max, memo.sizes.desired) : Infinity;


/***/ }),

/***/ 7460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ whyNotReady),
/* harmony export */   NW: () => (/* binding */ needsStatusChecks),
/* harmony export */   PA: () => (/* binding */ isServing),
/* harmony export */   dk: () => (/* binding */ mayServeUnseen),
/* harmony export */   ze: () => (/* binding */ isUnserved)
/* harmony export */ });
/* harmony import */ var _lifecycle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77548);

/** The load balancers that could send requests to the instance: of the others no verdict counts. */
const reaching = ({ balancers }) => balancers.filter(({ state }) => state !== 'unused' && state !== 'unserved');
/**
 * Whether an instance is in a zone that none of the load balancers of its group serves: it gets no requests there, and never
 * will.
 */
const isUnserved = (instance) => instance.lifecycle === 'InService' &&
    instance.balancers.some(({ state }) => state === 'unserved') &&
    reaching(instance).length === 0;
/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and healthy in every load balancer and
 * target group that can send requests to it. Where there is none EC2's status checks must have passed: `InService` means
 * only that it runs. How long it has done so is another question.
 */
const isServing = (instance) => service(instance) === 'yes';
/** Whether an instance may serve although nothing shows it: whatever could be asked speaks for it. */
const mayServeUnseen = (instance) => service(instance) === 'unknown';
/**
 * Whether EC2's status checks are to be asked of an instance: no load balancer speaks for it or against it. In a dark launch it
 * is not registered yet, and nothing else tells that it is up.
 */
const needsStatusChecks = ({ lifecycle, healthy, balancers }, memo) => lifecycle === 'InService' &&
    healthy &&
    balancers.every(({ state }) => state === 'unused' || (state === 'unregistered' && memo?.dark === true));
/** Asked of every instance several times at each look: it makes no list on the way. */
function service(instance) {
    if (instance.lifecycle !== 'InService' || !instance.healthy)
        return 'no';
    let verdict;
    for (const { state } of instance.balancers) {
        if (state === 'unused')
            continue;
        // Another load balancer may reach it all the same.
        if (state === 'unserved')
            verdict ??= 'no';
        else if (state === 'unknown')
            verdict = 'unknown';
        else if (state !== 'healthy')
            return 'no';
        else if (verdict !== 'unknown')
            verdict = 'yes';
    }
    if (verdict !== undefined)
        return verdict;
    const checks = instance.statusChecks?.state ?? 'unknown';
    return checks === 'ok' ? 'yes' : checks === 'unknown' ? 'unknown' : 'no';
}
/** In a few words, what an instance still lacks. */
function whyNotReady(instance) {
    if (instance.lifecycle !== 'InService')
        return instance.lifecycle + ((0,_lifecycle_js__WEBPACK_IMPORTED_MODULE_0__/* .isHooked */ .Bj)(instance) ? ' (a lifecycle hook)' : '');
    if (!instance.healthy)
        return 'the group calls it unhealthy';
    if (isUnserved(instance))
        return `no load balancer of the group serves ${instance.zone}`;
    // They are asked only where no load balancer tells more than that it does not know the instance.
    const { statusChecks } = instance;
    if (statusChecks !== undefined && statusChecks.state !== 'ok')
        return `EC2 calls it ${statusChecks.state}: ${statusChecks.reason}`;
    const unhappy = reaching(instance).find(({ state }) => state !== 'healthy');
    if (unhappy)
        return `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}`;
    if (instance.lastProbe?.passed === false)
        return `its probe has not passed, ${instance.lastProbe.reason}`;
    return 'warming up';
}


/***/ }),

/***/ 94178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ externalChanges),
/* harmony export */   Op: () => (/* binding */ sizesToRestore),
/* harmony export */   T2: () => (/* binding */ restoreStep),
/* harmony export */   kA: () => (/* binding */ SUSPENDED_WHILE_ROLLING),
/* harmony export */   pB: () => (/* binding */ handBackUnseen),
/* harmony export */   rs: () => (/* binding */ SCHEDULING),
/* harmony export */   uK: () => (/* binding */ handBackProcesses)
/* harmony export */ });
/* harmony import */ var _raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23241);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67330);
/* harmony import */ var _changes_clear_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21535);
/* harmony import */ var _suspension_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70875);




/** The three processes that are suspended while a group rolls; never `Launch` or `Terminate`, without which nothing rolls. */
const SUSPENDED_WHILE_ROLLING = ['AZRebalance', 'AlarmNotification', 'ScheduledActions'];
/** That of them which carries scheduled actions out. */
const SCHEDULING = SUSPENDED_WHILE_ROLLING[2];
/** The sizes that differ from the originals by our doing, as they should be; empty when none does. */
function sizesToRestore(fleet, memo) {
    // An operator may have raised MinSize or the desired capacity above the old maximum: AWS refuses sizes out of order.
    const min = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .minWithoutRoll */ .sU)(fleet, memo);
    const desired = Math.max(memo.sizes.desired, min);
    const max = (0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .maxIsOurs */ .w)(fleet, memo) ? Math.max(memo.sizes.max, desired) : fleet.sizes.max;
    return {
        ...(desired < fleet.sizes.desired && { desired }),
        ...(max !== fleet.sizes.max && { max }),
        ...(min !== fleet.sizes.min && { min }),
    };
}
/** The last steps of every roll and of every undoing, one at a time: sizes, processes, memo. */
function restoreStep(fleet, memo) {
    const sizes = sizesToRestore(fleet, memo);
    if (Object.keys(sizes).length > 0)
        return { kind: 'resize', sizes, reason: 'the sizes as they were' };
    const ours = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (ours.length > 0)
        return { kind: 'resume', processes: ours, reason: 'only what this roll suspended' };
    return { ...(0,_changes_clear_state_js__WEBPACK_IMPORTED_MODULE_0__/* .clearState */ .H)(fleet), reason: 'nothing is left to be put back' };
}
/**
 * What is done for the processes where the sizes have to stay: they run again, and then the saved state says that they do.
 * A run that comes after would otherwise take the sizes that are left for some that were set since. Undefined where
 * nothing is left to do, or AWS refuses it.
 */
function handBackProcesses(fleet, memo, refused) {
    const processes = memo.suspends.filter((process) => fleet.suspended.includes(process));
    if (processes.length > 0)
        return refused.includes('resume')
            ? undefined
            : { kind: 'resume', processes, reason: 'only what this roll suspended' };
    // A run that was to go on from there, and has changed sizes, leaves others.
    const hasLeftOthers = memo.handedBackAt !== undefined && memo.handedSizes === undefined && isSeen(fleet);
    if ((memo.suspends.length === 0 && !hasLeftOthers) || refused.includes('save-state'))
        return undefined;
    return {
        kind: 'save-state',
        memo: handedBack(fleet, memo),
        reason: 'only the sizes are left to be put back',
    };
}
const isSeen = ({ unknown = [] }) => !unknown.includes('group');
/** Scheduled actions that fell due until now AWS has dropped; from now on it carries them out, and others may set sizes. */
function handedBack(fleet, memo) {
    const { desired, max } = fleet.sizes;
    return {
        ...memo,
        suspends: [],
        ...(memo.suspends.includes(SCHEDULING) && { handedBackAt: Math.ceil(fleet.at) }),
        ...(isSeen(fleet) && { handedSizes: { desired, max } }),
    };
}
/**
 * What may be put back of a group that cannot be observed any more, by the last look: the processes that this run
 * suspended. Undefined where nothing is left to do, or another run holds the lease.
 */
function handBackUnseen(fleet, { run }, refused) {
    const { memo, at } = fleet;
    if (memo === undefined || (memo.run !== run && (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .isLeaseLive */ .hF)(memo, run, at)))
        return undefined;
    return handBackProcesses(fleet, memo, refused);
}
/**
 * What was not put back because it was changed meanwhile from outside this run; a sentence each. `heldSuspended` are
 * processes of the memo that were seen suspended and that this run has not resumed: one that runs now was resumed by others.
 * `suspendedBefore` are those that were suspended when the run began; undefined where that is not known.
 */
function externalChanges(fleet, memo, { heldSuspended, suspendedBefore, }) {
    const kept = [];
    if (fleet.sizes.max !== memo.sizes.max && !(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .maxIsOurs */ .w)(fleet, memo))
        kept.push(`MaxSize was changed from ${memo.sizes.max} to ${fleet.sizes.max} from outside this run: kept.`);
    if (fleet.sizes.min !== memo.sizes.min && !(0,_raised_sizes_js__WEBPACK_IMPORTED_MODULE_1__/* .minIsOurs */ .Kw)(fleet, memo))
        kept.push(`MinSize was changed from ${memo.sizes.min} to ${fleet.sizes.min} from outside this run: kept.`);
    const resumed = heldSuspended.filter((process) => !fleet.suspended.includes(process));
    if (resumed.length > 0)
        kept.push(`${resumed.join(', ')} ${resumed.length === 1 ? 'was' : 'were'} resumed from outside this run while the group rolled: left running.`);
    const suspended = (0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_3__/* .foreignSuspensions */ .NR)(fleet.suspended, memo).filter((each) => suspendedBefore?.includes(each) === false);
    if (suspended.length > 0)
        kept.push(`${(0,_suspension_text_js__WEBPACK_IMPORTED_MODULE_3__/* .withReasons */ .qr)(fleet, suspended)} ${suspended.length === 1 ? 'was' : 'were'} suspended from outside this run while the group rolled: left suspended.`);
    return kept;
}


/***/ }),

/***/ 50066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ surplusSince),
/* harmony export */   kD: () => (/* binding */ aboveDesired),
/* harmony export */   kH: () => (/* binding */ whySurplusIsAwaited),
/* harmony export */   oD: () => (/* binding */ isSurplusAwaited)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71582);

/** After so long AWS does not take it away by itself any more, as where a function of the group chooses what may leave. */
const AWAITED_SECONDS = 600;
/**
 * How much more there is than is desired, as `CapacityRebalance` has it before it takes a Spot Instance at risk away. AWS takes
 * as much away again, but none that is protected from scale-in, and of weights it leaves what is less than one instance.
 */
function aboveDesired({ sizes, instances }) {
    const counted = instances.filter(_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he);
    const above = (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(counted) - sizes.desired;
    if (above <= 0)
        return 0;
    const scalable = counted.filter((each) => !each.protectedFromScaleIn);
    const lightest = Math.min(...scalable.map(({ weight }) => weight));
    return above >= lightest ? Math.min(above, (0,_counted_js__WEBPACK_IMPORTED_MODULE_0__/* .capacityOf */ .A$)(scalable)) : 0;
}
/** Since when there has been more than is desired; undefined while there is not. */
const surplusSince = (since, now) => aboveDesired(now) > 0 ? (since ?? now.at) : undefined;
/**
 * Whether AWS is still to take something away: until it has, no other instance leaves. What a run takes away meanwhile hides
 * the surplus, but not what AWS has chosen: both leave, and too few are ready.
 */
const isSurplusAwaited = ({ fleet, state }) => aboveDesired(fleet) > 0 && fleet.at - (state.surplusSince ?? fleet.at) < AWAITED_SECONDS;
/** What is waited for then. */
const whySurplusIsAwaited = (fleet) => `${aboveDesired(fleet)} more than desired: AWS has launched it and takes as much away, as with \`CapacityRebalance\``;


/***/ }),

/***/ 70875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ isSuspendedByAws),
/* harmony export */   NR: () => (/* binding */ foreignSuspensions),
/* harmony export */   VJ: () => (/* binding */ resumeCommand),
/* harmony export */   qr: () => (/* binding */ withReasons),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/** The suspended processes less those that the run of the memo has suspended. */
const foreignSuspensions = (suspended, memo) => suspended.filter((process) => memo === undefined || !memo.suspends.includes(process));
/** `Launch (User suspended at 2026-01-05T08:03:20Z)`: with the reason that AWS gives. */
const withReasons = ({ suspensionReasons = {} }, processes) => processes
    .map((process) => {
    const reason = suspensionReasons[process] ?? '';
    return reason === '' ? process : `${process} (${reason})`;
})
    .join(', ');
/** Whether AWS itself has suspended a process, as it does after a day in which no launch succeeded. */
const isSuspendedByAws = ({ suspensionReasons }, process) => /administrat/i.test(suspensionReasons?.[process] ?? '');
/** A word of a command; one that a shell would take apart is quoted. */
const shellWord = (word) => /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
/** The command that resumes processes. */
const resumeCommand = (group, processes) => `aws autoscaling resume-processes --auto-scaling-group-name ${shellWord(group)} --scaling-processes ${processes.join(' ')}`;


/***/ }),

/***/ 26519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KP: () => (/* binding */ isTakingBack),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   aS: () => (/* binding */ isBeingTakenBack),
/* harmony export */   lv: () => (/* binding */ takenBack)
/* harmony export */ });
/** The phase of a roll that is taken back. */
const TAKEN_BACK = 'taken-back';
/** The memo of a roll that is taken back to the source that it names. */
const takenBack = (memo) => ({ ...memo, progress: { ...memo.progress, phase: TAKEN_BACK } });
/** Whether a roll was being taken back when its memo was written: it may have launched more than a checkpoint let it. */
const isTakenBack = ({ progress }) => progress?.phase === TAKEN_BACK;
/** Whether the roll that a look finds is taken back to what the group launches. */
const isBeingTakenBack = ({ memo, source }) => memo !== undefined && isTakenBack(memo) && memo.source === source.fingerprint;
/**
 * Whether a roll is taken back now, by this run or going on with the one before it. Checkpoints do not bound it then, and neither
 * alarms nor probes are asked: what they have found is what leaves.
 */
const isTakingBack = (memo, { rollback }) => rollback !== undefined || (memo !== undefined && isTakenBack(memo));


/***/ }),

/***/ 93323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ MAX_TERMINATIONS_PER_CALL),
/* harmony export */   l: () => (/* binding */ terminationOrder)
/* harmony export */ });
/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
const MAX_TERMINATIONS_PER_CALL = 100;
/**
 * In which order instances leave, so that a roll ends with the new ones spread evenly and `AZRebalance` finds nothing to
 * do. AWS launches where a group has fewest instances, so all together are spread evenly at any time, and the new ones
 * alone are in the end if those that leave last, without successors, are. So with a successor the next leaves
 *
 * 1. where it does not serve,
 * 2. from a zone that the group does not use any more,
 * 3. from the zone that has most that are still to leave,
 * 4. from the zone that has fewest in all: there its successor must come.
 *
 * Before a zone goes below its even share of those that leave last, all launches are waited for: where AWS could choose, the zones that
 * got more keep one more of those that leave last.
 *
 * Worked example: 3-3, surge 3. AWS launches 2-1, and one of each zone leaves: 4-3. Of the two launches one must come
 * into the second zone, but then AWS may choose: 5-4 or 4-5, each with 2-2 outdated. So the third waits for it, and then
 * leaves from the zone with four: its successor must come there. Both zones have three new ones, whatever AWS chose.
 */
function terminationOrder(group) {
    const { leaving, remaining = [], serving, lastToLeave = 0, outstanding = 0 } = group;
    const zones = zonesOf(group);
    const launching = zones.filter(({ launches }) => launches);
    const share = lastToLeave / launching.length;
    const lightest = Math.min(...[...leaving, ...remaining].map(({ weight }) => weight));
    let uncertain = land(launching, outstanding, lightest);
    let isLastOfZones = false;
    return {
        next(hasSuccessor) {
            if (!hasSuccessor && outstanding > 0)
                return undefined;
            const waiting = zones.flatMap((zone) => (zone.next === undefined ? [] : [{ zone, instance: zone.next }]));
            const [first] = waiting.toSorted((a, b) => {
                const steering = hasSuccessor
                    ? b.zone.outdated - a.zone.outdated || a.zone.total - b.zone.total
                    : b.zone.total - a.zone.total;
                return (Number(serving.has(a.instance)) - Number(serving.has(b.instance)) ||
                    Number(a.zone.launches) - Number(b.zone.launches) ||
                    steering ||
                    byAge(a.instance, b.instance));
            });
            if (first === undefined)
                return undefined;
            const { zone, instance } = first;
            if (hasSuccessor && zone.launches && zone.outdated - instance.weight < share) {
                if (uncertain > 0 && !isLastOfZones)
                    return undefined;
                isLastOfZones = true;
            }
            zone.queue.delete(instance);
            zone.next = firstOf(zone.queue, serving);
            zone.total -= instance.weight;
            zone.outdated -= instance.weight;
            if (hasSuccessor)
                uncertain = land(launching, uncertain + instance.weight, lightest);
            return instance;
        },
    };
}
function zonesOf({ leaving, remaining = [], staying, serving, zones: used }) {
    const zones = new Map();
    const zoneOf = (name) => {
        const launches = used?.includes(name) ?? true;
        const zone = zones.get(name) ?? { queue: new Set(), next: undefined, launches, total: 0, outdated: 0 };
        zones.set(name, zone);
        return zone;
    };
    for (const name of used ?? [])
        zoneOf(name);
    for (const instance of leaving)
        zoneOf(instance.zone).queue.add(instance);
    for (const { zone, weight } of [...leaving, ...remaining])
        zoneOf(zone).outdated += weight;
    for (const { zone, weight } of [...leaving, ...remaining, ...staying])
        zoneOf(zone).total += weight;
    for (const zone of zones.values())
        zone.next = firstOf(zone.queue, serving);
    return [...zones.values()];
}
/** Which leaves first in its zone: one of a thousand is found, not a thousand sorted. */
function firstOf(queue, serving) {
    let first;
    for (const each of queue)
        if (first === undefined || (Number(serving.has(each)) - Number(serving.has(first)) || byAge(each, first)) < 0)
            first = each;
    return first;
}
/** Counts launches where they must come; gives those for which AWS may choose among zones that have equally few. */
function land(zones, outstanding, weight) {
    let left = outstanding;
    while (left >= weight) {
        const fewest = Math.min(...zones.map(({ total }) => total));
        const emptiest = zones.filter(({ total }) => total === fewest);
        if (emptiest.length > 1 && emptiest.length * weight > left)
            return left;
        for (const zone of emptiest)
            zone.total += weight;
        left -= emptiest.length * weight;
    }
    return 0;
}
const age = (instance) => instance.launchedAt ?? instance.firstSeenAt;
const byAge = (a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1);


/***/ }),

/***/ 35208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ momentText),
/* harmony export */   BI: () => (/* binding */ minutesText),
/* harmony export */   CS: () => (/* binding */ waitBecause)
/* harmony export */ });
/** What a rule answers that only waits, and for what. */
const waitBecause = (reason) => ({ kind: 'wait', reason });
/** `1.5 minutes`, rounded up. */
function minutesText(seconds) {
    const minutes = Math.ceil(seconds / 6) / 10;
    return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
/** `2026-01-05 09:00:00 UTC`, of seconds since the Unix epoch. */
const momentText = (at) => `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;


/***/ })

};
