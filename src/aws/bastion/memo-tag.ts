import type { Tag } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import type { BastionMemo } from '../../domain/bastion/bastion.ts'
import { parseTag, formatTag } from '../groups/tag-format.ts'

/** Tag on a successor, from its launch until it stands on its own, and on temporary addresses. */
export const BASTION_TAG = 'fleet-patch:bastion'

/** The tag that a successor is launched with. Throws when a value does not fit into a tag: never half a memo. */
export const successorTag = ({ old, address, run, wish, wasProtected }: BastionMemo): Tag => ({
  Key: BASTION_TAG,
  Value: formatTag({ old, address, run, wish, protected: wasProtected ? 'yes' : 'no' }),
})

/** The tag of a temporary address: which address it stands in for. */
export const temporaryTag = ({ address, run }: Pick<BastionMemo, 'address' | 'run'>): Tag => ({
  Key: BASTION_TAG,
  Value: formatTag({ temporary: address, run }),
})

const valueOf = (tags: readonly Tag[] | undefined): string | undefined =>
  tags?.find(({ Key }) => Key === BASTION_TAG)?.Value

/** The memo on an instance; undefined where there is none. UserError when the tag is there and cannot be read. */
export function readSuccessor(id: string, tags: readonly Tag[] | undefined): BastionMemo | undefined {
  const value = valueOf(tags)
  if (value === undefined) return undefined
  const { old, address, run, wish, protected: wasProtected } = parseTag(value)
  if (
    old === undefined ||
    address === undefined ||
    run === undefined ||
    wish === undefined ||
    wasProtected === undefined
  )
    throw new UserError({
      what: `The tag ${BASTION_TAG} of ${id} cannot be read: "${value}".`,
      why: 'It says which bastion the instance replaces, and is written when the instance is launched.',
      remedy: `Decide which of the bastions stays, end the other one, delete the tag from ${id}, and run the step again.`,
    })
  return { old, address, run, wish, wasProtected: wasProtected === 'yes' }
}

/** Allocation of the address that a temporary one stands in for; undefined for any other address. */
export function readTemporary(tags: readonly Tag[] | undefined): string | undefined {
  const value = valueOf(tags)
  return value === undefined ? undefined : parseTag(value)['temporary']
}
