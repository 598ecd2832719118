import type { ActionOutcome } from '../../testing/run-step.ts'
import { addGroup, instanceIds, letBecomeHealthy } from '../../simulator/scenario.ts'
import { annotations, settings, fixture, type JobFixture } from './fixture.ts'

const size = 6
const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', surge: '2' }

const scene = () =>
  fixture((account) =>
    addGroup(account, { name: 'web', size, sizes: { min: 6, max: 6 }, balancers: ['target-group'], outdated: true }),
  )

/** Rolls until the first old instance is terminated, and sends a signal then: the roll is in the middle. */
function interrupted({ job }: JobFixture, signal: NodeJS.Signals): Promise<ActionOutcome> {
  let kill: ((signal: NodeJS.Signals) => void) | undefined
  return job.run({
    inputs,
    onStart: (means) => (kill = means),
    onLine: (line) => {
      if (line.includes('  terminate i-')) kill?.(signal)
    },
  })
}

/** What holds after an interrupted roll: all its changes are restored, and there was never a dip. */
function expectAllBack({ account }: JobFixture, before: object): void {
  expect(settings(account, 'web')).toEqual(before)
  letBecomeHealthy(account, 'web')
  expect(instanceIds(account, 'web')).toHaveLength(size)
  expect(account.ledger.lowestReady('web')).toBe(size)
  expect(account.ledger.highestTotal('web')).toBeLessThanOrEqual(size + 2)
}

describe('the bundle, interrupted in the middle of a roll', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s stops rolling, and its post step restores everything',
    async (signal) => {
      const set = await scene()
      const before = settings(set.account, 'web')

      const stopped = await interrupted(set, signal)

      expect(stopped.exitCode).toBe(1)
      expect(JSON.parse(stopped.outputs['result'] ?? '')).toMatchObject({ groups: [{ status: 'unfinished' }] })
      expect(annotations(stopped.log).join('\n')).toContain('cancelled')
      expect(settings(set.account, 'web')).not.toEqual(before)

      const after = await set.job.run({ inputs, state: stopped.state })

      expect(after.exitCode).toBe(0)
      expect(after.summary).toContain('restored')
      expectAllBack(set, before)
      expect(set.account.ledger.terminations('web').length).toBeLessThan(size)
    },
  )

  it('by SIGKILL is restored by `mode: restore` of a later run, which does not continue the roll', async () => {
    const set = await scene()
    const { account, job } = set
    const before = settings(account, 'web')
    const killed = await interrupted(set, 'SIGKILL')
    expect(killed.exitCode).toBeNull()
    expect(settings(account, 'web')).not.toEqual(before)
    // Long enough for the lease of the dead run to expire.
    account.timeline.advance(3600)

    const restored = await job.run({ runId: '1001', inputs: { mode: 'restore', 'auto-scaling-groups': 'web' } })

    expect(restored.exitCode).toBe(0)
    expect(JSON.parse(restored.outputs['result'] ?? '')).toMatchObject({ groups: [{ status: 'restored' }] })
    expectAllBack(set, before)
    expect(account.ledger.terminations('web').length).toBeLessThan(size)
  })

  it('by SIGKILL is finished by the next run, with no launch too many', async () => {
    const set = await scene()
    const { account, job } = set
    const before = settings(account, 'web')
    const old = instanceIds(account, 'web')
    await interrupted(set, 'SIGKILL')
    account.timeline.advance(3600)

    const finished = await job.run({ runId: '1001', inputs })

    expect(finished.exitCode).toBe(0)
    expectAllBack(set, before)
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    expect(account.ledger.launches('web')).toHaveLength(size)
  })
})
