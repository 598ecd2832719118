import type { Explanation } from '../../errors.ts'
import { clip } from '../../text/escape.ts'
import { isoTime } from '../../text/time.ts'
import type { GroupResult, RunResult, TrafficResult } from '../events.ts'
import { brokeFloor } from '../judgement.ts'
import { partsOf } from '../result-parts.ts'
import { rendererOf } from '../render/renderers.ts'
import { type RunRequest, shownInput } from '../results/request.ts'
import { capacityOption, replacementOption, trafficOption } from './chart-options.ts'
import { htmlText } from '../../text/html.ts'
import type { Journal } from './journal.ts'
import { eventsTable, failures, instancesTable, resultTable, section, stepsTable } from './sections.ts'
import { STYLE } from './style.ts'
import { svgOf } from './svg.ts'
import { tableHtml } from './table.ts'

/** What a run was, for its report. */
export interface ReportedPage {
  readonly request: RunRequest
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
  readonly warnings: readonly string[]
  readonly journal: Journal
  /** Seconds since the Unix epoch. */
  readonly endedAt: number
  /** Where a person can look at the run; undefined outside of GitHub. */
  readonly url: string | undefined
}

/** Groups that have charts; what came of the others is in the tables. */
const MOST_CHARTS = 20

/**
 * One HTML file that needs nothing else: no script, and nothing that is loaded. What is foreign is escaped, and the policy of its first
 * lines keeps a browser from doing anything but showing it.
 */
export function reportPage(page: ReportedPage): string {
  const { request, result, failure, warnings, journal, endedAt } = page
  const { groups, traffic } = partsOf(result)
  const title = titleOf(page)
  const body = [
    `<h1>${htmlText(title)}</h1>`,
    factsHtml(page),
    section('Capacity', capacityHtml(request, groups)),
    section('Traffic', traffic.map(trafficHtml).join('\n')),
    section('Result', resultTable(result)),
    section('What happened, and how to go on', failures(result, failure)),
    section('Warnings', warnings.length === 0 ? '' : `<ul>\n${warnings.map((each) => `<li>${htmlText(each)}</li>`).join('\n')}\n</ul>`),
    section('Details', [stepsTable(result), request.dryRun ? '' : instancesTable(groups), eventsTable(journal), inputsHtml(request)].join('\n')),
    `<footer><p>Written by Fleet Patch at ${htmlText(isoTime(endedAt))}. Times are UTC.</p></footer>`,
  ].filter((part) => part !== '') // prettier-ignore
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(clip(title, 200))}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`
}

function titleOf({ request, result, failure }: ReportedPage): string {
  const { annotation, notice } = rendererOf<RunResult['kind']>(result)
  if (failure !== undefined) return 'Fleet Patch failed'
  const failed = annotation(result)
  return failed === undefined ? `Fleet Patch: ${notice(request, result)}` : failed.title
}

function factsHtml({ request: { mode, account, region, dryRun }, url }: ReportedPage): string {
  const facts = [
    ...(mode === '' ? [] : [`mode ${mode}${dryRun ? ', as a dry run' : ''}`]),
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(region === '' ? [] : [`region ${region}`]),
  ]
  const run = url === undefined ? '' : ` <a href="${htmlText(url)}" rel="noreferrer">The run on GitHub</a>`
  return `<p class="soft">${htmlText(facts.join(', '))}${run}</p>`
}

function capacityHtml({ dryRun }: RunRequest, groups: readonly GroupResult[]): string {
  const moved = dryRun ? [] : groups.filter(({ capacity = [] }) => capacity.some(({ coming, leaving }) => coming + leaving > 0))
  const more = moved.length - MOST_CHARTS
  return [
    ...moved.slice(0, MOST_CHARTS).map(chartsOf),
    ...(more > 0 ? [`<p>${more} more groups have no chart here: what came of them is in the tables.</p>`] : []),
  ].join('\n')
} // prettier-ignore

function chartsOf(result: GroupResult, index: number): string {
  const { group, capacity = [], marks = [], lowestReady, floor } = result
  const held = brokeFloor(result) ? 'The floor was broken' : lowestReady < floor ? 'Below the floor from the start' : 'The floor held' // prettier-ignore
  return [
    figure(group, svgOf(capacityOption(capacity, marks), `capacity-${index}`), `${held}: ${lowestReady} ready at the lowest, floor ${floor}.`),
    figure('', svgOf(replacementOption(capacity), `replacement-${index}`), `Old and new capacity of ${group}.`),
    marks.length === 0
      ? ''
      : tableHtml({
          label: `Gates and alarms of ${group}`,
          columns: ['UTC', 'Kind', 'What'],
          rows: marks.map(({ at, kind, text }) => [isoTime(at), kind, text]),
        }),
  ].join('\n')
} // prettier-ignore

function trafficHtml(result: TrafficResult, index: number): string {
  const { groups, to, curve } = result
  const sides = tableHtml({
    label: 'Shares',
    columns: ['Rule or record', 'Blue before', 'Green before', 'Blue after', 'Green after'],
    rows: result.shares.map(({ id, before, after }) => [id, `${before.blue} %`, `${before.green} %`, `${after.blue} %`, `${after.green} %`]),
  }) // prettier-ignore
  const names = `${groups.blue} is blue, ${groups.green} is green; traffic goes to ${to}.`
  if (curve.length < 2) return `<p>${htmlText(names)}</p>\n${sides}`
  return `${figure('Percent of the traffic', svgOf(trafficOption(result), `traffic-${index}`), names)}\n${sides}`
}

const figure = (title: string, svg: string, caption: string): string =>
  `<figure>${title === '' ? '' : `<h3>${htmlText(title)}</h3>`}<div class="wide" tabindex="0" role="img" aria-label="${htmlText(caption)}">${svg}</div><figcaption>${htmlText(caption)}</figcaption></figure>`

function inputsHtml(request: RunRequest): string {
  const rows = Object.entries(request.inputs).map(([name, value]) => [name, shownInput(name, value)])
  if (rows.length === 0) return ''
  return `<details><summary>Inputs as given</summary>\n${tableHtml({ label: 'Inputs', columns: ['Input', 'Value'], rows })}\n</details>`
}
