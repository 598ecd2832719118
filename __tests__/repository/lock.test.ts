import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const script = resolve('scripts/complete-lock.mjs')

test('the lock file holds the packages of every platform, without which npm ci refuses it', () => {
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('')
})

test('a platform package that npm left out of the lock file is named, and the check fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-patch-lock-'))
  try {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> }
    delete lock.packages['node_modules/@oxlint/binding-darwin-arm64']
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
    const check = spawnSync(process.execPath, [script, '--check'], { cwd: folder, encoding: 'utf8' })
    expect(check.stdout).toMatch(/^@oxlint\/binding-darwin-arm64@[\d.]+, wanted by node_modules\/oxlint\n$/)
    expect(check.status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
