export const id = 5525;
export const ids = [5525,4097];
export const modules = {

/***/ 76566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isGlob),
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/** Whether an entry can mean more than the one group of that name. */
const isGlob = (entry) => /[*?]/.test(entry);
/**
 * Whether a whole name matches a glob: `*` is any number of characters, also `/`, since group names may hold slashes;
 * `?` is exactly one; everything else is itself, case included.
 */
function matchesGlob(glob, name) {
    const pattern = Array.from(glob);
    const letters = Array.from(name);
    let location = 0;
    let star;
    for (let letter = 0; letter < letters.length;) {
        if (pattern[location] === '*')
            star = { pattern: location++, name: letter };
        else if (pattern[location] === '?' || pattern[location] === letters[letter]) {
            location++;
            letter++;
        }
        else if (star !== undefined) {
            // Only the last star may give way: whatever an earlier one could take, this one can as well.
            location = star.pattern + 1;
            letter = ++star.name;
        }
        else
            return false;
    }
    return pattern.slice(location).every((rest) => rest === '*');
}


/***/ }),

/***/ 74785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ PLAN_SCHEMA_VERSION)
/* harmony export */ });
/** Version of the file's shape: raised when a reader of the old shape would go wrong. */
const PLAN_SCHEMA_VERSION = 1;


/***/ }),

