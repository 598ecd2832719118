/** What receives no traffic although it should, and what should have been detached long ago. Pure. */
import { REGISTERING } from '../rollout/dark-launch.ts'
import type { Finding, Registration } from './finding.ts'
import { type GroupState, isOld, type Limits } from './group-state.ts'

/** `unregistered`: instances in service that a load balancer of their group does not know. */
export function unregistered({ fleet }: GroupState, limits: Limits): readonly Finding[] {
  const { group, at, suspended } = fleet
  // A group that does not register, and one that is being taken out of service, has its reason.
  if (suspended.includes(REGISTERING)) return []
  const missing = fleet.instances
    .filter(({ lifecycle, launchedAt }) => lifecycle === 'InService' && isOld(launchedAt, at, limits))
    .flatMap(({ id, balancers }) =>
      balancers.filter(({ state }) => state === 'unregistered').map(({ balancer }) => ({ id, balancer })),
    )
  if (missing.length === 0) return []
  const registrations: readonly Registration[] = [...Map.groupBy(missing, ({ balancer }) => balancer)].map(
    ([balancer, own]) => ({ balancer, instances: own.map(({ id }) => id) }),
  )
  return [
    {
      finding: 'unregistered',
      group,
      since: undefined,
      subject: missing.map(({ id, balancer }) => `${id} ${balancer}`).toSorted().join('; '),
      what: registrations.map(({ balancer, instances }) => `${instances.join(', ')} ${instances.length === 1 ? 'is' : 'are'} in service and not registered with ${balancer}`).join('; '),
      remedy: { kind: 'register', registrations },
      advice: 'Register them, or take them out of service.',
    },
  ] // prettier-ignore
}

/** `stuck-traffic-source`: one that is still being attached or detached. */
export function stuckTrafficSources({ fleet, trafficSources }: GroupState): readonly Finding[] {
  const stuck = trafficSources.filter(({ state }) => state === 'Adding' || state === 'Removing')
  // Until instances that are not registered are, AWS says Adding of what they miss.
  const isTold = fleet.instances.some(({ balancers }) => balancers.some(({ state }) => state === 'unregistered'))
  const shown = stuck.filter(({ state }) => state === 'Removing' || !isTold)
  if (shown.length === 0) return []
  return [
    {
      finding: 'stuck-traffic-source',
      group: fleet.group,
      since: undefined,
      subject: shown.map(({ id, state }) => `${id} ${state}`).toSorted().join('; '),
      what: `its traffic ${shown.length === 1 ? 'source' : 'sources'} ${shown.map(({ id, state }) => `${id} (${state})`).join(', ')} ${shown.length === 1 ? 'is' : 'are'} neither attached nor detached`,
      remedy: undefined,
      advice: 'Look again with `aws autoscaling describe-traffic-sources`; attach or detach what stays so.',
    },
  ] // prettier-ignore
}
