/** A history without the ids of AWS accounts, for readers who should not know them. */

/** A number of 12 digits that stands alone. */
const TWELVE = /(?<!\d)\d{12}(?!\d)/g
/** `202401311011`: a year, month, day, hour and minute, as names of images have them. */
const DATE = /^20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d$/

/**
 * The value with each account id replaced by `account 1`, `account 2` and so on, in every text. Any 12 digits count as one, but
 * for dates that no `account` has, and for what else stands in the address of a run.
 */
export function withoutAccounts<Value>(value: Value): Value {
  const known = new Set<string>()
  walk(value, (text, key) => {
    if (key === 'account' || text.startsWith('arn:')) for (const id of text.match(TWELVE) ?? []) known.add(id)
    return text
  })
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `account ${names.size + 1}`
    names.set(id, name)
    return name
  }
  return walk(value, (text, key) =>
    text.replace(TWELVE, (id) => (known.has(id) || (key !== 'run' && !DATE.test(id)) ? nameOf(id) : id)),
  ) as Value
}

function walk(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (Array.isArray(value)) return value.map((each) => walk(each, change, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, change, name)]))
}
