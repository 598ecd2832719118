import type { PutWarmPoolType } from '@aws-sdk/client-auto-scaling'
import type { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'

/** What few fleets have, drawn from a chance of its own, so that a new one here leaves the fleets of all seeds as they were. */
export interface RareShapes {
  readonly mode: 'respawn' | 'scale-up-patch'
  /** The new half is launched in the dark, and released by itself. */
  readonly dark: boolean
  /** So many of the first instances are in Standby, so many are protected from scale-in, so many were launched by hand and attached. */
  readonly resting: number
  readonly guarded: number
  readonly attached: number
  /** No load balancer uses the target groups. */
  readonly unused: boolean
  /** An answer to a call will never come. */
  readonly silence: boolean
}

/** A fleet with what is special about it; most get nothing, and are as plain as they were. */
export function withRareShapes(fleet: FleetPlan, random: Random): FleetPlan & RareShapes {
  const chance = (share: number): boolean => random.next() < share
  const { plan } = fleet
  const resting = chance(0.1) ? Math.ceil(random.between(0, 2)) : 0
  const guarded = chance(0.08) ? Math.ceil(random.between(0, 3)) : 0
  const attached = chance(0.08) ? Math.ceil(random.between(0, 2)) : 0
  const unused = plan.balancers?.includes('target-group') === true && chance(0.08)
  const pooled = plan.launch !== 'mixed' && plan.launch !== 'mixed-override-template' && chance(0.12)
  const anybodyGuarded = guarded > 0 || fleet.everyoneGuarded || plan.settings?.NewInstancesProtectedFromScaleIn
  const hooks = drawHooks(fleet, random)
  const standby = random.pick(['ignore', 'ignore', 'replace', 'replace', 'fail'])
  const guards = chance(0.5) ? random.pick(['replace', 'ignore', 'ignore', 'fail']) : undefined
  return {
    ...fleet,
    ...drawMode(fleet, random),
    resting,
    guarded,
    attached,
    unused,
    silence: chance(0.08),
    hooks,
    plan: { ...plan, ...(pooled && { warmPool: drawPool(plan.sizes?.max ?? 0, random) }) },
    inputs: {
      ...fleet.inputs,
      ...(resting > 0 && { 'standby-instances': standby }),
      ...(anybodyGuarded && guards !== undefined && { 'protected-instances': guards }),
      ...(chance(0.1) && { 'on-failure': 'hold' }),
      ...timesFor(hooks),
    },
  }
}

const patience = (hooks: FleetPlan['hooks']): number =>
  Math.max(0, ...hooks.filter(({ transition }) => transition === 'LAUNCHING').map(({ seconds }) => seconds))

/** Whoever has long launch hooks gives their instances, and the whole roll, time for them. */
const timesFor = (hooks: FleetPlan['hooks']): Readonly<Record<string, string>> =>
  patience(hooks) > 100 ? { 'instance-timeout': String(5 + Math.ceil(patience(hooks) / 60)), timeout: '330' } : {}

/** Now and then both at once, or one that lasts for longer than the whole roll. */
function drawHooks({ hooks }: FleetPlan, random: Random): FleetPlan['hooks'] {
  const kind = random.next()
  const launching = { transition: 'LAUNCHING', seconds: 30 + Math.floor(random.between(0, 400)) } as const
  const terminating = { transition: 'TERMINATING', seconds: random.pick([60, 900, 7200]) } as const
  if (kind < 0.05) return [terminating]
  if (kind < 0.08) return [launching]
  return kind < 0.12 ? [launching, terminating] : hooks
}

function drawMode(
  { surge, maxUnavailable, plan }: FleetPlan,
  random: Random,
): Pick<FleetPlan, 'surge' | 'maxUnavailable'> & Pick<RareShapes, 'mode' | 'dark'> {
  const [mode, darkness, waves] = [random.next(), random.next(), random.next()]
  if (mode > 0.15) return { surge, maxUnavailable, mode: 'respawn', dark: false }
  const unit = plan.weights === undefined ? 1 : Math.max(...Object.values(plan.weights))
  const dark = darkness < 0.4
  const doubled = { text: '100%', of: (desired: number) => Math.max(unit, desired) }
  return { surge: dark || waves < 0.7 ? doubled : surge, maxUnavailable: 0, mode: 'scale-up-patch', dark }
}

const drawPool = (max: number, random: Random): Omit<PutWarmPoolType, 'AutoScalingGroupName'> => ({
  MinSize: Math.ceil(random.between(0, 2)),
  MaxGroupPreparedCapacity: max + Math.floor(random.between(0, 2)),
  PoolState: random.pick(['Stopped', 'Stopped', 'Running']),
})
