/** What lets a step of a shift pass, and what fails it. */
import type { ErrorCounts, TrafficPolicy, TrafficState } from '../../../src/domain/traffic/traffic.ts'
import { aRoute, nextOf, NOW } from './a-shift.ts'

const counts = (blue: readonly [number, number], green: readonly [number, number]) => {
  const one = ([errors, requests]: readonly [number, number]): ErrorCounts => ({ errors, requests })
  return { blue: one(blue), green: one(green) }
}

interface Row {
  readonly name: string
  readonly share?: number
  readonly counts?: ReturnType<typeof counts>
  readonly policy?: Partial<TrafficPolicy>
  readonly bakedFor?: number
  readonly next: string
  readonly says?: string
}

const comparison = { maxRatio: 2, minRequests: 100 }

/** Half-way through the bake nothing but a failure ends it; at its end the step is passed or held. */
const rows: readonly Row[] = [
  { name: 'a step bakes', bakedFor: 299, next: 'wait', says: 'bakes for 0.1 minutes more' },
  {
    name: 'and is passed at the end of its bake',
    next: 'save-state',
    says: '10 percent has let the shift pass: 50 percent',
  },
  { name: 'the last step bakes as long as is said for the end', share: 100, policy: { bakeAtEndSeconds: 600 }, next: 'wait', says: 'bakes for 5 minutes' }, // prettier-ignore
  { name: 'the last step leads to the end', share: 100, next: 'clear-state' },
  {
    name: 'a step by hand waits',
    policy: { promote: 'by-hand' },
    next: 'save-state',
    says: 'wait to be passed by hand',
  },
  { name: 'the last one does not wait', share: 100, policy: { promote: 'by-hand' }, next: 'clear-state' },
  { name: 'a release passes one step', policy: { promote: 'by-hand', passesGate: true }, next: 'save-state', says: 'has let the shift pass' }, // prettier-ignore
  {
    name: 'more than twice the errors fail the gate at once, within the bake',
    counts: counts([10, 1000], [21, 1000]),
    bakedFor: 60,
    policy: { comparison },
    next: 'halt',
    says: 'green answers 21 of 1000 requests with errors, the other side 10 of 1000 requests: more than 2 times',
  },
  { name: 'twice as many are allowed', counts: counts([10, 1000], [20, 1000]), policy: { comparison }, next: 'save-state', says: 'has let the shift pass' }, // prettier-ignore
  { name: 'it is the ratio that counts, not the number', counts: counts([90, 9000], [2, 100]), policy: { comparison }, next: 'save-state', says: 'has let the shift pass' }, // prettier-ignore
  {
    name: 'a side without any error counts as one with one: a single error of the other is no verdict',
    counts: counts([0, 1000], [2, 1000]),
    policy: { comparison },
    next: 'save-state',
    says: 'has let the shift pass',
  },
  { name: 'beyond that it is', counts: counts([0, 1000], [3, 1000]), policy: { comparison }, next: 'halt' },
  { name: 'too few of the new side are no data', counts: counts([0, 1000], [99, 99]), policy: { comparison }, next: 'wait', says: 'green has had 99 requests of the 100' }, // prettier-ignore
  { name: 'too few of the other side neither', counts: counts([0, 99], [99, 1000]), policy: { comparison }, next: 'wait', says: 'blue has had 99 requests of the 100' }, // prettier-ignore
  { name: 'no answer holds the step', policy: { comparison }, next: 'wait', says: 'CloudWatch does not tell the requests of both sides' }, // prettier-ignore
  { name: 'at 100 percent there is no other side to compare with', share: 100, counts: counts([0, 0], [500, 1000]), policy: { comparison }, next: 'clear-state' }, // prettier-ignore
  { name: 'without a limit nothing is compared', counts: counts([0, 1000], [900, 1000]), next: 'save-state', says: 'has let the shift pass' }, // prettier-ignore
]

test.each(rows)('$name', ({ share = 10, counts: seen, policy, bakedFor = 300, next, says = '' }) => {
  const weights = { blue: 100 - share, green: share }
  const step = nextOf({
    progress: { share },
    routes: [aRoute(weights)],
    ...(policy && { policy }),
    state: { baking: { share, since: NOW - bakedFor } },
    ...(seen && { seen: { counts: seen } }),
  })
  expect([step.kind, step.reason]).toEqual([next, expect.stringContaining(says)])
})

test('the bake of an earlier step does not count for this one', () => {
  const step = nextOf({
    progress: { share: 50, shareBefore: 10 },
    routes: [aRoute({ blue: 50, green: 50 })],
    state: { baking: { share: 10, since: NOW - 3000 } },
  })
  expect([step.kind, step.reason]).toEqual(['wait', 'green has 50 percent, and bakes for 5 minutes more'])
})

describe('alarms', () => {
  const alarms = { names: ['5xx'], atStart: 'refuse', withoutData: 'neutral' } as const
  const alarm = (state: 'OK' | 'ALARM') => ({ name: '5xx', state, reason: 'too many', since: NOW - 5, link: '' })
  const seenBy = (state?: Partial<TrafficState>, seen: object = {}, more: object = {}) =>
    nextOf({
      progress: { share: 10 },
      routes: [aRoute({ blue: 90, green: 10 })],
      policy: { alarms: { ...alarms, ...more } },
      seen,
      state: { baking: { share: 10, since: NOW - 60 }, ...state },
    })

  test('one in ALARM fails the gate within the bake', () => {
    const step = seenBy({}, { alarms: [alarm('ALARM')] })
    expect(step).toMatchObject({ kind: 'halt', blames: 'gate' })
    expect(step.reason).toContain('the alarm 5xx is in ALARM')
  })

  test('those that are OK let it go on', () => {
    expect(seenBy({}, { alarms: [alarm('OK')] }).reason).toContain('bakes for 4 minutes')
  })

  test('where CloudWatch does not answer nothing goes on', () => {
    const step = seenBy({ alarms: { ignored: [], blindSince: NOW - 30 }, baking: { share: 10, since: NOW - 300 } })
    expect(step).toMatchObject({ kind: 'wait', reason: 'CloudWatch does not tell the state of 5xx' })
  })

  test('one without data fails the step at its end where that is said', () => {
    const step = seenBy({ baking: { share: 10, since: NOW - 300 } }, { alarms: [{ ...alarm('OK'), state: 'INSUFFICIENT_DATA' }] }, { withoutData: 'fail' }) // prettier-ignore
    expect(step).toMatchObject({ kind: 'halt', blames: 'gate' })
  })
})
