import { type Garbling, GARBLINGS } from '../../simulator/wire/garbled.ts'
import { expectPutBack, expectRolled, operator, run, scene, standing } from './fixture.ts'

const READS = [
  'sts:GetCallerIdentity',
  'autoscaling:DescribeAutoScalingGroups',
  'autoscaling:DescribeScalingActivities',
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplates',
  'ec2:DescribeLaunchTemplateVersions',
  'elasticloadbalancing:DescribeTargetHealth',
  'ec2:DescribeSubnets',
  'servicequotas:GetServiceQuota',
]
const CHANGES = [
  'autoscaling:CreateOrUpdateTags',
  'autoscaling:SuspendProcesses',
  'autoscaling:UpdateAutoScalingGroup',
  'autoscaling:TerminateInstanceInAutoScalingGroup',
  'autoscaling:ResumeProcesses',
  'autoscaling:DeleteTags',
]

describe('an answer that is no answer of AWS is asked for again', () => {
  test.each(READS)('to %s', async (action) => {
    const fixture = scene({ size: 2 })
    for (const [index, as] of GARBLINGS.entries())
      fixture.account.faults.inject({ action, fault: { kind: 'garbled', as }, skip: 2 * index, times: 1 })
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.ledger.entries.some((entry) => entry.action === action && entry.outcome === 'garbled')).toBe(
      true,
    )
  })
})

describe('a change whose answer was garbled is looked for, and not made twice', () => {
  const rows = CHANGES.flatMap((action, index) =>
    (['done', 'not done'] as const).map((effect) => ({ action, effect, as: GARBLINGS[index] as Garbling })),
  )
  test.each(rows)('$as to $action, which was $effect', async ({ action, as, effect }) => {
    const fixture = scene({ size: 2 })
    fixture.account.faults.inject({ action, fault: { kind: 'garbled', as }, effect, times: 1 })
    expectRolled(fixture, await run(fixture))
    expect(fixture.account.ledger.lowestReady('web')).toBe(2)
    expect(fixture.account.ledger.highestTotal('web')).toBe(3)
  })
})

test('what goes on for ten minutes is one annotation and a line a minute, in words', async () => {
  const fixture = scene()
  const { account } = fixture
  account.timeline.after(30, () =>
    account.faults.inject({ action: 'ec2:DescribeInstances', fault: { kind: 'garbled', as: 'proxy 403' } }),
  )
  account.timeline.after(630, () => account.faults.clear())
  const rolled = await run(fixture)
  expectRolled(fixture, rolled)
  const told = 'There is no usable answer to ec2:DescribeInstances: AWS answered with HTML (status 403). Looking again.'
  expect(rolled.annotations.map(({ message }) => message)).toEqual([told])
  const lines = rolled.lines.filter((line) => line.includes(told))
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.length).toBeLessThanOrEqual(11)
  expect(rolled.reported).not.toMatch(/UncertainOutcome|GarbledAnswer|UnknownError|Deserialization|carried out/)
})

test('a server error on a read that does not end is told in the same way', async () => {
  const fixture = scene()
  const { account } = fixture
  account.timeline.after(30, () =>
    account.faults.inject({
      action: 'ec2:DescribeInstances',
      fault: { kind: 'refusal', code: 'InternalError', message: 'An internal error has occurred', status: 500 },
    }),
  )
  const rolled = await run(fixture, { timeout: '20' })
  expect(rolled.failed).toBe(true)
  expect(rolled.annotations.filter(({ level }) => level === 'warning')).toHaveLength(1)
  const told =
    'There is no usable answer to ec2:DescribeInstances: AWS answered InternalError: An internal error has occurred.'
  const lines = rolled.lines.filter((line) => line.includes(told))
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.length).toBeLessThan(40)
  expect(rolled.reported).not.toMatch(/UncertainOutcome|whether it was carried out/)
})

describe('a group that one answer leaves out', () => {
  /** From then on so many answers leave the group out. */
  const leaveOut = ({ account }: ReturnType<typeof scene>, from: number, times: number): void => {
    const operations = operator(account)
    const { DescribeAutoScalingGroups } = operations
    let answered = 0
    Object.assign(operations, {
      DescribeAutoScalingGroups: (input: object) => {
        const answer = DescribeAutoScalingGroups(input)
        const index = answered++
        return index >= from && index < from + times ? { ...answer, AutoScalingGroups: [] } : answer
      },
    })
  }

  // The first is that of the selection.
  test.each([1, 2, 3, 6, 9])('is looked for again (answer %s)', async (from) => {
    const fixture = scene({ size: 2 })
    leaveOut(fixture, from, 1)
    expectRolled(fixture, await run(fixture))
  })

  test('does not exist where it stays away', async () => {
    const fixture = scene({ size: 2 })
    leaveOut(fixture, 6, Infinity)
    const rolled = await run(fixture)
    expect(rolled.failed).toBe(true)
    expect(rolled.reported).toContain('The Auto Scaling group web does not exist.')
  })
})

test('a proxy that blocks every change leaves nothing behind, and is named', async () => {
  const fixture = scene({ size: 2 })
  fixture.account.faults.inject({
    action: 'autoscaling:UpdateAutoScalingGroup',
    fault: { kind: 'garbled', as: 'proxy 403' },
  })
  const rolled = await run(fixture, { timeout: '3' })
  expectPutBack(fixture, rolled)
  expect(rolled.reported).toContain('AWS answered with HTML (status 403)')
  expect(standing(fixture.account)).toEqual(fixture.before)
})
