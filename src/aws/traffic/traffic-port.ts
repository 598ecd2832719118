/** The port through which traffic is shifted: both groups, what divides the traffic, and the calls of each change. */
import type { FleetsPort } from '../../controllers/rollout/ports.ts'
import type { TrafficPort } from '../../controllers/traffic/ports.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { Side } from '../../domain/traffic/shares.ts'
import { type PairMemos, SIDES } from '../../domain/traffic/situation.ts'
import type { TrafficChange } from '../../domain/traffic/traffic.ts'
import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { clearedTags, memoTags, runTag } from '../groups/memo-tag.ts'
import { readAlarmsIfAnswered } from '../observe/alarms.ts'
import type { ErrorCounter } from './error-counts.ts'
import type { Routing } from './routing.ts'

export interface TrafficPortOptions {
  readonly connection: Connection
  readonly names: Readonly<Record<Side, string>>
  readonly fleets: FleetsPort
  readonly routing: Routing
  /** Empty where none watches. */
  readonly alarms: readonly string[]
  /** Counts requests and errors of both sides since a moment; absent where nothing is compared. */
  readonly count?: ErrorCounter | undefined
  /** Gives the idle side what it is to launch. */
  readonly patch: () => Promise<void>
}

export function trafficPort(options: TrafficPortOptions): TrafficPort {
  const { connection, names, fleets, routing, alarms, count } = options
  return {
    look: async (now, since) => {
      const [seen, routes, watching, counts] = await Promise.all([
        fleets.look(
          [names.blue, names.green],
          now,
          'every part',
          new Map([names.blue, names.green].map((name) => [name, 'every part'] as const)),
        ),
        routing.read(),
        alarms.length === 0 ? undefined : readAlarmsIfAnswered(connection, alarms),
        since === undefined ? undefined : count?.(since, now),
      ])
      const [unread] = seen.unreadable
      if (unread !== undefined) throw unread.problem
      const fleet = (side: Side): Fleet | undefined => seen.fleets.find(({ group }) => group === names[side])
      const [blue, green] = [fleet('blue'), fleet('green')]
      if (blue === undefined || green === undefined) throw gone(names, { blue, green })
      return {
        at: blue.at,
        groups: { blue, green },
        routes,
        vouching: routing.vouching(),
        ...(watching && { alarms: watching }),
        ...(counts && { counts }),
      }
    },
    apply: (change) => applyTrafficChange(options, change),
  }
}

const gone = (names: Readonly<Record<Side, string>>, seen: Readonly<Record<Side, Fleet | undefined>>): UserError =>
  new UserError({
    what: `${SIDES.filter((side) => seen[side] === undefined).map((side) => names[side]).join(' and ')} does not exist any more.`, // prettier-ignore
    remedy: 'Traffic stays as it is. CloudTrail shows which call has deleted the group.',
  })

/** Makes the call that a change is; a change of the tags of many rules may take a few. */
async function applyTrafficChange(
  { connection, names, fleets, routing, patch }: TrafficPortOptions,
  change: TrafficChange,
): Promise<void> {
  switch (change.kind) {
    case 'save-state':
      return await tag(connection, tagsOfBoth(names, change.memos, memoTags))
    case 'renew-lease':
      return await tag(
        connection,
        tagsOfBoth(names, change.memos, (group, memo) => [runTag(group, memo)]),
      )
    case 'note-shares':
      return await routing.note(change.routes, change.previous)
    case 'remove-notes':
      return await routing.removeNotes(change.routes)
    case 'patch':
      return await patch()
    case 'suspend':
    case 'resume':
      return await fleets.apply(names[change.side], { kind: change.kind, processes: change.processes })
    case 'resize':
      return await fleets.apply(names[change.side], { kind: 'resize', sizes: change.sizes })
    case 'set-shares':
      return await routing.setWeights(change.route, change.weights)
    case 'clear-state': {
      const { DeleteTagsCommand } = await import('@aws-sdk/client-auto-scaling')
      const client = await connection.clients.autoScaling()
      const Tags = SIDES.flatMap((side) => clearedTags(names[side]))
      await connection.send(client, new DeleteTagsCommand({ Tags }))
      return
    }
    default:
      change satisfies never
  }
}

type Tags = ReturnType<typeof memoTags>

const tagsOfBoth = (
  names: Readonly<Record<Side, string>>,
  memos: PairMemos,
  tagsOf: (group: string, memo: PairMemos[Side]) => Tags,
): Tags => SIDES.flatMap((side) => tagsOf(names[side], memos[side]))

async function tag(connection: Connection, Tags: Tags): Promise<void> {
  const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  await connection.send(client, new CreateOrUpdateTagsCommand({ Tags }))
}
