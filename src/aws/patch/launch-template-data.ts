import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplate } from '@aws-sdk/client-ec2'
import type { LaunchData } from '../../domain/patch/launch-data.ts'
import type { TagMap } from '../../domain/patch/ownership.ts'
import type { PlannedTemplate } from '../../domain/patch/plan-template.ts'
import type { Connection } from '../client/connection.ts'
import { listVersions, MOST_VERSIONS } from '../launch-sources/template-versions.ts'
import { readTemplates } from '../launch-sources/templates.ts'

/** A launch template without the data of its versions. */
export interface TemplateFacts extends Omit<PlannedTemplate, 'versions'> {
  readonly tags: TagMap
}

/** The templates that are named, by id and by name; one that is gone is missing. */
export async function templateFacts(
  connection: Connection,
  specifications: readonly LaunchTemplateSpecification[],
): Promise<ReadonlyMap<string, TemplateFacts>> {
  const found = await readTemplates(connection, specifications, 'one by one')
  return new Map([...found].map(([name, template]) => [name, factsOf(template)]))
}

const factsOf = (template: LaunchTemplate): TemplateFacts => ({
  id: template.LaunchTemplateId ?? '',
  name: template.LaunchTemplateName ?? '',
  latest: template.LatestVersionNumber ?? 1,
  default: template.DefaultVersionNumber ?? 1,
  tags: Object.fromEntries((template.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
})

/** The data of a template's versions from this number on, by number. */
export async function versionsFrom(
  connection: Connection,
  id: string,
  from: number,
): Promise<ReadonlyMap<number, LaunchData>> {
  const question = { LaunchTemplateId: id, MinVersion: String(from), MaxResults: MOST_VERSIONS }
  const versions = await listVersions(connection, question)
  return new Map(versions.map(({ VersionNumber = 0, LaunchTemplateData = {} }) => [VersionNumber, LaunchTemplateData]))
}
