import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lint } from './linter.ts'

interface Row {
  readonly name: string
  readonly path: string
  readonly code: string
}

const imports = 'eslint(no-restricted-imports)'
const properties = 'eslint(no-restricted-properties)'
const globals = 'eslint(no-restricted-globals)'

const use = (specifier: string): string => `import * as it from '${specifier}'\nexport const used = it\n`
const useType = (specifier: string): string => `import type * as it from '${specifier}'\nexport type Used = typeof it\n`

const refused: readonly (Row & { readonly rule: string })[] = [
  { name: 'the model imports node', path: 'src/fleet/a1.ts', code: use('node:fs'), rule: imports },
  { name: 'the model imports a node module by its old name', path: 'src/fleet/a2.ts', code: use('fs'), rule: imports },
  { name: 'the model imports its neighbour', path: 'src/fleet/a3.ts', code: use('../errors.ts'), rule: imports },
  {
    name: 'the model imports even a type of AWS',
    path: 'src/fleet/a4.ts',
    code: useType('../aws/x.ts'),
    rule: imports,
  },
  { name: 'the model imports the SDK', path: 'src/fleet/a5.ts', code: use('@aws-sdk/client-sts'), rule: imports },
  {
    name: 'the model loads a package on demand',
    path: 'src/fleet/a6.ts',
    code: 'export const it = import("node:fs")\n',
    rule: imports,
  },
  { name: 'the model hands on a package', path: 'src/fleet/a7.ts', code: "export * from 'esbuild'\n", rule: imports },
  { name: 'the model imports another yaml', path: 'src/fleet/a9.ts', code: use('@other/yaml'), rule: imports },
  {
    name: 'a folder of the model climbs out of it',
    path: 'src/fleet/deep/a8.ts',
    code: use('../../clock.ts'),
    rule: imports,
  },
  { name: 'a mode imports the SDK', path: 'src/modes/b1.ts', code: use('@aws-sdk/client-ec2'), rule: imports },
  {
    name: 'the main line imports a type of the SDK',
    path: 'src/b2.ts',
    code: useType('@aws-sdk/client-ec2'),
    rule: imports,
  },
  { name: 'the main line imports smithy', path: 'src/b3.ts', code: use('@smithy/core'), rule: imports },
  { name: 'the entry point imports the SDK', path: 'src/index.ts', code: use('@aws-sdk/client-ec2'), rule: imports },
  { name: 'the simulator runs the SDK', path: 'src/simulator/c1.ts', code: use('@aws-sdk/client-ec2'), rule: imports },
  {
    name: 'the simulator imports our client',
    path: 'src/simulator/c2.ts',
    code: use('../aws/groups.ts'),
    rule: imports,
  },
  {
    name: 'the wire imports our client',
    path: 'src/simulator/wire/c3.ts',
    code: use('../../aws/groups.ts'),
    rule: imports,
  },
  { name: 'a mode imports the runner', path: 'src/modes/d1.ts', code: use('@actions/core'), rule: imports },
  { name: 'AWS imports the runner', path: 'src/aws/d2.ts', code: use('@actions/core'), rule: imports },
  { name: 'a report imports the runner', path: 'src/report/d3.ts', code: use('@actions/core'), rule: imports },
  { name: 'a report imports AWS', path: 'src/report/e1.ts', code: useType('../aws/groups.ts'), rule: imports },
  { name: 'a report imports the SDK', path: 'src/report/e2.ts', code: useType('@aws-sdk/client-ec2'), rule: imports },
  { name: 'AWS reads the time', path: 'src/aws/f1.ts', code: 'export const now = Date.now()\n', rule: properties },
  {
    name: 'a mode reads the environment',
    path: 'src/modes/f2.ts',
    code: 'export const home = process.env\n',
    rule: properties,
  },
  {
    name: 'AWS reads the environment',
    path: 'src/aws/f3.ts',
    code: 'export const home = process.env\n',
    rule: properties,
  },
  { name: 'the loop sets a timer', path: 'src/f4.ts', code: 'setTimeout(() => {}, 1)\n', rule: globals },
  { name: 'AWS sets an interval', path: 'src/aws/f5.ts', code: 'setInterval(() => {}, 1)\n', rule: globals },
  {
    name: 'AWS sets a timer by another way',
    path: 'src/aws/f6.ts',
    code: 'globalThis.setTimeout(() => {}, 1)\n',
    rule: properties,
  },
  { name: 'AWS imports a timer', path: 'src/aws/f7.ts', code: use('node:timers/promises'), rule: imports },
  { name: 'a mode imports the environment', path: 'src/modes/f8.ts', code: use('node:process'), rule: imports },
  { name: 'a mode prints', path: 'src/modes/g1.ts', code: 'console.log(1)\n', rule: 'eslint(no-console)' },
  { name: 'the simulator prints', path: 'src/simulator/g2.ts', code: 'console.log(1)\n', rule: 'eslint(no-console)' },
  {
    name: 'a promise floats',
    path: 'src/h1.ts',
    code: 'export async function one(): Promise<void> {}\nexport function two(): void {\n  one()\n}\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    name: 'a promise is returned from try without await',
    path: 'src/h2.ts',
    code: 'export async function a(b: Promise<void>): Promise<void> {\n  try {\n    return b\n  } catch {\n    return\n  }\n}\n',
    rule: 'typescript(return-await)',
  },
  {
    name: 'a switch forgets a variant',
    path: 'src/h3.ts',
    code: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      return\n  }\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    name: 'an any spreads',
    path: 'src/h4.ts',
    code: 'export const a: string = JSON.parse("1")\n',
    rule: 'typescript(no-unsafe-assignment)',
  },
  {
    name: 'an any is written',
    path: 'src/h5.ts',
    code: 'export function a(b: any): void {\n  void b\n}\n',
    rule: 'typescript(no-explicit-any)',
  },
]

