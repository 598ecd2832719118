export const id = 4148;
export const ids = [4148];
export const modules = {

/***/ 51566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ doublyClaimed),
/* harmony export */   h: () => (/* binding */ unclaimed)
/* harmony export */ });
/** What `mode: catalogue` finds: that the file is right, and, with an account, which groups no service or more than one claims. */
/** Groups that no service claims: nothing governed may change them. */
const unclaimed = ({ groups }) => groups.filter(({ claims }) => claims.length === 0);
/** Groups that more than one service claims: nothing governed may change them either. */
const doublyClaimed = ({ groups }) => groups.filter(({ claims }) => claims.length > 1);


/***/ }),

/***/ 28332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isLeft),
/* harmony export */   t: () => (/* binding */ byUrgency)
/* harmony export */ });
/** Whether it is still there, as far as the run knows. */
const isLeft = ({ state }) => state !== 'healed' && state !== 'gone';
/** What a person has to look at first: what failed, then what only a person can heal. */
function byUrgency(findings) {
    const rank = ({ state, heal }) => state === 'failed' ? 0 : state === 'reported' ? (heal === undefined ? 1 : 2) : state === 'marked' ? 3 : 4;
    return findings.toSorted((one, other) => rank(one) - rank(other));
}


/***/ }),

/***/ 13831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ USUAL_START_SECONDS)
/* harmony export */ });
/** Seconds that an instance usually takes from its launch until it is ready: a guess, before a run has seen one start. */
const USUAL_START_SECONDS = 180;


/***/ }),

/***/ 28938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ auditInWords),
/* harmony export */   LU: () => (/* binding */ auditLines),
/* harmony export */   cF: () => (/* binding */ placeInWords)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32561);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24502);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43629);



/** The rows that the log shows; the summary and the report have them all. */
const MOST_LINES = 20;
/** How the groups stand, in a line: `2 of 5 groups are behind, the worst by 47 days`. */
function auditInWords(audit) {
    const { groups, rows } = audit;
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const unknown = new Set(rows.flatMap(({ verdict, region, imageId, group }) => verdict === 'unknown' ? JSON.stringify([region, imageId ?? { group }]) : [])).size;
    const lone = rows.filter((row) => row.group === undefined && row.verdict === 'stale').length;
    const parts = [
        ...(behind.length === 0
            ? []
            : [`${behind.length} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(groups.length, 'group')} ${are(behind.length)} behind`]),
        ...(lone === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(lone, 'instance')} outside of any group ${are(lone)} stale`]),
    ];
    const worst = rows.find(({ daysBehind = 0 }) => daysBehind > 0)?.daysBehind;
    return [
        parts.length > 0
            ? `${parts.join(' and ')}${worst === undefined ? '' : `, the worst by ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(worst, 'day')}`}`
            : nothingBehind(audit),
        ...(unknown === 0 ? [] : [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unknown, 'image')} in use cannot be judged`]),
    ].join('; ');
}
function nothingBehind({ groups, rows }) {
    if (rows.length === 0)
        return 'there is no group and no instance';
    const instances = rows.filter(({ group }) => group === undefined).length;
    if (groups.length === 0)
        return `nothing is behind among ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance')} outside of any group`;
    return groups.length === 1 ? 'the group is not behind' : `none of ${groups.length} groups is behind`;
}
const are = (number) => (number === 1 ? 'is' : 'are');
/** The verdict for the log, and the rows that a person should look at. */
function auditLines(audit) {
    const notable = audit.rows.filter(({ verdict }) => verdict !== 'current');
    const more = notable.length - MOST_LINES;
    return [
        `Audit: ${auditInWords(audit)}.`,
        ...notable.slice(0, MOST_LINES).map(rowInWords),
        ...(more > 0 ? [`  and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more, 'more row')} in the job summary`] : []),
    ];
}
/** The group of the row, or the instance where it is in none. */
function placeInWords({ region, group, instance, stack }) {
    const ofStack = stack === undefined ? '' : `, stack ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(stack, 128)}`;
    if (group !== undefined)
        return `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(group, 255)} (${region}${ofStack})`;
    const name = instance?.name === undefined ? '' : `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(instance.name, 128)}, `;
    return `instance ${instance?.id ?? ''} (${name}${region}${ofStack}, in no group)`;
}
function rowInWords(row) {
    const { verdict, daysBehind, imageId, image, newest, instances, reason } = row;
    const days = daysBehind === undefined ? '' : `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(daysBehind, 'day')} behind`;
    const name = image === undefined || image.name === '' ? '' : ` ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(image.name, 128)}`;
    const next = newest === undefined || newest.id === imageId ? '' : `, next ${newest.id}`;
    const whose = row.instance === undefined ? (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(instances, 'instance') : row.instance.id;
    const on = row.group === undefined ? '' : ` on ${whose}`;
    const why = reason === undefined ? '' : ` (${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(reason, 400)})`;
    return `  ${placeInWords(row)}: ${verdict}${days}: ${imageId ?? 'no image'}${name}${on}${next}${why}`;
}


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


/***/ }),

/***/ 89920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hM: () => (/* binding */ janitorLines),
/* harmony export */   iT: () => (/* binding */ janitorInWords)
/* harmony export */ });
/* unused harmony export findingLine */
/* harmony import */ var _domain_janitor_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21629);
/* harmony import */ var _domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28332);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24502);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2240);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43629);





/** The findings that the log shows; the summary has more. */
const MOST_LINES = 50;
/** What was found, in a line: `3 findings in 2 of 40 groups: 1 healed, 1 marked, 1 reported`. */
function janitorInWords({ findings, groups: all, skipped }) {
    const groups = new Set(findings.flatMap(({ group }) => group ?? [])).size;
    const of = `${groups} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length, 'group')}`;
    const states = ['failed', 'healed', 'marked', 'gone', 'reported'].flatMap((state) => {
        const number = findings.filter((finding) => finding.state === state).length;
        return number === 0 ? [] : [`${number} ${state}`];
    });
    const found = findings.length === 0
        ? `nothing was left behind in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length, 'group')}`
        : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(findings.length, 'finding')} in ${of}: ${states.join(', ')}`;
    return skipped.length === 0 ? found : `${found}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(skipped.length, 'group')} left alone`;
}
/** What was found and what became of it, for the log. */
function findingLine(finding) {
    const { since, what, state, why, advice } = finding;
    const from = since === undefined ? '' : ` since ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(since)}`;
    const outcome = why === undefined ? state : `${state}, ${why}`;
    return `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_domain_janitor_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(finding), 255)}: ${finding.finding}${from}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(what, 1000)} (${outcome})${(0,_domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isLeft */ .O)(finding) ? `. ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(advice, 1000)}` : ''}`;
}
/** The verdict for the log, and what a person should look at. */
function janitorLines(janitor) {
    const { findings, skipped } = janitor;
    const more = findings.length - MOST_LINES;
    return [
        `Janitor: ${janitorInWords(janitor)}.`,
        ...(0,_domain_janitor_report_js__WEBPACK_IMPORTED_MODULE_4__/* .byUrgency */ .t)(findings)
            .slice(0, MOST_LINES)
            .map((finding) => `  ${findingLine(finding)}`),
        ...(more > 0 ? [`  and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more, 'more finding')} in the job summary`] : []),
        ...skipped.slice(0, MOST_LINES).map(({ group, why }) => `  ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(group, 255)} was left alone: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(why, 500)}`),
    ];
}


/***/ }),

/***/ 80016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ keptText),
/* harmony export */   P2: () => (/* binding */ sharesInWords),
/* harmony export */   ar: () => (/* binding */ trafficChangeInWords),
/* harmony export */   tZ: () => (/* binding */ trafficVerdict),
/* harmony export */   xi: () => (/* binding */ trafficLines)
/* harmony export */ });
/* harmony import */ var _domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88330);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1217);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2240);



/** What a change does, as an order; groups are called by their sides and names. */
function trafficChangeInWords(change, names) {
    const group = (side) => `${names[side]} (${side})`;
    switch (change.kind) {
        case 'save-state': {
            const { share, phase } = change.memos.green.progress ?? {};
            return `save the state of both groups in tags${share === undefined ? '' : `, at ${share} percent`}${phase === undefined ? '' : ` (${phase})`}`;
        }
        case 'renew-lease':
            return 'renew the lease of both groups';
        case 'note-shares':
            return `note on ${change.routes.join(', ')} how traffic is divided (${(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsInWords */ .KL)(change.previous.weights)})`;
        case 'patch':
            return `give ${group(change.side)} what it is to launch`;
        case 'suspend':
            return `suspend ${change.processes.join(', ')} of ${group(change.side)}`;
        case 'resume':
            return `resume ${change.processes.join(', ')} of ${group(change.side)}`;
        case 'resize': {
            const { min, desired, max } = change.sizes;
            const parts = [
                ...(min === undefined ? [] : [`min size to ${min}`]),
                ...(desired === undefined ? [] : [`desired capacity to ${desired}`]),
                ...(max === undefined ? [] : [`max size to ${max}`]),
            ];
            return `set ${parts.join(' and ')} of ${group(change.side)}`;
        }
        case 'set-shares':
            return `set the weights of ${change.route} to ${(0,_domain_traffic_shares_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsInWords */ .KL)(change.weights)}`;
        case 'remove-notes':
            return `remove from ${change.routes.join(', ')} what was noted of the shares before`;
        case 'clear-state':
            return 'remove the saved state of both groups';
        default:
            return change;
    }
}
/** `blue 90 %, green 10 %`. */
const sharesInWords = ({ blue, green }) => `blue ${blue} %, green ${green} %`;
const VERDICTS = {
    current: 'traffic is divided as asked for already',
    shifted: 'the traffic is shifted',
    gated: 'the shift waits to be passed by hand',
    released: 'the side without traffic is released',
    restored: 'the shift is taken back',
    halted: 'the shift was halted and taken back',
    held: 'the shift was halted, the new side stays without traffic for inspection',
    refused: 'traffic was not shifted',
    unfinished: 'the shift is unfinished',
    planned: 'planned, nothing was changed',
};
/** What became of a shift, in a clause. */
const trafficVerdict = ({ status }) => VERDICTS[status];
/** How it ended, and below that the shares and what went wrong. */
function trafficLines(result) {
    const { groups, to, status, startedAt, endedAt, shares, failure, left, keptUntil } = result;
    const took = status === 'current' || status === 'planned' || status === 'refused' ? '' : `, ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(endedAt - startedAt)}`;
    return [
        `${groups.blue} (blue), ${groups.green} (green), to ${to}: ${trafficVerdict(result)}${took}`,
        ...shares.map(({ id, before, after }) => `  ${id}: ${sharesInWords(before)} -> ${sharesInWords(after)}`),
        ...(keptUntil === undefined || status === 'released' ? [] : [`  ${keptText(keptUntil)}`]),
        ...(failure === undefined ? [] : [`  ${failure.what}`]),
        ...(failure?.why === undefined ? [] : [`  Why: ${failure.why}`]),
        ...(failure?.remedy === undefined ? [] : [`  What to do: ${failure.remedy}`]),
        ...left.map((sentence) => `  Left: ${sentence}`),
    ];
}
/** Until when the side without traffic is kept, and what follows. */
const keptText = (until) => `The side without traffic is kept until ${(0,_text_time_js__WEBPACK_IMPORTED_MODULE_2__/* .clockTime */ .q)(until)} UTC; then \`mode: release\` shrinks it. \`mode: rollback\` returns to it.`;


/***/ }),

/***/ 74148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ rendererOf)
});

// EXTERNAL MODULE: ./build/src/report/log/audit-words.js
var audit_words = __webpack_require__(28938);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __webpack_require__(12434);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
// EXTERNAL MODULE: ./build/src/report/results/expected-duration.js
var expected_duration = __webpack_require__(13062);
// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __webpack_require__(5823);
;// CONCATENATED MODULE: ./build/src/report/results/importance.js

/** Order of the groups: what a person has to act on comes first, what was left alone last. */
function importance(result) {
    if (result.status === 'unfinished' || result.status === 'held')
        return 0;
    // What keeps it from beginning has failed elsewhere.
    if ((0,judgement/* isNotBegun */.zy)(result))
        return 1.5;
    if ((0,judgement/* hasFailed */.WN)(result))
        return 1;
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return 2;
    return result.changed ? 3 : 4;
}

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
;// CONCATENATED MODULE: ./build/src/report/results/traffic-entry.js


/** A shift as the document tells it. */
function trafficEntry({ failure, startedAt, endedAt, steps, keptUntil, curve, expectedDuration, ...result }) {
    return {
        ...result,
        keptUntil: keptUntil === undefined ? null : (0,time/* isoTime */.L)(keptUntil),
        curve: curve.map(({ at, share }) => ({ at: (0,time/* isoTime */.L)(at), share })),
        failure: failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
        steps: steps.map(({ at, ...step }) => ({ at: (0,time/* isoTime */.L)(at), ...step })),
        startedAt: (0,time/* isoTime */.L)(startedAt),
        endedAt: (0,time/* isoTime */.L)(endedAt),
        expectedSeconds: (0,expected_duration/* expectedSeconds */.iV)(expectedDuration),
    };
}

;// CONCATENATED MODULE: ./build/src/report/results/result.js





/** Version of the document's shape: raised when a reader of the old shape would go wrong. */
const RESULT_SCHEMA_VERSION = 1;
/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16, so two bytes a character; a fifth is left for the other outputs.
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/passing-information-between-jobs
 */
