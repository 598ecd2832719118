import { applyBastionChange } from '../aws/bastion-apply.ts'
import { hostKeysOf } from '../aws/bastion-describe.ts'
import { findBastion, type FoundBastion } from '../aws/bastion-find.ts'
import { lookAtBastion } from '../aws/bastion-look.ts'
import { UserError } from '../errors.ts'
import { type BastionPolicy, type BastionWorld, isAlive, isEnding } from '../fleet/bastion/bastion.ts'
import type { CommonInputs, RedeployBastionInputs } from '../inputs.ts'
import { imagined } from '../modelled.ts'
import { modelledBastion } from '../modelled-bastion.ts'
import { type BastionOutcome, type BastionPort, replaceBastion } from '../replace-bastion.ts'
import type { BastionResult } from '../report/bastion-result.ts'
import { bastionChangeInWords } from '../report/bastion-words.ts'
import type { GroupResult } from '../report/events.ts'
import { bastionTeller } from './bastion-log.ts'
import { type BastionPlan, planBastion } from './bastion-plan.ts'
import type { Run } from './run.ts'

/**
 * Replaces an SSH bastion outside of any group by a fresh one at the same address. Gives no group a result, since none is
 * touched: what became of the bastion is in the event `redeployed`.
 */
export async function redeployBastion(run: Run, inputs: RedeployBastionInputs): Promise<readonly GroupResult[]> {
  const { connection, clock, report } = run
  const startedAt = clock.now() / 1000
  report({ kind: 'phase', title: 'Find the bastion' })
  const found = await findBastion(connection, inputs)
  const world = await lookAtBastion(connection, found, startedAt)
  report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` })
  // An old instance that is ending tells nothing any more, and nothing of it is needed to come to an end.
  const plan = isEnding(world.old) ? undefined : await planBastion(run, found, inputs)
  for (const message of plan?.warnings ?? []) report({ kind: 'warning', message })
  const job: Job = { found, inputs, startedAt, plan, world }
  if (plan !== undefined && !isWanted(plan, job)) {
    const tidied = isTidy(world) ? undefined : await carryOut(run, { ...job, intent: 'undo' })
    return tell(run, tidied ? await resultOf(run, job, tidied) : currentResult(run, job, plan))
  }
  const { ip } = world.address
  report({
    kind: 'warning',
    message: `Open SSH sessions at ${ip} end when the address moves, and the host keys behind it change: SSH clients will warn.`,
  })
  return tell(run, await resultOf(run, job, await carryOut(run, { ...job, intent: 'replace' })))
}

/** Takes back what a replacement has begun, as far as that is possible. */
export async function undoBastion(
  run: Run,
  inputs: CommonInputs,
  named: FoundBastion | { readonly bastion: string | undefined; readonly elasticIp: string | undefined },
): Promise<void> {
  const startedAt = run.clock.now() / 1000
  if (!('old' in named)) run.report({ kind: 'phase', title: 'Find the bastion' })
  const found = 'old' in named ? named : await findBastion(run.connection, named)
  const world = await lookAtBastion(run.connection, found, startedAt)
  run.report({ kind: 'info', message: `${found.name}: ${found.old} at ${world.address.ip}${earlier(world)}` })
  const job: Job = { found, inputs, startedAt, plan: undefined, world }
  tell(run, await resultOf(run, job, await carryOut(run, { ...job, intent: 'undo' })))
}

/** EC2 shows what it has launched within seconds, rarely within a minute. */
const PATIENCE_SECONDS = 60

interface Job {
  readonly found: FoundBastion
  readonly inputs: CommonInputs & Partial<RedeployBastionInputs>
  readonly startedAt: number
  /** Undefined where nothing is to be launched. */
  readonly plan: BastionPlan | undefined
  /** As it was at the beginning. */
  readonly world: BastionWorld
}

function earlier({ successors }: BastionWorld): string {
  const alive = successors.filter(isAlive)
  return alive.length === 0 ? '' : `; an earlier run has launched ${alive.map(({ id }) => id).join(', ')}`
}

/** Whether there is anything to replace; a replacement under way that is still wanted goes on. */
function isWanted({ standing, wish }: BastionPlan, { inputs, world }: Job): boolean {
  return (
    inputs.force === true ||
    standing === 'outdated' ||
    world.successors.some((successor) => isAlive(successor) && successor.memo.wish === wish)
  )
}

const isTidy = ({ successors, temporary }: BastionWorld): boolean => temporary.length === 0 && !successors.some(isAlive)

async function carryOut(run: Run, job: Job & { readonly intent: BastionPolicy['intent'] }): Promise<BastionOutcome> {
  const { connection, clock, report, signal } = run
  const { found, inputs, plan, world } = job
  const policy = policyFor(run, job)
  const memo = {
    old: found.old,
    address: found.allocation,
    run: run.id,
    wish: policy.wish ?? '',
    wasProtected: plan?.wasProtected ?? false,
  }
  const real: BastionPort = {
    look: (now) => lookAtBastion(connection, found, now),
    apply: (change) => applyBastionChange(connection, change, { memo, launch: plan?.launch }),
  }
  const { dryRun } = inputs
  report({ kind: 'phase', title: dryRun ? 'Plan' : job.intent === 'undo' ? 'Take back' : 'Replace' })
  if (!dryRun) run.touchingBastion(found)
  const modelled = { policy, imageId: plan?.image.id ?? '', wasProtected: memo.wasProtected }
  return await replaceBastion({
    name: found.name,
    port: dryRun ? modelledBastion(world, modelled) : real,
    probe: dryRun ? { ask: async () => ({ kind: 'banner', text: 'SSH-2.0' }) } : run.sshProbe,
    sshPort: inputs.sshPort ?? 22,
    policy,
    clock: dryRun ? imagined(clock) : clock,
    tell: bastionTeller(report, dryRun ? 'plan' : 'log'),
    deadline: clock.now() / 1000 + inputs.timeoutSeconds,
    pollSeconds: () => run.pollSeconds(undefined),
    patienceSeconds: plan === undefined && !dryRun ? PATIENCE_SECONDS : 0,
    signal,
  })
}

function policyFor(
  { id }: Run,
  { inputs, plan, intent }: Job & { readonly intent: BastionPolicy['intent'] },
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

async function resultOf(
  run: Run,
  { found, inputs, startedAt, plan, world }: Job,
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

/** A comfort: whatever goes wrong here is said, and nothing else. */
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

function currentResult(
  run: Run,
  { found, startedAt, world }: Job,
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

function tell({ report }: Run, result: BastionResult): readonly GroupResult[] {
  report({ kind: 'redeployed', result })
  return []
}
