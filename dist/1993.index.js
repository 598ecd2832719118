export const id = 1993;
export const ids = [1993];
export const modules = {

/***/ 61993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endDeployment: () => (/* binding */ endDeployment),
  githubRun: () => (/* binding */ githubRun)
});

// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit = __webpack_require__(32561);
;// CONCATENATED MODULE: ./build/src/github/deployment.js
/** Makes a deployment that is under way; gives its id. GitHubRefusal where GitHub refuses it. */
async function beginDeployment(repository, { sha, environment, isProduction, description }, url) {
    const { id } = (await repository.call('POST /repos/{owner}/{repo}/deployments', {
        ref: sha,
        task: 'fleet-patch',
        environment,
        production_environment: isProduction,
        description: description.slice(0, 140),
        // The commit is what runs already: nothing is merged, and no other check of it is waited for.
        auto_merge: false,
        required_contexts: [],
    }));
    await setDeploymentState(repository, { id, environment, state: 'in_progress', description, url });
    return id;
}
/** GitHubRefusal where GitHub refuses it. */
async function setDeploymentState({ call }, { id, environment, state, description, url }) {
    await call('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        deployment_id: id,
        state,
        environment,
        description: description.slice(0, 140),
        auto_inactive: true,
        ...(url !== undefined && { log_url: url }),
    });
}

;// CONCATENATED MODULE: ./build/src/github/repository.js
/** `repository`: `owner/name`. */
function repositoryOf(api, repository) {
    const [owner = '', repo = ''] = repository.split('/');
    let known;
    return {
        call: (route, parameters = {}) => api(route, { owner, repo, ...parameters }),
        login: () => (known ??= ownLogin(api)),
    };
}
/** The job's own token may not ask for its user by REST, but by GraphQL it is told. */
async function ownLogin(api) {
    const answer = (await api('POST /graphql', { query: 'query { viewer { login } }' }));
    const login = answer.data?.viewer?.login;
    if (login === undefined)
        throw new Error('GitHub did not say whose the token is.');
    return login;
}
/** Does the work of a feature. Gives a sentence where it failed, with the permission that the job's token may lack. */
async function attempt(what, permission, work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        return `${what} ${wordsOf(error, permission)}`;
    }
}
function wordsOf(error, permission) {
    const { status, isLimited, retryAfterSeconds } = error;
    const message = error instanceof Error ? error.message : String(error);
    if (isLimited) {
        const wait = retryAfterSeconds === undefined ? '' : ` for ${retryAfterSeconds} s`;
        return `GitHub asks to slow down${wait} (status ${status}): ${message}`;
    }
    if (status === 401)
        return 'GitHub does not know `github-token`: it may have expired.';
    if (status === 410)
        return 'Issues are switched off in this repository.';
    if (status === 403 || status === 404)
        return `\`github-token\` may lack \`${permission}: write\`: add it to the \`permissions\` of the job. GitHub says (status ${status}): ${message}`;
    return status === undefined || status === 0 ? `No answer came: ${message}` : `GitHub says (status ${status}): ${message}`; // prettier-ignore
}
/** All entries of a list of GitHub, up to a thousand. */
async function listed({ call }, route, parameters) {
    const entries = [];
    for (let page = 1; page <= 10; page++) {
        const found = (await call(route, { ...parameters, per_page: 100, page }));
        entries.push(...found);
        if (found.length < 100)
            break;
    }
    return entries;
}
/** GitHub takes no longer text of an issue or a comment. */
const MOST_CHARACTERS = 65_536;
/** The text with its marker in front, cut where it is too long, with a link to the whole. */
function fittingText(marker, text, url) {
    const whole = `${marker}\n${text}`;
    if (whole.length <= MOST_CHARACTERS)
        return whole;
    const end = `\n\n*The rest is left out: GitHub takes ${MOST_CHARACTERS} characters.${url === undefined ? '' : ` [The run](${url}) has it all.`}*\n`;
    const room = MOST_CHARACTERS - end.length;
    // Whole lines: half a row of a table would show as text. What was folded must not swallow the end.
    const kept = whole.slice(0, Math.max(marker.length, whole.lastIndexOf('\n', room - '\n</details>'.length)));
    const open = kept.split('<details>').length - kept.split('</details>').length;
    return `${kept}${open > 0 ? '\n</details>' : ''}${end}`;
}

