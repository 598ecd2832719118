import { Cancelled, UserError } from '../../../src/errors.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import type { RolloutRequest } from '../../../src/controllers/rollout/ports.ts'
import { type NextLook, step } from '../../../src/controllers/rollout/step.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import type { GatePolicy, Policy } from '../../../src/domain/rollout/policy.ts'
import {
  aFleet,
  aMemo,
  anInstance,
  aPolicy,
  aRollingFleet,
  booting,
  fresh,
  NOW,
  old,
  template,
} from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO, ROLLING } from './a-run.ts'

/** One new instance is ready: an old one may leave. */
const READY = aRollingFleet([...old(3), ...fresh(1)], 4, MEMO)
const LEAVES: Change = { kind: 'terminate', instances: ['i-old1'], decrement: false }
const at = (now: number): Partial<RolloutRequest> => ({ clock: { now: () => now * 1000, sleep: async () => {} } })
const taken = (changes: readonly Change[]): readonly object[] =>
  changes.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'reason')))

interface Row {
  readonly name: string
  readonly run: Partial<GroupRun>
  readonly request?: Partial<RolloutRequest>
  /** What AWS answers, where it does not accept. */
  readonly answer?: Error
  readonly sent: readonly object[]
  readonly next: NextLook
  readonly expected: object
}

const check = async ({
  run: change,
  request: asked,
  answer,
  sent: expectedCalls,
  next,
  expected,
}: Row): Promise<void> => {
  const { request, sent } = aRequest(asked, () => {
    if (answer) throw answer
  })
  const stepped = await step(request, aRun(change), [])
  expect(taken(sent)).toEqual(expectedCalls)
  expect(stepped.next).toBe(next)
  expect(stepped.run).toMatchObject(expected)
}

const resized: Change = { kind: 'resize', sizes: { desired: 5 } }

describe('a run that goes by what AWS refuses to have written', () => {
  const remembered = aMemo(3, { sizes: { ...MEMO.sizes, max: 7 } })
  const run: Partial<GroupRun> = {
    memo: remembered,
    written: MEMO,
    refused: ['save-state'],
    restoringSince: NOW - 60,
  }
  test('takes tags that stand as they did for no loss of them', async () => {
    const stepped = await step(aRequest().request, aRun({ ...run, last: ROLLING }), [])
    expect(stepped.run).toMatchObject({ last: { memo: { sizes: { max: 7 } } }, losses: 0 })
  })

  test('leaves the group to another run that has taken it over', async () => {
    const other = { ...MEMO, run: '200/1/ffff', heartbeatAt: NOW - 5 }
    const { request, sent } = aRequest()
    const stepped = await step(request, aRun({ ...run, last: { ...ROLLING, memo: other } }), [])
    expect(sent).toEqual([])
    expect(stepped.run).toMatchObject({ last: { memo: { run: '200/1/ffff' } }, outcome: { status: 'refused' } })
  })
})

