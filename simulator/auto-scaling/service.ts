import type { Balancing, Compute, ComputeInstance, Service, ServiceContext } from '../interfaces.ts'
import { recommendRebalance } from './capacity-rebalance.ts'
import { onRunning } from './enter-service.ts'
import { onStatusChange, onStopped } from './health.ts'
import { openActions } from './hooks.ts'
import { suspendByAws } from './launch-backoff.ts'
import { noteChange } from './member.ts'
import type { Group, Notification } from './model.ts'
import { operationsOf, type Operations } from './operations.ts'
import { alarm, onScalingAction } from './policies.ts'
import { runGroup } from './reconcile.ts'
import { forget, onLeavingMachine } from './terminate.ts'
import type { AlarmWord } from './scale.ts'
import { CapacityCounter, type CapacitySnapshot } from './capacity-snapshot.ts'
import { groupNamed, type Alarms, type AutoScalingState } from './state.ts'
import { end } from './activities.ts'
import { shift } from './zonal-shift.ts'

/** EC2 Auto Scaling. Its rules, with their sources, are on the page beside this file. */
export class AutoScalingService implements Service {
  readonly sdkId = 'Auto Scaling'
  readonly operations: Operations
  /** CloudWatch, as far as it is simulated; an account sets it. */
  alarms: Alarms = { stateOf: () => undefined, putMetricAlarm: () => undefined, deleteAlarms: () => undefined }
  readonly #state: AutoScalingState
  readonly #capacities = new CapacityCounter()

  constructor(context: ServiceContext, compute: Compute, balancing: Balancing) {
    const { timeline, random, reactions, region, account, behaviour } = context
    const autoScaling: AutoScalingState = {
      timeline, random, reactions, region, account, behaviour, compute, balancing,
      groups: new Map(), configurations: new Map(), members: new Map(), activities: new Map(), shiftedZones: new Set(),
      sent: [], launches: new Map(),
      alarms: {
        stateOf: (name) => this.alarms.stateOf(name),
        putMetricAlarm: (input) => this.alarms.putMetricAlarm(input),
        deleteAlarms: (names) => this.alarms.deleteAlarms(names),
      },
      reconcile: (group: Group) => runGroup(autoScaling, group),
    } // prettier-ignore
    this.#state = autoScaling
    this.operations = operationsOf(autoScaling)
    compute.onStateChange((machine) => this.#onStateChange(machine))
    compute.onStatusChange?.((instanceId) => {
      const member = autoScaling.members.get(instanceId)
      if (member) onStatusChange(autoScaling, member)
    })
    balancing.onHealthChange?.((_name, instanceId) => {
      const member = autoScaling.members.get(instanceId)
      if (member) noteChange(member)
    })
  }

  #onStateChange(machine: ComputeInstance): void {
    const member = this.#state.members.get(machine.id)
    if (!member) return
    onRunning(this.#state, member, machine)
    // One that has ended serves no longer, also where the group does not notice it: HealthCheck may be suspended.
    noteChange(member)
    onStopped(this.#state, member, machine)
    onLeavingMachine(this.#state, member, machine)
    const lost =
      machine.state === 'terminated' && /^Warmed:(Stopped|Running|Hibernated|Pending.*)$/.test(member.lifecycle)
    if (!lost) return
    end(this.#state, member.activity, {
      status: 'Cancelled',
      reason: 'Instance was terminated while in the warm pool.',
    })
    forget(this.#state, member)
  }

  groupNames(): string[] {
    return [...this.#state.groups.keys()]
  }

  /** The capacity of one group at this moment, unaffected by stale answers; refuses an unknown name. */
  capacity(name: string): CapacitySnapshot {
    return this.#capacities.capacity(this.#state, groupNamed(this.#state, name))
  }

  /** EC2 takes the instance away, as with a Spot interruption: the group notices that it does not run. */
  interrupt(instanceId: string): void {
    this.#state.compute.terminate(instanceId)
  }

  /** EC2 recommends to replace a Spot Instance before it takes it away: a group with `CapacityRebalance` does. */
  recommendRebalance(instanceId: string): void {
    const member = this.#state.members.get(instanceId)
    if (member) recommendRebalance(this.#state, member)
  }

  /** AWS itself suspends a process, as it does of a group that has failed to launch for a day. */
  suspendByAws(group: string, process: string): void {
    suspendByAws(groupNamed(this.#state, group), process)
  }

  /** An alarm of a scaling policy goes off; `breach` is how far the metric is beyond the threshold. */
  alarm(group: string, policyName: string, breach = 0): void {
    alarm(this.#state, groupNamed(this.#state, group), { policyName, alarmName: `${policyName}-alarm`, breach })
  }

  /** An alarm of CloudWatch asks for a scaling policy, by its ARN. */
  scale(action: { readonly policyArn: string } & AlarmWord): void {
    onScalingAction(this.#state, action)
  }

  /** How a group serves the requests that it gets; an unknown group serves none. */
  serving(name: string): { readonly ready: number; readonly targetGroups: readonly string[] } {
    const group = this.#state.groups.get(name)
    if (group === undefined) return { ready: 0, targetGroups: [] }
    const targetGroups = [...group.attachments.values()].filter(({ type }) => type === 'elbv2')
    return { ready: this.capacity(name).ready, targetGroups: targetGroups.map(({ id }) => id.split(':').at(-1) ?? '') }
  }

  /** The group that an instance belongs to; undefined for one of none. */
  groupOf(instanceId: string): string | undefined {
    return [...this.#state.groups.values()].find(({ members }) => members.has(instanceId))?.name
  }

  /** The first group that a target group (ARN) or a classic load balancer (name) is attached to. */
  ownerOf(name: string): string | undefined {
    return [...this.#state.groups.values()].find(({ attachments }) => attachments.has(name))?.name
  }

  /** A zonal shift of Application Recovery Controller begins or ends, for the groups that take part in them. */
  shiftZone(zone: string, to: 'away' | 'back'): void {
    shift(this.#state, zone, to)
  }

  /** What groups have sent to topics of SNS, which the simulator does not have, oldest first. */
  get notifications(): readonly Notification[] {
    return this.#state.sent
  }

  /** The lifecycle actions that wait for an answer, as the hooks' notifications name them. */
  lifecycleActions(group: string): { hook: string; instanceId: string; token: string }[] {
    return openActions(groupNamed(this.#state, group))
  }
}
