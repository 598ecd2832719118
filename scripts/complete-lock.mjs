// Adds to package-lock.json the platform packages that `npm install` left out, so that `npm ci` accepts it everywhere.
// npm records an optional package only where the registry could answer for it while it was resolving; one that is
// missing makes every later `npm ci` stop with "Missing: ... from lock file". Run this after each change of a dependency
// that ships a binary per platform: `node scripts/complete-lock.mjs`, with `--check` to only say what is missing.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const fields = ['version', 'dist.integrity', 'os', 'cpu', 'libc', 'engines', 'license']
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** Where `name` would be found from the package at `path`: the innermost node_modules that holds it. */
function resolve(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (candidate in lock.packages) return candidate
    if (folder === '') return undefined
  }
}

/** The optional dependencies without an entry: `name@range` with the path of the package that wants it. */
function missing() {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => resolve(path, name) === undefined)
      .map(([name, range]) => ({ path, name, range })),
  )
}

/** By key, with plain objects behind all other values: npm's own order. */
function sorted(object) {
  const isObject = (value) => typeof value === 'object' && !Array.isArray(value)
  const entries = Object.entries(object).sort(
    ([leftKey, left], [rightKey, right]) => isObject(left) - isObject(right) || leftKey.localeCompare(rightKey, 'en'),
  )
  return Object.fromEntries(entries)
}

/** The lock entry of one package as npm would have written it, without the address it comes from. */
function entryOf({ path, name, range }) {
  const answer = JSON.parse(
    execFileSync('npm', ['view', `${name}@${range}`, ...fields, '--json'], { encoding: 'utf8' }),
  )
  const { 'dist.integrity': integrity, version, ...rest } = Array.isArray(answer) ? answer.at(-1) : answer
  if (!integrity) throw new Error(`${name}@${range}: the registry gives no integrity`)
  const details = { ...rest, ...(lock.packages[path].dev ? { dev: true } : {}), optional: true }
  return { version, integrity, ...sorted(details) }
}

const wanted = missing()
if (process.argv.includes('--check')) {
  for (const { path, name, range } of wanted) console.log(`${name}@${range}, wanted by ${path}`)
  process.exit(wanted.length > 0 ? 1 : 0)
}

for (const one of wanted) {
  lock.packages[`node_modules/${one.name}`] = entryOf(one)
  console.log(`added ${one.name}@${one.range}`)
}
for (const entry of Object.values(lock.packages)) delete entry.resolved
lock.packages = sorted(lock.packages)
writeFileSync('package-lock.json', JSON.stringify(lock, undefined, 2) + '\n')
