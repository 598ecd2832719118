import { Cancelled } from '../../../src/errors.ts'
import type { Network } from '../../../src/platform/network.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { expectRolled, oldLeft, operator, run, type Scene, scene, sceneOf, standing } from '../../edges/fixture.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const DARK = { mode: 'scale-up-patch', dark: 'true' }

/** Ids that are registered with any load balancer of the fixture. */
function registered({ account, group }: Scene): ReadonlySet<string> {
  const { v2, classic } = account.balancers
  return new Set([
    ...group.targetGroupArns.flatMap((arn) =>
      (v2.operations.DescribeTargetHealth({ TargetGroupArn: arn }).TargetHealthDescriptions ?? []).map(
        ({ Target }) => Target?.Id ?? '',
      ),
    ),
    ...group.classicNames.flatMap((name) =>
      (classic.operations.DescribeInstanceHealth({ LoadBalancerName: name }).InstanceStates ?? []).map(
        ({ InstanceId = '' }) => InstanceId,
      ),
    ),
  ])
}

const newOnes = ({ account, group }: Scene): readonly string[] =>
  instanceIds(account, group.name).filter((id) => !group.instanceIds.includes(id))

const operations = ({ account }: Scene): readonly string[] => account.ledger.changes().map(({ operation }) => operation)

const at = ({ account }: Scene, name: string): number =>
  account.ledger.entries.find(({ operation }) => operation === name)?.at ?? NaN

/** A network with the given answers of instances. */
const answering = (status: (url: string) => number): Network => ({
  httpStatus: async (url) => status(url),
  connect: async () => {},
})

const silent: Network = {
  httpStatus: () => Promise.reject(new Error('connection refused')),
  connect: () => Promise.reject(new Error('connection refused')),
}

const BALANCERS = ['classic', 'target-group'] as const

/**
 * AWS does not document whether a group whose health check type names ELB calls an instance unhealthy that its load balancer does
 * not know. If it does, the grace period bounds how long instances can stay in the dark.
 */
describe('a dark launch in a group with the health check type ELB', () => {
  const dark = (unregisteredIsUnhealthy: boolean, HealthCheckGracePeriod: number): Scene =>
    scene(
      { balancers: ['target-group'], settings: { HealthCheckType: 'ELB', HealthCheckGracePeriod } },
      { behaviour: { unregisteredIsUnhealthy } },
    )

  test.each([
    { name: 'where the group waits for load balancers', unhealthy: false, grace: 60 },
    { name: 'where it does not, within the grace period', unhealthy: true, grace: 1200 },
  ])('is released $name', async ({ unhealthy, grace }) => {
    const fixture = dark(unhealthy, grace)
    expectRolled(fixture, await run(fixture, { ...DARK, 'release-after': '10' }))
  })

  test('is taken back where the group replaces dark instances beyond the grace period, and nothing healthy is lost', async () => {
    const fixture = dark(true, 60)
    const rolled = await run(fixture, { ...DARK, 'release-after': '10' })
    expect(rolled.result.status).toBe('halted')
    expect(rolled.reported).toContain('left before it was of use: when it was last seen, the group calls it unhealthy')
    expect(oldLeft(fixture)).toHaveLength(3)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    expect(standing(fixture.account)).toEqual(fixture.before)
  })
})

