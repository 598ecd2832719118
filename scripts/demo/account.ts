import { PREVIOUS_TAG } from '../../src/aws/patch/rollback-tags.ts'
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { addGroup, addSenzaStack } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

/** A group of the demo, with its state before the first step. */
export interface DemoGroup {
  readonly name: string
  readonly outdated: readonly string[]
  readonly newImageId: string
  readonly before: string
  readonly begin: CapacitySnapshot
}

export interface DemoAccount {
  readonly account: SimulatedAccount
  readonly groups: readonly DemoGroup[]
}

/**
 * An account with three groups on an old image: the Senza stack `mystack v1` on a classic load balancer and `web` behind
 * an ALB also launch from it; `api` has been patched already, so only its instances are old.
 */
export function demoAccount(): DemoAccount {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: [40, 80], balancerWarmupSeconds: [15, 30] } })
  const behindAlb = { launch: 'template-latest', balancers: ['target-group'], tags: { team: 'shop' } } as const
  const stack = addSenzaStack(account, { size: 2, sizes: { min: 2, max: 4 } })
  const web = addGroup(account, { name: 'web', size: 6, sizes: { min: 3, max: 9 }, ...behindAlb })
  const api = addGroup(account, { name: 'api', size: 4, sizes: { min: 2, max: 6 }, ...behindAlb, outdated: true })
  // The calls that built the account are no part of the demo.
  account.ledger.clear()
  const groups = [stack, web, api].map(({ name, instanceIds, newImageId }) => ({
    name,
    outdated: instanceIds,
    newImageId,
    before: settings(account, name),
    begin: account.autoScaling.capacity(name),
  }))
  return { account, groups }
}

/** All settings of a group that a roll may change and must restore, as text for comparison. */
export function settings(account: SimulatedAccount, name: string): string {
  const { AutoScalingGroups } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [name],
  })
  const { MinSize, MaxSize, DesiredCapacity, SuspendedProcesses, Tags } = AutoScalingGroups?.[0] ?? {}
  const processes = (SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName).sort()
  const tags = (Tags ?? [])
    // The record of a patch for a later rollback is meant to stay.
    .filter(({ Key }) => Key !== PREVIOUS_TAG)
    .map(({ Key, Value }) => `${Key}=${Value}`)
    .sort()
  return JSON.stringify({ MinSize, MaxSize, DesiredCapacity, processes, tags })
}
