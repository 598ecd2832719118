/**
 * What a seed is about. Where much befalls one roll there is little that it owes: so the seeds from a certain number on draw what
 * they are about and nothing else, and owe all that a roll owes which nothing disturbs. Most of the chosen worlds are of these.
 */
import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'
import type { RareSettings } from './rare-settings.ts'
import type { RareShapes } from './rare-shapes.ts'

/** What may be drawn: a disturbance, an end of the first run, or a property of the fleet and its inputs. */
export type Source =
  | 'calls'
  | 'instances'
  | 'operators'
  | 'apart'
  | 'bad days'
  | 'tags'
  | 'alarms'
  | 'suspensions'
  | 'refreshes'
  | 'readiness'
  | 'schedules'
  | 'maintenance'
  | 'replacements'
  | 'obstacles'
  | 'clocks'
  | 'tokens'
  | 'a crash'
  | 'a cancellation'
  | 'gates'
  | 'max-leaving'
  | 'a scaling policy'
  | 'dark'
  | 'doubled'
  | 'a warm pool'
  | 'protection'
  | 'probes'
  | 'failing probes'
  | 'Standby'
  | 'Spot'
  | 'a sick image'
  | 'rollback'
  | 'hold'
  | 'a dark launch left'
  | 'a gate by hand'
  | 'reads'
  | 'late reads'
  | 'stalled launches'
  | 'a rollback denied'
  | 'sizes of a lost run'
  | 'deletions'
  | 'rare reads'

type Focus = readonly Source[]

/** In turns; the first are about nothing at all. */
const FOCI: readonly Focus[] = [
  [],
  ['gates'],
  ['gates', 'alarms'],
  ['gates', 'alarms', 'rollback'],
  ['gates', 'a crash'],
  ['max-leaving'],
  ['dark'],
  ['dark', 'a crash'],
  ['doubled'],
  ['a dark launch left'],
  ['a warm pool'],
  ['a warm pool', 'a crash'],
  ['Standby'],
  ['Spot', 'replacements'],
  ['a sick image'],
  ['a sick image', 'rollback'],
  ['a sick image', 'hold'],
  ['a crash'],
  ['a crash', 'operators'],
  ['a crash', 'tags'],
  ['a crash', 'calls'],
  ['a crash', 'schedules'],
  ['a crash', 'apart'],
  ['a cancellation'],
  ['schedules'],
  ['schedules', 'operators'],
  ['suspensions'],
  ['refreshes'],
  ['readiness'],
  ['maintenance'],
  ['obstacles'],
  ['tags'],
  ['bad days'],
  ['bad days', 'max-leaving'],
  ['apart'],
  ['apart', 'calls'],
  ['operators'],
  ['instances'],
  ['calls'],
  ['tokens', 'clocks'],
  ['a gate by hand'],
  ['a gate by hand'],
  ['reads'],
  ['reads'],
  ['late reads'],
  ['late reads', 'a crash'],
  ['protection'],
  ['probes'],
  ['probes', 'failing probes'],
  ['stalled launches'],
  ['a sick image', 'rollback', 'a rollback denied'],
  ['a scaling policy', 'a crash'],
  ['a scaling policy', 'operators'],
]

/** The seeds from this one on are about something; no hunt for faults counts so far. */
export const FIRST_FOCUSED = 1_000_000_000

/** Those from this one on are about a run that is lost and what crosses its recovery: most of what goes wrong takes several things. */
export const FIRST_CROWDED = 1_001_000_000

/** Those from this one on are about a run that is lost, and sizes that others set before another run looks at the group. */
export const FIRST_LOST = 1_002_000_000

/** Those from this one on are about what is deleted or cannot be read in mid-roll, alone or with one or two things beside. */
export const FIRST_MISSING = 1_003_000_000

/** What they are about, in turns. */
const MISSING: readonly Focus[] = [
  ['deletions'],
  ['deletions', 'a crash'],
  ['deletions', 'a cancellation'],
  ['deletions', 'a crash', 'gates'],
  ['deletions', 'dark'],
  ['deletions', 'dark', 'a crash'],
  ['deletions', 'doubled', 'a crash'],
  ['deletions', 'rollback'],
  ['deletions', 'a sick image', 'rollback'],
  ['deletions', 'a warm pool', 'a crash'],
  ['deletions', 'max-leaving', 'a crash'],
  ['deletions', 'operators', 'a crash'],
  ['deletions', 'schedules', 'a crash'],
  ['deletions', 'calls', 'a crash'],
  ['rare reads'],
  ['rare reads', 'a warm pool'],
  ['rare reads', 'a crash'],
  ['rare reads', 'schedules'],
  ['rare reads', 'a scaling policy', 'a crash'],
]

/** What crosses the recovery of a run that was lost. */
const CROSSING: readonly Source[] = [
  'operators',
  'operators',
  'schedules',
  'schedules',
  'a scaling policy',
  'suspensions',
  'apart',
  'gates',
  'alarms',
  'max-leaving',
  'dark',
  'probes',
  'a sick image',
  'rollback',
  'maintenance',
  'a warm pool',
]

/** What else befalls a group whose sizes are set while its run is lost; half of them have nothing else. */
const BESIDE_SIZES: readonly Source[] = [
  'a crash',
  'a crash',
  'a crash',
  'a crash',
  'a crash',
  'a scaling policy',
  'a scaling policy',
  'calls',
  'schedules',
  'apart',
]

