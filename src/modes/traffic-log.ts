import type { TrafficEvent } from '../controllers/traffic/ports.ts'
import type { Side } from '../domain/traffic/shares.ts'
import { trafficChangeInWords } from '../report/log/traffic-words.ts'
import type { Report } from '../report/events.ts'

/** Seconds between two lines that only say what is waited for, unless that changes. */
const EVERY = 60

/** Tells what a shift does, a line each. */
export function trafficLogger(
  report: Report,
  { names, purpose }: { readonly names: Readonly<Record<Side, string>>; readonly purpose: 'log' | 'plan' },
): (event: TrafficEvent) => void {
  let waiting = { reason: '', at: -Infinity }
  const say = (at: number, text: string): void => report({ kind: 'info', at, message: text })
  return (event) => {
    switch (event.kind) {
      case 'step': {
        if (event.step.kind === 'renew-lease') return undefined
        const words = trafficChangeInWords(event.step, names)
        return say(event.at, `${purpose === 'plan' ? 'would ' : ''}${words}: ${event.step.reason}`)
      }
      case 'waiting':
        // How long a bake still lasts changes from look to look.
        if (withoutNumbers(event.reason) === withoutNumbers(waiting.reason) && event.at - waiting.at < EVERY)
          return undefined
        waiting = event
        return say(event.at, `waiting: ${event.reason}`)
      case 'note':
        return say(event.at, event.message)
      case 'warning':
        return report({ kind: 'warning', message: event.message })
      default:
        return event satisfies never
    }
  }
}

const withoutNumbers = (text: string): string => text.replaceAll(/[\d.]+( minutes?)?/g, '#')
