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
export async function main(world: Platform): Promise<void> {
  const { runner } = world
  const id = runIdOf(world)
  const { asked, results, collector } = await withReport(world, async (story) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    for (const message of inputs.warnings) story.report({ kind: 'warning', message })
    story.report({ kind: 'phase', title: 'Credentials' })
    const connections = await connectRegions(world, inputs, story)
    const run = { ...runContext(world, story, { id, connections }), ...savePostState(runner, id) }
    story.results = await dispatch(run, inputs)
    const { bastion } = story.collector
    const ends = [...story.results, ...(bastion ? [bastion] : [])]
    if (ends.every(({ status }) => status !== 'unfinished')) clearPostState(runner)
  })
  const { audit, bastion } = collector
  if (audit !== undefined) writeAuditOutputs(runner, asked, audit)
  else if (bastion !== undefined && results.length === 0) writeBastionOutputs(runner, asked, bastion)
  else writeOutputs(runner, asked, results)
}

/**
 * The post step: puts back at once whatever the main step of this run has left changed. Nothing is said where nothing
 * was begun.
 */
export async function post(world: Platform): Promise<void> {
  const { runner } = world
  const id = savedRunId(runner)
  if (id === '') return
  await withReport(world, async (story) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    const connections = await connectRegions(world, inputs, story)
    story.report({ kind: 'phase', title: 'Put back what is left' })
    const run = { ...runContext(world, story, { id, connections }), touching: () => {}, touchingBastion: () => {} }
    story.results = await postRestore(run, inputs, runner)
  })
}
