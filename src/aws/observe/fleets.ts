/** Looks at groups: reads every part that a decision needs, with calls shared between the groups, and makes the model of each. */
import type { AutoScalingGroup, ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import { isUncertain, UserError } from '../../errors.ts'
import type { Fleet, FleetPart, LaunchSource, Memo } from '../../domain/rollout/fleet.ts'
import { ALARMS } from '../../domain/rollout/follow.ts'
import type { FleetsPort, LookNeed, Observation } from '../../controllers/rollout/ports.ts'
import { type FailedLaunchesQuestion, failedLaunches } from './failed-launches.ts'
import { desiredChanges } from './desired-changes.ts'
import { type ActivitiesSince, SharedActivities } from './shared-activities.ts'
import { applyChange } from '../act/apply.ts'
import { GroupTags } from '../act/group-tags.ts'
import { allAnswers } from '../client/all-answers.ts'
import { readTargetHealth } from './target-health.ts'
import { readStatusChecks, unreadStatusChecks, unvouchedInstances } from './status-checks.ts'
import { SlowStarts } from './slow-starts.ts'
import type { Connection } from '../client/connection.ts'
import { type Answers, fleetOfGroup } from './fleet-of-group.ts'
import { groupsByName } from '../groups/describe.ts'
import { nameOf } from '../groups/identity.ts'
import { MEMO_TAG } from '../groups/memo-tag.ts'
import { KeptHealth } from './kept-health.ts'
import { launchOutlook } from './launch-outlook.ts'
import { pastLaunches } from './past-launches.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { type LaunchSourceAnswers, LaunchSourceReader, type UnreadParameters } from './launch-sources.ts'
import { Ec2Instances } from './ec2-instances.ts'
import { Refreshes } from './refreshes.ts'
import { listens, type PolicyReader, ScalingPolicies } from './scaling-policies.ts'
import { type DueActionsQuestion, ScheduledActions } from './scheduled-actions.ts'
import { withWarmPools } from './warm-pools.ts'
import { dueSince } from './due-since.ts'
import { memoThatCounts } from '../../domain/rollout/remembered-state.ts'
import { isInDoubt } from '../../domain/rollout/stale-state.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import type { Clock } from '../../platform/clock.ts'
import { capacityOf, isCounted } from '../../domain/rollout/counted.ts'

/**
 * The port to the fleets behind a connection; calls are shared between the groups of a look. With a clock a look is of the
 * moment at which AWS has answered for the groups, which corrects a runner's clock that was set meanwhile. `warn` hears what
 * was refused without ending anything.
 */
export function fleetsPort(
  connection: Connection,
  clock?: Clock,
  warn: (group: string, message: string) => void = () => undefined,
): ForgetfulPort {
  const watchedSince = new Map<string, number>()
  /** When a group was last seen to have all the capacity that it wants. */
  const completeAt = new Map<string, number>()
  const schedules = new ScheduledActions(warn)
  const policies = new ScalingPolicies(connection)
  const health = new KeptHealth()
  const refreshes = new Refreshes(connection, clock)
  const targets = new Map<string, number>()
  const tags = new GroupTags(connection)
  const newReaders = () => ({
    'every part': readersFor(connection, { schedules, policies, unreadParameters: 'refuse' }),
    'the group alone': readersFor(hasty(connection), { schedules, policies, unreadParameters: 'leave out' }),
  })
  let readers = newReaders()

  /** What failed before this process has looked first says nothing of what is launched now: the cause may be mended since. */
  async function withFailures(fleet: Fleet, read: Readers): Promise<Fleet> {
    if (!isLaunching(fleet)) {
      completeAt.set(fleet.group, fleet.at)
      return fleet
    }
    if (fleet.at - (completeAt.get(fleet.group) ?? -Infinity) < LAUNCH_SECONDS) return fleet
    const since = Math.max(fleet.memo?.startedAt ?? 0, watchedSince.get(fleet.group) ?? fleet.at)
    return { ...fleet, failedLaunches: await read.failedLaunches({ group: fleet.group, since }) }
  }

  /** Where the activities cannot be read, nothing is proven, and nothing is taken. */
  async function withDesiredChanges(
    fleet: Fleet,
    { read, memo }: { readonly read: Readers; readonly memo: Memo | undefined },
  ): Promise<Fleet> {
    const { group } = fleet
    if (memo === undefined || !isInDoubt(fleet, memo)) return fleet
    try {
      return { ...fleet, desiredChanges: await read.desiredChanges({ group, since: memo.startedAt }) }
    } catch (error) {
      if (isUnread(error)) return fleet
      throw error
    }
  }

  async function withDueActions(
    fleet: Fleet,
    { read, need, memo }: { readonly read: Readers; readonly need: LookNeed; readonly memo: Memo | undefined },
  ): Promise<Fleet> {
    const since = dueSince({ ...fleet, memo }, need)
    if (since === undefined) return fleet
    try {
      return { ...fleet, dueActions: await read.scheduledActions({ group: fleet.group, since, now: fleet.at }) }
    } catch (error) {
      if (need === 'every part' || !isUnread(error)) throw error
      return { ...fleet, unknown: [...(fleet.unknown ?? []), 'scheduledActions'] }
    }
  }

  async function look(
    asked: readonly string[],
    begun: number,
    need: LookNeed = 'every part',
    fresh: ReadonlyMap<string, AskedAnew> = new Map(),
    remembered: ReadonlyMap<string, Memo> = new Map(),
  ): Promise<Observation> {
    const read = readers[need]
    const unknown = new Set<FleetPart>()
    /** What cannot be read is unknown where it is not needed. */
    const unlessUnread = async <Answer>(part: FleetPart, ask: Promise<Answer>, instead: Answer): Promise<Answer> => {
      try {
        return await ask
      } catch (error) {
        if (need === 'every part' || !isUnread(error)) throw error
        unknown.add(part)
        return instead
      }
    }
    const names = [...new Set(asked)]
    const found = new Map(
      (await readers['every part'].group(names)).map((group) => [group.AutoScalingGroupName, group]),
    )
    const moment = (): number => (clock === undefined ? begun : clock.now() / 1000)
    const now = moment()
    for (const name of names) if (!watchedSince.has(name)) watchedSince.set(name, now)
    const listed = names.flatMap((name) => found.get(name) ?? [])
    const groups = await unlessUnread('warmPool', read.warmPool(listed), listed)
    // Where a group is put back little is left to be looked at: nothing is kept of it.
    const mayKeep = (group: AutoScalingGroup): boolean =>
      need === 'every part' && !asksForHealth(fresh.get(nameOf(group)))
    const keptHealth = new Map(
      groups.flatMap((group) => {
        const answers = mayKeep(group) ? health.of(group, now) : undefined
        return answers === undefined ? [] : [[group, answers] as const]
      }),
    )
    const asking = groups.filter((group) => !keptHealth.has(group))
    // An instance may leave as soon as another serves: what the group launches is known then.
    const near = new Set(
      groups
        .filter((group) => need !== 'every part' || fresh.has(nameOf(group)) || !health.isOnlyOld(group))
        .map(nameOf),
    )
    const [sources, healthOf, ec2Instance, slowStartOf] = await allAnswers([
      unlessUnread('launchSource', read.launchSource(groups, now, near), UNKNOWN_SOURCES),
      read.targetHealth(asking, need, targets),
      unlessUnread('ec2Instances', read.ec2Instances(groups), () => undefined),
      unlessUnread(
        'slowStart',
        read.slowStart(groups, (group) => mayLetLeave(group, need, fresh)),
        () => 0,
      ),
    ])
    const unvouched = unvouchedInstances(asking, healthOf)
    const statusChecks = await unlessUnread('statusChecks', read.statusChecks(unvouched), unreadStatusChecks(unvouched))
    const answeredAt = moment()
    const sourceUnlessUnread = (group: AutoScalingGroup): LaunchSource => {
      try {
        return sources.sourceOf(group)
      } catch (error) {
        if (need === 'every part' || !isUnread(error)) throw error
        return UNKNOWN_SOURCE
      }
    }
    const looked: Looked[] = []
    for (const group of groups) {
      const name = nameOf(group)
      try {
        const missing = new Set(unknown)
        const source = sourceUnlessUnread(group)
        if (source === UNKNOWN_SOURCE) missing.add('launchSource')
        const kept = keptHealth.get(group)
        const answers = kept ?? { targetHealth: healthOf(group), statusChecks }
        const { problem, fleet } = fleetOrProblem(group, {
          now,
          answeredAt: kept === undefined ? answeredAt : now,
          source,
          ec2Instance,
          ...answers,
          slowStartSeconds: slowStartOf(group) ?? 0,
        })
        if (kept === undefined && need === 'every part')
          health.keep(group, { now, answers, instances: fleet.instances })
        const keptParts: readonly FleetPart[] = [
          ...(kept === undefined ? [] : HEALTH),
          ...(sources.isKept(group, source) ? (['launchSource'] as const) : []),
          ...(slowStartOf(group) === undefined ? (['slowStart'] as const) : []),
        ]
        if (fleet.instances.some(isHealthUnknown)) missing.add('targetHealth')
        if (fleet.instances.some((each) => each.statusChecks?.state === 'unknown')) missing.add('statusChecks')
        looked.push({
          name,
          problem,
          fleet: {
            ...fleet,
            ...(missing.size > 0 && { unknown: [...missing] }),
            ...(keptParts.length > 0 && { kept: keptParts }),
          },
        })
      } catch (problem) {
        if (!(problem instanceof UserError)) throw problem
        looked.push({ name, problem, fleet: undefined })
      }
    }
    const gone = names.filter((name) => !found.has(name))
    const completed = mapConcurrently(looked, async ({ fleet, ...each }) => {
      if (fleet === undefined) return { ...each, fleet }
      const memo = memoThatCounts(fleet, remembered.get(fleet.group))
      const failed = await unlessUnread('failedLaunches', withFailures(fleet, read), fleet)
      const changed = await withDesiredChanges(failed, { read, memo })
      return { ...each, fleet: await withDueActions(changed, { read, need, memo }) }
    })
    const [whole, policiesOf] = await allAnswers([
      completed,
      need === 'every part' ? read.scalingPolicies(groups.filter(hasAlarms).map(nameOf)) : NO_POLICIES,
    ])
    return {
      fleets: whole.flatMap(({ problem, fleet, name }) =>
        problem === undefined && fleet ? { ...fleet, ...policyNames(policiesOf(name)) } : [],
      ),
      gone,
      unreadable: whole.flatMap(({ name, problem, fleet: untagged }) =>
        problem === undefined ? [] : { group: name, problem, ...(untagged && { untagged }) },
      ),
    }
  }

  return {
    look,
    policies: policies.reader,
    refreshes,
    targets,
    forget: () => {
      readers = newReaders()
    },
    apply: (group, change) => applyChange(connection, group, change, { warn: (message) => warn(group, message), tags }),
    activeRefresh: (group, mayBeOldSeconds) => refreshes.active(group, mayBeOldSeconds),
    desiredChanges: (group, since) => readers['every part'].desiredChanges({ group, since }),
    failedLaunches: (group, since) => readers['every part'].failedLaunches({ group, since }),
    launchOutlook: (group) => launchOutlook(connection, group),
    pastLaunches: (group) => pastLaunches(connection, group),
  }
}

/** The port to the fleets, which keeps nothing of its looks once it is told to forget them. */
export interface ForgetfulPort extends FleetsPort {
  /** Where another part of the run has changed what groups launch, also what was read a moment ago is not true any more. */
  forget(): void
  /** The scaling policies of groups, read once in a run. */
  readonly policies: PolicyReader
  /** The instance refreshes of groups. */
  readonly refreshes: Refreshes
  /** How many targets a look has found in each target group that it has asked for health; by ARN. */
  readonly targets: ReadonlyMap<string, number>
}

/** A group after a look at it: with a problem, `fleet` is the group without its tags, or missing. */
interface Looked {
  readonly name: string
  readonly problem: UserError | undefined
  readonly fleet: Fleet | undefined
}

/** The group, or what is wrong with its tags and the group without them. Throws a UserError where anything else is wrong. */
function fleetOrProblem(
  group: AutoScalingGroup,
  answers: Answers,
): { readonly problem: UserError | undefined; readonly fleet: Fleet } {
  try {
    return { problem: undefined, fleet: fleetOfGroup(group, answers) }
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem
    return { problem, fleet: { ...fleetOfGroup({ ...group, Tags: [] }, answers), unreadableTags: true } }
  }
}

/** Whether there is something to scale, and alarms may reach the policies of the group as far as others than runs have a say in it. */
const hasAlarms = ({
  Instances = [],
  SuspendedProcesses: suspended = [],
  Tags: tags = [],
}: AutoScalingGroup): boolean =>
  Instances.length > 0 &&
  (!suspended.some(({ ProcessName }) => ProcessName === ALARMS) || tags.some(({ Key }) => Key === MEMO_TAG))

const asksForHealth = (anew: AskedAnew | undefined): boolean => anew === 'every part' || anew === 'the health'

/** Whether an instance of the group may leave because of this look: a run has begun with it, or is about to take something away. */
const mayLetLeave = (group: AutoScalingGroup, need: LookNeed, fresh: ReadonlyMap<string, AskedAnew>): boolean =>
  need !== 'every part' ||
  fresh.get(nameOf(group)) === 'every part' ||
  (group.Tags ?? []).some(({ Key }) => Key === MEMO_TAG)

const NO_POLICIES = Promise.resolve(() => [])

function policyNames(policies: readonly ScalingPolicy[]): Pick<Fleet, 'scalingPolicies'> {
  const names = policies.filter(listens).flatMap(({ PolicyName }) => PolicyName ?? [])
  return names.length > 0 ? { scalingPolicies: names } : {}
}

/** So long Auto Scaling takes at least to act on what a group lacks: no launch can have failed before. */
const LAUNCH_SECONDS = 6

/** The parts that tell which instances serve: they are asked for together. */
const HEALTH = ['targetHealth', 'statusChecks'] as const satisfies FleetPart[]

type Readers = ReturnType<typeof readersFor>

const isUnread = (error: unknown): boolean => error instanceof UserError || isUncertain(error)

const isHealthUnknown = ({ balancers }: Fleet['instances'][number]): boolean =>
  balancers.some(({ state }) => state === 'unknown')

/** What is not needed is not asked for as patiently as what is. */
const HASTY_ATTEMPTS = 3

const hasty = (connection: Connection): Connection => ({
  ...connection,
  send: (client, command, options) => connection.send(client, command, { attempts: HASTY_ATTEMPTS, ...options }),
})

/** A source of which nothing is known but that no instance is proven to come from it. */
const UNKNOWN_SOURCE: LaunchSource = {
  kind: 'configuration',
  label: 'a launch source that is not known',
  fingerprint: '0000000000000000',
  base: { kind: 'configuration', name: '' },
  overrides: [],
  imageId: undefined,
}

const UNKNOWN_SOURCES: LaunchSourceAnswers = { sourceOf: () => UNKNOWN_SOURCE, isKept: () => false }

/** How each part of a look is read: what `fleetReads` does not declare does not compile, nor what is declared and not read. */
function readersFor(
  connection: Connection,
  {
    schedules,
    policies,
    unreadParameters,
  }: {
    readonly schedules: ScheduledActions
    readonly policies: ScalingPolicies
    readonly unreadParameters: UnreadParameters
  },
) {
  const launchSources = new LaunchSourceReader(connection, unreadParameters)
  const ec2Instances = new Ec2Instances(connection)
  const slowStarts = new SlowStarts(connection)
  const activities = new SharedActivities(connection)
  return {
    group: (names: readonly string[]) => groupsByName(connection, names),
    warmPool: (groups: readonly AutoScalingGroup[]) => withWarmPools(connection, groups),
    launchSource: (groups: readonly AutoScalingGroup[], now: number, young: ReadonlySet<string>) =>
      launchSources.ask(groups, now, young),
    targetHealth: (groups: readonly AutoScalingGroup[], need: LookNeed, targets: Map<string, number>) =>
      readTargetHealth(connection, groups, { need, targets }),
    statusChecks: (ids: readonly string[]) => readStatusChecks(connection, ids),
    slowStart: (groups: readonly AutoScalingGroup[], isNeeded: (group: AutoScalingGroup) => boolean) =>
      slowStarts.ask(groups, isNeeded),
    ec2Instances: async (groups: readonly AutoScalingGroup[]) => {
      await ec2Instances.load(
        groups.flatMap(({ Instances }) => (Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])),
      )
      return (id: string) => ec2Instances.of(id)
    },
    desiredChanges: (question: ActivitiesSince) => desiredChanges(activities, question, policies),
    failedLaunches: (question: FailedLaunchesQuestion) => failedLaunches(connection, question),
    scheduledActions: (question: DueActionsQuestion) => schedules.due(connection, question),
    scalingPolicies: (names: readonly string[]) => policies.ask(names),
  } satisfies Readonly<Record<FleetPart, (...question: never[]) => Promise<unknown>>>
}

/** Whether a launch is outstanding: less capacity is there, or on its way, than is desired. */
const isLaunching = ({ instances, sizes }: Fleet): boolean => capacityOf(instances.filter(isCounted)) < sizes.desired
