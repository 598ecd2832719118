import type { Fleet, Instance, LaunchSource, Memo } from '../../../src/domain/rollout/fleet.ts'
import { INITIAL_STATE, type RunState } from '../../../src/domain/rollout/run-state.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'

/** Seconds since the Unix epoch at which the fleets of these tests are observed. */
export const NOW = 1_700_000_000

export const template = (version: number): LaunchSource => ({
  kind: 'template',
  label: `web (lt-1) version ${version}`,
  fingerprint: String(version).padStart(16, '0'),
  base: { kind: 'template', id: 'lt-1', version },
  overrides: [],
  imageId: `ami-${version}`,
})

/** An instance of version 1 that has been serving for an hour. */
export const anInstance = (id: string, change: Partial<Instance> = {}): Instance => ({
  id,
  zone: 'a',
  type: 't3.micro',
  weight: 1,
  lifecycle: 'InService',
  healthy: true,
  protectedFromScaleIn: false,
  reference: { kind: 'template', id: 'lt-1', version: 1 },
  imageId: 'ami-1',
  launchedAt: NOW - 3600,
  firstSeenAt: NOW - 3600,
  readySince: NOW - 3600,
  balancers: [],
  statusChecks: { state: 'ok', reason: '' },
  ...change,
})

export const old = (count: number, change: Partial<Instance> = {}): Instance[] =>
  Array.from({ length: count }, (_, index) =>
    anInstance(`i-old${index}`, { zone: 'abc'.charAt(index % 3), launchedAt: NOW - 3600 + index, ...change }),
  )

export const fresh = (count: number, change: Partial<Instance> = {}): Instance[] =>
  Array.from({ length: count }, (_, index) =>
    anInstance(`i-new${index}`, {
      zone: 'abc'.charAt(index % 3),
      reference: { kind: 'template', id: 'lt-1', version: 2 },
      launchedAt: NOW - 100,
      firstSeenAt: NOW - 100,
      readySince: NOW - 10,
      ...change,
    }),
  )

export const booting = (count: number, change: Partial<Instance> = {}): Instance[] =>
  fresh(count, { lifecycle: 'Pending', readySince: undefined, unreadySince: NOW - 100, cameUp: true, ...change }).map(
    (instance) => ({
      ...instance,
      id: instance.id.replace('new', 'boot'),
    }),
  )

/** A group on version 2 of its template, of the size of its instances, before any run. */
export function aFleet(instances: readonly Instance[], change: Partial<Fleet> = {}): Fleet {
  const desired = instances.filter(({ lifecycle }) => /^(Pending|InService)/.test(lifecycle)).length
  return {
    group: 'web',
    at: NOW,
    sizes: { min: 0, max: 20, desired },
    defaultWarmupSeconds: undefined,
    suspended: [],
    weighted: false,
    source: template(2),
    instances,
    memo: undefined,
    failedLaunches: [],
    ...change,
  }
}

export const RUN = '100/1/abcd'

export const aMemo = (desired: number, change: Partial<Memo> = {}): Memo => ({
  run: RUN,
  startedAt: NOW - 60,
  heartbeatAt: NOW - 60,
  sizes: { min: 0, max: 20, desired },
  suspends: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'],
  surge: 1,
  source: template(2).fingerprint,
  replaceLaunchedUntil: undefined,
  ...change,
})

/** A group in the middle of its roll: with a memo, suspended, the desired capacity as given. */
export const aRollingFleet = (
  instances: readonly Instance[],
  desired: number,
  memo: Memo,
  change: Partial<Fleet> = {},
): Fleet =>
  aFleet(instances, {
    memo,
    suspended: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'],
    sizes: { ...memo.sizes, desired },
    ...change,
  })

export const aPolicy = (change: Partial<Policy> = {}): Policy => ({
  run: RUN,
  url: undefined,
  intent: 'roll',
  surge: 1,
  maxUnavailable: 0,
  waitForAll: false,
  force: false,
  instanceTimeoutSeconds: 900,
  warmupSeconds: 0,
  maxFailures: 1,
  onFailure: 'restore',
  protectedInstances: 'replace',
  standbyInstances: 'ignore',
  ...change,
})

/** The state of a run that has just claimed the lease. */
export const JUST_BEGUN: RunState = { ...INITIAL_STATE, leaseClaimed: true }
