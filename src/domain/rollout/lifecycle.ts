/**
 * What each of AWS's states in the life of an instance means to a roll. No other module reads the texts of states.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Instance.html
 */
export type LifecyclePhase =
  /** On the way into service. */
  | 'pending'
  | 'in service'
  /** Part of the desired capacity, and out of service for as long as AWS, or an instance refresh, replaces its root volume. */
  | 'replacing its root volume'
  | 'leaving'
  /** Kept running, outside the capacity, since its termination hook was abandoned: until it is terminated by hand. */
  | 'retained'
  | 'standby'
  /** Taken out of the group by an operator. */
  | 'detached'
  /** In the warm pool, or being prepared for it. */
  | 'warm'
  | 'leaving the pool'

const PHASES = {
  Pending: 'pending',
  'Pending:Wait': 'pending',
  'Pending:Proceed': 'pending',
  Quarantined: 'pending',
  InService: 'in service',
  ReplacingRootVolume: 'replacing its root volume',
  'ReplacingRootVolume:Wait': 'replacing its root volume',
  'ReplacingRootVolume:Proceed': 'replacing its root volume',
  RootVolumeReplaced: 'replacing its root volume',
  Terminating: 'leaving',
  'Terminating:Wait': 'leaving',
  'Terminating:Proceed': 'leaving',
  'Terminating:Retained': 'retained',
  Terminated: 'leaving',
  EnteringStandby: 'standby',
  Standby: 'standby',
  Detaching: 'detached',
  Detached: 'detached',
  'Warmed:Pending': 'warm',
  'Warmed:Pending:Wait': 'warm',
  'Warmed:Pending:Proceed': 'warm',
  'Warmed:Pending:Retained': 'retained',
  'Warmed:Stopped': 'warm',
  'Warmed:Running': 'warm',
  'Warmed:Hibernated': 'warm',
  'Warmed:Terminating': 'leaving the pool',
  'Warmed:Terminating:Wait': 'leaving the pool',
  'Warmed:Terminating:Proceed': 'leaving the pool',
  'Warmed:Terminating:Retained': 'retained',
  'Warmed:Terminated': 'leaving the pool',
} as const satisfies Readonly<Record<string, LifecyclePhase>>

/** The states that AWS has, as this project knows them. */
export type KnownLifecycle = keyof typeof PHASES

const PHASE_OF: ReadonlyMap<string, LifecyclePhase> = new Map(Object.entries(PHASES))

interface Alive {
  readonly lifecycle: string
}

/** The phase of an instance; undefined for a state that AWS has added since, of which nothing is concluded. */
export const phaseOf = ({ lifecycle }: Alive): LifecyclePhase | undefined => PHASE_OF.get(lifecycle)

/** Whether an instance is on its way out of the group, or gone from its capacity for good. */
export const hasLeft = (instance: Alive): boolean => {
  const phase = phaseOf(instance)
  return phase === 'leaving' || phase === 'retained' || phase === 'detached'
}

/** Whether a lifecycle hook holds an instance in its present state. */
export const isHooked = ({ lifecycle }: Alive): boolean => lifecycle.endsWith(':Wait')
