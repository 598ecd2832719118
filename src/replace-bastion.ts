/**
 * The loop that replaces a bastion: look, decide, act once, look again. It keeps nothing that safety needs; whoever
 * starts it anew goes on from what AWS shows.
 */
import type { Clock } from './clock.ts'
import { type Explanation, explanationOf, isUncertain, UserError } from './errors.ts'
import type {
  BastionChange,
  BastionKnowledge,
  BastionPolicy,
  BastionStage,
  BastionStep,
  BastionWorld,
  Successor,
} from './fleet/bastion/bastion.ts'
import { heirOf, isAlive } from './fleet/bastion/bastion.ts'
import { type Made, reflects } from './fleet/bastion/forecast.ts'
import { heardNow } from './fleet/bastion/hearing.ts'
import { nextStep } from './fleet/bastion/rules.ts'
import type { SshProbe } from './ssh-probe.ts'

/** What the loop wants of AWS, or of a model of it. */
export interface BastionPort {
  /** `now` in seconds since the Unix epoch. */
  look(now: number): Promise<BastionWorld>
  /** Makes one change; throws a UserError when AWS will never allow it. */
  apply(
    change: BastionChange,
  ): Promise<
    { readonly kind: 'done'; readonly id: string | undefined } | { readonly kind: 'no room'; readonly why: string }
  >
}

export interface BastionReplacement {
  /** For people. */
  readonly name: string
  readonly port: BastionPort
  readonly probe: SshProbe
  readonly sshPort: number
  readonly policy: BastionPolicy
  readonly clock: Clock
  readonly tell: (event: BastionEvent) => void
  /** Seconds since the Unix epoch after which replacing stops and the way back begins. */
  readonly deadline: number
  readonly pollSeconds: () => number
  /** For so long nothing to do is not believed: EC2 may not show yet what a run has launched that has just died. */
  readonly patienceSeconds: number
  /** Aborted when the run is cancelled: no further step is made. */
  readonly signal: AbortSignal
}

export type BastionEvent =
  | {
      readonly kind: 'step'
      readonly at: number
      readonly step: BastionStep & BastionChange
      readonly id: string | undefined
    }
  | { readonly kind: 'heard'; readonly at: number; readonly address: string; readonly banner: string }
  | { readonly kind: 'waiting'; readonly at: number; readonly reason: string }
  | { readonly kind: 'note'; readonly at: number; readonly message: string }
  | { readonly kind: 'warning'; readonly message: string }

export interface BastionOutcome {
  /** `replaced`: the old one is gone. `restored`: nothing is left of what was begun. `halted`: the same, after a failure. */
  readonly status: 'replaced' | 'restored' | 'halted' | 'unfinished'
  readonly changed: boolean
  /** The new bastion, where there is one. */
  readonly successor: Successor | undefined
  readonly banner: string | undefined
  readonly failure: Explanation | undefined
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly steps: readonly { readonly at: number; readonly step: BastionStep & BastionChange }[]
}

/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60
/** Between an act and the next look. */
const SETTLE_SECONDS = 1
/** How long the way back may take. */
const RESTORE_SECONDS = 900

interface Track {
  readonly startedAt: number
  policy: BastionPolicy
  knowledge: BastionKnowledge
  last: BastionWorld | undefined
  unseen: { readonly change: BastionChange; readonly made: Made; readonly since: number } | undefined
  successor: Successor | undefined
  changed: boolean
  failure: Explanation | undefined
  /** Since when it goes back after a failure. */
  backSince: number | undefined
  readonly steps: { readonly at: number; readonly step: BastionStep & BastionChange }[]
  outcome: BastionOutcome | undefined
}

