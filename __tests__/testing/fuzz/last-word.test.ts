import { expectedEnding } from '../../../testing/fuzz/assertions.ts'
import { setUpFixture, type Fixture } from '../../../testing/fuzz/fixture.ts'
import { drawFleet } from '../../../testing/fuzz/fleet-plan.ts'
import { withRareSettings } from '../../../testing/fuzz/rare-settings.ts'
import { withRareShapes } from '../../../testing/fuzz/rare-shapes.ts'
import { Random } from '../../../simulator/random.ts'

/** A group of a seed for which an action fell due at 100 s, and an operator asked for 30 so many seconds later. */
function fixtureWith(secondsLater: number, changedAt?: number): Fixture {
  const plan = withRareSettings(withRareShapes(drawFleet(new Random(1)), new Random(1)), 1)
  const fixture = setUpFixture(1, plan)
  const snapshot = fixture.recorder.snapshot()
  fixture.schedules.push({ at: 100, min: 0, max: 20, desired: 1 })
  fixture.operatorSizes.push({ at: 100, desired: 1 }, { at: 100 + secondsLater, desired: 30 })
  const change = { operation: 'UpdateAutoScalingGroup', input: {}, before: snapshot, after: snapshot, callerSince: 0 }
  const more = { observedAt: 0, readyAsObserved: 0, tagsAsKnown: {}, tagsAreDenied: false }
  if (changedAt !== undefined) fixture.recorder.changes.push({ at: changedAt, ...change, ...more })
  return fixture
}

const desiredOf = (fixture: Fixture): readonly number[] => [...new Set(expectedEnding(fixture).desired)]

test('nothing may come after what an operator has asked for since an action fell due that nothing carried out', () => {
  expect(desiredOf(fixtureWith(60))).toEqual([30])
})

test.each([
  { name: 'before it', secondsLater: -60, changedAt: undefined },
  { name: 'after it, while a run was at work', secondsLater: 60, changedAt: 105 },
])('where that was $name, each size may be the last', ({ secondsLater, changedAt }) => {
  expect(desiredOf(fixtureWith(secondsLater, changedAt))).toContain(1)
})
