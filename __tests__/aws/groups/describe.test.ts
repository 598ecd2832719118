import { groupsByFilter, groupsByName, visitGroups } from '../../../src/aws/groups/describe.ts'
import { fakeConnection } from '../fake-connection.ts'

interface Input {
  readonly AutoScalingGroupNames?: readonly string[]
  readonly NextToken?: string
}

/** Answers with the groups of these names, or with two pages of all. */
const groups = () =>
  fakeConnection({
    DescribeAutoScalingGroups: ({ AutoScalingGroupNames, NextToken }: Input) => ({
      AutoScalingGroups: (AutoScalingGroupNames ?? [NextToken === undefined ? 'web-1' : 'web-2'])
        .filter((name) => name !== 'gone')
        .map((AutoScalingGroupName) => ({ AutoScalingGroupName })),
      ...(AutoScalingGroupNames === undefined && NextToken === undefined && { NextToken: '2' }),
    }),
  })

const namesOf = (found: readonly { readonly AutoScalingGroupName?: string | undefined }[]) =>
  found.map(({ AutoScalingGroupName }) => AutoScalingGroupName)

const many = Array.from({ length: 150 }, (_, index) => `web-${index}`)

test('each name is asked for once, and one that does not exist is missing', async () => {
  const connection = groups()
  expect(namesOf(await groupsByName(connection, ['web', 'gone', 'web']))).toEqual(['web'])
  expect(connection.inputs('DescribeAutoScalingGroups')).toEqual([
    { AutoScalingGroupNames: ['web', 'gone'], MaxRecords: 100 },
  ])
})

test('no name is no call, which AWS would answer with every group', async () => {
  const connection = groups()
  expect(await groupsByName(connection, [])).toEqual([])
  await visitGroups(connection, [], () => {})
  expect(connection.calls).toEqual([])
})

test('more names than one call takes are asked for in several', async () => {
  const connection = groups()
  expect(namesOf(await groupsByName(connection, many))).toEqual(many)
  expect(connection.count('DescribeAutoScalingGroups')).toBe(2)
})

test('a search by filter leaves the instances out, and reads every page', async () => {
  const connection = groups()
  const filters = [{ Name: 'tag:Team', Values: ['platform'] }]
  expect(namesOf(await groupsByFilter(connection, filters))).toEqual(['web-1', 'web-2'])
  await groupsByFilter(connection, [])
  expect(connection.inputs('DescribeAutoScalingGroups')).toEqual([
    { Filters: filters, IncludeInstances: false, MaxRecords: 100 },
    { Filters: filters, IncludeInstances: false, MaxRecords: 100, NextToken: '2' },
    { IncludeInstances: false, MaxRecords: 100 },
    { IncludeInstances: false, MaxRecords: 100, NextToken: '2' },
  ])
})

test('every group, or those with these names, are shown one after the other with their instances', async () => {
  const connection = groups()
  const seen: (string | undefined)[] = []
  await visitGroups(connection, 'every group', ({ AutoScalingGroupName }) => void seen.push(AutoScalingGroupName))
  expect(seen).toEqual(['web-1', 'web-2'])
  await visitGroups(connection, many, ({ AutoScalingGroupName }) => void seen.push(AutoScalingGroupName))
  expect(seen).toHaveLength(152)
  expect(connection.inputs('DescribeAutoScalingGroups')[0]).toEqual({ MaxRecords: 100 })
})
