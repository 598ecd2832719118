import { DescribeAutoScalingGroupsCommand, SuspendProcessesCommand } from '@aws-sdk/client-auto-scaling'
import { GetServiceQuotaCommand } from '@aws-sdk/client-service-quotas'
import { Readable } from 'node:stream'
import { caller } from '../../../src/aws/client/call.ts'
import { awsClients, type RequestHandler } from '../../../src/aws/client/clients.ts'
import { failureInWords } from '../../../src/aws/client/failure-words.ts'
import { GarbledAnswer, garblingOf, lackOf } from '../../../src/aws/client/garbled-answer.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { broken, canned, fault, keys, quickClock, success } from '../canned.ts'

const HTML = '<!DOCTYPE html>\n<html><body>Sign in</body></html>'
const GROUPS =
  '<DescribeAutoScalingGroupsResponse xmlns="x"><DescribeAutoScalingGroupsResult><AutoScalingGroups/></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>'
const EC2_ERROR = '<?xml version="1.0"?>\n<Response><Errors><Error><Code>X</Code></Error></Errors></Response>'

interface Row {
  readonly text: string
  readonly status?: number
  readonly format?: 'XML' | 'JSON'
  readonly hasErrorHeader?: true
  readonly expected: string | undefined
}

describe('what stands in the place of an answer', () => {
  const rows: Row[] = [
    { text: GROUPS, expected: undefined },
    { text: `<?xml version="1.0" encoding="UTF-8"?>\n${GROUPS}\n`, expected: undefined },
    { text: `\uFEFF${GROUPS}`, expected: undefined },
    { text: '<SuspendProcessesResponse/>', expected: undefined },
    { text: '', expected: 'nothing' },
    { text: ' \n', expected: 'nothing' },
    { text: HTML, expected: 'HTML' },
    { text: '<html><body><b>Http/1.1 Service Unavailable</b></body> </html>', status: 503, expected: 'HTML' },
    { text: `<?xml version="1.0"?><!-- x --><!doctype HTML public><html>`, expected: 'HTML' },
    { text: GROUPS.slice(0, 100), expected: 'half an answer' },
    { text: GROUPS.slice(0, 20), expected: 'half an answer' },
    { text: '{"status":"ok"}', expected: 'JSON in place of XML' },
    { text: 'Forbidden by policy', status: 403, expected: 'text that is no XML' },
    { text: '<Status>ok</Status>', expected: 'XML that is no answer' },
    { text: EC2_ERROR, status: 400, expected: undefined },
    { text: '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>', status: 400, expected: undefined },
    { text: EC2_ERROR.slice(0, 50), status: 400, expected: 'half an answer' },
    { text: '<Error><Message>no</Message></Error>', status: 403, expected: 'XML that names no error' },
    {
      text: '<ErrorResponse><Error><Message>no</Message></Error></ErrorResponse>',
      status: 403,
      expected: 'XML that names no error',
    },
    { text: GROUPS, status: 403, expected: 'XML that names no error' },
    { text: '{}', format: 'JSON', expected: undefined },
    { text: '{"Quota":{"Value":1}}', format: 'JSON', expected: undefined },
    { text: '{"Quota":{"Val', format: 'JSON', expected: 'half an answer' },
    { text: '<Status>ok</Status>', format: 'JSON', expected: 'XML in place of JSON' },
    { text: HTML, format: 'JSON', expected: 'HTML' },
    { text: 'no', format: 'JSON', expected: 'text that is no JSON' },
    { text: '', format: 'JSON', expected: 'nothing' },
    { text: '{"__type":"AccessDeniedException"}', status: 400, format: 'JSON', expected: undefined },
    { text: '{"message":"Forbidden"}', status: 403, format: 'JSON', expected: 'JSON that names no error' },
    { text: '{"message":"no"}', status: 403, format: 'JSON', hasErrorHeader: true, expected: undefined },
  ]
  test.each(rows)(
    '$text ($status): $expected',
    ({ text, status = 200, format = 'XML', hasErrorHeader = false, expected }) => {
      expect(garblingOf({ text, status, format, hasErrorHeader })).toBe(expected)
    },
  )
})

describe('what an answer must hold', () => {
  test.each([
    { operation: 'DescribeAutoScalingGroups', output: { AutoScalingGroups: [] }, lack: undefined },
    { operation: 'DescribeAutoScalingGroups', output: {}, lack: 'AutoScalingGroups' },
    { operation: 'DescribeTargetHealth', output: {}, lack: 'TargetHealthDescriptions' },
    { operation: 'DescribeInstanceRefreshes', output: {}, lack: 'InstanceRefreshes' },
    { operation: 'DescribeScheduledActions', output: {}, lack: 'ScheduledUpdateGroupActions' },
    { operation: 'DescribePolicies', output: {}, lack: 'ScalingPolicies' },
    { operation: 'DescribeTargetGroupAttributes', output: {}, lack: 'Attributes' },
    { operation: 'DescribeInstanceStatus', output: {}, lack: 'InstanceStatuses' },
    { operation: 'GetMetricData', output: {}, lack: 'MetricDataResults' },
    { operation: 'GetParameters', output: {}, lack: 'Parameters' },
    { operation: 'DescribeWarmPool', output: {}, lack: 'Instances' },
    { operation: 'DescribeLoadBalancers', output: {}, lack: 'LoadBalancers or LoadBalancerDescriptions' },
    { operation: 'DescribeLoadBalancers', output: { LoadBalancers: [] }, lack: undefined },
    { operation: 'DescribeLoadBalancers', output: { LoadBalancerDescriptions: [] }, lack: undefined },
    { operation: 'GetCallerIdentity', output: { Account: '1' }, lack: 'Arn' },
    { operation: 'SuspendProcesses', output: {}, lack: undefined },
  ])('$operation lacks $lack', ({ operation, output, lack }) => {
    expect(lackOf(operation, output)).toBe(lack)
  })
})

