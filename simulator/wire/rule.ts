import type { ShapeConstraint } from './constraint-table.ts'

/** What a rule is about; `each`, `keys` and `entries` are those of the items of a list, and of a map. */
export type RuleKind =
  | 'required'
  | 'whole'
  | 'shortest'
  | 'longest'
  | 'smallest'
  | 'largest'
  | 'pattern'
  | 'values'
  | 'each'
  | 'keys'
  | 'entries'

/** One rule that a value has to keep, and AWS's words for it. */
export interface Rule {
  readonly kind: RuleKind
  readonly words: string
  readonly isKept: (value: unknown) => boolean
}

/** A member that has to be there. */
export const REQUIRED: Rule = { kind: 'required', words: 'Member must not be null', isKept: () => false }

/** The rules of a shape whose values are numbers, texts, bytes, lists or maps, in the order in which AWS names them. */
export function rulesOf(constraint: ShapeConstraint, type: 'number' | 'text' | 'other'): readonly Rule[] {
  const { whole, max, min, pattern, values } = constraint
  const rules: Rule[] = []
  if (type === 'number') {
    if (whole !== undefined) rules.push(wholeNumber(2 ** (whole - 1)))
    if (max !== undefined) rules.push(bound('largest', `less than or equal to ${max}`, (number) => number <= max))
    if (min !== undefined) rules.push(bound('smallest', `greater than or equal to ${min}`, (number) => number >= min))
    return rules
  }
  if (max !== undefined) rules.push(length('longest', `less than or equal to ${max}`, (size) => size <= max))
  if (min !== undefined) rules.push(length('shortest', `greater than or equal to ${min}`, (size) => size >= min))
  if (type !== 'text') return rules
  if (pattern !== undefined) rules.push(matching(pattern))
  if (values !== undefined) rules.push(oneOf(values))
  return rules
}

/** The rules of a list or a map that each of its items keeps these: one in AWS's words, another of what can be read at all. */
export function ofItems(kind: 'each' | 'keys' | 'entries', rules: readonly Rule[]): readonly Rule[] {
  const whole = rules.filter((rule) => rule.kind === 'whole')
  const others = rules.filter((rule) => rule.kind !== 'whole')
  return [
    ...whole.map((rule) => ({ ...rule, isKept: (list: unknown) => (list as readonly unknown[]).every(rule.isKept) })),
    ...(others.length === 0 ? [] : [itemsRule(kind, others)]),
  ]
}

function itemsRule(kind: 'each' | 'keys' | 'entries', rules: readonly Rule[]): Rule {
  const subject = { each: 'Member', keys: 'Map keys', entries: 'Map value' }[kind]
  const isKeptBy = (item: unknown): boolean => rules.every((rule) => rule.isKept(item))
  return {
    kind,
    words: `${subject} must satisfy constraint: [${rules.map(({ words }) => words).join(', ')}]`,
    isKept: (value) => (Array.isArray(value) ? value : itemsOf(kind, value as object)).every(isKeptBy),
  }
}

const itemsOf = (kind: 'each' | 'keys' | 'entries', map: object): readonly unknown[] =>
  kind === 'keys' ? Object.keys(map) : Object.values(map)

const wholeNumber = (beyond: number): Rule => ({
  kind: 'whole',
  words: 'Member must be a whole number',
  isKept: (value) => Number.isInteger(value) && Number(value) >= -beyond && Number(value) < beyond,
})

const bound = (kind: 'smallest' | 'largest', words: string, isKept: (value: number) => boolean): Rule => ({
  kind,
  words: `Member must have value ${words}`,
  isKept: (value) => isKept(Number(value)),
})

const length = (kind: 'shortest' | 'longest', words: string, isKept: (size: number) => boolean): Rule => ({
  kind,
  words: `Member must have length ${words}`,
  isKept: (value) => isKept(sizeOf(value)),
})

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Uint8Array) return value.length
  return Object.keys(value as object).length
}

/** AWS matches whole texts, as Java's `matches` does. */
const matching = (pattern: string): Rule => {
  const expression = new RegExp(`^(?:${pattern})$`, 'u')
  return {
    kind: 'pattern',
    words: `Member must satisfy regular expression pattern: ${pattern}`,
    isKept: (value) => expression.test(value as string),
  }
}

const oneOf = (values: readonly string[]): Rule => {
  const allowed = new Set(values)
  return {
    kind: 'values',
    words: `Member must satisfy enum value set: [${values.join(', ')}]`,
    isKept: (value) => allowed.has(value as string),
  }
}
