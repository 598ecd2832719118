import type { ProxyVariables } from './proxy-rules.ts'

/** The level of an annotation, as GitHub names it. */
export type Level = 'notice' | 'warning' | 'error'

/** What the runner's environment says of the run; texts are empty where the variable is not set. */
export interface Environment {
  /** Digits; names the workflow run, over all its attempts. */
  readonly runId: string
  /** Digits, from 1. */
  readonly runAttempt: string
  /** `AWS_REGION`, else `AWS_DEFAULT_REGION`. */
  readonly awsRegion: string
  /** The proxies that requests go through. */
  readonly proxy: ProxyVariables
  /** Whether GitHub provides the machine, whose jobs end after six hours. */
  readonly isHosted: boolean
  /** A person's terminal, which has no OIDC token: its own credentials are those of the role. */
  readonly isTerminal?: true
}

/** Where on GitHub the run belongs; texts are empty where the variable is not set. */
export interface WorkflowContext {
  /** `owner/name`. */
  readonly repository: string
  /** `https://github.com`, or the address of a GitHub Enterprise server. */
  readonly serverUrl: string
  readonly workflow: string
  /** The login of the account that has started the run. */
  readonly actor: string
  /** The login of the account that has started this attempt of it. */
  readonly triggeringActor: string
  /** `refs/heads/main` */
  readonly ref: string
  /** The commit that runs. */
  readonly sha: string
  /** The name of the repository's default branch; empty where the event does not say it. */
  readonly defaultBranch: string
  /** The pull request that the run is for; undefined for any other event. */
  readonly pullRequest?: PullRequest | undefined
}

/** A pull request, and whether it comes from another repository: such a run has a token that may only read. */
export interface PullRequest {
  readonly number: number
  readonly isFork: boolean
}

/** Everything that a run needs of what started it. GitHub's runner is one; a terminal can be another. */
export interface Runner {
  readonly environment: Environment
  workflowContext(): WorkflowContext
  /** The input's text without white space around it; empty where it is not given. */
  input(name: string): string
  /**
   * The names of the inputs that were passed, in lower case: known or not, with a text or empty. GitHub passes the
   * default of action.yml where the workflow names an input that has one not at all.
   */
  passedInputs(): readonly string[]
  /** UserError where the runner does not take it. */
  setOutput(name: string, value: string): void
  /** Hides a text in everything that is logged from here on. An empty text is ignored: it would mask nothing. */
  mask(secret: string): void
  /**
   * Asks once for a new OIDC token of the job for this audience; it is masked already. UserError where the job may not ask
   * for one; any other error tells of a failure that passes.
   */
  idToken(audience: string, signal?: AbortSignal): Promise<string>
  /** Lines for the log; what looks like a workflow command is shown, not obeyed. */
  info(message: string): void
  /** The same for a line that the next one of its kind may take the place of; without it, it is a line as any other. */
  progress?(message: string): void
  startGroup(title: string): void
  endGroup(): void
  annotation(level: Level, message: string, title: string): void
  /** Replaces the step's summary; where the runner offers none, nothing happens. Never throws. */
  writeSummary(markdown: string): Promise<void>
  /** Writes a file, with the folders to it; a relative path starts at the workspace. UserError where it cannot be written. */
  writeFile(path: string, text: string): Promise<void>
  /** The text of a file; a relative path starts at the workspace. Undefined where there is none; UserError where it cannot be read. */
  readFile(path: string): Promise<string | undefined>
  /** Whether the job has a workspace, and nothing in it, as without a checkout. */
  isWorkspaceEmpty(): Promise<boolean>
  /** Kept from the main step for the post step. UserError where the runner does not take it. */
  saveState(name: string, value: string): void
  getState(name: string): string
  /** One error annotation, and the step ends red. */
  setFailed(message: string, title: string): void
}
