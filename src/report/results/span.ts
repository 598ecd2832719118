import { hasLeft, phaseOf } from '../../domain/rollout/lifecycle.ts'
import type { Instance } from '../../domain/rollout/fleet.ts'

/** What is known of one instance while the run goes on; times in seconds since the Unix epoch. */
export interface Span {
  readonly id: string
  /** Whether it was there at the first look. */
  readonly role: 'old' | 'new'
  readonly zone: string
  readonly weight: number
  readonly from: number
  imageId: string | undefined
  /** EC2's launch time; that of the first look while EC2 does not know an instance that is on its way. */
  launchedAt: number | undefined
  readyAt: number | undefined
  until: number | undefined
  /** When a look last showed it. */
  seenAt: number
}

interface Sighting {
  readonly role: Span['role']
  readonly startedAt: number
  readonly at: number
}

/** The first sight of an instance by a run that began then. */
export function beginning(instance: Instance, { role, startedAt, at }: Sighting): Span {
  // An instance is seen a little after its launch; an old one may have been launched a year ago.
  const from = role === 'old' ? at : Math.min(at, Math.max(startedAt, instance.launchedAt ?? at))
  return {
    id: instance.id,
    role,
    zone: instance.zone,
    weight: instance.weight,
    from,
    imageId: instance.imageId,
    launchedAt: instance.launchedAt ?? (phaseOf(instance) === 'pending' ? at : undefined),
    readyAt: undefined,
    until: undefined,
    seenAt: at,
  }
}

/** The span after one more look at its instance; it is changed in place, for fleets are large. */
export function seenAt(span: Span, instance: Instance, at: number): void {
  span.seenAt = at
  span.imageId ??= instance.imageId
  if (instance.readySince !== undefined) span.readyAt ??= Math.max(span.from, instance.readySince)
  // It serves no longer from the moment it leaves, however long draining and hooks keep it listed.
  if (!isThere(instance)) span.until ??= at
}

/** Whether it is neither leaving nor gone. */
export const isThere = (instance: Instance): boolean => !hasLeft(instance)

/** The image that most of them run. */
export function usual(spans: readonly Span[]): string | undefined {
  const numbers = new Map<string, number>()
  for (const { imageId } of spans) if (imageId !== undefined) numbers.set(imageId, (numbers.get(imageId) ?? 0) + 1)
  return [...numbers].reduce<readonly [string, number] | undefined>(
    (most, entry) => (most === undefined || entry[1] > most[1] ? entry : most),
    undefined,
  )?.[0]
}
