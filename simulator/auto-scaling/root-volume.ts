import type { StartInstanceRefreshCommandInput } from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { beginActivity, end } from './activities.ts'
import { launchedSource } from './active-refresh.ts'
import { askLaunchHooks } from './enter-service.ts'
import { hold, TERMINATING } from './hooks.ts'
import { resolveIfThere } from './launch-source.ts'
import type { Group, GroupLaunchSource, Member } from './model.ts'
import { deregister } from './registration.ts'
import { stamp, type AutoScalingState } from './state.ts'

/**
 * Refuses a refresh that is to replace root volumes where AWS does; the texts are unsourced.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/replace-root-volume.html
 */
export function checkRootVolumeRefresh(
  group: Group,
  { DesiredConfiguration: desired }: Pick<StartInstanceRefreshCommandInput, 'DesiredConfiguration'>,
): void {
  const template = desired?.MixedInstancesPolicy?.LaunchTemplate
  const overrides = template?.Overrides ?? []
  if (group.source.kind !== 'mixed' || overrides.length === 0 || overrides.some(({ ImageId }) => ImageId === undefined))
    throw validationError(
      'The ReplaceRootVolume strategy needs a mixed instances policy in which each override specifies an ImageId.',
    )
  const versions = [template, group.source.policy.LaunchTemplate].map((each) => each?.LaunchTemplateSpecification)
  if (versions.some((each) => (each?.Version ?? '$Default').startsWith('$')))
    throw validationError('The ReplaceRootVolume strategy does not support the versions $Latest and $Default.')
  const types = overrides.map(({ InstanceType }) => InstanceType)
  if ([...group.members.values()].some(({ type }) => !types.includes(type)))
    throw validationError('The group contains instances whose type is not present in the mixed instances policy.')
  if (group.warmPool) throw validationError('The ReplaceRootVolume strategy does not support groups with a warm pool.')
}

/**
 * Replaces the root volume of an instance that stays in its group: deregistered and drained first (chosen), then the
 * termination hooks, the replacement, and the launch hooks.
 */
export function replaceRootVolume(state: AutoScalingState, member: Member): void {
  const source = launchedSource(member.group)
  const activity = beginActivity(state, member.group, {
    Description: `Replacing root volume of EC2 instance: ${member.id}`, // unsourced text
    Cause: `At ${stamp(state.timeline.now)} the root volume of instance ${member.id} was replaced in response to an instance refresh.`,
    zone: member.zone,
  })
  member.activity = activity
  member.lifecycle = 'ReplacingRootVolume'
  const isStill = (lifecycle: Member['lifecycle']): boolean =>
    member.activity === activity && member.lifecycle === lifecycle
  state.timeline.after(deregister(state, member), () => {
    if (!isStill('ReplacingRootVolume')) return
    const held = hold(state, member, TERMINATING, () => {
      member.lifecycle = 'ReplacingRootVolume:Proceed'
      state.timeline.after(state.behaviour.rootVolumeSeconds, () => {
        if (!isStill('ReplacingRootVolume:Proceed')) return
        adopt(state, member, source)
        member.lifecycle = 'RootVolumeReplaced'
        state.timeline.after(state.reactions.within(state.behaviour.reactionSeconds), () => {
          if (!isStill('RootVolumeReplaced')) return
          end(state, activity)
          member.lifecycle = 'Pending'
          askLaunchHooks(state, member)
        })
      })
    })
    if (held === 'held') member.lifecycle = 'ReplacingRootVolume:Wait'
  })
}

/** From now on the instance shows the image of the override, and the version of its template. */
function adopt(state: AutoScalingState, member: Member, source: GroupLaunchSource): void {
  if (source.kind !== 'mixed') return
  const { LaunchTemplateSpecification: base = {}, Overrides = [] } = source.policy.LaunchTemplate ?? {}
  const override = Overrides.find(({ InstanceType }) => InstanceType === member.type)
  const resolved = resolveIfThere(state, override?.LaunchTemplateSpecification ?? base)
  // What was deleted while the volume was replaced is shown nowhere: the instance shows what it came from (chosen).
  if (resolved === undefined) return
  const { id, name, version } = resolved
  member.origin = { kind: 'template', id, name, version }
  if (override?.ImageId === undefined) return
  member.imageId = override.ImageId
  member.imageShown = true
}
