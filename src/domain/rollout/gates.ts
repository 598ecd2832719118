/**
 * Gates: points of a roll at which it holds, so that what is new is proven before more of it comes. A checkpoint is an amount
 * of new capacity: until its gate has let the roll pass no more than that is launched, and once that much is launched nothing old
 * leaves. Each gate bakes: what is new must have served for a time without a break. Pure.
 */
import type { Action } from './action.ts'
import { areAlarmsSteady, askAtEndOfBake } from './alarms.ts'
import { bakeLeft, END_BAKE, type Baking, goesOn } from './bake.ts'
import type { Situation } from './budget.ts'
import { type GroupCapacity, isOutdated } from './capacity.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet, Memo } from './fleet.ts'
import { GATED, gateInputsOf, isGated, passedOf, withGatesPassed } from './gates-by-hand.ts'
import type { Policy } from './policy.ts'
import { isServing, whyNotReady } from './readiness.ts'
import { isTakingBack } from './taken-back.ts'
import { restoreStep } from './restore.ts'
import { minutesText, waitBecause } from './wording.ts'

/** A gate that a roll comes to: at a checkpoint, or at the end of all. */
export interface Gate {
  /** How many gates lie before it. */
  readonly index: number
  /** The new capacity that it takes, in the group's unit; undefined at the end, where it is all of it. */
  readonly capacity: number | undefined
  readonly bakeSeconds: number
}

type Gated = Pick<Situation, 'memo' | 'policy' | 'capacity'>

/**
 * The checkpoint that is ahead; undefined where none is. While a roll is taken back there is none. Of a group that others have made
 * smaller since it takes no more than there will be.
 */
export function nextCheckpoint({
  memo,
  policy,
  capacity: { exempt },
}: Gated): (Gate & { capacity: number }) | undefined {
  const index = passedOf(memo)
  const { gates } = policy
  const asked = isTakingBack(memo, policy) ? undefined : gates?.checkpoints[index]
  if (gates === undefined || asked === undefined) return undefined
  const most = Math.max(0, memo.sizes.desired - capacityOf(exempt))
  return { index, capacity: Math.min(asked, most), bakeSeconds: gates.bakeSeconds }
}

/** The bake at the end; undefined where none is asked for, or a checkpoint is still ahead. */
function endGate(situation: Gated): Gate | undefined {
  const { memo, policy } = situation
  const { gates } = policy
  if (gates === undefined || isTakingBack(memo, policy) || nextCheckpoint(situation) !== undefined) return undefined
  return { index: gates.checkpoints.length, capacity: undefined, bakeSeconds: gates.bakeAtEndSeconds }
}

/** The new capacity that is there, or on its way: what AWS is about to launch is new as well. */
const launchedOf = ({ sizes }: Fleet, { current, total }: GroupCapacity): number =>
  capacityOf(current) + Math.max(0, sizes.desired - total)

/** The desired capacity that fills what the next gate takes; Infinity where none is ahead. */
export function desiredAtGate(situation: Situation): number {
  const gate = nextCheckpoint(situation)
  const { fleet, capacity } = situation
  return gate === undefined ? Infinity : fleet.sizes.desired + gate.capacity - launchedOf(fleet, capacity)
}

/** How much more may be launched before the next gate has let the roll pass; less than one instance may be exceeded. */
export const roomBeforeGate = (situation: Situation): number =>
  Math.max(0, desiredAtGate(situation) - situation.fleet.sizes.desired)

const readyCurrent = ({ current, ready }: GroupCapacity): number =>
  capacityOf(current.filter((instance) => ready.has(instance)))

/** The gate that the roll stands at: what it takes of new capacity serves. Undefined where it stands at none. */
function gateReached(situation: Situation): Gate | undefined {
  const { fleet, memo, capacity } = situation
  const checkpoint = nextCheckpoint(situation)
  if (checkpoint !== undefined) return readyCurrent(capacity) >= checkpoint.capacity ? checkpoint : undefined
  const gate = endGate(situation)
  if (gate === undefined || capacity.outdated.length > 0) return undefined
  const isThrough =
    capacity.unreadyCurrentCapacity === 0 && ['resume', 'clear-state'].includes(restoreStep(fleet, memo).kind)
  return isThrough || isGrowing(situation, gate) ? gate : undefined
}

/**
 * Whether the bake at the end is under way, and nothing else is not ready than what AWS has launched since, as where the group
 * grows with its load: it is waited for, but says nothing against what bakes.
 */
function isGrowing({ state: { baking }, capacity }: Situation, { index }: Gate): boolean {
  if (baking?.gate !== index) return false
  const unready = capacity.current.filter((instance) => !capacity.ready.has(instance))
  return unready.every(({ firstSeenAt }) => firstSeenAt >= baking.since)
}

/** What an observation adds: since when the roll has stood at its gate. A fall of what is new, or of an alarm, begins its bake anew. */
export function observeGate(before: Fleet, situation: Situation): Baking | undefined {
  const { fleet, state } = situation
  const gate = gateReached(situation)
  if (gate === undefined || hasFallen(before, situation) || !areAlarmsSteady(before, situation)) return undefined
  return goesOn(state.baking, gate.index, fleet)
}

/**
 * Whether a new instance that served does not any more: it is sick, or it has left though its group lacks capacity. One that
 * scaling takes away where there is enough says nothing against its version.
 */
