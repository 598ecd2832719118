/** Runs the command as a person does: a process with a terminal's variables and what Node 20 has built in, on a simulated account, in virtual time. */
import { spawn } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SimulatedAccount } from '../simulator/account.ts'
import { startServer } from '../simulator/server.ts'

export interface CommandOptions {
  /** The program, `fleet-patch` of an installed package or dist/cli.js. */
  readonly program: string
  readonly words: readonly string[]
  /** The folder in which it is started. */
  readonly folder: string
  /** Variables besides the credentials and the region. */
  readonly variables?: Readonly<Record<string, string>>
  /** Called with every line of both streams as it comes, and what sends the process a signal. */
  readonly onLine?: (line: string, kill: (signal: NodeJS.Signals) => void) => void
}

export interface CommandOutcome {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command once on the account, to its end. */
export async function runCommand(account: SimulatedAccount, options: CommandOptions): Promise<CommandOutcome> {
  const server = await startServer(account, { time: { kind: 'virtual', latencySeconds: 0.08 } })
  try {
    return await run(options, {
      AWS_ENDPOINT_URL: server.url,
      SIMULATOR_URL: server.url,
      AWS_REGION: account.region,
      NODE_OPTIONS: `--import ${node20} --import ${virtualTime}`,
    })
  } finally {
    await server.close()
  }
}

/** After a build they have the extension of this file. */
const preload = (path: string): string =>
  new URL(`${path}${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href
const node20 = preload('./node-20')
const virtualTime = preload('../simulator/preload/virtual-time')

function run(
  { program, words, folder, variables, onLine }: CommandOptions,
  surroundings: Readonly<Record<string, string>>,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: folder,
      env: {
        HOME: '/nonexistent',
        AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'example',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...surroundings,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const texts = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      let unfinished = ''
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        texts[name] += chunk
        const lines = (unfinished + chunk).split('\n')
        unfinished = lines.pop() ?? ''
        for (const line of lines) onLine?.(line, (signal) => child.kill(signal))
      })
    }
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, ...texts }))
  })
}
