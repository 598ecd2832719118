import { explanationOf, UserError } from '../../../src/errors.ts'
import { restoreUnobserved } from '../../../src/controllers/rollout/blind-restore.ts'
import type { GroupRun } from '../../../src/controllers/rollout/group-run.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { aRollingFleet, booting, fresh, JUST_BEGUN, NOW, old } from '../../domain/rollout/a-fleet.ts'
import { aRequest } from './a-request.ts'
import { aRun, MEMO } from './a-run.ts'

const UNSEEN = new UserError({ what: 'AWS does not show the group any more.' })
const RESUME = { kind: 'resume', processes: MEMO.suspends } as const
const SAVED_AGAIN = { kind: 'save-state', memo: { ...MEMO, url: undefined, heartbeatAt: NOW } }
const LEFT = { suspends: [], handedBackAt: NOW, handedSizes: { desired: 4, max: 20 } }
const HANDED_BACK_AGAIN = { kind: 'save-state', memo: { ...SAVED_AGAIN.memo, ...LEFT } }
const HANDED_BACK = { kind: 'save-state', memo: { ...MEMO, ...LEFT } }

describe('a group of which AWS still shows the tags', () => {
  const group = aRollingFleet([...old(3), ...booting(1)], 4, MEMO)
  const left = { handedBackAt: NOW, handedSizes: { desired: 4, max: 20 } }
  const rows: readonly {
    readonly name: string
    readonly seen: Fleet
    readonly run?: Partial<GroupRun>
    readonly answer?: (change: Change) => void
    readonly sent: readonly object[]
  }[] = [
    { name: 'is handed back as it shows itself', seen: group, sent: [RESUME, { kind: 'save-state', memo: { ...MEMO, suspends: [], ...left } }] }, // prettier-ignore
    {
      name: 'is handed back with the size that the run has left where others have set another since: that is no size of the run',
      seen: { ...group, sizes: { min: 0, desired: 12, max: 30 } },
      sent: [RESUME, { kind: 'save-state', memo: { ...MEMO, suspends: [], ...left } }],
    },
    {
      name: 'is handed back with the size that it shows where AWS has not answered what the run has set last',
      seen: group,
      run: {
        last: { ...group, sizes: { ...group.sizes, desired: 3 } },
        state: { ...JUST_BEGUN, desired: undefined, suspended: true },
      },
      sent: [RESUME, { kind: 'save-state', memo: { ...MEMO, suspends: [], ...left } }],
    },
    {
      name: 'gets them again first where they were removed',
      seen: { ...group, memo: undefined },
      sent: [SAVED_AGAIN, RESUME, { kind: 'save-state', memo: { ...SAVED_AGAIN.memo, suspends: [], ...left } }],
    },
    {
      name: 'gets them again first where they were changed',
      seen: { ...group, memo: { ...MEMO, surge: 3 } },
      sent: [SAVED_AGAIN, RESUME, { kind: 'save-state', memo: { ...SAVED_AGAIN.memo, suspends: [], ...left } }],
    },
    {
      name: 'has its processes run again all the same where AWS refuses to have them written',
      seen: { ...group, memo: undefined },
      answer: ({ kind }) => {
        if (kind === 'save-state') throw new UserError({ what: 'refused' })
      },
      sent: [SAVED_AGAIN, RESUME],
    },
    {
      name: 'is left as it is where AWS does not answer whether they are written',
      seen: { ...group, memo: undefined },
      answer: () => {
        throw Object.assign(new Error('no answer'), { name: 'UncertainOutcome' })
      },
      sent: [SAVED_AGAIN],
    },
    {
      name: 'is left as it is where another run, which is alive, has taken it over',
      seen: { ...group, memo: { ...MEMO, run: '200/1/efgh', heartbeatAt: NOW } },
      sent: [],
    },
    {
      name: 'is taken for what the last change has left where the look lags behind it',
      seen: group,
      run: { last: group, pendingWrites: [{ change: RESUME, at: NOW - 1, seen: false }] },
      sent: [HANDED_BACK],
    },
    {
      name: 'gets its tags again first also where the look lags behind the run’s own writing of them',
      seen: { ...group, memo: undefined },
      run: { pendingWrites: [{ change: { kind: 'save-state', memo: MEMO }, at: NOW - 1, seen: true }] },
      sent: [SAVED_AGAIN, RESUME, HANDED_BACK_AGAIN],
    },
  ]
  test.each(rows)('$name', async ({ seen, run: change, answer, sent: expected }) => {
    const { request, sent } = aRequest({}, answer)
    const port = { ...request.port, look: async () => ({ fleets: [seen], gone: [], unreadable: [] }) }
    const run = await restoreUnobserved({ ...request, port }, aRun({ changed: true, ...change }), explanationOf(UNSEEN))
    expect(sent.map(({ reason: _, ...each }: Change & { reason?: string }) => each)).toEqual(expected)
    expect(run.outcome).toMatchObject({ status: 'unfinished', failure: { what: UNSEEN.what } })
  })
})

