/** The documented trust policies, as the simulated STS reads them: who gets in, and who does not. */
import { readFileSync } from 'node:fs'
import { githubToken, type OidcOptions } from '../../simulator/oidc.ts'
import { checkToken, githubIssuer } from '../../simulator/sts/trust.ts'
import type { TrustPolicy } from '../../simulator/sts/trust-policy.ts'
import { Timeline } from '../../simulator/timeline.ts'

const timeline = new Timeline(Date.UTC(2026, 7, 1) / 1000)
const arn = 'arn:aws:iam::123456789012:role/fleet-patch'

/** The policy in the section of docs/trust.md with this title. */
const documented = (title: string): string =>
  /```json\n([\s\S]*?)```/.exec(readFileSync('docs/trust.md', 'utf8').split(`\n## ${title}\n`)[1] ?? '')?.[1] ?? ''

/** The names and ids of the documents, in place of those of the simulated repository. */
const policyOf = (text: string): TrustPolicy =>
  JSON.parse(
    text
      .replaceAll('my-org', 'example')
      .replaceAll('my-repository', 'fleet')
      .replaceAll('1234', '1001')
      .replaceAll('5678', '2002')
      // The account's id begins like the id of the owner.
      .replaceAll('100156789012', '123456789012'),
  ) as TrustPolicy

const policies: Readonly<Record<string, TrustPolicy>> = {
  README: policyOf(readFileSync('docs/iam/trust.json', 'utf8')),
  subjects: policyOf(documented('Several subjects')),
  environment: policyOf(documented('An environment')),
  workflow: policyOf(documented('A reusable workflow')),
}

type Token = Omit<OidcOptions, 'timeline'>

function isAccepted(policy: TrustPolicy, token: Token, audience = 'sts.amazonaws.com'): boolean {
  const roles = new Map([[arn, { arn, issuer: githubIssuer, policy }]])
  try {
    checkToken(githubToken({ timeline, ...token }, audience), roles, { roleArn: arn, now: timeline.now })
    return true
  } catch {
    return false
  }
}

const ids: Token = { subject: 'ids' }
const reusable = { job_workflow_ref: 'example/workflows/.github/workflows/patch.yml@refs/heads/main' }

test.each<{ name: string; policy: string; token: Token; accepted: boolean }>([
  { name: 'a repository with names', policy: 'README', token: {}, accepted: true },
  { name: 'a repository with ids', policy: 'README', token: ids, accepted: true },
  { name: 'an environment', policy: 'README', token: { environment: 'production' }, accepted: false },
  {
    name: 'another repository of the same name',
    policy: 'README',
    token: { claims: { sub: 'repo:example@1001/fleet@9999:ref:refs/heads/main' } },
    accepted: false,
  },
  {
    name: 'another branch',
    policy: 'README',
    token: { claims: { sub: 'repo:example/fleet:ref:refs/heads/other' } },
    accepted: false,
  },
  {
    name: 'another case',
    policy: 'README',
    token: { claims: { sub: 'repo:Example/fleet:ref:refs/heads/main' } },
    accepted: false,
  },
  { name: 'the main branch', policy: 'subjects', token: ids, accepted: true },
  {
    name: 'a release branch',
    policy: 'subjects',
    token: { claims: { sub: 'repo:example@1001/fleet@2002:ref:refs/heads/release/7' } },
    accepted: true,
  },
  { name: 'the environment', policy: 'subjects', token: { ...ids, environment: 'production' }, accepted: true },
  { name: 'another environment', policy: 'subjects', token: { ...ids, environment: 'test' }, accepted: false },
  { name: 'names where ids are asked for', policy: 'subjects', token: {}, accepted: false },
  {
    name: 'the environment, with ids',
    policy: 'environment',
    token: { ...ids, environment: 'production' },
    accepted: true,
  },
  { name: 'the environment, with names', policy: 'environment', token: { environment: 'production' }, accepted: true },
  { name: 'no environment', policy: 'environment', token: ids, accepted: false },
  {
    name: 'the environment of another repository',
    policy: 'environment',
    token: { ...ids, environment: 'production', claims: { repository_id: '9999' } },
    accepted: false,
  },
  { name: 'the reusable workflow, with names', policy: 'workflow', token: { claims: reusable }, accepted: true },
  { name: 'the reusable workflow, with ids', policy: 'workflow', token: { ...ids, claims: reusable }, accepted: true },
  { name: 'a workflow of its own', policy: 'workflow', token: ids, accepted: false },
  {
    name: 'the workflow, called from another organisation',
    policy: 'workflow',
    token: { claims: { ...reusable, sub: 'repo:examples/fleet:ref:refs/heads/main' } },
    accepted: false,
  },
])('the policy of "$policy" and $name: accepted $accepted', ({ policy, token, accepted }) => {
  expect(isAccepted(policies[policy]!, token)).toBe(accepted)
})

test.each(Object.entries(policies))(
  'the policy of "%s" refuses another audience and another issuer',
  (_name, policy) => {
    const token: Token = { ...ids, environment: 'production', claims: reusable }
    expect(isAccepted(policy, token, 'https://github.com/example')).toBe(false)
    expect(isAccepted(policy, { claims: { iss: 'https://token.actions.example.ghe.com' } })).toBe(false)
  },
)
