import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, operator, run, scene, type Scene, standing } from './fixture.ts'

takeShortcut()

const web = { AutoScalingGroupName: 'web' } as const

/** Begins a refresh so many seconds into the roll; gives its id, and which old instances were there then. */
function refreshAfter(
  fixture: Scene,
  seconds: number,
  more: object = {},
): { id: string; old: readonly string[]; at: number } {
  const begun = { id: '', old: [] as readonly string[], at: 0 }
  fixture.account.timeline.after(seconds, () => {
    begun.id = operator(fixture.account).StartInstanceRefresh({ ...web, ...more }).InstanceRefreshId ?? ''
    begun.old = oldLeft(fixture)
    begun.at = fixture.account.timeline.now
  })
  return begun
}

const terminationsAfter = ({ account }: Scene, at: number): number =>
  account.ledger.entries.filter(
    (entry) => entry.operation === 'TerminateInstanceInAutoScalingGroup' && entry.at > at && entry.outcome === 'ok',
  ).length

describe('an instance refresh that begins in mid-roll halts it before the next instance leaves', () => {
  test.each([
    { name: 'without a configuration', more: {}, reported: ': it was begun' },
    {
      name: 'with a desired configuration, which the group does not show',
      more: { DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web-template', Version: '1' } } },
      reported: ', to launch template web-template version 1: it was begun',
    },
  ])('$name', async ({ more, reported }) => {
    const fixture = scene({ size: 4, launch: 'template-number' })
    const begun = refreshAfter(fixture, 100, more)
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toContain(`The instance refresh ${begun.id} is `)
    expect(rolled.result.failure?.why).toContain(reported)
    expect(rolled.result.failure?.remedy).toContain('aws autoscaling cancel-instance-refresh')
    expect(standing(fixture.account)).toEqual(fixture.before)
    // What follows it takes away the surge, nothing of the old ones.
    expect(terminationsAfter(fixture, begun.at)).toBeLessThanOrEqual(1)
    expect(fixture.account.timeline.now - begun.at).toBeLessThan(150)
  })
})

test('a refresh that begins while a roll waits is seen within ten minutes', async () => {
  const fixture = scene({ size: 3 })
  fixture.account.behaviour.bootSeconds = 800
  const begun = refreshAfter(fixture, 100, { Preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 110 } })
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('halted')
  expect(rolled.result.failure?.why).toContain(begun.id)
  expect(fixture.account.timeline.now - begun.at).toBeLessThan(660)
})

test('without an answer nothing leaves, and the roll goes on once AWS answers', async () => {
  const fixture = scene({ size: 2 })
  fixture.account.timeline.after(60, () => {
    fixture.account.faults.inject({
      action: 'autoscaling:DescribeInstanceRefreshes',
      fault: { kind: 'refusal', code: 'InternalFailure', status: 500 },
      times: 40,
    })
  })
  expectRolled(fixture, await run(fixture))
})

test('a read that AWS refuses from then on halts the roll, and the group is put back', async () => {
  const fixture = scene({ size: 3 })
  fixture.account.timeline.after(60, () => fixture.account.faults.deny('autoscaling:DescribeInstanceRefreshes'))
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('halted')
  expect(rolled.result.failure?.what).toContain('autoscaling:DescribeInstanceRefreshes')
  expect(standing(fixture.account)).toEqual(fixture.before)
})

test('a refresh that is under way before the roll is refused before the first change', async () => {
  const fixture = scene({ size: 2, launch: 'template-number' })
  operator(fixture.account).StartInstanceRefresh({
    ...web,
    DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web-template', Version: '1' } },
  })
  fixture.account.ledger.clear()
  const rolled = await run(fixture)
  expect(rolled.reported).toMatch(/the instance refresh \S+ is Pending, to launch template web-template version 1/)
  expect(fixture.account.ledger.changes()).toEqual([])
})
