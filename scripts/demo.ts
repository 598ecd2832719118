/** Audits, patches and rolls a simulated account with the real bundle, and prints log, summary, outputs and capacity. */
import '../simulator/require-node-24.ts'
import { performance } from 'node:perf_hooks'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import type { ActionOutcome } from '../testing/run-step.ts'
import { demoAccount } from './demo/account.ts'
import { badImage } from './demo/bad-image.ts'
import { demoBastion } from './demo/bastion.ts'
import { growingLoad } from './demo/growing-load.ts'
import { shiftedTraffic } from './demo/shifted-traffic.ts'
import { capacityChart, chartLegend } from '../simulator/capacity-chart.ts'
import { demoVerdict } from './demo/assertions.ts'
import { type Paint, readableLog } from './demo/readable-log.ts'
import { readableSummary } from './demo/readable-summary.ts'
import { stepsOnly } from './demo/steps-only.ts'
import { wrapped } from './demo/wrap.ts'
import { simulatedJob } from '../testing/simulated-job.ts'

const width = 100
// Node leaves colours out by itself where the output is no terminal, or NO_COLOR is set.
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout })
const print = (...lines: readonly string[]): void => lines.forEach((line) => console.log(line))
const title = (text: string): void => print('', paint('bold', `━━ ${text} `.padEnd(width, '━')))
const printText = (text: string): void => print(...wrapped(text, { width, first: '', rest: '' }))

const coloured = (line: string): string =>
  line
    .replaceAll(/█+/g, (ready) => paint('green', ready))
    .replaceAll(/▒+/g, (booting) => paint('yellow', booting))
    .replaceAll(/!+/g, (below) => paint('red', below))

