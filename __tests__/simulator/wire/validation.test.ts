import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateOrUpdateTagsCommand,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling'
import {
  CreateLaunchTemplateCommand,
  CreateTagsCommand,
  DescribeInstanceTypesCommand,
  DescribeLaunchTemplatesCommand,
  DescribeVpcsCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'
import { ElasticLoadBalancingV2Client, ModifyRuleCommand } from '@aws-sdk/client-elastic-load-balancing-v2'
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { operationModel } from '../../../simulator/wire/model.ts'
import { refusalOf } from '../../../simulator/wire/refusal.ts'
import { type Api, apis } from '../../../simulator/wire/services.ts'

const account = new SimulatedAccount()
const autoScaling = new AutoScalingClient(account.clientConfig())
const ec2 = new EC2Client(account.clientConfig())

/** How the API refuses an input of an operation, as the wire layer finds it. */
async function refusal(sdkId: string, operation: string, input: object) {
  const api = apis.find((each) => each.sdkId === sdkId) as Api
  const model = await operationModel(api, operation)
  const fault = model && refusalOf(api, model, input)
  return fault && { code: fault.code, message: fault.message }
}

describe('an input that breaks AWS’s model', () => {
  it('is refused with all that is wrong with it, as AWS adds it up', async () => {
    const command = new CreateAutoScalingGroupCommand({ AutoScalingGroupName: '', MinSize: 1 } as never)
    await expect(autoScaling.send(command)).rejects.toMatchObject({
      name: 'ValidationError',
      message:
        "2 validation errors detected: Value null at 'maxSize' failed to satisfy constraint: Member must not be null; " +
        "Value '' at 'autoScalingGroupName' failed to satisfy constraint: Member must have length greater than or equal to 1",
    })
  })

  it('is named by its place in the list of structures that it stands in', async () => {
    const Tags = [{ ResourceId: 'web', Key: 'fine' }, { ResourceId: 'web', Key: 'x'.repeat(129) }] // prettier-ignore
    const message = `1 validation error detected: Value '${'x'.repeat(129)}' at 'tags.2.member.key' failed to satisfy constraint: Member must have length less than or equal to 128`
    await expect(autoScaling.send(new CreateOrUpdateTagsCommand({ Tags }))).rejects.toMatchObject({ message })
  })

  const coral = [
    {
      name: 'an item of a list of texts: all rules of the items in one sentence',
      sdkId: 'SSM',
      operation: 'LabelParameterVersion',
      input: { Name: '/ami', Labels: ['x'.repeat(101)] },
      code: 'ValidationException',
      message: `1 validation error detected: Value '[${'x'.repeat(101)}]' at 'labels' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 100, Member must have length greater than or equal to 1]`,
    },
    {
      name: 'a list that is too long',
      sdkId: 'SSM',
      operation: 'GetParameters',
      input: { Names: Array.from('abcdefghijk') },
      code: 'ValidationException',
      message:
        "1 validation error detected: Value '[a, b, c, d, e, f, g, h, i, j, k]' at 'names' failed to satisfy constraint: Member must have length less than or equal to 10",
    },
    {
      name: 'a text that a pattern does not match (the words of terraform-provider-aws#17970)',
      sdkId: 'Service Quotas',
      operation: 'GetServiceQuota',
      input: { ServiceCode: 'vpc', QuotaCode: ' L-83CA0A9D' },
      code: 'ValidationException',
      message:
        "1 validation error detected: Value ' L-83CA0A9D' at 'quotaCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][a-zA-Z0-9-]{1,128}",
    },
    {
      name: 'a number out of its bounds',
      sdkId: 'Elastic Load Balancing v2',
      operation: 'CreateRule',
      input: { ListenerArn: 'arn', Priority: 0, Conditions: [], Actions: [] },
      code: 'ValidationError',
      message:
        "1 validation error detected: Value '0' at 'priority' failed to satisfy constraint: Member must have value greater than or equal to 1",
    },
    {
      name: 'a word that is none of the allowed ones',
      sdkId: 'Auto Scaling',
      operation: 'PutWarmPool',
      input: { AutoScalingGroupName: 'web', PoolState: 'Frozen' },
      code: 'ValidationError',
      message:
        "1 validation error detected: Value 'Frozen' at 'poolState' failed to satisfy constraint: Member must satisfy enum value set: [Stopped, Running, Hibernated]",
    },
    {
      name: 'what the model calls sensitive is left out',
      sdkId: 'STS',
      operation: 'AssumeRoleWithWebIdentity',
      input: { RoleArn: 'arn:aws:iam::123456789012:role/fleet', RoleSessionName: 'web', WebIdentityToken: 'abc' },
      code: 'ValidationError',
      message:
        "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    },
    {
      name: 'a number with a fraction cannot be read',
      sdkId: 'Auto Scaling',
      operation: 'SetDesiredCapacity',
      input: { AutoScalingGroupName: 'web', DesiredCapacity: 1.5 },
      code: 'MalformedInput',
      message: 'For input string: "1.5"',
    },
  ]
  it.each(coral)('$name', async ({ sdkId, operation, input, code, message }) => {
    expect(await refusal(sdkId, operation, input)).toEqual({ code, message })
  })

  const own = [
    {
      name: 'a missing parameter',
      command: new CreateTagsCommand({ Resources: [], Tags: [] }),
      expected: { name: 'MissingParameter', message: 'The request must contain the parameter Resources' },
    },
    {
      name: 'a size of a page below the bound',
      command: new DescribeVpcsCommand({ MaxResults: 4 }),
      expected: {
        name: 'InvalidParameterValue',
        message: 'Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5.',
      },
    },
    {
      name: 'a size of a page of instance types',
      command: new DescribeInstanceTypesCommand({ MaxResults: 101 }),
      expected: {
        name: 'InvalidMaxResults',
        message: 'Value ( 101 ) for parameter maxResults is invalid. Expecting a value from ( 5 ) to  ( 100 ).',
      },
    },
    {
      name: 'a size of a page of launch templates',
      command: new DescribeLaunchTemplatesCommand({ MaxResults: 201 }),
      expected: { name: 'InvalidParameterValue', message: 'Maximum results allowed are between 1 and 200' },
    },
    {
      name: 'a name of a launch template',
      command: new CreateLaunchTemplateCommand({ LaunchTemplateName: 'a b', LaunchTemplateData: { ImageId: 'ami-1' } }),
      expected: { name: 'InvalidLaunchTemplateName.MalformedException' },
    },
    {
      name: 'a word that is none of the allowed ones',
      command: new RunInstancesCommand({ MinCount: 1, MaxCount: 1, MetadataOptions: { HttpTokens: 'maybe' as never } }),
      expected: { name: 'InvalidParameterValue', message: 'Value ( maybe ) for parameter httpTokens is invalid.' },
    },
  ]
  it.each(own)('is refused by EC2 in its own words: $name', async ({ command, expected }) => {
    await expect(ec2.send(command as CreateTagsCommand)).rejects.toMatchObject(expected)
  })

  it('is accepted in a launch template, where EC2 does not look at the words', async () => {
    const LaunchTemplateData = { ImageId: 'ami-1', MetadataOptions: { HttpTokens: 'maybe' as never } }
    const command = new CreateLaunchTemplateCommand({ LaunchTemplateName: 'lenient', LaunchTemplateData })
    await expect(ec2.send(command)).resolves.toMatchObject({ LaunchTemplate: { LaunchTemplateName: 'lenient' } })
  })

  it('is refused after a caller whose session has expired, and is in the ledger', async () => {
    const strict = new SimulatedAccount()
    const client = new AutoScalingClient({ ...strict.clientConfig(), maxAttempts: 1 })
    const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: '', DesiredCapacity: 1 })
    await expect(client.send(command)).rejects.toMatchObject({ name: 'ValidationError' })
    strict.sts.accepts = 'known keys'
    await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    expect(strict.ledger.entries.map(({ outcome }) => outcome)).toEqual(['ValidationError', 'InvalidClientTokenId'])
  })
})

