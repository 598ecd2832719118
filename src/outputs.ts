import type { GroupResult } from './report/events.ts'
import type { Runner } from './runner.ts'

/** The names of all outputs, as action.yml declares them. */
export const outputNames = [
  'changed',
  'groups',
  'result',
  'image-id',
  'previous-image-id',
  'replaced',
  'launched',
  'plan',
] as const

export type OutputName = (typeof outputNames)[number]

/** `result` grows with the fleet; beyond this many characters its timelines, and then its steps, are left out. */
const resultLimit = 500_000

/** Sets every output that can be told from the results; `image-id` and `previous-image-id` only where all groups agree. */
export function writeOutputs(runner: Pick<Runner, 'setOutput'>, results: readonly GroupResult[]): void {
  const set = (name: OutputName, value: string): void => runner.setOutput(name, value)
  set('changed', String(results.some((result) => result.changed)))
  set('groups', JSON.stringify(results.map((result) => result.group)))
  set('result', resultDocument(results))
  set('replaced', JSON.stringify(results.flatMap((result) => result.replaced)))
  set('launched', JSON.stringify(results.flatMap((result) => result.launched)))
  set('plan', JSON.stringify(results.flatMap((result) => (result.status === 'planned' ? result.steps : []))))
  const image = agreed(results.map((result) => result.imageId))
  if (image !== undefined) set('image-id', image)
  const previous = agreed(results.map((result) => result.previousImageId))
  if (previous !== undefined) set('previous-image-id', previous)
}

/**
 * `{ "version": 1, "omitted": [...], "groups": [GroupResult, ...] }`; what is not known is null, so that every key is
 * there. `omitted` names the keys that were emptied because the document would have been too long to hand on.
 */
export function resultDocument(results: readonly GroupResult[]): string {
  const omissions = [[], ['timeline'], ['timeline', 'steps'], ['timeline', 'steps', 'replaced', 'launched']] as const
  let text = ''
  for (const omitted of omissions) {
    const groups = results.map((result) => ({
      ...result,
      ...Object.fromEntries(omitted.map((key) => [key, []])),
    }))
    text = JSON.stringify({ version: 1, omitted, groups }, (_key, value: unknown) => value ?? null)
    if (text.length <= resultLimit) break
  }
  return text
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = values
  return others.every((value) => value === first) ? first : undefined
}
