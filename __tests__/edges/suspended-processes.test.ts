import { takeShortcut } from '../../simulator/shortcut.ts'
import { instanceIds } from '../../simulator/scenario.ts'
import { expectRolled, type Inputs, oldLeft, operator, run, scene, type Scene, standing } from './fixture.ts'

takeShortcut()

const suspend = ({ account }: Scene, ...ScalingProcesses: string[]): void => {
  operator(account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses })
}

const meanwhile = (fixture: Scene, act: () => void, seconds = 100): void => {
  fixture.account.timeline.after(seconds, act)
}

const command = (...processes: string[]): string =>
  `aws autoscaling resume-processes --auto-scaling-group-name web --scaling-processes ${processes.join(' ')}`

const changes = ({ account }: Scene): readonly string[] =>
  account.ledger.actions().filter((action) => !/:(Describe|Get|AssumeRole)/.test(action))

describe('a process that a roll needs, suspended before it begins, is refused by name before the first change', () => {
  const rows: { name: string; suspended: readonly string[]; inputs?: Inputs; effect: string }[] = [
    { name: 'Launch', suspended: ['Launch'], effect: 'nothing takes the place of what leaves' },
    {
      name: 'Launch, where one would leave before its successor comes',
      suspended: ['Launch'],
      inputs: { surge: '0', 'max-unavailable': '1' },
      effect: 'nothing takes the place of what leaves',
    },
    { name: 'Launch, in a dry run', suspended: ['Launch'], inputs: { 'dry-run': 'true' }, effect: 'nothing takes' },
    { name: 'Terminate', suspended: ['Terminate'], effect: 'AWS takes nothing out of service' },
    {
      name: 'AddToLoadBalancer',
      suspended: ['AddToLoadBalancer'],
      effect: 'what is launched meanwhile is never registered with a load balancer',
    },
    {
      name: 'two of them',
      suspended: ['Launch', 'Terminate'],
      inputs: { mode: 'scale-up-patch' },
      effect: 'nothing takes the place of what leaves, and AWS takes nothing out of service',
    },
  ]
  test.each(rows)('$name', async ({ suspended, inputs, effect }) => {
    const fixture = scene({ size: 3 })
    suspend(fixture, ...suspended)
    fixture.account.ledger.clear()
    const rolled = await run(fixture, inputs)
    expect(rolled.failed).toBe(true)
    expect(rolled.reported).toContain(effect)
    expect(rolled.reported).toContain(`Resume with \`${command(...suspended)}\`.`)
    expect(changes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual({ ...fixture.before, suspended: [...suspended].sort() })
  })
})

test('a launch source is neither patched nor taken back where the roll that follows cannot begin', async () => {
  const userData = '#taupage-ami-config\napplication_id: web\nsource: team/web:1\n'
  const fixture = scene({ size: 2, userData })
  await run(fixture)
  await run(fixture, { mode: 'patch-docker', 'docker-image': 'team/web:2', rollout: 'respawn' })
  suspend(fixture, 'Launch')
  fixture.account.ledger.clear()
  for (const inputs of [
    { mode: 'patch-docker', 'docker-image': 'team/web:3', rollout: 'respawn' },
    { mode: 'rollback' },
  ]) {
    const rolled = await run(fixture, inputs, { runId: inputs.mode === 'rollback' ? '3000' : '2000' })
    expect(rolled.reported).toContain(command('Launch'))
  }
  expect(changes(fixture)).toEqual([])
})

test('what AWS has suspended after a day of failed launches is refused with the cause that it gives', async () => {
  const fixture = scene({ size: 2, sizes: { min: 0, max: 5 } })
  const { account } = fixture
  account.behaviour.refuseLaunch = () => 'You have requested more vCPU capacity than your current vCPU limit. Launching EC2 instance failed.' // prettier-ignore
  operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 3 })
  account.timeline.advance(26 * 3600)
  expect(account.autoScaling.capacity('web').suspended).toEqual(['Launch'])
  account.ledger.clear()
  const rolled = await run(fixture)
  expect(rolled.failed).toBe(true)
  expect(rolled.reported).toContain('Launch (Administratively suspended) is suspended')
  expect(rolled.reported).toContain(
    'AWS does so itself after a day in which no launch succeeded; the last one failed with "You have requested more vCPU capacity',
  )
  expect(rolled.reported).toContain(`Mend the cause, then resume with \`${command('Launch')}\`.`)
  expect(changes(fixture)).toEqual([])
})

test('a group without load balancers is rolled while AddToLoadBalancer is suspended', async () => {
  const fixture = scene({ size: 2, balancers: [] })
  suspend(fixture, 'AddToLoadBalancer')
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('rolled')
  expect(standing(fixture.account).suspended).toEqual(['AddToLoadBalancer'])
})

