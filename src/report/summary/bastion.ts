import type { BastionResult } from '../events.ts'
import { duration } from '../../text/duration.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { RunRequest } from '../results/request.ts'
import { clockTime } from '../../text/time.ts'
import { askedFor } from './asked-for.ts'
import { instanceLink } from './links.ts'
import { type Part, plainPart } from './parts.ts'
import { prose } from './prose.ts'
import type { Verdict } from './heading.ts'

const MARKS: Readonly<Record<BastionResult['status'], Verdict['mark']>> = {
  current: '✅',
  replaced: '✅',
  restored: '✅',
  planned: '📋',
  halted: '❌',
  unfinished: '❌',
}

const VERDICTS: Readonly<Record<BastionResult['status'], string>> = {
  current: 'the bastion is up to date',
  replaced: 'the bastion was replaced',
  restored: 'the bastion is as it was',
  planned: 'the bastion would be replaced',
  halted: 'the replacement of the bastion was halted',
  unfinished: 'the replacement of the bastion is unfinished',
}

/** What became of the bastion: the verdict for the first line of the summary. */
export const verdictOfBastion = ({ status, failure }: BastionResult): Verdict => ({
  mark: failure === undefined ? MARKS[status] : '❌',
  text: VERDICTS[status],
})

/** What was asked for, where, and how long it took. */
export function bastionLine(request: RunRequest, { startedAt, endedAt }: BastionResult): string {
  const took = request.dryRun ? '' : `; ${duration(endedAt - startedAt)}`
  return `${askedFor(request)}${took}.`
}

/** What became of the bastion: a table, what went wrong, its host keys, and the steps. */
export function bastionParts(result: BastionResult): Part[] {
  const { failure, hostKeys, userData, status } = result
  return [
    ...(failure === undefined ? [] : [plain(failureText(result))]),
    plain(table(result)),
    ...(hostKeys.length === 0 ? [] : [plain(hostKeysText(hostKeys))]),
    ...(userData.length === 0
      ? []
      : [
          plain(
            `User data: ${userData.map(({ path, before, after }) => `${markdownCode(path)} ${value(before)} → ${value(after)}`).join(', ')}.`,
          ),
        ]),
    ...steps(
      result,
      status === 'planned' ? '### Plan\n\nNothing was changed. A run without `dry-run` would:' : '### Steps',
    ),
  ]
}

const plain = (text: string): Part => plainPart(text, 20_000)

const value = (text: string | undefined): string => (text === undefined ? '*nothing*' : markdownCode(clip(text, 200)))

function table({
  name,
  address,
  instanceId,
  previousInstanceId,
  imageId,
  previousImageId,
  zone,
  banner,
  region,
}: BastionResult): string {
  const code = (text: string | undefined): string => (text === undefined ? '' : markdownCode(clip(text, 255)))
  const instance = (id: string | undefined): string => (id === undefined ? '' : instanceLink(region, id))
  const arrow = (before: string | undefined, after: string | undefined, shown = code): string =>
    before === undefined || before === after ? shown(after) : `${shown(before)} → ${shown(after)}`
  return [
    '| Bastion | Address | Instance | Image | Zone | SSH |',
    '|---|---|---|---|---|---|',
    `| ${code(name)} | ${code(address)} | ${arrow(previousInstanceId, instanceId, instance)} | ${arrow(previousImageId, imageId)} | ${code(zone)} | ${code(banner)} |`,
  ].join('\n')
}

function failureText({ failure, left, region }: BastionResult): string {
  const said = (text: string): string => prose(text, region)
  return [
    '### What happened, and how to go on',
    '',
    said(failure?.what ?? ''),
    '',
    ...(failure?.why === undefined ? [] : [`- Why: ${said(failure.why)}`]),
    ...(failure?.remedy === undefined ? [] : [`- What to do: ${said(failure.remedy)}`]),
    ...(left.length === 0 ? ['- Nothing is left behind: the bastion is as it was.'] : []),
    ...left.map((sentence) => `- Left: ${said(sentence)}`),
  ].join('\n')
}

const hostKeysText = (keys: readonly string[]): string =>
  [
    'The host keys are new: SSH clients warn until the old ones are removed (`ssh-keygen -R <address>`). Fingerprints from the console:',
    '',
    ...keys.map((key) => `- ${markdownCode(clip(key, 200))}`),
  ].join('\n')

function steps({ steps: made }: BastionResult, head: string): Part[] {
  if (made.length === 0) return []
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
