import { phaseOf } from '../../domain/rollout/lifecycle.ts'
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { visitGroups } from '../groups/describe.ts'
import { STACK_TAG } from '../../domain/stack-reference.ts'

/** What the audit keeps of a group: what it launches from. */
export type ListedGroup = Pick<
  AutoScalingGroup,
  'LaunchConfigurationName' | 'LaunchTemplate' | 'MixedInstancesPolicy'
> & {
  readonly name: string
  readonly account: string | undefined
  readonly stack: string | undefined
  readonly ownerTag: string | undefined
}

/** Groups, and which instance belongs to which of them. */
export interface ListedGroups {
  readonly groups: readonly ListedGroup[]
  /** By instance id. */
  readonly members: ReadonlyMap<string, Membership>
}

export interface Membership {
  readonly group: string
  /** Only where the root volume was replaced, or an override named the image: then it is truer than EC2's. */
  readonly imageId: string | undefined
  /** Terminating: it drains, perhaps for minutes, and needs no new image any more. */
  readonly leaving: boolean
}

/** The tag that says in many accounts to whom something belongs, however it is written. */
export const ownerTagOf = (
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[],
): string | undefined => tags.find(({ Key }) => Key?.toLowerCase() === 'owner')?.Value

/** The groups with these names, or every group of the region, with what they launch from and their instances. */
export async function listGroups(
  connection: Connection,
  names: readonly string[] | 'every group',
): Promise<ListedGroups> {
  const groups: ListedGroup[] = []
  const members = new Map<string, Membership>()
  await visitGroups(connection, names, (group) => keep(group, { groups, members }))
  return { groups, members }
}

function keep(
  described: AutoScalingGroup,
  { groups, members }: { groups: ListedGroup[]; members: Map<string, Membership> },
) {
  const { AutoScalingGroupName: name, LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = described
  // A status means that the group is being deleted.
  if (name === undefined || described.Status) return
  const tags = described.Tags ?? []
  const stack = tags.find(({ Key }) => Key === STACK_TAG)?.Value
  const account = described.AutoScalingGroupARN?.split(':')[4]
  groups.push({
    name,
    account,
    stack,
    ownerTag: ownerTagOf(tags),
    LaunchConfigurationName,
    LaunchTemplate,
    MixedInstancesPolicy,
  })
  // Most instances stay and say nothing of their image: these share one object.
  const usual: Membership = { group: name, imageId: undefined, leaving: false }
  for (const { InstanceId, ImageId, LifecycleState } of described.Instances ?? []) {
    if (InstanceId === undefined) continue
    const leaving = LifecycleState !== undefined && phaseOf({ lifecycle: LifecycleState }) === 'leaving'
    members.set(InstanceId, ImageId || leaving ? { group: name, imageId: ImageId, leaving } : usual)
  }
}
