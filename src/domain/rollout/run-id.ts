/**
 * The name of a run, `<run id>/<attempt>/<nonce>`, as memos, tags and descriptions of versions hold it. The run id is
 * GitHub's; the nonce tells two jobs of one attempt apart. Pure.
 */

/** The parts of a run's name. */
export interface RunId {
  readonly workflowRun: string
  readonly attempt: string
  readonly nonce: string
}

/** The name of a run, from its parts. */
export const formatRunId = ({ workflowRun, attempt, nonce }: RunId): string => [workflowRun, attempt, nonce].join('/')

/** The parts of a run's name; those that a text of another form lacks are undefined. */
function partsOf(run: string): { readonly workflowRun: string; readonly attempt: string | undefined } {
  const [workflowRun = '', attempt] = run.split('/')
  return { workflowRun, attempt }
}

/** The workflow run, as GitHub numbers it; of a text of another form, all up to the first slash. */
export const workflowRunOf = (run: string): string => partsOf(run).workflowRun

/** `<run id>/<attempt>`: the same for all jobs of one attempt of a workflow run. */
export function workflowAttemptOf(run: string): string {
  const { workflowRun, attempt = '' } = partsOf(run)
  return `${workflowRun}/${attempt}`
}

/** Whether both are of the same workflow run, but of different attempts. */
export function isOtherAttempt(run: string, other: string): boolean {
  const [one, two] = [partsOf(run), partsOf(other)]
  return one.workflowRun === two.workflowRun && one.attempt !== two.attempt
}