describe('a look', () => {
  const rows: readonly Row[] = [
    {
      name: 'that does not show the last change yet leads to no step, and the next one comes soon',
      run: { last: READY, pendingWrites: [{ change: resized, at: NOW - 1, seen: false }] },
      sent: [],
      next: 'soon',
      expected: { last: READY, freshLooks: 0 },
    },
    {
      name: 'that has fallen behind an earlier one leads to no step, and the next one has time',
      run: { last: READY, pendingWrites: [{ change: resized, at: NOW - 1, seen: true }] },
      sent: [],
      next: 'when something is due',
      expected: { last: READY },
    },
    {
      name: 'that is timely leads to one step',
      run: { last: READY },
      sent: [LEAVES],
      next: 'when something is due',
      expected: { changed: true, pendingWrites: [{ at: NOW, seen: false }] },
    },
    {
      name: 'is made anew where it is old when an instance would leave by it',
      run: { last: READY },
      request: at(NOW + 16),
      sent: [],
      next: 'soon',
      expected: { freshLooks: 1 },
    },
    {
      name: 'is made anew a third time: AWS may have been late once',
      run: { last: READY, freshLooks: 2 },
      request: at(NOW + 16),
      sent: [],
      next: 'soon',
      expected: { freshLooks: 3 },
    },
    {
      name: 'is not made anew for ever: nothing younger is to be had',
      run: { last: READY, freshLooks: 3 },
      request: at(NOW + 16),
      sent: [LEAVES],
      next: 'when something is due',
      expected: { freshLooks: 0 },
    },
    {
      name: 'is made anew at once where it has kept the health of an earlier one when an instance would leave by it',
      run: { last: { ...READY, kept: ['targetHealth', 'statusChecks'] } },
      sent: [],
      next: 'at once',
      expected: { needs: 'every part' },
    },
    {
      name: 'that has kept the health of an earlier one lets nothing leave, however often it is made anew',
      run: { last: { ...READY, kept: ['targetHealth'] }, needs: 'every part' },
      sent: [],
      next: 'soon',
      expected: { needs: 'every part' },
    },
    {
      name: 'is made anew at once where it has kept the launch source when an instance would leave by it',
      run: { last: { ...READY, kept: ['launchSource'] } },
      sent: [],
      next: 'at once',
      expected: { needs: 'every part' },
    },
    {
      name: 'for which what is launched alone was asked anew is made again at once where an instance would leave by it',
      run: { last: { ...READY, kept: ['targetHealth'] }, needs: 'the launch source' },
      sent: [],
      next: 'at once',
      expected: { needs: 'every part' },
    },
    {
      name: 'that was not told how slowly target groups start is made anew at once',
      run: { last: { ...READY, kept: ['slowStart'] } },
      sent: [],
      next: 'at once',
      expected: { needs: 'every part' },
    },
    {
      name: 'that has kept what no departure needs leads to one step',
      run: { last: { ...READY, kept: ['scheduledActions'] } },
      sent: [LEAVES],
      next: 'when something is due',
      expected: { changed: true },
    },
    {
      name: 'that keeps nothing and has become old meanwhile is made anew all the same',
      run: { last: READY, needs: 'every part' },
      request: at(NOW + 16),
      sent: [],
      next: 'soon',
      expected: { freshLooks: 1 },
    },
    {
      name: 'by which nothing is to be done ends what it was made anew for',
      run: { last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO), needs: 'every part' },
      sent: [],
      next: 'when something is due',
      expected: { needs: undefined },
    },
    {
      name: 'without the saved state of the run has it written again from memory, and the roll goes on',
      run: { last: { ...READY, memo: undefined } },
      sent: [{ kind: 'save-state', memo: { ...MEMO, heartbeatAt: NOW } }],
      next: 'soon',
      expected: { last: { memo: MEMO }, losses: 1, restoringSince: undefined },
    },
    {
      name: 'without the saved state for the third time stops the roll, which remembers it',
      run: { last: { ...READY, memo: undefined }, losses: 2 },
      sent: [],
      next: 'soon',
      expected: { last: { memo: MEMO }, restoringSince: NOW, failure: { why: expect.stringMatching(/removed/) } },
    },
    {
      name: 'without the saved state of a run that puts back, for the third time, leads to what that state says',
      run: { last: { ...aFleet(old(3)), suspended: ['AZRebalance'] }, restoringSince: NOW - 9, losses: 2 },
      sent: [{ kind: 'resume', processes: ['AZRebalance'] }],
      next: 'shortly',
      expected: { last: { memo: MEMO } },
    },
  ]
  test.each(rows)('$name', check)
})

/** A hundred and fifty of each, all ready. */
const DOUBLED = aRollingFleet([...old(150), ...fresh(150)], 300, { ...MEMO, sizes: { min: 0, max: 300, desired: 150 }, surge: 150 }) // prettier-ignore

/** A group whose maximum is its size. */
const FULL = { ...MEMO, sizes: { ...MEMO.sizes, max: 3 } }

/** As above, with a maximum that the roll has raised. */
const LOWER = { ...MEMO, sizes: { min: 0, max: 200, desired: 150 }, surge: 150 }

