import { readFileSync } from 'node:fs'
import {
  afterChange,
  CHANGE_KINDS,
  type Change,
  type ChangeKindName,
  changeText,
  isVisibleIn,
  setsSizes,
  supersedes,
} from '../../../src/domain/rollout/changes/changes.ts'
import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import type { Schema } from '../../report/schema.ts'
import { aFleet, aMemo, anInstance, aRollingFleet, NOW, old } from './a-fleet.ts'

type OfKind<K extends ChangeKindName> = Extract<Change, { readonly kind: K }>

/** What is expected of one kind of change, shown by a sample of it. */
interface Row<K extends ChangeKindName> {
  readonly change: OfKind<K>
  /** The group before, and what of it is different right after AWS has accepted the change. */
  readonly before: Fleet
  readonly after: Partial<Fleet>
  /** False where a look must show the change before the next decision, true where no look is waited for. */
  readonly visibleBefore: boolean
  readonly text: string
  readonly stepAction: string
  readonly changesGroup: boolean
  readonly needsRecentLook: boolean
  readonly attempts: number | undefined
}

const MEMO = aMemo(3)
const [a, b, c] = old(3) as [Instance, Instance, Instance]
const health = (state: 'unregistered' | 'unhealthy', reason: string, balancer = 'web') => ({ balancer, state, reason })
const warm = anInstance('i-warm', { lifecycle: 'Warmed:Stopped' })
const dark = anInstance('i-dark', {
  balancers: [health('unregistered', 'not registered'), health('unregistered', 'not registered', 'api')],
})

/** The compiler asks for a row of each kind. */
const ROWS: { readonly [K in ChangeKindName]: Row<K> } = {
  'save-state': {
    change: { kind: 'save-state', memo: MEMO },
    before: aFleet(old(3), { orphanedLease: '99/1/ffff' }),
    after: { memo: MEMO, orphanedLease: undefined },
    visibleBefore: false,
    text: 'save its state in tags (min 0, desired 3, max 20)',
    stepAction: 'remember',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
  },
  'renew-lease': {
    change: { kind: 'renew-lease', memo: { ...MEMO, heartbeatAt: NOW } },
    before: aRollingFleet(old(3), 4, MEMO),
    after: { memo: { ...MEMO, heartbeatAt: NOW } },
    visibleBefore: false,
    text: 'renew its lease',
    stepAction: 'renew',
    changesGroup: false,
    needsRecentLook: false,
    attempts: undefined,
  },
  suspend: {
    change: { kind: 'suspend', processes: ['AZRebalance', 'ScheduledActions'] },
    before: aFleet(old(3), { suspended: ['ScheduledActions', 'Launch'] }),
    after: { suspended: ['ScheduledActions', 'Launch', 'AZRebalance'] },
    visibleBefore: false,
    text: 'suspend AZRebalance, ScheduledActions',
    stepAction: 'suspend',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
  },
  resize: {
    change: { kind: 'resize', sizes: { desired: 5, max: 25 } },
    before: aRollingFleet(old(3), 3, MEMO),
    after: { sizes: { min: 0, max: 25, desired: 5 } },
    visibleBefore: false,
    text: 'set desired capacity to 5 and max size to 25',
    stepAction: 'resize',
    changesGroup: true,
    needsRecentLook: true,
    attempts: 2,
  },
  terminate: {
    change: { kind: 'terminate', instances: ['i-old1', 'i-old2'], decrement: true },
    before: aRollingFleet([a, b, { ...c, weight: 4 }], 10, MEMO),
    after: {
      sizes: { min: 0, max: 20, desired: 5 },
      instances: [
        a,
        { ...b, lifecycle: 'Terminating', readySince: undefined },
        { ...c, weight: 4, lifecycle: 'Terminating', readySince: undefined },
      ],
    },
    visibleBefore: false,
    text: 'terminate i-old1+i-old2 and lower desired capacity with them',
    stepAction: 'terminate',
    changesGroup: true,
    needsRecentLook: true,
    attempts: 1,
  },
  'terminate-warm': {
    change: { kind: 'terminate-warm', instances: ['i-warm'] },
    before: aFleet([a, warm]),
    after: { instances: [a, { ...warm, lifecycle: 'Warmed:Terminating' }] },
    // Its group goes on listing it; the rule of the warm pool waits until it does not.
    visibleBefore: true,
    text: 'terminate i-warm of the warm pool',
    stepAction: 'discard',
    changesGroup: true,
    needsRecentLook: true,
    attempts: 1,
  },
  'set-launch-source': {
    change: { kind: 'set-launch-source', previous: { label: 'lt-1 version 1', references: [], images: new Map() } },
    before: aRollingFleet(old(3), 4, MEMO),
    // AWS gives the source its name.
    after: {},
    // A rule of the rollback waits for the fingerprint.
    visibleBefore: true,
    text: 'launch from lt-1 version 1 again',
    stepAction: 'relaunch',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
  },
  register: {
    change: { kind: 'register', balancer: 'web', instances: ['i-dark'] },
    before: aFleet([a, dark]),
    after: {
      instances: [
        a,
        {
          ...dark,
          balancers: [health('unhealthy', 'just registered'), health('unregistered', 'not registered', 'api')],
        },
      ],
    },
    visibleBefore: false,
    text: 'register i-dark with web',
    stepAction: 'register',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
  },
  resume: {
    change: { kind: 'resume', processes: ['AZRebalance', 'ScheduledActions'] },
    before: aFleet(old(3), { suspended: ['Launch', 'AZRebalance', 'ScheduledActions'] }),
    after: { suspended: ['Launch'] },
    visibleBefore: false,
    text: 'resume AZRebalance, ScheduledActions',
    stepAction: 'resume',
    changesGroup: true,
    needsRecentLook: false,
    attempts: undefined,
  },
  'clear-state': {
    change: { kind: 'clear-state' },
    before: aFleet(old(3), { memo: MEMO, orphanedLease: '99/1/ffff' }),
    after: { memo: undefined, orphanedLease: undefined },
    visibleBefore: false,
    text: 'remove its saved state',
    stepAction: 'forget',
    changesGroup: false,
    needsRecentLook: false,
    attempts: undefined,
  },
}

