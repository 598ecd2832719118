/** Classic load balancers: a group is attached to one, or taken off it. */
import { UserError } from '../../errors.ts'
import { SIDES } from '../../domain/traffic/situation.ts'
import type { Side, Weights } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import { attachmentsOf } from '../observe/health-states.ts'
import { groupNotes } from './group-notes.ts'
import type { Pair } from './pair.ts'
import type { Routing } from './routing.ts'

/** The classic load balancers of a pair: those that either group is attached to. */
export const classicNames = ({ groups }: Pick<Pair, 'groups'>): readonly string[] => [
  ...new Set([...attachmentsOf(groups.blue).classic, ...attachmentsOf(groups.green).classic]),
]

export function classicRouting(
  connection: Connection,
  { names }: Pick<Pair, 'names'>,
  balancers: readonly string[],
): Routing {
  const notes = groupNotes(connection, names, undefined)
  let attached: Readonly<Record<Side, readonly string[]>> = { blue: [], green: [] }

  return {
    means: 'classic',
    balancers: [],
    vouching: () => attached,
    read: async () => {
      const [groups, [note]] = await Promise.all([groupsByName(connection, [names.blue, names.green]), notes.read()])
      const of = (side: Side): readonly string[] => {
        const group = groups.find(({ AutoScalingGroupName }) => AutoScalingGroupName === names[side])
        return group === undefined ? [] : attachmentsOf(group).classic.filter((name) => balancers.includes(name))
      }
      attached = { blue: of('blue'), green: of('green') }
      const weight = (side: Side, name: string): number | undefined => (attached[side].includes(name) ? 1 : undefined)
      return balancers.map((id) => ({
        id,
        weights: { blue: weight('blue', id), green: weight('green', id) },
        stickySeconds: 0,
        ...(note && { previous: note.previous }),
      }))
    },
    setWeights: async (id, weights) => {
      const lacking = SIDES.find((side) => isWantedIn(weights, side) && !attached[side].includes(id))
      if (lacking !== undefined) return await attach(connection, names[lacking], id)
      const left = SIDES.find((side) => !isWantedIn(weights, side) && attached[side].includes(id))
      if (left !== undefined) await detach(connection, names[left], id)
    },
    note: async (_, previous) => await notes.write(previous),
    removeNotes: async () => await notes.remove(),
  }
}

const isWantedIn = (weights: Weights, side: Side): boolean => (weights[side] ?? 0) > 0

async function attach(connection: Connection, group: string, balancer: string): Promise<void> {
  const { AttachLoadBalancersCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const input = { AutoScalingGroupName: group, LoadBalancerNames: [balancer] }
  await connection.send(client, new AttachLoadBalancersCommand(input))
}

/** What drains is let drain: that is a setting of the load balancer. */
async function detach(connection: Connection, group: string, balancer: string): Promise<void> {
  const { DetachLoadBalancersCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const input = { AutoScalingGroupName: group, LoadBalancerNames: [balancer] }
  await connection.send(client, new DetachLoadBalancersCommand(input))
}

/** UserError where no group of the pair is attached to a classic load balancer. */
export const noClassic = ({ names }: Pick<Pair, 'names'>): UserError =>
  new UserError({
    what: `Neither ${names.blue} nor ${names.green} is attached to a classic load balancer.`,
    remedy: 'Nothing was changed. Correct `traffic`, or leave it out.',
  })
