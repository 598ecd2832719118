export const id = 727;
export const ids = [727];
export const modules = {

/***/ 90727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  page: () => (/* binding */ page)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/domain/audit/audit.js
var audit = __webpack_require__(32561);
// EXTERNAL MODULE: ./build/src/domain/stack-reference.js
var stack_reference = __webpack_require__(79358);
// EXTERNAL MODULE: ./build/src/domain/catalogue/claims.js
var claims = __webpack_require__(32431);
;// CONCATENATED MODULE: ./build/src/domain/history/records.js
/** Whether two lines may be about the same place: what both say is the same. */
const mayBeAt = (one, other) => agree(one.account, other.account) && agree(one.region, other.region) && agree(one.environment, other.environment);
const agree = (one, other) => one === undefined || other === undefined || one === other;

;// CONCATENATED MODULE: ./build/src/domain/history/changes.js
/** What runs have done to groups: the newest word of each run on each group, the last roll, and what is still open. */

/** A roll, or what else took instances of a group away and brought new ones. */
const ROLLS = ['rolled', 'replaced', 'dark', 'gated', 'held', 'halted', 'restored', 'unfinished'];
/** A group that a run has left in this state is not as it should stay. */
const OPEN = ['begun', 'dark', 'gated', 'waiting', 'held', 'unfinished'];
/** Says nothing of the group: it was not touched. */
const ASIDE = ['refused', 'planned'];
/** Whether a roll went on until its end, or was stopped. */
const isRoll = ({ result }) => ROLLS.includes(result);
/** One line for each run and group, oldest first: how it ended, or that it has begun where no line says how it ended. */
function lastWords(lines) {
    const last = new Map();
    for (const line of lines) {
        const key = JSON.stringify([line.run, line.account, line.region, line.group, line.group === undefined && line.mode]);
        const known = last.get(key);
        if (known === undefined || isNewer(line, known))
            last.set(key, line);
    }
    return [...last.values()].toSorted((one, other) => one.at - other.at);
}
/** An intent that was read later than its outcome does not undo it. */
function isNewer(line, known) {
    if (line.result === 'begun')
        return known.result === 'begun' && line.at >= known.at;
    return known.result === 'begun' || line.at >= known.at;
}
/** The changes of a group, oldest first, by its name and what both say of where it is. */
function changesOf(words) {
    const byName = Map.groupBy(words, ({ group }) => group);
    return (group, place) => (byName.get(group) ?? []).filter((line) => mayBeAt(line, place));
}
/** What is open now: the newest line of a group, or of a bastion, where that says so. */
function openChanges(words) {
    const told = words.filter(({ result }) => !ASIDE.includes(result));
    return told.filter((line, index) => {
        if (!OPEN.includes(line.result))
            return false;
        const isSame = (other) => mayBeAt(other, line) &&
            other.group === line.group &&
            (line.group !== undefined || (other.service === line.service && [line.mode, 'restore'].includes(other.mode)));
        return !told.slice(index + 1).some(isSame);
    });
}
/** Seconds from the first change of the run to its last word; undefined where one of both is not known. */
const secondsOf = ({ startedAt, at, result }) => startedAt === undefined || result === 'begun' ? undefined : Math.max(0, at - startedAt);
/** Whether the floor was held; undefined where nothing was measured. */
const hasHeld = ({ floor }) => floor && floor.lowest >= floor.promised;

;// CONCATENATED MODULE: ./build/src/domain/history/holds.js
/** All of the catalogue: what holds first, then what comes, then what is over. */
function holdsOf({ environments, services, freezes, waivers }, now) {
    const locked = (lock, of) => lock === undefined ? [] : [held({ kind: 'lock', ...of, ...lock, from: undefined }, now)];
    const found = [
        ...[...environments].flatMap(([environment, { lock }]) => locked(lock, { service: undefined, environment })),
        ...[...services].flatMap(([service, { lock, in: places }]) => [
            ...locked(lock, { service, environment: undefined }),
            ...[...places].flatMap(([environment, placement]) => locked(placement.lock, { service, environment })),
        ]),
        ...freezes.flatMap(({ name, from, until, environments: where = [undefined], services: whose = [undefined] }) => where.flatMap((environment) => whose.map((service) => held({ kind: 'freeze', service, environment, reason: name, by: undefined, from, until }, now)))),
        ...waivers.map(({ rule, reason, ...waiver }) => held({ kind: 'waiver', ...waiver, reason: rule === undefined ? reason : `${rule}: ${reason}`, from: undefined }, now)),
    ];
    const order = ['holds', 'coming', 'over'];
    return found.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}
const held = (hold, now) => ({
    ...hold,
    state: hold.until !== undefined && hold.until < now
        ? 'over'
        : hold.from !== undefined && hold.from > now
            ? 'coming'
            : 'holds',
});
/** Whether it is about this service in this environment. */
const isAbout = (hold, { service, environment }) => (hold.service === undefined || hold.service === service) &&
    (hold.environment === undefined || hold.environment === environment);

;// CONCATENATED MODULE: ./build/src/domain/history/latest-rows.js
/** Of all audits what holds now, or held at the end of a day. */

/**
 * The newest audit of each group and instance holds. What an audit of everything in its account and region does not name is gone
 * from then on; an audit of some groups says nothing of the others.
 */
function fleetState() {
    const rows = new Map();
    return {
        add: (lines) => {
            for (const [key, found] of Map.groupBy(lines.filter(isRow), keyOf)) {
                const [first] = found;
                const known = rows.get(key)?.[0]?.at ?? -Infinity;
                const at = Math.max(...found.map((row) => row.at));
                if (first !== undefined && at >= known)
                    rows.set(key, found.filter((row) => row.at === at));
            }
            for (const audit of lines.filter(isAudit).filter(({ whole }) => whole))
                for (const [key, [row]] of rows)
                    if (row !== undefined && isGone(row, audit))
                        rows.delete(key);
        },
        subjects: () => [...rows.values()].flatMap(subjectOf),
    };
}
const isRow = (line) => line.kind === 'audit-row';
const isAudit = (line) => line.kind === 'audit';
const keyOf = ({ account, region, group, instance }) => JSON.stringify(group === undefined ? [account, region, 'instance', instance?.id] : [account, region, 'group', group]);
const isGone = (row, { at, account, regions }) => row.at < at && account !== undefined && row.account === account && regions.includes(row.region);
function subjectOf(rows) {
    const [worst] = rows.toSorted(audit/* byDaysBehind */.LI);
    if (worst === undefined)
        return [];
    return [{ at: worst.at, worst, instances: rows.reduce((sum, row) => sum + row.instances, 0) }];
}

;// CONCATENATED MODULE: ./build/src/domain/history/runs.js
/** The runs of a history, each with what came of its groups. */

/** Newest first. */
function runsOf(words) {
    return [...Map.groupBy(words, ({ run }) => run).values()].flatMap(entryOf).toSorted((one, other) => other.at - one.at);
}
function entryOf(lines) {
    const last = lines.at(-1);
    if (last === undefined)
        return [];
    const { run, actor, mode, environment, breakGlass } = last;
    const seconds = lines.flatMap((line) => secondsOf(line) ?? []);
    const measured = lines.filter((line) => hasHeld(line) !== undefined);
    const results = [...Map.groupBy(lines, ({ result }) => result)].map(([result, own]) => [result, own.length]);
    return [
        {
            run,
            at: last.at,
            actor,
            mode,
            environment,
            services: [...new Set(lines.flatMap(({ service }) => service ?? []))],
            groups: lines.filter(({ group }) => group !== undefined).length,
            results: results.toSorted(([, one], [, other]) => other - one),
            seconds: seconds.length === lines.length ? Math.max(...seconds) : undefined,
            floor: measured.length === 0 ? undefined : { groups: measured.length, broken: measured.flatMap(brokenOf) },
            breakGlass,
            reason: lines.find(({ reason }) => reason !== undefined)?.reason,
        },
    ];
}
const brokenOf = (line) => line.floor === undefined || hasHeld(line) === true ? [] : [{ group: line.group ?? '', ...line.floor }];

;// CONCATENATED MODULE: ./build/src/domain/history/trend.js
/** How far behind the fleet was, day by day. */



/** The newest points that are kept: two years of daily audits. */
const MOST_POINTS = 730;
const DAY = 86_400;
/** One trend for all, and one for each key that `keyOf` gives; what was not audited on a day counts as it was before. */
function trends(lines, keyOf) {
    const state = fleetState();
    const all = [];
    const by = new Map();
    const days = [...Map.groupBy(lines, ({ at }) => Math.floor(at / DAY) * DAY)].toSorted(([one], [other]) => one - other);
    for (const [day, ofDay] of days) {
        state.add(ofDay);
        const subjects = state.subjects();
        all.push(pointOf(day, subjects));
        for (const [key, own] of Map.groupBy(subjects, keyOf)) {
            const points = by.get(key);
            if (points === undefined)
                by.set(key, [pointOf(day, own)]);
            else
                points.push(pointOf(day, own));
        }
    }
    return {
        all: all.slice(-MOST_POINTS),
        by: new Map([...by].map(([key, points]) => [key, points.slice(-MOST_POINTS)])),
    };
}
function pointOf(day, subjects) {
    const days = subjects.map(daysBehindOf).toSorted((one, other) => one - other);
    return {
        day,
        subjects: subjects.length,
        behind: subjects.filter(({ worst }) => (0,audit/* isBehind */.Jm)(worst)).length,
        worst: days.at(-1) ?? 0,
        median: days[Math.floor((days.length - 1) / 2)] ?? 0,
    };
}
/** 0 for what is current, and for what cannot be judged. */
const daysBehindOf = ({ worst }) => worst.daysBehind ?? 0;

;// CONCATENATED MODULE: ./build/src/domain/history/fleet-history.js
/** The history of a fleet, folded from the lines of audits and runs: how it is, how it became so, and what is open. */








function foldHistory({ lines, catalogue, now }) {
    const audits = lines.filter((line) => line.kind !== 'change');
    const words = lastWords(lines.filter((line) => line.kind === 'change'));
    const changes = changesOf(words);
    const state = fleetState();
    for (const [, ofMoment] of [...Map.groupBy(audits, ({ at }) => at)].toSorted(([one], [other]) => one - other))
        state.add(ofMoment);
    const claim = claimed(catalogue);
    const groups = state
        .subjects()
        .toSorted((one, other) => (0,audit/* byDaysBehind */.LI)(one.worst, other.worst))
        .map((subject) => {
        const { group, account, region } = subject.worst;
        const owned = claim(subject.worst);
        const place = { account, region, environment: owned.environment };
        const lastRoll = group === undefined ? undefined : changes(group, place).findLast(isRoll);
        return { ...subject, ...owned, lastRoll };
    });
    const trend = trends(audits, ({ worst }) => fleet_history_keyOf(claim(worst)));
    const holds = catalogue && holdsOf(catalogue, now);
    return {
        at: now,
        auditedAt: audits.reduce((last, { at }) => Math.max(last ?? at, at), undefined),
        trend: trend.all,
        services: servicesOf(groups, { catalogue, words, holds: holds ?? [], trendOf: (key) => trend.by.get(key) ?? [] }),
        groups,
        runs: runsOf(words),
        open: openChanges(words),
        holds,
    };
}
const fleet_history_keyOf = ({ service, environment }) => JSON.stringify([service, environment]);
/** Whose a row is: as its audit has said, else as the catalogue says by names of groups and stacks, where that is clear. */
function claimed(catalogue) {
    return ({ service, environment: told, owner, group, stack, account, region }) => {
        if (service !== undefined || catalogue === undefined)
            return { service, environment: told, owner };
        const [environment, ...others] = told === undefined
            ? [...catalogue.environments].flatMap(([name, each]) => (each.account === account && each.regions.includes(region) ? [name] : [])) // prettier-ignore
            : [told];
        if (environment === undefined || others.length > 0)
            return { service, environment: told, owner };
        const tags = stack === undefined ? {} : { [stack_reference/* STACK_TAG */.u6]: stack };
        const [only, ...more] = group === undefined ? [] : (0,claims/* claimantsOf */.YF)(catalogue, environment, { name: group, tags });
        if (only === undefined || more.length > 0)
            return { service, environment, owner };
        return { service: only, environment, owner: catalogue.services.get(only)?.owner ?? owner };
    };
}
/** What has groups, and what the catalogue declares; what is most behind first. */
function servicesOf(groups, { catalogue, words, holds, trendOf }) {
    const declared = [...(catalogue?.services ?? [])].flatMap(([service, { owner, in: places }]) => [...places.keys()].map((environment) => ({ service, environment, owner })));
    const own = Map.groupBy(groups, fleet_history_keyOf);
    const claims = new Map([...groups, ...declared].map((claim) => [fleet_history_keyOf(claim), claim]));
    return [...claims]
        .map(([key, { service, environment, owner }]) => {
        const members = own.get(key) ?? [];
        const ofService = words.filter((line) => isRoll(line) && service !== undefined && line.service === service && line.environment === environment); // prettier-ignore
        const rolls = [...members.flatMap(({ lastRoll }) => lastRoll ?? []), ...ofService];
        return {
            service,
            environment,
            owner,
            groups: members.length,
            behind: members.filter(({ worst }) => (0,audit/* isBehind */.Jm)(worst)).length,
            worst: members.length === 0 ? undefined : Math.max(...members.map(daysBehindOf)),
            trend: trendOf(key),
            lastRoll: rolls.toSorted((one, other) => one.at - other.at).at(-1),
            holds: holds.filter((hold) => hold.state === 'holds' && isAbout(hold, { service, environment })),
        };
    })
        .toSorted((one, other) => (other.worst ?? -1) - (one.worst ?? -1) || other.behind - one.behind);
}

;// CONCATENATED MODULE: ./build/src/domain/history/redact.js
/** A history without the ids of AWS accounts, for readers who should not know them. */
/** A number of 12 digits that stands alone. */
const TWELVE = /(?<!\d)\d{12}(?!\d)/g;
/** `202401311011`: a year, month, day, hour and minute, as names of images have them. */
const DATE = /^20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d$/;
/**
 * The value with each account id replaced by `account 1`, `account 2` and so on, in every text. Any 12 digits count as one, but
 * for dates that no `account` has, and for what else stands in the address of a run.
 */
function withoutAccounts(value) {
    const known = new Set();
    walk(value, (text, key) => {
        if (key === 'account' || text.startsWith('arn:'))
            for (const id of text.match(TWELVE) ?? [])
                known.add(id);
        return text;
    });
    const names = new Map();
    const nameOf = (id) => {
        const name = names.get(id) ?? `account ${names.size + 1}`;
        names.set(id, name);
        return name;
    };
    return walk(value, (text, key) => text.replace(TWELVE, (id) => (known.has(id) || (key !== 'run' && !DATE.test(id)) ? nameOf(id) : id)));
}
function walk(value, change, key = '') {
    if (typeof value === 'string')
        return change(value, key);
    if (Array.isArray(value))
        return value.map((each) => walk(each, change, key));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, change, name)]));
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/inputs/catalogue/read-catalogue.js + 7 modules
var read_catalogue = __webpack_require__(23423);
// EXTERNAL MODULE: ./build/src/inputs/catalogue/usual-path.js
var usual_path = __webpack_require__(60759);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(43629);
// EXTERNAL MODULE: ./build/src/command/run-tool.js
var run_tool = __webpack_require__(74169);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/text/duration.js
var duration = __webpack_require__(1217);
// EXTERNAL MODULE: ./build/src/text/html.js
var text_html = __webpack_require__(22436);
// EXTERNAL MODULE: ./build/src/text/time.js
var time = __webpack_require__(2240);
;// CONCATENATED MODULE: ./build/src/command/page/html/cells.js




