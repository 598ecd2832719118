import type { InputName } from './declared.ts'
import type { InputReader } from './reader.ts'

/** How long a job of GitHub's own runners may take, and one of a runner of the user's own; in minutes. */
export const longestJob = (isHosted: boolean): number => (isHosted ? 360 : 7200)

/** A bake, and what it must fit into. */
export interface BoundedBake {
  readonly name: InputName
  readonly seconds: number
  readonly timeoutSeconds: number
  /** Minutes that a job may take. */
  readonly job: number
  /** What to do where a job is too short. */
  readonly instead: string
}

/** Leaves a problem in the reader where a bake takes longer than the run, or its job, may. */
export function boundedBake(reader: InputReader, { name, seconds, timeoutSeconds, job, instead }: BoundedBake): void {
  reader.rule(
    [name, 'timeout'],
    () => seconds <= job * 60,
    `\`${name}\` is ${seconds / 60} minutes, and a job ends after ${job}: ${instead}.`,
  )
  reader.rule(
    [name, 'timeout'],
    () => seconds <= timeoutSeconds || seconds > job * 60,
    `\`${name}\` is ${seconds / 60} minutes, longer than \`timeout\`, ${timeoutSeconds / 60} minutes: it would never end.`,
  )
}
