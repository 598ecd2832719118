import type { BastionScene } from '../bastion-scene.ts'

/** One instance at one moment. */
export interface BastionInstance {
  readonly isAlive: boolean
  readonly imageId: string
  readonly isProtected: boolean
  readonly forwards: boolean
  readonly tags: string
}

/** All instances and Elastic IPs of the account at one moment. */
export interface BastionSnapshot {
  readonly instances: ReadonlyMap<string, BastionInstance>
  readonly addresses: ReadonlyMap<string, { readonly holder: string | undefined; readonly tags: string }>
  /** What the address of the bastion points at. */
  readonly holder: string | undefined
}

/** The account as it is: without the lag with which EC2 shows it. */
export function snapshotBastion({ account: { behaviour }, ops, allocation }: BastionScene): BastionSnapshot {
  const { staleSeconds } = behaviour
  behaviour.staleSeconds = 0
  const shown = (ops.DescribeInstances({}).Reservations ?? []).flatMap(({ Instances }) => Instances ?? [])
  const instances = shown.map(({ InstanceId = '', State, ImageId = '', SourceDestCheck, Tags = [] }) => {
    const isAlive = State?.Name !== 'shutting-down' && State?.Name !== 'terminated'
    const isProtected =
      isAlive &&
      ops.DescribeInstanceAttribute({ InstanceId, Attribute: 'disableApiTermination' }).DisableApiTermination?.Value ===
        true
    return [
      InstanceId,
      { isAlive, imageId: ImageId, isProtected, forwards: SourceDestCheck === false, tags: textOf(Tags) },
    ] as const
  })
  const addresses = (ops.DescribeAddresses({}).Addresses ?? []).map(
    ({ AllocationId = '', InstanceId, Tags = [] }) =>
      [AllocationId, { holder: InstanceId || undefined, tags: textOf(Tags) }] as const,
  )
  behaviour.staleSeconds = staleSeconds
  const known = new Map(addresses)
  return { instances: new Map(instances), addresses: known, holder: known.get(allocation)?.holder }
}

const textOf = (tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]): string =>
  tags
    .map(({ Key, Value }) => `${Key}=${Value}`)
    .sort()
    .join('\n')
