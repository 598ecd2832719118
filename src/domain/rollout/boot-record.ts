/** What the looks of a run, and the activities of a group, teach of how long new instances take. Pure. */
import type { Within } from './estimate.ts'
import type { Fleet, Instance } from './fleet.ts'

export type { Within } from './estimate.ts'

/** What is known of the two phases of a start: into service, and from there until an instance serves. */
export interface BootRecord {
  /** Seconds from the launch into service, from there to ready, and both together; the newest last. */
  readonly boots: readonly Within[]
  readonly warmups: readonly Within[]
  readonly totals: readonly Within[]
  /** Seconds into service of instances that were launched before the run. */
  readonly earlier: readonly Within[]
  /** When those came into service that do not serve yet, and what was learnt of their boot. */
  readonly arrived: ReadonlyMap<string, Arrival>
  /** Whether the activities were read of the group as it was before the run. */
  readonly hasRead: boolean
}

interface Arrival {
  readonly arrival: Within
  readonly boot: Within
  /** Whether the activities of the group were asked when it came into service. */
  readonly isAsked: boolean
}

/** A launch that has succeeded, as the activities of the group tell it; seconds since the Unix epoch. */
export interface PastLaunch {
  readonly id: string
  readonly begunAt: number
  /** When the instance was in service. */
  readonly endedAt: number
}

export const NOTHING_LEARNT: BootRecord = { boots: [], warmups: [], totals: [], earlier: [], arrived: new Map(), hasRead: false } // prettier-ignore

/** So many of the newest count: what was so at the beginning of a long roll may not be so any more. */
const REMEMBERED = 10

/** What one more look teaches; of instances that were there at `since`, the first look of the run, nothing is learnt. */
export function learnBoots(
  record: BootRecord,
  { before, now, since }: { readonly before: Fleet; readonly now: Fleet; readonly since: number },
): BootRecord {
  const readyBefore = new Set(before.instances.flatMap(({ id, readySince }) => (readySince === undefined ? [] : id)))
  const arriving = now.instances.filter(
    ({ id, firstSeenAt, lifecycle, readySince }) =>
      firstSeenAt > since && lifecycle === 'InService' && (readySince === undefined || !readyBefore.has(id)),
  )
  if (arriving.length === 0 && record.arrived.size === 0) return record
  const { boots, warmups, totals } = { boots: [...record.boots], warmups: [...record.warmups], totals: [...record.totals] } // prettier-ignore
  const arrived = new Map<string, Arrival>()
  for (const instance of arriving) {
    const { id, readySince } = instance
    const launched = launchOf(instance)
    const known = record.arrived.get(id)
    if (readySince === undefined) {
      const arrival = { atLeast: Math.max(launched, before.at), atMost: now.at }
      const boot = after(launched, arrival)
      if (known === undefined) boots.push(boot)
      arrived.set(id, known ?? { arrival, boot, isAsked: false })
      continue
    }
    totals.push(after(launched, { atLeast: before.at, atMost: now.at }))
    // Of one that was not seen on the way nothing tells the two phases apart.
    if (known === undefined) continue
    const { arrival } = known
    warmups.push({ atLeast: Math.max(0, before.at - arrival.atMost), atMost: now.at - arrival.atLeast })
  }
  return { ...record, boots: newest(boots), warmups: newest(warmups), totals: newest(totals), arrived }
}

const newest = (samples: readonly Within[]): readonly Within[] => samples.slice(-REMEMBERED)

const after = (moment: number, { atLeast, atMost }: Within): Within => ({
  atLeast: Math.max(0, atLeast - moment),
  atMost: Math.max(0, atMost - moment),
})

const launchOf = ({ launchedAt, firstSeenAt }: Instance): number => Math.min(launchedAt ?? firstSeenAt, firstSeenAt)

/** So exactly a look tells when an instance came into service that its activity is not worth a call. */
const EXACT_SECONDS = 3

/**
 * Whether the activities of the group can say what looks cannot: at first how long its instances have taken before, later when
 * exactly one came into service whose warm-up is counted from there.
 */
export const asksForLaunches = ({ hasRead, arrived }: BootRecord): boolean =>
  !hasRead ||
  [...arrived.values()].some(({ arrival, isAsked }) => !isAsked && arrival.atMost - arrival.atLeast > EXACT_SECONDS)

/** What began so soon after each other began together, as where a whole group was launched at once. */
const TOGETHER_SECONDS = 60

/** The newest, and all that began together with the last of them: AWS tells of these in any order, and some of them may be the slowest ones. */
function newestLaunches(launches: readonly PastLaunch[]): readonly PastLaunch[] {
  const oldest = launches[REMEMBERED - 1]
  return launches.filter(
    ({ begunAt }, index) => index < REMEMBERED || begunAt > (oldest?.begunAt ?? 0) - TOGETHER_SECONDS,
  )
}

/** What the activities teach, those that began last first: AWS tells whole seconds. */
export function learnLaunches(record: BootRecord, launches: readonly PastLaunch[], since: number): BootRecord {
  const byId = new Map(launches.map((launch) => [launch.id, launch]))
  const corrected = new Map<Within, Within>()
  const arrived = new Map(
    [...record.arrived].map(([id, known]) => {
      const launch = byId.get(id)
      if (launch === undefined) return [id, { ...known, isAsked: true }]
      const { arrival, boot } = known
      const exact = { atLeast: Math.max(arrival.atLeast, launch.endedAt), atMost: Math.min(arrival.atMost, launch.endedAt + 1) } // prettier-ignore
      // What the activity and the looks do not agree on is not known better.
      if (exact.atMost < exact.atLeast) return [id, { ...known, isAsked: true }]
      const begunAt = arrival.atMost - boot.atMost
      corrected.set(boot, after(begunAt, exact))
      return [id, { arrival: exact, boot: after(begunAt, exact), isAsked: true }]
    }),
  )
  const past = newestLaunches(launches.filter(({ endedAt }) => endedAt <= since))
  return {
    ...record,
    hasRead: true,
    arrived,
    boots: record.boots.map((boot) => corrected.get(boot) ?? boot),
    ...(!record.hasRead && {
      earlier: past.map(({ begunAt, endedAt }) => ({ atLeast: endedAt - begunAt - 1, atMost: endedAt - begunAt + 1 })),
    }),
  }
}
