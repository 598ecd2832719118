import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** Every activity of a group that AWS keeps, newest first. */
export function scalingActivities({ autoScaling }: SimulatedAccount, group: string): readonly Activity[] {
  const page = (NextToken: string | undefined): readonly Activity[] => {
    const answer = autoScaling.operations.DescribeScalingActivities({ AutoScalingGroupName: group, NextToken })
    return [...(answer.Activities ?? []), ...(answer.NextToken === undefined ? [] : page(answer.NextToken))]
  }
  return page(undefined)
}

/** The instance of an activity; empty where none came of it. */
export const idIn = ({ Description = '' }: Activity): string => /\bi-[0-9a-f]+/.exec(Description)?.[0] ?? ''
