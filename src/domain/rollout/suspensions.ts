/**
 * Which scaling processes a roll needs, and what stands in its way where others have suspended them. Pure. What each
 * suspension does: https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-how-suspending-processes-affects-other-processes.html
 *
 * | process           | a roll needs it                                     | because while it is suspended               |
 * | ----------------- | --------------------------------------------------- | ------------------------------------------- |
 * | Launch            | while something is to be replaced, or is missing    | nothing takes the place of what leaves      |
 * | Terminate         | while something is to leave                         | AWS takes nothing out of service            |
 * | AddToLoadBalancer | the same as Launch, with load balancers; not dark   | what is launched is never registered        |
 * | HealthCheck       | no: told                                            | instances that fail stay in the group       |
 * | ReplaceUnhealthy  | no: told                                            | an unhealthy instance gets no successor     |
 *
 * The other four are never needed: three a roll suspends itself, and a refresh has no place beside it.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { capacityOfGroup } from './capacity.ts'
import { REGISTERING } from './dark-launch.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet } from './fleet.ts'
import type { Policy } from './policy.ts'
import { isAnythingOutdated, outdatedStandby } from './start.ts'
import { foreignSuspensions, isSuspendedByAws, resumeCommand, withReasons } from './suspension-text.ts'
import { outdatedWarm } from './warm-pool.ts'

/** What a roll of the group needs from here on, in AWS's own names. */
function neededProcesses(fleet: Fleet, policy: Policy): readonly string[] {
  const { outdated, total } = capacityOfGroup(fleet, policy)
  const warm = outdatedWarm(fleet, policy)
  // A release brings nothing new, unless something is missing.
  const replaces = policy.dark?.kind !== 'release' && outdated.length + warm.length > 0
  const launches = replaces || (fleet.memo !== undefined && total < fleet.sizes.desired)
  const takesAway = outdated.length + outdatedStandby(fleet, policy).length > 0
  const registers =
    launches && policy.dark === undefined && fleet.instances.some(({ balancers }) => balancers.length > 0)
  return [...(launches ? ['Launch'] : []), ...(takesAway ? ['Terminate'] : []), ...(registers ? [REGISTERING] : [])]
}

/** Processes that others have suspended and without which a roll of the group comes to no end; none of what a run only puts back. */
export function suspensionsInTheWay(fleet: Fleet, policy: Policy): readonly string[] {
  const { suspended, memo } = fleet
  const foreign = foreignSuspensions(suspended, memo)
  if (policy.intent !== 'roll' || foreign.length === 0) return []
  return neededProcesses(fleet, policy).filter((process) => foreign.includes(process))
}

const WITHOUT: Readonly<Record<string, string>> = {
  Launch: 'nothing takes the place of what leaves',
  Terminate: 'AWS takes nothing out of service',
  [REGISTERING]: 'what is launched meanwhile is never registered with a load balancer',
}

/** What suspended processes mean to a roll: `Launch (…) is suspended: nothing takes the place of what leaves`. */
export function inTheWayText(fleet: Fleet, processes: readonly string[]): string {
  const effects = processes.flatMap((process) => WITHOUT[process] ?? [])
  return `${withReasons(fleet, processes)} ${processes.length === 1 ? 'is' : 'are'} suspended: ${effects.join(', and ')}`
}

/** A process that the roll needs was suspended meanwhile: it halts before the next instance leaves. */
export function haltOnSuspension({ fleet, policy }: Situation): Action | undefined {
  const processes = suspensionsInTheWay(fleet, policy)
  return processes.length === 0 ? undefined : haltWithout(fleet, processes)
}

/** The end of a roll that needs these processes, which others have suspended. */
export const haltWithout = (fleet: Fleet, processes: readonly string[]): Action => ({
  kind: 'halt',
  reason: inTheWayText(fleet, processes),
  remedy: `What was suspended from outside this run stays so. When it may run again, resume it with \`${resumeCommand(fleet.group, processes)}\`, then start again.`,
})

const RISKS: Readonly<Record<string, string>> = {
  HealthCheck: 'the group does not notice instances that fail while it rolls',
  ReplaceUnhealthy: 'an instance that turns unhealthy while the group rolls gets no successor',
}

/**
 * What a person should know of suspensions that stop no roll: those by which the group no longer looks after its instances,
 * and all that AWS itself has suspended; a sentence each.
 */
export function suspensionNotes(fleet: Fleet, policy: Policy): readonly string[] {
  if (policy.intent !== 'roll' || !isAnythingOutdated(fleet, policy)) return []
  const inTheWay = suspensionsInTheWay(fleet, policy)
  return foreignSuspensions(fleet.suspended, fleet.memo)
    .filter((process) => !inTheWay.includes(process) && (process in RISKS || isSuspendedByAws(fleet, process)))
    .map((process) => {
      const risk = RISKS[process]
      return `${withReasons(fleet, [process])} is suspended, and stays so${risk === undefined ? '' : `: ${risk}`}.`
    })
}

/** Whether AWS keeps more instances than are desired, as it may do of those that a run has named; a sentence, or none. */
export function stayingNotes({ suspended, instances, sizes }: Fleet): readonly string[] {
  const surplus = capacityOf(instances.filter(isCounted)) - sizes.desired
  return suspended.includes('Terminate') && surplus > 0
    ? [
        `Capacity of ${surplus} beyond what is desired stays as long as Terminate is suspended; once it is resumed AWS takes it away.`,
      ]
    : []
}

/**
 * A roll that has let the processes run again in its last steps may find more to do: an instance whose root volume was replaced
 * is back, and still of the old version. Then they are suspended once more before capacity comes or goes.
 */
export function beforeMoreChanges(action: Action, { fleet, memo, state, policy }: Situation): Action {
  const raises = action.kind === 'resize' && (action.sizes.desired ?? 0) > fleet.sizes.desired
  if (state.letRun !== true || policy.intent !== 'roll' || !(raises || action.kind === 'terminate')) return action
  const processes = memo.suspends.filter((process) => !fleet.suspended.includes(process))
  return processes.length === 0
    ? action
    : { kind: 'suspend', processes, reason: 'there is more to replace, and nothing else may change the size meanwhile' }
}