/***/ 3338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ refusalText),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   kH: () => (/* binding */ noteOf)
/* harmony export */ });
/* unused harmony export findingInWords */
/** What a run finds out about its groups before its first change, and the one text in which all refusals are told. Pure. */
/** A reason why nothing may be changed. */
const refusalOf = (group, what, remedy) => ({
    group,
    weight: 'refusal',
    what,
    ...(remedy !== undefined && { remedy }),
});
/** What a reader should know of the roll of a group; a sentence. */
const noteOf = (group, what) => ({
    group,
    weight: 'note',
    what,
});
/** `web: it is being deleted`; a finding of every group stands alone. */
const findingInWords = ({ group, what }) => group === undefined ? what : `${group}: ${what}`;
/** All refusals in one error: a line for each where there are several, and each remedy once; undefined where there is none. */
function refusalText(findings) {
    const refusals = findings.filter(({ weight }) => weight === 'refusal');
    if (refusals.length === 0)
        return undefined;
    const lines = [...new Set(refusals.map(findingInWords))];
    const remedies = [...new Set(refusals.flatMap(({ remedy }) => remedy ?? []))];
    const remedy = ['Nothing was changed.', ...remedies].join(' ');
    const [only = '', ...others] = lines;
    if (others.length === 0)
        return { what: `This run cannot begin: ${only}.`, remedy };
    return {
        what: `This run cannot begin, for ${lines.length} reasons.`,
        why: `\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
        remedy,
    };
}


/***/ }),

/***/ 79358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ meansStack),
/* harmony export */   u6: () => (/* binding */ STACK_TAG),
/* harmony export */   yO: () => (/* binding */ stackText)
/* harmony export */ });
/** The tag that CloudFormation puts on everything in a stack; Senza calls its stacks `<name>-<version>`. */
const STACK_TAG = 'aws:cloudformation:stack-name';
/**
 * Whether a stack, by its full name in CloudFormation, is meant.
 *
 * - With a version it must be `<name>-<version>`, nothing more and nothing less.
 * - Without one, everything up to the last hyphen must be the name: `mystack` means `mystack-v1` and `mystack-2`, but not
 *   `mystack-canary-v1`, which is version `v1` of `mystack-canary`. Senza's versions hold no hyphen, its names may:
 *   `my-stack` means `my-stack-v1`, and `my` does not.
 * - A stack without a hyphen has no version and is not Senza's: it is meant by the tag, not by this input. One with a hyphen
 *   cannot be told from a version: `my` does mean a stack that is called just `my-stack`.
 */
function meansStack({ name, version }, stack) {
    if (version !== undefined)
        return stack === `${name}-${version}`;
    const hyphen = stack.lastIndexOf('-');
    return hyphen > 0 && hyphen < stack.length - 1 && stack.slice(0, hyphen) === name;
}
/** As the user wrote it. */
const stackText = ({ name, version }) => version === undefined ? name : `${name} ${version}`;


/***/ }),

/***/ 50543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ plannedInputs),
/* harmony export */   __: () => (/* binding */ inputUnderPlan),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70417);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83468);
/** Which inputs are part of a plan, and how those of a run that carries it out may differ from it. */


/** They concern the run that is given them, and no plan: it does the same with any of them. */
const OF_THE_RUN = new Set([
    'mode',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'allowed-account-ids',
    'break-glass',
    'dry-run',
    'plan-file',
    'apply',
    'plan-digest',
    'github-token',
    'tracking-issue',
    'pull-request-comment',
    'deployment',
    'report-html',
]);
/** So does where its record goes, and which teams are told; tokens and addresses of webhooks are secrets besides. */
const isOfTheRun = (name) => OF_THE_RUN.has(name) || /^(audit|notify)-/.test(name);
/** They may hold secrets, so that a plan holds only their digest, and a run that carries it out must be given them anew. */
const HASHED = new Set(['user-data']);
/** The inputs of a dry run as its plan holds them; `digestOf` gives the SHA-256 of a text. */
function plannedInputs(read, digestOf) {
    const given = Object.entries((0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .givenInputs */ .PC)(read)).filter(([name]) => !isOfTheRun(name));
    const [hashed, plain] = [true, false].map((isHashed) => given.filter(([name]) => HASHED.has(name) === isHashed)); // prettier-ignore
    return {
        inputs: Object.fromEntries(plain ?? []),
        hashedInputs: Object.fromEntries((hashed ?? []).map(([name, text]) => [name, digestOf(text)])),
    };
}
/** The text of an input in a run that carries a plan out. */
function inputUnderPlan({ mode, inputs }, read) {
    return (name) => {
        if (name === 'mode')
            return mode;
        if (isOfTheRun(name) || HASHED.has(name))
            return read(name);
        return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : '';
    };
}
/**
 * Every input that says something else than the plan; a sentence each. One at its default counts as not given, and a list may
 * have its entries on lines or between commas.
 */
function contradictions({ mode, inputs, hashedInputs }, read, digestOf) {
    const planned = { ...inputs, mode };
    return Object.entries((0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .givenInputs */ .PC)(read))
        .flatMap(([name, text]) => {
        if (HASHED.has(name))
            return []; // below
        if (name !== 'mode' && isOfTheRun(name))
            return [];
        const own = Object.hasOwn(planned, name) ? planned[name] : undefined;
        if (own !== undefined && asOneForm(own) === asOneForm(text))
            return [];
        return [`\`${name}\` is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([text])}, and the plan ${inPlan(name, own)}`];
    })
        .concat(hashedProblems(hashedInputs, read, digestOf));
}
function inPlan(name, own) {
    if (own !== undefined)
        return `was made with ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([own])}`;
    const usual = _declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name];
    return usual === undefined ? 'was made without it' : `was made with ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)([usual])}`;
}
function hashedProblems(planned, read, digestOf) {
    return [...HASHED].flatMap((name) => {
        const text = read(name).trim();
        const digest = Object.hasOwn(planned, name) ? planned[name] : undefined;
        if (text === '' && digest === undefined)
            return [];
        if (text === '')
            return [`\`${name}\` must be given again: the plan holds nothing of it but its digest`];
        if (digest === undefined)
            return [`\`${name}\` is given, and the plan was made without it`];
        return digestOf(text) === digest ? [] : [`\`${name}\` is another one than the plan was made with`];
    });
}
const asOneForm = (text) => text
    .split(/[\n,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => (/^(true|false)$/i.test(entry) ? entry.toLowerCase() : entry))
    .join('\n');


/***/ }),

/***/ 7568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPlan: () => (/* binding */ openPlan),
  refuseOtherCatalogue: () => (/* binding */ refuseOtherCatalogue)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/inputs/plan/planned-inputs.js
var planned_inputs = __webpack_require__(50543);
// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(52210);
// EXTERNAL MODULE: ./build/src/domain/plan/plan.js
var plan = __webpack_require__(74785);
// EXTERNAL MODULE: ./build/src/inputs/declared.js
var declared = __webpack_require__(70417);
// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __webpack_require__(81975);
;// CONCATENATED MODULE: ./build/src/inputs/plan/schema.js
/** The JSON schema of a plan (draft 2020-12), published as docs/plan.schema.json. */



