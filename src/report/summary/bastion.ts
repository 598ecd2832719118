import type { BastionResult } from '../events.ts'
import { duration } from '../../text/duration.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { RunRequest } from '../results/request.ts'
import { clockTime } from '../../text/time.ts'
import { type Part, plainPart } from './parts.ts'
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
export function bastionLine(
  { mode, account, region, dryRun }: RunRequest,
  { startedAt, endedAt }: BastionResult,
): string {
  const where = `${account === undefined ? '' : `account ${markdownCode(account)}, `}region ${markdownCode(region)}`
  const took = dryRun ? '' : `; ${duration(endedAt - startedAt)}`
  return `Asked for: ${markdownCode(mode)}${dryRun ? ' as a dry run' : ''} in ${where}${took}.`
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
}: BastionResult): string {
  const code = (text: string | undefined): string => (text === undefined ? '' : markdownCode(clip(text, 255)))
  const arrow = (before: string | undefined, after: string | undefined): string =>
    before === undefined || before === after ? code(after) : `${code(before)} → ${code(after)}`
  return [
    '| Bastion | Address | Instance | Image | Zone | SSH |',
    '|---|---|---|---|---|---|',
    `| ${code(name)} | ${code(address)} | ${arrow(previousInstanceId, instanceId)} | ${arrow(previousImageId, imageId)} | ${code(zone)} | ${code(banner)} |`,
  ].join('\n')
}

function failureText({ failure, left }: BastionResult): string {
  const prose = (text: string): string => markdownText(clip(text, 2000))
  return [
    '### What happened, and how to go on',
    '',
    prose(failure?.what ?? ''),
    '',
    ...(failure?.why === undefined ? [] : [`- Why: ${prose(failure.why)}`]),
    ...(failure?.remedy === undefined ? [] : [`- What to do: ${prose(failure.remedy)}`]),
    ...(left.length === 0 ? ['- Nothing is left behind: the bastion is as it was.'] : []),
    ...left.map((sentence) => `- Left: ${prose(sentence)}`),
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
