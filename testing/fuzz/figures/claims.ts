/** What a step says of itself: how it ended, and its sentences without what is another in each world. */
import { createHash } from 'node:crypto'
import type { ActionRun } from '../../run-action.ts'

/** What of the output `result` is a claim, of a group or of a bastion. */
interface Told {
  readonly status?: string
  readonly replacedCount?: number
  readonly launchedCount?: number
  readonly failure?: { readonly what?: string; readonly why?: string } | null
  readonly left?: readonly unknown[]
  readonly notes?: readonly unknown[]
  readonly steps?: readonly { readonly action?: string; readonly reason?: string }[]
}

/** Sentences by their keys. */
export type Sentences = Readonly<Record<string, string>>

function toldBy({ outputs }: ActionRun): readonly Told[] {
  const { groups = [], bastion } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly Told[]; bastion?: Told | null } // prettier-ignore
  return bastion ? [...groups, bastion] : groups
}

/** `green rolled changed 3/3`: the end, the results of the groups, and how many were replaced and launched, as far as they are told. */
export function claimOf(run: ActionRun): string {
  const told = toldBy(run)
  const sum = (of: (each: Told) => number | undefined): number => told.reduce((total, each) => total + (of(each) ?? 0), 0)
  const [replaced, launched] = [sum(({ replacedCount }) => replacedCount), sum(({ launchedCount }) => launchedCount)]
  const isAny = replaced + launched > 0
  return [
    run.died ? 'died' : run.failed ? 'red' : 'green',
    ...told.map(({ status = '-' }) => status.replaceAll(' ', '-')),
    ...(run.outputs['changed'] === 'true' ? ['changed'] : []),
    ...(isAny ? [`${replaced}/${launched}`] : []),
  ].join(' ')
} // prettier-ignore

/** What it says to a person: warnings and errors, what has failed and what is left, and why it did what it did. */
export function sentencesOf(run: ActionRun): Sentences {
  const said = [
    ...run.annotations.map(({ level, title, message }) => `${level}: ${title}: ${message}`),
    ...toldBy(run).flatMap(({ failure, left = [], notes = [], steps = [] }) => [
      ...(failure?.why === undefined ? [] : [`failed: ${failure.why}`]),
      ...left.map((each) => `left: ${JSON.stringify(each)}`),
      ...notes.map((each) => `note: ${JSON.stringify(each)}`),
      ...steps.map(({ action, reason }) => `${action}: ${reason}`),
    ]),
  ].map(general)
  return Object.fromEntries(said.map((sentence) => [keyOf(sentence), sentence]))
}

/** Without ids, numbers and times, and with one in the place of several of them. */
function general(sentence: string): string {
  return sentence
    .replaceAll(/\n {4}at .*/g, '')
    .replaceAll(/\b([a-z]+)-[0-9a-f]{8,}\b/g, '$1-#')
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '#')
    .replaceAll(/\d+([.,:]\d+)*/g, '#')
    .replaceAll(/([a-z]+-#)((, | and |, and )\1)+/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const KEY_LENGTH = 4

const keyOf = (sentence: string): string =>
  BigInt(`0x${createHash('sha256').update(sentence).digest('hex')}`).toString(36).slice(-KEY_LENGTH) // prettier-ignore