test('a group that is up to date already is no reason to refuse', async () => {
  const fixture = scene({ size: 2 })
  await run(fixture)
  suspend(fixture, 'Launch')
  expect((await run(fixture, {}, { runId: '2000' })).result.status).toBe('current')
})

test('health checks that are suspended are said in log, summary and outputs, and stay suspended', async () => {
  const fixture = scene({ size: 2 })
  suspend(fixture, 'HealthCheck')
  const rolled = await run(fixture)
  const [note] = rolled.result.notes
  expect(rolled.result.status).toBe('rolled')
  expect(note).toMatch(/^HealthCheck \(User suspended at .*\) is suspended, and stays so: the group does not notice/)
  expect(rolled.lines.join('\n')).toContain('web: HealthCheck (User suspended at ')
  expect(rolled.summary).toContain('stays so: the group does not notice instances that fail while it rolls')
  expect(standing(fixture.account).suspended).toEqual(['HealthCheck'])
})

describe('suspended in mid-roll, the roll is halted at the next look, and the group put back within two minutes:', () => {
  const rows: { name: string; process: string; act: (fixture: Scene) => void; inputs?: Inputs }[] = [
    { name: 'Launch, by an operator', process: 'Launch', act: (fixture) => suspend(fixture, 'Launch') },
    { name: 'Terminate, by an operator', process: 'Terminate', act: (fixture) => suspend(fixture, 'Terminate') },
    {
      name: 'AddToLoadBalancer, by an operator',
      process: 'AddToLoadBalancer',
      act: (fixture) => suspend(fixture, 'AddToLoadBalancer'),
    },
    {
      name: 'Launch, by AWS',
      process: 'Launch',
      act: ({ account }) => account.autoScaling.suspendByAws('web', 'Launch'),
    },
    {
      name: 'Launch, where one leaves before its successor comes',
      process: 'Launch',
      act: (fixture) => suspend(fixture, 'Launch'),
      inputs: { surge: '0', 'max-unavailable': '1' },
    },
  ]
  test.each(rows)('$name', async ({ process, act, inputs }) => {
    const fixture = scene({ size: 4 })
    const { account } = fixture
    let suspendedAt = 0
    meanwhile(fixture, () => {
      act(fixture)
      suspendedAt = account.timeline.now
    })
    const rolled = await run(fixture, inputs)
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toContain(`${process} (`)
    expect(rolled.result.failure?.remedy).toContain(command(process))
    expect(rolled.result.left.join(' ')).toMatch(
      new RegExp(
        `${process} \\(.* suspended.*\\) was suspended from outside this run while the group rolled: left suspended\\.`,
      ),
    )
    expect(standing(account)).toEqual({ ...fixture.before, suspended: [process] })
    expect(oldLeft(fixture).length).toBeGreaterThanOrEqual(1)
    // One that was replaced already has its successor; nothing else is missing.
    expect(account.ledger.lowestReady('web')).toBeGreaterThanOrEqual(inputs === undefined ? 4 : 3)
    expect(account.timeline.now - suspendedAt).toBeLessThan(120)
  })
})

test('where AWS puts terminations off while Terminate is suspended, the group is put back all the same', async () => {
  const fixture = scene(
    { size: 3 },
    { behaviour: { reactionSeconds: 5, bootSeconds: 10, terminateByIdWhileSuspended: false } },
  )
  meanwhile(fixture, () => suspend(fixture, 'Terminate'))
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('halted')
  expect(standing(fixture.account)).toEqual({ ...fixture.before, suspended: ['Terminate'] })
  expect(rolled.result.left).toContain(
    'Capacity of 1 beyond what is desired stays as long as Terminate is suspended; once it is resumed AWS takes it away.',
  )
  operator(fixture.account).ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Terminate'] })
  fixture.account.timeline.advance(1200)
  expect(instanceIds(fixture.account, 'web')).toHaveLength(3)
})

test('the post step and a restore put back what was left while Launch is suspended, and leave it suspended', async () => {
  for (const mode of ['post', 'restore']) {
    const fixture = scene({ size: 3 })
    const dead = await run(fixture, {}, { process: { crash: { when: 'after', call: 30 } } })
    expect(dead.died).toBe(true)
    suspend(fixture, 'Launch')
    fixture.account.timeline.advance(400)
    const back =
      mode === 'post' ? await run(fixture, {}, { state: dead.state }) : await run(fixture, { mode }, { runId: '2000' })
    expect(back.failed).toBe(false)
    expect(standing(fixture.account)).toEqual({ ...fixture.before, suspended: ['Launch'] })
  }
})

test('once the process is resumed the same mode rolls the group', async () => {
  const fixture = scene({ size: 3 })
  meanwhile(fixture, () => suspend(fixture, 'Launch'))
  await run(fixture)
  operator(fixture.account).ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['Launch'] })
  expectRolled(fixture, await run(fixture, {}, { runId: '2000' }))
})
