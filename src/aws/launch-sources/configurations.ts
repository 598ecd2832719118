/** Reads launch configurations: the one module that calls DescribeLaunchConfigurations. */
import type {
  DescribeLaunchConfigurationsCommandInput,
  DescribeLaunchConfigurationsCommandOutput,
  LaunchConfiguration,
} from '@aws-sdk/client-auto-scaling'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { pageStream } from '../client/page-stream.ts'
import { everyPage } from '../client/pages.ts'

/** The most names that one DescribeLaunchConfigurations call takes. */
export const MOST_CONFIGURATION_NAMES = 50
/** Its longest page. */
const MOST_RECORDS = 100

type Question = Pick<DescribeLaunchConfigurationsCommandInput, 'LaunchConfigurationNames' | 'MaxRecords'>
type Page = DescribeLaunchConfigurationsCommandOutput

/** Asks for one page after the other. */
function pagesOf(connection: Connection, question: Question): (token: object) => Promise<Page> {
  return async (token) => {
    const { DescribeLaunchConfigurationsCommand } = await import('@aws-sdk/client-auto-scaling')
    const client = await connection.clients.autoScaling()
    return await connection.send(client, new DescribeLaunchConfigurationsCommand({ ...question, ...token }))
  }
}

async function listed(connection: Connection, question: Question): Promise<readonly LaunchConfiguration[]> {
  const pages = await everyPage(pagesOf(connection, question))
  return pages.flatMap(({ LaunchConfigurations }) => LaunchConfigurations ?? [])
}

/** The launch configurations with these names; one that does not exist is not among them. */
export async function configurationsByName(
  connection: Connection,
  names: Iterable<string>,
): Promise<readonly LaunchConfiguration[]> {
  const answers = await mapConcurrently(batches(new Set(names), MOST_CONFIGURATION_NAMES), (batch) =>
    listed(connection, { LaunchConfigurationNames: [...batch] }),
  )
  return answers.flat()
}

/** Every launch configuration of the region. */
export const everyConfiguration = (connection: Connection): Promise<readonly LaunchConfiguration[]> =>
  listed(connection, { MaxRecords: MOST_RECORDS })

/**
 * Pages of at most a hundred launch configurations, for a reader that may stop early: of all of the region, or of those
 * with these names, at most `MOST_CONFIGURATION_NAMES` of them.
 */
export async function* configurationPages(
  connection: Connection,
  names: readonly string[] | 'every configuration',
): AsyncGenerator<readonly LaunchConfiguration[]> {
  const named = names === 'every configuration' ? {} : { LaunchConfigurationNames: [...names] }
  const pages = pageStream(pagesOf(connection, { ...named, MaxRecords: MOST_RECORDS }))
  for await (const { LaunchConfigurations = [] } of pages) yield LaunchConfigurations
}
