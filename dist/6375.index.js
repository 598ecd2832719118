export const id = 6375;
export const ids = [6375];
export const modules = {

/***/ 86375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginGoverned: () => (/* binding */ beginGoverned),
  confirmGoverned: () => (/* binding */ confirmGoverned),
  govern: () => (/* binding */ govern),
  reviewOfFile: () => (/* binding */ reviewOfFile),
  withTexts: () => (/* binding */ withTexts)
});

// EXTERNAL MODULE: ./build/src/domain/catalogue/effective-rules.js
var effective_rules = __webpack_require__(85243);
;// CONCATENATED MODULE: ./build/src/domain/catalogue/find-environment.js
/**
 * The environment that is meant: the one that is named, the only one of the service, or the only one with that account and all
 * these regions. Names that were given are in the catalogue.
 */
function findEnvironment(catalogue, question) {
    const { environment, service, account, regions } = question;
    if (environment !== undefined)
        return { kind: 'found', environment };
    const ofService = service === undefined ? undefined : catalogue.services.get(service)?.in;
    const [only, ...more] = ofService === undefined ? [] : [...ofService.keys()];
    if (only !== undefined && more.length === 0)
        return { kind: 'found', environment: only };
    if (account === undefined)
        return { kind: 'open' };
    const fits = [...catalogue.environments].flatMap(([name, each]) => {
        const isMeant = each.account === account && regions.every((region) => each.regions.includes(region));
        return isMeant && (ofService === undefined || ofService.has(name)) ? [name] : [];
    });
    const [first, ...others] = fits;
    const where = `the account ${account}${regions.length === 0 ? '' : ` and ${regions.join(', ')}`}`;
    if (first !== undefined && others.length === 0)
        return { kind: 'found', environment: first };
    if (first !== undefined)
        return {
            kind: 'wrong',
            what: `the environments ${fits.join(', ')} of the catalogue all have ${where}`,
            remedy: 'Set `environment` to one of them.',
        };
    return {
        kind: 'wrong',
        what: `no environment of the catalogue${service === undefined ? '' : ` with the service ${service}`} has ${where}`,
        remedy: 'Declare it in the catalogue, or check credentials and `aws-region`.',
    };
}

// EXTERNAL MODULE: ./build/src/domain/catalogue/modes.js
var modes = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/inputs/declared.js
var declared = __webpack_require__(70417);
// EXTERNAL MODULE: ./build/src/inputs/modes.js
var inputs_modes = __webpack_require__(81975);
// EXTERNAL MODULE: ./build/src/inputs/parse.js
var parse = __webpack_require__(83468);
// EXTERNAL MODULE: ./build/src/modes/governance.js
var modes_governance = __webpack_require__(61256);
;// CONCATENATED MODULE: ./build/src/main/govern.js
/** How a catalogue governs a run: what it gives to the inputs, and what it refuses before anything is asked of AWS. */








