import type { TargetHealth, Instance } from './fleet.ts'

const content = ({ state }: TargetHealth): boolean => state === 'healthy' || state === 'unused'

/**
 * Whether an instance serves at this look: `InService`, healthy for its group, and every load balancer and target
 * group of the group either says so too or can never say so. How long it has done so is another question.
 */
export const isServing = ({
  lifecycle,
  healthy,
  balancers,
}: Pick<Instance, 'lifecycle' | 'healthy' | 'balancers'>): boolean =>
  lifecycle === 'InService' && healthy && balancers.every(content)
