import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

/** The most names that one GetParameters call takes. */
const MOST_NAMES = 10

/** The values behind parameters, by the name that was asked for; one that is not there is missing. */
export async function parameterValues(
  connection: Connection,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>()
  await mapConcurrently(batches(new Set(names), MOST_NAMES), async (batch) => {
    const { GetParametersCommand } = await import('@aws-sdk/client-ssm')
    const client = await connection.clients.ssm?.()
    if (client === undefined) throw new Error('This connection reads no parameters.')
    const { Parameters } = await connection.send(client, new GetParametersCommand({ Names: [...batch] }))
    for (const { Name = '', ARN = '', Selector = '', Value } of Parameters ?? []) {
      if (Value === undefined) continue
      // A shared parameter is asked for by its ARN, and any by version or label, which the answer tells apart.
      for (const name of [Name, ARN]) values.set(`${name}${Selector}`, Value)
    }
  })
  return values
}
