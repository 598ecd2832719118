import { UserError } from '../../../src/errors.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { runRollout } from '../../../src/controllers/rollout/controller.ts'
import type { Observation, RolloutRequest } from '../../../src/controllers/rollout/ports.ts'
import type { Event } from '../../../src/report/events.ts'
import { aFleet, fresh, NOW } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'

type Answer = 'shown' | 'as before' | 'left out' | 'lost'

/** The fingerprint of what a group launched from before a patch. */
const BEFORE = '0123456789abcdef'

/** A run over a group that is up to date, whose looks answer so in turn, five seconds apart; the last goes on. */
async function play(answers: readonly Answer[], change: Partial<RolloutRequest> = {}) {
  let now = NOW
  let looks = 0
  const events: Event[] = []
  const { request } = aRequest()
  const look = async (groups: readonly string[], at: number): Promise<Observation> => {
    const answer = answers[looks++] ?? answers.at(-1)
    if (answer === 'lost')
      throw new UncertainOutcome('x', { message: 'There is no usable answer to x.', cause: undefined })
    if (answer === 'left out') return { fleets: [], gone: [...groups], unreadable: [] }
    const fleets = groups.map((group) => aFleet(fresh(3), { group, at }))
    const before = fleets.map((fleet) => ({ ...fleet, source: { ...fleet.source, fingerprint: BEFORE } }))
    return { fleets: answer === 'shown' ? fleets : before, gone: [], unreadable: [] }
  }
  const ended = runRollout({
    ...request,
    ...change,
    port: { ...request.port, look },
    clock: {
      now: () => now * 1000,
      sleep: async (milliseconds) => {
        now += milliseconds / 1000
      },
    },
    report: (event) => events.push(event),
  })
  const outcomes = await ended.catch((error: unknown) => String(error))
  return { looks, outcomes, told: events.filter(({ kind }) => kind === 'warning' || kind === 'info') }
}

test('a group that one answer leaves out is looked for again', async () => {
  expect(await play(['left out', 'shown'])).toMatchObject({ looks: 2, outcomes: [{ status: 'current' }] })
})

test('what is checked before the first change is a look that leaves no group out', async () => {
  const shown: number[] = []
  const preflight: RolloutRequest['preflight'] = async (seen) =>
    void shown.push(seen instanceof UserError ? -1 : seen.fleets.length)
  await play(['left out', 'shown'], { preflight })
  expect(shown).toEqual([1])
})

test('a group that stays away for ten seconds does not exist, and nothing has begun', async () => {
  const { looks, outcomes } = await play(['left out'])
  expect(looks).toBe(3)
  expect(outcomes).toContain('The Auto Scaling group web does not exist.')
})

test('looks without an answer are one warning, and a line a minute', async () => {
  const answers = Array.from({ length: 30 }, (): Answer => 'lost')
  const { told, outcomes } = await play([...answers, 'shown'])
  expect(outcomes).toMatchObject([{ status: 'current' }])
  expect(told.map(({ kind }) => kind)).toEqual(['warning', 'info', 'info'])
  expect(told[0]).toMatchObject({ message: 'There is no usable answer to x. Looking again.' })
})

describe('a group that this run has patched', () => {
  const sourcesBefore = new Map([['web', BEFORE]])

  test('is looked at again while AWS shows it as it was', async () => {
    const { looks, outcomes } = await play(['as before', 'as before', 'shown'], { sourcesBefore })
    expect({ looks, outcomes }).toMatchObject({ looks: 3, outcomes: [{ status: 'current' }] })
  })

  test('is taken for what AWS shows after a minute', async () => {
    const { looks } = await play(['as before'], { sourcesBefore })
    expect(looks).toBe(14)
  })

  test('is taken as it is in a dry run, which has patched nothing', async () => {
    const { looks } = await play(['as before'], { sourcesBefore, dryRun: true })
    expect(looks).toBe(1)
  })

  test('does not concern another one', async () => {
    const { looks } = await play(['as before'], { sourcesBefore: new Map([['api', BEFORE]]) })
    expect(looks).toBe(1)
  })
})