const object = (properties, description) => ({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    ...(description !== undefined && { description }),
    properties,
});
const list = (items, description) => ({ type: 'array', items, description });
const schema_text = (description) => ({ type: 'string', description });
const matching = (pattern, description) => ({ type: 'string', pattern, description });
const digest = (description) => matching('^[0-9a-f]{64}$', description);
const orNull = (schema) => ({ anyOf: [schema, { type: 'null' }] });
const count = (description) => ({ type: 'integer', minimum: 0, description });
const moment = (description) => matching('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$', description);
const ref = (name) => ({ $ref: `#/$defs/${name}` });
const inputs = (values, description) => ({
    type: 'object',
    propertyNames: { enum: Object.keys(declared/* declaredInputs */.WB) },
    additionalProperties: values,
    description,
});
/** Of version 1. */
const planSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:fleet-patch:plan:${plan/* PLAN_SCHEMA_VERSION */.j}`,
    title: 'Fleet Patch plan',
    description: 'What a dry run has seen and would do. `apply` carries out that and nothing else.',
    ...object({
        schemaVersion: { const: plan/* PLAN_SCHEMA_VERSION */.j, description: 'the version of this format' },
        id: matching('^[0-9a-f]{16}$', 'the first 16 hex digits of the SHA-256 of all the rest'),
        actionVersion: matching('^\\d+\\.\\d+\\.\\d+$', 'the version of Fleet Patch that has made it'),
        createdAt: moment('when it was made, by the clock of AWS'),
        expiresAt: moment('from when on it is refused'),
        account: matching('^\\d{12}$', 'the account of the credentials'),
        region: schema_text('the region of the groups'),
        role: schema_text('the role or user of the credentials, without the name of a session'),
        run: schema_text('the address of the workflow run that has made it'),
        mode: { enum: Object.keys(modes/* modes */.nI).filter((mode) => (0,modes/* isMode */.SF)(mode) && (0,modes/* isPlannable */.S0)(mode)) },
        inputs: inputs({ type: 'string' }, 'the inputs that are not at their default, with what the catalogue gave'),
        hashedInputs: inputs(digest('SHA-256 of its text'), 'inputs that may hold secrets: `apply` must be given them anew'),
        catalogue: orNull(object({ path: schema_text('the file'), digest: digest('SHA-256 of its text') }, 'the catalogue that governed the dry run')),
        groups: list(ref('group'), 'the groups, and what is done with each'),
        bastion: orNull(ref('bastion')),
    }),
    $defs: {
        group: object({
            group: schema_text('its name'),
            fingerprint: digest('SHA-256 of `now`, `becomes`, the mode, the inputs and the catalogue'),
            now: object({
                arn: schema_text('its ARN, which a group that is made anew does not have'),
                minSize: count('its minimum size; like all sizes as before an unfinished run'),
                maxSize: count('its maximum size'),
                suspendedProcesses: list({ type: 'string' }, 'less those that an unfinished run has suspended'),
                targetGroups: list({ type: 'string' }, 'target groups, Classic Load Balancers and other traffic sources'),
                lifecycleHooks: list({ type: 'string' }, 'a line for each hook'),
                protectsNewInstances: { type: 'boolean', description: 'whether it protects new instances from scale-in' },
                protectedInstances: list({ type: 'string' }, 'ids of instances that are protected from scale-in'),
                standbyInstances: list({ type: 'string' }, 'ids of instances in Standby'),
                unfinishedSince: orNull(moment('when the run began whose saved state stands on the group')),
                source: object({
                    label: schema_text('what it launches from'),
                    fingerprint: schema_text('hex digits that change whenever a launch would give something else'),
                }, 'what it launches from'),
                launches: list(ref('place'), 'its base, then each override with a template or an image of its own'),
            }, 'how the group was; its desired capacity and the ids of its instances may move'),
            becomes: list(ref('place'), 'what it will launch, place by place'),
            steps: list(ref('step'), 'what the dry run would do'),
            userData: list(ref('change'), 'what changes in user data, masked as in the log'),
        }),
        place: object({
            at: schema_text('`base`, or `override` with its number'),
            image: orNull(schema_text('the image that is launched')),
            chosenBy: orNull(schema_text('what the input `image` said where that has chosen it')),
            userData: orNull(digest('SHA-256 of the user data')),
            data: digest('SHA-256 of everything that is launched with'),
        }),
        step: object({ action: schema_text('its kind'), detail: schema_text('what is done'), reason: schema_text('why') }),
        change: object({
            path: schema_text('where'),
            before: orNull(schema_text('what was there, masked')),
            after: orNull(schema_text('what will be there, masked')),
        }),
        bastion: object({
            name: schema_text('its name'),
            allocation: schema_text('the allocation id of its Elastic IP'),
            instance: schema_text('the instance that is replaced'),
            launch: matching('^[0-9a-f]{16}$', 'changes whenever the launch of its successor would give something else'),
            image: schema_text('the image of its successor'),
            chosenBy: orNull(schema_text('what the input `image` said')),
            userData: orNull(digest('SHA-256 of the user data of its successor')),
            fingerprint: digest('SHA-256 of all of these, the mode, the inputs and the catalogue'),
            steps: list(ref('step'), 'what the dry run would do'),
            userDataChanges: list(ref('change'), 'what changes in user data, masked as in the log'),
        }),
    },
};

;// CONCATENATED MODULE: ./build/src/inputs/plan/read-plan.js




const ANEW = 'Nothing was changed. Make a new plan with this version of the action.';
/** Reads a plan. UserError for what no dry run of this version has written. */
function readPlan({ path, text }) {
    const value = parsed({ path, text });
    const { schemaVersion } = (value ?? {});
    if (schemaVersion !== plan/* PLAN_SCHEMA_VERSION */.j)
        throw new errors/* UserError */.yo({
            what: typeof schemaVersion === 'number'
                ? `The plan ${path} is of the format ${schemaVersion}, and this version reads the format ${plan/* PLAN_SCHEMA_VERSION */.j}.`
                : `The file ${path} is no plan.`,
            remedy: ANEW,
        });
    const validate = new _2020.Ajv2020({ strict: true }).compile(planSchema);
    if (validate(value))
        return value;
    const [error] = validate.errors ?? [];
    throw new errors/* UserError */.yo({
        what: `The file ${path} is no plan that a dry run has written.`,
        why: `\`${error?.instancePath ?? ''}\` ${error?.message ?? 'is wrong'}.`,
        remedy: ANEW,
    });
}
function parsed({ path, text }) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* UserError */.yo({ what: `The file ${path} is no plan: it is no JSON.`, remedy: ANEW, cause });
    }
}

