/** Whose turn it is: which groups of a run may begin now, wave by wave and a few at a time. Pure. */

/** What bounds how groups follow one another. */
export interface TurnLimits {
  /** How many may be on their way at once; infinite where that is not bounded. */
  readonly maxGroups: number
  /** With more failed groups than this no other begins. */
  readonly maxFailedGroups: number
  /** Seconds between the end of a wave and the beginning of the next. */
  readonly bakeSeconds: number
}

/**
 * How a group stands whose turn has come. One at a gate has ended on purpose before its end, for a later step to go on with.
 * `since`: from when the bake that follows is measured, in seconds since the Unix epoch; -Infinity where nothing in it is new.
 */
export type Standing =
  { readonly kind: 'on its way' | 'at a gate' } | { readonly kind: 'done' | 'failed'; readonly since: number }

export interface TurnsSoFar {
  readonly waves: readonly (readonly string[])[]
  readonly limits: TurnLimits
  /** By group; none of a group whose turn has not come. */
  readonly standings: ReadonlyMap<string, Standing>
  /** Seconds since the Unix epoch. */
  readonly now: number
  /** After this no other group begins. */
  readonly deadline: number
}

/** What follows for the groups whose turn has not come; waves count from 1. */
export type NextTurn =
  | { readonly kind: 'begin'; readonly groups: readonly string[]; readonly wave: number }
  /** Others must end first. */
  | { readonly kind: 'wait' }
  /** The wave before bakes until this moment, in seconds since the Unix epoch. */
  | { readonly kind: 'bake'; readonly wave: number; readonly until: number }
  /** In this run their turn does not come. */
  | { readonly kind: 'over'; readonly why: WhyOver }

/** Why no other group begins; with the groups that it is due to. */
export type WhyOver =
  | { readonly kind: 'failed' | 'gated'; readonly groups: readonly string[] }
  | { readonly kind: 'time'; readonly bakes: boolean }

/** What is next for the groups whose turn has not come, of which there is at least one. */
export function nextTurn({ waves, limits, standings, now, deadline }: TurnsSoFar): NextTurn {
  const standing = (kind: Standing['kind']): readonly string[] =>
    waves.flat().filter((group) => standings.get(group)?.kind === kind)
  const failed = standing('failed')
  if (failed.length > limits.maxFailedGroups) return { kind: 'over', why: { kind: 'failed', groups: failed } }
  if (now > deadline) return { kind: 'over', why: { kind: 'time', bakes: false } }
  const gated = standing('at a gate')
  const going = standing('on its way')
  const untilOthersEnd: NextTurn =
    going.length > 0 ? { kind: 'wait' } : { kind: 'over', why: { kind: 'gated', groups: gated } }
  const index = waves.findIndex((wave) => wave.some((group) => !isThrough(standings.get(group))))
  const wave = waves[index] ?? []
  const coming = wave.filter((group) => !standings.has(group))
  // What waits at a gate is in the middle of its roll as well.
  const room = limits.maxGroups - going.length - gated.length
  if (coming.length === 0 || room <= 0) return untilOthersEnd
  const until = coming.length === wave.length ? bakedAt(waves[index - 1] ?? [], { limits, standings }) : -Infinity
  if (until > deadline) return { kind: 'over', why: { kind: 'time', bakes: true } }
  if (now < until) return { kind: 'bake', wave: index + 1, until }
  return { kind: 'begin', groups: coming.slice(0, room), wave: index + 1 }
}

const isThrough = (standing: Standing | undefined): boolean => standing?.kind === 'done' || standing?.kind === 'failed'

/** When a wave has baked: so long after what is newest in it. */
const bakedAt = (wave: readonly string[], { limits, standings }: Pick<TurnsSoFar, 'limits' | 'standings'>): number =>
  limits.bakeSeconds +
  Math.max(
    ...wave.map((group) => {
      const standing = standings.get(group)
      return standing?.kind === 'done' || standing?.kind === 'failed' ? standing.since : -Infinity
    }),
  )
