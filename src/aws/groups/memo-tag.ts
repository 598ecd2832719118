/** The three tags of a group that hold the memo of the run which is at work on it. */
import type { AutoScalingGroup, Tag, TagDescription } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import { mostSurge } from '../../domain/rollout/budget.ts'
import { REGISTERING } from '../../domain/rollout/dark-launch.ts'
import type { Memo } from '../../domain/rollout/fleet.ts'
import { memoFault } from '../../domain/rollout/memo-bounds.ts'
import { groupIdOf, heaviestWeight } from './identity.ts'
import {
  type MemoFacts,
  type MemoLease,
  type MemoProgress,
  factsText,
  leaseText,
  progressTagText,
} from './memo-text.ts'
import { parseTag } from './tag-format.ts'
import { isFirstVersion, type VersionedText } from './versioned-text.ts'

/** Tag that holds what never changes during a run. */
export const MEMO_TAG = 'fleet-patch:memo'
/** Tag that holds whose run it is and when it last said that it is alive: renewed without touching the facts. */
export const RUN_TAG = 'fleet-patch:run'
/** Tag that holds how far the run has come. */
export const PROGRESS_TAG = 'fleet-patch:progress'

/** The tags that hold a memo, for CreateOrUpdateTags. Throws when a value does not fit into a tag: never half a memo. */
export const memoTags = (group: string, memo: Memo): Tag[] => [
  textTag(group, MEMO_TAG, factsText.write(memo)),
  runTag(group, memo),
  // Written even where it says nothing: one that another run has left must not be read with these facts.
  textTag(group, PROGRESS_TAG, progressTagText.write(memo)),
]

/** The tag that renews the heartbeat. */
export const runTag = (group: string, lease: MemoLease): Tag => textTag(group, RUN_TAG, leaseText.write(lease))

/** The same tags, for EC2's CreateTags: on instances that carry the memo. */
export const carriedTags = (memo: Memo): { readonly Key: string; readonly Value: string }[] =>
  memoTags('', memo).map(({ Key = '', Value = '' }) => ({ Key, Value }))

/** Their keys, for EC2's DeleteTags. */
export const CARRIED_KEYS = [MEMO_TAG, RUN_TAG, PROGRESS_TAG].map((Key) => ({ Key }))

/** Whether a tag of an instance is one of a memo that it carries. */
export const isMemoTag = ({ Key }: { readonly Key?: string | undefined }): boolean =>
  CARRIED_KEYS.some((each) => each.Key === Key)

/** All three tags, for DeleteTags. */
export const clearedTags = (group: string): Tag[] => CARRIED_KEYS.map(({ Key }) => bareTag(group, Key))

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
 * is alive, and one of the first format to the group that carries it. Throws a UserError when a tag is there and cannot be
 * read, was saved for another group, or says what no roll can have saved.
 */
export function readMemo(group: AutoScalingGroup): Memo | undefined {
  const { AutoScalingGroupName: name = '', Tags: tags = [] } = group
  return memoIn(group, { tags, on: { name, holder: `the group ${name}` } })
}

/**
 * The memo that instances of a group carry; undefined where none does. It was left on purpose by a run that has ended.
 * Throws a UserError where one cannot be read, was saved for another group, says what no roll can have saved, or where they
 * carry different ones: to launch more like an instance copies its tags.
 */
export function readCarriedMemo(
  group: AutoScalingGroup,
  carriers: readonly { readonly id: string; readonly tags: readonly PlainTag[] }[],
): Memo | undefined {
  const { AutoScalingGroupName: name = '' } = group
  const memos = carriers.flatMap(({ id, tags }) => {
    const holder = `the instance ${id} of the group ${name}`
    const memo = memoIn(group, { tags, on: { name: id, holder } })
    return memo === undefined ? [] : [{ holder, memo: { ...memo, heartbeatAt: 0 } }]
  })
  const [first, ...others] = memos
  const other = others.find(({ memo }) => JSON.stringify(memo) !== JSON.stringify(first?.memo))
  if (first !== undefined && other !== undefined) throw differing(first.holder, other.holder)
  return first?.memo
}

/** A tag of a group or of an instance. */
interface PlainTag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

interface TaggedThing {
  readonly tags: readonly PlainTag[]
  readonly on: { readonly name: string; readonly holder: string }
}

