/**
 * Writes many mutants into one text, so that a process can play worlds with the one or the other without being started anew: around
 * each broken expression stands a question whether its mutant is on, and each time that it is asked the mutant is reached. Where
 * nothing but a value comes of the expression both are handed over, and can be compared.
 */
import { parsers } from 'prettier/plugins/babel'
import type { Mutant } from './mutant.ts'
import { mutated } from './patch.ts'

/** A mutant with the number under which it is switched on. */
export interface Numbered {
  readonly number: number
  readonly mutant: Mutant
}

export interface Switched {
  readonly text: string
  /** What can be switched at any time. */
  readonly numbers: readonly number[]
  /** What runs once, when the file is loaded: it must be on by then. What is in neither list stands in no expression. */
  readonly atLoad: readonly number[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** A node with those around it, the innermost first, and under which property of the one around it it stands. */
interface Place {
  readonly node: Node
  readonly key: string
  readonly around: readonly Node[]
}

/** A part of the text, and what stands there with a mutant on. */
interface Part {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly broken: string
  readonly isBody: boolean
  readonly isStatement: boolean
  /** Nothing but a value comes of it. */
  readonly isPure: boolean
  readonly isAtLoad: boolean
}

/** Where any expression may stand in parentheses: the property of the node around it. */
const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['init'],
  ReturnStatement: ['argument'],
  ArrowFunctionExpression: ['body'],
  CallExpression: ['arguments'],
  OptionalCallExpression: ['arguments'],
  NewExpression: ['arguments'],
  BinaryExpression: ['left', 'right'],
  LogicalExpression: ['left', 'right'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  IfStatement: ['test'],
  WhileStatement: ['test'],
  UnaryExpression: ['argument'],
  TemplateLiteral: ['expressions'],
  ArrayExpression: ['elements'],
  ObjectProperty: ['value'],
  SpreadElement: ['argument'],
  AwaitExpression: ['argument'],
  ExpressionStatement: ['expression'],
  AssignmentExpression: ['right'],
  ForOfStatement: ['right'],
  TSAsExpression: ['expression'],
}

/**
 * The text of one file with all mutants of it, each off until `globalThis.isMutantOn` says otherwise, or `globalThis.eitherOf` where
 * the file is pure: then nothing is changed by what it evaluates.
 */
export async function switched(source: string, mutants: readonly Numbered[], isPure = false): Promise<Switched> {
  const places = placesIn(await parsed(source))
  const found = await Promise.all(mutants.map(async (one) => await partOf({ source, places, isPure }, one)))
  const parts = found.filter((part) => part !== undefined)
  const numbersOf = (isAtLoad: boolean): readonly number[] =>
    parts.filter((part) => part.isAtLoad === isAtLoad).map(({ number }) => number)
  return { text: written(source, parts, [0, source.length]), numbers: numbersOf(false), atLoad: numbersOf(true) }
}

const parsed = async (source: string): Promise<Node> => {
  // Of prettier's parser no more is told than that it gives a tree.
  const tree: unknown = await parsers['babel-ts'].parse(source, {} as never)
  return (tree as { program: Node }).program
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value

function placesIn(node: Node, key = '', around: readonly Node[] = []): readonly Place[] {
  const inside = Object.entries(node).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (isNode(each) && name !== 'tokens' && !name.endsWith('omments') ? placesIn(each, name, [node, ...around]) : [])),
  ) // prettier-ignore
  return [{ node, key, around }, ...inside]
}

const isFunction = ({ type }: Node): boolean => /Function|Method/.test(type)

function isExpression({ node, key, around }: Place): boolean {
  const [parent] = around
  if (parent === undefined) return false
  const isOfPattern = around[1]?.type === 'ObjectPattern' || ('shorthand' in parent && parent.shorthand === true)
  // Without semicolons a line that begins with a parenthesis goes on with the one before.
  const begins = around.some(({ type, start }) => type === 'ExpressionStatement' && start === node.start)
  const isPlain = !/^(?:Spread|Block|TS(?!As))/.test(node.type) && !isOfPattern
  return EXPRESSIONS[parent.type]?.includes(key) === true && isPlain && (!begins || key === 'expression')
}

const isBody = ({ node, around }: Place): boolean =>
  node.type === 'BlockStatement' && around[0] !== undefined && isFunction(around[0])

interface File {
  readonly source: string
  readonly places: readonly Place[]
  readonly isPure: boolean
}

/** What waits, or changes a variable around it, cannot be evaluated for its value alone. */
const DOES_MORE = /^(?:AwaitExpression|YieldExpression|AssignmentExpression|UpdateExpression|ThrowStatement)$/

/** Whether a part is a value, or the body of a function that gives one at once; what is in the functions within it may wait. */
function isValue({ node, around }: Place, places: readonly Place[]): boolean {
  const [parent] = around
  const isLater = parent !== undefined && 'async' in parent && parent.async === true && isFunction(parent)
  const isGenerator = parent !== undefined && 'generator' in parent && parent.generator === true
  const within = places.filter((place) => place.around.includes(node))
  return (
    !isLater && !isGenerator && !DOES_MORE.test(node.type) && !within.some((place) => DOES_MORE.test(place.node.type))
  )
}

/** The smallest part that is an expression, or a body of a function, with the mutant as without it. */
async function partOf({ source, places, isPure }: File, { number, mutant }: Numbered): Promise<Part | undefined> {
  const broken = mutated(source, mutant)
  const first = source.indexOf(mutant.find)
  const [start, end] = [first + alikeAtStart(mutant), first + mutant.find.length]
  const longer = broken.length - source.length
  const tree = await parsed(broken).catch(() => undefined)
  if (tree === undefined) return undefined
  const kept = new Set(
    placesIn(tree)
      .filter((one) => isExpression(one) || isBody(one))
      .map((one) => keyOf(one)),
  )
  const holding = places
    .filter(({ node }) => node.start <= start && end <= node.end)
    .filter((one) => (isExpression(one) || isBody(one)) && kept.has(keyOf(one, longer)))
    .toSorted((one, other) => one.node.end - one.node.start - (other.node.end - other.node.start))
  const [smallest] = holding
  if (smallest === undefined) return undefined
  const { node, around } = smallest
  return {
    number,
    start: node.start,
    end: node.end,
    broken: broken.slice(node.start, node.end + longer),
    isBody: isBody(smallest),
    isStatement: isStatement(smallest),
    isPure: isPure && around.some(isFunction) && !isStatement(smallest) && isValue(smallest, places),
    isAtLoad: !around.some(isFunction),
  }
}

/** How much of its text a mutant leaves as it is before it breaks anything, as the head of a function whose body it breaks. */
function alikeAtStart({ find, replace }: Pick<Mutant, 'find' | 'replace'>): number {
  const differing = find.split('').findIndex((letter, index) => letter !== replace[index])
  return differing < 0 ? find.length : differing
}

const isStatement = ({ key, around }: Place): boolean =>
  key === 'expression' && around[0]?.type === 'ExpressionStatement'

const keyOf = (place: Place, longer = 0): string =>
  `${place.node.start} ${place.node.end + longer} ${isBody(place) ? 'body' : 'expression'}`

/** The text between two places, with the parts in it, the outermost around the others. */
function written(source: string, parts: readonly Part[], [from, to]: readonly [number, number]): string {
  const first = parts
    .filter(({ start, end }) => from <= start && end <= to)
    .toSorted((one, other) => one.start - other.start || other.end - one.end)[0]
  if (first === undefined) return source.slice(from, to)
  const { start, end } = first
  const alike = parts.filter((part) => part.start === start && part.end === end)
  const inner = parts.filter((part) => !alike.includes(part))
  const own = written(source, inner, [start, end])
  const text = first.isBody ? bodyOf(alike, own) : expressionOf(alike, own)
  return `${source.slice(from, start)}${text}${written(source, inner, [end, to])}`
}

const isOn = ({ number }: Part): string => `globalThis.isMutantOn(${number})`

function bodyOf(parts: readonly Part[], own: string): string {
  if (!parts.every(({ isPure }) => isPure))
    return `{${parts.map((part) => `if (${isOn(part)}) {${part.broken}\nreturn}`).join('\n')}${own}}`
  return `{ return ${parts.reduce((rest, { number, broken }) => `globalThis.eitherOf(${number}, () => ${broken}, () => ${rest === own ? own : `(${rest})`})`, own)} }`
}

function expressionOf(parts: readonly Part[], own: string): string {
  if (parts.every(({ isPure }) => isPure))
    return parts.reduce(
      (rest, { number, broken }) => `globalThis.eitherOf(${number}, () => (${broken}\n), () => (${rest}\n))`,
      own,
    )
  const [first] = parts
  return `${first?.isStatement === true ? 'void 0, ' : ''}(${parts.map((part) => `${isOn(part)} ? (${part.broken}\n) : `).join('')}(${own}\n))`
}
