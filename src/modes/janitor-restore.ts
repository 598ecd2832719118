/** Puts back what dead runs have left, as `mode: restore` does. */
import type { Finding } from '../domain/janitor/finding.ts'
import type { Outcome } from '../domain/janitor/report.ts'
import { Cancelled } from '../errors.ts'
import type { JanitorModeInputs } from '../inputs/inputs.ts'
import type { GroupResult, RestoredResults, TrafficResult } from '../report/events.ts'
import { PartialResult } from '../report/partial-result.ts'
import type { Place } from './janitor-judge.ts'
import { restoreAll } from './restore.ts'
import type { Run } from './run.ts'

/** The groups that are put back, and where their outcomes go. */
export interface PutBackRequest {
  readonly stale: readonly Place[]
  readonly outcomes: Map<Finding, Outcome>
}

/** Puts them back side by side; a group that another run has taken up meanwhile is that run's. */
export async function putBack(
  run: Run,
  inputs: JanitorModeInputs,
  { stale, outcomes }: PutBackRequest,
): Promise<RestoredResults> {
  const groups = stale.flatMap(({ judged: { group } }) => group ?? [])
  const { restored, why } = await attempt(run, inputs, groups)
  for (const { judged, write } of stale)
    for (const { finding } of judged.findings) {
      const outcome = outcomeOf(judged.group ?? '', restored) ?? { state: 'failed', why }
      outcomes.set(finding, outcome)
      if (outcome.state === 'healed') await write('')
    }
  return restored
}

interface Attempt {
  readonly restored: RestoredResults
  /** Why a group may have no result. */
  readonly why: string
}

async function attempt(run: Run, inputs: JanitorModeInputs, groups: readonly string[]): Promise<Attempt> {
  try {
    const { groups: ended, traffic } = await restoreAll(run, { groups, inputs, whose: 'any' })
    return { restored: { groups: ended, traffic }, why: 'nothing of it could be put back' }
  } catch (error) {
    if (!(error instanceof PartialResult) || error.cause instanceof Cancelled) throw error
    const { result, cause } = error
    const ended = result.kind === 'groups' ? result : { groups: [], traffic: [] }
    return {
      restored: { groups: ended.groups, traffic: ended.traffic ?? [] },
      why: cause instanceof Error ? cause.message : String(cause),
    }
  }
}

function outcomeOf(group: string, { groups, traffic }: RestoredResults): Outcome | undefined {
  const result: GroupResult | TrafficResult | undefined =
    groups.find((each) => each.group === group) ??
    traffic.find((each) => each.groups.blue === group || each.groups.green === group)
  if (result === undefined) return undefined
  const why = result.failure?.what ?? result.left.join(' ')
  switch (result.status) {
    case 'restored':
    case 'current':
      return { state: 'healed', why: undefined }
    case 'refused':
      return { state: 'reported', why }
    default:
      return { state: 'failed', why: why === '' ? `it ended as ${result.status}` : why }
  }
}
