/** One seed of a bastion: its replacement under random faults, the runs that follow, and the assertions about all of them. */
import { Cancelled } from '../../../src/errors.ts'
import type { LedgerEntry } from '../../../simulator/ledger.ts'
import { Random } from '../../../simulator/random.ts'
import { BASTION_NAME } from '../../bastion-scene.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../run-action.ts'
import { worldOf } from '../chosen-worlds.ts'
import type { BastionFault } from './bastion-fault.ts'
import { BASTION_FAULTS } from './bastion-faults.ts'
import { type BastionFocus, bastionFocusOf, onlyFaultOf } from './bastion-focus.ts'
import { addToBastionTrace, type BastionFixture, setUpBastion, successorsOf } from './bastion-fixture.ts'
import { bastionSubject } from '../figures/subjects.ts'
import { WorldWatch } from '../figures/world-watch.ts'
import { drawBastion, LIMITS, mustKeepOld } from './bastion-plan.ts'
import { checkForeign, checkImage, checkReplacedWhole, checkTidy } from './bastion-checks.ts'
import { bastionTrace, type BastionTraceStep } from './bastion-trace.ts'
import { checkDoubtful, scheduleTags, settleDoubtful } from './unreadable-tags.ts'

/** Apart from what a group of the same seed draws. */
const OWN = 0xba57104

/** The result of one seed of a bastion. */
export interface BastionSeedResult {
  readonly problems: readonly string[]
  readonly trace: () => readonly string[]
  /** What it came to in figures. */
  readonly watch: WorldWatch
}

type BastionFollowUp = 'the next run' | 'the post step' | 'a restore'

/** Runs one seed; the same seed gives the same bastion, faults and runs. */
export async function runBastionSeed(number: number): Promise<BastionSeedResult> {
  const seed = worldOf(number, 'bastions')
  const random = new Random(seed ^ OWN)
  const focus = bastionFocusOf(seed)
  const plan = drawBastion(random)
  const fixture = setUpBastion(seed, focus?.plan?.(plan) ?? plan)
  const { scene, recorder } = fixture
  const { account } = scene
  const watch = new WorldWatch(account, bastionSubject(fixture))
  const drawn = focus === undefined ? scheduleFaults(fixture, random, onlyFaultOf(seed)) : []
  focus?.befall?.(fixture, random)
  const tags = scheduleTags(fixture, seed, focus === undefined ? 'heavy' : 'bearable')
  const foreign = new Map<string, string>()
  const steps: BastionTraceStep[] = []
  const problems: string[] = []
  const step = async (what: string, options: BastionStepOptions = {}): Promise<ActionRun> => {
    addToBastionTrace(fixture, `--- ${what}`)
    const began = account.timeline.now
    const calls = account.ledger.entries.length
    const before = [...fixture.doubtful].filter((id) => recorder.isAlive(id))
    const isReplacing = options.mode === undefined && options.state === undefined && recorder.isAlive(scene.old)
    recorder.mayLift = { ...fixture.plan.inputs, ...options.inputs }['lift-termination-protection'] === 'true'
    const run = await watch.step(what, () => playBastion(fixture, options))
    steps.push({ what, run })
    addToBastionTrace(
      fixture,
      `--- ${what} ${run.died ? 'died' : run.failed ? `ended red: ${errorsOf(run)}` : 'ended green'}`,
    )
    problems.push(
      ...checkDuration(what, { seconds: account.timeline.now - began, isReplacing: options.mode === undefined }),
    )
    problems.push(...checkRoom(fixture, what, calls))
    const hasWorked = options.state === undefined || run.calls > 0
    if (run.died || run.failed || !hasWorked) return run
    problems.push(...checkDoubtful(fixture, { what, before }))
    problems.push(...checkTidy(fixture, what), ...(isReplacing ? checkImage(fixture, began) : []))
    return run
  }
  const { cancelledWithin, crash: firstCrash } = drawEnd(random, focus)
  const cancelled = new AbortController()
  if (cancelledWithin !== undefined)
    account.timeline.after(random.between(0, cancelledWithin), () => cancelled.abort(new Cancelled()))
  const calls = account.ledger.entries.length
  const first = await step('a replacement', {
    signal: cancelled.signal,
    ...(firstCrash && { process: { crash: firstCrash } }),
  })
  const answers = account.ledger.entries.slice(calls)
  if (!first.died && !cancelled.signal.aborted && !isTurnedAway(answers))
    problems.push(
      ...checkFirst(
        fixture,
        first,
        focus?.befall === undefined && (tags.weight !== 'heavy' || tags.onDeath !== undefined) ? drawn : undefined,
      ),
    )
  if (first.died) tags.onDeath?.()
  const followUp = random.pick<BastionFollowUp>(['the next run', 'the post step', 'a restore'])
  if (!first.died || followUp === 'the post step') await step('the post step', { state: first.state })
  if (first.died || first.failed) {
    const crash = random.next() < 0.25 ? { process: { crash: drawCrash(random) } } : {}
    if (followUp === 'the next run') await step('the next run', { runId: '2000', ...crash })
    if (followUp === 'a restore') await step('a restore', { runId: '2000', mode: 'restore', ...crash })
  }
  endBastionFaults(fixture)
  for (const [id, tags] of foreignNow(fixture)) foreign.set(id, tags)
  if (recorder.isAlive(scene.old) || successorsOf(fixture).length > 0) {
    const back = await step('a final restore', { runId: '8000', mode: 'restore' })
    if (back.failed) problems.push(`the final restore ended red: ${errorsOf(back)}`)
    account.timeline.advance(120)
    const last = await step('a last replacement', {
      runId: '9000',
      inputs: { force: 'true', 'lift-termination-protection': 'true' },
    })
    if (last.failed) problems.push(`the last replacement ended red: ${errorsOf(last)}`)
    account.timeline.advance(120)
    problems.push(...checkReplacedWhole(fixture))
  }
  problems.push(...checkForeign(fixture, foreign))
  problems.unshift(...recorder.violations)
  return {
    problems: problems.map((problem) => `bastion: ${problem}`),
    trace: () => bastionTrace(fixture, steps),
    watch,
  }
}

