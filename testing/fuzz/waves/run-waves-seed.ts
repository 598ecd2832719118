/** One seed of waves: a run over several groups under random faults, the runs that follow, and the assertions about all of them. */
import { Cancelled } from '../../../src/errors.ts'
import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { Random } from '../../../simulator/random.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { watchAfter } from '../../oracles/end-watch.ts'
import { TurnWatch } from '../../oracles/turn-watch.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../run-action.ts'
import { worldOf } from '../chosen-worlds.ts'
import { CALL_FAULTS } from '../call-faults.ts'
import { groupsSubject } from '../figures/subjects.ts'
import { WorldWatch } from '../figures/world-watch.ts'
import { drawWaves, type WavesPlan } from './waves-plan.ts'

/** Apart from what a group of the same seed draws. */
const OWN = 0x3a7e5

export interface WavesSeedResult {
  readonly problems: readonly string[]
  readonly trace: () => readonly string[]
  /** What it came to in figures. */
  readonly watch: WorldWatch
}

interface WavesFixture {
  readonly account: SimulatedAccount
  readonly plan: WavesPlan
  readonly begin: ReadonlyMap<string, CapacitySnapshot>
  readonly old: ReadonlyMap<string, readonly string[]>
  readonly told: string[]
  isAiling: boolean
}

/** Longer than a lease lasts without renewal. */
const EXPIRED_LEASE_SECONDS = 330

/** Runs one seed; the same seed gives the same groups, order, faults and runs. */
export async function runWavesSeed(number: number): Promise<WavesSeedResult> {
  const seed = worldOf(number, 'waves')
  const random = new Random(seed ^ OWN)
  const fixture = setUpWaves(seed, drawWaves(random))
  const { account, plan } = fixture
  const watch = new WorldWatch(
    account,
    groupsSubject(
      account,
      plan.groups.map(({ name }) => name),
    ),
  )
  const problems: string[] = []
  const step = async (what: string, options: WavesStep): Promise<ActionRun> => {
    const run = await watch.step(what, () => play(fixture, options))
    fixture.told.push(`--- ${what} ${endOf(run)}`, ...run.lines)
    return run
  }
  if (random.next() < 0.2) problems.push(...checkPlanned(fixture, await step('a dry run', { inputs: { 'dry-run': 'true' } }))) // prettier-ignore
  for (const fault of CALL_FAULTS.toSorted(() => random.next() - 0.5).slice(0, Math.floor(random.between(0, 3)))) {
    const own = new Random(Math.floor(random.next() * 2 ** 32))
    account.timeline.after(random.between(0, 400), () => fixture.told.push(fault.apply({ account } as never, own)))
  }
  const ends = random.next()
  const cancelled = new AbortController()
  if (ends < 0.15) account.timeline.after(random.between(0, 900), () => cancelled.abort(new Cancelled()))
  const crash = { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(0, 250)) }
  const first = await step('a run', {
    isWatched: true,
    signal: cancelled.signal,
    ...(ends > 0.6 && { process: { crash } }),
  })
  if (!first.died) problems.push(...checkEnded(fixture, first))
  const followUp = random.pick(['the next run', 'the post step', 'a restore'])
  if (!first.died || followUp === 'the post step') await step('the post step', { state: first.state })
  if (first.died || first.failed) {
    account.timeline.advance(EXPIRED_LEASE_SECONDS)
    if (followUp === 'the next run') {
      const next = await step('the next run', { isWatched: true, runId: '2000' })
      problems.push(...checkEnded(fixture, next))
    }
    if (followUp === 'a restore') await step('a restore', { runId: '2000', inputs: { mode: 'restore' } })
  }
  account.faults.clear()
  fixture.isAiling = false
  account.timeline.advance(1200)
  account.faults.clear()
  const last = await step('a final restore', { runId: '8000', inputs: { mode: 'restore' } })
  if (last.failed) problems.push('the final restore ended red')
  account.timeline.advance(300)
  const { order: _, 'group-bake': __, 'max-groups': ___, 'max-failed-groups': ____, ...alone } = plan.inputs
  const before = capacities(fixture)
  const all = await step('a last run', { runId: '9000', inputs: alone, isOrdered: false })
  problems.push(...watchedSince(fixture, before))
  if (all.failed) problems.push('the last run ended red')
  problems.push(...plan.groups.flatMap(({ name }) => checkNew(fixture, name)))
  return { problems: problems.map((problem) => `waves: ${problem}`), trace: () => fixture.told, watch }
}

