import type { BastionChange } from '../../domain/bastion/bastion.ts'
import type { BastionResult } from '../events.ts'
import { duration } from '../../text/duration.ts'

/** What a change does, as an order. */
export function bastionChangeInWords(change: BastionChange): string {
  switch (change.kind) {
    case 'launch':
      return `launch a new bastion in ${change.subnet.id} (${change.subnet.zone})`
    case 'forward-packets':
      return `switch off the source/destination check of ${change.instance}`
    case 'allocate':
      return 'allocate a temporary Elastic IP'
    case 'note-address':
      return `note the temporary Elastic IP ${change.allocation} in the tag of ${change.instance}`
    case 'associate':
      return associationInWords(change)
    case 'disassociate':
      return `disassociate the temporary Elastic IP ${change.allocation} from its instance`
    case 'release':
      return `release the temporary Elastic IP ${change.allocation}`
    case 'protect':
      return `${change.protection === 'on' ? 'protect' : 'stop protecting'} ${change.instance} against termination`
    case 'terminate':
      return `terminate ${change.instance}`
    case 'forget':
      return `remove the saved state from ${change.instance}`
    default:
      return change satisfies never
  }
}

function associationInWords({ ip, instance, purpose }: Extract<BastionChange, { kind: 'associate' }>): string {
  switch (purpose) {
    case 'probe':
      return `associate the temporary Elastic IP ${ip} with ${instance}`
    case 'move':
      return `move ${ip} to ${instance}`
    case 'back':
      return `move ${ip} back to ${instance}`
    default:
      return purpose satisfies never
  }
}

/** How it ended, and below that its host keys and what went wrong. */
export const bastionLines = (result: BastionResult): readonly string[] => [
  bastionVerdict(result),
  ...bastionDetails(result).map((text) => `  ${text}`),
]

/** How it ended, in one line. */
export function bastionVerdict(result: BastionResult): string {
  const { name, status, address, instanceId, previousInstanceId, imageId, startedAt, endedAt } = result
  const took = `, ${duration(endedAt - startedAt)}`
  switch (status) {
    case 'current':
      return `${name}: up to date, ${instanceId ?? 'it'} runs ${imageId ?? 'its image'}`
    case 'replaced':
      return `${name}: ${previousInstanceId ?? 'the old bastion'} was replaced by ${instanceId ?? 'a new one'} at ${address}${took}`
    case 'restored':
      return `${name}: ${instanceId ?? 'the bastion'} is alone at ${address}, nothing else is left`
    case 'halted':
      return `${name}: halted, ${instanceId ?? 'the old bastion'} is as it was at ${address}${took}`
    case 'unfinished':
      return `${name}: unfinished${took}`
    case 'planned':
      return `${name}: planned, nothing was changed`
    default:
      return status satisfies never
  }
}

function bastionDetails({ hostKeys, failure, left, banner }: BastionResult): string[] {
  return [
    ...(banner === undefined ? [] : [`SSH banner: ${banner}`]),
    ...hostKeys.map((key) => `new host key: ${key}`),
    ...(failure === undefined ? [] : [failure.what]),
    ...(failure?.why === undefined ? [] : [`Why: ${failure.why}`]),
    ...(failure?.remedy === undefined ? [] : [`What to do: ${failure.remedy}`]),
    ...left.map((sentence) => `Left: ${sentence}`),
  ]
}
