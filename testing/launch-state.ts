import type { AutoScalingGroup, LaunchConfiguration, LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2'
import type { SimulatedAccount } from '../simulator/account.ts'
import { runAction, type ActionRun } from './run-action.ts'

/** A group as AWS describes it. */
export function groupNow(account: SimulatedAccount, name: string): AutoScalingGroup {
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  const [group] = AutoScalingGroups ?? []
  if (group === undefined) throw new Error(`${name} is gone`)
  return group
}

export function configurationNow(account: SimulatedAccount, name: string): LaunchConfiguration {
  const { LaunchConfigurations } = account.autoScaling.operations.DescribeLaunchConfigurations({
    LaunchConfigurationNames: [name],
  })
  const [configuration] = LaunchConfigurations ?? []
  if (configuration === undefined) throw new Error(`${name} is gone`)
  return configuration
}

/** The names of all launch configurations. */
export const configurationNames = (account: SimulatedAccount): readonly string[] =>
  (account.autoScaling.operations.DescribeLaunchConfigurations({}).LaunchConfigurations ?? []).map(
    ({ LaunchConfigurationName = '' }) => LaunchConfigurationName,
  )

/** The version of a template that a launch would use now. */
export function versionNow(
  account: SimulatedAccount,
  specification: LaunchTemplateSpecification | undefined,
): LaunchTemplateVersion {
  const { LaunchTemplateId: id = '', Version = '$Default' } = specification ?? {}
  const request = { LaunchTemplateId: id, Versions: [Version] }
  const { LaunchTemplateVersions } = account.ec2.operations.DescribeLaunchTemplateVersions(request)
  const [version] = LaunchTemplateVersions ?? []
  if (version === undefined) throw new Error(`${id} has no version ${Version}`)
  return version
}

export const versionNumbers = (account: SimulatedAccount, id: string): readonly number[] =>
  (account.ec2.operations.DescribeLaunchTemplateVersions({ LaunchTemplateId: id }).LaunchTemplateVersions ?? [])
    .map(({ VersionNumber = 0 }) => VersionNumber)
    .sort((one, other) => one - other)

/** Every image that the group's next launches may use, its base's first. */
export function imagesNow(account: SimulatedAccount, name: string): readonly (string | undefined)[] {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = groupNow(account, name)
  if (LaunchConfigurationName !== undefined) return [configurationNow(account, LaunchConfigurationName).ImageId]
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  const imageOf = (specification: LaunchTemplateSpecification | undefined): string | undefined =>
    versionNow(account, specification).LaunchTemplateData?.ImageId
  return [
    imageOf(mixed?.LaunchTemplateSpecification ?? LaunchTemplate),
    ...(mixed?.Overrides ?? []).flatMap(({ ImageId, LaunchTemplateSpecification }) =>
      ImageId === undefined && LaunchTemplateSpecification === undefined
        ? []
        : [ImageId ?? imageOf(LaunchTemplateSpecification)],
    ),
  ]
}

export const tagNow = (account: SimulatedAccount, name: string, key: string): string | undefined =>
  (groupNow(account, name).Tags ?? []).find(({ Key }) => Key === key)?.Value

/** The instances in service; those that leave may drain for long. */
export const instanceIdsNow = (account: SimulatedAccount, name: string): readonly string[] =>
  (groupNow(account, name).Instances ?? [])
    .filter(({ LifecycleState }) => LifecycleState === 'InService')
    .map(({ InstanceId = '' }) => InstanceId)
    .sort()

/** A launch template with this data; gives its id. */
export function addTemplate(account: SimulatedAccount, name: string, data: Readonly<Record<string, unknown>>): string {
  const { LaunchTemplate } = account.ec2.operations.CreateLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: { InstanceType: 't3.micro', ...data },
  })
  return LaunchTemplate?.LaunchTemplateId ?? ''
}

/** Runs `patch-image` on every group of the region, unless the inputs say otherwise. */
export const applyPatchImage = (
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> => runAction(account, { inputs: { mode: 'patch-image', 'auto-scaling-groups': '*', ...inputs } })

/** The error annotations of a step; empty where there are none. */
export const failure = (step: ActionRun): string => annotated(step, 'error')

export const warnings = (step: ActionRun): string => annotated(step, 'warning')

const annotated = ({ annotations }: ActionRun, wanted: 'error' | 'warning'): string =>
  annotations.flatMap(({ level, message }) => (level === wanted ? message : [])).join('\n')

/** The operations that changed something, in order. */
export const changes = (account: SimulatedAccount): readonly string[] =>
  account.ledger.changes().map(({ operation }) => operation)
