/** Which two groups a shift is of, and what divides traffic between them. */
import { listenerRouting } from '../aws/traffic/listener-routing.ts'
import { findListenerRoutes } from '../aws/traffic/listener-routes.ts'
import { type Pair, readPair } from '../aws/traffic/pair.ts'
import type { Routing } from '../aws/traffic/routing.ts'
import { selectNames } from '../aws/select/select.ts'
import { type PreflightFinding, refusalOf } from '../domain/rollout/preflight-findings.ts'
import type { Side } from '../domain/traffic/shares.ts'
import { UserError } from '../errors.ts'
import type { TrafficInputs } from '../inputs/inputs.ts'
import type { Run } from './run.ts'

/** Two groups, and how traffic is divided between them; what stands against a shift is among the findings. */
export interface TrafficPair extends Pair {
  readonly routing: Routing
  readonly found: readonly PreflightFinding[]
}

/** Finds both groups and the routes between them. */
export async function findTrafficPair(run: Run, inputs: TrafficInputs): Promise<TrafficPair> {
  const names = await namesOf(run, inputs)
  const pair = await readPair(run.connection, names)
  return { ...pair, ...(await routingOf(run, inputs, pair)) }
}

async function namesOf({ connection }: Run, { pair }: TrafficInputs): Promise<Readonly<Record<Side, string>>> {
  if (pair.kind === 'groups') return { blue: pair.blue, green: pair.green }
  const one = async (version: string): Promise<string> => {
    const found = await selectNames(connection, { groups: [], stacks: [{ name: pair.name, version }], tags: [] })
    const [name = '', ...others] = found
    if (others.length === 0) return name
    throw new UserError({
      what: `The stack ${pair.name}-${version} has ${found.length} groups: ${found.join(', ')}.`,
      why: 'Traffic is shifted between two groups.',
      remedy: 'Nothing was changed. Name those that are meant in `blue` and `green`.',
    })
  }
  return { blue: await one(pair.versions.blue), green: await one(pair.versions.green) }
}

/** The means that were asked for, else the one that fits. */
async function routingOf(
  { connection }: Run,
  inputs: TrafficInputs,
  pair: Pair,
): Promise<Pick<TrafficPair, 'routing' | 'found'>> {
  const { routes, problems } = await findListenerRoutes(connection, pair, inputs.listenerRules)
  const wrongKind = inputs.means === undefined ? [] : routes.filter(({ means }) => means !== inputs.means)
  const found = [
    ...problems.map((what) =>
      refusalOf(undefined, what, 'Correct the rule, or name those that are meant in `listener-rules`.'),
    ),
    ...(wrongKind.length > 0 && inputs.listenerRules.length > 0
      ? [refusalOf(undefined, `\`traffic\` is \`${inputs.means}\`, but ${wrongKind.map(({ id }) => id).join(', ')} is of \`${wrongKind[0]?.means}\``, 'Correct `traffic`, or leave it out.')] // prettier-ignore
      : []),
  ]
  const meant = inputs.means === undefined ? routes : routes.filter(({ means }) => means === inputs.means)
  const kinds = [...new Set(meant.map(({ means }) => means))]
  if (kinds.length > 1)
    return {
      routing: listenerRouting(connection, meant),
      found: [...found, refusalOf(undefined, 'both Application and Network Load Balancers forward to these groups', 'Set `traffic` to `alb` or `nlb`, or name the rules in `listener-rules`.')], // prettier-ignore
    }
  return { routing: listenerRouting(connection, meant), found }
}
