/**
 * The rules for a dark launch: new instances are launched while `AddToLoadBalancer` is suspended, so that they are up
 * and can be tried before any request reaches them. What is released is registered by the run, since AWS does not register later
 * what came meanwhile: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
 */
import { bakeLeft, type Baking, goesOn } from './bake.ts'
import { surplus, type Situation } from './budget.ts'
import type { Fleet, Instance, Memo } from './fleet.ts'
import { isPastGate } from './gates-by-hand.ts'
import { awaitsProbe, probeDue } from './probe.ts'
import { MAX_TERMINATIONS_PER_CALL } from './termination-order.ts'
import { whyNotReady } from './readiness.ts'
import { minutesText, waitBecause } from './wording.ts'
import type { Action } from './action.ts'
import type { RunState } from './run-state.ts'
import type { Policy } from './policy.ts'
import type { BalancerRegistration } from './changes/register.ts'
import { isCounted } from './counted.ts'

/** The process whose suspension keeps new instances in the dark. */
export const REGISTERING = 'AddToLoadBalancer'

/** What a memo says of the dark when a run begins: the process that keeps new ones out is the run's where it was not suspended before. */
export const darkMemo = (
  { suspended }: Pick<Fleet, 'suspended'>,
  { dark }: Pick<Policy, 'dark'>,
): Pick<Memo, 'dark' | 'released' | 'suspends'> =>
  dark?.kind === 'launch'
    ? { dark: true, released: undefined, suspends: suspended.includes(REGISTERING) ? [] : [REGISTERING] }
    : { suspends: [] }

/**
 * Whether the new instances wait in the dark to be released. Once they serve, a saved state may still say `dark`, for instances that are
 * to leave; the roll goes on to its gates all the same.
 */
export const hasDarkHalf = ({ dark, released }: Pick<Memo, 'dark' | 'released'>): boolean =>
  dark === true && released !== true

/** Why a run must not begin, or take over, what another has left; undefined where it may. */
export function darkRefusal(memo: Memo | undefined, { dark }: Pick<Policy, 'dark'>): Action | undefined {
  if (dark?.kind === 'release' && memo === undefined)
    return { kind: 'done', reason: 'nothing waits to be released here' }
  if (dark?.kind === 'release' && memo !== undefined && !memo.dark && !memo.released && !isPastGate(memo))
    return {
      kind: 'refuse',
      reason: 'a run has left this group unfinished, but it has no dark instances and waits at no gate',
      remedy: 'Start the mode of that run again to go on, or `mode: restore` to put the group back.',
    }
  if (dark === undefined && memo !== undefined && hasDarkHalf(memo) && memo.heartbeatAt === 0)
    return {
      kind: 'refuse',
      reason: 'its new instances are dark and wait to be released',
      remedy: 'Release them with `mode: release`, or remove them with `mode: restore`.',
    }
  return undefined
}

/**
 * Whether an instance is up as far as its group and EC2's status checks can tell: load balancers, which do not know it, are not
 * asked. One that they do know has no status checks.
 */
const isUp = ({ lifecycle, healthy, statusChecks }: Instance): boolean =>
  lifecycle === 'InService' && healthy && (statusChecks === undefined || statusChecks.state === 'ok')

/** Whether an instance was registered with a load balancer that still does not list it: AWS takes none that has ended. */
const isInVain = ({ id, balancers }: Instance, { registered = [] }: RunState): boolean =>
  registered.some(
    ({ balancer, instances }) =>
      instances.includes(id) && balancers.some((each) => each.balancer === balancer && each.state === 'unregistered'),
  )

/** What a registration teaches, which this run has made at this moment. */
export const withRegistration = (state: RunState, made: BalancerRegistration, at: number): RunState => ({
  ...state,
  registeredAt: at,
  registered: [...(state.registered ?? []), { balancer: made.balancer, instances: made.instances }],
})

const isUnregistered = ({ balancers }: Instance): boolean => balancers.some(({ state }) => state === 'unregistered')

/**
 * From new instances that are up in the dark to ones that serve: probes and bake, then into the load balancers, then what keeps others
 * out is lifted. Nothing old leaves before that. A roll without conditions of its own that finds a dark half, and one
 * that is taken back, lets it out at once.
 */
