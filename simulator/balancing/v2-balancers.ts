import type {
  CreateLoadBalancerCommandInput,
  CreateLoadBalancerCommandOutput,
  DeleteLoadBalancerCommandInput,
  DescribeAccountLimitsCommandInput,
  DescribeAccountLimitsCommandOutput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput,
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
  LoadBalancer as LoadBalancerShape,
  ModifyLoadBalancerAttributesCommandInput,
  ModifyLoadBalancerAttributesCommandOutput,
  SetSubnetsCommandInput,
  SetSubnetsCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Behaviour, Compute } from '../interfaces.ts'
import { ServiceFault, validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { balancerZone } from './dns.ts'
import { limitList, type Limits } from './limits.ts'
import { markedPage } from './markers.ts'
import { balancerArn, checkName } from './names.ts'
import type { BalancerTags } from './tag-store.ts'
import type { TargetGroups } from './target-groups.ts'
import type { LoadBalancers } from './v2-model.ts'
import type { LoadBalancer } from './v2-shapes.ts'

export interface V2Parts {
  readonly balancers: LoadBalancers
  readonly groups: TargetGroups
  readonly compute: Compute
  readonly tags: BalancerTags
  readonly limits: Limits
  readonly behaviour: Pick<Behaviour, 'shortPages' | 'networkWeights'>
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html and its neighbours. */
export const v2Balancers = ({ balancers, groups, compute, tags, limits, behaviour }: V2Parts) => ({
  CreateLoadBalancer(input: CreateLoadBalancerCommandInput): Answer<CreateLoadBalancerCommandOutput> {
    const name = checkName(input.Name, 'Load balancer')
    if (name.startsWith('internal-'))
      throw validationError(`Load balancer name '${name}' cannot start with 'internal-'`)
    const { zones, vpcId } = zonesOf(input, { compute, type: input.Type ?? 'application' })
    const before = balancers.named(name)
    if (before !== undefined) {
      const same = before.type === (input.Type ?? 'application') && String([...before.zones]) === String([...zones])
      if (same) return { LoadBalancers: [shape(before)] }
      throw new ServiceFault(
        'DuplicateLoadBalancerName',
        `A load balancer with the same name '${name}' exists, but with different settings`,
      )
    }
    if (balancers.all.length >= limits.loadBalancers) {
      throw new ServiceFault('TooManyLoadBalancers', 'The maximum number of load balancers has been reached')
    }
    const type = input.Type === 'network' ? ('network' as const) : ('application' as const)
    const { random, region, timeline } = balancers.context
    const id = random.hex(16)
    const balancer: LoadBalancer = {
      order: balancers.nextOrder(),
      arn: balancerArn(balancers.context, `loadbalancer/${type === 'application' ? 'app' : 'net'}/${name}/${id}`),
      name,
      type,
      scheme: input.Scheme ?? 'internet-facing',
      dnsName: `${name}-${Math.floor(random.next() * 1e9)}.${region}.elb.amazonaws.com`,
      createdAt: timeline.now,
      vpcId,
      securityGroups: input.SecurityGroups ?? [],
      zones,
      attributes: new Map([
        ['deletion_protection.enabled', 'false'],
        ['idle_timeout.timeout_seconds', '60'],
        ['load_balancing.cross_zone.enabled', type === 'application' ? 'true' : 'false'],
      ]),
      listeners: new Map(),
    }
    tags.add(balancer.arn, input.Tags)
    balancers.add(balancer)
    return { LoadBalancers: [shape(balancer)] }
  },

  DescribeLoadBalancers(input: DescribeLoadBalancersCommandInput): Answer<DescribeLoadBalancersCommandOutput> {
    const { LoadBalancerArns: arns = [], Names: names = [] } = input
    if (arns.length > 20 || names.length > 20)
      throw validationError('Cannot describe more than 20 load balancers by name or ARN')
    if (arns.length > 0 && names.length > 0)
      throw validationError('Load balancer names and ARNs cannot be specified at the same time')
    const byName = names.map((name) => {
      const found = balancers.named(name)
      if (found === undefined) throw new ServiceFault('LoadBalancerNotFound', `Load balancers '[${name}]' not found`)
      return found
    })
    const byArn = arns.map((arn) => balancers.get(arn))
    const requested = byArn.length > 0 ? byArn : names.length > 0 ? byName : balancers.all
    const { items, ...rest } = markedPage(
      [...requested].sort((one, other) => one.order - other.order),
      input,
      behaviour,
    )
    return { LoadBalancers: items.map(shape), ...rest }
  },

  /** Deleting what is not there succeeds. */
  DeleteLoadBalancer(input: DeleteLoadBalancerCommandInput): object {
    const balancer = balancers.find(input.LoadBalancerArn ?? '')
    if (balancer === undefined) return {}
    if (balancer.attributes.get('deletion_protection.enabled') === 'true') {
      throw new ServiceFault(
        'OperationNotPermitted',
        `Load balancer '${balancer.arn}' cannot be deleted because deletion protection is enabled`,
      )
    }
    balancers.remove(balancer)
    tags.forget(balancer.arn)
    return {}
  },

  SetSubnets(input: SetSubnetsCommandInput): Answer<SetSubnetsCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerArn)
    const { zones } = zonesOf(input, { compute, type: balancer.type })
    balancer.zones.clear()
    for (const [zone, subnet] of zones) balancer.zones.set(zone, subnet)
    for (const group of groups.all) if (group.users.has(balancer)) group.pool.reconsider()
    return { AvailabilityZones: zoneShapes(balancer) }
  },

  DescribeLoadBalancerAttributes: (
    input: DescribeLoadBalancerAttributesCommandInput,
  ): Answer<DescribeLoadBalancerAttributesCommandOutput> => ({
    Attributes: pairs(balancers.get(input.LoadBalancerArn).attributes),
  }),

  ModifyLoadBalancerAttributes(
    input: ModifyLoadBalancerAttributesCommandInput,
  ): Answer<ModifyLoadBalancerAttributesCommandOutput> {
    const { attributes } = balancers.get(input.LoadBalancerArn)
    for (const { Key = '', Value = '' } of input.Attributes ?? []) {
      if (!attributes.has(Key)) throw validationError(`Load balancer attribute key '${Key}' is not recognized`)
      attributes.set(Key, Value)
    }
    return { Attributes: pairs(attributes) }
  },

  DescribeAccountLimits: (_: DescribeAccountLimitsCommandInput): Answer<DescribeAccountLimitsCommandOutput> => ({
    Limits: limitList(limits),
  }),
})

