/** What the catalogue says of the Docker images of a patch, and of a bastion. */
import type { ClaimedBastion } from '../domain/catalogue/claims.ts'
import type { CatalogueFinding } from '../domain/catalogue/finding.ts'
import { bastionClaimOf } from '../domain/catalogue/group-checks.ts'
import { dockerFindings, imageFindings } from '../domain/catalogue/image-checks.ts'
import { requestFindings } from '../domain/catalogue/request-checks.ts'
import type { MachineImage } from '../domain/image/machine-image.ts'
import type { PreflightFinding } from '../domain/rollout/preflight-findings.ts'
import { type DockerReference, tryDockerReference } from '../domain/user-data/docker-reference.ts'
import type { UserDataChange } from '../domain/yaml/diff.ts'
import { claimsOf, type DescribedGroup, findingsOf, throwRefusals } from './governance.ts'
import type { Run } from './run.ts'

/** User data that a patch is about to change, and the groups that launch with it. */
export interface ChangedUserData {
  readonly groups: readonly DescribedGroup[]
  readonly userData: readonly UserDataChange[]
}

/** What the catalogue says of Docker images that a patch is about to bring. */
export function governedDocker(
  { governance }: Pick<Run, 'governance'>,
  changed: readonly ChangedUserData[],
): readonly PreflightFinding[] {
  if (governance === undefined) return []
  const { catalogue, environment = '' } = governance
  return changed.flatMap(({ groups, userData }) => {
    const claims = claimsOf(governance, groups)
    return [...claims].flatMap(([name, claim]) =>
      'finding' in claim
        ? []
        : dockerImages(userData)
            .flatMap((reference) => dockerFindings(catalogue, { environment, service: claim.service }, reference))
            .flatMap((found) => findingsOf(governance, name, found)),
    )
  })
}

/** New Docker images: what takes the place of one, and what stands where user data names one. */
const dockerImages = (changes: readonly UserDataChange[]): readonly DockerReference[] =>
  changes.flatMap(({ path, before, after }) => {
    const reference = after === undefined ? undefined : tryDockerReference(after)
    const isImage =
      /(^|[.\]])(source|image)$/.test(String(path)) ||
      (before !== undefined && tryDockerReference(before) !== undefined)
    return reference !== undefined && isImage ? [reference] : []
  })

/** A bastion, and what its successor would be. */
export interface GovernedBastion extends ClaimedBastion {
  /** Undefined where nothing is to be launched. */
  readonly image: MachineImage | undefined
  readonly userData: readonly UserDataChange[]
}

/** Throws one UserError with all that stands against replacing the bastion; reports the rest. */
export function refuseBastion(
  { governance, clock, report }: Pick<Run, 'governance' | 'clock' | 'report'>,
  bastion: GovernedBastion,
): void {
  if (governance === undefined) return
  const request = { ...governance.request, now: clock.now() / 1000 }
  const { catalogue, environment = '' } = governance
  const claim = bastionClaimOf(catalogue, { environment, service: governance.service }, bastion)
  const subject = 'finding' in claim ? undefined : { environment, service: claim.service }
  const { image, userData } = bastion
  const found: readonly CatalogueFinding[] =
    subject === undefined || 'finding' in claim
      ? 'finding' in claim
        ? [claim.finding]
        : []
      : [
          ...requestFindings(catalogue, subject, request),
          ...(image === undefined ? [] : imageFindings(catalogue, subject, { image, id: image.id, request })),
          ...dockerImages(userData).flatMap((reference) => dockerFindings(catalogue, subject, reference)),
        ]
  throwRefusals(
    found.flatMap((each) => findingsOf(governance, bastion.name, each)),
    report,
  )
}
