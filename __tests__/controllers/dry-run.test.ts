import fc from 'fast-check'
import type { Fleet, Instance } from '../../src/domain/rollout/fleet.ts'
import { capacityOfGroup } from '../../src/domain/rollout/capacity.ts'
import { instantClock, dryRunPort } from '../../src/controllers/dry-run.ts'
import { runRollout } from '../../src/controllers/rollout/controller.ts'
import type { FleetsPort, Outcome } from '../../src/controllers/rollout/ports.ts'
import type { Event } from '../../src/report/events.ts'
import { aFleet, aPolicy, fresh, NOW, old } from '../domain/rollout/a-fleet.ts'
import type { Policy } from '../../src/domain/rollout/policy.ts'
import { isCounted } from '../../src/domain/rollout/counted.ts'

interface Walk {
  readonly outcome: Outcome
  readonly steps: readonly (Event & { kind: 'step' })[]
  readonly observed: readonly Fleet[]
}

async function plan(fleet: Fleet, policy: Policy): Promise<Walk> {
  const steps: (Event & { kind: 'step' })[] = []
  const observed: Fleet[] = []
  const real: Pick<FleetsPort, 'look'> = { look: async () => ({ fleets: [fleet], gone: [], unreadable: [] }) }
  const [outcome] = await runRollout({
    groups: [fleet.group],
    port: dryRunPort(real),
    policyFor: () => policy,
    clock: instantClock({ now: () => NOW * 1000, sleep: async () => {} }),
    report: (event) => {
      if (event.kind === 'step') steps.push(event)
      if (event.kind === 'observed') observed.push(event.fleet)
    },
    deadline: NOW + 1_000_000,
    pollSeconds: () => 5,
    signal: new AbortController().signal,
    dryRun: true,
    outlook: () => ({ progress: 0, timeLeft: undefined }),
    ended: () => {},
  })
  if (outcome === undefined) throw new Error('the loop gave no outcome')
  return { outcome, steps, observed }
}

const launched = (observed: readonly Fleet[]): Set<string> =>
  new Set(observed.flatMap(({ instances }) => instances.map(({ id }) => id)).filter((id) => id.startsWith('new-')))

test('the plan of six instances with a surge of one names every call', async () => {
  const { steps, outcome } = await plan(aFleet(old(6)), aPolicy())
  expect(
    steps.map(({ change }) => (change.kind === 'terminate' ? [...change.instances, change.decrement] : change.kind)),
  ).toEqual([
    'save-state',
    'suspend',
    'resize',
    ['i-old1', false],
    ['i-old2', false],
    ['i-old0', false],
    ['i-old4', false],
    ['i-old5', false],
    ['i-old3', true],
    'resume',
    'clear-state',
  ])
  expect(outcome).toMatchObject({ status: 'rolled', changed: true, left: [], failure: undefined })
})

test('a group that is up to date makes no step', async () => {
  const { steps, outcome } = await plan(aFleet(fresh(4)), aPolicy())
  expect(steps).toEqual([])
  expect(outcome).toMatchObject({ status: 'current', changed: false })
})

test('a forced roll replaces what is up to date and ends', async () => {
  const { observed, outcome } = await plan(aFleet(fresh(3)), aPolicy({ force: true, surge: 3 }))
  expect(outcome.status).toBe('rolled')
  expect(launched(observed).size).toBe(3)
})

test('for every fleet and budget: floor and ceiling hold, launches equal replacements, all settings are restored', async () => {
  const fleets = fc.record({
    stale: fc.integer({ min: 0, max: 12 }),
    current: fc.integer({ min: 0, max: 6 }),
    surge: fc.integer({ min: 0, max: 14 }),
    maxUnavailable: fc.integer({ min: 0, max: 5 }),
    waitForAll: fc.boolean(),
    room: fc.integer({ min: 0, max: 3 }),
    suspended: fc.subarray(['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'HealthCheck']),
  })
  await fc.assert(
    fc.asyncProperty(fleets, async ({ stale, current, surge, maxUnavailable, waitForAll, room, suspended }) => {
      fc.pre(surge > 0 || maxUnavailable > 0)
      const size = stale + current
      const fleet = aFleet([...old(stale), ...fresh(current)], {
        sizes: { min: size, max: size + room, desired: size },
        suspended,
      })
      const policy = aPolicy({ surge, maxUnavailable, waitForAll })
      const { observed, outcome } = await plan(fleet, policy)
      const ready = (at: Fleet): number => capacityOfGroup(at, policy).readyCapacity
      for (const at of observed) {
        expect(ready(at)).toBeGreaterThanOrEqual(size - maxUnavailable)
        expect(at.instances.filter(isCounted).length).toBeLessThanOrEqual(size + surge)
      }
      expect(launched(observed).size).toBe(stale)
      expect(outcome.after.instances.filter(isCounted).filter((each: Instance) => each.id.startsWith('i-old'))).toEqual(
        [],
      )
      expect(outcome.after.sizes).toEqual(fleet.sizes)
      expect(outcome.after.suspended.toSorted()).toEqual(suspended.toSorted())
      expect(outcome.after.memo).toBeUndefined()
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('no more groups roll at once than are admitted, and all end', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const real: Pick<FleetsPort, 'look'> = {
    look: async (groups) => ({ fleets: groups.map((group) => aFleet(old(2), { group })), gone: [], unreadable: [] }),
  }
  const model = dryRunPort(real)
  const underWay = new Set<string>()
  let most = 0
  const ended: string[] = []
  const outcomes = await runRollout({
    groups: names,
    port: {
      ...model,
      apply: async (group, change) => {
        if (change.kind === 'save-state') underWay.add(group)
        if (change.kind === 'clear-state') underWay.delete(group)
        most = Math.max(most, underWay.size)
        await model.apply(group, change)
      },
    },
    policyFor: () => aPolicy(),
    clock: instantClock({ now: () => NOW * 1000, sleep: async () => {} }),
    report: () => {},
    deadline: NOW + 1_000_000,
    pollSeconds: () => 5,
    signal: new AbortController().signal,
    dryRun: true,
    width: () => 2,
    ended: ({ group }) => ended.push(group),
    outlook: () => ({ progress: 0, timeLeft: undefined }),
  })
  expect(most).toBe(2)
  expect(ended.toSorted()).toEqual(names)
  expect(outcomes.map(({ group, status }) => [group, status])).toEqual(names.map((name) => [name, 'rolled']))
})

test('a defect of the action ends the run at once: it does not count as an unreachable AWS', async () => {
  let looks = 0
  const broken = runRollout({
    groups: ['web'],
    port: {
      look: async () => {
        looks++
        throw new TypeError('x is not a function')
      },
      apply: async () => {},
      desiredChanges: async () => [],
    },
    policyFor: () => aPolicy(),
    clock: instantClock({ now: () => NOW * 1000, sleep: async () => {} }),
    report: () => {},
    deadline: NOW + 3600,
    pollSeconds: () => 5,
    signal: new AbortController().signal,
    dryRun: false,
    ended: () => {},
    outlook: () => ({ progress: 0, timeLeft: undefined }),
  })
  await expect(broken).rejects.toThrow('x is not a function')
  expect(looks).toBe(1)
})
