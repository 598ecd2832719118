/** What the catalogue says of each change of a janitor, which begins whatever it says. */
import { requestFindings } from '../domain/catalogue/request-checks.ts'
import type { Remedy } from '../domain/janitor/finding.ts'
import { isOwn } from '../domain/janitor/verdict.ts'
import { claimsOf, type DescribedGroup, type Governance } from './governance.ts'

const UNKNOWN = 'which environment of the catalogue this is cannot be told'

/**
 * Why no run may heal this in the group; undefined where one may. What a run of ours has left is put back whatever the catalogue
 * says, as by a restore. Processes are resumed only in groups that a service claims: elsewhere it is not known what is meant to rest.
 */
export function refusalFor(
  governance: Governance | undefined,
  group: DescribedGroup,
  remedy: Remedy,
): string | undefined {
  if (governance === undefined)
    return remedy.kind === 'resume' ? 'processes are resumed only in groups that a catalogue claims' : undefined
  if (isOwn(remedy)) return undefined
  if (governance.environment === undefined) return UNKNOWN
  const name = group.AutoScalingGroupName ?? ''
  const claim = claimsOf(governance, [group]).get(name)
  if (claim === undefined || 'finding' in claim) return claim?.finding.what ?? UNKNOWN
  governance.claimed.set(name, claim.service)
  return requestRefusal(governance, { environment: governance.environment, service: claim.service })
}

/** Why nothing may be deleted that belongs to no group. */
export const regionRefusal = (governance: Governance): string | undefined =>
  governance.environment === undefined
    ? UNKNOWN
    : requestRefusal(governance, { environment: governance.environment, service: undefined })

/** What only `dry-run` lets pass is refused as well. */
const requestRefusal = (
  { catalogue, request }: Governance,
  subject: { readonly environment: string; readonly service: string | undefined },
): string | undefined =>
  requestFindings(catalogue, subject, request).find(({ weight }) => weight === 'refusal' || weight === 'told')?.what
