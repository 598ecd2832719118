import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import { DescribeImagesCommand, DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { addGroup, letBecomeHealthy } from '../../simulator/scenario.ts'
import { addStandardImages } from '../../simulator/standard-images.ts'
import { SimulatedAccount } from '../../simulator/account.ts'

describe('a new account', () => {
  it('has a default VPC with a subnet in each of three zones', async () => {
    const client = new EC2Client(new SimulatedAccount().clientConfig())
    const { Vpcs } = await client.send(new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }))
    const { Subnets } = await client.send(new DescribeSubnetsCommand({}))
    expect(Vpcs).toHaveLength(1)
    expect(Subnets?.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'])
  })

  it('offers standard images of both architectures when they are added', async () => {
    const account = new SimulatedAccount()
    const images = addStandardImages(account)
    const client = new EC2Client(account.clientConfig())
    const { Images } = await client.send(
      new DescribeImagesCommand({ Owners: ['amazon'], Filters: [{ Name: 'architecture', Values: ['arm64'] }] }),
    )
    expect(Images?.map(({ ImageId }) => ImageId).sort()).toEqual(
      [images.amazonLinuxArmOld, images.amazonLinuxArmNew].sort(),
    )
  })

  it('is the same for the same seed, and another for another', () => {
    const ids = (seed: number) =>
      addGroup(new SimulatedAccount({ seed }), { name: 'web', balancers: ['classic'] }).instanceIds
    expect(ids(7)).toEqual(ids(7))
    expect(ids(7)).not.toEqual(ids(8))
  })
})

describe('one account for all its clients', () => {
  it('keeps calls of clients in the ledger, and not those of scenarios', async () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', size: 2 })
    expect(account.ledger.entries).toEqual([])
    const client = new AutoScalingClient(account.clientConfig())
    const { AutoScalingGroups } = await client.send(new DescribeAutoScalingGroupsCommand({}))
    expect(AutoScalingGroups).toMatchObject([{ AutoScalingGroupName: 'web', DesiredCapacity: 2 }])
    expect(account.ledger.entries).toMatchObject([{ action: 'autoscaling:DescribeAutoScalingGroups', outcome: 'ok' }])
  })

  it('records capacity over time, launches and terminations', async () => {
    const account = new SimulatedAccount()
    const { name, instanceIds } = addGroup(account, { name: 'web', size: 2, balancers: ['target-group'] })
    account.ledger.clear()
    const client = new AutoScalingClient(account.clientConfig())
    await client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: name, DesiredCapacity: 3 }))
    letBecomeHealthy(account, name)
    await client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: name, DesiredCapacity: 1 }))
    await account.clock.sleep(1_200_000)
    expect(account.ledger.highestTotal(name)).toBe(3)
    expect(account.ledger.lowestReady(name)).toBe(1)
    expect(account.ledger.launches(name)).toHaveLength(1)
    expect(account.ledger.terminations(name)).toHaveLength(2)
    expect([...instanceIds, ...account.ledger.launches(name)]).toEqual(
      expect.arrayContaining([...account.ledger.terminations(name)]),
    )
  })
})
