/** What a janitor does not touch, whatever it may heal. */
import { ResumeProcessesCommand } from '@aws-sdk/client-auto-scaling'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { githubIssuer } from '../../../simulator/sts/trust.ts'
import { Collector } from '../../../src/report/results/collect.ts'
import { connectRegions } from '../../../src/main/connect-regions.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { runRequestOf } from '../../../src/main/report-run.ts'
import { recordingRunner } from '../../../testing/recording-runner.ts'
import { groupIdOf } from '../../../src/aws/groups/identity.ts'
import { memoTags } from '../../../src/aws/groups/memo-tag.ts'
import { githubToken } from '../../../simulator/oidc.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { leave, leaveSources } from '../../../testing/left-behind.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene } from '../../../testing/traffic-scene.ts'
import { aMemo } from '../../domain/rollout/a-fleet.ts'
import { catalogueOf, changesOf, clean, HEAL, HOUR } from './fixture.ts'

beforeAll(takeShortcut)

const DAY = 25 * HOUR
const SUSPENDED = { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance', 'HealthCheck'] }

/** A group in which processes were suspended a day ago. */
function suspended(tags: Readonly<Record<string, string>> = {}): SimulatedAccount {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 1, tags })
  account.autoScaling.operations.SuspendProcesses(SUSPENDED)
  account.timeline.advance(DAY)
  return account
}

/** The operations of a janitor that heals after another one has marked. */
async function twice(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>> = {},
  options: Parameters<typeof clean>[2] = {},
) {
  const first = await clean(account, { ...HEAL, ...inputs }, options)
  const marked = changesOf(account).map(({ operation }) => operation)
  account.timeline.advance(DAY)
  const second = await clean(account, { ...HEAL, ...inputs }, options)
  return { first, second, operations: [...marked, ...changesOf(account).map(({ operation }) => operation)] }
}

test.each([
  { name: 'a dark launch', inputs: { mode: 'scale-up-patch', dark: 'true' }, why: 'are dark and wait to be released' },
  { name: 'a closed gate', inputs: { mode: 'respawn', checkpoints: '1', promote: 'by-hand' }, why: 'waits at a gate' },
])('$name waits by design and is only reported', async ({ inputs, why }) => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2, outdated: true, balancers: ['target-group'] })
  await runAction(account, { inputs: { 'auto-scaling-groups': 'web', ...inputs } })
  account.timeline.advance(DAY)
  const { second, operations } = await twice(account)
  expect(second.states).toEqual(['web: waiting-state reported'])
  expect(second.lines.join('\n')).toContain(why)
  expect(operations).toEqual([])
})

test('the kept side of a shift of traffic waits by design and is only reported', async () => {
  const { account } = trafficScene({ green: { size: 2, outdated: true } })
  const shifted = await runAction(account, {
    inputs: { mode: 'blue-green', blue: 'shop-blue', green: 'shop-green', image: 'latest', keep: '7200' },
  })
  expect(shifted.failed).toBe(false)
  account.timeline.advance(DAY)
  const { second, operations } = await twice(account)
  expect(second.states).toEqual(['shop-blue: waiting-state reported', 'shop-green: waiting-state reported'])
  expect(operations).toEqual([])
})

test('beside a run that is at work its groups are left alone, and the others are marked', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'rolling', size: 3, outdated: true, balancers: ['target-group'] })
  leave['suspended-processes'](account, ['web'])
  account.timeline.advance(DAY)
  const [roll, janitor] = await account.clock.runActors([
    (clock) => runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'rolling' }, clock }),
    async (clock) => {
      await clock.sleep(200_000)
      return await clean(account, HEAL, { clock })
    },
  ])
  if (roll?.status !== 'fulfilled' || janitor?.status !== 'fulfilled') throw new Error('a run has not ended')
  expect(roll.value.failed).toBe(false)
  const { outputs } = janitor.value as Awaited<ReturnType<typeof clean>>
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({
    janitor: { findings: [{ group: 'web', state: 'marked' }], skipped: [{ group: 'rolling', why: expect.stringMatching(/^run 1000 .* holds its lease/) as string }] },
  }) // prettier-ignore
})

