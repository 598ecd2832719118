import { defaultBehaviour } from '../../../simulator/behaviour.ts'
import { ServiceFault } from '../../../simulator/fault.ts'
import type { Balancing, Behaviour, Compute, ComputeInstance, MachineRequest, ResolvedTemplate, ServiceContext, TemplateSpecification } from '../../../simulator/interfaces.ts' // prettier-ignore
import { Random } from '../../../simulator/random.ts'
import { Timeline } from '../../../simulator/timeline.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A minimal EC2: subnets `subnet-a`, `subnet-b`, `subnet-c`, every image but `ami-missing`, templates by name. */
export class FakeCompute implements Compute {
  readonly machines = new Map<
    string,
    Mutable<ComputeInstance> & { readonly request: MachineRequest; tags: Record<string, string> }
  >()
  readonly templates = new Map<
    string,
    { id: string; versions: { imageId?: string; instanceType?: string }[]; standard: number }
  >()
  readonly #listeners: ((machine: ComputeInstance) => void)[] = []
  readonly #timeline: Timeline
  readonly #behaviour: Behaviour
  #count = 0

  constructor(timeline: Timeline, behaviour: Behaviour) {
    this.#timeline = timeline
    this.#behaviour = behaviour
  }

  launch(request: MachineRequest): ComputeInstance {
    if (!this.imageExists(request.imageId))
      throw new ServiceFault('InvalidAMIID.NotFound', `The image id '[${request.imageId}]' does not exist.`)
    const id = `i-${String(++this.#count).padStart(17, '0')}`
    const zone = `eu-west-1${request.subnetId.at(-1)}`
    const machine = {
      id,
      imageId: request.imageId,
      type: request.type,
      subnetId: request.subnetId,
      zone,
      launchedAt: this.#timeline.now,
      state: 'pending' as ComputeInstance['state'],
      request,
      tags: { ...request.tags },
    }
    this.machines.set(id, machine)
    this.#boot(id)
    return machine
  }

  #boot(id: string): void {
    const { bootSeconds } = this.#behaviour
    this.#timeline.after(typeof bootSeconds === 'number' ? bootSeconds : bootSeconds[0], () => {
      if (this.machines.get(id)?.state === 'pending') this.become(id, 'running')
    })
  }

  become(id: string, state: ComputeInstance['state']): void {
    const machine = this.machines.get(id)
    if (!machine || machine.state === state) return
    machine.state = state
    for (const listener of this.#listeners) listener(machine)
  }

  terminate(id: string): void {
    const { state } = this.machines.get(id) ?? {}
    if (state === undefined || state === 'terminated' || state === 'shutting-down') return
    this.become(id, 'shutting-down')
    this.#timeline.after(this.#behaviour.shutdownSeconds, () => this.become(id, 'terminated'))
  }

  stop(id: string): void {
    this.become(id, 'stopped')
  }

  start(id: string): void {
    this.become(id, 'pending')
    this.#boot(id)
  }

  machine(id: string): ComputeInstance | undefined {
    return this.machines.get(id)
  }

  onStateChange(listener: (machine: ComputeInstance) => void): void {
    this.#listeners.push(listener)
  }

  template(name: string, ...versions: { imageId?: string; instanceType?: string }[]): void {
    this.templates.set(name, { id: `lt-${name}`, versions, standard: 1 })
  }

  resolveTemplate({
    LaunchTemplateId: id,
    LaunchTemplateName: name,
    Version = '$Default',
  }: TemplateSpecification): ResolvedTemplate {
    for (const [key, template] of this.templates) {
      if (key !== name && template.id !== id) continue
      const version =
        Version === '$Latest' ? template.versions.length : Version === '$Default' ? template.standard : Number(Version)
      const data = template.versions[version - 1]
      if (!data)
        throw new ServiceFault(
          'InvalidLaunchTemplateId.VersionNotFound',
          `Could not find launch template version ${Version}.`,
        )
      return { id: template.id, name: key, version, imageId: data.imageId, instanceType: data.instanceType }
    }
    throw new ServiceFault(
      'InvalidLaunchTemplateName.NotFoundException',
      'The specified launch template does not exist.',
    )
  }

  subnet(id: string): { id: string; zone: string; vpcId: string } | undefined {
    if (id === 'subnet-x-a') return { id, zone: 'eu-west-1a', vpcId: 'vpc-2' }
    return /^subnet-[abc]$/.test(id) ? { id, zone: `eu-west-1${id.at(-1)}`, vpcId: 'vpc-1' } : undefined
  }

  defaultSubnet(zone: string): string | undefined {
    return /^eu-west-1[abc]$/.test(zone) ? `subnet-${zone.at(-1)}` : undefined
  }

  imageExists(imageId: string): boolean {
    return imageId !== 'ami-missing'
  }

  tag(id: string, tags: Readonly<Record<string, string>>): void {
    Object.assign(this.machines.get(id)?.tags ?? {}, tags)
  }

  untag(id: string, keys: readonly string[]): void {
    for (const key of keys) delete this.machines.get(id)?.tags[key]
  }
}

/** Load balancers by name: everything registered is healthy after the warm-up, unless a test sets otherwise. */
export class FakeBalancing implements Balancing {
  readonly registered = new Map<string, Map<string, number>>()
  readonly sick = new Set<string>()
  readonly gone = new Set<string>()
  drainSeconds = 0
  readonly #timeline: Timeline
  readonly #behaviour: Behaviour

  constructor(timeline: Timeline, behaviour: Behaviour) {
    this.#timeline = timeline
    this.#behaviour = behaviour
  }

  exists(name: string): boolean {
    return !name.includes('missing') && !this.gone.has(name)
  }

  register(name: string, id: string): void {
    const targets = this.registered.get(name) ?? new Map<string, number>()
    targets.set(id, this.#timeline.now)
    this.registered.set(name, targets)
  }

  deregister(name: string, id: string): number {
    return this.registered.get(name)?.delete(id) ? this.drainSeconds : 0
  }

  health(name: string, id: string): 'healthy' | 'unhealthy' | 'initial' | 'draining' | 'unused' {
    const since = this.registered.get(name)?.get(id)
    if (since === undefined) return 'unused'
    if (this.sick.has(id)) return 'unhealthy'
    return this.#timeline.now >= since + (this.#behaviour.balancerWarmupSeconds as number) ? 'healthy' : 'initial'
  }
}

export const START = Date.UTC(2026, 0, 5, 8) / 1000

/** The behaviour of the tests: every duration a round number. */
export const context = (behaviour: Partial<Behaviour> = {}): ServiceContext => ({
  timeline: new Timeline(START),
  random: new Random(7),
  reactions: new Random(8),
  region: 'eu-west-1',
  account: '123456789012',
  behaviour: {
    ...defaultBehaviour(), bootSeconds: 60, balancerWarmupSeconds: 20, shutdownSeconds: 30, reactionSeconds: 5, healthCheckSeconds: 30,
    sickImages: new Set(), refuseLaunch: () => undefined, staleSeconds: 0, terminateByIdWhileSuspended: true,
    reusesTerminatedById: true, scheduleDelaySeconds: 0, listsMissedActions: true, waitsOutIdleDraining: true, launchConfigurations: true, ...behaviour,
  },
}) // prettier-ignore
