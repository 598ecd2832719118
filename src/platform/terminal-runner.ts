import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'

import { UserError } from '../errors.ts'
import { visible } from '../text/escape.ts'
import { withFullStop } from '../text/sentence.ts'
import { checkoutOf } from './checkout.ts'
import { isMissing } from './missing-file.ts'
import { proxyVariables } from './proxy-rules.ts'
import type { Level, Runner } from './runner.ts'

/** A stream that a person or a pipe reads. */
export interface Screen {
  write(text: string): unknown
  /** Whether a person looks at it. */
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface TerminalOptions {
  /** Inputs by name, as the flags have given them. */
  readonly inputs: Readonly<Record<string, string>>
  /** Where the log goes. */
  readonly log: Screen
  /** Where warnings and errors go. */
  readonly problems: Screen
  /** Where relative paths start. */
  readonly folder: string
  /** Milliseconds since the Unix epoch; names the run. */
  readonly startedAt: number
}

/** A runner that is a terminal, and what the run has left there. */
export interface TerminalRunner extends Runner {
  readonly outputs: ReadonlyMap<string, string>
  readonly hasFailed: () => boolean
}

/**
 * A person's terminal in place of GitHub's runner: the credentials are those that the AWS SDK finds, the state for putting
 * back stays in memory, and a line of progress takes the place of the one before.
 */
export function terminalRunner({ inputs, log, problems, folder, startedAt }: TerminalOptions): TerminalRunner {
  const variables = process.env
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const secrets = new Set<string>()
  let failed = false
  let progressing = false
  const masked = (text: string): string => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  const clear = (): void => {
    if (progressing) log.write('\r\u001b[K')
    progressing = false
  }
  const print = (screen: Screen, text: string): void => {
    clear()
    screen.write(`${masked(text)}\n`)
  }
  const say = (level: Level, message: string): void => print(problems, `${level}: ${message}`)
  const pathOf = (path: string): string => resolve(folder, path)
  return {
    outputs,
    hasFailed: () => failed,
    environment: {
      runId: String(startedAt),
      runAttempt: '1',
      awsRegion: variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'] || '',
      proxy: proxyVariables(variables),
      isHosted: false,
      isTerminal: true,
    },
    workflowContext: () => ({
      repository: '',
      serverUrl: '',
      workflow: '',
      actor: userName(),
      triggeringActor: userName(),
      ...checkoutOf(folder),
    }),
    input: (name) => (inputs[name] ?? '').trim(),
    passedInputs: () => Object.keys(inputs),
    setOutput: (name, value) => void outputs.set(name, value),
    mask: (secret) => {
      if (secret !== '') secrets.add(secret)
    },
    idToken: async () => {
      throw new UserError({
        what: 'A terminal has no OIDC token for `role-to-assume`.',
        remedy: 'Use credentials of the role itself, such as a profile with `role_arn` by AWS_PROFILE.',
      })
    },
    info: (message) =>
      print(
        log,
        message
          .split(/\r\n|[\r\n]/)
          .map(visible)
          .join('\n'),
      ),
    ...(log.isTTY && {
      progress: (message: string): void => {
        clear()
        log.write(masked(visible(message)).slice(0, (log.columns ?? 80) - 1))
        progressing = true
      },
    }),
    startGroup: (title) => print(log, `\n${title}`),
    endGroup: () => {},
    annotation: (level, message) => say(level, message),
    writeSummary: async () => {},
    writeFile: async (path, text) => {
      try {
        await mkdir(dirname(pathOf(path)), { recursive: true })
        await writeFile(pathOf(path), text)
      } catch (error) {
        throw fileError(`The file ${path} could not be written.`, 'Give a path that you may write to.', error)
      }
    },
    readFile: async (path) => {
      try {
        return await readFile(pathOf(path), 'utf8')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw fileError(`The file ${path} could not be read.`, 'Check that it is a file that you may read.', error)
      }
    },
    isWorkspaceEmpty: async () => false,
    saveState: (name, value) => void state.set(name, value),
    getState: (name) => state.get(name) ?? '',
    setFailed: (message) => {
      say('error', message)
      failed = true
    },
  }
}

const fileError = (what: string, remedy: string, error: unknown): UserError =>
  new UserError({
    what,
    why: error instanceof Error ? withFullStop(error.message) : String(error),
    remedy,
    cause: error,
  })

/** Some machines have no name for the user that runs. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
