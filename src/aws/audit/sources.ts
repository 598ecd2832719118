import type { LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { AuditedSource } from '../../domain/audit/rows.ts'
import { isImageId, parameterOf } from '../../domain/image/request.ts'
import { configurationImages } from './configurations.ts'
import type { ListedGroup } from './groups.ts'
import { type ImageOfTemplate, templateImages } from './templates.ts'
import type { Connection } from '../client/connection.ts'
import { parameterValues } from '../images/image-parameters.ts'

/**
 * Everything that each group may launch: its configuration, its template, or the base of its mixed instances policy and
 * every override that brings a template or an image of its own. A source that cannot be told has its reason instead.
 */
export async function launchedImages(
  connection: Connection,
  groups: readonly ListedGroup[],
): Promise<(group: ListedGroup) => readonly AuditedSource[]> {
  const named = groups.flatMap(namedSources)
  const [ofTemplates, ofConfigurations] = await Promise.all([
    templateImages(
      connection,
      named.flatMap((source) => (source.kind === 'template' ? source.specification : [])),
    ),
    configurationImages(
      connection,
      named.flatMap((source) => (source.kind === 'configuration' ? source.name : [])),
    ),
  ])
  const imageOf = (source: NamedSource): Found => foundImage(source, { ofTemplates, ofConfigurations })
  const aliases = named.flatMap((source) => parameterOf(imageOf(source).text ?? '') ?? [])
  const parameters = await readParameters(connection, aliases)
  return (group) => {
    const sources = namedSources(group).map((source) => sourceOf(imageOf(source), parameters))
    return sources.length > 0 ? sources : [{ kind: 'unknown', reason: 'The group has nothing to launch from.' }]
  }
}

/** A launch source as the group names it. */
type NamedSource =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly specification: LaunchTemplateSpecification }
  | { readonly kind: 'override'; readonly imageId: string }

function namedSources({ LaunchConfigurationName, LaunchTemplate, MixedInstancesPolicy }: ListedGroup): NamedSource[] {
  const mixed = MixedInstancesPolicy?.LaunchTemplate
  const template = (specification: LaunchTemplateSpecification | undefined): NamedSource[] =>
    specification === undefined ? [] : [{ kind: 'template', specification }]
  if (mixed?.LaunchTemplateSpecification !== undefined) {
    const ofOverrides = (mixed.Overrides ?? []).flatMap(({ ImageId, LaunchTemplateSpecification }) =>
      // An image of the override's own takes the place of the template's.
      ImageId ? [{ kind: 'override', imageId: ImageId } as const] : template(LaunchTemplateSpecification),
    )
    return [...template(mixed.LaunchTemplateSpecification), ...ofOverrides]
  }
  if (LaunchTemplate !== undefined) return template(LaunchTemplate)
  // An emulator answers with an empty name where AWS leaves it out.
  return LaunchConfigurationName ? [{ kind: 'configuration', name: LaunchConfigurationName }] : []
}

/** The text in the place of the image id, undefined where the source is gone, and the source in words. */
interface Found {
  readonly text: string | undefined
  readonly source: string
}

interface Sources {
  readonly ofTemplates: ImageOfTemplate
  readonly ofConfigurations: ReadonlyMap<string, string>
}

function foundImage(source: NamedSource, { ofTemplates, ofConfigurations }: Sources): Found {
  switch (source.kind) {
    case 'configuration':
      return { text: ofConfigurations.get(source.name), source: `The launch configuration ${source.name}` }
    case 'override':
      return { text: source.imageId, source: 'An override' }
    case 'template': {
      const { LaunchTemplateId, LaunchTemplateName, Version = '$Default' } = source.specification
      const name = LaunchTemplateName ?? LaunchTemplateId ?? ''
      return { text: ofTemplates(source.specification), source: `Version ${Version} of the launch template ${name}` }
    }
    default:
      return source satisfies never
  }
}

/** The values of parameters, or why none can be read. */
type Parameters = ReadonlyMap<string, string> | { readonly refusal: string }

/** A parameter that may not be read leaves one group unknown; it must not take the audit of all others away. */
async function readParameters(connection: Connection, names: readonly string[]): Promise<Parameters> {
  try {
    return await parameterValues(connection, names)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { refusal: [error.what, error.why].filter((part) => part !== undefined).join(' ') }
  }
}

function sourceOf({ text, source }: Found, parameters: Parameters): AuditedSource {
  if (text === undefined) return { kind: 'unknown', reason: `${source} does not exist.` }
  if (text === '') return { kind: 'unknown', reason: `${source} names no image.` }
  const name = parameterOf(text)
  if (name === undefined) return { kind: 'image', imageId: text }
  const behind = `${source} takes its image from the parameter ${name}`
  if ('refusal' in parameters)
    return { kind: 'unknown', reason: `${behind}, which could not be read: ${parameters.refusal}` }
  const value = parameters.get(name)
  if (value === undefined) return { kind: 'unknown', reason: `${behind}, which does not exist.` }
  // A parameter may hold anything, a secret as well: its value is shown only where it is an image.
  return isImageId(value)
    ? { kind: 'image', imageId: value, parameter: name }
    : { kind: 'unknown', reason: `${behind}, which does not hold the id of an image.` }
}
