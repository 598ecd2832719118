import type { RecordSinks } from '../domain/record-sinks.ts'
import { WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** Where the record of a run is sent; undefined where that is nowhere. */
export function readAuditSinks(reader: InputReader): RecordSinks | undefined {
  const bus = reader.value('audit-bus', named(/^(arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus\/)?[\w./-]{1,256}$/, 'the name or the ARN of an event bus')) // prettier-ignore
  const logGroup = reader.value('audit-log-group', named(/^[\w./#-]{1,512}$/, 'the name of a log group, not its ARN'))
  const bucket = reader.value('audit-bucket', named(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket, not an ARN or an address')) // prettier-ignore
  if (bus === undefined && logGroup === undefined && bucket === undefined) return undefined
  return { bus, logGroup, bucket }
}

const named =
  (pattern: RegExp, what: string) =>
  (text: string): string | undefined => {
    if (text === '' || pattern.test(text)) return text || undefined
    throw new WrongInput(`must be ${what}`)
  }
