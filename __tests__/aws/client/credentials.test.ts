import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { describe, expect, jest, test } from '@jest/globals'

import { checkAccount } from '../../../src/aws/client/account.ts'
import { caller } from '../../../src/aws/client/call.ts'
import { awsClients } from '../../../src/aws/client/clients.ts'
import { ambientExpiry, expiryWarning, webIdentity } from '../../../src/aws/client/credentials.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { UserError } from '../../../src/errors.ts'
import type { CredentialInputs, Role } from '../../../src/inputs/inputs.ts'
import { recordingRunner } from '../../../testing/recording-runner.ts'
import { broken, canned, fault, keys, quickClock, success, type Answer } from '../canned.ts'

const region = 'eu-west-1'
const role: Role = { arn: 'arn:aws:iam::123456789012:role/patcher', partition: 'aws', account: '123456789012' }

function token(number: number): string {
  const claims = { sub: 'repo:octo/fleet:ref:refs/heads/main', aud: 'sts.amazonaws.com', jti: number }
  return `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature-${number}`
}

function session(number: number, endsAt: number): Answer {
  return success(
    'AssumeRoleWithWebIdentity',
    `<Credentials><AccessKeyId>ASIA${number}</AccessKeyId><SecretAccessKey>secret-${number}</SecretAccessKey>` +
      `<SessionToken>session-${number}</SessionToken><Expiration>${new Date(endsAt).toISOString()}</Expiration></Credentials>`,
  )
}

const identity = success(
  'GetCallerIdentity',
  '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/patcher/x</Arn><UserId>A:x</UserId>',
)

function simulated(answers: readonly Answer[], over: Partial<CredentialInputs> = {}) {
  const start = Date.now()
  const clock = quickClock(start)
  const { handler, sent } = canned(answers)
  let tokens = 0
  const runner = recordingRunner({ idToken: () => token(++tokens) })
  const { send } = caller({ clock, random: () => 0, mutable: false })
  const anonymous = awsClients({ region, mutable: false, requestHandler: handler })
  const inputs = { role, sessionName: 'fleet-patch-4711', durationSeconds: 3600, audience: undefined, ...over } as const
  const credentials = webIdentity({
    source: { ...inputs, role: over.role ?? role },
    issuer: runner,
    clients: anonymous,
    send,
    clock,
    random: () => 0,
  })
  const clients = awsClients({ region, credentials, mutable: true, requestHandler: handler })
  return { start, clock, sent, runner, send, credentials, clients }
}

/** In the words of STS. */
const KEYLESS =
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"

const hour = 3_600_000
const minute = 60_000

async function refusal(call: Promise<unknown>): Promise<UserError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof UserError) return error
  throw new Error(`not a UserError: ${String(error)}`)
}

