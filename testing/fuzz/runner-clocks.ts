/** The clocks of the runners in one seed: most are right, some are off by up to an hour, or are set while a run lasts. */
import { Random } from '../../simulator/random.ts'
import { addToTrace } from './trace.ts'
import type { Fixture } from './fixture.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its faults stay. */
const APART = 0xc10c

/** One seed of so many has wrong clocks; its calls go over the wire, which takes ten times as long. */
const ONE_OF = 40

const MOST_SECONDS = 3600

/** Gives the clock of the next run: each run has a runner of its own. Undefined: every clock of the seed is right. */
export function drawRunnerClocks(fixture: Fixture, seed: number): (() => () => number) | undefined {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'clocks', seed })) return undefined
  const drawn = (): number => Math.round(random.between(-MOST_SECONDS, MOST_SECONDS))
  return () => {
    const { timeline } = fixture.account
    let seconds = drawn()
    addToTrace(fixture, `the runner's clock is off by ${seconds} s`)
    if (random.next() < 0.3)
      timeline.after(random.between(10, 300), () => {
        seconds = random.pick([0, drawn()])
        addToTrace(fixture, `the runner's clock is set, and is off by ${seconds} s`)
      })
    return () => seconds
  }
}
