import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { Route53Client } from '@aws-sdk/client-route-53'
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import type { SSMClient } from '@aws-sdk/client-ssm'
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts'

import type { AwsClock } from './aws-clock.ts'
import type { Clients, TellingClients } from './connection.ts'
import { connections } from './connections.ts'
import { isReadOnly, refusedInDryRun } from './operations.ts'
import { type RawExchange, requireAnswer } from './read-answer.ts'

export type RequestHandler = NonNullable<STSClientConfig['requestHandler']>
export type CredentialProvider = Extract<STSClientConfig['credentials'], (...options: never) => unknown>

export interface ClientOptions {
  readonly region: string
  /** Undefined: the SDK's own chain of environment, profile, container and machine. */
  readonly credentials?: CredentialProvider | undefined
  /** False in a dry run: the clients themselves refuse what changes something. */
  readonly mutable: boolean
  /** Whether messages may be published all the same. Default: as `mutable`. */
  readonly tells?: boolean | undefined
  /** Told the `Date` of each answer. */
  readonly clock?: AwsClock | undefined
  /** Takes the place of HTTP, as the simulator in the same process does. */
  readonly requestHandler?: RequestHandler | undefined
}

/** Every client that the action has. */
export interface AllClients extends Clients, TellingClients {
  cloudWatch(): Promise<CloudWatchClient>
  route53(): Promise<Route53Client>
  sts(): Promise<STSClient>
  ssm(): Promise<SSMClient>
  serviceQuotas(): Promise<ServiceQuotasClient>
}

/**
 * The clients of one region; each is made once, at its first use, and its package is loaded only then. They share
 * their connections and make no retries of their own: `caller` does.
 */
export function awsClients({
  region,
  credentials,
  mutable,
  tells = mutable,
  requestHandler,
  clock,
}: ClientOptions): AllClients {
  const shared = {
    region,
    ...(credentials && { credentials }),
    requestHandler: requestHandler ?? connections(),
    maxAttempts: 1,
  }
  // A client signs with AWS's time from its first request on, as far as an answer has told it.
  const settings = (): typeof shared & { readonly systemClockOffset: number } => ({
    ...shared,
    systemClockOffset: clock === undefined ? 0 : clock.now() - clock.runnerNow(),
  })
  const ready = <Client extends Adjustable>(client: Client, may = mutable): Client => {
    readAnswers(client, clock)
    return may ? client : guarded(client)
  }
  return {
    autoScaling: once(async () => {
      const { AutoScalingClient } = await import('@aws-sdk/client-auto-scaling')
      return ready(new AutoScalingClient(settings()))
    }),
    ec2: once(async () => {
      const { EC2Client } = await import('@aws-sdk/client-ec2')
      return ready(new EC2Client(settings()))
    }),
    elasticLoadBalancing: once(async () => {
      const { ElasticLoadBalancingClient } = await import('@aws-sdk/client-elastic-load-balancing')
      return ready(new ElasticLoadBalancingClient(settings()))
    }),
    elasticLoadBalancingV2: once(async () => {
      const { ElasticLoadBalancingV2Client } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      return ready(new ElasticLoadBalancingV2Client(settings()))
    }),
    route53: once(async () => {
      const { Route53Client } = await import('@aws-sdk/client-route-53')
      return ready(new Route53Client(settings()))
    }),
    cloudWatch: once(async () => {
      const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch')
      return ready(new CloudWatchClient(settings()))
    }),
    sts: once(async () => {
      const { STSClient } = await import('@aws-sdk/client-sts')
      return ready(new STSClient(settings()))
    }),
    ssm: once(async () => {
      const { SSMClient } = await import('@aws-sdk/client-ssm')
      return ready(new SSMClient(settings()))
    }),
    serviceQuotas: once(async () => {
      const { ServiceQuotasClient } = await import('@aws-sdk/client-service-quotas')
      return ready(new ServiceQuotasClient(settings()))
    }),
    eventBridge: once(async () => {
      const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge')
      return ready(new EventBridgeClient(settings()))
    }),
    cloudWatchLogs: once(async () => {
      const { CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs')
      return ready(new CloudWatchLogsClient(settings()))
    }),
    s3: once(async () => {
      const { S3Client } = await import('@aws-sdk/client-s3')
      return ready(new S3Client({ ...settings(), followRegionRedirects: true }))
    }),
    sns: once(async () => {
      const { SNSClient } = await import('@aws-sdk/client-sns')
      return ready(new SNSClient(settings()), tells)
    }),
  }
}

interface Adjustable {
  readonly middlewareStack: {
    add(middleware: never, options: { step: 'initialize'; name: string }): void
    add(middleware: never, options: { step: 'deserialize'; name: string; priority: 'low' }): void
  }
}

type AnswerMiddleware = (
  next: (call: Pick<RawExchange, 'request'>) => Promise<Pick<RawExchange, 'response'>>,
) => (call: Pick<RawExchange, 'request'>) => Promise<Pick<RawExchange, 'response'>>

/** Next to the wire: the date of a refusal is told as well, and what is no answer of AWS does not reach the SDK. */
function readAnswers({ middlewareStack }: Adjustable, clock: AwsClock | undefined): void {
  const readAnswer: AnswerMiddleware = (next) => async (call) => {
    const sentAt = clock?.runnerNow() ?? 0
    const answered = await next(call)
    await requireAnswer({ request: call.request, response: answered.response })
    clock?.learn(answered.response?.headers?.['date'], sentAt)
    return answered
  }
  middlewareStack.add(readAnswer as never, { step: 'deserialize', name: 'readAnswer', priority: 'low' })
}

type Middleware = (next: (call: unknown) => unknown, context: { commandName?: string }) => (call: unknown) => unknown

function guarded<Client extends Adjustable>(client: Client): Client {
  const refuseChanges: Middleware = (next, { commandName = '' }) => {
    const operation = commandName.replace(/Command$/, '')
    return async (call) => {
      if (!isReadOnly(operation)) throw refusedInDryRun(operation)
      return await next(call)
    }
  }
  client.middlewareStack.add(refuseChanges as never, { step: 'initialize', name: 'refuseChanges' })
  return client
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}
