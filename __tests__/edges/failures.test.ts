import { expectPutBack, expectRolled, oldLeft, operator, run, scene, standing } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

describe('a launch that AWS refuses halts the roll with AWS’s own reason', () => {
  test.each([
    'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (eu-west-1a). Launching EC2 instance failed.',
    'You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to. Launching EC2 instance failed.',
    "The image id '[ami-0dead]' does not exist. Launching EC2 instance failed.",
    "There are not enough free addresses in subnet 'subnet-1' to satisfy the requested number of instances. Launching EC2 instance failed.",
  ])('%s', async (reason) => {
    const fixture = scene()
    fixture.account.behaviour.refuseLaunch = () => reason
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain(`AWS could not launch a new instance: ${reason}`)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })
})

test('a zone without capacity is left to AWS, which launches in another', async () => {
  const fixture = scene()
  fixture.account.behaviour.refuseLaunch = ({ zone }) =>
    zone.endsWith('a') ? 'We currently do not have sufficient capacity in the zone.' : undefined
  expectRolled(fixture, await run(fixture))
})

test('a type without capacity is left to AWS, which launches another of the policy', async () => {
  const fixture = scene({ launch: 'mixed' })
  fixture.account.behaviour.refuseLaunch = ({ type }) =>
    type === 't3.micro' ? 'We currently do not have sufficient t3.micro capacity.' : undefined
  expectRolled(fixture, await run(fixture))
})

test('an image that never turns healthy halts the roll at the instance timeout', async () => {
  const fixture = scene()
  fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
  const rolled = await run(fixture, { 'instance-timeout': '5' })
  expectPutBack(fixture, rolled)
  expect(rolled.result.failure?.why).toMatch(
    /^i-\w+ did not become ready within 5 minutes: targetgroup\/web-1\/\w+ says unhealthy/,
  )
  expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
})

describe('instances that the health check of the load balancer terminates before they are ready', () => {
  const killing = { HealthCheckType: 'ELB', HealthCheckGracePeriod: 0 }

  test('are a failure though the group launches others in their place', async () => {
    const fixture = scene({ settings: killing })
    fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toMatch(/left before it was of use: when it was last seen, .*unhealthy/)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('are tolerated up to max-failures', async () => {
    const fixture = scene({ settings: killing })
    fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
    const rolled = await run(fixture, { 'max-failures': '3' })
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toContain('(the last of 3 failures)')
  })

  test('do not halt a roll if the next ones are healthy', async () => {
    const fixture = scene({ settings: killing })
    fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
    fixture.account.timeline.after(240, () => fixture.account.behaviour.sickImages.clear())
    expectRolled(fixture, await run(fixture, { 'max-failures': '20' }))
  })
})

describe('launch hooks', () => {
  const hook = (HeartbeatTimeout: number, DefaultResult: string) => ({
    LifecycleHookSpecificationList: [
      {
        LifecycleHookName: 'prepare',
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
        HeartbeatTimeout,
        DefaultResult,
      },
    ],
  })

  test('that abandon an instance are a failure, in the words of AWS', async () => {
    const fixture = scene({ outdated: true })
    operator(fixture.account).PutLifecycleHook({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'prepare',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: 60,
      DefaultResult: 'ABANDON',
    })
    const rolled = await run(fixture)
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toMatch(/left before it was of use: .*was abandoned: Heartbeat Timeout Exceeded/)
    expect(oldLeft(fixture)).toEqual(fixture.group.instanceIds)
  })

  test('that take time are waited for, and reported', async () => {
    const fixture = scene({ settings: hook(300, 'CONTINUE') })
    const rolled = await run(fixture)
    expectRolled(fixture, rolled)
    expect(rolled.reported).toMatch(/i-\w+ is not ready: Pending:Wait \(a lifecycle hook\)/)
  })

  test('that take longer than the instance timeout end the roll and say which state it was', async () => {
    const fixture = scene({ settings: hook(600, 'CONTINUE') })
    const rolled = await run(fixture, { 'instance-timeout': '5' })
    expectPutBack(fixture, rolled)
    expect(rolled.result.failure?.why).toMatch(
      /did not become ready within 5 minutes: Pending:Wait \(a lifecycle hook\)/,
    )
  })

  test('of leaving instances are not waited for', async () => {
    const fixture = scene()
    operator(fixture.account).PutLifecycleHook({
      AutoScalingGroupName: 'web',
      LifecycleHookName: 'drain',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      HeartbeatTimeout: 7200,
      DefaultResult: 'CONTINUE',
    })
    const from = fixture.account.timeline.now
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.timeline.now - from).toBeLessThan(1800)
    expect(standing(fixture.account)).toEqual(fixture.before)
  })
})
