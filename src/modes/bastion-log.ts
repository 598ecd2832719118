import type { BastionEvent } from '../controllers/bastion/ports.ts'
import { bastionChangeInWords } from '../report/log/bastion-words.ts'
import type { Report } from '../report/events.ts'

/** Seconds between two lines that only say what is waited for, unless that changes. */
const EVERY = 60

/** Tells what the loop does, a line each. */
export function bastionLogger(report: Report, purpose: 'log' | 'plan'): (event: BastionEvent) => void {
  let waiting = { reason: '', at: -Infinity }
  const say = (at: number, text: string): void => report({ kind: 'info', at, message: text })
  return (event) => {
    switch (event.kind) {
      case 'step': {
        const { step, at, id } = event
        const made = purpose === 'log' && id !== undefined ? ` -> ${id}` : ''
        return say(at, `${purpose === 'plan' ? 'would ' : ''}${bastionChangeInWords(step)}${made}: ${step.reason}`)
      }
      case 'heard':
        return purpose === 'log' ? say(event.at, `${event.address} answers ${event.banner}`) : undefined
      case 'waiting':
        if (event.reason === waiting.reason && event.at - waiting.at < EVERY) return undefined
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
