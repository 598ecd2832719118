import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SuspendProcessesCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling'
import { CreateLaunchTemplateVersionCommand, EC2Client } from '@aws-sdk/client-ec2'

import { caller, type Caller, type CallerOptions } from '../../../src/aws/client/call.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { UserError } from '../../../src/errors.ts'
import { broken, canned, ec2Fault, fault, keys, quickClock, success, type Answer, type Sent } from '../canned.ts'

const groups = success('DescribeAutoScalingGroups', '<AutoScalingGroups></AutoScalingGroups>')
const activity = success('TerminateInstanceInAutoScalingGroup')
const read = new DescribeAutoScalingGroupsCommand({})
const suspend = new SuspendProcessesCommand({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] })
const terminate = new TerminateInstanceInAutoScalingGroupCommand({
  InstanceId: 'i-1',
  ShouldDecrementDesiredCapacity: true,
})

interface CallFixture {
  readonly calls: Caller
  readonly client: AutoScalingClient
  readonly clock: ReturnType<typeof quickClock>
  readonly sent: readonly Sent[]
}

function account(answers: readonly Answer[], options: Partial<CallerOptions> = {}): CallFixture {
  const { handler, sent } = canned(answers)
  const clock = quickClock()
  const client = new AutoScalingClient({
    region: 'eu-west-1',
    credentials: keys,
    maxAttempts: 1,
    requestHandler: handler,
  })
  return { calls: caller({ clock, random: () => 0.5, mutable: true, ...options }), client, clock, sent }
}

const times = (count: number, answer: Answer): Answer[] => Array.from({ length: count }, () => answer)

