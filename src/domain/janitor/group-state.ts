import type { Fleet } from '../rollout/fleet.ts'

/** A group at one moment, with all that tells what was left behind in it. */
export interface GroupState {
  /** The group as a roll sees it; instances of a dark launch may carry its saved state. */
  readonly fleet: Fleet
  readonly tags: Readonly<Record<string, string>>
  /** Whether what it launches is protected from scale-in. */
  readonly protectsNew: boolean
  /** The scaling policies that an alarm can ask, by name. */
  readonly policies: readonly string[]
  /** The newest hundred, newest first. */
  readonly activities: readonly Activity[]
  /** The newest instance refresh; undefined where there was none. */
  readonly refresh: RefreshState | undefined
  readonly trafficSources: readonly TrafficSource[]
}

/** A scaling activity, in AWS's own words. */
export interface Activity {
  /** Its beginning, in seconds since the Unix epoch. */
  readonly at: number
  readonly description: string
  readonly cause: string
  readonly status: string
  readonly message: string
}

/** An instance refresh. */
export interface RefreshState {
  readonly id: string
  /** AWS's `InstanceRefreshStatus`. */
  readonly status: string
  /** AWS's own words; empty where it gives none. */
  readonly reason: string
  /** Seconds since the Unix epoch. */
  readonly startedAt: number | undefined
  readonly endedAt: number | undefined
  /** Whether it was told to wait at checkpoints, or to bake at its end. */
  readonly waits: boolean
}

/** A load balancer, target group or other source of traffic of a group. */
export interface TrafficSource {
  readonly id: string
  /** `Adding`, `Added`, `InService`, `Removing` or `Removed`. */
  readonly state: string
}

/** How old something must be before it counts. */
export interface Limits {
  /** Of the input `older-than`. */
  readonly olderThanSeconds: number
}

/** Whether something has been so for long enough; what has no known beginning may have. */
export const isOld = (since: number | undefined, at: number, { olderThanSeconds }: Limits): boolean =>
  since === undefined || at - since >= olderThanSeconds
