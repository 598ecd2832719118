import type { Finding } from '../../../src/domain/janitor/finding.ts'
import { groupFindings } from '../../../src/domain/janitor/rules.ts'
import { aMemo, anInstance, fresh, old } from '../rollout/a-fleet.ts'
import { aState, anActivity, DAY, HOUR, LIMITS, NOW, stamp } from './a-state.ts'

const found = (change: Parameters<typeof aState>[0]): readonly Finding[] => {
  const judged = groupFindings(aState(change), LIMITS)
  if (judged.kind === 'skipped') throw new Error(judged.why)
  return judged.findings
}
/** The names of what is found; one with a remedy has its kind behind it. */
const named = (change: Parameters<typeof aState>[0]): readonly string[] =>
  found(change).map(({ finding, remedy }) => (remedy === undefined ? finding : `${finding}: ${remedy.kind}`))

const unknown = (id: string, launchedAt = NOW - 2 * DAY) =>
  anInstance(id, { launchedAt, balancers: [{ balancer: 'targetgroup/web/1', state: 'unregistered', reason: '' }] })

test('in a group in service nothing is found', () => {
  expect(found({})).toEqual([])
})

test('while saved state stands on a group nothing else of it is judged', () => {
  const memo = aMemo(2, { heartbeatAt: NOW - 2 * DAY })
  expect(named({ fleet: { memo, suspended: ['Launch'] } })).toEqual(['stale-state: restore'])
})

describe('suspended processes', () => {
  const suspended = (reasons: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>> = {}) =>
    found({ fleet: { suspended: Object.keys(reasons), suspensionReasons: reasons }, tags })
  const byUser = (seconds: number): string => `User suspended at ${stamp(NOW - seconds)}`

  test('are resumed by name, since the last of them was suspended', () => {
    expect(suspended({ Launch: byUser(3 * DAY), HealthCheck: byUser(2 * DAY) })).toMatchObject([
      {
        finding: 'suspended-processes',
        since: NOW - 2 * DAY,
        remedy: { kind: 'resume', processes: ['Launch', 'HealthCheck'] },
      },
    ])
  })

  test('of which one has no date have none', () => {
    expect(suspended({ Launch: byUser(3 * DAY), HealthCheck: '' })).toMatchObject([{ since: undefined }])
  })

  test('that are suspended for less than `older-than` are not counted', () => {
    expect(suspended({ Launch: byUser(DAY - 1), HealthCheck: byUser(DAY) })).toMatchObject([
      { remedy: { kind: 'resume', processes: ['HealthCheck'] } },
    ])
    expect(suspended({ Launch: byUser(HOUR) })).toEqual([])
  })

  test('that are suspended anew are another finding', () => {
    const [one] = suspended({ Launch: byUser(3 * DAY) })
    const [other] = suspended({ Launch: byUser(2 * DAY) })
    expect(one?.subject).not.toBe(other?.subject)
  })

  test('that AWS has suspended are only reported', () => {
    const administrative = 'Administrative suspension: Failed to launch any instance successfully in past 24 hours.'
    expect(suspended({ Launch: administrative, HealthCheck: byUser(2 * DAY) })).toMatchObject([
      { finding: 'suspended-processes', remedy: { processes: ['HealthCheck'] } },
      { finding: 'suspended-by-aws', remedy: undefined },
    ])
  })

  test.each([
    { value: '', kept: 'all of them', left: [] },
    { value: 'true', kept: 'all of them', left: [] },
    { value: 'AZRebalance', kept: 'the one that it names', left: ['Launch'] },
    { value: 'AZRebalance, Launch', kept: 'those that it names', left: [] },
  ])('keeps $kept by the tag with the value "$value"', ({ value, left }) => {
    const reasons = { AZRebalance: byUser(2 * DAY), Launch: byUser(2 * DAY) }
    const findings = suspended(reasons, { 'fleet-patch:keep-suspended': value })
    expect(findings.flatMap(({ remedy }) => (remedy?.kind === 'resume' ? remedy.processes : []))).toEqual(left)
  })
})

