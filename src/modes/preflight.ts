import { readPreflight } from '../aws/preflight/preflight.ts'
import { readServedZones } from '../aws/preflight/served-zones.ts'
import { UserError } from '../errors.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import { SERVE_ZONE, unservedInWords, unservedZones } from '../domain/rollout/served-zones.ts'
import {
  type Demand,
  demandOf,
  isToRoll,
  raiseInWords,
  shortageInWords,
  shortagesOf,
} from '../domain/rollout/preflight.ts'
import { count } from '../report/words.ts'
import type { Run } from './run.ts'
import type { Policy } from '../domain/rollout/policy.ts'

/**
 * Looks, before anything is changed, whether there is room for what the groups are about to launch. Throws one UserError
 * with a line for each shortage of each group; what cannot be read is logged and does not stop the roll.
 */
export async function preflight(
  { connection, report }: Run,
  fleets: readonly Fleet[],
  policyFor: (fleet: Fleet) => Policy,
): Promise<void> {
  const policies = new Map(fleets.map((fleet) => [fleet.group, policyFor(fleet)]))
  await refuseUnservedZones(
    { connection, report },
    fleets.filter((fleet) => isToRoll(fleet, policies.get(fleet.group) as Policy)),
  )
  const demands = fleets.flatMap((fleet) => demandOf(fleet, policies.get(fleet.group) as Policy) ?? [])
  if (demands.length === 0) return
  const { around, vcpus, skipped } = await readPreflight(connection, demands)
  for (const message of skipped) report({ kind: 'notice', message })
  for (const demand of demands) {
    const message = raiseInWords(demand)
    if (message !== undefined) report({ kind: 'info', message })
  }
  const doubled = demands.filter(({ group }) => policies.get(group)?.waitForAll)
  if (doubled.length > 0) report({ kind: 'notice', message: vcpuNotice(doubled, vcpus) })
  const shortages = shortagesOf(demands, around)
  if (shortages.length === 0) return
  throw new UserError({
    what: 'There is not enough room for this roll.',
    why: `\n${shortages.map((each) => `- ${shortageInWords(each)}`).join('\n')}\n`,
    remedy: 'No instance was touched. Make room, or let fewer come at once with `surge`.',
  })
}

/**
 * Refuses groups that launch into a zone that none of their load balancers serves, by name: it would be found out only when an
 * instance is there.
 */
async function refuseUnservedZones(
  { connection, report }: Pick<Run, 'connection' | 'report'>,
  fleets: readonly Fleet[],
): Promise<void> {
  if (fleets.length === 0) return
  const { zones, skipped } = await readServedZones(
    connection,
    fleets.map(({ group }) => group),
  )
  if (skipped !== undefined) report({ kind: 'notice', message: skipped })
  const unserved = zones.filter((each) => unservedZones(each).length > 0)
  if (unserved.length === 0) return
  throw new UserError({
    what: 'Some of what this roll launches would get no requests.',
    why: `\n${unserved.map((each) => `- ${unservedInWords(each)}`).join('\n')}\n`,
    remedy: `No instance was touched. ${SERVE_ZONE}`,
  })
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
