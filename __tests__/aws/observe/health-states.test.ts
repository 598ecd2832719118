import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2'
import { attachmentsOf, classicHealth, targetHealth } from '../../../src/aws/observe/health-states.ts'
import { group } from '../groups.ts'

const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/0123456789abcdef'

describe('a target group says of a target', () => {
  test.each<{ name: string; health: TargetHealth; state: string; reason: string }>([
    { name: 'healthy', health: { State: 'healthy' }, state: 'healthy', reason: 'healthy' },
    {
      name: 'initial: not yet healthy',
      health: {
        State: 'initial',
        Reason: 'Elb.InitialHealthChecking',
        Description: 'Initial health checks in progress',
      },
      state: 'unhealthy',
      reason: 'Elb.InitialHealthChecking: Initial health checks in progress',
    },
    {
      name: 'unhealthy',
      health: { State: 'unhealthy', Reason: 'Target.ResponseCodeMismatch', Description: 'codes: [502]' },
      state: 'unhealthy',
      reason: 'Target.ResponseCodeMismatch: codes: [502]',
    },
    {
      name: 'draining',
      health: { State: 'draining', Reason: 'Target.DeregistrationInProgress' },
      state: 'draining',
      reason: 'Target.DeregistrationInProgress',
    },
    {
      name: 'draining while unhealthy',
      health: { State: 'unhealthy.draining' },
      state: 'draining',
      reason: 'unhealthy.draining',
    },
    {
      name: 'unused because no load balancer sends traffic: never waited for',
      health: {
        State: 'unused',
        Reason: 'Target.NotInUse',
        Description: 'Target group is not configured to receive traffic from the load balancer',
      },
      state: 'unused',
      reason: 'Target.NotInUse: Target group is not configured to receive traffic from the load balancer',
    },
    {
      name: 'unused because no gateway load balancer sends traffic',
      health: {
        State: 'unused',
        Reason: 'Target.NotInUse',
        Description: 'Target group is not configured to receive traffic from the Gateway Load Balancer',
      },
      state: 'unused',
      reason: 'Target.NotInUse: Target group is not configured to receive traffic from the Gateway Load Balancer',
    },
    {
      name: 'unused because its zone is not served: no capacity',
      health: {
        State: 'unused',
        Reason: 'Target.NotInUse',
        Description: 'Target is in an Availability Zone that is not enabled for the load balancer',
      },
      state: 'unserved',
      reason: 'Target.NotInUse: Target is in an Availability Zone that is not enabled for the load balancer',
    },
    {
      name: 'unused in words that are not known: no proof that it serves',
      health: { State: 'unused', Reason: 'Target.NotInUse' },
      state: 'unserved',
      reason: 'Target.NotInUse',
    },
    {
      name: 'unused because it is not registered',
      health: { State: 'unused', Reason: 'Target.NotRegistered' },
      state: 'unregistered',
      reason: 'Target.NotRegistered',
    },
    {
      name: 'unused because it is stopped',
      health: { State: 'unused', Reason: 'Target.InvalidState' },
      state: 'unhealthy',
      reason: 'Target.InvalidState',
    },
    {
      name: 'unavailable because checks are switched off: never waited for',
      health: { State: 'unavailable', Reason: 'Target.HealthCheckDisabled' },
      state: 'unused',
      reason: 'Target.HealthCheckDisabled',
    },
    {
      name: 'unavailable because the load balancer is broken',
      health: { State: 'unavailable', Reason: 'Elb.InternalError' },
      state: 'unhealthy',
      reason: 'Elb.InternalError',
    },
    {
      name: 'a state that AWS has added since',
      health: { State: 'splendid' as 'healthy' },
      state: 'unhealthy',
      reason: 'splendid',
    },
  ])('$name', ({ health, state, reason }) => {
    expect(targetHealth(ARN, [health])).toEqual({ balancer: 'targetgroup/web/0123456789abcdef', state, reason })
  })

  test.each<{ name: string; ports: TargetHealth['State'][]; state: string }>([
    { name: 'no port', ports: [], state: 'unregistered' },
    { name: 'all ports healthy', ports: ['healthy', 'healthy'], state: 'healthy' },
    { name: 'one port not healthy', ports: ['healthy', 'unhealthy', 'healthy'], state: 'unhealthy' },
    { name: 'one port draining', ports: ['healthy', 'draining'], state: 'draining' },
    { name: 'one port unhealthy, one draining', ports: ['draining', 'initial'], state: 'unhealthy' },
  ])('the worst of its ports: $name', ({ ports, state }) => {
    expect(
      targetHealth(
        ARN,
        ports.map((State) => ({ State })),
      ).state,
    ).toBe(state)
  })
})

