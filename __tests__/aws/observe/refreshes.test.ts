import { setImmediate } from 'node:timers/promises'
import type { Connection } from '../../../src/aws/client/connection.ts'
import { Refreshes } from '../../../src/aws/observe/refreshes.ts'
import { fakeConnection } from '../fake-connection.ts'

const NOW = 1_767_600_000

/** A connection that knows of these refreshes, and a clock that can be moved. */
function account(active: readonly string[] = []) {
  const connection = fakeConnection({
    DescribeInstanceRefreshes: ({ AutoScalingGroupName }: { AutoScalingGroupName: string }) => ({
      InstanceRefreshes: active.includes(AutoScalingGroupName)
        ? [{ InstanceRefreshId: 'r-1', AutoScalingGroupName, Status: 'InProgress' }]
        : [],
    }),
  })
  const time = { seconds: NOW }
  return { connection, time, clock: { now: () => time.seconds * 1000 } }
}

interface Row {
  readonly name: string
  readonly active?: readonly string[]
  readonly laterSeconds: number
  readonly mayBeOldSeconds?: number
  readonly hasClock?: false
  readonly calls: number
}

const rows: readonly Row[] = [
  { name: 'is asked again for a departure, however short ago it was', laterSeconds: 0, calls: 2 },
  { name: 'is not asked where so old an answer does', laterSeconds: 899, mayBeOldSeconds: 900, calls: 1 },
  { name: 'is asked where the answer is older', laterSeconds: 900, mayBeOldSeconds: 900, calls: 2 },
  { name: 'is asked again where there was one', active: ['web'], laterSeconds: 1, mayBeOldSeconds: 900, calls: 2 },
  { name: 'is asked again without a clock', hasClock: false, laterSeconds: 0, mayBeOldSeconds: 900, calls: 2 },
]

test.each(rows)('AWS $name', async ({ active, laterSeconds, mayBeOldSeconds, hasClock = true, calls }) => {
  const { connection, time, clock } = account(active)
  const refreshes = new Refreshes(connection, hasClock ? clock : undefined)
  await refreshes.active('web')
  time.seconds += laterSeconds
  const found = await refreshes.active('web', mayBeOldSeconds)
  expect(found?.id).toBe(active === undefined ? undefined : 'r-1')
  expect(connection.count('DescribeInstanceRefreshes')).toBe(calls)
})

test('what was told of one group says nothing of another', async () => {
  const { connection, clock } = account(['api'])
  const refreshes = new Refreshes(connection, clock)
  await refreshes.active('web')
  expect((await refreshes.active('api', 900))?.id).toBe('r-1')
})

test('of many groups each is answered, though not all are asked at once', async () => {
  const { connection, clock } = account(['group-40'])
  let underWay = 0
  let most = 0
  const send: Connection['send'] = async (...call) => {
    most = Math.max(most, ++underWay)
    await setImmediate()
    underWay--
    return await connection.send(...call)
  }
  const refreshes = new Refreshes({ ...connection, send }, clock)
  const groups = Array.from({ length: 60 }, (_, index) => `group-${index}`)
  const found = await Promise.all(groups.map((group) => refreshes.active(group)))
  expect(found.flatMap((each, index) => (each === undefined ? [] : [groups[index]]))).toEqual(['group-40'])
  expect(most).toBe(20)
})
