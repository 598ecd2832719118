/** What a roll owes that nothing disturbs, or one thing only: seeds that are about something are asked for it. */
import { scalingActivities } from '../oracles/scaling-activities.ts'
import type { ActionRun } from '../run-action.ts'
import type { RecordedChange } from '../oracles/change-recorder.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { unavailableOf } from './unavailable-share.ts'
import { namedIn } from '../oracles/outside-events.ts'
import { leastReady } from '../oracles/least-ready.ts'

/**
 * As many instances are launched as are replaced, where nothing disturbs a roll, and one more only for each that leaves the fullest zone
 * again so that zones end alike; in groups without weights and warm pool.
 */
export function launchedTooMany(fixture: Fixture): readonly string[] {
  const { account, begin, recorder, plan: { plan, failsProbes } } = fixture // prettier-ignore
  // What never passes its probe is replaced as well.
  if (failsProbes) return []
  if (plan.weights !== undefined || plan.warmPool !== undefined || begin.units !== begin.desired) return []
  const launched = scalingActivities(account, FUZZ_GROUP).filter(
    ({ Description = '', StatusCode, StartTime }) =>
      Description.startsWith('Launching') &&
      StatusCode === 'Successful' &&
      (StartTime?.getTime() ?? 0) / 1000 >= begin.at,
  ).length
  const { inService } = recorder.snapshot().ids
  const replaced = begin.ids.inService.filter((id) => !inService.includes(id)).length
  const moved = movedBetweenZones(fixture)
  return launched > replaced + moved
    ? [`${launched} instances were launched to replace ${replaced}, and ${moved} left a zone that was too full`]
    : []
}

/** How many that the roll has launched left again, without a successor, out of a zone that had more than another. */
function movedBetweenZones({ account, begin, recorder: { changes } }: Fixture): number {
  let moved = 0
  for (const { operation, input, at, before } of changes) {
    if (operation !== 'TerminateInstanceInAutoScalingGroup' || input['ShouldDecrementDesiredCapacity'] !== true)
      continue
    const zones = new Map(Object.entries(before.zones))
    for (const id of namedIn(input)) {
      const zone = account.ec2.machine(id)?.zone ?? ''
      const count = zones.get(zone) ?? 0
      if (at >= begin.at && !begin.ids.inService.includes(id) && count > Math.min(...zones.values())) moved++
      zones.set(zone, count - 1)
    }
  }
  return moved
}

/** So long all new instances of a dark launch must have been up before they are released, by the inputs of the seeds. */
const BAKE_SECONDS = 90

/** A dark launch registers the new instances when the last one of them has been in service for as long as the bake. */
export function releasedTooSoon({ account, recorder, plan, begin }: Fixture): readonly string[] {
  if (!plan.dark) return []
  const launched = account.ledger.movements(FUZZ_GROUP).filter(({ kind, at }) => kind === 'launched' && at >= begin.at)
  return recorder.changes
    .filter(({ operation }) => operation.startsWith('Register'))
    .map(({ at: released }) => released - Math.max(...launched.filter(({ at }) => at < released).map(({ at }) => at)))
    .filter((seconds) => seconds < BAKE_SECONDS)
    .map((seconds) => `new instances were released ${seconds} s after the last launch`)
}

/** New instances of a dark launch are registered when all of them are in service. */
export function releasedBeforeUp({ recorder, plan }: Fixture): readonly string[] {
  if (!plan.dark) return []
  return recorder.changes
    .filter(({ operation, before }) => operation.startsWith('Register') && before.ids.pending.length > 0)
    .map(({ before: { ids } }) => `new instances were released while ${ids.pending.join(', ')} came up`)
}

/** No old instance of a dark launch leaves service before all new ones serve. */
export function oldLeftInTheDark({ plan, begin, recorder }: Fixture): readonly string[] {
  const left = recorder.changes.find(({ before, after }) =>
    begin.ids.inService.some((id) => before.ids.inService.includes(id) && !after.ids.inService.includes(id)),
  )
  if (!plan.dark || left === undefined) return []
  const { inService, ready } = left.before.ids
  const waiting = inService.filter((id) => !begin.ids.inService.includes(id) && !ready.includes(id))
  return waiting.map((id) => `an old instance left a dark launch while ${id} did not serve yet`)
}

