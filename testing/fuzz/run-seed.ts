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
  readonly trace: () => readonly string[]
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
  const fixture = setUpFixture(seed, plan)
  const drawn = [...drawMishaps(random), ...(plan.silence ? [SILENCE] : [])]
  schedule(fixture, random, drawn)
  const ends = random.next()
  const cancelled = new AbortController()
  if (ends < 0.15) fixture.account.timeline.after(random.between(0, 200), () => cancelled.abort(new Cancelled()))
  const death =
    ends > 0.6
      ? { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, 150)) }
      : undefined
  const steps: TraceStep[] = []
  const step = async (what: string, options: Played): Promise<ActionRun> => {
    tell(fixture, `--- ${what}`)
    const run = await play(fixture, options)
    steps.push({ what, run })
    tell(
      fixture,
      `--- ${what} ${run.died ? 'died' : run.failed ? `ended red: ${run.annotations.map(({ message }) => message).join(' ')}` : 'ended green'}`,
    )
    return run
  }
  const problems: string[] = []
  const first = await step('a roll', { signal: cancelled.signal, ...(death && { process: { death } }) })
  if (!first.died && !cancelled.signal.aborted) problems.push(...owed(fixture, first, drawn))
  const ender: Ender =
    first.died || first.failed ? random.pick(['next run', 'next attempt', 'post step', 'restore']) : 'nobody'
  // GitHub runs the post step whatever became of the main step, unless the runner is lost.
  const changes = fixture.recorder.changes.length
  if (!first.died || ender === 'post step') await step('the post step', { state: first.state })
  if (statusOf(first) === 'held') problems.push(...released(fixture, changes))
  if (ender === 'next run') {
    fixture.account.timeline.advance(random.pick([1, SILENCE_SECONDS]))
    await step('the next run', { runId: '2000' })
  }
  if (ender === 'next attempt') await step('the next attempt', { runAttempt: '2' })
  if (ender === 'restore') await step('a restore', { runId: '2000', mode: 'restore' })
  calm(fixture)
  const last = await step('a restore when all is calm', { runId: '8000', mode: 'restore' })
  const stuck = last.failed && isNeeded(fixture)
  if (last.failed && !stuck) problems.push('the restore in calm ended red')
  fixture.account.timeline.advance(60)
  if (!stuck)
    problems.push(
      ...breachesAtTheEnd(fixture.recorder.truth(), endingOf(fixture)).map(
        ({ invariant, what }) => `${invariant}: ${what}`,
      ),
    )
  if (!stuck) problems.push(...leftInTheDark(fixture))
  problems.push(...(await lastRoll(fixture, step)))
  problems.push(...steps.flatMap(({ run }) => falselyTold(fixture, run)))
  problems.unshift(
    ...breachesDuring(historyOf(fixture)).map(({ invariant, at, what }) => `${traceTime(at)} ${invariant}: ${what}`),
  )
  return { seed, problems, trace: () => traceOf(fixture, steps) }
}

type Played = Omit<RunActionOptions, 'inputs'> & {
  readonly mode?: string
  readonly inputs?: Readonly<Record<string, string>>
}

function play(fixture: Fixture, { mode = fixture.plan.mode, inputs, ...options }: Played): Promise<ActionRun> {
  const { plan, account } = fixture
  return runAction(account, {
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
function released({ recorder }: Fixture, deedsBefore: number): readonly string[] {
  const isRemembered = Object.keys(recorder.truth().tags).some((key) => key.startsWith('fleet-patch:'))
  return [
    ...(isRemembered ? [] : ['the group is held, and nothing tells how it was']),
    ...(recorder.changes.length > deedsBefore ? ['the post step changed a group that was held'] : []),
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
function schedule(fixture: Fixture, random: Random, drawn: readonly Fault[]): void {
  for (const { strike } of drawn) {
    const own = new Random(Math.floor(random.next() * 2 ** 32))
    const seconds = random.next() < 0.3 ? 0 : random.between(0, random.pick([15, 60, 240]))
    fixture.account.timeline.after(seconds, () => {
      const sentence = strike(fixture, own)
      tell(fixture, sentence)
    })
  }
}

/** Everything goes well again, as long as it takes until a dead run has been silent for long enough. */
function calm({ account, plan }: Fixture): void {
  account.faults.clear()
  account.timeline.advance(1000)
  account.faults.clear()
  account.behaviour.refuseLaunch = () => undefined
  account.behaviour.bootSeconds = plan.boot
  account.timeline.advance(200)
}

/** Nothing that was left behind keeps the next roll from its end. */
async function lastRoll(
  fixture: Fixture,
  step: (what: string, options: Played) => Promise<ActionRun>,
): Promise<string[]> {
  if (fixture.plan.sick || fixture.operated.has('ReplaceUnhealthy') || fixture.operated.has('HealthCheck')) return []
  if (fixture.plan.suspended.includes('ReplaceUnhealthy')) return []
  const before = fixture.recorder.truth()
  const run = await step('a last roll', { runId: '9000', inputs: answersTo(fixture.plan.inputs) })
  const after = fixture.recorder.truth()
  return [
    ...(run.failed ? [`the last roll ended red: ${run.annotations.map(({ message }) => message).join(' ')}`] : []),
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
