/** What the name servers of a zone answer: which record set of a name, with which share. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'

/** One of the answers that a name has. */
export interface DnsAnswer {
  readonly identifier: string | undefined
  /** Of all answers to the name, from 0 to 1. */
  readonly share: number
  /** Seconds for which a resolver keeps the answer; an alias to a load balancer has 60. */
  readonly ttl: number
  /** Names and addresses; of an alias the name of its target. */
  readonly values: readonly string[]
}

/** Whether the target of an alias is healthy; undefined where there is none of that name. */
export type TargetHealthOf = (name: string) => boolean | undefined

interface Source {
  readonly records: readonly ResourceRecordSet[]
  readonly targetHealth: TargetHealthOf
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html */
const ALIAS_TTL = 60

/** Aliases and CNAMEs are followed within their zone, but not in a circle. */
const DEEPEST = 8

/** The answers to an address query for a name, as A records, CNAMEs and aliases give them. */
export function resolved(name: string, source: Source, depth = 0): readonly DnsAnswer[] {
  const alike = (type: string) => source.records.filter(({ Name, Type }) => Name === name && Type === type)
  const [addresses, names] = [alike('A'), alike('CNAME')]
  const chosen = weighted(addresses.length > 0 ? addresses : names, { source, depth })
  return chosen.flatMap(({ record, share }) => {
    const answer = answerOf(record, share)
    const [target] = answer.values
    const isFollowed = record.AliasTarget !== undefined || record.Type === 'CNAME'
    if (!isFollowed || target === undefined || depth >= DEEPEST) return [answer]
    const below = resolved(target, source, depth + 1)
    if (below.length === 0) return [answer]
    return below.map((each) => ({
      ...each,
      identifier: answer.identifier ?? each.identifier,
      share: share * each.share,
    }))
  })
}

function answerOf({ SetIdentifier, TTL, ResourceRecords, AliasTarget }: ResourceRecordSet, share: number): DnsAnswer {
  const values = AliasTarget === undefined ? (ResourceRecords ?? []).map(({ Value = '' }) => Value) : [AliasTarget.DNSName ?? ''] // prettier-ignore
  return { identifier: SetIdentifier, share, ttl: TTL ?? ALIAS_TTL, values }
}

/**
 * The share of each record set: its weight among those that are healthy. With all weights 0 each has the same; where none of a
 * weight above 0 is healthy, those of weight 0 count; where none is healthy at all, all count as healthy.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
function weighted(
  records: readonly ResourceRecordSet[],
  { source, depth }: { readonly source: Source; readonly depth: number },
): readonly { readonly record: ResourceRecordSet; readonly share: number }[] {
  const shares = (from: readonly ResourceRecordSet[]) => {
    const all = from.reduce((sum, { Weight = 1 }) => sum + Weight, 0)
    return from.map((record) => ({ record, share: all === 0 ? 1 / from.length : (record.Weight ?? 1) / all }))
  }
  const healthy = records.filter((record) => isHealthy(record, { source, depth }))
  const carrying = healthy.filter(({ Weight = 1 }) => Weight > 0)
  if (carrying.length > 0) return shares(carrying)
  return shares(healthy.length > 0 ? healthy : records.some(({ Weight = 1 }) => Weight > 0) ? records.filter(({ Weight = 1 }) => Weight > 0) : records) // prettier-ignore
}

/** Without EvaluateTargetHealth a record set counts as healthy, whatever its target is. */
function isHealthy(
  { Type, AliasTarget }: ResourceRecordSet,
  { source, depth }: { readonly source: Source; readonly depth: number },
): boolean {
  if (AliasTarget?.EvaluateTargetHealth !== true) return true
  const name = AliasTarget.DNSName ?? ''
  const own = source.targetHealth(name)
  if (own !== undefined) return own
  const within = source.records.filter((each) => each.Name === name && each.Type === Type)
  return depth >= DEEPEST || within.some((each) => isHealthy(each, { source, depth: depth + 1 }))
}
