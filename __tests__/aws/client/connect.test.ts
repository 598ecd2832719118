import { connect, type ConnectOptions } from '../../../src/aws/client/connect.ts'
import { UserError } from '../../../src/errors.ts'
import { recordingRunner } from '../../../testing/recording-runner.ts'
import { broken, canned, fault, quickClock, success, type Answer } from '../canned.ts'

const role = { arn: 'arn:aws:iam::123456789012:role/patcher', partition: 'aws', account: '123456789012' }
const MINUTE = 60_000

const session = success(
  'AssumeRoleWithWebIdentity',
  '<Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>secret-1</SecretAccessKey>' +
    `<SessionToken>session-1</SessionToken><Expiration>${new Date(Date.now() + 60 * MINUTE).toISOString()}</Expiration></Credentials>`,
)
const identity = success(
  'GetCallerIdentity',
  '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/patcher/x</Arn><UserId>A:x</UserId>',
)

const times = (count: number, answer: Answer): Answer[] => Array.from({ length: count }, () => answer)

/** Connects with a token endpoint that fails so often, and with these answers of STS. */
function connecting(failures: number, answers: readonly Answer[], over: Partial<ConnectOptions> = {}) {
  const clock = quickClock(Date.now())
  const { handler, sent } = canned(answers)
  const told: string[] = []
  let asked = 0
  const idToken = async (): Promise<string> => {
    if (++asked <= failures) throw new Error('its endpoint answered with status 500')
    return `header.e30.signature-${asked}`
  }
  const begin = clock.now()
  const connected = connect({
    credentials: { role, sessionName: 'x1', durationSeconds: 3600, audience: undefined },
    allowedAccountIds: [],
    timeoutSeconds: 600,
    region: 'eu-west-1',
    mutable: true,
    issuer: { ...recordingRunner(), idToken },
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    patienceSeconds: 180,
    waiting: (why) => told.push(why),
    requestHandler: handler,
    ...over,
  })
  const waited = (): number => clock.now() - begin
  return { connected, sent, told, waited, asked: () => asked }
}

const refusalOf = async (connected: Promise<unknown>): Promise<UserError> => {
  const error = await connected.catch((thrown: unknown) => thrown)
  if (error instanceof UserError) return error
  throw new Error(`not a UserError: ${String(error)}`)
}

test('credentials that come at the second request are waited for without a word', async () => {
  const { connected, told } = connecting(1, [session, identity])
  expect((await connected).account.id).toBe('123456789012')
  expect(told).toEqual([])
})

test.each([
  { name: 'GitHub gives no token', failures: 20, answers: [session, identity], why: 'status 500' },
  {
    name: 'STS has no keys of GitHub',
    failures: 0,
    answers: [
      ...times(9, fault('InvalidIdentityToken', { message: "Couldn't retrieve verification key from your provider" })),
      session,
      identity,
    ],
    why: 'InvalidIdentityToken',
  },
  {
    name: 'AWS is not reached',
    failures: 0,
    answers: [session, ...times(12, broken('ECONNREFUSED')), identity],
    why: 'refused',
  },
])('a connection is waited for while $name, and the log says so', async ({ failures, answers, why }) => {
  const { connected, told, waited } = connecting(failures, answers)
  expect((await connected).account.id).toBe('123456789012')
  expect(told[0]).toContain(why)
  expect(told.length).toBeLessThanOrEqual(1 + waited() / MINUTE)
})

test('a connection is waited for only so long, and then one error says where to look', async () => {
  const { connected, waited } = connecting(Infinity, [])
  const error = await refusalOf(connected)
  expect(error.what).toBe('GitHub gave no OIDC token: its endpoint answered with status 500.')
  expect(error.remedy).toContain('https://www.githubstatus.com')
  expect(waited()).toBeGreaterThan(3 * MINUTE)
  expect(waited()).toBeLessThan(4 * MINUTE)
})

test('a longer patience waits longer', async () => {
  const { connected, waited } = connecting(Infinity, [], { patienceSeconds: 1800 })
  await refusalOf(connected)
  expect(waited()).toBeGreaterThan(30 * MINUTE)
  expect(waited()).toBeLessThan(31 * MINUTE)
})

test.each([
  { name: 'behind', minutes: 30 },
  { name: 'ahead', minutes: -30 },
])(
  'a runner whose clock is half an hour $name waits as long as any other, though the first answer tells it the time',
  async ({ minutes }) => {
    const keyless = fault('InvalidIdentityToken', { message: "Couldn't retrieve verification key from your provider" })
    const failing = { ...keyless, date: new Date(Date.now() + minutes * MINUTE) }
    const soon = connecting(0, [...times(9, failing), session, identity])
    expect((await soon.connected).account.id).toBe('123456789012')
    const never = connecting(0, times(90, failing))
    await refusalOf(never.connected)
    expect(never.waited()).toBeGreaterThan(3 * MINUTE)
    expect(never.waited()).toBeLessThan(4 * MINUTE)
  },
)

test('a refusal is not waited out', async () => {
  const { connected, asked } = connecting(0, [fault('AccessDenied', { status: 403 })])
  expect((await refusalOf(connected)).what).toContain('could not be assumed')
  expect(asked()).toBe(1)
})

test('a name that is found nowhere is not waited for', async () => {
  const { connected, waited } = connecting(0, times(4, broken('ENOTFOUND')))
  expect((await refusalOf(connected)).what).toContain('its name was not found')
  expect(waited()).toBeLessThan(MINUTE)
})

test('a run that is cancelled waits no longer', async () => {
  const cancel = new AbortController()
  const { connected } = connecting(Infinity, [], {
    signal: cancel.signal,
    waiting: () => cancel.abort(new Error('cancelled')),
  })
  await expect(connected).rejects.toThrow('cancelled')
})
