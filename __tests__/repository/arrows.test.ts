import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { lint } from './linter.ts'

interface Row {
  readonly name: string
  readonly path: string
  readonly code: string
}

interface RefusedRow extends Row {
  readonly rule: string
}

const imports = 'eslint(no-restricted-imports)'
const properties = 'eslint(no-restricted-properties)'
const globals = 'eslint(no-restricted-globals)'
const prints = 'eslint(no-console)'

const use = (specifier: string): string => `import * as it from '${specifier}'\nexport const used = it\n`
const useType = (specifier: string): string => `import type * as it from '${specifier}'\nexport type Used = typeof it\n`
const useOne = (name: string, specifier: string): string => `export { ${name} } from '${specifier}'\n`

/** An import that must be refused. */
const bad = (name: string, path: string, code: string): RefusedRow => ({ name, path, code, rule: imports })

/** An import that must pass. */
const good = (name: string, path: string, code: string): Row => ({ name, path, code })

const sdk = ['@aws-sdk/client-ec2', '@smithy/core']
const ambient = ['node:timers', 'node:timers/promises', 'timers/promises', 'node:process', 'process']
const outside = ['simulator', 'testing', 'bench', 'scripts', '__tests__']
const never = ['@actions/core', ...ambient, 'src/index.ts', ...outside]
const aboveReport = ['src/command', 'src/main', 'src/modes', 'src/aws', 'src/controllers', 'src/inputs']
const abovePlatform = [...aboveReport, 'src/report', 'src/domain']
const impure = ['@other/yaml', 'esbuild', 'fs', 'node:fs', 'src/errors.ts', 'src/platform', 'src/text']
const outsideDomain = [...sdk, ...never, ...aboveReport, 'src/report', ...impure]
const outsideSimulator = ['@actions/core', 'src', 'testing', 'bench', 'scripts', '__tests__']

/** What a file may not import, not even as a type: packages, files and folders of the repository. */
const closed: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': [...sdk, '@actions/core', ...ambient, ...outside],
  'src/command/x.ts': [...sdk, ...never],
  'src/main/x.ts': [...sdk, ...never, 'src/command'],
  'src/modes/x.ts': [...sdk, ...never, 'src/command', 'src/main'],
  'src/aws/client/x.ts': [...never, 'src/command', 'src/main', 'src/modes', 'src/inputs', 'src/platform/runner.ts'],
  'src/controllers/rollout/x.ts': [...sdk, ...never, 'src/command', 'src/main', 'src/modes', 'src/aws', 'src/inputs'],
  'src/github/x.ts': [...sdk, ...never, ...aboveReport],
  'src/notify/x.ts': [...sdk, ...never, ...aboveReport],
  'src/report/x.ts': [...sdk, ...never, ...aboveReport],
  'src/report/results/x.ts': [...sdk, ...never, ...aboveReport, 'src/report/summary', 'src/report/log'],
  'src/inputs/x.ts': [
    ...sdk,
    ...never,
    'src/command',
    'src/main',
    'src/modes',
    'src/aws',
    'src/controllers',
    'src/report',
  ],
  'src/domain/x.ts': outsideDomain,
  'src/domain/rollout/x.ts': outsideDomain,
  'src/domain/rollout/deep/x.ts': outsideDomain,
  'src/domain/catalogue/x.ts': [...outsideDomain, 'yaml'],
  'src/domain/yaml/x.ts': [...outsideDomain, 'src/domain/user-data'],
  'src/platform/x.ts': [...sdk, ...never, ...abovePlatform],
  'src/platform/runner.ts': [...sdk, ...never, ...abovePlatform],
  'src/platform/github-runner.ts': [...sdk, ...ambient, 'src/index.ts', ...outside, ...abovePlatform],
  'src/platform/clock.ts': [...sdk, ...outside, 'node:fs', 'node:timers', 'node:process', 'src/errors.ts'],
  'src/text/x.ts': [...sdk, ...never, ...abovePlatform, 'yaml', 'node:util', 'src/errors.ts', 'src/platform'],
  'src/errors.ts': [...sdk, ...ambient, ...outside, ...abovePlatform, 'yaml', 'node:util', 'src/text'],
  'simulator/x.ts': [...ambient, ...outsideSimulator],
  'simulator/wire/x.ts': [...ambient, ...outsideSimulator],
  'simulator/cli.ts': [...ambient, ...outsideSimulator],
  'simulator/preload/x.ts': [...ambient, ...outsideSimulator],
  'simulator/preload/virtual-time.ts': [
    ...sdk,
    'node:timers',
    'timers',
    'node:process',
    'process',
    ...outsideSimulator,
  ],
  'simulator/virtual-clock.ts': [...sdk, ...outsideSimulator, 'node:timers/promises', 'node:fs'],
  'testing/x.ts': ['__tests__'],
  'testing/fuzz/x.ts': ['__tests__'],
  'bench/x.ts': ['__tests__'],
  'scripts/x.ts': ['__tests__'],
}

