import { createHash } from 'node:crypto'
import { BEYOND_SEEDS } from './beyond-seeds.ts'
import type { Mutant } from './mutant.ts'
import { roomOf } from './suites.ts'

const beyond = new Set(Object.values(BEYOND_SEEDS).flat())

/** Whether the fuzzer could notice a mutant: its seeds reach the room, and more than words, estimates or pace changes. */
export const isForSeeds = ({ name, file }: Mutant): boolean => roomOf(file).seeds.length > 0 && !beyond.has(name)

/**
 * So many of the mutants, by chance and yet always the same ones: those whose names have the smallest hashes, the smallest
 * first, so that what has been run when the command is interrupted is a sample as well. A new mutant takes the place of one
 * other at most.
 */
export function sampleOf(mutants: readonly Mutant[], count: number): readonly Mutant[] {
  const hashes = new Map(mutants.map((mutant) => [mutant, hashOf(mutant)]))
  return mutants
    .toSorted((one, other) => ((hashes.get(one) ?? '') < (hashes.get(other) ?? '') ? -1 : 1))
    .slice(0, count)
}

/** How many mutants no world is chosen for, so that they show what the chosen worlds notice of rules that were not asked for. */
const HELD_OUT = 40

/** The last ones in the order of a sample. */
export const heldOut = (mutants: readonly Mutant[]): readonly Mutant[] =>
  sampleOf(mutants, mutants.length).slice(-HELD_OUT)

const hashOf = ({ name }: Mutant): string => createHash('sha256').update(name).digest('hex')
