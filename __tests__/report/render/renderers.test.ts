import type { BastionResult, GroupResult, RunResult, TrafficResult } from '../../../src/report/events.ts'
import { rendererOf } from '../../../src/report/render/renderers.ts'
import { writeOutputs } from '../../../src/report/render/write-outputs.ts'
import { summary } from '../../../src/report/summary/summary.ts'
import { recordingRunner } from '../../../testing/recording-runner.ts'
import { auditOf, row } from '../an-audit.ts'
import { halt, nothingToDo, runRequest } from '../runs.ts'
import { logOf } from '../sink.ts'

const bastion: BastionResult = {
  name: 'odd',
  region: 'eu-central-1',
  address: '198.51.100.7',
  status: 'replaced',
  changed: true,
  instanceId: 'i-new',
  previousInstanceId: 'i-old',
  imageId: 'ami-new',
  previousImageId: 'ami-old',
  zone: 'eu-central-1b',
  banner: 'SSH-2.0-OpenSSH_9.6',
  hostKeys: ['SHA256:key'],
  userData: [],
  left: [],
  failure: undefined,
  steps: [],
  startedAt: 0,
  endedAt: 90,
}
const unfinished: BastionResult = {
  ...bastion,
  status: 'unfinished',
  instanceId: undefined,
  failure: { what: 'The run was cancelled.' },
  left: ['The new instance i-new is running.'],
}
const traffic: TrafficResult = {
  region: 'eu-central-1',
  groups: { blue: 'shop-blue', green: 'shop-green' },
  means: 'alb',
  to: 'green',
  status: 'shifted',
  changed: true,
  shares: [{ id: 'rule', before: { blue: 100, green: 0 }, after: { blue: 0, green: 100 } }],
  sizes: {
    blue: { before: { min: 1, desired: 2, max: 3 }, after: { min: 1, desired: 2, max: 3 } },
    green: { before: { min: 1, desired: 2, max: 3 }, after: { min: 1, desired: 2, max: 3 } },
  },
  keptUntil: undefined,
  curve: [],
  left: [],
  failure: undefined,
  steps: [],
  startedAt: 0,
  endedAt: 90,
}
const [failed] = halt().results
const [current] = nothingToDo().results
if (failed === undefined || current === undefined) throw new Error('no results')

const audit = auditOf([row(), row({ group: 'fine', verdict: 'current', daysBehind: 0 })])
const groups = (...results: readonly GroupResult[]): RunResult => ({ kind: 'groups', groups: results })

interface Shown {
  readonly name: string
  readonly result: RunResult
  readonly outputs: readonly string[]
  readonly heading: string
  readonly failedHeading: string
  readonly annotation: string | undefined
  /** The first line of the log's end, and how many there are. */
  readonly ending: readonly [first: string | undefined, count: number]
}

const GROUP_OUTPUTS = ['changed', 'groups', 'result', 'replaced', 'launched', 'plan']
const IMAGES = ['image-id', 'previous-image-id']

