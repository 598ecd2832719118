/**
 * What must hold at all times while a group is rolled, judged from outside: by the calls, and the group's capacity
 * before and after each. None of the rolling rules' own arithmetic is used here.
 */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from './change-recorder.ts'
import { gatesHold } from './gates-hold.ts'
import { leastReady, type Unavailable } from './least-ready.ts'
import { probesHold } from './probes-hold.ts'
import { changesSource, SOURCES } from './source-changes.ts'

/** A desired capacity that an owner or operator set. */
export interface OperatorSize {
  /** From when on; seconds since the Unix epoch. */
  readonly at: number
  readonly desired: number
}

export interface History extends Unavailable {
  readonly group: string
  /** What the run was allowed, in the group's unit. */
  readonly surge: number
  /** How many instances may be terminating at once; absent where that is not bounded. */
  readonly maxLeaving?: number
  /** The checkpoints of a group of this desired capacity, in instances; absent where there are none. */
  readonly checkpoints?: ((desired: number) => readonly number[]) | undefined
  readonly begin: CapacitySnapshot
  readonly changes: readonly RecordedChange[]
  /** Desired capacities set by others than the run while it ran. */
  readonly operatorSizes: readonly OperatorSize[]
  /** Present where the run may roll back: then the launch source is changed as well. */
  readonly rollback?: true
  /** Present where the launch source is changed first: that needs no memo of the sizes. */
  readonly patches?: true
  /** Present where new instances may be launched dark: then registration is suspended, and made up for at the release. */
  readonly dark?: true
  /** Present where new instances may be probed by commands. */
  readonly probes?: true
  /** When each instance has passed a probe, seconds since the Unix epoch; absent where none is asked to, or in a group with weights. */
  readonly probed?: ReadonlyMap<string, number>
  /** Outdated instances that are exempt as long as they are protected, or in Standby. */
  readonly exempt?: { readonly whileProtected: readonly string[]; readonly whileInStandby: readonly string[] }
  /** For so long target groups start an instance slowly that has turned healthy; absent where none does. */
  readonly slowStartSeconds?: number
  /** How long after a write AWS may still answer with the state before it. */
  readonly staleSeconds: number
  /** Processes that others than the run suspended or resumed meanwhile. */
  readonly operated: readonly string[]
  /** Present where scaling policies stay alive: then alarms are not suspended, and the minimum is held at the desired capacity. */
  readonly follows?: true
  /** Minima of scheduled actions that fell due while a run had suspended them: only these may it set. */
  readonly scheduledMinima?: readonly number[]
}

export interface Breach {
  readonly invariant: string
  readonly at: number
  readonly what: string
}

type Invariant = (history: History) => readonly Breach[]

/** The tags of a run begin with this. */
const OWN_TAGS = 'fleet-patch:'
/** The tag with the saved state of the group. */
const MEMO = 'fleet-patch:memo'
const SUSPENDED_BY_RUNS = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']

const everywhere =
  (invariant: string, judge: (change: RecordedChange, history: History) => string | undefined): Invariant =>
  (history) =>
    history.changes.flatMap((change) => {
      const what = judge(change, history)
      return what === undefined ? [] : [{ invariant, at: change.at, what }]
    })

const idsIn = (input: RecordedChange['input']): readonly string[] => {
  const several = input['InstanceIds'] as readonly string[] | undefined
  return several ?? (typeof input['InstanceId'] === 'string' ? [input['InstanceId']] : [])
}

const terminates = ({ operation }: RecordedChange): boolean => operation === 'TerminateInstanceInAutoScalingGroup'

/** The desired capacities set by owner and operators up to a moment, the original first. */
const sizesUntil = ({ begin, operatorSizes }: History, at: number): readonly number[] => [
  begin.desired,
  ...operatorSizes.filter((size) => size.at <= at).map(({ desired }) => desired),
]

/**
 * How many of what the run has launched and leaves in service may be in their slow start, where its caller puts back and has not
 * seen since when: AWS does not tell which of them are, so that it may have taken one that is past it for one that is not.
 */
function startingAlike(
  { at, callerSince, input, after: { ids } }: RecordedChange,
  { begin, slowStartSeconds = 0 }: History,
): number {
  if (input['ShouldDecrementDesiredCapacity'] !== true || at - callerSince >= slowStartSeconds) return 0
  const known = new Set([...Object.values(begin.ids).flat(), ...ids.ready])
  return ids.inService.filter((id) => !known.has(id)).length
}