describe('a call', () => {
  test('gives the answer of AWS, and is counted', async () => {
    const { calls, client, sent } = account([groups])
    expect((await calls.send(client, read)).AutoScalingGroups).toEqual([])
    expect(sent[0]?.form.get('Action')).toBe('DescribeAutoScalingGroups')
    expect([...calls.calls]).toEqual([['autoscaling:DescribeAutoScalingGroups', 1]])
  })

  test('waits longer and longer while it is throttled, on the clock it was given', async () => {
    const { calls, client, clock } = account([...times(6, fault('Throttling', { message: 'Rate exceeded' })), groups])
    await calls.send(client, read)
    expect(clock.slept).toEqual([500, 1000, 2000, 4000, 8000, 10_000])
    expect(calls.throttled).toBe(6)
    expect(calls.calls.get('autoscaling:DescribeAutoScalingGroups')).toBe(7)
  })

  test('waits for its turn after a refusal, as all calls of its service do', async () => {
    const { calls, client, clock } = account([fault('Throttling'), activity, groups], { random: () => 0 })
    await calls.send(client, terminate)
    await calls.send(client, read)
    expect(calls.waited).toBe(2)
    // No backoff was drawn; 16 calls a second are left of 20, and one was answered since.
    expect(clock.slept).toEqual([0, 63, 62])
  })

  const passing: { name: string; answer: Answer }[] = [
    { name: 'an activity in progress', answer: fault('ScalingActivityInProgress') },
    { name: 'a contended resource', answer: fault('ResourceContention', { status: 500 }) },
    { name: 'throttling', answer: fault('Throttling') },
    { name: 'a refused connection', answer: broken('ECONNREFUSED') },
    { name: 'a name that is not resolved', answer: broken('EAI_AGAIN') },
  ]
  test.each(passing)('that AWS certainly did not carry out is sent again: $name', async ({ answer }) => {
    const { calls, client, clock, sent } = account([answer, activity])
    await calls.send(client, terminate)
    expect(sent).toHaveLength(2)
    expect(clock.slept).toHaveLength(1)
  })

  const lost: { name: string; answer: Answer }[] = [
    { name: 'a server error', answer: fault('InternalFailure', { status: 500 }) },
    { name: 'a bad gateway', answer: { status: 502, body: '' } },
    { name: 'a reset connection', answer: broken('ECONNRESET') },
    { name: 'a timeout of the connection', answer: Object.assign(new Error('too late'), { name: 'TimeoutError' }) },
  ]
  test.each(lost)('that counts twice when made twice is not repeated after $name', async ({ answer }) => {
    const { calls, client, clock, sent } = account([answer])
    const failure = calls.send(client, terminate)
    await expect(failure).rejects.toBeInstanceOf(UncertainOutcome)
    await expect(failure).rejects.toThrow('autoscaling:TerminateInstanceInAutoScalingGroup was lost')
    expect(sent).toHaveLength(1)
    expect(clock.slept).toEqual([])
  })

  test.each(lost)('that reads, or sets what it says, is repeated after $name', async ({ answer }) => {
    const { calls, client, sent } = account([answer, groups, answer, success('SuspendProcesses')])
    await calls.send(client, read)
    await calls.send(client, suspend)
    expect(sent).toHaveLength(4)
  })

  test('signed by a wrong clock is sent again with the right time, from the answer of AWS', async () => {
    const expired = fault('RequestExpired', { message: 'Request has expired' })
    const { calls, client, sent } = account([{ ...expired, date: new Date(Date.now() + 7_200_000) }, activity])
    await calls.send(client, terminate)
    const [wrong, right] = sent.map(({ headers }) => headers['x-amz-date'] ?? '')
    expect(Number(right?.replace(/\D/g, '')) - Number(wrong?.replace(/\D/g, ''))).toBeGreaterThan(10_000)
  })

  test('is given up at its deadline and then sent again', async () => {
    const { calls, client, sent } = account(['hang', groups], { deadline: () => AbortSignal.timeout(1) })
    await calls.send(client, read)
    expect(sent).toHaveLength(2)
  })

  test('with a token of the action may be repeated, with one of the SDK not: the SDK makes a new one each time', async () => {
    const unknown = ec2Fault('InternalError', { status: 500 })
    const made = {
      body: '<CreateLaunchTemplateVersionResponse><launchTemplateVersion/></CreateLaunchTemplateVersionResponse>',
    }
    const { handler, sent } = canned([unknown, made, unknown])
    const client = new EC2Client({ region: 'eu-west-1', credentials: keys, maxAttempts: 1, requestHandler: handler })
    const { send } = caller({ clock: quickClock(), random: () => 0, mutable: true })
    const input = { LaunchTemplateId: 'lt-1', LaunchTemplateData: {} }
    await send(client, new CreateLaunchTemplateVersionCommand({ ...input, ClientToken: 'run-1' }))
    expect(sent.map(({ form }) => form.get('ClientToken'))).toEqual(['run-1', 'run-1'])
    await expect(send(client, new CreateLaunchTemplateVersionCommand(input))).rejects.toBeInstanceOf(UncertainOutcome)
    expect(sent).toHaveLength(3)
  })

  test('under endless throttling is left to the next read', async () => {
    const { calls, client, sent } = account(times(50, fault('Throttling')))
    const failure = calls.send(client, suspend, { attempts: 10 })
    await expect(failure).rejects.toBeInstanceOf(UncertainOutcome)
    await expect(failure).rejects.toThrow('AWS kept asking to slow down when autoscaling:SuspendProcesses was called')
    expect(sent).toHaveLength(10)
  })

  test('bears throttling for two minutes where it is given no number of attempts', async () => {
    const { calls, client, sent } = account([...times(15, fault('Throttling')), groups])
    await calls.send(client, read)
    expect(sent).toHaveLength(16)
    const endless = account(times(50, fault('Throttling')))
    await expect(endless.calls.send(endless.client, suspend)).rejects.toBeInstanceOf(UncertainOutcome)
    expect(endless.sent).toHaveLength(17)
  })

  test('is given up after ten attempts that were not throttled, however short', async () => {
    const { calls, client, sent } = account(times(50, fault('InternalFailure', { status: 500 })))
    await expect(calls.send(client, read)).rejects.toBeInstanceOf(UncertainOutcome)
    expect(sent).toHaveLength(10)
  })

  test('that was throttled often enough bears ten attempts that fail otherwise all the same', async () => {
    const lost = fault('InternalFailure', { status: 500 })
    const { calls, client, sent } = account([...times(12, fault('Throttling')), lost, groups])
    await calls.send(client, read)
    expect(sent).toHaveLength(14)
    const endless = account([...times(12, fault('Throttling')), ...times(50, lost)])
    await expect(endless.calls.send(endless.client, read)).rejects.toThrow('There is no usable answer')
    expect(endless.sent).toHaveLength(22)
  })

  test('waits for the longest time once many retries have used up the budget, and recovers with successes', async () => {
    const throttled = fault('Throttling')
    const { calls, client, clock } = account([...times(120, throttled), groups, throttled, groups])
    for (let call = 0; call < 12; call++) await calls.send(client, read, { attempts: 10 }).catch(() => undefined)
    expect(clock.slept.filter((milliseconds) => milliseconds === 20_000)).toHaveLength(12 * 9 - 100)
    await calls.send(client, read)
    await calls.send(client, read)
    // After so many refusals a call leaves every two seconds; an answer has raised that to 0.7 a second, and the last refusal has taken a
    // fifth of it: one in 1,786 ms, of which the backoff is a part.
    expect(clock.slept.slice(-2)).toEqual([500, 1286])
  })

  test('that AWS refuses for good is not repeated and keeps the cause', async () => {
    const { calls, client, clock } = account([fault('ValidationError', { message: 'AutoScalingGroup name not found' })])
    const failure = await calls.send(client, suspend).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect((failure as UserError).message).toBe(
      'AWS refused autoscaling:SuspendProcesses for the group web. ValidationError: AutoScalingGroup name not found.',
    )
    expect((failure as UserError).cause).toMatchObject({ name: 'ValidationError' })
    expect(clock.slept).toEqual([])
  })

  test('that changes something does not leave in a dry run', async () => {
    const { calls, client, sent } = account([groups], { mutable: false })
    await expect(calls.send(client, suspend)).rejects.toThrow(
      'A dry run was about to send autoscaling:SuspendProcesses. Nothing was sent.',
    )
    expect(sent).toEqual([])
    expect(calls.calls.size).toBe(0)
    await calls.send(client, read)
    expect(sent).toHaveLength(1)
  })

  test('stops waiting when the run is cancelled', async () => {
    const cancelled = AbortSignal.abort(new Error('cancelled'))
    const { calls, client } = account([fault('Throttling')], { signal: cancelled })
    await expect(calls.send(client, read)).rejects.toThrow('cancelled')
  })

  test('passes a defect of the action on unchanged', async () => {
    const defect = new TypeError('x is not a function')
    const { calls, client } = account([defect])
    await expect(calls.send(client, read)).rejects.toBe(defect)
  })

  test('passes the error of the credential provider on, once', async () => {
    const { handler } = canned([])
    const reported = new UserError({ what: 'No token.', cause: broken('ECONNREFUSED') })
    const credentials = () => Promise.reject(reported)
    const client = new AutoScalingClient({ region: 'eu-west-1', credentials, maxAttempts: 1, requestHandler: handler })
    const clock = quickClock()
    await expect(caller({ clock, random: () => 0, mutable: true }).send(client, read)).rejects.toBe(reported)
    expect(clock.slept).toEqual([])
  })
})
