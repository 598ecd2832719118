import type { LaunchReference, SourceImage } from '../../domain/rollout/fleet.ts'
import { isToRoll } from '../../domain/rollout/preflight.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { outdatedWarm } from '../../domain/rollout/warm-pool.ts'
import { ImageReader } from '../images/images.ts'
import { isReferenceThere, readSourceImages } from '../observe/launch-sources.ts'
import type { LaunchedSource, PlannedGroup, PreflightQuestion } from './check.ts'

const REMEDY = 'Give the group a launch source that is there, such as by `mode: patch-image`, or leave the group out.'

/** EC2 may show a version seconds after it was made. */
const LAG_PAUSE_SECONDS = 3
const LAG_ATTEMPTS = 13

/**
 * Groups of which something that they would launch from is gone: a version of a template, or the template, a launch
 * configuration, an image, a parameter that names one; the templates and images of overrides as well. Whatever AWS would find
 * out at a launch, when instances have left for it.
 */
export async function missingSources(question: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const launching = new Set(question.planned.filter(isLaunching).map(({ fleet }) => fleet.group))
  const launched = (question.launches ?? (await launchedBy(question))).filter(({ group }) => launching.has(group))
  const images = new ImageReader(question.connection)
  await images.learn(launched.flatMap(({ image }) => imageIdOf(image) ?? []))
  return launched.flatMap(({ group, label, image }) => {
    const what = wrongWith(image, images)
    return what === undefined ? [] : [refusalOf(group, `${label} ${what}`, REMEDY)]
  })
}

const imageIdOf = (image: SourceImage): string | undefined =>
  image.kind === 'image' || image.kind === 'parameter' ? image.id : undefined

/** What keeps AWS from a launch; undefined where nothing does. */
function wrongWith(image: SourceImage, images: ImageReader): string | undefined {
  switch (image.kind) {
    case 'missing':
      return 'does not exist'
    case 'none':
      return 'names no image'
    case 'parameter':
      if (image.id === undefined)
        return `takes its image from the parameter ${image.name}, which does not exist or holds no image id`
      return unusable(image.id, images, `takes its image from the parameter ${image.name}, which names`)
    case 'image':
      return unusable(image.id, images, 'names the image')
    default:
      return image satisfies never
  }
}

function unusable(id: string, images: ImageReader, names: string): string | undefined {
  const found = images.of(id)
  if (found === undefined) return `${names} ${id}: it does not exist any more, or is not shared with this account`
  return found.state === 'available' ? undefined : `${names} ${id}: it is ${found.state}`
}

async function launchedBy(question: PreflightQuestion): Promise<readonly LaunchedSource[]> {
  const rolled = question.planned.filter(isLaunching)
  const parts = rolled.flatMap(({ fleet: { group, source } }) =>
    (source.parts ?? [source.base, ...source.overrides.map(({ reference }) => reference)].map(unread)).map((part) => ({
      group,
      ...part,
    })),
  )
  const references = parts.flatMap(({ reference, image }) => (image.kind === 'missing' ? reference : []))
  const anew = references.length === 0 ? () => undefined : await readPatiently(question, references)
  const own = rolled.flatMap(({ fleet: { group, source } }) =>
    source.overrides.flatMap(({ instanceType = 'any type', imageId }): LaunchedSource[] =>
      imageId === undefined
        ? []
        : [{ group, label: `its override for ${instanceType}`, image: { kind: 'image', id: imageId } }],
    ),
  )
  const ofParts = parts.flatMap(({ group, reference, image, usesImage }): LaunchedSource[] => {
    const now = anew(reference) ?? image
    if (!usesImage && now.kind !== 'missing') return []
    return [{ group, label: labelOf(reference), image: now }]
  })
  return [...ofParts, ...own]
}

const unread = (reference: LaunchReference) => ({ reference, image: { kind: 'missing' }, usesImage: true }) as const

/** Whether a group is about to launch anything: in place of an instance in service, or into its pool. */
const isLaunching = ({ fleet, policy }: PlannedGroup): boolean =>
  isToRoll(fleet, policy) ||
  (policy.dark?.kind !== 'release' && (isSourceUnknown(fleet) || outdatedWarm(fleet, policy).length > 0))

/** Whether it cannot be told what is outdated: the parameter that decides names no image. */
const isSourceUnknown = ({ source }: PlannedGroup['fleet']): boolean =>
  (source.parts ?? []).some(({ image, usesImage }) => usesImage && image.kind === 'parameter' && image.id === undefined)

async function readPatiently(
  { connection, clock }: PreflightQuestion,
  references: readonly LaunchReference[],
): Promise<(reference: LaunchReference) => SourceImage | undefined> {
  for (let attempt = 1; ; attempt++) {
    const read = await readSourceImages(connection, references)
    if (attempt === LAG_ATTEMPTS || references.every((each) => isReferenceThere(read(each)))) return read
    await clock.sleep(LAG_PAUSE_SECONDS * 1000)
  }
}

const labelOf = (reference: LaunchReference): string =>
  reference.kind === 'configuration'
    ? `its launch configuration ${reference.name}`
    : `version ${reference.version} of its launch template ${reference.id}`
