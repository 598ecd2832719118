import type { Side } from '../../domain/traffic/shares.ts'
import { weightsInWords } from '../../domain/traffic/shares.ts'
import type { TrafficChange } from '../../domain/traffic/traffic.ts'
import type { RouteShares, TrafficResult } from '../events.ts'
import { duration } from '../../text/duration.ts'
import { clockTime } from '../../text/time.ts'

/** What a change does, as an order; groups are called by their sides and names. */
export function trafficChangeInWords(change: TrafficChange, names: Readonly<Record<Side, string>>): string {
  const group = (side: Side): string => `${names[side]} (${side})`
  switch (change.kind) {
    case 'save-state': {
      const { share, phase } = change.memos.green.progress ?? {}
      return `save the state of both groups in tags${share === undefined ? '' : `, at ${share} percent`}${phase === undefined ? '' : ` (${phase})`}`
    }
    case 'renew-lease':
      return 'renew the lease of both groups'
    case 'note-shares':
      return `note on ${change.routes.join(', ')} how traffic is divided (${weightsInWords(change.previous.weights)})`
    case 'patch':
      return `give ${group(change.side)} what it is to launch`
    case 'suspend':
      return `suspend ${change.processes.join(', ')} of ${group(change.side)}`
    case 'resume':
      return `resume ${change.processes.join(', ')} of ${group(change.side)}`
    case 'resize': {
      const { min, desired, max } = change.sizes
      const parts = [
        ...(min === undefined ? [] : [`min size to ${min}`]),
        ...(desired === undefined ? [] : [`desired capacity to ${desired}`]),
        ...(max === undefined ? [] : [`max size to ${max}`]),
      ]
      return `set ${parts.join(' and ')} of ${group(change.side)}`
    }
    case 'set-shares':
      return `set the weights of ${change.route} to ${weightsInWords(change.weights)}`
    case 'remove-notes':
      return `remove from ${change.routes.join(', ')} what was noted of the shares before`
    case 'clear-state':
      return 'remove the saved state of both groups'
    default:
      return change satisfies never
  }
}

/** `blue 90 %, green 10 %`. */
export const sharesInWords = ({ blue, green }: RouteShares['before']): string => `blue ${blue} %, green ${green} %`

const VERDICTS: Readonly<Record<TrafficResult['status'], string>> = {
  current: 'traffic is divided as asked for already',
  shifted: 'the traffic is shifted',
  gated: 'the shift waits to be passed by hand',
  released: 'the side without traffic is released',
  restored: 'the shift is taken back',
  halted: 'the shift was halted and taken back',
  held: 'the shift was halted, the new side stays without traffic for inspection',
  refused: 'traffic was not shifted',
  unfinished: 'the shift is unfinished',
  planned: 'planned, nothing was changed',
}

/** What became of a shift, in a clause. */
export const trafficVerdict = ({ status }: Pick<TrafficResult, 'status'>): string => VERDICTS[status]

/** How it ended, and below that the shares and what went wrong. */
export function trafficLines(result: TrafficResult): readonly string[] {
  const { groups, to, status, startedAt, endedAt, shares, failure, left, keptUntil } = result
  const took =
    status === 'current' || status === 'planned' || status === 'refused' ? '' : `, ${duration(endedAt - startedAt)}`
  return [
    `${groups.blue} (blue), ${groups.green} (green), to ${to}: ${trafficVerdict(result)}${took}`,
    ...shares.map(({ id, before, after }) => `  ${id}: ${sharesInWords(before)} -> ${sharesInWords(after)}`),
    ...(keptUntil === undefined || status === 'released' ? [] : [`  ${keptText(keptUntil)}`]),
    ...(failure === undefined ? [] : [`  ${failure.what}`]),
    ...(failure?.why === undefined ? [] : [`  Why: ${failure.why}`]),
    ...(failure?.remedy === undefined ? [] : [`  What to do: ${failure.remedy}`]),
    ...left.map((sentence) => `  Left: ${sentence}`),
  ]
}

/** Until when the side without traffic is kept, and what follows. */
export const keptText = (until: number): string =>
  `The side without traffic is kept until ${clockTime(until)} UTC; then \`mode: release\` shrinks it. \`mode: rollback\` returns to it.`
