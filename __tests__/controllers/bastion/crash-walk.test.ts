import { Random } from '../../../simulator/random.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import type { ActionRun } from '../../../testing/run-action.ts'
import { alive, expectAlone, holder, instances, NAME, redeploy, scene, type Plan, type Scene } from './fixture.ts'
import { watched } from './bastion-invariants.ts'

// The process crashes before and after every call. Then the next run, the post step of the same job, or `mode: restore`
// recovers. In the end exactly one bastion is left, at its address, and nothing else; and at every moment before, a
// bastion answered.

beforeAll(takeShortcut)

interface Case {
  readonly name: string
  readonly plan: Plan
  readonly inputs?: Readonly<Record<string, string>>
  /** The most bastions at any moment. */
  readonly most?: number
}

const cases: readonly Case[] = [
  { name: 'with public addresses', plan: {} },
  { name: 'with a temporary address and a launch template', plan: { lends: 'nothing', template: {} } },
  {
    name: 'with termination protection that moves along',
    plan: { launch: { DisableApiTermination: true } },
    inputs: { 'lift-termination-protection': 'true' },
  },
  { name: 'while EC2 shows launches late', plan: { account: { behaviour: { staleSeconds: 45 } } }, most: 3 },
]

interface BastionCrash {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** One crash for each operation between two changes: a crash at the tenth read of a wait is like one at the first. */
async function crashesOf({ plan, inputs }: Case): Promise<readonly BastionCrash[]> {
  const fixture = scene(plan)
  const run = await redeploy(fixture, inputs)
  const { entries } = fixture.account.ledger
  expect(entries).toHaveLength(run.calls)
  const known = new Set<string>()
  let changes = 0
  return entries.flatMap(({ operation, changes: isChange }, index) => {
    const crashes = (['before', 'after'] as const).filter((when) => {
      if (isChange && when === 'after') changes++
      const key = `${changes} ${operation} ${when}`
      return !known.has(key) && known.add(key)
    })
    return crashes.map((when) => ({ when, call: index + 1 }))
  })
}

type BastionRecovery = 'the next run' | 'the post step' | 'mode: restore'

const recoveries: readonly BastionRecovery[] = ['the next run', 'the post step', 'mode: restore']

async function recover(
  fixture: Scene,
  recovery: BastionRecovery,
  { inputs, crashed }: { inputs: Case['inputs']; crashed: ActionRun },
): Promise<ActionRun> {
  switch (recovery) {
    case 'the next run':
      return await redeploy(fixture, inputs, { runId: '1001' })
    case 'the post step':
      return await redeploy(fixture, inputs, { state: crashed.state })
    case 'mode: restore':
      return await redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1001' })
    default:
      return recovery satisfies never
  }
}

const isProtected = ({ ops }: Scene, InstanceId: string): boolean | undefined =>
  ops.DescribeInstanceAttribute({ InstanceId, Attribute: 'disableApiTermination' }).DisableApiTermination?.Value

describe.each(cases)('$name', (one) => {
  test.each(recoveries)(
    'recovers from a crash at any call: %s',
    async (recovery) => {
      const problems: string[] = []
      const crashes = await crashesOf(one)
      expect(crashes.length).toBeGreaterThan(30)
      // One recovery after each crash, in turns.
      for (const [index, crash] of crashes.entries()) {
        if ((index + recoveries.indexOf(recovery)) % recoveries.length > 0) continue
        const fixture = scene(one.plan)
        const broken = watched(fixture, one.most)
        const crashed = await redeploy(fixture, one.inputs, { process: { crash } })
        expect(crashed.died).toBe(true)
        fixture.account.timeline.advance(20)
        const oldLives = alive(fixture).some(({ InstanceId }) => InstanceId === fixture.old)
        const run = await recover(fixture, recovery, { inputs: one.inputs, crashed })
        fixture.account.timeline.advance(60)
        const [last] = alive(fixture)
        try {
          expect(broken()).toEqual([])
          expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
          expectAlone(fixture, last?.InstanceId ?? '')
          // A run that continues has replaced the bastion in the end; a restore keeps the old one while it can.
          expect(last?.InstanceId === fixture.old).toBe(recovery !== 'the next run' && oldLives)
          expect(last?.ImageId).toBe(last?.InstanceId === fixture.old ? fixture.oldImage : fixture.newImage)
          expect(isProtected(fixture, last?.InstanceId ?? '')).toBe(one.plan.launch !== undefined)
          expect(instances(fixture).length).toBeLessThanOrEqual(recovery === 'the next run' ? 3 : 2)
        } catch (error) {
          problems.push(`${JSON.stringify(crash)}: ${String(error)}\n${run.lines.join('\n')}`)
        }
      }
      expect(problems).toEqual([])
    },
    120_000,
  )
})

test('after any number of crashed runs, a run that does not crash ends', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(seed)
    const { plan, inputs, most } = cases[seed % cases.length] as Case
    const fixture = scene(plan)
    const broken = watched(fixture, most && 9)
    let runs = 0
    for (let died = true; died; runs++) {
      const crash = {
        when: random.next() < 0.5 ? 'before' : 'after',
        call: 1 + Math.floor(random.next() * 200),
      } as const
      const chosen = random.next() < 0.2 ? { mode: 'restore', bastion: NAME } : inputs
      died = (await redeploy(fixture, chosen, { runId: String(1000 + runs), ...(runs < 8 && { process: { crash } }) }))
        .died
      fixture.account.timeline.advance(20)
    }
    await redeploy(fixture, inputs, { runId: '2000' })
    fixture.account.timeline.advance(60)
    expect(broken()).toEqual([])
    expect(alive(fixture)[0]?.InstanceId).not.toBe(fixture.old)
    expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
  }
}, 120_000)

