import type {
  DescribeInstanceAttributeCommandInput,
  DescribeInstanceAttributeCommandOutput,
  DescribeInstanceCreditSpecificationsCommandInput,
  DescribeInstanceCreditSpecificationsCommandOutput,
  ModifyInstanceAttributeCommandInput,
  ModifyInstanceCreditSpecificationCommandInput,
  ModifyInstanceCreditSpecificationCommandOutput,
} from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { invalidCombination, invalidValue, missingParameter, required } from './faults.ts'
import { instanceShape, type ShapeParts } from './instance-shape.ts'
import { instanceType } from './instance-types.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { ec2Page } from './pages.ts'
import { checkUserData } from './user-data.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html and its neighbours. */
export const attributeOperations = (instances: Instances, parts: ShapeParts) => ({
  DescribeInstanceAttribute(
    input: DescribeInstanceAttributeCommandInput,
  ): Answer<DescribeInstanceAttributeCommandOutput> {
    const instance = one(instances, input.InstanceId)
    return { InstanceId: instance.id, ...attribute(instance, { name: required(input.Attribute, 'attribute'), parts }) }
  },

  ModifyInstanceAttribute(input: ModifyInstanceAttributeCommandInput): object {
    const instance = one(instances, input.InstanceId)
    const changes = wanted(input)
    const names = Object.keys(changes)
    if (names.length === 0) throw missingParameter('attribute')
    if (names.length > 1) {
      throw invalidCombination(`Fields for multiple attribute types specified: ${names.join(', ')}`)
    }
    if (instance.state === 'terminated' || instance.state === 'shutting-down') {
      throw new ServiceFault(
        'IncorrectInstanceState',
        `The instance '${instance.id}' is not in a valid state for this operation.`,
      )
    }
    const [name] = names
    if (NEEDS_STOP.includes(name ?? '') && instance.state !== 'stopped') {
      throw new ServiceFault('IncorrectInstanceState', `The instance '${instance.id}' is not in the 'stopped' state.`)
    }
    if (changes.instanceType !== undefined) instance.type = instanceType(changes.instanceType).name
    if (changes.userData !== undefined) instance.userData = checkUserData(changes.userData)
    if (changes.disableApiTermination !== undefined) instance.disableApiTermination = changes.disableApiTermination
    if (changes.disableApiStop !== undefined) instance.disableApiStop = changes.disableApiStop
    if (changes.ebsOptimized !== undefined) instance.ebsOptimized = changes.ebsOptimized
    if (changes.sourceDestCheck !== undefined) instance.sourceDestCheck = changes.sourceDestCheck
    if (changes.instanceInitiatedShutdownBehavior !== undefined) {
      instance.shutdownBehavior = shutdownBehavior(changes.instanceInitiatedShutdownBehavior)
    }
    if (changes.groupSet !== undefined) instance.securityGroups = changes.groupSet.map((id) => parts.groups.get(id).id)
    return {}
  },

  DescribeInstanceCreditSpecifications(
    input: DescribeInstanceCreditSpecificationsCommandInput,
  ): Answer<DescribeInstanceCreditSpecificationsCommandOutput> {
    const ids = input.InstanceIds ?? []
    const requested =
      ids.length > 0 ? instances.get(ids) : [...instances.all].filter(({ credits }) => credits === 'unlimited')
    const steady = requested.find(({ credits }) => credits === undefined)
    if (steady !== undefined) throw notBurstable(steady)
    const { items, ...rest } = ec2Page(requested, input, parts.context)
    return {
      InstanceCreditSpecifications: items.map(({ id, credits }) => ({ InstanceId: id, CpuCredits: credits })),
      ...rest,
    }
  },

  ModifyInstanceCreditSpecification(
    input: ModifyInstanceCreditSpecificationCommandInput,
  ): Answer<ModifyInstanceCreditSpecificationCommandOutput> {
    const changed = required(input.InstanceCreditSpecifications, 'InstanceCreditSpecification').map((change) => {
      const instance = one(instances, change.InstanceId)
      const credits = change.CpuCredits
      if (instance.credits === undefined) throw notBurstable(instance)
      if (credits !== 'standard' && credits !== 'unlimited')
        throw invalidValue(`Invalid value '${credits}' for CpuCredits.`)
      instance.credits = credits
      return { InstanceId: instance.id }
    })
    return { SuccessfulInstanceCreditSpecifications: changed, UnsuccessfulInstanceCreditSpecifications: [] }
  },
})

