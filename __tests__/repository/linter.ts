import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Path of a file in the repository, and what stands in it. */
export type Sources = Readonly<Record<string, string>>

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

/**
 * What this repository's linter says of the given sources, laid out in an empty folder under its own configuration:
 * per path the rules it broke, sorted, `[]` where it is content.
 */
export function lint(sources: Sources): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-patch-lint-'))
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(name, join(folder, name))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const linter = ['node_modules/oxlint/bin/oxlint', '--type-aware', '--format', 'json', 'src', 'scripts']
    const run = spawnSync(process.execPath, linter, { cwd: folder, encoding: 'utf8' })
    if (!run.stdout.startsWith('{')) throw new Error(`The linter did not answer: ${run.stdout}${run.stderr}`)
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] }
    const rulesOf = (path: string): string[] =>
      diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code)
    return Object.fromEntries(Object.keys(sources).map((path) => [path, rulesOf(path).toSorted()]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