test('a run that begins while the janitor heals has its group for itself', async () => {
  const account = new SimulatedAccount()
  leave['suspended-processes'](account, ['web'])
  account.timeline.advance(DAY)
  await clean(account, HEAL)
  account.timeline.advance(DAY)
  let looks = 0
  account.ledger.recorder = {
    before: ({ operation }) => {
      // After everything was judged, before the group is looked at once more.
      if (operation !== 'DescribeAutoScalingGroups' || ++looks !== 5) return
      const { AutoScalingGroups = [] } = account.autoScaling.operations.DescribeAutoScalingGroups({})
      const now = Math.floor(account.timeline.now)
      const groupId = AutoScalingGroups.map(groupIdOf)[0]
      const memo = aMemo(1, { startedAt: now, heartbeatAt: now, groupId, sizes: { min: 0, max: 2, desired: 1 } })
      account.autoScaling.operations.CreateOrUpdateTags({ Tags: memoTags('web', memo) })
    },
    after: () => undefined,
  }
  const run = await clean(account, HEAL)
  expect(run.findings).toMatchObject([{ finding: 'suspended-processes', state: 'reported', why: expect.stringMatching(/^run 100 .*holds its lease/) as string }]) // prettier-ignore
  expect(changesOf(account)).toEqual([])
})

test('processes are resumed only where a catalogue claims the group, by name', async () => {
  const { second, operations } = await twice(suspended())
  expect(second.healed.map(({ group, heal }) => [group, heal])).toEqual([['web', 'resume']])
  expect(operations).toEqual(['CreateOrUpdateTags', 'ResumeProcesses', 'DeleteTags'])
  const ungoverned = await twice(suspended(), {}, { workspace: {} })
  expect(ungoverned.second.findings).toMatchObject([{ state: 'reported', why: 'processes are resumed only in groups that a catalogue claims' }]) // prettier-ignore
  expect(ungoverned.operations).toEqual([])
  const unclaimed = await twice(suspended(), {}, { catalogue: catalogueOf(['other']) })
  expect(unclaimed.second.findings).toMatchObject([{ state: 'reported', why: 'no service of the catalogue claims it in test' }]) // prettier-ignore
  expect(unclaimed.operations).toEqual([])
})

test('of a group with the tag that keeps processes suspended nothing is told', async () => {
  const { second, operations } = await twice(suspended({ 'fleet-patch:keep-suspended': 'true' }))
  expect([second.findings, operations]).toEqual([[], []])
})

test('a freeze keeps a janitor from everything but what a dead run has left', async () => {
  const account = suspended()
  await leave['stale-state'](account, ['dead'])
  account.timeline.advance(DAY)
  const freeze = "freezes: [{ name: Christmas, from: '2000-01-01', until: '2099-12-31' }]\n"
  const { second } = await twice(account, {}, { catalogue: catalogueOf(['*'], freeze) })
  expect(second.states).toEqual(['dead: stale-state healed', 'web: suspended-processes reported'])
  expect(second.findings.map(({ why }) => why)).toContainEqual(expect.stringContaining('is frozen'))
})

test('what comes again after it was gone is seen for the first time again', async () => {
  const account = suspended()
  const { operations } = account.autoScaling
  await clean(account, HEAL)
  operations.ResumeProcesses(SUSPENDED)
  account.timeline.advance(DAY)
  const gone = await clean(account, HEAL)
  expect(gone.findings).toEqual([])
  // The mark goes with it.
  expect(changesOf(account).map(({ operation }) => operation)).toEqual(['DeleteTags'])
  operations.SuspendProcesses(SUSPENDED)
  account.timeline.advance(DAY)
  expect((await clean(account, HEAL)).states).toEqual(['web: suspended-processes marked'])
})

test('a dry run tells what would be marked, and what would be healed, and makes no call that changes anything', async () => {
  const account = suspended()
  const dry = { ...HEAL, 'dry-run': 'true' }
  expect((await clean(account, dry)).findings).toMatchObject([{ state: 'reported', why: 'a dry run: it would be marked' }]) // prettier-ignore
  expect(changesOf(account)).toEqual([])
  await clean(account, HEAL)
  account.timeline.advance(DAY)
  expect((await clean(account, dry)).findings).toMatchObject([{ why: 'a dry run: it would be healed' }])
  expect(changesOf(account)).toEqual([])
})

