/** Which target groups tell the requests and errors of each side. */
import { SIDES } from '../../domain/traffic/situation.ts'
import type { Side } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import { attachmentsOf, targetGroupName } from '../observe/health-states.ts'
import type { CountedSides, CountedTargets } from './error-counts.ts'
import { type ListenerRoute, targetGroupsByArn } from './listener-routes.ts'
import type { Pair } from './pair.ts'

/** Of rules and listeners: the target groups in them. One that has no traffic yet is in no rule, but in its route. */
export function countedInRoutes(routes: readonly ListenerRoute[]): CountedSides {
  const of = (side: Side): readonly CountedTargets[] =>
    distinct(
      routes
        .filter(({ means }) => means === 'alb')
        .map(({ id, targets }) => ({ balancer: balancerOf(id), targetGroup: targetGroupName(targets[side]) })),
    )
  return { blue: of('blue'), green: of('green') }
}

/** `.../listener/app/shop/0123456789abcdef/...` or `.../listener-rule/app/shop/...`, or `.../loadbalancer/app/shop/...`. */
const balancerOf = (arn: string): string => /\/(app\/[^/]+\/[^/]+)/.exec(arn)?.[1] ?? ''

/** Of records: the target groups of each side at load balancers of its own. */
export async function countedInGroups(connection: Connection, { groups }: Pick<Pair, 'groups'>): Promise<CountedSides> {
  const arns = { blue: attachmentsOf(groups.blue).targetGroups, green: attachmentsOf(groups.green).targetGroups }
  const described = await targetGroupsByArn(
    connection,
    SIDES.flatMap((side) => arns[side]),
  )
  const of = (side: Side): readonly CountedTargets[] =>
    distinct(
      arns[side].flatMap((arn) =>
        (described.get(arn)?.LoadBalancerArns ?? [])
          .map(balancerOf)
          .filter((balancer) => balancer !== '')
          .map((balancer) => ({ balancer, targetGroup: targetGroupName(arn) })),
      ),
    )
  return { blue: of('blue'), green: of('green') }
}

const distinct = (targets: readonly CountedTargets[]): readonly CountedTargets[] => [
  ...new Map(targets.map((each) => [`${each.balancer} ${each.targetGroup}`, each])).values(),
]
