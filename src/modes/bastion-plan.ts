import { type BastionDescription, launchLike, ownTags, peculiarities } from '../aws/bastion/description.ts'
import { describeBastion, templateOf } from '../aws/bastion/describe.ts'
import type { FoundBastion } from '../aws/bastion/find.ts'
import { type BastionLaunch, launchFingerprint } from '../aws/bastion/launch.ts'
import { subnetsFor } from '../aws/bastion/subnets.ts'
import { ImageReader } from '../aws/images/images.ts'
import { UserError } from '../errors.ts'
import type { BastionSubnet } from '../domain/bastion/bastion.ts'
import type { LaunchSpec } from '../domain/patch/launch-spec.ts'
import type { MachineImage } from '../domain/image/machine-image.ts'
import type { UserDataChange } from '../domain/yaml/diff.ts'
import type { RedeployBastionInputs } from '../inputs/inputs.ts'
import { requestedChanges } from './patch-changes.ts'
import { plannedBastionImage } from './planned-bastion.ts'
import type { Run } from './run.ts'

/** What a replacement would be, all of it checked. */
export interface BastionPlan {
  readonly launch: BastionLaunch
  readonly wish: string
  readonly subnets: readonly BastionSubnet[]
  readonly image: MachineImage
  readonly previousImageId: string | undefined
  readonly userData: readonly UserDataChange[]
  readonly wasProtected: boolean
  /** Whether image and user data are already as wanted. */
  readonly capacity: 'current' | 'outdated'
  /** What was taken how, a sentence each. */
  readonly notes: readonly string[]
  /** Sentences that a person should read before. */
  readonly warnings: readonly string[]
}

/** The most tags of an instance, without AWS's own: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html */
const MOST_TAGS = 50
/** The memo of a successor, and its temporary address. */
const OWN_TAGS = 2

/** Reads the bastion down to the last field and checks what is wanted of its successor; changes nothing. */
export async function planBastion(run: Run, found: FoundBastion, inputs: RedeployBastionInputs): Promise<BastionPlan> {
  const { connection } = run
  const description = await describeBastion(connection, found.old)
  const { instance } = description
  refuseProtected(description, found, inputs)
  const spec = siteOf(description, found)
  const wished = await requestedChanges(run, [spec], {
    instanceType: undefined,
    migrateToLaunchTemplate: false,
    pinned: plannedBastionImage(run, found),
    image: { images: inputs.images, imageOwners: inputs.imageOwners, replaceSsmAlias: true },
    userData: {
      dockerImage: inputs.dockerImage,
      allowOtherRepository: inputs.allowOtherRepository,
      userData: inputs.userData,
    },
  })
  refuse(found, wished.problems)
  const image = wished.images.get(spec.key)?.after ?? (await imageInUse(run, spec))
  const [patch] = wished.patches
  const template = await templateOf(connection, instance)
  const tags = ownTags(instance)
  if (tags.length > MOST_TAGS - OWN_TAGS)
    refuse(found, [`it has ${tags.length} tags, and its successor needs ${OWN_TAGS} more`])
  const launch = {
    fields: launchLike(description, image, patch?.changes.UserData ?? description.userData),
    template,
    tags,
  }
  const lostTemplate = template === undefined && cameFromTemplate(description)
  return {
    launch,
    wish: launchFingerprint(launch),
    subnets: await subnetsFor(connection, {
      vpc: instance.VpcId ?? '',
      zone: instance.Placement?.AvailabilityZone ?? '',
      wanted: inputs.subnets,
    }),
    image,
    previousImageId: instance.ImageId,
    userData: patch?.userData ?? [],
    wasProtected: description.wasProtected,
    capacity: patch === undefined ? 'current' : 'outdated',
    notes: wished.notes,
    warnings: [
      ...wished.warnings.map(({ message }) => message),
      ...peculiarities(description),
      ...(lostTemplate
        ? [
            `The launch template of ${found.old} is gone: the new bastion is launched from the description of the old one.`,
          ]
        : []),
    ],
  }
}

/** The bastion as the patching of launch sources sees it: a place for an image and user data. */
function siteOf({ instance, userData }: BastionDescription, { old, name }: FoundBastion): LaunchSpec {
  const type = instance.InstanceType ?? ''
  return {
    key: old,
    // User data of an instance may be as long as that of a template's version.
    location: { kind: 'template', id: old, version: 0 },
    label: old,
    data: { ImageId: instance.ImageId, InstanceType: type, UserData: userData },
    groups: [name],
    types: [type],
    requirements: [],
    ownType: true,
  }
}

async function imageInUse({ connection }: Run, { data: { ImageId = '' }, key }: LaunchSpec): Promise<MachineImage> {
  const images = new ImageReader(connection)
  await images.learn([ImageId])
  const image = images.of(ImageId)
  if (image !== undefined) return image
  throw new UserError({ what: `The image ${ImageId} of ${key} does not exist any more.`, remedy: 'Set `image`.' })
}

const cameFromTemplate = ({ instance: { Tags = [] } }: BastionDescription): boolean =>
  Tags.some(({ Key }) => Key === 'aws:ec2launchtemplate:id')

function refuseProtected(
  { wasProtected, stopProtected }: BastionDescription,
  { old, name }: FoundBastion,
  { liftTerminationProtection }: RedeployBastionInputs,
): void {
  if (stopProtected)
    throw new UserError({
      what: `The bastion ${name} (${old}) is protected against being stopped.`,
      why: 'EC2 does not terminate such an instance either, so it could not be terminated once the new one has taken over.',
      remedy: `Nothing was changed. Lift it with \`aws ec2 modify-instance-attribute --instance-id ${old} --no-disable-api-stop\`.`,
    })
  if (!wasProtected || liftTerminationProtection) return
  throw new UserError({
    what: `The bastion ${name} (${old}) is protected against termination.`,
    why: 'It could not be terminated once the new one has taken over.',
    remedy:
      'Nothing was changed. Set `lift-termination-protection: true`: the new bastion will be protected in its place.',
  })
}

function refuse({ name }: FoundBastion, problems: readonly string[]): void {
  const [only] = problems
  if (only === undefined) return
  throw new UserError({
    what: `The bastion ${name} cannot be replaced like this.`,
    why: `${problems.join('; ')}.`,
    remedy: 'Nothing was changed. Correct `image`, `docker-image` or `user-data`.',
  })
}
