/** One account in one region, as every other room of aws/ sees it: clients of the SDK, and one way to make a call. */
import type { AutoScalingClient } from '@aws-sdk/client-auto-scaling'
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import type { EC2Client } from '@aws-sdk/client-ec2'
import type { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing'
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Route53Client } from '@aws-sdk/client-route-53'
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { SSMClient } from '@aws-sdk/client-ssm'

/** The clients that the model of a fleet is read with and changed through; each package is loaded at its first use. */
export interface Clients {
  autoScaling(): Promise<AutoScalingClient>
  ec2(): Promise<EC2Client>
  elasticLoadBalancing(): Promise<ElasticLoadBalancingClient>
  elasticLoadBalancingV2(): Promise<ElasticLoadBalancingV2Client>
  /** Missing where no alarm is ever read. */
  cloudWatch?(): Promise<CloudWatchClient>
  /** Missing where no parameter is ever read. */
  ssm?(): Promise<SSMClient>
  /** Missing where no quota is ever read. */
  serviceQuotas?(): Promise<ServiceQuotasClient>
  /** Missing where no record is ever read. */
  route53?(): Promise<Route53Client>
}

/** The clients that a run only tells something through; each package is loaded where that is asked for. */
export interface TellingClients {
  eventBridge(): Promise<EventBridgeClient>
  cloudWatchLogs(): Promise<CloudWatchLogsClient>
  s3(): Promise<S3Client>
  sns(): Promise<SNSClient>
}

export type Client =
  | AutoScalingClient
  | CloudWatchClient
  | CloudWatchLogsClient
  | EC2Client
  | ElasticLoadBalancingClient
  | ElasticLoadBalancingV2Client
  | EventBridgeClient
  | Route53Client
  | S3Client
  | ServiceQuotasClient
  | SNSClient
  | SSMClient

/** A command of any client, by what goes in and what comes out. */
export interface Command<Input extends object, Output extends object> {
  readonly input: Input
  resolveMiddleware(...context: never): (call: never) => Promise<{ readonly output: Output }>
}

/** How a call differs from others. */
export interface SendOptions {
  /** How often it is tried, where fewer tries than usual will do. */
  readonly attempts?: number
  /** When one attempt is given up, in milliseconds of the machine's time; by default a minute. */
  readonly milliseconds?: number
}

/** One account in one region. */
export interface Connection {
  readonly region: string
  readonly clients: Clients
  /**
   * Makes one call, with retries and a deadline. Throws a UserError that keeps AWS's own error as its cause; in a dry
   * run it throws for every command that changes something.
   */
  send<Input extends object, Output extends object>(
    client: Client,
    command: Command<Input, Output>,
    options?: SendOptions,
  ): Promise<Output>
}
