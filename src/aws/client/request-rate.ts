import type { Clock } from '../../platform/clock.ts'
import { isReadOnly } from './operations.ts'

/** One call as its rate sees it. */
export interface PacedCall {
  /** As in `elasticloadbalancing:DescribeTargetHealth`. */
  readonly action: string
  /** AWS has refused this call before, for there were too many. */
  readonly isRepeated: boolean
}

/** How fast calls may leave. */
export interface RequestRate {
  /** Resolves when this call may leave: repeated changes first, then other changes, then what only reads. Rejects with the signal's reason. */
  turn(call: PacedCall): Promise<void>
  /** AWS has answered a call, whatever it said. */
  accepted(action: string): void
  /** AWS has refused a call that left at this moment (milliseconds), for there were too many. */
  refused(action: string, leftAt: number): void
  /** How many calls had to wait for their turn so far. */
  readonly waited: number
}

interface Limit {
  /** Calls that may leave at once. */
  readonly size: number
  readonly perSecond: number
}

/**
 * Load balancing gives one account 40 calls and 10 a second, EC2 50 and 5 for a change, and for what reads everything 50 and 10
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html,
 * https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html). For Auto Scaling AWS publishes none: it begins fast
 * and is learnt from refusals, as all of them are, for others draw from the same buckets.
 */
const LIMITS: Readonly<Record<string, Limit>> = {
  elasticloadbalancing: { size: 40, perSecond: 10 },
  'ec2 change': { size: 50, perSecond: 5 },
  'ec2 read': { size: 50, perSecond: 10 },
}
const USUAL: Limit = { size: 100, perSecond: 20 }

/** Additive increase for each second of steady calls, multiplicative decrease: several users of one limit come to share it. */
const INCREASE_PER_SECOND = 0.1
const DECREASE = 0.8
const LEAST_PER_SECOND = 0.5
const MOST_PER_SECOND = 100

/**
 * The rates of one account in one region. Nothing waits until a bucket is empty, so that a small fleet in a calm account never
 * does. After a refusal calls leave one by one, more slowly, and the rate grows again as they are answered.
 */
export function requestRate(clock: Clock, signal?: AbortSignal): RequestRate {
  const buckets = new Map<string, Bucket>()
  const bucketOf = (action: string): Bucket => {
    const name = bucketName(action)
    const found = buckets.get(name) ?? new Bucket(limitOf(action), clock, signal)
    buckets.set(name, found)
    return found
  }
  return {
    turn: ({ action, isRepeated }) => bucketOf(action).turn(urgencyOf(action, isRepeated)),
    accepted: (action) => bucketOf(action).accepted(),
    refused: (action, leftAt) => bucketOf(action).refused(leftAt),
    get waited() {
      return [...buckets.values()].reduce((sum, bucket) => sum + bucket.waited, 0)
    },
  }
}

const operationOf = (action: string): string => action.slice(action.indexOf(':') + 1)

/** EC2 counts each operation by itself; the other services count all calls, as far as AWS tells. */
const bucketName = (action: string): string =>
  action.startsWith('ec2:') ? action : action.slice(0, action.indexOf(':'))

function limitOf(action: string): Limit {
  const service = action.slice(0, action.indexOf(':'))
  const name = service === 'ec2' ? `ec2 ${isReadOnly(operationOf(action)) ? 'read' : 'change'}` : service
  return LIMITS[name] ?? USUAL
}

type Urgency = 0 | 1 | 2

const urgencyOf = (action: string, isRepeated: boolean): Urgency =>
  isReadOnly(operationOf(action)) ? 2 : isRepeated ? 0 : 1

interface Waiter {
  readonly urgency: Urgency
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

class Bucket {
  readonly #clock: Clock
  readonly #signal: AbortSignal | undefined
  readonly #size: number
  #perSecond: number
  #tokens: number
  #at: number
  #slowedAt = -Infinity
  #waiting: Waiter[] = []
  #isServing = false
  #waited = 0

  constructor({ size, perSecond }: Limit, clock: Clock, signal: AbortSignal | undefined) {
    this.#clock = clock
    this.#signal = signal
    this.#size = size
    this.#perSecond = perSecond
    this.#tokens = size
    this.#at = clock.now()
  }

  get waited(): number {
    return this.#waited
  }

  async turn(urgency: Urgency): Promise<void> {
    this.#refill()
    if (this.#waiting.length === 0 && this.#tokens >= 1) {
      this.#tokens -= 1
      return
    }
    this.#waited += 1
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const behind = this.#waiting.findIndex((each) => each.urgency > urgency)
    this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, { urgency, resolve, reject })
    if (!this.#isServing) void this.#serve()
    await promise
  }

  accepted(): void {
    this.#perSecond = Math.min(MOST_PER_SECOND, this.#perSecond + INCREASE_PER_SECOND / this.#perSecond)
  }

  /** Of the calls that were under way together only the first refusal slows the rest down. */
  refused(leftAt: number): void {
    this.#refill()
    this.#tokens = Math.min(this.#tokens, 0)
    if (leftAt < this.#slowedAt) return
    this.#slowedAt = this.#clock.now()
    this.#perSecond = Math.max(LEAST_PER_SECOND, this.#perSecond * DECREASE)
  }

  /** Gives each token to the most urgent call, as tokens come. */
  async #serve(): Promise<void> {
    this.#isServing = true
    try {
      while (this.#waiting.length > 0) {
        this.#refill()
        if (this.#tokens >= 1) {
          this.#tokens -= 1
          this.#waiting.shift()?.resolve()
        } else await this.#clock.sleep(Math.ceil(((1 - this.#tokens) * 1000) / this.#perSecond), this.#signal)
      }
    } catch (reason) {
      for (const { reject } of this.#waiting.splice(0)) reject(reason)
    } finally {
      this.#isServing = false
    }
  }

  #refill(): void {
    const now = this.#clock.now()
    // AWS's clock may correct ours backwards.
    const passed = Math.max(0, now - this.#at) / 1000
    this.#tokens = Math.min(this.#size, this.#tokens + passed * this.#perSecond)
    this.#at = now
  }
}
