import { finished, outcomeOf } from '../../../src/controllers/rollout/outcome.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { takenBack } from '../../../src/domain/rollout/taken-back.ts'
import { aFleet, aMemo, aPolicy, fresh, old } from '../../domain/rollout/a-fleet.ts'
import { aRun, MEMO } from './a-run.ts'

const RESTORING = aPolicy({ intent: 'restore' })

const restored = (last: Fleet): readonly string[] => {
  const { status, left } = finished(aRun({ policy: RESTORING, last, changed: true }))
  expect(status).toBe('restored')
  return left
}

test('a restore after which more are protected from scale-in than are desired says that they stay', () => {
  // Those that came out of a warm pool were launched before the roll: nothing tells that the roll has brought them.
  const last = { ...aFleet(fresh(4, { protectedFromScaleIn: true })), sizes: { min: 0, max: 4, desired: 3 } }
  expect(restored(last)).toEqual([
    'Instances with a capacity of 4 are protected from scale-in where 3 is desired: AWS takes none of them away.',
  ])
})

test('a restore that leaves outdated instances says what the group launches now, and what goes back', () => {
  const [launches, ...others] = restored(aFleet(old(3)))
  expect(others).toEqual([])
  expect(launches).toMatch(
    /^The group still launches from web \(lt-1\) version 2.* `mode: rollback` takes the group back/,
  )
})

test('after a roll that was taken back a restore does not advise to go back one version more', () => {
  const last = aFleet(old(3))
  const memo = takenBack(aMemo(3, { source: last.source.fingerprint }))
  const [launches = ''] = finished(aRun({ policy: RESTORING, last, memo, changed: true })).left
  expect(launches).toContain('The group still launches from web (lt-1) version 2')
  expect(launches).not.toContain('mode: rollback')
})

test('a restore after which all are of the version that the group launches says nothing of it', () => {
  expect(restored(aFleet(fresh(3)))).toEqual([])
})

test.each([
  {
    name: 'that could read it at its beginning tells what it was',
    unknown: [],
    text: '; when this run began it was web (lt-1) version 2.',
  },
  { name: 'that never could tells no version', unknown: ['launchSource' as const], text: '.' },
])('where the launch source could not be read, a run $name', ({ unknown, text }) => {
  const first = aFleet(old(3), { unknown })
  const last = aFleet(old(3), { unknown: ['launchSource'] })
  const failure = { what: 'web was halted.', remedy: 'Look.' }
  const said = `What the group launches now could not be read${text}`
  expect(finished(aRun({ first, last, changed: true, failure })).failure?.remedy).toBe(`Look. ${said}`)
  expect(finished(aRun({ policy: RESTORING, first, last, changed: true })).left).toEqual([said])
})

describe('a restore that finds no saved state', () => {
  const policy = aPolicy({ intent: 'restore', lookFor: { whose: 'any', until: 0 } })
  const found = (suspended: readonly string[], reasons: Readonly<Record<string, string>> = {}): readonly string[] => {
    const last = aFleet(fresh(3), { suspended, suspensionReasons: reasons })
    return finished(aRun({ policy, first: last, last, changed: false })).left
  }
  const UNKNOWN = 'No saved state of a run was found on web: what a run may have left there is not known.'

  test('names the processes that a run suspends, where they are suspended', () => {
    expect(
      found(['AZRebalance', 'Launch', 'ScheduledActions'], { AZRebalance: 'User suspended at 2026-01-05' }),
    ).toEqual([
      UNKNOWN,
      'AZRebalance (User suspended at 2026-01-05), ScheduledActions are suspended, as while a group is rolled: if that was a run, set the sizes as they should be, and resume with `aws autoscaling resume-processes --auto-scaling-group-name web --scaling-processes AZRebalance ScheduledActions`.',
    ])
  })

  test.each([
    { name: 'one alone, which no run suspends alone', suspended: ['AZRebalance'], reasons: {} },
    {
      name: 'those that AWS itself has suspended',
      suspended: ['AZRebalance', 'ScheduledActions'],
      reasons: { AZRebalance: 'Administratively suspended' },
    },
  ])('does not name $name', ({ suspended, reasons }) => {
    expect(found(suspended, reasons)).toEqual([UNKNOWN])
  })
})

test.each([
  {
    name: 'AWS has refused a part of it and state is left',
    refused: ['resize' as const],
    memo: MEMO,
    status: 'unfinished',
  },
  {
    name: 'AWS has refused a part of it, though nothing is left',
    refused: ['resize' as const],
    memo: undefined,
    status: 'restored',
  },
  { name: 'AWS has refused nothing', refused: [], memo: MEMO, status: 'restored' },
])('a group counts as put back unless something is left: $name', ({ refused, memo, status }) => {
  const last = { ...aFleet(fresh(3)), memo }
  expect(outcomeOf(aRun({ policy: RESTORING, last, refused })).status).toBe(status)
})
