/** Sends what teams are told of a run. Nothing that fails here fails the run: it is a warning. */
import type { Explanation } from '../errors.ts'
import { hasFailed } from '../report/judgement.ts'
import type { Event, RunResult } from '../report/events.ts'
import { begunNotification, endNotification, failedNotification, gateNotification, type NotifiedRun, type Notification } from './notification.ts' // prettier-ignore

/** Sends one message; gives a sentence where it could not. Never throws, and takes some seconds at most. */
export type Channel = (notification: Notification) => Promise<string | undefined>

export interface Notifier {
  /** Before the first change of these groups; none for a bastion. */
  readonly begin: (groups: readonly string[]) => void
  /** What happens meanwhile: a group that waits at a gate, or has failed. */
  readonly meet: (event: Event) => void
  /** Sends how the run has ended, waits for everything, and gives a sentence for each failure, once. */
  readonly end: (end: RunEnd) => Promise<readonly string[]>
}

export interface RunEnd {
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
}

/** `run` is asked anew for each message: owner and environment may be known late. `tells`: whether a run that ends well is told. */
export function notifier(
  channels: readonly Channel[],
  { run, tellsSuccess }: { readonly run: () => NotifiedRun; readonly tellsSuccess: boolean },
): Notifier {
  const failures = new Set<string>()
  let hasBegun = false
  let failedGroups = 0
  // One after the other on each channel: a failure must not be told before the begin.
  const queues = channels.map(() => Promise.resolve())
  const send = (notification: Notification | undefined): void => {
    if (notification === undefined) return
    channels.forEach((channel, index) => {
      queues[index] = (queues[index] ?? Promise.resolve()).then(async () => {
        const failure = await channel(notification)
        if (failure !== undefined) failures.add(failure)
      })
    })
  }
  return {
    begin: (groups) => {
      hasBegun = true
      send(begunNotification(run(), groups))
    },
    meet: (event) => {
      if (event.kind !== 'finished' || event.result.status === 'planned') return
      if (!hasFailed(event.result)) return send(gateNotification(run(), event.result))
      failedGroups++
      send(failedNotification(run(), event.result))
    },
    end: async ({ result, failure }) => {
      const bastion = 'bastion' in result ? result.bastion?.failure : undefined
      const shift = result.kind === 'traffic' ? result.traffic.failure : undefined
      const why = failure ?? bastion ?? shift
      const end = { result, failure: why, hasFailed: failedGroups > 0 }
      if (why !== undefined) send(endNotification(run(), end, 'failure'))
      if (hasBegun || (tellsSuccess && why === undefined)) send(endNotification(run(), end, 'end'))
      await Promise.all(queues)
      return [...failures]
    },
  }
}
