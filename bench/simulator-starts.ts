/**
 * Measures how long the simulator takes from the start of its process to its first answer over HTTP, as a client that waits sees it:
 * wall time. A test holds its processor time, which says the same on every machine.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

import { tellUse, useIn } from './use.ts'

const ROUNDS = 11
const program = fileURLToPath(new URL('../simulator/cli.js', import.meta.url))
const served: Readonly<Record<string, readonly string[]>> = {
  'an account': [],
  'simulator/scenarios/web.yml': ['--scenario', 'simulator/scenarios/web.yml'],
  'simulator/scenarios/rising-load.yml': ['--scenario', 'simulator/scenarios/rising-load.yml'],
}

for (const [what, words] of Object.entries(served)) {
  const rounds: { readonly wall: number; readonly cpu: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await start(words))
  const [walls, cpus] = [rounds.map(({ wall }) => wall), rounds.map(({ cpu }) => cpu)].map((each) => each.toSorted((a, b) => a - b)) as [number[], number[]] // prettier-ignore
  const shown = (values: readonly number[], at: number): string => `${values[at]?.toFixed(2)} s`
  console.log(`${what}: ${shown(walls, ROUNDS >> 1)} to the first answer (${shown(walls, 0)} to ${shown(walls, ROUNDS - 1)} in ${ROUNDS} starts), ${shown(cpus, ROUNDS >> 1)} of CPU`) // prettier-ignore
}

/** Seconds from the start of the process to its first answer, and of the processor until it has ended. */
async function start(words: readonly string[]): Promise<{ readonly wall: number; readonly cpu: number }> {
  const began = performance.now()
  const simulator = spawn(process.execPath, ['--import', tellUse, program, '--port', '0', ...words])
  const ended = once(simulator, 'close')
  let [text, told] = ['', '']
  simulator.stderr.on('data', (chunk) => (told += String(chunk)))
  for await (const chunk of simulator.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    if (text.includes('Ctrl-C')) break
  }
  simulator.stdout.resume()
  const [url = ''] = /http:[^,\s]+/.exec(text) ?? []
  await (await fetch(`${url}/_simulator/now`)).text()
  const wall = (performance.now() - began) / 1000
  simulator.kill('SIGTERM')
  await ended
  return { wall, cpu: useIn(told).cpuSeconds }
}
