import { bakesAhead } from '../../../src/domain/rollout/bakes-ahead.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { aMemo, aPolicy, NOW } from './a-fleet.ts'

const GATES = {
  checkpoints: [1, 5],
  bakeSeconds: 300,
  bakeAtEndSeconds: 60,
  promote: 'auto',
  onFailure: 'rollback',
} as const

test.each<{
  name: string
  gates?: Policy['gates']
  passed?: number
  baking?: RunState['baking']
  left: number | undefined
}>([
  { name: 'no gates', left: 0 },
  { name: 'two checkpoints ahead', gates: GATES, left: 660 },
  { name: 'one passed', gates: GATES, passed: 1, left: 360 },
  { name: 'both passed', gates: GATES, passed: 2, left: 60 },
  { name: 'a bake of which a part is over', gates: GATES, baking: { gate: 0, since: NOW - 100 }, left: 560 },
  {
    name: 'a bake that lasts longer than it must',
    gates: GATES,
    passed: 2,
    baking: { gate: 2, since: NOW - 100 },
    left: 0,
  },
  {
    name: 'a bake in the dark, which is none of a gate',
    gates: GATES,
    baking: { gate: 'dark', since: NOW - 100 },
    left: 660,
  },
  { name: 'a checkpoint by hand ahead', gates: { ...GATES, promote: 'by-hand' }, passed: 1, left: undefined },
  { name: 'all checkpoints by hand passed', gates: { ...GATES, promote: 'by-hand' }, passed: 2, left: 60 },
])('$name: $left seconds of bakes are ahead', ({ gates, passed, baking, left }) => {
  const fleet = { at: NOW, memo: aMemo(10, { ...(passed !== undefined && { progress: { gatesPassed: passed } }) }) }
  expect(
    bakesAhead({ fleet, policy: aPolicy({ gates }), state: { ...INITIAL_STATE, ...(baking && { baking }) } }),
  ).toBe(left)
})
