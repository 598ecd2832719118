import type {
  CreateLogStreamRequest,
  InputLogEvent,
  PutLogEventsRequest,
  PutLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

const HOUR_MILLISECONDS = 3_600_000
/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
const MOST_BYTES = 1_048_576
const OVERHEAD_BYTES = 26
const OLDEST = 14 * 24 * HOUR_MILLISECONDS
const NEWEST = 2 * HOUR_MILLISECONDS

/** CloudWatch Logs, as far as events are written to the stream of a group; a scenario makes the groups. */
export class LogsService implements Service {
  readonly sdkId = 'CloudWatch Logs'
  readonly #context: ServiceContext
  readonly #groups = new Map<string, Map<string, InputLogEvent[]>>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    CreateLogStream: ({ logGroupName, logStreamName = '' }: CreateLogStreamRequest): object => {
      const streams = this.#group(logGroupName)
      if (streams.has(logStreamName))
        throw new ServiceFault('ResourceAlreadyExistsException', 'The specified log stream already exists')
      streams.set(logStreamName, [])
      return {}
    },
    PutLogEvents: (input: PutLogEventsRequest): PutLogEventsResponse => this.#put(input),
  }

  /** Makes a log group. */
  addGroup(name: string): void {
    this.#groups.set(name, new Map())
  }

  /** The streams of a group by name, each with its events, oldest first. */
  streams(group: string): ReadonlyMap<string, readonly InputLogEvent[]> {
    return this.#groups.get(group) ?? new Map<string, readonly InputLogEvent[]>()
  }

  #group(name = ''): Map<string, InputLogEvent[]> {
    const group = this.#groups.get(name)
    if (group === undefined) throw new ServiceFault('ResourceNotFoundException', 'The specified log group does not exist.') // prettier-ignore
    return group
  }

  #put({ logGroupName, logStreamName = '', logEvents = [] }: PutLogEventsRequest): PutLogEventsResponse {
    const stream = this.#group(logGroupName).get(logStreamName)
    if (stream === undefined) throw new ServiceFault('ResourceNotFoundException', 'The specified log stream does not exist.') // prettier-ignore
    const bytes = logEvents.reduce((sum, { message = '' }) => sum + Buffer.byteLength(message) + OVERHEAD_BYTES, 0)
    if (bytes > MOST_BYTES)
      throw new ServiceFault('InvalidParameterException', `Upload too large: ${bytes} bytes exceeds limit of ${MOST_BYTES}`) // prettier-ignore
    const times = logEvents.map(({ timestamp = 0 }) => timestamp)
    if (times.some((time, index) => time < (times[index - 1] ?? 0)))
      throw new ServiceFault('InvalidParameterException', 'Log events in a single PutLogEvents request must be in chronological order.') // prettier-ignore
    const now = this.#context.timeline.now * 1000
    const tooOld = times.findLastIndex((time) => time < now - OLDEST)
    const tooNew = times.findIndex((time) => time > now + NEWEST)
    stream.push(...logEvents.filter(({ timestamp = 0 }) => timestamp >= now - OLDEST && timestamp <= now + NEWEST))
    const rejected = {
      ...(tooOld >= 0 && { tooOldLogEventEndIndex: tooOld + 1 }),
      ...(tooNew >= 0 && { tooNewLogEventStartIndex: tooNew }),
    }
    return Object.keys(rejected).length === 0 ? {} : { rejectedLogEventsInfo: rejected }
  }
}
