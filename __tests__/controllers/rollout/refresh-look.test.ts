import { Cancelled, UserError } from '../../../src/errors.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import { withoutRefresh } from '../../../src/controllers/rollout/refresh-look.ts'
import type { ActiveRefresh } from '../../../src/domain/rollout/instance-refresh.ts'
import { aRollingFleet, booting, fresh, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO } from './a-run.ts'

/** One new instance is ready, so an old one may leave; or it is on its way, so the roll waits. */
const READY = aRollingFleet([...old(3), ...fresh(1)], 4, MEMO)
const WAITING = aRollingFleet([...old(3), ...booting(1)], 4, MEMO)
const LOST = new UncertainOutcome('autoscaling:X', { message: 'No answer.', cause: undefined })
const ACTIVE: ActiveRefresh = { id: 'r-1', status: 'InProgress', configuration: undefined }

interface Row {
  readonly name: string
  readonly run: Partial<GroupRun>
  readonly answer: ActiveRefresh | Error | undefined
  readonly asked: number
  readonly action: object
  readonly expected: object
}

const rows: readonly Row[] = [
  {
    name: 'an instance leaves once AWS knows of no refresh',
    run: { last: READY },
    answer: undefined,
    asked: 1,
    action: { kind: 'terminate' },
    expected: { state: { refresh: { at: NOW, active: undefined } } },
  },
  {
    name: 'a refresh halts the roll at the same look',
    run: { last: READY },
    answer: ACTIVE,
    asked: 1,
    action: { kind: 'halt', reason: expect.stringContaining('r-1') },
    expected: { state: { refresh: { at: NOW, active: ACTIVE } } },
  },
  {
    name: 'without an answer nothing leaves',
    run: { last: READY },
    answer: LOST,
    asked: 1,
    action: { kind: 'wait', reason: 'AWS does not say whether an instance refresh is under way' },
    expected: { restoringSince: undefined },
  },
  {
    name: 'a cancelled run lets nothing leave',
    run: { last: READY },
    answer: new Cancelled(),
    asked: 1,
    action: { kind: 'wait' },
    expected: { restoringSince: undefined },
  },
  {
    name: 'without an answer a roll waits on for what it waited for',
    run: { last: WAITING },
    answer: LOST,
    asked: 1,
    action: { kind: 'wait', reason: 'i-boot0 is not ready: Pending' },
    expected: { restoringSince: undefined },
  },
  {
    name: 'where AWS refuses to tell, the roll is halted and put back',
    run: { last: READY },
    answer: new UserError({ what: 'AWS refused it.' }),
    asked: 1,
    action: { kind: 'terminate', decrement: true },
    expected: { restoringSince: NOW, failure: { what: 'AWS refused it.' } },
  },
  {
    name: 'where the look does not do for the departure, it is asked at the one that does',
    run: { last: { ...READY, kept: ['targetHealth'] } },
    answer: ACTIVE,
    asked: 0,
    action: { kind: 'terminate' },
    expected: { restoringSince: undefined },
  },
  {
    name: 'nor is it asked on a look that is too old',
    run: { last: { ...READY, at: NOW - 20 } },
    answer: ACTIVE,
    asked: 0,
    action: { kind: 'terminate' },
    expected: { restoringSince: undefined },
  },
  {
    name: 'a group that is put back is not asked about',
    run: { last: READY, restoringSince: NOW - 5 },
    answer: ACTIVE,
    asked: 0,
    action: { kind: 'terminate', decrement: true },
    expected: {},
  },
]

test('before capacity is added an answer does that is older, and the run knows that it may be', async () => {
  const { request } = aRequest()
  const asked: number[] = []
  const activeRefresh = async (_: string, mayBeOldSeconds: number): Promise<undefined> => {
    asked.push(mayBeOldSeconds)
  }
  const withPort = { ...request, port: { ...request.port, activeRefresh } }
  const adding = await withoutRefresh(withPort, aRun({ last: aRollingFleet(old(3), 3, MEMO) }))
  expect(adding.action.kind).toBe('resize')
  expect(adding.run.state.refresh).toEqual({ at: NOW, active: undefined, mayBeKept: true })
  const leaving = await withoutRefresh(withPort, aRun({ last: READY }))
  expect(leaving.run.state.refresh).toEqual({ at: NOW, active: undefined })
  expect(asked).toEqual([900, 0])
})

test.each(rows)('$name', async ({ run, answer, asked, action, expected }) => {
  const { request } = aRequest()
  let questions = 0
  const activeRefresh = async (): Promise<ActiveRefresh | undefined> => {
    questions++
    if (answer instanceof Error) throw answer
    return answer
  }
  const before = aRun(run)
  const intended = await withoutRefresh({ ...request, port: { ...request.port, activeRefresh } }, before)
  expect(questions).toBe(asked)
  expect(intended.action).toMatchObject(action)
  expect(intended.run).toMatchObject(expected)
})
