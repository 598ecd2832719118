import { UserError } from '../errors.ts'
import { besideBastion, PartialResult, restoredResult } from '../report/partial-result.ts'
import type { Run } from '../modes/run.ts'
import type { RestoredGroups } from '../modes/restore.ts'
import type { BastionResult, RunResult } from '../report/events.ts'
import { type Connections, connectRegions } from './connect-regions.ts'
import type { Platform } from './platform.ts'
import type { RunRecord } from './report-run.ts'
import { type SavedRun, whatMayBeLeft } from './saved-run.ts'

/**
 * Connects the post step to where the main step has worked. UserError that says what may be left where that cannot be
 * had, or where the credentials lead to another account by now.
 */
export async function connectAgain(platform: Platform, saved: SavedRun, record: RunRecord): Promise<Connections> {
  const { account, region, given, inputs } = saved
  record.runRequest = { mode: inputs.mode, inputs: given, account, region, dryRun: false }
  // What is left changed is worse than a post step that waits: it does so for as long as the run may take.
  const patient = { ...inputs, allowedAccountIds: [], patienceSeconds: inputs.timeoutSeconds }
  const connections = await connectRegions(platform, patient, record).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error
    const remedy = [error.remedy, whatMayBeLeft(saved), RESTORE].filter((part) => part !== undefined).join(' ')
    throw new UserError({
      what: error.what,
      ...(error.why !== undefined && { why: error.why }),
      remedy,
      cause: error.cause,
    })
  })
  const [{ account: now }] = connections
  if (now.id === account) return connections
  throw new UserError({
    what: `The credentials of the post step belong to the account ${now.id}, but the run has worked in the account ${account}.`,
    why: `They are those of ${now.arn}. ${whatMayBeLeft(saved)}`,
    remedy: `Nothing was put back. Keep the credentials of the job as they are until its end. ${RESTORE}`,
  })
}

const RESTORE = 'Run `mode: restore` there.'

/**
 * Puts back what the main step of this run has left. Bastion and groups are put back side by side: where one fails, the
 * other is put back all the same.
 */
export async function postRestore(
  run: Run,
  { groups: names, bastion: found, inputs, memos }: SavedRun,
): Promise<RunResult> {
  const restoreBastion = async (): Promise<BastionResult | undefined> => {
    if (found === undefined) return undefined
    const { undoBastion } = await import('../modes/redeploy-bastion.ts')
    return await undoBastion(run, inputs, found)
  }
  const restoreGroups = async (): Promise<RestoredGroups> => {
    if (names.length === 0) return { groups: [], traffic: [] }
    const { restoreAll } = await import('../modes/restore.ts')
    return await restoreAll(run, { groups: names, inputs, whose: 'own', savedMemos: memos })
  }
  const [groups, bastion] = await Promise.allSettled([restoreGroups(), restoreBastion()])
  if (groups.status === 'fulfilled') {
    const { groups: restored, traffic } = groups.value
    if (bastion.status === 'fulfilled') return restoredResult(bastion.value, restored, traffic)
    throw new PartialResult(restoredResult(undefined, restored, traffic), bastion.reason)
  }
  if (bastion.status === 'fulfilled')
    throw bastion.value === undefined ? groups.reason : besideBastion(bastion.value, groups.reason)
  // One of the two ends the step; the other must be told all the same.
  run.report({ kind: 'warning', message: `The bastion was not put back either. ${String(bastion.reason)}` })
  throw groups.reason
}
