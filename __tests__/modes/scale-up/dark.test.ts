import { Cancelled } from '../../../src/errors.ts'
import type { Network } from '../../../src/platform/network.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { expectRolled, oldLeft, operator, run, type Scene, scene, sceneOf, standing } from '../../edges/fixture.ts'

const DARK = { mode: 'scale-up-patch', dark: 'true' }

/** Ids that any load balancer of the scene knows. */
function registered({ world, group }: Scene): ReadonlySet<string> {
  const { v2, classic } = world.balancers
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

const newOnes = ({ world, group }: Scene): readonly string[] =>
  instanceIds(world, group.name).filter((id) => !group.instanceIds.includes(id))

const operations = ({ world }: Scene): readonly string[] => world.ledger.changes().map(({ operation }) => operation)

const at = ({ world }: Scene, name: string): number =>
  world.ledger.entries.find(({ operation }) => operation === name)?.at ?? NaN

/** A network in which instances answer as told. */
const answering = (status: (url: string) => number): Network => ({
  httpStatus: async (url) => status(url),
  connect: async () => {},
})

const silent: Network = {
  httpStatus: () => Promise.reject(new Error('connection refused')),
  connect: () => Promise.reject(new Error('connection refused')),
}

const BALANCERS = ['classic', 'target-group'] as const

describe('a dark launch', () => {
  test('is released after minutes of calm: registered by us, healthy, then the old half goes', async () => {
    const stage = scene({ balancers: BALANCERS })
    const rolled = await run(stage, { ...DARK, 'release-after': '10' })
    expectRolled(stage, rolled)
    expect(operations(stage)).toEqual([
      'CreateOrUpdateTags',
      'SuspendProcesses',
      'UpdateAutoScalingGroup',
      ...operations(stage)
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
    expect(at(stage, 'RegisterTargets') - at(stage, 'UpdateAutoScalingGroup')).toBeGreaterThan(600 + 60)
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
    expect([...registered(stage)].filter((id) => newOnes(stage).includes(id))).toHaveLength(3)
  })

  test('suspends AddToLoadBalancer, and resumes it, only where nobody had suspended it', async () => {
    const stage = scene({ size: 2 })
    operator(stage.world).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] })
    const before = { ...stage, before: standing(stage.world) }
    expectRolled(before, await run(before, { ...DARK, 'release-after': '1' }))
    expect(standing(stage.world).suspended).toEqual(['AddToLoadBalancer'])
  })

  test('no load balancer knows a dark instance before its probe has passed', async () => {
    const stage = scene({ balancers: BALANCERS })
    let asked = 0
    let leaked = false
    const network = answering(() => {
      asked++
      leaked ||= newOnes(stage).some((id) => registered(stage).has(id))
      return asked > 5 ? 200 : 503
    })
    const rolled = await run(stage, { ...DARK, probe: 'http://{private-ip}:8080/health' }, { network })
    expectRolled(stage, rolled)
    expect(leaked).toBe(false)
    expect(asked).toBeGreaterThan(5)
    expect(rolled.told).toMatch(/\d of 3 probes passed; i-\w+: http:\/\/172\.31\.\d+\.\d+:8080\/health answered 503/)
  })

  test.each([
    { name: 'a connection', probe: 'tcp://{private-ip}:8080', network: answering(() => 200) },
    { name: 'a command on the instance', probe: 'ssm: systemctl is-active web', network: silent },
  ])('is released by $name', async ({ probe, network }) => {
    const stage = scene()
    expectRolled(stage, await run(stage, { ...DARK, probe }, { network }))
  })

  test('needs both where both are given: the probes, and then the calm', async () => {
    const stage = scene()
    const rolled = await run(
      stage,
      { ...DARK, probe: 'tcp://{private-ip}:80', 'release-after': '5' },
      { network: answering(() => 200) },
    )
    expectRolled(stage, rolled)
    expect(at(stage, 'RegisterTargets') - at(stage, 'UpdateAutoScalingGroup')).toBeGreaterThan(300)
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
    'that is not released, for $name, is removed, and the load balancers were never touched',
    async ({ inputs, says }) => {
      const stage = scene({ balancers: BALANCERS })
      stage.world.ssm.commands.behaviour.answer = () => ({ code: 7, error: 'curl: (7) refused\n' })
      const rolled = await run(stage, { ...DARK, ...inputs, 'instance-timeout': '4' }, { network: silent })
      expect(rolled.failed).toBe(true)
      expect(rolled.result.status).toBe('halted')
      expect(rolled.told).toMatch(says)
      expect(oldLeft(stage)).toHaveLength(3)
      expect(newOnes(stage)).toEqual([])
      expect(standing(stage.world)).toEqual(stage.before)
      expect(operations(stage).filter((name) => /Register/.test(name))).toEqual([])
      expect(stage.world.ledger.lowestReady('web')).toBe(3)
    },
  )

  test('whose probes fail can be taken back with `on-failure: rollback`, and no load balancer ever knows of it', async () => {
    const stage = scene({ launch: 'template-number', outdated: true })
    const inputs = { ...DARK, probe: 'tcp://{private-ip}:80', 'instance-timeout': '3', 'on-failure': 'rollback' }
    const rolled = await run(stage, inputs, { network: silent })
    expect(rolled.failed).toBe(true)
    expect(oldLeft(stage)).toHaveLength(3)
    expect(newOnes(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
    expect(operations(stage)).not.toContain('RegisterTargets')
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
  })

  test('whose probes fail can be held for inspection', async () => {
    const stage = scene()
    const inputs = { ...DARK, probe: 'tcp://{private-ip}:80', 'instance-timeout': '3', 'on-failure': 'hold' }
    const rolled = await run(stage, inputs, { network: silent })
    expect(rolled.result.status).toBe('held')
    expect(newOnes(stage)).toHaveLength(3)
    await run(stage, { mode: 'restore' }, { runId: '2000' })
    expect(newOnes(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('that is cancelled is removed by the post step', async () => {
    const stage = scene()
    const cancelled = new AbortController()
    stage.world.timeline.after(200, () => cancelled.abort(new Cancelled()))
    const main = await run(stage, { ...DARK, 'release-after': '60' }, { signal: cancelled.signal })
    expect(newOnes(stage)).toHaveLength(3)
    await run(stage, { ...DARK, 'release-after': '60' }, { state: main.state })
    expect(newOnes(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
    expect(operations(stage)).not.toContain('RegisterTargets')
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

  test('one that falls ends the calm, which begins anew with its successor', async () => {
    const stage = scene()
    const from = stage.world.timeline.now
    stage.world.timeline.after(240, () => {
      const [one = ''] = newOnes(stage)
      operator(stage.world).SetInstanceHealth({ InstanceId: one, HealthStatus: 'Unhealthy' })
    })
    expectRolled(stage, await run(stage, { ...DARK, 'release-after': '5', 'max-failures': '3' }))
    expect(at(stage, 'RegisterTargets') - from).toBeGreaterThan(240 + 300)
  })

  test('a group without load balancers is released by the same conditions', async () => {
    const stage = scene({ balancers: [] })
    const rolled = await run(stage, { ...DARK, 'release-after': '10' })
    expectRolled(stage, rolled)
    expect(at(stage, 'TerminateInstanceInAutoScalingGroup') - at(stage, 'UpdateAutoScalingGroup')).toBeGreaterThan(600)
  })

  test('load balancers that never call it healthy halt it, and it is removed', async () => {
    const stage = scene({ outdated: true })
    stage.world.behaviour.sickImages.add(stage.group.newImageId)
    const rolled = await run(stage, { ...DARK, 'release-after': '1', 'instance-timeout': '5' })
    expect(rolled.result.status).toBe('halted')
    expect(oldLeft(stage)).toHaveLength(3)
    expect(newOnes(stage)).toEqual([])
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('needs room for the whole new half', async () => {
    const stage = scene()
    const rolled = await run(stage, { ...DARK, 'release-after': '1', surge: '2' })
    expect(rolled.failed).toBe(true)
    expect(rolled.told).toContain('needs room for the whole new half')
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('a dry run tells its steps and tries nothing', async () => {
    const stage = scene()
    const planned = await run(stage, { ...DARK, probe: 'ssm: true', 'dry-run': 'true' })
    expect(planned.result.status).toBe('planned')
    expect(planned.result.steps.map(({ action }) => action).filter((action) => action !== 'renew')).toEqual(
      expect.arrayContaining(['remember', 'suspend', 'resize', 'register', 'resume', 'terminate', 'forget']),
    )
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('follows a patch too', async () => {
    const world = new SimulatedAccount()
    const stage = sceneOf(
      world,
      addGroup(world, { name: 'web', size: 2, launch: 'template-number', balancers: ['target-group'] }),
    )
    const rolled = await run(stage, {
      mode: 'patch-image',
      image: stage.group.newImageId,
      rollout: 'scale-up-patch',
      dark: 'true',
      'release-after': '1',
    })
    expect(rolled.result.status).toBe('rolled')
    expect(operations(stage)).toContain('RegisterTargets')
  })
})

describe('a dark half that waits for a later step', () => {
  const launch = async (stage: Scene) => {
    const dark = await run(stage, DARK)
    expect(dark.failed).toBe(false)
    expect(dark.result.status).toBe('dark')
    expect(dark.told).toContain('`mode: release` lets it in and the old half go, `mode: restore` removes it')
    expect(newOnes(stage)).toHaveLength(3)
    expect(newOnes(stage).filter((id) => registered(stage).has(id))).toEqual([])
    return dark
  }

  test('is left alone by its own post step', async () => {
    const stage = scene()
    const dark = await launch(stage)
    const calls = stage.world.ledger.entries.length
    await run(stage, DARK, { state: dark.state })
    expect(stage.world.ledger.entries).toHaveLength(calls)
  })

  test.each([
    { name: 'of the same job', runId: '1000' },
    { name: 'of another run, much later', runId: '2000' },
  ])('is released by a step $name', async ({ runId }) => {
    const stage = scene({ balancers: BALANCERS })
    await launch(stage)
    if (runId !== '1000') stage.world.timeline.advance(86_400)
    const released = await run(stage, { mode: 'release' }, { runId, seed: 7 })
    expectRolled(stage, released)
    expect(stage.world.ledger.lowestReady('web')).toBe(3)
  })

  test('is removed by `mode: restore`, and the load balancers were never touched', async () => {
    const stage = scene()
    await launch(stage)
    const restored = await run(stage, { mode: 'restore' }, { seed: 7 })
    expect(restored.result.status).toBe('restored')
    expect(newOnes(stage)).toEqual([])
    expect(oldLeft(stage)).toHaveLength(3)
    expect(standing(stage.world)).toEqual(stage.before)
    expect(operations(stage)).not.toContain('RegisterTargets')
  })

  test.each([{ mode: 'respawn' }, { mode: 'scale-up-patch' }])('is not touched by $mode', async ({ mode }) => {
    const stage = scene()
    await launch(stage)
    const changes = stage.world.ledger.changes().length
    const refused = await run(stage, { mode }, { runId: '2000' })
    expect(refused.result.status).toBe('refused')
    expect(refused.told).toContain('Let it out with `mode: release`, or remove it with `mode: restore`')
    expect(stage.world.ledger.changes()).toHaveLength(changes)
  })

  test('is not launched a second time by the same step', async () => {
    const stage = scene()
    await launch(stage)
    const ids = newOnes(stage)
    const again = await run(stage, DARK, { runId: '2000' })
    expect(again.result.status).toBe('dark')
    expect(newOnes(stage)).toEqual(ids)
  })

  test('is removed when the launch source was changed meanwhile: what was tried is not what would come next', async () => {
    const stage = scene()
    await launch(stage)
    const { LaunchTemplateId } = stage.world.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates?.[0] ?? {}
    stage.world.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId,
      SourceVersion: '2',
      LaunchTemplateData: {},
    })
    const halted = await run(stage, { mode: 'release' }, { runId: '2000' })
    expect(halted.failed).toBe(true)
    expect(newOnes(stage)).toEqual([])
    expect(oldLeft(stage)).toHaveLength(3)
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('is replaced where an old instance was lost: what stays after a restoration serves', async () => {
    const stage = scene()
    await launch(stage)
    const [lost = ''] = stage.group.instanceIds
    operator(stage.world).TerminateInstanceInAutoScalingGroup({
      InstanceId: lost,
      ShouldDecrementDesiredCapacity: false,
    })
    stage.world.timeline.advance(900)
    await run(stage, { mode: 'restore' }, { runId: '2000' })
    const now = instanceIds(stage.world, 'web')
    expect(now).toHaveLength(3)
    stage.world.timeline.advance(300)
    expect(now.filter((id) => registered(stage).has(id))).toHaveLength(3)
    expect(standing(stage.world)).toEqual(stage.before)
  })

  test('there is nothing to release where nothing waits', async () => {
    const stage = scene()
    const nothing = await run(stage, { mode: 'release' })
    expect(nothing.result.status).toBe('current')
    expect(stage.world.ledger.changes()).toEqual([])
  })
})
