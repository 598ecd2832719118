/** A run that writes a plan, and one that carries out a plan. */
import { groupsByName } from '../aws/groups/describe.ts'
import { type NextLaunch, observeGroups } from '../aws/plan/observe-groups.ts'
import { findGroups, type Selector } from '../aws/select/select.ts'
import type { ImageRequest } from '../domain/image/request.ts'
import { keyOf, locationsOf, type SourcedGroup } from '../domain/patch/launch-spec.ts'
import { type GroupNow, type Moved, movedFields, movedInWords } from '../domain/plan/moved.ts'
import type { BastionFacts, Plan } from '../domain/plan/plan.ts'
import { type PreflightFinding, refusalOf, refusalText } from '../domain/rollout/preflight-findings.ts'
import { UserError } from '../errors.ts'
import type { DescribedGroup } from './governance.ts'
import type { PatchRequest, RequestedChanges } from './patch-changes.ts'
import type { Run } from './run.ts'

/** What a run has to do with a plan. */
export type PlanTask =
  | {
      readonly kind: 'write'
      /** Takes what the dry run has seen of its groups before the first step. */
      readonly groups: (seen: ReadonlyMap<string, GroupNow>) => void
      readonly bastion: (seen: BastionFacts) => void
    }
  | { readonly kind: 'apply'; readonly plan: Plan }

/** What to do where the world has moved. */
export const PLAN_ANEW = 'Make a new plan, and let it be approved.'

/** What stands against carrying the plan out in these groups; a run that writes one notes what it sees. */
export async function planFindings(
  { plan: task, connection, clock }: Pick<Run, 'plan' | 'connection' | 'clock'>,
  groups: readonly DescribedGroup[],
  next: NextLaunch,
): Promise<readonly PreflightFinding[]> {
  if (task === undefined) return []
  const seen = await observeGroups(connection, { groups, next, now: clock.now() / 1000 })
  if (task.kind === 'apply') return movedFindings(task.plan, seen)
  task.groups(seen)
  return []
}

function movedFindings({ id, groups }: Plan, seen: ReadonlyMap<string, GroupNow>): readonly PreflightFinding[] {
  const strangers = [...seen.keys()].filter((name) => groups.every(({ group }) => group !== name))
  return [
    ...groups.flatMap((planned) => {
      const now = seen.get(planned.group)
      return now === undefined ? [goneFinding(planned.group)] : findingsOf(planned.group, movedFields(planned, now, id))
    }),
    ...strangers.map((name) => refusalOf(name, 'the plan does not name it', PLAN_ANEW)),
  ]
}

const goneFinding = (group: string): PreflightFinding => refusalOf(group, 'it does not exist any more', PLAN_ANEW)

const findingsOf = (name: string, moved: readonly Moved[]): readonly PreflightFinding[] =>
  moved.length === 0
    ? []
    : [refusalOf(name, `it has moved since the plan was made: ${moved.map(movedInWords).join('; ')}`, PLAN_ANEW)]

/**
 * Looks whether the groups of the plan are there, and tells which others its selectors mean by now: these are left alone. Throws
 * one UserError with everything that has moved where a group is gone, since no mode goes on then.
 */
export async function refuseGoneGroups(
  run: Pick<Run, 'plan' | 'connection' | 'clock' | 'report'>,
  selectors: Selector,
): Promise<void> {
  const { plan: task, connection, report } = run
  if (task?.kind !== 'apply' || task.plan.groups.length === 0) return
  const names = task.plan.groups.map(({ group }) => group)
  const [found, selected] = await Promise.all([groupsByName(connection, names), findGroups(connection, selectors)])
  const others = selected.groups.flatMap(({ AutoScalingGroupName: name = '' }) => (names.includes(name) ? [] : name))
  for (const group of others)
    report({
      kind: 'info',
      group,
      message: `${group} matches the inputs now, but is not in the plan: it is left alone`,
    })
  if (found.length === names.length) return
  const now = run.clock.now() / 1000
  const seen = await observeGroups(connection, { groups: found, next: { kind: 'unknown' }, now })
  const refused = refusalText(movedFindings(task.plan, seen))
  if (refused !== undefined) throw new UserError(refused)
}

/** The image that the plan has chosen for each place, by its key; empty for a run without a plan. */
export function plannedImages(
  { plan: task }: Pick<Run, 'plan'>,
  groups: readonly SourcedGroup[],
): ReadonlyMap<string, string> {
  if (task?.kind !== 'apply') return new Map()
  return new Map(
    groups.flatMap((sourced) => {
      const planned = task.plan.groups.find(({ group }) => group === sourced.group)
      return locationsOf(sourced).flatMap(({ location }, index) => {
        const { image, chosenBy } = planned?.becomes[index] ?? {}
        return image === null || image === undefined || chosenBy === null ? [] : [[keyOf(location), image] as const]
      })
    }),
  )
}

/** Which places have had their image chosen, by their key, and by what words of the input `image`. */
export const chosenBy = (
  { image }: Pick<PatchRequest, 'image'>,
  { images }: Pick<RequestedChanges, 'images'>,
): ReadonlyMap<string, string> => new Map([...images.keys()].map((key) => [key, requestsText(image?.images ?? [])]))

/** The input `image` in words. */
export const requestsText = (requests: readonly ImageRequest[]): string => requests.map(requestText).join(' ')

function requestText(request: ImageRequest): string {
  switch (request.kind) {
    case 'latest':
      return 'latest'
    case 'id':
      return request.id
    case 'name':
      return `name:${request.pattern}`
    case 'parameter':
      return `ssm:${request.name}`
    default:
      return request satisfies never
  }
}
