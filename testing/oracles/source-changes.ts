/** What a change of a run says of the launch source of its group. */
import type { RecordedChange } from './change-recorder.ts'

/** The fields of a group that say what it launches from. */
export const SOURCES = ['LaunchConfigurationName', 'LaunchTemplate', 'MixedInstancesPolicy']
const MAKES_SOURCES = ['CreateLaunchConfiguration', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'ModifyLaunchTemplate'] // prettier-ignore

/** Whether a change concerns what a group launches from, and nothing else. */
export function changesSource({ operation, input }: RecordedChange): boolean {
  const { AutoScalingGroupName: _, ...fields } = input
  const updates =
    operation === 'UpdateAutoScalingGroup' && Object.keys(fields).every((field) => SOURCES.includes(field))
  return updates || MAKES_SOURCES.includes(operation)
}
