export const id = 7707;
export const ids = [7707];
export const modules = {

/***/ 49183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ flagInputs),
/* harmony export */   Tb: () => (/* binding */ isSwitch),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   lR: () => (/* binding */ readArguments)
/* harmony export */ });
/* unused harmony export formats */
/* harmony import */ var _inputs_declared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70417);
/* harmony import */ var _inputs_modes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81975);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17443);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43540);
/** The words after `fleet-patch`, read: flags are the inputs of the action by their names. */




const formats = ['text', 'json', 'tsv'];
/** Why the words mean nothing, in one sentence. */
class UsageError extends Error {
}
/** Inputs that mean something only to a job of GitHub: a terminal has credentials of its own. */
const ONLY_IN_JOBS = ['role-to-assume', 'role-session-name', 'role-duration-seconds', 'audience'];
/** The inputs that a terminal has flags for, in the order of action.yml. */
const flagInputs = Object.keys(_inputs_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB).filter((name) => name !== 'mode' && !ONLY_IN_JOBS.includes(name));
/** Whether the input is `true` or `false`, so that its flag alone means `true`. */
const isSwitch = (name) => _inputs_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredInputs */ .WB[name] === 'false';
/** What the words ask for. UsageError where they ask for nothing that there is. */
function readArguments(words) {
    const [first, ...rest] = words;
    if (first === undefined || first === 'help' || first === '--help' || first === '-h')
        return { kind: 'help', topic: topicOf(rest[0]) };
    if (first === 'version' || first === '--version' || first === '-v')
        return { kind: 'version' };
    if ((0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .isTool */ .D)(first))
        return asksForHelp(rest) ? { kind: 'help', topic: first } : { kind: 'tool', tool: first, words: rest };
    if (!(0,_inputs_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isMode */ .SF)(first))
        throw new UsageError(unknownWord(first));
    if (asksForHelp(rest))
        return { kind: 'help', topic: first };
    return readMode(first, rest);
}
const asksForHelp = (words) => words.includes('--help') || words.includes('-h');
const topicOf = (word) => word !== undefined && ((0,_inputs_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .isMode */ .SF)(word) || (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .isTool */ .D)(word)) ? word : undefined;
function unknownWord(word) {
    const known = [...Object.keys(_inputs_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .modes */ .nI), ...Object.keys(_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tools */ .Y)];
    if (word.startsWith('-'))
        return `The mode comes first, then its flags: \`fleet-patch <mode> ${word} ...\`.`;
    return `\`${word}\` is no mode${nearestIn(word, known, '')}.`;
}
function readMode(mode, words) {
    const inputs = new Map();
    let format = 'text';
    let acts = false;
    const left = [...words];
    for (let word = left.shift(); word !== undefined; word = left.shift()) {
        const [flag = '', ...parts] = word.split('=');
        const joined = parts.length > 0 ? parts.join('=') : undefined;
        const valueOf = () => {
            const value = joined ?? left.shift();
            if (value === undefined)
                throw new UsageError(`\`${flag}\` needs a value.`);
            return value;
        };
        if (flag === '-o' || flag === '--output')
            format = formatOf(valueOf());
        else if (word === '--yes')
            acts = true;
        else if (!flag.startsWith('--'))
            throw new UsageError(strayWord(word));
        else {
            const name = inputOf(flag);
            const value = isSwitch(name) ? switchOf(flag, joined, left) : valueOf();
            inputs.set(name, [...(inputs.get(name) ?? []), value]);
        }
    }
    return { kind: 'mode', mode, format, acts, inputs: textsOf(inputs, { mode, acts }) };
}
/** `--force`, `--force=false` and `--force false`. */
function switchOf(flag, joined, left) {
    const value = joined ?? (/^(true|false)$/i.test(left[0] ?? '') ? (left.shift() ?? '') : 'true');
    if (/^(true|false)$/i.test(value))
        return value.toLowerCase();
    throw new UsageError(`\`${flag}\` is \`${value}\` but must be \`true\` or \`false\`, or stand alone.`);
}
/** A flag that is given several times is a list with an entry per line. */
function textsOf(given, { mode, acts }) {
    const texts = { mode };
    for (const [name, values] of given)
        texts[name] = values.join('\n');
    if (!_inputs_modes_js__WEBPACK_IMPORTED_MODULE_1__/* .modes */ .nI[mode].changes)
        return texts;
    if (acts && texts['dry-run'] === 'true')
        throw new UsageError('`--yes` acts and `--dry-run` does not: give one of them.');
    if (!acts && texts['dry-run'] === 'false')
        throw new UsageError('`--dry-run=false` alone changes nothing: give `--yes` to act.');
    return { ...texts, 'dry-run': String(!acts) };
}
function inputOf(flag) {
    const name = flag.slice(2);
    const known = flagInputs.find((each) => each === name);
    if (known !== undefined)
        return known;
    if (ONLY_IN_JOBS.includes(name))
        throw new UsageError(`\`${flag}\` is for jobs of GitHub Actions: a terminal works with the credentials that the AWS SDK finds, such as a profile by AWS_PROFILE.`);
    const renamed = Object.hasOwn(_inputs_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .renamedInputs */ .UN, name) ? _inputs_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .renamedInputs */ .UN[name] : undefined;
    if (renamed !== undefined)
        throw new UsageError(`\`${flag}\` has another name: --${renamed.to}. ${renamed.note}`);
    throw new UsageError(`\`${flag}\` is no flag${nearestIn(name, [...flagInputs, 'output', 'yes', 'help'], '--')}.`);
}
function formatOf(text) {
    const format = formats.find((each) => each === text);
    if (format !== undefined)
        return format;
    throw new UsageError(`\`${text}\` is no format of \`-o\`: it is one of ${formats.join(', ')}.`);
}
const strayWord = (word) => word.startsWith('-')
    ? `\`${word}\` is no flag: flags have their names, as in \`--auto-scaling-groups web\`.`
    : `\`${word}\` belongs to no flag: groups are named by \`--stacks "${word} v1"\`, \`--auto-scaling-groups\`, \`--tags\` or \`--service\`.`;
