/**
 * What must hold whatever happens while a group is rolled, judged from outside: by the calls that were made, what each
 * met and what each left. None of the rolling rules' own arithmetic is used here.
 */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from './change-recorder.ts'

/** Whatever else the group shall be, in the words of those who may say so: its owner and its operators. */
export interface ExpectedEnd {
  /** From when on; seconds since the Unix epoch. */
  readonly at: number
  readonly desired: number
}

export interface History {
  readonly group: string
  /** What the run was allowed, in the group's unit. */
  readonly surge: number
  readonly maxUnavailable: number
  readonly begin: CapacitySnapshot
  readonly changes: readonly RecordedChange[]
  /** Desired capacities set by others than the run while it ran. */
  readonly wishes: readonly ExpectedEnd[]
  /** Present where the roll may be taken back: then the launch source is touched as well. */
  readonly rollback?: true
  /** Present where the launch source is changed first: that needs no memo of the sizes. */
  readonly patches?: true
  /** Present where the new half may be launched in the dark: then registering is held back, and made up for. */
  readonly dark?: true
  /** Old instances that are to be left alone for as long as they are protected, or in Standby. */
  readonly spares?: { readonly whileProtected: readonly string[]; readonly whileInStandby: readonly string[] }
  /** For how long after a write AWS may still answer what was before. */
  readonly staleSeconds: number
  /** Processes that others than the run suspended or resumed meanwhile. */
  readonly operated: readonly string[]
}

export interface Breach {
  readonly invariant: string
  readonly at: number
  readonly what: string
}

type Invariant = (history: History) => readonly Breach[]

/** The tags by which a run remembers begin with this. */
const OURS = 'fleet-patch:'
/** Without this one nothing tells how the group was. */
const MEMO = 'fleet-patch:memo'
const HELD = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']

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

/** The desired capacities that were somebody's wish up to a moment, the original first. */
const wishesUntil = ({ begin, wishes }: History, at: number): readonly number[] => [
  begin.desired,
  ...wishes.filter((wish) => wish.at <= at).map(({ desired }) => desired),
]

/** Ready instances never fall below the floor by a call of ours. */
export const floorHolds = everywhere('floor', (change, history) => {
  const taken = change.before.readyUnits - change.after.readyUnits
  const floor = Math.max(0, Math.min(...wishesUntil(history, change.at)) - history.maxUnavailable)
  const ready = change.readyAsSeen - taken
  if (taken <= 0 || ready >= floor) return undefined
  return `${change.operation} took ${taken} ready and left ${ready}; the floor is ${floor}`
})

/** Desired capacity is never raised by us above what was wished and the surge. */
export const ceilingHolds = everywhere('ceiling', ({ operation, before, after, at }, history) => {
  const ceiling = Math.max(...wishesUntil(history, at)) + history.surge
  if (after.desired <= Math.max(ceiling, before.desired)) return undefined
  return `${operation} set the desired capacity to ${after.desired}; the ceiling is ${ceiling}`
})

/** No call of ours makes AWS choose whom to take: it never leaves more instances than are desired. */
export const noUnnamedTermination = everywhere('no choice for AWS', (change, { staleSeconds }) => {
  const surplus = ({ units, desired }: CapacitySnapshot): number => Math.max(0, units - desired)
  // Decided on an answer from before, which is all that can be had.
  if (staleSeconds > 0 || change.lookedAt < change.at) return undefined
  if (surplus(change.after) <= surplus(change.before)) return undefined
  const { ids, protectedIds } = change.after
  // Of protected ones AWS takes none.
  if ([...ids.inService, ...ids.pending].every((id) => protectedIds.includes(id))) return undefined
  return `${change.operation} left ${change.after.units} instances where ${change.after.desired} are desired`
})

/** Only instances of the group are terminated. */
export const onlyOwnInstances = everywhere('own instances', (change) => {
  if (!terminates(change)) return undefined
  const { inService, pending, leaving, standby } = change.before.ids
  const own = new Set([...inService, ...pending, ...leaving, ...standby])
  const foreign = idsIn(change.input).filter((id) => !own.has(id))
  return foreign.length > 0 ? `${foreign.join(', ')} is no instance of the group` : undefined
})

