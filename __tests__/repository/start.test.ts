import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** All files that are loaded together with a file: its imports, and theirs, except types and `import()`. */
function loadedWith(path: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(path)) return loaded
  loaded.add(path)
  const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'"()]* from )?'([^']+)'/gm)
  for (const [, from = ''] of imports)
    if (from.startsWith('.')) loadedWith(join(path, '..', from), loaded)
    else loaded.add(from)
  return loaded
}

const foreign = (paths: Iterable<string>): string[] =>
  [...paths].filter((path) => /^src\/(aws|modes)\/|^@?aws|^@smithy|^yaml$/.test(path))

test('a run that refuses its inputs loads no mode, no YAML and nothing of AWS', () => {
  const loaded = loadedWith('src/index.ts')
  expect(loaded).toContain('src/inputs/inputs.ts')
  expect(loaded).toContain('@actions/core')
  expect(foreign(loaded)).toEqual([])
})

test('a mode loads what it needs and no other mode', () => {
  const loaded = loadedWith('src/modes/images.ts')
  expect(foreign(loaded)).toContain('src/aws/audit/audit.ts')
  const pages = [...loaded].filter((path) => path.startsWith('src/modes/')).toSorted()
  expect(pages).toEqual(['src/modes/governance.ts', 'src/modes/governed-audit.ts', 'src/modes/images.ts'])
})

/** Preloaded, it writes the address of every module that is loaded after it to the file that LOADED names. */
const noted = `
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED, url + '\\n')
    return next(url, context)
  },
})
`

/** Runs the sources as the entry point of a step with these variables; the packages and rooms of all that was loaded. */
function loadedInARun(variables: Readonly<Record<string, string>>): {
  readonly log: string
  readonly loaded: string[]
} {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-patch-start-'))
  try {
    const preload = join(folder, 'noted.mjs')
    const LOADED = join(folder, 'loaded')
    writeFileSync(preload, noted)
    const { stdout } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(preload).href, 'src/index.ts'],
      { encoding: 'utf8', env: { LOADED, AWS_EC2_METADATA_DISABLED: 'true', ...variables } },
    )
    const loaded = readFileSync(LOADED, 'utf8')
      .split('\n')
      .map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)|(src\/\w+)\//.exec(url))
    return { log: stdout, loaded: [...new Set(loaded.flatMap((match) => match?.[1] ?? match?.[2] ?? []))] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a run with wrong inputs ends without AWS and YAML in memory', () => {
  const { log, loaded } = loadedInARun({ INPUT_MODE: 'fly' })
  expect(log).toContain('::error title=')
  expect(loaded).toEqual(expect.arrayContaining(['@actions/core', 'src/inputs', 'src/main']))
  expect(loaded.filter((name) => /^(@aws|@smithy|yaml$|https?-proxy-agent|src\/(aws|modes))/.test(name))).toEqual([])
})
