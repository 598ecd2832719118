import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { attachmentsOf } from './health-states.ts'

/** Only target groups of application load balancers have it: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const SLOW_START = 'slow_start.duration_seconds'

/** So many target groups are asked about before it matters: that the role may ask is known before anything is changed. */
const ASKED_AHEAD = 50

/** How long target groups start a new target slowly; each is asked for once. */
export class SlowStarts {
  readonly #connection: Connection
  readonly #seconds = new Map<string, number>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * The longest slow start of the target groups of each group, in seconds; 0 where none has one, undefined where it is not needed
   * and there are many to be asked about: load balancing answers ten calls a second.
   */
  async ask(
    groups: readonly AutoScalingGroup[],
    isNeeded: (group: AutoScalingGroup) => boolean,
  ): Promise<(group: AutoScalingGroup) => number | undefined> {
    const filled = groups.filter(({ Instances }) => (Instances ?? []).length > 0)
    const others = targetGroupsOf(filled.filter((group) => !isNeeded(group)))
    const ahead = others.slice(0, Math.max(0, ASKED_AHEAD - this.#seconds.size))
    const asked = new Set([...targetGroupsOf(filled.filter(isNeeded)), ...ahead])
    await mapConcurrently(
      [...asked].filter((arn) => !this.#seconds.has(arn)),
      async (arn) => this.#seconds.set(arn, await this.#read(arn)),
    )
    const isEmpty = ({ Instances }: AutoScalingGroup): boolean => (Instances ?? []).length === 0
    return (group) => (isEmpty(group) ? 0 : this.#longest(attachmentsOf(group).targetGroups))
  }

  /** Undefined where one of them was not asked about. */
  #longest(arns: readonly string[]): number | undefined {
    const told = arns.map((arn) => this.#seconds.get(arn))
    return told.includes(undefined) ? undefined : Math.max(0, ...told.map((seconds = 0) => seconds))
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

const targetGroupsOf = (groups: readonly AutoScalingGroup[]): readonly string[] =>
  groups.flatMap((group) => attachmentsOf(group).targetGroups)
