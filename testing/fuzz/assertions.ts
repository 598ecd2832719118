/** What must be true of a group after a disaster, judged by what befell it and by what its owner asked for. */
import type { ActionRun } from '../run-action.ts'
import type { Ending, History } from '../oracles/invariants.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** What the first roll owes to those who asked for it, where it lived to its end and was not cancelled. */
export function owed(fixture: Fixture, { failed, annotations }: ActionRun, drawn: readonly Fault[]): readonly string[] {
  const why = annotations.map(({ message }) => message).join(' ')
  const bearable = drawn.every(({ weight }) => weight === 'bearable')
  if (bearable && asksFirst(fixture))
    return failed && fixture.recorder.changes.length === 0 ? [] : ['the roll did not stop to ask']
  if (!failed) return fixture.newSource ? [] : leftBehind(fixture)
  return bearable && !fixture.plan.sick && !mayAskFirst(fixture)
    ? [`the roll ended red although nothing heavy befell it: ${why}`]
    : []
}

/** Whether the user wants to be asked about an instance that is, and was all the time, as it must not be. */
const asksFirst = (fixture: Fixture): boolean =>
  fixture.handled.size === 0 &&
  ((fixture.plan.inputs['protected-instances'] === 'fail' && guardedOnes(fixture).length > 0) ||
    (fixture.plan.inputs['standby-instances'] === 'fail' && fixture.begin.ids.standby.length > 0))

/** An operator may protect somebody, or put somebody aside, before the roll begins, or lift what would stop it. */
const mayAskFirst = ({ plan: { inputs } }: Fixture): boolean =>
  inputs['protected-instances'] === 'fail' || inputs['standby-instances'] === 'fail'

const isOld = ({ plan, old }: Fixture, id: string): boolean => plan.inputs['force'] === 'true' || old.includes(id)

const guardedOnes = (fixture: Fixture): readonly string[] => {
  const { inService, standby } = fixture.begin.ids
  const leaving = fixture.plan.inputs['standby-instances'] === 'replace' ? [...inService, ...standby] : inService
  return fixture.begin.protectedIds.filter((id) => leaving.includes(id) && isOld(fixture, id))
}

/** A roll that ends green has replaced everything but what it was told to leave alone. */
function leftBehind(fixture: Fixture): readonly string[] {
  const { begin, plan, handled, account, recorder } = fixture
  const { ids } = recorder.truth()
  const first = [...begin.ids.inService, ...begin.ids.pooled, ...begin.ids.standby]
  // Out of a warm pool an instance may come protected.
  const spared = plan.inputs['protected-instances'] === 'ignore' ? recorder.truth().protectedIds : []
  const owing = first.filter((id) => isOld(fixture, id) && !handled.has(id) && !spared.includes(id))
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
    const left = owing.filter((id) => there.includes(id))
    return left.length > 0 ? [`the roll ended green and left ${left.join(', ')} ${place}`] : []
  })
}

/** What others are said to have done, which nobody has done. */
export function falselyTold({ operated, wishes, minima, maxima }: Fixture, { outputs }: ActionRun): readonly string[] {
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as {
    readonly groups?: readonly { readonly left?: readonly string[] }[]
  }
  const isTrue = (sentence: string): boolean => {
    const [, processes] = /^(.*) (?:was|were) resumed from outside this run while/.exec(sentence) ?? []
    if (processes !== undefined) return processes.split(', ').every((process) => operated.has(process))
    if (sentence.startsWith('The desired capacity was changed')) return wishes.length > 0
    if (sentence.startsWith('MinSize was changed')) return minima.length > 0
    return !sentence.startsWith('MaxSize was changed') || maxima.length > 0
  }
  return groups
    .flatMap(({ left = [] }) => left.filter((sentence) => !isTrue(sentence)))
    .map((each) => `it is not true: ${each}`)
}

/** Everybody who is in service is known to every load balancer: nobody is left in the dark. */
export function leftInTheDark({ account: { balancers, ec2 }, group, recorder }: Fixture): readonly string[] {
  // One that EC2 has taken stays in service where nobody may replace it.
  const alive = recorder.truth().ids.inService.filter((id) => ec2.machine(id)?.state === 'running')
  return [...group.classicNames, ...group.targetGroupArns].flatMap((name) => {
    const outside = alive.filter((id) => balancers.health(name, id) === 'unused' && !balancers.isNotInUse(name, id))
    return outside.length > 0 ? [`${outside.join(', ')} is in service, and ${name} does not know of it`] : []
  })
}

