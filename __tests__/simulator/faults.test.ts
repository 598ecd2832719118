import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { scripted, smallAccount } from './small-account.ts'

const account = () => {
  let desired = 0
  const parts = smallAccount(
    scripted('Auto Scaling', {
      DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }),
      SetDesiredCapacity: ({ DesiredCapacity }: { DesiredCapacity: number }) => {
        desired = DesiredCapacity
        return {}
      },
    }),
    scripted('EC2', { DescribeInstances: () => ({ Reservations: [] }) }),
  )
  const client = new AutoScalingClient(parts.config())
  return {
    ...parts,
    desired: () => desired,
    look: () => client.send(new DescribeAutoScalingGroupsCommand({})),
    scale: (to: number) =>
      client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: to })),
  }
}

describe('injected faults', () => {
  it('apply to the named calls, for the given number of times, after the given number of calls', async () => {
    const { faults, look, scale, ledger } = account()
    const fault = { kind: 'refusal', code: 'ResourceContention', status: 500 } as const
    faults.inject({ action: 'autoscaling:Describe*', fault, skip: 1, times: 1 })
    await scale(1)
    await look()
    await expect(look()).rejects.toMatchObject({ name: 'ResourceContentionFault' })
    await look()
    expect(ledger.entries.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ResourceContention', 'ok'])
  })

  it('have no effect unless they say so', async () => {
    const { faults, scale, desired } = account()
    faults.inject({ action: '*', fault: { kind: 'reset' }, times: 1 })
    await expect(scale(5)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(desired()).toBe(0)
  })

  it('lose the answer to a call that was carried out', async () => {
    const { faults, scale, desired, ledger } = account()
    faults.inject({ action: '*', fault: { kind: 'reset' }, effect: 'done', times: 1 })
    await expect(scale(5)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(desired()).toBe(5)
    expect(ledger.entries).toMatchObject([{ outcome: 'reset' }])
  })

  it('let a call wait until the caller gives up', async () => {
    const { faults, config, clock } = account()
    faults.inject({ action: '*', fault: { kind: 'silence' } })
    const controller = new AbortController()
    const answer = new AutoScalingClient(config()).send(new DescribeAutoScalingGroupsCommand({}), {
      abortSignal: controller.signal,
    })
    const deadline = clock.sleep(30_000).then(() => controller.abort())
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await deadline
  })

  it('apply by chance, to the same calls for the same seed', async () => {
    const run = async () => {
      const { faults, look, ledger } = account()
      faults.inject({ action: '*', fault: { kind: 'refusal', code: 'InternalFailure', status: 500 }, chance: 0.5 })
      for (let call = 0; call < 20; call += 1) await look().catch(() => undefined)
      return ledger.entries.map(({ outcome }) => outcome)
    }
    const first = await run()
    expect(new Set(first)).toEqual(new Set(['ok', 'InternalFailure']))
    await expect(run()).resolves.toEqual(first)
  })

  it('end when they are cleared', async () => {
    const { faults, look } = account()
    faults.inject({ action: '*', fault: { kind: 'reset' } })
    faults.deny('*')
    faults.clear()
    await expect(look()).resolves.toMatchObject({ AutoScalingGroups: [] })
  })
})

describe('missing permissions', () => {
  it('are reported in Auto Scaling’s words, with user and action', async () => {
    const { faults, scale, desired } = account()
    faults.deny('autoscaling:SetDesiredCapacity')
    await expect(scale(1)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(
        'User: arn:aws:iam::123456789012:user/simulator is not authorized to perform: autoscaling:SetDesiredCapacity',
      ),
      $metadata: { httpStatusCode: 403 },
    })
    expect(desired()).toBe(0)
  })

  it('have EC2’s own code there', async () => {
    const { faults, config } = account()
    faults.deny('ec2:*')
    await expect(new EC2Client(config()).send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    })
  })
})

describe('throttling by the published limits', () => {
  it('lets 50 unfiltered DescribeInstances through at once, then 10 a second', async () => {
    const { faults, config, timeline } = account()
    faults.throttle()
    const client = new EC2Client(config())
    const look = () => client.send(new DescribeInstancesCommand({}))
    for (let call = 0; call < 50; call += 1) await look()
    await expect(look()).rejects.toMatchObject({ name: 'RequestLimitExceeded', $metadata: { httpStatusCode: 503 } })
    timeline.advance(1)
    for (let call = 0; call < 10; call += 1) await look()
    await expect(look()).rejects.toMatchObject({ name: 'RequestLimitExceeded' })
  })

  it('has a larger bucket for filtered calls', async () => {
    const { faults, config } = account()
    faults.throttle()
    const client = new EC2Client(config())
    const look = () => client.send(new DescribeInstancesCommand({ Filters: [{ Name: 'tag:a', Values: ['b'] }] }))
    for (let call = 0; call < 100; call += 1) await look()
    await expect(look()).rejects.toMatchObject({ name: 'RequestLimitExceeded' })
  })

  it('shares one limit over all Auto Scaling calls', async () => {
    const { faults, look, scale } = account()
    faults.throttle({ size: 2, refillPerSecond: 1 })
    await look()
    await scale(1)
    await expect(look()).rejects.toMatchObject({ name: 'Throttling', message: 'Rate exceeded' })
  })
})
