import fc from 'fast-check'
import { PROCESSES } from '../../../simulator/auto-scaling/processes.ts'
import { ServiceFault } from '../../../simulator/fault.ts'
import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

/** One disturbance: its kind, the position of its instance, a number, and the time until the next. */
const disturbance = fc.record({
  kind: fc.constantFrom(
    'desired', 'sizes', 'terminate', 'protect', 'suspend', 'resume', 'standby', 'return', 'detach', 'interrupt', 'sick',
    'zones', 'hook', 'unhook', 'pool', 'unpool', 'refresh', 'cancel', 'refuse',
  ), // prettier-ignore
  location: fc.nat(7),
  number: fc.nat(7),
  yes: fc.boolean(),
  seconds: fc.nat(150),
})

type Disturbance = typeof disturbance extends fc.Arbitrary<infer T> ? T : never

function disturb(it: Fixture, { kind, location, number, yes }: Disturbance): unknown {
  const id = it.ids()[location % Math.max(1, it.ids().length)] ?? 'i-none'
  const one = { ...web, InstanceIds: [id] }
  switch (kind) {
    case 'desired': return it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: number })
    case 'sizes': return it.aws.UpdateAutoScalingGroup({ ...web, MinSize: Math.min(location, number), MaxSize: Math.max(location, number) })
    case 'terminate': return it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: yes })
    case 'protect': return it.aws.SetInstanceProtection({ ...one, ProtectedFromScaleIn: yes })
    case 'suspend': return it.aws.SuspendProcesses({ ...web, ScalingProcesses: [PROCESSES[number] ?? 'Launch'] })
    case 'resume': return it.aws.ResumeProcesses(web)
    case 'standby': return it.aws.EnterStandby({ ...one, ShouldDecrementDesiredCapacity: yes })
    case 'return': return it.aws.ExitStandby(one)
    case 'detach': return it.aws.DetachInstances({ ...one, ShouldDecrementDesiredCapacity: yes })
    case 'interrupt': return it.service.interrupt(id)
    case 'sick': return it.balancing.sick.add(id)
    case 'zones': return it.aws.UpdateAutoScalingGroup({ ...web, VPCZoneIdentifier: yes ? 'subnet-a,subnet-b,subnet-c' : 'subnet-b,subnet-c' })
    case 'hook': return it.aws.PutLifecycleHook({ ...web, LifecycleHookName: `h${yes}`, HeartbeatTimeout: 40, DefaultResult: number > 3 ? 'CONTINUE' : 'ABANDON', LifecycleTransition: yes ? 'autoscaling:EC2_INSTANCE_LAUNCHING' : 'autoscaling:EC2_INSTANCE_TERMINATING' })
    case 'unhook': return it.aws.DeleteLifecycleHook({ ...web, LifecycleHookName: `h${yes}` })
    case 'pool': return it.aws.PutWarmPool({ ...web, PoolState: yes ? 'Running' : 'Stopped' })
    case 'unpool': return it.aws.DeleteWarmPool(web)
    case 'refresh': return it.aws.StartInstanceRefresh({ ...web, Preferences: yes ? { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 } : {} })
    case 'cancel': return it.aws.CancelInstanceRefresh(web)
    case 'refuse': return (it.behaviour.refuseLaunch = ({ zone }) => (yes && zone.endsWith('abc'[number % 3] ?? 'a') ? 'No capacity.' : undefined))
    default: throw kind satisfies never
  } // prettier-ignore
}

/** Refusals are allowed; any other error is a defect. */
function unlessRefused(effect: () => unknown): void {
  try {
    effect()
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) throw fault
  }
}

/** Removes all disturbances that keep a group from settling. */
function calm(it: Fixture): void {
  it.behaviour.refuseLaunch = () => undefined
  it.balancing.sick.clear()
  for (const { LifecycleHookName } of it.aws.DescribeLifecycleHooks(web).LifecycleHooks ?? [])
    it.aws.DeleteLifecycleHook({ ...web, LifecycleHookName })
  it.aws.ResumeProcesses(web)
  for (const id of it.ids())
    unlessRefused(() => it.aws.SetInstanceProtection({ ...web, InstanceIds: [id], ProtectedFromScaleIn: false }))
  unlessRefused(() => it.aws.DeleteWarmPool(web))
  it.timeline.advance(20_000)
}

test('after any disturbances, a group that is left alone reaches its desired capacity and balance, and settles', () => {
  fc.assert(
    fc.property(fc.array(disturbance, { maxLength: 25 }), (disturbances) => {
      const it = fixture()
      it.create({
        DesiredCapacity: 3,
        MaxSize: 6,
        VPCZoneIdentifier: 'subnet-a,subnet-b,subnet-c',
        TargetGroupARNs: ['tg'],
        HealthCheckType: 'ELB',
      })
      it.balancing.drainSeconds = 20
      for (const one of disturbances) {
        unlessRefused(() => disturb(it, one))
        it.timeline.advance(one.seconds)
      }
      calm(it)
      const {
        MinSize = 0,
        MaxSize = 0,
        DesiredCapacity = 0,
        AvailabilityZones = [],
        WarmPoolConfiguration,
      } = it.group()
      expect(MinSize <= DesiredCapacity && DesiredCapacity <= MaxSize).toBe(true)
      expect(it.service.capacity('web')).toMatchObject({ inService: DesiredCapacity, pending: 0, leaving: 0 })
      expect(WarmPoolConfiguration).toBeUndefined()
      const perZone = AvailabilityZones.map((zone) => it.instances().filter((one) => one.AvailabilityZone === zone && one.LifecycleState === 'InService').length) // prettier-ignore
      expect(perZone.reduce((sum, count) => sum + count, 0)).toBe(DesiredCapacity)
      expect(Math.max(...perZone) - Math.min(...perZone)).toBeLessThanOrEqual(1)
      expect(it.activities().filter(({ EndTime }) => EndTime === undefined)).toEqual([])
      const members = new Set(it.ids())
      expect([...(it.balancing.registered.get('tg')?.keys() ?? [])].filter((id) => !members.has(id))).toEqual([])
    }),
    { seed: 20260105, numRuns: 300 },
  )
})
