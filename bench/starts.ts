import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedAccount } from '../simulator/account.ts'
import { runStep } from '../testing/run-step.ts'
import { simulatedJob } from '../testing/simulated-job.ts'
import { firstCallIn, milliseconds, tellFirstCall, tellUse, useIn } from './use.ts'

/** What it takes from the start of a process to its end, or to its first call; medians. */
export interface Start {
  readonly what: string
  readonly milliseconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const ROUNDS = 21

/**
 * Processes that do little, interleaved, so that other load on the machine slows all alike. The first is an empty one. All load the same
 * before they begin, which tells what they use, and live by the machine's own clock.
 */
export async function starts(): Promise<readonly Start[]> {
  const empty = mkdtempSync(join(tmpdir(), 'empty-action-'))
  const job = await simulatedJob(new SimulatedAccount({ start: Date.now() / 1000 }), process.cwd(), { time: 'real' })
  const input = { mode: 'respawn', 'auto-scaling-groups': 'no-such-group' }
  const preload = [tellUse, tellFirstCall]
  const alone = { inputs: {}, environment: { AWS_ENDPOINT_URL: job.servers.aws }, preload }
  const processes: Readonly<Record<string, () => Promise<string>>> = {
    'empty Node process': async () => (await runStep({ root: empty, ...alone })).log,
    'dist/index.js, refusing its inputs': async () => (await runStep({ root: process.cwd(), ...alone })).log,
    'dist/index.js, until AWS has answered its first calls': async () =>
      (await job.run({ inputs: input, preload })).log,
  }
  try {
    writeFileSync(join(empty, 'action.yml'), 'inputs: {}\nruns:\n  main: empty.mjs\n')
    writeFileSync(join(empty, 'empty.mjs'), '')
    const samples = new Map<string, Omit<Start, 'what'>[]>()
    const add = (what: string, sample: Omit<Start, 'what'>): unknown => samples.set(what, [...(samples.get(what) ?? []), sample]) // prettier-ignore
    for (let round = 0; round < ROUNDS; round++)
      for (const [what, run] of Object.entries(processes)) {
        const began = milliseconds()
        const log = await run()
        const took = milliseconds() - began
        const first = firstCallIn(log)
        if (first) add('dist/index.js, to its first call to AWS', { ...first, milliseconds: first.at - began })
        add(what, { milliseconds: took, ...useIn(log) })
      }
    return [...samples].map(([what, each]) => ({
      what,
      milliseconds: median(each.map((sample) => sample.milliseconds)),
      cpuSeconds: median(each.map(({ cpuSeconds }) => cpuSeconds)),
      peakMegabytes: median(each.map(({ peakMegabytes }) => peakMegabytes)),
    }))
  } finally {
    rmSync(empty, { recursive: true })
    await job.close()
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
