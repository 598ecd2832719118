import type { Rules, Waiver } from '../../../src/domain/catalogue/catalogue.ts'
import type { ChangeRequest } from '../../../src/domain/catalogue/finding.ts'
import { dockerFindings, imageFindings } from '../../../src/domain/catalogue/image-checks.ts'
import type { MachineImage } from '../../../src/domain/image/machine-image.ts'
import { parseDockerReference } from '../../../src/domain/user-data/docker-reference.ts'
import { aRequest, NOW, SUBJECT, until, withRules } from './a-catalogue.ts'

const image: MachineImage = {
  id: 'ami-1',
  name: 'Taupage-AMI-20261024',
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: NOW - 10 * 86_400,
  deprecatedAt: undefined,
  state: 'available',
  rootDevice: '/dev/xvda',
  rootGiB: 8,
  tags: { tested: 'yes' },
}

interface Row {
  readonly name: string
  readonly rules: Rules
  readonly environment?: Rules
  readonly image?: Partial<MachineImage>
  readonly request?: Partial<ChangeRequest>
  readonly waivers?: readonly Waiver[]
  readonly says: readonly string[]
}

const waiver = (rule: Waiver['rule']): Waiver => ({ service: 'web', environment: undefined, rule, reason: 'moves house', by: '@ann', until: until('2026-11-03') }) // prettier-ignore
const OLD = 'the image ami-1 is 10 days old, and services.web.rules states `max-image-age-days: 9`'

const rows: readonly Row[] = [
  { name: 'any image where nothing is stated', rules: {}, says: [] },
  { name: 'an image of the account', rules: { imageOwners: ['123456789012'] }, says: [] },
  { name: 'an image of the account by self', rules: { imageOwners: ['self'] }, says: [] },
  { name: 'an image of Amazon by its alias', rules: { imageOwners: ['amazon'] }, image: { owner: '137112412989', ownerAlias: 'amazon' }, says: [] }, // prettier-ignore
  { name: 'an image of another owner', rules: { imageOwners: ['self', 'amazon'] }, image: { owner: '999999999999' }, says: ['refusal: the image ami-1 belongs to 999999999999, and services.web.rules allows the owners self, amazon'] }, // prettier-ignore
  { name: 'an image by a glob', rules: { imageNames: ['Other-*', 'Taupage-AMI-*'] }, says: [] },
  { name: 'an image of another name', rules: { imageNames: ['Other-*'] }, says: ['refusal: the image ami-1 is called "Taupage-AMI-20261024", and services.web.rules allows the names Other-*'] }, // prettier-ignore
  { name: 'an image that the environment does not allow', rules: { imageNames: ['Taupage-*'] }, environment: { imageNames: ['Base-*'] }, says: [expect.stringContaining('environments.production.rules allows the names Base-*') as never] }, // prettier-ignore
  { name: 'an image with its tag', rules: { requiredTags: { tested: 'yes' } }, says: [] },
  { name: 'an image with another value of the tag', rules: { requiredTags: { tested: 'no' } }, says: ['refusal: the image ami-1 has no tag tested=no, which services.web.rules requires'] }, // prettier-ignore
  { name: 'an image whose tags AWS does not show', rules: { requiredTags: { tested: 'yes' } }, image: { tags: undefined }, says: [expect.stringContaining('has no tag tested=yes') as never] }, // prettier-ignore
  { name: 'an image of the last day', rules: { maxImageAgeDays: 10 }, says: [] },
  { name: 'an image that is too old', rules: { maxImageAgeDays: 9 }, says: [`refusal: ${OLD}`] },
  { name: 'an image that is too old for the tighter level', rules: { maxImageAgeDays: 30 }, environment: { maxImageAgeDays: 5 }, says: [expect.stringContaining('environments.production.rules states `max-image-age-days: 5`') as never] }, // prettier-ignore
  { name: 'an image that is too old, with break-glass', rules: { maxImageAgeDays: 9 }, request: { breakGlass: 'fire' }, says: [`lifted: ${OLD}`] }, // prettier-ignore
  { name: 'an image that is too old, in a dry run', rules: { maxImageAgeDays: 9 }, request: { dryRun: true }, says: [`refusal: ${OLD}`] }, // prettier-ignore
  { name: 'an image that is too old, with a waiver', rules: { maxImageAgeDays: 9 }, waivers: [waiver('max-image-age-days')], says: [expect.stringContaining('waived: ') as never] }, // prettier-ignore
  { name: 'an image that is too old, with a waiver of other rules of images', rules: { maxImageAgeDays: 9 }, waivers: [waiver('images')], says: [`refusal: ${OLD}`] }, // prettier-ignore
  { name: 'an image of another name, with break-glass', rules: { imageNames: ['x'] }, request: { breakGlass: 'fire' }, says: [expect.stringContaining('refusal: ') as never] }, // prettier-ignore
  { name: 'an image of another name, with a waiver', rules: { imageNames: ['x'], imageOwners: ['amazon'] }, waivers: [waiver('images')], says: [expect.stringContaining('waived: ') as never, expect.stringContaining('waived: ') as never] }, // prettier-ignore
]

