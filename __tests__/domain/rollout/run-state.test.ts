import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { observe, INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, booting, fresh, NOW, old } from './a-fleet.ts'

const at = (seconds: number, instances: readonly Instance[]): Fleet => ({
  ...aRollingFleet([...old(2), ...instances], 3, aMemo(2)),
  at: NOW + seconds,
})

type Look = readonly [seconds: number, instances: readonly Instance[]]

/** The state after reads that showed, one after the other, these instances beside the old ones. */
const after = (...looks: readonly Look[]): RunState =>
  looks
    .map(([seconds, instances]) => at(seconds, instances))
    .reduce(
      ({ state, before }, now) => ({
        state: observe(state, { before: before ?? now, now, policy: aPolicy() }),
        before: now as Fleet | undefined,
      }),
      { state: INITIAL_STATE, before: undefined as Fleet | undefined },
    ).state

const boot = (lifecycle = 'Pending'): Instance[] => booting(1, { lifecycle, firstSeenAt: NOW, unreadySince: NOW })
const serving = (change: Partial<Instance> = {}): Instance[] =>
  fresh(1, { firstSeenAt: NOW, readySince: NOW + 5, ...change })
const unhealthy = (reason: string) => ({ balancers: [{ balancer: 'web', state: 'unhealthy' as const, reason }] })

describe('new instances that are lost', () => {
  const rows: { name: string; looks: readonly Look[]; lost: string[] }[] = [
    {
      name: 'one that stays is not',
      looks: [
        [0, boot()],
        [5, boot()],
      ],
      lost: [],
    },
    {
      name: 'one that leaves before it served is',
      looks: [
        [0, boot()],
        [5, boot('Terminating:Wait')],
      ],
      lost: ['i-boot0'],
    },
    {
      name: 'one that is missing in one read may still be there',
      looks: [
        [0, boot()],
        [5, []],
        [6, boot()],
        [40, boot()],
      ],
      lost: [],
    },
    {
      name: 'one that is missing for long is',
      looks: [
        [0, boot()],
        [5, []],
        [26, []],
      ],
      lost: ['i-boot0'],
    },
    {
      name: 'one that is missing for a moment is not yet',
      looks: [
        [0, boot()],
        [5, []],
        [24, []],
      ],
      lost: [],
    },
    {
      name: 'one that an operator put into Standby is not',
      looks: [
        [0, boot()],
        [5, boot('Standby')],
      ],
      lost: [],
    },
    {
      name: 'one that served and is reclaimed is not',
      looks: [
        [0, serving()],
        [5, serving({ lifecycle: 'Terminating' })],
      ],
      lost: [],
    },
    {
      name: 'one that served until its health check failed is',
      looks: [
        [0, serving({ readySince: undefined, unreadySince: NOW + 20, ...unhealthy('Target.FailedHealthChecks') })],
        [5, serving({ lifecycle: 'Terminating' })],
      ],
      lost: ['i-new0'],
    },
    {
      name: 'one that served until EC2 stopped it is not',
      looks: [
        [
          0,
          serving({
            readySince: undefined,
            unreadySince: NOW + 20,
            ...unhealthy('Target.InvalidState: Target is in the stopped state'),
          }),
        ],
        [5, serving({ lifecycle: 'Terminating' })],
      ],
      lost: [],
    },
    {
      // Where all others are protected, rebalancing of zones terminates the instance that it has launched.
      name: 'one that leaves a group that had one too many is not',
      looks: [
        [0, [...boot(), ...serving()]],
        [5, [...boot('Terminating'), ...serving()]],
      ],
      lost: [],
    },
    {
      name: 'of two that leave a group that had one too many one is',
      looks: [
        [0, booting(2, { firstSeenAt: NOW, unreadySince: NOW })],
        [5, booting(2, { firstSeenAt: NOW, unreadySince: NOW, lifecycle: 'Terminating' })],
      ],
      lost: ['i-boot1'],
    },
    {
      name: 'an old one is never',
      looks: [
        [0, [anInstance('i-o', { readySince: undefined, unreadySince: NOW })]],
        [5, []],
        [60, []],
      ],
      lost: [],
    },
    {
      name: 'each counts once',
      looks: [
        [0, boot()],
        [5, boot('Terminating')],
        [6, boot('Terminating')],
        [60, []],
      ],
      lost: ['i-boot0'],
    },
  ]
  test.each(rows)('$name', ({ looks, lost }) => {
    expect(after(...looks).lost.map(({ id }) => id)).toEqual(lost)
  })

  test('are reported with what they lacked when they were last observed', () => {
    expect(after([0, boot('Pending:Wait')], [5, boot('Terminating')]).lost).toEqual([
      { id: 'i-boot0', at: NOW + 5, reason: 'Pending:Wait (a lifecycle hook)' },
    ])
  })
})

// An operator had emptied a group between two looks: the roll was halted, and told to look at the image of the one that was on its way.
describe('new instances that leave a group that was made smaller since the look before are', () => {
  test.each([
    { name: 'not lost where as much has left', desired: 2, gone: ['i-boot0'], lost: [] },
    { name: 'not lost where all have left', desired: 0, gone: ['i-old0', 'i-old1', 'i-boot0'], lost: [] },
    { name: 'lost where others have left for it', desired: 2, gone: ['i-old0', 'i-boot0'], lost: ['i-boot0'] },
    { name: 'lost where the group was not made smaller', desired: 3, gone: ['i-boot0'], lost: ['i-boot0'] },
  ])('$name', ({ desired, gone, lost }) => {
    const before = at(0, boot())
    const now = {
      ...at(5, []),
      sizes: { ...before.sizes, desired },
      instances: before.instances.map((each) =>
        gone.includes(each.id) ? { ...each, lifecycle: 'Terminating' } : each,
      ),
    }
    expect(observe(INITIAL_STATE, { before, now, policy: aPolicy() }).lost.map(({ id }) => id)).toEqual(lost)
  })
})

test.each([
  { name: 'no saved state', memo: undefined },
  { name: 'the name of another run', memo: aMemo(2, { run: '99/1/aaaa' }) },
])('an instance is not lost that a look shows with $name: the run before may have ended it', ({ memo }) => {
  const policy = aPolicy()
  const before = { ...at(0, boot()), memo }
  const first = observe(INITIAL_STATE, { before, now: at(5, []), policy })
  const { lost, missing } = observe(first, { before: at(5, []), now: at(60, []), policy })
  expect([...lost, ...missing]).toEqual([])
})

test('the last moment at which a group had all its capacity is kept', () => {
  expect(after([0, fresh(1)], [5, []], [10, []]).completeAt).toBe(NOW)
  expect(after([0, []], [5, []]).completeAt).toBeUndefined()
})

describe('the moment at which instances of the group were last seen leaving', () => {
  test.each([
    { name: 'is none while none leaves', looks: [[0, boot()]], leavingAt: undefined },
    {
      name: 'is the look that shows one',
      looks: [
        [0, boot()],
        [5, boot('Terminating:Wait')],
      ],
      leavingAt: NOW + 5,
    },
    {
      name: 'counts the warm pool',
      looks: [
        [0, boot()],
        [5, boot('Warmed:Terminating')],
      ],
      leavingAt: NOW + 5,
    },
    {
      name: 'stays when it has gone',
      looks: [
        [0, boot('Terminating')],
        [5, boot('Terminating')],
        [9, []],
      ],
      leavingAt: NOW + 5,
    },
  ] as { name: string; looks: readonly Look[]; leavingAt: number | undefined }[])('$name', ({ looks, leavingAt }) => {
    expect(after(...looks).leavingAt).toBe(leavingAt)
  })
})