test.each([
  { heal: 'false', refusal: 'A dry run was about to send autoscaling:ResumeProcesses. Nothing was sent.' },
  { heal: 'true', refusal: undefined },
])('with `heal: $heal` the connection itself decides whether a change is sent', async ({ heal, refusal }) => {
  const account = suspended()
  const role = 'arn:aws:iam::123456789012:role/fleet-patch'
  account.sts.addRole({ arn: role, issuer: githubIssuer })
  const runner = recordingRunner({
    inputs: { mode: 'janitor', heal, 'auto-scaling-groups': '*', 'aws-region': 'eu-west-1', 'role-to-assume': role },
    idToken: (audience) => githubToken({ timeline: account.timeline }, audience),
  })
  const { clock } = account
  const platform = { runner, clock, random: Math.random, signal: new AbortController().signal, requestHandler: account.requestHandler({ clock }) }
  const record = { report: () => undefined, collector: new Collector(), runRequest: runRequestOf(runner), connected: [] }
  const [connected] = await connectRegions(platform, readInputs(runner, runner.environment), record)
  const sent = connected.send(await connected.clients.autoScaling(), new ResumeProcessesCommand(SUSPENDED))
  const outcome = await sent.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : error),
  )
  expect(outcome).toBe(refusal)
  expect(changesOf(account).map(({ operation }) => operation)).toEqual(refusal === undefined ? ['ResumeProcesses'] : [])
}) // prettier-ignore

test('a finding of `fail-on` that is left makes the step red, a healed one does not', async () => {
  const account = suspended()
  const red = await clean(account, { ...HEAL, 'fail-on': 'standby\nsuspended-processes' })
  expect(red.failed).toBe(true)
  expect(red.annotations.find(({ level }) => level === 'error')?.message).toContain(
    '1 finding of `fail-on` is left.\nWhy: web: suspended-processes.',
  )
  expect(red.states).toEqual(['web: suspended-processes marked'])
  account.timeline.advance(DAY)
  const green = await clean(account, { ...HEAL, 'fail-on': 'any' })
  expect([green.failed, green.states]).toEqual([false, ['web: suspended-processes healed']])
})

test('what AWS refuses to heal makes the step red, keeps its mark, and the rest is healed', async () => {
  const account = suspended()
  leave.standby(account, ['stand'])
  account.timeline.advance(DAY)
  await clean(account, HEAL)
  account.timeline.advance(DAY)
  account.faults.deny('autoscaling:ResumeProcesses')
  const run = await clean(account, HEAL)
  expect(run.failed).toBe(true)
  expect(run.states).toEqual(['stand: standby healed', 'web: suspended-processes failed'])
  expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain('autoscaling:ResumeProcesses')
  const record = JSON.parse(run.outputs['audit'] ?? '') as readonly {
    readonly group: string
    readonly result: string
  }[]
  expect(record).toMatchObject([
    { group: 'stand', service: 'shop', result: 'healed', reason: 'standby healed (exit-standby).' },
    { group: 'web', service: 'shop', result: 'failed', reason: 'suspended-processes failed.' },
  ])
  expect(account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.Tags?.map(({ Key }) => Key)).toEqual(['fleet-patch:seen']) // prettier-ignore
})

test('what another run heals a moment before the call is gone, and no failure', async () => {
  const account = new SimulatedAccount()
  leave.standby(account, ['web'])
  account.timeline.advance(DAY)
  await clean(account, HEAL)
  account.timeline.advance(DAY)
  account.ledger.recorder = {
    before: ({ operation, input }) => {
      if (operation === 'ExitStandby') account.autoScaling.operations.ExitStandby(input as never)
    },
    after: () => undefined,
  }
  const run = await clean(account, HEAL)
  expect([run.failed, run.states]).toEqual([false, ['web: standby gone']])
  // Its mark goes all the same.
  expect(changesOf(account).map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['ExitStandby', 'ValidationError'],
    ['DeleteTags', 'ok'],
  ])
})

