import { findBastion, type FoundBastion } from '../aws/bastion/find.ts'
import { observeBastion } from '../aws/bastion/observe.ts'
import { type BastionObservation, isRunningHost, isEnding } from '../domain/bastion/bastion.ts'
import { doubtInWords, leftAlone, unknownLeft } from '../domain/bastion/ownership.ts'
import { UserError } from '../errors.ts'
import type { CommonInputs, RedeployBastionInputs } from '../inputs/inputs.ts'
import type { BastionResult, RunResult } from '../report/events.ts'
import { refuseBastion } from './governed-images.ts'
import { type BastionPlan, planBastion } from './bastion-plan.ts'
import { currentResult, resultOf } from './bastion-results.ts'
import { holdToPlan, isReplacedByPlan } from './planned-bastion.ts'
import { type BastionJob, applyBastion } from './apply-bastion.ts'
import type { Run } from './run.ts'

/** Replaces an SSH bastion outside of any group by a fresh one at the same address; touches no group. */
export async function redeployBastion(run: Run, inputs: RedeployBastionInputs): Promise<RunResult> {
  const { connection, clock, report } = run
  const startedAt = clock.now() / 1000
  report({ kind: 'phase', title: 'Find the bastion' })
  const found = await findBastion(connection, inputs)
  const world = await observeBastion(connection, found, startedAt)
  report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` })
  for (const message of leftAlone(world)) report({ kind: 'warning', message })
  refuseDoubtful(found, world)
  // An old instance that is ending tells nothing any more, and nothing of it is needed to come to an end.
  const plan = isEnding(world.old) ? undefined : await planBastion(run, found, inputs)
  for (const message of plan?.notes ?? []) report({ kind: 'info', message })
  for (const message of plan?.warnings ?? []) report({ kind: 'warning', message })
  holdToPlan(run, { found, world, plan, inputs })
  refuseBastion(run, { id: found.old, name: found.name, image: plan?.image, userData: plan?.userData ?? [] })
  const job: BastionJob = { found, inputs, startedAt, plan, world }
  if (plan !== undefined && (isReplacedByPlan(run, found) || !isWanted(plan, job))) {
    const tidied = isTidy(world) ? undefined : await applyBastion(run, { ...job, intent: 'undo' })
    return { kind: 'bastion', bastion: tidied ? await resultOf(run, job, tidied) : currentResult(run, job, plan) }
  }
  const { ip } = world.address
  report({
    kind: 'warning',
    message: `Open SSH sessions at ${ip} end when the address moves, and the host keys behind it change: SSH clients will warn.`,
  })
  const outcome = await applyBastion(run, { ...job, intent: 'replace' })
  return { kind: 'bastion', bastion: await resultOf(run, job, outcome) }
}

/** Takes back what a replacement has begun, as far as that is possible. */
export async function undoBastion(
  run: Run,
  inputs: CommonInputs,
  named: FoundBastion | { readonly bastion: string | undefined; readonly elasticIp: string | undefined },
): Promise<BastionResult> {
  const startedAt = run.clock.now() / 1000
  if (!('old' in named)) run.report({ kind: 'phase', title: 'Find the bastion' })
  const found = 'old' in named ? named : await findBastion(run.connection, named)
  const world = await observeBastion(run.connection, found, startedAt)
  run.report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` })
  for (const message of leftAlone(world)) run.report({ kind: 'warning', message })
  const job: BastionJob = { found, inputs, startedAt, plan: undefined, world }
  return await resultOf(run, job, await applyBastion(run, { ...job, intent: 'undo' }))
}

/** What may be the new instance is neither replaced nor passed over; where the old one is ending nothing leads back, and the rest goes on. */
function refuseDoubtful({ name }: FoundBastion, { old, doubtful }: BastionObservation): void {
  const [first] = doubtful
  if (first === undefined || isEnding(old)) return
  throw new UserError({
    what: `It cannot be told which instance is to be the bastion ${name}.`,
    why: doubtful.map(doubtInWords).join(' '),
    remedy: `Nothing was changed. Decide which of the bastions stays, terminate the other one or delete the tag from ${first.id}, and run the step again. \`mode: restore\` takes back what is known of an earlier run.`,
  })
}

function earlier({ successors }: BastionObservation): string {
  const alive = successors.filter(isRunningHost)
  return alive.length === 0 ? '' : `; an earlier run has launched ${alive.map(({ id }) => id).join(', ')}`
}

/** Whether there is anything to replace; a replacement under way that is still wanted goes on. */
function isWanted({ capacity, wish }: BastionPlan, { inputs, world }: BastionJob): boolean {
  return (
    inputs.force === true ||
    capacity === 'outdated' ||
    world.successors.some((successor) => isRunningHost(successor) && successor.memo.wish === wish)
  )
}

const isTidy = (observation: BastionObservation): boolean =>
  observation.temporary.every(({ proof }) => proof.kind === 'none') &&
  unknownLeft(observation).length === 0 &&
  !observation.successors.some(isRunningHost)
