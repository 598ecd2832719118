import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { configurationPages, MOST_CONFIGURATION_NAMES } from '../launch-sources/configurations.ts'

/**
 * The image of each of these launch configurations, by name; one that is gone is missing. All of the region are listed
 * for as long as that can be cheaper than to ask by name: accounts keep many that are not in use any more.
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
  const callsByName = Math.ceil(missing.size / MOST_CONFIGURATION_NAMES)
  if (callsByName > 1) {
    let pages = 0
    for await (const page of configurationPages(connection, 'every configuration')) {
      learn(page)
      if (missing.size === 0 || ++pages >= callsByName) break
    }
  }
  await mapConcurrently(batches(missing, MOST_CONFIGURATION_NAMES), async (batch) => {
    for await (const page of configurationPages(connection, batch)) learn(page)
  })
  return images
}
