import { requestRate, type PacedCall, type RequestRate } from '../../../src/aws/client/request-rate.ts'
import { TokenBucket } from '../../../simulator/token-bucket.ts'
import { Timeline } from '../../../simulator/timeline.ts'
import { VirtualClock } from '../../../simulator/virtual-clock.ts'

const LOOK: PacedCall = { action: 'autoscaling:DescribeAutoScalingGroups', isRepeated: false }
const CHANGE: PacedCall = { action: 'autoscaling:SuspendProcesses', isRepeated: false }
const REPEATED: PacedCall = { ...CHANGE, isRepeated: true }
const HEALTH: PacedCall = { action: 'elasticloadbalancing:DescribeTargetHealth', isRepeated: false }

interface Fixture {
  readonly rate: RequestRate
  readonly clock: VirtualClock
  readonly controller: AbortController
}

function fixture(): Fixture {
  const clock = new VirtualClock(new Timeline(0))
  const controller = new AbortController()
  return { rate: requestRate(clock, controller.signal), clock, controller }
}

/** Takes turns until one has to wait. */
async function empty({ rate }: Fixture, call: PacedCall): Promise<number> {
  for (let taken = 0; ; taken++) {
    const before = rate.waited
    const turn = rate.turn(call)
    if (rate.waited > before) {
      await turn
      return taken
    }
  }
}

describe('the rate of calls', () => {
  test('a hundred calls leave at once, and then twenty a second', async () => {
    const all = fixture()
    expect(await empty(all, LOOK)).toBe(100)
    expect(all.clock.now()).toBe(50)
  })

  test('load balancing takes forty, and then ten a second; each service has its own', async () => {
    const all = fixture()
    await empty(all, LOOK)
    const from = all.clock.now()
    expect(await empty(all, HEALTH)).toBe(40)
    expect(all.clock.now() - from).toBe(100)
  })

  test('EC2 counts each operation by itself, and takes fewer changes', async () => {
    const all = fixture()
    const from = all.clock.now()
    expect(await empty(all, { action: 'ec2:CreateTags', isRepeated: false })).toBe(50)
    expect(all.clock.now() - from).toBe(200)
    expect(await empty(all, { action: 'ec2:DescribeInstances', isRepeated: false })).toBe(50)
    expect(all.clock.now() - from).toBe(300)
  })

  test('what waits leaves in order of urgency: repeated changes, changes, reads', async () => {
    const all = fixture()
    await empty(all, LOOK)
    const left: string[] = []
    const waiting = { 'first read': LOOK, 'second read': LOOK, change: CHANGE, 'repeated change': REPEATED }
    await Promise.all(Object.entries(waiting).map(([name, call]) => all.rate.turn(call).then(() => left.push(name))))
    expect(left).toEqual(['repeated change', 'change', 'first read', 'second read'])
  })

  test('a refusal empties the bucket and slows down once for all calls that were under way', async () => {
    const all = fixture()
    const { rate, clock } = all
    const leftAt = clock.now()
    await clock.sleep(10)
    for (let count = 0; count < 5; count++) rate.refused(LOOK.action, leftAt)
    const from = clock.now()
    await rate.turn(LOOK)
    // 16 calls a second are left of 20.
    expect(clock.now() - from).toBe(63)
    rate.refused(LOOK.action, clock.now())
    const again = clock.now()
    await rate.turn(LOOK)
    expect(clock.now() - again).toBe(79)
  })

  test('it never falls below a call every two seconds', async () => {
    const { rate, clock } = fixture()
    for (let count = 0; count < 50; count++) rate.refused(LOOK.action, clock.now())
    const from = clock.now()
    await rate.turn(LOOK)
    expect(clock.now() - from).toBe(2000)
  })

  test('what waits when the run is cancelled ends with the reason', async () => {
    const all = fixture()
    await empty(all, LOOK)
    const turn = all.rate.turn(CHANGE)
    all.controller.abort(new Error('cancelled'))
    await expect(turn).rejects.toThrow('cancelled')
  })

  test.each([5, 10, 30])(
    'where AWS takes %i calls a second, nearly all of them are used, and few are refused',
    async (perSecond) => {
      const { rate, clock } = fixture()
      const bucket = new TokenBucket({ size: 100, refillPerSecond: perSecond })
      const seconds = 600
      let accepted = 0
      let refused = 0
      const user = async (): Promise<void> => {
        for (let isRepeated = false; clock.now() < seconds * 1000;) {
          await rate.turn({ ...CHANGE, isRepeated })
          const leftAt = clock.now()
          isRepeated = !bucket.holds(1, leftAt / 1000)
          if (isRepeated) {
            refused++
            rate.refused(CHANGE.action, leftAt)
          } else {
            accepted++
            bucket.take(1, leftAt / 1000)
            rate.accepted(CHANGE.action)
          }
        }
      }
      await Promise.all(Array.from({ length: 10 }, user))
      expect(accepted / (100 + perSecond * seconds)).toBeGreaterThan(0.88)
      expect(refused / accepted).toBeLessThan(0.02)
    },
  )
})
