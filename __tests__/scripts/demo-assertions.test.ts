import { demoAccount } from '../../scripts/demo/account.ts'
import { demoVerdict } from '../../scripts/demo/assertions.ts'

const fixture = () => {
  const demo = demoAccount()
  const api = demo.groups.find(({ name }) => name === 'api')
  if (api === undefined) throw new Error('the demo has no group api')
  return { demo, api, operations: demo.account.autoScaling.operations }
}

describe('the verdict of the demo', () => {
  it('finds that nothing was replaced where nothing was rolled', () => {
    const { demo, api } = fixture()
    expect(demoVerdict(demo, api).failures).toEqual([
      expect.stringContaining('still run on the old image'),
      'api: 0 of 4 outdated instances were replaced.',
    ])
  })

  it('finds a short dip, and a launch too many', () => {
    const { demo, api, operations } = fixture()
    const { account } = demo
    for (const InstanceId of api.outdated)
      operations.TerminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: false })
    account.timeline.advance(600)
    operations.SetDesiredCapacity({ AutoScalingGroupName: 'api', DesiredCapacity: 5 })
    account.timeline.advance(600)
    operations.SetDesiredCapacity({ AutoScalingGroupName: 'api', DesiredCapacity: 4 })
    account.timeline.advance(600)
    expect(demoVerdict(demo, api).failures).toEqual([
      'api: only 0 were ready at one time, the floor is 4.',
      'api: 5 launches for 4 replacements.',
    ])
  })

  it.each([
    { name: 'a size', change: 'UpdateAutoScalingGroup', input: { AutoScalingGroupName: 'api', MaxSize: 10 } },
    {
      name: 'a suspended process',
      change: 'SuspendProcesses',
      input: { AutoScalingGroupName: 'api', ScalingProcesses: ['AZRebalance'] },
    },
  ] as const)('finds $name that was not restored', ({ change, input }) => {
    const { demo, api, operations } = fixture()
    ;(operations[change] as (input: object) => object)(input)
    expect(demoVerdict(demo, api).failures.at(-1)).toMatch(/^api: it was .* and is .*\.$/)
  })
})
