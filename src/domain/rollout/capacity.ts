import { isBeingTakenBack } from './taken-back.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet, Instance, LaunchReference, LaunchSource } from './fleet.ts'
import { phaseOf } from './lifecycle.ts'
import { awaitsProbe } from './probe.ts'
import type { Policy } from './policy.ts'
import { isServing } from './readiness.ts'

/** Whether the group would launch this instance from the same source, and of the same type, today. */
export const isCurrent = (instance: Instance, source: LaunchSource): boolean =>
  isFromSource(instance, source) && (source.types?.includes(instance.type) ?? true)

/**
 * Whether an instance comes from what the group launches today, whatever its type. A missing source counts as another one: the
 * launch configuration was deleted, or the instance was attached.
 */
export function isFromSource({ reference, type, imageId }: Instance, source: LaunchSource): boolean {
  if (reference === undefined) return false
  const { images, references } = launchesOf(source, type)
  if (images.length > 0 && imageId !== undefined && !images.includes(imageId)) return false
  // A parameter that names another image by now changes what is launched, and no version does so.
  const now = images.length > 0 ? undefined : parameterImage(reference, source)
  if (now !== undefined && imageId !== undefined && imageId !== now) return false
  return references.some((other) => isSameReference(reference, other))
}

/** What a source launches in one instance type: from where, and the images that overrides put there. */
interface LaunchesOfType {
  readonly references: readonly LaunchReference[]
  readonly images: readonly string[]
}

const launchesByType = new WeakMap<LaunchSource, Map<string, LaunchesOfType>>()

/** Reckoned once for a source and a type: a group has a thousand instances of it. */
function launchesOf(source: LaunchSource, type: string): LaunchesOfType {
  const byType = launchesByType.get(source) ?? new Map<string, LaunchesOfType>()
  launchesByType.set(source, byType)
  const known = byType.get(type)
  if (known) return known
  const forType = source.overrides.filter((override) => override.instanceType === type)
  const candidates =
    forType.length > 0 ? forType : source.overrides.filter(({ instanceType }) => instanceType === undefined)
  const launches = {
    references: [...candidates.map(({ reference }) => reference), ...(forType.length === 0 ? [source.base] : [])],
    images: forType.flatMap(({ imageId }) => imageId || []),
  }
  byType.set(type, launches)
  return launches
}

/** The image that a parameter gives to what is launched from here now; undefined where none does, or it is not known. */
export function parameterImage(
  reference: LaunchReference,
  { parts = [] }: Pick<LaunchSource, 'parts'>,
): string | undefined {
  const image = parts.find((part) => isSameReference(part.reference, reference))?.image
  return image?.kind === 'parameter' ? image.id : undefined
}

export const isSameReference = (one: LaunchReference, other: LaunchReference): boolean =>
  one.kind === 'configuration'
    ? other.kind === 'configuration' && one.name === other.name
    : other.kind === 'template' && one.id === other.id && one.version === other.version

/**
 * Whether an instance is to be replaced; with `force` so is whatever was launched before the roll began. While a roll is
 * taken back only what it has launched is: a run that goes on with that knows it by its launch.
 */
export function isOutdated(
  instance: Instance,
  fleet: Fleet,
  { force, forceUntil = Infinity, rollback }: Criteria,
): boolean {
  const current = isCurrent(instance, fleet.source)
  if (rollback !== undefined) return !current && isCurrent(instance, rollback.failed)
  if (isBeingTakenBack(fleet)) return !current && isLaunchedByRoll(instance, fleet)
  if (!current) return true
  const replaceLaunchedUntil = fleet.memo === undefined && force ? forceUntil : fleet.memo?.replaceLaunchedUntil
  if (replaceLaunchedUntil === undefined || instance.launchedAt === undefined) return false
  return instance.launchedAt <= replaceLaunchedUntil
}

type Criteria = Pick<Policy, 'force' | 'forceUntil' | 'rollback'>

/** Whether an instance was launched since the roll began that the group is in the middle of; the memo has that in whole seconds. */
export const isLaunchedByRoll = (
  { launchedAt }: Pick<Instance, 'launchedAt'>,
  { memo }: Partial<Pick<Fleet, 'memo'>>,
): boolean => memo !== undefined && launchedAt !== undefined && launchedAt >= memo.startedAt

/**
 * An outdated instance that the policy leaves alone: it counts and serves, but it replaces none and is not replaced. What a
 * roll has launched itself goes when it is undone, though its group may protect all that it launches. What EC2 has ended has nothing
 * left to be protected: AWS replaces it as well, unless its health checks are suspended.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html
 */
