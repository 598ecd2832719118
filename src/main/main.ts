/** The story of a run in one page: inputs, credentials, mode, report. */
import { readInputs } from '../inputs/inputs.ts'
import { bequeathing, bequeathNothing, testatorOf } from './post-state.ts'
import { enter } from './connect-regions.ts'
import { inMode } from './dispatch.ts'
import { narrate } from './report-run.ts'
import { outfit } from './run-context.ts'
import { putBack } from './post-restore.ts'
import { runIdOf } from './run-id.ts'
import type { World } from './platform.ts'
import { writeAuditOutputs, writeBastionOutputs, writeOutputs } from '../report/results/outputs.ts'

export type { World } from './platform.ts'

/** The main step. Never throws: what goes wrong is told, and the step ends red. */
export async function main(world: World): Promise<void> {
  const { runner } = world
  const id = runIdOf(world)
  const { asked, results, collector } = await narrate(world, async (story) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    for (const message of inputs.warnings) story.report({ kind: 'warning', message })
    story.report({ kind: 'phase', title: 'Credentials' })
    const connections = await enter(world, inputs, story)
    const run = { ...outfit(world, story, { id, connections }), ...bequeathing(runner, id) }
    story.results = await inMode(run, inputs)
    const { bastion } = story.collector
    const ends = [...story.results, ...(bastion ? [bastion] : [])]
    if (ends.every(({ status }) => status !== 'unfinished')) bequeathNothing(runner)
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
export async function post(world: World): Promise<void> {
  const { runner } = world
  const id = testatorOf(runner)
  if (id === '') return
  await narrate(world, async (story) => {
    const inputs = readInputs((name) => runner.input(name), runner.environment)
    const connections = await enter(world, inputs, story)
    story.report({ kind: 'phase', title: 'Put back what is left' })
    const run = { ...outfit(world, story, { id, connections }), touching: () => {}, touchingBastion: () => {} }
    story.results = await putBack(run, inputs, runner)
  })
}