/** The specifier with which a file imports a package, or a file or folder of the repository. */
const specifier = (from: string, to: string): string => {
  if (!/^(src|simulator|testing|bench|scripts|__tests__)(\/|$)/.test(to)) return to
  const path = relative(dirname(from), to.endsWith('.ts') ? to : `${to}/y.ts`)
  return path.startsWith('.') ? path : `./${path}`
}

const refusedImports: readonly RefusedRow[] = [
  ...Object.entries(closed).flatMap(([path, targets]) =>
    targets.map((to) => bad(`it imports a type of ${to}`, path, useType(specifier(path, to)))),
  ),
  bad('domain runs node', 'src/domain/rollout/x.ts', use('node:fs')),
  bad('domain runs the SDK', 'src/domain/rollout/x.ts', use('@aws-sdk/client-sts')),
  bad('domain loads a package on demand', 'src/domain/rollout/x.ts', 'export const it = import("node:fs")\n'),
  bad('domain re-exports a package', 'src/domain/rollout/x.ts', "export * from 'esbuild'\n"),
  bad('domain/yaml runs user data', 'src/domain/yaml/x.ts', use('../user-data/x.ts')),
  bad('a controller runs aws', 'src/controllers/x.ts', use('../aws/groups/x.ts')),
  bad('a controller re-exports aws', 'src/controllers/x.ts', "export * from '../aws/groups/x.ts'\n"),
  bad('a controller loads aws on demand', 'src/controllers/x.ts', 'export const it = import("../aws/groups/x.ts")\n'),
  ...['modes', 'aws', 'controllers', 'report', 'report/results', 'inputs'].map((room) => {
    const path = `src/${room}/x.ts`
    return bad('it runs platform', path, use(specifier(path, 'src/platform/clock.ts')))
  }),
  bad('the simulator runs the SDK', 'simulator/x.ts', use('@aws-sdk/client-ec2')),
  bad('the simulator runs smithy', 'simulator/ec2/x.ts', use('@smithy/core')),
  bad('the simulator runs our client', 'simulator/x.ts', use('../src/aws/groups/x.ts')),
  bad('virtual time waits', 'simulator/virtual-clock.ts', useOne('setTimeout', 'node:timers')),
  bad('virtual time waits by a promise', 'simulator/virtual-clock.ts', useOne('setTimeout', 'node:timers/promises')),
]

