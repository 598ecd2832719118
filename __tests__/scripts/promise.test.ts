import { demoAccount } from '../../scripts/demo/account.ts'
import { verdictOn } from '../../scripts/demo/promise.ts'

const stage = () => {
  const account = demoAccount()
  const web = account.groups.find(({ name }) => name === 'web')
  if (web === undefined) throw new Error('the demo has no group web')
  return { account, web, operations: account.world.autoScaling.operations }
}

describe('the verdict of the demo', () => {
  it('finds that nothing was replaced where nothing was rolled', () => {
    const { account, web } = stage()
    expect(verdictOn(account, web).broken).toEqual([
      expect.stringContaining('still run on the old image'),
      'web: 0 of 6 outdated instances were replaced.',
    ])
  })

  it('finds a dip, however short, and a launch too many', () => {
    const { account, web, operations } = stage()
    const { world } = account
    for (const InstanceId of web.outdated)
      operations.TerminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: false })
    world.timeline.advance(600)
    operations.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 7 })
    world.timeline.advance(600)
    operations.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 6 })
    world.timeline.advance(600)
    expect(verdictOn(account, web).broken).toEqual([
      'web: only 0 were ready at one time, 6 were promised.',
      'web: 7 launches for 6 replacements.',
    ])
  })

  it.each([
    { name: 'a size', change: 'UpdateAutoScalingGroup', input: { AutoScalingGroupName: 'web', MaxSize: 10 } },
    {
      name: 'a suspended process',
      change: 'SuspendProcesses',
      input: { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] },
    },
  ] as const)('finds $name that was not put back', ({ change, input }) => {
    const { account, web, operations } = stage()
    ;(operations[change] as (input: object) => object)(input)
    expect(verdictOn(account, web).broken.at(-1)).toMatch(/^web: it was .* and is .*\.$/)
  })
})
