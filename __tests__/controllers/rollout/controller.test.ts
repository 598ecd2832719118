import { UserError } from '../../../src/errors.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { dryRunPort, instantClock } from '../../../src/controllers/dry-run.ts'
import { runRollout } from '../../../src/controllers/rollout/controller.ts'
import type { FleetsPort, Observation, Outcome, RolloutRequest } from '../../../src/controllers/rollout/ports.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'

const LOST = new UncertainOutcome('autoscaling:DescribeAutoScalingGroups', { message: 'No answer.', cause: undefined })
const REFUSED = new UserError({ what: 'AWS refuses to show the group.' })

interface Played {
  readonly outcomes: readonly Outcome[]
  /** The group of each change, in the order in which they were made. */
  readonly changed: readonly string[]
}

/** Rolls groups of three outdated instances in a model; `disturb` sees the number of each look and what it shows. */
async function play(
  groups: readonly string[],
  disturb: (look: number, seen: Observation) => Observation,
  change: Partial<RolloutRequest> = {},
): Promise<Played> {
  const fleets = groups.map((group) => ({ ...aFleet(old(3)), group }))
  const model: FleetsPort = dryRunPort({ look: async () => ({ fleets, gone: [], unreadable: [] }) })
  const changed: string[] = []
  let looks = 0
  const { request } = aRequest({
    groups,
    port: {
      look: async (names, now) => disturb(++looks, await model.look(names, now)),
      apply: async (group, applied) => {
        changed.push(group)
        await model.apply(group, applied)
      },
      desiredChanges: async () => [],
    },
    clock: instantClock({ now: () => NOW * 1000, sleep: async () => {} }),
    deadline: NOW + 1_000_000,
    ...change,
  })
  return { outcomes: await runRollout(request), changed }
}

const atLook =
  (number: number, error: Error) =>
  (look: number, seen: Observation): Observation => {
    if (look >= number && (error !== LOST || look === number)) throw error
    return seen
  }

test('each look is told what the run has saved, whatever the tags say by then', async () => {
  const remembered: unknown[] = []
  const ended = new AbortController()
  const { request } = aRequest({
    port: {
      look: async (_groups, _now, _need, _fresh, memos) => {
        remembered.push(memos?.get('web')?.sizes.desired)
        if (remembered.length === 2) ended.abort()
        return { fleets: [aFleet(old(3))], gone: [], unreadable: [] }
      },
      apply: async () => {},
      desiredChanges: async () => [],
    },
    signal: ended.signal,
  })
  await runRollout(request)
  expect(remembered).toEqual([undefined, 3])
})

test('a look without an answer is made once more, and the roll goes on', async () => {
  const { outcomes } = await play(['web'], atLook(3, LOST))
  expect(outcomes).toMatchObject([{ status: 'rolled', failure: undefined }])
})

test('a group that AWS refuses to show after a change is put back without sight', async () => {
  const { outcomes } = await play(['web'], atLook(4, REFUSED))
  expect(outcomes).toMatchObject([{ status: 'unfinished', changed: true, failure: { what: REFUSED.what } }])
})

test('a group that cannot be read any more while it rolls is put back by less than a roll needs', async () => {
  const problem = new UserError({ what: 'Its target group does not exist.' })
  const { outcomes, changed } = await play(['web'], (look, { fleets, ...seen }) =>
    look === 4
      ? { ...seen, fleets: [], unreadable: fleets.map(({ group }) => ({ group, problem })) }
      : { ...seen, fleets },
  )
  expect(outcomes).toMatchObject([{ status: 'halted', failure: { what: problem.what } }])
  expect(changed.length).toBeGreaterThan(0)
})

test('the time for putting a group back begins once it is worked on, however long others take before it', async () => {
  let now = NOW
  const memo = aMemo(3, { run: '99/1/ffff', heartbeatAt: NOW - 400 })
  const fleets = ['web', 'api'].map((group) => ({ ...aRollingFleet(old(3), 3, memo), group }))
  const model: FleetsPort = dryRunPort({ look: async () => ({ fleets, gone: [], unreadable: [] }) })
  const { request } = aRequest({
    groups: ['web', 'api'],
    port: {
      ...model,
      apply: async (group, change) => {
        await model.apply(group, change)
        if (group === 'web' && change.kind === 'clear-state') now += 700
      },
    },
    policyFor: () => aPolicy({ intent: 'restore', lookFor: { whose: 'any', until: NOW } }),
    clock: {
      now: () => now * 1000,
      sleep: async (milliseconds) => {
        now += milliseconds / 1000
      },
    },
    need: 'the group alone',
    width: () => 1,
  })
  const outcomes = await runRollout(request)
  expect(outcomes.map(({ group, status }) => [group, status])).toEqual([
    ['web', 'restored'],
    ['api', 'restored'],
  ])
})

test('a group that AWS refuses to show before any change ends the run', async () => {
  await expect(play(['web'], atLook(1, REFUSED))).rejects.toThrow(REFUSED)
})

test.each(['end', 'tell'] as const)('a group that is gone in the middle ends there (%s)', async (onUnknownGroup) => {
  const withoutWeb = (look: number, { fleets }: Observation): Observation => ({
    fleets: fleets.filter(({ group }) => look < 4 || group !== 'web'),
    gone: look < 4 ? [] : ['web'],
    unreadable: [],
  })
  const { outcomes } = await play(['web', 'api'], withoutWeb, { onUnknownGroup })
  expect(outcomes).toMatchObject([
    { group: 'web', status: 'unfinished', changed: true, failure: { what: expect.stringMatching(/does not exist/) } },
    { group: 'api', status: 'rolled', failure: undefined },
  ])
})

test('a group that there is no room for waits until another has ended', async () => {
  const { outcomes, changed } = await play(['web', 'api'], (_, seen) => seen, { width: () => 1 })
  expect(outcomes.map(({ status }) => status)).toEqual(['rolled', 'rolled'])
  expect(changed.lastIndexOf('web')).toBeLessThan(changed.indexOf('api'))
})
