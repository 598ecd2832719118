import type { ScheduledUpdateGroupAction } from '@aws-sdk/client-auto-scaling'
import { ScheduledActions } from '../../../src/aws/observe/scheduled-actions.ts'
import { UserError } from '../../../src/errors.ts'
import { fakeConnection } from '../fake-connection.ts'

/** A Monday, 08:00 UTC. */
const NOW = Date.parse('2026-01-05T08:00:00Z') / 1000

const at = (text: string): Date => new Date(`2026-01-${text}Z`)
const action = (change: Partial<ScheduledUpdateGroupAction>): ScheduledUpdateGroupAction => ({
  ScheduledActionName: 's',
  DesiredCapacity: 4,
  ...change,
})

/** What falls due by one read after the other, each four minutes later. */
async function due(
  reads: readonly (readonly ScheduledUpdateGroupAction[] | Error)[],
  since = NOW,
): Promise<readonly string[]> {
  let read = 0
  const { send, ...connection } = fakeConnection({
    DescribeScheduledActions: () => {
      const told = reads[read] ?? []
      if (told instanceof Error) throw told
      return { ScheduledUpdateGroupActions: [...told] }
    },
  })
  const schedules = new ScheduledActions()
  let found: Awaited<ReturnType<ScheduledActions['due']>> = []
  for (; read < reads.length; read++)
    found = await schedules.due({ ...connection, send }, { group: 'web', since, now: NOW + read * 241 })
  return found.map(({ name, at: moment }) => `${name} ${new Date(moment * 1000).toISOString().slice(8, 16)}`)
}

describe('what falls due from a moment on, for a day ahead', () => {
  const rows: {
    name: string
    actions: readonly ScheduledUpdateGroupAction[]
    since?: number
    expected: readonly string[]
  }[] = [
    { name: 'once', actions: [action({ StartTime: at('05T09:00:00') })], expected: ['s 05T09:00'] },
    { name: 'not what is later', actions: [action({ StartTime: at('06T08:00:01') })], expected: [] },
    { name: 'not what was before', actions: [action({ StartTime: at('05T08:00:00') })], expected: [] },
    {
      name: 'every day, in the order of the moments',
      actions: [action({ Recurrence: '30 9 * * *' }), action({ ScheduledActionName: 't', Recurrence: '0 9 * * MON' })],
      expected: ['t 05T09:00', 's 05T09:30'],
    },
    {
      name: 'on the clocks of a time zone',
      actions: [action({ Recurrence: '0 9 * * *', TimeZone: 'America/New_York' })],
      expected: ['s 05T14:00'],
    },
    {
      name: 'on a day of the month or a day of the week, as cron has it',
      actions: [action({ Recurrence: '0 7 6 * 3' })],
      expected: ['s 06T07:00'],
    },
    {
      name: 'since an earlier moment, though AWS shows the next start already',
      actions: [action({ Recurrence: '*/20 * * * *', StartTime: at('05T08:20:00'), EndTime: at('05T08:30:00') })],
      since: NOW - 1801,
      expected: ['s 05T07:40', 's 05T08:00', 's 05T08:20'],
    },
    {
      name: 'not before the start of one that has not begun',
      actions: [action({ Recurrence: '0 * * * *', StartTime: at('05T11:00:00'), EndTime: at('05T12:30:00') })],
      since: NOW - 7200,
      expected: ['s 05T11:00', 's 05T12:00'],
    },
  ]
  test.each(rows)('$name', async ({ actions, since, expected }) => {
    expect(await due([actions], since)).toEqual(expected)
  })
})

test.each([
  { name: 'expression', action: action({ Recurrence: '0 22-6 * * *' }), text: '`0 22-6 * * *` cannot be read' },
  { name: 'time zone', action: action({ Recurrence: '0 9 * * *', TimeZone: 'Mars/Utopia' }), text: '`0 9 * * *` in Mars/Utopia cannot be read' }, // prettier-ignore
])('an $name that cannot be read is told once, and hides no other action', async ({ action: odd, text }) => {
  const other = action({ ScheduledActionName: 't', StartTime: at('05T09:00:00') })
  const { send, ...connection } = fakeConnection({
    DescribeScheduledActions: () => ({ ScheduledUpdateGroupActions: [odd, other] }),
  })
  const told: string[] = []
  const schedules = new ScheduledActions((group, message) => told.push(`${group}: ${message}`))
  for (const now of [NOW, NOW + 241, NOW + 482]) {
    const found = await schedules.due({ ...connection, send }, { group: 'web', since: NOW, now })
    expect(found.map(({ name }) => name)).toEqual(['t'])
  }
  expect(told).toEqual([expect.stringContaining(text)])
})

describe('what AWS tells later', () => {
  const once = action({ StartTime: at('05T08:00:30') })
  const rows: {
    name: string
    reads: readonly (readonly ScheduledUpdateGroupAction[] | Error)[]
    expected: readonly string[]
  }[] = [
    { name: 'an action that has vanished because its time has passed', reads: [[once], []], expected: ['s 05T08:00'] },
    {
      name: 'not one that was deleted before',
      reads: [[action({ StartTime: at('05T08:05:30') })], []],
      expected: [],
    },
    { name: 'not a recurring one that was deleted', reads: [[action({ Recurrence: '0 9 * * *' })], []], expected: [] },
    {
      name: 'one that was made meanwhile',
      reads: [[], [action({ StartTime: at('05T09:00:00') })]],
      expected: ['s 05T09:00'],
    },
    {
      name: 'not what a recurring one that was made meanwhile would have done before',
      reads: [[], [], [action({ Recurrence: '1 8 * * *', StartTime: at('06T08:01:00') })]],
      expected: ['s 06T08:01'],
    },
    { name: 'another time', reads: [[once], [action({ StartTime: at('05T09:00:00') })]], expected: ['s 05T09:00'] },
    {
      name: 'nothing: what was read before holds',
      reads: [[once], new UserError({ what: 'refused' })],
      expected: ['s 05T08:00'],
    },
  ]
  test.each(rows)('$name', async ({ reads, expected }) => {
    expect(await due(reads)).toEqual(expected)
  })

  test('a first read that AWS refuses is an error', async () => {
    await expect(due([new UserError({ what: 'refused' })])).rejects.toThrow('refused')
  })
})

test('AWS is asked every minute where one falls due soon', async () => {
  const connection = fakeConnection({ DescribeScheduledActions: () => ({ ScheduledUpdateGroupActions: [action({ StartTime: at('05T08:05:00') })] }) }) // prettier-ignore
  const schedules = new ScheduledActions()
  for (const seconds of [0, 30, 60, 61, 70])
    await schedules.due(connection, { group: 'web', since: NOW, now: NOW + seconds })
  expect(connection.count('DescribeScheduledActions')).toBe(2)
})

test('AWS is asked once in four minutes where none does', async () => {
  const connection = fakeConnection({ DescribeScheduledActions: () => ({ ScheduledUpdateGroupActions: [] }) })
  const schedules = new ScheduledActions()
  for (const seconds of [0, 30, 239, 240, 250])
    await schedules.due(connection, { group: 'web', since: NOW, now: NOW + seconds })
  expect(connection.count('DescribeScheduledActions')).toBe(2)
})
