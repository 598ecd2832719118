/** The service catalogue: what may be changed, by whom, when, and to what. Pure data; times are seconds since the Unix epoch. */
import type { Amount } from '../rollout/amount.ts'
import type { StackReference } from '../stack-reference.ts'
import type { Means, Side } from '../traffic/shares.ts'

/** A catalogue that was read and checked as a whole: every name that one entry gives to another exists. */
export interface Catalogue {
  /** What holds for a rule that no other level states. */
  readonly defaults: Rules
  readonly teams: ReadonlyMap<string, Team>
  readonly environments: ReadonlyMap<string, CatalogueEnvironment>
  readonly services: ReadonlyMap<string, Service>
  readonly freezes: readonly Freeze[]
  readonly waivers: readonly Waiver[]
}

/** Where a team is reached. */
export interface Team {
  readonly github: string | undefined
  readonly slack: string | undefined
  readonly sns: string | undefined
  readonly email: string | undefined
}

export interface CatalogueEnvironment {
  /** 12 digits. */
  readonly account: string
  readonly regions: readonly [string, ...string[]]
  /** ARN of the role that runs assume here. */
  readonly role: string | undefined
  /** The environment of GitHub whose reviewers approve. */
  readonly githubEnvironment: string | undefined
  /** The claim `job_workflow_ref` that the trust policy of the role asks for; `*` in its ref. */
  readonly workflow?: string | undefined
  /** Modes that nothing allows here. */
  readonly protected: readonly string[]
  readonly lock: Lock | undefined
  /** A team. */
  readonly owner: string | undefined
  readonly rules: Rules
}

export interface Service {
  /** A team. */
  readonly owner: string
  readonly lock: Lock | undefined
  readonly rules: Rules
  /** By environment. */
  readonly in: ReadonlyMap<string, Placement>
}

/** A service in an environment. */
export interface Placement {
  readonly selectors: PlacementSelectors
  /** `Name` tag or id of its bastion. */
  readonly bastion: string | undefined
  /** The environment that must run the same image first. */
  readonly after: string | undefined
  readonly lock: Lock | undefined
  readonly rules: Rules
  /** Absent where no traffic is shifted between two of its groups. */
  readonly traffic?: PlacementTraffic | undefined
}

/** Two groups of a service between which traffic is shifted, what divides it, and by which shares it moves. */
export interface PlacementTraffic {
  readonly pair:
    | { readonly kind: 'groups'; readonly blue: string; readonly green: string }
    | { readonly kind: 'stack'; readonly stack: string; readonly versions: Readonly<Record<Side, string>> }
  /** Undefined: the one that fits. */
  readonly means: Means | undefined
  /** ARNs; empty: all that forward to either side. */
  readonly listenerRules: readonly string[]
  readonly record: string | undefined
  readonly hostedZone: string | undefined
  readonly identifiers: Readonly<Record<Side, string | undefined>>
  /** Percent, ascending; empty where none are stated. */
  readonly steps: readonly number[]
  /** Minutes. */
  readonly keep: number | undefined
  readonly afterwards: 'zero' | 'keep' | undefined
}

/** What groups belong to a service: those of any kind of selector, any of `groups`, any of `stacks`, all of `tags`. */
export interface PlacementSelectors {
  readonly groups: readonly string[]
  readonly stacks: readonly StackReference[]
  readonly tags: readonly { readonly key: string; readonly value: string }[]
}

/** What one level of the catalogue states; a key that is missing states nothing. */
export interface Rules {
  readonly modes?: readonly string[]
  /** Globs. */
  readonly refs?: readonly string[]
  /** Logins; empty: any. */
  readonly actors?: readonly string[]
  /** Account ids, `self`, `amazon` or `aws-marketplace`. */
  readonly imageOwners?: readonly string[]
  /** Globs. */
  readonly imageNames?: readonly string[]
  readonly maxImageAgeDays?: number
  readonly requiredTags?: Readonly<Record<string, string>>
  /** Globs. */
  readonly dockerRepositories?: readonly string[]
  /** Globs. */
  readonly dockerTags?: readonly string[]
  readonly dockerDigest?: boolean
  /** Empty: always, as the word `any` says. */
  readonly windows?: readonly ChangeWindow[]
  readonly maxDaysBehind?: number
  readonly warnDaysBehind?: number
  /** Instances. */
  readonly minSize?: number
  readonly maxSurge?: Amount
  readonly maxUnavailable?: Amount
  readonly checkpoints?: readonly Amount[]
  /** Names of alarms. */
  readonly alarms?: readonly string[]
  /** Minutes. */
  readonly bake?: number
  readonly bakeDays?: number
  readonly runsOver?: 'warn' | 'refuse'
  readonly approval?: 'none' | 'plan'
}

/** A time in which changes may begin, again and again. */
export interface ChangeWindow {
  /** When it opens: five fields, in its zone. */
  readonly cron: string
  /** IANA name. */
  readonly zone: string
  readonly minutes: number
  /** The modes that it is for; undefined: all. */
  readonly modes: readonly string[] | undefined
}

export interface Lock {
  readonly reason: string
  readonly by: string
  /** The last moment of it; undefined: until it is taken out of the catalogue. */
  readonly until: number | undefined
}

export interface Freeze {
  readonly name: string
  readonly from: number
  /** The last moment of it. */
  readonly until: number
  /** Undefined: all. */
  readonly environments: readonly string[] | undefined
  /** Undefined: all. */
  readonly services: readonly string[] | undefined
  /** Modes that stay allowed. */
  readonly allows: readonly string[]
}

/** The rules from which a waiver may except. */
export const waivableRules = ['max-days-behind', 'max-image-age-days', 'window', 'images', 'min-size'] as const
export type WaivableRule = (typeof waivableRules)[number]

/** An exception from a rule, with an end. */
export interface Waiver {
  readonly service: string
  /** Undefined: all of the service. */
  readonly environment: string | undefined
  /** Undefined: all that can be waived. */
  readonly rule: WaivableRule | undefined
  readonly reason: string
  readonly by: string
  /** The last moment of it: the end of a day in UTC. */
  readonly until: number
}
