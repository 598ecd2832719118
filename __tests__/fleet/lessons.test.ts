import { nextAction } from '../../src/fleet/rolling.ts'
import { aMemo, aPolicy, aRollingFleet, fresh, NOTHING_KNOWN, NOW, old } from './a-fleet.ts'

// What random disasters have taught, each reduced to the one decision that was wrong.

test('a maximum that our surge raised is put back after somebody wished for fewer', () => {
  // Six instances, two of surge, so the maximum was raised to eight. An operator then wished for five: five and two is
  // seven, so eight passed for the operator's own and stayed for ever.
  const sizes = { min: 0, max: 6, desired: 6 }
  const wished = aRollingFleet([...old(1), ...fresh(6)], 5, aMemo(6, { surge: 2, sizes }), {
    sizes: { min: 0, max: 8, desired: 5 },
  })
  const policy = aPolicy({ surge: 2 })
  const knowledge = { ...NOTHING_KNOWN, desired: 7, suspended: true }
  const adopted = nextAction(wished, policy, knowledge)
  if (adopted.kind !== 'remember') throw new Error(`it was ${adopted.kind}`)
  const rolled = { ...wished, instances: fresh(5), memo: adopted.memo }
  expect(nextAction(rolled, policy, { ...knowledge, desired: 5 })).toMatchObject({ kind: 'resize', sizes: { max: 6 } })
})

test('a roll that ends with one too many names who leaves', () => {
  // Spot took an old instance and AWS replaced it by a new one, so in the end four were current where three had been.
  // To lower the desired capacity alone lets AWS choose, and where new ones are protected it cannot choose anybody.
  const fleet = aRollingFleet(fresh(4, { protectedFromScaleIn: true }), 4, aMemo(3, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ surge: 3 }), { ...NOTHING_KNOWN, desired: 4, suspended: true })
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-new0'], decrement: true })
})

describe('of two runs that began at the same moment', () => {
  // The first looked, and its memo was on its way for two seconds. Meanwhile the second, with a larger surge, wrote its
  // own, suspended and surged. The late memo said less surge, so what the second had added passed for a wish and stayed.
  const late = aMemo(3, { surge: 1, startedAt: NOW - 3, heartbeatAt: NOW - 3 })

  test('the one whose memo stands answers for what the other has raised', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late), aPolicy(), NOTHING_KNOWN)
    expect(action).toMatchObject({ kind: 'remember', memo: { surge: 3, sizes: { desired: 3 } } })
  })

  test('an operator who raised the size before anything was suspended is no such run', () => {
    const action = nextAction(aRollingFleet(old(3), 6, late, { suspended: [] }), aPolicy(), NOTHING_KNOWN)
    expect(action).toMatchObject({ kind: 'remember', memo: { surge: 1, sizes: { desired: 6 } } })
  })
})
