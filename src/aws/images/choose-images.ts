import { type ImageChoice, newest } from '../../domain/image/image.ts'
import { lineInWords } from '../../domain/image/line-words.ts'
import { lineOf } from '../../domain/image/line.ts'
import { lastSuccessor } from '../../domain/image/succession.ts'
import { type InstanceType, rootMoved, wantedArchitecture } from '../../domain/image/fit.ts'
import { type ImageRequest, isImageId, parameterOf } from '../../domain/image/request.ts'
import { notAllowed } from '../../domain/image/launch-shape.ts'
import type { LaunchSpec } from '../../domain/patch/launch-spec.ts'
import type { MachineImage } from '../../domain/image/machine-image.ts'
import type { Connection } from '../client/connection.ts'
import { parameterValues } from './image-parameters.ts'
import { ImageReader } from './images.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

/** Which images are wanted, and for whom. */
export interface ImageChoiceRequest {
  readonly specs: readonly LaunchSpec[]
  /** Of several, each site takes the first whose architecture fits. */
  readonly requests: readonly ImageRequest[]
  /** The image of a place that a plan has chosen already, by the place's key; it is taken whatever is asked for. */
  readonly pinned?: ReadonlyMap<string, string>
  /** Empty: the owner of the image in use. */
  readonly owners: readonly string[]
  /** What becomes of `resolve:ssm:`: it goes on to decide, or an image id takes its place. */
  readonly aliases: 'keep' | 'replace'
  /** The types that will be launched with a site's image. */
  readonly typesOf: (spec: LaunchSpec) => readonly InstanceType[]
  /** Why an image cannot be launched at a site, a sentence without its full stop each. */
  readonly unfit: (spec: LaunchSpec, image: MachineImage, choice: 'chosen' | 'in use') => readonly string[]
  /** Whether a site will launch another type than today: then its image must fit that, though it stays. */
  readonly changesType: (spec: LaunchSpec) => boolean
  /** Seconds since the Unix epoch. */
  readonly now: number
}

export interface ChosenImage {
  /** Undefined where the image in use is gone, or not to be told. */
  readonly before: MachineImage | undefined
  readonly after: MachineImage
}

export interface ChosenImages {
  /** By site; one that names no image, and needs none, is missing. */
  readonly bySite: ReadonlyMap<string, ChosenImage>
  readonly warnings: readonly { readonly group?: string; readonly message: string }[]
  /** What `latest` took for date, build and version of each image in use, a sentence each. */
  readonly notes: readonly string[]
  /** Why a site cannot have its image; a sentence without its full stop each. */
  readonly problems: readonly string[]
}

/** The image for each site, checked for a launch there. */
export async function chooseImages(connection: Connection, request: ImageChoiceRequest): Promise<ChosenImages> {
  const images = new ImageReader(connection)
  const values = await parameterValues(connection, parametersOf(request))
  const inUse = (spec: LaunchSpec): string | undefined => {
    const { ImageId = '' } = spec.data
    const parameter = parameterOf(ImageId)
    return parameter === undefined ? ImageId || undefined : values.get(parameter)
  }
  const asked = request.requests.flatMap((one) => idOf(one, values) ?? [])
  await images.learn([
    ...request.specs.flatMap((spec) => inUse(spec) ?? []),
    ...asked,
    ...(request.pinned?.values() ?? []),
  ])
  const bySite = new Map<string, ChosenImage>()
  const warnings: { group?: string; message: string }[] = []
  const problems: string[] = []
  const kept: string[] = []
  const followed = new Map<string, ChosenImage>()
  await mapConcurrently(request.specs, async (spec) => {
    const before = inUse(spec)
    const wanted = await chooseFor(spec, { request, images, values, before })
    const pin = request.pinned?.get(spec.key)
    const reported = pin === undefined ? wanted : (images.of(pin) ?? goneImage(pin))
    if (pin !== undefined && typeof wanted === 'object' && wanted.id !== pin)
      kept.push(
        `${spec.label}: ${pin} of the plan is taken, though ${wanted.name} (${wanted.id}) is what would be chosen now`,
      )
    if (reported === undefined) return
    const problem = (text: string): number => problems.push(`${spec.groups.join(', ')}: ${spec.label}: ${text}`)
    const refuseUnfit = (image: MachineImage): void => {
      for (const text of request.unfit(spec, image, image.id === before ? 'in use' : 'chosen')) problem(text)
    }
    const parameter = request.aliases === 'keep' ? parameterOf(spec.data.ImageId ?? '') : undefined
    if (parameter !== undefined) {
      const kept = images.of(before ?? '')
      if (kept !== undefined && request.changesType(spec)) refuseUnfit(kept)
      return void warnings.push({ message: `${spec.label}: ${keptAlias(parameter, before, reported)}` })
    }
    if (typeof reported === 'string') return void problem(reported)
    if (reported.id !== spec.data.ImageId || request.changesType(spec)) refuseUnfit(reported)
    const chosen = { before: images.of(before ?? ''), after: reported }
    bySite.set(spec.key, chosen)
    if (pin === undefined && chosen.before !== undefined && request.requests.some(({ kind }) => kind === 'latest'))
      followed.set(chosen.before.id, chosen)
    for (const told of [rootMoved(chosen.before, reported, spec.data), notAllowed(reported)])
      if (told !== undefined) warnings.push({ message: `${spec.label}: ${told}` })
  })
  const told = [...followed.values()].flatMap(({ before, after }) => (before ? [{ before, after }] : []))
  return {
    bySite,
    warnings: [...warnings, ...told.flatMap(({ before }) => stays(before))],
    notes: [...told.flatMap(({ before, after }) => taken(before, after)), ...kept],
    problems,
  }
}

