import { addGroup, addSenzaStack, type BuiltGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { settings, fixture, runAsText } from './fixture.ts'

interface Row {
  readonly name: string
  readonly scene: (account: SimulatedAccount) => BuiltGroup
  readonly inputs: Readonly<Record<string, string>>
}

const rows: readonly Row[] = [
  {
    name: 'a launch template group behind a target group',
    scene: (account) =>
      addGroup(account, {
        name: 'web',
        size: 3,
        launch: 'template-latest',
        balancers: ['target-group'],
        outdated: true,
      }),
    inputs: { 'auto-scaling-groups': 'web' },
  },
  {
    name: 'a Senza stack on a classic load balancer',
    scene: (account) => addSenzaStack(account, { sizes: { min: 2, max: 4 }, outdated: true }),
    inputs: { stacks: 'mystack v1' },
  },
]

describe('the bundle, asked to respawn', () => {
  it.each(rows)('rolls $name, reports all of it, and leaves nothing to its post step', async ({ scene, inputs }) => {
    const built: BuiltGroup[] = []
    const set = await fixture((account) => built.push(scene(account)))
    const { account, job } = set
    const { name, instanceIds } = built[0] as BuiltGroup
    const before = settings(account, name)

    const rolled = await job.run({ inputs: { mode: 'respawn', ...inputs } })

    expect(runAsText(set, rolled)).toMatchSnapshot('the roll')
    expect(rolled.exitCode).toBe(0)
    expect(account.ledger.lowestReady(name)).toBe(instanceIds.length)
    expect(account.ledger.highestTotal(name)).toBe(instanceIds.length + 1)
    expect(account.ledger.launches(name)).toHaveLength(instanceIds.length)
    expect(account.ledger.terminations(name).toSorted()).toEqual(instanceIds)
    expect(settings(account, name)).toEqual(before)
    const calls = account.ledger.entries.length
    const after = await job.run({ inputs: { mode: 'respawn', ...inputs }, state: rolled.state })
    expect(after).toMatchObject({ exitCode: 0, log: '', summary: '' })
    expect(account.ledger.entries).toHaveLength(calls)
  })

  it.each(rows)('plans $name in a dry run, without a single changing call', async ({ scene, inputs }) => {
    const set = await fixture(scene)
    const planned = await set.job.run({ inputs: { mode: 'respawn', ...inputs, 'dry-run': 'true' } })
    expect(runAsText(set, planned)).toMatchSnapshot('the plan')
    expect(set.account.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  })

  it('finds nothing to do where all instances are current, and ends green', async () => {
    const set = await fixture((account) => addGroup(account, { name: 'web', size: 2 }))
    const idle = await set.job.run({ inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' } })
    expect(runAsText(set, idle)).toMatchSnapshot()
    expect(idle.exitCode).toBe(0)
    expect(set.account.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  })
})