export function isExempt(
  instance: Instance,
  fleet: Pick<Fleet, 'memo' | 'source'>,
  { protectedInstances, intent, rollback }: Pick<Policy, 'protectedInstances' | 'intent' | 'rollback'>,
): boolean {
  if (!instance.protectedFromScaleIn || protectedInstances !== 'ignore' || hasEnded(instance)) return false
  const isUndone = intent === 'restore' || rollback !== undefined || isBeingTakenBack(fleet)
  return !(isUndone && isLaunchedByRoll(instance, fleet))
}

const hasEnded = ({ statusChecks }: Instance): boolean => statusChecks?.state === 'terminated'

/** A group in the numbers that the rules speak of; capacities in the group's unit. */
export interface GroupCapacity {
  /** Counted instances that are to be replaced. */
  readonly outdated: readonly Instance[]
  /** Counted instances that would be, but that the policy leaves alone. */
  readonly exempt: readonly Instance[]
  /** Counted instances that are to stay. */
  readonly current: readonly Instance[]
  readonly ready: ReadonlySet<Instance>
  readonly total: number
  readonly outdatedCapacity: number
  readonly readyCapacity: number
  /** Capacity of the current instances that are not ready (yet, or any more). */
  readonly unreadyCurrentCapacity: number
}

/** Whether something else has an instance in hand, of whatever version it will be then: it is left alone, and not waited for. */
export const isReplacingRootVolume = (instance: Instance): boolean => phaseOf(instance) === 'replacing its root volume'

/**
 * Ready means serving, and a current instance must have been so for the warm-up: for an old one the beginning is
 * long ago, whenever we first looked, but where it was seen to come up, or was launched shortly before. As long as a target group starts it slowly it has no full
 * share of the requests. One that came into service since the roll began must have passed its probe as well. While a roll is undone
 * neither is waited for: every instance that serves is capacity.
 */
export function capacityOfGroup(fleet: Fleet, policy: CapacityCriteria): GroupCapacity {
  const kept = capacities.get(fleet)
  if (kept && isSameCriteria(kept.policy, policy)) return kept.capacity
  const capacity = reckon(fleet, policy)
  capacities.set(fleet, { policy, capacity })
  return capacity
}

type CapacityCriteria = Criteria & Pick<Policy, 'intent' | 'warmupSeconds' | 'protectedInstances' | 'probes'>

/** One look is counted several times: for the log, and for each decision on it. */
const capacities = new WeakMap<Fleet, { readonly policy: CapacityCriteria; readonly capacity: GroupCapacity }>()

const isSameCriteria = (one: CapacityCriteria, other: CapacityCriteria): boolean =>
  one.force === other.force &&
  one.forceUntil === other.forceUntil &&
  one.rollback === other.rollback &&
  one.intent === other.intent &&
  one.warmupSeconds === other.warmupSeconds &&
  one.protectedInstances === other.protectedInstances &&
  one.probes === other.probes

/** Within so long of its launch an instance may have come into service a moment before a run has looked first. */
const START_SECONDS = 900

function reckon(fleet: Fleet, policy: CapacityCriteria): GroupCapacity {
  const counted = fleet.instances.filter(isCounted)
  const notCurrent = new Set(counted.filter((instance) => isOutdated(instance, fleet, policy)))
  const outdated = [...notCurrent].filter(
    (instance) => !isExempt(instance, fleet, policy) && !isReplacingRootVolume(instance),
  )
  const current = counted.filter((instance) => !notCurrent.has(instance))
  const warmupSeconds = policy.intent === 'restore' ? 0 : Math.max(policy.warmupSeconds, fleet.slowStartSeconds ?? 0)
  const isWarm = ({ readySince }: Instance): boolean =>
    warmupSeconds === 0 || (readySince !== undefined && fleet.at - readySince >= warmupSeconds)
  const isLongSince = ({ cameUp, launchedAt = -Infinity, firstSeenAt }: Instance): boolean =>
    cameUp !== true && firstSeenAt - launchedAt >= warmupSeconds + START_SECONDS
  const ready = new Set([
    ...[...notCurrent].filter((instance) => isServing(instance) && (isLongSince(instance) || isWarm(instance))),
    ...current.filter((instance) => isServing(instance) && !awaitsProbe(instance, fleet, policy) && isWarm(instance)),
  ])
  return {
    outdated,
    exempt: [...notCurrent].filter((instance) => isExempt(instance, fleet, policy)),
    current,
    ready,
    total: capacityOf(counted),
    outdatedCapacity: capacityOf(outdated),
    readyCapacity: capacityOf(ready),
    unreadyCurrentCapacity: capacityOf(current.filter((instance) => !ready.has(instance))),
  }
}
