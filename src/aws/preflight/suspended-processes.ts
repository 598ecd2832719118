import { isLeaseLive } from '../../domain/rollout/lease.ts'
import { noteOf, type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { isSuspendedByAws, resumeCommand } from '../../domain/rollout/suspension-text.ts'
import { inTheWayText, suspensionNotes, suspensionsInTheWay } from '../../domain/rollout/suspensions.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { PlannedGroup, PreflightQuestion } from './check.ts'
import { lastLaunchFailure } from './launch-failure.ts'

/**
 * The groups that cannot be rolled as long as some processes are suspended, each with the command that resumes them; where
 * AWS itself has suspended them, with why the last launch failed. Of other suspensions it is told what they mean.
 */
export async function suspendedProcesses({
  connection,
  planned,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const found = await mapConcurrently(planned, async ({ fleet, policy }) => [
    ...(await obstacle(connection, { fleet, policy })),
    ...suspensionNotes(fleet, policy).map((note) => noteOf(fleet.group, note)),
  ])
  return found.flat()
}

/** A group on which another run is at work is refused for that alone. */
async function obstacle(connection: Connection, { fleet, policy }: PlannedGroup): Promise<readonly PreflightFinding[]> {
  const { group, memo, at } = fleet
  const processes = suspensionsInTheWay(fleet, policy)
  if (processes.length === 0 || (memo !== undefined && isLeaseLive(memo, policy.run, at))) return []
  const byAws = processes.some((process) => isSuspendedByAws(fleet, process))
  const cause = byAws ? await lastLaunchFailure(connection, group) : undefined
  const why = byAws
    ? `. AWS does so itself after a day in which no launch succeeded${cause === undefined ? '' : `; the last one failed with "${cause}"`}`
    : ''
  const resume = `${byAws ? 'Mend the cause, then resume' : 'Resume'} with \`${resumeCommand(group, processes)}\`.`
  const restore =
    memo === undefined ? '' : ' What an earlier run has left is put back by `mode: restore`, which needs none of them.'
  return [refusalOf(group, `${inTheWayText(fleet, processes)}${why}`, `${resume}${restore}`)]
}
