/** The services that runs tell something: what SDK clients send over the wire is kept, and what does not fit is refused. */
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SimulatedAccount } from '../../simulator/account.ts'
import { startServer } from '../../simulator/server.ts'

const refusal = async (answer: Promise<unknown>): Promise<string> =>
  await answer.then(
    () => 'accepted',
    (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`,
  )

describe('EventBridge', () => {
  const event = { Source: 'fleet-patch', DetailType: 'Change', Detail: '{"group":"web"}' }

  it('keeps what is put onto a bus, by name or ARN, and loses what is put onto none', async () => {
    const account = new SimulatedAccount()
    account.events.addBus('fleet')
    const client = new EventBridgeClient(account.clientConfig())
    const arn = `arn:aws:events:${account.region}:${account.account}:event-bus/fleet`
    const Entries = ['fleet', arn, 'none'].map((EventBusName) => ({ ...event, EventBusName }))
    const { FailedEntryCount, Entries: results } = await client.send(new PutEventsCommand({ Entries }))
    expect([FailedEntryCount, results?.length]).toEqual([0, 3])
    expect(account.events.events('fleet').map(({ detail }) => detail)).toEqual([event.Detail, event.Detail])
    expect(account.events.events('none')).toEqual([])
  })

  it('fails single entries in a request that succeeds', async () => {
    const account = new SimulatedAccount()
    const client = new EventBridgeClient(account.clientConfig())
    account.events.failing = 1
    const Entries = [event, { ...event, Detail: 'no JSON' }, { ...event, Source: '' }, event]
    const { FailedEntryCount, Entries: results } = await client.send(new PutEventsCommand({ Entries }))
    expect(FailedEntryCount).toBe(3)
    expect(results?.map(({ ErrorCode }) => ErrorCode)).toEqual(['InternalFailure', 'MalformedDetail', 'InvalidArgument', undefined]) // prettier-ignore
    expect(account.events.events('default')).toHaveLength(1)
  })

  it('refuses more than ten entries', async () => {
    const client = new EventBridgeClient(new SimulatedAccount().clientConfig())
    const many = new PutEventsCommand({ Entries: Array.from({ length: 11 }, () => event) })
    expect(await refusal(client.send(many))).toMatch(/^ValidationException: .*less than or equal to 10/)
  })
})

describe('CloudWatch Logs', () => {
  const stream = { logGroupName: 'fleet', logStreamName: 'run' }

  function scene() {
    const account = new SimulatedAccount()
    account.logs.addGroup('fleet')
    return { account, client: new CloudWatchLogsClient(account.clientConfig()), now: account.timeline.now * 1000 }
  }

  it('keeps events in their stream, in order, and makes a stream once', async () => {
    const { account, client, now } = scene()
    await client.send(new CreateLogStreamCommand(stream))
    expect(await refusal(client.send(new CreateLogStreamCommand(stream)))).toMatch(/^ResourceAlreadyExistsException/)
    const logEvents = [{ timestamp: now, message: 'a' }, { timestamp: now + 1, message: 'b' }] // prettier-ignore
    expect(await client.send(new PutLogEventsCommand({ ...stream, logEvents }))).not.toHaveProperty('rejectedLogEventsInfo.tooOldLogEventEndIndex') // prettier-ignore
    expect(account.logs.streams('fleet').get('run')).toEqual(logEvents)
    const reversed = new PutLogEventsCommand({ ...stream, logEvents: logEvents.toReversed() })
    expect(await refusal(client.send(reversed))).toMatch(/^InvalidParameterException: .*chronological/)
  })

  it('rejects events that are too old or too new, in a request that succeeds', async () => {
    const { account, client, now } = scene()
    await client.send(new CreateLogStreamCommand(stream))
    const [old, fine, early] = [now - 15 * 86_400_000, now, now + 3 * 3_600_000]
    const logEvents = [old, fine, early].map((timestamp) => ({ timestamp, message: 'x' }))
    const { rejectedLogEventsInfo } = await client.send(new PutLogEventsCommand({ ...stream, logEvents }))
    expect(rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1, tooNewLogEventStartIndex: 2 })
    expect(account.logs.streams('fleet').get('run')).toHaveLength(1)
  })

  it('refuses a batch that is too large, and a name with a colon', async () => {
    const { client, now } = scene()
    await client.send(new CreateLogStreamCommand(stream))
    const logEvents = Array.from({ length: 5 }, () => ({ timestamp: now, message: 'x'.repeat(250_000) }))
    expect(await refusal(client.send(new PutLogEventsCommand({ ...stream, logEvents })))).toMatch(/^InvalidParameterException: Upload too large/) // prettier-ignore
    expect(await refusal(client.send(new CreateLogStreamCommand({ ...stream, logStreamName: 'a:b' })))).toMatch(/^InvalidParameterException/) // prettier-ignore
  })
})

describe('S3', () => {
  const object = { Bucket: 'records', Key: '2026/01/05/a run.json', Body: '{}\n', ContentType: 'application/x-ndjson' }

  it('keeps each version of an object, asked for by host in process and by path over HTTP', async () => {
    const account = new SimulatedAccount()
    account.s3.addBucket('records')
    await new S3Client(account.clientConfig()).send(new PutObjectCommand(object))
    const { url, close } = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0 } })
    const { requestHandler: _none, ...config } = account.clientConfig()
    await new S3Client({ ...config, endpoint: url }).send(new PutObjectCommand({ ...object, Body: '[]\n' }))
    await close()
    const versions = account.s3.objects('records').get(object.Key)
    expect(versions?.map(({ body, contentType }) => [body, contentType])).toEqual([['{}\n', object.ContentType], ['[]\n', object.ContentType]]) // prettier-ignore
  })

  const rows = [
    { name: 'a bucket that is not there', more: { Bucket: 'none' }, says: /^NoSuchBucket: The specified bucket does not exist/ },
    { name: 'a checksum of something else', more: { ChecksumCRC32: 'AAAAAA==' }, says: /^BadDigest/ },
    { name: 'an object that is there, where it must not be', more: { IfNoneMatch: '*' }, says: /^PreconditionFailed/ },
    { name: 'what it would only ignore', more: { StorageClass: 'GLACIER' }, says: /x-amz-storage-class is not recognized/ },
  ] as const // prettier-ignore
  it.each(rows)('refuses $name', async ({ more, says }) => {
    const account = new SimulatedAccount()
    account.s3.addBucket('records')
    const client = new S3Client(account.clientConfig())
    await client.send(new PutObjectCommand(object))
    expect(await refusal(client.send(new PutObjectCommand({ ...object, ...more })))).toMatch(says)
    expect(account.s3.objects('records').get(object.Key)).toHaveLength(1)
  })

  it('refuses a caller without the permission by its action', async () => {
    const account = new SimulatedAccount()
    account.faults.deny('s3:PutObject')
    expect(await refusal(new S3Client(account.clientConfig()).send(new PutObjectCommand(object)))).toMatch(/^AccessDenied: .*s3:PutObject/) // prettier-ignore
  })
})

describe('SNS', () => {
  it('keeps messages with their attributes', async () => {
    const account = new SimulatedAccount()
    const TopicArn = account.sns.addTopic('fleet')
    const MessageAttributes = { Result: { DataType: 'String', StringValue: 'rolled' } }
    await new SNSClient(account.clientConfig()).send(new PublishCommand({ TopicArn, Subject: 'web', Message: 'text', MessageAttributes })) // prettier-ignore
    expect(account.sns.messages(TopicArn)).toEqual([{ at: account.timeline.now, subject: 'web', message: 'text', attributes: { Result: 'rolled' } }]) // prettier-ignore
  })

  const attribute = (StringValue: string, DataType = 'String') => ({
    MessageAttributes: { Result: { DataType, StringValue } },
  })
  const rows = [
    { name: 'a topic that is not there', more: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:none' }, says: /^NotFound/ },
    { name: 'what is no ARN', more: { TopicArn: 'fleet' }, says: /^InvalidParameter/ },
    { name: 'an empty message', more: { Message: '' }, says: /^InvalidParameter: .*Empty message/ },
    { name: 'a subject of two lines', more: { Subject: 'a\nb' }, says: /^InvalidParameter/ },
    { name: 'a subject of 101 characters', more: { Subject: 'x'.repeat(101) }, says: /^InvalidParameter/ },
    { name: 'an attribute without a value', more: attribute(''), says: /^InvalidParameterValue/ },
    { name: 'an attribute of an unknown type', more: attribute('x', 'Text'), says: /^InvalidParameter/ },
    { name: 'more than 256 KB', more: { Message: 'x'.repeat(262_145) }, says: /^InvalidParameter: .*too long/ },
  ] // prettier-ignore
  it.each(rows)('refuses $name', async ({ more, says }) => {
    const account = new SimulatedAccount()
    const TopicArn = account.sns.addTopic('fleet')
    const client = new SNSClient(account.clientConfig())
    const answer = await refusal(client.send(new PublishCommand({ TopicArn, Message: 'text', ...more })))
    expect(answer.replace('Exception', '')).toMatch(says)
    expect(account.sns.messages(TopicArn)).toEqual([])
  })
})
