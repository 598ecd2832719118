/** Which answers of AWS may be kept from one look to the next, and which must be of the look that is decided on. Pure. */
import type { ChangeKindName } from './changes/changes.ts'
import type { Fleet, FleetPart, Instance } from './fleet.ts'
import { isServing } from './readiness.ts'
import { type FleetRead, fleetReads } from './reads.ts'

const readOf = (part: FleetPart): FleetRead => fleetReads[part]

/** The parts that this look has kept from an earlier one, or put off, and that must be asked for before such a change is made. */
export const staleFor = (kind: ChangeKindName, { kept = [] }: Pick<Fleet, 'kept'>): readonly FleetPart[] =>
  kept.filter((part) => readOf(part).freshFor?.includes(kind))

/**
 * What a look asks for anew: all that may be kept from earlier ones, or put off until something leaves; what is healthy, and what a
 * group launches; or that alone.
 */
export type AskedAnew = 'every part' | 'the health' | 'the launch source'

/** What the next look must ask for anew before such a change is made, where this one has kept what the change needs. */
export function askedAnewFor(kind: ChangeKindName): AskedAnew {
  if (readOf('slowStart').freshFor?.includes(kind) === true) return 'every part'
  return readOf('targetHealth').freshFor?.includes(kind) === true ? 'the health' : 'the launch source'
}

/** When an answer was given, and when it is asked about; seconds since the Unix epoch. */
interface Age {
  readonly from: number
  readonly now: number
}

/** Whether an answer of this part may be kept for a decision that only waits. */
export const mayBeKept = (part: FleetPart, { from, now }: Age): boolean => now - from < (readOf(part).keptSeconds ?? 0)

/** Whether an answer of this part is as good as one of the look itself. */
export const isYoung = (part: FleetPart, { from, now }: Age): boolean => now - from <= (readOf(part).youngSeconds ?? 0)

/** What was told of the health of a group's instances, when, and of which. */
export interface HealthTold {
  readonly at: number
  /** What the group says of the health of each of its instances in service. */
  readonly members: ReadonlyMap<string, string>
  /** The names of what was asked. */
  readonly attachments: string
  readonly allServe: boolean
}

/**
 * Whether what was told of a group's health may be kept at a look that shows these members: none has come since, and none is
 * waited for. An instance that falls sick meanwhile is noticed where it matters: before anything leaves.
 */
export const mayKeepHealth = (
  told: HealthTold | undefined,
  {
    now,
    members,
    attachments,
  }: { readonly now: number; readonly members: ReadonlyMap<string, string>; readonly attachments: string },
): boolean =>
  told !== undefined &&
  told.allServe &&
  told.attachments === attachments &&
  mayBeKept('targetHealth', { from: told.at, now }) &&
  areAllIn(told.members, members)

function areAllIn(told: ReadonlyMap<string, string>, members: ReadonlyMap<string, string>): boolean {
  for (const [id, health] of members) if (told.get(id) !== health) return false
  return true
}

/** Whether every instance in service serves. */
export const doAllServe = (instances: readonly Instance[]): boolean =>
  instances.every((instance) => instance.lifecycle !== 'InService' || isServing(instance))
