import { isAlias, isMap, isNode, isScalar, isSeq, visit, type Document, type Node, type Pair, type YAMLMap } from 'yaml'
import type { MaybeNode } from './value.ts'

/** Whether any value in or under a node is used elsewhere through an alias, so that a change here would be one there. */
export function isShared(node: MaybeNode, document: Document): boolean {
  if (!node) return false
  const anchors = new Set<string>()
  visit(node, { Node: (_, inner) => void (anchorOf(inner) !== undefined && anchors.add(anchorOf(inner) as string)) })
  return anchors.size > 0 && aliasesOf(document).some((name) => anchors.has(name))
}

/** Whether the node itself, not one inside it, is used elsewhere through an alias. */
export function isAliasTarget(node: Node, document: Document): boolean {
  const anchor = anchorOf(node)
  return anchor !== undefined && aliasesOf(document).includes(anchor)
}

/** The mappings that a mapping takes in by the merge key `<<`. */
export function mergedInto(map: YAMLMap<Node, Node>, document: Document): readonly YAMLMap<Node, Node>[] {
  return map.items.filter(isMerge).flatMap(({ value }) => {
    const sources = isSeq<Node>(value) ? value.items : [value]
    return sources
      .map((source) => (isAlias(source) ? source.resolve(document) : source))
      .filter((source): source is YAMLMap<Node, Node> => isMap(source))
  })
}

export function isMerge({ key }: Pair<Node, Node>): boolean {
  return isScalar(key) && typeof key.value === 'symbol'
}

function anchorOf(node: unknown): string | undefined {
  return isNode(node) && 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined
}

function aliasesOf(document: Document): readonly string[] {
  const names: string[] = []
  visit(document, { Alias: (_, { source }) => void names.push(source) })
  return names
}
