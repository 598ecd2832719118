/** What AWS does with instances of a group by itself while it rolls: it is no part of a budget, or told and not waited for. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, oldLeft, operator, run, scene, sceneOf, standing, type Scene } from './fixture.ts'

beforeAll(takeShortcut)

const web = { AutoScalingGroupName: 'web' } as const

describe('CapacityRebalance', () => {
  /** Rolls a group of six Spot Instances; EC2 recommends so many seconds into it to replace as many of the old ones. */
  async function rolled(
    seconds: number,
    count: number,
  ): Promise<{ readonly fixture: Scene; readonly atRisk: readonly string[] }> {
    const account = new SimulatedAccount({ seed: seconds })
    const group = addGroup(account, {
      name: 'web',
      size: 6,
      launch: 'mixed',
      spot: true,
      outdated: true,
      balancers: ['target-group'],
      // Then AWS waits for the load balancer as well before it takes one at risk away.
      settings: { CapacityRebalance: true, HealthCheckType: 'ELB' },
    })
    const fixture = sceneOf(account, group)
    const atRisk: string[] = []
    account.timeline.after(seconds, () => {
      atRisk.push(...oldLeft(fixture).slice(-count))
      for (const id of atRisk) account.autoScaling.recommendRebalance(id)
    })
    expectRolled(fixture, await run(fixture))
    return { fixture, atRisk }
  }

  test.each([10, 100, 250, 400])(
    'what AWS launches for Spot Instances at risk lets no other instance go, %i s into the roll',
    async (seconds) => {
      const { fixture, atRisk } = await rolled(seconds, 2)
      const { ledger } = fixture.account
      expect(atRisk).toHaveLength(2)
      expect(ledger.lowestReady('web')).toBeGreaterThanOrEqual(6)
      expect(ledger.launches('web')).toHaveLength(ledger.terminations('web').length)
    },
  )
})

describe('a lifecycle policy that retains', () => {
  function retaining(): Scene {
    const { account, group } = scene({
      settings: { InstanceLifecyclePolicy: { RetentionTriggers: { TerminateHookAbandon: 'retain' } } },
    })
    operator(account).PutLifecycleHook({
      ...web,
      LifecycleHookName: 'save',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      HeartbeatTimeout: 40,
    })
    return sceneOf(account, group)
  }

  const retainedIn = ({ account }: Scene): readonly string[] => account.autoScaling.capacity('web').ids.retained

  test('keeps old instances, which are told and neither waited for nor counted', async () => {
    const fixture = retaining()
    const { account, group } = fixture
    const first = await run(fixture, { 'max-leaving': '1' })
    expect(first.result.status).toBe('rolled')
    expect(standing(account)).toEqual(fixture.before)
    account.timeline.advance(1200)
    expect(retainedIn(fixture).toSorted()).toEqual(group.instanceIds.toSorted())
    expect(account.autoScaling.capacity('web').units).toBe(3)
    const told = first.result.left.filter((each) => each.includes('is retained (Terminating:Retained)'))
    expect(told.length).toBeGreaterThanOrEqual(2)
  })

  test('leaves nothing to do for the next run', async () => {
    const fixture = retaining()
    await run(fixture)
    fixture.account.timeline.advance(1200)
    fixture.account.ledger.clear()
    const again = await run(fixture, {}, { runId: '2000' })
    expect(again.failed).toBe(false)
    expect(fixture.account.ledger.changes()).toEqual([])
    expect(retainedIn(fixture)).toHaveLength(3)
  })
})

/** A group of four, in one of which a refresh that is cancelled again replaces the root volume. */
function replacingRootVolume(seconds: number): { readonly fixture: Scene; readonly id: string } {
  const fixture = scene({ size: 4, launch: 'mixed' })
  const { account, group } = fixture
  account.behaviour.rootVolumeSeconds = seconds
  const template = operator(account).DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
    .AutoScalingGroups?.[0]?.MixedInstancesPolicy?.LaunchTemplate
  const { LaunchTemplateId, Version } = template?.LaunchTemplateSpecification ?? {}
  const Overrides = (template?.Overrides ?? []).map((each) => ({ ...each, ImageId: group.newImageId }))
  operator(account).StartInstanceRefresh({
    ...web,
    Strategy: 'ReplaceRootVolume',
    DesiredConfiguration: {
      MixedInstancesPolicy: {
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId, Version }, Overrides },
      },
    },
  })
  account.timeline.advance(30)
  operator(account).CancelInstanceRefresh({ ...web, WaitForTransitioningInstances: false })
  account.timeline.advance(300)
  const [id = ''] = account.autoScaling.capacity('web').ids.replacingRoot
  return { fixture: sceneOf(account, group), id }
}

describe('an instance whose root volume is replaced', () => {
  test('is told, and not waited for where one may be missing', async () => {
    const { fixture, id } = replacingRootVolume(3600)
    const { account } = fixture
    const begun = account.timeline.now
    const rolled = await run(fixture, { 'max-unavailable': '1' })
    expect(rolled.result.status).toBe('rolled')
    expect(rolled.failed).toBe(false)
    expect(rolled.result.replaced).toHaveLength(3)
    expect(account.autoScaling.capacity('web').ids.replacingRoot).toEqual([id])
    expect(rolled.result.left.join('\n')).toContain(`${id} has its root volume replaced (ReplacingRootVolume`)
    expect(account.timeline.now - begun).toBeLessThan(1800)
    expect(standing(account)).toEqual(fixture.before)
    account.timeline.advance(5000)
    expect(account.autoScaling.capacity('web').ready).toBe(4)
  })

  test('is waited for where the others could not leave without it, and has its whole time to become ready once that is done', async () => {
    const { fixture, id } = replacingRootVolume(2000)
    const rolled = await run(fixture)
    expect(rolled.result).toMatchObject({ status: 'rolled', failure: null })
    expect(rolled.reported).toContain(`while the root volume of ${id} is replaced`)
    expect(fixture.account.autoScaling.capacity('web').ready).toBe(4)
  })
})
