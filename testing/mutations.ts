/**
 * Breaks one rule at a time in a copy of the project, and prints which test fails: `npm run build && node
 * build/testing/mutations.js [name]`. Not part of CI: it takes minutes and belongs to a change of the rules.
 */
import '../simulator/require-node-24.ts'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

interface Mutation {
  readonly name: string
  readonly file: string
  /** A text that occurs in the file exactly once. */
  readonly find: string
  readonly replace: string
}

const rolling = 'src/domain/rollout/rules.ts'
const takingInHand = 'src/domain/rollout/acquire-lease.ts'
const budget = 'src/domain/rollout/budget.ts'
const puttingBack = 'src/domain/rollout/restore.ts'

const MUTATIONS: readonly Mutation[] = [
  { name: 'never suspend', file: rolling, find: '  suspend,\n', replace: '' },
  {
    name: 'clear the state before the processes are resumed',
    file: puttingBack,
    find: 'if (ours.length > 0)',
    replace: 'if (ours.length > 9)',
  },
  {
    name: 'clear the state before the sizes are restored',
    file: puttingBack,
    find: 'if (Object.keys(sizes).length > 0)',
    replace: 'if (Object.keys(sizes).length > 9)',
  },
  {
    name: 'resume everything that is suspended',
    file: puttingBack,
    find: 'const ours = memo.suspends.filter((process) => fleet.suspended.includes(process))',
    replace: 'const ours = fleet.suspended',
  },
  {
    name: 'restore a maximum that the run did not raise',
    file: puttingBack,
    find: 'sizes.max > memo.sizes.max && sizes.max <= Math.max(memo.sizes.max, memo.sizes.desired + memo.surge)',
    replace: 'sizes.max !== memo.sizes.max',
  },
  {
    name: 'count unhealthy instances as ready',
    file: 'src/domain/rollout/readiness.ts',
    find: "lifecycle === 'InService' && healthy && balancers.every(content)",
    replace: "lifecycle === 'InService'",
  },
  { name: 'no floor', file: budget, find: 'Math.max(0, memo.sizes.desired - policy.maxUnavailable)', replace: '0' },
  {
    name: 'a surge of one more',
    file: budget,
    find: 'memo.sizes.desired + Math.min(policy.surge, oldCapacity)',
    replace: 'memo.sizes.desired + Math.min(policy.surge + 1, oldCapacity)',
  },
  {
    name: 'a surge beyond what is left to replace',
    file: budget,
    find: 'memo.sizes.desired + Math.min(policy.surge, oldCapacity)',
    replace: 'memo.sizes.desired + policy.surge',
  },
  { name: 'decrement always', file: budget, find: 'const falls = falling(weight)', replace: 'const falls = true' },
  { name: 'decrement never', file: budget, find: 'const falls = falling(weight)', replace: 'const falls = false' },
  {
    name: 'count booting instances as capacity',
    file: budget,
    find: 'let total = standing.capacity - standing.unreadyCurrentCapacity - floor',
    replace: 'let total = standing.capacity - floor',
  },
  {
    name: 'terminate serving outdated instances first when restoring',
    file: budget,
    find: '[...broken(current), ...broken(old), ...newest(current), ...newest(old)]',
    replace: '[...newest(old), ...broken(current), ...broken(old), ...newest(current)]',
  },
  {
    name: 'acquire a live lease',
    file: 'src/domain/rollout/lease.ts',
    find: 'return at - memo.heartbeatAt < DEAD_AFTER_SECONDS',
    replace: 'return at < memo.heartbeatAt',
  },
  {
    name: 'ignore the run that the memo names',
    file: takingInHand,
    find: 'const isOurs = memo.run === policy.run',
    replace: "const isOurs = memo.run !== ''",
  },
  {
    name: 'trust the first read after a crash',
    file: 'src/domain/rollout/lease.ts',
    find: "(isLate && intent === 'roll')",
    replace: "run !== ''",
  },
  {
    name: 'read once for the saved state of a dead run',
    file: takingInHand,
    find: 'at < seeks.until &&',
    replace: 'at < 0 &&',
  },
  {
    name: 'never renew the lease',
    file: rolling,
    find: '  stayInHand,\n  holdTheSource,\n',
    replace: '  holdTheSource,\n',
  },
  { name: 'continue with a changed launch source', file: rolling, find: '  holdTheSource,\n', replace: '' },
  { name: 'tolerate any failure of new instances', file: rolling, find: '  haltOnFailures,\n', replace: '' },
  { name: 'wait for ever for a new instance', file: rolling, find: '  endOverdueInstance,\n', replace: '' },
  {
    name: 'let AWS choose the surplus to terminate',
    file: rolling,
    find: '  awaitReady,\n  removeSurplus,\n',
    replace: '  awaitReady,\n',
  },
  { name: 'ignore a run that started at the same moment', file: rolling, find: '  answerForAnother,\n', replace: '' },
  {
    name: 'never adopt an operator’s size',
    file: rolling,
    find: 'if (ours || desired === memo.sizes.desired) return undefined',
    replace: 'if (ours || desired !== -1) return undefined',
  },
  {
    name: 'decide on a stale read',
    file: 'src/domain/rollout/expectations.ts',
    find: "if (missing.length === 0) return 'timely'",
    replace: "if (missing.length >= 0) return 'timely'",
  },
  {
    name: 'repeat a decrementing termination after a lost answer',
    file: 'src/aws/client/operations.ts',
    find: "  'TerminateInstances',\n",
    replace: "  'TerminateInstances',\n  'TerminateInstanceInAutoScalingGroup',\n",
  },
  {
    name: 'an empty list of processes',
    file: 'src/aws/act/apply.ts',
    find: 'if (list.length === 0) throw',
    replace: 'if (list.length < 0) throw',
  },
]

