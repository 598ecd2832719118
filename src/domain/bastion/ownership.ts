/** What is ours: instances and addresses are ended and released only where it is proven that a run has made them. */
import {
  type AddressProof,
  type BastionObservation,
  type BastionRunState,
  type ElasticAddress,
  isRunningHost,
  type Successor,
  type TemporaryAddress,
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

/** An address with the tag of a temporary one, before it is known whose it is. */
export type MarkedAddress = ElasticAddress & Pick<TemporaryAddress, 'successor' | 'after'>

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
  const { allocation, successor, after } = address
  if (servesAnother(address)) return none('foreign', `it points at ${address.holder ?? 'something else'}`)
  if (successor === undefined) return none('unknown', 'its tag is of another version of Fleet Patch and proves nothing')
  // A run takes the memo off its last of all, once the temporary address is released.
  if (successor === old) return none('foreign', `that of ${old} was released when it became the bastion`)
  const owner = successors.find(({ id }) => id === successor)
  if (owner === undefined)
    return none('unknown', `EC2 does not show ${successor}, for which it says to be allocated, as launched by a run`)
  if (owner.noted === allocation) return { kind: 'noted' }
  if (owner.noted === undefined && after !== undefined)
    return none('unknown', `${successor} names no temporary address any more`)
  if (owner.noted !== after) return none('foreign', `the temporary address of ${successor} is ${owner.noted}`)
  if (!isRunningHost(owner)) return none('unknown', `${successor} has ended before its temporary address was noted`)
  if (marked.filter((one) => one.successor === successor && one.after === after).length > 1)
    return none('unknown', `several addresses say to be allocated for ${successor}`)
  return { kind: 'only one' }
}

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
export const unknownLeft = ({ temporary }: BastionObservation): readonly string[] =>
  temporary.flatMap((address) =>
    address.proof.kind === 'none' && address.proof.doubt === 'unknown'
      ? [addressInWords(address, address.proof.why)]
      : [],
  )

/** What carries our tag and is left alone, a sentence each. */
export const leftAlone = (observation: BastionObservation): readonly string[] => [
  ...observation.strangers.map(
    ({ id, why }) =>
      `The instance ${id} carries the tag of a new bastion, but no run has launched it: ${why}. It is left alone; delete the tag.`,
  ),
  ...observation.temporary.flatMap((address) =>
    address.proof.kind === 'none' && address.proof.doubt === 'foreign'
      ? [addressInWords(address, address.proof.why)]
      : [],
  ),
  ...unknownLeft(observation),
]

const addressInWords = ({ ip, allocation }: ElasticAddress, why: string): string =>
  `The Elastic IP ${ip} (${allocation}) carries the tag of a temporary one, but nothing proves that a run has allocated it: ${why}. It is left alone; release it if nothing needs it, else delete the tag.`
