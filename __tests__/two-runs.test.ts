import { type Pair, together } from '../scripts/disasters/two-runs.ts'
import { takeShortcut } from '../src/simulator/shortcut.ts'

// Two runs start at about the same moment on one group: exactly one rolls it, the other ends red and names the run that
// has the group, and the invariants hold. AWS has no lock to offer: each writes its memo, looks again, and goes on only
// if the memo is still its own.

beforeAll(takeShortcut)

/** From both at once to the second starting when the first has long begun to replace. */
const offsets = (step: number): number[] => Array.from({ length: Math.ceil(12 / step) }, (_, index) => index * step)

const rows: { name: string; pair: Omit<Pair, 'offsetSeconds'>; step: number }[] = [
  { name: 'calls of both interleave one by one', pair: { latencySeconds: [0.1, 0.1], surges: [1, 1] }, step: 0.1 },
  { name: 'calls take no time', pair: { latencySeconds: [0, 0], surges: [1, 1] }, step: 0.1 },
  { name: 'the second is slower', pair: { latencySeconds: [0.1, 0.35], surges: [1, 3] }, step: 0.1 },
  { name: 'the first is slower', pair: { latencySeconds: [0.35, 0.1], surges: [3, 1] }, step: 0.1 },
  { name: 'the memo of the first is long on its way', pair: { latencySeconds: [2, 0.1], surges: [1, 3] }, step: 0.1 },
  { name: 'the memo of the second is long on its way', pair: { latencySeconds: [0.1, 2], surges: [3, 1] }, step: 0.2 },
]

test.each(rows)(
  'one of two runs wins and the other says who: $name',
  async ({ pair, step }) => {
    const broken: string[] = []
    for (const offset of offsets(step)) {
      const offsetSeconds = Math.round(offset * 100) / 100
      for (const problem of await together({ ...pair, offsetSeconds }))
        broken.push(`${offsetSeconds} s apart: ${problem}`)
    }
    expect(broken).toEqual([])
  },
  60_000,
)
