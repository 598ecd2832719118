import { readFileSync } from 'node:fs'
import type { Figures } from './measure.ts'

/** The figures that were committed, by the name of their scenario. */
export type Results = Readonly<Record<string, Figures>>

export const RESULTS_FILE = 'bench/results.json'

export const committed = (): Results => JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as Results

/** What differs between a figure that was committed and one that was measured now; a line each. */
export function differences(name: string, was: Figures | undefined, now: Figures): readonly string[] {
  if (was === undefined) return [`${name}: ${RESULTS_FILE} does not have it`]
  const [before, after] = [leaves(was), leaves(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    before.get(key) === after.get(key) ? [] : `${name}: ${key} was ${before.get(key) ?? 0}, is ${after.get(key) ?? 0}`,
  )
}

function leaves(figures: Figures): ReadonlyMap<string, number> {
  const { delay, byAction, ...plain } = figures
  const nested = [
    ...Object.entries(delay).map(([name, value]) => [`delay ${name}`, value] as const),
    ...Object.entries(byAction),
  ]
  return new Map([...Object.entries(plain), ...nested])
}