/** A foreign text; a dash where there is none, which is sorted last. */
const textCell = (text) => text === undefined ? { html: NONE, value: '' } : { html: (0,text_html/* htmlText */.j)(text), value: text };
const numberCell = (number) => number === undefined ? { html: NONE, value: '' } : { html: String(number), value: number };
/** A moment, to the minute, in UTC. */
const timeCell = (at) => at === undefined ? { html: NONE, value: '' } : { html: moment(at), value: at };
const NONE = '<span class="quiet">–</span>';
const moment = (at) => `<time datetime="${iso(at)}">${iso(at).slice(0, 16).replace('T', ' ')}</time>`;
const date = (at) => `<time datetime="${iso(at)}">${iso(at).slice(0, 10)}</time>`;
// The last moment of a day is no moment of the next one.
const iso = (at) => (0,time/* isoTime */.L)(Math.floor(at));
/** A line below the main text of a cell. */
const small = (html) => (html === '' ? '' : `<small>${html}</small>`);
/** The address of a run as a link; an id alone stays a text, and so does what is no address of the web. */
function runLink(run, html) {
    return URL.parse(run)?.protocol === 'https:' ? `<a href="${(0,text_html/* htmlText */.j)(run)}" rel="noreferrer">${html}</a>` : html;
}
/** A word with a colour; what it says does not depend on that. */
const chip = (text, tone) => `<span class="chip ${tone}">${(0,text_html/* htmlText */.j)(text)}</span>`;
const TONES = {
    current: 'good',
    rolled: 'good',
    replaced: 'good',
    restored: 'good',
    patched: 'good',
    begun: 'warn',
    dark: 'warn',
    gated: 'warn',
    waiting: 'warn',
    unrolled: 'warn',
    held: 'bad',
    halted: 'bad',
    failed: 'bad',
    stale: 'bad',
    unfinished: 'bad',
};
/** A verdict of an audit or the result of a change. */
const resultChip = (result) => chip(result, Object.hasOwn(TONES, result) ? (TONES[result] ?? 'plain') : 'plain');
/** Who, when, for how long, and whether the floor was held. */
function rollCell(roll) {
    if (roll === undefined)
        return { html: NONE, value: '' };
    const seconds = secondsOf(roll);
    const words = [
        `by ${(0,text_html/* htmlText */.j)(roll.actor)}`,
        ...(seconds === undefined ? [] : [`in ${(0,duration/* duration */.p0)(seconds)}`]),
        ...(roll.floor === undefined ? [] : [floorWords(roll)]),
    ];
    return {
        html: `${runLink(roll.run, moment(roll.at))} ${resultChip(roll.result)}${small(words.join(', '))}`,
        value: roll.at,
    };
}
const floorWords = (roll) => hasHeld(roll) === true
    ? `floor of ${roll.floor?.promised} held`
    : `<strong>${roll.floor?.lowest} ready, floor ${roll.floor?.promised}</strong>`;

