import { refusal, scene, type Scene } from './fixture.ts'

const allocate = ({ ops }: Scene) => ops.AllocateAddress({ Domain: 'vpc' }).AllocationId ?? ''

function bastion(account: Scene): { id: string; AllocationId: string } {
  const id = account.runOne()
  account.timeline.advance(30)
  const AllocationId = allocate(account)
  account.ops.AssociateAddress({ AllocationId, InstanceId: id })
  return { id, AllocationId }
}

describe('what EC2 refuses about addresses', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown allocation': {
      act: ({ ops, runOne }) => ops.AssociateAddress({ AllocationId: 'eipalloc-00000000', InstanceId: runOne() }),
      says: "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-00000000' does not exist",
    },
    'an unknown association': {
      act: ({ ops }) => ops.DisassociateAddress({ AssociationId: 'eipassoc-00000000' }),
      says: "InvalidAssociationID.NotFound: The association ID 'eipassoc-00000000' does not exist",
    },
    'a public address where the allocation is wanted': {
      act: ({ ops, runOne }) => ops.AssociateAddress({ PublicIp: '52.0.0.1', InstanceId: runOne() }),
      says: 'InvalidParameterCombination: You must specify an allocation id when mapping an address to a VPC instance',
    },
    'a pending instance': {
      act: (account) => account.ops.AssociateAddress({ AllocationId: allocate(account), InstanceId: account.runOne() }),
      says: 'is not in a valid state for this operation.',
    },
    'an instance that ends': {
      act: (account) => {
        const id = account.runOne()
        account.ops.TerminateInstances({ InstanceIds: [id] })
        account.ops.AssociateAddress({ AllocationId: allocate(account), InstanceId: id })
      },
      says: 'IncorrectInstanceState: The instance',
    },
    'instance and interface together': {
      act: (account) =>
        account.ops.AssociateAddress({
          AllocationId: allocate(account),
          InstanceId: account.runOne(),
          NetworkInterfaceId: 'eni-1',
        }),
      says: 'InvalidParameterCombination: You may specify either instance ID or network interface ID, but not both',
    },
    'a move that is not allowed': {
      act: (account) => {
        const { AllocationId } = bastion(account)
        const InstanceId = account.runOne()
        account.timeline.advance(30)
        account.ops.AssociateAddress({ AllocationId, InstanceId, AllowReassociation: false })
      },
      says: 'Resource.AlreadyAssociated: resource eipalloc-',
    },
    'the release of one in use': {
      act: (account) => account.ops.ReleaseAddress({ AllocationId: bastion(account).AllocationId }),
      says: 'InvalidIPAddress.InUse: Address 52.',
    },
    'the sixth address': {
      act: (account) => Array.from({ length: 6 }, () => allocate(account)),
      says: 'AddressLimitExceeded: The maximum number of addresses has been reached.',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('one call moves the address; the old instance keeps no public address', () => {
  const account = scene()
  const { id, AllocationId } = bastion(account)
  const [before] = account.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses ?? []
  const next = account.runOne()
  account.timeline.advance(30)
  const moved = account.ops.AssociateAddress({ AllocationId, InstanceId: next, AllowReassociation: true })
  expect(moved.AssociationId).not.toBe(before?.AssociationId)
  expect(account.ec2.addressOf(next)?.public).toBe(before?.PublicIp)
  expect(account.ec2.addressOf(id)?.public).toBeUndefined()
})

test('the same association again is the same', () => {
  const account = scene()
  const { id, AllocationId } = bastion(account)
  const again = () =>
    account.ops.AssociateAddress({ AllocationId, InstanceId: id, AllowReassociation: false }).AssociationId
  expect(again()).toBe(again())
})

test('another Elastic IP takes the place of the first, which stays allocated', () => {
  const account = scene()
  const { id, AllocationId } = bastion(account)
  account.ops.AssociateAddress({ AllocationId: allocate(account), InstanceId: id })
  const [first] = account.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses ?? []
  expect(first?.InstanceId).toBeUndefined()
  account.ops.ReleaseAddress({ AllocationId })
  expect(account.ops.DescribeAddresses({}).Addresses).toHaveLength(1)
})

test('the termination of an instance frees its Elastic IP, a stop does not', () => {
  const account = scene()
  const { id, AllocationId } = bastion(account)
  const holder = () => account.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses?.[0]?.InstanceId
  account.ops.StopInstances({ InstanceIds: [id] })
  account.timeline.advance(10)
  expect(holder()).toBe(id)
  account.ops.TerminateInstances({ InstanceIds: [id] })
  account.timeline.advance(10)
  expect(holder()).toBeUndefined()
})

test('an auto-assigned address is lost at a stop, and a new one is assigned at the start', () => {
  const account = scene()
  const id = account.runOne()
  account.timeline.advance(30)
  const first = account.ec2.addressOf(id)?.public
  account.ops.StopInstances({ InstanceIds: [id] })
  expect(account.ec2.addressOf(id)?.public).toBeUndefined()
  account.timeline.advance(10)
  account.ops.StartInstances({ InstanceIds: [id] })
  expect(account.ec2.addressOf(id)?.public).toMatch(/^52\./)
  expect(account.ec2.addressOf(id)?.public).not.toBe(first)
})
