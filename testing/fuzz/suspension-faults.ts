/** Scaling processes that operators or AWS itself suspend before a roll or in its midst, and that an operator resumes later. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x5a59e

/** One seed of so many has a suspension. */
const ONE_OF = 5

const PROCESSES = ['Launch', 'Launch', 'Terminate', 'AddToLoadBalancer', 'AddToLoadBalancer', 'HealthCheck'] as const
type Process = (typeof PROCESSES)[number] | 'ReplaceUnhealthy'

/** A source of its own again: half of the suspensions of `HealthCheck` are of `ReplaceUnhealthy` in its place. */
const HALF = 0x4a1f5ed

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** What an operator or AWS suspends, unless a run has suspended it already: then AWS keeps one suspension for both. */
function suspend(fixture: Fixture, process: Process, by: 'an operator' | 'AWS'): string {
  const { autoScaling } = fixture.account
  if (autoScaling.capacity(FUZZ_GROUP).suspended.includes(process)) return `${process} is suspended already`
  fixture.operated.set(process, 'suspended')
  if (by === 'AWS') autoScaling.suspendByAws(FUZZ_GROUP, process)
  else autoScaling.operations.SuspendProcesses({ ...group, ScalingProcesses: [process] })
  return `${by} suspends ${process}`
}

/** A roll that cannot begin says how to resume the process, and changes nothing. */
function refusedBefore(fixture: Fixture, process: Process, first: ActionRun): readonly string[] {
  const { plan, begin, recorder } = fixture
  const isNeeded =
    process === 'Launch' ||
    process === 'Terminate' ||
    (process === 'AddToLoadBalancer' && plan.plan.balancers?.length !== 0 && !plan.dark)
  const isPlain = plan.inputs['protected-instances'] === undefined && fixture.handled.size === 0 && !fixture.newSource
  if (!isNeeded || !isPlain || begin.ids.inService.length === 0 || begin.ids.standby.length > 0) return []
  // A run that begins late, as GitHub gives no token, finds nothing old where EC2 has reclaimed it all: what comes then is new.
  const { inService } = recorder.snapshot().ids
  const nothingOld = recorder.changes.length === 0 && !begin.ids.inService.some((id) => inService.includes(id))
  return [
    ...(first.died || first.failed || nothingOld ? [] : [`a roll without ${process} ended green`]),
    ...(recorder.changes.length > 0 ? [`a group that cannot be rolled without ${process} was changed`] : []),
  ]
}

/** Suspends what the seed draws, at once or within the roll; one process or none. */
export function applySuspension(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'suspensions', seed })) return []
  const process = inHalf(random.pick(PROCESSES), seed)
  const by = random.pick(['an operator', 'an operator', 'AWS'] as const)
  const isBefore = random.next() < 0.3
  fixture.account.behaviour.terminateByIdWhileSuspended = random.next() < 0.5
  const apply = (): string => suspend(fixture, process, by)
  if (isBefore) addToTrace(fixture, apply())
  else fixture.account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return [
    {
      name: `${process} is suspended`,
      share: 1,
      weight: 'heavy',
      apply,
      owed: (_, first) => (isBefore ? refusedBefore(fixture, process, first) : []),
      end: () => {
        endSuspensions(fixture)
        return []
      },
    },
  ]
}

/** Both keep a group from replacing what is lost: the one from noticing it, the other from acting on that. */
const inHalf = (process: Process, seed: number): Process =>
  process === 'HealthCheck' && new Random(seed ^ HALF).next() < 0.5 ? 'ReplaceUnhealthy' : process

/** An operator resumes what is suspended still, and registers what AWS has launched without a load balancer meanwhile. */
function endSuspensions(fixture: Fixture): void {
  const { account, operated, group: built } = fixture
  const { operations } = account.autoScaling
  for (const process of new Set<Process>(PROCESSES)) {
    if (operated.get(process) !== 'suspended' || process === 'HealthCheck') continue
    operations.ResumeProcesses({ ...group, ScalingProcesses: [process] })
    operated.set(process, 'running')
    addToTrace(fixture, `an operator resumes ${process}`)
  }
  if (!operated.has('AddToLoadBalancer')) return
  // One that EC2 has ended stays in service while its replacement is suspended: no load balancer takes it.
  const ids = account.autoScaling
    .capacity(FUZZ_GROUP)
    .ids.inService.filter((id) => account.ec2.machine(id)?.state === 'running')
  const outside = (name: string): readonly string[] =>
    ids.filter(
      (id) =>
        // One that was deleted, and is made anew later, gets the instances in service then.
        account.balancers.exists(name) &&
        account.balancers.health(name, id) === 'unused' &&
        account.balancers.whyUnreached(name, id) === undefined,
    )
  for (const name of built.classicNames)
    if (outside(name).length > 0)
      account.balancers.classic.operations.RegisterInstancesWithLoadBalancer({
        LoadBalancerName: name,
        Instances: outside(name).map((InstanceId) => ({ InstanceId })),
      })
  for (const arn of built.targetGroupArns)
    if (outside(arn).length > 0)
      account.balancers.v2.operations.RegisterTargets({
        TargetGroupArn: arn,
        Targets: outside(arn).map((Id) => ({ Id })),
      })
  account.timeline.advance(120)
}
