/**
 * A target group that starts its targets slowly gives a new one the full share of requests only after that time. It counted as
 * ready at its first healthy check, and the old one whose share it was to take was gone by then.
 */
import { expectRolled, run, scene } from './fixture.ts'

test('an old instance leaves only when the slow start of the new one is over', async () => {
  const web = scene({ size: 2 })
  const { account, group } = web
  const [arn = ''] = group.targetGroupArns
  account.balancers.v2.operations.ModifyTargetGroupAttributes({
    TargetGroupArn: arn,
    Attributes: [{ Key: 'slow_start.duration_seconds', Value: '300' }],
  })
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
