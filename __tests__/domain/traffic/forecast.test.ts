import { afterTrafficChange } from '../../../src/domain/traffic/forecast.ts'
import { aRoute, twoSides } from './a-shift.ts'

test('a group that was attached to a classic load balancer is not healthy there before it was checked', () => {
  const seen = twoSides([aRoute({ blue: 1, green: undefined }, { id: 'web' })], {
    vouching: { blue: ['web'], green: [] },
  })
  const after = afterTrafficChange(seen, { kind: 'set-shares', route: 'web', weights: { blue: 1, green: 1 } })
  expect(after.vouching).toEqual({ blue: ['web'], green: ['web'] })
})

test('target groups and records ask for no more than before', () => {
  const change = { kind: 'set-shares', route: 'rule', weights: { blue: 90, green: 10 } } as const
  const byRule = twoSides([aRoute({ blue: 100, green: undefined })])
  expect(afterTrafficChange(byRule, change).vouching).toEqual(byRule.vouching)
  const byRecord = twoSides([aRoute({ blue: 200, green: 0 })], { vouching: { blue: [], green: [] } })
  expect(afterTrafficChange(byRecord, change).vouching).toEqual({ blue: [], green: [] })
})
