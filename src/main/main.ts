/** A run from beginning to end: inputs, credentials, mode, report. */
import { readInputs } from '../inputs/inputs.ts'
import { writeOutputs } from '../report/render/write-outputs.ts'
import { connectRegions } from './connect-regions.ts'
import { dispatch } from './dispatch.ts'
import type { Platform } from './platform.ts'
import { postRestore } from './post-restore.ts'
import { clearPostState, isSettled, savedRunId, savePostState } from './post-state.ts'
import { withReport } from './report-run.ts'
import { runContext } from './run-context.ts'
import { runIdOf } from './run-id.ts'

export type { Platform } from './platform.ts'

/** The main step. Never throws: a failure is reported, and the step ends red. */
export async function main(platform: Platform): Promise<void> {
  const { runner } = platform
  const id = runIdOf(platform)
  const { runRequest, result } = await withReport(platform, async (record) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    for (const message of inputs.warnings) record.report({ kind: 'warning', message })
    record.report({ kind: 'phase', title: 'Credentials' })
    const connections = await connectRegions(platform, inputs, record)
    const run = { ...runContext(platform, record, { id, connections }), ...savePostState(runner, id) }
    const result = await dispatch(run, inputs)
    if (isSettled(result)) clearPostState(runner)
    return result
  })
  writeOutputs(runner, runRequest, result)
}

/**
 * The post step: puts back at once what the main step of this run has left changed. Where the main step began nothing,
 * it logs nothing.
 */
export async function post(platform: Platform): Promise<void> {
  const { runner } = platform
  const id = savedRunId(runner)
  if (id === '') return
  await withReport(platform, async (record) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    const connections = await connectRegions(platform, inputs, record)
    record.report({ kind: 'phase', title: 'Put back what is left' })
    const run = { ...runContext(platform, record, { id, connections }), touching: () => {}, touchingBastion: () => {} }
    return await postRestore(run, inputs, runner)
  })
}
