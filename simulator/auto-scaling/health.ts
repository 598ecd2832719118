import type { SetInstanceHealthCommandInput } from '@aws-sdk/client-auto-scaling'
import type { Compute, ComputeInstance } from '../interfaces.ts'
import { validationError } from '../fault.ts'
import { counted, counts, isSuspended, units } from './capacity.ts'
import { waitsForOthers } from './maintenance.ts'
import { noteChange } from './member.ts'
import type { Group, Member } from './model.ts'
import { wake } from './schedule.ts'
import { terminate } from './terminate.ts'
import { healthIn } from './registration.ts'
import { avoids } from './zonal-shift.ts'
import { requiredField, memberNamed, type AutoScalingState } from './state.ts'

const BY_EC2 = 'an EC2 health check indicating it has been terminated or stopped.'
const BY_STATUS = 'an EC2 instance status check failure.'
const BY_VOLUMES = 'an EBS volume health check failure.' // unsourced text
const BY_BALANCER = 'an ELB system health check failure.'
const BY_USER = 'a user health-check.'

/** EC2 says that the instance does not run: unhealthy at once, grace period or not, unless HealthCheck is suspended. */
export function onStopped(autoScaling: AutoScalingState, member: Member, { state }: ComputeInstance): void {
  if (state === 'running' || state === 'pending' || !counts(member) || isSuspended(member.group, 'HealthCheck')) return
  mark(autoScaling, member, BY_EC2)
}

/** One of EC2's checks by which a group calls an instance unhealthy. */
interface StatusCheck {
  readonly fails: (compute: Compute, instanceId: string) => boolean
  readonly sickness: string
}

const STATUS: StatusCheck = { fails: (compute, id) => compute.statusOf?.(id) === 'impaired', sickness: BY_STATUS }
const VOLUMES: StatusCheck = { fails: (compute, id) => compute.volumesFail?.(id) === true, sickness: BY_VOLUMES }

/**
 * EC2's status checks, or those of attached volumes, have another verdict. One that has failed is waited out for some minutes,
 * and not before the grace period is over, before the group calls the instance unhealthy; volumes count only in groups with the
 * health check type EBS. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
 */
export function onStatusChange(autoScaling: AutoScalingState, member: Member): void {
  noteChange(member)
  for (const check of healthTypes(member.group).includes('EBS') ? [STATUS, VOLUMES] : [STATUS])
    if (check.fails(autoScaling.compute, member.id)) waitOut(autoScaling, member, check)
}

function waitOut(autoScaling: AutoScalingState, member: Member, { fails, sickness }: StatusCheck): void {
  const { timeline, compute, behaviour } = autoScaling
  const { now } = timeline
  const graceEnds = (member.inServiceAt ?? now) + (member.group.settings.HealthCheckGracePeriod ?? 0)
  timeline.after(Math.max(behaviour.impairedSeconds, graceEnds - now), () => {
    const left = autoScaling.members.get(member.id) !== member || !counts(member)
    if (left || !member.healthy || !fails(compute, member.id)) return
    if (!isSuspended(member.group, 'HealthCheck')) mark(autoScaling, member, sickness)
  })
}

function mark(autoScaling: AutoScalingState, member: Member, sickness: string): void {
  member.healthy = false
  member.sickness = sickness
  member.sickByBalancer = sickness === BY_BALANCER
  wake(autoScaling, member.group)
}

/**
 * Looks at the load balancers' verdicts every `healthCheckSeconds`; only groups with the health check type ELB are checked.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
 */
export function scheduleHealthChecks(autoScaling: AutoScalingState, group: Group): void {
  group.healthTick?.()
  group.healthTick = undefined
  if (!asksBalancers(group) || group.deleting) return
  group.healthTick = autoScaling.timeline.after(autoScaling.behaviour.healthCheckSeconds || 1, () => {
    check(autoScaling, group)
    scheduleHealthChecks(autoScaling, group)
  })
}

/** Whether the load balancers' verdicts decide about the health of the group's instances. */
export const asksBalancers = (group: Group): boolean => healthTypes(group).includes('ELB')

const healthTypes = ({ settings: { HealthCheckType: type = 'EC2' } }: Group): readonly string[] =>
  type.split(',').map((one) => one.trim())

