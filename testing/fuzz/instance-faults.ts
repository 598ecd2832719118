import { callUnhealthy, inService, type Fault, NO_INSTANCE, anInstanceInService } from './fault.ts'
import type { Fixture } from './fixture.ts'

/** Faults of instances and of launches. */
export const INSTANCE_FAULTS: readonly Fault[] = [
  {
    name: 'no capacity',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const { behaviour, timeline } = fixture.account
      const zone = random.pick(['a', 'b', 'c', ''])
      const seconds = Math.ceil(random.between(10, 900))
      const reason = random.pick([
        'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested. Launching EC2 instance failed.',
        'You have requested more vCPU capacity than your current vCPU limit of 32 allows. Launching EC2 instance failed.',
      ])
      behaviour.refuseLaunch = (launch) => (launch.zone.endsWith(zone) ? reason : undefined)
      timeline.after(seconds, () => (behaviour.refuseLaunch = () => undefined))
      return `launches in ${zone || 'any zone'} fail for ${seconds} s`
    },
  },
  {
    name: 'slow boots',
    share: 1,
    weight: 'heavy',
    apply: (fixture, random) => {
      fixture.account.behaviour.bootSeconds = Math.ceil(random.between(60, 400))
      return `instances take ${fixture.account.behaviour.bootSeconds} s to boot from now on`
    },
  },
  {
    name: 'a Spot interruption',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      if (id === undefined) return NO_INSTANCE
      fixture.account.autoScaling.interrupt(id)
      return `EC2 reclaims ${id}`
    },
  },
  {
    name: 'a sick target',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const id = anInstanceInService(fixture, random)
      return id === undefined ? NO_INSTANCE : flap(fixture, [id], Math.ceil(random.between(5, 200)))
    },
  },
  {
    name: 'a sick load balancer',
    share: 1,
    weight: 'heavy',
    apply: (fixture, random) => flap(fixture, inService(fixture), Math.ceil(random.between(5, 120))),
  },
]

/**
 * From the answer `unhealthy` to the next `healthy` at least two checks have passed, five seconds apart at least:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
const LEAST_SICK_SECONDS = 10

function flap(fixture: Fixture, ids: readonly string[], drawn: number): string {
  const seconds = Math.max(LEAST_SICK_SECONDS, drawn)
  fixture.account.timeline.after(seconds, callUnhealthy(fixture, ids))
  return `load balancers call ${ids.join(', ') || 'no instance'} unhealthy for ${seconds} s`
}
