import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'

/** AWS gives each group a name; empty where an answer has none. */
export const nameOf = ({ AutoScalingGroupName: name = '' }: AutoScalingGroup): string => name

const GROUP_ARN = /:autoScalingGroup:([0-9a-fA-F-]{36}):autoScalingGroupName\//

/**
 * The UUID in the ARN of a group, `arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:UUID:autoScalingGroupName/NAME`: a
 * group that is deleted and made anew has another one. Undefined where AWS gives none.
 */
export const groupIdOf = ({ AutoScalingGroupARN }: AutoScalingGroup): string | undefined =>
  GROUP_ARN.exec(AutoScalingGroupARN ?? '')?.[1]?.toLowerCase()

/** The greatest weight of an instance of the group, there already or to be launched; 1 where the group has no weights. */
export function heaviestWeight({ Instances = [], MixedInstancesPolicy }: AutoScalingGroup): number {
  const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []
  let heaviest = 1
  for (const list of [Instances, overrides])
    for (const { WeightedCapacity } of list)
      if (WeightedCapacity !== undefined) heaviest = Math.max(heaviest, Number(WeightedCapacity))
  return heaviest
}
