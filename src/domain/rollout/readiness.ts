import type { Instance, TargetHealth } from './fleet.ts'

/** What tells whether an instance serves. */
type Signs = Pick<Instance, 'lifecycle' | 'healthy' | 'balancers'>

/** The load balancers that could send requests to the instance: of the others no verdict counts. */
const reaching = ({ balancers }: Signs): readonly TargetHealth[] =>
  balancers.filter(({ state }) => state !== 'unused' && state !== 'unserved')

/**
 * Whether an instance is in a zone that none of the load balancers of its group serves: it gets no requests there, and never
 * will.
 */
export const isUnserved = (instance: Signs): boolean =>
  instance.lifecycle === 'InService' &&
  reaching(instance).length === 0 &&
  instance.balancers.some(({ state }) => state === 'unserved')

/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and healthy in every load balancer and
 * target group that can send requests to it. How long it has done so is another question.
 */
export const isServing = (instance: Signs): boolean => service(instance) === 'yes'

/** Whether an instance may serve although nothing shows it: whatever could be asked speaks for it. */
export const mayServeUnseen = (instance: Signs): boolean => service(instance) === 'unknown'

function service(instance: Signs): 'yes' | 'no' | 'unknown' {
  if (instance.lifecycle !== 'InService' || !instance.healthy || isUnserved(instance)) return 'no'
  const states = reaching(instance).map(({ state }) => state)
  if (states.some((state) => state !== 'healthy' && state !== 'unknown')) return 'no'
  return states.includes('unknown') ? 'unknown' : 'yes'
}

/** In a few words, what an instance still lacks. */
export function whyNotReady(instance: Instance): string {
  if (instance.lifecycle !== 'InService')
    return instance.lifecycle + (HOOKED.test(instance.lifecycle) ? ' (a lifecycle hook)' : '')
  if (!instance.healthy) return 'the group calls it unhealthy'
  if (isUnserved(instance)) return `no load balancer of the group serves ${instance.zone}`
  const unhappy = reaching(instance).find(({ state }) => state !== 'healthy')
  return unhappy ? `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}` : 'warming up'
}

const HOOKED = /:Wait$/
