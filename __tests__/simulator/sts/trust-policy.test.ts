import { isTrusted, type TrustStatement } from '../../../simulator/sts/trust-policy.ts'
import { readToken, type Claims } from '../../../simulator/sts/token.ts'
import { githubToken, type OidcOptions } from '../../../simulator/oidc.ts'
import { Timeline } from '../../../simulator/timeline.ts'

const HOST = 'token.actions.githubusercontent.com'
const timeline = new Timeline(Date.UTC(2026, 0, 5) / 1000)
const claims = (options: Partial<OidcOptions> = {}): Claims =>
  readToken(githubToken({ timeline, ...options }, 'sts.amazonaws.com')) as Claims

const statement = (Condition: TrustStatement['Condition'], Effect: TrustStatement['Effect'] = 'Allow') => ({
  Effect,
  Action: 'sts:AssumeRoleWithWebIdentity',
  Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${HOST}` },
  ...(Condition && { Condition }),
})
const like = (claim: string, ...wanted: string[]) => ({ StringLike: { [`${HOST}:${claim}`]: wanted } })
const equals = (claim: string, ...wanted: string[]) => ({ StringEquals: { [`${HOST}:${claim}`]: wanted } })

describe('both forms of a subject', () => {
  test.each<{ name: string; options: Partial<OidcOptions>; sub: string }>([
    { name: 'by names', options: {}, sub: 'repo:example/fleet:ref:refs/heads/main' },
    { name: 'by names and ids', options: { subject: 'ids' }, sub: 'repo:example@1001/fleet@2002:ref:refs/heads/main' },
    { name: 'of an environment', options: { subject: 'ids', environment: 'live' }, sub: 'repo:example@1001/fleet@2002:environment:live' },
  ])('$name', ({ options, sub }) => {
    expect(claims(options).sub).toBe(sub)
    expect(isTrusted({ Statement: [statement(equals('sub', sub))] }, claims(options))).toBe(true)
  }) // prettier-ignore

  test('are not trusted by a pattern of the other form', () => {
    const names = { Statement: [statement(like('sub', 'repo:example/fleet:*'))] }
    const ids = { Statement: [statement(like('sub', 'repo:example@1001/fleet@2002:*'))] }
    expect([isTrusted(names, claims()), isTrusted(names, claims({ subject: 'ids' }))]).toEqual([true, false])
    expect([isTrusted(ids, claims()), isTrusted(ids, claims({ subject: 'ids' }))]).toEqual([false, true])
  })
})

describe('conditions on other claims', () => {
  test.each([
    { claim: 'repository_id', value: '2002' },
    { claim: 'ref', value: 'refs/heads/main' },
    { claim: 'actor', value: 'octocat' },
    { claim: 'workflow', value: 'patch' },
    { claim: 'job_workflow_ref', value: 'example/fleet/.github/workflows/patch.yml@refs/heads/main' },
  ])('hold for $claim, and for no other value', ({ claim, value }) => {
    expect(isTrusted({ Statement: [statement(equals(claim, value))] }, claims())).toBe(true)
    expect(isTrusted({ Statement: [statement(equals(claim, `${value}x`))] }, claims())).toBe(false)
  })

  test.each([
    { name: 'a claim that STS does not give to conditions', condition: equals('run_id', '1000'), isAllowed: false },
    { name: 'a claim that the token lacks', condition: equals('environment', 'live'), isAllowed: false },
    { name: 'the same where it is optional', condition: { StringEqualsIfExists: { [`${HOST}:environment`]: 'live' } }, isAllowed: true },
    { name: 'a claim that must be another', condition: { StringNotEquals: { [`${HOST}:ref`]: 'refs/heads/main' } }, isAllowed: false },
    { name: 'one of several values', condition: equals('ref', 'refs/heads/dev', 'refs/heads/main'), isAllowed: true },
    { name: 'a pattern', condition: like('ref', 'refs/heads/m?in'), isAllowed: true },
    { name: 'another case', condition: equals('ref', 'refs/heads/Main'), isAllowed: false },
    { name: 'two claims of which one does not fit', condition: { ...equals('ref', 'refs/heads/main'), ...like('actor', 'x*') }, isAllowed: false },
  ])('$name: $isAllowed', ({ condition, isAllowed }) => {
    expect(isTrusted({ Statement: [statement(condition)] }, claims())).toBe(isAllowed)
  }) // prettier-ignore

  test('of a denial stand above any that allows', () => {
    const Statement = [statement(undefined), statement(equals('actor', 'octocat'), 'Deny')]
    expect(isTrusted({ Statement }, claims())).toBe(false)
    expect(isTrusted({ Statement: Statement.slice(0, 1) }, claims())).toBe(true)
  })

  test('are those of their provider, and of this action', () => {
    const other = { ...statement(undefined), Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/ghes.example' } } // prettier-ignore
    expect(isTrusted({ Statement: [other] }, claims())).toBe(false)
    expect(isTrusted({ Statement: [{ ...statement(undefined), Action: 'sts:AssumeRole' }] }, claims())).toBe(false)
  })
})
