/**
 * Metric math as GetMetricData takes it: numbers, ids, + - * /, comparisons, brackets, and FILL, IF, SUM, AVG, MIN, MAX.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
import { validationError } from '../fault.ts'

/** Values by the start of their period, in seconds. */
export type Series = ReadonlyMap<number, number>

type Value = number | Series

/** What an expression may name, and the periods for which anything was measured: FILL fills those. */
export interface MathScope {
  readonly series: (id: string) => Series | undefined
  readonly periods: readonly number[]
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(>=|<=|==|!=|[-+*/(),<>[\]]))/y

/** The series that an expression gives; a scalar stands at every period. */
export function metricMath(expression: string, scope: MathScope): Series {
  const parser = new Parser(expression, scope)
  const value = parser.whole()
  return typeof value === 'number' ? new Map(scope.periods.map((at) => [at, value])) : value
}

class Parser {
  readonly #expression: string
  readonly #tokens: readonly string[]
  readonly #scope: MathScope
  #at = 0

  constructor(expression: string, scope: MathScope) {
    this.#expression = expression
    this.#scope = scope
    this.#tokens = tokensOf(expression)
  }

  whole(): Value {
    const value = this.#comparison()
    if (this.#at < this.#tokens.length) throw invalid(this.#expression)
    return value
  }

  #comparison(): Value {
    const left = this.#sum()
    const compare = COMPARISONS[this.#peek()]
    if (compare === undefined) return left
    this.#at++
    return combined(left, this.#sum(), (one, other) => Number(compare(one, other)))
  }

  #sum(): Value {
    let value = this.#term()
    for (let sign = this.#peek(); sign === '+' || sign === '-'; sign = this.#peek()) {
      this.#at++
      const right = this.#term()
      value = combined(value, right, sign === '+' ? (one, other) => one + other : (one, other) => one - other)
    }
    return value
  }

  #term(): Value {
    let value = this.#unary()
    for (let sign = this.#peek(); sign === '*' || sign === '/'; sign = this.#peek()) {
      this.#at++
      const right = this.#unary()
      // Nothing is shown where the divisor is 0.
      value = combined(value, right, sign === '*' ? (one, other) => one * other : (one, other) => one / other)
    }
    return value
  }

  #unary(): Value {
    if (this.#peek() !== '-') return this.#primary()
    this.#at++
    return combined(0, this.#unary(), (one, other) => one - other)
  }

  #primary(): Value {
    const token = this.#tokens[this.#at++] ?? ''
    if (/^\d/.test(token)) return Number(token)
    if (token === '(') {
      const value = this.#comparison()
      this.#expect(')')
      return value
    }
    if (!/^[A-Za-z_]/.test(token)) throw invalid(this.#expression)
    if (this.#peek() === '(') return this.#call(token)
    const series = this.#scope.series(token)
    if (series === undefined) throw invalid(this.#expression)
    return series
  }

  #call(name: string): Value {
    this.#expect('(')
    if (this.#peek() === '[') return this.#overList(name)
    const args: Value[] = [this.#comparison()]
    while (this.#peek() === ',') {
      this.#at++
      args.push(this.#comparison())
    }
    this.#expect(')')
    const [first = 0, second = 0, third = 0] = args
    if (name === 'FILL' && args.length === 2) {
      return new Map(this.#scope.periods.map((at) => [at, valueAt(first, at) ?? valueAt(second, at) ?? 0]))
    }
    if (name === 'IF' && args.length === 3) return this.#choose(first, second, third)
    const reduce = REDUCTIONS[name]
    if (reduce === undefined || args.length !== 1) throw invalid(this.#expression)
    return typeof first === 'number' ? first : reduce([...first.values()])
  }

  /** `SUM([m1, m2])` is a series: period by period. */
  #overList(name: string): Value {
    this.#expect('[')
    const items: Value[] = [this.#comparison()]
    while (this.#peek() === ',') {
      this.#at++
      items.push(this.#comparison())
    }
    this.#expect(']')
    this.#expect(')')
    const reduce = REDUCTIONS[name]
    if (reduce === undefined) throw invalid(this.#expression)
    return this.#each((at) => {
      const values = items.map((item) => valueAt(item, at)).filter((value) => value !== undefined)
      return values.length === 0 ? undefined : reduce(values)
    })
  }

  #choose(condition: Value, yes: Value, no: Value): Value {
    return this.#each((at) => {
      const holds = valueAt(condition, at)
      return holds === undefined ? undefined : valueAt(holds === 0 ? no : yes, at)
    })
  }

  #each(of: (at: number) => number | undefined): Series {
    return new Map(
      this.#scope.periods.flatMap((at) => {
        const value = of(at)
        return value === undefined ? [] : [[at, value] as const]
      }),
    )
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #expect(token: string): void {
    if (this.#tokens[this.#at++] !== token) throw invalid(this.#expression)
  }
}

function tokensOf(expression: string): readonly string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const match = TOKEN.exec(expression)
    if (match === null) throw invalid(expression)
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '')
  }
  return tokens
}

const COMPARISONS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  '>': (one, other) => one > other,
  '<': (one, other) => one < other,
  '>=': (one, other) => one >= other,
  '<=': (one, other) => one <= other,
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const REDUCTIONS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: total,
  AVG: (values) => (values.length === 0 ? 0 : total(values) / values.length),
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
}

const valueAt = (value: Value, at: number): number | undefined => (typeof value === 'number' ? value : value.get(at))

/** Where a series has no value there is none of the result. */
function combined(one: Value, other: Value, operate: (one: number, other: number) => number): Value {
  if (typeof one === 'number' && typeof other === 'number') return operate(one, other)
  const periods = typeof one === 'number' ? (other as Series).keys() : one.keys()
  const result = new Map<number, number>()
  for (const at of periods) {
    const [left, right] = [valueAt(one, at), valueAt(other, at)]
    const value = left === undefined || right === undefined ? NaN : operate(left, right)
    if (Number.isFinite(value)) result.set(at, value)
  }
  return result
}

const invalid = (expression: string): Error => validationError(`Error in expression '${expression}' [Invalid syntax]`) // unsourced text