const SOURCES = ['LaunchConfigurationName', 'LaunchTemplate', 'MixedInstancesPolicy']
const MAKES_SOURCES = ['CreateLaunchConfiguration', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'] // prettier-ignore

/** Whether a change concerns what a group launches from, and nothing else. */
const changesSource = ({ operation, input }: RecordedChange): boolean => {
  const { AutoScalingGroupName: _, ...fields } = input
  const updates =
    operation === 'UpdateAutoScalingGroup' && Object.keys(fields).every((field) => SOURCES.includes(field))
  return updates || MAKES_SOURCES.includes(operation)
}

/** Every change but the memo itself is made with a memo on the group, so that a death can be undone. */
export const memoComesFirst = everywhere('memo first', (change, { patches }) => {
  const { operation, before } = change
  // To remove what is gone already, as after a lost answer, changes nothing.
  if (operation.endsWith('Tags') || MEMO in before.tags || (patches && changesSource(change))) return undefined
  return `${operation} was called while nothing told how the group was before`
})

/** Nothing else may change the size while we do: the processes that do are suspended before capacity is added. */
export const processesAreHeld = everywhere('processes held', ({ operation, before, after }, { operated }) => {
  const running = HELD.filter((process) => !before.suspended.includes(process) && !operated.includes(process))
  if (after.desired <= before.desired || running.length === 0) return undefined
  return `${operation} added capacity while ${running.join(', ')} ran`
})

/** What others suspended stays suspended, and what makes a group roll is never suspended. */
export const othersProcessesStay = everywhere(
  'processes of others',
  ({ operation, before, after }, { begin, operated, dark }) => {
    const resumed = before.suspended.filter((process) => !after.suspended.includes(process))
    const theirs = resumed.filter((process) => begin.suspended.includes(process) && !operated.includes(process))
    if (theirs.length > 0) return `${operation} resumed ${theirs.join(', ')}, which was suspended by others`
    const held = dark ? [...HELD, 'AddToLoadBalancer'] : HELD
    const wrong = after.suspended.filter((process) => !before.suspended.includes(process) && !held.includes(process))
    return wrong.length > 0 ? `${operation} suspended ${wrong.join(', ')}` : undefined
  },
)

/** Of the warm pool, or of what has left it without entering service, as after a lost answer. */
function isWarmed(id: string, { before, at }: RecordedChange, { begin, changes }: History): boolean {
  const { pooled, inService, pending, standby } = before.ids
  if (pooled.includes(id)) return true
  if ([...inService, ...pending, ...standby].includes(id)) return false
  return (
    begin.ids.pooled.includes(id) || changes.some((change) => change.at <= at && change.before.ids.pooled.includes(id))
  )
}

const REGISTRATIONS = {
  RegisterTargets: ['TargetGroupArn', 'Targets'],
  RegisterInstancesWithLoadBalancer: ['LoadBalancerName', 'Instances'],
}

/** A command that an instance is tried with. */
const PROBE = ['DocumentName', 'InstanceIds', 'Parameters', 'TimeoutSeconds', 'Comment']

/** Of a group nothing is touched but these; of its sizes never the minimum. */
export const onlyAllowedFields = everywhere('little touched', (change, history) => {
  const { operation, input } = change
  const { group, rollback, patches, dark } = history
  // Warmed instances go through EC2: no call of Auto Scaling takes them out of the pool.
  if (operation === 'TerminateInstances' && idsIn(input).every((id) => isWarmed(id, change, history))) return undefined
  const allowed: Readonly<Record<string, readonly string[]>> = {
    UpdateAutoScalingGroup: ['AutoScalingGroupName', 'MaxSize', 'DesiredCapacity'],
    TerminateInstanceInAutoScalingGroup: ['AutoScalingGroupName', 'InstanceId', 'InstanceIds', 'ShouldDecrementDesiredCapacity'],
    SuspendProcesses: ['AutoScalingGroupName', 'ScalingProcesses'],
    ResumeProcesses: ['AutoScalingGroupName', 'ScalingProcesses'],
    CreateOrUpdateTags: ['Tags'],
    DeleteTags: ['Tags'],
    ...(dark && { ...REGISTRATIONS, SendCommand: PROBE }),
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
  const foreign = tags.filter(({ Key = '', ResourceId }) => !Key.startsWith(OURS) || ResourceId !== group)
  return foreign.length > 0 ? `${operation} of ${foreign.map(({ Key }) => Key).join(', ')}` : undefined
})

/** Old instances that serve leave only for new ones that have served, but for what may be unavailable. */
export const replacementsServeFirst: Invariant = ({ begin, changes, maxUnavailable, wishes }) => {
  const { inService, pending, standby } = begin.ids
  const old = new Set([...inService, ...pending, ...standby])
  const served = new Set<string>()
  const left = new Set<string>()
  // A group of which nobody may be scaled in can have more than it wants.
  const spare = Math.max(0, begin.readyUnits - begin.desired)
  // Somebody who wants fewer makes old ones superfluous.
  const fewer = Math.max(0, ...wishes.map(({ desired }) => begin.desired - desired))
  for (const change of changes) {
    for (const id of change.before.ids.ready) if (!old.has(id)) served.add(id)
    if (!terminates(change)) continue
    // A call that was lost before AWS carried it out takes nobody: who serves right after it has not left.
    const { before, after } = change
    for (const id of idsIn(change.input))
      if (old.has(id) && before.ids.ready.includes(id) && !after.ids.ready.includes(id)) left.add(id)
    if (left.size > served.size + maxUnavailable + spare + fewer)
      return [
        {
          invariant: 'old for new',
          at: change.at,
          what: `${left.size} serving old instances were terminated, and only ${served.size} new ones have ever served`,
        },
      ]
  }
  return []
}

/** Old instances that the run was told to leave alone are not terminated. */
export const exemptAreKept = everywhere('the spared stay', (change, { spares }) => {
  if (spares === undefined || !terminates(change)) return undefined
  const { protectedIds, ids } = change.before
  const isSpared = (id: string): boolean =>
    (spares.whileProtected.includes(id) && protectedIds.includes(id)) ||
    (spares.whileInStandby.includes(id) && ids.standby.includes(id))
  const taken = idsIn(change.input).filter(isSpared)
  return taken.length > 0 ? `${taken.join(', ')} was terminated and should have been left alone` : undefined
})

const DURING: readonly Invariant[] = [
  floorHolds,
  ceilingHolds,
  noUnnamedTermination,
  onlyOwnInstances,
  memoComesFirst,
  processesAreHeld,
  othersProcessesStay,
  onlyAllowedFields,
  replacementsServeFirst,
  exemptAreKept,
]

/** Every breach of what must hold at every moment, in the order of the invariants. */
export const breachesDuring = (history: History): readonly Breach[] => DURING.flatMap((invariant) => invariant(history))

/** What the group should be like at the end: as at the beginning, but for what operators changed. */
export interface Ending {
  readonly min: number
  readonly max: number
  /** Any of these; more than one where nobody can tell an operator's wish from what a dead run left. */
  readonly desired: readonly number[]
  readonly suspended: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly protectedIds: readonly string[]
}

/** The ending of a group with which nobody interfered. */
export const asAtTheStart = ({ min, max, desired, suspended, tags, protectedIds }: CapacitySnapshot): Ending => ({
  min,
  max,
  desired: [desired],
  suspended,
  tags,
  protectedIds,
})

/** Every way in which the end differs from what it should be. */
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
  const guarded = wanted.protectedIds.filter((id) => staying.has(id))
  compare('ProtectedFromScaleIn', end.protectedIds.filter((id) => guarded.includes(id)).toSorted(), guarded.toSorted())
  return differences.map((what) => ({ invariant: 'as at the beginning', at: end.at, what }))
}

const sorted = (tags: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(tags).toSorted(([one], [other]) => (one < other ? -1 : 1))
