import fc from 'fast-check'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW } from './a-fleet.ts'

/** A group, what its run may do, and which of several possible things happens whenever something is not certain. */
interface Rolled {
  readonly count: number
  readonly zones: readonly string[]
  readonly surge: number
  readonly maxUnavailable: number
  readonly waitForAll: boolean
  readonly drawn: () => number
}

const inZone = (zone: string, instances: readonly Instance[]): number =>
  instances.filter((each) => each.zone === zone).length

const countsOf = (zones: readonly string[], instances: readonly Instance[]): readonly number[] =>
  zones.map((zone) => inZone(zone, instances))

const spreadOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts)

/** AWS launches in any of the zones that have fewest. */
function emptiest({ zones, drawn }: Rolled, instances: readonly Instance[]): string {
  const counts = countsOf(zones, instances)
  const open = zones.filter((_, index) => counts[index] === Math.min(...counts))
  return open[drawn() % open.length] ?? ''
}

/** Rolls a balanced group to its end, however the launches fall and whenever each instance is ready. */
function rollToTheEnd(rolled: Rolled): { readonly launches: number; readonly counts: readonly number[] } {
  const { count, zones, surge, drawn } = rolled
  let instances: readonly Instance[] = []
  let launches = 0
  const launch = (version: 'old' | 'new'): void => {
    const zone = emptiest(rolled, instances)
    const [like] = version === 'old' ? [anInstance('')] : fresh(1, { lifecycle: 'Pending', readySince: undefined })
    if (like) instances = [...instances, { ...like, id: `i-${version}${launches++}`, zone }]
  }
  while (instances.length < count) launch('old')
  launches = 0
  let desired = count
  const policy = aPolicy({ ...rolled, intent: 'roll' })
  const memo = aMemo(count, { surge })
  for (let step = 0; step < 1000; step++) {
    const fleet: Fleet = aRollingFleet(instances, desired, memo, { zones, sizes: { min: 0, max: 99, desired } })
    const action = nextAction(fleet, policy, { ...JUST_BEGUN, desired, suspended: true, heldSeen: true })
    if (action.kind === 'resize') desired = action.sizes.desired ?? desired
    else if (action.kind === 'terminate') {
      instances = instances.filter(({ id }) => !action.instances.includes(id))
      if (action.decrement) desired -= action.instances.length
    } else if (action.kind === 'wait') {
      const isLaunched = instances.length < desired && drawn() % 3 > 0
      if (isLaunched) while (instances.length < desired) launch('new')
      else
        instances = instances.map((each) =>
          each.lifecycle === 'Pending' && drawn() % 2 === 0
            ? { ...each, lifecycle: 'InService', readySince: NOW }
            : each,
        )
    } else if (action.kind === 'resume') return { launches, counts: countsOf(zones, instances) }
    else throw new Error(`${action.kind}: ${action.reason}`)
  }
  throw new Error('the roll does not end')
}

const group = fc
  .record({ count: fc.integer({ min: 1, max: 16 }), zones: fc.constantFrom('a', 'ab', 'abc', 'abcd', 'abcdef') })
  .chain(({ count, zones }) =>
    fc.record({
      count: fc.constant(count),
      zones: fc.constant(Array.from(zones)),
      // A group of more than two zones that is doubled at once gets no launch that a departure could steer.
      surge: fc.integer({ min: 1, max: zones.length > 2 ? Math.max(1, count - 1) : count }),
      maxUnavailable: fc.constantFrom(0, 0, 1, 2),
      waitForAll: fc.boolean(),
      choices: fc.infiniteStream(fc.nat()),
    }),
  )

test('a balanced group ends balanced, wherever of the emptiest zones AWS launches: as many launches as replacements', () => {
  fc.assert(
    fc.property(group, ({ choices, ...rolled }) => {
      const { launches, counts } = rollToTheEnd({ ...rolled, drawn: () => choices.next().value ?? 0 })
      expect({ launches, spread: spreadOf(counts) <= 1 }).toEqual({ launches: rolled.count, spread: true })
    }),
    { seed: 7, numRuns: 1500 },
  )
})
