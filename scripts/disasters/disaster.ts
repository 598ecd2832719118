/** One disaster: a random fleet, a roll of it, what befalls both, who comes afterwards, and what must hold all the same. */
import { breachesAtTheEnd, breachesDuring, type Ending } from '../../src/simulator/invariants.ts'
import { Random } from '../../src/simulator/random.ts'
import { type Live, type Lived, live } from '../../__tests__/live.ts'
import { drawFleet } from './fleet-plan.ts'
import { type Mishap, MISHAPS } from './mishaps.ts'
import { GROUP, setStage, type Stage } from './stage.ts'

export interface Disaster {
  readonly seed: number
  readonly problems: readonly string[]
  /** What happened, for people: only made where something is broken or was asked for. */
  readonly story: () => readonly string[]
}

type Ender = 'nobody' | 'next run' | 'next attempt' | 'post step' | 'restore'

/** Longer than the silence after which a run counts as dead. */
const SILENCE_SECONDS = 330

const ROLE_SECONDS = '900'

/** Plays the disaster of a seed; the same seed gives the same one. */
export async function disaster(seed: number): Promise<Disaster> {
  const random = new Random(seed)
  const stage = setStage(seed, drawFleet(random))
  const drawn = drawMishaps(random)
  schedule(stage, random, drawn)
  const ends = random.next()
  const cancelled = new AbortController()
  if (ends < 0.15) stage.world.timeline.after(random.between(0, 200), () => cancelled.abort(new Error('cancelled')))
  const death =
    ends > 0.6
      ? { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, 150)) }
      : undefined
  const steps: { readonly what: string; readonly lived: Lived }[] = []
  const step = async (what: string, options: Omit<Live, 'inputs'> & { readonly mode?: string }): Promise<Lived> => {
    tell(stage, `--- ${what}`)
    const lived = await play(stage, options)
    steps.push({ what, lived })
    tell(
      stage,
      `--- ${what} ${lived.died ? 'died' : lived.failed ? `ended red: ${lived.annotations.map(({ message }) => message).join(' ')}` : 'ended green'}`,
    )
    return lived
  }
  const problems: string[] = []
  const first = await step('a roll', { signal: cancelled.signal, ...(death && { process: { death } }) })
  if (!first.died && !cancelled.signal.aborted) problems.push(...told(stage, first, drawn))
  const ender: Ender =
    first.died || first.failed ? random.pick(['next run', 'next attempt', 'post step', 'restore']) : 'nobody'
  // A process that looks for the first time cannot know that AWS's answer lags behind its predecessor's changes.
  stage.world.timeline.advance(stage.world.behaviour.staleSeconds)
  // GitHub runs the post step whatever became of the main step, unless the runner is lost.
  if (!first.died || ender === 'post step') await step('the post step', { state: first.state })
  if (ender === 'next run') {
    stage.world.timeline.advance(random.pick([1, SILENCE_SECONDS]))
    await step('the next run', { runId: '2000' })
  }
  if (ender === 'next attempt') await step('the next attempt', { runAttempt: '2' })
  if (ender === 'restore') await step('a restore', { runId: '2000', mode: 'restore' })
  calm(stage)
  const last = await step('a restore when all is calm', { runId: '8000', mode: 'restore' })
  const stuck = last.failed && isNeeded(stage)
  if (last.failed && !stuck) problems.push('the restore in calm ended red')
  stage.world.timeline.advance(60)
  if (!stuck)
    problems.push(
      ...breachesAtTheEnd(stage.witness.truth(), endingOf(stage)).map(({ invariant, what }) => `${invariant}: ${what}`),
    )
  problems.push(...(await lastRoll(stage, step)))
  const history = {
    group: GROUP,
    surge: stage.plan.surge.of(Math.max(stage.begin.desired, ...stage.wishes.map(({ desired }) => desired))),
    maxUnavailable: stage.plan.maxUnavailable,
    begin: stage.begin,
    deeds: stage.witness.deeds,
    wishes: stage.wishes,
    operated: [...stage.operated.keys()],
    staleSeconds: stage.world.behaviour.staleSeconds,
    ...(stage.plan.inputs['on-failure'] === 'rollback' && { rollback: true as const }),
  }
  problems.unshift(
    ...breachesDuring(history).map(({ invariant, at, what }) => `${clockTime(at)} ${invariant}: ${what}`),
  )
  return { seed, problems, story: () => storyOf(stage, steps) }
}

