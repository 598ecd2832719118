import { UserError } from '../../src/errors.ts'
import { saveOrFail, warnOnce } from '../../src/main/runner-refusals.ts'
import { saveMemos } from '../../src/main/saved-memos.ts'
import type { Event } from '../../src/report/events.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'
import { aMemo } from '../domain/rollout/a-fleet.ts'

const full = (): never => {
  throw new UserError({ what: 'The state `memos` could not be given to the runner.', why: 'no space left on device.' })
}

test('a memo that the runner does not take is warned of once, and the roll goes on', () => {
  const events: Event[] = []
  const { savingMemo } = saveMemos(
    { ...recordingRunner(), saveState: full },
    warnOnce((event) => events.push(event)),
  )
  savingMemo('web', aMemo(3))
  savingMemo('web', undefined)
  expect(events).toEqual([
    { kind: 'warning', message: 'The state `memos` could not be given to the runner. no space left on device.' },
  ])
})

test('a defect of ours is not taken for a full disk', () => {
  const saving = warnOnce(() => {})
  expect(() => saving(() => JSON.parse('{') as void)).toThrow(SyntaxError)
})

test('a step whose outputs the runner does not take ends red with one error', () => {
  const runner = recordingRunner()
  saveOrFail(runner, () => {})
  expect(runner.recorded.failed).toBe(false)
  saveOrFail(runner, full)
  expect(runner.recorded.failed).toBe(true)
  expect(runner.recorded.annotations).toHaveLength(1)
})
