/** Takes shifts of traffic back: `rollback` with two groups, and what `restore` and the post step find of them. */
import { UserError } from '../errors.ts'
import { restoreStep } from '../domain/rollout/restore.ts'
import { isOfShift } from '../domain/rollout/shift-memo.ts'
import { groupsByFilter, groupsByName } from '../aws/groups/describe.ts'
import { MEMO_TAG, readMemo } from '../aws/groups/memo-tag.ts'
import { partnerHash } from '../aws/traffic/pair.ts'
import type { Memo } from '../domain/rollout/fleet.ts'
import { type Means, otherSide, type Side } from '../domain/traffic/shares.ts'
import { isKept, shiftsTo, SIDES, type PairMemos } from '../domain/traffic/situation.ts'
import { isSameTraffic, weightsAt } from '../domain/traffic/shares.ts'
import type { TrafficObservation } from '../domain/traffic/traffic.ts'
import type { CommonInputs, ReleaseInputs, RollbackInputs, TrafficInputs } from '../inputs/inputs.ts'
import type { RunResult, TrafficResult } from '../report/events.ts'
import { applyShift, portOf, sideFor } from './apply-shift.ts'
import { lookAhead } from './look-ahead.ts'
import type { Run } from './run.ts'
import { governedShift, lateReadsFound, pairInWords, shiftPair } from './shift.ts'
import { findTrafficPair } from './traffic-pair.ts'
import { trafficResult } from './traffic-results.ts'

/** Returns to the shares before the last shift of two groups, and to their sizes. */
export async function rollbackShift(
  run: Run,
  { inputs, traffic }: { readonly inputs: RollbackInputs; readonly traffic: TrafficInputs },
): Promise<RunResult> {
  const startedAt = run.clock.now() / 1000
  run.report({ kind: 'phase', title: 'Find the groups' })
  const pair = await findTrafficPair(run, traffic)
  const seen = await portOf(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined)
  const [note] = seen.routes.flatMap(({ previous }) => previous ?? [])
  const to = sideFor(seen, note?.to ?? 'green')
  run.report({ kind: 'info', message: pairInWords(pair, seen, otherSide(to)) })
  const groups = [pair.names.blue, pair.names.green]
  await lookAhead(run, {
    groups,
    seen: undefined,
    managedGroups: traffic.managedGroups,
    shift: governedShift(pair, traffic),
    found: [...pair.found, ...(await lateReadsFound(run, pair, undefined))],
  })
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll back' })
  const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen } as const
  const outcome = await applyShift(run, job)
  return { kind: 'traffic', traffic: trafficResult(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) }
}

/** Goes on with a shift that waits at a step, or shrinks what an ended one has kept. */
export async function releaseShift(
  run: Run,
  { inputs, settings }: { readonly inputs: ReleaseInputs; readonly settings: NonNullable<ReleaseInputs['shift']> },
): Promise<RunResult> {
  const startedAt = run.clock.now() / 1000
  const pair = await findTrafficPair(run, settings)
  const seen = await portOf(run, pair, { dryRun: inputs.dryRun, settings }).look(startedAt, undefined)
  const progress = seen.groups.green.memo?.progress ?? {}
  if (!isKept(progress) && progress.role !== undefined)
    return await shiftPair(run, {
      inputs: { ...inputs, ...settings },
      settings,
      resizes: progress.plan === 'blue-green',
      passesGate: true,
    })
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Release' })
  const to = sideFor(seen, settings.to ?? 'green')
  const groups = [pair.names.blue, pair.names.green]
  await lookAhead(run, {
    groups,
    seen: undefined,
    managedGroups: settings.managedGroups,
    shift: governedShift(pair, settings),
    found: [...pair.found, ...(await lateReadsFound(run, pair, undefined))],
  })
  const job = { pair, inputs, settings, intent: 'release', to, resizes: true, seen } as const
  const outcome = await applyShift(run, job)
  return { kind: 'traffic', traffic: trafficResult(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) }
}

/** What is taken back: the shifts of any dead run, or in a post step those of this one. */
export interface TakeBackRequest {
  readonly groups: readonly string[]
  readonly inputs: CommonInputs
  readonly whose: 'own' | 'any'
  readonly savedMemos?: ReadonlyMap<string, Memo> | undefined
}

/** What came of the shifts among groups, the groups that are of none, and those of a shift whose other group is gone. */
export interface TakenBack {
  readonly traffic: readonly TrafficResult[]
  readonly others: readonly string[]
  readonly alone: readonly string[]
}

/** Takes back the unfinished shifts that these groups are of; what waits or is kept on purpose stays. */
export async function takeBackShifts(run: Run, request: TakeBackRequest): Promise<TakenBack> {
  const { groups, savedMemos } = request
  const described = await groupsByName(run.connection, groups)
  const memos = new Map<string, Memo>()
  for (const group of described) {
    const name = group.AutoScalingGroupName ?? ''
    const memo = readable(() => readMemo(group)) ?? savedMemos?.get(name)
    if (memo !== undefined && isOfShift(memo)) memos.set(name, memo)
  }
  if (memos.size === 0) return { traffic: [], others: groups, alone: [] }
  const traffic: TrafficResult[] = []
  const alone: string[] = []
  const done = new Set<string>()
  for (const [name, memo] of memos) {
    if (done.has(name)) continue
    const pair = await partnerOf(run, name, memo)
    if (pair === undefined) {
      alone.push(name)
      continue
    }
    for (const side of SIDES) done.add(pair[side])
    const result = await takeBack(run, request, pair)
    if (result !== undefined) traffic.push(result)
  }
  return { traffic, others: groups.filter((name) => !memos.has(name)), alone }
}

