import type { GroupResult, SizesResult } from '../events.ts'
import { hasFailed } from '../judgement.ts'
import type { RunRequest } from '../results/request.ts'
import { count } from '../words.ts'
import { leftRows } from './left-rows.ts'
import { ELSEWHERE, type Part } from './parts.ts'

/** True of a group that did not fail and goes on only when a person, or a later step, says so. */
export const isAwaiting = (result: GroupResult): boolean =>
  !hasFailed(result) && (result.status === 'gated' || result.status === 'dark' || result.status === 'waiting')

/** What there is to do after a run, apart from what failed in it: that has a part of its own. */
export function nextParts({ dryRun }: Pick<RunRequest, 'dryRun'>, results: readonly GroupResult[]): Part[] {
  if (dryRun) return []
  const patched = results.filter(({ status, changed }) => status === 'patched' && changed)
  const rows = [
    ...leftRows(results.filter(isAwaiting)),
    ...(patched.length === 0 ? [] : [patchedRow(patched.length)]),
    ...nothingLeft(results),
  ]
  if (rows.length === 0) return []
  return [
    {
      head: '### What to do next\n',
      rows,
      tail: '',
      total: rows.length,
      cut: (missing) => `*${count(missing, 'more sentence')}: ${ELSEWHERE}.*`,
      share: 30_000,
    },
  ]
}

const patchedRow = (number: number): string =>
  number === 1
    ? '- The group launches the new version from now on. Its running instances are as they were: `mode: respawn` replaces them.'
    : `- ${number} groups launch their new versions from now on. Their running instances are as they were: \`mode: respawn\` replaces them.`

/** Only where every group is through, and nothing is left in any of them. */
function nothingLeft(results: readonly GroupResult[]): readonly string[] {
  const isThrough = ({ status, left, failure }: GroupResult): boolean =>
    (status === 'rolled' || status === 'current') && left.length === 0 && failure === undefined
  if (!results.every(isThrough) || !results.some(({ status }) => status === 'rolled')) return []
  const areSizesKept = results.every(({ sizes: { before, after } }) => isSame(before, after))
  return [areSizesKept ? '- Nothing. Sizes and processes are as they were before the run.' : '- Nothing.']
}

const isSame = (one: SizesResult, other: SizesResult): boolean =>
  one.min === other.min && one.max === other.max && one.desired === other.desired