const refusedCode: readonly RefusedRow[] = [
  { name: 'aws reads the time', path: 'src/aws/x.ts', code: 'export const now = Date.now()\n', rule: properties },
  {
    name: 'a mode reads the environment',
    path: 'src/modes/x.ts',
    code: 'export const home = process.env\n',
    rule: properties,
  },
  { name: 'aws reads the environment', path: 'src/aws/x.ts', code: 'export const e = process.env\n', rule: properties },
  {
    name: 'main destructures the environment',
    path: 'src/main/x.ts',
    code: 'export const { env } = process\n',
    rule: properties,
  },
  {
    name: 'the entry point reads the environment',
    path: 'src/index.ts',
    code: 'export const home = process.env\n',
    rule: properties,
  },
  {
    name: 'the entry point reads the time',
    path: 'src/index.ts',
    code: 'export const now = Date.now()\n',
    rule: properties,
  },
  {
    name: 'a report measures the time',
    path: 'src/report/x.ts',
    code: 'export const now = performance.now()\n',
    rule: properties,
  },
  {
    name: 'the simulator reads the time',
    path: 'simulator/x.ts',
    code: 'export const now = Date.now()\n',
    rule: properties,
  },
  {
    name: 'the simulator measures the time',
    path: 'simulator/ec2/x.ts',
    code: 'export const now = performance.now()\n',
    rule: properties,
  },
  {
    name: 'the simulator reads the environment',
    path: 'simulator/wire/x.ts',
    code: 'export const home = process.env\n',
    rule: properties,
  },
  {
    name: 'virtual time reads the time',
    path: 'simulator/virtual-clock.ts',
    code: 'export const now = Date.now()\n',
    rule: properties,
  },
  { name: 'a controller sets a timer', path: 'src/controllers/x.ts', code: 'setTimeout(() => {}, 1)\n', rule: globals },
  { name: 'aws sets an interval', path: 'src/aws/x.ts', code: 'setInterval(() => {}, 1)\n', rule: globals },
  { name: 'main sets an immediate', path: 'src/main/x.ts', code: 'setImmediate(() => {})\n', rule: globals },
  { name: 'the entry point sets a timer', path: 'src/index.ts', code: 'setTimeout(() => {}, 1)\n', rule: globals },
  {
    name: 'the runner sets a timer',
    path: 'src/platform/github-runner.ts',
    code: 'setTimeout(() => {}, 1)\n',
    rule: globals,
  },
  {
    name: 'the clock sets a timer that cannot be awaited',
    path: 'src/platform/clock.ts',
    code: 'setTimeout(() => {}, 1)\n',
    rule: globals,
  },
  { name: 'the simulator sets a timer', path: 'simulator/x.ts', code: 'setTimeout(() => {}, 1)\n', rule: globals },
  {
    name: 'the server sets an interval',
    path: 'simulator/server.ts',
    code: 'setInterval(() => {}, 1)\n',
    rule: globals,
  },
  {
    name: 'the simulator sets an immediate',
    path: 'simulator/auto-scaling/x.ts',
    code: 'setImmediate(() => {})\n',
    rule: globals,
  },
  ...['setTimeout', 'setInterval', 'setImmediate'].flatMap((timer) =>
    ['src/aws/x.ts', 'simulator/x.ts'].map((path) => ({
      name: `${timer} is called by another way`,
      path,
      code: `globalThis.${timer}(() => {}, 1)\n`,
      rule: properties,
    })),
  ),
  { name: 'a mode prints', path: 'src/modes/x.ts', code: 'console.log(1)\n', rule: prints },
  { name: 'the log prints past its sink', path: 'src/report/log/console.ts', code: 'console.log(1)\n', rule: prints },
  { name: 'the simulator prints', path: 'simulator/x.ts', code: 'console.log(1)\n', rule: prints },
  { name: 'the server prints', path: 'simulator/server.ts', code: 'console.log(1)\n', rule: prints },
  { name: 'a tool of the tests prints', path: 'testing/fuzz/x.ts', code: 'console.log(1)\n', rule: prints },
  {
    name: 'a promise floats',
    path: 'src/main/x.ts',
    code: 'export async function one(): Promise<void> {}\nexport function two(): void {\n  one()\n}\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    name: 'a promise is returned from try without await',
    path: 'src/main/x.ts',
    code: 'export async function a(b: Promise<void>): Promise<void> {\n  try {\n    return b\n  } catch {\n    return\n  }\n}\n',
    rule: 'typescript(return-await)',
  },
  {
    name: 'a switch forgets a variant',
    path: 'src/main/x.ts',
    code: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      return\n  }\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    name: 'an any spreads',
    path: 'src/main/x.ts',
    code: 'export const a: string = JSON.parse("1")\n',
    rule: 'typescript(no-unsafe-assignment)',
  },
  {
    name: 'an any is written',
    path: 'src/main/x.ts',
    code: 'export function a(b: any): void {\n  void b\n}\n',
    rule: 'typescript(no-explicit-any)',
  },
]

