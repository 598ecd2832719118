import type { FaultRule } from '../../simulator/faults.ts'
import { callUnhealthy, type Fault, inService } from './fault.ts'
import type { Fixture } from './fixture.ts'

const HEALTH = ['elasticloadbalancing:DescribeTargetHealth', 'elasticloadbalancing:DescribeInstanceHealth']
const READS = [
  ...HEALTH,
  'autoscaling:DescribeAutoScalingGroups',
  'autoscaling:DescribeScalingActivities',
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplates',
  'ec2:DescribeLaunchTemplateVersions',
]

const DENIAL = { kind: 'refusal', code: 'AccessDenied', message: 'not now', status: 403 } as const

function inject({ account }: Fixture, actions: readonly string[], rule: Omit<FaultRule, 'action'>): void {
  for (const action of actions) account.faults.inject({ action, ...rule })
}

/** What befalls the reads by which a run sees a group. */
export const READ_FAULTS: readonly Fault[] = [
  {
    name: 'a read that is denied for a moment, or for good',
    share: 1,
    weight: 'heavy',
    apply: (fixture, random) => {
      const action = random.pick(READS)
      const times = random.pick([1, 2, Number.POSITIVE_INFINITY])
      inject(fixture, [action], { fault: DENIAL, times })
      return `${action} is denied ${times} times`
    },
  },
  {
    name: 'sick instances, and then no sight of health',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const { account, old, disturbedAt } = fixture
      const present = inService(fixture).filter((id) => old.includes(id))
      const sick = present.slice(0, Math.ceil(random.between(0, present.length)))
      const recover = callUnhealthy(fixture, sick)
      // What is sick leaves first, whatever its zone.
      disturbedAt.push(account.timeline.now)
      account.timeline.after(600, recover)
      const seconds = random.between(0, 60)
      account.timeline.after(seconds, () => inject(fixture, HEALTH, { fault: DENIAL, times: random.pick([1, 50]) }))
      return `load balancers call ${sick.join(', ') || 'none'} unhealthy, and cannot be asked ${seconds.toFixed(0)} s later`
    },
  },
  {
    name: 'answers on health without content',
    share: 1,
    weight: 'bearable',
    apply: (fixture, random) => {
      const chance = random.pick([0.2, 1])
      const times = Math.ceil(random.between(0, 8))
      inject(fixture, HEALTH, { fault: { kind: 'empty' }, times, chance })
      return `${times} answers on health have no content, each with chance ${chance}`
    },
  },
]
