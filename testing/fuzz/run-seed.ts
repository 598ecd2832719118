/** One disaster: a random fleet, a roll of it, what befalls both, who comes afterwards, and what must hold all the same. */
import { Cancelled } from '../../src/errors.ts'
import { breachesAtTheEnd, breachesDuring } from '../oracles/invariants.ts'
import { Random } from '../../simulator/random.ts'
import { type RunActionOptions, type ActionRun, runAction } from '../run-action.ts'
import { drawFleet } from './fleet-plan.ts'
import { endingOf, falselyTold, historyOf, isNeeded, leftInTheDark, owed } from './assertions.ts'
import type { Fault } from './fault.ts'
import { FAULTS } from './faults.ts'
import { SILENCE } from './call-faults.ts'
import { withRareShapes } from './rare-shapes.ts'
import { FUZZ_GROUP, setUpFixture, type Fixture } from './fixture.ts'
import { traceTime, type TraceStep, traceOf, tell } from './trace.ts'

export interface SeedResult {
  readonly seed: number
  readonly problems: readonly string[]
  /** What happened, for people: only made where something is broken or was asked for. */
  readonly story: () => readonly string[]
}

type Ender = 'nobody' | 'next run' | 'next attempt' | 'post step' | 'restore'

/** Longer than the silence after which a run counts as dead. */
const SILENCE_SECONDS = 330

const ROLE_SECONDS = '900'

/** What is special is drawn apart: the seed's fleet stays the same when something new can be special. */
const APART = 0x5bec1a1

/** Plays the disaster of a seed; the same seed gives the same one. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const random = new Random(seed)
  const apart = new Random(seed ^ APART)
  const plan = withRareShapes(drawFleet(random), apart)
  const stage = setUpFixture(seed, plan)
  const drawn = [...drawMishaps(random), ...(plan.silence ? [SILENCE] : [])]
  schedule(stage, random, drawn)
  const ends = random.next()
  const cancelled = new AbortController()
  if (ends < 0.15) stage.world.timeline.after(random.between(0, 200), () => cancelled.abort(new Cancelled()))
  const death =
    ends > 0.6
      ? { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, 150)) }
      : undefined
  const steps: TraceStep[] = []
  const step = async (what: string, options: Played): Promise<ActionRun> => {
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
  if (!first.died && !cancelled.signal.aborted) problems.push(...owed(stage, first, drawn))
  const ender: Ender =
    first.died || first.failed ? random.pick(['next run', 'next attempt', 'post step', 'restore']) : 'nobody'
  // GitHub runs the post step whatever became of the main step, unless the runner is lost.
  const deeds = stage.witness.deeds.length
  if (!first.died || ender === 'post step') await step('the post step', { state: first.state })
  if (statusOf(first) === 'held') problems.push(...released(stage, deeds))
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
  if (!stuck) problems.push(...leftInTheDark(stage))
  problems.push(...(await lastRoll(stage, step)))
  problems.push(...steps.flatMap(({ lived }) => falselyTold(stage, lived)))
  problems.unshift(
    ...breachesDuring(historyOf(stage)).map(({ invariant, at, what }) => `${traceTime(at)} ${invariant}: ${what}`),
  )
  return { seed, problems, story: () => traceOf(stage, steps) }
}

type Played = Omit<RunActionOptions, 'inputs'> & {
  readonly mode?: string
  readonly inputs?: Readonly<Record<string, string>>
}

function play(stage: Fixture, { mode = stage.plan.mode, inputs, ...options }: Played): Promise<ActionRun> {
  const { plan, world } = stage
  return runAction(world, {
    ...options,
    inputs: {
      mode,
      'auto-scaling-groups': FUZZ_GROUP,
      'role-duration-seconds': ROLE_SECONDS,
      ...(mode === 'respawn' && {
        'max-unavailable': String(plan.maxUnavailable / (plan.plan.weights === undefined ? 1 : 2)),
      }),
      ...(mode !== 'restore' && { surge: plan.surge.text, 'instance-timeout': '4', timeout: '60', ...plan.inputs }),
      ...(mode === 'scale-up-patch' && plan.dark && { dark: 'true', 'release-after': '1.5' }),
      ...inputs,
    },
  })
}

function statusOf({ outputs }: ActionRun): string | undefined {
  const { groups } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly { readonly status: string }[] }
  return groups?.[0]?.status
}

/** What is held for inspection stays so, with a memo for whoever ends that. */
function released({ witness }: Fixture, deedsBefore: number): readonly string[] {
  const isRemembered = Object.keys(witness.truth().tags).some((key) => key.startsWith('fleet-patch:'))
  return [
    ...(isRemembered ? [] : ['the group is held, and nothing tells how it was']),
    ...(witness.deeds.length > deedsBefore ? ['the post step changed a group that was held'] : []),
  ]
}

function drawMishaps(random: Random): readonly Fault[] {
  const total = FAULTS.reduce((sum, { share }) => sum + share, 0)
  const count = Math.floor(random.between(0, 4.5))
  return Array.from({ length: count }, () => {
    let point = random.next() * total
    return FAULTS.find(({ share }) => (point -= share) < 0) ?? (FAULTS[0] as Fault)
  })
}

/** Most things go wrong early, when most is done. */
function schedule(stage: Fixture, random: Random, drawn: readonly Fault[]): void {
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
function calm({ world, plan }: Fixture): void {
  world.faults.clear()
  world.timeline.advance(1000)
  world.faults.clear()
  world.behaviour.refuseLaunch = () => undefined
  world.behaviour.bootSeconds = plan.boot
  world.timeline.advance(200)
}

/** Nothing that was left behind keeps the next roll from its end. */
async function lastRoll(
  stage: Fixture,
  step: (what: string, options: Played) => Promise<ActionRun>,
): Promise<string[]> {
  if (stage.plan.sick || stage.operated.has('ReplaceUnhealthy') || stage.operated.has('HealthCheck')) return []
  if (stage.plan.suspended.includes('ReplaceUnhealthy')) return []
  const before = stage.witness.truth()
  const lived = await step('a last roll', { runId: '9000', inputs: answersTo(stage.plan.inputs) })
  const after = stage.witness.truth()
  return [
    ...(lived.failed ? [`the last roll ended red: ${lived.annotations.map(({ message }) => message).join(' ')}`] : []),
    ...(after.desired === before.desired && after.max === before.max
      ? []
      : [`the last roll left ${after.desired} of at most ${after.max}`]),
  ]
}

/** Whoever wanted to be asked about special instances says yes. */
const answersTo = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['protected-instances', 'standby-instances'].flatMap((name) =>
      inputs[name] === 'fail' ? [[name, 'replace']] : [],
    ),
  )
