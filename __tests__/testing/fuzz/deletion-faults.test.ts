import { FIRST_MISSING } from '../../../testing/fuzz/focus.ts'
import { runSeed } from '../../../testing/fuzz/run-seed.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const seeds = Array.from({ length: 60 }, (_, index) => FIRST_MISSING + index)

const linesOf = async (seed: number): Promise<readonly string[]> => {
  const { problems, trace } = await runSeed(seed)
  expect(problems).toEqual([])
  return trace()
}

/** The trace of the first of these seeds in which that happens. */
async function firstWith(words: RegExp): Promise<readonly string[]> {
  for (const seed of seeds) {
    const lines = await linesOf(seed)
    if (lines.some((line) => words.test(line))) return lines
  }
  throw new Error(`no seed has ${words}`)
}

test.each([
  { name: 'a target group', words: /an operator deletes the target group/ },
  { name: 'a launch template', words: /an operator deletes the launch template/ },
  { name: 'a version', words: /an operator deletes version \d of the launch template/ },
])(
  'where an operator deletes $name a restore does without it, and a roll follows once it is made anew',
  async ({ words }) => {
    const lines = await firstWith(words)
    const at = [
      words,
      /a restore without what was deleted ended green/,
      /an operator makes .* anew/,
      /a last roll ended green/,
    ].map((each) => lines.findIndex((line) => each.test(line)))
    expect(at).toEqual(at.toSorted((one, other) => one - other))
    expect(at).not.toContain(-1)
  },
  120_000,
)

test.each([
  { name: 'denied', words: /answers to \S+ are denied/ },
  { name: 'answered without content', words: /answers to \S+ are without content/ },
])(
  'reads that a run makes now and then are $name',
  async ({ words }) => {
    expect(await firstWith(words)).not.toEqual([])
  },
  120_000,
)

test('in mid-roll ReplaceUnhealthy is suspended as well', async () => {
  const lines = await linesOf(428)
  expect(lines.join('\n')).toMatch(/(an operator|AWS) suspends ReplaceUnhealthy/)
}, 60_000)
