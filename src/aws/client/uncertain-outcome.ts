/**
 * A call is without a usable answer after everything that may be tried. It is no refusal: the run that sent it looks at AWS
 * again and decides anew.
 */
export class UncertainOutcome extends Error {
  /** The IAM action. */
  readonly action: string

  constructor(action: string, { message, cause }: { readonly message: string; readonly cause: unknown }) {
    super(message, { cause })
    this.name = 'UncertainOutcome'
    this.action = action
  }
}
