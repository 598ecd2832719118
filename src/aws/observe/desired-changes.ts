import { isFailure } from '../../errors.ts'
import type { DesiredChange } from '../../domain/rollout/fleet.ts'
import { desiredChangesInText } from '../../domain/rollout/activity-text.ts'
import { adjustmentOf, type ScalingPolicies } from './scaling-policies.ts'
import type { ActivitiesSince, SharedActivities } from './shared-activities.ts'

/**
 * How the desired capacity of a group was changed since a moment, as the causes of its activities tell, oldest first; of one
 * second in no order. The last hundred activities hold the last change.
 */
export async function desiredChanges(
  activitiesOf: SharedActivities,
  { group, since }: ActivitiesSince,
  policies: ScalingPolicies,
): Promise<readonly DesiredChange[]> {
  const activities = await activitiesOf.of({ group, since })
  const changes = activities.flatMap(({ Cause = '' }) => desiredChangesInText(Cause))
  // Every launch that follows from a change tells the change again.
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change])).values()
  return await withAdjustments(
    [...distinct].toSorted((one, other) => one.at - other.at),
    { group, policies },
  )
}

/** With what is known of the policies that the changes name; what cannot be read is not known. */
async function withAdjustments(
  changes: readonly DesiredChange[],
  { group, policies }: { readonly group: string; readonly policies: ScalingPolicies },
): Promise<readonly DesiredChange[]> {
  if (!changes.some(isOpen)) return changes
  try {
    const known = (await policies.ask([group]))(group)
    return changes.map((change) => {
      const policy = known.find(({ PolicyName }) => PolicyName === change.policy)
      return isOpen(change) && policy !== undefined ? { ...change, adjusts: adjustmentOf(policy) } : change
    })
  } catch (error) {
    if (isFailure(error)) return changes
    throw error
  }
}

const isOpen = ({ policy, adjusts }: DesiredChange): boolean => policy !== undefined && adjusts === undefined