describe('what follows a change on the same look', () => {
  const late = { ...MEMO, heartbeatAt: NOW - 120 }
  const renewal = { kind: 'renew-lease', memo: { ...MEMO, heartbeatAt: NOW } }
  const rows: readonly Row[] = [
    {
      name: 'a renewed lease has no look of its own: the instance that may leave leaves',
      run: { last: { ...READY, memo: late }, memo: late },
      sent: [renewal, LEAVES],
      next: 'when something is due',
      expected: { changed: true },
    },
    {
      name: 'nor where the roll waits',
      run: { last: { ...aRollingFleet([...old(3), ...booting(1)], 4, late) }, memo: late },
      sent: [renewal],
      next: 'when something is due',
      expected: { last: { memo: { heartbeatAt: NOW } } },
    },
    {
      name: 'after a renewal without an answer the group is looked at',
      run: { last: { ...READY, memo: late }, memo: late },
      answer: new UncertainOutcome('autoscaling:X', { message: 'No answer.', cause: undefined }),
      sent: [renewal],
      next: 'when something is due',
      expected: {},
    },
    {
      name: 'all that may leave do so in one step, a hundred in a call, and what the run has suspended runs again',
      run: {
        last: DOUBLED,
        memo: DOUBLED.memo,
        policy: aPolicy({ surge: 150 }),
        state: { ...aRun({}).state, desired: 300 },
      },
      sent: [
        expect.objectContaining({ kind: 'terminate', decrement: true }) as object,
        expect.objectContaining({ kind: 'terminate', decrement: true }) as object,
        { kind: 'resume', processes: MEMO.suspends },
      ],
      next: 'shortly',
      expected: { state: { desired: 150 } },
    },
    {
      name: 'a maximum that is to be put back waits for a look: at the moment of a decrement others may have set a size above it',
      run: {
        last: { ...DOUBLED, sizes: { ...DOUBLED.sizes, max: 300 }, memo: LOWER },
        memo: LOWER,
        policy: aPolicy({ surge: 150 }),
        state: { ...aRun({}).state, desired: 300 },
      },
      sent: [
        expect.objectContaining({ kind: 'terminate', decrement: true }) as object,
        expect.objectContaining({ kind: 'terminate', decrement: true }) as object,
      ],
      next: 'shortly',
      expected: { state: { desired: 150 } },
    },
    {
      name: 'once the sizes are put back what the run has suspended runs again',
      run: {
        last: { ...aRollingFleet(fresh(3), 3, FULL), sizes: { ...FULL.sizes, max: 4 } },
        memo: FULL,
      },
      sent: [
        { kind: 'resize', sizes: { max: 3 } },
        { kind: 'resume', processes: MEMO.suspends },
      ],
      next: 'shortly',
      expected: {},
    },
    {
      name: 'a saved state is looked at first: another run may have written over it',
      run: {
        last: aFleet(old(3)),
        memo: undefined,
        state: { ...aRun({}).state, desired: undefined, leaseClaimed: false, suspended: false },
      },
      sent: [expect.objectContaining({ kind: 'save-state' }) as object],
      next: 'soon',
      expected: { state: { leaseClaimed: true } },
    },
  ]
  test.each(rows)('$name', check)
})

describe('the time of a run', () => {
  const HANDED_BACK = aMemo(3, { suspends: [], handedBackAt: NOW - 700 })
  const STAYING = { desired: 4, max: 20 }
  /** Sick, and protected from scale-in: it is left alone. */
  const GUARDED = anInstance('i-guarded', { healthy: false, readySince: undefined, protectedFromScaleIn: true })
  const rows: readonly Row[] = [
    {
      name: 'is not over at its last second',
      run: { last: READY },
      request: { deadline: NOW },
      sent: [LEAVES],
      next: 'when something is due',
      expected: { restoringSince: undefined },
    },
    {
      name: 'is over after it: the roll is stopped',
      run: { last: READY },
      request: { deadline: NOW - 1 },
      sent: [],
      next: 'soon',
      expected: { restoringSince: NOW, failure: { why: expect.stringMatching(/`timeout`/) } },
    },
    {
      name: 'goes on for ten minutes while the group is put back, whatever the deadline',
      run: { last: aRollingFleet(old(3), 3, MEMO), restoringSince: NOW - 600 },
      request: { deadline: NOW - 601 },
      sent: [{ kind: 'resume', processes: MEMO.suspends }],
      next: 'shortly',
      expected: { outcome: undefined },
    },
    {
      name: 'ends with the size that the run has left where it is not known who serves and others have set another',
      run: {
        last: aRollingFleet(old(4), 12, MEMO, { suspended: [], unknown: ['targetHealth'] }),
        restoringSince: NOW - 601,
      },
      sent: [
        {
          kind: 'save-state',
          memo: { ...MEMO, suspends: [], handedBackAt: NOW, handedSizes: { desired: 4, max: 20 } },
        },
      ],
      next: 'soon',
      expected: { outcome: undefined },
    },
    {
      name: 'ends with the sizes that stay where the processes run already since an earlier process',
      run: {
        last: aRollingFleet(old(4), 4, HANDED_BACK, { suspended: [] }),
        memo: HANDED_BACK,
        restoringSince: NOW - 601,
      },
      sent: [{ kind: 'save-state', memo: { ...HANDED_BACK, handedSizes: STAYING } }],
      next: 'soon',
      expected: { outcome: undefined },
    },
    {
      name: 'ends without another call where it is written down which sizes stay',
      run: {
        last: aRollingFleet(old(4), 4, { ...HANDED_BACK, handedSizes: STAYING }, { suspended: [] }),
        memo: { ...HANDED_BACK, handedSizes: STAYING },
        restoringSince: NOW - 601,
      },
      sent: [],
      next: 'soon',
      expected: { outcome: { status: 'unfinished' } },
    },
    {
      name: 'ends with the processes running also where others do not serve and so none can go',
      run: { last: aRollingFleet([...old(2), GUARDED, ...fresh(1)], 4, MEMO), restoringSince: NOW - 601 },
      sent: [{ kind: 'resume', processes: MEMO.suspends }],
      next: 'shortly',
      expected: { outcome: undefined },
    },
    {
      name: 'ends then, and what is left is told',
      run: { last: aRollingFleet(old(3), 3, MEMO), restoringSince: NOW - 661 },
      sent: [],
      next: 'soon',
      expected: { outcome: { status: 'unfinished' } },
    },
  ]
  test.each(rows)('$name', check)
})

