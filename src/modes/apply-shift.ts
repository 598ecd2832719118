import { fleetsPort } from '../aws/observe/fleets.ts'
import { instanceProber } from '../aws/probe/prober.ts'
import type { ErrorCounter } from '../aws/traffic/error-counts.ts'
import { trafficPort } from '../aws/traffic/traffic-port.ts'
import { instantClock } from '../controllers/dry-run.ts'
import { dryRunTraffic } from '../controllers/traffic/dry-run.ts'
import type { TrafficOutcome, TrafficPort } from '../controllers/traffic/ports.ts'
import { shiftTraffic } from '../controllers/traffic/shift.ts'
import { otherSide, shareOf, type Side } from '../domain/traffic/shares.ts'
import { type PairMemos, shiftsTo, SIDES } from '../domain/traffic/situation.ts'
import { workflowRunOf } from '../domain/rollout/run-id.ts'
import type { TrafficObservation, TrafficPolicy } from '../domain/traffic/traffic.ts'
import { UserError } from '../errors.ts'
import type { CommonInputs, ShiftSettings } from '../inputs/inputs.ts'
import type { Run } from './run.ts'
import { trafficLogger } from './traffic-log.ts'
import type { TrafficPair } from './traffic-pair.ts'

/** What is done with a pair. */
export interface ShiftJob {
  readonly pair: TrafficPair
  readonly inputs: CommonInputs
  /** The settings of a shift; undefined of what only takes one back. */
  readonly settings: ShiftSettings | undefined
  readonly intent: TrafficPolicy['intent']
  readonly to: Side
  readonly resizes: boolean
  readonly passesGate?: true
  /** Gives the idle side what it is to launch; undefined where nothing is patched. */
  readonly patch?: (() => Promise<void>) | undefined
  /** As both groups and all routes were at the first look. */
  readonly seen: TrafficObservation
  readonly written?: PairMemos | undefined
  /** Undefined where the errors of both sides are not compared. */
  readonly count?: ErrorCounter | undefined
}

/** The port of a pair. */
export function portOf(
  { connection, clock }: Run,
  { names, routing }: Pick<TrafficPair, 'names' | 'routing'>,
  {
    dryRun,
    settings,
    patch = async () => {},
    count,
  }: { readonly dryRun: boolean } & Partial<Pick<ShiftJob, 'settings' | 'patch' | 'count'>>,
): TrafficPort {
  return trafficPort({
    connection,
    names,
    fleets: fleetsPort(connection, dryRun ? undefined : clock),
    routing,
    alarms: settings?.alarms?.names ?? [],
    count,
    patch,
  })
}

/** The side that traffic goes to: as an unfinished shift says, as asked, or the one that has none. */
export function sideFor({ groups, routes }: TrafficObservation, asked: Side | undefined, run?: string): Side {
  const begun = shiftsTo({
    ...(groups.blue.memo && { blue: groups.blue.memo }),
    ...(groups.green.memo && { green: groups.green.memo }),
  })
  if (asked !== undefined) return asked
  if (begun !== undefined) return begun
  // Another attempt of a run whose shift has ended must not take it for the state before.
  const [note] = routes.flatMap(({ previous }) => previous ?? [])
  if (run !== undefined && note?.workflowRun === workflowRunOf(run)) return note.to
  const serving = SIDES.filter((side) => routes.some(({ weights }) => shareOf(weights, side) > 0))
  const [active, other] = serving
  if (other === undefined) return active === undefined ? 'green' : otherSide(active)
  throw new UserError({
    what: `Both groups have traffic: ${routes.map(({ id, weights }) => `${id} gives blue ${Math.round(shareOf(weights, 'blue'))} percent`).join(', ')}.`,
    why: 'So it does not say itself to which side it is to go.',
    remedy: 'Nothing was changed. Set `to: blue` or `to: green`.',
  })
}

/** Shifts traffic, or takes a shift back, on AWS or, in a dry run, on a model of it. */
export async function applyShift(run: Run, job: ShiftJob): Promise<TrafficOutcome> {
  const { connection, clock, report, signal, network } = run
  const { pair, inputs, settings, seen } = job
  const { dryRun } = inputs
  const real = startingFrom(portOf(run, pair, { dryRun, ...job }), seen)
  if (!dryRun) run.touching([pair.names.blue, pair.names.green])
  const probe = settings?.probe
  return await shiftTraffic({
    port: dryRun ? dryRunTraffic(real) : real,
    policy: policyFor(run, job),
    probe: dryRun || probe === undefined ? undefined : instanceProber({ connection, clock, signal, network }, probe),
    clock: dryRun ? instantClock(clock) : clock,
    tell: trafficLogger(report, { names: pair.names, purpose: dryRun ? 'plan' : 'log' }),
    deadline: clock.now() / 1000 + inputs.timeoutSeconds,
    pollSeconds: () => run.pollSeconds(undefined),
    signal,
    saving: (memos) => {
      if (!dryRun) for (const side of SIDES) run.savingMemo(pair.names[side], memos?.[side])
    },
    written: job.written,
    patienceSeconds: 0,
  })
}

/** The look that came before counts as the first one. */
function startingFrom(port: TrafficPort, seen: TrafficObservation): TrafficPort {
  let first: TrafficObservation | undefined = seen
  return {
    ...port,
    look: async (...question) => {
      const looked = first ?? (await port.look(...question))
      first = undefined
      return looked
    },
  }
}

/** What the inputs mean for a pair. */
export function policyFor(
  run: Run,
  { pair, settings, inputs, intent, to, resizes, passesGate, patch }: ShiftJob,
): TrafficPolicy {
  const { dryRun } = inputs
  const { means } = pair.routing
  const steps = settings?.steps ?? [100]
  return {
    run: run.id,
    url: run.url(),
    partners: pair.partners,
    means,
    intent,
    to,
    // A classic load balancer has both sides before it has the new one alone.
    steps: means === 'classic' ? [50, 100] : steps,
    resizes,
    patches: patch !== undefined,
    keepSeconds: settings?.keepSeconds ?? 0,
    afterwards: settings?.afterwards ?? 'keep',
    bakeSeconds: settings?.bakeSeconds ?? 0,
    bakeAtEndSeconds: settings?.bakeAtEndSeconds ?? 0,
    promote: settings?.promote ?? 'auto',
    alarms: settings?.alarms,
    // A model of the groups has no requests.
    comparison: dryRun ? undefined : settings?.comparison,
    onFailure: settings?.onFailure ?? 'rollback',
    instanceTimeoutSeconds: settings?.instanceTimeoutSeconds ?? Infinity,
    probes: settings?.probe !== undefined && !dryRun,
    passesGate: passesGate === true,
  }
}
