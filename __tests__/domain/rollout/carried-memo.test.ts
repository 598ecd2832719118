import { withCarriedMemo } from '../../../src/domain/rollout/carried-memo.ts'
import { clearState } from '../../../src/domain/rollout/changes/clear-state.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

/** Three new instances are dark and wait to be released; the tags of the group are gone, and they carry them. */
const MEMO = aMemo(3, { run: '77/1/aaaa', heartbeatAt: 0, dark: true, surge: 3, suspends: ['AddToLoadBalancer'] })
const dark = fresh(3).map((each) => ({ ...each, carriesMemo: true as const }))
const FLEET = {
  ...aFleet([...old(3), ...dark], { sizes: { min: 0, max: 20, desired: 6 } }),
  suspended: ['AddToLoadBalancer'],
  carriedMemo: MEMO,
}
const STATE = { ...JUST_BEGUN, desired: undefined, leaseClaimed: false }

test('a roll is refused as it would be by the tags of the group', () => {
  expect(nextAction(FLEET, aPolicy(), STATE)).toMatchObject({
    kind: 'refuse',
    reason: 'its new instances are dark and wait to be released',
  })
})

test.each([
  { name: 'a release', policy: aPolicy({ dark: { kind: 'release' } }) },
  { name: 'a restore', policy: aPolicy({ intent: 'restore' }) },
])('$name writes it onto the group again, in its own name', ({ policy }) => {
  expect(nextAction(FLEET, policy, STATE)).toMatchObject({
    kind: 'save-state',
    memo: { ...MEMO, run: policy.run, url: policy.url, heartbeatAt: NOW },
    after: MEMO,
  })
})

test('a restore waits as long as AWS may not show the tags of the group yet', () => {
  const policy = aPolicy({ intent: 'restore', lookFor: { whose: 'any', until: NOW + 10 } })
  expect(nextAction(FLEET, policy, STATE).kind).toBe('wait')
})

const { carriedMemo: _, ...KNOWN } = FLEET
/** EC2 did not tell of the new instances. */
const UNREAD = {
  ...KNOWN,
  unknown: ['ec2Instances' as const],
  instances: [...old(3), ...fresh(3, { launchedAt: undefined })],
}

test.each([
  { name: 'a restore does not say that nothing is left', fleet: UNREAD, whose: 'any', until: NOW - 70, kind: 'refuse' },
  { name: 'a restore asks again for a minute', fleet: UNREAD, whose: 'any', until: NOW - 50, kind: 'wait' },
  { name: 'a post step, whose runner knows it, ends', fleet: UNREAD, whose: 'own', until: NOW - 70, kind: 'done' },
  {
    name: 'where those that could not be read are of another group, a restore ends',
    fleet: { ...KNOWN, unknown: ['ec2Instances' as const] },
    whose: 'any',
    until: NOW - 70,
    kind: 'done',
  },
] as const)('while it is not known what the instances carry: $name', ({ fleet, whose, until, kind }) => {
  const policy = aPolicy({ intent: 'restore', lookFor: { whose, until } })
  expect(nextAction(fleet, policy, STATE).kind).toBe(kind)
})

test('a post step leaves it: it was left on purpose', () => {
  const policy = aPolicy({ intent: 'restore', run: MEMO.run, lookFor: { whose: 'own', until: NOW - 10 } })
  expect(nextAction(FLEET, policy, STATE).kind).toBe('done')
})

test('a post step goes by what its runner has kept where a release was under way and the tags of the group are gone', () => {
  const ours = { ...MEMO, run: '100/1/abcd', heartbeatAt: NOW - 60, suspends: ['AZRebalance'] }
  const fleet = { ...FLEET, suspended: ['AZRebalance'] }
  const policy = aPolicy({ intent: 'restore', lookFor: { whose: 'own', until: NOW - 10 }, savedMemo: ours })
  expect(nextAction(fleet, policy, STATE)).toMatchObject({
    kind: 'save-state',
    memo: { ...ours, heartbeatAt: NOW },
    reason: 'the tags of this run are gone, but its runner has kept the saved state',
  })
  const waiting = { ...policy, lookFor: { whose: 'own' as const, until: NOW + 10 } }
  expect(nextAction(fleet, waiting, STATE).kind).toBe('wait')
  const left = { ...policy, savedMemo: { ...ours, heartbeatAt: 0 } }
  expect(nextAction(fleet, left, STATE)).toMatchObject({ kind: 'done', reason: 'left as it is on purpose' })
})

test('the state is cleared from all that carry it', () => {
  expect(clearState(FLEET)).toEqual({ kind: 'clear-state', carriers: dark.map(({ id }) => id) })
  expect(clearState(aFleet(old(3)))).toEqual({ kind: 'clear-state' })
})

test('the memo of the group alone counts where it has one', () => {
  expect(withCarriedMemo(FLEET).memo).toBe(MEMO)
  const own = aMemo(2)
  expect(withCarriedMemo({ ...FLEET, memo: own }).memo).toBe(own)
})
