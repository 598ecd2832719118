import type { Clock } from '../../platform/clock.ts'
import type { Command, SendOptions } from './connection.ts'
import { failureInWords } from './failure-words.ts'
import { GarbledAnswer, lackOf } from './garbled-answer.ts'
import { gracefulAbort } from './graceful-abort.ts'
import { iamAction, isReadOnly, isRepeatable, refusedInDryRun } from './operations.ts'
import { awsError } from './aws-errors.ts'
import { requestRate } from './request-rate.ts'
import { retryBudget } from './retry-budget.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'
import { errorClassOf, type ErrorClass } from './error-class.ts'

/** Any client of the SDK, as far as a call needs it. */
export interface AnyClient {
  readonly config: { readonly serviceId: string }
  send(command: never, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>
}

export interface CallerOptions {
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  /** False in a dry run: whatever changes something is refused before it leaves. */
  readonly mutable: boolean
  /** Whether messages may be published all the same. Default: as `mutable`. */
  readonly tells?: boolean
  /**
   * Ends every call with its reason, what waits between attempts or only reads at once. A change that is on its way gets
   * some seconds more, for it is better to know what became of it, and then counts as one whose answer was lost.
   */
  readonly signal?: AbortSignal
  /** When one attempt is given up. It guards a connection, so it runs on the machine's time; by default a minute. */
  readonly deadline?: (milliseconds: number) => AbortSignal
}

/** Sends commands and keeps count. */
export interface Caller {
  /**
   * One call with retries. Throws UserError where AWS refuses, with AWS's error as its cause, and UncertainOutcome
   * where it cannot be told what AWS did or whether it ever will.
   */
  send<Input extends object, Output extends object>(
    client: AnyClient,
    command: Command<Input, Output>,
    options?: SendOptions,
  ): Promise<Output>
  /** Attempts so far, by IAM action. */
  readonly calls: ReadonlyMap<string, number>
  /** How often AWS has asked to slow down. */
  readonly throttled: number
  /** How often a call has waited for its turn, so that AWS need not ask. */
  readonly waited: number
}

const usualAttempts = 10
/** So long AWS may ask to slow down, beyond the usual attempts: nothing was done, and a run that gives up has to begin again. */
const THROTTLED_MILLISECONDS = 120_000
const USUAL_MILLISECONDS = 60_000

/** For a change that is on its way when the run is cancelled: within the 7.5 s that GitHub leaves between its signals. */
const GRACE_MILLISECONDS = 3000

export function caller({
  clock,
  random,
  mutable,
  tells = mutable,
  signal,
  deadline = (milliseconds) => AbortSignal.timeout(milliseconds),
}: CallerOptions): Caller {
  const calls = new Map<string, number>()
  const budget = retryBudget(random)
  const rate = requestRate(clock, signal)
  let throttled = 0

  const attempt = async (
    client: AnyClient,
    command: Command<object, object>,
    milliseconds: number,
  ): Promise<Attempt> => {
    // prettier-ignore
    signal?.throwIfAborted()
    const graceMilliseconds = isReadOnly(operationOf(command)) ? 0 : GRACE_MILLISECONDS
    const cut = gracefulAbort({ cancelled: signal, clock, graceMilliseconds })
    const abortSignal = AbortSignal.any([deadline(milliseconds), cut.signal])
    try {
      const output = await client.send(command as never, { abortSignal })
      const lack = lackOf(operationOf(command), output as object)
      if (lack === undefined) return { output }
      throw new GarbledAnswer(`no ${lack}`)
    } catch (thrown) {
      const error = unreadable(thrown)
      return { error, verdict: abortSignal.aborted ? 'lost' : errorClassOf(error) }
    } finally {
      cut.settled()
    }
  }

  return {
    calls,
    get throttled() {
      return throttled
    },
    get waited() {
      return rate.waited
    },
    send: async <Input extends object, Output extends object>(
      client: AnyClient,
      command: Command<Input, Output>,
      { attempts, milliseconds = USUAL_MILLISECONDS }: SendOptions = {},
    ) => {
      const beganAt = clock.now()
      const isLast = (number: number, others: number, verdict: ErrorClass): boolean => {
        if (attempts !== undefined) return number + 1 >= attempts
        // What was throttled has used up no attempt of those that fail otherwise.
        if (verdict !== 'throttled') return others >= usualAttempts
        return number + 1 >= usualAttempts && clock.now() - beganAt >= THROTTLED_MILLISECONDS
      }
      const operation = operationOf(command)
      const action = iamAction(client.config.serviceId, operation)
      if (!mutable && !isReadOnly(operation) && !(tells && action === 'sns:Publish')) throw refusedInDryRun(action)
      for (let number = 0, others = 0, isRepeated = false; ; number++) {
        await rate.turn({ action, isRepeated })
        const leftAt = clock.now()
        calls.set(action, (calls.get(action) ?? 0) + 1)
        const result = await attempt(client, command, milliseconds)
        isRepeated = 'verdict' in result && result.verdict === 'throttled'
        if (isRepeated) rate.refused(action, leftAt)
        else rate.accepted(action)
        if ('output' in result) {
          budget.succeeded()
          return result.output as Output
        }
        const { error, verdict } = result
        if (verdict === 'final') throw awsError(error, { action, input: command.input })
        if (verdict === 'throttled') throttled++
        else others++
        // After a lost answer some changes would count twice; and a cancelled run asks no more.
        const isOpen = verdict === 'lost' && !isReadOnly(operation)
        const hopeless = isOpen && (signal?.aborted || !isRepeatable(operation, command.input))
        if (!isOpen) signal?.throwIfAborted()
        if (hopeless || isLast(number, others, verdict)) throw uncertain(action, { error, verdict, operation })
        await clock.sleep(budget.waitBefore(number, verdict), signal)
      }
    },
  }
}

type Attempt = { readonly output: unknown } | { readonly error: unknown; readonly verdict: ErrorClass }

/** The SDK names a command's class after the operation, and bundling keeps the name. */
function operationOf(command: object): string {
  const { name } = command.constructor
  if (!/^[A-Z]\w+Command$/.test(name)) throw new Error(`${name} is not the name of a command`)
  return name.slice(0, -'Command'.length)
}

/** An answer came, and the SDK could make nothing of it: no words of AWS. */
const unreadable = (error: unknown): unknown =>
  error instanceof Error && '$response' in error && !('$fault' in error)
    ? new GarbledAnswer('something that cannot be read', undefined, error)
    : error

interface Unanswered {
  readonly error: unknown
  readonly verdict: Exclude<ErrorClass, 'final'>
  readonly operation: string
}

function uncertain(action: string, { error, verdict, operation }: Unanswered) {
  const words = {
    throttled: `AWS kept asking to slow down when ${action} was called`,
    busy: `AWS was busy with something else and did not carry out ${action}`,
    unsent: `AWS could not be reached for ${action}`,
    lost: isReadOnly(operation)
      ? `There is no usable answer to ${action}`
      : `AWS's answer to ${action} was lost, so it is not known whether it was carried out`,
  }
  return new UncertainOutcome(action, {
    message: `${words[verdict]}: ${failureInWords(error).replace(/\.$/, '')}.`,
    cause: error,
  })
}
