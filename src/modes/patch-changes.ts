import { gunzipSync, gzipSync } from 'node:zlib'
import { type ChosenImage, chooseImages, type ImageChoiceRequest } from '../aws/images/choose-images.ts'
import { parameterValues } from '../aws/images/image-parameters.ts'
import { ImageReader } from '../aws/images/images.ts'
import { instanceTypes } from '../aws/images/instance-types.ts'
import { sourceImage } from '../aws/observe/launch-sources.ts'
import { incompatibilities, type InstanceType } from '../domain/image/fit.ts'
import { namedTypes, shapeMisfits } from '../domain/image/launch-shape.ts'
import { parameterOf } from '../domain/image/request.ts'
import { devicesFor, differing, changesNothing, type LaunchChanges, sameData } from '../domain/patch/launch-data.ts'
import type { LaunchSpec } from '../domain/patch/launch-spec.ts'
import type { SpecPatch } from '../domain/patch/plan.ts'
import type { UserDataChange } from '../domain/yaml/diff.ts'
import { UserDataError } from '../domain/yaml/error.ts'
import { tryDockerReference } from '../domain/user-data/docker-reference.ts'
import { tryWantedImage } from '../domain/user-data/wanted-image.ts'
import {
  decodeUserData,
  encodeUserData,
  launchConfigurationUserDataLimit,
  patchUserData,
  userDataLimit,
} from '../domain/user-data/user-data.ts'
import type { DockerInputs, ImageInputs, PatchInputs } from '../inputs/inputs.ts'
import type { Run } from './run.ts'

/** What is wanted of every launch source. */
export interface PatchRequest extends Pick<PatchInputs, 'instanceType' | 'migrateToLaunchTemplate'> {
  readonly image?: ImageInputs & { readonly replaceSsmAlias: boolean }
  /** Images that a plan has chosen already, by place. */
  readonly pinned?: ReadonlyMap<string, string>
  readonly userData?: DockerInputs
}

/** What the wish means for the launch sources that are there. */
export interface RequestedChanges {
  /** Only sites where something differs. */
  readonly patches: readonly (SpecPatch & { readonly userData: readonly UserDataChange[] })[]
  /** By site. */
  readonly images: ReadonlyMap<string, ChosenImage>
  readonly warnings: readonly { readonly group?: string; readonly message: string }[]
  /** What was taken how, a sentence each. */
  readonly notes: readonly string[]
  /** Why nothing may be changed; a sentence without its full stop each. */
  readonly problems: readonly string[]
}

/** Finds out what differs from the wish, and checks every bit of it; changes nothing. */
export async function requestedChanges(
  run: Run,
  specs: readonly LaunchSpec[],
  wish: PatchRequest,
): Promise<RequestedChanges> {
  const problems: string[] = []
  const problem = (spec: LaunchSpec, text: string): void =>
    void problems.push(`${spec.groups.join(', ')}: ${spec.label}: ${text}`)
  const types = await knownTypes(run, specs, wish)
  const typesOf = (spec: LaunchSpec): readonly InstanceType[] =>
    [...new Set(typeNames(spec, wish))].flatMap((name) => types.get(name) ?? [])
  if (wish.instanceType !== undefined && !types.has(wish.instanceType))
    problems.push(`the instance type ${wish.instanceType} does not exist in ${run.connection.region}`)
  const chosen = await imagesFor(run, specs, wish, {
    typesOf,
    // The launch that results: what overrides and templates say of types by requirements as well.
    unfit: (spec, image, choice) => [
      ...incompatibilities(image, {
        data: { ...spec.data, BlockDeviceMappings: devicesFor(spec.data, image.rootDevice) },
        types: typesOf(spec),
        now: run.clock.now() / 1000,
        choice,
      }),
      ...spec.requirements.flatMap((requirements) => shapeMisfits(image, { requirements }, types)),
    ],
  })
  const userData = userDataFor(specs, wish, problem)
  for (const spec of specs) {
    const obstacle = wish.instanceType === undefined ? undefined : obstacleToType(spec)
    if (obstacle !== undefined) problem(spec, obstacle)
  }
  const patches = specs.flatMap((spec) => {
    const changes = changesFor(spec, {
      image: chosen.bySite.get(spec.key),
      instanceType: spec.location.kind === 'override' ? undefined : wish.instanceType,
      userData: userData.get(spec.key)?.text,
    })
    return changesNothing(changes) ? [] : [{ spec, changes, userData: userData.get(spec.key)?.changes ?? [] }]
  })
  return {
    patches,
    images: chosen.bySite,
    notes: [...chosen.notes, ...notesOf(specs, wish, userData)],
    warnings: chosen.warnings,
    problems: [...new Set([...problems, ...chosen.problems])],
  }
}

interface Wanted {
  readonly image: ChosenImage | undefined
  readonly instanceType: string | undefined
  readonly userData: string | undefined
}

function changesFor({ data }: LaunchSpec, { image, instanceType, userData }: Wanted): LaunchChanges {
  const changes = differing(data, { ImageId: image?.after.id, InstanceType: instanceType, UserData: userData })
  if (changes.ImageId === undefined) return changes
  const devices = devicesFor(data, image?.after.rootDevice)
  const same = devices === undefined || sameData(devices, data.BlockDeviceMappings ?? [])
  return same ? changes : { ...changes, BlockDeviceMappings: devices }
}

/** With the types that stand there by name in requirements. */
const describedNames = (spec: LaunchSpec, wish: PatchRequest): readonly string[] => [
  ...typeNames(spec, wish),
  ...spec.requirements.flatMap((requirements) => namedTypes({ requirements })),
]

