/** Runs the bundled action in a process of its own, as GitHub's runner does: inputs, file commands, state, post step. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface ActionStep {
  /** The folder that holds action.yml and dist/. */
  readonly root: string
  /** Inputs as in the `with:` of a step; defaults come from action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  /** Variables besides those that every step gets; nothing of this process's own environment is passed on. */
  readonly environment: Readonly<Record<string, string>>
  /** The folder in which the process starts, as the workspace of a job. Default: that of this process. */
  readonly folder?: string
  /** Modules that node loads before the action. */
  readonly preload?: readonly string[]
  /** State saved by an earlier step: with it the action runs as its own post step. */
  readonly state?: Readonly<Record<string, string>>
  /** Called with every line as it comes. */
  readonly onLine?: (line: string) => void
  /** Called once the process runs, with a function that sends it a signal. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

export interface ActionOutcome {
  readonly exitCode: number | null
  /** Both streams, in the order in which they came. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string; readonly post: string }
}

export async function runStep(step: ActionStep): Promise<ActionOutcome> {
  const manifest = parse(await readFile(join(step.root, 'action.yml'), 'utf8')) as Manifest
  const folder = await mkdtemp(join(tmpdir(), 'action-'))
  try {
    const files = await commandFiles(folder)
    const entry = step.state === undefined ? manifest.runs.main : manifest.runs.post
    const { exitCode, log } = await run(step, join(step.root, entry), {
      ...inputVariables(manifest, step.inputs),
      ...Object.fromEntries(Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
      ...files,
      ...step.environment,
    })
    return {
      exitCode,
      log,
      outputs: keyValues(await readFile(files.GITHUB_OUTPUT, 'utf8')),
      state: keyValues(await readFile(files.GITHUB_STATE, 'utf8')),
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function commandFiles(folder: string) {
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  return files
}

/** GitHub sets every declared input, empty where neither the step nor action.yml gives a value. */
function inputVariables(manifest: Manifest, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in manifest.inputs))
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, declared]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? String(declared.default ?? ''),
    ]),
  )
}

function run(
  { preload = [], onLine, onStart, folder }: ActionStep,
  entry: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ exitCode: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...preload.flatMap((module) => ['--import', module]), entry], {
      env: variables,
      ...(folder !== undefined && { cwd: folder }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    let unfinished = ''
    const take = (chunk: string): void => {
      log += chunk
      const lines = (unfinished + chunk).split('\n')
      unfinished = lines.pop() ?? ''
      for (const line of lines) onLine?.(line)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, log }))
    child.on('spawn', () => onStart?.((signal) => child.kill(signal)))
  })
}

/** The form of GITHUB_OUTPUT and GITHUB_STATE: `name<<delimiter`, lines of the value, the delimiter. The last one wins. */
export function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[index] ?? '') ?? []
    if (name === undefined || delimiter === undefined) continue
    const end = lines.indexOf(delimiter, index + 1)
    values[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return values
}
