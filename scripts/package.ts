/** Bundles build/src/index.js with all it needs into dist/, from nothing, so that no stale chunk stays behind. */
import '../simulator/require-node-24.ts'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'

const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
// dist/ is replaced only after a bundle without errors.
const fresh = 'build/dist'
const bundle = `build build/src/index.js --out ${fresh} --license licenses.txt --target es2022 --no-cache --quiet`

/**
 * What the bundler finds before the packages themselves. `@actions/core` can ask for an id token, with an HTTP client that is two
 * thirds of what Node would read at each start; the action asks for its tokens itself (src/platform/id-token.ts).
 */
const nearer = 'build/node_modules'
const withoutClient = `${nearer}/@actions/http-client`

rmSync(fresh, { recursive: true, force: true })
cpSync('node_modules/@actions/core', `${nearer}/@actions/core`, { recursive: true, dereference: true })
mkdirSync(withoutClient, { recursive: true })
// Other packages of the bundle do use the client: its licence stays among the others.
cpSync('node_modules/@actions/http-client/LICENSE', `${withoutClient}/LICENSE`)
writeFileSync(
  `${withoutClient}/package.json`,
  JSON.stringify({
    name: '@actions/http-client',
    license: 'MIT',
    type: 'module',
    exports: { '.': './index.js', './lib/auth': './index.js' },
  }),
)
writeFileSync(
  `${withoutClient}/index.js`,
  `export class HttpClient {
  constructor() {
    throw new Error('The HTTP client of @actions/core is not in the bundle.')
  }
}
export class BearerCredentialHandler {}
`,
)
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
