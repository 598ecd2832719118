/** Which launch templates the group of a seed names, and how its owner lets it name others. */
import type {
  AutoScalingGroup,
  LaunchTemplateSpecification,
  UpdateAutoScalingGroupType,
} from '@aws-sdk/client-auto-scaling'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { FUZZ_GROUP } from './fixture.ts'

type SourceFields = Pick<
  UpdateAutoScalingGroupType,
  'LaunchConfigurationName' | 'LaunchTemplate' | 'MixedInstancesPolicy'
>

/** The group as AWS describes it. */
export const describedGroup = ({ autoScaling }: SimulatedAccount): AutoScalingGroup | undefined =>
  autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [FUZZ_GROUP] }).AutoScalingGroups?.[0]

/** Each template that it may launch from, with the version that it names: its own, that of its policy, those of overrides. */
export function specificationsOf(account: SimulatedAccount): readonly LaunchTemplateSpecification[] {
  const { LaunchTemplate, MixedInstancesPolicy } = describedGroup(account) ?? {}
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  const overrides = (mixed?.Overrides ?? []).map((each) => each.LaunchTemplateSpecification)
  return [LaunchTemplate, mixed?.LaunchTemplateSpecification, ...overrides].filter((each) => each !== undefined)
}

/** The launch source of a described group, for an update of it, with other templates in the place of those that it names. */
export function sourceFields(
  described: AutoScalingGroup | undefined,
  inPlaceOf: (specification: LaunchTemplateSpecification) => LaunchTemplateSpecification,
): SourceFields {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = described ?? {}
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  // AWS shows name and id, but of a template that is gone what the group was given, and takes one of them.
  const put = (named: LaunchTemplateSpecification): LaunchTemplateSpecification => {
    const { LaunchTemplateId, LaunchTemplateName, Version } = inPlaceOf(named)
    return LaunchTemplateId === undefined ? { LaunchTemplateName, Version } : { LaunchTemplateId, Version }
  }
  return {
    ...(LaunchConfigurationName !== undefined && { LaunchConfigurationName }),
    ...(LaunchTemplate && { LaunchTemplate: put(LaunchTemplate) }),
    ...(mixed && {
      MixedInstancesPolicy: {
        ...MixedInstancesPolicy,
        LaunchTemplate: {
          LaunchTemplateSpecification: mixed.LaunchTemplateSpecification && put(mixed.LaunchTemplateSpecification),
          Overrides: (mixed.Overrides ?? []).map((each) => ({
            ...each,
            ...(each.LaunchTemplateSpecification && {
              LaunchTemplateSpecification: put(each.LaunchTemplateSpecification),
            }),
          })),
        },
      },
    }),
  }
}
