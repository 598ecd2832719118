import { ServiceFault } from './fault.ts'
import type { Random } from './random.ts'
import { Throttling } from './throttling.ts'
import type { Limit } from './throttling.ts'
import type { Call } from './wire/message.ts'

/** The process that called has died: nothing of it may run on. Not an answer of AWS. */
export class ProcessCrash extends Error {
  constructor(when: string) {
    super(`The process died ${when}.`)
    this.name = 'Death'
  }
}

/** No answer: the connection was lost (`reset`), or stays open until the caller gives up (`silence`). */
export class NoAnswer extends Error {
  readonly kind: 'reset' | 'silence'

  constructor(kind: 'reset' | 'silence') {
    super(kind === 'reset' ? 'The connection was reset.' : 'No answer came.')
    this.name = 'NoAnswer'
    this.kind = kind
  }
}

/** What befalls a call. */
export type CallFault =
  | { readonly kind: 'refusal'; readonly code: string; readonly message?: string; readonly status?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silence' }

/** Which calls meet a mishap. */
export interface FaultRule {
  /** IAM actions; `*` stands for anything: `autoscaling:*`, `ec2:DescribeInstances`. */
  readonly action: string
  readonly fault: CallFault
  /** Whether AWS did what it was asked before the answer went wrong. Default: not done. */
  readonly effect?: 'done' | 'not done'
  /** So many matching calls pass first. Default 0. */
  readonly skip?: number
  /** So many matching calls are hit, then the rule is spent. Default: no end. */
  readonly times?: number
  /** The share of matching calls that are hit, 0 to 1. Default: all. */
  readonly chance?: number
}

interface ActiveRule {
  readonly rule: FaultRule
  seen: number
  hit: number
}

/** What goes wrong between a caller and AWS, chosen by a scenario; nothing does by default. */
export class Faults {
  readonly #random: Random
  #rules: ActiveRule[] = []
  #throttling: Throttling | undefined
  #denied: string[] = []

  constructor(random: Random) {
    this.#random = random
  }

  inject(rule: FaultRule): void {
    this.#rules.push({ rule, seen: 0, hit: 0 })
  }

  /** From now on calls are throttled by AWS's published limits. */
  throttle(autoScaling?: Limit): void {
    this.#throttling = new Throttling(autoScaling)
  }

  /** From now on the caller lacks the permission for these IAM actions; `*` stands for anything. */
  deny(...actions: readonly string[]): void {
    this.#denied.push(...actions)
  }

  /** Everything goes well again. */
  clear(): void {
    this.#rules = []
    this.#throttling = undefined
    this.#denied = []
  }

  /** What stands between the request and the service. Throws, or gives what befalls the answer afterwards. */
  meet(call: Call, { now, callerArn }: { readonly now: number; readonly callerArn: string }): CallFault | undefined {
    this.#throttling?.admit(call, now)
    const action = `${call.iamPrefix}:${call.operation}`
    if (this.#denied.some((pattern) => matches(pattern, action))) throw denial(call, callerArn)
    for (const active of this.#rules) {
      if (!this.#strikes(active, action)) continue
      if (active.rule.effect === 'done') return active.rule.fault
      strike(active.rule.fault)
    }
    return undefined
  }

  #strikes(active: ActiveRule, action: string): boolean {
    const { rule } = active
    if (!matches(rule.action, action) || active.hit >= (rule.times ?? Number.POSITIVE_INFINITY)) return false
    active.seen += 1
    if (active.seen <= (rule.skip ?? 0)) return false
    if (rule.chance !== undefined && this.#random.next() >= rule.chance) return false
    active.hit += 1
    return true
  }
}

/** Lets a mishap happen: throws ServiceFault or NoAnswer. */
export const strike = (fault: CallFault): never => {
  switch (fault.kind) {
    case 'refusal':
      throw new ServiceFault(fault.code, fault.message ?? 'The simulator was told to refuse.', fault.status ?? 400)
    case 'reset':
    case 'silence':
      throw new NoAnswer(fault.kind)
    default:
      return fault satisfies never
  }
}

/** IAM's prefixes of the services whose refusal is an exception of the JSON protocol. */
const speaksJson = new Set(['servicequotas', 'ssm'])

const denial = ({ iamPrefix, operation }: Call, callerArn: string): ServiceFault => {
  const text =
    `User: ${callerArn} is not authorized to perform: ${iamPrefix}:${operation} ` +
    `because no identity-based policy allows the ${iamPrefix}:${operation} action`
  if (iamPrefix === 'ec2') {
    return new ServiceFault('UnauthorizedOperation', `You are not authorized to perform this operation. ${text}`, 403)
  }
  return new ServiceFault(speaksJson.has(iamPrefix) ? 'AccessDeniedException' : 'AccessDenied', text, 403)
}

const matches = (pattern: string, action: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`).test(action)
}
