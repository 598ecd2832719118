import type { Image } from '../image/image.ts'

/**
 * `current`: the newest of its family. `stale`: there is a newer one. `unrolled`: what the group launches is current,
 * these instances were launched from something else. `unknown`: cannot be told, and the reason says why.
 */
export type AuditVerdict = 'current' | 'stale' | 'unrolled' | 'unknown'

/** What the rows of an audit are: images with how many instances run on each, or every instance for itself. */
export const auditRowKinds = ['groups', 'instances'] as const
export type AuditRowKind = (typeof auditRowKinds)[number]

/**
 * One image that one group launches or runs on, or that one instance outside of any group runs on. With rows for instances
 * each instance of a group has its own; what a group launches and runs no instance of is a row without one.
 */
export interface AuditRow {
  readonly region: string
  /** Account id. */
  readonly account?: string | undefined
  /** Undefined for an instance that belongs to no group. */
  readonly group: string | undefined
  /** The instance that belongs to no group, or that the row is for; its name is that of its tag `Name`. */
  readonly instance: { readonly id: string; readonly name: string | undefined } | undefined
  /** The CloudFormation stack that the tags of the group, or of the instance, name. */
  readonly stack: string | undefined
  /** The tag `Owner`, in any case, of the instance or else of the group. */
  readonly ownerTag?: string | undefined
  /** Of that instance, in seconds since the Unix epoch. */
  readonly launchedAt?: number | undefined
  /** Undefined where it cannot be told what the group would launch. */
  readonly imageId: string | undefined
  /** Undefined where AWS does not show the image. */
  readonly image: Image | undefined
  /** How many instances run on it. */
  readonly instances: number
  /** The newest image of its family, or itself where it is that; with the verdict `unrolled` what the group launches. */
  readonly newest: Image | undefined
  /** Whole days since the next image after this one was released; undefined where the image or its family is unknown. */
  readonly daysBehind: number | undefined
  /** Whole days since the image was made; undefined where AWS does not show it. */
  readonly imageAgeDays?: number | undefined
  /** `available`, `deprecated`, `deregistered`, `missing` (gone, or not shared with this account), or AWS's own word. */
  readonly state: string | undefined
  readonly verdict: AuditVerdict
  /** Sentences: why nothing can be told, what to do where a patch of the group changes nothing, that the account would not allow the image. */
  readonly reason: string | undefined
}

/** What was found in the regions that were looked at. */
export interface Audit {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly regions: readonly string[]
  readonly groups: readonly AuditedGroupName[]
  /** The service that each group belongs to, by the name of the group, as far as a catalogue says it; absent where none governs. */
  readonly services?: ReadonlyMap<string, string> | undefined
  /** Sorted by `byDaysBehind`. */
  readonly rows: readonly AuditRow[]
}

export interface AuditedGroupName {
  readonly region: string
  readonly group: string
}

/** What the order is by. */
type Ordered = Pick<AuditRow, 'daysBehind' | 'verdict' | 'region' | 'group' | 'instance' | 'imageId'>

const ranks: Readonly<Record<AuditVerdict, number>> = { stale: 0, unrolled: 1, unknown: 2, current: 3 }

/** Undefined for a text that is none. */
export const verdictOf = (text: string): AuditVerdict | undefined =>
  Object.hasOwn(ranks, text) ? (text as AuditVerdict) : undefined

/** Order of the rows: what is most days behind comes first, then what is most in need of a look. */
export function byDaysBehind(one: Ordered, other: Ordered): number {
  return (
    (other.daysBehind ?? 0) - (one.daysBehind ?? 0) ||
    ranks[one.verdict] - ranks[other.verdict] ||
    compareText(one.region, other.region) ||
    compareText(one.group ?? '', other.group ?? '') ||
    compareText(one.instance?.id ?? '', other.instance?.id ?? '') ||
    compareText(one.imageId ?? '', other.imageId ?? '')
  )
}

/** Whether a patch or a roll is needed. */
export const isBehind = ({ verdict }: Pick<AuditRow, 'verdict'>): boolean =>
  verdict === 'stale' || verdict === 'unrolled'

/** The groups that are behind, each by its worst row, worst first. */
export function groupsBehind({ rows }: Pick<Audit, 'rows'>): readonly (AuditRow & { readonly group: string })[] {
  const worst = new Map<string, AuditRow & { readonly group: string }>()
  for (const row of rows) {
    const { group } = row
    if (group === undefined || !isBehind(row)) continue
    const key = JSON.stringify([row.region, group])
    if (!worst.has(key)) worst.set(key, { ...row, group })
  }
  return [...worst.values()]
}

/** The groups, and the instances outside of any, that are more than so many days behind; each once, worst first. */
export function olderThan({ rows }: Pick<Audit, 'rows'>, days: number): readonly AuditRow[] {
  return onceEach(rows.filter((row) => isBehind(row) && (row.daysBehind ?? 0) > days))
}

/** Those whose image in use is more than so many days old, whether there is a newer one or not; each once, oldest first. */
export function overImageAge({ rows }: Pick<Audit, 'rows'>, days: number): readonly AuditRow[] {
  const old = rows.filter(({ imageAgeDays = 0 }) => imageAgeDays > days)
  return onceEach(old.toSorted((one, other) => (other.imageAgeDays ?? 0) - (one.imageAgeDays ?? 0)))
}

/** The first row of each group, and of each instance outside of any. */
function onceEach(rows: readonly AuditRow[]): readonly AuditRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = JSON.stringify(
      row.group === undefined ? [row.region, row.instance?.id] : [row.region, row.group, 'group'],
    )
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** How many rows have each verdict. */
export function tallyOf(rows: readonly AuditRow[]): Readonly<Record<AuditVerdict, number>> {
  const tally = { current: 0, stale: 0, unrolled: 0, unknown: 0 }
  for (const { verdict } of rows) tally[verdict]++
  return tally
}

// Not localeCompare: the order must not depend on the language of the machine.
function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