const pairs = (attributes: ReadonlyMap<string, string>) => [...attributes].map(([Key, Value]) => ({ Key, Value }))

function zonesOf(
  input: Pick<CreateLoadBalancerCommandInput, 'Subnets' | 'SubnetMappings'>,
  { compute, type }: { readonly compute: Compute; readonly type: string },
) {
  const ids = input.Subnets ?? (input.SubnetMappings ?? []).map(({ SubnetId }) => SubnetId ?? '')
  if (ids.length === 0) throw validationError('At least one subnet must be specified')
  const subnets = ids.map((id) => {
    const subnet = compute.subnet(id)
    if (subnet === undefined) throw new ServiceFault('SubnetNotFound', `The subnet ID '${id}' does not exist`)
    return subnet
  })
  const zones = new Map(subnets.map(({ zone, id }) => [zone, id]))
  if (zones.size < subnets.length) {
    throw new ServiceFault(
      'InvalidConfigurationRequest',
      'A load balancer cannot be attached to multiple subnets in the same Availability Zone',
    )
  }
  if (type === 'application' && zones.size < 2) {
    throw validationError('At least two subnets in two different Availability Zones must be specified')
  }
  return { zones, vpcId: subnets[0]?.vpcId ?? '' }
}

const zoneShapes = ({ zones }: LoadBalancer) =>
  [...zones].map(([ZoneName, SubnetId]) => ({ ZoneName, SubnetId, LoadBalancerAddresses: [] }))

const shape = (balancer: LoadBalancer): LoadBalancerShape => ({
  LoadBalancerArn: balancer.arn,
  LoadBalancerName: balancer.name,
  DNSName: balancer.dnsName,
  CanonicalHostedZoneId: balancerZone(balancer.arn.split(':')[3] ?? '', balancer.type),
  CreatedTime: new Date(Math.round(balancer.createdAt * 1000)),
  Scheme: balancer.scheme,
  Type: balancer.type,
  VpcId: balancer.vpcId,
  State: { Code: 'active' },
  IpAddressType: 'ipv4',
  SecurityGroups: [...balancer.securityGroups],
  AvailabilityZones: zoneShapes(balancer),
})
