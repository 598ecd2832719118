import { duration, roughRange } from '../../text/duration.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import { clockTime } from '../../text/time.ts'
import type { TrafficResult } from '../events.ts'
import { keptText, sharesInWords, trafficVerdict } from '../log/traffic-words.ts'
import type { RunRequest } from '../results/request.ts'
import type { Verdict } from './heading.ts'
import { askedFor } from './asked-for.ts'
import { groupLink } from './links.ts'
import { type Part, plainPart } from './parts.ts'
import { prose } from './prose.ts'

const FAILED: readonly TrafficResult['status'][] = ['halted', 'held', 'refused', 'unfinished']

/** What became of a shift: the verdict for the first line of the summary. */
export const verdictOfTraffic = (result: TrafficResult): Verdict => ({
  mark:
    result.status === 'planned' ? '📋' : FAILED.includes(result.status) || result.failure !== undefined ? '❌' : '✅',
  text: trafficVerdict(result),
})

/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
export function trafficLine(
  request: RunRequest,
  { startedAt, endedAt, expectedDuration: expected }: TrafficResult,
): string {
  const expectation = expected === undefined ? '' : `; expected duration ${roughRange(expected)}`
  const took = request.dryRun ? expectation : `; ${duration(endedAt - startedAt)}`
  return `${askedFor(request)}${took}.`
}

/** What became of a shift: what went wrong, the shares and sizes, their course as a picture, and the steps. */
export function trafficParts(result: TrafficResult): Part[] {
  const { failure, keptUntil, status } = result
  const plain = (text: string): Part => plainPart(text, 20_000)
  return [
    ...(failure === undefined ? [] : [plain(failureText(result))]),
    plain(sharesTable(result)),
    ...(keptUntil === undefined || status === 'released' ? [] : [plain(prose(keptText(keptUntil)))]),
    plain(sizesTable(result)),
    ...(result.curve.length > 1 ? [plain(curveChart(result))] : []),
    ...steps(result),
  ]
}

const code = (text: string): string => markdownCode(clip(text, 255))

const sharesTable = ({ shares }: TrafficResult): string =>
  [
    '| Rule or record | Before | After |',
    '|---|---|---|',
    ...shares.map(({ id, before, after }) => `| ${code(id)} | ${sharesInWords(before)} | ${sharesInWords(after)} |`),
  ].join('\n')

function sizesTable({ groups, sizes, to, region }: TrafficResult): string {
  const text = ({ min, desired, max }: TrafficResult['sizes']['blue']['before']): string =>
    `${min} / ${desired} / ${max}`
  return [
    '| Side | Group | Min / desired / max before | After |',
    '|---|---|---|---|',
    ...(['blue', 'green'] as const).map(
      (side) =>
        `| ${side}${side === to ? ', traffic goes to it' : ''} | ${groupLink(region, groups[side])} | ${text(sizes[side].before)} | ${text(sizes[side].after)} |`,
    ),
  ].join('\n')
}

/** The share over time, as GitHub draws it; a step of the line is a step of the shift. */
export function curveChart({
  curve,
  to,
  startedAt,
  endedAt,
}: Pick<TrafficResult, 'curve' | 'to' | 'startedAt' | 'endedAt'>): string {
  const COLUMNS = 24
  const span = Math.max(1, endedAt - startedAt)
  const at = (column: number): number => startedAt + (span * column) / COLUMNS
  const shareAt = (moment: number): number =>
    curve.findLast((point) => point.at <= moment)?.share ?? curve[0]?.share ?? 0
  const columns = Array.from({ length: COLUMNS + 1 }, (_, column) => column)
  const values = columns.map((column) => Math.round((column === COLUMNS ? (curve.at(-1)?.share ?? 0) : shareAt(at(column))) * 10) / 10) // prettier-ignore
  return [
    '```mermaid',
    'xychart-beta',
    `    title "Percent of the traffic that ${to} gets"`,
    `    x-axis "minutes" 0 --> ${Math.max(0.1, Math.round((span / 60) * 10) / 10)}`,
    '    y-axis "percent" 0 --> 100',
    `    line [${values.join(', ')}]`,
    '```',
  ].join('\n')
}

function failureText({ failure, left, region }: TrafficResult): string {
  const said = (text: string): string => prose(text, region)
  return [
    '### What happened, and how to go on',
    '',
    said(failure?.what ?? ''),
    '',
    ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
    ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
    ...left.map((sentence) => `- Left: ${said(sentence)}`),
  ].join('\n')
}

function steps({ steps: made, status }: TrafficResult): Part[] {
  if (made.length === 0) return []
  const head = status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps'
  const rows = made.map(
    ({ at, detail, reason }, index) =>
      `| ${index + 1} | ${clockTime(at)} | ${markdownText(detail)} | ${markdownText(reason)} |`,
  )
  return [
    {
      head: `${head}\n\n| # | UTC | Step | Reason |\n|--:|---|---|---|`,
      rows,
      tail: '',
      total: rows.length,
      cut: (missing) => `*and ${missing} more*`,
      share: 40_000,
    },
  ]
}
