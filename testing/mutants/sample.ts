import { createHash } from 'node:crypto'
import { BEYOND_SEEDS } from './beyond-seeds.ts'
import type { Mutant } from './mutant.ts'
import { roomOf } from './suites.ts'

const beyond = new Set(Object.values(BEYOND_SEEDS).flat())

/** Whether the fuzzer could notice a mutant: its seeds reach the room, and more than words, estimates or pace changes. */
export const isForSeeds = ({ name, file }: Mutant): boolean => roomOf(file).seeds !== 'none' && !beyond.has(name)

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

const hashOf = ({ name }: Mutant): string => createHash('sha256').update(name).digest('hex')