interface WavesStep extends Omit<RunActionOptions, 'inputs'> {
  readonly inputs?: Readonly<Record<string, string>>
  readonly isWatched?: true
  /** False: the inputs are all that there are. */
  readonly isOrdered?: false
}

function setUpWaves(seed: number, plan: WavesPlan): WavesFixture {
  const account = new SimulatedAccount({
    seed,
    behaviour: { bootSeconds: 8, balancerWarmupSeconds: 2, shutdownSeconds: 7, statusCheckSeconds: 5 },
  })
  for (const group of plan.groups) addGroup(account, group)
  account.ledger.clear()
  const fixture = {
    account,
    plan,
    begin: capacities({ account, plan }),
    old: new Map(plan.groups.map(({ name }) => [name, instanceIds(account, name)])),
    told: [JSON.stringify(plan)],
    isAiling: true,
  }
  account.timeline.after(0, () => ail(fixture))
  return fixture
}

const capacities = ({ account, plan }: Pick<WavesFixture, 'account' | 'plan'>): ReadonlyMap<string, CapacitySnapshot> =>
  new Map(plan.groups.map(({ name }) => [name, account.autoScaling.capacity(name)]))

/** What was wrong with any group in the 20 minutes after a run, which nothing has disturbed; they pass here. */
function watchedSince({ account }: WavesFixture, before: ReadonlyMap<string, CapacitySnapshot>): readonly string[] {
  const endedAt = account.timeline.now
  return [...before].flatMap(([group, begin]) =>
    watchAfter(account, { group, begin, floor: begin.desired, endedAt }).map(
      ({ invariant, what }) => `${group}, after the last run, ${invariant}: ${what}`,
    ),
  )
}

/** What is new in a sick group is called unhealthy again and again. */
function ail(fixture: WavesFixture): void {
  const { account, plan, old, isAiling } = fixture
  if (!isAiling) return
  for (const name of plan.sick) {
    const { inService, pending } = account.autoScaling.capacity(name).ids
    for (const InstanceId of [...inService, ...pending])
      if (!old.get(name)?.includes(InstanceId))
        account.autoScaling.operations.SetInstanceHealth({ InstanceId, HealthStatus: 'Unhealthy' })
  }
  account.timeline.after(2, () => ail(fixture))
}

async function play(
  { account, plan, old }: WavesFixture,
  { inputs, isWatched, isOrdered, ...options }: WavesStep,
): Promise<ActionRun> {
  const { waves, maxGroups, maxFailedGroups } = plan
  const watch = isWatched && new TurnWatch(account, { waves, maxGroups, maxFailedGroups, old })
  const isRestore = inputs?.['mode'] === 'restore'
  const before = new Map(plan.groups.map(({ name }) => [name, account.autoScaling.capacity(name)]))
  const run = await runAction(account, {
    ...options,
    inputs: {
      'auto-scaling-groups': plan.groups.map(({ name }) => name).join('\n'),
      ...(!isRestore && isOrdered !== false && plan.inputs),
      ...inputs,
    },
  })
  turnBreaches.set(run, watch ? watch.end() : [])
  beforeRun.set(run, before)
  return run
}

/** The groups right before a run: one that waits for its turn may have been left unfinished by an earlier run. */
const beforeRun = new WeakMap<ActionRun, ReadonlyMap<string, CapacitySnapshot>>()

