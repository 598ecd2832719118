/** A dry run that writes a plan. */
import { canonical } from '../domain/patch/launch-data.ts'
import type { GroupNow } from '../domain/plan/moved.ts'
import {
  type BastionFacts,
  type Plan,
  PLAN_SCHEMA_VERSION,
  type PlannedBastion,
  type PlannedCatalogue,
  type PlannedGroup,
  type PlannedUserData,
} from '../domain/plan/plan.ts'
import { plannedInputs } from '../inputs/plan/planned-inputs.ts'
import type { PlanTask } from '../modes/planned.ts'
import type { BastionResult, GroupResult, RunResult } from '../report/events.ts'
import { isoTime } from '../text/time.ts'
import { sha256 } from '../aws/client/sha256.ts'
import { ACTION_VERSION } from './version.ts'

/** What a plan says besides of groups. */
export interface PlanHeader extends Pick<Plan, 'account' | 'region' | 'role' | 'run' | 'mode'> {
  /** The text of each input, with what the catalogue gave. */
  readonly input: (name: string) => string
  readonly catalogue: PlannedCatalogue | undefined
  /** Seconds since the Unix epoch. */
  readonly now: number
  readonly expiresSeconds: number
}

/** A plan as it is written. */
export interface WrittenPlan {
  readonly id: string
  readonly text: string
  /** SHA-256 of the text. */
  readonly digest: string
  readonly expiresAt: string
}

export interface PlanWriter {
  readonly task: Extract<PlanTask, { kind: 'write' }>
  /** The plan of a dry run with this result; undefined where one of its groups could not be planned. */
  readonly write: (header: PlanHeader, result: RunResult) => WrittenPlan | undefined
}

/** Collects what a dry run sees, and makes the plan of it at the end. */
export function planWriter(): PlanWriter {
  let seen: ReadonlyMap<string, GroupNow> = new Map()
  let bastion: BastionFacts | undefined
  return {
    task: {
      kind: 'write',
      groups: (groups) => {
        seen = groups
      },
      bastion: (facts) => {
        bastion = facts
      },
    },
    write: (header, result) => {
      const { inputs, hashedInputs } = plannedInputs(header.input, sha256)
      const { mode, catalogue = null, now, expiresSeconds, account, region, role, run } = header
      const asked = {
        mode,
        inputs: { ...inputs, 'aws-region': region },
        hashedInputs,
        catalogue,
      }
      const parts = plannedParts(result, { seen, bastion, asked })
      if (parts === undefined) return undefined
      const rest = {
        schemaVersion: PLAN_SCHEMA_VERSION,
        actionVersion: ACTION_VERSION,
        createdAt: isoTime(now),
        expiresAt: new Date(Math.round((now + expiresSeconds) * 1000)).toISOString(),
        account,
        region,
        role,
        run,
        ...asked,
        ...parts,
      } as const
      const id = sha256(canonical(rest)).slice(0, 16)
      const { schemaVersion, ...more } = rest
      const plan: Plan = { schemaVersion, id, ...more }
      const text = `${JSON.stringify(plan, undefined, 2)}\n`
      return { id, text, digest: sha256(text), expiresAt: plan.expiresAt }
    },
  }
}

interface Seen {
  readonly seen: ReadonlyMap<string, GroupNow>
  readonly bastion: BastionFacts | undefined
  readonly asked: object
}

function plannedParts(result: RunResult, { seen, bastion, asked }: Seen): Pick<Plan, 'groups' | 'bastion'> | undefined {
  if (result.kind === 'bastion')
    return bastion === undefined || result.bastion.failure !== undefined
      ? undefined
      : { groups: [], bastion: plannedBastion(bastion, result.bastion, asked) }
  if (result.kind !== 'groups' || result.groups.length === 0 || !result.groups.every(isPlanned)) return undefined
  const groups = result.groups.flatMap((group) => {
    const now = seen.get(group.group)
    return now === undefined ? [] : [plannedGroup(now, group, asked)]
  })
  return groups.length === result.groups.length ? { groups, bastion: null } : undefined
}

/** `dark`, `gated` and others that a dry run would leave are planned as well; one that would fail is not. */
const isPlanned = ({ status, failure }: GroupResult): boolean =>
  failure === undefined && (status === 'planned' || status === 'current' || status === 'waiting')

function plannedGroup({ facts, becomes = [] }: GroupNow, result: GroupResult, asked: object): PlannedGroup {
  return {
    group: result.group,
    fingerprint: sha256(canonical({ now: facts, becomes, asked })),
    now: facts,
    becomes,
    steps: stepsOf(result),
    userData: (result.patch?.specs ?? []).flatMap(({ userData }) => userData).map(changeOf),
  }
}

const plannedBastion = (facts: BastionFacts, result: BastionResult, asked: object): PlannedBastion => ({
  ...facts,
  fingerprint: sha256(canonical({ facts, asked })),
  steps: stepsOf(result),
  userDataChanges: result.userData.map(changeOf),
})

const stepsOf = ({ steps }: GroupResult | BastionResult): PlannedGroup['steps'] =>
  steps.map(({ action, detail, reason }) => ({ action, detail, reason }))

const changeOf = ({
  path,
  before,
  after,
}: {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}): PlannedUserData => ({ path, before: before ?? null, after: after ?? null })