/** Replaces a bastion, or takes back what was begun; an outcome in every case but that of a defect. */
export async function replaceBastion(request: BastionReplacement): Promise<BastionOutcome> {
  const { clock, signal } = request
  const track: Track = {
    startedAt: clock.now() / 1000,
    policy: request.policy,
    knowledge: { launched: undefined, full: {}, own: undefined, moved: undefined },
    last: undefined,
    unseen: undefined,
    successor: undefined,
    changed: false,
    failure: undefined,
    backSince: undefined,
    steps: [],
    outcome: undefined,
  }
  while (track.outcome === undefined) {
    if (signal.aborted) return ending(track, 'unfinished', CANCELLED)
    const world = await look(request, track)
    const acted = world !== undefined && (await advance(request, track, world))
    if (track.outcome !== undefined) break
    // An abort ends the sleep early; the loop's head sees it.
    await clock.sleep((acted ? SETTLE_SECONDS : request.pollSeconds()) * 1000, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  return track.outcome
}

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  remedy: 'The post step puts the bastion back; the same mode again goes on, `mode: restore` takes back.',
}

async function look({ port, clock, tell }: BastionReplacement, track: Track): Promise<BastionWorld | undefined> {
  const now = clock.now() / 1000
  try {
    const world = await port.look(now)
    track.last = world
    track.successor = heirOf(world, { ...track.policy, wish: undefined }) ?? track.successor
    return world
  } catch (error) {
    if (!(error instanceof UserError) && !isUncertain(error)) throw error
    if (error instanceof UserError || (track.backSince !== undefined && now > track.backSince + RESTORE_SECONDS)) {
      if (!track.changed) throw error
      track.outcome = ending(track, 'unfinished', explanationOf(error))
    } else tell({ kind: 'warning', message: `${error.message} Looking again.` })
    return undefined
  }
}

/** Decides and acts once; true when anything was done, so that the next look comes soon. */
async function advance(request: BastionReplacement, track: Track, world: BastionWorld): Promise<boolean> {
  if (!track.unseen || reflects(world, track.unseen.change, track.unseen.made)) track.unseen = undefined
  else if (world.at - track.unseen.since < LAG_SECONDS) return true
  track.unseen = undefined
  if (track.policy.intent === 'replace' && world.at > request.deadline) return halt(request, track, 'start', LATE)
  if (track.backSince !== undefined && world.at > track.backSince + RESTORE_SECONDS) {
    track.outcome = ending(track, 'unfinished', track.failure ?? TOO_LONG)
    return true
  }
  const step = nextStep(world, track.policy, track.knowledge)
  switch (step.kind) {
    case 'wait':
      request.tell({ kind: 'waiting', at: world.at, reason: step.reason })
      return false
    case 'done':
      if (!track.changed && world.at < track.startedAt + request.patienceSeconds) {
        request.tell({ kind: 'waiting', at: world.at, reason: 'EC2 may show a new instance late' })
        return false
      }
      track.outcome = done(track)
      return true
    case 'halt':
      return halt(request, track, step.stage, step)
    case 'stuck':
      track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, step))
      return true
    case 'probe':
      return await ask(request, track, { step, at: world.at })
    default:
      await change(request, track, { step, at: world.at })
      return true
  }
}

const LATE = {
  reason: 'the time given by `timeout` is over',
  remedy: 'Raise `timeout`, or lower `keep-old-minutes`, and run the step again.',
}

const TOO_LONG: Explanation = { what: 'The bastion could not be put back in time.' }

interface Asking {
  readonly step: Extract<BastionStep, { kind: 'probe' }>
  readonly at: number
}

async function ask(
  { probe, sshPort, signal, tell, clock }: BastionReplacement,
  track: Track,
  { step, at }: Asking,
): Promise<boolean> {
  const heard = await probe.ask(step.address, sshPort, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error
    return { kind: 'silence', why: 'the run was cancelled' } as const
  })
  const { knowledge } = track
  const before = knowledge[step.where]
  const now = Math.max(at, clock.now() / 1000)
  track.knowledge = { ...knowledge, [step.where]: heardNow(before, { ...step, at: now }, heard) }
  if (heard.kind === 'silence') {
    tell({ kind: 'waiting', at, reason: `${step.reason}: ${heard.why}` })
    return false
  }
  if (
    before?.firstHeardAt === undefined ||
    before.instance !== step.instance ||
    before.association !== step.association
  )
    tell({ kind: 'heard', at, address: step.address, banner: heard.text })
  return true
}

interface Changing {
  readonly step: BastionStep & BastionChange
  readonly at: number
}

async function change(request: BastionReplacement, track: Track, { step, at }: Changing): Promise<void> {
  let made: Made
  try {
    const applied = await request.port.apply(step)
    if (applied.kind === 'no room') {
      if (step.kind === 'launch') fill(request, track, { subnet: step.subnet.id, why: applied.why })
      return
    }
    made = applied
  } catch (error) {
    failed(request, track, { step, at, error })
    return
  }
  track.changed = true
  track.steps.push({ at, step })
  request.tell({ kind: 'step', at, step, id: made.id })
  track.unseen = { change: step, made, since: at }
  learn(track, step, { id: made.id, at })
  if (step.kind === 'forget') track.outcome = done(track)
}