describe('the session of a role', () => {
  test('is assumed unsigned, with a token for the audience, and its secrets are masked', async () => {
    const { credentials, sent, runner, start } = simulated([session(1, Date.now() + hour)])
    expect(await credentials()).toMatchObject({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'secret-1',
      sessionToken: 'session-1',
    })
    expect((await credentials()).expiration?.getTime()).toBeGreaterThan(start)
    expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: role.arn,
      RoleSessionName: 'fleet-patch-4711',
      WebIdentityToken: token(1),
      DurationSeconds: '3600',
    })
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
    expect(runner.recorded.audiences).toEqual(['sts.amazonaws.com'])
    expect(runner.recorded.secrets).toEqual(expect.arrayContaining([token(1), 'secret-1', 'session-1']))
  })

  test('is kept until five minutes before its end, and then renewed with a new token', async () => {
    const now = Date.now()
    const { credentials, clock, sent } = simulated([session(1, now + hour), session(2, now + 2 * hour)])
    await credentials()
    clock.time = now + hour - 6 * minute
    expect((await credentials()).accessKeyId).toBe('ASIA1')
    clock.time = now + hour - 4 * minute
    expect((await credentials()).accessKeyId).toBe('ASIA2')
    expect(sent.map(({ form }) => form.get('WebIdentityToken'))).toEqual([token(1), token(2)])
  })

  test('is shared by concurrent requests', async () => {
    const { credentials, sent } = simulated([session(1, Date.now() + hour)])
    await Promise.all([credentials(), credentials(), credentials()])
    expect(sent).toHaveLength(1)
  })

  test('is requested again by a client of the SDK when it is about to end', async () => {
    const now = Date.now()
    const { clients, send, sent, clock } = simulated([
      session(1, now + hour),
      identity,
      session(2, now + 2 * hour),
      identity,
      identity,
    ])
    // The SDK reads the machine's time; here it is that of the test.
    const machine = jest.spyOn(Date, 'now').mockImplementation(() => clock.time)
    try {
      const sts = await clients.sts()
      await send(sts, new GetCallerIdentityCommand({}))
      clock.time = now + hour - 4 * minute
      await send(sts, new GetCallerIdentityCommand({}))
      await send(sts, new GetCallerIdentityCommand({}))
    } finally {
      machine.mockRestore()
    }
    expect(sent.map(({ form }) => form.get('Action'))).toEqual([
      'AssumeRoleWithWebIdentity',
      'GetCallerIdentity',
      'AssumeRoleWithWebIdentity',
      'GetCallerIdentity',
      'GetCallerIdentity',
    ])
    expect(sent.map(({ headers }) => /Credential=(\w+)/.exec(headers['authorization'] ?? '')?.[1])).toEqual([
      undefined,
      'ASIA1',
      undefined,
      'ASIA2',
      'ASIA2',
    ])
    expect(clock.slept).toEqual([])
  })

  test('is renewed by the time of AWS, on a machine whose clock stands an hour back too', async () => {
    const now = Date.now()
    const sessions = [session(1, now + hour), identity, session(2, now + 2 * hour), identity]
    const { clients, send, sent, clock } = simulated(sessions)
    const machine = jest.spyOn(Date, 'now').mockImplementation(() => clock.time - hour)
    try {
      const sts = await clients.sts()
      await send(sts, new GetCallerIdentityCommand({}))
      clock.time = now + hour - 4 * minute
      await send(sts, new GetCallerIdentityCommand({}))
    } finally {
      machine.mockRestore()
    }
    expect(sent).toHaveLength(4)
    expect(sent[3]?.headers['authorization']).toContain('Credential=ASIA2')
  })

  test('of China has an audience of its own, and what the user sets wins', async () => {
    const china: Role = { ...role, arn: 'arn:aws-cn:iam::123456789012:role/patcher', partition: 'aws-cn' }
    const end = Date.now() + hour
    const requests = async (over: Partial<CredentialInputs>): Promise<readonly string[]> => {
      const { credentials, runner } = simulated([session(1, end)], over)
      await credentials()
      return runner.recorded.audiences
    }
    expect(await requests({ role: china })).toEqual(['sts.amazonaws.com.cn'])
    expect(await requests({ role: china, audience: 'mine' })).toEqual(['mine'])
    expect(await requests({ role: { ...role, partition: 'aws-us-gov' } })).toEqual(['sts.amazonaws.com'])
  })

  test('is requested again when AWS could not reach GitHub, and after a lost answer', async () => {
    const { credentials, sent } = simulated([
      fault('IDPCommunicationError', { message: 'An error occurred' }),
      broken('ECONNRESET'),
      session(1, Date.now() + hour),
    ])
    expect((await credentials()).accessKeyId).toBe('ASIA1')
    expect(sent).toHaveLength(3)
  })

  test('is used to its end while no new one is available, and a later call tries again', async () => {
    const now = Date.now()
    const refused = fault('AccessDenied', { status: 403 })
    const silent = Array.from({ length: 10 }, () => broken('ECONNREFUSED'))
    const { credentials, clock } = simulated([session(1, now + hour), refused, session(2, now + 2 * hour), ...silent])
    await credentials()
    clock.time = now + hour - minute
    expect((await credentials()).accessKeyId).toBe('ASIA1')
    clock.time += minute / 2
    expect((await credentials()).accessKeyId).toBe('ASIA2')
    clock.time = now + 3 * hour
    // A roll is under way: it reads again instead of giving up.
    await expect(credentials()).rejects.toBeInstanceOf(UncertainOutcome)
  })

  test('that was not available is requested again the next time', async () => {
    const { credentials } = simulated([fault('AccessDenied', { status: 403 }), session(1, Date.now() + hour)])
    await refusal(credentials())
    expect((await credentials()).accessKeyId).toBe('ASIA1')
  })

  const issuing = (
    idToken: (audience: string) => Promise<string>,
    answers: readonly Answer[] = [],
    workflow?: string,
  ) => {
    const { handler, sent } = canned(answers)
    const clock = quickClock(Date.now())
    const random = (): number => 0.5
    const { send } = caller({ clock, random, mutable: false })
    const clients = awsClients({ region, mutable: false, requestHandler: handler })
    const source = { role, sessionName: 'x1', durationSeconds: 3600, audience: undefined, workflow }
    const issuer = { ...recordingRunner(), idToken }
    return { sent, clock, session: webIdentity({ source, issuer, clients, send, clock, random }) }
  }

  const refusals: { name: string; answer: Answer; says: string[] }[] = [
    {
      name: 'a trust policy that does not fit',
      answer: fault('AccessDenied', {
        status: 403,
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      }),
      says: [
        'role exists in the account 123456789012',
        ':sub` is `repo:octo/fleet:ref:refs/heads/main`',
        ':aud` is `sts.amazonaws.com`',
      ],
    },
    {
      name: 'a missing audience',
      answer: fault('InvalidIdentityToken', { message: 'Incorrect token audience' }),
      says: ['Add the audience `sts.amazonaws.com` to the identity provider'],
    },
    {
      name: 'a missing provider',
      answer: fault('InvalidIdentityToken', {
        message: 'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      }),
      says: ['Create the identity provider https://token.actions.githubusercontent.com', '123456789012'],
    },
    {
      name: 'another invalid token',
      answer: fault('InvalidIdentityToken', { message: 'Issuer must be a valid URL' }),
      says: ['has exactly the address'],
    },
    {
      name: 'too long a session',
      answer: fault('ValidationError', {
        message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      }),
      says: ['Set `role-duration-seconds` (now 3600)'],
    },
    {
      name: 'an expired token',
      answer: fault('ExpiredTokenException', { message: 'Token expired' }),
      says: ['Check the clock of the runner'],
    },
    {
      name: 'a region without STS',
      answer: fault('RegionDisabledException', { status: 403, message: 'STS is not activated in this region' }),
      says: ['enable STS for this region in the account 123456789012'],
    },
  ]
  test.each([
    {
      name: 'a subject with ids',
      claims: { sub: 'repo:octo@1/fleet@2:ref:refs/heads/main', aud: 'sts.amazonaws.com', repository_id: '2' },
      says: [
        ':sub` is `repo:octo@1/fleet@2:ref:refs/heads/main`',
        'repository_id `2`',
        'a policy for its name alone refuses it',
      ],
    },
    {
      name: 'an environment and a reusable workflow',
      claims: {
        sub: 'repo:octo/fleet:environment:prod',
        environment: 'prod',
        job_workflow_ref: 'octo/flows/a.yml@main',
      },
      says: ['environment `prod`', 'job_workflow_ref `octo/flows/a.yml@main`'],
    },
    {
      name: 'a GitHub Enterprise server',
      claims: { iss: 'https://github.example/_services/token', sub: 'repo:octo/fleet:ref:refs/heads/main' },
      says: ['`github.example/_services/token:sub` is `repo:octo/fleet:ref:refs/heads/main`'],
    },
    { name: 'a token without readable claims', claims: 'none', says: [':sub` is `unknown`'] },
  ])('of a trust policy that does not fit names the claims of the token: $name', async ({ claims, says }) => {
    const text = `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`
    const { session: may } = issuing(async () => text, [fault('AccessDenied', { status: 403 })])
    const error = await refusal(may())
    for (const part of says) expect(error.remedy).toContain(part)
    expect(error.message).not.toContain(text)
  })

  test.each([
    { from: 'octo/flows/b.yml@main', said: 'the token says `octo/flows/b.yml@main`: only that workflow' },
    { from: undefined, said: 'the token says `nothing`: only that workflow' },
    { from: 'octo/flows/a.yml@main', said: undefined },
  ])('of a role that wants a workflow names it where the job comes from another: $from', async ({ from, said }) => {
    const claims = JSON.stringify({ sub: 's', ...(from !== undefined && { job_workflow_ref: from }) })
    const text = `header.${Buffer.from(claims).toString('base64url')}.signature`
    const denied = [fault('AccessDenied', { status: 403 })]
    const { remedy = '' } = await refusal(issuing(async () => text, denied, 'octo/flows/a.yml@*').session())
    expect(remedy.includes('The role wants job_workflow_ref `octo/flows/a.yml@*`')).toBe(said !== undefined)
    expect(remedy).toContain(said ?? 'Check that the role exists')
  })

  test.each([
    { message: 'No OpenIDConnect provider found in your account for https://token.actions.octo.ghe.com' },
    { message: 'Issuer must be a valid URL' },
  ])('of a provider names the issuer of the token: $message', async ({ message }) => {
    const claims = Buffer.from(JSON.stringify({ iss: 'https://token.actions.octo.ghe.com', sub: 's' })).toString(
      'base64url',
    )
    const { session: may } = issuing(async () => `header.${claims}.s`, [fault('InvalidIdentityToken', { message })])
    const { remedy } = await refusal(may())
    expect(remedy).toContain('https://token.actions.octo.ghe.com')
    expect(remedy).not.toContain('githubusercontent')
  })

  test.each(refusals)('explains $name', async ({ answer, says }) => {
    const { credentials, runner } = simulated([answer])
    const error = await refusal(credentials())
    expect(error.what).toBe(`The role ${role.arn} could not be assumed with the job's OIDC token.`)
    for (const text of says) expect(error.remedy).toContain(text)
    // The recording runner throws where a secret would be shown.
    runner.setFailed(error.message, 'Fleet Patch')
  })

  test('reports its error through a client that needs it, without being requested again and again', async () => {
    const { clients, send, sent } = simulated([fault('AccessDenied', { status: 403, message: 'Not authorized' })])
    const error = await refusal(send(await clients.sts(), new GetCallerIdentityCommand({})))
    expect(error.what).toContain('could not be assumed')
    expect(sent).toHaveLength(1)
  })

  test('needs a job that may request tokens', async () => {
    const { session: may, sent } = issuing(recordingRunner().idToken)
    expect((await refusal(may())).what).toContain('may not ask GitHub')
    expect(sent).toEqual([])
  })

  test.each([
    { name: 'a server error', error: new Error('its endpoint answered with status 500') },
    { name: 'a lost connection', error: broken('ECONNRESET') },
  ])('asks again for a token after $name, and waits before', async ({ error }) => {
    let asked = 0
    const idToken = async (): Promise<string> => {
      if (++asked <= 3) throw error
      return token(asked)
    }
    const { session: may, clock } = issuing(idToken, [session(1, Date.now() + hour)])
    expect((await may()).accessKeyId).toBe('ASIA1')
    expect(clock.slept).toEqual([500, 1000, 2000])
  })

  test('is left without an answer when GitHub gives no token for a while, and says what happened', async () => {
    let asked = 0
    const { session: may, sent } = issuing(() => Promise.reject((asked++, broken('ECONNRESET'))))
    const error = await may().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UncertainOutcome)
    expect((error as Error).message).toBe('GitHub gave no OIDC token: the connection was reset.')
    expect(asked).toBe(4)
    expect(sent).toEqual([])
  })

  test('is asked for with a new token after STS could not fetch the keys of GitHub', async () => {
    const keyless = fault('InvalidIdentityToken', { message: KEYLESS })
    let asked = 0
    const idToken = async (): Promise<string> => token(++asked)
    const { session: may, sent } = issuing(idToken, [
      ...Array.from({ length: 5 }, () => keyless),
      session(1, Date.now() + hour),
    ])
    await expect(may()).rejects.toBeInstanceOf(UncertainOutcome)
    expect((await may()).accessKeyId).toBe('ASIA1')
    expect(sent.map(({ form }) => form.get('WebIdentityToken'))).toEqual([1, 1, 1, 1, 2, 2].map(token))
  })

  test('is renewed after a pause where a renewal failed, and not for every request', async () => {
    const now = Date.now()
    let asked = 0
    const idToken = async (): Promise<string> => {
      if (++asked > 1 && asked <= 5) throw new Error('its endpoint answered with status 500')
      return token(asked)
    }
    const { session: may, clock } = issuing(idToken, [session(1, now + hour), session(2, now + 2 * hour)])
    await may()
    clock.time = now + hour - 4 * minute
    for (let number = 0; number < 9; number++) expect((await may()).accessKeyId).toBe('ASIA1')
    expect(asked).toBe(5)
    clock.time += minute
    expect((await may()).accessKeyId).toBe('ASIA2')
  })

  test('is without an answer when AWS cannot be reached at all', async () => {
    const { credentials } = simulated(Array.from({ length: 4 }, () => broken('ENOTFOUND')))
    await expect(credentials()).rejects.toThrow('could not be reached for sts:AssumeRoleWithWebIdentity')
  })
})

