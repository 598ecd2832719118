/**
 * Sends requests that break AWS's model at one place each, for every operation that the simulator knows, and counts those that
 * are refused as AWS refuses them: `node build/testing/constraints.js [--all] [words of an operation]`.
 */
import '../simulator/require-node-24.ts'
import { judgedBreaches } from './constraints/run.ts'
import type { JudgedBreach } from './constraints/run.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const showsAll = process.argv.includes('--all')
const counts = new Map<string, Map<string, number>>()
const others: JudgedBreach[] = []

for await (const judged of judgedBreaches(isWanted)) {
  const row = counts.get(judged.sdkId) ?? new Map<string, number>()
  row.set(judged.verdict, (row.get(judged.verdict) ?? 0) + 1)
  counts.set(judged.sdkId, row)
  if (judged.verdict === 'accepted' || judged.verdict === 'otherwise') others.push(judged)
}

for (const { operation, breach, verdict, answer } of showsAll ? others : others.slice(0, 40)) {
  console.log(
    `${verdict}: ${operation} ${breach.kind} ${breach.path} ${breach.words}\n    ${answer.replace(/^.*?<Code>/s, '<Code>').slice(0, 300)}`,
  )
}
let sent = 0
let refused = 0
for (const [sdkId, row] of counts) {
  const all = [...row.values()].reduce((sum, count) => sum + count, 0)
  sent += all - (row.get('not checked by AWS') ?? 0)
  refused += row.get('as AWS') ?? 0
  console.log(`${sdkId}: ${all} requests, ${[...row].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`)
}
const share = (100 * refused) / Math.max(1, sent)
console.log(`${refused} of ${sent} requests that AWS refuses are refused as AWS refuses them: ${share.toFixed(1)} %`)
process.exitCode = share >= 98 ? 0 : 1

function isWanted(sdkId: string, operation: string): boolean {
  return words.length === 0 || words.some((word) => `${sdkId} ${operation}`.toLowerCase().includes(word.toLowerCase()))
}
