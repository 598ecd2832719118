/** An operator sets the desired capacity at the moment at which the run lowers it together with an instance. */
import { takeShortcut } from '../../simulator/shortcut.ts'
import type { CallObserver } from '../../simulator/ledger.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { oldLeft, operator, run, scene, standing } from './fixture.ts'

takeShortcut()

/** Acts right before the first termination with a decrement arrives, or right after it was carried out. */
function atDecrement(account: SimulatedAccount, when: 'before' | 'after', act: () => void): void {
  let isOpen = true
  const meet = (now: 'before' | 'after', decrements: boolean): void => {
    if (!isOpen || now !== when || !decrements) return
    isOpen = false
    act()
  }
  const observer = (now: 'before' | 'after') => (call: Parameters<CallObserver['before']>[0]) =>
    meet(now, call.input['ShouldDecrementDesiredCapacity'] === true)
  account.ledger.recorder = { before: observer('before'), after: observer('after') }
}

const set = (account: SimulatedAccount, DesiredCapacity: number) => (): void =>
  void operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity })

const ACTIVITIES = 'autoscaling:DescribeScalingActivities'
const DENIAL = { kind: 'refusal', code: 'AccessDenied', message: 'not now', status: 403 } as const

interface Row {
  readonly when: 'before' | 'after'
  readonly wish: number
}

const rows: readonly Row[] = [
  { when: 'before', wish: 8 },
  { when: 'after', wish: 8 },
  { when: 'after', wish: 7 },
  { when: 'before', wish: 3 },
  { when: 'after', wish: 3 },
]

test.each(rows)('a wish for $wish of 4, set right $when our decrement, is kept and told as it was', async (row) => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
  const { account } = fixture
  atDecrement(account, row.when, set(account, row.wish))
  const rolled = await run(fixture)
  expect(rolled.failed).toBe(false)
  expect(oldLeft(fixture)).toEqual([])
  expect(standing(account)).toEqual({ ...fixture.before, sizes: [0, row.wish, 12] })
  expect(rolled.result.left).toEqual([
    `The desired capacity was changed from 4 to ${row.wish} from outside this run: kept.`,
  ])
})

test.each(rows)('and where our answer was lost: $wish, $when', async (row) => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
  const { account } = fixture
  // The launch that names the wish starts before the run looks again.
  account.behaviour.reactionSeconds = 5
  let lost = false
  atDecrement(account, row.when, set(account, row.wish))
  const { recorder } = account.ledger
  account.ledger.recorder = {
    before: (call) => {
      recorder?.before(call)
      if (lost || call.input['ShouldDecrementDesiredCapacity'] !== true) return
      lost = true
      account.faults.inject({
        action: 'autoscaling:TerminateInstanceInAutoScalingGroup',
        fault: { kind: 'reset' },
        effect: 'done',
        times: 1,
      })
    },
    after: (call, outcome) => recorder?.after(call, outcome),
  }
  const rolled = await run(fixture)
  expect(rolled.failed).toBe(false)
  expect(standing(account).sizes).toEqual([0, row.wish, 12])
})

test.each([
  { when: 'before', wish: 8, kept: 8, told: '7 or 8' },
  { when: 'after', wish: 7, kept: 8, told: '7 or 8' },
] as const)('where activities cannot be read the larger is kept: $wish, $when', async ({ when, wish, kept, told }) => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
  const { account } = fixture
  atDecrement(account, when, () => {
    set(account, wish)()
    // Where launches are outstanding the run reads them as well: so it is only this question that is refused.
    account.timeline.after(40, () => account.faults.inject({ action: ACTIVITIES, fault: DENIAL }))
    account.timeline.after(70, () => account.faults.clear())
  })
  const rolled = await run(fixture)
  expect(standing(account).sizes).toEqual([0, kept, 12])
  expect(rolled.result.left.join(' ')).toContain(`to ${told} from outside this run`)
})

