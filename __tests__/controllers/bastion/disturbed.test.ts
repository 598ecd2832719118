import { readFileSync } from 'node:fs'
import { Cancelled } from '../../../src/errors.ts'
import type { CallFault } from '../../../simulator/faults.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { type Schema, violations } from '../../report/schema.ts'
import { addresses, alive, changes, expectAlone, NAME, redeploy, scene } from './fixture.ts'
import { watched } from './watch.ts'

beforeAll(takeShortcut)

const everything = { lends: 'nothing', launch: { DisableApiTermination: true } } as const
const lift = { 'lift-termination-protection': 'true' }

describe('a lost answer changes nothing in the end:', () => {
  const actions = [
    'RunInstances',
    'AllocateAddress',
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
    const stage = scene(everything)
    const broken = watched(stage)
    const mishap: CallFault = { kind: 'reset' }
    stage.world.faults.inject({ action: `ec2:${operation}`, mishap, effect, times })
    const lived = await redeploy(stage, lift)
    stage.world.timeline.advance(60)
    const leaked = addresses(stage).filter(({ AllocationId }) => AllocationId !== stage.allocation)
    expect(leaked).toEqual([])
    expect(broken()).toEqual([])
    expect(lived.annotations.filter(({ level }) => level === 'error')).toEqual([])
    expectAlone(stage, alive(stage)[0]?.InstanceId ?? '')
    expect(alive(stage)[0]?.InstanceId).not.toBe(stage.old)
    expect(changes(stage).filter((action) => action === 'ec2:RunInstances').length).toBeLessThanOrEqual(13)
  })
})

test('looks that fail for a while are borne', async () => {
  const stage = scene()
  stage.world.faults.inject({ action: 'ec2:DescribeAddresses', mishap: { kind: 'reset' }, skip: 6, times: 25 })
  const lived = await redeploy(stage)
  expect(lived.failed).toBe(false)
  expectAlone(stage, alive(stage)[0]?.InstanceId ?? '')
})

test('a cancelled run stops at once, and the post step takes back what it began', async () => {
  const stage = scene({ lends: 'nothing' })
  const aborter = new AbortController()
  stage.world.timeline.after(200, () => aborter.abort(new Cancelled()))
  const main = await redeploy(stage, { 'keep-old-minutes': '60' }, { signal: aborter.signal })
  expect(main.annotations.at(-1)?.message).toContain('The run was cancelled.')
  expect(main.summary).toContain('Left:')
  expect(alive(stage)).toHaveLength(2)
  const post = await redeploy(stage, { 'keep-old-minutes': '60' }, { state: main.state })
  expect(post.failed).toBe(false)
  stage.world.timeline.advance(60)
  expectAlone(stage, stage.old)
})

test('the post step of a run that ended by itself says nothing', async () => {
  const stage = scene()
  const main = await redeploy(stage)
  const post = await redeploy(stage, {}, { state: main.state })
  expect([post.calls, post.lines]).toEqual([0, []])
})

test('a missing permission is named, and nothing is left', async () => {
  const stage = scene()
  stage.world.faults.deny('ec2:AssociateAddress')
  const lived = await redeploy(stage)
  const message = lived.annotations.find(({ level }) => level === 'error')?.message
  expect(message).toContain('moving the address to the new instance')
  expect(message).toContain('ec2:AssociateAddress')
  expect(message).toContain('Allow ec2:AssociateAddress')
  stage.world.timeline.advance(60)
  expectAlone(stage, stage.old)
})

test('without the permission to read the console there are no fingerprints, and nothing else is missing', async () => {
  const stage = scene()
  stage.world.faults.deny('ec2:GetConsoleOutput')
  const lived = await redeploy(stage)
  expect(lived.failed).toBe(false)
  expect(lived.lines.join('\n')).toMatch(/The host keys of i-[0-9a-f]+ cannot be told: .*GetConsoleOutput/)
})

const policy = JSON.parse(readFileSync('docs/iam/permissions.json', 'utf8')) as {
  readonly Statement: readonly { readonly Sid: string; readonly Action: readonly string[] }[]
}

test('the documented policy allows every call, and a dry run needs only what looks', async () => {
  const real = scene(everything)
  await redeploy(real, { ...lift, image: 'ssm:/images/bastion' })
  await redeploy(real, lift, { runId: '1001' })
  const dry = scene({ ...everything, template: {} })
  await redeploy(dry, { ...lift, 'dry-run': 'true' })
  const needed = ({ world }: typeof real): string[] =>
    world.ledger.actions().filter((action) => !action.startsWith('sts:'))
  const all = policy.Statement.flatMap(({ Action }) => Action)
  expect(needed(real).filter((action) => !all.includes(action))).toEqual([])
  expect(needed(real)).toContain('ec2:ReleaseAddress')
  const look = policy.Statement.find(({ Sid }) => Sid === 'Look')?.Action ?? []
  expect(needed(dry).filter((action) => !look.includes(action))).toEqual([])
})

describe('what is told', () => {
  const schema = JSON.parse(readFileSync('docs/result.schema.json', 'utf8')) as Schema

  const rows: { name: string; inputs: Record<string, string>; deaf?: true }[] = [
    { name: 'of a replacement', inputs: {} },
    { name: 'of a plan', inputs: { 'dry-run': 'true' } },
    { name: 'of a failure', inputs: {}, deaf: true },
    { name: 'where nothing is to do', inputs: { image: 'name:Taupage-AMI-20240101-*' } },
    { name: 'of a restoration', inputs: { mode: 'restore' } },
  ]
  test.each(rows)('$name follows the schema and reads like this', async ({ inputs, deaf }) => {
    const stage = scene()
    if (deaf) stage.ssh.deaf.add(stage.newImage)
    const lived = await redeploy(stage, inputs)
    expect(violations(JSON.parse(lived.outputs['result'] ?? ''), schema, schema)).toEqual([])
    const [told = ''] = lived.summary.split('<details>')
    expect({ log: lived.lines.slice(2), summary: told, annotations: lived.annotations }).toMatchSnapshot()
  })
})

test('an input that means nothing here is told', async () => {
  const lived = await redeploy(scene(), { surge: '2', bastion: NAME, 'dry-run': 'true' })
  expect(lived.annotations.map(({ message }) => message)).toContain(
    '`surge` has no effect with `mode: redeploy-bastion`.',
  )
})
