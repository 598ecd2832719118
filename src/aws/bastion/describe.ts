import type { Instance, InstanceAttributeName, Volume } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import type { BastionDescription } from './description.ts'
import type { UsedTemplate } from './launch.ts'
import { checksOf, instancesBy } from './observe.ts'
import type { Connection } from '../client/connection.ts'
import { allAnswers } from '../client/all-answers.ts'
import { everyPage } from '../client/pages.ts'
import { findVersions } from '../launch-sources/template-versions.ts'

/** Everything that EC2 tells of an instance; each call is one of its own, made side by side. */
export async function describeBastion(connection: Connection, id: string): Promise<BastionDescription> {
  const [instance] = await instancesBy(connection, [{ Name: 'instance-id', Values: [id] }])
  if (instance === undefined)
    throw new UserError({ what: `The bastion ${id} does not exist any more.`, remedy: 'Run the step again.' })
  refuseWhatCannotMove(instance)
  const attribute = (name: InstanceAttributeName) => attributeOf(connection, id, name)
  const [userData, shutdown, termination, stop, volumes, credits] = await allAnswers([
    attribute('userData'),
    attribute('instanceInitiatedShutdownBehavior'),
    attribute('disableApiTermination'),
    attribute('disableApiStop'),
    volumesOf(connection, id),
    creditsOf(connection, instance),
    // Needed only once the new one runs: a permission that is missing is named now.
    checksOf(connection, [{ id }]),
  ])
  return {
    instance,
    userData: userData.UserData?.Value || undefined,
    volumes,
    credits,
    shutdownBehavior: shutdown.InstanceInitiatedShutdownBehavior?.Value,
    wasProtected: termination.DisableApiTermination?.Value ?? false,
    stopProtected: stop.DisableApiStop?.Value ?? false,
  }
}

function refuseWhatCannotMove(instance: Instance): void {
  const { InstanceId: id, NetworkInterfaces = [], State } = instance
  if (State?.Name !== 'running')
    throw new UserError({
      what: `The bastion ${id} is ${State?.Name}.`,
      why: 'If the new bastion failed, the old one could not take over again.',
      remedy: `Nothing was changed. Start ${id} and run the step again.`,
    })
  // AssociateAddress by instance needs exactly one: API_AssociateAddress.
  if (NetworkInterfaces.length > 1)
    throw new UserError({
      what: `The bastion ${id} has ${NetworkInterfaces.length} network interfaces.`,
      why: 'Only a bastion with one can be replaced: the others would stay behind.',
      remedy: 'Nothing was changed. Detach the others, or replace the bastion by hand.',
    })
}

async function attributeOf(connection: Connection, InstanceId: string, Attribute: InstanceAttributeName) {
  const { DescribeInstanceAttributeCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  return await connection.send(client, new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))
}

async function volumesOf(connection: Connection, id: string): Promise<readonly Volume[]> {
  const { DescribeVolumesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const Filters = [{ Name: 'attachment.instance-id', Values: [id] }]
  const pages = await everyPage((token) => connection.send(client, new DescribeVolumesCommand({ Filters, ...token })))
  return pages.flatMap((page) => page.Volumes ?? [])
}

/** EC2 refuses the question for types without CPU credits: those of the T family alone have them. */
async function creditsOf(connection: Connection, { InstanceId, InstanceType }: Instance): Promise<string | undefined> {
  if (InstanceId === undefined || !/^t[2-9]/.test(InstanceType ?? '')) return undefined
  const { DescribeInstanceCreditSpecificationsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const question = new DescribeInstanceCreditSpecificationsCommand({ InstanceIds: [InstanceId] })
  return (await connection.send(client, question)).InstanceCreditSpecifications?.[0]?.CpuCredits
}

/** The launch template version that an instance was launched from; undefined where there was none, or it is gone. */
export async function templateOf(connection: Connection, { Tags = [] }: Instance): Promise<UsedTemplate | undefined> {
  const tag = (key: string): string | undefined => Tags.find(({ Key }) => Key === key)?.Value
  const id = tag('aws:ec2launchtemplate:id')
  const version = tag('aws:ec2launchtemplate:version')
  if (id === undefined || version === undefined) return undefined
  const [found] = (await findVersions(connection, { LaunchTemplateId: id, Versions: [version] })) ?? []
  const data = found?.LaunchTemplateData
  return data === undefined ? undefined : { id, version: Number(version), data: { ...data } }
}

/** Fingerprints of the SSH host keys that cloud-init wrote to the console; none while, or where, it has not. */
export async function hostKeysOf(connection: Connection, InstanceId: string): Promise<readonly string[]> {
  const { GetConsoleOutputCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const { Output = '' } = await connection.send(client, new GetConsoleOutputCommand({ InstanceId }))
  return fingerprintsIn(Buffer.from(Output, 'base64').toString('utf8'))
}

/** `SHA256:... (ED25519)` of each line between cloud-init's markers; whatever prefix the console puts before them. */
export function fingerprintsIn(console: string): readonly string[] {
  // A machine that was started twice says it twice: the last time counts.
  const block = [
    ...console.matchAll(/-----BEGIN SSH HOST KEY FINGERPRINTS-----(.*?)-----END SSH HOST KEY FINGERPRINTS-----/gs),
  ].at(-1)?.[1]
  const lines = (block ?? '').matchAll(
    /\d+ ((?:SHA256:[A-Za-z0-9+/]{43}=?)|(?:MD5:)?(?:[0-9a-f]{2}:){15}[0-9a-f]{2}) [^\r\n]*\(([\w-]+)\)/g,
  )
  return [...lines].map(([, fingerprint = '', kind = '']) => `${fingerprint} (${kind})`)
}