;// CONCATENATED MODULE: ./build/src/github/plan-comment.js
/** The plan of a dry run as one comment on its pull request, which later runs rewrite. */

/** Nothing in a key may end the comment of HTML that it stands in. */
const markerOf = (kind, key) => `<!-- fleet-patch:${kind} ${encodeURIComponent(key)} -->`;
/** Writes the comment, or rewrites the one that there is. GitHubRefusal where GitHub refuses it. */
async function writePlanComment(repository, { pullRequest, key, text, url }) {
    // prettier-ignore
    const { call, login } = repository;
    const marker = markerOf('plan', key);
    const author = await login();
    const comments = await listed(repository, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: pullRequest }); // prettier-ignore
    // A marker of another author is a text that anyone can write.
    const own = comments.find((each) => each.user?.login === author && each.body?.startsWith(marker));
    const body = fittingText(marker, text, url);
    if (own === undefined)
        await call('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: pullRequest, body });
    else if (own.body !== body)
        await call('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: own.id, body });
}

// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/text/escape.js
var text_escape = __webpack_require__(24502);
;// CONCATENATED MODULE: ./build/src/github/stale-items.js
/** What of an audit deserves an issue: a service that is behind, or all groups where no catalogue governs. Pure. */



/** The rows of a group that no service claims, or of an instance outside of any, belong to the environment itself. */
function staleItems({ rows }, context) {
    const { account, regions, environment, serviceOf } = context;
    const place = environment ?? regions.join('+');
    const keyOf = (service) => [account, place, ...(service === undefined ? [] : [service])].join('/'); // prettier-ignore
    const byService = Map.groupBy(rows, ({ group }) => (group === undefined ? undefined : serviceOf?.(group)));
    const items = [...byService].flatMap(([service, own]) => {
        const behind = own.filter(audit/* isBehind */.Jm);
        if (behind.length === 0)
            return [];
        const daysBehind = Math.max(...behind.map((row) => row.daysBehind ?? 0));
        const isOver = behind.some(context.isOver) || (service !== undefined && context.isServiceOver(service));
        const team = service === undefined ? undefined : context.teamOf(service);
        const user = team?.replace(/^@/, '');
        return [
            {
                key: keyOf(service),
                title: `${service ?? 'Groups'} in ${place}: ${(0,words/* count */.U9)(daysBehind, 'day')} behind`,
                text: textOf(behind, { isOver, team, url: context.url }),
                severity: isOver ? 'over' : 'warn',
                daysBehind,
                // A team cannot be assigned; it is mentioned.
                assignees: user === undefined || user.includes('/') ? [] : [user],
                labels: ['fleet-patch'],
            },
        ];
    });
    return { items, scope: [...byService.keys()].map(keyOf), restKey: `${account}/${place}/*` };
}
function textOf(rows, { isOver, team, url }) {
    const lead = isOver ? 'These are over their limit:' : 'A newer image exists, or old instances still run:';
    const table = rows.map(({ group, instance, region, image, imageId = '', newest, daysBehind, instances }) => `| ${[group ?? instance?.id ?? '', region, image?.name ?? imageId, newest?.name ?? ''].map((text) => (text === '' ? '' : (0,text_escape/* markdownCode */.D9)((0,text_escape/* clip */.$Q)(text, 255)))).join(' | ')} | ${instances} | ${daysBehind ?? ''} |`);
    return [
        `${lead}${team === undefined ? '' : ` ${mention(team)}`}`,
        '',
        '| Group | Region | Image | Newest | Instances | Days behind |',
        '|---|---|---|---|--:|--:|',
        ...table,
        '',
        ...(url === undefined ? [] : [`[The run that found them](${url})`]),
        '',
        `<sub>${(0,text_escape/* markdownText */.p7)('Kept by Fleet Patch: it rewrites this text, and closes the issue once everything is up to date.')}</sub>`,
    ].join('\n');
}
/** A name of the catalogue, whose schema lets only such letters through. */
const mention = (team) => `@${team.replace(/^@/, '')}`;

;// CONCATENATED MODULE: ./build/src/github/tracking-issues.js
/** Issues for what is stale: which is made, rewritten, closed or opened again. Pure. */

/** More would be noise: the rest stands in one list. */
const MOST_ISSUES = 10;
const RANKS = { warn: 0, over: 1 };
/** What is to be done, in an order in which it may be cut off anywhere. */
function issueChanges({ issues, author, items, scope, restKey, fit }) {
    const own = issues.filter((issue) => issue.user?.login === author && issue.pull_request === undefined);
    const byMarker = Map.groupBy(own, ({ body }) => /^<!-- fleet-patch:stale \S+ -->/.exec(body ?? '')?.[0] ?? '');
    const ofKey = (key) => (byMarker.get(markerOf('stale', key)) ?? []).toSorted((one, other) => one.number - other.number);
    const sorted = items.toSorted((one, other) => RANKS[other.severity] - RANKS[one.severity] || other.daysBehind - one.daysBehind || (one.key < other.key ? -1 : 1)); // prettier-ignore
    const hasRest = sorted.length > MOST_ISSUES;
    const shown = hasRest ? sorted.slice(0, MOST_ISSUES - 1) : sorted;
    const rest = hasRest ? sorted.slice(MOST_ISSUES - 1) : [];
    const wanted = [...shown, ...(rest.length === 0 ? [] : [listOf(restKey, rest)])];
    const listed = new Set(rest.map(({ key }) => key));
    const isWanted = new Set(wanted.map(({ key }) => key));
    return [
        ...wanted.flatMap((item) => changesFor(item, ofKey(item.key), fit)),
        ...[...scope, restKey]
            .filter((key) => !isWanted.has(key))
            .flatMap((key) => ofKey(key)
            .filter(({ state }) => state === 'open')
            .map(({ number }) => tracking_issues_close(number, listed.has(key) ? MOVED : CURRENT))),
    ];
}
const CURRENT = 'Everything is up to date. Fleet Patch closes this issue, and opens it again where that changes.';
const MOVED = 'There are too many for issues of their own: this one goes on in the list of the others.';
const DUPLICATE = 'There is an older issue about the same.';
const tracking_issues_close = (number, comment) => ({ kind: 'close', number, comment, reason: comment === DUPLICATE ? 'duplicate' : 'completed' }); // prettier-ignore
function changesFor({ key, title, text, severity, assignees, labels }, existing, fit) {
    const marker = markerOf('stale', key);
    const body = fit(marker, `${severityMark(severity)}\n${text}`);
    const [kept, ...doubles] = existing.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open')); // prettier-ignore
    if (kept === undefined)
        return [{ kind: 'create', title, body, assignees, labels }];
    const closing = doubles.filter(({ state }) => state === 'open').map(({ number }) => tracking_issues_close(number, DUPLICATE));
    const before = severityIn(kept.body ?? '');
    const isWorse = before !== undefined && RANKS[severity] > RANKS[before];
    // Who has closed it as not planned has decided, until it gets worse.
    if (kept.state === 'closed' && kept.state_reason === 'not_planned' && !isWorse)
        return closing;
    const opens = kept.state === 'closed';
    const comment = opens ? 'It is behind again.' : isWorse ? 'It is over its limit now.' : undefined;
    if (!opens && kept.body === body && kept.title === title)
        return closing;
    return [{ kind: 'rewrite', number: kept.number, title, body, comment, opens }, ...closing];
}
const severityMark = (severity) => `<!-- fleet-patch:severity ${severity} -->`;
function severityIn(body) {
    const [, severity] = /<!-- fleet-patch:severity (warn|over) -->/.exec(body) ?? [];
    return severity;
}
function listOf(key, rest) {
    const lines = rest.map(({ title, severity, daysBehind }) => `- ${title} (${daysBehind} days${severity === 'over' ? ', over its limit' : ''})`);
    return {
        key,
        title: `${rest.length} more are behind`,
        text: ['These have no issue of their own:', '', ...lines, ''].join('\n'),
        severity: rest.some(({ severity }) => severity === 'over') ? 'over' : 'warn',
        daysBehind: Math.max(...rest.map(({ daysBehind }) => daysBehind)),
        assignees: [],
        labels: [...new Set(rest.flatMap(({ labels }) => labels))].slice(0, 10),
    };
}

;// CONCATENATED MODULE: ./build/src/github/apply-issue-change.js
/** Makes the calls of one change. GitHubRefusal where GitHub refuses one. */
async function applyIssueChange({ call }, change) {
    switch (change.kind) {
        case 'create': {
            const { title, body, assignees, labels } = change;
            await call('POST /repos/{owner}/{repo}/issues', { title, body, assignees, labels });
            return;
        }
        case 'rewrite': {
            const { number, title, body, comment, opens } = change;
            await call(ISSUE, {
                issue_number: number,
                title,
                body,
                ...(opens && { state: 'open', state_reason: 'reopened' }),
            });
            if (comment !== undefined)
                await call(COMMENTS, { issue_number: number, body: comment });
            return;
        }
        case 'close':
            // The comment first: whoever is told of the closing finds the reason.
            await call(COMMENTS, { issue_number: change.number, body: change.comment });
            await call(ISSUE, { issue_number: change.number, state: 'closed', state_reason: change.reason === 'duplicate' ? 'not_planned' : 'completed' }); // prettier-ignore
            return;
        default:
            change;
    }
}
const ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
const COMMENTS = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

// EXTERNAL MODULE: ./build/src/report/judgement.js
var judgement = __webpack_require__(5823);
// EXTERNAL MODULE: ./build/src/main/post-state.js
var post_state = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/src/main/run-context.js + 4 modules
var run_context = __webpack_require__(10179);
;// CONCATENATED MODULE: ./build/src/main/github-run.js
/** What a run writes on GitHub: issues, a comment, a deployment. Nothing that fails here fails the run. */










/** Opens GitHub's API, which is loaded only here, and gives what the run writes there. */
async function githubRun({ runner, openGitHub }, facts) {
    const open = openGitHub ?? (await __webpack_require__.e(/* import() */ 2772).then(__webpack_require__.bind(__webpack_require__, 2772))).githubApi;
    const context = runner.workflowContext();
    const url = (0,run_context/* addressOf */.c)(runner);
    const repository = repositoryOf(await open(facts.inputs.token), context.repository);
    const { inputs, dryRun, governance, account, regions, mode } = facts;
    const place = governance?.environment ?? (runner.input('environment') || `${account}/${regions.join('+')}`);
    let deployment;
    const found = (...failures) => failures.filter((each) => each !== undefined); // prettier-ignore
    return {
        begin: async (groups) => {
            if (!inputs.deployment || dryRun || facts.jobEnvironment !== undefined)
                return [];
            const description = groups.length === 0 ? mode : `${mode}: ${groups.join(', ')}`;
            const wish = { sha: context.sha, environment: place, isProduction: /prod/i.test(place), description };
            const failure = await attempt('The deployment could not be shown.', 'deployments', async () => {
                deployment = await beginDeployment(repository, wish, url);
                runner.saveState(post_state/* POST_STATE */.j9.deployment, JSON.stringify({ id: deployment, environment: place }));
            });
            return found(failure);
        },
        end: async ({ result, failure }) => {
            const id = deployment;
            const ended = id === undefined
                ? undefined
                : await attempt('The state of the deployment could not be set.', 'deployments', async () => {
                    // prettier-ignore
                    const state = stateOf(result, failure);
                    await setDeploymentState(repository, { id, environment: place, state, description: WORDS[state], url });
                    runner.saveState(post_state/* POST_STATE */.j9.deployment, '');
                });
            const isAudit = result.kind === 'audit' && inputs.trackingIssue;
            const tracked = isAudit ? await attempt('The issues of what is stale could not be written.', 'issues', () => track(repository, { result, facts, url })) : undefined; // prettier-ignore
            return found(ended, tracked);
        },
        comment: async (markdown) => {
            const { pullRequest } = context;
            if (!inputs.pullRequestComment || !dryRun || pullRequest === undefined || pullRequest.isFork)
                return [];
            const service = governance?.service ?? runner.input('service');
            const key = [context.workflow, place, ...(service === '' ? [] : [service])].join('/');
            const comment = { pullRequest: pullRequest.number, key, text: markdown, url };
            return found(await attempt('The plan could not be written to the pull request.', 'pull-requests', () => writePlanComment(repository, comment))); // prettier-ignore
        },
    };
}
const WORDS = {
    in_progress: 'under way',
    success: 'done',
    failure: 'failed',
    inactive: 'nothing was changed, or what was changed is put back',
};
function stateOf(result, failure) {
    const groups = result.kind === 'groups' ? result.groups : [];
    const isHealed = result.kind === 'janitor' && result.janitor.findings.some(({ state }) => state === 'healed');
    const bastion = 'bastion' in result ? result.bastion : undefined;
    const shift = result.kind === 'traffic' ? result.traffic : undefined;
    if (failure !== undefined || [bastion, shift].some((each) => each?.failure !== undefined) || groups.some(judgement/* hasFailed */.WN))
        return 'failure';
    const isNew = groups.some(({ status }) => ['rolled', 'patched', 'dark', 'gated'].includes(status));
    const isMoved = shift !== undefined && ['shifted', 'gated', 'released'].includes(shift.status);
    return isNew || isMoved || isHealed || bastion?.status === 'replaced' ? 'success' : 'inactive';
}
async function track(repository, { result, facts, url }) {
    const { account, regions, governance, maxDaysBehind } = facts;
    const over = new Set(maxDaysBehind === undefined ? [] : (0,audit/* olderThan */.W7)(result.audit, maxDaysBehind));
    const { items, scope, restKey } = staleItems(result.audit, {
        account,
        regions,
        environment: governance?.environment,
        serviceOf: governance && ((group) => governance.claimed.get(group)),
        teamOf: (service) => governance?.catalogue.teams.get(governance.catalogue.services.get(service)?.owner ?? '')?.github, // prettier-ignore
        isOver: (row) => over.has(row),
        isServiceOver: (service) => governance?.overdue?.has(service) === true,
        url,
    });
    const author = await repository.login();
    const issues = await listed(repository, 'GET /repos/{owner}/{repo}/issues', { state: 'all', creator: author, sort: 'updated' }); // prettier-ignore
    const fit = (marker, text) => fittingText(marker, text, url);
    for (const change of issueChanges({ issues, author, items, scope, restKey, fit }))
        await applyIssueChange(repository, change); // prettier-ignore
}
/** The post step ends the deployment of a main step that could not; a sentence where that fails. */
async function endDeployment({ runner, openGitHub }, isPutBack) {
    const saved = runner.getState(post_state/* POST_STATE */.j9.deployment);
    const token = runner.input('github-token');
    if (saved === '' || token === '')
        return [];
    const failure = await attempt('The state of the deployment could not be set.', 'deployments', async () => {
        const { id, environment } = JSON.parse(saved);
        const open = openGitHub ?? (await __webpack_require__.e(/* import() */ 2772).then(__webpack_require__.bind(__webpack_require__, 2772))).githubApi;
        const repository = repositoryOf(await open(token), runner.workflowContext().repository);
        const state = isPutBack ? 'inactive' : 'failure';
        await setDeploymentState(repository, { id, environment, state, description: WORDS[state], url: (0,run_context/* addressOf */.c)(runner) });
    });
    return failure === undefined ? [] : [failure];
}


/***/ })

};
