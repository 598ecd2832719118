import { launchFailureText, type LaunchFailureName } from '../../simulator/auto-scaling/launch-failure-texts.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, expectRolled, oldLeft, run, scene, sceneOf, type Scene } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** AWS refuses every launch in these words for so long. */
const refuseFor = ({ account }: Scene, reason: string, seconds: number): void => {
  const { behaviour, timeline } = account
  behaviour.refuseLaunch = () => reason
  timeline.after(seconds, () => (behaviour.refuseLaunch = () => undefined))
}

describe('a launch that fails for a moment is borne', () => {
  const moments: readonly (readonly [name: LaunchFailureName, seconds: number])[] = [
    ['no Spot capacity', 25],
    ['unfulfillable capacity', 25],
    ['too many Spot Instances', 25],
    ['the type is not in the zone', 25],
    ['the zone is constrained', 25],
    ['the vCPU quota', 25],
    ['no dedicated host', 25],
    ['the request rate', 300],
    ['an internal error on launch', 300],
  ]
  test.each(moments)('%s, for %s s', async (name, seconds) => {
    const fixture = scene()
    refuseFor(fixture, launchFailureText(name, 'EC2 Fleet'), seconds)
    expectRolled(fixture, await run(fixture))
  })

  test('in words that are not known, for 25 s', async () => {
    const fixture = scene()
    refuseFor(fixture, 'Something that AWS has not said before.', 25)
    expectRolled(fixture, await run(fixture))
  })
})

test.each(['no Spot capacity', 'the zone is constrained', 'the request rate'] as const)(
  'a launch that goes on to fail halts the roll in AWS’s words: %s',
  async (name) => {
    const fixture = scene()
    const reason = launchFailureText(name)
    fixture.account.behaviour.refuseLaunch = () => reason
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain(reason)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  },
)

describe('a shortage while instances of the group itself are still leaving', () => {
  /** Six instances in a subnet of eleven addresses, whose load balancer drains each for five minutes. */
  const narrow = (): Scene => {
    const account = new SimulatedAccount()
    const subnet = account.ec2.seedSubnet({ zone: `${account.region}a`, cidr: '172.31.200.0/28' })
    const group = addGroup(account, {
      name: 'web',
      size: 6,
      launch: 'template-latest',
      balancers: ['target-group'],
      outdated: true,
      settings: { VPCZoneIdentifier: subnet },
    })
    return sceneOf(account, group)
  }

  test('of addresses is waited out: EC2 gives each back once its instance has ended', async () => {
    const fixture = narrow()
    const rolled = await run(fixture, { surge: '3' })
    expectRolled(fixture, rolled)
    const { Activities = [] } = fixture.account.autoScaling.operations.DescribeScalingActivities({
      AutoScalingGroupName: 'web',
    })
    expect(Activities.filter(({ StatusMessage = '' }) => StatusMessage.includes('free addresses'))).not.toEqual([])
    expect(fixture.account.ledger.lowestReady('web')).toBe(6)
  })

  test('of vCPUs is waited out as well', async () => {
    const fixture = scene({ size: 6 })
    // Two each: room for the six and three more, which those that leave hold until they have ended.
    fixture.account.serviceQuotas.set('L-1216C47A', 18)
    fixture.account.behaviour.enforcesVcpuQuotas = true
    const rolled = await run(fixture, { surge: '3' })
    expectRolled(fixture, rolled)
    const { Activities = [] } = fixture.account.autoScaling.operations.DescribeScalingActivities({
      AutoScalingGroupName: 'web',
    })
    expect(Activities.filter(({ StatusMessage = '' }) => StatusMessage.includes('current vCPU limit'))).not.toEqual([])
  })

  test('that stays when they have gone halts the roll', async () => {
    const fixture = narrow()
    const { account } = fixture
    // Another group takes what becomes free.
    account.timeline.after(200, () => {
      account.behaviour.refuseLaunch = () => launchFailureText('no free addresses')
    })
    const rolled = await run(fixture, { surge: '3' })
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why).toContain('free addresses')
    expect(account.ledger.lowestReady('web')).toBe(6)
  })
})

describe('an instance that EC2 ends while it starts', () => {
  const INTERNAL = 'Server.InternalError: Internal error on launch'

  test('by an error of its own is borne: the group launches another', async () => {
    const fixture = scene()
    let failed = 0
    fixture.account.behaviour.failsToStart = () => (failed++ === 0 ? INTERNAL : undefined)
    expectRolled(fixture, await run(fixture))
    expect(failed).toBeGreaterThan(1)
  })

  test('halts the roll where each one is ended so', async () => {
    const fixture = scene()
    fixture.account.behaviour.failsToStart = () => INTERNAL
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain(INTERNAL)
  })

  test('for the key of its volume halts the roll at once, in AWS’s words', async () => {
    const fixture = scene()
    const words = 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state'
    fixture.account.behaviour.failsToStart = () => words
    const from = fixture.account.timeline.now
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain(words)
    expect(fixture.account.timeline.now - from).toBeLessThan(200)
  })
})
