import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'

import { UserError } from '../../src/errors.ts'
import { githubRunner } from '../../src/platform/github-runner.ts'

let folder = ''
let written = ''
const before = { ...process.env }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'))
  written = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text)
    return true
  })
  for (const name of Object.keys(process.env))
    if (/^(GITHUB|ACTIONS|AWS|INPUT)_|_proxy$/i.test(name)) delete process.env[name]
})

afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
  process.env = { ...before }
  process.exitCode = undefined
})

function file(variable: string, text = ''): string {
  const path = join(folder, variable)
  writeFileSync(path, text)
  process.env[variable] = path
  return path
}

describe("GitHub's runner", () => {
  test('writes a file and the folders to it, over what was there', async () => {
    const path = join(folder, 'out', 'deep', 'report.tsv')
    const runner = githubRunner()
    await runner.writeFile(path, 'before, and longer')
    await runner.writeFile(path, 'group\n')
    expect(readFileSync(path, 'utf8')).toBe('group\n')
  })

  test('says which file it could not write, and why', async () => {
    const failure = githubRunner().writeFile(folder, 'a folder is no file')
    await expect(failure).rejects.toThrow(/^The file .* could not be written\. .*EISDIR/)
    await expect(failure).rejects.toBeInstanceOf(UserError)
  })

  test('gives inputs, and what its environment says', () => {
    Object.assign(process.env, {
      'INPUT_AWS-REGION': ' eu-west-1 ',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_ATTEMPT: '2',
      AWS_DEFAULT_REGION: 'eu-west-2',
    })
    const runner = githubRunner()
    expect(runner.input('aws-region')).toBe('eu-west-1')
    expect(runner.input('mode')).toBe('')
    const proxy = { http: '', https: '', none: '' }
    expect(runner.environment).toEqual({
      runId: '4711',
      runAttempt: '2',
      awsRegion: 'eu-west-2',
      isHosted: false,
      proxy,
    })
    process.env['AWS_REGION'] = 'eu-west-3'
    expect(githubRunner().environment.awsRegion).toBe('eu-west-3')
  })

  test('has no numbers outside of a workflow run', () => {
    expect(githubRunner().environment).toMatchObject({ runId: '', runAttempt: '', awsRegion: '' })
    process.env['GITHUB_RUN_ID'] = 'latest'
    expect(githubRunner().environment.runId).toBe('')
  })

  test('reads the proxies, the lower-case name first', () => {
    Object.assign(process.env, { HTTP_PROXY: 'http://upper:1', http_proxy: 'http://lower:1', HTTPS_PROXY: 'upper:2' })
    Object.assign(process.env, { https_proxy: '', NO_PROXY: 'a.example' })
    expect(githubRunner().environment.proxy).toEqual({ http: 'http://lower:1', https: 'upper:2', none: 'a.example' })
  })

  test('says where on GitHub the run belongs', () => {
    Object.assign(process.env, {
      GITHUB_REPOSITORY: 'octo/fleet',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_WORKFLOW: 'Patch',
      GITHUB_ACTOR: 'octocat',
      GITHUB_TRIGGERING_ACTOR: 'hubot',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'c0ffee',
      GITHUB_EVENT_PATH: file('EVENT', '{"repository":{"default_branch":"trunk"}}'),
    })
    expect(githubRunner().workflowContext()).toEqual({
      repository: 'octo/fleet',
      serverUrl: 'https://github.example',
      workflow: 'Patch',
      actor: 'octocat',
      triggeringActor: 'hubot',
      ref: 'refs/heads/main',
      sha: 'c0ffee',
      defaultBranch: 'trunk',
    })
  })

  test.each(['', 'no JSON', '{}', 'null', '[1]', '{"repository":{"default_branch":7}}'])(
    'knows no default branch where the event is %j',
    (event) => {
      process.env['GITHUB_EVENT_PATH'] = file('EVENT', event)
      expect(githubRunner().workflowContext().defaultBranch).toBe('')
      process.env['GITHUB_EVENT_PATH'] = '/nonexistent/event.json'
      expect(githubRunner().workflowContext().defaultBranch).toBe('')
    },
  )

  // A monthly refresh that its schedule had started was refused: such an event names no repository.
  test.each([
    { name: 'schedule', ref: 'refs/heads/trunk', branch: 'trunk' },
    { name: 'schedule', ref: 'refs/tags/v1', branch: '' },
    { name: 'workflow_dispatch', ref: 'refs/heads/trunk', branch: '' },
  ])('takes the default branch from $ref where the event $name names none: "$branch"', ({ name, ref, branch }) => {
    Object.assign(process.env, {
      GITHUB_EVENT_NAME: name,
      GITHUB_REF: ref,
      GITHUB_EVENT_PATH: file('EVENT', '{"schedule":"17 7 1 * *"}'),
    })
    expect(githubRunner().workflowContext().defaultBranch).toBe(branch)
  })

  test('reads files of the workspace, and tells an empty workspace from one with something in it', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
    process.env['GITHUB_WORKSPACE'] = workspace
    const runner = githubRunner()
    expect(await runner.isWorkspaceEmpty()).toBe(true)
    expect(await runner.readFile('a/b.yml')).toBeUndefined()
    mkdirSync(join(workspace, 'a'))
    writeFileSync(join(workspace, 'a/b.yml'), 'text: ü')
    expect(await runner.readFile('a/b.yml')).toBe('text: ü')
    expect(await runner.readFile('a/b.yml/c')).toBeUndefined()
    expect(await runner.isWorkspaceEmpty()).toBe(false)
    await expect(runner.readFile('a')).rejects.toThrow(/^The file a could not be read\. .*EISDIR/)
    rmSync(workspace, { recursive: true })
    expect(await runner.isWorkspaceEmpty()).toBe(true)
    delete process.env['GITHUB_WORKSPACE']
    expect(await runner.isWorkspaceEmpty()).toBe(false)
  })

  test('takes outputs and state, and gives back what the main step kept', () => {
    const outputs = file('GITHUB_OUTPUT')
    const state = file('GITHUB_STATE')
    process.env['STATE_run'] = '4711/1'
    const runner = githubRunner()
    runner.setOutput('changed', 'true')
    runner.saveState('groups', '["web"]')
    expect(readFileSync(outputs, 'utf8')).toMatch(/^changed<<(\S+)\ntrue\n\1\n$/)
    expect(readFileSync(state, 'utf8')).toMatch(/^groups<<(\S+)\n\["web"\]\n\1\n$/)
    expect(runner.getState('run')).toBe('4711/1')
  })

  test('gives a value to the post step in parts that is too long for a variable of its environment', () => {
    const state = file('GITHUB_STATE')
    const runner = githubRunner()
    runner.saveState('record', 'x'.repeat(140_000))
    const saved = [...readFileSync(state, 'utf8').matchAll(/^(\S+)<<(\S+)\n(.*)\n\2$/gm)]
    expect(saved.map(([, name]) => name)).toContain('record-part-3')
    for (const [, name = '', , value = ''] of saved) process.env[`STATE_${name}`] = value
    expect(runner.getState('record')).toBe('x'.repeat(140_000))
    for (const [, name = ''] of saved) delete process.env[`STATE_${name}`]
  })

  test('prints a text that looks like a command instead of executing it', () => {
    githubRunner().info('fine: a::b\n::add-mask::x\r\n  ::stop-commands::y\rweb ##[error]z')
    const lines = written.split('\n')
    expect(lines[0]).toBe('fine: a::b')
    expect(lines.filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([])
    // The separator is visible: the runner compares like a reader that skips zero-width characters.
    expect(written).toBe('fine: a::b\n\\::add-mask::x\n  \\::stop-commands::y\nweb ##\\[error]z\n')
  })

  test('masks a secret, and nothing when there is none', () => {
    githubRunner().mask('s3cret')
    githubRunner().mask('')
    expect(written).toBe('::add-mask::s3cret\n')
  })

  test('groups lines, annotates with a title, and fails with one annotation', () => {
    const runner = githubRunner()
    runner.startGroup('Look')
    runner.endGroup()
    runner.annotation('warning', 'mind\nthis', 'Fleet Patch')
    runner.setFailed('it broke', 'Fleet Patch: web')
    expect(written.split('\n')).toEqual([
      '::group::Look',
      '::endgroup::',
      '::warning title=Fleet Patch::mind%0Athis',
      '::error title=Fleet Patch%3A web::it broke',
      '',
    ])
    expect(process.exitCode).toBe(1)
  })

  test.each([
    {
      variable: 'GITHUB_OUTPUT',
      write: () => githubRunner().setOutput('changed', 'true'),
      says: 'The output `changed`',
    },
    { variable: 'GITHUB_STATE', write: () => githubRunner().saveState('groups', '[]'), says: 'The state `groups`' },
  ])('says which file the runner does not take: $variable', ({ variable, write, says }) => {
    process.env[variable] = join(folder, 'gone')
    expect(write).toThrow(UserError)
    expect(write).toThrow(says)
    expect(write).toThrow(variable)
    process.env[variable] = folder
    expect(write).toThrow('EISDIR')
  })

  test('writes the summary, the last one only', async () => {
    const path = file('GITHUB_STEP_SUMMARY')
    const runner = githubRunner()
    await runner.writeSummary('# one')
    await runner.writeSummary('# two')
    expect(readFileSync(path, 'utf8')).toBe('# two')
  })

  test('accepts a runner without a summary, and warns of one that cannot be written', async () => {
    await githubRunner().writeSummary('# lost')
    expect(written).toBe('')
    process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'not', 'there')
    await githubRunner().writeSummary('# lost')
    expect(written).toMatch(/^::warning title=Fleet Patch::The job summary could not be written/)
  })

  test('says which permission is missing when the job may not request a token', async () => {
    const failure = await githubRunner()
      .idToken('sts.amazonaws.com')
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect((failure as UserError).remedy).toContain('`permissions: { id-token: write, contents: read }`')
  })

  test('fetches a token for the audience and masks it', async () => {
    const requests: (string | undefined)[] = []
    const server = createServer((request, response) => {
      requests.push(request.url, request.headers.authorization)
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ value: 'a.b.c' }))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const { port } = server.address() as AddressInfo
      process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/token?api-version=2`
      process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'asking'
      expect(await githubRunner().idToken('sts.amazonaws.com')).toBe('a.b.c')
      expect(requests).toEqual(['/token?api-version=2&audience=sts.amazonaws.com', 'Bearer asking'])
      expect(written).toContain('::add-mask::a.b.c\n')
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  })
})
