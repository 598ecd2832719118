import { asSentence } from '../../text/sentence.ts'
import { roughDuration } from '../../text/duration.ts'
import { type Explanation, explanationOf, isFailure, UserError } from '../../errors.ts'
import {
  type AlarmsSeen,
  askAtEndOfBake,
  haltOnAlarm,
  holdWhileBlind,
  observeAlarms,
} from '../../domain/rollout/alarms.ts'
import { capacityOfGroup } from '../../domain/rollout/capacity.ts'
import { type NextTurn, nextTurn, type Standing } from '../../domain/waves/turns.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { type GroupRun, newGroupRun, policyNow } from './group-run.ts'
import { type Loop, openIn } from './loop.ts'
import { endWaiting, missedTurn, whyOver } from './missed-turns.ts'
import { unfinished } from './outcome.ts'
import type { Observation, RolloutRequest, Turns } from './ports.ts'
import { transition } from './transition.ts'

/** A request whose groups begin in turns. */
type InTurns = RolloutRequest & { readonly turns: Turns }

export const isInTurns = (request: RolloutRequest): request is InTurns => request.turns !== undefined

/**
 * Lets those groups begin whose turn it is, and ends those whose turn does not come in this run. Gives the moment until which
 * nothing else is due for groups that have not begun, in seconds since the Unix epoch; undefined where others must end first.
 */
export async function takeTurn(request: InTurns, loop: Loop): Promise<number | undefined> {
  const { turns, clock, deadline, width } = request
  if (openIn(loop).every((group) => loop.admitted.has(group))) return undefined
  const standings = standingsIn(request, loop)
  const maxGroups = Math.min(turns.limits.maxGroups, width?.() ?? Infinity)
  const now = clock.now() / 1000
  const limits = { ...turns.limits, maxGroups }
  const next = nextTurn({ waves: turns.waves, limits, standings, now, deadline })
  switch (next.kind) {
    case 'wait':
      return undefined
    case 'over':
      endWaiting(loop, whyOver(next.why, turns))
      return undefined
    case 'bake':
      tellBake(request, loop, next)
      if (unfinishedIn(turns.waves[next.wave - 1] ?? [], loop).length > 0) return next.until
      return (await alarmsLetPass(request, loop, 'before the end')) === 'over' ? undefined : next.until
    case 'begin': {
      // What an earlier run has left in the middle of its roll may be what has raised an alarm: its own gates ask.
      const unfinished = unfinishedIn(next.groups, loop)
      if (unfinished.length > 0) {
        await begin(request, loop, { ...next, groups: unfinished })
        return undefined
      }
      const bakes = loop.admitted.size > 0 && limits.bakeSeconds > 0 && isFirstOfWave(next, turns, loop)
      if ((await alarmsLetPass(request, loop, bakes ? next.wave - 1 : 'before the end')) === 'yes')
        await begin(request, loop, next)
      return undefined
    }
    default:
      return next satisfies never
  }
}

/** Notes what a look tells beyond the groups that are worked on: the alarms, and where there is something to do. */
export function noteSeen(request: InTurns, { fleets }: Observation, loop: Loop): void {
  const watch = request.turns.alarms?.policy
  const watched = fleets.filter(({ alarms }) => alarms !== undefined)
  const fleet = watched.find(({ memo }) => memo !== undefined) ?? watched[0]
  if (watch !== undefined && fleet !== undefined) loop.alarms = observeAlarms(loop.alarms, fleet, watch)
  if (loop.admitted.size > 0) return
  for (const each of fleets) if (isDue(request, each)) loop.due.add(each.group)
}

const isDue = ({ turns, policyFor }: InTurns, fleet: Fleet): boolean =>
  turns.changes.has(fleet.group) ||
  fleet.memo !== undefined ||
  capacityOfGroup(fleet, policyFor(fleet)).outdated.length > 0

/** Groups that an earlier run has left in the middle of their roll. */
const unfinishedIn = (groups: readonly string[], { runs }: Loop): readonly string[] =>
  groups.filter((group) => runs.get(group)?.last.memo !== undefined)

const isFirstOfWave = ({ wave }: { readonly wave: number }, { waves }: Turns, { admitted }: Loop): boolean =>
  wave > 1 && (waves[wave - 1] ?? []).every((group) => !admitted.has(group))

function standingsIn({ turns }: InTurns, loop: Loop): ReadonlyMap<string, Standing> {
  const { admitted, runs, due } = loop
  const isMoreToDo = [...due].some((group) => !admitted.has(group))
  const standings = turns.waves.flat().flatMap((group): (readonly [string, Standing])[] => {
    const run = runs.get(group)
    return admitted.has(group) && run !== undefined ? [[group, standingOf(run, loop, isMoreToDo)]] : []
  })
  return new Map(standings)
}

