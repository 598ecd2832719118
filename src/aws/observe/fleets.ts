import { UserError } from '../../errors.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { FleetsPort, Observation } from '../../controllers/rollout/ports.ts'
import { failedLaunches } from './failed-launches.ts'
import { applyChange } from '../act/apply.ts'
import { readTargetHealth } from './target-health.ts'
import type { Connection } from '../client/connection.ts'
import { fleetOfGroup } from './fleet-of-group.ts'
import { groupsByName } from '../groups/describe.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { LaunchSourceReader } from './launch-sources.ts'
import { Ec2Instances } from './ec2-instances.ts'
import { withWarmPools } from './warm-pools.ts'
import { capacityOf, isCounted } from '../../domain/rollout/counted.ts'

/** The port to the fleets behind a connection; calls are shared between the groups of a look. */
export function fleetsPort(connection: Connection): FleetsPort {
  const watchedSince = new Map<string, number>()
  const launchSources = new LaunchSourceReader(connection)
  const ec2Instances = new Ec2Instances(connection)

  async function withFailures(fleet: Fleet): Promise<Fleet> {
    if (!isLaunching(fleet)) return fleet
    const since = fleet.memo?.startedAt ?? watchedSince.get(fleet.group) ?? fleet.at
    return { ...fleet, failedLaunches: await failedLaunches(connection, { group: fleet.group, since }) }
  }

  async function look(asked: readonly string[], now: number): Promise<Observation> {
    const names = [...new Set(asked)]
    for (const name of names) if (!watchedSince.has(name)) watchedSince.set(name, now)
    const found = new Map((await groupsByName(connection, names)).map((group) => [group.AutoScalingGroupName, group]))
    const listed = names.flatMap((name) => found.get(name) ?? [])
    const groups = await withWarmPools(connection, listed)
    const [sourceOf, opinionsOf] = await Promise.all([
      launchSources.ask(groups, now),
      readTargetHealth(connection, groups),
      ec2Instances.load(
        groups.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? []),
      ),
    ])
    const fleets: Fleet[] = []
    const unreadable: Observation['unreadable'][number][] = []
    for (const group of groups) {
      const name = group.AutoScalingGroupName ?? ''
      try {
        const fleet = fleetOfGroup(group, {
          now,
          source: sourceOf(group),
          ec2Instance: (id) => ec2Instances.of(id),
          targetHealth: (id) => opinionsOf(group, id),
        })
        fleets.push(fleet)
      } catch (problem) {
        if (!(problem instanceof UserError)) throw problem
        unreadable.push({ group: name, problem })
      }
    }
    const gone = names.filter((name) => !found.has(name))
    return { fleets: await mapConcurrently(fleets, withFailures), gone, unreadable }
  }

  return { look, apply: (group, change) => applyChange(connection, group, change) }
}

/** Whether a launch is outstanding: less capacity is there, or on its way, than is desired. */
const isLaunching = ({ instances, sizes }: Fleet): boolean => capacityOf(instances.filter(isCounted)) < sizes.desired
