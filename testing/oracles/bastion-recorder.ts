/** What the runs of a seed make, move, end and release beside a bastion, and what of it they must not. */
import type { CallObserver } from '../../simulator/ledger.ts'
import { isChange } from '../../simulator/ledger.ts'
import type { Call } from '../../simulator/wire/message.ts'
import type { BastionScene } from '../bastion-scene.ts'
import { type BastionInstance, type BastionSnapshot, snapshotBastion } from './bastion-snapshot.ts'

/** What the runs were told, as far as it decides about the old instance. */
export interface BastionOrders {
  readonly keepOldSeconds: number
  readonly isProtected: boolean
}

/** The old instance before the address was moved, and everything after it. */
interface Moved {
  readonly was: BastionInstance | undefined
  readonly after: BastionSnapshot
}

/** An answer through the address may be so old when the old instance goes. */
const FRESH_SECONDS = 90

/**
 * Watches every changing call that comes over the wire. Whatever answer a run gets, what AWS has launched and allocated for
 * its calls is what the runs have made.
 */
export class BastionRecorder implements CallObserver {
  readonly launched = new Set<string>()
  readonly allocated = new Set<string>()
  readonly violations = new Set<string>()
  /** Called once a run has allocated an address: a temporary one stands for seconds only. */
  readonly onAllocated: (() => void)[] = []
  /** Called once the address has moved to a new instance. */
  readonly onMoved: (() => void)[] = []
  /** True once an operator has protected the old instance: what the last one is to be is not known then. */
  isProtectedByOthers = false
  /** Whether the run that works may lift the protection of the old instance. */
  mayLift = false
  readonly #scene: BastionScene
  readonly #orders: BastionOrders
  #before: BastionSnapshot | undefined
  #movedAt: number | undefined
  #silentSince: number | undefined
  /** When others last touched one of both instances or the address, and when a run has last read the addresses. */
  #disturbedAt: number | undefined
  #readAt = -Infinity

  constructor(scene: BastionScene, orders: BastionOrders) {
    this.#scene = scene
    this.#orders = orders
    scene.account.ledger.recorder = this
    scene.account.timeline.onMoment(() => this.#listen())
  }

  before({ operation }: Call): void {
    this.#before = isChange(operation) ? this.snapshot() : undefined
  }

  after(call: Call, outcome: string): void {
    const before = this.#before
    if (before === undefined) {
      if (call.operation === 'DescribeAddresses' && outcome === 'ok') this.#readAt = this.#scene.account.timeline.now
      return
    }
    const after = this.snapshot()
    for (const id of after.instances.keys()) if (!before.instances.has(id)) this.launched.add(id)
    for (const id of after.addresses.keys()) if (!before.addresses.has(id)) this.allocated.add(id)
    if (after.addresses.size > before.addresses.size) for (const hear of this.onAllocated.splice(0)) hear()
    this.#checkEnded(before, after)
    this.#checkAddresses(before, after)
    this.#checkNamed(call, before, after)
    this.#listen()
  }

  /** Others touch one of both instances or the address: from here on no run answers for what answers there. */
  disturb(): void {
    this.#disturbedAt = this.#scene.account.timeline.now
  }

  get isDisturbed(): boolean {
    return this.#disturbedAt !== undefined
  }

  /** All instances and addresses as they are, whatever EC2 shows of them yet. */
  snapshot(): BastionSnapshot {
    return snapshotBastion(this.#scene)
  }

  isAlive(id: string): boolean {
    const state = this.#scene.account.ec2.machine(id)?.state
    return state !== undefined && state !== 'shutting-down' && state !== 'terminated'
  }

  /** What answers at the address users know; undefined while nothing does. */
  answering(): boolean {
    return this.#scene.ssh.answer(this.#scene.ip, 22).kind === 'banner'
  }

  #isOurs(id: string | undefined): boolean {
    return id === this.#scene.old || (id !== undefined && this.launched.has(id))
  }

  #note(what: string): void {
    this.violations.add(`${new Date(this.#scene.account.timeline.now * 1000).toISOString().slice(11, 19)} ${what}`)
  }

