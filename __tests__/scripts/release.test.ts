/** The shell of a release, and of dist/ for Dependabot, on a bare repository of this machine; gh and npm are stand-ins. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { SimulatedAccount } from '../../simulator/account.ts'
import { runWorkflow } from '../../testing/workflow/run-workflow.ts'

let scratch = ''
let [work, bare, programs] = ['', '', '']

const git = (folder: string, ...words: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { encoding: 'utf8' }) // prettier-ignore
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

const CHANGELOG = (version: string): string =>
  `# Changelog\n\n## [Unreleased]\n\n- later\n\n## [${version}] - 2026-01-31\n\n### Added\n\n- A thing.\n\n## [0.9.0] - 2025-01-01\n\n- old\n`

function commit(version: string, changelog = CHANGELOG(version)): string {
  writeFileSync(join(work, 'package.json'), JSON.stringify({ name: 'fleet-patch', version }))
  writeFileSync(join(work, 'CHANGELOG.md'), changelog)
  git(work, 'add', '-A')
  git(work, 'commit', '--allow-empty', '-qm', `${version} ${Math.random()}`)
  git(work, 'push', '-q', 'origin', 'HEAD:main')
  return git(work, 'rev-parse', 'HEAD')
}

/** A stand-in that notes its words, and answers as the script says. */
function program(name: string, script: string): void {
  const path = join(programs, name)
  writeFileSync(path, `#!/usr/bin/env bash\necho "${name} $*" >>'${scratch}/calls'\n${script}\n`)
  chmodSync(path, 0o755)
}

const calls = (): string[] =>
  existsSync(join(scratch, 'calls')) ? readFileSync(join(scratch, 'calls'), 'utf8').trim().split('\n') : []

function script(name: string, ...words: readonly string[]) {
  const env = {
    PATH: [programs, process.env['PATH']].join(delimiter),
    HOME: scratch,
    BRANCH: 'update',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b',
  }
  const run = spawnSync('bash', [join(process.cwd(), 'scripts', name), ...words], { cwd: work, encoding: 'utf8', env })
  return { status: run.status, text: `${run.stdout}${run.stderr}` }
}

const tagged = (tag: string): string => git(bare, 'rev-parse', `refs/tags/${tag}^{commit}`)

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'release-'))
  ;[work, bare, programs] = [join(scratch, 'work'), join(scratch, 'bare'), join(scratch, 'bin')]
  mkdirSync(programs)
  spawnSync('git', ['init', '-q', '--bare', '-b', 'main', bare])
  spawnSync('git', ['clone', '-q', bare, work])
  program('gh', 'case "$1 $2" in "run list") echo "${GREEN:-1}";; "release view") exit 1;; esac')
})
afterEach(() => rmSync(scratch, { recursive: true }))

describe('release.sh check', () => {
  it('lets a green commit of main with a section of its own pass', () => {
    const head = commit('1.0.0')
    expect(script('release.sh', 'check')).toEqual({ status: 0, text: '' })
    expect(calls()).toEqual([expect.stringContaining(`--commit ${head} --status success`)])
  })

  const rows = [
    { name: 'a version that is none', version: '1.0.0-rc.1', says: '1.0.0-rc.1 of package.json is no version' },
    {
      name: 'a version without a section',
      version: '1.0.0',
      changelog: CHANGELOG('0.9.9'),
      says: 'no section for 1.0.0',
    },
    {
      name: 'a section without its day',
      version: '1.0.0',
      changelog: CHANGELOG('1.0.0').replace(' - 2026-01-31', ''),
      says: 'no section for 1.0.0',
    },
    {
      name: 'a section of a longer version',
      version: '1.0.0',
      changelog: CHANGELOG('1.0.00'),
      says: 'no section for 1.0.0',
    },
    {
      name: 'an empty section',
      version: '1.0.0',
      changelog: '## [1.0.0] - 2026-01-31\n\n## [0.9.0] - 2025-01-01\n\n- old\n',
      says: 'The section of 1.0.0 in CHANGELOG.md is empty',
    },
  ]
  it.each(rows)('refuses $name', ({ version, changelog, says }) => {
    commit(version, changelog)
    expect(script('release.sh', 'check')).toMatchObject({ status: 1, text: expect.stringContaining(says) })
  })

  it('refuses a commit that is not on main, and one that CI has not found green', () => {
    commit('1.0.0')
    program('gh', 'echo 0')
    expect(script('release.sh', 'check').text).toContain('CI has no green run of')
    git(work, 'commit', '-q', '--allow-empty', '-m', 'only here')
    expect(script('release.sh', 'check').text).toContain('is not on main')
  })

  it('refuses a version that another commit has', () => {
    const first = commit('1.0.0')
    expect(script('release.sh', 'tag').status).toBe(0)
    commit('1.0.0')
    expect(script('release.sh', 'check').text).toContain(`v1.0.0 is the commit ${first} already`)
  })
})