const RESULT_CHARACTERS = 419_000;
/** What was left out of a document that would have been too long, in the order in which it goes. */
const CUTS = ['timeline', 'steps', 'instances', 'groups'];
/** The value of the output `result`: one line of JSON after docs/result.schema.json, at most `RESULT_CHARACTERS` long. */
function resultDocument(request, results, traffic = []) {
    for (let cuts = 0; cuts < CUTS.length; cuts += 1) {
        const text = assemble({ request, results, traffic, cut: CUTS.slice(0, cuts) });
        if (text !== undefined)
            return text;
    }
    // Not even the bare groups fit: the most important ones, as many as there is room for.
    const sorted = [...results].sort((a, b) => importance(a) - importance(b));
    return (assemble({ request, results: sorted, traffic, cut: CUTS }) ??
        JSON.stringify(result_frame({ request, results, traffic, cut: CUTS })));
}
/** Undefined when it would be too long; found out on the way, for a whole fleet may be a hundred times too long. */
function assemble(assembly) {
    const { results, cut } = assembly;
    const head = JSON.stringify(result_frame(assembly)).slice(0, -2);
    const groups = [];
    let left = RESULT_CHARACTERS - head.length - 2;
    for (const result of results) {
        const text = JSON.stringify(groupOf(result, cut));
        left -= text.length + 1;
        if (left < 0) {
            if (!cut.includes('groups'))
                return undefined;
            break;
        }
        groups.push(text);
    }
    return `${head}${groups.join(',')}]}`;
}
/** Everything but the groups, whose empty list is last. */
function result_frame({ request: { mode, account, region, dryRun }, results, traffic, cut }) {
    return {
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: cut.length > 0,
        cut,
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: [...results, ...traffic].some(({ changed }) => changed),
        ...(traffic.length > 0 && { traffic: traffic.map(trafficEntry) }),
        groupCount: results.length,
        groups: [],
    };
}
function groupOf(result, cut) {
    const list = (kind, items) => (cut.includes(kind) ? [] : items);
    const text = (value) => (cut.includes('instances') ? (0,text_escape/* clip */.$Q)(value, 500) : value);
    const { what, why, remedy } = result.failure ?? {};
    return {
        group: result.group,
        region: result.region,
        status: result.status,
        wave: result.wave ?? null,
        changed: result.changed,
        source: text(result.source),
        imageId: result.imageId ?? null,
        previousImageId: result.previousImageId ?? null,
        sizes: result.sizes,
        replacedCount: result.replaced.length,
        launchedCount: result.launched.length,
        lowestReady: result.lowestReady,
        floor: result.floor,
        readyAtStart: result.readyAtStart ?? null,
        startedAt: (0,time/* isoTime */.L)(result.startedAt),
        endedAt: (0,time/* isoTime */.L)(result.endedAt),
        expectedSeconds: (0,expected_duration/* expectedSeconds */.iV)(result.expectedDuration),
        failure: what === undefined ? null : { what: text(what), why: textOrNull(why, text), remedy: textOrNull(remedy, text) },
        left: result.left.map(text),
        notes: (result.notes ?? []).map(text),
        replaced: list('instances', result.replaced),
        launched: list('instances', result.launched),
        steps: list('steps', result.steps).map(({ at, action, detail, reason }) => ({
            at: (0,time/* isoTime */.L)(at),
            action,
            detail,
            reason,
        })),
        patch: result.patch === undefined ? null : patchOf(result.patch, text),
        timeline: list('timeline', result.timeline).map(({ id, role, zone, from, readyAt, until }) => ({
            id,
            role,
            zone,
            from: (0,time/* isoTime */.L)(from),
            readyAt: timeOrNull(readyAt),
            until: timeOrNull(until),
        })),
    };
}
function patchOf({ before, after, specs, undoneBy }, text) {
    return {
        before: text(before),
        after: text(after),
        undoneBy: undoneBy.map(text),
        specs: specs.map(({ label, image, instanceType, userData }) => ({
            label: text(label),
            image: image === undefined ? null : { before: image.before ?? null, after: image.after },
            instanceType: instanceType === undefined ? null : { before: instanceType.before ?? null, after: instanceType.after },
            userData: userData.map((change) => ({
                path: text(change.path),
                before: change.before ?? null,
                after: change.after ?? null,
            })),
        })),
    };
}
function textOrNull(value, text) {
    return value === undefined ? null : text(value);
}
function timeOrNull(seconds) {
    return seconds === undefined ? null : (0,time/* isoTime */.L)(seconds);
}

;// CONCATENATED MODULE: ./build/src/report/results/audit-document.js




/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16: 524,288 characters for this document and the lists of groups that
 * an audit gives besides.
 */
const AUDIT_CHARACTERS = 290_000;
/** The value of the output `result` after an audit, following docs/result.schema.json: as many rows as there is room for. */
function auditDocument({ mode, account, region, dryRun }, audit) {
    const rows = [];
    // Most of the room is for the rows; the frame around them is small but for many regions.
    let left = AUDIT_CHARACTERS - 2000 - audit.regions.join().length * 2;
    for (const row of audit.rows) {
        const record = (0,audit_record/* auditRecord */.t)(row);
        const text = JSON.stringify({ ...record, reason: record.reason === null ? null : (0,text_escape/* clip */.$Q)(record.reason, 500) });
        left -= text.length + 1;
        if (left < 0)
            break;
        rows.push(text);
    }
    const truncated = rows.length < audit.rows.length;
    const head = JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated,
        cut: truncated ? ['rows'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: false,
        groupCount: audit.groups.length,
        groups: [],
        audit: { at: (0,time/* isoTime */.L)(audit.at), regions: audit.regions, rowCount: audit.rows.length, rows: [] },
    });
    return `${head.slice(0, -3)}${rows.join(',')}]}}`;
}

// EXTERNAL MODULE: ./build/src/report/results/audit-file.js + 1 modules
var audit_file = __webpack_require__(1599);
// EXTERNAL MODULE: ./build/src/report/results/audit-lists.js
var audit_lists = __webpack_require__(25990);
// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit_audit = __webpack_require__(32561);
// EXTERNAL MODULE: ./build/src/report/summary/links.js
var links = __webpack_require__(64430);
// EXTERNAL MODULE: ./build/src/report/words.js
var report_words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/report/summary/parts.js
var parts = __webpack_require__(77713);
;// CONCATENATED MODULE: ./build/src/report/summary/verdict-marks.js
/** What stands before a verdict in a table. */
const VERDICT_MARKS = {
    current: '✅',
    stale: '🔴',
    unrolled: '🟠',
    unknown: '❔',
};

;// CONCATENATED MODULE: ./build/src/report/summary/owner-table.js






/** Rows of the table, and groups that one row names. */
const MOST_ROWS = 60;
const MOST_NAMED = 3;
/**
 * A row for each service and verdict, worst first; where no catalogue says whose groups are, for each stack. What is current is one row.
 * Undefined where neither is known of any group.
 */
function ownerTable(audit) {
    const { rows, services = new Map() } = audit;
    const isOfServices = rows.some(({ group }) => group !== undefined && services.has(group));
    const ownerOf = ({ group, stack }) => isOfServices ? (group === undefined ? undefined : services.get(group)) : stack;
    if (!rows.some((row) => ownerOf(row) !== undefined))
        return undefined;
    const title = isOfServices ? 'Service' : 'Stack';
    const portions = portionsOf(rows, ownerOf);
    const behind = new Set(portions.flatMap(({ rows: those }) => those.map(keyOf)));
    // What a group launches is current as well where only its instances are not.
    const current = rows.filter((row) => row.verdict === 'current' && !behind.has(keyOf(row)));
    const owners = new Set(current.flatMap((row) => ownerOf(row) ?? [])).size;
    const shown = portions.slice(0, MOST_ROWS);
    const texts = [
        ...shown.map((portion) => portionRow(portion, `*no ${title.toLowerCase()}*`)),
        ...(current.length === 0 ? [] : [cells(`*${(0,report_words/* count */.U9)(owners, title.toLowerCase())}*`, 'current', current, '')]),
    ];
    const more = portions.length - shown.length;
    return [
        {
            head: `### Images in use\n\n| ${title} | Verdict | Days behind | Groups | Instances | Which |\n|---|---|--:|--:|--:|---|`,
            rows: (0,parts/* lazily */.qy)(texts, (text) => text),
            tail: more === 0
                ? ''
                : `\n*${(0,report_words/* count */.U9)(more, 'more row')} of this table, none more days behind than these: in the rows below.*`,
            total: texts.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more row')} of this table.*`,
            share: 60_000,
        },
    ];
}
/** Without what is current, most days behind first. */
function portionsOf(rows, ownerOf) {
    const behind = rows.filter(({ verdict }) => verdict !== 'current');
    const alike = Map.groupBy(behind, (row) => JSON.stringify([ownerOf(row) ?? null, row.verdict]));
    return [...alike.values()]
        .flatMap((those) => {
        const [first] = those;
        return first === undefined ? [] : [{ owner: ownerOf(first), verdict: first.verdict, rows: those }];
    })
        .sort((one, other) => worst(one, other));
}
function worst({ rows: [one] }, { rows: [other] }) {
    return one === undefined || other === undefined ? 0 : (0,audit_audit/* byDaysBehind */.LI)(one, other);
}
function portionRow({ owner, verdict, rows }, unowned) {
    const places = [...new Set(rows.map(place))];
    const more = places.length - MOST_NAMED;
    const named = `${places.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return cells(owner === undefined ? unowned : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(owner, 128)), verdict, rows, named);
}
function cells(owner, verdict, rows, which) {
    const days = rows[0]?.daysBehind;
    const groups = new Set(rows.filter(({ group }) => group !== undefined).map(keyOf)).size;
    const instances = rows.reduce((sum, row) => sum + row.instances, 0);
    return `| ${[owner, `${VERDICT_MARKS[verdict]} ${verdict}`, days ?? '?', groups, instances, which].join(' | ')} |`;
}
/** Its group, or the instance outside of any. */
const keyOf = ({ region, group, instance }) => `${region} ${group === undefined ? (instance?.id ?? '') : `group ${group}`}`;
const place = ({ region, group, instance }) => group === undefined ? (0,links/* instanceLink */.G)(region, instance?.id ?? '') : (0,links/* groupLink */.u)(region, group);

// EXTERNAL MODULE: ./build/src/report/summary/prose.js
var prose = __webpack_require__(912);
;// CONCATENATED MODULE: ./build/src/report/summary/audit-table.js










/** The first line of the summary: the verdict. */
function auditHeading(audit) {
    const { stale, unrolled, unknown } = (0,audit_audit/* tallyOf */.sv)(audit.rows);
    return `## ${stale + unrolled + unknown > 0 ? '⚠️' : '✅'} Fleet Patch: ${(0,audit_words/* auditInWords */.Cc)(audit)}`;
}
/** What was asked for, and what was looked at. */
function auditLine({ mode, account }, { regions, groups, rows }) {
    const where = `${account === undefined ? '' : `account ${(0,text_escape/* markdownCode */.D9)(account)}, `}${regions.length === 1 ? 'region' : 'regions'} ${regions.map(text_escape/* markdownCode */.D9).join(', ')}`;
    const instances = rows.reduce((sum, row) => sum + row.instances, 0);
    const lone = rows.filter(({ group }) => group === undefined).length;
    return `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)} in ${where}; ${(0,report_words/* count */.U9)(groups.length, 'group')}, ${(0,report_words/* count */.U9)(instances, 'instance')}, ${lone} of them outside of any group.`;
}
/** Up to so many rows stand in the page; more are put together, and folded. */
const MOST_UNFOLDED = 30;
/** All rows, most days behind first; where they are many, a table by service, or by stack or image, above them. */
function auditTable(audit) {
    const { rows } = audit;
    if (rows.length === 0)
        return [];
    const table = { rows, tail: `\n${tallyLine(rows)}` };
    const next = nextPart(rows);
    if (rows.length <= MOST_UNFOLDED)
        return [rowTable({ ...table, head: '### Images in use\n\n' }), ...next];
    return [
        ...(ownerTable(audit) ?? [imageTable(rows)]),
        ...next,
        rowTable({
            rows,
            head: `${tallyLine(rows)}\n\n<details><summary>All ${(0,report_words/* count */.U9)(rows.length, 'row')}</summary>\n\n`,
            tail: '\n</details>',
        }),
    ];
}
/** A table that is wider than the page must be scrolled: what is the same everywhere, or nowhere, has no column. */
const COLUMNS = [
    {
        title: 'Days behind',
        align: 'right',
        cell: ({ daysBehind }) => (daysBehind === undefined ? '?' : String(daysBehind)),
    },
    { title: 'Verdict', cell: verdictCell },
    { title: 'Region', cell: ({ region }) => code(region, 40), needed: (rows) => differ(rows, ({ region }) => region) },
    { title: 'Group', of: 'row', cell: audit_table_location },
    { title: 'Instance', of: 'row', cell: instanceCell, needed: isPerInstance },
    { title: 'Launched', of: 'row', cell: ({ launchedAt }) => dayOf(launchedAt), needed: isPerInstance },
    {
        title: 'Stack',
        of: 'row',
        cell: ({ stack }) => code(stack, 128),
        needed: (rows) => rows.some(({ stack }) => stack),
    },
    {
        title: 'Owner tag',
        of: 'row',
        cell: ({ ownerTag }) => (ownerTag === undefined ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(ownerTag, 100))),
        needed: (rows) => isPerInstance(rows) && rows.some(({ ownerTag }) => ownerTag),
    },
    { title: 'Image', cell: ({ image, imageId }) => named(imageId, image?.name) },
    {
        title: 'Owner',
        cell: ({ image }) => code(image?.owner, 40),
        needed: (rows) => differ(rows, ({ image }) => image?.owner ?? ''),
    },
    { title: 'Created', cell: ({ image }) => dayOf(image?.createdAt) },
    {
        title: 'Days old',
        align: 'right',
        cell: ({ imageAgeDays }) => (imageAgeDays === undefined ? '?' : String(imageAgeDays)),
        needed: isPerInstance,
    },
    { title: 'Instances', align: 'right', cell: ({ instances }) => String(instances) },
    { title: 'Newest of its family', cell: newestCell },
    {
        title: 'State',
        cell: ({ state }) => (state === undefined ? '' : (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(state, 40))),
        needed: (rows) => rows.some(({ state }) => state !== 'available'),
    },
];
/** With rows for instances those of groups have one too. */
function isPerInstance(rows) {
    return rows.some(({ group, instance }) => group !== undefined && instance !== undefined);
}
function dayOf(seconds) {
    return seconds === undefined ? '' : (0,time/* isoTime */.L)(seconds).slice(0, 10);
}
const differ = (rows, of) => new Set(rows.map(of)).size > 1;
function rowTable({ rows, head, tail }) {
    const columns = COLUMNS.filter(({ needed }) => needed === undefined || needed(rows));
    return {
        head: head + tableHead(columns),
        rows: (0,parts/* lazily */.qy)(rows, (row) => `| ${columns.map(({ cell }) => cell(row)).join(' | ')} |`),
        tail,
        total: rows.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more row')}, none more days behind than these: set \`report-path\` to have them all.*`,
        share: 200_000,
    };
}
const tableHead = (columns) => `| ${columns.map(({ title }) => title).join(' | ')} |\n|${columns.map(({ align }) => (align === 'right' ? '--:|' : '---|')).join('')}`;
/** What to do about what is behind; nothing where all is current. */
function nextPart(rows) {
    const { stale, unrolled } = (0,audit_audit/* tallyOf */.sv)(rows.filter(({ group }) => group !== undefined));
    const sentences = [
        ...(stale === 0
            ? []
            : [
                '- Stale groups: `mode: patch-image` lets them launch the newest image, and with `rollout: respawn` it replaces their instances as well.',
            ]),
        ...(unrolled === 0
            ? []
            : ['- Unrolled groups launch the newest image already: `mode: respawn` replaces their instances.']),
    ];
    return sentences.length === 0 ? [] : [(0,parts/* plainPart */.uV)(`### What to do next\n\n${sentences.join('\n')}`, 1000)];
}
/** A row for each image with one verdict, with the groups that launch it or run on it. */
function imageTable(rows) {
    const kinds = new Map();
    for (const row of rows) {
        const key = [row.verdict, row.region, row.imageId, row.newest?.id, row.state, row.reason].join('\n');
        const alike = kinds.get(key);
        if (alike === undefined)
            kinds.set(key, [row]);
        else
            alike.push(row);
    }
    const columns = [
        ...COLUMNS.filter(({ of, needed }) => of !== 'row' && needed?.(rows) !== false),
        { title: 'Groups', cell: () => '' },
    ];
    const cells = (alike) => {
        const [first] = alike;
        if (first === undefined)
            return [];
        const whole = { ...first, instances: alike.reduce((sum, { instances }) => sum + instances, 0) };
        return columns.map(({ title, cell }) => (title === 'Groups' ? groupsCell(alike) : cell(whole)));
    };
    const shown = [...kinds.values()].slice(0, MOST_UNFOLDED);
    const more = kinds.size - shown.length;
    return {
        head: `### Images in use\n\n${tableHead(columns)}`,
        rows: (0,parts/* lazily */.qy)(shown, (alike) => `| ${cells(alike).join(' | ')} |`),
        tail: more === 0 ? '' : `\n*${(0,report_words/* count */.U9)(more, 'more image')}, none more days behind than these: in the rows below.*`,
        total: shown.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more image')}, none more days behind than these.*`,
        share: 100_000,
    };
}
/** How many, and the first few by name. */
function groupsCell(alike) {
    const all = [...new Set(alike.map(audit_table_location))];
    const few = all.slice(0, 3);
    const more = all.length - few.length;
    return `${few.join('<br>')}${more === 0 ? '' : `<br>and ${more} more`}`;
}
const code = (text, length) => (text ? (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, length)) : '');
function verdictCell({ verdict, reason, region }) {
    return `${VERDICT_MARKS[verdict]} ${verdict}${reason === undefined ? '' : `<br>${(0,prose/* prose */.C)((0,text_escape/* clip */.$Q)(reason, 400), region)}`}`;
}
function newestCell({ newest, imageId }) {
    return newest === undefined ? '' : newest.id === imageId ? 'itself' : named(newest.id, newest.name);
}
function audit_table_location(row) {
    return row.group === undefined ? `*none:* ${instanceCell(row)}` : (0,links/* groupLink */.u)(row.region, row.group);
}
function instanceCell({ instance, region }) {
    return `${instance === undefined ? '' : (0,links/* instanceLink */.G)(region, instance.id)}${instance?.name ? ` ${code(instance.name, 255)}` : ''}`;
}
function named(id, name) {
    return [code(id, 100), code(name, 128)].filter((part) => part !== '').join('<br>');
}
function tallyLine(rows) {
    const tally = (0,audit_audit/* tallyOf */.sv)(rows);
    const words = ['stale', 'unrolled', 'unknown', 'current'].map((verdict) => `${tally[verdict]} ${verdict}`);
    return `${(0,report_words/* count */.U9)(rows.length, 'row')}: ${words.join(', ')}. *Unrolled*: the group launches the newest image, these instances run on another.`;
}

