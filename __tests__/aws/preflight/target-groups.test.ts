import { TargetGroupReader } from '../../../src/aws/preflight/target-groups.ts'
import { targetHeadroom } from '../../../src/aws/preflight/target-headroom.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const names = ['one', 'two', 'three']

/** An account with these target groups, none of which has a target. */
function account() {
  const simulated = new SimulatedAccount()
  const { VpcId } = simulated.ec2.operations.DescribeVpcs({}).Vpcs?.[0] ?? {}
  const arns = names.map((Name) => {
    const { TargetGroups } = simulated.balancers.v2.operations.CreateTargetGroup({ Name, Protocol: 'HTTP', Port: 80, VpcId }) // prettier-ignore
    return TargetGroups?.[0]?.TargetGroupArn ?? ''
  })
  simulated.ledger.clear()
  const connection = simulatedConnection(simulated)
  const count = (wanted: string): number =>
    simulated.ledger.entries.filter(({ operation }) => operation === wanted).length
  return { arns, connection, count, targetGroups: new TargetGroupReader(connection) }
}

test('each target group is described once, however many checks ask for it', async () => {
  const { arns, count, targetGroups } = account()
  const [some, all] = await Promise.all([targetGroups.of(arns.slice(1)), targetGroups.of(arns)])
  expect(some.map(({ TargetGroupName }) => TargetGroupName)).toEqual(['two', 'three'])
  expect(all.map(({ TargetGroupName }) => TargetGroupName)).toEqual(names)
  expect(count('DescribeTargetGroups')).toBe(2)
  await targetGroups.of(arns)
  expect(count('DescribeTargetGroups')).toBe(2)
})

test('one that could not be described is asked about again, and each check is told why', async () => {
  const { arns, count, targetGroups } = account()
  const missing = `${arns[0]}0`
  await expect(targetGroups.of([missing])).rejects.toThrow('not found')
  await expect(targetGroups.of([missing])).rejects.toThrow('not found')
  expect(count('DescribeTargetGroups')).toBe(2)
})

test('targets that a look has counted a moment ago are not counted again', async () => {
  const { arns, count, connection, targetGroups } = account()
  const targets = new Map([[arns[0] ?? '', 7]])
  const rooms = await targetHeadroom({ connection, targetGroups, targets }, arns)
  expect(arns.map((arn) => rooms.get(arn)?.registered)).toEqual([7, 0, 0])
  expect(count('DescribeTargetHealth')).toBe(2)
})