;// CONCATENATED MODULE: ./build/src/command/page/html/charts.js



/** A figure with up to two series, and its numbers in a table below. */
function chart(title, points, series) {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined)
        return '';
    const most = Math.max(1, ...points.flatMap((point) => series.map(({ of }) => of(point))));
    const legend = series.map(({ name, of }, index) => `<li><span class="key s${index}"></span>${(0,text_html/* htmlText */.j)(name)}: ${of(last)}</li>`); // prettier-ignore
    const rows = points.toReversed().map((point) => `<tr><th scope="row">${date(point.day)}</th>${series.map(({ of }) => `<td>${of(point)}</td>`).join('')}</tr>`); // prettier-ignore
    const heads = series.map(({ name }) => `<th scope="col">${(0,text_html/* htmlText */.j)(name)}</th>`);
    return `<figure><figcaption>${(0,text_html/* htmlText */.j)(title)}</figcaption><ul class="legend">${legend.join('')}</ul>
<div class="plot"><span class="most">${most}</span>${lines(points, series, { most, label: title })}<span class="least">0</span></div>
<p class="axis"><span>${date(first.day)}</span><span>${date(last.day)}</span></p>
<details><summary>Numbers</summary><table class="numbers"><thead><tr><th scope="col">Day</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details></figure>`;
}
/** A small line of the worst days behind. */
function sparkline(points) {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || first === last)
        return '';
    const most = Math.max(1, ...points.map(({ worst }) => worst));
    const label = `${first.worst} days behind on ${(0,time/* isoTime */.L)(first.day).slice(0, 10)}, ${last.worst} on ${(0,time/* isoTime */.L)(last.day).slice(0, 10)}`;
    return lines(points, [{ name: 'Worst', of: ({ worst }) => worst }], { most, label });
}
const [WIDTH, HEIGHT] = [600, 120];
function lines(points, series, { most, label }) {
    const from = points[0]?.day ?? 0;
    const length = Math.max(1, (points.at(-1)?.day ?? 0) - from);
    const x = (point) => Math.round(((point.day - from) / length) * WIDTH);
    const y = (value) => Math.round((1 - value / most) * HEIGHT);
    const paths = series.map(({ of }, index) => {
        const steps = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point)} ${y(of(point))}`);
        // A line of no length has round ends: a dot.
        return `<path class="s${index}" d="${steps.join('')}${points.length === 1 ? 'h0' : ''}"/>`;
    });
    return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${(0,text_html/* htmlText */.j)(label)}">${paths.join('')}</svg>`;
}

