import type { RequestHandler } from '../../src/aws/client/clients.ts'
import type { Clock } from '../../src/platform/clock.ts'

/** One answer on the wire; an Error is thrown as a broken connection is; `hang` answers only when it is aborted. */
export type Answer = { readonly status?: number; readonly body: string; readonly date?: Date } | Error | 'hang'

export interface Sent {
  readonly form: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly hostname: string
}

/** Answers requests in order with canned answers, and refuses any further request. */
export function canned(answers: readonly Answer[]): { readonly handler: RequestHandler; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const rest = [...answers]
  const handle = async (
    request: { body: string; headers: Record<string, string>; hostname: string },
    { abortSignal }: { abortSignal?: AbortSignal } = {},
  ): Promise<object> => {
    sent.push({ form: new URLSearchParams(request.body), headers: request.headers, hostname: request.hostname })
    const answer = rest.shift()
    if (answer === undefined) throw new Error('nothing is canned for this request')
    if (answer instanceof Error) throw answer
    if (answer === 'hang') return await hang(abortSignal)
    const date = answer.date && { date: answer.date.toUTCString() }
    const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1', ...date }
    return { response: { statusCode: answer.status ?? 200, headers, body: Buffer.from(answer.body) } }
  }
  return { handler: { handle } as unknown as RequestHandler, sent }
}

/** An error of the query protocol, as Auto Scaling, load balancing and STS send it. */
export function fault(code: string, { status = 400, message = code } = {}): Extract<Answer, { body: string }> {
  return {
    status,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
  }
}

/** An error as EC2 sends it. */
export function ec2Fault(code: string, { status = 400, message = code } = {}): Answer {
  return {
    status,
    body: `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>r-1</RequestID></Response>`,
  }
}

/** A success of the query protocol. */
export function success(operation: string, result = ''): Answer {
  return { body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>` }
}

export function broken(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code })
}

/** A clock that sleeps in no time and records its sleeps, in milliseconds. */
export function quickClock(start = 0): Clock & { readonly slept: number[]; time: number } {
  const clock = {
    slept: [] as number[],
    time: start,
    now: () => clock.time,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted()
      clock.slept.push(milliseconds)
      clock.time += milliseconds
    },
  }
  return clock
}

export const keys = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret-of-the-test' })

async function hang(signal: AbortSignal | undefined): Promise<never> {
  if (signal === undefined) throw new Error('this request would hang for ever: it has no deadline')
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
  throw Object.assign(new Error('Request aborted'), { name: 'AbortError' })
}
