/** What a janitor finds, and what would heal it. Pure. */

/** Every kind of finding, by the name that outputs and `fail-on` have for it. */
export const findingNames = [
  'stale-state',
  'waiting-state',
  'unreadable-state',
  'suspended-processes',
  'suspended-by-aws',
  'fixed-size',
  'surplus-left',
  'standby',
  'unregistered',
  'stuck-traffic-source',
  'stuck-refresh',
  'failed-refresh',
  'protected-instances',
  'failing-hooks',
  'unused-configuration',
  'unused-template-versions',
  'unassociated-address',
] as const

export type FindingName = (typeof findingNames)[number]

/** One thing that was left behind. */
export interface Finding {
  readonly finding: FindingName
  /** Undefined where it belongs to no group. */
  readonly group: string | undefined
  /** A launch configuration, a launch template or an address, where it belongs to no group. */
  readonly resource?: string
  /** Since when, in seconds since the Unix epoch; undefined where AWS does not tell it. */
  readonly since: number | undefined
  /** What exactly: a mark holds for this alone, so that whatever is new is seen for the first time again. */
  readonly subject: string
  /** A sentence without its period. */
  readonly what: string
  /** What a run can do about it; undefined where only a person can. */
  readonly remedy: Remedy | undefined
  /** What a person does, a sentence. */
  readonly advice: string
}

/** A change that heals, with exactly what it is about. */
export type Remedy =
  | { readonly kind: 'restore' }
  | { readonly kind: 'resume'; readonly processes: readonly string[] }
  | { readonly kind: 'register'; readonly registrations: readonly Registration[] }
  | { readonly kind: 'cancel-refresh'; readonly refresh: string }
  | { readonly kind: 'exit-standby'; readonly instances: readonly string[] }
  | { readonly kind: 'delete-configuration'; readonly name: string }
  | { readonly kind: 'delete-versions'; readonly template: string; readonly versions: readonly number[] }

/** Instances that a load balancer or target group of their group does not know. */
export interface Registration {
  readonly balancer: string
  readonly instances: readonly string[]
}

/** How a finding is named to people: its group, or what it is about. */
export const placeOf = ({ group, resource }: Pick<Finding, 'group' | 'resource'>): string => group ?? resource ?? ''
