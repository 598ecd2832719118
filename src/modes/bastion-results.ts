import { hostKeysOf } from '../aws/bastion/describe.ts'
import { UserError } from '../errors.ts'
import type { BastionResult } from '../report/events.ts'
import { bastionChangeInWords } from '../report/log/bastion-words.ts'
import type { BastionPlan } from './bastion-plan.ts'
import type { BastionJob } from './apply-bastion.ts'
import type { Run } from './run.ts'
import type { BastionOutcome } from '../controllers/bastion/ports.ts'

/** What became of a bastion that was to be replaced or put back. */
export async function resultOf(
  run: Run,
  { found, inputs, startedAt, plan, world }: BastionJob,
  outcome: BastionOutcome,
): Promise<BastionResult> {
  const { successor, failure, steps, left, changed, banner } = outcome
  const { dryRun } = inputs
  const replaced = outcome.status === 'replaced'
  const now = replaced ? successor : world.old
  return {
    name: found.name,
    region: run.connection.region,
    address: world.address.ip,
    status: dryRun && steps.length > 0 ? 'planned' : outcome.status,
    changed,
    instanceId: dryRun ? found.old : now?.id,
    previousInstanceId: replaced && !dryRun ? found.old : undefined,
    imageId: replaced ? (successor?.imageId ?? plan?.image.id) : world.old?.imageId,
    previousImageId: replaced ? world.old?.imageId : undefined,
    zone: now?.zone,
    banner: dryRun ? undefined : banner,
    hostKeys: replaced && !dryRun && successor !== undefined ? await hostKeys(run, successor.id) : [],
    userData: plan?.userData ?? [],
    left,
    failure,
    steps: steps.map(({ at, step }) => ({
      at,
      action: step.kind,
      detail: bastionChangeInWords(step),
      reason: step.reason,
    })),
    startedAt,
    endedAt: run.clock.now() / 1000,
  }
}

/** The host keys are for information: a failure to read them is logged, and fails nothing. */
async function hostKeys({ connection, report }: Run, id: string): Promise<readonly string[]> {
  try {
    const keys = await hostKeysOf(connection, id)
    if (keys.length === 0) report({ kind: 'info', message: `The console output of ${id} shows no host keys (yet).` })
    return keys
  } catch (error) {
    const why = error instanceof UserError ? error.message : String(error)
    report({ kind: 'info', message: `The host keys of ${id} cannot be told: ${why}` })
    return []
  }
}

/** The result of a bastion that is as it was wanted. */
export function currentResult(
  run: Run,
  { found, startedAt, world }: BastionJob,
  { image, previousImageId }: BastionPlan,
): BastionResult {
  return {
    name: found.name,
    region: run.connection.region,
    address: world.address.ip,
    status: 'current',
    changed: false,
    instanceId: found.old,
    previousInstanceId: undefined,
    imageId: previousImageId ?? image.id,
    previousImageId: undefined,
    zone: world.old?.zone,
    banner: undefined,
    hostKeys: [],
    userData: [],
    left: [],
    failure: undefined,
    steps: [],
    startedAt,
    endedAt: run.clock.now() / 1000,
  }
}
