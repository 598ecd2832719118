import type { Node, Pair, YAMLMap } from 'yaml'
import { UserDataError } from './error.ts'
import {
  colonEndOf,
  columnOf,
  endOffset,
  isBlockCollection,
  isBlockText,
  hasNoText,
  keepsBlankLines,
  lastLeaf,
  lineAfter,
  lineEndOf,
  linesAt,
  lineStart,
  nextLine,
  rangeOf,
  startOffset,
  tokensOf,
  type Splice,
  type Token,
} from './layout.ts'
import { renderBlock, renderFlow, renderFlowPair, renderPair, type WriteStyle } from './render.ts'
import type { MaybeNode } from './value.ts'

/** Where an edit happens: the text, a mapping in it, and the hand that writes new values. */
export interface EditTarget {
  readonly text: string
  readonly map: YAMLMap<Node, Node>
  readonly style: WriteStyle
}

/** Replaces the value of a pair of the mapping by a new one. */
export function replaceValue(
  { text, map, style }: EditTarget,
  pair: Pair<Node, Node>,
  value: MaybeNode,
): readonly Splice[] {
  const colon = colonEndOf(pair)
  const old = pair.value
  if (map.flow === true || colon === undefined) return [replaceFlowValue(text, pair, renderFlow(value, style))]
  const sameLines = isBlockCollection(old) && isBlockCollection(value)
  const column = columnOf(text, startOffset(pair))
  const oldColumn = old && sameLines ? columnOf(text, rangeOf(old)[0]) : 0
  const { inline, lines } = renderBlock(value, oldColumn > column ? oldColumn : column + style.step, style)
  const behindColon = inline === '' ? '' : ` ${inline}`
  if (hasNoText(old)) {
    const at = endOffset(pair, text)
    return [
      { start: at, end: at, text: behindColon },
      ...(lines.length > 0 ? [linesAt(text, nextLine(text, at), lines)] : []),
    ]
  }
  const [start] = rangeOf(old as Node)
  const end = endOffset(pair, text)
  if (isBlockCollection(old)) {
    requireOwnLine(text, start)
    return [
      { start: colon, end: colon, text: behindColon },
      replaceLines(text, { start: lineStart(text, start), end: nextLine(text, end) }, lines),
    ]
  }
  if (lines.length === 0) return [{ start, end, text: inline }]
  if (isBlockText(old) || text.slice(colon, start).includes('\n')) {
    return [{ start: colon, end, text: [behindColon, ...lines].join(lineEndOf(text)) }]
  }
  return [{ start: colon, end, text: behindColon }, linesAt(text, nextLine(text, end), lines)]
}

/** Adds a pair at the end of the mapping, in the way in which the mapping is written. */
export function addPair({ text, map, style }: EditTarget, pair: Pair<Node, Node>): readonly Splice[] {
  const last = map.items.at(-1)
  if (map.flow === true || last === undefined) return [addFlowPair({ text, map, style }, pair)]
  const column = columnOf(text, startOffset(map.items[0] ?? last))
  const lines = renderPair(pair, column, style)
  const after = lineAfter(last, text)
  if (after === text.length && !text.endsWith('\n') && isBlockText(lastLeaf(last))) {
    // A line end after block text at the end of the file would become part of its value for some readers.
    requireOwnLine(text, startOffset(last))
    return [linesAt(text, lineStart(text, startOffset(last)), lines)]
  }
  return [linesAt(text, pastComments(text, after, column), lines)]
}

/** Takes a pair out of a mapping that has others: with the comment on its lines and the comment lines right above it. */
export function removePair({ text, map }: EditTarget, pair: Pair<Node, Node>): readonly Splice[] {
  if (map.flow === true) return removeFlowPair(text, map, pair)
  const at = startOffset(pair)
  requireOwnLine(text, at)
  const column = columnOf(text, at)
  const end = pastComments(text, lineAfter(pair, text), column + 1)
  const before = map.items[map.items.indexOf(pair) - 1]
  const leaf = before && lastLeaf(before)
  // Block text with `+` right above would take the blank lines that follow for its own.
  const blank = leaf && keepsBlankLines(leaf, text) ? (/^(?:[ \t]*\r?\n)*/u.exec(text.slice(end))?.[0].length ?? 0) : 0
  return [{ start: commentsAbove(text, at), end: end + blank, text: '' }]
}

