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

test('an undoing that finds only old instances names the newest ones, which the roll had launched', () => {
  // The roll died with three of surge, and an operator changed the launch source once more: now all nine were old. The
  // restore lowered the desired capacity, and AWS chose the three that were there before.
  const mine = old(3, { launchedAt: NOW - 100 }).map((instance) => ({ ...instance, id: `${instance.id}b` }))
  const fleet = aRollingFleet([...old(6), ...mine], 9, aMemo(6, { surge: 3 }))
  const action = nextAction(fleet, aPolicy({ intent: 'restore' }), NOTHING_KNOWN)
  expect(action).toMatchObject({
    kind: 'terminate',
    instances: ['i-old0b', 'i-old1b', 'i-old2b'],
    decrement: true,
  })
})

describe('where somebody has raised the minimum above the original size', () => {
  // AWS refuses to terminate with a decrement below MinSize: the roll ended red and could not be undone either.
  const sizes = { min: 5, max: 6, desired: 5 }
  const memo = aMemo(4, { sizes: { min: 4, max: 5, desired: 4 }, surge: 2 })

  test('the last old ones leave with a successor', () => {
    const fleet = aRollingFleet([...old(1), ...fresh(4)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ surge: 2 }), { ...NOTHING_KNOWN, desired: 5, suspended: true })
    expect(action).toMatchObject({ kind: 'terminate', instances: ['i-old0'], decrement: false })
  })

  test('an undoing leaves as many as the minimum asks for', () => {
    const fleet = aRollingFleet([...old(3), ...fresh(2)], 5, memo, { sizes })
    const action = nextAction(fleet, aPolicy({ intent: 'restore' }), NOTHING_KNOWN)
    expect(action).toMatchObject({ kind: 'resize', sizes: { max: 5 } })
    expect(action).not.toHaveProperty('sizes.desired')
  })
})

test('an undoing keeps the only instance that serves, however new it is', () => {
  // A load balancer called the three old ones sick for a minute, and they were protected from scale-in, so nobody else
  // was there to name: the restore terminated the new one, the only one that served.
  const sick = old(3, {
    protectedFromScaleIn: true,
    balancers: [{ balancer: 'web', state: 'unhealthy', reason: 'timeout' }],
  })
  const fleet = aRollingFleet([...sick, ...fresh(1)], 4, aMemo(3))
  const policy = aPolicy({ intent: 'restore', protectedInstances: 'ignore' })
  expect(nextAction(fleet, policy, NOTHING_KNOWN)).toMatchObject({ kind: 'wait' })
  const well = aRollingFleet([...old(3, { protectedFromScaleIn: true }), ...fresh(1)], 4, aMemo(3))
  expect(nextAction(well, policy, NOTHING_KNOWN)).toMatchObject({ kind: 'terminate', instances: ['i-new0'] })
})
