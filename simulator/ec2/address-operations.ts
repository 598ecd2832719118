import type {
  Address as AddressShape,
  AllocateAddressCommandInput,
  AllocateAddressCommandOutput,
  AssociateAddressCommandInput,
  AssociateAddressCommandOutput,
  DescribeAddressesCommandInput,
  DescribeAddressesCommandOutput,
  DisassociateAddressCommandInput,
  ReleaseAddressCommandInput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Address, Addresses } from './addresses.ts'
import type { Answer } from '../answer.ts'
import { filled } from './answer.ts'
import { invalidCombination, invalidValue, missingParameter, required } from './faults.ts'
import { matcher } from './filters.ts'
import { notFound } from './ids.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { specifiedTags, type TagStore } from './tags.ts'

interface Parts {
  readonly addresses: Addresses
  readonly instances: Instances
  readonly tags: TagStore
  readonly context: ServiceContext
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html and its neighbours. */
export const addressOperations = ({ addresses, instances, tags, context }: Parts) => ({
  AllocateAddress(input: AllocateAddressCommandInput): Answer<AllocateAddressCommandOutput> {
    const given = specifiedTags(input.TagSpecifications, 'allocation')
    const address = addresses.allocate()
    tags.add(address.id, given)
    return {
      AllocationId: address.id,
      PublicIp: address.publicAddress,
      Domain: 'vpc',
      NetworkBorderGroup: context.region,
      PublicIpv4Pool: 'amazon',
    }
  },

  ReleaseAddress(input: ReleaseAddressCommandInput): object {
    if (input.AllocationId === undefined) {
      if (input.PublicIp === undefined) throw missingParameter('AllocationId')
      throw invalidValue('You must specify an allocation id when releasing a VPC elastic IP address')
    }
    addresses.release(addresses.get(input.AllocationId))
    return {}
  },

  AssociateAddress(input: AssociateAddressCommandInput): Answer<AssociateAddressCommandOutput> {
    const address = addressFor(input, addresses)
    const instance = targetOf(input, instances)
    checkState(instance)
    if (input.PrivateIpAddress !== undefined && input.PrivateIpAddress !== instance.privateAddress) {
      throw invalidValue(`The private IP address ${input.PrivateIpAddress} is not assigned to the network interface.`)
    }
    const before = address.association
    if (before?.instance === instance) return { AssociationId: before.id }
    if (before !== undefined && input.AllowReassociation === false) {
      throw new ServiceFault(
        'Resource.AlreadyAssociated',
        `resource ${address.id} is already associated with associate-id ${before.id}`,
      )
    }
    return { AssociationId: addresses.associate(address, instance) }
  },

  DisassociateAddress(input: DisassociateAddressCommandInput): object {
    const id = input.AssociationId
    if (id === undefined) {
      if (input.PublicIp === undefined) throw missingParameter('AssociationId')
      throw invalidValue('You must specify an association id when unmapping an address from a VPC instance')
    }
    const address = addresses.all.find(({ association }) => association?.id === id)
    if (address === undefined) throw notFound('association', id)
    addresses.disassociate(address)
    return {}
  },

  DescribeAddresses(input: DescribeAddressesCommandInput): Answer<DescribeAddressesCommandOutput> {
    for (const id of input.AllocationIds ?? []) addresses.get(id)
    const unknown = filled(input.PublicIps)?.find(
      (ip) => !addresses.all.some(({ publicAddress }) => publicAddress === ip),
    )
    if (unknown !== undefined) throw new ServiceFault('InvalidAddress.NotFound', `Address '${unknown}' not found.`)
    const matches = matcher<Address>(input.Filters, {
      fields: {
        'allocation-id': (address) => address.id,
        'association-id': (address) => address.association?.id,
        domain: () => 'vpc',
        'instance-id': (address) => address.association?.instance.id,
        'network-border-group': () => context.region,
        'network-interface-id': (address) => address.association?.instance.interfaceId,
        'network-interface-owner-id': (address) => (address.association ? context.account : undefined),
        'private-ip-address': (address) => address.association?.instance.privateAddress,
        'public-ip': (address) => address.publicAddress,
      },
      tagsOf: (address) => tags.of(address.id),
    })
    const wanted = addresses.all
      .filter((address) => filled(input.AllocationIds)?.includes(address.id) ?? true)
      .filter((address) => filled(input.PublicIps)?.includes(address.publicAddress) ?? true)
      .filter(matches)
    // This call has no pages.
    return { Addresses: wanted.map((address) => addressShape(address, { tags, context })) }
  },
})

function addressFor(input: AssociateAddressCommandInput, addresses: Addresses): Address {
  if (input.AllocationId !== undefined) return addresses.get(input.AllocationId)
  if (input.PublicIp === undefined) throw missingParameter('AllocationId')
  throw invalidCombination('You must specify an allocation id when mapping an address to a VPC instance')
}

function targetOf(input: AssociateAddressCommandInput, instances: Instances): InstanceRecord {
  const { InstanceId, NetworkInterfaceId } = input
  if (InstanceId !== undefined && NetworkInterfaceId !== undefined) {
    throw invalidCombination('You may specify either instance ID or network interface ID, but not both')
  }
  if (NetworkInterfaceId === undefined) {
    const [instance] = instances.get([required(InstanceId, 'instanceId')])
    return instance as InstanceRecord
  }
  const found = instances.findByInterface(NetworkInterfaceId)
  if (found === undefined) throw notFound('networkInterface', NetworkInterfaceId)
  return found
}

/** A pending instance is refused with a code of its own, one that is going or gone with another. */
function checkState({ id, state }: InstanceRecord): void {
  if (state === 'pending') {
    throw new ServiceFault(
      'InvalidInstanceID',
      `The pending instance '${id}' is not in a valid state for this operation.`,
    )
  }
  if (state === 'shutting-down' || state === 'terminated') {
    throw new ServiceFault('IncorrectInstanceState', `The instance '${id}' is not in a valid state for this operation.`)
  }
}

const addressShape = (
  { id, publicAddress, association }: Address,
  { tags, context: { region, account } }: Pick<Parts, 'tags' | 'context'>,
): AddressShape => ({
  AllocationId: id,
  PublicIp: publicAddress,
  Domain: 'vpc',
  PublicIpv4Pool: 'amazon',
  NetworkBorderGroup: region,
  ...(association === undefined
    ? {}
    : {
        AssociationId: association.id,
        InstanceId: association.instance.id,
        NetworkInterfaceId: association.instance.interfaceId,
        NetworkInterfaceOwnerId: account,
        PrivateIpAddress: association.instance.privateAddress,
      }),
  Tags: tags.view(id),
})
