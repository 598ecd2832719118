import type { GroupResult, InstanceSpan } from '../../../src/report/events.ts'
import { expectedDuration, expectedDurationOfAll } from '../../../src/report/results/expected-duration.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene } from '../../../testing/traffic-scene.ts'
import { twoGroupsRolled } from '../runs.ts'

const START = 1_000_000

function aResult(changes: Partial<GroupResult> = {}): GroupResult {
  const [result] = twoGroupsRolled().results
  if (result === undefined) throw new Error('a group')
  return { ...result, ...changes }
}

/** New instances of a dry run: each is launched and ready so many seconds after its beginning. */
const started = (
  ...spans: readonly (readonly [from: number, readyAt: number | undefined])[]
): readonly InstanceSpan[] =>
  spans.map(([from, readyAt], index) => ({
    id: `new-${index}`,
    role: 'new',
    zone: 'eu-west-1a',
    from: START + from,
    readyAt: readyAt === undefined ? undefined : START + readyAt,
    until: undefined,
  }))
const old: InstanceSpan = { id: 'i-1', role: 'old', zone: 'eu-west-1a', from: START, readyAt: START, until: START + 60 }

describe('the expected duration of a group', () => {
  const rows: readonly { name: string; timeline: readonly InstanceSpan[]; seconds: number; expected: unknown }[] = [
    { name: 'is not told where no instance starts', timeline: [old], seconds: 60, expected: undefined },
    { name: 'is not told of what never starts', timeline: [old, ...started([10, undefined])], seconds: 60, expected: undefined }, // prettier-ignore
    { name: 'is a range for one start', timeline: [old, ...started([10, 13])], seconds: 23, expected: { low: 110, high: 380 } }, // prettier-ignore
    { name: 'is as long for those that start side by side', timeline: [old, ...started([10, 13], [10, 13], [11, 13])], seconds: 23, expected: { low: 110, high: 380 } }, // prettier-ignore
    { name: 'grows with each that starts after another', timeline: [old, ...started([10, 13], [20, 23])], seconds: 26, expected: { low: 200, high: 740 } }, // prettier-ignore
    { name: 'holds bakes, which the dry run has waited for', timeline: [old, ...started([10, 13])], seconds: 623, expected: { low: 710, high: 980 } }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ timeline, seconds, expected }) => {
    expect(expectedDuration({ timeline, startedAt: START, endedAt: START + seconds })).toEqual(expected)
  })
})

describe('the expected duration of a run', () => {
  /** From and until so many seconds of the dry run, with 100 to 500 seconds expected. */
  const planned = (from: number, until: number, more: Partial<GroupResult> = {}): GroupResult =>
    aResult({ status: 'planned', startedAt: START + from, endedAt: START + until, expectedDuration: { low: 100, high: 500 }, ...more }) // prettier-ignore
  const longer = { expectedDuration: { low: 200, high: 900 } }
  const rows: readonly { name: string; results: readonly GroupResult[]; expected: unknown }[] = [
    { name: 'is not told of no group', results: [], expected: undefined },
    { name: 'is not told where none has one', results: [aResult()], expected: undefined },
    { name: 'is that of the longest of those that begin together', results: [planned(0, 20), planned(0, 30, longer)], expected: { low: 200, high: 900 } }, // prettier-ignore
    { name: 'is both where the second waits for room', results: [planned(0, 20), planned(25, 40, longer)], expected: { low: 305, high: 1405 } }, // prettier-ignore
    { name: 'waits for the longest of a wave, and bakes', results: [planned(0, 30, { wave: 1 }), planned(0, 20, { wave: 1, ...longer }), planned(90, 100, { wave: 2 })], expected: { low: 360, high: 1460 } }, // prettier-ignore
    { name: 'is reckoned of a thousand groups, of which one begins after the other', results: Array.from({ length: 1000 }, (_, index) => planned(10 * index, 10 * index + 10)), expected: { low: 100_000, high: 500_000 } }, // prettier-ignore
    { name: 'waits in a wave for the one that has made room, not for the others', results: [planned(0, 20), planned(0, 30, longer), planned(20, 25)], expected: { low: 200, high: 1000 } }, // prettier-ignore
  ]
  test.each(rows)('$name', ({ results, expected }) => {
    expect(expectedDurationOfAll(results)).toEqual(expected)
  })
})

test('a dry run tells it as a range, in log, notice, summary and result, and the pace of its model nowhere', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 3, balancers: ['target-group'], outdated: true })
  const { lines, notices, summary, outputs } = await runAction(account, {
    inputs: { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true' },
  })
  const [, least = '', most = ''] = /^web: .* expected duration (\d+) m to (\d+) m$/m.exec(lines.join('\n')) ?? []
  expect(Number(most)).toBeGreaterThan(Number(least))
  expect(notices[0]).toContain(` Expected duration: ${least} m to ${most} m. `)
  expect(summary).toContain(`; expected duration ${least} m to ${most} m.`)
  expect(summary).toContain(`| 3 | ${least} m to ${most} m |`)
  expect(lines.filter((line) => line.endsWith(' left') || line.includes(' left  '))).toEqual([])
  const { groups } = JSON.parse(outputs['result'] ?? '') as { groups: { expectedSeconds: { least: number; most: number } }[] } // prettier-ignore
  expect(Math.round((groups[0]?.expectedSeconds.least ?? 0) / 60)).toBe(Number(least))
  expect(Math.round((groups[0]?.expectedSeconds.most ?? 0) / 60)).toBe(Number(most))
})

test('a roll that has happened has none', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 1, outdated: true })
  const { summary, outputs } = await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' } })
  expect(summary).not.toContain('xpected duration')
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({ groups: [{ expectedSeconds: null }] })
})

const IDLE = { size: 0, sizes: { min: 0, max: 0 }, outdated: true } as const

test.each([
  { name: 'a shift takes as long as its bakes', mode: 'shift', green: {}, least: [15, 16], most: [15, 16] },
  { name: 'a blue/green deployment one start more', mode: 'blue-green', green: IDLE, least: [16, 18], most: [21, 23] }, // prettier-ignore
])('$name, in the dry run of it', async ({ mode, green, least, most }) => {
  const { account } = trafficScene({ green })
  const { summary, outputs } = await runAction(account, { inputs: { mode, blue: 'shop-blue', green: 'shop-green', steps: '10\n50\n100', bake: '5', 'dry-run': 'true' } }) // prettier-ignore
  const { traffic } = JSON.parse(outputs['result'] ?? '') as { traffic: { expectedSeconds: { least: number; most: number } } } // prettier-ignore
  const minutes = Object.values(traffic.expectedSeconds).map((seconds) => seconds / 60)
  for (const [index, [from = 0, to = 0]] of [least, most].entries()) {
    expect(minutes[index]).toBeGreaterThanOrEqual(from)
    expect(minutes[index]).toBeLessThanOrEqual(to)
  }
  expect(summary).toMatch(/^Asked for: .*; expected duration (?:about \d+ m|\d+ m to \d+ m)\.$/m)
})
