import type { Group, GroupLaunchSource, Refresh } from './model.ts'

type Open = { -readonly [Key in keyof Refresh]: Refresh[Key] }

/** The instance refresh that is going on, if any. */
export const activeRefresh = ({ refreshes }: Group): Open | undefined => {
  const last = refreshes.at(-1)
  return last?.EndTime === undefined ? last : undefined
}

/**
 * What the group launches from now: while a refresh with a desired configuration is going on that one, scale-outs
 * included, though the group shows its own until the refresh has succeeded.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StartInstanceRefresh.html
 */
export const launchedSource = (group: Group): GroupLaunchSource => activeRefresh(group)?.desiredSource ?? group.source
