/** Sizes and instances that were left in another way than a group in service has them. Pure. */
import { desiredChangesInText } from '../rollout/activity-text.ts'
import { capacityOf } from '../rollout/counted.ts'
import type { DesiredChange, Instance } from '../rollout/fleet.ts'
import { shellWord } from '../rollout/suspension-text.ts'
import type { Finding } from './finding.ts'
import { type Activity, type GroupState, isOld, type Limits } from './group-state.ts'

const inService = ({ lifecycle }: Instance): boolean => lifecycle === 'InService'

/** Newest first. */
const desiredChanges = (activities: readonly Activity[]): readonly DesiredChange[] =>
  activities.flatMap(({ cause }) => desiredChangesInText(cause)).toSorted((one, other) => other.at - one.at)

/** `fixed-size`: minimum, desired capacity and maximum agree although scaling policies are there. */
export function fixedSize({ fleet, policies, activities }: GroupState, limits: Limits): readonly Finding[] {
  const { group, at, sizes } = fleet
  const since = desiredChanges(activities)[0]?.at
  if (policies.length === 0 || sizes.min !== sizes.max || !isOld(since, at, limits)) return []
  return [
    {
      finding: 'fixed-size',
      group,
      since,
      subject: `${sizes.min} ${sizes.max}`,
      what: `minimum and maximum are both ${sizes.min}, so its scaling policies ${policies.join(', ')} can do nothing`,
      remedy: undefined,
      advice: 'Set the sizes between which it should scale, or delete the policies.',
    },
  ]
}

/** So long AWS's activities and a failed doubling matter. */
const DOUBLING_SECONDS = 14 * 86_400

/** `surplus-left`: two launch sources, half of the instances of each, since the desired capacity was doubled. */
export function surplusLeft({ fleet, activities, refresh }: GroupState, limits: Limits): readonly Finding[] {
  const { group, at, instances } = fleet
  const bySource = Map.groupBy(instances.filter(inService), ({ reference }) => JSON.stringify(reference ?? null))
  const [one = [], other = [], ...more] = [...bySource.values()].map((each) => each.map(({ id }) => id))
  const [change] = desiredChanges(activities)
  if (more.length > 0 || other.length === 0 || one.length !== other.length || change === undefined) return []
  const isDoubled = change.by !== 'policy' && change.from > 0 && change.to === 2 * change.from
  const isRecent = at - change.at <= DOUBLING_SECONDS
  if (!isDoubled || !isRecent || !isOld(change.at, at, limits) || isUnderWay(refresh)) return []
  return [
    {
      finding: 'surplus-left',
      group,
      since: change.at,
      subject: `${change.from} ${change.to} ${change.at}`,
      what: `its desired capacity was doubled from ${change.from} to ${change.to} and stayed so, and half of its instances are of another launch source`,
      remedy: undefined,
      advice: `Replace what is outdated with \`mode: respawn\`, and set the desired capacity that is needed, such as ${change.from}.`,
    },
  ]
}

const isUnderWay = (refresh: GroupState['refresh']): boolean => refresh !== undefined && refresh.endedAt === undefined

/** How AWS describes the activity: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-enter-exit-standby.html */
const TO_STANDBY = 'Moving EC2 instance to Standby: '

/** `standby`: instances that were taken out of service and not returned. */
export function standby({ fleet, activities }: GroupState, limits: Limits): readonly Finding[] {
  const { group, at, sizes } = fleet
  const sinceOf = (id: string): number | undefined =>
    activities.find(({ description }) => description === `${TO_STANDBY}${id}`)?.at
  const left = fleet.instances.filter(({ id, lifecycle }) => lifecycle === 'Standby' && isOld(sinceOf(id), at, limits))
  if (left.length === 0) return []
  const ids = left.map(({ id }) => id)
  const dates = ids.map(sinceOf)
  const known = dates.filter((date) => date !== undefined)
  const isRefused = fleet.suspended.includes('Launch') || sizes.desired + capacityOf(left) > sizes.max
  return [
    {
      finding: 'standby',
      group,
      since: known.length < dates.length ? undefined : Math.max(...known),
      subject: ids.map((id, index) => `${id} ${dates[index] ?? ''}`).toSorted().join('; '),
      what: `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} in Standby`,
      // It raises the desired capacity, which AWS refuses beyond the maximum and while Launch is suspended.
      remedy: isRefused ? undefined : { kind: 'exit-standby', instances: ids },
      advice: `Return with \`aws autoscaling exit-standby --auto-scaling-group-name ${shellWord(group)} --instance-ids ${ids.join(' ')}\`, or terminate what is not needed.`,
    },
  ] // prettier-ignore
}

/** `protected-instances`: each is protected from scale-in in a group that does not protect what it launches. */
export function protectedInstances({ fleet, protectsNew, tags }: GroupState): readonly Finding[] {
  const { group, instances } = fleet
  const serving = instances.filter(inService)
  // With managed termination protection ECS sets and removes it by itself.
  if (protectsNew || Object.hasOwn(tags, 'AmazonECSManaged') || serving.length === 0) return []
  if (!serving.every(({ protectedFromScaleIn }) => protectedFromScaleIn)) return []
  return [
    {
      finding: 'protected-instances',
      group,
      since: undefined,
      subject: serving.map(({ id }) => id).toSorted().join('; '),
      what: 'each of its instances is protected from scale-in, and what it launches is not',
      remedy: undefined,
      advice: `Remove the protection with \`aws autoscaling set-instance-protection --auto-scaling-group-name ${shellWord(group)} --no-protected-from-scale-in --instance-ids ${serving.map(({ id }) => id).join(' ')}\`.`,
    },
  ] // prettier-ignore
}
