/** A step of this action from its sources, in this process: no second of start-up, and the same runner facts as for dist/. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { UserError } from '../../src/errors.ts'
import { eventFacts } from '../../src/platform/github-event.ts'
import { runAction } from '../run-action.ts'
import { eventOf } from './event.ts'
import type { ActionCall, StepResult } from './run-steps.ts'

/** How many steps have begun on an account. */
const stepsOn = new WeakMap<SimulatedAccount, number>()

/** Runs it on the account of its role, with a token where the job may have one. Refuses variables: it has no environment. */
export async function runSourcesStep(call: ActionCall): Promise<StepResult> {
  const { account, environment, permissions, inputs, variables, workspace } = call
  const event = eventOf(call.contexts)
  if (Object.keys(variables).length > 0)
    throw new Error(`a step with variables runs from dist/ alone: ${Object.keys(variables).join(', ')}`)
  const offersToken = permissions['id-token'] === 'write'
  // Jobs of one workflow run have one number: their random numbers tell them apart.
  const seed = (stepsOn.get(account) ?? 0) + 1
  stepsOn.set(account, seed)
  const once = async (state?: Readonly<Record<string, string>>) => {
    const ran = await runAction(account, {
      inputs,
      givesRole: false,
      seed,
      ...(state && { state }),
      workspace: filesOf(workspace),
      environment: { ...RUNNER, ref: event.ref, ...eventFacts(event) },
      process: { latencySeconds: 0.08 },
      ...(environment !== '' && { claims: { environment, sub: `repo:example/fleet:environment:${environment}` } }),
      ...(!offersToken && { tokenFailure: () => new UserError({ what: 'The job has no id-token: write.' }) }),
    })
    for (const [path, text] of Object.entries(ran.files)) {
      const at = resolve(workspace, path)
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, text)
    }
    return ran
  }
  const main = await once()
  return { ...resultOf(main), post: async () => resultOf(await once(main.state)) }
}

/** What the runner says of a job of `example/fleet`, as `runnerEnvironment` has it. */
const RUNNER = {
  runId: '1000',
  runAttempt: '1',
  repository: 'example/fleet',
  serverUrl: 'https://github.com',
  workflow: 'Patch the fleet',
  actor: 'octocat',
  triggeringActor: 'octocat',
  sha: '',
  awsRegion: '',
  isHosted: false,
} as const

/** The lines of the log, and after them the annotations as the runner's commands. */
function resultOf({ failed, lines, annotations, summary, outputs }: Awaited<ReturnType<typeof runAction>>): StepResult {
  const told = annotations.map(({ level, title, message }) => `::${level} title=${title}::${escaped(message)}`)
  const log = [...lines.map((line) => line.replace(/^\[group\] /, '::group::')), ...told].join('\n')
  return { exitCode: failed ? 1 : 0, log: `${log}\n`, summary, outputs }
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** Text by path, with the folders below. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
