/** Reads what may be too little for the launches of a roll: free addresses, targets and vCPUs. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Demand, SubnetHeadroom, GroupHeadroom, TargetHeadroom } from '../../domain/rollout/preflight.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import type { InstanceTypeReader } from '../images/instance-types.ts'
import { attachmentsOf } from '../observe/health-states.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import { subnetHeadroom } from './subnet-headroom.ts'
import { targetHeadroom, type TargetSources } from './target-headroom.ts'
import { type UnlessRefused, vcpuHeadroom, type Vcpus } from './vcpu-headroom.ts'

/** What could be read of the surroundings of groups, and what not. */
export interface Headroom {
  readonly around: (group: string) => GroupHeadroom
  /** vCPUs of one instance, by type; a type of which AWS does not tell is missing. */
  readonly vcpus: ReadonlyMap<string, number>
  /** A sentence for each thing that could not be read. */
  readonly skipped: readonly string[]
}

/** Asks, with calls shared between the groups, for what their demands will meet. What AWS does not tell is skipped. */
export async function readHeadroom(
  { types, ...sources }: TargetSources & { readonly types: InstanceTypeReader },
  groups: readonly AutoScalingGroup[],
  demands: readonly Demand[],
): Promise<Headroom> {
  const { connection } = sources
  const skipped: string[] = []
  const unlessRefused: UnlessRefused = async (what, ask) => {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof UserError) && !(error instanceof UncertainOutcome)) throw error
      skipped.push(`${what} not checked: ${awsFaultOf(error)?.message ?? error.message}`)
      return undefined
    }
  }
  const arns = new Set(groups.flatMap((group) => attachmentsOf(group).targetGroups))
  const [subnets, targets, vcpus] = await Promise.all([
    unlessRefused('Free addresses were', () => subnetHeadroom(connection, groups)),
    unlessRefused('Targets per target group were', () => targetHeadroom(sources, [...arns])),
    vcpuHeadroom({ connection, types }, demands, unlessRefused),
  ])
  const known = new Map(groups.map((group) => [group.AutoScalingGroupName ?? '', group]))
  return {
    around: (name) => surroundingsOf(known.get(name), { subnets, targets, vcpus }),
    vcpus: vcpus.each,
    skipped,
  }
}

interface Read {
  readonly subnets: ((group: AutoScalingGroup) => readonly SubnetHeadroom[]) | undefined
  readonly targets: ReadonlyMap<string, TargetHeadroom> | undefined
  readonly vcpus: Vcpus
}

const surroundingsOf = (group: AutoScalingGroup | undefined, { subnets, targets, vcpus }: Read): GroupHeadroom =>
  group === undefined
    ? { subnets: undefined, targetGroups: undefined }
    : {
        // Where nothing is known of any subnet there is nothing to compare with.
        subnets: nonEmpty(subnets?.(group)),
        targetGroups: targets && attachmentsOf(group).targetGroups.flatMap((arn) => targets.get(arn) ?? []),
        vcpus: vcpus.rooms(group.AutoScalingGroupName ?? ''),
        ...(group.AvailabilityZoneDistribution?.CapacityDistributionStrategy === 'balanced-only' && {
          distribution: 'balanced-only',
        }),
      }

const nonEmpty = <Item>(list: readonly Item[] | undefined): readonly Item[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list
