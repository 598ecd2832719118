import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling'
import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { Load } from '../../../simulator/load.ts'
import { addGroup, type GroupPlan } from '../../../simulator/scenario.ts'

const web = { AutoScalingGroupName: 'web' } as const

/** A group of four that is warm, on a load of 200 requests a second: half of what it can answer. */
function scaled({ plan = {}, load = {} }: { plan?: Partial<GroupPlan>; load?: Partial<Load> } = {}) {
  const account = new SimulatedAccount({ behaviour: { reactionSeconds: 5 } })
  addGroup(account, { name: 'web', size: 4, sizes: { min: 2, max: 20 }, ...plan })
  account.timeline.advance(1200)
  const { operations } = account.autoScaling
  const rate = (requests: number): void =>
    account.cloudWatch.setLoad('web', { points: [[account.timeline.now, requests]], perInstance: 100, ...load })
  rate(200)
  return {
    account,
    operations,
    rate,
    desired: (): number => account.autoScaling.capacity('web').desired,
    causes: (): string[] => (operations.DescribeScalingActivities(web).Activities ?? []).map(({ Cause = '' }) => Cause),
    policy: (name: string, policy: Partial<PutScalingPolicyCommandInput>): string =>
      operations.PutScalingPolicy({ ...web, PolicyName: name, ...policy }).PolicyARN ?? '',
    /** An alarm on the group's CPU that asks for the policy. */
    alarm: (policyArn: string, alarm: Partial<PutMetricAlarmInput> = {}): void =>
      void account.cloudWatch.operations.PutMetricAlarm({
        AlarmName: `on-${policyArn.split('/').at(-1)}`, Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Statistic: 'Average', Period: 60, EvaluationPeriods: 1,
        Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'web' }], ComparisonOperator: 'GreaterThanThreshold', Threshold: 70, AlarmActions: [policyArn], ...alarm,
      }), // prettier-ignore
    minutes: (count: number): void => account.timeline.advance(60 * count),
  }
}

const tracking = (target: number, more = {}): Partial<PutScalingPolicyCommandInput> => ({
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: {
    TargetValue: target,
    PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    ...more,
  },
})

const oneMore = { PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 } as const

