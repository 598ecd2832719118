import { capacityOf, isCounted } from './counted.ts'
import type { Fleet, Instance, Memo } from './fleet.ts'
import { minWithoutRoll } from './raised-sizes.ts'
import { desiredAtGate, roomBeforeGate } from './gates.ts'
import { capacityOfGroup, type GroupCapacity, isExempt, isLaunchedByRoll } from './capacity.ts'
import { terminationOrder, MAX_TERMINATIONS_PER_CALL } from './termination-order.ts'
import { isServing, mayServeUnseen } from './readiness.ts'
import { isStartingSlowly } from './readiness-history.ts'
import { phaseOf } from './lifecycle.ts'
import { roomToLeave } from './max-leaving.ts'
import type { RunState } from './run-state.ts'
import type { Policy } from './policy.ts'
import { isWarmed } from './warm-pool.ts'
import { aboveDesired, isSurplusAwaited } from './surplus-of-aws.ts'

/** Everything that a rule looks at; the memo is there from the second step on. */
export interface Situation {
  readonly fleet: Fleet
  readonly policy: Policy
  readonly state: RunState
  readonly memo: Memo
  readonly capacity: GroupCapacity
}

/** A group with what there is to decide by. */
export const situationOf = (
  fleet: Fleet,
  known: { readonly memo: Memo; readonly policy: Policy; readonly state: RunState },
): Situation => ({ fleet, ...known, capacity: capacityOfGroup(fleet, known.policy) })

/** Ready capacity never falls below this by our doing. */
export const floorOf = ({ sizes: { desired } }: Pick<Memo, 'sizes'>, policy: Policy): number =>
  Math.max(0, desired - Math.min(policy.maxUnavailable, shareUnavailable(desired, policy)))

/**
 * What a percentage comes to where others have lowered the desired capacity since the roll began. As in a Deployment of Kubernetes one
 * instance may be unavailable where nothing could be replaced otherwise.
 */
const shareUnavailable = (desired: number, { surge, unavailableShare: share }: Policy): number =>
  share === undefined ? Infinity : Math.max(surge === 0 ? share.unit : 0, Math.floor((desired * share.percent) / 100))

/**
 * The most that a surge may raise a desired capacity of this size: there is no more to replace, but that AWS launches no
 * part of an instance, of which the heaviest may weigh more. Nothing is to be replaced where nothing is desired.
 */
export const mostSurge = (desired: number, heaviest: number): number =>
  desired === 0 ? 0 : Math.max(desired, heaviest)

/** The greatest weight among instances; 1 where there are none. */
export const heaviestOf = ({ instances }: Pick<Fleet, 'instances'>): number =>
  instances.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 1)

interface Target {
  /** Sizes and instances as they are now. */
  readonly fleet: Pick<Fleet, 'sizes' | 'instances' | 'zones'>
  readonly memo: Pick<Memo, 'sizes' | 'surge' | 'follows'>
  readonly policy: Pick<Policy, 'surge'>
}

/**
 * The desired capacity while `oldCapacity` is still to leave: the surge, but never more than there is to replace, so
 * that the last ones leave without a successor and launches equal replacements.
 */
export const surgeTarget = ({ fleet, memo, policy }: Target, oldCapacity: number): number =>
  // An operator may have raised MinSize meanwhile: AWS refuses every step below it.
  Math.max(
    minWithoutRoll(fleet, memo),
    memo.sizes.desired +
      Math.min(steerableSurge({ fleet, memo, policy }), oldCapacity, mostSurge(memo.sizes.desired, heaviestOf(fleet))),
  )

/**
 * The surge, or a little less where so few launches follow it that they could not make up for zones that AWS has chosen
 * unluckily: then so much that all zones get equally many. Nothing is gained where none follows, as with a surge of 100 %.
 */
function steerableSurge({ fleet: { zones = [] }, memo: { sizes }, policy: { surge } }: Target): number {
  const following = sizes.desired - surge
  if (following <= 0 || following >= zones.length - 2) return surge
  const even = surge - ((sizes.desired + surge) % zones.length)
  return even > 0 ? even : surge
}

/** The desired capacity to which a roll raises before anything has left: by its surge, and no further than the next gate takes. */
export const firstTarget = (situation: Situation): number =>
  Math.min(surgeTarget(situation, situation.capacity.outdatedCapacity), desiredAtGate(situation))

