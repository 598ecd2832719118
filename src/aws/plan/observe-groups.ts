/** How groups are, and what they will launch, in the fields of a plan. */
import type { AutoScalingGroup, LifecycleHook } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { canonical, type LaunchData } from '../../domain/patch/launch-data.ts'
import { keyOf, locationsOf, type SourcedGroup, type SpecLocation } from '../../domain/patch/launch-spec.ts'
import type { SpecPatch } from '../../domain/patch/plan.ts'
import { parameterOf } from '../../domain/image/request.ts'
import type { GroupNow } from '../../domain/plan/moved.ts'
import type { GroupFacts } from '../../domain/plan/plan.ts'
import type { Memo, PreviousLaunchSource } from '../../domain/rollout/fleet.ts'
import { sha256 } from '../client/sha256.ts'
import { isoTime } from '../../text/time.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { lifecycleHooksOf } from '../groups/lifecycle-hooks.ts'
import { readMemo } from '../groups/memo-tag.ts'
import { parameterValues } from '../images/image-parameters.ts'
import { LaunchSourceReader } from '../observe/launch-sources.ts'
import { readLaunchSources } from '../patch/read-sources.ts'
import { launchPlaces } from './launch-places.ts'
import { nextSource, readReferences } from './next-sources.ts'

/** What a run changes of launch sources before instances are replaced. */
export type NextLaunch =
  /** Each place of which something differs, and of which places an image was chosen, by what words. */
  | { readonly kind: 'patches'; readonly patches: readonly SpecPatch[]; readonly chosenBy: ReadonlyMap<string, string> }
  /** By group. */
  | { readonly kind: 'previous'; readonly sources: ReadonlyMap<string, PreviousLaunchSource> }
  | { readonly kind: 'nothing' | 'unknown' }

export interface PlanLook {
  readonly groups: readonly AutoScalingGroup[]
  readonly next: NextLaunch
  /** Seconds since the Unix epoch. */
  readonly now: number
}

/** The groups by name, with calls shared between them. */
export async function observeGroups(
  connection: Connection,
  { groups, next, now }: PlanLook,
): Promise<ReadonlyMap<string, GroupNow>> {
  const [sources, answers, hooks] = await Promise.all([
    readLaunchSources(connection, groups),
    new LaunchSourceReader(connection).ask(groups, now),
    mapConcurrently(groups, (group) => lifecycleHooksOf(connection, group)),
  ])
  const here = (location: SpecLocation): LaunchData => sources.describe(location).data
  const later = await nextPlaces(connection, { sourced: sources.groups, here, next })
  const values = await parameterValues(connection, [
    ...parametersIn(sources.groups, here),
    ...parametersIn([...later.groups.values()], later.dataOf),
  ])
  return new Map(
    groups.map((group, index) => {
      const name = group.AutoScalingGroupName ?? ''
      const sourced = sources.groups.find((each) => each.group === name)
      const becoming = later.groups.get(name)
      const memo = memoOf(group)
      const now: GroupNow = {
        facts: {
          ...factsOf(group, { memo, hooks: hooks[index] ?? [] }),
          source: sourceOf(group, answers.sourceOf),
          launches: sourced === undefined ? [] : launchPlaces(sourced, { dataOf: here, values }),
        },
        ...(next.kind === 'unknown'
          ? { becomes: undefined }
          : { becomes: becoming === undefined ? [] : launchPlaces(becoming, { ...later, values }) }),
        plan: memo?.progress?.plan,
      }
      return [name, now]
    }),
  )
}

const parametersIn = (
  groups: readonly SourcedGroup[],
  dataOf: (location: SpecLocation) => LaunchData,
): readonly string[] =>
  groups.flatMap(locationsOf).flatMap(({ location }) => parameterOf(dataOf(location).ImageId ?? '') ?? [])

interface Coming {
  readonly sourced: readonly SourcedGroup[]
  readonly here: (location: SpecLocation) => LaunchData
  readonly next: NextLaunch
}

