/** What a person reads when something went wrong, in the order in which they ask. */
export interface Explanation {
  /** What happened, and to which group or input. One sentence. */
  readonly what: string
  /** Why, in AWS's words where AWS gave any. */
  readonly why?: string
  /** What to do: the exact input, permission or command. */
  readonly remedy?: string
  readonly cause?: unknown
}

/** A failure that the user can act on; anything else that is thrown is a defect of ours and keeps its stack. */
export class UserError extends Error {
  readonly what: string
  readonly why: string | undefined
  readonly remedy: string | undefined

  constructor({ what, why, remedy, cause }: Explanation) {
    super([what, why, remedy].filter((part) => part !== undefined).join(' '), cause === undefined ? {} : { cause })
    this.name = 'UserError'
    this.what = what
    this.why = why
    this.remedy = remedy
  }
}

/**
 * Why a run that was cancelled goes on with nothing: no answer of AWS, and no defect of the action.
 * What is left then is for the post step.
 */
export class Cancelled extends Error {
  constructor() {
    super('The run was cancelled.')
    this.name = 'Cancelled'
  }
}

/** What to tell a person of anything that was thrown; the error itself stays its cause. */
export function explanationOf(error: unknown): Explanation {
  if (!(error instanceof UserError))
    return { what: error instanceof Error ? error.message : String(error), cause: error }
  const { what, why, remedy } = error
  return { what, ...(why !== undefined && { why }), ...(remedy !== undefined && { remedy }), cause: error }
}

/** Whether it tells of the world and not of a defect of ours. */
export const isFailure = (error: unknown): boolean =>
  error instanceof UserError || error instanceof Cancelled || isUncertain(error)

/** Whether AWS's answer was lost, so that another look may tell more; anything else that is thrown is final. */
export const isUncertain = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'UncertainOutcome'
