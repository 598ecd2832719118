import type { Memo } from '../../../src/domain/rollout/fleet.ts'
import {
  hasSameFacts,
  memoThatCounts,
  type StateLoss,
  stateLoss,
} from '../../../src/domain/rollout/remembered-state.ts'
import { aFleet, aMemo, NOW, old } from './a-fleet.ts'

const OURS = { ...aMemo(3), run: '1000/1/a', heartbeatAt: NOW - 10 }
const OTHER = { run: '77/1/b', url: undefined }

interface Row {
  readonly name: string
  readonly memo: Memo | undefined
  readonly remembered?: Memo | undefined
  readonly unreadableTags?: true
  readonly expected: StateLoss | undefined
}

const rows: readonly Row[] = [
  { name: 'what was written', memo: OURS, expected: undefined },
  { name: 'what was written, renewed since', memo: { ...OURS, heartbeatAt: NOW }, expected: undefined },
  { name: 'nothing', memo: undefined, expected: 'removed' },
  { name: 'nothing that can be read', memo: undefined, unreadableTags: true, expected: 'changed' },
  { name: 'another size', memo: { ...OURS, sizes: { ...OURS.sizes, desired: 2 } }, expected: 'changed' },
  { name: 'another surge', memo: { ...OURS, surge: OURS.surge + 1 }, expected: 'changed' },
  { name: 'other processes', memo: { ...OURS, suspends: [] }, expected: 'changed' },
  { name: 'another start', memo: { ...OURS, startedAt: 1 }, expected: 'changed' },
  { name: 'another source', memo: { ...OURS, source: 'ffffffffffffffff' }, expected: 'changed' },
  { name: 'another group', memo: { ...OURS, groupId: 'another' }, expected: 'changed' },
  { name: 'new instances in the dark', memo: { ...OURS, dark: true }, expected: 'changed' },
  { name: 'a partner', memo: { ...OURS, progress: { partner: '0123456789abcdef' } }, expected: 'changed' },
  {
    name: 'the same facts in the name of a dead run',
    memo: { ...OURS, ...OTHER, heartbeatAt: 1 },
    expected: undefined,
  },
  {
    name: 'other facts in the name of a dead run',
    memo: { ...OURS, ...OTHER, heartbeatAt: 1, surge: 9 },
    expected: 'changed',
  },
  {
    name: 'other facts of a run that is alive',
    memo: { ...OURS, ...OTHER, heartbeatAt: NOW - 10, surge: 9 },
    expected: undefined,
  },
  { name: 'anything, before this run has written', memo: OURS, remembered: undefined, expected: undefined },
]

test.each(rows)('tags that show $name', ({ memo, unreadableTags, expected, ...row }) => {
  const fleet = { ...aFleet(old(3)), memo, ...(unreadableTags && { unreadableTags }) }
  const remembered = 'remembered' in row ? row.remembered : OURS
  expect(stateLoss(fleet, { remembered, run: OURS.run })).toBe(expected)
})

test('processes have no order', () => {
  expect(hasSameFacts({ ...OURS, suspends: ['A', 'B'] }, { ...OURS, suspends: ['B', 'A'] })).toBe(true)
})

const poisoned: Memo = { ...OURS, startedAt: 1, suspends: [] }
const ofLiveRun: Memo = { ...poisoned, ...OTHER, heartbeatAt: NOW - 10 }

test.each([
  { name: 'what the run remembers, where the tags say something else', memo: poisoned, remembered: OURS, counts: OURS },
  { name: 'or nothing', memo: undefined, remembered: OURS, counts: OURS },
  { name: 'the tags of another run that is alive', memo: ofLiveRun, remembered: OURS, counts: ofLiveRun },
  { name: 'the tags, before the run has written any', memo: poisoned, remembered: undefined, counts: poisoned },
])('a look goes by $name', ({ memo, remembered, counts }) => {
  expect(memoThatCounts({ ...aFleet(old(3)), memo }, remembered)).toBe(counts)
})
