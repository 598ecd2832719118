import type { GroupSource } from './launch-spec.ts'

export type TagMap = Readonly<Record<string, string>>

/** A group or a template that a tool has made from a description of its own. */
export type Owner =
  | { readonly kind: 'cloudformation'; readonly stack: string; readonly resource: string | undefined }
  | { readonly kind: 'terraform' }

/** The fields of the launch data that a patch changes, as AWS calls them. */
export type PatchedField = 'ImageId' | 'InstanceType' | 'UserData'

/** Whose a resource is, by its tags: CloudFormation's own, and those that Terraform code usually sets. */
export function ownerOf(tags: TagMap): Owner | undefined {
  const stack = tags['aws:cloudformation:stack-name']
  if (stack !== undefined) return { kind: 'cloudformation', stack, resource: tags['aws:cloudformation:logical-id'] }
  return Object.entries(tags).some(isTerraform) ? { kind: 'terraform' } : undefined
}

function isTerraform([key, value]: readonly [string, string]): boolean {
  if (/^(terraform|opentofu)(:.*)?$/i.test(key)) return !/^(false|no|0)$/i.test(value)
  const says = /^(managed|created|provisioned|deployed|maintained)[-_ ]?(by|with)$|^(provisioner|iac|tool|source)$/i
  return says.test(key.split(/[:/]/).at(-1) ?? '') && /terraform|opentofu/i.test(value)
}

/** Which property of the group would undo a patch; undefined where the group only follows its template. */
export function undoesGroup(owner: Owner, source: GroupSource, fields: readonly PatchedField[]): string | undefined {
  const names = fields.map((field) => `\`${owner.kind === 'terraform' ? TERRAFORM[field] : field}\``).join(' and ')
  const property = (cloudFormation: string, terraform: string): string =>
    reported(owner, { property: owner.kind === 'terraform' ? terraform : cloudFormation, of: 'the group' }, names)
  switch (source.kind) {
    case 'configuration':
      return property('LaunchConfigurationName', 'launch_configuration')
    case 'template':
      return source.base.follows === 'number'
        ? property('LaunchTemplate.Version', 'launch_template.version')
        : undefined
    case 'mixed':
      return [source.base, ...source.overrides.flatMap(({ template }) => template ?? [])].some(
        ({ follows }) => follows === 'number',
      ) || source.overrides.some(({ imageId }) => imageId !== undefined)
        ? property('MixedInstancesPolicy.LaunchTemplate', 'mixed_instances_policy.launch_template')
        : undefined
    default:
      return source satisfies never
  }
}

/** Which property of a launch template would undo a patch. */
export function undoesTemplate(owner: Owner, template: string, fields: readonly PatchedField[]): string {
  const names = fields.map((field) => (owner.kind === 'terraform' ? TERRAFORM[field] : `LaunchTemplateData.${field}`))
  return reported(owner, { property: names.join(', '), of: `the launch template ${template}` }, 'it')
}

const TERRAFORM: Readonly<Record<PatchedField, string>> = {
  ImageId: 'image_id',
  InstanceType: 'instance_type',
  UserData: 'user_data',
}

function reported(owner: Owner, { property, of }: { property: string; of: string }, carry: string): string {
  if (owner.kind === 'terraform') {
    return `Terraform would undo this: its next apply sets \`${property}\` of ${of} back. Carry ${carry} over into its code.`
  }
  const resource = owner.resource === undefined ? of : `the resource ${owner.resource}`
  return `The CloudFormation stack ${owner.stack} would undo this: its next update may set \`${property}\` of ${resource} back. Carry ${carry} over into its template.`
}
