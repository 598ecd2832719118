import type { InstanceType } from '../../domain/image/fit.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most values of one filter. */
const MOST_VALUES = 200

/** What these instance types can run, by name; a type that the region does not have is missing. */
export async function instanceTypes(
  connection: Connection,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, InstanceType>> {
  const answers = await mapConcurrently(batches(new Set(names), MOST_VALUES), async (batch) => {
    const { DescribeInstanceTypesCommand } = await import('@aws-sdk/client-ec2')
    const client = await connection.clients.ec2()
    // By filter: asked for by name, one type that is not there would fail the whole call.
    const Filters = [{ Name: 'instance-type', Values: [...batch] }]
    return await everyPage((token) => connection.send(client, new DescribeInstanceTypesCommand({ Filters, ...token })))
  })
  return new Map(
    answers
      .flat()
      .flatMap((page) => page.InstanceTypes ?? [])
      .map((type) => {
        const name = type.InstanceType ?? ''
        return [
          name,
          {
            name,
            architectures: type.ProcessorInfo?.SupportedArchitectures ?? [],
            virtualizations: type.SupportedVirtualizationTypes ?? [],
            rootTypes: type.SupportedRootDeviceTypes ?? [],
            bootModes: type.SupportedBootModes,
            ena: enaOf(type.NetworkInfo?.EnaSupport),
            nitroTpm: type.NitroTpmSupport,
            vcpus: type.VCpuInfo?.DefaultVCpus,
          },
        ]
      }),
  )
}

function enaOf(support: string | undefined): InstanceType['ena'] {
  if (support === undefined) return undefined
  return support === 'required' ? 'required' : 'not required'
}

/** The instance types of one region, each asked for once, whichever of several readers asks first. */
export class InstanceTypeReader {
  readonly #connection: Connection
  readonly #asked = new Map<string, Promise<ReadonlyMap<string, InstanceType>>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** By name; a type that the region does not have is missing. */
  async learn(names: Iterable<string>): Promise<ReadonlyMap<string, InstanceType>> {
    const wanted = new Set(names)
    const unknown = [...wanted].filter((name) => !this.#asked.has(name))
    if (unknown.length > 0) {
      const answer = instanceTypes(this.#connection, unknown)
      for (const name of unknown) this.#asked.set(name, answer)
    }
    const answers = await Promise.all(new Set([...wanted].flatMap((name) => this.#asked.get(name) ?? [])))
    return new Map(answers.flatMap((types) => [...types]))
  }
}
