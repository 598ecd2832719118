import { isMap, visit, type Node, type YAMLMap } from 'yaml'
import { pathText, type UserDataChange } from '../yaml/diff.ts'
import { UserDataError } from '../yaml/error.ts'
import { nextEdit } from '../yaml/difference.ts'
import { linesAt, spliced, stepOf } from '../yaml/layout.ts'
import { equalPlain, mergedPlain, plainOf } from '../yaml/plain.ts'
import { mapOf, renderBlock, withoutDeletions, type WriteStyle } from '../yaml/render.ts'
import { location, readYaml, type YamlSource } from '../yaml/source.ts'
import { shownValue } from './shown-value.ts'

/** YAML text after a merge, and what was changed. */
export interface Merged {
  readonly text: string
  readonly changes: readonly UserDataChange[]
}

/** The text to change with the name that errors give it, and the YAML that is merged into it. */
export interface Merge {
  readonly text: string
  readonly what: string
  readonly merge: string
  readonly mergeWhat: string
}

/**
 * Merges YAML deeply into YAML text: `null` deletes a key, mappings are merged, other values are replaced. The text is
 * edited in place, so every byte that no change touches stays. Nothing to change gives the very same text.
 */
export function mergeYaml({ text, what, merge, mergeWhat }: Merge): Merged {
  const wanted = readWanted(merge, mergeWhat)
  if (wanted.map.items.length === 0) return { text, changes: [] }
  const changes: UserDataChange[] = []
  let current = text
  for (let left = countPairs(wanted.map); left >= 0; left -= 1) {
    const step = stepOn(readYaml(current, { what, keys: 'any' }), wanted, what)
    if (step.changes.length === 0) {
      verify({ text, what, merge, mergeWhat }, current)
      return { text: current, changes }
    }
    current = step.text
    changes.push(...step.changes)
  }
  throw unsafe(what)
}

interface Wanted {
  readonly map: YAMLMap<Node, Node>
  readonly text: string
}

function readWanted(text: string, what: string): Wanted {
  const { document, lines } = readYaml(text, { what, keys: 'unique' })
  const map = document.contents as Node | null
  if (!isMap<Node, Node>(map)) throw new UserDataError(`${what} is not a YAML mapping (key: value).`)
  visit(document, {
    Node: (_, node) => {
      const marked = 'anchor' in node && node.anchor !== undefined
      if (!marked && node.tag === undefined) return
      const offset = node.range?.[0] ?? 0
      throw new UserDataError(`${what} uses an anchor or a tag at ${location(lines, offset)}; write the value out.`)
    },
    Alias: (_, { range }) => {
      throw new UserDataError(`${what} uses an alias at ${location(lines, range?.[0] ?? 0)}; write the value out.`)
    },
    Pair: (_, { key }) => {
      const merges = typeof (key as { value?: unknown } | null)?.value === 'symbol'
      if (merges) throw new UserDataError(`${what} uses the merge key "<<"; write the values out.`)
      if (isMap(key) || (key !== null && 'items' in (key as object))) {
        throw new UserDataError(`${what} has a key that is a list or a mapping.`)
      }
    },
  })
  return { map, text }
}

function stepOn(source: YamlSource, wanted: Wanted, what: string): Merged {
  const { text, document } = source
  const root = document.contents as Node | null
  if (root !== null && !isMap<Node, Node>(root) && !isBlank(source)) {
    throw new UserDataError(`${what} is not a YAML mapping (key: value), so no key of it can be changed.`)
  }
  if (root === null || !isMap<Node, Node>(root)) return startOn(text, wanted)
  const style: WriteStyle = { text: wanted.text, step: stepOf(root, text) }
  const step = nextEdit({
    document,
    wanted: wanted.map,
    path: [],
    show: shownValue,
    target: { text, map: root, style },
    holder: undefined,
  })
  return step ? { text: spliced(text, step.splices), changes: [step.change] } : { text, changes: [] }
}

/** In a document without any key, everything is new and comes at the end. */
function startOn(text: string, wanted: Wanted): Merged {
  const map = withoutDeletions(wanted.map)
  if (map === undefined || map.items.length === 0) return { text, changes: [] }
  const { lines } = renderBlock(mapOf(map.items, 'block'), 0, { text: wanted.text, step: 2 })
  const changes = map.items.map(({ key, value }) => ({
    path: pathText([key]),
    before: undefined,
    after: shownValue([key], value),
  }))
  return { text: spliced(text, [linesAt(text, text.length, lines)]), changes }
}

function isBlank({ document }: YamlSource): boolean {
  return (document.contents as { source?: string } | null)?.source === ''
}

// The promise of this file rests on offsets; this is the proof, by both versions of the language.
function verify({ text, what, merge }: Merge, result: string): void {
  for (const version of ['1.2', '1.1'] as const) {
    const before = plainOf(text, version)
    const wanted = plainOf(merge, version)
    if (before === undefined && version === '1.2') throw unsafe(what)
    if (before === undefined || wanted === undefined) continue
    const after = plainOf(result, version)
    if (after === undefined || !equalPlain(after.value, mergedPlain(before.value, wanted.value))) throw unsafe(what)
  }
}

function unsafe(what: string): UserDataError {
  return new UserDataError(`${what} is written in a way that this change cannot be made safely; change it by hand.`)
}

function countPairs(map: YAMLMap<Node, Node>): number {
  return map.items.reduce((sum, { value }) => sum + 1 + (isMap<Node, Node>(value) ? countPairs(value) : 0), 0)
}
