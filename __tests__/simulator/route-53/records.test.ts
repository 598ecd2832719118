import { cname, create, record, refusal, remove, scene, upsert, weighted, type Scene } from './fixture.ts'

describe('what a batch of changes is refused', () => {
  const blue = weighted('blue', 200)
  const rows: Record<string, { before?: (s: Scene) => unknown; act: (s: Scene) => unknown; says: string }> = {
    'a record set that is there already': {
      before: ({ change }) => change(create(blue)),
      act: ({ change }) => change(create(blue)),
      says: "InvalidChangeBatch: [Tried to create resource record set [name='www.fleet.test.', type='A', set identifier='blue'] but it already exists]",
    },
    'the deletion of what is not there': {
      act: ({ change }) => change(remove(record())),
      says: "InvalidChangeBatch: [Tried to delete resource record set [name='www.fleet.test.', type='A'] but it was not found]",
    },
    'a deletion with another weight': {
      before: ({ change }) => change(create(blue)),
      act: ({ change }) => change(remove({ ...blue, Weight: 100 })),
      says: "[name='www.fleet.test.', type='A', set identifier='blue'] but the values provided do not match the current values]",
    },
    'a deletion with another TTL': {
      before: ({ change }) => change(create(blue)),
      act: ({ change }) => change(remove({ ...blue, TTL: 30 })),
      says: 'but the values provided do not match the current values]',
    },
    'a deletion with another value': {
      before: ({ change }) => change(create(blue)),
      act: ({ change }) => change(remove({ ...blue, ResourceRecords: [{ Value: '192.0.2.9' }] })),
      says: 'but the values provided do not match the current values]',
    },
    'everything that is wrong, in one answer': {
      act: ({ change }) => change(remove(record()), remove(record({ Name: 'api.fleet.test' }))),
      says: "but it was not found, Tried to delete resource record set [name='api.fleet.test.'",
    },
    'a name of another zone': {
      act: ({ change }) => change(create(record({ Name: 'www.other.test' }))),
      says: 'RRSet with DNS name www.other.test. is not permitted in zone fleet.test.',
    },
    'a weighted set beside a simple one': {
      before: ({ change }) => change(create(record())),
      act: ({ change }) => change(create(blue)),
      says: 'RRSet with DNS name www.fleet.test., type A cannot be created as other RRSets exist with the same name and type.',
    },
    'a CNAME beside an address': {
      before: ({ change }) => change(create(record())),
      act: ({ change }) => change(create(record({ Type: cname, ResourceRecords: [{ Value: 'x.test' }] }))),
      says: 'RRSet of type CNAME with DNS name www.fleet.test. is not permitted as it conflicts with other records with the same DNS name in zone fleet.test.',
    },
    'a CNAME of the zone itself': {
      act: ({ change }) =>
        change(create(record({ Name: 'fleet.test', Type: cname, ResourceRecords: [{ Value: 'x.test' }] }))),
      says: 'RRSet of type CNAME with DNS name fleet.test. is not permitted at apex in zone fleet.test.',
    },
    'a weight without an identifier': {
      act: ({ change }) => change(create(record({ Weight: 1 }))),
      says: "InvalidInput: Invalid request: Missing field 'SetIdentifier' in Change with [Action=CREATE, Name=www.fleet.test., Type=A, SetIdentifier=null]",
    },
    'an identifier without a weight': {
      act: ({ change }) => change(create(record({ SetIdentifier: 'blue' }))),
      says: 'InvalidInput: Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer',
    },
    'an UPSERT that leaves the values out': {
      before: ({ change }) => change(create(blue)),
      act: ({ change }) => change(upsert({ Name: 'www.fleet.test', Type: 'A', SetIdentifier: 'blue', Weight: 100 })),
      says: 'InvalidInput: Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none in Change with [Action=UPSERT',
    },
    'values without a TTL': {
      act: ({ change }) =>
        change(create({ Name: 'www.fleet.test', Type: 'A', ResourceRecords: [{ Value: '192.0.2.1' }] })),
      says: "InvalidInput: Invalid request: Missing field 'TTL' in Change with",
    },
    'a weight above 255': {
      act: ({ change }) => change(create(weighted('blue', 256))),
      says: "InvalidInput: 1 validation error detected: Value '256' at 'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy constraint: Member must have value less than or equal to 255",
    },
    'a weighted set of two addresses': {
      act: ({ change }) =>
        change(create({ ...blue, ResourceRecords: [{ Value: '192.0.2.1' }, { Value: '192.0.2.2' }] })),
      says: 'RRSet with DNS name www.fleet.test., type A, SetIdentifier blue has more than one value',
    },
    '101 weighted sets of a name': {
      act: ({ change }) => change(...Array.from({ length: 101 }, (_, each) => create(weighted(String(each), 1)))),
      says: 'RRSets with DNS name www.fleet.test. and type A exceed the limit of 100 weighted sets',
    },
    'more than a thousand values, with an UPSERT counted twice': {
      act: ({ change }) =>
        change(...Array.from({ length: 501 }, (_, each) => upsert(record({ Name: `n${each}.fleet.test` })))),
      says: 'InvalidChangeBatch: [Number of records limit of 1000 exceeded.]',
    },
    'the deletion of the name servers of the zone': {
      act: ({ route53, zone, change }) => {
        const { ResourceRecordSets = [] } = route53.ListResourceRecordSets({ HostedZoneId: zone })
        change(...ResourceRecordSets.filter(({ Type }) => Type === 'NS').map((each) => remove(each)))
      },
      says: 'A HostedZone must contain at least one NS record for the zone itself.',
    },
    'an alias to a load balancer that is not there': {
      act: ({ change }) => {
        const AliasTarget = { HostedZoneId: 'Z32O12XQLTSW2', DNSName: 'none.eu-west-1.elb.amazonaws.com', EvaluateTargetHealth: false } // prettier-ignore
        change(create(record({ AliasTarget })))
      },
      says: 'Tried to create an alias that targets none.eu-west-1.elb.amazonaws.com., type A in zone Z32O12XQLTSW2, but that target was not found',
    },
    'an alias to a name of the zone that is not there': {
      act: ({ zone, change }) =>
        change(create(record({ AliasTarget: { HostedZoneId: zone, DNSName: 'none.fleet.test', EvaluateTargetHealth: false } }))), // prettier-ignore
      says: 'but that target was not found',
    },
    'the change of a protected record, with the comment of the protection': {
      before: ({ route53, zone, change }) => {
        change(create(blue))
        const Protections = [
          { RecordName: 'www.fleet.test', RecordType: 'A' as const, Comment: 'ask the network team' },
        ]
        route53.CreateResourceRecordSetProtections({ HostedZoneId: zone, Protections })
      },
      act: ({ change }) => change(create(record({ Name: 'api.fleet.test' })), upsert({ ...blue, Weight: 0 })),
      says: 'InvalidChangeBatch: [RRSet with DNS name www.fleet.test., type A is protected: ask the network team]',
    },
    'a zone that is not there': {
      act: ({ route53 }) => route53.ListResourceRecordSets({ HostedZoneId: 'Z0' }),
      says: 'NoSuchHostedZone: No hosted zone found with ID: Z0',
    },
    'routing that is not simulated': {
      act: ({ change }) => change(create(record({ SetIdentifier: 'eu', Region: 'eu-west-1' }))),
      says: 'InvalidInput: Invalid request: The simulator does not know Region of a record set',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { before, act, says }) => {
    const account = scene()
    before?.(account)
    const records = account.records()
    expect(refusal(() => act(account))).toContain(says)
    expect(account.records()).toEqual(records)
  })
})

