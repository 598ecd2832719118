/** How long new instances take, as a run has seen it, and when the next look at their group is worth its calls. Pure. */
import { capacityOf, isCounted } from './counted.ts'
import type { BootRecord, Within } from './boot-record.ts'
import { type Estimate, estimate, JITTER_SECONDS, widthOf } from './estimate.ts'
import type { Fleet, Instance } from './fleet.ts'
import { PROBE_PAUSE_SECONDS } from './probe.ts'
import { isStartingSlowly } from './readiness-history.ts'

/** What there is to wait for besides instances that start. */
export interface Awaited {
  /** When the run has first looked at the group. */
  readonly since: number
  /** How long an instance must have been ready before it counts. */
  readonly warmupSeconds: number
  /** Since when a launch is outstanding; undefined where that is not known. */
  readonly outstandingSince: number | undefined
}

interface Knowledge {
  readonly boot: Estimate | undefined
  readonly warmup: Estimate | undefined
  readonly total: Estimate | undefined
  /** Whether activities tell when an instance came into service that a look has seen late. */
  readonly isTold: boolean
}

/** Seconds until the next look may show what the roll waits for; undefined where nothing of it is known. */
export function secondsToNextLook(record: BootRecord, fleet: Fleet, awaited: Awaited): number | undefined {
  const { at, instances, sizes } = fleet
  const known = knowledgeOf(record)
  const due: number[] = []
  for (const instance of instances) {
    if (!isCounted(instance) || instance.firstSeenAt <= awaited.since) continue
    const warmAt = (instance.readySince ?? -Infinity) + awaited.warmupSeconds
    if (instance.readySince === undefined)
      due.push(startDue(instance, { at, known, arrival: record.arrived.get(instance.id)?.arrival })) // prettier-ignore
    // Without a warm-up it counts as soon as AWS has answered, which is after the moment of the look.
    else if (awaited.warmupSeconds > 0 && warmAt > at)
      due.push(Math.min(warmAt, at + (isStartingSlowly(instance, fleet) ? SLOW_START_SECONDS : Infinity)))
    const probeAt = (instance.lastProbe?.passed === false ? instance.lastProbe.at : -Infinity) + PROBE_PAUSE_SECONDS
    if (probeAt > at) due.push(probeAt)
  }
  if (capacityOf(instances.filter(isCounted)) < sizes.desired) due.push(launchDue(at, awaited.outstandingSince ?? at, known)) // prettier-ignore
  if (due.length === 0) return undefined
  return between(0, Math.min(...due) - at, longest((known.total ?? known.boot)?.earliest ?? 0))
}

function knowledgeOf({ boots, warmups, totals, earlier, hasRead }: BootRecord): Knowledge {
  const all = estimate([...earlier, ...boots])
  return { boot: all, warmup: estimate(warmups), total: estimate(totals), isTold: hasRead }
}

/** A target that falls sick in its slow start begins it anew: it must be seen between two checks that it passes. */
const SLOW_START_SECONDS = 8

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))

/** What others do to a group meanwhile must be seen: within a minute or, where starts take minutes, within two. */
const longest = (total: number): number => between(65, total, 119)
/** Of a start that is due now so many seconds go by between two looks: a fortieth of the whole start is not worth a look. */
const closely = (total: number): number => between(2, total / 40, 3.5)

/** Where a start takes so long, it is seen in time whenever AWS has launched it: nothing is lost by a late look. */
const LONG_SECONDS = 30
/** AWS launches within half a minute of a request, mostly. */
const LAUNCHED_SECONDS = 25

/**
 * When to look for a launch that is outstanding. A start of which the length is known well is seen at once, for the moment of the
 * launch tells when it ends; of another one nothing can be done before it may have come into service and warmed up, and its
 * activity tells then when it came.
 */
function launchDue(at: number, since: number, known: Knowledge): number {
  const { boot, warmup, total, isTold } = known
  const isAlike = isRegular(known)
  const start = isAlike && total !== undefined ? total.earliest : shortest(boot) + (warmup?.earliest ?? 0)
  const seen = isAlike ? start - LEFT_SECONDS : start < SHORT_SECONDS || !isTold ? 0 : start
  const isLong = (total?.earliest ?? start) >= LONG_SECONDS
  const first = since + (isLong ? Math.max(LAUNCHED_SECONDS, seen) : LAUNCHED_SECONDS / 3)
  return at < first ? first : at + between(5, (at - since) / 10, 15)
}

/** A start so short is seen twice: the more is known of it, the sooner its end is seen. */
const SHORT_SECONDS = 50
/** So much of a start is left when it is seen first, wherever AWS was slow to launch it, that the next look can be the one at its end. */
const LEFT_SECONDS = 90

const isRegular = ({ boot, total }: Knowledge): boolean => boot?.isConstant === true && total?.agrees !== false

/** The first start is told by few others: the next may be a little shorter. */
const shortest = (boot: Estimate | undefined): number =>
  boot === undefined ? 0 : boot.earliest * (boot.agrees ? 0.9 : 1)

/** What is due so soon is due now. */
const AT_ONCE_SECONDS = 0.5
/** An instance may be seen so much later than it is ready, where that is a small part of its start. */
const LATE_SECONDS = 8

/** The moment to look for what is due: where it is known well, when it must have happened; else when it may have. */
const aim = (due: Estimate): number =>
  due.agrees && widthOf(due) <= (due.isConstant ? JITTER_SECONDS : 1) ? due.latest : due.agrees ? (due.earliest + due.latest) / 2 : due.earliest // prettier-ignore

/** When to look for an instance that starts: seeing it come into service late costs nothing while it still warms up. */
function startDue(
  instance: Instance,
  { at, known, arrival }: { readonly at: number; readonly known: Knowledge; readonly arrival: Within | undefined },
): number {
  const { boot, warmup, total } = known
  const launched = Math.min(instance.launchedAt ?? instance.firstSeenAt, instance.firstSeenAt)
  const close = closely(total?.earliest ?? at - launched)
  const overdue = (due: number): number => (at < due ? due : at + between(close, (at - due) / 10, 15))
  if (total?.isConstant) return overdue(launched + aim(total))
  if (instance.lifecycle !== 'InService') {
    // While nothing is known: a tenth of what has passed.
    if (boot === undefined) return at + between(3, (at - launched) / 10, 7.5)
    if (isRegular(known)) {
      const due = launched + boot.latest + (warmup === undefined ? 0 : aim(warmup))
      return at < due ? due : at + close
    }
    const due = launched + shortest(boot)
    if (at + AT_ONCE_SECONDS < due) return due
    if (warmup === undefined) return at + between(5, (at - launched) / 10, 20)
    // While few are so quick one that is may be seen a little later.
    const late = at < launched + boot.early ? boot.earliest / 10 : between(0, boot.earliest / 40, LATE_SECONDS)
    return at + between(3, warmup.earliest + late, 60)
  }
  const { atLeast, atMost } = arrival ?? { atLeast: instance.firstSeenAt, atMost: instance.firstSeenAt }
  if (warmup === undefined) return at + between(4, (at - atMost) / 4, 7)
  return overdue((atMost - atLeast <= JITTER_SECONDS ? atMost : atLeast) + aim(warmup))
}
