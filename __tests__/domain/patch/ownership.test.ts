import type { GroupSource } from '../../../src/domain/patch/launch-spec.ts'
import { type Owner, ownerOf, undoesGroup, undoesTemplate } from '../../../src/domain/patch/ownership.ts'

const stack: Owner = { kind: 'cloudformation', stack: 'web-v1', resource: 'AppServer' }
const terraform: Owner = { kind: 'terraform' }

test.each([
  {
    name: 'CloudFormation',
    tags: { 'aws:cloudformation:stack-name': 'web-v1', 'aws:cloudformation:logical-id': 'AppServer' },
    owner: stack,
  },
  { name: 'Terraform by a tag of that name', tags: { terraform: 'true' }, owner: terraform },
  { name: 'Terraform by a managed-by tag', tags: { 'managed-by': 'Terraform' }, owner: terraform },
  { name: 'Terraform by a managed-by tag in another spelling', tags: { ManagedBy: 'terraform' }, owner: terraform },
  { name: 'Terraform with a prefix', tags: { 'acme:provisioned_by': 'terraform cloud' }, owner: terraform },
  { name: 'OpenTofu', tags: { 'created-by': 'opentofu' }, owner: terraform },
  { name: 'no owner, by a tag that says no', tags: { Terraform: 'false' }, owner: undefined },
  { name: 'no owner', tags: { Name: 'terraform-runner', team: 'web' }, owner: undefined },
])('a group belongs to $name', ({ tags, owner }) => {
  expect(ownerOf(tags)).toEqual(owner)
})

const use = (follows: 'number' | 'latest' | 'default') => ({ id: 'lt-1', version: 1, follows })
const rows: readonly { name: string; source: GroupSource; cloudFormation: string; terraform: string }[] = [
  {
    name: 'a launch configuration',
    source: { kind: 'configuration', name: 'web-1' },
    cloudFormation: '`LaunchConfigurationName`',
    terraform: '`launch_configuration`',
  },
  {
    name: 'a numbered version',
    source: { kind: 'template', base: use('number') },
    cloudFormation: '`LaunchTemplate.Version`',
    terraform: '`launch_template.version`',
  },
  {
    name: 'a mixed policy',
    source: { kind: 'mixed', base: use('number'), overrides: [] },
    cloudFormation: '`MixedInstancesPolicy.LaunchTemplate`',
    terraform: '`mixed_instances_policy.launch_template`',
  },
]

test.each(rows)('for $name the property that would undo a patch is named', ({ source, ...properties }) => {
  expect(undoesGroup(stack, source, ['ImageId'])).toBe(
    `The CloudFormation stack web-v1 would undo this: its next update may set ${properties.cloudFormation} of the resource AppServer back. Carry \`ImageId\` over into its template.`,
  )
  expect(undoesGroup(terraform, source, ['ImageId', 'UserData'])).toBe(
    `Terraform would undo this: its next apply sets ${properties.terraform} of the group back. Carry \`image_id\` and \`user_data\` over into its code.`,
  )
})

test('for a group that follows its template, the template would undo a patch, not the group', () => {
  expect(undoesGroup(stack, { kind: 'template', base: use('latest') }, ['ImageId'])).toBeUndefined()
  expect(undoesGroup(stack, { kind: 'mixed', base: use('default'), overrides: [] }, ['ImageId'])).toBeUndefined()
  expect(undoesTemplate(stack, 'web', ['ImageId'])).toContain('`LaunchTemplateData.ImageId` of the resource AppServer')
  expect(undoesTemplate(terraform, 'web', ['UserData'])).toContain('`user_data` of the launch template web')
})