// EXTERNAL MODULE: ./build/src/text/sentence.js
var sentence = __webpack_require__(89916);
;// CONCATENATED MODULE: ./build/src/report/render/audit.js






/** Shows an audit. */
const auditRenderer = {
    outputs: (request, { audit }) => {
        const { groups, stale, staleCount, matrix } = (0,audit_lists/* auditLists */.B)(audit);
        return {
            changed: 'false',
            groups,
            result: auditDocument(request, audit),
            stale,
            'stale-count': String(staleCount),
            matrix,
        };
    },
    summary: (request, { audit }) => ({
        heading: auditHeading(audit),
        failedHeading: `## ❌ Fleet Patch: ${(0,audit_words/* auditInWords */.Cc)(audit)}`,
        line: auditLine(request, audit),
        parts: auditTable(audit),
        details: [],
        shownWarnings: [],
    }),
    // What is behind is no failure; where a limit makes it one, the run as a whole fails.
    annotation: () => undefined,
    notice: (_, { audit }) => (0,sentence/* asSentence */.K)((0,audit_words/* auditInWords */.Cc)(audit)),
    logEnding: ({ audit }) => (0,audit_words/* auditLines */.LU)(audit),
    tsv: ({ audit }) => (0,audit_file/* auditFile */.U)(audit, 'tsv'),
};

// EXTERNAL MODULE: ./build/src/report/log/bastion-words.js
var bastion_words = __webpack_require__(96597);
// EXTERNAL MODULE: ./build/src/report/log/log-lines.js + 1 modules
var log_lines = __webpack_require__(74540);
;// CONCATENATED MODULE: ./build/src/report/log/group-verdicts.js



/** Groups whose verdict stands outside of the folded phases. */
const MOST_VERDICTS = 20;
/** How groups ended, those that failed first; of more than one a tally as well. */
function groupVerdicts(finished) {
    const sorted = finished.filter(judgement/* hasFailed */.WN).concat(finished.filter((result) => !(0,judgement/* hasFailed */.WN)(result)));
    return [
        ...sorted
            .slice(0, MOST_VERDICTS)
            .flatMap((result) => [
            `${result.group}: ${(0,log_lines/* verdictText */.nt)(result)}`,
            ...(0,log_lines/* failureLines */.w7)(result).map((text) => `  ${text}`),
        ]),
        ...(sorted.length > 1 ? [`${(0,report_words/* count */.U9)(sorted.length, 'group')}: ${(0,log_lines/* tally */.N4)(sorted)}`] : []),
    ];
}

// EXTERNAL MODULE: ./build/src/report/results/annotations.js
var annotations = __webpack_require__(44259);
;// CONCATENATED MODULE: ./build/src/report/results/bastion-document.js


/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
function bastionDocument({ mode, account, region, dryRun }, result) {
    const { failure, startedAt, endedAt, steps, ...reported } = result;
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: false,
        cut: [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: result.changed,
        groupCount: 0,
        groups: [],
        bastion: {
            name: reported.name,
            region: reported.region,
            address: reported.address,
            status: reported.status,
            changed: reported.changed,
            instanceId: reported.instanceId ?? null,
            previousInstanceId: reported.previousInstanceId ?? null,
            imageId: reported.imageId ?? null,
            previousImageId: reported.previousImageId ?? null,
            zone: reported.zone ?? null,
            banner: reported.banner ?? null,
            hostKeys: reported.hostKeys,
            left: reported.left,
            failure: failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
            steps: steps.map(({ at, ...step }) => ({ at: (0,time/* isoTime */.L)(at), ...step })),
            startedAt: (0,time/* isoTime */.L)(startedAt),
            endedAt: (0,time/* isoTime */.L)(endedAt),
        },
    });
}
/** The steps of a dry run, for the output `plan`. */
const bastionPlan = ({ status, steps }) => JSON.stringify(status === 'planned' ? steps : []);

// EXTERNAL MODULE: ./build/src/report/results/tsv.js
var tsv = __webpack_require__(16344);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(1217);
// EXTERNAL MODULE: ./build/src/report/log/traffic-words.js
var traffic_words = __webpack_require__(80016);
;// CONCATENATED MODULE: ./build/src/report/summary/asked-for.js

/** `Asked for: respawn as a dry run in account 123456789012, region eu-west-1`, as far as it is known. */
function askedFor({ mode, account, region, dryRun }) {
    const places = [
        ...(account === undefined ? [] : [`account ${(0,text_escape/* markdownCode */.D9)(account)}`]),
        ...(region === '' ? [] : [`region ${(0,text_escape/* markdownCode */.D9)(region)}`]),
    ];
    const what = mode === '' ? '*no mode*' : (0,text_escape/* markdownCode */.D9)(mode);
    return `Asked for: ${what}${dryRun ? ' as a dry run' : ''}${places.length === 0 ? '' : ` in ${places.join(', ')}`}`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/left-rows.js



/** Names of groups that one sentence may have in front of it. */
const MOST_NAMES = 20;
/** What is left of these groups, a line for each sentence: many groups may wait for one and the same. */
function leftRows(results) {
    const sentences = results.flatMap(({ group, region, left }) => left.map((each) => ({ group, region, each })));
    return [...Map.groupBy(sentences, ({ each }) => each)].map(([each, those]) => {
        const names = (0,report_words/* firstOf */.Ku)(those.map(({ region, group }) => (0,links/* groupLink */.u)(region, group)), MOST_NAMES);
        return `- ${names}: ${(0,prose/* prose */.C)(each, those[0]?.region)}`;
    });
}

;// CONCATENATED MODULE: ./build/src/report/summary/next-steps.js




/** True of a group that did not fail and goes on only when a person, or a later step, says so. */
const isAwaiting = (result) => !(0,judgement/* hasFailed */.WN)(result) && (result.status === 'gated' || result.status === 'dark' || result.status === 'waiting');
/** What there is to do after a run, apart from what failed in it: that has a part of its own. */
function nextParts({ dryRun }, results) {
    if (dryRun)
        return [];
    const patched = results.filter(({ status, changed }) => status === 'patched' && changed);
    const rows = [
        ...leftRows(results.filter(isAwaiting)),
        ...(patched.length === 0 ? [] : [patchedRow(patched.length)]),
        ...nothingLeft(results),
    ];
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### What to do next\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: ${parts/* ELSEWHERE */.pB}.*`,
            share: 30_000,
        },
    ];
}
const patchedRow = (number) => number === 1
    ? '- The group launches the new version from now on. Its running instances are as they were: `mode: respawn` replaces them.'
    : `- ${number} groups launch their new versions from now on. Their running instances are as they were: \`mode: respawn\` replaces them.`;
/** Only where every group is through, and nothing is left in any of them. */
function nothingLeft(results) {
    const isThrough = ({ status, left, failure }) => (status === 'rolled' || status === 'current') && left.length === 0 && failure === undefined;
    if (!results.every(isThrough) || !results.some(({ status }) => status === 'rolled'))
        return [];
    const areSizesKept = results.every(({ sizes: { before, after } }) => isSame(before, after));
    return [areSizesKept ? '- Nothing. Sizes and processes are as they were before the run.' : '- Nothing.'];
}
const isSame = (one, other) => one.min === other.min && one.max === other.max && one.desired === other.desired;

;// CONCATENATED MODULE: ./build/src/report/summary/groups.js










const MARKS = {
    current: '✅',
    rolled: '✅',
    gated: '⏸️',
    waiting: '⏳',
    dark: '🌑',
    restored: '✅',
    planned: '📋',
    patched: '✅',
    failed: '❌',
    halted: '❌',
    held: '❌',
    refused: '❌',
    unfinished: '❌',
};
/** What became of the groups: the verdict for the first line of the summary. */
function verdictOfGroups({ dryRun, mode }, results) {
    if (results.length === 0)
        return { mark: undefined, text: 'no group was touched' };
    const replaced = results.reduce((sum, result) => sum + result.replaced.length, 0);
    const failed = results.filter(judgement/* hasFailed */.WN);
    if (failed.length > 0)
        return { mark: '❌', text: failureHeading(results) };
    const touched = results.filter(({ changed }) => changed);
    if (touched.length === 0) {
        const untouched = mode === 'restore' ? nothingRestored(results) : 'everything is up to date';
        return { mark: '✅', text: untouched };
    }
    const groups = (0,report_words/* count */.U9)(touched.length, 'group');
    if (dryRun) {
        const what = replaced === 0 ? `change ${groups}` : `replace ${(0,report_words/* count */.U9)(replaced, 'instance')} in ${groups}`;
        return { mark: '📋', text: `would ${what}` };
    }
    const mark = results.some(judgement/* brokeFloor */.Sg) ? '⚠️' : '✅';
    const removed = results.reduce((sum, each) => sum + (each.status === 'restored' ? (each.removed?.length ?? 0) : 0), 0);
    const parts = [
        (0,log_lines/* groupTally */.YW)(results),
        ...(replaced === 0 ? [] : [`${(0,report_words/* count */.U9)(replaced, 'instance')} replaced`]),
        ...(removed === 0 ? [] : [`${(0,report_words/* count */.U9)(removed, 'new instance')} removed`]),
    ];
    return { mark, text: parts.join(', ') };
}
const nothingRestored = (results) => results.every(({ noSavedState }) => noSavedState) ? log_lines/* NOTHING_SAVED */.eh : 'nothing was left to be put back';
function failureHeading(results) {
    const [only, ...others] = results;
    if (only === undefined || others.length > 0)
        return (0,log_lines/* groupTally */.YW)(results);
    const name = (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(only.group, 100));
    const left = (0,judgement/* isUntouched */.O2)(only) ? 'nothing was changed' : 'something is left to be put back';
    if (only.status !== 'unfinished')
        return `${name} was ${(0,report_words/* statusInWords */.xq)(only)}`;
    return `${name} ${(0,judgement/* wasCancelled */.r1)(only) ? 'was cancelled' : 'is unfinished'}, ${left}`;
}
/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
function groupsLine(request, results) {
    const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
    const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity);
    const expected = request.dryRun ? (0,expected_duration/* expectedDurationOfAll */.rE)(results) : undefined;
    const expectation = expected === undefined ? '' : `; expected duration ${(0,duration/* roughRange */.XG)(expected)}`;
    const took = results.length === 0 || request.dryRun ? expectation : `, ${(0,duration/* duration */.p0)(ended - began)}`;
    // Where the run failed before any group had a result it is not known how many there were.
    const selected = results.length === 0 ? '' : `; ${(0,report_words/* count */.U9)(results.length, 'group')} selected`;
    return `${askedFor(request)}${selected}${took}.`;
}
/** Up to so many groups have a row on the page; of more those that need a look have one, or these first, and all are folded. */
const groups_MOST_UNFOLDED = 20;
/** The table of groups, in their order. */
function groupParts(request, results) {
    if (results.length <= groups_MOST_UNFOLDED)
        return tableOf(request, results, { head: '### Groups\n\n', tail: '' });
    const all = tableOf(request, results, {
        head: `<details><summary>All ${(0,report_words/* count */.U9)(results.length, 'group')}</summary>\n\n`,
        tail: '\n</details>',
    });
    const notable = results.filter((result) => (0,judgement/* hasFailed */.WN)(result) || (0,judgement/* brokeFloor */.Sg)(result) || isAwaiting(result));
    if (notable.length === 0)
        return all;
    const shown = notable.slice(0, groups_MOST_UNFOLDED);
    const more = notable.length - shown.length;
    return [
        ...tableOf(request, shown, {
            head: '### Groups that need a look\n\n',
            tail: more === 0
                ? ''
                : `\n*${(0,report_words/* count */.U9)(more, 'more group')} that ${more === 1 ? 'needs' : 'need'} a look: first among all groups below.*`,
        }),
        ...all,
    ];
}
function tableOf({ dryRun }, results, { head: title, tail }) {
    if (results.length === 0)
        return [];
    const wave = results.some((each) => each.wave !== undefined);
    const columns = dryRun
        ? 'Group | Result | Image | Sizes (min-desired-max) | Would replace | Expected duration | Lowest ready expected / floor |'
        : 'Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |';
    const head = [`${title}| ${wave ? 'Wave | ' : ''}${columns}`, `|${wave ? '--:|' : ''}---|---|---|---|--:|--:|--:|`];
    return [
        {
            head: head.join('\n'),
            rows: (0,parts/* lazily */.qy)(results, groupRow),
            tail,
            total: results.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')}, all less notable than these: ${parts/* ELSEWHERE */.pB}.*`,
            share: 20_000 + Math.min(130_000, 1000 * results.length),
        },
    ];
}
function groupRow(result) {
    const { group, region, status, sizes, replaced, wave } = result;
    const cells = [
        ...(wave === undefined ? [] : [String(wave)]),
        (0,links/* groupLink */.u)(region, group),
        `${MARKS[status]} ${(0,report_words/* statusInWords */.xq)(result)}`,
        groups_image(result),
        change(inFigures(sizes.before), inFigures(sizes.after)),
        String(replaced.length),
        lasted(result),
        lowest(result),
    ];
    return `| ${cells.join(' | ')} |`;
}
function lasted({ status, startedAt, endedAt, expectedDuration: expected }) {
    if (status === 'planned')
        return expected === undefined ? '' : (0,duration/* roughRange */.XG)(expected);
    return status === 'waiting' ? '' : (0,duration/* duration */.p0)(endedAt - startedAt);
}
function groups_image({ previousImageId, imageId }) {
    const named = (id) => (id === undefined ? 'unknown' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(id, 100)));
    return change(named(previousImageId), named(imageId));
}
function change(before, after) {
    return before === after ? before : `${before} → ${after}`;
}
function inFigures({ min, desired, max }) {
    return `${min}-${desired}-${max}`;
}
function lowest(result) {
    // Without a roll nothing was promised and nothing was watched.
    if (result.patch !== undefined && result.timeline.length === 0)
        return '';
    const figures = `${result.lowestReady} / ${result.floor}`;
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return `⚠️ **${figures}**`;
    return result.lowestReady < result.floor ? `${figures} (so at the start)` : figures;
}

