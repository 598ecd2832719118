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
  /** Whether an old instance may leave once it is seen where AWS launches; asked only while a launch is outstanding. */
  readonly launchDecides?: () => boolean
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
  const counted = instances.filter(isCounted)
  const ours = counted.filter(({ firstSeenAt }) => firstSeenAt > awaited.since)
  const haste = hasteOf(ours.filter(({ readySince }) => readySince === undefined).length)
  for (const instance of ours) {
    const warmAt = (instance.readySince ?? -Infinity) + awaited.warmupSeconds
    if (instance.readySince === undefined)
      due.push(startDue(instance, { at, known, arrival: record.arrived.get(instance.id)?.arrival, haste })) // prettier-ignore
    // Without a warm-up it counts as soon as AWS has answered, which is after the moment of the look.
    else if (awaited.warmupSeconds > 0 && warmAt > at)
      due.push(Math.min(warmAt, at + (isStartingSlowly(instance, fleet) ? SLOW_START_SECONDS : Infinity)))
    const probeAt = (instance.lastProbe?.passed === false ? instance.lastProbe.at : -Infinity) + PROBE_PAUSE_SECONDS
    if (probeAt > at) due.push(probeAt)
  }
  if (capacityOf(counted) < sizes.desired) {
    const since = awaited.outstandingSince ?? at
    due.push(awaited.launchDecides?.() === true ? decisiveLaunchDue(at, since) : launchDue(at, since, known))
  }
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

/** AWS does not launch sooner after a request. */
const SOONEST_LAUNCH_SECONDS = 4

/** When to look for a launch that others wait for: while one is, nothing else is done. */
const decisiveLaunchDue = (at: number, since: number): number =>
  at < since + SOONEST_LAUNCH_SECONDS ? since + SOONEST_LAUNCH_SECONDS : at + between(2, (at - since) / 10, 15)

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

/** The first start is told by few others: the next may be a little shorter. And of many that start together the first is shorter than most. */
const shortest = (boot: Estimate | undefined, haste = 1): number =>
  boot === undefined ? 0 : boot.earliest * (boot.agrees ? 0.9 : 1 - (haste - 1) / 16)

/** What is due so soon is due now. */
const AT_ONCE_SECONDS = 0.5
/** An instance may be seen so much later than it is ready, where that is a small part of its start. */
const LATE_SECONDS = 8

/** Of so few that start together each is worth no more looks than one alone. */
const FEW = 2.5

/**
 * How much closer looks may be where many start together: what they cost is spread over all of these, and the more there are, the
 * sooner the first is through.
 */
const hasteOf = (starting: number): number => between(1, starting / FEW, 5)

/** The moment to look for what is due: where it is known well, when it must have happened; else, or with haste, when it may have. */
function aim(due: Estimate, haste = 1): number {
  if (!due.agrees || haste > 1) return due.earliest
  return widthOf(due) <= (due.isConstant ? JITTER_SECONDS : 1) ? due.latest : (due.earliest + due.latest) / 2
}

/** When to look for an instance that starts: seeing it come into service late costs nothing while it still warms up. */
function startDue(
  instance: Instance,
  { at, known, arrival, haste }: { readonly at: number; readonly known: Knowledge; readonly arrival: Within | undefined; readonly haste: number }, // prettier-ignore
): number {
  const { boot, warmup, total } = known
  const launched = Math.min(instance.launchedAt ?? instance.firstSeenAt, instance.firstSeenAt)
  const usual = closely(total?.earliest ?? at - launched)
  // Where they vary the next one is due soon anyway; and what is late by much is looked for as if it were alone.
  const closeTo = (due: number): number =>
    isRegular(known) ? between(Math.max(1, usual / haste), (at - due) / 5, usual) : usual
  const overdue = (due: number): number => (at < due ? due : at + between(closeTo(due), (at - due) / 10, 15))
  if (total?.isConstant) return overdue(launched + aim(total, haste))
  if (instance.lifecycle !== 'InService') {
    // While nothing is known: a tenth of what has passed.
    if (boot === undefined) return at + between(3, (at - launched) / 10, 7.5)
    if (isRegular(known)) {
      const due = launched + boot.latest + (warmup === undefined ? 0 : aim(warmup, haste))
      return at < due ? due : at + closeTo(due)
    }
    const due = launched + shortest(boot, haste)
    if (at + AT_ONCE_SECONDS < due) return due
    if (warmup === undefined) return at + between(5, (at - launched) / 10 / haste, 20)
    // While few are so quick one that is may be seen a little later.
    const late = at < launched + boot.early ? boot.earliest / 10 : between(0, boot.earliest / 40, LATE_SECONDS)
    return at + between(3, warmup.earliest + late / haste, 60)
  }
  const { atLeast, atMost } = arrival ?? { atLeast: instance.firstSeenAt, atMost: instance.firstSeenAt }
  if (warmup === undefined) return at + between(Math.max(1, 4 / haste), (at - atMost) / 4 / haste, 7)
  return overdue((atMost - atLeast <= JITTER_SECONDS ? atMost : atLeast) + aim(warmup))
}
