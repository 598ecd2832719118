/** The shares before a shift as a tag on both groups, for what carries no tags itself: records and classic load balancers. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Side, Weights } from '../../domain/traffic/shares.ts'
import type { PreviousShares } from '../../domain/traffic/traffic.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { type NotedPlace, PREVIOUS_SHARES_TAG, previousSharesText, type RecordPlace } from './previous-text.ts'

/** What was noted of one route. */
export interface GroupNote {
  readonly route: string
  readonly previous: PreviousShares & NotedPlace
}

/** Notes on both groups; undefined as `place` for classic load balancers, whose weights are alike. */
export function groupNotes(
  connection: Connection,
  names: Readonly<Record<Side, string>>,
  place: RecordPlace | undefined,
) {
  let known: readonly GroupNote[] | undefined
  return {
    /** Read once, and again when the run has written some. */
    read: async (): Promise<readonly GroupNote[]> => {
      if (known !== undefined) return known
      const [group] = (await groupsByName(connection, [names.blue, names.green])).filter((each) => notedOn(each))
      const previous = group && notedOn(group)
      known = previous === undefined ? [] : [{ route: routeOf(previous), previous }]
      return known
    },
    write: async (previous: PreviousShares): Promise<void> => {
      known = undefined
      const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
      const client = await connection.clients.autoScaling()
      const Value = previousSharesText.write({ ...previous, ...(place && { place }) })
      const Tags = [names.blue, names.green].map((group) => ({ ...tagOn(group), Value, PropagateAtLaunch: false }))
      await connection.send(client, new CreateOrUpdateTagsCommand({ Tags }))
    },
    remove: async (): Promise<void> => {
      known = undefined
      const { DeleteTagsCommand } = await import('@aws-sdk/client-auto-scaling')
      const client = await connection.clients.autoScaling()
      await connection.send(client, new DeleteTagsCommand({ Tags: [names.blue, names.green].map(tagOn) }))
    },
  }
}

const tagOn = (group: string) => ({ ResourceId: group, ResourceType: 'auto-scaling-group', Key: PREVIOUS_SHARES_TAG })

const routeOf = ({ place }: NotedPlace): string => place?.record.replace(/\.$/, '') ?? ''

/** What stands on a group; undefined where nothing does. UserError where it cannot be read. */
export function notedOn({
  AutoScalingGroupName: name = '',
  Tags = [],
}: AutoScalingGroup): GroupNote['previous'] | undefined {
  const value = Tags.find(({ Key }) => Key === PREVIOUS_SHARES_TAG)?.Value
  if (value === undefined) return undefined
  return previousSharesText.read(
    value,
    (why) =>
      new UserError({
        what: `The tag ${PREVIOUS_SHARES_TAG} of ${name} cannot be read: "${value}".`,
        why,
        remedy:
          'It says how traffic was divided before a shift. Set the weights as they should be, delete the tag, and start again.',
      }),
  )
}

/** Whether what a rollback needs fits into the tag: the longest that a shift of these records notes. */
export function isNotable(place: RecordPlace, weights: Weights): boolean {
  const sizes = { min: 99_999, desired: 99_999, max: 99_999 }
  try {
    previousSharesText.write({ startedAt: 9_999_999_999, workflowRun: '9'.repeat(12), to: 'green', end: 100, weights, sizes: { blue: sizes, green: sizes }, resizes: false, place }) // prettier-ignore
    return true
  } catch {
    return false
  }
}
