import * as schemas from '@aws-sdk/client-auto-scaling'
import type {
  Activity,
  AutoScalingGroup,
  CreateAutoScalingGroupCommandInput,
  Instance,
} from '@aws-sdk/client-auto-scaling'
import { AutoScalingService } from '../../../simulator/auto-scaling/service.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { ServiceFault } from '../../../simulator/fault.ts'
import { asOnTheWire } from '../as-on-the-wire.ts'
import { FakeBalancing, FakeCompute, context } from './fakes.ts'

/** An Auto Scaling service with fakes of the other services and one template, `web`, of two versions. */
export function fixture(behaviour: Partial<Behaviour> = {}) {
  const account = context(behaviour)
  const compute = new FakeCompute(account.timeline, account.behaviour)
  compute.template(
    'web',
    { imageId: 'ami-1', instanceType: 'm5.large' },
    { imageId: 'ami-2', instanceType: 'm5.large' },
  )
  const balancing = new FakeBalancing(account.timeline, account.behaviour)
  const service = new AutoScalingService(account, compute, balancing)
  const aws = asOnTheWire('Auto Scaling', service.operations, schemas)
  const group = (name = 'web'): AutoScalingGroup => {
    const [found] = aws.DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups ?? []
    if (!found) throw new Error(`There is no group ${name}.`)
    return found
  }
  const instances = (name = 'web'): Instance[] => group(name).Instances ?? []
  return {
    ...account,
    compute,
    balancing,
    service,
    aws,
    group,
    instances,
    ids: (name = 'web'): string[] => instances(name).map(({ InstanceId = '' }) => InstanceId),
    lifecycles: (name = 'web'): string[] => instances(name).map(({ LifecycleState = '' }) => LifecycleState as string),
    zones: (name = 'web'): string => instances(name).filter(({ LifecycleState }) => LifecycleState === 'InService').map(({ AvailabilityZone = '' }) => AvailabilityZone.at(-1)).toSorted((a, b) => String(a).localeCompare(String(b))).join(''), // prettier-ignore
    activities: (name = 'web'): Activity[] =>
      aws.DescribeScalingActivities({ AutoScalingGroupName: name }).Activities ?? [],
    /** A group on the template's version 1 in two zones, by default with nothing in it. */
    create: (input: Partial<CreateAutoScalingGroupCommandInput> = {}): void => {
      const source =
        input.LaunchConfigurationName === undefined &&
        input.MixedInstancesPolicy === undefined &&
        input.LaunchTemplate === undefined
      aws.CreateAutoScalingGroup({
        AutoScalingGroupName: 'web', MinSize: 0, MaxSize: 10, VPCZoneIdentifier: 'subnet-a,subnet-b',
        ...(source && { LaunchTemplate: { LaunchTemplateName: 'web', Version: '1' } }),
        ...input,
      }) // prettier-ignore
    },
    configuration: (name: string, imageId = 'ami-1'): void => {
      aws.CreateLaunchConfiguration({ LaunchConfigurationName: name, ImageId: imageId, InstanceType: 'm5.large' })
    },
    /** Long enough for launches, load balancers and shutdowns. */
    settle: (): void => account.timeline.advance(200),
  }
}

export type Fixture = ReturnType<typeof fixture>

/** Code and text of the refusal. */
export function refusal(call: () => unknown): string {
  try {
    call()
  } catch (fault) {
    if (fault instanceof ServiceFault) return `${fault.code}: ${fault.message}`
    throw fault
  }
  return 'accepted'
}
