import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { SimulatedAccount } from '../simulator/account.ts'
import { runStep } from '../testing/run-step.ts'
import { simulatedJob } from '../testing/simulated-job.ts'
import { tellUse, useIn } from './use.ts'

/** What it takes from the start of a process to its end; medians. */
export interface Start {
  readonly what: string
  readonly milliseconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const ROUNDS = 21

/** Processes that do little, interleaved, so that other load on the machine slows all alike. The first is an empty one. */
export async function starts(): Promise<readonly Start[]> {
  const empty = mkdtempSync(join(tmpdir(), 'empty-action-'))
  const job = await simulatedJob(new SimulatedAccount(), process.cwd())
  const input = { mode: 'respawn', 'auto-scaling-groups': 'no-such-group' }
  const processes: Readonly<Record<string, () => Promise<string>>> = {
    'empty Node process': async () => (await runStep({ root: empty, inputs: {}, environment: {}, preload: [tellUse] })).log, // prettier-ignore
    'dist/index.js, refusing its inputs': async () =>
      (await runStep({ root: process.cwd(), inputs: {}, environment: {}, preload: [tellUse] })).log,
    'dist/index.js, to its first calls to AWS': async () => (await job.run({ inputs: input, preload: [tellUse] })).log,
  }
  try {
    writeFileSync(join(empty, 'action.yml'), 'inputs: {}\nruns:\n  main: empty.mjs\n')
    writeFileSync(join(empty, 'empty.mjs'), '')
    const samples = new Map<string, Omit<Start, 'what'>[]>()
    for (let round = 0; round < ROUNDS; round++)
      for (const [what, run] of Object.entries(processes)) {
        const began = performance.now()
        const log = await run()
        const sample = { milliseconds: performance.now() - began, ...useIn(log) }
        samples.set(what, [...(samples.get(what) ?? []), sample])
      }
    return [...samples].map(([what, each]) => ({
      what,
      milliseconds: median(each.map(({ milliseconds }) => milliseconds)),
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
