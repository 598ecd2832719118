/**
 * Holds our arithmetic of shares against Senza's own functions, whose cases come as lines of JSON: equal wherever one other version
 * has traffic; where several have, each difference is one of Senza's known ones, and they are counted and shown.
 */
import '../simulator/require-node-24.ts'
import { text } from 'node:stream/consumers'
import { wholeWeights } from '../src/domain/traffic/shares.ts'

interface Case {
  readonly before: readonly number[]
  /** Of the version that traffic is wanted for. */
  readonly index: number
  readonly percent: number
  /** Weights after; null where Senza ends with an error of its own. */
  readonly senza: readonly number[] | null
}

type Difference = 'equal' | 'it ends with an error' | 'the wish is not kept' | 'the sum is not 200' | 'equal deltas'

const cases = (await text(process.stdin)).trim().split('\n').map((line) => JSON.parse(line) as Case) // prettier-ignore
const found = new Map<Difference, Case[]>()
const wrong: Case[] = []
for (const each of cases) {
  const difference = compared(each)
  found.set(difference, [...(found.get(difference) ?? []), each])
  const others = each.before.filter((weight, index) => index !== each.index && weight > 0)
  if (difference !== 'equal' && others.length < 2) wrong.push(each)
}
for (const [difference, list] of found) {
  console.log(`${difference}: ${list.length} of ${cases.length}`)
  for (const each of difference === 'equal' ? [] : list.slice(0, 3)) console.log(`  ${inWords(each)}`)
}
for (const each of wrong) console.error(`one other version, and not equal: ${inWords(each)}`)
process.exitCode = wrong.length > 0 || cases.length < 100 ? 1 : 0

function ours({ before, index, percent }: Case): readonly number[] {
  const others = before.filter((_, each) => each !== index)
  const { wanted, others: after } = wholeWeights(200, Math.floor(percent * 2), others)
  return [...after.slice(0, index), wanted, ...after.slice(index)]
}

function compared(each: Case): Difference {
  const { senza, index, percent, before } = each
  if (senza === null) return 'it ends with an error'
  if (senza.join() === ours(each).join()) return 'equal'
  if (senza.reduce((sum, weight) => sum + weight, 0) !== 200) return 'the sum is not 200'
  const positive = before.filter((weight, other) => other !== index && weight > 0).length
  const canBeKept = Math.floor(percent * 2) + positive <= 200
  return canBeKept && senza[index] !== Math.floor(percent * 2) ? 'the wish is not kept' : 'equal deltas'
}

function inWords(each: Case): string {
  const { before, index, percent, senza } = each
  return `${before.join('/')}, version ${index + 1} at ${percent} %: Senza ${senza?.join('/') ?? 'none'}, here ${ours(each).join('/')}`
}