describe('a group that AWS does not show any more', () => {
  const rows: readonly {
    readonly name: string
    readonly run: Partial<GroupRun>
    readonly refuses?: Change['kind']
    readonly sent: readonly object[]
  }[] = [
    {
      name: 'keeps every instance and size; its processes run again, and its saved state says so',
      run: { last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO) },
      sent: [RESUME, HANDED_BACK],
    },
    {
      name: 'is left with the sizes of the last change, though no look has shown it',
      run: {
        last: aRollingFleet(old(3), 3, MEMO),
        state: { ...aRun().state, desired: 6 },
        pendingWrites: [{ change: { kind: 'resize', sizes: { desired: 6, max: 24 } }, at: NOW - 1, seen: false }],
      },
      sent: [RESUME, { kind: 'save-state', memo: { ...HANDED_BACK.memo, handedSizes: { desired: 6, max: 24 } } }],
    },
    {
      name: 'is left with sizes that are not known where AWS has not answered the last change of them',
      run: {
        last: aRollingFleet(old(3), 3, MEMO),
        unanswered: [{ change: { kind: 'resize', sizes: { desired: 6 } }, at: NOW - 1 }],
      },
      sent: [RESUME, { kind: 'save-state', memo: { ...HANDED_BACK.memo, handedSizes: undefined } }],
    },
    {
      name: 'is taken for what the last change has left, which no look has shown',
      run: {
        last: aRollingFleet([...old(3), ...fresh(1)], 4, MEMO),
        pendingWrites: [{ change: RESUME, at: NOW - 1, seen: false }],
      },
      sent: [HANDED_BACK],
    },
    {
      name: 'gets its tags again first where the last look did not show them any more, after one that did',
      run: {
        last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO, { memo: undefined }),
        pendingWrites: [{ change: { kind: 'save-state', memo: MEMO }, at: NOW - 40, seen: true }],
      },
      sent: [SAVED_AGAIN, RESUME, HANDED_BACK_AGAIN],
    },
    {
      name: 'has them still where no look has come since they were written',
      run: {
        last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO, { memo: undefined }),
        pendingWrites: [{ change: { kind: 'save-state', memo: MEMO }, at: NOW - 1, seen: false }],
      },
      sent: [RESUME, HANDED_BACK],
    },
    {
      name: 'is left as it is where AWS refuses to resume',
      run: { last: aRollingFleet(old(3), 4, MEMO) },
      refuses: 'resume',
      sent: [RESUME],
    },
    {
      name: 'is left as it is where this run has changed nothing',
      run: { last: aRollingFleet(old(3), 3, MEMO), changed: false },
      sent: [],
    },
  ]
  test.each(rows)('$name', async ({ run: change, refuses, sent: expected }) => {
    const { request, sent } = aRequest({}, ({ kind }) => {
      if (kind === refuses) throw new UserError({ what: 'refused' })
    })
    const run = await restoreUnobserved(request, aRun({ changed: true, ...change }), explanationOf(UNSEEN))
    expect(sent.map(({ reason: _, ...each }: Change & { reason?: string }) => each)).toEqual(expected)
    expect(run.outcome).toMatchObject({ status: 'unfinished', failure: { what: UNSEEN.what } })
  })
})

test('what falls due until AWS has answered that the processes run again is dropped by AWS, however old the look is', async () => {
  let now = NOW
  const { request, sent } = aRequest({ clock: { now: () => now * 1000, sleep: async () => {} } }, () => (now += 30))
  const run = aRun({ changed: true, last: aRollingFleet([...old(3), ...booting(1)], 4, MEMO) })
  await restoreUnobserved(request, run, explanationOf(UNSEEN))
  expect(sent).toMatchObject([RESUME, { kind: 'save-state', memo: { ...HANDED_BACK.memo, handedBackAt: NOW + 30 } }])
})
