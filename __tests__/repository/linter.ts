import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Path of a file in the repository, and its content. */
export type Sources = Readonly<Record<string, string>>

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

/**
 * The linter's result for each of the given sources, laid out in folders of their own under this repository's
 * configuration: per path the broken rules, sorted, `[]` where there are none.
 */
export function lint(repositories: readonly Sources[]): Record<string, string[]>[] {
  const root = mkdtempSync(join(tmpdir(), 'fleet-patch-lint-'))
  try {
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    for (const [index, sources] of repositories.entries()) {
      const folder = join(root, String(index))
      for (const [path, text] of Object.entries(sources)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      for (const name of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(name, join(folder, name))
    }
    const linter = ['node_modules/oxlint/bin/oxlint', '--type-aware', '--format', 'json']
    const folders = repositories.map((_, index) => String(index))
    const run = spawnSync(process.execPath, [...linter, ...folders], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (!run.stdout.startsWith('{')) throw new Error(`The linter did not answer: ${run.stdout}${run.stderr}`)
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] }
    const rulesOf = (path: string): string[] =>
      diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code)
    return repositories.map((sources, index) =>
      Object.fromEntries(Object.keys(sources).map((path) => [path, rulesOf(`${index}/${path}`).toSorted()])),
    )
  } finally {
    rmSync(root, { recursive: true })
  }
}
