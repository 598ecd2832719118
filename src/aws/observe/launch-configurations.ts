import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most names that one DescribeLaunchConfigurations call takes. */
const MOST_NAMES = 50

/** Images of launch configurations. They cannot be changed, so each is asked for once. */
export class ConfigurationImages {
  readonly #connection: Connection
  readonly #images = new Map<string, string | undefined>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Undefined for a launch configuration that is gone. */
  of(name: string): string | undefined {
    return this.#images.get(name)
  }

  async learn(names: readonly string[]): Promise<void> {
    const unknown = new Set(names.filter((name) => !this.#images.has(name)))
    await mapConcurrently(batches(unknown, MOST_NAMES), async (batch) => {
      const { DescribeLaunchConfigurationsCommand } = await import('@aws-sdk/client-auto-scaling')
      const client = await this.#connection.clients.autoScaling()
      const pages = await everyPage((token) =>
        this.#connection.send(
          client,
          new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [...batch], ...token }),
        ),
      )
      for (const { LaunchConfigurationName, ImageId } of pages.flatMap((page) => page.LaunchConfigurations ?? []))
        if (LaunchConfigurationName !== undefined) this.#images.set(LaunchConfigurationName, ImageId)
    })
  }
}
