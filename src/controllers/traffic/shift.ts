/**
 * The loop that shifts traffic: look, decide, act once, look again. It keeps nothing that safety needs: a run that starts it
 * anew goes on from what the tags and the weights say.
 */
import { Cancelled, type Explanation, explanationOf, isUncertain, UserError } from '../../errors.ts'
import { afterTrafficChange } from '../../domain/traffic/forecast.ts'
import { nextTrafficStep } from '../../domain/traffic/rules.ts'
import { stickySeconds } from '../../domain/traffic/situation.ts'
import type { TrafficChange, TrafficEnd, TrafficObservation, TrafficStep } from '../../domain/traffic/traffic.ts'
import type { Engine } from '../engine.ts'
import { endedWell, outcomeOf } from './outcome.ts'
import { type TrafficOutcome, type TrafficRequest, WAY_BACK_SECONDS } from './ports.ts'
import { newTrafficRun, transition, type TrafficRun } from './run.ts'

/** Between two looks while nothing is due. */
const LONGEST_PAUSE_SECONDS = 20

/** Between an act and the next look. */
const SETTLE_SECONDS = 1

/** Shifts traffic, or takes a shift back; an outcome in every case but where nothing could be found out, or a defect. */
export const shiftTraffic: Engine<TrafficRequest, TrafficOutcome> = async (request) => {
  const { clock, signal, policy } = request
  let run = newTrafficRun(policy, clock.now() / 1000, request.written)
  for (;;) {
    if (signal.aborted) return cancelled(run)
    const looked = await look(request, run)
    if ('outcome' in looked) return looked.outcome
    run = looked.run
    const advanced = looked.seen === undefined ? { run, acted: false } : await advance(request, run, looked.seen)
    if ('outcome' in advanced) return advanced.outcome
    run = advanced.run
    // An abort ends the sleep early; the loop's head sees it.
    await clock
      .sleep((advanced.acted ? SETTLE_SECONDS : pauseOf(request, advanced.idleSeconds)) * 1000, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  }
}

/** While a step bakes nothing is due, and what may fail it shows by the minute: looks are fewer then, and the last one is in time. */
const pauseOf = ({ pollSeconds }: TrafficRequest, idleSeconds = 0): number =>
  Math.max(pollSeconds(), Math.min(LONGEST_PAUSE_SECONDS, idleSeconds))

type Looked =
  { readonly run: TrafficRun; readonly seen: TrafficObservation | undefined } | { readonly outcome: TrafficOutcome }

type Advanced =
  | { readonly run: TrafficRun; readonly acted: boolean; readonly idleSeconds?: number | undefined }
  | { readonly outcome: TrafficOutcome }

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  remedy: 'The post step takes the shift back, at a terminal the command itself; the same mode again goes on.',
}

function cancelled(run: TrafficRun): TrafficOutcome {
  if (run.last === undefined) throw new Cancelled()
  return outcomeOf(run, { status: 'unfinished', failure: CANCELLED })
}

/** No observation where AWS did not answer, which is borne until the way back has taken too long. */
async function look({ port, clock, tell }: TrafficRequest, run: TrafficRun): Promise<Looked> {
  const now = clock.now() / 1000
  try {
    const next = transition(run, { kind: 'seen', seen: await port.look(now, run.state.baking?.since) })
    return { run: next, seen: next.last }
  } catch (error) {
    if (error instanceof Cancelled) return { run, seen: undefined }
    if (!(error instanceof UserError) && !isUncertain(error)) throw error
    if (run.last === undefined && error instanceof UserError) throw error
    if (isOverdue(run, now) || (error instanceof UserError && run.steps.length === 0)) {
      if (run.last === undefined) throw error
      return { outcome: outcomeOf(run, { status: 'unfinished', failure: explanationOf(error) }) }
    }
    tell({ kind: 'note', at: now, message: `${error.message} Looking again.` })
    return { run, seen: undefined }
  }
}

const isOverdue = ({ backSince, startedAt, policy, last }: TrafficRun, at: number): boolean => {
  const since = policy.intent === 'shift' ? backSince : startedAt
  return since !== undefined && at > since + WAY_BACK_SECONDS + (last === undefined ? 0 : stickySeconds(last))
}

