import type { Fleet, Instance } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, booting, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

const leaving = old(1, { lifecycle: 'Terminating:Wait' })
const end = (instances: readonly Instance[], change: Partial<Fleet> = {}): Fleet =>
  aRollingFleet(instances, 2, aMemo(2), { reusesInstances: true, ...change })

describe('at the end of a roll, where the warm pool takes instances back from service', () => {
  test.each([
    {
      name: 'an old one that is leaving is waited for',
      fleet: end([...fresh(2), ...leaving]),
      expected: { kind: 'wait', reason: 'i-old0 is leaving: it may return to the warm pool' },
    },
    {
      name: 'an old one that has returned is terminated',
      fleet: end([...fresh(2), anInstance('i-back', { lifecycle: 'Warmed:Pending' })]),
      expected: { kind: 'terminate-warm', instances: ['i-back'] },
    },
    {
      name: 'a new one that is leaving may return',
      fleet: end([...fresh(2), ...fresh(1, { lifecycle: 'Terminating' })]),
      expected: { kind: 'resume' },
    },
    {
      name: 'an instance that has left the pool does not return',
      fleet: end([...fresh(2), anInstance('i-gone', { lifecycle: 'Warmed:Terminating' })]),
      expected: { kind: 'resume' },
    },
    {
      name: 'a pool without a reuse policy is not waited for',
      fleet: end([...fresh(2), ...leaving], { reusesInstances: false }),
      expected: { kind: 'resume' },
    },
    {
      name: 'instances that are not ready are handled first',
      fleet: end([...fresh(1), ...booting(1), ...leaving]),
      expected: { kind: 'wait', reason: 'i-boot0 is not ready: Pending' },
    },
    {
      name: 'the middle of a roll does not wait for leaving instances',
      fleet: end([...old(2), ...leaving]),
      expected: { kind: 'resize', sizes: { desired: 3 } },
    },
  ])('$name', ({ fleet, expected }) => {
    expect(nextAction(fleet, aPolicy(), JUST_BEGUN)).toMatchObject(expected)
  })
})

describe('before anything is launched, an old instance in the warm pool', () => {
  const warmed = anInstance('i-warmed', { lifecycle: 'Warmed:Stopped' })
  test.each([
    {
      name: 'is terminated',
      fleet: end([...old(2), warmed]),
      expected: { kind: 'terminate-warm', instances: ['i-warmed'] },
    },
    {
      name: 'is not terminated while a launch is outstanding, for which AWS may use it',
      fleet: end([...old(1), warmed]),
      expected: { kind: 'wait', reason: 'AWS is about to launch, perhaps from the warm pool' },
    },
    {
      name: 'does not hide that the launch has failed',
      fleet: end([...old(1), warmed], {
        failedLaunches: [{ activityId: 'a', at: NOW - 10, reason: "The subnet ID 'subnet-1' does not exist" }],
      }),
      expected: { kind: 'halt' },
    },
  ])('$name', ({ fleet, expected }) => {
    expect(nextAction(fleet, aPolicy(), JUST_BEGUN)).toMatchObject(expected)
  })
})
