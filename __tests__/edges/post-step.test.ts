import { Cancelled } from '../../src/errors.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { operator, run, type Rolled, type Scene, scene, standing } from './fixture.ts'

// GitHub evaluates inputs and environment anew for the post step, so they may differ from those of the main step. What
// the run has left is where the main step worked: its own state says where, with which credentials, and as what.

beforeAll(takeShortcut)

const environment = { ...process.env }

afterEach(() => {
  process.env = { ...environment }
})

/** The main step of a roll that is cancelled in the middle. */
async function cancelled(fixture: Scene, inputs: Record<string, string> = {}): Promise<Rolled> {
  const cancel = new AbortController()
  fixture.account.timeline.after(60, () => cancel.abort(new Cancelled()))
  const main = await run(fixture, inputs, { signal: cancel.signal })
  expect(main.result.status).toBe('unfinished')
  expect(standing(fixture.account)).not.toEqual(fixture.before)
  return main
}

const errorsOf = ({ annotations }: Rolled): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n')

interface Row {
  readonly name: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly awsRegion?: string
}

test.each<Row>([
  { name: '`dry-run`', inputs: { 'dry-run': 'true' } },
  { name: 'another region', inputs: { 'aws-region': 'us-east-1' } },
  { name: 'another region in the environment', inputs: { 'aws-region': '' }, awsRegion: 'us-east-1' },
  { name: 'a mode that changes nothing', inputs: { mode: 'images' } },
  { name: 'a mode that is none', inputs: { mode: 'no-mode' } },
  { name: 'inputs that are wrong', inputs: { surge: 'some', timeout: 'never' } },
  { name: 'no role', inputs: { 'role-to-assume': '' } },
  { name: 'another role', inputs: { 'role-to-assume': 'arn:aws:iam::210987654321:role/other' } },
  { name: 'other groups', inputs: { 'auto-scaling-groups': 'other' } },
  { name: 'accounts that are allowed, and not this one', inputs: { 'allowed-account-ids': '210987654321' } },
])('the post step puts back what the run has left, also when it is given $name', async ({ inputs, awsRegion }) => {
  const fixture = scene()
  const main = await cancelled(fixture)
  const post = await run(fixture, inputs, { state: main.state, ...(awsRegion && { environment: { awsRegion } }) })
  expect(errorsOf(post)).toBe('')
  expect(post.reported).toContain(`Account ${fixture.account.account} in ${fixture.account.region}`)
  expect(post.summary).not.toContain('Nothing was changed.')
  expect(standing(fixture.account)).toEqual(fixture.before)
})

/** Credentials of the environment, as a job without `role-to-assume` brings them. */
const AMBIENT = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' }

test('a post step whose credentials belong to another account is red, names both, and says what may be left', async () => {
  Object.assign(process.env, AMBIENT)
  const fixture = scene()
  const main = await cancelled(fixture, { 'role-to-assume': '' })
  const elsewhere = new SimulatedAccount({ account: '210987654321' })
  addGroup(elsewhere, { name: 'web', size: 1 })
  const post = await run({ ...fixture, account: elsewhere }, { 'role-to-assume': '' }, { state: main.state })
  expect(post.failed).toBe(true)
  expect(errorsOf(post)).toContain(
    'The credentials of the post step belong to the account 210987654321, but the run has worked in the account 123456789012.',
  )
  expect(errorsOf(post)).toContain(
    'The run may have left the group web in eu-west-1 of the account 123456789012 changed.',
  )
  expect(elsewhere.ledger.changes()).toEqual([])
})

test('a post step that AWS gives no credentials says what may be left', async () => {
  const fixture = scene()
  const main = await cancelled(fixture)
  fixture.account.faults.deny('sts:AssumeRoleWithWebIdentity')
  const post = await run(fixture, {}, { state: main.state })
  expect(post.failed).toBe(true)
  expect(errorsOf(post)).toContain('The run may have left the group web in eu-west-1')
})

test.each([
  { key: 'groups', text: '["web"' },
  { key: 'scope', text: '' },
  { key: 'scope', text: '{}' },
  { key: 'run', text: 'nothing' },
])('a state whose `$key` is "$text" is one clear error, and no call is made', async ({ key, text }) => {
  const fixture = scene()
  const main = await cancelled(fixture)
  const post = await run(fixture, {}, { state: { ...main.state, [key]: text } })
  expect(post.failed).toBe(true)
  expect(post.annotations).toHaveLength(1)
  expect(errorsOf(post)).toContain('The post step cannot read what the main step saved for it')
  expect(post.calls).toBe(0)
})

describe('a group of the run that', () => {
  test('does not exist any more has nothing left: the post step says so and is green', async () => {
    const fixture = scene()
    const main = await cancelled(fixture)
    const post = await run(fixture, {}, { state: { ...main.state, groups: '["gone","web"]' } })
    expect(post.failed).toBe(false)
    expect(post.reported).toContain('The Auto Scaling group gone does not exist.')
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test.each(['the post step', 'mode: restore'])(
    'cannot be read makes %s red, and the others are put back',
    async (by) => {
      const fixture = scene()
      const main = await cancelled(fixture)
      addGroup(fixture.account, { name: 'unreadable', size: 1 })
      const tag = { ResourceId: 'unreadable', ResourceType: 'auto-scaling-group', PropagateAtLaunch: false }
      operator(fixture.account).CreateOrUpdateTags({ Tags: [{ ...tag, Key: 'fleet-patch:memo', Value: 'no memo' }] })
      if (by === 'mode: restore') fixture.account.timeline.advance(400)
      const after =
        by === 'mode: restore'
          ? await run(fixture, { mode: 'restore', 'auto-scaling-groups': 'unreadable\nweb' }, { runId: '1001' })
          : await run(fixture, {}, { state: { ...main.state, groups: '["unreadable","web"]' } })
      expect(standing(fixture.account)).toEqual(fixture.before)
      expect(after.failed).toBe(true)
      expect(errorsOf(after)).toContain('The group unreadable could not be looked at')
      expect(errorsOf(after)).toContain('The tag fleet-patch:memo of the group unreadable cannot be read')
      expect(after.reported).toContain('web: restored')
    },
  )
})

test('a dry run of `mode: restore` plans, changes nothing, and leaves nothing for its post step', async () => {
  const fixture = scene()
  await cancelled(fixture)
  fixture.account.timeline.advance(400)
  const left = standing(fixture.account)
  const inputs = { mode: 'restore', 'dry-run': 'true' }
  const dry = await run(fixture, inputs, { runId: '1001' })
  expect([dry.failed, dry.result.status]).toEqual([false, 'planned'])
  expect(dry.summary).toContain('Nothing was changed.')
  // Nor does its post step put back, once it is given no `dry-run` any more.
  const post = await run(fixture, { mode: 'restore' }, { runId: '1001', state: dry.state })
  expect(post.lines).toEqual([])
  expect(standing(fixture.account)).toEqual(left)
})

test('the post step of `mode: restore` that was cancelled puts back, also when it is given `dry-run`', async () => {
  const fixture = scene()
  await cancelled(fixture)
  fixture.account.timeline.advance(400)
  const cancel = new AbortController()
  fixture.account.timeline.after(1, () => cancel.abort(new Cancelled()))
  const main = await run(fixture, { mode: 'restore' }, { runId: '1001', signal: cancel.signal })
  expect(main.result.status).toBe('unfinished')
  const post = await run(fixture, { mode: 'restore', 'dry-run': 'true' }, { runId: '1001', state: main.state })
  expect(errorsOf(post)).toBe('')
  expect(standing(fixture.account)).toEqual(fixture.before)
})
