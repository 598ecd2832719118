import type { Connection } from '../aws/client/connection.ts'
import { readAlarmsIfAnswered, watchingAlarms } from '../aws/observe/alarms.ts'
import { AskedAhead } from '../aws/preflight/asked-ahead.ts'
import { fleetsPort, type ForgetfulPort } from '../aws/observe/fleets.ts'
import { instanceProber } from '../aws/probe/prober.ts'
import { UserError } from '../errors.ts'
import type { Fleet, Memo } from '../domain/rollout/fleet.ts'
import type { CommonInputs, GateInputs, Gates, RollInputs } from '../inputs/inputs.ts'
import { instantClock, dryRunPort } from '../controllers/dry-run.ts'
import type { Engine } from '../controllers/engine.ts'
import { runRollout } from '../controllers/rollout/controller.ts'
import type { FleetsPort, Observation, Prober, Outcome, Turns } from '../controllers/rollout/ports.ts'
import type { GroupResult } from '../report/events.ts'
import { PartialResult } from '../report/partial-result.ts'
import { expectedDuration } from '../report/results/expected-duration.ts'
import type { PreflightFinding } from '../domain/rollout/preflight-findings.ts'
import { type FirstLook, lookAhead } from './look-ahead.ts'
import type { Run } from './run.ts'
import { isPastGate } from '../domain/rollout/gates-by-hand.ts'
import type { AlarmPolicy, GatePolicy, Policy } from '../domain/rollout/policy.ts'
import { withCarriedMemo } from '../domain/rollout/carried-memo.ts'
import type { Budget } from '../domain/rollout/amount.ts'
import { budgetFor, checkpointsFor, leavingLimit } from '../domain/rollout/amount.ts'

/** What is done with the groups, apart from the inputs that every mode has. */
export type RollRequest =
  /** Puts back what a run has left: this one, in its post step, or any dead one. */
  | {
      readonly intent: 'restore'
      readonly whose: 'own' | 'any'
      /** What the runner keeps of the saved state of this run, by group: for where the tags are gone. */
      readonly savedMemos?: ReadonlyMap<string, Memo>
    }
  | {
      readonly intent: 'roll'
      readonly inputs: RollInputs & Partial<GateInputs> & Pick<CommonInputs, 'timeoutSeconds'>
      readonly waitForAll: boolean
      readonly dark?: Policy['dark']
      /** Groups whose launch source an earlier part of this run has changed. */
      readonly patched?: ReadonlySet<string>
      /** Fingerprints of what groups launched from before an earlier part of the run has changed it: it may still be shown. */
      readonly sourcesBefore?: ReadonlyMap<string, string>
      /** In a dry run: groups whose instances are all outdated by what an earlier part of the run would have changed. */
      readonly outdated?: ReadonlySet<string>
      /** In a dry run: a group as an earlier part of the run would have left it. */
      readonly simulate?: (fleet: Fleet) => Fleet
      /** The groups go back to what they launched before. */
      readonly takesBack?: true
      /** An earlier part of the run has looked ahead for this roll already. */
      readonly isLookedAhead?: true
      /** In which turns the groups begin; all at once where it is missing. */
      readonly turns?: RollTurns | undefined
    }

/** The turns in which groups begin. */
export interface RollTurns extends Pick<Turns, 'waves' | 'limits'> {
  readonly changes?: Turns['changes']
  /** What another part of the run does with groups before they roll; gives those that must not, and why. */
  readonly prepare?: Turns['begin']
}

/** Groups, and what is done with them. */
export interface GroupsToRoll {
  readonly groups: readonly string[]
  readonly inputs: CommonInputs
  readonly rollRequest: RollRequest
  /** The result of a group with what an earlier part of the run has done to it; made before the result is reported. */
  readonly complete?: (rolled: GroupResult) => GroupResult
  /** What carries it out; the rollout controller where it is missing. */
  readonly engine?: Engine
}

/**
 * Rolls or restores groups side by side, on AWS or, in a dry run, on a model of it. Where a restore finds groups that
 * cannot be read, the others are put back and a PartialResult is thrown: what is left of the run there is not known.
 */
