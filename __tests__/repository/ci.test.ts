import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Every npm script of a run, in the order of the alphabet: some of them run beside others. */
const ALL = [
  'bench',
  'ci',
  'demo',
  'docs:check',
  'format:check',
  'fuzz',
  'lint',
  'lint:github',
  'lint:workflows',
  'package',
  'test',
  'test:differential',
  'test:foreign',
  'test:moto',
  'types',
]

interface CiOptions {
  /** The counts of the tests; undefined when they end without a result. */
  readonly counts: { readonly passed: number; readonly failed: number; readonly broken?: number } | undefined
  /** The npm script that fails, or `ci`. */
  readonly failing?: string
  /** The npm script that leaves a new file in the working tree. */
  readonly littering?: string
}

/** Runs .ci/run in an empty repository, where npm is a stand-in that behaves as the options say. */
function ci({ counts, failing = '', littering = '' }: CiOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-patch-ci-'))
  try {
    cpSync('.ci', join(folder, '.ci'), { recursive: true })
    const [bin, home] = [join(folder, '.git', 'bin'), join(folder, '.git')]
    spawnSync('git', ['init', '-q', folder])
    mkdirSync(bin)
    const result = counts && {
      numPassedTests: counts.passed,
      numFailedTests: counts.failed,
      numRuntimeErrorTestSuites: counts.broken ?? 0,
    }
    if (result) writeFileSync(join(home, 'result.json'), JSON.stringify(result))
    writeFileSync(join(bin, 'npm'), npm(home, { failing, littering }))
    chmodSync(join(bin, 'npm'), 0o755)
    spawnSync('git', ['-C', folder, 'add', '.'])
    spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'all'])
    const env = { ...process.env, CI: 'true', PATH: `${bin}${delimiter}${process.env['PATH']}` }
    const { status, stdout } = spawnSync('bash', ['.ci/run'], { cwd: folder, env, encoding: 'utf8' })
    const calls = existsSync(join(home, 'calls')) ? readFileSync(join(home, 'calls'), 'utf8').trim().split('\n') : []
    return { status, lastLine: stdout.trimEnd().split('\n').at(-1), calls }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function npm(home: string, { failing, littering }: { failing: string; littering: string }): string {
  return `#!/usr/bin/env bash
name="$1"; [ "$name" = run ] && name="$2"
echo "$name" >>'${home}/calls'
for word in "$@"; do
  case "$word" in --outputFile=*) [ ! -f '${home}/result.json' ] || cp '${home}/result.json' "\${word#--outputFile=}";; esac
done
[ "$name" != '${littering}' ] || touch left-behind
[ "$name" != '${failing}' ]
`
}

test('all is well: the last line counts the tests, and the exit code is 0', () => {
  const { status, lastLine, calls } = ci({ counts: { passed: 12, failed: 0 } })
  expect(lastLine).toBe('12 passed, 0 failed')
  expect(status).toBe(0)
  expect(calls.slice(0, 3)).toEqual(['ci', 'test', 'package'])
  expect(calls.toSorted()).toEqual(ALL)
})

test.each(ALL.filter((script) => script !== 'ci'))(
  'a failing %s fails the whole, after all the other steps have run',
  (failing) => {
    const { status, lastLine, calls } = ci({ counts: { passed: 11, failed: 1 }, failing })
    expect(lastLine).toBe('11 passed, 1 failed')
    expect(status).toBe(1)
    expect(calls.toSorted()).toEqual(ALL)
  },
)

test('a failing installation ends it at once, also with the last line', () => {
  const { status, lastLine, calls } = ci({ counts: undefined, failing: 'ci' })
  expect(lastLine).toBe('0 passed, 0 failed')
  expect(status).not.toBe(0)
  expect(calls).toEqual(['ci'])
})

test('tests that end green without a result are a failure', () => {
  expect(ci({ counts: undefined })).toMatchObject({ status: 1, lastLine: '0 passed, 0 failed' })
})

test('a test file that could not run counts as a failed test', () => {
  expect(ci({ counts: { passed: 3, failed: 0, broken: 2 }, failing: 'test' })).toMatchObject({
    status: 1,
    lastLine: '3 passed, 2 failed',
  })
})

test('a bundle that differs from the committed one is a failure, even when only a new file shows it', () => {
  expect(ci({ counts: { passed: 1, failed: 0 }, littering: 'package' }).status).toBe(1)
})
