/** Rolls whose new instances must pass a probe before they count as ready, by the whole program. */
import type { Network } from '../../src/platform/network.ts'
import { instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectPutBack, expectRolled, type Inputs, oldLeft, run, type Scene, scene, standing } from './fixture.ts'

beforeAll(takeShortcut)

const PROBE = { probe: 'http://{private-ip}:8080/{instance-id}' }

const newOnes = ({ account, group }: Scene): readonly string[] =>
  instanceIds(account, 'web').filter((id) => !group.instanceIds.includes(id))

/** Answers each instance by its number, which counts those that were asked in their order, and by how often it was asked. */
function answering(status: (instance: number, attempt: number) => number) {
  const attempts = new Map<string, number>()
  const network: Network = {
    httpStatus: async (url) => {
      const id = url.split('/').at(-1) ?? ''
      attempts.set(id, (attempts.get(id) ?? 0) + 1)
      return status([...attempts.keys()].indexOf(id) + 1, attempts.get(id) ?? 0)
    },
    connect: () => Promise.reject(new Error('connection refused')),
  }
  return { network, attempts }
}

const MODES: readonly Inputs[] = [
  { mode: 'respawn' },
  { mode: 'respawn', surge: '2', checkpoints: '1', bake: '1' },
  { mode: 'respawn', surge: '0', 'max-unavailable': '1' },
  { mode: 'scale-up-patch' },
  { mode: 'scale-up-patch', dark: 'true', 'release-after': '1' },
  { mode: 'patch-image', image: 'latest', rollout: 'respawn' },
]

describe('a roll with a probe', () => {
  test.each(MODES)('tries each new instance until it has passed, and rolls: %j', async (inputs) => {
    const fixture = scene()
    const { network, attempts } = answering((_, attempt) => (attempt === 1 ? 503 : 200))
    expectRolled(fixture, await run(fixture, { ...inputs, ...PROBE }, { network }))
    expect([...attempts.keys()].toSorted()).toEqual(newOnes(fixture).toSorted())
    expect([...attempts.values()]).toEqual([2, 2, 2])
  })

  test('lets nothing old leave before a new instance has passed', async () => {
    const fixture = scene()
    const begun = fixture.account.timeline.now
    const left: number[] = []
    const { network } = answering(() => {
      left.push(oldLeft(fixture).length)
      return fixture.account.timeline.now - begun > 400 ? 200 : 503
    })
    expectRolled(fixture, await run(fixture, PROBE, { network }))
    // It is tried every ten seconds, and the second one when the first has passed.
    expect(left.filter((count) => count === 3).length).toBeGreaterThan(10)
  })

  test('halts where an instance never passes, and puts the group back', async () => {
    const fixture = scene()
    const { network } = answering(() => 503)
    const halted = await run(fixture, { ...PROBE, 'instance-timeout': '4' }, { network })
    expectPutBack(fixture, halted)
    expect(halted.reported).toMatch(
      /did not become ready within 4 minutes: its probe has not passed, http:\S+ answered 503/,
    )
    expect(fixture.account.ledger.launches('web')).toHaveLength(1)
    expect(oldLeft(fixture)).toHaveLength(3)
  })

  test('that is rolled back probes no instance of the version before', async () => {
    const fixture = scene({ launch: 'template-default' })
    const old = fixture.account.ec2.machine(fixture.group.instanceIds[0] ?? '')?.imageId
    const { network, attempts } = answering((instance) => (instance === 1 ? 200 : 503))
    const inputs = { 'on-failure': 'rollback', 'instance-timeout': '4', ...PROBE }
    const taken = await run(fixture, inputs, { network })
    expect(taken.failed).toBe(true)
    expect(taken.reported).toContain('is taken back to')
    const images = instanceIds(fixture.account, 'web').map((id) => fixture.account.ec2.machine(id)?.imageId)
    expect(new Set(images)).toEqual(new Set([old]))
    expect(attempts.size).toBe(2)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })

  test('replaces an instance that does not pass while more failures are borne', async () => {
    const fixture = scene()
    const { network } = answering((instance) => (instance === 1 ? 503 : 200))
    const rolled = await run(fixture, { ...PROBE, 'instance-timeout': '4', 'max-failures': '2' }, { network })
    expectRolled(fixture, rolled)
    expect(fixture.account.ledger.launches('web')).toHaveLength(4)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })

  test('counts each instance that does not pass as a failure', async () => {
    const fixture = scene()
    const { network } = answering(() => 503)
    const halted = await run(fixture, { ...PROBE, 'instance-timeout': '4', 'max-failures': '2' }, { network })
    expectPutBack(fixture, halted)
    expect(fixture.account.ledger.launches('web')).toHaveLength(2)
    expect(oldLeft(fixture)).toHaveLength(3)
  })

  test('leaves alone the new instances that were there before it', async () => {
    const fixture = scene()
    const half = await run(fixture, { timeout: '4' })
    expect(half.failed).toBe(true)
    const before = newOnes(fixture)
    expect(before.length).toBeGreaterThan(0)
    const { network, attempts } = answering(() => 200)
    expectRolled(fixture, await run(fixture, PROBE, { network, runId: '1001' }))
    expect([...attempts.keys()].filter((id) => before.includes(id))).toEqual([])
    expect(attempts.size).toBe(3 - before.length)
  })

  test('by command needs no way to the instance', async () => {
    const fixture = scene()
    expectRolled(
      fixture,
      await run(fixture, { probe: 'ssm: systemctl is-active web' }, { network: answering(() => 503).network }),
    )
    expect(fixture.account.ledger.changes().filter(({ operation }) => operation === 'SendCommand')).toHaveLength(3)
  })

  test('tries nothing in a dry run', async () => {
    const fixture = scene()
    const { network, attempts } = answering(() => 503)
    const planned = await run(fixture, { ...PROBE, 'dry-run': 'true' }, { network })
    expect(planned.failed).toBe(false)
    expect(attempts.size).toBe(0)
  })
})

