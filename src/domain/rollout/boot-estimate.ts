/** How long new instances take, as a run has seen it, and when the next look at their group is worth its calls. Pure. */
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet, Instance } from './fleet.ts'
import { PROBE_PAUSE_SECONDS } from './probe.ts'

/** Looks leave open when exactly something happened: between these two moments, or so many seconds after another one. */
export interface Within {
  readonly atLeast: number
  readonly atMost: number
}

/** What looks have taught of the two phases of a start: into service, and from there until an instance serves. */
export interface BootRecord {
  /** Seconds from the launch into service, from there to ready, and both together; the newest last. */
  readonly boots: readonly Within[]
  readonly warmups: readonly Within[]
  readonly totals: readonly Within[]
  /** When those came into service that do not serve yet. */
  readonly arrived: ReadonlyMap<string, Within>
}

export const NOTHING_LEARNT: BootRecord = { boots: [], warmups: [], totals: [], arrived: new Map() }

/** So many of the newest count: what was so at the beginning of a long roll may not be so any more. */
const REMEMBERED = 10

/** What one more look teaches; of instances that were there at `since`, the first look of the run, nothing is learnt. */
export function learnBoots(
  record: BootRecord,
  { before, now, since }: { readonly before: Fleet; readonly now: Fleet; readonly since: number },
): BootRecord {
  const wasReady = (id: string): boolean =>
    before.instances.some((each) => each.id === id && each.readySince !== undefined)
  const arriving = now.instances.filter(
    ({ id, firstSeenAt, lifecycle, readySince }) =>
      firstSeenAt > since &&
      lifecycle === 'InService' &&
      (readySince === undefined || (readySince === now.at && !wasReady(id))),
  )
  if (arriving.length === 0 && record.arrived.size === 0) return record
  const { boots, warmups, totals } = { boots: [...record.boots], warmups: [...record.warmups], totals: [...record.totals] } // prettier-ignore
  const arrived = new Map<string, Within>()
  for (const instance of arriving) {
    const { id, readySince } = instance
    const launched = launchOf(instance)
    const known = record.arrived.get(id)
    const arrival = known ?? { atLeast: Math.max(launched, before.at), atMost: now.at }
    if (known === undefined) boots.push(after(launched, arrival))
    if (readySince === undefined) arrived.set(id, arrival)
    else {
      totals.push(after(launched, { atLeast: before.at, atMost: now.at }))
      warmups.push({ atLeast: Math.max(0, before.at - arrival.atMost), atMost: now.at - arrival.atLeast })
    }
  }
  return { boots: newest(boots), warmups: newest(warmups), totals: newest(totals), arrived }
}

const newest = (samples: readonly Within[]): readonly Within[] => samples.slice(-REMEMBERED)

const after = (moment: number, { atLeast, atMost }: Within): Within => ({
  atLeast: Math.max(0, atLeast - moment),
  atMost: Math.max(0, atMost - moment),
})

const isNew = ({ firstSeenAt }: Instance, since: number): boolean => firstSeenAt > since

const launchOf = ({ launchedAt, firstSeenAt }: Instance): number => Math.min(launchedAt ?? firstSeenAt, firstSeenAt)

/** From when and until when what the samples tell of may happen again. */
interface Estimate {
  readonly earliest: number
  readonly latest: number
  /** All samples may have been equally long, and there are enough of them to believe it. */
  readonly isConstant: boolean
}

/** So many that agree are no chance. */
const ENOUGH = 3

function estimate(samples: readonly Within[]): Estimate | undefined {
  if (samples.length === 0) return undefined
  const [from, to] = [Math.max(...samples.map(({ atLeast }) => atLeast)), Math.min(...samples.map(({ atMost }) => atMost))] // prettier-ignore
  if (from <= to && samples.length >= ENOUGH) return { earliest: from, latest: to, isConstant: true }
  const middles = samples.map(({ atLeast, atMost }) => (atLeast + atMost) / 2)
  return { earliest: Math.min(...middles), latest: Math.max(...middles), isConstant: false }
}