function learn(track: Track, step: BastionChange, { id, at }: Made & { readonly at: number }): void {
  const { knowledge } = track
  if (step.kind === 'launch' && id !== undefined)
    track.knowledge = { ...knowledge, launched: { id, at: knowledge.launched?.at ?? at } }
  // Once it is asked to end, nothing more is expected of it.
  if (step.kind === 'terminate' && knowledge.launched?.id === step.instance)
    track.knowledge = { ...knowledge, launched: undefined }
}

function fill(
  { tell }: BastionReplacement,
  track: Track,
  { subnet, why }: { readonly subnet: string; readonly why: string },
): void {
  tell({ kind: 'warning', message: `${subnet} has no room for the new bastion: ${why}` })
  track.knowledge = { ...track.knowledge, full: { ...track.knowledge.full, [subnet]: why } }
}

/** An answer that never came leaves open whether AWS acted: the next look tells. Everything else ends the replacement. */
function failed(
  request: BastionReplacement,
  track: Track,
  { step, at, error }: Changing & { readonly error: unknown },
): void {
  if (isUncertain(error)) {
    request.tell({ kind: 'warning', message: `${error.message} Looking again.` })
    track.changed = true
    track.unseen = { change: step, made: { id: undefined }, since: at }
    return
  }
  const { what, why, remedy } = explanationOf(error)
  const reason = [what, why].filter((part) => part !== undefined).join(' ')
  const told = { reason, remedy: remedy ?? 'Mend the cause, then run the step again.' }
  if (track.backSince === undefined && track.policy.intent === 'replace') halt(request, track, step.stage, told)
  else track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, told))
}

interface Why {
  readonly reason: string
  readonly remedy: string
}

/** From here on everything is taken back; where nothing leads back any more, it goes on to the end. */
function halt({ name, tell }: BastionReplacement, track: Track, stage: BastionStage, why: Why): true {
  track.failure = failureAt(name, stage, why)
  track.backSince = track.last?.at
  track.policy = { ...track.policy, intent: 'undo' }
  tell({ kind: 'note', at: track.last?.at ?? 0, message: `${track.failure.what} ${track.failure.why ?? ''}` })
  return true
}

/** At which step of a replacement something failed, in words. */
const STAGES: Readonly<Record<BastionStage, string>> = {
  launch: 'launching the new instance',
  start: 'waiting for the new instance to start',
  'first login': 'waiting for SSH on the new instance, before the address moved',
  move: 'moving the address to the new instance',
  login: 'waiting for SSH from the new instance at the moved address',
  farewell: 'ending the old instance',
  'way back': 'taking back what was begun',
}

const failureAt = (name: string, stage: BastionStage, { reason, remedy }: Why): Explanation => ({
  what: `The replacement of the bastion ${name} failed at the step "${STAGES[stage]}".`,
  why: /[.!?]$/.test(reason) ? capitalised(reason) : `${capitalised(reason)}.`,
  remedy,
})

const capitalised = (text: string): string =>
  /^i-[0-9a-f]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)

function done(track: Track): BastionOutcome {
  const { last, policy, failure } = track
  const replaced = last !== undefined && (last.old === undefined || !isAlive(last.old))
  if (replaced) return ending(track, 'replaced', failure)
  return ending(track, policy.intent === 'undo' && failure === undefined ? 'restored' : 'halted', failure)
}

function ending(track: Track, status: BastionOutcome['status'], failure: Explanation | undefined): BastionOutcome {
  const { knowledge, changed, successor, steps } = track
  return {
    status,
    changed,
    successor: status === 'replaced' || status === 'unfinished' ? successor : undefined,
    banner: (knowledge.moved ?? knowledge.own)?.banner,
    failure,
    left: status === 'unfinished' ? remains(track.last) : [],
    steps,
  }
}

/** What a person finds who looks now. */
function remains(world: BastionWorld | undefined): string[] {
  if (world === undefined) return []
  const { address, old, successors, temporary } = world
  const alive = successors.filter(isAlive)
  return [
    `${address.ip} points at ${address.holder ?? 'nothing'}.`,
    ...(old !== undefined && isAlive(old) ? [`The old bastion ${old.id} is ${old.state}.`] : []),
    ...alive.map(({ id, state }) => `The new instance ${id} is ${state}.`),
    ...temporary.map(({ ip, allocation }) => `The temporary address ${ip} (${allocation}) is still allocated.`),
    'The same mode again goes on from here; `mode: restore` takes back what can be taken back.',
  ]
}
