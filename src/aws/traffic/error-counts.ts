/** Requests and errors of both sides, as CloudWatch counts them for target groups of Application Load Balancers. */
import type { GetMetricDataCommandOutput, MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import type { Side } from '../../domain/traffic/shares.ts'
import { SIDES } from '../../domain/traffic/situation.ts'
import type { ErrorCounts } from '../../domain/traffic/traffic.ts'
import { isUncertain, UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { everyPage } from '../client/pages.ts'

/** A target group behind an Application Load Balancer, as the dimensions of its metrics name both. */
export interface CountedTargets {
  /** `app/shop/0123456789abcdef` */
  readonly balancer: string
  /** `targetgroup/shop-blue/0123456789abcdef` */
  readonly targetGroup: string
}

export type CountedSides = Readonly<Record<Side, readonly CountedTargets[]>>

/** Counts of both sides from `since` to `now`, seconds since the Unix epoch. */
export type ErrorCounter = (since: number, now: number) => Promise<Readonly<Record<Side, ErrorCounts>> | undefined>

/** CloudWatch counts by the minute, and keeps that for 15 days: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html */
const PERIOD_SECONDS = 60

const COUNTED = { requests: 'RequestCount', errors: 'HTTPCode_Target_5XX_Count' } as const

const NONE: Readonly<Record<Side, ErrorCounts>> = {
  blue: { requests: 0, errors: 0 },
  green: { requests: 0, errors: 0 },
}

/**
 * Counts whole minutes alone, so that none is in part of the time before. Each minute is asked for once: what CloudWatch adds later is in
 * the next answer. Undefined where CloudWatch does not answer.
 */
export function errorCounter(connection: Connection, sides: CountedSides): ErrorCounter {
  let last: { readonly start: number; readonly end: number; readonly counts: typeof NONE } | undefined
  return async (since, now) => {
    const start = Math.ceil(since / PERIOD_SECONDS) * PERIOD_SECONDS
    const end = Math.floor(now / PERIOD_SECONDS) * PERIOD_SECONDS
    if (end <= start) return NONE
    if (last?.start === start && last.end === end) return last.counts
    try {
      const counts = await readErrorCounts(connection, sides, { start, end })
      last = { start, end, counts }
      return counts
    } catch (error) {
      if (error instanceof UserError || isUncertain(error)) return undefined
      throw error
    }
  }
}

/** The same of a span of whole minutes. Throws a UserError where AWS refuses the call. */
export async function readErrorCounts(
  connection: Connection,
  sides: CountedSides,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Readonly<Record<Side, ErrorCounts>>> {
  const { GetMetricDataCommand } = await import('@aws-sdk/client-cloudwatch')
  const client = await connection.clients.cloudWatch?.()
  if (client === undefined) throw new Error('the connection has no client for CloudWatch')
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new GetMetricDataCommand({
        MetricDataQueries: SIDES.flatMap((side) => queriesOf(side, sides[side])),
        StartTime: new Date(start * 1000),
        EndTime: new Date(end * 1000),
        ...token,
      }),
      { attempts: 2 },
    ),
  )
  const count = (side: Side): ErrorCounts => ({
    requests: sumOf(pages, `${side}_requests`),
    errors: sumOf(pages, `${side}_errors`),
  })
  return { blue: count('blue'), green: count('green') }
}

/** Metrics of each target group, and metric math that adds them up; a minute in which nothing came is not measured. */
function queriesOf(side: Side, targets: readonly CountedTargets[]): MetricDataQuery[] {
  return (['requests', 'errors'] as const).flatMap((what) => [
    ...targets.map(({ balancer, targetGroup }, index) => ({
      Id: `${side}_${what}_${index}`,
      ReturnData: false,
      MetricStat: {
        Metric: {
          Namespace: 'AWS/ApplicationELB',
          MetricName: COUNTED[what],
          Dimensions: [
            { Name: 'LoadBalancer', Value: balancer },
            { Name: 'TargetGroup', Value: targetGroup },
          ],
        },
        Period: PERIOD_SECONDS,
        Stat: 'Sum',
      },
    })),
    {
      Id: `${side}_${what}`,
      Expression: `SUM([${targets.map((_, index) => `${side}_${what}_${index}`).join(', ')}])`,
    },
  ])
}

const sumOf = (pages: readonly GetMetricDataCommandOutput[], id: string): number =>
  pages
    .flatMap(({ MetricDataResults = [] }) => MetricDataResults)
    .filter(({ Id }) => Id === id)
    .flatMap(({ Values = [] }) => Values)
    .reduce((sum, value) => sum + value, 0)
