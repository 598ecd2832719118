import {
  firstTarget,
  floorOf,
  neededSurplus,
  overdue,
  surgeTarget,
  surplus,
} from '../../../src/domain/rollout/budget.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { aFleet, aMemo, anInstance, aPolicy, aRollingFleet, booting, fresh, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

describe('the floor', () => {
  test.each([
    { name: 'is the original capacity where nothing may be unavailable', maxUnavailable: 0, expected: 6 },
    { name: 'is lower by what may be unavailable', maxUnavailable: 2, expected: 4 },
    { name: 'is never below zero', maxUnavailable: 9, expected: 0 },
  ])('$name', ({ maxUnavailable, expected }) => {
    expect(floorOf(aMemo(6), aPolicy({ maxUnavailable }))).toBe(expected)
  })

  // Half of ten, five, might be unavailable. Then an operator lowered the desired capacity to six, and to five: all of it might.
  test.each([
    { name: 'follows a percentage down with the desired capacity', desired: 6, surge: 1, expected: 3 },
    { name: 'rounds in favour of what serves', desired: 5, surge: 1, expected: 3 },
    { name: 'does not follow it up', desired: 20, surge: 1, expected: 15 },
    { name: 'holds the only instance where the surge replaces it', desired: 1, surge: 1, expected: 1 },
    { name: 'lets one go where nothing could be replaced otherwise', desired: 1, surge: 0, expected: 0 },
  ])('$name', ({ desired, surge, expected }) => {
    const policy = aPolicy({ surge, maxUnavailable: 5, unavailableShare: { percent: 50, unit: 1 } })
    expect(floorOf(aMemo(desired), policy)).toBe(expected)
  })

  // A quarter of sixteen is one instance with the weight four; of eight it is half of one, which never leaves.
  test('lets one instance go, whatever it weighs, where nothing could be replaced otherwise', () => {
    const policy = { maxUnavailable: 4, unavailableShare: { percent: 25, unit: 4 } }
    expect(floorOf(aMemo(8), aPolicy({ surge: 0, ...policy }))).toBe(4)
    expect(floorOf(aMemo(8), aPolicy({ surge: 4, ...policy }))).toBe(6)
  })
})

describe('the desired capacity of a roll from six', () => {
  test.each([
    { name: 'is raised by the surge', surge: 2, left: 6, min: 0, expected: 8 },
    { name: 'is raised by no more than there is left to replace', surge: 2, left: 1, min: 0, expected: 7 },
    { name: 'is the original one once nothing is left to replace', surge: 2, left: 0, min: 0, expected: 6 },
    { name: 'is the original one without a surge', surge: 0, left: 6, min: 0, expected: 6 },
    { name: 'is at most doubled, whatever the surge', surge: 50, left: 9, min: 0, expected: 12 },
    { name: 'is never below a MinSize that was raised meanwhile', surge: 1, left: 1, min: 9, expected: 9 },
  ])('$name', ({ surge, left, min, expected }) => {
    const fleet = { sizes: { min, max: 20, desired: 6 }, instances: old(6) }
    expect(surgeTarget({ fleet, memo: aMemo(6), policy: { surge } }, left)).toBe(expected)
  })
})

