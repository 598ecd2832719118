import { setTimeout as really } from 'node:timers/promises'
import { Timeline } from '../../simulator/timeline.ts'
import { VirtualClock } from '../../simulator/virtual-clock.ts'

const clockAt = (start: number) => {
  const timeline = new Timeline(start)
  return { timeline, clock: new VirtualClock(timeline) }
}

describe('virtual time for one actor', () => {
  it('advances by exactly the sleep of the actor', async () => {
    const { timeline, clock } = clockAt(1000)
    let happened = 0
    timeline.after(90, () => (happened = timeline.now))
    await clock.sleep(86_400_000)
    expect(clock.now()).toBe((1000 + 86_400) * 1000)
    expect(happened).toBe(1090)
  })

  it('stands still while a request is under way, so that a deadline does not run out on it', async () => {
    const { clock } = clockAt(0)
    const deadline = clock.sleep(30_000).then(() => 'deadline')
    const answer = clock.during(really(20).then(() => 'answer'))
    await expect(Promise.race([answer, deadline])).resolves.toBe('answer')
    expect(clock.now()).toBe(0)
  })

  it('does not wake for a sleep that was given up', async () => {
    const { clock } = clockAt(0)
    const controller = new AbortController()
    const long = clock.sleep(60_000, controller.signal)
    controller.abort(new Error('enough'))
    await expect(long).rejects.toThrow('enough')
    await clock.sleep(1000)
    expect(clock.now()).toBe(1000)
  })

  it('refuses to sleep under a signal that is aborted already', async () => {
    const { clock } = clockAt(0)
    await expect(clock.sleep(1000, AbortSignal.abort(new Error('over')))).rejects.toThrow('over')
  })
})

describe('virtual time for several actors', () => {
  const diary = async (steps: readonly number[][]) => {
    const { clock } = clockAt(0)
    const lines: string[] = []
    await clock.runActors(
      steps.map((sleeps, actor) => async (own) => {
        for (const seconds of sleeps) {
          await own.sleep(seconds * 1000)
          lines.push(`${own.now() / 1000}s actor ${actor}`)
        }
      }),
    )
    return lines
  }

  it('wakes them in the order in which they are due, one at a time', async () => {
    await expect(
      diary([
        [10, 10],
        [5, 10, 1],
      ]),
    ).resolves.toEqual(['5s actor 1', '10s actor 0', '15s actor 1', '16s actor 1', '20s actor 0'])
  })

  it('wakes the actor that fell asleep first when two are due together', async () => {
    await expect(
      diary([
        [10, 10],
        [10, 10],
      ]),
    ).resolves.toEqual(['10s actor 0', '10s actor 1', '20s actor 0', '20s actor 1'])
  })

  it('does not move on while one of them is awake in real time', async () => {
    const { clock } = clockAt(0)
    const observed: number[] = []
    await clock.runActors([
      async (own) => {
        await own.sleep(1000)
        observed.push(own.now())
      },
      async (own) => {
        await really(20)
        observed.push(own.now())
      },
    ])
    expect(observed).toEqual([0, 1000])
  })

  it('continues for the others when one fails', async () => {
    const { clock } = clockAt(0)
    const outcomes = await clock.runActors<string>([
      async () => Promise.reject(new Error('died')),
      async (own) => {
        await own.sleep(1000)
        return 'lived'
      },
    ])
    expect(outcomes).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'lived' }])
  })
})
