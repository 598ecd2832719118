import { type Pair, runTogether } from '../../../testing/fuzz/two-runs.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

// Two runs start at about the same moment on one group: exactly one rolls it, the other ends red and names the run that
// holds the lease, and the invariants hold. AWS offers no lock: each run writes its memo, reads again, and continues only
// if the memo is still its own.

beforeAll(takeShortcut)

interface Row {
  readonly name: string
  readonly pair: Omit<Pair, 'offsetSeconds'>
  /** How much later the second run starts, in tenths of a second: from, up to, step. */
  readonly tenths: readonly [number, number, number]
}

const rows: readonly Row[] = [
  {
    name: 'calls of both interleave one by one',
    pair: { latencySeconds: [0.1, 0.1], surges: [1, 1] },
    tenths: [0, 40, 1],
  },
  { name: 'calls take no time', pair: { latencySeconds: [0, 0], surges: [1, 1] }, tenths: [0, 30, 2] },
  { name: 'the second is slower', pair: { latencySeconds: [0.1, 0.35], surges: [1, 3] }, tenths: [0, 30, 1] },
  { name: 'the first is slower', pair: { latencySeconds: [0.35, 0.1], surges: [3, 1] }, tenths: [0, 40, 1] },
  {
    name: 'both keep scaling policies alive',
    pair: { latencySeconds: [0.1, 0.1], surges: [2, 1], scaling: ['follow', 'follow'] },
    tenths: [0, 40, 1],
  },
  {
    name: 'the first keeps scaling policies alive, and the memo of the second takes long to be written',
    pair: { latencySeconds: [0.1, 2], surges: [1, 1], scaling: ['follow', 'suspend'] },
    tenths: [0, 30, 1],
  },
  {
    name: 'the second keeps scaling policies alive, and the memo of the first takes long to be written',
    pair: { latencySeconds: [2, 0.1], surges: [1, 3], scaling: ['suspend', 'follow'] },
    tenths: [80, 120, 1],
  },
  {
    name: 'both keep scaling policies alive, and the memo of the first takes long to be written',
    pair: { latencySeconds: [2, 0.1], surges: [1, 3], scaling: ['follow', 'follow'] },
    tenths: [80, 120, 1],
  },
  {
    name: 'the memo of the first takes long to be written',
    pair: { latencySeconds: [2, 0.1], surges: [1, 3] },
    tenths: [85, 115, 1],
  },
  {
    name: 'the memo of the second takes long to be written',
    pair: { latencySeconds: [0.1, 2], surges: [3, 1] },
    tenths: [0, 30, 2],
  },
  {
    name: 'the second starts in the middle of the roll',
    pair: { latencySeconds: [0.1, 0.1], surges: [1, 1] },
    tenths: [40, 900, 40],
  },
]

test.each(rows)(
  'one of two runs wins and the other names it: $name',
  async ({ pair, tenths: [from, to, step] }) => {
    const broken: string[] = []
    for (let tenth = from; tenth <= to; tenth += step)
      for (const problem of await runTogether({ ...pair, offsetSeconds: tenth / 10 }))
        broken.push(`${tenth / 10} s apart: ${problem}`)
    expect(broken).toEqual([])
  },
  60_000,
)
