export const id = 5692;
export const ids = [5692];
export const modules = {

/***/ 25692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   help: () => (/* binding */ help)
/* harmony export */ });
/* unused harmony export MODES */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _inputs_declared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70417);
/* harmony import */ var _inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81975);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49183);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43540);
/** What `--help` prints, from the texts of action.yml. */





/** The help of a mode or tool, or of the whole command. */
function help(topic, options) {
    if (topic === undefined)
        return overview(options);
    return (0,_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .isTool */ .D)(topic) ? toolHelp(topic) : modeHelp(topic, options);
}
/** A sentence on each mode. */
const MODES = {
    images: 'Finds groups and instances on old images. Changes nothing.',
    'patch-image': 'Changes the image that groups launch, and rolls where --rollout says so.',
    'patch-docker': 'Changes the Docker image or keys of the user data, and rolls where --rollout says so.',
    respawn: 'Replaces out-of-date instances, as many at a time as --surge allows.',
    'scale-up-patch': 'Launches all new instances before any old one leaves.',
    release: 'Lets a dark launch or a closed gate go on.',
    rollback: 'Goes back to what a group launched before its last change, and rolls.',
    shift: 'Moves traffic between two groups by weights, and touches nothing else.',
    'blue-green': 'Patches the idle one of two groups, proves it, and moves the traffic there by steps.',
    'redeploy-bastion': 'Replaces an SSH bastion and keeps its address.',
    restore: 'Puts groups back that an unfinished run has left changed.',
    janitor: 'Finds what was left behind in groups, and heals it with --heal.',
    catalogue: 'Checks the catalogue. Changes nothing.',
};
function overview({ columns }) {
    return [
        'Keeps EC2 Auto Scaling fleets patched, without taking the service down.',
        '',
        '  fleet-patch <mode> [flags]      a dry run where the mode changes something',
        '  fleet-patch <mode> [flags] --yes',
        '  fleet-patch <mode> --help       the flags of a mode',
        '',
        'Modes:',
        ...rows(Object.entries(MODES), columns),
        '',
        'Besides:',
        ...rows(Object.entries(_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .tools */ .Y), columns),
        '',
        ...COMMON,
        '',
        'Credentials are those that the AWS SDK finds: variables, AWS_PROFILE, SSO, the machine.',
        'The region is --aws-region, else AWS_REGION or AWS_DEFAULT_REGION.',
    ].join('\n');
}
const COMMON = [
    '  -o, --output text|json|tsv      the log, or the result alone on stdout and the log on stderr',
    '  --yes                           act, instead of a dry run',
    '  --help, --version',
];
function modeHelp(mode, { manifest, columns }) {
    const { inputs } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(manifest);
    const used = _inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .modes */ .nI[mode].uses;
    const flags = _arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .flagInputs */ .Cp
        .filter((name) => used.includes(name))
        .map((name) => [flagText(name), described(name, inputs[name]?.description ?? '')]);
    return [
        `fleet-patch ${mode} [flags]${_inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .modes */ .nI[mode].changes ? ' [--yes]' : ''}`,
        '',
        MODES[mode],
        ...(_inputs_modes_js__WEBPACK_IMPORTED_MODULE_2__/* .modes */ .nI[mode].changes ? ['Without --yes this is a dry run: nothing is changed.'] : []),
        '',
        'Flags; one that takes several entries may be given several times:',
        ...flags.flatMap(([flag, text]) => [`  ${flag}`, ...wrapped(text, columns - 6).map((line) => `      ${line}`)]),
        '',
        ...COMMON,
    ].join('\n');
}
const toolHelp = (tool) => [`fleet-patch ${tool}`, '', _tools_js__WEBPACK_IMPORTED_MODULE_4__/* .tools */ .Y[tool], '', ...TOOL_FLAGS[tool]].join('\n');
const TOOL_FLAGS = {
    page: [
        '  --from <path>       the folder with the records, files `.jsonl`',
        '  --to <path>         the page, a file `.html`',
        '  --catalogue <path>  by default .github/fleet-patch.yml, where there is one',
        '  --redact accounts   shows no account ids',
    ],
    portal: [
        '  --write             writes the workflows',
        '  --check             fails where they are not what the catalogue gives',
        '  --catalogue <path>  by default .github/fleet-patch.yml',
        '  --folder <path>     where they are, by default .github/workflows',
    ],
};
const flagText = (name) => ((0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .isSwitch */ .Tb)(name) ? `--${name}` : `--${name} <value>`);
function described(name, description) {
    const standard = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .isSwitch */ .Tb)(name) ? undefined : _inputs_declared_js__WEBPACK_IMPORTED_MODULE_1__/* .declaredInputs */ .WB[name];
    // Markdown's marks of code say nothing in a terminal.
    const text = description.replaceAll('`', '');
    return standard === undefined ? text : `${text} Default: ${standard}.`;
}
function rows(entries, columns) {
    const width = 18;
    return entries.flatMap(([name, text]) => wrapped(text, columns - width - 2).map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}${line}`));
}
/** The words of a text in lines of at most so many characters. */
function wrapped(text, width) {
    const lines = [''];
    for (const word of text.split(/\s+/)) {
        const line = lines.at(-1) ?? '';
        if (line === '')
            lines[lines.length - 1] = word;
        else if (line.length + word.length < Math.max(width, 40))
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}


/***/ })

};