describe('a dark launch', () => {
  test('is released after its bake time: registered by the run, healthy, then the old instances leave', async () => {
    const fixture = scene({ balancers: BALANCERS })
    const rolled = await run(fixture, { ...DARK, 'release-after': '10' })
    expectRolled(fixture, rolled)
    expect(operations(fixture)).toEqual([
      'CreateOrUpdateTags',
      'SuspendProcesses',
      'UpdateAutoScalingGroup',
      ...operations(fixture)
        .slice(3)
        .filter((name) => name === 'CreateOrUpdateTags')
        .slice(1),
      'RegisterInstancesWithLoadBalancer',
      'RegisterTargets',
      'ResumeProcesses',
      'CreateOrUpdateTags',
      'TerminateInstanceInAutoScalingGroup',
      'UpdateAutoScalingGroup',
      'ResumeProcesses',
      'DeleteTags',
    ])
    expect(at(fixture, 'RegisterTargets') - at(fixture, 'UpdateAutoScalingGroup')).toBeGreaterThan(600 + 60)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    expect([...registered(fixture)].filter((id) => newOnes(fixture).includes(id))).toHaveLength(3)
  })

  test('suspends AddToLoadBalancer, and resumes it, only where it was not suspended before', async () => {
    const fixture = scene({ size: 2 })
    operator(fixture.account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] })
    const before = { ...fixture, before: standing(fixture.account) }
    expectRolled(before, await run(before, { ...DARK, 'release-after': '1' }))
    expect(standing(fixture.account).suspended).toEqual(['AddToLoadBalancer'])
  })

  test('a dark instance is not registered with any load balancer before its probe has passed', async () => {
    const fixture = scene({ balancers: BALANCERS })
    // Two instances fail their first probe, the third one its first five.
    let requests = 0
    let leaked = false
    const network = answering(() => {
      leaked ||= newOnes(fixture).some((id) => registered(fixture).has(id))
      requests++
      return requests <= 3 || (requests > 5 && requests <= 9) ? 503 : 200
    })
    const rolled = await run(fixture, { ...DARK, probe: 'http://{private-ip}:8080/health' }, { network })
    expectRolled(fixture, rolled)
    expect(leaked).toBe(false)
    expect(requests).toBeGreaterThan(5)
    // Those that have passed count on while the third is tried again.
    expect(rolled.reported).toMatch(
      /%  i-\w+ has not passed its probe: http:\/\/172\.31[\d.]+:8080\/health answered 503/,
    )
  })

  test.each([
    { name: 'a connection', probe: 'tcp://{private-ip}:8080', network: answering(() => 200) },
    { name: 'a command on the instance', probe: 'ssm: systemctl is-active web', network: silent },
  ])('is released by $name', async ({ probe, network }) => {
    const fixture = scene()
    expectRolled(fixture, await run(fixture, { ...DARK, probe }, { network }))
  })

  test('needs both where both are given: the probes, and then the bake time', async () => {
    const fixture = scene()
    const rolled = await run(
      fixture,
      { ...DARK, probe: 'tcp://{private-ip}:80', 'release-after': '5' },
      { network: answering(() => 200) },
    )
    expectRolled(fixture, rolled)
    expect(at(fixture, 'RegisterTargets') - at(fixture, 'UpdateAutoScalingGroup')).toBeGreaterThan(300)
  })

  test.each([
    {
      name: 'a probe over the network',
      inputs: { probe: 'http://{private-ip}/' },
      says: /did not become ready within 4 minutes: its probe has not passed, http:\/\/[\d.]+\/ did not answer: connection refused/,
    },
    {
      name: 'a command',
      inputs: { probe: 'ssm: curl -f localhost' },
      says: /its probe has not passed, the command ended Failed with 7: curl: \(7\) refused/,
    },
  ])(
    'that is not released because of $name is removed, and the load balancers are not changed',
    async ({ inputs, says }) => {
      const fixture = scene({ balancers: BALANCERS })
      fixture.account.ssm.commands.behaviour.answer = () => ({ code: 7, error: 'curl: (7) refused\n' })
      const rolled = await run(fixture, { ...DARK, ...inputs, 'instance-timeout': '4' }, { network: silent })
      expect(rolled.failed).toBe(true)
      expect(rolled.result.status).toBe('halted')
      expect(rolled.reported).toMatch(says)
      expect(oldLeft(fixture)).toHaveLength(3)
      expect(newOnes(fixture)).toEqual([])
      expect(standing(fixture.account)).toEqual(fixture.before)
      expect(operations(fixture).filter((name) => /Register/.test(name))).toEqual([])
      expect(fixture.account.ledger.lowestReady('web')).toBe(3)
    },
  )

  test('with failed probes can be rolled back with `on-failure: rollback`, without any registration', async () => {
    const fixture = scene({ launch: 'template-number', outdated: true })
    const inputs = { ...DARK, probe: 'tcp://{private-ip}:80', 'instance-timeout': '3', 'on-failure': 'rollback' }
    const rolled = await run(fixture, inputs, { network: silent })
    expect(rolled.failed).toBe(true)
    expect(oldLeft(fixture)).toHaveLength(3)
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(operations(fixture)).not.toContain('RegisterTargets')
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })

  test('with failed probes can be held for inspection', async () => {
    const fixture = scene()
    const inputs = { ...DARK, probe: 'tcp://{private-ip}:80', 'instance-timeout': '3', 'on-failure': 'hold' }
    const rolled = await run(fixture, inputs, { network: silent })
    expect(rolled.result.status).toBe('held')
    expect(newOnes(fixture)).toHaveLength(3)
    await run(fixture, { mode: 'restore' }, { runId: '2000' })
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('that is cancelled is removed by the post step', async () => {
    const fixture = scene()
    const cancelled = new AbortController()
    fixture.account.timeline.after(200, () => cancelled.abort(new Cancelled()))
    const main = await run(fixture, { ...DARK, 'release-after': '60' }, { signal: cancelled.signal })
    expect(newOnes(fixture)).toHaveLength(3)
    await run(fixture, { ...DARK, 'release-after': '60' }, { state: main.state })
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(operations(fixture)).not.toContain('RegisterTargets')
  })

  test('works for a launch configuration and for weights', async () => {
    const plain = scene({ launch: 'configuration', balancers: BALANCERS })
    expectRolled(plain, await run(plain, { ...DARK, 'release-after': '1' }))
    const weighted = scene({
      launch: 'mixed',
      size: 8,
      sizes: { min: 0, max: 12 },
      weights: { 'm5.large': 2, 'm5.xlarge': 4 },
    })
    const rolled = await run(weighted, { ...DARK, 'release-after': '1' })
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(weighted)).toEqual([])
  })

  test('an instance that fails ends the bake time, which starts again with its successor', async () => {
    const fixture = scene()
    const from = fixture.account.timeline.now
    fixture.account.timeline.after(240, () => {
      const [one = ''] = newOnes(fixture)
      operator(fixture.account).SetInstanceHealth({ InstanceId: one, HealthStatus: 'Unhealthy' })
    })
    expectRolled(fixture, await run(fixture, { ...DARK, 'release-after': '5', 'max-failures': '3' }))
    expect(at(fixture, 'RegisterTargets') - from).toBeGreaterThan(240 + 300)
  })

  test('a group without load balancers is released by the same conditions', async () => {
    const fixture = scene({ balancers: [] })
    const rolled = await run(fixture, { ...DARK, 'release-after': '10' })
    expectRolled(fixture, rolled)
    expect(at(fixture, 'TerminateInstanceInAutoScalingGroup') - at(fixture, 'UpdateAutoScalingGroup')).toBeGreaterThan(
      600,
    )
  })

  test('halts where load balancers never call it healthy, and is removed', async () => {
    const fixture = scene({ outdated: true })
    fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
    const rolled = await run(fixture, { ...DARK, 'release-after': '1', 'instance-timeout': '5' })
    expect(rolled.result.status).toBe('halted')
    expect(oldLeft(fixture)).toHaveLength(3)
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('needs room for the whole group', async () => {
    const fixture = scene()
    const rolled = await run(fixture, { ...DARK, 'release-after': '1', surge: '2' })
    expect(rolled.failed).toBe(true)
    expect(rolled.reported).toContain('needs room for as many new instances as are desired')
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('a dry run shows its steps and probes nothing', async () => {
    const fixture = scene()
    const planned = await run(fixture, { ...DARK, probe: 'ssm: true', 'dry-run': 'true' })
    expect(planned.result.status).toBe('planned')
    expect(planned.result.steps.map(({ action }) => action).filter((action) => action !== 'renew')).toEqual(
      expect.arrayContaining(['remember', 'suspend', 'resize', 'register', 'resume', 'terminate', 'forget']),
    )
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('follows a patch too', async () => {
    const account = new SimulatedAccount()
    const fixture = sceneOf(
      account,
      addGroup(account, { name: 'web', size: 2, launch: 'template-number', balancers: ['target-group'] }),
    )
    const rolled = await run(fixture, {
      mode: 'patch-image',
      image: fixture.group.newImageId,
      rollout: 'scale-up-patch',
      dark: 'true',
      'release-after': '1',
    })
    expect(rolled.result.status).toBe('rolled')
    expect(operations(fixture)).toContain('RegisterTargets')
  })
})

describe('dark instances that wait for a later step', () => {
  const launch = async (fixture: Scene) => {
    const dark = await run(fixture, DARK)
    expect(dark.failed).toBe(false)
    expect(dark.result.status).toBe('dark')
    expect(dark.reported).toContain('`mode: release` registers them and terminates the old ones')
    // They are there, and none of them was lost.
    expect(dark.summary.match(/^  new .*:active, /gm)).toHaveLength(3)
    expect(dark.summary).not.toMatch(/^  lost /m)
    expect(newOnes(fixture)).toHaveLength(3)
    expect(newOnes(fixture).filter((id) => registered(fixture).has(id))).toEqual([])
    return dark
  }

  test('are left alone by their own post step', async () => {
    const fixture = scene()
    const dark = await launch(fixture)
    const calls = fixture.account.ledger.entries.length
    await run(fixture, DARK, { state: dark.state })
    expect(fixture.account.ledger.entries).toHaveLength(calls)
  })

  test.each([
    { name: 'of the same job', runId: '1000' },
    { name: 'of another run, much later', runId: '2000' },
  ])('is released by a step $name', async ({ runId }) => {
    const fixture = scene({ balancers: BALANCERS })
    await launch(fixture)
    if (runId !== '1000') fixture.account.timeline.advance(86_400)
    const released = await run(fixture, { mode: 'release' }, { runId, seed: 7 })
    expectRolled(fixture, released)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })

  test('are removed by `mode: restore`, and the load balancers are not changed', async () => {
    const fixture = scene()
    await launch(fixture)
    const restored = await run(fixture, { mode: 'restore' }, { seed: 7 })
    expect(restored.result.status).toBe('restored')
    expect(newOnes(fixture)).toEqual([])
    expect(oldLeft(fixture)).toHaveLength(3)
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(operations(fixture)).not.toContain('RegisterTargets')
  })

  test.each([{ mode: 'respawn' }, { mode: 'scale-up-patch' }])('are not touched by $mode', async ({ mode }) => {
    const fixture = scene()
    await launch(fixture)
    const changes = fixture.account.ledger.changes().length
    const refused = await run(fixture, { mode }, { runId: '2000' })
    expect(refused.result.status).toBe('refused')
    expect(refused.reported).toContain('Release them with `mode: release`, or remove them with `mode: restore`')
    expect(fixture.account.ledger.changes()).toHaveLength(changes)
  })

  test('are not launched a second time by the same step', async () => {
    const fixture = scene()
    await launch(fixture)
    const ids = newOnes(fixture)
    const again = await run(fixture, DARK, { runId: '2000' })
    expect(again.result.status).toBe('dark')
    expect(newOnes(fixture)).toEqual(ids)
  })

  test('are removed when the launch source was changed meanwhile, since the next launches would differ', async () => {
    const fixture = scene()
    await launch(fixture)
    const { LaunchTemplateId } = fixture.account.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates?.[0] ?? {}
    fixture.account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId,
      SourceVersion: '2',
      LaunchTemplateData: {},
    })
    const halted = await run(fixture, { mode: 'release' }, { runId: '2000' })
    expect(halted.failed).toBe(true)
    expect(newOnes(fixture)).toEqual([])
    expect(oldLeft(fixture)).toHaveLength(3)
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('replace lost old instances: instances that stay after a restore are registered', async () => {
    const fixture = scene()
    await launch(fixture)
    const [lost = ''] = fixture.group.instanceIds
    operator(fixture.account).TerminateInstanceInAutoScalingGroup({
      InstanceId: lost,
      ShouldDecrementDesiredCapacity: false,
    })
    fixture.account.timeline.advance(900)
    await run(fixture, { mode: 'restore' }, { runId: '2000' })
    const now = instanceIds(fixture.account, 'web')
    expect(now).toHaveLength(3)
    fixture.account.timeline.advance(300)
    expect(now.filter((id) => registered(fixture).has(id))).toHaveLength(3)
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('there is nothing to release without dark instances', async () => {
    const fixture = scene()
    const nothing = await run(fixture, { mode: 'release' })
    expect(nothing.result.status).toBe('current')
    expect(fixture.account.ledger.changes()).toEqual([])
  })
})