describe('release.sh notes', () => {
  it('are the section of the version, and its commit', () => {
    const head = commit('1.0.0')
    expect(script('release.sh', 'notes').text).toBe(
      `### Added\n\n- A thing.\n\n\n\`\`\`yaml\n- uses: fleet-patch/fleet-patch@${head} # v1.0.0\n\`\`\`\n`,
    )
  })
})

describe('release.sh tag', () => {
  it('makes the tag, and moves the one of the major version', () => {
    const first = commit('1.0.0')
    script('release.sh', 'tag')
    expect([tagged('v1.0.0'), tagged('v1')]).toEqual([first, first])
    const second = commit('1.1.0')
    expect(script('release.sh', 'tag').text).toContain('v1.1.0 and v1 are')
    expect([tagged('v1.0.0'), tagged('v1.1.0'), tagged('v1')]).toEqual([first, second, second])
  })

  it('never moves a release, and leaves everything where it was', () => {
    const first = commit('1.0.0')
    script('release.sh', 'tag')
    commit('1.0.0')
    expect(script('release.sh', 'tag').status).toBe(1)
    expect([tagged('v1.0.0'), tagged('v1')]).toEqual([first, first])
  })

  it('may be run again, also where it has stopped between the two tags', () => {
    const head = commit('1.0.0')
    script('release.sh', 'tag')
    git(bare, 'update-ref', '-d', 'refs/tags/v1')
    expect(script('release.sh', 'tag').status).toBe(0)
    expect([tagged('v1.0.0'), tagged('v1')]).toEqual([head, head])
  })

  it('leaves the major tag with the newest where an older release is fixed', () => {
    commit('1.9.0')
    script('release.sh', 'tag')
    const newest = commit('1.10.0')
    script('release.sh', 'tag')
    const fix = commit('1.9.1')
    expect(script('release.sh', 'tag').text).toContain('v1 stays with v1.10.0')
    expect([tagged('v1.9.1'), tagged('v1')]).toEqual([fix, newest])
  })
})

describe('release.yml', () => {
  const release = (approves: boolean) =>
    runWorkflow({
      root: process.cwd(),
      text: readFileSync('.github/workflows/release.yml', 'utf8'),
      event: 'workflow_dispatch',
      checkout: work,
      accounts: [new SimulatedAccount()],
      programs,
      withoutEffect: ['actions/setup-node', 'actions/attest-build-provenance'],
      approves: () => approves,
    })

  beforeEach(() => {
    mkdirSync(join(work, 'scripts'))
    cpSync('scripts/release.sh', join(work, 'scripts/release.sh'))
    writeFileSync(join(work, '.gitignore'), 'release\n')
    program('npm', 'case "$1" in pack) echo tarball >release/fleet-patch-1.0.0.tgz;; esac')
  })

  it('tags, releases and publishes what was built, once a reviewer has agreed', async () => {
    const head = commit('1.0.0')
    const outcome = await release(true)
    expect(outcome.jobs.map(({ path, status }) => [path, status])).toEqual([
      ['build', 'success'],
      ['publish', 'success'],
    ])
    expect([tagged('v1.0.0'), tagged('v1')]).toEqual([head, head])
    expect(calls().filter((call) => /^(npm|gh release)/.test(call))).toEqual([
      'npm ci --ignore-scripts',
      'npm run package',
      'npm pack --pack-destination release',
      'gh release view v1.0.0',
      'gh release create v1.0.0 --verify-tag --title v1.0.0 --notes-file release/notes.md release/fleet-patch-1.0.0.tgz',
      'npm publish release/fleet-patch-1.0.0.tgz --provenance --access public',
    ])
  })

  it('changes nothing without the reviewer, or where dist/ is not what the sources give', async () => {
    commit('1.0.0')
    expect(await release(false)).toMatchObject({ status: 'failure' })
    program('npm', '[ "$1 $2" != "run package" ] || touch left-behind')
    const outcome = await release(true)
    expect(outcome.jobs.map(({ path, status }) => [path, status])).toEqual([
      ['build', 'failure'],
      ['publish', 'skipped'],
    ])
    expect(git(bare, 'tag')).toBe('')
  })
})

