import { globSync, readFileSync } from 'node:fs'
import { AutoScalingClient, CreateLaunchConfigurationCommand } from '@aws-sdk/client-auto-scaling'
import { EC2Client, ModifyImageAttributeCommand, StopInstancesCommand } from '@aws-sdk/client-ec2'
import { SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { operationModel } from '../../../simulator/wire/model.ts'
import { apis } from '../../../simulator/wire/services.ts'
import { WITHOUT_EFFECT } from '../../../simulator/wire/without-effect.ts'

/** Members that no service reads, and that a client may send all the same, with the reason. */
const PASSIVE: Readonly<Record<string, string>> = {
  ActionConfiguration: 'kept and shown; alarms act on scaling policies alone',
  ActionLogLineCount: 'kept and shown; alarms write no logs',
  ActionLogLineRoleArn: 'kept and shown; alarms write no logs',
  ActionsSuppressor: 'kept and shown; composite alarms have no actions here',
  ActionsSuppressorExtensionPeriod: 'kept and shown; composite alarms have no actions here',
  ActionsSuppressorWaitPeriod: 'kept and shown; composite alarms have no actions here',
  AlarmDescription: 'kept and shown',
  AllAvailabilityZones: 'all zones are told in any case',
  ChecksumAlgorithm: 'the checksum itself says which it is',
  Comment: 'for people',
  Description: 'for people',
  EvaluateLowSampleCountPercentile: 'kept and shown; a scenario sets the state of such an alarm',
  EvaluationCriteria: 'kept and shown; a scenario sets the state of such an alarm',
  EvaluationInterval: 'kept and shown; a scenario sets the state of such an alarm',
  EvaluationWindow: 'kept and shown; a scenario sets the state of such an alarm',
  ExtendedStatistic: 'kept and shown; a scenario sets the state of such an alarm',
  IncludeManagedResources: 'nothing of EC2 is managed by another service here',
  MetricAggregationType: 'kept and shown; the alarm has the statistic',
  Operator: 'launch templates of another service are kept like any other',
  PredictiveScalingConfiguration: 'its type of policy is refused',
  QueryResultsToAlarm: 'kept and shown; a scenario sets the state of a log alarm',
  QueryResultsToEvaluate: 'kept and shown; a scenario sets the state of a log alarm',
  ScheduledQueryConfiguration: 'kept and shown; a scenario sets the state of a log alarm',
  SkipZonalShiftValidation: 'nothing is validated that it would skip',
  sequenceToken: 'ignored by AWS since 2023',
  StateReasonData: 'kept and shown',
  ThresholdMetricId: 'kept and shown; a scenario sets the state of such an alarm',
  Unit: 'kept and shown; a scenario sets the state of such an alarm',
  WarmUpConfiguration: 'kept and shown; a scenario sets the state of such an alarm',
  WithDecryption: 'parameters are plain text',
}

const FOLDERS: Readonly<Record<string, string>> = {
  'Auto Scaling': 'auto-scaling',
  EC2: 'ec2',
  'Elastic Load Balancing': 'balancing',
  'Elastic Load Balancing v2': 'balancing',
  STS: 'sts',
  SSM: 'ssm',
  CloudWatch: 'cloudwatch',
  'Service Quotas': 'service-quotas',
  EventBridge: 'events',
  'CloudWatch Logs': 'logs',
  SNS: 'sns',
  S3: 's3',
}

const textOf = (folder: string): string =>
  globSync(`simulator/${folder}/*.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

const membersOf = async (sdkId: string, operation: string): Promise<readonly string[]> => {
  const api = apis.find((each) => each.sdkId === sdkId)
  const model = api && (await operationModel(api, operation))
  return model === undefined ? [] : Array.from(model.input.structIterator(), ([name]) => name)
}

const services = new SimulatedAccount().services.filter(({ sdkId }) => FOLDERS[sdkId] !== undefined)

test.each(services.map(({ sdkId, operations }) => ({ sdkId, operations })))(
  'what $sdkId is told is read by it, refused by name, or passive for a reason',
  async ({ sdkId, operations }) => {
    const text = textOf(FOLDERS[sdkId] ?? '')
    const ignored: string[] = []
    for (const operation of Object.keys(operations)) {
      const refused = WITHOUT_EFFECT[sdkId]?.[operation] ?? []
      for (const member of await membersOf(sdkId, operation)) {
        const isRead = new RegExp(String.raw`\b${member}\b`).test(text)
        if (!isRead && !refused.includes(member) && PASSIVE[member] === undefined)
          ignored.push(`${operation}.${member}`)
      }
    }
    expect(ignored).toEqual([])
  },
)

test('each path that is refused is one of its operation', async () => {
  const unknown: string[] = []
  for (const [sdkId, operations] of Object.entries(WITHOUT_EFFECT))
    for (const [operation, paths] of Object.entries(operations)) {
      const members = await membersOf(sdkId, operation)
      unknown.push(...paths.filter((path) => !members.includes(path.split('.')[0] ?? '')).map((path) => `${operation}.${path}`)) // prettier-ignore
    }
  expect(unknown).toEqual([])
})

describe('a member without effect', () => {
  const refusal = async (answer: Promise<unknown>): Promise<string> =>
    await answer.then(
      () => 'accepted',
      (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`,
    )

  it('is refused by its name, in the code of its service', async () => {
    const account = new SimulatedAccount()
    const ssm = new SSMClient(account.clientConfig())
    const send = new SendCommandCommand({ DocumentName: 'AWS-RunShellScript', OutputS3BucketName: 'logs', Targets: [] })
    expect(await refusal(ssm.send(send))).toBe('ValidationException: The simulator does not know OutputS3BucketName of SendCommand.') // prettier-ignore
    const groups = new AutoScalingClient(account.clientConfig())
    const create = new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'lc', ClassicLinkVPCId: 'vpc-1' })
    expect(await refusal(groups.send(create))).toBe('ValidationError: The simulator does not know ClassicLinkVPCId of CreateLaunchConfiguration.') // prettier-ignore
  })

  it('is refused inside of structures and lists too, and not where it says nothing', async () => {
    const account = new SimulatedAccount()
    const ec2 = new EC2Client(account.clientConfig())
    const OrganizationArn = 'arn:aws:organizations::123456789012:organization/o-1'
    const share = new ModifyImageAttributeCommand({
      ImageId: 'ami-1',
      LaunchPermission: { Add: [{ OrganizationArn }] },
    })
    expect(await refusal(ec2.send(share))).toMatch(/does not know LaunchPermission.Add.OrganizationArn of ModifyImageAttribute/) // prettier-ignore
    const image = account.ec2.seedImage({ name: 'image' })
    const run = { ImageId: image, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const
    const InstanceIds = account.ec2.operations.RunInstances(run).Instances?.map(({ InstanceId = '' }) => InstanceId)
    account.timeline.advance(100)
    expect(await refusal(ec2.send(new StopInstancesCommand({ InstanceIds, Force: true })))).toMatch(/does not know Force of StopInstances/) // prettier-ignore
    expect(await refusal(ec2.send(new StopInstancesCommand({ InstanceIds, Force: false })))).toBe('accepted')
  })
})