;// CONCATENATED MODULE: ./build/src/report/render/notices.js








/** Groups that a notice names. */
const notices_MOST_NAMES = 5;
/** What became of the groups, how long it took, and whether their floors held. */
function noticeOfGroups(request, results) {
    const { text } = verdictOfGroups(request, results);
    const changed = results.filter(({ changed: isChanged }) => isChanged);
    if (request.dryRun) {
        const expected = (0,expected_duration/* expectedDurationOfAll */.rE)(results);
        return [
            (0,sentence/* asSentence */.K)(text),
            ...(expected === undefined ? [] : [`Expected duration: ${(0,duration/* roughRange */.XG)(expected)}.`]),
            'Nothing was changed: this was a dry run.',
        ].join(' ');
    }
    if (changed.length === 0)
        return (0,sentence/* asSentence */.K)(text);
    const began = Math.min(...changed.map(({ startedAt }) => startedAt));
    const ended = Math.max(...changed.map(({ endedAt }) => endedAt));
    return [`${(0,sentence/* asSentence */.K)(`${text}, in ${(0,duration/* duration */.p0)(ended - began)}`)}`, ...floorSentence(changed)].join(' ');
}
/** Of groups that were watched while they rolled. */
function floorSentence(results) {
    const watched = results.filter(({ capacity = [] }) => capacity.length > 0);
    const broken = watched.filter(judgement/* brokeFloor */.Sg);
    const [only, ...others] = watched;
    if (broken.length > 0) {
        const names = (0,report_words/* firstOf */.Ku)(broken.map(({ group, lowestReady, floor }) => `${group} (${lowestReady} ready, floor ${floor})`), notices_MOST_NAMES);
        return [`Fewer instances were ready than promised: ${names}.`];
    }
    if (only === undefined || watched.some(({ lowestReady, floor }) => lowestReady < floor))
        return [];
    if (others.length > 0)
        return [`The floor held in all ${(0,report_words/* count */.U9)(watched.length, 'group')}.`];
    return [`The floor held: ${only.lowestReady} ready at the lowest, floor ${only.floor}.`];
}
/** What became of a bastion. */
const noticeOfBastion = (result) => (0,sentence/* withFullStop */.u)((0,bastion_words/* bastionVerdict */.IP)(result));
/** What became of a shift of traffic, and how it is divided now. */
function noticeOfTraffic(result) {
    const { groups, status, shares, to } = result;
    const lowest = Math.min(...shares.map(({ after }) => after[to]));
    const now = shares.length === 0 || status === 'planned' ? '' : `; ${to} gets ${lowest} % of it`;
    return (0,sentence/* withFullStop */.u)(`${groups.blue} (blue) and ${groups.green} (green): ${(0,traffic_words/* trafficVerdict */.tZ)(result)}${now}`);
}

;// CONCATENATED MODULE: ./build/src/report/summary/bastion.js







const bastion_MARKS = {
    current: '✅',
    replaced: '✅',
    restored: '✅',
    planned: '📋',
    halted: '❌',
    unfinished: '❌',
};
const VERDICTS = {
    current: 'the bastion is up to date',
    replaced: 'the bastion was replaced',
    restored: 'the bastion is as it was',
    planned: 'the bastion would be replaced',
    halted: 'the replacement of the bastion was halted',
    unfinished: 'the replacement of the bastion is unfinished',
};
/** What became of the bastion: the verdict for the first line of the summary. */
const verdictOfBastion = ({ status, failure }) => ({
    mark: failure === undefined ? bastion_MARKS[status] : '❌',
    text: VERDICTS[status],
});
/** What was asked for, where, and how long it took. */
function bastionLine(request, { startedAt, endedAt }) {
    const took = request.dryRun ? '' : `; ${(0,duration/* duration */.p0)(endedAt - startedAt)}`;
    return `${askedFor(request)}${took}.`;
}
/** What became of the bastion: a table, what went wrong, its host keys, and the steps. */
function bastionParts(result) {
    const { failure, hostKeys, userData, status } = result;
    return [
        ...(failure === undefined ? [] : [plain(failureText(result))]),
        plain(table(result)),
        ...(hostKeys.length === 0 ? [] : [plain(hostKeysText(hostKeys))]),
        ...(userData.length === 0
            ? []
            : [
                plain(`User data: ${userData.map(({ path, before, after }) => `${(0,text_escape/* markdownCode */.D9)(path)} ${value(before)} → ${value(after)}`).join(', ')}.`),
            ]),
        ...steps(result, status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps'),
    ];
}
const plain = (text) => (0,parts/* plainPart */.uV)(text, 20_000);
const value = (text) => (text === undefined ? '*nothing*' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 200)));
function table({ name, address, instanceId, previousInstanceId, imageId, previousImageId, zone, banner, region, }) {
    const code = (text) => (text === undefined ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)));
    const instance = (id) => (id === undefined ? '' : (0,links/* instanceLink */.G)(region, id));
    const arrow = (before, after, shown = code) => before === undefined || before === after ? shown(after) : `${shown(before)} → ${shown(after)}`;
    return [
        '| Bastion | Address | Instance | Image | Zone | SSH |',
        '|---|---|---|---|---|---|',
        `| ${code(name)} | ${code(address)} | ${arrow(previousInstanceId, instanceId, instance)} | ${arrow(previousImageId, imageId)} | ${code(zone)} | ${code(banner)} |`,
    ].join('\n');
}
function failureText({ failure, left, region }) {
    const said = (text) => (0,prose/* prose */.C)(text, region);
    return [
        '### What happened, and how to go on',
        '',
        said(failure?.what ?? ''),
        '',
        ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
        ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
        ...(left.length === 0 ? ['- Nothing is left behind: the bastion is as it was.'] : []),
        ...left.map((sentence) => `- Left: ${said(sentence)}`),
    ].join('\n');
}
const hostKeysText = (keys) => [
    'The host keys are new: SSH clients warn until the old ones are removed (`ssh-keygen -R <address>`). Fingerprints from the console:',
    '',
    ...keys.map((key) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(key, 200))}`),
].join('\n');
function steps({ steps: made }, head) {
    if (made.length === 0)
        return [];
    const rows = made.map(({ at, detail, reason }, index) => `| ${index + 1} | ${(0,time/* clockTime */.q)(at)} | ${(0,text_escape/* markdownText */.p7)(detail)} | ${(0,text_escape/* markdownText */.p7)(reason)} |`);
    return [
        {
            head: `${head}\n\n| # | UTC | Step | Reason |\n|--:|---|---|---|`,
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 40_000,
        },
    ];
}

// EXTERNAL MODULE: ./build/src/report/summary/failures.js
var failures = __webpack_require__(12548);
;// CONCATENATED MODULE: ./build/src/report/summary/heading.js
/** The worst first. */
const BY_WEIGHT = ['❌', '⚠️', '📋', '🌑', '✅'];
/** The first line of the summary: all verdicts of the run, under the mark of the worst. */
function headingOf(...verdicts) {
    const mark = BY_WEIGHT.find((each) => verdicts.some((verdict) => verdict.mark === each));
    const text = verdicts.map((verdict) => verdict.text).join('; ');
    return `## ${mark === undefined ? '' : `${mark} `}Fleet Patch${text.startsWith('would ') ? '' : ':'} ${text}`;
}

;// CONCATENATED MODULE: ./build/src/report/render/bastion.js









/** Shows a bastion. */
const bastionRenderer = {
    outputs: (request, { bastion }) => {
        const { changed, instanceId, previousInstanceId, imageId, previousImageId } = bastion;
        return {
            changed: String(changed),
            groups: '[]',
            result: bastionDocument(request, bastion),
            replaced: JSON.stringify(previousInstanceId === undefined ? [] : [previousInstanceId]),
            launched: JSON.stringify(previousInstanceId === undefined || instanceId === undefined ? [] : [instanceId]),
            plan: bastionPlan(bastion),
            'image-id': imageId,
            'previous-image-id': previousImageId,
            'instance-id': instanceId,
            'previous-instance-id': previousInstanceId,
        };
    },
    summary: (request, { bastion }) => ({
        heading: headingOf(verdictOfBastion(bastion)),
        failedHeading: failures/* FAILED_HEADING */.hw,
        line: bastionLine(request, bastion),
        parts: bastionParts(bastion),
        details: [],
        shownWarnings: [],
    }),
    annotation: ({ bastion }) => (0,annotations/* annotationOfBastion */.fw)(bastion),
    notice: (_, { bastion }) => noticeOfBastion(bastion),
    // Where a restore fails after the bastion was put back, some groups may have ended.
    logEnding: ({ bastion }, finished) => [...(0,bastion_words/* bastionLines */.Ik)(bastion), ...groupVerdicts(finished)],
    tsv: ({ bastion }) => (0,tsv/* tsvTable */.q)(bastion_COLUMNS, [{ ...bastion, steps: bastion.steps.length, failure: bastion.failure?.what }]),
};
const bastion_COLUMNS = [
    'region',
    'name',
    'address',
    'status',
    'changed',
    'instanceId',
    'previousInstanceId',
    'steps',
    'failure',
];

// EXTERNAL MODULE: ./build/src/domain/catalogue/review.js
var catalogue_review = __webpack_require__(51566);
;// CONCATENATED MODULE: ./build/src/report/log/catalogue-words.js


/** How the catalogue stands, in a line. */
function catalogueInWords({ path, environments, services, listing }) {
    const file = `${path} is right: ${(0,report_words/* count */.U9)(services.length, 'service')} in ${(0,report_words/* count */.U9)(environments.length, 'environment')}`;
    return listing === undefined ? file : `${file}; ${listingInWords(listing)}`;
}
function listingInWords(listing) {
    const [none, several] = [(0,catalogue_review/* unclaimed */.h)(listing).length, (0,catalogue_review/* doublyClaimed */.P)(listing).length];
    const all = (0,report_words/* count */.U9)(listing.groups.length, 'group');
    if (none + several === 0)
        return `each of ${all} is claimed by one service`;
    return [
        ...(none === 0 ? [] : [`${none} of ${all} ${none === 1 ? 'is' : 'are'} unclaimed`]),
        ...(several === 0 ? [] : [`${several} ${several === 1 ? 'is' : 'are'} claimed more than once`]),
    ].join(' and ');
}

;// CONCATENATED MODULE: ./build/src/report/results/catalogue-document.js


/** Groups that a document holds at most: their names have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const MOST_GROUPS = 500;
/** The value of the output `result` of `mode: catalogue`, following docs/result.schema.json. */
function catalogueDocument({ mode, account, region, dryRun }, review) {
    const { path, environments, services, listing } = review;
    const wrong = listing === undefined ? [] : [...(0,catalogue_review/* doublyClaimed */.P)(listing), ...(0,catalogue_review/* unclaimed */.h)(listing)];
    const shown = wrong.slice(0, MOST_GROUPS);
    const of = (isMeant) => shown.filter(isMeant);
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: shown.length < wrong.length,
        cut: shown.length < wrong.length ? ['groups'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: false,
        groupCount: listing?.groups.length ?? 0,
        groups: [],
        catalogue: {
            path,
            environments,
            services,
            listing: listing === undefined
                ? null
                : {
                    environments: listing.environments,
                    regions: listing.regions,
                    unclaimed: of(({ claims }) => claims.length === 0).map(({ region: where, group }) => ({
                        region: where,
                        group,
                    })),
                    doublyClaimed: of(({ claims }) => claims.length > 1).map(({ region: where, group, claims }) => ({
                        region: where,
                        group,
                        claims,
                    })),
                },
        },
    });
}
/** The names of the groups that no service, or more than one, claims, as JSON. */
function wronglyClaimed({ listing }) {
    const groups = listing === undefined ? [] : [...(0,catalogue_review/* doublyClaimed */.P)(listing), ...(0,catalogue_review/* unclaimed */.h)(listing)];
    return JSON.stringify([...new Set(groups.slice(0, MOST_GROUPS).map(({ group }) => group))]);
}

;// CONCATENATED MODULE: ./build/src/report/summary/catalogue.js





/** The first line of the summary: the verdict. */
function catalogueHeading(review) {
    const { listing } = review;
    const isFine = listing === undefined || (0,catalogue_review/* unclaimed */.h)(listing).length + (0,catalogue_review/* doublyClaimed */.P)(listing).length === 0;
    return `## ${isFine ? '✅' : '⚠️'} Fleet Patch: ${catalogueInWords(review)}`;
}
/** What was asked for, and what was looked at. */
function catalogueLine({ mode, account }, { listing }) {
    const asked = `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)}`;
    if (listing === undefined)
        return `${asked}; only the file was read, nothing was asked of AWS.`;
    return `${asked} in account ${(0,text_escape/* markdownCode */.D9)(account ?? '?')}, ${listing.regions.map(text_escape/* markdownCode */.D9).join(', ')}; environments ${listing.environments.map(text_escape/* markdownCode */.D9).join(', ')}.`;
}
/** The groups that no governed run may change. */
function catalogueTables({ listing }) {
    if (listing === undefined)
        return [];
    return [
        ...catalogue_table('### Claimed by no service', (0,catalogue_review/* unclaimed */.h)(listing)),
        ...catalogue_table('### Claimed by more than one service', (0,catalogue_review/* doublyClaimed */.P)(listing)),
    ];
}
function catalogue_table(title, groups) {
    if (groups.length === 0)
        return [];
    return [
        {
            head: `${title}\n\n| Region | Group | Claimed by |\n|---|---|---|`,
            rows: (0,parts/* lazily */.qy)(groups, ({ region, group, claims }) => {
                const by = claims.map(({ environment, service }) => (0,text_escape/* markdownCode */.D9)(`${service} in ${environment}`)).join(', ');
                return `| ${(0,text_escape/* markdownCode */.D9)(region)} | ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))} | ${by} |`;
            }),
            tail: '',
            total: groups.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} ${parts/* ELSEWHERE */.pB}.*`,
            share: 200_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/render/catalogue.js





/** Shows what `mode: catalogue` has found. */
const catalogueRenderer = {
    outputs: (request, { review }) => ({
        changed: 'false',
        groups: wronglyClaimed(review),
        result: catalogueDocument(request, review),
    }),
    summary: (request, { review }) => ({
        heading: catalogueHeading(review),
        failedHeading: `## ❌ Fleet Patch: ${catalogueInWords(review)}`,
        line: catalogueLine(request, review),
        parts: catalogueTables(review),
        details: [],
        shownWarnings: [],
    }),
    // A group that is not declared is no failure of the run: governed runs refuse it.
    annotation: () => undefined,
    notice: (_, { review }) => (0,sentence/* asSentence */.K)(catalogueInWords(review)),
    logEnding: ({ review }) => [`Catalogue: ${catalogueInWords(review)}.`],
    tsv: ({ review: { listing } }) => (0,tsv/* tsvTable */.q)(['region', 'group', 'services'], (listing?.groups ?? []).map(({ region, group, claims }) => ({
        region,
        group,
        services: claims.map(({ environment, service }) => `${service} in ${environment}`).join(', '),
    }))),
};

