import { begin, takeOver } from './start.ts'
import { darkRefusal } from './dark-launch.ts'
import type { Action, Fleet, Knowledge, Memo, Policy } from './fleet.ts'
import { inOtherHands, isAlive, nameOf, sign } from './lease.ts'

/** What to do with a group on which nobody has written down anything. */
export function withoutMemo(fleet: Fleet, policy: Policy): Action {
  const { intent } = policy
  const action =
    intent === 'restore' ? nothingLeft(fleet, policy) : (darkRefusal(undefined, policy) ?? begin(fleet, policy))
  return action.kind === 'done' && fleet.stray !== undefined ? REMOVE_STRAY : action
}

/** What to do first with a group that has a memo; undefined where this process has it in hand. */
export function takeInHand(
  fleet: Fleet,
  memo: Memo,
  { policy, knowledge }: { readonly policy: Policy; readonly knowledge: Knowledge },
): Action | undefined {
  const isOurs = memo.run === policy.run
  const isRoll = policy.intent === 'roll'
  if (isOurs && isHeld(memo)) return HELD
  if (!isOurs && policy.seeks?.whose === 'own') return notOurs(fleet, memo, policy)
  // Another name over our own is that of somebody who goes on from here, whatever its heartbeat.
  if (!isOurs && (isAlive(memo, policy.run, fleet.at) || (knowledge.signed && !isRoll)))
    return inOtherHands(memo, fleet.at)
  const refused = isOurs || !isRoll ? undefined : darkRefusal(memo, policy)
  if (refused) return refused
  const signed = knowledge.signed ? undefined : sign(memo, policy, fleet.at)
  if (signed) return signed
  const predecessor = isOurs ? knowledge.predecessor : memo
  return isRoll && predecessor ? takeOver(fleet, { memo, predecessor, policy }) : undefined
}

/** What a run writes in place of its heartbeat when it leaves a group for inspection: anybody may take it over at once. */
const isHeld = ({ heartbeatAt }: Memo): boolean => heartbeatAt === 0

const HELD: Action = { kind: 'done', reason: 'left as it is on purpose' }

const REMOVE_STRAY: Action = { kind: 'forget', reason: 'the memo was gone already when a run put its name on it' }

/** For a post step: what another run has left is not its to put back, but must not pass for put back either. */
function notOurs(fleet: Fleet, memo: Memo, policy: Policy): Action {
  const waiting = nothingLeft(fleet, policy)
  if (waiting.kind === 'wait') return waiting
  if (isAlive(memo, policy.run, fleet.at)) return inOtherHands(memo, fleet.at)
  if (isHeld(memo)) return HELD
  return {
    kind: 'refuse',
    reason: `run ${nameOf(memo)}, not this one, has left this group unfinished`,
    remedy: '`mode: restore` puts it back.',
  }
}

const nothingLeft = ({ at, stray }: Fleet, { run, seeks }: Policy): Action =>
  // Where this run's own name shows, so does everything from before.
  seeks !== undefined && at < seeks.until && stray !== run
    ? { kind: 'wait', reason: 'no run seems to have left anything behind here, but AWS may not show it yet' }
    : { kind: 'done', reason: 'no run has left anything behind here' }
