import { isRefusedAs } from '../client/refusals.ts'
import { batches } from '../client/batches.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { ProbedInstance } from './instances.ts'
import type { Finding, ProberOptions } from './finding.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'

/** The most ids of one SendCommand: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html */
const MOST_IDS = 50
/** How long an instance may take to take the command up, and to run it; seconds. 30 is the least that AWS takes for the first. */
const PICK_UP_SECONDS = 30
const RUN_SECONDS = 60
const PAUSE_SECONDS = 2
/** For so long one attempt waits: the run has other groups to look at. The next attempt goes on waiting. */
const PATIENCE_SECONDS = 10

export interface CommandRequest {
  readonly command: string
  readonly known: ReadonlyMap<string, ProbedInstance>
  /** What earlier attempts have left running, by instance id; each attempt leaves here what it has not seen end. */
  readonly running: Map<string, RunningCommand>
}

/** A command that was sent to an instance. */
export interface RunningCommand {
  readonly commandId: string
  /** Milliseconds since the Unix epoch. */
  readonly giveUpAt: number
}

/**
 * Runs a command on instances by way of Systems Manager and gives what became of it, by id. It passes where it ends
 * with 0; one that has not ended within seconds has not passed yet, and the next attempt asks for it again. An instance that Systems
 * Manager does not know (yet) has not passed. Throws a UserError where AWS refuses the caller.
 */
export async function runOnInstances(
  options: ProberOptions,
  { command, known, running }: CommandRequest,
): Promise<ReadonlyMap<string, Finding>> {
  const ids = (windows: boolean): string[] =>
    [...known].filter(([id, instance]) => instance.windows === windows && !running.has(id)).map(([id]) => id)
  const jobs = [false, true].flatMap((windows) => batches(ids(windows), MOST_IDS).map((batch) => ({ windows, batch })))
  const waiting = [...known.keys()].filter((id) => running.has(id))
  const unsent = await mapConcurrently(jobs, ({ windows, batch }) =>
    send(options, { command, windows, ids: batch, running }),
  )
  const sent = jobs.flatMap(({ batch }) => batch).filter((id) => running.has(id))
  const ended = await mapConcurrently([...waiting, ...sent], async (id) => [id, await outcomeOn(options, { id, running })] as const) // prettier-ignore
  return new Map([...unsent.flat(), ...ended])
}

interface Job extends Pick<CommandRequest, 'command' | 'running'> {
  readonly windows: boolean
  readonly ids: readonly string[]
}

/** Sends a command, and gives what became of instances that it did not reach. */
async function send(options: ProberOptions, job: Job): Promise<readonly (readonly [string, Finding])[]> {
  try {
    const commandId = await sendCommand(options, job)
    const giveUpAt = options.clock.now() + (PICK_UP_SECONDS + RUN_SECONDS) * 1000
    for (const id of job.ids) job.running.set(id, { commandId, giveUpAt })
    return []
  } catch (error) {
    // One id that Systems Manager does not know fails the command for all: each by itself tells which.
    if (isRefusedAs(error, 'instance is not managed') && job.ids.length > 1)
      return (await mapConcurrently(job.ids, (id) => send(options, { ...job, ids: [id] }))).flat()
    if (isRefusedAs(error, 'instance is not managed'))
      return unanswered(job, 'Systems Manager does not know it: its agent has not reported yet')
    // A command whose fate is unknown is given again at the next attempt: a probe may run twice.
    if (error instanceof UncertainOutcome) return unanswered(job, error.message)
    throw error
  }
}

const unanswered = ({ ids }: Job, reason: string): readonly (readonly [string, Finding])[] =>
  ids.map((id) => [id, { passed: false, reason }] as const)

async function sendCommand({ connection }: ProberOptions, { command, windows, ids }: Job): Promise<string> {
  const { SendCommandCommand } = await import('@aws-sdk/client-ssm')
  const { Command } = await connection.send(
    await ssmOf(connection),
    new SendCommandCommand({
      DocumentName: windows ? 'AWS-RunPowerShellScript' : 'AWS-RunShellScript',
      InstanceIds: [...ids],
      Parameters: { commands: [command], executionTimeout: [String(RUN_SECONDS)] },
      TimeoutSeconds: PICK_UP_SECONDS,
      Comment: 'Fleet Patch: probe of a new instance',
    }),
  )
  return Command?.CommandId ?? ''
}

interface Invocation {
  readonly commandId: string
  readonly id: string
}

async function outcomeOn(
  options: ProberOptions,
  { id, running }: Pick<Invocation, 'id'> & Pick<CommandRequest, 'running'>,
): Promise<Finding> {
  const { clock, signal } = options
  const { commandId = '', giveUpAt = 0 } = running.get(id) ?? {}
  const until = clock.now() + PATIENCE_SECONDS * 1000
  for (;;) {
    const found = await findingOf(options, { commandId, id })
    const isOver = clock.now() >= giveUpAt
    if (found !== undefined || isOver) running.delete(id)
    if (found !== undefined) return found
    if (isOver) return { passed: false, reason: 'the command did not end in time' }
    if (clock.now() >= until) return { passed: false, reason: 'the command has not ended yet' }
    await clock.sleep(PAUSE_SECONDS * 1000, signal)
  }
}

/** Undefined while the command has not ended there, or Systems Manager does not show it yet. */
async function findingOf({ connection }: ProberOptions, { commandId, id }: Invocation): Promise<Finding | undefined> {
  const { GetCommandInvocationCommand } = await import('@aws-sdk/client-ssm')
  const question = new GetCommandInvocationCommand({ CommandId: commandId, InstanceId: id })
  try {
    const { Status, StatusDetails, ResponseCode, StandardErrorContent } = await connection.send(
      await ssmOf(connection),
      question,
    )
    if (Status === undefined || ['Pending', 'InProgress', 'Delayed', 'Cancelling'].includes(Status)) return undefined
    const error = (StandardErrorContent ?? '').trim().split('\n')[0] ?? ''
    const code = ResponseCode === undefined || ResponseCode < 0 ? '' : ` with ${ResponseCode}`
    const reason = `the command ended ${StatusDetails ?? Status}${code}${error && `: ${error.slice(0, 200)}`}`
    return { passed: Status === 'Success', reason }
  } catch (error) {
    if (isRefusedAs(error, 'command is not shown yet')) return undefined
    throw error
  }
}

async function ssmOf(connection: ProberOptions['connection']) {
  const { ssm } = connection.clients
  if (ssm === undefined) throw new Error('This connection has no way to Systems Manager.')
  return await ssm()
}