function play(
  stage: Stage,
  { mode = 'respawn', ...options }: Omit<Live, 'inputs'> & { readonly mode?: string },
): Promise<Lived> {
  const { plan, world } = stage
  return live(world, {
    ...options,
    inputs: {
      mode,
      'auto-scaling-groups': GROUP,
      'role-duration-seconds': ROLE_SECONDS,
      ...(mode === 'respawn' && {
        surge: plan.surge.text,
        'max-unavailable': String(plan.maxUnavailable / (plan.plan.weights === undefined ? 1 : 2)),
        'instance-timeout': '4',
        timeout: '60',
        ...plan.inputs,
      }),
    },
  })
}

function drawMishaps(random: Random): readonly Mishap[] {
  const total = MISHAPS.reduce((sum, { share }) => sum + share, 0)
  const count = Math.floor(random.between(0, 4.5))
  return Array.from({ length: count }, () => {
    let point = random.next() * total
    return MISHAPS.find(({ share }) => (point -= share) < 0) ?? (MISHAPS[0] as Mishap)
  })
}

/** Most things go wrong early, when most is done. */
function schedule(stage: Stage, random: Random, drawn: readonly Mishap[]): void {
  for (const { strike } of drawn) {
    const own = new Random(Math.floor(random.next() * 2 ** 32))
    const seconds = random.next() < 0.3 ? 0 : random.between(0, random.pick([15, 60, 240]))
    stage.world.timeline.after(seconds, () => {
      const sentence = strike(stage, own)
      tell(stage, sentence)
    })
  }
}

/** Everything goes well again, as long as it takes until a dead run has been silent for long enough. */
function calm({ world, plan }: Stage): void {
  world.faults.clear()
  world.timeline.advance(1000)
  world.faults.clear()
  world.behaviour.refuseLaunch = () => undefined
  world.behaviour.bootSeconds = plan.boot
  world.timeline.advance(200)
}

/** A run that was disturbed by nothing heavy comes to its end, and one that ends green has replaced everything. */
function told(stage: Stage, lived: Lived, drawn: readonly Mishap[]): string[] {
  const { ids } = stage.witness.truth()
  const old = stage.group.instanceIds.filter((id) => ids.inService.includes(id) && !stage.handled.has(id))
  if (!lived.failed && old.length > 0 && !stage.newSource)
    return [`the roll ended green and left ${old.join(', ')} in service`]
  const bearable = drawn.every(({ weight }) => weight === 'bearable') && !stage.plan.sick
  if (lived.failed && bearable)
    return [
      `the roll ended red although nothing heavy befell it: ${lived.annotations.map(({ message }) => message).join(' ')}`,
    ]
  return []
}

/** Nothing that was left behind keeps the next roll from its end. */
async function lastRoll(
  stage: Stage,
  step: (what: string, options: Omit<Live, 'inputs'>) => Promise<Lived>,
): Promise<string[]> {
  if (stage.plan.sick || stage.operated.has('ReplaceUnhealthy') || stage.operated.has('HealthCheck')) return []
  if (stage.plan.suspended.includes('ReplaceUnhealthy')) return []
  const before = stage.witness.truth()
  const lived = await step('a last roll', { runId: '9000' })
  const after = stage.witness.truth()
  return [
    ...(lived.failed ? [`the last roll ended red: ${lived.annotations.map(({ message }) => message).join(' ')}`] : []),
    ...(after.desired === before.desired && after.max === before.max
      ? []
      : [`the last roll left ${after.desired} of at most ${after.max}`]),
  ]
}

/**
 * Whether to take one away would leave fewer serving than there were to be, and nobody will ever make it better: with
 * `ReplaceUnhealthy` suspended by others a dead instance stays. Service comes before putting back: red is right then,
 * as long as the memo stays for whoever comes when the dead one is gone.
 */
