/** Load balancers as Route 53 sees them: by their names, in the hosted zones that AWS keeps for them. */
import type { RegisteredTarget } from './pool.ts'

/** https://docs.aws.amazon.com/general/latest/gr/elb.html */
const ZONES: Readonly<Record<string, { readonly application: string; readonly network: string }>> = {
  'eu-west-1': { application: 'Z32O12XQLTSW2', network: 'Z2IFOLAFXWLO4F' },
  'eu-central-1': { application: 'Z215JYRZR1TBD5', network: 'Z3F0SRJ5LGBH90' },
  'us-east-1': { application: 'Z35SXDOTRQ7X7K', network: 'Z26RNL4JYFTOTI' },
}

/** The hosted zone of a region's load balancers; of other regions a made-up one, the same for each region. */
export const balancerZone = (region: string, type: 'application' | 'network' | 'classic'): string => {
  const known = ZONES[region] ?? {
    application: `ZALB${region.toUpperCase().replaceAll('-', '')}`,
    network: `ZNLB${region.toUpperCase().replaceAll('-', '')}`,
  }
  return type === 'network' ? known.network : known.application
}

/** A name as an alias may write it: in capitals, with a dot at its end, with `dualstack.` before it. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')

/** One target group as the health of its load balancer depends on it. */
interface Pooled {
  readonly pool: { readonly all: readonly RegisteredTarget[] }
}

/**
 * Whether Route 53 takes a load balancer for healthy: each of its target groups has a healthy target, and one without any
 * registered target is unhealthy. https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 */
export const isHealthyForDns = (pools: readonly Pooled[]): boolean =>
  pools.length > 0 && pools.every(({ pool }) => pool.all.some(({ phase }) => phase === 'healthy'))
