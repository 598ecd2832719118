import type {
  CompleteLifecycleActionCommandInput, DeleteLifecycleHookCommandInput, DescribeLifecycleHooksCommandInput,
  DescribeLifecycleHooksCommandOutput, LifecycleHookSpecification, PutLifecycleHookCommandInput,
  RecordLifecycleActionHeartbeatCommandInput,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { within } from './limits.ts'
import type { Group, Hook, Member, Waiting } from './model.ts'
import { limitExceeded, noLifecycleAction } from './refusals.ts'
import { requiredField, groupNamed, uuid, type AutoScalingState } from './state.ts'

export const LAUNCHING = 'autoscaling:EC2_INSTANCE_LAUNCHING'
export const TERMINATING = 'autoscaling:EC2_INSTANCE_TERMINATING'
const MOST_HOOKS = 50

/** How a wait ended: every hook was answered with CONTINUE, or one was not, and why. */
export type HookVerdict = { readonly result: 'CONTINUE' } | { readonly result: 'ABANDON'; readonly reason: string }

type Specification = Omit<Partial<LifecycleHookSpecification>, 'LifecycleHookName'> & {
  LifecycleHookName: string | undefined
}

/** Adds a hook, or changes one: absent fields of an existing hook stay. */
export function putHook(group: Group, spec: Specification): void {
  const name = requiredField(spec.LifecycleHookName, 'lifecycleHookName')
  const before = group.hooks.get(name)
  if (!before && group.hooks.size >= MOST_HOOKS)
    throw limitExceeded(`You may have at most ${MOST_HOOKS} lifecycle hooks per group.`)
  const transition = spec.LifecycleTransition ?? before?.transition
  if (transition !== LAUNCHING && transition !== TERMINATING) {
    throw validationError(
      `Lifecycle transition ${transition ?? ''} is not valid. Valid values are [${LAUNCHING}, ${TERMINATING}].`,
    )
  }
  within(spec.HeartbeatTimeout, 30, 7200, 'heartbeatTimeout')
  const result = spec.DefaultResult ?? before?.defaultResult ?? 'ABANDON'
  if (result !== 'CONTINUE' && result !== 'ABANDON') {
    throw validationError(`Lifecycle default result ${result} is not valid. Valid values are [CONTINUE, ABANDON].`)
  }
  const heartbeatSeconds = spec.HeartbeatTimeout ?? before?.heartbeatSeconds ?? 3600
  group.hooks.set(name, {
    name,
    transition,
    heartbeatSeconds,
    globalSeconds: Math.min(48 * 3600, 100 * heartbeatSeconds),
    defaultResult: result,
    target: spec.NotificationTargetARN ?? before?.target,
    role: spec.RoleARN ?? before?.role,
    metadata: spec.NotificationMetadata ?? before?.metadata,
  })
}

export function putLifecycleHook(state: AutoScalingState, input: PutLifecycleHookCommandInput): object {
  putHook(groupNamed(state, input.AutoScalingGroupName), input)
  return {}
}

export function describeLifecycleHooks(
  state: AutoScalingState,
  input: DescribeLifecycleHooksCommandInput,
): Omit<DescribeLifecycleHooksCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const names = input.LifecycleHookNames ?? []
  const hooks = [...group.hooks.values()].filter(({ name }) => names.length === 0 || names.includes(name))
  return {
    LifecycleHooks: hooks.map((hook) => ({
      LifecycleHookName: hook.name,
      AutoScalingGroupName: group.name,
      LifecycleTransition: hook.transition,
      HeartbeatTimeout: hook.heartbeatSeconds,
      GlobalTimeout: hook.globalSeconds,
      DefaultResult: hook.defaultResult,
      ...(hook.target !== undefined && { NotificationTargetARN: hook.target }),
      ...(hook.role !== undefined && { RoleARN: hook.role }),
      ...(hook.metadata !== undefined && { NotificationMetadata: hook.metadata }),
    })),
  }
}

/** Deleting a hook ends its waits: ABANDON for launching instances, CONTINUE for terminating ones. */
export function deleteLifecycleHook(state: AutoScalingState, input: DeleteLifecycleHookCommandInput): object {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const name = requiredField(input.LifecycleHookName, 'lifecycleHookName')
  const hook = group.hooks.get(name)
  if (!hook) throw validationError('No Lifecycle Hook found') // unsourced text
  group.hooks.delete(name)
  const result = hook.transition === LAUNCHING ? 'ABANDON' : 'CONTINUE'
  for (const member of [...group.members.values(), ...group.pool.values()]) {
    if (member.waiting.has(name)) answer(member, name, { result, reason: 'Lifecycle Hook Deleted' })
  }
  return {}
}

