/** The tables of rolls of the page, and what a page has that stands in no file of figures. */
import { markdown } from './markdown.ts'
import type { Figures, Use } from './measure.ts'
import { nameOf, type Scenario } from './scenarios.ts'

/** What the columns mean. */
export const COLUMNS = [
  '- `groups x n`: so many groups of `n` instances each. `surge` is the input of that name.',
  '- `boot s`: from the launch of an instance until it is in service. With `σ 0.3` boots are log-normal with that sigma, and the number is their median.',
  '- `reaction s`: from a change of a group until Auto Scaling acts on it. `draining s`: how long a load balancer drains an instance that leaves.',
  '- `limit s`: how long a roll without any delay of its own takes with the boots that were drawn, in the order of their launches (list scheduling): in each place of the surge one instance after the other is launched by AWS, boots, and is found healthy, by a load balancer after 20 s, by EC2 status checks after 120 s. `ratio` is seconds divided by limit. Where boots vary, a roll can be a few seconds faster than this order.',
  '- `throttled`: which share of the calls AWS refused as too many. A roll with `throttled` beside its surge lives under the request limits that AWS publishes for EC2 and load balancing, and under one that is assumed for Auto Scaling.',
  '- `delay s`: from the moment at which a new instance is ready until the next old one leaves: median / 90 % / worst.',
  '- `lowest`: the fewest ready instances of any group at any moment, less its floor; 0 or more keeps the floor. `after`: launches that AWS makes without a request, and zones that it must balance. Both, and the launches, are watched for 20 minutes after the roll.',
  '- `CPU s`, `peak MB`: `-` where the row was measured by `npm run bench -- --only`, on a machine that had other work.',
].join('\n')

/** CPU seconds and megabytes as the page has them. */
export type UseCells = readonly [cpu: string, megabytes: string]

export interface Row {
  readonly scenario: Scenario
  /** Undefined where the roll has not ended in time. */
  readonly figures: Figures | undefined
  readonly use: UseCells | undefined
}

export const useCells = ({ cpuSeconds, peakMegabytes }: Use): UseCells => [
  cpuSeconds.toFixed(1),
  peakMegabytes.toFixed(0),
]

const HEAD = ['groups x n', 'surge', 'boot s', 'reaction s', 'balancer', 'draining s', 'seconds', 'limit s', 'ratio', 'calls', 'calls per replaced', 'throttled', 'launches per replaced', 'delay s', 'lowest', 'after', 'CPU s', 'peak MB'] // prettier-ignore

/** What is rolled, in the first cells of a row. */
function planOf({ groups, size, surge, bootSeconds, sigma, reactionSeconds, balancer, drainingSeconds, throttled }: Scenario): readonly string[] {
  const boot = sigma === undefined ? String(bootSeconds) : `${bootSeconds}, σ ${sigma}`
  return [`${groups} x ${size}`, `${surge}${throttled ? ', throttled' : ''}`, boot, String(reactionSeconds), balancer, String(drainingSeconds)]
} // prettier-ignore

export const rollTable = (rows: readonly Row[]): string => markdown(HEAD, rows.map(cellsOf))

function cellsOf({ scenario, figures, use = ['-', '-'] }: Row): readonly (string | number)[] {
  const plan = planOf(scenario)
  if (figures === undefined) return [...plan, 'not at its end in time', ...Array<string>(11).fill('')]
  const { seconds, limitSeconds, calls, throttled, launches, replaced, delay, spare, after } = figures
  return [
    ...plan,
    seconds.toFixed(0),
    limitSeconds.toFixed(0),
    (seconds / limitSeconds).toFixed(3),
    calls,
    (calls / replaced).toFixed(1),
    throttled === 0 ? 0 : `${((throttled / calls) * 100).toFixed(1)} %`,
    (launches / replaced).toFixed(2),
    [delay.median, delay.p90, delay.worst].map((each) => each.toFixed(1)).join(' / '),
    spare,
    after,
    ...use,
  ]
}

/** Where the table of a section begins and ends in a page; undefined where there is none. */
function tableIn(page: string, title: string): { readonly from: number; readonly to: number } | undefined {
  const head = page.indexOf(headOf(title))
  const from = page.indexOf('\n|', head) + 1
  return head < 0 ? undefined : { from, to: page.indexOf('\n\n', from) }
}

const headOf = (title: string): string => `\n## ${title}\n`

/** The CPU seconds and megabytes of a roll, which stand in no file of figures. */
export function useOnPage(page: string, title: string, scenario: Scenario): UseCells | undefined {
  const table = tableIn(page, title)
  const lines = table === undefined ? [] : page.slice(table.from, table.to).split('\n')
  const rows = lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())) // prettier-ignore
  const row = rows.find((cells) => planOf(scenario).every((cell, place) => cells[place] === cell))
  return row && [row.at(-2) ?? '-', row.at(-1) ?? '-']
}

/** A page with what its columns mean and the tables of these sections made anew of figures; CPU seconds and megabytes stay. */
export function withRolls(
  page: string,
  sections: Readonly<Record<string, readonly Scenario[]>>,
  results: Readonly<Record<string, Figures>>,
): string {
  const columns = page.indexOf(COLUMNS.slice(0, 20))
  let text = `${page.slice(0, columns)}${COLUMNS}${page.slice(page.indexOf('\n\n', columns))}`
  let next = 'Shifts of traffic'
  for (const [title, scenarios] of Object.entries(sections).toReversed()) {
    const rows = scenarios.map((scenario) => {
      const figures = results[nameOf(scenario)]
      if (figures === undefined)
        throw new Error(`There are no figures of "${nameOf(scenario)}": npm run bench -- --only`)
      return { scenario, figures, use: useOnPage(page, title, scenario) }
    })
    const begin = text.indexOf(headOf(next)) + 1
    const { from, to } = tableIn(text, title) ?? { from: begin, to: begin }
    const isNew = from === begin
    text = `${text.slice(0, from)}${isNew ? `## ${title}\n\n` : ''}${rollTable(rows)}${isNew ? '\n\n' : ''}${text.slice(to)}`
    next = title
  }
  return text
}
