/** Instance refreshes that have failed, or come to no end. Pure. */
import { shellWord } from '../rollout/suspension-text.ts'
import type { Finding } from './finding.ts'
import { type GroupState, isOld, type Limits, type RefreshState } from './group-state.ts'

/** After so long a refresh that says what it waits for is told, and after so long one is cancelled. */
const TOLD_AFTER_SECONDS = 3600
const CANCELLED_AFTER_SECONDS = 86_400

/** Instances that a refresh does not replace: it waits for them, or was told to fail. */
const WAITS_FOR_PEOPLE = /protected|protection|standby/i

/** `stuck-refresh` and `failed-refresh`. */
export function refreshes({ fleet, refresh }: GroupState, limits: Limits): readonly Finding[] {
  if (refresh === undefined) return []
  const { group, at } = fleet
  if (refresh.status === 'Failed' || refresh.status === 'RollbackFailed') return [failed(group, refresh)]
  if (refresh.endedAt !== undefined || !ACTIVE.includes(refresh.status) || refresh.startedAt === undefined) return []
  const seconds = at - refresh.startedAt
  const waitsForPeople = WAITS_FOR_PEOPLE.test(refresh.reason)
  const isStuck = waitsForPeople ? seconds >= TOLD_AFTER_SECONDS : isOld(refresh.startedAt, at, limits)
  return isStuck ? [stuck(group, refresh, seconds)] : []
}

const ACTIVE = ['Pending', 'InProgress', 'RollbackInProgress', 'Baking', 'Cancelling']

const told = ({ reason }: RefreshState): string => (reason === '' ? '' : ` (${reason})`)

const failed = (group: string, refresh: RefreshState): Finding => ({
  finding: 'failed-refresh',
  group,
  since: refresh.endedAt ?? refresh.startedAt,
  subject: `${refresh.id} ${refresh.status}`,
  what: `its last instance refresh ${refresh.id} is ${refresh.status}${told(refresh)}`,
  remedy: undefined,
  advice: 'Mend what made it fail, then replace what is outdated with `mode: respawn`.',
})

function stuck(group: string, refresh: RefreshState, seconds: number): Finding {
  const { id, status, startedAt } = refresh
  // One that waits at checkpoints does what it was told, and one that is being cancelled cannot be cancelled.
  const mayEnd = !refresh.waits && status !== 'Cancelling' && status !== 'Baking' && seconds >= CANCELLED_AFTER_SECONDS
  return {
    finding: 'stuck-refresh',
    group,
    since: startedAt,
    subject: id,
    what: `its instance refresh ${id} is ${status} for ${Math.floor(seconds / 3600)} h${told(refresh)}`,
    remedy: mayEnd ? { kind: 'cancel-refresh', refresh: id } : undefined,
    advice: `Cancel it with \`aws autoscaling cancel-instance-refresh --auto-scaling-group-name ${shellWord(group)}\`, or end what it waits for.`,
  }
}
