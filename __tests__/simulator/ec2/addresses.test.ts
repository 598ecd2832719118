import { refusal, scene, type Scene } from './fixture.ts'

const allocate = ({ ops }: Scene) => ops.AllocateAddress({ Domain: 'vpc' }).AllocationId ?? ''

function bastion(world: Scene): { id: string; AllocationId: string } {
  const id = world.runOne()
  world.timeline.advance(30)
  const AllocationId = allocate(world)
  world.ops.AssociateAddress({ AllocationId, InstanceId: id })
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
      act: (world) => world.ops.AssociateAddress({ AllocationId: allocate(world), InstanceId: world.runOne() }),
      says: 'is not in a valid state for this operation.',
    },
    'an instance that ends': {
      act: (world) => {
        const id = world.runOne()
        world.ops.TerminateInstances({ InstanceIds: [id] })
        world.ops.AssociateAddress({ AllocationId: allocate(world), InstanceId: id })
      },
      says: 'IncorrectInstanceState: The instance',
    },
    'instance and interface together': {
      act: (world) =>
        world.ops.AssociateAddress({
          AllocationId: allocate(world),
          InstanceId: world.runOne(),
          NetworkInterfaceId: 'eni-1',
        }),
      says: 'InvalidParameterCombination: You may specify either instance ID or network interface ID, but not both',
    },
    'a move that is not allowed': {
      act: (world) => {
        const { AllocationId } = bastion(world)
        const InstanceId = world.runOne()
        world.timeline.advance(30)
        world.ops.AssociateAddress({ AllocationId, InstanceId, AllowReassociation: false })
      },
      says: 'Resource.AlreadyAssociated: resource eipalloc-',
    },
    'the release of one in use': {
      act: (world) => world.ops.ReleaseAddress({ AllocationId: bastion(world).AllocationId }),
      says: 'InvalidIPAddress.InUse: Address 52.',
    },
    'the sixth address': {
      act: (world) => Array.from({ length: 6 }, () => allocate(world)),
      says: 'AddressLimitExceeded: The maximum number of addresses has been reached.',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('one call moves the address; the old instance keeps no public address', () => {
  const world = scene()
  const { id, AllocationId } = bastion(world)
  const [before] = world.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses ?? []
  const next = world.runOne()
  world.timeline.advance(30)
  const moved = world.ops.AssociateAddress({ AllocationId, InstanceId: next, AllowReassociation: true })
  expect(moved.AssociationId).not.toBe(before?.AssociationId)
  expect(world.ec2.addressOf(next)?.public).toBe(before?.PublicIp)
  expect(world.ec2.addressOf(id)?.public).toBeUndefined()
})

test('the same association again is the same', () => {
  const world = scene()
  const { id, AllocationId } = bastion(world)
  const again = () =>
    world.ops.AssociateAddress({ AllocationId, InstanceId: id, AllowReassociation: false }).AssociationId
  expect(again()).toBe(again())
})

test('another Elastic IP takes the place of the first, which stays allocated', () => {
  const world = scene()
  const { id, AllocationId } = bastion(world)
  world.ops.AssociateAddress({ AllocationId: allocate(world), InstanceId: id })
  const [first] = world.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses ?? []
  expect(first?.InstanceId).toBeUndefined()
  world.ops.ReleaseAddress({ AllocationId })
  expect(world.ops.DescribeAddresses({}).Addresses).toHaveLength(1)
})

test('the end of an instance frees its Elastic IP, a stop does not', () => {
  const world = scene()
  const { id, AllocationId } = bastion(world)
  const holder = () => world.ops.DescribeAddresses({ AllocationIds: [AllocationId] }).Addresses?.[0]?.InstanceId
  world.ops.StopInstances({ InstanceIds: [id] })
  world.timeline.advance(10)
  expect(holder()).toBe(id)
  world.ops.TerminateInstances({ InstanceIds: [id] })
  world.timeline.advance(10)
  expect(holder()).toBeUndefined()
})

test('a lent address is lost at a stop, and a new one comes at the start', () => {
  const world = scene()
  const id = world.runOne()
  world.timeline.advance(30)
  const first = world.ec2.addressOf(id)?.public
  world.ops.StopInstances({ InstanceIds: [id] })
  expect(world.ec2.addressOf(id)?.public).toBeUndefined()
  world.timeline.advance(10)
  world.ops.StartInstances({ InstanceIds: [id] })
  expect(world.ec2.addressOf(id)?.public).toMatch(/^52\./)
  expect(world.ec2.addressOf(id)?.public).not.toBe(first)
})
