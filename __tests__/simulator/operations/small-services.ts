import { ROLE, type Scene, type Table, TOPIC } from './scene.ts'

const session = { RoleSessionName: 'run', RoleArn: ROLE } as const

// prettier-ignore
export const STS: Table = {
  AssumeRole: { accepts: () => session, refuses: ['AccessDenied', () => ({ ...session, RoleArn: `${ROLE}-2` })] },
  AssumeRoleWithWebIdentity: { accepts: ({ token }) => ({ ...session, WebIdentityToken: token }), refuses: ['InvalidIdentityToken', () => ({ ...session, WebIdentityToken: 'none' })] },
  GetCallerIdentity: { accepts: () => ({}), refuses: 'nothing' },
}

const shell = { DocumentName: 'AWS-RunShellScript', Parameters: { commands: ['true'] } }
const sent = (it: Scene) => {
  const { Command } = it.account.ssm.operations.SendCommand({ ...shell, InstanceIds: [it.instance] })
  it.account.timeline.advance(10)
  return { CommandId: Command?.CommandId ?? '' }
}
const NO_COMMAND = { CommandId: '00000000-0000-0000-0000-000000000000' } as const
const parameter = { Name: '/fleet/image' } as const

// prettier-ignore
export const SSM: Table = {
  DeleteParameter: { accepts: () => parameter, refuses: ['ParameterNotFound', () => ({ Name: 'none' })] },
  GetCommandInvocation: { accepts: (it) => ({ ...sent(it), InstanceId: it.instance }), refuses: ['InvocationDoesNotExist', ({ instance }) => ({ ...NO_COMMAND, InstanceId: instance })] },
  GetParameter: { accepts: () => parameter, refuses: ['ParameterNotFound', () => ({ Name: 'none' })] },
  GetParameters: { accepts: () => ({ Names: ['/fleet/image', 'none'] }), refuses: 'nothing' },
  GetParametersByPath: { accepts: () => ({ Path: '/fleet' }), refuses: ['ValidationException', () => ({ Path: 'fleet' })] },
  LabelParameterVersion: { accepts: () => ({ ...parameter, Labels: ['stable'] }), refuses: ['ParameterNotFound', () => ({ Name: 'none', Labels: ['stable'] })] },
  ListCommandInvocations: { accepts: (it) => ({ ...sent(it), Details: true }), refuses: ['InvalidCommandId', () => NO_COMMAND] },
  PutParameter: { accepts: () => ({ ...parameter, Value: 'x', Overwrite: true }), refuses: ['ParameterAlreadyExists', () => ({ ...parameter, Value: 'x', Type: 'String' })] },
  SendCommand: { accepts: () => ({ ...shell, Targets: [{ Key: 'tag:aws:autoscaling:groupName', Values: ['web'] }] }), refuses: ['InvalidInstanceId', () => ({ ...shell, InstanceIds: ['i-00000000000000000'] })] },
}

const alarm = { AlarmName: 'errors', EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' } as const

const query = { QueryString: 'fields @message', LogGroupIdentifiers: ['web'], ScheduleConfiguration: { ScheduleExpression: 'rate(5 minutes)', StartTimeOffset: 300 }, AggregationExpression: 'count(*)', ScheduledQueryRoleARN: ROLE } // prettier-ignore

// prettier-ignore
export const CLOUD_WATCH: Table = {
  DeleteAlarms: { accepts: () => ({ AlarmNames: ['errors'] }), refuses: 'nothing' },
  DescribeAlarms: { accepts: () => ({ AlarmNames: ['errors'] }), refuses: ['ValidationError', () => ({ AlarmNames: ['errors'], AlarmNamePrefix: 'e' })] },
  PutCompositeAlarm: { accepts: () => ({ AlarmName: 'all', AlarmRule: 'ALARM(errors)' }), refuses: ['ValidationError', () => ({ AlarmName: 'all', AlarmRule: 'ALARM(' })] },
  PutLogAlarm: { accepts: () => ({ ...alarm, AlarmName: 'logs', Threshold: 1, QueryResultsToEvaluate: 1, QueryResultsToAlarm: 1, ScheduledQueryConfiguration: query }), refuses: 'nothing' },
  PutMetricAlarm: { accepts: () => alarm, refuses: 'nothing' },
  SetAlarmState: { accepts: () => ({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' }), refuses: ['ResourceNotFound', () => ({ AlarmName: 'none', StateValue: 'ALARM', StateReason: 'test' })] },
}

// prettier-ignore
export const SERVICE_QUOTAS: Table = {
  GetServiceQuota: { accepts: () => ({ ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' }), refuses: ['NoSuchResourceException', () => ({ ServiceCode: 'ec2', QuotaCode: 'L-00000000' })] },
}

// prettier-ignore
export const CLOUD_FORMATION: Table = {
  DescribeStackResources: { accepts: () => ({ StackName: 'stack' }), refuses: ['ValidationError', () => ({ StackName: 'none' })] },
  DescribeStacks: { accepts: () => ({ StackName: 'stack' }), refuses: ['ValidationError', () => ({ StackName: 'none' })] },
  ListStacks: { accepts: () => ({}), refuses: 'nothing' },
}

export const IAM: Table = { ListAccountAliases: { accepts: () => ({}), refuses: 'nothing' } }

const event = { Source: 'fleet-patch', DetailType: 'Change', Detail: '{}' } as const

// prettier-ignore
export const EVENT_BRIDGE: Table = {
  PutEvents: { accepts: () => ({ Entries: [event] }), refuses: ['ValidationException', () => ({ Entries: [{ ...event, Detail: `{"text":"${'x'.repeat(1_100_000)}"}` }] })] },
}

const stream = { logGroupName: 'fleet', logStreamName: 'run' } as const
const logged = (it: Scene, ...messages: readonly string[]) => {
  it.account.logs.operations.CreateLogStream(stream)
  return { ...stream, logEvents: messages.map((message) => ({ message, timestamp: it.account.timeline.now * 1000 })) }
}

// prettier-ignore
export const CLOUD_WATCH_LOGS: Table = {
  CreateLogStream: { accepts: () => stream, refuses: ['ResourceNotFoundException', () => ({ ...stream, logGroupName: 'none' })] },
  PutLogEvents: { accepts: (it) => logged(it, 'line'), refuses: ['ResourceNotFoundException', (it) => ({ ...logged(it, 'line'), logStreamName: 'none' })] },
}

// prettier-ignore
export const SNS: Table = {
  Publish: { accepts: () => ({ TopicArn: TOPIC, Message: 'text', MessageAttributes: { Result: { DataType: 'String', StringValue: 'rolled' } } }), refuses: ['NotFound', () => ({ TopicArn: `${TOPIC}-2`, Message: 'text' })] },
}

// prettier-ignore
export const S3: Table = {
  PutObject: { accepts: () => ({ Bucket: 'records', Key: '2026/01/05/run.json', Body: Buffer.from('{}') }), refuses: ['NoSuchBucket', () => ({ Bucket: 'none', Key: 'run.json', Body: Buffer.from('{}') })] },
}
