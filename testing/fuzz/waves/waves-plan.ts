import type { GroupPlan, LaunchKind } from '../../../simulator/group-plan.ts'
import type { Random } from '../../../simulator/random.ts'

/** Several small groups, the waves in which a run takes them, and its inputs. */
export interface WavesPlan {
  readonly groups: readonly (GroupPlan & { readonly size: number })[]
  /** As the inputs ask for them; what no line names is the last. */
  readonly waves: readonly (readonly string[])[]
  readonly maxGroups: number
  readonly maxFailedGroups: number
  /** What is new in these groups falls sick. */
  readonly sick: readonly string[]
  readonly inputs: Readonly<Record<string, string>>
}

const LAUNCHES: readonly LaunchKind[] = ['configuration', 'template-number', 'template-latest', 'template-default']

/** Draws the groups of a run and their order. */
export function drawWaves(random: Random): WavesPlan {
  const chance = (share: number): boolean => random.next() < share
  const names = Array.from({ length: 2 + Math.floor(random.between(0, 4)) }, (_, index) => `group-${index + 1}`)
  const patches = chance(0.4)
  const mixed = names.toSorted(() => random.next() - 0.5)
  const count = 1 + Math.floor(random.between(0, Math.min(3, names.length)))
  const waves = Array.from({ length: count }, (_, index) => mixed.filter((__, place) => place % count === index))
  const byTag = chance(0.3)
  // The last wave need not be named.
  const named = count > 1 && chance(0.6) ? waves.slice(0, -1) : count > 1 ? waves : []
  const order = named.map((wave, index) => (byTag ? `tag:Wave=${index + 1}` : wave.join(', ')))
  const maxGroups = chance(0.4) || order.length === 0 ? random.pick([1, 1, 2, 3]) : Infinity
  const maxFailedGroups = chance(0.25) ? 1 : 0
  return {
    groups: names.map((name) => ({
      name,
      size: Math.floor(random.between(0, 4)),
      launch: random.pick(LAUNCHES),
      balancers: random.pick([[], ['target-group'], ['classic']] as const),
      tags: { Wave: String(waves.findIndex((wave) => wave.includes(name)) + 1) },
      ...(!patches && { outdated: true }),
    })),
    waves: waves.map((wave) => wave.toSorted()),
    maxGroups,
    maxFailedGroups,
    sick: chance(0.35) ? [random.pick(names)] : [],
    inputs: {
      ...(patches ? { mode: 'patch-image', rollout: 'respawn' } : { mode: 'respawn' }),
      'instance-timeout': '4',
      timeout: '90',
      ...(order.length > 0 && { order: order.join('\n'), 'group-bake': random.pick(['0', '0.5', '3']) }),
      ...(maxGroups < Infinity && { 'max-groups': String(maxGroups) }),
      'max-failed-groups': String(maxFailedGroups),
    },
  }
}
