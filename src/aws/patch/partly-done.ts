import { explanationOf, UserError } from '../../errors.ts'

/** A step of several calls that was refused after AWS had carried out one: something has changed, though the step failed. */
export class PartlyDone extends UserError {
  constructor(cause: unknown) {
    super(explanationOf(cause))
    this.name = 'PartlyDone'
  }
}
