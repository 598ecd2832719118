/** Aliases in Route 53 whose answers depend on the health of a load balancer between whose target groups traffic is to be shifted. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { isUncertain, UserError } from '../../errors.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import type { Connection } from '../client/connection.ts'
import { everyMarkedPage } from '../client/pages.ts'
import { everyZone, recordSets } from '../traffic/record-routes.ts'

/** More zones than that are not looked through: Route 53 answers five calls a second. */
const MOST_ZONES = 100

/**
 * Route 53 takes a load balancer for unhealthy while one of the target groups in its rules has no healthy target, one without any target
 * included: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html. So as soon as the idle side is named in a rule,
 * and until its first target is healthy, an alias that evaluates that is answered with its other records. With none it is answered all the
 * same. What cannot be read is told and refuses nothing.
 */
export async function evaluatedAliases(
  connection: Connection,
  balancers: readonly string[],
): Promise<readonly PreflightFinding[]> {
  try {
    const names = await namesOf(connection, balancers)
    const zones = await everyZone(connection)
    const seen = zones.slice(0, MOST_ZONES)
    const found: PreflightFinding[] = []
    for (const { Id = '', Name = '' } of seen) {
      const sets = await recordSets(connection, Id.replace('/hostedzone/', ''), undefined)
      for (const set of sets.filter((each) => evaluates(each, names))) found.push(findingOf(set, Name, sets))
    }
    return zones.length === seen.length
      ? found
      : [...found, told(`only ${MOST_ZONES} of ${zones.length} hosted zones were looked through`)]
  } catch (error) {
    if (!(error instanceof UserError) && !isUncertain(error)) throw error
    return [told('`route53:ListHostedZones` or `route53:ListResourceRecordSets` is not allowed or does not answer')]
  }
}

const told = (why: string): PreflightFinding => ({
  group: undefined,
  weight: 'notice',
  what: `It is not known whether an alias in Route 53 evaluates the health of the load balancer, which is unhealthy for it until the new side is healthy: ${why}`,
})

/** Their DNS names, by the end of their ARNs. */
async function namesOf(connection: Connection, balancers: readonly string[]): Promise<ReadonlySet<string>> {
  const { DescribeLoadBalancersCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await everyMarkedPage((marker) =>
    connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerArns: [...balancers], ...marker })),
  )
  return new Set(
    pages.flatMap(({ LoadBalancers = [] }) => LoadBalancers).flatMap(({ DNSName }) => (DNSName === undefined ? [] : plainName(DNSName))), // prettier-ignore
  )
}

/** An alias may call a load balancer `dualstack.…`. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')

const evaluates = ({ AliasTarget }: ResourceRecordSet, names: ReadonlySet<string>): boolean =>
  AliasTarget?.EvaluateTargetHealth === true && names.has(plainName(AliasTarget.DNSName ?? ''))

function findingOf(
  { Name = '', Type, SetIdentifier }: ResourceRecordSet,
  zone: string,
  sets: readonly ResourceRecordSet[],
): PreflightFinding {
  const others = sets.filter((each) => each.Name === Name && each.Type === Type && each.SetIdentifier !== SetIdentifier)
  const record = `${Name.replace(/\.$/, '')} (${Type}${SetIdentifier === undefined ? '' : `, ${SetIdentifier}`}, zone ${zone.replace(/\.$/, '')})`
  const until = `until the new side has a healthy target Route 53 takes the load balancer for unhealthy`
  if (others.length === 0)
    return {
      group: undefined,
      weight: 'notice',
      what: `${record} evaluates the health of the load balancer: ${until}. There is no other record of the name, so it is answered all the same`,
    }
  return refusalOf(
    undefined,
    `${record} evaluates the health of the load balancer: ${until}, and answers with the other records of the name, ${others.map(({ SetIdentifier: other = '' }) => other).join(', ')}`,
    'Set EvaluateTargetHealth of the alias to false while traffic is shifted, or let the new side be in the rules and healthy before: then nothing becomes unhealthy.',
  )
}
