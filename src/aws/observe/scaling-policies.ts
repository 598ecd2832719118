import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'

/** The scaling policies of groups, each group's read once in a run. */
export class ScalingPolicies {
  /** For checks that want more of them: what one has read the other need not. */
  readonly reader: PolicyReader
  readonly #known = new Map<string, readonly ScalingPolicy[]>()

  constructor(connection: Connection) {
    this.reader = new PolicyReader(connection)
  }

  /** Reads those of the groups that are not known yet; gives what is known then. */
  async ask(groups: readonly string[]): Promise<(group: string) => readonly ScalingPolicy[]> {
    const unknown = groups.filter((group) => !this.#known.has(group))
    const read = unknown.length === 0 ? [] : await this.reader.of(unknown)
    for (const group of unknown)
      this.#known.set(
        group,
        read.filter(({ AutoScalingGroupName }) => AutoScalingGroupName === group),
      )
    return (group) => this.#known.get(group) ?? []
  }
}

/** Whether an alarm can ask for it: predictive scaling listens to none, and a policy that is switched off to none either. */
export const listens = ({ PolicyType, Enabled }: ScalingPolicy): boolean =>
  PolicyType !== 'PredictiveScaling' && Enabled !== false

/** Whether a policy sets a number, or adds to what is there. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html */
export const adjustmentOf = ({ PolicyType, AdjustmentType }: ScalingPolicy): 'exact' | 'relative' =>
  PolicyType === 'TargetTrackingScaling' || AdjustmentType === 'ExactCapacity' ? 'exact' : 'relative'

/** Reads scaling policies for several checks, each group's once. */
export class PolicyReader {
  readonly #connection: Connection
  readonly #read = new Map<string | undefined, Promise<readonly ScalingPolicy[]>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The scaling policies of these groups; of many groups those of the whole account are listed, with others among them. */
  async of(groups: readonly string[]): Promise<readonly ScalingPolicy[]> {
    const listings = groups.length > MOST_ASKED_ONE_BY_ONE ? [undefined] : groups
    return (await mapConcurrently(listings, (group) => this.#once(group))).flat()
  }

  #once(group: string | undefined): Promise<readonly ScalingPolicy[]> {
    const read = this.#read.get(group) ?? policiesOf(this.#connection, group)
    this.#read.set(group, read)
    // What could not be read is asked for again.
    read.catch(() => this.#read.delete(group))
    return read
  }
}

/** The scaling policies of one group, or of the account. */
async function policiesOf(connection: Connection, group: string | undefined): Promise<readonly ScalingPolicy[]> {
  const { DescribePoliciesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new DescribePoliciesCommand({ ...(group !== undefined && { AutoScalingGroupName: group }), ...token }),
    ),
  )
  return pages.flatMap(({ ScalingPolicies }) => ScalingPolicies ?? [])
}