interface NextPlaces {
  readonly groups: ReadonlyMap<string, SourcedGroup>
  readonly dataOf: (location: SpecLocation) => LaunchData
  readonly chosenBy?: (location: SpecLocation) => string | undefined
}

async function nextPlaces(connection: Connection, { sourced, here, next }: Coming): Promise<NextPlaces> {
  const groups = new Map(sourced.map((each) => [each.group, each]))
  switch (next.kind) {
    case 'nothing':
    case 'unknown':
      return { groups, dataOf: here }
    case 'patches': {
      const changes = new Map(next.patches.map((patch) => [patch.spec.key, patch.changes]))
      return {
        groups,
        dataOf: (location) => ({ ...here(location), ...changes.get(keyOf(location)) }),
        chosenBy: (location) => next.chosenBy.get(keyOf(location)),
      }
    }
    case 'previous': {
      const back = new Map(
        sourced.map(({ group, source }) => {
          const previous = next.sources.get(group)
          return [group, { group, source: previous === undefined ? source : nextSource(source, previous) }]
        }),
      )
      const there = await readReferences(connection, [...next.sources.values()].flatMap(({ references }) => references)) // prettier-ignore
      return { groups: back, dataOf: (location) => there(location) ?? here(location) }
    }
    default:
      return next satisfies never
  }
}

/** An unreadable one is refused by what reads it to go by it. */
function memoOf(group: AutoScalingGroup): Memo | undefined {
  try {
    return readMemo(group)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return undefined
  }
}

function sourceOf(
  group: AutoScalingGroup,
  read: (group: AutoScalingGroup) => GroupFacts['source'],
): GroupFacts['source'] {
  try {
    const { label, fingerprint } = read(group)
    return { label, fingerprint }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { label: 'nothing that can be launched', fingerprint: '' }
  }
}

interface KnownOfGroup {
  readonly memo: Memo | undefined
  readonly hooks: readonly LifecycleHook[]
}

function factsOf(group: AutoScalingGroup, { memo, hooks }: KnownOfGroup): Omit<GroupFacts, 'source' | 'launches'> {
  const {
    Instances = [],
    SuspendedProcesses = [],
    TargetGroupARNs = [],
    LoadBalancerNames = [],
    TrafficSources = [],
  } = group
  const { min, max } = memo?.sizes ?? { min: group.MinSize ?? 0, max: group.MaxSize ?? 0 }
  const suspended = SuspendedProcesses.flatMap(({ ProcessName }) => ProcessName ?? [])
  const ids = (instances: typeof Instances): readonly string[] => instances.flatMap(({ InstanceId }) => InstanceId ?? []).toSorted() // prettier-ignore
  return {
    arn: group.AutoScalingGroupARN ?? '',
    minSize: min,
    maxSize: max,
    suspendedProcesses: suspended.filter((process) => memo?.suspends.includes(process) !== true).toSorted(),
    targetGroups: [
      ...new Set([
        ...TargetGroupARNs,
        ...LoadBalancerNames,
        ...TrafficSources.flatMap(({ Identifier }) => Identifier ?? []),
      ]),
    ].toSorted(),
    lifecycleHooks: hooks.map(hookText).toSorted(),
    protectsNewInstances: group.NewInstancesProtectedFromScaleIn ?? false,
    protectedInstances: ids(Instances.filter(({ ProtectedFromScaleIn }) => ProtectedFromScaleIn)),
    standbyInstances: ids(Instances.filter(({ LifecycleState = '' }) => LifecycleState.endsWith('Standby'))),
    unfinishedSince: memo === undefined ? null : isoTime(memo.startedAt),
  }
}

/** What tells hooks apart for people, and a digest of the rest, which may hold anything. */
function hookText({
  LifecycleHookName,
  LifecycleTransition = '',
  DefaultResult,
  HeartbeatTimeout,
  AutoScalingGroupName: _group,
  ...rest
}: LifecycleHook): string {
  const transition = LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching'
  return `${LifecycleHookName} (${transition}, ${DefaultResult}, ${HeartbeatTimeout} s, ${sha256(canonical(rest)).slice(0, 8)})`
}
