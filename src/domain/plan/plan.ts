/**
 * A plan: what a dry run has seen and would do, for a later run that carries out that and nothing else. Pure data, as it stands in
 * the file; docs/plan.schema.json is its schema. Digests are SHA-256 in hex, moments ISO 8601.
 */
export interface Plan {
  readonly schemaVersion: typeof PLAN_SCHEMA_VERSION
  /** The first 16 hex digits of the SHA-256 of all the rest. */
  readonly id: string
  /** Of the action that has made it. */
  readonly actionVersion: string
  readonly createdAt: string
  readonly expiresAt: string
  /** 12 digits. */
  readonly account: string
  readonly region: string
  /** Whose credentials made it: `assumed-role/fleet-patch`, without the name of the session. */
  readonly role: string
  /** The address of the workflow run that has made it; its id outside of GitHub. */
  readonly run: string
  readonly mode: string
  /** Every input that is not at its default, with what the catalogue gave; none of those that only concern the run. */
  readonly inputs: Readonly<Record<string, string>>
  /** Digests of the inputs that may hold secrets. */
  readonly hashedInputs: Readonly<Record<string, string>>
  readonly catalogue: PlannedCatalogue | null
  readonly groups: readonly PlannedGroup[]
  readonly bastion: PlannedBastion | null
}

/** Version of the file's shape: raised when a reader of the old shape would go wrong. */
export const PLAN_SCHEMA_VERSION = 1

/** The catalogue that governed the dry run. */
export interface PlannedCatalogue {
  readonly path: string
  readonly digest: string
}

/** A group, how it was, and what is done with it. */
export interface PlannedGroup {
  readonly group: string
  /** Digest of how it was, of what it will launch, and of what was asked for. */
  readonly fingerprint: string
  readonly now: GroupFacts
  /** What it will launch, place by place as in `now`. */
  readonly becomes: readonly LaunchPlace[]
  readonly steps: readonly PlannedStep[]
  readonly userData: readonly PlannedUserData[]
}

/** How a group is. While a run is under way sizes and suspended processes are as they were before it. */
export interface GroupFacts {
  readonly arn: string
  readonly minSize: number
  readonly maxSize: number
  readonly suspendedProcesses: readonly string[]
  /** ARNs of target groups, names of Classic Load Balancers and identifiers of other traffic sources. */
  readonly targetGroups: readonly string[]
  /** A line for each. */
  readonly lifecycleHooks: readonly string[]
  /** Whether the group protects each new instance from scale-in. */
  readonly protectsNewInstances: boolean
  /** Ids. */
  readonly protectedInstances: readonly string[]
  /** Ids. */
  readonly standbyInstances: readonly string[]
  /** When the run began whose saved state stands on the group. */
  readonly unfinishedSince: string | null
  readonly source: { readonly label: string; readonly fingerprint: string }
  /** The base first, then each override with a template or an image of its own. */
  readonly launches: readonly LaunchPlace[]
}

/** One place that a group launches from. */
export interface LaunchPlace {
  /** `base`, `override 1`, ... */
  readonly at: string
  /** The image that is launched, where parameters are followed; null where there is none. */
  readonly image: string | null
  /** What the input `image` said where that has chosen it; null of any other image. */
  readonly chosenBy: string | null
  /** Digest; null without user data. */
  readonly userData: string | null
  /** Digest of all that is launched with. */
  readonly data: string
}

/** A step that the dry run would make. */
export interface PlannedStep {
  readonly action: string
  readonly detail: string
  readonly reason: string
}

/** What changes in user data, as the dry run shows it: secrets are masked. */
export interface PlannedUserData {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** A bastion, and what replaces it. */
export interface PlannedBastion extends BastionFacts {
  readonly fingerprint: string
  readonly steps: readonly PlannedStep[]
  readonly userDataChanges: readonly PlannedUserData[]
}

/** How a bastion is, and what its successor would be. */
export interface BastionFacts {
  readonly name: string
  /** `eipalloc-...` */
  readonly allocation: string
  /** The instance that is replaced. */
  readonly instance: string
  /** The first 16 hex digits of the digest of its successor's launch. */
  readonly launch: string
  /** Of the successor. */
  readonly image: string
  readonly chosenBy: string | null
  /** Of the successor. */
  readonly userData: string | null
}
