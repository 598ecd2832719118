import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { isImageId, parameterOf } from '../../domain/image/request.ts'
import type { LaunchReference, LaunchSource, SourceImage, SourcePart } from '../../domain/rollout/fleet.ts'
import type { Connection } from '../client/connection.ts'
import { ConfigurationLaunches } from './launch-configurations.ts'
import {
  type NamedSource,
  type ResolveTemplate,
  fingerprintWith,
  launchSourceOf,
  templatesOf,
} from './launch-source.ts'
import { parameterValues } from '../images/image-parameters.ts'
import { versionNumber } from '../launch-sources/template-versions.ts'
import { resolveTemplates, type StatedLaunch, TemplateLaunches } from './launch-templates.ts'

/** How long `$Latest` and `$Default` are believed to stay where they were, and parameters what they were, in seconds. */
const MOVING_SECONDS = 30

/** What a version or a configuration says of its launches, with what parameters name now. */
export type ReadSource = Pick<SourcePart, 'image' | 'shape'>

/** What becomes of a look where a parameter may not be read: it ends, or does without. */
export type UnreadParameters = 'refuse' | 'leave out'

/** The launch sources of many groups, with calls shared between them. */
export class LaunchSourceReader {
  readonly #connection: Connection
  readonly #unreadParameters: UnreadParameters
  #resolved: { readonly at: number; readonly of: string; readonly resolve: ResolveTemplate } | undefined
  #values: { readonly at: number; readonly of: string; readonly values: ReadonlyMap<string, string> } | undefined
  readonly #named = new Map<
    string,
    { readonly of: string; readonly resolve: ResolveTemplate; readonly source: NamedSource }
  >()
  readonly #templates: TemplateLaunches
  readonly #configurations: ConfigurationLaunches

  constructor(connection: Connection, unreadParameters: UnreadParameters = 'refuse') {
    this.#connection = connection
    this.#unreadParameters = unreadParameters
    this.#templates = new TemplateLaunches(connection)
    this.#configurations = new ConfigurationLaunches(connection)
  }

  /**
   * What each of these groups would launch now, in seconds since the Unix epoch; the answer throws a UserError for a
   * group that cannot launch.
   */
  async ask(groups: readonly AutoScalingGroup[], now: number): Promise<(group: AutoScalingGroup) => LaunchSource> {
    const resolve = await this.#resolver(groups, now)
    const references = groups.flatMap((group) => referencesOf(() => this.#namedSource(group, resolve)))
    await this.#learn(references)
    const values = await this.#parameters(references, now)
    return (group) => {
      const { parts, ...source } = this.#namedSource(group, resolve)
      const known = parts.map((part): SourcePart => ({ ...part, ...this.#read(part.reference, values) }))
      const images = known.flatMap(({ image }) => (image.kind === 'parameter' ? [image.id] : []))
      const [base] = known
      return {
        ...source,
        fingerprint: fingerprintWith(source.fingerprint, images),
        imageId: base?.image.kind === 'image' || base?.image.kind === 'parameter' ? base.image.id : undefined,
        parts: known,
      }
    }
  }

  /** As long as group and templates say the same it is not reckoned again. Throws as `launchSourceOf` does. */
  #namedSource(group: AutoScalingGroup, resolve: ResolveTemplate): NamedSource {
    const { AutoScalingGroupName: name = '', LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy } = group
    const of = JSON.stringify([LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy])
    const kept = this.#named.get(name)
    if (kept?.of === of && kept.resolve === resolve) return kept.source
    const source = launchSourceOf(group, resolve)
    this.#named.set(name, { of, resolve, source })
    return source
  }

  /** What these versions and configurations say of their launches. */
  async read(references: readonly LaunchReference[]): Promise<(reference: LaunchReference) => ReadSource> {
    await this.#learn(references)
    const values = await this.#parameters(references, 0)
    return (reference) => this.#read(reference, values)
  }

  async #learn(references: readonly LaunchReference[]): Promise<void> {
    await Promise.all([
      this.#templates.learn(references.filter((reference) => reference.kind === 'template')),
      this.#configurations.learn(references.flatMap((one) => (one.kind === 'configuration' ? one.name : []))),
    ])
  }

  /** What the parameters name now that stand in the place of images; asked for where one does. */
  async #parameters(references: readonly LaunchReference[], now: number): Promise<ReadonlyMap<string, string>> {
    const names = [
      ...new Set(references.flatMap((each) => parameterOf(this.#stated(each)?.image ?? '') ?? [])),
    ].toSorted()
    if (names.length === 0) return new Map()
    const of = JSON.stringify(names)
    const last = this.#values
    if (last !== undefined && last.of === of && now - last.at < MOVING_SECONDS) return last.values
    try {
      const values = await parameterValues(this.#connection, names)
      this.#values = { at: now, of, values }
      return values
    } catch (error) {
      if (this.#unreadParameters === 'refuse' || !(error instanceof UserError)) throw error
      return new Map()
    }
  }

  /** `$Latest` moves rarely; an instance of a newer version than it is believed to be proves that it has. */
  async #resolver(groups: readonly AutoScalingGroup[], now: number): Promise<ResolveTemplate> {
    const specifications = groups.flatMap(templatesOf)
    const of = JSON.stringify(specifications)
    const last = this.#resolved
    if (last !== undefined && last.of === of && now - last.at < MOVING_SECONDS && !groups.some(isAhead(last.resolve)))
      return last.resolve
    const resolve = await resolveTemplates(this.#connection, specifications)
    this.#resolved = { at: now, of, resolve }
    return resolve
  }

  #stated(reference: LaunchReference): StatedLaunch | undefined {
    return reference.kind === 'template' ? this.#templates.of(reference) : this.#configurations.of(reference.name)
  }

  #read(reference: LaunchReference, values: ReadonlyMap<string, string>): ReadSource {
    const stated = this.#stated(reference)
    if (stated === undefined) return { image: { kind: 'missing' } }
    return { image: sourceImage(stated.image, values), shape: stated.shape }
  }
}

/** What stands in the place of an image id, with what the parameters name. */
export function sourceImage(text: string, values: ReadonlyMap<string, string>): SourceImage {
  if (text === '') return { kind: 'none' }
  const name = parameterOf(text)
  if (name === undefined) return { kind: 'image', id: text }
  const value = values.get(name)
  // A parameter may hold anything, a secret as well.
  return { kind: 'parameter', name, id: value !== undefined && isImageId(value) ? value : undefined }
}

/** What these versions and configurations say of their launches now, asked for anew; calls are shared between them. */
export async function readSources(
  connection: Connection,
  references: readonly LaunchReference[],
): Promise<(reference: LaunchReference) => ReadSource> {
  return await new LaunchSourceReader(connection).read(references)
}

const isAhead =
  (resolve: ResolveTemplate) =>
  (group: AutoScalingGroup): boolean => {
    const believed = new Map(
      templatesOf(group)
        .flatMap((each) => resolve(each) ?? [])
        .map(({ id, version }) => [id, version]),
    )
    return (group.Instances ?? []).some(({ LaunchTemplate }) => {
      const version = believed.get(LaunchTemplate?.LaunchTemplateId ?? '')
      return version !== undefined && (versionNumber(LaunchTemplate?.Version) ?? 0) > version
    })
  }

/** None of a group that cannot launch: the reason is told when that group is put together. */
function referencesOf(sourceOf: () => NamedSource): readonly LaunchReference[] {
  try {
    return sourceOf().parts.map(({ reference }) => reference)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
