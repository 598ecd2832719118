export const id = 4230;
export const ids = [4230];
export const modules = {

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

/***/ 54230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  notifierOf: () => (/* binding */ notifierOf)
});

// EXTERNAL MODULE: ./build/src/report/log/janitor-words.js
var janitor_words = __webpack_require__(89920);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
;// CONCATENATED MODULE: ./build/src/notify/notification.js



/** Names that a message spells out. */
const MOST_NAMES = 10;
const LINE_CHARACTERS = 500;
const begunNotification = (run, groups) => message(run, { moment: 'begin', result: 'begun', id: idOf(run, groups), what: `${run.action} begins${forGroups(groups)}`, lines: [] }); // prettier-ignore
/** A group whose roll waits for somebody: at a gate, or for the release of a dark launch. Undefined for any other. */
function gateNotification(run, { group, status }) {
    if (status !== 'gated' && status !== 'dark')
        return undefined;
    const waits = status === 'gated' ? 'waits at a gate' : 'has its new instances outside of the load balancers';
    return message(run, { moment: 'gate', result: status, id: group, what: `${group} ${waits}`, lines: ['`mode: release` lets it go on, `mode: rollback` or `mode: restore` takes it back.'] }); // prettier-ignore
}
/** A group that has failed. */
const failedNotification = (run, result) => message(run, {
    moment: 'failure',
    result: result.status,
    id: result.group,
    what: `${result.group} ${(0,words/* statusInWords */.xq)(result)}`,
    lines: reasonsOf(result.failure),
});
/** How the run has ended; with `failure` where something ended it as a whole. */
function endNotification(run, { result, failure, hasFailed }, // prettier-ignore
moment) {
    const groups = result.kind === 'groups' ? result.groups : [];
    const shift = result.kind === 'traffic' ? result.traffic : undefined;
    const names = shift === undefined ? groups.map(({ group }) => group) : Object.values(shift.groups);
    const verdict = failure !== undefined || hasFailed ? 'failed' : 'succeeded';
    const byStatus = [...Map.groupBy(groups, words/* statusInWords */.xq)].map(([status, some]) => `${(0,words/* count */.U9)(some.length, 'group')} ${status}: ${(0,words/* firstOf */.Ku)(some.map(({ group }) => group), MOST_NAMES)}`);
    return message(run, {
        moment,
        result: verdict,
        id: idOf(run, names),
        what: `${run.action} ${verdict}${forGroups(names)}`,
        lines: [
            ...byStatus,
            ...(result.kind === 'janitor' ? [(0,janitor_words/* janitorInWords */.iT)(result.janitor)] : []),
            ...(shift === undefined ? [] : [`traffic ${shift.status}, to ${shift.groups[shift.to]}`]),
            ...reasonsOf(failure),
        ],
    });
}
const reasonsOf = (failure) => failure === undefined ? [] : [failure.what, failure.why, failure.remedy].filter((part) => part !== undefined);
const forGroups = (groups) => (groups.length === 0 ? '' : `: ${(0,words/* firstOf */.Ku)(groups, MOST_NAMES)}`);
const idOf = ({ service, action }, groups) => service || groups[0] || action;
function message(run, { moment, result, id, what, lines }) {
    const { environment, environmentType, owner, service, user, url, action, breakGlass, region } = run;
    const where = [service, environment || region].filter((text) => text !== '').join(' in ');
    const attributes = {
        EnvironmentType: environmentType,
        Environment: environment,
        OwningCluster: owner,
        User: user,
        Result: result,
        Action: action,
        ID: id,
        EntityURL: url,
        Moment: moment,
    };
    return {
        moment,
        subject: line(`Fleet Patch${where === '' ? '' : ` (${where})`}: ${what}`),
        lines: [
            ...lines.map(line),
            ...(breakGlass === '' ? [] : [line(`break-glass: ${breakGlass}`)]),
            ...(user === '' ? [] : [line(`by ${user}`)]),
            ...(url === '' ? [] : [url]),
        ],
        attributes: Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name, line(text)]).filter(([, text]) => text !== '')),
    };
}
const line = (text) => (0,text_escape/* clip */.$Q)((0,text_escape/* visible */.RK)(text).trim(), LINE_CHARACTERS);
/** The message in the form of Slack's incoming webhooks: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const slackBody = ({ moment, subject, lines, attributes }) => JSON.stringify({ text: [`${SIGNS[signOf(moment, attributes)]} *${slackText(subject)}*`, ...lines.map(slackText)].join('\n') }); // prettier-ignore
const signOf = (moment, { Result }) => moment === 'end' && Result === 'failed' ? 'failure' : moment;
const SIGNS = {
    begin: ':arrow_forward:',
    gate: ':double_vertical_bar:',
    failure: ':x:',
    end: ':white_check_mark:',
};
/** Slack reads these three as marks of its own; a `*` inside would end what is bold. */
const slackText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('*', '∗');
/** What SNS takes as a subject: ASCII, at most 100 characters, none of them a control. */
const snsSubject = (subject) => subject.replaceAll(/[^\x20-\x7E]/g, '?').slice(0, 100);

// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __webpack_require__(5823);
;// CONCATENATED MODULE: ./build/src/notify/notifier.js

 // prettier-ignore
