import type {
  AttachLoadBalancerToSubnetsCommandInput,
  AttachLoadBalancerToSubnetsCommandOutput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput,
  DetachLoadBalancerFromSubnetsCommandInput,
  DetachLoadBalancerFromSubnetsCommandOutput,
  LoadBalancerAttributes,
  ModifyLoadBalancerAttributesCommandInput,
  ModifyLoadBalancerAttributesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing'
import { ServiceFault, validationError } from '../fault.ts'
import type { Answer } from '../answer.ts'
import type { ClassicBalancer } from './classic.ts'
import type { ClassicParts } from './classic-health.ts'

/** Draining, cross-zone, idle timeout; and the subnets, which decide the zones. */
export const classicAttributes = ({ balancers, compute }: ClassicParts) => ({
  DescribeLoadBalancerAttributes: (
    input: DescribeLoadBalancerAttributesCommandInput,
  ): Answer<DescribeLoadBalancerAttributesCommandOutput> => ({
    LoadBalancerAttributes: shape(balancers.get(input.LoadBalancerName)),
  }),

  /** Connection draining lasts 1 to 3600 seconds, 300 when it is enabled without a number. */
  ModifyLoadBalancerAttributes(
    input: ModifyLoadBalancerAttributesCommandInput,
  ): Answer<ModifyLoadBalancerAttributesCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerName)
    const { ConnectionDraining, CrossZoneLoadBalancing, ConnectionSettings } = input.LoadBalancerAttributes ?? {}
    const { attributes } = balancer
    if (ConnectionDraining !== undefined) {
      const seconds = ConnectionDraining.Timeout ?? 300
      if (seconds < 1 || seconds > 3600) {
        throw validationError('ConnectionDraining timeout must be between 1 and 3600 seconds')
      }
      attributes.drainingEnabled = ConnectionDraining.Enabled ?? false
      attributes.drainingSeconds = seconds
    }
    if (CrossZoneLoadBalancing !== undefined) attributes.crossZone = CrossZoneLoadBalancing.Enabled ?? false
    if (ConnectionSettings !== undefined) {
      const idle = ConnectionSettings.IdleTimeout ?? 60
      attributes.idleSeconds = idle
    }
    return { LoadBalancerName: balancer.name, LoadBalancerAttributes: shape(balancer) }
  },

  AttachLoadBalancerToSubnets(
    input: AttachLoadBalancerToSubnetsCommandInput,
  ): Answer<AttachLoadBalancerToSubnetsCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerName)
    const found = (input.Subnets ?? []).map((id) => {
      const subnet = compute.subnet(id)
      if (subnet === undefined) throw new ServiceFault('SubnetNotFound', `The subnet ID '${id}' does not exist`)
      return subnet
    })
    for (const subnet of found) {
      balancer.subnets.add(subnet.id)
      balancer.zones.add(subnet.zone)
    }
    balancer.pool.reconsider()
    return { Subnets: [...balancer.subnets] }
  },

  DetachLoadBalancerFromSubnets(
    input: DetachLoadBalancerFromSubnetsCommandInput,
  ): Answer<DetachLoadBalancerFromSubnetsCommandOutput> {
    const balancer = balancers.get(input.LoadBalancerName)
    for (const id of input.Subnets ?? []) {
      balancer.subnets.delete(id)
      const zone = compute.subnet(id)?.zone
      if (zone !== undefined) balancer.zones.delete(zone)
    }
    balancer.pool.reconsider()
    return { Subnets: [...balancer.subnets] }
  },
})

const shape = ({ attributes }: ClassicBalancer): LoadBalancerAttributes => ({
  CrossZoneLoadBalancing: { Enabled: attributes.crossZone },
  AccessLog: { Enabled: false },
  ConnectionDraining: { Enabled: attributes.drainingEnabled, Timeout: attributes.drainingSeconds },
  ConnectionSettings: { IdleTimeout: attributes.idleSeconds },
})
