import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplate } from '@aws-sdk/client-ec2'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import type { TagMap } from '../../domain/patch/ownership.ts'
import type { PlannedTemplate } from '../../domain/patch/plan-template.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The longest page of both calls. */
const MOST_RESULTS = 200

/** A launch template without the data of its versions. */
export interface TemplateFacts extends Omit<PlannedTemplate, 'versions'> {
  readonly tags: TagMap
}

/** The templates that are named, by id and by name; one that is gone is missing. */
export async function templateFacts(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
): Promise<ReadonlyMap<string, TemplateFacts>> {
  const ids = new Set(specifications.flatMap(({ LaunchTemplateId }) => LaunchTemplateId ?? []))
  const names = new Set(
    specifications.flatMap(({ LaunchTemplateId, LaunchTemplateName }) =>
      LaunchTemplateId === undefined ? (LaunchTemplateName ?? []) : [],
    ),
  )
  const found = await mapConcurrently(
    [
      ...batches(ids, MOST_RESULTS).map((list) => ({ key: 'LaunchTemplateIds', list }) as const),
      ...batches(names, MOST_RESULTS).map((list) => ({ key: 'LaunchTemplateNames', list }) as const),
    ],
    ({ key, list }) => describe(connection, key, list),
  )
  return new Map(
    found.flat().flatMap((template) => {
      const facts = {
        id: template.LaunchTemplateId ?? '',
        name: template.LaunchTemplateName ?? '',
        latest: template.LatestVersionNumber ?? 1,
        default: template.DefaultVersionNumber ?? 1,
        tags: Object.fromEntries((template.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
      }
      return [
        [facts.id, facts],
        [facts.name, facts],
      ] as const
    }),
  )
}

async function describe(
  connection: Connection,
  key: 'LaunchTemplateIds' | 'LaunchTemplateNames',
  list: readonly string[],
): Promise<readonly LaunchTemplate[]> {
  const { DescribeLaunchTemplatesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    const pages = await everyPage((token) =>
      connection.send(client, new DescribeLaunchTemplatesCommand({ [key]: [...list], ...token })),
    )
    return pages.flatMap((page) => page.LaunchTemplates ?? [])
  } catch (error) {
    if (!isNoTemplate(error)) throw error
    // One that is gone fails the whole call: asked one by one, the others are answered.
    if (list.length < 2) return []
    return (await mapConcurrently(list, (one) => describe(connection, key, [one]))).flat()
  }
}

/** Whether AWS says that there is no such launch template. */
export const isNoTemplate = (error: unknown): boolean =>
  /^InvalidLaunchTemplate(Id|Name)\.(\w*NotFound\w*|Malformed)/.test(awsFaultOf(error)?.code ?? '')

/** The data of a template's versions from this number on, by number. */
export async function versionsFrom(
  connection: Connection,
  id: string,
  from: number,
): Promise<ReadonlyMap<number, LaunchData>> {
  const { DescribeLaunchTemplateVersionsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new DescribeLaunchTemplateVersionsCommand({
        LaunchTemplateId: id,
        MinVersion: String(from),
        MaxResults: MOST_RESULTS,
        ...token,
      }),
    ),
  )
  return new Map(
    pages
      .flatMap((page) => page.LaunchTemplateVersions ?? [])
      .map(({ VersionNumber = 0, LaunchTemplateData = {} }) => [VersionNumber, LaunchTemplateData]),
  )
}
