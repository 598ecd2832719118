import { clip } from '../../text/escape.ts'
import { isoTime } from '../../text/time.ts'
import type { Explanation } from '../../errors.ts'
import type { JudgedFinding } from '../../domain/janitor/report.ts'
import type { GroupResult, RunResult } from '../events.ts'
import { partsOf } from '../result-parts.ts'
import { isUnshown } from './request.ts'

/** Who asked for a change, where and by which run; the same in every line of a record. */
export interface ChangeContext {
  readonly actor: string
  readonly triggeringActor: string
  readonly repository: string
  readonly sha: string
  readonly ref: string
  /** The address of the run; its id outside of GitHub. */
  readonly run: string
  readonly workflow: string
  /** The name of the role session, by which CloudTrail has each call; null before credentials are asked for. */
  readonly session: string | null
  /** Where it was made; null before AWS was reached. */
  readonly account: string | null
  readonly region: string | null
  /** ISO 8601: right before the first change; null before that. */
  readonly startedAt: string | null
  readonly mode: string
  readonly environment: string | null
  readonly breakGlass: string | null
  /** As given; what may hold a secret is masked. */
  readonly inputs: Readonly<Record<string, string>>
  /** What the catalogue has lifted, waived or warned of. */
  readonly verdicts: readonly string[]
  /** The plan that is carried out, by its id. */
  readonly plan: string | null
}

/** What has become of one group; of a bastion, or of a run that knows no group yet, `group` is null. */
export interface ChangeState {
  /** ISO 8601. */
  readonly at: string
  readonly service: string | null
  /** The team that the service belongs to. */
  readonly owner: string | null
  readonly group: string | null
  readonly before: { readonly image: string | null }
  readonly after: { readonly image: string | null }
  /** `begun` before the first change, `refused` where there was none; else the status of the result, or `failed`. */
  readonly result: string
  readonly reason: string | null
  /** What the group launches from, as far as it is known. */
  readonly source?: string
  readonly sizes?: GroupResult['sizes']
  /** The fewest instances that were to be ready, and the fewest that were. */
  readonly floor?: { readonly promised: number; readonly lowest: number }
}

/** What is told of a run. */
export interface ChangeRecord {
  readonly context: ChangeContext
  readonly states: readonly ChangeState[]
  /** Where it is kept besides the output, in words. */
  readonly keptAt: readonly string[]
}

/** What an input holds that no log should show, or more than a line of a record should. */
const INPUT_CHARACTERS = 500
const MOST_VERDICTS = 20

/** Inputs that were given, by name. */
export const shownInputs = (inputs: readonly (readonly [name: string, text: string])[]): ChangeContext['inputs'] =>
  Object.fromEntries(
    inputs
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [name, isUnshown(name, text) ? '***' : clip(text, INPUT_CHARACTERS)]),
  )

/** The longest reason, and the longest output: GitHub takes a little more than 500,000 characters of all outputs. */
const REASON_CHARACTERS = 1000
const OUTPUT_CHARACTERS = 60_000

/** One line of JSON for each state. */
export const recordLines = ({ context, states }: Omit<ChangeRecord, 'keptAt'>): readonly string[] =>
  states.map((state) => JSON.stringify({ ...context, verdicts: shownVerdicts(context), ...state }))

const shownVerdicts = ({ verdicts }: ChangeContext): readonly string[] =>
  (verdicts ?? []).slice(0, MOST_VERDICTS).map((verdict) => clip(verdict, INPUT_CHARACTERS))

/** The lines as a JSON array, as many as there is room for. */
export function recordOutput(lines: readonly string[]): string {
  let room = OUTPUT_CHARACTERS
  return `[${lines.filter((line) => (room -= line.length + 1) >= 0).join(',')}]`
}

/** A run at one moment of it. */
export interface RunMoment {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly groups: readonly string[]
  readonly serviceOf: (group: string | null) => string | null
  /** Of a service. Default: not known. */
  readonly ownerOf?: ((service: string | null) => string | null) | undefined
}

/** The groups that are about to be changed, before the first of them is. */
export const begun = (moment: RunMoment): readonly ChangeState[] => alike(moment, { result: 'begun', reason: null })