const shown: readonly Shown[] = [
  {
    name: 'no group',
    result: groups(),
    outputs: GROUP_OUTPUTS,
    heading: '## Fleet Patch: no group was touched',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: undefined,
    ending: [undefined, 0],
  },
  {
    name: 'a group that failed',
    result: groups(failed),
    outputs: [...GROUP_OUTPUTS, ...IMAGES],
    heading: '## ❌ Fleet Patch: `web` is unfinished, something is left to be put back',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: 'Fleet Patch: web unfinished',
    ending: ['web: UNFINISHED after 1 m 55 s, something is left to be put back', 5],
  },
  {
    name: 'a catalogue',
    result: {
      kind: 'catalogue',
      review: {
        path: 'fleet.yml',
        environments: ['test'],
        services: ['web', 'api'],
        listing: {
          environments: ['test'],
          regions: ['eu-west-1'],
          groups: [{ region: 'eu-west-1', group: 'rogue', claims: [] }],
        },
      },
    },
    outputs: ['changed', 'groups', 'result'],
    heading: '## ⚠️ Fleet Patch: fleet.yml is right: 2 services in 1 environment; 1 of 1 group is unclaimed',
    failedHeading: '## ❌ Fleet Patch: fleet.yml is right: 2 services in 1 environment; 1 of 1 group is unclaimed',
    annotation: undefined,
    ending: ['Catalogue: fleet.yml is right: 2 services in 1 environment; 1 of 1 group is unclaimed.', 1],
  },
  {
    name: 'an audit',
    result: { kind: 'audit', audit },
    outputs: ['changed', 'groups', 'result', 'stale', 'stale-count', 'matrix'],
    heading: '## ⚠️ Fleet Patch: 1 of 2 groups is behind, the worst by 29 days',
    failedHeading: '## ❌ Fleet Patch: 1 of 2 groups is behind, the worst by 29 days',
    annotation: undefined,
    ending: ['Audit: 1 of 2 groups is behind, the worst by 29 days.', 2],
  },
  {
    name: 'a bastion',
    result: { kind: 'bastion', bastion },
    outputs: [...GROUP_OUTPUTS, ...IMAGES, 'instance-id', 'previous-instance-id'],
    heading: '## ✅ Fleet Patch: the bastion was replaced',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: undefined,
    ending: ['odd: i-old was replaced by i-new at 198.51.100.7, 1 m 30 s', 3],
  },
  {
    name: 'a bastion that is unfinished',
    result: { kind: 'bastion', bastion: unfinished },
    outputs: [...GROUP_OUTPUTS, ...IMAGES, 'previous-instance-id'],
    heading: '## ❌ Fleet Patch: the replacement of the bastion is unfinished',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: 'Fleet Patch: odd unfinished',
    ending: ['odd: unfinished, 1 m 30 s', 5],
  },
  {
    name: 'groups and a bastion that is unfinished',
    result: { kind: 'groups', groups: [current], bastion: unfinished },
    outputs: [...GROUP_OUTPUTS, ...IMAGES],
    heading: '## ❌ Fleet Patch: the replacement of the bastion is unfinished; everything is up to date',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: 'Fleet Patch: odd unfinished',
    ending: ['odd: unfinished, 1 m 30 s', 6],
  },
  {
    name: 'a bastion, and groups of which one failed',
    result: { kind: 'groups', groups: [current, failed], bastion },
    outputs: [...GROUP_OUTPUTS, 'image-id'],
    heading: '## ❌ Fleet Patch: the bastion was replaced; 2 groups: 1 unfinished, 1 up to date',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: 'Fleet Patch: web unfinished',
    ending: ['odd: i-old was replaced by i-new at 198.51.100.7, 1 m 30 s', 10],
  },
  {
    name: 'what a janitor has found',
    result: {
      kind: 'janitor',
      janitor: {
        region: 'eu-west-1',
        groups: ['api', 'web'],
        findings: [
          {
            finding: 'standby',
            group: 'web',
            region: 'eu-west-1',
            since: 0,
            what: 'i-1 is in Standby',
            advice: 'Return it.',
            heal: 'exit-standby',
            state: 'marked',
            why: 'seen for the first time; a later run heals it',
          },
        ],
        skipped: [{ group: 'api', why: 'run 1 is at work on it' }],
      },
      restored: { groups: [], traffic: [] },
    },
    outputs: ['changed', 'groups', 'result', 'findings', 'healed'],
    heading: '## ⚠️ Fleet Patch: 1 finding in 1 of 2 groups: 1 marked; 1 group left alone',
    failedHeading: '## ❌ Fleet Patch: 1 finding in 1 of 2 groups: 1 marked; 1 group left alone',
    annotation: undefined,
    ending: ['Janitor: 1 finding in 1 of 2 groups: 1 marked; 1 group left alone.', 3],
  },
  {
    name: 'a shift of traffic',
    result: { kind: 'traffic', traffic },
    outputs: [...GROUP_OUTPUTS, 'traffic'],
    heading: '## ✅ Fleet Patch: the traffic is shifted',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: undefined,
    ending: ['shop-blue (blue), shop-green (green), to green: the traffic is shifted, 1 m 30 s', 2],
  },
  {
    name: 'a shift that is taken back besides groups, unfinished',
    result: {
      kind: 'groups',
      groups: [current],
      traffic: [{ ...traffic, status: 'unfinished', failure: { what: 'AWS did not answer.' }, left: ['One thing.'] }],
    },
    outputs: [...GROUP_OUTPUTS, ...IMAGES, 'traffic'],
    heading: '## ❌ Fleet Patch: the shift is unfinished; everything is up to date',
    failedHeading: '## ❌ Fleet Patch failed',
    annotation: 'Fleet Patch: shop-blue and shop-green unfinished',
    ending: ['shop-blue (blue), shop-green (green), to green: the shift is unfinished, 1 m 30 s', 5],
  },
]

