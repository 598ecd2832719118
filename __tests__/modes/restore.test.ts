import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction } from '../../testing/run-action.ts'
import { holder, NAME, redeploy, scene } from '../controllers/bastion/fixture.ts'

beforeAll(takeShortcut)

const groups = { 'auto-scaling-groups': 'web' }

/** A bastion and a group that a run has left halfway each, once both runs count as dead. */
async function halfway() {
  const fixture = scene()
  const { account } = fixture
  addGroup(account, { name: 'web', size: 2, launch: 'template-latest', outdated: true })
  const dies = { process: { crash: { when: 'after', call: 40 } } } as const
  const bastion = await redeploy(fixture, {}, dies)
  const roll = await runAction(account, { inputs: { mode: 'respawn', ...groups }, runId: '1001', ...dies })
  expect([bastion.died, roll.died]).toEqual([true, true])
  account.timeline.advance(400)
  return { fixture, state: { ...roll.state, ...bastion.state, run: roll.state['run'] ?? '' } }
}

test('a restore of a bastion and groups tells of both, and its outputs are those of the groups', async () => {
  const { fixture } = await halfway()
  const run = await redeploy(fixture, { mode: 'restore', ...groups }, { runId: '1002' })
  expect(run.failed).toBe(false)
  expect(holder(fixture)).toBe(fixture.old)
  expect(run.outputs).toMatchObject({ groups: '["web"]', changed: 'true' })
  expect(run.outputs).not.toHaveProperty('instance-id')
  expect(run.summary).toMatch(
    /^## ✅ Fleet Patch: the bastion is as it was; 1 group restored, 1 new instance removed\n/,
  )
  expect(run.summary).toContain('### Groups')
  expect(run.lines.filter((line) => line.startsWith(NAME) || line.startsWith('web: '))).toEqual([
    expect.stringMatching(/: i-[0-9a-f]+ at /),
    expect.stringContaining('is alone at'),
    expect.stringContaining('web: restored'),
  ])
})

test('a restore that finds no group tells all the same what became of the bastion', async () => {
  const { fixture } = await halfway()
  const run = await redeploy(fixture, { mode: 'restore', 'auto-scaling-groups': 'no*' }, { runId: '1002' })
  expect(run.failed).toBe(true)
  expect(holder(fixture)).toBe(fixture.old)
  expect(run.outputs).toMatchObject({ groups: '[]', 'instance-id': fixture.old })
  expect(run.summary).toMatch(/^## ❌ Fleet Patch failed\n/)
  expect(run.summary).toContain(`| \`${NAME}\` |`)
  expect(run.lines.at(-1)).toContain('is alone at')
  expect(run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual(['Fleet Patch'])
})

test('a post step puts back a bastion and groups side by side', async () => {
  const { fixture, state } = await halfway()
  const run = await redeploy(fixture, {}, { runId: '1001', state })
  expect(run.failed).toBe(false)
  expect(holder(fixture)).toBe(fixture.old)
  expect(run.outputs).toEqual({})
  expect(run.summary).toContain('### Groups')
  expect(run.lines.some((line) => line.startsWith('web: restored'))).toBe(true)
})

test('a post step whose groups cannot be looked at tells what became of the bastion', async () => {
  const { fixture, state } = await halfway()
  fixture.account.faults.deny('autoscaling:DescribeAutoScalingGroups')
  const run = await redeploy(fixture, {}, { runId: '1001', state })
  expect(run.failed).toBe(true)
  expect(holder(fixture)).toBe(fixture.old)
  expect(run.summary).toMatch(/^## ❌ Fleet Patch failed\n/)
  expect(run.summary).toContain(`| \`${NAME}\` |`)
})