function check(autoScaling: AutoScalingState, group: Group): void {
  if (isSuspended(group, 'HealthCheck')) return
  const { now } = autoScaling.timeline
  const grace = group.settings.HealthCheckGracePeriod ?? 0
  for (const attachment of group.attachments.values()) {
    if (attachment.type === 'vpc-lattice') continue
    const sick: Member[] = []
    for (const member of group.members.values()) {
      if (member.lifecycle !== 'InService') continue
      const health = healthIn(autoScaling, attachment.id, member.id)
      if (health === 'healthy') attachment.everHealthy = true
      const fails = health === 'unhealthy' || (health === 'unused' && isMissed(autoScaling, attachment.id, member.id))
      if (fails && member.healthy && now >= (member.inServiceAt ?? now) + grace) sick.push(member)
    }
    // Where no instance has ever passed the load balancer's check, the fault is the load balancer's, not the instances'.
    if (attachment.everHealthy) for (const member of sick) mark(autoScaling, member, BY_BALANCER)
  }
  // An instance that was missed while HealthCheck was suspended is noticed now.
  for (const member of counted(group)) {
    const machine = autoScaling.compute.machine(member.id)
    if (member.healthy && machine) onStopped(autoScaling, member, machine)
  }
}

/** Whether an instance counts as unhealthy since a load balancer that could reach it does not know it: AWS does not document it. */
const isMissed = ({ behaviour, balancing }: AutoScalingState, balancer: string, instanceId: string): boolean =>
  behaviour.unregisteredIsUnhealthy &&
  balancing.exists(balancer) &&
  balancing.whyUnreached?.(balancer, instanceId) === undefined

/** After a suspension: instances that do not run are marked unhealthy now. */
export function lookAgain(autoScaling: AutoScalingState, group: Group): void {
  for (const member of counted(group)) {
    const machine = autoScaling.compute.machine(member.id)
    if (!machine) mark(autoScaling, member, BY_EC2)
    else if (member.healthy) onStopped(autoScaling, member, machine)
  }
}

/** Terminates unhealthy instances before replacements are launched; by a load balancer's verdict at most a tenth at a time. */
export function replaceUnhealthy(autoScaling: AutoScalingState, group: Group): void {
  if (isSuspended(group, 'ReplaceUnhealthy') || isSuspended(group, 'Terminate')) return
  const members = counted(group)
  const sick = members.filter(({ healthy }) => !healthy)
  if (sick.length === 0) return
  const pending = members.filter(({ lifecycle }) => lifecycle !== 'InService').length
  const shortage = Math.max(0, group.sizes.desired - units(members))
  const atOnce = sick.length >= members.length - pending ? 1 : Math.max(1, Math.floor(group.sizes.desired / 10))
  let budget = atOnce - pending - shortage
  for (const member of sick) {
    if (member.sickByBalancer && budget-- <= 0) continue
    if (isLeftInItsZone(autoScaling, member) || waitsForOthers(autoScaling, member.group, member)) continue
    terminate(autoScaling, member, {
      cause: `was taken out of service in response to ${member.sickness}`,
      launchFailure: `Instance became unhealthy while waiting for instance to be in InService state.${reasonOf(autoScaling, member)}`,
    })
    group.replacing++
  }
}

/** While a zone is shifted away, a group may leave what is unhealthy there alone. */
const isLeftInItsZone = ({ shiftedZones }: AutoScalingState, { group, zone }: Member): boolean =>
  group.settings.AvailabilityZoneImpairmentPolicy?.ImpairedZoneHealthCheckBehavior === 'IgnoreUnhealthy' &&
  avoids(group, shiftedZones, zone)

/** As AWS appends EC2's reason where an instance was ended while it started. */
function reasonOf({ compute }: AutoScalingState, { id, sickness }: Member): string {
  const reason = sickness === BY_EC2 ? compute.machine(id)?.reason : undefined
  return reason === undefined ? '' : ` Termination Reason: ${reason.message}`
}

export function setInstanceHealth(autoScaling: AutoScalingState, input: SetInstanceHealthCommandInput): object {
  const member = memberNamed(autoScaling, requiredField(input.InstanceId, 'instanceId'))
  const status = requiredField(input.HealthStatus, 'healthStatus').toLowerCase()
  if (status !== 'healthy' && status !== 'unhealthy') {
    throw validationError(`Invalid health status ${input.HealthStatus ?? ''}. Valid values are [Healthy, Unhealthy].`)
  }
  if (status === 'healthy') {
    member.healthy = true
    return {}
  }
  const graceEnds =
    (member.inServiceAt ?? autoScaling.timeline.now) + (member.group.settings.HealthCheckGracePeriod ?? 0)
  const respected = input.ShouldRespectGracePeriod !== false
  if (!respected || autoScaling.timeline.now >= graceEnds) mark(autoScaling, member, BY_USER)
  return {}
}
