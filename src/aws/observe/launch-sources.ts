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
import { nameOf } from '../groups/identity.ts'
import { parameterValues } from '../images/image-parameters.ts'
import { versionNumber } from '../launch-sources/template-versions.ts'
import { isMoving, resolveTemplates, type StatedLaunch, TemplateLaunches } from './launch-templates.ts'
import { isYoung, mayBeKept } from '../../domain/rollout/freshness.ts'

/** What a version or a configuration says of its launches, with what parameters name now. */
export type ReadSource = Pick<SourcePart, 'image' | 'shape'>

/** What becomes of a look where a parameter may not be read: it ends, or does without. */
export type UnreadParameters = 'refuse' | 'leave out'

/** What groups launch, and whether an answer was kept from an earlier look: what cannot move never is. */
export interface LaunchSourceAnswers {
  readonly sourceOf: (group: AutoScalingGroup) => LaunchSource
  readonly isKept: (group: AutoScalingGroup, source: LaunchSource) => boolean
}

/** The launch sources of many groups, with calls shared between them. */
export class LaunchSourceReader {
  readonly #connection: Connection
  readonly #unreadParameters: UnreadParameters
  /** By group: when `$Latest` and `$Default` were last read, of which templates, and what they were. */
  readonly #resolved = new Map<
    string,
    { readonly at: number; readonly of: string; readonly resolve: ResolveTemplate }
  >()
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
   * What each of these groups would launch; `now` in seconds since the Unix epoch. The answer throws a UserError for a group
   * that cannot launch. Of the groups in `young` what may move must have been read a moment ago, of others it may be kept
   * longer.
   */
  async ask(
    groups: readonly AutoScalingGroup[],
    now: number,
    young: ReadonlySet<string> = new Set(),
  ): Promise<LaunchSourceAnswers> {
    const resolverOf = await this.#resolvers(groups, { now, young })
    const references = groups.flatMap((group) => referencesOf(() => this.#namedSource(group, resolverOf(group))))
    await this.#learn(references)
    const values = await this.#parameters(references, {
      now,
      mustBeYoung: groups.some((group) => young.has(nameOf(group))),
    })
    const parametersAt = this.#values?.at ?? now
    const isRecent = (at = now): boolean => isYoung('launchSource', { from: at, now })
    return {
      sourceOf: (group) => {
        const { parts, ...source } = this.#namedSource(group, resolverOf(group))
        const known = parts.map((part): SourcePart => ({ ...part, ...this.#read(part.reference, values) }))
        const images = known.flatMap(({ image }) => (image.kind === 'parameter' ? [image.id] : []))
        const [base] = known
        return {
          ...source,
          fingerprint: fingerprintWith(source.fingerprint, images),
          imageId: base?.image.kind === 'image' || base?.image.kind === 'parameter' ? base.image.id : undefined,
          parts: known,
        }
      },
      isKept: (group, { parts = [] }) =>
        (templatesOf(group).some(isMoving) && !isRecent(this.#resolved.get(nameOf(group))?.at)) ||
        (parts.some(({ image }) => image.kind === 'parameter') && !isRecent(parametersAt)),
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
    const values = await this.#parameters(references, { now: 0, mustBeYoung: true })
    return (reference) => this.#read(reference, values)
  }

  async #learn(references: readonly LaunchReference[]): Promise<void> {
    await Promise.all([
      this.#templates.learn(references.filter((reference) => reference.kind === 'template')),
      this.#configurations.learn(references.flatMap((one) => (one.kind === 'configuration' ? one.name : []))),
    ])
  }

  /** What the parameters name now that stand in the place of images; asked for where one does. */
  async #parameters(
    references: readonly LaunchReference[],
    { now, mustBeYoung }: { readonly now: number; readonly mustBeYoung: boolean },
  ): Promise<ReadonlyMap<string, string>> {
    const names = [
      ...new Set(references.flatMap((each) => parameterOf(this.#stated(each)?.image ?? '') ?? [])),
    ].toSorted()
    if (names.length === 0) return new Map()
    const of = JSON.stringify(names)
    const last = this.#values
    if (last?.of === of && (mustBeYoung ? isYoung : mayBeKept)('launchSource', { from: last.at, now }))
      return last.values
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
  async #resolvers(
    groups: readonly AutoScalingGroup[],
    { now, young }: { readonly now: number; readonly young: ReadonlySet<string> },
  ): Promise<(group: AutoScalingGroup) => ResolveTemplate> {
    const mayKeep = (group: AutoScalingGroup): boolean => {
      const last = this.#resolved.get(nameOf(group))
      if (last === undefined || last.of !== templatesText(group) || isAhead(last.resolve)(group)) return false
      return (young.has(nameOf(group)) ? isYoung : mayBeKept)('launchSource', { from: last.at, now })
    }
    const asked = groups.filter((group) => !mayKeep(group))
    const resolve = await resolveTemplates(this.#connection, asked.flatMap(templatesOf))
    for (const group of asked) this.#resolved.set(nameOf(group), { at: now, of: templatesText(group), resolve })
    return (group) => this.#resolved.get(nameOf(group))?.resolve ?? resolve
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

const templatesText = (group: AutoScalingGroup): string => JSON.stringify(templatesOf(group))

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
