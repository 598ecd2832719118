import type { Engine } from '../../src/controllers/engine.ts'
import type { RolloutRequest } from '../../src/controllers/rollout/ports.ts'
import { rollGroups } from '../../src/modes/roll.ts'
import type { Run } from '../../src/modes/run.ts'
import type { Event } from '../../src/report/events.ts'
import { Collector } from '../../src/report/results/collect.ts'
import { fleet } from '../report/runs.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** A run without AWS: an engine that asks nothing of its port needs no more. */
function runOf() {
  const collector = new Collector()
  const events: Event[] = []
  const touched: string[][] = []
  const run = {
    id: '1/1/0000',
    url: async () => undefined,
    connection: { region: 'eu-central-1' },
    clock: { now: () => 1_000_000, sleep: async () => {} },
    collector,
    report: (event: Event) => {
      events.push(event)
      collector.report(event)
    },
    signal: new AbortController().signal,
    pollSeconds: () => 5,
    width: () => 1,
    touching: (groups: readonly string[]) => touched.push([...groups]),
  } as unknown as Run
  return { run, events, touched }
}

const rolled: Engine = async ({ groups, report, ended }) =>
  groups.map((group) => {
    const seen = fleet(group)
    report({ kind: 'observed', fleet: seen, counts: { old: 2, current: 0, ready: 2, desired: 2 }, floor: 2 })
    const end = { status: 'rolled', changed: true, floor: 2, left: [], failure: undefined } as const
    const outcome = { group, before: seen, after: seen, ...end }
    ended(outcome)
    return outcome
  })

test('groups are rolled by the engine that is given, and its outcomes become results', async () => {
  const { run, events, touched } = runOf()
  const requests: RolloutRequest[] = []
  const results = await rollGroups(run, {
    groups: ['web', 'api'],
    inputs: { dryRun: false, timeoutSeconds: 600 } as never,
    rollRequest: { intent: 'restore', whose: 'own' },
    engine: (request) => {
      requests.push(request)
      return rolled(request)
    },
  })
  expect(results).toMatchObject([
    { group: 'web', region: 'eu-central-1', status: 'rolled', changed: true },
    { group: 'api', region: 'eu-central-1', status: 'rolled', changed: true },
  ])
  expect(requests).toMatchObject([{ groups: ['web', 'api'], deadline: 1600, dryRun: false, onUnknownGroup: 'tell' }])
  expect(touched).toEqual([['web', 'api']])
  expect(events.map(({ kind }) => kind)).toEqual(['observed', 'finished', 'observed', 'finished'])
})
