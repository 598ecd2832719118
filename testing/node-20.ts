/**
 * Preloaded, it takes away what Node 24 has built in and Node 20.19 lacks, so that a test of the command meets what a laptop with Node 20
 * meets. The names are the difference of the globals of Node 20.20 and 24.21, and `URL.parse`, which came with 20.20.
 */
const MISSING = [
  'Array.fromAsync',
  'ArrayBuffer.prototype.transfer',
  'ArrayBuffer.prototype.transferToFixedLength',
  'Error.isError',
  'Intl.DurationFormat',
  'JSON.rawJSON',
  'Map.groupBy',
  'Object.groupBy',
  'Promise.try',
  'Promise.withResolvers',
  'RegExp.escape',
  'URL.parse',
  ...['difference', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf', 'symmetricDifference', 'union'].map((name) => `Set.prototype.${name}`), // prettier-ignore
  ...['drop', 'every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'take', 'toArray'].map((name) => `Iterator.prototype.${name}`), // prettier-ignore
  'AsyncDisposableStack',
  'CloseEvent',
  'DisposableStack',
  'Float16Array',
  'Iterator',
  'SuppressedError',
  'URLPattern',
  'WebSocket',
  'navigator',
]

for (const path of MISSING) {
  const names = path.split('.')
  const last = names.pop() ?? ''
  const holder = names.reduce<object | undefined>(
    (found, name) => (found === undefined ? undefined : (Reflect.get(found, name) as object | undefined)),
    globalThis,
  )
  if (holder !== undefined) Reflect.deleteProperty(holder, last)
}
