/** The generator of trust policies: what it prints, and who gets in by it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trustPolicy, type TrustWish } from '../../scripts/trust-policy-document.ts'
import { githubToken } from '../../simulator/oidc.ts'
import { checkToken, githubIssuer } from '../../simulator/sts/trust.ts'
import type { TrustPolicy } from '../../simulator/sts/trust-policy.ts'
import { Timeline } from '../../simulator/timeline.ts'

const WORKFLOW = 'my-org/fleet/.github/workflows/fleet-refresh.yml@refs/tags/v1*'
const DOCUMENTED: TrustWish = { account: '123456789012', workflow: WORKFLOW, owner: 'my-org', ownerId: '1234', repositoryIds: ['5678'], environment: 'production' } // prettier-ignore

const page = readFileSync('docs/trust.md', 'utf8').split('## Only the workflow that reads the catalogue')[1] ?? ''
const block = (language: string): string => new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(page)?.[1] ?? ''

function run(
  catalogue: string,
  args: readonly string[],
): { readonly out: string; readonly error: string; readonly status: number | null } {
  // prettier-ignore
  const folder = mkdtempSync(join(tmpdir(), 'trust-'))
  try {
    const path = join(folder, 'fleet-patch.yml')
    writeFileSync(path, catalogue)
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/trust-policy.ts', '--catalogue', path, ...args],
      { encoding: 'utf8' },
    )
    return { out: stdout, error: stderr.trim(), status }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the documented command prints, of the documented catalogue, the documented policy', () => {
  const catalogue = `version: 1\n${block('yaml')}services: { web: { owner: shop, in: { production: { groups: [web] } } } }\n`
  const args = block('sh').trim().split(' -- ')[1]?.split(' ').slice(2) ?? []
  const { out, error, status } = run(catalogue, args)
  expect([error, status]).toEqual(['', 0])
  expect(JSON.parse(out)).toEqual(JSON.parse(block('json')))
  expect(JSON.parse(out)).toEqual(trustPolicy(DOCUMENTED))
})

test('an environment without a workflow, and one that is not there, are named', () => {
  const catalogue = `version: 1\nenvironments: { test: { account: '123456789012', regions: [eu-west-1] } }\nservices: { web: { owner: shop, in: { test: { groups: [web] } } } }\n`
  expect(run(catalogue, ['--environment', 'test', '--owner', 'my-org']).error).toContain(
    '`workflow` of the environment',
  )
  expect(run(catalogue, ['--environment', 'prod', '--owner', 'my-org']).error).toMatch(/has no environment prod; it has test/) // prettier-ignore
})

const timeline = new Timeline(Date.UTC(2026, 7, 1) / 1000)
const arn = 'arn:aws:iam::123456789012:role/fleet-patch'
const REVIEWED = 'my-org/fleet/.github/workflows/fleet-refresh.yml@refs/tags/v1.4'
const JOB = { sub: 'repo:my-org/shop:environment:production', job_workflow_ref: REVIEWED, environment: 'production', repository_id: '5678' } // prettier-ignore

function isAccepted(wish: TrustWish, claims: Readonly<Record<string, unknown>>): boolean {
  const roles = new Map([[arn, { arn, issuer: githubIssuer, policy: trustPolicy(wish) as TrustPolicy }]])
  try {
    checkToken(githubToken({ timeline, claims }, 'sts.amazonaws.com'), roles, { roleArn: arn, now: timeline.now })
    return true
  } catch {
    return false
  }
}

const { repositoryIds: _none, ...ANY_REPOSITORY } = DOCUMENTED

test.each<{ name: string; wish?: TrustWish; claims: object; accepted: boolean }>([
  { name: 'the reviewed workflow, called by its repository', claims: {}, accepted: true },
  { name: 'the same with ids in the subject', claims: { sub: 'repo:my-org@1234/shop@5678:environment:production' }, accepted: true },
  { name: 'a workflow of the same repository', claims: { job_workflow_ref: 'my-org/shop/.github/workflows/rogue.yml@refs/heads/main' }, accepted: false },
  { name: 'another file beside the reviewed one', claims: { job_workflow_ref: 'my-org/fleet/.github/workflows/other.yml@refs/tags/v1.4' }, accepted: false },
  { name: 'the reviewed file of a branch', claims: { job_workflow_ref: 'my-org/fleet/.github/workflows/fleet-refresh.yml@refs/heads/rogue' }, accepted: false },
  { name: 'the reviewed file of a fork', claims: { job_workflow_ref: 'other/fleet/.github/workflows/fleet-refresh.yml@refs/tags/v1' }, accepted: false },
  { name: 'a job without the environment', claims: { environment: undefined, sub: 'repo:my-org/shop:ref:refs/heads/main' }, accepted: false },
  { name: 'another repository', claims: { repository_id: '9999' }, accepted: false },
  { name: 'another repository, where all of the owner may call', wish: ANY_REPOSITORY, claims: { repository_id: '9999' }, accepted: true },
  { name: 'another organisation, where all of the owner may call', wish: ANY_REPOSITORY, claims: { sub: 'repo:my-org2/shop:environment:production' }, accepted: false },
  { name: 'no claim of a workflow', claims: { job_workflow_ref: undefined }, accepted: false },
])('$name: accepted $accepted', ({ wish = DOCUMENTED, claims, accepted }) => {
  expect(isAccepted(wish, { ...JOB, ...claims })).toBe(accepted)
}) // prettier-ignore

test.each([
  { name: 'a wildcard in the path', wish: { workflow: 'my-org/fleet/.github/workflows/*@refs/tags/v1' }, says: /with `\*` in the ref alone/ },
  { name: 'any ref', wish: { workflow: WORKFLOW.replace('refs/tags/v1*', '*') }, says: /any branch could bring a workflow/ },
  { name: 'any branch', wish: { workflow: WORKFLOW.replace('tags/v1*', 'heads/*') }, says: /any branch could bring a workflow/ },
  { name: 'no ref', wish: { workflow: 'my-org/fleet/.github/workflows/a.yml' }, says: /must be `owner/ },
  { name: 'an owner with a wildcard', wish: { owner: '*' }, says: /organisation or a user/ },
  { name: 'an account of 11 digits', wish: { account: '12345678901' }, says: /12 digits/ },
  { name: 'an owner id that is a name', wish: { ownerId: 'my-org' }, says: /owner id/ },
  { name: 'a repository id that is a name', wish: { repositoryIds: ['shop'] }, says: /repository id/ },
])('the generator refuses $name', ({ wish, says }) => {
  expect(() => trustPolicy({ ...DOCUMENTED, ...wish })).toThrow(says)
}) // prettier-ignore

test('China, GHE.com and another audience have their own names', () => {
  const text = JSON.stringify(trustPolicy({ ...DOCUMENTED, partition: 'aws-cn', issuer: 'token.actions.acme.ghe.com' }))
  expect(text).toContain('arn:aws-cn:iam::123456789012:oidc-provider/token.actions.acme.ghe.com')
  expect(text).toContain('"token.actions.acme.ghe.com:aud":"sts.amazonaws.com.cn"')
  expect(JSON.stringify(trustPolicy({ ...DOCUMENTED, audience: 'own' }))).toContain('"token.actions.githubusercontent.com:aud":"own"') // prettier-ignore
})