function memoIn(group: AutoScalingGroup, { tags, on }: TaggedThing): Memo | undefined {
  const value = valueOf(tags, MEMO_TAG)
  if (value === undefined) return undefined
  const read = <Value>(key: string, text: VersionedText<Value>): Value | undefined => {
    const found = valueOf(tags, key)
    return found === undefined ? undefined : text.read(found, (why) => unreadable({ ...on, key, value: found, why }))
  }
  const isFirst = isFirstVersion(value) && group.Tags === tags
  const written = read(MEMO_TAG, factsText) as MemoFacts
  const facts = isFirst ? converted(written, heaviestWeight(group)) : written
  const groupId = groupIdOf(group)
  if (!isFirst && facts.groupId !== groupId) throw ofAnotherGroup(on, { saved: facts.groupId, own: groupId })
  const lease = read(RUN_TAG, leaseText) ?? { run: 'unknown', heartbeatAt: facts.startedAt }
  const progress = isFirst ? {} : (read(PROGRESS_TAG, progressTagText) ?? lostProgress(facts))
  const why = memoFault({ ...facts, ...progress }, heaviestWeight(group))
  if (why !== undefined) throw unreadable({ ...on, key: MEMO_TAG, value, why })
  return { ...lease, ...facts, ...progress, ...(groupId !== undefined && { groupId }) }
}

/**
 * Facts of the first format as a run writes them today: an adopted desired capacity moved neither minimum nor maximum
 * then, and the surge was as it was asked for, however small the group. Of a group without capacity none can be told.
 */
function converted(facts: MemoFacts, heaviest: number): MemoFacts {
  const { min, desired, max } = facts.sizes
  const sizes = { min: Math.min(min, desired), desired, max: Math.max(max, desired) }
  return { ...facts, sizes, surge: desired === 0 ? facts.surge : Math.min(facts.surge, mostSurge(desired, heaviest)) }
}

/** What the facts alone tell of the progress: only a run whose new instances are in the dark keeps them out of load balancers. */
const lostProgress = ({ suspends }: MemoFacts): MemoProgress => (suspends.includes(REGISTERING) ? { dark: true } : {})

/** The run that is named in a run tag without a memo; `unknown` where no tag tells it. */
export function orphanedRun(tags: readonly TagDescription[]): string | undefined {
  if (valueOf(tags, MEMO_TAG) !== undefined) return undefined
  const value = valueOf(tags, RUN_TAG)
  if (value !== undefined) return parseTag(value)['run'] ?? 'unknown'
  return valueOf(tags, PROGRESS_TAG) === undefined ? undefined : 'unknown'
}

const valueOf = (tags: readonly PlainTag[], key: string): string | undefined =>
  tags.find(({ Key }) => Key === key)?.Value

const ALL_TAGS = `${MEMO_TAG}, ${RUN_TAG} and ${PROGRESS_TAG}`

interface UnreadableTag {
  readonly name: string
  readonly holder: string
  readonly key: string
  readonly value: string
  readonly why: string
}

const unreadable = ({ name, holder, key, value, why }: UnreadableTag): UserError =>
  new UserError({
    what: `The tag ${key} of ${holder} cannot be read: "${value}".`,
    why,
    remedy:
      `It says how the group was before a run changed it. Set the sizes and the suspended processes of the group ` +
      `as they should be, then delete the tags ${ALL_TAGS} from ${name} and start the run again.`,
  })

const ofAnotherGroup = (
  { name, holder }: TaggedThing['on'],
  { saved = 'unknown', own = 'unknown' }: { readonly saved: string | undefined; readonly own: string | undefined },
): UserError =>
  new UserError({
    what: `The tag ${MEMO_TAG} of ${holder} holds the saved state of another group.`,
    why: `It is bound to the group with the id ${saved} in its ARN, and ${name.startsWith('i-') ? 'the group of this instance' : name} has the id ${own}: its tags were copied from there. Nothing of ${name} was changed.`,
    remedy: `Delete the tags ${ALL_TAGS} from ${name}, which is a copy, and start the run again.`,
  })

const differing = (one: string, other: string): UserError =>
  new UserError({
    what: `The tags of ${one} and of ${other} say differently how the group was before a run changed it.`,
    why: 'One of both was changed, or copied from an instance of an earlier run. Nothing was changed.',
    remedy: `Delete the tags ${ALL_TAGS} from the instance where they are wrong, and start the run again.`,
  })
