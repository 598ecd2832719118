import type {
  CommandInvocation,
  CommandPluginStatus,
  GetCommandInvocationRequest,
  GetCommandInvocationResult,
  ListCommandInvocationsRequest,
  ListCommandInvocationsResult,
  SendCommandRequest,
  SendCommandResult,
} from '@aws-sdk/client-ssm'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import { pageLength } from '../page-length.ts'
import { commandLimits, targeted, type CommandLimits, type ManagedInstance } from './command-targets.ts'

/** The result of a command on one instance. */
export interface CommandAnswer {
  /** Exit code. */
  readonly code: number
  readonly error?: string
}

/** What a scenario may set. */
export interface CommandBehaviour {
  /** Undefined: the agent never takes the command up. */
  answer: (request: {
    readonly instanceId: string
    readonly command: string
    readonly at: number
  }) => CommandAnswer | undefined
  /** Whether an instance's agent reports to Systems Manager; EC2 must know it as running besides. */
  managed: (instanceId: string) => boolean
  runSeconds: number
}

interface Sent {
  readonly id: string
  readonly document: string
  readonly instanceIds: readonly string[]
  readonly command: string
  readonly at: number
  readonly pickUpSeconds: number
  readonly limits: CommandLimits
}

/** What has become of a command on one instance. */
interface Outcome {
  readonly status: CommandPluginStatus
  readonly details: string
  /** Once it has ended there. */
  readonly answer?: CommandAnswer
}

/** AWS shows an invocation a moment after it has taken the command. */
const VISIBLE_AFTER_SECONDS = 1

const DOCUMENTS = ['AWS-RunShellScript', 'AWS-RunPowerShellScript']

const MOST_INVOCATIONS = 50

