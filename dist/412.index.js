export const id = 412;
export const ids = [412];
export const modules = {

/***/ 20412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PORTAL_FILE: () => (/* binding */ PORTAL_FILE),
  portal: () => (/* binding */ portal)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/inputs/catalogue/read-catalogue.js + 7 modules
var read_catalogue = __webpack_require__(23423);
// EXTERNAL MODULE: ./build/src/inputs/catalogue/usual-path.js
var usual_path = __webpack_require__(60759);
// EXTERNAL MODULE: ./build/src/command/run-tool.js
var run_tool = __webpack_require__(74169);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/domain/catalogue/effective-rules.js
var effective_rules = __webpack_require__(85243);
// EXTERNAL MODULE: ./build/src/domain/catalogue/modes.js
var modes = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/src/inputs/modes.js
var inputs_modes = __webpack_require__(81975);
;// CONCATENATED MODULE: ./build/src/command/portal/form.js
/** The dispatch form of a catalogue: a workflow whose choices are its services and environments. */





/** The text of the workflow. UserError where the catalogue offers nothing to choose. */
function portalForm({ catalogue, path, version }) {
    const services = [...catalogue.services.keys()];
    const actions = offeredActions(catalogue);
    const environments = [...catalogue.environments].filter(([name]) => services.some((service) => catalogue.services.get(service)?.in.has(name)));
    if (environments.length === 0)
        throw new errors/* UserError */.yo({
            what: `${path} has no service in any environment, so a form would have nothing to choose.`,
            remedy: 'Add `in` to a service.',
        });
    const colours = coloursOf(catalogue);
    const form = {
        name: 'Fleet Patch portal',
        'run-name': '${{ inputs.action }} ${{ inputs.service }} in ${{ inputs.environment }}: ${{ inputs.reason }}',
        on: {
            workflow_dispatch: {
                inputs: {
                    service: choice('What to act on', services),
                    environment: choice('Where', environments.map(([name]) => name)),
                    action: choice('What to do', actions),
                    image: form_text(`For patch-image${actions.includes('blue-green') ? ', patch-docker and blue-green' : ' and patch-docker'}: the image, or the Docker tag or reference`),
                    ...(colours.size > 0 && {
                        to: {
                            ...choice('For shift and blue-green: the side that traffic goes to', ['idle side', 'blue', 'green']),
                            default: 'idle side',
                        },
                    }),
                    reason: { ...form_text('Why; it is in the name of the run'), required: true },
                    'break-glass': toggle('Let windows, freezes and locks not hold, for this reason', false),
                    'dry-run': toggle('Only show what would happen', true),
                },
            },
        },
        permissions: {},
        jobs: {
            act: {
                permissions: { contents: 'read', 'id-token': 'write' },
                uses: `fleet-patch/fleet-patch/.github/workflows/emergency.yml@v${version}`,
                with: {
                    service: '${{ inputs.service }}',
                    environment: '${{ inputs.environment }}',
                    action: '${{ inputs.action }}',
                    image: '${{ inputs.image }}',
                    ...(colours.size > 0 && { to: '${{ inputs.to }}', ...namedIn(colours) }),
                    reason: '${{ inputs.reason }}',
                    'break-glass': '${{ inputs.break-glass }}',
                    'dry-run': '${{ inputs.dry-run }}',
                    catalogue: path,
                    ...approvedIn(environments),
                },
            },
        },
    };
    return `# Written by \`npx fleet-patch portal --write\` from ${path}: change that, and write it anew.\n${(0,dist/* stringify */.As)(form, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })}`;
}
const choice = (description, options) => ({
    description,
    type: 'choice',
    required: true,
    options,
});
const form_text = (description) => ({ description, type: 'string' });
const toggle = (description, standard) => ({ description, type: 'boolean', default: standard });
/**
 * The modes that change something and that some service may be given somewhere, in the order of the README; then what takes back and
 * ends a shift of traffic.
 */
function offeredActions(catalogue) {
    const placements = placementsOf(catalogue);
    const isOffered = (mode, isMeant) => placements.some(({ service, environment, placement }) => isMeant(placement) && ((0,modes/* isAlwaysAllowed */.oX)(mode) || isAllowed(catalogue, { service, environment, mode })));
    const isShifted = ({ traffic }) => traffic !== undefined;
    const offered = Object.keys(inputs_modes/* modes */.nI).filter((mode) => inputs_modes/* modes */.nI[mode].changes &&
        // It is about all groups, and works by itself.
        mode !== 'janitor' &&
        isOffered(mode, (placement) => {
            if (mode === 'redeploy-bastion')
                return placement.bastion !== undefined;
            return (mode !== 'shift' && mode !== 'blue-green') || isShifted(placement);
        }));
    return [
        ...offered,
        ...['rollback', 'release'].flatMap((mode) => (isOffered(mode, isShifted) ? `${mode}-traffic` : [])),
    ];
}
const placementsOf = (catalogue) => [...catalogue.services].flatMap(([service, { in: places }]) => [...places].map(([environment, placement]) => ({ service, environment, placement })));
/** The two sides of each service that declares some, by `service in environment`. */
const coloursOf = (catalogue) => new Map(placementsOf(catalogue).flatMap(({ service, environment, placement: { traffic } }) => traffic === undefined ? [] : [[`${service} in ${environment}`, traffic.pair]]));
/** The names of both sides, as inputs of the workflow that is called. */
function namedIn(colours) {
    const chosen = (input) => {
        const entries = [...colours].flatMap(([place, pair]) => {
            if (pair.kind === 'groups')
                return input === 'versions' ? [] : [[place, pair[input]]];
            return input === 'versions' ? [[place, `${pair.versions.blue} ${pair.versions.green}`]] : [];
        });
        return lookedUp(entries, "format('{0} in {1}', inputs.service, inputs.environment)");
    };
    return { blue: chosen('blue'), green: chosen('green'), versions: chosen('versions') };
}
/** An expression that looks up what is chosen; empty where it is not there. */
const lookedUp = (entries, chosen) => `\${{ fromJSON('${JSON.stringify(Object.fromEntries(entries)).replaceAll("'", "''")}')[${chosen}] }}`;
function isAllowed(catalogue, { service, environment, mode }) {
    if (catalogue.environments.get(environment)?.protected.includes(mode) === true)
        return false;
    return (0,effective_rules/* effectiveRules */.Dl)(catalogue, { environment, service }).modes.every(({ value }) => (0,modes/* meansMode */.iT)(value, mode));
}
/** The environment of GitHub whose reviewers approve, by that of the catalogue; nothing where there is none. */
function approvedIn(environments) {
    const approved = environments.flatMap(([name, { githubEnvironment }]) => githubEnvironment === undefined ? [] : [[name, githubEnvironment]]);
    if (approved.length === 0)
        return {};
    return { 'github-environment': lookedUp(approved, 'inputs.environment') };
}

;// CONCATENATED MODULE: ./build/src/command/portal/portal.js
/** `fleet-patch portal`: writes the dispatch form of a catalogue, or checks that it is what the catalogue gives. */








/** The file that it writes. */
const PORTAL_FILE = 'fleet-patch-portal.yml';
/** Runs the tool; the exit code: 0, 1 where the check fails or the catalogue is wrong, 2 where the words mean nothing. */
const portal = async (line, words) => await (0,run_tool/* runTool */.qI)(line, readWords(words), (asked) => writeOrCheck(line, asked));
/** A sentence where the words mean nothing. */
function readWords(words) {
    let values;
    try {
        values = (0,external_node_util_.parseArgs)({
            args: [...words],
            options: {
                write: { type: 'boolean' },
                check: { type: 'boolean' },
                catalogue: { type: 'string', default: usual_path/* USUAL_CATALOGUE */.J },
                folder: { type: 'string', default: '.github/workflows' },
            },
        }).values;
    }
    catch (error) {
        return (0,run_tool/* wrongWords */.Jz)(error, 'portal');
    }
    const { write = false, check = false, catalogue, folder } = values;
    if (write === check)
        return 'Give either `--write` or `--check`.';
    return { does: write ? 'write' : 'check', catalogue, folder };
}
async function writeOrCheck(line, { does, catalogue: path, folder }) {
    const text = await (0,run_tool/* textOf */.b6)((0,external_node_path_.resolve)(line.folder, path));
    if (text === undefined)
        throw new errors/* UserError */.yo({
            what: `There is no catalogue at ${path}.`,
            remedy: 'Write one, or name it with `--catalogue`: docs/catalogue.md says how.',
        });
    const catalogue = (0,read_catalogue.readCatalogue)({ path, text, now: line.clock.now() / 1000 });
    const { version } = JSON.parse(await line.ownFile('package.json'));
    const wanted = portalForm({ catalogue, path, version });
    const shown = (0,external_node_path_.join)(folder, PORTAL_FILE);
    const place = (0,external_node_path_.resolve)(line.folder, folder);
    if (does === 'write') {
        await (0,promises_.mkdir)(place, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(place, PORTAL_FILE), wanted);
        line.stdout.write(`${shown} is written.\n`);
        return 0;
    }
    const found = await (0,run_tool/* textOf */.b6)((0,external_node_path_.join)(place, PORTAL_FILE));
    // A checkout may have other line ends.
    if (found?.replaceAll('\r\n', '\n') === wanted) {
        line.stdout.write(`${shown} is what ${path} gives.\n`);
        return 0;
    }
    const why = found === undefined ? 'is missing' : `is not what ${path} gives`;
    throw new errors/* UserError */.yo({ what: `${shown} ${why}.`, remedy: 'Run `npx fleet-patch portal --write` and commit it.' });
}


/***/ }),

