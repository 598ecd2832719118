import { inFile } from './mutant.ts'

/** Mutants of the fleet page: what is folded from the records, how a line is read, and what a reader sees of it. */
export const HISTORY_MUTANTS = [
  ...inFile('src/domain/history/latest-rows.ts', [
    { name: 'an audit that is read late is the newest', find: 'at >= known)', replace: 'at >= 0 * known)' },
    { name: 'the rows of two audits in one reading are put together', find: 'row.at === at)', replace: 'row.at <= at)' },
    { name: 'an audit of some groups lets the others go', find: 'filter(({ whole }) => whole)', replace: 'filter(({ whole }) => whole || !whole)' },
    { name: 'an audit lets its own groups go', find: 'row.at < at &&', replace: 'row.at <= at &&' },
    { name: 'an audit lets the groups of all regions go', find: '&& regions.includes(row.region)', replace: '&& regions.length > 0' },
    { name: 'an audit of no account lets what has none go', find: 'account !== undefined && row.account', replace: 'row.account' },
    { name: 'groups of one name in two accounts are one', find: "[account, region, 'group', group]", replace: "[region, 'group', group]" },
  ]),
  ...inFile('src/domain/history/trend.ts', [
    { name: 'the days of a trend are in the order of the files', find: 'toSorted(([one], [other]) => one - other)', replace: 'toSorted(() => 0)' },
    { name: 'the middle is the worst', find: 'days[Math.floor((days.length - 1) / 2)]', replace: 'days.at(-1)' },
    { name: 'the oldest days are kept', find: 'all.slice(-MOST_POINTS)', replace: 'all.slice(0, MOST_POINTS)' },
  ]),
  ...inFile('src/domain/history/changes.ts', [
    { name: 'an intent that is read later undoes its outcome', find: "return known.result === 'begun' && line.at >= known.at", replace: 'return line.at >= known.at' },
    { name: 'a run that was refused ends what is open', find: "['refused', 'planned']", replace: "['planned']" },
    { name: 'a run in another account ends what is open', find: 'mayBeAt(other, line) &&', replace: '(mayBeAt(other, line) || true) &&' },
    { name: 'any run without a group ends what is open of a bastion', find: "[line.mode, 'restore'].includes(other.mode)", replace: "[line.mode, 'restore', other.mode].includes(other.mode)" },
    { name: 'a floor that was reached exactly was broken', find: 'floor.lowest >= floor.promised', replace: 'floor.lowest > floor.promised' },
    { name: 'a run that goes on has a length', find: "startedAt === undefined || result === 'begun'", replace: "startedAt === undefined || result === 'begins'" },
  ]),
  ...inFile('src/domain/history/runs.ts', [
    { name: 'a run with one end is over', find: 'seconds.length === lines.length', replace: 'seconds.length > 0' },
    { name: 'every measured floor was broken', find: 'line.floor === undefined || hasHeld(line) === true', replace: 'line.floor === undefined' },
  ]),
  ...inFile('src/domain/history/holds.ts', [
    { name: 'a freeze holds before it begins', find: 'hold.from > now', replace: 'hold.from > now * 2' },
    { name: 'a lock is over at its last moment', find: 'hold.until < now', replace: 'hold.until < now + 86_400' },
    { name: 'a lock of another environment is about this one', find: 'hold.environment === environment)', replace: 'environment !== null)' },
  ]),
  ...inFile('src/domain/history/fleet-history.ts', [
    { name: 'a row that two services claim belongs to the first', find: 'only === undefined || more.length > 0', replace: 'only === undefined || more.length > 99' },
    { name: 'a region of two environments is of the first', find: 'environment === undefined || others.length > 0', replace: 'environment === undefined || others.length > 99' },
    { name: 'any change is the last roll', find: 'changes(group, place).findLast(isRoll)', replace: 'changes(group, place).at(-1)' },
    { name: 'a service without groups is left out', find: '[...groups, ...declared]', replace: '[...groups, ...declared.slice(99)]' },
    { name: 'what is over holds a service', find: "hold.state === 'holds' &&", replace: "hold.state !== 'coming' &&" },
  ]),
  ...inFile('src/domain/history/redact.ts', [
    { name: 'an account that reads as a date is shown', find: 'known.has(id) ||', replace: 'known.has(`${id} `) ||' },
    { name: 'a date is taken for an account', find: '!DATE.test(id)', replace: '!DATE.test(`${id} `)' },
    { name: 'the number of a run is taken for an account', find: "key !== 'run' &&", replace: "key !== 'runs' &&" },
  ]),
  ...inFile('src/command/page/read-line.ts', [
    { name: 'a verdict that there is not is read', find: 'if (verdict === undefined) throw', replace: 'if (verdict === null) throw' },
    { name: 'a day is a moment', find: String.raw`/^\d{4}-\d\d-\d\dT.*Z$/`, replace: String.raw`/^\d{4}-\d\d-\d\d/` },
  ]),
  ...inFile('src/command/page/read-history.ts', [
    { name: 'a wrong line has the number of the line before', find: ':${index + 1}:', replace: ':${index}:' },
    { name: 'every file is read for records', find: String.raw`/\.(jsonl|ndjson)$/i`, replace: '/./' },
  ]),
  ...inFile('src/command/page/html/cells.ts', [
    { name: 'any address is a link', find: "?.protocol === 'https:'", replace: '?.protocol !== undefined' },
    { name: 'the last moment of a day is the next day', find: 'isoTime(Math.floor(at))', replace: 'isoTime(at)' },
    { name: 'a foreign text is HTML', find: ': { html: htmlText(text), value: text }', replace: ': { html: text, value: text }' },
  ]),
  ...inFile('src/command/page/html/document.ts', [
    { name: 'the policy of the page is that of another script', find: "script-src '${hashOf(script)}'", replace: "script-src '${hashOf(style)}'" },
  ]),
] // prettier-ignore
