import type { RunInstancesCommandInput, Tag } from '@aws-sdk/client-ec2'
import type { BastionMemo, BastionSubnet } from '../../domain/bastion/bastion.ts'
import { canonical } from '../../domain/patch/launch-data.ts'
import { sha256 } from '../client/sha256.ts'
import { clientTokenOf } from './client-token.ts'
import type { LaunchFields } from './description.ts'
import { successorTag } from './memo-tag.ts'

/** The version of a launch template that the old instance was launched from, with its data. */
export interface UsedTemplate {
  readonly id: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
}

/** All of a launch but the place and the memo. */
export interface BastionLaunch {
  readonly fields: LaunchFields
  readonly template: UsedTemplate | undefined
  readonly tags: readonly Tag[]
}

/** Changes whenever the launch would give something else: 16 hex digits. */
export const launchFingerprint = ({ fields, template, tags }: BastionLaunch): string =>
  sha256(canonical({ fields, template: template && [template.id, template.version], tags })).slice(0, 16)

/**
 * The call that launches the new bastion. The same facts give the same client token, so that a call whose answer was
 * lost gives the same instance when it is made again.
 */
export function launchCall(
  launch: BastionLaunch,
  { memo, since, subnet }: { readonly memo: BastionMemo; readonly since: number; readonly subnet: BastionSubnet },
): RunInstancesCommandInput {
  const { template, tags } = launch
  const tag = successorTag(memo, { since, subnet: subnet.id })
  return {
    ...placed(launch, subnet),
    ...(template && { LaunchTemplate: { LaunchTemplateId: template.id, Version: String(template.version) } }),
    // A template may protect what it launches, and then a failed launch could not be taken back.
    ...(template?.data['DisableApiTermination'] === true && { DisableApiTermination: false }),
    ...(template?.data['DisableApiStop'] === true && { DisableApiStop: false }),
    TagSpecifications: [{ ResourceType: 'instance', Tags: [...tags, tag] }],
    MinCount: 1,
    MaxCount: 1,
    ClientToken: clientTokenOf(tag.Value),
  }
}

/** What the template says in the same words needs not be said again; the subnet goes where the template has its own. */
function placed({ fields, template }: BastionLaunch, { id, zone }: BastionSubnet): LaunchFields {
  if (template === undefined) return { ...fields, SubnetId: id }
  const { data } = template
  const own = Object.entries(fields).filter(([name, value]) => !saysTheSame(data[name], value))
  // A zone in the template would contradict the subnet.
  const bound = (data['Placement'] as LaunchFields['Placement'])?.AvailabilityZone !== undefined
  const differing: LaunchFields = {
    ...(Object.fromEntries(own) as LaunchFields),
    ...(bound && { Placement: { ...fields.Placement, AvailabilityZone: zone } }),
  }
  const [nic] = (data['NetworkInterfaces'] ?? []) as Interface[]
  if (nic === undefined) return { ...differing, SubnetId: id }
  const { SecurityGroupIds: groups, ...rest } = differing
  const { NetworkInterfaceId: _id, PrivateIpAddress: _ip, PrivateIpAddresses: _ips, ...kept } = nic
  const Groups = fields.SecurityGroupIds ?? groups ?? []
  return { ...rest, NetworkInterfaces: [{ ...kept, DeviceIndex: kept.DeviceIndex ?? 0, SubnetId: id, Groups }] }
}

type Interface = NonNullable<LaunchFields['NetworkInterfaces']>[number]

/** Whether a template's value says all that the description says; it may say more. */
function saysTheSame(said: unknown, wanted: unknown): boolean {
  if (said === null || said === undefined || typeof wanted !== 'object' || wanted === null) return said === wanted
  if (Array.isArray(wanted) || typeof said !== 'object') return canonical(said) === canonical(wanted)
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || saysTheSame((said as Record<string, unknown>)[name], value),
  )
}
