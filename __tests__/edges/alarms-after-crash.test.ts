/**
 * Runs that go on where another died with an image that raises an alarm. Seen before: the next run was refused, since the alarm was in
 * ALARM before its first change, and the bad instance stayed until a person came.
 */
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import type { LedgerEntry } from '../../simulator/ledger.ts'
import { type Inputs, oldLeft, run, type Scene, scene, standing } from './fixture.ts'

beforeAll(takeShortcut)

const OLD = 4
const ALARM = 'web-5xx'
const CANARY = { surge: '2', checkpoints: '1', bake: '10', alarms: ALARM }

/** A group whose new image serves, and raises the alarm twenty seconds later. */
function badImage(): Scene {
  const fixture = scene({ size: OLD, sizes: { min: 0, max: OLD }, launch: 'template-default' })
  const { cloudWatch, behaviour } = fixture.account
  cloudWatch.operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  cloudWatch.operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'OK', StateReason: 'Threshold not crossed' })
  behaviour.badImages.add(fixture.group.newImageId)
  behaviour.badAlarms.set(ALARM, 20)
  return fixture
}

/** The place, from 1, of the first call of the roll that this is true of. */
async function callOf(is: (entry: LedgerEntry) => boolean): Promise<number> {
  const whole = badImage()
  await run(whole, CANARY)
  return whole.account.ledger.entries.findIndex(is) + 1
}

/** A run that dies right after a call, and then as long as its lease lasts. */
async function dieAfter(fixture: Scene, call: number, inputs: Inputs = CANARY): Promise<void> {
  const died = await run(fixture, inputs, { process: { crash: { when: 'after', call } } })
  expect(died.died).toBe(true)
  fixture.account.timeline.advance(400)
}

const isLaunch = ({ operation, input }: LedgerEntry): boolean =>
  operation === 'UpdateAutoScalingGroup' && 'DesiredCapacity' in input
const isWayBack = ({ operation }: LedgerEntry): boolean =>
  operation === 'ModifyLaunchTemplate' || operation === 'CreateLaunchTemplateVersion'

const imagesIn = ({ account }: Scene): readonly unknown[] =>
  instanceIds(account, 'web').map((id) => account.ec2.machine(id)?.imageId)

function expectTakenBack(fixture: Scene): void {
  expect(oldLeft(fixture)).toHaveLength(OLD)
  expect(imagesIn(fixture)).not.toContain(fixture.group.newImageId)
  const { sizes, suspended } = standing(fixture.account)
  expect({ sizes, suspended }).toEqual({ sizes: fixture.before.sizes, suspended: fixture.before.suspended })
  expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
}

test.each([
  { name: 'as it is', inputs: {} },
  { name: 'though alarms at the start are to be ignored', inputs: { 'alarms-at-start': 'ignore-until-ok' } },
])('the next run takes the roll over, and its gate fails: $name', async ({ inputs }) => {
  const fixture = badImage()
  await dieAfter(fixture, await callOf(isLaunch))
  const next = await run(fixture, { ...CANARY, ...inputs }, { runId: '1001' })
  expect(next.result.status).toBe('halted')
  expect(next.reported).toContain('after the unfinished roll of web had begun, which fails its gate')
  expect(next.reported).toContain('The alarm web-5xx is in ALARM since')
  expectTakenBack(fixture)
})

test('a release of a canary that has raised an alarm since takes it back', async () => {
  const fixture = badImage()
  const gates = { checkpoints: '1', alarms: ALARM, promote: 'by-hand' }
  expect((await run(fixture, { surge: '2', ...gates })).result.status).toBe('gated')
  fixture.account.timeline.advance(3600)
  const released = await run(fixture, { mode: 'release', ...gates }, { runId: '1001' })
  expect(released.result.status).toBe('halted')
  expectTakenBack(fixture)
})

test('one that died while it took its roll back is gone on with: no alarm is asked, and the step is red', async () => {
  const fixture = badImage()
  const back = await callOf(isWayBack)
  const saved = await callOf((entry) => isSaved(entry))
  expect(saved).toBeGreaterThan(back)
  await dieAfter(fixture, saved)
  const next = await run(fixture, CANARY, { runId: '1001' })
  expect(next.failed).toBe(true)
  expect(next.result.status).toBe('halted')
  expect(next.result.failure?.what).toContain('is taken back to')
  expect(next.reported).toContain('which goes on being taken back')
  expectTakenBack(fixture)
})

const isSaved = ({ operation, input }: LedgerEntry): boolean =>
  operation === 'CreateOrUpdateTags' && JSON.stringify(input).includes('phase=taken-back')

test('what goes on being taken back is not taken back to what has failed', async () => {
  const fixture = badImage()
  await dieAfter(fixture, await callOf(isSaved))
  // Nothing can be launched any more, from the previous source neither.
  fixture.account.behaviour.refuseLaunch = () =>
    'You have requested more vCPU capacity than your current vCPU limit allows.'
  const [lost = ''] = fixture.group.instanceIds
  fixture.account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({ InstanceId: lost, ShouldDecrementDesiredCapacity: false }) // prettier-ignore
  const next = await run(fixture, { ...CANARY, 'on-failure': 'rollback' }, { runId: '1001' })
  expect(next.failed).toBe(true)
  expect(next.reported).toContain('AWS could not launch a new instance')
  expect(fixture.account.ledger.entries.filter(isWayBack)).toHaveLength(1)
})

test('one that died between the change of the launch source and its own word of it is refused, and says how to go back', async () => {
  const fixture = badImage()
  await dieAfter(fixture, await callOf(isWayBack))
  fixture.account.ledger.clear()
  const refused = await run(fixture, CANARY, { runId: '1001' })
  expect(refused.failed).toBe(true)
  expect(refused.reported).toContain('Or put back what is unfinished with `mode: restore`')
  expect(fixture.account.ledger.changes()).toEqual([])
  const restored = await run(fixture, { mode: 'restore' }, { runId: '1002' })
  expect(restored.failed).toBe(false)
  expectTakenBack(fixture)
})

test('an alarm that was raised before a roll is still ignored by the run that goes on with it', async () => {
  const fixture = badImage()
  const { account, group } = fixture
  account.behaviour.badImages.delete(group.newImageId)
  account.behaviour.badAlarms.clear()
  const inputs = { ...CANARY, bake: '1', 'alarms-at-start': 'ignore-until-ok' }
  account.cloudWatch.operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'ALARM', StateReason: 'long before' })
  account.timeline.advance(60)
  await dieAfter(fixture, await callOf(isLaunch), inputs)
  const next = await run(fixture, inputs, { runId: '1001' })
  expect(next.result.status).toBe('rolled')
  expect(next.reported).toContain('it counts from its first OK')
})

test('in waves the group that was left in the middle begins in its turn, and the others wait', async () => {
  const fixture = badImage()
  const { account } = fixture
  for (const name of ['api', 'zoo']) addGroup(account, { name, size: 1, ...(name === 'zoo' && { outdated: true }) })
  const waves = { 'auto-scaling-groups': 'api\nweb\nzoo', order: 'api\nweb\nzoo' }
  const alone = await callOf(isLaunch)
  await dieAfter(fixture, alone)
  const next = await run(fixture, { ...CANARY, ...waves }, { runId: '1001' })
  const { groups = [] } = JSON.parse(next.outputs['result'] ?? '{}') as { groups?: { group: string; status: string }[] }
  expect(Object.fromEntries(groups.map(({ group, status }) => [group, status]))).toEqual({
    api: 'current',
    web: 'halted',
    zoo: 'waiting',
  })
  expectTakenBack(fixture)
})
