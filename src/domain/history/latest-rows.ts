/** Of all audits what holds now, or held at the end of a day. */
import { byDaysBehind } from '../audit/audit.ts'
import type { AuditLine, AuditRowLine } from './records.ts'

/** A group, or an instance outside of any, as an audit found it. */
export interface Subject {
  readonly at: number
  /** The row that is most behind. */
  readonly worst: AuditRowLine
  /** Instances of all its rows. */
  readonly instances: number
}

/** Takes audits in the order of time, and knows after each what is there. */
export interface FleetState {
  readonly add: (lines: readonly (AuditLine | AuditRowLine)[]) => void
  readonly subjects: () => readonly Subject[]
}

/**
 * The newest audit of each group and instance holds. What an audit of everything in its account and region does not name is gone
 * from then on; an audit of some groups says nothing of the others.
 */
export function fleetState(): FleetState {
  const rows = new Map<string, readonly AuditRowLine[]>()
  return {
    add: (lines) => {
      for (const [key, found] of Map.groupBy(lines.filter(isRow), keyOf)) {
        const [first] = found
        const known = rows.get(key)?.[0]?.at ?? -Infinity
        const at = Math.max(...found.map((row) => row.at))
        if (first !== undefined && at >= known)
          rows.set(
            key,
            found.filter((row) => row.at === at),
          )
      }
      for (const audit of lines.filter(isAudit).filter(({ whole }) => whole))
        for (const [key, [row]] of rows) if (row !== undefined && isGone(row, audit)) rows.delete(key)
    },
    subjects: () => [...rows.values()].flatMap(subjectOf),
  }
}

const isRow = (line: AuditLine | AuditRowLine): line is AuditRowLine => line.kind === 'audit-row'
const isAudit = (line: AuditLine | AuditRowLine): line is AuditLine => line.kind === 'audit'

const keyOf = ({ account, region, group, instance }: AuditRowLine): string =>
  JSON.stringify(group === undefined ? [account, region, 'instance', instance?.id] : [account, region, 'group', group])

const isGone = (row: AuditRowLine, { at, account, regions }: AuditLine): boolean =>
  row.at < at && account !== undefined && row.account === account && regions.includes(row.region)

function subjectOf(rows: readonly AuditRowLine[]): readonly Subject[] {
  const [worst] = rows.toSorted(byDaysBehind)
  if (worst === undefined) return []
  return [{ at: worst.at, worst, instances: rows.reduce((sum, row) => sum + row.instances, 0) }]
}
