import { AutoScalingClient, CreateOrUpdateTagsCommand, DescribeTagsCommand } from '@aws-sdk/client-auto-scaling'
import type { Tag } from '@aws-sdk/client-auto-scaling'
import { cbor } from '@smithy/core/cbor'
import fc from 'fast-check'
import { CloudWatchService } from '../../../simulator/cloudwatch/service.ts'
import { scripted, smallAccount } from '../small-account.ts'

describe('any text', () => {
  let kept: readonly Tag[] = []
  const { config, gateway } = smallAccount(
    scripted('Auto Scaling', {
      CreateOrUpdateTags: ({ Tags }: { readonly Tags: readonly Tag[] }) => {
        kept = Tags
        return {}
      },
      DescribeTags: () => ({ Tags: kept.map((tag) => ({ ...tag, ResourceType: 'auto-scaling-group' })) }),
    }),
  )
  const client = new AutoScalingClient(config())
  // The SDK's XML reader drops text that is nothing but white space, from AWS as from here.
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.stringMatching(/^[<>&"' \n\r\t;#x0-9]{1,20}$/),
      fc.constantFrom('&amp;', '&#10;', '<![CDATA[x]]>', ' leading and trailing ', 'a\r\nb', 'ключ', '🚀'),
    )
    .filter((value) => value.trim() !== '')
    // AWS refuses control characters in tags.
    .filter((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value))

  it('comes back from the wire as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (values) => {
        const tags = values.map((Value, index) => ({
          ResourceId: 'web',
          Key: `k${index}`,
          Value,
          PropagateAtLaunch: index % 2 === 0,
        }))
        await client.send(new CreateOrUpdateTagsCommand({ Tags: tags }))
        expect(kept).toEqual(tags)
        const { Tags } = await client.send(new DescribeTagsCommand({}))
        expect(Tags).toEqual(tags.map((tag) => ({ ...tag, ResourceType: 'auto-scaling-group' })))
      }),
      { numRuns: 200 },
    )
  })

  it('is in the order of its number in a list, wherever it stands in the form', async () => {
    const items = [10, 2, 1].map((number) => `Tags.member.${number}.Key=k${number}`).join('&')
    const body = Buffer.from(`Action=CreateOrUpdateTags&Version=2011-01-01&${items}`)
    await gateway.handle({ method: 'POST', path: '/', headers: {}, body })
    expect(kept.map(({ Key }) => Key)).toEqual(['k1', 'k2', 'k10'])
  })
})

describe('CBOR, as botocore speaks to CloudWatch', () => {
  const { context } = smallAccount()
  const { gateway, timeline } = smallAccount(new CloudWatchService(context))
  const call = async (operation: string, input: object) => {
    const answer = await gateway.handle({
      method: 'POST',
      path: `/service/GraniteServiceVersion20100801/operation/${operation}`,
      headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
      body: cbor.serialize(input),
    })
    return { ...answer, value: cbor.deserialize(answer.body) as Record<string, unknown> }
  }

  it('carries inputs, outputs and times', async () => {
    await call('PutMetricAlarm', {
      AlarmName: 'a',
      EvaluationPeriods: 1,
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 0.5,
    })
    const { headers, value } = await call('DescribeAlarms', {})
    expect(headers['smithy-protocol']).toBe('rpc-v2-cbor')
    expect(value['MetricAlarms']).toMatchObject([
      { AlarmName: 'a', Threshold: 0.5, AlarmConfigurationUpdatedTimestamp: { value: timeline.now } },
    ])
  })

  it('carries a refusal, with the old code in a header', async () => {
    const { status, headers, value } = await call('SetAlarmState', {
      AlarmName: 'none',
      StateValue: 'OK',
      StateReason: 'x',
    })
    expect(status).toBe(404)
    expect(value).toMatchObject({ __type: 'ResourceNotFound' })
    expect(headers['x-amzn-query-error']).toBe('ResourceNotFound;Sender')
  })
})
