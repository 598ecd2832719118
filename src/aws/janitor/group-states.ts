/** Reads groups for a janitor: each look that a roll takes, and what tells since when something is as it is. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { GroupState } from '../../domain/janitor/group-state.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { UserError } from '../../errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { groupsByName } from '../groups/describe.ts'
import { nameOf } from '../groups/identity.ts'
import { newestActivities } from '../observe/activities.ts'
import { fleetsPort } from '../observe/fleets.ts'
import { newestRefresh } from '../observe/instance-refresh.ts'
import { listens } from '../observe/scaling-policies.ts'
import { trafficSourcesOf } from './traffic-sources.ts'

/** What is known of a group: its state, or why it is left alone. */
export type ReadGroup =
  | { readonly kind: 'read'; readonly group: AutoScalingGroup; readonly state: GroupState }
  | { readonly kind: 'left'; readonly name: string; readonly why: string }

/** Groups by name; one that does not exist is not among them. */
export async function readGroups(
  connection: Connection,
  { names, clock }: { readonly names: readonly string[]; readonly clock: Clock },
): Promise<readonly ReadGroup[]> {
  const port = fleetsPort(connection, clock)
  const described = await groupsByName(connection, names)
  const mine = described.filter((group) => leftAlone(group) === undefined)
  const own = mine.map(nameOf)
  const seen =
    own.length === 0 ? { fleets: [], unreadable: [] } : await port.look(own, clock.now() / 1000, 'the group alone')
  const policies = own.length === 0 ? [] : await port.policies.of(own)
  const fleets = new Map<string, Fleet>([
    ...seen.fleets.map((fleet) => [fleet.group, fleet] as const),
    ...seen.unreadable.flatMap(({ group, untagged }) => (untagged === undefined ? [] : [[group, untagged] as const])),
  ])
  const problems = new Map<string, UserError>(seen.unreadable.map(({ group, problem }) => [group, problem]))
  return await mapConcurrently(described, async (group): Promise<ReadGroup> => {
    const name = nameOf(group)
    const fleet = fleets.get(name)
    if (fleet === undefined)
      return { kind: 'left', name, why: leftAlone(group) ?? problems.get(name)?.message ?? 'it is gone' }
    const [activities, refresh, trafficSources] = await Promise.all([
      newestActivities(connection, { group: name }),
      newestRefresh(connection, name),
      trafficSourcesOf(connection, group),
    ])
    return {
      kind: 'read',
      group,
      state: {
        fleet,
        tags: Object.fromEntries((group.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        protectsNew: group.NewInstancesProtectedFromScaleIn ?? false,
        policies: policies
          .filter((policy) => policy.AutoScalingGroupName === name && listens(policy))
          .flatMap(({ PolicyName }) => PolicyName ?? []),
        activities: activities.map(
          ({ StartTime, Description = '', Cause = '', StatusCode = '', StatusMessage = '' }) => ({
            at: (StartTime?.getTime() ?? 0) / 1000,
            description: Description,
            cause: Cause,
            status: StatusCode,
            message: StatusMessage,
          }),
        ),
        refresh,
        trafficSources,
      },
    }
  })
}

/** AWS gives a status only while a group is being deleted, and lets nothing but its operator change a group that has one. */
function leftAlone({ Status, Operator }: AutoScalingGroup): string | undefined {
  if (Status) return `it is being deleted (${Status})`
  if (Operator?.Principal) return `it is managed by ${Operator.Principal}, which alone may change it`
  return undefined
}
