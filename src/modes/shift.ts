import { isOfShift } from '../domain/rollout/shift-memo.ts'
import { alarmFindings } from '../aws/preflight/alarms.ts'
import { refusedReads } from '../aws/preflight/checks.ts'
import { lateReads } from '../aws/preflight/late-reads.ts'
import { errorCounter, readErrorCounts } from '../aws/traffic/error-counts.ts'
import { outdatedOf, SIDES } from '../domain/traffic/situation.ts'
import { evaluatedAliases } from '../aws/preflight/evaluated-aliases.ts'
import type { Probe } from '../domain/rollout/probe.ts'
import { PolicyReader } from '../aws/observe/scaling-policies.ts'
import { unwritableShare } from '../domain/traffic/shares.ts'
import { refusalsOf } from '../domain/traffic/refusals.ts'
import { type PreflightFinding, refusalOf } from '../domain/rollout/preflight-findings.ts'
import type { TrafficObservation } from '../domain/traffic/traffic.ts'
import type { CommonInputs, ShiftInputs, ShiftSettings, TrafficInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { applyShift, policyFor, portOf, type ShiftJob, sideFor } from './apply-shift.ts'
import type { GovernedShift } from './governed-groups.ts'
import { lookAhead } from './look-ahead.ts'
import type { Run } from './run.ts'
import { findTrafficPair, type TrafficPair } from './traffic-pair.ts'
import { trafficResult } from './traffic-results.ts'

/** Moves traffic between two groups by weights; touches neither sizes nor instances. */
export async function shift(run: Run, inputs: ShiftInputs): Promise<RunResult> {
  return await shiftPair(run, { inputs, settings: inputs, resizes: false })
}

/** A shift, with what the mode asks for. */
export interface ShiftRequest extends Pick<ShiftJob, 'resizes' | 'passesGate'> {
  readonly inputs: CommonInputs & TrafficInputs
  readonly settings: ShiftSettings
  /** What else must be found out before the first change, and what gives the idle side what it is to launch. */
  readonly prepare?: (found: FoundShift) => Promise<PreparedShift>
}

/** A pair as the first look shows it, and where its traffic is to go. */
export interface FoundShift extends Pick<ShiftJob, 'to' | 'seen'> {
  readonly pair: TrafficPair
}

export interface PreparedShift extends Pick<ShiftJob, 'patch'> {
  readonly found: readonly PreflightFinding[]
}

/** Finds the pair, checks everything before the first change, and shifts. */
export async function shiftPair(run: Run, request: ShiftRequest): Promise<RunResult> {
  const { inputs, settings, resizes, passesGate, prepare } = request
  const { clock, report } = run
  const startedAt = clock.now() / 1000
  report({ kind: 'phase', title: 'Find the groups' })
  const pair = await findTrafficPair(run, inputs)
  const port = portOf(run, pair, { dryRun: inputs.dryRun, settings })
  const seen = await port.look(startedAt, undefined)
  const to = sideFor(seen, settings.to, run.id)
  report({ kind: 'info', message: pairInWords(pair, seen, to) })
  const prepared = await prepare?.({ pair, seen, to })
  const counting = await countingOf(run, pair, settings)
  const job: ShiftJob = {
    pair,
    inputs,
    settings,
    intent: 'shift',
    to,
    resizes,
    ...(passesGate && { passesGate }),
    patch: prepared?.patch,
    seen,
    count: counting.count,
  }
  const isBegun = isOfShift(seen.groups.blue.memo ?? {}) || isOfShift(seen.groups.green.memo ?? {})
  const refused = isBegun ? [] : refusalsOf(seen, policyFor(run, job))
  await lookAhead(run, {
    groups: [pair.names.blue, pair.names.green],
    seen: undefined,
    managedGroups: inputs.managedGroups,
    shift: governedShift(pair, inputs, settings),
    found: [
      ...pair.found,
      ...(prepared?.found ?? []),
      ...counting.found,
      ...unwritableSteps(pair, settings),
      ...(await alarmsFound(run, settings, seen)),
      ...(isBegun ? [] : await aliasesFound(run, job)),
      ...(await lateReadsFound(run, pair, settings.probe)),
      ...refused.map(({ what, remedy }) => refusalOf(undefined, what, remedy)),
    ],
  })
  report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Shift' })
  const outcome = await applyShift(run, job)
  return { kind: 'traffic', traffic: trafficResult(run, { pair, dryRun: inputs.dryRun, startedAt }, outcome) }
}

/** What a catalogue is asked of a shift; without settings it only goes back, or shrinks a side. */
export const governedShift = (
  { names }: Pick<TrafficPair, 'names'>,
  { listenerRules, record }: Pick<TrafficInputs, 'listenerRules' | 'record'>,
  settings?: ShiftSettings,
): GovernedShift => ({
  names,
  listenerRules,
  record,
  course: settings && { ...settings, alarms: settings.alarms?.names ?? [] },
})

/** Shares that a classic load balancer does not take; of the other means the rules ask. */
const unwritableSteps = ({ routing: { means } }: TrafficPair, { steps }: ShiftSettings): readonly PreflightFinding[] =>
  steps.flatMap((share) => {
    const why = means === 'classic' ? unwritableShare(means, share) : undefined
    return why === undefined ? [] : [refusalOf(undefined, `\`steps\` has ${share}, but ${why}`, 'Leave `steps` out.')]
  })

/** Aliases that the shift makes point to an unhealthy load balancer: where it names a side that has nothing healthy yet, or empties one. */
async function aliasesFound(
  { connection }: Run,
  { pair: { routing }, seen: { groups, routes }, to, resizes, patch }: ShiftJob,
): Promise<readonly PreflightFinding[]> {
  const isNamed = routes.every(({ weights }) => weights[to] !== undefined)
  const isEmptied = resizes && groups[to].instances.length > 0 && (patch !== undefined || outdatedOf(groups[to]).length > 0) // prettier-ignore
  return routing.balancers.length > 0 && (!isNamed || isEmptied)
    ? await evaluatedAliases(connection, routing.balancers)
    : []
}

/** What counts the errors of both sides, and what keeps them from being compared; counted once, so that a refusal is named in time. */
async function countingOf(
  { connection, clock }: Run,
  pair: TrafficPair,
  { comparison }: ShiftSettings,
): Promise<Pick<ShiftJob, 'count'> & { readonly found: readonly PreflightFinding[] }> {
  if (comparison === undefined) return { found: [] }
  try {
    const counted = await pair.counted()
    const without = SIDES.filter((side) => counted[side].length === 0).map((side) => pair.names[side])
    if (without.length > 0) return { found: [refusalOf(undefined, `${without.join(' and ')} ${without.length === 1 ? 'has' : 'have'} no target group of an Application Load Balancer here, so their errors are not counted`, 'Leave `max-error-ratio` out, and name alarms in `alarms`.')] } // prettier-ignore
    const end = Math.floor(clock.now() / 60_000) * 60
    await readErrorCounts(connection, counted, { start: end - 60, end })
    return { count: errorCounter(connection, counted), found: [] }
  } catch (error) {
    return { found: refusedReads(error) }
  }
}

/** Reads that a shift may need only after its first change, as refusals where they are not permitted. */
export async function lateReadsFound(
  { connection }: Run,
  { groups }: TrafficPair,
  probe: Probe | undefined,
): Promise<readonly PreflightFinding[]> {
  try {
    const question = {
      connection,
      groups: [groups.blue, groups.green],
      replaces: 'instances',
      probe: probe?.kind,
    } as const
    return await lateReads(question)
  } catch (error) {
    return refusedReads(error)
  }
}

/** What keeps the alarms from watching. */
async function alarmsFound(
  { connection }: Run,
  { alarms: watch }: ShiftSettings,
  { groups: { blue, green } }: TrafficObservation,
): Promise<readonly PreflightFinding[]> {
  if (watch === undefined) return []
  const policies = new PolicyReader(connection)
  return await alarmFindings({ connection, policies, watch, fleets: [blue, green] })
}

/** Both sides, and where traffic goes. */
export const pairInWords = ({ names, routing }: TrafficPair, { routes }: TrafficObservation, to: string): string =>
  `${names.blue} (blue), ${names.green} (green): traffic goes to ${to}, by ${routes.length === 1 ? 'one rule' : `${routes.length} rules`} (${routing.means})`
