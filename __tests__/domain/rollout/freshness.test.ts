import { askedAnewFor, doAllServe, mayKeepHealth, staleFor } from '../../../src/domain/rollout/freshness.ts'
import type { FleetPart } from '../../../src/domain/rollout/fleet.ts'
import { aFleet, booting, fresh, NOW, old } from './a-fleet.ts'

const HEALTHY = new Map([
  ['i-1', 'Healthy'],
  ['i-2', 'Healthy'],
])
const TOLD = { at: NOW, members: HEALTHY, attachments: 'web', allServe: true }
const SEEN = { now: NOW + 60, members: HEALTHY, attachments: 'web' }

test.each([
  { name: 'the same instances are in service, and all serve', told: TOLD, seen: SEEN, kept: true },
  { name: 'one has left', told: TOLD, seen: { ...SEEN, members: new Map([['i-2', 'Healthy']]) }, kept: true },
  { name: 'it was never told', told: undefined, seen: SEEN, kept: false },
  {
    name: 'one has come',
    told: TOLD,
    seen: { ...SEEN, members: new Map([...HEALTHY, ['i-3', 'Healthy']]) },
    kept: false,
  },
  {
    name: 'one took the place of another',
    told: TOLD,
    seen: { ...SEEN, members: new Map([...HEALTHY].map(([id, says]) => [id === 'i-2' ? 'i-3' : id, says])) },
    kept: false,
  },
  {
    name: 'the group calls one unhealthy',
    told: TOLD,
    seen: { ...SEEN, members: new Map([['i-1', 'Unhealthy']]) },
    kept: false,
  },
  { name: 'one does not serve yet', told: { ...TOLD, allServe: false }, seen: SEEN, kept: false },
  { name: 'the group has another load balancer', told: TOLD, seen: { ...SEEN, attachments: 'web api' }, kept: false },
  {
    name: 'it was told a second less than a quarter of an hour ago',
    told: TOLD,
    seen: { ...SEEN, now: NOW + 899 },
    kept: true,
  },
  { name: 'it was told a quarter of an hour ago', told: TOLD, seen: { ...SEEN, now: NOW + 900 }, kept: false },
])('health is kept: $kept, where $name', ({ told, seen, kept }) => {
  expect(mayKeepHealth(told, seen)).toBe(kept)
})

const EVERY_PART: readonly FleetPart[] = ['targetHealth', 'statusChecks', 'launchSource']

test.each([
  { kind: 'terminate', stale: EVERY_PART },
  { kind: 'register', stale: ['targetHealth', 'statusChecks'] },
  { kind: 'terminate-warm', stale: ['launchSource'] },
  { kind: 'resize', stale: ['launchSource'] },
  { kind: 'save-state', stale: EVERY_PART },
  { kind: 'renew-lease', stale: [] },
  { kind: 'suspend', stale: [] },
  { kind: 'resume', stale: [] },
  { kind: 'clear-state', stale: [] },
] as const)('a look that has kept everything lacks $stale.length parts for $kind', ({ kind, stale }) => {
  expect(staleFor(kind, { kept: EVERY_PART })).toEqual(stale)
  expect(staleFor(kind, aFleet(old(3)))).toEqual([])
})

test('one that is on its way is not waited for by the health of the others', () => {
  expect(doAllServe([...old(2), ...booting(1)])).toBe(true)
  const [sick] = fresh(1).map((each) => ({
    ...each,
    balancers: [{ balancer: 'web', state: 'unhealthy', reason: '' } as const],
  }))
  expect(doAllServe([...old(2), ...(sick ? [sick] : [])])).toBe(false)
})

test.each([
  { kind: 'terminate', anew: 'every part' },
  { kind: 'register', anew: 'the health' },
  { kind: 'save-state', anew: 'the health' },
  { kind: 'resize', anew: 'the launch source' },
  { kind: 'terminate-warm', anew: 'the launch source' },
] as const)('before $kind a look that has kept what it needs is made anew for $anew', ({ kind, anew }) => {
  expect(askedAnewFor(kind)).toBe(anew)
})
