import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { checkoutOf } from '../../src/platform/checkout.ts'
import { terminalRunner } from '../../src/platform/terminal-runner.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function screen(look: { readonly isTTY?: true; readonly columns?: number } = {}) {
  const written: string[] = []
  return { ...look, written, text: () => written.join(''), write: (text: string) => written.push(text) }
}

const runner = (more: { readonly inputs?: Record<string, string>; readonly isTTY?: true } = {}) => {
  const [log, problems] = [screen({ ...(more.isTTY && { isTTY: true, columns: 20 }) }), screen()]
  return {
    log,
    problems,
    it: terminalRunner({ inputs: more.inputs ?? {}, log, problems, folder, startedAt: 5 }),
  }
}

describe('a terminal as a runner', () => {
  it('gives the inputs of its flags, and names those that were given', () => {
    const { it: terminal } = runner({ inputs: { surge: ' 2 ', force: '' } })
    expect([terminal.input('surge'), terminal.input('force'), terminal.input('image')]).toEqual(['2', '', ''])
    expect(terminal.passedInputs()).toEqual(['surge', 'force'])
  })

  it('names the run by its start, and has no OIDC token', async () => {
    const { it: terminal } = runner()
    expect(terminal.environment).toMatchObject({ runId: '5', runAttempt: '1', isHosted: false, isTerminal: true })
    await expect(terminal.idToken('sts.amazonaws.com')).rejects.toThrow('AWS_PROFILE')
  })

  it('shows what acts, hides secrets, and keeps problems apart from the log', () => {
    const { it: terminal, log, problems } = runner()
    terminal.mask('s3cret')
    terminal.mask('')
    terminal.info('one s3cret\n\u001b[31mtwo')
    terminal.annotation('warning', 'a s3cret', 'title')
    expect(log.text()).toBe('one ***\n\\u001b[31mtwo\n')
    expect(problems.text()).toBe('warning: a ***\n')
    expect(terminal.hasFailed()).toBe(false)
    terminal.setFailed('over', 'title')
    expect(problems.text()).toContain('error: over\n')
    expect(terminal.hasFailed()).toBe(true)
  })

  it('lets a line of progress take the place of the one before, no longer than the terminal is wide', () => {
    const { it: terminal, log } = runner({ isTTY: true })
    terminal.progress?.('half of it is done by now')
    terminal.progress?.('all of it')
    terminal.info('end')
    expect(log.written).toEqual(['half of it is done ', '\r\u001b[K', 'all of it', '\r\u001b[K', 'end\n'])
    expect(runner().it.progress).toBeUndefined()
  })

  it('keeps state and outputs in memory', () => {
    const { it: terminal } = runner()
    terminal.saveState('run', '1')
    terminal.setOutput('groups', '[]')
    expect([terminal.getState('run'), terminal.getState('other')]).toEqual(['1', ''])
    expect([...terminal.outputs]).toEqual([['groups', '[]']])
  })

  it('reads and writes files from the folder in which it was started', async () => {
    const { it: terminal } = runner()
    await terminal.writeFile('deep/a.txt', 'text')
    expect(readFileSync(join(folder, 'deep/a.txt'), 'utf8')).toBe('text')
    expect(await terminal.readFile('deep/a.txt')).toBe('text')
    expect(await terminal.readFile('none.txt')).toBeUndefined()
    await expect(terminal.readFile('deep')).rejects.toThrow('The file deep could not be read.')
    await expect(terminal.writeFile('deep', '')).rejects.toThrow('The file deep could not be written.')
    expect(await terminal.isWorkspaceEmpty()).toBe(false)
  })
})

describe('a checkout', () => {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  it('says its branch, commit and default branch, from any folder in it', () => {
    const sha = 'a'.repeat(40)
    write('.git/HEAD', 'ref: refs/heads/main\n')
    write('.git/refs/heads/main', `${sha}\n`)
    write('.git/refs/remotes/origin/HEAD', 'ref: refs/remotes/origin/trunk\n')
    mkdirSync(join(folder, 'deep/er'), { recursive: true })
    expect(checkoutOf(join(folder, 'deep/er'))).toEqual({ ref: 'refs/heads/main', sha, defaultBranch: 'trunk' })
  })

  it('may have its commit packed, no branch, or be none', () => {
    const sha = 'b'.repeat(40)
    expect(checkoutOf(folder)).toEqual({ ref: '', sha: '', defaultBranch: '' })
    write('.git/HEAD', 'ref: refs/heads/main\n')
    write('.git/packed-refs', `# pack-refs\n${'c'.repeat(40)} refs/heads/other\n${sha} refs/heads/main\n`)
    expect(checkoutOf(folder)).toMatchObject({ sha, defaultBranch: '' })
    write('.git/HEAD', `${sha}\n`)
    expect(checkoutOf(folder)).toMatchObject({ ref: '', sha })
  })
})
