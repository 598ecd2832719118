/** One seed of load: a random group whose policies stay alive while it rolls under a sine, a step or a spike of load. */
import { Cancelled } from '../../../src/errors.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { Random } from '../../../simulator/random.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { worldOf } from '../chosen-worlds.ts'
import { groupsSubject } from '../figures/subjects.ts'
import { WorldWatch } from '../figures/world-watch.ts'
import { Recorder } from '../../oracles/change-recorder.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../run-action.ts'
import {
  belowFloor,
  growthLost,
  lateActionTook,
  LOADED,
  notPutBack,
  policiesRested,
  scaledInMeanwhile,
} from './load-checks.ts'
import { type DrawnPolicy, drawLoadPlan } from './load-plan.ts'
import { applyLoadSchedule, drawLoadSchedule } from './load-schedule.ts'

/** Apart from what the seeds of other kinds draw. */
const APART = 0x10ad5
/** Longer than a lease lasts without renewal. */
const EXPIRED_LEASE_SECONDS = 330
const WATCHED_SECONDS = 1200

export interface LoadSeedResult {
  readonly problems: readonly string[]
  readonly trace: () => readonly string[]
  /** What it came to in figures. */
  readonly watch: WorldWatch
}

/** Runs one seed; the same seed gives the same group, load and runs. */
export async function runLoadSeed(number: number): Promise<LoadSeedResult> {
  const seed = worldOf(number, 'loads')
  const random = new Random(seed ^ APART)
  const account = new SimulatedAccount({
    seed,
    behaviour: { bootSeconds: 8, balancerWarmupSeconds: 2, shutdownSeconds: 7, statusCheckSeconds: 5 },
  })
  const plan = drawLoadPlan(random, account.timeline.now)
  addGroup(account, { name: LOADED, ...plan.group })
  // What policies launch before the roll is new.
  const old = instanceIds(account, LOADED)
  account.behaviour.bootSeconds = plan.boot
  for (const drawn of plan.policies) putPolicy(account, drawn)
  const shift = account.timeline.now - (plan.load.points[0]?.[0] ?? 0)
  const load = { ...plan.load, points: plan.load.points.map(([at, rate]) => [at + shift, rate] as const) }
  account.cloudWatch.setLoad(LOADED, load)
  account.timeline.advance(random.between(0, 400))
  account.ledger.clear()
  const recorder = new Recorder(account, LOADED)
  const begin = recorder.snapshot()
  const watch = new WorldWatch(account, groupsSubject(account, [LOADED]))
  const schedule = drawLoadSchedule(seed, { plan, begin, now: account.timeline.now })
  if (schedule !== undefined) applyLoadSchedule(account, LOADED, schedule)
  const lines: string[] = [JSON.stringify({ ...plan, load }), ...(schedule ? [JSON.stringify(schedule)] : [])]
  const step = async (what: string, options: Partial<RunActionOptions> & { readonly mode?: string }): Promise<ActionRun> => {
    const { mode, ...more } = options
    const inputs = { 'auto-scaling-groups': LOADED, ...(mode === 'restore' ? { mode } : plan.inputs) }
    const run = await watch.step(what, () => runAction(account, { inputs, ...more }))
    lines.push(`--- ${what}${run.died ? ' died' : run.failed ? ' ended red' : ' ended green'}`, ...run.lines)
    return run
  } // prettier-ignore
  const played = { account, plan, begin, changes: recorder.changes, schedule }
  const fate = random.next()
  const crash = { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, 120)) }
  const cancelled = new AbortController()
  if (fate < 0.1) account.timeline.after(random.between(5, 300), () => cancelled.abort(new Cancelled()))
  const first = await step('a roll', { signal: cancelled.signal, ...(fate > 0.65 && { process: { crash } }) })
  const problems: string[] = []
  const isCancelled = cancelled.signal.aborted
  if (!first.died && !isCancelled) {
    if (first.failed) problems.push(`the roll ended red: ${first.annotations.map(({ message }) => message).join(' ')}`)
    const left = instanceIds(account, LOADED).filter((id) => old.includes(id))
    if (left.length > 0) problems.push(`the roll left ${left.join(', ')}`)
  }
  const recoveredFrom = account.timeline.now
  if (!first.died) await step('the post step', { state: first.state })
  else if (random.next() < 0.4) await step('the post step', { state: first.state })
  else {
    account.timeline.advance(random.pick([1, EXPIRED_LEASE_SECONDS]))
    await step('the next run', random.next() < 0.5 ? { runId: '2000' } : { runAttempt: '2' })
  }
  if (!first.died && !isCancelled) problems.push(...growthLost(played))
  if (first.died) problems.push(...lateActionTook(played, recoveredFrom))
  account.timeline.advance(EXPIRED_LEASE_SECONDS)
  const last = await step('a final restore', { runId: '8000', mode: 'restore' })
  if (last.failed) problems.push('the final restore ended red')
  problems.push(...notPutBack(played, recorder.snapshot()))
  account.timeline.advance(WATCHED_SECONDS)
  problems.push(...notPutBack(played, recorder.snapshot()).map((each) => `20 minutes later ${each}`))
  problems.push(...belowFloor(played), ...scaledInMeanwhile(played), ...policiesRested(played))
  return { problems, trace: () => lines, watch }
}

function putPolicy(account: SimulatedAccount, { policy, alarm }: DrawnPolicy): void {
  const { PolicyARN: arn = '' } = account.autoScaling.operations.PutScalingPolicy({ AutoScalingGroupName: LOADED, ...policy }) // prettier-ignore
  if (alarm === undefined) return
  account.cloudWatch.operations.PutMetricAlarm({
    AlarmName: `${policy.PolicyName}-cpu`,
    Namespace: 'AWS/EC2',
    MetricName: 'CPUUtilization',
    Statistic: 'Average',
    Period: 60,
    Dimensions: [{ Name: 'AutoScalingGroupName', Value: LOADED }],
    AlarmActions: [arn],
    ...alarm,
  })
}
