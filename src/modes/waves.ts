import { UserError } from '../errors.ts'
import { type OrderedGroup, type OrderProblem, wavesOf } from '../domain/waves/order.ts'
import { selectWithTags } from '../aws/select/select.ts'
import { quoted } from '../inputs/parse.ts'
import type { CommonInputs, WaveInputs } from '../inputs/inputs.ts'
import { firstOf } from '../report/words.ts'
import { nearest } from '../text/nearest.ts'
import type { RollTurns } from './roll.ts'
import type { Run } from './run.ts'

/** The groups of a run, and the turns in which they begin; none where all begin at once. */
export interface SelectedInTurns {
  readonly groups: readonly string[]
  readonly turns: RollTurns | undefined
}

/** Selects the groups, and tells them wave by wave. Throws a UserError where an entry of a selector or of `order` matches none. */
export async function selectInTurns(
  run: Run,
  inputs: Pick<CommonInputs, 'selectors'> & WaveInputs,
): Promise<SelectedInTurns> {
  run.report({ kind: 'phase', title: 'Select groups' })
  const selected = await selectWithTags(run.connection, inputs.selectors)
  const groups = selected.map(({ group }) => group)
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  return { groups, turns: turnsOf(run, selected, inputs) }
}

/** The turns that `order` and `max-groups` ask for. Throws one UserError for everything that is wrong with the order. */
export function turnsOf(
  { report }: Pick<Run, 'report'>,
  selected: readonly OrderedGroup[],
  { waves: asked }: WaveInputs,
): RollTurns | undefined {
  if (asked === undefined) return undefined
  const { waves, problems } = wavesOf(selected, asked.order)
  if (problems.length > 0)
    throw new UserError({
      what: `\`order\` does not fit the groups that are selected: ${problems.map((each) => problemText(each, selected)).join('; ')}.`,
      remedy: 'Correct `order`; nothing was changed.',
    })
  if (waves.length > 1)
    waves.forEach((wave, index) =>
      report({ kind: 'info', message: `Wave ${index + 1} of ${waves.length}: ${firstOf(wave, 20)}` }),
    )
  const { bakeSeconds, maxGroups = Infinity, maxFailedGroups } = asked
  return { waves, limits: { bakeSeconds, maxGroups, maxFailedGroups } }
}

function problemText(problem: OrderProblem, selected: readonly OrderedGroup[]): string {
  switch (problem.kind) {
    case 'matches nothing': {
      const near = nearest(problem.text, selected.map(({ group }) => group)) // prettier-ignore
      const hint = near.length === 0 ? '' : ` (the nearest is ${quoted(near.slice(0, 3))})`
      return `${quoted([problem.text])} on line ${problem.line} matches none of them${hint}`
    }
    case 'named twice':
      return `${problem.group} belongs to line ${problem.lines[0]} and to line ${problem.lines[1]}`
    default:
      return problem satisfies never
  }
}