/** What a group's story is judged by. */
export function historyOf(fixture: Fixture): History {
  const { plan, begin, wishes, recorder, operated, account, handled } = fixture
  const { inputs } = plan
  const spared = (input: string, byDefault: string): readonly string[] =>
    (inputs[input] ?? byDefault) === 'ignore' ? fixture.old.filter((id) => !handled.has(id)) : []
  return {
    group: FUZZ_GROUP,
    surge: plan.surge.of(Math.max(begin.desired, ...wishes.map(({ desired }) => desired))),
    maxUnavailable: plan.maxUnavailable,
    begin,
    changes: recorder.changes,
    wishes,
    operated: [...operated.keys()],
    staleSeconds: account.behaviour.staleSeconds,
    spares: {
      whileProtected: spared('protected-instances', 'replace'),
      whileInStandby: spared('standby-instances', 'ignore'),
    },
    ...(inputs['on-failure'] === 'rollback' && { rollback: true as const }),
    ...(plan.dark && { dark: true as const }),
  }
}

/**
 * Whether to take one away would leave fewer serving than there were to be, and nobody will ever make it better: with
 * `ReplaceUnhealthy` suspended by others a dead instance stays. Service comes before putting back: red is right then,
 * as long as the memo stays for whoever comes when the dead one is gone.
 */
export function isNeeded({ recorder, begin, wishes }: Fixture): boolean {
  const { suspended, readyUnits, units, min, tags } = recorder.truth()
  const fewest = Math.max(min, Math.min(begin.desired, ...wishes.map(({ desired }) => desired)))
  const remembered = Object.keys(tags).some((key) => key.startsWith('fleet-patch:'))
  return suspended.includes('ReplaceUnhealthy') && readyUnits < units && readyUnits <= fewest && remembered
}

export function endingOf({ begin, wishes, minima, maxima, operated, recorder, handled, plan }: Fixture): Ending {
  const end = recorder.truth()
  const held = new Set(['AZRebalance', 'AlarmNotification', 'ScheduledActions'])
  // One of the three that an operator suspended may have been taken for the run's own.
  const unclear = [...operated.keys()].filter((process) => held.has(process))
  const suspended = new Set(begin.suspended)
  for (const [process, word] of operated)
    if (word === 'suspended') suspended.add(process)
    else suspended.delete(process)
  for (const process of unclear)
    if (end.suspended.includes(process)) suspended.add(process)
    else suspended.delete(process)
  const wished = [begin.desired, ...wishes.map((wish) => wish.desired)]
  const desired = [...wished, ...wished.map((wish) => Math.max(wish, end.min))]
  // What somebody set where our own surge would have put it cannot be told from ours.
  const ceiling = Math.max(...desired) + plan.surge.of(Math.max(...desired))
  const max =
    maxima.length === 0 || (end.max === begin.max && (maxima.at(-1) ?? 0) <= ceiling) ? begin.max : (maxima.at(-1) ?? 0)
  // A wish that takes the maximum along, where our own surge might have put it, may be put back as far as it fits.
  const unclearMax = (maxima.at(-1) ?? 0) <= ceiling && end.max === Math.max(begin.max, end.desired)
  // A wish above the maximum takes the maximum along, and a later one, when no run is there to hear, does not take it back.
  const parting = recorder.changes.findLast(({ operation }) => operation === 'DeleteTags')
  const heard = wishes.some(({ at, desired: wish }) => parting?.after.desired === wish && at <= parting.at)
  const outlasts = heard && wishes.some(({ at }) => at > (parting?.at ?? 0))
  const carried = outlasts && end.max === Math.max(begin.max, parting?.after.desired ?? 0)
  const fitting = maxima.includes(end.max) || unclearMax || carried ? end.max : max
  return {
    min: minima.at(-1) ?? begin.min,
    // A wish above the maximum takes the maximum along.
    max: desired.includes(end.desired) ? Math.max(fitting, end.desired) : fitting,
    desired,
    suspended: [...suspended],
    tags: begin.tags,
    protectedIds: begin.protectedIds.filter((id) => !handled.has(id)),
  }
}
