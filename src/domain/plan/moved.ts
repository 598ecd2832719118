/** What has moved since a plan was made, field by field. The desired capacity and the ids of instances may. */
import type { BastionFacts, GroupFacts, LaunchPlace, PlannedGroup } from './plan.ts'

/** One field that is not as the plan says, in words. */
export interface Moved {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** A group as it is when the plan is to be carried out. */
export interface GroupNow {
  readonly facts: GroupFacts
  /** What it will launch; undefined where that is not known. */
  readonly becomes: readonly LaunchPlace[] | undefined
  /** The plan that the saved state on the group names. */
  readonly plan: string | undefined
}

/**
 * Every field of a group that has moved; what the plan itself has changed has not. Of its launch source that is known by what it
 * launches: just what the plan wants.
 */
export function movedFields(
  { now: planned, becomes }: Pick<PlannedGroup, 'now' | 'becomes'>,
  now: GroupNow,
  id: string,
): readonly Moved[] {
  const { facts } = now
  const isOurs = now.plan === id
  return [
    ...moved('the group itself', planned.arn, facts.arn),
    ...moved('minimum size', String(planned.minSize), String(facts.minSize)),
    ...moved('maximum size', String(planned.maxSize), String(facts.maxSize)),
    ...moved('suspended processes', listed(planned.suspendedProcesses), listed(facts.suspendedProcesses)),
    ...moved('target groups', listed(planned.targetGroups), listed(facts.targetGroups)),
    ...moved('lifecycle hooks', listed(planned.lifecycleHooks), listed(facts.lifecycleHooks)),
    ...moved('protection of new instances', onOff(planned.protectsNewInstances), onOff(facts.protectsNewInstances)),
    ...(facts.protectsNewInstances
      ? []
      : added('protected instances', planned.protectedInstances, facts.protectedInstances)),
    ...added('instances in Standby', planned.standbyInstances, facts.standbyInstances),
    ...(isOurs ? [] : moved('unfinished run since', planned.unfinishedSince ?? NONE, facts.unfinishedSince ?? NONE)),
    ...sourceMoves(planned, becomes, facts),
    ...(now.becomes === undefined ? [] : placeMoves('to be launched', becomes, now.becomes)),
  ]
}

const NONE = 'none'

const listed = (values: readonly string[]): string => (values.length === 0 ? NONE : values.toSorted().join(', '))

const onOff = (value: boolean): string => (value ? 'on' : 'off')

const moved = (field: string, before: string, after: string): readonly Moved[] =>
  before === after ? [] : [{ field, before, after }]

/** Instances come and go; one that was there, or came, and was set aside since is another matter. */
function added(field: string, before: readonly string[], after: readonly string[]): readonly Moved[] {
  return after.every((id) => before.includes(id)) ? [] : [{ field, before: listed(before), after: listed(after) }]
}

function sourceMoves(planned: GroupFacts, becomes: readonly LaunchPlace[], facts: GroupFacts): readonly Moved[] {
  const [before, after] = [planned.source, facts.source]
  if (before.fingerprint === after.fingerprint && before.label === after.label) return []
  // Where the plan changes what is launched, a group that launches just that has been changed by it.
  if (!launchesSame(planned.launches, becomes) && launchesSame(facts.launches, becomes)) return []
  const shown = before.label === after.label
  const name = ({ label, fingerprint }: GroupFacts['source']): string => (shown ? `${label} (${fingerprint})` : label)
  return [
    { field: 'launch source', before: name(before), after: name(after) },
    ...placeMoves('', planned.launches, facts.launches),
  ]
}

const launchesSame = (one: readonly LaunchPlace[], other: readonly LaunchPlace[]): boolean =>
  placeMoves('', one, other).length === 0

/** What differs between places, image and user data by name; of anything else only that it does. */
function placeMoves(suffix: string, before: readonly LaunchPlace[], after: readonly LaunchPlace[]): readonly Moved[] {
  const words = (field: string, at: string): string =>
    [field, ...(at === 'base' ? [] : [`of ${at}`]), ...(suffix === '' ? [] : [suffix])].join(' ')
  const names = [...new Set([...before, ...after].map(({ at }) => at))]
  return names.flatMap((at) => {
    const [was, is] = [before, after].map((places) => places.find((place) => place.at === at))
    const named = [
      ...moved(words('image', at), was?.image ?? NONE, is?.image ?? NONE),
      ...moved(words('user data', at), was?.userData ?? NONE, is?.userData ?? NONE),
    ]
    return named.length > 0 ? named : moved(words('launch data', at), was?.data ?? NONE, is?.data ?? NONE)
  })
}

/** A bastion as it is when the plan is to be carried out. */
export interface BastionNow extends Pick<BastionFacts, 'allocation' | 'instance'> {
  /** What its successor would be; undefined where the old instance is ending, and tells nothing any more. */
  readonly successor:
    | (Pick<BastionFacts, 'launch' | 'image' | 'userData'> & {
        /** It launches with this image and this user data already. */
        readonly isCurrent: boolean
      })
    | undefined
  /** What the successor that an earlier run has begun was to be; undefined where there is none. */
  readonly begun: string | undefined
}

/**
 * Every field of a bastion that has moved. Once the plan is carried out the address leads to another instance, which has the image
 * and the user data of the plan.
 */
export function movedBastion(
  planned: BastionFacts,
  { allocation, instance, successor, begun }: BastionNow,
): readonly Moved[] {
  const place = moved('Elastic IP', planned.allocation, allocation)
  if (successor === undefined) return [...place, ...moved('launch', planned.launch, begun ?? NONE)]
  const target = [
    ...moved('image to be launched', planned.image, successor.image),
    ...moved('user data to be launched', planned.userData ?? NONE, successor.userData ?? NONE),
  ]
  if (instance !== planned.instance && successor.isCurrent) return [...place, ...target]
  const whole = target.length > 0 ? target : moved('launch', planned.launch, successor.launch)
  return [...place, ...moved('instance', planned.instance, instance), ...whole]
}

/** `minimum size (was 2, is 3)` */
export const movedInWords = ({ field, before, after }: Moved): string => `${field} (was ${before}, is ${after})`
