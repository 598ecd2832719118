import type { InputName } from '../declared.ts'
import { hours, optionalText } from '../parse.ts'
import { isPlannable, type Mode } from '../modes.ts'
import type { InputReader } from '../reader.ts'

/** What a dry run is told that writes a plan. */
export interface PlanInputs {
  /** Undefined: no plan is written. */
  readonly plan: PlanWish | undefined
}

/** A plan that is to be written. */
export interface PlanWish {
  /** A relative path starts at the workspace. */
  readonly path: string
  /** How long it may be carried out. */
  readonly expiresSeconds: number
}

/** What makes `rollback` and `release` move traffic. */
const PAIR: ReadonlySet<InputName> = new Set(['blue', 'green', 'versions', 'traffic', 'listener-rules', 'record'])

/** The longest that a plan may be good for, in hours: a year. */
const MOST_HOURS = 8760

/** Reads what a plan takes; problems are left in the reader. */
export function readPlanInputs(
  reader: InputReader,
  { mode, dryRun }: { readonly mode: Mode | undefined; readonly dryRun: boolean },
): PlanInputs {
  const planFile = reader.value('plan-file', optionalText)
  reader.rule(
    ['plan-file', 'dry-run'],
    () => planFile === undefined || dryRun,
    '`plan-file` is written by a dry run alone: it needs `dry-run: true`. A run that carries a plan out names it with `apply`.',
  )
  reader.rule(
    ['plan-file'],
    () => planFile === undefined || mode === undefined || isPlannable(mode),
    `\`plan-file\` cannot be written with \`mode: ${mode}\`, of which there is no plan.`,
  )
  const pair = reader.set.find((name) => PAIR.has(name))
  reader.rule(
    ['plan-file'],
    () => planFile === undefined || pair === undefined,
    `\`plan-file\` cannot be written with \`${pair}\`: there is no plan of traffic between two groups.`,
  )
  reader.rule(
    ['plan-digest', 'apply'],
    () => !reader.set.includes('plan-digest') || reader.set.includes('apply'),
    '`plan-digest` belongs to the plan that `apply` names, and `apply` is missing.',
  )
  const expiresSeconds = reader.value('plan-expires', hours(MOST_HOURS))
  return { plan: planFile === undefined ? undefined : { path: planFile, expiresSeconds } }
}
