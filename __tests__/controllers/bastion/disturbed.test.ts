import { readFileSync } from 'node:fs'
import { Cancelled } from '../../../src/errors.ts'
import type { CallFault } from '../../../simulator/faults.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { type Schema, violations } from '../../report/schema.ts'
import { addresses, alive, changes, expectAlone, NAME, redeploy, scene } from './fixture.ts'
import { watched } from './bastion-invariants.ts'

beforeAll(takeShortcut)

const everything = { lends: 'nothing', launch: { DisableApiTermination: true } } as const
const lift = { 'lift-termination-protection': 'true' }

describe('a lost answer changes nothing in the end:', () => {
  const actions = [
    'RunInstances',
    'AllocateAddress',
    'CreateTags',
    'AssociateAddress',
    'ReleaseAddress',
    'ModifyInstanceAttribute',
    'TerminateInstances',
    'DeleteTags',
  ]
  const rows = actions.flatMap((operation) =>
    (['done', 'not done'] as const).flatMap((effect) => [1, 12].map((times) => ({ operation, effect, times }))),
  )
  test.each(rows)('$operation, $effect, $times times', async ({ operation, effect, times }) => {
    const fixture = scene(everything)
    const broken = watched(fixture)
    const fault: CallFault = { kind: 'reset' }
    fixture.account.faults.inject({ action: `ec2:${operation}`, fault, effect, times })
    const run = await redeploy(fixture, lift)
    fixture.account.timeline.advance(60)
    const leaked = addresses(fixture).filter(({ AllocationId }) => AllocationId !== fixture.allocation)
    expect(leaked).toEqual([])
    expect(broken()).toEqual([])
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
    expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
    expect(alive(fixture)[0]?.InstanceId).not.toBe(fixture.old)
    expect(changes(fixture).filter((action) => action === 'ec2:RunInstances').length).toBeLessThanOrEqual(13)
  })
})

test('reads that fail for a while are tolerated', async () => {
  const fixture = scene()
  fixture.account.faults.inject({ action: 'ec2:DescribeAddresses', fault: { kind: 'reset' }, skip: 6, times: 25 })
  const run = await redeploy(fixture)
  expect(run.failed).toBe(false)
  expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
})

test('a cancelled run stops at once, and the post step restores the bastion', async () => {
  const fixture = scene({ lends: 'nothing' })
  const aborter = new AbortController()
  fixture.account.timeline.after(200, () => aborter.abort(new Cancelled()))
  const main = await redeploy(fixture, { 'keep-old-minutes': '60' }, { signal: aborter.signal })
  expect(main.annotations.at(-1)?.message).toContain('The run was cancelled.')
  expect(main.summary).toContain('Left:')
  expect(alive(fixture)).toHaveLength(2)
  const post = await redeploy(fixture, { 'keep-old-minutes': '60' }, { state: main.state })
  expect(post.failed).toBe(false)
  fixture.account.timeline.advance(60)
  expectAlone(fixture, fixture.old)
})

test.each([
  { name: '`dry-run`', inputs: { 'dry-run': 'true' } },
  { name: 'another region', inputs: { 'aws-region': 'us-east-1' } },
  { name: 'another bastion', inputs: { bastion: 'other' } },
])('the post step takes back what the run has begun, also when it is given $name', async ({ inputs }) => {
  const fixture = scene()
  const main = await redeploy(fixture, {}, { process: { crash: { when: 'after', call: 30 } } })
  expect(alive(fixture)).toHaveLength(2)
  const post = await redeploy(fixture, inputs, { state: main.state })
  expect(post.failed).toBe(false)
  fixture.account.timeline.advance(60)
  expectAlone(fixture, fixture.old)
})

test('the post step of a run that ended by itself says nothing', async () => {
  const fixture = scene()
  const main = await redeploy(fixture)
  const post = await redeploy(fixture, {}, { state: main.state })
  expect([post.calls, post.lines]).toEqual([0, []])
})

test('a missing permission is named, and nothing is left', async () => {
  const fixture = scene()
  fixture.account.faults.deny('ec2:AssociateAddress')
  const run = await redeploy(fixture)
  const message = run.annotations.find(({ level }) => level === 'error')?.message
  expect(message).toContain('moving the address to the new instance')
  expect(message).toContain('ec2:AssociateAddress')
  expect(message).toContain('Allow ec2:AssociateAddress')
  fixture.account.timeline.advance(60)
  expectAlone(fixture, fixture.old)
})

test('without the permission to read the console only the fingerprints are missing', async () => {
  const fixture = scene()
  fixture.account.faults.deny('ec2:GetConsoleOutput')
  const run = await redeploy(fixture)
  expect(run.failed).toBe(false)
  expect(run.lines.join('\n')).toMatch(/The host keys of i-[0-9a-f]+ cannot be told: .*GetConsoleOutput/)
})

const policy = JSON.parse(readFileSync('docs/iam/permissions.json', 'utf8')) as {
  readonly Statement: readonly { readonly Sid: string; readonly Action: readonly string[] }[]
}

test('the documented policy allows every call, and a dry run needs only reads', async () => {
  const real = scene(everything)
  await redeploy(real, { ...lift, image: 'ssm:/images/bastion' })
  await redeploy(real, lift, { runId: '1001' })
  const dry = scene({ ...everything, template: {} })
  await redeploy(dry, { ...lift, 'dry-run': 'true' })
  const needed = ({ account }: typeof real): string[] =>
    account.ledger.actions().filter((action) => !action.startsWith('sts:'))
  const all = policy.Statement.flatMap(({ Action }) => Action)
  expect(needed(real).filter((action) => !all.includes(action))).toEqual([])
  expect(needed(real)).toContain('ec2:ReleaseAddress')
  const look = policy.Statement.find(({ Sid }) => Sid === 'Look')?.Action ?? []
  expect(needed(dry).filter((action) => !look.includes(action))).toEqual([])
})

describe('the report', () => {
  const schema = JSON.parse(readFileSync('docs/result.schema.json', 'utf8')) as Schema

  const rows: { name: string; inputs: Record<string, string>; unresponsive?: true }[] = [
    { name: 'of a replacement', inputs: {} },
    { name: 'of a plan', inputs: { 'dry-run': 'true' } },
    { name: 'of a failure', inputs: {}, unresponsive: true },
    { name: 'where nothing is to do', inputs: { image: 'name:Taupage-AMI-20240101-*' } },
    { name: 'of a restoration', inputs: { mode: 'restore' } },
  ]
  test.each(rows)('$name follows the schema and reads like this', async ({ inputs, unresponsive }) => {
    const fixture = scene()
    if (unresponsive) fixture.ssh.unresponsive.add(fixture.newImage)
    const run = await redeploy(fixture, inputs)
    expect(violations(JSON.parse(run.outputs['result'] ?? ''), schema, schema)).toEqual([])
    const [reported = ''] = run.summary.split('<details>')
    expect({ log: run.lines.slice(3), summary: reported, annotations: run.annotations }).toMatchSnapshot()
  })
})

test('an input that has no effect is reported', async () => {
  const run = await redeploy(scene(), { surge: '2', bastion: NAME, 'dry-run': 'true' })
  expect(run.annotations.map(({ message }) => message)).toContain(
    '`surge` has no effect with `mode: redeploy-bastion`.',
  )
})
