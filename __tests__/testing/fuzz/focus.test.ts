import { Random } from '../../../simulator/random.ts'
import { BASTION_FAULTS } from '../../../testing/fuzz/bastion/bastion-faults.ts'
import { bastionFocusOf, onlyFaultOf } from '../../../testing/fuzz/bastion/bastion-focus.ts'
import { runSeed } from '../../../testing/fuzz/run-seed.ts'
import { worldOf } from '../../../testing/fuzz/chosen-worlds.ts'
import {
  FIRST_CROWDED,
  FIRST_FOCUSED,
  FIRST_LOST,
  FIRST_MISSING,
  focusOf,
  isDrawn,
} from '../../../testing/fuzz/focus.ts'

const focused = Array.from({ length: 600 }, (_, index) => FIRST_FOCUSED + index)

test('every second focused seed is about something in turns, each thing about equally often', () => {
  const foci = focused.filter((_, index) => index % 2 === 0).map(focusOf)
  const counts = [...Map.groupBy(foci, (focus) => focus).values()].map(({ length }) => length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  expect(focusOf(FIRST_FOCUSED - 1)).toBeUndefined()
})

test('the others are about two things at once, each only once', () => {
  const foci = focused.filter((_, index) => index % 2 === 1).map((seed) => focusOf(seed) ?? [])
  expect(foci.some((focus) => focus.includes('maintenance') && focus.includes('a crash'))).toBe(true)
  expect(foci.every((focus) => new Set(focus).size === focus.length)).toBe(true)
})

test('the last ones are about a run that is lost, and what crosses its recovery', () => {
  const foci = focused.map((seed) => focusOf(seed - FIRST_FOCUSED + FIRST_CROWDED) ?? [])
  expect(foci.every((focus) => focus.includes('a crash') || focus.includes('a cancellation'))).toBe(true)
  expect(foci.some((focus) => focus.includes('operators') && focus.includes('schedules'))).toBe(true)
})

test('from another one on they are about sizes that others set while a run is lost, half of them about nothing else', () => {
  const foci = focused.map((seed) => focusOf(seed - FIRST_FOCUSED + FIRST_LOST) ?? [])
  expect(foci.every((focus) => focus.includes('a crash') && focus.includes('sizes of a lost run'))).toBe(true)
  const alone = foci.filter(({ length }) => length === 2).length
  expect(alone).toBeGreaterThan(240)
  expect(alone).toBeLessThan(360)
})

test('the last ones of all are about what is deleted or not read, and what befalls the roll beside that', () => {
  const foci = focused.map((seed) => focusOf(seed - FIRST_FOCUSED + FIRST_MISSING) ?? [])
  expect(foci.every((focus) => focus.includes('deletions') || focus.includes('rare reads'))).toBe(true)
  expect(foci.some((focus) => focus.includes('deletions') && focus.includes('a crash'))).toBe(true)
  // No seed before them draws such a thing but by chance: they stay as they were.
  const earlier = [FIRST_FOCUSED, FIRST_CROWDED, FIRST_LOST].flatMap((first) => focused.map((seed) => focusOf(seed - FIRST_FOCUSED + first) ?? [])) // prettier-ignore
  expect(earlier.some((focus) => focus.includes('deletions') || focus.includes('rare reads'))).toBe(false)
})

test('sizes that others set while a run is lost are those of the group when the next one looks', async () => {
  const { problems, trace } = await runSeed(FIRST_LOST + 1)
  expect(problems).toEqual([])
  const lines = trace()
  const [died, set, next] = ['--- a roll died', 'an operator sets', '--- the next attempt'].map((text) =>
    lines.findIndex((line) => line.includes(text)),
  )
  expect(died).toBeGreaterThan(0)
  expect(set).toBeGreaterThan(died ?? 0)
  expect(next).toBeGreaterThan(set ?? 0)
})

test('the focused seeds of bastions are about something', () => {
  const foci = focused.map(bastionFocusOf)
  expect(foci).not.toContain(undefined)
  expect(new Set(foci).size).toBe(10)
  expect(bastionFocusOf(FIRST_FOCUSED - 1)).toBeUndefined()
})

test('from a later number on one fault befalls each seed of a bastion, all of them in turns', () => {
  const crowded = Array.from({ length: 200 }, (_, index) => FIRST_CROWDED + index)
  expect(crowded.map(bastionFocusOf).every((focus) => focus === undefined)).toBe(true)
  expect(new Set(crowded.map(onlyFaultOf))).toEqual(new Set(BASTION_FAULTS))
  expect(onlyFaultOf(FIRST_FOCUSED)).toBeUndefined()
})

test('the first seeds play chosen worlds, each once, the others themselves', () => {
  for (const kind of ['groups', 'bastions', 'waves', 'loads'] as const) {
    const worlds = Array.from({ length: 300 }, (_, index) => worldOf(index + 1, kind))
    expect(new Set(worlds).size).toBe(300)
    expect(Math.min(...worlds)).toBeGreaterThanOrEqual(FIRST_FOCUSED)
    expect(worldOf(301, kind)).toBe(301)
  }
})

test('such a seed draws what it is about and nothing else, any other one by chance', () => {
  const [seed = 0] = focused.filter((each) => focusOf(each)?.includes('gates'))
  for (const chance of [0.01, 0.99]) {
    expect(isDrawn(new Random(1), { share: chance, source: 'gates', seed })).toBe(true)
    expect(isDrawn(new Random(1), { share: chance, source: 'tags', seed })).toBe(false)
    expect(isDrawn(new Random(1), { share: chance, source: 'tags', seed: 301 })).toBe(chance > 0.5)
  }
})
