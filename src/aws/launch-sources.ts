import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../errors.ts'
import type { LaunchReference, LaunchSource } from '../fleet/fleet.ts'
import type { Connection } from './connection.ts'
import { ConfigurationImages } from './launch-configurations.ts'
import { type ResolveTemplate, launchSourceOf, templatesOf } from './launch-source.ts'
import { TemplateImages, resolveTemplates } from './launch-templates.ts'

/** The launch sources of many groups, with calls shared between them. */
export class LaunchSources {
  readonly #connection: Connection
  readonly #templates: TemplateImages
  readonly #configurations: ConfigurationImages

  constructor(connection: Connection) {
    this.#connection = connection
    this.#templates = new TemplateImages(connection)
    this.#configurations = new ConfigurationImages(connection)
  }

  /** What each of these groups would launch now; the answer throws a UserError for a group that cannot launch. */
  async ask(groups: readonly AutoScalingGroup[]): Promise<(group: AutoScalingGroup) => LaunchSource> {
    const resolve = await resolveTemplates(this.#connection, groups.flatMap(templatesOf))
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

  #imageOf(base: LaunchReference): string | undefined {
    return base.kind === 'template' ? this.#templates.of(base) : this.#configurations.of(base.name)
  }
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
