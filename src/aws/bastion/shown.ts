/** Instances and addresses of a bastion as EC2 describes them. */
import type { Address, Instance } from '@aws-sdk/client-ec2'
import type { BastionHost, BastionMemo, ElasticAddress } from '../../domain/bastion/bastion.ts'

/** Which bastion is looked at. */
export interface BastionIdentity {
  /** The instance that is replaced. */
  readonly old: string
  /** Allocation of its address. */
  readonly allocation: string
}

/** What RunInstances has answered to the run that looks: this alone proves an instance whose tag others have changed. */
export interface OwnLaunches {
  readonly launched: readonly string[]
  readonly memo: BastionMemo
}

/** Undefined for an address that has no allocation, as those outside of a VPC had. */
export function elasticAddress({
  AllocationId,
  PublicIp,
  AssociationId,
  InstanceId,
  NetworkInterfaceId,
}: Address): ElasticAddress | undefined {
  if (AllocationId === undefined || PublicIp === undefined) return undefined
  // A NAT gateway or a load balancer has a network interface and no instance.
  const holder = InstanceId || NetworkInterfaceId || undefined
  return { allocation: AllocationId, ip: PublicIp, association: AssociationId || undefined, holder }
}

/** What DescribeInstances tells; status checks and protection are asked for elsewhere. */
export function hostOf(instance: Instance): BastionHost {
  return {
    id: instance.InstanceId ?? '',
    zone: instance.Placement?.AvailabilityZone ?? '',
    imageId: instance.ImageId ?? '',
    state: instance.State?.Name ?? 'pending',
    stateReason: instance.StateReason?.Message ?? '',
    launchedAt: (instance.LaunchTime?.getTime() ?? 0) / 1000,
    checks: 'unknown',
    privateIp: instance.PrivateIpAddress,
    publicIp: instance.PublicIpAddress,
    sourceDestCheck: instance.SourceDestCheck ?? true,
    protected: undefined,
  }
}
