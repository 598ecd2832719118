import { type Change, type ChangeKindName, isVisibleIn } from '../../../src/domain/rollout/changes/changes.ts'
import type { Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, aMemo, anInstance, NOW, old } from './a-fleet.ts'

type OfKind<K extends ChangeKindName> = Extract<Change, { readonly kind: K }>

const MEMO = aMemo(3)
const [a, b, c] = old(3) as [Instance, Instance, Instance]
const dark = anInstance('i-dark', { balancers: [{ balancer: 'web', state: 'unregistered', reason: 'not registered' }] })

describe('a look shows', () => {
  const predecessor = aMemo(3, { run: '100/0/abcd' })
  const other = aMemo(3, { run: '200/1/ffff' })
  const state: OfKind<'save-state'> = { kind: 'save-state', memo: MEMO, after: predecessor }
  const lease: OfKind<'renew-lease'> = { kind: 'renew-lease', memo: { ...MEMO, heartbeatAt: NOW }, after: predecessor }
  const decrement: OfKind<'terminate'> = { kind: 'terminate', instances: ['i-old0'], decrement: true }
  const suspend: Change = { kind: 'suspend', processes: ['AZRebalance', 'ScheduledActions'] }
  const resume: Change = { ...suspend, kind: 'resume' }
  const resize: Change = { kind: 'resize', sizes: { desired: 5, max: 25 } }
  const register: OfKind<'register'> = { kind: 'register', balancer: 'web', instances: ['i-dark'] }
  const withMemo = (memo: Memo | undefined, change: Partial<Fleet> = {}): Fleet => aFleet(old(3), { memo, ...change })
  const rows: { name: string; change: Change; fleet: Fleet; expected: boolean }[] = [
    {
      name: 'no saved state while the heartbeat is the one before',
      change: state,
      fleet: withMemo({ ...MEMO, heartbeatAt: MEMO.heartbeatAt - 1 }),
      expected: false,
    },
    {
      name: 'no saved state while the sizes in it are others',
      change: state,
      fleet: withMemo({ ...MEMO, sizes: aMemo(5).sizes }),
      expected: false,
    },
    {
      name: 'no saved state while it says that a dark half waits',
      change: state,
      fleet: withMemo({ ...MEMO, dark: true }),
      expected: false,
    },
    {
      name: 'no saved state while it does not say up to when scheduled actions were carried out',
      change: { ...state, memo: { ...MEMO, scheduledUntil: NOW } },
      fleet: withMemo(MEMO),
      expected: false,
    },
    ...[
      { facts: 'another maximum', changed: { sizes: { ...MEMO.sizes, max: 30 } } },
      { facts: 'another surge', changed: { surge: 2 } },
      { facts: 'other processes', changed: { suspends: ['AZRebalance'] } },
      { facts: 'another launch source', changed: { source: '0123456789abcdef' } },
      { facts: 'that policies stay alive', changed: { follows: true as const } },
      { facts: 'another desired capacity that was left', changed: { handedSizes: { desired: 4, max: 20 } } },
    ].map(({ facts, changed }) => ({
      name: `no saved state while it has yet to say ${facts}`,
      change: { ...state, memo: { ...MEMO, handedSizes: { desired: 5, max: 20 }, ...changed } },
      fleet: withMemo({ ...MEMO, handedSizes: { desired: 5, max: 20 } }),
      expected: false,
    })),
    {
      name: 'no departure while one is in Standby still',
      change: { ...decrement, decrement: false },
      fleet: aFleet([{ ...a, lifecycle: 'Standby' }, b, c]),
      expected: false,
    },
    {
      name: 'no sizes while the minimum is the one before',
      change: { kind: 'resize', sizes: { min: 2 } },
      fleet: aFleet(old(3)),
      expected: false,
    },
    {
      name: 'no saved state while it is that of the process before',
      change: state,
      fleet: withMemo(predecessor),
      expected: false,
    },
    {
      name: 'a saved state that another run has written over it',
      change: state,
      fleet: withMemo(other),
      expected: true,
    },
    {
      name: 'no lease while the memo is that of the process before',
      change: lease,
      fleet: withMemo(predecessor),
      expected: false,
    },
    {
      name: 'a lease that another run has written over it',
      change: lease,
      fleet: withMemo({ ...other, heartbeatAt: NOW }),
      expected: true,
    },
    // A run that began a second after another had ended was shown that one's saved state, took it for a change by others, and halted.
    {
      name: 'no saved state while it is that of a run which has ended since',
      change: { kind: 'save-state', memo: MEMO },
      fleet: withMemo({ ...other, heartbeatAt: MEMO.heartbeatAt - 1 }),
      expected: false,
    },
    {
      name: 'no saved state while it is that of a roll before, whose last sign of life is of the same second',
      change: { kind: 'save-state', memo: MEMO },
      fleet: withMemo({ ...other, startedAt: MEMO.startedAt - 1 }),
      expected: false,
    },
    {
      name: 'a lease on a memo whose sizes are others: it has written none',
      change: lease,
      fleet: withMemo({ ...MEMO, heartbeatAt: NOW, sizes: aMemo(5).sizes }),
      expected: true,
    },
    {
      name: 'a lease without a memo, which was gone already',
      change: lease,
      fleet: withMemo(undefined, { orphanedLease: MEMO.run }),
      expected: true,
    },
    {
      name: 'no lease where neither it nor a memo is there',
      change: lease,
      fleet: withMemo(undefined),
      expected: false,
    },
    {
      name: 'no suspension while one process runs',
      change: suspend,
      fleet: aFleet([], { suspended: ['AZRebalance'] }),
      expected: false,
    },
    {
      name: 'no resumption while one process is suspended',
      change: resume,
      fleet: aFleet([], { suspended: ['AZRebalance'] }),
      expected: false,
    },
    {
      name: 'no resize while MaxSize is not there',
      change: resize,
      fleet: aFleet([], { sizes: { min: 0, desired: 5, max: 20 } }),
      expected: false,
    },
    {
      name: 'a resize of MaxSize alone, whatever is desired',
      change: { kind: 'resize', sizes: { max: 20 } },
      fleet: aFleet([], { sizes: { min: 0, desired: 9, max: 20 } }),
      expected: true,
    },
    { name: 'a termination of what is not listed any more', change: decrement, fleet: aFleet([b, c]), expected: true },
    {
      name: 'a termination of what is leaving',
      change: decrement,
      fleet: aFleet([{ ...a, lifecycle: 'Terminating:Wait' }, b]),
      expected: true,
    },
    {
      name: 'no termination while one of the named is in service',
      change: { ...decrement, instances: ['i-gone', 'i-old0'] },
      fleet: aFleet([a, b]),
      expected: false,
    },
    {
      name: 'no registration while the load balancer does not know one of them',
      change: { ...register, instances: ['i-old0', 'i-dark'] },
      fleet: aFleet([a, dark]),
      expected: false,
    },
    { name: 'a registration of one that is not listed any more', change: register, fleet: aFleet([a]), expected: true },
  ]
  test.each(rows)('$name', ({ change, fleet, expected }) => {
    expect(isVisibleIn(fleet, change)).toBe(expected)
  })
})