/***/ 74169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ wrongWords),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qI: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _platform_missing_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6988);
/** What the tools of the command have in common: how they end, and how they read files. */



/** Runs a tool, asked by its words or by a sentence where they mean nothing; the exit code: that of the work, 1 after a UserError, 2 after such words. */
async function runTool({ stderr }, asked, work) {
    if (typeof asked === 'string') {
        stderr.write(`error: ${asked}\n`);
        return 2;
    }
    try {
        return await work(asked);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        stderr.write(`error: ${error.message}\n`);
        return 1;
    }
}
/** What is wrong with words that Node's `parseArgs` does not take. */
const wrongWords = (error, tool) => `${error instanceof Error ? error.message.replace(/\. To specify.*$/, '') : String(error)}. See \`fleet-patch ${tool} --help\`.`;
/** The text of a file; undefined where there is none. */
async function textOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_platform_missing_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 85243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ effectiveRules),
/* harmony export */   PM: () => (/* binding */ wantsApproval),
/* harmony export */   m3: () => (/* binding */ statedAs),
/* harmony export */   nQ: () => (/* binding */ largest),
/* harmony export */   o9: () => (/* binding */ smallest)
/* harmony export */ });
/** The effective rules; of names that the catalogue does not hold, nothing. */
function effectiveRules(catalogue, question) {
    const levels = levelsOf(catalogue, question);
    const defaults = question.service === undefined ? [] : [{ level: 'defaults', rules: catalogue.defaults }];
    const stated = (name) => {
        const at = (each) => {
            const value = each.rules[name];
            return value === undefined ? [] : [{ level: each.level, value }];
        };
        const found = levels.flatMap(at);
        return found.length > 0 ? found : defaults.flatMap(at);
    };
    return {
        modes: stated('modes'),
        refs: stated('refs'),
        actors: stated('actors'),
        imageOwners: stated('imageOwners'),
        imageNames: stated('imageNames'),
        maxImageAgeDays: stated('maxImageAgeDays'),
        requiredTags: stated('requiredTags'),
        dockerRepositories: stated('dockerRepositories'),
        dockerTags: stated('dockerTags'),
        dockerDigest: stated('dockerDigest'),
        windows: stated('windows'),
        maxDaysBehind: stated('maxDaysBehind'),
        warnDaysBehind: stated('warnDaysBehind'),
        minSize: stated('minSize'),
        maxSurge: stated('maxSurge'),
        maxUnavailable: stated('maxUnavailable'),
        checkpoints: stated('checkpoints'),
        alarms: stated('alarms'),
        bake: stated('bake'),
        bakeDays: stated('bakeDays'),
        runsOver: stated('runsOver'),
        approval: stated('approval'),
    };
}
function levelsOf(catalogue, { environment, service: name }) {
    const rules = catalogue.environments.get(environment)?.rules;
    const service = name === undefined ? undefined : catalogue.services.get(name);
    const placement = service?.in.get(environment);
    return [
        ...(rules === undefined ? [] : [{ level: `environments.${environment}.rules`, rules }]),
        ...(service === undefined ? [] : [{ level: `services.${name}.rules`, rules: service.rules }]),
        ...(placement === undefined ? [] : [{ level: `services.${name}.in.${environment}.rules`, rules: placement.rules }]),
    ];
}
/** The smallest number that a level states; undefined where none does. */
const smallest = (stated) => stated.reduce((best, each) => (best === undefined || each.value < best.value ? each : best), undefined);
/** The largest number that a level states; undefined where none does. */
const largest = (stated) => stated.reduce((best, each) => (best === undefined || each.value > best.value ? each : best), undefined);
/** The first level that states this word; undefined where none does. */
const statedAs = (stated, word) => stated.find(({ value }) => value === word);
/** Whether any level of the catalogue wants changes to be approved plans. */
const wantsApproval = ({ defaults, environments, services }) => [
    defaults,
    ...[...environments.values()].map(({ rules }) => rules),
    ...[...services.values()].flatMap(({ rules, in: places }) => [
        rules,
        ...[...places.values()].map((place) => place.rules),
    ]),
].some(({ approval }) => approval === 'plan');


