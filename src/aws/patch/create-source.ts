import { createHash } from 'node:crypto'
import type { CreateLaunchConfigurationType } from '@aws-sdk/client-auto-scaling'
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import { canonical, type LaunchData, namesSnapshots, sameData } from '../../domain/patch/launch-data.ts'
import { templateName } from '../../domain/patch/launch-name.ts'
import { templateDataOf } from '../../domain/patch/migrated-template.ts'
import type { CreatedSource, PatchStep } from '../../domain/patch/plan.ts'
import { patchDescription } from '../../domain/patch/version-description.ts'
import { isRefusedAs } from '../client/refusals.ts'
import type { Connection } from '../client/connection.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import { PartlyDone } from './partly-done.ts'
import { redactUserData } from './user-data-errors.ts'
import { fullConfigurations } from './launch-configuration-data.ts'
import { templateFacts, versionsFrom } from './launch-template-data.ts'

type StepOf<Kind extends PatchStep['kind']> = Extract<PatchStep, { kind: Kind }>

/** Makes the copy of a launch configuration. Throws `ConfigurationsRefused` where the account may not have new ones. */
export async function copyConfiguration(
  connection: Connection,
  step: StepOf<'copy-configuration'>,
): Promise<CreatedSource> {
  const { CreateLaunchConfigurationCommand } = await import('@aws-sdk/client-auto-scaling')
  const { name, data } = step
  const client = await connection.clients.autoScaling()
  // The data is what AWS itself has answered with, less what it does not take back.
  const input = { ...data, LaunchConfigurationName: name } as CreateLaunchConfigurationType
  try {
    await connection.send(client, new CreateLaunchConfigurationCommand(input))
  } catch (error) {
    if (isRefusedAs(error, 'no launch configurations in this account')) throw new ConfigurationsRefused(error)
    const there = isMaybeDone(error) ? (await fullConfigurations(connection, [name])).get(name) : undefined
    if (there === undefined || !sameData(there, data)) throw redactUserData(error, data.UserData)
  }
  return { kind: 'configuration', name }
}

/** This account cannot create launch configurations: https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html */
export class ConfigurationsRefused extends Error {
  constructor(cause: unknown) {
    super('This account cannot create launch configurations.', { cause })
    this.name = 'ConfigurationsRefused'
  }
}

const isMaybeDone = (error: unknown): boolean =>
  error instanceof UncertainOutcome || isRefusedAs(error, 'name is taken')

/** Makes the launch template that takes a launch configuration's place, or finds it where an earlier run has made it. */
export async function createTemplate(
  connection: Connection,
  { from, data: configuration }: Pick<StepOf<'create-template'>, 'from' | 'data'>,
  run: string,
): Promise<CreatedSource> {
  const { CreateLaunchTemplateCommand } = await import('@aws-sdk/client-ec2')
  const data = templateDataOf(configuration)
  const name = templateName(from, digest(data).slice(0, 12))
  const found = (await templateFacts(connection, [{ LaunchTemplateName: name }])).get(name)
  if (found !== undefined) {
    const versions = await versionsFrom(connection, found.id, 1)
    const [version] = [...versions].find(([, there]) => sameData(there, data)) ?? []
    if (version === undefined) throw taken(name)
    return { kind: 'template', id: found.id, name, version }
  }
  const client = await connection.clients.ec2()
  const input = {
    LaunchTemplateName: name,
    VersionDescription: patchDescription({ from: { kind: 'configuration', name: from }, image: data.ImageId, run }),
    LaunchTemplateData: data as RequestLaunchTemplateData,
    ClientToken: digest({ name, run }),
  }
  try {
    const { LaunchTemplate } = await connection.send(client, new CreateLaunchTemplateCommand(input))
    return { kind: 'template', id: LaunchTemplate?.LaunchTemplateId ?? '', name, version: 1 }
  } catch (error) {
    throw redactUserData(error, data.UserData)
  }
}

const taken = (name: string): UserError =>
  new UserError({
    what: `There is a launch template ${name} already, and it launches something else.`,
    remedy: 'Delete it or give it back its first version, then start again.',
  })

/**
 * Makes a version from another one, with nothing changed but what is to change. What comes back is looked at: a version
 * that lost a field, as emulators make it that do not know `SourceVersion`, is made again with all of them.
 */
export async function createVersion(
  connection: Connection,
  step: StepOf<'create-version'>,
  run: string,
): Promise<CreatedSource> {
  const { template: id, name, changes, data } = step
  // EC2 itself copies what this version of the SDK has never heard of: so no more is sent than has to be.
  const least: LaunchData = namesSnapshots(data)
    ? { BlockDeviceMappings: data.BlockDeviceMappings, ...changes }
    : changes
  const inherited = await sendVersion(connection, { step, sent: least, run })
  const sentWhole = lost(data, inherited.data).length > 0
  const result = sentWhole
    ? await sendVersion(connection, { step, sent: data, run }).catch((error: unknown) => {
        throw new PartlyDone(error)
      })
    : inherited
  const missing = lost(data, result.data)
  if (missing.length > 0) throw new Error(`Version ${result.version} of ${id} lacks ${missing.join(', ')}.`)
  return { kind: 'template', id, name, version: result.version }
}

/** Names of the fields that should be there and are not. */
const lost = (wanted: object, there: object): readonly string[] => {
  const kept = new Map(Object.entries(there))
  return Object.entries(wanted).flatMap(([name, value]) =>
    value !== undefined && kept.get(name) === undefined ? [name] : [],
  )
}

interface Sending {
  readonly step: StepOf<'create-version'>
  readonly sent: LaunchData
  readonly run: string
}

async function sendVersion(connection: Connection, { step, sent, run }: Sending) {
  const { CreateLaunchTemplateVersionCommand } = await import('@aws-sdk/client-ec2')
  const { template: id, from, data } = step
  const client = await connection.clients.ec2()
  const input = {
    LaunchTemplateId: id,
    SourceVersion: String(from),
    VersionDescription: patchDescription({ from: { kind: 'version', version: from }, image: data.ImageId, run }),
    LaunchTemplateData: sent as RequestLaunchTemplateData,
    // With a token of our own the call may be repeated: the SDK's would be another each time.
    ClientToken: digest({ id, from, sent, run }),
  }
  try {
    const { LaunchTemplateVersion } = await connection.send(client, new CreateLaunchTemplateVersionCommand(input))
    const { VersionNumber: version, LaunchTemplateData = {} } = LaunchTemplateVersion ?? {}
    if (version === undefined) throw new Error(`AWS made a version of ${id} and did not say which.`)
    return { version, data: LaunchTemplateData }
  } catch (error) {
    throw redactUserData(error, data.UserData)
  }
}

const digest = (value: object): string => createHash('sha256').update(canonical(value)).digest('hex')
