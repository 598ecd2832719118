import type { Instance } from '@aws-sdk/client-ec2'
import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import { whyNotLaunched } from '../../domain/bastion/ownership.ts'
import { clientTokenOf, formerClientToken } from './client-token.ts'
import { readSuccessor } from './memo-tag.ts'

/** What the tag of a successor is worth on the instance that carries it. */
export interface CheckedMemo {
  readonly memo: BastionMemo
  /** Why no run has launched the instance; undefined where one provably has. */
  readonly why: string | undefined
}

/** The memo on an instance; undefined where there is none. UserError when the tag is there and cannot be read. */
export function checkedMemo(instance: Instance): CheckedMemo | undefined {
  const tag = readSuccessor(instance.InstanceId ?? '', instance.Tags)
  if (tag === undefined) return undefined
  const { memo, value, since } = tag
  const why = whyNotLaunched({
    clientToken: instance.ClientToken,
    expectedToken: since === undefined ? formerClientToken(memo, instance.SubnetId ?? '') : clientTokenOf(value),
    launchedAt: (instance.LaunchTime?.getTime() ?? 0) / 1000,
    since,
  })
  return { memo, why }
}

/** The memo on an instance that a run has provably launched. */
export function provenMemo(instance: Instance): BastionMemo | undefined {
  const checked = checkedMemo(instance)
  return checked === undefined || checked.why !== undefined ? undefined : checked.memo
}