export async function rollGroups(
  run: Run,
  { groups, inputs, rollRequest, complete = (rolled) => rolled, engine = runRollout }: GroupsToRoll,
): Promise<readonly GroupResult[]> {
  const { connection, clock, report, collector, signal, pollSeconds } = run
  const fleets = fleetsPort(connection, inputs.dryRun ? undefined : clock, (group, message) =>
    report({ kind: 'warning', group, message }),
  )
  const real = savingPort(watched(fleets, connection, rollRequest), run)
  const identity = identityOf(run)
  const { turns } = rollRequest.intent === 'roll' ? rollRequest : {}
  // What has not begun is not named, by a post step neither.
  if (!inputs.dryRun && turns === undefined) run.touching(groups)
  const results = new Map<string, GroupResult>()
  const unread = new Map<string, UserError>()
  const port = notingUnreadable(inputs.dryRun ? dryRunPort(simulated(real, rollRequest)) : real, unread)
  const looksAhead = rollRequest.intent === 'roll' && rollRequest.isLookedAhead !== true
  const ahead = new AskedAhead(connection, fleets.refreshes)
  if (looksAhead) ahead.begin(groups)
  const outcomes = await engine({
    groups,
    port,
    policyFor: (fleet) => policyFor(fleet, identity, rollRequest),
    // Putting back needs the group alone; and a part of the run that has changed something has looked ahead before.
    ...(rollRequest.intent === 'roll' &&
      rollRequest.isLookedAhead !== true && {
        preflight: (seen) =>
          lookAhead(run, {
            ...asked(rollRequest),
            groups,
            seen,
            policies: fleets.policies,
            targets: fleets.targets,
            ahead,
            policyFor: (fleet) => policyFor(fleet, identity, rollRequest),
          }),
      }),
    probe: inputs.dryRun ? undefined : proberOf(run, rollRequest),
    clock: inputs.dryRun ? instantClock(clock) : clock,
    report,
    deadline: clock.now() / 1000 + inputs.timeoutSeconds,
    pollSeconds,
    signal,
    dryRun: inputs.dryRun,
    ...(rollRequest.intent === 'roll' && !inputs.dryRun && { sourcesBefore: rollRequest.sourcesBefore }),
    // Where one group is unknown, the others are put back all the same.
    onUnknownGroup: rollRequest.intent === 'restore' ? 'tell' : 'end',
    need: rollRequest.intent === 'restore' ? 'the group alone' : 'every part',
    // On the model instances start at once: its pace says nothing about the time that is left.
    outlook: (group) => ({ ...collector.outlook(group), ...(inputs.dryRun && { timeLeft: undefined }) }),
    ...(turns && { turns: inTurns(run, inputs, { turns, fleets, alarms: alarmsOf(rollRequest) }) }),
    ...(!inputs.dryRun && { width: run.width }),
    ended: (outcome) => {
      const wave = turns === undefined ? undefined : waveOf(turns, outcome.group)
      const result = complete({ ...resultOf(outcome, run, inputs), ...(wave && { wave }) })
      results.set(outcome.group, result)
      // What has not begun was looked at long before.
      const at = result.status === 'waiting' ? clock.now() / 1000 : result.endedAt
      report({ kind: 'finished', at, result })
    },
  }).finally(() => ahead.end())
  const ended = outcomes.flatMap(({ group }) => results.get(group) ?? [])
  const unseen = [...unread.keys()].filter((group) => !results.has(group))
  if (unseen.length > 0) throw new PartialResult({ kind: 'groups', groups: ended }, notLookedAt(unseen, unread))
  return ended
}

/** What tries the new instances of a roll; undefined where they are not tried. */
function proberOf({ connection, clock, signal, network }: Run, rollRequest: RollRequest): Prober | undefined {
  const { probe } = (rollRequest.intent === 'roll' ? rollRequest.inputs : undefined) ?? {}
  return probe && instanceProber({ connection, clock, signal, network }, probe)
}

const alarmsOf = (rollRequest: RollRequest): AlarmPolicy | undefined =>
  rollRequest.intent === 'roll' ? rollRequest.inputs.gates?.alarms : undefined

/** The port with the alarms that watch the roll. */
function watched(port: FleetsPort, connection: Connection, rollRequest: RollRequest): FleetsPort {
  const { names } = alarmsOf(rollRequest) ?? {}
  return names === undefined ? port : watchingAlarms(port, connection, names)
}

/** The turns as the controller takes them: each group is told to the post step before its turn. */
function inTurns(
  { connection, touching }: Run,
  { dryRun }: Pick<CommonInputs, 'dryRun'>,
  {
    turns,
    fleets,
    alarms,
  }: {
    readonly turns: RollTurns
    readonly fleets: Pick<ForgetfulPort, 'forget'>
    readonly alarms: AlarmPolicy | undefined
  },
): Turns {
  const { waves, limits, changes = new Set<string>(), prepare = async () => new Map<string, never>() } = turns
  const begun: string[] = []
  return {
    waves,
    limits,
    changes,
    begin: async (groups) => {
      begun.push(...groups)
      if (!dryRun) touching(begun)
      const kept = await prepare(groups)
      fleets.forget()
      return kept
    },
    ...(alarms &&
      !dryRun && { alarms: { policy: alarms, read: () => readAlarmsIfAnswered(connection, alarms.names) } }),
  }
}

