import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import type { RunRequest } from '../results/request.ts'
import { type StepKind, stepKinds } from '../results/step-kinds.ts'
import { count, firstOf } from '../words.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'

/** Up to so many groups each step has a row; of more each kind of step has one, and all steps are folded. */
const MOST_UNFOLDED = 3

/** What a dry run would do. */
export function planParts({ dryRun }: RunRequest, results: readonly GroupResult[]): Part[] {
  const changed = results.filter(({ steps }) => steps.length > 0)
  if (!dryRun || changed.length === 0) return []
  const intro = '### Plan\n\nNothing was changed. A run without `dry-run` would:'
  if (changed.length <= MOST_UNFOLDED) return [stepTable(changed, { head: `${intro}\n\n`, tail: '' })]
  const steps = changed.flatMap((result) => result.steps)
  return [
    kindTable(stepKinds(steps), { head: `${intro}\n\n`, groups: changed.length }),
    stepTable(changed, { head: `<details><summary>All ${steps.length} steps</summary>\n\n`, tail: '\n</details>' }),
  ]
}

function kindTable(kinds: readonly StepKind[], { head, groups }: { head: string; groups: number }): Part {
  return {
    head: `${head}| Step | In groups | Times | Reason |\n|---|---|--:|---|`,
    rows: lazily(kinds, (kind) => {
      const where = kind.groups.length === groups ? `all ${groups}` : firstOf(kind.groups, 3)
      const cells = [kind.text, where].map((text) => markdownText(clip(text, 300)))
      return `| ${[...cells, String(kind.times), markdownText(clip(kind.reason, 300))].join(' | ')} |`
    }),
    tail: '',
    total: kinds.length,
    cut: (missing) => `*${count(missing, 'more kind')} of step: ${ELSEWHERE}.*`,
    share: 30_000,
  }
}

function stepTable(results: readonly GroupResult[], { head, tail }: { head: string; tail: string }): Part {
  const waves = results.some(({ wave }) => wave !== undefined)
  return {
    head: `${head}| # | ${waves ? 'Wave | ' : ''}Group | Step | Reason |\n|--:|${waves ? '--:|' : ''}---|---|---|`,
    rows: planRows(results),
    tail,
    total: results.reduce((sum, { steps }) => sum + steps.length, 0),
    cut: (missing) => `*${count(missing, 'more step')}: ${ELSEWHERE}.*`,
    share: 90_000,
  }
}

function* planRows(results: readonly GroupResult[]): Generator<string> {
  let number = 0
  for (const { group, steps, wave } of results) {
    for (const { detail, reason } of steps) {
      number += 1
      const cells = [
        String(number),
        ...(wave === undefined ? [] : [String(wave)]),
        markdownCode(clip(group, 255)),
        markdownText(clip(detail, 300)),
        markdownText(clip(reason, 300)),
      ]
      yield `| ${cells.join(' | ')} |`
    }
  }
}