/**
 * The old instances that may leave in one call, and whether desired capacity falls with them; undefined when none may.
 *
 * Two budgets, as in a Deployment of Kubernetes. Ready: a serving instance leaves only while more than the floor are
 * ready. Total: all that leave, broken ones too, are paid from capacity above the floor that is not still becoming
 * ready, so that a load balancer that calls all instances sick cannot empty the group.
 * Worked example: desired 6, surge 2, nothing unavailable. 6 old + 2 new, both new ready: ready 8, floor 6, two may
 * leave. One new not ready yet: total 8 - 6 - 1 = 1.
 */
export const terminable = (situation: Situation): Leaving | undefined => leavingNow(situation).leaving

/** Whether an instance would leave now, but that zones could end uneven: it must be seen first where AWS launches what is outstanding. */
export const awaitsLaunch = (situation: Situation): boolean => leavingNow(situation).awaitsLaunch

interface Leaving {
  readonly terminations: readonly Instance[]
  readonly decrement: boolean
  /** The desired capacity once they leave. */
  readonly desired: number
  /** Whether one of them has a successor only so that zones end evenly. */
  readonly balances: boolean
}

const NONE_LEAVES = { leaving: undefined, awaitsLaunch: false }

function leavingNow(situation: Situation): { readonly leaving: Leaving | undefined; readonly awaitsLaunch: boolean } {
  const { fleet, policy, memo, capacity } = situation
  const floor = floorOf(memo, policy)
  if (policy.waitForAll && (capacity.unreadyCurrentCapacity > 0 || capacity.total < fleet.sizes.desired))
    return NONE_LEAVES
  if (isSurplusAwaited(situation)) return NONE_LEAVES
  const takenByAws = aboveDesired(fleet)
  let total = capacity.total - takenByAws - capacity.unreadyCurrentCapacity - floor
  let ready = capacity.readyCapacity - takenByAws - floor
  let desired = fleet.sizes.desired
  let old = capacity.outdatedCapacity
  let decrement: boolean | undefined
  let balances = false
  const terminations: Instance[] = []
  const mayBe = (instance: Instance): boolean => mayBeNamed(instance, fleet, policy)
  const lightest = Math.min(...capacity.outdated.map(({ weight }) => weight))
  const room = roomToLeave(situation)
  // Most looks let none leave: then no order is made of a thousand.
  if (room <= 0 || total < lightest) return NONE_LEAVES
  const queue = terminationOrder({
    leaving: capacity.outdated.filter(mayBe),
    remaining: capacity.outdated.filter((instance) => !mayBe(instance)),
    staying: [...capacity.current, ...capacity.exempt],
    serving: provenOf(situation),
    zones: fleet.zones,
    // Where a launch has failed there may be none to wait for.
    outstanding: fleet.failedLaunches.length > 0 ? 0 : fleet.sizes.desired - capacity.total,
    lastToLeave: surgeTarget(situation, Infinity) - memo.sizes.desired,
    movable: canEvenZones(situation) ? capacity.current.filter((each) => isOfRoll(each, memo)) : [],
    desiredAtEnd: originalOf(situation),
  })
  const falling = (weight: number): boolean => desired - weight >= surgeTarget(situation, old - weight)
  let launches = roomBeforeGate(situation)
  while (terminations.length < room && total >= lightest) {
    const isLast = falling(lightest)
    // Its successor boots while others leave; where all leave at once it would hold them.
    const early = isLast && !policy.waitForAll ? queue.nextToBalance() : undefined
    const next = early ?? queue.next(!isLast)
    const toBalance = next === undefined && isLast ? queue.nextToBalance() : early
    const instance = next ?? toBalance
    if (instance === undefined) break
    const { weight } = instance
    const counted = capacity.ready.has(instance) ? weight : 0
    // One that serves but is not warm yet is not counted, and is capacity all the same while too little is.
    if (weight > total || (isServing(instance) && counted > ready)) continue
    const falls = toBalance === undefined && falling(weight)
    // Each that leaves with a successor makes AWS launch one.
    if (!falls && launches <= 0) break
    decrement ??= falls
    // One call has one flag; the others follow after the next look.
    if (decrement !== falls) break
    balances ||= toBalance !== undefined
    terminations.push(instance)
    total -= weight
    ready -= counted
    old -= weight
    if (falls) desired -= weight
    else launches -= weight
  }
  const leaving = decrement === undefined ? undefined : { terminations, decrement, desired, balances }
  return { leaving, awaitsLaunch: queue.awaitsLaunch() }
}