const LOST = new UncertainOutcome('autoscaling:X', { message: 'No answer.', cause: undefined })
const REFUSED = new UserError({ what: 'AWS refuses.' })
const restoring = { last: aRollingFleet(old(3), 3, MEMO), restoringSince: NOW - 9 }

describe('a call', () => {
  const FORCED = aMemo(3, { replaceLaunchedUntil: NOW - 200 })
  const rows: readonly Row[] = [
    {
      name: 'that removes the saved state leaves no new instance that passes for an old one',
      run: {
        last: aRollingFleet(fresh(3, { protectedFromScaleIn: true }), 3, FORCED, { suspended: [] }),
        memo: FORCED,
        resumed: new Set(FORCED.suspends),
        policy: aPolicy({ force: true, protectedInstances: 'ignore' }),
      },
      sent: [{ kind: 'clear-state' }],
      next: 'soon',
      expected: { outcome: { status: 'rolled', left: [] } },
    },
    {
      name: 'without an answer leaves the roll going, and what it left unknown',
      run: { last: aRollingFleet(old(3), 3, MEMO), state: { ...aRun().state, desired: 3 } },
      answer: LOST,
      sent: [{ kind: 'resize', sizes: { desired: 4 } }],
      next: 'when something is due',
      expected: { changed: true, restoringSince: undefined, state: { desired: undefined } },
    },
    {
      name: 'that AWS refuses stops the roll',
      run: { last: READY },
      answer: REFUSED,
      sent: [LEAVES],
      next: 'soon',
      expected: { restoringSince: NOW, failure: { what: 'AWS refuses.' }, refused: [] },
    },
    {
      name: 'that AWS refuses while the group is put back is not made again',
      run: restoring,
      answer: REFUSED,
      sent: [{ kind: 'resume', processes: MEMO.suspends }],
      next: 'soon',
      expected: { restoringSince: NOW - 9, failure: { what: 'AWS refuses.' }, refused: ['resume'] },
    },
    {
      name: 'that was never sent since the run was cancelled changes nothing',
      run: { last: READY, changed: false },
      answer: new Cancelled(),
      sent: [LEAVES],
      next: 'soon',
      expected: { changed: false, restoringSince: undefined, failure: undefined },
    },
  ]
  test.each(rows)('$name', check)

  test('that took minutes is accepted when AWS has answered, not when the group was looked at', async () => {
    let now = NOW
    const clock = { now: () => now * 1000, sleep: async () => {} }
    const { request } = aRequest({ clock }, () => (now += 90))
    const { run } = await step(request, aRun({ last: READY }), [])
    expect(run.pendingWrites).toMatchObject([{ at: NOW + 90, seen: false }])
  })
})

const FAILED = { activityId: 'a', at: NOW - 5, reason: 'InsufficientInstanceCapacity' }
const full = aRollingFleet(old(3), 4, MEMO, { failedLaunches: [{ ...FAILED, reason: 'You are not authorized.' }] })
const changedSource = aRollingFleet([...old(3), ...fresh(1)], 4, MEMO, { source: template(3) })
const first = aFleet(old(3), { at: NOW - 60 })
const policyOf = (change: Partial<Policy>): Partial<GroupRun> => ({ policy: aPolicy(change), first })
const PREVIOUS = {
  label: 'lt-1 version 1',
  references: [{ kind: 'template', id: 'lt-1', version: 1 }],
  images: new Map(),
}

