/** What the history of a fleet is made of: the lines that audits and runs leave. Times are seconds since the Unix epoch. */
import type { AuditVerdict } from '../audit/audit.ts'

/** Where something is; what a line does not say is undefined. */
export interface Place {
  /** 12 digits. */
  readonly account: string | undefined
  readonly region: string | undefined
  /** Of the catalogue. */
  readonly environment: string | undefined
}

/** An audit took place. */
export interface AuditLine {
  readonly kind: 'audit'
  readonly at: number
  readonly account: string | undefined
  readonly regions: readonly string[]
  /** Whether everything in the regions was audited: what it does not name is gone. */
  readonly whole: boolean
}

/** One image that a group, or an instance outside of any, launches or runs on. */
export interface AuditRowLine extends Place {
  readonly kind: 'audit-row'
  readonly at: number
  readonly region: string
  readonly group: string | undefined
  readonly instance: { readonly id: string; readonly name: string | undefined } | undefined
  readonly service: string | undefined
  /** The team of the service, or else the tag `Owner`. */
  readonly owner: string | undefined
  readonly stack: string | undefined
  readonly imageId: string | undefined
  readonly imageName: string | undefined
  readonly newestImageName: string | undefined
  readonly instances: number
  readonly daysBehind: number | undefined
  readonly imageAgeDays: number | undefined
  readonly verdict: AuditVerdict
  readonly reason: string | undefined
}

/** What has become of one group in a run, or is about to. */
export interface ChangeLine extends Place {
  readonly kind: 'change'
  readonly at: number
  /** When the run began to change something. */
  readonly startedAt: number | undefined
  /** Its address, or its id. */
  readonly run: string
  readonly actor: string
  readonly mode: string
  readonly service: string | undefined
  readonly owner: string | undefined
  /** Undefined for a bastion, and where a run ended before it knew its groups. */
  readonly group: string | undefined
  /** `begun`, `refused`, `failed`, or the status of the group. */
  readonly result: string
  readonly reason: string | undefined
  readonly breakGlass: string | undefined
  /** The fewest instances that were to be ready, and the fewest that were. */
  readonly floor: { readonly promised: number; readonly lowest: number } | undefined
}

export type HistoryLine = AuditLine | AuditRowLine | ChangeLine

/** Whether two lines may be about the same place: what both say is the same. */
export const mayBeAt = (one: Place, other: Place): boolean =>
  agree(one.account, other.account) && agree(one.region, other.region) && agree(one.environment, other.environment)

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other