function nearestIn(word, known, prefix) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(word, known).map((each) => `\`${prefix}${each}\``);
    return near.length === 0 ? '; see `fleet-patch --help`' : `; the nearest is ${near.join(', ')}`;
}


/***/ }),

/***/ 97707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: ./build/src/main/main.js + 36 modules
var main = __webpack_require__(70649);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __webpack_require__(89916);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/src/platform/checkout.js


/** The checkout that a folder is in, read without Git: https://git-scm.com/docs/gitrepository-layout */
function checkoutOf(folder) {
    const [top, head] = headAbove((0,external_node_path_.resolve)(folder)) ?? [];
    if (top === undefined || head === undefined)
        return { ref: '', sha: '', defaultBranch: '' };
    const ref = /^ref: (.+)$/.exec(head)?.[1] ?? '';
    const origin = textOf((0,external_node_path_.join)(top, '.git', 'refs/remotes/origin/HEAD')) ?? '';
    return {
        ref,
        sha: ref === '' ? head : (textOf((0,external_node_path_.join)(top, '.git', ref)) ?? packed((0,external_node_path_.join)(top, '.git'), ref)),
        defaultBranch: /^ref: refs\/remotes\/origin\/(.+)$/.exec(origin)?.[1] ?? '',
    };
}
/** The nearest folder with a `.git` folder in it, and the text of its HEAD. */
function headAbove(folder) {
    const head = textOf((0,external_node_path_.join)(folder, '.git', 'HEAD'));
    if (head !== undefined)
        return [folder, head];
    const parent = (0,external_node_path_.dirname)(folder);
    return parent === folder ? undefined : headAbove(parent);
}
const packed = (git, ref) => (textOf((0,external_node_path_.join)(git, 'packed-refs')) ?? '')
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.slice(0, 40) ?? '';
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/platform/missing-file.js
var missing_file = __webpack_require__(6988);
// EXTERNAL MODULE: ./build/src/platform/proxy-rules.js
var proxy_rules = __webpack_require__(18075);
;// CONCATENATED MODULE: ./build/src/platform/terminal-runner.js









