import type { SimulatedAccount } from '../account.ts'
import { letBecomeHealthy } from '../scenario.ts'
import type { EntranceFile } from './file.ts'

/** Makes an entrance of requests and lets the meter follow it. */
export function makeEntrance(account: SimulatedAccount, name: string, file: EntranceFile): void {
  const entrance = file.by === 'rule' ? makeRule(account, name, file) : makeRecords(account, name, file)
  const options = file.cookies === undefined ? {} : { cookies: file.cookies }
  if (file.rate === undefined) account.traffic.watch(entrance, options)
  else account.traffic.setRate(entrance, file.rate, options)
}

/** A load balancer of that name with a target group for each group, and one listener whose default rule has the weights. */
function makeRule(
  account: SimulatedAccount,
  name: string,
  { weights, sticky }: EntranceFile,
): { readonly rule: string } {
  const { operations } = account.balancers.v2
  account.balancers.limits.loadBalancers += 1
  const { Subnets = [] } = account.ec2.operations.DescribeSubnets({
    Filters: [{ Name: 'default-for-az', Values: ['true'] }],
  })
  const VpcId = Subnets[0]?.VpcId ?? ''
  const groups = Object.keys(weights)
  const TargetGroups = groups.map((group, index) => {
    // Names have 32 characters at most, and two of them must differ.
    const made = operations.CreateTargetGroup({ Name: `${name}-${index + 1}-${group}`.slice(0, 32).replace(/-+$/, ''), Protocol: 'HTTP', Port: 8080, VpcId }) // prettier-ignore
    return { TargetGroupArn: made.TargetGroups?.[0]?.TargetGroupArn ?? '', Weight: weights[group] ?? 0 }
  })
  const { LoadBalancers } = operations.CreateLoadBalancer({ Name: name, Subnets: Subnets.map(({ SubnetId = '' }) => SubnetId) }) // prettier-ignore
  const stickiness = sticky === undefined ? {} : { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: sticky } } // prettier-ignore
  const { Listeners } = operations.CreateListener({
    LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn ?? '',
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups, ...stickiness } }],
  })
  for (const [index, AutoScalingGroupName] of groups.entries()) {
    const TargetGroupARNs = [TargetGroups[index]?.TargetGroupArn ?? '']
    account.autoScaling.operations.AttachLoadBalancerTargetGroups({ AutoScalingGroupName, TargetGroupARNs })
  }
  for (const group of groups) letBecomeHealthy(account, group)
  return { rule: Listeners?.[0]?.ListenerArn ?? '' }
}

/** Weighted aliases of a name, each to the first load balancer of its group, in a zone of what stands behind the name's first dot. */
function makeRecords(account: SimulatedAccount, name: string, file: EntranceFile): { readonly record: string } {
  const { operations } = account.route53
  const zone = name.slice(name.indexOf('.') + 1)
  const found = operations
    .ListHostedZonesByName({ DNSName: zone })
    .HostedZones?.find((each) => each.Name === `${zone}.`)
  const HostedZoneId =
    found?.Id ?? operations.CreateHostedZone({ Name: zone, CallerReference: zone }).HostedZone?.Id ?? ''
  const Changes = Object.entries(file.weights).map(([group, Weight]) => {
    const target = balancerOf(account, group)
    const record = { Name: name, SetIdentifier: group, Weight }
    const ResourceRecordSet =
      file.ttl === undefined
        ? {
            ...record,
            Type: 'A' as const,
            AliasTarget: { ...target, EvaluateTargetHealth: file['evaluate-health'] ?? false },
          }
        : { ...record, Type: 'CNAME' as const, TTL: file.ttl, ResourceRecords: [{ Value: target.DNSName }] }
    return { Action: 'CREATE' as const, ResourceRecordSet }
  })
  operations.ChangeResourceRecordSets({ HostedZoneId, ChangeBatch: { Changes } })
  account.timeline.advance(120)
  return { record: name }
}

function balancerOf(
  account: SimulatedAccount,
  group: string,
): { readonly HostedZoneId: string; readonly DNSName: string } {
  const { classic, v2 } = account.balancers
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [group],
  })
  const { LoadBalancerNames = [], TargetGroupARNs = [] } = AutoScalingGroups?.[0] ?? {}
  const [classicName] = LoadBalancerNames
  if (classicName !== undefined) {
    const { LoadBalancerDescriptions } = classic.operations.DescribeLoadBalancers({ LoadBalancerNames: [classicName] })
    const { CanonicalHostedZoneNameID: HostedZoneId = '', DNSName = '' } = LoadBalancerDescriptions?.[0] ?? {}
    return { HostedZoneId, DNSName }
  }
  const { TargetGroups } = v2.operations.DescribeTargetGroups({ TargetGroupArns: TargetGroupARNs.slice(0, 1) })
  const { LoadBalancers } = v2.operations.DescribeLoadBalancers({
    LoadBalancerArns: TargetGroups?.[0]?.LoadBalancerArns ?? [],
  })
  const { CanonicalHostedZoneId: HostedZoneId = '', DNSName = '' } = LoadBalancers?.[0] ?? {}
  return { HostedZoneId, DNSName }
}