/** Systems Manager's Run Command, as far as shell commands go: every command ends with 0 unless a scenario says otherwise. */
export class Commands {
  readonly behaviour: CommandBehaviour = { answer: () => ({ code: 0 }), managed: () => true, runSeconds: 3 }
  /** The instances that run; the account sets it. */
  running: () => readonly ManagedInstance[] = () => []
  readonly #context: ServiceContext
  readonly #sent = new Map<string, Sent>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  send(input: SendCommandRequest): SendCommandResult {
    const { DocumentName = '', Targets = [], Parameters, TimeoutSeconds = 3600 } = input
    if (!DOCUMENTS.includes(DocumentName))
      throw new ServiceFault('InvalidDocument', `Document ${DocumentName} does not exist in your account`)
    const instanceIds = this.#chosen(input)
    const { timeline, random } = this.#context
    const id = random.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    const command = (Parameters?.['commands'] ?? []).join('\n')
    const limits = commandLimits(input, instanceIds.length)
    this.#sent.set(id, { id, document: DocumentName, instanceIds, command, at: timeline.now, pickUpSeconds: TimeoutSeconds, limits }) // prettier-ignore
    return {
      Command: {
        CommandId: id,
        DocumentName,
        // AWS finds the instances of targets after it has answered.
        InstanceIds: Targets.length > 0 ? [] : [...instanceIds],
        Targets,
        Status: 'Pending',
        TimeoutSeconds,
      },
    }
  }

  /** Instances by id must be reachable; targets may fit none. Both at once are refused (AWS does not say how). */
  #chosen({ InstanceIds = [], Targets = [] }: SendCommandRequest): readonly string[] {
    if (InstanceIds.length > 0 && Targets.length > 0)
      throw new ServiceFault('ValidationException', 'InstanceIds and Targets cannot be specified together.')
    const managed = this.running().filter(({ id }) => this.behaviour.managed(id))
    if (Targets.length > 0) return targeted(Targets, managed)
    if (new Set(InstanceIds).size < InstanceIds.length)
      throw new ServiceFault('DuplicateInstanceId', 'The same instance ID is specified more than once.')
    const unknown = InstanceIds.filter((id) => !managed.some((instance) => instance.id === id))
    if (unknown.length > 0 || InstanceIds.length === 0) {
      const what = `Instances [[${unknown.join(', ')}]] not in a valid state for account ${this.#context.account}`
      throw new ServiceFault('InvalidInstanceId', what)
    }
    return InstanceIds
  }

  invocation({ CommandId = '', InstanceId = '' }: GetCommandInvocationRequest): GetCommandInvocationResult {
    const sent = this.#sent.get(CommandId)
    if (sent === undefined || !sent.instanceIds.includes(InstanceId) || !this.#isShown(sent))
      throw new ServiceFault('InvocationDoesNotExist', '')
    const { status, details, answer } = this.#outcome(sent, InstanceId)
    return {
      CommandId,
      InstanceId,
      Status: status,
      StatusDetails: details,
      ResponseCode: answer?.code ?? -1,
      ...(answer && { StandardErrorContent: answer.error ?? '' }),
    }
  }

  /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListCommandInvocations.html */
  list(input: ListCommandInvocationsRequest): ListCommandInvocationsResult {
    const { CommandId, InstanceId, MaxResults = MOST_INVOCATIONS, NextToken = '0', Filters = [] } = input
    if (Filters.length > 0) throw new ServiceFault('InvalidFilterKey', 'The simulator does not filter invocations.')
    if (CommandId !== undefined && !this.#sent.has(CommandId))
      throw new ServiceFault('InvalidCommandId', 'The command ID is not valid.')
    if (!/^\d+$/.test(NextToken)) throw new ServiceFault('InvalidNextToken', 'The specified token is not valid.')
    const all = [...this.#sent.values()]
      .filter((sent) => (CommandId === undefined || sent.id === CommandId) && this.#isShown(sent))
      .flatMap((sent) => sent.instanceIds.map((id) => ({ sent, id })))
      .filter(({ id }) => InstanceId === undefined || id === InstanceId)
    const start = Number(NextToken)
    const end = start + pageLength(this.#context.behaviour, Math.min(MaxResults, Math.max(0, all.length - start)))
    return {
      CommandInvocations: all.slice(start, end).map(({ sent, id }) => this.#described(sent, id, input.Details === true ? 'with plugins' : 'plain')), // prettier-ignore
      ...(end < all.length && { NextToken: String(end) }),
    }
  }

  #described(sent: Sent, id: string, detail: 'with plugins' | 'plain'): CommandInvocation {
    const { status, details, answer } = this.#outcome(sent, id)
    const plugin = {
      Name: sent.document.replace(/^AWS-R/, 'aws:r'),
      Status: status,
      StatusDetails: details,
      ResponseCode: answer?.code ?? -1,
    }
    return {
      CommandId: sent.id,
      InstanceId: id,
      DocumentName: sent.document,
      RequestedDateTime: new Date(sent.at * 1000),
      Status: status,
      StatusDetails: details,
      CommandPlugins: detail === 'plain' ? [] : [plugin],
    }
  }

  #isShown = ({ at }: Sent): boolean => this.#context.timeline.now - at >= VISIBLE_AFTER_SECONDS

  /** Those that may not begin yet wait for those before them; too many failures there end the command for the rest. */
  #outcome(sent: Sent, instanceId: string): Outcome {
    const { concurrency, errors } = sent.limits
    const round = Math.floor(sent.instanceIds.indexOf(instanceId) / concurrency)
    const before = sent.instanceIds.slice(0, round * concurrency)
    const failed = before.filter((id) => (this.#answer(sent, id)?.code ?? 0) !== 0).length
    const { runSeconds } = this.behaviour
    const waited = this.#context.timeline.now - sent.at - round * runSeconds
    const pending: Outcome = { status: 'Pending', details: 'Pending' }
    if (round > 0 && waited < 0) return pending
    if (round > 0 && failed > errors) return { status: 'Cancelled', details: 'Terminated' }
    const answer = this.#answer(sent, instanceId)
    if (answer === undefined)
      return waited < sent.pickUpSeconds ? pending : { status: 'TimedOut', details: 'DeliveryTimedOut' }
    if (waited < runSeconds) return { status: 'InProgress', details: 'InProgress' }
    const status = answer.code === 0 ? 'Success' : 'Failed'
    return { status, details: status, answer }
  }

  #answer = ({ command, at }: Sent, instanceId: string): CommandAnswer | undefined =>
    this.behaviour.answer({ instanceId, command, at })
}
