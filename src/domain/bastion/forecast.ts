import {
  type BastionChange,
  type BastionPolicy,
  type BastionObservation,
  type ElasticAddress,
  isEnding,
  type Successor,
} from './bastion.ts'

/** Ids that AWS gives with its answer. */
export interface CreatedResource {
  /** Of an instance or an allocation; undefined where the answer was lost. */
  readonly id: string | undefined
}

/** Whether a look shows what AWS has accepted before. */
export function isBastionChangeVisible(
  observation: BastionObservation,
  change: BastionChange,
  { id }: CreatedResource,
): boolean {
  const { address, old, successors, temporary } = observation
  const host = (wanted: string) => [old, ...successors].find((one) => one?.id === wanted)
  switch (change.kind) {
    case 'launch':
      return id !== undefined && successors.some((successor) => successor.id === id)
    case 'forward-packets':
      return host(change.instance)?.sourceDestCheck !== true
    case 'allocate':
      return temporary.some(({ allocation, successor, proof }) =>
        id === undefined ? successor === change.instance && proof.kind !== 'none' : allocation === id,
      )
    case 'note-address': {
      const noted = successors.find((successor) => successor.id === change.instance)?.noted
      return noted === change.allocation
    }
    case 'associate':
      return (
        [address, ...temporary].find(({ allocation }) => allocation === change.allocation)?.holder === change.instance
      )
    case 'disassociate':
      return ![address, ...temporary].some(({ association }) => association === change.association)
    case 'release':
      return !temporary.some(({ allocation }) => allocation === change.allocation)
    case 'protect':
      return host(change.instance)?.protected !== (change.protection === 'off')
    case 'terminate':
      return isEnding(host(change.instance))
    case 'forget':
      return !successors.some((successor) => successor.id === change.instance)
    default:
      return change satisfies never
  }
}

/** Ids in a plan, for what does not exist yet. */
export const PLANNED = { instance: 'the new instance', allocation: 'a temporary address' } as const

/** The world as it is after a change that goes well, for a dry run. */
export function afterBastionChange(
  observation: BastionObservation,
  change: BastionChange,
  {
    run,
    wish,
    imageId,
    wasProtected,
  }: Pick<BastionPolicy, 'run' | 'wish'> & { readonly imageId: string; readonly wasProtected: boolean },
): BastionObservation {
  switch (change.kind) {
    case 'launch': {
      const memo = {
        old: observation.old?.id ?? '',
        address: observation.address.allocation,
        run,
        wish: wish ?? '',
        wasProtected,
      }
      const planned: Successor = {
        id: PLANNED.instance,
        zone: change.subnet.zone,
        imageId,
        state: 'running',
        stateReason: '',
        launchedAt: observation.at,
        checks: 'ok',
        privateIp: 'its private address',
        publicIp: change.subnet.lendsAddress ? 'its public address' : undefined,
        sourceDestCheck: true,
        protected: false,
        memo,
        noted: undefined,
      }
      return { ...observation, successors: [...observation.successors, planned] }
    }
    case 'forward-packets':
      return withHost(observation, change.instance, { sourceDestCheck: false })
    case 'allocate': {
      const { allocation } = PLANNED
      const place = { ip: allocation, association: undefined, holder: undefined }
      const { instance: successor, after } = change
      const spare = { allocation, ...place, successor, after, proof: { kind: 'only one' } as const }
      return { ...observation, temporary: [...observation.temporary, spare] }
    }
    case 'note-address':
      return withNote(observation, change.instance, change.allocation)
    case 'associate':
      return withAddress(displacing(observation, change.instance), change.allocation, {
        association: `${change.allocation} at ${change.instance}`,
        holder: change.instance,
      })
    case 'disassociate':
      return withAddress(observation, change.allocation, { association: undefined, holder: undefined })
    case 'release':
      return {
        ...observation,
        temporary: observation.temporary.filter(({ allocation }) => allocation !== change.allocation),
      }
    case 'protect':
      return withHost(observation, change.instance, { protected: change.protection === 'on' })
    case 'terminate':
      return withHost(observation, change.instance, { state: 'terminated' })
    case 'forget':
      return { ...observation, successors: observation.successors.filter(({ id }) => id !== change.instance) }
    default:
      return change satisfies never
  }
}

function withHost(observation: BastionObservation, id: string, change: Partial<Successor>): BastionObservation {
  return {
    ...observation,
    old: observation.old?.id === id ? { ...observation.old, ...change } : observation.old,
    successors: observation.successors.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }
}

function withNote(observation: BastionObservation, instance: string, allocation: string): BastionObservation {
  const noted = withHost(observation, instance, { noted: allocation })
  const temporary = noted.temporary.map((one) =>
    one.allocation === allocation ? { ...one, proof: { kind: 'noted' } as const } : one,
  )
  return { ...noted, temporary }
}

function withAddress(
  observation: BastionObservation,
  allocation: string,
  change: Partial<ElasticAddress>,
): BastionObservation {
  const changed = <Each extends ElasticAddress>(one: Each): Each =>
    one.allocation === allocation ? { ...one, ...change } : one
  return { ...observation, address: changed(observation.address), temporary: observation.temporary.map(changed) }
}

/** An instance that gets an Elastic IP loses the one it had. */
function displacing(observation: BastionObservation, instance: string): BastionObservation {
  const freed = <Each extends ElasticAddress>(one: Each): Each =>
    one.holder === instance ? { ...one, association: undefined, holder: undefined } : one
  return { ...observation, address: freed(observation.address), temporary: observation.temporary.map(freed) }
}
