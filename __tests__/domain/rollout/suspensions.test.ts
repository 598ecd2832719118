import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { resumeCommand } from '../../../src/domain/rollout/suspension-text.ts'
import { suspensionNotes, suspensionsInTheWay } from '../../../src/domain/rollout/suspensions.ts'
import { aFleet, aMemo, anInstance, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

const ALL = ['Launch', 'Terminate', 'AddToLoadBalancer', 'HealthCheck', 'ReplaceUnhealthy', 'InstanceRefresh', 'AZRebalance'] // prettier-ignore
const OURS = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']
const balanced = { balancers: [{ balancer: 'tg', state: 'healthy', reason: '' }] } as const
const dark = { kind: 'launch', bakeSeconds: 0, probes: false, byHand: false } as const

describe('with every process suspended, a roll cannot go on without', () => {
  const rows: { name: string; fleet: Fleet; policy?: Partial<Policy>; needed: readonly string[] }[] = [
    { name: 'launches and terminations', fleet: aFleet(old(2)), needed: ['Launch', 'Terminate'] },
    {
      name: 'registration as well, behind load balancers',
      fleet: aFleet(old(2, balanced)),
      needed: ['Launch', 'Terminate', 'AddToLoadBalancer'],
    },
    {
      name: 'launches, also where nothing is launched before one leaves',
      fleet: aFleet(old(2)),
      policy: { surge: 0, maxUnavailable: 1 },
      needed: ['Launch', 'Terminate'],
    },
    {
      name: 'registration by AWS only where the run does not register what is dark itself',
      fleet: aFleet(old(2, balanced)),
      policy: { dark },
      needed: ['Launch', 'Terminate'],
    },
    {
      name: 'terminations alone, where a dark half is released',
      fleet: aRollingFleet([...old(2, balanced), ...fresh(2, balanced)], 4, aMemo(2, { dark: true }), {
        suspended: ALL,
      }),
      policy: { dark: { kind: 'release' } },
      needed: ['Terminate'],
    },
    {
      name: 'launches, where the dark half that is released lacks an instance',
      fleet: aRollingFleet([...old(2), ...fresh(1)], 4, aMemo(2, { dark: true }), { suspended: ALL }),
      policy: { dark: { kind: 'release' } },
      needed: ['Launch', 'Terminate'],
    },
    {
      name: 'terminations alone, where only Standby holds old instances',
      fleet: aFleet([...fresh(2), anInstance('i-resting', { lifecycle: 'Standby' })]),
      policy: { standbyInstances: 'replace' },
      needed: ['Terminate'],
    },
    {
      name: 'launches alone, where only the warm pool holds old instances',
      fleet: aFleet([...fresh(2), anInstance('i-warm', { lifecycle: 'Warmed:Stopped' })]),
      needed: ['Launch'],
    },
    { name: 'nothing, where every instance is up to date', fleet: aFleet(fresh(2)), needed: [] },
    {
      name: 'nothing, where a group is only put back',
      fleet: aFleet(old(2)),
      policy: { intent: 'restore' },
      needed: [],
    },
    {
      name: 'nothing that the run has suspended itself',
      fleet: aRollingFleet(old(2, balanced), 3, aMemo(2, { dark: true, suspends: [...OURS, ...ALL] }), {
        suspended: ALL,
      }),
      needed: [],
    },
  ]
  test.each(rows)('$name', ({ fleet, policy, needed }) => {
    expect(suspensionsInTheWay({ ...fleet, suspended: ALL }, aPolicy(policy))).toEqual(needed)
  })
})

test('a process that is suspended in mid-roll halts it before the next instance leaves, with the command that resumes it', () => {
  const fleet = aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3), {
    suspended: [...OURS, 'Launch'],
    suspensionReasons: { Launch: 'User suspended at 2026-01-05T08:03:20Z' },
  })
  expect(nextAction(fleet, aPolicy(), JUST_BEGUN)).toEqual({
    kind: 'halt',
    reason: 'Launch (User suspended at 2026-01-05T08:03:20Z) is suspended: nothing takes the place of what leaves',
    remedy:
      'What was suspended from outside this run stays so. When it may run again, resume it with `aws autoscaling resume-processes --auto-scaling-group-name web --scaling-processes Launch`, then start again.',
  })
})

