import type { Tag, TagDescription } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Memo } from '../../domain/rollout/fleet.ts'
import { type TagFields, parseTag, formatTag } from './tag-format.ts'

/** Tag that holds what never changes during a run. */
export const MEMO_TAG = 'fleet-patch:memo'
/** Tag that holds whose run it is and when it last said that it is alive: renewed without touching the facts. */
export const RUN_TAG = 'fleet-patch:run'

const NOTHING = 'none'

/** The tags that hold a memo, for CreateOrUpdateTags. Throws when a value does not fit into a tag: never half a memo. */
export const memoTags = (group: string, memo: Memo): Tag[] => [
  tag({
    group,
    key: MEMO_TAG,
    words: {
      started: numeral(memo.startedAt),
      min: numeral(memo.sizes.min),
      max: numeral(memo.sizes.max),
      desired: numeral(memo.sizes.desired),
      suspends: listing(memo.suspends),
      surge: numeral(memo.surge),
      source: memo.source,
      until: memo.replaceLaunchedUntil === undefined ? NOTHING : numeral(memo.replaceLaunchedUntil),
      ...(memo.dark && { dark: 'yes' }),
      ...(memo.released && { released: 'yes' }),
    },
  }),
  runTag(group, memo),
]

/** The tag that renews the heartbeat. */
export const runTag = (group: string, { run, heartbeatAt, url }: Pick<Memo, 'run' | 'heartbeatAt' | 'url'>): Tag => {
  const words = { run, heartbeat: numeral(heartbeatAt) }
  // The address is a comfort: better without it than without the tag.
  const fits = url !== undefined && SAFE_ADDRESS.test(url)
  return tag({ group, key: RUN_TAG, words: fits ? { ...words, url } : words })
}

const SAFE_ADDRESS = /^https:\/\/[\w.:/-]{1,180}$/

/** Both tags, for DeleteTags. */
export const clearedTags = (group: string): Tag[] => [MEMO_TAG, RUN_TAG].map((key) => bareTag(group, key))

function tag({ group, key, words }: { group: string; key: string; words: TagFields }): Tag {
  return { ...bareTag(group, key), Value: formatTag(words), PropagateAtLaunch: false }
}

function listing(processes: readonly string[]): string {
  if (processes.some((process) => !/^[A-Za-z]+$/.test(process) || process === NOTHING))
    throw new Error(`${processes.join(', ')} cannot be written into a memo.`)
  return processes.join('+') || NOTHING
}

/** A number that reads back as itself; a run must not write down what nobody can read. */
function numeral(value: number): string {
  const text = String(value)
  if (!NUMBER.test(text)) throw new Error(`${text} cannot be written into a memo.`)
  return text
}

const bareTag = (group: string, key: string): Tag => ({
  ResourceId: group,
  ResourceType: 'auto-scaling-group',
  Key: key,
})

/**
 * The memo in the tags of a group; undefined where there is none. A memo whose run tag was removed belongs to nobody
 * who is alive. Throws a UserError when a tag is there and cannot be read.
 */
export function readMemo(group: string, tags: readonly TagDescription[]): Memo | undefined {
  const valueOf = (key: string): string | undefined => tags.find(({ Key }) => Key === key)?.Value
  const facts = valueOf(MEMO_TAG)
  if (facts === undefined) return undefined
  const run = valueOf(RUN_TAG)
  const words = readTag({ group, key: MEMO_TAG, value: facts, names: FACT_NAMES })
  const startedAt = words.number('started')
  const alive = run === undefined ? undefined : readTag({ group, key: RUN_TAG, value: run, names: RUN_NAMES })
  return {
    run: alive?.text('run') ?? 'unknown',
    ...(alive?.optional('url') && { url: alive.optional('url') }),
    startedAt,
    heartbeatAt: alive?.number('heartbeat') ?? startedAt,
    sizes: { min: words.number('min'), max: words.number('max'), desired: words.number('desired') },
    suspends: words.text('suspends') === NOTHING ? [] : words.text('suspends').split('+'),
    surge: words.number('surge'),
    source: words.text('source'),
    replaceLaunchedUntil: words.text('until') === NOTHING ? undefined : words.number('until'),
    ...(words.optional('dark') !== undefined && { dark: true }),
    ...(words.optional('released') !== undefined && { released: true }),
  }
}

/** The run that is named in a run tag without a memo; `unknown` where the tag cannot be read. */
export function orphanedRun(tags: readonly TagDescription[]): string | undefined {
  const value = tags.find(({ Key }) => Key === RUN_TAG)?.Value
  if (value === undefined || tags.some(({ Key }) => Key === MEMO_TAG)) return undefined
  return parseTag(value)['run'] ?? 'unknown'
}

const FACT_NAMES = ['started', 'min', 'max', 'desired', 'suspends', 'surge', 'source', 'until'] as const
const RUN_NAMES = ['run', 'heartbeat'] as const
const OPTIONAL: ReadonlySet<string> = new Set(['url', 'dark', 'released'])

const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/

interface Reading<Name extends string> {
  readonly group: string
  readonly key: string
  readonly value: string
  readonly names: readonly Name[]
}

/** The words of one tag; all of the names must be there and no others, for another version's facts are not ours to guess. */
function readTag<Name extends string>({ group, key, value, names }: Reading<Name>) {
  const unreadable = (why: string): UserError =>
    new UserError({
      what: `The tag ${key} of the group ${group} cannot be read: "${value}".`,
      why,
      remedy:
        `It says how the group was before a run changed it. Set the sizes and the suspended processes of the group ` +
        `as they should be, then delete the tags ${MEMO_TAG} and ${RUN_TAG} from the group and start the run again.`,
    })
  const words = parseTag(value)
  const missing = names.filter((name) => words[name] === undefined)
  const foreign = Object.keys(words).filter((name) => !OPTIONAL.has(name) && !names.some((known) => known === name))
  if (missing.length > 0) throw unreadable(`It does not say ${missing.join(', ')}.`)
  if (foreign.length > 0) throw unreadable(`It says ${foreign.join(', ')}, which this version does not know.`)
  const text = (name: Name): string => words[name] ?? ''
  return {
    text,
    optional: (name: 'url' | 'dark' | 'released'): string | undefined => words[name],
    number: (name: Name): number => {
      if (!NUMBER.test(text(name))) throw unreadable(`${name} is not a number.`)
      return Number(text(name))
    },
  }
}
