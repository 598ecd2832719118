/** What a Describe call shows of an item, and where in it a filter finds its values: `Groups.GroupId` reads each group of a list. */
export interface Shown<T> {
  readonly paths: Readonly<Record<string, string>>
  readonly shape: (item: T) => object
}

/** Reads the values of a filter; what is not shown of an item has none, so that no filter finds it. */
export function shownValues<T>({ paths, shape }: Shown<T>, filter: string): ((item: T) => string[]) | undefined {
  const path = Object.hasOwn(paths, filter) ? paths[filter] : undefined
  if (path === undefined) return undefined
  const names = path.split('.')
  return (item) => values(shape(item), names)
}

function values(value: unknown, names: readonly string[]): string[] {
  const [name, ...rest] = names
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((item) => values(item, names))
  if (name !== undefined) return values((value as Readonly<Record<string, unknown>>)[name], rest)
  if (value instanceof Date) return [value.toISOString()]
  return typeof value === 'object' ? [] : [String(value as string | number | boolean)]
}