/** The wave of a group, from 1; undefined where there is one wave only. */
function waveOf({ waves }: Pick<RollTurns, 'waves'>, group: string): number | undefined {
  return waves.length > 1 ? waves.findIndex((wave) => wave.includes(group)) + 1 : undefined
}

/** Notes which groups exist and could not be read. */
function notingUnreadable(port: FleetsPort, unread: Map<string, UserError>): FleetsPort {
  return {
    ...port,
    look: async (...question) => {
      const seen = await port.look(...question)
      for (const { group, problem } of seen.unreadable) unread.set(group, problem)
      return seen
    },
  }
}

function notLookedAt(groups: readonly string[], unread: ReadonlyMap<string, UserError>): UserError {
  const one = groups.length === 1
  return new UserError({
    what: `${one ? 'The group' : 'The groups'} ${groups.join(', ')} could not be looked at, so it is not known what a run has left there.`,
    why: groups.flatMap((group) => unread.get(group)?.message ?? []).join(' '),
    remedy: 'Mend the cause, then run `mode: restore`.',
  })
}

/** The port that keeps for the post step what it writes onto the groups. */
function savingPort(port: FleetsPort, { savingMemo }: Pick<Run, 'savingMemo'>): FleetsPort {
  return {
    ...port,
    apply: async (group, change) => {
      // Before the call: its answer may be lost. A renewed lease matters only where the run leaves the group with it.
      const isLeft = change.kind === 'renew-lease' && change.memo.heartbeatAt === 0
      if (change.kind === 'save-state' || isLeft) savingMemo(group, change.memo)
      await port.apply(group, change)
      if (change.kind === 'clear-state') savingMemo(group, undefined)
    },
    keepMemo: savingMemo,
  }
}

/** Groups, and what is to be done with each once an earlier part of the run has changed what they launch. */
export interface RollToCheck {
  readonly groups: readonly string[]
  /** Of the same inputs for every group. */
  readonly rollRequestOf: (group: string) => Extract<RollRequest, { intent: 'roll' }>
  /** What was seen, as it will be then. */
  readonly seen: FirstLook['seen']
  readonly found: readonly PreflightFinding[]
  readonly launches?: FirstLook['launches']
  readonly next?: FirstLook['next']
}

/** Looks ahead before a part of a run that changes what groups launch; throws where the roll after it cannot be done. */
export async function lookAheadOfRoll(run: Run, { rollRequestOf, ...look }: RollToCheck): Promise<void> {
  const identity = identityOf(run)
  const [first = ''] = look.groups
  await lookAhead(run, {
    ...asked(rollRequestOf(first)),
    ...look,
    policyFor: (fleet) => policyFor(fleet, identity, rollRequestOf(fleet.group)),
  })
}

const asked = ({
  inputs,
}: Extract<RollRequest, { intent: 'roll' }>): Pick<FirstLook, 'managedGroups' | 'probe' | 'lastsSeconds'> => ({
  managedGroups: inputs.managedGroups,
  lastsSeconds: inputs.timeoutSeconds,
  probe: inputs.probe?.kind,
})

