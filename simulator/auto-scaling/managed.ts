import type { Group } from './model.ts'

/**
 * Whether a Describe call tells of a group: with `IncludeManagedResources` false it leaves out those that another service manages.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html
 */
export const isIncluded = (
  { operator }: Pick<Group, 'operator'>,
  { IncludeManagedResources: wanted }: { readonly IncludeManagedResources?: boolean | undefined },
): boolean => wanted !== false || operator === undefined