/***/ }),

/***/ 8348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ mayAlwaysBegin),
/* harmony export */   SS: () => (/* binding */ isExemptFromTimes),
/* harmony export */   iT: () => (/* binding */ meansMode),
/* harmony export */   oX: () => (/* binding */ isAlwaysAllowed)
/* harmony export */ });
/** What the modes mean to a catalogue, by their names. */
/** Modes that the catalogue never keeps from anything: they look, or put back what a run has left. */
const isAlwaysAllowed = (mode) => mode === 'images' || mode === 'restore' || mode === 'catalogue';
/**
 * Modes that no rule of an environment keeps from beginning: a janitor reports first, and each group that it would change is
 * asked for by itself.
 */
const mayAlwaysBegin = (mode) => mode === 'janitor' || isAlwaysAllowed(mode);
/** A way back must not wait for a window, nor for the end of a freeze. */
const isExemptFromTimes = (mode) => mode === 'rollback' || isAlwaysAllowed(mode);
/** Modes that may leave a group waiting for `release`. */
const WAITING = ['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'rollback', 'shift', 'blue-green'];
/** Whether a list of modes means this one; `release` goes on with what another mode has begun, so that one is enough. */
const meansMode = (list, mode) => list.includes(mode) || (mode === 'release' && list.some((each) => WAITING.includes(each)));


/***/ })

};
