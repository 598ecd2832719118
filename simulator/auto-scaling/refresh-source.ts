import type { DesiredConfiguration } from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import type { TemplateSpecification } from '../interfaces.ts'
import { resolveIfThere, sourceOf } from './launch-source.ts'
import type { Group, GroupLaunchSource, Member } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** What a refresh moves the group to; undefined without a desired configuration. */
export function desiredSourceOf(
  state: AutoScalingState,
  group: Group,
  desired: DesiredConfiguration | undefined,
): GroupLaunchSource | undefined {
  const source = desired && sourceOf(state, desired)
  if (source && (hasRequirements(source) || hasRequirements(group.source)))
    throw validationError('A desired configuration is not supported with attribute-based instance type selection.') // unsourced text
  return source
}

/** Whether types are chosen by their attributes: such groups know neither skip matching nor desired configurations. */
export const hasRequirements = (source: GroupLaunchSource): boolean =>
  source.kind === 'mixed' &&
  (source.policy.LaunchTemplate?.Overrides ?? []).some(({ InstanceRequirements }) => InstanceRequirements)

/**
 * Whether an instance is what the source would launch: template, version and type.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh-skip-matching.html
 */
export function matches(state: AutoScalingState, { origin, type }: Member, source: GroupLaunchSource): boolean {
  if (source.kind === 'configuration')
    return origin?.kind === 'configuration' && origin.name === source.name && origin.isDeleted !== true
  if (origin?.kind !== 'template') return false
  return specificationsOf(source, type).some((specification) => {
    const { id, version, instanceType } = resolveIfThere(state, specification) ?? {}
    if (origin.id !== id || origin.version !== version) return false
    return source.kind === 'mixed' || instanceType === undefined || instanceType === type
  })
}

/** The templates from which a source launches instances of a type. */
function specificationsOf(source: GroupLaunchSource, type: string | undefined): TemplateSpecification[] {
  if (source.kind === 'configuration') return []
  if (source.kind === 'template') return [source.specification]
  const { LaunchTemplateSpecification: base, Overrides: overrides = [] } = source.policy.LaunchTemplate ?? {}
  if (base === undefined) return []
  if (overrides.length === 0) return [base]
  return overrides
    .filter(({ InstanceType }) => type === undefined || InstanceType === undefined || InstanceType === type)
    .map(({ LaunchTemplateSpecification: own }) => own ?? base)
}

/** Whether what matches may change while a refresh goes on, since the source names `$Latest` or `$Default`. */
export const followsVersions = (source: GroupLaunchSource): boolean =>
  specificationsOf(source, undefined).some(isUnnumbered)

const isUnnumbered = ({ Version: version = '$Default' }: TemplateSpecification): boolean => version.startsWith('$')

/**
 * Why the group could not be put back to what it launches from now; undefined where it can.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RollbackInstanceRefresh.html
 */
export function whyIrreversible(state: AutoScalingState, group: Group): string | undefined {
  for (const specification of specificationsOf(group.source, undefined)) {
    if (isUnnumbered(specification))
      return 'the Auto Scaling group uses the $Latest or $Default version of its launch template.'
    // Where the template is gone the rollback begins, and fails.
    if (resolveIfThere(state, specification)?.imageId?.startsWith('resolve:ssm:') === true)
      return 'the launch template of the Auto Scaling group uses an AWS Systems Manager parameter instead of an AMI ID.'
  }
  return undefined
}