describe('the desired capacity to which a roll from six raises first', () => {
  const gates = { bakeSeconds: 0, bakeAtEndSeconds: 0, promote: 'auto', onFailure: 'restore' } as const
  test.each([
    { name: 'is the surge', instances: old(6), seen: 6, expected: 9 },
    { name: 'is the same once it is raised', instances: [...old(6), ...booting(1)], seen: 9, expected: 9 },
    { name: 'makes up for no more than is outdated', instances: [...old(2), ...fresh(4)], seen: 6, expected: 8 },
    { name: 'fills a checkpoint', instances: old(6), seen: 6, checkpoint: 2, expected: 8 },
    {
      name: 'fills a checkpoint, and no more, where more is desired',
      instances: [...old(6), ...booting(1)],
      seen: 9,
      checkpoint: 2,
      expected: 8,
    },
    {
      name: 'makes room for less where a part is up to date already',
      instances: [...old(5), ...fresh(1)],
      seen: 6,
      checkpoint: 2,
      expected: 7,
    },
  ])('$name', ({ instances, seen, checkpoint, expected }) => {
    const fleet = aRollingFleet(instances, seen, aMemo(6, { surge: 3 }))
    const policy = { surge: 3, ...(checkpoint !== undefined && { gates: { ...gates, checkpoints: [checkpoint] } }) }
    expect(firstTarget(aSituation(fleet, policy))).toBe(expected)
  })
})

describe('the surge of a group in four zones', () => {
  const zones = ['a', 'b', 'c', 'd']
  test.each([
    { name: 'is whole where several launches follow it', desired: 7, surge: 5, expected: 12 },
    {
      name: 'gives all zones equally many where one launch follows, which cannot make up for two',
      desired: 7,
      surge: 6,
      expected: 12,
    },
    { name: 'is whole where none follows: nothing could be steered anyway', desired: 7, surge: 7, expected: 14 },
    {
      name: 'is whole where less of it would be nothing',
      desired: 4,
      surge: 3,
      expected: 7,
      zones: [...zones, 'e', 'f', 'g'],
    },
  ])('$name', ({ desired, surge, expected, zones: used = zones }) => {
    const fleet = { sizes: { min: 0, max: 20, desired }, instances: old(desired), zones: used }
    expect(surgeTarget({ fleet, memo: aMemo(desired), policy: { surge } }, desired)).toBe(expected)
  })
})

describe('an instance that does not serve', () => {
  test.each([
    { name: 'is not overdue at the last second that it is given', unreadySince: NOW - 900, expected: false },
    { name: 'is overdue one second later', unreadySince: NOW - 901, expected: true },
    { name: 'is not overdue for its age where it served a moment ago', unreadySince: NOW - 5, expected: false },
    { name: 'is given its time from when it was first seen otherwise', unreadySince: undefined, expected: true },
  ])('$name', ({ unreadySince, expected }) => {
    const instance = anInstance('i-1', { firstSeenAt: NOW - 901, unreadySince })
    expect(overdue(instance, aFleet([]), aPolicy({ instanceTimeoutSeconds: 900 }))).toBe(expected)
  })
})

interface Row {
  readonly name: string
  readonly instances: readonly Instance[]
  /** The desired capacity now; the original one is 3 where the memo does not say otherwise. */
  readonly desired: number
  readonly original?: number
  readonly policy?: Partial<Policy>
  readonly change?: Partial<Fleet>
  /** What leaves, in this order. */
  readonly leave: readonly string[]
  /** What would leave if its service were not needed. */
  readonly needed?: string
}

const check = ({ instances, desired, original = 3, policy = {}, change, leave, needed }: Row): void => {
  const situation = aSituation(aRollingFleet(instances, desired, aMemo(original), change), policy)
  expect(surplus(situation).map(({ id }) => id)).toEqual(leave)
  expect(neededSurplus(situation)?.id).toBe(needed)
}

const restore: Partial<Policy> = { intent: 'restore' }
const guarded: Partial<Instance> = { protectedFromScaleIn: true }
const ended: Partial<Instance> = {
  statusChecks: { state: 'terminated', reason: 'it is terminated' },
  readySince: undefined,
}
const sick: Partial<Instance> = { healthy: false, readySince: undefined, unreadySince: NOW - 9 }

