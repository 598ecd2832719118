/** Launch sources that nothing uses any more, and addresses that nothing has. Pure. */
import type { Finding } from './finding.ts'

/** A launch configuration. */
export interface ListedConfiguration {
  readonly name: string
  readonly createdAt: number | undefined
}

/** A version of a launch template that a group of the region launches from. */
export interface ListedVersion {
  /** Id of the template. */
  readonly template: string
  readonly version: number
  readonly isDefault: boolean
  /** Whether Fleet Patch has made it. */
  readonly isOurs: boolean
}

/** An Elastic IP with a tag of ours. */
export interface ListedAddress {
  readonly id: string
  readonly address: string
}

/** What belongs to no group, and what is in use; names of configurations and `id:version` of templates. */
export interface RegionState {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly configurations: readonly ListedConfiguration[]
  readonly versions: readonly ListedVersion[]
  readonly used: ReadonlySet<string>
  /** Not associated with anything. */
  readonly addresses: readonly ListedAddress[]
}

const CONFIGURATION_SECONDS = 90 * 86_400
/** So many of the newest versions of ours stay. */
const KEPT_VERSIONS = 10

/** All of it: a finding for each configuration, each template and each address. */
export const regionFindings = (state: RegionState): readonly Finding[] => [
  ...unusedConfigurations(state),
  ...unusedVersions(state),
  ...addresses(state),
]

const unusedConfigurations = ({ at, configurations, used }: RegionState): readonly Finding[] =>
  configurations
    .filter(({ name, createdAt }) => !used.has(name) && createdAt !== undefined && at - createdAt >= CONFIGURATION_SECONDS)
    .map(({ name, createdAt }) => ({
      finding: 'unused-configuration',
      group: undefined,
      resource: name,
      since: createdAt,
      subject: `${name} ${createdAt}`,
      what: `the launch configuration ${name} is in no group`,
      remedy: { kind: 'delete-configuration', name },
      advice: 'Delete it once nothing needs it.',
    })) // prettier-ignore

export const versionKey = (template: string, version: number): string => `${template}:${version}`

function unusedVersions({ versions, used }: RegionState): readonly Finding[] {
  return [...Map.groupBy(versions, ({ template }) => template)].flatMap(([template, all]) => {
    const latest = Math.max(...all.map(({ version }) => version))
    const own = all.filter(({ isOurs }) => isOurs).toSorted((one, other) => other.version - one.version)
    const unused = own
      .slice(KEPT_VERSIONS)
      .filter((each) => !each.isDefault && each.version !== latest && !used.has(versionKey(template, each.version)))
      .map(({ version }) => version)
      .toSorted((one, other) => one - other)
    if (unused.length === 0) return []
    return [
      {
        finding: 'unused-template-versions',
        group: undefined,
        resource: template,
        since: undefined,
        subject: `${template} ${unused.join(' ')}`,
        what: `versions ${unused.join(', ')} of the launch template ${template} were made by patches and are in no use`,
        remedy: { kind: 'delete-versions', template, versions: unused },
        advice: 'Delete them once nothing needs them.',
      } satisfies Finding,
    ]
  })
}

const addresses = (state: RegionState): readonly Finding[] =>
  state.addresses.map(({ id, address }) => ({
    finding: 'unassociated-address',
    group: undefined,
    resource: id,
    since: undefined,
    subject: id,
    what: `the Elastic IP ${address} was allocated for a new bastion and is associated with nothing`,
    remedy: undefined,
    advice: `Release it with \`aws ec2 release-address --allocation-id ${id}\` once nothing needs it.`,
  }))