/** So old a look may be on which a run takes instances away, in seconds: before, it looks once more. */
const LOOK_SECONDS = 15

/**
 * Whether AWS has taken an instance out of the warm pool since its caller has looked, right before EC2 is told to end it: no call of
 * Auto Scaling takes instances of a pool, and EC2 asks for no state (docs/edges.md).
 */
const hasLeftPoolUnseen = (id: string, { operation, at, observedAt, pooledAsObserved = [] }: RecordedChange): boolean =>
  operation === 'TerminateInstances' && pooledAsObserved.includes(id) && at - observedAt <= LOOK_SECONDS

/**
 * The instances that a call takes which have come into service since its caller has looked: no call of AWS takes an instance only as long as
 * it is not ready (docs/edges.md).
 */
function readySince({ input, at, observedAt, before, readyIdsAsRead }: RecordedChange): readonly string[] {
  if (readyIdsAsRead === undefined || at - observedAt > LOOK_SECONDS) return []
  return idsIn(input).filter((id) => before.ids.ready.includes(id) && !readyIdsAsRead.includes(id))
}

/** No call of the run takes ready instances below the floor. A group with a warm pool has no weights. */
export const floorHolds = everywhere('floor', (change, history) => {
  const unseen = idsIn(change.input).filter((id) => hasLeftPoolUnseen(id, change))
  const excused = unseen.filter((id) => change.before.ids.ready.includes(id)).length + readySince(change).length
  const taken = change.before.readyUnits - change.after.readyUnits - excused
  const floor = leastReady(history, Math.min(...sizesUntil(history, change.at)))
  const ready = change.readyAsObserved - taken
  const alike = Math.min(taken, startingAlike(change, history))
  // Where others have left fewer than the floor before, one that looks alike stands in for each that is taken all the same.
  if (taken <= alike || ready + alike >= floor) return undefined
  return `${change.operation} took ${taken} ready and left ${ready}; the floor is ${floor}`
})

/** The run never raises the desired capacity above the wanted size plus the surge. */
export const ceilingHolds = everywhere('ceiling', ({ operation, before, after, at }, history) => {
  const ceiling = Math.max(...sizesUntil(history, at)) + history.surge
  if (after.desired <= Math.max(ceiling, before.desired)) return undefined
  return `${operation} set the desired capacity to ${after.desired}; the ceiling is ${ceiling}`
})

/**
 * No call of the run lets more instances be leaving at once than may: those that runs have named count as long as they are
 * listed. One that is not ready may go beyond that, where AWS would end it anyway, as it does while `ReplaceUnhealthy` runs.
 */
export const leavingIsBounded = everywhere('leaving is bounded', (change, { maxLeaving, changes }) => {
  const { operation, before, after } = change
  const begun = after.ids.leaving.filter((id) => !before.ids.leaving.includes(id))
  if (maxLeaving === undefined || begun.length === 0) return undefined
  const named = new Set(changes.filter(terminates).flatMap(({ input }) => idsIn(input)))
  const leaving = after.ids.leaving.filter((id) => named.has(id) || begun.includes(id))
  const isReplaced = !before.suspended.includes('ReplaceUnhealthy')
  const isSickOne = isReplaced && begun.length === 1 && begun.every((id) => !before.ids.ready.includes(id))
  if (leaving.length <= maxLeaving || isSickOne) return undefined
  return `${operation} made ${begun.length} leave, ${leaving.length} at once; ${maxLeaving} may`
})

/** No call of the run leaves more instances than are desired, which would make AWS choose the ones to terminate. */
export const noUnnamedTermination = everywhere('no unnamed termination', (change, { staleSeconds, operatorSizes }) => {
  const surplus = ({ units, desired }: CapacitySnapshot): number => Math.max(0, units - desired)
  // Decided on a stale answer, the only one available.
  if (staleSeconds > 0 || change.observedAt < change.at) return undefined
  if (surplus(change.after) <= surplus(change.before)) return undefined
  // What an operator has set right before the call its caller cannot have seen.
  const isUnseen = ({ at, desired }: OperatorSize): boolean =>
    at >= change.observedAt && at <= change.at && desired === change.before.desired
  if (operatorSizes.some(isUnseen)) return undefined
  // AWS takes nothing away, and what was named goes first once it may.
  if (change.after.suspended.includes('Terminate')) return undefined
  const { ids, protectedIds } = change.after
  // AWS does not scale in protected instances.
  if ([...ids.inService, ...ids.pending].every((id) => protectedIds.includes(id))) return undefined
  return `${change.operation} left ${change.after.units} instances where ${change.after.desired} are desired`
})

