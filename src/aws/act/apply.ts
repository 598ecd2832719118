/** Makes the changes of a rollout: one call to AWS for each, or a few. */
import { UserError } from '../../errors.ts'
import { batches } from '../client/batches.ts'
import { isRefusedAs } from '../client/refusals.ts'
import type { ClearState } from '../../domain/rollout/changes/clear-state.ts'
import type { SaveState } from '../../domain/rollout/changes/save-state.ts'
import type { Connection } from '../client/connection.ts'
import { CARRIED_KEYS, carriedTags, clearedTags, memoTags, runTag } from '../groups/memo-tag.ts'
import { GroupTags } from './group-tags.ts'
import { registerInstances } from './register.ts'
import { putPreviousSource } from './set-launch-source.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import { CHANGE_KINDS, type Change } from '../../domain/rollout/changes/changes.ts'
import type { SettableSizes } from '../../domain/rollout/changes/resize.ts'
import { MAX_TERMINATIONS_PER_CALL } from '../../domain/rollout/termination-order.ts'

/**
 * Makes the call that a change is; to set the launch source may take one for each launch template. An instance that
 * is gone already counts as terminated, but where the desired capacity was to fall with it, or others were to leave with it: that
 * throws UncertainOutcome, for only a look tells. Throws, before any call, where a list is empty: AWS takes an empty list of
 * processes for "all of them".
 */
export async function applyChange(
  connection: Connection,
  group: string,
  change: Change,
  { warn = () => undefined, tags = new GroupTags(connection) }: ApplyOptions = {},
): Promise<void> {
  switch (change.kind) {
    case 'save-state':
      await carryMemo(connection, change, warn)
      return tags.write(memoTags(group, change.memo))
    case 'renew-lease':
      // Says in one call that the run is alive, and leaves the facts of its memo as they are.
      return tags.write([runTag(group, change.memo)])
    case 'suspend':
      return suspend(connection, group, change.processes)
    case 'register':
      return registerInstances(connection, group, change)
    case 'resize':
      return resize(connection, group, change.sizes)
    case 'terminate':
      return terminate(connection, group, change)
    case 'terminate-warm':
      return terminateWarm(connection, change.instances)
    case 'set-launch-source':
      return putPreviousSource(connection, { group, previous: change.previous })
    case 'resume':
      return resume(connection, group, change.processes)
    case 'clear-state':
      await dropCarried(connection, change)
      return tags.remove(clearedTags(group))
    default:
      change satisfies never
  }
}

export interface ApplyOptions {
  /** Tells what was refused without ending anything. */
  readonly warn?: Warn
  /** Shared by the changes that may gather their tags in one call. */
  readonly tags?: GroupTags
}

export type Warn = (message: string) => void

/**
 * First on the instances, which are many: from the memo of the group it is known that all carry it. It is a second copy, so a
 * refusal does not end what the run is about.
 */
async function carryMemo(connection: Connection, { memo, carriers = [] }: SaveState, warn: Warn): Promise<void> {
  if (carriers.length === 0) return
  const { CreateTagsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  try {
    for (const Resources of batches(new Set(carriers), MOST_TAGGED))
      await connection.send(client, new CreateTagsCommand({ Resources: [...Resources], Tags: carriedTags(memo) }))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    warn(
      `The new instances do not carry how the group was, so that the tags of the group must stay as they are. ${error.message}`,
    )
  }
}

/** Before the tags of the group are removed: what stays behind would be taken for the state of a run. */
async function dropCarried(connection: Connection, { carriers = [] }: ClearState): Promise<void> {
  if (carriers.length === 0) return
  const { DeleteTagsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  for (const Resources of batches(new Set(carriers), MOST_TAGGED))
    await connection.send(client, new DeleteTagsCommand({ Resources: [...Resources], Tags: CARRIED_KEYS }))
}

/** Resources in one call of EC2's CreateTags or DeleteTags; AWS takes more, and recommends fewer. */
const MOST_TAGGED = 100

async function suspend(connection: Connection, group: string, processes: readonly string[]): Promise<void> {
  const { SuspendProcessesCommand } = await import('@aws-sdk/client-auto-scaling')
  const ScalingProcesses = someOf(processes, 'suspend')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new SuspendProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }))
}

