/** The quotas of ELBv2 that can be met here; a scenario may change them. */
export interface Limits {
  loadBalancers: number
  targetGroups: number
  targetsPerTargetGroup: number
  listenersPerBalancer: number
  rulesPerBalancer: number
  targetGroupsPerBalancer: number
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
export const standardLimits = (): Limits => ({
  loadBalancers: 50,
  targetGroups: 3000,
  targetsPerTargetGroup: 1000,
  listenersPerBalancer: 50,
  rulesPerBalancer: 100,
  targetGroupsPerBalancer: 100,
})

/** As DescribeAccountLimits names them. */
export const limitList = (limits: Limits): { Name: string; Max: string }[] => [
  { Name: 'application-load-balancers', Max: String(limits.loadBalancers) },
  { Name: 'network-load-balancers', Max: String(limits.loadBalancers) },
  { Name: 'target-groups', Max: String(limits.targetGroups) },
  { Name: 'targets-per-application-load-balancer', Max: String(limits.targetsPerTargetGroup) },
  { Name: 'targets-per-target-group', Max: String(limits.targetsPerTargetGroup) },
  { Name: 'listeners-per-application-load-balancer', Max: String(limits.listenersPerBalancer) },
  { Name: 'rules-per-application-load-balancer', Max: String(limits.rulesPerBalancer) },
  { Name: 'target-groups-per-action-on-application-load-balancer', Max: '5' },
  { Name: 'target-groups-per-application-load-balancer', Max: String(limits.targetGroupsPerBalancer) },
]