;// CONCATENATED MODULE: ./build/src/command/page/html/script.js
/**
 * The script of the page, as it stands there: sorts by the button of a column, searches, and shows all rows when asked. The page
 * is whole without it. `npm run check:pages` runs it in a browser.
 */
const script = `'use strict'
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
for (const table of document.querySelectorAll('table[data-most]')) {
  const body = table.tBodies[0]
  const most = Number(table.dataset.most)
  const heads = [...table.tHead.rows[0].cells]
  const search = document.querySelector('[data-of="' + table.id + '"]')
  const count = document.querySelector('[data-count="' + table.id + '"]')
  const all = document.querySelector('[data-all="' + table.id + '"]')
  let rows = [...body.rows]
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]))
  let isWhole = rows.length <= most
  const show = () => {
    const words = search === null ? [] : search.value.toLowerCase().split(/\\s+/)
    let found = 0
    let shown = 0
    for (const row of rows) {
      const isFound = words.every((word) => texts.get(row).includes(word))
      if (isFound) found++
      row.hidden = !isFound || (!isWhole && shown >= most)
      if (!row.hidden) shown++
    }
    if (count !== null) count.textContent = shown + ' of ' + found
    all.hidden = shown === found
    all.textContent = 'Show all ' + found
  }
  const valueOf = (row, index, isNumber) => {
    const { value } = row.cells[index].dataset
    return isNumber ? (value === '' ? NaN : Number(value)) : value ?? row.cells[index].textContent
  }
  heads.forEach((head, index) => {
    head.querySelector('button').addEventListener('click', () => {
      const isNumber = head.dataset.kind !== 'text'
      const before = head.getAttribute('aria-sort')
      const to = before === 'ascending' || (before === 'none' && isNumber) ? 'descending' : 'ascending'
      const sign = to === 'ascending' ? 1 : -1
      const values = new Map(rows.map((row) => [row, valueOf(row, index, isNumber)]))
      const isNone = (value) => value === '' || Number.isNaN(value)
      rows.sort((a, b) => {
        const one = values.get(a)
        const other = values.get(b)
        if (isNone(one) || isNone(other)) return Number(isNone(one)) - Number(isNone(other))
        return sign * (isNumber ? one - other : collator.compare(one, other))
      })
      for (const each of heads) each.setAttribute('aria-sort', each === head ? to : 'none')
      show()
      body.append(...rows)
    })
  })
  if (search !== null) search.addEventListener('input', show)
  all.addEventListener('click', () => {
    isWhole = true
    show()
    const first = rows.filter((row) => !row.hidden)[most]
    if (first !== undefined) {
      first.cells[0].tabIndex = -1
      first.cells[0].focus()
    }
  })
  show()
}
`;

;// CONCATENATED MODULE: ./build/src/command/page/html/style.js
/** The style of the page: dark or light as the reader's system says, tables as cards below 760 pixels. */
const style = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0550ae;
  --good: #0f5323; --good-back: #dafbe1; --bad: #86061d; --bad-back: #ffebe9; --warn: #633c01; --warn-back: #fff8c5;
  --s0: #a40e26; --s1: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --panel: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #79c0ff;
    --good: #7ee787; --good-back: #0f2d19; --bad: #ffa198; --bad-back: #3c1618; --warn: #f2cc60; --warn-back: #341a00;
    --s0: #ff7b72; --s1: #79c0ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