;// CONCATENATED MODULE: ./build/src/report/results/traffic-document.js


/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
function trafficDocument({ mode, account, region, dryRun }, result) {
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated: false,
        cut: [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: result.changed,
        groupCount: 0,
        groups: [],
        traffic: trafficEntry(result),
    });
}
/** The value of the output `traffic`: the shares of both sides before and after, for each rule or record. */
const trafficShares = (results) => JSON.stringify(results.flatMap(({ shares }) => shares));
/** The steps of a dry run, for the output `plan`. */
const trafficPlan = ({ status, steps }) => JSON.stringify(status === 'planned' ? steps : []);

;// CONCATENATED MODULE: ./build/src/report/summary/traffic.js








const FAILED = ['halted', 'held', 'refused', 'unfinished'];
/** What became of a shift: the verdict for the first line of the summary. */
const verdictOfTraffic = (result) => ({
    mark: result.status === 'planned' ? '📋' : FAILED.includes(result.status) || result.failure !== undefined ? '❌' : '✅',
    text: (0,traffic_words/* trafficVerdict */.tZ)(result),
});
/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
function trafficLine(request, { startedAt, endedAt, expectedDuration: expected }) {
    const expectation = expected === undefined ? '' : `; expected duration ${(0,duration/* roughRange */.XG)(expected)}`;
    const took = request.dryRun ? expectation : `; ${(0,duration/* duration */.p0)(endedAt - startedAt)}`;
    return `${askedFor(request)}${took}.`;
}
/** What became of a shift: what went wrong, the shares and sizes, their course as a picture, and the steps. */
function trafficParts(result) {
    const { failure, keptUntil, status } = result;
    const plain = (text) => (0,parts/* plainPart */.uV)(text, 20_000);
    return [
        ...(failure === undefined ? [] : [plain(traffic_failureText(result))]),
        plain(sharesTable(result)),
        ...(keptUntil === undefined || status === 'released' ? [] : [plain((0,prose/* prose */.C)((0,traffic_words/* keptText */.GD)(keptUntil)))]),
        plain(sizesTable(result)),
        ...(result.curve.length > 1 ? [plain(curveChart(result))] : []),
        ...traffic_steps(result),
    ];
}
const traffic_code = (text) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255));
const sharesTable = ({ shares }) => [
    '| Rule or record | Before | After |',
    '|---|---|---|',
    ...shares.map(({ id, before, after }) => `| ${traffic_code(id)} | ${(0,traffic_words/* sharesInWords */.P2)(before)} | ${(0,traffic_words/* sharesInWords */.P2)(after)} |`),
].join('\n');
function sizesTable({ groups, sizes, to, region }) {
    const text = ({ min, desired, max }) => `${min} / ${desired} / ${max}`;
    return [
        '| Side | Group | Min / desired / max before | After |',
        '|---|---|---|---|',
        ...['blue', 'green'].map((side) => `| ${side}${side === to ? ', traffic goes to it' : ''} | ${(0,links/* groupLink */.u)(region, groups[side])} | ${text(sizes[side].before)} | ${text(sizes[side].after)} |`),
    ].join('\n');
}
/** The share over time, as GitHub draws it; a step of the line is a step of the shift. */
function curveChart({ curve, to, startedAt, endedAt, }) {
    const COLUMNS = 24;
    const span = Math.max(1, endedAt - startedAt);
    const at = (column) => startedAt + (span * column) / COLUMNS;
    const shareAt = (moment) => curve.findLast((point) => point.at <= moment)?.share ?? curve[0]?.share ?? 0;
    const columns = Array.from({ length: COLUMNS + 1 }, (_, column) => column);
    const values = columns.map((column) => Math.round((column === COLUMNS ? (curve.at(-1)?.share ?? 0) : shareAt(at(column))) * 10) / 10); // prettier-ignore
    return [
        '```mermaid',
        'xychart-beta',
        `    title "Percent of the traffic that ${to} gets"`,
        `    x-axis "minutes" 0 --> ${Math.max(0.1, Math.round((span / 60) * 10) / 10)}`,
        '    y-axis "percent" 0 --> 100',
        `    line [${values.join(', ')}]`,
        '```',
    ].join('\n');
}
function traffic_failureText({ failure, left, region }) {
    const said = (text) => (0,prose/* prose */.C)(text, region);
    return [
        '### What happened, and how to go on',
        '',
        said(failure?.what ?? ''),
        '',
        ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
        ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
        ...left.map((sentence) => `- Left: ${said(sentence)}`),
    ].join('\n');
}
function traffic_steps({ steps: made, status }) {
    if (made.length === 0)
        return [];
    const head = status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps';
    const rows = made.map(({ at, detail, reason }, index) => `| ${index + 1} | ${(0,time/* clockTime */.q)(at)} | ${(0,text_escape/* markdownText */.p7)(detail)} | ${(0,text_escape/* markdownText */.p7)(reason)} |`);
    return [
        {
            head: `${head}\n\n| # | UTC | Step | Reason |\n|--:|---|---|---|`,
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*and ${missing} more*`,
            share: 40_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/block-chart.js
/** Characters beside the axis, and rows at most: a chart must fit a phone. */
const block_chart_COLUMNS = 60;
const block_chart_MOST_ROWS = 12;
const MARGIN = 5;
/** What the characters of a chart mean. */
const CHART_LEGEND = '█ ready   ▒ booting, or not healthy yet   ░ leaving   ━ floor   ! below the floor';
/**
 * The capacity of a group over time as lines of text. Each column is a share of the time and shows its worst moment, so that
 * even the shortest dip shows; each row stands for one unit of capacity, or for several in a large group.
 */
function blockChart(samples) {
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const seconds = Math.max(1, last.at - first.at) / block_chart_COLUMNS;
    const columns = columnsOf(samples, { from: first.at, seconds });
    const floor = Math.max(...columns.map((column) => column.floor));
    const top = Math.max(1, floor, ...columns.map(({ ready, coming, leaving }) => ready + coming + leaving));
    const unit = Math.ceil(top / block_chart_MOST_ROWS);
    const rows = Array.from({ length: Math.ceil(top / unit) }, (_, index, count = Math.ceil(top / unit)) => count - index);
    // It lies on top of the row that must be full.
    const floorRow = Math.ceil(floor / unit);
    return [
        ...rows.flatMap((row) => {
            const cells = columns.map((column) => cell(column, { above: (row - 1) * unit, upTo: row * unit })).join('');
            const line = `${String(row * unit).padStart(MARGIN - 1)} ┤${cells}`.trimEnd();
            return row === floorRow ? [`${' '.repeat(MARGIN)}┝${'━'.repeat(block_chart_COLUMNS)} ${floor}`, line] : [line];
        }),
        axis(seconds),
    ];
}
/** What was in force in each share of the time; a sample is until the next one. */
function columnsOf(samples, { from, seconds }) {
    let index = 0;
    return Array.from({ length: block_chart_COLUMNS }, (_, number) => {
        const start = from + number * seconds;
        const end = start + seconds;
        while ((samples[index + 1]?.at ?? Infinity) <= start)
            index++;
        let next = index;
        while (next + 1 < samples.length && (samples[next + 1]?.at ?? Infinity) < end)
            next++;
        const inForce = samples.slice(index, next + 1);
        // The last column ends with the last sample.
        const shown = number === block_chart_COLUMNS - 1 ? samples.slice(index) : inForce;
        index = next;
        const worst = shown.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low));
        return {
            ready: worst.ready,
            floor: worst.floor,
            coming: Math.max(...shown.map(({ coming }) => coming)),
            leaving: Math.max(...shown.map(({ leaving }) => leaving)),
        };
    });
}
/** Of several units in one row more than half decide, but none that lacks is hidden. */
function cell({ ready, floor, coming, leaving }, { above, upTo }) {
    if (ready < Math.min(upTo, floor) && above < floor)
        return '!';
    const half = (above + upTo) / 2;
    if (ready >= half)
        return '█';
    if (ready + coming >= half)
        return '▒';
    return ready + coming + leaving >= half ? '░' : ' ';
}
/** Minutes below the line, at least ten columns apart. */
function axis(seconds) {
    const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 600, 1440, 2880];
    const minutes = steps.find((step) => (step * 60) / seconds >= 10) ?? 6000;
    let line = `${' '.repeat(MARGIN)}└`;
    for (let tick = 0;; tick += minutes) {
        const label = `╵${tick} min`;
        const column = MARGIN + 1 + Math.round((tick * 60) / seconds);
        if (column + label.length > MARGIN + 1 + block_chart_COLUMNS)
            return line;
        line = line.padEnd(column, '─') + label;
    }
}

;// CONCATENATED MODULE: ./build/src/report/summary/capacity.js






/** More groups than these are folded, and of more than those no chart is drawn. */
const MOST_OPEN = 3;
const MOST_CHARTS = 40;
/** Capacity over time, as the run itself has seen it: nothing where no group had instances that came or went. */
function capacityParts(results) {
    const moved = results.filter(({ capacity = [] }) => capacity.some(hasMoved));
    if (moved.length === 0)
        return [];
    const shown = moved.slice(0, MOST_CHARTS);
    const isFolded = moved.length > MOST_OPEN;
    const [open, close] = isFolded ? [`<details><summary>Capacity of ${(0,report_words/* count */.U9)(moved.length, 'group')} over time</summary>\n\n`, '\n</details>'] : ['### Capacity\n\n', '']; // prettier-ignore
    return [
        {
            head: `${open}\`${CHART_LEGEND}\`\n`,
            rows: (0,parts/* lazily */.qy)(shown, chartOf),
            tail: close,
            total: moved.length,
            cut: (missing) => `*No chart of ${(0,report_words/* count */.U9)(missing, 'more group')}: what happened is ${parts/* ELSEWHERE */.pB}.*`,
            share: 90_000,
        },
    ];
}
const hasMoved = ({ coming, leaving }) => coming > 0 || leaving > 0;
function chartOf(result) {
    const samples = result.capacity ?? [];
    return [proof(result, samples), '', '```text', ...blockChart(samples), '```', ''].join('\n');
}
/** The promise, and by how much it was held at the worst moment. */
function proof(result, samples) {
    const worst = samples.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low));
    const lowest = `${worst.ready} ready at ${(0,time/* clockTime */.q)(worst.at)} UTC, with a floor of ${worst.floor}`;
    const name = (0,links/* groupLink */.u)(result.region, result.group);
    if ((0,judgement/* brokeFloor */.Sg)(result))
        return `⚠️ ${name}: only ${lowest}.`;
    if (worst.ready < worst.floor)
        return `${name}: ${lowest}, as it was at the start; the run took none of it away.`;
    const spare = worst.ready - worst.floor;
    return `${name}: the floor held${spare === 0 ? '' : `, with ${spare} to spare`}. Lowest: ${lowest}.`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/leftovers.js




/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
function leftoverParts(results) {
    const rows = leftRows(results.filter((result) => !(0,judgement/* hasFailed */.WN)(result) && !isAwaiting(result)));
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### Left as it is\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: in the output \`result\` and in the log.*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/notes.js




/** What a reader should know of the rolls besides their ends, a line for each sentence. */
function noteParts(results) {
    const rows = results.flatMap(({ group, region, notes = [] }) => notes.map((each) => `- ${(0,links/* groupLink */.u)(region, group)}: ${(0,prose/* prose */.C)(each, region)}`));
    if (rows.length === 0)
        return [];
    return [
        {
            head: '### While the groups roll\n',
            rows,
            tail: '',
            total: rows.length,
            cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more sentence')}: ${parts/* ELSEWHERE */.pB}.*`,
            share: 30_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/summary/patch.js



/** What a patch changed: for each group source and image before and after, and the keys of user data, values masked. */
function patchParts(results) {
    const patched = patchedGroups(results);
    if (patched.length === 0)
        return [];
    const undone = undoing(results);
    return [
        part({
            head: '### Launch sources\n\n| Group | Launches from | Patched | Change |\n|---|---|---|---|',
            rows: patched.flatMap((each) => each.patch.specs.map((spec) => siteRow(each, spec))),
            what: 'more change',
            share: 40_000,
        }),
        ...userDataPart(patched),
        ...(undone.length === 0
            ? []
            : [
                part({
                    head: '### What would undo this\n',
                    rows: undone.map(({ group, sentence }) => `- ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))}: ${(0,prose/* prose */.C)(sentence)}`),
                    what: 'more group',
                    share: 10_000,
                }),
            ]),
    ];
}
/** For each patched group the sentences on what would undo its patch: they have a part of their own. */
const undoing = (results) => patchedGroups(results).flatMap(({ group, patch }) => patch.undoneBy.map((sentence) => ({ group, sentence })));
const patchedGroups = (results) => results.flatMap(({ group, patch, takenBack, source }) => patch === undefined || patch.specs.length === 0 ? [] : [{ group, patch, ...(takenBack && { backTo: source }) }]);
function siteRow({ group, patch: { before, after }, backTo }, spec) {
    const changes = [
        ...(spec.image ? [`image ${arrow(spec.image.before, spec.image.after)}`] : []),
        ...(spec.instanceType ? [`type ${arrow(spec.instanceType.before, spec.instanceType.after)}`] : []),
        ...(spec.userData.length > 0 ? [(0,report_words/* count */.U9)(spec.userData.length, 'change') + ' of user data'] : []),
    ];
    const cells = [
        patch_code(group),
        `${before === after ? patch_code(after) : arrow(before, after)}${backTo === undefined ? '' : `, taken back: ${patch_code(backTo)}`}`,
        patch_code(spec.label),
        changes.join('; '),
    ];
    return `| ${cells.join(' | ')} |`;
}
/** Many groups may have the same user data: it is shown once for each launch source. */
function userDataPart(patched) {
    const specs = new Map(patched.flatMap(({ patch }) => patch.specs).map((spec) => [spec.label, spec]));
    const rows = [...specs.values()].flatMap(({ label, userData }) => userData.map(({ path, before, after }) => `| ${[label, path, before, after].map(patch_value).join(' | ')} |`));
    if (rows.length === 0)
        return [];
    return [
        part({
            head: '### User data\n\nValues are masked unless they are image references.\n\n| Launch source | Key | Before | After |\n|---|---|---|---|',
            rows,
            what: 'more key',
            share: 25_000,
        }),
    ];
}
function part({ head, rows, what, share, }) {
    return {
        head,
        rows,
        tail: '',
        total: rows.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, what)} in the output \`result\`.*`,
        share,
    };
}
const patch_code = (text) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255));
const patch_value = (text) => (text === undefined ? '*nothing*' : patch_code(text));
const arrow = (before, after) => before === undefined ? patch_code(after) : `${patch_code(before)} → ${patch_code(after)}`;

// EXTERNAL MODULE: ./build/src/report/results/step-kinds.js
var step_kinds = __webpack_require__(14777);
;// CONCATENATED MODULE: ./build/src/report/summary/plan.js