describe('target tracking', () => {
  test('grows in proportion after three minutes above its target, and names its alarm in the cause', () => {
    const it = scaled()
    it.policy('track', tracking(50))
    it.minutes(5)
    expect(it.desired()).toBe(4)
    it.rate(390)
    it.minutes(2)
    expect(it.desired()).toBe(4)
    it.minutes(1)
    expect(it.desired()).toBe(8)
    it.minutes(1)
    expect(it.causes()[0]).toMatch(
      /a monitor alarm TargetTracking-web-AlarmHigh-\S+ in state ALARM triggered policy track changing the desired capacity from 4 to 8\./,
    )
  })

  test('adds nothing for what warms up already', () => {
    const it = scaled()
    it.policy('track', tracking(50))
    it.rate(390)
    it.minutes(8)
    expect(it.desired()).toBe(8)
  })

  test('shrinks once fifteen minutes are far below, never below the minimum', () => {
    const it = scaled()
    it.policy('track', tracking(50))
    it.rate(40)
    it.minutes(14)
    expect(it.desired()).toBe(4)
    it.minutes(2)
    expect(it.desired()).toBe(2)
  })

  test('waits with shrinking until nothing warms up', () => {
    const it = scaled()
    it.policy('track', { ...tracking(50), EstimatedInstanceWarmup: 1000 })
    it.rate(390)
    it.minutes(4)
    it.rate(40)
    it.minutes(16)
    expect(it.desired()).toBe(8)
    it.minutes(5)
    expect(it.desired()).toBe(2)
  })

  test('does not shrink where its scale-in is switched off, and has no alarm for it', () => {
    const it = scaled()
    it.policy('track', tracking(50, { DisableScaleIn: true }))
    it.rate(40)
    it.minutes(40)
    expect(it.desired()).toBe(4)
    expect(it.operations.DescribePolicies(web).ScalingPolicies?.[0]?.Alarms).toHaveLength(1)
  })

  test('two policies: one is enough to grow, both must agree to shrink', () => {
    const it = scaled()
    it.policy('low', tracking(25))
    it.policy('high', tracking(80))
    it.minutes(4)
    expect(it.desired()).toBe(8)
    it.rate(150)
    it.minutes(30)
    expect(it.desired()).toBe(8)
  })

  test('its alarms are CloudWatch’s, follow its target and go with it', () => {
    const it = scaled()
    const { cloudWatch } = it.account
    const thresholds = (): (number | undefined)[] =>
      (cloudWatch.operations.DescribeAlarms({ AlarmNamePrefix: 'TargetTracking-web-' }).MetricAlarms ?? []).map(({ Threshold }) => Threshold) // prettier-ignore
    it.policy('track', tracking(50))
    expect(thresholds()).toEqual([50, 35])
    it.policy('track', tracking(60))
    expect(thresholds()).toEqual([60, 42])
    it.policy('track', tracking(60, { DisableScaleIn: true }))
    expect(thresholds()).toEqual([60])
    it.operations.DeletePolicy({ ...web, PolicyName: 'track' })
    expect(thresholds()).toEqual([])
  })

  test('follows the requests per target of its target group', () => {
    const it = scaled({ plan: { balancers: ['target-group'] } })
    const [arn = ''] = it.operations.DescribeLoadBalancerTargetGroups(web).LoadBalancerTargetGroups?.map(({ LoadBalancerTargetGroupARN = '' }) => LoadBalancerTargetGroupARN) ?? [] // prettier-ignore
    const metric = { PredefinedMetricType: 'ALBRequestCountPerTarget', ResourceLabel: `app/front/1234567890123456/${arn.split(':').at(-1)}` } as const // prettier-ignore
    it.policy('track', {
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: { TargetValue: 2000, PredefinedMetricSpecification: metric },
    })
    it.minutes(4)
    expect(it.desired()).toBe(6)
  })

  test.each([
    { name: 'no metric', configuration: { TargetValue: 50 }, says: /Either PredefinedMetricSpecification/ },
    { name: 'metric math', configuration: { TargetValue: 50, CustomizedMetricSpecification: { Metrics: [{ Id: 'a', Expression: '1' }] } }, says: /not simulated/ },
    { name: 'requests without a label', configuration: { TargetValue: 50, PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget' as const } }, says: /ResourceLabel/ },
  ])('refuses $name', ({ configuration, says }) => {
    const it = scaled()
    expect(() => it.policy('track', { PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: configuration })).toThrow(says)
  }) // prettier-ignore
})

describe('step scaling', () => {
  const steps: Partial<PutScalingPolicyCommandInput> = {
    PolicyType: 'StepScaling',
    AdjustmentType: 'ChangeInCapacity',
    StepAdjustments: [
      { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 1 },
      { MetricIntervalLowerBound: 20, ScalingAdjustment: 3 },
    ],
  }

  test('a second breach of the same step adds nothing while the first one warms up, a higher step what is missing', () => {
    const it = scaled()
    it.alarm(it.policy('up', { ...steps, EstimatedInstanceWarmup: 1000 }))
    it.rate(320)
    it.minutes(6)
    expect(it.desired()).toBe(5)
    it.rate(500)
    it.minutes(1)
    expect(it.desired()).toBe(7)
  })

  test('what goes on asks again each minute, once it is warm', () => {
    const it = scaled()
    it.alarm(it.policy('up', { ...steps, EstimatedInstanceWarmup: 0 }))
    it.rate(1000)
    it.minutes(8)
    expect(it.desired()).toBeGreaterThanOrEqual(10)
  })

  test('a step down waits until nothing warms up', () => {
    const it = scaled()
    const down = { ...steps, StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }] }
    it.alarm(it.policy('down', { ...down, EstimatedInstanceWarmup: 1800 }), { ComparisonOperator: 'LessThanThreshold', Threshold: 60 }) // prettier-ignore
    it.operations.SetDesiredCapacity({ ...web, DesiredCapacity: 5 })
    it.minutes(20)
    expect(it.desired()).toBe(5)
    it.minutes(20)
    expect(it.desired()).toBeLessThan(5)
  })
})

