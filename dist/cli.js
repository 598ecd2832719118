#!/usr/bin/env node
// The command: written by `npm run package`.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    if (groups.has(key)) groups.get(key).push(item)
    else groups.set(key, [item])
  }
  return groups
}
Promise.withResolvers ??= function () {
  const made = {}
  made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}
URL.parse ??= (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null)
process.env.STATE_step = 'command'
await import('./index.js')
