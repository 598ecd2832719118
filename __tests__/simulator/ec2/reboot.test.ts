import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { refusal, scene } from './fixture.ts'

const behaviour = { bootSeconds: 60, balancerWarmupSeconds: 20, statusCheckSeconds: 120 }

describe('a reboot', () => {
  it('leaves the instance running, and its status checks begin anew', () => {
    const it = scene(behaviour)
    const id = it.runOne()
    it.timeline.advance(300)
    const { PublicIpAddress: before } = it.show(id) ?? {}
    it.ops.RebootInstances({ InstanceIds: [id] })
    const status = () => it.ops.DescribeInstanceStatus({ InstanceIds: [id] }).InstanceStatuses?.[0]
    expect(status()).toMatchObject({ InstanceState: { Name: 'running' }, InstanceStatus: { Status: 'initializing' } })
    expect(it.show(id)?.PublicIpAddress).toBe(before)
    it.timeline.advance(120)
    expect(status()?.InstanceStatus?.Status).toBe('ok')
  })

  it('takes an instance out of its load balancers until it has booted and passed their checks', () => {
    const account = new SimulatedAccount({ behaviour })
    const { targetGroupArns, instanceIds } = addGroup(account, { name: 'web', balancers: ['target-group'] })
    const [TargetGroupArn = ''] = targetGroupArns
    const [Id = ''] = instanceIds
    const state = () =>
      account.balancers.v2.operations.DescribeTargetHealth({ TargetGroupArn, Targets: [{ Id }] })
        .TargetHealthDescriptions?.[0]?.TargetHealth?.State
    expect(state()).toBe('healthy')
    account.ec2.operations.RebootInstances({ InstanceIds: [Id] })
    expect(state()).toBe('unhealthy')
    expect(account.autoScaling.capacity('web').ready).toBe(1)
    account.timeline.advance(60)
    expect(state()).toBe('initial')
    account.timeline.advance(20)
    expect(state()).toBe('healthy')
  })

  it('that is stopped in its middle has no end', () => {
    const it = scene(behaviour)
    const id = it.runOne()
    it.timeline.advance(300)
    it.ops.RebootInstances({ InstanceIds: [id] })
    it.ops.StopInstances({ InstanceIds: [id] })
    it.timeline.advance(300)
    expect(it.show(id)?.State?.Name).toBe('stopped')
  })

  it('ignores what is ending, and refuses what is stopped or unknown', () => {
    const it = scene(behaviour)
    const [ended = '', stopped = ''] = it.run({ MinCount: 2, MaxCount: 2 })
    it.timeline.advance(100)
    it.ops.TerminateInstances({ InstanceIds: [ended] })
    it.ops.RebootInstances({ InstanceIds: [ended] })
    expect(it.show(ended)?.State?.Name).toBe('shutting-down')
    it.ops.StopInstances({ InstanceIds: [stopped] })
    it.timeline.advance(100)
    expect(refusal(() => it.ops.RebootInstances({ InstanceIds: [stopped] }))).toMatch(/^IncorrectInstanceState:/)
    expect(refusal(() => it.ops.RebootInstances({ InstanceIds: ['i-00000000000000000'] }))).toMatch(/^InvalidInstanceID.NotFound:/) // prettier-ignore
  })
})
