import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

import { command } from '../../src/command/command.ts'
import { portalForm } from '../../src/command/portal/form.ts'
import { readCatalogue } from '../../src/inputs/catalogue/read-catalogue.ts'
import { lintFile } from '../repository/github-lint.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const environments = `version: 1
environments:
  test: { account: '012345678901', regions: [eu-central-1] }
  production:
    { account: '123456789012', regions: [eu-central-1], github-environment: "it's production", protected: [respawn] }
  idle: { account: '123456789012', regions: [eu-west-1] }
`
const catalogue = `${environments}services:
  web: { owner: shop, in: { test: { stacks: [web] }, production: { stacks: [web], rules: { modes: [patch-docker] } } } }
  'true': { owner: shop, in: { production: { stacks: [api] } }, rules: { modes: [respawn, rollback] } }
`

const formOf = (text: string): string =>
  portalForm({ catalogue: readCatalogue({ path: 'a.yml', text, now: 0 }), path: 'a.yml', version: '1.2.3' })

interface Form {
  readonly on: {
    readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, { readonly options?: unknown }>> }
  }
  readonly jobs: { readonly act: { readonly uses: string; readonly with: Readonly<Record<string, string>> } }
}
const parsed = (text: string): Form => parse(formOf(text)) as Form
const optionsOf = (text: string, input: string): unknown => parsed(text).on.workflow_dispatch.inputs[input]?.options

describe('the form of a catalogue', () => {
  it('offers its services, and the environments that have some, as texts', () => {
    expect(optionsOf(catalogue, 'service')).toEqual(['web', 'true'])
    expect(optionsOf(catalogue, 'environment')).toEqual(['test', 'production'])
  })

  it.each([
    { name: 'all that changes something', rules: '', without: ['redeploy-bastion'] },
    {
      name: 'no mode that no service may be given',
      rules: 'rules: { modes: [respawn] }, ',
      only: ['respawn', 'release', 'restore'],
    },
    { name: 'none that needs a bastion, but where there is one', rules: '', bastion: 'bastion: odd, ', without: [] },
  ])('offers $name', ({ rules, bastion = '', without = [], only }) => {
    const text = `${environments}services: { web: { owner: shop, ${rules}in: { test: { ${bastion}stacks: [web] } } } }\n`
    const all = ['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'release', 'rollback', 'redeploy-bastion', 'restore'] // prettier-ignore
    expect(optionsOf(text, 'action')).toEqual(
      only ?? all.filter((mode) => !(without as readonly string[]).includes(mode)),
    )
  })

  it('offers shifts of traffic where a service declares two groups, and names them for what takes a shift back', () => {
    const text = `${environments}services:
  web: { owner: shop, in: { test: { traffic: { blue: web-blue, green: web-green } }, production: { stacks: [web] } } }
  api: { owner: shop, in: { test: { traffic: { stack: api, versions: [v1, v2] } } } }
`
    expect(optionsOf(text, 'action')).toEqual(['patch-image', 'patch-docker', 'respawn', 'scale-up-patch', 'release', 'rollback', 'shift', 'blue-green', 'restore', 'rollback-traffic', 'release-traffic']) // prettier-ignore
    expect(optionsOf(text, 'to')).toEqual(['idle side', 'blue', 'green'])
    const place = "[format('{0} in {1}', inputs.service, inputs.environment)]"
    expect(parsed(text).jobs.act.with).toMatchObject({
      to: '${{ inputs.to }}',
      blue: `\${{ fromJSON('{"web in test":"web-blue"}')${place} }}`,
      green: `\${{ fromJSON('{"web in test":"web-green"}')${place} }}`,
      versions: `\${{ fromJSON('{"api in test":"v1 v2"}')${place} }}`,
    })
    expect(lintFile('form.yml', formOf(text))).toMatchObject({ status: 0, stdout: '' })
    expect(parsed(catalogue).jobs.act.with).not.toHaveProperty('to')
  })

  it('offers of a shift what the service that declares the groups may be given', () => {
    const text = `${environments}services:
  web: { owner: shop, in: { test: { traffic: { blue: web-blue, green: web-green } } }, rules: { modes: [shift] } }
  api: { owner: shop, in: { test: { stacks: [api] } }, rules: { modes: [rollback, blue-green] } }
