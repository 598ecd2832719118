import type { PatchReport } from '../../domain/patch/report.ts'
import type { RunRequest } from './request.ts'
import { clip } from '../../text/escape.ts'
import type { GroupResult, TrafficResult } from '../events.ts'
import { expectedSeconds } from './expected-duration.ts'
import { importance } from './importance.ts'
import { isoTime } from '../../text/time.ts'
import { trafficEntry } from './traffic-entry.ts'

/** Version of the document's shape: raised when a reader of the old shape would go wrong. */
export const RESULT_SCHEMA_VERSION = 1

/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16, so two bytes a character; a fifth is left for the other outputs.
 * https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/passing-information-between-jobs
 */
export const RESULT_CHARACTERS = 419_000

/** What was left out of a document that would have been too long, in the order in which it goes. */
const CUTS = ['timeline', 'steps', 'instances', 'groups'] as const
type Cut = (typeof CUTS)[number]

/** The value of the output `result`: one line of JSON after docs/result.schema.json, at most `RESULT_CHARACTERS` long. */
export function resultDocument(
  request: RunRequest,
  results: readonly GroupResult[],
  traffic: readonly TrafficResult[] = [],
): string {
  for (let cuts = 0; cuts < CUTS.length; cuts += 1) {
    const text = assemble({ request, results, traffic, cut: CUTS.slice(0, cuts) })
    if (text !== undefined) return text
  }
  // Not even the bare groups fit: the most important ones, as many as there is room for.
  const sorted = [...results].sort((a, b) => importance(a) - importance(b))
  return (
    assemble({ request, results: sorted, traffic, cut: CUTS }) ??
    JSON.stringify(frame({ request, results, traffic, cut: CUTS }))
  )
}

interface Assembly {
  readonly request: RunRequest
  readonly results: readonly GroupResult[]
  /** Shifts of traffic that were taken back besides. */
  readonly traffic: readonly TrafficResult[]
  readonly cut: readonly Cut[]
}

/** Undefined when it would be too long; found out on the way, for a whole fleet may be a hundred times too long. */
function assemble(assembly: Assembly): string | undefined {
  const { results, cut } = assembly
  const head = JSON.stringify(frame(assembly)).slice(0, -2)
  const groups: string[] = []
  let left = RESULT_CHARACTERS - head.length - 2
  for (const result of results) {
    const text = JSON.stringify(groupOf(result, cut))
    left -= text.length + 1
    if (left < 0) {
      if (!cut.includes('groups')) return undefined
      break
    }
    groups.push(text)
  }
  return `${head}${groups.join(',')}]}`
}

/** Everything but the groups, whose empty list is last. */
function frame({ request: { mode, account, region, dryRun }, results, traffic, cut }: Assembly) {
  return {
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated: cut.length > 0,
    cut,
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: [...results, ...traffic].some(({ changed }) => changed),
    ...(traffic.length > 0 && { traffic: traffic.map(trafficEntry) }),
    groupCount: results.length,
    groups: [],
  }
}

function groupOf(result: GroupResult, cut: readonly Cut[]) {
  const list = <Item>(kind: Cut, items: readonly Item[]): readonly Item[] => (cut.includes(kind) ? [] : items)
  const text = (value: string): string => (cut.includes('instances') ? clip(value, 500) : value)
  const { what, why, remedy } = result.failure ?? {}
  return {
    group: result.group,
    region: result.region,
    status: result.status,
    wave: result.wave ?? null,
    changed: result.changed,
    source: text(result.source),
    imageId: result.imageId ?? null,
    previousImageId: result.previousImageId ?? null,
    sizes: result.sizes,
    replacedCount: result.replaced.length,
    launchedCount: result.launched.length,
    lowestReady: result.lowestReady,
    floor: result.floor,
    readyAtStart: result.readyAtStart ?? null,
    startedAt: isoTime(result.startedAt),
    endedAt: isoTime(result.endedAt),
    expectedSeconds: expectedSeconds(result.expectedDuration),
    failure:
      what === undefined ? null : { what: text(what), why: textOrNull(why, text), remedy: textOrNull(remedy, text) },
    left: result.left.map(text),
    notes: (result.notes ?? []).map(text),
    replaced: list('instances', result.replaced),
    launched: list('instances', result.launched),
    steps: list('steps', result.steps).map(({ at, action, detail, reason }) => ({
      at: isoTime(at),
      action,
      detail,
      reason,
    })),
    patch: result.patch === undefined ? null : patchOf(result.patch, text),
    timeline: list('timeline', result.timeline).map(({ id, role, zone, from, readyAt, until }) => ({
      id,
      role,
      zone,
      from: isoTime(from),
      readyAt: timeOrNull(readyAt),
      until: timeOrNull(until),
    })),
  }
}

function patchOf({ before, after, specs, undoneBy }: PatchReport, text: (value: string) => string) {
  return {
    before: text(before),
    after: text(after),
    undoneBy: undoneBy.map(text),
    specs: specs.map(({ label, image, instanceType, userData }) => ({
      label: text(label),
      image: image === undefined ? null : { before: image.before ?? null, after: image.after },
      instanceType:
        instanceType === undefined ? null : { before: instanceType.before ?? null, after: instanceType.after },
      userData: userData.map((change) => ({
        path: text(change.path),
        before: change.before ?? null,
        after: change.after ?? null,
      })),
    })),
  }
}

function textOrNull(value: string | undefined, text: (value: string) => string): string | null {
  return value === undefined ? null : text(value)
}

function timeOrNull(seconds: number | undefined): string | null {
  return seconds === undefined ? null : isoTime(seconds)
}
