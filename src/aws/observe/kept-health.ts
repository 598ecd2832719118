import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Instance, TargetHealth } from '../../domain/rollout/fleet.ts'
import { doAllServe, type HealthTold, mayKeepHealth } from '../../domain/rollout/freshness.ts'
import { nameOf } from '../groups/identity.ts'
import { attachmentsOf } from './health-states.ts'
import type { StatusChecksOf } from './status-checks.ts'

/** What load balancers and status checks say of the instances of one group. */
export interface HealthAnswers {
  readonly targetHealth: (instanceId: string) => readonly TargetHealth[]
  readonly statusChecks: StatusChecksOf
}

/** The health of the instances of groups as it was told last, for looks that need no other. */
export class KeptHealth {
  readonly #told = new Map<string, HealthTold & { readonly answers: HealthAnswers }>()

  /** The answers for a group as it is now; undefined where they must be asked for. */
  of(group: AutoScalingGroup, now: number): HealthAnswers | undefined {
    const told = this.#told.get(nameOf(group))
    return mayKeepHealth(told, { now, members: membersOf(group), attachments: attachmentsText(group) })
      ? told?.answers
      : undefined
  }

  /** Whether what was told of a group has only become old: no instance is waited for. */
  isOnlyOld(group: AutoScalingGroup): boolean {
    const told = this.#told.get(nameOf(group))
    return told !== undefined && this.of(group, told.at) !== undefined
  }

  /** Keeps what was asked for just now; `instances` are those of the group with these answers. */
  keep(
    group: AutoScalingGroup,
    {
      now,
      answers,
      instances,
    }: { readonly now: number; readonly answers: HealthAnswers; readonly instances: readonly Instance[] },
  ): void {
    this.#told.set(nameOf(group), {
      at: now,
      members: membersOf(group),
      attachments: attachmentsText(group),
      allServe: doAllServe(instances),
      answers,
    })
  }
}

const membersByGroup = new WeakMap<AutoScalingGroup, ReadonlyMap<string, string>>()

/** What the group itself says of the health of each of its instances in service; reckoned once for each answer of AWS. */
function membersOf(group: AutoScalingGroup): ReadonlyMap<string, string> {
  const members = membersByGroup.get(group) ?? listedMembers(group)
  membersByGroup.set(group, members)
  return members
}

function listedMembers({ Instances = [] }: AutoScalingGroup): ReadonlyMap<string, string> {
  const members = new Map<string, string>()
  for (const { InstanceId = '', LifecycleState, HealthStatus = '' } of Instances)
    if (LifecycleState === 'InService') members.set(InstanceId, HealthStatus)
  return members
}

const attachmentsText = (group: AutoScalingGroup): string => {
  const { classic, targetGroups } = attachmentsOf(group)
  return [...classic, ...targetGroups].join(' ')
}
