import {
  type BastionObservation,
  type BastionRunState,
  type BastionStep,
  isRunningHost,
  type Successor,
} from './bastion.ts'
import { doubtInWords } from './ownership.ts'

/** Where it is not known any more which instance is the new one nothing is launched, and the address stays with what serves. */
export function unsureStep(
  { address, successors, doubtful }: BastionObservation,
  { launched }: BastionRunState,
  next: Successor | undefined,
): BastionStep | undefined {
  const isMarked = successors.some(({ id }) => id === launched?.id)
  const unmarked = launched?.id === address.holder && !isMarked ? launched : undefined
  const changed =
    successors.find((one) => one.tag === 'changed' && isRunningHost(one)) ?? (next === undefined ? unmarked : undefined)
  if (changed !== undefined)
    return {
      kind: 'halt',
      stage: address.holder === changed.id ? 'ssh-after-move' : 'start',
      reason: `the tag fleet-patch:bastion of the new instance ${changed.id} was changed or deleted by others, and no later run could tell what it is`,
      remedy: 'Find the call that changed the tag in CloudTrail, then run the step again.',
    }
  const holder = doubtful.find(({ id }) => id === address.holder)
  const one = holder ?? doubtful[0]
  // What this run has launched it launches again with the same client token, so that there is no second one.
  if (one === undefined || !(holder !== undefined || (next === undefined && launched === undefined))) return undefined
  return {
    kind: 'halt',
    stage: holder === undefined ? 'launch' : 'ssh-after-move',
    reason: doubtInWords(one),
    remedy:
      holder === undefined
        ? `Terminate ${one.id} or delete its tag fleet-patch:bastion, then run the step again.`
        : `Delete the tag fleet-patch:bastion of ${one.id}, or move the address back and then terminate it, and run the step again.`,
  }
}