/** A roll gives up a quarter of an hour after launches begin no more; hooks and other waits may come before. */
const GIVES_UP_SECONDS = 1800

/** A roll whose launches begin no more comes to an end by itself, long before its time is over. */
export function stalledFor({ account, begin }: Fixture): readonly string[] {
  const seconds = account.timeline.now - begin.at
  return seconds > GIVES_UP_SECONDS ? [`a roll without launches went on for ${Math.round(seconds / 60)} minutes`] : []
}

/** What AWS answers to a question for a command that it has not begun yet. */
const NOT_BEGUN = 'InvocationDoesNotExist'

/** Where nothing disturbs a roll AWS refuses none of its calls, and it warns of nothing. */
export function refusedCalls({ account, begin }: Fixture, { annotations }: ActionRun): readonly string[] {
  const refused = account.ledger.entries.filter(({ at, outcome }) => at >= begin.at && outcome !== 'ok' && outcome !== NOT_BEGUN) // prettier-ignore
  return [
    ...refused.map(({ operation, outcome }) => `${operation} was answered with ${outcome}, though nothing disturbed the roll`),
    ...annotations.map(({ message }) => `it is warned of what nothing has disturbed: ${message}`),
  ] // prettier-ignore
}

/** Where nothing disturbs a roll there are at no moment until now fewer ready than promised, for any reason; in a group without weights. */
export function fewerThanPromised({ account, begin, plan }: Fixture): readonly string[] {
  if (plan.plan.weights !== undefined) return []
  const fewest = account.ledger.lowestReady(FUZZ_GROUP, begin.at)
  const promised = Math.min(begin.ready, leastReady(unavailableOf(plan, begin.desired), begin.desired))
  return fewest < promised ? [`at one moment only ${fewest} were ready, and ${promised} are promised`] : []
}

/** What AWS takes until it launches, registers and shows that, and a run until it looks again. */
const REACTION_SECONDS = 40

/** How long EC2's own checks take, which tell of an instance that no load balancer tells of. */
const CHECKED_SECONDS = 120

/** How long a load balancer drains an instance. */
const DRAINS_SECONDS = 320

/** So many calls a roll makes at most before it waits for anything, and then each second, on average. */
const MOST_CALLS = 60
const CALLS_PER_SECOND = 1.2

/**
 * A roll takes as long as its instances start, in as many steps as its surge and what may be unavailable make of it; where nothing
 * disturbs it, in groups whose rolls do not wait for anything else.
 */
export function tookTooLong(fixture: Fixture, { calls }: ActionRun): readonly string[] {
  const { account, begin, plan, recorder } = fixture
  const { inputs, hooks, boot, balancerWarmup, slowStartSeconds, surge, maxUnavailable } = plan
  const seconds = account.timeline.now - begin.at
  const talks =
    calls > MOST_CALLS + CALLS_PER_SECOND * seconds ? [`${calls} calls were made in ${Math.round(seconds)} s`] : []
  if (waitsForMore(plan)) return talks
  const { inService } = recorder.snapshot().ids
  const replaced = begin.ids.inService.filter((id) => !inService.includes(id)).length
  const isBounded = inputs['max-leaving'] !== undefined
  const steps = isBounded ? replaced : Math.ceil(replaced / (surge.of(begin.desired) + maxUnavailable))
  // What may be unavailable leaves first, and what comes in its place is launched when it has left.
  const isLeft = isBounded || maxUnavailable > 0
  const held = hooks.reduce((sum, hook) => sum + (isLeft || hook.transition === 'LAUNCHING' ? hook.seconds : 0), 0)
  const checked = plan.plan.balancers?.length === 0 ? CHECKED_SECONDS : balancerWarmup[1] + slowStartSeconds
  const starts = boot[1] + checked + Number(inputs['warmup'] ?? 0) + held
  const leaves = isBounded ? DRAINS_SECONDS : 0
  const longest = steps * (starts + leaves + REACTION_SECONDS) + REACTION_SECONDS
  return seconds > longest
    ? [...talks, `a roll of ${replaced} took ${Math.round(seconds)} s, and their starts ${Math.round(longest)} s`]
    : talks
}

