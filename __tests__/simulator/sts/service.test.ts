import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling'
import { githubToken } from '../../../simulator/oidc.ts'
import { githubIssuer } from '../../../simulator/sts/trust.ts'
import { scripted, smallAccount } from '../small-account.ts'

const roleArn = 'arn:aws:iam::123456789012:role/patcher'

const account = () => {
  const parts = smallAccount(scripted('Auto Scaling', { DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }) }))
  parts.sts.addRole({ arn: roleArn, issuer: githubIssuer, subjects: ['repo:example/fleet:*'] })
  const client = new STSClient(parts.config())
  const assume = (token: string, more: object = {}) =>
    client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: 'run-1',
        WebIdentityToken: token,
        ...more,
      }),
    )
  const mint = (claims: Readonly<Record<string, unknown>> = {}, audience = 'sts.amazonaws.com') =>
    githubToken({ timeline: parts.timeline, claims }, audience)
  return { ...parts, client, assume, mint }
}

describe('AssumeRoleWithWebIdentity', () => {
  it('gives credentials with the requested end, and the subject of the token', async () => {
    const { assume, mint, timeline } = account()
    const answer = await assume(mint(), { DurationSeconds: 900 })
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:example/fleet:ref:refs/heads/main',
      Audience: 'sts.amazonaws.com',
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/patcher/run-1' },
      Credentials: { Expiration: new Date((timeline.now + 900) * 1000) },
    })
  })

  it('needs no signature', async () => {
    const { requestHandler, mint } = account()
    const bare = new STSClient({ region: 'eu-west-1', requestHandler: requestHandler() })
    const command = new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'run',
      WebIdentityToken: mint(),
    })
    await expect(bare.send(command)).resolves.toHaveProperty('Credentials')
  })

  const refusals = [
    {
      name: 'another audience',
      claims: {},
      audience: 'https://github.com/example',
      error: 'InvalidIdentityTokenException',
      text: 'Incorrect token audience',
    },
    {
      name: 'a token that has expired',
      claims: { exp: 1 },
      audience: undefined,
      error: 'ExpiredTokenException',
      text: 'Token expired',
    },
    {
      name: 'a subject that the role does not trust',
      claims: { sub: 'repo:example/Fleet:ref:x' },
      audience: undefined,
      error: 'AccessDenied',
      text: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    },
    {
      name: 'an issuer without a provider',
      claims: { iss: 'https://elsewhere' },
      audience: undefined,
      error: 'InvalidIdentityTokenException',
      text: 'No OpenIDConnect provider found in your account for https://elsewhere',
    },
  ]
  it.each(refusals)('refuses $name', async ({ claims, audience, error, text }) => {
    const { assume, mint } = account()
    await expect(assume(mint(claims, audience))).rejects.toMatchObject({
      name: error,
      message: expect.stringContaining(text),
    })
  })

  const wrong = [
    { name: 'what is no token', token: 'not-a-token', more: {}, error: 'InvalidIdentityTokenException' },
    {
      name: 'a role that does not exist',
      token: undefined,
      more: { RoleArn: 'arn:aws:iam::123456789012:role/none' },
      error: 'AccessDenied',
    },
    { name: 'a session that is too short', token: undefined, more: { DurationSeconds: 60 }, error: 'ValidationError' },
    {
      name: 'a session longer than the role allows',
      token: undefined,
      more: { DurationSeconds: 7200 },
      error: 'ValidationError',
    },
    {
      name: 'a session name with a space',
      token: undefined,
      more: { RoleSessionName: 'a b' },
      error: 'ValidationError',
    },
  ]
  it.each(wrong)('refuses $name', async ({ token, more, error }) => {
    const { assume, mint } = account()
    await expect(assume(token ?? mint(), more)).rejects.toMatchObject({ name: error })
  })
})

describe('the caller', () => {
  it('is the assumed role, once its keys are used', async () => {
    const { assume, mint, config, sts } = account()
    const { Credentials } = await assume(mint())
    sts.accepts = 'known keys'
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {}
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
    const identity = await new STSClient({ ...config(), credentials }).send(new GetCallerIdentityCommand({}))
    expect(identity).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:sts::123456789012:assumed-role/patcher/run-1',
    })
  })

  it('may not chain roles for more than an hour', async () => {
    const { assume, mint, config, sts } = account()
    sts.addRole({ arn: 'arn:aws:iam::123456789012:role/second', maxSessionSeconds: 43_200 })
    const { Credentials } = await assume(mint())
    const credentials = { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: 'x' }
    const chain = new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/second',
      RoleSessionName: 'run',
      DurationSeconds: 7200,
    })
    await expect(new STSClient({ ...config(), credentials }).send(chain)).rejects.toMatchObject({
      message: expect.stringContaining('role chaining'),
    })
  })

  it('may use any key until a scenario accepts known keys only', async () => {
    const { config, sts } = account()
    const client = new AutoScalingClient(config())
    await client.send(new DescribeAutoScalingGroupsCommand({}))
    sts.accepts = 'known keys'
    await expect(client.send(new DescribeAutoScalingGroupsCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    })
  })

  it('is refused when the session has ended', async () => {
    const { assume, mint, config, sts, timeline } = account()
    const { Credentials } = await assume(mint(), { DurationSeconds: 900 })
    sts.accepts = 'known keys'
    timeline.advance(901)
    const credentials = { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: 'x' }
    const client = new AutoScalingClient({ ...config(), credentials })
    await expect(client.send(new DescribeAutoScalingGroupsCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' })
  })
})