function replaceLines(text: string, { start, end }: { start: number; end: number }, lines: readonly string[]): Splice {
  const eol = lineEndOf(text)
  const closed = text[end - 1] === '\n'
  return { start, end, text: lines.join(eol) + (closed && lines.length > 0 ? eol : '') }
}

/** Where the comment lines from `offset` on end that are indented by `column` at least; blank lines only in between. */
function pastComments(text: string, offset: number, column: number): number {
  let end = offset
  for (let at = offset; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at))
    const comment = /^ *#/u.exec(line)
    if (comment ? comment[0].length - 1 < column : line.trim() !== '') break
    if (comment) end = nextLine(text, at)
  }
  return end
}

/** Where the comment lines right above a pair begin, never line 1: there stands the marker of the format. */
function commentsAbove(text: string, offset: number): number {
  const column = columnOf(text, offset)
  let start = lineStart(text, offset)
  for (let above = lineStart(text, start - 1); start > 0 && above > 0; above = lineStart(text, start - 1)) {
    if (!text.startsWith('#', above + column) || text.slice(above, above + column).trim() !== '') break
    start = above
  }
  return start
}

function replaceFlowValue(text: string, pair: Pair<Node, Node>, value: string): Splice {
  const at = endOffset(pair, text)
  if (!hasNoText(pair.value)) return { start: rangeOf(pair.value as Node)[0], end: at, text: value }
  return { start: at, end: at, text: colonEndOf(pair) === undefined ? `: ${value}` : ` ${value}` }
}

function addFlowPair({ text, map, style }: EditTarget, pair: Pair<Node, Node>): Splice {
  const [open, close] = rangeOf(map)
  const last = map.items.at(-1)
  const added = renderFlowPair(pair, style)
  if (last === undefined) return { start: open + 1, end: open + 1, text: added }
  const start = startOffset(last)
  const ownLine = text.slice(lineStart(text, start), start).trim() === ''
  const gap = ownLine ? lineEndOf(text) + text.slice(lineStart(text, start), start) : ' '
  const comma = flowItems(map)
    .at(-1)
    ?.start.find((token) => token.type === 'comma' && token.offset > start)
  const at = comma ? comma.offset + 1 : endOffset(last, text)
  return { start: at, end: at, text: `${comma && at < close ? '' : ','}${gap}${added}` }
}

function removeFlowPair(text: string, map: YAMLMap<Node, Node>, pair: Pair<Node, Node>): readonly Splice[] {
  const items = flowItems(map)
  const index = items.findIndex((item) => item === (pair as { srcToken?: unknown }).srcToken)
  const start = startOffset(pair)
  const end = endOffset(pair, text)
  const before = tokensOf(pair, 'start').find(({ type }) => type === 'comma')
  const comma = before ?? items[index + 1]?.start.find(({ type }) => type === 'comma')
  if (comma === undefined) return [{ start, end, text: '' }]
  const between = before ? text.slice(comma.offset + 1, start) : ''
  if (before && between.trim() === '') return [{ start: comma.offset, end, text: '' }]
  if (before)
    return [
      { start: comma.offset, end: comma.offset + 1, text: '' },
      { start, end, text: '' },
    ]
  const spaces = /^ */u.exec(text.slice(comma.offset + 1))?.[0].length ?? 0
  return [{ start, end: comma.offset + 1 + spaces, text: '' }]
}

function flowItems(map: YAMLMap<Node, Node>): readonly { readonly start: readonly Token[] }[] {
  return (map as { srcToken?: { items?: readonly { start: readonly Token[] }[] } }).srcToken?.items ?? []
}

function requireOwnLine(text: string, offset: number): void {
  if (text.slice(lineStart(text, offset), offset).trim() === '') return
  throw new UserDataError('A key that is to be changed does not begin on a line of its own; change it by hand.')
}