test('an UPSERT makes what is not there, and replaces the whole of what is', () => {
  const { change, records } = scene()
  change(upsert(weighted('blue', 200)), upsert(weighted('green', 0)))
  change(upsert(weighted('green', 100, { TTL: 5, ResourceRecords: [{ Value: '192.0.2.2' }] })))
  expect(records()).toEqual([
    { ...weighted('blue', 200), Name: 'www.fleet.test.' },
    { ...weighted('green', 100, { TTL: 5, ResourceRecords: [{ Value: '192.0.2.2' }] }), Name: 'www.fleet.test.' },
  ])
})

test('in one batch a DELETE makes room for a CREATE of another kind', () => {
  const { change, records } = scene()
  change(create(record()))
  change(remove(record()), create(weighted('blue', 1)))
  expect(records().map(({ SetIdentifier }) => SetIdentifier)).toEqual(['blue'])
})

test('values may be repeated in another order, and names in capitals without the last dot', () => {
  const { change, records } = scene()
  const both = [{ Value: '192.0.2.1' }, { Value: '192.0.2.2' }]
  change(create(record({ ResourceRecords: both })))
  change(remove(record({ Name: 'WWW.fleet.test', ResourceRecords: both.toReversed() })))
  expect(records()).toEqual([])
})

test('record sets come by the labels of their names from the right, in pages that begin where the last one ended', () => {
  const { change, route53, zone } = scene()
  change(
    create(record({ Name: 'b.a.fleet.test' })),
    create(record({ Name: '*.fleet.test' })),
    create(record({ Name: 'z.fleet.test' })),
    create(weighted('green', 1, { Name: 'a.fleet.test' })),
    create(weighted('blue', 1, { Name: 'a.fleet.test' })),
  )
  const pages: string[][] = []
  let next: object | undefined = {}
  while (next !== undefined) {
    const answer = route53.ListResourceRecordSets({ HostedZoneId: zone, MaxItems: 3, ...next })
    pages.push((answer.ResourceRecordSets ?? []).map(({ Name, Type, SetIdentifier }) => [Name, Type, SetIdentifier].filter(Boolean).join(' '))) // prettier-ignore
    next = answer.IsTruncated === true ? { StartRecordName: answer.NextRecordName, StartRecordType: answer.NextRecordType, StartRecordIdentifier: answer.NextRecordIdentifier } : undefined // prettier-ignore
  }
  expect(pages).toEqual([
    ['fleet.test. NS', 'fleet.test. SOA', '\\052.fleet.test. A'],
    ['a.fleet.test. A blue', 'a.fleet.test. A green', 'b.a.fleet.test. A'],
    ['z.fleet.test. A'],
  ])
})

