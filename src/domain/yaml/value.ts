import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type Alias,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'

/** A position in a tree that may hold nothing: the value of `key:`. */
export type MaybeNode = Node | null | undefined

/**
 * What a scalar means, as text that is equal for two scalars only where YAML 1.2 and YAML 1.1 agree that they are equal.
 * The readers of user data (PyYAML) speak 1.1, where `0755` is 493 and `yes` is true; newer ones speak 1.2.
 */
export function meaningOf(scalar: Scalar): string {
  const { value } = scalar
  const older = scalar.type === Scalar.PLAIN && scalar.tag === undefined ? readAs11(scalar.source ?? '', value) : value
  return `${spell(value)} ${spell(older)}`
}

/** Whether two nodes mean the same; the order of a mapping's keys does not matter. Aliases are followed. */
export function sameMeaning(one: MaybeNode, other: MaybeNode, document: Document): boolean {
  const left = followed(one, document)
  const right = followed(other, document)
  if (isScalar(left) && isScalar(right)) return meaningOf(left) === meaningOf(right)
  if (isSeq<Node>(left) && isSeq<Node>(right)) {
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => sameMeaning(item, right.items[index], document))
    )
  }
  if (isMap<Node, Node>(left) && isMap<Node, Node>(right)) {
    return left.items.length === right.items.length && left.items.every((pair) => hasPair(right, pair, document))
  }
  return false
}

function hasPair(map: YAMLMap<Node, Node>, wanted: { key: Node; value: Node | null }, document: Document): boolean {
  return map.items.some(
    ({ key, value }) => sameMeaning(key, wanted.key, document) && sameMeaning(value, wanted.value, document),
  )
}

function followed(node: MaybeNode, document: Document): Node {
  if (!node) return nothing
  return isAlias(node) ? ((node as Alias).resolve(document) ?? node) : node
}

const nothing = Object.assign(new Scalar(null), { type: Scalar.PLAIN, source: '' })

function readAs11(source: string, value: unknown): unknown {
  if (source.includes('\n')) return value
  const { contents } = parseDocument(source, {
    version: '1.1',
    intAsBigInt: true,
    logLevel: 'silent',
    prettyErrors: false,
  })
  if (contents === null) return source === '' ? null : value
  return isScalar(contents) ? contents.value : value
}

function spell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value)
  return JSON.stringify([typeof value, text])
}
