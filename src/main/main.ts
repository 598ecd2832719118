/** A run from beginning to end: inputs, credentials, mode, report. */
import { readInputs } from '../inputs/inputs.ts'
import type { Runner } from '../platform/runner.ts'
import type { RunResult } from '../report/events.ts'
import { recordLines, recordOutput } from '../report/results/change-record.ts'
import { announcePost, announcer } from './announce.ts'
import { changeTrail, type ChangeTrail } from './change-trail.ts'
import { connectRegions } from './connect-regions.ts'
import { dispatch } from './dispatch.ts'
import { governedStep } from './governed.ts'
import type { Platform } from './platform.ts'
import { connectAgain, postRestore } from './post-restore.ts'
import { clearPostState, isSettled, POST_STATE, savePostState, scopeOf } from './post-state.ts'
import { presentation, tellSuccess, withReport } from './report-run.ts'
import { saveOrFail, warnOnce } from './runner-refusals.ts'
import { saveMemos } from './saved-memos.ts'
import { htmlReport } from './html-report.ts'
import { runContext } from './run-context.ts'
import { runIdOf } from './run-id.ts'
import { hasSavedRun, readSavedRun } from './saved-run.ts'
import { endLeftTrail, postEnding } from './post-trail.ts'
import { savedTrail } from './saved-trail.ts'
import { beginPlan, openedPlan, writePlanOutputs } from './plans.ts'
import type { WrittenPlan } from './write-plan.ts'

export type { Platform } from './platform.ts'

/**
 * The step that is asked for. GitHub starts a file of its own after the job, which says that it is the post step; a main step
 * leaves a mark as well, for what starts the same file twice. A runner that does not take the mark has that file.
 */
export async function mainOrPost(platform: Platform): Promise<void> {
  const { runner } = platform
  if (runner.getState('step') !== '') return await post(platform)
  warnOnce(() => {})(() => runner.saveState('step', 'main'))
  await main(platform)
}

/** The main step. Never throws: a failure is reported, and the step ends red. */
export async function main(platform: Platform): Promise<RunResult> {
  const id = runIdOf(platform)
  let written: WrittenPlan | undefined
  const {
    runRequest,
    result,
    record: changes,
    notice,
  } = await withReport(
    platform,
    async (record) => {
      const now = (): number => (record.connected[0]?.clock ?? platform.clock).now() / 1000
      const trailOf = (runner: Runner, plan?: string): ChangeTrail | undefined =>
        changeTrail(runner, { id, report: record.report, now, signal: platform.signal, plan })
      let trail = trailOf(platform.runner)
      record.ending = trail?.end
      maskSecrets(platform.runner)
      const opened = await openedPlan(platform, record)
      if (opened !== undefined) {
        trail = trailOf(opened.runner, opened.plan.id)
        record.ending = trail?.end
      }
      const step = await governedStep({ ...platform, ...(opened && { runner: opened.runner }) }, record, opened?.plan)
      const { runner } = step
      const read = readInputs(runner, runner.environment, step.selectors)
      const inputs = opened?.inputsOf(read) ?? read
      for (const message of inputs.warnings) record.report({ kind: 'warning', message })
      for (const message of inputs.notes) record.report({ kind: 'info', message })
      const announced = await announcer(platform, inputs, record)
      record.ending = async (end) => {
        const changes = await trail?.end(end)
        await announced.end(end)
        return changes
      }
      const file = step.begin(inputs)
      if (file !== undefined) return file
      record.report({ kind: 'phase', title: 'Credentials' })
      const credentials = { ...inputs.credentials, workflow: step.workflow }
      const connections = await connectRegions(platform, { ...inputs, credentials }, record)
      const [connected] = connections
      opened?.confirm(connected)
      const governance = step.confirm(inputs, connected)
      trail?.govern(governance)
      await announced.connect({ connection: connected, governance })
      const { account, region } = connected
      const scope = scopeOf(runner, { mode: inputs.mode, account: account.id, region })
      trail?.deliver({
        connection: connected,
        sinks: inputs.auditSinks,
        scope,
        session: inputs.credentials.sessionName,
      })
      const saving = warnOnce(record.report)
      const writing = inputs.plan && (await beginPlan(inputs.plan))
      const run = {
        ...runContext(platform, record, { id, connections }),
        governance,
        plan: opened?.task ?? writing?.task,
        ...(trail && { selected: trail.selected }),
        beginning: async (groups: readonly string[]) => {
          await trail?.beginning?.(groups)
          await announced.begin(groups)
        },
        ...saveMemos(runner, saving),
        ...savePostState(runner, { id, scope }),
      }
      await opened?.refuseGone(run, read)
      const result = await dispatch(run, inputs)
      written = await writing?.end({ platform, record, step, inputs, connected }, result)
      if (isSettled(result)) saving(() => clearPostState(runner))
      return result
    },
    htmlReport(platform.runner),
  )
  const { writeOutputs } = await presentation()
  const isSaved = saveOrFail(platform.runner, () => {
    writeOutputs(platform.runner, runRequest, result)
    if (changes !== undefined) platform.runner.setOutput('audit', recordOutput(recordLines(changes)))
    if (written !== undefined) writePlanOutputs(platform.runner, written)
  })
  if (isSaved) tellSuccess(platform.runner, notice)
  return result
}

/**
 * The post step: puts back at once what the main step of this run has left changed, where the main step has worked,
 * whatever its own inputs and environment say. Where the main step began nothing, it logs nothing.
 */
export async function post(platform: Platform): Promise<void> {
  const { runner } = platform
  if (!hasSavedRun(runner)) {
    await endLeftTrail(platform)
    warnAll(runner, await leftDeployment(platform, { kind: 'groups', groups: [] }))
    return
  }
  const trail = savedTrail(runner)
  const { result, notice } = await withReport(platform, async (record) => {
    maskSecrets(runner)
    const changes = trail && postEnding(runner, record, trail)
    record.ending = async (end) => {
      const written = await changes?.(end)
      await announcePost(platform, record, end)
      return written
    }
    const saved = readSavedRun(runner)
    const connections = await connectAgain(platform, saved, record)
    record.report({ kind: 'phase', title: 'Put back what is left' })
    const run = {
      ...runContext(platform, record, { id: saved.id, connections }),
      touching: () => {},
      savingMemo: () => {},
      touchingBastion: () => {},
    }
    return await postRestore(run, saved)
  })
  tellSuccess(runner, notice)
  warnAll(runner, await leftDeployment(platform, result))
}

/** Whoever has one of these may write, whatever else is wrong with the inputs. */
function maskSecrets(runner: Pick<Runner, 'input' | 'mask'>): void {
  runner.mask(runner.input('github-token'))
  for (const address of runner.input('notify-webhook').split(/\s+/)) runner.mask(address)
}

/** Ends the deployment that the main step could not end. */
async function leftDeployment(platform: Platform, result: RunResult): Promise<readonly string[]> {
  if (platform.runner.getState(POST_STATE.deployment) === '') return []
  const { endDeployment } = await import('./github-run.ts')
  return await endDeployment(platform, isSettled(result))
}

const warnAll = (runner: Pick<Runner, 'annotation'>, messages: readonly string[]): void =>
  messages.forEach((message) => runner.annotation('warning', message, 'Fleet Patch'))
