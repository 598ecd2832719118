import type { MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling'
import type { ResolvedTemplate, TemplateSpecification } from '../interfaces.ts'
import { ServiceFault, validationError } from '../fault.ts'
import { checkStrategies, checkType } from './known-names.ts'
import { unknownAttribute } from './instance-types.ts'
import { atMost } from './limits.ts'
import type { GroupLaunchSource } from './model.ts'
import { badTemplate, configurationNotFound } from './refusals.ts'
import type { AutoScalingState } from './state.ts'

interface Request {
  readonly LaunchConfigurationName?: string | undefined
  readonly LaunchTemplate?: TemplateSpecification | undefined
  readonly MixedInstancesPolicy?: MixedInstancesPolicy | undefined
}

/** What the request launches from, checked as AWS checks it; undefined when it names nothing. */
export function sourceOf(state: AutoScalingState, request: Request): GroupLaunchSource | undefined {
  const { LaunchConfigurationName: name, LaunchTemplate: specification, MixedInstancesPolicy: policy } = request
  if ([name, specification, policy].filter((given) => given !== undefined).length > 1) {
    throw validationError(
      'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
    )
  }
  if (name !== undefined) {
    if (!state.configurations.has(name)) throw configurationNotFound(name)
    return { kind: 'configuration', name }
  }
  if (specification) return { kind: 'template', specification: checked(state, specification, undefined) }
  return policy && { kind: 'mixed', policy: mixed(state, policy) }
}

/** Resolves a template as it would be at a launch now; EC2's refusal comes in Auto Scaling's form. */
export function resolve(state: AutoScalingState, specification: TemplateSpecification): ResolvedTemplate {
  const { LaunchTemplateId: id, LaunchTemplateName: name } = specification
  if ((id === undefined) === (name === undefined)) {
    throw validationError('Valid requests must contain either launchTemplateId or LaunchTemplateName')
  }
  try {
    return state.compute.resolveTemplate(specification)
  } catch (fault) {
    if (fault instanceof ServiceFault) throw badTemplate(fault.message)
    throw fault
  }
}

/** The same; undefined where the template, or the version, was deleted since it was named. */
export function resolveIfThere(
  state: AutoScalingState,
  specification: TemplateSpecification,
): ResolvedTemplate | undefined {
  try {
    return resolve(state, specification)
  } catch (fault) {
    if (fault instanceof ServiceFault) return undefined
    throw fault
  }
}

/** Checks the template with the image that it will really launch, and keeps the specification as it is. */
function checked(
  state: AutoScalingState,
  specification: TemplateSpecification,
  override: string | undefined,
): TemplateSpecification {
  const { imageId, instanceType: type } = resolve(state, specification)
  if (type !== undefined && state.compute.knows?.('instance type', type) === false) {
    throw badTemplate(`Invalid value '${type}' for InstanceType.`)
  }
  const image = override ?? imageId
  if (image === undefined) throw badTemplate('The request must contain the parameter ImageId')
  if (!state.compute.imageExists(image)) {
    throw badTemplate(`The image id '[${image}]' does not exist`)
  }
  return { ...specification }
}

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplateOverrides.html */
function mixed(state: AutoScalingState, policy: MixedInstancesPolicy): MixedInstancesPolicy {
  const base = policy.LaunchTemplate?.LaunchTemplateSpecification
  if (!base)
    throw validationError('MixedInstancesPolicy must contain a LaunchTemplate with a LaunchTemplateSpecification.')
  if ((policy.InstancesDistribution?.DistributionSegments ?? []).length > 0)
    throw validationError('The simulator knows no DistributionSegments.')
  const overrides = policy.LaunchTemplate?.Overrides ?? []
  atMost(overrides, 40, 'mixedInstancesPolicy.launchTemplate.overrides')
  if (overrides.every(({ ImageId }) => ImageId === undefined)) checked(state, base, undefined)
  const weighted = overrides.filter(({ WeightedCapacity }) => WeightedCapacity !== undefined)
  if (weighted.length > 0 && weighted.length < overrides.length) {
    throw validationError('Either all overrides must specify WeightedCapacity or none.')
  }
  for (const {
    InstanceType,
    InstanceRequirements,
    WeightedCapacity,
    LaunchTemplateSpecification,
    ImageId,
  } of overrides) {
    checkType(state, InstanceType)
    if (InstanceType !== undefined && InstanceRequirements !== undefined) {
      throw validationError('An override must contain either InstanceType or InstanceRequirements, not both.')
    }
    if (WeightedCapacity !== undefined && !/^[1-9]\d{0,2}$/.test(WeightedCapacity)) {
      throw validationError(`WeightedCapacity ${WeightedCapacity} must be an integer from 1 to 999.`)
    }
    const requirements = InstanceRequirements
    if (requirements && (requirements.VCpuCount?.Min === undefined || requirements.MemoryMiB?.Min === undefined)) {
      throw validationError('InstanceRequirements must contain VCpuCount and MemoryMiB with a minimum.')
    }
    // What would be kept without effect is refused.
    const unknown = requirements && unknownAttribute(requirements)
    if (unknown !== undefined) throw validationError(`The simulator chooses no instance types by ${unknown}.`)
    if (LaunchTemplateSpecification || ImageId !== undefined)
      checked(state, LaunchTemplateSpecification ?? base, ImageId)
  }
  if (overrides.filter(({ InstanceRequirements }) => InstanceRequirements).length > 4) {
    throw validationError('A maximum of 4 InstanceRequirements is allowed.')
  }
  const byRequirements = overrides.some(({ InstanceRequirements }) => InstanceRequirements)
  checkStrategies(policy.InstancesDistribution ?? {}, byRequirements ? 'requirements' : 'types')
  return structuredClone(policy)
}

/** As Describe shows it: in literal form, with name and id of the template. */
export function describedSource(state: AutoScalingState, source: GroupLaunchSource): Request {
  switch (source.kind) {
    case 'configuration':
      return { LaunchConfigurationName: source.name }
    case 'template':
      return { LaunchTemplate: named(state, source.specification) }
    case 'mixed': {
      const { LaunchTemplate: template, InstancesDistribution: distribution } = source.policy
      const requirements = template?.Overrides?.some(({ InstanceRequirements }) => InstanceRequirements) ?? false
      return {
        MixedInstancesPolicy: {
          LaunchTemplate: {
            ...template,
            ...(template?.LaunchTemplateSpecification && {
              LaunchTemplateSpecification: named(state, template.LaunchTemplateSpecification),
            }),
            Overrides: (template?.Overrides ?? []).map((override) => ({
              ...override,
              ...(override.LaunchTemplateSpecification && {
                LaunchTemplateSpecification: named(state, override.LaunchTemplateSpecification),
              }),
            })),
          },
          // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html
          InstancesDistribution: {
            OnDemandAllocationStrategy: requirements ? 'lowest-price' : 'prioritized',
            OnDemandBaseCapacity: 0,
            OnDemandPercentageAboveBaseCapacity: 100,
            SpotAllocationStrategy: 'lowest-price',
            ...(usesPools(distribution?.SpotAllocationStrategy) && { SpotInstancePools: 2 }),
            ...distribution,
          },
        },
      }
    }
    default:
      throw source satisfies never
  }
}

const usesPools = (strategy: string | undefined): boolean => strategy === undefined || strategy === 'lowest-price'

/** AWS fills in the id for a name and the name for an id; a template that is gone is shown as it was given. */
function named(state: AutoScalingState, specification: TemplateSpecification): TemplateSpecification {
  try {
    const { id, name } = state.compute.resolveTemplate(specification)
    return { LaunchTemplateId: id, LaunchTemplateName: name, Version: specification.Version ?? '$Default' }
  } catch (fault) {
    if (fault instanceof ServiceFault) return specification
    throw fault
  }
}
