import type { Connected } from '../aws/client/connect.ts'
import type { Catalogue } from '../domain/catalogue/catalogue.ts'
import { UserError } from '../errors.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { optionalRole } from '../inputs/role.ts'
import type { Governance } from '../modes/governance.ts'
import { connectToLook } from './connect-regions.ts'
import type { Platform } from './platform.ts'
import type { RunRecord } from './report-run.ts'

interface ConnectedRun {
  readonly inputs: Inputs
  readonly connected: Connected
  readonly catalogue: Catalogue
}

/**
 * Connects to an environment of the catalogue, in each of its regions: with the credentials of the run where it is the same
 * account, and with its role elsewhere. Nothing can be changed by these connections.
 */
export function connectToEnvironment(
  platform: Platform,
  { inputs, connected, catalogue }: ConnectedRun,
  record: RunRecord,
): Governance['connectTo'] {
  return async (name) => {
    const environment = catalogue.environments.get(name)
    if (environment === undefined) throw new Error(`${name} is no environment of the catalogue`)
    const { account, role, regions, workflow } = environment
    const isHere = account === connected.account.id
    if (!isHere && role === undefined)
      throw new UserError({
        what: `The catalogue declares no role for ${name}, which is another account.`,
        remedy: `Add \`role\` to \`environments.${name}\`.`,
      })
    const other = isHere ? inputs.credentials.role : optionalRole(role ?? '')
    const found: Connected[] = []
    for (const region of regions)
      found.push(
        isHere && region === connected.region
          ? connected
          : await connectToLook(platform, { inputs, place: { region, role: other, account, workflow } }, record),
      )
    return found
  }
}
