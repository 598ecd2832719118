/**
 * The interfaces between the parts of the simulator. Each service keeps its own state and calls the others through
 * these; the wire layer knows only `Service`.
 */
import type { Random } from './random.ts'
import type { Timeline } from './timeline.ts'

/** One AWS service: its operations take and give what the SDK's commands take and give, less `$metadata`. */
export interface Service {
  /** The SDK's name for it: `Auto Scaling`, `EC2`, `STS`, ... */
  readonly sdkId: string
  // Each service types its own operations by the SDK's inputs and outputs; the wire layer looks them up by name.
  readonly operations: Readonly<Record<string, (input: never) => object>>
}

/** What all services share. */
export interface ServiceContext {
  readonly timeline: Timeline
  readonly random: Random
  /** Of the times that Auto Scaling takes to react. */
  readonly reactions: Random
  readonly region: string
  /** How many zones the region has; default 3. */
  readonly zones?: number | undefined
  readonly account: string
  readonly behaviour: Behaviour
}

/**
 * How the account behaves; a scenario sets what it needs and may change it at any moment. Seconds throughout; a pair
 * is a range from which each instance draws.
 */
export interface Behaviour {
  /** From the launch to EC2's `running` and, without hooks, to `InService`. */
  bootSeconds: number | readonly [number, number]
  /** From registration to the first `healthy`, per load balancer or target group. */
  balancerWarmupSeconds: number | readonly [number, number]
  /** From the call to `terminated`, draining and hooks not included. */
  shutdownSeconds: number
  /** How long an image that is made of an instance or of another image is pending; AWS names no figure. */
  imageSeconds: number
  /** How long the replacement of a root volume takes; AWS names no figure. */
  rootVolumeSeconds: number
  /** From a change of a group (a size, an instance that leaves or turns unhealthy) to what Auto Scaling does about it. */
  reactionSeconds: number | readonly [number, number]
  /** How often a group looks at the health of its instances. */
  healthCheckSeconds: number
  /** Images of instances that boot but never turn healthy in any load balancer. */
  sickImages: Set<string>
  /** Images of instances that serve, and whose answers are bad: only alarms tell it. */
  badImages: Set<string>
  /** The share of requests that an instance of a bad image answers with an error, from 0 to 1. */
  badAnswerShare: number
  /**
   * Alarms that are in ALARM once bad instances have served for so many seconds, and OK while none does; or only while they are this
   * share of all that serve in the account, from 0 to 1.
   */
  badAlarms: Map<string, number | { readonly seconds: number; readonly share: number }>
  /** From `running` until EC2's status checks have a verdict. */
  statusCheckSeconds: number | readonly [number, number]
  /** Images of instances that boot and fail EC2's status checks, for ever. */
  impairedImages: Set<string>
  /** How long EC2's status checks must have failed until the group calls the instance unhealthy: AWS says "a few minutes". */
  impairedSeconds: number
  /** Why a launch fails; undefined lets it succeed. The text becomes the activity's status message. */
  refuseLaunch: (launch: { zone: string; type: string; imageId: string; at: number }) => string | undefined
  /** In whose words EC2 ends an instance while it starts, as `Server.InternalError: Internal error on launch`; undefined lets it start. */
  failsToStart?:
    ((launch: { zone: string; type: string; imageId: string; at: number }) => string | undefined) | undefined
  /**
   * Whether a group begins no launch now, and writes no activity: as while a zone is shifted away, or whatever else AWS does
   * not tell. A group waits so long and looks again.
   */
  withholdsLaunches?: ((group: string) => boolean) | undefined
  /** Whether launches beyond the vCPU quotas of Service Quotas are refused; otherwise the quotas are only told. */
  enforcesVcpuQuotas?: boolean
  /** What the Lambda function of a termination policy answers: instances that may leave. Without it the function fails. */
  terminationFunction?: ((group: string, surplus: number) => readonly string[]) | undefined
  /** Draws how short pages are that have more after them; undefined fills each page. */
  shortPages?: Pick<Random, 'next'> | undefined
  /**
   * Which of the zones that have equally few instances gets the next one: AWS does not document it. During an instance refresh the
   * first is the one in which most is still to leave.
   */
  zoneTies: 'the first' | 'by chance'
  /** How long after a write a Describe call may still answer what was before; 0 is never. */
  staleSeconds: number
  /** Whether terminations by id are carried out while `Terminate` is suspended: AWS does not document it. */
  terminateByIdWhileSuspended: boolean
  /**
   * Whether an instance that is terminated by id with the desired capacity decremented returns to a warm pool that
   * reuses instances on scale-in: AWS documents only that those of a scale-in may.
   */
  reusesTerminatedById: boolean
  /** How long after its time a scheduled action is carried out: AWS says up to two minutes. */
  scheduleDelaySeconds: number | readonly [number, number]
  /** Whether a scheduled action that is to run once, and fell due while ScheduledActions was suspended, is still described. */
  listsMissedActions: boolean
  /**
   * Whether a group with the health check type ELB calls an instance unhealthy that its load balancer does not know, as one that
   * was launched while AddToLoadBalancer is suspended: AWS does not document it.
   */
  unregisteredIsUnhealthy: boolean
  /** Whether a group waits out the whole deregistration delay of an idle target: AWS does not document it. */
  waitsOutIdleDraining: boolean
  /** How long a change of records is PENDING, until the name servers have it: AWS says generally within 60 seconds. */
  recordSyncSeconds: number | readonly [number, number]
  /** How long after a change of its records a hosted zone refuses the next one as PriorRequestNotComplete; 0 is never. */
  zoneBusySeconds: number
  /** Whether network load balancers take weights and several target groups in an action, as they do since November 2025. */
  networkWeights: boolean
  /** Whether this account may create launch configurations: those opened since 2024-10-01 may not. */
  launchConfigurations: boolean
}

