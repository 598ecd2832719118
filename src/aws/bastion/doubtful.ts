import type { Address, Instance } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import { isTokenOfRun } from '../../domain/bastion/ownership.ts'
import { BASTION_TAG } from './memo-tag.ts'
import { checkedTag, provenMemo } from './proven.ts'

/** What is known beside the candidates: all instances with the tag, ended ones included, and all addresses. */
interface Known {
  readonly launched: readonly Instance[]
  readonly addresses: readonly Address[]
}

/**
 * The candidates without those that a run may have launched and whose tag does not tell for which bastion: beside another
 * candidate such a one without an Elastic IP of its own is no bastion yet. UserError where it may be the bastion itself.
 */
export function withoutDoubtful(candidates: readonly Instance[], { launched, addresses }: Known): readonly Instance[] {
  const olds = new Set(launched.flatMap((instance) => provenMemo(instance)?.old ?? []))
  const doubtful = candidates.filter((instance) => {
    const kind = checkedTag(instance)?.kind
    const isUnproven = kind === 'unreadable' || kind === 'unproven'
    return isUnproven && isTokenOfRun(instance.ClientToken) && !olds.has(instance.InstanceId ?? '')
  })
  const others = candidates.filter((instance) => !doubtful.includes(instance))
  const isServing = doubtful.some(({ InstanceId }) =>
    addresses.some((address) => address.InstanceId === InstanceId && !isMarked(address)),
  )
  if (others.length > 0 && !isServing) return others
  for (const instance of doubtful) refuseUnreadable(instance)
  return candidates
}

const isMarked = ({ Tags = [] }: Address): boolean => Tags.some(({ Key }) => Key === BASTION_TAG)

function refuseUnreadable(instance: Instance): void {
  const tag = checkedTag(instance)
  if (tag?.kind !== 'unreadable') return
  const id = instance.InstanceId ?? ''
  throw new UserError({
    what: `The tag ${BASTION_TAG} of ${id} cannot be read: "${tag.value}".`,
    why: `It says which bastion the instance replaces, and by its client token a run may have launched ${id}.`,
    remedy: `Nothing was changed. Where another bastion stands beside it, decide which of the two stays and terminate the other one; then delete the tag from ${id}, and run the step again.`,
  })
}
