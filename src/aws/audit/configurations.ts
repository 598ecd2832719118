import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { pageStream } from '../client/page-stream.ts'

/** The longest page of DescribeLaunchConfigurations. */
const MOST_RECORDS = 100
/** The most names that one call takes. */
const MOST_NAMES = 50

/**
 * The image of each of these launch configurations, by name; one that is gone is missing. All of the region are listed
 * for as long as that can be cheaper than to ask by name: accounts keep many that nobody uses any more.
 */
export async function configurationImages(
  connection: Connection,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const missing = new Set(names)
  const images = new Map<string, string>()
  const learn = (configurations: readonly LaunchConfiguration[]): void => {
    for (const { LaunchConfigurationName: name = '', ImageId } of configurations)
      if (missing.delete(name)) images.set(name, ImageId ?? '')
  }
  const callsByName = Math.ceil(missing.size / MOST_NAMES)
  if (callsByName > 1) {
    let pages = 0
    for await (const page of listed(connection, {})) {
      learn(page)
      if (missing.size === 0 || ++pages >= callsByName) break
    }
  }
  await mapConcurrently(batches(missing, MOST_NAMES), async (batch) => {
    for await (const page of listed(connection, { LaunchConfigurationNames: [...batch] })) learn(page)
  })
  return images
}

interface Question {
  readonly LaunchConfigurationNames?: string[]
}

async function* listed(connection: Connection, question: Question): AsyncGenerator<readonly LaunchConfiguration[]> {
  const { DescribeLaunchConfigurationsCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = pageStream((token) =>
    connection.send(
      client,
      new DescribeLaunchConfigurationsCommand({ ...question, ...token, MaxRecords: MOST_RECORDS }),
    ),
  )
  for await (const { LaunchConfigurations = [] } of pages) yield LaunchConfigurations
}
