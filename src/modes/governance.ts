/** A catalogue that governs a run, and what is told of that. */
import type { Connection } from '../aws/client/connection.ts'
import type { PreflightQuestion } from '../aws/preflight/check.ts'
import type { Catalogue } from '../domain/catalogue/catalogue.ts'
import type { ClaimedGroup } from '../domain/catalogue/claims.ts'
import type { CatalogueFinding, ChangeRequest } from '../domain/catalogue/finding.ts'
import { type Claim, claimOf } from '../domain/catalogue/group-checks.ts'
import { mayAlwaysBegin } from '../domain/catalogue/modes.ts'
import { requestFindings } from '../domain/catalogue/request-checks.ts'
import { type PreflightFinding, refusalOf, refusalText } from '../domain/rollout/preflight-findings.ts'
import { UserError } from '../errors.ts'
import type { Report } from '../report/events.ts'

/** A group as AWS describes it. */
export type DescribedGroup = PreflightQuestion['groups'][number]

/** A catalogue that governs a run. */
export interface Governance {
  /** Of the file, from the workspace. */
  readonly path: string
  readonly catalogue: Catalogue
  /** Undefined while it is not known; it is once the account is. */
  readonly environment: string | undefined
  /** 12 digits; undefined before AWS has said it. */
  readonly account: string | undefined
  /** The service that was asked for. */
  readonly service: string | undefined
  readonly request: ChangeRequest
  /** Connections to another environment of the catalogue, one for each of its regions. UserError where there can be none. */
  readonly connectTo: (environment: string) => Promise<readonly Connection[]>
  /** The service of each group of the run that one claims. */
  readonly claimed: Map<string, string>
  /** The services that an audit has found over a limit of the catalogue. */
  readonly overdue?: Set<string> | undefined
  /** What was reported already. */
  readonly told: Set<string>
}

/** Throws one UserError with all that stands against the run before anything is known of its groups; reports the rest. */
export function refuseRequest(governance: Governance, report: Report): void {
  const { environment } = governance
  if (environment === undefined || mayAlwaysBegin(governance.request.mode)) return
  const { catalogue, service, request } = governance
  const found = requestFindings(catalogue, { environment, service }, request)
  throwRefusals(
    found.flatMap((each) => findingsOf(governance, undefined, each)),
    report,
  )
}

/** Throws one UserError with all refusals; reports what else a person should know. */
export function throwRefusals(findings: readonly PreflightFinding[], report: Report): void {
  for (const { weight, what } of findings)
    if (weight === 'warning' || weight === 'notice') report({ kind: weight, message: `${what}.` })
  const refused = refusalText(findings)
  if (refused !== undefined) throw new UserError(refused)
}

/** Whose each group is, by its name. */
export function claimsOf(
  { catalogue, environment = '', service }: Governance,
  groups: readonly DescribedGroup[],
): ReadonlyMap<string, Claim> {
  return new Map(
    groups.map((group) => [
      group.AutoScalingGroupName ?? '',
      claimOf(catalogue, { environment, service }, claimedGroup(group)),
    ]),
  )
}

/** A group as the selectors of a catalogue see it. */
export const claimedGroup = ({ AutoScalingGroupName, Tags = [] }: DescribedGroup): ClaimedGroup => ({
  name: AutoScalingGroupName ?? '',
  tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
})

/** What is told of a finding, once. */
export function findingsOf(
  { told, request: { breakGlass } }: Pick<Governance, 'told' | 'request'>,
  group: string | undefined,
  found: CatalogueFinding | { readonly weight: 'warning'; readonly what: string },
): readonly PreflightFinding[] {
  if (found.weight === 'refusal') return [refusalOf(group, `${found.what} (rule \`${found.rule}\`)`, found.remedy)]
  if (told.has(found.what)) return []
  told.add(found.what)
  const { weight } = found
  switch (weight) {
    case 'lifted':
      return [{ group, weight: 'warning', what: `Lifted by \`break-glass\` (${breakGlass}): ${found.what}` }]
    case 'told':
      return [{ group, weight: 'warning', what: `Without \`dry-run\` this would be refused: ${found.what}` }]
    case 'waived':
      return [{ group, weight: 'notice', what: `Waived: ${found.what}` }]
    case 'warning':
      return [{ group, weight: 'warning', what: found.what }]
    default:
      return weight satisfies never
  }
}
