import { UserError } from '../../errors.ts'

/** Several refusals of calls that were made at once; each is told. */
export class SeveralRefusals extends UserError {
  readonly refusals: readonly UserError[]

  constructor(refusals: readonly UserError[]) {
    const [first] = refusals
    const others = refusals.slice(1).map(({ message }) => message)
    super({
      what: first?.what ?? '',
      why: [first?.why, first?.remedy, ...others].filter((part) => part !== undefined).join(' '),
      cause: first?.cause,
    })
    this.refusals = refusals
  }
}

/**
 * The answers to calls that are made at once. Where AWS refuses several, all are told in one error, so that a role that
 * lacks several permissions is mended in one go. What is no refusal of AWS comes first.
 */
export async function allAnswers<Values extends readonly unknown[]>(asked: {
  readonly [Index in keyof Values]: Promise<Values[Index]>
}): Promise<Values> {
  const settled = await Promise.allSettled(asked)
  const errors = settled.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []))
  if (errors.length === 0)
    return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as Values
  const refusals = errors.filter((error) => error instanceof UserError)
  if (refusals.length < errors.length) throw errors.find((error) => !(error instanceof UserError))
  throw refusals.length === 1 ? refusals[0] : new SeveralRefusals(refusals)
}
