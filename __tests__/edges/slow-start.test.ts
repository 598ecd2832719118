/**
 * A target group that starts its targets slowly gives a new one the full share of requests only after that time. It counted as
 * ready at its first healthy check, and the old one whose share it was to take was gone by then.
 */
import { expectRolled, run, scene, type Scene } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const THROTTLED = { kind: 'refusal', code: 'Throttling', message: 'Rate exceeded', status: 400 } as const

const startSlowly = ({ account, group }: Scene, seconds: number): void =>
  void account.balancers.v2.operations.ModifyTargetGroupAttributes({
    TargetGroupArn: group.targetGroupArns[0],
    Attributes: [{ Key: 'slow_start.duration_seconds', Value: String(seconds) }],
  })

test('an old instance leaves only when the slow start of the new one is over', async () => {
  const web = scene({ size: 2 })
  const { account, group } = web
  startSlowly(web, 300)
  const healthyAt = new Map<string, number>()
  account.balancers.onHealthChange((name, id) => {
    if (account.balancers.health(name, id) === 'healthy' && !healthyAt.has(id)) healthyAt.set(id, account.timeline.now)
  })
  expectRolled(web, await run(web))
  const [first = Infinity] = [...healthyAt.entries()]
    .filter(([id]) => !group.instanceIds.includes(id))
    .map(([, at]) => at)
  const [left] = account.ledger.movements('web').filter(({ kind }) => kind === 'left')
  expect((left?.at ?? 0) - first).toBeGreaterThanOrEqual(300)
  const reads = account.ledger.entries.filter(({ operation }) => operation === 'DescribeTargetGroupAttributes')
  expect(reads).toHaveLength(1)
})

test('a new instance is ready capacity of its group only when its slow start is over', async () => {
  const web = scene({ size: 2 })
  const { account } = web
  startSlowly(web, 120)
  await run(web)
  const firstHealthy = account.ledger.capacityOf('web').find(({ inService }) => inService === 3)
  const firstReady = account.ledger.capacityOf('web').find(({ ready }) => ready === 3)
  expect((firstReady?.at ?? 0) - (firstHealthy?.at ?? Infinity)).toBeGreaterThanOrEqual(120)
  expect(account.ledger.lowestReady('web')).toBe(2)
})

test('the slow start is counted from the answer that tells that an instance is healthy, not from the question', async () => {
  const web = scene({ size: 2 })
  const { account, group } = web
  startSlowly(web, 60)
  let healthyAt: number | undefined
  account.balancers.onHealthChange((name, id) => {
    if (group.instanceIds.includes(id)) return
    if (account.balancers.health(name, id) === 'healthy') healthyAt ??= account.timeline.now
    // It is asked about once it is registered, and answered when it is healthy already.
    else account.faults.inject({ action: 'elasticloadbalancing:DescribeTargetHealth', fault: THROTTLED, times: 6 })
  })
  expectRolled(web, await run(web))
  const [left] = account.ledger.movements('web').filter(({ kind }) => kind === 'left')
  expect((left?.at ?? 0) - (healthyAt ?? Infinity)).toBeGreaterThanOrEqual(60)
  expect(account.ledger.lowestReady('web')).toBe(2)
})
