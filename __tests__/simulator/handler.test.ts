import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import { ProcessCrash } from '../../simulator/faults.ts'
import type { ProcessOptions } from '../../simulator/handler.ts'
import { scripted, smallAccount } from './small-account.ts'

const account = () => {
  const scaled: number[] = []
  const parts = smallAccount(
    scripted('Auto Scaling', {
      DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }),
      SetDesiredCapacity: ({ DesiredCapacity }: { DesiredCapacity: number }) => {
        scaled.push(DesiredCapacity)
        return {}
      },
    }),
  )
  const start = (options: ProcessOptions) => {
    const requestHandler = parts.requestHandler(options)
    const client = new AutoScalingClient({ ...parts.config(), requestHandler })
    const scale = (to: number) =>
      client.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: 'a', DesiredCapacity: to }))
    return { requestHandler, client, scale }
  }
  return { ...parts, scaled, start }
}

describe('the crash of a process', () => {
  it('before a call leaves that call undone, and all later ones too', async () => {
    const { start, scaled } = account()
    const { scale, requestHandler } = start({ crash: { when: 'before', call: 2 } })
    await scale(1)
    await expect(scale(2)).rejects.toBeInstanceOf(ProcessCrash)
    await expect(scale(3)).rejects.toBeInstanceOf(ProcessCrash)
    expect(scaled).toEqual([1])
    expect(requestHandler.hasCrashed).toBe(true)
    expect(requestHandler.calls).toBe(2)
  })

  it('after a call leaves that call done', async () => {
    const { start, scaled } = account()
    const { scale } = start({ crash: { when: 'after', call: 2 } })
    await scale(1)
    await expect(scale(2)).rejects.toBeInstanceOf(ProcessCrash)
    await expect(scale(3)).rejects.toBeInstanceOf(ProcessCrash)
    expect(scaled).toEqual([1, 2])
  })

  it('does not affect another process', async () => {
    const { start, scaled } = account()
    await expect(start({ crash: { when: 'before', call: 1 } }).scale(1)).rejects.toBeInstanceOf(ProcessCrash)
    await start({}).scale(2)
    expect(scaled).toEqual([2])
  })
})

describe('latency', () => {
  it('makes every call take its virtual time, side by side ones together', async () => {
    const { start, clock, timeline } = account()
    const { client } = start({ latencySeconds: 0.25 })
    const before = timeline.now
    const look = () => client.send(new DescribeAutoScalingGroupsCommand({}))
    await look()
    await Promise.all([look(), look()])
    expect(clock.now() / 1000 - before).toBeCloseTo(0.5)
  })

  it('interleaves two processes at every call, always alike', async () => {
    const run = async () => {
      const { start, clock, scaled } = account()
      await clock.runActors(
        [10, 20].map((base) => async (own) => {
          const { scale } = start({ clock: own, latencySeconds: 0.1 })
          for (let step = 1; step <= 3; step += 1) await scale(base + step)
        }),
      )
      return scaled
    }
    await expect(run()).resolves.toEqual([11, 21, 12, 22, 13, 23])
    await expect(run()).resolves.toEqual(await run())
  })
})