small, .quiet { color: var(--quiet); }
small { display: block; font-size: .85rem; font-weight: normal; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.facts li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; background: var(--panel); }
.facts b { display: block; font-size: 1.5rem; line-height: 1.3; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; min-width: 0; }
figcaption { font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; }
.key { display: inline-block; width: 1rem; height: .25rem; margin-right: .4rem; vertical-align: middle; background: var(--s0); }
.key.s1 { background: var(--s1); }
.plot { position: relative; }
.plot svg { display: block; width: 100%; height: 9rem; border-bottom: 1px solid var(--line); border-top: 1px dashed var(--line); }
.plot span { position: absolute; left: 0; font-size: .8rem; color: var(--quiet); background: var(--page); padding: 0 .25rem; }
.plot .most { top: -.6rem; } .plot .least { bottom: -.6rem; }
.axis { display: flex; justify-content: space-between; margin: .5rem 0; font-size: .85rem; color: var(--quiet); }
path { fill: none; stroke: var(--s0); stroke-width: 2.5px; stroke-linejoin: round; stroke-linecap: round; vector-effect: non-scaling-stroke; }
path.s1 { stroke: var(--s1); }
td svg { display: block; width: 6rem; height: 1.75rem; }
table { border-collapse: collapse; width: 100%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { background: var(--panel); font-weight: 600; }
table[data-most], table[data-most] :is(thead, tbody) { display: block; }
table[data-most] tr { display: grid; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5rem; }
table[data-most] tr :is(th, td) { border: 0; min-width: 0; }
table[data-most] thead tr { background: var(--panel); content-visibility: visible; }
#groups tr { grid-template-columns: 2.6fr 1.2fr 1.2fr 1.2fr .8fr .8fr 1.7fr 1.1fr 1.9fr; }
#services tr { grid-template-columns: 1.5fr 1.2fr .8fr .8fr .8fr 1fr 2fr 1.2fr; }
#runs tr { grid-template-columns: 1fr 1.2fr 1.1fr 1.3fr 1.2fr 2fr .9fr 1.4fr; }
#open tr { grid-template-columns: 2.4fr 1.2fr 2fr 1.4fr 1fr 1fr; }
#holds tr { grid-template-columns: 1fr 1.1fr 1.2fr 3fr .9fr 1.1fr 1.1fr; }
td.number, .numbers td { font-variant-numeric: tabular-nums; }
thead button { all: unset; cursor: pointer; font-weight: 600; overflow-wrap: normal; }
thead button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " \\25B2"; }
th[aria-sort="descending"] button::after { content: " \\25BC"; }
tbody th[scope="row"] { font-weight: 600; }
.chip { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; font-size: .85rem; white-space: nowrap; color: var(--text); background: var(--panel); }
.chip.good { color: var(--good); background: var(--good-back); }
.chip.bad { color: var(--bad); background: var(--bad-back); }
.chip.warn { color: var(--warn); background: var(--warn-back); }
.tools { margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; }
input, .tools button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: .4rem; padding: .35rem .6rem; max-width: 100%; min-height: 2.5rem; }
.tools button { cursor: pointer; background: var(--panel); }
summary { cursor: pointer; color: var(--link); }
.numbers { width: auto; }
footer { margin-top: 2rem; color: var(--quiet); font-size: .9rem; }
@media (max-width: 760px) {
  table[data-most] tr { display: block; }
  table[data-most] thead tr { background: none; border: 0; display: flex; flex-wrap: wrap; gap: .4rem; padding: .4rem 0; }
  table[data-most] thead th { display: block; padding: 0; border: 0; background: none; }
  table[data-most] thead button { border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .6rem; min-height: 2rem; background: var(--panel); }
  table[data-most] tbody tr { contain-intrinsic-size: auto 20rem; border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .75rem; padding: .25rem .5rem; }
  table[data-most] tbody :is(th, td) { display: grid; min-width: 0; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem; border: 0; padding: .15rem 0; }
  table[data-most] tbody :is(th, td)::before { content: attr(data-label); color: var(--quiet); font-weight: normal; }
}
@media print { .tools, details { display: none; } }
`;

;// CONCATENATED MODULE: ./build/src/command/page/html/table.js
/** A table that can be sorted and searched, and that becomes a list of cards on a phone. */

/** Rows that are shown at first; all of them without a script. */
const MOST_ROWS = 50;
// Roles are named, because a table that is shown as blocks is no table any more to some browsers.
function table({ id, caption, columns, rows, sortedBy }) {
    const heads = columns.map(({ name, kind }) => {
        const sort = name === sortedBy ? (kind === 'text' ? 'ascending' : 'descending') : 'none';
        return `<th scope="col" role="columnheader" aria-sort="${sort}" data-kind="${kind}"><button type="button">${(0,text_html/* htmlText */.j)(name)}</button></th>`;
    });
    const lines = rows.map((row) => {
        const cells = columns.map(({ name, kind, cell }, index) => {
            const { html, value } = cell(row);
            const sorted = value === undefined ? '' : ` data-value="${(0,text_html/* htmlText */.j)(String(value))}"`;
            const about = `class="${kind}" data-label="${(0,text_html/* htmlText */.j)(name)}"${sorted}`;
            return index === 0 ? `<th scope="row" role="rowheader" ${about}><div>${html}</div></th>` : `<td role="cell" ${about}><div>${html}</div></td>`; // prettier-ignore
        });
        return `<tr role="row">${cells.join('')}</tr>`;
    });
    const search = rows.length > 10
        ? `<p class="tools"><label>Search <input type="search" data-of="${id}" autocomplete="off"></label> <output data-count="${id}">${rows.length}</output></p>`
        : '';
    return `${search}<div class="scroll"><table role="table" id="${id}" data-most="${MOST_ROWS}"><caption>${(0,text_html/* htmlText */.j)(caption)}</caption>