/** One EC2 instance as the other services see it. */
export interface ComputeInstance {
  readonly id: string
  readonly imageId: string
  readonly type: string
  readonly subnetId: string
  readonly zone: string
  readonly launchedAt: number
  readonly state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'
  /** It is `running`, and answers nothing until it has booted again. */
  readonly reboots?: boolean
  /** Why it was stopped or ended, in EC2's words. */
  readonly reason?: { readonly code: string; readonly message: string } | undefined
}

/** What EC2 offers to Auto Scaling. */
export interface Compute {
  /**
   * Starts one instance; it turns `running` after the boot time. Throws ServiceFault with EC2's code when the image,
   * the template or the capacity is not there.
   */
  launch(request: MachineRequest): ComputeInstance
  /** Starts the shutdown; unknown or gone is no error here. */
  terminate(instanceId: string): void
  machine(instanceId: string): ComputeInstance | undefined
  /** Called at every change of an instance's state. */
  onStateChange(listener: (machine: ComputeInstance) => void): void
  /** What the status checks say of a running instance; where it is missing, they pass at once. */
  statusOf?(instanceId: string): 'ok' | 'initializing' | 'impaired' | 'not-applicable'
  /** Whether the check of its attached EBS volumes fails; where it is missing, it never does. */
  volumesFail?(instanceId: string): boolean
  /** Called when the status checks of an instance come to another verdict. */
  onStatusChange?(listener: (instanceId: string) => void): void
  /** The numbered version behind `$Latest`, `$Default` or a number; throws EC2's fault when there is none. */
  resolveTemplate(specification: TemplateSpecification): ResolvedTemplate
  subnet(subnetId: string): { readonly id: string; readonly zone: string; readonly vpcId: string } | undefined
  imageExists(imageId: string): boolean
  /** The id of a zone, which is the same place in every account; where it is missing, ids are not told. */
  zoneId?(zone: string): string | undefined
  /** Whether the region has it; where it is missing, everything exists. */
  knows?(kind: 'zone' | 'instance type' | 'placement group', name: string): boolean
  /** Tags as EC2 shows them; `aws:` keys allowed, since this is AWS itself. */
  tag(instanceId: string, tags: Readonly<Record<string, string>>): void
  /** Takes tags away again, `aws:` ones included. */
  untag?(instanceId: string, keys: readonly string[]): void
  /** Stops a running instance and starts it again, for warm pools; where they are missing, pooled instances keep running. */
  stop?(instanceId: string): void
  start?(instanceId: string): void
  /** Id of the zone's default subnet, for groups that name only zones. */
  defaultSubnet?(zone: string): string | undefined
}

export interface TemplateSpecification {
  readonly LaunchTemplateId?: string | undefined
  readonly LaunchTemplateName?: string | undefined
  readonly Version?: string | undefined
}

export interface ResolvedTemplate {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly imageId: string | undefined
  readonly instanceType: string | undefined
}

export interface MachineRequest {
  readonly imageId: string
  readonly type: string
  readonly subnetId: string
  readonly userData?: string | undefined
  readonly keyName?: string | undefined
  readonly securityGroups?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly template?: { readonly id: string; readonly version: number } | undefined
  readonly spot?: boolean | undefined
  readonly tags: Readonly<Record<string, string>>
  /** What a launch configuration says besides, in RunInstances' words. */
  readonly settings?: LaunchSettings | undefined
}

export interface LaunchSettings {
  readonly metadataOptions?: object | undefined
  readonly blockDevices?: readonly object[] | undefined
  readonly monitored?: boolean | undefined
  readonly ebsOptimized?: boolean | undefined
  readonly publicAddress?: boolean | undefined
  readonly tenancy?: string | undefined
}

/** What the two load balancer services offer to Auto Scaling; `name` is a classic load balancer's name or a target group's ARN. */
export interface Balancing {
  exists(name: string): boolean
  register(name: string, instanceId: string): void
  /** Starts draining; gives the seconds until the instance may be stopped. */
  deregister(name: string, instanceId: string): number
  /** As the load balancer's own API gives it. */
  health(name: string, instanceId: string): 'healthy' | 'unhealthy' | 'initial' | 'draining' | 'unused'
  /** Why an instance that is registered and runs is never checked; undefined where it is, or will be. */
  whyUnreached?(name: string, instanceId: string): 'sends nothing' | 'zone not served' | undefined
  /** Whether a healthy target has had no full share of the requests yet since it was registered: its slow start goes on. */
  startsSlowly?(name: string, instanceId: string): boolean
  /** Called at every change of a target's health, registration, departure and the end of a slow start included; where missing, health is read again each time. */
  onHealthChange?(listener: (name: string, instanceId: string) => void): void
}
