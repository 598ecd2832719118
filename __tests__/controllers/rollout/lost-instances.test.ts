import { UserError } from '../../../src/errors.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { readLossReasons } from '../../../src/controllers/rollout/lost-instances.ts'
import type { FailedLaunch } from '../../../src/domain/rollout/fleet.ts'
import { NOW } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO } from './a-run.ts'

const lost = (words?: string) =>
  aRun({ state: { ...aRun().state, lost: [{ id: 'i-1', at: NOW, reason: 'Pending', words }] } })

/** What is known of the loss after the question, and with which moments AWS was asked. */
async function ask(run: ReturnType<typeof lost>, answer: () => Promise<readonly FailedLaunch[]>) {
  const asked: number[] = []
  const { request } = aRequest()
  const port = {
    ...request.port,
    failedLaunches: (_: string, since: number) => {
      asked.push(since)
      return answer()
    },
  }
  const told = await readLossReasons({ ...request, port }, run)
  return { asked, words: told?.state.lost.map(({ words }) => words) }
}

const internal = async () => [{ activityId: 'a', instanceId: 'i-1', at: NOW, reason: 'Internal error on launch' }]

test('a run asks why a new instance was lost, of the time since it began', async () => {
  expect(await ask(lost(), internal)).toEqual({ asked: [MEMO.startedAt], words: ['Internal error on launch'] })
})

test('it asks once: that AWS says nothing is known as well', async () => {
  expect(await ask(lost(), async () => [])).toEqual({ asked: [MEMO.startedAt], words: [''] })
  expect(await ask(lost(''), internal)).toEqual({ asked: [], words: [''] })
})

test('a lost answer leaves it open, and nothing is decided', async () => {
  const lose = () => Promise.reject(new UncertainOutcome('x', { message: 'lost', cause: undefined }))
  expect(await ask(lost(), lose)).toEqual({ asked: [MEMO.startedAt], words: undefined })
})

test('a refusal is an answer', async () => {
  const refuse = () => Promise.reject(new UserError({ what: 'refused' }))
  expect(await ask(lost(), refuse)).toEqual({ asked: [MEMO.startedAt], words: [''] })
})