<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">
${lines.join('\n')}
</tbody></table></div>
<p class="tools"><button type="button" data-all="${id}" hidden>Show all ${rows.length}</button></p>`;
}

;// CONCATENATED MODULE: ./build/src/command/page/html/tables.js



 // prettier-ignore


/** Runs that are listed: older ones are in the records. */
const MOST_RUNS = 500;
function servicesTable(services) {
    return table({
        id: 'services',
        caption: 'Services and environments',
        rows: services,
        sortedBy: 'Days behind',
        columns: [
            { name: 'Service', kind: 'text', cell: ({ service, owner }) => named(service ?? '(no service)', owner) },
            { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
            { name: 'Groups', kind: 'number', cell: ({ groups }) => numberCell(groups) },
            { name: 'Behind', kind: 'number', cell: ({ behind }) => numberCell(behind) },
            { name: 'Days behind', kind: 'number', cell: ({ worst }) => numberCell(worst) },
            { name: 'Trend', kind: 'number', cell: trendCell },
            { name: 'Last roll', kind: 'time', cell: ({ lastRoll }) => rollCell(lastRoll) },
            { name: 'Held by', kind: 'text', cell: ({ holds }) => holdsCell(holds) },
        ],
    });
}
/** Sorted by how many days it has changed. */
const trendCell = ({ trend }) => ({
    html: sparkline(trend),
    value: (trend.at(-1)?.worst ?? 0) - (trend[0]?.worst ?? 0),
});
const holdsCell = (holds) => ({
    html: holds.map(({ kind, until }) => `${chip(kind, kind === 'waiver' ? 'plain' : 'warn')}${small(until === undefined ? 'without an end' : `until ${date(until)}`)}`).join(' '), // prettier-ignore
    value: holds.map(({ kind }) => kind).join(' '),
});
const named = (name, below) => ({
    html: `${(0,text_html/* htmlText */.j)(name)}${small((0,text_html/* htmlText */.j)(below ?? ''))}`,
    value: name,
});
function groupsTable(groups) {
    return table({
        id: 'groups',
        caption: 'Groups, and instances outside of any',
        rows: groups,
        sortedBy: 'Days behind',
        columns: [
            { name: 'Group', kind: 'text', cell: groupCell },
            { name: 'Service', kind: 'text', cell: ({ service, owner }) => named(service ?? '–', owner) },
            { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
            { name: 'Verdict', kind: 'text', cell: verdictCell },
            { name: 'Days behind', kind: 'number', cell: (entry) => numberCell(entry.worst.verdict === 'unknown' ? undefined : daysBehindOf(entry)) }, // prettier-ignore
            { name: 'Image age', kind: 'number', cell: ({ worst }) => numberCell(worst.imageAgeDays) },
            { name: 'Image', kind: 'text', cell: imageCell },
            { name: 'Instances', kind: 'number', cell: ({ instances }) => numberCell(instances) },
            { name: 'Last roll', kind: 'time', cell: ({ lastRoll }) => rollCell(lastRoll) },
        ],
    });
}
const groupCell = ({ at, worst: { group, instance, account, region } }) => {
    const name = group ?? (instance?.name === undefined ? (instance?.id ?? '') : `${instance.name} (${instance.id})`);
    const where = [account, region].filter((part) => part !== undefined).map(text_html/* htmlText */.j);
    return { html: `${(0,text_html/* htmlText */.j)(name)}${small([...where, `audited ${date(at)}`].join(', '))}`, value: name };
};
const verdictCell = ({ worst: { verdict, reason } }) => ({
    html: `${resultChip(verdict)}${small((0,text_html/* htmlText */.j)(reason ?? ''))}`,
    value: verdict,
});
const imageCell = ({ worst: { imageName, imageId, newestImageName } }) => named(imageName ?? imageId ?? '–', newestImageName === undefined || newestImageName === imageName ? undefined : `newest: ${newestImageName}`);
function runsTable(runs) {
    return table({
        id: 'runs',
        caption: runs.length > MOST_RUNS ? `The last ${MOST_RUNS} of ${runs.length} runs` : 'Runs',
        rows: runs.slice(0, MOST_RUNS),
        sortedBy: 'When',
        columns: [
            { name: 'When', kind: 'time', cell: ({ at, run }) => ({ html: runLink(run, moment(at)), value: at }) },
            { name: 'Mode', kind: 'text', cell: ({ mode, breakGlass }) => ({ html: `${(0,text_html/* htmlText */.j)(mode)}${breakGlass === undefined ? '' : small(`${chip('break-glass', 'warn')} ${(0,text_html/* htmlText */.j)(breakGlass)}`)}`, value: mode }) }, // prettier-ignore
            { name: 'Who', kind: 'text', cell: ({ actor }) => textCell(actor) },
            { name: 'Service', kind: 'text', cell: ({ services }) => textCell(services.length === 0 ? undefined : services.join(', ')) }, // prettier-ignore
            { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment) },
            { name: 'Result', kind: 'text', cell: resultsCell },
            { name: 'Took', kind: 'number', cell: ({ seconds }) => (seconds === undefined ? textCell(undefined) : { html: (0,duration/* duration */.p0)(seconds), value: seconds }) }, // prettier-ignore
            { name: 'Floor', kind: 'text', cell: floorCell },
        ],
    });
}
const resultsCell = ({ results, reason }) => ({
    html: `${results.map(([result, groups]) => `${groups > 1 ? `${groups} ` : ''}${resultChip(result)}`).join(' ')}${small((0,text_html/* htmlText */.j)(reason ?? ''))}`,
    value: results.map(([result]) => result).join(' '),
});
/** Groups whose broken floor is named in a cell. */
const MOST_BROKEN = 3;
function floorCell({ floor }) {
    if (floor === undefined)
        return textCell(undefined);
    if (floor.broken.length === 0)
        return { html: chip('held', 'good'), value: 'held' };
    const named = floor.broken.slice(0, MOST_BROKEN).map(({ group, lowest, promised }) => `${(0,text_html/* htmlText */.j)(group)}: ${lowest} ready, floor ${promised}`); // prettier-ignore
    const left = floor.broken.length - named.length;
    return {
        html: `${chip('not held', 'bad')}${small([...named, ...(left > 0 ? [`and ${left} more`] : [])].join('<br>'))}`,
        value: 'not held',
    };
}
function openTable(open, now) {
    return table({
        id: 'open',
        caption: 'Open runs',
        rows: open,
        sortedBy: '',
        columns: [
            { name: 'Group', kind: 'text', cell: ({ group, account, region }) => named(group ?? '(bastion)', [account, region].filter((part) => part !== undefined).join(', ')) }, // prettier-ignore
            { name: 'Service', kind: 'text', cell: ({ service, environment }) => named(service ?? '–', environment) },
            { name: 'State', kind: 'text', cell: ({ result, reason }) => ({ html: `${resultChip(result)}${small((0,text_html/* htmlText */.j)(reason ?? ''))}`, value: result }) }, // prettier-ignore
            { name: 'Since', kind: 'time', cell: ({ at, run }) => ({ html: `${runLink(run, moment(at))}${small((0,duration/* duration */.p0)(now - at))}`, value: at }) }, // prettier-ignore
            { name: 'Mode', kind: 'text', cell: ({ mode }) => textCell(mode) },
            { name: 'Who', kind: 'text', cell: ({ actor }) => textCell(actor) },
        ],
    });
}
function holdsTable(holds) {
    return table({
        id: 'holds',
        caption: 'Locks, freezes and waivers',
        rows: holds,
        sortedBy: '',
        columns: [
            { name: 'Kind', kind: 'text', cell: ({ kind, state }) => ({ html: `${chip(kind, state === 'holds' && kind !== 'waiver' ? 'warn' : 'plain')} ${state === 'holds' ? '' : (0,text_html/* htmlText */.j)(state)}`, value: kind }) }, // prettier-ignore
            { name: 'Service', kind: 'text', cell: ({ service }) => textCell(service ?? 'all') },
            { name: 'Environment', kind: 'text', cell: ({ environment }) => textCell(environment ?? 'all') },
            { name: 'Reason', kind: 'text', cell: ({ reason }) => textCell(reason) },
            { name: 'By', kind: 'text', cell: ({ by }) => textCell(by) },
            { name: 'From', kind: 'time', cell: ({ from }) => timeCell(from) },
            { name: 'Until', kind: 'time', cell: ({ until }) => timeCell(until) },
        ],
    });
}

;// CONCATENATED MODULE: ./build/src/command/page/html/document.js
/** The whole page: one file that loads nothing, which its own policy forbids as well. */








/** HTML. */
function fleetPage(history) {
    const { at, auditedAt, groups, open, holds, runs, services, trend } = history;
    const behind = groups.filter(({ worst }) => (0,audit/* isBehind */.Jm)(worst)).length;
    const title = `Fleet: ${behind} of ${(0,words/* count */.U9)(groups.length, 'group')} behind`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="quiet">${auditedAt === undefined ? 'Nothing was audited.' : `Last audit ${moment(auditedAt)}.`} Page of ${moment(at)}. Times are UTC.</p>
</header>
<main>
${facts(history)}
${section('Open runs', open.length === 0 ? none('No run has left anything open.') : openTable(open, at))}
${trend.length === 0 ? '' : section('Trend', `<div class="charts">${chart('Days behind', trend, DAYS)}${chart('Groups behind', trend, GROUPS)}</div>`)}
${section('Services', services.length === 0 ? none('No group was audited.') : servicesTable(services))}
${section('Groups', groups.length === 0 ? none('No group was audited.') : groupsTable(groups))}
${section('Runs', runs.length === 0 ? none('No run has left a record.') : runsTable(runs))}
${section('Locks, freezes and waivers', holdsPart(holds))}
</main>
<footer>Made by Fleet Patch from the records of audits and runs. This page loads nothing and sends nothing.</footer>
<script>${script}</script>
</body>
</html>
`;
}
const DAYS = [
    { name: 'Worst', of: ({ worst }) => worst },
    { name: 'Median', of: ({ median }) => median },
];
const GROUPS = [
    { name: 'Behind', of: ({ behind }) => behind },
    { name: 'All', of: ({ subjects }) => subjects },
];
function facts({ groups, open, holds, runs, trend }) {
    const last = trend.at(-1);
    const rows = [
        [groups.length, 'groups'],
        [last?.behind ?? 0, 'behind'],
        [last?.worst ?? '–', 'days behind, the worst'],
        [open.length, 'left open'],
        [(holds ?? []).filter(({ kind, state }) => kind !== 'waiver' && state === 'holds').length, 'locks and freezes'],
        [runs.length, 'runs'],
    ];
    return `<ul class="facts">${rows.map(([number, what]) => `<li><b>${number}</b>${what}</li>`).join('')}</ul>`;
}
function holdsPart(holds) {
    if (holds === undefined)
        return none('No catalogue was read.');
    return holds.length === 0 ? none('The catalogue has none.') : holdsTable(holds);
}
const section = (heading, html) => `<section>\n<h2>${heading}</h2>\n${html}\n</section>`;
const none = (sentence) => `<p>${sentence}</p>`;
const hashOf = (text) => `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;

// EXTERNAL MODULE: ./build/src/platform/missing-file.js
var missing_file = __webpack_require__(6988);
;// CONCATENATED MODULE: ./build/src/command/page/read-line.js
/** One line of a history, read without trust: it may come from any version, or be anything. */

/** What is wrong with a line, a clause. */
class WrongLine extends Error {
}
/** Throws WrongLine. */
function readLine(text) {
    const fields = fieldsOf(text);
    switch (fields['kind']) {
        case 'audit':
            return auditLine(fields);
        case 'audit-row':
            return auditRowLine(fields);
        case undefined:
            if (fields['mode'] !== undefined && fields['result'] !== undefined)
                return changeLine(fields);
            throw new WrongLine('is neither of an audit, with `kind`, nor of a run, with `mode` and `result`');
        default:
            throw new WrongLine('has a `kind` that is neither `audit` nor `audit-row`');
    }
}
function fieldsOf(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        throw new WrongLine('is no JSON');
    }
    throw new WrongLine('is no JSON object');
}
const auditLine = (fields) => ({
    kind: 'audit',
    at: read_line_time(fields, 'at'),
    account: optionalText(fields, 'account'),
    regions: texts(fields, 'regions'),
    whole: fields['whole'] === true,
});
function auditRowLine(fields) {
    const [group, id] = [optionalText(fields, 'group'), optionalText(fields, 'instanceId')];
    if (group === undefined && id === undefined)
        throw new WrongLine('has neither `group` nor `instanceId`');
    const verdict = (0,audit/* verdictOf */.Vj)(read_line_text(fields, 'verdict'));
    if (verdict === undefined)
        throw new WrongLine('has a `verdict` that there is not');
    return {
        kind: 'audit-row',
        at: read_line_time(fields, 'at'),
        ...placeOf(fields),
        region: read_line_text(fields, 'region'),
        group,
        instance: id === undefined ? undefined : { id, name: optionalText(fields, 'instanceName') },
        service: optionalText(fields, 'service'),
        owner: optionalText(fields, 'owner') ?? optionalText(fields, 'ownerTag'),
        stack: optionalText(fields, 'stack'),
        imageId: optionalText(fields, 'imageId'),
        imageName: optionalText(fields, 'imageName'),
        newestImageName: optionalText(fields, 'newestImageName'),
        instances: optionalNumber(fields, 'instances') ?? 0,
        daysBehind: optionalNumber(fields, 'daysBehind'),
        imageAgeDays: optionalNumber(fields, 'imageAgeDays'),
        verdict,
        reason: optionalText(fields, 'reason'),
    };
}
const changeLine = (fields) => ({
    kind: 'change',
    at: read_line_time(fields, 'at'),
    startedAt: fields['startedAt'] === undefined || fields['startedAt'] === null ? undefined : read_line_time(fields, 'startedAt'),
    run: read_line_text(fields, 'run'),
    actor: read_line_text(fields, 'actor'),
    mode: read_line_text(fields, 'mode'),
    ...placeOf(fields),
    service: optionalText(fields, 'service'),
    owner: optionalText(fields, 'owner'),
    group: optionalText(fields, 'group'),
    result: read_line_text(fields, 'result'),
    reason: optionalText(fields, 'reason'),
    breakGlass: optionalText(fields, 'breakGlass'),
    floor: floorOf(fields['floor']),
});
const placeOf = (fields) => ({
    account: optionalText(fields, 'account'),
    region: optionalText(fields, 'region'),
    environment: optionalText(fields, 'environment'),
});
function floorOf(value) {
    if (value === undefined || value === null)
        return undefined;
    const floor = typeof value === 'object' ? value : {};
    const [promised, lowest] = [optionalNumber(floor, 'promised'), optionalNumber(floor, 'lowest')];
    if (promised === undefined || lowest === undefined)
        throw new WrongLine('has a `floor` without `promised` and `lowest`');
    return { promised, lowest };
}
/** Seconds since the Unix epoch of an ISO 8601 time in UTC. */
function read_line_time(fields, name) {
    const value = fields[name];
    const milliseconds = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(milliseconds))
        throw new WrongLine(`needs a time like 2026-01-31T09:05:07Z as \`${name}\``);
    return milliseconds / 1000;
}
function read_line_text(fields, name) {
    const value = optionalText(fields, name);
    if (value === undefined)
        throw new WrongLine(`has no \`${name}\``);
    return value;
}
function optionalText(fields, name) {
    const value = fields[name] ?? undefined;
    if (value !== undefined && typeof value !== 'string')
        throw new WrongLine(`needs a text as \`${name}\``);
    return value === '' ? undefined : value;
}
function optionalNumber(fields, name) {
    const value = fields[name] ?? undefined;
    if (value !== undefined && typeof value !== 'number')
        throw new WrongLine(`needs a number as \`${name}\``);
    return value;
}
function texts(fields, name) {
    const value = fields[name];
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
        throw new WrongLine(`needs a list of texts as \`${name}\``);
    return value;
}

