import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { attachmentsOf } from './health-states.ts'

/** Only target groups of application load balancers have it: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const SLOW_START = 'slow_start.duration_seconds'

/** How long target groups start a new target slowly; each is asked for once. */
export class SlowStarts {
  readonly #connection: Connection
  readonly #seconds = new Map<string, number>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The longest slow start of the target groups of each group, in seconds; 0 where none has one. */
  async ask(groups: readonly AutoScalingGroup[]): Promise<(group: AutoScalingGroup) => number> {
    const filled = groups.filter(({ Instances }) => (Instances ?? []).length > 0)
    const arns = new Set(filled.flatMap((group) => attachmentsOf(group).targetGroups))
    await mapConcurrently(
      [...arns].filter((arn) => !this.#seconds.has(arn)),
      async (arn) => this.#seconds.set(arn, await this.#read(arn)),
    )
    return (group) => Math.max(0, ...attachmentsOf(group).targetGroups.map((arn) => this.#seconds.get(arn) ?? 0))
  }

  async #read(arn: string): Promise<number> {
    const { DescribeTargetGroupAttributesCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
    const client = await this.#connection.clients.elasticLoadBalancingV2()
    try {
      const command = new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn })
      const { Attributes } = await this.#connection.send(client, command)
      return Number((Attributes ?? []).find(({ Key }) => Key === SLOW_START)?.Value ?? 0)
    } catch (error) {
      // That a target group does not exist is told where its health is read.
      if (isRefusedAs(error, 'load balancer does not exist')) return 0
      throw error
    }
  }
}