/** The groups as they are, or AWS's refusal to show them. */
export async function firstLook(run: Run, groups: readonly string[]): Promise<Observation | UserError> {
  try {
    return await fleetsPort(run.connection).look(groups, run.clock.now() / 1000)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

function simulated(real: Pick<FleetsPort, 'look'>, rollRequest: RollRequest): Pick<FleetsPort, 'look'> {
  const change = rollRequest.intent === 'roll' ? rollRequest.simulate : undefined
  if (change === undefined) return real
  return {
    look: async (...question) => {
      const seen = await real.look(...question)
      return { ...seen, fleets: seen.fleets.map(change) }
    },
  }
}

/** How a run signs the memos that it writes. */
type RunIdentity = Pick<Policy, 'run' | 'url' | 'plan'>

const identityOf = ({ id, url, plan }: Run): RunIdentity => ({
  run: id,
  url: url(),
  ...(plan?.kind === 'apply' && { plan: plan.plan.id }),
})

function policyFor(seen: Fleet, identity: RunIdentity, rollRequest: RollRequest): Policy {
  const fleet = withCarriedMemo(seen)
  if (rollRequest.intent === 'restore')
    return {
      ...identity,
      maxFailures: 1,
      onFailure: 'restore',
      protectedInstances: 'ignore',
      standbyInstances: 'ignore',
      intent: 'restore',
      lookFor: { whose: rollRequest.whose, until: fleet.at + HIDDEN_SECONDS },
      savedMemo: rollRequest.savedMemos?.get(fleet.group),
      surge: 0,
      maxUnavailable: 0,
      waitForAll: false,
      force: false,
      instanceTimeoutSeconds: Infinity,
      warmupSeconds: 0,
    }
  const { inputs, waitForAll, dark } = rollRequest
  const asked = budgetFor(fleet, inputs.surge, inputs.maxUnavailable)
  const budget = dark?.kind === 'release' ? releaseBudget(fleet, asked) : asked
  refuseHalfDark(fleet, budget, dark)
  if (dark?.kind !== 'release' && budget.surge === 0 && budget.maxUnavailable === 0 && fleet.sizes.desired > 0)
    throw new UserError({
      what: `Nothing of ${fleet.group} could ever be replaced: \`max-unavailable\` is less than one of its ${fleet.sizes.desired} instances and \`surge\` is 0.`,
      remedy: 'Set `surge` to at least `1`, or raise `max-unavailable`.',
    })
  const { desired } = (fleet.memo ?? fleet).sizes
  const { force, instanceTimeoutSeconds, maxFailures, protectedInstances, standbyInstances } = inputs
  const isOutdated = rollRequest.outdated?.has(fleet.group) === true
  // What this run has changed itself it takes back; what was there before it stays, unless the user says otherwise.
  const usual = rollRequest.patched?.has(fleet.group) ? 'rollback' : 'restore'
  return {
    ...identity,
    ...budget,
    intent: 'roll',
    waitForAll: isPastGate(fleet.memo ?? {}) && dark?.kind === 'release' ? budget.surge >= desired : waitForAll,
    ...(dark && { dark }),
    ...(inputs.gates && { gates: gatesFor(fleet, inputs.gates) }),
    ...(rollRequest.takesBack && { takesBack: true }),
    ...(inputs.probe && { probes: true }),
    ...(inputs.scaling === 'follow' && { follow: true }),
    force: force || isOutdated,
    ...(!isOutdated && inputs.forceUntil !== undefined && { forceUntil: inputs.forceUntil }),
    instanceTimeoutSeconds,
    warmupSeconds: inputs.warmupSeconds ?? fleet.defaultWarmupSeconds ?? 0,
    maxFailures,
    ...(inputs.maxLeaving && { maxLeaving: leavingLimit(fleet, inputs.maxLeaving) }),
    onFailure: inputs.onFailure ?? usual,
    protectedInstances,
    standbyInstances,
  }
}

/** How long answers that lag behind may hide what a run has left. */
const HIDDEN_SECONDS = 20

/** A release goes on with the room that the run before it had; where everything was launched in the dark, none is left. */
const releaseBudget = ({ memo }: Fleet, asked: Budget): Budget => ({ ...asked, surge: memo?.surge ?? 0 })

/** The gates in the unit of one group. Throws where they do not ascend there. */
function gatesFor(fleet: Fleet, { checkpoints: amounts, ...gates }: Gates): GatePolicy {
  const checkpoints = checkpointsFor(fleet, amounts)
  if (checkpoints !== undefined) return { ...gates, checkpoints }
  throw new UserError({
    what: `\`checkpoints\` do not ascend in ${fleet.group}, of which ${(fleet.memo ?? fleet).sizes.desired} are desired.`,
    remedy: 'Give them all as numbers, or all as percentages, each more than the one before.',
  })
}

/** New instances that are launched later would be registered with the load balancers without having been tested. */
function refuseHalfDark(fleet: Fleet, { surge }: Budget, dark: Policy['dark']): void {
  const { desired } = (fleet.memo ?? fleet).sizes
  if (dark?.kind !== 'launch' || surge >= desired) return
  throw new UserError({
    what: `\`dark: true\` needs room for as many new instances as are desired in ${fleet.group}: that is ${desired}, and \`surge\` is ${surge}.`,
    remedy: 'Leave `surge` out, or set it to at least `100%`.',
  })
}

function resultOf(outcome: Outcome, { collector, connection }: Run, { dryRun }: CommonInputs): GroupResult {
  const { group, status, changed, left, failure, takenBack, noSavedState } = outcome
  const facts = collector.facts(group)
  if (facts === undefined) throw new Error(`${group} has an outcome but was never observed`)
  const isPlanned = dryRun && (status === 'rolled' || status === 'dark' || status === 'gated' || status === 'restored')
  const expected = isPlanned ? expectedDuration(facts) : undefined
  return {
    ...facts,
    region: connection.region,
    status: isPlanned ? 'planned' : status,
    ...(expected && { expectedDuration: expected }),
    changed,
    left,
    failure,
    ...(takenBack && { takenBack }),
    ...(noSavedState && { noSavedState }),
  }
}
