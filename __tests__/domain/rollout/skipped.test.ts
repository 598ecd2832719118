import { notServing, protectedSurplus } from '../../../src/domain/rollout/skipped.ts'
import { aFleet, aPolicy, booting, fresh, old } from './a-fleet.ts'

describe('what is in service and does not serve, in a group without anything old', () => {
  const impaired = { statusChecks: { state: 'impaired', reason: 'a check has failed' } } as const
  const untold = { statusChecks: { state: 'unknown', reason: 'EC2 does not tell of it' } } as const

  test('is told by the first, its reason, and the number of others', () => {
    expect(notServing(aFleet([...fresh(1), ...fresh(3, impaired)]), aPolicy())).toEqual([
      'i-new0 is in service and does not serve (and 2 more): EC2 calls it impaired: a check has failed.',
    ])
  })

  test.each([
    { name: 'where all serve', instances: fresh(2) },
    { name: 'of one that is on its way', instances: booting(1) },
    { name: 'of one of which that is not known', instances: fresh(1, untold) },
  ])('nothing is told $name', ({ instances }) => {
    expect(notServing(aFleet(instances), aPolicy())).toEqual([])
  })

  test('nothing is told by a run that only puts back', () => {
    expect(notServing(aFleet(fresh(1, impaired)), aPolicy({ intent: 'restore' }))).toEqual([])
  })
})

describe('what a group keeps beyond its desired capacity', () => {
  const guarded = { protectedFromScaleIn: true }

  test.each([
    {
      name: 'is told where more are protected than are desired',
      instances: [...old(4, guarded), ...fresh(2)],
      told: 1,
    },
    { name: 'is nothing where AWS may take the others away', instances: [...old(3, guarded), ...fresh(1)], told: 0 },
    {
      name: 'is nothing where the others leave already',
      instances: [...old(3, guarded), ...fresh(1, { ...guarded, lifecycle: 'Terminating' })],
      told: 0,
    },
  ])('$name', ({ instances, told }) => {
    const fleet = { ...aFleet(instances), sizes: { min: 0, max: 6, desired: 3 } }
    expect(protectedSurplus(fleet)).toHaveLength(told)
  })
})
