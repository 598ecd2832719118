import { adjustmentOf, listens, ScalingPolicies } from '../../../src/aws/observe/scaling-policies.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

const policy = (AutoScalingGroupName: string, PolicyName: string) => ({ AutoScalingGroupName, PolicyName })

/** An account with a policy for each group that is asked for, and one of another group in every listing. */
function policiesIn() {
  const connection = fakeConnection({
    DescribePolicies: ({ AutoScalingGroupName: name }: { AutoScalingGroupName?: string }) => ({
      ScalingPolicies: [
        policy('other', 'foreign'),
        ...(name === undefined ? ['g-0', 'g-1', 'g-2', 'g-3'] : [name]).map((each) => policy(each, `cpu-${each}`)),
      ],
    }),
  })
  return { connection, policies: new ScalingPolicies(connection) }
}

const GROUPS = ['g-0', 'g-1', 'g-2', 'g-3', 'g-4']

test.each([
  { name: 'few groups are asked for one by one', groups: GROUPS.slice(0, 3), calls: 3 },
  { name: 'of many the account is listed', groups: GROUPS, calls: 1 },
  { name: 'none, no call', groups: [], calls: 0 },
])('$name, once in a run, and each gets its own', async ({ groups, calls }) => {
  const { connection, policies } = policiesIn()
  await policies.ask(groups)
  const of = await policies.ask(groups)
  for (const group of groups)
    expect(of(group).map(({ PolicyName }) => PolicyName)).toEqual(group === 'g-4' ? [] : [`cpu-${group}`])
  expect(connection.count('DescribePolicies')).toBe(calls)
})

test('what could not be read is asked for again', async () => {
  let answers = 0
  const connection = fakeConnection({
    DescribePolicies: () => {
      answers++
      if (answers === 1) throw refused('AccessDenied')
      return { ScalingPolicies: [policy('web', 'cpu')] }
    },
  })
  const policies = new ScalingPolicies(connection)
  await expect(policies.ask(['web'])).rejects.toThrow('AccessDenied')
  expect((await policies.ask(['web']))('web')).toHaveLength(1)
})

test.each([
  { name: 'target tracking', is: { PolicyType: 'TargetTrackingScaling' }, adjusts: 'exact', heard: true },
  { name: 'a step', is: { PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity' }, adjusts: 'relative', heard: true }, // prettier-ignore
  { name: 'percent', is: { PolicyType: 'SimpleScaling', AdjustmentType: 'PercentChangeInCapacity' }, adjusts: 'relative', heard: true }, // prettier-ignore
  { name: 'a number', is: { PolicyType: 'SimpleScaling', AdjustmentType: 'ExactCapacity' }, adjusts: 'exact', heard: true }, // prettier-ignore
  { name: 'one that is switched off', is: { PolicyType: 'SimpleScaling', Enabled: false }, adjusts: 'relative', heard: false }, // prettier-ignore
  { name: 'predictive scaling', is: { PolicyType: 'PredictiveScaling' }, adjusts: 'relative', heard: false },
])('$name sets or adds, and listens to alarms or not', ({ is, adjusts, heard }) => {
  expect(adjustmentOf(is)).toBe(adjusts)
  expect(listens(is)).toBe(heard)
})