test('what was named while Terminate is suspended is named once: AWS takes it away once it may', () => {
  const fleet = aRollingFleet([...old(3), ...fresh(2, sick)], 5, aMemo(3), { suspended: ['Terminate'] })
  const leave = (named: readonly string[], suspended = ['Terminate']): readonly string[] =>
    surplus(aSituation({ ...fleet, suspended }, restore, { named })).map(({ id }) => id)
  expect(leave([])).toEqual(['i-new0', 'i-new1'])
  expect(leave(['i-new0'])).toEqual(['i-new1'])
  expect(leave(['i-new0'], [])).toEqual(['i-new0', 'i-new1'])
})

describe('of capacity above the original one', () => {
  const rows: Row[] = [
    { name: 'nothing leaves where there is none', instances: old(3), desired: 3, leave: [] },
    {
      name: 'nothing leaves where the launches of a surge have not happened: its size alone goes back',
      instances: old(3),
      desired: 4,
      policy: restore,
      leave: [],
    },
    {
      name: 'nothing leaves where the desired capacity is back already: AWS terminates by itself',
      instances: [...old(3), ...booting(1)],
      desired: 3,
      policy: restore,
      leave: [],
    },
    {
      name: 'only what is above a MinSize that was raised meanwhile leaves',
      instances: [...old(3), ...booting(2)],
      desired: 5,
      policy: restore,
      change: { sizes: { min: 4, max: 20, desired: 5 } },
      leave: ['i-boot0'],
    },
    {
      // Four too many, of four that serve two are needed: what does not serve, current ones first; then the newest.
      name: 'broken current ones leave first, then broken old ones, then the newest current ones; serving old ones stay',
      instances: [
        ...old(2),
        anInstance('i-broken-old', sick),
        ...fresh(2).map((each, index) => ({ ...each, launchedAt: NOW - 100 + index })),
        ...booting(1),
      ],
      desired: 6,
      original: 2,
      policy: restore,
      leave: ['i-boot0', 'i-broken-old', 'i-new1', 'i-new0'],
    },
    {
      name: 'serving old ones leave where there are no others, the newest first',
      instances: old(5),
      desired: 5,
      policy: restore,
      leave: ['i-old4', 'i-old3'],
    },
    {
      name: 'serving ones leave from the zone that has most in all, then by age',
      instances: [
        ...old(3),
        ...fresh(1, { zone: 'c', launchedAt: NOW }).map((each) => ({ ...each, id: 'i-young' })),
        ...fresh(2),
      ],
      desired: 6,
      original: 4,
      policy: restore,
      // Of 2-2-2 the youngest leaves; then of 2-2-1 not the next of c, but of the others the first.
      leave: ['i-young', 'i-new0'],
    },
    {
      name: 'what the roll has launched leaves before what was there, also where the group launches the source of that again',
      instances: [
        ...fresh(4, { launchedAt: NOW - 3600 }),
        ...old(2, { launchedAt: NOW - 50 }).map((each) => ({ ...each, id: each.id.replace('old', 'failed') })),
      ],
      desired: 6,
      original: 4,
      policy: restore,
      leave: ['i-failed0', 'i-failed1'],
    },
    {
      name: 'those that the policy leaves alone stay, though they are current',
      instances: [...fresh(3, { ...guarded, launchedAt: NOW - 3600 }), ...old(2)],
      desired: 5,
      policy: { ...restore, protectedInstances: 'ignore' },
      leave: ['i-old1', 'i-old0'],
    },
    {
      name: 'one that the policy leaves alone goes first where EC2 has ended it, be it old or current',
      instances: [
        ...fresh(1, { ...guarded, ...ended, launchedAt: NOW - 3600 }),
        ...old(1, { ...guarded, ...ended }),
        ...fresh(3, { launchedAt: NOW - 50 }).map((each) => ({ ...each, id: `${each.id}-well` })),
      ],
      desired: 5,
      original: 3,
      policy: { ...restore, protectedInstances: 'ignore' },
      leave: ['i-new0', 'i-old0'],
    },
    {
      name: 'those that the roll has launched do not, though their group protects them',
      instances: [...old(3), ...fresh(1, { ...guarded, launchedAt: NOW - 50 })],
      desired: 4,
      policy: { protectedInstances: 'ignore' },
      leave: ['i-new0'],
    },
    {
      name: 'those that a target group still starts slowly leave before those that have their full share, whatever their zone',
      instances: [
        ...old(1),
        ...fresh(2, { readySince: NOW - 100 }),
        ...fresh(1, { zone: 'c' }).map((each) => ({ ...each, id: 'i-slow' })),
      ],
      desired: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-slow'],
    },
    {
      name: 'without a slow start one of which AWS has told after the look began leaves in no other order',
      instances: [
        ...old(1),
        ...fresh(2, { readySince: NOW - 100 }),
        ...fresh(1, { zone: 'c', readySince: NOW + 5, cameUp: true }).map((each) => ({ ...each, id: 'i-told' })),
      ],
      desired: 4,
      policy: restore,
      leave: ['i-new0'],
    },
    {
      name: 'those that start slowly leave first also where they are outdated, since the source was put back',
      instances: [
        ...fresh(2, { launchedAt: NOW - 3600, readySince: NOW - 3600 }),
        ...old(1, { launchedAt: NOW - 55, readySince: NOW - 10 }).map((each) => ({ ...each, id: 'i-slow' })),
        ...old(1, { launchedAt: NOW - 50, readySince: NOW - 100 }).map((each) => ({ ...each, id: 'i-full' })),
      ],
      desired: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-slow'],
    },
    {
      name: 'of those that served at the first look the last launched leave first, since nothing tells which start slowly',
      instances: [
        ...old(3, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 700 }),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 80, zone: 'd' }).map((each) => ({
          ...each,
          id: 'i-slow',
        })),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 700 }).map((each) => ({
          ...each,
          id: 'i-full',
        })),
      ],
      desired: 5,
      original: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-slow'],
    },
    {
      name: 'of those that served at the first look and were launched long ago the zone decides',
      instances: [
        ...old(3, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 1200 }),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 961, zone: 'd' }).map((each) => ({
          ...each,
          id: 'i-last',
        })),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 1100 }).map((each) => ({
          ...each,
          id: 'i-fullest',
        })),
      ],
      desired: 5,
      original: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-fullest'],
    },
    {
      name: 'of those that were launched within a slow start of each other the zone decides',
      instances: [
        ...old(3, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 700 }),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 80 }).map((each) => ({
          ...each,
          id: 'i-fullest',
        })),
        ...old(1, { firstSeenAt: NOW - 1, readySince: NOW - 1, launchedAt: NOW - 70, zone: 'd' }).map((each) => ({
          ...each,
          id: 'i-last',
        })),
      ],
      desired: 5,
      original: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-fullest'],
    },
    {
      name: 'one that was seen to come up starts slowly, however long ago it was launched',
      instances: [
        ...old(4),
        ...old(1, { cameUp: true, readySince: NOW - 20, launchedAt: NOW - 700, zone: 'd' }).map((each) => ({
          ...each,
          id: 'i-slow',
        })),
        ...old(1, { firstSeenAt: NOW - 30, readySince: NOW - 30, launchedAt: NOW - 90 }).map((each) => ({
          ...each,
          id: 'i-last',
        })),
      ],
      desired: 6,
      original: 4,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-last', 'i-slow'],
    },
    {
      name: 'none with its full share leaves for one that stays and was seen to start slowly a moment ago',
      instances: [
        ...old(2),
        ...old(1, { cameUp: true, readySince: NOW - 20 }).map((each) => ({ ...each, id: 'i-slow' })),
        ...fresh(2, { launchedAt: NOW - 50, readySince: NOW - 100 }),
      ],
      desired: 5,
      original: 3,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-new0'],
    },
    {
      name: 'without a slow start the zone decides also about one of which AWS has answered after the moment of the look',
      instances: [
        ...old(1),
        ...fresh(2, { readySince: NOW - 100 }),
        ...fresh(1, { zone: 'c', readySince: NOW + 0.1 }).map((each) => ({ ...each, id: 'i-answered-late' })),
      ],
      desired: 4,
      policy: restore,
      leave: ['i-new0'],
    },
    {
      name: 'one that starts slowly stays where too few others serve, and one of which nothing is known leaves',
      instances: [
        ...old(1),
        ...fresh(1, { cameUp: true, readySince: NOW - 10 }).map((each) => ({ ...each, id: 'i-slow' })),
        ...fresh(1, { balancers: [{ balancer: 'tg', state: 'unknown', reason: '' }] }).map((each) => ({
          ...each,
          id: 'i-unseen',
        })),
      ],
      desired: 3,
      original: 2,
      policy: restore,
      change: { slowStartSeconds: 60 },
      leave: ['i-unseen'],
    },
    {
      name: 'without a slow start the zone decides',
      instances: [
        ...old(1),
        ...fresh(2, { readySince: NOW - 100 }),
        ...fresh(1, { zone: 'c' }).map((each) => ({ ...each, id: 'i-slow' })),
      ],
      desired: 4,
      policy: restore,
      leave: ['i-new0'],
    },
    {
      name: 'those in a zone that the group does not use any more leave before all others of their kind',
      instances: [...old(3), ...fresh(2)],
      desired: 5,
      original: 4,
      policy: restore,
      change: { zones: ['a', 'c'] },
      leave: ['i-new1'],
    },
    {
      name: 'at most a hundred leave in one call, which is AWS’s limit',
      instances: [...old(3), ...booting(150)],
      desired: 153,
      policy: restore,
      leave: booting(100).map(({ id }) => id),
    },
    {
      name: 'only whole instances leave: one that weighs more is passed over',
      instances: [
        ...old(3),
        ...booting(1, { weight: 4 }),
        ...booting(2).map((each) => ({ ...each, id: `${each.id}b` })),
      ],
      desired: 5,
      policy: restore,
      leave: ['i-boot0b', 'i-boot1b'],
    },
    {
      name: 'none leaves where none fits, and none is waited for',
      instances: [...old(3, { weight: 4 }), ...booting(1, { weight: 4 })],
      desired: 13,
      original: 12,
      policy: restore,
      leave: [],
    },
  ]
  test.each(rows)('$name', check)
})

