/** A scenario file as its schema lets it be written. Seconds throughout. */
import type {
  CreateAutoScalingGroupType,
  PutLifecycleHookType,
  PutScalingPolicyType,
  PutScheduledUpdateGroupActionType,
  PutWarmPoolType,
} from '@aws-sdk/client-auto-scaling'
import type { PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch'
import type { LaunchKind } from '../group-plan.ts'

type Seconds = number | readonly [number, number]
type OfGroup<Input> = Omit<Input, 'AutoScalingGroupName'>

export interface LoadFile {
  readonly rate?: number
  /** Seconds from now, requests a second. */
  readonly points?: readonly (readonly [number, number])[]
  readonly wave?: { readonly amplitude: number; readonly seconds: number }
  readonly 'per-instance': number
}

export interface BehaviourFile {
  readonly boot?: Seconds
  readonly 'balancer-warmup'?: Seconds
  readonly shutdown?: number
  readonly reaction?: Seconds
  readonly 'health-check'?: number
  readonly 'status-check'?: Seconds
  readonly 'impaired-after'?: number
  readonly 'stale-answers'?: number
  readonly 'zone-ties'?: 'the first' | 'by chance'
  readonly 'record-sync'?: Seconds
  readonly 'zone-busy'?: number
  readonly 'network-weights'?: boolean
  readonly 'launch-configurations'?: boolean
  readonly 'vcpu-quotas'?: boolean
  readonly 'refuse-launches'?: string
  readonly 'withhold-launches'?: boolean
}

export interface FaultFile {
  readonly action: string
  readonly answer: 'throttled' | 'refused' | 'denied' | 'error' | 'reset' | 'silence' | 'empty'
  readonly code?: string
  readonly message?: string
  readonly effect?: 'done' | 'not done'
  readonly skip?: number
  readonly times?: number
  readonly chance?: number
}

export interface GroupFile {
  readonly size?: number
  readonly min?: number
  readonly max?: number
  readonly launch?: LaunchKind
  readonly image?: string
  readonly 'newer-image'?: string
  readonly outdated?: boolean
  readonly zones?: readonly string[]
  readonly balancers?: readonly ('classic' | 'target-group')[]
  readonly 'instance-type'?: string
  readonly weights?: Readonly<Record<string, number>>
  readonly spot?: boolean
  readonly 'user-data'?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly hooks?: readonly OfGroup<PutLifecycleHookType>[]
  readonly policies?: readonly OfGroup<PutScalingPolicyType>[]
  readonly schedules?: readonly OfGroup<PutScheduledUpdateGroupActionType>[]
  readonly 'warm-pool'?: OfGroup<PutWarmPoolType>
  readonly settings?: Partial<CreateAutoScalingGroupType>
  readonly load?: LoadFile
  readonly keeps?: { readonly ready?: number; readonly total?: number }
}

export interface EntranceFile {
  readonly by: 'rule' | 'record'
  readonly weights: Readonly<Record<string, number>>
  readonly sticky?: number
  readonly cookies?: number
  readonly ttl?: number
  readonly 'evaluate-health'?: boolean
  readonly rate?: number
}

export interface RoleFile {
  readonly name: string
  readonly subjects?: readonly string[]
  readonly audience?: string
}

/** What can change while an account is served. */
export interface ChangesFile {
  readonly behaviour?: BehaviourFile
  readonly faults?: readonly FaultFile[]
  readonly load?: Readonly<Record<string, LoadFile | null>>
  readonly alarms?: Readonly<Record<string, StateValue>>
  readonly roles?: readonly RoleFile[]
  readonly 'zonal-shift'?: { readonly zone: string; readonly to: 'away' | 'back' }
  readonly interruption?: {
    readonly group: string
    readonly instances: number
    readonly how?: 'reclaimed' | 'recommended'
  }
}

export interface ScenarioFile {
  readonly region?: string
  readonly account?: string
  readonly seed?: number
  readonly 'availability-zones'?: number
  readonly start?: string
  readonly time?: { readonly virtual?: boolean; readonly latency?: number; readonly speed?: number }
  readonly throttling?: boolean
  readonly behaviour?: BehaviourFile
  readonly images?: readonly {
    readonly name: string
    readonly created?: string
    readonly architecture?: 'x86_64' | 'arm64'
    readonly is?: 'sound' | 'sick' | 'impaired' | 'bad'
    readonly parameter?: string
  }[]
  readonly groups?: Readonly<Record<string, GroupFile>>
  readonly traffic?: Readonly<Record<string, EntranceFile>>
  readonly roles?: readonly RoleFile[]
  readonly alarms?: Readonly<
    Record<string, { readonly state?: StateValue; readonly 'bad-after'?: number; readonly metric?: Partial<PutMetricAlarmInput> }>
  >
  readonly faults?: readonly FaultFile[]
  readonly events?: readonly ({ readonly at: number } & ChangesFile)[]
} // prettier-ignore
