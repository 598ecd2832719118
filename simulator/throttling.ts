import { ServiceFault } from './fault.ts'
import { isChange } from './ledger.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Call } from './wire/message.ts'

/** One bucket that a call draws from, and how many tokens. */
interface Draw {
  readonly bucket: string
  readonly size: number
  readonly refillPerSecond: number
  readonly tokens: number
}

/**
 * The request limits of one account in one region, as published for EC2 (ec2-api-throttling) and load balancing
 * (elb-api-throttling), and of Route 53: five calls a second for the whole account (DNSLimitations). All calls of Auto
 * Scaling share one limit; AWS does not publish its numbers.
 */
export class Throttling {
  readonly #buckets = new Map<string, TokenBucket>()
  readonly #autoScaling: Limit

  /** `autoScaling`: the unpublished limit of Auto Scaling; the default is a cautious guess. */
  constructor(autoScaling: Limit = { size: 100, refillPerSecond: 10 }) {
    this.#autoScaling = autoScaling
  }

  /** Takes what the call costs, or throws the throttling error of its service and takes nothing. */
  admit(call: Call, now: number): void {
    const draws = this.#draws(call).map((draw) => ({ bucket: this.#bucket(draw), tokens: draw.tokens }))
    if (!draws.every(({ bucket, tokens }) => bucket.holds(tokens, now))) throw throttled(call, this.#autoScaling)
    for (const { bucket, tokens } of draws) bucket.take(tokens, now)
  }

  #bucket({ bucket, size, refillPerSecond }: Draw): TokenBucket {
    const found = this.#buckets.get(bucket) ?? new TokenBucket({ size, refillPerSecond })
    this.#buckets.set(bucket, found)
    return found
  }

  #draws(call: Call): readonly Draw[] {
    switch (call.iamPrefix) {
      case 'autoscaling':
        return [{ bucket: 'autoscaling', ...this.#autoScaling, tokens: 1 }]
      case 'ec2':
        return ec2Draws(call)
      case 'elasticloadbalancing':
        return balancingDraws(call)
      case 'route53':
        return [{ bucket: 'route53', size: 5, refillPerSecond: 5, tokens: 1 }]
      default:
        return []
    }
  }
}

export interface Limit {
  readonly size: number
  readonly refillPerSecond: number
  /** Auto Scaling's code: its API reference names RateExceeded, wire logs show Throttling, which is the default. */
  readonly code?: 'RateExceeded' | 'Throttling'
}

const own: Readonly<Record<string, Limit>> = {
  RunInstances: { size: 5, refillPerSecond: 2 },
  StartInstances: { size: 5, refillPerSecond: 2 },
  TerminateInstances: { size: 100, refillPerSecond: 5 },
  CreateLaunchTemplateVersion: { size: 100, refillPerSecond: 5 },
  ModifyLaunchTemplate: { size: 100, refillPerSecond: 5 },
  CreateTags: { size: 100, refillPerSecond: 10 },
  DeleteTags: { size: 100, refillPerSecond: 10 },
  CopyImage: { size: 100, refillPerSecond: 1 },
}

// These are dearer when they ask for everything at once: neither filtered nor in pages.
const heavy = new Set([
  'DescribeInstances',
  'DescribeInstanceStatus',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSnapshots',
  'DescribeSpotInstanceRequests',
  'DescribeVolumes',
])

const ec2Draws = ({ operation, input }: Call): readonly Draw[] => {
  const request = { bucket: `ec2:${operation}`, ...ec2Limit(operation, input), tokens: 1 }
  const resources = 'ec2:resources:'
  if (operation === 'RunInstances') {
    const tokens = Number(input['MaxCount'] ?? 1)
    return [request, { bucket: `${resources}run`, size: 1000, refillPerSecond: 2, tokens }]
  }
  if (operation === 'TerminateInstances') {
    const tokens = lengthOf(input['InstanceIds'])
    return [request, { bucket: `${resources}terminate`, size: 1000, refillPerSecond: 20, tokens }]
  }
  return [request]
}

const ec2Limit = (operation: string, input: Call['input']): Limit => {
  const special = own[operation]
  if (special !== undefined) return special
  if (isChange(operation)) return { size: 50, refillPerSecond: 5 }
  const isNarrowed = lengthOf(input['Filters']) > 0 || input['MaxResults'] !== undefined
  return heavy.has(operation) && !isNarrowed ? { size: 50, refillPerSecond: 10 } : { size: 100, refillPerSecond: 20 }
}

const balancingDraws = ({ sdkId, operation }: Call): readonly Draw[] => [
  { bucket: `${sdkId}:${balancingCategory(operation)}`, ...balancingLimits[balancingCategory(operation)], tokens: 1 },
  { bucket: 'elasticloadbalancing', size: 40, refillPerSecond: 10, tokens: 1 },
]

const balancingLimits = {
  reading: { size: 40, refillPerSecond: 10 },
  registration: { size: 20, refillPerSecond: 4 },
  creation: { size: 10, refillPerSecond: 0.2 },
  changing: { size: 20, refillPerSecond: 3 },
} as const

const balancingCategory = (operation: string): keyof typeof balancingLimits => {
  if (!isChange(operation)) return 'reading'
  if (/^(Register|Deregister)/.test(operation)) return 'registration'
  return operation === 'CreateLoadBalancer' ? 'creation' : 'changing'
}

/** How a service refuses a call that is beyond its limit. */
export const throttled = (
  { iamPrefix }: Pick<Call, 'iamPrefix'>,
  { code: ofAutoScaling = 'Throttling' }: Pick<Limit, 'code'> = {},
): ServiceFault => {
  if (iamPrefix === 'ec2') return new ServiceFault('RequestLimitExceeded', 'Request limit exceeded.', 503)
  if (iamPrefix === 'route53') return new ServiceFault('Throttling', 'Rate exceeded')
  const code = iamPrefix === 'elasticloadbalancing' ? 'ThrottlingException' : ofAutoScaling
  return new ServiceFault(code, 'Rate exceeded')
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)