/** Decides, and acts as often as one look suffices for; whether anything was done, so that the next look comes soon. */
async function advance(request: TrafficRequest, run: TrafficRun, seen: TrafficObservation): Promise<Advanced> {
  if (run.pending !== undefined) return { run, acted: true }
  if (run.policy.intent === 'shift' && run.state.failed === undefined && seen.at > request.deadline)
    return { run: failing(request, run, { because: 'other', failure: LATE, at: seen.at }), acted: true }
  if (isOverdue(run, seen.at)) return { outcome: outcomeOf(run, { status: 'unfinished', failure: TOO_LONG }) }
  const step = nextTrafficStep(seen, run.policy, run.state)
  switch (step.kind) {
    case 'wait':
      request.tell({ kind: 'waiting', at: seen.at, reason: step.reason })
      return { run, acted: false, idleSeconds: step.seconds }
    case 'done':
      if (seen.at < run.startedAt + request.patienceSeconds) {
        request.tell({ kind: 'waiting', at: seen.at, reason: 'AWS may not show yet what was saved' })
        return { run, acted: false }
      }
      return { outcome: endedWell(run, step.end) }
    case 'refuse':
      return { outcome: refused(run, step) }
    case 'halt':
      return halted(request, run, { step, at: seen.at })
    case 'probe': {
      const outcomes = (await request.probe?.(step.instances)) ?? []
      return { run: transition(run, { kind: 'probed', outcomes }), acted: true }
    }
    default:
      return await act(request, run, { step, seen })
  }
}

const LATE: Explanation = {
  what: 'The time given by `timeout` is over.',
  remedy: 'Raise `timeout`, or let each step be passed by hand with `promote: by-hand`.',
}

const TOO_LONG: Explanation = { what: 'The shift could not be taken back in time.' }

function refused(run: TrafficRun, { reason, remedy }: Extract<TrafficStep, { kind: 'refuse' }>): TrafficOutcome {
  const failure = { what: `Traffic is not shifted: ${reason}.`, remedy }
  return outcomeOf(run, { status: run.changed ? 'unfinished' : 'refused', failure })
}

interface Halting {
  readonly step: Extract<TrafficStep, { kind: 'halt' }>
  readonly at: number
}

/** A gate that has failed takes the traffic of the new side away; another hand leaves everything as it is. */
function halted(request: TrafficRequest, run: TrafficRun, { step, at }: Halting): Advanced {
  const failure = { what: `The shift was halted: ${step.reason}.`, remedy: step.remedy }
  const isBack = run.policy.intent !== 'shift' || run.state.failed !== undefined
  if (step.blames === 'other-hand' || isBack) return { outcome: outcomeOf(run, { status: 'unfinished', failure }) }
  return { run: failing(request, run, { because: 'gate', failure, at }), acted: true }
}

interface Failing {
  readonly because: 'gate' | 'other'
  readonly failure: Explanation
  readonly at: number
}

function failing({ tell }: TrafficRequest, run: TrafficRun, { because, failure, at }: Failing): TrafficRun {
  tell({
    kind: 'note',
    at,
    message: `${failure.what}${failure.why === undefined ? '' : ` ${failure.why}`} The traffic goes back.`,
  })
  return transition(run, { kind: 'failed', at, because, failure })
}

interface Acting {
  readonly step: TrafficStep & TrafficChange
  readonly seen: TrafficObservation
}

/** Makes a change, and after a clear answer the next one of the same kind, which no look could tell anything of. */
async function act(request: TrafficRequest, run: TrafficRun, { step, seen }: Acting): Promise<Advanced> {
  const { at } = seen
  if (step.kind === 'save-state') request.saving(step.memos)
  try {
    await request.port.apply(step)
  } catch (error) {
    // Nothing was sent; the loop's head ends it.
    if (error instanceof Cancelled) return { run, acted: true }
    if (isUncertain(error)) {
      request.tell({ kind: 'note', at, message: `${error.message} Looking again.` })
      return { run: transition(run, { kind: 'made', at, step, answer: 'lost' }), acted: true }
    }
    if (!(error instanceof UserError)) throw error
    const failure = explanationOf(error)
    if (run.policy.intent !== 'shift' || run.state.failed !== undefined)
      return { outcome: outcomeOf(run, { status: 'unfinished', failure }) }
    return { run: failing(request, run, { because: 'other', failure, at }), acted: true }
  }
  request.tell({ kind: 'step', at, step })
  const made = transition(run, { kind: 'made', at, step, answer: 'clear' })
  if (step.kind === 'clear-state') {
    request.saving(undefined)
    return { outcome: endedWell(withoutMemos(made), endOf(made)) }
  }
  if (!CHAINED.includes(step.kind)) return { run: made, acted: true }
  const after = afterTrafficChange(seen, step)
  const next = nextTrafficStep(after, made.policy, made.state)
  if (next.kind !== step.kind) return { run: made, acted: true }
  return await act(request, made, { step: next, seen: after })
}

/** One route after the other. */
const CHAINED: readonly TrafficChange['kind'][] = ['set-shares', 'note-shares', 'suspend', 'resume']

function endOf({ policy, state }: TrafficRun): TrafficEnd {
  if (policy.intent === 'release') return 'released'
  return policy.intent === 'shift' && state.failed === undefined ? 'shifted' : 'restored'
}

const withoutMemos = (run: TrafficRun): TrafficRun =>
  run.last === undefined ? run : { ...run, last: afterTrafficChange(run.last, { kind: 'clear-state' }) }
