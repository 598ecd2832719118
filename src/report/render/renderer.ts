import type { GroupResult, RunKind, RunResult } from '../events.ts'
import type { Annotation } from '../results/annotations.ts'
import type { Outputs } from '../results/outputs.ts'
import type { RunRequest } from '../results/request.ts'
import type { Part } from '../summary/parts.ts'

/** How results of one kind are shown, in every place that shows one. */
export interface Renderer<Kind extends RunKind> {
  /** The outputs, in the order in which they are set. */
  readonly outputs: (request: RunRequest, result: RunResult<Kind>) => Outputs
  readonly summary: (request: RunRequest, result: RunResult<Kind>) => ResultSummary
  /** The annotation of a failed run; undefined where nothing failed. */
  readonly annotation: (result: RunResult<Kind>) => Annotation | undefined
  /** What a run that did not fail has come to, in a sentence or two: a phone shows no more than this. */
  readonly notice: (request: RunRequest, result: RunResult<Kind>) => string
  /** The last lines of the log. `finished` has the groups that ended, also where the run failed as a whole. */
  readonly logEnding: (result: RunResult<Kind>, finished: readonly GroupResult[]) => readonly string[]
  /** A table for programs: tabs between cells, and the names of the columns in the first line. */
  readonly tsv: (result: RunResult<Kind>) => string
}

/** What a job summary shows of a result, in Markdown. */
export interface ResultSummary {
  /** The first line, with the verdict. */
  readonly heading: string
  /** The first line where the run failed as a whole. */
  readonly failedHeading: string
  /** What was asked for, and where. */
  readonly line: string
  /** Above the warnings of the run. */
  readonly parts: readonly Part[]
  /** Below the warnings of the run. */
  readonly details: readonly Part[]
  /** Warnings of the run that the parts show already. */
  readonly shownWarnings: readonly string[]
}
