import { checkpointCost } from '../../../src/domain/rollout/checkpoint-cost.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { aFleet, aMemo, aPolicy, old } from './a-fleet.ts'

const gates = (...checkpoints: number[]): Partial<Policy> => ({
  gates: { checkpoints, bakeSeconds: 0, bakeAtEndSeconds: 0, promote: 'auto', onFailure: 'rollback' },
})

interface Row {
  readonly name: string
  readonly fleet?: Fleet
  readonly policy: Partial<Policy>
  readonly says: string | undefined
}

test.each<Row>([
  { name: 'one old instance without a surge', policy: { ...gates(1, 5), surge: 0 }, says: '1 old instance leaves before the roll holds at checkpoint 1, which needs a new capacity of 1: `surge` makes room for 0.' }, // prettier-ignore
  { name: 'as many as the surge has no room for', policy: { ...gates(5), surge: 1 }, says: '4 old instances leave before the roll holds at checkpoint 1, which needs a new capacity of 5: `surge` makes room for 1.' }, // prettier-ignore
  { name: 'no more than there are', fleet: aFleet(old(3)), policy: { ...gates(5), surge: 1 }, says: '2 old instances leave' }, // prettier-ignore
  { name: 'units of a group with weights', fleet: aFleet(old(4, { weight: 2 }), { weighted: true, sizes: { min: 0, max: 20, desired: 8 } }), policy: { ...gates(4), surge: 2 }, says: '2 of old capacity leave' }, // prettier-ignore
  { name: 'nothing where the surge has room for it', policy: { ...gates(1), surge: 1 }, says: undefined },
  { name: 'nothing where all new ones come first', policy: { ...gates(5), surge: 1, waitForAll: true }, says: undefined }, // prettier-ignore
  { name: 'nothing without a checkpoint', policy: { surge: 0 }, says: undefined },
  { name: 'nothing that is known of a roll that goes on', fleet: aFleet(old(10), { memo: aMemo(10) }), policy: { ...gates(1), surge: 0 }, says: undefined }, // prettier-ignore
])('a first checkpoint costs $name', ({ fleet = aFleet(old(10)), policy, says }) => {
  expect(checkpointCost(fleet, aPolicy(policy)) ?? '').toMatch(says ?? /^$/)
})
