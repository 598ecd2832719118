import type { Alarm, Fleet } from '../../../src/domain/rollout/fleet.ts'
import { marksOf, watchedIn } from '../../../src/report/results/marks.ts'
import { BEGIN, fleet } from '../runs.ts'

const alarm = (state: Alarm['state'], name = '5xx'): Alarm => ({
  name,
  state,
  reason: '',
  since: BEGIN,
  link: undefined,
})
const memo = (progress: NonNullable<Fleet['memo']>['progress'] = {}): Fleet['memo'] =>
  ({ run: '1/1', startedAt: BEGIN, heartbeatAt: BEGIN, sizes: { min: 1, desired: 2, max: 3 }, suspends: [], surge: 1, source: '0123456789abcdef', replaceLaunchedUntil: undefined, progress }) // prettier-ignore

test.each<{ name: string; looks: readonly Partial<Fleet>[]; marks: readonly string[] }>([
  { name: 'a roll without gates and alarms', looks: [{}, { memo: memo() }, {}], marks: [] },
  {
    name: 'a checkpoint that is passed',
    looks: [{ memo: memo() }, { memo: memo({ gatesPassed: 1 }) }],
    marks: ['gate checkpoint 1 passed'],
  },
  {
    name: 'a roll that goes on after a checkpoint',
    looks: [{ memo: memo({ gatesPassed: 1 }) }, { memo: memo({ gatesPassed: 1 }) }],
    marks: [],
  },
  {
    name: 'a run that goes on after a checkpoint of another',
    looks: [{ memo: memo({ gatesPassed: 2 }) }],
    marks: [],
  },
  {
    name: 'a roll that is over',
    looks: [{ memo: memo({ gatesPassed: 1, phase: 'baking' }) }, { memo: undefined }],
    marks: [],
  },
  {
    name: 'a gate by hand',
    looks: [{ memo: memo() }, { memo: memo({ phase: 'gated' }) }],
    marks: ['gate waits to be passed by hand'],
  },
  {
    name: 'the last bake',
    looks: [{ memo: memo() }, { memo: memo({ phase: 'baking' }) }],
    marks: ['gate last bake begins'],
  },
  {
    name: 'an alarm that rings',
    looks: [{ alarms: [alarm('OK')] }, { alarms: [alarm('ALARM')] }],
    marks: ['alarm 5xx: ALARM'],
  },
  {
    name: 'an alarm that ends',
    looks: [{ alarms: [alarm('ALARM')] }, { alarms: [alarm('OK')] }],
    marks: ['alarm 5xx: ALARM', 'alarm 5xx: OK'],
  },
  {
    name: 'an alarm that gets data',
    looks: [{ alarms: [alarm('INSUFFICIENT_DATA')] }, { alarms: [alarm('OK')] }],
    marks: [],
  },
  {
    name: 'a look that CloudWatch does not answer',
    looks: [{ alarms: [alarm('ALARM')] }, { alarms: undefined }, { alarms: [alarm('ALARM')] }],
    marks: ['alarm 5xx: ALARM'],
  },
])('$name', ({ looks, marks }) => {
  let before: ReturnType<typeof watchedIn> | undefined
  const seen = looks.flatMap((look) => {
    const now = fleet('web', look)
    const found = marksOf(before, now)
    before = watchedIn(now, before)
    return found
  })
  expect(seen.map(({ kind, text }) => `${kind} ${text}`)).toEqual(marks)
})
