/** One of several inputs that are answered together. */
export interface GatheredRequest<Input, Output> {
  readonly input: Input
  readonly resolve: (output: Output) => void
  readonly reject: (error: unknown) => void
}

/**
 * A function whose inputs are gathered while an earlier answer is on its way, or waits until it may leave: the next answer is for
 * all of them, or for the first `most`. `answer` settles each request, and does not throw.
 */
export function gathered<Input, Output>(
  answer: (requests: readonly GatheredRequest<Input, Output>[]) => Promise<void>,
  most = Infinity,
): (input: Input) => Promise<Output> {
  const waiting: GatheredRequest<Input, Output>[] = []
  let isAnswering = false
  const serve = async (): Promise<void> => {
    isAnswering = true
    // What is asked for at the same moment is answered together.
    await Promise.resolve()
    while (waiting.length > 0) await answer(waiting.splice(0, most))
    isAnswering = false
  }
  return async (input) => {
    const { promise, resolve, reject } = Promise.withResolvers<Output>()
    waiting.push({ input, resolve, reject })
    if (!isAnswering) void serve()
    return await promise
  }
}