/** What the rows for programs are about. */
function namesIn(result: RunResult): readonly unknown[] {
  switch (result.kind) {
    case 'groups':
      return result.groups.map(({ group }) => group)
    case 'audit':
      return result.audit.rows.map(({ group }) => group)
    case 'catalogue':
      return ['rogue']
    case 'janitor':
      return ['web']
    case 'bastion':
      return ['odd']
    case 'traffic':
      return ['rule']
    default:
      return result satisfies never
  }
}

describe.each(shown)('$name', ({ result, outputs, heading, failedHeading, annotation, ending }) => {
  const named = namesIn(result)
  const firstLine = (failure?: { readonly what: string }): string | undefined =>
    summary({ request: runRequest(), result, callCounts: {}, ...(failure && { failure }) }).split('\n')[0]

  test('sets its outputs, in their order', () => {
    const runner = recordingRunner()
    writeOutputs(runner, runRequest(), result)
    expect(Object.keys(runner.recorded.outputs)).toEqual(outputs)
  })

  test('heads the summary with its verdict', () => expect(firstLine()).toBe(heading))

  test('heads the summary of a run that failed as a whole', () => {
    expect(firstLine({ what: 'It failed.' })).toBe(failedHeading)
  })

  test('is annotated where something failed', () => {
    expect(rendererOf(result).annotation(result)?.title).toBe(annotation)
  })

  test('is a table for programs, with a cell for each column', () => {
    const [head, ...rows] = rendererOf(result)
      .tsv(result)
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'))
    expect(head?.[0]).toBe('region')
    expect(rows.map(({ length }) => length)).toEqual(rows.map(() => head?.length))
    expect(rows.map((row) => row[1])).toEqual(named)
  })

  test('ends the log', () => {
    const finished = result.kind === 'groups' ? result.groups : []
    const lines = rendererOf(result).logEnding(result, finished)
    expect([lines[0], lines.length]).toEqual(ending)
  })
})

test('groups that ended before a bastion alone had a result are in the log all the same', () => {
  const log = logOf([
    { kind: 'finished', at: 0, result: current },
    { kind: 'ended', at: 0, result: { kind: 'bastion', bastion } },
  ])
  expect(log.slice(-4)).toEqual([
    'odd: i-old was replaced by i-new at 198.51.100.7, 1 m 30 s',
    '  SSH banner: SSH-2.0-OpenSSH_9.6',
    '  new host key: SHA256:key',
    'web: up to date, nothing to do',
  ])
})

test('groups that were as they should be, beside a bastion that was put back, are a change', () => {
  const result: RunResult = { kind: 'groups', groups: [current], bastion: { ...bastion, status: 'restored' } }
  expect(rendererOf(result).outputs(runRequest(), result).changed).toBe('true')
  const untouched: RunResult = { ...result, bastion: { ...bastion, status: 'restored', changed: false } }
  expect(rendererOf(untouched).outputs(runRequest(), untouched).changed).toBe('false')
})
