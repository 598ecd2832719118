import { listOf, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** Where teams are told of a run. */
export interface NotifyInputs {
  /** Addresses of webhooks; each is a secret. */
  readonly webhooks: readonly string[]
  /** ARNs. */
  readonly topics: readonly string[]
}

/** Undefined where nothing is notified. */
export function readNotify(reader: InputReader): NotifyInputs | undefined {
  const webhooks = reader.value('notify-webhook', addresses)
  const topics = reader.value('notify-sns', listOf(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/, 'ARNs of SNS topics, one per line; FIFO topics are not taken')) // prettier-ignore
  return webhooks.length + topics.length === 0 ? undefined : { webhooks, topics }
}

/** Its text is never shown: whoever has the address may post. */
function addresses(text: string): readonly string[] {
  const lines = [...new Set(text.split(/\s+/).filter((line) => line !== ''))]
  if (lines.some((line) => !/^https?:$/.test(URL.parse(line)?.protocol ?? '')))
    throw new WrongInput('must be addresses that begin with `https://`, one per line')
  return lines
}
