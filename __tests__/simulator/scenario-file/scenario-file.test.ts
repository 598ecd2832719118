import { readdirSync, readFileSync } from 'node:fs'
import { pictureOf } from '../../../simulator/control.ts'
import { brokenPromises } from '../../../simulator/scenario-file/broken.ts'
import { buildScenario } from '../../../simulator/scenario-file/build.ts'
import { readScenario } from '../../../simulator/scenario-file/read.ts'

const NOW = Date.UTC(2026, 0, 5, 8) / 1000
const built = (text: string) => buildScenario(readScenario(text), NOW)

const EXAMPLES = 'simulator/scenarios'

describe.each(readdirSync(EXAMPLES))('the example %s', (file) => {
  test('is built with its groups healthy, names its schema, and keeps what it promises where nothing is done', () => {
    const text = readFileSync(`${EXAMPLES}/${file}`, 'utf8')
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/scenario\.schema\.json\n/)
    const { account, keeps } = built(text)
    for (const [name, { ready }] of keeps) expect(account.autoScaling.capacity(name).ready).toBeGreaterThanOrEqual(ready) // prettier-ignore
    expect(account.ledger.entries).toEqual([])
    account.timeline.advance(3600)
    expect(brokenPromises(account.ledger, keeps)).toEqual([])
  })
})

test('a group launches its own images, and an outdated one the newer', () => {
  const { account } = built(`
images:
  - { name: web-1, created: 2025-11-03 }
  - { name: web-2, parameter: /golden/web }
groups:
  web: { size: 1, image: web-1, newer-image: web-2, outdated: true, tags: { Team: shop } }`)
  const { ec2, ssm, autoScaling } = account
  const imageId = (name: string): string | undefined =>
    ec2.operations.DescribeImages({ Filters: [{ Name: 'name', Values: [name] }] }).Images?.[0]?.ImageId
  const [id = ''] = autoScaling.capacity('web').ids.ready
  expect(ec2.machine(id)?.imageId).toBe(imageId('web-1'))
  autoScaling.operations.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: false })
  account.timeline.advance(600)
  const [next = ''] = autoScaling.capacity('web').ids.ready
  expect(ec2.machine(next)?.imageId).toBe(imageId('web-2'))
  expect(ssm.value('/golden/web')).toBe(imageId('web-2'))
  expect(autoScaling.capacity('web').tags).toEqual({ Team: 'shop' })
})

test('faults and refused launches begin when the groups are healthy', () => {
  const { account } = built(`
behaviour: { refuse-launches: 'We currently do not have sufficient capacity.' }
faults:
  - { action: 'autoscaling:Describe*', answer: denied }
groups:
  web: { size: 1 }`)
  expect(account.autoScaling.capacity('web').ready).toBe(1)
  account.autoScaling.operations.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 2 })
  account.timeline.advance(300)
  const { Activities = [] } = account.autoScaling.operations.DescribeScalingActivities({ AutoScalingGroupName: 'web' })
  expect(Activities[0]?.StatusMessage).toContain('sufficient capacity')
})

test('what happens later happens at its moment', () => {
  const { account } = built(`
groups:
  web: { size: 2 }
alarms:
  errors: { state: OK }
events:
  - { at: 60, alarms: { errors: ALARM } }
  - { at: 90, interruption: { group: web, instances: 1 } }`)
  account.timeline.advance(59)
  expect(account.cloudWatch.stateOf('errors')).toBe('OK')
  account.timeline.advance(1)
  expect(account.cloudWatch.stateOf('errors')).toBe('ALARM')
  expect(account.autoScaling.capacity('web').ready).toBe(2)
  account.timeline.advance(31)
  expect(account.autoScaling.capacity('web').ready).toBeLessThan(2)
})

test('a role lets jobs in by OIDC, and no other keys', () => {
  const { account } = built('roles:\n  - { name: deploy, subjects: ["repo:octo/fleet:*"] }')
  expect(account.sts.accepts).toBe('known keys')
})

test('what AWS refuses is told with the name of the group', () => {
  expect(() => built('groups:\n  web: { settings: { HealthCheckGracePeriod: -5, PlacementGroup: gone } }')).toThrow(/^groups\.web: /) // prettier-ignore
})

test('a promise that was broken is told with its time, and the picture shows it', () => {
  const scenario = built('groups:\n  web: { size: 2, keeps: { ready: 2, total: 2 } }')
  const { account, keeps } = scenario
  const [first = ''] = account.autoScaling.capacity('web').ids.ready
  account.timeline.advance(100)
  const terminatedAt = account.timeline.now
  account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: false }) // prettier-ignore
  account.ledger.sample()
  account.timeline.advance(600)
  account.autoScaling.operations.SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 3 })
  account.timeline.advance(600)
  expect(brokenPromises(account.ledger, keeps)).toEqual([
    { group: 'web', keeps: 'ready', from: terminatedAt, until: expect.any(Number) as number, wanted: 2, was: 1 },
    { group: 'web', keeps: 'total', from: expect.any(Number) as number, until: undefined, wanted: 2, was: 3 },
  ]) // prettier-ignore
  expect(pictureOf(scenario, 'web')).toContain('!')
})