test('what our decrement took is given back where the roll is stopped in the same moment', async () => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
  const { account } = fixture
  atDecrement(account, 'before', set(account, 8))
  const rolled = await run(fixture, { timeout: '6' })
  expect(rolled.result.status).toBe('halted')
  expect(standing(account).sizes).toEqual([0, 8, 12])
})

/** Acts right before the first raise of the desired capacity arrives. */
function atRaise(account: SimulatedAccount, act: () => void): void {
  let isOpen = true
  account.ledger.recorder = {
    before: ({ operation, input }) => {
      if (!isOpen || operation !== 'UpdateAutoScalingGroup' || input['DesiredCapacity'] === undefined) return
      isOpen = false
      act()
    },
    after: () => {},
  }
}

test.each([8, 3])('a wish for %d of 4, which our raise overwrites, is set again, kept, and told', async (wish) => {
  const fixture = scene({ size: 4, sizes: { min: 0, max: 12 } })
  const { account } = fixture
  atRaise(account, set(account, wish))
  const rolled = await run(fixture)
  expect(rolled.failed).toBe(false)
  expect(oldLeft(fixture)).toEqual([])
  expect(standing(account)).toEqual({ ...fixture.before, sizes: [0, wish, 12] })
  expect(rolled.result.left).toEqual([
    `The desired capacity was changed from 4 to ${wish} from outside this run: kept.`,
  ])
})

/** The number of the call in an undisturbed roll that is the first termination with a decrement. */
async function callOfDecrement(plan: Parameters<typeof scene>[0]): Promise<number> {
  const undisturbed = scene(plan)
  await run(undisturbed)
  const { entries } = undisturbed.account.ledger
  return entries.findIndex(({ input }) => input['ShouldDecrementDesiredCapacity'] === true) + 1
}

const goesOn = [
  { how: 'the post step', inputs: {}, wait: 0, more: 'state' },
  { how: 'the next attempt', inputs: {}, wait: 0, more: { runAttempt: '2' } },
  { how: 'the next run', inputs: {}, wait: 400, more: { runId: '1001' } },
  { how: '`mode: restore`', inputs: { mode: 'restore' }, wait: 400, more: { runId: '1001' } },
] as const

describe.each(goesOn)('where the run dies right after the decrement, $how', ({ inputs, wait, more }) => {
  test.each([
    { wish: 8, kept: 8 },
    { wish: 3, kept: 3 },
  ])('keeps the $wish that were set right before it', async ({ wish, kept }) => {
    const plan = { size: 4, sizes: { min: 0, max: 12 } }
    const fixture = scene(plan)
    const { account } = fixture
    atDecrement(account, 'before', set(account, wish))
    const call = await callOfDecrement(plan)
    const dead = await run(fixture, {}, { process: { crash: { when: 'after', call } } })
    expect(dead.died).toBe(true)
    expect(account.autoScaling.capacity('web').desired).toBe(wish - 1)
    account.timeline.advance(wait)
    const later = await run(fixture, inputs, more === 'state' ? { state: dead.state } : more)
    expect(later.failed).toBe(false)
    expect(standing(account).sizes).toEqual([0, kept, 12])
    expect(later.reported).toContain(`The desired capacity was changed from 4 to ${kept} from outside this run: kept.`)
  })

  test('takes a size that was lowered by one long after for what was wished', async () => {
    const plan = { size: 4, sizes: { min: 0, max: 12 } }
    const fixture = scene(plan)
    const { account } = fixture
    const call = await callOfDecrement(plan)
    const dead = await run(fixture, {}, { process: { crash: { when: 'after', call } } })
    set(account, 8)()
    account.timeline.advance(90)
    const [first = ''] = account.autoScaling.capacity('web').ids.inService
    operator(account).TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: true })
    account.timeline.advance(wait)
    const later = await run(fixture, inputs, more === 'state' ? { state: dead.state } : more)
    expect(later.failed).toBe(false)
    expect(standing(account).sizes).toEqual([0, 7, 12])
  })
})
