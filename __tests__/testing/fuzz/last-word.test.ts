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

describe('a maximum of an operator that a run has overwritten', () => {
  /** An operator has set 100 at 100 s, and the run its own at 105 s, by a look of so many seconds. */
  function overwritten(observedAt: number): Fixture {
    const fixture = fixtureWith(60)
    const before = { ...fixture.recorder.snapshot(), max: 100 }
    fixture.maxima.push(100)
    fixture.disturbedAt.push(100)
    fixture.recorder.changes.push({
      at: 105,
      operation: 'UpdateAutoScalingGroup',
      input: { MaxSize: 40 },
      before,
      after: { ...before, max: 40 },
      callerSince: 0,
      observedAt,
      readyAsObserved: 0,
      tagsAsKnown: {},
      tagsAreDenied: false,
    })
    return fixture
  }

  test.each([
    { name: 'may be lost where the look came before', observedAt: 99, isLost: true },
    { name: 'is not where the look has shown it', observedAt: 101, isLost: false },
  ])('$name', ({ observedAt, isLost }) => {
    const fixture = overwritten(observedAt)
    const { begin } = fixture
    expect(expectedEnding(fixture).max).toBe(isLost ? begin.max : 100)
  })
})