/** `run` is asked anew for each message: owner and environment may be known late. `tells`: whether a run that ends well is told. */
function notifier(channels, { run, tellsSuccess }) {
    const failures = new Set();
    let hasBegun = false;
    let failedGroups = 0;
    // One after the other on each channel: a failure must not be told before the begin.
    const queues = channels.map(() => Promise.resolve());
    const send = (notification) => {
        if (notification === undefined)
            return;
        channels.forEach((channel, index) => {
            queues[index] = (queues[index] ?? Promise.resolve()).then(async () => {
                const failure = await channel(notification);
                if (failure !== undefined)
                    failures.add(failure);
            });
        });
    };
    return {
        begin: (groups) => {
            hasBegun = true;
            send(begunNotification(run(), groups));
        },
        meet: (event) => {
            if (event.kind !== 'finished' || event.result.status === 'planned')
                return;
            if (!(0,judgement/* hasFailed */.WN)(event.result))
                return send(gateNotification(run(), event.result));
            failedGroups++;
            send(failedNotification(run(), event.result));
        },
        end: async ({ result, failure }) => {
            const bastion = 'bastion' in result ? result.bastion?.failure : undefined;
            const shift = result.kind === 'traffic' ? result.traffic.failure : undefined;
            const why = failure ?? bastion ?? shift;
            const end = { result, failure: why, hasFailed: failedGroups > 0 };
            if (why !== undefined)
                send(endNotification(run(), end, 'failure'));
            if (hasBegun || (tellsSuccess && why === undefined))
                send(endNotification(run(), end, 'end'));
            await Promise.all(queues);
            return [...failures];
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platform/http-post.js
/** The status of one POST; redirects are not followed, and what comes back is not read. Throws where no answer comes. */
async function httpPost(address, { body, agent, signal }) {
    const { request } = address.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19));
    const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
    };
    return await new Promise((resolve, reject) => {
        // Without an agent of its own a connection would be kept, and with it the process.
        const sent = request(address, { method: 'POST', headers, agent: agent ?? false, signal }, (response) => {
            response.on('error', reject);
            response.on('end', () => resolve(response.statusCode ?? 0));
            response.resume();
        });
        sent.on('error', reject);
        sent.end(body);
    });
}

// EXTERNAL MODULE: ./build/src/platform/proxy-agents.js
var proxy_agents = __webpack_require__(31736);
;// CONCATENATED MODULE: ./build/src/platform/webhook.js


/** Milliseconds for one answer. */
const PATIENCE = 5000;
/** Posts over the network of the machine, through the proxy that the environment names for the address. */
const machinePost = (proxy) => async (text, body) => {
    const address = new URL(text);
    const agent = (await (0,proxy_agents/* proxyAgents */.H)(proxy))?.(address);
    return await httpPost(address, { body, agent, signal: AbortSignal.timeout(PATIENCE) });
};

// EXTERNAL MODULE: ./build/src/main/run-context.js + 4 modules
var run_context = __webpack_require__(10179);
;// CONCATENATED MODULE: ./build/src/main/notify-run.js




/** The notifier of a run; a run that changes nothing is told of only where it fails. */
function notifierOf({ runner, postJson = machinePost(runner.environment.proxy) }, { webhooks, topics }, facts) {
    const channels = [
        ...webhooks.map((address, index) => webhookChannel(postJson, { address, name: nameOf(webhooks, index) })),
        ...topics.map((topic) => topicChannel(() => facts.connection, topic)),
    ];
    return notifier(channels, { run: () => notifiedRun(runner, facts), tellsSuccess: false });
}
/** An address is a secret: of several the place in the list says which is meant. */
const nameOf = (webhooks, index) => webhooks.length === 1 ? 'the webhook' : `webhook ${index + 1} of ${webhooks.length}`;
const webhookChannel = (post, { address, name }) => async (notification) => {
    const failure = await post(address, slackBody(notification)).then((status) => (status >= 200 && status < 300 ? undefined : `it answered with status ${status}`), (error) => `no answer came: ${withoutAddress(error, address)}`);
    return failure && `Not notified through ${name}: ${failure}.`;
};
/** Errors of the network may name the host, and those of URLs the whole address. */
const withoutAddress = (error, address) => (error instanceof Error ? error.message : String(error)).replaceAll(address, '***').replace(/\.$/, '');
const topicChannel = (connected, topic) => async ({ subject, lines, attributes }) => {
    const connection = connected();
    if (connection === undefined)
        return `Not notified through ${topic}: the run has no credentials.`;
    try {
        const { publish } = await __webpack_require__.e(/* import() */ 7701).then(__webpack_require__.bind(__webpack_require__, 7701));
        await publish(connection, topic, { subject: snsSubject(subject), text: [subject, ...lines].join('\n'), attributes }); // prettier-ignore
        return undefined;
    }
    catch (error) {
        return `Not notified through ${topic}. ${error instanceof Error ? error.message : String(error)}`;
    }
};
function notifiedRun(runner, { governance, region }) {
    const { actor, triggeringActor } = runner.workflowContext();
    const environment = governance?.environment ?? runner.input('environment');
    const claimed = [...new Set(governance?.claimed.values())];
    const service = governance?.service ?? (claimed.length === 1 ? (claimed[0] ?? '') : runner.input('service'));
    return {
        action: runner.input('mode'),
        environment,
        environmentType: governance?.catalogue.environments.get(environment)?.githubEnvironment ?? environment,
        owner: governance?.catalogue.services.get(service)?.owner ?? '',
        service,
        user: triggeringActor || actor,
        url: (0,run_context/* addressOf */.c)(runner) ?? '',
        breakGlass: runner.input('break-glass'),
        region,
    };
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


/***/ })

};
