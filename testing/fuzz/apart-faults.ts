/** Faults that are drawn from a chance of their own, so that a new one here leaves what befalls all seeds as it was. */
import { Random } from '../../simulator/random.ts'
import type { Fault } from './fault.ts'
import type { Fixture } from './fixture.ts'
import { CROSSING_FAULTS } from './crossing-faults.ts'
import { READ_FAULTS } from './read-faults.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

const APART = 0x1c0ffee

/** How many seeds draw one of these. */
const SHARE = 0.2

const ALL: readonly Fault[] = [...READ_FAULTS, ...CROSSING_FAULTS]

/** Schedules what a seed draws apart, at most one fault, and gives it. */
export function scheduleApart(fixture: Fixture, seed: number): readonly Fault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: SHARE, source: 'apart', seed })) return []
  const total = ALL.reduce((sum, { share }) => sum + share, 0)
  let point = random.next() * total
  const drawn = ALL.find(({ share }) => (point -= share) < 0)
  if (drawn === undefined) return []
  fixture.account.timeline.after(random.between(0, 120), () => {
    if (CROSSING_FAULTS.includes(drawn)) fixture.disturbedAt.push(fixture.account.timeline.now)
    addToTrace(fixture, drawn.apply(fixture, random))
  })
  return [drawn]
}
