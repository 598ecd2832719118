import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the scripts of this repository start from build/, and what a person starts there. */
const programs = [
  ...[readFileSync('package.json', 'utf8'), readFileSync('scripts/test-moto.sh', 'utf8')]
    .flatMap((text) => [...text.matchAll(/build\/((?:bench|scripts|simulator|testing)\/[\w-]+)\.js/g)])
    .map(([, program = '']) => program)
    .filter((program) => program !== 'simulator/require-node-24'),
  'bench/audit',
]

test.each([...new Set(programs)])('%s looks at the Node version before it loads anything else', (program) => {
  const [first] = /^import .*$/m.exec(readFileSync(`${program}.ts`, 'utf8')) ?? []
  expect(first).toMatch(/^import '\.{1,2}\/(simulator\/)?require-node-24\.ts'$/)
})

/** Preloaded, it makes a Node look like another version. */
const pretending = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`

const started = (version: string, program: string) =>
  spawnSync(process.execPath, ['--import', pretending(version), program, '--help'], { encoding: 'utf8' })

test.each(['20.19.0', '22.12.0', '23.11.1'])('Node %s is refused in one sentence that says what to do', (version) => {
  const { status, stdout, stderr } = started(version, 'build/simulator/cli.js')
  expect(stderr).toBe(
    `This needs Node 24 or later and runs on Node ${version}: on x64 Linux \`npm ci\` brings Node 24 and \`npm run\` uses it; elsewhere install Node 24.\n`,
  )
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
})

test.each(['24.0.0', '26.1.0'])('Node %s is not refused', (version) => {
  expect(started(version, 'build/simulator/cli.js')).toMatchObject({ status: 0, stderr: '' })
})

test('package.json, README and CONTRIBUTING name the same least Node', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
  expect(engines).toEqual({ node: '>=20.19' })
  for (const page of ['README.md', 'CONTRIBUTING.md'])
    expect(readFileSync(page, 'utf8')).toMatch(
      /x64 Linux[^.]* Node 20\.19 or later is enough[^]*arm64 Linux included, you need Node 24/,
    )
})
