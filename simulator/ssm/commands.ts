import type {
  GetCommandInvocationRequest,
  GetCommandInvocationResult,
  SendCommandRequest,
  SendCommandResult,
} from '@aws-sdk/client-ssm'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

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
  readonly instanceIds: readonly string[]
  readonly command: string
  readonly at: number
  readonly pickUpSeconds: number
}

/** AWS shows an invocation a moment after it has taken the command. */
const VISIBLE_AFTER_SECONDS = 1

/** Systems Manager's Run Command, as far as shell commands go: every command ends with 0 unless a scenario says otherwise. */
export class Commands {
  readonly behaviour: CommandBehaviour = { answer: () => ({ code: 0 }), managed: () => true, runSeconds: 3 }
  /** Whether EC2 knows an instance as running; the account sets it. */
  isRunning: (instanceId: string) => boolean = () => false
  readonly #context: ServiceContext
  readonly #sent = new Map<string, Sent>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  send({ DocumentName, InstanceIds = [], Parameters, TimeoutSeconds = 3600 }: SendCommandRequest): SendCommandResult {
    if (DocumentName !== 'AWS-RunShellScript' && DocumentName !== 'AWS-RunPowerShellScript')
      throw new ServiceFault('InvalidDocument', `Document ${DocumentName} does not exist in your account`)
    const { timeline, random, account } = this.#context
    const unknown = InstanceIds.filter((id) => !this.isRunning(id) || !this.behaviour.managed(id))
    if (unknown.length > 0 || InstanceIds.length === 0) {
      const what = `Instances [[${unknown.join(', ')}]] not in a valid state for account ${account}`
      throw new ServiceFault('InvalidInstanceId', what)
    }
    const CommandId = random.hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    const command = (Parameters?.['commands'] ?? []).join('\n')
    this.#sent.set(CommandId, { instanceIds: InstanceIds, command, at: timeline.now, pickUpSeconds: TimeoutSeconds })
    return { Command: { CommandId, DocumentName, InstanceIds, Status: 'Pending', TimeoutSeconds } }
  }

  invocation({ CommandId = '', InstanceId = '' }: GetCommandInvocationRequest): GetCommandInvocationResult {
    const { now } = this.#context.timeline
    const sent = this.#sent.get(CommandId)
    if (sent === undefined || !sent.instanceIds.includes(InstanceId) || now - sent.at < VISIBLE_AFTER_SECONDS)
      throw new ServiceFault('InvocationDoesNotExist', '')
    const known = { CommandId, InstanceId, ResponseCode: -1 }
    const answer = this.behaviour.answer({ instanceId: InstanceId, command: sent.command, at: sent.at })
    if (answer === undefined)
      return now - sent.at < sent.pickUpSeconds
        ? { ...known, Status: 'Pending', StatusDetails: 'Pending' }
        : { ...known, Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' }
    if (now - sent.at < this.behaviour.runSeconds)
      return { ...known, Status: 'InProgress', StatusDetails: 'InProgress' }
    const Status = answer.code === 0 ? 'Success' : 'Failed'
    return {
      ...known,
      Status,
      StatusDetails: Status,
      ResponseCode: answer.code,
      StandardErrorContent: answer.error ?? '',
    }
  }
}
