/** What the catalogue says of the groups of a run, as findings that are told with those of all other checks. */
import { ImageReader } from '../aws/images/images.ts'
import type { PreflightQuestion } from '../aws/preflight/check.ts'
import { imageIdOf } from '../aws/preflight/launched-from.ts'
import { launchedBy } from '../aws/preflight/launch-sources.ts'
import { expectedSeconds } from '../domain/catalogue/expected-end.ts'
import type { Subject } from '../domain/catalogue/finding.ts'
import { rollFindings } from '../domain/catalogue/group-checks.ts'
import { imageFindings } from '../domain/catalogue/image-checks.ts'
import { isAlwaysAllowed } from '../domain/catalogue/modes.ts'
import { overrunFindings, requestFindings } from '../domain/catalogue/request-checks.ts'
import type { PreflightFinding } from '../domain/rollout/preflight-findings.ts'
import { type PlannedShift, shiftFindings } from '../domain/catalogue/shift-checks.ts'
import type { Side } from '../domain/traffic/shares.ts'
import { claimedGroup, claimsOf, findingsOf, type Governance } from './governance.ts'
import { earlierRuns, type LaunchedImage, ofEarlier } from './governed-earlier.ts'
import type { Run } from './run.ts'

/** Groups, and what is about to be done with them. */
export interface GovernedLook extends Pick<
  PreflightQuestion,
  'connection' | 'clock' | 'groups' | 'planned' | 'launches'
> {
  /** Where traffic is shifted between two of the groups. */
  readonly shift?: GovernedShift | undefined
}

/** A shift by the names of its groups. */
export interface GovernedShift extends Omit<PlannedShift, 'groups'> {
  readonly names: Readonly<Record<Side, string>>
}

/** Everything that the catalogue says of the groups; nothing where none governs, or the mode is always allowed. */
export async function governedFindings(
  { governance }: Pick<Run, 'governance'>,
  look: GovernedLook,
): Promise<readonly PreflightFinding[]> {
  if (governance === undefined || isAlwaysAllowed(governance.request.mode)) return []
  const governing = { ...governance, request: { ...governance.request, now: look.clock.now() / 1000 } }
  const services = claimsOf(governing, look.groups)
  for (const [name, claim] of services) if ('service' in claim) governance.claimed.set(name, claim.service)
  // A release launches nothing of its own.
  const launched = governing.request.mode === 'release' ? new Map<string, never>() : await launchedImages(look)
  const earlier = await earlierRuns(governing, services, launched)
  const ofGroups = look.groups.flatMap((group) => {
    const name = group.AutoScalingGroupName ?? ''
    const claim = services.get(name)
    if (claim === undefined) return []
    if ('finding' in claim) return findingsOf(governing, name, claim.finding)
    const images = launched.get(name) ?? []
    return [
      ...ofGroup(governing, claim.service, { name, look, images }),
      ...ofEarlier(governing, claim.service, { name, images, earlier: earlier.get(claim.service) }),
    ]
  })
  return [...ofGroups, ...ofShift(governing, look)]
}

function ofShift(governance: Governance, { groups, shift }: GovernedLook): readonly PreflightFinding[] {
  if (shift === undefined) return []
  const { catalogue, environment = '', claimed } = governance
  const { names, ...planned } = shift
  const described = new Map(groups.map((group) => [group.AutoScalingGroupName ?? '', claimedGroup(group)]))
  const [blue, green] = [described.get(names.blue), described.get(names.green)]
  const services = { blue: claimed.get(names.blue), green: claimed.get(names.green) }
  // A group of no service is refused by itself.
  if (blue === undefined || green === undefined || services.blue === undefined || services.green === undefined)
    return []
  const of = { blue: services.blue, green: services.green }
  return shiftFindings(catalogue, { environment, services: of }, { ...planned, groups: { blue, green } }).flatMap(
    (found) => findingsOf(governance, undefined, found),
  )
}

interface GroupQuestion {
  readonly name: string
  readonly look: GovernedLook
  readonly images: readonly LaunchedImage[]
}

function ofGroup(
  governance: Governance,
  service: string,
  { name, look, images }: GroupQuestion,
): readonly PreflightFinding[] {
  const { catalogue, environment = '', request } = governance
  const subject: Subject = { environment, service }
  const planned = look.planned.find(({ fleet }) => fleet.group === name)
  const { now, mode } = request
  return [
    ...requestFindings(catalogue, subject, request),
    ...images.flatMap((image) => imageFindings(catalogue, subject, { ...image, request })),
    ...(planned === undefined ? [] : rollFindings(catalogue, subject, { ...planned, mode, now })),
    ...(planned === undefined
      ? []
      : overrunFindings(catalogue, subject, { request, lastsSeconds: expectedSeconds(planned) })),
  ].flatMap((found) => findingsOf(governance, name, found))
}

/** The images that are about to be launched, by group. */
async function launchedImages(look: GovernedLook): Promise<ReadonlyMap<string, readonly LaunchedImage[]>> {
  const launches = look.launches ?? (await launchedBy(look))
  const ids = launches.map(({ group, image }) => ({ group, id: imageIdOf(image) }))
  const images = new ImageReader(look.connection)
  await images.learn(ids.flatMap(({ id }) => id ?? []))
  return new Map(
    [...Map.groupBy(ids, ({ group }) => group)].map(([group, own]) => [
      group,
      [...new Set(own.flatMap(({ id }) => id ?? []))].map((id) => ({ id, image: images.of(id) })),
    ]),
  )
}
