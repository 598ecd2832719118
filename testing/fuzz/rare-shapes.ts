import type { PutWarmPoolType } from '@aws-sdk/client-auto-scaling'
import type { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'

/** Properties of few fleets, drawn from a random source of their own, so that a new one leaves the fleets of all seeds as they were. */
export interface RareShapes {
  readonly mode: 'respawn' | 'scale-up-patch'
  /** The new instances are launched dark, and released by the same run. */
  readonly dark: boolean
  /** The number of first instances in Standby, protected from scale-in, and attached from outside. */
  readonly standbyCount: number
  readonly protectedCount: number
  readonly attachedCount: number
  /** No load balancer uses the target groups. */
  readonly unused: boolean
  /** A call is never answered. */
  readonly silence: boolean
}

/** Adds rare properties to a fleet; most fleets get none. */
export function withRareShapes(fleet: FleetPlan, random: Random): FleetPlan & RareShapes {
  const chance = (share: number): boolean => random.next() < share
  const { plan } = fleet
  const standbyCount = chance(0.1) ? Math.ceil(random.between(0, 2)) : 0
  const protectedCount = chance(0.08) ? Math.ceil(random.between(0, 3)) : 0
  const attachedCount = chance(0.08) ? Math.ceil(random.between(0, 2)) : 0
  const unused = plan.balancers?.includes('target-group') === true && chance(0.08)
  const pooled = plan.launch !== 'mixed' && plan.launch !== 'mixed-override-template' && chance(0.12)
  const anyProtected = protectedCount > 0 || fleet.allProtected || plan.settings?.NewInstancesProtectedFromScaleIn
  const hooks = drawHooks(fleet, random)
  const standby = random.pick(['ignore', 'ignore', 'replace', 'replace', 'fail'])
  const protectedInput = chance(0.5) ? random.pick(['replace', 'ignore', 'ignore', 'fail']) : undefined
  return {
    ...fleet,
    ...drawMode(fleet, random),
    standbyCount,
    protectedCount,
    attachedCount,
    unused,
    silence: chance(0.08),
    hooks,
    plan: { ...plan, ...(pooled && { warmPool: drawPool(plan.sizes?.max ?? 0, random) }) },
    inputs: {
      ...fleet.inputs,
      ...(standbyCount > 0 && { 'standby-instances': standby }),
      ...(anyProtected && protectedInput !== undefined && { 'protected-instances': protectedInput }),
      ...(chance(0.1) && { 'on-failure': 'hold' }),
      ...timesFor(hooks),
    },
  }
}

/** Lets few fleets take their image from a parameter, which is what moves in the place of a version. */
export function withAlias<Plan extends FleetPlan>(fleet: Plan, random: Random): Plan {
  const { launch = '' } = fleet.plan
  if (!launch.startsWith('template-') || random.next() > 0.15) return fleet
  // No version puts a parameter back.
  const isTakenBack = fleet.inputs['on-failure'] === 'rollback'
  return {
    ...fleet,
    plan: { ...fleet.plan, aliased: true },
    inputs: { ...fleet.inputs, ...(isTakenBack && { 'on-failure': 'restore' }) },
  }
}

const launchHookSeconds = (hooks: FleetPlan['hooks']): number =>
  Math.max(0, ...hooks.filter(({ transition }) => transition === 'LAUNCHING').map(({ seconds }) => seconds))

/** With long launch hooks, instances and the whole roll get longer timeouts. */
const timesFor = (hooks: FleetPlan['hooks']): Readonly<Record<string, string>> =>
  launchHookSeconds(hooks) > 100
    ? { 'instance-timeout': String(5 + Math.ceil(launchHookSeconds(hooks) / 60)), timeout: '330' }
    : {}

/** Sometimes both hooks, or one that lasts longer than the whole roll. */
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