/** Why what was given cannot be meant; nothing was changed. */
const wrong = (what, remedy) => new errors/* UserError */.yo({ what, remedy: `Nothing was changed. ${remedy}` });
/** Finds the service and the environment that are meant; UserError for names that the catalogue does not have. */
function govern({ path, catalogue }, { input, environment: machine }) {
    const names = {
        service: known('service', input('service'), [...catalogue.services.keys()]),
        environment: known('environment', input('environment'), [...catalogue.environments.keys()]),
    };
    const { service } = names;
    const places = service === undefined ? undefined : catalogue.services.get(service)?.in;
    if (names.environment !== undefined && places !== undefined && !places.has(names.environment))
        throw wrong(`The service ${service} of the catalogue is not in ${names.environment}.`, `Set \`environment\` to one of ${[...places.keys()].join(', ')}.`);
    const mode = input('mode');
    const regions = (input('aws-region') || machine.awsRegion).split(/[\s,]+/).filter((text) => text !== '');
    const account = /^arn:[^:]+:iam::(\d{12}):/.exec(input('role-to-assume'))?.[1];
    const found = findEnvironment(catalogue, { ...names, account, regions });
    if (found.kind === 'wrong' && !(0,modes/* mayAlwaysBegin */.SO)(mode))
        throw wrong(`This run cannot begin: ${found.what}.`, found.remedy);
    const environment = found.kind === 'found' ? found.environment : undefined;
    const governed = { path, catalogue, service, environment };
    if (environment === undefined)
        return { ...governed, texts: {}, selectors: undefined };
    refuseOtherRole(governed, { role: input('role-to-assume'), account });
    refuseOtherRegion(governed, regions);
    const placement = places?.get(environment);
    return {
        ...governed,
        texts: (0,inputs_modes/* isMode */.SF)(mode) ? textsFor(governed, { mode, input, placement, machine }) : {},
        selectors: placement && { lists: 'any', ...placement.selectors },
    };
}
function known(kind, name, names) {
    if (name === '' || names.includes(name))
        return name || undefined;
    const near = (0,parse/* hint */.aK)(name, names);
    throw wrong(`\`${kind}\` is ${name}, which the catalogue does not have${near}.`, near === '' ? `It has ${names.join(', ')}.` : 'Correct it.');
}
/** A role of another environment would be governed by the rules of this one. */
function refuseOtherRole({ catalogue, environment = '' }, { role, account }) {
    const declared = catalogue.environments.get(environment);
    if (declared === undefined || role === '')
        return;
    if (declared.role !== undefined && declared.role !== role)
        throw wrong(`\`role-to-assume\` is ${role}, and the catalogue declares ${declared.role} for ${environment}.`, 'Leave `role-to-assume` out, or correct one of them.');
    if (account !== undefined && account !== declared.account)
        throw wrong(`\`role-to-assume\` is a role of the account ${account}, and ${environment} is the account ${declared.account}.`, 'Correct `role-to-assume` or `environment`.');
}
function refuseOtherRegion({ catalogue, environment = '' }, regions) {
    const declared = catalogue.environments.get(environment)?.regions ?? regions;
    const elsewhere = regions.filter((region) => !declared.includes(region));
    if (elsewhere.length > 0)
        throw wrong(`The catalogue declares ${environment} in ${declared.join(', ')}, not in ${elsewhere.join(', ')}.`, 'Correct `aws-region` or the catalogue.');
}
function textsFor(governed, { mode, input, placement, machine }) {
    const { catalogue, environment = '', service } = governed;
    const declared = catalogue.environments.get(environment);
    const uses = inputs_modes/* modes */.nI[mode].uses;
    const rules = (0,effective_rules/* effectiveRules */.Dl)(catalogue, { environment, service });
    const isNamed = ['auto-scaling-groups', 'stacks', 'tags', 'bastion', 'elastic-ip'].some((name) => input(name) !== '');
    const isDoubled = mode === 'scale-up-patch' || mode === 'rollback' || input('rollout') === 'scale-up-patch';
    const [surge, ...others] = isDoubled && !/^true$/i.test(input('dark')) ? rules.maxSurge : [];
    const pair = isPairMeant(mode, input) ? placement?.traffic : undefined;
    const [checkpoints] = rules.checkpoints;
    const bake = (0,effective_rules/* largest */.nQ)(rules.bake);
    const alarms = new Set(rules.alarms.flatMap(({ value }) => value));
    const texts = {
        // Whoever uses a terminal has credentials already; their account must be that of the environment.
        'role-to-assume': machine.isTerminal ? undefined : declared?.role,
        'aws-region': declared?.regions.join('\n'),
        bastion: isNamed ? undefined : placement?.bastion,
        ...(service !== undefined && {
            surge: others.length === 0 && surge !== undefined ? amountText(surge.value) : undefined,
            checkpoints: checkpoints?.value.map(amountText).join('\n'),
            bake: bake === undefined ? undefined : String(bake.value),
            alarms: alarms.size === 0 ? undefined : [...alarms].join('\n'),
            ...(pair && trafficTexts(pair, input)),
        }),
    };
    return Object.fromEntries(Object.entries(texts).filter(([name, text]) => text !== undefined && uses.includes(name) && !isGiven(name, input)));
}
/** `release` and `rollback` are of a shift only where the run names its groups. */
const isPairMeant = (mode, input) => mode === 'shift' || mode === 'blue-green' || ['blue', 'green', 'versions'].some((name) => input(name) !== '');
/** What the catalogue declares of a shift, as inputs: the two groups unless the run names its own in the other way. */
function trafficTexts({ pair, means, listenerRules, record, hostedZone, identifiers, steps, keep, afterwards }, input) {
    const others = pair.kind === 'groups' ? ['stacks', 'versions'] : ['blue', 'green'];
    return {
        ...(others.every((name) => input(name) === '') &&
            (pair.kind === 'groups'
                ? { blue: pair.blue, green: pair.green }
                : { stacks: pair.stack, versions: `${pair.versions.blue} ${pair.versions.green}` })),
        traffic: means,
        'listener-rules': listenerRules.length === 0 ? undefined : listenerRules.join('\n'),
        record,
        'hosted-zone': hostedZone,
        'blue-identifier': identifiers.blue,
        'green-identifier': identifiers.green,
        steps: steps.length === 0 ? undefined : steps.map(String).join('\n'),
        keep: keep === undefined ? undefined : String(keep),
        afterwards,
    };
}
const amountText = ({ kind, value }) => `${value}${kind === 'percent' ? '%' : ''}`;
/** Whether the workflow says more than the default, which the runner hands over as if it were given. */
const isGiven = (name, input) => input(name) !== '' && input(name) !== declared/* declaredInputs */.WB[name];
/** The runner with what the catalogue gives: nothing that the workflow has given. */
const withTexts = (runner, texts) => ({
    ...runner,
    input: (name) => (Object.hasOwn(texts, name) ? (texts[name] ?? '') : runner.input(name)),
});
/**
 * What the run asks of the catalogue, and what that refuses without AWS. UserError with all refusals; what was lifted or would
 * be refused in another run is reported.
 */