const content: readonly Row[] = [
  {
    name: 'the model imports itself and yaml',
    path: 'src/fleet/ok1.ts',
    code: use('./fleet.ts') + "export { parse } from 'yaml'\n",
  },
  { name: 'a folder of the model imports the model', path: 'src/fleet/deep/ok2.ts', code: use('../fleet.ts') },
  { name: 'AWS imports the SDK', path: 'src/aws/ok3.ts', code: use('@aws-sdk/client-ec2') },
  { name: 'the simulator names a type of the SDK', path: 'src/simulator/ok4.ts', code: useType('@aws-sdk/client-ec2') },
  { name: 'the wire reads the schemas of the SDK', path: 'src/simulator/wire/ok5.ts', code: use('@smithy/core') },
  {
    name: 'the runner port imports the runner',
    path: 'src/platform/runner.ts',
    code: use('@actions/core') + 'export const e = process.env\n',
  },
  { name: 'a mode imports AWS and the model', path: 'src/modes/ok6.ts', code: use('../aws/groups.ts') },
  {
    name: 'the clock waits',
    path: 'src/platform/clock.ts',
    code: use('node:timers/promises') + 'export const now = Date.now()\n',
  },
  { name: 'a report imports the model', path: 'src/report/ok7.ts', code: useType('../fleet/fleet.ts') },
  { name: 'virtual time gives way to node', path: 'simulator/virtual-clock.ts', code: use('node:timers') },
  {
    name: 'a script prints and reads the time',
    path: 'scripts/ok8.ts',
    code: 'console.log(Date.now(), process.env)\n',
  },
]

const imported = {
  'src/domain/rollout/fleet.ts': 'export const one = 1\n',
  'src/aws/groups/describe.ts': 'export const one = 1\n',
}
const rows = Object.fromEntries([...refused, ...content].map(({ path, code }) => [path, code]))
const verdicts = lint({ ...imported, ...rows })

describe('the linter refuses when', () => {
  test.each(refused)('$name ($path)', ({ path, rule }) => {
    expect(verdicts[path]).toContain(rule)
  })
})

describe('the linter is content when', () => {
  test.each(content)('$name ($path)', ({ path }) => {
    expect(verdicts[path]).toEqual([])
  })
})

/** What the linter cannot express: a date or a random number out of nothing. */
const outOfNothing = /\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/
const knowsTheTime = [
  'src/index.ts',
  'src/post.ts',
  'src/platform/runner.ts',
  'src/platform/clock.ts',
  'simulator/server.ts',
]

test('a run depends on nothing that is made out of nothing, outside the entry points', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((path) => path.endsWith('.ts') && !knowsTheTime.includes(path))
  expect(sources.length).toBeGreaterThan(5)
  expect(sources.filter((path) => outOfNothing.test(readFileSync(path, 'utf8')))).toEqual([])
  expect(['new Date()', 'Math.random()'].every((code) => outOfNothing.test(code))).toBe(true)
})
