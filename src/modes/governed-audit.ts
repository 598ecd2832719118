import type { Connection } from '../aws/client/connection.ts'
import { mapConcurrently } from '../aws/client/map-concurrently.ts'
import { groupsByName } from '../aws/groups/describe.ts'
import type { Audit } from '../domain/audit/audit.ts'
import { type AuditFinding, behindFindings, waiverFindings } from '../domain/catalogue/audit-checks.ts'
import { claimsOf } from './governance.ts'
import type { Run } from './run.ts'

/** What the catalogue says of an audit; nothing where none governs. Of groups only where the environment is known. */
export async function governedAudit(
  { governance, connection, elsewhere, clock }: Pick<Run, 'governance' | 'connection' | 'elsewhere' | 'clock'>,
  audit: Audit,
): Promise<readonly AuditFinding[]> {
  if (governance === undefined) return []
  const { catalogue, environment } = governance
  const now = clock.now() / 1000
  const waivers = waiverFindings(catalogue, { environment, now })
  if (environment === undefined) return waivers
  const ofRegion = async (each: Connection): Promise<readonly AuditFinding[]> => {
    const names = audit.groups.flatMap(({ region, group }) => (region === each.region ? group : []))
    const groups = names.length === 0 ? [] : await groupsByName(each, names)
    return [...claimsOf({ ...governance, service: undefined }, groups)].flatMap(([name, claim]) => {
      if ('finding' in claim) return []
      governance.claimed.set(name, claim.service)
      const rows = audit.rows.filter(({ region, group }) => region === each.region && group === name)
      const findings = behindFindings(catalogue, { environment, service: claim.service }, { rows, now })
      if (findings.some(({ weight }) => weight === 'failure')) governance.overdue?.add(claim.service)
      return findings
    })
  }
  return [...waivers, ...(await mapConcurrently([connection, ...elsewhere], ofRegion)).flat()]
}
