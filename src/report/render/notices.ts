import { duration, roughRange } from '../../text/duration.ts'
import { asSentence, withFullStop } from '../../text/sentence.ts'
import { bastionVerdict } from '../log/bastion-words.ts'
import type { BastionResult, GroupResult, TrafficResult } from '../events.ts'
import { brokeFloor } from '../judgement.ts'
import { trafficVerdict } from '../log/traffic-words.ts'
import { count, firstOf } from '../words.ts'
import { expectedDurationOfAll } from '../results/expected-duration.ts'
import type { RunRequest } from '../results/request.ts'
import { verdictOfGroups } from '../summary/groups.ts'

/** Groups that a notice names. */
const MOST_NAMES = 5

/** What became of the groups, how long it took, and whether their floors held. */
export function noticeOfGroups(request: RunRequest, results: readonly GroupResult[]): string {
  const { text } = verdictOfGroups(request, results)
  const changed = results.filter(({ changed: isChanged }) => isChanged)
  if (request.dryRun) {
    const expected = expectedDurationOfAll(results)
    return [
      asSentence(text),
      ...(expected === undefined ? [] : [`Expected duration: ${roughRange(expected)}.`]),
      'Nothing was changed: this was a dry run.',
    ].join(' ')
  }
  if (changed.length === 0) return asSentence(text)
  const began = Math.min(...changed.map(({ startedAt }) => startedAt))
  const ended = Math.max(...changed.map(({ endedAt }) => endedAt))
  return [`${asSentence(`${text}, in ${duration(ended - began)}`)}`, ...floorSentence(changed)].join(' ')
}

/** Of groups that were watched while they rolled. */
function floorSentence(results: readonly GroupResult[]): readonly string[] {
  const watched = results.filter(({ capacity = [] }) => capacity.length > 0)
  const broken = watched.filter(brokeFloor)
  const [only, ...others] = watched
  if (broken.length > 0) {
    const names = firstOf(
      broken.map(({ group, lowestReady, floor }) => `${group} (${lowestReady} ready, floor ${floor})`),
      MOST_NAMES,
    )
    return [`Fewer instances were ready than promised: ${names}.`]
  }
  if (only === undefined || watched.some(({ lowestReady, floor }) => lowestReady < floor)) return []
  if (others.length > 0) return [`The floor held in all ${count(watched.length, 'group')}.`]
  return [`The floor held: ${only.lowestReady} ready at the lowest, floor ${only.floor}.`]
}

/** What became of a bastion. */
export const noticeOfBastion = (result: BastionResult): string => withFullStop(bastionVerdict(result))

/** What became of a shift of traffic, and how it is divided now. */
export function noticeOfTraffic(result: TrafficResult): string {
  const { groups, status, shares, to } = result
  const lowest = Math.min(...shares.map(({ after }) => after[to]))
  const now = shares.length === 0 || status === 'planned' ? '' : `; ${to} gets ${lowest} % of it`
  return withFullStop(`${groups.blue} (blue) and ${groups.green} (green): ${trafficVerdict(result)}${now}`)
}
