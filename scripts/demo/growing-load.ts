import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

/** An account with a group whose load grows threefold in the middle of its roll. */
export interface GrowingLoad {
  readonly account: SimulatedAccount
  readonly name: string
  readonly size: number
  /** The inputs of a roll that keeps its scaling policy alive. */
  readonly inputs: Readonly<Record<string, string>>
  /** A sentence for each assertion that does not hold once it is rolled. */
  readonly failures: () => readonly string[]
}

/** Requests a second, of which one instance can answer a hundred; its policy aims at half of that. */
const [BEFORE, SINCE, PER_INSTANCE] = [150, 450, 100]

export function growingLoad(): GrowingLoad {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: [40, 80], balancerWarmupSeconds: [15, 30] } })
  const [name, size, min, max] = ['tickets', 4, 2, 12]
  const group = addGroup(account, { name, size, sizes: { min, max }, launch: 'template-default', balancers: ['target-group'], outdated: true }) // prettier-ignore
  account.autoScaling.operations.PutScalingPolicy({
    AutoScalingGroupName: name,
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    EstimatedInstanceWarmup: 60,
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  })
  const { now } = account.timeline
  const grows = now + 90
  account.cloudWatch.setLoad(name, { points: [[now, BEFORE], [grows, BEFORE], [grows, SINCE]], perInstance: PER_INSTANCE }) // prettier-ignore
  account.ledger.clear()
  return {
    account,
    name,
    size,
    inputs: { mode: 'respawn', 'auto-scaling-groups': name, scaling: 'follow' },
    failures: () => {
      const { min: least, max: most, desired, suspended } = account.autoScaling.capacity(name)
      const left = instanceIds(account, name).filter((id) => group.instanceIds.includes(id))
      const checks: readonly (readonly [boolean, string])[] = [
        [left.length === 0, `${left.join(', ')} is left`],
        [account.ledger.lowestReady(name) >= size, `only ${account.ledger.lowestReady(name)} were ready at one time`],
        [desired > size, `${desired} are desired: it has not grown`],
        [least === min && most === max, `it has at least ${least} and at most ${most}, not ${min} and ${max}`],
        [suspended.length === 0, `${suspended.join(', ')} is suspended`],
      ]
      return checks.flatMap(([holds, sentence]) => (holds ? [] : [`${name}: ${sentence}.`]))
    },
  }
}
