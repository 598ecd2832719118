/** What AWS replaces by itself in mid-roll: Spot Instances at risk, and root volumes in a refresh that others begin and cancel. */
import { ServiceFault } from '../../simulator/fault.ts'
import { Random } from '../../simulator/random.ts'
import type { ExternalFault } from './external-faults.ts'
import { anInstanceInService, NO_INSTANCE } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { cancelRefresh } from './refresh-faults.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x4e91ace

/** EC2 reclaims half of the instances at risk in the end, some minutes later. */
const RECLAIMED_AFTER_SECONDS = 300

const FASTEST_ROOT_VOLUME_SECONDS = 20

const group = { AutoScalingGroupName: FUZZ_GROUP } as const

/** Draws what the group of the seed can have. */
export function applyReplacements(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { plan } = fixture.plan
  const atRisk = isDrawn(random, { share: 0.8, source: 'replacements', seed })
  const rootVolume = isDrawn(random, { share: 0.3, source: 'replacements', seed })
  return [
    ...(plan.settings?.CapacityRebalance === true && atRisk ? [instancesAtRisk(fixture, random)] : []),
    ...(plan.launch === 'mixed' && rootVolume ? [newRootVolume(fixture, random)] : []),
  ]
}

/** EC2 recommends to replace some Spot Instances, old ones or new ones. */
function instancesAtRisk(fixture: Fixture, random: Random): ExternalFault {
  const { account, disturbedAt } = fixture
  const apply = (): string => {
    const id = anInstanceInService(fixture, random)
    if (id === undefined) return NO_INSTANCE
    disturbedAt.push(account.timeline.now)
    account.autoScaling.recommendRebalance(id)
    if (random.next() < 0.5)
      account.timeline.after(RECLAIMED_AFTER_SECONDS, () => {
        disturbedAt.push(account.timeline.now)
        account.autoScaling.interrupt(id)
      })
    return `${id} is at risk of interruption`
  }
  const count = random.pick([1, 1, 2, 3])
  for (let index = 0; index < count; index++)
    account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return { name: 'Spot Instances at risk', share: 1, weight: 'heavy', apply, owed: () => [], end: () => [] }
}

/** A refresh replaces the root volumes of some instances, and is cancelled without waiting for them. */
function newRootVolume(fixture: Fixture, random: Random): ExternalFault {
  const { account } = fixture
  account.behaviour.rootVolumeSeconds = random.pick([FASTEST_ROOT_VOLUME_SECONDS, 60, 300, 1200])
  const lasts = random.between(20, 60)
  const apply = (): string => {
    try {
      account.autoScaling.operations.StartInstanceRefresh({
        ...group,
        Strategy: 'ReplaceRootVolume',
        DesiredConfiguration: { MixedInstancesPolicy: policyWithImages(fixture) },
      })
    } catch (error) {
      if (error instanceof ServiceFault) return `a refresh of root volumes is refused: ${error.message}`
      throw error
    }
    const before = new Set(membersOf(fixture))
    const note = (): void => {
      // They come back as what the group launches now, without a successor.
      for (const id of account.autoScaling.capacity(FUZZ_GROUP).ids.replacingRoot) fixture.handled.add(id)
      // Until it ends AWS launches what the refresh asks for, not what the group or a roll does.
      for (const id of membersOf(fixture)) if (!before.has(id)) fixture.handled.add(id)
    }
    // Some may be back before it ends.
    for (let after = 0; after < lasts; after += FASTEST_ROOT_VOLUME_SECONDS / 2) account.timeline.after(after, note)
    account.timeline.after(lasts, () => {
      note()
      const { ids } = account.autoScaling.capacity(FUZZ_GROUP)
      addToTrace(fixture, `the root volumes of ${ids.replacingRoot.join(', ') || 'no instance'} are being replaced`)
      cancelRefresh(fixture)
    })
    return 'others begin to replace root volumes'
  }
  account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return { name: 'new root volumes', share: 1, weight: 'heavy', apply, owed: () => [], end: () => [] }
}

function membersOf({ account }: Fixture): readonly string[] {
  const { inService, pending } = account.autoScaling.capacity(FUZZ_GROUP).ids
  return [...inService, ...pending]
}

function policyWithImages({ account, group: { newImageId } }: Fixture) {
  const { AutoScalingGroups: [found] = [] } = account.autoScaling.operations.DescribeAutoScalingGroups({
    AutoScalingGroupNames: [FUZZ_GROUP],
  })
  const template = found?.MixedInstancesPolicy?.LaunchTemplate
  const { LaunchTemplateId, Version } = template?.LaunchTemplateSpecification ?? {}
  return {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId, Version },
      Overrides: (template?.Overrides ?? []).map((each) => ({ ...each, ImageId: newImageId })),
    },
  }
}
