/** The command `fleet-patch`: the action's run with flags for inputs and a terminal for a runner. */
import { main, post } from '../main/main.ts'
import type { Platform } from '../main/platform.ts'
import { type Screen, terminalRunner } from '../platform/terminal-runner.ts'
import { hasSavedRun } from '../main/saved-run.ts'
import { printedResult } from '../report/render/printed-result.ts'
import { modes } from '../inputs/modes.ts'
import { Cancelled } from '../errors.ts'
import { readArguments, type Request, UsageError } from './arguments.ts'

/** What surrounds the command. */
export interface CommandLine extends Pick<Platform, 'clock' | 'random' | 'requestHandler'> {
  /** The words after the name of the command. */
  readonly words: readonly string[]
  readonly stdout: Screen
  readonly stderr: Screen
  /** The folder in which the command was started. */
  readonly folder: string
  /** The text of a file of the package: `action.yml`, `package.json`. */
  readonly ownFile: (name: string) => Promise<string>
  /** Has the listener called each time a person, or the system, wants the command to end. */
  readonly onInterrupt: (listener: () => void) => void
}

/** Runs the command; the exit code: 0, 1 where the run has failed, 2 where the words mean nothing. */
export async function command(line: CommandLine): Promise<number> {
  let request: Request
  try {
    request = readArguments(line.words)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    line.stderr.write(`error: ${error.message}\n`)
    return 2
  }
  switch (request.kind) {
    case 'help': {
      const { help } = await import('./help.ts')
      const columns = Math.min(line.stdout.columns ?? 100, 120)
      line.stdout.write(`${help(request.topic, { manifest: await line.ownFile('action.yml'), columns })}\n`)
      return 0
    }
    case 'version': {
      const { version } = JSON.parse(await line.ownFile('package.json')) as { version: string }
      line.stdout.write(`${version}\n`)
      return 0
    }
    case 'tool':
      return request.tool === 'page'
        ? await (await import('./page/page.ts')).page(line, request.words)
        : await (await import('./portal/portal.ts')).portal(line, request.words)
    case 'mode':
      return await runMode(line, request)
    default:
      return request satisfies never
  }
}

/** A janitor that is not to heal changes nothing, with `--yes` neither. */
const onlyReports = ({ mode, inputs }: Pick<Extract<Request, { kind: 'mode' }>, 'mode' | 'inputs'>): boolean =>
  mode === 'janitor' && !/^true$/i.test(inputs['heal'] ?? '')

/** Runs a mode, and what the action's post step does after it: puts back what a run that was cut off has left. */
async function runMode(line: CommandLine, request: Extract<Request, { kind: 'mode' }>): Promise<number> {
  const { clock, random, requestHandler, stdout, stderr, folder, onInterrupt } = line
  const { mode, inputs, format, acts } = request
  const runner = terminalRunner({
    inputs,
    log: format === 'text' ? stdout : stderr,
    problems: stderr,
    folder,
    startedAt: clock.now(),
  })
  let stop = new AbortController()
  onInterrupt(() => stop.abort(new Cancelled()))
  const platform = { runner, clock, random, requestHandler }
  const result = await main({ ...platform, signal: stop.signal })
  if (hasSavedRun(runner)) {
    stop = new AbortController()
    runner.annotation('warning', 'Putting back what was changed. Interrupt again to leave it as it is.', 'Fleet Patch')
    await post({ ...platform, signal: stop.signal })
  }
  const document = runner.outputs.get('result')
  if (format !== 'text') stdout.write(printedResult(format, result, document ?? '{}'))
  else if (modes[mode].changes && !onlyReports({ mode, inputs }) && !acts && !runner.hasFailed())
    runner.info('\nThis was a dry run: nothing was changed. Add --yes to do it.')
  return runner.hasFailed() ? 1 : 0
}
