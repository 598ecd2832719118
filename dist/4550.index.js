export const id = 4550;
export const ids = [4550];
export const modules = {

/***/ 4550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportPage: () => (/* binding */ reportPage)
});

// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/src/report/result-parts.js
var result_parts = __webpack_require__(3980);
// EXTERNAL MODULE: ./build/src/report/render/renderers.js + 37 modules
var renderers = __webpack_require__(74148);
// EXTERNAL MODULE: ./build/src/report/results/request.js
var results_request = __webpack_require__(87736);
;// CONCATENATED MODULE: ./build/src/report/html/thin.js
/** More than a chart has pixels for would only make the page larger. */
const MOST_SAMPLES = 480;
/** At most so many of the samples, each the worst of its neighbours, with the first and the last: no dip is lost. */
function thinned(samples) {
    const [first, last] = [samples[0], samples.at(-1)];
    if (samples.length <= MOST_SAMPLES || first === undefined || last === undefined)
        return samples;
    const inner = samples.slice(1, -1);
    const size = Math.ceil(inner.length / (MOST_SAMPLES - 2));
    const kept = Array.from({ length: Math.ceil(inner.length / size) }, (_, index) => inner
        .slice(index * size, (index + 1) * size)
        .reduce((worst, each) => (each.ready - each.floor < worst.ready - worst.floor ? each : worst)));
    return [first, ...kept, last];
}

;// CONCATENATED MODULE: ./build/src/report/html/chart-options.js