describe('simple scaling', () => {
  test('waits for its own cooldown after the launch, and then asks again', () => {
    const it = scaled()
    it.alarm(it.policy('up', { ...oneMore, Cooldown: 600 }))
    it.rate(1000)
    it.minutes(2)
    expect(it.desired()).toBe(5)
    it.minutes(10)
    expect(it.desired()).toBe(5)
    it.minutes(4)
    expect(it.desired()).toBe(6)
  })

  test('waits for the group’s cooldown after a termination as well', () => {
    const it = scaled()
    const [first = ''] = it.account.autoScaling.capacity('web').ids.ready
    it.operations.TerminateInstanceInAutoScalingGroup({ InstanceId: first, ShouldDecrementDesiredCapacity: true })
    it.minutes(2)
    it.alarm(it.policy('up', oneMore))
    it.rate(1000)
    it.minutes(3)
    expect(it.desired()).toBe(3)
    it.minutes(4)
    expect(it.desired()).toBe(4)
  })
})

describe('alarms', () => {
  test('SetAlarmState asks for the policy when the state becomes another', () => {
    const it = scaled()
    // Of no metric that is measured here: its state stays as it was set.
    it.alarm(it.policy('up', oneMore), { MetricName: 'QueueLength', Namespace: 'Orders' })
    const set = (): void => void it.account.cloudWatch.operations.SetAlarmState({ AlarmName: 'on-up', StateValue: 'ALARM', StateReason: 'tested' }) // prettier-ignore
    set()
    expect(it.desired()).toBe(5)
    it.minutes(30)
    set()
    expect(it.desired()).toBe(5)
  })

  test('nothing follows while AlarmNotification is suspended, and what still breaches then does', () => {
    const it = scaled()
    it.policy('track', tracking(50))
    it.operations.SuspendProcesses({ ...web, ScalingProcesses: ['AlarmNotification'] })
    it.rate(390)
    it.minutes(10)
    expect(it.desired()).toBe(4)
    it.operations.ResumeProcesses({ ...web, ScalingProcesses: ['AlarmNotification'] })
    it.minutes(1)
    expect(it.desired()).toBe(8)
  })

  test('switched off actions ask for nothing', () => {
    const it = scaled()
    it.alarm(it.policy('up', oneMore), { ActionsEnabled: false })
    it.rate(1000)
    it.minutes(5)
    expect(it.desired()).toBe(4)
  })

  test.each([
    { missing: 'missing', state: 'INSUFFICIENT_DATA' },
    { missing: 'notBreaching', state: 'OK' },
    { missing: 'breaching', state: 'ALARM' },
    { missing: 'ignore', state: 'ALARM' },
  ])('where no datapoint is in the periods, missing data is $missing: $state', ({ missing, state }) => {
    const it = scaled()
    it.alarm(it.policy('up', oneMore), { TreatMissingData: missing })
    it.rate(1000)
    it.minutes(1)
    expect(it.account.cloudWatch.stateOf('on-up')).toBe('ALARM')
    it.account.cloudWatch.setLoad('web', undefined)
    it.minutes(1)
    expect(it.account.cloudWatch.stateOf('on-up')).toBe(state)
  })

  test('two of three datapoints are enough where the alarm says so', () => {
    const it = scaled()
    it.alarm(it.policy('up', oneMore), { EvaluationPeriods: 3, DatapointsToAlarm: 2 })
    for (const requests of [390, 200, 390]) {
      it.rate(requests)
      it.minutes(1)
    }
    expect(it.account.cloudWatch.stateOf('on-up')).toBe('ALARM')
  })
})

test('a predictive policy is refused by name', () => {
  expect(() => scaled().policy('ahead', { PolicyType: 'PredictiveScaling' })).toThrow(
    /PredictiveScaling is not simulated/,
  )
})
