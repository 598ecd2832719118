/** Where the record of a run is sent, by whole runs in this process. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

const SINKS = { 'audit-bus': 'fleet', 'audit-log-group': 'fleet', 'audit-bucket': 'records' }
const KEY = /^2026\/01\/05\/1000-1-[0-9a-f]{4}\.json$/

interface Line {
  readonly group: string | null
  readonly result: string
  readonly reason: string | null
}

function fleet(...names: readonly string[]): SimulatedAccount {
  const account = new SimulatedAccount()
  account.events.addBus('fleet')
  account.logs.addGroup('fleet')
  account.s3.addBucket('records')
  for (const name of names.length > 0 ? names : ['web-1', 'web-2']) addGroup(account, { name, size: 1, outdated: true })
  return account
}

const run = async (
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>> = {},
  options: Omit<RunActionOptions, 'inputs'> = {},
) => await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web-*', ...SINKS, ...inputs }, ...options }) // prettier-ignore

const linesIn = (text: string): readonly Line[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line) // prettier-ignore
const told = (lines: readonly Line[]) => lines.map(({ group, result }) => `${group}: ${result}`)

/** What each sink has, oldest first; of the bucket each version. */
function kept({ events, logs, s3 }: SimulatedAccount) {
  const [stream, ...streams] = [...logs.streams('fleet')]
  const [object, ...objects] = [...s3.objects('records')]
  expect([streams, objects]).toEqual([[], []])
  return {
    bus: told(events.events('fleet').map(({ detail }) => JSON.parse(detail) as Line)),
    stream: stream?.[0],
    log: told((stream?.[1] ?? []).map(({ message = '' }) => JSON.parse(message) as Line)),
    key: object?.[0],
    versions: (object?.[1] ?? []).map(({ body }) => told(linesIn(body))),
  }
}

const warnings = ({ annotations }: Awaited<ReturnType<typeof run>>) =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)

const BEGUN = ['web-1: begun', 'web-2: begun']
const ROLLED = ['web-1: rolled', 'web-2: rolled']

