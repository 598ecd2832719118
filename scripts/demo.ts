/** Rolls two groups of a simulated account with the real bundle, and shows all there is to see of it. */
import { performance } from 'node:perf_hooks'
import { styleText } from 'node:util'
import type { ActionOutcome } from './action-process.ts'
import { demoAccount } from './demo/account.ts'
import { capacityChart, legend } from './demo/capacity-chart.ts'
import { verdictOn } from './demo/promise.ts'
import { type Paint, readableLog } from './demo/readable-log.ts'
import { readableSummary } from './demo/readable-summary.ts'
import { wrapped } from './demo/wrap.ts'
import { simulatedJob } from './simulated-job.ts'

const width = 100
// Node leaves colours out by itself where the output is no terminal, or NO_COLOR is set.
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout })
const say = (...lines: readonly string[]): void => lines.forEach((line) => console.log(line))
const title = (text: string): void => say('', paint('bold', `━━ ${text} `.padEnd(width, '━')))
const tell = (text: string): void => say(...wrapped(text, { width, first: '', rest: '' }))

const coloured = (line: string): string =>
  line
    .replaceAll(/█+/g, (ready) => paint('green', ready))
    .replaceAll(/▒+/g, (booting) => paint('yellow', booting))
    .replaceAll(/!+/g, (below) => paint('red', below))

const account = demoAccount()
const { world, groups } = account
const job = await simulatedJob(world, process.cwd())
const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web\nmystack-v1-*' }
const step = (more: Readonly<Record<string, string>>): Promise<ActionOutcome> => {
  const show = readableLog({ width, paint })
  return job.run({ inputs: { ...inputs, ...more }, onLine: (line) => say(...show(line)) })
}

tell(
  'A simulated AWS account on loopback, in virtual time: no keys, no network. Two Auto Scaling groups run on an old ' +
    'image: the Senza stack mystack v1 (2 instances, classic load balancer, launch configuration) and web (6 instances, ' +
    'application load balancer, launch template). dist/index.js runs as it would in a workflow step, with OIDC:',
)
say(
  '',
  ...['uses: fleet-patch', 'with:', '  mode: respawn', '  auto-scaling-groups: |', '    web', '    mystack-v1-*'].map(
    (line) => `    ${line}`,
  ),
)

title('1. With dry-run: true, which changes nothing')
const planned = await step({ 'dry-run': 'true' })
const changedByPlan = world.ledger.changes().length

title('2. For real')
world.ledger.clear()
const from = world.timeline.now
const began = performance.now()
const rolled = await step({})
const realSeconds = (performance.now() - began) / 1000
const to = world.timeline.now
await job.close()

title('The job summary, as far as a terminal can show it')
say(...readableSummary(rolled.summary, { width, paint }))

title('The outputs')
for (const [name, value] of Object.entries(rolled.outputs)) {
  const text = value.length <= width - 24 ? value : `${value.slice(0, width - 50)}… (${value.length} characters)`
  say(`  ${name.padEnd(18)}  ${text}`)
}

title('Capacity over time, as the simulated AWS saw it')
say('', `  ${legend}`)
const verdicts = groups.map((group) => verdictOn(account, group))
for (const { group, floor } of verdicts) {
  const samples = world.ledger.capacityOf(group)
  const chart = capacityChart({ title: `  ${group}`, samples, from, to, floor, width })
  say('', ...chart.map(coloured))
}

const broken = [
  ...(planned.exitCode === 0 && rolled.exitCode === 0 ? [] : ['A step ended red.']),
  ...(changedByPlan === 0 ? [] : [`The dry run made ${changedByPlan} changing calls.`]),
  ...verdicts.flatMap((verdict) => verdict.broken),
]
title(broken.length === 0 ? 'Promise kept' : 'PROMISE BROKEN')
for (const sentence of broken) say(paint('red', sentence))
const sum = (pick: (verdict: (typeof verdicts)[number]) => number): number =>
  verdicts.reduce((total, one) => total + pick(one), 0)
const lowest = verdicts.map(({ group, lowestReady, floor }) => `${group} ${lowestReady} (floor ${floor})`).join(', ')
tell(
  `${sum(({ replaced }) => replaced)} instances replaced by ${sum(({ launches }) => launches)} launches; lowest ready: ` +
    `${lowest}; ${Math.round(to - from)} virtual seconds in ${realSeconds.toFixed(1)} real ones.`,
)
process.exitCode = broken.length === 0 ? 0 : 1
