/** Every command of the documentation is one that there is, with flags and inputs that it takes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments } from '../../src/command/arguments.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { recordingRunner } from '../../testing/recording-runner.ts'

const pages = ['README.md', 'CONTRIBUTING.md', ...['docs', 'simulator'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join(folder, name)))] // prettier-ignore
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }

interface Command {
  readonly page: string
  readonly text: string
}

/** The lines of every block of shell, and every command that stands as code in a line, each joined by `&&` for itself. */
const commands: readonly Command[] = pages.flatMap((page) => {
  const text = readFileSync(page, 'utf8')
  const blocks = [...text.matchAll(/^ *```(?:sh|bash|shell|console)\n([\s\S]*?)^ *```/gm)].map(
    ([, block = '']) => block,
  )
  const inLines = [...text.matchAll(/`(np[mx] (?!run`)[^`\n]+)`/g)].map(([, code = '']) => code)
  return [...blocks.flatMap((block) => block.split('\n')), ...inLines]
    .flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '))
    .map((line) => ({ page, text: line.trim() }))
    .filter((command) => command.text !== '' && !/[…<>]|\.\.\./.test(command.text))
})

/** Commands of other programs that pages show, by how they begin. */
const OTHERS = [
  'aws cloudtrail lookup-events ',
  'aws iam create-open-id-connect-provider ',
  'aws iam create-role ',
  'aws iam put-role-policy ',
  'aws iam update-assume-role-policy ',
  'git clone https://github.com/fleet-patch/fleet-patch ',
  'cd fleet-patch ',
  'pip install boto3 ',
  'python simulator/examples/deploy.py ',
  'curl ',
  'node build/',
  'export ',
]

/** The words of a command, without their quotes. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')

/** What is wrong with a command; undefined where nothing is. */
function problemOf(text: string): string | undefined {
  const [program, ...words] = wordsOf(text)
  if (program === 'npx' && words[0] === 'fleet-patch') return problemOfOurs(words.slice(1))
  if (program === 'npm') {
    const named = words.filter((word) => !word.startsWith('-'))
    const script = named[0] === 'run' ? named[1] : named[0]
    return script !== undefined && (script === 'ci' || script === 'install' || Object.hasOwn(scripts, script)) ? undefined : `no script ${script}` // prettier-ignore
  }
  return OTHERS.some((beginning) => `${text} `.startsWith(beginning)) ? undefined : `unknown program ${program}`
}

function problemOfOurs(words: readonly string[]): string | undefined {
  try {
    const request = readArguments(words)
    if (request.kind !== 'mode') return undefined
    const runner = recordingRunner({ inputs: request.inputs, environment: { awsRegion: 'eu-west-1' } })
    const { warnings } = readInputs(runner, runner.environment)
    return warnings[0]
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test.each(commands)('$page: $text', ({ text }) => expect(problemOf(text)).toBeUndefined())

test('the pages have commands of ours', () => {
  expect(commands.filter(({ text }) => text.startsWith('npx fleet-patch')).length).toBeGreaterThan(15)
})

test.each([
  { text: 'npx fleet-patch respwn', says: 'nearest is `respawn`' },
  { text: 'npx fleet-patch respawn --stacks web --surge some', says: '`surge`' },
  { text: 'npx fleet-patch images --surge 2', says: 'no effect' },
  { text: 'npm run fly', says: 'no script fly' },
  { text: 'rm -rf build', says: 'unknown program rm' },
])('$text would be noticed', ({ text, says }) => expect(problemOf(text)).toContain(says))
