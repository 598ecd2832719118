import type { LaunchChanges } from '../../domain/patch/launch-data.ts'
import type { PatchStep } from '../../domain/patch/plan.ts'

/** What a step of a patch does, as an order. Of user data no more is said than that it changes. */
export function patchStepInWords(step: PatchStep): string {
  switch (step.kind) {
    case 'copy-configuration':
      return `copy the launch configuration ${step.from} as ${step.name} with image ${step.data.ImageId ?? 'unknown'}`
    case 'create-template':
      return `make a launch template of the launch configuration ${step.from} with image ${step.data.ImageId ?? 'unknown'}`
    case 'create-version':
      return `create version ${step.expected} of ${step.name} (${step.template}) from version ${step.from} with ${changesInWords(step.changes)}`
    case 'move-default':
      return `make the new version of ${step.name} (${step.template}) its default`
    case 'remember-previous':
      return `note ${step.configuration} as its previous launch source`
    case 'update-group':
      return `let ${step.group} launch from the new launch source`
    default:
      return step satisfies never
  }
}

/** `image ami-1, instance type m7g.large and other user data`. */
function changesInWords({ ImageId, InstanceType, UserData, BlockDeviceMappings }: LaunchChanges): string {
  const parts = [
    ImageId === undefined ? [] : [`image ${ImageId}`],
    InstanceType === undefined ? [] : [`instance type ${InstanceType}`],
    UserData === undefined ? [] : ['other user data'],
    BlockDeviceMappings === undefined ? [] : ['the root volume of that image'],
  ].flat()
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Why a step is made. */
export function patchStepReason({ kind }: PatchStep): string {
  switch (kind) {
    case 'copy-configuration':
      return 'a launch configuration cannot be changed'
    case 'create-template':
      return 'launch configurations get no new features, and new accounts cannot create any'
    case 'create-version':
      return 'a version cannot be changed'
    case 'move-default':
      return 'the group launches the default version'
    case 'remember-previous':
      return 'for a later rollback'
    case 'update-group':
      return 'the group names its launch source'
    default:
      return kind satisfies never
  }
}
