import type {
  CreateLaunchTemplateCommandInput,
  CreateLaunchTemplateCommandOutput,
  CreateLaunchTemplateVersionCommandInput,
  CreateLaunchTemplateVersionCommandOutput,
  DeleteLaunchTemplateCommandInput,
  DeleteLaunchTemplateCommandOutput,
  DescribeLaunchTemplatesCommandInput,
  DescribeLaunchTemplatesCommandOutput,
  ModifyLaunchTemplateCommandInput,
  ModifyLaunchTemplateCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import type { ImageAliases } from './aliases.ts'
import type { Answer } from '../answer.ts'
import { missingParameter, required } from './faults.ts'
import { matcher } from './filters.ts'
import { Idempotency } from './idempotency.ts'
import { ec2Page } from './pages.ts'
import { specifiedTags, type TagStore } from './tags.ts'
import { templateFilters, templateShape, versionShape, withResolvedImage } from './template-shape.ts'
import { inherit, type Templates } from './templates.ts'
import { checkUserData } from './user-data.ts'

export interface TemplateParts {
  readonly templates: Templates
  readonly tags: TagStore
  readonly aliases: ImageAliases
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html and its neighbours. */
export function templateOperations({ templates, tags, aliases }: TemplateParts, context: ServiceContext) {
  const created = new Idempotency<Answer<CreateLaunchTemplateCommandOutput>>()
  const versioned = new Idempotency<Answer<CreateLaunchTemplateVersionCommandOutput>>()
  return {
    CreateLaunchTemplate: (input: CreateLaunchTemplateCommandInput): Answer<CreateLaunchTemplateCommandOutput> =>
      created.once(input, () => {
        const name = required(input.LaunchTemplateName, 'LaunchTemplateName')
        const data = input.LaunchTemplateData
        // An empty structure is nothing on the wire.
        if (data === undefined || Object.keys(data).length === 0) throw missingParameter('LaunchTemplateData')
        checkUserData(data.UserData)
        const given = specifiedTags(input.TagSpecifications, 'template')
        const template = templates.create(name, {
          data: inherit(undefined, data),
          description: input.VersionDescription,
        })
        tags.add(template.id, given)
        return { LaunchTemplate: templateShape(template, tags, context) }
      }),

    CreateLaunchTemplateVersion: (
      input: CreateLaunchTemplateVersionCommandInput,
    ): Answer<CreateLaunchTemplateVersionCommandOutput> =>
      versioned.once(input, () => {
        const template = templates.get(input)
        const data = input.LaunchTemplateData ?? {}
        if (input.SourceVersion === undefined && Object.keys(data).length === 0)
          throw missingParameter('LaunchTemplateData')
        checkUserData(data.UserData)
        const source =
          input.SourceVersion === undefined ? undefined : templates.version(template, input.SourceVersion).data
        const version = templates.addVersion(template, {
          data: inherit(source, data),
          description: input.VersionDescription,
        })
        const shown = versionShape({ template, version }, context)
        return { LaunchTemplateVersion: input.ResolveAlias === true ? withResolvedImage(shown, aliases) : shown }
      }),

    DescribeLaunchTemplates(input: DescribeLaunchTemplatesCommandInput): Answer<DescribeLaunchTemplatesCommandOutput> {
      const byId = input.LaunchTemplateIds?.map((id) => templates.byId(id)) ?? []
      const byName = input.LaunchTemplateNames?.map((name) => templates.get({ LaunchTemplateName: name })) ?? []
      const requested = byId.length + byName.length > 0 ? [...new Set([...byId, ...byName])] : templates.all
      const wanted = requested.filter(matcher(input.Filters, templateFilters(tags)))
      const { items, ...rest } = ec2Page(wanted, input, {
        behaviour: context.behaviour,
        sizes: { smallest: 1, largest: 200, standard: 200 },
      })
      return { LaunchTemplates: items.map((template) => templateShape(template, tags, context)), ...rest }
    },

    ModifyLaunchTemplate(input: ModifyLaunchTemplateCommandInput): Answer<ModifyLaunchTemplateCommandOutput> {
      const template = templates.get(input)
      template.defaultVersion = templates.version(template, required(input.DefaultVersion, 'SetDefaultVersion')).number
      return { LaunchTemplate: templateShape(template, tags, context) }
    },

    DeleteLaunchTemplate(input: DeleteLaunchTemplateCommandInput): Answer<DeleteLaunchTemplateCommandOutput> {
      const template = templates.get(input)
      const LaunchTemplate = templateShape(template, tags, context)
      templates.remove(template)
      return { LaunchTemplate }
    },
  }
}
