import { isAlias, isMap, isScalar, Pair, type Document, type Node, type YAMLMap } from 'yaml'
import { pathText, type ShowValue, type UserDataChange } from './diff.ts'
import { UserDataError } from './error.ts'
import { addPair, removePair, replaceValue, type EditTarget } from './edit.ts'
import { endOffset, isBlockCollection, lineEndOf, startOffset, tokensOf, type Splice } from './layout.ts'
import { isNothing, mapOf, withoutDeletions } from './render.ts'
import { isAliasTarget, isMerge, isShared, mergedInto } from './sharing.ts'
import { meaningOf, sameMeaning, type MaybeNode } from './value.ts'

/** One edit of the text that brings a document nearer to what is wanted. */
export interface YamlEdit {
  readonly splices: readonly Splice[]
  readonly change: UserDataChange
}

/** A mapping of the document, what is wanted of it, and how one gets there from the root. */
export interface Visit {
  readonly document: Document
  readonly target: EditTarget
  readonly wanted: YAMLMap<Node, Node>
  readonly path: readonly Node[]
  /** Masks what must not stand in a log. */
  readonly show: ShowValue
  /** The pair whose value the mapping is, and where that pair stands; undefined at the root. */
  readonly holder: { readonly target: EditTarget; readonly pair: Pair<Node, Node> } | undefined
}

/**
 * The first edit that is still to be made: values before deletions, so that a mapping is not emptied on the way.
 * Undefined when the document has everything that is wanted. Throws a `UserDataError` where an edit is not safe.
 */
export function nextEdit(visit: Visit): YamlEdit | undefined {
  return firstStep(visit, setStep) ?? firstStep(visit, deleteStep)
}

type Rule = (visit: Visit, wanted: Pair<Node, Node>, existing: Pair<Node, Node> | undefined) => YamlEdit | undefined

function firstStep(visit: Visit, rule: Rule): YamlEdit | undefined {
  for (const wanted of visit.wanted.items) {
    const existing = pairOf(visit, wanted.key)
    const step = (existing && stepInside(visit, { wanted, existing, rule })) ?? rule(visit, wanted, existing)
    if (step) return step
  }
  return undefined
}

interface Meeting {
  readonly wanted: Pair<Node, Node>
  readonly existing: Pair<Node, Node>
  readonly rule: Rule
}

/** Where a mapping meets a mapping, the keys inside are merged. */
function stepInside(visit: Visit, { wanted, existing, rule }: Meeting): YamlEdit | undefined {
  const { document, target, show } = visit
  const old = isAlias(existing.value) ? existing.value.resolve(document) : existing.value
  if (!isMap<Node, Node>(wanted.value) || !isMap<Node, Node>(old)) return undefined
  const path = [...visit.path, wanted.key]
  const inner: Visit = {
    document,
    wanted: wanted.value,
    path,
    show,
    target: { ...target, map: old },
    holder: { target, pair: existing },
  }
  const step = firstStep(inner, rule)
  if (step && isAlias(existing.value)) throw refusal(path, 'is an alias, so what it holds belongs to another key')
  if (step && isAliasTarget(old, document)) throw refusal(path, 'is used elsewhere through an alias')
  return step
}

function setStep(visit: Visit, wanted: Pair<Node, Node>, existing: Pair<Node, Node> | undefined): YamlEdit | undefined {
  const { document, target } = visit
  const path = [...visit.path, wanted.key]
  const value = isMap<Node, Node>(wanted.value) ? withoutDeletions(wanted.value) : wanted.value
  if (!value || isNothing(value)) return undefined
  if (existing === undefined) {
    const inherited = inheritedPair(visit, wanted.key)
    if (inherited && isMap(value)) throw refusal(path, 'comes from another mapping by the merge key "<<"')
    if (inherited && sameMeaning(inherited.value, value, document)) return undefined
    const change = { path: pathText(path), before: undefined, after: visit.show(path, value) }
    return { change, splices: addPair(target, new Pair<Node, Node>(wanted.key, value)) }
  }
  const old: MaybeNode = existing.value
  const resolved = isAlias(old) ? old.resolve(document) : old
  // Mappings have been merged by now, and what is left in them is as wanted.
  if ((isMap(resolved) && isMap(value)) || sameMeaning(old, value, document)) return undefined
  requireReplaceable(visit, { path, pair: existing, value })
  const change = { path: pathText(path), before: visit.show(path, old ?? undefined), after: visit.show(path, value) }
  return { change, splices: replaceValue(target, existing, value) }
}

