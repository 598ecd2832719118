/**
 * What a seed is about. Where much befalls one roll there is little that it owes: so two of three of the first seeds, with which
 * mutants are measured, draw what they are about and nothing else, and owe all that a roll owes which nothing disturbs.
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

const LAST = 300

/** What a seed is about; undefined where anything may befall it. */
export function focusOf(seed: number): Focus | undefined {
  if (seed > LAST || seed % 3 === 0) return undefined
  // Those of the first seeds that are left, one after the other.
  const place = 2 * Math.floor(seed / 3) + (seed % 3) - 1
  return FOCI[place % FOCI.length]
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
  return {
    ...fleet,
    silence: false,
    sick: is('a sick image'),
    ...(isWide && { surge: { text: '3', of: () => 3 * unitOf(fleet) } }),
    ...((is('dark') || is('doubled')) && doubled(fleet, is('dark'))),
    ...(is('Standby') && { standbyCount: random.pick([1, 2]) }),
    ...(is('protection') && { protectedCount: random.pick([1, 2, 3]) }),
    // Long enough for what stands ready in the pool to grow old there.
    ...(is('a warm pool') && { surge: { text: '1', of: () => unitOf(fleet) }, maxUnavailable: 0 }),
    plan: { ...fleet.plan, ...(is('a warm pool') && pooled(fleet)), ...(is('Spot') && atRisk(fleet)) },
    inputs: {
      ...fleet.inputs,
      'on-failure': is('rollback') ? 'rollback' : is('hold') ? 'hold' : 'restore',
      ...(is('Standby') && { 'standby-instances': standby }),
      ...(is('protection') && { 'protected-instances': isProtected }),
    },
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
