import {
  AutoScalingClient,
  CreateLaunchConfigurationCommand,
  DescribeAutoScalingGroupsCommand,
  ResumeProcessesCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { CreateLaunchTemplateVersionCommand, DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import {
  DescribeLoadBalancersCommand as DescribeClassic,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing'
import {
  DescribeLoadBalancersCommand as DescribeNew,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { CloudWatchService } from '../../../simulator/cloudwatch/service.ts'
import { ServiceFault, validationError } from '../../../simulator/fault.ts'
import { SsmService } from '../../../simulator/ssm/service.ts'
import { scripted, smallAccount } from '../small-account.ts'

const launched = new Date('2026-01-05T11:22:33.000Z')

describe('the query protocol', () => {
  const received: unknown[] = []
  const keep = (output: object) => (input: never) => {
    received.push(input)
    return output
  }
  const group = {
    AutoScalingGroupName: 'web & <api>',
    MinSize: 0,
    MaxSize: 3,
    DesiredCapacity: 2,
    DefaultCooldown: 300,
    AvailabilityZones: ['eu-west-1a'],
    HealthCheckType: 'EC2',
    CreatedTime: launched,
    LoadBalancerNames: [],
    NewInstancesProtectedFromScaleIn: false,
    Tags: [{ Key: 'Name', Value: 'line one\nline "two"\ttab', PropagateAtLaunch: true }],
    Instances: [],
  }
  const { config } = smallAccount(
    scripted('Auto Scaling', {
      DescribeAutoScalingGroups: keep({ AutoScalingGroups: [group] }),
      SetDesiredCapacity: keep({}),
      ResumeProcesses: keep({}),
      CreateLaunchConfiguration: keep({}),
    }),
  )
  const client = new AutoScalingClient(config())
  beforeEach(() => received.splice(0))

  it('gives the service exactly the input that the client was given', async () => {
    const input = {
      AutoScalingGroupNames: ['a', 'b'],
      Filters: [{ Name: 'tag:team', Values: ['one', 'two & three'] }],
      IncludeInstances: false,
      MaxRecords: 100,
    }
    await client.send(new DescribeAutoScalingGroupsCommand(input))
    expect(received).toEqual([input])
  })

  it('gives the client exactly the output of the service, markup and line breaks included', async () => {
    const { AutoScalingGroups } = await client.send(new DescribeAutoScalingGroupsCommand({}))
    expect(AutoScalingGroups).toEqual([group])
  })

  it('distinguishes an empty list from an absent one, as the wire does', async () => {
    await client.send(new ResumeProcessesCommand({ AutoScalingGroupName: 'a', ScalingProcesses: [] }))
    await client.send(new ResumeProcessesCommand({ AutoScalingGroupName: 'a' }))
    expect(received).toEqual([{ AutoScalingGroupName: 'a', ScalingProcesses: [] }, { AutoScalingGroupName: 'a' }])
  })

  it('carries false and nested structures', async () => {
    const input = {
      LaunchConfigurationName: 'lc',
      EbsOptimized: false,
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8, Encrypted: false } }],
      MetadataOptions: { HttpTokens: 'required' as const, HttpPutResponseHopLimit: 2 },
    }
    await client.send(new CreateLaunchConfigurationCommand(input))
    expect(received).toEqual([input])
  })

  it('sends the request id in the header that the SDK reads', async () => {
    const { $metadata } = await client.send(
      new SetDesiredCapacityCommand({ AutoScalingGroupName: 'a', DesiredCapacity: 1 }),
    )
    expect($metadata.requestId).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
  })

  it('refuses a request without a required member with a ValidationError that names it', async () => {
    // The SDK's types forbid it; other clients can send it all the same.
    const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'a' } as never)
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'ValidationError',
      message:
        "1 validation error detected: Value null at 'desiredCapacity' failed to satisfy constraint: Member must not be null",
    })
  })

  it('refuses an operation that is not there with InvalidAction', async () => {
    const { config: bare } = smallAccount(scripted('Auto Scaling', {}))
    await expect(new AutoScalingClient(bare()).send(new DescribeAutoScalingGroupsCommand({}))).rejects.toMatchObject({
      name: 'InvalidAction',
      $metadata: { httpStatusCode: 400 },
    })
  })

  const refusals = [
    {
      name: 'a code without a model keeps its name',
      fault: validationError('no & never'),
      expected: { name: 'ValidationError', message: 'no & never' },
    },
    {
      name: 'a modelled code becomes its exception',
      fault: new ServiceFault('ScalingActivityInProgress', 'Scaling activity x is in progress and blocks this action'),
      expected: { name: 'ScalingActivityInProgressFault', Code: 'ScalingActivityInProgress', Type: 'Sender' },
    },
    {
      name: 'a 5xx is the receiver’s fault',
      fault: new ServiceFault('ResourceContention', 'busy', 500),
      expected: { name: 'ResourceContentionFault', Type: 'Receiver', $metadata: { httpStatusCode: 500 } },
    },
  ]
  it.each(refusals)('refuses: $name', async ({ fault, expected }) => {
    const { config: own } = smallAccount(
      scripted('Auto Scaling', {
        SetDesiredCapacity: () => {
          throw fault
        },
      }),
    )
    const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'a', DesiredCapacity: 1 })
    await expect(new AutoScalingClient(own()).send(command)).rejects.toMatchObject(expected)
  })
})

