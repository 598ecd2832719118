import { within } from './limits.ts'
import type { GroupSizes } from './model.ts'
import { desiredOutside, maxBelowMin } from './refusals.ts'

export interface SizeRequest {
  readonly MinSize?: number | undefined
  readonly MaxSize?: number | undefined
  readonly DesiredCapacity?: number | undefined
}

/**
 * The sizes after a request. Without `DesiredCapacity` the desired capacity follows a bound that passes it; a given one
 * must lie between them. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
 */
export function resized(now: GroupSizes, request: SizeRequest): GroupSizes {
  within(request.MinSize, 0, Number.MAX_SAFE_INTEGER, 'minSize')
  within(request.MaxSize, 0, Number.MAX_SAFE_INTEGER, 'maxSize')
  within(request.DesiredCapacity, 0, Number.MAX_SAFE_INTEGER, 'desiredCapacity')
  const min = request.MinSize ?? now.min
  const max = request.MaxSize ?? now.max
  if (max < min) throw maxBelowMin(min, max)
  const { DesiredCapacity: desired } = request
  if (desired !== undefined && (desired < min || desired > max)) throw desiredOutside(desired, min, max)
  return { min, max, desired: desired ?? Math.min(max, Math.max(min, now.desired)) }
}
