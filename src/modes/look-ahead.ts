import { withCarriedMemo } from '../domain/rollout/carried-memo.ts'
import { findBeforeFirstChange, refusedReads } from '../aws/preflight/checks.ts'
import type { LaunchedSource, PlannedGroup } from '../aws/preflight/check.ts'
import { InstanceTypeReader } from '../aws/images/instance-types.ts'
import { AskedAhead } from '../aws/preflight/asked-ahead.ts'
import { TargetGroupReader } from '../aws/preflight/target-groups.ts'
import { PolicyReader } from '../aws/observe/scaling-policies.ts'
import { Refreshes } from '../aws/observe/refreshes.ts'
import { groupsByName } from '../aws/groups/describe.ts'
import { nameOf } from '../aws/groups/identity.ts'
import { readMemo } from '../aws/groups/memo-tag.ts'
import type { Observation } from '../controllers/rollout/ports.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import { isUnfinished, unfinishedText } from '../domain/rollout/lease.ts'
import type { ManagedGroups } from '../domain/rollout/managed-groups.ts'
import type { Policy } from '../domain/rollout/policy.ts'
import type { Probe } from '../domain/rollout/probe.ts'
import { type PreflightFinding, refusalOf, refusalText } from '../domain/rollout/preflight-findings.ts'
import { isUncertain, UserError } from '../errors.ts'
import type { NextLaunch } from '../aws/plan/observe-groups.ts'
import { type GovernedShift, governedFindings } from './governed-groups.ts'
import { planFindings } from './planned.ts'
import type { Run } from './run.ts'

/** The groups of a run as its first look shows them. */
export interface FirstLook {
  readonly groups: readonly string[]
  /** What was seen, or AWS's refusal to show it; undefined where no instance will be replaced. */
  readonly seen: Observation | UserError | undefined
  /** What will be done with each group that was seen; throws a UserError where the inputs do not fit it. */
  readonly policyFor?: (fleet: Fleet) => Policy
  /** What the mode has found itself. */
  readonly found?: readonly PreflightFinding[]
  /** The reader that has read policies for the look already; one of its own where it is missing. */
  readonly policies?: PolicyReader
  /** What was asked of each group while they were looked at. */
  readonly ahead?: AskedAhead
  /** How many targets the look has found in each target group; by ARN. */
  readonly targets?: ReadonlyMap<string, number>
  readonly managedGroups: ManagedGroups
  /** So long the roll may take, in seconds; zero where none follows. */
  readonly lastsSeconds?: number
  /** What the groups will launch from once this run has changed it. */
  readonly launches?: readonly LaunchedSource[] | undefined
  readonly probe?: Probe['kind'] | undefined
  /** What the run changes of launch sources; nothing where it is missing. */
  readonly next?: NextLaunch | undefined
  /** Where traffic is shifted between two of the groups. */
  readonly shift?: GovernedShift | undefined
}

/**
 * Looks, before the first change, at everything that could keep the run from its end. Throws one UserError that names
 * every refusal of every group; what is only worth knowing is reported.
 */
export async function lookAhead(run: Run, look: FirstLook): Promise<void> {
  run.selected?.(look.groups)
  const findings = [...(look.found ?? []), ...(await findingsOf(run, look))]
  for (const { group, weight, what } of findings)
    if (weight === 'note') run.report({ kind: 'noted', group: group ?? '', message: what })
    else if (weight !== 'refusal') run.report({ kind: weight, message: what, ...(group !== undefined && { group }) })
  const refused = refusalText(findings)
  if (refused !== undefined)
    throw new UserError({ ...refused, remedy: [refused.remedy, ...(await leftOf(run, look.groups))].join(' ') })
  await run.beginning?.(look.groups)
}

/** What dead runs have left in the groups, which a run that cannot begin does not put back; a sentence each. */
async function leftOf({ connection, clock, id }: Run, names: readonly string[]): Promise<readonly string[]> {
  try {
    return (await groupsByName(connection, names)).flatMap((group) => {
      const memo = readMemo(group)
      return memo && isUnfinished(memo, id, clock.now() / 1000) ? unfinishedText(nameOf(group), memo) : []
    })
  } catch (error) {
    // The refusal itself is what counts; tags that cannot be read are one.
    if (error instanceof UserError || isUncertain(error)) return []
    throw error
  }
}

async function findingsOf(
  run: Run,
  {
    groups,
    seen,
    policies = new PolicyReader(run.connection),
    ahead = new AskedAhead(run.connection, new Refreshes(run.connection, run.clock)),
    targets = new Map(),
    policyFor,
    managedGroups: managed,
    launches,
    lastsSeconds = 0,
    probe,
    next = { kind: 'nothing' },
    shift,
  }: FirstLook,
): Promise<readonly PreflightFinding[]> {
  const { connection, clock } = run
  const question = {
    connection,
    types: new InstanceTypeReader(connection),
    policies,
    ahead,
    targetGroups: new TargetGroupReader(connection),
    targets,
    groups: await groupsByName(connection, groups),
    planned: [],
    replaces: seen === undefined ? 'nothing' : 'instances',
    managed,
    lastsSeconds,
    launches,
    clock,
    probe,
    shift,
  } as const
  const moved = await planFindings(run, question.groups, next)
  if (seen === undefined || seen instanceof UserError || policyFor === undefined)
    return [
      ...moved,
      ...(seen instanceof UserError ? refusedReads(seen) : []),
      ...(await governedFindings(run, question)),
      ...(await findBeforeFirstChange(question)),
    ]
  const misfits: PreflightFinding[] = []
  const planned = seen.fleets.map(withCarriedMemo).flatMap((fleet): PlannedGroup[] => {
    try {
      return [{ fleet, policy: policyFor(fleet) }]
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      misfits.push(refusalOfError(fleet.group, error))
      return []
    }
  })
  return [
    ...moved,
    ...seen.gone.map((group) => refusalOf(group, 'it does not exist', 'Check its name and its region.')),
    ...seen.unreadable.map(({ group, problem }) => refusalOfError(group, problem)),
    ...misfits,
    ...(await governedFindings(run, { ...question, planned })),
    ...(await findBeforeFirstChange({ ...question, planned })),
  ]
}

/** Most errors name their group by themselves. */
function refusalOfError(group: string, { what, why, remedy }: UserError): PreflightFinding {
  const text = [what, why].filter((part) => part !== undefined).join(' ')
  return refusalOf(text.includes(group) ? undefined : group, text.replace(/\.$/, ''), remedy)
}
