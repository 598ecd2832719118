import { isRepeatable } from '../../../src/aws/client/operations.ts'

describe('after a lost answer', () => {
  test.each([
    { name: 'a read', operation: 'DescribeAddresses', input: {}, expected: true },
    { name: 'a change that says what is to be', operation: 'SuspendProcesses', input: {}, expected: true },
    {
      name: 'a change that counts twice',
      operation: 'TerminateInstanceInAutoScalingGroup',
      input: {},
      expected: false,
    },
    {
      name: 'one with a token of the caller',
      operation: 'RunInstances',
      input: { ClientToken: 'one' },
      expected: true,
    },
    { name: 'a free address', operation: 'AssociateAddress', input: { AllowReassociation: false }, expected: true },
    {
      name: 'an address that serves another instance, which others may have moved by then',
      operation: 'AssociateAddress',
      input: { AllowReassociation: true },
      expected: false,
    },
  ])('$name is repeated: $expected', ({ operation, input, expected }) => {
    expect(isRepeatable(operation, input)).toBe(expected)
  })
})
