import type { MessageAttributeValue, PublishInput, PublishResponse } from '@aws-sdk/client-sns'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

/** A message as a topic has sent it on; `at` in seconds since the Unix epoch. */
export interface StoredMessage {
  readonly at: number
  readonly subject: string | undefined
  readonly message: string
  /** Texts by name. */
  readonly attributes: Readonly<Record<string, string>>
}

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const MOST_BYTES = 262_144
/** A character of ASCII at the beginning, no line breaks or control characters, at most 100 characters. */
const SUBJECT = /^[!-~][^\u0000-\u001F\u007F]{0,99}$/

/** SNS, as far as messages are published to a standard topic; a scenario makes the topics. */
export class SnsService implements Service {
  readonly sdkId = 'SNS'
  readonly #context: ServiceContext
  readonly #topics = new Map<string, StoredMessage[]>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    Publish: (input: PublishInput): PublishResponse => this.#publish(input),
  }

  /** Makes a topic, and gives its ARN. */
  addTopic(name: string): string {
    const arn = `arn:aws:sns:${this.#context.region}:${this.#context.account}:${name}`
    this.#topics.set(arn, [])
    return arn
  }

  /** What a topic has sent on, oldest first. */
  messages(arn: string): readonly StoredMessage[] {
    return this.#topics.get(arn) ?? []
  }

  #publish({ TopicArn = '', Message = '', Subject, MessageAttributes = {} }: PublishInput): PublishResponse {
    if (!/^arn:[^:]+:sns:[^:]+:\d{12}:[\w-]+$/.test(TopicArn)) throw invalid('TopicArn')
    const topic = this.#topics.get(TopicArn)
    if (topic === undefined) throw new ServiceFault('NotFound', 'Topic does not exist', 404)
    if (Message === '') throw invalid('Empty message')
    if (Subject !== undefined && !SUBJECT.test(Subject)) throw invalid('Subject')
    const attributes = Object.entries(MessageAttributes).map(([name, value]) => [name, attributeText(name, value)] as const) // prettier-ignore
    const bytes = [Message, ...attributes.flat()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    if (bytes > MOST_BYTES) throw invalid('Message too long')
    topic.push({ at: this.#context.timeline.now, subject: Subject, message: Message, attributes: Object.fromEntries(attributes) }) // prettier-ignore
    return { MessageId: this.#context.random.hex(32) }
  }
}

/** A name of at most 256 letters, digits, `_`, `-` and `.`; a value that says something. */
function attributeText(name: string, { DataType = '', StringValue = '' }: MessageAttributeValue): string {
  if (!/^[\w-][\w.-]{0,255}$/.test(name)) throw new ServiceFault('ParameterValueInvalid', `Invalid attribute name: ${name}`) // prettier-ignore
  if (!/^(String|Number)(\.|$)/.test(DataType)) throw invalid(`The message attribute '${name}' has an invalid type`)
  if (StringValue === '')
    throw new ServiceFault(
      'ParameterValueInvalid',
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${DataType}'.`,
    )
  return StringValue
}

const invalid = (what: string): ServiceFault => new ServiceFault('InvalidParameter', `Invalid parameter: ${what}`)
