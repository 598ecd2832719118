import { parseDocument } from 'yaml'

/** A YAML document as plain values (mappings as `Map`), read by one version of the language; undefined where it cannot be. */
export function plainOf(text: string, version: '1.1' | '1.2'): { readonly value: unknown } | undefined {
  const document = parseDocument(text, {
    version,
    merge: true,
    intAsBigInt: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  if (document.errors.length > 0) return undefined
  try {
    return { value: document.toJS({ mapAsMap: true }) as unknown }
  } catch {
    // Merge keys that hold no mapping, or aliases that multiply beyond all measure.
    return undefined
  }
}

/** The deep merge of plain values: `null` deletes, mappings are merged, everything else is replaced. */
export function mergedPlain(before: unknown, wanted: unknown): unknown {
  if (!(wanted instanceof Map)) return wanted
  const result = new Map<unknown, unknown>(before instanceof Map ? before : [])
  for (const [key, value] of wanted as Map<unknown, unknown>) {
    if (value === null) result.delete(key)
    else if (value instanceof Map && !(result.get(key) instanceof Map)) {
      // A mapping that only deletes has nothing to delete here.
      if (hasValues(value)) result.set(key, mergedPlain(undefined, value))
    } else result.set(key, mergedPlain(result.get(key), value))
  }
  return result.size === 0 && before !== undefined && !(before instanceof Map) && !hasValues(wanted) ? before : result
}

/** Whether two plain values are equal; the order of a mapping's keys does not matter. */
export function equalPlain(one: unknown, other: unknown): boolean {
  if (one instanceof Map && other instanceof Map) {
    return one.size === other.size && [...one].every(([key, value]) => hasEntry(other, key, value))
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => equalPlain(item, other[index]))
  }
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  if (one instanceof Uint8Array && other instanceof Uint8Array) return String(one) === String(other)
  if (one instanceof Set && other instanceof Set) return equalPlain([...one], [...other])
  return Object.is(one, other)
}

function hasEntry(map: Map<unknown, unknown>, key: unknown, value: unknown): boolean {
  if (map.has(key)) return equalPlain(map.get(key), value)
  // Keys that are objects (dates, lists) are not found by identity.
  return [...map].some(([candidate, other]) => equalPlain(candidate, key) && equalPlain(other, value))
}

function hasValues(map: Map<unknown, unknown>): boolean {
  return map.size === 0 || [...map.values()].some((value) => (value instanceof Map ? hasValues(value) : value !== null))
}