/** The quick tests of single rules. */
const RULES = ['__tests__/domain', '__tests__/aws/act/apply.test.ts', '__tests__/aws/client/call.test.ts']

const SEEDS = '2000'

/** Tests that know the rules only from outside, for mutations that no seed of the fuzzer notices. */
const OUTSIDE = [
  '__tests__/controllers/rollout/two-runs.test.ts',
  '__tests__/edges',
  '__tests__/modes/respawn.test.ts',
  '__tests__/controllers/rollout/crash-walk.test.ts',
]

const root = process.cwd()
const copied = [
  'src',
  'simulator',
  'testing',
  '__tests__',
  'scripts',
  'bench',
  'action.yml',
  'package.json',
  'jest.config.js',
  'tsconfig.json',
  'tsconfig.build.json',
]

interface JestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** The first failing test; undefined where all pass. */
function failingTest(folder: string, tests: readonly string[]): string | undefined {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js']
  spawnSync(process.execPath, [...jest, '--bail=1', '--json', `--outputFile=${report}`, ...tests], {
    cwd: folder,
    stdio: 'ignore',
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed')
  return failed?.fullName
}

/** The first violation that the fuzzer prints; undefined where there is none. */
async function violation(folder: string): Promise<string | undefined> {
  const command = ['build/testing/fuzz.js', '--seeds', SEEDS]
  const child = spawn(process.execPath, command, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface({ input: child.stdout }))
    // The last line counts them.
    if (!/ \d+ violations$/.test(line)) {
      child.kill()
      return line
    }
  return undefined
}

async function noticedOutside(folder: string): Promise<string | undefined> {
  // Type errors of a broken rule do not matter here.
  spawnSync(join('node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json'], { cwd: folder, stdio: 'ignore' })
  return (await violation(folder)) ?? failingTest(folder, OUTSIDE)
}

function mutate(folder: string, { file, find, replace, name }: Mutation): void {
  const source = readFileSync(join(root, file), 'utf8')
  if (source.split(find).length !== 2) throw new Error(`"${name}": the text does not occur in ${file} exactly once`)
  writeFileSync(
    join(folder, file),
    source.replace(find, () => replace),
  )
}

const folder = mkdtempSync(join(tmpdir(), 'mutations-'))
try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const [wanted] = process.argv.slice(2)
  for (const mutation of MUTATIONS.filter(({ name }) => wanted === undefined || name.includes(wanted))) {
    mutate(folder, mutation)
    const rule = failingTest(folder, RULES)
    const outside = await noticedOutside(folder)
    writeFileSync(join(folder, mutation.file), readFileSync(join(root, mutation.file), 'utf8'))
    const survived = rule === undefined && outside === undefined
    console.log(`| ${mutation.name} | ${rule ?? '-'} | ${outside ?? '-'} |`)
    if (survived) {
      console.log(`SURVIVED: ${mutation.name}`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