const FAILED: readonly string[] = ['halted', 'held', 'refused', 'unfinished']

/**
 * How a group stands. In one that was found up to date the newest launch counts, as where an earlier run has rolled it; unless
 * nothing is left to do that could have to wait for it.
 */
function standingOf(run: GroupRun, { endedAt }: Loop, isMoreToDo: boolean): Standing {
  const { outcome, group } = run
  if (outcome === undefined) return { kind: 'on its way' }
  if (outcome.status === 'gated' || outcome.status === 'dark') return { kind: 'at a gate' }
  const ended = endedAt.get(group) ?? outcome.after.at
  if (outcome.failure !== undefined || FAILED.includes(outcome.status)) return { kind: 'failed', since: ended }
  return { kind: 'done', since: outcome.changed ? ended : isMoreToDo ? newestLaunch(run) : -Infinity }
}

const newestLaunch = (run: GroupRun): number =>
  Math.max(
    -Infinity,
    ...capacityOfGroup(run.last, policyNow(run)).current.map(({ launchedAt = -Infinity }) => launchedAt),
  )

function tellBake({ report, clock, turns }: InTurns, loop: Loop, { wave, until }: NextTurn & { kind: 'bake' }): void {
  if (loop.bakeToldOf === wave) return
  loop.bakeToldOf = wave
  const left = roughDuration(until - clock.now() / 1000)
  report({
    kind: 'info',
    message: `Wave ${wave - 1} of ${turns.waves.length} is done and bakes for ${left} before wave ${wave} begins.`,
  })
}

/**
 * Whether the alarms let other groups begin. One in ALARM ends the run for them, unless failed groups are borne: then its OK is
 * waited for. At the end of a bake those without data are asked as well.
 */
async function alarmsLetPass(
  request: InTurns,
  loop: Loop,
  bakedWave: number | 'before the end',
): Promise<'yes' | 'wait' | 'over'> {
  const { clock, turns } = request
  // The first turn follows upon the look ahead, which has asked them.
  if (turns.alarms === undefined || loop.admitted.size === 0) return 'yes'
  const { policy, read } = turns.alarms
  const fleet = { alarms: await read(), at: clock.now() / 1000 }
  loop.alarms = observeAlarms(loop.alarms, fleet, policy)
  const situation = { fleet, policy: { gates: { alarms: policy } }, state: { alarms: loop.alarms } }
  const action =
    haltOnAlarm(situation) ??
    holdWhileBlind(situation) ??
    (bakedWave === 'before the end' ? undefined : askAtEndOfBake(situation, `wave ${bakedWave}`))
  if (action === undefined) return 'yes'
  const isBorne = turns.limits.maxFailedGroups > 0
  if (action.kind !== 'halt' || isBorne) return 'wait'
  const { reason, remedy } = action
  endWaiting(loop, missedTurn({ why: asSentence(reason), ...(remedy !== undefined && { remedy }) }))
  return 'over'
}

async function begin(request: InTurns, loop: Loop, { groups, wave }: NextTurn & { kind: 'begin' }): Promise<void> {
  const { turns, report, clock } = request
  report({ kind: 'begun', at: clock.now() / 1000, groups, wave, waves: turns.waves.length })
  for (const group of groups) loop.admitted.add(group)
  const kept = await notToBeRolled(turns, groups)
  for (const group of groups) loop.beginning.set(group, clock.now() / 1000)
  for (const [group, failure] of kept) {
    const run = loop.runs.get(group)
    if (run !== undefined) loop.runs.set(group, transition(run, { kind: 'ended', outcome: unfinished(run, failure) }))
  }
}

/** What keeps groups from their roll; where the beginning itself fails, all of them. */
async function notToBeRolled(
  { begin: prepare }: Turns,
  groups: readonly string[],
): Promise<ReadonlyMap<string, Explanation>> {
  try {
    return await prepare(groups)
  } catch (error) {
    if (!isFailure(error)) throw error
    return new Map(groups.map((group) => [group, explanationOf(error)]))
  }
}

/**
 * The state of a group at the first look since its turn has come, with the rules as they are now; ended where the inputs do not
 * fit it any more.
 */
export function begunRun(request: RolloutRequest, { runs, alarms }: Loop, fleet: Fleet): GroupRun {
  try {
    const run = newGroupRun(fleet, request.policyFor(fleet))
    return alarms === undefined ? run : { ...run, state: { ...run.state, alarms: onlyIgnored(alarms) } }
  } catch (error) {
    const before = runs.get(fleet.group)
    if (!(error instanceof UserError) || before === undefined) throw error
    return transition(before, { kind: 'ended', outcome: unfinished(before, explanationOf(error)) })
  }
}

/** Alarms that are ignored stay so; since when one cannot be read is each group's own. */
const onlyIgnored = ({ ignored }: AlarmsSeen): AlarmsSeen => ({ ignored })