describe('where AWS may have lowered the size with instances that stay, since Terminate is suspended', () => {
  const decrement = { before: 4, by: 1, instances: ['i-new0'], at: NOW - 10, tookSeconds: 30 }
  const next = (suspended: readonly string[], at: number) =>
    nextAction(aRollingFleet([...old(3), ...fresh(1)], 4, aMemo(3), { suspended }), aPolicy({ intent: 'restore' }), {
      ...JUST_BEGUN,
      decrement: { ...decrement, at },
    })

  test('none is named again as long as looks may not show it', () => {
    expect(next([...OURS, 'Terminate'], NOW - 10)).toMatchObject({
      kind: 'wait',
      reason: expect.stringMatching(/^looks may not show yet whether AWS has lowered/),
    })
  })

  test('one is named again later, and at once where what was named would leave', () => {
    const again = { kind: 'terminate', instances: ['i-new0'] }
    expect(next([...OURS, 'Terminate'], NOW - 90)).toMatchObject(again)
    expect(next(OURS, NOW - 10)).toMatchObject(again)
  })
})

test('a process that is suspended in the last steps of a roll halts nothing', () => {
  const fleet = aRollingFleet(fresh(3), 3, aMemo(3), { suspended: [...OURS, 'Launch', 'Terminate'] })
  expect(nextAction(fleet, aPolicy(), JUST_BEGUN).kind).toBe('resume')
})

describe('what stops no roll is said where it matters:', () => {
  const rows: { name: string; fleet: Fleet; notes: readonly string[] }[] = [
    {
      name: 'health checks and replacements that are suspended',
      fleet: aFleet(old(2), { suspended: ['HealthCheck', 'ReplaceUnhealthy'] }),
      notes: [
        'HealthCheck is suspended, and stays so: the group does not notice instances that fail while it rolls.',
        'ReplaceUnhealthy is suspended, and stays so: an instance that turns unhealthy while the group rolls gets no successor.',
      ],
    },
    {
      name: 'what AWS itself has suspended',
      fleet: aFleet(old(2), {
        suspended: ['AlarmNotification'],
        suspensionReasons: { AlarmNotification: 'Administratively suspended' },
      }),
      notes: ['AlarmNotification (Administratively suspended) is suspended, and stays so.'],
    },
    {
      name: 'nothing of what an operator has suspended and a roll suspends anyway, nor of what stands in the way',
      fleet: aFleet(old(2), { suspended: ['AZRebalance', 'Launch'] }),
      notes: [],
    },
  ]
  test.each(rows)('$name', ({ fleet, notes }) => {
    expect(suspensionNotes(fleet, aPolicy())).toEqual(notes)
  })
})

test.each([
  { name: 'web', quoted: 'web' },
  { name: "team's web", quoted: String.raw`'team'\''s web'` },
])('the command quotes the name $name where a shell needs it', ({ name, quoted }) => {
  expect(resumeCommand(name, ['Launch', 'Terminate'])).toBe(
    `aws autoscaling resume-processes --auto-scaling-group-name ${quoted} --scaling-processes Launch Terminate`,
  )
})

describe('a roll that has let the processes run again', () => {
  const held = aMemo(3, { suspends: OURS })
  const back = [...old(1), ...fresh(2)]
  const rows: { name: string; fleet: Fleet; state?: object; policy?: Partial<Policy>; expected: object }[] = [
    {
      name: 'suspends them before it makes room for what it has yet to replace',
      fleet: aRollingFleet(back, 3, held, { suspended: [] }),
      expected: { kind: 'suspend', processes: OURS },
    },
    {
      name: 'and before it terminates',
      fleet: aRollingFleet([...old(1), ...fresh(3)], 4, held, { suspended: [] }),
      expected: { kind: 'suspend', processes: OURS },
    },
    {
      name: 'but leaves those running that an operator has resumed',
      fleet: aRollingFleet(back, 3, held, { suspended: [] }),
      state: { letRun: undefined },
      expected: { kind: 'resize' },
    },
    {
      name: 'goes on where they are suspended again',
      fleet: aRollingFleet(back, 3, held, { suspended: OURS }),
      expected: { kind: 'resize' },
    },
    {
      name: 'ends where nothing is left to be replaced',
      fleet: aRollingFleet(fresh(3), 3, held, { suspended: [] }),
      expected: { kind: 'clear-state' },
    },
  ]
  test.each(rows)('$name', ({ fleet, state, policy, expected }) => {
    const known = { ...JUST_BEGUN, desired: fleet.sizes.desired, suspended: true, letRun: true as const, ...state }
    expect(nextAction(fleet, aPolicy({ surge: 1, ...policy }), known)).toMatchObject(expected)
  })
})