/** Only instances of the group are terminated; one that has left it since its caller has looked AWS does not find. */
export const onlyOwnInstances = everywhere('own instances', (change) => {
  if (!terminates(change)) return undefined
  // Not what is retained: that is kept for a person.
  const { inService, pending, replacingRoot, leaving, standby } = change.before.ids
  const { membersAsObserved = [] } = change
  const own = new Set([...inService, ...pending, ...replacingRoot, ...leaving, ...standby, ...membersAsObserved])
  const foreign = idsIn(change.input).filter((id) => !own.has(id))
  return foreign.length > 0 ? `${foreign.join(', ')} is no instance of the group` : undefined
})

/** Every change but the memo itself is made with a memo on the group, so that a crash can be recovered from. */
export const memoComesFirst = everywhere('memo first', (change, history) => {
  const { patches, scheduledMinima } = history
  const { operation, input, before, tagsAsKnown, tagsAreDenied } = change
  // To delete tags that are gone already, as after a lost answer, changes nothing.
  if (operation.endsWith('Tags') || MEMO in before.tags || (patches && changesSource(change))) return undefined
  // Others may remove it between the look and the call, or so that it must not be written again: then the group is put back,
  // a scheduled action is carried out that AWS has dropped meanwhile, and given back what a decrement took from a wish of others.
  const carriesOut = scheduledMinima?.includes(input['MinSize'] as number) === true
  const givesBack = operation === 'UpdateAutoScalingGroup' && leavesWish(change, history)
  const isInOrder = putsBack(change) || carriesOut || givesBack
  if (MEMO in tagsAsKnown || (tagsAreDenied && isInOrder)) return undefined
  return `${operation} was called while no memo said how the group was before`
})

/** The saved sizes are ones that AWS allows: others no later run can read, and the group would stay as it is. */
export const savedSizesFit = everywhere('saved sizes fit', ({ operation, input, after: { tags } }) => {
  const text = tags[MEMO] ?? ''
  if (operation !== 'CreateOrUpdateTags' || !JSON.stringify(input).includes(MEMO)) return undefined
  const [min = NaN, max = NaN, desired = NaN] = ['min', 'max', 'desired'].map((name) =>
    Number(new RegExp(` ${name}=(\\d+) `).exec(text)?.[1]),
  )
  return min > desired || desired > max ? `it was saved that the sizes were ${min}-${desired}-${max}` : undefined
})

/** Whether a change takes back what a run has added or suspended, and adds nothing. */
function putsBack({ operation, input, before, after }: RecordedChange): boolean {
  if (operation === 'TerminateInstanceInAutoScalingGroup') return input['ShouldDecrementDesiredCapacity'] === true
  if (operation === 'UpdateAutoScalingGroup') return after.desired <= before.desired && after.max <= before.max
  return operation === 'ResumeProcesses'
}

/** Whether a change leaves a desired capacity that an operator has set. */
const leavesWish = ({ after, at }: RecordedChange, { operatorSizes }: History): boolean =>
  operatorSizes.some((size) => size.desired === after.desired && size.at <= at)

/** The processes that change the size are suspended before the run adds capacity that others have not asked for. */
export const processesAreSuspended = everywhere('processes suspended', (change, history) => {
  const { operated, follows } = history
  const { operation, before, after } = change
  const running = SUSPENDED_BY_RUNS.filter(
    (process) =>
      !before.suspended.includes(process) &&
      !operated.includes(process) &&
      !(follows === true && process === 'AlarmNotification'),
  )
  if (after.desired <= before.desired || running.length === 0 || leavesWish(change, history)) return undefined
  return `${operation} added capacity while ${running.join(', ')} ran`
})

/** Processes suspended by others stay suspended, and processes that a roll needs are never suspended. */
export const externalSuspensionsStay = everywhere(
  'external suspensions',
  ({ operation, before, after }, { begin, operated, dark }) => {
    const allowed = dark ? [...SUSPENDED_BY_RUNS, 'AddToLoadBalancer'] : SUSPENDED_BY_RUNS
    const resumed = before.suspended.filter((process) => !after.suspended.includes(process))
    const external = resumed.filter((process) => begin.suspended.includes(process) && !operated.includes(process))
    if (external.length > 0) return `${operation} resumed ${external.join(', ')}, which was suspended by others`
    const never = resumed.filter((process) => !allowed.includes(process))
    if (never.length > 0) return `${operation} resumed ${never.join(', ')}, which no run suspends`
    const wrong = after.suspended.filter((process) => !before.suspended.includes(process) && !allowed.includes(process))
    return wrong.length > 0 ? `${operation} suspended ${wrong.join(', ')}` : undefined
  },
)

