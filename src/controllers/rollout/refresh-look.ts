import { Cancelled, explanationOf, isUncertain, UserError } from '../../errors.ts'
import type { Action } from '../../domain/rollout/action.ts'
import { asksForRefresh, refreshMayBeOld } from '../../domain/rollout/instance-refresh.ts'
import { nextAction } from '../../domain/rollout/rules.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import { halt } from './halt.ts'
import { lookAgain } from './look-again.ts'
import type { RolloutRequest } from './ports.ts'
import { transition } from './transition.ts'

/** What a run is about to do. */
export interface Intended {
  readonly run: GroupRun
  readonly action: Action
}

/**
 * What is next once it is known whether others refresh the group. AWS is asked before each change that takes away capacity,
 * before one that adds some where it was not asked for long, and now and then while the roll waits; without an answer nothing is
 * added or taken away. Before a change that this look does not do for it is not asked: it would be asked again at the look that does.
 */
export async function withoutRefresh(request: RolloutRequest, run: GroupRun): Promise<Intended> {
  const action = decide(run)
  const { port, signal } = request
  const isDue = run.restoringSince === undefined && asksForRefresh(action, run.last, run.state)
  const isAsked = isDue && lookAgain(request, run, action) === undefined
  if (port.activeRefresh === undefined || !isAsked || signal.aborted) return { run, action }
  try {
    const mayBeOldSeconds = refreshMayBeOld(action)
    const active = await port.activeRefresh(run.group, mayBeOldSeconds)
    const known = transition(run, { kind: 'refresh-read', active, mayBeKept: mayBeOldSeconds > 0 })
    return { run: known, action: decide(known) }
  } catch (error) {
    if (isUncertain(error) || error instanceof Cancelled)
      return { run, action: action.kind === 'wait' || action.kind === 'probe' ? action : UNANSWERED }
    if (!(error instanceof UserError)) throw error
    const halted = halt(run, explanationOf(error))
    return { run: halted, action: decide(halted) }
  }
}

const decide = (run: GroupRun): Action => nextAction(run.last, policyNow(run), run.state)

const UNANSWERED: Action = { kind: 'wait', reason: 'AWS does not say whether an instance refresh is under way' }
