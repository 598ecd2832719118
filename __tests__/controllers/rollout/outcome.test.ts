import { finished, unfinished } from '../../../src/controllers/rollout/outcome.ts'
import { aFleet, aPolicy, old } from '../../domain/rollout/a-fleet.ts'
import { aRun, ROLLING } from './a-run.ts'

test('a restore after which more are protected from scale-in than are desired says that they stay', () => {
  // Those that came out of a warm pool were launched before the roll: nothing tells that the roll has brought them.
  const last = { ...aFleet(old(4, { protectedFromScaleIn: true })), sizes: { min: 0, max: 4, desired: 3 } }
  const { status, left } = finished(aRun({ policy: aPolicy({ intent: 'restore' }), last, changed: true }))
  expect(status).toBe('restored')
  expect(left).toEqual([
    'Instances with a capacity of 4 are protected from scale-in where 3 is desired: AWS takes none of them away.',
  ])
})

// An operator has deleted the launch template while the group rolled (seed 1003000346 of the groups).
test('a roll that was stopped where its launch template is gone does not promise what the group launches next', () => {
  const failure = {
    what: 'The group web cannot launch anything.',
    remedy: 'Give the group a launch template that exists.',
  }
  const unread = {
    ...ROLLING,
    unknown: ['launchSource'] as const,
    source: { ...ROLLING.source, label: 'nothing', fingerprint: '0' },
  }
  const { failure: told } = unfinished(aRun({ last: unread, failure }), failure)
  expect(told?.remedy).toBe(
    `Give the group a launch template that exists. What the group launches now could not be read; when this run began it was ${ROLLING.source.label}.`,
  )
})