const RAISED = [{ name: 'web-5xx', state: 'ALARM', reason: 'Errors', since: NOW - 5, link: undefined }] as const
const watchedBy = (onGateFailure: GatePolicy['onFailure']): Partial<GroupRun> =>
  policyOf({
    onFailure: 'restore',
    gates: {
      checkpoints: [1],
      bakeSeconds: 60,
      bakeAtEndSeconds: 60,
      promote: 'auto',
      alarms: { names: ['web-5xx'], atStart: 'refuse', withoutData: 'neutral' },
      onFailure: onGateFailure,
    },
  })
const canary = aRollingFleet([...old(3), ...fresh(1)], 4, MEMO, { alarms: RAISED })
const FREE = { kind: 'save-state', memo: { ...MEMO, heartbeatAt: 0 } }

describe('a roll whose gate has failed', () => {
  const rows: readonly Row[] = [
    {
      name: 'is rolled back where that is wanted of gates, whatever is wanted otherwise',
      run: { ...watchedBy('rollback'), last: canary },
      sent: [{ kind: 'set-launch-source', previous: PREVIOUS }],
      next: 'soon',
      expected: { restoringSince: undefined, rollback: { failed: template(2), since: NOW } },
    },
    {
      name: 'is put back where that is wanted',
      run: { ...watchedBy('restore'), last: canary },
      sent: [],
      next: 'soon',
      expected: { restoringSince: NOW, rollback: undefined },
    },
    {
      name: 'is left for inspection where that is wanted',
      run: { ...watchedBy('hold'), last: canary },
      sent: [FREE],
      next: 'soon',
      expected: { outcome: { status: 'held' }, restoringSince: undefined },
    },
    {
      name: 'is left for inspection with the size that a decrement has left of what others wish',
      run: {
        ...watchedBy('hold'),
        last: { ...canary, sizes: { ...canary.sizes, desired: 2 } },
        state: { ...aRun({}).state, desired: 2, max: 20 },
      },
      sent: [{ ...FREE, memo: { ...FREE.memo, handedSizes: { desired: 2, max: 20 } } }],
      next: 'soon',
      expected: { outcome: { status: 'held' } },
    },
    {
      name: 'is left for inspection, which is said, where no old instance tells what was launched before',
      run: {
        ...watchedBy('rollback'),
        first: aFleet(fresh(3), { at: NOW - 60 }),
        last: { ...canary, instances: fresh(4) },
      },
      sent: [FREE],
      next: 'soon',
      expected: { outcome: { status: 'held', failure: { why: expect.stringMatching(/It cannot be taken back/) } } },
    },
  ]
  test.each(rows)('$name', check)
})

describe('a roll that must stop', () => {
  const rows: readonly Row[] = [
    {
      name: 'is put back',
      run: { ...policyOf({ onFailure: 'restore' }), last: full },
      sent: [],
      next: 'soon',
      expected: { restoringSince: NOW, rollback: undefined },
    },
    {
      name: 'is rolled back where its new instances are to blame and that is wanted',
      run: { ...policyOf({ onFailure: 'rollback' }), last: full },
      sent: [{ kind: 'set-launch-source', previous: PREVIOUS }],
      next: 'soon',
      expected: { restoringSince: undefined, rollback: { failed: template(2), since: NOW } },
    },
    {
      name: 'is not rolled back where it goes on being taken back: what failed would be launched again',
      run: {
        ...policyOf({ onFailure: 'rollback' }),
        last: { ...full, instances: old(2), memo: { ...MEMO, progress: { phase: 'taken-back' } } },
        memo: { ...MEMO, progress: { phase: 'taken-back' } },
      },
      sent: [],
      next: 'soon',
      expected: { restoringSince: NOW, rollback: undefined },
    },
    {
      name: 'is rolled back to what the first look tells, though no old instance is left',
      run: { ...policyOf({ onFailure: 'rollback' }), last: { ...full, instances: fresh(2) } },
      sent: [{ kind: 'set-launch-source', previous: PREVIOUS }],
      next: 'soon',
      expected: { rollback: { failed: template(2) } },
    },
    {
      name: 'is put back where AWS refuses its previous source, and may have changed',
      run: { ...policyOf({ onFailure: 'rollback' }), last: full, changed: false },
      answer: REFUSED,
      sent: [{ kind: 'set-launch-source', previous: PREVIOUS }],
      next: 'soon',
      expected: {
        restoringSince: NOW,
        rollback: undefined,
        changed: true,
        notes: [expect.stringMatching(/was not put back/)],
      },
    },
    {
      name: 'is put back where an operator’s change is to blame, though a rollback is wanted',
      run: { ...policyOf({ onFailure: 'rollback' }), last: changedSource },
      sent: [],
      next: 'soon',
      expected: { restoringSince: NOW, rollback: undefined },
    },
    {
      name: 'is left for inspection where that is wanted, with its saved state, and a lease that any run may acquire',
      run: { ...policyOf({ onFailure: 'hold' }), last: full },
      sent: [{ kind: 'save-state', memo: { ...MEMO, heartbeatAt: 0 } }],
      next: 'soon',
      expected: { outcome: { status: 'held' }, restoringSince: undefined },
    },
  ]
  test.each(rows)('$name', check)
})