/** Whether an instance is in the warm pool, or has left it unseen or without entering service, as after a lost answer. */
function isWarmed(id: string, change: RecordedChange, { begin, changes }: History): boolean {
  const { before, at } = change
  const { pooled, inService, pending, standby } = before.ids
  if (pooled.includes(id) || hasLeftPoolUnseen(id, change)) return true
  if ([...inService, ...pending, ...standby].includes(id)) return false
  return begin.ids.pooled.includes(id) || changes.some((each) => each.at <= at && each.before.ids.pooled.includes(id))
}

const REGISTRATIONS = {
  RegisterTargets: ['TargetGroupArn', 'Targets'],
  RegisterInstancesWithLoadBalancer: ['LoadBalancerName', 'Instances'],
}

/** The fields of a probe command. */
const PROBE = ['DocumentName', 'InstanceIds', 'Parameters', 'TimeoutSeconds', 'Comment']

/** The state of a dark launch stands on its instances as well; EC2 names them apart from the tags. */
const CARRIED = ['Resources', 'Tags']

/** Only these fields of a group are changed; of its sizes the minimum only as a scheduled action says, or where policies stay alive. */
export const onlyAllowedFields = everywhere('only allowed fields', (change, history) => {
  const { operation, input } = change
  const { group, rollback, patches, dark, probes, follows, scheduledMinima } = history
  const setsMinimum = follows === true || scheduledMinima?.includes(input['MinSize'] as number) === true
  // Instances of the warm pool are terminated through EC2: no call of Auto Scaling takes them out of the pool.
  if (operation === 'TerminateInstances' && idsIn(input).every((id) => isWarmed(id, change, history))) return undefined
  const allowed: Readonly<Record<string, readonly string[]>> = {
    UpdateAutoScalingGroup: ['AutoScalingGroupName', 'MaxSize', 'DesiredCapacity', ...(setsMinimum ? ['MinSize'] : [])],
    TerminateInstanceInAutoScalingGroup: ['AutoScalingGroupName', 'InstanceId', 'InstanceIds', 'ShouldDecrementDesiredCapacity'],
    SuspendProcesses: ['AutoScalingGroupName', 'ScalingProcesses'],
    ResumeProcesses: ['AutoScalingGroupName', 'ScalingProcesses'],
    CreateOrUpdateTags: ['Tags'],
    DeleteTags: ['Tags'],
    ...(dark && { ...REGISTRATIONS, CreateTags: CARRIED, DeleteTags: CARRIED }),
    ...(probes && { SendCommand: PROBE }),
  } // prettier-ignore
  if (rollback && ['CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'].includes(operation)) return undefined
  if (rollback && operation === 'UpdateAutoScalingGroup' && SOURCES.some((field) => field in input)) return undefined
  const name = input['AutoScalingGroupName']
  if (patches && changesSource(change) && (name === undefined || name === group)) return undefined
  const fields = Object.keys(input).filter((field) => !(allowed[operation] ?? []).includes(field))
  if (allowed[operation] === undefined || fields.length > 0)
    return `${operation} with ${fields.join(', ') || 'anything'}`
  if (name !== undefined && name !== group) return `${operation} on ${JSON.stringify(name)}`
  const tags = (input['Tags'] ?? []) as readonly { readonly Key?: string; readonly ResourceId?: string }[]
  const foreign = tags.filter(
    ({ Key = '', ResourceId }) => !Key.startsWith(OWN_TAGS) || (ResourceId !== group && !('Resources' in input)),
  )
  return foreign.length > 0 ? `${operation} of ${foreign.map(({ Key }) => Key).join(', ')}` : undefined
})

