import { dueSince } from '../../../src/aws/observe/due-since.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, aMemo, NOW, old } from '../../domain/rollout/a-fleet.ts'

const began = NOW - 60

const rows: { name: string; fleet: Partial<Fleet>; since: number | undefined }[] = [
  { name: 'before a roll, since AWS may yet carry it out', fleet: {}, since: NOW - 120 },
  { name: 'not before a roll where they are suspended', fleet: { suspended: ['ScheduledActions'] }, since: undefined },
  {
    name: 'while a run has suspended them, since it began',
    fleet: { memo: aMemo(3), suspended: ['ScheduledActions'] },
    since: began,
  },
  { name: 'or since it last carried some out', fleet: { memo: aMemo(3, { scheduledUntil: NOW - 9 }) }, since: NOW - 9 },
  { name: 'also where an operator has resumed them', fleet: { memo: aMemo(3) }, since: began },
  { name: 'also where the run lets them run again', fleet: { memo: aMemo(3, { suspends: [] }) }, since: began },
  {
    name: 'and they are suspended by others since',
    fleet: { memo: aMemo(3, { suspends: [], handedBackAt: NOW - 20 }), suspended: ['ScheduledActions'] },
    since: began,
  },
  {
    name: 'not where others had suspended them before',
    fleet: { memo: aMemo(3, { suspends: ['AZRebalance'] }), suspended: ['ScheduledActions'] },
    since: undefined,
  },
]

test.each(rows)('what falls due matters $name', ({ fleet, since }) => {
  expect(dueSince(aFleet(old(3), fleet), 'every part')).toBe(since)
})

test('before a group without saved state is put back nothing that falls due matters', () => {
  expect(dueSince(aFleet(old(3)), 'the group alone')).toBeUndefined()
})
