/** What other tools and operators do to the tags of a run in the crash walk. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { groupNow } from '../launch-state.ts'
import { GROUP } from './crash-fixture.ts'

/** What happens to the tags between the death of a run and its recovery. */
export type TagEvent = 'removed' | 'of another group' | 'unreadable' | 'out of bounds' | 'smaller' | 'copied'

export const TAG_EVENTS: readonly TagEvent[] = [
  'removed',
  'of another group',
  'unreadable',
  'out of bounds',
  'smaller',
  'copied',
]

const MEMO = 'fleet-patch:memo'
const OWN_TAGS = [MEMO, 'fleet-patch:run', 'fleet-patch:progress']
const OTHER_GROUP = '00000000-1111-2222-3333-444444444444'
/** The name of the copy of the walked group. */
export const CLONE = 'clone'

const tagged = (key: string, group = GROUP) => ({ ResourceId: group, ResourceType: 'auto-scaling-group', Key: key })

function removeTags({ autoScaling }: SimulatedAccount): void {
  const { tags } = autoScaling.capacity(GROUP)
  const keys = OWN_TAGS.filter((key) => key in tags)
  if (keys.length > 0) autoScaling.operations.DeleteTags({ Tags: keys.map((key) => tagged(key)) })
}

const writeTags = (
  { autoScaling }: SimulatedAccount,
  texts: readonly (readonly [string, string])[],
  group = GROUP,
): unknown =>
  autoScaling.operations.CreateOrUpdateTags({
    Tags: texts.map(([key, Value]) => ({ ...tagged(key, group), Value, PropagateAtLaunch: false })),
  })

/** A group with the launch source of the walked one and the tags of its run. */
function cloneWithTags(account: SimulatedAccount): void {
  const { LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy, VPCZoneIdentifier } = groupNow(account, GROUP)
  // A reference has the name of its template as well: AWS takes one of the two.
  const { LaunchTemplateId, Version } =
    MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification ?? LaunchTemplate ?? {}
  account.autoScaling.operations.CreateAutoScalingGroup({
    AutoScalingGroupName: CLONE,
    MinSize: 0,
    MaxSize: 4,
    DesiredCapacity: 1,
    VPCZoneIdentifier,
    ...(LaunchConfigurationName === undefined
      ? { LaunchTemplate: { LaunchTemplateId, Version } }
      : { LaunchConfigurationName }),
  })
  const { tags } = account.autoScaling.capacity(GROUP)
  writeTags(
    account,
    OWN_TAGS.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]] as const])),
    CLONE,
  )
}

export const hasMemo = ({ tags }: CapacitySnapshot): boolean => MEMO in tags

/** Lets an event happen to the tags; the memo must be there. */
export function applyTagEvent(account: SimulatedAccount, event: TagEvent): void {
  const memo = account.autoScaling.capacity(GROUP).tags[MEMO] ?? ''
  const write = (text: string): unknown => writeTags(account, [[MEMO, text]])
  switch (event) {
    case 'removed':
      removeTags(account)
      break
    case 'of another group':
      write(memo.replace(/group=\S+/, `group=${OTHER_GROUP}`))
      break
    case 'unreadable':
      write('by hand')
      break
    case 'out of bounds':
      write(memo.replace(/min=\d+ (max=\d+) desired=\d+/, 'min=0 $1 desired=0').replace(/surge=\d+/, 'surge=1000'))
      break
    case 'smaller':
      write(
        memo.replace(
          /min=\d+ (max=\d+) desired=(\d+)/,
          (_, max: string, desired: string) => `min=0 ${max} desired=${Number(desired) - 1}`,
        ),
      )
      break
    case 'copied':
      cloneWithTags(account)
      break
    default:
      event satisfies never
  }
}