`
    expect(optionsOf(text, 'action')).toEqual(['release', 'rollback', 'shift', 'restore', 'release-traffic'])
  })

  it('does not offer a mode that is protected wherever it is allowed', () => {
    const text = `${environments}services: { web: { owner: shop, in: { production: { stacks: [web] } } } }\n`
    expect(optionsOf(text, 'action')).not.toContain('respawn')
    expect(optionsOf(catalogue, 'action')).toContain('respawn')
  })

  it('is a workflow, of the same version, that asks the reviewers of the environment', () => {
    const { status, stdout } = lintFile('form.yml', formOf(catalogue))
    expect([status, stdout]).toEqual([0, ''])
    const { uses, with: given } = parsed(catalogue).jobs.act
    expect(uses).toBe('fleet-patch/fleet-patch/.github/workflows/emergency.yml@v1.2.3')
    expect(given['github-environment']).toBe(
      `\${{ fromJSON('{"production":"it''s production"}')[inputs.environment] }}`,
    )
    expect(parsed(catalogue.replace(/github-environment: "[^"]*", /, '')).jobs.act.with).not.toHaveProperty(
      'github-environment',
    )
  })

  it('needs something to choose', () => {
    expect(() => formOf(`${environments}services: { web: { owner: shop, in: {} } }\n`)).toThrow(/a\.yml/)
  })
})

describe('fleet-patch portal', () => {
  const run = async (...words: readonly string[]) => {
    const texts = { stdout: '', stderr: '' }
    const exitCode = await command({
      words: ['portal', ...words],
      stdout: { write: (text) => (texts.stdout += text) },
      stderr: { write: (text) => (texts.stderr += text) },
      folder,
      ownFile: async (name) => readFileSync(name, 'utf8'),
      onInterrupt: () => {},
      clock: { now: () => 0, sleep: async () => {} },
      random: () => 0,
    })
    return { exitCode, ...texts }
  }
  const form = (): string => join(folder, '.github/workflows/fleet-patch-portal.yml')
  const write = (text: string): void => {
    mkdirSync(join(folder, '.github'), { recursive: true })
    writeFileSync(join(folder, '.github/fleet-patch.yml'), text)
  }

  it('writes the form, and finds that it is there', async () => {
    write(catalogue)
    expect(await run('--check')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('is missing') })
    expect(existsSync(form())).toBe(false)
    expect(await run('--write')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await run('--check')).toMatchObject({ exitCode: 0, stderr: '' })
    writeFileSync(form(), readFileSync(form(), 'utf8').replaceAll('\n', '\r\n'))
    expect(await run('--check')).toMatchObject({ exitCode: 0 })
  })

  it('fails where the catalogue has moved on, and leaves the form as it is', async () => {
    write(catalogue)
    await run('--write')
    const before = readFileSync(form(), 'utf8')
    write(catalogue.replace('web:', 'shop:'))
    const { exitCode, stderr } = await run('--check')
    expect(exitCode).toBe(1)
    expect(stderr).toBe(
      'error: .github/workflows/fleet-patch-portal.yml is not what .github/fleet-patch.yml gives. Run `npx fleet-patch portal --write` and commit it.\n',
    )
    expect(readFileSync(form(), 'utf8')).toBe(before)
  })

  it('takes another catalogue and folder', async () => {
    writeFileSync(join(folder, 'fleet.yml'), catalogue)
    expect(await run('--write', '--catalogue', 'fleet.yml', '--folder', 'out')).toMatchObject({ exitCode: 0 })
    expect(readFileSync(join(folder, 'out/fleet-patch-portal.yml'), 'utf8')).toContain('catalogue: fleet.yml')
  })

  it.each([
    { name: 'no catalogue', words: ['--write'], code: 1, says: 'There is no catalogue at .github/fleet-patch.yml.' },
    { name: 'neither word', words: [], code: 2, says: 'Give either `--write` or `--check`.' },
    { name: 'both words', words: ['--write', '--check'], code: 2, says: 'Give either `--write` or `--check`.' },
    { name: 'an unknown word', words: ['--chek'], code: 2, says: "Unknown option '--chek'" },
  ])('refuses $name', async ({ words, code, says }) => {
    expect(await run(...words)).toMatchObject({ exitCode: code, stdout: '', stderr: expect.stringContaining(says) })
  })

  it('tells what is wrong with the catalogue, and writes nothing', async () => {
    write(catalogue.replace('services:', 'servces:'))
    expect(await run('--write')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('fleet-patch.yml:7:1') })
    expect(existsSync(form())).toBe(false)
  })
})
