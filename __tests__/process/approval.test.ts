/** The workflows of docs/gates.md and docs/waves.md, with the approval between their jobs, run as GitHub runs them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fencedYaml } from '../../scripts/fenced-yaml.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, addSenzaStack, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { runWorkflow, type WorkflowOptions, type WorkflowOutcome } from '../../testing/workflow/run-workflow.ts'

let checkout = ''
beforeAll(() => {
  takeShortcut()
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
})
afterAll(() => rmSync(checkout, { recursive: true }))

/** The workflow of a page: its one block of YAML with jobs. */
function workflowOf(page: string): string {
  const found = fencedYaml(readFileSync(page, 'utf8')).filter(({ text }) => /^jobs:/m.test(text))
  expect(found).toHaveLength(1)
  return found[0]?.text ?? ''
}

/** The account that the pages name; its role trusts the main branch and the reviewers of production. */
function account(): SimulatedAccount {
  const made = new SimulatedAccount({ account: '123456789012', region: 'eu-west-1' })
  made.sts.addRole({
    arn: 'arn:aws:iam::123456789012:role/fleet-patch',
    issuer: githubIssuer,
    subjects: ['ref:refs/heads/main', 'environment:production'].map((each) => `repo:example/fleet:${each}`),
  })
  made.sts.accepts = 'known keys'
  return made
}

const run = (page: string, made: SimulatedAccount, more: Partial<WorkflowOptions>): Promise<WorkflowOutcome> =>
  runWorkflow({ root: process.cwd(), text: workflowOf(page), event: 'workflow_dispatch', checkout, accounts: [made], ...more }) // prettier-ignore

/** The status of each group after a step of ours, by job and step. */
const endsOf = ({ jobs }: WorkflowOutcome): readonly (readonly [string, Readonly<Record<string, string>>])[] =>
  jobs.flatMap(({ path, steps }) =>
    steps.flatMap(({ outputs: { result } }): (readonly [string, Readonly<Record<string, string>>])[] => {
      if (result === undefined) return []
      const { groups } = JSON.parse(result) as { groups: { group: string; status: string }[] }
      return [[path, Object.fromEntries(groups.map(({ group, status }) => [group, status]))]]
    }),
  )

describe('docs/gates.md', () => {
  function scene() {
    const made = account()
    const group = addSenzaStack(made, { size: 3, outdated: true })
    const newOnes = (): number => instanceIds(made, group.name).filter((id) => !group.instanceIds.includes(id)).length
    const oldOnes = (): number => instanceIds(made, group.name).filter((id) => group.instanceIds.includes(id)).length
    return { made, name: group.name, count: () => ({ oldOnes: oldOnes(), newOnes: newOnes() }) }
  }

  it('holds a canary until a reviewer approves, and lets it go on then', async () => {
    const { made, name, count } = scene()
    const seen: object[] = []
    const approves = (): boolean => {
      // The reviewers take their time.
      made.timeline.advance(4 * 3600)
      seen.push(count())
      return true
    }
    const outcome = await run('docs/gates.md', made, { approves })
    expect(seen).toEqual([{ oldOnes: 3, newOnes: 1 }])
    expect(outcome.status).toBe('success')
    expect(endsOf(outcome)).toEqual([
      ['canary', { [name]: 'gated' }],
      ['all', { [name]: 'rolled' }],
    ])
    expect(count()).toEqual({ oldOnes: 0, newOnes: 3 })
  })

  it('leaves the canary beside all old instances where the reviewers refuse', async () => {
    const { made, count } = scene()
    const outcome = await run('docs/gates.md', made, { approves: () => false })
    expect(outcome.jobs.map(({ status }) => status)).toEqual(['success', 'refused by reviewers'])
    expect(count()).toEqual({ oldOnes: 3, newOnes: 1 })
  })
})

it('docs/waves.md lets the first wave come to its end after the approval, and then takes the others', async () => {
  const made = account()
  const groups = ['shop-canary', 'shop-api'].map((name) => addGroup(made, { name, size: 2, tags: { Team: 'shop' } }))
  made.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'shop-5xx', MetricName: 'Errors', Namespace: 'Shop', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  const launchedBy = (): unknown =>
    made.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: ['shop-api'] })
      .AutoScalingGroups?.[0]?.LaunchTemplate
  const before = launchedBy()
  const seen: unknown[] = []
  const approves = (): boolean => {
    seen.push(launchedBy())
    return true
  }
  const outcome = await run('docs/waves.md', made, { event: 'schedule', approves })
  expect(outcome.status).toBe('success')
  expect(endsOf(outcome)).toEqual([
    ['canary', { 'shop-canary': 'gated', 'shop-api': 'waiting' }],
    ['all', { 'shop-canary': 'rolled', 'shop-api': 'current' }],
    ['all', { 'shop-canary': 'current', 'shop-api': 'rolled' }],
  ])
  // Before the approval no other group is patched.
  expect(seen).toEqual([before])
  expect(launchedBy()).not.toEqual(before)
  for (const { name, instanceIds: old } of groups)
    expect(instanceIds(made, name).filter((id) => old.includes(id))).toEqual([])
})
