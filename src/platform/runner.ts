import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import * as core from '@actions/core'
import { context } from '@actions/github'

import { UserError } from '../errors.ts'
import { logText } from '../text/escape.ts'

export type Level = 'notice' | 'warning' | 'error'

/** What the runner's environment says of the run; texts are empty where the variable is not set. */
export interface Environment {
  /** Digits; names the workflow run, over all its attempts. */
  readonly runId: string
  /** Digits, from 1. */
  readonly runAttempt: string
  /** `owner/name`. */
  readonly repository: string
  /** `https://github.com`, or the address of a GitHub Enterprise server. */
  readonly serverUrl: string
  readonly workflow: string
  readonly actor: string
  /** `AWS_REGION`, else `AWS_DEFAULT_REGION`. */
  readonly awsRegion: string
}

/** Everything that the action wants of the machine it runs on; nothing else touches @actions/core. */
export interface Runner {
  readonly environment: Environment
  /** The input's text without white space around it; empty where it is not given. */
  input(name: string): string
  setOutput(name: string, value: string): void
  /** Hides a text in everything that is logged from here on. An empty text is ignored: it would mask nothing. */
  mask(secret: string): void
  /** A new OIDC token of the job for this audience, already masked. UserError where the job may not ask for one. */
  idToken(audience: string): Promise<string>
  /** Lines for the log; what looks like a workflow command is shown, not obeyed. */
  info(message: string): void
  startGroup(title: string): void
  endGroup(): void
  annotation(level: Level, message: string, title: string): void
  /** Replaces the step's summary; where the runner offers none, nothing happens. Never throws. */
  writeSummary(markdown: string): Promise<void>
  /** Writes a file, with the folders to it; a relative path starts at the workspace. UserError where it cannot be written. */
  writeFile(path: string, text: string): Promise<void>
  /** Kept from the main step for the post step. */
  saveState(name: string, value: string): void
  getState(name: string): string
  /** One error annotation, and the step ends red. */
  setFailed(message: string, title: string): void
}

/** The real runner, by way of @actions/core and the environment. */
export function githubRunner(): Runner {
  const variables = process.env
  return {
    environment: environmentOf(variables),
    input: (name) => core.getInput(name),
    setOutput: (name, value) => core.setOutput(name, value),
    mask: (secret) => {
      if (secret !== '') core.setSecret(secret)
    },
    idToken: async (audience) => {
      if (!variables['ACTIONS_ID_TOKEN_REQUEST_URL'] || !variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) throw noIdToken()
      const token = await core.getIDToken(audience)
      core.setSecret(token)
      return token
    },
    info: (message) =>
      core.info(
        message
          .split(/\r\n|[\r\n]/)
          .map(logText)
          .join('\n'),
      ),
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    annotation: (level, message, title) => core[level](message, { title }),
    writeSummary: async (markdown) => {
      if (!variables['GITHUB_STEP_SUMMARY']) return
      try {
        await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true })
      } catch (error) {
        core.warning(`The job summary could not be written: ${String(error)}`, { title: 'Fleet Patch' })
      }
    },
    writeFile: async (path, text) => {
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, text)
      } catch (error) {
        throw new UserError({
          what: `The file ${path} could not be written.`,
          why: error instanceof Error ? `${error.message}.` : String(error),
          remedy: 'Give `report-path` a path inside the workspace that the job may write to.',
          cause: error,
        })
      }
    },
    saveState: (name, value) => core.saveState(name, value),
    getState: (name) => core.getState(name),
    setFailed: (message, title) => {
      core.error(message, { title })
      process.exitCode = 1
    },
  }
}

function environmentOf(variables: NodeJS.ProcessEnv): Environment {
  const { runId, runAttempt, serverUrl, workflow, actor } = context
  return {
    runId: numeral(runId),
    runAttempt: numeral(runAttempt),
    repository: variables['GITHUB_REPOSITORY'] ?? '',
    serverUrl,
    workflow: workflow ?? '',
    actor: actor ?? '',
    awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
  }
}

/** Outside of a workflow run the context has no numbers, whatever its types say. */
const numeral = (value: number): string => (Number.isNaN(value) ? '' : String(value))

function noIdToken(): UserError {
  return new UserError({
    what: 'The job may not ask GitHub for an OIDC token, which `role-to-assume` needs.',
    why: 'GitHub gave the step no address to ask at; runs for pull requests from forks never get one.',
    remedy:
      'Add `permissions: { id-token: write, contents: read }` to the job, or leave `role-to-assume` out and bring credentials.',
  })
}