describe('after a crash', () => {
  /** A roll that dies while its first new instance has not passed its probe. */
  async function dead(): Promise<{ readonly fixture: Scene; readonly state: Readonly<Record<string, string>> }> {
    const fixture = scene()
    const whole = scene()
    const { network } = answering(() => 503)
    await run(whole, { ...PROBE, 'instance-timeout': '4' }, { network })
    const probed = whole.account.ledger.entries.findLastIndex(({ operation }) => operation === 'DescribeInstances')
    const crash = { when: 'after', call: probed } as const
    const { died, state } = await run(fixture, { ...PROBE, 'instance-timeout': '4' }, { network, process: { crash } })
    expect(died).toBe(true)
    expect(newOnes(fixture)).toHaveLength(1)
    fixture.account.timeline.advance(400)
    return { fixture, state }
  }

  test('the next run tries what the run before has launched once more', async () => {
    const { fixture } = await dead()
    const { network, attempts } = answering(() => 200)
    expectRolled(fixture, await run(fixture, PROBE, { network, runId: '1001' }))
    expect(attempts.size).toBe(3)
  })

  test.each(['restore', 'the post step'])('%s puts back without any probe', async (recovery) => {
    const { fixture, state } = await dead()
    const { network, attempts } = answering(() => 503)
    const back =
      recovery === 'restore'
        ? await run(fixture, { mode: 'restore' }, { network, runId: '1001' })
        : await run(fixture, PROBE, { network, state })
    expect(back.failed).toBe(false)
    expect(attempts.size).toBe(0)
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(fixture.account.ledger.lowestReady('web')).toBe(3)
  })
})

describe('a release', () => {
  const GATED = { surge: '2', checkpoints: '1', promote: 'by-hand' }
  const { surge: _, ...again } = GATED

  test('of a gate tries what follows, and the canary once more', async () => {
    const fixture = scene()
    const first = answering(() => 200)
    const gated = await run(fixture, { ...GATED, ...PROBE }, { network: first.network })
    expect(gated.result.status).toBe('gated')
    expect(first.attempts.size).toBe(1)
    const second = answering(() => 200)
    const released = { mode: 'release', ...again, ...PROBE }
    expectRolled(fixture, await run(fixture, released, { network: second.network, runId: '1001' }))
    expect(second.attempts.size).toBe(3)
  })

  test('of a dark half tries it before any request reaches it', async () => {
    const fixture = scene()
    await run(fixture, { mode: 'scale-up-patch', dark: 'true' })
    const { network, attempts } = answering((_, attempt) => (attempt === 1 ? 503 : 200))
    expectRolled(fixture, await run(fixture, { mode: 'release', ...PROBE }, { network, runId: '1001' }))
    expect([...attempts.values()]).toEqual([2, 2, 2])
  })
})
