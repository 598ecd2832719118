/** Looks at groups: reads every part that a decision needs, with calls shared between the groups, and makes the model of each. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { isUncertain, UserError } from '../../errors.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { FleetsPort, Observation } from '../../controllers/rollout/ports.ts'
import type { FleetPart } from '../../domain/rollout/reads.ts'
import { type FailedLaunchesQuestion, failedLaunches } from './failed-launches.ts'
import { type DesiredChangesQuestion, desiredChanges } from './desired-changes.ts'
import { applyChange } from '../act/apply.ts'
import { readTargetHealth } from './target-health.ts'
import type { Connection } from '../client/connection.ts'
import { fleetOfGroup } from './fleet-of-group.ts'
import { groupsByName } from '../groups/describe.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { LaunchSourceReader } from './launch-sources.ts'
import { Ec2Instances } from './ec2-instances.ts'
import { withWarmPools } from './warm-pools.ts'
import { isInDoubt } from '../../domain/rollout/stale-state.ts'
import type { Clock } from '../../platform/clock.ts'
import { capacityOf, isCounted } from '../../domain/rollout/counted.ts'

/**
 * The port to the fleets behind a connection; calls are shared between the groups of a look. With a clock a look is of the
 * moment at which AWS has answered for the groups, which corrects a runner's clock that was set meanwhile.
 */
export function fleetsPort(connection: Connection, clock?: Clock): FleetsPort {
  const watchedSince = new Map<string, number>()
  const read = readersFor(connection)

  async function withFailures(fleet: Fleet): Promise<Fleet> {
    if (!isLaunching(fleet)) return fleet
    const since = fleet.memo?.startedAt ?? watchedSince.get(fleet.group) ?? fleet.at
    return { ...fleet, failedLaunches: await read.failedLaunches({ group: fleet.group, since }) }
  }

  /** Where the activities cannot be read, nothing is proven, and nothing is taken. */
  async function withDesiredChanges(fleet: Fleet): Promise<Fleet> {
    const { memo, group } = fleet
    if (memo === undefined || !isInDoubt(fleet, memo)) return fleet
    try {
      return { ...fleet, desiredChanges: await read.desiredChanges({ group, since: memo.startedAt }) }
    } catch (error) {
      if (error instanceof UserError || isUncertain(error)) return fleet
      throw error
    }
  }

  async function look(asked: readonly string[], begun: number): Promise<Observation> {
    const names = [...new Set(asked)]
    const found = new Map((await read.group(names)).map((group) => [group.AutoScalingGroupName, group]))
    const now = clock === undefined ? begun : clock.now() / 1000
    for (const name of names) if (!watchedSince.has(name)) watchedSince.set(name, now)
    const listed = names.flatMap((name) => found.get(name) ?? [])
    const groups = await read.warmPool(listed)
    const [sourceOf, healthOf, ec2Instance] = await Promise.all([
      read.launchSource(groups, now),
      read.targetHealth(groups),
      read.ec2Instances(groups),
    ])
    const fleets: Fleet[] = []
    const unreadable: Observation['unreadable'][number][] = []
    for (const group of groups) {
      const name = group.AutoScalingGroupName ?? ''
      try {
        const fleet = fleetOfGroup(group, {
          now,
          source: sourceOf(group),
          ec2Instance,
          targetHealth: (id) => healthOf(group, id),
        })
        fleets.push(fleet)
      } catch (problem) {
        if (!(problem instanceof UserError)) throw problem
        unreadable.push({ group: name, problem })
      }
    }
    const gone = names.filter((name) => !found.has(name))
    const failed = await mapConcurrently(fleets, withFailures)
    return { fleets: await mapConcurrently(failed, withDesiredChanges), gone, unreadable }
  }

  return { look, apply: (group, change) => applyChange(connection, group, change) }
}

/** How each part of a look is read: what `fleetReads` does not declare does not compile, nor what is declared and not read. */
function readersFor(connection: Connection) {
  const launchSources = new LaunchSourceReader(connection)
  const ec2Instances = new Ec2Instances(connection)
  return {
    group: (names: readonly string[]) => groupsByName(connection, names),
    warmPool: (groups: readonly AutoScalingGroup[]) => withWarmPools(connection, groups),
    launchSource: (groups: readonly AutoScalingGroup[], now: number) => launchSources.ask(groups, now),
    targetHealth: (groups: readonly AutoScalingGroup[]) => readTargetHealth(connection, groups),
    ec2Instances: async (groups: readonly AutoScalingGroup[]) => {
      const instances = groups.flatMap(({ Instances }) => Instances ?? [])
      await ec2Instances.load(instances.flatMap(({ InstanceId }) => InstanceId ?? []))
      return (id: string) => ec2Instances.of(id)
    },
    desiredChanges: (question: DesiredChangesQuestion) => desiredChanges(connection, question),
    failedLaunches: (question: FailedLaunchesQuestion) => failedLaunches(connection, question),
  } satisfies Readonly<Record<FleetPart, (...question: never[]) => Promise<unknown>>>
}

/** Whether a launch is outstanding: less capacity is there, or on its way, than is desired. */
const isLaunching = ({ instances, sizes }: Fleet): boolean => capacityOf(instances.filter(isCounted)) < sizes.desired
