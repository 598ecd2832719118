import type { LaunchTemplateOverrides, UpdateAutoScalingGroupType } from '@aws-sdk/client-auto-scaling'
import type { _InstanceType } from '@aws-sdk/client-ec2'
import type { GroupPlan } from './group-plan.ts'
import { imagePair, type ImagePair } from './scenario-images.ts'
import type { SimulatedAccount } from './account.ts'

/** How a group names its launch source to AWS. */
export type SourceFields = Pick<
  UpdateAutoScalingGroupType,
  'LaunchConfigurationName' | 'LaunchTemplate' | 'MixedInstancesPolicy'
>

/** A launch source that can get a newer image. */
export interface ScenarioSource {
  readonly fields: SourceFields
  /** Gives the source the newer image; undefined where the group itself needs no update. */
  readonly renew: () => SourceFields | undefined
  readonly names: readonly string[]
}

/** Makes what a plan's group launches from, on the old image. */
export const makeSource = (account: SimulatedAccount, plan: GroupPlan): ScenarioSource => {
  const kind = plan.launch ?? 'template-number'
  switch (kind) {
    case 'configuration':
      return configuration(account, plan)
    case 'template-number':
      return template(account, plan, '1')
    case 'template-latest':
      return template(account, plan, '$Latest')
    case 'template-default':
      return template(account, plan, '$Default')
    case 'mixed':
    case 'mixed-override-template':
      return mixed(account, plan)
    default:
      return kind satisfies never
  }
}

/** The images of a plan: its own, or those of the scenario. */
export const imagesOf = (
  account: SimulatedAccount,
  { images = { old: undefined, fresh: undefined } }: Pick<GroupPlan, 'images'>,
  architecture: 'x86_64' | 'arm64',
): ImagePair => {
  const pair = imagePair(account, architecture)
  return architecture === 'arm64' ? pair : { old: images.old ?? pair.old, fresh: images.fresh ?? pair.fresh }
}

const configuration = (account: SimulatedAccount, plan: GroupPlan): ScenarioSource => {
  const { old, fresh } = imagesOf(account, plan, 'x86_64')
  const names: string[] = []
  const make = (imageId: string): SourceFields => {
    const LaunchConfigurationName = `${plan.name}-${names.length + 1}`
    account.autoScaling.operations.CreateLaunchConfiguration({
      LaunchConfigurationName,
      ImageId: imageId,
      InstanceType: plan.instanceType ?? 't3.micro',
      ...(plan.userData === undefined ? {} : { UserData: base64(plan.userData) }),
    })
    names.push(LaunchConfigurationName)
    return { LaunchConfigurationName }
  }
  return { fields: make(old), renew: () => make(fresh), names }
}

const template = (
  account: SimulatedAccount,
  plan: GroupPlan,
  version: '1' | '$Latest' | '$Default',
): ScenarioSource => {
  const made = makeTemplate(account, plan, { name: `${plan.name}-template`, architecture: 'x86_64' })
  if (plan.aliased === true) return aliased(account, plan, { id: made.id, name: made.name, version })
  const at = (Version: string): SourceFields => ({ LaunchTemplate: { LaunchTemplateId: made.id, Version } })
  return {
    fields: at(version),
    renew: () => {
      made.renew()
      if (version === '$Default') {
        account.ec2.operations.ModifyLaunchTemplate({ LaunchTemplateId: made.id, DefaultVersion: '2' })
      }
      return version === '1' ? at('2') : undefined
    },
    names: [made.name],
  }
}

/** The parameter that names the image of an aliased group. */
export const imageParameter = (group: string): string => `/images/${group}`

/** A further version takes the image from a parameter, which moves in the version's place. */
const aliased = (
  account: SimulatedAccount,
  plan: GroupPlan,
  { id, name, version }: { readonly id: string; readonly name: string; readonly version: '1' | '$Latest' | '$Default' },
): ScenarioSource => {
  const { old, fresh } = imagesOf(account, plan, 'x86_64')
  const put = (Value: string): void =>
    void account.ssm.operations.PutParameter({
      Name: imageParameter(plan.name),
      Value,
      Type: 'String',
      Overwrite: true,
    })
  put(old)
  const { operations } = account.ec2
  operations.CreateLaunchTemplateVersion({
    LaunchTemplateId: id,
    SourceVersion: '1',
    LaunchTemplateData: { ImageId: `resolve:ssm:${imageParameter(plan.name)}` },
  })
  operations.ModifyLaunchTemplate({ LaunchTemplateId: id, DefaultVersion: '2' })
  return {
    fields: { LaunchTemplate: { LaunchTemplateId: id, Version: version === '1' ? '2' : version } },
    renew: () => {
      put(fresh)
      return undefined
    },
    names: [name],
  }
}

/** Two instance types; with override templates the second, arm64, has a template of its own. */
const mixed = (account: SimulatedAccount, plan: GroupPlan): ScenarioSource => {
  const base = makeTemplate(account, plan, { name: `${plan.name}-template`, architecture: 'x86_64' })
  const arm =
    plan.launch === 'mixed-override-template'
      ? makeTemplate(account, plan, { name: `${plan.name}-template-arm`, architecture: 'arm64' })
      : undefined
  const types = Object.keys(plan.weights ?? {})
  const first = types[0] ?? plan.instanceType ?? 't3.micro'
  const second = types[1] ?? (arm === undefined ? 't3.small' : 't4g.micro')
  const policy = (Version: string): SourceFields => ({
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: base.id, Version },
        Overrides: [
          override(plan, first),
          {
            ...override(plan, second),
            ...(arm === undefined ? {} : { LaunchTemplateSpecification: { LaunchTemplateId: arm.id, Version } }),
          },
        ],
      },
      InstancesDistribution:
        plan.spot === true
          ? { OnDemandPercentageAboveBaseCapacity: 0, SpotAllocationStrategy: 'capacity-optimized-prioritized' }
          : { OnDemandPercentageAboveBaseCapacity: 100 },
    },
  })
  return {
    fields: policy('1'),
    renew: () => {
      base.renew()
      arm?.renew()
      return policy('2')
    },
    names: arm === undefined ? [base.name] : [base.name, arm.name],
  }
}

const override = ({ weights }: GroupPlan, type: string): LaunchTemplateOverrides => ({
  InstanceType: type,
  ...(weights?.[type] === undefined ? {} : { WeightedCapacity: String(weights[type]) }),
})

interface MadeTemplate {
  readonly id: string
  readonly name: string
  readonly renew: () => void
}

const makeTemplate = (
  account: SimulatedAccount,
  plan: GroupPlan,
  { name, architecture }: { readonly name: string; readonly architecture: 'x86_64' | 'arm64' },
): MadeTemplate => {
  const { old, fresh } = imagesOf(account, plan, architecture)
  const { LaunchTemplate } = account.ec2.operations.CreateLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: {
      ImageId: old,
      InstanceType: (architecture === 'arm64' ? 't4g.micro' : (plan.instanceType ?? 't3.micro')) as _InstanceType,
      ...(plan.userData === undefined ? {} : { UserData: base64(plan.userData) }),
    },
  })
  const id = LaunchTemplate?.LaunchTemplateId ?? ''
  const renew = (): void => {
    account.ec2.operations.CreateLaunchTemplateVersion({
      LaunchTemplateId: id,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: fresh },
    })
  }
  return { id, name, renew }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
