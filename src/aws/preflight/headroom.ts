import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { type Demand, demandOf, raiseInWords, shortageInWords, shortagesOf } from '../../domain/rollout/preflight.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { count } from '../../report/words.ts'
import type { PreflightQuestion } from './check.ts'
import { readHeadroom } from './read-headroom.ts'

const REMEDY = 'Make room, or let fewer come at once with `surge`.'

/**
 * Whether there is room for what the groups are about to launch: a refusal for each shortage of each group. What cannot
 * be read is told and refuses nothing.
 */
export async function headroom({
  connection,
  groups,
  planned,
  types,
  targetGroups,
  targets,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const demands = planned.flatMap(({ fleet, policy }) => demandOf(fleet, policy) ?? [])
  if (demands.length === 0) return []
  const launching = new Set<string | undefined>(demands.map(({ group }) => group))
  const concerned = groups.filter(({ AutoScalingGroupName }: AutoScalingGroup) => launching.has(AutoScalingGroupName))
  const { around, vcpus, skipped } = await readHeadroom(
    { connection, types, targetGroups, targets },
    concerned,
    demands,
  )
  const doubled = demands.filter(({ group }) =>
    planned.some(({ fleet, policy }) => fleet.group === group && policy.waitForAll),
  )
  return [
    ...skipped.map((what) => ({ group: undefined, weight: 'notice', what }) as const),
    ...demands.flatMap((demand) => {
      const what = raiseInWords(demand)
      return what === undefined ? [] : [{ group: undefined, weight: 'info', what } as const]
    }),
    ...(doubled.length > 0 ? [{ group: undefined, weight: 'notice', what: vcpuNotice(doubled, vcpus) } as const] : []),
    ...shortagesOf(demands, around).map((each) =>
      each.isBearable
        ? ({ group: each.group, weight: 'notice', what: shortageInWords(each) } as const)
        : refusalOf(each.group, shortageInWords(each), REMEDY),
    ),
  ]
}

/** What is launched at once where groups are doubled: a person can compare it with the quotas of other families. */
function vcpuNotice(demands: readonly Demand[], vcpus: ReadonlyMap<string, number>): string {
  const parts = demands.map(({ group, launches, types: [type = 'unknown'] }) => {
    const each = vcpus.get(type)
    const sum = each === undefined ? '' : `, ${launches * each} vCPUs`
    return `${group} ${count(launches, 'instance')} of ${type}${sum}`
  })
  return `Launched at most at one time: ${parts.join('; ')}.`
}
