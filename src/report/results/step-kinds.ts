import type { StepResult } from '../events.ts'

/** Steps of several groups that do the same. */
export interface StepKind {
  /** As all of them say it; where they differ, without the ids and numbers in which they do. */
  readonly text: string
  readonly reason: string
  readonly groups: readonly string[]
  readonly times: number
}

type Step = Pick<StepResult, 'group' | 'action' | 'detail' | 'reason'>

/** Each kind of step once, in the order in which a group comes to it. */
export function stepKinds(steps: readonly Step[]): readonly StepKind[] {
  const kinds = new Map<string, Step[]>()
  for (const step of steps) {
    // A termination that lowers the capacity is another step than one that does not.
    const key = `${step.action} ${step.detail.includes('lower desired capacity')}`
    const alike = kinds.get(key)
    if (alike === undefined) kinds.set(key, [step])
    else alike.push(step)
  }
  return [...kinds.values()].map((alike) => ({
    text: common(alike.map(({ detail }) => detail)),
    reason: common(alike.map(({ reason }) => reason)),
    groups: [...new Set(alike.map(({ group }) => group))],
    times: alike.length,
  }))
}

/** What all texts say; where nothing more than ids and numbers differs these are left open, else the first is an example. */
function common(texts: readonly string[]): string {
  const [first = ''] = texts
  if (texts.every((text) => text === first)) return first
  const open = texts.map(withoutFigures)
  const [pattern = ''] = open
  return open.every((text) => text === pattern) ? pattern : `as with one of them: ${first}`
}

/** Instances become `instances`, other ids and numbers `…`. */
const withoutFigures = (text: string): string =>
  text
    .replaceAll(/\b(?:i-[0-9a-f]+|new-\d+)(?:, (?:i-[0-9a-f]+|new-\d+))*(?: and \d+ more)?/g, 'instances')
    .replaceAll(/\b(?:[a-z]+-[0-9a-f]{8,}|\d+)\b/g, '…')
