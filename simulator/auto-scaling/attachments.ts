import type {
  AttachLoadBalancersCommandInput, AttachLoadBalancerTargetGroupsCommandInput, AttachTrafficSourcesCommandInput,
  DescribeLoadBalancersCommandInput, DescribeLoadBalancersCommandOutput, DescribeLoadBalancerTargetGroupsCommandInput,
  DescribeLoadBalancerTargetGroupsCommandOutput, DescribeTrafficSourcesCommandInput, DescribeTrafficSourcesCommandOutput,
  DetachLoadBalancersCommandInput, DetachLoadBalancerTargetGroupsCommandInput, DetachTrafficSourcesCommandInput,
  TrafficSourceIdentifier,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { activeRefresh } from './active-refresh.ts'
import { isSuspended } from './capacity.ts'
import { LAUNCH_FAILURE_TEXTS } from './launch-failure-texts.ts'
import { atMost, within } from './limits.ts'
import { noteChange } from './member.ts'
import type { Attachment, Group } from './model.ts'
import { pageOf } from './paging.ts'
import { limitExceeded, refreshInProgress } from './refusals.ts'
import { healthIn } from './registration.ts'
import { requiredField, groupNamed, type AutoScalingState } from './state.ts'

type Type = Attachment['type']

const MOST_PER_CALL = 10
const MOST_PER_GROUP = 50

interface Named {
  readonly LoadBalancerNames?: readonly string[] | undefined
  readonly TargetGroupARNs?: readonly string[] | undefined
  readonly TrafficSources?: readonly TrafficSourceIdentifier[] | undefined
}

/** The load balancers, target groups and traffic sources that a new group names. */
export function attachmentsFor(autoScaling: AutoScalingState, request: Named): Map<string, Attachment> {
  const all = [
    ...(request.LoadBalancerNames ?? []).map((id) => fresh(id, 'elb')),
    ...(request.TargetGroupARNs ?? []).map((id) => fresh(id, 'elbv2')),
    ...(request.TrafficSources ?? []).map(identified),
  ]
  for (const attachment of all) check(autoScaling, attachment)
  return new Map(all.map((attachment) => [attachment.id, attachment]))
}

const fresh = (id: string, type: Type): Attachment => ({ id, type, everHealthy: false })

/** The type of a traffic source without one follows from the form of its id. */
function identified({ Identifier, Type }: TrafficSourceIdentifier): Attachment {
  const id = requiredField(Identifier, 'trafficSources.member.identifier')
  const type = Type ?? (id.includes(':targetgroup/') ? (id.includes(':vpc-lattice:') ? 'vpc-lattice' : 'elbv2') : 'elb')
  if (type !== 'elb' && type !== 'elbv2' && type !== 'vpc-lattice') {
    throw validationError(`Invalid traffic source type ${type}. Valid values are [elb, elbv2, vpc-lattice].`)
  }
  return fresh(id, type)
}

function check(autoScaling: AutoScalingState, { id, type }: Attachment): void {
  if (type === 'vpc-lattice' || autoScaling.balancing.exists(id)) return
  throw validationError(
    type === 'elb' ? `Provided Load Balancers may not be valid. Please ensure they exist and try again.`
      : `Provided Target Groups may not be valid. Please ensure they exist and try again.`,
  ) // prettier-ignore
}

/**
 * Why a group launches nothing, in AWS's words, where a load balancer or target group that it is attached to was deleted; undefined
 * where all are there. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-loadbalancer.html
 */
export function missingBalancer({ balancing }: AutoScalingState, group: Group): string | undefined {
  for (const { id, type } of group.attachments.values()) {
    if (type === 'vpc-lattice' || balancing.exists(id)) continue
    return type === 'elbv2' ? LAUNCH_FAILURE_TEXTS['no target group'].message
      : LAUNCH_FAILURE_TEXTS['no load balancer'].message.replace('web', id)
  }
  return undefined
} // prettier-ignore

/** Attaches, and registers the instances in service unless AddToLoadBalancer is suspended. */
function attach(autoScaling: AutoScalingState, group: Group, added: readonly Attachment[]): object {
  if (activeRefresh(group)) throw refreshInProgress()
  atMost(
    added.map(({ id }) => id),
    MOST_PER_CALL,
    'trafficSources',
  )
  for (const attachment of added) check(autoScaling, attachment)
  const fresh = added.filter(({ id }) => !group.attachments.has(id))
  for (const type of ['elb', 'elbv2', 'vpc-lattice'] as const) {
    const count = [...group.attachments.values(), ...fresh].filter((one) => one.type === type).length
    if (count > MOST_PER_GROUP)
      throw limitExceeded(`The group ${group.name} cannot have more than ${MOST_PER_GROUP} ${type} sources.`)
  }
  for (const member of group.members.values()) noteChange(member)
  for (const attachment of fresh) {
    group.attachments.set(attachment.id, attachment)
    group.detaching.delete(attachment.id)
    if (isSuspended(group, 'AddToLoadBalancer') || attachment.type === 'vpc-lattice') continue
    for (const member of group.members.values()) {
      if (member.lifecycle !== 'InService') continue
      autoScaling.balancing.register(attachment.id, member.id)
      member.registered.add(attachment.id)
    }
  }
  return {}
}

function detach(autoScaling: AutoScalingState, group: Group, ids: readonly string[]): object {
  atMost(ids, MOST_PER_CALL, 'trafficSources')
  for (const id of ids) {
    if (!group.attachments.has(id))
      throw validationError(`Trying to remove Load Balancers or Target Groups that are not part of the group: ${id}`)
  }
  for (const member of group.members.values()) noteChange(member)
  const { now } = autoScaling.timeline
  for (const id of ids) {
    const type = group.attachments.get(id)?.type ?? 'elb'
    group.attachments.delete(id)
    let until = now
    for (const member of group.members.values()) {
      if (member.registered.delete(id) && autoScaling.balancing.exists(id))
        until = Math.max(until, now + autoScaling.balancing.deregister(id, member.id))
    }
    // It is described as Removing until its instances have drained.
    if (until > now) group.detaching.set(id, { id, type, until })
  }
  return {}
}

export const attachLoadBalancers = (autoScaling: AutoScalingState, input: AttachLoadBalancersCommandInput): object =>
  attach(autoScaling, groupNamed(autoScaling, input.AutoScalingGroupName), requiredField(input.LoadBalancerNames, 'loadBalancerNames').map((id) => fresh(id, 'elb'))) // prettier-ignore

export const attachLoadBalancerTargetGroups = (autoScaling: AutoScalingState, input: AttachLoadBalancerTargetGroupsCommandInput): object =>
  attach(autoScaling, groupNamed(autoScaling, input.AutoScalingGroupName), requiredField(input.TargetGroupARNs, 'targetGroupARNs').map((id) => fresh(id, 'elbv2'))) // prettier-ignore

export const attachTrafficSources = (autoScaling: AutoScalingState, input: AttachTrafficSourcesCommandInput): object =>
  attach(autoScaling, groupNamed(autoScaling, input.AutoScalingGroupName), requiredField(input.TrafficSources, 'trafficSources').map(identified)) // prettier-ignore

export const detachLoadBalancers = (autoScaling: AutoScalingState, input: DetachLoadBalancersCommandInput): object =>
  detach(
    autoScaling,
    groupNamed(autoScaling, input.AutoScalingGroupName),
    requiredField(input.LoadBalancerNames, 'loadBalancerNames'),
  )

export const detachLoadBalancerTargetGroups = (
  autoScaling: AutoScalingState,
  input: DetachLoadBalancerTargetGroupsCommandInput,
): object =>
  detach(
    autoScaling,
    groupNamed(autoScaling, input.AutoScalingGroupName),
    requiredField(input.TargetGroupARNs, 'targetGroupARNs'),
  )

export const detachTrafficSources = (autoScaling: AutoScalingState, input: DetachTrafficSourcesCommandInput): object =>
  detach(autoScaling, groupNamed(autoScaling, input.AutoScalingGroupName), requiredField(input.TrafficSources, 'trafficSources').map((one) => identified(one).id)) // prettier-ignore

/** Adding until all are registered, Added until one is healthy; detached ones are Removing. https://docs.aws.amazon.com/autoscaling/ec2/userguide/load-balancer-status.html */
function stateOf(autoScaling: AutoScalingState, group: Group, attachment: Attachment): string {
  const inService = [...group.members.values()].filter(({ lifecycle }) => lifecycle === 'InService')
  if (inService.some(({ registered }) => !registered.has(attachment.id))) return 'Adding'
  if (!attachment.everHealthy && attachment.type !== 'vpc-lattice') {
    attachment.everHealthy = inService.some(({ id }) => healthIn(autoScaling, attachment.id, id) === 'healthy')
  }
  return attachment.everHealthy ? 'InService' : 'Added'
}

interface Paged {
  readonly AutoScalingGroupName: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxRecords?: number | undefined
}

function listed(autoScaling: AutoScalingState, input: Paged, types: readonly Type[]) {
  const group = groupNamed(autoScaling, input.AutoScalingGroupName)
  within(input.MaxRecords, 1, 100, 'maxRecords')
  const states = new Map([...group.attachments.values()].map((each) => [each.id, stateOf(autoScaling, group, each)]))
  for (const { id, until } of group.detaching.values()) if (until > autoScaling.timeline.now) states.set(id, 'Removing')
  const known = [...group.attachments.values(), ...group.detaching.values()]
  const all = known.filter(({ id, type }) => types.includes(type) && states.has(id))
  const { items, next } = pageOf(all, ({ id }) => id, input, {
    usual: 100,
    most: 100,
    behaviour: autoScaling.behaviour,
  })
  return { items: items.map(({ id, type }) => ({ id, type, state: states.get(id) ?? '' })), next }
}

export function describeLoadBalancers(autoScaling: AutoScalingState, input: DescribeLoadBalancersCommandInput): Omit<DescribeLoadBalancersCommandOutput, '$metadata'> {
  const { items, next } = listed(autoScaling, input, ['elb'])
  return { LoadBalancers: items.map(({ id, state }) => ({ LoadBalancerName: id, State: state })), ...next }
} // prettier-ignore

export function describeLoadBalancerTargetGroups(
  autoScaling: AutoScalingState,
  input: DescribeLoadBalancerTargetGroupsCommandInput,
): Omit<DescribeLoadBalancerTargetGroupsCommandOutput, '$metadata'> {
  const { items, next } = listed(autoScaling, input, ['elbv2'])
  return {
    LoadBalancerTargetGroups: items.map(({ id, state }) => ({ LoadBalancerTargetGroupARN: id, State: state })),
    ...next,
  }
}

export function describeTrafficSources(autoScaling: AutoScalingState, input: DescribeTrafficSourcesCommandInput): Omit<DescribeTrafficSourcesCommandOutput, '$metadata'> {
  const wanted = input.TrafficSourceType
  const types = (['elb', 'elbv2', 'vpc-lattice'] as const).filter((type) => wanted === undefined || wanted === type)
  const { items, next } = listed(autoScaling, input, types)
  const sources = items.map(({ id, type, state }) => ({ TrafficSource: id, Identifier: id, Type: type, State: state }))
  return { TrafficSources: sources, ...next }
} // prettier-ignore
