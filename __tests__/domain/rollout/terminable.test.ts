import { terminable } from '../../../src/domain/rollout/budget.ts'
import type { Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { aMemo, anInstance, aRollingFleet, booting, fresh, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

interface Row {
  readonly name: string
  readonly instances: readonly Instance[]
  /** The desired capacity now; the original one is 6 where the memo does not say otherwise. */
  readonly desired: number
  readonly original?: number
  readonly policy?: Partial<Policy>
  readonly change?: Partial<Fleet>
  readonly memo?: Partial<Memo>
  readonly expected: { readonly leave: readonly string[]; readonly decrement: boolean } | undefined
}

const check = ({ instances, desired, original = 6, policy = {}, change, memo: saved, expected }: Row): void => {
  const memo = aMemo(original, { surge: policy.surge ?? 1, ...saved })
  const answer = terminable(aSituation(aRollingFleet(instances, desired, memo, change), policy))
  const ids = answer && { leave: answer.terminations.map(({ id }) => id), decrement: answer.decrement }
  expect(ids).toEqual(expected)
}

const UNHEALTHY: Partial<Instance> = {
  balancers: [{ balancer: 'web', state: 'unhealthy', reason: 'Target.FailedHealthChecks' }],
  readySince: undefined,
  unreadySince: NOW - 9,
}
const sick = (id: string, change: Partial<Instance> = {}): Instance => anInstance(id, { ...UNHEALTHY, ...change })

describe('of the last ones that leave', () => {
  // One of three was up to date, and AWS has put the surge beside it; the last old one is the only one of its zone.
  const inZones = (...zones: readonly string[]): readonly Instance[] =>
    zones.map((zone, index) => ({ ...fresh(1, { zone, launchedAt: NOW - 50 })[0], id: `i-new${index}` }) as Instance)
  const last: Omit<Row, 'name' | 'expected'> = {
    instances: [...inZones('a', 'a', 'b'), anInstance('i-old', { zone: 'c' })],
    desired: 4,
    original: 3,
    change: { zones: ['a', 'b', 'c'] },
  }
  const without = { leave: ['i-old'], decrement: true }
  const rows: Row[] = [
    {
      ...last,
      name: 'one gets a successor where zones would end uneven',
      expected: { leave: ['i-old'], decrement: false },
    },
    {
      ...last,
      name: 'one does where a roll is released at its gate',
      policy: { dark: { kind: 'release' } },
      expected: { leave: ['i-old'], decrement: false },
    },
    {
      ...last,
      name: 'none does in a dark launch',
      policy: { dark: { kind: 'launch', bakeSeconds: 0, byHand: false } },
      expected: without,
    },
    { ...last, name: 'none does where a dark launch is taken over', memo: { dark: true }, expected: without },
    { ...last, name: 'none does where one has been released', memo: { released: true }, expected: without },
    {
      ...last,
      name: 'one does where EC2 does not tell yet when the roll has launched the others',
      instances: last.instances.map((each) =>
        each.id === 'i-old' ? each : { ...each, launchedAt: undefined, firstSeenAt: NOW - 50 },
      ),
      expected: { leave: ['i-old'], decrement: false },
    },
    {
      ...last,
      name: 'others leave meanwhile',
      instances: [...inZones('a', 'a', 'b', 'b'), ...['a', 'c'].map((zone) => anInstance(`i-old-${zone}`, { zone }))],
      desired: 6,
      original: 4,
      policy: { surge: 2 },
      expected: { leave: ['i-old-c'], decrement: false },
    },
    {
      ...last,
      name: 'others leave before where all leave at once: its successor would hold them',
      instances: [...inZones('a', 'a', 'b', 'b'), ...['a', 'c'].map((zone) => anInstance(`i-old-${zone}`, { zone }))],
      desired: 6,
      original: 4,
      policy: { surge: 2, waitForAll: true },
      expected: { leave: ['i-old-a'], decrement: true },
    },
    {
      ...last,
      name: 'none does where capacity is counted in weights',
      change: { ...last.change, weighted: true },
      expected: without,
    },
    {
      ...last,
      name: 'none does where launches have failed',
      change: { ...last.change, failedLaunches: [{ activityId: 'x', at: NOW - 90, reason: 'no capacity' }] },
      expected: without,
    },
    {
      ...last,
      name: 'none does where it may come out of a warm pool',
      instances: [
        ...last.instances,
        ...fresh(1, { lifecycle: 'Warmed:Stopped' }).map((each) => ({ ...each, id: 'i-warm' })),
      ],
      expected: without,
    },
    {
      ...last,
      name: 'none does where the roll has launched none of the fullest zone',
      instances: last.instances.map((each) => (each.zone === 'a' ? { ...each, launchedAt: NOW - 3000 } : each)),
      expected: without,
    },
  ]
  test.each(rows)('$name', check)
})

describe('of the last ones that leave with a successor', () => {
  // Two of three-three each are left, of a surge of three: AWS may put the launch that is to come into either zone.
  const last: Omit<Row, 'name' | 'expected'> = {
    instances: [
      ...['a', 'a', 'b', 'b'].map((zone, index) => anInstance(`i-old${index}`, { zone })),
      ...['a', 'a', 'b', 'b']
        .map((zone, index) => fresh(1, { zone }).map((each) => ({ ...each, id: `i-new${index}` })))
        .flat(),
    ],
    desired: 9,
    policy: { surge: 3 },
    change: { zones: ['a', 'b'] },
  }
  const rows: Row[] = [
    { ...last, name: 'none leaves before AWS has chosen a zone for the launch before it', expected: undefined },
    {
      ...last,
      name: 'one leaves though a launch is to come, where launches have failed and may not come at all',
      change: { ...last.change, failedLaunches: [{ activityId: 'x', at: NOW - 90, reason: 'no capacity' }] },
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      ...last,
      name: 'one leaves from the zone that AWS has not chosen',
      instances: [...last.instances, ...fresh(1, { zone: 'a' }).map((each) => ({ ...each, id: 'i-chosen' }))],
      expected: { leave: ['i-old2'], decrement: false },
    },
    {
      ...last,
      name: 'exempt ones count where it is asked which zone has fewest',
      instances: [...last.instances, anInstance('i-exempt', { zone: 'a', protectedFromScaleIn: true })],
      policy: { surge: 3, protectedInstances: 'ignore' },
      expected: { leave: ['i-old2'], decrement: false },
    },
  ]
  test.each(rows)('$name', check)
})

describe('of old instances that serve', () => {
  // The launch source was changed once more, after an unfinished roll had launched one instance from the one before.
  const twiceChanged = [
    ...old(6, { zone: 'a' }),
    anInstance('i-between', { reference: { kind: 'template', id: 'lt-1', version: 3 }, launchedAt: NOW - 50 }),
  ]
  const rows: Row[] = [
    {
      // Ready 8, floor 6. Of zones 3-3-2 with new ones in the first two the third gives first; then 3-3-3, the oldest.
      name: 'as many may leave as new ones are ready above the floor (the worked example)',
      instances: [...old(6), ...fresh(2)],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old2', 'i-old0'], decrement: false },
    },
    {
      name: 'those leave first that the roll has launched from a source before and that have not passed their probe',
      instances: twiceChanged,
      desired: 7,
      policy: { probes: true },
      expected: { leave: ['i-between'], decrement: false },
    },
    {
      name: 'one that has passed its probe stays as long as what was there before',
      instances: twiceChanged.map((each) => ({
        ...each,
        lastProbe: { id: each.id, at: NOW - 9, passed: true, reason: '' },
      })),
      desired: 7,
      policy: { probes: true },
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      name: 'the oldest leaves first of those of two sources where nothing is probed',
      instances: twiceChanged,
      desired: 7,
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      name: 'one fewer may leave while one of the new ones is not ready',
      instances: [...old(6), ...fresh(1), ...booting(1, { zone: 'b' })],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old2'], decrement: false },
    },
    {
      name: 'none may leave while not more than the floor are ready, though capacity is above it',
      instances: [...old(6), ...booting(2)],
      desired: 8,
      policy: { surge: 2 },
      expected: undefined,
    },
    {
      name: 'none may leave where sick ones have used up what is above the floor: those leave',
      instances: [...old(4), sick('i-sick0'), sick('i-sick1'), ...fresh(2)],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-sick0', 'i-sick1'], decrement: false },
    },
    {
      // Ready 7, floor 6; of the 8 one is neither ready nor to be named yet.
      name: 'no more may leave than are ready above the floor, though one on its way up is capacity above it as well',
      instances: [
        ...old(5, { zone: 'a' }),
        anInstance('i-slow', { lifecycle: 'Pending', unreadySince: NOW }),
        ...fresh(2),
      ],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      name: 'as many may leave at once as may be unavailable, without a surge',
      instances: old(6),
      desired: 6,
      policy: { surge: 0, maxUnavailable: 2 },
      expected: { leave: ['i-old0', 'i-old1'], decrement: false },
    },
    {
      name: 'none may leave for a desired capacity that was lowered meanwhile: the floor is the original',
      instances: old(6),
      desired: 5,
      expected: undefined,
    },
    {
      name: 'the protected ones that the policy leaves alone stay, however old',
      instances: [
        anInstance('i-guarded', { protectedFromScaleIn: true, launchedAt: 1 }),
        ...old(5, { zone: 'a' }),
        ...fresh(1),
      ],
      desired: 7,
      policy: { protectedInstances: 'ignore' },
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      name: 'at most a hundred leave in one call, which is AWS’s limit',
      instances: [...old(150, { zone: 'a' }), ...fresh(150)],
      original: 150,
      desired: 300,
      policy: { surge: 150 },
      expected: { leave: old(100).map(({ id }) => id), decrement: true },
    },
  ]
  test.each(rows)('$name', check)
})

describe('of instances that do not serve', () => {
  const rows: Row[] = [
    {
      name: 'none leaves while a load balancer calls all old ones sick and nothing new is ready',
      instances: [...old(6, UNHEALTHY), ...booting(1)],
      desired: 7,
      expected: undefined,
    },
    {
      name: 'as many leave as new ones are ready where a load balancer calls all old ones sick',
      instances: [...old(6, { ...UNHEALTHY, zone: 'a' }), ...fresh(2)],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old0', 'i-old1'], decrement: false },
    },
    {
      name: 'only as many leave as capacity is above the floor, though more are sick',
      instances: [...old(3), sick('i-sick0'), sick('i-sick1'), sick('i-sick2'), ...fresh(1)],
      desired: 7,
      expected: { leave: ['i-sick0'], decrement: false },
    },
    {
      name: 'one leaves at once where one may be unavailable: it is the one that is',
      instances: [...old(5), sick('i-sick')],
      desired: 6,
      policy: { surge: 0, maxUnavailable: 1 },
      expected: { leave: ['i-sick'], decrement: false },
    },
    {
      name: 'one on its way up is not named within its time: AWS may refuse that while it is Pending',
      instances: [...old(5), anInstance('i-slow', { lifecycle: 'Pending:Wait', unreadySince: NOW - 900 }), ...fresh(1)],
      desired: 7,
      expected: undefined,
    },
    {
      name: 'one on its way up leaves once its time is over',
      instances: [...old(5), anInstance('i-slow', { lifecycle: 'Pending:Wait', unreadySince: NOW - 901 }), ...fresh(1)],
      desired: 7,
      expected: { leave: ['i-slow'], decrement: false },
    },
  ]
  test.each(rows)('$name', check)
})

describe('the desired capacity falls with those that leave', () => {
  const rows: Row[] = [
    {
      name: 'where as many are left as are wanted, and not before',
      instances: [...old(1), ...fresh(6)],
      desired: 7,
      expected: { leave: ['i-old0'], decrement: true },
    },
    {
      // 8 less 1 is below 6 and a surge of 2: with a successor. Then 2 are left, and 8 less 1 is 6 and a surge of 1.
      name: 'in a call of its own: of three with a surge of two, the first leaves alone and with a successor',
      instances: [...old(3, { zone: 'a' }), ...fresh(5)],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old0'], decrement: false },
    },
    {
      name: 'in the call after that for both that are left',
      instances: [...old(2, { zone: 'a' }), ...fresh(6)],
      desired: 8,
      policy: { surge: 2 },
      expected: { leave: ['i-old0', 'i-old1'], decrement: true },
    },
    {
      // 8 less 1 is MinSize; the second would go below it.
      name: 'and with no more of them than a MinSize leaves that was raised meanwhile',
      instances: [...old(2, { zone: 'a' }), ...fresh(6)],
      desired: 8,
      policy: { surge: 2 },
      change: { sizes: { min: 7, max: 20, desired: 8 } },
      expected: { leave: ['i-old0'], decrement: true },
    },
    {
      name: 'but not below a MinSize that was raised meanwhile, which AWS refuses',
      instances: [...old(1), ...fresh(6)],
      desired: 7,
      change: { sizes: { min: 7, max: 20, desired: 7 } },
      expected: { leave: ['i-old0'], decrement: false },
    },
  ]
  test.each(rows)('$name', check)
})

describe('with a barrier', () => {
  const policy: Partial<Policy> = { surge: 4, waitForAll: true }
  const rows: Row[] = [
    {
      name: 'none leaves while a new one is not ready',
      instances: [...old(4), ...fresh(3), ...booting(1)],
      original: 4,
      desired: 8,
      policy,
      expected: undefined,
    },
    {
      name: 'none leaves while a launch is outstanding',
      instances: [...old(4), ...fresh(3)],
      original: 4,
      desired: 8,
      policy,
      expected: undefined,
    },
    {
      name: 'all leave together once all new ones are ready',
      instances: [...old(4, { zone: 'a' }), ...fresh(4)],
      original: 4,
      desired: 8,
      policy,
      expected: { leave: ['i-old0', 'i-old1', 'i-old2', 'i-old3'], decrement: true },
    },
  ]
  test.each(rows)('$name', check)
})

describe('in a group with weights', () => {
  const heavy = (change: Partial<Instance> = {}): Instance =>
    anInstance('i-heavy', { weight: 4, launchedAt: 1, ...change })
  const light = old(4, { zone: 'a' })
  const policy: Partial<Policy> = { surge: 2 }
  const change = { weighted: true }
  const rows: Row[] = [
    {
      name: 'one that serves and weighs more than is ready above the floor is passed over for lighter ones',
      instances: [heavy(), ...light, ...fresh(2)],
      original: 8,
      desired: 10,
      policy,
      change,
      expected: { leave: ['i-old0', 'i-old1'], decrement: false },
    },
    {
      name: 'one that does not serve and weighs more than capacity is above the floor stays as well',
      instances: [heavy(UNHEALTHY), ...light, ...fresh(2)],
      original: 8,
      desired: 10,
      policy,
      change,
      // Ready are 6 of 8: no other may leave either.
      expected: undefined,
    },
    {
      name: 'none leaves where not even the lightest fits',
      instances: [heavy(), anInstance('i-other', { weight: 4 }), ...fresh(1, { weight: 2 })],
      original: 8,
      desired: 10,
      policy,
      change,
      expected: undefined,
    },
    {
      name: 'the last one takes its weight from the desired capacity',
      instances: [heavy(), ...fresh(2, { weight: 4 })],
      original: 8,
      desired: 12,
      policy: { surge: 4 },
      change,
      expected: { leave: ['i-heavy'], decrement: true },
    },
  ]
  test.each(rows)('$name', check)
})

describe('an instance that serves and is not warm yet, as a new one that has failed while it turned healthy', () => {
  // The oldest of those that are not ready, which leaves first.
  const starting = anInstance('i-starting', { launchedAt: NOW - 9000, readySince: NOW - 5, cameUp: true })
  const rows: Row[] = [
    {
      name: 'stays while fewer are ready than must be: what does not serve leaves',
      instances: [...fresh(1, { readySince: NOW - 100 }), starting, sick('i-sick')],
      desired: 3,
      original: 2,
      policy: { warmupSeconds: 25 },
      expected: { leave: ['i-sick'], decrement: false },
    },
    {
      name: 'leaves once enough others are ready',
      instances: [...fresh(2, { readySince: NOW - 100 }), starting],
      desired: 3,
      original: 2,
      policy: { warmupSeconds: 25 },
      expected: { leave: ['i-starting'], decrement: true },
    },
  ]
  test.each(rows)('$name', check)
})
