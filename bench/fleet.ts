import { Random } from '../simulator/random.ts'
import type { GroupPlan } from '../simulator/group-plan.ts'
import { addGroup } from '../simulator/scenario.ts'
import { SimulatedAccount } from '../simulator/account.ts'
import { BALANCER_WARMUP_SECONDS, type Scenario, STATUS_CHECK_SECONDS } from './scenarios.ts'

/** An account with the outdated groups of a scenario, healthy, with an empty ledger. */
export interface BenchFleet {
  readonly simulated: SimulatedAccount
  readonly names: readonly string[]
  /** Seconds that each instance has booted or will, in the order of the launches since. */
  readonly boots: readonly number[]
}

/** What of the groups is different. */
export type BenchPlan = Pick<GroupPlan, 'launch' | 'tags' | 'sizes' | 'settings'>

/** The account of a scenario, ready to be rolled. */
export function benchFleet(scenario: Scenario, { settings, ...plan }: BenchPlan = {}): BenchFleet {
  const { groups, size, reactionSeconds, balancer, drainingSeconds } = scenario
  const simulated = new SimulatedAccount({
    behaviour: {
      balancerWarmupSeconds: BALANCER_WARMUP_SECONDS,
      statusCheckSeconds: STATUS_CHECK_SECONDS,
      reactionSeconds,
    },
  })
  const boots: number[] = []
  Object.defineProperty(simulated.behaviour, 'bootSeconds', { get: bootsOf(scenario, boots) })
  // Fleets of this size have raised quotas, and room in their subnets.
  Object.assign(simulated.balancers.limits, { loadBalancers: 2000, targetsPerTargetGroup: 5000 })
  simulated.serviceQuotas.set('L-1216C47A', 100_000)
  const subnets = subnetsFor(simulated, groups * size)
  const names = Array.from({ length: groups }, (_, index) => `group-${index + 1}`)
  for (const name of names) {
    const { classicNames, targetGroupArns } = addGroup(simulated, {
      name,
      size,
      launch: 'template-latest',
      balancers: balancer === 'none' ? [] : [balancer],
      settings: { VPCZoneIdentifier: subnets.join(','), ...settings },
      outdated: true,
      ...plan,
    })
    const { classic, v2 } = simulated.balancers
    for (const LoadBalancerName of classicNames)
      classic.operations.ModifyLoadBalancerAttributes({
        LoadBalancerName,
        LoadBalancerAttributes: { ConnectionDraining: drainingSeconds > 0 ? { Enabled: true, Timeout: drainingSeconds } : { Enabled: false } }, // prettier-ignore
      })
    for (const TargetGroupArn of targetGroupArns)
      v2.operations.ModifyTargetGroupAttributes({
        TargetGroupArn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(drainingSeconds) }],
      })
  }
  boots.length = 0
  simulated.ledger.clear()
  return { simulated, names, boots }
}

/** A subnet of the default VPC has 4,091 addresses: for large fleets each zone gets more of them, as many in each. */
function subnetsFor({ ec2 }: SimulatedAccount, instances: number): readonly string[] {
  const { Subnets: first = [] } = ec2.operations.DescribeSubnets({})
  const more = instances <= 4000 ? [] : [3, 4, 5, 6, 7, 8, 9, 10, 11]
  const added = more.map((number) =>
    ec2.operations.CreateSubnet({
      VpcId: first[0]?.VpcId,
      AvailabilityZone: first[number % first.length]?.AvailabilityZone,
      CidrBlock: `172.31.${number * 16}.0/20`,
    }),
  )
  return [...first, ...added.map(({ Subnet }) => Subnet)].map((subnet) => subnet?.SubnetId ?? '')
}

/** Draws the boot of the next instance, and notes it. */
function bootsOf({ bootSeconds, sigma = 0 }: Scenario, boots: number[]): () => number {
  const random = new Random(7)
  return () => {
    // Box and Muller: two even draws give a normal one.
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const seconds = bootSeconds * Math.exp(sigma * normal)
    boots.push(seconds)
    return seconds
  }
}
