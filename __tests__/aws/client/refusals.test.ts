import { type Refusal, isRefusedAs } from '../../../src/aws/client/refusals.ts'
import { refused } from '../fake-connection.ts'

/** What AWS says, as its references and users' reports have it. */
const said: Readonly<Record<Refusal, readonly { readonly code: string; readonly message?: string }[]>> = {
  'group does not exist': [
    { code: 'ValidationError', message: 'AutoScalingGroup name not found - AutoScalingGroup: web not found' },
  ],
  'desired capacity is at its minimum': [
    {
      code: 'ValidationError',
      message:
        "Currently, desiredSize equals minSize (4). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.",
    },
  ],
  'instance is in no group': [
    { code: 'ValidationError', message: 'Instance Id not found - No managed instance found for instance ID i-0abc' },
  ],
  'instance does not exist': [{ code: 'InvalidInstanceID.NotFound' }],
  'instance is not managed': [{ code: 'InvalidInstanceId' }],
  'command is not shown yet': [{ code: 'InvocationDoesNotExist' }],
  'target does not run': [
    {
      code: 'InvalidTarget',
      message: "The following targets are not in a running state and cannot be registered: 'i-0abc'",
    },
    { code: 'InvalidTarget', message: "The following targets do not exist: 'i-0abc'" },
    { code: 'InvalidInstance', message: 'Could not find EC2 instance i-0abc.' },
  ],
  'load balancer does not exist': [
    { code: 'TargetGroupNotFound' },
    { code: 'LoadBalancerNotFound' },
    { code: 'TargetGroupNotFoundException' },
  ],
  'address does not exist': [{ code: 'InvalidAssociationID.NotFound' }, { code: 'InvalidAllocationID.NotFound' }],
  'address is taken': [{ code: 'Resource.AlreadyAssociated' }],
  'launch template does not exist': [
    { code: 'InvalidLaunchTemplateId.NotFound' },
    { code: 'InvalidLaunchTemplateId.Malformed' },
    { code: 'InvalidLaunchTemplateId.VersionNotFound' },
    { code: 'InvalidLaunchTemplateName.NotFoundException' },
    { code: 'InvalidLaunchTemplateName.MalformedException' },
  ],
  'launch source is not shown yet': [
    { code: 'InvalidLaunchTemplateId.VersionNotFound' },
    { code: 'ValidationError', message: 'Launch configuration name not found - Launch configuration web-2 not found' },
    {
      code: 'ValidationError',
      message:
        'You must use a valid fully-formed launch template. The specified launch template, with template ID lt-1, does not exist.',
    },
    {
      code: 'ValidationError',
      message: 'Could not find the specified version 7 for the launch template with ID lt-1.',
    },
  ],
  'name is taken': [{ code: 'AlreadyExists' }],
  'no launch configurations in this account': [
    { code: 'UnsupportedOperation' },
    {
      code: 'ValidationError',
      message: 'The Launch Configuration creation operation is not available in your account.',
    },
  ],
  'no room here': [
    { code: 'InsufficientInstanceCapacity' },
    { code: 'InsufficientFreeAddressesInSubnet' },
    { code: 'InsufficientHostCapacity' },
    { code: 'Unsupported' },
  ],
}

const rows = Object.entries(said).flatMap(([refusal, texts]) =>
  texts.map(({ code, message = code }) => ({ refusal: refusal as Refusal, code, message })),
)

test.each(rows)('$code with "$message" says: $refusal', ({ refusal, code, message }) => {
  expect(isRefusedAs(refused(code, message), refusal)).toBe(true)
})

const others = [
  { name: 'a missing permission', error: refused('UnauthorizedOperation', 'You are not authorized to do this.') },
  { name: 'a throttled call', error: refused('Throttling', 'Rate exceeded') },
  { name: 'an error of the network', error: new Error('socket hang up: AlreadyExists') },
  { name: 'no error at all', error: undefined },
]

test.each(others)('$name says none of them', ({ error }) => {
  expect(Object.keys(said).filter((refusal) => isRefusedAs(error, refusal as Refusal))).toEqual([])
})
