import type { ActionOutcome } from '../../testing/run-step.ts'
import { addGroup, instanceIds, letBecomeHealthy } from '../../simulator/scenario.ts'
import { annotations, settings, stage, type Stage } from './fixture.ts'

const size = 6
const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', surge: '2' }

const scene = () =>
  stage((world) =>
    addGroup(world, { name: 'web', size, sizes: { min: 6, max: 6 }, balancers: ['target-group'], outdated: true }),
  )

/** Rolls until the first old instance was told to leave, and sends a signal then: the roll is in the middle. */
function interrupted({ job }: Stage, signal: NodeJS.Signals): Promise<ActionOutcome> {
  let kill: ((signal: NodeJS.Signals) => void) | undefined
  return job.run({
    inputs,
    onStart: (means) => (kill = means),
    onLine: (line) => {
      if (line.includes('  terminate i-')) kill?.(signal)
    },
  })
}

/** What holds whenever a roll was broken off: none of its doings is left, and there was never a dip. */
function expectAllBack({ world }: Stage, before: object): void {
  expect(settings(world, 'web')).toEqual(before)
  letBecomeHealthy(world, 'web')
  expect(instanceIds(world, 'web')).toHaveLength(size)
  expect(world.ledger.lowestReady('web')).toBe(size)
  expect(world.ledger.highestTotal('web')).toBeLessThanOrEqual(size + 2)
}

describe('the bundle, broken off in the middle of a roll', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s stops rolling, and its post step puts everything back',
    async (signal) => {
      const set = await scene()
      const before = settings(set.world, 'web')

      const stopped = await interrupted(set, signal)

      expect(stopped.exitCode).toBe(1)
      expect(JSON.parse(stopped.outputs['result'] ?? '')).toMatchObject({ groups: [{ status: 'unfinished' }] })
      expect(annotations(stopped.log).join('\n')).toContain('cancelled')
      expect(settings(set.world, 'web')).not.toEqual(before)

      const after = await set.job.run({ inputs, state: stopped.state })

      expect(after.exitCode).toBe(0)
      expect(after.summary).toContain('restored')
      expectAllBack(set, before)
      expect(set.world.ledger.terminations('web').length).toBeLessThan(size)
    },
  )

  it('by SIGKILL is put back by `mode: restore` of a later run, which rolls nothing on', async () => {
    const set = await scene()
    const { world, job } = set
    const before = settings(world, 'web')
    const killed = await interrupted(set, 'SIGKILL')
    expect(killed.exitCode).toBeNull()
    expect(settings(world, 'web')).not.toEqual(before)
    // Long enough that nobody takes the dead run for a living one.
    world.timeline.advance(3600)

    const restored = await job.run({ runId: '1001', inputs: { mode: 'restore', 'auto-scaling-groups': 'web' } })

    expect(restored.exitCode).toBe(0)
    expect(JSON.parse(restored.outputs['result'] ?? '')).toMatchObject({ groups: [{ status: 'restored' }] })
    expectAllBack(set, before)
    expect(world.ledger.terminations('web').length).toBeLessThan(size)
  })

  it('by SIGKILL is finished by the next run, with no launch too many', async () => {
    const set = await scene()
    const { world, job } = set
    const before = settings(world, 'web')
    const old = instanceIds(world, 'web')
    await interrupted(set, 'SIGKILL')
    world.timeline.advance(3600)

    const finished = await job.run({ runId: '1001', inputs })

    expect(finished.exitCode).toBe(0)
    expectAllBack(set, before)
    expect(world.ledger.terminations('web').toSorted()).toEqual(old)
    expect(world.ledger.launches('web')).toHaveLength(size)
  })
})
