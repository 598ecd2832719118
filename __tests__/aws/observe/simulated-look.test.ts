import type { FleetsPort } from '../../../src/controllers/rollout/ports.ts'
import { awsClients } from '../../../src/aws/client/clients.ts'
import { caller } from '../../../src/aws/client/call.ts'
import type { Connection } from '../../../src/aws/client/connection.ts'
import { fleetsPort } from '../../../src/aws/observe/fleets.ts'
import { selectNames } from '../../../src/aws/select/select.ts'
import type { Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import { addGroup, addSenzaStack, letBecomeHealthy } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'

/** The real clients on the real wire format, ending in a simulated account. */
function connectionTo(account: SimulatedAccount): Connection {
  const { region, credentials, requestHandler } = account.clientConfig()
  const clients = awsClients({
    region,
    credentials: () => Promise.resolve(credentials),
    mutable: true,
    requestHandler,
  })
  const { send } = caller({ clock: account.clock, random: () => 0.5, mutable: true })
  return { region, clients, send }
}

async function lookAt(account: SimulatedAccount, port: FleetsPort, group: string): Promise<Fleet> {
  const fleet = (await port.look([group], account.timeline.now)).fleets[0]
  if (fleet === undefined) throw new Error(`${group} is gone.`)
  return fleet
}

const none = { groups: [], stacks: [], tags: [] }

test('a stack on a launch configuration and a classic load balancer is found and read correctly', async () => {
  const account = new SimulatedAccount()
  const { name, oldImageId, newImageId, instanceIds } = addSenzaStack(account, { outdated: true })
  addSenzaStack(account, { stack: 'mystack-canary' })
  const connection = connectionTo(account)
  expect(await selectNames(connection, { ...none, stacks: [{ name: 'mystack', version: undefined }] })).toEqual([name])

  const fleet = await lookAt(account, fleetsPort(connection), name)
  expect(fleet).toMatchObject({
    sizes: { desired: 2 },
    source: { kind: 'configuration', imageId: newImageId },
    memo: undefined,
    failedLaunches: [],
  })
  expect(fleet.instances.map(({ id }) => id).sort()).toEqual(instanceIds)
  for (const instance of fleet.instances) {
    expect(instance).toMatchObject({
      lifecycle: 'InService',
      healthy: true,
      imageId: oldImageId,
      readySince: account.timeline.now,
      balancers: [{ state: 'healthy' }],
    })
    expect(instance.reference).not.toEqual(fleet.source.base)
    expect(instance.launchedAt).toBeLessThan(account.timeline.now)
  }
})

test.each(['template-number', 'template-latest', 'template-default', 'mixed', 'mixed-override-template'] as const)(
  'a group on %s behind a target group is read correctly, outdated',
  async (launch) => {
    const account = new SimulatedAccount()
    const { name, newImageId } = addGroup(account, {
      name: 'web',
      launch,
      balancers: ['target-group'],
      outdated: true,
    })
    const fleet = await lookAt(account, fleetsPort(connectionTo(account)), name)
    expect(fleet.source).toMatchObject({ kind: launch.startsWith('mixed') ? 'mixed' : 'template', imageId: newImageId })
    const fresh = [fleet.source.base, ...fleet.source.overrides.map(({ reference }) => reference)]
    for (const { reference, balancers } of fleet.instances) {
      expect(reference?.kind).toBe('template')
      expect(fresh).not.toContainEqual(reference)
      expect(balancers).toMatchObject([{ state: 'healthy' }])
    }
  },
)

test('every change shows at the next read, and in the end the group is as it was', async () => {
  const account = new SimulatedAccount()
  const { name, instanceIds } = addGroup(account, { name: 'web', size: 3, balancers: ['target-group'] })
  const port = fleetsPort(connectionTo(account))
  const before = await lookAt(account, port, name)
  const after = async (change: Change): Promise<Fleet> => {
    await port.apply(name, change)
    return lookAt(account, port, name)
  }
  const memo: Memo = {
    groupId: before.groupId,
    run: '1/1/a',
    startedAt: account.timeline.now,
    heartbeatAt: account.timeline.now,
    sizes: before.sizes,
    suspends: ['AZRebalance', 'AlarmNotification'],
    surge: 1,
    source: before.source.fingerprint,
    replaceLaunchedUntil: undefined,
  }
  expect((await after({ kind: 'save-state', memo })).memo).toEqual(memo)
  await port.apply(name, { kind: 'renew-lease', memo: { ...memo, heartbeatAt: memo.startedAt + 60 } })
  expect((await lookAt(account, port, name)).memo).toEqual({ ...memo, heartbeatAt: memo.startedAt + 60 })

  const suspended = await after({ kind: 'suspend', processes: memo.suspends })
  expect([...suspended.suspended].sort()).toEqual(['AZRebalance', 'AlarmNotification'].sort())

  expect((await after({ kind: 'resize', sizes: { max: 4, desired: 4 } })).sizes).toEqual({
    ...before.sizes,
    max: 4,
    desired: 4,
  })
  letBecomeHealthy(account, name)
  const grown = await lookAt(account, port, name)
  const launched = grown.instances.filter(({ id }) => !instanceIds.includes(id))
  expect(launched).toMatchObject([{ lifecycle: 'InService', firstSeenAt: expect.any(Number) as number }])

  const [first = '', ...others] = instanceIds
  const one = await after({ kind: 'terminate', instances: [first], decrement: true })
  expect(one.sizes.desired).toBe(3)
  const three = await after({ kind: 'terminate', instances: others, decrement: false })
  expect(three.sizes.desired).toBe(3)
  expect(three.instances.filter(({ id, lifecycle }) => instanceIds.includes(id) && lifecycle === 'InService')).toEqual(
    [],
  )
  account.timeline.advance(3600)
  // The first instance is gone, which is no failure; but a call that did not lower the desired capacity must not count as one.
  await port.apply(name, { kind: 'terminate', instances: [first], decrement: false })
  await expect(port.apply(name, { kind: 'terminate', instances: [first], decrement: true })).rejects.toThrow(
    /stays as it is: an instance has left the group already/,
  )

  await after({ kind: 'resize', sizes: { max: before.sizes.max } })
  await after({ kind: 'resume', processes: memo.suspends })
  expect(await after({ kind: 'clear-state' })).toMatchObject({
    sizes: before.sizes,
    suspended: [],
    memo: undefined,
    source: before.source,
  })
})

test('a launch that AWS refuses is reported in AWS’s words', async () => {
  const reason = 'We currently do not have sufficient t3.small capacity in the Availability Zone you requested.'
  const account = new SimulatedAccount()
  const { name } = addGroup(account, { name: 'web', sizes: { min: 0, max: 4 } })
  const port = fleetsPort(connectionTo(account))
  expect((await lookAt(account, port, name)).failedLaunches).toEqual([])
  account.behaviour.refuseLaunch = () => reason
  await port.apply(name, { kind: 'resize', sizes: { desired: 3 } })
  account.timeline.advance(120)
  const { failedLaunches } = await lookAt(account, port, name)
  expect(failedLaunches.length).toBeGreaterThan(0)
  for (const failed of failedLaunches) expect(failed.reason).toContain(reason)
})

test('what falls due is read by the saved state that a run remembers, where the tags of the group say something else', async () => {
  const account = new SimulatedAccount()
  const { name } = addGroup(account, { name: 'web', size: 3 })
  const began = account.timeline.now
  account.autoScaling.operations.PutScheduledUpdateGroupAction({
    AutoScalingGroupName: name,
    ScheduledActionName: 'night',
    StartTime: new Date((began + 30) * 1000),
    MinSize: 1,
  })
  const port = fleetsPort(connectionTo(account))
  const { sizes, groupId, source } = await lookAt(account, port, name)
  const memo: Memo = {
    groupId,
    run: '1/1/a',
    startedAt: began,
    heartbeatAt: began,
    sizes,
    suspends: ['ScheduledActions'],
    surge: 1,
    source: source.fingerprint,
    replaceLaunchedUntil: undefined,
  }
  await port.apply(name, { kind: 'suspend', processes: memo.suspends })
  // Of tags that suspend nothing others have suspended the actions: nothing that falls due would be the run's to carry out.
  await port.apply(name, { kind: 'save-state', memo: { ...memo, startedAt: 1, suspends: [] } })
  account.timeline.advance(60)
  const look = async (remembered?: ReadonlyMap<string, Memo>): Promise<Fleet | undefined> =>
    (await port.look([name], account.timeline.now, 'the group alone', undefined, remembered)).fleets[0]
  expect((await look())?.dueActions).toBeUndefined()
  expect(await look(new Map([[name, memo]]))).toMatchObject({
    dueActions: [{ name: 'night', at: began + 30, sizes: { min: 1 } }],
    memo: { startedAt: 1 },
  })
})
