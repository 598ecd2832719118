import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { keyValues } from '../run-step.ts'
import type { StepResult } from './run-steps.ts'

export interface ShellStep {
  readonly run: string
  readonly shell?: string | undefined
  readonly workspace: string
  readonly variables: Readonly<Record<string, string>>
  /** A folder with programs that are found before all others. */
  readonly programs?: string | undefined
}

/**
 * A `run` step as GitHub's runner starts it: `bash -e`, with `-o pipefail` where the step names bash.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
 */
export function runShell({ run, shell, workspace, variables, programs }: ShellStep): StepResult {
  if (shell !== undefined && shell !== 'bash') throw new Error(`the runner of workflows has no shell ${shell}`)
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  try {
    const [script, output, summary] = ['script.sh', 'output', 'summary'].map((name) => join(folder, name))
    if (script === undefined || output === undefined || summary === undefined) throw new Error('three paths')
    writeFileSync(script, run)
    for (const path of [output, summary]) writeFileSync(path, '')
    const flags = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
    const { status, stdout, stderr } = spawnSync('bash', [...flags, script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        PATH: [...(programs === undefined ? [] : [programs]), process.env['PATH'] ?? ''].join(delimiter),
        HOME: folder,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: workspace,
        ...variables,
      },
    })
    const text = readFileSync(output, 'utf8')
    const simple = [...text.matchAll(/^([\w-]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])
    return {
      exitCode: status,
      log: `${stdout}${stderr}`,
      summary: readFileSync(summary, 'utf8'),
      outputs: { ...(Object.fromEntries(simple) as Record<string, string>), ...keyValues(text) },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