type BastionStepOptions = Omit<RunActionOptions, 'inputs'> & {
  readonly mode?: string
  readonly inputs?: Readonly<Record<string, string>>
}

const playBastion = async (
  { scene: { account, ssh }, plan }: BastionFixture,
  { mode = 'redeploy-bastion', inputs, ...options }: BastionStepOptions,
): Promise<ActionRun> =>
  await runAction(account, {
    inputs: { mode, bastion: BASTION_NAME, ...(mode === 'redeploy-bastion' && plan.inputs), ...inputs },
    sshProbe: ssh,
    ...options,
  })

const drawCrash = (random: Random, [from, to]: readonly [number, number] = [0, 130]) => ({
  when: random.pick(['before', 'after'] as const),
  call: Math.ceil(random.between(from, to)),
})

interface FirstEnd {
  readonly cancelledWithin?: number
  readonly crash?: ReturnType<typeof drawCrash>
}

/** How the first run ends, where that is not by itself. */
function drawEnd(random: Random, focus: BastionFocus | undefined): FirstEnd {
  if (focus === undefined) {
    const ends = random.next()
    return { ...(ends < 0.12 && { cancelledWithin: 400 }), ...(ends > 0.55 && { crash: drawCrash(random) }) }
  }
  if (focus.ends === 'by itself') return {}
  return 'call' in focus.ends ? { crash: drawCrash(random, focus.ends.call) } : focus.ends
}

/** Up to three faults, or this one alone, within the time that a replacement takes. */
function scheduleFaults(fixture: BastionFixture, random: Random, only?: BastionFault): readonly BastionFault[] {
  const total = BASTION_FAULTS.reduce((sum, { share }) => sum + share, 0)
  const count = Math.floor(random.between(0, 4))
  return Array.from({ length: only === undefined ? count : 1 }, () => {
    let point = random.next() * total
    const fault = only ?? (BASTION_FAULTS.find(({ share }) => (point -= share) < 0) as BastionFault)
    const own = new Random(Math.floor(random.next() * 2 ** 31))
    const befall = (): void => addToBastionTrace(fixture, fault.apply(fixture, own))
    if (random.next() < 0.5) befall()
    else fixture.scene.account.timeline.after(random.between(0, 320), befall)
    return fault
  })
}

