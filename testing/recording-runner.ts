import { UserError } from '../src/errors.ts'
import { outputNames } from '../src/report/results/outputs.ts'
import type { Environment, Level, Runner, WorkflowContext } from '../src/platform/runner.ts'

/** What a step has said to its runner, and left with it. */
export interface Recording {
  /** The step ends red; the reason is an annotation of the level `error`. */
  readonly failed: boolean
  /** The log without annotations; a line `[group] title` opens a group. */
  readonly lines: readonly string[]
  /** Warnings and errors. */
  readonly annotations: readonly { readonly level: Level; readonly title: string; readonly message: string }[]
  /** Messages of notices: one of a step that did not fail. */
  readonly notices: readonly string[]
  /** Markdown. */
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** Kept for the post step. */
  readonly state: Readonly<Record<string, string>>
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>
  /** What the step has had masked, its OIDC tokens among it. */
  readonly secrets: readonly string[]
  /** Audiences for which the step has asked OIDC tokens, in order. */
  readonly audiences: readonly string[]
}

/** All that a runner says of the workflow run. */
export type RunnerFacts = Environment & WorkflowContext

/** What a step in memory is given. */
export interface RunnerSetup {
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Partial<RunnerFacts>
  readonly state?: Readonly<Record<string, string>>
  /** What lies in the workspace, text by path. Default: some file that means nothing. */
  readonly workspace?: Readonly<Record<string, string>>
  /** Gives the tokens; without it the job has no `id-token: write`. */
  readonly idToken?: (audience: string) => string
}

/** What the runner's environment says where a test says nothing of it. */
export const testEnvironment: RunnerFacts = {
  runId: '4711',
  runAttempt: '1',
  repository: 'octo/fleet',
  serverUrl: 'https://github.example',
  workflow: 'Patch',
  actor: 'octocat',
  triggeringActor: 'octocat',
  ref: 'refs/heads/main',
  sha: '0123456789abcdef0123456789abcdef01234567',
  defaultBranch: 'main',
  awsRegion: 'eu-central-1',
  proxy: { http: '', https: '', none: '' },
  isHosted: true,
}

/**
 * A runner in memory. It refuses what would go wrong, or unseen, on a real one: unknown outputs, groups that nest or
 * do not match, empty messages, state with an empty name, and any text that shows a masked secret.
 */
export function recordingRunner(setup: RunnerSetup = {}): Runner & { readonly recorded: Recording } {
  const recorded = {
    outputs: {} as Record<string, string>,
    lines: [] as string[],
    annotations: [] as { level: Level; message: string; title: string }[],
    notices: [] as string[],
    secrets: [] as string[],
    audiences: [] as string[],
    state: {} as Record<string, string>,
    summary: '',
    files: {} as Record<string, string>,
    failed: false,
  }
  const environment = { ...testEnvironment, ...setup.environment }
  let groupOpen = false
  const shown = (text: string): string => {
    const secret = recorded.secrets.find((one) => text.includes(one))
    if (secret !== undefined) throw new Error(`a masked secret would be shown in: ${text.slice(0, 80)}`)
    return text
  }
  const said = (text: string): string => {
    if (text.trim() === '') throw new Error('an empty message says nothing')
    return shown(text)
  }
  return {
    recorded,
    environment,
    workflowContext: () => environment,
    input: (name) => (setup.inputs?.[name] ?? '').trim(),
    passedInputs: () => Object.keys(setup.inputs ?? {}),
    setOutput: (name, value) => {
      if (!(outputNames as readonly string[]).includes(name)) throw new Error(`action.yml has no output ${name}`)
      if (name in recorded.outputs) throw new Error(`the output ${name} was set before`)
      recorded.outputs[name] = shown(value)
    },
    mask: (secret) => {
      if (secret !== '') recorded.secrets.push(secret)
    },
    idToken: async (audience) => {
      if (audience === '') throw new Error('an audience must not be empty')
      if (setup.idToken === undefined) throw new UserError({ what: 'The job may not ask GitHub for an OIDC token.' })
      recorded.audiences.push(audience)
      const token = setup.idToken(audience)
      recorded.secrets.push(token)
      return token
    },
    info: (message) => void recorded.lines.push(shown(message)),
    startGroup: (title) => {
      if (groupOpen) throw new Error(`the group ${title} would be inside another: GitHub does not nest them`)
      groupOpen = true
      recorded.lines.push(`[group] ${said(title)}`)
    },
    endGroup: () => {
      if (!groupOpen) throw new Error('no group is open')
      groupOpen = false
    },
    annotation: (level, message, title) =>
      void (level === 'notice'
        ? recorded.notices.push(said(message))
        : recorded.annotations.push({ level, message: said(message), title: said(title) })),
    writeSummary: async (markdown) => {
      recorded.summary = shown(markdown)
    },
    writeFile: async (path, text) => {
      recorded.files[path] = shown(text)
    },
    readFile: async (path) => setup.workspace?.[path],
    isWorkspaceEmpty: async () => setup.workspace !== undefined && Object.keys(setup.workspace).length === 0,
    saveState: (name, value) => {
      recorded.state[said(name)] = shown(value)
    },
    getState: (name) => setup.state?.[name] ?? '',
    setFailed: (message, title) => {
      recorded.annotations.push({ level: 'error', message: said(message), title: said(title) })
      recorded.failed = true
    },
  }
}