/** A memo that cannot be read is told by what works on the group. */
function readable(read: () => Memo | undefined): Memo | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Both groups of a shift by their sides; undefined where the other one is gone. */
async function partnerOf(
  { connection }: Pick<Run, 'connection'>,
  name: string,
  { progress }: Memo,
): Promise<Readonly<Record<Side, string>> | undefined> {
  const tagged = await groupsByFilter(connection, [{ Name: 'tag-key', Values: [MEMO_TAG] }])
  const found =
    tagged.find((group) => partnerHash(group) === progress?.partner) ??
    (await groupsByFilter(connection, [])).find((group) => partnerHash(group) === progress?.partner)
  const partner = found?.AutoScalingGroupName
  if (partner === undefined || progress?.side === undefined) return undefined
  return progress.side === 'blue' ? { blue: name, green: partner } : { blue: partner, green: name }
}

/** Of a shift whose other group is gone it is not known what its shares were to be: a person must say. */
export const leftAlone = (groups: readonly string[]): UserError =>
  new UserError({
    what: `${groups.join(', ')} ${groups.length === 1 ? 'is' : 'are'} of a shift of traffic whose other group does not exist any more: nothing of it is taken back.`,
    remedy:
      'Set the weights, and sizes and suspended processes of the group, as they should be, then delete the tags `fleet-patch:memo`, `fleet-patch:run` and `fleet-patch:progress`.',
  })

async function takeBack(
  run: Run,
  { inputs, whose, savedMemos }: TakeBackRequest,
  names: Readonly<Record<Side, string>>,
): Promise<TrafficResult | undefined> {
  const startedAt = run.clock.now() / 1000
  const pair = await findTrafficPair(run, {
    pair: { kind: 'groups', ...names },
    means: undefined,
    listenerRules: [],
    record: undefined,
    hostedZone: undefined,
    identifiers: { blue: undefined, green: undefined },
  })
  const seen = await portOf(run, pair, { dryRun: inputs.dryRun }).look(startedAt, undefined)
  const found = seen.groups.blue.memo ?? seen.groups.green.memo
  const written =
    found === undefined ? standing(run, seen, { names, savedMemos, means: pair.routing.means }) : undefined
  const memo = found ?? written?.blue
  if (memo === undefined) return undefined
  if (whose === 'own' && memo.run !== run.id) return undefined
  if (memo.heartbeatAt === 0 && (whose === 'own' || isKept(memo.progress ?? {}))) {
    run.report({ kind: 'info', message: `${names.blue} and ${names.green}: ${leftText(memo)}` })
    return undefined
  }
  const to = sideFor(seen, shiftsTo(written ?? { ...(seen.groups.blue.memo && { blue: seen.groups.blue.memo }), ...(seen.groups.green.memo && { green: seen.groups.green.memo }) })) // prettier-ignore
  run.report({ kind: 'info', message: pairInWords(pair, seen, otherSide(to)) })
  const job = { pair, inputs, settings: undefined, intent: 'back', to, resizes: true, seen, written } as const
  const outcome = await applyShift(run, job)
  return trafficResult(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome)
}

const leftText = ({ progress = {} }: Memo): string =>
  isKept(progress)
    ? 'the shift has ended, and the side without traffic is kept on purpose; `mode: release` shrinks it, `mode: rollback` returns to it.'
    : 'the shift waits on purpose to be passed by hand; `mode: release` goes on with it, `mode: rollback` takes it back.'

/**
 * What the runner keeps of a shift whose tags are gone while its weights stand, or, before its first step, what it has done to the
 * groups: undefined where it had come to its end.
 */
function standing(
  run: Run,
  seen: TrafficObservation,
  {
    names,
    savedMemos,
    means,
  }: Pick<TakeBackRequest, 'savedMemos'> & { readonly names: Readonly<Record<Side, string>>; readonly means: Means },
): PairMemos | undefined {
  const [blue, green] = [savedMemos?.get(names.blue), savedMemos?.get(names.green)]
  if (blue === undefined || green === undefined || blue.run !== run.id) return undefined
  const isUnderWay = seen.routes.some(
    ({ previous, weights }) =>
      previous?.startedAt === blue.startedAt &&
      !isSameTraffic(weights, weightsAt(means, previous.weights, { to: previous.to, share: previous.end })) &&
      !isSameTraffic(weights, previous.weights),
  )
  const isBefore = seen.routes.every(
    ({ previous, weights }) => previous?.startedAt !== blue.startedAt || isSameTraffic(weights, previous.weights),
  )
  const memos = { blue, green }
  const isStanding = SIDES.some((side) => restoreStep(seen.groups[side], memos[side]).kind !== 'clear-state')
  return isUnderWay || (isBefore && isStanding) ? memos : undefined
}