  #listen(): void {
    const { now } = this.#scene.account.timeline
    if (this.answering()) this.#silentSince = undefined
    else {
      this.#silentSince ??= now
      if (!this.isDisturbed) this.#note('no bastion answers at the address')
    }
  }

  #checkEnded(before: BastionSnapshot, after: BastionSnapshot): void {
    for (const [id, { isAlive }] of before.instances) {
      if (!isAlive || after.instances.get(id)?.isAlive === true) continue
      if (!this.#isOurs(id)) this.#note(`${id} is ended, which no run has launched`)
      if (id === this.#scene.old) this.#checkRetired(before)
      else if (before.holder === id && this.isAlive(this.#scene.old))
        this.#note(`${id} is ended while the address points at it`)
    }
  }

  /** The old instance goes when a new one has the address and answers there, and not earlier. */
  #checkRetired(before: BastionSnapshot): void {
    const { now } = this.#scene.account.timeline
    const { keepOldSeconds, isProtected } = this.#orders
    if (before.holder === undefined || !this.launched.has(before.holder))
      this.#note('the old bastion is ended before the address points at a new one')
    if (this.#silentSince !== undefined && now - this.#silentSince > FRESH_SECONDS)
      this.#note(`the old bastion is ended while nothing has answered for ${now - this.#silentSince} s`)
    if (this.#movedAt !== undefined && now - this.#movedAt < keepOldSeconds)
      this.#note(`the old bastion is ended ${now - this.#movedAt} s after the move`)
    if (isProtected && !this.mayLift) this.#note('a protected bastion is ended')
  }

  #checkAddresses(before: BastionSnapshot, after: BastionSnapshot): void {
    const { allocation, old } = this.#scene
    for (const [id, was] of before.addresses) {
      const now = after.addresses.get(id)
      if (now === undefined) {
        if (!this.allocated.has(id)) this.#note(`${id} is released, which no run has allocated`)
        continue
      }
      if (now.holder === was.holder) continue
      const isSeen = this.#readAt >= (this.#disturbedAt ?? -Infinity)
      if (was.holder !== undefined && !this.#isOurs(was.holder) && isSeen)
        this.#note(`${id} is taken from ${was.holder}, which is of others`)
      if (now.holder !== undefined && !this.#isOurs(now.holder)) this.#note(`${id} is given to ${now.holder}`)
      if (id !== allocation && !this.allocated.has(id)) this.#note(`${id} is moved, which no run has allocated`)
      if (id === allocation) this.#checkMoved(now.holder, { was: before.instances.get(old), after })
    }
  }

  /** The address moves to one that answers, passes its status checks, and forwards packets where the old one does. */
  #checkMoved(holder: string | undefined, { was, after }: Moved): void {
    const { old, account } = this.#scene
    this.#movedAt = holder === old ? undefined : account.timeline.now
    if (holder !== undefined && holder !== old) for (const hear of this.onMoved.splice(0)) hear()
    if (holder === undefined) {
      this.#note('the address points at nothing')
      return
    }
    if (was?.isAlive !== true || this.isDisturbed) return
    const lacks = [
      ...(this.answering() ? [] : ['does not answer']),
      ...(account.ec2.statusOf(holder) === 'ok' ? [] : ['has not passed its status checks']),
      ...(was.forwards && after.instances.get(holder)?.forwards !== true ? ['does not forward packets'] : []),
    ]
    for (const lack of lacks) this.#note(`the address is moved to ${holder}, which ${lack}`)
  }

  /** Attributes and tags are changed on nothing but what is ours. */
  #checkNamed({ operation, input }: Call, before: BastionSnapshot, after: BastionSnapshot): void {
    const { InstanceId, Resources } = input as { readonly InstanceId?: string; readonly Resources?: readonly string[] }
    const named =
      operation === 'ModifyInstanceAttribute' ? [InstanceId] : operation.endsWith('Tags') ? (Resources ?? []) : []
    for (const id of named) if (!this.#isOurs(id)) this.#note(`${operation} is called for ${id}, which is of others`)
    const { old } = this.#scene
    const [was, is] = [before.instances.get(old), after.instances.get(old)]
    if (was?.isProtected === true && is?.isProtected === false && !this.mayLift)
      this.#note('the protection of the old bastion is lifted without being asked')
  }
}
