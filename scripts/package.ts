/** Bundles build/src/index.js with all it needs into dist/, from nothing, so that no stale chunk stays behind. */
import '../simulator/require-node-24.ts'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'

/** Of package.json. */
interface Manifest {
  /** Where its ES modules begin. */
  readonly module?: string
  readonly exports?: Exports
}
type Exports = string | { readonly [condition: string]: Exports }

const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
// dist/ is replaced only after a bundle without errors.
const fresh = 'build/dist'
const bundle = `build build/src/index.js --out ${fresh} --license licenses.txt --target es2022 --no-cache --quiet`

/** Packages that the bundler finds here before those of node_modules: what Node reads at each start is made less. */
const nearer = 'build/node_modules'

rmSync(fresh, { recursive: true, force: true })
rmSync(nearer, { recursive: true, force: true })
cpSync('node_modules/@actions/core', `${nearer}/@actions/core`, { recursive: true, dereference: true })
// It can ask for an id token; the action asks for its tokens itself (src/platform/id-token.ts). Its client is two thirds of a start.
leaveOut('@actions/http-client', ['HttpClient', 'BearerCredentialHandler'], { './lib/auth': './index.js' })
// It can run programs to tell on what machine it is.
leaveOut('@actions/exec', ['getExecOutput'])
for (const scope of ['@aws-sdk', '@smithy'])
  for (const name of readdirSync(join('node_modules', scope))) takeModules(`${scope}/${name}`)
const run = spawnSync(process.execPath, [ncc, ...bundle.split(' ')], { stdio: 'inherit' })
rmSync(nearer, { recursive: true })
if (run.status !== 0) process.exit(run.status ?? 1)

// The chart library takes 2.3 MB with its comments, and a quarter without; licenses.txt has its licences.
for (const name of readdirSync(fresh)) {
  const path = join(fresh, name)
  const text = readFileSync(path, 'utf8')
  if (!text.includes('node_modules/zrender/lib/core/util.js')) continue
  const { code } = transformSync(text, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' })
  writeFileSync(path, code)
}

// A path of the machine that built it would make every other machine's bundle differ.
const ownPaths = [process.cwd(), homedir()].filter((path) => path.length > 1)
const leaking = readdirSync(fresh).filter((name) => {
  const text = readFileSync(join(fresh, name), 'utf8')
  // With node_modules behind a symbolic link, modules are named by where that leads to.
  return ownPaths.some((path) => text.includes(`${path}/`)) || /\.\.\/[^"' ]*node_modules\//.test(text)
})
if (leaking.length > 0) {
  console.error(`A path of this machine is in the bundle: ${leaking.join(', ')}`)
  process.exit(1)
}

// A file of its own, and no mark in the runner's state: where the state was lost, the post step must not roll anew.
writeFileSync(
  join(fresh, 'post.js'),
  "// The post step: written by `npm run package`.\nprocess.env.STATE_step = 'post'\nawait import('./index.js')\n",
)

// The command, for a Node that a laptop may have: what the sources use and Node 20 lacks is added before they are loaded.
writeFileSync(
  join(fresh, 'cli.js'),
  `#!/usr/bin/env node
// The command: written by \`npm run package\`.
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
`,
  { mode: 0o755 },
)

rmSync('dist', { recursive: true, force: true })
renameSync(fresh, 'dist')

/** Puts a package without code in the place of one that is never used. */
function leaveOut(name: string, exported: readonly string[], exports: Readonly<Record<string, string>> = {}): void {
  const folder = `${nearer}/${name}`
  mkdirSync(folder, { recursive: true })
  // Other packages of the bundle may use it: its licence stays among the others.
  cpSync(
    `node_modules/${name}/LICENSE${existsSync(`node_modules/${name}/LICENSE.md`) ? '.md' : ''}`,
    `${folder}/LICENSE`,
  )
  const manifest = { name, license: 'MIT', type: 'module', exports: { '.': './index.js', ...exports } }
  writeFileSync(`${folder}/package.json`, JSON.stringify(manifest))
  const refusing = exported.map(
    (each) => `export function ${each}() {\n  throw new Error('${name} is not in the bundle.')\n}\n`,
  )
  writeFileSync(`${folder}/index.js`, refusing.join(''))
}

/**
 * Lets the bundler take the ES modules of a package, of which it leaves out what is not used. In Node it takes CommonJS otherwise, which
 * is there as a whole: all that the clients of AWS share is one file.
 */
function takeModules(name: string): void {
  const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as Manifest
  const { module, exports } = manifest
  if (module === undefined) return
  cpSync(`node_modules/${name}`, `${nearer}/${name}`, {
    recursive: true,
    dereference: true,
    filter: (path) => !/\/dist-(cjs|types)$/.test(path),
  })
  const changed = { ...manifest, main: module, ...(exports && { exports: withoutNode(exports) }) }
  writeFileSync(`${nearer}/${name}/package.json`, JSON.stringify(changed))
}

/** The same, without what Node alone is given. */
function withoutNode(exports: Exports): Exports {
  return typeof exports === 'string'
    ? exports
    : Object.fromEntries(
        Object.entries(exports).flatMap(([condition, each]) =>
          condition === 'node' ? [] : [[condition, withoutNode(each)]],
        ),
      )
}
