/** A YAML text with the place of every value, so that what is wrong with one can be told with its line and column. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'

/** The keys and positions that lead to a value. */
export type Path = readonly (string | number)[]

/** One thing that is wrong with a file; line and column from 1. */
export interface Located {
  readonly line: number
  readonly column: number
  readonly what: string
}

/** The value of a YAML text as JSON has it, and where its parts are. */
export interface LocatedText {
  readonly value: unknown
  /** Where it is no YAML. */
  readonly problems: readonly Located[]
  readonly at: (path: Path, part: 'value' | 'key', what: string) => Located
}

/** Reads one document of YAML 1.2 with unique keys; JSON is YAML too. */
export function locatedText(text: string): LocatedText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const located = (offset: number, what: string): Located => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), what }
  }
  const problems = [...document.errors, ...document.warnings].map(({ message, pos: [offset] }) =>
    located(offset, `it is not valid YAML: ${message.split('\n')[0] ?? ''}`),
  )
  return {
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    at: (path, part, what) => located(offsetOf(document, path, part), what),
  }
}

/** Of what is not there its nearest surrounding tells. */
function offsetOf(document: Document, path: Path, part: 'value' | 'key'): number {
  const parent = path.slice(0, -1)
  const holder: unknown = parent.length === 0 ? document.contents : document.getIn(parent, true)
  if (part === 'key' && isMap(holder)) {
    const key = holder.items.map((pair) => pair.key).find((each) => isScalar(each) && String(each.value) === String(path.at(-1))) // prettier-ignore
    if (isNode(key) && key.range) return key.range[0]
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isNode(node) && node.range) return node.range[0]
  return path.length === 0 ? 0 : offsetOf(document, parent, 'value')
}
