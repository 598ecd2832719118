import { notServing } from '../../../src/domain/rollout/skipped.ts'
import { aFleet, aPolicy, booting, fresh } from './a-fleet.ts'

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
