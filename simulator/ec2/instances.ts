import type { InstanceNetworkInterface } from '@aws-sdk/client-ec2'
import type { ComputeInstance, ServiceContext } from '../interfaces.ts'
import { checkIds, notFound } from './ids.ts'
import type { ImageStore } from './images.ts'
import type { ResolvedLaunch } from './launch-spec.ts'
import type { Subnet } from './network.ts'
import type { TagStore } from './tags.ts'

export type InstanceState = ComputeInstance['state']

/** One instance with all that Describe calls show of it. */
export interface InstanceRecord extends ComputeInstance {
  readonly order: number
  readonly reservationId: string
  readonly spec: ResolvedLaunch
  readonly subnet: Subnet
  readonly privateAddress: string
  readonly interfaceId: NonNullable<InstanceNetworkInterface['NetworkInterfaceId']>
  readonly volumeIds: readonly string[]
  readonly createdAt: number
  type: string
  userData: string | undefined
  disableApiTermination: boolean
  disableApiStop: boolean
  shutdownBehavior: 'stop' | 'terminate'
  monitored: boolean
  ebsOptimized: boolean
  sourceDestCheck: boolean
  securityGroups: readonly string[]
  credits: 'standard' | 'unlimited' | undefined
  launchedAt: number
  state: InstanceState
  /** When it last became `running`. */
  runningSince: number | undefined
  terminatedAt: number | undefined
  reason: { readonly code: string; readonly message: string } | undefined
  /** The auto-assigned address, or the Elastic IP. */
  publicAddress: string | undefined
  ownsAddress: boolean
  /** Whether the status checks have a verdict since it became `running`. */
  checked: boolean
  /** Since when they are made. */
  checkedSince: number | undefined
  reboots: boolean
  impaired: boolean
  /** Whether the check of its attached volumes fails. */
  volumesFail: boolean
}

/** How soon EC2 ends an instance that it cannot start. */
const FAILS_AFTER_SECONDS = 10

/** Terminated instances stay visible for about an hour. */
const VISIBLE_SECONDS = 3600

/** The instances and their transitions from state to state; listeners are called at each change. */
export class Instances {
  readonly #byId = new Map<string, InstanceRecord>()
  readonly #byInterface = new Map<string, InstanceRecord>()
  readonly #listeners: ((machine: ComputeInstance) => void)[] = []
  readonly #statusListeners: ((instanceId: string) => void)[] = []
  readonly #terminated: InstanceRecord[] = []
  readonly #context: ServiceContext
  readonly #parts: { readonly images: ImageStore; readonly tags: TagStore }
  #publicAddresses = 0
  #order = 0

  constructor(context: ServiceContext, parts: { images: ImageStore; tags: TagStore }) {
    this.#context = context
    this.#parts = parts
  }

  onStateChange(listener: (machine: ComputeInstance) => void): void {
    this.#listeners.push(listener)
  }

  onStatusChange(listener: (instanceId: string) => void): void {
    this.#statusListeners.push(listener)
  }

  /** Lets the status checks of an instance fail or pass from now on. */
  setImpaired(instance: InstanceRecord, impaired: boolean): void {
    instance.impaired = impaired
    this.#announceStatus(instance)
  }

  /** Lets the check of its attached volumes fail or pass from now on. */
  setVolumesFail(instance: InstanceRecord, fail: boolean): void {
    instance.volumesFail = fail
    this.#announceStatus(instance)
  }

  get all(): Iterable<InstanceRecord> {
    this.#forgetOld()
    return this.#byId.values()
  }

  find(id: string): InstanceRecord | undefined {
    this.#forgetOld()
    return this.#byId.get(id)
  }

  findByInterface(interfaceId: string): InstanceRecord | undefined {
    this.#forgetOld()
    return this.#byInterface.get(interfaceId)
  }

  /** Throws `InvalidInstanceID.NotFound` that names all unknown ids, or `.Malformed`. */
  get(ids: readonly string[]): InstanceRecord[] {
    checkIds('instance', ids)
    const unknown = ids.filter((id) => this.find(id) === undefined)
    if (unknown.length > 0) throw notFound('instance', ...unknown)
    return [...new Set(ids)].map((id) => this.find(id) as InstanceRecord)
  }

  /** The caller has checked everything and holds the private address. */
  add(
    spec: ResolvedLaunch,
    { privateAddress, reservationId }: Pick<InstanceRecord, 'privateAddress' | 'reservationId'>,
  ): InstanceRecord {
    const { timeline, random } = this.#context
    const { subnet } = spec
    const instance: InstanceRecord = {
      order: this.#order++,
      id: `i-${random.hex(17)}`,
      reservationId,
      spec,
      imageId: spec.image.id,
      subnet,
      subnetId: subnet.id,
      zone: subnet.zone,
      privateAddress,
      interfaceId: `eni-${random.hex(17)}`,
      volumeIds: spec.blockDevices.map(() => `vol-${random.hex(17)}`),
      createdAt: timeline.now,
      type: spec.type,
      userData: spec.userData,
      disableApiTermination: spec.disableApiTermination,
      disableApiStop: spec.disableApiStop,
      shutdownBehavior: spec.shutdownBehavior,
      monitored: spec.monitored,
      ebsOptimized: spec.ebsOptimized,
      sourceDestCheck: true,
      securityGroups: spec.securityGroups,
      credits: spec.credits,
      launchedAt: timeline.now,
      state: 'pending',
      runningSince: undefined,
      terminatedAt: undefined,
      reason: undefined,
      publicAddress: undefined,
      ownsAddress: false,
      checked: false,
      checkedSince: undefined,
      reboots: false,
      impaired: this.#context.behaviour.impairedImages.has(spec.image.id),
      volumesFail: false,
    }
    this.#byId.set(instance.id, instance)
    this.#byInterface.set(instance.interfaceId, instance)
    this.#parts.images.count(instance.imageId, 1)
    this.#lendAddress(instance)
    this.#announce(instance)
    this.#boot(instance)
    return instance
  }

