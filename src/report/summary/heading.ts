/** What became of the groups or of the bastion of a run, in a few words. */
export interface Verdict {
  /** None where nothing was done. */
  readonly mark: '✅' | '🌑' | '📋' | '⚠️' | '❌' | undefined
  /** Follows "Fleet Patch: ", or is what a dry run "would" do. */
  readonly text: string
}

/** The worst first. */
const BY_WEIGHT: readonly Verdict['mark'][] = ['❌', '⚠️', '📋', '🌑', '✅']

/** The first line of the summary: all verdicts of the run, under the mark of the worst. */
export function headingOf(...verdicts: readonly Verdict[]): string {
  const mark = BY_WEIGHT.find((each) => verdicts.some((verdict) => verdict.mark === each))
  const text = verdicts.map((verdict) => verdict.text).join('; ')
  return `## ${mark === undefined ? '' : `${mark} `}Fleet Patch${text.startsWith('would ') ? '' : ':'} ${text}`
}
