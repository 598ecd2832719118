import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

test('V8 knows the flags that bound the heap: one that it does not know would be told in the log of every step', () => {
  const source = readFileSync('src/platform/heap-growth.ts', 'utf8')
  const flags = [...source.matchAll(/'(--[a-z-]+)=/g)].map(([, flag]) => flag)
  expect(flags).toHaveLength(2)
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  for (const flag of flags) expect(stdout).toContain(`${flag} (`)
})
