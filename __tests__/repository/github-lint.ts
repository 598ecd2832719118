import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `npm run lint:github` on files; on all that it checks by itself where none is given. */
export function lintGithub(paths: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/lint-github.mjs', ...paths], { encoding: 'utf8' })
}

/** The same on a file of that name with that text. */
export function lintFile(name: string, text: string) {
  const scratch = mkdtempSync(join(tmpdir(), 'fleet-patch-workflow-'))
  try {
    const path = join(scratch, name)
    writeFileSync(path, text)
    return lintGithub([path])
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** What is found on a page, each as `line:column severity: message`. */
export function lintPage(text: string) {
  const { status, stdout } = lintFile('page.md', text)
  return { status, places: stdout.split('\n').flatMap((line) => /^.*?page\.md:(.*)$/.exec(line)?.slice(1) ?? []) }
}
