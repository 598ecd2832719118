import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { capacityOf, noon, scripted, smallAccount } from './small-account.ts'

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
  it('keeps each change, also those between two calls', () => {
    const { ledger, timeline, groups } = account()
    groups.set('web', capacityOf(['i-1', 'i-2']))
    timeline.after(10, () => groups.set('web', capacityOf(['i-2'], ['i-3'])))
    timeline.after(20, () => groups.set('web', capacityOf(['i-2'], ['i-3'])))
    timeline.after(30, () => groups.set('web', capacityOf(['i-2', 'i-3'], ['i-4'])))
    timeline.after(40, () => groups.set('web', capacityOf(['i-3', 'i-4'])))
    ledger.sample()
    timeline.advance(100)
    expect(ledger.capacityOf('web').map(({ at, ready, pending }) => [at - noon, ready, pending])).toEqual([
      [0, 2, 0],
      [10, 1, 1],
      [30, 2, 1],
      [40, 2, 0],
    ])
    expect(ledger.lowestReady('web')).toBe(1)
    expect(ledger.highestTotal('web')).toBe(3)
    expect(ledger.lowestReady('web', noon + 35)).toBe(2)
    expect(ledger.launches('web')).toEqual(['i-3', 'i-4'])
    expect(ledger.terminations('web')).toEqual(['i-1', 'i-2'])
  })

  it('takes all events of one moment as one change', () => {
    const { ledger, timeline, groups } = account()
    timeline.after(10, () => groups.set('web', capacityOf([])))
    timeline.after(10, () => groups.set('web', capacityOf(['i-1'])))
    timeline.advance(20)
    expect(ledger.lowestReady('web')).toBe(1)
  })

  it('records only the watched groups', () => {
    const { ledger, groups } = account()
    groups.set('web', capacityOf(['i-1']))
    groups.set('api', capacityOf(['i-2']))
    ledger.watches = new Set(['api', 'gone'])
    ledger.sample()
    expect(['web', 'api', 'gone'].map((group) => ledger.capacityOf(group).length)).toEqual([0, 1, 0])
  })

  it('starts again when it is cleared', async () => {
    const { ledger, groups, client } = account()
    await client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 2 }))
    groups.set('web', capacityOf(['i-1']))
    ledger.sample()
    groups.set('web', capacityOf(['i-2']))
    ledger.clear()
    expect(ledger.entries).toEqual([])
    expect(ledger.launches('web')).toEqual([])
    expect(ledger.capacityOf('web')).toHaveLength(1)
  })
})