test('zones are found by name, from the name on', () => {
  const { route53 } = scene()
  const add = (Name: string, CallerReference: string) => route53.CreateHostedZone({ Name, CallerReference })
  add('fleet.test', 'second')
  add('other.example', 'third')
  const found = route53.ListHostedZonesByName({ DNSName: 'fleet.test', MaxItems: 2 })
  expect(found.HostedZones?.map(({ Name }) => Name)).toEqual(['fleet.test.', 'fleet.test.'])
  expect(found.IsTruncated).toBe(false)
  const first = route53.ListHostedZonesByName({ MaxItems: 1 })
  expect([first.HostedZones?.[0]?.Name, first.NextDNSName]).toEqual(['other.example.', 'fleet.test.'])
})

test('a change is PENDING, and INSYNC later; only then is it answered', () => {
  const { account, route53, change } = scene({ recordSyncSeconds: 40 })
  const answered = () => account.route53.answers('www.fleet.test').map(({ identifier }) => identifier)
  const info = change(create(weighted('blue', 1)))
  const status = () => route53.GetChange({ Id: info?.Id ?? '' }).ChangeInfo?.Status
  expect([info?.Status, status(), answered()]).toEqual(['PENDING', 'PENDING', []])
  account.timeline.advance(40)
  expect([status(), answered()]).toEqual(['INSYNC', ['blue']])
})

test('a change that takes longer than a later one does not bring the older records back', () => {
  const { account, change } = scene()
  account.behaviour.recordSyncSeconds = 50
  change(create(weighted('blue', 1)))
  account.behaviour.recordSyncSeconds = 10
  change(upsert(weighted('blue', 1)), create(weighted('green', 1)))
  account.timeline.advance(60)
  expect(account.route53.answers('www.fleet.test')).toHaveLength(2)
})

test('while a zone is busy a further change is refused, and another zone is not', () => {
  const { account, route53, change } = scene({ zoneBusySeconds: 3 })
  change(create(weighted('blue', 1)))
  const other = route53.CreateHostedZone({ Name: 'other.test', CallerReference: 'other' }).HostedZone?.Id ?? ''
  account.timeline.advance(3)
  change(create(weighted('green', 1)))
  expect(refusal(() => change(upsert(weighted('green', 2))))).toContain('PriorRequestNotComplete')
  const Changes = [create(record({ Name: 'www.other.test' }))]
  expect(refusal(() => route53.ChangeResourceRecordSets({ HostedZoneId: other, ChangeBatch: { Changes } }))).toBe(
    'not refused',
  )
})

test('all calls of an account share five a second', () => {
  const { account } = scene()
  account.faults.throttle()
  const call = { sdkId: 'Route 53', iamPrefix: 'route53', operation: 'ListHostedZones', input: {}, accessKeyId: 'AKIA' }
  const list = () => account.gateway.perform(call)
  for (let each = 0; each < 5; each++) list()
  expect(list).toThrow(expect.objectContaining({ code: 'Throttling', status: 400 }) as Error)
  account.timeline.advance(0.2)
  expect(list).not.toThrow()
})