describe.each(Object.values(ROWS).map((row) => ({ ...row, kind: row.change.kind })))('$kind', (row) => {
  const { kind, change, before, after } = row

  test('leaves the group as it is but for what it changes', () => {
    expect(afterChange(before, change)).toEqual({ ...before, ...after })
  })

  test('shows in a group that was changed', () => {
    expect(isVisibleIn(afterChange(before, change), change)).toBe(true)
  })

  test(`${row.visibleBefore ? 'is not waited for' : 'does not show in the group before'}`, () => {
    expect(isVisibleIn(before, change)).toBe(row.visibleBefore)
  })

  test('reads as an order', () => {
    expect(changeText(change, (ids) => ids.join('+'))).toBe(row.text)
  })

  test('is known under its name, by what it changes, by whether it needs a recent look and by how often its call is sent', () => {
    const { stepAction, changesGroup, needsRecentLook, attempts } = CHANGE_KINDS[kind]
    expect({ stepAction, changesGroup, needsRecentLook, attempts }).toEqual({
      stepAction: row.stepAction,
      changesGroup: row.changesGroup,
      needsRecentLook: row.needsRecentLook,
      attempts: row.attempts,
    })
  })
})

describe('texts of changes', () => {
  const list = (ids: readonly string[]): string => ids.join('+')
  const leave = { kind: 'terminate', instances: ['i-1'], decrement: true } as const
  const rows: { name: string; change: Change; expected: string }[] = [
    { name: 'one instance that leaves', change: leave, expected: 'terminate i-1 and lower desired capacity with it' },
    { name: 'one that gets a successor', change: { ...leave, decrement: false }, expected: 'terminate i-1' },
    { name: 'one size alone', change: { kind: 'resize', sizes: { max: 6 } }, expected: 'set max size to 6' },
  ]
  test.each(rows)('$name', ({ change, expected }) => {
    expect(changeText(change, list)).toBe(expected)
  })
})

