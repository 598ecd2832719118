import type { Connection } from '../aws/client/connection.ts'
import { groupsByFilter } from '../aws/groups/describe.ts'
import { mapConcurrently } from '../aws/client/map-concurrently.ts'
import type { Catalogue } from '../domain/catalogue/catalogue.ts'
import { claimantsOf } from '../domain/catalogue/claims.ts'
import { doublyClaimed, type ReviewedGroup, unclaimed } from '../domain/catalogue/review.ts'
import { UserError } from '../errors.ts'
import type { RunResult } from '../report/events.ts'
import { count, firstOf } from '../report/words.ts'
import { claimedGroup } from './governance.ts'
import type { Run } from './run.ts'

/** Names in a warning; the summary has them all. */
const MOST_NAMES = 20

/** Lists the groups of an account that no service of the catalogue claims, and those that several claim. Changes nothing. */
export async function catalogue(run: Run): Promise<RunResult> {
  const { governance, connection, elsewhere, report } = run
  if (governance === undefined) throw new Error('A catalogue is listed without one.')
  report({ kind: 'phase', title: 'List groups' })
  const connections = [connection, ...elsewhere]
  const regions = connections.map(({ region }) => region)
  const environments = [...governance.catalogue.environments].flatMap(([name, { account, regions: own }]) => {
    const isMeant = governance.environment === undefined || governance.environment === name
    return isMeant && account === governance.account && regions.some((region) => own.includes(region)) ? [name] : []
  })
  if (environments.length === 0)
    throw new UserError({
      what: `No environment of the catalogue has the account ${governance.account} and one of ${regions.join(', ')}.`,
      remedy: 'Declare it, or check credentials and `aws-region`.',
    })
  const found = await mapConcurrently(connections, (each) => reviewed(each, governance.catalogue, environments))
  const listing = { environments, regions, groups: found.flat() }
  for (const [groups, words] of [
    [unclaimed(listing), 'claimed by no service of the catalogue, so no governed run may change them'],
    [doublyClaimed(listing), 'claimed by more than one service of the catalogue, so no governed run may change them'],
  ] as const)
    if (groups.length > 0)
      report({ kind: 'warning', message: `${count(groups.length, 'group')} ${words}: ${firstOf(groups.map(inWords), MOST_NAMES)}.` }) // prettier-ignore
  const { path, catalogue: whole } = governance
  return {
    kind: 'catalogue',
    review: { path, environments: [...whole.environments.keys()], services: [...whole.services.keys()], listing },
  }
}

async function reviewed(
  connection: Connection,
  whole: Catalogue,
  environments: readonly string[],
): Promise<readonly ReviewedGroup[]> {
  const { region } = connection
  const here = environments.filter((name) => whole.environments.get(name)?.regions.includes(region))
  const groups = (await groupsByFilter(connection, [])).map(claimedGroup)
  return groups
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((group) => ({
      region,
      group: group.name,
      claims: here.flatMap((environment) =>
        claimantsOf(whole, environment, group).map((service) => ({ environment, service })),
      ),
    }))
}

const inWords = ({ region, group, claims }: ReviewedGroup): string =>
  claims.length === 0
    ? `${group} (${region})`
    : `${group} (${region}: ${claims.map(({ environment, service }) => `${service} in ${environment}`).join(' and ')})`
