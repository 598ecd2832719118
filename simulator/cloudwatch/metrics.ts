import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { type Load, requestRate } from '../load.ts'
import type { Timeline } from '../timeline.ts'

/** What a group looks like to its load; an account tells it. */
export interface Serving {
  /** Instances that take requests. */
  readonly ready: number
  /** The last part of the ARNs of its target groups: `targetgroup/name/id`. */
  readonly targetGroups: readonly string[]
}

/** What was measured in one minute; CPU in percent, requests per target in that minute. */
interface Sample {
  readonly at: number
  readonly cpu: number
  readonly requestsPerTarget: number
}

/** A group without load any more keeps what was measured, so that its alarms see that data is missing. */
interface Measured {
  readonly load: Load | undefined
  readonly samples: Sample[]
}

type Metric = Pick<PutMetricAlarmInput, 'Namespace' | 'MetricName' | 'Dimensions'>

/** The longest time over which CloudWatch evaluates an alarm with periods below an hour: a day. */
const KEPT_SECONDS = 86_400

/**
 * The metrics that follow from the load on groups: `CPUUtilization` of AWS/EC2 by `AutoScalingGroupName`, and
 * `RequestCountPerTarget` of AWS/ApplicationELB by `TargetGroup`. One value a minute, as with detailed monitoring. Instances
 * that do not serve yet are left out, as target tracking leaves out what warms up.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
 */
export class Metrics {
  readonly #timeline: Timeline
  readonly #serving: (group: string) => Serving
  readonly #loads = new Map<string, Measured>()
  readonly #onMinute: () => void
  #isTicking = false

  constructor(
    timeline: Timeline,
    { serving, onMinute }: { readonly serving: (group: string) => Serving; readonly onMinute: () => void },
  ) {
    this.#timeline = timeline
    this.#serving = serving
    this.#onMinute = onMinute
  }

  /** From now on the group has this load; undefined takes it away, and nothing more is measured. */
  setLoad(group: string, load: Load | undefined): void {
    this.#loads.set(group, { load, samples: this.#loads.get(group)?.samples ?? [] })
    if (!this.#isTicking) this.#tick()
  }

  /** Minutes are counted only while there is load, and a day after that. */
  #tick(): void {
    this.#isTicking = this.#loads.size > 0
    if (!this.#isTicking) return
    const { now } = this.#timeline
    this.#timeline.after(60 - (now % 60), () => {
      for (const [group, measured] of this.#loads) this.#measure(group, measured)
      this.#onMinute()
      this.#tick()
    })
  }

  #measure(group: string, { load, samples }: Measured): void {
    const { now: at } = this.#timeline
    while ((samples[0]?.at ?? at) < at - KEPT_SECONDS) samples.shift()
    if (load === undefined) {
      if (samples.length === 0) this.#loads.delete(group)
      return
    }
    const { ready } = this.#serving(group)
    const rate = requestRate(load, at)
    const whenNoneServes = rate > 0 ? 100 : 0
    const cpu = ready === 0 ? whenNoneServes : Math.min(100, (100 * rate) / (load.perInstance * ready))
    samples.push({ at, cpu, requestsPerTarget: (60 * rate) / Math.max(1, ready) })
  }

  /**
   * The values of a metric from after `from` to `to`, oldest first; undefined where the load of no group gives that metric.
   */
  values(metric: Metric, { from, to }: { readonly from: number; readonly to: number }): readonly number[] | undefined {
    const source = this.#sourceOf(metric)
    if (source === undefined) return undefined
    return this.#loads
      .get(source.group)
      ?.samples.filter(({ at }) => at > from && at <= to)
      .map((sample) => sample[source.field])
  }

  #sourceOf({ Namespace, MetricName, Dimensions = [] }: Metric) {
    const [{ Name: dimension, Value: value = '' } = {}] = Dimensions
    if (Namespace === 'AWS/EC2' && MetricName === 'CPUUtilization' && dimension === 'AutoScalingGroupName')
      return { group: value, field: 'cpu' } as const
    const target = Dimensions.find(({ Name }) => Name === 'TargetGroup')?.Value
    if (Namespace !== 'AWS/ApplicationELB' || MetricName !== 'RequestCountPerTarget' || target === undefined) return undefined // prettier-ignore
    const group = [...this.#loads.keys()].find((name) => this.#serving(name).targetGroups.includes(target))
    return group === undefined ? undefined : ({ group, field: 'requestsPerTarget' } as const)
  }
}
