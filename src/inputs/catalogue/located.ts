/** A YAML text with the place of every value, so that what is wrong with a value can be told with its line and column. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'

/** The keys and positions that lead to a value: `['services', 'web', 'in']`. */
export type Path = readonly (string | number)[]

/** One thing that is wrong with a file. */
export interface FileProblem {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** A clause without its full stop. */
  readonly what: string
}

/** A YAML file that was read. */
export interface LocatedYaml {
  /** The values as JSON has them; undefined where the text is no YAML. */
  readonly value: unknown
  /** What is wrong with the YAML itself. */
  readonly problems: readonly FileProblem[]
  /** A problem of the value at the path, or of the key that leads to it; of one that is missing, at what it is missing in. */
  readonly problemAt: (path: Path, what: string, part?: 'value' | 'key') => FileProblem
}

/** Reads YAML 1.2, of one document whose keys are unique. */
export function locatedYaml(text: string): LocatedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, strict: true })
  const at = (offset: number, what: string): FileProblem => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), what }
  }
  const problems = [...document.errors, ...document.warnings].map(({ message, pos: [start] }) =>
    at(start, `it is not valid YAML: ${withoutStop(message)}`),
  )
  const problemAt: LocatedYaml['problemAt'] = (path, what, part = 'value') => at(offsetOf(document, path, part), what)
  if (problems.length > 0) return { value: undefined, problems, problemAt }
  try {
    return { value: document.toJS(), problems, problemAt }
  } catch (error) {
    // Aliases that multiply, or that mean nothing.
    const message = error instanceof Error ? error.message : String(error)
    return { value: undefined, problems: [at(0, `it is not valid YAML: ${withoutStop(message)}`)], problemAt }
  }
}

const withoutStop = (message: string): string => (message.split('\n')[0] ?? '').replace(/[.:]$/, '')

/** Where in the text a value, or the key that leads to it, begins. */
function offsetOf(document: Document, path: Path, part: 'value' | 'key'): number {
  let node: unknown = document.contents
  let [offset, key] = [startOf(node) ?? 0, 0]
  for (const step of path) {
    const resolved = isAlias(node) ? node.resolve(document) : node
    if (isMap(resolved)) {
      const pair = resolved.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step),
      )
      if (pair === undefined) return offset
      key = startOf(pair.key) ?? offset
      node = pair.value
      // A key without a value has no place of its own.
      offset = startOf(node) ?? key
    } else if (isSeq(resolved)) {
      node = resolved.items[Number(step)]
      offset = startOf(node) ?? offset
      key = offset
    } else return offset
  }
  return part === 'key' ? key : offset
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)
