import { groupsByFilter } from '../aws/groups/describe.ts'
import { readGroups } from '../aws/janitor/group-states.ts'
import { selectNames } from '../aws/select/select.ts'
import { placeOf } from '../domain/janitor/finding.ts'
import { isLeft, type JudgedFinding } from '../domain/janitor/report.ts'
import { UserError } from '../errors.ts'
import type { JanitorModeInputs } from '../inputs/inputs.ts'
import { PartialResult } from '../report/partial-result.ts'
import type { RunResult } from '../report/events.ts'
import { count, firstOf } from '../report/words.ts'
import { clean } from './janitor-heal.ts'
import { groupPlace, regionPlace } from './janitor-judge.ts'
import type { Run } from './run.ts'

/** Names in the message of a failure; the summary has them all. */
const MOST_NAMES = 20

/**
 * Finds what was left behind in groups and in their region. With `heal` it marks what it sees for the first time, and heals what
 * an earlier run has marked; without it nothing is written. Throws what is found as a PartialResult where something could not be
 * healed, or a finding of `fail-on` is left.
 */
export async function janitor(run: Run, inputs: JanitorModeInputs): Promise<RunResult> {
  const { connection, clock, report } = run
  report({ kind: 'phase', title: 'Look for what was left behind' })
  const isEverything = meansEverything(inputs)
  const names = isEverything ? await everyName(run) : await selectNames(connection, inputs.selectors)
  run.selected?.(names)
  const read = await readGroups(connection, { names, clock })
  report({ kind: 'info', message: `Looked at ${count(read.length, 'group')} in ${connection.region}.` })
  const looked = read.map((each) => groupPlace(run, inputs, each))
  const places = looked.flatMap((each) => ('why' in each ? [] : each))
  const cleaned = await clean(run, inputs, [...places, ...(isEverything ? [await regionPlace(run, inputs)] : [])])
  const { findings, restored, ended } = cleaned
  const skipped = looked.flatMap((each) => ('why' in each ? { group: each.group, why: each.why } : []))
  const result: RunResult = {
    kind: 'janitor',
    janitor: { region: connection.region, groups: looked.map(nameOf), findings, skipped },
    restored,
  }
  const failure = ended ?? refusal(findings, inputs)
  if (failure !== undefined) throw new PartialResult(result, failure)
  return result
}

const nameOf = (each: ReturnType<typeof groupPlace>): string => ('why' in each ? each.group : (each.judged.group ?? ''))

const everyName = async ({ connection }: Run): Promise<readonly string[]> =>
  (await groupsByFilter(connection, [])).flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? []).toSorted()

/** What belongs to no group is looked at only where every group is: a part of them does not tell what is in no use. */
function meansEverything({ selectors: { groups, stacks, tags } }: JanitorModeInputs): boolean {
  const isOpen = groups.length === 0 || (groups.length === 1 && groups[0] === '*')
  return isOpen && stacks.length + tags.length === 0
}

/** What makes the step red. */
function refusal(findings: readonly JudgedFinding[], { failOn }: JanitorModeInputs): UserError | undefined {
  const failed = findings.filter(({ state }) => state === 'failed')
  const wanted = findings.filter((finding) => isLeft(finding) && failOn.includes(finding.finding))
  if (failed.length + wanted.length === 0) return undefined
  const named = (finding: JudgedFinding): string => `${placeOf(finding)}: ${finding.finding}`
  const reasons = [...failed.map((finding) => `${named(finding)} (${finding.why ?? ''})`), ...wanted.map(named)]
  return new UserError({
    what: [
      ...(failed.length > 0 ? [`${count(failed.length, 'finding')} could not be healed.`] : []),
      ...(wanted.length > 0
        ? [`${count(wanted.length, 'finding')} of \`fail-on\` ${wanted.length === 1 ? 'is' : 'are'} left.`]
        : []),
    ].join(' '),
    why: `${firstOf([...new Set(reasons)], MOST_NAMES)}.`,
    remedy: 'The summary says of each what to do.',
  })
}