async function resume(connection: Connection, group: string, processes: readonly string[]): Promise<void> {
  const { ResumeProcessesCommand } = await import('@aws-sdk/client-auto-scaling')
  const ScalingProcesses = someOf(processes, 'resume')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new ResumeProcessesCommand({ AutoScalingGroupName: group, ScalingProcesses }))
}

async function resize(connection: Connection, group: string, { min, max, desired }: SettableSizes): Promise<void> {
  const { UpdateAutoScalingGroupCommand } = await import('@aws-sdk/client-auto-scaling')
  const sizes = {
    ...(min !== undefined && { MinSize: min }),
    ...(max !== undefined && { MaxSize: max }),
    ...(desired !== undefined && { DesiredCapacity: desired }),
  }
  someOf(Object.keys(sizes), 'resize')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: group, ...sizes }), {
    attempts: CHANGE_KINDS.resize.attempts,
  })
}

type Termination = Extract<Change, { kind: 'terminate' }>

async function terminate(connection: Connection, group: string, termination: Termination): Promise<void> {
  const { TerminateInstanceInAutoScalingGroupCommand } = await import('@aws-sdk/client-auto-scaling')
  const [first, ...others] = someOf(termination.instances, 'terminate')
  if (others.length >= MAX_TERMINATIONS_PER_CALL)
    throw new Error(`More than ${MAX_TERMINATIONS_PER_CALL} instances cannot leave in one call.`)
  // One instance goes by the older form, which emulators know as well.
  const victims =
    others.length === 0
      ? { InstanceId: first }
      : { InstanceIds: [...termination.instances], AutoScalingGroupName: group }
  const client = await connection.clients.autoScaling()
  if (termination.min !== undefined) await resize(connection, group, { min: termination.min })
  try {
    await connection.send(
      client,
      new TerminateInstanceInAutoScalingGroupCommand({
        ...victims,
        ShouldDecrementDesiredCapacity: termination.decrement,
      }),
      { attempts: CHANGE_KINDS.terminate.attempts },
    )
  } catch (error) {
    // A policy that has scaled in between the two calls has left no more than the minimum.
    if (termination.min !== undefined && isRefusedAs(error, 'desired capacity is at its minimum'))
      throw notLowered(termination.instances, error)
    if (!isRefusedAs(error, 'instance is in no group')) throw error
    // What took it away, Spot or an operator, has not lowered the desired capacity for us: that must not pass for done.
    if (termination.decrement) throw notLowered(termination.instances, error)
    // Of several the others are still there.
    if (others.length > 0) throw notTerminated(termination.instances, error)
  }
}

const notLowered = (instances: readonly string[], cause: unknown): UncertainOutcome =>
  new UncertainOutcome('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} ${instances.length === 1 ? 'was' : 'were'} to leave together with the desired capacity, which stays as it is: an instance has left the group already.`,
    cause,
  })

const notTerminated = (instances: readonly string[], cause: unknown): UncertainOutcome =>
  new UncertainOutcome('autoscaling:TerminateInstanceInAutoScalingGroup', {
    message: `${instances.join(', ')} were to leave in one call, which AWS has refused: an instance has left the group already.`,
    cause,
  })

/**
 * Auto Scaling refuses to terminate instances of a warm pool by id; EC2 does it, and the group fills the pool again.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
async function terminateWarm(connection: Connection, instances: readonly string[]): Promise<void> {
  const { TerminateInstancesCommand } = await import('@aws-sdk/client-ec2')
  const InstanceIds = someOf(instances, 'terminate-warm')
  const client = await connection.clients.ec2()
  try {
    const { attempts } = CHANGE_KINDS['terminate-warm']
    await connection.send(client, new TerminateInstancesCommand({ InstanceIds }), { attempts })
  } catch (error) {
    // One that EC2 has forgotten already fails the call for all: each is asked for by itself then.
    if (!isRefusedAs(error, 'instance does not exist')) throw error
    if (instances.length > 1) for (const id of instances) await terminateWarm(connection, [id])
  }
}

function someOf(list: readonly string[], change: Change['kind']): string[] {
  if (list.length === 0) throw new Error(`A change of kind ${change} needs at least one entry.`)
  return [...list]
}
