import { scalingNotes } from '../../../src/domain/rollout/resting.ts'
import { NOW } from './a-fleet.ts'

const action = (name: string, inSeconds: number) => ({ name, at: NOW + inSeconds, sizes: { min: 2, desired: 4 } })

test.each([
  { name: 'nothing rests', policies: [], dueActions: [], notes: [] },
  {
    name: 'one scaling policy rests',
    policies: ['cpu'],
    dueActions: [],
    notes: [
      'The scaling policy cpu rests while the group rolls: AlarmNotification is suspended, and the size follows no load until the roll ends.',
    ],
  },
  {
    name: 'many scaling policies rest',
    policies: Array.from({ length: 12 }, (_, index) => `p${index}`),
    dueActions: [],
    notes: [
      'The scaling policies p0, p1, p2, p3, p4, p5, p6, p7, p8, p9 and 2 more rest while the group rolls: AlarmNotification is suspended, and the size follows no load until the roll ends.',
    ],
  },
  {
    name: 'scheduled actions fall due within the time that the roll may take',
    policies: [],
    dueActions: [action('past', 0), action('soon', 60), action('late', 601)],
    notes: [
      'ScheduledActions is suspended while the group rolls. What falls due until then is carried out by the run: soon at 2023-11-14 22:14:20 UTC (min 2, desired 4).',
    ],
  },
  {
    name: 'one scaling policy stays alive',
    policies: ['cpu'],
    areAlive: true,
    dueActions: [],
    notes: [
      'The scaling policy cpu stays alive while the group rolls: it grows with its load, and MinSize is held at the desired capacity, so that nothing is scaled in until the roll ends.',
    ],
  },
  {
    name: 'two scaling policies stay alive',
    policies: ['cpu', 'requests'],
    areAlive: true,
    dueActions: [],
    notes: [
      'The scaling policies cpu, requests stay alive while the group rolls: it grows with its load, and MinSize is held at the desired capacity, so that nothing is scaled in until the roll ends.',
    ],
  },
])('$name', ({ policies, areAlive = false, dueActions, notes }) => {
  expect(scalingNotes({ at: NOW, dueActions }, { policies, areAlive, lastsSeconds: 600 })).toEqual(notes)
})
