import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import * as core from '@actions/core'

import { UserError } from '../errors.ts'
import { logText } from '../text/escape.ts'
import { withFullStop } from '../text/sentence.ts'
import { eventFacts } from './github-event.ts'
import { requestIdToken } from './id-token.ts'
import { isMissing } from './missing-file.ts'
import { proxyVariables } from './proxy-rules.ts'
import type { Runner } from './runner.ts'
import { stateParts, wholeState } from './state-parts.ts'

/** The real runner, by way of @actions/core and the environment. */
export function githubRunner(): Runner {
  const variables = process.env
  return {
    environment: {
      runId: digits(variables['GITHUB_RUN_ID']),
      runAttempt: digits(variables['GITHUB_RUN_ATTEMPT']),
      awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
      proxy: proxyVariables(variables),
      isHosted: variables['RUNNER_ENVIRONMENT'] === 'github-hosted',
    },
    workflowContext: () => ({
      repository: variables['GITHUB_REPOSITORY'] ?? '',
      serverUrl: variables['GITHUB_SERVER_URL'] || 'https://github.com',
      workflow: variables['GITHUB_WORKFLOW'] ?? '',
      actor: variables['GITHUB_ACTOR'] ?? '',
      triggeringActor: variables['GITHUB_TRIGGERING_ACTOR'] ?? '',
      ref: variables['GITHUB_REF'] ?? '',
      sha: variables['GITHUB_SHA'] ?? '',
      ...eventFacts({
        name: variables['GITHUB_EVENT_NAME'] ?? '',
        ref: variables['GITHUB_REF'] ?? '',
        payload: payloadOf(variables['GITHUB_EVENT_PATH'] ?? ''),
      }),
    }),
    input: (name) => core.getInput(name),
    passedInputs: () =>
      Object.keys(variables).flatMap((name) => (/^INPUT_./i.test(name) ? name.slice(6).toLowerCase() : [])),
    setOutput: (name, value) => writeCommand('GITHUB_OUTPUT', { name, write: () => core.setOutput(name, value) }),
    mask: (secret) => {
      if (secret !== '') core.setSecret(secret)
    },
    idToken: async (audience, signal) => {
      const token = await requestIdToken(
        {
          address: variables['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
          bearer: variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
          proxy: proxyVariables(variables),
        },
        { audience, signal },
      )
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
        const at = resolve(variables['GITHUB_WORKSPACE'] || '.', path)
        await mkdir(dirname(at), { recursive: true })
        await writeFile(at, text)
      } catch (error) {
        throw new UserError({
          what: `The file ${path} could not be written.`,
          why: error instanceof Error ? `${error.message}.` : String(error),
          remedy: 'Give a path inside the workspace that the job may write to.',
          cause: error,
        })
      }
    },
    readFile: async (path) => {
      try {
        return await readFile(resolve(variables['GITHUB_WORKSPACE'] || '.', path), 'utf8')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw new UserError({
          what: `The file ${path} could not be read.`,
          why: error instanceof Error ? withFullStop(error.message) : String(error),
          remedy: 'Check that it is a file that the job may read.',
          cause: error,
        })
      }
    },
    isWorkspaceEmpty: async () => {
      const workspace = variables['GITHUB_WORKSPACE']
      if (!workspace) return false
      try {
        return (await readdir(workspace)).length === 0
      } catch (error) {
        return isMissing(error)
      }
    },
    saveState: (name, value) =>
      writeCommand('GITHUB_STATE', {
        name,
        write: () => stateParts(name, value).forEach(([part, text]) => core.saveState(part, text)),
      }),
    getState: (name) => wholeState(name, (part) => core.getState(part)),
    setFailed: (message, title) => {
      core.error(message, { title })
      process.exitCode = 1
    },
  }
}

/** The payload of the event, which GitHub writes to a file; undefined where it cannot be read. */
function payloadOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

const COMMAND_FILES = {
  GITHUB_OUTPUT: { holds: 'output', lost: 'Later steps do not see it.' },
  GITHUB_STATE: { holds: 'state', lost: 'Without it the post step cannot put back what a cancelled run leaves.' },
} as const

/** Writes to a file through which the runner takes something from a step; UserError where that cannot be done. */
function writeCommand(
  variable: keyof typeof COMMAND_FILES,
  { name, write }: { readonly name: string; readonly write: () => void },
): void {
  try {
    write()
  } catch (error) {
    const { holds, lost } = COMMAND_FILES[variable]
    throw new UserError({
      what: `The ${holds} \`${name}\` could not be given to the runner.`,
      why: `${withFullStop(error instanceof Error ? error.message : String(error))} ${lost}`,
      remedy: `Check that the disk of the runner has room, and that no step removes or protects the file that \`${variable}\` names.`,
      cause: error,
    })
  }
}

/** What is no number, as outside of a workflow run, becomes empty. */
const digits = (text = ''): string => (/^\d+$/.test(text) ? text : '')
