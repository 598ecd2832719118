import { healthReason, isStoppedReason } from '../../../src/domain/rollout/health-reason.ts'

test.each([
  { parts: ['Target.Timeout', 'Request timed out'], reason: 'Target.Timeout: Request timed out' },
  { parts: ['Target.Timeout', undefined], reason: 'Target.Timeout' },
  { parts: ['', 'Instance is in stopped state'], reason: 'Instance is in stopped state' },
  { parts: [undefined, undefined], reason: '' },
])('$parts is put as "$reason"', ({ parts, reason }) => {
  expect(healthReason(...parts)).toBe(reason)
})

test.each([
  { parts: ['Target.InvalidState', 'Target is in the stopped state'], stopped: true },
  { parts: ['Target.IpUnusable', undefined], stopped: true },
  { parts: ['Instance', 'Instance is in terminated state.'], stopped: true },
  { parts: ['Target.FailedHealthChecks', 'Health checks failed'], stopped: false },
  { parts: ['Elb.InternalError', undefined], stopped: false },
  { parts: ['', ''], stopped: false },
])('what was put together of $parts tells that EC2 has taken the instance away: $stopped', ({ parts, stopped }) => {
  expect(isStoppedReason(healthReason(...parts))).toBe(stopped)
})
