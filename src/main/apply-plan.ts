/** A run that carries out a plan: what it must bring, and what is refused before anything is asked of AWS. */
import type { Connected } from '../aws/client/connect.ts'
import type { Plan, PlannedCatalogue } from '../domain/plan/plan.ts'
import { UserError } from '../errors.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { contradictions, inputUnderPlan } from '../inputs/plan/planned-inputs.ts'
import { readPlan } from '../inputs/plan/read-plan.ts'
import { PLAN_ANEW, type PlanTask, refuseGoneGroups } from '../modes/planned.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import { sha256 } from '../aws/client/sha256.ts'
import { principalOf } from './principal.ts'
import { ACTION_VERSION } from './version.ts'

/** A plan that is to be carried out, and the runner with its inputs. */
export interface OpenedPlan {
  readonly plan: Plan
  readonly task: PlanTask
  readonly runner: Runner
  /** The inputs of the run, as they are read, with the groups of the plan and no others. */
  readonly inputsOf: <Each extends Inputs>(read: Each) => Each
  /** UserError where AWS says that the credentials belong elsewhere, or that it is too late. */
  readonly confirm: (connected: Pick<Connected, 'account' | 'region' | 'clock'>) => void
  /** UserError where a group of the plan is gone; the inputs are those that were read. */
  readonly refuseGone: (run: Run, read: Inputs) => Promise<void>
}

const refusedPlan = (what: string, remedy = PLAN_ANEW): UserError =>
  new UserError({ what, remedy: `Nothing was changed. ${remedy}` })

/**
 * The plan that `apply` names; undefined where it names none. UserError where it is not the one that `plan-digest` means, is too old
 * by the clock `now` (seconds since the Unix epoch), was made by another major version, or another input contradicts it.
 */
export async function openPlan(runner: Runner, now: number): Promise<OpenedPlan | undefined> {
  const path = runner.input('apply')
  if (path === '') return undefined
  const wanted = wantedDigest(runner)
  const text = await runner.readFile(path)
  if (text === undefined)
    throw refusedPlan(
      `There is no plan at ${path}.`,
      'Check `apply`, and that the step which downloads the plan comes before this one.',
    )
  const digest = sha256(text)
  if (digest !== wanted)
    throw refusedPlan(
      `The file ${path} is not the plan that was approved: its SHA-256 is ${digest}, and \`plan-digest\` is ${wanted}.`,
      'Give the output `plan-digest` of the dry run that has made the plan, by `needs`; where that is so, look at what has changed the file.',
    )
  const plan = readPlan({ path, text })
  if (majorOf(plan.actionVersion) !== majorOf(ACTION_VERSION))
    throw refusedPlan(
      `The plan ${plan.id} was made by version ${plan.actionVersion} of the action, and this is ${ACTION_VERSION}.`,
    )
  refuseExpired(plan, now)
  const problems = contradictions(plan, runner.input, sha256)
  if (problems.length > 0)
    throw refusedPlan(
      `The plan ${plan.id} is contradicted by ${problems.length === 1 ? 'an input' : `${problems.length} inputs`}: ${problems.join('; ')}.`,
      "Leave them out: with `apply` they are the plan's. For others make a new plan.",
    )
  return {
    plan,
    task: { kind: 'apply', plan },
    runner: { ...runner, input: inputUnderPlan(plan, runner.input) },
    inputsOf: (read) => inputsOfPlan(read, plan),
    confirm: (connected) => refuseElsewhere(plan, connected),
    refuseGone: (run, { selectors }) => refuseGoneGroups(run, selectors),
  }
}

function wantedDigest({ input }: Pick<Runner, 'input'>): string {
  if (input('plan-file') !== '')
    throw refusedPlan(
      '`plan-file` and `apply` are both given: a run writes a plan or carries one out.',
      'Leave one of them out.',
    )
  const wanted = input('plan-digest').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(wanted)) return wanted
  throw refusedPlan(
    wanted === ''
      ? '`apply` needs `plan-digest`: any job of the workflow run could have written the file.'
      : '`plan-digest` is no SHA-256, which has 64 hex digits.',
    'Give the output `plan-digest` of the dry run that has made the plan, by `needs`.',
  )
}

const majorOf = (version: string): string => version.split('.')[0] ?? ''

/** UserError where the plan is too old; `now` in seconds since the Unix epoch. */
function refuseExpired({ id, createdAt, expiresAt }: Plan, now: number): void {
  if (now * 1000 < Date.parse(expiresAt)) return
  throw refusedPlan(`The plan ${id} of ${createdAt} was good until ${expiresAt}, and it is later than that.`)
}

/** UserError where the catalogue is another one than that of the dry run, or there was none. */
export function refuseOtherCatalogue({ catalogue: planned }: Plan, now: PlannedCatalogue | undefined): void {
  if (planned?.digest === now?.digest) return
  const words = (each: PlannedCatalogue | null | undefined): string =>
    each === null || each === undefined ? 'none' : `${each.path} with the SHA-256 ${each.digest}`
  throw refusedPlan(`Since the plan was made, the catalogue was ${words(planned)} and is ${words(now)}.`)
}

/** UserError that names account, region and role where they are others than those of the plan, by what AWS says, or it is too old. */
function refuseElsewhere(
  plan: Plan,
  { account, region, clock }: Pick<Connected, 'account' | 'region' | 'clock'>,
): void {
  refuseExpired(plan, clock.now() / 1000)
  const fields = [
    ['account', plan.account, account.id],
    ['region', plan.region, region],
    ['role', plan.role, principalOf(account.arn)],
  ] as const
  const moved = fields.flatMap(([name, before, after]) =>
    before === after ? [] : `the ${name} was ${before} and is ${after}`,
  )
  if (moved.length > 0)
    throw refusedPlan(
      `The plan ${plan.id} was made elsewhere: ${moved.join(', and ')}.`,
      'Use the credentials and the region of the dry run.',
    )
}

/** The inputs of the run, with the groups of the plan and no others, and `force` for what was there when it was made. */
function inputsOfPlan<Each extends Inputs>(inputs: Each, { groups, createdAt }: Plan): Each {
  return {
    ...inputs,
    ...(groups.length > 0 && { selectors: { groups: groups.map(({ group }) => group), stacks: [], tags: [] } }),
    ...('force' in inputs && inputs.force && { forceUntil: Date.parse(createdAt) / 1000 }),
  }
}
