import fc from 'fast-check'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, JUST_BEGUN, NOW } from './a-fleet.ts'

/** A group, what its run may do, and which of several possible things happens whenever something is not certain. */
interface Rolled {
  readonly count: number
  readonly zones: readonly string[]
  readonly surge: number
  readonly maxUnavailable: number
  readonly waitForAll: boolean
  /** Of each instance in turn, whether it is up to date before the roll; the rest is not. */
  readonly upToDate: readonly boolean[]
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

/** What the group launches now. */
const CURRENT = { reference: { kind: 'template', id: 'lt-1', version: 2 } } as const

/** How a roll has ended. */
interface End {
  /** Launches beyond one for each instance that was to be replaced. */
  readonly beyond: number
  /** By how much the zones differ. */
  readonly spread: number
  /** Whether all that was up to date before is still there. */
  readonly kept: boolean
}

/** Rolls a balanced group to its end, however the launches fall and whenever each instance is ready. */
function rollToTheEnd(rolled: Rolled): End {
  const { count, zones, surge, upToDate, drawn } = rolled
  const memo = aMemo(count, { surge })
  let instances: readonly Instance[] = []
  let launches = 0
  const launch = (version: 'old' | 'there before' | 'new'): void => {
    const zone = emptiest(rolled, instances)
    const like =
      version === 'old'
        ? anInstance('')
        : version === 'new'
          ? {
              ...anInstance('', CURRENT),
              lifecycle: 'Pending',
              readySince: undefined,
              launchedAt: memo.startedAt + 1,
              firstSeenAt: NOW - 10,
            }
          : { ...anInstance('', CURRENT), launchedAt: NOW - 86_400 }
    instances = [...instances, { ...like, id: `i-${version}${launches++}`, zone }]
  }
  while (instances.length < count) launch(upToDate[instances.length] === true ? 'there before' : 'old')
  const before = new Set(instances.filter(({ id }) => id.includes('before')).map(({ id }) => id))
  launches = 0
  let desired = count
  const policy = aPolicy({ ...rolled, intent: 'roll' })
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
    } else if (action.kind === 'resume')
      return {
        beyond: launches - (count - before.size),
        spread: spreadOf(countsOf(zones, instances)),
        kept: [...before].every((id) => instances.some((each) => each.id === id)),
      }
    else throw new Error(`${action.kind}: ${action.reason}`)
  }
  throw new Error('the roll does not end')
}

const group = (share: 'all' | 'some') =>
  fc
    .record({ count: fc.integer({ min: 1, max: 16 }), zones: fc.constantFrom('a', 'ab', 'abc', 'abcd', 'abcdef') })
    .chain(({ count, zones }) =>
      fc.record({
        count: fc.constant(count),
        zones: fc.constant(Array.from(zones)),
        // A group of more than two zones that is doubled at once gets no launch that a departure could steer.
        surge: fc.integer({ min: 1, max: share === 'all' && zones.length > 2 ? Math.max(1, count - 1) : count }),
        maxUnavailable: fc.constantFrom(0, 0, 1, 2),
        waitForAll: fc.boolean(),
        upToDate: share === 'all' ? fc.constant([]) : fc.array(fc.boolean(), { maxLength: count }),
        choices: fc.infiniteStream(fc.nat()),
      }),
    )

const endOf = ({ choices, ...rolled }: Omit<Rolled, 'drawn'> & { readonly choices: fc.Stream<number> }): End =>
  rollToTheEnd({ ...rolled, drawn: () => choices.next().value ?? 0 })

test('a balanced group ends balanced, wherever of the emptiest zones AWS launches: as many launches as replacements', () => {
  fc.assert(
    fc.property(group('all'), (rolled) => {
      const { beyond, spread } = endOf(rolled)
      expect({ beyond, isBalanced: spread <= 1 }).toEqual({ beyond: 0, isBalanced: true })
    }),
    { seed: 7, numRuns: 1500 },
  )
})

test('where a part is up to date already, or all is doubled at once, few launches more are made so that zones end balanced', () => {
  fc.assert(
    fc.property(group('some'), (rolled) => {
      const { beyond, spread, kept } = endOf(rolled)
      expect({ beyond: Math.max(0, beyond - 2), isBalanced: spread <= 1, kept }).toEqual({
        beyond: 0,
        isBalanced: true,
        kept: true,
      })
    }),
    { seed: 7, numRuns: 3000 },
  )
})
