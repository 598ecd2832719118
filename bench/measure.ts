import { performance } from 'node:perf_hooks'
import { runStep } from '../testing/run-step.ts'
import { simulatedJob } from '../testing/simulated-job.ts'
import { declaredInputs } from '../src/inputs/declared.ts'
import { main } from '../src/main/main.ts'
import { githubToken } from '../simulator/oidc.ts'
import { Random } from '../simulator/random.ts'
import { addGroup } from '../simulator/scenario.ts'
import { watchAfter, WATCHED_SECONDS } from '../testing/oracles/end-watch.ts'
import { takeShortcut } from '../simulator/shortcut.ts'
import { githubIssuer } from '../simulator/sts/trust.ts'
import { SimulatedAccount } from '../simulator/account.ts'
import { balancerWarmupSeconds, bootSeconds, type Scenario } from './scenarios.ts'
import { silentRunner } from './silent-runner.ts'

export interface Measured {
  readonly virtualSeconds: number
  readonly calls: number
  readonly launches: number
  readonly replaced: number
  /** Of all groups, until 20 minutes after the roll: launches by AWS that no roll asked for, and zones that it must balance. */
  readonly after: number
  /** Fewest ready less the floor, of the group that was nearest to its floor, until 20 minutes after the roll. */
  readonly spare: number
  readonly realSeconds: number
  /** MB, of the process that rolled: with `loop` the simulator is in it. */
  readonly peakMegabytes: number
  /** The number of calls, by IAM action. */
  readonly byAction: Readonly<Record<string, number>>
}

/** Rolls the scenario once. Throws where the roll did not end green. */
export async function measure(scenario: Scenario): Promise<Measured> {
  const simulated = new SimulatedAccount({ behaviour: { bootSeconds, balancerWarmupSeconds } })
  // Fleets of this size have raised quotas.
  Object.assign(simulated.balancers.limits, { loadBalancers: 2000, targetsPerTargetGroup: 5000 })
  const names = Array.from({ length: scenario.groups }, (_, index) => `group-${index + 1}`)
  for (const name of names)
    addGroup(simulated, {
      name,
      size: scenario.size,
      launch: 'template-latest',
      balancers: ['target-group'],
      outdated: true,
    })
  simulated.ledger.clear()
  const begin = new Map(names.map((name) => [name, simulated.autoScaling.capacity(name)]))
  if (scenario.throttled) simulated.faults.throttle()
  const from = simulated.timeline.now
  const began = performance.now()
  const peakMegabytes = await (scenario.by === 'loop' ? inProcess : asBundle)(simulated, {
    mode: 'respawn',
    'auto-scaling-groups': 'group-*',
    surge: scenario.surge,
    timeout: '7200',
  })
  const realSeconds = (performance.now() - began) / 1000
  const { ledger } = simulated
  const byAction: Record<string, number> = {}
  for (const { action } of ledger.entries) byAction[action] = (byAction[action] ?? 0) + 1
  const sum = (pick: (name: string) => number): number => names.reduce((total, name) => total + pick(name), 0)
  const endedAt = simulated.timeline.now
  const [launches, replaced] = [
    sum((name) => ledger.launches(name).length),
    sum((name) => ledger.terminations(name).length),
  ]
  simulated.timeline.advanceTo(endedAt + WATCHED_SECONDS)
  const after = [...begin].flatMap(([group, snapshot]) =>
    watchAfter(simulated, { group, begin: snapshot, floor: scenario.size, endedAt }),
  )
  return {
    virtualSeconds: endedAt - from,
    calls: ledger.entries.length,
    launches,
    replaced,
    after: after.length,
    spare: Math.min(...names.map((name) => ledger.lowestReady(name) - scenario.size)),
    realSeconds,
    peakMegabytes,
    byAction,
  }
}

type Inputs = Readonly<Record<string, string>>

async function inProcess(simulated: SimulatedAccount, inputs: Inputs): Promise<number> {
  takeShortcut()
  const arn = `arn:aws:iam::${simulated.account}:role/fleet-patch`
  simulated.sts.addRole({ arn, issuer: githubIssuer })
  const defaults = Object.fromEntries(Object.entries(declaredInputs).map(([name, value]) => [name, value ?? '']))
  const runner = silentRunner(
    { ...defaults, 'aws-region': simulated.region, 'role-to-assume': arn, ...inputs },
    (audience) => githubToken({ timeline: simulated.timeline }, audience),
  )
  const random = new Random(1)
  await main({
    runner,
    clock: simulated.clock,
    random: () => random.next(),
    signal: new AbortController().signal,
    requestHandler: simulated.requestHandler(),
  })
  if (runner.failures.length > 0) throw new Error(runner.failures.join('\n'))
  return process.resourceUsage().maxRSS / 1024
}

/** Loaded into the action, it prints the peak memory of the process at its end, in kB. */
const tellPeak = `data:text/javascript,process.on('exit',()=>console.error('peak-rss '+process.resourceUsage().maxRSS))`

async function asBundle(simulated: SimulatedAccount, inputs: Inputs): Promise<number> {
  const job = await simulatedJob(simulated, process.cwd())
  try {
    const { exitCode, log } = await job.run({ inputs, preload: [tellPeak] })
    if (exitCode !== 0) throw new Error(log)
    return Number(/^peak-rss (\d+)$/m.exec(log)?.[1]) / 1024
  } finally {
    await job.close()
  }
}

/** Milliseconds from the start of a process to its end, and MB at most. */
export interface Start {
  readonly milliseconds: number
  readonly peakMegabytes: number
}

/** The bundle's start: it loads, reads its inputs, refuses them, and ends. */
export async function startOfBundle(): Promise<Start> {
  return await timed(process.cwd())
}

/** The start of a Node process that does nothing, by the same means. */
export async function startOfNode(emptyRoot: string): Promise<Start> {
  return await timed(emptyRoot)
}

async function timed(root: string): Promise<Start> {
  const began = performance.now()
  const { log } = await runStep({ root, inputs: {}, environment: {}, preload: [tellPeak] })
  const milliseconds = performance.now() - began
  return { milliseconds, peakMegabytes: Number(/^peak-rss (\d+)$/m.exec(log)?.[1]) / 1024 }
}
