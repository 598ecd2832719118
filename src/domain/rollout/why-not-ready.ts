import type { Instance } from './fleet.ts'

/** In a few words, what an instance still lacks. */
export function whyNotReady(instance: Instance): string {
  if (instance.lifecycle !== 'InService')
    return instance.lifecycle + (HOOKED.test(instance.lifecycle) ? ' (a lifecycle hook)' : '')
  if (!instance.healthy) return 'the group calls it unhealthy'
  const unhappy = instance.balancers.find(({ state }) => state !== 'healthy' && state !== 'unused')
  return unhappy ? `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}` : 'warming up'
}

const HOOKED = /:Wait$/
