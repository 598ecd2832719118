/** The command as it is installed: from the tarball of `npm pack`, in an empty folder, without a registry. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds, letBecomeHealthy } from '../../simulator/scenario.ts'
import { type CommandOptions, type CommandOutcome, runCommand } from '../../testing/run-command.ts'
import { settings } from './fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fleet-patch-command-'))
const folder = join(scratch, 'empty')
const program = join(folder, 'node_modules/.bin/fleet-patch')

const npm = (where: string, ...words: readonly string[]) =>
  spawnSync('npm', [...words, '--offline', '--no-audit', '--no-fund', '--cache', join(scratch, 'cache')], {
    cwd: where,
    encoding: 'utf8',
  })

beforeAll(() => {
  const copy = join(scratch, 'copy')
  mkdirSync(folder)
  for (const name of [
    ...filesOf('package.json'),
    'package.json',
    'README.md',
    'LICENSE',
    'scripts/published-package.mjs',
  ])
    cpSync(name, join(copy, name), { recursive: true })
  npm(copy, 'pack', '--pack-destination', scratch)
  const [tarball = ''] = readdirSync(scratch).filter((name) => name.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), '{}')
  npm(folder, 'install', join(scratch, tarball))
}, 60_000)

afterAll(() => rmSync(scratch, { recursive: true }))

const filesOf = (path: string): readonly string[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as { files: readonly string[] }).files

function scene(): SimulatedAccount {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 3, sizes: { min: 3, max: 3 }, balancers: ['target-group'], outdated: true })
  account.ledger.clear()
  return account
}

const run = (account: SimulatedAccount, words: readonly string[], more: Partial<CommandOptions> = {}) =>
  runCommand(account, { program, words, folder, ...more })

const changes = (account: SimulatedAccount): readonly unknown[] =>
  account.ledger.entries.filter((entry) => entry.changes)

describe('the command, installed from its tarball', () => {
  it('leaves the package.json of the repository as it was', () => {
    expect(readFileSync(join(scratch, 'copy/package.json'), 'utf8')).toBe(readFileSync('package.json', 'utf8'))
  })

  it('brings no other package, and nothing but what it needs', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['fleet-patch'])
    expect(readdirSync(join(folder, 'node_modules/fleet-patch')).toSorted()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'action.yml', 'dist', 'docs', 'package.json'].toSorted(),
    )
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).stdout).toBe(`${version}\n`)
  })

  it('plans first, and changes nothing', async () => {
    const account = scene()
    const { exitCode, stdout, stderr } = await run(account, ['respawn', '--auto-scaling-groups', 'web'])
    expect(stderr).toBe('')
    expect(stdout).toContain('would terminate i-')
    expect(stdout).toContain('This was a dry run: nothing was changed. Add --yes to do it.')
    expect(exitCode).toBe(0)
    expect(changes(account)).toEqual([])
  })

  it('acts with --yes, and gives the result alone where a program reads it', async () => {
    const account = scene()
    const old = instanceIds(account, 'web')
    const done = await run(account, ['respawn', '--auto-scaling-groups=web', '--yes', '-o', 'json'])
    expect(done.exitCode).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject({ mode: 'respawn', dryRun: false, groups: [{ status: 'rolled' }] })
    expect(done.stderr).toContain('terminate i-')
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    expect(account.ledger.lowestReady('web')).toBe(3)
  })

  it('gives an audit as a table for programs', async () => {
    const { exitCode, stdout } = await run(scene(), ['images', '-o', 'tsv'])
    const [head, row, ...more] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect([head?.[1], row?.[1], more.map(([, group]) => group)]).toEqual(['group', 'web', ['web']])
    expect(exitCode).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('puts everything back at %s', async (signal) => {
    const account = scene()
    const before = settings(account, 'web')
    let sent = false
    const stopped: CommandOutcome = await run(account, ['respawn', '--auto-scaling-groups', 'web', '--yes'], {
      onLine: (line, kill) => {
        if (sent || !line.includes('  terminate i-')) return
        sent = true
        kill(signal)
      },
    })
    expect(stopped.exitCode).toBe(1)
    expect(stopped.stderr).toContain('cancelled')
    expect(stopped.stderr).toContain('Putting back what was changed')
    expect(stopped.stdout + stopped.stderr).toContain('at a terminal the command itself')
    expect(settings(account, 'web')).toEqual(before)
    letBecomeHealthy(account, 'web')
    expect(instanceIds(account, 'web')).toHaveLength(3)
    expect(account.ledger.lowestReady('web')).toBe(3)
  })

  it('says what is wrong with a flag, and asks AWS nothing', async () => {
    const account = scene()
    const refused = await run(account, ['respawn', '--auto-scaling-group', 'web'])
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toBe('error: `--auto-scaling-group` is no flag; the nearest is `--auto-scaling-groups`.\n')
    const wrong = await run(account, ['respawn', '--surge', 'some', '--stacks', 'web'])
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stderr).toContain('error: An input is wrong: `surge` is `some`')
    expect(account.ledger.entries).toEqual([])
  })

  it('is governed by the catalogue of the folder, with the credentials of the terminal', async () => {
    const account = scene()
    const { account: id, region } = account
    mkdirSync(join(folder, '.github'), { recursive: true })
    const role = `arn:aws:iam::${id}:role/fleet-patch`
    const catalogue = (more: string): string =>
      `version: 1
environments: { test: { account: '${id}', regions: [${region}], role: '${role}' } }
services: { web: { owner: shop, in: { test: { groups: [web] } } } }
${more}`
    const path = join(folder, '.github/fleet-patch.yml')
    writeFileSync(path, catalogue(''))
    mkdirSync(join(folder, '.git/refs/remotes/origin'), { recursive: true })
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n')
    writeFileSync(join(folder, '.git/refs/remotes/origin/HEAD'), 'ref: refs/remotes/origin/main\n')
    const planned = await run(account, ['respawn', '--service', 'web', '-o', 'json'])
    expect(planned.exitCode).toBe(0)
    expect(JSON.parse(planned.stdout)).toMatchObject({ groups: [{ group: 'web', status: 'planned' }] })
    writeFileSync(path, catalogue("freezes: [{ name: Christmas, from: '2000-01-01', until: '2099-12-31' }]"))
    const refused = await run(account, ['respawn', '--service', 'web', '--yes'])
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('is frozen until 2099-12-31')
    expect(changes(account)).toEqual([])
    writeFileSync(path, catalogue(''))
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/mine\n')
    const elsewhere = await run(account, ['respawn', '--service', 'web', '--yes'])
    expect(elsewhere).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('refs/heads/mine') })
    expect(changes(account)).toEqual([])
  })
})