describe('without a look', () => {
  test.each([
    { kind: 'save-state', name: 'nothing follows: a look shows whose the saved state is', follows: [] },
    { kind: 'renew-lease', name: 'anything follows: it changes nothing that is decided by', follows: 'anything' },
    { kind: 'suspend', name: 'the room for the first launches follows', follows: ['resize'] },
    {
      kind: 'resize',
      name: 'the run waits: nothing can have come; or what it has suspended runs again',
      follows: ['wait', 'resume'],
    },
    {
      // No resize: AWS lowers a desired capacity that others have set at the moment of a decrement to a maximum that falls below it.
      kind: 'terminate',
      name: 'more leave, where one call takes too few, or the run waits, or what it has suspended runs again',
      follows: ['terminate', 'wait', 'resume'],
    },
    { kind: 'resume', name: 'nothing follows: a look shows what others have suspended', follows: [] },
  ] as const)('after $kind $name', ({ kind, follows }) => {
    expect(CHANGE_KINDS[kind].followedBy).toEqual(follows)
  })
})

describe('a later change makes out of date', () => {
  const withSuccessor: Change = { kind: 'terminate', instances: ['i-1'], decrement: false }
  const samples: readonly Change[] = [...Object.values(ROWS).map(({ change }) => change), withSuccessor]
  const MEMOS: readonly ChangeKindName[] = ['save-state', 'renew-lease', 'clear-state']
  const PROCESSES: readonly ChangeKindName[] = ['suspend', 'resume']
  /** An instance that was told to leave leaves, whatever comes after: no change makes a termination out of date. */
  const OUT_OF_DATE: { readonly [K in ChangeKindName]: readonly ChangeKindName[] } = {
    'save-state': MEMOS,
    'renew-lease': MEMOS,
    'clear-state': MEMOS,
    suspend: PROCESSES,
    resume: PROCESSES,
    resize: ['resize'],
    // With a decrement, as the sample has it.
    terminate: ['resize'],
    'terminate-warm': ['terminate-warm'],
    'set-launch-source': ['set-launch-source'],
    register: ['register'],
  }
  const outOfDate = (later: Change): string[] =>
    samples.filter((earlier) => supersedes(later, earlier)).map(({ kind }) => kind)

  test.each(Object.values(ROWS).map(({ change }) => change))('$kind: what is about the same', (later) => {
    expect(outOfDate(later).toSorted()).toEqual(OUT_OF_DATE[later.kind].toSorted())
  })

  test('terminate with a successor: nothing, since the desired capacity stays', () => {
    expect(outOfDate(withSuccessor)).toEqual([])
  })
})

describe('AWS may have set other sizes', () => {
  const changes = Object.values(ROWS).map(({ change }) => change)

  test('after a resize, and after a termination that lowers the desired capacity', () => {
    expect(changes.filter(setsSizes).map(({ kind }) => kind)).toEqual(['resize', 'terminate'])
  })

  test('not after a termination with a successor', () => {
    expect(setsSizes({ ...ROWS.terminate.change, decrement: false })).toBe(false)
  })
})

describe('the schema of the output `result` allows as the action of a step', () => {
  const file = new URL('../../../docs/result.schema.json', import.meta.url)
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema
  // A renewed lease is reported as no step.
  const { 'renew-lease': _, ...reported } = CHANGE_KINDS

  test.each(Object.values(reported))('$stepAction', ({ stepAction }) => {
    expect(schema.$defs?.['step']?.properties?.['action']?.enum).toContain(stepAction)
  })
})
