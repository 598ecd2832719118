import type { Instance, Memo, TargetHealth } from './fleet.ts'
import { isHooked, phaseOf } from './lifecycle.ts'

/** What tells whether an instance serves. */
type Signs = Pick<Instance, 'lifecycle' | 'healthy' | 'balancers' | 'statusChecks'>

/** The load balancers that could send requests to the instance: of the others no verdict counts. */
const reaching = ({ balancers }: Signs): readonly TargetHealth[] =>
  balancers.filter(({ state }) => state !== 'unused' && state !== 'unserved')

/**
 * Whether an instance is in a zone that none of the load balancers of its group serves: it gets no requests there, and never
 * will.
 */
export const isUnserved = (instance: Signs): boolean =>
  instance.lifecycle === 'InService' &&
  instance.balancers.some(({ state }) => state === 'unserved') &&
  reaching(instance).length === 0

/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and healthy in every load balancer and
 * target group that can send requests to it. Where there is none EC2's status checks must have passed: `InService` means
 * only that it runs. How long it has done so is another question.
 */
export const isServing = (instance: Signs): boolean => service(instance) === 'yes'

/** Whether an instance may serve although nothing shows it: whatever could be asked speaks for it. */
export const mayServeUnseen = (instance: Signs): boolean => service(instance) === 'unknown'

/**
 * Whether EC2's status checks are to be asked of an instance: no load balancer speaks for it or against it. In a dark launch it
 * is not registered yet, and nothing else tells that it is up.
 */
export const needsStatusChecks = (
  { lifecycle, healthy, balancers }: Signs,
  memo: Pick<Memo, 'dark'> | undefined,
): boolean =>
  lifecycle === 'InService' &&
  healthy &&
  balancers.every(({ state }) => state === 'unused' || (state === 'unregistered' && memo?.dark === true))

/** Asked of every instance several times at each look: it makes no list on the way. */
function service(instance: Signs): 'yes' | 'no' | 'unknown' {
  if (instance.lifecycle !== 'InService' || !instance.healthy) return 'no'
  let verdict: 'yes' | 'no' | 'unknown' | undefined
  for (const { state } of instance.balancers) {
    if (state === 'unused') continue
    // Another load balancer may reach it all the same.
    if (state === 'unserved') verdict ??= 'no'
    else if (state === 'unknown') verdict = 'unknown'
    else if (state !== 'healthy') return 'no'
    else if (verdict !== 'unknown') verdict = 'yes'
  }
  if (verdict !== undefined) return verdict
  const checks = instance.statusChecks?.state ?? 'unknown'
  return checks === 'ok' ? 'yes' : checks === 'unknown' ? 'unknown' : 'no'
}

const UNHEALTHY = 'the group calls it unhealthy'

/** In a few words, what an instance still lacks. */
export function whyNotReady(instance: Instance): string {
  const { lifecycle } = instance
  if (lifecycle !== 'InService') {
    const state = lifecycle + (isHooked(instance) ? ' (a lifecycle hook)' : '')
    // EC2 has ended it, for one: where nothing replaces it, it never gets further.
    return phaseOf(instance) === 'pending' && !instance.healthy ? `${state}, and ${UNHEALTHY}` : state
  }
  if (!instance.healthy) return UNHEALTHY
  if (isUnserved(instance)) return `no load balancer of the group serves ${instance.zone}`
  // They are asked only where no load balancer tells more than that it does not know the instance.
  const { statusChecks } = instance
  if (statusChecks !== undefined && statusChecks.state !== 'ok')
    return `EC2 calls it ${statusChecks.state}: ${statusChecks.reason}`
  const unhappy = reaching(instance).find(({ state }) => state !== 'healthy')
  if (unhappy) return `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}`
  if (instance.lastProbe?.passed === false) return `its probe has not passed, ${instance.lastProbe.reason}`
  return 'warming up'
}