function isNeeded({ witness, begin, wishes }: Stage): boolean {
  const { suspended, readyUnits, units, min, tags } = witness.truth()
  const fewest = Math.max(min, Math.min(begin.desired, ...wishes.map(({ desired }) => desired)))
  const remembered = Object.keys(tags).some((key) => key.startsWith('fleet-patch:'))
  return suspended.includes('ReplaceUnhealthy') && readyUnits < units && readyUnits <= fewest && remembered
}

function endingOf({ begin, wishes, minima, maxima, operated, witness, handled, plan }: Stage): Ending {
  const end = witness.truth()
  const held = new Set(['AZRebalance', 'AlarmNotification', 'ScheduledActions'])
  // One of the three that an operator suspended may have been taken for the run's own.
  const unclear = [...operated.keys()].filter((process) => held.has(process))
  const suspended = new Set(begin.suspended)
  for (const [process, word] of operated)
    if (word === 'suspended') suspended.add(process)
    else suspended.delete(process)
  for (const process of unclear)
    if (end.suspended.includes(process)) suspended.add(process)
    else suspended.delete(process)
  const wished = [begin.desired, ...wishes.map((wish) => wish.desired)]
  const desired = [...wished, ...wished.map((wish) => Math.max(wish, end.min))]
  // What somebody set where our own surge would have put it cannot be told from ours.
  const ceiling = Math.max(...desired) + plan.surge.of(Math.max(...desired))
  const max =
    maxima.length === 0 || (end.max === begin.max && (maxima.at(-1) ?? 0) <= ceiling) ? begin.max : (maxima.at(-1) ?? 0)
  // A wish that takes the maximum along, where our own surge might have put it, may be put back as far as it fits.
  const unclearMax = (maxima.at(-1) ?? 0) <= ceiling && end.max === Math.max(begin.max, end.desired)
  // A wish above the maximum takes the maximum along, and a later one, when no run is there to hear, does not take it back.
  const parting = witness.deeds.findLast(({ operation }) => operation === 'DeleteTags')
  const heard = wishes.some(({ at, desired: wish }) => parting?.after.desired === wish && at <= parting.at)
  const outlasts = heard && wishes.some(({ at }) => at > (parting?.at ?? 0))
  const carried = outlasts && end.max === Math.max(begin.max, parting?.after.desired ?? 0)
  const fitting = maxima.includes(end.max) || unclearMax || carried ? end.max : max
  return {
    min: minima.at(-1) ?? begin.min,
    // A wish above the maximum takes the maximum along.
    max: desired.includes(end.desired) ? Math.max(fitting, end.desired) : fitting,
    desired,
    suspended: [...suspended],
    tags: begin.tags,
    protectedIds: begin.protectedIds.filter((id) => !handled.has(id)),
  }
}

const tell = (stage: Stage, what: string): void => void stage.told.push({ at: stage.world.timeline.now, what })

const clockTime = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19)

/** Calls, capacity and mishaps in the order of time. */
function storyOf(stage: Stage, steps: readonly { readonly what: string; readonly lived: Lived }[]): readonly string[] {
  const { world, witness, plan, told: sentences } = stage
  const lines: { at: number; line: string }[] = [
    ...sentences.map(({ at, what }) => ({ at, line: what })),
    ...witness.deeds.map(({ at, operation, input, before, after }) => ({
      at,
      line: `  ${operation} ${JSON.stringify({ ...input, AutoScalingGroupName: undefined }).slice(0, 260)}  [${before.readyUnits}/${before.units}/${before.desired} -> ${after.readyUnits}/${after.units}/${after.desired}]`,
    })),
    ...world.ledger.entries
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ at, operation, outcome }) => ({ at, line: `  ${operation}: ${outcome}` })),
    ...world.ledger.capacityOf(GROUP).map(({ at, desired, ready, inService, pending, leaving }) => ({
      at,
      line: `      ready ${ready}, in service ${inService}, pending ${pending}, leaving ${leaving}, desired ${desired}`,
    })),
  ]
  return [
    JSON.stringify(plan),
    'Of a call: [ready/counted/desired before -> after].',
    ...lines.toSorted((one, other) => one.at - other.at).map(({ at, line }) => `${clockTime(at)}  ${line}`),
    ...steps.flatMap(({ what, lived }) => [`=== log of ${what}`, ...lived.lines]),
  ]
}
