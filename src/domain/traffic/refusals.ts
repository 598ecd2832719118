/** What keeps a shift from its beginning, all of it at once, before anything is changed. Pure. */
import { otherSide, shareOf, unwritableShare } from './shares.ts'
import { readyOf, SIDES } from './situation.ts'
import type { TrafficObservation, TrafficPolicy } from './traffic.ts'

export interface TrafficRefusal {
  readonly what: string
  readonly remedy: string
}

export function refusalsOf(seen: TrafficObservation, policy: TrafficPolicy): readonly TrafficRefusal[] {
  return [...unwritable(policy), ...ofRoutes(seen, policy), ...ofGroups(seen, policy)]
}

/** The steps of a classic load balancer are none of the user's: both sides, then the new one. */
function unwritable({ means, steps }: TrafficPolicy): readonly TrafficRefusal[] {
  if (means === 'classic') return []
  return steps.flatMap((share) => {
    const why = unwritableShare(means, share)
    return why === undefined ? [] : [{ what: `\`steps\` has ${share}, but ${why}`, remedy: 'Correct `steps`.' }]
  })
}

function ofRoutes({ routes }: TrafficObservation, policy: TrafficPolicy): readonly TrafficRefusal[] {
  const { to, steps, resizes } = policy
  const last = steps.at(-1) ?? 100
  if (routes.length === 0) return [{ what: 'nothing divides traffic between the two groups', remedy: NAME_ROUTES }]
  const found = routes.flatMap((route): readonly TrafficRefusal[] => {
    const { id, foreign = [], weights } = route
    const share = shareOf(weights, to)
    return [
      ...(foreign.length > 0
        ? [{ what: `${id} sends traffic to ${foreign.join(', ')} as well, which is of neither group`, remedy: 'Take it out of the rule, or leave the rule out of `listener-rules`.' }] // prettier-ignore
        : []),
      ...(SIDES.every((side) => (weights[side] ?? 0) === 0)
        ? [{ what: `${id} sends nothing to either group`, remedy: 'Give one of them a weight first.' }]
        : []),
      ...(share > last
        ? [{ what: `${id} gives ${to} ${text(share)} percent already, more than the last of \`steps\`, ${last}`, remedy: `Name the side that traffic goes to: \`to: ${otherSide(to)}\`.` }] // prettier-ignore
        : []),
      ...(resizes && share > 0 && share < 100
        ? [{ what: `${id} gives ${to} ${text(share)} percent, so it is not idle`, remedy: 'Move its traffic away with `mode: shift` first, or let `mode: shift` go on with it.' }] // prettier-ignore
        : []),
    ]
  })
  const shares = new Set(routes.map(({ weights }) => text(shareOf(weights, to))))
  if (shares.size <= 1) return found
  return [
    ...found,
    {
      what: `the rules do not agree: ${routes.map(({ id, weights }) => `${id} gives ${to} ${text(shareOf(weights, to))} percent`).join(', ')}`,
      remedy: 'No unfinished shift explains that. Set them to one share, return with `mode: rollback`, or name those that are meant in `listener-rules`.', // prettier-ignore
    },
  ]
}

const NAME_ROUTES = 'Name what does: `listener-rules`, or `record` with `hosted-zone`.'

function ofGroups(seen: TrafficObservation, policy: TrafficPolicy): readonly TrafficRefusal[] {
  const { to, resizes } = policy
  const from = otherSide(to)
  const active = seen.groups[from]
  const isMoved = seen.routes.every(({ weights }) => shareOf(weights, to) === 100)
  const resting = ['Launch', 'Terminate', 'AddToLoadBalancer', 'HealthCheck'].filter((process) =>
    seen.groups[to].suspended.includes(process),
  )
  return [
    ...(resizes && resting.length > 0
      ? [{ what: `${resting.join(', ')} of ${seen.groups[to].group} ${resting.length === 1 ? 'is' : 'are'} suspended, so it cannot be sized`, remedy: 'Resume what is suspended.' }] // prettier-ignore
      : []),
    ...(resizes && !isMoved && active.sizes.desired === 0
      ? [{ what: `${active.group} is the active side and has no capacity`, remedy: 'Give it its size first.' }]
      : []),
    ...(!resizes && !isMoved && seen.groups[to].instances.length === 0
      ? [{ what: `${seen.groups[to].group} has no instance, so it cannot serve`, remedy: 'Size it first, or use `mode: blue-green`, which does.' }] // prettier-ignore
      : []),
    ...(!isMoved && resizes && readyOf({ seen, policy }, from).length === 0
      ? [{ what: `${active.group} is the active side and has no ready instance`, remedy: 'Mend it first.' }]
      : []),
  ]
}

/** At most one decimal. */
const text = (share: number): string => String(Math.round(share * 10) / 10)
