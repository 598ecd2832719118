/** Aliases of Route 53 that evaluate the health of the load balancer between whose target groups traffic is shifted. */
import { ServiceFault } from '../../../simulator/fault.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'
import { trafficScene, type TrafficScene, type TrafficScenePlan } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }
const named = { weights: { blue: 100, green: 0 } } as const

interface AliasPlan {
  readonly evaluates?: boolean
  /** A second record of the name, which leads elsewhere. */
  readonly standby?: boolean
  readonly dualstack?: boolean
}

/** `www.fleet.test` is an alias of the load balancer. */
function withAlias(plan: TrafficScenePlan, { evaluates = true, standby = true, dualstack = false }: AliasPlan = {}) {
  const scene = trafficScene(plan)
  const { account } = scene
  const { operations } = account.route53
  const { LoadBalancers: [balancer] = [] } = account.balancers.v2.operations.DescribeLoadBalancers({})
  const HostedZoneId = operations.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'x' }).HostedZone?.Id ?? ''
  const record = { Name: 'www.fleet.test', Type: 'A' as const }
  const DNSName = `${dualstack ? 'dualstack.' : ''}${balancer?.DNSName ?? ''}`
  const AliasTarget = { HostedZoneId: balancer?.CanonicalHostedZoneId, DNSName, EvaluateTargetHealth: evaluates }
  const sets = standby
    ? [
        { ...record, SetIdentifier: 'here', Weight: 1, AliasTarget },
        { ...record, SetIdentifier: 'standby', Weight: 0, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] },
      ]
    : [{ ...record, AliasTarget }]
  for (const ResourceRecordSet of sets) {
    operations.ChangeResourceRecordSets({ HostedZoneId, ChangeBatch: { Changes: [{ Action: 'UPSERT', ResourceRecordSet }] } }) // prettier-ignore
    account.timeline.advance(120)
  }
  account.ledger.clear()
  return { ...scene, stream: account.traffic.watch({ record: 'www.fleet.test' }) }
}

const told = (run: ActionRun): string => [...run.annotations.map(({ message }) => message), ...run.lines].join('\n')
const changesOf = ({ account }: Pick<TrafficScene, 'account'>): number => account.ledger.changes().length

const trapped: readonly (readonly [string, TrafficScenePlan, Readonly<Record<string, string>>])[] = [
  ['a shift that names the new side', {}, inputs],
  ['a blue/green deployment of an idle side in no rule', { green: { size: 0, sizes: { min: 0, max: 0 } } }, { ...inputs, mode: 'blue-green' }], // prettier-ignore
  ['a blue/green deployment that empties the idle side', { ...named, green: { outdated: true } }, { ...inputs, mode: 'blue-green' }], // prettier-ignore
]

test.each(trapped)('%s is refused where the name has another record to be answered with', async (_, plan, given) => {
  const scene = withAlias(plan)
  const run = await runAction(scene.account, { inputs: given })
  expect(run.failed).toBe(true)
  expect(told(run)).toContain('www.fleet.test (A, here, zone fleet.test) evaluates the health of the load balancer')
  expect(told(run)).toContain('answers with the other records of the name, standby')
  expect(told(run)).toContain('Set EvaluateTargetHealth of the alias to false')
  expect(changesOf(scene)).toBe(0)
})

/** What the refusal is for: the same shift, decided on before anything of the alias was known. */
test('the name fails over while the new side has nothing healthy', async () => {
  const scene = withAlias({})
  scene.setWeights(scene.listener, { blue: 100, green: 0 })
  scene.account.traffic.note()
  expect(scene.stream.last?.shares).not.toHaveProperty('192.0.2.1')
  scene.account.timeline.advance(90)
  expect(scene.stream.samples.some(({ shares }) => (shares['192.0.2.1'] ?? 0) > 0)).toBe(true)
})

test.each([
  ['a new side that is in the rules and healthy', named, {}],
  ['an alias that does not evaluate health', {}, { evaluates: false }],
] as const)('nothing is said of %s', async (_, plan, alias) => {
  const scene = withAlias(plan, alias)
  const run = await runAction(scene.account, { inputs })
  expect(run.annotations).toEqual([])
  expect(told(run)).not.toContain('evaluates the health')
  expect(scene.stream.missed).toBe(0)
  expect(scene.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
})

test('an alias without other records is answered all the same: it is told, and the traffic is shifted', async () => {
  const scene = withAlias({}, { standby: false, dualstack: true })
  const run = await runAction(scene.account, { inputs })
  expect(run.failed).toBe(false)
  expect(told(run)).toContain('There is no other record of the name')
  expect(scene.stream.missed).toBe(0)
})

test('where Route 53 may not be read, that is told, and the traffic is shifted', async () => {
  const scene = withAlias({})
  Object.assign(scene.account.route53.operations, {
    ListHostedZones: () => {
      throw new ServiceFault('AccessDenied', 'not authorized to perform: route53:ListHostedZones', 403)
    },
  })
  const run = await runAction(scene.account, { inputs })
  expect(run.failed).toBe(false)
  expect(told(run)).toContain('It is not known whether an alias in Route 53 evaluates the health of the load balancer')
})
