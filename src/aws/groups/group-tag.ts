import type { Tag } from '@aws-sdk/client-ec2'

/** The tag that Auto Scaling puts on what it launches; its value is the name of the group. */
export const LAUNCHED_BY_TAG = 'aws:autoscaling:groupName'

/** The group that has launched an instance, by its tags; undefined where none has. */
export const launchingGroup = (tags: readonly Tag[] | undefined): string | undefined =>
  tags?.find(({ Key }) => Key === LAUNCHED_BY_TAG)?.Value
