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
  GetMetricData: { accepts: () => ({ MetricDataQueries: [{ Id: 'e', Expression: '1 + 1' }], StartTime: new Date(0), EndTime: new Date(60_000) }), refuses: ['ValidationError', () => ({ MetricDataQueries: [{ Id: 'e', Expression: '1 +' }], StartTime: new Date(0), EndTime: new Date(60_000) })] },
  PutCompositeAlarm: { accepts: () => ({ AlarmName: 'all', AlarmRule: 'ALARM(errors)' }), refuses: ['ValidationError', () => ({ AlarmName: 'all', AlarmRule: 'ALARM(' })] },
  PutLogAlarm: { accepts: () => ({ ...alarm, AlarmName: 'logs', Threshold: 1, QueryResultsToEvaluate: 1, QueryResultsToAlarm: 1, ScheduledQueryConfiguration: query }), refuses: 'nothing' },
  PutMetricAlarm: { accepts: () => alarm, refuses: 'nothing' },
  SetAlarmState: { accepts: () => ({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' }), refuses: ['ResourceNotFound', () => ({ AlarmName: 'none', StateValue: 'ALARM', StateReason: 'test' })] },
}

// prettier-ignore
export const SERVICE_QUOTAS: Table = {
  GetServiceQuota: { accepts: () => ({ ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' }), refuses: ['NoSuchResourceException', () => ({ ServiceCode: 'ec2', QuotaCode: 'L-00000000' })] },
}

const zone = ({ account }: Scene): string =>
  account.route53.operations.CreateHostedZone({ Name: 'fleet.test', CallerReference: 'scene' }).HostedZone?.Id ?? ''
const NO_ZONE = { HostedZoneId: 'Z0000000000000' } as const
const address = (Action: 'CREATE' | 'DELETE') => ({ Changes: [{ Action, ResourceRecordSet: { Name: 'www.fleet.test', Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] } }] }) // prettier-ignore
const protect = { Protections: [{ RecordName: 'www.fleet.test', RecordType: 'A' as const }] }
const guarded = (it: Scene) => {
  const HostedZoneId = zone(it)
  it.account.route53.operations.CreateResourceRecordSetProtections({ HostedZoneId, ...protect })
  return { HostedZoneId, ...protect }
}
const change = (it: Scene) => it.account.route53.operations.ChangeResourceRecordSets({ HostedZoneId: zone(it), ChangeBatch: address('CREATE') }).ChangeInfo?.Id // prettier-ignore

// prettier-ignore
export const ROUTE_53: Table = {
  ChangeResourceRecordSets: { accepts: (it) => ({ HostedZoneId: zone(it), ChangeBatch: address('CREATE') }), refuses: ['InvalidChangeBatch', (it) => ({ HostedZoneId: zone(it), ChangeBatch: address('DELETE') })] },
  CreateHostedZone: { accepts: () => ({ Name: 'fleet.test', CallerReference: 'one' }), refuses: ['HostedZoneAlreadyExists', (it) => (zone(it), { Name: 'fleet.test', CallerReference: 'scene' })] },
  CreateResourceRecordSetProtections: { accepts: (it) => ({ HostedZoneId: zone(it), ...protect }), refuses: ['ProtectionAlreadyExists', guarded] },
  DeleteHostedZone: { accepts: (it) => ({ Id: zone(it) }), refuses: ['HostedZoneNotEmpty', (it) => { change(it); return { Id: it.account.route53.operations.ListHostedZones({}).HostedZones?.[0]?.Id } }] },
  DeleteResourceRecordSetProtections: { accepts: guarded, refuses: ['InvalidResourceRecordSetProtectionBatch', (it) => ({ HostedZoneId: zone(it), ...protect })] },
  GetChange: { accepts: (it) => ({ Id: change(it) }), refuses: ['NoSuchChange', () => ({ Id: 'C0' })] },
  GetHostedZone: { accepts: (it) => ({ Id: zone(it) }), refuses: ['NoSuchHostedZone', () => ({ Id: 'Z0' })] },
  ListHostedZones: { accepts: () => ({}), refuses: ['InvalidInput', () => ({ Marker: 'Z0' })] },
  ListHostedZonesByName: { accepts: () => ({ DNSName: 'fleet.test' }), refuses: ['InvalidInput', () => ({ HostedZoneId: 'Z0' })] },
  ListResourceRecordSetProtections: { accepts: (it) => ({ HostedZoneId: guarded(it).HostedZoneId }), refuses: ['NoSuchHostedZone', () => NO_ZONE] },
  ListResourceRecordSets: { accepts: (it) => ({ HostedZoneId: zone(it) }), refuses: ['InvalidInput', (it) => ({ HostedZoneId: zone(it), StartRecordType: 'A' })] },
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