describe('a call to AWS', () => {
  const client = (handler: RequestHandler) =>
    awsClients({ region: 'eu-west-1', credentials: keys, mutable: true, requestHandler: handler })
  const send = (attempts?: number) => {
    const calls = caller({ clock: quickClock(), random: () => 0, mutable: true })
    return { calls, options: attempts === undefined ? {} : { attempts } }
  }
  const read = new DescribeAutoScalingGroupsCommand({})

  test.each([
    { name: 'a page with status 200', answer: { body: HTML } },
    { name: 'a page of a proxy that refuses', answer: { status: 403, body: HTML } },
    { name: 'a page of a gateway', answer: { status: 502, body: HTML } },
    { name: 'nothing', answer: { body: '' } },
    { name: 'half an answer', answer: { body: GROUPS.slice(0, 90) } },
    { name: 'JSON', answer: { body: '{"status":"ok"}' } },
    { name: 'an answer without what it must hold', answer: success('DescribeAutoScalingGroups') },
    {
      name: 'an answer that is broken in its middle',
      answer: { body: GROUPS.replace('<AutoScalingGroups/>', '<A><B></A>') },
    },
  ])('reads again after $name', async ({ answer }) => {
    const { handler, sent } = canned([answer, { body: GROUPS }])
    const { AutoScalingGroups } = await send().calls.send(await client(handler).autoScaling(), read)
    expect(AutoScalingGroups).toEqual([])
    expect(sent).toHaveLength(2)
  })

  test('says what came where nothing else does', async () => {
    const { handler } = canned([1, 2].map(() => ({ status: 403, body: HTML })))
    const { calls, options } = send(2)
    const failure = calls.send(await client(handler).autoScaling(), read, options)
    await expect(failure).rejects.toBeInstanceOf(UncertainOutcome)
    await expect(failure).rejects.toThrow(
      /^There is no usable answer to autoscaling:DescribeAutoScalingGroups: AWS answered with HTML \(status 403\)\.$/,
    )
  })

  test('takes the refusal of AWS for one, also where it comes in pieces', async () => {
    const { body } = fault('AccessDenied', { message: 'no' })
    const handler = {
      handle: async () => ({
        response: {
          statusCode: 403,
          headers: {},
          body: Readable.from([body.slice(0, 40), Buffer.from(body.slice(40))]),
        },
      }),
    } as unknown as RequestHandler
    await expect(send().calls.send(await client(handler).autoScaling(), read)).rejects.toThrow('AWS refused')
  })

  test('slows down where a proxy asks for it', async () => {
    const { handler } = canned([{ status: 429, body: HTML }, { body: GROUPS }])
    const { calls } = send()
    await calls.send(await client(handler).autoScaling(), read)
    expect(calls.throttled).toBe(1)
  })

  test('of a change that sets what it says is made again', async () => {
    const { handler, sent } = canned([{ status: 403, body: HTML }, success('SuspendProcesses')])
    const suspend = new SuspendProcessesCommand({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] })
    await send().calls.send(await client(handler).autoScaling(), suspend)
    expect(sent).toHaveLength(2)
  })

  test('in JSON is judged as JSON', async () => {
    const bodies = [HTML, '{}', '{"Quota":{"Value":7}}']
    const handler = {
      handle: async () => ({
        response: { statusCode: 200, headers: {}, body: Buffer.from(bodies.shift() ?? '') },
      }),
    } as unknown as RequestHandler
    const question = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode: 'L-1' })
    const { Quota } = await send().calls.send(await client(handler).serviceQuotas(), question)
    expect(Quota?.Value).toBe(7)
    expect(bodies).toEqual([])
  })
})

test.each([
  { error: new GarbledAnswer('HTML', 403), words: 'AWS answered with HTML (status 403)' },
  { error: new GarbledAnswer('no Reservations'), words: 'AWS answered with no Reservations' },
  { error: broken('ECONNRESET'), words: 'the connection was reset' },
  { error: broken('ENOTFOUND'), words: 'its name was not found' },
  { error: Object.assign(new Error('x'), { name: 'TimeoutError' }), words: 'no answer came in time' },
  {
    error: Object.assign(new Error('Rate exceeded'), { name: 'Throttling', Code: 'Throttling', $fault: 'client' }),
    words: 'AWS answered Throttling: Rate exceeded',
  },
  { error: new Error('odd'), words: 'odd' },
])('what happened is told in words: $words', ({ error, words }) => {
  expect(failureInWords(error)).toBe(words)
})
