import type { Instance, TargetHealth } from './fleet.ts'

/** Healthy, or an answer that can never turn healthy and is not waited for. */
const isSatisfied = ({ state }: TargetHealth): boolean => state === 'healthy' || state === 'unused'

/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and every load balancer and target
 * group of the group either says so too or can never say so. How long it has done so is another question.
 */
export const isServing = ({
  lifecycle,
  healthy,
  balancers,
}: Pick<Instance, 'lifecycle' | 'healthy' | 'balancers'>): boolean =>
  lifecycle === 'InService' && healthy && balancers.every(isSatisfied)

/** Whether an instance may serve although nothing shows it: whatever could be asked speaks for it. */
export const mayServeUnseen = ({ lifecycle, healthy, balancers }: Instance): boolean =>
  lifecycle === 'InService' &&
  healthy &&
  balancers.some(({ state }) => state === 'unknown') &&
  balancers.every((health) => isSatisfied(health) || health.state === 'unknown')

/** In a few words, what an instance still lacks. */
export function whyNotReady(instance: Instance): string {
  if (instance.lifecycle !== 'InService')
    return instance.lifecycle + (HOOKED.test(instance.lifecycle) ? ' (a lifecycle hook)' : '')
  if (!instance.healthy) return 'the group calls it unhealthy'
  const unhappy = instance.balancers.find((health) => !isSatisfied(health))
  return unhappy ? `${unhappy.balancer} says ${unhappy.state}${unhappy.reason && `, ${unhappy.reason}`}` : 'warming up'
}

const HOOKED = /:Wait$/