test('a group that its policies cannot scale is told of', () => {
  const sizes = { min: 2, max: 2, desired: 2 }
  const policies = ['cpu']
  expect(named({ fleet: { sizes }, policies })).toEqual(['fixed-size'])
  expect(named({ fleet: { sizes } })).toEqual([])
  expect(named({ fleet: { sizes: { min: 2, max: 3, desired: 2 } }, policies })).toEqual([])
  const cause = `At ${stamp(NOW - HOUR)} a user request update of AutoScalingGroup constraints to min: 2, max: 2, desired: 2 changing the desired capacity from 4 to 2.`
  expect(named({ fleet: { sizes }, policies, activities: [anActivity({ cause })] })).toEqual([])
})

describe('a surplus that a failed doubling has left', () => {
  const doubled = (seconds: number, from = 2, to = 4) =>
    anActivity({
      cause: `At ${stamp(NOW - seconds)} a user request update of AutoScalingGroup constraints to min: 2, max: 8, desired: ${to} changing the desired capacity from ${from} to ${to}.`,
    })
  const halves = { instances: [...old(2), ...fresh(2)], sizes: { min: 0, max: 8, desired: 4 } }
  test.each([
    { name: 'is proposed to be replaced', activities: [doubled(2 * DAY)], expected: ['surplus-left'] },
    { name: 'is none where that was a moment ago', activities: [doubled(HOUR)], expected: [] },
    { name: 'is none where that was long ago', activities: [doubled(15 * DAY)], expected: [] },
    { name: 'is none where it was not doubled', activities: [doubled(2 * DAY, 3, 4)], expected: [] },
    { name: 'is none where nothing tells it', activities: [], expected: [] },
    { name: 'is none where another change came since', activities: [doubled(2 * DAY), doubled(HOUR, 4, 3)], expected: [] },
  ])('$name', ({ activities, expected }) => {
    expect(named({ fleet: halves, activities })).toEqual(expected)
  }) // prettier-ignore

  test('is none where the instances are of one source, or not half and half, or a refresh replaces them', () => {
    const activities = [doubled(2 * DAY)]
    expect(named({ fleet: { ...halves, instances: old(4) }, activities })).toEqual([])
    expect(named({ fleet: { ...halves, instances: [...old(3), ...fresh(1)] }, activities })).toEqual([])
    const refresh = { id: 'r-1', status: 'InProgress', reason: '', startedAt: NOW - HOUR, endedAt: undefined, waits: false } // prettier-ignore
    expect(named({ fleet: halves, activities, refresh })).toEqual([])
  })
})

describe('instances in Standby', () => {
  const toStandby = (id: string, seconds: number) =>
    anActivity({ at: NOW - seconds, description: `Moving EC2 instance to Standby: ${id}` })
  const instances = [...old(1), anInstance('i-a', { lifecycle: 'Standby' }), anInstance('i-b', { lifecycle: 'Standby' })] // prettier-ignore

  test('return by their ids, those that are there for longer than `older-than`', () => {
    const activities = [toStandby('i-b', HOUR), toStandby('i-a', 2 * DAY), toStandby('i-b', 5 * DAY)]
    expect(found({ fleet: { instances }, activities })).toMatchObject([
      { finding: 'standby', since: NOW - 2 * DAY, remedy: { kind: 'exit-standby', instances: ['i-a'] } },
    ])
  })

  test('of which the activities tell nothing have no date', () => {
    expect(found({ fleet: { instances } })).toMatchObject([{ since: undefined, remedy: { instances: ['i-a', 'i-b'] } }])
  })

  test.each([
    { name: 'the maximum has no room', fleet: { sizes: { min: 0, max: 2, desired: 1 } } },
    { name: 'Launch is suspended', fleet: { suspended: ['Launch'], suspensionReasons: { Launch: `User suspended at ${stamp(NOW)}` } } },
  ])('are only reported where $name, since AWS refuses then', ({ fleet }) => {
    expect(named({ fleet: { instances, ...fleet } })).toEqual(['standby'])
  }) // prettier-ignore
})

describe('instances that no load balancer of their group knows', () => {
  test('are registered where they are missing', () => {
    expect(found({ fleet: { instances: [...old(1), unknown('i-a'), unknown('i-b')] } })).toMatchObject([
      {
        finding: 'unregistered',
        remedy: { kind: 'register', registrations: [{ balancer: 'targetgroup/web/1', instances: ['i-a', 'i-b'] }] },
      },
    ])
  })

  test('are meant so while the group registers nothing, and young ones are not counted', () => {
    const instances = [unknown('i-a')]
    expect(named({ fleet: { instances, suspended: ['AddToLoadBalancer'], suspensionReasons: {} } })).toEqual([
      'suspended-processes: resume',
    ])
    expect(named({ fleet: { instances: [unknown('i-a', NOW - HOUR)] } })).toEqual([])
  })
})

