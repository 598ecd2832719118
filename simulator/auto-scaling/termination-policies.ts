import { resolveIfThere } from './launch-source.ts'
import type { Group, Member } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html */
export const terminationPolicyTypes: readonly string[] = [
  'AllocationStrategy', 'ClosestToNextInstanceHour', 'Default', 'NewestInstance', 'OldestInstance',
  'OldestLaunchConfiguration', 'OldestLaunchTemplate',
] // prettier-ignore

type Rank = (member: Member) => readonly number[]

/** One policy after the other narrows the choice, which is the same as comparing by one rank after the other. */
export function rankOf(state: AutoScalingState, group: Group): Rank {
  const now = state.timeline.now
  const current = currentTemplate(state, group)
  const configuration = group.source.kind === 'configuration' ? group.source.name : undefined
  const configurationAge = ({ origin }: Member): number =>
    origin?.kind === 'configuration' ? origin.createdAt : Infinity
  const templateAge = ({ origin }: Member): number =>
    origin?.kind === 'template' && origin.id === current ? origin.version : -1
  const toNextHour = ({ launchedAt }: Member): number => 3600 - ((now - launchedAt) % 3600)
  const outdated = (member: Member): readonly number[] => {
    if (group.source.kind === 'configuration') return [configurationAge(member)]
    return [member.origin?.kind === 'configuration' ? 0 : 1, templateAge(member)]
  }
  const ranks: Record<string, Rank> = {
    // A mixed group's default begins with its allocation strategy.
    Default: (member) => [-preference(group, member), ...outdated(member), toNextHour(member)],
    OldestInstance: ({ launchedAt }) => [launchedAt],
    NewestInstance: ({ launchedAt }) => [-launchedAt],
    OldestLaunchConfiguration: (member) => [
      member.origin?.kind === 'configuration' && member.origin.name === configuration ? 1 : 0,
      configurationAge(member),
    ],
    OldestLaunchTemplate: (member) => [templateAge(member)],
    ClosestToNextInstanceHour: (member) => [toNextHour(member)],
    AllocationStrategy: (member) => [-preference(group, member)],
  }
  const policies = (group.settings.TerminationPolicies ?? ['Default']).flatMap((policy) => ranks[policy] ?? [])
  return (member) => policies.flatMap((rank) => rank(member))
}

function currentTemplate(state: AutoScalingState, { source }: Group): string | undefined {
  if (source.kind === 'configuration') return undefined
  const specification =
    source.kind === 'template' ? source.specification : source.policy.LaunchTemplate?.LaunchTemplateSpecification
  if (!specification) return undefined
  if (specification.LaunchTemplateId !== undefined) return specification.LaunchTemplateId
  // Of one that is gone nothing is newer or older.
  return resolveIfThere(state, specification)?.id
}

/** How far down the list of overrides an instance's type stands: the strategies are approximated by the list's order. */
function preference({ source }: Group, { type }: Member): number {
  if (source.kind !== 'mixed') return 0
  const overrides = source.policy.LaunchTemplate?.Overrides ?? []
  const place = overrides.findIndex(({ InstanceType }) => InstanceType === type)
  return place < 0 ? overrides.length : place
}

/** Compares lists of ranks; the lower one leaves first. */
export function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (let place = 0; place < one.length; place++) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0)
    // Two infinities of the same kind are equal, but their difference is not a number.
    if (one[place] !== other[place] && difference !== 0) return difference
  }
  return 0
}
