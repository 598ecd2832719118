import type { Mutant } from './mutant.ts'

/** The text of a mutant's file with its rule broken. Throws where the text to be replaced does not occur exactly once. */
export function mutated(source: string, { name, file, find, replace }: Mutant): string {
  const occurrences = source.split(find).length - 1
  if (occurrences !== 1) throw new Error(`"${name}": its text occurs ${occurrences} times in ${file}, not once`)
  return source.replace(find, () => replace)
}