/** Colours of the page, which differ in the dark. */
const INK = 'var(--ink)';
const LINE = 'var(--line)';
const MARKS = { gate: 'var(--new)', alarm: 'var(--alarm)' };
/** Milliseconds, as the time axis counts. */
const point = (at, value) => [at * 1000, value];
const axes = (top) => ({
    grid: { left: 50, right: 20, top: 40, bottom: 30 },
    // Without a browser letters are measured too narrow.
    legend: { top: 0, left: 50, itemGap: 28, textStyle: { color: INK }, selectedMode: false },
    xAxis: {
        type: 'time',
        axisLabel: { color: INK, formatter: { minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}' }, hideOverlap: true },
        axisLine: { lineStyle: { color: LINE } },
        splitLine: { show: false },
    },
    yAxis: {
        type: 'value',
        min: 0,
        ...(top !== undefined && { max: top }),
        minInterval: 1,
        axisLabel: { color: INK },
        splitLine: { lineStyle: { color: LINE } },
    },
});
const drawn = ({ name, color, values, stack, dashed }) => ({
    type: 'line',
    name,
    step: 'end',
    symbol: 'none',
    data: values,
    color,
    lineStyle: { color, width: stack === undefined ? 2 : 1, ...(dashed && { type: 'dashed' }) },
    ...(stack !== undefined && { stack, areaStyle: { color, opacity: 0.5 } }),
});
/** Vertical lines with their texts; a text with braces is no template. */
const markLine = (marks) => ({
    symbol: 'none',
    silent: true,
    data: marks.map(({ at, kind, text }) => ({
        xAxis: at * 1000,
        lineStyle: { color: MARKS[kind], type: 'solid', width: 1 },
        // It stands on what is drawn, where the colour of its line would be hard to read.
        label: { formatter: () => text, color: INK, rotate: 90, position: 'insideEndTop', fontSize: 11 },
    })),
});
/** What was ready, coming and leaving over time, under the floor; gates and alarms as marks. */
function capacityOption(samples, marks) {
    const shown = thinned(samples);
    const of = (value) => shown.map((sample) => point(sample.at, value(sample)));
    const floor = drawn({ name: 'floor', color: 'var(--floor)', values: of((each) => each.floor), dashed: true });
    return {
        ...axes(undefined),
        series: [
            drawn({ name: 'ready', color: 'var(--ready)', values: of(({ ready }) => ready), stack: 'all' }),
            drawn({
                name: 'not ready yet',
                color: 'var(--coming)',
                values: of(({ coming }) => coming),
                stack: 'all',
            }),
            drawn({ name: 'leaving', color: 'var(--leaving)', values: of(({ leaving }) => leaving), stack: 'all' }),
            { ...floor, markLine: markLine(marks) },
        ],
    };
}
/** How many were old and how many new over time. */
function replacementOption(samples) {
    const shown = thinned(samples);
    const of = (value) => shown.map((sample) => point(sample.at, value(sample)));
    return {
        ...axes(undefined),
        series: [
            drawn({ name: 'old', color: 'var(--old)', values: of(({ old }) => old) }),
            drawn({ name: 'new', color: 'var(--new)', values: of(({ current }) => current) }),
        ],
    };
}
/** Percent of the traffic that each side got over time. */
function trafficOption({ curve, to, endedAt }) {
    const last = curve.at(-1);
    const shown = last === undefined ? [] : [...curve, { at: Math.max(endedAt, last.at), share: last.share }];
    const other = to === 'blue' ? 'green' : 'blue';
    return {
        ...axes(100),
        series: [
            drawn({ name: to, color: 'var(--new)', values: shown.map(({ at, share }) => point(at, share)) }),
            drawn({ name: other, color: 'var(--old)', values: shown.map(({ at, share }) => point(at, 100 - share)) }),
        ],
    };
}

// EXTERNAL MODULE: ./build/src/text/html.js
var html = __webpack_require__(22436);
// EXTERNAL MODULE: ./build/src/text/console-link.js
var console_link = __webpack_require__(49581);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(1217);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/report/html/journal.js
var html_journal = __webpack_require__(319);
;// CONCATENATED MODULE: ./build/src/report/html/table.js

/** Cells up to so long stay on one line. */
const SHORT = 24;
/** A table that scrolls inside of its frame where the screen is narrow. */
function tableHtml({ label, columns, rows, classOf }) {
    const head = columns.map((column) => `<th scope="col">${(0,html/* htmlText */.j)(column)}</th>`).join('');
    const body = rows.map((row, index) => {
        const name = classOf?.(index);
        return `<tr${name === undefined ? '' : ` class="${(0,html/* htmlText */.j)(name)}"`}>${row.map(cellHtml).join('')}</tr>`;
    });
    return `<div class="wide" role="region" aria-label="${(0,html/* htmlText */.j)(label)}" tabindex="0"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}
function cellHtml(cell) {
    if (typeof cell === 'object')
        return `<td>${cell.html}</td>`;
    const text = String(cell ?? '');
    return `<td${text.length <= SHORT ? ' class="short"' : ''}>${(0,html/* htmlText */.j)(text)}</td>`;
}

;// CONCATENATED MODULE: ./build/src/report/html/sections.js









/** Rows of one table. */
const MOST_ROWS = 5000;
/** `2026-01-31 09:05:07`, UTC. */
const moment = (seconds) => seconds === undefined ? '' : (0,time/* isoTime */.L)(seconds).replace('T', ' ').replace('Z', '');
/** A heading and what stands below it; nothing where that is empty. */
const section = (title, body) => body === '' ? '' : `<section>\n<h2>${(0,html/* htmlText */.j)(title)}</h2>\n${body}\n</section>`;
const folded = (title, body) => `<details><summary>${(0,html/* htmlText */.j)(title)}</summary>\n${body}\n</details>`;
/** What went wrong, why, and what to do. */
function failureHtml(name, failure, left) {
    const { what, why, remedy } = failure;
    const lines = what
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `<p>${(0,html/* htmlText */.j)(line)}</p>`);
    const more = [
        ...(why === undefined ? [] : [`Why: ${why}`]),
        ...(remedy === undefined ? [] : [`What to do: ${remedy}`]),
        ...left.map((each) => `Left: ${each}`),
    ];
    return `${name === '' ? '' : `<h3>${(0,html/* htmlText */.j)(name)}</h3>\n`}${lines.join('\n')}${listHtml(more)}`;
}
const listHtml = (lines) => lines.length === 0 ? '' : `\n<ul>\n${lines.map((line) => `<li>${(0,html/* htmlText */.j)(line)}</li>`).join('\n')}\n</ul>`;
/** Every failure of a run. */
function failures(result, failure) {
    const { groups, bastion, traffic } = (0,result_parts/* partsOf */.C)(result);
    const nameOf = ({ groups: names }) => `${names.blue} and ${names.green}`;
    return [
        ...(failure === undefined ? [] : [failureHtml('', failure, [])]),
        ...groups.flatMap((each) => (each.failure === undefined ? [] : [failureHtml(each.group, each.failure, each.left)])),
        ...(bastion?.failure === undefined ? [] : [failureHtml(bastion.name, bastion.failure, bastion.left)]),
        ...traffic.flatMap((each) => each.failure === undefined ? [] : [failureHtml(nameOf(each), each.failure, each.left)]),
    ].join('\n');
}
/** A row for each group; of any other kind of result what programs read. */
function resultTable(result) {
    if (result.kind !== 'groups')
        return programTable(result);
    const { groups } = result;
    if (groups.length === 0)
        return '';
    const sizes = ({ min, desired, max }) => `${min}-${desired}-${max}`;
    const table = tableHtml({
        label: 'Groups',
        columns: ['Group', 'Result', 'Image before', 'Image after', 'Sizes before', 'after', 'Replaced', 'Launched', 'Lowest ready', 'Floor', 'Duration'],
        rows: groups.slice(0, MOST_ROWS).map((each) => [
            groupCell(each),
            (0,words/* statusInWords */.xq)(each),
            each.previousImageId,
            each.imageId,
            sizes(each.sizes.before),
            sizes(each.sizes.after),
            each.replaced.length,
            each.launched.length,
            Number.isFinite(each.lowestReady) ? each.lowestReady : '',
            each.floor,
            each.status === 'planned' ? '' : (0,duration/* duration */.p0)(each.endedAt - each.startedAt),
        ]),
    }); // prettier-ignore
    const said = groups.flatMap(({ group, failure, left, notes = [] }) => [...(failure === undefined ? left : []), ...notes].map((each) => `${group}: ${each}`));
    return `${table}${cut(groups.length, 'groups')}${listHtml(said.slice(0, MOST_ROWS))}`;
}
function groupCell({ region, group }) {
    const page = (0,console_link/* groupPage */.vG)(region, group);
    return page === undefined ? group : { html: `<a href="${(0,html/* htmlText */.j)(page)}" rel="noreferrer">${(0,html/* htmlText */.j)(group)}</a>` };
}
const cut = (total, what) => total <= MOST_ROWS ? '' : `\n<p>${total - MOST_ROWS} more ${what} found no room here.</p>`;
/** Tabs part the cells of what a renderer writes for programs. */
function programTable(result) {
    const [head = '', ...lines] = (0,renderers/* rendererOf */.D)(result).tsv(result).split('\n').filter((line) => line !== ''); // prettier-ignore
    if (lines.length === 0)
        return '';
    const words = (column) => column.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
    const table = tableHtml({
        label: 'Result',
        columns: head.split('\t').map(words),
        rows: lines.slice(0, MOST_ROWS).map((line) => line.split('\t')),
    });
    return `${table}${cut(lines.length, 'rows')}`;
}
/** The steps that were made, or in a dry run those that would be. */
function stepsTable(result) {
    const { groups, bastion, traffic } = (0,result_parts/* partsOf */.C)(result);
    const named = (name, steps) => steps.map(({ at, detail, reason }) => [moment(at), name, detail, reason]);
    const rows = [
        ...groups.flatMap(({ group, steps }) => named(group, steps)),
        ...(bastion === undefined ? [] : named(bastion.name, bastion.steps)),
        ...traffic.flatMap(({ groups: { blue, green }, steps }) => named(`${blue}, ${green}`, steps)),
    ];
    if (rows.length === 0)
        return '';
    const table = tableHtml({ label: 'Steps', columns: ['UTC', 'Of', 'Step', 'Reason'], rows: rows.slice(0, MOST_ROWS) });
    return folded(`${rows.length} steps`, `${table}${cut(rows.length, 'steps')}`);
}
/** When each instance came, was ready and left. */
function instancesTable(groups) {
    const spans = groups.flatMap(({ group, timeline }) => timeline.map((span) => ({ group, span })));
    if (spans.length === 0)
        return '';
    const row = ({ group, span }) => [
        group,
        span.id,
        span.role,
        span.zone,
        moment(span.from),
        moment(span.readyAt),
        moment(span.until),
    ];
    const columns = ['Group', 'Instance', 'Role', 'Zone', 'First seen', 'Ready', 'Last seen'];
    const table = tableHtml({ label: 'Instances', columns, rows: spans.slice(0, MOST_ROWS).map(row) });
    return folded(`${spans.length} instances`, `${table}${cut(spans.length, 'instances')}`);
}
/** Every event, in the order in which they came. */
function eventsTable(journal) {
    const { rows } = journal;
    const table = tableHtml({
        label: 'Events',
        columns: ['UTC', 'Kind', 'Group', 'What', 'Why'],
        rows: rows.map(({ at, kind, group, what, why }) => [moment(at), kind, group, what, why]),
        classOf: (index) => rows[index]?.kind ?? '',
    });
    const missing = (0,html_journal/* leftOut */.i)(journal);
    return folded(`${rows.length} events`, `${table}${missing === '' ? '' : `\n<p>${(0,html/* htmlText */.j)(missing)}</p>`}`);
}

;// CONCATENATED MODULE: ./build/src/report/html/style.js
/** The style of the page: in the dark where the reader's system is, on a phone without anything that is wider than the screen. */
const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --head: #f6f8fa;
  --ready: #1a7f37; --coming: #bf8700; --leaving: #8c959f; --floor: #cf222e; --old: #6e7781; --new: #0969da; --alarm: #a40e26; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --head: #151b23;
    --ready: #3fb950; --coming: #d29922; --leaving: #8b949e; --floor: #ff7b72; --old: #9198a1; --new: #58a6ff; --alarm: #ff9492; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; }
p.soft, figcaption, footer { color: var(--soft); }
figure { margin: 1rem 0; } figure > h3 { margin: 0; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
.wide:focus-visible { outline: 2px solid var(--new); }
.wide svg { display: block; width: 100%; min-width: 40rem; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
th, td { padding: .375rem .625rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td { min-width: 10rem; max-width: 28rem; overflow-wrap: anywhere; } td.short { min-width: 3rem; white-space: nowrap; }
th { background: var(--head); white-space: nowrap; } tr:last-child td { border-bottom: 0; }
tr.warning td, tr.end td { font-weight: 600; } tr.warning td { color: var(--coming); }
summary { cursor: pointer; font-weight: 600; margin: 1rem 0 .5rem; }
ul { padding-left: 1.25rem; } a { color: var(--new); }
`;

// EXTERNAL MODULE: ./node_modules/echarts/lib/extension.js + 1 modules
var extension = __webpack_require__(90354);
// EXTERNAL MODULE: ./node_modules/echarts/lib/core/echarts.js + 17 modules
var echarts = __webpack_require__(70323);
// EXTERNAL MODULE: ./node_modules/echarts/lib/chart/line/install.js + 16 modules
var install = __webpack_require__(2728);
// EXTERNAL MODULE: ./node_modules/echarts/lib/component/grid/install.js + 35 modules
var grid_install = __webpack_require__(82314);
// EXTERNAL MODULE: ./node_modules/echarts/lib/component/legend/install.js + 10 modules
var legend_install = __webpack_require__(84640);
// EXTERNAL MODULE: ./node_modules/echarts/lib/component/marker/installMarkLine.js + 9 modules
var installMarkLine = __webpack_require__(3472);
// EXTERNAL MODULE: ./node_modules/echarts/lib/renderer/installSVGRenderer.js + 10 modules
var installSVGRenderer = __webpack_require__(9833);
;// CONCATENATED MODULE: ./build/src/report/html/svg.js




(0,extension/* use */.Y)([install/* install */.a, grid_install/* install */.a, legend_install/* install */.a, installMarkLine/* install */.a, installSVGRenderer/* install */.a]);
/** Pixels, before a browser makes it as wide as the page. */
const [WIDTH, HEIGHT] = [960, 260];
/**
 * A chart as the text of an SVG element, drawn without a browser; the same option gives the same text. Colours are
 * variables of the page; `id` is the chart's own in it.
 */
function svgOf(option, id) {
    const chart = (0,echarts/* init */.Ts)(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
    try {
        chart.setOption({ animation: false, backgroundColor: 'transparent', useUTC: true, ...option });
        // Ids count the charts of a process, and a page may have only one of each.
        return chart
            .renderToSVGString()
            .replaceAll(/\bzr\d+-/g, `${id}-`)
            .replaceAll(/<style\s*>[\s\S]*?<\/style>/g, '');
    }
    finally {
        chart.dispose();
    }
}

;// CONCATENATED MODULE: ./build/src/report/html/page.js












/** Groups that have charts; what came of the others is in the tables. */
const MOST_CHARTS = 20;
/**
 * One HTML file that needs nothing else: no script, and nothing that is loaded. What is foreign is escaped, and the policy of its first
 * lines keeps a browser from doing anything but showing it.
 */
function reportPage(page) {
    const { request, result, failure, warnings, journal, endedAt } = page;
    const { groups, traffic } = (0,result_parts/* partsOf */.C)(result);
    const title = titleOf(page);
    const body = [
        `<h1>${(0,html/* htmlText */.j)(title)}</h1>`,
        factsHtml(page),
        section('Capacity', capacityHtml(request, groups)),
        section('Traffic', traffic.map(trafficHtml).join('\n')),
        section('Result', resultTable(result)),
        section('What happened, and how to go on', failures(result, failure)),
        section('Warnings', warnings.length === 0 ? '' : `<ul>\n${warnings.map((each) => `<li>${(0,html/* htmlText */.j)(each)}</li>`).join('\n')}\n</ul>`),
        section('Details', [stepsTable(result), request.dryRun ? '' : instancesTable(groups), eventsTable(journal), inputsHtml(request)].join('\n')),
        `<footer><p>Written by Fleet Patch at ${(0,html/* htmlText */.j)((0,time/* isoTime */.L)(endedAt))}. Times are UTC.</p></footer>`,
    ].filter((part) => part !== ''); // prettier-ignore
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${(0,html/* htmlText */.j)((0,text_escape/* clip */.$Q)(title, 200))}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}
function titleOf({ request, result, failure }) {
    const { annotation, notice } = (0,renderers/* rendererOf */.D)(result);
    if (failure !== undefined)
        return 'Fleet Patch failed';
    const failed = annotation(result);
    return failed === undefined ? `Fleet Patch: ${notice(request, result)}` : failed.title;
}
function factsHtml({ request: { mode, account, region, dryRun }, url }) {
    const facts = [
        ...(mode === '' ? [] : [`mode ${mode}${dryRun ? ', as a dry run' : ''}`]),
        ...(account === undefined ? [] : [`account ${account}`]),
        ...(region === '' ? [] : [`region ${region}`]),
    ];
    const run = url === undefined ? '' : ` <a href="${(0,html/* htmlText */.j)(url)}" rel="noreferrer">The run on GitHub</a>`;
    return `<p class="soft">${(0,html/* htmlText */.j)(facts.join(', '))}${run}</p>`;
}
function capacityHtml({ dryRun }, groups) {
    const moved = dryRun ? [] : groups.filter(({ capacity = [] }) => capacity.some(({ coming, leaving }) => coming + leaving > 0));
    const more = moved.length - MOST_CHARTS;
    return [
        ...moved.slice(0, MOST_CHARTS).map(chartsOf),
        ...(more > 0 ? [`<p>${more} more groups have no chart here: what came of them is in the tables.</p>`] : []),
    ].join('\n');
} // prettier-ignore
function chartsOf(result, index) {
    const { group, capacity = [], marks = [], lowestReady, floor } = result;
    const held = (0,judgement/* brokeFloor */.Sg)(result) ? 'The floor was broken' : lowestReady < floor ? 'Below the floor from the start' : 'The floor held'; // prettier-ignore
    return [
        figure(group, svgOf(capacityOption(capacity, marks), `capacity-${index}`), `${held}: ${lowestReady} ready at the lowest, floor ${floor}.`),
        figure('', svgOf(replacementOption(capacity), `replacement-${index}`), `Old and new capacity of ${group}.`),
        marks.length === 0
            ? ''
            : tableHtml({
                label: `Gates and alarms of ${group}`,
                columns: ['UTC', 'Kind', 'What'],
                rows: marks.map(({ at, kind, text }) => [(0,time/* isoTime */.L)(at), kind, text]),
            }),
    ].join('\n');
} // prettier-ignore
function trafficHtml(result, index) {
    const { groups, to, curve } = result;
    const sides = tableHtml({
        label: 'Shares',
        columns: ['Rule or record', 'Blue before', 'Green before', 'Blue after', 'Green after'],
        rows: result.shares.map(({ id, before, after }) => [id, `${before.blue} %`, `${before.green} %`, `${after.blue} %`, `${after.green} %`]),
    }); // prettier-ignore
    const names = `${groups.blue} is blue, ${groups.green} is green; traffic goes to ${to}.`;
    if (curve.length < 2)
        return `<p>${(0,html/* htmlText */.j)(names)}</p>\n${sides}`;
    return `${figure('Percent of the traffic', svgOf(trafficOption(result), `traffic-${index}`), names)}\n${sides}`;
}
const figure = (title, svg, caption) => `<figure>${title === '' ? '' : `<h3>${(0,html/* htmlText */.j)(title)}</h3>`}<div class="wide" tabindex="0" role="img" aria-label="${(0,html/* htmlText */.j)(caption)}">${svg}</div><figcaption>${(0,html/* htmlText */.j)(caption)}</figcaption></figure>`;
function inputsHtml(request) {
    const rows = Object.entries(request.inputs).map(([name, value]) => [name, (0,results_request/* shownInput */.IY)(name, value)]);
    if (rows.length === 0)
        return '';
    return `<details><summary>Inputs as given</summary>\n${tableHtml({ label: 'Inputs', columns: ['Input', 'Value'], rows })}\n</details>`;
}


/***/ }),

/***/ 22436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ htmlText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24502);

const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Foreign text for HTML, as content or inside the quotes of an attribute: it shows the very text, characters that act as their codes. */
const htmlText = (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);


/***/ })

};
