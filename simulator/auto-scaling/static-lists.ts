import type {
  DescribeAccountLimitsCommandOutput,
  DescribeAdjustmentTypesCommandOutput,
  DescribeLifecycleHookTypesCommandOutput,
  DescribeTerminationPolicyTypesCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { MOST_GROUPS } from './groups.ts'
import { LAUNCHING, TERMINATING } from './hooks.ts'
import { MOST_CONFIGURATIONS } from './launch-configurations.ts'
import { ADJUSTMENT_TYPES } from './policies.ts'
import { terminationPolicyTypes } from './termination-policies.ts'
import type { AutoScalingState } from './state.ts'

export const describeAccountLimits = (
  state: AutoScalingState,
): Omit<DescribeAccountLimitsCommandOutput, '$metadata'> => ({
  MaxNumberOfAutoScalingGroups: MOST_GROUPS,
  MaxNumberOfLaunchConfigurations: MOST_CONFIGURATIONS,
  NumberOfAutoScalingGroups: state.groups.size,
  NumberOfLaunchConfigurations: state.configurations.size,
})

export const describeTerminationPolicyTypes = (): Omit<DescribeTerminationPolicyTypesCommandOutput, '$metadata'> => ({
  TerminationPolicyTypes: [...terminationPolicyTypes],
})

export const describeLifecycleHookTypes = (): Omit<DescribeLifecycleHookTypesCommandOutput, '$metadata'> => ({
  LifecycleHookTypes: [LAUNCHING, TERMINATING],
})

export const describeAdjustmentTypes = (): Omit<DescribeAdjustmentTypesCommandOutput, '$metadata'> => ({
  AdjustmentTypes: ADJUSTMENT_TYPES.map((AdjustmentType) => ({ AdjustmentType })),
})
