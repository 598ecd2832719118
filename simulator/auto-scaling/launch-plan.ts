import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import { ServiceFault } from '../fault.ts'
import type { LaunchSettings, MachineRequest } from '../interfaces.ts'
import { launchedSource } from './active-refresh.ts'
import { resolve } from './launch-source.ts'
import type { Offer } from './market.ts'
import type { Group, InstanceOrigin } from './model.ts'
import { launchTags } from './tags.ts'
import type { AutoScalingState } from './state.ts'

/** What EC2 is asked for, and what the instance is launched from; throws EC2's fault where something is not there. */
export function launchPlan(
  state: AutoScalingState,
  group: Group,
  { offer, zone, subnetId }: { offer: Offer; zone: string; subnetId: string | undefined },
): { request: MachineRequest; origin: InstanceOrigin } {
  const place = { subnetId: subnetId ?? subnetIn(group, zone), tags: launchTags(group), spot: offer.market === 'spot' }
  const source = launchedSource(group)
  if (source.kind === 'configuration') {
    const configuration = state.configurations.get(source.name)
    if (!configuration) throw new ServiceFault('ValidationError', `Launch configuration ${source.name} not found.`)
    const request: MachineRequest = {
      ...place,
      imageId: configuration.ImageId ?? '',
      type: configuration.InstanceType ?? '',
      spot: configuration.SpotPrice !== undefined,
      userData: configuration.UserData || undefined,
      keyName: configuration.KeyName || undefined,
      securityGroups: configuration.SecurityGroups,
      profile: configuration.IamInstanceProfile,
      settings: settingsOf(configuration),
    }
    const createdAt = (configuration.CreatedTime?.getTime() ?? 0) / 1000
    return { request, origin: { kind: 'configuration', name: source.name, createdAt } }
  }
  const specification = source.kind === 'template'
    ? source.specification
    : (offer.override?.LaunchTemplateSpecification ?? source.policy.LaunchTemplate?.LaunchTemplateSpecification ?? {}) // prettier-ignore
  const { id, name, version, imageId, instanceType } = resolve(state, specification)
  const type = offer.type ?? instanceType
  if (offer.override?.InstanceRequirements && offer.type === undefined) {
    throw new ServiceFault('ValidationError', 'There is no instance type that meets the requirements.')
  }
  const image = offer.override?.ImageId ?? imageId
  if (image === undefined) throw new ServiceFault('ValidationError', 'The request must contain the parameter ImageId.')
  // EC2's own default where neither group nor template names a type.
  const request = { ...place, imageId: image, type: type ?? 'm1.small', template: { id, version } }
  return { request, origin: { kind: 'template', id, name, version } }
}

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html */
const settingsOf = (configuration: LaunchConfiguration): LaunchSettings => ({
  metadataOptions: configuration.MetadataOptions,
  blockDevices: configuration.BlockDeviceMappings?.map(({ NoDevice, ...device }) => ({
    ...device,
    ...(NoDevice === true && { NoDevice: '' }),
  })),
  monitored: configuration.InstanceMonitoring?.Enabled,
  ebsOptimized: configuration.EbsOptimized,
  publicAddress: configuration.AssociatePublicIpAddress,
  tenancy: configuration.PlacementTenancy,
})

/** The subnets of a zone are used in turn. */
function subnetIn(group: Group, zone: string): string {
  const subnets = group.subnets.filter((subnet) => subnet.zone === zone)
  const subnet = subnets[group.members.size % Math.max(1, subnets.length)]
  if (!subnet) throw new ServiceFault('ValidationError', `No default subnet for availability zone: '${zone}'.`)
  return subnet.id
}
