import { SharedActivities } from '../../../src/aws/observe/shared-activities.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

const NOW = 1_767_600_000
const groups = ['web', 'api', 'batch', 'cron', 'mail', 'feed']

interface Input {
  readonly AutoScalingGroupName?: string
  readonly NextToken?: string
}

/** Each group has an activity at `NOW`, and one ten seconds before; the account has so many pages. */
function account({ pages = 1, ofAccount }: { readonly pages?: number; readonly ofAccount?: () => never } = {}) {
  const activitiesOf = (name: string) =>
    [0, 10].map((seconds) => ({
      ActivityId: `${name}-${seconds}`,
      AutoScalingGroupName: name,
      StartTime: new Date((NOW - seconds) * 1000),
    }))
  return fakeConnection({
    DescribeScalingActivities: ({ AutoScalingGroupName: name, NextToken = '1' }: Input) => {
      if (name !== undefined) return { Activities: activitiesOf(name) }
      ofAccount?.()
      const page = Number(NextToken)
      return {
        Activities: page === pages ? groups.flatMap(activitiesOf) : [],
        ...(page < pages && { NextToken: String(page + 1) }),
      }
    },
  })
}

const askAll = async (activities: SharedActivities, since = NOW - 60) =>
  Promise.all(groups.map((group) => activities.of({ group, since })))

const idsOf = (answers: Awaited<ReturnType<typeof askAll>>) =>
  answers.map((each) => each.map(({ ActivityId }) => ActivityId))

const ALL = groups.map((group) => [`${group}-0`, `${group}-10`])

test('one group is asked by itself', async () => {
  const connection = account()
  const [newest] = await new SharedActivities(connection).of({ group: 'web', since: NOW - 60 })
  expect(newest?.ActivityId).toBe('web-0')
  expect(connection.inputs('DescribeScalingActivities')).toMatchObject([{ AutoScalingGroupName: 'web' }])
})

test('what is asked at one moment is answered by one listing of the account', async () => {
  const connection = account({ pages: 2 })
  expect(idsOf(await askAll(new SharedActivities(connection)))).toEqual(ALL)
  // Without a group AWS takes no filter by status.
  expect(connection.inputs('DescribeScalingActivities')).toEqual([
    { Filters: [{ Name: 'StartTimeLowerBound', Values: ['2026-01-05T07:59:00Z'] }], MaxRecords: 100 },
    { Filters: [{ Name: 'StartTimeLowerBound', Values: ['2026-01-05T07:59:00Z'] }], MaxRecords: 100, NextToken: '2' },
  ])
})

test('each group is told what is not older than its own question', async () => {
  const activities = new SharedActivities(account())
  const [, , , young, old] = await Promise.all(
    groups.map((group, index) => activities.of({ group, since: index === 3 ? NOW - 5.5 : NOW - 60 })),
  )
  expect(young).toHaveLength(1)
  expect(old).toHaveLength(2)
})

test('where the account has more pages than groups are asked about, each is asked by itself from then on', async () => {
  const connection = account({ pages: 9 })
  const activities = new SharedActivities(connection)
  expect(idsOf(await askAll(activities))).toEqual(ALL)
  const before = connection.count('DescribeScalingActivities')
  expect(before).toBe(6 + 6)
  expect(idsOf(await askAll(activities))).toEqual(ALL)
  expect(connection.count('DescribeScalingActivities')).toBe(before + groups.length)
})

test('and the account is listed once more where that takes fewer calls than the groups that are asked about', async () => {
  const connection = account({ pages: 9 })
  const activities = new SharedActivities(connection)
  await askAll(activities)
  const many = [...groups, ...Array.from({ length: 4 }, (_, index) => `other-${index}`)]
  const before = connection.count('DescribeScalingActivities')
  await Promise.all(many.map((group) => activities.of({ group, since: NOW - 60 })))
  expect(connection.count('DescribeScalingActivities')).toBe(before + 9)
})

test('a role that may not list the account asks for each group', async () => {
  const connection = account({
    ofAccount: () => {
      throw refused('AccessDenied')
    },
  })
  expect(idsOf(await askAll(new SharedActivities(connection)))).toEqual(ALL)
})

test('where AWS does not answer, all that were waiting are told, and later questions are asked', async () => {
  let isOut = true
  const connection = account({
    ofAccount: () => {
      if (isOut) throw new UncertainOutcome('autoscaling:DescribeScalingActivities', { message: 'No answer.', cause: undefined }) // prettier-ignore
      return undefined as never
    },
  })
  const activities = new SharedActivities(connection)
  const settled = await Promise.allSettled(groups.map((group) => activities.of({ group, since: NOW - 60 })))
  expect(settled.map(({ status }) => status)).toEqual(groups.map(() => 'rejected'))
  isOut = false
  expect(idsOf(await askAll(activities))).toEqual(ALL)
})
