/** A plan that is about a bastion: what a dry run notes of it, and what stands against carrying it out. */
import type { FoundBastion } from '../aws/bastion/find.ts'
import type { BastionObservation } from '../domain/bastion/bastion.ts'
import { isRunningHost } from '../domain/bastion/bastion.ts'
import { movedBastion, movedInWords } from '../domain/plan/moved.ts'
import { refusalOf } from '../domain/rollout/preflight-findings.ts'
import { UserError } from '../errors.ts'
import { sha256 } from '../aws/client/sha256.ts'
import type { BastionPlan } from './bastion-plan.ts'
import { throwRefusals } from './governance.ts'
import { PLAN_ANEW, requestsText } from './planned.ts'
import type { RedeployBastionInputs } from '../inputs/inputs.ts'
import type { Run } from './run.ts'

/** A bastion before the first step. */
export interface SeenBastion {
  readonly found: FoundBastion
  readonly world: BastionObservation
  /** Undefined where the old instance is ending. */
  readonly plan: BastionPlan | undefined
  readonly inputs: Pick<RedeployBastionInputs, 'images'>
}

/** Notes the bastion for the plan that is written, or throws one UserError with all that has moved since one was. */
export function holdToPlan({ plan: task, report }: Pick<Run, 'plan' | 'report'>, seen: SeenBastion): void {
  const { found, world, plan, inputs } = seen
  if (task === undefined) return
  const userData = plan === undefined ? null : userDataOf(plan)
  if (task.kind === 'write') {
    if (plan === undefined)
      throw new UserError({
        what: `The bastion ${found.name} cannot be planned: ${found.old} is ending, so an earlier run has replaced it already.`,
        remedy: 'Nothing was changed. Let that run come to its end, with `mode: redeploy-bastion` or `mode: restore`.',
      })
    task.bastion({
      name: found.name,
      allocation: found.allocation,
      instance: found.old,
      launch: plan.wish,
      image: plan.image.id,
      chosenBy: requestsText(inputs.images),
      userData,
    })
    return
  }
  const planned = task.plan.bastion
  if (planned === null) throw new Error('A plan of a bastion names none.')
  const begun = world.successors.find((successor) => isRunningHost(successor))?.memo.wish
  const moved = movedBastion(planned, {
    allocation: found.allocation,
    instance: found.old,
    begun,
    successor: plan && { launch: plan.wish, image: plan.image.id, userData, isCurrent: plan.capacity === 'current' },
  })
  const what = `it has moved since the plan was made: ${moved.map(movedInWords).join('; ')}`
  throwRefusals(moved.length === 0 ? [] : [refusalOf(found.name, what, PLAN_ANEW)], report)
}

const userDataOf = ({ launch: { fields } }: BastionPlan): string | null =>
  fields.UserData ? sha256(Buffer.from(fields.UserData, 'base64')) : null

/** Whether the plan is carried out already, so that not even `force` replaces the bastion once more. */
export const isReplacedByPlan = ({ plan: task }: Pick<Run, 'plan'>, { old }: FoundBastion): boolean =>
  task?.kind === 'apply' && task.plan.bastion !== null && task.plan.bastion.instance !== old

/** The image that the plan has chosen for the bastion, by its place; none for a run without a plan. */
export const plannedBastionImage = (
  { plan: task }: Pick<Run, 'plan'>,
  { old }: FoundBastion,
): ReadonlyMap<string, string> =>
  task?.kind === 'apply' && task.plan.bastion !== null ? new Map([[old, task.plan.bastion.image]]) : new Map()