export function releaseDarkInstances(situation: Situation): Action | undefined {
  const { fleet, memo, capacity, policy } = situation
  if (!hasDarkHalf(memo) || capacity.current.length === 0) return undefined
  const takenBack = policy.rollback !== undefined
  if (!takenBack && capacity.total < fleet.sizes.desired)
    return waitBecause('AWS is about to launch an instance, which stays dark')
  const [down, ...others] = capacity.current.filter((each) => !isUp(each))
  if (down) return waitBecause(`${down.id} is dark, not ready yet${andMore(others.length)}: ${whyNotReady(down)}`)
  return (
    (takenBack ? undefined : awaitRelease(situation)) ??
    registerNext(capacity.current) ??
    awaitService(situation) ??
    letOthersIn(situation)
  )
}

function awaitRelease({ fleet, policy, state, memo, capacity }: Situation): Action | undefined {
  const [waiting, ...others] = capacity.current.filter((each) => awaitsProbe(each, fleet, policy))
  if (waiting)
    return (
      probeDue({ fleet, policy }, capacity.current, 'before any request reaches them') ??
      waitBecause(`${waiting.id} has not passed its probe${andMore(others.length)}: ${waiting.lastProbe?.reason}`)
    )
  const { dark } = policy
  if (dark?.kind !== 'launch') return undefined
  const left = bakeLeft({ fleet, state }, 'dark', dark.bakeSeconds)
  if (left > 0) return waitBecause(`the dark instances are up and bake for ${minutesText(left)} more`)
  if (!dark.byHand) return undefined
  return {
    kind: 'save-state',
    memo: { ...memo, heartbeatAt: 0 },
    carriers: capacity.current.map(({ id }) => id),
    reason: 'the dark instances are up and wait to be released by hand',
  }
}

/** The first load balancer that does not know some of these instances gets them. */
function registerNext(instances: readonly Instance[]): Action | undefined {
  const unknown = instances.flatMap(({ id, balancers }) =>
    balancers.filter(({ state }) => state === 'unregistered').map(({ balancer }) => ({ balancer, id })),
  )
  const [first] = unknown
  if (first === undefined) return undefined
  const { balancer } = first
  const ids = unknown.filter((each) => each.balancer === balancer).map(({ id }) => id)
  return { kind: 'register', balancer, instances: ids.slice(0, MAX_TERMINATIONS_PER_CALL), reason: 'they are released' }
}

/**
 * Where load balancers cannot be asked: an instance that came since the roll began may be in the dark, and it does no harm to
 * register one that is not. So may one that is to stay: what came from a warm pool was launched before. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html
 */
function registerUnseen(
  instances: readonly Instance[],
  { memo, state, capacity: { current } }: Situation,
): Action | undefined {
  const isRegistered = (balancer: string, id: string): boolean =>
    state.registered?.some((made) => made.balancer === balancer && made.instances.includes(id)) === true
  const isSince = ({ launchedAt = Infinity }: Instance): boolean => launchedAt >= memo.startedAt
  const earlier = current.filter((each) => instances.includes(each) && !isSince(each))
  for (const { id, balancers } of [...instances.filter(isSince), ...earlier]) {
    const unseen = balancers.find((each) => each.state === 'unknown' && !isRegistered(each.balancer, id))
    if (unseen === undefined) continue
    const reason = 'it may be dark, and its load balancer does not answer'
    return { kind: 'register', balancer: unseen.balancer, instances: [id], reason }
  }
  return undefined
}

function awaitService({ capacity }: Situation): Action | undefined {
  const [first, ...others] = capacity.current.filter((each) => !capacity.ready.has(each))
  return first && waitBecause(`${first.id} is not ready${andMore(others.length)}: ${whyNotReady(first)}`)
}

/**
 * Resumed first, written down after: a crash in between leaves a memo that still says what was suspended. As long as an
 * instance that is to leave is in the dark, the memo says so: should the roll halt, those that stay must serve.
 */