/** Of a start that is due now so many seconds go by between two looks: a fortieth of the whole start is not worth a look. */
const closely = (total: number): number => between(2, total / 40, 4)
/** While nothing is known: a tenth of what has passed. */
const unknown = (passed: number): number => between(3, passed / 10, 15)

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))

/** What there is to wait for besides instances that start. */
export interface Awaited {
  /** When the run has first looked at the group. */
  readonly since: number
  /** How long an instance must have been ready before it counts. */
  readonly warmupSeconds: number
  /** Since when a launch is outstanding; undefined where that is not known. */
  readonly outstandingSince: number | undefined
}

/** Seconds until the next look may show what the roll waits for; undefined where nothing of it is known. */
export function secondsToNextLook(record: BootRecord, fleet: Fleet, awaited: Awaited): number | undefined {
  const { at, instances, sizes } = fleet
  const known = { boot: estimate(record.boots), warmup: estimate(record.warmups), total: estimate(record.totals) }
  const due: number[] = []
  for (const instance of instances) {
    if (!isCounted(instance) || !isNew(instance, awaited.since)) continue
    const warmAt = (instance.readySince ?? -Infinity) + awaited.warmupSeconds
    if (instance.readySince === undefined)
      due.push(startDue(instance, { at, known, arrival: record.arrived.get(instance.id) })) // prettier-ignore
    else if (warmAt > at) due.push(warmAt)
    const probeAt = (instance.lastProbe?.passed === false ? instance.lastProbe.at : -Infinity) + PROBE_PAUSE_SECONDS
    if (probeAt > at) due.push(probeAt)
  }
  if (capacityOf(instances.filter(isCounted)) < sizes.desired) due.push(launchDue(at, awaited.outstandingSince ?? at, known.total)) // prettier-ignore
  return due.length === 0 ? undefined : Math.max(0, Math.min(...due) - at)
}

interface Knowledge {
  readonly boot: Estimate | undefined
  readonly warmup: Estimate | undefined
  readonly total: Estimate | undefined
}

/** Where a start takes so long, it is seen in time whenever AWS has launched it: nothing is lost by a late look. */
const LONG_SECONDS = 50
/** AWS launches within half a minute of a request. */
const LAUNCHED_SECONDS = 25

function launchDue(at: number, since: number, total: Estimate | undefined): number {
  const first = since + ((total?.earliest ?? 0) >= LONG_SECONDS ? LAUNCHED_SECONDS : LAUNCHED_SECONDS / 3)
  return at < first ? first : at + between(5, (at - since) / 10, 15)
}

/** When to look for an instance that starts: seeing it come into service late costs nothing while it still warms up. */
function startDue(
  instance: Instance,
  { at, known, arrival }: { readonly at: number; readonly known: Knowledge; readonly arrival: Within | undefined },
): number {
  const { boot, warmup, total } = known
  const launched = launchOf(instance)
  const close = closely(total?.earliest ?? at - launched)
  if (total?.isConstant) {
    const due = launched + Math.min(total.latest, total.earliest + close)
    return at < due ? due : at + Math.max(close, unknown(at - due))
  }
  if (instance.lifecycle !== 'InService') {
    const due = launched + (boot?.earliest ?? 0) * 0.9
    if (boot === undefined) return at + unknown(at - launched)
    return at < due ? due : at + between(3, (warmup?.earliest ?? 5) * 0.6, 15)
  }
  const { atLeast, atMost } = arrival ?? { atLeast: instance.firstSeenAt, atMost: instance.firstSeenAt }
  if (warmup === undefined) return at + Math.max(close, unknown(at - atMost) - 1)
  const due = atLeast + warmup.earliest * 0.9
  return at < due ? due : at + Math.max(close, unknown(at - atMost - warmup.latest))
}