const typeNames = (spec: LaunchSpec, { instanceType }: PatchRequest): readonly string[] =>
  instanceType !== undefined && spec.ownType ? [instanceType] : spec.types

async function knownTypes(
  { connection }: Run,
  specs: readonly LaunchSpec[],
  wish: PatchRequest,
): Promise<ReadonlyMap<string, InstanceType>> {
  const names = specs.flatMap((spec) => describedNames(spec, wish))
  const runRequest = wish.instanceType === undefined ? names : [...names, wish.instanceType]
  // Without an image or a type to check there is nothing to ask.
  return wish.image === undefined && wish.instanceType === undefined ? new Map() : instanceTypes(connection, runRequest)
}

function obstacleToType(spec: LaunchSpec): string | undefined {
  if (spec.location.kind === 'override') return undefined
  if (!spec.ownType)
    return 'the overrides of its mixed instances policy name the types, so `instance-type` would change nothing'
  return spec.data.InstanceRequirements === undefined
    ? undefined
    : 'it describes its types by `InstanceRequirements`, which `instance-type` cannot stand beside'
}

type Chosen = Pick<RequestedChanges, 'warnings' | 'notes' | 'problems'> & {
  readonly bySite: ReadonlyMap<string, ChosenImage>
}

async function imagesFor(
  { connection, clock }: Run,
  specs: readonly LaunchSpec[],
  { image, instanceType, pinned }: PatchRequest,
  checks: Pick<ImageChoiceRequest, 'typesOf' | 'unfit'>,
): Promise<Chosen> {
  if (image !== undefined)
    return await chooseImages(connection, {
      specs,
      requests: image.images,
      ...(pinned && { pinned }),
      owners: image.imageOwners,
      aliases: image.replaceSsmAlias ? 'replace' : 'keep',
      ...checks,
      changesType: (spec) => changesType(spec, instanceType),
      now: clock.now() / 1000,
    })
  if (instanceType === undefined) return { bySite: new Map(), warnings: [], notes: [], problems: [] }
  // The image stays: it must be able to run on the new type.
  const images = new ImageReader(connection)
  const changing = specs.filter((spec) => changesType(spec, instanceType))
  const values = await parameterValues(connection, changing.flatMap(({ data }) => parameterOf(data.ImageId ?? '') ?? [])) // prettier-ignore
  const idOf = ({ data: { ImageId = '' } }: LaunchSpec): string => {
    const image = sourceImage(ImageId, values)
    return (image.kind === 'parameter' || image.kind === 'image' ? image.id : undefined) ?? ''
  }
  await images.learn(changing.map(idOf).filter((id) => id !== ''))
  const problems = changing.flatMap((spec) => {
    const inUse = images.of(idOf(spec))
    const found = inUse === undefined ? [] : checks.unfit(spec, inUse, 'in use')
    return found.map((text) => `${spec.groups.join(', ')}: ${spec.label}: ${text}`)
  })
  return { bySite: new Map(), warnings: [], notes: [], problems }
}

/** Whether a site will launch another type than today; what overrides name is not changed. */
const changesType = ({ data, location, ownType }: LaunchSpec, wanted: string | undefined): boolean =>
  wanted !== undefined && ownType && location.kind !== 'override' && data.InstanceType !== wanted

/** Bytes; user data that unpacks to more is a trap. */
const MOST_UNPACKED = 1_048_576

interface PatchedUserData {
  readonly text: string
  readonly changes: readonly UserDataChange[]
}

/** A tag or digest alone leaves open which image is meant: the one that was found is named. */
function notesOf(
  specs: readonly LaunchSpec[],
  { userData }: PatchRequest,
  patched: ReadonlyMap<string, PatchedUserData>,
): readonly string[] {
  const { dockerImage } = userData ?? {}
  if (dockerImage === undefined || tryWantedImage(dockerImage)?.kind !== 'version') return []
  return specs.flatMap((spec) => {
    const images = (patched.get(spec.key)?.changes ?? []).flatMap(({ before, after }) =>
      before !== undefined && after !== undefined && tryDockerReference(after) ? [after] : [],
    )
    return [...new Set(images)].map(
      (image) => `${spec.label}: docker-image is a tag or digest alone, so the repository stays: ${image}`,
    )
  })
}

/** The new user data, by site; missing where it stays byte for byte. */
function userDataFor(
  specs: readonly LaunchSpec[],
  { userData, migrateToLaunchTemplate }: PatchRequest,
  problem: (spec: LaunchSpec, text: string) => void,
): ReadonlyMap<string, PatchedUserData> {
  const patched = new Map<string, PatchedUserData>()
  const { dockerImage, allowOtherRepository = false, userData: merge } = userData ?? {}
  if (dockerImage === undefined && merge === undefined) return patched
  for (const spec of specs) {
    if (spec.location.kind === 'override') continue
    const short = spec.location.kind === 'configuration' && !migrateToLaunchTemplate
    try {
      const { bytes, changed, changes } = patchUserData(decodeUserData(spec.data.UserData), {
        ...(dockerImage !== undefined && { dockerImage }),
        otherRepository: allowOtherRepository ? 'allow' : 'refuse',
        ...(merge !== undefined && { merge }),
        limit: short ? launchConfigurationUserDataLimit : userDataLimit,
        gunzip: (packed) => new Uint8Array(gunzipSync(packed, { maxOutputLength: MOST_UNPACKED })),
        gzip: (plain) => new Uint8Array(gzipSync(plain)),
      })
      if (changed) patched.set(spec.key, { text: encodeUserData(bytes), changes })
    } catch (error) {
      if (!(error instanceof UserDataError)) throw error
      problem(spec, error.message.replace(/\.$/, ''))
    }
  }
  return patched
}
