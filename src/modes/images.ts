import { audit } from '../aws/audit/audit.ts'
import { UserError } from '../errors.ts'
import { type Audit, olderThan } from '../domain/audit/audit.ts'
import type { ImagesInputs } from '../inputs/inputs.ts'
import { auditFile } from '../report/results/audit-file.ts'
import { auditLists } from '../report/results/audit-lists.ts'
import { placeInWords } from '../report/log/audit-words.ts'
import type { RunResult } from '../report/events.ts'
import { count, firstOf } from '../report/words.ts'
import { keeping } from '../report/partial-result.ts'
import type { Run } from './run.ts'

/** Names in the message of a failure; the summary has them all. */
const MOST_NAMES = 20

/**
 * Finds out which groups launch, and which instances run on, anything but the newest image. Changes nothing. Throws what
 * is found as a PartialResult where an image is older than `max-age-days` allows, or the report cannot be written.
 */
export async function images(run: Run, inputs: ImagesInputs): Promise<RunResult> {
  run.report({ kind: 'phase', title: 'Audit images' })
  const found = await audit([run.connection, ...run.elsewhere], {
    selector: inputs.selectors,
    requests: inputs.images,
    owners: inputs.imageOwners,
    now: run.clock.now() / 1000,
  })
  const result = { kind: 'audit', audit: found } as const
  await keeping(result, () => reportAudit(run, inputs, found))
  return result
}

async function reportAudit(run: Run, { reportFile, maxAgeDays }: ImagesInputs, found: Audit): Promise<void> {
  for (const message of auditLists(found).warnings) run.report({ kind: 'warning', message })
  if (reportFile !== undefined) {
    await run.writeFile(reportFile.path, auditFile(found, reportFile.format))
    run.report({ kind: 'info', message: `Report: ${count(found.rows.length, 'row')} in ${reportFile.path}` })
  }
  if (maxAgeDays !== undefined) refuseOld(found, maxAgeDays)
}

function refuseOld(found: Audit, days: number): void {
  const old = olderThan(found, days)
  if (old.length === 0) return
  const inGroups = old.filter(({ group }) => group !== undefined).length
  const outside = old.length - inGroups
  const what = [
    ...(inGroups > 0 ? [count(inGroups, 'group')] : []),
    ...(outside > 0 ? [`${count(outside, 'instance')} outside of any group`] : []),
  ]
  const names = old.map((row) => `${placeInWords(row)}: ${count(row.daysBehind ?? 0, 'day')}`)
  throw new UserError({
    what: `More than ${count(days, 'day')} behind: ${what.join(' and ')}.`,
    why: `${firstOf(names, MOST_NAMES)}.`,
    remedy: 'Move groups to the newest image with `mode: patch-image` and roll them, or raise `max-age-days`.',
  })
}
