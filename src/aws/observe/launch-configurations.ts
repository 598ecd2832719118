import type { Connection } from '../client/connection.ts'
import { configurationsByName } from '../launch-sources/configurations.ts'

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
    const unknown = names.filter((name) => !this.#images.has(name))
    for (const { LaunchConfigurationName, ImageId } of await configurationsByName(this.#connection, unknown))
      if (LaunchConfigurationName !== undefined) this.#images.set(LaunchConfigurationName, ImageId)
  }
}