;// CONCATENATED MODULE: ./build/src/command/page/read-history.js
/** The lines of all files of a folder. */





/** Wrong lines that an error names. */
const MOST_PROBLEMS = 10;
/**
 * Reads all files `.jsonl` and `.ndjson` in a folder and those below it. UserError where there is no folder, no line in it, or a
 * line that is no record: all are named, with file and line.
 */
async function readHistory(folder, shown) {
    const names = await filesOf(folder, shown);
    const wanted = names.filter((name) => /\.(jsonl|ndjson)$/i.test(name)).toSorted();
    const problems = [];
    const lines = [];
    for (const name of wanted) {
        const texts = (await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8')).replace(/^\uFEFF/, '').split('\n');
        texts.forEach((text, index) => {
            if (text.trim() === '')
                return;
            try {
                lines.push(readLine(text));
            }
            catch (error) {
                if (!(error instanceof WrongLine))
                    throw error;
                problems.push(`${(0,external_node_path_.join)(shown, name)}:${index + 1}: the line ${error.message}.`);
            }
        });
    }
    if (problems.length > 0)
        throw wrongLines(problems);
    if (lines.length === 0)
        throw new errors/* UserError */.yo({
            what: `There is no record in ${shown}.`,
            remedy: 'Records are lines in files `.jsonl`, as `report-path` and `audit-path` write them: docs/fleet-page.md says how.',
        });
    return { lines, files: wanted.length, others: names.length - wanted.length };
}
async function filesOf(folder, shown) {
    try {
        const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(parentPath, name))); // prettier-ignore
        return files.filter((name) => !/(^|[\\/])\.git[\\/]/.test(name));
    }
    catch (error) {
        if (!(0,missing_file/* isMissing */.b)(error))
            throw error;
        throw new errors/* UserError */.yo({
            what: `There is no folder ${shown}.`,
            remedy: 'Name the folder with the records by `--from`.',
        });
    }
}
function wrongLines(problems) {
    const [only = '', ...more] = problems;
    if (more.length === 0)
        return new errors/* UserError */.yo({ what: `A record is wrong: ${only}`, remedy: REMEDY });
    const list = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${problem}`);
    const left = problems.length - list.length;
    return new errors/* UserError */.yo({
        what: `${problems.length} records are wrong:\n${[...list, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')}`,
        remedy: REMEDY,
    });
}
const REMEDY = 'Correct the line or take it out; nothing was written.';

