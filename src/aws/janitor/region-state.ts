/** Reads what belongs to no group: launch sources that nothing uses, and addresses of bastions. */
import type { AutoScalingGroup, LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import { type RegionState, versionKey } from '../../domain/janitor/sources.ts'
import { parseDescription } from '../../domain/patch/version-description.ts'
import { BASTION_TAG } from '../bastion/memo-tag.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { visitGroups } from '../groups/describe.ts'
import { everyConfiguration } from '../launch-sources/configurations.ts'
import { findVersions, MOST_VERSIONS, versionNumber } from '../launch-sources/template-versions.ts'
import { readPrevious, readRolledBack } from '../patch/rollback-tags.ts'

/** All of a region at one moment. */
export async function readRegion(connection: Connection, at: number): Promise<RegionState> {
  const used = new Set<string>()
  const templates = new Set<string>()
  await visitGroups(connection, 'every group', (group) => {
    for (const key of usedBy(group)) used.add(key)
    for (const { LaunchTemplateId } of specificationsOf(group)) if (LaunchTemplateId) templates.add(LaunchTemplateId)
  })
  const [configurations, versions, launched, addresses] = await Promise.all([
    everyConfiguration(connection),
    mapConcurrently([...templates], (LaunchTemplateId) =>
      findVersions(connection, { LaunchTemplateId, MaxResults: MOST_VERSIONS }),
    ),
    launchedFrom(connection, [...templates]),
    idleAddresses(connection),
  ])
  for (const key of launched) used.add(key)
  return {
    at,
    configurations: configurations.map(({ LaunchConfigurationName: name = '', CreatedTime }) => ({
      name,
      createdAt: CreatedTime && CreatedTime.getTime() / 1000,
    })),
    versions: versions
      .flatMap((list) => list ?? [])
      .map(({ LaunchTemplateId: template = '', VersionNumber: version = 0, DefaultVersion, VersionDescription = '' }) => ({
        template,
        version,
        isDefault: DefaultVersion ?? false,
        isOurs: parseDescription(VersionDescription).origin !== undefined,
      })),
    used,
    addresses,
  }
} // prettier-ignore

/** What a group, its instances and its tags name. A text of several sources is taken apart: a name that is cut keeps nothing. */
function usedBy(group: AutoScalingGroup): readonly string[] {
  const { LaunchConfigurationName, Instances = [], Tags = [] } = group
  const named = Instances.flatMap((instance) => instance.LaunchConfigurationName ?? [])
  return [
    ...(LaunchConfigurationName ? [LaunchConfigurationName] : []),
    ...named,
    ...specificationsOf(group).flatMap(keyOf),
    ...(readPrevious(Tags) ?? '').split('+'),
    ...(readRolledBack(Tags) ?? '').split('+'),
  ]
}

const specificationsOf = ({
  LaunchTemplate,
  MixedInstancesPolicy: mixed,
  Instances = [],
}: AutoScalingGroup): readonly LaunchTemplateSpecification[] =>
  [
    LaunchTemplate,
    mixed?.LaunchTemplate?.LaunchTemplateSpecification,
    ...(mixed?.LaunchTemplate?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
    ...Instances.map((instance) => instance.LaunchTemplate),
  ].flatMap((specification) => specification ?? [])

/** The newest and the default version are never deleted: only numbers matter. */
function keyOf({ LaunchTemplateId, Version }: LaunchTemplateSpecification): readonly string[] {
  const number = versionNumber(Version)
  return LaunchTemplateId === undefined || number === undefined ? [] : [versionKey(LaunchTemplateId, number)]
}

/** EC2 tags what is launched from a template with its id and version. */
const TEMPLATE_TAG = 'aws:ec2launchtemplate:id'
const VERSION_TAG = 'aws:ec2launchtemplate:version'
/** The most values of a filter. */
const MOST_VALUES = 200

/** The versions that instances, of groups and outside of them, were launched from. */
async function launchedFrom(connection: Connection, templates: readonly string[]): Promise<readonly string[]> {
  if (templates.length === 0) return []
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const found = await mapConcurrently(batches(templates, MOST_VALUES), async (values) => {
    const Values = [...values]
    const pages = await everyPage((token) =>
      connection.send(client, new DescribeInstancesCommand({ Filters: [{ Name: `tag:${TEMPLATE_TAG}`, Values }], ...token })),
    )
    return pages.flatMap(({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances))
  })
  return found.flat().flatMap(({ Tags = [] }) => {
    const valueOf = (key: string): string | undefined => Tags.find(({ Key }) => Key === key)?.Value
    const version = versionNumber(valueOf(VERSION_TAG))
    const template = valueOf(TEMPLATE_TAG)
    return version === undefined || template === undefined ? [] : [versionKey(template, version)]
  })
} // prettier-ignore

/** Addresses that a redeployment of a bastion has allocated for a while, and that nothing has. */
async function idleAddresses(connection: Connection): Promise<RegionState['addresses']> {
  const { DescribeAddressesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const { Addresses = [] } = await connection.send(
    client,
    new DescribeAddressesCommand({ Filters: [{ Name: 'tag-key', Values: [BASTION_TAG] }] }),
  )
  return Addresses.filter(({ AssociationId }) => !AssociationId).map(({ AllocationId: id = '', PublicIp = '' }) => ({
    id,
    address: PublicIp,
  }))
}