/**
 * A person's terminal in place of GitHub's runner: the credentials are those that the AWS SDK finds, the state for putting
 * back stays in memory, and a line of progress takes the place of the one before.
 */
function terminalRunner({ inputs, log, problems, folder, startedAt }) {
    const variables = process.env;
    const outputs = new Map();
    const state = new Map();
    const secrets = new Set();
    let failed = false;
    let progressing = false;
    const masked = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    const clear = () => {
        if (progressing)
            log.write('\r\u001b[K');
        progressing = false;
    };
    const print = (screen, text) => {
        clear();
        screen.write(`${masked(text)}\n`);
    };
    const say = (level, message) => print(problems, `${level}: ${message}`);
    const pathOf = (path) => (0,external_node_path_.resolve)(folder, path);
    return {
        outputs,
        hasFailed: () => failed,
        environment: {
            runId: String(startedAt),
            runAttempt: '1',
            awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
            proxy: (0,proxy_rules/* proxyVariables */.e)(variables),
            isHosted: false,
            isTerminal: true,
        },
        workflowContext: () => ({
            repository: '',
            serverUrl: '',
            workflow: '',
            actor: userName(),
            triggeringActor: userName(),
            ...checkoutOf(folder),
        }),
        input: (name) => (inputs[name] ?? '').trim(),
        passedInputs: () => Object.keys(inputs),
        setOutput: (name, value) => void outputs.set(name, value),
        mask: (secret) => {
            if (secret !== '')
                secrets.add(secret);
        },
        idToken: async () => {
            throw new errors/* UserError */.yo({
                what: 'A terminal has no OIDC token for `role-to-assume`.',
                remedy: 'Use credentials of the role itself, such as a profile with `role_arn` by AWS_PROFILE.',
            });
        },
        info: (message) => print(log, message
            .split(/\r\n|[\r\n]/)
            .map(text_escape/* visible */.RK)
            .join('\n')),
        ...(log.isTTY && {
            progress: (message) => {
                clear();
                log.write(masked((0,text_escape/* visible */.RK)(message)).slice(0, (log.columns ?? 80) - 1));
                progressing = true;
            },
        }),
        startGroup: (title) => print(log, `\n${title}`),
        endGroup: () => { },
        annotation: (level, message) => say(level, message),
        writeSummary: async () => { },
        writeFile: async (path, text) => {
            try {
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(pathOf(path)), { recursive: true });
                await (0,promises_.writeFile)(pathOf(path), text);
            }
            catch (error) {
                throw fileError(`The file ${path} could not be written.`, 'Give a path that you may write to.', error);
            }
        },
        readFile: async (path) => {
            try {
                return await (0,promises_.readFile)(pathOf(path), 'utf8');
            }
            catch (error) {
                if ((0,missing_file/* isMissing */.b)(error))
                    return undefined;
                throw fileError(`The file ${path} could not be read.`, 'Check that it is a file that you may read.', error);
            }
        },
        isWorkspaceEmpty: async () => false,
        saveState: (name, value) => void state.set(name, value),
        getState: (name) => state.get(name) ?? '',
        setFailed: (message) => {
            say('error', message);
            failed = true;
        },
    };
}
const fileError = (what, remedy, error) => new errors/* UserError */.yo({
    what,
    why: error instanceof Error ? (0,sentence/* withFullStop */.u)(error.message) : String(error),
    remedy,
    cause: error,
});
/** Some machines have no name for the user that runs. */
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./build/src/main/saved-run.js
var saved_run = __webpack_require__(99732);
// EXTERNAL MODULE: ./build/src/report/render/renderers.js + 37 modules
var renderers = __webpack_require__(74148);
;// CONCATENATED MODULE: ./build/src/report/render/printed-result.js

/** A result as text for a program; `document` is the value of the output `result`. */
const printedResult = (format, result, document) => format === 'json' ? `${document}\n` : (0,renderers/* rendererOf */.D)(result).tsv(result);

