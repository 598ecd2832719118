import { execFileSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { StepResult } from './run-steps.ts'
import type { WorkflowRun } from './run-workflow.ts'

const DONE: StepResult = { exitCode: 0, log: '', summary: '', outputs: {} }

/** What actions/checkout gives: this repository, a branch of the caller's where there is a repository of it, or its plain files. */
export function checkOut(
  { root, checkout, server }: WorkflowRun,
  { repository = '', ref = '', path = '' }: Readonly<Record<string, string>>,
  workspace: string,
): StepResult {
  const folder = join(workspace, path)
  if (repository === 'fleet-patch/fleet-patch') symlinkSync(root, folder)
  else if (repository !== '') throw new Error(`the runner of workflows has no repository ${repository}`)
  else if (path !== '') execFileSync('git', ['clone', '-q', '--branch', ref, `${server}/example/fleet`, folder])
  else if (checkout !== undefined) cpSync(checkout, folder, { recursive: true })
  return DONE
}