describe('the account', () => {
  const asking = (answers: readonly Answer[], allowedAccountIds: readonly string[]) => {
    const { handler, sent } = canned(answers)
    const clients = awsClients({ region, credentials: keys, mutable: false, requestHandler: handler })
    const { send } = caller({ clock: quickClock(), random: () => 0, mutable: false })
    return { sent, account: checkAccount({ clients, send, allowedAccountIds }) }
  }

  test('is read from AWS', async () => {
    const expected = { id: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/patcher/x' }
    expect(await asking([identity], []).account).toEqual(expected)
    expect(await asking([identity], ['999999999999', '123456789012']).account).toEqual(expected)
  })

  test('is refused when it is not allowed', async () => {
    const error = await refusal(asking([identity], ['999999999999']).account)
    expect(error.what).toBe(
      'The credentials belong to the account 123456789012, which `allowed-account-ids` does not hold.',
    )
    expect(error.why).toContain('999999999999')
  })

  test('needs an AWS that answers', async () => {
    const silent = Array.from({ length: 10 }, () => broken('ECONNREFUSED'))
    await expect(asking(silent, []).account).rejects.toBeInstanceOf(UncertainOutcome)
  })
})

describe('ambient credentials', () => {
  const now = Date.UTC(2026, 0, 1)

  test('report their end where it is known, and are masked', async () => {
    const runner = recordingRunner()
    const expiration = new Date(now)
    const credentials = async () => ({ ...(await keys()), sessionToken: 'session-of-the-test', expiration })
    expect(await ambientExpiry(awsClients({ region, credentials, mutable: true }), runner)).toEqual(expiration)
    expect(runner.recorded.secrets).toEqual(['secret-of-the-test', 'session-of-the-test'])
    expect(await ambientExpiry(awsClients({ region, credentials: keys, mutable: true }), runner)).toBeUndefined()
  })

  test.each([
    { name: 'AWS_ACCESS_KEY_ID', over: { accessKeyId: 'AKIAEXAMPLE\n' } },
    { name: 'AWS_ACCESS_KEY_ID', over: { accessKeyId: 'AKIA EXAMPLE' } },
    { name: 'AWS_SECRET_ACCESS_KEY', over: { secretAccessKey: 'secret-of-the-test\r\n' } },
    { name: 'AWS_SESSION_TOKEN', over: { sessionToken: 'session\n-of-the-test' } },
  ])('that cannot be sent as they are are refused: $name $over', async ({ name, over }) => {
    const runner = recordingRunner()
    const credentials = async () => ({ ...(await keys()), sessionToken: 'session-of-the-test', ...over })
    const error = await refusal(ambientExpiry(awsClients({ region, credentials, mutable: true }), runner))
    expect(error.what).toContain(`\`${name}\` of the AWS credentials holds a line end`)
    // The recording runner throws where a secret would be shown.
    runner.setFailed(error.message, 'Fleet Patch')
  })

  test('that are missing are reported as such', async () => {
    const missing = Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    })
    const clients = awsClients({ region, credentials: () => Promise.reject(missing), mutable: true })
    expect((await refusal(ambientExpiry(clients, recordingRunner()))).what).toBe('There are no AWS credentials.')
  })

  const lifetimes = [
    { name: 'unknown end', expiry: undefined, warns: undefined },
    { name: 'end after the run', expiry: new Date(now + 330 * minute), warns: undefined },
    { name: 'end within the run', expiry: new Date(now + 59.5 * minute), warns: 'end in 59 minutes' },
    { name: 'end in the past', expiry: new Date(now - minute), warns: 'end in 0 minutes' },
  ]
  test.each(lifetimes)('warn when they may end before the run: $name', ({ expiry, warns }) => {
    const warning = expiryWarning({ expiry, now, timeoutSeconds: 330 * 60 })
    expect(/end in \d+ minutes/.exec(warning ?? '')?.[0]).toBe(warns)
  })
})
