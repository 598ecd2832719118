/** Two stacks of Senza, each with a load balancer of its own, and a name in Route 53 whose weighted aliases point to them. */
import { SimulatedAccount, type SimulatedAccountOptions } from '../simulator/account.ts'
import { addSenzaStack, type BuiltGroup, type SenzaStack } from '../simulator/scenario.ts'

export interface RecordScenePlan {
  readonly account?: SimulatedAccountOptions
  /** Weights at the beginning, by the identifier of the record; one that ends with `v2` points to that stack. Default: all to `mystack-v1`. */
  readonly weights?: Readonly<Record<string, number>>
  readonly v2?: SenzaStack
}

export interface RecordScene {
  readonly account: SimulatedAccount
  readonly v1: BuiltGroup
  readonly v2: BuiltGroup
  readonly record: string
  readonly zone: string
  readonly weights: () => Readonly<Record<string, number | undefined>>
  readonly setWeight: (identifier: string, weight: number) => void
}

/** `mystack-v1` and `mystack-v2` behind `mystack.fleet.test`. */
export function recordScene({ account: options, weights, v2: more }: RecordScenePlan = {}): RecordScene {
  const account = new SimulatedAccount(options)
  const route53 = account.route53.operations
  const v1 = addSenzaStack(account, { size: 2 })
  const v2 = addSenzaStack(account, { size: 2, version: 'v2', ...more })
  const { HostedZone } = route53.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'fleet' })
  const zone = (HostedZone?.Id ?? '').replace('/hostedzone/', '')
  account.timeline.advance(120)
  const record = 'mystack.fleet.test'
  const { LoadBalancerDescriptions = [] } = account.balancers.classic.operations.DescribeLoadBalancers({})
  const aliasOf = (identifier: string) => {
    const [name] = (identifier.endsWith('v2') ? v2 : v1).classicNames
    const { DNSName = '', CanonicalHostedZoneNameID } = LoadBalancerDescriptions.find(({ LoadBalancerName }) => LoadBalancerName === name) ?? {} // prettier-ignore
    return { HostedZoneId: CanonicalHostedZoneNameID, DNSName, EvaluateTargetHealth: false }
  }
  const set = (identifier: string, weight: number): void =>
    void route53.ChangeResourceRecordSets({
      HostedZoneId: zone,
      ChangeBatch: {
        Changes: [
          {
            Action: 'UPSERT',
            ResourceRecordSet: {
              Name: record,
              Type: 'A',
              SetIdentifier: identifier,
              Weight: weight,
              AliasTarget: aliasOf(identifier),
            },
          },
        ],
      },
    })
  const given = weights ?? { 'mystack-v1': 200, 'mystack-v2': 0 }
  for (const [identifier, weight] of Object.entries(given)) {
    set(identifier, weight)
    account.timeline.advance(120)
  }
  account.ledger.clear()
  account.ledger.sample()
  return {
    account,
    v1,
    v2,
    record,
    zone,
    setWeight: set,
    weights: () => {
      const { ResourceRecordSets = [] } = route53.ListResourceRecordSets({ HostedZoneId: zone })
      return Object.fromEntries(
        ResourceRecordSets.flatMap(({ SetIdentifier, Weight }) =>
          SetIdentifier === undefined ? [] : [[SetIdentifier, Weight]],
        ),
      )
    },
  }
}
