import type { OrderEntry } from '../domain/waves/order.ts'
import type { CommonInputs } from './common.ts'
import { boundedBake, longestJob } from './bakes.ts'
import type { Rollout } from './patch.ts'
import { integer, optionalMinutesOrNone, quoted, WrongInput } from './parse.ts'
import { listFormProblem } from './list-form.ts'
import type { InputReader } from './reader.ts'

/** How the groups of a run follow one another. */
export interface WaveInputs {
  /** Undefined: all groups begin at once. */
  readonly waves: WaveOrder | undefined
}

export interface WaveOrder {
  /** A wave each; empty where all groups are one wave. */
  readonly order: readonly (readonly OrderEntry[])[]
  /** Between two waves. */
  readonly bakeSeconds: number
  /** Undefined: not bounded. */
  readonly maxGroups: number | undefined
  readonly maxFailedGroups: number
}

/** What the waves of a run must fit. */
export interface WaveContext extends Pick<CommonInputs, 'timeoutSeconds'> {
  /** Whether the runner is one of GitHub's own. */
  readonly isHosted: boolean
  /** What follows a patch; undefined in a mode that patches nothing. */
  readonly rollout?: Rollout | undefined
}

/** Reads in which order groups follow one another; problems are left in the reader. */
export function readWaves(reader: InputReader, { timeoutSeconds, isHosted, rollout }: WaveContext): WaveInputs {
  const order = reader.value('order', orderLines)
  const bake = reader.value('group-bake', optionalMinutesOrNone(7200))
  const maxGroups = reader.value('max-groups', (text) =>
    text === '' ? undefined : integer({ from: 1, to: 1000 })(text),
  )
  const maxFailedGroups = reader.value('max-failed-groups', integer({ from: 0, to: 1000 }))
  boundedBake(reader, {
    name: 'group-bake',
    seconds: bake ?? 0,
    timeoutSeconds,
    job: longestJob(isHosted),
    instead: 'roll each wave in a job of its own',
  })
  reader.rule(
    ['group-bake', 'order'],
    () => bake === undefined || order.length > 0,
    '`group-bake` is the time between two waves: it needs `order`.',
  )
  reader.rule(
    ['max-failed-groups', 'order', 'max-groups'],
    () => maxFailedGroups === 0 || order.length > 0 || maxGroups !== undefined,
    '`max-failed-groups` says when no other group begins: it needs `order` or `max-groups`, without which all begin at once.',
  )
  const given = [...(order.length > 0 ? ['order'] : []), ...(maxGroups === undefined ? [] : ['max-groups'])]
  reader.rule(
    ['order', 'max-groups', 'rollout'],
    () => rollout !== 'none' || given.length === 0,
    `${quoted(given)} ${given.length > 1 ? 'say' : 'says'} when groups roll, and with \`rollout: none\` none does: set \`rollout\` to \`respawn\` or \`scale-up-patch\`.`,
  )
  if (given.length === 0) return { waves: undefined }
  return { waves: { order, bakeSeconds: bake ?? 0, maxGroups, maxFailedGroups } }
}

/** A wave for each line, with names, globs and tags of groups between commas. */
function orderLines(text: string): readonly (readonly OrderEntry[])[] {
  const lines = text.split('\n').map((line) => line.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')) // prettier-ignore
  const problem = listFormProblem(text, lines.flat())
  if (problem !== undefined)
    throw new WrongInput(`must have a wave per line, with commas between groups: it ${problem}`)
  return lines.filter((line) => line.length > 0).map((line) => line.map(orderEntry))
}

function orderEntry(text: string): OrderEntry {
  if (!text.startsWith('tag:')) return { kind: 'name', text }
  const [, key = '', value] = /^tag:([^=]+)=(.*)$/s.exec(text) ?? []
  if (value !== undefined) return { kind: 'tag', text, key: key.trim(), value: value.trim() }
  throw new WrongInput(`must name groups by names, globs or \`tag:Key=Value\`; \`${text}\` has no \`=\``)
}
