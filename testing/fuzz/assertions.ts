/** What must be true of a group after one seed, given its faults and the inputs of the roll. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { ActionRun } from '../run-action.ts'
import type { Ending, History } from '../oracles/invariants.ts'
import { unavailableOf } from './unavailable-share.ts'
import { ENDS_A_START } from './bad-day-faults.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** Checks the result of the first roll, where it neither crashed nor was cancelled. */
export function checkFirstRoll(
  fixture: Fixture,
  { failed, annotations }: ActionRun,
  drawn: readonly Fault[],
): readonly string[] {
  const why = annotations.map(({ message }) => message).join(' ')
  const bearable = drawn.every(({ weight }) => weight === 'bearable')
  if (bearable && mustRefuse(fixture))
    return failed && fixture.recorder.changes.length === 0
      ? []
      : ['the roll did not stop at an instance that its inputs refuse']
  if (!failed) return fixture.newSource ? [] : outdatedLeft(fixture)
  const owesGreen = !fixture.plan.sick && fixture.plan.failsProbes !== true && !mayRefuse(fixture)
  return bearable && owesGreen && !waitsForTheDead(fixture, why, drawn)
    ? [`the roll ended red although every fault was bearable: ${why}`]
    : []
}

/**
 * Whether an instance that EC2 has ended while it started stays in the group, with `ReplaceUnhealthy` suspended by its owner: it has not
 * become ready in time, and where one such failure is all that is borne the roll ends red.
 */
const waitsForTheDead = ({ plan }: Fixture, why: string, drawn: readonly Fault[]): boolean =>
  drawn.some(({ name }) => name === ENDS_A_START) &&
  plan.suspended.includes('ReplaceUnhealthy') &&
  plan.inputs['max-failures'] === '1' &&
  /did not become ready within .*: Pending\S*( \(.*?\))?, and the group calls it unhealthy/.test(why)

/** Whether an input is `fail` and an instance was in that state from the beginning, untouched by operators. */
const mustRefuse = (fixture: Fixture): boolean =>
  fixture.handled.size === 0 &&
  ((fixture.plan.inputs['protected-instances'] === 'fail' && protectedOutdated(fixture).length > 0) ||
    (fixture.plan.inputs['standby-instances'] === 'fail' && fixture.begin.ids.standby.length > 0))

/** Whether an operator may cause or lift such a stop: by protection or Standby before the roll begins. */
const mayRefuse = ({ plan: { inputs } }: Fixture): boolean =>
  inputs['protected-instances'] === 'fail' || inputs['standby-instances'] === 'fail'

const isOld = ({ plan, old }: Fixture, id: string): boolean => plan.inputs['force'] === 'true' || old.includes(id)

const protectedOutdated = (fixture: Fixture): readonly string[] => {
  const { inService, standby } = fixture.begin.ids
  const leaving = fixture.plan.inputs['standby-instances'] === 'replace' ? [...inService, ...standby] : inService
  return fixture.begin.protectedIds.filter((id) => leaving.includes(id) && isOld(fixture, id))
}

/** A roll that ends green has replaced all outdated instances except the exempt ones. */
export function outdatedLeft(fixture: Fixture): readonly string[] {
  const { begin, plan, handled, account, recorder } = fixture
  const { ids } = recorder.snapshot()
  const first = [...begin.ids.inService, ...begin.ids.pooled, ...begin.ids.standby]
  // An instance may come out of the warm pool protected.
  const exempt = plan.inputs['protected-instances'] === 'ignore' ? recorder.snapshot().protectedIds : []
  const expected = first.filter((id) => isOld(fixture, id) && !handled.has(id) && !exempt.includes(id))
  const pool = plan.plan.warmPool
    ? (account.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: FUZZ_GROUP }).Instances ?? [])
    : []
  const warmed = pool
    .filter(({ LifecycleState }) => !LifecycleState?.startsWith('Warmed:Terminat'))
    .map(({ InstanceId }) => InstanceId)
  const places: Readonly<Record<string, readonly (string | undefined)[]>> = {
    'in service': ids.inService,
    'in the warm pool': warmed,
    ...(plan.inputs['standby-instances'] === 'replace' && { 'in Standby': ids.standby }),
  }
  return Object.entries(places).flatMap(([place, there]) => {
    const left = expected.filter((id) => there.includes(id))
    return left.length > 0 ? [`the roll ended green and left ${left.join(', ')} ${place}`] : []
  })
}

