import { addGroup, addSenzaStack } from '../../simulator/scenario.ts'
import type { GroupPlan, LaunchKind } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

const described = (account: SimulatedAccount, name: string) => {
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  return AutoScalingGroups?.[0]
}

const imagesOf = (account: SimulatedAccount, ids: readonly string[]) => [
  ...new Set(ids.map((id) => account.ec2.machine(id)?.imageId)),
]

describe('addGroup', () => {
  const kinds: readonly { kind: LaunchKind; source: object }[] = [
    { kind: 'configuration', source: { LaunchConfigurationName: 'web-2' } },
    { kind: 'template-number', source: { LaunchTemplate: { LaunchTemplateName: 'web-template', Version: '2' } } },
    { kind: 'template-latest', source: { LaunchTemplate: { Version: '$Latest' } } },
    { kind: 'template-default', source: { LaunchTemplate: { Version: '$Default' } } },
    {
      kind: 'mixed',
      source: { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { Version: '2' } } } },
    },
    {
      kind: 'mixed-override-template',
      source: {
        MixedInstancesPolicy: {
          LaunchTemplate: {
            Overrides: [
              { InstanceType: 't3.micro' },
              { LaunchTemplateSpecification: { LaunchTemplateName: 'web-template-arm', Version: '2' } },
            ],
          },
        },
      },
    },
  ]

  it.each(kinds)(
    '$kind: instances are ready on the old image, the next launch takes the new one',
    ({ kind, source }) => {
      const account = new SimulatedAccount()
      const built = addGroup(account, { name: 'web', size: 3, launch: kind, outdated: true })
      expect(account.autoScaling.capacity('web')).toMatchObject({ ready: 3, desired: 3 })
      expect(built.instanceIds).toHaveLength(3)
      expect(imagesOf(account, built.instanceIds)).toEqual([built.oldImageId])
      expect(described(account, 'web')).toMatchObject(source)
      account.autoScaling.operations.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 4 })
      account.timeline.advance(300)
      const { ids } = account.autoScaling.capacity('web')
      const launched = ids.inService.filter((id) => !built.instanceIds.includes(id))
      expect(imagesOf(account, launched)).toEqual([built.newImageId])
    },
  )

  const shapes: readonly { name: string; plan: Omit<GroupPlan, 'name'>; expected: object }[] = [
    {
      name: 'sizes',
      plan: { size: 1, sizes: { min: 1, max: 1 } },
      expected: { MinSize: 1, MaxSize: 1, DesiredCapacity: 1 },
    },
    { name: 'no instance at all', plan: { size: 0 }, expected: { DesiredCapacity: 0, Instances: [] } },
    { name: 'two zones', plan: { zones: ['a', 'c'] }, expected: { AvailabilityZones: ['eu-west-1a', 'eu-west-1c'] } },
    {
      name: 'weights',
      plan: { launch: 'mixed', size: 4, weights: { 't3.micro': 1, 't3.large': 2 } },
      expected: { DesiredCapacity: 4, MaxSize: 5 },
    },
    {
      name: 'tags',
      plan: { tags: { team: 'a' } },
      expected: { Tags: [{ Key: 'team', Value: 'a', PropagateAtLaunch: true }] },
    },
  ]
  it.each(shapes)('makes $name', ({ plan, expected }) => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', ...plan })
    expect(described(account, 'web')).toMatchObject(expected)
  })

  it('waits until instances are healthy in every load balancer', () => {
    const account = new SimulatedAccount()
    const { classicNames, targetGroupArns, instanceIds } = addGroup(account, {
      name: 'web',
      balancers: ['classic', 'target-group', 'target-group'],
    })
    expect(targetGroupArns).toHaveLength(2)
    for (const balancer of [...classicNames, ...targetGroupArns]) {
      expect(instanceIds.map((id) => account.balancers.health(balancer, id))).toEqual(['healthy', 'healthy'])
    }
  })

  it('fills a warm pool before the launch source gets a newer image', () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', warmPool: { MinSize: 2 }, sizes: { min: 0, max: 2 }, outdated: true })
    const { Instances = [] } = account.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: 'web' })
    const observed = Instances.map(({ LifecycleState, LaunchTemplate }) => [LifecycleState, LaunchTemplate?.Version])
    expect(observed).toEqual([
      ['Warmed:Stopped', '1'],
      ['Warmed:Stopped', '1'],
    ])
  })

  it('counts instances as ready that are not registered with an unused target group', () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', balancers: ['target-group'] })
    const { v2 } = account.balancers
    const [balancer] = v2.operations.DescribeLoadBalancers({}).LoadBalancers ?? []
    const { Listeners } = v2.operations.DescribeListeners({ LoadBalancerArn: balancer?.LoadBalancerArn })
    v2.operations.DeleteListener({ ListenerArn: Listeners?.[0]?.ListenerArn })
    // No load balancer vouches for them any more: EC2's status checks do.
    account.timeline.advance(120)
    expect(account.autoScaling.capacity('web')).toMatchObject({ inService: 2, ready: 2 })
  })

  it('says so when a group cannot become healthy', () => {
    const account = new SimulatedAccount({ behaviour: { refuseLaunch: () => 'no capacity' } })
    expect(() => addGroup(account, { name: 'web' })).toThrow('web has 0 of 2 ready after an hour')
  })
})

describe('addSenzaStack', () => {
  it('makes the group of a stack with the tags of CloudFormation and Senza', () => {
    const account = new SimulatedAccount()
    const { name } = addSenzaStack(account, { outdated: true })
    expect(name).toMatch(/^mystack-v1-AppServer-[0-9A-F]{12}$/)
    expect(account.autoScaling.capacity(name).tags).toMatchObject({
      'aws:cloudformation:stack-name': 'mystack-v1',
      StackName: 'mystack',
      StackVersion: 'v1',
    })
  })
})
