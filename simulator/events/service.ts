import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

/** An event as a bus has taken it; `at` in seconds since the Unix epoch. */
export interface StoredEvent {
  readonly at: number
  readonly source: string
  readonly detailType: string
  /** JSON. */
  readonly detail: string
}

/** The most bytes of all entries of one request: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const MOST_BYTES = 1_048_576

/**
 * EventBridge, as far as events are put onto a bus. A bus that does not exist takes events as well, and they are lost: AWS says
 * nothing of it (https://github.com/aws/aws-cli/issues/9186). An entry that lacks a part fails by itself.
 */
export class EventsService implements Service {
  readonly sdkId = 'EventBridge'
  /** How many entries fail next, as AWS fails single entries of a request; a scenario sets it. */
  failing = 0
  readonly #context: ServiceContext
  readonly #buses = new Map<string, StoredEvent[]>([['default', []]])

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    PutEvents: ({ Entries = [] }: PutEventsRequest): PutEventsResponse => {
      const bytes = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
      if (bytes > MOST_BYTES) throw new ServiceFault('ValidationException', 'Total size of the entries in the request is over the limit.') // prettier-ignore
      const results = Entries.map((entry) => this.#put(entry))
      return {
        FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode !== undefined).length,
        Entries: results,
      }
    },
  }

  /** Makes a bus. */
  addBus(name: string): void {
    this.#buses.set(name, [])
  }

  /** What a bus has taken, oldest first. */
  events(bus: string): readonly StoredEvent[] {
    return this.#buses.get(bus) ?? []
  }

  #put({
    EventBusName = 'default',
    Source = '',
    DetailType = '',
    Detail = '',
  }: PutEventsRequestEntry): PutEventsResultEntry {
    // prettier-ignore
    const { timeline, random } = this.#context
    for (const [name, text] of Object.entries({ Source, DetailType, Detail }))
      if (text === '')
        return { ErrorCode: 'InvalidArgument', ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.` } // prettier-ignore
    if (!isObject(Detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
    if (this.failing > 0) {
      this.failing -= 1
      return { ErrorCode: 'InternalFailure', ErrorMessage: 'An unexpected error occurred.' }
    }
    const bus = EventBusName.replace(/^arn:[^:]+:events:[^:]*:\d*:event-bus\//, '')
    this.#buses.get(bus)?.push({ at: timeline.now, source: Source, detailType: DetailType, detail: Detail })
    return { EventId: random.hex(32) }
  }
}

/** 14 bytes for the time, and the bytes of each text. */
const sizeOf = ({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: PutEventsRequestEntry): number =>
  [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), Time ? 14 : 0)

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
