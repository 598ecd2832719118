import { isMap, isScalar, isSeq, Pair, Scalar, YAMLMap, type Node } from 'yaml'
import { UserDataError } from './error.ts'
import { meaningOf, type MaybeNode } from './value.ts'

/** New text for a value: what stands behind the key, and the lines below it. */
export interface Rendered {
  readonly inline: string
  readonly lines: readonly string[]
}

/** How to write: `text` is what the nodes were read from, so that `1.10` stays `1.10`; `step` is the indentation. */
export interface WriteStyle {
  readonly text: string
  readonly step: number
}

/** A value as it stands in a block mapping; lines below the key begin at `column`. */
export function renderBlock(node: MaybeNode, column: number, hand: WriteStyle): Rendered {
  if (isScalar(node) && isBlockScalar(node)) return renderLiteral(String(node.value), column)
  if (isMap<Node, Node>(node) && !node.flow && node.items.length > 0) {
    return { inline: '', lines: node.items.flatMap((pair) => renderPair(pair, column, hand)) }
  }
  if (isSeq<Node>(node) && !node.flow && node.items.length > 0) {
    return { inline: '', lines: node.items.flatMap((item) => renderItem(item, column, hand)) }
  }
  return { inline: isScalar(node) ? scalarText(node, hand) : renderFlow(node, hand), lines: [] }
}

/** The lines of a key and its value in a block mapping whose keys begin at `column`. */
export function renderPair({ key, value }: Pair<Node, Node>, column: number, hand: WriteStyle): readonly string[] {
  const { inline, lines } = renderBlock(value, column + hand.step, hand)
  return [`${' '.repeat(column)}${keyText(key, hand)}:${inline === '' ? '' : ` ${inline}`}`, ...lines]
}

/** A value on one line, as it stands inside brackets. */
export function renderFlow(node: MaybeNode, hand: WriteStyle): string {
  if (isMap<Node, Node>(node)) return `{${node.items.map((pair) => renderFlowPair(pair, hand)).join(', ')}}`
  if (isSeq<Node>(node)) return `[${node.items.map((item) => renderFlow(item, hand)).join(', ')}]`
  if (!isScalar(node)) return 'null'
  const text = scalarText(node, hand)
  // PyYAML before 5 takes no colon in a plain value inside brackets. `1:30`, which is a number for some, stays plain.
  const isSafe = isQuoted(text) || /^[\w./@+-](?:[\w./@+ -]*[\w./@+-])?$/u.test(text)
  if (isSafe || typeof node.value !== 'string') return text
  const quoted = Object.assign(new Scalar(node.value), { type: Scalar.QUOTE_DOUBLE })
  return meaningOf(node) === meaningOf(quoted) ? quote(node.value) : text
}

export function renderFlowPair({ key, value }: Pair<Node, Node>, hand: WriteStyle): string {
  return `${renderFlow(key, hand)}: ${renderFlow(value, hand)}`
}

function renderItem(item: Node, column: number, hand: WriteStyle): readonly string[] {
  const { inline, lines } = renderBlock(item, column + 2, hand)
  const dash = `${' '.repeat(column)}- `
  if (inline !== '') return [dash + inline, ...lines]
  const [first = '', ...rest] = lines
  return [dash + first.slice(column + 2), ...rest]
}

function keyText(key: Node, hand: WriteStyle): string {
  if (!isScalar(key)) throw new UserDataError('A key of the change is not a single value.')
  return isBlockScalar(key) ? quote(String(key.value)) : scalarText(key, hand)
}

function scalarText(node: Scalar, { text }: WriteStyle): string {
  const source = node.range ? text.slice(node.range[0], node.range[1]) : ''
  if (source === '' && node.value === null) return 'null'
  if (!isBlockScalar(node) && !/[\r\n]/u.test(source) && source !== '') return source
  return quote(String(node.value))
}

function renderLiteral(value: string, column: number): Rendered {
  const body = value.endsWith('\n') ? value.slice(0, -1) : value
  // Spaces at the ends of the text, further line ends and control characters would be read back differently.
  if (body === '' || /^[\s]|\n$|[^\P{C}\n\t]|[\u2028\u2029\ufeff]/u.test(body))
    return { inline: quote(value), lines: [] }
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column) + line))
  return { inline: value === body ? '|-' : '|', lines }
}

/** In double quotes on one line; characters that YAML 1.1 takes for line ends or for unprintable are escaped. */
export function quote(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

function isQuoted(text: string): boolean {
  return text.startsWith('"') || text.startsWith("'")
}

function isBlockScalar(node: Scalar): boolean {
  return node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
}

/** A mapping of the change without the keys that it deletes; undefined where nothing else is in it. */
export function withoutDeletions(map: YAMLMap<Node, Node>): YAMLMap<Node, Node> | undefined {
  const items = map.items.flatMap(({ key, value }) => {
    if (isNothing(value)) return []
    const kept = isMap<Node, Node>(value) ? withoutDeletions(value) : value
    return kept === undefined ? [] : [new Pair<Node, Node>(key, kept)]
  })
  return items.length === 0 && map.items.length > 0 ? undefined : mapOf(items, map.flow === true ? 'flow' : 'block')
}

/** A mapping of the given pairs. */
export function mapOf(items: readonly Pair<Node, Node>[], style: 'block' | 'flow'): YAMLMap<Node, Node> {
  return Object.assign(new YAMLMap<Node, Node>(), { items: [...items], flow: style === 'flow' })
}

/** Whether a value is absent or `null`. */
export function isNothing(node: MaybeNode): boolean {
  return !node || (isScalar(node) && node.value === null)
}
