/** The story of a run in one page: inputs, credentials, mode, report. */
import { readInputs } from '../inputs/inputs.ts'
import { savePostState, clearPostState, savedRunId } from './post-state.ts'
import { connectRegions } from './connect-regions.ts'
import { dispatch } from './dispatch.ts'
import { withReport } from './report-run.ts'
import { runContext } from './run-context.ts'
import { postRestore } from './post-restore.ts'
import { runIdOf } from './run-id.ts'
import type { Platform } from './platform.ts'
import { writeAuditOutputs, writeBastionOutputs, writeOutputs } from '../report/results/outputs.ts'

export type { Platform } from './platform.ts'

/** The main step. Never throws: what goes wrong is told, and the step ends red. */
export async function main(platform: Platform): Promise<void> {
  const { runner } = platform
  const id = runIdOf(platform)
  const { runRequest, results, collector } = await withReport(platform, async (record) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    for (const message of inputs.warnings) record.report({ kind: 'warning', message })
    record.report({ kind: 'phase', title: 'Credentials' })
    const connections = await connectRegions(platform, inputs, record)
    const run = { ...runContext(platform, record, { id, connections }), ...savePostState(runner, id) }
    record.results = await dispatch(run, inputs)
    const { bastion } = record.collector
    const ends = [...record.results, ...(bastion ? [bastion] : [])]
    if (ends.every(({ status }) => status !== 'unfinished')) clearPostState(runner)
  })
  const { audit, bastion } = collector
  if (audit !== undefined) writeAuditOutputs(runner, runRequest, audit)
  else if (bastion !== undefined && results.length === 0) writeBastionOutputs(runner, runRequest, bastion)
  else writeOutputs(runner, runRequest, results)
}

/**
 * The post step: puts back at once whatever the main step of this run has left changed. Nothing is said where nothing
 * was begun.
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
    record.results = await postRestore(run, inputs, runner)
  })
}
