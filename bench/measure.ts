import { performance } from 'node:perf_hooks'
import { simulatedJob } from '../testing/simulated-job.ts'
import { declaredInputs } from '../src/inputs/declared.ts'
import { main } from '../src/main/main.ts'
import type { LedgerEntry } from '../simulator/ledger.ts'
import { githubToken } from '../simulator/oidc.ts'
import { Random } from '../simulator/random.ts'
import { watchAfter, WATCHED_SECONDS } from '../testing/oracles/end-watch.ts'
import { takeShortcut } from '../simulator/shortcut.ts'
import { githubIssuer } from '../simulator/sts/trust.ts'
import type { SimulatedAccount } from '../simulator/account.ts'
import { benchFleet, type BenchFleet } from './fleet.ts'
import { limitSeconds } from './limit.ts'
import { nameOf, type Scenario } from './scenarios.ts'
import { silentRunner } from './silent-runner.ts'
import { tellUse, useIn } from './use.ts'

/** What one roll came to, the same on every machine. */
export interface Figures {
  /** Virtual, from the start of the run to its end. */
  readonly seconds: number
  readonly limitSeconds: number
  readonly calls: number
  /** Those that AWS has throttled. */
  readonly throttled: number
  readonly launches: number
  readonly replaced: number
  /** Of all groups, until 20 minutes after the roll: launches by AWS that no roll asked for, and zones that it must balance. */
  readonly after: number
  /** Fewest ready less the floor, of the group that was nearest to its floor, until 20 minutes after the roll. */
  readonly spare: number
  /** Seconds from the moment at which a new instance is ready until the next old one leaves. */
  readonly delay: Delay
  /** The number of calls, by IAM action, most first. */
  readonly byAction: Readonly<Record<string, number>>
}

interface Delay {
  readonly median: number
  readonly p90: number
  readonly worst: number
}

/** What it took of this machine. */
export interface Use {
  readonly realSeconds: number
  /** Of the process that rolled: with `loop` the simulator is in it. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

export interface Measured {
  readonly figures: Figures
  readonly use: Use
}

/** Rolls the scenario once. Throws where the roll did not end green. */
export async function measure(scenario: Scenario): Promise<Measured> {
  const fleet = benchFleet(scenario)
  const { simulated } = fleet
  if (scenario.throttled) simulated.faults.throttle()
  const began = performance.now()
  const watch = watched(fleet, scenario)
  const used = await (scenario.by === 'loop' ? inProcess : asBundle)(simulated, {
    mode: 'respawn',
    'auto-scaling-groups': 'group-*',
    surge: scenario.surge,
    timeout: '7200',
    'instance-timeout': '120',
  }).catch((error: unknown) => {
    throw new Error(nameOf(scenario), { cause: error })
  })
  return { use: { ...used, realSeconds: (performance.now() - began) / 1000 }, figures: watch() }
}

/** Begins to watch a fleet; the function that it gives ends the watch, 20 minutes later, and tells what has happened. */
export function watched({ simulated, names, boots }: BenchFleet, scenario: Scenario): () => Figures {
  const { ledger, timeline } = simulated
  const begin = new Map(names.map((name) => [name, simulated.autoScaling.capacity(name)]))
  const from = timeline.now
  return () => {
    const endedAt = timeline.now
    const entries = [...ledger.entries]
    const count = (movements: 'launches' | 'terminations'): number =>
      names.reduce((sum, name) => sum + ledger[movements](name).length, 0)
    const replaced = count('terminations')
    const delays = names.flatMap((name) => delaysOf(simulated, name))
    timeline.advanceTo(endedAt + WATCHED_SECONDS)
    const after = [...begin].flatMap(([group, snapshot]) =>
      watchAfter(simulated, { group, begin: snapshot, floor: scenario.size, endedAt }),
    )
    return {
      seconds: rounded(endedAt - from),
      // Groups side by side draw from one source: their boots are told apart only where there is one.
      limitSeconds: rounded(limitSeconds(scenario, names.length === 1 ? boots.slice(0, replaced) : boots.slice(0, scenario.size))), // prettier-ignore
      calls: entries.length,
      throttled: entries.filter(({ outcome }) => isThrottling(outcome)).length,
      launches: count('launches'),
      replaced,
      after: after.length,
      spare: Math.min(...names.map((name) => ledger.lowestReady(name) - scenario.size)),
      delay: { median: at(delays, 0.5), p90: at(delays, 0.9), worst: at(delays, 1) },
      byAction: byAction(entries),
    }
  }
}

const isThrottling = (outcome: string): boolean => /Throttling|RequestLimitExceeded|RateExceeded/.test(outcome)

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** The value below which so great a part of the values lies; 0 without any. */
function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}

/** From each moment at which more are ready than before to the next at which one leaves. */
function delaysOf({ ledger }: SimulatedAccount, name: string): readonly number[] {
  const left = ledger.movements(name).flatMap(({ kind, at: moment }) => (kind === 'left' ? [moment] : []))
  const samples = ledger.capacityOf(name)
  return samples.flatMap(({ ready, at: moment }, index) => {
    const before = samples[index - 1]?.ready ?? ready
    const next = left.find((each) => each >= moment)
    return ready > before && next !== undefined ? [next - moment] : []
  })
}

function byAction(entries: readonly LedgerEntry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { action } of entries) counts[action] = (counts[action] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)))
}

type Inputs = Readonly<Record<string, string>>

async function inProcess(simulated: SimulatedAccount, inputs: Inputs): Promise<Omit<Use, 'realSeconds'>> {
  takeShortcut()
  const arn = `arn:aws:iam::${simulated.account}:role/fleet-patch`
  simulated.sts.addRole({ arn, issuer: githubIssuer })
  const defaults = Object.fromEntries(Object.entries(declaredInputs).map(([name, value]) => [name, value ?? '']))
  const runner = silentRunner(
    { ...defaults, 'aws-region': simulated.region, 'role-to-assume': arn, ...inputs },
    (audience) => githubToken({ timeline: simulated.timeline }, audience),
  )
  const random = new Random(1)
  const before = process.cpuUsage()
  await main({
    runner,
    clock: simulated.clock,
    random: () => random.next(),
    signal: new AbortController().signal,
    requestHandler: simulated.requestHandler(),
  })
  if (runner.failures.length > 0) throw new Error(runner.failures.join('\n'))
  const { user, system } = process.cpuUsage(before)
  return { cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
}

async function asBundle(simulated: SimulatedAccount, inputs: Inputs): Promise<Omit<Use, 'realSeconds'>> {
  const job = await simulatedJob(simulated, process.cwd())
  try {
    const { exitCode, log } = await job.run({ inputs, preload: [tellUse] })
    if (exitCode !== 0) throw new Error(log)
    return useIn(log)
  } finally {
    await job.close()
  }
}
