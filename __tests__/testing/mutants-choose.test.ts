import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenWorlds, Progress, triedMutants, type World } from '../../testing/mutants/choose.ts'
import { MUTANTS } from '../../testing/mutants/mutants.ts'
import { heldOut, isForSeeds } from '../../testing/mutants/sample.ts'

const seeded = MUTANTS.filter(isForSeeds)
const few = seeded.slice(0, 5)

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'choose-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const world = (seed: number, decided: readonly number[], problem?: string): World =>
  ({ kind: 'world', only: 'groups', seed, problem, hash: '', decided, seconds: 1 }) // prettier-ignore

test('first come the worlds in which most is noticed, then those in which most else is decided; none that does not hold', () => {
  const progress = new Progress(folder, few)
  for (const one of [world(1, [0]), world(2, [0, 1, 2]), world(3, [0]), world(4, [3]), world(5, [4], 'the roll ended red'), world(6, [])])
    progress.add(one)
  for (const [number, seed] of [[0, 3], [1, 3], [2, 1]] as const)
    progress.add({ kind: 'trial', number, only: 'groups', seed, problem: 'it is broken', differs: true })
  progress.add({ kind: 'trial', number: 3, only: 'groups', seed: 4, differs: true })
  expect(chosenWorlds(progress, 'groups')).toEqual([3, 1, 2, 4, 6])
}) // prettier-ignore

test('what was played before an interruption is known afterwards', () => {
  const before = new Progress(folder, few)
  before.add(world(1, [0]))
  before.add({ kind: 'trial', number: 0, only: 'groups', seed: 1, problem: 'it is broken', differs: true })
  const after = new Progress(folder, few)
  expect([after.worlds, after.trials]).toEqual([before.worlds, before.trials])
})

test('progress with other mutants is not taken for this', () => {
  expect(new Progress(folder, few).worlds).toEqual([])
  expect(() => new Progress(folder, seeded.slice(1, 6))).toThrow('The mutants are others than when')
})

test('some mutants are held out, so that they show what the chosen worlds notice of others', () => {
  const out = heldOut(seeded)
  expect(out).toHaveLength(40)
  expect(triedMutants(seeded)).toHaveLength(seeded.length - 40)
  expect(triedMutants(seeded).filter((mutant) => out.includes(mutant))).toEqual([])
})