/** Whether a roll may wait for more than the starts of its instances. */
const waitsForMore = ({ plan, inputs, dark, failsProbes, network, sick }: Fixture['plan']): boolean =>
  plan.weights !== undefined ||
  plan.warmPool !== undefined ||
  inputs['checkpoints'] !== undefined ||
  inputs['probe'] !== undefined ||
  dark ||
  sick ||
  failsProbes === true ||
  network !== 'plain'

/** What is done once in a roll which nothing disturbs: no process runs in between, and no state is saved anew. */
const ONCE = ['SuspendProcesses', 'DeleteTags']

/** How often a roll that nothing disturbs makes the changes that it makes once. */
export function doneAgain({ recorder: { changes }, plan }: Fixture): readonly string[] {
  return (plan.dark ? [] : ONCE).flatMap((operation) => {
    const count = changes.filter((change) => change.operation === operation).length
    return count > 1 ? [`${operation} was called ${count} times in a roll that nothing disturbed`] : []
  })
}

/** A step that was played, and what it has changed. */
export interface CalmStep {
  readonly what: string
  readonly run: ActionRun
  readonly changes: readonly RecordedChange[]
}

/** As many calls show that nothing is to be done. */
const MOST_LOOKS = 40

/** Steps that put a group back, or come to its end. */
const ENDS = [
  'a roll',
  'the post step',
  'the next run',
  'the next attempt',
  'a restore',
  'a final restore',
  'a last roll',
]

const ROLLS = ['a roll', 'the next run', 'the next attempt', 'a last roll']

/**
 * After a step that was green, and that nothing has disturbed, nothing is left to be put back, and after a roll nothing to be rolled:
 * the steps that follow change nothing.
 */
export function workLeft({ plan: { inputs, sick } }: Fixture, steps: readonly CalmStep[]): readonly string[] {
  const isNewAgain = inputs['force'] === 'true' || sick || Object.values(inputs).includes('fail')
  return steps.flatMap(({ what, run, changes }, index) => {
    const before = steps.slice(0, index).findLast((each) => ENDS.includes(each.what) && !(each.what === 'the post step' && each.changes.length === 0))
    const isRoll = ROLLS.includes(what)
    const isOwed = before?.run.failed === false && (!isRoll || (ROLLS.includes(before.what) && !isNewAgain))
    if (!isOwed) return []
    const most = what === 'the post step' ? 0 : MOST_LOOKS
    return [
      ...(changes.length > 0 ? [`${what} made ${changes.length} changes after ${before.what}, which was green`] : []),
      ...(run.calls > most ? [`${what} made ${run.calls} calls for nothing`] : []),
    ]
  })
} // prettier-ignore

/** A roll that is green says of each instance that has left that it was replaced, and of no other. */
export function wronglyCounted({ begin, recorder }: Fixture, { outputs }: ActionRun): readonly string[] {
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly { status: string; replaced: readonly string[] }[] } // prettier-ignore
  const [group] = groups
  if (group === undefined) return []
  const { inService } = recorder.snapshot().ids
  const left = begin.ids.inService.filter((id) => !inService.includes(id))
  const untold = left.filter((id) => !group.replaced.includes(id))
  const there = group.replaced.filter((id) => inService.includes(id))
  return [
    ...(group.status === 'rolled' || group.status === 'up to date' || left.length === 0 ? [] : [`a green roll that replaced ${left.length} calls itself ${group.status}`]),
    ...untold.map((id) => `${id} has left and does not count as replaced`),
    ...there.map((id) => `${id} counts as replaced and is in service`),
  ] // prettier-ignore
}
