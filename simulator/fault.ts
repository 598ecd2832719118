/** An answer of AWS that is not a success: the wire code, the text, the HTTP status. */
export class ServiceFault extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.name = 'ServiceFault'
    this.code = code
    this.status = status
  }
}

/** What every Auto Scaling and ELB refusal without a code of its own is: `ValidationError`, HTTP 400. */
export const validationError = (message: string): ServiceFault => new ServiceFault('ValidationError', message)
