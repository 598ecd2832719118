import type { Connection } from '../client/connection.ts'
import { refuseIneligible } from './eligibility.ts'
import { type Selector, selectGroups } from './select.ts'

/**
 * Names of the groups that a selector means, in alphabetical order, for a mode that changes them. Throws a UserError
 * when an entry matches nothing, or when one of the groups must not be changed now.
 */
export async function selectForChange(connection: Connection, selector: Selector): Promise<readonly string[]> {
  const groups = await selectGroups(connection, selector)
  await refuseIneligible(connection, groups)
  return groups.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? [])
}
