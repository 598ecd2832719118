/** A mode as the command runs it, in this process on a simulated account: where its log goes, how it ends, what an interrupt does. */
import { readFileSync } from 'node:fs'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { command } from '../../src/command/command.ts'

/** The credentials of the terminal. */
const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' }
const before = Object.fromEntries(Object.keys(keys).map((name) => [name, process.env[name]]))
beforeAll(() => Object.assign(process.env, keys))
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
})

interface Terminal {
  /** Called with what is written, before anything after it is done. */
  readonly onText?: (text: string, interrupt: () => void) => void
}

async function run(words: readonly string[], { onText }: Terminal = {}) {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true })
  account.ledger.clear()
  const listeners: (() => void)[] = []
  const texts = { stdout: '', stderr: '' }
  const screen = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text
      onText?.(text, () => {
        for (const listener of listeners) listener()
      })
    },
  })
  const exitCode = await command({
    words: [...words, '--aws-region', account.region],
    stdout: screen('stdout'),
    stderr: screen('stderr'),
    folder: '/nonexistent',
    ownFile: async (name) => readFileSync(name, 'utf8'),
    onInterrupt: (listener) => void listeners.push(listener),
    clock: account.clock,
    random: () => 0.5,
    requestHandler: account.requestHandler() as never,
  })
  const changes = account.ledger.entries.filter((entry) => entry.changes)
  return { account, exitCode, changes, ...texts, tags: Object.keys(account.autoScaling.capacity('web').tags) }
}

const RESPAWN = ['respawn', '--auto-scaling-groups', 'web']
const ACTS = [...RESPAWN, '--yes']

/** Interrupts when the first instance is about to leave, and again when putting back begins. */
const interrupting = (times: 1 | 2): Terminal => {
  let left: number = times
  return {
    onText: (text, interrupt) => {
      const wanted = left === times ? '  terminate i-' : 'Putting back what was changed'
      if (left === 0 || !text.includes(wanted)) return
      left -= 1
      interrupt()
    },
  }
}

test('plans first, says that nothing was changed, and changes nothing', async () => {
  const { exitCode, stdout, stderr, changes } = await run(RESPAWN)
  expect([exitCode, stderr, changes]).toEqual([0, '', []])
  expect(stdout).toContain('This was a dry run: nothing was changed. Add --yes to do it.')
})

// A janitor without --heal said that --yes would change something.
test.each([
  { words: ['janitor'], says: false },
  { words: ['janitor', '--heal=false'], says: false },
  { words: ['janitor', '--heal', '--auto-scaling-groups', 'web'], says: true },
])('$words says that it was a dry run: $says', async ({ words, says }) => {
  const { exitCode, stdout, stderr } = await run(words)
  expect([exitCode, stderr, stdout.includes('Add --yes to do it')]).toEqual([0, '', says])
})

test('acts with --yes, and does not say that it was a dry run', async () => {
  const { exitCode, stdout, account } = await run(ACTS)
  expect(exitCode).toBe(0)
  expect(stdout).not.toContain('This was a dry run')
  expect(account.ledger.launches('web')).toHaveLength(2)
})

test('gives a program the result alone, and the log beside it', async () => {
  const { stdout, stderr } = await run([...RESPAWN, '-o', 'json'])
  expect(JSON.parse(stdout)).toMatchObject({ mode: 'respawn', dryRun: true })
  expect(stderr).toContain('would terminate i-')
})

test('ends with 1 where the run has failed', async () => {
  const { exitCode, stdout, stderr } = await run(['respawn', '--auto-scaling-groups', 'api'])
  expect([exitCode, stderr.startsWith('error: ')]).toEqual([1, true])
  expect(stdout).not.toContain('This was a dry run')
})

test('puts everything back where it is interrupted', async () => {
  const { exitCode, stderr, tags } = await run(ACTS, interrupting(1))
  expect(exitCode).toBe(1)
  expect(stderr).toContain('Putting back what was changed. Interrupt again to leave it as it is.')
  expect(tags).toEqual([])
})

test('leaves what it has changed where it is interrupted again', async () => {
  const { exitCode, tags } = await run(ACTS, interrupting(2))
  expect(exitCode).toBe(1)
  expect(tags).toContain('fleet-patch:memo')
})
