/**
 * Measures the audit of a large region: calls against the fewest possible, seconds, and memory. First in this process
 * with the simulator, then, with `--bundle`, by dist/ in a process of its own. Prints a page of Markdown.
 */
import '../simulator/require-node-24.ts'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { simulatedJob } from '../testing/simulated-job.ts'
import { declaredInputs } from '../src/inputs/declared.ts'
import { main } from '../src/main/main.ts'
import { githubToken } from '../simulator/oidc.ts'
import { Random } from '../simulator/random.ts'
import { githubIssuer } from '../simulator/sts/trust.ts'
import { SimulatedAccount } from '../simulator/account.ts'
import { auditedAccount, fewestCalls, fleet } from './audit-fleet.ts'
import { silentRunner } from './silent-runner.ts'
import { tellUse, useIn } from './use.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

const simulated = auditedAccount()
const inputs = { mode: 'images', 'report-path': 'audit.json' }
console.log('# Audit benchmark\n')
console.log(
  `${fleet.groups} groups with ${fleet.size} instances each, ${fleet.lone} instances outside of groups, ${fleet.families} image families with ${fleet.releases} releases each.\n`,
)
console.log(await inProcess(simulated))
if (process.argv.includes('--bundle')) {
  const [large, empty] = [await asBundle(simulated), await asBundle(new SimulatedAccount())]
  console.log(
    `The bundle alone, over HTTP on loopback: ${large.seconds.toFixed(1)} s, ${megabytes(large.peak)} at most; in an empty region ${empty.seconds.toFixed(1)} s, ${megabytes(empty.peak)}.`,
  )
}

async function inProcess(audited: SimulatedAccount): Promise<string> {
  const arn = `arn:aws:iam::${audited.account}:role/fleet-patch`
  audited.sts.addRole({ arn, issuer: githubIssuer })
  const defaults = Object.fromEntries(Object.entries(declaredInputs).map(([name, value]) => [name, value ?? '']))
  const runner = silentRunner(
    { ...defaults, 'aws-region': audited.region, 'role-to-assume': arn, ...inputs },
    (audience) => githubToken({ timeline: audited.timeline }, audience),
  )
  const random = new Random(1)
  collectGarbage()
  const before = process.memoryUsage()
  let [peakRss, peakHeap] = [before.rss, before.heapUsed]
  const handler = audited.requestHandler()
  const handle: typeof handler.handle = async (request, options) => {
    const answer = await handler.handle(request, options)
    peakRss = Math.max(peakRss, process.memoryUsage().rss)
    collectGarbage()
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed)
    return answer
  }
  const began = performance.now()
  await main({
    runner,
    clock: audited.clock,
    random: () => random.next(),
    signal: new AbortController().signal,
    requestHandler: { handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) } as never,
  })
  const seconds = (performance.now() - began) / 1000
  if (runner.failures.length > 0) throw new Error(runner.failures.join('\n'))
  return [
    callTable(audited),
    `\n${seconds.toFixed(1)} s in one process with the simulator. Resident memory rose from ${megabytes(before.rss)}, most of it the simulated account, to ${megabytes(peakRss)}; what is live on the heap from ${megabytes(before.heapUsed)} to ${megabytes(peakHeap)}.`,
    `Found: ${runner.outputs['stale-count']} groups behind; the output \`result\` has ${runner.outputs['result']?.length} characters.`,
  ].join('\n')
}

function callTable({ ledger }: SimulatedAccount): string {
  const counts: Record<string, number> = {}
  for (const { action } of ledger.entries) counts[action] = (counts[action] ?? 0) + 1
  const fewest = fewestCalls()
  const rows = Object.entries(fewest).map(([action, least]) => `| ${action} | ${counts[action] ?? 0} | ${least} |`)
  const least = Object.values(fewest).reduce((sum, count) => sum + count, 0)
  if (ledger.entries.length > least) throw new Error(`${ledger.entries.length} calls where ${least} would have done`)
  return [
    '| action | calls | fewest possible |',
    '| --- | --: | --: |',
    ...rows,
    `| all | ${ledger.entries.length} | ${least} |`,
  ].join('\n')
}

async function asBundle(audited: SimulatedAccount): Promise<{ readonly seconds: number; readonly peak: number }> {
  const job = await simulatedJob(audited, process.env['BENCH_ROOT'] ?? process.cwd())
  try {
    const began = performance.now()
    const { exitCode, log } = await job.run({ inputs: { mode: 'images' }, preload: [tellUse] })
    const seconds = (performance.now() - began) / 1000
    if (exitCode !== 0) throw new Error(log)
    return { seconds, peak: useIn(log).peakMegabytes * 2 ** 20 }
  } finally {
    await job.close()
  }
}
