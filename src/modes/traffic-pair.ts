/** Which two groups a shift is of, and what divides traffic between them. */
import { classicNames, classicRouting, noClassic } from '../aws/traffic/classic-routing.ts'
import { isNotable, notedOn } from '../aws/traffic/group-notes.ts'
import { countedInGroups, countedInRoutes } from '../aws/traffic/counted-targets.ts'
import type { CountedSides } from '../aws/traffic/error-counts.ts'
import { findRecords } from '../aws/traffic/record-routes.ts'
import { recordRouting } from '../aws/traffic/record-routing.ts'
import type { RecordPlace } from '../aws/traffic/previous-text.ts'
import { STACK_TAG } from '../domain/stack-reference.ts'
import { listenerRouting } from '../aws/traffic/listener-routing.ts'
import { findListenerRoutes } from '../aws/traffic/listener-routes.ts'
import { type Pair, readPair } from '../aws/traffic/pair.ts'
import type { Routing } from '../aws/traffic/routing.ts'
import { selectNames } from '../aws/select/select.ts'
import { type PreflightFinding, refusalOf } from '../domain/rollout/preflight-findings.ts'
import type { Side } from '../domain/traffic/shares.ts'
import { UserError } from '../errors.ts'
import type { PairInputs } from '../inputs/inputs.ts'
import type { Run } from './run.ts'

/** Two groups, and how traffic is divided between them; what stands against a shift is among the findings. */
export interface TrafficPair extends Pair {
  readonly routing: Routing
  /** What counts the requests of each side; a side may have nothing that does. */
  readonly counted: () => Promise<CountedSides>
  readonly found: readonly PreflightFinding[]
}

type Divided = Pick<TrafficPair, 'routing' | 'counted' | 'found'>

/** Finds both groups and the routes between them. */
export async function findTrafficPair(run: Run, inputs: PairInputs): Promise<TrafficPair> {
  const names = await namesOf(run, inputs)
  const pair = await readPair(run.connection, names)
  return { ...pair, ...(await routingOf(run, inputs, pair)) }
}

async function namesOf({ connection }: Run, { pair }: PairInputs): Promise<Readonly<Record<Side, string>>> {
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
async function routingOf(run: Run, inputs: PairInputs, pair: Pair): Promise<Divided> {
  const { means, record, hostedZone, identifiers } = inputs
  const isOfRecords = [record, hostedZone, identifiers.blue, identifiers.green].some((text) => text !== undefined)
  if (means === 'classic') return ofClassic(run, pair)
  if (means === 'route53' || isOfRecords) return await ofRecords(run, inputs, pair)
  const place = inputs.listenerRules.length > 0 ? undefined : (notedOn(pair.groups.blue) ?? notedOn(pair.groups.green))?.place // prettier-ignore
  if (means === undefined && place !== undefined) return recordsAt(run, pair, place)
  const { routes, problems } = await findListenerRoutes(run.connection, pair, inputs.listenerRules)
  if (means === undefined && routes.length === 0 && problems.length === 0) {
    if (inputs.pair.kind === 'stack') return await ofRecords(run, inputs, pair)
    if (classicNames(pair).length > 0) return ofClassic(run, pair)
  }
  const meant = means === undefined ? routes : routes.filter((route) => route.means === means)
  const kinds = new Set(meant.map((route) => route.means))
  return {
    routing: listenerRouting(run.connection, meant),
    counted: async () => countedInRoutes(meant),
    found: [
      ...problems.map((what) =>
        refusalOf(undefined, what, 'Correct the rule, or name those that are meant in `listener-rules`.'),
      ),
      ...(kinds.size > 1
        ? [refusalOf(undefined, 'both Application and Network Load Balancers forward to these groups', 'Set `traffic` to `alb` or `nlb`, or name the rules in `listener-rules`.')] // prettier-ignore
        : []),
    ],
  }
}

function ofClassic({ connection }: Run, pair: Pair): Divided {
  const balancers = classicNames(pair)
  if (balancers.length === 0) throw noClassic(pair)
  return {
    routing: classicRouting(connection, pair, balancers),
    counted: async () => ({ blue: [], green: [] }),
    found: [],
  }
}

const ofRecords = async (run: Run, inputs: PairInputs, pair: Pair): Promise<Divided> =>
  recordsAt(run, pair, await findRecords(run.connection, pair, inputs))

function recordsAt(run: Run, pair: Pair, place: RecordPlace): Divided {
  const { connection, clock, signal, report } = run
  const owned = [pair.groups.blue, pair.groups.green].some(
    ({ Tags = [] }) =>
    Tags.some(({ Key, Value }) => Key === STACK_TAG && (Value === place.identifiers.blue || Value === place.identifiers.green)), // prettier-ignore
  )
  if (owned)
    report({ kind: 'notice', message: `The records of ${place.record} bear the names of CloudFormation stacks: an update of a stack that changes its record sets the weight of its template again.` }) // prettier-ignore
  return {
    routing: recordRouting(connection, { place, names: pair.names, clock, signal }),
    counted: () => countedInGroups(connection, pair),
    found: isNotable(place, { blue: 200, green: 200 })
      ? []
      : [refusalOf(undefined, `the names of the records are too long to be noted on the groups: ${place.record}, ${place.identifiers.blue}, ${place.identifiers.green}`, 'Give the records shorter identifiers.')], // prettier-ignore
  }
}
