/** What another environment runs of a service, where the catalogue wants it to run the same image first. */
import type { Connection } from '../aws/client/connection.ts'
import { mapConcurrently } from '../aws/client/map-concurrently.ts'
import { groupsByFilter, groupsByName } from '../aws/groups/describe.ts'
import { ImageReader } from '../aws/images/images.ts'
import { Ec2Instances } from '../aws/observe/ec2-instances.ts'
import { type EarlierInstance, earlierEnvironment, earlierFindings } from '../domain/catalogue/after-checks.ts'
import type { Placement } from '../domain/catalogue/catalogue.ts'
import { claims } from '../domain/catalogue/claims.ts'
import { refusal } from '../domain/catalogue/finding.ts'
import type { Claim } from '../domain/catalogue/group-checks.ts'
import type { MachineImage } from '../domain/image/machine-image.ts'
import type { PreflightFinding } from '../domain/rollout/preflight-findings.ts'
import { explanationOf, isUncertain, UserError } from '../errors.ts'
import { claimedGroup, findingsOf, type Governance } from './governance.ts'

/** An image that is about to be launched. */
export interface LaunchedImage {
  readonly id: string
  /** Undefined where AWS does not show it. */
  readonly image: MachineImage | undefined
}

/** What the environment of `after` runs, or why that cannot be told. */
export type Earlier = { readonly after: string } & (
  { readonly instances: readonly EarlierInstance[] } | { readonly unknown: string }
)

/** By service; only of those that are about to launch something. */
export async function earlierRuns(
  governance: Governance,
  claimed: ReadonlyMap<string, Claim>,
  launched: ReadonlyMap<string, readonly LaunchedImage[]>,
): Promise<ReadonlyMap<string, Earlier>> {
  const { catalogue, environment = '', request } = governance
  const services = [...claimed].flatMap(([name, claim]) =>
    'service' in claim && (launched.get(name) ?? []).length > 0 ? claim.service : [],
  )
  const found = await mapConcurrently(
    [...new Set(services)],
    async (service): Promise<readonly (readonly [string, Earlier])[]> => {
      const after = earlierEnvironment(catalogue, { environment, service }, request.mode)
      const placement = after === undefined ? undefined : catalogue.services.get(service)?.in.get(after)
      if (after === undefined || placement === undefined) return []
      try {
        const instances = await earlierInstances(await governance.connectTo(after), placement)
        return [[service, { after, instances }] as const]
      } catch (error) {
        if (!(error instanceof UserError) && !isUncertain(error)) throw error
        return [[service, { after, unknown: explanationOf(error).what.replace(/\.$/, '') }] as const]
      }
    },
  )
  return new Map(found.flat())
}

interface EarlierQuestion {
  readonly name: string
  readonly images: readonly LaunchedImage[]
  readonly earlier: Earlier | undefined
}

/** What stands against launching these images in the group. */
export function ofEarlier(
  governance: Governance,
  service: string,
  { name, images, earlier }: EarlierQuestion,
): readonly PreflightFinding[] {
  if (earlier === undefined || images.length === 0) return []
  const { catalogue, environment = '', request } = governance
  const { after } = earlier
  const found =
    'unknown' in earlier
      ? [refusal('after', `what ${after} runs could not be looked at: ${earlier.unknown}`)]
      : earlierFindings(
          catalogue,
          { environment, service },
          { after, now: request.now, instances: earlier.instances, images: images.map(({ id, image }) => ({ id, name: image?.name ?? '' })) }, // prettier-ignore
        )
  return found.flatMap((each) => findingsOf(governance, name, each))
}

/** The instances of a service in another environment, with their images; of every region of it. */
async function earlierInstances(
  connections: readonly Connection[],
  { selectors }: Pick<Placement, 'selectors'>,
): Promise<readonly EarlierInstance[]> {
  const found = await mapConcurrently(connections, async (connection) => {
    const all = await groupsByFilter(connection, [])
    const names = all
      .filter((group) => claims(selectors, claimedGroup(group)))
      .map((group) => group.AutoScalingGroupName ?? '')
    // By name: a list of all groups comes without their instances.
    const groups = names.length === 0 ? [] : await groupsByName(connection, names)
    const ids = groups.flatMap(({ Instances = [] }) =>
      Instances.flatMap(({ InstanceId, LifecycleState }) => (LifecycleState === 'InService' ? (InstanceId ?? []) : [])),
    )
    const instances = new Ec2Instances(connection)
    await instances.load(ids)
    const images = new ImageReader(connection)
    const imageOf = (id: string): string => instances.of(id)?.imageId ?? ''
    await images.learn(ids.map(imageOf).filter((id) => id !== ''))
    return ids.map((id): EarlierInstance => ({
      image: { id: imageOf(id), name: images.of(imageOf(id))?.name ?? '' },
      launchedAt: instances.of(id)?.launchedAt,
    }))
  })
  return found.flat()
}
