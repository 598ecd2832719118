import type {
  DeleteLaunchTemplateVersionsCommandInput,
  DeleteLaunchTemplateVersionsCommandOutput,
  DescribeLaunchTemplateVersionsCommandInput,
  DescribeLaunchTemplateVersionsCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import type { Answer } from '../answer.ts'
import { invalidCombination, invalidValue, missingParameter } from './faults.ts'
import { matcher } from './filters.ts'
import { ec2Page } from './pages.ts'
import type { TemplateParts } from './template-operations.ts'
import { VERSION_FILTERS, versionShape, withResolvedImage, type VersionView } from './template-shape.ts'
import { noSuchVersion, type TemplateRecord, type Templates } from './templates.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html and the deletion. */
export const templateVersionOperations = ({ templates, aliases }: TemplateParts, context: ServiceContext) => ({
  DescribeLaunchTemplateVersions(
    input: DescribeLaunchTemplateVersionsCommandInput,
  ): Answer<DescribeLaunchTemplateVersionsCommandOutput> {
    const wanted = selected(templates, input)
      .filter((view) => isSettled(view, context, input.Versions))
      .filter(matcher(input.Filters, VERSION_FILTERS))
      .map((view, order) => ({ ...view, order }))
    const { items, ...rest } = ec2Page(wanted, input, {
      behaviour: context.behaviour,
      sizes: { smallest: 1, largest: 200, standard: 200 },
    })
    const shapes = items.map((item) => versionShape(item, context))
    return {
      LaunchTemplateVersions:
        input.ResolveAlias === true ? shapes.map((shape) => withResolvedImage(shape, aliases)) : shapes,
      ...rest,
    }
  },

  DeleteLaunchTemplateVersions(
    input: DeleteLaunchTemplateVersionsCommandInput,
  ): Answer<DeleteLaunchTemplateVersionsCommandOutput> {
    const template = templates.get(input)
    const versions = input.Versions ?? []
    if (versions.length === 0) throw missingParameter('Versions')
    if (versions.length > 200)
      throw invalidValue('No more than 200 launch template versions may be deleted in one call.')
    const names = { LaunchTemplateId: template.id, LaunchTemplateName: template.name }
    const answer = { gone: [] as object[], kept: [] as object[] }
    for (const requested of versions) {
      const VersionNumber = Number(requested)
      const refusal = refusalToDelete(template, requested)
      if (refusal === undefined) {
        template.versions.delete(VersionNumber)
        answer.gone.push({ ...names, VersionNumber })
      } else answer.kept.push({ ...names, VersionNumber, ResponseError: refusal })
    }
    return {
      SuccessfullyDeletedLaunchTemplateVersions: answer.gone,
      UnsuccessfullyDeletedLaunchTemplateVersions: answer.kept,
    }
  },
})

function refusalToDelete(template: TemplateRecord, requested: string) {
  const version = template.versions.get(Number(requested))
  if (version === undefined) {
    return { Code: 'launchTemplateVersionDoesNotExist' as const, Message: noSuchVersion(template, requested).message }
  }
  if (version.number !== template.defaultVersion) return undefined
  // AWS documents the rule, not the code that comes with it.
  return { Code: 'unexpectedError' as const, Message: 'You cannot delete the default version of a launch template.' }
}

/** Newest first, as EC2 lists them; without a template `$Latest` and `$Default` of all templates. */
function selected(templates: Templates, input: DescribeLaunchTemplateVersionsCommandInput): VersionView[] {
  const requested = input.Versions ?? []
  if (input.LaunchTemplateId === undefined && input.LaunchTemplateName === undefined) {
    if (requested.length === 0) throw missingParameter('LaunchTemplateId or LaunchTemplateName')
    const number = requested.find((version) => version !== '$Latest' && version !== '$Default')
    if (number !== undefined) throw invalidValue('Only $Latest and $Default are allowed without a launch template.')
    return templates.all.flatMap((template) => versionsOf(templates, template, requested))
  }
  const template = templates.get(input)
  if (requested.length === 0)
    return inRange([...template.versions.keys()], input).map((number) => viewOf(template, number))
  if (input.MinVersion !== undefined || input.MaxVersion !== undefined) {
    throw invalidCombination('Versions cannot be used together with MinVersion or MaxVersion.')
  }
  return versionsOf(templates, template, requested)
}

function versionsOf(templates: Templates, template: TemplateRecord, requested: readonly string[]): VersionView[] {
  const numbers = new Set(requested.map((version) => templates.version(template, version).number))
  return [...numbers].sort((one, other) => other - one).map((number) => viewOf(template, number))
}

const viewOf = (template: TemplateRecord, number: number): VersionView => {
  const version = template.versions.get(number)
  if (version === undefined) throw noSuchVersion(template, String(number))
  return { template, version }
}

function inRange(numbers: readonly number[], input: DescribeLaunchTemplateVersionsCommandInput): number[] {
  const [low, high] = [Number(input.MinVersion ?? 0), Number(input.MaxVersion ?? Infinity)]
  return numbers.filter((number) => number >= low && number <= high).sort((one, other) => other - one)
}

/** Within the lag after its creation a version requested by number does not exist yet; lists leave it out. */
function isSettled(
  { template, version }: VersionView,
  { timeline, behaviour }: ServiceContext,
  requested: readonly string[] | undefined,
): boolean {
  if (behaviour.staleSeconds === 0 || timeline.now >= version.createdAt + behaviour.staleSeconds) return true
  if (requested?.includes(String(version.number))) throw noSuchVersion(template, String(version.number))
  return false
}
