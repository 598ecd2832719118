import { applyBastionChange } from '../aws/bastion/apply.ts'
import type { FoundBastion } from '../aws/bastion/find.ts'
import { observeBastion } from '../aws/bastion/observe.ts'
import { dryRunBastion } from '../controllers/bastion/dry-run.ts'
import { replaceBastion } from '../controllers/bastion/replace.ts'
import type { BastionPort, BastionOutcome } from '../controllers/bastion/ports.ts'
import type { BastionPolicy, BastionObservation } from '../domain/bastion/bastion.ts'
import type { CommonInputs, RedeployBastionInputs } from '../inputs/inputs.ts'
import { instantClock } from '../controllers/dry-run.ts'
import { bastionLogger } from './bastion-log.ts'
import type { BastionPlan } from './bastion-plan.ts'
import type { Run } from './run.ts'

/** One bastion to be replaced or put back. */
export interface BastionJob {
  readonly found: FoundBastion
  readonly inputs: CommonInputs & Partial<RedeployBastionInputs>
  readonly startedAt: number
  /** Undefined where nothing is to be launched. */
  readonly plan: BastionPlan | undefined
  /** As it was at the beginning. */
  readonly world: BastionObservation
}

/** EC2 shows what it has launched within seconds, rarely within a minute. */
const PATIENCE_SECONDS = 60

/** Replaces the bastion, or takes back what was begun, on AWS or, in a dry run, on a model of it. */
export async function applyBastion(
  run: Run,
  job: BastionJob & { readonly intent: BastionPolicy['intent'] },
): Promise<BastionOutcome> {
  const { connection, clock, report, signal } = run
  const { found, inputs, plan, world } = job
  const policy = policyFor(run, job)
  const memo = {
    old: found.old,
    address: found.allocation,
    run: run.id,
    wish: policy.wish ?? '',
    wasProtected: plan?.wasProtected ?? false,
    ...(world.old?.sourceDestCheck === false && { forwards: true as const }),
  }
  const since = Math.floor(job.startedAt)
  const launched: string[] = []
  const real: BastionPort = {
    look: (now) => observeBastion(connection, { ...found, own: { launched, memo } }, now),
    apply: async (change) => {
      const applied = await applyBastionChange(connection, change, { memo, since, launch: plan?.launch })
      if (change.kind === 'launch' && applied.kind === 'done' && applied.id !== undefined) launched.push(applied.id)
      return applied
    },
  }
  const { dryRun } = inputs
  report({ kind: 'phase', title: dryRun ? 'Plan' : job.intent === 'undo' ? 'Take back' : 'Replace' })
  if (!dryRun) await run.beginning?.([])
  if (!dryRun) run.touchingBastion(found)
  const modelled = { policy, imageId: plan?.image.id ?? '', wasProtected: memo.wasProtected }
  return await replaceBastion({
    name: found.name,
    port: dryRun ? dryRunBastion(world, modelled) : real,
    probe: dryRun ? { ask: async () => ({ kind: 'banner', text: 'SSH-2.0' }) } : run.sshProbe,
    sshPort: inputs.sshPort ?? 22,
    policy,
    clock: dryRun ? instantClock(clock) : clock,
    tell: bastionLogger(report, dryRun ? 'plan' : 'log'),
    deadline: clock.now() / 1000 + inputs.timeoutSeconds,
    pollSeconds: () => run.pollSeconds(undefined),
    patienceSeconds: plan === undefined && !dryRun ? PATIENCE_SECONDS : 0,
    signal,
  })
}

function policyFor(
  { id }: Run,
  { inputs, plan, intent }: BastionJob & { readonly intent: BastionPolicy['intent'] },
): BastionPolicy {
  return {
    run: id,
    intent,
    wish: plan?.wish,
    cause: causeOf(plan),
    subnets: plan?.subnets ?? [],
    probe: inputs.probeAddress ?? 'public',
    instanceTimeoutSeconds: inputs.instanceTimeoutSeconds ?? Infinity,
    sshTimeoutSeconds: inputs.sshTimeoutSeconds ?? Infinity,
    keepOldSeconds: inputs.keepOldSeconds ?? 0,
    oldProtection: inputs.liftTerminationProtection === true ? 'lift' : 'respect',
  }
}

function causeOf(plan: BastionPlan | undefined): string {
  if (plan === undefined) return 'nothing is to be launched'
  const { image, previousImageId, userData } = plan
  const causes = [
    ...(image.id === previousImageId ? [] : [`its image changes from ${previousImageId} to ${image.id}`]),
    ...(userData.length === 0 ? [] : [`its user data changes at ${userData.map(({ path }) => path).join(', ')}`]),
  ]
  return causes.length === 0 ? 'it is up to date, but `force` is set' : causes.join(', and ')
}
