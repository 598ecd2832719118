import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { ResponseLaunchTemplateData } from '@aws-sdk/client-ec2'
import { type LaunchShape, requirementsOf } from '../../domain/image/launch-shape.ts'
import type { LaunchDevice } from '../../domain/patch/launch-data.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { findVersions, MOST_VERSIONS, versionNumber } from '../launch-sources/template-versions.ts'
import { readTemplates } from '../launch-sources/templates.ts'
import type { ResolveTemplate, TemplateReference } from './launch-source.ts'

/** Whether AWS must be asked what a specification means: its version is no number, or its id is not given. */
export const isMoving = ({ LaunchTemplateId, Version }: LaunchTemplateSpecification): boolean =>
  LaunchTemplateId === undefined || versionNumber(Version) === undefined

/**
 * Asks for the templates whose version is `$Latest`, `$Default` or left out, or whose id is not given. These move at
 * any time, so they are asked for anew at each look. A template that is gone resolves to undefined.
 */
export async function resolveTemplates(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
): Promise<ResolveTemplate> {
  const asked = specifications.filter(isMoving)
  const known = await readTemplates(connection, asked, 'in halves')
  return ({ LaunchTemplateId, LaunchTemplateName, Version }) => {
    const template = known.get(LaunchTemplateId ?? LaunchTemplateName ?? '')
    const id = LaunchTemplateId ?? template?.LaunchTemplateId
    const version =
      versionNumber(Version) ?? (Version === '$Latest' ? template?.LatestVersionNumber : template?.DefaultVersionNumber)
    return id === undefined || version === undefined ? undefined : { kind: 'template', id, version }
  }
}

/** What a version or a configuration says of its launches. */
export interface StatedLaunch {
  /** As it stands there, `resolve:ssm:...` included, empty where it names none. */
  readonly image: string
  readonly shape: LaunchShape
}

const statedIn = (data: ResponseLaunchTemplateData | undefined): StatedLaunch => ({
  image: data?.ImageId ?? '',
  shape: {
    instanceType: data?.InstanceType,
    requirements: requirementsOf(data?.InstanceRequirements),
    devices: sizedDevices(data?.BlockDeviceMappings),
  },
})

/** Names and sizes are all that matters of volumes; undefined where no size is set. The data of hundreds of groups is kept. */
export function sizedDevices(devices: readonly LaunchDevice[] | undefined): readonly LaunchDevice[] | undefined {
  const sized = (devices ?? []).flatMap(({ DeviceName, Ebs }) =>
    Ebs?.VolumeSize === undefined ? [] : [{ DeviceName, Ebs: { VolumeSize: Ebs.VolumeSize } }],
  )
  return sized.length > 0 ? sized : undefined
}

const key = ({ id, version }: TemplateReference): string => `${id} ${version}`

/** What launch template versions say of their launches. A version never changes, so each is asked for once. */
export class TemplateLaunches {
  readonly #connection: Connection
  readonly #launches = new Map<string, StatedLaunch>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Undefined for a version that is gone. */
  of(reference: TemplateReference): StatedLaunch | undefined {
    return this.#launches.get(key(reference))
  }

  async learn(references: readonly TemplateReference[]): Promise<void> {
    const unknown = references.filter((reference) => !this.#launches.has(key(reference)))
    const versions = Map.groupBy(
      new Map(unknown.map((reference) => [key(reference), reference])).values(),
      ({ id }) => id,
    )
    await mapConcurrently([...versions], async ([id, list]) => {
      for (const batch of batches(list, MOST_VERSIONS)) await this.#ask(id, batch)
    })
  }

  async #ask(id: string, references: readonly TemplateReference[]): Promise<void> {
    const versions = await findVersions(this.#connection, {
      LaunchTemplateId: id,
      Versions: references.map(({ version }) => String(version)),
    })
    // A version made a moment ago may not be seen yet: it is asked for again at the next look.
    for (const { VersionNumber, LaunchTemplateData } of versions ?? [])
      if (VersionNumber !== undefined)
        this.#launches.set(key({ kind: 'template', id, version: VersionNumber }), statedIn(LaunchTemplateData))
    // One version that is gone fails the call for all: each alone, the others are answered.
    if (versions === undefined && references.length > 1)
      for (const reference of references) await this.#ask(id, [reference])
  }
}