  start(instance: InstanceRecord): void {
    instance.launchedAt = this.#context.timeline.now
    instance.reason = undefined
    this.#lendAddress(instance)
    this.#change(instance, 'pending')
    this.#boot(instance)
  }

  stop(instance: InstanceRecord): void {
    instance.reason = {
      code: 'Client.UserInitiatedShutdown',
      message: 'Client.UserInitiatedShutdown: User initiated shutdown',
    }
    // An auto-assigned address is lost at a stop; an Elastic IP stays.
    if (!instance.ownsAddress) instance.publicAddress = undefined
    this.#change(instance, 'stopping')
    this.#later(instance, { from: 'stopping', seconds: this.#context.behaviour.shutdownSeconds, to: 'stopped' })
  }

  terminate(instance: InstanceRecord, reason = 'Client.UserInitiatedShutdown: User initiated shutdown'): void {
    if (instance.state === 'shutting-down' || instance.state === 'terminated') return
    instance.reason = { code: reason.slice(0, reason.indexOf(':')), message: reason }
    this.#change(instance, 'shutting-down')
    this.#later(instance, {
      from: 'shutting-down',
      seconds: this.#context.behaviour.shutdownSeconds,
      to: 'terminated',
    })
  }

  /**
   * It stays `running`, answers nothing while it boots, and its status checks begin anew.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-reboot.html
   */
  reboot(instance: InstanceRecord): void {
    const { behaviour, random, timeline } = this.#context
    instance.checked = false
    this.#beginChecks(instance)
    this.#announceStatus(instance)
    instance.reboots = true
    this.#announce(instance)
    const { launchedAt } = instance
    timeline.after(random.within(behaviour.bootSeconds), () => {
      if (!instance.reboots || instance.launchedAt !== launchedAt) return
      instance.reboots = false
      this.#announce(instance)
    })
  }

  #boot(instance: InstanceRecord): void {
    const { bootSeconds } = this.#context.behaviour
    const { random } = this.#context
    const seconds = random.within(bootSeconds)
    const { zone, type, imageId } = instance
    const why = this.#context.behaviour.failsToStart?.({ zone, type, imageId, at: this.#context.timeline.now })
    if (why !== undefined) {
      this.#context.timeline.after(Math.min(seconds, FAILS_AFTER_SECONDS), () => this.terminate(instance, why))
      return
    }
    this.#later(instance, { from: 'pending', seconds, to: 'running' })
  }

  /** Unless something else happened meanwhile. */
  #later(
    instance: InstanceRecord,
    { from, seconds, to }: { from: InstanceState; seconds: number; to: InstanceState },
  ): void {
    const { launchedAt } = instance
    this.#context.timeline.after(seconds, () => {
      if (instance.state === from && instance.launchedAt === launchedAt) this.#change(instance, to)
    })
  }

  #change(instance: InstanceRecord, state: InstanceState): void {
    const { now } = this.#context.timeline
    instance.state = state
    instance.runningSince = state === 'running' ? now : undefined
    instance.checked = false
    instance.reboots = false
    if (state === 'running') this.#beginChecks(instance)
    if (state === 'terminated') {
      instance.terminatedAt = now
      instance.publicAddress = undefined
      instance.subnet.addresses.release(instance.privateAddress)
      this.#byInterface.delete(instance.interfaceId)
      this.#parts.images.count(instance.imageId, -1)
      this.#terminated.push(instance)
    }
    this.#announce(instance)
  }

  /** The status checks begin anew with each start. */
  #beginChecks(instance: InstanceRecord): void {
    const { behaviour, random, timeline } = this.#context
    const { statusCheckSeconds } = behaviour
    const seconds = typeof statusCheckSeconds === 'number' ? statusCheckSeconds : random.between(...statusCheckSeconds)
    const since = timeline.now
    instance.checkedSince = since
    timeline.after(seconds, () => {
      if (instance.state !== 'running' || instance.checkedSince !== since) return
      instance.checked = true
      this.#announceStatus(instance)
    })
  }

  #announceStatus({ id }: InstanceRecord): void {
    for (const listener of this.#statusListeners) listener(id)
  }

  #announce(instance: InstanceRecord): void {
    for (const listener of this.#listeners) listener(instance)
  }

  #lendAddress(instance: InstanceRecord): void {
    if (!(instance.spec.publicAddress ?? instance.subnet.mapsPublicAddress) || instance.ownsAddress) return
    instance.publicAddress = this.nextPublicAddress()
  }

  /** No address is assigned twice, so that an address in an old log means one instance only. */
  nextPublicAddress(): string {
    const number = this.#publicAddresses++
    return `52.${Math.floor(number / 65_025) % 256}.${Math.floor(number / 255) % 255}.${(number % 255) + 1}`
  }

  #forgetOld(): void {
    const { now } = this.#context.timeline
    for (let old = this.#terminated[0]; old !== undefined; old = this.#terminated[0]) {
      if ((old.terminatedAt ?? now) + VISIBLE_SECONDS > now) return
      this.#terminated.shift()
      this.#byId.delete(old.id)
      this.#parts.tags.forget(old.id)
    }
  }
}