/** Serving outdated instances are terminated only after as many new ones have served, except for max-unavailable. */
export const replacementsServeFirst: Invariant = ({ begin, changes, maxUnavailable, operatorSizes }) => {
  const { inService, pending, standby } = begin.ids
  const old = new Set([...inService, ...pending, ...standby])
  const served = new Set<string>()
  // A group whose zones are being balanced has more than its desired capacity, and some of it does not serve yet.
  const surplus = Math.max(0, inService.length + pending.length - begin.desired)
  const late = new Set<string>()
  const left = new Set<string>()
  // A group without scalable instances can have more than its desired capacity.
  const spare = Math.max(0, begin.readyUnits - begin.desired)
  // A lowered size makes old instances surplus.
  const fewer = Math.max(0, ...operatorSizes.map(({ desired }) => begin.desired - desired))
  for (const change of changes) {
    for (const id of change.before.ids.ready) {
      if (!old.has(id)) served.add(id)
      else if (!begin.ids.ready.includes(id)) late.add(id)
    }
    if (!terminates(change)) continue
    // A call that was lost before AWS carried it out terminates nothing: the instance still serves right after it.
    const { before, after } = change
    for (const id of idsIn(change.input))
      if (old.has(id) && before.ids.ready.includes(id) && !after.ids.ready.includes(id)) left.add(id)
    if (left.size > served.size + maxUnavailable + Math.max(spare, Math.min(late.size, surplus)) + fewer)
      return [
        {
          invariant: 'replacements serve first',
          at: change.at,
          what: `${left.size} serving old instances were terminated, and only ${served.size} new ones have ever served`,
        },
      ]
  }
  return []
}

/**
 * Exempt instances are not terminated. One that EC2 has ended is none any more: protection from scale-in keeps AWS from replacing it as
 * little, and where the group does not notice its end it would stand in the way of the sizes for good.
 */
export const exemptAreKept = everywhere('exempt are kept', (change, { exempt }) => {
  if (exempt === undefined || !terminates(change)) return undefined
  const { protectedIds, ids } = change.before
  const { endedBefore = [] } = change
  const isExempt = (id: string): boolean =>
    (exempt.whileProtected.includes(id) && protectedIds.includes(id) && !endedBefore.includes(id)) ||
    (exempt.whileInStandby.includes(id) && ids.standby.includes(id))
  const taken = idsIn(change.input).filter(isExempt)
  return taken.length > 0 ? `${taken.join(', ')} was terminated although exempt` : undefined
})

const DURING: readonly Invariant[] = [
  floorHolds,
  ceilingHolds,
  leavingIsBounded,
  gatesHold,
  probesHold,
  noUnnamedTermination,
  onlyOwnInstances,
  memoComesFirst,
  savedSizesFit,
  processesAreSuspended,
  externalSuspensionsStay,
  onlyAllowedFields,
  replacementsServeFirst,
  exemptAreKept,
]

/** Every breach of what must hold at every moment, in the order of the invariants. */
export const breachesDuring = (history: History): readonly Breach[] => DURING.flatMap((invariant) => invariant(history))

/** The expected end of the group: as at the beginning, except for changes by operators. */
export interface Ending {
  readonly min: number
  readonly max: number
  /** Any of these; more than one where an operator's size cannot be distinguished from what a dead run left. */
  readonly desired: readonly number[]
  readonly suspended: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly protectedIds: readonly string[]
}

/** The expected end of a group that no operator changed. */
export const asAtTheStart = ({ min, max, desired, suspended, tags, protectedIds }: CapacitySnapshot): Ending => ({
  min,
  max,
  desired: [desired],
  suspended,
  tags,
  protectedIds,
})

/** The differences between the end and the expected end. */
export function breachesAtTheEnd(end: CapacitySnapshot, wanted: Ending): readonly Breach[] {
  const differences: string[] = []
  const compare = (name: string, is: unknown, should: unknown): void => {
    const [one, other] = [JSON.stringify(is), JSON.stringify(should)]
    if (one !== other) differences.push(`${name} is ${one} and should be ${other}`)
  }
  compare('MinSize', end.min, wanted.min)
  compare('MaxSize', end.max, wanted.max)
  if (!wanted.desired.includes(end.desired)) compare('DesiredCapacity', end.desired, wanted.desired)
  compare('SuspendedProcesses', end.suspended.toSorted(), wanted.suspended.toSorted())
  compare('Tags', sorted(end.tags), sorted(wanted.tags))
  const staying = new Set(Object.values(end.ids).flat())
  const expected = wanted.protectedIds.filter((id) => staying.has(id))
  compare(
    'ProtectedFromScaleIn',
    end.protectedIds.filter((id) => expected.includes(id)).toSorted(),
    expected.toSorted(),
  )
  return differences.map((what) => ({ invariant: 'as at the beginning', at: end.at, what }))
}

const sorted = (tags: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(tags).toSorted(([one], [other]) => (one < other ? -1 : 1))