/**
 * Whether a launch more evens the zones, since AWS launches where the group has fewest: not out of a warm pool, and not by instances where
 * capacity is counted in weights. What a dark launch has released is not replaced by what is launched after it.
 */
const canEvenZones = ({ fleet, memo, policy }: Situation): boolean =>
  memo.dark !== true &&
  memo.released !== true &&
  policy.dark?.kind !== 'launch' &&
  !fleet.weighted &&
  fleet.failedLaunches.length === 0 &&
  !fleet.instances.some(isWarmed)

/**
 * The ready instances, but where new ones are probed none of the old that the roll has launched itself, from a source that was changed
 * once more: nothing tells that one of them has passed its probe, and what was there before the roll serves until it has left.
 */
function provenOf({ fleet, policy, capacity: { ready, outdated } }: Situation): ReadonlySet<Instance> {
  if (policy.probes !== true) return ready
  const unproven = new Set(outdated.filter((each) => isLaunchedByRoll(each, fleet) && each.lastProbe?.passed !== true))
  return new Set([...ready].filter((instance) => !unproven.has(instance)))
}

/** An instance that is still on its way up is not named before its time is over: AWS may refuse while it is Pending. */
const mayBeNamed = (instance: Instance, fleet: Fleet, policy: Policy): boolean =>
  phaseOf(instance) !== 'pending' || overdue(instance, fleet, policy)

/** Whether an instance has been without service for longer than it is given. */
export const overdue = (instance: Instance, fleet: Fleet, policy: Policy): boolean =>
  fleet.at - (instance.unreadySince ?? instance.firstSeenAt) > policy.instanceTimeoutSeconds

/** Whether all that is wanted serves and is new, so that what is still launched beyond it only evens the zones. */
export const isOnlyForZones = (situation: Situation): boolean =>
  situation.capacity.outdated.length === 0 &&
  situation.capacity.readyCapacity >= originalOf(situation) &&
  situation.fleet.sizes.desired > originalOf(situation)

/**
 * Capacity above the original, in the order in which it goes when a roll is undone: what does not serve, current
 * first, then the current ones, first those that a target group still starts slowly, from the zone that has most in all, so
 * that zones end evenly, and of these the newest.
 * Serving old instances are among them only where there are no others, as when the launch source was changed once more:
 * to leave the choice to AWS would take the oldest. Only whole instances that fit, and serving ones only while as many
 * serve as there were to be, less what a roll may miss.
 */
export function surplus(situation: Situation): readonly Instance[] {
  const { capacity, memo, policy, fleet } = situation
  let above = aboveOriginal(situation)
  const needed = policy.intent === 'roll' ? floorOf(memo, policy) : originalOf(situation)
  const isFull = (instance: Instance): boolean => !isStartingSlowly(instance, fleet)
  let spare = capacity.readyCapacity - needed
  // What was seen to start slowly cannot stand in for one with its full share yet.
  let fullSpare = capacityOf([...capacity.ready].filter(isFull)) - needed
  const terminations: Instance[] = []
  const fullness = fullnessOfZones(fleet)
  for (const alike of inOrderOfUndoing(situation)) {
    const waiting = new Set(alike)
    while (waiting.size > 0 && terminations.length < MAX_TERMINATIONS_PER_CALL) {
      const instance = inFullestZone(waiting, fullness)
      const { weight, zone } = instance
      waiting.delete(instance)
      const serving = capacity.ready.has(instance)
      if (weight > above || (serving && weight > spare)) continue
      // It is waited for: what was there before goes in the place of nothing.
      if (serving && isFull(instance) && weight > fullSpare) return terminations
      // What is not known is not taken away, unless as many are known to serve as are needed.
      if (mayServeUnseen(instance) && capacity.readyCapacity < needed) continue
      terminations.push(instance)
      fullness.set(zone, (fullness.get(zone) ?? 0) - weight)
      above -= weight
      if (serving) spare -= weight
      if (serving && isFull(instance)) fullSpare -= weight
    }
  }
  return terminations
}

/** What counts in each zone; a zone that the group does not use any more is fuller than all others. */
function fullnessOfZones({ instances, zones }: Fleet): Map<string, number> {
  const fullness = new Map<string, number>()
  for (const { zone, weight } of instances.filter(isCounted))
    fullness.set(zone, zones?.includes(zone) === false ? Infinity : (fullness.get(zone) ?? 0) + weight)
  return fullness
}

