import { type GroupRun, newGroupRun, policyNow, sizesLeft } from '../../../src/controllers/rollout/group-run.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aPolicy, NOW, old, template } from '../../domain/rollout/a-fleet.ts'
import { aRun } from './a-run.ts'

describe('the policy at this moment', () => {
  const rollback = { failed: template(2), since: NOW }
  const rows: { name: string; run: Partial<GroupRun>; expected: Partial<Policy> }[] = [
    { name: 'is what the user asked for while the group rolls', run: {}, expected: {} },
    { name: 'is to restore once the roll was stopped', run: { restoringSince: NOW }, expected: { intent: 'restore' } },
    {
      name: 'is to restore even at the beginning of time',
      run: { restoringSince: 0 },
      expected: { intent: 'restore' },
    },
    {
      name: 'is to restore without what AWS has refused',
      run: { restoringSince: NOW, refused: ['terminate', 'resize'] },
      expected: { intent: 'restore', refused: ['terminate', 'resize'] },
    },
    {
      name: 'is to roll to the source before while a roll is rolled back',
      run: { rollback },
      expected: { intent: 'roll', rollback },
    },
    {
      name: 'is to restore where the rollback was stopped as well, and what it replaces stays known',
      run: { rollback, restoringSince: NOW },
      expected: { intent: 'restore', rollback },
    },
  ]
  test.each(rows)('$name', ({ run, expected }) => {
    const asked = aPolicy({ surge: 3, onFailure: 'rollback' })
    // An absent property is no undefined one: the rules ask for what was refused.
    expect(policyNow(aRun({ policy: asked, ...run }))).toStrictEqual({ ...asked, ...expected })
  })
})

describe('a run that has observed its group for the first time', () => {
  const fleet = aFleet(old(3))
  const begun = { group: 'web', first: fleet, last: fleet, state: INITIAL_STATE, changed: false, memo: undefined }

  test('has learnt nothing, changed nothing and rolls where it is to roll', () => {
    expect(newGroupRun(fleet, aPolicy())).toMatchObject({ ...begun, restoringSince: undefined, outcome: undefined })
  })

  test('will have rolled nothing where it goes on with what another run takes back', () => {
    const memo = aMemo(3, { progress: { phase: 'taken-back' } })
    expect(newGroupRun({ ...fleet, memo }, aPolicy()).failure?.what).toBe(
      'The roll of web is taken back to web (lt-1) version 2.',
    )
    expect(newGroupRun({ ...fleet, memo }, aPolicy({ intent: 'restore' })).failure).toBeUndefined()
    expect(newGroupRun({ ...fleet, memo, source: template(3) }, aPolicy()).failure).toBeUndefined()
  })

  test('restores since that look where it is to restore', () => {
    expect(newGroupRun(fleet, aPolicy({ intent: 'restore' }))).toMatchObject({ ...begun, restoringSince: NOW })
  })
})

describe('the sizes that the last change has left', () => {
  const last = { ...aRun().last, memo: aMemo(3, { sizes: { min: 0, desired: 3, max: 6 } }), sizes: { min: 0, desired: 7, max: 11 } }
  const rows: { name: string; change: Partial<RunState>; left: ReturnType<typeof sizesLeft> }[] = [
    { name: 'are what the run has set, whatever the look shows', change: { desired: 5, max: 12 }, left: { desired: 5, max: 12 } },
    { name: 'have the maximum of the look where the run has none of its own', change: { desired: 5 }, left: { desired: 5, max: 11 } },
    { name: 'are the saved ones before the first change of this run, though others have set some', change: { hasOwnSizes: true }, left: { desired: 3, max: 6 } },
    { name: 'are not known where another run began', change: {}, left: undefined },
    { name: 'are not known where AWS has not answered', change: { desired: undefined, max: undefined }, left: undefined },
  ]
  test.each(rows)('$name', ({ change, left }) => {
    expect(sizesLeft(aRun({ last, memo: last.memo, state: { ...INITIAL_STATE, ...change } }))).toEqual(left)
  })
}) // prettier-ignore
