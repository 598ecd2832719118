import { GetParameterCommand, LabelParameterVersionCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { SsmService } from '../../../simulator/ssm/service.ts'
import { smallAccount } from '../small-account.ts'

const store = async () => {
  const { context } = smallAccount()
  const service = new SsmService(context)
  const client = new SSMClient(smallAccount(service).config())
  for (const Value of ['ami-1', 'ami-2', 'ami-3']) {
    await client.send(
      new PutParameterCommand({ Name: 'image', Value, Type: 'String', DataType: 'aws:ec2:image', Overwrite: true }),
    )
  }
  await client.send(new LabelParameterVersionCommand({ Name: 'image', ParameterVersion: 2, Labels: ['stable'] }))
  return { service, client }
}

describe('the parameter store', () => {
  const references = [
    { name: 'the newest by name', reference: 'image', value: 'ami-3' },
    { name: 'a version', reference: 'image:1', value: 'ami-1' },
    { name: 'a label', reference: 'image:stable', value: 'ami-2' },
    { name: 'an ARN', reference: 'arn:aws:ssm:eu-west-1:123456789012:parameter/image', value: 'ami-3' },
    {
      name: 'an ARN with a label',
      reference: 'arn:aws:ssm:eu-west-1:123456789012:parameter/image:stable',
      value: 'ami-2',
    },
  ]
  it.each(references)('gives $name', async ({ reference, value }) => {
    const { client, service } = await store()
    const { Parameter } = await client.send(new GetParameterCommand({ Name: reference }))
    expect(Parameter).toMatchObject({ Name: 'image', Value: value, DataType: 'aws:ec2:image' })
    expect(service.value(reference)).toBe(value)
  })

  const missing = [
    { name: 'an unknown name', reference: 'none', error: 'ParameterNotFound' },
    { name: 'an unknown version', reference: 'image:9', error: 'ParameterVersionNotFound' },
    { name: 'an unknown label', reference: 'image:beta', error: 'ParameterVersionNotFound' },
  ]
  it.each(missing)('refuses $name', async ({ reference, error }) => {
    const { client, service } = await store()
    await expect(client.send(new GetParameterCommand({ Name: reference }))).rejects.toMatchObject({ name: error })
    expect(service.value(reference)).toBeUndefined()
  })

  it('refuses a value that does not match its pattern', async () => {
    const { client } = await store()
    const put = (Value: string) =>
      client.send(new PutParameterCommand({ Name: 'size', Value, Type: 'String', AllowedPattern: '^\\d+$' }))
    await expect(put('many')).rejects.toMatchObject({ name: 'ParameterPatternMismatchException' })
    await expect(put('12')).resolves.toMatchObject({ Version: 1 })
  })

  it('refuses names below /aws', async () => {
    const { client, service } = await store()
    const command = new PutParameterCommand({ Name: '/aws/service/image', Value: 'ami-9', Type: 'String' })
    await expect(client.send(command)).rejects.toMatchObject({ name: 'ValidationException' })
    service.publish('/aws/service/image', 'ami-9')
    expect(service.value('/aws/service/image')).toBe('ami-9')
  })
})