describe('control characters', () => {
  const strict = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/

  it('are refused in tags, in an answer that a strict reader of XML takes', async () => {
    const value = encodeURIComponent('\u001b[31mred\u0000')
    const body = `Action=CreateOrUpdateTags&Version=2011-01-01&Tags.member.1.ResourceId=web&Tags.member.1.Key=k&Tags.member.1.Value=${value}`
    const answer = await account.gateway.handle({ method: 'POST', path: '/', headers: {}, body: Buffer.from(body) })
    const text = answer.body.toString()
    expect(answer.status).toBe(400)
    expect(text).toContain('Value &apos;\ufffd[31mred\ufffd&apos; at &apos;tags.1.member.value&apos;')
    expect(text).toMatch(strict)
    expect(text).not.toMatch(/&#x0*(?:[0-8bcef]|1[0-9a-f]);/)
  })

  it('are escaped in an answer in JSON', async () => {
    const headers = { 'x-amz-target': 'AmazonSSM.GetParameter', 'content-type': 'application/x-amz-json-1.1' }
    const body = Buffer.from(JSON.stringify({ Name: '' }))
    const { body: answer } = await account.gateway.handle({ method: 'POST', path: '/', headers, body })
    expect(JSON.parse(answer.toString())).toMatchObject({ __type: 'ValidationException' })
    const wrong = Buffer.from(JSON.stringify({ Names: ['\u0000'.repeat(3000)] }))
    const target = { ...headers, 'x-amz-target': 'AmazonSSM.GetParameters' }
    const long = await account.gateway.handle({ method: 'POST', path: '/', headers: target, body: wrong })
    expect(JSON.parse(long.body.toString())).toMatchObject({ __type: 'ValidationException' })
  })
})

describe('a value on the wire that cannot be read', () => {
  const unreadable = [
    { name: 'a word for a number', body: 'SetDesiredCapacity&AutoScalingGroupName=a&DesiredCapacity=many' },
    { name: 'True (boto#309)', body: 'SetDesiredCapacity&AutoScalingGroupName=a&DesiredCapacity=1&HonorCooldown=True' },
    { name: 'a text for a list', body: 'DescribeAutoScalingGroups&AutoScalingGroupNames=web' },
    { name: 'a text for a structure', body: 'CreateAutoScalingGroup&AutoScalingGroupName=a&LaunchTemplate=lt-1' },
    { name: 'members for a text', body: 'DeleteAutoScalingGroup&AutoScalingGroupName.Name=a' },
  ]
  it.each(unreadable)('is malformed input of the query protocol: $name', async ({ body }) => {
    const request = { method: 'POST', path: '/', headers: {}, body: Buffer.from(`Action=${body}&Version=2011-01-01`) }
    const answer = await account.gateway.handle(request)
    expect(answer.body.toString()).toContain('<Error><Type>Sender</Type><Code>MalformedInput</Code>')
  })

  it('lists nothing when EC2 is given one id where it takes many', async () => {
    const body = Buffer.from('Action=DescribeInstances&Version=2016-11-15&InstanceId=i-1')
    const answer = await account.gateway.handle({ method: 'POST', path: '/', headers: {}, body })
    expect(answer.body.toString()).toContain('<Code>UnknownParameter</Code>')
  })

  const json = [
    { name: 'a number for a text', input: { Name: 1 }, message: 'NUMBER_VALUE can not be converted to a String' },
    { name: 'a map for a text', input: { Name: {} }, message: 'Start of structure or map found where not expected.' },
    {
      name: 'a text for a boolean',
      input: { Name: 'a', WithDecryption: 'yes' },
      message: 'STRING_VALUE can not be converted to a Boolean',
    },
  ]
  it.each(json)('is a serialization exception of the JSON protocols: $name', async ({ input, message }) => {
    const headers = { 'x-amz-target': 'AmazonSSM.GetParameter', 'content-type': 'application/x-amz-json-1.1' }
    const body = Buffer.from(JSON.stringify(input))
    const answer = await account.gateway.handle({ method: 'POST', path: '/', headers, body })
    expect(JSON.parse(answer.body.toString())).toEqual({ __type: 'SerializationException', message })
  })
})

test('each SDK reads the refusal of its own service', async () => {
  const config = account.clientConfig()
  const refused = { $metadata: { httpStatusCode: 400 } }
  await expect(new SSMClient(config).send(new PutParameterCommand({ Name: '', Value: 'x' }))).rejects.toMatchObject({ name: 'ValidationException', ...refused }) // prettier-ignore
  await expect(new SSMClient(config).send(new GetParametersCommand({ Names: [] }))).rejects.toMatchObject({ name: 'ValidationException', ...refused }) // prettier-ignore
  await expect(new ServiceQuotasClient(config).send(new GetServiceQuotaCommand({ ServiceCode: '1', QuotaCode: '2' }))).rejects.toMatchObject({ name: 'ValidationException', ...refused }) // prettier-ignore
  await expect(new STSClient(config).send(new AssumeRoleCommand({ RoleArn: 'x', RoleSessionName: 'x' }))).rejects.toMatchObject({ name: 'ValidationError', ...refused }) // prettier-ignore
  await expect(new ElasticLoadBalancingV2Client(config).send(new ModifyRuleCommand({} as never))).rejects.toMatchObject({ name: 'ValidationError', ...refused }) // prettier-ignore
})
