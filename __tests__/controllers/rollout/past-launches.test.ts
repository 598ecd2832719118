import { readPastLaunches } from '../../../src/controllers/rollout/past-launches.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import { NOTHING_LEARNT } from '../../../src/domain/rollout/boot-record.ts'
import { UserError } from '../../../src/errors.ts'
import { NOW } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, ROLLING } from './a-run.ts'

const LAUNCH = { id: 'i-1', begunAt: NOW - 900, endedAt: NOW - 840 }
const rolling: Partial<GroupRun> = { last: ROLLING, boots: NOTHING_LEARNT }

/** How often AWS is asked, and what the run knows then. */
async function read(
  change: Partial<GroupRun>,
  { groups = ['web'], error }: { readonly groups?: readonly string[]; readonly error?: Error } = {},
) {
  // prettier-ignore
  let asked = 0
  const { request } = aRequest({ groups })
  const pastLaunches = async () => {
    asked++
    if (error) throw error
    return [LAUNCH]
  }
  const { boots } = await readPastLaunches({ ...request, port: { ...request.port, pastLaunches } }, aRun(change))
  return { asked, boots }
}

test('a run that rolls asks how long the instances of its group took before', async () => {
  const { asked, boots } = await read(rolling)
  expect(asked).toBe(1)
  expect(boots).toMatchObject({ hasRead: true, earlier: [{ atLeast: 59, atMost: 61 }] })
})

test('without an answer it goes on without, and does not ask again', async () => {
  const { boots } = await read(rolling, { error: new UserError({ what: 'refused' }) })
  expect(boots).toMatchObject({ hasRead: true, earlier: [] })
})

test('a defect is none of AWS and not hidden', async () => {
  await expect(read(rolling, { error: new TypeError('defect') })).rejects.toThrow('defect')
})

test.each([
  { name: 'that puts its group back', change: { ...rolling, restoringSince: NOW } },
  { name: 'that has no saved state yet', change: { ...rolling, last: { ...ROLLING, memo: undefined } } },
  { name: 'that knows enough', change: { ...rolling, boots: { ...NOTHING_LEARNT, hasRead: true } } },
])('a run $name does not ask', async ({ change }) => {
  expect((await read(change)).asked).toBe(0)
})

test('nor does one of many groups', async () => {
  const groups = Array.from({ length: 11 }, (_, index) => `web-${index}`)
  expect((await read(rolling, { groups })).asked).toBe(0)
})