// EXTERNAL MODULE: ./build/src/inputs/modes.js
var modes = __webpack_require__(81975);
// EXTERNAL MODULE: ./build/src/command/arguments.js
var command_arguments = __webpack_require__(49183);
;// CONCATENATED MODULE: ./build/src/command/command.js
/** The command `fleet-patch`: the action's run with flags for inputs and a terminal for a runner. */







/** Runs the command; the exit code: 0, 1 where the run has failed, 2 where the words mean nothing. */
async function command(line) {
    let request;
    try {
        request = (0,command_arguments/* readArguments */.lR)(line.words);
    }
    catch (error) {
        if (!(error instanceof command_arguments/* UsageError */.eb))
            throw error;
        line.stderr.write(`error: ${error.message}\n`);
        return 2;
    }
    switch (request.kind) {
        case 'help': {
            const { help } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5692)]).then(__webpack_require__.bind(__webpack_require__, 25692));
            const columns = Math.min(line.stdout.columns ?? 100, 120);
            line.stdout.write(`${help(request.topic, { manifest: await line.ownFile('action.yml'), columns })}\n`);
            return 0;
        }
        case 'version': {
            const { version } = JSON.parse(await line.ownFile('package.json'));
            line.stdout.write(`${version}\n`);
            return 0;
        }
        case 'tool':
            return request.tool === 'page'
                ? await (await Promise.all(/* import() */[__webpack_require__.e(5814), __webpack_require__.e(8815), __webpack_require__.e(2210), __webpack_require__.e(3423), __webpack_require__.e(727)]).then(__webpack_require__.bind(__webpack_require__, 90727))).page(line, request.words)
                : await (await Promise.all(/* import() */[__webpack_require__.e(5814), __webpack_require__.e(8815), __webpack_require__.e(2210), __webpack_require__.e(3423), __webpack_require__.e(412)]).then(__webpack_require__.bind(__webpack_require__, 20412))).portal(line, request.words);
        case 'mode':
            return await runMode(line, request);
        default:
            return request;
    }
}
/** A janitor that is not to heal changes nothing, with `--yes` neither. */
const onlyReports = ({ mode, inputs }) => mode === 'janitor' && !/^true$/i.test(inputs['heal'] ?? '');
/** Runs a mode, and what the action's post step does after it: puts back what a run that was cut off has left. */
async function runMode(line, request) {
    const { clock, random, requestHandler, stdout, stderr, folder, onInterrupt } = line;
    const { mode, inputs, format, acts } = request;
    const runner = terminalRunner({
        inputs,
        log: format === 'text' ? stdout : stderr,
        problems: stderr,
        folder,
        startedAt: clock.now(),
    });
    let stop = new AbortController();
    onInterrupt(() => stop.abort(new errors/* Cancelled */.cJ()));
    const platform = { runner, clock, random, requestHandler };
    const result = await (0,main/* main */.iW)({ ...platform, signal: stop.signal });
    if ((0,saved_run/* hasSavedRun */.zQ)(runner)) {
        stop = new AbortController();
        runner.annotation('warning', 'Putting back what was changed. Interrupt again to leave it as it is.', 'Fleet Patch');
        await (0,main/* post */.bE)({ ...platform, signal: stop.signal });
    }
    const document = runner.outputs.get('result');
    if (format !== 'text')
        stdout.write(printedResult(format, result, document ?? '{}'));
    else if (modes/* modes */.nI[mode].changes && !onlyReports({ mode, inputs }) && !acts && !runner.hasFailed())
        runner.info('\nThis was a dry run: nothing was changed. Add --yes to do it.');
    return runner.hasFailed() ? 1 : 0;
}


/***/ }),

/***/ 43540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTool),
/* harmony export */   Y: () => (/* binding */ tools)
/* harmony export */ });
/** What the command does besides running modes: each in a file of its own, which is loaded only for it. */
const tools = {
    page: 'Writes one page of the fleet from the records of audits and runs: ages, trend, rolls, locks, open runs.',
    portal: 'Writes dispatch forms with the services and environments of the catalogue as choices, or checks them.',
};
function isTool(text) {
    return Object.hasOwn(tools, text);
}


/***/ })

};
