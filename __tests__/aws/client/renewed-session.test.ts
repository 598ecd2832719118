import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { jest } from '@jest/globals'
import { awsClients } from '../../../src/aws/client/clients.ts'
import { ambientSession } from '../../../src/aws/client/credentials.ts'
import { renewedSession } from '../../../src/aws/client/renewed-session.ts'
import { canned, keys, quickClock, success } from '../canned.ts'

const MINUTE = 60_000

/** Credentials of a machine that end after so many minutes, anew at each question; undefined: they do not say when. */
function machine(minutes: number | undefined) {
  const clock = quickClock(Date.now())
  let asked = 0
  const renew = async () => {
    asked++
    const expiration = minutes === undefined ? {} : { expiration: new Date(clock.now() + minutes * MINUTE) }
    return { ...(await keys()), accessKeyId: `ASIA${asked}`, ...expiration }
  }
  return { clock, renew, asked: () => asked }
}

test('credentials without an end are asked for once', async () => {
  const { clock, renew, asked } = machine(undefined)
  const session = renewedSession(renew, clock)
  for (let number = 0; number < 3; number++) {
    expect((await session()).accessKeyId).toBe('ASIA1')
    clock.time += 600 * MINUTE
  }
  expect(asked()).toBe(1)
})

test('credentials are renewed five minutes before their end', async () => {
  const { clock, renew } = machine(60)
  const session = renewedSession(renew, clock)
  await session()
  clock.time += 54 * MINUTE
  expect((await session()).accessKeyId).toBe('ASIA1')
  clock.time += 2 * MINUTE
  expect((await session()).accessKeyId).toBe('ASIA2')
})

test('a machine that gives short credentials is not asked for each request', async () => {
  const { clock, renew, asked } = machine(4)
  const session = renewedSession(renew, clock)
  for (let number = 0; number < 20; number++) {
    await session()
    clock.time += 1000
  }
  expect(asked()).toBe(1)
})

const identity = success(
  'GetCallerIdentity',
  '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/machine/x</Arn><UserId>A:x</UserId>',
)

test.each([
  { name: 'an hour slow', off: -60 * MINUTE },
  { name: 'an hour fast', off: 60 * MINUTE },
])('those of the machine are renewed by the time of AWS on a clock that is $name', async ({ off }) => {
  const { clock, renew, asked } = machine(30)
  const { handler, sent } = canned([identity, identity, identity])
  // As the SDK's own chain of providers is: it renews whenever it is asked to.
  const chain = Object.assign(renew, { memoized: true })
  const found = awsClients({ region: 'eu-west-1', credentials: chain, mutable: false, requestHandler: handler })
  const credentials = ambientSession(found, clock)
  const clients = awsClients({ region: 'eu-west-1', credentials, mutable: false, requestHandler: handler })
  const runner = jest.spyOn(Date, 'now').mockImplementation(() => clock.time + off)
  try {
    const sts = await clients.sts()
    await sts.send(new GetCallerIdentityCommand({}))
    clock.time += 20 * MINUTE
    await sts.send(new GetCallerIdentityCommand({}))
    expect(asked()).toBe(1)
    clock.time += 6 * MINUTE
    await sts.send(new GetCallerIdentityCommand({}))
  } finally {
    runner.mockRestore()
  }
  expect(sent.map(({ headers }) => /Credential=(\w+)/.exec(headers['authorization'] ?? '')?.[1])).toEqual([
    'ASIA1',
    'ASIA1',
    'ASIA2',
  ])
})
