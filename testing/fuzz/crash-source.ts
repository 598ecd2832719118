/** The launch source of a group, as far as two runs must leave it alike. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import { configurationNames, configurationNow, groupNow, imagesNow, tagNow, versionNow } from '../launch-state.ts'

/** Tags that stay when a run has ended: the target of a later rollback. */
export const LASTING_TAGS = ['fleet-patch:previous', 'fleet-patch:rolled-back'] as const

/** All as text, for comparison. */
export interface SourceNow {
  /** The next instance's image and user data. */
  readonly content: string
  /** The same, and the reference by which the group names its launch source. */
  readonly used: string
  /** The same, with all versions and configurations, and what is recorded for a rollback. */
  readonly whole: string
}

export function sourceNow(account: SimulatedAccount, name: string): SourceNow {
  const { LaunchConfigurationName: configuration, LaunchTemplate, MixedInstancesPolicy } = groupNow(account, name)
  const { LaunchTemplateSpecification, Overrides } = MixedInstancesPolicy?.LaunchTemplate ?? {}
  const { UserData } =
    configuration === undefined
      ? (versionNow(account, LaunchTemplateSpecification ?? LaunchTemplate).LaunchTemplateData ?? {})
      : configurationNow(account, configuration)
  const { LaunchTemplates = [] } = account.ec2.operations.DescribeLaunchTemplates({})
  const content = { images: imagesNow(account, name), userData: UserData }
  const used = {
    ...content,
    isOnConfiguration: configuration !== undefined,
    version: (LaunchTemplateSpecification ?? LaunchTemplate)?.Version,
    overrides: Overrides?.map((each) => each.LaunchTemplateSpecification?.Version),
  }
  const whole = {
    ...used,
    configurations: configurationNames(account).length,
    versions: LaunchTemplates.map((each) => [each.LatestVersionNumber, each.DefaultVersionNumber]),
    recorded: LASTING_TAGS.map((tag) => tagNow(account, name, tag)),
  }
  return { content: JSON.stringify(content), used: JSON.stringify(used), whole: JSON.stringify(whole) }
}