/** Where groups did not keep their turns, by run. */
const turnBreaches = new WeakMap<ActionRun, readonly string[]>()

const endOf = (run: ActionRun): string =>
  run.died ? 'died' : run.failed ? `ended red: ${run.annotations.map(({ message }) => message).join(' ')}` : 'ended green' // prettier-ignore

interface Told {
  readonly group: string
  readonly status: string
  readonly wave: number | null
  readonly failure: object | null
}

const resultsOf = ({ outputs }: ActionRun): readonly Told[] =>
  (JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly Told[] }).groups ?? []

/** A dry run plans every group in its wave, and changes nothing. */
function checkPlanned({ account, plan }: WavesFixture, run: ActionRun): readonly string[] {
  const results = resultsOf(run)
  const isAsPlanned = results.every(
    ({ group, wave }) => plan.waves.length === 1 || plan.waves[(wave ?? 0) - 1]?.includes(group),
  )
  return [
    ...(account.ledger.changes().length > 0 ? ['a dry run changed something'] : []),
    ...(run.failed || results.length !== plan.groups.length || !isAsPlanned ? [`a dry run ${endOf(run)}`] : []),
  ]
}

/** What a run says of its groups is true, and it is red where one has failed or was never reached for a failure. */
function checkEnded(fixture: WavesFixture, run: ActionRun): readonly string[] {
  const { account, plan, begin } = fixture
  const results = resultsOf(run)
  const isBad = results.some(({ status, failure }) => failure !== null || ['halted', 'held', 'unfinished', 'refused', 'failed'].includes(status)) // prettier-ignore
  const failed = results.filter(({ status, failure }) => status !== 'waiting' && failure !== null).length
  const most = plan.maxFailedGroups + Math.min(plan.maxGroups, Math.max(...plan.waves.map(({ length }) => length)))
  return [
    ...(turnBreaches.get(run) ?? []),
    // A run that failed as a whole has no results.
    ...(results.length > 0 && isBad !== run.failed ? [`a run with ${JSON.stringify(results)} ${endOf(run)}`] : []),
    ...(failed > most ? [`${failed} groups failed, of at most ${most}`] : []),
    ...results.flatMap(({ group, status }) => {
      const now = account.autoScaling.capacity(group)
      if (status === 'waiting')
        return sameCapacity(now, beforeRun.get(run)?.get(group)) ? [] : [`${group} waits for its turn, and was changed before: ${JSON.stringify(now.tags)}`] // prettier-ignore
      if (status === 'rolled') return checkNew(fixture, group)
      return []
    }),
    ...plan.groups.flatMap(({ name }) => {
      const fewest = account.ledger.lowestReady(name)
      return fewest < (begin.get(name)?.desired ?? 0) ? [`at one moment only ${fewest} of ${name} were ready`] : []
    }),
  ]
}

const sameCapacity = (now: CapacitySnapshot, before: CapacitySnapshot | undefined): boolean =>
  before !== undefined &&
  now.desired === before.desired &&
  now.max === before.max &&
  Object.keys(now.tags).every((key) => !key.startsWith('fleet-patch:') || key in before.tags)

/** All is new in a group, and it is as it was else. */
function checkNew({ account, old, begin }: WavesFixture, name: string): readonly string[] {
  const { ids, desired, max, min, suspended } = account.autoScaling.capacity(name)
  const left = ids.inService.filter((id) => old.get(name)?.includes(id))
  const before = begin.get(name)
  const isSame = desired === before?.desired && max === before.max && min === before.min && suspended.length === 0
  return [
    ...(left.length > 0 ? [`${left.join(', ')} of ${name} was not replaced`] : []),
    ...(isSame ? [] : [`${name} was left with ${min}-${desired}-${max}, ${suspended.join(', ')} suspended`]),
  ]
}
