// What npm publishes is the bundle, which needs no other package: its package.json must not name any, or npm would install
// them, a Node of 189 MB among them. `--strip` writes that package.json before the tarball is packed, `--restore` puts the
// repository's own back after it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const kept = 'build/package.json.kept'
const FOR_DEVELOPMENT = [
  'scripts',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
]

// One that was left by a pack that was interrupted is the repository's own.
if (existsSync(kept)) renameSync(kept, 'package.json')
if (process.argv.includes('--strip')) {
  const text = readFileSync('package.json', 'utf8')
  const published = Object.entries(JSON.parse(text)).filter(([name]) => !FOR_DEVELOPMENT.includes(name))
  mkdirSync('build', { recursive: true })
  writeFileSync(kept, text)
  writeFileSync('package.json', `${JSON.stringify(Object.fromEntries(published), undefined, 2)}\n`)
}
