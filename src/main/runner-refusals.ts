/** What becomes of a step where the runner does not take what it is given: its files are gone, or its disk is full. */
import { UserError } from '../errors.ts'
import type { Runner } from '../platform/runner.ts'
import { annotationOf } from '../report/results/annotations.ts'
import type { Report } from '../report/events.ts'

/** Saves something that the work does not depend on. */
export type Saving = (save: () => void) => void

/** Warns at the first time, and lets the work go on: AWS's tags hold the same, and a result must not be lost with it. */
export function warnOnce(report: Report): Saving {
  let isTold = false
  return (save) => {
    try {
      save()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (!isTold) report({ kind: 'warning', message: error.message })
      isTold = true
    }
  }
}

/** Whether this could be saved; where not, the step ends red with one annotation. */
export function saveOrFail(runner: Pick<Runner, 'setFailed'>, save: () => void): boolean {
  try {
    save()
    return true
  } catch (error) {
    const { message, title } = annotationOf(error)
    runner.setFailed(message, title)
    return false
  }
}