function parametersOf({ specs, requests }: ImageChoiceRequest): readonly string[] {
  const used = specs.flatMap(({ data }) => parameterOf(data.ImageId ?? '') ?? [])
  return [...used, ...requests.flatMap((request) => (request.kind === 'parameter' ? request.name : []))]
}

function idOf(request: ImageRequest, values: ReadonlyMap<string, string>): string | undefined {
  if (request.kind === 'id') return request.id
  return request.kind === 'parameter' ? values.get(request.name) : undefined
}

/** An image id in its place would unhook the template from its parameter: so the parameter decides, and this says what. */
function keptAlias(parameter: string, now: string | undefined, wanted: MachineImage | string): string {
  const decides = `the parameter ${parameter} decides its image at each launch and is left alone`
  if (typeof wanted !== 'string' && wanted.id === now) return `${decides}; it names ${now}, as is asked for`
  const names = now === undefined || !isImageId(now) ? 'it names no image' : `it names ${now}`
  const next = typeof wanted === 'string' ? '' : `, and ${wanted.id} is asked for`
  return `${decides}; ${names}${next}. Change the parameter, or set \`replace-ssm-alias: true\``
}

interface Search {
  readonly request: ImageChoiceRequest
  readonly images: ImageReader
  readonly values: ReadonlyMap<string, string>
  /** Id of the image in use. */
  readonly before: string | undefined
}

/** The image, or why there is none; undefined where none is needed. */
async function chooseFor(spec: LaunchSpec, search: Search): Promise<MachineImage | string | undefined> {
  const { request, images, before } = search
  // A template whose every override brings an image of its own needs none.
  if (spec.data.ImageId === undefined && spec.types.length === 0) return undefined
  const inUse = before === undefined ? undefined : images.of(before)
  const types = request.typesOf(spec)
  const architecture = wantedArchitecture(inUse?.architecture, types)
  const refusals: string[] = []
  for (const one of request.requests) {
    const found = await find(one, { ...search, inUse, architecture })
    if (typeof found === 'string') refusals.push(found)
    else if (architecture === undefined || found.architecture === architecture || request.requests.length === 1)
      return found
    else refusals.push(`${found.id} is for ${found.architecture}, not for ${architecture}`)
  }
  return refusals.join('; ')
}

interface Finding extends Search {
  readonly inUse: MachineImage | undefined
  readonly architecture: string | undefined
}

async function find(one: ImageRequest, finding: Finding): Promise<MachineImage | string> {
  const { request, images, values, before, inUse, architecture } = finding
  const choice = { now: request.now, deprecated: 'ignore' } as const
  switch (one.kind) {
    case 'latest': {
      if (inUse === undefined)
        return `its image ${before ?? ''} does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings, so its family cannot be told; set \`image\` to \`name:<glob>\` with \`image-owners\`, or to an image id`
      const family = await images.familyOf(inUse, owned(request.owners))
      // The image in use stays where nothing comes after it: an audit, not a patch, tells that it is deprecated.
      return lastSuccessor(inUse, family, choice) ?? inUse
    }
    case 'name': {
      const owners = owned(request.owners) ?? (inUse && [inUse.owner])
      if (owners === undefined)
        return `its image ${before ?? ''} does not exist any more, is not shared with this account, or is not allowed by its Allowed AMIs settings, so its owner cannot be told; set \`image-owners\``
      const found = newestOf(await images.named({ owners, name: one.pattern, architecture }), choice)
      const kind = architecture === undefined ? '' : ` for ${architecture}`
      return found ?? `no image${kind} of ${owners.join(', ')} that can be launched matches ${one.pattern}`
    }
    case 'id':
      return images.of(one.id) ?? goneImage(one.id)
    case 'parameter': {
      const id = values.get(one.name)
      if (id === undefined) return `the parameter ${one.name} does not exist`
      // A parameter may hold anything, a secret as well: its value is named only where it is an image.
      if (!isImageId(id)) return `the parameter ${one.name} does not hold the id of an image`
      return (
        images.of(id) ??
        `${id}, which the parameter ${one.name} names, does not exist, is not shared with this account, or is not allowed by its Allowed AMIs settings`
      )
    }
    default:
      return one satisfies never
  }
}

const goneImage = (id: string): string =>
  `${id} does not exist in this region, is not shared with this account, or is not allowed by its Allowed AMIs settings`

const newestOf = (images: readonly MachineImage[], choice: ImageChoice): MachineImage | undefined => {
  const best = newest(images, choice)
  return images.find((image) => image === best)
}

const owned = (owners: readonly string[]): readonly string[] | undefined => (owners.length > 0 ? owners : undefined)

/** Where a name shows nothing of its successors, `latest` finds none, which is no good news. */
function stays({ id, name }: MachineImage): ChosenImages['warnings'] {
  const { doubt } = lineOf(name)
  return doubt === undefined ? [] : [{ message: `${id} (${name === '' ? 'without a name' : name}) stays: ${doubt}` }]
}

function taken(before: MachineImage, after: MachineImage): readonly string[] {
  const { doubt } = lineOf(before.name)
  if (doubt !== undefined) return []
  const found =
    before.id === after.id ? 'nothing in it comes after this' : `the last in it is ${after.name} (${after.id})`
  return [`${before.id}: ${lineInWords(before.name)}, and ${found}`]
}