const allowed: readonly Row[] = [
  good('domain imports itself', 'src/domain/rollout/x.ts', use('./y.ts')),
  good('domain imports yaml', 'src/domain/rollout/x.ts', "export { parse } from 'yaml'\n"),
  good('a folder of domain imports another', 'src/domain/audit/x.ts', use('../rollout/y.ts')),
  good('user data imports yaml of domain', 'src/domain/user-data/x.ts', use('../yaml/y.ts')),
  good('the catalogue of domain imports croner', 'src/domain/catalogue/x.ts', "export { Cron } from 'croner'\n"),
  good('domain/yaml imports itself and yaml', 'src/domain/yaml/x.ts', use('./y.ts') + "export { parse } from 'yaml'\n"),
  good('text imports itself', 'src/text/x.ts', use('./y.ts')),
  good('errors imports nothing', 'src/errors.ts', 'export class Refused extends Error {}\n'),
  good('platform imports text', 'src/platform/x.ts', use('../text/y.ts')),
  good('platform imports errors', 'src/platform/x.ts', use('../errors.ts')),
  good('platform imports node', 'src/platform/x.ts', use('node:net')),
  good(
    'the runner imports @actions and reads the environment',
    'src/platform/github-runner.ts',
    use('@actions/core') + 'export const e = process.env\n',
  ),
  good('the runner imports text', 'src/platform/github-runner.ts', use('../text/y.ts')),
  good(
    'the clock waits and reads the time',
    'src/platform/clock.ts',
    use('node:timers/promises') + 'export const now = Date.now()\n',
  ),
  good('inputs imports domain', 'src/inputs/x.ts', use('../domain/rollout/y.ts')),
  good('inputs imports text', 'src/inputs/x.ts', use('../text/y.ts')),
  good('inputs imports errors', 'src/inputs/x.ts', use('../errors.ts')),
  good('inputs imports a type of platform', 'src/inputs/x.ts', useType('../platform/runner.ts')),
  good('inputs imports its list of modes', 'src/inputs/x.ts', use('./modes.ts')),
  good('a report imports a type of domain', 'src/report/x.ts', useType('../domain/rollout/y.ts')),
  good('a report imports domain', 'src/report/summary/x.ts', use('../../domain/rollout/y.ts')),
  good('a report imports text', 'src/report/log/x.ts', use('../../text/y.ts')),
  good('a report imports a type of platform', 'src/report/x.ts', useType('../platform/runner.ts')),
  good('the summary imports results', 'src/report/summary/x.ts', use('../results/y.ts')),
  good('the log imports results', 'src/report/log/x.ts', use('../results/y.ts')),
  good('results imports the events', 'src/report/results/x.ts', useType('../events.ts')),
  good('results imports a type of platform', 'src/report/results/x.ts', useType('../../platform/runner.ts')),
  good('results imports itself and text', 'src/report/results/x.ts', use('./y.ts') + useOne('one', '../../text/y.ts')),
  good('a controller imports domain', 'src/controllers/rollout/x.ts', use('../../domain/rollout/y.ts')),
  good('a controller imports a report', 'src/controllers/x.ts', use('../report/events.ts')),
  good('a controller imports the type of the clock', 'src/controllers/x.ts', useType('../platform/clock.ts')),
  good('aws imports the SDK', 'src/aws/x.ts', use('@aws-sdk/client-ec2')),
  good('aws imports smithy', 'src/aws/client/x.ts', use('@smithy/core')),
  good('aws imports domain', 'src/aws/client/x.ts', use('../../domain/rollout/y.ts')),
  good('aws imports a controller', 'src/aws/client/x.ts', use('../../controllers/rollout/y.ts')),
  good('aws imports a report', 'src/aws/client/x.ts', use('../../report/events.ts')),
  good('aws imports the type of the clock', 'src/aws/client/x.ts', useType('../../platform/clock.ts')),
  good('aws imports the type of the network', 'src/aws/probe/x.ts', useType('../../platform/network.ts')),
  good('a mode imports aws', 'src/modes/x.ts', use('../aws/groups/y.ts')),
  good('a mode imports a controller', 'src/modes/x.ts', use('../controllers/y.ts')),
  good('a mode imports a report', 'src/modes/x.ts', use('../report/log/y.ts')),
  good('a mode imports domain', 'src/modes/x.ts', use('../domain/rollout/y.ts')),
  good('a mode imports a type of inputs', 'src/modes/x.ts', useType('../inputs/y.ts')),
  good('a mode imports the type of the clock', 'src/modes/x.ts', useType('../platform/clock.ts')),
  ...['modes', 'aws', 'controllers', 'report', 'domain', 'inputs', 'platform', 'text'].map((room) =>
    good(`main imports ${room}`, 'src/main/x.ts', use(`../${room}/y.ts`)),
  ),
  good('the entry point imports main', 'src/index.ts', use('./main/y.ts')),
  good('the entry point imports the runner', 'src/index.ts', use('./platform/github-runner.ts')),
  good(
    'the simulator imports itself and node',
    'simulator/ec2/x.ts',
    use('../y.ts') + useOne('createHash', 'node:crypto'),
  ),
  good('the simulator names a type of the SDK', 'simulator/x.ts', useType('@aws-sdk/client-ec2')),
  good('the wire runs the schemas of the SDK', 'simulator/wire/x.ts', use('@smithy/core')),
  good('the wire imports the simulator', 'simulator/wire/x.ts', use('../y.ts')),
  good(
    'virtual time yields to other tasks',
    'simulator/virtual-clock.ts',
    useOne('setImmediate', 'node:timers') + useOne('one', './y.ts'),
  ),
  good(
    'the preload replaces a timer and reads the environment',
    'simulator/preload/virtual-time.ts',
    use('node:timers/promises') + 'export const e = process.env\n',
  ),
  good('another preload reads the environment', 'simulator/preload/x.ts', 'export const e = process.env\n'),
  good('the server measures the time', 'simulator/server.ts', 'export const now = performance.now()\n'),
  good('the command line reads the time and prints', 'simulator/cli.ts', 'console.log(Date.now())\n'),
  ...['src/main', 'src/domain/rollout', 'simulator', 'simulator/wire', 'bench', 'scripts'].map((room) =>
    good(`a tool of the tests imports ${room}`, 'testing/fuzz/x.ts', use(`../../${room}/y.ts`)),
  ),
  good('a tool of the tests imports the SDK', 'testing/x.ts', use('@aws-sdk/client-ec2')),
  good(
    'the benchmark imports main and a tool',
    'bench/x.ts',
    use('../src/main/y.ts') + useOne('one', '../testing/y.ts'),
  ),
  good('a script prints and reads the time', 'scripts/x.ts', 'console.log(Date.now(), process.env)\n'),
  good('a benchmark prints and reads the time', 'bench/x.ts', 'console.log(Date.now(), process.env)\n'),
  good('the fuzzer prints and reads the time', 'testing/fuzz.ts', 'console.log(performance.now())\n'),
  good('the mutations print', 'testing/mutations.ts', 'console.log(1)\n'),
]