describe('a group whose template goes back with another group’s rollback', () => {
  const memo = aMemo(3, { source: template(3).fingerprint })
  const last = aRollingFleet([...old(3), ...booting(1)], 4, memo)
  const failed = aRun({ group: 'other', rollback: { failed: template(3), since: NOW - 9 } })
  const strange = aRun({ group: 'other', rollback: { failed: template(4), since: NOW - 9 } })
  test.each([
    { name: 'joins it', onFailure: 'rollback', peer: failed, expected: { failed: template(3), since: NOW } },
    { name: 'does not join where it is to be put back', onFailure: 'restore', peer: failed, expected: undefined },
    { name: 'does not join one of another source', onFailure: 'rollback', peer: strange, expected: undefined },
  ] as const)('$name', async ({ onFailure, peer, expected }) => {
    const { request } = aRequest()
    const { run } = await step(request, aRun({ policy: aPolicy({ onFailure }), last, memo: last.memo }), [peer])
    expect(run.rollback).toEqual(expected)
  })
})

test('a group without anything old is through at its first look, and what does not serve is told', async () => {
  const last = aFleet(fresh(1, { statusChecks: { state: 'impaired', reason: 'a check has failed' } }))
  const { request } = aRequest()
  const { run } = await step(request, aRun({ first: last, last, memo: undefined, changed: false }), [])
  expect(run.outcome).toMatchObject({
    status: 'current',
    left: ['i-new0 is in service and does not serve: EC2 calls it impaired: a check has failed.'],
  })
})

test('a step that waits does nothing', async () => {
  const { request, sent } = aRequest()
  const { run, next } = await step(request, aRun({ last: ROLLING }), [])
  expect({ next, sent, outcome: run.outcome }).toEqual({ next: 'when something is due', sent: [], outcome: undefined })
})

describe('what the activities tell of the desired capacity is asked for', () => {
  const raise = { before: 3, to: 4, at: NOW - 30.5, known: [] }
  const state = aRun().state
  const growth = { at: NOW, since: NOW, before: 3, wish: 4, policy: 'more' }
  const { startedAt } = MEMO
  const rows: readonly { name: string; run: Partial<GroupRun>; since: number }[] = [
    { name: 'of a raise alone since right before it', run: { state: { ...state, raise } }, since: NOW - 32 },
    {
      name: 'of a raise that the look before the saved state has led to since that was written',
      run: { state: { ...state, raise: { ...raise, at: startedAt - 9 } } },
      since: startedAt,
    },
    {
      name: 'of the whole roll where an earlier process may have set the size',
      run: { state: { ...state, raise }, first: { ...aRun().first, memo: MEMO } },
      since: startedAt,
    },
    {
      name: 'of the whole roll while a decrement is open',
      run: {
        state: { ...state, raise, decrement: { before: 4, by: 1, instances: ['i-1'], at: NOW, tookSeconds: 1 } },
      },
      since: startedAt,
    },
    {
      name: 'of the whole roll where a policy has asked for more',
      run: { state: { ...state, raise, growth: growth as never } },
      since: startedAt,
    },
  ]
  test.each(rows)('$name', async ({ run, since }) => {
    const { request } = aRequest()
    const asked: number[] = []
    const desiredChanges = async (_: string, from: number) => {
      asked.push(from)
      return []
    }
    await step({ ...request, port: { ...request.port, desiredChanges } }, aRun({ last: ROLLING, ...run }), [])
    expect(asked).toEqual([since])
  })
})