describe('a record that is sent', () => {
  test('has its intent before the first change and its outcome at the end, in each sink', async () => {
    const account = fleet()
    const done = await run(account)
    expect([done.failed, warnings(done)]).toEqual([false, []])
    const { stream, key, ...texts } = kept(account)
    expect(texts).toEqual({ bus: [...BEGUN, ...ROLLED], log: [...BEGUN, ...ROLLED], versions: [BEGUN, ROLLED] })
    expect(key).toMatch(KEY)
    expect(stream).toBe(`fleet-patch/${key?.slice('2026/01/05/'.length, -'.json'.length)}`)
    const changes = account.ledger.changes().map(({ action }) => action)
    expect(changes.slice(0, 4).toSorted()).toEqual(['events:PutEvents', 'logs:CreateLogStream', 'logs:PutLogEvents', 's3:PutObject']) // prettier-ignore
    expect(JSON.parse(done.outputs['audit'] ?? '')).toHaveLength(2)
    expect(done.summary).toContain('Kept at: the event bus fleet, the log group fleet, the bucket records')
    expect(done.summary).toContain('Session in CloudTrail: `fleet-patch-1000`')
  })

  test('keeps its name where the run goes on over midnight', async () => {
    const account = fleet()
    account.timeline.advance(Date.UTC(2026, 0, 5, 23, 59, 50) / 1000 - account.timeline.now)
    await run(account)
    expect(kept(account).key).toMatch(KEY)
  })

  test('goes onto the bus in calls of ten', async () => {
    const account = fleet(...Array.from({ length: 12 }, (_, index) => `web-${index}`))
    await run(account, { 'audit-log-group': '', 'audit-bucket': '' })
    expect(account.ledger.entries.filter(({ operation }) => operation === 'PutEvents')).toHaveLength(4)
    expect(kept(account).bus).toHaveLength(24)
  })

  const failures: readonly { name: string; spoil: (account: SimulatedAccount) => void; says: readonly RegExp[] }[] = [
    { name: 'permissions are missing', spoil: ({ faults }) => faults.deny('events:*', 'logs:*', 's3:*'), says: [/to the event bus fleet\. .*events:PutEvents/, /to the log group fleet\. .*logs:CreateLogStream/, /to the bucket records\. .*s3:PutObject/] },
    { name: 'there is no answer', spoil: ({ faults }) => ['events:*', 'logs:*', 's3:*'].forEach((action) => faults.inject({ action, fault: { kind: 'silence' } })), says: [/to the event bus fleet\. AWS's answer to events:PutEvents was lost/, /to the log group/, /to the bucket/] },
    { name: 'a proxy answers', spoil: ({ faults }) => ['events:*', 's3:*'].forEach((action) => faults.inject({ action, fault: { kind: 'garbled', as: 'html' } })), says: [/to the event bus fleet/, /to the bucket records/] },
    { name: 'single events fail', spoil: ({ events }) => void (events.failing = 99), says: [/to the event bus fleet\. AWS did not take 2 of 2 events: InternalFailure/] },
  ] // prettier-ignore
  test.each(failures)('is a warning where $name, and the roll goes on', async ({ spoil, says }) => {
    const account = fleet()
    spoil(account)
    const done = await run(account)
    expect([done.failed, account.ledger.launches('web-1').length]).toEqual([false, 1])
    // The intent and the outcome.
    expect(warnings(done)).toHaveLength(2 * says.length)
    for (const text of says) expect(warnings(done).filter((message) => text.test(message))).toHaveLength(2)
  })

  test('is a warning where what it is sent to is not there', async () => {
    const account = fleet()
    const done = await run(account, { 'audit-log-group': 'none', 'audit-bucket': 'nowhere' })
    expect(done.failed).toBe(false)
    expect(warnings(done).filter((message) => /log group none\. .*ResourceNotFoundException/.test(message))).toHaveLength(2) // prettier-ignore
    expect(warnings(done).filter((message) => /bucket nowhere\. .*NoSuchBucket/.test(message))).toHaveLength(2)
  })

  test('is sent neither by a dry run nor by a mode that changes nothing', async () => {
    const account = fleet()
    await run(account, { 'dry-run': 'true' })
    const audit = await run(account, { mode: 'images' })
    expect(account.ledger.changes()).toEqual([])
    expect(warnings(audit)).toContain('`audit-bus` has no effect with `mode: images`.')
  })

  test.each([
    {
      name: 'audit-bus',
      text: 'arn:aws:sns:eu-west-1:123456789012:topic',
      says: 'the name or the ARN of an event bus',
    },
    {
      name: 'audit-log-group',
      text: 'arn:aws:logs:eu-west-1:123456789012:log-group:x',
      says: 'the name of a log group',
    },
    { name: 'audit-bucket', text: 's3://records', says: 'the name of a bucket' },
  ])('refuses a wrong $name before anything is asked of AWS', async ({ name, text, says }) => {
    const account = fleet()
    const done = await run(account, { [name]: text })
    expect(done.annotations).toEqual([expect.objectContaining({ level: 'error', message: expect.stringContaining(`\`${name}\` is \`${text}\` but must be ${says}`) as string })]) // prettier-ignore
    expect(account.ledger.entries).toEqual([])
  })
})

describe('the record of a run that dies', () => {
  /** The number of the first call of an operation in a whole run. */
  async function callOf(operation: string, skip = 0): Promise<number> {
    const account = fleet()
    await run(account)
    const calls = account.ledger.entries.flatMap((entry, index) => (entry.operation === operation ? [index + 1] : []))
    return calls[skip] ?? 0
  }

  test('leaves its intent, and the post step sends what became of it', async () => {
    const account = fleet()
    const dead = await run(account, {}, { process: { crash: { when: 'after', call: await callOf('SuspendProcesses') } } }) // prettier-ignore
    expect(dead.died).toBe(true)
    expect(kept(account).log).toEqual(BEGUN)
    const post = await run(account, {}, { state: dead.state })
    expect(post.failed).toBe(false)
    const { bus, versions } = kept(account)
    expect(bus.slice(2).map((line) => line.replace(/: .*/, ''))).toEqual(['web-1', 'web-2'])
    expect(versions.at(-1)?.every((line) => /restored|current/.test(line))).toBe(true)
    expect(post.summary).toContain('Record of this run')
  })

  test('before its first change is ended by the post step, which puts nothing back', async () => {
    const account = fleet()
    const dead = await run(account, {}, { process: { crash: { when: 'before', call: await callOf('CreateOrUpdateTags') } } }) // prettier-ignore
    // What a killed process writes last is its intent; this one has seen its own death.
    const record = JSON.parse(dead.state['record'] ?? '') as { readonly states: readonly Line[] }
    const begun = { ...record, states: record.states.map((line) => ({ ...line, result: 'begun' })) }
    const state = { ...dead.state, run: '', record: JSON.stringify(begun) }
    account.ledger.clear()
    const post = await run(account, { 'audit-path': '' }, { state })
    expect([post.failed, warnings(post)]).toEqual([false, []])
    expect(kept(account).versions.at(-1)).toEqual(['web-1: failed', 'web-2: failed'])
    expect(account.ledger.changes().map(({ action }) => action).toSorted()).toEqual(['events:PutEvents', 'logs:PutLogEvents', 's3:PutObject']) // prettier-ignore
  })

  test('is sent by the post step where the run was cancelled', async () => {
    const account = fleet()
    const cancelled = new AbortController()
    account.timeline.after(20, () => cancelled.abort())
    const main = await run(account, {}, { signal: cancelled.signal })
    expect([main.failed, kept(account).log]).toEqual([true, BEGUN])
    await run(account, {}, { state: main.state })
    expect(kept(account).log).toHaveLength(4)
    expect(kept(account).log.slice(2)).not.toContain('web-1: begun')
  })

  test('is sent as the main step has ended it, where nothing was left to put back', async () => {
    const account = fleet()
    const done = await run(account, { 'audit-log-group': '', 'audit-bucket': '' })
    const record = JSON.stringify({ ...(JSON.parse(done.state['record'] ?? '') as object), isDone: false })
    await run(account, {}, { state: { ...done.state, record } })
    expect(kept(account).bus.slice(-2)).toEqual(ROLLED)
  })

  test('that was sent whole is left alone by the post step, which logs nothing', async () => {
    const account = fleet()
    const done = await run(account)
    account.ledger.clear()
    const post = await run(account, {}, { state: done.state })
    expect([account.ledger.entries, post.lines, post.annotations]).toEqual([[], [], []])
  })

  test('is a warning where the post step cannot reach AWS any more', async () => {
    const account = fleet()
    const dead = await run(account, {}, { process: { crash: { when: 'after', call: await callOf('PutObject') } } })
    const post = await run(account, {}, { state: { ...dead.state, run: '' }, tokenFailure: () => new Error('no') })
    expect(warnings(post)).toEqual([expect.stringContaining('The record of this run could not be sent.')])
  })
})
