import { ServiceFault } from '../fault.ts'
import type { Behaviour } from '../interfaces.ts'
import { INSTANCE_TYPES } from './instance-types.ts'
import type { InstanceRecord } from './instances.ts'

interface Quotas {
  readonly instances: { readonly all: Iterable<InstanceRecord> }
  readonly vcpuQuota: (market: 'spot' | 'on-demand') => number
}

interface Launch {
  readonly type: string
  readonly spot: boolean
  /** The number of instances that it needs at least. */
  readonly least: number
}

const vcpusOf = (type: string): number => INSTANCE_TYPES.get(type)?.vcpus ?? 0

/**
 * Refuses what would pass the quota of its market, where a scenario enforces it. An instance counts until EC2 has ended it:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-quotas.html names running ones, and does not say what
 * becomes of one that is shutting down.
 */
export function refuseBeyondQuota(
  { instances, vcpuQuota }: Quotas,
  { type, spot, least }: Launch,
  { enforcesVcpuQuotas }: Behaviour,
): void {
  if (!enforcesVcpuQuotas) return
  const quota = vcpuQuota(spot ? 'spot' : 'on-demand')
  let used = least * vcpusOf(type)
  for (const { state, spec, type: its } of instances.all)
    if (spec.spot === spot && state !== 'terminated' && state !== 'stopped') used += vcpusOf(its)
  if (used <= quota) return
  throw spot
    ? new ServiceFault('MaxSpotInstanceCountExceeded', 'Max spot instance count exceeded')
    : new ServiceFault(
        'VcpuLimitExceeded',
        `You have requested more vCPU capacity than your current vCPU limit of ${quota} allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`,
      )
}
