/** How the state of a run follows from what happens; pure. With the files after-*.ts the only place that makes a new state. */
import { learnLaunches } from '../../domain/rollout/boot-record.ts'
import { REGISTERING } from '../../domain/rollout/dark-launch.ts'
import type { FailedLaunch } from '../../domain/rollout/fleet.ts'
import type { RefreshSeen } from '../../domain/rollout/instance-refresh.ts'
import { withProbes } from '../../domain/rollout/probe.ts'
import { desiredChangesRead } from './after-activities.ts'
import { accepted, followed, refused, sent, unanswered } from './after-change.ts'
import { confirmed, observed } from './after-look.ts'
import type { GroupRun } from './group-run.ts'
import type { RunEvent } from './run-event.ts'

/** The state after one more event. */
export function transition(run: GroupRun, event: RunEvent): GroupRun {
  switch (event.kind) {
    case 'observed':
      return observed(run, event.fleet)
    case 'state-lost':
      return { ...run, last: { ...run.last, memo: run.memo }, losses: run.losses + 1 }
    case 'remembered':
      return remembered(run, event)
    case 'confirmed':
      return confirmed(run)
    case 'look-outdated':
      return { ...run, freshLooks: run.freshLooks + 1 }
    case 'look-incomplete':
      return { ...run, needs: event.needs }
    case 'waited':
      return run.freshLooks > 0 || run.needs !== undefined ? { ...run, freshLooks: 0, needs: undefined } : run
    case 'sent':
      return sent(run, event.change)
    case 'accepted':
      return accepted(run, event.change, event.at)
    case 'followed':
      return followed(run, event.change)
    case 'unanswered':
      return unanswered(run, event.change)
    case 'refused':
      return refused(run, event)
    case 'desired-changes-read':
      return desiredChangesRead(run, event.changes)
    case 'refresh-read':
      return refreshRead(run, event)
    case 'launch-outlook-read':
      return { ...run, state: { ...run.state, launchOutlook: event.outlook } }
    case 'loss-reasons-read':
      return lossReasonsRead(run, event.failures)
    case 'launches-read':
      return { ...run, boots: learnLaunches(run.boots, event.launches, run.first.at) }
    case 'probed':
      return { ...run, last: withProbes(run.last, event.probes) }
    case 'halted':
      return halted(run, event)
    case 'rollback-started':
      return rollbackStarted(run, event)
    case 'rollback-failed':
      return { ...run, notes: [...run.notes, event.note], changed: run.changed || event.changed === 'perhaps' }
    case 'sight-lost':
      return { ...run, last: event.last, restoringSince: run.restoringSince ?? event.last.at, refused: event.refused }
    case 'ended':
      return { ...run, outcome: event.outcome }
    default:
      return event satisfies never
  }
}

/** A note that was told when AWS refused to have it written is not told again. */
const remembered = (run: GroupRun, { memo, notes }: RunEvent & { readonly kind: 'remembered' }): GroupRun => ({
  ...run,
  last: { ...run.last, memo },
  memo,
  written: run.written ?? run.last.memo,
  notes: [...run.notes, ...notes.filter((note) => !run.notes.includes(note))],
})

function refreshRead(run: GroupRun, { active, mayBeKept }: RunEvent & { readonly kind: 'refresh-read' }): GroupRun {
  const refresh: RefreshSeen = { at: run.last.at, active, ...(mayBeKept && { mayBeKept }) }
  return { ...run, state: { ...run.state, refresh } }
}

function lossReasonsRead(run: GroupRun, failures: readonly FailedLaunch[]): GroupRun {
  const wordsOf = new Map(failures.map(({ instanceId, reason }) => [instanceId, reason]))
  const lost = run.state.lost.map((each) => ({ ...each, words: each.words ?? wordsOf.get(each.id) ?? '' }))
  return { ...run, state: { ...run.state, lost } }
}

/** What stops a roll that is being rolled back does not hide why it was. */
const halted = (run: GroupRun, { failure, note }: RunEvent & { readonly kind: 'halted' }): GroupRun => ({
  ...run,
  notes: run.failure === undefined ? run.notes : [...run.notes, note],
  failure: run.failure ?? failure,
  restoringSince: run.last.at,
})

/** A roll that had resumed the processes in its last steps suspends them once more before it adds capacity again. */
function rollbackStarted(
  run: GroupRun,
  { failed, failure }: RunEvent & { readonly kind: 'rollback-started' },
): GroupRun {
  const hasResumed = [...run.resumed].some((process) => process !== REGISTERING)
  return {
    ...run,
    failure,
    rollback: { failed, since: run.last.at },
    state: hasResumed ? { ...run.state, suspended: false } : run.state,
    // The process without which no load balancer can reach new instances stays as the run has left it.
    resumed: new Set([...run.resumed].filter((process) => process === REGISTERING)),
  }
}