function hasFallen({ instances }: Fleet, { fleet, policy, capacity }: Situation): boolean {
  const present = new Map(fleet.instances.map((instance) => [instance.id, instance]))
  const isLacking = capacity.total < fleet.sizes.desired
  return instances.some((before) => {
    if (before.readySince === undefined || !isCounted(before) || isOutdated(before, fleet, policy)) return false
    const now = present.get(before.id)
    return now !== undefined && isCounted(now) ? !isServing(now) : isLacking
  })
}

/** Holds the roll at a checkpoint: nothing old leaves there, and nothing more is launched, until it lets the roll pass. */
export function holdAtGate(situation: Situation): Action | undefined {
  const { memo, policy, capacity } = situation
  const checkpoint = nextCheckpoint(situation)
  if (checkpoint === undefined || roomBeforeGate(situation) > 0) return undefined
  const name = gateName(checkpoint, policy)
  if (gateReached(situation) === undefined) {
    const coming = capacity.current.find((each) => !capacity.ready.has(each))
    return waitBecause(
      coming === undefined
        ? `AWS is about to launch, up to ${name}`
        : `${coming.id} is not ready, and ${name} waits for it: ${whyNotReady(coming)}`,
    )
  }
  const left = bakeLeft(situation, checkpoint.index, checkpoint.bakeSeconds)
  if (left > 0)
    return waitBecause(`${name} is reached${beyond(situation, checkpoint)}, and bakes for ${minutesText(left)} more`)
  const unsure = askAtEndOfBake(situation, name)
  if (unsure) return unsure
  if (policy.gates?.promote === 'by-hand') return leaveAtGate(situation)
  return {
    kind: 'save-state',
    memo: withGatesPassed(memo, checkpoint.index + 1),
    reason: `${name} has let the roll pass`,
  }
}

/** What AWS has launched beyond a checkpoint by itself, in the place of instances that were lost: it is new as well, and counts. */
function beyond({ fleet, capacity }: Situation, checkpoint: { readonly capacity: number }): string {
  const launched = launchedOf(fleet, capacity)
  // The last instance that is launched up to a checkpoint may weigh more than it takes.
  return launched - checkpoint.capacity < Math.max(1, ...capacity.current.map(({ weight }) => weight))
    ? ''
    : ` by ${launched} where it takes ${checkpoint.capacity}, since what AWS launches by itself counts`
}

/**
 * Ends the run at the checkpoint that it stands at, so that a release goes on from it; undefined where it stands at none. Its
 * new instances carry the saved state as well, for where the tags of the group are removed.
 */
export function leaveAtGate(situation: Situation): Extract<Action, { kind: 'save-state' }> | undefined {
  const { memo, policy, capacity } = situation
  const checkpoint = nextCheckpoint(situation)
  if (policy.gates?.promote !== 'by-hand' || checkpoint === undefined || gateReached(situation) === undefined)
    return undefined
  return {
    kind: 'save-state',
    memo: {
      ...memo,
      heartbeatAt: 0,
      progress: {
        ...memo.progress,
        gatesPassed: checkpoint.index,
        phase: GATED,
        checkpoints: policy.gates.checkpoints.length,
        alarms: policy.gates.alarms?.names.length,
        // None is as good as absent: so it is read again.
        needs: gateInputsOf(policy).length > 0 ? gateInputsOf(policy) : undefined,
      },
    },
    carriers: capacity.current.map(({ id }) => id),
    reason: `${gateName(checkpoint, policy)} waits to be passed by hand`,
  }
}

/** Before the run forgets the group: what is new serves for a while, with everything put back but the saved state. */
export function bakeAtEnd(situation: Situation): Action | undefined {
  const { fleet, memo } = situation
  const gate = endGate(situation)
  if (gate === undefined || restoreStep(fleet, memo).kind !== 'clear-state') return undefined
  const left = bakeLeft(situation, gate.index, gate.bakeSeconds)
  if (left <= 0) return askAtEndOfBake(situation, 'the end')
  if (memo.progress?.phase !== END_BAKE)
    return {
      kind: 'save-state',
      memo: { ...memo, progress: { ...memo.progress, phase: END_BAKE } },
      reason: 'everything is back as it was; the new instances bake once more',
    }
  return waitBecause(`all instances are new, and bake for ${minutesText(left)} more`)
}

/** Whether the processes of the memo run again on purpose, while the new instances bake at the end. */
export const isBakingAtEnd = ({ memo: { progress }, policy: { rollback }, capacity }: Situation): boolean =>
  progress?.phase === END_BAKE && rollback === undefined && capacity.outdated.length === 0

/**
 * The memo of a roll that another run goes on with. To another launch source its gates begin anew: what has passed them was not
 * launched from it.
 */
export function withGatesOf(memo: Memo, source: string): Memo {
  if (memo.progress === undefined) return memo
  const { progress } = isGated(memo) ? withGatesPassed(memo, passedOf(memo)) : memo
  return memo.source === source
    ? { ...memo, progress }
    : { ...memo, progress: { ...progress, gatesPassed: undefined, phase: undefined } }
}

/** A gate as a person finds it: `checkpoint 1 of 2`. */
const gateName = ({ index }: Gate, { gates }: Pick<Policy, 'gates'>): string =>
  `checkpoint ${index + 1} of ${gates?.checkpoints.length ?? index + 1}`
