import type { Connection } from '../client/connection.ts'
import { sizedDevices, type StatedLaunch } from './launch-templates.ts'
import type { LaunchConfiguration } from '@aws-sdk/client-auto-scaling'
import { configurationsByName } from '../launch-sources/configurations.ts'

const statedBy = ({ ImageId = '', InstanceType, BlockDeviceMappings }: Partial<LaunchConfiguration>): StatedLaunch => ({
  image: ImageId,
  shape: { instanceType: InstanceType, devices: sizedDevices(BlockDeviceMappings) },
})

/** What launch configurations say of their launches. They cannot be changed, so each is asked for once. */
export class ConfigurationLaunches {
  readonly #connection: Connection
  readonly #launches = new Map<string, StatedLaunch>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Undefined for a launch configuration that is gone. */
  of(name: string): StatedLaunch | undefined {
    return this.#launches.get(name)
  }

  async learn(names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => !this.#launches.has(name))
    for (const { LaunchConfigurationName, ...stated } of await configurationsByName(this.#connection, unknown))
      if (LaunchConfigurationName !== undefined) this.#launches.set(LaunchConfigurationName, statedBy(stated))
  }
}