test('a traffic source that is neither attached nor detached is told of, and one that waits for those instances is not', () => {
  const source = (state: string) => [{ id: 'tg', state }]
  expect(named({ trafficSources: source('Removing') })).toEqual(['stuck-traffic-source'])
  expect(named({ trafficSources: source('Adding') })).toEqual(['stuck-traffic-source'])
  expect(named({ trafficSources: source('InService') })).toEqual([])
  const instances = [unknown('i-a')]
  expect(named({ fleet: { instances }, trafficSources: source('Adding') })).toEqual(['unregistered: register'])
})

describe('an instance refresh', () => {
  const refresh = (seconds: number, change: Partial<NonNullable<ReturnType<typeof aState>['refresh']>> = {}) => ({
    refresh: { id: 'r-1', status: 'InProgress', reason: '', startedAt: NOW - seconds, endedAt: undefined, waits: false, ...change },
  }) // prettier-ignore
  const waits = { reason: 'Waiting for instances that are protected from scale in.' }

  test.each([
    { name: 'of less than a day is under way', given: refresh(DAY - 1), expected: [] },
    { name: 'of a day is cancelled', given: refresh(DAY), expected: ['stuck-refresh: cancel-refresh'] },
    { name: 'that waits for protected instances for an hour is told of', given: refresh(HOUR, waits), expected: ['stuck-refresh'] },
    { name: 'that waits for them for less is not', given: refresh(HOUR - 1, waits), expected: [] },
    { name: 'that waits at checkpoints is told of alone', given: refresh(2 * DAY, { waits: true }), expected: ['stuck-refresh'] },
    { name: 'that is being cancelled is told of alone', given: refresh(2 * DAY, { status: 'Cancelling' }), expected: ['stuck-refresh'] },
    { name: 'that has failed is told of', given: refresh(2 * DAY, { status: 'Failed', endedAt: NOW - DAY }), expected: ['failed-refresh'] },
    { name: 'that has come to its end is not', given: refresh(2 * DAY, { status: 'Successful', endedAt: NOW - DAY }), expected: [] },
  ])('$name', ({ given, expected }) => {
    expect(named(given)).toEqual(expected)
  }) // prettier-ignore
})

test('instances that are all protected in a group that protects none are told of, but in a group of ECS', () => {
  const fleet = { instances: old(2, { protectedFromScaleIn: true }) }
  expect(named({ fleet })).toEqual(['protected-instances'])
  expect(named({ fleet, protectsNew: true })).toEqual([])
  expect(named({ fleet, tags: { AmazonECSManaged: '' } })).toEqual([])
  expect(named({ fleet: { instances: [...old(1), ...fleet.instances] } })).toEqual([])
  expect(named({ fleet: { instances: [] } })).toEqual([])
})

describe('a lifecycle hook that nothing answers', () => {
  const launch = (at: number, message = '') => anActivity({ at: NOW - at, description: 'Launching a new EC2 instance: i-1', message }) // prettier-ignore
  const timedOut = (at: number) =>
    launch(at, "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token 1 was abandoned: Heartbeat Timeout Exceeded")
  test.each([
    { name: 'is told of after three launches in a row', activities: [timedOut(1), timedOut(2), timedOut(3), launch(4)], expected: ['failing-hooks'] },
    { name: 'is none after two', activities: [timedOut(1), timedOut(2), launch(3), timedOut(4)], expected: [] },
    { name: 'is none once a launch came to its end', activities: [launch(0), timedOut(1), timedOut(2), timedOut(3)], expected: [] },
  ])('$name', ({ activities, expected }) => {
    expect(named({ activities })).toEqual(expected)
  })

  test('fails since the oldest of them', () => {
    expect(found({ activities: [timedOut(1), timedOut(2), timedOut(30)] })).toMatchObject([{ since: NOW - 30 }])
  })
}) // prettier-ignore
