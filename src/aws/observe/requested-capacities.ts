import type { Activity } from '@aws-sdk/client-auto-scaling'
import { requestsInText, terminationsInText } from '../../domain/rollout/activity-text.ts'
import type { CapacityRequest } from '../../domain/rollout/crossed-wish.ts'
import type { Connection } from '../client/connection.ts'
import { newestActivities } from './activities.ts'

/** Which requests are asked for. */
export interface RequestQuestion {
  readonly group: string
  /** Instances that the run has terminated itself: what took them away is no request of others. */
  readonly terminated: readonly string[]
  /** Only requests made since so long before that termination. */
  readonly withinSeconds: number
}

/**
 * The desired capacities that the causes of scaling activities name as asked for, newest first. The moment of
 * the run's own termination is taken from its activity, so that only AWS's clock counts; none are told without it.
 */
export function requestedCapacitiesIn(
  activities: readonly Activity[],
  { terminated, withinSeconds }: Pick<RequestQuestion, 'terminated' | 'withinSeconds'>,
): readonly CapacityRequest[] {
  const own = activities.flatMap(({ Cause = '' }) =>
    terminationsInText(Cause).flatMap(({ at, instance }) => (terminated.includes(instance) ? at : [])),
  )
  if (own.length === 0) return []
  const terminatedAt = Math.min(...own)
  const requests = activities.flatMap(({ Cause = '' }) =>
    requestsInText(Cause).flatMap(({ at, words, desired }) =>
      terminatedAt - at > Math.ceil(withinSeconds) || terminated.some((id) => words.includes(id))
        ? []
        : [{ desired, secondsBefore: terminatedAt - at }],
    ),
  )
  return requests.toSorted((a, b) => a.secondsBefore - b.secondsBefore)
}

/** Asks the scaling activities of a group which desired capacities were asked for; the newest hundred are enough. */
export const requestedCapacities = async (
  connection: Connection,
  question: RequestQuestion,
): Promise<readonly CapacityRequest[]> =>
  requestedCapacitiesIn(await newestActivities(connection, { group: question.group }), question)