/** How it has ended: each group with its result, and groups without one, or none, with what ended the run. */
export function ended(
  moment: RunMoment & { readonly hasBegun: boolean },
  result: RunResult,
  failure: Explanation | undefined,
): readonly ChangeState[] {
  const { at } = moment
  const reasonOf = (why: Explanation | undefined): string | null => (why === undefined ? null : clip([why.what, why.why].filter((part) => part !== undefined).join(' '), REASON_CHARACTERS)) // prettier-ignore
  const { groups, bastion, traffic } = partsOf(result)
  const states = groups.map(
    ({ group, status, imageId, previousImageId, failure: own, source, sizes, floor, lowestReady }) => ({
      at: isoTime(at),
      ...claimOf(moment, group),
      group,
      before: { image: previousImageId ?? imageId ?? null },
      after: { image: imageId ?? null },
      result: status,
      reason: reasonOf(own),
      source,
      sizes,
      // Of a group that was never looked at nothing was lowest.
      ...(Number.isFinite(lowestReady) && { floor: { promised: floor, lowest: lowestReady } }),
    }),
  )
  const ofTraffic = traffic.flatMap(({ groups: { blue, green }, status, failure: own }) =>
    [blue, green].map((group) => ({
      at: isoTime(at),
      ...claimOf(moment, group),
      group,
      before: { image: null },
      after: { image: null },
      result: status,
      reason: reasonOf(own),
    })),
  )
  const ofBastion = bastion === undefined ? [] : [{
    at: isoTime(at),
    ...claimOf(moment, null),
    group: null,
    before: { image: bastion.previousImageId ?? bastion.imageId ?? null },
    after: { image: bastion.imageId ?? null },
    result: bastion.status,
    reason: reasonOf(bastion.failure),
  }] // prettier-ignore
  const ofJanitor =
    result.kind === 'janitor' && moment.hasBegun ? cleaned(moment, result.janitor.findings, reasonOf) : []
  const put = new Set<string | null>([...states, ...ofTraffic].map(({ group }) => group))
  const told = [...states, ...ofTraffic, ...ofJanitor.filter(({ group }) => !put.has(group))]
  const left = moment.groups.filter((name) => told.every(({ group }) => group !== name))
  const isTold = told.length + ofBastion.length > 0
  const outcome = { result: moment.hasBegun ? 'failed' : 'refused', reason: reasonOf(failure) }
  const rest = failure === undefined || (isTold && left.length === 0) ? [] : alike({ ...moment, groups: left }, outcome)
  return [...told, ...ofBastion, ...rest]
}

/** What a janitor has done to each group that it was about to change; what it found once it looked again may be nothing. */
function cleaned(
  moment: RunMoment,
  findings: readonly JudgedFinding[],
  reasonOf: (why: Explanation) => string | null,
): readonly ChangeState[] {
  return moment.groups.flatMap((group) => {
    const own = findings.filter((finding) => finding.group === group)
    const state = (['failed', 'healed', 'marked'] as const).find((each) =>
      own.some((finding) => finding.state === each),
    )
    const what = own.map(
      ({ finding, state: each, heal }) => `${finding} ${each}${each === 'healed' ? ` (${heal})` : ''}`,
    )
    return {
      at: isoTime(moment.at),
      ...claimOf(moment, group),
      group,
      before: { image: null },
      after: { image: null },
      result: state ?? 'refused',
      reason: reasonOf({ what: `${what.join(', ')}.` }),
    }
  })
}

function claimOf(
  { serviceOf, ownerOf = () => null }: RunMoment,
  group: string | null,
): Pick<ChangeState, 'service' | 'owner'> {
  const service = serviceOf(group)
  return { service, owner: ownerOf(service) }
}

function alike(moment: RunMoment, { result, reason }: Pick<ChangeState, 'result' | 'reason'>): readonly ChangeState[] {
  const { at, groups } = moment
  const names: readonly (string | null)[] = groups.length === 0 ? [null] : groups
  return names.map((group) => ({
    at: isoTime(at),
    ...claimOf(moment, group),
    group,
    before: { image: null },
    after: { image: null },
    result,
    reason,
  }))
}
