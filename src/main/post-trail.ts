/** How the post step ends the record that the main step has begun. */
import { UserError } from '../errors.ts'
import type { Runner } from '../platform/runner.ts'
import { connectRegions } from './connect-regions.ts'
import type { Platform } from './platform.ts'
import { type RunRecord, withReport } from './report-run.ts'
import { savedPlace } from './saved-run.ts'
import { endSavedTrail, type SavedTrail, savedTrail } from './saved-trail.ts'

/** Writes and sends what the post step has put back; a failure is warned of. */
export const postEnding =
  (runner: Runner, record: RunRecord, trail: SavedTrail): NonNullable<RunRecord['ending']> =>
  async ({ result, at }) => {
    const { record: changes, warnings } = await endSavedTrail(runner, trail, {
      result,
      at,
      connection: record.connected[0],
    })
    for (const message of warnings) record.report({ kind: 'warning', message })
    return changes
  }

/**
 * Ends the record of a main step that was killed before it changed anything, or cancelled before it could send how it ended.
 * Where there is no such record nothing is logged.
 */
export async function endLeftTrail(platform: Platform): Promise<void> {
  const { runner, clock } = platform
  const trail = savedTrail(runner)
  if (trail === undefined || trail.isDone) return
  const place = trail.delivery && savedPlace(runner, trail.delivery.scope)
  if (place === undefined) {
    const { warnings } = await endSavedTrail(runner, trail, { result: undefined, at: clock.now() / 1000, connection: undefined }) // prettier-ignore
    for (const message of warnings) runner.annotation('warning', message, 'Fleet Patch')
    return
  }
  await withReport(platform, async (record) => {
    record.runRequest = { mode: place.inputs.mode, inputs: place.given, account: place.account, region: place.region, dryRun: false } // prettier-ignore
    record.report({ kind: 'phase', title: 'End the record of the run' })
    const inputs = { ...place.inputs, allowedAccountIds: [place.account] }
    const connection = await connectRegions(platform, inputs, record).then(
      ([first]) => first,
      (error: unknown) => {
        if (!(error instanceof UserError)) throw error
        record.report({ kind: 'warning', message: `The record of this run could not be sent. ${error.message}` })
        return undefined
      },
    )
    record.ending = async ({ at }) => {
      const { record: changes, warnings } = await endSavedTrail(runner, trail, { result: undefined, at, connection })
      for (const message of warnings) record.report({ kind: 'warning', message })
      return changes
    }
    return { kind: 'groups', groups: [] }
  })
}
