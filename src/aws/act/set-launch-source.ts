import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type {
  AutoScalingGroup,
  LaunchTemplateSpecification,
  MixedInstancesPolicy,
  UpdateAutoScalingGroupType,
} from '@aws-sdk/client-auto-scaling'
import type { LaunchTemplateBlockDeviceMappingRequest } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import { putBackDescription } from '../../domain/patch/version-description.ts'
import type { PreviousLaunchSource } from '../../domain/rollout/fleet.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import type { TemplateReference } from '../observe/launch-source.ts'
import { listVersions, versionNumber } from '../launch-sources/template-versions.ts'

/**
 * Makes a group launch from a previous source again, in the way in which it names its source: a number or a launch
 * configuration is set in the group, `$Default` is moved back, and `$Latest` gets a new version that is a copy. May be
 * repeated. Throws a UserError where AWS refuses, as for a launch configuration or version that is gone.
 */
export async function putPreviousSource(
  connection: Connection,
  { group: name, previous }: { readonly group: string; readonly previous: PreviousLaunchSource },
): Promise<void> {
  const [group] = await groupsByName(connection, [name])
  if (group === undefined) throw new UserError({ what: `The Auto Scaling group ${name} does not exist.` })
  const { templates, update } = planOf(group, previous)
  for (const { use, reference } of templates)
    await (use === 'latest' ? copyToLatest(connection, reference) : moveDefault(connection, reference))
  if (update === undefined) return
  const { UpdateAutoScalingGroupCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: name, ...update }))
}

type Use = 'number' | 'latest' | 'default'

interface TemplateChange {
  readonly use: Exclude<Use, 'number'>
  readonly reference: TemplateReference
}

interface Plan {
  /** Each template once, however many overrides share it. */
  readonly templates: readonly TemplateChange[]
  readonly update: Omit<UpdateAutoScalingGroupType, 'AutoScalingGroupName'> | undefined
}

function planOf(group: AutoScalingGroup, { references, images }: PreviousLaunchSource): Plan {
  const [first] = references
  if (first?.kind === 'configuration') return { templates: [], update: { LaunchConfigurationName: first.name } }
  const known = new Map(references.flatMap((each) => (each.kind === 'template' ? [[each.id, each] as const] : [])))
  const changes = new Map<string, TemplateChange>()
  /** The specification as it should be; where it follows its template, the template is what changes. */
  const before = (specification: LaunchTemplateSpecification): LaunchTemplateSpecification => {
    const { LaunchTemplateId: id, Version } = specification
    const reference = known.get(id ?? '')
    if (reference === undefined) return identified(specification)
    const use = useOf(Version)
    if (use === 'number') return { LaunchTemplateId: reference.id, Version: String(reference.version) }
    changes.set(`${use} ${reference.id}`, { use, reference })
    return identified(specification)
  }
  const { LaunchTemplate, MixedInstancesPolicy: policy } = group
  const update = policy === undefined ? singleBefore() : { MixedInstancesPolicy: mixedBefore(policy, before, images) }
  return { templates: [...changes.values()], update }

  function singleBefore(): Plan['update'] {
    if (first === undefined || first.kind !== 'template') return undefined
    if (LaunchTemplate === undefined || LaunchTemplate.LaunchTemplateId !== first.id)
      return { LaunchTemplate: { LaunchTemplateId: first.id, Version: String(first.version) } }
    const wanted = before(LaunchTemplate)
    return wanted.Version === LaunchTemplate.Version ? undefined : { LaunchTemplate: wanted }
  }
}

function mixedBefore(
  policy: MixedInstancesPolicy,
  before: (specification: LaunchTemplateSpecification) => LaunchTemplateSpecification,
  images: ReadonlyMap<string, string>,
): MixedInstancesPolicy {
  const { LaunchTemplateSpecification: base, Overrides } = policy.LaunchTemplate ?? {}
  return {
    ...policy,
    LaunchTemplate: {
      ...(base && { LaunchTemplateSpecification: before(base) }),
      Overrides: (Overrides ?? []).map((override) => {
        const image = images.get(override.InstanceType ?? '')
        return {
          ...override,
          ...(override.LaunchTemplateSpecification && {
            LaunchTemplateSpecification: before(override.LaunchTemplateSpecification),
          }),
          ...(override.ImageId !== undefined && image !== undefined && { ImageId: image }),
        }
      }),
    },
  }
}

/** AWS describes id and name but takes only one of them. */
const identified = ({ LaunchTemplateId, ...rest }: LaunchTemplateSpecification): LaunchTemplateSpecification =>
  LaunchTemplateId === undefined
    ? rest
    : { LaunchTemplateId, ...(rest.Version !== undefined && { Version: rest.Version }) }

const useOf = (version: string | undefined): Use =>
  versionNumber(version) !== undefined ? 'number' : version === '$Latest' ? 'latest' : 'default'

async function moveDefault(connection: Connection, { id, version }: TemplateReference): Promise<void> {
  const { ModifyLaunchTemplateCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  await connection.send(
    client,
    new ModifyLaunchTemplateCommand({ LaunchTemplateId: id, DefaultVersion: String(version) }),
  )
}

async function copyToLatest(connection: Connection, { id, version }: TemplateReference): Promise<void> {
  const { CreateLaunchTemplateVersionCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const versions = await listVersions(connection, { LaunchTemplateId: id, Versions: [String(version), '$Latest'] })
  const found = versions.toSorted((a, b) => (a.VersionNumber ?? 0) - (b.VersionNumber ?? 0))
  const latest = found.at(-1)
  const data = found.find(({ VersionNumber }) => VersionNumber === version)?.LaunchTemplateData
  if (data === undefined)
    throw new UserError({ what: `Version ${version} of the launch template ${id} does not exist any more.` })
  // Another group that follows the same template may have made the copy.
  if (isDeepStrictEqual(latest?.LaunchTemplateData, data)) return
  const failed = latest?.VersionNumber ?? version
  const { ImageId, InstanceType, UserData } = data
  // A version that is made from another leaves out the snapshots of its block devices unless they are told again.
  const BlockDeviceMappings = data.BlockDeviceMappings as LaunchTemplateBlockDeviceMappingRequest[] | undefined
  await connection.send(
    client,
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: id,
      SourceVersion: String(version),
      VersionDescription: putBackDescription({ version, failed }),
      // AWS refuses a version in which nothing is told; these are the same as in its source.
      LaunchTemplateData: {
        ...(ImageId !== undefined && { ImageId }),
        ...(InstanceType !== undefined && { InstanceType }),
        ...(UserData !== undefined && { UserData }),
        ...(BlockDeviceMappings?.length && { BlockDeviceMappings }),
      },
      // The same copy of the same version after the same failure is the same call: it may be sent twice.
      ClientToken: createHash('sha256').update(`${id} ${version} ${failed}`).digest('hex'),
    }),
  )
}
