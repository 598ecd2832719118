import type { TellingConnection } from './send-record.ts'

/** A message for a topic. */
export interface PublishedMessage {
  /** ASCII, at most 100 characters. */
  readonly subject: string
  readonly text: string
  /** Texts by name; none is empty. */
  readonly attributes: Readonly<Record<string, string>>
}

/** Publishes a message to a topic of SNS, in one attempt of five seconds. UserError where AWS refuses it. */
export async function publish(
  { clients, send }: TellingConnection,
  topic: string,
  { subject, text, attributes }: PublishedMessage,
): Promise<void> {
  const client = await clients.sns()
  const { PublishCommand } = await import('@aws-sdk/client-sns')
  const command = new PublishCommand({
    TopicArn: topic,
    Subject: subject,
    Message: text,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
    ),
  })
  await send(client, command, { attempts: 1, milliseconds: 5000 })
}