function letOthersIn(situation: Situation): Action {
  const { fleet, memo } = situation
  if (isOursToResume(situation))
    return {
      kind: 'resume',
      processes: [REGISTERING],
      reason: 'the dark instances serve: AWS may register what it launches from now on',
    }
  const isLeft = fleet.instances.some((each) => each.lifecycle === 'InService' && isUnregistered(each))
  return {
    kind: 'save-state',
    memo: {
      ...memo,
      ...(isLeft ? {} : { dark: undefined }),
      released: true,
      suspends: withoutRegistering(memo),
    },
    reason: isLeft ? 'no instance that is to stay is dark any more' : 'no instance is dark any more',
  }
}

const withoutRegistering = ({ suspends }: Memo): readonly string[] =>
  suspends.filter((process) => process !== REGISTERING)

const isHeld = ({ fleet: { suspended }, memo: { suspends } }: Situation): boolean =>
  suspends.includes(REGISTERING) && suspended.includes(REGISTERING)

const isOursToResume = (situation: Situation): boolean => isHeld(situation) && situation.state.hasLetOthersIn !== true

/**
 * When a dark launch is undone: what is beyond the original capacity is gone by now, and what came into the dark in the
 * place of an instance that was lost must serve. Resumed first, so that no instance that is on its way stays outside.
 */
export function registerRemaining(situation: Situation): Action | undefined {
  const { memo, policy } = situation
  // Where AWS lets us remove nothing, the surplus stays in the dark: it was never tried.
  if (!memo.dark || surplus(situation).length > 0) return undefined
  if (isHeld(situation) && !isOursToResume(situation))
    return {
      kind: 'save-state',
      memo: { ...memo, suspends: withoutRegistering(memo) },
      reason: `${REGISTERING} was suspended again from outside this run: it stays so`,
    }
  const action = nextLight(situation)
  return action && policy.refused?.some((kind) => kind === action.kind) ? undefined : action
}

function nextLight(situation: Situation): Action | undefined {
  const { fleet, state } = situation
  if (isOursToResume(situation))
    return { kind: 'resume', processes: [REGISTERING], reason: 'only what this roll suspended' }
  const counted = fleet.instances.filter(isCounted)
  // One that EC2 has taken away cannot serve, and it may never be replaced.
  const staying = counted.filter((each) => each.lifecycle === 'InService' && !isInVain(each, state))
  const next = registerNext(staying) ?? registerUnseen(staying, situation)
  if (next) return next
  // One that its group calls unhealthy never comes into service, and where replacing is suspended it stays all the same.
  const coming = counted.find((each) => each.lifecycle !== 'InService' && each.healthy)
  return coming && waitBecause(`${coming.id} is on its way, and may be dark`)
}

/**
 * Whether a new instance that does not serve has nothing to make up for: it is dark, up, and has passed what it must; or
 * it was registered a moment ago, and its load balancers have as long as any instance is given.
 */
export function isExcused({ fleet, memo, policy, state }: Situation, instance: Instance): boolean {
  if (!hasDarkHalf(memo) || !isUp(instance)) return false
  if (isInVain(instance, state)) return false
  if (isUnregistered(instance)) return !awaitsProbe(instance, fleet, policy)
  const since = state.registeredAt
  return since !== undefined && fleet.at - since <= policy.instanceTimeoutSeconds
}

/** What a dark instance that is up still lacks, where it is its probe. */
export function whyNotReleased({ memo }: Situation, instance: Instance): string | undefined {
  const { lastProbe } = instance
  if (!hasDarkHalf(memo) || !isUp(instance) || lastProbe === undefined || lastProbe.passed) return undefined
  return `its probe has not passed, ${lastProbe.reason}`
}

/**
 * What an observation adds: since when all new instances in the dark are up. One that falls, or is replaced, begins the bake anew, and so does one
 * that is still to come: out of a warm pool it may be in service at once.
 */
export const observeDark = ({ fleet, state, capacity: { current, total } }: Situation): Baking | undefined =>
  current.length > 0 && total >= fleet.sizes.desired && current.every(isUp)
    ? goesOn(state.baking, 'dark', fleet)
    : undefined

const andMore = (more: number): string => (more > 0 ? ` (and ${more} more)` : '')
