/** Who is told of a run, and through which channels. */
import type { TellingConnection } from '../aws/records/send-record.ts'
import type { NotifyInputs } from '../inputs/notify.ts'
import { slackBody, snsSubject, type NotifiedRun } from '../notify/notification.ts'
import { type Channel, type Notifier, notifier } from '../notify/notifier.ts'
import type { Governance } from '../modes/governance.ts'
import { type PostJson, machinePost } from '../platform/webhook.ts'
import type { Runner } from '../platform/runner.ts'
import type { Platform } from './platform.ts'
import { addressOf } from './run-context.ts'

/** What is known of the run once AWS can be reached. */
export interface NotifyFacts {
  readonly connection: TellingConnection | undefined
  readonly region: string
  readonly governance: Governance | undefined
}

/** The notifier of a run; a run that changes nothing is told of only where it fails. */
export function notifierOf(
  { runner, postJson = machinePost(runner.environment.proxy) }: Pick<Platform, 'runner' | 'postJson'>,
  { webhooks, topics }: NotifyInputs,
  facts: NotifyFacts,
): Notifier {
  const channels = [
    ...webhooks.map((address, index) => webhookChannel(postJson, { address, name: nameOf(webhooks, index) })),
    ...topics.map((topic) => topicChannel(() => facts.connection, topic)),
  ]
  return notifier(channels, { run: () => notifiedRun(runner, facts), tellsSuccess: false })
}

/** An address is a secret: of several the place in the list says which is meant. */
const nameOf = (webhooks: readonly string[], index: number): string =>
  webhooks.length === 1 ? 'the webhook' : `webhook ${index + 1} of ${webhooks.length}`

const webhookChannel =
  (post: PostJson, { address, name }: { readonly address: string; readonly name: string }): Channel =>
  async (notification) => {
    const failure = await post(address, slackBody(notification)).then(
      (status) => (status >= 200 && status < 300 ? undefined : `it answered with status ${status}`),
      (error: unknown) => `no answer came: ${withoutAddress(error, address)}`,
    )
    return failure && `Not notified through ${name}: ${failure}.`
  }

/** Errors of the network may name the host, and those of URLs the whole address. */
const withoutAddress = (error: unknown, address: string): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(address, '***').replace(/\.$/, '')

const topicChannel =
  (connected: () => TellingConnection | undefined, topic: string): Channel =>
  async ({ subject, lines, attributes }) => {
    const connection = connected()
    if (connection === undefined) return `Not notified through ${topic}: the run has no credentials.`
    try {
      const { publish } = await import('../aws/records/publish.ts')
      await publish(connection, topic, { subject: snsSubject(subject), text: [subject, ...lines].join('\n'), attributes }) // prettier-ignore
      return undefined
    } catch (error) {
      return `Not notified through ${topic}. ${error instanceof Error ? error.message : String(error)}`
    }
  }

function notifiedRun(runner: Runner, { governance, region }: NotifyFacts): NotifiedRun {
  const { actor, triggeringActor } = runner.workflowContext()
  const environment = governance?.environment ?? runner.input('environment')
  const claimed = [...new Set(governance?.claimed.values())]
  const service = governance?.service ?? (claimed.length === 1 ? (claimed[0] ?? '') : runner.input('service'))
  return {
    action: runner.input('mode'),
    environment,
    environmentType: governance?.catalogue.environments.get(environment)?.githubEnvironment ?? environment,
    owner: governance?.catalogue.services.get(service)?.owner ?? '',
    service,
    user: triggeringActor || actor,
    url: addressOf(runner) ?? '',
    breakGlass: runner.input('break-glass'),
    region,
  }
}
