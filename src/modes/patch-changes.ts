import { gunzipSync, gzipSync } from 'node:zlib'
import { type ChosenImage, chooseImages } from '../aws/images/choose-images.ts'
import { ImageReader } from '../aws/images/images.ts'
import { instanceTypes } from '../aws/images/instance-types.ts'
import type { InstanceType } from '../domain/image/fit.ts'
import { devicesFor, differing, changesNothing, type LaunchChanges, sameData } from '../domain/patch/launch-data.ts'
import type { LaunchSpec } from '../domain/patch/launch-spec.ts'
import type { SpecPatch } from '../domain/patch/plan.ts'
import type { UserDataChange } from '../domain/yaml/diff.ts'
import { UserDataError } from '../domain/yaml/error.ts'
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
  readonly userData?: DockerInputs
}

/** What the wish means for the launch sources that are there. */
export interface RequestedChanges {
  /** Only sites where something differs. */
  readonly patches: readonly (SpecPatch & { readonly userData: readonly UserDataChange[] })[]
  /** By site. */
  readonly images: ReadonlyMap<string, ChosenImage>
  readonly warnings: readonly { readonly group?: string; readonly message: string }[]
  /** Why nothing may be changed; a sentence without its full stop each. */
  readonly problems: readonly string[]
}

/** Finds out what differs from the wish, and checks every bit of it; changes nothing. */
export async function requestedChanges(
  run: Run,
  sites: readonly LaunchSpec[],
  wish: PatchRequest,
): Promise<RequestedChanges> {
  const problems: string[] = []
  const problem = (site: LaunchSpec, text: string): void =>
    void problems.push(`${site.groups.join(', ')}: ${site.label}: ${text}`)
  const types = await knownTypes(run, sites, wish)
  const typesOf = (site: LaunchSpec): readonly InstanceType[] =>
    [...new Set(typeNames(site, wish))].flatMap((name) => types.get(name) ?? [])
  if (wish.instanceType !== undefined && !types.has(wish.instanceType))
    problems.push(`the instance type ${wish.instanceType} does not exist in ${run.connection.region}`)
  const chosen = await imagesFor(run, sites, wish, typesOf)
  const userData = userDataFor(sites, wish, problem)
  for (const site of sites) {
    const obstacle = wish.instanceType === undefined ? undefined : obstacleToType(site)
    if (obstacle !== undefined) problem(site, obstacle)
  }
  const patches = sites.flatMap((site) => {
    const changes = changesFor(site, {
      image: chosen.bySite.get(site.key),
      instanceType: site.place.kind === 'override' ? undefined : wish.instanceType,
      userData: userData.get(site.key)?.text,
    })
    return changesNothing(changes) ? [] : [{ site, changes, userData: userData.get(site.key)?.changes ?? [] }]
  })
  return {
    patches,
    images: chosen.bySite,
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

const typeNames = (site: LaunchSpec, { instanceType }: PatchRequest): readonly string[] =>
  instanceType !== undefined && site.ownType ? [instanceType] : site.types

async function knownTypes(
  { connection }: Run,
  sites: readonly LaunchSpec[],
  wish: PatchRequest,
): Promise<ReadonlyMap<string, InstanceType>> {
  const names = sites.flatMap((site) => typeNames(site, wish))
  const asked = wish.instanceType === undefined ? names : [...names, wish.instanceType]
  // Without an image or a type to check there is nothing to ask.
  return wish.image === undefined && wish.instanceType === undefined ? new Map() : instanceTypes(connection, asked)
}

function obstacleToType(site: LaunchSpec): string | undefined {
  if (site.place.kind === 'override') return undefined
  if (!site.ownType)
    return 'the overrides of its mixed instances policy name the types, so `instance-type` would change nothing'
  return site.data.InstanceRequirements === undefined
    ? undefined
    : 'it describes its types by `InstanceRequirements`, which `instance-type` cannot stand beside'
}

type Chosen = Pick<RequestedChanges, 'warnings' | 'problems'> & { readonly bySite: ReadonlyMap<string, ChosenImage> }

async function imagesFor(
  { connection, clock }: Run,
  sites: readonly LaunchSpec[],
  { image, instanceType }: PatchRequest,
  typesOf: (site: LaunchSpec) => readonly InstanceType[],
): Promise<Chosen> {
  const now = clock.now() / 1000
  if (image !== undefined)
    return await chooseImages(connection, {
      sites,
      requests: image.images,
      owners: image.imageOwners,
      aliases: image.replaceSsmAlias ? 'replace' : 'refuse',
      typesOf,
      now,
    })
  if (instanceType === undefined) return { bySite: new Map(), warnings: [], problems: [] }
  // The image stays: it must be able to run on the new type.
  const images = new ImageReader(connection)
  await images.learn(sites.flatMap(({ data }) => data.ImageId ?? []))
  const problems = sites.flatMap((site) => {
    const inUse = images.of(site.data.ImageId ?? '')
    const [type] = site.ownType ? typesOf(site) : []
    return inUse === undefined || type === undefined || type.architectures.includes(inUse.architecture)
      ? []
      : [
          `${site.groups.join(', ')}: ${site.label}: its image ${inUse.id} is for ${inUse.architecture}, but ${type.name} runs ${type.architectures.join(' or ')}`,
        ]
  })
  return { bySite: new Map(), warnings: [], problems }
}

/** Bytes; user data that unpacks to more is a trap. */
const MOST_UNPACKED = 1_048_576

interface PatchedUserData {
  readonly text: string
  readonly changes: readonly UserDataChange[]
}

/** The new user data, by site; missing where it stays byte for byte. */
function userDataFor(
  sites: readonly LaunchSpec[],
  { userData, migrateToLaunchTemplate }: PatchRequest,
  problem: (site: LaunchSpec, text: string) => void,
): ReadonlyMap<string, PatchedUserData> {
  const patched = new Map<string, PatchedUserData>()
  const { dockerImage, userData: merge } = userData ?? {}
  if (dockerImage === undefined && merge === undefined) return patched
  for (const site of sites) {
    if (site.place.kind === 'override') continue
    const short = site.place.kind === 'configuration' && !migrateToLaunchTemplate
    try {
      const { bytes, changed, changes } = patchUserData(decodeUserData(site.data.UserData), {
        ...(dockerImage !== undefined && { dockerImage }),
        ...(merge !== undefined && { merge }),
        limit: short ? launchConfigurationUserDataLimit : userDataLimit,
        gunzip: (packed) => new Uint8Array(gunzipSync(packed, { maxOutputLength: MOST_UNPACKED })),
        gzip: (plain) => new Uint8Array(gzipSync(plain)),
      })
      if (changed) patched.set(site.key, { text: encodeUserData(bytes), changes })
    } catch (error) {
      if (!(error instanceof UserDataError)) throw error
      problem(site, error.message.replace(/\.$/, ''))
    }
  }
  return patched
}
