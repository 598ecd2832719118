import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { LaunchReference, LaunchSource } from '../../domain/rollout/fleet.ts'
import type { Connection } from '../client/connection.ts'
import { ConfigurationImages } from './launch-configurations.ts'
import { type ResolveTemplate, launchSourceOf, templatesOf } from './launch-source.ts'
import { versionNumber } from '../launch-sources/template-versions.ts'
import { TemplateImages, resolveTemplates } from './launch-templates.ts'

/** How long `$Latest` and `$Default` are believed to stay where they were, in seconds. */
const MOVING_SECONDS = 30

/** The launch sources of many groups, with calls shared between them. */
export class LaunchSourceReader {
  readonly #connection: Connection
  #resolved: { readonly at: number; readonly of: string; readonly resolve: ResolveTemplate } | undefined
  readonly #templates: TemplateImages
  readonly #configurations: ConfigurationImages

  constructor(connection: Connection) {
    this.#connection = connection
    this.#templates = new TemplateImages(connection)
    this.#configurations = new ConfigurationImages(connection)
  }

  /**
   * What each of these groups would launch now, in seconds since the Unix epoch; the answer throws a UserError for a
   * group that cannot launch.
   */
  async ask(groups: readonly AutoScalingGroup[], now: number): Promise<(group: AutoScalingGroup) => LaunchSource> {
    const resolve = await this.#resolver(groups, now)
    const bases = groups.flatMap((group) => baseOf(group, resolve) ?? [])
    await Promise.all([
      this.#templates.learn(bases.filter((base) => base.kind === 'template')),
      this.#configurations.learn(bases.flatMap((base) => (base.kind === 'configuration' ? base.name : []))),
    ])
    return (group) => {
      const source = launchSourceOf(group, resolve)
      return { ...source, imageId: this.#imageOf(source.base) }
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

  #imageOf(base: LaunchReference): string | undefined {
    return base.kind === 'template' ? this.#templates.of(base) : this.#configurations.of(base.name)
  }
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

/** Undefined for a group that cannot launch: the reason is told when that group is put together. */
function baseOf(group: AutoScalingGroup, resolve: ResolveTemplate): LaunchReference | undefined {
  try {
    return launchSourceOf(group, resolve).base
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
