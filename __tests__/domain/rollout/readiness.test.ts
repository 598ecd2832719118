import type { Instance, StatusChecks, TargetHealth } from '../../../src/domain/rollout/fleet.ts'
import { isServing, mayServeUnseen, needsStatusChecks, whyNotReady } from '../../../src/domain/rollout/readiness.ts'
import { anInstance } from './a-fleet.ts'

const healthIn = (state: TargetHealth['state']): TargetHealth => ({ balancer: 'web', state, reason: state })

describe('an instance serves', () => {
  test.each([
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

const checked = (state: StatusChecks['state']): StatusChecks => ({ state, reason: '' })

describe('of an instance for which no load balancer speaks the status checks tell that it', () => {
  test.each<{ name: string; change: Partial<Instance>; serves: boolean; perhaps: boolean }>([
    { name: 'serves where they pass', change: { statusChecks: checked('ok') }, serves: true, perhaps: false },
    {
      name: 'serves where they pass and nothing sends requests to its target group',
      change: { statusChecks: checked('ok'), balancers: [healthIn('unused')] },
      serves: true,
      perhaps: false,
    },
    {
      name: 'does not serve while they initialize',
      change: { statusChecks: checked('initializing') },
      serves: false,
      perhaps: false,
    },
    {
      name: 'does not serve where one has failed',
      change: { statusChecks: checked('impaired') },
      serves: false,
      perhaps: false,
    },
    {
      name: 'is not known to serve where EC2 says nothing of them',
      change: { statusChecks: checked('unknown') },
      serves: false,
      perhaps: true,
    },
    {
      name: 'is not known to serve where they were not read',
      change: { statusChecks: undefined },
      serves: false,
      perhaps: true,
    },
    {
      name: 'does not serve where its zone is not served',
      change: { statusChecks: checked('ok'), balancers: [healthIn('unserved')] },
      serves: false,
      perhaps: false,
    },
    {
      name: 'serves where a load balancer calls it healthy, whatever they say',
      change: { statusChecks: checked('impaired'), balancers: [healthIn('healthy')] },
      serves: true,
      perhaps: false,
    },
  ])('$name', ({ change, serves, perhaps }) => {
    const instance = anInstance('i-1', change)
    expect({ serves: isServing(instance), perhaps: mayServeUnseen(instance) }).toEqual({ serves, perhaps })
  })
})

describe('status checks are asked of an instance', () => {
  test.each<{ name: string; change: Partial<Instance>; dark?: true; asked: boolean }>([
    { name: 'without load balancers', change: {}, asked: true },
    { name: 'whose target group gets no requests', change: { balancers: [healthIn('unused')] }, asked: true },
    { name: 'not if a load balancer speaks for it', change: { balancers: [healthIn('healthy')] }, asked: false },
    { name: 'not if one speaks against it', change: { balancers: [healthIn('unhealthy')] }, asked: false },
    { name: 'not if its zone is not served', change: { balancers: [healthIn('unserved')] }, asked: false },
    { name: 'not before it is registered', change: { balancers: [healthIn('unregistered')] }, asked: false },
    {
      name: 'that waits in the dark to be registered',
      change: { balancers: [healthIn('unregistered')] },
      dark: true,
      asked: true,
    },
    { name: 'not while it boots', change: { lifecycle: 'Pending' }, asked: false },
    { name: 'not if its group calls it unhealthy', change: { healthy: false }, asked: false },
  ])('$name', ({ change, dark, asked }) => {
    expect(needsStatusChecks(anInstance('i-1', change), dark && { dark })).toBe(asked)
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
      name: 'that its group calls it unhealthy before it has come into service',
      change: { lifecycle: 'Pending', healthy: false },
      expected: 'Pending, and the group calls it unhealthy',
    },
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
    {
      name: 'what EC2 says where there are no load balancers',
      change: { statusChecks: { state: 'impaired', reason: 'the instance status check has failed' } },
      expected: 'EC2 calls it impaired: the instance status check has failed',
    },
    {
      name: 'what EC2 says before a load balancer that only does not know it, as in a dark launch',
      change: {
        balancers: [says('unregistered', 'not registered')],
        statusChecks: { state: 'impaired', reason: 'the instance status check has failed' },
      },
      expected: 'EC2 calls it impaired: the instance status check has failed',
    },
  ]
  test.each(rows)('$name', ({ change, expected }) => {
    expect(whyNotReady(anInstance('i-1', change))).toBe(expected)
  })
})
