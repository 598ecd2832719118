import type {
  CreateLaunchConfigurationCommandInput,
  DeleteLaunchConfigurationCommandInput,
  DescribeLaunchConfigurationsCommandInput,
  DescribeLaunchConfigurationsCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { checkType } from './known-names.ts'
import { atMost } from './limits.ts'
import { pageOf } from './paging.ts'
import {
  configurationExists,
  configurationInUse,
  configurationNotFound,
  configurationsUnavailable,
  limitExceeded,
} from './refusals.ts'
import { date, requiredField, uuid, type AutoScalingState } from './state.ts'

export const MOST_CONFIGURATIONS = 5000
export function createLaunchConfiguration(
  state: AutoScalingState,
  input: CreateLaunchConfigurationCommandInput,
): object {
  const name = requiredField(input.LaunchConfigurationName, 'launchConfigurationName')
  checkUserData(input)
  if (!state.behaviour.launchConfigurations) throw configurationsUnavailable()
  if (state.configurations.has(name)) throw configurationExists(name)
  if (state.configurations.size >= MOST_CONFIGURATIONS)
    throw limitExceeded('The LaunchConfiguration limit has been reached.')
  if (input.InstanceId !== undefined) {
    throw validationError('The simulator does not derive launch configurations from instances.')
  }
  const { ImageId: image, InstanceType: type } = input
  if (image === undefined || type === undefined) {
    throw validationError(
      'Valid requests must contain either the InstanceID parameter or both the ImageId and InstanceType parameters.',
    )
  }
  checkType(state, type)
  if (!state.compute.imageExists(image))
    throw validationError(`AMI ${image} is invalid: The image id '[${image}]' does not exist`)
  const { InstanceId: _none, ...kept } = structuredClone(input)
  state.configurations.set(name, {
    // AWS gives these back empty where they were not set.
    KernelId: '', RamdiskId: '', KeyName: '', UserData: '', EbsOptimized: false, ClassicLinkVPCSecurityGroups: [],
    BlockDeviceMappings: [], SecurityGroups: [], InstanceMonitoring: { Enabled: true },
    ...kept,
    LaunchConfigurationName: name,
    ImageId: image,
    InstanceType: type,
    LaunchConfigurationARN: `arn:aws:autoscaling:${state.region}:${state.account}:launchConfiguration:${uuid(state)}:launchConfigurationName/${name}`,
    CreatedTime: date(state.timeline.now),
  }) // prettier-ignore
  return {}
}

function checkUserData({ UserData: data }: CreateLaunchConfigurationCommandInput): void {
  if (data && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(data)) {
    throw validationError('Invalid BASE64 encoding of user data')
  }
}

export function describeLaunchConfigurations(
  state: AutoScalingState,
  input: DescribeLaunchConfigurationsCommandInput,
): Omit<DescribeLaunchConfigurationsCommandOutput, '$metadata'> {
  const names = input.LaunchConfigurationNames ?? []
  atMost(names, 50, 'launchConfigurationNames')
  const found =
    names.length > 0
      ? names.flatMap((name) => state.configurations.get(name) ?? [])
      : [...state.configurations.values()]
  const { items, next } = pageOf(found, (one) => one.LaunchConfigurationName ?? '', input, {
    usual: 50,
    most: 100,
    behaviour: state.behaviour,
  })
  return { LaunchConfigurations: items.map((one) => structuredClone(one)), ...next }
}

export function deleteLaunchConfiguration(
  state: AutoScalingState,
  input: DeleteLaunchConfigurationCommandInput,
): object {
  const name = requiredField(input.LaunchConfigurationName, 'launchConfigurationName')
  if (!state.configurations.has(name)) throw configurationNotFound(name)
  for (const { source, name: group } of state.groups.values()) {
    if (source.kind === 'configuration' && source.name === name) throw configurationInUse(name, group)
  }
  state.configurations.delete(name)
  for (const { origin } of state.members.values())
    if (origin?.kind === 'configuration' && origin.name === name) origin.isDeleted = true
  return {}
}