test('a team is told of a janitor that changes something, and of none that only looks', async () => {
  const account = suspended()
  const posts: string[] = []
  const postJson = async (_url: string, body: unknown): Promise<number> => posts.push(JSON.stringify(body)) && 200
  const told = async (inputs: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    posts.length = 0
    await clean(account, { 'notify-webhook': 'https://hooks.example/T0', ...inputs }, { postJson })
    return [...posts]
  }
  expect(await told({})).toEqual([])
  expect(await told(HEAL)).toEqual([
    expect.stringContaining('janitor begins: web'),
    expect.stringContaining('1 finding in 1 of 1 group: 1 marked'),
  ])
  expect(await told({ 'fail-on': 'any' })).toEqual([expect.stringContaining('1 finding of `fail-on` is left.')])
})

test('launch sources that nothing uses are marked in a parameter and deleted by a later run with `heal-sources`', async () => {
  const account = new SimulatedAccount()
  const { configuration } = leaveSources(account)
  // Of a part of the groups it is not known what is in no use.
  expect((await clean(account, { 'auto-scaling-groups': 'patched' })).findings).toEqual([])
  const kept = await twice(account)
  expect(kept.second.findings.map(({ finding, why }) => [finding, why])).toEqual([
    ['unused-configuration', 'without `heal-sources`'],
    ['unused-template-versions', 'without `heal-sources`'],
  ])
  expect(kept.operations).toEqual([])
  const { second, operations } = await twice(account, { 'heal-sources': 'true' })
  expect(second.healed).toHaveLength(2)
  expect(operations).toEqual(['PutParameter', 'DeleteLaunchConfiguration', 'DeleteLaunchTemplateVersions', 'PutParameter']) // prettier-ignore
  expect(second.healed.map(({ resource }) => resource)).toContain(configuration)
  expect((await clean(account, {})).findings).toEqual([])
})

test('states that only people decide are reported, each since when AWS tells it', async () => {
  const account = new SimulatedAccount()
  const { operations } = account.autoScaling
  addGroup(account, { name: 'guarded', size: 2 })
  operations.SetInstanceProtection({ AutoScalingGroupName: 'guarded', InstanceIds: [...instanceIds(account, 'guarded')], ProtectedFromScaleIn: true }) // prettier-ignore
  addGroup(account, { name: 'fixed', size: 2, sizes: { min: 2, max: 2 } })
  operations.PutScalingPolicy({ AutoScalingGroupName: 'fixed', PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' }, TargetValue: 50 } }) // prettier-ignore
  addGroup(account, { name: 'hooked', size: 1 })
  operations.PutLifecycleHook({ AutoScalingGroupName: 'hooked', LifecycleHookName: 'boot', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING', HeartbeatTimeout: 30 }) // prettier-ignore
  operations.SetDesiredCapacity({ AutoScalingGroupName: 'hooked', DesiredCapacity: 2 })
  account.timeline.advance(HOUR)
  operations.SetDesiredCapacity({ AutoScalingGroupName: 'hooked', DesiredCapacity: 1 })
  addGroup(account, { name: 'doubled', size: 2, sizes: { min: 0, max: 4 }, outdated: true })
  operations.SetDesiredCapacity({ AutoScalingGroupName: 'doubled', DesiredCapacity: 4 })
  addGroup(account, { name: 'refreshed', size: 2, outdated: true })
  operations.SetInstanceProtection({ AutoScalingGroupName: 'refreshed', InstanceIds: instanceIds(account, 'refreshed').slice(0, 1), ProtectedFromScaleIn: true }) // prettier-ignore
  operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed', Preferences: { ScaleInProtectedInstances: 'Wait' } }) // prettier-ignore
  account.timeline.advance(DAY)
  addGroup(account, { name: 'lattice', size: 1 })
  operations.AttachTrafficSources({ AutoScalingGroupName: 'lattice', TrafficSources: [{ Identifier: 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0', Type: 'vpc-lattice' }] }) // prettier-ignore
  const { second, operations: made } = await twice(account)
  expect(second.states).toEqual([
    'doubled: surplus-left reported',
    'fixed: fixed-size reported',
    'guarded: protected-instances reported',
    'hooked: failing-hooks reported',
    'lattice: stuck-traffic-source reported',
    'refreshed: failed-refresh reported',
  ])
  expect(second.findings.find(({ group }) => group === 'hooked')?.since).toMatch(/^2026-01-05T/)
  expect(made).toEqual([])
})