const refused = [...refusedImports, ...refusedCode]

/** The files that the code of a row imports, each with one export. */
const imported = ({ path, code }: Row): [string, string][] =>
  [...code.matchAll(/ from '(\.[^']+)'/g)].map(([, to = '']) => [join(path, '..', to), 'export const one = 1\n'])

/** The linter's messages for each row: every x.ts is a file of its own, and rows of one file are linted apart. */
const verdictsOf = (rows: readonly Row[]): Map<Row, readonly string[]> => {
  const repositories: Map<string, Row>[] = []
  for (const [index, row] of rows.entries()) {
    const path = row.path.replace(/\/x\.ts$/, `/x${index}.ts`)
    const free = repositories.find((repository) => !repository.has(path))
    if (free) free.set(path, row)
    else repositories.push(new Map([[path, row]]))
  }
  const said = lint(
    repositories.map((repository) => ({
      ...Object.fromEntries([...repository.values()].flatMap(imported)),
      ...Object.fromEntries([...repository].map(([path, { code }]) => [path, code])),
    })),
  )
  return new Map(
    repositories.flatMap((repository, index) =>
      [...repository].map(([path, row]) => [row, said[index]?.[path] ?? []] as const),
    ),
  )
}

const verdicts = verdictsOf([...refused, ...allowed])

describe('the linter refuses when', () => {
  test.each(refused)('$name ($path)', (row) => {
    expect(verdicts.get(row)).toContain(row.rule)
  })
})

describe('the linter accepts that', () => {
  test.each(allowed)('$name ($path)', (row) => {
    expect(verdicts.get(row)).toEqual([])
  })
})

const { overrides } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as {
  overrides: readonly { readonly files: readonly string[] }[]
}

test.each([...new Set(overrides.flatMap(({ files }) => files))])('a file matches %s of the configuration', (glob) => {
  expect(execFileSync('git', ['ls-files', '--', `:(glob)${glob}`], { encoding: 'utf8' })).not.toBe('')
})

test('a glob without a file is noticed', () => {
  expect(execFileSync('git', ['ls-files', '--', ':(glob)src/nowhere/**'], { encoding: 'utf8' })).toBe('')
})

/** A rule that the linter cannot express: no date or random number without an argument. */
const outOfNothing = /\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/
const knowsTheTime = ['src/index.ts', 'src/platform/github-runner.ts', 'src/platform/clock.ts', 'simulator/server.ts']

test.each(['src', 'simulator'])('nothing in %s is made out of nothing, outside the entry points', (room) => {
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((name) => join(room, name))
    .filter((path) => path.endsWith('.ts') && !knowsTheTime.includes(path))
  expect(sources.length).toBeGreaterThan(5)
  expect(sources.filter((path) => outOfNothing.test(readFileSync(path, 'utf8')))).toEqual([])
})

test.each(['new Date()', 'Math.random()', 'randomUUID()', 'performance.now()'])('%s is made out of nothing', (code) => {
  expect(outOfNothing.test(code)).toBe(true)
})