/** Up to so many groups each step has a row; of more each kind of step has one, and all steps are folded. */
const plan_MOST_UNFOLDED = 3;
/** What a dry run would do. */
function planParts({ dryRun }, results) {
    const changed = results.filter(({ steps }) => steps.length > 0);
    if (!dryRun || changed.length === 0)
        return [];
    const intro = '### Plan\n\nNothing was changed. A run without `dry-run` would:';
    if (changed.length <= plan_MOST_UNFOLDED)
        return [stepTable(changed, { head: `${intro}\n\n`, tail: '' })];
    const steps = changed.flatMap((result) => result.steps);
    return [
        kindTable((0,step_kinds/* stepKinds */.C)(steps), { head: `${intro}\n\n`, groups: changed.length }),
        stepTable(changed, { head: `<details><summary>All ${steps.length} steps</summary>\n\n`, tail: '\n</details>' }),
    ];
}
function kindTable(kinds, { head, groups }) {
    return {
        head: `${head}| Step | In groups | Times | Reason |\n|---|---|--:|---|`,
        rows: (0,parts/* lazily */.qy)(kinds, (kind) => {
            const where = kind.groups.length === groups ? `all ${groups}` : (0,report_words/* firstOf */.Ku)(kind.groups, 3);
            const cells = [kind.text, where].map((text) => (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(text, 300)));
            return `| ${[...cells, String(kind.times), (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(kind.reason, 300))].join(' | ')} |`;
        }),
        tail: '',
        total: kinds.length,
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more kind')} of step: ${parts/* ELSEWHERE */.pB}.*`,
        share: 30_000,
    };
}
function stepTable(results, { head, tail }) {
    const waves = results.some(({ wave }) => wave !== undefined);
    return {
        head: `${head}| # | ${waves ? 'Wave | ' : ''}Group | Step | Reason |\n|--:|${waves ? '--:|' : ''}---|---|---|`,
        rows: planRows(results),
        tail,
        total: results.reduce((sum, { steps }) => sum + steps.length, 0),
        cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more step')}: ${parts/* ELSEWHERE */.pB}.*`,
        share: 90_000,
    };
}
function* planRows(results) {
    let number = 0;
    for (const { group, steps, wave } of results) {
        for (const { detail, reason } of steps) {
            number += 1;
            const cells = [
                String(number),
                ...(wave === undefined ? [] : [String(wave)]),
                (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255)),
                (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(detail, 300)),
                (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(reason, 300)),
            ];
            yield `| ${cells.join(' | ')} |`;
        }
    }
}

;// CONCATENATED MODULE: ./build/src/report/summary/gantt.js



/** Rows that a reader and Mermaid (its limit is 50,000 characters) can bear; a row is under 160 characters. */
const gantt_MOST_ROWS = 200;
/** Seconds to which times are rounded so that instances can share a row; the first that is enough is taken. */
const ROUNDINGS = [1, 30, 60, 300, 900, 3600, Infinity];
/** The chart of these groups, in their order; undefined when no instance came or went. */
function gantt(results) {
    const moved = results.filter(({ timeline }) => timeline.some(({ role, until }) => role === 'new' || until !== undefined));
    if (moved.length === 0)
        return undefined;
    const origin = moved.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
    let rows;
    let rounding = 1;
    for (rounding of ROUNDINGS) {
        rows = rowsOf(moved, { rounding, origin });
        if (rows !== undefined)
            break;
    }
    const shown = rows ?? firstRows(moved, origin);
    return { text: chart(shown), note: noteOf(moved, { shown, rounding, complete: rows !== undefined }) };
}
/** How many instances the timelines hold that came, went or stayed. */
function instancesIn(results) {
    return results.reduce((sum, { timeline }) => sum + timeline.length, 0);
}
/** Undefined as soon as they are too many: a fleet of a million must not be merged to the end in vain. */
function rowsOf(results, at) {
    const rows = [];
    for (const result of results) {
        for (const row of groupRows(result, at)) {
            rows.push(row);
            if (rows.length > gantt_MOST_ROWS)
                return undefined;
        }
    }
    return rows;
}
/** Each group merged as far as can be, and then the first groups only. */
function firstRows(results, origin) {
    const rows = [];
    for (const result of results) {
        if (rows.length >= gantt_MOST_ROWS)
            break;
        rows.push(...groupRows(result, { rounding: Infinity, origin }));
    }
    return rows.slice(0, gantt_MOST_ROWS);
}
function groupRows(result, at) {
    const rows = new Map();
    for (const span of result.timeline) {
        const row = rowOf(span, result);
        const key = at.rounding === 1 ? span.id : [row.kind, rounded(row.from, at), rounded(row.until, at)].join(' ');
        const known = rows.get(key);
        if (known === undefined)
            rows.set(key, row);
        else
            rows.set(key, {
                ...known,
                from: Math.min(known.from, row.from),
                until: Math.max(known.until, row.until),
                instances: known.instances + 1,
            });
        if (at.rounding !== Infinity && rows.size > gantt_MOST_ROWS)
            break;
    }
    return [...rows.values()].sort((a, b) => a.until - b.until || a.from - b.from);
}
function rounded(time, { rounding, origin }) {
    return rounding === Infinity ? 0 : Math.floor((time - origin) / rounding);
}
function rowOf(span, { group, startedAt, endedAt }) {
    const common = { group, from: span.from, first: span, instances: 1 };
    if (span.role === 'old') {
        return { ...common, kind: span.until === undefined ? 'kept' : 'old', until: span.until ?? endedAt };
    }
    if (span.until !== undefined)
        return { ...common, kind: 'lost', until: span.until };
    // A new one of the run that is put back, which serves and stays.
    if (span.readyAt !== undefined && Math.max(span.from, span.readyAt) <= startedAt)
        return { ...common, kind: 'kept', until: endedAt };
    // One that is still on its way, or kept out of the load balancers, has not been lost.
    return { ...common, kind: 'boots', until: span.readyAt ?? endedAt };
}
/** Mermaid's words for the colours: grey, none, bright, red. */
const TAGS = { old: 'done, ', kept: '', boots: 'active, ', lost: 'crit, ' };
function chart(rows) {
    const first = rows.reduce((least, { from }) => Math.min(least, from), Infinity);
    const last = rows.reduce((most, { until }) => Math.max(most, until), -Infinity);
    const lines = [
        setup(rows),
        'gantt',
        '  dateFormat YYYY-MM-DDTHH:mm:ss',
        `  axisFormat ${last - first > 86_400 ? '%d %b %H:%M' : last - first > 600 ? '%H:%M' : '%H:%M:%S'}`,
        '  todayMarker off',
    ];
    let section;
    rows.forEach((row, index) => {
        if (row.group !== section)
            lines.push(`  section ${(0,text_escape/* mermaidText */.Hg)(sectionName(row.group))}`);
        section = row.group;
        // An empty bar would be drawn over its neighbours: nothing is shorter than a second.
        const until = Math.max(row.until, row.from + 1);
        lines.push(`  ${gantt_name(row)} :${TAGS[row.kind]}i${index + 1}, ${date(row.from)}, ${date(until)}`);
    });
    return lines.join('\n');
}
/**
 * Begins with a word of ours, so that no zone can be called like one of Mermaid's keywords. It stands on its bar, and is as short as a
 * bar may be: an id would cover the neighbours.
 */
function gantt_name({ kind, first, instances }) {
    const what = instances === 1 ? (0,text_escape/* mermaidText */.Hg)(/[^-]*$/.exec(first.zone)?.[0] ?? '') : (0,report_words/* count */.U9)(instances, 'instance');
    return `${{ old: 'old', kept: 'stays', boots: 'new', lost: 'lost' }[kind]} ${what}`.trim();
}
/** Longer names of groups are cut in the middle: they stand left of the bars. */
const MOST_LETTERS = 28;
/** One grey that can be read on the white and on the dark page of GitHub, which the chart lets show through. */
const GREY = '#737b85';
/** A quarter of a colour: bars are light on the white page, and dark on the other. */
const FAINT = '40';
/** Mermaid's names for the colours of all texts; that of a bar which is too short stands beside it, on the page. */
const TEXTS = [
    'titleColor',
    'textColor',
    'gridColor',
    'taskTextColor',
    'taskTextLightColor',
    'taskTextDarkColor',
    'taskTextOutsideColor',
    'taskTextClickableColor',
];
/** The first part of Mermaid's names for the colours of bars: of those that stay, old, new and lost ones. */
const BARS = { task: '#8b949e', doneTask: '#8b949e', activeTask: '#2f81f7', crit: '#f85149' };
/**
 * Room for the longest name, and colours of our own: those of the themes are black on the dark page, or white on the other.
 * https://mermaid.js.org/config/theming.html and https://mermaid.js.org/config/schema-docs/config-defs-gantt-diagram-config.html
 */
function setup(rows) {
    const letters = rows.reduce((most, { group }) => Math.max(most, Math.min(MOST_LETTERS, group.length)), 0);
    const bars = Object.entries(BARS).flatMap(([name, colour]) => [
        [`${name}BkgColor`, colour + FAINT],
        [`${name}BorderColor`, colour],
    ]);
    const sections = ['sectionBkgColor', 'sectionBkgColor2', 'altSectionBkgColor'].map((name) => [name, 'transparent']);
    const themeVariables = Object.fromEntries([...TEXTS.map((name) => [name, GREY]), ...sections, ...bars]);
    const config = { theme: 'base', themeVariables, gantt: { leftPadding: 30 + 8 * letters } };
    return `%%{init: ${JSON.stringify(config)}}%%`;
}
const sectionName = (group) => group.length <= MOST_LETTERS ? group : `${group.slice(0, 12)}...${group.slice(-13)}`;
function date(seconds) {
    return (0,time/* isoTime */.L)(seconds).slice(0, -1);
}
function noteOf(results, { shown, rounding, complete }) {
    const all = instancesIn(results);
    const reported = shown.reduce((sum, { instances }) => sum + instances, 0);
    if (!complete)
        return `Shown are ${reported} of ${all} instances, those alike in one bar; the rest is in the log.`;
    if (rounding === 1)
        return undefined;
    const near = rounding === Infinity ? '' : ` within ${rounding} s`;
    return `Instances of a group that came and went together${near} share a bar.`;
}

;// CONCATENATED MODULE: ./build/src/report/summary/timeline.js


/** The timeline of launches and terminations, folded; nothing when there was neither. */
function timeline(results) {
    const chart = gantt(results);
    if (chart === undefined)
        return [];
    const legend = 'Grey: an old instance until it leaves. Blue: a new one from its launch until it is ready. Red: a new one that did not stay. Beside each: the end of its zone. Times are UTC.';
    const note = chart.note === undefined ? legend : `${legend} ${chart.note}`;
    const instances = (0,report_words/* count */.U9)(instancesIn(results), 'instance');
    return [
        `<details><summary>Timeline of ${instances}</summary>\n\n\`\`\`mermaid\n${chart.text}\n\`\`\`\n\n${note}\n\n</details>`,
    ];
}

;// CONCATENATED MODULE: ./build/src/report/render/groups.js






















/** Shows groups, and a bastion that was put back besides them. */
const groupsRenderer = {
    outputs: (request, { groups, bastion, traffic = [] }) => ({
        changed: String([...groups, ...traffic].some(({ changed }) => changed) || bastion?.changed === true),
        groups: JSON.stringify(groups.map(({ group }) => group)),
        result: resultDocument(request, groups, traffic),
        replaced: JSON.stringify(groups.flatMap(({ replaced }) => replaced)),
        launched: JSON.stringify(groups.flatMap(({ launched }) => launched)),
        plan: JSON.stringify(plannedSteps(groups)),
        'image-id': agreed(groups.map(({ imageId }) => imageId)),
        'previous-image-id': agreed(groups.map(({ previousImageId }) => previousImageId)),
        ...(traffic.length > 0 && { traffic: trafficShares(traffic) }),
    }),
    summary: (request, { groups, bastion, traffic = [] }) => {
        const sorted = inWaves(groups).toSorted((a, b) => importance(a) - importance(b));
        return {
            heading: headingOf(...(bastion ? [verdictOfBastion(bastion)] : []), ...traffic.map(verdictOfTraffic), ...(traffic.length > 0 && sorted.length === 0 ? [] : [verdictOfGroups(request, sorted)])),
            failedHeading: failures/* FAILED_HEADING */.hw,
            line: bastion ? bastionLine(request, bastion) : groupsLine(request, sorted),
            parts: [
                ...(request.dryRun ? [] : capacityParts(sorted)),
                ...groupParts(request, sorted),
                ...(0,failures/* failureParts */.Xl)(request, sorted),
                ...(bastion ? bastionParts(bastion) : []),
                ...traffic.flatMap(trafficParts),
                ...nextParts(request, sorted),
                ...planParts(request, sorted),
                ...patchParts(sorted),
                ...leftoverParts(sorted),
                ...noteParts(sorted),
            ],
            details: request.dryRun ? [] : timeline(sorted).map((chart) => (0,parts/* plainPart */.uV)(chart, 60_000)),
            shownWarnings: undoing(sorted).map(({ group, sentence }) => `${group}: ${sentence}`),
        };
    },
    annotation: ({ groups, bastion, traffic = [] }) => (0,annotations/* annotationOfResults */.rt)(groups) ?? (0,annotations/* annotationOfBastion */.fw)(bastion) ?? (0,annotations/* annotationOfTraffic */.SZ)(traffic),
    notice: (request, { groups, bastion, traffic = [] }) => [
        ...(bastion ? [noticeOfBastion(bastion)] : []),
        ...traffic.map(noticeOfTraffic),
        ...(traffic.length > 0 && groups.length === 0 ? [] : [noticeOfGroups(request, groups)]),
    ].join(' '),
    logEnding: ({ bastion, traffic = [] }, finished) => [
        ...(bastion ? (0,bastion_words/* bastionLines */.Ik)(bastion) : []),
        ...traffic.flatMap(traffic_words/* trafficLines */.xi),
        ...groupVerdicts(finished),
    ],
    tsv: ({ groups }) => (0,tsv/* tsvTable */.q)(groups_COLUMNS, inWaves(groups).map(groups_rowOf)),
};
const groups_COLUMNS = [
    'region',
    'group',
    'status',
    'changed',
    'source',
    'imageId',
    'previousImageId',
    'replaced',
    'launched',
    'lowestReady',
    'floor',
    'steps',
    'failure',
];
const groups_rowOf = ({ replaced, launched, steps, failure, ...result }) => ({
    ...result,
    replaced: replaced.length,
    launched: launched.length,
    steps: steps.length,
    failure: failure?.what,
});
/** The groups wave by wave, each wave in its order. */
const inWaves = (groups) => groups.toSorted((one, other) => (one.wave ?? 0) - (other.wave ?? 0));
/** The steps that a dry run would make, in the order of their waves. */
const plannedSteps = (groups) => inWaves(groups).flatMap(({ status, steps, wave }) => status === 'planned' ? steps.map((step) => ({ ...step, ...(wave && { wave }) })) : []);
/** The value that all groups have; undefined where they differ. */
function agreed(values) {
    const [first, ...others] = values;
    return others.every((value) => value === first) ? first : undefined;
}

// EXTERNAL MODULE: ./build/src/domain/janitor/finding.js
var janitor_finding = __webpack_require__(21629);
// EXTERNAL MODULE: ./build/src/report/log/janitor-words.js
var janitor_words = __webpack_require__(89920);
// EXTERNAL MODULE: ./build/src/domain/janitor/report.js
var report = __webpack_require__(28332);
;// CONCATENATED MODULE: ./build/src/report/results/janitor-document.js