describe('adopt-dist.sh', () => {
  const built = (): string => join(scratch, 'built')
  const head = (): string => git(bare, 'rev-parse', 'refs/heads/update')
  let before = ''

  beforeEach(() => {
    mkdirSync(join(work, 'dist'))
    for (const name of ['index.js', 'cli.js', 'gone.js']) writeFileSync(join(work, 'dist', name), 'old')
    before = commit('1.0.0')
    git(work, 'checkout', '-qb', 'update')
    git(work, 'push', '-q', 'origin', 'update')
    mkdirSync(built())
    for (const name of ['index.js', 'cli.js']) writeFileSync(join(built(), name), `new ${name}`)
  })

  it('commits what was built, and what it no longer has, and nothing else', () => {
    expect(script('adopt-dist.sh', built(), before)).toMatchObject({ status: 0, text: 'dist/ was rebuilt.\n' })
    expect(git(bare, 'diff', '--name-status', before, 'update').split('\n')).toEqual([
      'M\tdist/cli.js',
      'D\tdist/gone.js',
      'M\tdist/index.js',
    ])
    expect(git(bare, 'ls-tree', 'update', 'dist/cli.js')).toMatch(/^100755/)
  })

  it('pushes nothing where nothing has changed', () => {
    rmSync(built(), { recursive: true })
    cpSync(join(work, 'dist'), built(), { recursive: true })
    chmodSync(join(work, 'dist/cli.js'), 0o755)
    git(work, 'commit', '-qam', 'mode')
    git(work, 'push', '-q', 'origin', 'update')
    before = head()
    expect(script('adopt-dist.sh', built(), before)).toMatchObject({ status: 0, text: 'dist/ is what it was.\n' })
    expect(head()).toBe(before)
  })

  it.each([
    {
      name: 'a link',
      make: () => symlinkSync('/etc/passwd', join(built(), 'link.js')),
      says: 'link.js is no plain file',
    },
    { name: 'a folder', make: () => mkdirSync(join(built(), 'deep')), says: 'deep is no plain file' },
    { name: 'a hidden file', make: () => writeFileSync(join(built(), '.npmrc'), ''), says: '.npmrc is no plain file' },
    { name: 'a name that acts', make: () => writeFileSync(join(built(), '-rf'), ''), says: '-rf is no plain file' },
    { name: 'no bundle', make: () => rmSync(join(built(), 'index.js')), says: 'There is no index.js' },
  ])('refuses $name', ({ make, says }) => {
    make()
    expect(script('adopt-dist.sh', built(), before)).toMatchObject({ status: 1, text: expect.stringContaining(says) })
    expect(head()).toBe(before)
  })

  it('refuses what was built from another commit', () => {
    git(work, 'commit', '-q', '--allow-empty', '-m', 'on')
    expect(script('adopt-dist.sh', built(), before)).toMatchObject({
      status: 1,
      text: expect.stringContaining('has moved on'),
    })
    expect(head()).toBe(before)
  })
})

test('what may push for Dependabot checks nothing out that it runs, and what runs may not push', () => {
  const adopt = readFileSync('.github/workflows/dependabot-adopt.yml', 'utf8')
  const runs = [...adopt.matchAll(/^ +(?:run: |bash |gh |git )(.*)$/gm)].map(([line]) => line.trim())
  expect(runs).toEqual([
    'run: |',
    'gh auth setup-git',
    'bash ../main/scripts/adopt-dist.sh ../built "$BUILT"',
    'run: gh workflow run ci.yml --ref "$BRANCH"',
  ])
  const build = readFileSync('.github/workflows/dependabot-build.yml', 'utf8')
  expect(build).not.toMatch(/: write/)
})
