/** What must hold of the calls of one run, whatever becomes of its group: judged by the calls and their answers alone. */
import type { LedgerEntry } from '../../simulator/ledger.ts'
import type { Breach } from './invariants.ts'

const TERMINATES = 'TerminateInstanceInAutoScalingGroup'
const REFRESHES = 'DescribeInstanceRefreshes'
const HEALTH = ['DescribeTargetHealth', 'DescribeInstanceHealth', 'DescribeInstanceStatus']

/** What a decision rests on may be so old when its last call leaves: calls that fail are sent again. */
const RECENT_SECONDS = 30

/** What AWS answers to a call that can never be carried out. */
const WRONG = /^(?:Validation|InvalidParameter|MissingParameter)/

type Habit = (
  entries: readonly LedgerEntry[],
  disturbedAt: readonly number[],
  noneReadyAt?: readonly number[],
) => readonly Breach[]

const idsIn = ({ input }: LedgerEntry): readonly string[] =>
  (input['InstanceIds'] as readonly string[] | undefined) ??
  (typeof input['InstanceId'] === 'string' ? [input['InstanceId']] : [])

const isBetween = (moments: readonly number[], from: number, to: number): boolean =>
  moments.some((at) => at >= from && at <= to)

/** Answers after which it is not known whether a call was carried out. */
const LOST = /^(?:InternalFailure|ServiceUnavailable|reset|silence|garbled)/

/** Whether a termination may have been carried out before by a call whose answer was lost: a look that lags behind shows the instance still. */
const isPerhapsDone = (entry: LedgerEntry, entries: readonly LedgerEntry[]): boolean =>
  entry.operation === TERMINATES &&
  entries.some(
    (each) =>
      each.operation === TERMINATES &&
      LOST.test(each.outcome) &&
      each.at <= entry.at &&
      entry.at - each.at <= RECENT_SECONDS &&
      idsIn(each).some((id) => idsIn(entry).includes(id)),
  )

/** No call is made that AWS refuses for what it says, unless others have changed the group right before. */
const callsAreRight: Habit = (entries, disturbedAt) =>
  entries
    .filter(({ changes, outcome }) => changes && WRONG.test(outcome))
    .filter(({ at }) => !isBetween(disturbedAt, at - RECENT_SECONDS, at))
    .filter((entry) => !isPerhapsDone(entry, entries))
    .map(({ at, operation, outcome }) => ({ invariant: 'calls are right', at, what: `${operation}: ${outcome}` }))

/**
 * No termination is carried out twice; and one that lowers the desired capacity is not even sent again before the group was read,
 * whatever its answer was: that would be lowered twice.
 */
const namedOnce: Habit = (entries) => {
  const carriedOut = new Set<string>()
  const sent = new Set<string>()
  return entries.flatMap((entry) => {
    const { operation, outcome, at, input } = entry
    if (operation === 'DescribeAutoScalingGroups' && outcome === 'ok') sent.clear()
    if (operation !== TERMINATES) return []
    const isCounted = input['ShouldDecrementDesiredCapacity'] === true
    const isTwice = (id: string): boolean => (outcome === 'ok' && carriedOut.has(id)) || (isCounted && sent.has(id))
    const again = idsIn(entry).filter(isTwice)
    for (const id of idsIn(entry)) {
      sent.add(id)
      if (outcome === 'ok') carriedOut.add(id)
    }
    return again.map((id) => ({ invariant: 'named once', at, what: `${id} was terminated again` }))
  })
}

/** A command is how an instance is asked: it changes nothing. */
const ASKS = 'SendCommand'

/** No change is made twice in a row, unless others have changed the group in between; tags apart. */
const saidOnce: Habit = (entries, disturbedAt) => {
  const changes = entries.filter(
    ({ changes: isChange, operation }) => isChange && operation !== ASKS && !operation.endsWith('Tags'),
  )
  return changes.flatMap((entry, index) => {
    const before = changes[index - 1]
    const isSame = before?.operation === entry.operation && JSON.stringify(before.input) === JSON.stringify(entry.input)
    if (before === undefined || !isSame || before.outcome !== 'ok' || entry.outcome !== 'ok') return []
    if (isBetween(disturbedAt, before.at, entry.at)) return []
    const what = `${entry.operation} was called twice, ${entry.at - before.at} s apart`
    return [{ invariant: 'said once', at: entry.at, what }]
  })
}

/** Right before an instance is replaced AWS has said who serves, and whether others refresh the group. */
const lookedFirst: Habit = (entries, _, noneReadyAt = []) => {
  const readAt = new Map<string, number>()
  return entries.flatMap((entry) => {
    const { at, operation, input, outcome } = entry
    if (outcome === 'ok') readAt.set(operation, at)
    if (outcome !== 'ok' || operation !== TERMINATES || input['ShouldDecrementDesiredCapacity'] === true) return []
    const isOld = (read: string): boolean => at - (readAt.get(read) ?? -Infinity) > RECENT_SECONDS
    // A group asks those that tell of it: the load balancers of each kind, or EC2.
    const asked = HEALTH.filter((read) => readAt.has(read))
    const isAnyReady = !noneReadyAt.includes(at)
    return [
      ...(isOld(REFRESHES) ? ['others were asked about a refresh'] : []),
      ...(isAnyReady && asked.length > 0 && asked.every(isOld) ? ['it was asked who serves'] : []),
    ].map((what) => ({ invariant: 'looked first', at, what: `${idsIn(entry).join(', ')} left long after ${what}` }))
  })
}

const HABITS: readonly Habit[] = [callsAreRight, namedOnce, saidOnce, lookedFirst]

/**
 * Every breach in the calls of one run; `disturbedAt` is when others changed the group, in seconds since the Unix epoch, and
 * `noneReadyAt` when an instance was terminated while none was ready: then there is no service to ask for.
 */
export const habitBreaches: Habit = (entries, disturbedAt, noneReadyAt) =>
  HABITS.flatMap((habit) => habit(entries, disturbedAt, noneReadyAt))