/** Ends all faults; an operator settles what no run may decide. */
function endBastionFaults(fixture: BastionFixture): void {
  const { scene, recorder, undecided, foreign } = fixture
  const { account, ops, ssh, allocation, old } = scene
  account.timeline.advance(400)
  account.faults.clear()
  account.behaviour.staleSeconds = 0
  account.behaviour.impairedImages.clear()
  ssh.unresponsive.clear()
  ssh.unreachable.clear()
  if (account.ec2.machine(old)?.state === 'stopped') ops.StartInstances({ InstanceIds: [old] })
  account.timeline.advance(700)
  // No operator waits for an address any longer.
  recorder.onAllocated.length = 0
  recorder.onMoved.length = 0
  const { addresses, holder } = recorder.snapshot()
  for (const id of undecided) {
    const tagged = addresses.get(id)
    if (tagged === undefined) continue
    if (tagged.holder === undefined) {
      ops.ReleaseAddress({ AllocationId: id })
      foreign.allocations.delete(id)
    }
  }
  settleDoubtful(fixture)
  const next = recorder.isAlive(old) ? old : successorsOf(fixture)[0]
  if (holder !== undefined && foreign.instances.has(holder) && next !== undefined)
    ops.AssociateAddress({ AllocationId: allocation, InstanceId: next, AllowReassociation: true })
}

const foreignNow = ({ recorder, foreign }: BastionFixture): ReadonlyMap<string, string> => {
  const { instances, addresses } = recorder.snapshot()
  return new Map([
    ...[...foreign.instances].map((id) => [id, instances.get(id)?.tags ?? 'gone'] as const),
    ...[...foreign.allocations].map((id) => [id, addresses.get(id)?.tags ?? 'gone'] as const),
  ])
}

export const errorsOf = ({ annotations }: ActionRun): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join(' ')

/** Putting back may take a quarter of an hour, and looking for what EC2 shows late a minute. */
const BACK_SECONDS = 900 + 120

/** What calls that fail and are sent again may take besides. */
const SLACK_SECONDS = 480

/** A replacement waits for the start, for SSH before and after the move, and keeps the old one; never until `timeout`. */
function checkDuration(
  what: string,
  { seconds, isReplacing }: { readonly seconds: number; readonly isReplacing: boolean },
): readonly string[] {
  const { instance, ssh, keep } = LIMITS
  const longest = isReplacing ? (instance + 2 * ssh + keep) * 60 : BACK_SECONDS
  return seconds > longest + SLACK_SECONDS ? [`${what} took ${Math.round(seconds / 60)} minutes`] : []
}

/** A call that EC2 answers with an error of its own is sent so often at most, that for want of room as well. */
const MOST_SENT = 10

/** A subnet without room is tried once. */
function checkRoom({ scene }: BastionFixture, what: string, calls: number): readonly string[] {
  const refused = scene.account.ledger.entries
    .slice(calls)
    .filter(({ outcome }) => outcome === 'InsufficientInstanceCapacity').length
  return refused > MOST_SENT * Object.keys(scene.subnets).length
    ? [`${what} was refused for want of room ${refused} times`]
    : []
}

/**
 * Whether a run has changed nothing and has ended at a read that AWS refused as often as it is sent. Two faults that can be borne
 * may add up to that; nothing is lost then by starting the step again.
 */
function isTurnedAway(answers: readonly LedgerEntry[]): boolean {
  const last = answers.at(-1)
  const sent = answers.filter(({ operation }) => operation === last?.operation).slice(-MOST_SENT)
  const isRefused = sent.length === MOST_SENT && sent.every(({ outcome }) => outcome !== 'ok')
  return isRefused && !answers.some(({ changes, outcome }) => changes && outcome === 'ok')
}

/** `drawn` is undefined where what befalls the run may be too much for it. */
function checkFirst(
  { plan }: BastionFixture,
  run: ActionRun,
  drawn: readonly BastionFault[] | undefined,
): readonly string[] {
  const isBearable = drawn?.every(({ weight }) => weight === 'bearable') === true
  if (mustKeepOld(plan)) return run.failed ? [] : ['a protected bastion was replaced']
  return run.failed && isBearable
    ? [`the replacement ended red although every fault was bearable: ${errorsOf(run)}`]
    : []
}