describe('a run that crashed before it removed the memo is completed', () => {
  const names: { by: string; inputs: (fixture: Scene) => Record<string, string> }[] = [
    { by: 'the id of the old one', inputs: ({ old }) => ({ bastion: old }) },
    { by: 'the id of the new one', inputs: (fixture) => ({ bastion: alive(fixture)[0]?.InstanceId ?? '' }) },
    { by: 'the address', inputs: ({ ip }) => ({ bastion: '', 'elastic-ip': ip }) },
  ]
  test.each(names)('by $by', async ({ inputs }) => {
    const whole = scene()
    await redeploy(whole)
    const call = 1 + whole.account.ledger.entries.findIndex(({ operation }) => operation === 'DeleteTags')
    const fixture = scene()
    await redeploy(fixture, {}, { process: { crash: { when: 'before', call } } })
    fixture.account.timeline.advance(60)
    const run = await redeploy(fixture, inputs(fixture), { runId: '1001' })
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
    expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
    expect(run.outputs).toMatchObject({ 'previous-instance-id': fixture.old, 'image-id': fixture.newImage })
  })
})

describe('a new instance that EC2 ends with the address, after its run was lost', () => {
  const names: { by: string; inputs: (fixture: Scene) => Record<string, string> }[] = [
    { by: 'name', inputs: () => ({ bastion: NAME }) },
    { by: 'address', inputs: ({ ip }) => ({ bastion: '', 'elastic-ip': ip }) },
    { by: 'both', inputs: ({ ip }) => ({ bastion: NAME, 'elastic-ip': ip }) },
  ]
  test.each(names)('leaves that to the old one: `mode: restore` by $by gives it back', async ({ inputs }) => {
    const whole = scene()
    await redeploy(whole)
    const call = 1 + whole.account.ledger.entries.findIndex(({ operation }) => operation === 'AssociateAddress')
    const fixture = scene()
    await redeploy(fixture, {}, { process: { crash: { when: 'after', call } } })
    const next = holder(fixture) ?? ''
    expect(next).not.toBe(fixture.old)
    fixture.account.ec2.terminate(next)
    fixture.account.timeline.advance(120)
    expect(holder(fixture)).toBeUndefined()
    const run = await redeploy(fixture, { mode: 'restore', ...inputs(fixture) }, { runId: '1001' })
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
    expectAlone(fixture, fixture.old)
  })
})
