import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { type CallObserver, isChange } from '../../simulator/ledger.ts'
import type { Call } from '../../simulator/wire/message.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** A changing call that succeeded, with the capacity of the group right before it and right after. */
export interface RecordedChange {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly before: CapacitySnapshot
  readonly after: CapacitySnapshot
  /** When its caller made its first call: what was before that it has not seen. */
  readonly callerSince: number
  /** When its caller last described groups. */
  readonly observedAt: number
  /** The instances that counted when its caller last described groups; absent in a history made by hand. */
  readonly membersAsObserved?: readonly string[]
  /** The instances of the warm pool at that moment; absent in a history made by hand. */
  readonly pooledAsObserved?: readonly string[]
  /** Instances in service that EC2 had ended before the call; absent in a history made by hand. */
  readonly endedBefore?: readonly string[]
  /** The most ready capacity that its caller may have observed when it decided, in the group's unit. */
  readonly readyAsObserved: number
  /** The ready instances at each moment at which its caller may have observed them; absent in a history made by hand. */
  readonly readyIdsAsObserved?: readonly (readonly string[])[]
  /** The instances that were ready whenever its caller may have read of their state; absent in a history made by hand. */
  readonly readyIdsAsRead?: readonly string[]
  /**
   * The tags of the group as its caller may have known them: from its last look, which may have been answered with those of
   * a while before, or its own change of them since.
   */
  readonly tagsAsKnown: CapacitySnapshot['tags']
  /** Whether AWS has denied its caller the last write of tags. */
  readonly tagsAreDenied: boolean
}

/** The reads that tell whether instances are in service. */
const TELLING_STATE = [
  'DescribeAutoScalingGroups',
  'DescribeTargetHealth',
  'DescribeInstanceHealth',
  'DescribeInstanceStatus',
]

/** Records, for one group, every changing call that comes over the wire; changes that a test makes directly are not recorded. */
export class Recorder implements CallObserver {
  readonly changes: RecordedChange[] = []
  readonly group: string
  readonly #account: SimulatedAccount
  /** By the access key that signed the call. */
  readonly #since = new Map<string | undefined, number>()
  readonly #observedAt = new Map<string | undefined, number>()
  readonly #members = new Map<string | undefined, readonly string[]>()
  readonly #pooled = new Map<string | undefined, readonly string[]>()
  readonly #tags = new Map<string | undefined, CapacitySnapshot['tags']>()
  readonly #deniedTags = new Set<string | undefined>()
  #reads: {
    readonly at: number
    readonly ready: number
    readonly ids: readonly string[]
    readonly tellsState: boolean
  }[] = []
  /** As they were at each call, oldest first; what is too old to be answered with is forgotten. */
  #tagsSeen: { readonly at: number; readonly tags: CapacitySnapshot['tags'] }[] = []
  #before: CapacitySnapshot | undefined
  #ended: readonly string[] = []

  constructor(account: SimulatedAccount, group: string) {
    this.#account = account
    this.group = group
    account.ledger.recorder = this
  }

  before({ operation }: Call): void {
    this.#before = isChange(operation) ? this.snapshot() : undefined
    this.#ended = this.#before?.ids.inService.filter((id) => !this.#isAlive(id)) ?? []
  }

  after({ operation, input, accessKeyId }: Call, outcome: string): void {
    const { now } = this.#account.timeline
    const after = this.snapshot()
    const before = this.#before
    const callerSince = this.#since.get(accessKeyId) ?? now
    this.#since.set(accessKeyId, callerSince)
    const tagsShown = this.#noteShown(now, after.tags)
    if (before === undefined) {
      this.#reads.push({
        at: now,
        ready: after.readyUnits,
        ids: after.ids.ready,
        tellsState: TELLING_STATE.includes(operation),
      })
      if (operation !== 'DescribeAutoScalingGroups' || outcome !== 'ok') return
      this.#observedAt.set(accessKeyId, now)
      this.#members.set(accessKeyId, [...after.ids.inService, ...after.ids.pending])
      this.#pooled.set(accessKeyId, after.ids.pooled)
      this.#tags.set(accessKeyId, tagsShown)
      return
    }
    const tagsAsKnown = this.#tags.get(accessKeyId) ?? before.tags
    if (operation.endsWith('Tags')) this.#noteTags(accessKeyId, { operation, outcome, tags: after.tags })
    // Where the answer was lost AWS may have carried out the call: that counts, too.
    if (outcome !== 'ok' && outcome !== 'reset' && JSON.stringify(before) === JSON.stringify(after)) return
    const observedAt = this.#observedAt.get(accessKeyId) ?? now
    const from = observedAt - this.#account.behaviour.staleSeconds
    this.#reads = this.#reads.filter(({ at }) => at >= from - 60)
    const observed = this.#reads.filter(({ at }) => at >= from)
    const readyAsObserved = Math.max(before.readyUnits, ...observed.map(({ ready }) => ready))
    const membersAsObserved = this.#members.get(accessKeyId)
    const pooledAsObserved = this.#pooled.get(accessKeyId)
    const tagsAreDenied = this.#deniedTags.has(accessKeyId)
    this.changes.push({
      at: now,
      operation,
      input,
      before,
      after,
      callerSince,
      observedAt,
      ...(membersAsObserved && { membersAsObserved }),
      endedBefore: this.#ended,
      ...(pooledAsObserved && { pooledAsObserved }),
      readyAsObserved,
      readyIdsAsObserved: [before.ids.ready, ...new Set(observed.map(({ ids: seen }) => seen))],
      readyIdsAsRead: observed.filter(({ tellsState }) => tellsState).flatMap(({ ids: seen }) => seen),
      tagsAsKnown,
      tagsAreDenied,
    })
  }

  /** The tags that an answer of this moment may show: those of now, and others that stood within the time that it may lag. */
  #noteShown(now: number, tags: CapacitySnapshot['tags']): CapacitySnapshot['tags'] {
    const { staleSeconds } = this.#account.behaviour
    const first = this.#tagsSeen.findLastIndex(({ at }) => at <= now - staleSeconds)
    const earlier = staleSeconds > 0 ? this.#tagsSeen.slice(Math.max(0, first)) : []
    this.#tagsSeen = [...earlier, { at: now, tags }]
    return Object.assign({}, ...this.#tagsSeen.map((each) => each.tags)) as CapacitySnapshot['tags']
  }

  #noteTags(
    caller: string | undefined,
    {
      operation,
      outcome,
      tags,
    }: { readonly operation: string; readonly outcome: string; readonly tags: CapacitySnapshot['tags'] },
  ): void {
    if (outcome === 'ok' || outcome === 'reset') this.#tags.set(caller, tags)
    if (operation !== 'CreateOrUpdateTags') return
    if (outcome === 'AccessDenied') this.#deniedTags.add(caller)
    else this.#deniedTags.delete(caller)
  }

  #isAlive(id: string): boolean {
    const state = this.#account.ec2.machine(id)?.state
    return state !== undefined && state !== 'shutting-down' && state !== 'terminated'
  }

  /** The group's capacity at this moment. */
  snapshot(): CapacitySnapshot {
    return this.#account.autoScaling.capacity(this.group)
  }
}
