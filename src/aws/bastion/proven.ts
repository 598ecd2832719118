import type { Instance } from '@aws-sdk/client-ec2'
import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import { whyNotLaunched } from '../../domain/bastion/ownership.ts'
import { clientTokenOf, formerClientToken } from './client-token.ts'
import { readSuccessor, type UnreadableTag } from './memo-tag.ts'

/** What the tag of a successor is worth on the instance that carries it. */
export type CheckedTag =
  /** A run has launched the instance with this very tag. */
  | { readonly kind: 'proven'; readonly memo: BastionMemo }
  /** It can be read and is not the tag that the instance was launched with: `why` shows that. */
  | { readonly kind: 'unproven'; readonly memo: BastionMemo; readonly why: string }
  | UnreadableTag

/** The tag of a successor on an instance; undefined where there is none. */
export function checkedTag(instance: Instance): CheckedTag | undefined {
  const tag = readSuccessor(instance.Tags)
  if (tag?.kind !== 'memo') return tag
  const { memo, value, since } = tag
  const why = whyNotLaunched({
    clientToken: instance.ClientToken,
    expectedToken: since === undefined ? formerClientToken(memo, instance.SubnetId ?? '') : clientTokenOf(value),
    launchedAt: (instance.LaunchTime?.getTime() ?? 0) / 1000,
    since,
  })
  return why === undefined ? { kind: 'proven', memo } : { kind: 'unproven', memo, why }
}

/** The memo on an instance that a run has provably launched. */
export function provenMemo(instance: Instance): BastionMemo | undefined {
  const checked = checkedTag(instance)
  return checked?.kind === 'proven' ? checked.memo : undefined
}
