/** What the catalogue says of the images that a service launches, and of the Docker images that it runs. */
import type { MachineImage } from '../image/machine-image.ts'
import { matchesPattern } from './pattern.ts'
import { type DockerReference, repositoryOf } from '../user-data/docker-reference.ts'
import type { Catalogue } from './catalogue.ts'
import { effectiveRules, type EffectiveRules, smallest } from './effective-rules.ts'
import {
  type CatalogueFinding,
  type ChangeRequest,
  liftable,
  refusal,
  type Subject,
  waiverFor,
  waiverInWords,
} from './finding.ts'

const DAY_SECONDS = 86_400
const REMEDY = 'Choose an image that the catalogue allows.'

/** What stands against launching the image: its owner, name, tags and age. Undefined is an image that AWS does not show. */
export function imageFindings(
  catalogue: Catalogue,
  subject: Subject,
  {
    image,
    id,
    request,
  }: { readonly image: MachineImage | undefined; readonly id: string; readonly request: ChangeRequest },
): readonly CatalogueFinding[] {
  const rules = effectiveRules(catalogue, subject)
  if (image === undefined) return hasImageRules(rules) ? [refusal('images', `the image ${id} is not shown by AWS, so it cannot be held against the catalogue`, REMEDY)] : [] // prettier-ignore
  const account = catalogue.environments.get(subject.environment)?.account
  const waiver = waiverFor(catalogue, subject, { rule: 'images', now: request.now })
  const found = [...owners(rules, image, account), ...names(rules, image), ...tags(rules, image)].map(
    (each): CatalogueFinding =>
      waiver === undefined
        ? each
        : { weight: 'waived', rule: each.rule, what: `${each.what}; ${waiverInWords(waiver)}` },
  )
  return [...found, ...age(catalogue, subject, { rules, image, request })]
}

const hasImageRules = ({ imageOwners, imageNames, requiredTags, maxImageAgeDays }: EffectiveRules): boolean =>
  [imageOwners, imageNames, requiredTags, maxImageAgeDays].some(({ length }) => length > 0)

function owners(
  { imageOwners }: EffectiveRules,
  { id, owner, ownerAlias }: MachineImage,
  account: string | undefined,
): readonly CatalogueFinding[] {
  const isOf = (word: string): boolean =>
    word === owner || (ownerAlias !== undefined && word === ownerAlias) || (word === 'self' && owner === account)
  return imageOwners
    .filter(({ value }) => !value.some(isOf))
    .map(({ level, value }) =>
      refusal(
        'images',
        `the image ${id} belongs to ${owner}, and ${level} allows the owners ${value.join(', ')}`,
        REMEDY,
      ),
    )
}

function names({ imageNames }: EffectiveRules, { id, name }: MachineImage): readonly CatalogueFinding[] {
  return imageNames
    .filter(({ value }) => !value.some((glob) => matchesPattern(glob, name)))
    .map(({ level, value }) =>
      refusal(
        'images',
        `the image ${id} is called "${name}", and ${level} allows the names ${value.join(', ')}`,
        REMEDY,
      ),
    )
}

/** AWS shows the tags of an image to its owner alone. */
function tags({ requiredTags }: EffectiveRules, { id, tags: own = {} }: MachineImage): readonly CatalogueFinding[] {
  return requiredTags.flatMap(({ level, value }) =>
    Object.entries(value)
      .filter(([key, wanted]) => !Object.hasOwn(own, key) || own[key] !== wanted)
      .map(([key, wanted]) =>
        refusal('images', `the image ${id} has no tag ${key}=${wanted}, which ${level} requires`, REMEDY),
      ),
  )
}

function age(
  catalogue: Catalogue,
  subject: Subject,
  {
    rules,
    image,
    request,
  }: { readonly rules: EffectiveRules; readonly image: MachineImage; readonly request: ChangeRequest },
): readonly CatalogueFinding[] {
  const limit = smallest(rules.maxImageAgeDays)
  if (limit === undefined || request.now - image.createdAt <= limit.value * DAY_SECONDS) return []
  const days = Math.floor((request.now - image.createdAt) / DAY_SECONDS)
  const what = `the image ${image.id} is ${days} days old, and ${limit.level} states \`max-image-age-days: ${limit.value}\``
  const waiver = waiverFor(catalogue, subject, { rule: 'max-image-age-days', now: request.now })
  if (waiver !== undefined) return [{ weight: 'waived', rule: 'images', what: `${what}; ${waiverInWords(waiver)}` }]
  // Its age is no matter of the moment: a dry run refuses it as well.
  return [liftable({ ...request, dryRun: false }, 'images', what, `${REMEDY} \`break-glass\` lifts its age alone.`)]
}

/** What stands against running the Docker image: its repository, its tag, and whether it is named by its digest. */
export function dockerFindings(
  catalogue: Catalogue,
  subject: Subject,
  reference: DockerReference,
): readonly CatalogueFinding[] {
  const rules = effectiveRules(catalogue, subject)
  const remedy = 'Choose a Docker image that the catalogue allows.'
  const written = `${reference.host === undefined ? '' : `${reference.host}/`}${reference.path}`
  const repositories = new Set([written, repositoryOf(reference)])
  const { tag, digest } = reference
  const pinned = rules.dockerDigest.find(({ value }) => value)
  return [
    ...rules.dockerRepositories
      .filter(({ value }) => ![...repositories].some((name) => value.some((glob) => matchesPattern(glob, name))))
      .map(({ level, value }) =>
        refusal('docker', `the Docker image comes from ${written}, and ${level} allows ${value.join(', ')}`, remedy),
      ),
    ...rules.dockerTags
      .filter(({ value }) => !value.some((glob) => matchesPattern(glob, tag ?? '')))
      .map(({ level, value }) =>
        refusal(
          'docker',
          `the Docker image has ${tag === undefined ? 'no tag' : `the tag ${tag}`}, and ${level} allows ${value.join(', ')}`,
          remedy,
        ),
      ),
    ...(pinned !== undefined && digest === undefined
      ? [refusal('docker', `the Docker image is not named by its digest, as ${pinned.level} states`, remedy)]
      : []),
  ]
}
