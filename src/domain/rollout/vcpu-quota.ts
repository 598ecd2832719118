/** Which vCPU quota of the account an instance counts against. Pure. */

/** How an instance is paid, as far as a quota of its own follows from it. */
export type Market = 'on-demand' | 'spot'

/** A vCPU quota of EC2 in one region. */
export interface VcpuQuota {
  readonly code: string
  /** AWS's name, less the list of families. */
  readonly name: string
}

/** The quotas of the standard families: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-quotas.html */
export const vcpuQuotas: Readonly<Record<Market, VcpuQuota>> = {
  'on-demand': { code: 'L-1216C47A', name: 'Running On-Demand Standard instances' },
  spot: { code: 'L-34B43A08', name: 'All Standard Spot Instance Requests' },
}

/**
 * Whether a type is of the families A, C, D, H, I, M, R, T and Z. The first letter alone does not tell: `im4gn` is of I,
 * `hpc7g`, `inf2`, `mac2`, `dl1` and `trn1` have quotas of their own.
 */
export const isStandard = (type: string): boolean => /^(?:[acdhimrtz]|im|is)\d/.test(type)

/** Instances that run, or are about to: how many there are of one type, market and group. */
export interface Running {
  readonly type: string
  /** Undefined: in neither market, or on a dedicated host. */
  readonly market: Market | undefined
  /** Undefined: in no Auto Scaling group. */
  readonly group: string | undefined
  readonly count: number
}

/** A vCPU quota that the launches of a group count against. */
export interface VcpuHeadroom {
  readonly name: string
  readonly quota: number
  readonly used: number
  /** What the group itself has running: so many vCPUs under this quota, of so many instances in all. */
  readonly own: { readonly vcpus: number; readonly instances: number }
}

/** What of these instances counts against the quota of a market, in vCPUs; a type that AWS does not tell counts nothing. */
export const vcpusIn = (market: Market, running: readonly Running[], each: ReadonlyMap<string, number>): number =>
  running
    .filter((some) => some.market === market && isStandard(some.type))
    .reduce((sum, { type, count }) => sum + count * (each.get(type) ?? 0), 0)
