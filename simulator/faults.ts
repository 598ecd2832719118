import { ServiceFault } from './fault.ts'
import type { Random } from './random.ts'
import { throttled, Throttling } from './throttling.ts'
import type { Limit } from './throttling.ts'
import { Garbled, type Garbling } from './wire/garbled.ts'
import type { Call } from './wire/message.ts'
import { apis } from './wire/services.ts'

/** The calling process has crashed: no code of it may run on. Not an answer of AWS. */
export class ProcessCrash extends Error {
  constructor(when: string) {
    super(`The process crashed ${when}.`)
    this.name = 'ProcessCrash'
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

/** What goes wrong with a call. */
export type CallFault =
  | { readonly kind: 'refusal'; readonly code: string; readonly message?: string; readonly status?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silence' }
  /** AWS did what it was asked, and its answer arrives with status 200 and without content, as some proxies leave it. */
  | { readonly kind: 'empty' }
  /** Something else than an answer of AWS arrives. */
  | { readonly kind: 'garbled'; readonly as: Garbling }

/** A fault, and the calls that it applies to. */
export interface FaultRule {
  /** IAM actions; `*` stands for anything: `autoscaling:*`, `ec2:DescribeInstances`. */
  readonly action: string
  /** `throttled`: as the service of the call says that there were too many. */
  readonly fault: CallFault | { readonly kind: 'throttled' }
  /** Whether AWS carries the call out before the answer goes wrong. Default: not done. */
  readonly effect?: 'done' | 'not done'
  /** The number of matching calls that pass first. Default 0. */
  readonly skip?: number
  /** The number of matching calls that are hit before the rule ends. Default: no end. */
  readonly times?: number
  /** The share of matching calls that are hit, 0 to 1. Default: all. */
  readonly chance?: number
}

interface ActiveRule {
  readonly rule: FaultRule
  matched: number
  hit: number
}

/** The faults between callers and AWS that a scenario sets; there are none by default. */
export class Faults {
  readonly #random: Random
  #rules: ActiveRule[] = []
  #throttling: Throttling | undefined
  #denied: string[] = []

  constructor(random: Random) {
    this.#random = random
  }

  inject(rule: FaultRule): void {
    this.#rules.push({ rule, matched: 0, hit: 0 })
  }

  /** From now on calls are throttled by AWS's published limits. */
  throttle(autoScaling?: Limit): void {
    this.#throttling = new Throttling(autoScaling)
  }

  /** From now on the caller lacks the permission for these IAM actions; `*` stands for anything. */
  deny(...actions: readonly string[]): void {
    this.#denied.push(...actions)
  }

  /** Ends a denial of these. */
  allow(...actions: readonly string[]): void {
    this.#denied = this.#denied.filter((pattern) => !actions.includes(pattern))
  }

  /** Removes all faults. */
  clear(): void {
    this.#rules = []
    this.#throttling = undefined
    this.#denied = []
  }

  /** Applies the faults to a call: throws, or gives the fault that applies after the call's effect. */
  meet(call: Call, { now, callerArn }: { readonly now: number; readonly callerArn: string }): CallFault | undefined {
    this.#throttling?.admit(call, now)
    const action = `${call.iamPrefix}:${call.operation}`
    if (this.#denied.some((pattern) => matches(pattern, action))) throw denial(call, callerArn)
    for (const active of this.#rules) {
      if (!this.#applies(active, action)) continue
      const fault = faultOf(active.rule, call)
      if (active.rule.effect === 'done' || fault.kind === 'empty') return fault
      applyFault(fault)
    }
    return undefined
  }

  #applies(active: ActiveRule, action: string): boolean {
    const { rule } = active
    if (!matches(rule.action, action) || active.hit >= (rule.times ?? Number.POSITIVE_INFINITY)) return false
    active.matched += 1
    if (active.matched <= (rule.skip ?? 0)) return false
    if (rule.chance !== undefined && this.#random.next() >= rule.chance) return false
    active.hit += 1
    return true
  }
}

/** What a rule does to a call. */
function faultOf({ fault }: FaultRule, call: Call): CallFault {
  if (fault.kind !== 'throttled') return fault
  const { code, message, status } = throttled(call)
  return { kind: 'refusal', code, message, status }
}

/** Applies a fault to the answer, if there is one: throws ServiceFault, NoAnswer or Garbled, or gives what is left of it. */
export const applyFault = (fault: CallFault, answer: object = {}): object => {
  switch (fault.kind) {
    case 'empty':
      return {}
    case 'refusal':
      throw new ServiceFault(fault.code, fault.message ?? 'The simulator was told to refuse.', fault.status ?? 400)
    case 'reset':
    case 'silence':
      throw new NoAnswer(fault.kind)
    case 'garbled':
      throw new Garbled(fault.as, answer)
    default:
      return fault satisfies never
  }
}

const denial = ({ sdkId, iamPrefix, operation }: Call, callerArn: string): ServiceFault => {
  const code = apis.find((api) => api.sdkId === sdkId)?.refusals.denied ?? 'AccessDenied'
  const text =
    `User: ${callerArn} is not authorized to perform: ${iamPrefix}:${operation} ` +
    `because no identity-based policy allows the ${iamPrefix}:${operation} action`
  const opening = iamPrefix === 'ec2' ? 'You are not authorized to perform this operation. ' : ''
  return new ServiceFault(code, `${opening}${text}`, 403)
}

const matches = (pattern: string, action: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`).test(action)
}
