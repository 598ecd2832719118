import type { LaunchTemplate, LaunchTemplateVersion } from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import type { ImageAliases } from './aliases.ts'
import { dateAt } from './answer.ts'
import type { Filterable } from './filters.ts'
import type { TagStore } from './tags.ts'
import { highestVersion, type TemplateRecord, type TemplateVersion } from './templates.ts'

/** The creator of every template: the simulator knows one identity. */
const creator = ({ account }: ServiceContext): string => `arn:aws:iam::${account}:root`

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplate.html */
export const templateShape = (template: TemplateRecord, tags: TagStore, context: ServiceContext): LaunchTemplate => ({
  LaunchTemplateId: template.id,
  LaunchTemplateName: template.name,
  CreateTime: dateAt(template.createdAt),
  CreatedBy: creator(context),
  DefaultVersionNumber: template.defaultVersion,
  LatestVersionNumber: highestVersion(template),
  Tags: tags.view(template.id),
})

/** One version with all its data, as it was given. */
export const versionShape = ({ template, version }: VersionView, context: ServiceContext): LaunchTemplateVersion => ({
  LaunchTemplateId: template.id,
  LaunchTemplateName: template.name,
  VersionNumber: version.number,
  ...(version.description === undefined ? {} : { VersionDescription: version.description }),
  CreateTime: dateAt(version.createdAt),
  CreatedBy: creator(context),
  DefaultVersion: template.defaultVersion === version.number,
  LaunchTemplateData: structuredClone(version.data),
})

export interface VersionView {
  readonly template: TemplateRecord
  readonly version: TemplateVersion
}

/** The same version with the image id behind a `resolve:ssm:` alias. */
export function withResolvedImage(shown: LaunchTemplateVersion, aliases: ImageAliases): LaunchTemplateVersion {
  const { LaunchTemplateData: data } = shown
  if (data?.ImageId === undefined) return shown
  return { ...shown, LaunchTemplateData: { ...data, ImageId: aliases.resolve(data.ImageId) } }
}

export const VERSION_FILTERS: Filterable<VersionView> = {
  fields: {
    'create-time': ({ version }) => dateAt(version.createdAt).toISOString(),
    'ebs-optimized': ({ version }) => version.data.EbsOptimized?.toString(),
    'http-tokens': ({ version }) => version.data.MetadataOptions?.HttpTokens,
    'http-endpoint': ({ version }) => version.data.MetadataOptions?.HttpEndpoint,
    'iam-instance-profile': ({ version: { data } }) => [data.IamInstanceProfile?.Arn, data.IamInstanceProfile?.Name],
    'image-id': ({ version }) => version.data.ImageId,
    'instance-type': ({ version }) => version.data.InstanceType,
    'is-default-version': ({ template, version }) => String(template.defaultVersion === version.number),
    'kernel-id': ({ version }) => version.data.KernelId,
    'ram-disk-id': ({ version }) => version.data.RamDiskId,
  },
}

export const templateFilters = (tags: TagStore): Filterable<TemplateRecord> => ({
  fields: {
    'create-time': (template) => dateAt(template.createdAt).toISOString(),
    'launch-template-name': (template) => template.name,
  },
  tagsOf: (template) => tags.of(template.id),
})
