import { isCollection, isMap, isPair, isScalar, Scalar, type Node, type Pair, type ParsedNode } from 'yaml'
import type { MaybeNode } from './value.ts'

/** Replacement of the characters from `start` to before `end`. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies replacements that do not overlap; of two at the same place the first comes first. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let from = 0
  for (const splice of splices.toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(from, splice.start), splice.text)
    from = splice.end
  }
  return parts.join('') + text.slice(from)
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** The line end that the text uses. */
export function lineEndOf(text: string): string {
  return /\r?\n/u.exec(text)?.[0] ?? '\n'
}

/** New lines at the beginning of a line, or at the end of a text that may lack its last line end. */
export function linesAt(text: string, offset: number, lines: readonly string[]): Splice {
  const end = lineEndOf(text)
  const open = offset > 0 && text[offset - 1] !== '\n'
  return { start: offset, end: offset, text: open ? end + lines.join(end) : lines.map((line) => line + end).join('') }
}

/** Where a pair's first character stands: its key, an anchor or tag of the key, or the `?` before it. */
export function startOffset(pair: Pair): number {
  const first = tokensOf(pair, 'start').find(({ type }) => !isFiller(type))
  return first?.offset ?? rangeOf(pair.key as Node)[0]
}

/** Behind the last character of a pair that is not white space or comment; block text without the blank lines after it. */
export function endOffset(pair: Pair, text: string): number {
  const value = pair.value as MaybeNode
  if (!hasNoText(value)) return endOfNode(value as Node, text)
  const last = tokensOf(pair, 'sep').findLast(({ type }) => !isFiller(type))
  return last ? last.offset + last.source.length : rangeOf(pair.key as Node)[1]
}

/** Behind the colon; undefined where a pair has none, as in `{a, b}`. */
export function colonEndOf(pair: Pair): number | undefined {
  const colon = tokensOf(pair, 'sep').find(({ type }) => type === 'map-value-ind')
  return colon && colon.offset + 1
}

/** Where the line behind a pair begins; blank lines belong to the pair only where they are part of its value (`|+`). */
export function lineAfter(pair: Pair, text: string): number {
  const leaf = lastLeaf(pair)
  return leaf && keepsBlankLines(leaf, text) ? rangeOf(leaf)[1] : nextLine(text, endOffset(pair, text))
}

/** The value at the very end of a pair, however deep. */
export function lastLeaf(pair: Pair): MaybeNode {
  const value = pair.value as MaybeNode
  if (!isCollection(value) || value.flow === true) return value
  const last = value.items.at(-1)
  return isPair(last)
    ? lastLeaf(last)
    : isCollection(last)
      ? lastLeaf({ value: last } as unknown as Pair)
      : (last as Node)
}

/** Whether a value has no text of its own: the value of `key:`. */
export function hasNoText(node: MaybeNode): boolean {
  return !node || (isScalar(node) && node.source === '' && node.type === Scalar.PLAIN)
}

export function isBlockText(node: MaybeNode): node is Scalar {
  return isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
}

export function isBlockCollection(node: MaybeNode): boolean {
  return isCollection(node) && node.flow !== true
}

export function rangeOf(node: Node): readonly [number, number, number] {
  const { range } = node as ParsedNode
  return range
}

export interface Token {
  readonly type: string
  readonly offset: number
  readonly source: string
}

export function tokensOf(pair: Pair, side: 'start' | 'sep'): readonly Token[] {
  const source = (pair as { srcToken?: { start?: readonly Token[]; sep?: readonly Token[] } }).srcToken
  return source?.[side] ?? []
}

/** The columns between the keys of a mapping and those of the mapping that holds it, as the text has it; 2 where it has none. */
export function stepOf(root: Node, text: string): number {
  if (!isMap<Node, Node>(root) || root.flow === true) return 2
  for (const pair of root.items) {
    const inner = isMap(pair.value) && pair.value.flow !== true ? pair.value.items[0] : undefined
    const step = inner ? columnOf(text, startOffset(inner)) - columnOf(text, startOffset(pair)) : 0
    if (step > 0) return step
  }
  return 2
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

export function isFiller(type: string): boolean {
  return type === 'space' || type === 'newline' || type === 'comment' || type === 'comma'
}

function endOfNode(node: Node, text: string): number {
  if (isBlockText(node)) {
    const [start, end] = rangeOf(node)
    // Blank lines go, but spaces at the end of the last line with text are text.
    return start + text.slice(start, end).replace(/(?:\r?\n[ \t]*)+$/u, '').length
  }
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1)
    if (isPair(last)) return endOffset(last, text)
    // An empty item (`- `) ends where its range begins: behind the dash.
    if (last) return Math.max(endOfNode(last as Node, text), rangeOf(last as Node)[0])
  }
  return rangeOf(node)[1]
}

/** Whether blank lines behind a value are part of it: block text with `+`. */
export function keepsBlankLines(node: Node, text: string): boolean {
  if (!isBlockText(node)) return false
  const [start] = rangeOf(node)
  return /^[|>][1-9]?\+/u.test(text.slice(start, start + 3))
}
