import { addGroup, type GroupPlan } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { type Inputs, run, type Scene, sceneOf } from '../edges/fixture.ts'

/** Several groups, of which the first is the one of the scene; all are selected. */
function groups(...plans: readonly (Partial<GroupPlan> & { readonly name: string })[]): Scene {
  const account = new SimulatedAccount()
  const [first] = plans.map((plan) =>
    addGroup(account, { size: 2, outdated: true, launch: 'template-latest', ...plan }),
  )
  if (first === undefined) throw new Error('a scene needs a group')
  return sceneOf(account, first)
}

function templateOf(group: string, { account }: Scene): string | undefined {
  const [described] = account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [group] }).AutoScalingGroups ?? [] // prettier-ignore
  return described?.LaunchTemplate?.LaunchTemplateName
}

const changesOf = ({ account }: Scene): readonly string[] => account.ledger.changes().map(({ operation }) => operation)

const failureOf = ({ annotations }: Awaited<ReturnType<typeof run>>): string =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message).join('\n') // prettier-ignore

const MODES: readonly Inputs[] = [
  { mode: 'respawn' },
  { mode: 'scale-up-patch' },
  { mode: 'patch-image', rollout: 'respawn', 'instance-type': 't3.small' },
]

describe.each(MODES)('with $mode', (inputs) => {
  test('everything that stands against a run is told in one error, before anything is changed', async () => {
    const fixture = groups(
      { name: 'web', balancers: ['target-group'], size: 3 },
      { name: 'refreshed' },
      { name: 'lost', launch: 'template-latest' },
    )
    const { autoScaling, ec2, balancers } = fixture.account
    autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    ec2.operations.DeleteLaunchTemplate({ LaunchTemplateName: templateOf('lost', fixture) })
    balancers.limits.targetsPerTargetGroup = 3
    fixture.account.ledger.clear()
    const refused = await run(fixture, { ...inputs, 'auto-scaling-groups': 'web\nrefreshed\nlost' })
    expect(refused.failed).toBe(true)
    expect(failureOf(refused)).toMatch(/targets in targetgroup\/web-1\/\w+: have 0, need \d/)
    expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
    expect(failureOf(refused)).toContain('launch template lt-')
    expect(failureOf(refused)).toContain('3 things stand against it')
    expect(changesOf(fixture)).toEqual([])
  })

  test('several permissions that are missing are named together with what was found besides', async () => {
    const fixture = groups({ name: 'web', balancers: ['target-group'] }, { name: 'refreshed' })
    fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    fixture.account.faults.deny('elasticloadbalancing:DescribeTargetHealth', 'ec2:DescribeInstances')
    fixture.account.ledger.clear()
    const refused = await run(fixture, { ...inputs, 'auto-scaling-groups': 'web\nrefreshed' })
    expect(failureOf(refused)).toContain('AWS refused elasticloadbalancing:DescribeTargetHealth')
    expect(failureOf(refused)).toContain('AWS refused ec2:DescribeInstances')
    expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
    expect(changesOf(fixture)).toEqual([])
  })
})

test('groups that the inputs do not fit are told with all others', async () => {
  const fixture = groups({ name: 'web', size: 3 }, { name: 'api', size: 4 }, { name: 'refreshed' })
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
  fixture.account.ledger.clear()
  const inputs = { surge: '0', 'max-unavailable': '10%', 'auto-scaling-groups': 'web\napi\nrefreshed' }
  const refused = await run(fixture, inputs)
  expect(failureOf(refused)).toContain('Nothing of web could ever be replaced')
  expect(failureOf(refused)).toContain('Nothing of api could ever be replaced')
  expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
  expect(changesOf(fixture)).toEqual([])
})

test('a rollback is refused before it puts a launch source back, with all that stands against its roll', async () => {
  const fixture = groups(
    { name: 'web', balancers: ['target-group'], size: 3 },
    { name: 'unknown', launch: 'configuration' },
    { name: 'refreshed' },
  )
  await run(fixture)
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
  fixture.account.balancers.limits.targetsPerTargetGroup = 4
  fixture.account.ledger.clear()
  const inputs = { mode: 'rollback', 'auto-scaling-groups': 'web\nunknown\nrefreshed' }
  const refused = await run(fixture, inputs, { runId: '2000' })
  expect(failureOf(refused)).toMatch(/targets in targetgroup\/web-1\/\w+: have \d, need 3/)
  expect(failureOf(refused)).toContain('unknown: nothing tells what it launched from')
  expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
  expect(changesOf(fixture)).toEqual([])
})

test('putting back asks for nothing but the group', async () => {
  const fixture = groups({ name: 'web' })
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'web' })
  fixture.account.ledger.clear()
  const restored = await run(fixture, { mode: 'restore' })
  expect(restored.failed).toBe(false)
  expect(fixture.account.ledger.actions()).not.toContain('autoscaling:DescribeInstanceRefreshes')
})
