import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as harness from '../../testing/harness.ts'

const { SimulatedAccount, addGroup, instanceIds, runAction, runBundle, Recorder, invariants, startOidc } = harness

const respawn = { mode: 'respawn', 'auto-scaling-groups': 'web' }

/** An account with a group whose instances are all older than its launch template. */
function outdated(size = 3) {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size, outdated: true })
  return account
}

const tagsOf = (account: InstanceType<typeof SimulatedAccount>): Readonly<Record<string, string>> =>
  account.autoScaling.capacity('web').tags

test('the door has these names; a test from outside relies on each', () => {
  expect(Object.keys(harness).toSorted()).toEqual([
    'Recorder',
    'SimulatedAccount',
    'addGroup',
    'instanceIds',
    'invariants',
    'runAction',
    'runBundle',
    'startOidc',
    'watchAfter',
  ])
})

test('the invariants have these names', () => {
  expect(Object.keys(invariants).toSorted()).toEqual([
    'asAtTheStart',
    'breachesAtTheEnd',
    'breachesDuring',
    'ceilingHolds',
    'exemptAreKept',
    'externalSuspensionsStay',
    'floorHolds',
    'leavingIsBounded',
    'memoComesFirst',
    'noUnnamedTermination',
    'onlyAllowedFields',
    'onlyOwnInstances',
    'processesAreSuspended',
    'replacementsServeFirst',
    'savedSizesFit',
  ])
})

/** What a test from outside may look like; it checks a roll without any of this repository's tests. */
const trial = (door: string): string => `
import { addGroup, instanceIds, invariants, Recorder, runAction, SimulatedAccount } from '${door}'

const account = new SimulatedAccount({ seed: 7 })
const { instanceIds: old } = addGroup(account, { name: 'web', size: 3, launch: 'template-latest', outdated: true })
const recorder = new Recorder(account, 'web')
const begin = recorder.snapshot()
const inputs: Record<string, string> = { mode: 'respawn', 'auto-scaling-groups': 'web' }
const run = await runAction(account, { inputs })
const history = { group: 'web', surge: 1, maxUnavailable: 0, begin, changes: recorder.changes, operatorSizes: [], staleSeconds: 0, operated: [] }
console.log(JSON.stringify({
  failed: run.failed,
  replaced: JSON.parse(run.outputs.replaced).length,
  old: instanceIds(account, 'web').filter((id) => old.includes(id)),
  breaches: [...invariants.breachesDuring(history), ...invariants.breachesAtTheEnd(recorder.snapshot(), invariants.asAtTheStart(begin))],
}))
`

