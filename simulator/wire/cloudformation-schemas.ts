import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types'

/**
 * The few CloudFormation operations that tools need to find the group behind a stack, in the form of the SDK's own
 * schemas: 0 is a string, 4 a timestamp, 64 a list of; 3 marks a structure, 1 a list, 9 an operation.
 */
const namespace = 'com.amazonaws.cloudformation'

const structure = (name: string, members: Readonly<Record<string, unknown>>): StaticStructureSchema =>
  [3, namespace, name, 0, Object.keys(members), Object.values(members)] as StaticStructureSchema

const listOf = (member: StaticStructureSchema): StaticListSchema => [1, namespace, `${member[2]}List`, 0, member]

const operation = (
  name: string,
  input: StaticStructureSchema,
  output: StaticStructureSchema,
): StaticOperationSchema => [9, namespace, name, 0, input, output]

const tag = structure('Tag', { Key: 0, Value: 0 })
const common = { StackName: 0, StackId: 0, CreationTime: 4, StackStatus: 0 }
const resource = structure('StackResource', {
  StackName: 0,
  StackId: 0,
  LogicalResourceId: 0,
  PhysicalResourceId: 0,
  ResourceType: 0,
  Timestamp: 4,
  ResourceStatus: 0,
})

export const ListStacks$ = operation(
  'ListStacks',
  structure('ListStacksInput', { NextToken: 0, StackStatusFilter: 64 | 0 }),
  structure('ListStacksOutput', { StackSummaries: listOf(structure('StackSummary', common)), NextToken: 0 }),
)

export const DescribeStacks$ = operation(
  'DescribeStacks',
  structure('DescribeStacksInput', { StackName: 0, NextToken: 0 }),
  structure('DescribeStacksOutput', {
    Stacks: listOf(structure('Stack', { ...common, Tags: listOf(tag) })),
    NextToken: 0,
  }),
)

export const DescribeStackResources$ = operation(
  'DescribeStackResources',
  structure('DescribeStackResourcesInput', { StackName: 0, LogicalResourceId: 0, PhysicalResourceId: 0 }),
  structure('DescribeStackResourcesOutput', { StackResources: listOf(resource) }),
)
