/** What is ours: instances and addresses are ended and released only where it is proven that a run has made them. */
import {
  type AddressProof,
  type BastionObservation,
  type BastionRunState,
  type ElasticAddress,
  type BastionMemo,
  isRunningHost,
  type Successor,
  type TemporaryAddress,
  type UnprovenInstance,
} from './bastion.ts'

/** What tells whether the instance with the tag of a successor is the one that the tag was written for. */
export interface LaunchEvidence {
  /** As EC2 shows it; undefined where the launch had none. */
  readonly clientToken: string | undefined
  /** The client token of the launch that wrote this tag. */
  readonly expectedToken: string
  readonly launchedAt: number
  /** Start of the run that wrote the tag, by the runner's clock; undefined in the tags of earlier versions. */
  readonly since: number | undefined
}

/** How far the clock of a runner may be ahead of AWS's. */
const CLOCK_SECONDS = 7200

/**
 * Why no run has launched an instance that carries the tag of a successor; undefined where it is proven that one has.
 * A copied tag comes without the client token: `Launch more like this` and CreateTags give none of ours.
 */
export function whyNotLaunched({ clientToken, expectedToken, launchedAt, since }: LaunchEvidence): string | undefined {
  if (clientToken !== expectedToken) return 'its client token is not the one of the launch that the tag was written for'
  if (since !== undefined && launchedAt < since - CLOCK_SECONDS)
    return 'it was launched before the run began that the tag was written by'
  return undefined
}

/** Every launch of a run has such a client token, and nothing else does by chance. */
const TOKEN_OF_RUN = /^[0-9a-f]{40}$/

/** Whether a run may have launched an instance, whatever its tags say. */
export const isTokenOfRun = (clientToken: string | undefined): boolean => TOKEN_OF_RUN.test(clientToken ?? '')

/** What tells for which bastion a run may have launched an instance whose tag does not prove it. */
export interface UnprovenLaunch {
  readonly clientToken: string | undefined
  /** The instance to replace and the allocation of its address, as far as its tag names them. */
  readonly named: { readonly old: string | undefined; readonly address: string | undefined }
  /** Elastic IPs that point at it, without that of the bastion and temporary ones. */
  readonly serves: readonly string[]
}

/** Why no run can have launched such an instance for this bastion; undefined where one may have. */
export function whyNotLaunchedFor(
  { clientToken, named, serves }: UnprovenLaunch,
  { old, address }: Pick<BastionMemo, 'old' | 'address'>,
): string | undefined {
  if (!isTokenOfRun(clientToken)) return 'its client token is none that a run gives to a launch'
  const isNamed = named.old !== undefined || named.address !== undefined
  if (isNamed && named.old !== old && named.address !== address) return 'its tag names another bastion'
  const [other] = serves
  return other === undefined ? undefined : `it stands behind another Elastic IP, ${other}`
}

/** An address with the tag of a temporary one, before it is known whose it is. */
export type MarkedAddress = ElasticAddress & Pick<TemporaryAddress, 'successor' | 'after' | 'unreadable'>

/**
 * The addresses with what proves that a run has allocated them. AllocateAddress takes no client token, so the proof
 * comes from the successor: its memo names the allocation, or what was noted when the address was allocated (none before
 * the first) while no other address claims to have come next. A copy of the tag of an earlier one says that it came before.
 * What points at any other instance is never ours to take.
 */
export function provenAddresses(marked: readonly MarkedAddress[], owners: AddressOwners): readonly TemporaryAddress[] {
  return marked.map((address) => ({ ...address, proof: proofOf(address, marked, owners) }))
}

/** The instances for which temporary addresses may have been allocated. */
export interface AddressOwners {
  readonly successors: readonly Successor[]
  /** The bastion that is to be replaced: where a run has launched it, that run has come to its end. */
  readonly old: string
}

