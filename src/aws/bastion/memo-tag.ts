import type { Tag } from '@aws-sdk/client-ec2'
import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import { parseTag, formatTag } from '../groups/tag-format.ts'

/** Tag on a successor, from its launch until it stands on its own, and on temporary addresses. */
export const BASTION_TAG = 'fleet-patch:bastion'

/** Tag on a successor that names the allocation of its temporary address. */
export const NOTED_ADDRESS_TAG = 'fleet-patch:bastion-address'

/** The format that is written; a tag without a version is of the first one, which is read once more. */
const VERSION = '2'

/** The facts of one launch besides the memo. */
export interface LaunchFacts {
  /** Start of the run, in whole seconds since the Unix epoch. */
  readonly since: number
  readonly subnet: string
}

/** The tag that a successor is launched with. Throws when a value does not fit into a tag: never half a memo. */
export const successorTag = (
  { old, address, run, wish, wasProtected, forwards }: BastionMemo,
  { since, subnet }: LaunchFacts,
): Tag & { readonly Value: string } => ({
  Key: BASTION_TAG,
  Value: formatTag({
    v: VERSION,
    old,
    address,
    run,
    wish,
    protected: wasProtected ? 'yes' : 'no',
    ...(forwards && { forwards: 'yes' }),
    since: String(since),
    subnet,
  }),
})

/** The tag of a temporary address: which address it stands in for, for which successor, and which one that had before. */
export const temporaryTag = (
  { address, run }: Pick<BastionMemo, 'address' | 'run'>,
  { successor, after }: { readonly successor: string; readonly after: string | undefined },
): Tag => ({
  Key: BASTION_TAG,
  Value: formatTag({ v: VERSION, temporary: address, run, for: successor, ...(after !== undefined && { after }) }),
})

const valueOf = (tags: readonly Tag[] | undefined, key = BASTION_TAG): string | undefined =>
  tags?.find(({ Key }) => Key === key)?.Value

/** What the tag of a successor says. Whether it is on the instance that it was written for, it does not prove. */
export interface SuccessorTag {
  readonly kind: 'memo'
  readonly memo: BastionMemo
  readonly value: string
  /** Undefined in the first format. */
  readonly since: number | undefined
}

/** A tag that no run of this version writes, with what it names all the same. */
export interface UnreadableTag {
  readonly kind: 'unreadable'
  readonly value: string
  readonly old: string | undefined
  readonly address: string | undefined
}

/** The tag of a successor; undefined where there is none. Never throws: anyone may write such a tag, onto any instance. */
export function readSuccessor(tags: readonly Tag[] | undefined): SuccessorTag | UnreadableTag | undefined {
  const value = valueOf(tags)
  if (value === undefined) return undefined
  const { v, old, address, run, wish, protected: wasProtected, forwards, since } = parseTag(value)
  const readable = v === undefined ? since === undefined : v === VERSION && /^\d+$/.test(since ?? '')
  if (
    !readable ||
    old === undefined ||
    address === undefined ||
    run === undefined ||
    wish === undefined ||
    wasProtected === undefined
  )
    return { kind: 'unreadable', value, old, address }
  const memo = {
    old,
    address,
    run,
    wish,
    wasProtected: wasProtected === 'yes',
    ...(forwards === 'yes' && { forwards: true as const }),
  }
  return { kind: 'memo', memo, value, since: since === undefined ? undefined : Number(since) }
}

/** The tag that notes the temporary address of a successor on it. */
export const notedAddressTag = (allocation: string): Tag => ({ Key: NOTED_ADDRESS_TAG, Value: allocation })

/** Allocation that is noted on a successor; undefined while none is. */
export const readNotedAddress = (tags: readonly Tag[] | undefined): string | undefined =>
  valueOf(tags, NOTED_ADDRESS_TAG)

/** What the tag of a temporary address says. */
export interface TemporaryTag {
  readonly kind: 'temporary'
  /** Allocation of the address that it stands in for. */
  readonly address: string
  /** Undefined in any other format than the one that is written. */
  readonly successor: string | undefined
  /** Allocation that was noted on the successor before; undefined in the tag of its first. */
  readonly after: string | undefined
}

/** The tag of a temporary address; undefined for an address without it. */
export function readTemporary(
  tags: readonly Tag[] | undefined,
): TemporaryTag | Pick<UnreadableTag, 'kind' | 'value'> | undefined {
  const value = valueOf(tags)
  if (value === undefined) return undefined
  const { v, temporary, for: successor, after } = parseTag(value)
  return temporary === undefined
    ? { kind: 'unreadable', value }
    : { kind: 'temporary', address: temporary, successor: v === VERSION ? successor : undefined, after }
}
