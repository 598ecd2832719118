import { idempotencyMismatch } from './faults.ts'

/**
 * Remembers answers by client token: the same token with the same arguments gives the first answer again, with others
 * `IdempotentParameterMismatch`. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export class Idempotency<Result> {
  readonly #answers = new Map<string, { readonly request: string; readonly result: Result }>()

  once(input: { readonly ClientToken?: string | undefined }, act: () => Result): Result {
    const token = input.ClientToken
    if (token === undefined || token === '') return act()
    const request = JSON.stringify(input)
    const before = this.#answers.get(token)
    if (before !== undefined) {
      if (before.request !== request) throw idempotencyMismatch()
      return before.result
    }
    const result = act()
    this.#answers.set(token, { request, result })
    return result
  }
}
