import * as schemas from '@aws-sdk/client-route-53'
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { route53Routes } from '../../../simulator/wire/rest-routes.ts'
import { readXml } from '../../../simulator/wire/xml-read.ts'

test.each(route53Routes)('$operation stands at $method $path, as the SDK has it', ({ operation, ...route }) => {
  const schema = (schemas as Readonly<Record<string, unknown>>)[`${operation}$`]
  const [, , , traits] = schema as readonly [9, string, string, { readonly http: readonly unknown[] }]
  expect(traits.http).toEqual([route.method, route.path, route.status])
})

async function zoned() {
  const account = new SimulatedAccount()
  const client = new Route53Client(account.clientConfig())
  const made = await client.send(new CreateHostedZoneCommand({ Name: 'fleet.test', CallerReference: 'a & <b>' }))
  return { account, client, made, HostedZoneId: made.HostedZone?.Id ?? '' }
}

const record = { Name: 'www.fleet.test', Type: 'A', SetIdentifier: 'blue & "green"', Weight: 0, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] } as const // prettier-ignore

test('gives a client what the service answers: markup, headers, ids with what stands before them', async () => {
  const { made, client, HostedZoneId } = await zoned()
  expect(made.$metadata.httpStatusCode).toBe(201)
  expect(made.Location).toMatch(/\/2013-04-01\/hostedzone\/Z/)
  expect(made.HostedZone?.CallerReference).toBe('a & <b>')
  const ResourceRecordSet = { ...record, ResourceRecords: [...record.ResourceRecords] }
  const ChangeBatch = { Changes: [{ Action: 'UPSERT' as const, ResourceRecordSet }] }
  const { ChangeInfo } = await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch }))
  const { ChangeInfo: found } = await client.send(new GetChangeCommand({ Id: ChangeInfo?.Id ?? '' }))
  expect([found?.Status, found?.SubmittedAt]).toEqual(['PENDING', ChangeInfo?.SubmittedAt])
  const listed = await client.send(
    new ListResourceRecordSetsCommand({ HostedZoneId, StartRecordName: 'www.fleet.test', MaxItems: 5 }),
  )
  expect(listed.ResourceRecordSets).toEqual([{ ...record, Name: 'www.fleet.test.' }])
  expect([listed.IsTruncated, listed.MaxItems]).toEqual([false, 5])
})

test('refusals have the name and the status of AWS’s', async () => {
  const { client, HostedZoneId } = await zoned()
  const ResourceRecordSet = { ...record, ResourceRecords: [...record.ResourceRecords] }
  const ChangeBatch = { Changes: [{ Action: 'DELETE' as const, ResourceRecordSet }] }
  await expect(client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch }))).rejects.toMatchObject({
    name: 'InvalidChangeBatch',
    message: expect.stringMatching(/^\[Tried to delete resource record set .* but it was not found\]$/) as string,
    $metadata: { httpStatusCode: 400 },
  })
  await expect(client.send(new GetHostedZoneCommand({ Id: 'Z0' }))).rejects.toMatchObject({
    name: 'NoSuchHostedZone',
    $metadata: { httpStatusCode: 404 },
  })
})

test('throttling and denial are what an SDK knows as such', async () => {
  const { account, client, HostedZoneId } = await zoned()
  account.faults.deny('route53:GetHostedZone')
  await expect(client.send(new GetHostedZoneCommand({ Id: HostedZoneId }))).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  })
})

const raw = (account: SimulatedAccount, method: string, path: string, body = '') =>
  account.gateway.handle({ method, path, headers: {}, body: Buffer.from(body) })

test('a path may end in a slash, as botocore writes it', async () => {
  const { account, HostedZoneId } = await zoned()
  const { status, body } = await raw(account, 'GET', `/2013-04-01${HostedZoneId}/rrset/?maxitems=1`)
  expect(status).toBe(200)
  expect(body.toString()).toContain('<IsTruncated>true</IsTruncated>')
})

test('a body that is no XML is refused, and so is one of another structure', async () => {
  const { account, HostedZoneId } = await zoned()
  const post = async (body: string) =>
    (await raw(account, 'POST', `/2013-04-01${HostedZoneId}/rrset`, body)).body.toString()
  expect(await post('<ChangeResourceRecordSetsRequest>')).toContain('<Code>InvalidInput</Code>')
  expect(await post('<R><ChangeBatch><Changes>x</Changes></ChangeBatch></R>')).toContain('<Code>InvalidInput</Code>')
  expect(await post('<R><ChangeBatch/></R>')).toContain('changeBatch.changes')
})

describe('an XML document', () => {
  test('is read with references, sections, comments and prefixes', () => {
    const text =
      '<?xml version="1.0"?><!-- a --><n:R xmlns:n="x"><A at="1">&lt;&#65;&#x42;</A><B/><C><![CDATA[<&>]]></C></n:R>'
    const root = readXml(text)
    expect([root.name, ...root.children.map((each) => `${each.name}=${each.text}`)]).toEqual([
      'R',
      'A=<AB',
      'B=',
      'C=<&>',
    ])
  })

  test.each(['', 'x', '<a>', '<a></b>', '<a/><b/>', '<a>&no;</a>', '<a', '</a>'])('is none: %s', (text) => {
    expect(() => readXml(text)).toThrow(SyntaxError)
  })
})
