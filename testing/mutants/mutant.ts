/** One rule of the project, broken by hand: a text of a file, and what stands there in its place. */
export interface Mutant {
  /** What the project does wrong with it. */
  readonly name: string
  readonly file: string
  /** A text that occurs in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** Mutants of one file. */
export const inFile = (file: string, mutants: readonly Omit<Mutant, 'file'>[]): readonly Mutant[] =>
  mutants.map((mutant) => ({ ...mutant, file }))