// EXTERNAL MODULE: ./build/src/modes/planned.js + 3 modules
var planned = __webpack_require__(17277);
// EXTERNAL MODULE: ./build/src/aws/client/sha256.js
var sha256 = __webpack_require__(72992);
// EXTERNAL MODULE: ./build/src/main/principal.js
var principal = __webpack_require__(4097);
// EXTERNAL MODULE: ./build/src/main/version.js
var version = __webpack_require__(64815);
;// CONCATENATED MODULE: ./build/src/main/apply-plan.js







const refusedPlan = (what, remedy = planned/* PLAN_ANEW */.kF) => new errors/* UserError */.yo({ what, remedy: `Nothing was changed. ${remedy}` });
/**
 * The plan that `apply` names; undefined where it names none. UserError where it is not the one that `plan-digest` means, is too old
 * by the clock `now` (seconds since the Unix epoch), was made by another major version, or another input contradicts it.
 */
async function openPlan(runner, now) {
    const path = runner.input('apply');
    if (path === '')
        return undefined;
    const wanted = wantedDigest(runner);
    const text = await runner.readFile(path);
    if (text === undefined)
        throw refusedPlan(`There is no plan at ${path}.`, 'Check `apply`, and that the step which downloads the plan comes before this one.');
    const digest = (0,sha256.sha256)(text);
    if (digest !== wanted)
        throw refusedPlan(`The file ${path} is not the plan that was approved: its SHA-256 is ${digest}, and \`plan-digest\` is ${wanted}.`, 'Give the output `plan-digest` of the dry run that has made the plan, by `needs`; where that is so, look at what has changed the file.');
    const plan = readPlan({ path, text });
    if (majorOf(plan.actionVersion) !== majorOf(version/* ACTION_VERSION */.Y))
        throw refusedPlan(`The plan ${plan.id} was made by version ${plan.actionVersion} of the action, and this is ${version/* ACTION_VERSION */.Y}.`);
    refuseExpired(plan, now);
    const problems = (0,planned_inputs/* contradictions */.vM)(plan, runner.input, sha256.sha256);
    if (problems.length > 0)
        throw refusedPlan(`The plan ${plan.id} is contradicted by ${problems.length === 1 ? 'an input' : `${problems.length} inputs`}: ${problems.join('; ')}.`, "Leave them out: with `apply` they are the plan's. For others make a new plan.");
    return {
        plan,
        task: { kind: 'apply', plan },
        runner: { ...runner, input: (0,planned_inputs/* inputUnderPlan */.__)(plan, runner.input) },
        inputsOf: (read) => inputsOfPlan(read, plan),
        confirm: (connected) => refuseElsewhere(plan, connected),
        refuseGone: (run, { selectors }) => (0,planned/* refuseGoneGroups */.Qu)(run, selectors),
    };
}
function wantedDigest({ input }) {
    if (input('plan-file') !== '')
        throw refusedPlan('`plan-file` and `apply` are both given: a run writes a plan or carries one out.', 'Leave one of them out.');
    const wanted = input('plan-digest').toLowerCase();
    if (/^[0-9a-f]{64}$/.test(wanted))
        return wanted;
    throw refusedPlan(wanted === ''
        ? '`apply` needs `plan-digest`: any job of the workflow run could have written the file.'
        : '`plan-digest` is no SHA-256, which has 64 hex digits.', 'Give the output `plan-digest` of the dry run that has made the plan, by `needs`.');
}
const majorOf = (version) => version.split('.')[0] ?? '';
/** UserError where the plan is too old; `now` in seconds since the Unix epoch. */
function refuseExpired({ id, createdAt, expiresAt }, now) {
    if (now * 1000 < Date.parse(expiresAt))
        return;
    throw refusedPlan(`The plan ${id} of ${createdAt} was good until ${expiresAt}, and it is later than that.`);
}
/** UserError where the catalogue is another one than that of the dry run, or there was none. */
function refuseOtherCatalogue({ catalogue: planned }, now) {
    if (planned?.digest === now?.digest)
        return;
    const words = (each) => each === null || each === undefined ? 'none' : `${each.path} with the SHA-256 ${each.digest}`;
    throw refusedPlan(`Since the plan was made, the catalogue was ${words(planned)} and is ${words(now)}.`);
}
/** UserError that names account, region and role where they are others than those of the plan, by what AWS says, or it is too old. */
function refuseElsewhere(plan, { account, region, clock }) {
    refuseExpired(plan, clock.now() / 1000);
    const fields = [
        ['account', plan.account, account.id],
        ['region', plan.region, region],
        ['role', plan.role, (0,principal.principalOf)(account.arn)],
    ];
    const moved = fields.flatMap(([name, before, after]) => before === after ? [] : `the ${name} was ${before} and is ${after}`);
    if (moved.length > 0)
        throw refusedPlan(`The plan ${plan.id} was made elsewhere: ${moved.join(', and ')}.`, 'Use the credentials and the region of the dry run.');
}
/** The inputs of the run, with the groups of the plan and no others, and `force` for what was there when it was made. */
function inputsOfPlan(inputs, { groups, createdAt }) {
    return {
        ...inputs,
        ...(groups.length > 0 && { selectors: { groups: groups.map(({ group }) => group), stacks: [], tags: [] } }),
        ...('force' in inputs && inputs.force && { forceUntil: Date.parse(createdAt) / 1000 }),
    };
}


/***/ }),

/***/ 4097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   principalOf: () => (/* binding */ principalOf)
/* harmony export */ });
/**
 * Whose credentials an ARN of GetCallerIdentity tells, whatever the session is called: `assumed-role/fleet-patch`, `user/ops`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns).
 */
function principalOf(arn) {
    const resource = arn.split(':').slice(5).join(':');
    const [kind = '', ...rest] = resource.split('/');
    return kind === 'assumed-role' ? [kind, ...rest.slice(0, -1)].join('/') : resource;
}


/***/ }),

/***/ 64815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ACTION_VERSION)
/* harmony export */ });
/** The version of the action, as package.json has it; a test holds it to that. */
const ACTION_VERSION = '1.0.0';


/***/ })

};