/** GitHub takes 524,288 characters of all outputs together: so many for the document, and for each of the two lists. */
const DOCUMENT_CHARACTERS = 250_000;
const LIST_CHARACTERS = 120_000;
const MOST_SKIPPED = 100;
/** The value of the output `result` of a janitor, following docs/result.schema.json: as many findings as there is room for. */
function janitorDocument({ mode, account, region, dryRun }, { findings, groups, skipped }) {
    const shown = withinRoom((0,report/* byUrgency */.t)(findings), DOCUMENT_CHARACTERS);
    const truncated = shown.length < findings.length;
    return JSON.stringify({
        schemaVersion: RESULT_SCHEMA_VERSION,
        truncated,
        cut: truncated ? ['findings'] : [],
        mode,
        account: account ?? null,
        region,
        dryRun,
        changed: isChanged(findings),
        groupCount: groups.length,
        groups: [],
        janitor: {
            findingCount: findings.length,
            findings: shown,
            skipped: skipped.slice(0, MOST_SKIPPED).map(({ group, why }) => ({ group, why: (0,text_escape/* clip */.$Q)(why, 500) })),
        },
    });
}
/** Whether anything was changed, marks included. */
const isChanged = (findings) => findings.some(({ state }) => state === 'healed' || state === 'marked');
/** The findings as JSON, what a person has to look at first. */
const findingList = (findings) => JSON.stringify(withinRoom((0,report/* byUrgency */.t)(findings), LIST_CHARACTERS));
function withinRoom(findings, room) {
    const records = [];
    let left = room;
    for (const finding of findings) {
        const record = recordOf(finding);
        left -= JSON.stringify(record).length + 1;
        if (left < 0)
            break;
        records.push(record);
    }
    return records;
}
const recordOf = ({ group, resource, region, finding, since, heal, state, what, why, advice }) => ({
    group: group ?? null,
    resource: resource ?? null,
    region,
    finding,
    since: since === undefined ? null : (0,time/* isoTime */.L)(since),
    heal: heal ?? null,
    state,
    what: (0,text_escape/* clip */.$Q)(what, 1000),
    why: why ?? null,
    advice: (0,text_escape/* clip */.$Q)(advice, 1000),
});

;// CONCATENATED MODULE: ./build/src/report/summary/janitor.js







const janitor_MARKS = {
    reported: '⚠️',
    marked: '🏷️',
    healed: '✅',
    gone: '✅',
    failed: '❌',
};
/** The first line of the summary: the verdict. */
function janitorHeading(janitor) {
    const { findings } = janitor;
    const mark = findings.some(({ state }) => state === 'failed') ? '❌' : findings.some(report/* isLeft */.O) ? '⚠️' : '✅';
    return `## ${mark} Fleet Patch: ${(0,janitor_words/* janitorInWords */.iT)(janitor)}`;
}
/** What was asked for, and what was looked at. */
const janitorLine = ({ mode, account }, { region, groups }) => `Asked for: ${(0,text_escape/* markdownCode */.D9)(mode)} in account ${(0,text_escape/* markdownCode */.D9)(account ?? '?')}, ${(0,text_escape/* markdownCode */.D9)(region)}; ${(0,report_words/* count */.U9)(groups.length, 'group')}.`;
/** What was found, and which groups were left alone. */
function janitorTables({ findings, skipped }) {
    return [
        ...(findings.length === 0 ? [] : [findingTable((0,report/* byUrgency */.t)(findings))]),
        ...(skipped.length === 0 ? [] : [skippedTable(skipped)]),
    ];
}
const findingTable = (findings) => ({
    head: '### Findings\n\n| | Where | Finding | Since | What | What to do |\n|---|---|---|---|---|---|',
    rows: (0,parts/* lazily */.qy)(findings, (finding) => {
        const { since, state, what, why, advice } = finding;
        const outcome = `${state}${why === undefined ? '' : `: ${why}`}`;
        return `| ${janitor_MARKS[state]} ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(outcome, 300))} | ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)((0,janitor_finding/* placeOf */.$)(finding), 255))} | ${(0,text_escape/* markdownCode */.D9)(finding.finding)} | ${since === undefined ? '' : (0,time/* isoTime */.L)(since)} | ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(what, 1000))} | ${(0,report/* isLeft */.O)(finding) ? (0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(advice, 1000)) : ''} |`;
    }),
    tail: '',
    total: findings.length,
    cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more finding')} ${parts/* ELSEWHERE */.pB}.*`,
    share: 300_000,
});
const skippedTable = (skipped) => ({
    head: '### Left alone\n\n| Group | Why |\n|---|---|',
    rows: (0,parts/* lazily */.qy)(skipped, ({ group, why }) => `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(group, 255))} | ${(0,text_escape/* markdownText */.p7)((0,text_escape/* clip */.$Q)(why, 500))} |`),
    tail: '',
    total: skipped.length,
    cut: (missing) => `*${(0,report_words/* count */.U9)(missing, 'more group')} ${parts/* ELSEWHERE */.pB}.*`,
    share: 100_000,
});

;// CONCATENATED MODULE: ./build/src/report/render/janitor.js







/** Names of groups have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const janitor_MOST_GROUPS = 100;
/** Shows what a janitor has found and healed. */
const janitorRenderer = {
    outputs: (request, { janitor }) => {
        const { findings, groups } = janitor;
        return {
            changed: String(isChanged(findings)),
            groups: JSON.stringify(groups.slice(0, janitor_MOST_GROUPS)),
            result: janitorDocument(request, janitor),
            findings: findingList(findings),
            healed: findingList(findings.filter(({ state }) => state === 'healed')),
        };
    },
    summary: (request, { janitor }) => ({
        heading: janitorHeading(janitor),
        failedHeading: `## ❌ Fleet Patch: ${(0,janitor_words/* janitorInWords */.iT)(janitor)}`,
        line: janitorLine(request, janitor),
        parts: janitorTables(janitor),
        details: [],
        shownWarnings: [],
    }),
    // What was left behind is no failure; where `fail-on` makes it one, the run as a whole fails.
    annotation: () => undefined,
    notice: (_, { janitor }) => (0,sentence/* asSentence */.K)((0,janitor_words/* janitorInWords */.iT)(janitor)),
    logEnding: ({ janitor }) => (0,janitor_words/* janitorLines */.hM)(janitor),
    tsv: ({ janitor: { findings } }) => (0,tsv/* tsvTable */.q)(['region', 'group', 'finding', 'since', 'heal', 'state', 'what'], findings.map((finding) => ({
        region: finding.region,
        group: (0,janitor_finding/* placeOf */.$)(finding),
        finding: finding.finding,
        since: finding.since === undefined ? '' : (0,time/* isoTime */.L)(finding.since),
        heal: finding.heal ?? '',
        state: finding.state,
        what: finding.what,
    }))),
};

;// CONCATENATED MODULE: ./build/src/report/render/traffic.js








/** Shows a shift of traffic. */
const trafficRenderer = {
    outputs: (request, { traffic }) => ({
        changed: String(traffic.changed),
        groups: JSON.stringify([traffic.groups.blue, traffic.groups.green]),
        result: trafficDocument(request, traffic),
        replaced: '[]',
        launched: '[]',
        plan: trafficPlan(traffic),
        traffic: trafficShares([traffic]),
    }),
    summary: (request, { traffic }) => ({
        heading: headingOf(verdictOfTraffic(traffic)),
        failedHeading: failures/* FAILED_HEADING */.hw,
        line: trafficLine(request, traffic),
        parts: trafficParts(traffic),
        details: [],
        shownWarnings: [],
    }),
    annotation: ({ traffic }) => (0,annotations/* annotationOfTraffic */.SZ)([traffic]),
    notice: (_, { traffic }) => noticeOfTraffic(traffic),
    logEnding: ({ traffic }) => (0,traffic_words/* trafficLines */.xi)(traffic),
    tsv: ({ traffic }) => (0,tsv/* tsvTable */.q)(traffic_COLUMNS, traffic.shares.map(({ id, before, after }) => ({
        region: traffic.region,
        id,
        status: traffic.status,
        blueBefore: before.blue,
        greenBefore: before.green,
        blueAfter: after.blue,
        greenAfter: after.green,
        failure: traffic.failure?.what,
    }))),
};
const traffic_COLUMNS = ['region', 'id', 'status', 'blueBefore', 'greenBefore', 'blueAfter', 'greenAfter', 'failure'];

;// CONCATENATED MODULE: ./build/src/report/render/renderers.js






const RENDERERS = {
    groups: groupsRenderer,
    audit: auditRenderer,
    bastion: bastionRenderer,
    catalogue: catalogueRenderer,
    janitor: janitorRenderer,
    traffic: trafficRenderer,
};
/** What shows this result; a kind without a renderer does not compile. */
const rendererOf = (result) => RENDERERS[result.kind];


/***/ }),

/***/ 1599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ auditFile)
});

// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
// EXTERNAL MODULE: ./build/src/report/results/audit-record.js
var audit_record = __webpack_require__(12434);
;// CONCATENATED MODULE: ./build/src/report/results/audit-lines.js


const NOTHING = {
    account: null,
    environment: null,
    whole: false,
    serviceOf: () => null,
    ownerOf: () => null,
};
/**
 * An audit as JSON lines, to be appended to those of others: a line of the kind `audit` that says what was looked at, and one of the
 * kind `audit-row` for each row.
 */
function auditLines({ at, regions, groups, rows }, about = NOTHING) {
    const { account, environment, whole, serviceOf, ownerOf } = about;
    const moment = { at: (0,time/* isoTime */.L)(at), environment };
    const known = account ?? rows.find((row) => row.account !== undefined)?.account ?? null;
    const head = { kind: 'audit', ...moment, account: known, regions, whole, groupCount: groups.length, rowCount: rows.length }; // prettier-ignore
    const lines = rows.map((row) => {
        const service = row.group === undefined ? null : serviceOf(row.group);
        const owner = service === null ? null : ownerOf(service);
        return { kind: 'audit-row', ...moment, service, owner, ...(0,audit_record/* auditRecord */.t)(row) };
    });
    return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

// EXTERNAL MODULE: ./build/src/report/results/tsv.js
var tsv = __webpack_require__(16344);
;// CONCATENATED MODULE: ./build/src/report/results/audit-file.js




/** The whole audit as the text of a file; `about` is told in JSON lines alone. */
function auditFile(audit, format, about) {
    switch (format) {
        case 'tsv':
            return table(audit.rows, { cell: tsv/* tsvCell */.Y, between: '\t', end: '\n' });
        case 'csv':
            return table(audit.rows, { cell: csvCell, between: ',', end: '\r\n' });
        case 'json':
            return json(audit);
        case 'jsonl':
            return auditLines(audit, about);
        default:
            return format;
    }
}
function table(rows, { cell, between, end }) {
    const line = (cells) => `${cells.map((value) => (typeof value === 'string' ? cell(value) : (value ?? ''))).join(between)}${end}`;
    const lines = rows.map((row) => {
        const record = (0,audit_record/* auditRecord */.t)(row);
        return line(audit_record/* auditColumns */.H.map((column) => record[column]));
    });
    return [line(audit_record/* auditColumns */.H), ...lines].join('');
}
/**
 * As RFC 4180 has it. A spreadsheet would carry out a cell that begins like a formula, and names of groups and tags are
 * foreign: an apostrophe in front makes it a text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(text) {
    const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** One row a line, so that two reports can be compared by line. */
function json({ at, regions, rows }) {
    const head = JSON.stringify({ schemaVersion: 1, at: (0,time/* isoTime */.L)(at), regions, rowCount: rows.length }).slice(0, -1);
    const lines = rows.map((row) => JSON.stringify((0,audit_record/* auditRecord */.t)(row)));
    return `${head},"rows":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]}\n`;
}


/***/ }),

/***/ 25990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ auditLists)
/* harmony export */ });
/* harmony import */ var _domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32561);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43629);


/**
 * The jobs that one matrix may have at most:
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/running-variations-of-jobs-in-a-workflow
 */
const MOST_JOBS = 256;
/** Characters of each list of names, and of the matrix: all outputs together have 524,288. */
const MOST_NAMES = 60_000;
const MOST_MATRIX = 100_000;
function auditLists(audit) {
    const behind = (0,_domain_audit_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .groupsBehind */ .Hd)(audit);
    const names = new Set(audit.groups.map(({ group }) => group));
    const groups = fitting([...names], MOST_NAMES);
    const stale = fitting([...new Set(behind.map(({ group }) => group))], MOST_NAMES);
    const jobs = behind.slice(0, MOST_JOBS).map((row) => ({
        region: row.region,
        group: row.group,
        ...(row.stack !== undefined && { stack: row.stack }),
        'image-id': row.imageId ?? '',
        'newest-image-id': row.newest?.id ?? '',
        'days-behind': row.daysBehind ?? 0,
        verdict: row.verdict,
    }));
    const include = fitting(jobs, MOST_MATRIX);
    const left = behind.length - jobs.length + include.missing;
    return {
        groups: groups.text,
        stale: stale.text,
        staleCount: behind.length,
        matrix: `{"include":${include.text}}`,
        warnings: [
            ...tooMany('groups', groups.missing),
            ...tooMany('stale', stale.missing),
            ...(left === 0
                ? []
                : [
                    `The output \`matrix\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(left, 'group')} of the ${behind.length} that are behind: GitHub takes ${MOST_JOBS} jobs in a matrix. Those that are most days behind are in it.`,
                ]),
        ],
    };
}
const tooMany = (output, missing) => missing === 0
    ? []
    : [`The output \`${output}\` leaves out ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(missing, 'group')}, for its length. \`report-path\` has them all.`];
/** As many items as fit into so many characters of a JSON array. */
function fitting(items, characters) {
    const texts = [];
    let left = characters - 2;
    for (const item of items) {
        const text = JSON.stringify(item);
        left -= text.length + 1;
        if (left < 0)
            break;
        texts.push(text);
    }
    return { text: `[${texts.join(',')}]`, missing: items.length - texts.length };
}


/***/ }),

/***/ 12434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ auditColumns),
/* harmony export */   t: () => (/* binding */ auditRecord)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2240);

/** The columns, in their order. */
const auditColumns = [
    'region',
    'group',
    'instanceId',
    'instanceName',
    'stack',
    'imageId',
    'imageName',
    'imageOwner',
    'imageCreatedAt',
    'instances',
    'newestImageId',
    'newestImageName',
    'newestImageCreatedAt',
    'daysBehind',
    'state',
    'verdict',
    'reason',
    'account',
    'launchedAt',
    'imageAgeDays',
    'ownerTag',
];
function auditRecord({ image, instance, newest, ...row }) {
    return {
        region: row.region,
        group: row.group ?? null,
        instanceId: instance?.id ?? null,
        instanceName: instance?.name ?? null,
        stack: row.stack ?? null,
        imageId: row.imageId ?? null,
        imageName: image?.name ?? null,
        imageOwner: image?.owner ?? null,
        imageCreatedAt: image ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(image.createdAt) : null,
        instances: row.instances,
        newestImageId: newest?.id ?? null,
        newestImageName: newest?.name ?? null,
        newestImageCreatedAt: newest ? (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(newest.createdAt) : null,
        daysBehind: row.daysBehind ?? null,
        state: row.state ?? null,
        verdict: row.verdict,
        reason: row.reason ?? null,
        account: row.account ?? null,
        launchedAt: row.launchedAt === undefined ? null : (0,_text_time_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(row.launchedAt),
        imageAgeDays: row.imageAgeDays ?? null,
        ownerTag: row.ownerTag ?? null,
    };
}


/***/ }),