describe.each(['testing/harness.ts', 'build/testing/harness.js'])('%s', (door) => {
  test('serves a test in a scratch folder, on Node alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fleet-patch-outside-'))
    try {
      const script = join(folder, 'trial.mts')
      writeFileSync(script, trial(pathToFileURL(resolve(door)).href))
      const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
        cwd: folder,
        encoding: 'utf8',
        env: {},
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(JSON.parse(stdout)).toEqual({ failed: false, replaced: 3, old: [], breaches: [] })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('runAction', () => {
  test('gives what the step did and said', async () => {
    const account = outdated()
    const run = await runAction(account, { inputs: respawn })
    expect(run).toMatchObject({ failed: false, annotations: [], outputs: { changed: 'true' }, files: {}, died: false })
    expect(run.lines).toContain('[group] Credentials')
    expect(run.summary).toContain('web')
    expect(run.state['groups']).toBe('["web"]')
    expect(account.timeline.now - new SimulatedAccount().timeline.now).toBeGreaterThan(60)
  })

  test('gives the reason of a failure as an annotation of the level error', async () => {
    const { failed, annotations } = await runAction(outdated(), { inputs: { ...respawn, surge: 'some' } })
    expect(failed).toBe(true)
    expect(annotations).toEqual([
      { level: 'error', title: expect.any(String), message: expect.stringContaining('`surge`') },
    ])
  })

  test('takes the region and the role that a test gives for those of the account', async () => {
    const inputs = { ...respawn, 'role-to-assume': 'arn:aws:iam::123456789012:role/unknown' }
    const { failed, annotations } = await runAction(outdated(), { inputs })
    expect(failed).toBe(true)
    expect(annotations.map(({ message }) => message).join()).toContain('role/unknown')
    const elsewhere = await runAction(outdated(), { inputs: { ...respawn, 'aws-region': 'Ireland' } })
    expect(elsewhere.annotations.map(({ message }) => message).join()).toContain('`Ireland`')
  })

  test('lets the runner say what a test says of the workflow run', async () => {
    const account = outdated()
    const environment = {
      runId: '77',
      repository: 'acme/shop',
      serverUrl: 'https://git.acme.example',
      awsRegion: account.region,
    }
    const dead = await runAction(account, {
      inputs: { ...respawn, 'aws-region': '' },
      environment,
      runAttempt: '2',
      process: { crash: { when: 'after', call: 30 } },
    })
    expect(dead.died).toBe(true)
    expect(dead.state['run']).toMatch(/^77\/2\/[0-9a-f]{4}$/)
    expect(JSON.stringify(tagsOf(account))).toContain('https://git.acme.example/acme/shop/actions/runs/77')
  })

  test('is the post step where it is given the state of the main step', async () => {
    const account = outdated()
    const before = account.autoScaling.capacity('web')
    const { state } = await runAction(account, { inputs: respawn, process: { crash: { when: 'after', call: 30 } } })
    expect(tagsOf(account)).not.toEqual(before.tags)
    const post = await runAction(account, { inputs: respawn, state })
    expect(post.lines).toContain('[group] Put back what is left')
    expect(invariants.breachesAtTheEnd(account.autoScaling.capacity('web'), invariants.asAtTheStart(before))).toEqual(
      [],
    )
    expect((await runAction(account, { inputs: respawn, state: {} })).lines).toEqual([])
  })

  test('cancels the run where its signal is aborted', async () => {
    const { failed, annotations } = await runAction(outdated(), { inputs: respawn, signal: AbortSignal.abort() })
    expect(failed).toBe(true)
    expect(annotations.map(({ level }) => level)).toEqual(['error'])
  })
})

describe('runBundle', () => {
  test('audits with dist/, and then rolls the group that is behind', async () => {
    const account = outdated()
    const old = instanceIds(account, 'web')
    const lines: string[] = []
    const audit = await runBundle(account, { inputs: { mode: 'images' }, onLine: (line) => void lines.push(line) })
    expect(audit).toMatchObject({ exitCode: 0, outputs: { changed: 'false', 'stale-count': '1' } })
    expect(audit.log).toContain(lines.at(-1))
    const roll = await runBundle(account, { inputs: respawn, runId: '1001', root: resolve('.') })
    expect(roll).toMatchObject({ exitCode: 0, outputs: { changed: 'true' }, state: { step: 'main' } })
    expect(roll.summary).toContain('web')
    expect(instanceIds(account, 'web').filter((id) => old.includes(id))).toEqual([])
    // A run that has left nothing behind lets its post step say nothing.
    const post = await runBundle(account, { inputs: respawn, runId: '1001', state: roll.state })
    expect(post).toMatchObject({ exitCode: 0, outputs: {} })
  })

  test('ends red where the job may not ask for a token', async () => {
    const refused = await runBundle(outdated(), { inputs: respawn, offersToken: false })
    expect(refused.exitCode).toBe(1)
    expect(refused.log).toContain('id-token: write')
  })
})

test('the recorder sees each change of a run, and startOidc gives tokens as the runner does', async () => {
  const account = outdated(1)
  const recorder = new Recorder(account, 'web')
  await runAction(account, { inputs: respawn })
  expect(recorder.changes.map(({ operation }) => operation)).toContain('TerminateInstanceInAutoScalingGroup')
  const { environment, audiences, close } = await startOidc({ timeline: account.timeline })
  try {
    const answer = await fetch(`${environment['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=sts.amazonaws.com`, {
      headers: { authorization: `Bearer ${environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` },
    })
    expect(await answer.json()).toEqual({ count: 1, value: expect.any(String) })
    expect(audiences).toEqual(['sts.amazonaws.com'])
  } finally {
    await close()
  }
})
