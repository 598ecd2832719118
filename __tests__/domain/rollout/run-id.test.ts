import fc from 'fast-check'
import { formatRunId, isOtherAttempt, workflowAttemptOf, workflowRunOf } from '../../../src/domain/rollout/run-id.ts'

const part = fc.stringMatching(/^[0-9a-z]{1,12}$/)
const runs = fc.record({ workflowRun: part, attempt: part, nonce: part })

test('a name looks like this', () => {
  expect(formatRunId({ workflowRun: '8123456789', attempt: '2', nonce: 'a1b2' })).toBe('8123456789/2/a1b2')
})

test('what a name is made of is read back from it', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const name = formatRunId(run)
      expect(workflowRunOf(name)).toBe(run.workflowRun)
      expect(workflowAttemptOf(name)).toBe(`${run.workflowRun}/${run.attempt}`)
    }),
  )
})

test('only another attempt of the same workflow run is another attempt', () => {
  fc.assert(
    fc.property(runs, runs, (one, two) => {
      const [name, other] = [formatRunId(one), formatRunId(two)]
      expect(isOtherAttempt(name, name)).toBe(false)
      expect(isOtherAttempt(name, formatRunId({ ...one, nonce: two.nonce }))).toBe(false)
      expect(isOtherAttempt(name, formatRunId({ ...two, workflowRun: one.workflowRun }))).toBe(
        one.attempt !== two.attempt,
      )
      expect(isOtherAttempt(name, other)).toBe(one.workflowRun === two.workflowRun && one.attempt !== two.attempt)
    }),
  )
})

test('a text of another form is its own workflow run, and another attempt of no run', () => {
  const ours = formatRunId({ workflowRun: '8123456789', attempt: '2', nonce: 'a1b2' })
  expect(workflowRunOf('unknown')).toBe('unknown')
  expect(workflowAttemptOf('unknown')).toBe('unknown/')
  expect(isOtherAttempt('unknown', ours)).toBe(false)
  expect(isOtherAttempt('', ours)).toBe(false)
})
