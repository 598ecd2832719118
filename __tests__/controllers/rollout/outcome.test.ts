import { finished } from '../../../src/controllers/rollout/outcome.ts'
import { aFleet, aPolicy, old } from '../../domain/rollout/a-fleet.ts'
import { aRun } from './a-run.ts'

test('a restore after which more are protected from scale-in than are desired says that they stay', () => {
  // Those that came out of a warm pool were launched before the roll: nothing tells that the roll has brought them.
  const last = { ...aFleet(old(4, { protectedFromScaleIn: true })), sizes: { min: 0, max: 4, desired: 3 } }
  const { status, left } = finished(aRun({ policy: aPolicy({ intent: 'restore' }), last, changed: true }))
  expect(status).toBe('restored')
  expect(left).toEqual([
    'Instances with a capacity of 4 are protected from scale-in where 3 is desired: AWS takes none of them away.',
  ])
})
