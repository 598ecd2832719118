/** What a run finds out about its groups before its first change, and the one text in which all refusals are told. Pure. */

/** One thing that was found of a group, or of the run as a whole. */
export interface PreflightFinding {
  /** Undefined where it holds for every group, as a permission that is missing. */
  readonly group: string | undefined
  /**
   * `refusal`: nothing may be changed. `warning`: a person should act on it. `note`: a sentence on one group for log, summary
   * and outputs. `notice` and `info` are for the log.
   */
  readonly weight: 'refusal' | 'warning' | 'note' | 'notice' | 'info'
  /** A clause without its full stop. */
  readonly what: string
  /** What to do about a refusal; a sentence. */
  readonly remedy?: string
}

/** A reason why nothing may be changed. */
export const refusalOf = (group: string | undefined, what: string, remedy?: string): PreflightFinding => ({
  group,
  weight: 'refusal',
  what,
  ...(remedy !== undefined && { remedy }),
})

/** What a reader should know of the roll of a group; a sentence. */
export const noteOf = (group: string, what: string): PreflightFinding & { readonly weight: 'note' } => ({
  group,
  weight: 'note',
  what,
})

/** `web: it is being deleted`; a finding of every group stands alone. */
export const findingInWords = ({ group, what }: Pick<PreflightFinding, 'group' | 'what'>): string =>
  group === undefined ? what : `${group}: ${what}`

/** The parts of one error. */
export interface RefusalText {
  readonly what: string
  readonly why?: string
  readonly remedy: string
}

/** All refusals in one error: a line for each where there are several, and each remedy once; undefined where there is none. */
export function refusalText(findings: readonly PreflightFinding[]): RefusalText | undefined {
  const refusals = findings.filter(({ weight }) => weight === 'refusal')
  if (refusals.length === 0) return undefined
  const lines = [...new Set(refusals.map(findingInWords))]
  const remedies = [...new Set(refusals.flatMap(({ remedy }) => remedy ?? []))]
  const remedy = ['Nothing was changed.', ...remedies].join(' ')
  const [only = '', ...others] = lines
  if (others.length === 0) return { what: `This run cannot begin: ${only}.`, remedy }
  return {
    what: `This run cannot begin, for ${lines.length} reasons.`,
    why: `\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
    remedy,
  }
}
