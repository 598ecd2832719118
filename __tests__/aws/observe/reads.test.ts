import { fleetsPort } from '../../../src/aws/observe/fleets.ts'
import type { FleetPart } from '../../../src/domain/rollout/fleet.ts'
import { fleetReads } from '../../../src/domain/rollout/reads.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

/** The calls that one look at every group of the account makes. */
async function callsOfALook(account: SimulatedAccount, groups: readonly string[]): Promise<readonly string[]> {
  account.ledger.clear()
  await fleetsPort(simulatedConnection(account)).look(groups, account.timeline.now)
  return account.ledger.actions()
}

const actionsOf = (parts: readonly FleetPart[]): readonly string[] =>
  [...new Set(parts.flatMap((part) => fleetReads[part].actions))].toSorted()

test('a look makes every call that its parts declare, and no other', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'configured', launch: 'configuration', balancers: ['classic'] })
  addGroup(account, { name: 'templated', launch: 'template-latest', balancers: ['target-group'] })
  addGroup(account, { name: 'pooled', warmPool: { MinSize: 1 } })
  addGroup(account, { name: 'aliased', aliased: true })
  account.autoScaling.operations.SetDesiredCapacity({ AutoScalingGroupName: 'templated', DesiredCapacity: 3 })
  const calls = await callsOfALook(account, ['configured', 'templated', 'pooled', 'aliased'])
  expect(calls).toEqual(actionsOf(Object.keys(fleetReads) as FleetPart[]))
})

test('what a group does not have is not read', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'plain', launch: 'configuration' })
  const calls = await callsOfALook(account, ['plain'])
  expect(calls).toEqual([
    ...fleetReads.group.actions,
    'autoscaling:DescribeLaunchConfigurations',
    ...fleetReads.scalingPolicies.actions,
    ...fleetReads.scheduledActions.actions,
    ...fleetReads.statusChecks.actions,
    ...fleetReads.ec2Instances.actions,
  ])
})
