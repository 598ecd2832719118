import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { type LeaseClaimant, leaseConflict } from '../../domain/rollout/lease.ts'
import type { Sizes } from '../../domain/rollout/fleet.ts'
import type { TagMap } from '../../domain/patch/ownership.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { readMemo } from '../groups/memo-tag.ts'
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
  /** Why groups cannot be patched now. */
  readonly problems: readonly PreflightFinding[]
}

/** The groups that are meant, and which of them another run holds; throws only where an entry matches nothing. */
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
  return { groups: described.map(patchedGroup), problems: described.flatMap((group) => held(group, asker)) }
}

function held(group: AutoScalingGroup, { run, now }: LeaseClaimant): readonly PreflightFinding[] {
  const name = group.AutoScalingGroupName ?? ''
  try {
    const memo = readMemo(group)
    const reported = memo && leaseConflict(memo, { run, now })
    return reported === undefined ? [] : [refusalOf(name, reported)]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [refusalOf(name, error.message.replace(/\.$/, ''))]
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
