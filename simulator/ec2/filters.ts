import { ServiceFault } from '../fault.ts'
import { invalidValue } from './faults.ts'
import { shownValues, type Shown } from './shown.ts'

/** A filter as every Describe call of EC2 takes it. */
export interface Filter {
  readonly Name?: string | undefined
  readonly Values?: readonly string[] | undefined
}

/** How to read what a filter compares: one value, several of which one must match, or none. */
export type Fields<T> = Readonly<Record<string, (item: T) => string | readonly (string | undefined)[] | undefined>>

/** What a set of filters is applied to. */
export interface Filterable<T> {
  readonly fields: Fields<T>
  readonly tagsOf?: (item: T) => ReadonlyMap<string, string>
  readonly shown?: Shown<T>
}

const NO_TAGS: ReadonlyMap<string, string> = new Map()

/**
 * All filters must match, one value of each suffices; `*` and `?` are globs, `\` makes them literal; case counts.
 * Throws `InvalidParameterValue` for a filter that the call does not know.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
 */
export function matcher<T>(filters: readonly Filter[] | undefined, over: Filterable<T>): (item: T) => boolean {
  const tests = (filters ?? []).map((filter) => one(filter, over))
  return (item) => tests.every((test) => test(item))
}

function one<T>(filter: Filter, { fields, tagsOf, shown }: Filterable<T>): (item: T) => boolean {
  const name = filter.Name ?? 'null'
  const matches = valueTest(filter.Values ?? [])
  const tags = tagsOf ?? (() => NO_TAGS)
  if (tagsOf !== undefined && name.startsWith('tag:')) {
    const key = name.slice(4)
    return (item) => matches(tags(item).get(key))
  }
  if (tagsOf !== undefined && name === 'tag-key') return (item) => [...tags(item).keys()].some(matches)
  if (tagsOf !== undefined && name === 'tag-value') return (item) => [...tags(item).values()].some(matches)
  const read = Object.hasOwn(fields, name) ? fields[name] : shown && shownValues(shown, name)
  if (read === undefined) throw invalidValue(`The filter '${name}' is invalid`)
  return (item) => {
    const value = read(item)
    return Array.isArray(value) ? value.some(matches) : matches(value as string | undefined)
  }
}

function valueTest(values: readonly string[]): (value: string | undefined) => boolean {
  if (values.length > 200) {
    throw new ServiceFault(
      'FilterLimitExceeded',
      'The maximum number of filter values specified on a single call is 200',
    )
  }
  const exact = new Set(values.filter((value) => !/[*?\\]/.test(value)))
  const globs = values.filter((value) => /[*?\\]/.test(value)).map(globToRegExp)
  return (value) => value !== undefined && (exact.has(value) || globs.some((glob) => glob.test(value)))
}

function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\\(.)|[*?]|[.+^${}()|[\]\\/-]/gs, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    if (found === '*') return '.*'
    return found === '?' ? '.' : `\\${found}`
  })
  return new RegExp(`^${source}$`, 's')
}
