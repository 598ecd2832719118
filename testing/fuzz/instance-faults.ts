import { inService, type Fault, NOBODY, someone } from './fault.ts'
import type { Fixture } from './fixture.ts'

/** What befalls instances, and the launches of them. */
export const INSTANCE_FAULTS: readonly Fault[] = [
  {
    name: 'no capacity',
    share: 2,
    weight: 'heavy',
    strike: (fixture, random) => {
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
    strike: (fixture, random) => {
      fixture.account.behaviour.bootSeconds = Math.ceil(random.between(60, 400))
      return `instances take ${fixture.account.behaviour.bootSeconds} s to boot from now on`
    },
  },
  {
    name: 'a Spot interruption',
    share: 2,
    weight: 'heavy',
    strike: (fixture, random) => {
      const id = someone(fixture, random)
      if (id === undefined) return NOBODY
      fixture.account.autoScaling.interrupt(id)
      return `EC2 takes ${id} away`
    },
  },
  {
    name: 'a sick target',
    share: 2,
    weight: 'heavy',
    strike: (fixture, random) => {
      const id = someone(fixture, random)
      return id === undefined ? NOBODY : flap(fixture, [id], Math.ceil(random.between(5, 200)))
    },
  },
  {
    name: 'a sick load balancer',
    share: 1,
    weight: 'heavy',
    strike: (fixture, random) => flap(fixture, inService(fixture), Math.ceil(random.between(5, 120))),
  },
]

function flap(
  { account, group: { classicNames, targetGroupArns } }: Fixture,
  ids: readonly string[],
  seconds: number,
): string {
  const names = [...classicNames, ...targetGroupArns]
  const say = (verdict: 'healthy' | 'unhealthy'): void => {
    for (const name of names)
      for (const id of ids)
        if (account.balancers.health(name, id) !== 'unused') account.balancers.setHealth(name, id, verdict)
  }
  say('unhealthy')
  account.timeline.after(seconds, () => say('healthy'))
  return `load balancers call ${ids.join(', ') || 'nobody'} unhealthy for ${seconds} s`
}