/** The first of those in the fullest zone. */
function inFullestZone(waiting: Iterable<Instance>, fullness: ReadonlyMap<string, number>): Instance {
  const [first, ...others] = waiting
  const of = ({ zone }: Instance): number => fullness.get(zone) ?? 0
  return others.reduce((best, each) => (of(each) > of(best) ? each : best), first as Instance)
}

/** One that would go if its service were not needed: until others serve, to lower the size would let AWS take it. */
export const neededSurplus = (situation: Situation): Instance | undefined =>
  surplus(situation).length > 0
    ? undefined
    : inOrderOfUndoing(situation)
        .flat()
        .find(({ weight }) => weight <= aboveOriginal(situation))

// An operator may have raised MinSize meanwhile.
const originalOf = ({ fleet, memo }: Situation): number => Math.max(memo.sizes.desired, minWithoutRoll(fleet, memo))

const aboveOriginal = (situation: Situation): number =>
  Math.min(situation.capacity.total, situation.fleet.sizes.desired) - originalOf(situation)

/**
 * Instances of one kind together, the kind that goes first before the others. What the roll has launched goes before what was there,
 * also where its source is not the group's any more; what the policy leaves alone is not among them.
 */
function inOrderOfUndoing({
  fleet,
  memo,
  policy,
  capacity,
  state: { named = [] },
}: Situation): readonly (readonly Instance[])[] {
  const { suspended } = fleet
  const { ready } = capacity
  // Once AWS may terminate again it takes what was named before: to name it again would lower the size twice for one instance.
  const isNew = ({ id }: Instance): boolean => !suspended.includes('Terminate') || !named.includes(id)
  const current = capacity.current.filter(isNew)
  const outdated = capacity.outdated.filter(isNew)
  const mayServe = (instance: Instance): boolean => ready.has(instance) || mayServeUnseen(instance)
  const broken = (instances: readonly Instance[]): Instance[] => instances.filter((each) => !mayServe(each))
  const newest = (instances: readonly Instance[]): Instance[] =>
    instances.filter(mayServe).toSorted((a, b) => bornAt(b) - bornAt(a))
  const isOwn = (instance: Instance): boolean => isOfRoll(instance, memo)
  const isOlder = (instance: Instance): boolean => !isOwn(instance)
  const own = current.filter((each) => isOwn(each) || !isExempt(each, fleet, policy))
  const serving = (instances: { readonly current: readonly Instance[]; readonly outdated: readonly Instance[] }) => {
    // Also where the source was put back, so that what the roll has launched is the outdated.
    const starting = startingSlowly([...instances.current, ...instances.outdated], fleet)
    const isFull = (each: Instance): boolean => !starting.has(each)
    return [newest([...starting]), newest(instances.current.filter(isFull)), newest(instances.outdated.filter(isFull))]
  }
  return [
    broken(own),
    broken(outdated),
    ...serving({ current: own.filter(isOwn), outdated: outdated.filter(isOwn) }),
    ...serving({ current: own.filter(isOlder), outdated: outdated.filter(isOlder) }),
  ]
}

/** So long after its launch an instance that serves has long been up, mostly. */
const BOOTED_SECONDS = 900

/**
 * Those that target groups may still start slowly: while a roll is undone each that serves counts, but these have no full share of
 * the requests yet. Of what served at the first look nothing tells since when: what was launched well before the last of it has
 * its share sooner, and what was launched long ago has had it for long.
 */
function startingSlowly(
  instances: readonly Instance[],
  { at, slowStartSeconds = 0 }: Pick<Fleet, 'at' | 'slowStartSeconds'>,
): ReadonlySet<Instance> {
  // What AWS has answered about after the moment of the look does not start slowly for that.
  if (slowStartSeconds === 0) return new Set()
  const starting = instances.filter(({ readySince = -Infinity }) => at - readySince < slowStartSeconds)
  const lastBorn = Math.max(...starting.map(bornAt))
  const isYoung = (each: Instance): boolean =>
    lastBorn - bornAt(each) < slowStartSeconds && at - bornAt(each) < slowStartSeconds + BOOTED_SECONDS
  return new Set(starting.filter((each) => each.cameUp === true || isYoung(each)))
}

const bornAt = ({ launchedAt, firstSeenAt }: Instance): number => launchedAt ?? firstSeenAt

/** Whether the roll has launched an instance; one of which EC2 does not tell the launch yet by when it was first seen. */
const isOfRoll = (instance: Instance, { startedAt }: Pick<Memo, 'startedAt'>): boolean => bornAt(instance) >= startedAt
