import type { LaunchReference, LaunchSource, SourceImage, SourcePart } from '../../domain/rollout/fleet.ts'
import { isToRoll } from '../../domain/rollout/preflight.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { outdatedWarm } from '../../domain/rollout/warm-pool.ts'
import { ImageReader } from '../images/images.ts'
import { type ReadSource, readSources } from '../observe/launch-sources.ts'
import type { LaunchedSource, PlannedGroup, PreflightQuestion } from './check.ts'
import { imageIdOf, launchedFrom } from './launched-from.ts'
import { launchedTypes, unfitSources, type UsableSource } from './launch-fit.ts'

const REMEDY = 'Give the group a launch source that is there, such as by `mode: patch-image`, or leave the group out.'

/** EC2 may show a version seconds after it was made. */
const LAG_PAUSE_SECONDS = 3
const LAG_ATTEMPTS = 13

/**
 * Groups of which something that they would launch from is gone: a version of a template, or the template, a launch
 * configuration, an image, a parameter that names one; the templates and images of overrides as well. Then those whose images
 * do not fit what they are launched on. Whatever AWS would find out at a launch, when instances have left for it.
 */
export async function brokenSources(question: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const launching = new Set(question.planned.filter(isLaunching).map(({ fleet }) => fleet.group))
  const launched = (question.launches ?? (await launchedBy(question))).filter(({ group }) => launching.has(group))
  const images = new ImageReader(question.connection)
  const [, types] = await Promise.all([
    images.learn(launched.flatMap(({ image }) => imageIdOf(image) ?? [])),
    launchedTypes(question, launched),
  ])
  const missing = launched.flatMap(({ group, label, image }) => {
    const what = wrongWith(image, images)
    return what === undefined ? [] : [refusalOf(group, `${label} ${what}`, REMEDY)]
  })
  const usable = launched.flatMap((source): UsableSource[] => {
    const image = images.of(imageIdOf(source.image) ?? '')
    return image?.state === 'available' ? [{ ...source, image }] : []
  })
  return [...missing, ...types.skipped, ...unfitSources(usable, types.known)]
}

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

const NOT_SHOWN =
  'it does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings'

function unusable(id: string, images: ImageReader, names: string): string | undefined {
  const found = images.of(id)
  if (found === undefined) return `${names} ${id}: ${NOT_SHOWN}`
  return found.state === 'available' ? undefined : `${names} ${id}: it is ${found.state}`
}

/** What the planned groups are about to launch. */
export async function launchedBy(
  question: Pick<PreflightQuestion, 'connection' | 'clock' | 'planned'>,
): Promise<readonly LaunchedSource[]> {
  const rolled = question.planned.filter(isLaunching).map(({ fleet: { group, source } }) => ({ group, source }))
  const partsOf = ({ parts, base, overrides }: LaunchSource): readonly SourcePart[] =>
    parts ?? [base, ...overrides.map(({ reference }) => reference)].map(unread)
  const references = rolled.flatMap(({ source }) =>
    partsOf(source).flatMap(({ reference, image }) => (image.kind === 'missing' ? reference : [])),
  )
  const anew = references.length === 0 ? undefined : await readPatiently(question, references)
  return rolled.flatMap(({ group, source }) => {
    const parts = partsOf(source).map((part) =>
      part.image.kind === 'missing' && anew !== undefined ? { ...part, ...anew(part.reference) } : part,
    )
    return launchedFrom(source, parts).map((launched) => ({ group, ...launched }))
  })
}

const unread = (reference: LaunchReference): SourcePart => ({ reference, image: { kind: 'missing' }, usesImage: true })

/** Whether a group is about to launch anything: in place of an instance in service, or into its pool. */
const isLaunching = ({ fleet, policy }: PlannedGroup): boolean =>
  isToRoll(fleet, policy) ||
  (policy.dark?.kind !== 'release' && (isSourceUnknown(fleet) || outdatedWarm(fleet, policy).length > 0))

/** Whether it cannot be told what is outdated: the parameter that decides names no image. */
const isSourceUnknown = ({ source }: PlannedGroup['fleet']): boolean =>
  (source.parts ?? []).some(({ image, usesImage }) => usesImage && image.kind === 'parameter' && image.id === undefined)

async function readPatiently(
  { connection, clock }: Pick<PreflightQuestion, 'connection' | 'clock'>,
  references: readonly LaunchReference[],
): Promise<(reference: LaunchReference) => ReadSource> {
  for (let attempt = 1; ; attempt++) {
    const read = await readSources(connection, references)
    if (attempt === LAG_ATTEMPTS || references.every((each) => read(each).image.kind !== 'missing')) return read
    await clock.sleep(LAG_PAUSE_SECONDS * 1000)
  }
}