/** EC2 changes these only while the instance is stopped. */
const NEEDS_STOP = ['instanceType', 'userData', 'ebsOptimized']

function one(instances: Instances, id: string | undefined): InstanceRecord {
  const [instance] = instances.get([required(id, 'instanceId')])
  return instance as InstanceRecord
}

const notBurstable = (instance: InstanceRecord): ServiceFault =>
  new ServiceFault(
    'UnsupportedOperation',
    `The CpuCredits specification is not supported for the instance type of '${instance.id}'.`,
  )

function shutdownBehavior(text: string): InstanceRecord['shutdownBehavior'] {
  if (text === 'stop' || text === 'terminate') return text
  throw invalidValue(`Invalid value '${text}' for InstanceInitiatedShutdownBehavior.`)
}

/** Both ways of saying it, as fields of their own and as `Attribute` with `Value`, brought into one. */
function wanted(input: ModifyInstanceAttributeCommandInput) {
  const by = (name: string): string | undefined => (input.Attribute === name ? input.Value : undefined)
  const flag = (name: string): boolean | undefined => (by(name) === undefined ? undefined : by(name) === 'true')
  const all = {
    instanceType: input.InstanceType?.Value ?? by('instanceType'),
    userData: base64(input.UserData?.Value) ?? by('userData'),
    disableApiTermination: input.DisableApiTermination?.Value ?? flag('disableApiTermination'),
    disableApiStop: input.DisableApiStop?.Value ?? flag('disableApiStop'),
    ebsOptimized: input.EbsOptimized?.Value ?? flag('ebsOptimized'),
    sourceDestCheck: input.SourceDestCheck?.Value ?? flag('sourceDestCheck'),
    instanceInitiatedShutdownBehavior:
      input.InstanceInitiatedShutdownBehavior?.Value ?? by('instanceInitiatedShutdownBehavior'),
    groupSet: input.Groups,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<typeof all>
}

/** The SDK gives bytes here, unlike everywhere else in EC2. */
const base64 = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('base64')

function attribute(
  instance: InstanceRecord,
  { name, parts }: { readonly name: string; readonly parts: ShapeParts },
): Partial<Answer<DescribeInstanceAttributeCommandOutput>> {
  const shape = instanceShape(instance, parts)
  switch (name) {
    case 'instanceType':
      return { InstanceType: { Value: instance.type } }
    case 'userData':
      return { UserData: instance.userData === undefined ? {} : { Value: instance.userData } }
    case 'disableApiTermination':
      return { DisableApiTermination: { Value: instance.disableApiTermination } }
    case 'disableApiStop':
      return { DisableApiStop: { Value: instance.disableApiStop } }
    case 'instanceInitiatedShutdownBehavior':
      return { InstanceInitiatedShutdownBehavior: { Value: instance.shutdownBehavior } }
    case 'rootDeviceName':
      return { RootDeviceName: { Value: instance.spec.image.rootDeviceName } }
    case 'blockDeviceMapping':
      return { BlockDeviceMappings: shape.BlockDeviceMappings ?? [] }
    case 'groupSet':
      return { Groups: shape.SecurityGroups ?? [] }
    case 'ebsOptimized':
      return { EbsOptimized: { Value: instance.ebsOptimized } }
    case 'sourceDestCheck':
      return { SourceDestCheck: { Value: instance.sourceDestCheck } }
    case 'enaSupport':
      return { EnaSupport: { Value: true } }
    case 'sriovNetSupport':
      return { SriovNetSupport: { Value: 'simple' } }
    case 'productCodes':
      return { ProductCodes: [] }
    case 'kernel':
      return { KernelId: {} }
    case 'ramdisk':
      return { RamdiskId: {} }
    default:
      throw invalidValue(`Value (${name}) for parameter attribute is invalid. Unknown attribute.`)
  }
}
