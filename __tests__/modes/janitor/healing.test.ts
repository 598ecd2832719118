/** Forty groups with one thing left behind in each, and others with none. */
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { leave, leaveBehind } from '../../../testing/left-behind.ts'
import { changesOf, clean, type JanitorRun, HEAL, HOUR, touched } from './fixture.ts'

beforeAll(takeShortcut)

const EACH = 8

/** Two janitors that begin at the same moment, their calls interleaved. */
async function twoAtOnce(account: SimulatedAccount): Promise<readonly JanitorRun[]> {
  const settled = await account.clock.runActors(
    ['1', '2'].map((run) => (clock) => clean(account, HEAL, { clock, runId: `${Math.round(clock.now())}${run}` })),
  )
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

test('what is left in 40 groups is found, marked, healed by a later run and gone, and no healthy group is touched', async () => {
  const account = new SimulatedAccount()
  const left = await leaveBehind(account, EACH)
  const healthy = (['classic', 'target-group'] as const).map(
    (kind, index) => addGroup(account, { name: `healthy-${index}`, size: 2, balancers: [kind] }).name,
  )
  account.timeline.advance(25 * HOUR)
  const expected = (state: string) => left.map((name) => `${name}: ${name.replace(/-\d$/, '')} ${state}`).toSorted()

  // Without `heal` not one call changes anything.
  const looked = await clean(account, {})
  expect(left).toHaveLength(40)
  expect(looked.states).toEqual(expected('reported'))
  expect(changesOf(account)).toEqual([])
  expect(looked.outputs).toMatchObject({ changed: 'false', healed: '[]' })
  expect(looked.failed).toBe(false)

  // At first sight everything is marked, and nothing else.
  const marking = await twoAtOnce(account)
  expect(marking.map(({ failed }) => failed)).toEqual([false, false])
  expect(marking.flatMap(({ healed }) => healed)).toEqual([])
  expect(new Set(changesOf(account).map(({ operation }) => operation))).toEqual(new Set(['CreateOrUpdateTags']))
  expect(touched(account, left)).toEqual(left)
  const soon = await clean(account, HEAL)
  expect(soon.states).toEqual(expected('reported'))
  expect(changesOf(account)).toEqual([])
  // Of what AWS does not date it is known now since when it was seen.
  const undated = (run: JanitorRun) => run.findings.filter(({ since }) => since === null).map(({ finding }) => finding)
  expect(new Set(undated(looked))).toEqual(new Set(['unregistered']))
  expect(undated(soon)).toEqual([])

  // A later run heals, also where two do it at once.
  account.timeline.advance(25 * HOUR)
  const sweeping = await twoAtOnce(account)
  expect(sweeping.flatMap(({ annotations }) => annotations)).toEqual([])
  expect(new Set(sweeping.flatMap(({ healed }) => healed.map(({ group }) => group)))).toEqual(new Set(left))
  const swept = changesOf(account)
  expect(touched(account, healthy)).toEqual([])
  expect(new Set(swept.map(({ operation }) => operation))).toEqual(
    new Set(['CancelInstanceRefresh', 'CreateOrUpdateTags', 'DeleteTags', 'ExitStandby', 'RegisterInstancesWithLoadBalancer', 'RegisterTargets', 'ResumeProcesses', 'TerminateInstanceInAutoScalingGroup']),
  ) // prettier-ignore

  account.timeline.advance(HOUR)
  const last = await clean(account, {})
  expect(last.findings).toEqual([])
  expect(last.summary).toContain('## ✅ Fleet Patch: nothing was left behind in 42 groups')
  const { AutoScalingGroups = [] } = account.autoScaling.operations.DescribeAutoScalingGroups({})
  expect(AutoScalingGroups.flatMap(({ Tags = [] }) => Tags.filter(({ Key = '' }) => Key.startsWith('fleet-patch:')))).toEqual([]) // prettier-ignore
  expect(Object.keys(leave)).toHaveLength(left.length / EACH)
})
