import type { TargetHealth } from '../../../src/domain/rollout/fleet.ts'
import { isServing } from '../../../src/domain/rollout/readiness.ts'

const healthIn = (state: TargetHealth['state']): TargetHealth => ({ balancer: 'web', state, reason: state })

describe('an instance serves', () => {
  test.each([
    { name: 'without load balancers', lifecycle: 'InService', healthy: true, states: [] },
    { name: 'healthy in all', lifecycle: 'InService', healthy: true, states: ['healthy', 'healthy'] },
    { name: 'where one can never turn healthy', lifecycle: 'InService', healthy: true, states: ['unused', 'healthy'] },
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
  ] as const)('$name', ({ lifecycle, healthy, states }) => {
    expect(isServing({ lifecycle, healthy, balancers: states.map(healthIn) })).toBe(false)
  })
})