describe('the EC2 query protocol', () => {
  const received: unknown[] = []
  const instance = {
    InstanceId: 'i-1',
    State: { Code: 16, Name: 'running' },
    LaunchTime: launched,
    Tags: [],
    EbsOptimized: false,
  }
  const { config, gateway } = smallAccount(
    scripted('EC2', {
      DescribeInstances: (input: never) => {
        received.push(input)
        return { Reservations: [{ ReservationId: 'r-1', Instances: [instance] }] }
      },
      CreateTags: (input: never) => {
        received.push(input)
        return {}
      },
      CreateLaunchTemplateVersion: (input: never) => {
        received.push(input)
        throw new ServiceFault('InvalidLaunchTemplateId.NotFound', 'no such template')
      },
    }),
  )
  const client = new EC2Client(config())
  beforeEach(() => received.splice(0))

  it('carries flat lists, filters and the answer', async () => {
    const input = { InstanceIds: ['i-1', 'i-2'], Filters: [{ Name: 'tag:x', Values: ['1', '2'] }] }
    const { Reservations } = await client.send(new DescribeInstancesCommand(input))
    expect(received).toEqual([input])
    expect(Reservations).toEqual([{ ReservationId: 'r-1', Instances: [instance] }])
  })

  it('answers an operation without output with return true', async () => {
    const body = 'Action=CreateTags&Version=2016-11-15&ResourceId.1=i-1&Tag.1.Key=a&Tag.1.Value='
    const answer = await gateway.handle({ method: 'POST', path: '/', headers: {}, body: Buffer.from(body) })
    expect(answer.body.toString()).toContain('<return>true</return>')
    expect(received).toEqual([{ Resources: ['i-1'], Tags: [{ Key: 'a', Value: '' }] }])
  })

  it('takes a launch template as deep as it is, and gives the code of a refusal', async () => {
    const data = { SecurityGroupIds: ['sg-1'], BlockDeviceMappings: [{ Ebs: { VolumeSize: 8 } }], UserData: 'eA==' }
    const command = new CreateLaunchTemplateVersionCommand({ LaunchTemplateId: 'lt-1', LaunchTemplateData: data })
    await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidLaunchTemplateId.NotFound' })
    expect(received).toMatchObject([{ LaunchTemplateId: 'lt-1', LaunchTemplateData: data }])
  })

  const wrong = [
    { name: 'a word for a number', body: 'Action=DescribeInstances&MaxResults=many', code: 'InvalidParameterValue' },
    { name: 'an unknown parameter', body: 'Action=DescribeInstances&Instance.1=i-1', code: 'UnknownParameter' },
    { name: 'an unknown action', body: 'Action=DescribeEverything', code: 'InvalidAction' },
    { name: 'a missing parameter', body: 'Action=CreateTags&Tag.1.Key=a', code: 'MissingParameter' },
  ]
  it.each(wrong)('refuses $name with $code, in EC2’s error form', async ({ body, code }) => {
    const answer = await gateway.handle({
      method: 'POST',
      path: '/',
      headers: {},
      body: Buffer.from(`${body}&Version=2016-11-15`),
    })
    expect(answer.status).toBe(400)
    expect(answer.body.toString()).toContain(`<Response><Errors><Error><Code>${code}</Code>`)
  })
})

describe('the two load balancer APIs on one host', () => {
  it('are distinguished by their versions', async () => {
    const { config } = smallAccount(
      scripted('Elastic Load Balancing', {
        DescribeLoadBalancers: () => ({ LoadBalancerDescriptions: [{ LoadBalancerName: 'old' }] }),
      }),
      scripted('Elastic Load Balancing v2', {
        DescribeLoadBalancers: () => ({ LoadBalancers: [{ LoadBalancerName: 'new' }] }),
      }),
    )
    const old = await new ElasticLoadBalancingClient(config()).send(new DescribeClassic({}))
    const fresh = await new ElasticLoadBalancingV2Client(config()).send(new DescribeNew({}))
    expect(old.LoadBalancerDescriptions).toEqual([{ LoadBalancerName: 'old' }])
    expect(fresh.LoadBalancers).toEqual([{ LoadBalancerName: 'new' }])
  })
})

describe('the JSON protocols', () => {
  const account = smallAccount()
  const { config, timeline } = smallAccount(new SsmService(account.context), new CloudWatchService(account.context))

  it('1.1: parameters are put and got, unknown names are listed apart', async () => {
    const client = new SSMClient(config())
    await client.send(new PutParameterCommand({ Name: '/ami', Value: 'ami-1', Type: 'String' }))
    const { Parameters, InvalidParameters } = await client.send(new GetParametersCommand({ Names: ['/ami', '/none'] }))
    expect(Parameters).toMatchObject([
      { Name: '/ami', Value: 'ami-1', Version: 1, LastModifiedDate: new Date(timeline.now * 1000) },
    ])
    expect(InvalidParameters).toEqual(['/none'])
  })

  it('1.1: a refusal becomes its exception', async () => {
    const client = new SSMClient(config())
    await client.send(new PutParameterCommand({ Name: 'twice', Value: 'x', Type: 'String' }))
    await expect(client.send(new PutParameterCommand({ Name: 'twice', Value: 'y' }))).rejects.toMatchObject({
      name: 'ParameterAlreadyExists',
    })
  })

  it('1.0: alarms keep the state that they were set to', async () => {
    const client = new CloudWatchClient(config())
    const alarm = {
      AlarmName: 'errors',
      ComparisonOperator: 'GreaterThanThreshold' as const,
      EvaluationPeriods: 1,
      Threshold: 0,
    }
    await client.send(new PutMetricAlarmCommand(alarm))
    await client.send(new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'test' }))
    const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['errors', 'others'] }))
    expect(MetricAlarms).toMatchObject([
      { ...alarm, StateValue: 'ALARM', StateUpdatedTimestamp: new Date(timeline.now * 1000) },
    ])
  })

  it('1.0: refuses the state of an alarm that is not there', async () => {
    const command = new SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'test' })
    await expect(new CloudWatchClient(config()).send(command)).rejects.toMatchObject({ name: 'ResourceNotFound' })
  })
})