/** How many of them are cancelled in the place of a crash. */
const CANCELLED_SHARE = 0.2

/** Apart from what else a seed draws. */
const APART_PAIRS = 0x9a125

/** What a seed is about; undefined where anything may befall it. One of two is about two things at once. */
export function focusOf(seed: number): Focus | undefined {
  if (seed < FIRST_FOCUSED) return undefined
  const place = seed - FIRST_FOCUSED
  const random = new Random(seed ^ APART_PAIRS)
  if (seed >= FIRST_MISSING) return MISSING[(seed - FIRST_MISSING) % MISSING.length]
  if (seed >= FIRST_LOST) return [...new Set(['a crash', 'sizes of a lost run', random.pick(BESIDE_SIZES)] as const)]
  if (seed >= FIRST_CROWDED) {
    const end = random.next() < CANCELLED_SHARE ? 'a cancellation' : 'a crash'
    return [...new Set([end, random.pick(CROSSING), random.pick(CROSSING)] as const)]
  }
  if (place % 2 === 0) return FOCI[(place / 2) % FOCI.length]
  return [...new Set([...random.pick(FOCI), ...random.pick(FOCI)])]
}

/** Whether a seed draws what comes with this share; a seed that is about something draws what it is about. */
export function isDrawn(
  random: Random,
  { share, source, seed }: { readonly share: number; readonly source: Source; readonly seed: number },
): boolean {
  const drawn = random.next() < share
  return focusOf(seed)?.includes(source) ?? drawn
}

type Plan = FleetPlan & RareShapes & RareSettings

/** Apart from what else a seed draws. */
const APART = 0xf0c05

/** The fleet of a seed that is about something has what that is, and nothing that keeps a roll from its end. */
export function withFocus(fleet: Plan, seed: number): Plan {
  const focus = focusOf(seed)
  if (focus === undefined) return fleet
  const random = new Random(seed ^ APART)
  const is = (source: Source): boolean => focus.includes(source)
  const standby = random.pick(['ignore', 'replace', 'replace', 'fail'])
  const isProtected = random.pick(['replace', 'ignore', 'fail'])
  const isWide = is('a crash') && fleet.mode === 'respawn' && random.next() < 0.5
  const isSmall = random.next() < SMALL_SHARE
  const sized = isSmall ? { ...fleet, ...small(fleet) } : fleet
  return {
    ...sized,
    silence: false,
    allProtected: fleet.allProtected && is('protection'),
    standbyCount: 0,
    sick: is('a sick image'),
    ...(isWide && { surge: { text: '3', of: () => 3 * unitOf(fleet) } }),
    // Long enough for what stands ready in the pool to grow old there.
    ...(is('a warm pool') && {
      mode: 'respawn' as const,
      dark: false,
      surge: { text: '1', of: () => unitOf(fleet) },
      maxUnavailable: 0,
    }),
    ...((is('dark') || is('doubled')) && doubled(fleet, is('dark'))),
    ...(is('Standby') && { standbyCount: random.pick([1, 2]) }),
    ...(is('protection') && { protectedCount: random.pick([1, 2, 3]) }),
    plan: { ...sized.plan, ...(is('a warm pool') && pooled(sized)), ...(is('Spot') && atRisk(fleet)) },
    inputs: {
      ...without(fleet.inputs, ['protected-instances', 'standby-instances']),
      'on-failure': is('rollback') ? 'rollback' : is('hold') ? 'hold' : 'restore',
      ...(is('Standby') && { 'standby-instances': standby }),
      ...(is('protection') && { 'protected-instances': isProtected }),
    },
  }
}

const without = (inputs: Plan['inputs'], names: readonly string[]): Plan['inputs'] =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)))

/** Of two in three little is played, so that many of them can be. */
const SMALL_SHARE = 2 / 3

const SMALL_SIZE = 3

/** A fleet of one to a few instances which start in seconds. */
function small({ plan }: Plan): Pick<Plan, 'plan' | 'boot' | 'balancerWarmup'> {
  const { size: drawn = 0, sizes } = plan
  const size = Math.min(Math.max(1, drawn), SMALL_SIZE)
  const { min = 0, max = drawn } = sizes ?? {}
  return {
    plan: { ...plan, size, sizes: { min: Math.min(min, size), max: Math.max(1, size + max - drawn) } },
    boot: [8, 8],
    balancerWarmup: [2, 3],
  }
}

const unitOf = ({ plan }: Plan): number => (plan.weights === undefined ? 1 : Math.max(...Object.values(plan.weights)))

function doubled(fleet: Plan, dark: boolean): Partial<Plan> {
  const unit = unitOf(fleet)
  const surge = { text: '100%', of: (desired: number) => Math.max(unit, desired) }
  return { mode: 'scale-up-patch', dark, maxUnavailable: 0, surge }
}

/** A group of mixed instances has no pool. */
const pooled = ({ plan }: Plan): Partial<Plan['plan']> =>
  plan.launch?.startsWith('mixed') === true
    ? {}
    : {
        warmPool: {
          MinSize: 1,
          MaxGroupPreparedCapacity: (plan.sizes?.max ?? 0) + 1,
          PoolState: 'Stopped',
        },
      }

const atRisk = ({ plan }: Plan): Partial<Plan['plan']> =>
  plan.launch?.startsWith('mixed') === true
    ? { spot: true, settings: { ...plan.settings, CapacityRebalance: true } }
    : {}
