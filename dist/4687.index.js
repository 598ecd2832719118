export const id = 4687;
export const ids = [4687];
export const modules = {

/***/ 34687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rendererOf: () => (/* reexport */ renderers/* rendererOf */.D),
  summary: () => (/* reexport */ summary),
  writeOutputs: () => (/* reexport */ writeOutputs)
});

// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
// EXTERNAL MODULE: ./build/src/report/render/renderers.js + 37 modules
var renderers = __webpack_require__(74148);
// EXTERNAL MODULE: ./build/src/report/results/request.js
var results_request = __webpack_require__(87736);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/report/summary/failures.js
var failures = __webpack_require__(12548);
// EXTERNAL MODULE: ./build/src/report/summary/parts.js
var summary_parts = __webpack_require__(77713);
// EXTERNAL MODULE: ./build/src/report/summary/prose.js
var prose = __webpack_require__(912);
;// CONCATENATED MODULE: ./build/src/report/summary/record.js

/** The record of the run: who has asked for it and why, where it is kept, and a row for each group. */
function recordParts(record) {
    if (record === undefined)
        return [];
    const { context, states, keptAt } = record;
    const { actor, triggeringActor, ref, sha, session, environment, breakGlass } = context;
    const by = triggeringActor === '' || triggeringActor === actor ? actor : `${actor} (started anew by ${triggeringActor})`;
    const facts = [
        ['By', (0,text_escape/* markdownText */.p7)(by)],
        ['From', `${(0,text_escape/* markdownCode */.D9)(ref)} at ${(0,text_escape/* markdownCode */.D9)(sha.slice(0, 12))}`],
        ['Environment', environment === null ? '' : (0,text_escape/* markdownCode */.D9)(environment)],
        ['Break-glass', breakGlass === null ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(breakGlass, 500))],
        ['Session in CloudTrail', session === null ? '' : (0,text_escape/* markdownCode */.D9)(session)],
        ['Kept at', keptAt.map((place) => (0,text_escape/* markdownText */.p7)(place)).join(', ')],
    ].filter(([, text]) => text !== '' && text !== '``');
    const lines = facts.map(([name, text]) => `- ${name}: ${text}`).join('\n');
    return [
        {
            head: `<details><summary>Record of this run</summary>\n\n${lines}\n\n| Group | Service | Image before | Image after | Result | Reason |\n|---|---|---|---|---|---|`,
            rows: states.map(row),
            tail: '\n</details>',
            total: states.length,
            cut: (missing) => `*and ${missing} more, in the output \`audit\`*`,
            share: 30_000,
        },
    ];
}
const row = ({ group, service, before, after, result, reason }) => `| ${[group, service, before.image, after.image, result].map((text) => (text === null ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)))).join(' | ')} | ${reason === null ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(reason, 300))} |`;

;// CONCATENATED MODULE: ./build/src/report/summary/summary.js








/** GitHub refuses a summary of more than 1 MiB; the rest is for what other parts of the step may add. */
const SUMMARY_BYTES = 1_000_000;
/**
 * The job summary: Markdown of at most `SUMMARY_BYTES`. The most important comes first, and what is too much is cut from
 * the least important: calls, inputs, record, timeline, plan, warnings, groups, failures; each says what it leaves out.
 */
function summary({ request, result, callCounts, warnings = [], record, failure }) {
    const shown = (0,renderers/* rendererOf */.D)(result).summary(request, result);
    const verdict = failure === undefined ? [shown.heading] : [shown.failedHeading, (0,failures/* runFailure */.A9)(failure)];
    const shownWarnings = new Set(shown.shownWarnings);
    const parts = [
        (0,summary_parts/* plainPart */.uV)([...verdict, shown.line, ...planLine(request)].join('\n\n'), 60_000),
        ...shown.parts,
        ...warningParts(warnings.filter((message) => !shownWarnings.has(message)), request.region),
        ...shown.details,
        ...recordParts(record),
        ...inputParts(request),
        ...callParts(callCounts),
    ];
    return (0,summary_parts/* fit */.Uj)(parts, SUMMARY_BYTES);
}
/** What is approved must be told from what is carried out. */
function planLine({ plan }) {
    if (plan === undefined)
        return [];
    const { id, expiresAt, digest } = plan;
    if (digest === undefined)
        return [`This run carries out the plan ${(0,text_escape/* markdownCode */.D9)(id)}.`];
    return [
        `This is the plan ${(0,text_escape/* markdownCode */.D9)(id)}, good until ${expiresAt}; the SHA-256 of its file is ${(0,text_escape/* markdownCode */.D9)(digest)}.`,
    ];
}
function warningParts(messages, region) {
    if (messages.length === 0)
        return [];
    return [
        {
            head: '### Warnings\n',
            rows: (0,summary_parts/* lazily */.qy)(messages, (message) => `- ${(0,prose/* prose */.C)(message, region)}`),
            tail: '',
            total: messages.length,
            cut: (missing) => `*${(0,words/* count */.U9)(missing, 'more warning')} in the log.*`,
            share: 60_000,
        },
    ];
}
function inputParts(request) {
    const rows = (0,results_request/* inputRows */.k8)(request);
    return folded('Inputs as given', '| Input | Value |\n|---|---|', rows);
}
function callParts(callCounts) {
    // Calls that run side by side come in no certain order.
    const sorted = Object.entries(callCounts).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    const total = sorted.reduce((sum, [, calls]) => sum + calls, 0);
    const rows = sorted.map(([action, calls]) => `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(action, 100))} | ${calls} |`);
    return folded(`${(0,words/* count */.U9)(total, 'call')} to AWS`, '| Action | Calls |\n|---|--:|', rows);
}
function folded(title, head, rows) {
    if (rows.length === 0)
        return [];
    return [
        {
            head: `<details><summary>${title}</summary>\n\n${head}`,
            rows,
            tail: '\n</details>',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/render/write-outputs.js

/** Sets every output that the result has. */
function writeOutputs(runner, request, result) {
    const outputs = (0,renderers/* rendererOf */.D)(result).outputs(request, result);
    for (const [name, value] of Object.entries(outputs))
        if (value !== undefined)
            runner.setOutput(name, value);
}

;// CONCATENATED MODULE: ./build/src/report/render/presentation.js
/** All that shows the result of a run once there is one. */





/***/ })

};
