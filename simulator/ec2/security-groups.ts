import type {
  CreateSecurityGroupCommandInput,
  CreateSecurityGroupCommandOutput,
  DeleteSecurityGroupCommandInput,
  DeleteSecurityGroupCommandOutput,
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { filled } from './answer.ts'
import { required } from './faults.ts'
import { matcher } from './filters.ts'
import { notFound } from './ids.ts'
import type { VpcNetwork } from './network.ts'
import { ec2Page } from './pages.ts'
import { specifiedTags, type TagStore } from './tags.ts'

export interface SecurityGroup {
  readonly order: number
  readonly id: string
  readonly name: string
  readonly description: string
  readonly vpcId: string
}

/** Security groups without their rules: nothing here filters packets. Every VPC has one named `default`. */
export class SecurityGroups {
  readonly #byId = new Map<string, SecurityGroup>()
  readonly #context: ServiceContext
  #order = 0

  constructor(context: ServiceContext, network: VpcNetwork) {
    this.#context = context
    this.addDefault(network.defaultVpc.id)
  }

  get all(): readonly SecurityGroup[] {
    return [...this.#byId.values()]
  }

  find(id: string): SecurityGroup | undefined {
    return this.#byId.get(id)
  }

  /** Throws `InvalidGroup.NotFound`; the code for an ill-formed id has its own stem. */
  get(id: string): SecurityGroup {
    const found = this.#byId.get(id)
    if (found !== undefined) return found
    if (!id.startsWith('sg-'))
      throw new ServiceFault('InvalidGroupId.Malformed', `Invalid id: "${id}" (expecting "sg-...")`)
    throw notFound('securityGroup', id)
  }

  named(name: string, vpcId: string): SecurityGroup {
    const found = this.all.find((group) => group.name === name && group.vpcId === vpcId)
    if (found === undefined) {
      throw new ServiceFault('InvalidGroup.NotFound', `The security group '${name}' does not exist in VPC '${vpcId}'`)
    }
    return found
  }

  addDefault(vpcId: string): SecurityGroup {
    return this.add({ name: 'default', description: 'default VPC security group', vpcId })
  }

  add({ name, description, vpcId }: Pick<SecurityGroup, 'name' | 'description' | 'vpcId'>): SecurityGroup {
    if (this.all.some((group) => group.name === name && group.vpcId === vpcId)) {
      throw new ServiceFault('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`)
    }
    const group = { order: this.#order++, id: `sg-${this.#context.random.hex(17)}`, name, description, vpcId }
    this.#byId.set(group.id, group)
    return group
  }

  remove(id: string): void {
    if (this.get(id).name === 'default') {
      throw new ServiceFault('CannotDelete', `the specified group: "${id}" name: "default" cannot be deleted by a user`)
    }
    this.#byId.delete(id)
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const securityGroupOperations = (
  groups: SecurityGroups,
  { network, tags, context }: { network: VpcNetwork; tags: TagStore; context: ServiceContext },
) => ({
  CreateSecurityGroup(input: CreateSecurityGroupCommandInput): Answer<CreateSecurityGroupCommandOutput> {
    const given = specifiedTags(input.TagSpecifications, 'securityGroup')
    const vpcId = input.VpcId === undefined ? network.defaultVpc.id : network.vpc(input.VpcId).id
    const group = groups.add({
      name: required(input.GroupName, 'groupName'),
      description: required(input.Description, 'groupDescription'),
      vpcId,
    })
    tags.add(group.id, given)
    return { GroupId: group.id, Tags: tags.view(group.id) }
  },

  DeleteSecurityGroup(input: DeleteSecurityGroupCommandInput): Answer<DeleteSecurityGroupCommandOutput> {
    const id = input.GroupId ?? groups.named(required(input.GroupName, 'groupId'), network.defaultVpc.id).id
    groups.remove(id)
    tags.forget(id)
    return { Return: true, GroupId: id }
  },

  DescribeSecurityGroups(input: DescribeSecurityGroupsCommandInput): Answer<DescribeSecurityGroupsCommandOutput> {
    const matches = matcher<SecurityGroup>(input.Filters, {
      fields: {
        'group-id': (group) => group.id,
        'group-name': (group) => group.name,
        description: (group) => group.description,
        'vpc-id': (group) => group.vpcId,
        'owner-id': () => context.account,
      },
      tagsOf: (group) => tags.of(group.id),
    })
    const byId = filled(input.GroupIds)?.map((id) => groups.get(id))
    const byName = filled(input.GroupNames)?.map((name) => groups.named(name, network.defaultVpc.id))
    const requested = byId ?? byName ?? groups.all
    const { items, ...rest } = ec2Page(requested.filter(matches), input, context)
    return {
      SecurityGroups: items.map((group) => ({
        GroupId: group.id,
        GroupName: group.name,
        Description: group.description,
        VpcId: group.vpcId,
        OwnerId: context.account,
        IpPermissions: [],
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
        Tags: tags.view(group.id),
      })),
      ...rest,
    }
  },
})