;// CONCATENATED MODULE: ./build/src/command/page/page.js
/** `fleet-patch page`: the records of audits and runs, and the catalogue, as one page. */












/** Runs the tool; the exit code: 0, 1 where a file is missing or wrong, 2 where the words mean nothing. */
const page = async (line, words) => await (0,run_tool/* runTool */.qI)(line, readWords(words), async (asked) => {
    line.stdout.write(await write(line, asked));
    return 0;
});
/** A sentence where the words mean nothing. */
function readWords(words) {
    let values;
    try {
        const text = { type: 'string' };
        values = (0,external_node_util_.parseArgs)({ args: [...words], options: { from: text, to: text, catalogue: text, redact: text } }).values;
    }
    catch (error) {
        return (0,run_tool/* wrongWords */.Jz)(error, 'page');
    }
    const { from, to, catalogue, redact } = values;
    if (from === undefined || to === undefined)
        return 'Give the folder with the records by `--from`, and the page by `--to`.';
    if (redact !== undefined && redact !== 'accounts')
        return '`--redact` takes `accounts` only.';
    return { from, to, catalogue, hidesAccounts: redact === 'accounts' };
}
async function write({ folder, clock }, asked) {
    const now = clock.now() / 1000;
    const { lines, files, others } = await readHistory((0,external_node_path_.resolve)(folder, asked.from), asked.from);
    const catalogue = await catalogueOf(folder, asked.catalogue, now);
    const history = foldHistory({ lines, catalogue, now });
    const html = fleetPage(asked.hidesAccounts ? withoutAccounts(history) : history);
    const path = (0,external_node_path_.resolve)(folder, asked.to);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, html);
    const left = others === 0 ? '' : ` ${(0,words/* count */.U9)(others, 'other file')} left alone.`;
    return `${asked.to} is written, from ${(0,words/* count */.U9)(lines.length, 'record')} in ${(0,words/* count */.U9)(files, 'file')}.${left}\n`;
}
async function catalogueOf(folder, named, now) {
    const path = named ?? usual_path/* USUAL_CATALOGUE */.J;
    const text = await (0,run_tool/* textOf */.b6)((0,external_node_path_.resolve)(folder, path));
    if (text !== undefined)
        return (0,read_catalogue.readCatalogue)({ path, text, now });
    if (named === undefined)
        return undefined;
    throw new errors/* UserError */.yo({ what: `There is no catalogue at ${path}.`, remedy: 'Name one by `--catalogue`.' });
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

/***/ 32431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K5: () => (/* binding */ bastionClaimantsOf),
/* harmony export */   OM: () => (/* binding */ claims),
/* harmony export */   YF: () => (/* binding */ claimantsOf)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76566);
/* harmony import */ var _stack_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79358);
/** Which groups, and which bastions, belong to which service of an environment. */


/** Whether a placement means the group: by any kind of selector, any entry of `groups` and `stacks`, all of `tags`. */
function claims({ groups, stacks, tags }, group) {
    const tagOf = (key) => (Object.hasOwn(group.tags, key) ? group.tags[key] : undefined);
    const stack = tagOf(_stack_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAG */ .u6);
    return (groups.some((glob) => glob === group.name || (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(glob, group.name)) ||
        (stack !== undefined && stacks.some((reference) => (0,_stack_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .meansStack */ .Lu)(reference, stack))) ||
        (tags.length > 0 && tags.every(({ key, value }) => tagOf(key) === value)));
}
/** The services of the environment that the group belongs to, in the order of the catalogue; it must be exactly one. */
const claimantsOf = ({ services }, environment, group) => [...services].flatMap(([name, service]) => {
    const placement = service.in.get(environment);
    return placement !== undefined && claims(placement.selectors, group) ? [name] : [];
});
/** The services of the environment that the bastion belongs to. */
const bastionClaimantsOf = ({ services }, environment, { id, name }) => [...services].flatMap(([service, { in: places }]) => {
    const bastion = places.get(environment)?.bastion;
    return bastion !== undefined && (bastion === id || bastion === name) ? [service] : [];
});


/***/ }),

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
