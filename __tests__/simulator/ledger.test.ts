import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { noon, scripted, smallAccount } from './small-account.ts'

const account = () => {
  const parts = smallAccount(
    scripted('Auto Scaling', {
      DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }),
      SetDesiredCapacity: () => ({}),
    }),
  )
  return { ...parts, client: new AutoScalingClient(parts.config()) }
}

describe('the ledger of calls', () => {
  it('has each call with its time, its IAM action, its input and its outcome', async () => {
    const { client, ledger, timeline } = account()
    await client.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['web'] }))
    timeline.advance(30)
    await client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 2 }))
    expect(ledger.entries).toMatchObject([
      { at: noon, action: 'autoscaling:DescribeAutoScalingGroups', changes: false, outcome: 'ok' },
      { at: noon + 30, action: 'autoscaling:SetDesiredCapacity', changes: true, input: { DesiredCapacity: 2 } },
    ])
    expect(ledger.changes().map(({ operation }) => operation)).toEqual(['SetDesiredCapacity'])
  })

  it('lists the IAM actions that a policy must allow', async () => {
    const { client, config, ledger } = account()
    await new STSClient(config()).send(new GetCallerIdentityCommand({}))
    await client.send(new DescribeAutoScalingGroupsCommand({}))
    await client.send(new DescribeAutoScalingGroupsCommand({}))
    expect(ledger.actions()).toEqual(['autoscaling:DescribeAutoScalingGroups', 'sts:GetCallerIdentity'])
  })
})

describe('the ledger of capacity', () => {
  it('keeps each change, with what was passed through between two calls', () => {
    const { ledger, timeline, groups } = account()
    const set = (ready: number, booting: number) => groups.set('web', { ready, booting, leaving: 0, desired: 2 })
    set(2, 0)
    timeline.after(10, () => set(1, 1))
    timeline.after(20, () => set(1, 1))
    timeline.after(30, () => set(2, 1))
    timeline.after(40, () => set(2, 0))
    ledger.sample()
    timeline.advance(100)
    expect(ledger.capacityOf('web').map(({ at, ready, booting }) => [at - noon, ready, booting])).toEqual([
      [0, 2, 0],
      [10, 1, 1],
      [30, 2, 1],
      [40, 2, 0],
    ])
    expect(ledger.lowestReady('web')).toBe(1)
    expect(ledger.highestTotal('web')).toBe(3)
    expect(ledger.lowestReady('web', noon + 35)).toBe(2)
  })

  it('takes what happens at one moment as one change', () => {
    const { ledger, timeline, groups } = account()
    timeline.after(10, () => groups.set('web', { ready: 0, booting: 0, leaving: 0, desired: 1 }))
    timeline.after(10, () => groups.set('web', { ready: 1, booting: 0, leaving: 0, desired: 1 }))
    timeline.advance(20)
    expect(ledger.lowestReady('web')).toBe(1)
  })
})