function deleteStep(
  visit: Visit,
  wanted: Pair<Node, Node>,
  existing: Pair<Node, Node> | undefined,
): YamlEdit | undefined {
  if (!isNothing(wanted.value)) return undefined
  const { document, target, holder } = visit
  const path = [...visit.path, wanted.key]
  if (inheritedPair(visit, wanted.key)) throw refusal(path, 'comes from another mapping by the merge key "<<"')
  if (existing === undefined) return undefined
  requireKeyForm(path, existing)
  if (isShared(existing.value, document) || isShared(existing.key, document)) {
    throw refusal(path, 'is used elsewhere through an alias')
  }
  const change = { path: pathText(path), before: visit.show(path, existing.value ?? null), after: undefined }
  if (target.map.items.length > 1 || target.map.flow === true) return { change, splices: removePair(target, existing) }
  if (holder === undefined) return { change, splices: emptied(target, existing) }
  requireReplaceable(visit, { path: visit.path, pair: holder.pair, value: noKeys })
  return { change, splices: replaceValue(holder.target, holder.pair, noKeys) }
}

const noKeys = mapOf([], 'flow')

function emptied({ text }: EditTarget, last: Pair<Node, Node>): readonly Splice[] {
  const end = endOffset(last, text)
  const open = end === text.length || text[end - 1] === '\n'
  return [{ start: startOffset(last), end, text: open ? `{}${end === text.length ? '' : lineEndOf(text)}` : '{}' }]
}

function pairOf({ target, path }: Visit, key: Node): Pair<Node, Node> | undefined {
  if (!isScalar(key)) return undefined
  const alike = target.map.items.filter(
    (pair) => isScalar(pair.key) && !isMerge(pair) && String(pair.key.value) === String(key.value),
  )
  const found = alike.filter((pair) => isScalar(pair.key) && meaningOf(pair.key) === meaningOf(key))
  if (found.length > 1) throw refusal([...path, key], 'stands more than once')
  if (found.length === 0 && alike.length > 0) {
    // `"80"` next to `80` would be a second key that looks like the first.
    const why = 'is written there with another type (text in quotes or a plain value); write it the same way'
    throw refusal([...path, key], why)
  }
  return found[0]
}

function inheritedPair({ target, document }: Visit, key: Node): Pair<Node, Node> | undefined {
  return mergedInto(target.map, document)
    .flatMap((map) => map.items)
    .find((pair) => sameMeaning(pair.key, key, document))
}

interface Replacement {
  readonly path: readonly Node[]
  readonly pair: Pair<Node, Node>
  readonly value: Node
}

function requireReplaceable({ document }: Visit, { path, pair, value }: Replacement): void {
  requireKeyForm(path, pair)
  const old = pair.value
  if (isShared(old, document)) throw refusal(path, 'is used elsewhere through an alias')
  const marks = tokensOf(pair, 'sep').map(({ type }) => type)
  if (marks.includes('tag')) throw refusal(path, 'has an explicit type (a tag)')
  if (marks.includes('anchor') && (isBlockCollection(old) || isBlockCollection(value) || isNothing(old))) {
    throw refusal(path, 'has an anchor')
  }
}

function requireKeyForm(path: readonly Node[], pair: Pair<Node, Node>): void {
  if (tokensOf(pair, 'start').some(({ type }) => type === 'explicit-key-ind')) {
    throw refusal(path, 'is written with an explicit "?"')
  }
}

function refusal(path: readonly Node[], why: string): UserDataError {
  return new UserDataError(`The key ${pathText(path)} of the user data cannot be changed: it ${why}.`)
}
