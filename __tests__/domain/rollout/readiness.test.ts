import type { Instance, TargetHealth } from '../../../src/domain/rollout/fleet.ts'
import { isServing, whyNotReady } from '../../../src/domain/rollout/readiness.ts'
import { anInstance } from './a-fleet.ts'

const healthIn = (state: TargetHealth['state']): TargetHealth => ({ balancer: 'web', state, reason: state })

describe('an instance serves', () => {
  test.each([
    { name: 'without load balancers', lifecycle: 'InService', healthy: true, states: [] },
    { name: 'healthy in all', lifecycle: 'InService', healthy: true, states: ['healthy', 'healthy'] },
    { name: 'where one can never turn healthy', lifecycle: 'InService', healthy: true, states: ['unused', 'healthy'] },
    {
      name: 'where one of two serves its zone',
      lifecycle: 'InService',
      healthy: true,
      states: ['unserved', 'healthy'],
    },
  ] as const)('$name', ({ lifecycle, healthy, states }) => {
    expect(isServing({ lifecycle, healthy, balancers: states.map(healthIn) })).toBe(true)
  })
})

describe('an instance does not serve', () => {
  test.each([
    { name: 'while it boots', lifecycle: 'Pending', healthy: true, states: ['healthy'] },
    { name: 'while a launch hook holds it', lifecycle: 'Pending:Wait', healthy: true, states: [] },
    { name: 'in Standby', lifecycle: 'Standby', healthy: true, states: ['healthy'] },
    { name: 'while it leaves', lifecycle: 'Terminating', healthy: true, states: ['healthy'] },
    { name: 'unhealthy for its group', lifecycle: 'InService', healthy: false, states: ['healthy'] },
    { name: 'unhealthy in one of two', lifecycle: 'InService', healthy: true, states: ['healthy', 'unhealthy'] },
    { name: 'while it drains', lifecycle: 'InService', healthy: true, states: ['draining'] },
    { name: 'before it is registered', lifecycle: 'InService', healthy: true, states: ['unregistered'] },
    { name: 'where no load balancer serves its zone', lifecycle: 'InService', healthy: true, states: ['unserved'] },
    {
      name: 'where the only one that serves its zone sends nothing',
      lifecycle: 'InService',
      healthy: true,
      states: ['unserved', 'unused'],
    },
    {
      name: 'unhealthy in the one of two that serves its zone',
      lifecycle: 'InService',
      healthy: true,
      states: ['unserved', 'unhealthy'],
    },
  ] as const)('$name', ({ lifecycle, healthy, states }) => {
    expect(isServing({ lifecycle, healthy, balancers: states.map(healthIn) })).toBe(false)
  })
})

describe('of an instance that is not ready it is said', () => {
  const says = (state: TargetHealth['state'], reason = ''): TargetHealth => ({ balancer: 'web', state, reason })
  const other = (state: TargetHealth['state']): TargetHealth => ({
    balancer: 'api',
    state,
    reason: 'Elb.InternalError',
  })
  const rows: { name: string; change: Partial<Instance>; expected: string }[] = [
    { name: 'in which state of its life it is', change: { lifecycle: 'Pending' }, expected: 'Pending' },
    {
      name: 'that a launch hook holds it',
      change: { lifecycle: 'Pending:Wait' },
      expected: 'Pending:Wait (a lifecycle hook)',
    },
    { name: 'that its hook is through', change: { lifecycle: 'Pending:Proceed' }, expected: 'Pending:Proceed' },
    {
      name: 'that a termination hook holds it',
      change: { lifecycle: 'Terminating:Wait' },
      expected: 'Terminating:Wait (a lifecycle hook)',
    },
    {
      name: 'its state before anything else',
      change: { lifecycle: 'Standby', healthy: false, balancers: [says('unhealthy')] },
      expected: 'Standby',
    },
    { name: 'that its group calls it unhealthy', change: { healthy: false }, expected: 'the group calls it unhealthy' },
    {
      name: 'what its group says before what a load balancer says',
      change: { healthy: false, balancers: [says('unhealthy')] },
      expected: 'the group calls it unhealthy',
    },
    {
      name: 'what a load balancer says, with its reason',
      change: { balancers: [says('unhealthy', 'Target.Timeout: Request timed out')] },
      expected: 'web says unhealthy, Target.Timeout: Request timed out',
    },
    {
      name: 'what a load balancer says that gives no reason',
      change: { balancers: [says('draining')] },
      expected: 'web says draining',
    },
    {
      name: 'that no load balancer serves its zone',
      change: { zone: 'eu-west-1c', balancers: [says('unserved', 'Target.NotInUse'), says('unused')] },
      expected: 'no load balancer of the group serves eu-west-1c',
    },
    {
      name: 'what the first load balancer says that does not call it healthy',
      change: {
        balancers: [other('healthy'), says('unused', 'Target.NotInUse'), says('unregistered'), other('unhealthy')],
      },
      expected: 'web says unregistered',
    },
    {
      name: 'that it warms up where all is well',
      change: { balancers: [says('healthy'), other('unused')] },
      expected: 'warming up',
    },
    { name: 'that it warms up where there are no load balancers', change: {}, expected: 'warming up' },
  ]
  test.each(rows)('$name', ({ change, expected }) => {
    expect(whyNotReady(anInstance('i-1', change))).toBe(expected)
  })
})
