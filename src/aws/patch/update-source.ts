import type {
  AutoScalingGroup,
  LaunchTemplateSpecification,
  MixedInstancesPolicy,
  UpdateAutoScalingGroupType,
} from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { CreatedSource, SourceChange, PatchStep } from '../../domain/patch/plan.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { previousTag } from './rollback-tags.ts'

/** Writes down the launch configuration that a group is about to leave. */
export async function recordPrevious(connection: Connection, group: string, configuration: string): Promise<void> {
  const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
  const Tags = [previousTag(group, configuration)]
  await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags }))
}

/** Moves the version that a template launches where no other is asked for. */
export async function moveDefault(connection: Connection, template: string, version: number): Promise<void> {
  const { ModifyLaunchTemplateCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const input = { LaunchTemplateId: template, DefaultVersion: String(version) }
  await connection.send(client, new ModifyLaunchTemplateCommand(input))
}

export interface SourceUpdate {
  readonly step: Extract<PatchStep, { kind: 'update-group' }>
  /** By site. */
  readonly made: ReadonlyMap<string, CreatedSource>
  /** Throws where the group, as it is right now, must not be changed. */
  readonly guard: (group: AutoScalingGroup) => void
}

/** Tells a group what it launches from now on; its instances stay as they are. */
export async function updateSource(connection: Connection, { step, made, guard }: SourceUpdate): Promise<void> {
  const { UpdateAutoScalingGroupCommand } = await import('@aws-sdk/client-auto-scaling')
  const [group] = await groupsByName(connection, [step.group])
  if (group === undefined)
    throw new UserError({ what: `The Auto Scaling group ${step.group} does not exist any more.` })
  guard(group)
  const input = { AutoScalingGroupName: step.group, ...sourceFields(group, step.moves, made) }
  await connection.send(await connection.clients.autoScaling(), new UpdateAutoScalingGroupCommand(input))
}

type SourceFields = Pick<
  UpdateAutoScalingGroupType,
  'LaunchConfigurationName' | 'LaunchTemplate' | 'MixedInstancesPolicy'
>

function sourceFields(
  { MixedInstancesPolicy: policy }: AutoScalingGroup,
  moves: readonly SourceChange[],
  made: ReadonlyMap<string, CreatedSource>,
): SourceFields {
  const target = ({ to }: SourceChange): CreatedSource => {
    const there = 'spec' in to ? made.get(to.spec) : undefined
    if (there === undefined) throw new Error('A group was to launch from a source that was not created.')
    return there
  }
  if (policy !== undefined) return { MixedInstancesPolicy: movedPolicy(policy, moves, target) }
  const [move] = moves
  if (move === undefined) throw new Error('An update without a change.')
  const to = target(move)
  return to.kind === 'configuration' ? { LaunchConfigurationName: to.name } : { LaunchTemplate: specificationOf(to) }
}

/** The whole policy, sent as AWS shows it: whatever were left out might go back to its default. */
function movedPolicy(
  policy: MixedInstancesPolicy,
  moves: readonly SourceChange[],
  target: (move: SourceChange) => CreatedSource,
): MixedInstancesPolicy {
  const { LaunchTemplate, InstancesDistribution } = policy
  const moved = (at: SourceChange['at'], specification: LaunchTemplateSpecification | undefined) => {
    const move = moves.find((each) => each.at === at && 'spec' in each.to)
    if (move === undefined) return specification && bare(specification)
    const to = target(move)
    if (to.kind === 'configuration') throw new Error('A mixed instances policy takes no launch configuration.')
    return specificationOf(to)
  }
  const base = moved('base', LaunchTemplate?.LaunchTemplateSpecification)
  const overrides = (LaunchTemplate?.Overrides ?? []).map((override, index) => {
    const specification = moved(index, override.LaunchTemplateSpecification)
    const image = moves.flatMap(({ at, to }) => (at === index && 'imageId' in to ? to.imageId : []))[0]
    return withoutEmpty({
      ...override,
      ...(specification && { LaunchTemplateSpecification: specification }),
      ...(image !== undefined && { ImageId: image }),
    })
  })
  return {
    LaunchTemplate: {
      ...(base && { LaunchTemplateSpecification: base }),
      ...(overrides.length > 0 && { Overrides: overrides }),
    },
    ...(InstancesDistribution && { InstancesDistribution: withoutEmpty(distribution(InstancesDistribution)) }),
  }
}

type Distribution = NonNullable<MixedInstancesPolicy['InstancesDistribution']>

/** Sending the older two fields would remove the segments. */
function distribution(whole: Distribution): Distribution {
  if (!('DistributionSegments' in whole)) return whole
  const { OnDemandBaseCapacity: _base, OnDemandPercentageAboveBaseCapacity: _above, ...rest } = whole
  return rest
}

const specificationOf = ({
  id,
  version,
}: Extract<CreatedSource, { kind: 'template' }>): LaunchTemplateSpecification => ({
  LaunchTemplateId: id,
  Version: String(version),
})

/** AWS shows both id and name and takes one of them. */
function bare({ LaunchTemplateId, LaunchTemplateName, Version }: LaunchTemplateSpecification) {
  const template = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId }
  return { ...template, ...(Version !== undefined && { Version }) } as LaunchTemplateSpecification
}

/** The SDK writes an empty list as a list of one empty text, which AWS takes for a value. */
function withoutEmpty<Value extends object>(value: Value): Value {
  const kept = Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (inner === undefined || inner === '' || (Array.isArray(inner) && inner.length === 0)) return []
    const deep = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? withoutEmpty(inner) : inner
    return [[name, deep] as const]
  })
  return Object.fromEntries(kept) as Value
}