const endings = new WeakMap<Member, (verdict: HookVerdict) => void>()

/** Waits for every hook of the transition; calls `done` at once when there is none. */
export function hold(
  state: AutoScalingState,
  member: Member,
  transition: string,
  done: (verdict: HookVerdict) => void,
): 'held' | 'free' {
  const hooks = [...member.group.hooks.values()].filter((hook) => hook.transition === transition)
  if (hooks.length === 0) {
    done({ result: 'CONTINUE' })
    return 'free'
  }
  endings.set(member, done)
  for (const hook of hooks) {
    const globalDeadline = state.timeline.now + hook.globalSeconds
    const waiting: Waiting = { hook, token: uuid(state), globalDeadline, cancel: () => undefined }
    member.waiting.set(hook.name, waiting)
    arm(state, member, waiting)
  }
  return 'held'
}

function arm(state: AutoScalingState, member: Member, waiting: Waiting): void {
  waiting.cancel()
  const { heartbeatSeconds, defaultResult, name } = waiting.hook
  const seconds = Math.min(heartbeatSeconds, waiting.globalDeadline - state.timeline.now)
  waiting.cancel = state.timeline.after(seconds, () => {
    answer(member, name, { result: defaultResult, reason: 'Heartbeat Timeout Exceeded' })
  })
}

function answer(member: Member, hookName: string, said: { result: string; reason: string }): void {
  const waiting = member.waiting.get(hookName)
  if (!waiting) return
  waiting.cancel()
  member.waiting.delete(hookName)
  if (said.result === 'ABANDON') {
    dropWaits(member)
    const reason = `Instance failed to complete user's Lifecycle Action: Lifecycle Action with token ${waiting.token} was abandoned: ${said.reason}`
    endings.get(member)?.({ result: 'ABANDON', reason })
  } else if (member.waiting.size === 0) endings.get(member)?.({ result: 'CONTINUE' })
}

/** Drops every wait of an instance; the callback is not called. */
export function dropWaits(member: Member): void {
  for (const { cancel } of member.waiting.values()) cancel()
  member.waiting.clear()
}

interface ActionReference {
  readonly LifecycleHookName: string | undefined
  readonly AutoScalingGroupName: string | undefined
  readonly LifecycleActionToken?: string | undefined
  readonly InstanceId?: string | undefined
}

function actionOf(state: AutoScalingState, input: ActionReference): { member: Member; waiting: Waiting } {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const hook = requiredField(input.LifecycleHookName, 'lifecycleHookName')
  const { LifecycleActionToken: token, InstanceId: id } = input
  if (token === undefined && id === undefined) {
    throw validationError('Either the LifecycleActionToken or the InstanceId must be specified.')
  }
  for (const member of [...group.members.values(), ...group.pool.values()]) {
    const waiting = member.waiting.get(hook)
    if (waiting && (token === undefined ? member.id === id : waiting.token === token)) return { member, waiting }
  }
  throw noLifecycleAction(token === undefined ? `instance ID ${id ?? ''}` : `token ${token}`)
}

export function completeLifecycleAction(state: AutoScalingState, input: CompleteLifecycleActionCommandInput): object {
  const result = requiredField(input.LifecycleActionResult, 'lifecycleActionResult')
  if (result !== 'CONTINUE' && result !== 'ABANDON') {
    throw validationError(`Lifecycle action result ${result} is not valid. Valid values are [CONTINUE, ABANDON].`)
  }
  const { member, waiting } = actionOf(state, input)
  answer(member, waiting.hook.name, { result, reason: 'Lifecycle Action Completed with ABANDON Result' })
  return {}
}

/** Starts the heartbeat timeout anew; the global timeout stays. */
export function recordLifecycleActionHeartbeat(
  state: AutoScalingState,
  input: RecordLifecycleActionHeartbeatCommandInput,
): object {
  const { member, waiting } = actionOf(state, input)
  arm(state, member, waiting)
  return {}
}

/** Whether anything of the group is waiting at a hook, for tests of tokens: hook, instance and token. */
export const openActions = (group: Group): { hook: string; instanceId: string; token: string }[] =>
  [...group.members.values(), ...group.pool.values()].flatMap(({ id, waiting }) =>
    [...waiting.values()].map(({ hook, token }: { hook: Hook; token: string }) => ({
      hook: hook.name,
      instanceId: id,
      token,
    })),
  )