/** Changes that a result ascribes to others although no operator made them. */
export function falselyReported(
  { operated, operatorSizes, minima, maxima }: Fixture,
  { outputs }: ActionRun,
): readonly string[] {
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as {
    readonly groups?: readonly { readonly left?: readonly string[] }[]
  }
  const isTrue = (sentence: string): boolean => {
    const [, processes] = /^(.*) (?:was|were) resumed from outside this run while/.exec(sentence) ?? []
    if (processes !== undefined) return processes.split(', ').every((process) => operated.has(process))
    const [, suspended] = /^(.*) (?:was|were) suspended from outside this run while/.exec(sentence) ?? []
    if (suspended !== undefined)
      return suspended.split(', ').every((process) => operated.has(process.replace(/ \(.*/, '')))
    if (sentence.startsWith('The desired capacity was changed')) return operatorSizes.length > 0
    if (sentence.startsWith('MinSize was changed')) return minima.length > 0
    return !sentence.startsWith('MaxSize was changed') || maxima.length > 0
  }
  return groups
    .flatMap(({ left = [] }) => left.filter((sentence) => !isTrue(sentence)))
    .map((each) => `it is not true: ${each}`)
}

/** Instances in service that are not registered with every load balancer, as after a dark launch without release. */
export function unregisteredInstances({ account: { balancers, ec2 }, group, recorder }: Fixture): readonly string[] {
  // An instance that EC2 has reclaimed stays in service where its replacement is suspended.
  const alive = recorder.snapshot().ids.inService.filter((id) => ec2.machine(id)?.state === 'running')
  const names = [...group.classicNames, ...group.targetGroupArns].filter((name) => balancers.exists(name))
  return names.flatMap((name) => {
    const outside = alive.filter(
      (id) => balancers.health(name, id) === 'unused' && balancers.whyUnreached(name, id) === undefined,
    )
    return outside.length > 0 ? [`${outside.join(', ')} is in service, and not registered with ${name}`] : []
  })
}

/** How many instances may be leaving at once; of a percentage the whole part, and one at least. */
function leavingLimitOf(text: string, { desired, heaviest }: Pick<CapacitySnapshot, 'desired' | 'heaviest'>): number {
  const amount = Number.parseInt(text, 10)
  return text.endsWith('%') ? Math.max(1, Math.floor((desired * amount) / 100 / heaviest)) : amount
}

/** The history of a group for the invariants. */
export function historyOf(fixture: Fixture): History {
  const { plan, begin, operatorSizes, recorder, operated, account, handled } = fixture
  const { inputs } = plan
  const mostDesired = Math.max(begin.desired, ...operatorSizes.map(({ desired }) => desired))
  const exempt = (input: string, byDefault: string): readonly string[] =>
    (inputs[input] ?? byDefault) === 'ignore' ? fixture.old.filter((id) => !handled.has(id)) : []
  return {
    group: FUZZ_GROUP,
    surge: plan.surge.of(mostDesired),
    ...unavailableOf(plan, mostDesired),
    ...(inputs['max-leaving'] !== undefined && {
      maxLeaving: leavingLimitOf(inputs['max-leaving'], { desired: mostDesired, heaviest: begin.heaviest }),
    }),
    // What an earlier roll has launched is old again once the launch source was changed.
    checkpoints: fixture.newSource ? undefined : plan.checkpoints,
    ...(inputs['probe'] !== undefined && {
      probes: true as const,
      ...(plan.plan.weights === undefined && { probed: fixture.probes.passed }),
    }),
    begin,
    changes: recorder.changes,
    operatorSizes,
    operated: [...operated.keys()],
    scheduledMinima: fixture.schedules.map(({ min }) => min),
    slowStartSeconds: plan.slowStartSeconds,
    staleSeconds: account.behaviour.staleSeconds,
    exempt: {
      whileProtected: exempt('protected-instances', 'replace'),
      whileInStandby: exempt('standby-instances', 'ignore'),
    },
    ...((inputs['on-failure'] === 'rollback' || inputs['alarms'] !== undefined) && { rollback: true as const }),
    ...(plan.dark && { dark: true as const }),
    ...(plan.follows && { follows: true as const }),
  }
}

/**
 * Whether the restore fails for a reason: to terminate one more instance would leave fewer ready than wanted, and no
 * replacement comes, because with `ReplaceUnhealthy` or `HealthCheck` suspended by others an instance that EC2 reclaimed stays, or because one has
 * its root volume replaced, which a hook may hold up for hours; or what may have been launched in the dark never comes into
 * service. Service comes before the restore: a red end is right then, as long as the memo stays for a later run.
 */
export function isServiceAtRisk(fixture: Fixture): boolean {
  const { suspended, readyUnits, units, min, tags, ids } = fixture.recorder.snapshot()
  const remembered = Object.keys(tags).some((key) => key.startsWith('fleet-patch:'))
  if (!remembered) return false
  const stays = ['ReplaceUnhealthy', 'HealthCheck'].some((process) => suspended.includes(process))
  const lacks = stays || ids.replacingRoot.length > 0
  const isNeeded = readyUnits < units && readyUnits <= Math.max(min, savedSize(fixture, tags))
  return (lacks && isNeeded) || (suspended.includes('HealthCheck') && startsForEver(fixture))
}

/** The size that is to be put back, where it is one that was wished; else the smallest that was. */
function savedSize({ begin, operatorSizes }: Fixture, tags: CapacitySnapshot['tags']): number {
  const wished = [begin.desired, ...operatorSizes.map(({ desired }) => desired)]
  const saved = Number(/ desired=(\d+) /.exec(tags['fleet-patch:memo'] ?? '')?.[1])
  return wished.includes(saved) ? saved : Math.min(...wished)
}

/** Whether an instance is on its way that EC2 has ended: with `HealthCheck` suspended its group never learns of it. */
const startsForEver = ({ recorder, account }: Fixture): boolean =>
  recorder.snapshot().ids.pending.some((id) => account.ec2.machine(id)?.state !== 'running')

export function expectedEnding({
  begin,
  operatorSizes,
  minima,
  maxima,
  operated,
  schedules,
  recorder,
  handled,
  plan,
  disturbedAt,
  account,
}: Fixture): Ending {
  const end = recorder.snapshot()
  const suspendedByRuns = new Set(['AZRebalance', 'AlarmNotification', 'ScheduledActions'])
  // If an operator suspended one of the three, a run may have taken the suspension for its own.
  const unclear = [...operated.keys()].filter((process) => suspendedByRuns.has(process))
  const suspended = new Set(begin.suspended)
  for (const [process, state] of operated)
    if (state === 'suspended') suspended.add(process)
    else suspended.delete(process)
  for (const process of unclear)
    if (end.suspended.includes(process)) suspended.add(process)
    else suspended.delete(process)
  const wanted = lastWordOf({ operatorSizes, schedules, begin, plan, recorder }) ?? [
    begin.desired,
    ...operatorSizes.map((size) => size.desired),
  ]
  // Where policies stay alive, what lies beyond the maximum that was is the room of the roll, whatever asks for it.
  const allowed = plan.follows
    ? wanted.flatMap((size) => [begin.max, ...maxima].map((most) => Math.min(size, most)))
    : []
  const desired = [...wanted, ...allowed, ...wanted.map((size) => Math.max(size, end.min))]
  // A maximum that an operator set within the run's own surge cannot be distinguished from the run's.
  const most = Math.max(...desired)
  const ceiling = (plan.follows ? Math.max(most, begin.max) : most) + plan.surge.of(most)
  const max =
    maxima.length === 0 || (end.max === begin.max && (maxima.at(-1) ?? 0) <= ceiling) ? begin.max : (maxima.at(-1) ?? 0)
  // A maximum raised with the desired capacity, within the run's surge, may be restored as far as it fits.
  const isOwnMax = (maxima.at(-1) ?? 0) <= ceiling || isMaxOverwritten({ maxima, disturbedAt, recorder, account })
  const unclearMax = isOwnMax && end.max === Math.max(begin.max, end.desired)
  // A size above the maximum raises the maximum; a later size, when no run observes it, does not lower it again.
  const lastCleared = recorder.changes.findLast(({ operation }) => operation === 'DeleteTags')
  const observed = operatorSizes.some(
    ({ at, desired: size }) => lastCleared?.after.desired === size && at <= lastCleared.at,
  )
  const outlasts = observed && operatorSizes.some(({ at }) => at > (lastCleared?.at ?? 0))
  const carried = outlasts && end.max === Math.max(begin.max, lastCleared?.after.desired ?? 0)
  // Nor does a later size lower the maximum that a run has adopted with an earlier one.
  const adopted = operatorSizes.some(
    ({ at, desired: size }) => size === end.max && operatorSizes.some((later) => later.at > at),
  )
  const isUntold = isMaxUntold(end, { schedules, recorder, maxima })
  const fitting = maxima.includes(end.max) || unclearMax || carried || adopted || isUntold ? end.max : max
  // Where policies stay alive the run raises the minimum as well: one that is set within its surge may be the run's.
  const isUnclearMin =
    plan.follows === true && [begin, ...schedules].some(({ min }) => end.min === min) && (minima.at(-1) ?? 0) <= ceiling
  // Whether AWS, the run or neither was to carry an action out depends on when an operator touched the process.
  const isUnclear = schedules.length > 0 && operated.has('ScheduledActions')
  return {
    min:
      isUnclear || isUnclearMin || isMinInDoubt(end, { schedules, minima, recorder, begin })
        ? end.min
        : (minima.at(-1) ?? begin.min),
    // A size above the maximum raises the maximum.
    max: isUnclear ? end.max : desired.includes(end.desired) ? Math.max(fitting, end.desired) : fitting,
    desired,
    suspended: [...suspended],
    tags: begin.tags,
    protectedIds: begin.protectedIds.filter((id) => !handled.has(id)),
  }
}

/**
 * Whether a run has written its own maximum over the last one that an operator set, by a look that need not have shown that yet: no
 * call can be bound to what it was decided on, and nothing tells of it later.
 */
export const isMaxOverwritten = ({
  maxima,
  disturbedAt,
  recorder: { changes },
  account: { behaviour },
}: Pick<Fixture, 'maxima' | 'disturbedAt' | 'recorder' | 'account'>): boolean =>
  changes.some(
    ({ operation, input, before, after, at, observedAt }) =>
      operation === 'UpdateAutoScalingGroup' &&
      'MaxSize' in input &&
      before.max === maxima.at(-1) &&
      after.max !== before.max &&
      disturbedAt.some((set) => set <= at && set >= observedAt - behaviour.staleSeconds),
  )

/** As long after its time a run that is at work has carried a scheduled action out. */
const PROMPT_SECONDS = 60

type Scheduled = Pick<Fixture, 'schedules' | 'recorder'>

/** Whether an action fell due while no run was at work: what comes later carries it out. */
const isLate = ({ at }: { readonly at: number }, { recorder: { changes } }: Pick<Fixture, 'recorder'>): boolean =>
  !changes.some((each) => each.at >= at && each.at <= at + PROMPT_SECONDS && each.callerSince <= at)

/**
 * Whether the last maximum is of an action that ran once and set just what a run had left, while no run was at work: nothing tells of
 * it, and the maximum goes back as far as the minimum lets it (docs/edges.md).
 */
export const isMaxUntold = (
  { min, max }: Pick<CapacitySnapshot, 'min' | 'max'>,
  { schedules, recorder, maxima }: Scheduled & Pick<Fixture, 'maxima'>,
): boolean =>
  schedules.some(
    (each) =>
      each.maxBefore !== undefined &&
      each.max === maxima.at(-1) &&
      max === Math.max(each.maxBefore, min) &&
      isLate(each, { recorder }),
  )

/**
 * The desired capacity that an operator set after an action had fallen due which nothing carried out at its time, beyond all that a
 * surge can reach: nothing comes after it. Undefined where there is none.
 */
function lastWordOf({
  operatorSizes,
  schedules,
  begin,
  plan,
  recorder,
}: Scheduled & Pick<Fixture, 'operatorSizes' | 'begin' | 'plan'>): readonly number[] | undefined {
  const last = operatorSizes.at(-1)
  const due = schedules.at(-1)
  if (last === undefined || due === undefined || last.at <= due.at || !isLate(due, { recorder })) return undefined
  const earlier = [begin, ...operatorSizes.slice(0, -1)].map(({ desired }) => desired)
  return earlier.every((desired) => last.desired > desired + plan.surge.of(desired)) ? [last.desired] : undefined
}

/**
 * Whether the minimum is one that was set before an action which would have lowered it, where no run was at work when that fell due:
 * AWS tells of no change of a minimum, so what comes later cannot know which was first, and keeps the larger one. Or it is that of the
 * action, where an operator has set the one that the saved state has since: nothing shows that.
 */
const isMinInDoubt = (
  end: CapacitySnapshot,
  { schedules, minima, recorder, begin }: Scheduled & Pick<Fixture, 'minima' | 'begin'>,
): boolean => {
  const late = schedules.filter((each) => isLate(each, { recorder }))
  const last = minima.at(-1) ?? end.min
  const isEarlier = minima.includes(end.min) && end.min > last
  const isUnseen = last === begin.min && late.some(({ min }) => min === end.min)
  return late.length > 0 && (isEarlier || isUnseen)
}