function beginGoverned({ runner, clock, report, applied, }, inputs, governed) {
    const { ref, defaultBranch, actor, triggeringActor } = runner.workflowContext();
    const governance = {
        path: governed.path,
        catalogue: governed.catalogue,
        account: undefined,
        environment: governed.environment,
        service: governed.service,
        connectTo: noConnection,
        claimed: new Map(),
        overdue: new Set(),
        told: new Set(),
        request: {
            mode: inputs.mode,
            now: clock.now() / 1000,
            ref,
            defaultBranch: defaultBranch || undefined,
            actors: [...new Set([actor, triggeringActor])].filter((login) => login !== ''),
            dryRun: inputs.dryRun,
            breakGlass: runner.input('break-glass') || undefined,
            applied,
        },
    };
    (0,modes_governance/* refuseRequest */.IU)(governance, report);
    return governance;
}
const noConnection = () => {
    throw new Error('Nothing is connected to before the credentials of the run are known.');
};
/** The same once AWS has said whose the credentials are, by AWS's clock. UserError where they belong elsewhere. */
function confirmGoverned(governance, { account, regions, now, report, connectTo }) {
    const { catalogue, service, request } = governance;
    const found = findEnvironment(catalogue, { environment: governance.environment, service, account, regions });
    if (found.kind !== 'found') {
        if ((0,modes/* mayAlwaysBegin */.SO)(request.mode) || found.kind === 'open')
            return { ...governance, connectTo, account };
        throw wrong(`This run cannot begin: ${found.what}.`, found.remedy);
    }
    const { environment } = found;
    const declared = catalogue.environments.get(environment);
    if (declared !== undefined && declared.account !== account)
        throw wrong(`The credentials belong to the account ${account}, and ${environment} of the catalogue is the account ${declared.account}.`, 'Use credentials of that account, or correct `environment`.');
    refuseOtherRegion({ catalogue, environment }, regions);
    const confirmed = { ...governance, connectTo, account, environment, request: { ...request, now } };
    (0,modes_governance/* refuseRequest */.IU)(confirmed, report);
    return confirmed;
}
/** The result of a run that reads the file alone. */
const reviewOfFile = ({ path, catalogue: { environments, services }, }) => ({
    kind: 'catalogue',
    review: { path, environments: [...environments.keys()], services: [...services.keys()], listing: undefined },
});


/***/ })

};