/***/ 13062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ expectedDurationOfShift),
/* harmony export */   PJ: () => (/* binding */ expectedDuration),
/* harmony export */   iV: () => (/* binding */ expectedSeconds),
/* harmony export */   rE: () => (/* binding */ expectedDurationOfAll)
/* harmony export */ });
/* harmony import */ var _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13831);
/** How long what a dry run has shown is expected to take. Pure. */

/** Seconds from the launch of an instance until it is ready: no dry run sees one start, so it is half or twice of what is usual. */
const START = { low: _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_START_SECONDS */ .c / 2, high: _domain_rollout_usual_start_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_START_SECONDS */ .c * 2 };
/**
 * Seconds that a roll is expected to take, from the dry run of it: that has made the same steps, with the bakes and the warm-up, on a
 * model in which an instance starts as soon as it is launched. Each time in which new instances start there, side by side, lasts as long
 * as one start. Undefined where none starts.
 */
function expectedDuration({ timeline, startedAt, endedAt, }) {
    const launches = new Map();
    for (const { role, from, readyAt } of timeline)
        if (role === 'new' && readyAt !== undefined)
            launches.set(readyAt, Math.min(from, launches.get(readyAt) ?? Infinity));
    if (launches.size === 0)
        return undefined;
    const starting = [...launches].reduce((sum, [readyAt, from]) => sum + readyAt - from, 0);
    const rest = Math.max(0, endedAt - startedAt - starting);
    return { low: Math.round(rest + launches.size * START.low), high: Math.round(rest + launches.size * START.high) };
}
/**
 * The same of all groups of a dry run: each begins as long after those that it waits for as in the dry run. Undefined where no group
 * has an expected duration.
 */
function expectedDurationOfAll(results) {
    if (results.every(({ expectedDuration: own }) => own === undefined))
        return undefined;
    return { low: endOf(results, 'low'), high: endOf(results, 'high') };
}
/**
 * The same of a shift of traffic: until its last step, as the dry run has gone through it with its bakes, and where the side that traffic
 * goes to grows, one start of its instances more.
 */
function expectedDurationOfShift({ steps, startedAt, sizes, to, }) {
    const seconds = Math.round(Math.max(startedAt, ...steps.map(({ at }) => at)) - startedAt);
    const { before, after } = sizes[to];
    return after.desired > before.desired
        ? { low: seconds + START.low, high: seconds + START.high }
        : { low: seconds, high: seconds };
}
/** Of a result that has one, as documents tell it. */
const expectedSeconds = (expected) => expected === undefined ? null : { least: expected.low, most: expected.high };
/** Seconds from the beginning of the first group to the end of the last. */
function endOf(results, bound) {
    const begun = results.toSorted((one, other) => one.startedAt - other.startedAt);
    const first = begun[0]?.startedAt ?? 0;
    const ended = [];
    for (const { startedAt, endedAt, wave = 1, expectedDuration: own } of begun) {
        let begins;
        // All of the earlier waves are waited for, and the bake after the last of them; of the own wave the one whose end has made room.
        let [lastEarlier, latestEnd] = [undefined, undefined];
        let room;
        for (const each of ended) {
            if (each.endedAt > startedAt)
                continue;
            if (each.wave < wave) {
                lastEarlier = Math.max(lastEarlier ?? -Infinity, each.endedAt);
                latestEnd = Math.max(latestEnd ?? -Infinity, each.end);
            }
            else if (room === undefined || each.endedAt > room.endedAt)
                room = each;
        }
        if (latestEnd !== undefined)
            begins = latestEnd + startedAt - (lastEarlier ?? startedAt);
        if (room !== undefined)
            begins = Math.max(begins ?? -Infinity, room.end + startedAt - room.endedAt);
        const end = (begins ?? startedAt - first) + (own?.[bound] ?? endedAt - startedAt);
        ended.push({ wave, endedAt, end });
    }
    return Math.round(Math.max(...ended.map(({ end }) => end)));
}


/***/ }),

/***/ 16344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ tsvCell),
/* harmony export */   q: () => (/* binding */ tsvTable)
/* harmony export */ });
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** Tabs and line ends as `\t`, `\n`, `\r`, and so a backslash as `\\`: each line is a row, each tab ends a cell. */
const tsvCell = (text) => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
/** Rows below the names of their columns. */
function tsvTable(columns, rows) {
    const lines = rows.map((row) => columns.map((column) => tsvCell(String(row[column] ?? ''))));
    return [columns, ...lines].map((cells) => `${cells.join('\t')}\n`).join('');
}


/***/ }),

/***/ 12548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ runFailure),
/* harmony export */   Xl: () => (/* binding */ failureParts),
/* harmony export */   hw: () => (/* binding */ FAILED_HEADING)
/* harmony export */ });
/* harmony import */ var _results_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87736);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24502);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5823);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43629);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64430);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77713);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(912);







/** How many groups the ready-made inputs name; more would not fit a glance nor an input. */
const MOST_NAMED = 50;
/** Sentences on what was left that are shown of one group. */
const MOST_LEFT = 10;
/** The first line of the summary of a run that failed as a whole. */
const FAILED_HEADING = '## ❌ Fleet Patch failed';
/** What happened to the groups that failed, and how to go on. */
function failureParts(request, results) {
    const failed = results.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN);
    if (failed.length === 0)
        return [];
    const notBegun = [...Map.groupBy(failed.filter(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy), ({ failure }) => failure?.why).values()];
    const shown = [...failed.filter((result) => !(0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotBegun */ .zy)(result)).map((result) => [result]), ...notBegun];
    return [
        {
            head: '### What happened, and how to go on\n',
            rows: (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .lazily */ .qy)(shown, failureRow),
            tail: `${nextSteps(request, failed)}`,
            total: shown.length,
            cut: (missing) => `*${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing, 'more group')} failed; what happened to them is ${_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .ELSEWHERE */ .pB}.*`,
            share: 150_000,
        },
    ];
}
/** What happened to a failed group, or to several that did not begin for one reason: why, what to do, and what was left. */
function failureRow(results) {
    const [result, ...others] = results;
    if (result === undefined)
        return '';
    const { group, region, status, failure, left, takenBack, source } = result;
    const said = (text) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(text, region);
    const what = others.length === 0
        ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .statusInWords */ .xq)(result)}: ${said(failure?.what ?? 'no failure was reported.')}`
        : `and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others.length, 'more group')} did not begin: ${said((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(others.map((each) => each.group), MOST_NAMED))}.`; // prettier-ignore
    const lines = [`**${(0,_links_js__WEBPACK_IMPORTED_MODULE_5__/* .groupLink */ .u)(region, group)}** ${what}`, ''];
    if (failure?.why !== undefined)
        lines.push(`- Why: ${said(failure.why)}`);
    if (failure?.remedy !== undefined)
        lines.push(`- What to do: ${said(failure.remedy)}`);
    if (left.length === 0 && status === 'halted') {
        lines.push('- Put back: sizes and processes are as they were, and instances that serve were kept.');
    }
    if (takenBack)
        lines.push(`- Taken back: the group launches from ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .clip */ .$Q)(source, 255))} again.`);
    lines.push(...left.slice(0, MOST_LEFT).map((sentence) => `- Left: ${said(sentence)}`));
    if (left.length > MOST_LEFT)
        lines.push(`- ${left.length - MOST_LEFT} more left: see the log.`);
    return `${lines.join('\n')}\n`;
}
/** What ended the run as a whole. */
function runFailure({ what, why, remedy }) {
    const lines = [`**What happened:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .proseLines */ .D)(what)}`];
    if (why !== undefined)
        lines.push(`**Why:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(why)}`);
    if (remedy !== undefined)
        lines.push(`**What to do:** ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .C)(remedy)}`);
    return lines.join('\n\n');
}
/** How to go on, with inputs to copy: a group that could not be put back needs `restore`, a halted one a new run. */
function nextSteps(request, failed) {
    const unfinished = failed
        .filter(({ status }) => status === 'unfinished' || status === 'held')
        .map(({ group }) => group);
    const cause = failed.every(_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .wasCancelled */ .r1) ? '' : 'mend the cause and ';
    const again = `To go on, ${cause}run the step again with the same inputs`;
    if (request.mode === 'restore')
        return `${again}: it puts back what is left, and nothing else.`;
    if (failed.every(({ status }) => status === 'failed'))
        return `${again}: what is patched already is found, and not patched twice.`;
    if (unfinished.length === 0)
        return `${again}: it replaces what is still old and leaves the rest alone.`;
    const named = unfinished.slice(0, MOST_NAMED);
    const rest = unfinished.length > named.length
        ? `\n\n*and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unfinished.length - named.length, 'more group')}, named above.*`
        : '';
    return `${again}: it puts back what was left, replaces what is still old, and leaves the rest alone.

To only put back what was changed, without replacing anything, run it with:

\`\`\`yaml
${(0,_results_request_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreInputs */ .Yl)(request, named)}
\`\`\`${rest}`;
}


/***/ }),

/***/ 64430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ instanceLink),
/* harmony export */   u: () => (/* binding */ groupLink)
/* harmony export */ });
/* harmony import */ var _text_console_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49581);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24502);


/**
 * A name that leads to its page, or code where there is none. It is no code inside of the link: in every second row of a table GitHub
 * shows that at a contrast of 4.3 to 1, and WCAG 2.2 wants 4.5.
 */
const linked = (name, page) => page === undefined || name === '' ? (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name) : `[${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(name)}](${page})`;
/** A group that leads to the console of its region's partition. */
const groupLink = (region, group) => linked((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(group, 255), (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .groupPage */ .vG)(region, group));
/** The same for an instance. */
const instanceLink = (region, id) => linked((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(id, 40), (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .instancePage */ .z7)(region, id));


/***/ }),

/***/ 77713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   pB: () => (/* binding */ ELSEWHERE),
/* harmony export */   qy: () => (/* binding */ lazily),
/* harmony export */   uV: () => (/* binding */ plainPart)
/* harmony export */ });
/** A part that is never cut, because it is bounded by itself. */
const plainPart = (text, share) => ({
    head: text,
    rows: [],
    tail: '',
    total: 0,
    cut: () => '',
    share,
});
/** A row for each item, made only as far as there is room. */
function* lazily(items, row) {
    for (const item of items)
        yield row(item);
}
/** Where a reader finds what a part leaves out. */
const ELSEWHERE = 'in the output `result` and in the log';
const bytes = (text) => Buffer.byteLength(text, 'utf8');
/**
 * The parts one under the other in at most so many bytes of UTF-8. Each has its share, and what one does not need goes
 * to those after it; so the parts are shortened from the last to the first, each from its end. Where the shares together are more
 * than there is, each is less.
 */
function fit(parts, limit) {
    const total = parts.reduce((sum, { share }) => sum + share, 0);
    const scale = Math.min(1, limit / Math.max(1, total));
    let spare = limit - total * scale;
    const texts = [];
    for (const part of parts) {
        const share = part.share * scale;
        const text = shorten(part, share + spare);
        spare += share - bytes(text) - 2;
        texts.push(text);
    }
    return texts.join('\n\n') + '\n';
}
function shorten({ head, rows, tail, total, cut }, room) {
    const note = total > 0 ? `\n\n${cut(total)}` : '';
    let left = room - bytes(head) - bytes(tail) - bytes(note) - 2;
    const kept = [];
    for (const row of rows) {
        left -= bytes(row) + 1;
        if (left < 0)
            break;
        kept.push(row);
    }
    const missing = total - kept.length;
    return [head, ...kept, ...(missing > 0 ? ['', cut(missing)] : []), tail].join('\n').trimEnd();
}


/***/ }),

/***/ 912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose),
/* harmony export */   D: () => (/* binding */ proseLines)
/* harmony export */ });
/* harmony import */ var _text_console_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49581);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24502);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64430);



/** Code between backticks, ids of instances, addresses. */
const MARKED = /(`[^`\n]{1,300}`|\bi-[0-9a-f]{8}(?:[0-9a-f]{9})?\b|https:\/\/[^\s()]+)/;
/**
 * Sentences that may hold foreign parts, as Markdown that shows their very text. What stands between backticks is code; where the
 * region is known, ids of instances lead to the AWS console, and so does an address of it.
 */
function prose(text, region = '') {
    return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text, 2000)
        .split(MARKED)
        .map((piece, index) => (index % 2 === 0 ? plain(piece) : marked(piece, region)))
        .join('')
        .trim();
}
function marked(piece, region) {
    if (piece.startsWith('`'))
        return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(piece.slice(1, -1));
    if (piece.startsWith('i-'))
        return (0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .instancePage */ .z7)(region, piece) === undefined ? piece : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceLink */ .G)(region, piece);
    // An address that AWS has not given could lead anywhere.
    const isConsole = piece.startsWith(`https://${(0,_text_console_link_js__WEBPACK_IMPORTED_MODULE_1__/* .consoleHost */ .kd)(region) ?? ''}/`) && !/[^\w:/.?=#%;&-]/.test(piece);
    return isConsole ? `[AWS console](${piece})` : plain(piece);
}
/** White space at its ends stays: it parts the text from what is marked. */
function plain(piece) {
    const [before = '', after = ''] = [/^\s+/.exec(piece)?.[0] && ' ', /\s+$/.exec(piece)?.[0] && ' '];
    const core = (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(piece);
    return core === '' ? before : `${before}${core}${after}`;
}
/** The same for several lines: those that begin with `- ` become a list. */
const proseLines = (text) => text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('- ') ? `- ${prose(line.slice(2))}` : prose(line)))
    .join('\n')
    .replace(/^(?!- )(.*)\n- /, '$1\n\n- ');


/***/ }),

/***/ 49581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ alarmPage),
/* harmony export */   kd: () => (/* binding */ consoleHost),
/* harmony export */   vG: () => (/* binding */ groupPage),
/* harmony export */   z7: () => (/* binding */ instancePage)
/* harmony export */ });
/** The host of the AWS Management Console in the region; undefined where its partition has none that is public. */
function consoleHost(region) {
    if (region === '' || region.includes('-iso'))
        return undefined;
    if (region.startsWith('cn-'))
        return `${region}.console.amazonaws.cn`;
    if (region.startsWith('us-gov-'))
        return `${region}.console.amazonaws-us-gov.com`;
    if (region.startsWith('eusc-'))
        return `${region}.console.amazonaws-eusc.eu`;
    // https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
    return `${region}.console.aws.amazon.com`;
}
/** The page of an Auto Scaling group in the console. */
const groupPage = (region, group) => page(region, `ec2/home?region=${region}#AutoScalingGroupDetails:id=${encoded(group)};view=details`);
/** The page of an EC2 instance. */
const instancePage = (region, id) => page(region, `ec2/home?region=${region}#InstanceDetails:instanceId=${encoded(id)}`);
/** The page of a CloudWatch alarm. */
const alarmPage = (region, alarm) => page(region, `cloudwatch/home?region=${region}#alarmsV2:alarm/${encoded(alarm)}`);
function page(region, path) {
    const host = consoleHost(region);
    return host === undefined ? undefined : `https://${host}/${path}`;
}
/** What `encodeURIComponent` leaves as it is would end a link of Markdown, or a part of the console's address. */
const encoded = (text) => encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);


/***/ })

};
