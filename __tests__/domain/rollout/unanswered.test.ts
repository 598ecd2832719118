import type { Change } from '../../../src/domain/rollout/changes/changes.ts'
import { carriedOut, stillUnproven, withoutCertain } from '../../../src/domain/rollout/unanswered.ts'
import { aFleet, aMemo, anInstance, NOW, old } from './a-fleet.ts'

const terminate = (...instances: string[]): Change => ({ kind: 'terminate', instances, decrement: false })
const sent = (change: Change, ago = 5) => ({ change, at: NOW - ago })
const [first, second] = ['i-old0', 'i-old1'] as const

describe('what looks prove of changes whose answer was lost', () => {
  const rows = [
    {
      name: 'an instance that is leaving was terminated',
      fleet: aFleet(old(2, { lifecycle: 'Terminating:Wait' })),
      change: terminate(first),
      shown: [terminate(first)],
      left: [],
    },
    {
      name: 'so was one that is gone, and the others of the call are open still',
      fleet: aFleet([anInstance(second)]),
      change: terminate(first, second),
      shown: [terminate(first)],
      left: [terminate(second)],
    },
    {
      name: 'one that serves was not',
      fleet: aFleet(old(2)),
      change: terminate(first),
      shown: [],
      left: [terminate(first)],
    },
    {
      name: 'nor was one in Standby, which is no part of the desired capacity',
      fleet: aFleet(old(1, { lifecycle: 'Standby' })),
      change: terminate(first),
      shown: [],
      left: [terminate(first)],
    },
    {
      name: 'sizes that show were set',
      fleet: aFleet(old(2)),
      change: { kind: 'resize', sizes: { desired: 2 } } as const,
      shown: [{ kind: 'resize', sizes: { desired: 2 } }],
      left: [],
    },
    {
      name: 'a renewed lease tells a reader nothing',
      fleet: aFleet(old(2), { memo: aMemo(2) }),
      change: { kind: 'renew-lease', memo: aMemo(2) } as const,
      shown: [],
      left: [{ kind: 'renew-lease', memo: aMemo(2) }],
    },
  ] as const
  test.each(rows)('$name', ({ fleet, change, shown, left }) => {
    expect(carriedOut([sent(change)], fleet)).toEqual(shown)
    expect(stillUnproven([sent(change)], fleet).map((each) => each.change)).toEqual(left)
  })
})

test('what leaves a minute later has left for another reason', () => {
  expect(stillUnproven([sent(terminate(first), 61)], aFleet(old(2)))).toEqual([])
})

test('a later answer that came makes the lost one certain', () => {
  const open = [sent(terminate(first, second)), sent({ kind: 'resize', sizes: { desired: 3 } })]
  expect(withoutCertain(open, terminate(first)).map(({ change }) => change)).toEqual([
    terminate(second),
    { kind: 'resize', sizes: { desired: 3 } },
  ])
  expect(withoutCertain(open, { kind: 'resize', sizes: { desired: 4 } }).map(({ change }) => change)).toEqual([
    terminate(first, second),
  ])
})
