import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { type LeaseClaimant, leaseConflict } from '../../domain/rollout/lease.ts'
import type { Sizes } from '../../domain/rollout/fleet.ts'
import type { TagMap } from '../../domain/patch/ownership.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { readMemo } from '../groups/memo-tag.ts'
import { refuseIneligible } from '../select/eligibility.ts'
import { type Selector, selectGroups } from '../select/select.ts'

/** A group that is to be patched, as AWS has it and in plain words. */
export interface PatchedGroup {
  readonly group: string
  readonly described: AutoScalingGroup
  readonly sizes: Sizes
  /** Instances that the group itself calls healthy and in service. */
  readonly inService: number
  readonly tags: TagMap
}

export interface SelectedForPatch {
  readonly groups: readonly PatchedGroup[]
  /** Why groups cannot be patched now; a sentence without its full stop each. */
  readonly problems: readonly string[]
}

/** The groups that are meant, with what stands in the way; throws only where an entry matches nothing. */
export async function selectForPatch(
  connection: Connection,
  selector: Selector,
  asker: LeaseClaimant,
): Promise<SelectedForPatch> {
  const selected = await selectGroups(connection, selector)
  // Asked for anew by name: a selection may come without the instances.
  const names = selected.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? [])
  const found = new Map((await groupsByName(connection, names)).map((group) => [group.AutoScalingGroupName, group]))
  const described = names.flatMap((name) => found.get(name) ?? [])
  const problems = [...(await obstacles(connection, described)), ...described.flatMap((group) => held(group, asker))]
  return { groups: described.map(patchedGroup), problems }
}

async function obstacles(connection: Connection, groups: readonly AutoScalingGroup[]): Promise<readonly string[]> {
  try {
    await refuseIneligible(connection, groups)
    return []
  } catch (error) {
    // An obstacle has no cause; a refused call has, and it is no group's fault.
    if (!(error instanceof UserError) || error.cause !== undefined) throw error
    return [(error.why ?? error.what).replace(/\.$/, '')]
  }
}

function held(group: AutoScalingGroup, { run, now }: LeaseClaimant): string[] {
  const name = group.AutoScalingGroupName ?? ''
  try {
    const memo = readMemo(group)
    const reported = memo && leaseConflict(memo, { run, now })
    return reported === undefined ? [] : [`${name}: ${reported}`]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [`${name}: ${error.message.replace(/\.$/, '')}`]
  }
}

const patchedGroup = (described: AutoScalingGroup): PatchedGroup => ({
  group: described.AutoScalingGroupName ?? '',
  described,
  sizes: { min: described.MinSize ?? 0, max: described.MaxSize ?? 0, desired: described.DesiredCapacity ?? 0 },
  inService: (described.Instances ?? []).filter(
    ({ LifecycleState, HealthStatus }) => LifecycleState === 'InService' && HealthStatus === 'Healthy',
  ).length,
  tags: Object.fromEntries((described.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
})