function proofOf(
  address: MarkedAddress,
  marked: readonly MarkedAddress[],
  { successors, old }: AddressOwners,
): AddressProof {
  const none = (doubt: 'foreign' | 'unknown', why: string): AddressProof => ({ kind: 'none', doubt, why })
  const { allocation, successor, after, unreadable } = address
  if (servesAnother(address)) return none('foreign', `it points at ${address.holder ?? 'something else'}`)
  // AWS tells of no address which call has allocated it: without its tag only what names it makes it one of a run.
  if (unreadable !== undefined)
    return none(successor === undefined ? 'foreign' : 'unknown', `its tag cannot be read: "${unreadable}"`)
  if (successor === undefined) return none('unknown', 'its tag is of another version of Fleet Patch and proves nothing')
  // A run takes the memo off its last of all, once the temporary address is released.
  if (successor === old) return none('foreign', `that of ${old} was released when it became the bastion`)
  const owner = successors.find(({ id }) => id === successor)
  if (owner === undefined)
    return none('unknown', `EC2 does not show ${successor}, for which it says to be allocated, as launched by a run`)
  if (owner.noted === allocation) return { kind: 'noted' }
  if (!isNoteRead(owner))
    return none('unknown', `the tag fleet-patch:bastion-address of ${successor} cannot be read: "${owner.noted}"`)
  if (owner.noted === undefined && after !== undefined)
    return none('unknown', `${successor} names no temporary address any more`)
  if (owner.noted !== after) return none('foreign', `the temporary address of ${successor} is ${owner.noted}`)
  if (!isRunningHost(owner)) return none('unknown', `${successor} has ended before its temporary address was noted`)
  if (marked.filter((one) => one.successor === successor && one.after === after).length > 1)
    return none('unknown', `several addresses say to be allocated for ${successor}`)
  return { kind: 'only one' }
}

/** Whether what is noted on a successor is the allocation of an address, or nothing. */
export const isNoteRead = ({ noted }: Pick<Successor, 'noted'>): boolean =>
  noted === undefined || /^eipalloc-\w+$/.test(noted)

const servesAnother = ({ association, holder, successor }: MarkedAddress): boolean =>
  association !== undefined && holder !== successor

/** The temporary addresses that this run may use and release: proven ones, and those that AWS gave to this very run. */
export const ownAddresses = (
  { temporary }: BastionObservation,
  { allocated }: BastionRunState,
): readonly TemporaryAddress[] =>
  temporary.filter(
    (address) => address.proof.kind !== 'none' || (allocated.includes(address.allocation) && !servesAnother(address)),
  )

/** What may be of a run without a proof, a sentence each: a run that leaves it has not left everything as it was. */
export const unknownLeft = ({ doubtful, temporary }: BastionObservation): readonly string[] => [
  ...doubtful.map(doubtInWords),
  ...temporary.flatMap((address) =>
    address.proof.kind === 'none' && address.proof.doubt === 'unknown'
      ? [addressInWords(address, address.proof.why)]
      : [],
  ),
]

/** Which instance a run may have launched, and why that is not known. */
export const doubtInWords = ({ id, unreadable, why }: UnprovenInstance): string =>
  `It cannot be told whether a run has launched the instance ${id} for this bastion: ${
    unreadable === undefined ? why : `its tag fleet-patch:bastion cannot be read ("${unreadable}"), and ${why}`
  }. It is left alone.`

/** What carries our tag and is left alone, a sentence each. */
export const leftAlone = (observation: BastionObservation): readonly string[] => [
  ...observation.strangers.map((one) => strangerInWords(one, observation)),
  ...observation.temporary.flatMap((address) =>
    address.proof.kind === 'none' && address.proof.doubt === 'foreign'
      ? [addressInWords(address, address.proof.why)]
      : [],
  ),
  ...unknownLeft(observation),
]

function strangerInWords({ id, unreadable, why }: UnprovenInstance, { old }: BastionObservation): string {
  const tag = `The tag fleet-patch:bastion of the instance ${id}`
  if (id === old?.id) return `${tag} says nothing: it is the bastion itself. Delete the tag.`
  return unreadable === undefined
    ? `The instance ${id} carries the tag of a new bastion, but no run has launched it: ${why}. It is left alone; delete the tag.`
    : `${tag} cannot be read: "${unreadable}". No run has launched it for this bastion: ${why}. It is left alone; delete the tag.`
}

const addressInWords = ({ ip, allocation }: ElasticAddress, why: string): string =>
  `The Elastic IP ${ip} (${allocation}) carries the tag of a temporary one, but nothing proves that a run has allocated it: ${why}. It is left alone; release it if nothing needs it, else delete the tag.`
