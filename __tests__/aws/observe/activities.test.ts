import { newestActivities } from '../../../src/aws/observe/activities.ts'
import { fakeConnection } from '../fake-connection.ts'

/** Activities in pages of these sizes. */
function pagesOf(sizes: readonly number[]) {
  return fakeConnection({
    DescribeScalingActivities: ({ NextToken = '0' }: { NextToken?: string }) => {
      const page = Number(NextToken)
      const Activities = Array.from({ length: sizes[page] ?? 0 }, (_, index) => ({ ActivityId: `${page}-${index}` }))
      return { Activities, ...(page + 1 < sizes.length && { NextToken: String(page + 1) }) }
    },
  })
}

test.each([
  { name: 'one page, where AWS has no more', sizes: [3], found: 3, calls: 1 },
  { name: 'the pages after a short one, and after an empty one', sizes: [3, 0, 2], found: 5, calls: 3 },
  { name: 'no page after a hundred activities', sizes: [60, 60, 60], found: 100, calls: 2 },
  { name: 'no page after a full one', sizes: [100, 100], found: 100, calls: 1 },
])('the newest activities are $name', async ({ sizes, found, calls }) => {
  const connection = pagesOf(sizes)
  const activities = await newestActivities(connection, { group: 'web' })
  expect(activities).toHaveLength(found)
  expect(connection.count('DescribeScalingActivities')).toBe(calls)
  expect(activities[0]?.ActivityId).toBe('0-0')
})