test.each(rows)('$name', ({ rules, environment = {}, image: other, request, waivers = [], says }) => {
  const catalogue = { ...withRules({ service: rules, environment }), waivers }
  const found = imageFindings(catalogue, SUBJECT, { id: 'ami-1', image: { ...image, ...other }, request: aRequest(request) }) // prettier-ignore
  expect(found.map(({ weight, what }) => `${weight}: ${what}`)).toEqual(says)
})

test.each([{ imageOwners: ['self'] }, { imageNames: ['*'] }, { maxImageAgeDays: 1 }, { requiredTags: {} }])(
  'an image that AWS does not show is refused where %j is stated',
  (rules) => {
    const ask = (service: Rules) => imageFindings(withRules({ service }), SUBJECT, { id: 'ami-1', image: undefined, request: aRequest() }) // prettier-ignore
    expect(ask(rules)).toMatchObject([
      { weight: 'refusal', what: expect.stringContaining('ami-1 is not shown by AWS') },
    ])
    expect(ask({ minSize: 1 })).toEqual([])
  },
)

const DIGEST = `sha256:${'a'.repeat(64)}`
const docker: readonly { name: string; rules: Rules; reference: string; says: readonly string[] }[] = [
  { name: 'any Docker image where nothing is stated', rules: {}, reference: 'web', says: [] },
  { name: 'a repository by a glob', rules: { dockerRepositories: ['pierone.example.org/team/*'] }, reference: 'pierone.example.org/team/web:1', says: [] }, // prettier-ignore
  { name: 'another repository', rules: { dockerRepositories: ['pierone.example.org/team/*'] }, reference: 'pierone.example.org/teams/web:1', says: ['the Docker image comes from pierone.example.org/teams/web, and services.web.rules allows pierone.example.org/team/*'] }, // prettier-ignore
  { name: 'Docker Hub as it is written', rules: { dockerRepositories: ['nginx'] }, reference: 'nginx:1', says: [] },
  {
    name: 'Docker Hub in full',
    rules: { dockerRepositories: ['docker.io/library/*'] },
    reference: 'nginx:1',
    says: [],
  },
  { name: 'a tag by a pattern', rules: { dockerTags: ['[0-9]*.[0-9]*'] }, reference: 'web:1.2', says: [] },
  { name: 'another tag', rules: { dockerTags: ['[0-9]*.[0-9]*'] }, reference: 'web:latest', says: ['the Docker image has the tag latest, and services.web.rules allows [0-9]*.[0-9]*'] }, // prettier-ignore
  { name: 'no tag', rules: { dockerTags: ['[0-9]*'] }, reference: 'web', says: ['the Docker image has no tag, and services.web.rules allows [0-9]*'] }, // prettier-ignore
  { name: 'a digest', rules: { dockerDigest: true }, reference: `web@${DIGEST}`, says: [] },
  { name: 'no digest', rules: { dockerDigest: true }, reference: 'web:1', says: ['the Docker image is not named by its digest, as services.web.rules states'] }, // prettier-ignore
  { name: 'a digest that is not asked for', rules: { dockerDigest: false }, reference: 'web:1', says: [] },
]

test.each(docker)('$name', ({ rules, reference, says }) => {
  const found = dockerFindings(withRules({ service: rules }), SUBJECT, parseDockerReference(reference))
  expect(found.map(({ what }) => what)).toEqual(says)
  expect(found.every(({ weight, rule }) => weight === 'refusal' && rule === 'docker')).toBe(true)
})
