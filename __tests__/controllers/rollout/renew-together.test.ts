import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import { renewTogether } from '../../../src/controllers/rollout/renew-together.ts'
import { step } from '../../../src/controllers/rollout/step.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { UserError } from '../../../src/errors.ts'
import { aMemo, aRollingFleet, fresh, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO, ROLLING } from './a-run.ts'

const DUE = aMemo(3, { heartbeatAt: NOW - 120 })

/** A run whose lease was renewed two minutes ago, with a new instance that is ready: an old one may leave. */
const dueRun = (change: Partial<GroupRun> = {}): GroupRun =>
  aRun({ last: aRollingFleet([...old(3), ...fresh(1)], 4, DUE), memo: DUE, ...change })

const namesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `web-${index}`)

test('the leases of all groups that are due are renewed at one moment, and what else there is to do follows on the same look', async () => {
  let most = 0
  let underWay = 0
  const { request, sent } = aRequest()
  const apply: typeof request.port.apply = async (group, change) => {
    most = Math.max(most, ++underWay)
    await Promise.resolve()
    underWay--
    await request.port.apply(group, change)
  }
  const runs = namesOf(30).map((group) => dueRun({ group }))
  const renewed = await renewTogether({ ...request, port: { ...request.port, apply } }, runs)
  expect([most, sent.length]).toEqual([30, 30])
  expect(renewed.map(({ run: { group, last }, stepped }) => [group, last.memo?.heartbeatAt, stepped])).toEqual(
    namesOf(30).map((group) => [group, NOW, undefined]),
  )
  const [first] = renewed
  if (first) await step(request, first.run, [])
  expect(sent.slice(30)).toMatchObject([{ kind: 'terminate', instances: ['i-old1'] }])
})

const others = aRun({ group: 'other' })

test.each([
  { name: 'of one group, which renews in its own step', runs: [dueRun()] },
  { name: 'before it is due', runs: [aRun({ group: 'a' }), aRun({ group: 'b' })] },
  { name: 'on a look that does not show the last change', runs: [dueRun({ pendingWrites: [{ change: { kind: 'resize', sizes: { desired: 9 } }, at: NOW - 1, seen: false }] }), others] }, // prettier-ignore
  { name: 'of a group whose tags others have removed', runs: [dueRun({ last: aRollingFleet([...old(3)], 4, aMemo(3, { heartbeatAt: NOW - 120, run: 'another' })) }), others] }, // prettier-ignore
  { name: 'of a group that is put back', runs: [dueRun({ restoringSince: NOW - 1 }), others] },
  { name: 'that is taken from another process', runs: [dueRun({ state: { ...others.state, leaseClaimed: false } }), others] }, // prettier-ignore
])('no lease is renewed with those of others: $name', async ({ runs }) => {
  const { request, sent } = aRequest()
  expect(await renewTogether(request, runs)).toEqual(runs.map((run) => ({ run })))
  expect(sent).toEqual([])
})

test('no lease is renewed once the run is cancelled', async () => {
  const { request, sent } = aRequest({ signal: AbortSignal.abort() })
  await renewTogether(request, [dueRun({ group: 'a' }), dueRun({ group: 'b' })])
  expect(sent).toEqual([])
})

test.each([
  { name: 'was lost', error: new UncertainOutcome('autoscaling:CreateOrUpdateTags', { message: 'lost', cause: undefined }), next: 'when something is due', expected: { memo: DUE, changed: true } }, // prettier-ignore
  { name: 'is a refusal', error: new UserError({ what: 'Denied.', remedy: 'Ask.' }), next: 'soon', expected: { failure: { what: 'Denied.' }, restoringSince: NOW } }, // prettier-ignore
])('where the answer $name the step of the group ends with it', async ({ error, next, expected }) => {
  const { request } = aRequest({}, () => {
    throw error
  })
  const [first, other] = await renewTogether(request, [dueRun(), aRun({ group: 'other', last: ROLLING, memo: MEMO })])
  expect(first?.stepped?.next).toBe(next)
  expect(first?.stepped?.run).toMatchObject(expected)
  expect(other?.stepped).toBeUndefined()
})