describe('a classic load balancer says of an instance', () => {
  test.each([
    { name: 'nothing', answer: undefined, state: 'unregistered', reason: 'not registered' },
    {
      name: 'in service',
      answer: { State: 'InService', ReasonCode: 'N/A', Description: 'N/A' },
      state: 'healthy',
      reason: 'InService',
    },
    {
      name: 'draining, which it calls in service',
      answer: { State: 'InService', ReasonCode: 'N/A', Description: 'Instance deregistration currently in progress.' },
      state: 'draining',
      reason: 'Instance deregistration currently in progress.',
    },
    {
      name: 'registered, not yet healthy',
      answer: { State: 'OutOfService', ReasonCode: 'ELB', Description: 'Instance registration is still in progress.' },
      state: 'unhealthy',
      reason: 'ELB: Instance registration is still in progress.',
    },
    {
      name: 'in a zone that it does not serve',
      answer: {
        State: 'OutOfService',
        ReasonCode: 'ELB',
        Description:
          'Instance is in the EC2 Availability Zone for which LoadBalancer is not configured to route traffic to.',
      },
      state: 'unserved',
      reason:
        'ELB: Instance is in the EC2 Availability Zone for which LoadBalancer is not configured to route traffic to.',
    },
    {
      name: 'no longer registered',
      answer: {
        State: 'OutOfService',
        ReasonCode: 'Instance',
        Description: 'Instance is not currently registered with the LoadBalancer.',
      },
      state: 'unregistered',
      reason: 'Instance: Instance is not currently registered with the LoadBalancer.',
    },
    {
      name: 'unknown',
      answer: { State: 'Unknown', ReasonCode: 'ELB', Description: 'A transient error occurred.' },
      state: 'unhealthy',
      reason: 'ELB: A transient error occurred.',
    },
  ])('$name', ({ answer, state, reason }) => {
    expect(classicHealth('front', answer)).toEqual({ balancer: 'front', state, reason })
  })
})

describe('a group is attached to', () => {
  test.each([
    { name: 'nothing', of: {}, classic: [], targetGroups: [] },
    { name: 'classic load balancers', of: { LoadBalancerNames: ['front'] }, classic: ['front'], targetGroups: [] },
    { name: 'target groups', of: { TargetGroupARNs: [ARN] }, classic: [], targetGroups: [ARN] },
    {
      name: 'traffic sources of both kinds',
      of: {
        TrafficSources: [
          { Identifier: 'front', Type: 'elb' },
          { Identifier: ARN, Type: 'elbv2' },
        ],
      },
      classic: ['front'],
      targetGroups: [ARN],
    },
    {
      name: 'traffic sources without a type',
      of: { TrafficSources: [{ Identifier: 'front' }, { Identifier: ARN }] },
      classic: ['front'],
      targetGroups: [ARN],
    },
    {
      name: 'each once, though AWS lists it twice',
      of: {
        LoadBalancerNames: ['front'],
        TargetGroupARNs: [ARN],
        TrafficSources: [
          { Identifier: 'front', Type: 'elb' },
          { Identifier: ARN, Type: 'elbv2' },
        ],
      },
      classic: ['front'],
      targetGroups: [ARN],
    },
    {
      name: 'not to VPC Lattice, which has an API of its own',
      of: {
        TrafficSources: [
          { Identifier: 'arn:aws:vpc-lattice:eu-central-1:123456789012:targetgroup/tg-1', Type: 'vpc-lattice' },
          { Identifier: 'arn:aws:vpc-lattice:eu-central-1:123456789012:targetgroup/tg-2' },
        ],
      },
      classic: [],
      targetGroups: [],
    },
  ])('$name', ({ of, classic, targetGroups }) => {
    expect(attachmentsOf(group('web', of))).toEqual({ classic, targetGroups })
  })
})
