import { readFileSync } from 'node:fs'

import { command } from '../../src/command/command.ts'
import { flagInputs } from '../../src/command/arguments.ts'
import { modes, type Mode } from '../../src/inputs/modes.ts'

/** What the command prints for words that start no run. */
async function printed(...words: readonly string[]) {
  const texts = { stdout: '', stderr: '' }
  const exitCode = await command({
    words,
    stdout: { write: (text) => (texts.stdout += text), columns: 60 },
    stderr: { write: (text) => (texts.stderr += text) },
    folder: '.',
    ownFile: async (name) => readFileSync(name, 'utf8'),
    onInterrupt: () => {},
    clock: { now: () => 0, sleep: async () => {} },
    random: () => 0,
  })
  return { exitCode, ...texts }
}

describe('the help', () => {
  it('names every mode', async () => {
    const { exitCode, stdout, stderr } = await printed()
    for (const mode of Object.keys(modes)) expect(stdout).toMatch(new RegExp(`^  ${mode} `, 'm'))
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  })

  it.each(Object.keys(modes) as Mode[])('of %s has the flags that it uses, and no other', async (mode) => {
    const { stdout } = await printed(mode, '--help')
    const used: readonly string[] = modes[mode].uses
    const flags = [...stdout.matchAll(/^ {2}--([\w-]+)(?: <value>)?$/gm)].map(([, name]) => name)
    expect(flags).toEqual(flagInputs.filter((name) => used.includes(name)))
  })

  it('keeps to the width of the terminal, and to what action.yml says', async () => {
    const { stdout } = await printed('respawn', '--help')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '--max-unavailable <value> How many instances may be unavailable during a roll, as a number or a percentage. Default: 0.',
    )
    const words = stdout.split('\n').filter((line) => line.startsWith('      '))
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((line) => line.length > 60)).toEqual([])
  })
})

it('says its version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await printed('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
})

it('ends with 2 where the words mean nothing', async () => {
  expect(await printed('respwn')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error: `respwn` is no mode; the nearest is `respawn`.\n',
  })
})
