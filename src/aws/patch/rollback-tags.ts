/** The tags of a group that a rollback reads, and how each is written: one for the source before, one for the source after. */
import type { Tag, TagDescription } from '@aws-sdk/client-auto-scaling'
import type { LaunchReference } from '../../domain/rollout/fleet.ts'

/** Tag in which a group keeps the launch configuration that it had before the last patch. */
export const PREVIOUS_TAG = 'fleet-patch:previous'

/**
 * Tag in which a rollback writes, before it puts a launch source back, which one: so doing it again rolls on, and does
 * not go one change further back.
 */
const ROLLED_BACK_TAG = 'fleet-patch:rolled-back'

/** The longest tag value: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html. */
const LONGEST = 256

/** The tag that names the launch configuration which a group is about to leave. */
export const previousTag = (group: string, configuration: string): Tag => tag(group, PREVIOUS_TAG, configuration)

/** The launch configuration that a group had before the last patch; undefined where no patch has left one. */
export const readPrevious = (tags: readonly TagDescription[]): string | undefined => valueOf(tags, PREVIOUS_TAG)

/** The tag that names what a group is about to go back to. */
export const rolledBackTag = (group: string, to: string): Tag => tag(group, ROLLED_BACK_TAG, to)

/** What a rollback has gone back to, in the form of `referencesText`; undefined where none has. */
export const readRolledBack = (tags: readonly TagDescription[]): string | undefined => valueOf(tags, ROLLED_BACK_TAG)

/**
 * Launch sources in a few letters, each once, so that they fit into a tag: `lt-1:3+lt-2:7`, or the name of a launch
 * configuration. The text is compared with another one and never taken apart: of many sources it holds the first.
 */
export const referencesText = (references: readonly LaunchReference[]): string =>
  [...new Set(references.map((each) => (each.kind === 'configuration' ? each.name : `${each.id}:${each.version}`)))]
    .join('+')
    .slice(0, LONGEST)

const tag = (group: string, key: string, value: string): Tag => ({
  ResourceId: group,
  ResourceType: 'auto-scaling-group',
  Key: key,
  Value: value,
  PropagateAtLaunch: false,
})

const valueOf = (tags: readonly TagDescription[], key: string): string | undefined =>
  tags.find(({ Key }) => Key === key)?.Value