describe('of capacity above the original one a serving instance leaves', () => {
  // One of the old ones is sick and stays, since it is protected: three others serve, where three are wanted.
  const oneSick = [anInstance('i-sick', { ...guarded, ...sick }), ...fresh(3)]
  const ignore: Partial<Policy> = { protectedInstances: 'ignore' }
  const rows: Row[] = [
    {
      name: 'not while a group is put back and no more serve than there were to be',
      instances: oneSick,
      desired: 4,
      policy: { ...restore, ...ignore, maxUnavailable: 1 },
      leave: [],
      needed: 'i-new0',
    },
    {
      name: 'not while a roll may miss none of those that serve',
      instances: oneSick,
      desired: 4,
      policy: ignore,
      leave: [],
      needed: 'i-new0',
    },
    {
      name: 'in a roll that may miss one: it is measured by the floor',
      instances: oneSick,
      desired: 4,
      policy: { ...ignore, maxUnavailable: 1 },
      leave: ['i-new0'],
    },
    {
      name: 'only as far as others serve: of two that are too many the second is needed',
      instances: [anInstance('i-sick', { ...guarded, ...sick }), ...fresh(4)],
      desired: 5,
      policy: ignore,
      leave: ['i-new0'],
    },
    {
      name: 'not while it is the only one that serves',
      instances: [...old(3, { ...guarded, ...sick }), ...fresh(1)],
      desired: 4,
      policy: { ...restore, ...ignore },
      leave: [],
      needed: 'i-new0',
    },
  ]
  test.each(rows)('$name', check)
})
