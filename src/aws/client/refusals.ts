/**
 * AWS's refusals that mean something else than "this went wrong" to the module that made the call: the codes and messages
 * by which they are recognised. No other module reads a meaning in them, but those of this room that decide whether a call
 * is repeated and how its refusal is explained to people.
 */
import { type AwsFault, awsFaultOf } from './aws-fault.ts'

const refusals = {
  'group does not exist': ({ message }) => /not found/i.test(message),
  'desired capacity is at its minimum': ({ message }) => /violate group's min size/i.test(message),
  'instance is in no group': ({ message }) => message.includes('No managed instance found'),
  'instance does not exist': ({ code }) => code === 'InvalidInstanceID.NotFound',
  /** Systems Manager's word for an instance whose agent has not reported. */
  'instance is not managed': ({ code }) => code === 'InvalidInstanceId',
  'command is not shown yet': ({ code }) => code === 'InvocationDoesNotExist',
  'target does not run': ({ message }) =>
    /not in a running state|targets do not exist|Could not find EC2 instance/.test(message),
  'load balancer does not exist': ({ code }) => /^(TargetGroupNotFound|LoadBalancerNotFound)/.test(code),
  'address does not exist': ({ code }) => /^Invalid(AssociationID|AllocationID)\.NotFound$/.test(code),
  'address is taken': ({ code }) => code === 'Resource.AlreadyAssociated',
  /** Or the version asked for does not. */
  'launch template does not exist': ({ code }) =>
    /^InvalidLaunchTemplate(Id|Name)\.(\w*NotFound\w*|Malformed)/.test(code),
  /** A service does not see yet what another one has just made: EC2 of a version, or Auto Scaling of any source. */
  'launch source is not shown yet': ({ code, message }) =>
    code === 'InvalidLaunchTemplateId.VersionNotFound' ||
    /specified version|launch configuration name not found|launch template, with template/i.test(message),
  'name is taken': ({ code }) => code === 'AlreadyExists',
  /** https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html */
  'no launch configurations in this account': ({ code, message }) =>
    code === 'UnsupportedOperation' || /launch configuration.*not (available|supported)/i.test(message),
  /** Another subnet or zone may have room: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
  'no room here': ({ code }) =>
    /^(InsufficientInstanceCapacity|InsufficientFreeAddressesInSubnet|InsufficientHostCapacity|Unsupported)$/.test(
      code,
    ),
} as const satisfies Readonly<Record<string, (fault: AwsFault) => boolean>>

/** What a refusal of AWS means. */
export type Refusal = keyof typeof refusals

/** Whether AWS refused, and with this meaning, which holds for the calls that can be refused so. */
export function isRefusedAs(error: unknown, refusal: Refusal): boolean {
  const fault = awsFaultOf(error)
  return fault !== undefined && refusals[refusal](fault)
}
