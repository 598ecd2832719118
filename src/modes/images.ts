import { audit } from '../aws/audit/audit.ts'
import { UserError } from '../errors.ts'
import type { AuditFinding } from '../domain/catalogue/audit-checks.ts'
import { type Audit, type AuditRow, olderThan, overImageAge } from '../domain/audit/audit.ts'
import type { ImagesInputs } from '../inputs/inputs.ts'
import { auditFile } from '../report/results/audit-file.ts'
import { auditLists } from '../report/results/audit-lists.ts'
import { placeInWords } from '../report/log/audit-words.ts'
import type { RunResult } from '../report/events.ts'
import { count, firstOf } from '../report/words.ts'
import { governedAudit } from './governed-audit.ts'
import { keeping } from '../report/partial-result.ts'
import type { Run } from './run.ts'

/** Names in the message of a failure; the summary has them all. */
const MOST_NAMES = 20

/**
 * Finds out which groups launch, and which instances run on, anything but the newest image. Changes nothing. Throws what
 * is found as a PartialResult where something is over `max-days-behind` or `max-image-age-days`, or the report cannot be written.
 */
export async function images(run: Run, inputs: ImagesInputs): Promise<RunResult> {
  run.report({ kind: 'phase', title: 'Audit images' })
  const found = await audit([run.connection, ...run.elsewhere], {
    selector: inputs.selectors,
    requests: inputs.images,
    owners: inputs.imageOwners,
    rows: inputs.reportRows,
    now: run.clock.now() / 1000,
  })
  // Whose each group is gets known while the audit is reported.
  const result = { kind: 'audit', audit: { ...found, services: run.governance?.claimed } } as const
  await keeping(result, () => reportAudit(run, inputs, found))
  return result
}

async function reportAudit(run: Run, inputs: ImagesInputs, found: Audit): Promise<void> {
  for (const message of auditLists(found).warnings) run.report({ kind: 'warning', message })
  let governed: readonly AuditFinding[] = []
  try {
    // Before the files: they say whose each group is.
    governed = await governedAudit(run, found)
  } finally {
    await writeReports(run, inputs, found)
  }
  for (const message of unlimited(found, inputs)) run.report({ kind: 'warning', message })
  for (const { weight, what } of governed) {
    if (weight === 'warning') run.report({ kind: 'warning', message: `${what}.` })
    if (weight === 'waived') run.report({ kind: 'notice', message: `Waived: ${what}.` })
  }
  refuseOld(found, { ...inputs, governed: governed.flatMap(({ weight, what }) => (weight === 'failure' ? what : [])) })
}

async function writeReports(
  { governance, report, writeFile }: Run,
  { reportFiles, selectors }: ImagesInputs,
  found: Audit,
): Promise<void> {
  const about = {
    account: governance?.account ?? null,
    environment: governance?.environment ?? null,
    whole: selectors.groups.length + selectors.stacks.length + selectors.tags.length === 0,
    serviceOf: (group: string) => governance?.claimed.get(group) ?? null,
    ownerOf: (service: string) => governance?.catalogue.services.get(service)?.owner ?? null,
  }
  for (const { path, format } of reportFiles) {
    await writeFile(path, auditFile(found, format, about))
    report({ kind: 'info', message: `Report: ${count(found.rows.length, 'row')} in ${path}` })
  }
}

/** What no limit can be held against: nothing that is in use must seem to keep one only because AWS does not show its image. */
function unlimited({ rows }: Audit, { maxDaysBehind, maxImageAgeDays }: ImagesInputs): readonly string[] {
  const inUse = rows.filter(({ instances }) => instances > 0)
  const limits = [
    { name: '`max-days-behind`', limit: maxDaysBehind, rows: inUse.filter((row) => row.daysBehind === undefined) },
    {
      name: '`max-image-age-days`',
      limit: maxImageAgeDays,
      rows: inUse.filter((row) => row.imageAgeDays === undefined),
    },
  ].filter(({ limit, rows: unknown }) => limit !== undefined && unknown.length > 0)
  // Most often it is the same images for the same reason.
  const byPlaces = Map.groupBy(limits, ({ rows: unknown }) =>
    firstOf([...new Set(unknown.map(placeInWords))], MOST_NAMES),
  )
  return [...byPlaces].map(([places, alike]) => {
    const instances = (alike[0]?.rows ?? []).reduce((sum, row) => sum + row.instances, 0)
    const was = alike.length > 1 ? 'were' : 'was'
    return `${alike.map(({ name }) => name).join(' and ')} ${was} not held against ${count(instances, 'instance')}, since too little is known of the image: ${places}.`
  })
}

interface Limits extends Pick<ImagesInputs, 'maxDaysBehind' | 'maxImageAgeDays'> {
  /** What the catalogue refuses, a clause each. */
  readonly governed: readonly string[]
}

function refuseOld(found: Audit, { maxDaysBehind, maxImageAgeDays, governed }: Limits): void {
  const behind = maxDaysBehind === undefined ? [] : olderThan(found, maxDaysBehind)
  const old = maxImageAgeDays === undefined ? [] : overImageAge(found, maxImageAgeDays)
  if (behind.length + old.length + governed.length === 0) return
  const daysBehind = (row: AuditRow): string => count(row.daysBehind ?? 0, 'day')
  const age = (row: AuditRow): string => `image of ${count(row.imageAgeDays ?? 0, 'day')}`
  throw new UserError({
    what: [
      ...(behind.length > 0 ? [`More than ${count(maxDaysBehind ?? 0, 'day')} behind: ${numberOf(behind)}.`] : []),
      ...(old.length > 0 ? [`Image older than ${count(maxImageAgeDays ?? 0, 'day')}: ${numberOf(old)}.`] : []),
      ...(governed.length > 0 ? [`Refused by the catalogue: ${count(governed.length, 'finding')}.`] : []),
    ].join(' '),
    why: `${firstOf([...behind.map(namedWith(daysBehind)), ...old.map(namedWith(age)), ...governed], MOST_NAMES)}.`,
    remedy: `Move groups to the newest image with \`mode: patch-image\`, or by their parameter where one decides, and roll them; or raise ${[
      ...(behind.length > 0 ? ['`max-days-behind`'] : []),
      ...(old.length > 0 ? ['`max-image-age-days`'] : []),
      ...(governed.length > 0 ? ['the limit of the catalogue, or declare a waiver there'] : []),
    ].join(' and ')}.`,
  })
}

const namedWith =
  (days: (row: AuditRow) => string) =>
  (row: AuditRow): string =>
    `${placeInWords(row)}: ${days(row)}`

function numberOf(rows: readonly AuditRow[]): string {
  const inGroups = rows.filter(({ group }) => group !== undefined).length
  const outside = rows.length - inGroups
  return [
    ...(inGroups > 0 ? [count(inGroups, 'group')] : []),
    ...(outside > 0 ? [`${count(outside, 'instance')} outside of any group`] : []),
  ].join(' and ')
}
