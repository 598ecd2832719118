/** The record of what runs change, by whole runs in this process. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { UserError } from '../../src/errors.ts'
import { changeTrail } from '../../src/main/change-trail.ts'
import { endSavedTrail, savedTrail } from '../../src/main/saved-trail.ts'
import type { Event } from '../../src/report/events.ts'
import { begun, recordOutput } from '../../src/report/results/change-record.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

const PATH = 'record.jsonl'
const catalogue = (more = ''): string => `version: 1
environments: { test: { account: '123456789012', regions: [eu-west-1], role: 'arn:aws:iam::123456789012:role/fleet-patch' } }
services: { web: { owner: shop, in: { test: { groups: ['web-*'] } } } }
${more}`

interface Line {
  readonly group: string | null
  readonly result: string
  readonly reason: string | null
  readonly before: { readonly image: string | null }
  readonly after: { readonly image: string | null }
  readonly [key: string]: unknown
}

const linesOf = (text = ''): readonly Line[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line) // prettier-ignore

function fleet(): SimulatedAccount {
  const account = new SimulatedAccount()
  for (const name of ['web-1', 'web-2', 'rogue']) addGroup(account, { name, size: 1, outdated: true })
  return account
}

async function run(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>>,
  more: Omit<RunActionOptions, 'inputs'> & { text?: string } = {},
) {
  // prettier-ignore
  const { text = catalogue(), ...options } = more
  const workspace = { '.github/fleet-patch.yml': text }
  const all = { mode: 'respawn', service: 'web', 'role-to-assume': '', 'aws-region': '', 'audit-path': PATH, ...inputs }
  return await runAction(account, { inputs: all, workspace, environment: { awsRegion: '' }, ...options })
}

const CONTEXT = {
  actor: 'octocat',
  triggeringActor: 'octocat',
  repository: 'octo/fleet',
  sha: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/heads/main',
  run: 'https://github.example/octo/fleet/actions/runs/1000',
  mode: 'respawn',
  environment: 'test',
  service: 'web',
  breakGlass: null,
  owner: 'shop',
  session: 'fleet-patch-1000',
  account: '123456789012',
  region: 'eu-west-1',
  startedAt: expect.stringMatching(/^20..-..-..T..:..:..Z$/),
  verdicts: [],
}

describe('the record of a run', () => {
  test('has the outcome of each group, in a file and in an output', async () => {
    const done = await run(fleet(), {})
    expect(done.failed).toBe(false)
    const lines = linesOf(done.files[PATH])
    expect(lines).toEqual(JSON.parse(done.outputs['audit'] ?? ''))
    expect(lines.map(({ group }) => group)).toEqual(['web-1', 'web-2'])
    for (const line of lines) {
      expect(line).toMatchObject({ ...CONTEXT, result: 'rolled', reason: null })
      expect(line).toMatchObject({ inputs: { service: 'web', 'audit-path': PATH }, floor: { promised: 1, lowest: 1 } })
      expect(line['sizes']).toMatchObject({ before: { desired: 1 }, after: { desired: 1 } })
      expect([line.before.image, line.after.image]).toEqual([
        expect.stringMatching(/^ami-/),
        expect.stringMatching(/^ami-/),
      ])
      expect(line.before.image).not.toBe(line.after.image)
    }
  })

  test('has its intent before the first change, and keeps it for the post step', async () => {
    const account = fleet()
    const done = await run(account, {})
    const before = account.ledger.entries.findIndex((entry) => entry.changes)
    expect(done.savedAfter[0]).toBeLessThanOrEqual(before)
    const moment = { at: 1_767_600_000, groups: ['web-1'], serviceOf: () => 'web' }
    expect(begun(moment)).toEqual([
      { at: '2026-01-05T08:00:00Z', service: 'web', owner: null, group: 'web-1', before: { image: null }, after: { image: null }, result: 'begun', reason: null }, // prettier-ignore
    ])
    expect(begun({ ...moment, groups: [] })).toEqual([expect.objectContaining({ group: null, result: 'begun' })])
  })

  test('that cannot be written is a warning, in the main step as in the post step', async () => {
    const unwritable = {
      writeFile: async () => {
        throw new UserError({ what: 'The disk is full.' })
      },
    }
    const runner = { ...recordingRunner({ inputs: { mode: 'respawn', 'audit-path': PATH } }), ...unwritable }
    const said: string[] = []
    const report = (event: Event): void => void said.push(event.kind === 'warning' ? event.message : event.kind)
    const trail = changeTrail(runner, { id: '1/1/a', report, now: () => 0, signal: new AbortController().signal })
    await trail?.beginning?.(['web'])
    expect(said).toEqual(['The record of this run could not be written. The disk is full.'])
    const result = { kind: 'groups', groups: [] } as const
    const told = await trail?.end({ result, failure: { what: 'The run was cancelled.' }, at: 0 })
    expect(told?.states).toEqual([expect.objectContaining({ result: 'failed', reason: 'The run was cancelled.' })])
    const state = { record: JSON.stringify({ path: PATH, context: {}, states: [{ group: 'web', result: 'rolled' }] }) }
    const saved = savedTrail(recordingRunner({ state }))
    const end = saved && (await endSavedTrail(unwritable, saved, { result, at: 0, connection: undefined }))
    expect(end?.warnings).toEqual([said[0]])
    for (const text of ['', 'no JSON', '7', '{}', 'null']) expect(savedTrail({ getState: () => text })).toBeUndefined()
  })

  test('is as long as an output may be', () => {
    const lines = Array.from({ length: 200 }, (_, index) => JSON.stringify({ group: String(index).padEnd(1000) }))
    const output = recordOutput(lines)
    expect(output.length).toBeLessThanOrEqual(60_002)
    expect((JSON.parse(output) as unknown[]).length).toBeGreaterThan(50)
  })

  test('has what the post step has put back', async () => {
    const account = fleet()
    const dead = await run(account, {}, { process: { crash: { when: 'after', call: 60 } } })
    expect(dead.died).toBe(true)
    const post = await run(account, {}, { state: dead.state })
    const lines = linesOf(post.files[PATH])
    expect(lines.map(({ group }) => group)).toEqual(['web-1', 'web-2'])
    for (const { result } of lines) expect(['restored', 'current']).toContain(result)
    for (const line of lines) expect(line).toMatchObject(CONTEXT)
    const before = (JSON.parse(dead.state['record'] ?? '') as { states: readonly Line[] }).states.map(
      (state) => state.before,
    )
    expect(lines.map((line) => line.before)).toEqual(before)
    expect(before.every(({ image }) => image !== null)).toBe(true)
  })

  test('of a run that is refused without AWS names its service and the rule', async () => {
    const done = await run(fleet(), {}, { text: catalogue("freezes: [{ name: Christmas, from: '2000-01-01', until: '2099-12-31' }]") }) // prettier-ignore
    expect(linesOf(done.files[PATH])).toEqual([
      expect.objectContaining({ service: 'web', group: null, result: 'refused', before: { image: null }, after: { image: null } }), // prettier-ignore
    ])
    expect(done.outputs['audit']).toContain('(rule `freezes`)')
  })

  test('of a run that is refused for its groups names each of them', async () => {
    const done = await run(fleet(), { 'auto-scaling-groups': 'web-1\nrogue' })
    expect(linesOf(done.files[PATH]).map(({ group, result }) => [group, result])).toEqual([['rogue', 'refused'], ['web-1', 'refused']]) // prettier-ignore
  })

  test('has the reason of break-glass', async () => {
    const done = await run(fleet(), { 'break-glass': 'INC-1: it burns' })
    expect(linesOf(done.files[PATH])[0]).toMatchObject({ breakGlass: 'INC-1: it burns', result: 'rolled' })
  })

  test('is an output alone without a path, and nothing in a dry run or an audit', async () => {
    const done = await run(fleet(), { 'audit-path': '' })
    expect([Object.keys(done.files), (JSON.parse(done.outputs['audit'] ?? '') as unknown[]).length]).toEqual([[], 2])
    for (const inputs of [{ 'dry-run': 'true' }, { mode: 'images', 'audit-path': '' }]) {
      const other = await run(fleet(), inputs)
      expect([other.files[PATH], other.outputs['audit']]).toEqual([undefined, undefined])
    }
  })

  test('is written without a catalogue where a path is given', async () => {
    const options = { workspace: { 'README.md': '' }, environment: {} }
    const inputs = { service: '', 'auto-scaling-groups': 'rogue', 'role-to-assume': 'arn:aws:iam::123456789012:role/fleet-patch', 'aws-region': 'eu-west-1' } // prettier-ignore
    const done = await run(fleet(), inputs, options)
    expect(linesOf(done.files[PATH])).toEqual([expect.objectContaining({ group: 'rogue', environment: null, service: null, result: 'rolled' })]) // prettier-ignore
    const without = await run(fleet(), { ...inputs, 'audit-path': '' }, options)
    expect([without.failed, without.outputs['audit']]).toEqual([false, undefined])
  })
})
