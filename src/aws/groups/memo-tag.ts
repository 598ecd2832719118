/** The two tags of a group that hold the memo of the run which is at work on it. */
import type { Tag, TagDescription } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Memo } from '../../domain/rollout/fleet.ts'
import { type MemoLease, factsText, leaseText } from './memo-text.ts'
import { parseTag } from './tag-format.ts'
import type { VersionedText } from './versioned-text.ts'

/** Tag that holds what never changes during a run. */
export const MEMO_TAG = 'fleet-patch:memo'
/** Tag that holds whose run it is and when it last said that it is alive: renewed without touching the facts. */
export const RUN_TAG = 'fleet-patch:run'

/** The tags that hold a memo, for CreateOrUpdateTags. Throws when a value does not fit into a tag: never half a memo. */
export const memoTags = (group: string, memo: Memo): Tag[] => [
  textTag(group, MEMO_TAG, factsText.write(memo)),
  runTag(group, memo),
]

/** The tag that renews the heartbeat. */
export const runTag = (group: string, lease: MemoLease): Tag => textTag(group, RUN_TAG, leaseText.write(lease))

/** Both tags, for DeleteTags. */
export const clearedTags = (group: string): Tag[] => [MEMO_TAG, RUN_TAG].map((key) => bareTag(group, key))

const textTag = (group: string, key: string, text: string): Tag => ({
  ...bareTag(group, key),
  Value: text,
  PropagateAtLaunch: false,
})

const bareTag = (group: string, key: string): Tag => ({
  ResourceId: group,
  ResourceType: 'auto-scaling-group',
  Key: key,
})

/**
 * The memo in the tags of a group; undefined where there is none. A memo whose run tag was removed belongs to no run that
 * is alive. Throws a UserError when a tag is there and cannot be read.
 */
export function readMemo(group: string, tags: readonly TagDescription[]): Memo | undefined {
  const read = <Value>(key: string, text: VersionedText<Value>): Value | undefined => {
    const value = valueOf(tags, key)
    return value === undefined ? undefined : text.read(value, (why) => unreadable({ group, key, value, why }))
  }
  const facts = read(MEMO_TAG, factsText)
  if (facts === undefined) return undefined
  return { ...(read(RUN_TAG, leaseText) ?? { run: 'unknown', heartbeatAt: facts.startedAt }), ...facts }
}

/** The run that is named in a run tag without a memo; `unknown` where the tag cannot be read. */
export function orphanedRun(tags: readonly TagDescription[]): string | undefined {
  const value = valueOf(tags, RUN_TAG)
  if (value === undefined || tags.some(({ Key }) => Key === MEMO_TAG)) return undefined
  return parseTag(value)['run'] ?? 'unknown'
}

const valueOf = (tags: readonly TagDescription[], key: string): string | undefined =>
  tags.find(({ Key }) => Key === key)?.Value

interface UnreadableTag {
  readonly group: string
  readonly key: string
  readonly value: string
  readonly why: string
}

const unreadable = ({ group, key, value, why }: UnreadableTag): UserError =>
  new UserError({
    what: `The tag ${key} of the group ${group} cannot be read: "${value}".`,
    why,
    remedy:
      `It says how the group was before a run changed it. Set the sizes and the suspended processes of the group ` +
      `as they should be, then delete the tags ${MEMO_TAG} and ${RUN_TAG} from the group and start the run again.`,
  })
