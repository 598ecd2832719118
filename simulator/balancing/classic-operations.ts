import type {
  AddTagsCommandInput,
  ConfigureHealthCheckCommandInput,
  ConfigureHealthCheckCommandOutput,
  CreateLoadBalancerCommandInput,
  CreateLoadBalancerCommandOutput,
  DeleteLoadBalancerCommandInput,
  DeregisterInstancesFromLoadBalancerCommandInput,
  DeregisterInstancesFromLoadBalancerCommandOutput,
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  Instance,
  LoadBalancerDescription,
  RegisterInstancesWithLoadBalancerCommandInput,
  RegisterInstancesWithLoadBalancerCommandOutput,
  RemoveTagsCommandInput,
} from '@aws-sdk/client-elastic-load-balancing'
import { ServiceFault, validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import type { ClassicBalancer } from './classic.ts'
import { noSuchInstance, type ClassicParts } from './classic-health.ts'
import { balancerZone } from './dns.ts'
import { markedPage } from './markers.ts'
import { checkName } from './names.ts'
import type { BalancerTags } from './tag-store.ts'

/** Classic load balancers have 20 to a region by default. */
export const CLASSIC_LIMIT = 20

/** https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/Welcome.html */
export const classicOperations = (
  parts: ClassicParts & { readonly tags: BalancerTags; readonly limit: () => number },
) => {
  const { balancers, compute, context, tags } = parts
  return {
    CreateLoadBalancer(input: CreateLoadBalancerCommandInput): Answer<CreateLoadBalancerCommandOutput> {
      const name = checkName(input.LoadBalancerName, 'LoadBalancer')
      const listeners = (input.Listeners ?? []).map((listener) => ({
        ...listener,
        InstanceProtocol: listener.InstanceProtocol ?? listener.Protocol,
      }))
      if (listeners.length === 0) throw validationError('Listeners cannot be empty')
      const place = placeOf(input, parts)
      const scheme = input.Scheme ?? 'internet-facing'
      const before = balancers.find(name)
      if (before !== undefined) {
        const same = JSON.stringify([before.listeners, [...before.zones], before.scheme])
        if (same === JSON.stringify([listeners, [...place.zones], scheme])) return { DNSName: before.dnsName }
        throw new ServiceFault(
          'DuplicateLoadBalancerName',
          `Load Balancer with name: ${name} already exists and it is configured with different parameters.`,
        )
      }
      if (balancers.all.length >= parts.limit()) {
        throw new ServiceFault('TooManyLoadBalancers', `Exceeded quota of account ${context.account}`)
      }
      const made = balancers.add({ ...place, name, scheme, listeners, securityGroups: input.SecurityGroups ?? [] })
      tags.add(name, input.Tags)
      return { DNSName: made.dnsName }
    },

    DescribeLoadBalancers(input: DescribeLoadBalancersCommandInput): Answer<DescribeLoadBalancersCommandOutput> {
      const names = input.LoadBalancerNames ?? []
      const requested = names.length > 0 ? [...new Set(names)].map((name) => balancers.get(name)) : balancers.all
      const { items, ...rest } = markedPage(requested, input, context.behaviour)
      return { LoadBalancerDescriptions: items.map(shape), ...rest }
    },

    /** Deleting what is not there succeeds. */
    DeleteLoadBalancer(input: DeleteLoadBalancerCommandInput): object {
      const name = input.LoadBalancerName ?? ''
      balancers.remove(name)
      tags.forget(name)
      return {}
    },

    ConfigureHealthCheck(input: ConfigureHealthCheckCommandInput): Answer<ConfigureHealthCheckCommandOutput> {
      const balancer = balancers.get(input.LoadBalancerName)
      const check = input.HealthCheck
      if (check === undefined || !/^((HTTP|HTTPS):\d+\/.*|(TCP|SSL):\d+)$/.test(check.Target ?? '')) {
        throw validationError(
          `HealthCheck HTTP Target must specify a port followed by a path that begins with a slash. e.g. HTTP:80/ping/this/path`,
        )
      }
      if ((check.Timeout ?? 0) >= (check.Interval ?? 0)) {
        throw validationError('HealthCheck timeout must be less than interval')
      }
      balancer.healthCheck = check
      return { HealthCheck: check }
    },

    RegisterInstancesWithLoadBalancer(
      input: RegisterInstancesWithLoadBalancerCommandInput,
    ): Answer<RegisterInstancesWithLoadBalancerCommandOutput> {
      const balancer = balancers.get(input.LoadBalancerName)
      const ids = (input.Instances ?? []).map(({ InstanceId }) => InstanceId ?? '')
      const unknown = ids.find((id) => [undefined, 'terminated', 'shutting-down'].includes(compute.machine(id)?.state))
      if (unknown !== undefined) throw noSuchInstance(unknown)
      for (const id of ids) balancer.pool.register(id, 0)
      return { Instances: registered(balancer) }
    },

    DeregisterInstancesFromLoadBalancer(
      input: DeregisterInstancesFromLoadBalancerCommandInput,
    ): Answer<DeregisterInstancesFromLoadBalancerCommandOutput> {
      const balancer = balancers.get(input.LoadBalancerName)
      const ids = (input.Instances ?? []).map(({ InstanceId }) => InstanceId ?? '')
      const unknown = ids.find((id) => compute.machine(id) === undefined)
      if (unknown !== undefined) throw noSuchInstance(unknown)
      for (const id of ids) balancer.pool.deregister(id)
      return { Instances: registered(balancer) }
    },

    AddTags(input: AddTagsCommandInput): object {
      for (const name of tagged(input.LoadBalancerNames)) tags.add(balancers.get(name).name, input.Tags)
      return {}
    },

    RemoveTags(input: RemoveTagsCommandInput): object {
      for (const name of tagged(input.LoadBalancerNames)) {
        tags.remove(
          balancers.get(name).name,
          (input.Tags ?? []).map(({ Key }) => Key),
        )
      }
      return {}
    },

    DescribeTags(input: DescribeTagsCommandInput): Answer<DescribeTagsCommandOutput> {
      const names = tagged(input.LoadBalancerNames)
      return {
        TagDescriptions: names.map((name) => ({ LoadBalancerName: name, Tags: tags.of(balancers.get(name).name) })),
      }
    },
  }
}

function tagged(names: readonly string[] | undefined): readonly string[] {
  if (names === undefined || names.length === 0) throw validationError('LoadBalancerNames cannot be empty')
  if (names.length > 20) throw validationError('LoadBalancerNames cannot have more than 20 members')
  return names
}

/** Those that drain are no longer listed. */
const registered = ({ pool }: ClassicBalancer): Instance[] =>
  pool.all.filter(({ phase }) => phase !== 'draining').map(({ instanceId }) => ({ InstanceId: instanceId }))

function placeOf(input: CreateLoadBalancerCommandInput, { compute }: ClassicParts) {
  const subnets = input.Subnets ?? []
  const zones = input.AvailabilityZones ?? []
  if (subnets.length > 0 && zones.length > 0) {
    throw validationError('Only one of SubnetIds or AvailabilityZones may be specified')
  }
  if (subnets.length + zones.length === 0)
    throw validationError('Either AvailabilityZones or SubnetIds must be specified')
  const found = subnets.map((id) => {
    const subnet = compute.subnet(id)
    if (subnet === undefined) throw new ServiceFault('SubnetNotFound', `The subnet ID '${id}' does not exist`)
    return subnet
  })
  if (new Set(found.map(({ zone }) => zone)).size < found.length) {
    throw new ServiceFault('InvalidConfigurationRequest', 'Only one subnet may be specified per availability zone')
  }
  return {
    subnets: new Set(subnets),
    zones: new Set(found.length > 0 ? found.map(({ zone }) => zone) : zones),
    vpcId: found[0]?.vpcId ?? '',
  }
}

const shape = (balancer: ClassicBalancer): LoadBalancerDescription => ({
  LoadBalancerName: balancer.name,
  DNSName: balancer.dnsName,
  CanonicalHostedZoneName: balancer.dnsName,
  CanonicalHostedZoneNameID: balancerZone(balancer.dnsName.split('.')[1] ?? '', 'classic'),
  CreatedTime: new Date(Math.round(balancer.createdAt * 1000)),
  Scheme: balancer.scheme,
  ...(balancer.vpcId === '' ? {} : { VPCId: balancer.vpcId }),
  AvailabilityZones: [...balancer.zones],
  Subnets: [...balancer.subnets],
  SecurityGroups: [...balancer.securityGroups],
  ListenerDescriptions: balancer.listeners.map((Listener) => ({ Listener, PolicyNames: [] })),
  HealthCheck: balancer.healthCheck,
  Instances: registered(balancer),
  BackendServerDescriptions: [],
  Policies: { AppCookieStickinessPolicies: [], LBCookieStickinessPolicies: [], OtherPolicies: [] },
})