// On an older Node the bundle would fail in ways that no workflow meets.
if (Number.parseInt(process.versions.node) < 24) {
  console.error(`The action runs on Node 24, and so does the demo; this is Node ${process.versions.node}.`)
  process.exit(1)
}
const began = performance.now()
const account = demoAccount()
const { account: simulated, groups } = account
const bastion = demoBastion(simulated)
const job = await simulatedJob(simulated, process.cwd())
const preload = [new URL(`../simulator/preload/ssh${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href]
const environment = { SSH_ROUTER: String(await bastion.ssh.router()) }

interface Part {
  readonly title: string
  readonly inputs: Readonly<Record<string, string>>
  readonly shows: 'steps' | 'essence'
  /** The job of another account, whose end is judged apart. */
  readonly apart?: typeof job
}

const outcomes: ActionOutcome[] = []
async function part({ title: name, inputs, shows, apart }: Part): Promise<ActionOutcome> {
  title(name)
  const given = Object.entries(inputs).map(([key, value]) => `${key}: ${value.replaceAll('\n', ', ')}`)
  // Painted line by line, since colour codes have a length as well.
  for (const line of wrapped(`with  ${given.join('  ·  ')}`, { width, first: '', rest: '      ' }))
    print(paint('dim', line))
  const show = readableLog({ width, paint })
  const isShown = stepsOnly(shows)
  const onLine = (line: string): void => (isShown(line) ? print(...show(line)) : undefined)
  const outcome = await (apart ?? job).run({ inputs, onLine, environment, preload })
  if (apart === undefined) outcomes.push(outcome)
  return outcome
}
const summaryOf = ({ summary }: ActionOutcome): string[] => readableSummary(summary, { width, paint })
const headingOf = (outcome: ActionOutcome): string => summaryOf(outcome).find((line) => line !== '') ?? ''
const window = async (run: () => Promise<ActionOutcome>) => {
  const from = simulated.timeline.now
  return { outcome: await run(), from, to: simulated.timeline.now }
}

printText(
  'A simulated AWS account on loopback, in virtual time: no keys, no network. Three Auto Scaling groups and an SSH ' +
    'bastion run on old images: the Senza stack mystack v1 (2 instances, classic load balancer, launch configuration), ' +
    'web (6, application load balancer, launch template) and api (4, whose template was patched, but never rolled). ' +
    'dist/index.js runs as in the steps of a workflow, with OIDC, each with the inputs shown.',
)

const audited = await part({ title: '1. Which groups are behind?', inputs: { mode: 'images' }, shows: 'essence' })

const patch = { mode: 'patch-image', rollout: 'respawn', 'auto-scaling-groups': 'web\nmystack-v1-*' }
await part({
  title: '2. A dry run of the patch and the roll, which changes nothing',
  inputs: { ...patch, 'dry-run': 'true' },
  shows: 'steps',
})
const changedByPlan = simulated.ledger.changes().length

simulated.ledger.clear()
const patched = await window(() =>
  part({ title: '3. For real, one instance at a time', inputs: patch, shows: 'steps' }),
)

title('Its job summary, as far as a terminal can show it')
print(...summaryOf(patched.outcome))

title('Its outputs')
for (const [name, value] of Object.entries(patched.outcome.outputs)) {
  const text = value.length <= width - 24 ? value : `${value.slice(0, width - 50)}… (${value.length} characters)`
  print(`  ${name.padEnd(18)}  ${text}`)
}

const doubled = await window(() =>
  part({
    title: '4. All at once: double the group, then halve it',
    inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'api' },
    shows: 'essence',
  }),
)
print('', headingOf(doubled.outcome))

const redeployed = await part({
  title: '5. A new SSH bastion behind the same address',
  inputs: { mode: 'redeploy-bastion', bastion: bastion.name },
  shows: 'essence',
})
print('', headingOf(redeployed))

// The old instances are no longer in service, but still run, and count as behind, until they have drained.
simulated.timeline.advance(600)
const again = await part({
  title: '6. Ten minutes later: is anything still behind?',
  inputs: { mode: 'images' },
  shows: 'essence',
})

const bad = badImage()
const badJob = await simulatedJob(bad.account, process.cwd())
const badFrom = bad.account.timeline.now
const goneBack = await part({
  title: '7. In another account: an image that serves, and raises an alarm, goes back by itself',
  inputs: bad.inputs,
  shows: 'steps',
  apart: badJob,
})
const badTo = bad.account.timeline.now

const grown = growingLoad()
const grownJob = await simulatedJob(grown.account, process.cwd())
const grownFrom = grown.account.timeline.now
const followed = await part({
  title: '8. In a third account: load that grows threefold in the middle of a roll is followed',
  inputs: grown.inputs,
  shows: 'steps',
  apart: grownJob,
})
const grownTo = grown.account.timeline.now

const moved = shiftedTraffic()
const movedJob = await simulatedJob(moved.account, process.cwd())
const movedFrom = moved.account.timeline.now
const shifted = await part({
  title: '9. In a fourth account: blue/green, share by share, while requests come in',
  inputs: moved.inputs,
  shows: 'essence',
  apart: movedJob,
})
const movedTo = moved.account.timeline.now
print('', headingOf(shifted))
await Promise.all([job.close(), badJob.close(), grownJob.close(), movedJob.close(), bastion.ssh.close()])

title('Capacity over time, as the simulated AWS recorded it')
print('', `  ${chartLegend}`)
const endOf = ({ name }: { readonly name: string }): number => (name === 'api' ? doubled : patched).to
const verdicts = groups.map((group) => demoVerdict(account, group, endOf(group)))
for (const { group, floor } of verdicts) {
  const { from, to } = group === 'api' ? doubled : patched
  const samples = simulated.ledger.capacityOf(group)
  const chart = capacityChart({ title: `  ${group}`, samples, from, to, floor, width })
  print('', ...chart.map(coloured))
}

const { name: shop, size: shopFloor } = bad
const shopSamples = bad.account.ledger.capacityOf(shop)
const shopTitle = `  ${shop}: one new instance, and back`
print('', ...capacityChart({ title: shopTitle, samples: shopSamples, from: badFrom, to: badTo, floor: shopFloor, width }).map(coloured)) // prettier-ignore

const grownSamples = grown.account.ledger.capacityOf(grown.name)
const grownTitle = `  ${grown.name}: its load grows threefold`
print('', ...capacityChart({ title: grownTitle, samples: grownSamples, from: grownFrom, to: grownTo, floor: grown.size, width }).map(coloured)) // prettier-ignore

title('Traffic over time, as the simulated load balancer met it')
print('', ...moved.picture({ from: movedFrom, to: movedTo, width }).map(coloured))

const behind = [audited, again].map(({ outputs }) => Number(outputs['stale-count']))
const failures = [
  ...(outcomes.every(({ exitCode }) => exitCode === 0) ? [] : ['A step ended red.']),
  ...(changedByPlan === 0 ? [] : [`The audit and the dry run made ${changedByPlan} changing calls.`]),
  ...(behind[0] === groups.length ? [] : [`The audit found ${behind[0]} groups behind, ${groups.length} were.`]),
  ...(behind[1] === 0 ? [] : [`The last audit found ${behind[1]} groups behind.`]),
  ...verdicts.flatMap((verdict) => verdict.failures),
  ...bastion.failures(),
  ...(goneBack.exitCode === 0 ? ['The roll to the bad image ended green.'] : []),
  ...bad.failures(),
  ...(followed.exitCode === 0 ? [] : ['The roll under growing load ended red.']),
  ...grown.failures(),
  ...(shifted.exitCode === 0 ? [] : ['The blue/green deployment ended red.']),
  ...moved.failures(),
]
title(failures.length === 0 ? 'All assertions hold' : 'ASSERTIONS FAILED')
for (const sentence of failures) print(paint('red', sentence))
const sum = (pick: (verdict: (typeof verdicts)[number]) => number): number =>
  verdicts.reduce((total, one) => total + pick(one), 0)
const lowest = verdicts.map(({ group, lowestReady, floor }) => `${group} ${lowestReady} (floor ${floor})`).join(', ')
printText(
  `${sum(({ replaced }) => replaced)} instances replaced by ${sum(({ launches }) => launches)} launches; lowest ready: ` +
    `${lowest}. The bastion was replaced too${failures.length === 0 ? `, and ${bastion.address} answered at every moment` : ''}. ` +
    `The bad image cost no old instance, and the load that grew was followed. ${failures.length === 0 ? 'Every request met a healthy instance while its share moved. ' : ''}${((performance.now() - began) / 1000).toFixed(0)} seconds in all.`,
)
process.exitCode = failures.length === 0 ? 0 : 1
