import { Collector } from '../../../src/report/results/collect.ts'
import { BEGIN, dryRun, fleet, halt, instance, twoGroupsRolled } from '../runs.ts'

const counts = { old: 1, current: 0, ready: 1, desired: 1 }

test('a rolled group: instances replaced and launched, start and end, and the sizes before and after', () => {
  const [stack] = twoGroupsRolled().results
  expect(stack).toMatchObject({
    replaced: ['i-140d0', 'i-140d1'],
    launched: ['i-14e30', 'i-14e31'],
    previousImageId: 'ami-0old',
    imageId: 'ami-0new',
    lowestReady: 2,
    readyAtStart: 2,
    sizes: { before: { min: 2, desired: 2, max: 4 }, after: { min: 2, desired: 2, max: 4 } },
  })
  expect(stack?.timeline).toEqual([
    { id: 'i-140d0', role: 'old', zone: 'eu-central-1a', from: BEGIN, readyAt: BEGIN, until: BEGIN + 60 },
    { id: 'i-140d1', role: 'old', zone: 'eu-central-1b', from: BEGIN, readyAt: BEGIN, until: BEGIN + 125 },
    { id: 'i-14e30', role: 'new', zone: 'eu-central-1a', from: BEGIN + 1, readyAt: BEGIN + 60, until: undefined },
    { id: 'i-14e31', role: 'new', zone: 'eu-central-1b', from: BEGIN + 61, readyAt: BEGIN + 125, until: undefined },
  ])
  expect((stack?.endedAt ?? 0) - (stack?.startedAt ?? 0)).toBe(131)
})

test('a new instance that was removed again is launched, but not replaced', () => {
  const [web] = halt().results
  expect(web).toMatchObject({ replaced: ['i-30d0'], launched: ['i-3e30', 'i-3e31'] })
  expect(web?.timeline.at(-1)).toMatchObject({ id: 'i-3e31', readyAt: undefined, until: BEGIN + 110 })
})

test('a dry run names the instances that it would replace, and the lowest number of its forecast', () => {
  const [web] = dryRun().results
  expect(web).toMatchObject({ replaced: ['i-30d0', 'i-30d1'], launched: [], endedAt: BEGIN })
  expect(web?.steps.map(({ detail }) => detail)).toEqual([
    'suspend AZRebalance',
    'set desired capacity to 3',
    'terminate i-30d0',
    'terminate i-30d1 and lower desired capacity with it',
    'remove its saved state',
  ])
})

test('what a reader should know of a group is kept once each', () => {
  const collector = new Collector()
  collector.report({ kind: 'observed', fleet: fleet('web', { at: BEGIN, instances: [] }), counts, floor: 1 })
  for (const message of ['HealthCheck is suspended.', 'HealthCheck is suspended.', 'One more.'])
    collector.report({ kind: 'noted', group: 'web', message })
  collector.report({ kind: 'noted', group: 'other', message: 'Of another group.' })
  expect(collector.facts('web')?.notes).toEqual(['HealthCheck is suspended.', 'One more.'])
})

test('an instance leaves when it begins to terminate, not when draining ends', () => {
  const collector = new Collector()
  const at = (seconds: number, lifecycle: string) =>
    collector.report({
      kind: 'observed',
      fleet: fleet('web', { at: BEGIN + seconds, instances: [instance('i-a', { lifecycle })] }),
      counts,
      floor: 1,
    })
  at(0, 'InService')
  at(10, 'Terminating:Wait')
  at(300, 'Terminating:Proceed')
  expect(collector.facts('web')?.timeline[0]?.until).toBe(BEGIN + 10)
})

test('the lowest number of ready instances is kept, even if it was short', () => {
  const collector = new Collector()
  for (const ready of [3, 1, 3])
    collector.report({ kind: 'observed', fleet: fleet('web'), counts: { ...counts, ready }, floor: 2 })
  expect(collector.facts('web')).toMatchObject({ lowestReady: 1, floor: 2, readyAtStart: 3 })
})

test('a group that was never observed has no facts, and no end in sight', () => {
  const collector = new Collector()
  expect(collector.facts('web')).toBeUndefined()
  expect(collector.outlook('web')).toEqual({ progress: 0, timeLeft: undefined })
})

test('progress counts ready and terminated instances, and the end follows from the launches so far', () => {
  const outlooks = twoGroupsRolled().events.flatMap((event) =>
    event.kind === 'waiting' && event.group === 'web' ? event : [],
  )
  expect(outlooks[0]).toMatchObject({ progress: 0, timeLeft: undefined })
  expect(outlooks.find(({ progress }) => progress > 0.3)).toMatchObject({
    progress: 2 / 6,
    timeLeft: { low: 80, high: 175 },
  })
})

describe('the capacity of a group over time', () => {
  const watched = (looks: readonly { readonly ready: number; readonly lifecycle?: string }[]) => {
    const collector = new Collector()
    for (const [index, { ready, lifecycle = 'InService' }] of looks.entries())
      collector.report({
        kind: 'observed',
        fleet: fleet('web', { at: BEGIN + index, instances: [instance('i-a', { lifecycle })] }),
        counts: { old: 2, current: 1, desired: 2, ready },
        floor: 2,
      })
    return collector.facts('web')?.capacity ?? []
  }

  test('tells what is ready, coming and leaving; of looks that are alike the first and the last are kept', () => {
    const looks = [...Array.from({ length: 5 }, () => ({ ready: 3 })), { ready: 2, lifecycle: 'Terminating:Wait' }]
    expect(watched(looks)).toEqual([
      { at: BEGIN, ready: 3, coming: 0, leaving: 0, floor: 2, old: 2, current: 1 },
      { at: BEGIN + 4, ready: 3, coming: 0, leaving: 0, floor: 2, old: 2, current: 1 },
      { at: BEGIN + 5, ready: 2, coming: 1, leaving: 1, floor: 2, old: 2, current: 1 },
    ])
  })

  test('of a very long run the worst look of neighbours is kept, and the last of all', () => {
    const looks = Array.from({ length: 9000 }, (_, index) => ({ ready: index === 4321 ? 1 : 2 + (index % 2) }))
    const kept = watched(looks)
    expect(kept.length).toBeLessThanOrEqual(4000)
    expect(kept.filter(({ ready }) => ready === 1)).toEqual([expect.objectContaining({ at: BEGIN + 4321 })])
    expect(kept.at(-1)?.at).toBe(BEGIN + 8999)
  })
})
