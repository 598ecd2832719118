/**
 * Scaling policies that stay alive while a group rolls. Policies see what the roll has launched beyond the wish, and scaling in
 * would take it away again, the new instances among it: AWS chooses by zone first. So the minimum is held at the desired capacity
 * as long as something is to be replaced or has yet to serve, and is lowered in the same breath as the desired capacity. Scaling out stays
 * free: the maximum is raised by the whole surge, which takes no room away from the policies. Pure.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { SaveState } from './changes/save-state.ts'
import type { Fleet } from './fleet.ts'
import { withWish } from './memo-bounds.ts'
import { isUnwritable, type Policy } from './policy.ts'
import {
  hasLetRun,
  highestDesired,
  highestMin,
  isBroughtDown,
  maxIsOurs,
  minIsOurs,
  mostWished,
} from './raised-sizes.ts'
import { isSetForDue } from './scheduled-actions.ts'
import { changedText } from './wording.ts'

/** The process by which scaling policies change the size of a group. */
export const ALARMS = 'AlarmNotification'

/** Whether a roll that begins keeps the policies of the group alive: it has some, and others have not suspended them. */
export const followsPolicies = (
  { scalingPolicies = [], suspended }: Pick<Fleet, 'scalingPolicies' | 'suspended'>,
  { follow }: Pick<Policy, 'follow'>,
): boolean => follow === true && scalingPolicies.length > 0 && !suspended.includes(ALARMS)

/** The maximum that leaves room for this desired capacity, and for all that policies may ask for besides; undefined where it may stay. */
export function raisedMax({ fleet, memo }: Pick<Situation, 'fleet' | 'memo'>, desired: number): number | undefined {
  const { max } = fleet.sizes
  const isKnown = max === memo.sizes.max || maxIsOurs(fleet, memo)
  const wanted = memo.follows === true && isKnown ? Math.max(desired, highestDesired(memo)) : desired
  return wanted > max ? wanted : undefined
}

/** The minimum that must be set before the desired capacity falls to this; undefined where AWS lets it fall. */
export const loweredMin = ({ fleet, memo }: Pick<Situation, 'fleet' | 'memo'>, desired: number): number | undefined =>
  minIsOurs(fleet, memo) && desired < fleet.sizes.min ? Math.max(desired, memo.sizes.min) : undefined

/**
 * Bounds that others have set since the run set its own are theirs, and are what is put back. Where policies rest the run sets no
 * minimum, and a maximum beyond its room stays as it is; one below that of before it would raise again, and leave there.
 */
export const adoptBounds = (situation: Situation): (Action & SaveState) | undefined =>
  isUnwritable(situation.policy) ? undefined : boundsOfOthers(situation)

/** The saved state with bounds that others have set, whether AWS lets it be written or not. */
export function boundsOfOthers(situation: Situation): (Action & SaveState) | undefined {
  const { fleet, memo, state, policy } = situation
  const areAlive = memo.follows === true
  const { desired: seen, ...bounds } = fleet.sizes
  const isOfOthers = (bound: 'min' | 'max', byNumber: boolean): boolean =>
    bounds[bound] !== memo.sizes[bound] &&
    !isSetForDue(bound, situation) &&
    (state[bound] === undefined
      ? state.hasOwnSizes === true || !byNumber || (areAlive && isSetSince({ fleet, memo, state }))
      : bounds[bound] !== state[bound])
  const isInRoom = maxIsOurs(fleet, memo)
  // What is wished since is adopted first, and takes the maximum along.
  if (!areAlive && isWished(situation)) return undefined
  const isLowered = bounds.max >= memo.sizes.desired && bounds.max < memo.sizes.max
  const minIsSet = areAlive && isOfOthers('min', minIsOurs(fleet, memo))
  const maxIsSet = (areAlive || isInRoom || isLowered) && isOfOthers('max', isInRoom)
  if (!minIsSet && !maxIsSet) return undefined
  const set = { ...(minIsSet && { min: bounds.min }), ...(maxIsSet && { max: bounds.max }) }
  const { min = memo.sizes.min, max = Math.min(memo.sizes.max, bounds.max) } = set
  // Whoever has set the minimum has set the desired capacity with it; AWS brings it up to a minimum that is raised.
  const isLeft = state.desired === undefined ? seen <= highestMin(memo) : seen === state.desired
  const isSet = minIsSet && !isLeft && state.decrement === undefined
  // A minimum in the room of the roll takes its wish there as well.
  const desired = isSet
    ? Math.max(min, Math.min(seen, maxIsSet ? max : mostWished(fleet, memo)))
    : Math.max(Math.min(memo.sizes.desired, bounds.max), Math.min(min, seen))
  const changed = [
    ...(minIsSet ? [changedText('min', memo.sizes.min, min)] : []),
    ...(maxIsSet ? [changedText('max', memo.sizes.max, max)] : []),
    ...(isSet && desired !== memo.sizes.desired && state.growth?.isByPolicies !== true
      ? [changedText('desired', memo.sizes.desired, desired)]
      : []),
  ]
  return {
    kind: 'save-state',
    memo: withWish({ fleet, memo, policy }, { min: Math.min(min, desired), desired, max: Math.max(max, desired) }),
    notes: changed,
    reason: `${boundsText(set)} from outside this run: kept`,
  }
}

/** Whether others have set another desired capacity than that of before. */
const isWished = ({ fleet: { sizes }, memo, state: { desired: left } }: Situation): boolean =>
  left !== undefined && ![left, memo.sizes.desired].includes(sizes.desired) && !isBroughtDown(sizes, left)

/**
 * Whether bounds in the room of a run that was lost were set since: it suspends before it raises the maximum by its whole surge, and with
 * it the minimum, and lets the processes run again once both are back.
 */
function isSetSince({
  fleet: { sizes, suspended },
  memo,
  state,
}: Pick<Situation, 'fleet' | 'memo' | 'state'>): boolean {
  // What was set since sizes were left on purpose is told by those (handed-back.ts).
  if (!hasLetRun({ suspended }, memo) || state.heldSeen || memo.handedSizes !== undefined) return false
  const isMinBack = sizes.min === memo.sizes.min && sizes.min < memo.sizes.desired
  return isMinBack || sizes.max !== (state.highestBefore ?? highestDesired(memo))
}

const boundsText = ({ min, max }: Partial<Fleet['sizes']>): string =>
  [
    ...(min === undefined ? [] : [`the minimum was set to ${min}`]),
    ...(max === undefined ? [] : [`the maximum was set to ${max}`]),
  ].join(' and ')

/** While something is to be replaced, or what is new has yet to serve, the minimum is the desired capacity: nothing is scaled in. */
export function holdMinimum(situation: Situation): Action | undefined {
  const { fleet, memo, capacity } = situation
  const min = Math.min(fleet.sizes.desired, highestMin(memo))
  if (memo.follows !== true || fleet.sizes.min >= min) return undefined
  if (capacity.outdated.length === 0 && !isGrowing(situation)) return undefined
  return {
    kind: 'resize',
    sizes: { min },
    reason: 'scaling policies stay alive, and must take nothing away meanwhile',
  }
}

/** Whether what was asked for since the last replacement has yet to serve, and the sizes of the run are not put back. */
const isGrowing = ({ fleet, memo, capacity }: Situation): boolean =>
  (minIsOurs(fleet, memo) || maxIsOurs(fleet, memo)) &&
  (capacity.total < fleet.sizes.desired || capacity.current.some((each) => !capacity.ready.has(each)))
