import { readFileSync } from 'node:fs'
import { join } from 'node:path'

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
  expect([...loaded].filter((path) => path.startsWith('src/modes/'))).toEqual(['src/modes/images.ts'])
})
