/** What carries the tag of a run, told apart by what proves whose it is. */
import type { Address, Instance } from '@aws-sdk/client-ec2'
import { isEnding, type Successor, type UnprovenInstance } from '../../domain/bastion/bastion.ts'
import { type MarkedAddress, whyNotLaunchedFor } from '../../domain/bastion/ownership.ts'
import { readNotedAddress, readTemporary } from './memo-tag.ts'
import { type CheckedTag, checkedTag } from './proven.ts'
import { type BastionIdentity, elasticAddress, hostOf, type OwnLaunches } from './shown.ts'

/** Instances with the tag of a successor, as far as they concern one bastion. */
export interface MarkedInstances {
  readonly successors: readonly Successor[]
  readonly strangers: readonly UnprovenInstance[]
  readonly doubtful: readonly UnprovenInstance[]
}

/** The bastion for which they are told apart, and all addresses of its region. */
export interface MarkedFor extends BastionIdentity {
  readonly own?: OwnLaunches
  readonly addresses: readonly Address[]
}

/** Tells the successors of a bastion from what others have tagged like them. */
export function sortMarked(marked: readonly Instance[], bastion: MarkedFor): MarkedInstances {
  const { old, allocation, own } = bastion
  const successors: Successor[] = []
  const strangers: UnprovenInstance[] = []
  const doubtful: UnprovenInstance[] = []
  for (const instance of marked) {
    const tag = checkedTag(instance)
    if (tag === undefined) continue
    const host = hostOf(instance)
    const noted = readNotedAddress(instance.Tags)
    if (tag.kind === 'proven') {
      const { memo } = tag
      if (memo.address === allocation && memo.old === old) successors.push({ ...host, memo, noted })
    } else if (own?.launched.includes(host.id) === true)
      successors.push({ ...host, memo: own.memo, noted, tag: 'changed' })
    else if (!isEnding(host)) {
      const { isOfRun, ...unproven } = judged(instance, tag, bastion)
      if (isOfRun) doubtful.push(unproven)
      else if (concerns(tag, bastion)) strangers.push(unproven)
    }
  }
  return { successors, strangers, doubtful }
}

type UnprovenTag = Exclude<CheckedTag, { readonly kind: 'proven' }>

const namedBy = (tag: UnprovenTag): { readonly old: string | undefined; readonly address: string | undefined } =>
  tag.kind === 'unproven' ? tag.memo : tag

/** A tag that can be read and names another bastion concerns that one; which one a tag that cannot be read concerns is not known. */
function concerns(tag: UnprovenTag, { old, allocation }: BastionIdentity): boolean {
  const named = namedBy(tag)
  return tag.kind === 'unreadable' || named.old === old || named.address === allocation
}

/** What is known of an instance whose tag does not prove that a run has launched it. */
function judged(
  { InstanceId: id = '', ClientToken: clientToken }: Instance,
  tag: UnprovenTag,
  { old, allocation, addresses }: MarkedFor,
): UnprovenInstance & { readonly isOfRun: boolean } {
  const serves = addresses.flatMap(({ InstanceId, AllocationId, PublicIp = '', Tags }) =>
    InstanceId === id && AllocationId !== allocation && readTemporary(Tags) === undefined ? [PublicIp] : [],
  )
  const foreign = whyNotLaunchedFor({ clientToken, named: namedBy(tag), serves }, { old, address: allocation })
  const unread = tag.kind === 'unreadable'
  const doubt = unread ? 'its client token may be the one of a run' : 'its tag may have been changed since its launch'
  return {
    id,
    unreadable: unread ? tag.value : undefined,
    why: foreign === undefined ? doubt : unread ? foreign : tag.why,
    // The bastion itself succeeds nothing.
    isOfRun: foreign === undefined && id !== old,
  }
}

/** Addresses other than that of the bastion whose tag says that they are temporary ones for it, or says nothing that can be read. */
export function markedAddresses(
  addresses: readonly Address[],
  { allocation, successors }: Pick<BastionIdentity, 'allocation'> & Pick<MarkedInstances, 'successors'>,
): readonly MarkedAddress[] {
  return addresses.flatMap((one): MarkedAddress[] => {
    const tag = readTemporary(one.Tags)
    const shown = elasticAddress(one)
    if (tag === undefined || shown === undefined || shown.allocation === allocation) return []
    if (tag.kind === 'temporary')
      return tag.address === allocation ? [{ ...shown, successor: tag.successor, after: tag.after }] : []
    const owner = successors.find(({ id, noted }) => id === shown.holder || noted === shown.allocation)
    return [{ ...shown, successor: owner?.id, after: undefined, unreadable: tag.value }]
  })
}
